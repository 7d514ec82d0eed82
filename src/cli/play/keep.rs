//! Keeping a run in play: in the store, in a log file if one was asked for, and in memory whatever happens.
//!
//! What a run brought is given to the store's writer and waited for before it is shown. What has been written of an
//! answer so far is kept as a draft beside the run, so that nothing typed is lost with a closed window. When neither
//! the store nor a log can be written, the run goes on in memory, and is tried again with every command.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::cli::log::LogFile;
use crate::run::Run;
use crate::run::command::Citation;
use crate::run::logfile::Header;
use crate::scenario::raw::Answer;
use crate::store::clock::Clock;
use crate::store::folder::RunLock;
use crate::store::ids::{PersonId, RunId};
use crate::store::keeper::{Keeper, Saved};
use crate::store::open::Note;
use crate::store::records::{Kept, NewRun};
use crate::store::writer::Writer;
use crate::text::Message;

/// The draft that holds everything unfinished of a sitting at a terminal.
const PLACE: &str = "terminal";

/// What has been written of an answer that is not committed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Unfinished {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sure: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<Citation>,
}

/// Everything unfinished of a run: answers by decision, and lines being typed by the place where they are asked for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Pending {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, Unfinished>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub lines: BTreeMap<String, String>,
}

/// What is kept in the store, for the runs of a sitting.
#[derive(Debug, Clone)]
pub struct Store {
    pub writer: Arc<Writer>,
    pub clock: Clock,
    pub person: PersonId,
    /// The data folder, for locks; nothing if the system names none.
    pub folder: Option<PathBuf>,
    /// The same as it was typed, if it was: it must be typed again to go on.
    pub named: Option<PathBuf>,
}

/// Where a run in play is kept.
#[derive(Debug)]
pub struct Keep {
    header: Header,
    store: Store,
    keeper: Keeper,
    log: Option<LogFile>,
    pub pending: Pending,
}

/// How a run stands with the disk after it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    pub store: Saved,
    /// Why the log file could not be written, if there is one and it could not.
    pub log: Option<Message>,
    has_log: bool,
}

impl Stand {
    /// Everything is durable, in the store or in the log.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.store == Saved::Kept || (self.has_log && self.log.is_none())
    }

    /// What stands in the way of it, in words.
    #[must_use]
    pub fn trouble(&self) -> Option<Message> {
        match &self.store {
            Saved::Failed(trouble) => Some(trouble.message()),
            Saved::Saving => Some(Message::new("store-slow")),
            Saved::Kept => self.log.clone(),
        }
    }
}

impl Keep {
    /// Keeps a new run. Nothing is written yet.
    ///
    /// # Errors
    /// If a log file was asked for and one of that name is there already, in words.
    pub fn new(header: Header, log: Option<PathBuf>, store: &Store) -> Result<Self, Message> {
        let log = log.map(|path| LogFile::new(header.clone(), path)).transpose()?;
        let run = RunId::fresh(&header.scenario);
        let new = NewRun { run, person: store.person.clone(), header: header.clone(), began: store.clock.now() };
        let folder = store.folder.clone();
        let keeper = Keeper::begin(Arc::clone(&store.writer), folder, store.clock.clone(), new);
        Ok(Self { header, store: store.clone(), keeper, log, pending: Pending::default() })
    }

    /// Goes on keeping a run, whose lock is held.
    #[must_use]
    pub fn resume(kept: &Kept, (folder, lock): (PathBuf, RunLock), log: Option<LogFile>, store: &Store) -> Self {
        let keeper = Keeper::resume(Arc::clone(&store.writer), folder, lock, store.clock.clone(), kept);
        let pending = kept.drafts.get(PLACE).and_then(|draft| serde_json::from_str(draft).ok()).unwrap_or_default();
        Self { header: kept.header.clone(), store: store.clone(), keeper, log, pending }
    }

    /// Takes a log file that was opened to go on with, for a run that the store did not know.
    pub fn with_log(&mut self, log: LogFile) {
        self.log = Some(log);
    }

    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// The name by which the run is gone on with, if it is in the store.
    #[must_use]
    pub fn run(&self) -> Option<&RunId> {
        self.keeper.has_begun().then(|| self.keeper.run())
    }

    /// Its log file, if one has been written.
    #[must_use]
    pub fn log(&self) -> Option<&Path> {
        self.log.as_ref().filter(|log| log.has_begun()).map(LogFile::path)
    }

    /// What a person should know of how the store was opened anew.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        self.store.writer.notes()
    }

    /// Writes whatever is new; waits for it at most so long.
    pub fn keep(&mut self, run: &Run, most: Duration) -> Stand {
        self.keeper.save(run.events());
        let log = self.log.as_mut().and_then(|log| log.write(run).err());
        Stand { store: self.keeper.wait(most), log, has_log: self.log.is_some() }
    }

    /// Waits for what is on its way.
    pub fn wait(&mut self, most: Duration, stand: &Stand) -> Stand {
        Stand { store: self.keeper.wait(most), ..stand.clone() }
    }

    /// Writes all of the run to a log file, and goes on writing there as well.
    ///
    /// # Errors
    /// What stands in the way, in words.
    pub fn save_to(&mut self, path: PathBuf, run: &Run) -> Result<(), Message> {
        let mut log = LogFile::new(self.header.clone(), path)?;
        log.write(run)?;
        self.log = Some(log);
        Ok(())
    }

    /// Keeps what is unfinished. Nobody waits for it: a person who writes is not to be held up.
    pub fn keep_pending(&mut self) {
        let body = (self.pending != Pending::default()).then(|| serde_json::to_string(&self.pending).ok()).flatten();
        if body.as_ref() != self.keeper.drafts().get(PLACE) {
            self.keeper.draft(PLACE, body);
        }
    }
}
