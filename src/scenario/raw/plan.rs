//! Recorded walkthroughs, as they lie in `*.plan.ron`.

use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Visitor};
use std::fmt;

use super::form::Value;
use super::panel::Answer;
use super::{Condition, Entries, Id, Moment};

/// A walkthrough: what was done, step by step, and what was expected.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    pub format: u32,
    pub scenario: Id,
    pub seed: u64,
    #[serde(default)]
    pub variant: Option<Id>,
    #[serde(default)]
    pub about: Option<String>,
    pub steps: Vec<Step>,
}

/// One step of a plan.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Step {
    Open(Id),
    Do(Id),
    Tell(Id, Id),
    Note(String),
    Cite(ItemAndPassage),
    File {
        /// A response with a form, or an everyday form.
        response: Id,
        #[serde(default)]
        case: Option<Id>,
        #[serde(default)]
        cites: Vec<Id>,
        #[serde(default)]
        fields: Entries<Id, Value>,
    },
    Decide {
        decision: Id,
        answer: Answer,
        reason: String,
        #[serde(default)]
        sure: Option<u8>,
        #[serde(default)]
        change: Option<String>,
        #[serde(default)]
        cites: Vec<Id>,
    },
    GoOn,
    EndDay,
    EndTurn,
    /// Goes on to a moment, turn by turn.
    Until(Moment),
    /// Fails unless this holds.
    Expect(Condition),
}

/// An item, and if wanted the passage of it that is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemAndPassage {
    pub item: Id,
    pub passage: Option<String>,
}

impl<'de> Deserialize<'de> for ItemAndPassage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Parts;
        impl<'de> Visitor<'de> for Parts {
            type Value = ItemAndPassage;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an item, and if wanted the words of it that matter")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<ItemAndPassage, A::Error> {
                let item = parts.next_element()?.ok_or_else(|| de::Error::invalid_length(0, &self))?;
                Ok(ItemAndPassage { item, passage: parts.next_element()? })
            }
        }
        deserializer.deserialize_tuple(2, Parts)
    }
}
