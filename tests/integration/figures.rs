//! The formulas of scoring held against other people's programs. `tests/oracles/figures.py` makes the references, and says
//! with which versions.

use defensible::review::figures::agreement::{Metric, alpha, consensus};
use defensible::review::figures::items::{Matrix, cronbach, cronbach_interval, items};
use defensible::review::figures::{self, tau_b};
use serde::Deserialize;

/// How near a figure must come.
const NEAR: f64 = 1e-9;

fn same(found: Option<f64>, wanted: Option<f64>, what: impl Fn() -> String) {
    let near = match (found, wanted) {
        (Some(found), Some(wanted)) => (found - wanted).abs() < NEAR,
        (found, wanted) => found == wanted,
    };
    assert!(near, "{}: {found:?} is not {wanted:?}", what());
}

#[derive(Debug, Deserialize)]
struct Agreement {
    values: Vec<f64>,
    /// A row a rater.
    ratings: Vec<Vec<Option<f64>>>,
    nominal: Option<f64>,
    ordinal: Option<f64>,
    interval: Option<f64>,
    ratio: Option<f64>,
}

/// The "C" data of R's `irr` and 200 random matrices, by PyPI krippendorff.
#[test]
fn krippendorffs_alpha() {
    let cases: Vec<Agreement> = serde_json::from_str(include_str!("../oracles/agreement.json")).unwrap();
    assert_eq!(cases.len(), 201);
    let mut refused = 0;
    for (at, case) in cases.iter().enumerate() {
        let units: Vec<Vec<u32>> = (0..case.ratings[0].len())
            .map(|unit| {
                let given = |value: &f64| case.ratings.iter().filter(|row| row[unit] == Some(*value)).count();
                case.values.iter().map(|value| u32::try_from(given(value)).unwrap()).collect()
            })
            .collect();
        for (metric, wanted) in [
            (Metric::Nominal, case.nominal),
            (Metric::Ordinal, case.ordinal),
            (Metric::Interval, case.interval),
            (Metric::Ratio, case.ratio),
        ] {
            refused += usize::from(wanted.is_none());
            same(alpha(&case.values, &units, metric), wanted, || format!("case {at}, {metric:?}"));
        }
    }
    assert!(refused > 0 && refused < 100, "{refused}");
}

#[derive(Debug, Deserialize)]
struct Consensus {
    counts: Vec<u32>,
    consensus: Option<f64>,
}

#[test]
fn tastle_and_wiermans_consensus() {
    let cases: Vec<Consensus> = serde_json::from_str(include_str!("../oracles/consensus.json")).unwrap();
    for case in &cases {
        same(consensus(&case.counts), case.consensus, || format!("{case:?}"));
    }
    // What R's `agrmt` documents.
    assert_eq!(cases[0].counts, [30, 40, 210, 130, 530, 50, 10]);
    assert!((consensus(&cases[0].counts).unwrap() - 0.725_687_6).abs() < 5e-8);
}

#[derive(Debug, Deserialize)]
struct Ranks {
    a: Vec<f64>,
    b: Vec<f64>,
    tau_b: Option<f64>,
}

/// By scipy, ties and all.
#[test]
fn kendalls_tau_b() {
    let cases: Vec<Ranks> = serde_json::from_str(include_str!("../oracles/ranks.json")).unwrap();
    assert_eq!(cases.len(), 200);
    for case in &cases {
        same(tau_b(&case.a, &case.b), case.tau_b, || format!("{case:?}"));
    }
}

#[derive(Debug, Deserialize)]
struct Items {
    /// A row a person.
    credits: Vec<Vec<Option<f64>>>,
    alpha: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    item_rest: Vec<Option<f64>>,
}

/// By pingouin, scipy and numpy, on the rows without a hole.
#[test]
fn cronbachs_alpha_and_the_items() {
    let cases: Vec<Items> = serde_json::from_str(include_str!("../oracles/items.json")).unwrap();
    assert_eq!(cases.len(), 200);
    for (at, case) in cases.iter().enumerate() {
        let whole: Vec<Vec<f64>> = case.credits.iter().filter_map(|row| row.iter().copied().collect()).collect();
        let matrix = Matrix::new(&whole).unwrap();
        same(cronbach(&matrix), case.alpha, || format!("case {at}"));
        let interval = cronbach_interval(&matrix);
        same(interval.map(|interval| interval.low), case.low, || format!("case {at}, low"));
        same(interval.map(|interval| interval.high), case.high, || format!("case {at}, high"));
        let items = items(&matrix);
        assert_eq!(items.len(), case.item_rest.len());
        for (item, wanted) in items.iter().zip(&case.item_rest) {
            same(item.item_rest, *wanted, || format!("case {at}"));
            assert!((0.0..=1.0).contains(&item.difficulty));
            assert!((-1.0..=1.0).contains(&item.discrimination));
        }
    }
}

/// Two published tables of script concordance: aggregate scoring with one mode and with two.
#[test]
fn aggregate_scoring_with_ties() {
    // Ten experts, 0 1 3 6 0: the mode earns all, the next half of it.
    let counts = [0, 1, 3, 6, 0];
    let credits: Vec<Option<f64>> = (0..5).map(|step| figures::aggregate(&counts, step)).collect();
    assert_eq!(credits, [0.0, 1.0 / 6.0, 0.5, 1.0, 0.0].map(Some));
    // Two modes earn all, both of them.
    let counts = [0, 4, 4, 2, 0];
    assert_eq!((figures::aggregate(&counts, 1), figures::aggregate(&counts, 2)), (Some(1.0), Some(1.0)));
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    /// Units of a scale with as many steps as there are values.
    fn units() -> impl Strategy<Value = (Vec<f64>, Vec<Vec<u32>>)> {
        (2usize..6).prop_flat_map(|steps| {
            let values = (0..u32::try_from(steps).unwrap()).map(f64::from).collect::<Vec<_>>();
            (Just(values), proptest::collection::vec(proptest::collection::vec(0u32..5, steps), 1..8))
        })
    }

    proptest! {
        #[test]
        fn alpha_is_at_most_one_and_knows_no_order_of_units((values, mut units) in units()) {
            for metric in [Metric::Nominal, Metric::Ordinal, Metric::Interval, Metric::Ratio] {
                let found = alpha(&values, &units, metric);
                prop_assert!(found.is_none_or(|found| found <= 1.0 + NEAR && found.is_finite()));
                units.reverse();
                let turned = alpha(&values, &units, metric);
                prop_assert!(found.zip(turned).map_or(found == turned, |(a, b)| (a - b).abs() < NEAR));
            }
        }

        #[test]
        fn nominal_alpha_knows_no_order_of_options((values, units) in units()) {
            let turned: Vec<Vec<u32>> =
                units.iter().map(|unit| unit.iter().rev().copied().collect()).collect();
            let (found, turned) =
                (alpha(&values, &units, Metric::Nominal), alpha(&values, &turned, Metric::Nominal));
            prop_assert!(found.zip(turned).map_or(found == turned, |(a, b)| (a - b).abs() < NEAR));
        }

        #[test]
        fn consensus_lies_between_nought_and_one(counts in proptest::collection::vec(0u32..20, 2..8)) {
            let found = consensus(&counts);
            prop_assert!(found.is_none_or(|found| (-NEAR..=1.0 + NEAR).contains(&found)));
            let turned: Vec<u32> = counts.iter().rev().copied().collect();
            prop_assert!(found.zip(consensus(&turned)).is_none_or(|(a, b)| (a - b).abs() < NEAR));
        }

        /// Adding a reviewer who agrees with the majority never lowers what the majority's answer earns.
        #[test]
        fn another_who_agrees_lowers_nothing(mut counts in proptest::collection::vec(0u32..9, 2..7)) {
            let Some(mode) = counts.iter().position(|count| *count == figures::most(&counts)) else { return Ok(()) };
            let before = figures::aggregate(&counts, mode);
            counts[mode] += 1;
            let after = figures::aggregate(&counts, mode);
            prop_assert!(before.is_none_or(|before| after >= Some(before)));
            for step in 0..counts.len() {
                prop_assert!(figures::aggregate(&counts, step).is_none_or(|credit| (0.0..=1.0).contains(&credit)));
            }
        }
    }
}
