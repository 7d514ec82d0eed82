//! Reviewers and their reviews, as they lie in `panel.ron`.

use serde::{Deserialize, Serialize};

use super::{Entries, Id, Level, Risk, Role};

/// The panel of a scenario.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Panel {
    pub format: u32,
    pub scenario: Id,
    pub reviewers: Vec<Reviewer>,
    pub sheets: Vec<Sheet>,
}

/// Someone who answered the same decisions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviewer {
    pub id: Id,
    pub role: Role,
    pub years: u32,
    #[serde(default)]
    pub group: Option<String>,
    pub came: Came,
    #[serde(default)]
    pub outlook: Option<String>,
}

/// How a reviewer's reviews came about. Shown wherever they are.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Came {
    /// Written by us from published findings.
    Drafted { from: Vec<String> },
    /// Given by a person.
    Collected {
        on: String,
        #[serde(default)]
        reconfirmed: Vec<String>,
    },
}

/// One decision, in one situation, at one wording.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    pub decision: Id,
    pub situation: Id,
    pub wording: String,
    #[serde(default)]
    pub synthesis: Option<String>,
    pub reviews: Vec<Review>,
}

/// One reviewer's answer.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    pub by: Id,
    pub answer: Answer,
    pub reason: String,
    #[serde(default)]
    pub sure: Option<u8>,
    #[serde(default)]
    pub change: Option<String>,
    #[serde(default)]
    pub looked_for: Vec<Id>,
    #[serde(default)]
    pub supposed: bool,
    #[serde(default)]
    pub realistic: Option<bool>,
    #[serde(default)]
    pub confusing: Option<String>,
}

/// An answer to a decision: the panel's type, the plan's and the log's.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub enum Answer {
    Choose(Id),
    ChooseSome(Vec<Id>),
    /// First is first.
    Rank(Vec<Id>),
    /// -2 to +2 for every option.
    Rate(Entries<Id, i8>),
    Levels(Entries<Risk, Level>),
    /// Reviewers only: no answer, and why not.
    Abstain(String),
}
