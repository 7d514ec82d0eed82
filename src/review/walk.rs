//! A run once more, for whoever wants to see its states and not its events.
//!
//! The commands are played again through the same engine. A [`Watch`] sees each state in which everything due has
//! happened, and the states between them in which only the clock has moved, wherever a condition asks for the time.

use crate::run::Run;
use crate::run::decide::{self, Sink};
use crate::run::engine::Engine;
use crate::run::log::{Happening, Log};
use crate::run::replay;
use crate::run::rng::Luck;
use crate::run::state::State;
use crate::scenario::calendar::{Calendar, Minute};
use crate::scenario::raw::Condition;

/// Sees a run go by.
pub trait Watch {
    /// Something happened at a minute; `before` is the state as it last was, its clock at that minute.
    fn happened(&mut self, at: Minute, happening: &Happening<'_>, before: &State) {
        let _ = (at, happening, before);
    }

    /// A state in which everything due has happened.
    fn settled(&mut self, state: &State);
}

/// Plays a run's commands again. `conditions` are those that the watch tests: it is called whenever the clock passes a
/// moment that one of them asks about. Nothing can be refused that was not refused then.
pub fn walk<'c, W: Watch>(run: &Run, watch: &mut W, conditions: impl Iterator<Item = &'c Condition>) {
    let scenario = run.scenario();
    let tables = scenario.tables();
    let mut state = State::new(tables);
    let mut luck = Luck::new(run.seed());
    let mut steps = Steps::new(watch, &state, ticks(&tables.calendar, conditions));
    Engine::new(tables, &mut state, &mut luck, &mut steps).begin();
    steps.settled(&state);
    for (_, _, command) in replay::commands(run.events()) {
        // A refusal would mean another version of the engine: what came before it stands.
        if decide::decide(scenario, &mut state, &mut luck, &mut steps, &command).is_err() {
            break;
        }
    }
    steps.pass_to(state.clock.saturating_add(1));
}

/// The moments that conditions ask about, in order.
pub(crate) fn ticks<'c>(calendar: &Calendar, conditions: impl Iterator<Item = &'c Condition>) -> Vec<Minute> {
    let mut ticks = Vec::new();
    let mut left: Vec<&Condition> = conditions.collect();
    while let Some(condition) = left.pop() {
        match condition {
            Condition::All(all) | Condition::Any(all) => left.extend(&all.0),
            Condition::Not(inner) => left.push(inner),
            Condition::From(moment) | Condition::Before(moment) => ticks.push(calendar.start_of(*moment)),
            _ => {}
        }
    }
    ticks.sort_unstable();
    ticks.dedup();
    ticks
}

/// Shows a watch the states of a run as its sink takes what happens.
pub(crate) struct Steps<'w, W> {
    watch: &'w mut W,
    /// The state as it last settled; between two of them only the clock moves.
    last: State,
    ticks: Vec<Minute>,
}

impl<'w, W: Watch> Steps<'w, W> {
    /// For a run that begins in this state; `ticks` are the moments that the watch asks about.
    pub(crate) fn new(watch: &'w mut W, state: &State, ticks: Vec<Minute>) -> Self {
        Self { watch, last: state.clone(), ticks }
    }

    /// Shows the moments before `to` that something asks about.
    pub(crate) fn pass_to(&mut self, to: Minute) {
        let from = self.ticks.partition_point(|tick| *tick <= self.last.clock);
        for at in from..self.ticks.len() {
            if self.ticks[at] >= to {
                break;
            }
            self.last.clock = self.ticks[at];
            self.watch.settled(&self.last);
        }
    }
}

impl<W: Watch> Log for Steps<'_, W> {
    fn put(&mut self, at: Minute, happening: Happening<'_>) {
        self.pass_to(at);
        self.last.clock = at.max(self.last.clock);
        self.watch.happened(at, &happening, &self.last);
    }

    fn settled(&mut self, state: &State) {
        self.pass_to(state.clock);
        self.watch.settled(state);
        self.last.clone_from(state);
    }
}

impl<W: Watch> Sink for Steps<'_, W> {}
