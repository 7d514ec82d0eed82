//! The decisions as items of a test, over everybody who answered all that is scored.

use super::Tables;
use super::decisions::Decision;
use crate::review::figures::aggregate;
use crate::review::figures::interval::Interval;
use crate::review::figures::items::{FEWEST_RUNS, Item, Matrix, cronbach, cronbach_interval, items};

/// What can be said of the decisions as items.
#[derive(Debug, Clone, PartialEq)]
pub enum Items {
    /// Too few answered everything, or fewer than two decisions are scored.
    TooFew {
        complete: usize,
        scored: usize,
    },
    Found(Found),
}

/// The figures of a test.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// People who answered all that is scored.
    pub complete: usize,
    /// Cronbach's alpha. Nothing if everybody has the same total.
    pub alpha: Option<f64>,
    pub interval: Option<Interval>,
    /// By scored decision: its place among all, and its figures.
    pub items: Vec<(usize, Item)>,
}

pub(super) fn of(tables: &Tables, decisions: &[Decision]) -> Items {
    let scored: Vec<usize> = (0..decisions.len()).filter(|at| decisions[*at].is_scored()).collect();
    let credit = |row: usize, person: usize| aggregate(&decisions[row].counts, tables.answers.rows[row][person]?);
    let people = 0..tables.answers.people.len();
    let rows: Vec<Vec<f64>> =
        people.filter_map(|person| scored.iter().map(|row| credit(*row, person)).collect()).collect();
    Items::of(scored, &rows)
}

impl Items {
    /// From the credits of whoever answered all of these decisions: a row each, in the order of the decisions.
    #[must_use]
    pub fn of(scored: Vec<usize>, rows: &[Vec<f64>]) -> Self {
        let complete = rows.len();
        let Some(matrix) = Matrix::new(rows).filter(|_| complete >= FEWEST_RUNS && scored.len() > 1) else {
            let complete = if scored.is_empty() { 0 } else { complete };
            return Self::TooFew { complete, scored: scored.len() };
        };
        Self::Found(Found {
            complete,
            alpha: cronbach(&matrix),
            interval: cronbach_interval(&matrix),
            items: scored.into_iter().zip(items(&matrix)).collect(),
        })
    }
}
