//! Log files: a run as a file that grows line by line, to hand in or to carry from one machine to another.
//!
//! In go a run and the texts that it is played with; on the disk lie whole lines, each synced before what it brought
//! is shown. A file that is there already is never written over.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use crate::run::Run;
use crate::run::event::Event;
use crate::run::logfile::{self, Damage, Fault, Header, Log};
use crate::text::Message;

/// Damaged copies of one log that are kept: nobody has so many.
const MOST_NAMES: u32 = 10_000;

/// The largest log that is read: far more than a person can write.
const MOST_BYTES: u64 = 256 << 20;

/// The log file of a run in play.
#[derive(Debug)]
pub struct LogFile {
    header: Header,
    /// Where the log lies, or will.
    path: PathBuf,
    file: Option<File>,
    /// Bytes of whole lines in the file.
    good: u64,
    /// Events that are in the file.
    written: usize,
}

/// A log file that was opened to go on with.
#[derive(Debug)]
pub struct Opened {
    pub log: Log,
    pub file: LogFile,
    /// Where the damaged file was copied to, if it was damaged.
    pub aside: Option<PathBuf>,
}

/// A path as it is shown.
fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// What stands in the way of a log, in words.
fn trouble(path: &Path, error: &io::Error) -> Message {
    let key = match error.kind() {
        io::ErrorKind::NotFound => "log-missing",
        io::ErrorKind::PermissionDenied => "log-not-allowed",
        io::ErrorKind::AlreadyExists => "log-exists",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "log-disk-full",
        _ => "log-trouble",
    };
    Message::new(key).with("path", shown(path)).with("why", error.to_string())
}

/// Why a file can't be opened as a log, in words.
#[must_use]
pub fn faulty(path: &Path, fault: &Fault) -> Message {
    let at = |key| Message::new(key).with("path", shown(path));
    match fault {
        Fault::Empty => at("log-empty"),
        Fault::NoLog => at("log-no-log"),
        Fault::BrokenHeader => at("log-broken-header"),
        Fault::Newer { format } => at("log-newer").with("format", *format),
        Fault::OtherLuck { luck } => at("log-other-luck").with("luck", luck),
        Fault::Changed { name } => at("log-changed").with("name", name),
        Fault::NotKept { name } => at("log-not-kept").with("name", name),
    }
}

/// What was set aside of a log, in words.
#[must_use]
pub fn damaged(path: &Path, damage: &Damage) -> Message {
    let key = match damage.how {
        logfile::How::Cut => "log-cut",
        logfile::How::NoEvent => "log-damaged",
        logfile::How::OutOfOrder => "log-out-of-order",
    };
    Message::new(key).with("path", shown(path)).with("line", damage.line).with("lines", damage.lines)
}

/// Reads a log, and changes nothing.
///
/// # Errors
/// What stands in the way, in words.
pub fn read(path: &Path) -> Result<Log, Message> {
    let kind = std::fs::metadata(path).map_err(|error| trouble(path, &error))?;
    if !kind.is_file() {
        return Err(Message::new("log-no-file").with("path", shown(path)));
    }
    let file = File::open(path).map_err(|error| trouble(path, &error))?;
    let bytes = all(&file).map_err(|error| trouble(path, &error))?;
    logfile::read(&bytes).map_err(|fault| faulty(path, &fault))
}

/// All of a file, through the handle that holds its lock: on some systems no other may read it.
fn all(mut file: &File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}

impl LogFile {
    /// The log of a new run. Nothing is written yet.
    ///
    /// # Errors
    /// If a file of that name is there already, in words.
    pub fn new(header: Header, path: PathBuf) -> Result<Self, Message> {
        if path.symlink_metadata().is_ok() {
            return Err(Message::new("log-exists").with("path", shown(&path)));
        }
        Ok(Self { header, path, file: None, good: 0, written: 0 })
    }

    /// Opens a log to go on with. What is damaged is copied aside first, then cut off.
    ///
    /// # Errors
    /// What stands in the way, in words.
    pub fn open(path: &Path) -> Result<Opened, Message> {
        // What is no log says so before anything is opened to be written.
        read(path)?;
        let file = OpenOptions::new().read(true).write(true).open(path).map_err(|error| trouble(path, &error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Message::new("log-in-use").with("path", shown(path))),
            // Some network folders know no locks: better without than not at all.
            Err(TryLockError::Error(_)) => {}
        }
        // Between reading and locking, another window may have written on.
        let bytes = all(&file).map_err(|error| trouble(path, &error))?;
        let log = logfile::read(&bytes).map_err(|fault| faulty(path, &fault))?;
        let aside = match log.damage {
            Some(_) => Some(set_aside(path, &bytes).map_err(|error| trouble(path, &error))?),
            None => None,
        };
        let mut own = Self {
            header: log.header.clone(),
            path: path.to_owned(),
            file: Some(file),
            good: log.good as u64,
            written: log.events.len(),
        };
        own.mend(log.unended).map_err(|error| trouble(path, &error))?;
        Ok(Opened { log, file: own, aside })
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether anything lies on the disk.
    #[must_use]
    pub const fn has_begun(&self) -> bool {
        self.file.is_some()
    }

    /// Cuts the file back to its last whole line, and ends that if it has no end.
    fn mend(&mut self, unended: bool) -> io::Result<()> {
        let Some(file) = &mut self.file else { return Ok(()) };
        if file.metadata()?.len() != self.good {
            file.set_len(self.good)?;
        }
        file.seek(SeekFrom::Start(self.good))?;
        if unended {
            file.write_all(b"\n")?;
            self.good += 1;
        }
        file.sync_data()
    }

    /// Brings the file up to date with the run: on the disk when this returns.
    ///
    /// # Errors
    /// Why not, in words. Nothing is lost: the next time tries again from the last whole line.
    pub fn write(&mut self, run: &Run) -> Result<(), Message> {
        self.try_write(run.events()).map_err(|error| trouble(&self.path, &error))
    }

    fn try_write(&mut self, events: &[Event]) -> io::Result<()> {
        let mut lines = String::new();
        if self.file.is_none() {
            self.file = Some(self.create()?);
        }
        if self.good == 0 {
            lines.push_str(&self.header.line());
            self.written = 0;
        }
        for event in events.get(self.written..).unwrap_or_default() {
            lines.push_str(&logfile::event_line(event));
        }
        if lines.is_empty() {
            return Ok(());
        }
        let Some(file) = &mut self.file else { return Ok(()) };
        let done = file.write_all(lines.as_bytes()).and_then(|()| file.sync_data());
        if let Err(error) = done {
            // Half a line would make the next one unreadable.
            let _ = file.set_len(self.good);
            let _ = file.seek(SeekFrom::Start(self.good));
            return Err(error);
        }
        self.good += lines.len() as u64;
        self.written = events.len();
        Ok(())
    }

    /// Creates the file, under a name that nobody else took in the meantime.
    fn create(&self) -> io::Result<File> {
        let file = OpenOptions::new().read(true).write(true).create_new(true).open(&self.path)?;
        let _ = file.try_lock();
        // The name of a new file lies in its folder: that must reach the disk too.
        let folder = self.path.parent().unwrap_or(Path::new(""));
        crate::store::folder::sync(folder).map_err(io::Error::other)?;
        Ok(file)
    }
}

/// Copies a damaged log aside, whole.
fn set_aside(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let mut name = path.file_name().map(std::ffi::OsStr::to_owned).unwrap_or_default();
    name.push(".damaged");
    let first = path.with_file_name(name);
    for number in 1..MOST_NAMES {
        let to = if number == 1 { first.clone() } else { first.with_extension(format!("damaged-{number}")) };
        match OpenOptions::new().write(true).create_new(true).open(&to) {
            Ok(mut file) => {
                file.write_all(bytes)?;
                file.sync_all()?;
                return Ok(to);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
