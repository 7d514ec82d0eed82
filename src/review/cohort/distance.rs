//! How far two people's answers to one question lie apart: from nought, alike, to one, as far as answers can.
//!
//! | question | distance | source |
//! |---|---|---|
//! | choose one | 0 if alike, else 1: agreement is the share of pairs that chose alike | Fleiss 1971, `P_i` |
//! | choose up to n | `1 - common / either` | Jaccard 1912 |
//! | rank | sum of displacements / the most there can be | Spearman's footrule; Diaconis and Graham 1977 |
//! | rate each | mean of `abs(a - b) / 4` over the options | steps of equal size |
//! | rate the risk | mean of `abs(a - b) / 3` over the categories | steps of equal size |
//!
//! Distances are sums over *facets*, each with few values: counts of these are enough to add up over all pairs.

use crate::review::ballot::Ballot;
use crate::review::tally::step;

/// One part of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Facet {
    /// How many values there are.
    pub values: usize,
    /// The distance between two values, row by row; its share of the whole is in it.
    pub apart: Vec<f64>,
}

/// Answers to one question, facet by facet.
#[derive(Debug, Clone, PartialEq)]
pub struct Facets {
    pub facets: Vec<Facet>,
    /// For each answer, the value in each facet.
    pub answers: Vec<Vec<usize>>,
}

impl Facets {
    /// Of answers that speak of the same options. Nothing of none, or where there is nothing to differ in.
    #[must_use]
    pub fn of(ballots: &[&Ballot]) -> Option<Self> {
        let first = ballots.first()?;
        let (facets, answers) = match first {
            Ballot::One(_) => one(ballots),
            Ballot::Several(_) => several(ballots),
            Ballot::Order(order) => ranked(ballots, order)?,
            Ballot::Ratings(ratings) => {
                let of = |ballot: &&Ballot| match ballot {
                    Ballot::Ratings(ratings) => ratings.iter().map(|(_, rating)| step(*rating)).collect(),
                    _ => Vec::new(),
                };
                (scales(ratings.len(), 5), ballots.iter().map(of).collect())
            }
            Ballot::Levels(levels) => {
                let of = |ballot: &&Ballot| match ballot {
                    Ballot::Levels(levels) => levels.iter().map(|level| *level as usize).collect(),
                    _ => Vec::new(),
                };
                (scales(levels.len(), 4), ballots.iter().map(of).collect())
            }
        };
        let whole = |answer: &Vec<usize>| answer.len() == facets.len();
        (!facets.is_empty() && answers.iter().all(whole)).then_some(Self { facets, answers })
    }

    /// The distance of two answers, by their places.
    #[must_use]
    pub fn apart(&self, one: usize, other: usize) -> f64 {
        let values = self.answers[one].iter().zip(&self.answers[other]);
        self.facets.iter().zip(values).map(|(facet, (a, b))| facet.apart[a * facet.values + b]).sum()
    }
}

/// A facet whose values lie apart as a function of them says.
fn facet(values: usize, apart: impl Fn(usize, usize) -> f64) -> Facet {
    let pairs = (0..values).flat_map(|a| (0..values).map(move |b| (a, b)));
    Facet { values, apart: pairs.map(|(a, b)| apart(a, b)).collect() }
}

fn one(ballots: &[&Ballot]) -> (Vec<Facet>, Vec<Vec<usize>>) {
    let chosen = |ballot: &&Ballot| if let Ballot::One(option) = ballot { *option } else { 0 };
    let answers: Vec<Vec<usize>> = ballots.iter().map(|ballot| vec![chosen(ballot)]).collect();
    let values = answers.iter().flatten().copied().max().map_or(0, |most| most + 1);
    (vec![facet(values, |a, b| f64::from(u8::from(a != b)))], answers)
}

fn several(ballots: &[&Ballot]) -> (Vec<Facet>, Vec<Vec<usize>>) {
    let mut sets: Vec<&Ballot> = ballots.to_vec();
    sets.sort_unstable();
    sets.dedup();
    let chosen: Vec<Vec<usize>> = sets.iter().map(|set| set.stands_for()).collect();
    let apart = |a: usize, b: usize| {
        let common = chosen[a].iter().filter(|option| chosen[b].contains(option)).count();
        let either = chosen[a].len() + chosen[b].len() - common;
        if either == 0 { 0.0 } else { 1.0 - common as f64 / either as f64 }
    };
    let place = |ballot: &&Ballot| vec![sets.binary_search(ballot).unwrap_or(0)];
    (vec![facet(sets.len(), apart)], ballots.iter().map(place).collect())
}

fn ranked(ballots: &[&Ballot], order: &[usize]) -> Option<(Vec<Facet>, Vec<Vec<usize>>)> {
    let mut options = order.to_vec();
    options.sort_unstable();
    let many = options.len();
    // The most that displacements can add up to.
    let widest = many * many / 2;
    let places = |ballot: &&Ballot| match ballot {
        Ballot::Order(order) => {
            options.iter().filter_map(|option| order.iter().position(|ranked| ranked == option)).collect()
        }
        _ => Vec::new(),
    };
    let of = facet(many, |a, b| a.abs_diff(b) as f64 / widest as f64);
    (widest > 0).then(|| (vec![of; many], ballots.iter().map(places).collect()))
}

fn scales(many: usize, steps: usize) -> Vec<Facet> {
    let of = facet(steps, |a, b| a.abs_diff(b) as f64 / ((steps - 1) * many.max(1)) as f64);
    vec![of; many]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::raw::Level;

    fn apart(one: &Ballot, other: &Ballot) -> f64 {
        Facets::of(&[one, other]).unwrap().apart(0, 1)
    }

    fn near(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 1e-12, "{found} is not {wanted}");
    }

    #[test]
    fn by_hand() {
        near(apart(&Ballot::One(2), &Ballot::One(2)), 0.0);
        near(apart(&Ballot::One(0), &Ballot::One(2)), 1.0);
        // One in common of three.
        near(apart(&Ballot::Several(vec![0, 1]), &Ballot::Several(vec![1, 2])), 1.0 - 1.0 / 3.0);
        near(apart(&Ballot::Several(vec![0]), &Ballot::Several(vec![1, 2])), 1.0);
        // 1 + 1 + 0 of at most floor(9 / 2) = 4.
        near(apart(&Ballot::Order(vec![0, 1, 2]), &Ballot::Order(vec![1, 0, 2])), 0.5);
        near(apart(&Ballot::Order(vec![0, 1, 2]), &Ballot::Order(vec![2, 1, 0])), 1.0);
        // (4 / 4 + 1 / 4) / 2.
        near(apart(&Ballot::Ratings(vec![(0, -2), (1, 0)]), &Ballot::Ratings(vec![(0, 2), (1, 1)])), 0.625);
        // (3 / 3 + 0) / 2.
        let levels = |one, other| Ballot::Levels(vec![one, other]);
        near(apart(&levels(Level::Low, Level::High), &levels(Level::VeryHigh, Level::High)), 0.5);
    }

    #[test]
    fn what_it_refuses() {
        assert_eq!(Facets::of(&[]), None);
        // One option has no order.
        assert_eq!(Facets::of(&[&Ballot::Order(vec![0])]), None);
        assert_eq!(Facets::of(&[&Ballot::Levels(vec![])]), None);
    }
}
