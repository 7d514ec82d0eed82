//! Which options are open in a situation that nobody is in: for whoever supposes it.

use std::sync::Arc;

use crate::run::Run;
use crate::run::command::Command;
use crate::run::engine::Stop;
use crate::run::refusal::Refusal;
use crate::run::state::State;
use crate::scenario::ids::DecisionId;
use crate::scenario::model::Scenario;

use super::Dice;
use super::game::{Game, Player};
use super::player::Wanderer;

/// Plays that are looked through, at most. `check` proves that within one situation the same options are open on all
/// plays: the first that gets there tells.
const PLAYS: u64 = 300;

/// Options of a decision that are open in its n-th situation, a bit each. If no play gets there, those that are always
/// open.
#[must_use]
pub fn open_in(scenario: &Arc<Scenario>, decision: DecisionId, situation: usize) -> u16 {
    let row = &scenario.tables().decisions[decision.index()];
    if row.at_times_open.of(&scenario.tables().at_times_open).is_empty() {
        return row.always_open;
    }
    (0..PLAYS)
        .find_map(|seed| {
            let run = Run::begin(Arc::clone(scenario), seed);
            let mut game = Watched { run, wanted: (decision, situation), open: None };
            Wanderer::new(scenario).play(&mut game, &mut Dice::new(seed));
            game.open
        })
        .unwrap_or(row.always_open)
}

/// A run whose answers are looked at as they are given.
struct Watched {
    run: Run,
    wanted: (DecisionId, usize),
    open: Option<u16>,
}

impl Game for Watched {
    fn state(&self) -> &State {
        self.run.state()
    }

    fn give(&mut self, command: &Command) -> Result<Stop, Refusal> {
        let (wanted, situation) = self.wanted;
        if let Command::Decide { decision, .. } = command
            && self.run.scenario().decision_called(decision) == Some(wanted)
        {
            let (tables, state) = (self.run.scenario().tables(), self.run.state());
            if usize::from(state.situation(tables, wanted)) == situation {
                self.open = Some(state.open_options(tables, wanted));
            }
        }
        self.run.command(command)
    }
}
