//! A panel drawn again and again: what an answer would have earned with other reviewers of the same kind.
//!
//! The draws are the same for every run, so that counts and credits are kept for whoever gives the same answer.

use std::collections::BTreeMap;

use super::ballot::Ballot;
use super::credit;
use super::figures::interval::{self, Interval};
use super::figures::mean;
use super::panel::{Panel, Sheet};
use super::score::Scored;
use super::tally::Tally;
use crate::scenario::ids::DecisionId;
use crate::scenario::model::Scenario;
use crate::scenario::raw::Decision;

/// A question as it was put: a decision in a situation.
type Put = (DecisionId, usize);

/// Draws of one panel, and what came of them.
#[derive(Debug)]
pub struct Redrawn {
    seed: u64,
    /// The places of those drawn, draw by draw; empty until they are wanted.
    draws: Vec<Vec<usize>>,
    /// The counts of each draw, by question and by what answers speak of.
    tallies: BTreeMap<(Put, Vec<usize>), Vec<Tally>>,
    /// What an answer earns in each draw; not a number where nothing.
    credits: BTreeMap<(Put, Ballot), Vec<f64>>,
}

impl Redrawn {
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed, draws: Vec::new(), tallies: BTreeMap::new(), credits: BTreeMap::new() }
    }

    /// The interval of the mean of these answers over the draws.
    pub fn interval(
        &mut self,
        scenario: &Scenario,
        panel: &Panel,
        sheets: &[(&Scored<'_>, &Sheet)],
    ) -> Option<Interval> {
        if self.draws.is_empty() {
            self.draws = interval::draws(self.seed, panel.reviewers().len()).collect();
        }
        let mut keys = Vec::with_capacity(sheets.len());
        for (one, sheet) in sheets {
            let decision = scenario.decision(one.decision);
            let Some(own) = Ballot::of(decision, one.answer) else { continue };
            let key = ((one.decision, one.situation), own);
            let known = self.credits.contains_key(&key);
            if !known {
                let credits = self.credits_of(panel, decision, sheet, &key);
                self.credits.insert(key.clone(), credits);
            }
            keys.push(key);
        }
        let rows: Vec<&Vec<f64>> = keys.iter().filter_map(|key| self.credits.get(key)).collect();
        let mut earned = Vec::with_capacity(rows.len());
        let means = (0..self.draws.len()).filter_map(|draw| {
            earned.clear();
            earned.extend(rows.iter().map(|row| row[draw]).filter(|credit| !credit.is_nan()));
            mean(&earned)
        });
        interval::middle(means.filter(|mean| mean.is_finite()).collect())
    }

    /// What an answer earns in each draw.
    fn credits_of(
        &mut self,
        panel: &Panel,
        decision: &Decision,
        sheet: &Sheet,
        (put, own): &(Put, Ballot),
    ) -> Vec<f64> {
        let draws = &self.draws;
        let tallies =
            self.tallies.entry((*put, own.about())).or_insert_with(|| tallies_of(draws, panel, decision, sheet, own));
        let credit = |tally: &Tally| credit::against_tally(decision, tally, own).unwrap_or(f64::NAN);
        tallies.iter().map(credit).collect()
    }
}

/// The counts of each draw among answers like this one.
fn tallies_of(draws: &[Vec<usize>], panel: &Panel, decision: &Decision, sheet: &Sheet, like: &Ballot) -> Vec<Tally> {
    let mut by_reviewer: Vec<Option<&Ballot>> = vec![None; panel.reviewers().len()];
    for review in &sheet.reviews {
        if let Some(place) = by_reviewer.get_mut(usize::from(review.by.0)) {
            *place = review.ballot.as_ref();
        }
    }
    let tally = |drawn: &Vec<usize>| {
        let ballots: Vec<&Ballot> = drawn.iter().filter_map(|at| by_reviewer.get(*at).copied().flatten()).collect();
        Tally::of_ballots(decision, &ballots, like)
    };
    draws.iter().map(tally).collect()
}
