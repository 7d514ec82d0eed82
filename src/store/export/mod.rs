//! What is kept, given out: one versioned document, a table of events, or the log of a run.
//!
//! In go runs as they are kept; out come texts. The same runs give the same bytes. Nothing here reads or writes a file;
//! [`table`] makes the rows for a spreadsheet, and [`super::import`] takes a document in again.

pub mod table;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::ids::{PersonId, RunId};
use super::records::{Kept, Person};
use crate::run::event::Event;
use crate::run::logfile::{self, Header};

/// The version of the documents that this program writes.
pub const VERSION: u32 = 1;

/// What a document says that it is.
pub const KIND: &str = "defensible-records";

/// Runs with everything that belongs to them, whole: it can be taken in again, here or elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub kind: String,
    pub version: u32,
    /// By id.
    pub people: Vec<Someone>,
    /// In the order in which they were begun.
    pub runs: Vec<Carried>,
    /// Every text that a run was played with, once, by its blake3 hash in hexadecimal.
    pub texts: BTreeMap<String, String>,
}

/// Whose runs they are, and who that is if anyone said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Someone {
    pub id: PersonId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A run in a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Carried {
    pub run: RunId,
    pub person: PersonId,
    /// UTC, as RFC 3339 has it.
    pub began: String,
    /// When something was last added.
    pub touched: String,
    pub over: bool,
    /// Without its texts: these are named by their hashes.
    pub header: Header,
    pub events: Vec<Event>,
    /// The hash of the last event, chained to all before it and to the header, in hexadecimal.
    pub head: String,
    /// What is half written, by place.
    pub drafts: BTreeMap<String, String>,
}

/// A document of these runs, and of these people.
#[must_use]
pub fn document(people: &[Person], runs: &[Kept]) -> Document {
    let mut texts = BTreeMap::new();
    for kept in runs {
        for (name, hash) in &kept.header.hashes {
            if let Some(text) = kept.header.kept.get(name) {
                texts.entry(hash.clone()).or_insert_with(|| text.clone());
            }
        }
    }
    let people = people.iter().map(|one| Someone { id: one.id.clone(), name: one.name.clone() });
    Document {
        kind: KIND.to_owned(),
        version: VERSION,
        people: people.collect(),
        runs: runs.iter().map(carried).collect(),
        texts,
    }
}

fn carried(kept: &Kept) -> Carried {
    Carried {
        run: kept.entry.run.clone(),
        person: kept.entry.person.clone(),
        began: time(kept.entry.began),
        touched: time(kept.entry.touched),
        over: kept.entry.over,
        header: Header { kept: BTreeMap::new(), ..kept.header.clone() },
        events: kept.events.clone(),
        head: kept.head.to_hex(),
        drafts: kept.drafts.clone(),
    }
}

/// A moment as a program reads it: `2026-11-22T09:14:00Z`.
#[must_use]
pub fn time(moment: Timestamp) -> String {
    moment.to_string()
}

/// A document as text.
#[must_use]
pub fn json(document: &Document) -> String {
    // Names, numbers and texts only: nothing in it can fail to be written.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

/// A run as the log that `play --log` writes of it, byte for byte.
#[must_use]
pub fn log(kept: &Kept) -> String {
    logfile::text(&kept.header, &kept.events)
}
