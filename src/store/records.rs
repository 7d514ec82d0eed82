//! The whole operations on what is kept, whatever keeps it: no SQL, no connection.
//!
//! A PostgreSQL of a service can stand behind the same trait. What is written in one go is either all durable when an
//! operation returns, or none of it happened.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::chain::Hash;
use super::ids::{PersonId, RunId};
use super::trouble::Trouble;
use crate::run::event::Event;
use crate::run::logfile::Header;

/// The setting that holds the person who plays here unless somebody says otherwise.
pub const PLAYER: &str = "person";

/// A run that begins to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRun {
    pub run: RunId,
    pub person: PersonId,
    /// With the texts that it is played with.
    pub header: Header,
    pub began: Timestamp,
}

/// One thing to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// Keeps a run from now on. It has no events yet. A run of that name must not be there, unless it is the same one.
    Begin(NewRun),
    /// Adds events behind the `expected` ones that are there. Events that are there already must be the same: writing
    /// once more what was written does no harm, and nothing is ever written over.
    Append {
        run: RunId,
        expected: u32,
        events: Vec<Event>,
        /// When; a person reads it, and retention does.
        at: Timestamp,
    },
    /// Keeps what is half written at a place of a run, or forgets it.
    Draft { run: RunId, place: String, body: Option<String> },
}

impl Write {
    /// The run that it is about.
    #[must_use]
    pub const fn run(&self) -> &RunId {
        match self {
            Self::Begin(new) => &new.run,
            Self::Append { run, .. } | Self::Draft { run, .. } => run,
        }
    }
}

/// A run in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub run: RunId,
    pub person: PersonId,
    /// Without its texts: these are named by their hashes.
    pub header: Header,
    pub began: Timestamp,
    /// When something was last added.
    pub touched: Timestamp,
    pub events: u32,
    /// It came to its end.
    pub over: bool,
}

/// A run as it is kept, proved by its hashes.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub entry: Entry,
    /// With its texts.
    pub header: Header,
    pub events: Vec<Event>,
    /// What is half written, by place.
    pub drafts: BTreeMap<String, String>,
    /// The hash of the last event, or of the header if there is none.
    pub head: Hash,
}

/// Who a person id is, if anyone said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub name: Option<String>,
}

/// What is to be erased: whole runs, or all of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erasure {
    pub runs: Vec<RunId>,
    /// Their names and every run of theirs.
    pub people: Vec<PersonId>,
}

/// A backup that was made from here, wherever it lies now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    pub made: Timestamp,
}

/// Whether what is kept proves itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// Runs looked at.
    pub runs: usize,
    /// Events whose hashes were reckoned again.
    pub events: u64,
    /// What does not hold, each with the run that it is about, if it is about one.
    pub faults: Vec<Fault>,
}

/// Something that does not prove itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub run: Option<RunId>,
    pub what: What,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The database itself says so.
    File { why: String },
    /// The file is missing or empty, and its journal is there.
    Headless,
    /// Rows of a table are gone, or there are more than there should be.
    Rows { table: &'static str },
    /// A row was changed.
    Row { table: &'static str },
    /// The events up to here are proved, and `of` were kept.
    Chain { good: u32, of: u32 },
    /// A text that the run was played with is gone or changed.
    Text { name: String },
    /// The end of the file is missing, or an older copy was put in its place: this many commits are gone.
    Older { by: u64 },
}

/// The whole operations on what is kept.
pub trait Records: Send {
    /// Writes all of it, durably, in one go. A write that can't be done (the run is unknown, or somebody else wrote on)
    /// leaves the others alone; the answers stand in the order of the writes.
    ///
    /// # Errors
    /// If nothing could be made durable. Then nothing has happened.
    fn commit(&mut self, writes: &[Write]) -> Result<Vec<Result<(), Trouble>>, Trouble>;

    /// Begins to keep a run.
    ///
    /// # Errors
    /// As [`Records::commit`]; and if another run of that name is there.
    fn begin(&mut self, new: NewRun) -> Result<(), Trouble> {
        one(self.commit(&[Write::Begin(new)])?)
    }

    /// Adds events behind the `expected` ones that are there.
    ///
    /// # Errors
    /// As [`Records::commit`]; and if the run is unknown, or holds others behind there.
    fn append(&mut self, run: &RunId, expected: u32, events: &[Event], at: Timestamp) -> Result<(), Trouble> {
        one(self.commit(&[Write::Append { run: run.clone(), expected, events: events.to_vec(), at }])?)
    }

    /// Every run, in the order in which they were begun here.
    ///
    /// # Errors
    /// If they can't be read or do not prove themselves.
    fn list(&self) -> Result<Vec<Entry>, Trouble>;

    /// A run with all that is kept of it, proved by its hashes.
    ///
    /// # Errors
    /// If it is not there, can't be read, or does not prove itself.
    fn run(&self, run: &RunId) -> Result<Kept, Trouble>;

    /// Everybody who has a name or a run, by id.
    ///
    /// # Errors
    /// If they can't be read.
    fn people(&self) -> Result<Vec<Person>, Trouble>;

    /// Says who a person id is, or no longer says it.
    ///
    /// # Errors
    /// If it can't be written.
    fn name_person(&mut self, id: &PersonId, name: Option<&str>) -> Result<(), Trouble>;

    /// A setting of this store.
    ///
    /// # Errors
    /// If it can't be read.
    fn setting(&self, name: &str) -> Result<Option<String>, Trouble>;

    /// Sets or forgets a setting.
    ///
    /// # Errors
    /// If it can't be written.
    fn set(&mut self, name: &str, value: Option<&str>) -> Result<(), Trouble>;

    /// Removes whole runs and people, and every trace of them in the files of the database: journal, free pages, texts
    /// that no other run was played with.
    ///
    /// # Errors
    /// If it can't be done; nothing is half erased then, but traces may be left, and it says so.
    fn erase(&mut self, what: &Erasure) -> Result<Vec<RunId>, Trouble>;

    /// Looks whether everything proves itself. Changes nothing.
    ///
    /// # Errors
    /// If it can't be read at all.
    fn verify(&self) -> Result<Verified, Trouble>;

    /// Writes a whole copy to a path that is free, and remembers where.
    ///
    /// # Errors
    /// If something lies there, or it can't be written.
    fn backup(&mut self, to: &Path) -> Result<(), Trouble>;

    /// The backups that were made from here.
    ///
    /// # Errors
    /// If they can't be read.
    fn backups(&self) -> Result<Vec<Backup>, Trouble>;

    /// Forgets a backup that is no more.
    ///
    /// # Errors
    /// If it can't be written.
    fn forget_backup(&mut self, path: &Path) -> Result<(), Trouble>;
}

/// The answer to a single write.
fn one(answers: Vec<Result<(), Trouble>>) -> Result<(), Trouble> {
    answers.into_iter().collect()
}
