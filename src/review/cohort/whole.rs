//! All runs together: what they earned, what habits would have, how sure they were, what they lean to, which floors they
//! breached.
//!
//! A figure of many runs is the mean of the runs' own figures: each run counts once, however many decisions it came to.

use super::{Edition, Entrant};
use crate::explore::habits::Habit;
use crate::review::figures::sureness::{Point, Stretch, brier, curve, surer_than_shared};
use crate::review::figures::{deviation, mean};
use crate::review::score::{Lean, Score};
use crate::scenario::model::folded;
use crate::scenario::raw::{Id, Kind, Theme};

/// What all runs came to.
#[derive(Debug, Clone)]
pub struct Whole {
    /// Answers, and those that were scored.
    pub answered: usize,
    pub scored: usize,
    /// Runs that have a score; the mean of these, and their standard deviation.
    pub n: usize,
    pub mean: Option<f64>,
    pub deviation: Option<f64>,
    /// The mean reviewer in the same places, each held against the others.
    pub reviewer: Option<f64>,
    /// What habits would have earned in the same places, the best first: only habits that have an answer in all of them.
    pub habits: Vec<(Habit, f64)>,
    /// In the order of the list of themes.
    pub themes: Vec<ThemeRow>,
    pub sure: Option<Sureness>,
    pub lean: Vec<Lean>,
    /// Floors that applied to some run, in the order of the file.
    pub floors: Vec<FloorRow>,
}

/// One theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ThemeRow {
    pub theme: Theme,
    /// Answers to its decisions, and those that were scored.
    pub answered: usize,
    pub scored: usize,
    /// Runs with a mean of their own in it, and the mean of these.
    pub n: usize,
    pub mean: Option<f64>,
}

/// How sure, beside how far reviewers agreed, over all answers that chose one option.
#[derive(Debug, Clone, PartialEq)]
pub struct Sureness {
    pub answers: usize,
    pub brier: f64,
    pub surer: f64,
    pub curve: Vec<Stretch>,
}

/// One floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FloorRow {
    pub id: Id,
    pub text: String,
    pub source: String,
    /// Runs that it applied to, and those that breached it.
    pub applied: usize,
    pub breached: usize,
}

impl Whole {
    pub(super) fn of(editions: &[Edition], runs: &[Entrant]) -> Self {
        let overall = || runs.iter().map(|run| &run.marked.overall);
        let scores: Vec<&Score> = overall().filter_map(|overall| overall.score.as_ref()).collect();
        let means: Vec<f64> = overall().filter_map(|overall| overall.mean).collect();
        let reviewers: Vec<f64> = scores.iter().filter_map(|score| score.reviewer).collect();
        Self {
            answered: overall().map(|overall| overall.answered).sum(),
            scored: overall().map(|overall| overall.scored).sum(),
            n: means.len(),
            mean: mean(&means),
            deviation: deviation(&means),
            reviewer: mean(&reviewers),
            habits: habits(&scores),
            themes: themes(runs),
            sure: sureness(runs),
            lean: lean(&scores),
            floors: floors(editions, runs),
        }
    }
}

fn habits(scores: &[&Score]) -> Vec<(Habit, f64)> {
    let first = scores.first().map(|score| score.habits.as_slice()).unwrap_or_default();
    let mut names: Vec<Habit> = first.iter().map(|(habit, _)| *habit).collect();
    names.sort_unstable();
    let earned = |habit: Habit| {
        let in_run = |score: &&Score| score.habits.iter().find(|(of, _)| *of == habit).map(|(_, earns)| *earns);
        mean(&scores.iter().map(in_run).collect::<Option<Vec<f64>>>()?)
    };
    let mut habits: Vec<(Habit, f64)> = names.into_iter().filter_map(|habit| Some((habit, earned(habit)?))).collect();
    habits.sort_by(|a, b| b.1.total_cmp(&a.1));
    habits
}

fn themes(runs: &[Entrant]) -> Vec<ThemeRow> {
    let row = |theme: &Theme| {
        let of = runs.iter().flat_map(|run| &run.marked.overall.themes).filter(|credit| credit.theme == *theme);
        let means: Vec<f64> = of.clone().filter_map(|credit| credit.mean).collect();
        let answered: usize = of.clone().map(|credit| credit.answered).sum();
        let scored: usize = of.map(|credit| credit.scored).sum();
        (answered > 0).then(|| ThemeRow { theme: *theme, answered, scored, n: means.len(), mean: mean(&means) })
    };
    Theme::ALL.iter().filter_map(row).collect()
}

fn sureness(runs: &[Entrant]) -> Option<Sureness> {
    let given = runs.iter().flat_map(|run| &run.marked.answers).filter(|given| given.one);
    let points: Vec<Point> = given
        .filter_map(|given| Some(Point { sure: f64::from(given.sure?) / 100.0, credit: given.credit.score()? }))
        .collect();
    Some(Sureness {
        answers: points.len(),
        brier: brier(&points)?,
        surer: surer_than_shared(&points)?,
        curve: curve(&points),
    })
}

fn lean(scores: &[&Score]) -> Vec<Lean> {
    let leaning: Vec<&&Score> = scores.iter().filter(|score| !score.lean.is_empty()).collect();
    let of = |kind: Kind, side: fn(&Lean) -> f64| {
        let share = |score: &&&Score| score.lean.iter().find(|lean| lean.kind == kind).map_or(0.0, side);
        mean(&leaning.iter().map(share).collect::<Vec<_>>()).unwrap_or(0.0)
    };
    let all = Kind::ALL.iter();
    all.map(|kind| Lean { kind: *kind, yours: of(*kind, |lean| lean.yours), panels: of(*kind, |lean| lean.panels) })
        .filter(|lean| lean.yours > 0.0 || lean.panels > 0.0)
        .collect()
}

fn floors(editions: &[Edition], runs: &[Entrant]) -> Vec<FloorRow> {
    let mut rows: Vec<FloorRow> = Vec::new();
    for floor in editions.iter().flat_map(|edition| &edition.scenario.raw().floors) {
        if rows.iter().any(|row| row.id == floor.id) {
            continue;
        }
        let of = || runs.iter().flat_map(|run| &run.marked.floors).filter(|(id, _)| *id == floor.id);
        rows.push(FloorRow {
            id: floor.id.clone(),
            text: folded(&floor.text),
            source: folded(&floor.source),
            applied: of().count(),
            breached: of().filter(|(_, breached)| *breached).count(),
        });
    }
    rows.retain(|row| row.applied > 0);
    rows
}
