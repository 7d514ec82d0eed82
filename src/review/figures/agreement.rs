//! How far those who answered agree.
//!
//! In go counts: for each unit (a decision), how many gave each value. A hole is somebody who is in no count.

use super::most;

/// What the distance between two values is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// Values have no order: equal or not.
    Nominal,
    /// Values have an order, and steps of no particular size.
    Ordinal,
    /// Steps are of equal size.
    Interval,
    /// There is a true nought. Values below it are refused.
    Ratio,
}

/// Krippendorff's alpha, `1 - D_observed / D_expected`, for any number of raters with holes (Krippendorff, "Content
/// Analysis", 3rd edition 2013, chapter 12.3): 1 is perfect agreement, 0 what chance would bring, below 0 worse.
///
/// `values` are the values in ascending order; `units` has, for each unit, how many gave each of them. Units with fewer
/// than two answers count for nothing. Refuses: nothing to pair; no difference among all that was answered; lengths that
/// differ; a ratio below nought.
#[must_use]
pub fn alpha(values: &[f64], units: &[Vec<u32>], metric: Metric) -> Option<f64> {
    let all = values.len();
    if units.iter().any(|unit| unit.len() != all)
        || (metric == Metric::Ratio && values.iter().any(|value| *value < 0.0))
    {
        return None;
    }
    let paired = || units.iter().filter(|unit| unit.iter().sum::<u32>() > 1);
    let mut totals = vec![0.0; all];
    for unit in paired() {
        for (total, count) in totals.iter_mut().zip(unit) {
            *total += f64::from(*count);
        }
    }
    let n: f64 = totals.iter().sum();
    let apart = distances(values, &totals, metric);
    let mut expected = 0.0;
    for (at, row) in apart.chunks_exact(all.max(1)).enumerate() {
        for (other, distance) in row.iter().enumerate().skip(at + 1) {
            expected += totals[at] * totals[other] * distance;
        }
    }
    let mut observed = 0.0;
    for unit in paired() {
        let raters: u32 = unit.iter().sum();
        let mut within = 0.0;
        for (at, count) in unit.iter().enumerate().filter(|(_, count)| **count > 0) {
            for (other, others) in unit.iter().enumerate().skip(at + 1) {
                within += f64::from(*count) * f64::from(*others) * apart[at * all + other];
            }
        }
        observed += within / f64::from(raters - 1);
    }
    (expected > 0.0).then(|| 1.0 - (n - 1.0) * observed / expected)
}

/// The squared distance between each pair of values, row by row.
fn distances(values: &[f64], totals: &[f64], metric: Metric) -> Vec<f64> {
    let pairs = (0..values.len()).flat_map(|at| (0..values.len()).map(move |other| (at.min(other), at.max(other))));
    pairs
        .map(|(low, high)| match metric {
            _ if low == high => 0.0,
            Metric::Nominal => 1.0,
            Metric::Ordinal => {
                let between: f64 = totals[low..=high].iter().sum();
                (between - f64::midpoint(totals[low], totals[high])).powi(2)
            }
            Metric::Interval => (values[low] - values[high]).powi(2),
            Metric::Ratio => {
                let sum = values[low] + values[high];
                if sum == 0.0 { 0.0 } else { ((values[low] - values[high]) / sum).powi(2) }
            }
        })
        .collect()
}

/// Tastle and Wierman's consensus of one ordered question, `1 + sum p_i log2(1 - |x_i - mu| / (max - min))`
/// ("Consensus and dissention: A measure of ordinal dispersion", 2007): 1 if all gave the same, 0 if half stand at
/// either end. Refuses fewer than two steps, and no answers.
#[must_use]
pub fn consensus(counts: &[u32]) -> Option<f64> {
    let widest = counts.len().checked_sub(1).filter(|widest| *widest > 0)? as f64;
    let mean = super::mean_step(counts)?;
    let all: u32 = counts.iter().sum();
    let given = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let sum: f64 = given
        .map(|(step, count)| f64::from(*count) / f64::from(all) * (1.0 - (step as f64 - mean).abs() / widest).log2())
        .sum();
    Some(1.0 + sum)
}

/// The share of those who answered that gave the commonest answer: from `1 / n` to 1. Refuses no answers.
#[must_use]
pub fn modal_share(counts: &[u32]) -> Option<f64> {
    let all: u32 = counts.iter().sum();
    (all > 0).then(|| f64::from(most(counts)) / f64::from(all))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts of each value in each unit, from values by unit.
    fn counted(values: &[f64], units: &[&[f64]]) -> Vec<Vec<u32>> {
        let count = |unit: &&[f64]| {
            let of = |value: &f64| u32::try_from(unit.iter().filter(|given| *given == value).count()).unwrap();
            values.iter().map(of).collect()
        };
        units.iter().map(count).collect()
    }

    /// The "C" data of Krippendorff, as the manual of R's `irr` 0.84.1 has it: four raters, twelve units, holes left
    /// out. The manual's run prints 0.743, 0.815, 0.849 and 0.797; the digits behind are those of PyPI `krippendorff`
    /// 0.9.0 on the same matrix.
    #[test]
    fn the_c_data() {
        let values = [1.0, 2.0, 3.0, 4.0, 5.0];
        let units: [&[f64]; 12] = [
            &[1., 1., 1.],
            &[2., 2., 3., 2.],
            &[3., 3., 3., 3.],
            &[3., 3., 3., 3.],
            &[2., 2., 2., 2.],
            &[1., 2., 3., 4.],
            &[4., 4., 4., 4.],
            &[1., 1., 2., 1.],
            &[2., 2., 2., 2.],
            &[5., 5., 5.],
            &[1., 1.],
            &[3.],
        ];
        let units = counted(&values, &units);
        for (metric, wanted) in [
            (Metric::Nominal, 0.743_421_052_631_579),
            (Metric::Ordinal, 0.815_387_503_754_881_4),
            (Metric::Interval, 0.849_107_142_857_142_8),
            (Metric::Ratio, 0.797_402_774_711_612_1),
        ] {
            let found = alpha(&values, &units, metric).unwrap();
            assert!((found - wanted).abs() < 1e-9, "{metric:?}: {found} is not {wanted}");
        }
    }

    #[test]
    fn what_alpha_refuses() {
        // Everybody gave the same: there is nothing that agreement could be told from.
        assert_eq!(alpha(&[0.0, 1.0], &[vec![3, 0], vec![2, 0]], Metric::Nominal), None);
        // Nobody can be paired with anybody.
        assert_eq!(alpha(&[0.0, 1.0], &[vec![1, 0], vec![0, 1]], Metric::Nominal), None);
        assert_eq!(alpha(&[], &[], Metric::Nominal), None);
        assert_eq!(alpha(&[-1.0, 1.0], &[vec![1, 1]], Metric::Ratio), None);
        assert_eq!(alpha(&[0.0, 1.0], &[vec![1, 1, 1]], Metric::Nominal), None);
    }

    /// R's `agrmt` documents `consensus(c(30, 40, 210, 130, 530, 50, 10))` as 0.7256876.
    #[test]
    fn consensus_as_documented() {
        let found = consensus(&[30, 40, 210, 130, 530, 50, 10]).unwrap();
        assert!((found - 0.725_687_6).abs() < 5e-8, "{found}");
    }

    #[test]
    fn consensus_at_its_ends() {
        assert_eq!(consensus(&[0, 7, 0]), Some(1.0));
        assert_eq!(consensus(&[5, 0, 0, 0, 5]), Some(0.0));
        assert_eq!(consensus(&[5]), None);
        assert_eq!(consensus(&[0, 0]), None);
    }

    #[test]
    fn the_modal_share() {
        assert_eq!(modal_share(&[1, 1, 5]), Some(5.0 / 7.0));
        assert_eq!(modal_share(&[0, 0]), None);
    }
}
