//! How a panel answered one decision: counts, and how far they are spread.

use super::ballot::Ballot;
use super::figures;
use super::panel::Sheet;
use crate::scenario::raw::{Ask, Decision, Risk};

/// The counts of a sheet. Abstentions are left out of them, and named beside them.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// Everyone with a review in the sheet.
    pub reviewers: usize,
    /// Those who gave no answer, and said why.
    pub abstained: usize,
    /// Those whose answer does not fit the question, or speaks of other options.
    pub misfits: usize,
    pub counts: Counts,
}

/// Votes by what was asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Counts {
    /// Votes for each option, in the order of the file.
    Votes(Vec<u32>),
    Ranking(Ranking),
    /// For each option that was rated: how many gave -2, -1, 0, +1 and +2.
    Ratings(Vec<(usize, [u32; 5])>),
    /// For each category: how many said low, medium, high and very high.
    Levels(Vec<(Risk, [u32; 4])>),
}

/// How a panel ranked options.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// The options that were ranked, in the order of the file.
    pub options: Vec<usize>,
    /// The sum of the ranks of each.
    pub sums: Vec<u32>,
    /// How many put each first.
    pub firsts: Vec<u32>,
    /// The panel's rank of each, ties shared (Borda).
    pub ranks: Vec<f64>,
}

impl Tally {
    /// Counts the reviews of a sheet that speak of the same options as `like`.
    #[must_use]
    pub fn of(decision: &Decision, sheet: &Sheet, like: &Ballot) -> Self {
        let ballots: Vec<&Ballot> = sheet
            .reviews
            .iter()
            .filter_map(|review| review.ballot.as_ref())
            .filter(|ballot| ballot.is_like(like))
            .collect();
        let abstained = sheet.reviews.iter().filter(|review| review.abstained()).count();
        Self {
            reviewers: sheet.reviews.len(),
            abstained,
            misfits: sheet.reviews.len() - abstained - ballots.len(),
            counts: count(decision, &ballots, like),
        }
    }

    /// Counts ballots that speak of the same options as `like`, with nobody beside them.
    #[must_use]
    pub fn of_ballots(decision: &Decision, ballots: &[&Ballot], like: &Ballot) -> Self {
        let ballots: Vec<&Ballot> = ballots.iter().copied().filter(|ballot| ballot.is_like(like)).collect();
        Self { reviewers: ballots.len(), abstained: 0, misfits: 0, counts: count(decision, &ballots, like) }
    }

    /// Those whose answers are counted.
    #[must_use]
    pub const fn answered(&self) -> usize {
        self.reviewers - self.abstained - self.misfits
    }

    /// The votes of the commonest answer: for several things to rate, of each of them; for a ranking, of the
    /// commonest first place.
    #[must_use]
    pub fn modes(&self) -> Vec<u32> {
        match &self.counts {
            Counts::Votes(votes) => vec![figures::most(votes)],
            Counts::Ranking(ranking) => vec![figures::most(&ranking.firsts)],
            Counts::Ratings(rows) => rows.iter().map(|(_, counts)| figures::most(counts)).collect(),
            Counts::Levels(rows) => rows.iter().map(|(_, counts)| figures::most(counts)).collect(),
        }
    }

    /// The share of those who answered that gave the commonest answer: the mean of it, where several things are
    /// rated. The measure of spread that stands beside every score.
    #[must_use]
    pub fn modal_share(&self) -> Option<f64> {
        let modes = self.modes();
        let votes: f64 = modes.iter().copied().map(f64::from).sum();
        let of = self.answered() * modes.len();
        (of > 0).then(|| votes / of as f64)
    }
}

fn count(decision: &Decision, ballots: &[&Ballot], like: &Ballot) -> Counts {
    match like {
        Ballot::One(_) | Ballot::Several(_) => {
            let mut votes = vec![0; decision.options.len()];
            for ballot in ballots {
                match ballot {
                    Ballot::One(option) => votes[*option] += 1,
                    Ballot::Several(options) => options.iter().for_each(|option| votes[*option] += 1),
                    _ => {}
                }
            }
            Counts::Votes(votes)
        }
        Ballot::Order(order) => Counts::Ranking(ranking(ballots, order)),
        Ballot::Ratings(ratings) => {
            let mut rows: Vec<(usize, [u32; 5])> = ratings.iter().map(|(option, _)| (*option, [0; 5])).collect();
            for ballot in ballots {
                let Ballot::Ratings(ratings) = ballot else { continue };
                for ((_, counts), (_, rating)) in rows.iter_mut().zip(ratings) {
                    counts[step(*rating)] += 1;
                }
            }
            Counts::Ratings(rows)
        }
        Ballot::Levels(_) => {
            let risks: &[Risk] = if let Ask::RateRisk(risks) = &decision.ask { risks } else { &[] };
            let mut rows: Vec<(Risk, [u32; 4])> = risks.iter().map(|risk| (*risk, [0; 4])).collect();
            for ballot in ballots {
                let Ballot::Levels(levels) = ballot else { continue };
                for ((_, counts), level) in rows.iter_mut().zip(levels) {
                    counts[*level as usize] += 1;
                }
            }
            Counts::Levels(rows)
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a decision has at most nine options")]
fn ranking(ballots: &[&Ballot], order: &[usize]) -> Ranking {
    let mut options = order.to_vec();
    options.sort_unstable();
    let mut sums = vec![0; options.len()];
    let mut firsts = vec![0; options.len()];
    for ballot in ballots {
        let Ballot::Order(order) = ballot else { continue };
        for (at, option) in options.iter().enumerate() {
            if let Some(place) = order.iter().position(|ranked| ranked == option) {
                sums[at] += place as u32 + 1;
                firsts[at] += u32::from(place == 0);
            }
        }
    }
    let ranks = figures::shared_ranks(&sums);
    Ranking { options, sums, firsts, ranks }
}

/// The place of a rating on its scale: -2 is nought, +2 is four.
#[must_use]
pub fn step(rating: i8) -> usize {
    usize::from((rating + 2).clamp(0, 4).unsigned_abs())
}
