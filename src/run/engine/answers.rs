//! Committing an answer to a decision.

use crate::scenario::ids::DecisionId;
use crate::scenario::tables::{CitedIn, Slot};

use super::super::command::Commitment;
use super::super::log::{Happening, Log};
use super::{Engine, Seen, Stop};

impl<L: Log> Engine<'_, L> {
    /// The situation in which a decision would be answered now: the first whose condition holds.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a decision has few situations")]
    pub fn situation(&self, decision: DecisionId) -> u16 {
        let situations = self.tables.decisions[decision.index()].situations.of(&self.tables.situations);
        if situations.len() == 1 {
            return 0;
        }
        let at = situations.iter().position(|when| self.state.holds(self.tables, *when));
        at.unwrap_or(situations.len().saturating_sub(1)) as u16
    }

    /// Options that are open now, one bit each.
    #[must_use]
    pub fn open_options(&self, decision: DecisionId) -> u16 {
        let row = &self.tables.decisions[decision.index()];
        let at_times = row.at_times_open.of(&self.tables.at_times_open);
        at_times.iter().fold(
            row.always_open,
            |open, (bit, when)| {
                if self.state.holds(self.tables, *when) { open | bit } else { open }
            },
        )
    }

    /// Commits an answer. It costs no minutes; work that it broke off goes on.
    pub fn commit(&mut self, decision: DecisionId, commitment: &Commitment<'_>) -> Stop {
        self.seen = Seen::default();
        let tables = self.tables;
        let row = &tables.decisions[decision.index()];
        let situation = self.situation(decision);
        self.log.put(self.state.clock, Happening::Decided { decision, situation, commitment });
        self.state.clear(row.waits);
        self.state.set(row.answered);
        self.state.waiting -= 1;
        for cited in tables.cited.iter().filter(|cited| commitment.cites.contains(&cited.item)) {
            if matches!(cited.within, CitedIn::Anywhere) || cited.within == CitedIn::Decision(decision) {
                self.state.set(cited.bit);
            }
        }
        if let Some(case) = row.case {
            for (risk, level) in commitment.levels {
                let first = tables.cases[case.index()].levels;
                self.state.put(Slot(first.0 + *risk as u16), *level);
            }
        }
        let options = row.options.of(&tables.options);
        for choice in commitment.taken() {
            if let Some(option) = options.get(usize::from(choice)) {
                self.state.set(option.chose);
            }
        }
        for choice in commitment.taken() {
            if let Some(option) = options.get(usize::from(choice)) {
                self.reveal(option.reveals, option.to);
                self.run(option.then);
            }
        }
        let stop = self.after();
        if stop == Stop::Reached && self.state.work.hand != 0 && !self.any_at_once() { self.resume() } else { stop }
    }

    /// Whether something that must be answered at once waits.
    #[must_use]
    pub fn any_at_once(&self) -> bool {
        self.waits_by(crate::scenario::tables::By::AtOnce)
    }

    /// Whether a decision that must be answered by then waits.
    #[must_use]
    pub fn waits_by(&self, by: crate::scenario::tables::By) -> bool {
        self.state.waiting > 0 && self.tables.decisions.iter().any(|row| row.by == by && self.state.has(row.waits))
    }
}
