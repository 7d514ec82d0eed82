//! The engine: moves the clock, lets happen what is due, and carries out what was decided elsewhere.
//!
//! In go tables, a state, luck and a sink; what happens comes out through the sink, once. The engine asks no
//! questions and refuses nothing: whether a command may be carried out is `run::decide`'s business. Play and analysis
//! call the same functions; only the sink differs.
//!
//! Order within one moment (`format.md` 3.3): waits that end, drift, chances, arrivals, triggers, deadlines,
//! decisions; within one kind by name.

mod acts;
mod answers;
mod clock;
mod effects;
mod moment;
mod waits;

pub use acts::{Filed, Hand, TELLING};

use super::log::Log;
use super::rng::Luck;
use super::state::State;
use crate::scenario::ids::DecisionId;
use crate::scenario::tables::Tables;

/// Steps between two commands after which effects that bring each other on are stopped.
pub const MOST_STEPS: u16 = 10_000;

/// Why the clock stands still again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// What was to be done is done; the moment is reached.
    Reached,
    /// Something that a person at this desk would notice.
    Noticed,
    /// Nothing more this turn: it can be ended.
    TurnOver,
    /// A decision was put.
    Posed,
    /// A decision that must be answered at once.
    AtOnce,
    /// Something found the trainee.
    Interrupted,
    /// The run is over.
    Ended,
}

/// What one moment brought that may stop the clock.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    noticed: bool,
    /// One of the three below.
    stops: bool,
    posed: bool,
    at_once: bool,
    interrupted: bool,
}

/// A run in motion.
#[derive(Debug)]
pub struct Engine<'a, L> {
    pub tables: &'a Tables,
    pub state: &'a mut State,
    pub luck: &'a mut Luck,
    pub log: &'a mut L,
    seen: Seen,
    /// The decision that was put last, since this engine was made.
    asked_last: Option<DecisionId>,
}

impl<'a, L: Log> Engine<'a, L> {
    pub fn new(tables: &'a Tables, state: &'a mut State, luck: &'a mut Luck, log: &'a mut L) -> Self {
        Self { tables, state, luck, log, seen: Seen::default(), asked_last: None }
    }

    /// The decision that was put last, if it still waits: where only one waits, that one.
    #[must_use]
    pub fn asked_last(&self) -> Option<DecisionId> {
        self.asked_last.filter(|id| self.state.has(self.tables.decisions[id.index()].waits))
    }

    /// Opens the first turn: lets happen what is due until then.
    pub fn begin(&mut self) -> Stop {
        let opens = self.tables.calendar.turns.first().map_or(self.state.clock, |turn| turn.opens);
        self.log.put(self.state.clock, super::log::Happening::TurnBegan { turn: 0 });
        self.advance(clock::Goal::Until(opens))
    }
}
