//! Records in SQLite: one file, opened so that what was acknowledged is on the disk.
//!
//! Write-ahead log with a full sync at each commit; on a network folder, where that log's shared memory can't work, the
//! older rollback journal instead. Deleted rows are overwritten, and nothing temporary ever leaves memory. [`schema`]
//! has the tables by version, [`write`] what is added, [`read`] what is proved, [`erase`] what leaves no trace.

pub mod erase;
pub mod identity;
pub mod ledger;
pub mod mark;
pub mod operations;
pub mod read;
pub mod schema;
pub mod verify;
pub mod write;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::clock::Clock;
use super::records::What;
use super::trouble::{How, Trouble};
use identity::Identity;
use mark::Mark;

/// How long a file that another program holds is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// How commits reach the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Journal {
    /// A write-ahead log: one sync a commit, and readers are never in the way.
    Ahead,
    /// A rollback journal: slower, and works on folders of other machines.
    Rollback,
}

/// A file of records that is open.
#[derive(Debug)]
pub struct Sqlite {
    connection: Connection,
    path: PathBuf,
    clock: Clock,
    /// The file that was opened: another one in its place is not ours to acknowledge.
    identity: Option<Identity>,
    /// The same of its journal, once there is one.
    journal: Option<Identity>,
    mark: Option<Mark>,
    /// Commits that the mark knew of and the file does not: its end is missing.
    behind: u64,
}

impl Sqlite {
    /// Opens a file of records, or makes one. Nothing of a damaged file is changed.
    ///
    /// # Errors
    /// What stands in the way; [`Trouble::Damaged`] if it does not prove itself so far as is looked at here.
    pub fn open(path: &Path, mark: &Path, journal: Journal, clock: Clock) -> Result<Self, Trouble> {
        private(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|error| trouble(path, &error))?;
        let mut own =
            Self { connection, path: path.to_owned(), clock, identity: None, journal: None, mark: None, behind: 0 };
        own.prepare(journal).map_err(|error| own.say(&error))??;
        own.identity = Identity::of(path);
        own.journal = Identity::of(&beside(path, "-wal"));
        let mark = Mark::open(mark);
        let commits = own.commits()?;
        own.behind = mark.as_ref().and_then(Mark::commits).unwrap_or_default().saturating_sub(commits);
        own.mark = mark;
        Ok(own)
    }

    /// Opens a file to look at, with its mark if it has one: neither is ever changed.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn read(path: &Path, mark: Option<&Path>) -> Result<Self, Trouble> {
        if let Err(error) = std::fs::File::open(path) {
            return Err(Trouble::file(path, &error));
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|error| trouble(path, &error))?;
        let own = Self {
            connection,
            path: path.to_owned(),
            clock: Clock::system(),
            identity: None,
            journal: None,
            mark: None,
            behind: 0,
        };
        own.guard().map_err(|error| own.say(&error))?;
        let read = own.connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0));
        // A journal that can't be joined, on a stick that can't be written: the file by itself is looked at.
        let is_shut = read.as_ref().is_err_and(|error| !is_busy(error));
        let own = if is_shut && !beside(path, "-wal").exists() {
            let flags = flags | OpenFlags::SQLITE_OPEN_URI;
            let uri = format!("file:{}?immutable=1", encoded(path));
            let connection = Connection::open_with_flags(uri, flags).map_err(|error| own.say(&error))?;
            Self { connection, ..own }
        } else {
            own
        };
        own.guard().map_err(|error| own.say(&error))?;
        own.ours().map_err(|error| own.say(&error))??;
        // A file that comes from elsewhere may hold anything: tables of ours that are something else never end.
        schema::is_exact(&own.connection).map_err(|error| own.say(&error))?.then_some(()).ok_or_else(|| {
            let why = "its tables are not as they were made".to_owned();
            own.damaged(What::File { why })
        })?;
        let behind = match mark.and_then(mark::read) {
            Some(known) => known.saturating_sub(own.commits()?),
            None => 0,
        };
        Ok(Self { behind, ..own })
    }

    /// Nothing that lies in a file may do more than be read.
    fn guard(&self) -> rusqlite::Result<()> {
        self.connection.busy_timeout(PATIENCE)?;
        self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        Ok(())
    }

    /// What was opened is ours and not of a later version. An empty file is nobody's yet. Both stand in the header,
    /// which proves nothing: where the ledger proves another version, it is the header that is damaged.
    fn ours(&self) -> rusqlite::Result<Result<(), Trouble>> {
        let number = |name: &str| self.connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        let (application, version) = (number("application_id")?, number("user_version")?);
        let tables: i64 = self.connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        let proved = ledger::version(&self.connection);
        Ok(if proved.is_some_and(|proved| proved != version || application != schema::APPLICATION) {
            let why = "its header was changed".to_owned();
            Err(self.damaged(What::File { why }))
        } else if application != schema::APPLICATION && (application != 0 || version != 0 || tables != 0) {
            Err(Trouble::NotOurs { path: self.path.clone() })
        } else if version > schema::VERSION {
            Err(Trouble::Newer { path: self.path.clone(), version })
        } else {
            Ok(())
        })
    }

    fn prepare(&mut self, journal: Journal) -> rusqlite::Result<Result<(), Trouble>> {
        self.guard()?;
        // Until it has proved itself, closing it must not carry its journal into it.
        self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        if let Err(trouble) = self.ours()? {
            return Ok(Err(trouble));
        }
        // On macOS a plain sync stays in the cache of the disk. Elsewhere these do nothing.
        self.connection.pragma_update(None, "fullfsync", "ON")?;
        self.connection.pragma_update(None, "checkpoint_fullfsync", "ON")?;
        let (mode, sync) = match journal {
            Journal::Ahead => ("wal", "FULL"),
            // A rollback journal is done when it is unlinked: EXTRA syncs the folder after that too.
            Journal::Rollback => ("delete", "EXTRA"),
        };
        self.connection.pragma_update(None, "temp_store", "MEMORY")?;
        self.connection.pragma_update(None, "secure_delete", "ON")?;
        self.connection.pragma_update(None, "cell_size_check", "ON")?;
        let set: String = self.connection.pragma_update_and_check(None, "journal_mode", mode, |row| row.get(0))?;
        if set != mode {
            let why = format!("journal_mode is {set}");
            return Ok(Err(Trouble::File { path: self.path.clone(), how: How::Other(why) }));
        }
        self.connection.pragma_update(None, "synchronous", sync)?;
        Ok(schema::migrate(&mut self.connection, &self.path))
    }

    /// It proved itself: when the last window closes, its journal is carried into it.
    ///
    /// # Errors
    /// What does not hold.
    pub fn trust(&self) -> Result<(), Trouble> {
        if self.behind > 0 {
            return Err(self.damaged(What::Older { by: self.behind }));
        }
        self.sound()?;
        let set = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false);
        set.map(|_| ()).map_err(|error| self.say(&error))
    }

    /// It is damaged after all: closing it leaves its journal beside it.
    pub(super) fn distrust(&self) {
        let _ = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
    }

    /// Lets the count of commits begin where another file's ended, so that the mark goes on holding.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn begin_at(&mut self, commits: u64) -> Result<(), Trouble> {
        let path = self.path.clone();
        let tx = self.connection.transaction().map_err(|error| trouble(&path, &error))?;
        ledger::set_commits(&tx, commits).map_err(|error| error.at(&path))?;
        tx.commit().map_err(|error| trouble(&path, &error))
    }

    /// How many commits were made.
    ///
    /// # Errors
    /// If that can't be read.
    pub fn commits(&self) -> Result<u64, Trouble> {
        ledger::commits(&self.connection).map_err(|error| error.at(&self.path))
    }

    fn damaged(&self, what: What) -> Trouble {
        Trouble::Damaged { path: self.path.clone(), what }
    }

    fn say(&self, error: &rusqlite::Error) -> Trouble {
        trouble(&self.path, error)
    }
}

/// What went wrong inside an operation: the database, or something that it holds.
#[derive(Debug)]
enum Wrong {
    Database(rusqlite::Error),
    Damaged(What),
    Other(Trouble),
}

impl Wrong {
    fn at(self, path: &Path) -> Trouble {
        match self {
            Self::Database(error) => trouble(path, &error),
            Self::Damaged(what) => Trouble::Damaged { path: path.to_owned(), what },
            Self::Other(trouble) => trouble,
        }
    }
}

impl From<rusqlite::Error> for Wrong {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}

/// A file beside the database: its journal, its shared memory.
#[must_use]
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().map(std::ffi::OsStr::to_owned).unwrap_or_default();
    name.push(ending);
    path.with_file_name(name)
}

/// Makes the file if it is not there, so that only its owner can read it.
fn private(path: &Path) -> Result<(), Trouble> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(|_| ()).map_err(|error| Trouble::file(path, &error))
}

/// Whether another program was in the way.
fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked))
}

/// A path in a URI.
fn encoded(path: &Path) -> String {
    let mut text = String::new();
    for c in path.to_string_lossy().replace('\\', "/").chars() {
        match c {
            '%' => text.push_str("%25"),
            '?' => text.push_str("%3f"),
            '#' => text.push_str("%23"),
            c => text.push(c),
        }
    }
    text
}

/// What an error of the database means.
fn trouble(path: &Path, error: &rusqlite::Error) -> Trouble {
    use rusqlite::ErrorCode as Code;
    let path_of = || path.to_owned();
    let file = |how| Trouble::File { path: path.to_owned(), how };
    let Some(code) = error.sqlite_error_code() else {
        return match error {
            // A value that is none of what the schema says.
            rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::QueryReturnedNoRows
            | rusqlite::Error::Utf8Error(..) => {
                Trouble::Damaged { path: path_of(), what: What::File { why: error.to_string() } }
            }
            _ => file(How::Other(error.to_string())),
        };
    };
    match code {
        // The file ends in the middle of a page.
        Code::SystemIoFailure
            if error
                .sqlite_error()
                .is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHORT_READ) =>
        {
            Trouble::Damaged { path: path_of(), what: What::File { why: error.to_string() } }
        }
        Code::DatabaseBusy | Code::DatabaseLocked | Code::FileLockingProtocolFailed => {
            Trouble::Busy { path: path_of() }
        }
        Code::DiskFull => file(How::Full),
        Code::DatabaseCorrupt | Code::NotADatabase => {
            Trouble::Damaged { path: path_of(), what: What::File { why: error.to_string() } }
        }
        Code::ReadOnly | Code::CannotOpen | Code::PermissionDenied | Code::AuthorizationForStatementDenied => {
            // The system itself says it better than the database does.
            let folder = path.parent().unwrap_or(path);
            match std::fs::OpenOptions::new().write(true).open(path) {
                Err(error) => Trouble::file(path, &error),
                Ok(_) => match tempfile::tempfile_in(folder) {
                    Err(error) => Trouble::file(folder, &error),
                    Ok(_) if code == Code::ReadOnly => file(How::ReadOnly),
                    Ok(_) => file(How::Other(error.to_string())),
                },
            }
        }
        // It was ours a moment ago: the page that names its tables is damaged, or its header.
        Code::Unknown
            if [
                "no such table",
                "no such column",
                "has no column named",
                "already exists",
                "unsupported file format",
                "malformed",
            ]
            .iter()
            .any(|one| error.to_string().contains(one)) =>
        {
            Trouble::Damaged { path: path_of(), what: What::File { why: error.to_string() } }
        }
        _ => file(How::Other(error.to_string())),
    }
}
