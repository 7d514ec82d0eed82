//! What a trainee can do, with the author's names: the same from every front end, from plans and from logs.

use serde::{Deserialize, Serialize};

use crate::scenario::calendar::Minute;
use crate::scenario::raw::{Answer, Entries, Id, Risk, Value};

/// A command. Nothing here is checked: `decide` does that, and says why if it refuses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Reads an item: the oldest unread occurrence, unless one is named.
    Open {
        item: Id,
        nth: Option<u16>,
    },
    /// Does a response that carries no form.
    Do {
        response: Id,
    },
    /// Passes an item on to a person.
    Tell {
        item: Id,
        who: Id,
    },
    /// Writes a note to oneself.
    Note {
        text: String,
    },
    /// Marks an item, or some words of it.
    Cite(Citation),
    /// Keeps an unfinished form.
    KeepDraft {
        response: Id,
        filing: Filing,
    },
    DiscardDraft {
        response: Id,
    },
    /// Completes a response with its form, or an everyday form in a case.
    File {
        response: Id,
        case: Option<Id>,
        filing: Filing,
    },
    Decide {
        decision: Id,
        committed: Committed,
    },
    /// Looks at the reviews of an answered decision: answers after it are not blind.
    Reveal {
        decision: Id,
    },
    /// Goes on to the next thing that would be noticed.
    GoOn,
    /// Lets time pass, within the turn.
    GoOnUntil {
        until: Minute,
    },
    EndDay,
    EndTurn,
}

/// An item that is cited, and if wanted the words of it that matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    pub item: Id,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<String>,
}

impl Citation {
    /// An item as a whole.
    #[must_use]
    pub fn whole(item: &str) -> Self {
        Self { item: item.to_owned(), passage: None }
    }
}

/// What was written in a form.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Filing {
    pub fields: Entries<Id, Value>,
    #[serde(default)]
    pub cites: Vec<Citation>,
}

/// An answer with all that goes with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Committed {
    pub answer: Answer,
    pub reason: String,
    /// How sure, from nought to a hundred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sure: Option<u8>,
    /// What would change my mind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<String>,
    #[serde(default)]
    pub cites: Vec<Citation>,
    #[serde(default)]
    pub how: How,
}

/// How an answer was committed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    #[default]
    Alone,
    Pair,
    /// A room, with its votes by option.
    Room {
        counts: Vec<(Id, u32)>,
    },
}

/// An answer with typed numbers, as the engine takes it.
#[derive(Debug, Clone, Copy)]
pub struct Commitment<'a> {
    /// For the compact log: options in their order, with a rating or a level in the upper byte.
    pub choices: &'a [u16],
    /// Options that count as chosen: chosen, ranked first, or rated above nought.
    pub taken: &'a [u16],
    pub levels: &'a [(Risk, i16)],
    /// Items cited, by number.
    pub cites: &'a [u16],
    /// What was written; nothing in analysis.
    pub words: Option<&'a Committed>,
}

impl Commitment<'_> {
    /// Options that count as chosen.
    pub fn taken(&self) -> impl Iterator<Item = u16> + '_ {
        self.taken.iter().copied()
    }
}
