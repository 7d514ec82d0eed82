//! How a panel answered one decision, in the picture that fits what was asked.
//!
//! In goes a decision that was answered, as the review has it; out comes its picture: squares by role where something
//! was chosen, cells where each was rated, places where all were put in order. Nothing where there are too few reviews
//! to count: they are shown one by one then.

use egui::{Id, Ui};

use super::reviewers::{self, Reviewers, ReviewersRow};
use super::spread::{self, Ranks, RanksRow, Spread, SpreadRow};
use crate::app::cx::Cx;
use crate::report::words as say;
use crate::review::debrief::{Answered, Distribution, GroupOf};
use crate::scenario::raw::{Level, Role};
use crate::text::words;

/// Draws it. Kinds of options are shown only where nothing is decided any more. False if there is nothing to draw.
pub fn answers(ui: &mut Ui, cx: &Cx<'_>, id: Id, decision: &Answered, with_kinds: bool) -> bool {
    let Some(distribution) = &decision.panel.distribution else { return false };
    let of = u32::try_from(decision.panel.reviewers).unwrap_or(u32::MAX);
    let option = |at: usize| decision.options.get(at);
    let label = |at: usize| option(at).map_or_else(String::new, |option| option.label.clone());
    match distribution {
        Distribution::Options(rows) => {
            let row = |row: &crate::review::debrief::OptionVotes| ReviewersRow {
                label: label(row.option),
                kind: option(row.option).map(|option| option.kind).filter(|_| with_kinds),
                votes: row.votes,
                roles: row.roles.clone(),
                yours: row.yours,
            };
            let picture = Reviewers { of, roles: roles(decision), rows: rows.iter().map(row).collect() };
            reviewers::reviewers(ui, cx, id, &picture);
        }
        Distribution::Ranking(rows) => {
            let rows = rows.iter().map(|row| {
                let about = cx.say(&say::ranked(row, decision.panel.reviewers));
                RanksRow { label: label(row.option), place: say::place(row.rank), firsts: row.firsts, about }
            });
            spread::ranks(ui, cx, id, &Ranks { of, rows: rows.collect() });
        }
        Distribution::Ratings(rows) => {
            let rows = rows.iter().map(|row| {
                let cells = [-2, -1, 0, 1, 2].into_iter().zip(row.counts);
                SpreadRow {
                    label: label(row.option),
                    about: cx.say(&say::rated(row)),
                    cells: cells.map(|(rating, count)| (cx.say(&words::rating(rating)), count)).collect(),
                    yours: usize::from((row.yours.clamp(-2, 2) + 2).unsigned_abs()),
                }
            });
            spread::spread(ui, cx, id, &Spread { of, rows: rows.collect() });
        }
        Distribution::Levels(rows) => {
            let rows = rows.iter().map(|row| {
                let cells = Level::ALL.iter().copied().zip(row.counts);
                SpreadRow {
                    label: cx.say(&words::risk(row.risk)),
                    about: String::new(),
                    cells: cells.map(|(level, count)| (cx.say(&words::level(level)), count)).collect(),
                    yours: Level::ALL.iter().position(|level| *level == row.yours).unwrap_or(0),
                }
            });
            spread::spread(ui, cx, id, &Spread { of, rows: rows.collect() });
        }
    }
    true
}

/// The row that Tab stops at, of a picture with this id.
#[must_use]
pub fn list_stop(ui: &Ui, id: Id) -> Id {
    id.with(ui.data(|data| data.get_temp::<usize>(id.with("at"))).unwrap_or(0))
}

/// The roles of everyone with a review of this decision, with how many have each, in the order of the roles' list.
#[must_use]
pub fn roles(decision: &Answered) -> Vec<(Role, u32)> {
    let mut roles: Vec<(Role, u32)> = Vec::new();
    for review in decision.panel.groups.iter().flat_map(|group| &group.reviews) {
        match roles.iter_mut().find(|(role, _)| *role == review.role) {
            Some((_, count)) => *count += 1,
            None => roles.push((review.role, 1)),
        }
    }
    roles.sort_unstable();
    roles
}

/// Whether a group holds reviews that go the way of most.
#[must_use]
pub const fn is_commonest(of: GroupOf) -> bool {
    matches!(of, GroupOf::Commonest | GroupOf::Option { commonest: true, .. })
}
