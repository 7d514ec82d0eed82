//! A run's score with what it stands on: how far it hangs on who the reviewers were, where it lies on the panel's own
//! scale, what habits would have earned in the same places, whether the trainee was as sure as reviewers agreed, and
//! which kinds of answer the trainee leans to.
//!
//! In go answered decisions that were scored; none of it is a mark, and all of it says how many decisions it is from.

use std::collections::BTreeMap;

use super::ballot::Ballot;
use super::credit;
use super::figures::interval::Interval;
use super::figures::mean;
use super::figures::standard::{NoScale, Scale};
use super::figures::sureness::{Point, brier, surer_than_shared};
use super::panel::{Panel, ReviewerId, Sheet};
use super::redrawn::Redrawn;
use crate::explore::habits::{Habit, best_first};
use crate::scenario::ids::DecisionId;
use crate::scenario::model::Scenario;
use crate::scenario::raw::{Answer, Ask, Kind};

/// A decision that was answered and scored.
#[derive(Debug, Clone, Copy)]
pub struct Scored<'a> {
    pub decision: DecisionId,
    /// The place of the situation in its decision.
    pub situation: usize,
    /// Options that were open, a bit each.
    pub open: u16,
    pub answer: &'a Answer,
    pub sure: Option<u8>,
    pub credit: f64,
}

/// What stands beside the mean of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The middle 95 per cent of the mean, over draws of reviewers.
    pub interval: Option<Interval>,
    /// The mean on the scale on which the panel's own is 80.
    pub on_scale: Result<f64, NoScale>,
    /// The mean of each habit over the same decisions, the best first.
    pub habits: Vec<(Habit, f64)>,
    /// The mean reviewer over the same decisions, each held against the others.
    pub reviewer: Option<f64>,
    pub sure: Option<Sure>,
    /// By kind of answer, in the order of the list of kinds: only kinds that somebody chose.
    pub lean: Vec<Lean>,
}

/// How sure, beside how far reviewers agreed: over decisions that ask for one option, whose credit is a share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sure {
    pub decisions: usize,
    pub brier: f64,
    /// Mean confidence less mean credit: above nought, surer than reviewers agreed.
    pub surer: f64,
}

/// The share of a kind in what was chosen, or put first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lean {
    pub kind: Kind,
    pub yours: f64,
    pub panels: f64,
}

/// Works it out. The seed draws reviewers. Nothing if nothing was scored.
#[must_use]
pub fn score(scenario: &Scenario, panel: &Panel, scored: &[Scored<'_>], seed: u64) -> Option<Score> {
    Scorer::new(seed).score(scenario, panel, scored)
}

/// Scores many runs of one scenario against one panel: what they have in common is worked out once. Each comes out as
/// it would alone.
#[derive(Debug)]
pub struct Scorer {
    redrawn: Redrawn,
    /// What reviewers earn against each other, by decision and situation.
    left_out: BTreeMap<(DecisionId, usize), Vec<(ReviewerId, f64)>>,
    /// What habits earn, by decision, situation and open options.
    habits: BTreeMap<(Habit, DecisionId, usize, u16), Option<f64>>,
}

impl Scorer {
    /// The seed draws reviewers.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { redrawn: Redrawn::new(seed), left_out: BTreeMap::new(), habits: BTreeMap::new() }
    }

    /// Scores one run: always with the same scenario and panel. Nothing if nothing was scored.
    #[must_use]
    pub fn score(&mut self, scenario: &Scenario, panel: &Panel, scored: &[Scored<'_>]) -> Option<Score> {
        let sheets: Vec<(&Scored<'_>, &Sheet)> =
            scored.iter().filter_map(|one| Some((one, panel.sheet(one.decision, one.situation)?))).collect();
        let own = mean(&scored.iter().map(|one| one.credit).collect::<Vec<_>>())?;
        let means = self.reviewers(scenario, panel, &sheets);
        Some(Score {
            interval: self.redrawn.interval(scenario, panel, &sheets),
            on_scale: Scale::of(&means).map(|scale| scale.place(own)),
            habits: self.habits(scenario, panel, scored),
            reviewer: mean(&means),
            sure: sureness(scenario, scored),
            lean: lean(scenario, &sheets),
        })
    }

    /// The mean of each reviewer over these sheets, held against the others.
    fn reviewers(&mut self, scenario: &Scenario, panel: &Panel, sheets: &[(&Scored<'_>, &Sheet)]) -> Vec<f64> {
        let mut earned = Vec::new();
        for (one, sheet) in sheets {
            let key = (one.decision, one.situation);
            earned.extend(
                self.left_out.entry(key).or_insert_with(|| credit::left_out(scenario, sheet)).iter().copied(),
            );
        }
        credit::means_of(panel, earned).into_iter().map(|(_, mean)| mean).collect()
    }

    fn habits(&mut self, scenario: &Scenario, panel: &Panel, scored: &[Scored<'_>]) -> Vec<(Habit, f64)> {
        let mut earned = |habit: Habit| {
            let credits = scored.iter().map(|one| {
                let key = (habit, one.decision, one.situation, one.open);
                let at = (one.decision, one.situation);
                *self.habits.entry(key).or_insert_with(|| habit.credit(scenario, panel, at, one.open))
            });
            // A habit without an answer somewhere has no mean to compare.
            mean(&credits.collect::<Option<Vec<f64>>>()?)
        };
        best_first(Habit::all(scenario).into_iter().filter_map(|habit| Some((habit, earned(habit)?))).collect())
    }
}

fn sureness(scenario: &Scenario, scored: &[Scored<'_>]) -> Option<Sure> {
    let of = scored.iter().filter(|one| matches!(scenario.decision(one.decision).ask, Ask::ChooseOne));
    let points: Vec<Point> =
        of.filter_map(|one| Some(Point { sure: f64::from(one.sure?) / 100.0, credit: one.credit })).collect();
    Some(Sure { decisions: points.len(), brier: brier(&points)?, surer: surer_than_shared(&points)? })
}

/// Adds one answer to shares of kinds: several options of one answer share it.
fn add(shares: &mut [f64], scenario: &Scenario, decision: DecisionId, ballot: &Ballot) -> bool {
    let options = ballot.stands_for();
    let share = 1.0 / options.len().max(1) as f64;
    for option in &options {
        let kind = scenario.decision(decision).options.get(*option).map(|option| option.kind);
        if let Some(at) = Kind::ALL.iter().position(|one| Some(*one) == kind) {
            shares[at] += share;
        }
    }
    !options.is_empty()
}

fn lean(scenario: &Scenario, sheets: &[(&Scored<'_>, &Sheet)]) -> Vec<Lean> {
    let (mut yours, mut panels) = (vec![0.0; Kind::ALL.len()], vec![0.0; Kind::ALL.len()]);
    let mut answers = 0u32;
    for (one, sheet) in sheets {
        let Some(own) = Ballot::of(scenario.decision(one.decision), one.answer) else { continue };
        if !add(&mut yours, scenario, one.decision, &own) {
            continue;
        }
        answers += 1;
        // Each decision counts once on either side, however many reviewers it has.
        let mut theirs = vec![0.0; Kind::ALL.len()];
        let ballots: Vec<&Ballot> = sheet.reviews.iter().filter_map(|review| review.ballot.as_ref()).collect();
        for ballot in &ballots {
            add(&mut theirs, scenario, one.decision, ballot);
        }
        for (panel, their) in panels.iter_mut().zip(theirs) {
            *panel += their / ballots.len().max(1) as f64;
        }
    }
    let of = |share: f64| share / f64::from(answers.max(1));
    let rows = Kind::ALL.iter().zip(yours.into_iter().zip(panels));
    rows.map(|(kind, (yours, panels))| Lean { kind: *kind, yours: of(yours), panels: of(panels) })
        .filter(|lean| lean.yours > 0.0 || lean.panels > 0.0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::sample::{self, choose};

    /// Both answers to the sample's question about one option, as if it had been scored.
    fn of(option: &str, sure: u8) -> Score {
        let scenario = sample::sample();
        let panel = sample::panel(&scenario);
        let decision = scenario.decision_called("one").unwrap();
        let answer = choose(option);
        let sheet = panel.sheet(decision, 0);
        let credit = credit::compare(&scenario, decision, sheet, &answer).credit.score().unwrap();
        let scored = Scored { decision, situation: 0, open: 0b111, answer: &answer, sure: Some(sure), credit };
        score(&scenario, &panel, &[scored], 3).unwrap()
    }

    #[test]
    fn one_decision_by_hand() {
        // Of five reviewers four ask and one writes.
        let found = of("ask", 80);
        let interval = found.interval.unwrap();
        assert!(interval.low <= 1.0 && interval.high <= 1.0 && interval.low >= 0.0, "{interval:?}");
        // The four against each other and the one: 3/3 each; the one against four: nought. (4 + 0) / 5.
        assert!((found.reviewer.unwrap() - 0.8).abs() < 1e-12);
        // Credit 1 at 80 per cent: (0.8 - 1)^2.
        let sure = found.sure.unwrap();
        assert_eq!(sure.decisions, 1);
        assert!((sure.brier - 0.04).abs() < 1e-12 && (sure.surer + 0.2).abs() < 1e-12);
        // Whoever writes earns a quarter: on the panel's scale below whoever asks.
        assert!(of("write", 80).on_scale.unwrap() < found.on_scale.unwrap());
    }

    #[test]
    fn shares_of_kinds_come_to_one() {
        let lean = of("write", 50).lean;
        let sums = lean.iter().fold((0.0, 0.0), |(yours, panels), one| (yours + one.yours, panels + one.panels));
        assert!((sums.0 - 1.0).abs() < 1e-12 && (sums.1 - 1.0).abs() < 1e-12, "{lean:?}");
    }

    #[test]
    fn habits_stand_in_order_and_earn_between_nought_and_one() {
        let habits = of("ask", 50).habits;
        assert!(habits.len() > 2);
        assert!(habits.windows(2).all(|pair| pair[0].1 >= pair[1].1));
        assert!(habits.iter().all(|(_, earns)| (0.0..=1.0).contains(earns)));
    }

    /// One scorer for many runs gives each what it would have alone.
    #[test]
    fn many_runs_come_out_as_each_would_alone() {
        let scenario = sample::sample();
        let panel = sample::panel(&scenario);
        let answers = [("one", choose("write")), ("one", choose("ask")), ("order", sample_order("xwyz"))];
        let scored = answers.each_ref().map(|(name, answer)| {
            let decision = scenario.decision_called(name).unwrap();
            let compared = credit::compare(&scenario, decision, panel.sheet(decision, 0), answer);
            Scored {
                decision,
                situation: 0,
                open: 0b1111,
                answer,
                sure: None,
                credit: compared.credit.score().unwrap(),
            }
        });
        let runs = [&scored[..1], &scored[1..], &scored[2..], &scored[..1]];
        let mut scorer = Scorer::new(5);
        for run in runs {
            assert_eq!(scorer.score(&scenario, &panel, run), score(&scenario, &panel, run, 5));
        }
    }

    fn sample_order(names: &str) -> Answer {
        Answer::Rank(names.chars().map(String::from).collect())
    }

    #[test]
    fn nothing_scored_has_no_score() {
        let scenario = sample::sample();
        assert_eq!(score(&scenario, &sample::panel(&scenario), &[], 3), None);
    }
}
