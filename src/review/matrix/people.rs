//! What each person earned, and how far it hangs on who the reviewers were.

use super::decisions::{Decision, counted};
use super::{Table, Tables};
use crate::review::figures::interval::{self, Interval};
use crate::review::figures::standard::Scale;
use crate::review::figures::{
    aggregate, aggregate_with_penalty, distance_to_mean, distance_to_mode, mean, single_best,
};

/// What one person earned.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    pub name: String,
    /// Scored decisions that they answered.
    pub scored: usize,
    /// The mean of `n_x / n_mode` over these: the score. Nothing where there is none.
    pub mean: Option<f64>,
    /// The middle 95 per cent of the score, over draws of reviewers. For trainees only.
    pub interval: Option<Interval>,
    /// The score on the panel's own scale. For trainees only who answered all that is scored, and only where the panel has
    /// a scale.
    pub standard: Option<f64>,
    /// Other figures, which enter no sum.
    pub beside: Beside,
}

/// Means of other figures over the same decisions. The last three only where answers have an order.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Beside {
    /// The share of answers that are a commonest one.
    pub single_best: Option<f64>,
    pub distance_to_mode: Option<f64>,
    pub distance_to_mean: Option<f64>,
    pub with_penalty: Option<f64>,
}

/// What an answer is held against: counts by step.
type Credit = fn(&[u32], usize) -> Option<f64>;

fn best(counts: &[u32], step: usize) -> Option<f64> {
    single_best(counts, step).map(|best| f64::from(u8::from(best)))
}

/// A person's answers to scored decisions, each with the counts that it is held against.
fn person(name: &str, answered: &[(Vec<u32>, usize)], ordered: bool) -> Person {
    let over = |credit: Credit| {
        let credits: Vec<f64> = answered.iter().filter_map(|(counts, step)| credit(counts, *step)).collect();
        (credits.len(), mean(&credits))
    };
    let along = |credit: Credit| over(credit).1.filter(|_| ordered);
    let (scored, mean) = over(aggregate);
    let beside = Beside {
        single_best: over(best).1,
        distance_to_mode: along(distance_to_mode),
        distance_to_mean: along(distance_to_mean),
        with_penalty: along(aggregate_with_penalty),
    };
    Person { name: name.to_owned(), scored, mean, interval: None, standard: None, beside }
}

/// The answers of one column to decisions that are scored.
fn column<'t>(table: &'t Table, decisions: &'t [Decision], at: usize) -> impl Iterator<Item = (usize, usize)> + 't {
    let rows = table.rows.iter().zip(decisions).enumerate().filter(|(_, (_, decision))| decision.is_scored());
    rows.filter_map(move |(row, (cells, _))| Some((row, (*cells.get(at)?)?)))
}

/// Each reviewer against the others: with themselves in the panel they would score too well.
pub(super) fn reviewers(tables: &Tables, decisions: &[Decision]) -> Vec<Person> {
    let against_others = |at: usize| {
        let own = column(&tables.reviews, decisions, at);
        own.map(|(row, step)| {
            let mut counts = decisions[row].counts.clone();
            counts[step] -= 1;
            (counts, step)
        })
        .collect::<Vec<_>>()
    };
    let names = tables.reviews.people.iter().enumerate();
    names.map(|(at, name)| person(name, &against_others(at), tables.steps.ordered)).collect()
}

/// Every trainee.
pub(super) fn people(tables: &Tables, decisions: &[Decision], scale: Option<&Scale>, seed: u64) -> Vec<Person> {
    let names = tables.answers.people.iter().enumerate();
    let mut people: Vec<Person> = names
        .map(|(at, name)| {
            let own = column(&tables.answers, decisions, at);
            let answered: Vec<_> = own.map(|(row, step)| (decisions[row].counts.clone(), step)).collect();
            person(name, &answered, tables.steps.ordered)
        })
        .collect();
    let all = decisions.iter().filter(|decision| decision.is_scored()).count();
    for (person, interval) in people.iter_mut().zip(intervals(tables, decisions, seed)) {
        person.interval = interval;
        // Who left some out may have left out the hard ones.
        person.standard =
            scale.zip(person.mean).filter(|_| person.scored == all).map(|(scale, mean)| scale.place(mean));
    }
    people
}

/// So many people share one round of draws: memory stays small, whoever is many.
const TOGETHER: usize = 256;

/// For each trainee, how far their score moves when other reviewers of the same panel are drawn.
fn intervals(tables: &Tables, decisions: &[Decision], seed: u64) -> Vec<Option<Interval>> {
    let reviewers = tables.reviews.people.len();
    let answers: Vec<Vec<(usize, usize)>> =
        (0..tables.answers.people.len()).map(|at| column(&tables.answers, decisions, at).collect()).collect();
    let mut all = Vec::with_capacity(answers.len());
    for some in answers.chunks(TOGETHER) {
        let mut found: Vec<Vec<f64>> = vec![Vec::with_capacity(interval::RESAMPLES); some.len()];
        for drawn in interval::draws(seed, reviewers) {
            let credits: Vec<Vec<Option<f64>>> = tables
                .reviews
                .rows
                .iter()
                .map(|row| {
                    let counts = counted(drawn.iter().map(|at| row[*at]), tables.steps.names.len());
                    (0..counts.len()).map(|step| aggregate(&counts, step)).collect()
                })
                .collect();
            for (answered, found) in some.iter().zip(&mut found) {
                let earned = answered.iter().filter_map(|(row, step)| credits[*row][*step]);
                let (sum, n) = earned.fold((0.0, 0u32), |(sum, n), credit| (sum + credit, n + 1));
                if n > 0 {
                    found.push(sum / f64::from(n));
                }
            }
        }
        all.extend(found.into_iter().map(interval::middle));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::sample::tables;
    use super::super::{Figures, Options};
    use super::*;

    /// Five reviewers, two decisions: 4 say yes and 1 no; then 3 and 2.
    fn small() -> Tables {
        let (yes, no) = (Some(0), Some(1));
        tables(
            &["yes", "no"],
            false,
            &[&[yes, no, None], &[no, no, None]],
            &[&[yes, yes, yes, yes, no], &[yes, yes, yes, no, no]],
        )
    }

    #[test]
    fn by_hand() {
        let found = Figures::of(&small(), Options { every: true, seed: 1 });
        // yes earns 4/4, no earns 2/3.
        assert!((found.people[0].mean.unwrap() - (1.0 + 2.0 / 3.0) / 2.0).abs() < 1e-12);
        assert_eq!(found.people[0].beside.single_best, Some(0.5));
        assert_eq!(found.people[0].beside.distance_to_mode, None, "yes and no have no order");
        // no earns 1/4.
        assert!((found.people[1].mean.unwrap() - (0.25 + 2.0 / 3.0) / 2.0).abs() < 1e-12);
        // Who answered nothing has no score: not a nought.
        assert_eq!((found.people[2].scored, found.people[2].mean, found.people[2].interval), (0, None, None));
        // The first reviewer against the others: 3 yes and 1 no, so 1; then 2 yes and 2 no, so 1.
        assert_eq!(found.reviewers[0].mean, Some(1.0));
        // The fourth: yes earns 3/3; no stands against 3 yes and 1 no, so 1/3.
        assert!((found.reviewers[3].mean.unwrap() - (1.0 + 1.0 / 3.0) / 2.0).abs() < 1e-12);
        // The last: no against 4 yes: 0; then 1/3.
        assert!((found.reviewers[4].mean.unwrap() - (1.0 / 3.0) / 2.0).abs() < 1e-12);
    }

    #[test]
    fn an_interval_holds_the_score_and_knows_no_order_of_people() {
        let mut turned = small();
        turned.answers.people.reverse();
        turned.answers.rows.iter_mut().for_each(|row| row.reverse());
        let options = Options { every: true, seed: 5 };
        let (found, turned) = (Figures::of(&small(), options), Figures::of(&turned, options));
        assert_eq!(found.people[0], turned.people[2]);
        let (interval, mean) = (found.people[0].interval.unwrap(), found.people[0].mean.unwrap());
        assert!(interval.low <= mean && mean <= interval.high && interval.low < interval.high, "{interval:?}");
        assert!(interval.low >= 0.0 && interval.high <= 1.0);
    }
}
