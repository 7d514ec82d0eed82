//! A run as a player of `explore` sees it: a state to look at, commands to give, and time to let pass.

use crate::run::Run;
use crate::run::command::Command;
use crate::run::decide::{self, Sink};
use crate::run::engine::Stop;
use crate::run::refusal::Refusal;
use crate::run::rng::Luck;
use crate::run::state::State;
use crate::scenario::calendar::Minute;
use crate::scenario::model::Scenario;

use super::Dice;

/// Something that is played by commands, through the one gate that refuses ([`decide::decide`]).
pub trait Game {
    fn state(&self) -> &State;

    /// Carries out a command.
    ///
    /// # Errors
    /// The refusal; nothing has happened then.
    fn give(&mut self, command: &Command) -> Result<Stop, Refusal>;
}

/// Somebody who plays a game from where it stands to its end.
pub trait Player {
    /// Plays. False if it came to a place where nothing can be done and time can't pass: an author's mistake.
    fn play<G: Game>(&mut self, game: &mut G, dice: &mut Dice) -> bool;
}

impl Game for Run {
    fn state(&self) -> &State {
        self.state()
    }

    fn give(&mut self, command: &Command) -> Result<Stop, Refusal> {
        self.command(command)
    }
}

/// A run that keeps no events: what happens goes to a sink.
#[derive(Debug)]
pub struct Bare<'g, L> {
    pub scenario: &'g Scenario,
    pub state: &'g mut State,
    pub luck: &'g mut Luck,
    pub log: &'g mut L,
}

impl<L: Sink> Game for Bare<'_, L> {
    fn state(&self) -> &State {
        self.state
    }

    fn give(&mut self, command: &Command) -> Result<Stop, Refusal> {
        decide::decide(self.scenario, self.state, self.luck, self.log, command)
    }
}

/// How far time is let pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// To the next thing that would be noticed.
    Notice,
    /// To a minute of this turn.
    Until(Minute),
    Day,
    Turn,
}

/// What came of letting time pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passed {
    /// It passed, or something happened.
    On,
    /// The decision of this name stands in the way.
    Stands(String),
    /// It can't pass.
    Stuck,
}

/// Lets time pass, or goes on with what is in hand. Where the pace leads nowhere, the day is ended, or the turn.
pub fn pass<G: Game>(game: &mut G, pace: Pace) -> Passed {
    const GO_ON: [Command; 3] = [Command::GoOn, Command::GoOn, Command::GoOn];
    const NOTICE: [Command; 3] = [Command::GoOn, Command::EndDay, Command::EndTurn];
    const DAY: [Command; 2] = [Command::EndDay, Command::EndTurn];
    const TURN: [Command; 1] = [Command::EndTurn];
    let ways: &[Command] = match pace {
        _ if game.state().work.hand != 0 => &GO_ON,
        Pace::Notice => &NOTICE,
        Pace::Until(until) => match way(game, &Command::GoOnUntil { until }) {
            Some(passed) => return passed,
            None => &NOTICE,
        },
        Pace::Day => &DAY,
        Pace::Turn => &TURN,
    };
    ways.iter().find_map(|command| way(game, command)).unwrap_or(Passed::Stuck)
}

/// Tries one way; nothing if it is refused, or leads nowhere.
fn way<G: Game>(game: &mut G, command: &Command) -> Option<Passed> {
    let before = standing(game.state());
    match game.give(command) {
        Ok(_) if standing(game.state()) != before => Some(Passed::On),
        Err(Refusal::AnswerFirst { decision }) => Some(Passed::Stands(decision)),
        Ok(_) | Err(_) => None,
    }
}

fn standing(state: &State) -> (Minute, u16, i32, u32, u16, bool, u32) {
    let State { clock, turn, window, work, waiting, ended, cursor, .. } = state;
    (*clock, *turn, *window, work.hand, *waiting, ended.is_some(), *cursor)
}
