//! What is open in a state: asked alike by the engine, by the gate that refuses, by replays and by players of many runs.

use super::state::State;
use crate::scenario::calendar::Minute;
use crate::scenario::ids::DecisionId;
use crate::scenario::tables::Tables;

/// Minutes that a turn still has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    /// Of those given for the turn, late ones included.
    pub given: Minute,
    /// Of office hours, up to the last closing.
    pub office: Minute,
    /// After closing. Late work goes on from closing: whoever has gone home does not come back.
    pub late: Minute,
}

impl Left {
    /// The longest thing that can be begun now.
    #[must_use]
    pub fn longest(self) -> Minute {
        self.given.min(self.office + self.late)
    }
}

impl State {
    /// The situation in which a decision would be answered now: the first whose condition holds.
    #[must_use]
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "a decision has few situations")]
    pub fn situation(&self, tables: &Tables, decision: DecisionId) -> u16 {
        let situations = tables.decisions[decision.index()].situations.of(&tables.situations);
        if situations.len() == 1 {
            return 0;
        }
        let at = situations.iter().position(|when| self.holds(tables, *when));
        at.unwrap_or(situations.len().saturating_sub(1)) as u16
    }

    /// Options of a decision that are open now, one bit each.
    #[must_use]
    #[inline]
    pub fn open_options(&self, tables: &Tables, decision: DecisionId) -> u16 {
        let row = &tables.decisions[decision.index()];
        let at_times = row.at_times_open.of(&tables.at_times_open);
        at_times
            .iter()
            .fold(row.always_open, |open, (bit, when)| if self.holds(tables, *when) { open | bit } else { open })
    }

    /// Minutes of office hours left in this turn.
    #[must_use]
    pub fn office_minutes_left(&self, tables: &Tables) -> Minute {
        let calendar = &tables.calendar;
        let offices = calendar
            .turns
            .get(usize::from(self.turn))
            .map_or(&[][..], |turn| &calendar.offices[usize::from(turn.first_office)..usize::from(turn.end_office)]);
        offices.iter().map(|office| (office.closes - office.opens.max(self.clock)).max(0)).sum()
    }

    /// What is left of this turn; nothing after the last.
    #[must_use]
    pub fn minutes_left(&self, tables: &Tables) -> Option<Left> {
        let turn = tables.calendar.turns.get(usize::from(self.turn))?;
        let late = (turn.late - self.late).max(0);
        let gone_home = self.clock - turn.closes > self.late;
        Some(Left {
            given: self.left + late,
            office: self.office_minutes_left(tables),
            late: if gone_home { 0 } else { late },
        })
    }
}
