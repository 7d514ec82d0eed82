//! Copies of one run: the same events, or their beginning, such as a log that was handed in twice.

use std::collections::BTreeMap;

use crate::run::event::{Event, What};
use crate::run::logfile::{self, Header};

type Digest = [u8; 32];

/// The runs that were seen, by what happened in them.
#[derive(Debug, Default)]
pub struct Copies {
    /// Hashes of runs as far as they went, and of their beginnings from the first answer on.
    seen: BTreeMap<Digest, usize>,
    /// Hashes of whole runs.
    whole: BTreeMap<Digest, usize>,
}

/// What a run is beside those that were seen before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// It is a run of its own. The runs at these places turned out to be beginnings of it.
    Anew { replaces: Vec<usize> },
    /// It is the same as the one at this place, or its beginning.
    Again(usize),
}

impl Copies {
    /// Takes a run in, whose place is `place` if it is one of its own.
    pub fn take(&mut self, header: &Header, events: &[Event], place: usize) -> Seen {
        let chain = chain(header, events);
        let Some((last, _)) = chain.last() else { return Seen::Anew { replaces: Vec::new() } };
        if let Some(of) = self.seen.get(last) {
            return Seen::Again(*of);
        }
        // Before anything is answered, two people with the same luck may have done the same.
        let told: Vec<Digest> = chain.iter().filter(|(_, answered)| *answered).map(|(digest, _)| *digest).collect();
        let replaces: Vec<usize> = told.iter().filter_map(|digest| self.whole.remove(digest)).collect();
        self.seen.extend(told.iter().map(|digest| (*digest, place)));
        self.seen.insert(*last, place);
        self.whole.insert(*last, place);
        Seen::Anew { replaces }
    }
}

/// A hash of the run up to each of its events, and whether anything was answered by then.
fn chain(header: &Header, events: &[Event]) -> Vec<(Digest, bool)> {
    let mut hasher = blake3::Hasher::new();
    let begins = (&header.scenario, &header.variant, header.seed, &header.hashes);
    hasher.update(serde_json::to_string(&begins).unwrap_or_default().as_bytes());
    let mut answered = false;
    let mut chain = vec![(*hasher.finalize().as_bytes(), false)];
    chain.extend(events.iter().map(|event| {
        hasher.update(logfile::event_line(event).as_bytes());
        answered |= matches!(event.what, What::Decided { .. });
        (*hasher.finalize().as_bytes(), answered)
    }));
    chain
}
