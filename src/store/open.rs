//! Opening what is kept. A damaged file is set aside as it was, and whatever proves itself is brought over.
//!
//! Mending goes by steps that can be broken off anywhere: the damaged files are copied aside and synced; a new file is
//! made beside them, whole; only then does it take their place.

use std::path::{Path, PathBuf};

use super::clock::Clock;
use super::folder::Folder;
use super::ids::RunId;
use super::records::{Records, What};
use super::trouble::Trouble;
use crate::text::Message;

/// What is kept, open.
pub struct Opened {
    pub folder: Folder,
    pub records: Box<dyn Records>,
    /// What a person should know of how it was opened.
    pub notes: Vec<Note>,
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opened").field("folder", &self.folder).field("notes", &self.notes).finish_non_exhaustive()
    }
}

/// Something to be told about how it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The folder lies on another machine: no write-ahead log is used there.
    Network { path: PathBuf, kind: &'static str },
    /// It was damaged. Everything that proved itself was brought over.
    Mended {
        /// Where the damaged files lie, as they were.
        aside: PathBuf,
        why: What,
        /// Runs that are whole.
        whole: usize,
    },
    /// Of this run only the beginning could be brought over.
    Cut { run: RunId, good: u32, of: u32 },
    /// A text that this run was played with is lost: what was written in it lies in a file.
    Lost { run: RunId, text: String, log: PathBuf },
}

impl Note {
    /// What to tell.
    #[must_use]
    pub fn message(&self) -> Message {
        let at = |key, path: &Path| Message::new(key).with("path", path.display().to_string());
        match self {
            Self::Network { path, kind } => at("store-network", path).with("kind", *kind),
            Self::Mended { aside, why, whole } => {
                at("store-mended", aside).with("why", why.message()).with("whole", *whole)
            }
            Self::Cut { run, good, of } => Message::new("store-cut")
                .with("run", run.as_str())
                .with("good", u64::from(*good))
                .with("of", u64::from(*of)),
            Self::Lost { run, text, log } => at("store-lost-text", log).with("run", run.as_str()).with("text", text),
        }
    }
}

/// Opens what is kept in a folder, which is made if it is not there; mends it if it is damaged.
///
/// # Errors
/// What stands in the way. Whoever plays goes on in memory.
pub fn open(path: &Path, clock: &Clock) -> Result<Opened, Trouble> {
    open_knowing(path, clock, None)
}

/// Opens what is kept, knowing what was found damaged in it.
///
/// # Errors
/// As [`open`].
pub fn open_knowing(path: &Path, clock: &Clock, damaged: Option<What>) -> Result<Opened, Trouble> {
    #[cfg(feature = "store")]
    return sqlite::open(path, clock, damaged);
    #[cfg(not(feature = "store"))]
    {
        let _ = (path, clock, damaged);
        Err(Trouble::NotBuiltIn)
    }
}

/// Opens what is kept, and does something with it. Damage that only then comes to light is mended, and it is done again.
///
/// # Errors
/// What stands in the way of either.
pub fn open_for<T>(
    path: &Path,
    clock: &Clock,
    mut work: impl FnMut(&mut Opened) -> Result<T, Trouble>,
) -> Result<(Opened, T), Trouble> {
    let mut opened = open(path, clock)?;
    match work(&mut opened) {
        Ok(done) => Ok((opened, done)),
        Err(Trouble::Damaged { what, .. }) => {
            drop(opened);
            let mut opened = open_knowing(path, clock, Some(what))?;
            let done = work(&mut opened)?;
            Ok((opened, done))
        }
        Err(trouble) => Err(trouble),
    }
}

/// Opens a file of records to look at, such as a backup, or a damaged one: nothing is changed.
///
/// # Errors
/// What stands in the way.
pub fn look(file: &Path) -> Result<Box<dyn Records>, Trouble> {
    #[cfg(feature = "store")]
    return Ok(Box::new(super::sqlite::Sqlite::read(file, None)?));
    #[cfg(not(feature = "store"))]
    {
        let _ = file;
        Err(Trouble::NotBuiltIn)
    }
}

/// Opens what is kept in a folder to look at: nothing is mended and nothing is made.
///
/// # Errors
/// What stands in the way.
pub fn look_in(folder: &Path) -> Result<Box<dyn Records>, Trouble> {
    #[cfg(feature = "store")]
    {
        let (file, mark) = (folder.join(super::folder::RECORDS), folder.join(super::folder::MARK));
        Ok(Box::new(super::sqlite::Sqlite::read(&file, Some(&mark))?))
    }
    #[cfg(not(feature = "store"))]
    {
        let _ = folder;
        Err(Trouble::NotBuiltIn)
    }
}

#[cfg(feature = "store")]
mod sqlite {
    use std::fs::{self, File, OpenOptions};
    use std::io::Write as _;
    use std::path::{Path, PathBuf};

    use super::{Note, Opened};
    use crate::run::logfile;
    use crate::store::clock::Clock;
    use crate::store::folder::{self, Folder};
    use crate::store::ids::PersonId;
    use crate::store::records::{Records as _, What, Write};
    use crate::store::salvage::{self, Rescued, RescuedRun};
    use crate::store::sqlite::mark::Mark;
    use crate::store::sqlite::{Journal, Sqlite, beside};
    use crate::store::trouble::Trouble;

    /// How every database of this kind begins.
    const MAGIC: &[u8] = b"SQLite format 3\0";

    /// Opens; `known` is what was found wrong with it before.
    pub(super) fn open(path: &Path, clock: &Clock, known: Option<What>) -> Result<Opened, Trouble> {
        // Whoever only waits must not keep another from mending: first the right to open, then the file that is held.
        let _opening = folder::opening(path)?;
        let mut folder = Folder::open(path)?;
        let mut notes = Vec::new();
        let network = folder.network();
        if let Some(kind) = network {
            notes.push(Note::Network { path: path.to_owned(), kind });
        }
        let journal = if network.is_some() { Journal::Rollback } else { Journal::Ahead };
        if weight(&mended(&folder))?.is_some() {
            folder.alone(take_its_place)?;
        }
        let attempt = |folder: &Folder| {
            if is_headless(folder)? {
                return Err(Trouble::Damaged { path: folder.records(), what: What::Headless });
            }
            let records = Sqlite::open(&folder.records(), &folder.mark(), journal, clock.clone())?;
            records.trust().map(|()| records)
        };
        let first = match (attempt(&folder), known) {
            // Another window may have mended meanwhile what was known.
            (Ok(records), Some(what)) if !records.verify()?.faults.is_empty() => {
                drop(records);
                Err(Trouble::Damaged { path: folder.records(), what })
            }
            (first, _) => first,
        };
        let records = match first {
            Ok(records) => records,
            Err(Trouble::Damaged { what, .. }) => {
                notes.extend(folder.alone(|folder| mend(folder, what, clock))?);
                attempt(&folder)?
            }
            Err(trouble) => return Err(trouble),
        };
        Ok(Opened { folder, records: Box::new(records), notes })
    }

    /// The file is missing or empty, and its journal is not: the database would throw the journal away.
    fn is_headless(folder: &Folder) -> Result<bool, Trouble> {
        let file = folder.records();
        if weight(&file)?.is_some_and(|bytes| bytes > 0) {
            return Ok(false);
        }
        // A rollback journal beside an empty file is nothing: a program that ended while it made the file leaves that.
        Ok(weight(&beside(&file, "-wal"))?.is_some_and(|bytes| bytes > 0))
    }

    /// The bytes of a file; nothing if it is not there. What can't be looked at may well be there.
    fn weight(path: &Path) -> Result<Option<u64>, Trouble> {
        match fs::metadata(path) {
            Ok(kind) => Ok(Some(kind.len())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Trouble::file(path, &error)),
        }
    }

    /// The new file while it is made, and when it is whole.
    fn making(folder: &Folder) -> PathBuf {
        folder.path().join("records.making")
    }

    fn mended(folder: &Folder) -> PathBuf {
        folder.path().join("records.mended")
    }

    fn remove(path: &Path) -> Result<(), Trouble> {
        match fs::remove_file(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Trouble::file(path, &error)),
            _ => Ok(()),
        }
    }

    fn mend(folder: &Folder, why: What, clock: &Clock) -> Result<Vec<Note>, Trouble> {
        let file = folder.records();
        let journal = beside(&file, "-wal");
        let read = |path: &Path| match fs::read(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
            read => read.map_err(|error| Trouble::file(path, &error)),
        };
        let (database, ahead) = (read(&file)?, read(&journal)?);
        let mut there = Vec::new();
        for path in [file.clone(), journal, beside(&file, "-journal")] {
            if weight(&path)?.is_some() {
                there.push(path);
            }
        }
        let rescued = salvage::rescue(&database, &ahead);
        let commits = Mark::open(&folder.mark()).as_ref().and_then(Mark::commits);
        let is_nothing = rescued == Rescued::default() && commits.is_none() && ahead.is_empty();
        if is_nothing && !database.is_empty() && !database.starts_with(MAGIC) {
            return Err(Trouble::NotOurs { path: file });
        }
        let aside = folder.set_aside(&there, clock.now())?;
        let known = (why, commits.unwrap_or_default());
        let notes = build(folder, rescued, &aside, known, clock).inspect_err(|_| {
            // Broken off before anything could take its place, it is not to lie there once more each time.
            let _ = fs::remove_dir_all(&aside);
        })?;
        let making = making(folder);
        fs::rename(&making, mended(folder)).map_err(|error| Trouble::file(&making, &error))?;
        folder::sync(folder.path())?;
        take_its_place(folder)?;
        Ok(notes)
    }

    /// Makes a new file of what was rescued, whole and on the disk.
    fn build(
        folder: &Folder,
        rescued: Rescued,
        aside: &Path,
        (why, commits): (What, u64),
        clock: &Clock,
    ) -> Result<Vec<Note>, Trouble> {
        let making = making(folder);
        for leftover in [&making, &beside(&making, "-journal")] {
            remove(leftover)?;
        }
        let no_mark = folder.path().join("records.making-mark");
        let mut new = Sqlite::open(&making, &no_mark, Journal::Rollback, clock.clone())?;
        new.begin_at(commits)?;
        let notes = bring_over(&mut new, rescued, aside, why)?;
        drop(new);
        remove(&no_mark)?;
        let done = OpenOptions::new().write(true).open(&making).and_then(|file| file.sync_all());
        done.map_err(|error| Trouble::file(&making, &error))?;
        Ok(notes)
    }

    /// The new file takes the place of the damaged one.
    fn take_its_place(folder: &Folder) -> Result<(), Trouble> {
        let file = folder.records();
        // A journal that outlived its file would be taken for the new one's: it must be gone, for certain, before.
        for ending in ["-wal", "-shm", "-journal"] {
            remove(&beside(&file, ending))?;
        }
        folder::sync(folder.path())?;
        fs::rename(mended(folder), &file).map_err(|error| Trouble::file(&file, &error))?;
        folder::sync(folder.path())
    }

    fn bring_over(new: &mut Sqlite, rescued: Rescued, aside: &Path, why: What) -> Result<Vec<Note>, Trouble> {
        let mut notes = Vec::new();
        let mut whole = 0;
        for run in rescued.runs {
            if let Some(text) = run.lost.first() {
                let log = write_out(&run, aside)?;
                notes.push(Note::Lost { run: run.new.run.clone(), text: text.clone(), log });
                continue;
            }
            let good = u32::try_from(run.events.len()).unwrap_or(u32::MAX);
            if good < run.of {
                notes.push(Note::Cut { run: run.new.run.clone(), good, of: run.of });
            }
            let is_whole = good >= run.of;
            let id = run.new.run.clone();
            let mut writes = vec![
                Write::Begin(run.new),
                Write::Append { run: id.clone(), expected: 0, events: run.events, at: run.touched },
            ];
            let drafts = run.drafts.into_iter();
            writes.extend(drafts.map(|(place, body)| Write::Draft { run: id.clone(), place, body: Some(body) }));
            // Of two runs that claim one name, the second stays in the damaged file.
            let is_over = new.commit(&writes)?.into_iter().all(|answer| answer.is_ok());
            whole += usize::from(is_whole && is_over);
        }
        for person in &rescued.people {
            if let Ok(id) = PersonId::new(&person.id) {
                new.name_person(&id, Some(&person.name))?;
            }
        }
        for setting in &rescued.settings {
            new.set(&setting.name, Some(&setting.value))?;
        }
        for backup in &rescued.backups {
            new.remember_backup(&backup.path, backup.made)?;
        }
        notes.insert(0, Note::Mended { aside: aside.to_owned(), why, whole });
        Ok(notes)
    }

    /// A run that can't be played any more, as the lines of a log.
    fn write_out(run: &RescuedRun, aside: &Path) -> Result<PathBuf, Trouble> {
        let path = aside.join(format!("{}.jsonl", run.new.run));
        let lines = logfile::text(&run.new.header, &run.events);
        let done = File::create_new(&path).and_then(|mut file| {
            file.write_all(lines.as_bytes())?;
            file.sync_all()
        });
        done.map_err(|error| Trouble::file(&path, &error))?;
        folder::sync(aside)?;
        Ok(path)
    }
}
