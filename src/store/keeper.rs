//! Keeping one run up to date while it is played.
//!
//! A front end gives it the run's events whenever some came, and asks whether they are kept. What could not be written
//! stays in memory with the run and is tried again the next time; if the folder came back empty, all of the run is
//! written anew.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::clock::Clock;
use super::folder::{self, RunLock};
use super::ids::RunId;
use super::records::{Kept, NewRun, Write};
use super::trouble::Trouble;
use super::writer::{Receipt, Writer};
use crate::run::event::Event;

/// How a run stands with the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Everything that was given is durable.
    Kept,
    /// Something is on its way.
    Saving,
    /// The last attempt failed. It is tried again with the next event.
    Failed(Trouble),
}

/// The keeper of a run.
#[derive(Debug)]
pub struct Keeper {
    writer: Arc<Writer>,
    clock: Clock,
    /// The data folder, where the lock of the run lies; nothing where there is none.
    folder: Option<PathBuf>,
    /// While it lives, no other window plays this run.
    lock: Option<RunLock>,
    new: NewRun,
    /// The run itself is in the store.
    begun: bool,
    /// Events that are durable.
    kept: usize,
    /// Events that were given to the writer.
    sent: usize,
    /// What is on its way: how many events are durable for certain when it has arrived.
    on_its_way: VecDeque<(usize, Receipt)>,
    drafts: BTreeMap<String, String>,
    /// Places whose draft changed and is not durable yet.
    changed: BTreeSet<String>,
    failed: Option<Trouble>,
    /// The file was away: if it comes back without the run, nobody erased it.
    was_away: bool,
}

impl Keeper {
    /// Keeps a new run. Nothing is written before its first events are saved; then its lock is taken in the folder.
    #[must_use]
    pub const fn begin(writer: Arc<Writer>, folder: Option<PathBuf>, clock: Clock, new: NewRun) -> Self {
        Self {
            writer,
            clock,
            folder,
            lock: None,
            new,
            begun: false,
            kept: 0,
            sent: 0,
            on_its_way: VecDeque::new(),
            drafts: BTreeMap::new(),
            changed: BTreeSet::new(),
            failed: None,
            was_away: false,
        }
    }

    /// Goes on keeping a run, whose lock was taken before it was read.
    #[must_use]
    pub fn resume(writer: Arc<Writer>, folder: PathBuf, lock: RunLock, clock: Clock, kept: &Kept) -> Self {
        let new = NewRun {
            run: kept.entry.run.clone(),
            person: kept.entry.person.clone(),
            header: kept.header.clone(),
            began: kept.entry.began,
        };
        let events = kept.events.len();
        let drafts = kept.drafts.clone();
        let lock = Some(lock);
        Self {
            begun: true,
            kept: events,
            sent: events,
            drafts,
            lock,
            ..Self::begin(writer, Some(folder), clock, new)
        }
    }

    #[must_use]
    pub const fn run(&self) -> &RunId {
        &self.new.run
    }

    /// Whether anything of it is durable.
    #[must_use]
    pub const fn has_begun(&self) -> bool {
        self.begun
    }

    /// Gives the writer whatever is new of all the events of the run.
    pub fn save(&mut self, events: &[Event]) {
        self.arrived();
        if matches!(self.failed, Some(Trouble::Erased { .. })) {
            return;
        }
        if let Err(trouble) = self.take_lock() {
            self.failed = Some(trouble);
            return;
        }
        let again = self.failed.take().is_some();
        if again {
            self.sent = self.kept;
        }
        let fresh = events.get(self.sent..).unwrap_or_default();
        if fresh.is_empty() && !again {
            return;
        }
        let mut writes = Vec::new();
        if !self.begun {
            writes.push(Write::Begin(self.new.clone()));
        }
        writes.push(Write::Append {
            run: self.new.run.clone(),
            expected: u32::try_from(self.sent).unwrap_or(u32::MAX),
            events: fresh.to_vec(),
            at: self.clock.now(),
        });
        if again || !self.begun {
            writes.extend(self.changed.iter().map(|place| self.draft_of(place)));
        }
        self.sent = events.len();
        self.on_its_way.push_back((self.sent, self.writer.write(writes)));
    }

    /// Takes the lock of the run if nobody has taken it yet. Where the folder can't be used, the writer will say so.
    fn take_lock(&mut self) -> Result<(), Trouble> {
        if self.lock.is_none()
            && let Some(folder) = &self.folder
        {
            match folder::lock_run(folder, &self.new.run) {
                Ok(lock) => self.lock = Some(lock),
                Err(trouble @ Trouble::InUse { .. }) => return Err(trouble),
                Err(_) => {}
            }
        }
        Ok(())
    }

    /// Keeps what is half written at a place, or forgets it.
    pub fn draft(&mut self, place: &str, body: Option<String>) {
        match body {
            Some(body) => self.drafts.insert(place.to_owned(), body),
            None => self.drafts.remove(place),
        };
        self.arrived();
        self.changed.insert(place.to_owned());
        // Before the run itself is there, or while nothing can be written, they wait for it.
        if self.failed.is_none() && (self.begun || !self.on_its_way.is_empty()) {
            let write = self.draft_of(place);
            // It says nothing of the events before it: those may fail by themselves.
            self.on_its_way.push_back((self.kept, self.writer.write(vec![write])));
        }
    }

    fn draft_of(&self, place: &str) -> Write {
        let body = self.drafts.get(place).cloned();
        Write::Draft { run: self.new.run.clone(), place: place.to_owned(), body }
    }

    /// What was half written when the run was last played, by place.
    #[must_use]
    pub const fn drafts(&self) -> &BTreeMap<String, String> {
        &self.drafts
    }

    /// How it stands just now.
    pub fn saved(&mut self) -> Saved {
        self.arrived();
        match &self.failed {
            Some(trouble) => Saved::Failed(trouble.clone()),
            None if self.on_its_way.is_empty() => Saved::Kept,
            None => Saved::Saving,
        }
    }

    /// Waits until it is kept or has failed, at most so long.
    pub fn wait(&mut self, most: Duration) -> Saved {
        let until = Instant::now() + most;
        while let Some((_, receipt)) = self.on_its_way.front() {
            let left = until.saturating_duration_since(Instant::now());
            if receipt.wait(left).is_none() {
                break;
            }
            self.arrived();
        }
        self.saved()
    }

    /// Takes what has been answered.
    fn arrived(&mut self) {
        while let Some((events, answer)) =
            self.on_its_way.front().and_then(|(events, receipt)| Some((*events, receipt.now()?)))
        {
            self.on_its_way.pop_front();
            match answer {
                Ok(()) => {
                    self.begun = true;
                    self.was_away = false;
                    self.kept = self.kept.max(events);
                }
                Err(trouble) => self.fail(trouble),
            }
        }
        if self.on_its_way.is_empty() && self.failed.is_none() && self.begun {
            self.changed.clear();
        }
    }

    fn fail(&mut self, trouble: Trouble) {
        let trouble = match trouble {
            Trouble::NoSuchRun { .. } if self.was_away => {
                // The file came back without it, or another one did: all of it is written anew.
                self.begun = false;
                self.kept = 0;
                self.lock = None;
                self.changed.extend(self.drafts.keys().cloned());
                trouble
            }
            Trouble::NoSuchRun { run } if self.begun => Trouble::Erased { run },
            trouble => trouble,
        };
        self.was_away |= matches!(trouble, Trouble::Gone { .. } | Trouble::File { .. } | Trouble::Damaged { .. });
        // What failed first is the cause; what was behind it could not follow.
        self.failed.get_or_insert(trouble);
    }
}
