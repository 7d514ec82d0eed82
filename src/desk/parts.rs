//! Small parts that several views are made of.

use crate::scenario::calendar::Minute;
use crate::scenario::raw::{Id, Level, Risk, Role};
use crate::text::Message;

/// A moment of the scenario's clock, with its short words: "Tue 25 Nov, 10:10".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    pub minute: Minute,
    pub words: Message,
}

/// Somebody or something with an id for commands and a name for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub id: Id,
    /// The author's name for it, folded.
    pub name: String,
}

/// Who something comes from, or goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    pub id: Id,
    pub name: String,
    pub role: Role,
    /// "senior probation officer".
    pub role_words: Message,
    /// What they belong to: "Lockyer Roofing".
    pub of: Option<String>,
    /// Name with what they belong to, else with the role: "Kev Lockyer, Lockyer Roofing".
    pub in_full: Message,
}

/// An item that lies on the desk: an arrival, how many times it came before, or a document of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRef {
    pub item: Id,
    /// The how-manieth time it came, from nought.
    pub nth: u16,
    pub title: String,
    /// Who it is from, in words; nothing for a document without an author.
    pub from: Option<Message>,
    /// When it came, or the date that it bears.
    pub at: Option<Stamp>,
    pub read: bool,
}

/// A level of risk for one category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatedRisk {
    pub risk: Risk,
    pub risk_words: Message,
    pub level: Level,
    pub level_words: Message,
    /// The reason in the row, if one was given.
    pub why: Option<String>,
}

/// Something that the trainee has marked, numbered once for the run in the order in which it was first cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitationRow {
    /// From one.
    pub number: usize,
    pub item: ItemRef,
    /// How far it can be relied on, as the desk says it.
    pub standing: Option<Message>,
    /// The words that are cited; all of it if nothing.
    pub passage: Option<String>,
    /// In what it was used so far: names of forms and decisions.
    pub used_in: Vec<Message>,
}

/// Somebody was asked, and nothing has come from them since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub response: Id,
    /// What was asked: the label of the response.
    pub label: String,
    pub who: Who,
    pub since: Stamp,
    /// Working days since then, in words: "today", "for 3 working days".
    pub waiting: Message,
    /// The day on which an answer is likely, as the author wrote it; never reckoned from what will come.
    pub likely: Option<Message>,
}

/// A draft that is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub response: Id,
    /// Label of the response, or title of the everyday form.
    pub label: String,
    pub kept: Stamp,
    pub filing: crate::run::command::Filing,
    /// "3 of 6 parts filled in".
    pub words: Message,
}
