//! The data folder: where it lies, and what is kept there, opened for a command or for a whole sitting.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::store::clock::Clock;
use crate::store::folder::Folder;
use crate::store::ids::PersonId;
use crate::store::lookup;
use crate::store::open::{self, Note, Opened};
use crate::store::records::{Entry, What};
use crate::store::trouble::Trouble;
use crate::store::writer::Writer;

/// The variable of the environment that names the folder.
pub const VARIABLE: &str = "DEFENSIBLE_DATA_DIR";

/// The folder that was named, or the usual one.
///
/// # Errors
/// If the system has no usual one.
pub fn folder(named: Option<&Path>) -> Result<PathBuf, Trouble> {
    named.map_or_else(Folder::usual, |named| Ok(named.to_owned()))
}

/// The folder that was named on the command line, and not by the environment.
#[must_use]
pub fn typed(named: Option<&Path>) -> Option<PathBuf> {
    let standing = std::env::var_os(VARIABLE);
    named.filter(|named| standing.as_deref() != Some(named.as_os_str())).map(Path::to_owned)
}

/// Opens what is kept, knowing what was found damaged in it.
///
/// # Errors
/// What stands in the way.
pub fn open_knowing(named: Option<&Path>, damaged: Option<What>) -> Result<Opened, Trouble> {
    open::open_knowing(&folder(named)?, &Clock::system(), damaged)
}

/// Opens what is kept, and does something with it; damage that only then comes to light is mended.
///
/// # Errors
/// What stands in the way.
pub fn open_for<T>(
    named: Option<&Path>,
    work: impl FnMut(&mut Opened) -> Result<T, Trouble>,
) -> Result<(Opened, T), Trouble> {
    open::open_for(&folder(named)?, &Clock::system(), work)
}

/// What is kept, for the runs of a sitting, one after another: written through one writer, read whenever it is wanted.
/// Copies of it share the writer.
#[derive(Debug, Clone)]
pub struct Store {
    pub writer: Arc<Writer>,
    pub clock: Clock,
    /// Under whose id new runs are kept.
    pub person: PersonId,
    /// The data folder, for locks; nothing if the system names none.
    pub folder: Option<PathBuf>,
    /// The same as it was typed, if it was: it must be typed again to go on.
    pub named: Option<PathBuf>,
    /// How it was opened, as far as nobody was told yet.
    notes: Arc<Mutex<Vec<Note>>>,
}

impl Store {
    /// Opens what is kept for a sitting. If it can't be opened, runs are played in memory, and the writer tries again
    /// with each command.
    #[must_use]
    pub fn open(named: Option<&Path>, person: Option<&PersonId>) -> (Self, Option<Trouble>) {
        let (store, read) = Self::open_reading(named, person, |_, _| Ok(()));
        (store, read.err())
    }

    /// The same, with whatever is to be read before the writer has it: damage that only then comes to light is mended,
    /// since nobody here has the file open yet.
    pub fn open_reading<T>(
        named: Option<&Path>,
        person: Option<&PersonId>,
        mut read: impl FnMut(&mut Opened, &PersonId) -> Result<T, Trouble>,
    ) -> (Self, Result<T, Trouble>) {
        let opened = open_for(named, |opened| {
            let person = match person {
                Some(person) => person.clone(),
                None => lookup::player(opened.records.as_mut())?,
            };
            let read = read(opened, &person)?;
            Ok((person, read))
        });
        let (opened, notes, person, read) = match opened {
            Ok((mut opened, (person, read))) => {
                let notes = std::mem::take(&mut opened.notes);
                (Some(opened), notes, person, Ok(read))
            }
            Err(trouble) => (None, Vec::new(), person.cloned().unwrap_or_else(PersonId::fresh), Err(trouble)),
        };
        let store = Self {
            writer: Arc::new(writer(named.map(Path::to_owned), opened)),
            clock: Clock::system(),
            person,
            folder: folder(named).ok(),
            named: typed(named),
            notes: Arc::new(Mutex::new(notes)),
        };
        (store, read)
    }

    /// Reads something while the writer has it open, by a connection of its own. It takes a moment: not for the thread
    /// that draws.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn read<T>(&mut self, mut work: impl FnMut(&mut Opened) -> Result<T, Trouble>) -> Result<T, Trouble> {
        let folder = self.folder.clone().ok_or(Trouble::NoFolder)?;
        let read = match open::open_for(&folder, &self.clock, &mut work) {
            // It is mended only while nobody has it open, and that may be our own writer.
            Err(Trouble::DamagedInUse { .. }) if self.let_go() => open::open_for(&folder, &self.clock, &mut work),
            read => read,
        };
        let (opened, read) = read?;
        // That it is a network folder was said when the writer opened it.
        let notes = opened.notes.into_iter().filter(|note| !matches!(note, Note::Network { .. }));
        self.notes.lock().unwrap_or_else(PoisonError::into_inner).extend(notes);
        Ok(read)
    }

    /// Every run that is kept, in the order in which they were begun here.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn entries(&mut self) -> Result<Vec<Entry>, Trouble> {
        self.read(|opened| opened.records.list())
    }

    /// What a person should know of how it was opened, or opened anew; told once.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = std::mem::take(&mut *self.notes.lock().unwrap_or_else(PoisonError::into_inner));
        notes.append(&mut self.writer.notes());
        notes
    }

    /// Lets the writer close the file; it opens it again when it has something to write. False if a run in play has
    /// hold of the writer.
    fn let_go(&mut self) -> bool {
        let alone = Arc::get_mut(&mut self.writer).is_some();
        if alone {
            let untold = self.writer.notes();
            self.notes.lock().unwrap_or_else(PoisonError::into_inner).extend(untold);
            // The folder is as good as its name: this writer knows no other.
            self.writer = Arc::new(writer(self.folder.clone(), None));
        }
        alone
    }
}

/// The writer of a data folder, with what is open already, if it is.
fn writer(named: Option<PathBuf>, opened: Option<Opened>) -> Writer {
    Writer::start(opened, Box::new(move |damaged| open_knowing(named.as_deref(), damaged)))
}
