//! Committing an answer to a decision.

use crate::scenario::ids::DecisionId;
use crate::scenario::tables::{CitedIn, Slot};

use super::super::command::Commitment;
use super::super::log::{Happening, Log};
use super::{Engine, Seen, Stop};

impl<L: Log> Engine<'_, L> {
    /// Commits an answer. It costs no minutes; work that it broke off goes on.
    pub fn commit(&mut self, decision: DecisionId, commitment: &Commitment<'_>) -> Stop {
        self.seen = Seen::default();
        let tables = self.tables;
        let row = &tables.decisions[decision.index()];
        let situation = self.state.situation(self.tables, decision);
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
