//! Reviewers and their reviews, looked up against a checked scenario.
//!
//! In go `panel.ron` as it was read and the scenario; out come sheets with typed ids. A sheet whose wording is no
//! longer that of the decision is kept and marked stale: it can be read, and is never counted. How a review came about
//! (drafted or collected) stays with its reviewer, so that nothing can show a review without it.

use super::ballot::Ballot;
use crate::scenario::ids::{DecisionId, ItemId, ResponseId};
use crate::scenario::model::Scenario;
use crate::scenario::raw;
use crate::scenario::raw::panel::Came;
use crate::scenario::wording;

/// The number of a reviewer within a panel, in the order of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReviewerId(pub u16);

/// The panel of a scenario.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Panel {
    reviewers: Vec<Reviewer>,
    /// By decision, then situation; those that count before stale ones.
    sheets: Vec<Sheet>,
    /// Sheets of a decision or a situation that the scenario no longer has.
    lost: Vec<LostSheet>,
}

/// Someone who answered the same decisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewer {
    pub id: raw::Id,
    pub role: raw::Role,
    /// Years of experience.
    pub years: u32,
    /// A group that is shown apart, such as a twin office.
    pub group: Option<String>,
    pub came: Came,
    pub outlook: Option<String>,
}

impl Reviewer {
    /// Whether a person gave these reviews. Others were drafted from published findings.
    #[must_use]
    pub const fn is_collected(&self) -> bool {
        matches!(self.came, Came::Collected { .. })
    }
}

/// What reviewers answered to one decision in one situation, at one wording.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub decision: DecisionId,
    /// The place of the situation in its decision.
    pub situation: usize,
    /// The decision was reworded since: never scored.
    pub stale: bool,
    /// The author's summary; never counted.
    pub synthesis: Option<String>,
    pub reviews: Vec<Review>,
}

/// One reviewer's answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    pub by: ReviewerId,
    pub answer: raw::Answer,
    /// The answer in numbers. Nothing for an abstention, or for an answer that does not fit the question (any more).
    pub ballot: Option<Ballot>,
    pub reason: String,
    /// How sure, from nought to a hundred.
    pub sure: Option<u8>,
    pub change: Option<String>,
    /// What this reviewer would have opened or done.
    pub looked_for: Vec<LookedFor>,
    /// The reviewer did not reach the situation, and supposed it.
    pub supposed: bool,
    /// Whether it is realistic, if the reviewer said.
    pub realistic: Option<bool>,
    /// What confused the reviewer about the question.
    pub confusing: Option<String>,
}

impl Review {
    /// Whether the reviewer gave no answer, and said why.
    #[must_use]
    pub const fn abstained(&self) -> bool {
        matches!(self.answer, raw::Answer::Abstain(_))
    }
}

/// Something that a reviewer would have looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookedFor {
    Item(ItemId),
    Response(ResponseId),
}

/// A sheet that has no place any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostSheet {
    pub decision: raw::Id,
    pub situation: raw::Id,
    pub reviews: usize,
}

impl Panel {
    /// Looks up every name. What `check` would refuse (an unknown reviewer, a second review by the same one) is left
    /// out here, so that a panel kept with an old run can always be opened.
    #[must_use]
    pub fn new(raw: raw::Panel, scenario: &Scenario) -> Self {
        let reviewers: Vec<Reviewer> = raw
            .reviewers
            .into_iter()
            .map(|reviewer| Reviewer {
                id: reviewer.id,
                role: reviewer.role,
                years: reviewer.years,
                group: reviewer.group,
                came: reviewer.came,
                outlook: reviewer.outlook,
            })
            .collect();
        let mut panel = Self { reviewers, ..Self::default() };
        for sheet in raw.sheets {
            panel.add(sheet, scenario);
        }
        // Stable: of two sheets for the same thing, the first of the file stays first.
        panel.sheets.sort_by_key(|sheet| (sheet.decision, sheet.situation, sheet.stale));
        panel
    }

    fn add(&mut self, sheet: raw::panel::Sheet, scenario: &Scenario) {
        let place = scenario.decision_called(&sheet.decision).and_then(|decision| {
            let situations = &scenario.decision(decision).situations;
            let situation = situations.iter().position(|situation| situation.id == sheet.situation)?;
            Some((decision, situation))
        });
        let Some((decision, situation)) = place else {
            let reviews = sheet.reviews.len();
            self.lost.push(LostSheet { decision: sheet.decision, situation: sheet.situation, reviews });
            return;
        };
        let mut reviews: Vec<Review> = Vec::with_capacity(sheet.reviews.len());
        for review in sheet.reviews {
            let Some(by) = self.reviewer_called(&review.by) else { continue };
            if reviews.iter().any(|earlier| earlier.by == by) {
                continue;
            }
            reviews.push(Review {
                by,
                ballot: Ballot::of(scenario.decision(decision), &review.answer),
                answer: review.answer,
                reason: review.reason,
                sure: review.sure,
                change: review.change,
                looked_for: review.looked_for.iter().filter_map(|name| looked_for(scenario, name)).collect(),
                supposed: review.supposed,
                realistic: review.realistic,
                confusing: review.confusing,
            });
        }
        self.sheets.push(Sheet {
            decision,
            situation,
            stale: wording::wording(scenario, decision, situation) != sheet.wording,
            synthesis: sheet.synthesis,
            reviews,
        });
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a panel holds at most 200,000 values, and a reviewer has several"
    )]
    fn reviewer_called(&self, name: &str) -> Option<ReviewerId> {
        self.reviewers.iter().position(|reviewer| reviewer.id == name).map(|at| ReviewerId(at as u16))
    }

    #[must_use]
    pub fn reviewer(&self, id: ReviewerId) -> Option<&Reviewer> {
        self.reviewers.get(usize::from(id.0))
    }

    #[must_use]
    pub fn reviewers(&self) -> &[Reviewer] {
        &self.reviewers
    }

    /// Every sheet, by decision and situation.
    #[must_use]
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// Sheets that have no place in the scenario any more.
    #[must_use]
    pub fn lost(&self) -> &[LostSheet] {
        &self.lost
    }

    /// Every sheet of a decision in a situation: the one that counts first, then stale ones.
    pub fn sheets_of(&self, decision: DecisionId, situation: usize) -> impl Iterator<Item = &Sheet> {
        self.sheets.iter().filter(move |sheet| sheet.decision == decision && sheet.situation == situation)
    }

    /// The sheet of a decision in a situation: the one that counts, or else a stale one.
    #[must_use]
    pub fn sheet(&self, decision: DecisionId, situation: usize) -> Option<&Sheet> {
        self.sheets_of(decision, situation).next()
    }
}

fn looked_for(scenario: &Scenario, name: &str) -> Option<LookedFor> {
    let item = scenario.item_called(name).map(LookedFor::Item);
    item.or_else(|| scenario.response_called(name).map(LookedFor::Response))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::sample;

    #[test]
    fn a_sheet_without_a_place_is_kept_apart() {
        let scenario = sample::sample();
        let mut raw = sample::raw_panel(&scenario);
        raw.sheets[0].decision = "gone".into();
        raw.sheets[1].situation = "gone".into();
        let panel = Panel::new(raw, &scenario);
        let lost: Vec<(&str, usize)> =
            panel.lost().iter().map(|sheet| (sheet.decision.as_str(), sheet.reviews)).collect();
        assert_eq!(lost, [("gone", 6), ("some", 5)]);
        assert_eq!(panel.sheets().len(), 3);
    }

    #[test]
    fn a_stale_sheet_stands_behind_the_one_that_counts() {
        let scenario = sample::sample();
        let mut raw = sample::raw_panel(&scenario);
        let mut old = raw.sheets[0].clone();
        old.wording = "b3:0000000000000000".into();
        raw.sheets.insert(0, old);
        let panel = Panel::new(raw, &scenario);
        let decision = scenario.decision_called("one").unwrap();
        let stale: Vec<bool> = panel.sheets_of(decision, 0).map(|sheet| sheet.stale).collect();
        assert_eq!(stale, [false, true]);
        assert_eq!(panel.sheet(decision, 1), None);
    }

    #[test]
    fn a_second_review_and_an_unknown_reviewer_are_left_out() {
        let scenario = sample::sample();
        let mut raw = sample::raw_panel(&scenario);
        let again = raw.sheets[0].reviews[0].clone();
        raw.sheets[0].reviews.push(again.clone());
        raw.sheets[0].reviews.push(raw::panel::Review { by: "nobody".into(), ..again });
        let panel = Panel::new(raw, &scenario);
        let sheet = panel.sheet(scenario.decision_called("one").unwrap(), 0).unwrap();
        assert_eq!(sheet.reviews.len(), 6);
        assert_eq!(sheet.reviews[0].looked_for.len(), 1);
        assert!(sheet.reviews[5].ballot.is_none() && sheet.reviews[5].abstained());
    }
}
