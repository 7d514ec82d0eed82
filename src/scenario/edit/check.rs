//! Whether a new text says what it should: the last look before it is given out.

use super::{NAME, Unchanged};
use crate::scenario::model::folded;
use crate::scenario::parse;
use crate::scenario::raw::Panel;
use crate::scenario::raw::panel::{Answer, Came, Review, Reviewer};
use crate::source::Source;

/// What was written just now, and may be broken into lines: a reviewer, or a review by sheet and place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fresh {
    Reviewer(usize),
    Review(usize, usize),
}

/// Gives a text back if it is read as this panel.
pub(super) fn checked(text: String, mut expected: Panel, fresh: Option<Fresh>) -> Result<String, Unchanged> {
    if let Some(character) = text.chars().find(|c| parse::is_forbidden(*c)) {
        return Err(Unchanged::Unwritable { character });
    }
    let written = parse::panel(&Source::new(NAME, text.as_str())).map_err(|found| Unchanged::WentWrong { found })?;
    // As it is shown, what is new has to be equal; all else has to be equal as it is written.
    match fresh {
        Some(Fresh::Reviewer(place)) => {
            if let (Some(wanted), Some(found)) = (expected.reviewers.get_mut(place), written.reviewers.get(place))
                && reviewer_as_shown(wanted) == reviewer_as_shown(found)
            {
                found.clone_into(wanted);
            }
        }
        Some(Fresh::Review(sheet, place)) => {
            let wanted = expected.sheets.get_mut(sheet).and_then(|sheet| sheet.reviews.get_mut(place));
            let found = written.sheets.get(sheet).and_then(|sheet| sheet.reviews.get(place));
            if let (Some(wanted), Some(found)) = (wanted, found)
                && review_as_shown(wanted) == review_as_shown(found)
            {
                found.clone_into(wanted);
            }
        }
        None => {}
    }
    if written == expected { Ok(text) } else { Err(Unchanged::WentWrong { found: Vec::new() }) }
}

fn reviewer_as_shown(reviewer: &Reviewer) -> Reviewer {
    let mut shown = reviewer.clone();
    shown.outlook = shown.outlook.as_deref().map(folded);
    if let Came::Drafted { from } = &mut shown.came {
        from.iter_mut().for_each(|from| *from = folded(from));
    }
    shown
}

fn review_as_shown(review: &Review) -> Review {
    let mut shown = review.clone();
    shown.reason = folded(&shown.reason);
    for text in [&mut shown.change, &mut shown.confusing] {
        *text = text.as_deref().map(folded);
    }
    if let Answer::Abstain(why) = &mut shown.answer {
        *why = folded(why);
    }
    shown
}
