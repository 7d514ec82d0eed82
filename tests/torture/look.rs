//! What is kept, looked at from inside: opened as the program opens it, proved, and played again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex};

use defensible::run::event::{Event, What};
use defensible::run::logfile::Header;
use defensible::run::replay;
use defensible::scenario::model::Scenario;
use defensible::sitting::reading;
use defensible::store::chain::Hash;
use defensible::store::clock::Clock;
use defensible::store::open::{self, Note, Opened};
use defensible::store::records::{Kept, Records};

use super::session::number_of;

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// In the order in which they were begun.
    pub runs: Vec<Kept>,
    /// The numbers of all notes in them.
    pub notes: BTreeSet<u32>,
    /// What the store said of how it was opened.
    pub said: Vec<Note>,
}

impl Found {
    /// Acknowledged notes that are not there.
    pub(crate) fn lost(&self, acknowledged: &BTreeSet<u32>) -> Vec<u32> {
        acknowledged.difference(&self.notes).copied().collect()
    }

    /// Whether it was damaged, or said to be.
    pub(crate) fn mended(&self) -> bool {
        self.said.iter().any(|note| !matches!(note, Note::Network { .. }))
    }
}

/// Opens a folder as the program does.
pub(crate) fn open(data: &Path) -> Result<Opened, String> {
    open::open(data, &Clock::system()).map_err(|trouble| format!("can't be opened: {trouble}"))
}

/// Looks at everything that is kept in a folder: every hash, and every run played again from its events.
pub(crate) fn look(data: &Path) -> Result<Found, String> {
    proved(open(data)?)
}

fn proved(opened: Opened) -> Result<Found, String> {
    let mut found = all(opened.records.as_ref())?;
    let verified = opened.records.verify().map_err(|trouble| format!("can't be proved: {trouble}"))?;
    if !verified.faults.is_empty() {
        return Err(format!("does not prove itself: {:?}", verified.faults));
    }
    found.said = opened.notes;
    Ok(found)
}

/// The same of a folder that may be damaged: it is mended first.
pub(crate) fn mended(data: &Path) -> Result<Found, String> {
    let read = |opened: &mut Opened| {
        let records = opened.records.as_ref();
        records.list()?.iter().try_for_each(|entry| records.run(&entry.run).map(|_| ()))
    };
    let opened = open::open_for(data, &Clock::system(), read);
    let (opened, ()) = opened.map_err(|trouble| format!("can't be opened and mended: {trouble}"))?;
    proved(opened)
}

/// Reads every run, and plays it again.
pub(crate) fn all(records: &dyn Records) -> Result<Found, String> {
    let mut found = Found::default();
    for entry in records.list().map_err(|trouble| format!("can't be listed: {trouble}"))? {
        let kept = records.run(&entry.run).map_err(|trouble| format!("{} can't be read: {trouble}", entry.run))?;
        plays(&kept)?;
        let before = found.notes.len();
        let notes = notes(&kept.events);
        found.notes.extend(&notes);
        if found.notes.len() != before + notes.len() {
            return Err(format!("{}: a note stands there twice", entry.run));
        }
        found.runs.push(kept);
    }
    Ok(found)
}

/// The numbers of our notes, in their order.
pub(crate) fn notes(events: &[Event]) -> Vec<u32> {
    let of = |event: &Event| match &event.what {
        What::Noted { text } => number_of(text),
        _ => None,
    };
    events.iter().filter_map(of).collect()
}

/// A run plays again from its events, brings the same, and no more: no command is kept by half.
fn plays(kept: &Kept) -> Result<(), String> {
    /// Chains that were played again already: a run that did not change since need not be.
    static PLAYED: Mutex<BTreeSet<Hash>> = Mutex::new(BTreeSet::new());
    if PLAYED.lock().unwrap().contains(&kept.head) {
        return Ok(());
    }
    let run = &kept.entry.run;
    if kept.entry.events as usize != kept.events.len() {
        return Err(format!("{run}: {} events of {}", kept.events.len(), kept.entry.events));
    }
    let again = replay::replay(scenario(&kept.header), kept.header.seed, &kept.events);
    if let Some(fault) = again.fault {
        return Err(format!("{run} does not play again: {fault}"));
    }
    // Until its beginning is kept, a run has no events.
    if !kept.events.is_empty() && again.run.events() != kept.events {
        let (there, more) = (kept.events.len(), again.run.events().len());
        return Err(format!("{run}: a command is kept by half: {there} events of {more}"));
    }
    PLAYED.lock().unwrap().insert(kept.head);
    Ok(())
}

/// The scenario of a header, read from its texts; once for each that is met.
pub(crate) fn scenario(header: &Header) -> Arc<Scenario> {
    static KNOWN: Mutex<BTreeMap<String, Arc<Scenario>>> = Mutex::new(BTreeMap::new());
    let key = format!("{:?}{:?}", header.hashes, header.variant);
    let known = KNOWN.lock().unwrap().get(&key).cloned();
    known.unwrap_or_else(|| {
        let ready = reading::open_kept(header).unwrap_or_else(|found| panic!("{:?}", found.diagnostics));
        KNOWN.lock().unwrap().insert(key, Arc::clone(&ready.scenario));
        ready.scenario
    })
}
