//! What answering always the same would have earned: what stands beside every score, so that nobody takes a cautious
//! habit for judgement.

use super::Tables;
use super::decisions::Decision;
use super::people::Person;
pub use crate::explore::habits::WEAK;
use crate::review::figures::{aggregate, mean};

/// Something that is always done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Habit {
    /// Any step, each as likely as the others.
    Random,
    /// The middle of an ordered scale; of an even number of steps the two in the middle, equally.
    Middle,
    /// Always this step.
    Always(usize),
    /// The mean reviewer, each against the others: no habit, and what habits are held against.
    MeanReviewer,
}

/// What a habit earned.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    pub habit: Habit,
    /// Over all scored decisions.
    pub mean: Option<f64>,
    /// Decisions that it wins, by their place: it earns more than [`WEAK`] there. Only for the middle and for any step:
    /// whoever always gives one step wins wherever that is the commonest, which says nothing about the decision.
    pub wins: Vec<usize>,
}

pub(super) fn of(tables: &Tables, decisions: &[Decision], reviewers: &[Person]) -> Vec<Tried> {
    let steps = tables.steps.names.len();
    let mut habits = vec![Habit::Random];
    if tables.steps.ordered && steps > 2 {
        habits.push(Habit::Middle);
    }
    habits.extend((0..steps).map(Habit::Always));
    let mut tried: Vec<Tried> = habits.into_iter().map(|habit| try_habit(habit, decisions, steps)).collect();
    let means: Vec<f64> = reviewers.iter().filter_map(|reviewer| reviewer.mean).collect();
    tried.push(Tried { habit: Habit::MeanReviewer, mean: mean(&means), wins: Vec::new() });
    tried
}

fn try_habit(habit: Habit, decisions: &[Decision], steps: usize) -> Tried {
    let answers: Vec<usize> = match habit {
        Habit::Middle => vec![(steps - 1) / 2, steps / 2],
        Habit::Always(step) => vec![step],
        Habit::Random | Habit::MeanReviewer => (0..steps).collect(),
    };
    let earned = |decision: &Decision| {
        let credits: Vec<f64> = answers.iter().filter_map(|step| aggregate(&decision.counts, *step)).collect();
        mean(&credits)
    };
    let scored = decisions.iter().enumerate().filter(|(_, decision)| decision.is_scored());
    let by_decision: Vec<(usize, f64)> = scored.filter_map(|(at, decision)| Some((at, earned(decision)?))).collect();
    let credits: Vec<f64> = by_decision.iter().map(|(_, credit)| *credit).collect();
    let can_win = matches!(habit, Habit::Random | Habit::Middle);
    let wins = by_decision.iter().filter(|(_, credit)| can_win && *credit > WEAK).map(|(at, _)| *at).collect();
    Tried { habit, mean: mean(&credits), wins }
}

#[cfg(test)]
mod tests {
    use super::super::sample::tables;
    use super::super::{Figures, Options};
    use super::*;

    #[test]
    fn always_the_middle_by_hand() {
        let votes = |counts: [usize; 5]| {
            let row = counts.iter().enumerate();
            row.flat_map(|(step, count)| std::iter::repeat_n(Some(step), *count)).collect::<Vec<_>>()
        };
        let (one, two) = (votes([0, 1, 3, 6, 0]), votes([0, 0, 6, 3, 1]));
        let tables = tables(&["-2", "-1", "0", "1", "2"], true, &[&[], &[]], &[&one, &two]);
        let found = Figures::of(&tables, Options { every: false, seed: 1 });
        let of = |habit: Habit| found.habits.iter().find(|tried| tried.habit == habit).unwrap();
        // 3/6 and 6/6.
        assert_eq!(of(Habit::Middle).mean, Some(0.75));
        assert_eq!(of(Habit::Middle).wins, [1]);
        assert_eq!(of(Habit::Always(4)).mean, Some((0.0 + 1.0 / 6.0) / 2.0));
        assert_eq!((of(Habit::Always(2)).mean, &of(Habit::Always(2)).wins[..]), (Some(0.75), &[][..]));
        // (0 + 1/6 + 1/2 + 1 + 0) / 5 in both.
        assert!((of(Habit::Random).mean.unwrap() - (10.0 / 6.0) / 5.0).abs() < 1e-12);
        assert!(of(Habit::MeanReviewer).mean.unwrap() < 1.0);
    }

    #[test]
    fn two_steps_have_no_middle() {
        let tables = tables(&["a", "b"], true, &[&[]], &[&[Some(0), Some(0), Some(0), Some(1), Some(1)]]);
        let found = Figures::of(&tables, Options { every: true, seed: 1 });
        assert!(found.habits.iter().all(|tried| tried.habit != Habit::Middle));
    }
}
