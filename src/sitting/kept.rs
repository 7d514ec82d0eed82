//! A run that was kept, wherever: in the store under its name, or in a log file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::data::Store;
use super::reading::{self, Findings, Ready};
use super::{data, log};
use crate::run::Run;
use crate::run::event::Event;
use crate::run::logfile::{Damage, Header};
use crate::run::replay::{self, Fault};
use crate::scenario::model::Scenario;
use crate::store::ids::RunId;
use crate::store::lookup;
use crate::store::open::Note;
use crate::text::Message;

/// Where a run was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    Log(PathBuf),
    Store(RunId),
}

/// What was meant by the name of a run.
#[must_use]
pub fn is_log(typed: &str) -> bool {
    // A path that is no file yet says so better than a run that is not there.
    Path::new(typed).exists() || typed.contains(['/', '\\']) || typed.ends_with(".jsonl")
}

/// A run as it was found, not yet played again.
#[derive(Debug)]
pub struct Found {
    pub from: Origin,
    pub header: Header,
    pub events: Vec<Event>,
    /// Lines of a log that were left out.
    pub damage: Option<Damage>,
    /// How the store was opened for it.
    pub notes: Vec<Note>,
}

/// Finds a run to look at.
///
/// # Errors
/// What stands in the way, in words.
pub fn find(typed: &str, data_dir: Option<&Path>) -> Result<Found, Message> {
    if is_log(typed) {
        let path = PathBuf::from(typed);
        let log = log::read(&path)?;
        let (header, events, damage) = (log.header, log.events, log.damage);
        return Ok(Found { from: Origin::Log(path), header, events, damage, notes: Vec::new() });
    }
    let found = data::open_for(data_dir, |opened| {
        Ok(match lookup::named(opened.records.as_ref(), typed) {
            Ok(run) => Ok(opened.records.run(&run)?),
            Err(unknown) => Err(unknown),
        })
    });
    let (opened, kept) = found.map_err(|trouble| trouble.message())?;
    let kept = kept?;
    let from = Origin::Store(kept.entry.run);
    Ok(Found { from, header: kept.header, events: kept.events, damage: None, notes: opened.notes })
}

/// Finds a run of the store that is open, to look at.
///
/// # Errors
/// What stands in the way, in words.
pub fn in_store(run: &RunId, store: &mut Store) -> Result<Found, Message> {
    let kept = store.read(|opened| opened.records.run(run)).map_err(|trouble| trouble.message())?;
    let (from, notes) = (Origin::Store(kept.entry.run), Vec::new());
    Ok(Found { from, header: kept.header, events: kept.events, damage: None, notes })
}

/// Why a run can't be begun, or played again.
#[derive(Debug)]
pub struct Cannot {
    /// What is wrong with the texts that it is played with, if that is why.
    pub found: Option<Box<Findings>>,
    pub message: Message,
}

impl From<Message> for Cannot {
    fn from(message: Message) -> Self {
        Self { found: None, message }
    }
}

impl Origin {
    /// As it is told and typed.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Log(path) => path.display().to_string(),
            Self::Store(run) => run.to_string(),
        }
    }

    /// Why events do not come again, in words, with the line of a log.
    #[must_use]
    pub fn faulty(&self, fault: &Fault) -> Message {
        let (key, seq) = match (self, fault) {
            (Self::Log(_), Fault::Differs { seq, .. }) => ("log-differs", *seq),
            (Self::Log(_), Fault::Refused { seq, .. }) => ("log-refused", *seq),
            (Self::Log(_), Fault::Gap { seq }) => ("log-gap", *seq),
            (Self::Store(_), Fault::Differs { seq, .. } | Fault::Gap { seq }) => ("run-differs", *seq),
            (Self::Store(_), Fault::Refused { seq, .. }) => ("run-refused", *seq),
        };
        match self {
            // The header is line 1, and events count from nought.
            Self::Log(_) => Message::new(key).with("path", self.shown()).with("line", u64::from(seq) + 2),
            Self::Store(_) => Message::new(key).with("run", self.shown()).with("seq", u64::from(seq) + 1),
        }
    }
}

/// Plays a run again from what was kept with it.
///
/// # Errors
/// Why that can't be done.
pub fn again(from: &Origin, header: &Header, events: &[Event]) -> Result<(Ready, Run), Cannot> {
    let ready = open(from, header)?;
    let run = play(from, header.seed, events, &ready.scenario)?;
    Ok((ready, run))
}

/// Opens the texts that were kept with a run.
///
/// # Errors
/// Why that can't be done.
pub fn open(from: &Origin, header: &Header) -> Result<Ready, Cannot> {
    reading::open_kept(header).map_err(|found| {
        let key = match from {
            Origin::Log(_) => "log-cannot-play",
            Origin::Store(_) => "run-cannot-play",
        };
        Cannot { found: Some(Box::new(found)), message: Message::new(key).with("path", from.shown()) }
    })
}

/// Plays a run again over texts that are open.
///
/// # Errors
/// Why that can't be done.
pub fn play(from: &Origin, seed: u64, events: &[Event], scenario: &Arc<Scenario>) -> Result<Run, Cannot> {
    let replayed = replay::replay(Arc::clone(scenario), seed, events);
    match &replayed.fault {
        Some(fault) => Err(from.faulty(fault).into()),
        None => Ok(replayed.run),
    }
}
