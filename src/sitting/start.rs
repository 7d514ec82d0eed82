//! From a scenario or a kept run to a run in play: a new one, one that goes on, or one that branches.
//!
//! In go texts, a run's name and what is kept, open; out comes a run with what it is played with and what keeps it, or
//! what stands in the way. Nothing of a new run is written before its first command, or whenever it is first kept.

use std::path::PathBuf;
use std::sync::Arc;

use super::again::again_from;
use super::data::Store;
use super::files::{Bytes, Files};
use super::keep::{self, Keep};
use super::kept::{self, Cannot, Origin};
use super::log::LogFile;
use super::luck;
use super::reading::{self, Ready};
use crate::run::Run;
use crate::run::logfile::Header;
use crate::store::folder::RunLock;
use crate::store::ids::RunId;
use crate::store::open::Opened;
use crate::store::records::Kept;
use crate::store::trouble::Trouble;
use crate::text::Message;

/// A new run, which nothing keeps yet.
#[derive(Debug)]
pub struct Fresh {
    pub run: Run,
    pub header: Header,
    pub ready: Ready,
    /// What a person should be told that does not stand in the way.
    pub notes: Vec<Message>,
}

/// A run in play.
#[derive(Debug)]
pub struct Begun {
    pub run: Run,
    pub keep: Keep,
    pub ready: Ready,
    /// What a person should be told that does not stand in the way.
    pub notes: Vec<Message>,
}

/// Opens a scenario and begins a run of it, with a plan if one is wanted. The variant and the seed win over the plan's
/// own; without either, the luck is anybody's.
///
/// # Errors
/// Everything that stands in the way.
pub fn fresh(
    files: &Files,
    variant: Option<&str>,
    plan: Option<&Bytes>,
    seed: Option<u64>,
    softer: bool,
) -> Result<Fresh, Cannot> {
    let ready = reading::open(files, variant, plan).map_err(|found| Cannot {
        found: Some(Box::new(found)),
        message: Message::new("play-cannot").with("scenario", &files.name),
    })?;
    let no_panel = files.panel.is_some() && ready.panel.is_none() && ready.invitation.is_none();
    let notes = no_panel.then(|| Message::new("play-no-panel").with("scenario", &files.name)).into_iter().collect();
    let planned = ready.plan.as_ref().map(|(_, plan)| plan.seed);
    let seed = seed.or(planned).unwrap_or_else(luck::any);
    let header = Header::new(&ready.scenario, seed, ready.kept.clone());
    let run = Run::begin_with(Arc::clone(&ready.scenario), seed, softer, None);
    Ok(Fresh { run, header, ready, notes })
}

impl Fresh {
    /// The same run with softer texts where there are any, or without: only before anything was done in it.
    pub fn soften(&mut self, softer: bool) {
        self.run = Run::begin_with(Arc::clone(&self.ready.scenario), self.run.seed(), softer, None);
    }

    /// Keeps it from now on, in a log file too if one is wanted.
    ///
    /// # Errors
    /// If a file of the log's name is there already, in words.
    pub fn kept(self, log: Option<PathBuf>, store: &Store) -> Result<Begun, Message> {
        let Self { run, header, ready, notes } = self;
        let keep = Keep::new(header, log, store)?;
        Ok(Begun { run, keep, ready, notes })
    }
}

/// Begins a run of a scenario and keeps it from now on.
///
/// # Errors
/// Everything that stands in the way.
pub fn begin(files: &Files, variant: Option<&str>, seed: u64, softer: bool, store: &Store) -> Result<Begun, Cannot> {
    Ok(fresh(files, variant, None, Some(seed), softer)?.kept(None, store)?)
}

/// A kept run whose lock is held. It was read after that: before, another window may have gone on with it.
#[derive(Debug)]
pub struct Held {
    kept: Kept,
    lock: (PathBuf, RunLock),
}

/// Takes a kept run, to go on with it. If another window plays it, that is the inner error.
///
/// # Errors
/// If it can't be read.
pub fn hold(opened: &Opened, run: &RunId) -> Result<Result<Held, Message>, Trouble> {
    let folder = opened.folder.path().to_owned();
    match opened.folder.lock_run(run) {
        Ok(lock) => Ok(Ok(Held { kept: opened.records.run(run)?, lock: (folder, lock) })),
        Err(trouble @ Trouble::InUse { .. }) => Ok(Err(trouble.message())),
        Err(trouble) => Err(trouble),
    }
}

impl Held {
    /// Goes on with it, in a new log file too if one is wanted.
    ///
    /// # Errors
    /// Why it can't be played again; or if a file of the log's name is there already.
    pub fn go_on(self, log: Option<PathBuf>, store: &Store) -> Result<Begun, Cannot> {
        let from = Origin::Store(self.kept.entry.run.clone());
        let (ready, run) = kept::again(&from, &self.kept.header, &self.kept.events)?;
        let log = log.map(|path| LogFile::new(self.kept.header.clone(), path)).transpose()?;
        Ok(self.played(run, ready, log, store))
    }

    /// The same, for one that was played again already, with its log file if that is open.
    #[must_use]
    pub fn played(self, mut run: Run, ready: Ready, log: Option<LogFile>, store: &Store) -> Begun {
        let mut keep = Keep::resume(&self.kept, self.lock, log, store);
        keep::promote(&mut run, &mut keep);
        Begun { run, keep, ready, notes: Vec::new() }
    }
}

/// Goes on with a kept run.
///
/// # Errors
/// Everything that stands in the way, another window that plays it included.
pub fn resume(run: &RunId, store: &mut Store) -> Result<Begun, Cannot> {
    store.read(|opened| hold(opened, run)).map_err(|trouble| trouble.message())??.go_on(None, store)
}

/// Another run that goes as this one went up to the start of a week, kept from now on.
///
/// # Errors
/// If the run never reached that week, in words.
pub fn branch(run: &Run, header: &Header, week: i32, store: &Store) -> Result<(Run, Keep), Message> {
    let run = again_from(run, header, week)?;
    Ok((run, Keep::new(header.clone(), None, store)?))
}

/// The same from a kept run, which is left as it is.
///
/// # Errors
/// Why it can't be played again, or that it never reached that week.
pub fn again(run: &RunId, week: i32, store: &mut Store) -> Result<Begun, Cannot> {
    let found = kept::in_store(run, store)?;
    let (ready, run) = kept::again(&found.from, &found.header, &found.events)?;
    let (run, keep) = branch(&run, &found.header, week, store)?;
    Ok(Begun { run, keep, ready, notes: Vec::new() })
}
