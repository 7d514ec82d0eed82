//! One answer beside those of a panel.
//!
//! Counts go in, one for each option or step of a scale; a figure between nought and one comes out, or nothing where
//! the formula says nothing (no votes, no spread). `credit` says which of them counts for which question.

/// The most votes that any option has; nought if there are none.
#[must_use]
pub fn most(counts: &[u32]) -> u32 {
    counts.iter().copied().max().unwrap_or(0)
}

/// Aggregate, `n_x / n_mode` (script concordance; BMC Surgery 2016, 10.1186/s12893-016-0173-y, table 2).
#[must_use]
pub fn aggregate(counts: &[u32], chosen: usize) -> Option<f64> {
    let mode = most(counts);
    let votes = *counts.get(chosen)?;
    (mode > 0).then(|| f64::from(votes) / f64::from(mode))
}

/// Distance to the mode, `1 - |mode - x| / d_max`, on an ordered scale of as many steps as there are counts (same
/// table; `d_max` is 4 for five steps). Two modes are both the mode, so the nearer one counts.
#[must_use]
pub fn distance_to_mode(counts: &[u32], chosen: usize) -> Option<f64> {
    let mode = most(counts);
    let nearest = counts
        .iter()
        .enumerate()
        .filter(|(_, count)| **count == mode && mode > 0)
        .map(|(at, _)| at.abs_diff(chosen))
        .min()?;
    scaled(nearest as f64, counts.len())
}

/// Distance to the mean, `1 - |mean - x| / d_max`, on an ordered scale (same table).
#[must_use]
pub fn distance_to_mean(counts: &[u32], chosen: usize) -> Option<f64> {
    let mean = mean_step(counts)?;
    scaled((mean - chosen as f64).abs(), counts.len())
}

fn scaled(distance: f64, steps: usize) -> Option<f64> {
    let widest = steps.checked_sub(1).filter(|widest| *widest > 0)?;
    Some(1.0 - distance / widest as f64)
}

/// The mean step of an ordered scale, counted from nought.
#[must_use]
pub fn mean_step(counts: &[u32]) -> Option<f64> {
    let all: u32 = counts.iter().sum();
    let sum: f64 = counts.iter().enumerate().map(|(at, count)| at as f64 * f64::from(*count)).sum();
    (all > 0).then(|| sum / f64::from(all))
}

/// Aggregate with penalty, `(AGG + DMODE) / 2`, on an ordered scale (same table, after Wilson).
#[must_use]
pub fn aggregate_with_penalty(counts: &[u32], chosen: usize) -> Option<f64> {
    Some(f64::midpoint(aggregate(counts, chosen)?, distance_to_mode(counts, chosen)?))
}

/// Single best answer: whether the choice is the mode. Two modes are both best.
#[must_use]
pub fn single_best(counts: &[u32], chosen: usize) -> Option<bool> {
    let mode = most(counts);
    let votes = *counts.get(chosen)?;
    (mode > 0).then_some(votes == mode)
}

/// Votes for what was chosen, of the most votes that `most` options can have.
#[must_use]
pub fn votes_for_chosen(counts: &[u32], chosen: &[usize], most: usize) -> Option<f64> {
    let mut descending = counts.to_vec();
    descending.sort_unstable_by(|a, b| b.cmp(a));
    let best: u32 = descending.iter().take(most).sum();
    let votes: u32 = chosen.iter().filter_map(|at| counts.get(*at)).sum();
    (best > 0).then(|| f64::from(votes) / f64::from(best))
}

/// Ranks from one upwards by the sum of ranks of each option, the smallest first (Borda). Options with equal sums share
/// the mean of their places, and are never parted by their order in a file.
#[must_use]
pub fn shared_ranks(sums: &[u32]) -> Vec<f64> {
    sums.iter()
        .map(|sum| {
            let before = sums.iter().filter(|other| *other < sum).count();
            let with = sums.iter().filter(|other| *other == sum).count();
            before as f64 + f64::midpoint(1.0, with as f64)
        })
        .collect()
}

/// Displacement agreement of two rankings, `1 - sum |r_a - r_b| / max`. The most that the sum can be is that of a
/// ranking and its reverse, `floor(m^2 / 2)` for `m` options (Spearman's footrule; Diaconis and Graham 1977).
#[must_use]
pub fn displacement(a: &[f64], b: &[f64]) -> Option<f64> {
    let widest = a.len() * a.len() / 2;
    if a.len() != b.len() || widest == 0 {
        return None;
    }
    let moved: f64 = a.iter().zip(b).map(|(a, b)| (a - b).abs()).sum();
    Some(1.0 - moved / widest as f64)
}

/// Kendall's tau-b of two rankings with ties. Nothing if either is one single tie.
#[must_use]
pub fn tau_b(a: &[f64], b: &[f64]) -> Option<f64> {
    if a.len() != b.len() {
        return None;
    }
    let (mut agree, mut apart_a, mut apart_b) = (0.0, 0.0, 0.0);
    for later in 1..a.len() {
        for earlier in 0..later {
            let (in_a, in_b) = (side(a[later] - a[earlier]), side(b[later] - b[earlier]));
            agree += in_a * in_b;
            apart_a += in_a.abs();
            apart_b += in_b.abs();
        }
    }
    (apart_a > 0.0 && apart_b > 0.0).then(|| agree / f64::sqrt(apart_a * apart_b))
}

/// Minus one, nought or one.
fn side(difference: f64) -> f64 {
    if difference == 0.0 { 0.0 } else { difference.signum() }
}

/// How far a profile of ratings lies from another, and in which way (Legree 2010). The three parts add up to `distance`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Profile {
    /// Mean squared distance.
    pub distance: f64,
    /// Rating everything higher or lower: `(X - K)^2`.
    pub elevation: f64,
    /// Using more or less of the scale: `(s_x - s_k)^2`, population standard deviations.
    pub dispersion: f64,
    /// Putting things in another order: `2 s_x s_k (1 - r)`. Nought where either has no spread.
    pub shape: f64,
}

/// Compares two profiles of the same options.
#[must_use]
pub fn profile(x: &[f64], k: &[f64]) -> Option<Profile> {
    if x.len() != k.len() || x.is_empty() {
        return None;
    }
    let n = x.len() as f64;
    let mean = |v: &[f64]| v.iter().sum::<f64>() / n;
    let (mean_x, mean_k) = (mean(x), mean(k));
    let variance = |v: &[f64], mean: f64| v.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n;
    let (s_x, s_k) = (variance(x, mean_x).sqrt(), variance(k, mean_k).sqrt());
    let together = x.iter().zip(k).map(|(x, k)| (x - mean_x) * (k - mean_k)).sum::<f64>() / n;
    Some(Profile {
        distance: x.iter().zip(k).map(|(x, k)| (x - k).powi(2)).sum::<f64>() / n,
        elevation: (mean_x - mean_k).powi(2),
        dispersion: (s_x - s_k).powi(2),
        shape: 2.0 * (s_x * s_k - together),
    })
}

/// Agreement of ratings from -2 to +2, `1 - mean squared distance / 16`: the widest distance is 4, squared 16.
#[must_use]
pub fn rating_agreement(profile: &Profile) -> f64 {
    1.0 - profile.distance / 16.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, wanted: f64) {
        assert!(found.is_some_and(|found| (found - wanted).abs() < 1e-12), "{found:?} is not {wanted}");
    }

    #[test]
    fn one_answer() {
        // Seven reviewers: 1 letter, 1 accept, 5 pending. n_mode = 5.
        let counts = [1, 1, 5];
        near(aggregate(&counts, 0), 1.0 / 5.0);
        near(aggregate(&counts, 2), 1.0);
        assert_eq!(single_best(&counts, 2), Some(true));
        assert_eq!(single_best(&counts, 1), Some(false));
        // Nobody chose it: nought, which is a score. Nobody voted at all: no score.
        near(aggregate(&[4, 0], 1), 0.0);
        assert_eq!(aggregate(&[0, 0], 1), None);
        assert_eq!(aggregate(&[4, 1], 2), None);
    }

    #[test]
    fn two_modes_are_both_best() {
        // 3, 1, 3: both ends are modes.
        let counts = [3, 1, 3];
        near(aggregate(&counts, 0), 1.0);
        near(aggregate(&counts, 2), 1.0);
        assert_eq!(single_best(&counts, 0), Some(true));
        assert_eq!(single_best(&counts, 2), Some(true));
        // On a scale of three, d_max = 2. The middle is one step from either mode: 1 - 1/2.
        near(distance_to_mode(&counts, 1), 0.5);
        near(distance_to_mode(&counts, 2), 1.0);
    }

    #[test]
    fn an_ordered_answer() {
        // Five steps, ten votes: 0 1 2 6 1. Mode = step 3. Mean = (1 + 4 + 18 + 4) / 10 = 2.7. d_max = 4.
        let counts = [0, 1, 2, 6, 1];
        near(distance_to_mode(&counts, 1), 1.0 - 2.0 / 4.0);
        near(distance_to_mean(&counts, 1), 1.0 - 1.7 / 4.0);
        // AGG of step 1 = 1/6; DMODE = 1/2; half their sum = 1/3.
        near(aggregate_with_penalty(&counts, 1), (1.0 / 6.0 + 0.5) / 2.0);
        assert_eq!(distance_to_mode(&[3], 0), None);
    }

    #[test]
    fn choosing_several() {
        // Votes 6 4 4 1; two may be chosen. The most that two can have is 6 + 4 = 10, whichever of the tied ones it is.
        let counts = [6, 4, 4, 1];
        near(votes_for_chosen(&counts, &[0, 2], 2), 1.0);
        near(votes_for_chosen(&counts, &[0, 1], 2), 1.0);
        near(votes_for_chosen(&counts, &[1, 2], 2), 8.0 / 10.0);
        // One alone, where two were allowed: 6 of 10.
        near(votes_for_chosen(&counts, &[0], 2), 0.6);
        near(votes_for_chosen(&counts, &[3], 2), 0.1);
    }

    #[test]
    fn ranks_are_shared() {
        // Three reviewers rank a b c d as 1 2 3 4, 2 1 3 4, 1 2 4 3: sums 4, 5, 10, 11.
        assert_eq!(shared_ranks(&[4, 5, 10, 11]), [1.0, 2.0, 3.0, 4.0]);
        // b and c tie for places 2 and 3: both 2.5.
        assert_eq!(shared_ranks(&[4, 7, 7, 12]), [1.0, 2.5, 2.5, 4.0]);
        // All tie: (1 + 2 + 3) / 3 = 2.
        assert_eq!(shared_ranks(&[6, 6, 6]), [2.0, 2.0, 2.0]);
    }

    #[test]
    fn displacement_with_ties() {
        let panel = [1.0, 2.5, 2.5, 4.0];
        // Trainee a b c d: |1-1| + |2-2.5| + |3-2.5| + |4-4| = 1. max = floor(16/2) = 8. 1 - 1/8.
        near(displacement(&[1.0, 2.0, 3.0, 4.0], &panel), 7.0 / 8.0);
        // Swapping the two that tie costs nothing more.
        near(displacement(&[1.0, 3.0, 2.0, 4.0], &panel), 7.0 / 8.0);
        // Reversed: 3 + 0.5 + 0.5 + 3 = 7. 1 - 7/8.
        near(displacement(&[4.0, 3.0, 2.0, 1.0], &panel), 1.0 / 8.0);
        // Without ties the reverse earns nought, for an odd number as well: 2 + 0 + 2 = 4 = floor(9/2).
        near(displacement(&[3.0, 2.0, 1.0], &[1.0, 2.0, 3.0]), 0.0);
        assert_eq!(displacement(&[1.0], &[1.0]), None);
    }

    #[test]
    fn tau_b_with_ties() {
        // Trainee 1 2 3 4, panel 1 2.5 2.5 4: six pairs, one of them tied by the panel, five agree.
        // tau_b = 5 / sqrt(6 * 5).
        near(tau_b(&[1.0, 2.0, 3.0, 4.0], &[1.0, 2.5, 2.5, 4.0]), 5.0 / 30f64.sqrt());
        near(tau_b(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), -1.0);
        assert_eq!(tau_b(&[1.0, 2.0], &[1.5, 1.5]), None);
    }

    #[test]
    fn ratings_in_three_parts() {
        // x = 2 1 -1 -2 (mean 0, s = sqrt(2.5)); k = 1 1 0 -1 (mean 0.25, s^2 = (0.5625*2 + 0.0625 + 1.5625)/4 = 0.6875).
        // Distance: (1 + 0 + 1 + 1) / 4 = 0.75. Elevation: 0.0625. Covariance: (2 + 1 + 0 + 2)/4 - 0 = 1.25.
        // Dispersion: 2.5 + 0.6875 - 2 s_x s_k; shape: 2 s_x s_k - 2.5. Together with elevation: 0.75.
        let found = profile(&[2.0, 1.0, -1.0, -2.0], &[1.0, 1.0, 0.0, -1.0]).unwrap();
        let both = (2.5f64 * 0.6875).sqrt();
        near(Some(found.distance), 0.75);
        near(Some(found.elevation), 0.0625);
        near(Some(found.dispersion), 3.1875 - 2.0 * both);
        near(Some(found.shape), 2.0 * both - 2.5);
        near(Some(found.elevation + found.dispersion + found.shape), 0.75);
        // 1 - 0.75/16.
        near(Some(rating_agreement(&found)), 1.0 - 0.75 / 16.0);
        // The far ends of the scale: 16/16.
        let far = profile(&[2.0, -2.0], &[-2.0, 2.0]).unwrap();
        near(Some(rating_agreement(&far)), 0.0);
        // A flat profile has no shape to disagree about.
        let flat = profile(&[0.0, 0.0], &[1.0, -1.0]).unwrap();
        near(Some(flat.shape), 0.0);
        near(Some(flat.dispersion), 1.0);
    }
}
