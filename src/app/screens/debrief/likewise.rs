//! How many reviewers answered a decision likewise, in a few words: for the list of moments.

use crate::review::credit::{Credit, NotScored};
use crate::review::debrief::{Answered, Distribution};
use crate::scenario::raw::{Answer, Ask};
use crate::text::Message;

/// "4 of 8 as you". Where nothing can be counted, why.
pub(super) fn likewise(decision: &Answered) -> Message {
    let panel = &decision.panel;
    let of = panel.reviewers;
    let count = |key, n: usize| Message::new(key).with("n", n).with("of", of);
    match &panel.distribution {
        None => match decision.credit {
            Credit::NotScored(NotScored::TooFew { answered }) if answered > 0 => Message::new("app-debrief-like-few"),
            Credit::NotScored(NotScored::AllAbstained) => Message::new("app-debrief-like-abstained"),
            Credit::NotScored(NotScored::StaleWording) => Message::new("app-debrief-like-older"),
            _ => Message::new("app-debrief-like-nobody"),
        },
        Some(Distribution::Options(rows)) if decision.ask == Ask::ChooseOne => {
            let votes = rows.iter().find(|row| row.yours).map_or(0, |row| row.votes);
            count("app-debrief-like", votes as usize)
        }
        // Of several, the same ones.
        Some(Distribution::Options(_)) => count("app-debrief-like", same(decision)),
        Some(Distribution::Ranking(rows)) => {
            let firsts = rows.iter().find(|row| row.yours == 1).map_or(0, |row| row.firsts);
            count("app-debrief-like-first", firsts as usize)
        }
        Some(Distribution::Ratings(rows)) => {
            let yours =
                |row: &crate::review::debrief::Rated| usize::from((row.yours.clamp(-2, 2) + 2).unsigned_abs());
            let with = rows.iter().filter(|row| is_most(&row.counts, yours(row))).count();
            Message::new("app-debrief-like-ratings").with("n", with).with("of", rows.len())
        }
        Some(Distribution::Levels(rows)) => {
            let with = rows.iter().filter(|row| is_most(&row.counts, row.yours as usize)).count();
            Message::new("app-debrief-like-levels").with("n", with).with("of", rows.len())
        }
    }
}

/// Whether no rating was given oftener than this one.
fn is_most(counts: &[u32], place: usize) -> bool {
    let most = counts.iter().copied().max().unwrap_or(0);
    most > 0 && counts.get(place) == Some(&most)
}

/// How many reviewers chose just the same, in whatever order.
fn same(decision: &Answered) -> usize {
    let sorted = |answer: &Answer| match answer {
        Answer::ChooseSome(ids) => {
            let mut ids = ids.clone();
            ids.sort_unstable();
            Some(ids)
        }
        _ => None,
    };
    let own = sorted(&decision.yours.answer);
    let reviews = decision.panel.groups.iter().flat_map(|group| &group.reviews);
    reviews.filter(|review| own.is_some() && sorted(&review.answer) == own).count()
}
