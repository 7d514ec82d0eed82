//! Which orders a rule holds for.

use crate::scenario::raw::Order;
use crate::scenario::raw::policy::{OrderKind, OrderTest};

/// What a rule may ask of a case: its order, and its MAPPA category and level at present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderFacts {
    pub kind: OrderKind,
    /// Length of the sentence or order, where it has one.
    pub months: Option<u32>,
    /// Nought if it is not managed under MAPPA.
    pub mappa_level: u8,
    pub mappa_category: u8,
}

impl OrderFacts {
    /// The facts of an order at a MAPPA category and level.
    #[must_use]
    pub const fn of(order: &Order, mappa_category: u8, mappa_level: u8) -> Self {
        let (kind, months) = match order {
            Order::Licence { sentence_months, .. } => (OrderKind::Determinate, Some(*sentence_months)),
            Order::ExtendedLicence { sentence_months, .. } => (OrderKind::Extended, Some(*sentence_months)),
            Order::LifeLicence => (OrderKind::Life, None),
            Order::IndeterminateLicence => (OrderKind::Indeterminate, None),
            Order::Community { months } => (OrderKind::Community, Some(*months)),
            Order::Suspended { months } => (OrderKind::Suspended, Some(*months)),
            Order::PreSentence => (OrderKind::PreSentence, None),
            Order::Custody { .. } => (OrderKind::Custody, None),
        };
        Self { kind, months, mappa_level, mappa_category }
    }
}

/// Whether a rule with this test holds for this order. Without a test, it holds for all.
#[must_use]
pub fn matches(test: Option<&OrderTest>, facts: OrderFacts) -> bool {
    let Some(test) = test else { return true };
    (test.kinds.is_empty() || test.kinds.contains(&facts.kind))
        && test.months_under.is_none_or(|under| facts.months.is_some_and(|months| months < under))
        && test.months_from.is_none_or(|from| facts.months.is_some_and(|months| months >= from))
        && test.mappa_under.is_none_or(|under| facts.mappa_level < under)
        && test.mappa_from.is_none_or(|from| facts.mappa_level >= from)
        && (test.category.is_empty() || test.category.contains(&facts.mappa_category))
        && !test.not_category.contains(&facts.mappa_category)
}
