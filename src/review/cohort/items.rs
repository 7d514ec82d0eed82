//! The decisions of a scenario as items of a test, over complete runs.
//!
//! Runs part: not every decision is put in every run, nor scored in every situation. Looked at are the decisions that
//! are scored in at least half of the runs that are over; a run is *complete* if it is over and scored in all of them.

use super::Entrant;
use super::questions::DecisionRow;
use crate::review::matrix::items::Items;

/// The decisions as items, and which of them could be looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Looked {
    /// Places of decisions that are scored in too few runs.
    pub left: Vec<usize>,
    pub items: Items,
}

/// The least share of the runs that are over in which a decision has to be scored.
const LEAST_SHARE: f64 = 0.5;

pub(super) fn of(decisions: &[DecisionRow], runs: &[Entrant]) -> Looked {
    let over: Vec<&Entrant> = runs.iter().filter(|run| run.marked.over).collect();
    let credit = |run: &&Entrant, at: usize| run.marked.given(&decisions[at].id)?.credit.score();
    let scored_in = |at: usize| over.iter().filter(|run| credit(run, at).is_some()).count();
    let (looked, left): (Vec<usize>, Vec<usize>) = (0..decisions.len())
        .filter(|at| scored_in(*at) > 0)
        .partition(|at| scored_in(*at) as f64 >= LEAST_SHARE * over.len() as f64);
    let rows: Vec<Vec<f64>> =
        over.iter().filter_map(|run| looked.iter().map(|at| credit(run, *at)).collect()).collect();
    Looked { left, items: Items::of(looked, &rows) }
}
