//! The answer that a panel gave most often, for replays: what is answered where a run never came.

use super::ballot::Ballot;
use super::panel::Sheet;
use super::tally::step;
use crate::scenario::raw::{Answer, Ask, Decision, Entries, Id, Level, Risk};

/// The options that can be chosen now, by name: ties are broken by name, never by place in the file.
fn open_by_name(decision: &Decision, open: u16) -> Vec<usize> {
    let mut options: Vec<usize> = (0..decision.options.len().min(16)).filter(|at| open >> at & 1 == 1).collect();
    options.sort_by(|a, b| decision.options[*a].id.cmp(&decision.options[*b].id));
    options
}

/// The commonest answer of a sheet among the options that are open (a bit each). Nothing if nobody chose one of them.
///
/// For several choices, the options with the most votes, as many as may be chosen; for a ranking, the order by mean
/// rank; for ratings, the commonest of each option or category, of tied ones the lowest.
#[must_use]
pub fn commonest(decision: &Decision, sheet: &Sheet, open: u16) -> Option<Answer> {
    let ballots: Vec<&Ballot> = sheet.reviews.iter().filter_map(|review| review.ballot.as_ref()).collect();
    if ballots.is_empty() {
        return None;
    }
    let mut options = open_by_name(decision, open);
    let name = |at: &usize| decision.options[*at].id.clone();
    let votes = |at: usize| {
        let chose = |ballot: &&&Ballot| match ballot {
            Ballot::One(option) => *option == at,
            Ballot::Several(options) => options.contains(&at),
            _ => false,
        };
        ballots.iter().filter(chose).count()
    };
    Some(match &decision.ask {
        Ask::ChooseOne => {
            // The first of the most: `max_by_key` would give the last.
            let best = options.into_iter().rev().max_by_key(|at| votes(*at)).filter(|at| votes(*at) > 0)?;
            Answer::Choose(name(&best))
        }
        Ask::ChooseUpTo(most) => {
            options.retain(|at| votes(*at) > 0);
            options.sort_by_key(|at| std::cmp::Reverse(votes(*at)));
            options.truncate(usize::from(*most));
            if options.is_empty() {
                return None;
            }
            Answer::ChooseSome(options.iter().map(name).collect())
        }
        Ask::Rank => {
            let place = |ballot: &&Ballot, at: usize| match ballot {
                Ballot::Order(order) => order.iter().position(|option| *option == at).unwrap_or(order.len()),
                _ => 0,
            };
            options.sort_by_key(|at| ballots.iter().map(|ballot| place(ballot, *at)).sum::<usize>());
            Answer::Rank(options.iter().map(name).collect())
        }
        Ask::RateEach => {
            let rated = options.iter().map(|at| {
                let mut counts = [0u32; 5];
                for ballot in &ballots {
                    let Ballot::Ratings(ratings) = ballot else { continue };
                    for (_, rating) in ratings.iter().filter(|(option, _)| option == at) {
                        counts[step(*rating)] += 1;
                    }
                }
                (name(at), [-2, -1, 0, 1, 2][first_of_most(&counts)])
            });
            Answer::Rate(Entries(rated.collect()))
        }
        Ask::RateRisk(risks) => {
            let rated = risks.iter().enumerate().map(|(at, risk)| {
                let mut counts = [0u32; 4];
                for ballot in &ballots {
                    let Ballot::Levels(levels) = ballot else { continue };
                    if let Some(level) = levels.get(at) {
                        counts[*level as usize] += 1;
                    }
                }
                (*risk, Level::ALL[first_of_most(&counts)])
            });
            Answer::Levels(Entries(rated.collect()))
        }
    })
}

fn first_of_most(counts: &[u32]) -> usize {
    let most = counts.iter().max();
    counts.iter().position(|count| Some(count) == most).unwrap_or(0)
}

/// The first option by id: what is answered where no panel says anything. A ranking is in the order of ids; of ratings,
/// the first option gets +1 and the others nought; every category of risk is low.
#[must_use]
pub fn first_by_id(decision: &Decision, open: u16) -> Answer {
    let names: Vec<Id> = open_by_name(decision, open).into_iter().map(|at| decision.options[at].id.clone()).collect();
    match &decision.ask {
        Ask::ChooseOne => Answer::Choose(names.into_iter().next().unwrap_or_default()),
        Ask::ChooseUpTo(_) => Answer::ChooseSome(names.into_iter().take(1).collect()),
        Ask::Rank => Answer::Rank(names),
        Ask::RateEach => {
            Answer::Rate(Entries(names.into_iter().enumerate().map(|(at, name)| (name, i8::from(at == 0))).collect()))
        }
        Ask::RateRisk(risks) => {
            Answer::Levels(Entries(risks.iter().map(|risk: &Risk| (*risk, Level::Low)).collect()))
        }
    }
}
