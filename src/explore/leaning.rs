//! What a player prefers to do and to leave: the difference between playing anyhow and playing towards something.

use std::collections::BTreeMap;

use crate::scenario::ids::{DecisionId, FormId, PersonId, ResponseId};

/// Something that a player may do or leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// Reads an item, by its number.
    Open(u16),
    Do(ResponseId),
    /// Passes an item on, by its number.
    Tell(u16, PersonId),
    /// Chooses an option, by its place.
    Choose(DecisionId, u16),
    /// Ticks a choice of a field, both by their places.
    Tick(FormId, u16, u16),
    /// Cites an item, by its number.
    Cite(u16),
}

/// Deeds that are preferred (true) and deeds that are avoided (false). Empty: none is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leaning {
    deeds: BTreeMap<Deed, bool>,
}

impl Leaning {
    /// Prefers a deed. What is wanted for one reason is done, whatever speaks against it for another.
    pub fn towards(&mut self, deed: Deed) {
        self.deeds.insert(deed, true);
    }

    /// Avoids a deed, unless it is preferred.
    pub fn away_from(&mut self, deed: Deed) {
        self.deeds.entry(deed).or_insert(false);
    }

    /// Whether a deed is preferred or avoided; nothing if it is neither.
    #[must_use]
    pub fn of(&self, deed: Deed) -> Option<bool> {
        if self.deeds.is_empty() { None } else { self.deeds.get(&deed).copied() }
    }

    /// Items that ought to be cited, by number.
    pub fn cites(&self) -> impl Iterator<Item = u16> + '_ {
        self.deeds.iter().filter_map(|(deed, towards)| match deed {
            Deed::Cite(item) if *towards => Some(*item),
            _ => None,
        })
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.deeds.is_empty()
    }
}
