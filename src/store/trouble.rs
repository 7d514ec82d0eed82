//! What can go wrong with what is kept, in words that say what to do. None of it stops a person who plays.

use std::io;
use std::path::{Path, PathBuf};

use super::ids::RunId;
use super::records::What;
use crate::text::Message;

/// Why something could not be kept, read or erased.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The system names no folder for a program's data.
    #[error("no data folder")]
    NoFolder,
    /// This program was built without a store.
    #[error("built without a store")]
    NotBuiltIn,
    /// A file or folder can't be used.
    #[error("{path}: {how:?}")]
    File { path: PathBuf, how: How },
    /// Another program holds the file, and did not let go in time.
    #[error("{path} is held by another program")]
    Busy { path: PathBuf },
    /// Another window is opening or mending it, and takes long over it.
    #[error("{path} is being opened")]
    Opening { path: PathBuf },
    /// The file that was open is no longer there, or another lies in its place.
    #[error("{path} is gone")]
    Gone { path: PathBuf },
    /// A later version of this program wrote it.
    #[error("{path} is of version {version}")]
    Newer { path: PathBuf, version: i64 },
    /// It is a database, but none of ours.
    #[error("{path} is not ours")]
    NotOurs { path: PathBuf },
    /// It does not prove itself.
    #[error("{path} is damaged: {what:?}")]
    Damaged { path: PathBuf, what: What },
    /// It is damaged, and can't be mended while another window has it open.
    #[error("{path} is damaged and in use")]
    DamagedInUse { path: PathBuf },
    #[error("there is no run {run}")]
    NoSuchRun { run: RunId },
    /// Another run of that name is there.
    #[error("there is a run {run} already")]
    RunExists { run: RunId },
    /// Somebody else wrote on with this run: it holds other events from this one on.
    #[error("{run} holds other events from {seq} on")]
    Conflict { run: RunId, seq: u32 },
    /// It was erased while it was played.
    #[error("{run} was erased")]
    Erased { run: RunId },
    /// Another window is playing it.
    #[error("{run} is in use")]
    InUse { run: RunId },
    /// It is erased, but its traces are not yet gone from the file, because something else has it open.
    #[error("traces are left in {path}")]
    Traces { path: PathBuf },
    /// The writer has ended: a mistake of this program.
    #[error("the writer has ended")]
    Stopped,
}

/// What is wrong with a file or a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    Missing,
    NotAllowed,
    ReadOnly,
    Full,
    /// A file where a folder should be, or the other way round.
    WrongKind,
    Exists,
    /// Anything else, as the system says it.
    Other(String),
}

impl From<&io::Error> for How {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::NotAllowed,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory => Self::WrongKind,
            io::ErrorKind::AlreadyExists => Self::Exists,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl Trouble {
    /// Trouble with a file.
    #[must_use]
    pub fn file(path: &Path, error: &io::Error) -> Self {
        Self::File { path: path.to_owned(), how: How::from(error) }
    }

    /// What to tell a person: what is the matter, and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        let at = |key, path: &Path| Message::new(key).with("path", path.display().to_string());
        match self {
            Self::NoFolder => Message::new("store-no-folder"),
            Self::NotBuiltIn => Message::new("store-not-built-in"),
            Self::File { path, how } => match how {
                How::Missing => at("store-missing", path),
                How::NotAllowed => at("store-not-allowed", path),
                How::ReadOnly => at("store-read-only", path),
                How::Full => at("store-full", path),
                How::WrongKind => at("store-wrong-kind", path),
                How::Exists => at("store-exists", path),
                How::Other(why) => at("store-trouble", path).with("why", why),
            },
            Self::Busy { path } => at("store-busy", path),
            Self::Opening { path } => at("store-opening", path),
            Self::Gone { path } => at("store-gone", path),
            Self::Newer { path, version } => at("store-newer", path).with("version", *version),
            Self::NotOurs { path } => at("store-not-ours", path),
            Self::Damaged { path, what } => at("store-damaged", path).with("what", what.message()),
            Self::DamagedInUse { path } => at("store-damaged-in-use", path),
            Self::NoSuchRun { run } => Message::new("store-no-run").with("run", run.as_str()),
            Self::RunExists { run } => Message::new("store-run-exists").with("run", run.as_str()),
            Self::Conflict { run, seq } => {
                Message::new("store-conflict").with("run", run.as_str()).with("seq", u64::from(*seq))
            }
            Self::Erased { run } => Message::new("store-erased").with("run", run.as_str()),
            Self::InUse { run } => Message::new("store-in-use").with("run", run.as_str()),
            Self::Traces { path } => at("store-traces", path),
            Self::Stopped => Message::new("store-stopped"),
        }
    }
}

impl What {
    /// What does not hold, as a sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::File { why } => Message::new("fault-file").with("why", why),
            Self::Rows { table } => Message::new("fault-rows").with("table", *table),
            Self::Row { table } => Message::new("fault-row").with("table", *table),
            Self::Headless => Message::new("fault-headless"),
            Self::Chain { good, of } => {
                Message::new("fault-chain").with("good", u64::from(*good)).with("of", u64::from(*of))
            }
            Self::Text { name } => Message::new("fault-text").with("name", name),
            Self::Older { by } => Message::new("fault-older").with("by", *by),
        }
    }
}
