//! The mean reviewer: each reviewer scored against the others, averaged. What habits are held against.

use crate::review::credit;
use crate::review::panel::{Panel, ReviewerId, Sheet};
use crate::scenario::ids::DecisionId;
use crate::scenario::model::Scenario;

use super::open::short;
use super::survey::Survey;

/// What reviewers earn against each other.
#[derive(Debug, Clone, PartialEq)]
pub struct MeanReviewer {
    /// By decision: the mean over its sheets; nothing where none is scored.
    pub by_decision: Vec<Option<f64>>,
    /// Over a run in which each decision comes in its commonest situation: each reviewer's mean, and the mean of these.
    pub run: Option<f64>,
    /// Reviewers that went into `run`.
    pub reviewers: usize,
}

fn mean(figures: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, n) = figures.fold((0.0, 0u32), |(sum, n), figure| (sum + figure, n + 1));
    (n > 0).then(|| sum / f64::from(n))
}

/// Scores reviewers against each other. `survey` says which situation of a decision is the commonest: of those that are
/// scored, the one that most plays met, or else the first.
#[must_use]
pub fn mean_reviewer(scenario: &Scenario, panel: &Panel, survey: &Survey) -> MeanReviewer {
    let sheets: Vec<(&Sheet, Vec<(ReviewerId, f64)>)> = panel
        .sheets()
        .iter()
        .filter(|sheet| panel.sheet(sheet.decision, sheet.situation).is_some_and(|first| std::ptr::eq(first, *sheet)))
        .map(|sheet| (sheet, credit::left_out(scenario, sheet)))
        .filter(|(_, earned)| !earned.is_empty())
        .collect();
    let decisions = (0..scenario.tables().decisions.len()).map(|at| DecisionId(short(at)));
    let mut by_decision = Vec::new();
    let mut by_reviewer: Vec<Vec<f64>> = vec![Vec::new(); panel.reviewers().len()];
    for id in decisions {
        let of: Vec<&(&Sheet, Vec<(ReviewerId, f64)>)> =
            sheets.iter().filter(|(sheet, _)| sheet.decision == id).collect();
        by_decision.push(mean(of.iter().filter_map(|(_, earned)| mean(earned.iter().map(|(_, credit)| *credit)))));
        let met = |sheet: &Sheet| survey.count(super::marks::Mark::Situation(id, short(sheet.situation)));
        // The first of the most: `max_by_key` would give the last.
        let Some((_, earned)) = of.iter().rev().max_by_key(|(sheet, _)| met(sheet)) else { continue };
        for (by, credit) in earned {
            if let Some(credits) = by_reviewer.get_mut(usize::from(by.0)) {
                credits.push(*credit);
            }
        }
    }
    let means: Vec<f64> = by_reviewer.iter().filter_map(|credits| mean(credits.iter().copied())).collect();
    MeanReviewer { by_decision, run: mean(means.iter().copied()), reviewers: means.len() }
}
