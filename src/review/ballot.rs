//! An answer in numbers: the same for trainees and reviewers.

use crate::scenario::raw::{Answer, Ask, Decision, Id, Level};

/// An answer that fits its question. Options are numbered in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ballot {
    /// One option.
    One(usize),
    /// Several options, in order.
    Several(Vec<usize>),
    /// Options from the first to the last.
    Order(Vec<usize>),
    /// Options with -2 to +2, in order.
    Ratings(Vec<(usize, i8)>),
    /// Levels in the order in which the question names the categories.
    Levels(Vec<Level>),
}

impl Ballot {
    /// The answer to a question in numbers; nothing if it does not fit, or if it is none.
    #[must_use]
    pub fn of(decision: &Decision, answer: &Answer) -> Option<Self> {
        let number = |name: &Id| decision.options.iter().position(|option| option.id == *name);
        let all = |names: &[Id]| {
            let numbers: Option<Vec<usize>> = names.iter().map(number).collect();
            numbers.filter(|numbers| !numbers.is_empty() && is_distinct(numbers))
        };
        Some(match (&decision.ask, answer) {
            (Ask::ChooseOne, Answer::Choose(name)) => Self::One(number(name)?),
            (Ask::ChooseUpTo(most), Answer::ChooseSome(names)) => {
                let mut several = all(names).filter(|several| several.len() <= usize::from(*most))?;
                several.sort_unstable();
                Self::Several(several)
            }
            (Ask::Rank, Answer::Rank(names)) => Self::Order(all(names)?),
            (Ask::RateEach, Answer::Rate(ratings)) => {
                let mut rated: Vec<(usize, i8)> = Vec::with_capacity(ratings.0.len());
                for (name, rating) in ratings.iter() {
                    rated.push((number(name)?, Some(*rating).filter(|rating| (-2..=2).contains(rating))?));
                }
                rated.sort_unstable();
                if rated.is_empty() || rated.windows(2).any(|pair| pair[0].0 == pair[1].0) {
                    return None;
                }
                Self::Ratings(rated)
            }
            (Ask::RateRisk(risks), Answer::Levels(levels)) => {
                let levels: Option<Vec<Level>> = risks.iter().map(|risk| levels.get(risk).copied()).collect();
                Self::Levels(levels?)
            }
            _ => return None,
        })
    }

    /// Options that it stands for: what was chosen, or put first. None for ratings and levels.
    #[must_use]
    pub fn stands_for(&self) -> Vec<usize> {
        match self {
            Self::One(option) => vec![*option],
            Self::Several(options) => options.clone(),
            Self::Order(order) => order.first().copied().into_iter().collect(),
            Self::Ratings(_) | Self::Levels(_) => Vec::new(),
        }
    }

    /// Whether two answers speak of the same options, so that one can be counted for the other. Rankings and ratings
    /// of different options can't be compared.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::One(_), Self::One(_)) | (Self::Several(_), Self::Several(_)) => true,
            (Self::Order(a), Self::Order(b)) => a.len() == b.len() && a.iter().all(|option| b.contains(option)),
            (Self::Ratings(a), Self::Ratings(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|((a, _), (b, _))| a == b)
            }
            (Self::Levels(a), Self::Levels(b)) => a.len() == b.len(),
            _ => false,
        }
    }

    /// What an answer speaks of. Two answers to one question are like each other if they speak of the same.
    #[must_use]
    pub fn about(&self) -> Vec<usize> {
        match self {
            Self::One(_) | Self::Several(_) => Vec::new(),
            Self::Order(order) => {
                let mut options = order.clone();
                options.sort_unstable();
                options
            }
            Self::Ratings(ratings) => ratings.iter().map(|(option, _)| *option).collect(),
            Self::Levels(levels) => vec![levels.len()],
        }
    }
}

fn is_distinct(numbers: &[usize]) -> bool {
    numbers.iter().enumerate().all(|(at, number)| !numbers[..at].contains(number))
}
