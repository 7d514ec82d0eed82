//! The formulas of scoring, on plain numbers: each in one place, with its source, its range and what it refuses; none of
//! them with an opinion. "Refuses" is nothing ([`None`]), never a nought.
//!
//! | file | what |
//! |---|---|
//! | [`answer`] | one answer, several, a ranking, ratings, beside counts |
//! | [`agreement`] | how far those who answered agree: Krippendorff's alpha, Tastle and Wierman's consensus, the modal share |
//! | [`spread`] | the shape of a distribution, in a word |
//! | [`size`] | what a panel's size lets expect |
//! | [`standard`] | a mean on the scale on which the panel's is 80 and its standard deviation 5 |
//! | [`interval`] | how far a figure moves when other reviewers are drawn |
//! | [`sureness`] | confidence against credit |
//! | [`items`] | decisions as items of a test: alpha, item-total, difficulty, discrimination |

pub mod agreement;
pub mod answer;
pub mod interval;
pub mod items;
pub mod size;
pub mod spread;
pub mod standard;
pub mod sureness;

pub use answer::*;

/// The mean; nothing of nothing.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The standard deviation of a sample (divided by `n - 1`); nothing of fewer than two.
#[must_use]
pub fn deviation(values: &[f64]) -> Option<f64> {
    let mean = mean(values).filter(|_| values.len() > 1)?;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    Some((squares / (values.len() - 1) as f64).sqrt())
}
