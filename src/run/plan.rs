//! A recorded walkthrough played as a run.
//!
//! In go a scenario (compiled with what the plan expects), the plan and a seed; out come the run as far as it went and
//! why it stopped there, if it did. It reads no file: who holds the plan's text turns a step into a line.

use std::sync::Arc;

use super::Run;
use super::command::{Citation, Command, Committed, Filing, How};
use super::refusal::Refusal;
use crate::scenario::calendar::Minute;
use crate::scenario::locate::Place;
use crate::scenario::model::Scenario;
use crate::scenario::raw;
use crate::scenario::raw::plan::{ItemAndPassage, Step};

/// Commands that one `Until` may need at most: far more than any calendar has stops.
const MOST_STOPS: usize = 10_000;

/// What came of a plan.
#[derive(Debug, Clone)]
pub struct PlanRun {
    pub run: Run,
    pub outcome: Outcome,
}

/// How far a plan came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Its steps ran out.
    Played,
    /// Step number `step` (from nought) could not be taken; nothing of it or of what follows has happened.
    Stopped { step: usize, why: Why },
}

/// Why a step could not be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    Refused(Refusal),
    /// A decision must be answered before the clock can move on to the moment.
    DecisionStands {
        decision: raw::Id,
    },
    /// What was expected does not hold.
    NotSo,
    /// The moment had gone by when the step began.
    GoneBy {
        until: Minute,
        now: Minute,
    },
    /// The scenario ended before the moment came.
    EndedBefore {
        until: Minute,
    },
    /// The scenario was not compiled with this plan's expectations: a mistake of this program.
    NotCompiled,
}

/// What a plan expects, with the place of each in the plan: `check::scenario` wants these.
#[must_use]
pub fn expected(plan: &raw::Plan) -> Vec<(Place, raw::Condition)> {
    let steps = Place::top().field("steps");
    plan.steps
        .iter()
        .enumerate()
        .filter_map(|(index, step)| match step {
            Step::Expect(condition) => Some((steps.index(index), condition.clone())),
            _ => None,
        })
        .collect()
}

/// The place of a step in its plan.
#[must_use]
pub fn place(step: usize) -> Place {
    Place::top().field("steps").index(step)
}

/// Plays a plan from the beginning.
#[must_use]
pub fn play(scenario: Arc<Scenario>, plan: &raw::Plan, seed: u64) -> PlanRun {
    play_on(Run::begin(scenario, seed), plan)
}

/// Plays a plan in a run that has begun.
#[must_use]
pub fn play_on(mut run: Run, plan: &raw::Plan) -> PlanRun {
    let mut expectations = 0;
    for (index, step) in plan.steps.iter().enumerate() {
        let taken = match step {
            Step::Expect(_) => {
                expectations += 1;
                expect(&run, expectations - 1)
            }
            Step::Until(moment) => until(&mut run, *moment),
            step => match command(&run, step) {
                Some(command) => run.command(&command).map(drop).map_err(Why::Refused),
                None => Ok(()),
            },
        };
        if let Err(why) = taken {
            return PlanRun { run, outcome: Outcome::Stopped { step: index, why } };
        }
    }
    PlanRun { run, outcome: Outcome::Played }
}

/// The command that a step stands for; nothing for `Until` and `Expect`, which are none or many.
fn command(run: &Run, step: &Step) -> Option<Command> {
    let cite = |names: &[raw::Id]| names.iter().map(|name| Citation::whole(name)).collect();
    Some(match step.clone() {
        Step::Open(item) => Command::Open { item, nth: None },
        Step::Do(response) => Command::Do { response },
        Step::Tell(item, who) => Command::Tell { item, who },
        Step::Note(text) => Command::Note { text },
        Step::Cite(ItemAndPassage { item, passage }) => Command::Cite(Citation { item, passage }),
        Step::File { response, case, cites, fields } => {
            let case = case.or_else(|| only_case(run.scenario(), &response));
            Command::File { response, case, filing: Filing { fields, cites: cite(&cites) } }
        }
        Step::Decide { decision, answer, reason, sure, change, cites } => Command::Decide {
            decision,
            committed: Committed { answer, reason, sure, change, cites: cite(&cites), how: How::Alone },
        },
        Step::GoOn => Command::GoOn,
        Step::EndDay => Command::EndDay,
        Step::EndTurn => Command::EndTurn,
        Step::Until(_) | Step::Expect(_) => return None,
    })
}

/// The case of an everyday form, where there is only one that it can be about.
#[must_use]
pub fn only_case(scenario: &Scenario, response: &str) -> Option<raw::Id> {
    let id = scenario.response_called(response)?;
    let row = scenario.tables().responses.get(id.index())?;
    match scenario.raw().cases.as_slice() {
        [case] if row.everyday && row.case.is_none() => Some(case.id.clone()),
        _ => None,
    }
}

fn expect(run: &Run, nth: usize) -> Result<(), Why> {
    let tables = run.scenario().tables();
    let condition = tables.expected.get(nth).ok_or(Why::NotCompiled)?;
    if run.state().holds(tables, *condition) { Ok(()) } else { Err(Why::NotSo) }
}

/// Ends turns until the moment's own, then lets time pass to the minute. Whatever finds the trainee on the way, or is
/// put to them and may wait, is left standing.
fn until(run: &mut Run, moment: raw::Moment) -> Result<(), Why> {
    let scenario = Arc::clone(run.scenario());
    let calendar = &scenario.tables().calendar;
    let target = calendar.opening_of(moment);
    if target < run.state().clock {
        return Err(Why::GoneBy { until: target, now: run.state().clock });
    }
    for _ in 0..MOST_STOPS {
        if run.state().clock >= target {
            return Ok(());
        }
        if run.is_over() {
            return Err(Why::EndedBefore { until: target });
        }
        let closes = calendar.turns.get(usize::from(run.state().turn)).map_or(target, |turn| turn.closes);
        let command = if run.state().work.hand != 0 {
            Command::GoOn
        } else if target <= closes {
            Command::GoOnUntil { until: target }
        } else {
            Command::EndTurn
        };
        match run.command(&command) {
            Ok(_) => {}
            Err(Refusal::AnswerFirst { decision }) => return Err(Why::DecisionStands { decision }),
            Err(refusal) => return Err(Why::Refused(refusal)),
        }
    }
    Err(Why::Refused(Refusal::NotThisTurn))
}
