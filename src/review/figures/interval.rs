//! How far a figure moves when other reviewers are drawn: a bootstrap over reviewers.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

/// The seed of draws that are shown: the same figures have the same range every time.
pub const SEED: u64 = 2_026;

/// So often reviewers are drawn.
pub const RESAMPLES: usize = 2_000;

/// A figure that came out for fewer of the draws than this has no interval: it hangs on who happens to be drawn.
const LEAST_SHARE: f64 = 0.95;

/// The middle 95 per cent of what came out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// [`RESAMPLES`] draws of so many reviewers with replacement: the places of those drawn, each from nought. The same seed
/// draws the same on every machine. None of fewer than two reviewers.
pub fn draws(seed: u64, reviewers: usize) -> impl Iterator<Item = Vec<usize>> {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let times = if reviewers < 2 { 0 } else { RESAMPLES };
    // Fewer than 2^32 reviewers: each is as likely as the others to within 2^-32.
    let mut place = move || usize::try_from((u64::from(dice.next_u32()) * reviewers as u64) >> 32).unwrap_or(0);
    (0..times).map(move |_| (0..reviewers).map(|_| place()).collect())
}

/// The middle 95 per cent of what a figure came to in the [`draws`] (the percentile interval of Efron and Tibshirani, "An
/// Introduction to the Bootstrap", 1993, chapter 13). Refuses a figure that came out in fewer than 19 draws of 20.
#[must_use]
pub fn middle(mut found: Vec<f64>) -> Option<Interval> {
    if (found.len() as f64) < RESAMPLES as f64 * LEAST_SHARE {
        return None;
    }
    found.sort_unstable_by(f64::total_cmp);
    Some(Interval { low: percentile(&found, 0.025), high: percentile(&found, 0.975) })
}

/// The interval of a figure that is made from the places of those drawn, and may refuse.
#[must_use]
pub fn over_reviewers(
    seed: u64,
    reviewers: usize,
    figure: impl FnMut(Vec<usize>) -> Option<f64>,
) -> Option<Interval> {
    middle(draws(seed, reviewers).filter_map(figure).filter(|figure| figure.is_finite()).collect())
}

/// A percentile of sorted figures, on a straight line between two of them (the usual choice of R and numpy, "type 7").
fn percentile(sorted: &[f64], share: f64) -> f64 {
    let at = share * (sorted.len() - 1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in the list")]
    let below = at.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (sorted[above] - sorted[below]) * (at - below as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::figures::mean;

    #[test]
    fn a_percentile_by_hand() {
        // numpy.percentile([1, 2, 3, 4], 2.5) = 1 + 0.025 * 3 = 1.075.
        assert!((percentile(&[1.0, 2.0, 3.0, 4.0], 0.025) - 1.075).abs() < 1e-12);
        assert_eq!(percentile(&[1.0], 0.975), 1.0);
    }

    /// The mean of ten: for means, the bootstrap's interval is near to mean +- 1.96 times the population's standard
    /// deviation over the root of ten (0.2872 / 3.162 = 0.0908).
    #[test]
    fn the_mean_of_ten() {
        let credits: Vec<f64> = (0..10).map(|at| f64::from(at) / 10.0).collect();
        let of = |drawn: Vec<usize>| mean(&drawn.iter().map(|at| credits[*at]).collect::<Vec<_>>());
        let found = over_reviewers(7, 10, of).unwrap();
        assert!((found.low - (0.45 - 1.96 * 0.0908)).abs() < 0.02, "{found:?}");
        assert!((found.high - (0.45 + 1.96 * 0.0908)).abs() < 0.02, "{found:?}");
        assert_eq!(over_reviewers(7, 10, of), Some(found), "the same seed");
    }

    #[test]
    fn what_it_refuses() {
        assert_eq!(over_reviewers(7, 1, |_| Some(1.0)), None);
        assert_eq!(over_reviewers(7, 3, |drawn| (drawn[0] > 0).then_some(1.0)), None);
    }
}
