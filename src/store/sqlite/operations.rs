//! The whole operations, each in one transaction.

use std::path::Path;

use jiff::Timestamp;
use rusqlite::{Transaction, TransactionBehavior};

use super::identity::Identity;
use super::ledger::Changes;
use super::{Sqlite, Wrong, beside, erase, read, verify, write};
use crate::store::folder;
use crate::store::ids::{PersonId, RunId};
use crate::store::records::{Backup, Entry, Erasure, Kept, Person, Records, Verified, Write};
use crate::store::trouble::{How, Trouble};

impl Sqlite {
    /// Writes in one transaction, with the ledger; durable when it returns.
    fn change<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>, &mut Changes) -> Result<T, Wrong>,
    ) -> Result<T, Trouble> {
        // A file that was deleted or replaced would take everything and keep nothing.
        self.still_there()?;
        let done = (|| {
            let tx = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut changes = Changes::default();
            let done = work(&tx, &mut changes)?;
            let commits = changes.enter(&tx)?;
            tx.commit()?;
            Ok((done, commits))
        })();
        let (done, commits) = done.map_err(|wrong: Wrong| self.wronged(wrong))?;
        self.still_there()?;
        if let Some(mark) = &mut self.mark {
            mark.set(commits);
        }
        Ok(done)
    }

    /// Reads in one snapshot.
    fn look<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, Wrong>) -> Result<T, Trouble> {
        let done = (|| {
            let tx = self.connection.unchecked_transaction()?;
            work(&tx)
        })();
        done.map_err(|wrong: Wrong| self.wronged(wrong))
    }

    /// What went wrong. A damaged file stays as it is, also when it is closed.
    fn wronged(&self, wrong: Wrong) -> Trouble {
        let trouble = wrong.at(&self.path);
        if matches!(trouble, Trouble::Damaged { .. }) {
            self.distrust();
        }
        trouble
    }

    /// What is looked at whenever a file is opened: the rows of runs, and that none is missing.
    pub(super) fn sound(&self) -> Result<(), Trouble> {
        self.look(|tx| {
            for row in read::runs(tx)? {
                read::entry(&row)?;
            }
            read::named(tx)?;
            read::settings(tx)?;
            read::drafts(tx)?;
            read::backup_rows(tx).map(|_| ())
        })
    }

    /// Remembers a backup of a file that this one takes the place of.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn remember_backup(&mut self, path: &str, made: i64) -> Result<(), Trouble> {
        let made = Timestamp::from_second(made).unwrap_or(Timestamp::UNIX_EPOCH);
        self.change(|tx, changes| write::backup(tx, changes, path, Some(made)))
    }

    /// Writes a whole copy: under a name of its own until it is whole.
    fn copy(&self, to: &Path, folder: &Path) -> Result<(), Trouble> {
        let unfinished = tempfile::Builder::new().prefix(".unfinished-").tempfile_in(folder);
        let unfinished = unfinished.map_err(|error| Trouble::file(folder, &error))?;
        let path = unfinished.path().to_string_lossy().into_owned();
        // SQLite takes an empty file for one that is not there, and fills it with what is in use and nothing else.
        self.connection.execute("VACUUM INTO ?1", [path]).map_err(|error| super::trouble(to, &error))?;
        unfinished.as_file().sync_all().map_err(|error| Trouble::file(to, &error))?;
        unfinished.persist_noclobber(to).map_err(|error| Trouble::file(to, &error.error))?;
        folder::sync(folder)
    }

    /// The file that is written is the one that people will find.
    fn still_there(&mut self) -> Result<(), Trouble> {
        let Some(identity) = self.identity else { return Ok(()) };
        let gone = || Trouble::Gone { path: self.path.clone() };
        if Identity::of(&self.path) != Some(identity) {
            return Err(gone());
        }
        let journal = Identity::of(&beside(&self.path, "-wal"));
        match (self.journal, journal) {
            (Some(known), now) if now != Some(known) => return Err(gone()),
            (None, Some(now)) => self.journal = Some(now),
            _ => {}
        }
        Ok(())
    }
}

impl Records for Sqlite {
    fn commit(&mut self, writes: &[Write]) -> Result<Vec<Result<(), Trouble>>, Trouble> {
        self.change(|tx, changes| {
            let mut answers = Vec::with_capacity(writes.len());
            for write in writes {
                tx.execute_batch("SAVEPOINT one")?;
                let before = changes.clone();
                answers.push(match write::write(tx, changes, write) {
                    Ok(()) => Ok(()),
                    Err(Wrong::Other(trouble)) => {
                        tx.execute_batch("ROLLBACK TO one")?;
                        *changes = before;
                        Err(trouble)
                    }
                    Err(wrong) => return Err(wrong),
                });
                tx.execute_batch("RELEASE one")?;
            }
            Ok(answers)
        })
    }

    fn list(&self) -> Result<Vec<Entry>, Trouble> {
        self.look(|tx| read::runs(tx)?.iter().map(read::entry).collect())
    }

    fn run(&self, run: &RunId) -> Result<Kept, Trouble> {
        self.look(|tx| read::kept(tx, run))
    }

    fn people(&self) -> Result<Vec<Person>, Trouble> {
        self.look(|tx| read::people(tx))
    }

    fn name_person(&mut self, id: &PersonId, name: Option<&str>) -> Result<(), Trouble> {
        self.change(|tx, changes| write::person(tx, changes, id.as_str(), name))
    }

    fn setting(&self, name: &str) -> Result<Option<String>, Trouble> {
        let all = self.look(|tx| read::settings(tx))?;
        Ok(all.into_iter().find(|row| row.name == name).map(|row| row.value))
    }

    fn set(&mut self, name: &str, value: Option<&str>) -> Result<(), Trouble> {
        self.change(|tx, changes| write::setting(tx, changes, name, value))
    }

    fn erase(&mut self, what: &Erasure) -> Result<Vec<RunId>, Trouble> {
        let erased = self.change(|tx, changes| erase::rows(tx, changes, what))?;
        match erase::traces(&self.connection) {
            Ok(true) => Ok(erased),
            // The rows are gone, whatever went wrong now.
            _ => Err(Trouble::Traces { path: self.path.clone() }),
        }
    }

    fn verify(&self) -> Result<Verified, Trouble> {
        let verified = self.look(|tx| verify::verify(tx, self.behind))?;
        if !verified.faults.is_empty() {
            self.distrust();
        }
        Ok(verified)
    }

    fn backup(&mut self, to: &Path) -> Result<(), Trouble> {
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        folder::make(folder)?;
        if to.symlink_metadata().is_ok() {
            return Err(Trouble::File { path: to.to_owned(), how: How::Exists });
        }
        // It is remembered before it is there: a copy that nobody knows of would outlive what is erased.
        let made = self.clock.now();
        let path = std::path::absolute(to).unwrap_or_else(|_| to.to_owned()).to_string_lossy().into_owned();
        self.change(|tx, changes| write::backup(tx, changes, &path, Some(made)))?;
        self.copy(to, folder).inspect_err(|_| {
            let _ = self.change(|tx, changes| write::backup(tx, changes, &path, None));
        })
    }

    fn backups(&self) -> Result<Vec<Backup>, Trouble> {
        self.look(|tx| read::backups(tx))
    }

    fn forget_backup(&mut self, path: &Path) -> Result<(), Trouble> {
        let path = path.to_string_lossy().into_owned();
        self.change(|tx, changes| write::backup(tx, changes, &path, None::<Timestamp>))
    }
}
