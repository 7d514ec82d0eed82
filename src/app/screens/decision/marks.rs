//! Citations in what is written: kept as `[id]` of an item, shown as the number that the desk gave it, `[2]`.
//!
//! In go a text and what the trainee has cited on the desk; out comes the text as it is shown, or as it is kept. How a
//! mark is put into a text and taken out again is the same as in a form.

use std::collections::BTreeSet;

pub use crate::app::screens::form::cites::{insert, take_out};

use crate::app::screens::form::cites::{inside, replaced};
use crate::desk::parts::CitationRow;

/// A kept text as it is shown.
#[must_use]
pub fn shown(kept: &str, cited: &[CitationRow]) -> String {
    replaced(kept, |id| cited.iter().find(|row| row.item.item == id).map(|row| row.number.to_string()))
}

/// A shown text as it is kept.
#[must_use]
pub fn kept(shown: &str, cited: &[CitationRow]) -> String {
    replaced(shown, |inside| {
        let number: usize = inside.parse().ok()?;
        cited.iter().find(|row| row.number == number).map(|row| row.item.item.clone())
    })
}

/// The numbers of citations that stand in a text as it is shown.
#[must_use]
pub fn numbers(shown: &str, cited: &[CitationRow]) -> BTreeSet<usize> {
    let numbers = inside(shown).filter_map(|inside| inside.parse().ok());
    numbers.filter(|number| cited.iter().any(|row| row.number == *number)).collect()
}
