//! Looking for what no play reached: plays that lean towards it, and the shortest list of deeds that still gets there.

use std::ops::Range;

use crate::run::command::{Citation, Command};
use crate::run::engine::Stop;
use crate::run::refusal::Refusal;
use crate::run::state::State;
use crate::scenario::calendar::Minute;
use crate::scenario::model::Scenario;

use super::Dice;
use super::backward;
use super::game::{Game, Player};
use super::marks::Mark;
use super::player::Wanderer;
use super::survey::Surveyor;

/// Something that was found by looking for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub mark: Mark,
    /// The luck of the play that reached it.
    pub seed: u64,
    /// What has to be done there, with the minute at which it was begun. Whatever could be left out is.
    pub path: Vec<(Minute, Command)>,
}

/// Looks for each goal in up to `plays` plays that lean towards it. Nothing for a goal that none of them reached.
///
/// Seeds run on from `first`, the same for each goal: a goal is found or not whatever else is looked for.
#[must_use]
pub fn search(scenario: &Scenario, goals: &[Mark], first: u64, plays: u32) -> Vec<Found> {
    goals.iter().filter_map(|goal| search_one(scenario, *goal, first..first + u64::from(plays))).collect()
}

/// Looks for one goal with these seeds.
#[must_use]
pub fn search_one(scenario: &Scenario, goal: Mark, seeds: Range<u64>) -> Option<Found> {
    let leaning = backward::towards(scenario, goal);
    let mut surveyor = Surveyor::new(scenario);
    let mut player = Wanderer::leaning(scenario, leaning);
    for seed in seeds {
        surveyor.play(seed, &mut player);
        if surveyor.happened(goal) {
            let mut taped = Taped { player, tape: Vec::new() };
            surveyor.play(seed, &mut taped);
            let path = shorten(&mut surveyor, goal, seed, taped.tape);
            return Some(Found { mark: goal, seed, path });
        }
    }
    None
}

/// How the play of a seed by the player without a leaning came to something: what had to be done. Nothing if it did not.
#[must_use]
pub fn explain(scenario: &Scenario, goal: Mark, seed: u64) -> Option<Found> {
    let mut surveyor = Surveyor::new(scenario);
    let mut taped = Taped { player: Wanderer::new(scenario), tape: Vec::new() };
    surveyor.play(seed, &mut taped);
    surveyor.happened(goal).then(|| {
        let path = shorten(&mut surveyor, goal, seed, taped.tape);
        Found { mark: goal, seed, path }
    })
}

/// Leaves out of a list of commands all that is not needed to reach the goal: first what comes after it, then one deed
/// after another, the last first, and what an answer cites. Answers stay, for time may not pass without them; so does the passing of time.
fn shorten(
    surveyor: &mut Surveyor<'_>,
    goal: Mark,
    seed: u64,
    tape: Vec<(Minute, Command)>,
) -> Vec<(Minute, Command)> {
    let mut reaches = |commands: &[(Minute, Command)]| {
        surveyor.play(seed, &mut Again { commands });
        surveyor.happened(goal)
    };
    let (mut low, mut high) = (0, tape.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if reaches(&tape[..middle]) { high = middle } else { low = middle + 1 }
    }
    let mut kept = tape;
    kept.truncate(high);
    for at in (0..kept.len()).rev() {
        if let Command::Decide { committed, .. } = &mut kept[at].1 {
            let cites = std::mem::take(&mut committed.cites);
            if !cites.is_empty() && !reaches(&kept) {
                cite(&mut kept[at].1, cites);
            }
            continue;
        } else if !is_deed(&kept[at].1) {
            continue;
        }
        let left_out = kept.remove(at);
        if !reaches(&kept) {
            kept.insert(at, left_out);
        }
    }
    kept.retain(|(_, command)| is_deed(command));
    kept
}

fn cite(command: &mut Command, cites: Vec<Citation>) {
    if let Command::Decide { committed, .. } = command {
        committed.cites = cites;
    }
}

/// Whether a command does something, and does not only let time pass.
const fn is_deed(command: &Command) -> bool {
    !matches!(command, Command::GoOn | Command::GoOnUntil { .. } | Command::EndDay | Command::EndTurn)
}

/// A player whose commands are kept.
struct Taped<P> {
    player: P,
    tape: Vec<(Minute, Command)>,
}

/// A game that keeps what is done in it.
struct Recorded<'g, G> {
    game: &'g mut G,
    tape: &'g mut Vec<(Minute, Command)>,
}

impl<G: Game> Game for Recorded<'_, G> {
    fn state(&self) -> &State {
        self.game.state()
    }

    fn give(&mut self, command: &Command) -> Result<Stop, Refusal> {
        let at = self.game.state().clock;
        let done = self.game.give(command)?;
        self.tape.push((at, command.clone()));
        Ok(done)
    }
}

impl<P: Player> Player for Taped<P> {
    fn play<G: Game>(&mut self, game: &mut G, dice: &mut Dice) -> bool {
        self.tape.clear();
        self.player.play(&mut Recorded { game, tape: &mut self.tape }, dice)
    }
}

/// The same commands once more; what is refused is left out.
struct Again<'c> {
    commands: &'c [(Minute, Command)],
}

impl Player for Again<'_> {
    fn play<G: Game>(&mut self, game: &mut G, _dice: &mut Dice) -> bool {
        for (_, command) in self.commands {
            let _ = game.give(command);
        }
        true
    }
}
