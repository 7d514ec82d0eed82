//! What follows from something that happened. No loops, no arithmetic beyond adding a number to a counter.

use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Visitor};
use std::fmt;

use super::{Condition, Id, Wait};

/// One thing that follows. Sixteen words, and no more.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Effect {
    /// Sets a flag.
    Set(Id),
    /// Clears a flag.
    Clear(Id),
    /// Gives a `OneOf` a value.
    SetTo(Id, Id),
    /// Adds to a counter, which stays within its bounds.
    Add(Id, i16),
    /// Brings an arrival after a wait.
    Arrives(Brought),
    /// Puts a decision.
    Poses(Id),
    /// Draws a called chance, or lets a called drift happen.
    Draws(Id),
    /// Starts a deadline; starting one that runs gives it its new date.
    Starts(Id),
    /// Calls off a running deadline, or an arrival on its way.
    Cancels(Id),
    /// Something that follows after a wait, if its condition holds by then.
    Later {
        after: Wait,
        #[serde(default)]
        when: Option<Condition>,
        then: Vec<Effect>,
    },
    /// One thing or another, by what holds now.
    If {
        when: Condition,
        then: Vec<Effect>,
        #[serde(default)]
        otherwise: Vec<Effect>,
    },
    /// Gives the trainee a case.
    Allocates(Id),
    /// Takes a case off the trainee's desk.
    Closes(Id),
    /// Ends the run, with this ending.
    Ends(Id),
    /// The MAPPA level of a case from now on.
    MappaIs(Id, u8),
    /// The tier of a case from now on.
    TierIs(Id, String),
}

/// What follows `Arrives`: the arrival, and how long it takes; at once if nothing is said.
#[derive(Debug, Clone, PartialEq)]
pub struct Brought {
    pub arrival: Id,
    pub after: Wait,
}

impl<'de> Deserialize<'de> for Brought {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Parts;
        impl<'de> Visitor<'de> for Parts {
            type Value = Brought;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("`Arrives(\"id\", WorkingDays(2))` or `Arrives(\"id\")`")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Brought, A::Error> {
                let arrival = parts.next_element()?.ok_or_else(|| de::Error::invalid_length(0, &self))?;
                Ok(Brought { arrival, after: parts.next_element()?.unwrap_or(Wait::Now) })
            }
        }
        deserializer.deserialize_tuple(2, Parts)
    }
}
