//! Playing on every core: jobs are handed out by number and put together by number, so that the result is the same
//! whatever the machine.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use crate::diag::Code;
use crate::explore::habits::{self, Habit, Tried};
use crate::explore::marks::Mark;
use crate::explore::open::short;
use crate::explore::reach::{self, Found};
use crate::explore::reviewers::{MeanReviewer, mean_reviewer};
use crate::explore::subject::{Subject, subject};
use crate::explore::survey::{Survey, survey};
use crate::review::outcomes;
use crate::review::panel::{Panel, Sheet};
use crate::review::tally::Tally;
use crate::run::Run;
use crate::scenario::ids::{DecisionId, EndingId};
use crate::scenario::locate::{self, Finding};
use crate::scenario::model::Scenario;
use crate::source::Source;

/// Seeds of one job.
const CHUNK: u64 = 250;

/// Plays of a habit at most: what it earns hardly depends on luck.
const HABIT_PLAYS: u32 = 1_000;

/// Plays that lean towards one thing: one in so many of all plays, and no fewer than this.
const SEARCH_SHARE: u32 = 5;
const SEARCH_LEAST: u32 = 1_000;

/// A share of fewer plays than one in so many is rare.
pub const RARE: u32 = 1_000;

/// Agreement below this share splits a panel.
pub const SPLIT: f64 = 0.6;

/// No finding: only the way to a place goes through one.
const PLACE: Code = Code("D0600");

/// Everything that was found out.
pub struct Explored<'s> {
    pub scenario: &'s Scenario,
    pub survey: Survey,
    /// What neither plays nor looking for it reached.
    pub never: Vec<Mark>,
    /// What only looking for it reached.
    pub found: Vec<Found>,
    /// What happens at another policy date only, with the variant; the scenario's own date is [`None`].
    pub elsewhere: Vec<(Mark, Option<String>)>,
    /// What must not happen and did.
    pub broken: Vec<Broken>,
    /// Plays that looked for one thing.
    pub looked: u32,
    pub agreement: Vec<Agreement<'s>>,
    pub reviewers: Option<MeanReviewer>,
    /// What habits came to, where it is wanted.
    pub habits: Vec<Tried>,
    /// Decisions that a habit wins over its own plays, whether or not the rest is wanted.
    pub weak: Vec<Weak>,
    places: Vec<(Mark, Spot)>,
}

/// What must not happen and did.
pub struct Broken {
    pub mark: Mark,
    /// The seed of the first play.
    pub seed: u64,
    /// The way there, where it is a property.
    pub way: Option<Found>,
    /// Only plays that leaned towards it broke it.
    pub looked: bool,
}

/// A place in the author's file, counted from one.
#[derive(Debug, Clone)]
pub struct Spot {
    pub file: String,
    pub line: usize,
    pub column: usize,
}

/// A decision that habits win.
pub struct Weak {
    pub decision: DecisionId,
    /// What they earn there, the best first.
    pub habits: Vec<(Habit, f64)>,
}

/// How reviewers answered one decision in one situation.
pub struct Agreement<'s> {
    pub sheet: &'s Sheet,
    pub tally: Tally,
}

impl Explored<'_> {
    /// Whether there is anything to mend.
    pub const fn to_mend(&self) -> bool {
        !self.never.is_empty() || !self.broken.is_empty()
    }

    pub fn subject(&self, mark: Mark) -> Subject {
        subject(self.scenario, mark)
    }

    /// Where a mark is declared.
    pub fn spot(&self, mark: Mark) -> Option<&Spot> {
        self.places.iter().find(|(of, _)| *of == mark).map(|(_, spot)| spot)
    }

    /// What happened in some plays, and in fewer than one of [`RARE`].
    pub fn rare(&self) -> Vec<Mark> {
        let places = self.survey.places();
        let is_rare = |mark: &Mark| {
            let count = self.survey.count(*mark);
            places.ought(*mark) && count > 0 && u64::from(count) * u64::from(RARE) < u64::from(self.survey.plays)
        };
        places.all().into_iter().filter(is_rare).collect()
    }
}

/// A recorded run with other luck.
pub struct Replayed {
    pub plays: u32,
    pub own: Option<EndingId>,
    /// By ending.
    pub endings: Vec<u32>,
}

/// Does jobs on every core, and gives back what came of them in the order of their numbers.
fn in_order<T: Send>(jobs: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(jobs.max(1));
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(jobs));
    let take = || {
        loop {
            let job = next.fetch_add(1, Ordering::Relaxed);
            if job >= jobs {
                return;
            }
            let result = work(job);
            done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((job, result));
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads {
            // Where there is no thread to be had, this one does the work.
            let _ = std::thread::Builder::new().spawn_scoped(scope, take);
        }
        take();
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(job, _)| *job);
    done.into_iter().map(|(_, result)| result).collect()
}

fn chunks(plays: u32) -> Vec<Range<u64>> {
    let plays = u64::from(plays);
    (0..plays.div_ceil(CHUNK)).map(|at| at * CHUNK..((at + 1) * CHUNK).min(plays)).collect()
}

/// Plays a scenario, looks for what was not reached, and sets habits beside reviewers. `others` are the same scenario at
/// its other policy dates: what happens there is not out of reach.
pub fn explored<'s>(
    scenario: &'s Scenario,
    others: &[Arc<Scenario>],
    panel: Option<&'s Panel>,
    source: &Source,
    plays: u32,
    habits: bool,
) -> Explored<'s> {
    let all = surveyed(scenario, plays);
    let looked = (plays / SEARCH_SHARE).max(SEARCH_LEAST);
    let seeds = u64::from(plays)..u64::from(plays) + u64::from(looked);
    let mut missing: Vec<Mark> = all.never().collect();
    let elsewhere = elsewhere(others, &mut missing, looked);
    let unbroken =
        |mark: &Mark| matches!(mark, Mark::Property(_)) && all.places().must_not(*mark) && all.count(*mark) == 0;
    let unbroken: Vec<Mark> = all.places().all().into_iter().filter(unbroken).collect();
    let goals: Vec<Mark> = missing.iter().chain(&unbroken).copied().collect();
    let mut found: Vec<Found> = in_order(goals.len(), |job| reach::search_one(scenario, goals[job], seeds.clone()))
        .into_iter()
        .flatten()
        .collect();
    let mut broken: Vec<Broken> =
        all.broken().map(|mark| broken(scenario, mark, all.first(mark).unwrap_or(0))).collect();
    found.retain(|one| {
        let breaks = all.places().must_not(one.mark);
        if breaks {
            broken.push(Broken { mark: one.mark, seed: one.seed, way: Some(one.clone()), looked: true });
        }
        !breaks
    });
    let never: Vec<Mark> =
        missing.into_iter().filter(|mark| !found.iter().any(|found| found.mark == *mark)).collect();
    let reviewers = panel.map(|panel| mean_reviewer(scenario, panel, &all));
    let tried = if habits || panel.is_some() { tried(scenario, panel, plays.min(HABIT_PLAYS)) } else { Vec::new() };
    let places = places(scenario, source, &all.places().all());
    Explored {
        scenario,
        survey: all,
        never,
        elsewhere,
        found,
        broken,
        looked,
        agreement: agreement(scenario, panel),
        reviewers,
        weak: weak(&tried),
        habits: if habits { tried } else { Vec::new() },
        places,
    }
}

fn surveyed(scenario: &Scenario, plays: u32) -> Survey {
    let ranges = chunks(plays);
    let mut all = Survey::of(scenario);
    for part in in_order(ranges.len(), |job| survey(scenario, ranges[job].clone())) {
        all.append(&part);
    }
    all
}

/// Takes what happens at another policy date out of what is missing. Marks have the same numbers there: they are made
/// of the same file.
fn elsewhere(others: &[Arc<Scenario>], missing: &mut Vec<Mark>, plays: u32) -> Vec<(Mark, Option<String>)> {
    let mut found = Vec::new();
    for other in others {
        if missing.is_empty() {
            break;
        }
        let there = surveyed(other, plays);
        missing.retain(|mark| {
            let reached = there.count(*mark) > 0;
            if reached {
                found.push((*mark, other.variant().map(str::to_owned)));
            }
            !reached
        });
    }
    found
}

fn broken(scenario: &Scenario, mark: Mark, seed: u64) -> Broken {
    let way = matches!(mark, Mark::Property(_)).then(|| reach::explain(scenario, mark, seed)).flatten();
    Broken { mark, seed, way, looked: false }
}

fn tried(scenario: &Scenario, panel: Option<&Panel>, plays: u32) -> Vec<Tried> {
    let habits = Habit::all(scenario);
    let ranges = chunks(plays);
    let jobs: Vec<(Habit, Range<u64>)> =
        habits.iter().flat_map(|habit| ranges.iter().map(|range| (*habit, range.clone()))).collect();
    let parts = in_order(jobs.len(), |job| {
        let (habit, range) = jobs[job].clone();
        habits::try_habit(scenario, panel, habit, range)
    });
    habits
        .into_iter()
        .map(|habit| {
            let mut all = Tried::of(scenario, habit);
            parts.iter().filter(|part| part.habit == habit).for_each(|part| all.append(part));
            all
        })
        .collect()
}

/// What the plays of habits say of decisions.
fn weak(tried: &[Tried]) -> Vec<Weak> {
    let decisions = tried.first().map_or(0, |tried| tried.by_decision.len());
    let of = |at: usize| {
        let wins = |tried: &Tried| {
            let credit = tried.by_decision[at].mean().filter(|credit| tried.habit.wins(*credit))?;
            Some((tried.habit, credit))
        };
        let habits = habits::best_first(tried.iter().filter_map(wins).collect());
        (!habits.is_empty()).then(|| Weak { decision: DecisionId(short(at)), habits })
    };
    (0..decisions).filter_map(of).collect()
}

fn agreement<'s>(scenario: &Scenario, panel: Option<&'s Panel>) -> Vec<Agreement<'s>> {
    let sheets = panel.map_or(&[][..], Panel::sheets).iter().filter(|sheet| !sheet.stale);
    sheets
        .filter_map(|sheet| {
            let like = sheet.reviews.iter().find_map(|review| review.ballot.as_ref())?;
            Some(Agreement { sheet, tally: Tally::of(scenario.decision(sheet.decision), sheet, like) })
        })
        .collect()
}

/// Where marks stand in the file.
fn places(scenario: &Scenario, source: &Source, marks: &[Mark]) -> Vec<(Mark, Spot)> {
    let finding = |(at, mark): (usize, &Mark)| {
        Some(Finding {
            code: PLACE,
            severity: crate::diag::Severity::Warning,
            file: locate::File::Scenario,
            place: subject(scenario, *mark).place?,
            message: at.to_string(),
            help: None,
            also: Vec::new(),
        })
    };
    let found: Vec<Finding> = marks.iter().enumerate().filter_map(finding).collect();
    let located = locate::locate(source, found);
    let spot = |one: &crate::diag::Diagnostic| {
        let mark = one.message.parse::<usize>().ok().and_then(|at| marks.get(at).copied())?;
        let position = source.position(one.start());
        Some((mark, Spot { file: source.name.clone(), line: position.line, column: position.column }))
    };
    located.iter().filter_map(spot).collect()
}

/// Replays a run with other luck, as a debrief does.
pub fn replayed(run: &Run, panel: Option<&Panel>, plays: u32) -> Replayed {
    let seeds: Vec<u64> = outcomes::seeds(run.seed()).take(plays as usize).collect();
    let mut endings = vec![0; run.scenario().raw().endings.len()];
    let ranges = chunks(plays);
    let ended = in_order(ranges.len(), |job| {
        let Range { start, end } = ranges[job].clone();
        let (start, end) = (usize::try_from(start).unwrap_or(0), usize::try_from(end).unwrap_or(0));
        seeds[start..end].iter().map(|seed| outcomes::replay_once(run, panel, *seed)).collect::<Vec<_>>()
    });
    for ending in ended.into_iter().flatten().flatten() {
        if let Some(count) = endings.get_mut(ending.index()) {
            *count += 1;
        }
    }
    Replayed { plays, own: run.state().ended, endings }
}
