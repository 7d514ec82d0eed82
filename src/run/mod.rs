//! A run: a scenario, a seed, and what happened.
//!
//! Commands go in; events come out, or a named refusal. Events are the only truth: the state can always be computed
//! again from them ([`replay`]). The same scenario, seed and commands give the same events, byte for byte, on every
//! machine. Nothing here reads a file or a clock.

pub mod answer;
pub mod command;
pub mod decide;
pub mod engine;
pub mod event;
pub mod filing;
pub mod log;
pub mod logfile;
pub mod open;
pub mod plan;
pub mod refusal;
pub mod replay;
pub mod rng;
pub mod state;

use std::sync::Arc;

use crate::scenario::model::Scenario;
use command::Command;
use engine::{Engine, Stop};
use event::{Event, Full, What};
use refusal::Refusal;
use rng::Luck;
use state::State;

/// A run in play.
#[derive(Debug, Clone)]
pub struct Run {
    scenario: Arc<Scenario>,
    state: State,
    luck: Luck,
    events: Vec<Event>,
    softer: bool,
}

impl Run {
    /// Begins a run: everything due up to the first opening happens.
    #[must_use]
    pub fn begin(scenario: Arc<Scenario>, seed: u64) -> Self {
        Self::begin_with(scenario, seed, false, None)
    }

    /// Begins a run with softer texts, or one that branched from another.
    #[must_use]
    pub fn begin_with(
        scenario: Arc<Scenario>,
        seed: u64,
        softer: bool,
        branched_from: Option<(String, u32)>,
    ) -> Self {
        let state = State::new(scenario.tables());
        let mut run = Self { state, luck: Luck::new(seed), events: Vec::new(), softer, scenario };
        let mut log = Full { scenario: &run.scenario, events: &mut run.events, softer };
        if let Some((from, after)) = branched_from {
            log.push(run.state.clock, What::BranchedFrom { run: from, after });
        }
        if softer {
            log.push(run.state.clock, What::SofterTexts { on: true });
        }
        Engine::new(run.scenario.tables(), &mut run.state, &mut run.luck, &mut log).begin();
        run
    }

    /// Carries out a command. The events that it brought are the ones behind the length before.
    ///
    /// # Errors
    /// The refusal; nothing has happened then.
    pub fn command(&mut self, command: &Command) -> Result<Stop, Refusal> {
        let mut log = Full { scenario: &self.scenario, events: &mut self.events, softer: self.softer };
        decide::decide(&self.scenario, &mut self.state, &mut self.luck, &mut log, command)
    }

    /// Whether a command could be carried out now, without doing it.
    ///
    /// # Errors
    /// The refusal.
    pub fn ask(&self, command: &Command) -> Result<(), Refusal> {
        decide::ask(&self.scenario, &self.state, command)
    }

    #[must_use]
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.luck.seed()
    }

    /// Whether softer texts are shown.
    #[must_use]
    pub const fn softer(&self) -> bool {
        self.softer
    }

    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.state.ended.is_some()
    }
}
