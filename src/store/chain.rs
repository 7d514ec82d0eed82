//! Hashes that prove what is kept: one chain a run, and one for each row of what can change.
//!
//! The chain begins with the bytes of the run's header, and every event adds its own bytes: whoever changes, drops or
//! moves one changes every hash behind it. blake3 in its key derivation mode, so that a hash of one kind can never be
//! taken for one of another.

use std::fmt;

use crate::run::event::Event;
use crate::run::logfile::{self, Header};

const HEADER: &str = "defensible 2026-11-22 chain of a run: header";
const EVENT: &str = "defensible 2026-11-22 chain of a run: event";
const ROW: &str = "defensible 2026-11-22 row";

/// A blake3 hash.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    pub const NONE: Self = Self([0; 32]);

    /// A hash as it was stored; nothing if it is none.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The hash of a text, as it is named by headers.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        Self(*blake3::hash(text.as_bytes()).as_bytes())
    }

    /// Reads hexadecimal.
    #[must_use]
    pub fn of_hex(hex: &str) -> Option<Self> {
        blake3::Hash::from_hex(hex).ok().map(|hash| Self(*hash.as_bytes()))
    }

    #[must_use]
    pub fn to_hex(self) -> String {
        blake3::Hash::from_bytes(self.0).to_hex().to_string()
    }

    /// This and another taken together, in any order; twice the same is nothing.
    #[must_use]
    pub fn mixed(mut self, other: Self) -> Self {
        for (byte, other) in self.0.iter_mut().zip(other.0) {
            *byte ^= other;
        }
        self
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.to_hex().get(..12).unwrap_or_default())
    }
}

/// A header as the chain takes it: without the texts, which it names by their hashes.
#[must_use]
pub fn header_text(header: &Header) -> String {
    let bare = Header { kept: std::collections::BTreeMap::new(), ..header.clone() };
    bare.line().trim_end().to_owned()
}

/// An event as the chain takes it: its line in a log.
#[must_use]
pub fn event_text(event: &Event) -> String {
    logfile::event_line(event).trim_end().to_owned()
}

/// Where the chain of a run begins.
#[must_use]
pub fn start(header: &str) -> Hash {
    let mut hasher = blake3::Hasher::new_derive_key(HEADER);
    hasher.update(header.as_bytes());
    Hash(*hasher.finalize().as_bytes())
}

/// The link of an event.
#[must_use]
pub fn next(before: Hash, seq: u32, event: &str) -> Hash {
    let mut hasher = blake3::Hasher::new_derive_key(EVENT);
    hasher.update(&before.0).update(&seq.to_le_bytes()).update(event.as_bytes());
    Hash(*hasher.finalize().as_bytes())
}

/// The hash of a row: of the table's name and its fields, each with its length.
#[must_use]
pub fn row(table: &str, fields: &[&[u8]]) -> Hash {
    let mut hasher = blake3::Hasher::new_derive_key(ROW);
    for field in std::iter::once(&table.as_bytes()).chain(fields) {
        hasher.update(&(field.len() as u64).to_le_bytes()).update(field);
    }
    Hash(*hasher.finalize().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_changes_what_follows() {
        let start_of = start("{\"defensible\":1}");
        let one = next(start_of, 0, "a");
        assert_ne!(one, next(start_of, 1, "a"));
        assert_ne!(one, next(start_of, 0, "b"));
        assert_ne!(one, next(start("{\"defensible\":2}"), 0, "a"));
        assert_ne!(next(one, 1, "b"), next(next(start_of, 0, "b"), 1, "a"));
        // The bytes are part of the format: a store of today opens for ever.
        insta::assert_snapshot!(one.to_hex(), @"4c6bcee102a3f875081525371e071c02bbbe5288cd60b3be40102d5e5a41e613");
    }

    #[test]
    fn fields_do_not_run_into_each_other() {
        assert_ne!(row("run", &[b"ab", b"c"]), row("run", &[b"a", b"bc"]));
        assert_ne!(row("run", &[b"a"]), row("draft", &[b"a"]));
        let (one, other) = (row("run", &[b"a"]), row("run", &[b"b"]));
        assert_eq!(Hash::NONE.mixed(one).mixed(other).mixed(one), other);
        assert_eq!(Hash::of_hex(&one.to_hex()), Some(one));
    }
}
