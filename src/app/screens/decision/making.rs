//! An answer as far as it goes: by what was asked, in names of options, so that it outlives a change of what is open.
//!
//! In go the question and what was kept of an answer; out come the answer so far, and what it lacks. Nothing here draws.

use crate::desk::decision::DecisionView;
use crate::scenario::raw::{Answer, Ask, Entries, Id, Level, Risk};
use crate::text::Message;

/// An answer that is being made up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Making {
    One(Option<Id>),
    /// In the order in which they were chosen.
    Several(Vec<Id>),
    Order(Order),
    Ratings(Vec<(Id, i8)>),
    Levels(Vec<(Risk, Level)>),
}

/// Options in order, the first one first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    pub now: Vec<Id>,
    /// The person put something somewhere, or said that this is their order. Until then it is the order of the file,
    /// and nobody's answer.
    pub own: bool,
    /// What was moved last, and from which place, counted from nought.
    pub moved: Option<(Id, usize)>,
}

impl Making {
    /// What was kept of an answer, as far as it still fits the question.
    #[must_use]
    pub fn new(view: &DecisionView, kept: Option<&Answer>) -> Self {
        let mut making = match (&view.ask, kept) {
            (Ask::ChooseOne, Some(Answer::Choose(id))) => Self::One(Some(id.clone())),
            (Ask::ChooseOne, _) => Self::One(None),
            (Ask::ChooseUpTo(_), Some(Answer::ChooseSome(ids))) => Self::Several(ids.clone()),
            (Ask::ChooseUpTo(_), _) => Self::Several(Vec::new()),
            (Ask::Rank, Some(Answer::Rank(ids))) => Self::Order(Order { now: ids.clone(), own: true, moved: None }),
            (Ask::Rank, _) => Self::Order(Order::default()),
            (Ask::RateEach, Some(Answer::Rate(ratings))) => Self::Ratings(ratings.0.clone()),
            (Ask::RateEach, _) => Self::Ratings(Vec::new()),
            (Ask::RateRisk(_), Some(Answer::Levels(levels))) => Self::Levels(levels.0.clone()),
            (Ask::RateRisk(_), _) => Self::Levels(Vec::new()),
        };
        making.settle(view);
        making
    }

    /// Brings it in line with what is open now.
    pub fn settle(&mut self, view: &DecisionView) {
        let is_open = |id: &Id| view.options.iter().any(|option| option.id == *id);
        match self {
            Self::One(one) => *one = one.take().filter(is_open),
            Self::Several(some) => some.retain(is_open),
            Self::Order(order) => {
                order.now.retain(is_open);
                order.moved = order.moved.take().filter(|(id, _)| is_open(id));
                for option in &view.options {
                    if !order.now.contains(&option.id) {
                        // Nobody has put this one anywhere yet.
                        order.now.push(option.id.clone());
                        order.own = false;
                    }
                }
            }
            Self::Ratings(ratings) => ratings.retain(|(id, _)| is_open(id)),
            Self::Levels(levels) => levels.retain(|(risk, _)| view.risks.iter().any(|row| row.risk == *risk)),
        }
    }

    /// The answer so far; nothing where there is none at all.
    #[must_use]
    pub fn answer(&self, view: &DecisionView) -> Option<Answer> {
        match self {
            Self::One(one) => one.clone().map(Answer::Choose),
            Self::Several(some) => (!some.is_empty()).then(|| Answer::ChooseSome(some.clone())),
            Self::Order(order) => order.own.then(|| Answer::Rank(order.now.clone())),
            Self::Ratings(ratings) => {
                // In the order of the file, in whatever order they were given.
                let rated =
                    view.options.iter().filter_map(|option| ratings.iter().find(|(id, _)| *id == option.id).cloned());
                let rated: Vec<(Id, i8)> = rated.collect();
                (!rated.is_empty()).then_some(Answer::Rate(Entries(rated)))
            }
            Self::Levels(levels) => {
                let rated =
                    view.risks.iter().filter_map(|row| levels.iter().find(|(risk, _)| *risk == row.risk).copied());
                let rated: Vec<(Risk, Level)> = rated.collect();
                (!rated.is_empty()).then_some(Answer::Levels(Entries(rated)))
            }
        }
    }

    /// What it lacks to be an answer; nothing if it is one.
    #[must_use]
    pub fn missing(&self, view: &DecisionView) -> Option<Message> {
        let left = |of: usize, given: usize| {
            let n = of.saturating_sub(given);
            (n > 0).then(|| Message::new("app-decision-missing-ratings").with("n", n))
        };
        match self {
            Self::One(one) => one.is_none().then(|| Message::new("app-decision-missing-one")),
            Self::Several(some) => some.is_empty().then(|| Message::new("app-decision-missing-several")),
            Self::Order(order) => (!order.own).then(|| Message::new("app-decision-missing-order")),
            Self::Ratings(ratings) => left(view.options.len(), ratings.len()),
            Self::Levels(levels) => left(view.risks.len(), levels.len()),
        }
    }

    /// Chooses an option, or takes one of several back. False if no more may be chosen.
    pub fn choose(&mut self, id: &Id, most: usize) -> bool {
        match self {
            Self::One(one) => *one = Some(id.clone()),
            Self::Several(some) => {
                if let Some(at) = some.iter().position(|chosen| chosen == id) {
                    some.remove(at);
                } else if some.len() < most {
                    some.push(id.clone());
                } else {
                    return false;
                }
            }
            Self::Order(_) | Self::Ratings(_) | Self::Levels(_) => {}
        }
        true
    }

    /// Whether an option is chosen.
    #[must_use]
    pub fn has(&self, id: &Id) -> bool {
        match self {
            Self::One(one) => one.as_ref() == Some(id),
            Self::Several(some) => some.contains(id),
            Self::Order(_) | Self::Ratings(_) | Self::Levels(_) => false,
        }
    }
}

impl Order {
    /// Moves what stands at a place to another one, both counted from nought. False if there is nothing to move.
    pub fn shift(&mut self, from: usize, to: usize) -> bool {
        if from == to || from >= self.now.len() || to >= self.now.len() {
            return false;
        }
        let id = self.now.remove(from);
        // Several steps of one thing are told as one.
        let began = match &self.moved {
            Some((last, began)) if *last == id => *began,
            _ => from,
        };
        self.now.insert(to, id.clone());
        self.moved = (began != to).then_some((id, began));
        self.own = true;
        true
    }

    /// From where what stands at this place was moved last, if it was.
    #[must_use]
    pub fn moved_from(&self, place: usize) -> Option<usize> {
        let (id, from) = self.moved.as_ref()?;
        (self.now.get(place) == Some(id)).then_some(*from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(ids: &[&str]) -> Order {
        Order { now: ids.iter().map(|id| (*id).to_owned()).collect(), own: false, moved: None }
    }

    #[test]
    fn an_order_is_nobodys_answer_until_something_was_moved() {
        let mut order = order(&["a", "b", "c", "d"]);
        assert!(!order.own);
        assert!(!order.shift(1, 1) && !order.shift(0, 4) && !order.own);
        assert!(order.shift(3, 2) && order.own);
        assert_eq!(order.now, ["a", "b", "d", "c"]);
        assert_eq!(order.moved_from(2), Some(3));
        // A second step of the same is told from where the first began.
        assert!(order.shift(2, 1));
        assert_eq!((order.moved_from(1), order.moved_from(2)), (Some(3), None));
        assert!(order.shift(1, 3));
        assert_eq!((order.now.join(""), order.moved.clone()), ("abcd".to_owned(), None));
        assert!(order.own, "moved and put back is an order too");
    }
}
