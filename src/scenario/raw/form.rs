//! Forms as data: the fields of a document, and what may be written in each.

use serde::{Deserialize, Serialize};

use super::{Entries, Id, Level, Moment, Risk};

/// A document that a response completes.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    pub id: Id,
    pub title: String,
    /// Minutes it costs as an everyday form; within a response, the response's own minutes count.
    pub minutes: u16,
    /// The published source that the form follows.
    pub source: String,
    /// Offers the last text of this form to start from.
    #[serde(default)]
    pub copies_from: bool,
    pub fields: Vec<Field>,
}

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub id: Id,
    pub label: String,
    #[serde(default)]
    pub help: Option<String>,
    pub kind: FieldKind,
    #[serde(default)]
    pub optional: bool,
}

/// The nine kinds of field.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum FieldKind {
    /// Prose, with the fewest and the most words.
    Words(u32, u32),
    PickOne(Vec<Choice>),
    PickSome(Vec<Choice>),
    /// The risk of serious harm by category, with a reason in each row that changes.
    Grid(Vec<Risk>),
    People,
    /// Who does what by when: the fewest steps.
    NamedSteps(u32),
    /// The fewest items that must be cited.
    Cites(u32),
    Date,
    /// Filled in by a rule of the policy date.
    FromRule(Id),
}

/// One choice of a field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: Id,
    pub label: String,
}

/// What was written in a field: the plan's type, the file's and the log's.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub enum Value {
    Words(String),
    Pick(Id),
    Picks(Vec<Id>),
    /// Levels without reasons.
    Levels(Entries<Risk, Level>),
    /// Levels with a reason in each row.
    Grid(Entries<Risk, Row>),
    People(Vec<Id>),
    Steps(Vec<NamedStep>),
    Date(Moment),
}

/// One row of a risk of serious harm grid.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub level: Level,
    #[serde(default)]
    pub why: String,
}

/// Who does what by when.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NamedStep {
    /// A person of the scenario, or `you`.
    pub who: Id,
    pub what: String,
    pub by: Moment,
}
