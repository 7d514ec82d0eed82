//! Answers and reviews as plain tables, with no scenario: what services hold that run vignettes on paper, or script
//! concordance tests.
//!
//! In go two tables, a row a decision and a column a person, each cell a step of one scale or a hole; out come [`Figures`].
//!
//! 0. [`parse`]: the tables from files of comma-separated values;
//! 1. [`decisions`]: how the panel answered each, and whether it is scored;
//! 2. [`people`]: what each person earned, on which scale, and how far that hangs on who the reviewers were;
//! 3. [`habits`]: what answering always the same would have earned;
//! 4. [`items`]: the decisions as items of a test, over complete sets of answers.

pub mod decisions;
pub mod habits;
pub mod items;
pub mod parse;
pub mod people;

#[cfg(test)]
mod sample;

use super::figures::agreement::{self, Metric};
use super::figures::{size, standard};
use decisions::Decision;
use habits::Tried;
use items::Items;
use people::Person;

/// What may be answered: the same for every decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps {
    /// In order.
    pub names: Vec<String>,
    /// They are steps from one end to the other, of equal size. Otherwise options that have no order.
    pub ordered: bool,
}

/// A table: by decision, what each person answered, as the place of a step. A hole is no answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    pub people: Vec<String>,
    /// As many in each row as there are people.
    pub rows: Vec<Vec<Option<usize>>>,
}

/// Two tables of the same decisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tables {
    pub steps: Steps,
    /// Names of decisions, in order.
    pub decisions: Vec<String>,
    pub answers: Table,
    pub reviews: Table,
}

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Decisions on which the panel lies broad, even or in two camps are scored too.
    pub every: bool,
    /// For the draws of reviewers.
    pub seed: u64,
}

/// Everything that the tables allow.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    pub decisions: Vec<Decision>,
    /// Krippendorff's alpha of the panel over all decisions; by which metric is in `metric`.
    pub alpha: Option<f64>,
    pub metric: Metric,
    /// The reviewers, each scored against the others.
    pub reviewers: Vec<Person>,
    /// The panel's own scale, on which its mean is 80.
    pub scale: Result<standard::Scale, standard::NoScale>,
    /// The reliability to expect of scores against a panel of this size.
    pub expected: Option<f64>,
    pub people: Vec<Person>,
    pub habits: Vec<Tried>,
    pub items: Items,
}

impl Figures {
    /// Works everything out.
    #[must_use]
    pub fn of(tables: &Tables, options: Options) -> Self {
        let decisions = decisions::of(tables, options.every);
        let metric = if tables.steps.ordered { Metric::Interval } else { Metric::Nominal };
        let values: Vec<f64> = (0..tables.steps.names.len()).map(|step| step as f64).collect();
        let units: Vec<Vec<u32>> = decisions.iter().map(|decision| decision.counts.clone()).collect();
        let reviewers = people::reviewers(tables, &decisions);
        let means: Vec<f64> = reviewers.iter().filter_map(|person| person.mean).collect();
        let scale = standard::Scale::of(&means);
        let people = people::people(tables, &decisions, scale.ok().as_ref(), options.seed);
        Self {
            alpha: agreement::alpha(&values, &units, metric),
            metric,
            scale,
            expected: size::expected_reliability(tables.reviews.people.len()),
            habits: habits::of(tables, &decisions, &reviewers),
            items: items::of(tables, &decisions),
            decisions,
            reviewers,
            people,
        }
    }

    /// How many decisions are scored.
    #[must_use]
    pub fn scored(&self) -> usize {
        self.decisions.iter().filter(|decision| decision.is_scored()).count()
    }
}
