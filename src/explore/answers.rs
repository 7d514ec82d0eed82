//! Answers to decisions by dice: each fits its question and takes only options that are open.

use crate::run::command::{Citation, Command, Committed, How};
use crate::scenario::ids::DecisionId;
use crate::scenario::model::Scenario;
use crate::scenario::raw::{Answer, Ask, Entries, Id, Level};

use super::Dice;
use super::forms::WORD;
use super::leaning::{Deed, Leaning};
use super::open::short;

/// Places of the options that are open.
pub fn places(open: u16) -> impl Iterator<Item = usize> {
    (0..16).filter(move |at| open >> at & 1 == 1)
}

/// Puts things in an order by drawing.
pub fn shuffle<T>(things: &mut [T], dice: &mut Dice) {
    for at in (1..things.len()).rev() {
        let other = dice.below(at + 1);
        things.swap(at, other);
    }
}

/// An answer that the dice draw among the open options (a bit each), and that `leaning` may turn. Nothing if no option
/// is open.
#[must_use]
pub fn drawn(scenario: &Scenario, id: DecisionId, open: u16, dice: &mut Dice, leaning: &Leaning) -> Option<Answer> {
    let decision = scenario.decision(id);
    let mut options: Vec<usize> = places(open).collect();
    shuffle(&mut options, dice);
    let liked = |at: usize| leaning.of(Deed::Choose(id, short(at)));
    if !leaning.is_empty() && !dice.once_in(8) {
        // Stable: what is liked alike stays as it was drawn.
        options.sort_by_key(|at| match liked(*at) {
            Some(true) => 0,
            None => 1,
            Some(false) => 2,
        });
    }
    let name = |at: usize| decision.options[at].id.clone();
    if options.is_empty() && !matches!(decision.ask, Ask::RateRisk(_)) {
        return None;
    }
    Some(match &decision.ask {
        Ask::ChooseOne => Answer::Choose(options.first().map(|at| name(*at)).unwrap_or_default()),
        Ask::ChooseUpTo(most) => {
            let many = 1 + dice.below(usize::from(*most).min(options.len()));
            let wanted = options.iter().filter(|at| liked(**at) == Some(true)).count();
            let many = many.max(wanted).min(usize::from(*most).max(1));
            Answer::ChooseSome(options.into_iter().take(many).map(name).collect())
        }
        Ask::Rank => Answer::Rank(options.into_iter().map(name).collect()),
        Ask::RateEach => Answer::Rate(Entries(
            options
                .into_iter()
                .map(|at| {
                    let rating = match liked(at) {
                        Some(true) => 2,
                        Some(false) => -1,
                        None => rating(dice),
                    };
                    (name(at), rating)
                })
                .collect(),
        )),
        Ask::RateRisk(risks) => Answer::Levels(Entries(risks.iter().map(|risk| (*risk, level(dice))).collect())),
    })
}

/// A rating from -2 to +2.
pub fn rating(dice: &mut Dice) -> i8 {
    i8::try_from(dice.below(5)).unwrap_or(2) - 2
}

/// A level from low to very high.
pub fn level(dice: &mut Dice) -> Level {
    dice.one_of(Level::ALL).copied().unwrap_or(Level::Low)
}

/// The command that commits an answer.
#[must_use]
pub fn commit(decision: &Id, answer: Answer, cites: Vec<Citation>) -> Command {
    let committed = Committed { answer, reason: WORD.to_owned(), sure: None, change: None, cites, how: How::Alone };
    Command::Decide { decision: decision.clone(), committed }
}
