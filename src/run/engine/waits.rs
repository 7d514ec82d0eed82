//! Waits: what has been set going and comes later.

use crate::scenario::calendar::{Calendar, DAY, Minute, NEVER};
use crate::scenario::ids::DeadlineId;
use crate::scenario::tables::{DueRow, Length, Waited};

use super::super::log::{Happening, Log};
use super::{Engine, MOST_STEPS};

impl<L: Log> Engine<'_, L> {
    /// Counts a step. False once effects have brought each other on too often.
    pub(super) fn step(&mut self) -> bool {
        if self.state.steps < MOST_STEPS {
            self.state.steps += 1;
            return true;
        }
        if self.state.steps == MOST_STEPS {
            self.state.steps += 1;
            self.log.put(self.state.clock, Happening::RanAway);
        }
        self.state.changed = false;
        false
    }

    /// Ends every wait that is over, in order of their numbers, until none is left.
    #[inline(always)]
    pub(super) fn end_waits(&mut self) {
        if self.state.next_due <= self.state.clock {
            self.end_all_waits();
        }
    }

    #[cold]
    fn end_all_waits(&mut self) {
        while self.state.next_due <= self.state.clock && self.state.ended.is_none() {
            if !self.end_waits_once() {
                break;
            }
        }
    }

    fn end_waits_once(&mut self) -> bool {
        let tables = self.tables;
        let mut any = false;
        for (index, row) in tables.waits.iter().enumerate() {
            if self.state.waits[index] > self.state.clock || self.state.ended.is_some() {
                continue;
            }
            self.state.waits[index] = NEVER;
            any = true;
            if !self.step() {
                continue;
            }
            match row.what {
                Waited::Arrival(arrival) => self.arrive(arrival),
                Waited::Later { when, then } => {
                    if self.state.holds(tables, when) {
                        self.run(then);
                    }
                }
            }
        }
        self.find_next_due();
        any
    }

    /// The earliest end of a wait or of a deadline.
    pub(super) fn find_next_due(&mut self) {
        let deadlines = self.tables.deadlines.len();
        let waits = self.state.waits.iter().copied().min().unwrap_or(NEVER);
        let due = self.state.times[..deadlines].iter().copied().min().unwrap_or(NEVER);
        self.state.next_due = waits.min(due);
    }

    /// Starts a wait, unless it is pending already.
    pub(super) fn wait(&mut self, number: u16) {
        let row = self.tables.waits[usize::from(number)];
        if self.state.waits[usize::from(number)] != NEVER || self.state.steps > MOST_STEPS {
            return;
        }
        let mut ends = self.length(row.length);
        if let Waited::Arrival(arrival) = row.what
            && ends != NEVER
            && self.tables.arrivals[arrival.index()].interrupts.is_none()
            && ends > self.state.clock
        {
            let day = Calendar::day(ends);
            // What is due on a closed day comes when the office opens.
            if !self.tables.calendar.is_open(day) {
                ends = self.tables.calendar.next_opening(day);
            }
        }
        self.state.waits[usize::from(number)] = ends;
        self.state.next_due = self.state.next_due.min(ends);
    }

    /// When something that takes so long ends, from now.
    pub(super) fn length(&mut self, length: u16) -> Minute {
        let calendar = &self.tables.calendar;
        let clock = self.state.clock;
        match self.tables.lengths[usize::from(length)] {
            Length::Minutes(minutes) => clock.saturating_add(minutes),
            Length::WorkingDays(n) => calendar
                .working_day_after(Calendar::day(clock), u32::from(n))
                .map_or(NEVER, |day| calendar.closing(day).max(clock)),
            Length::Days(n) => clock.saturating_add(i32::from(n) * DAY),
            Length::Months(n) => calendar
                .months_after(Calendar::day(clock), i32::from(n))
                .and_then(|day| day.checked_mul(DAY))
                .map_or(NEVER, |day| day.saturating_add(clock.rem_euclid(DAY))),
            Length::Until(minute) => minute.max(clock),
            Length::Between { low, high, slot, drawn } => {
                let nth = self.count(Some(drawn));
                let most = crate::scenario::compile::CALLED_DRAWS - 1;
                let slot = slot + u32::from(nth).min(most);
                let ends = (self.tables.lengths[usize::from(low)], self.tables.lengths[usize::from(high)]);
                if let (Length::WorkingDays(low), Length::WorkingDays(high)) = ends {
                    // Working days are drawn whole, or answers would come at night.
                    let n = self.luck.between(slot, i32::from(low), i32::from(high)).unsigned_abs();
                    return calendar
                        .working_day_after(Calendar::day(clock), n)
                        .map_or(NEVER, |day| calendar.closing(day).max(clock));
                }
                let low = self.length(low);
                let high = self.length(high);
                if low == NEVER || high == NEVER { low } else { self.luck.between(slot, low, high) }
            }
        }
    }

    /// Starts a deadline, if its condition holds; one that runs gets its new date.
    pub(super) fn start(&mut self, id: DeadlineId) {
        let tables = self.tables;
        let row = &tables.deadlines[id.index()];
        if !self.state.holds(tables, row.when) {
            return;
        }
        let due = match row.due {
            DueRow::Rules(rules) => {
                let rule = rules.of(&tables.rules).iter().find(|rule| {
                    row.case.is_none_or(|case| {
                        let facts = tables.cases[case.index()].order;
                        let level = self.state.number(tables.cases[case.index()].mappa);
                        let mappa_level = u8::try_from(level).unwrap_or(0);
                        crate::policy::matches(rule.only.as_ref(), crate::policy::OrderFacts { mappa_level, ..facts })
                    })
                });
                match rule {
                    Some(rule) => rule.due,
                    None => return,
                }
            }
            due => due,
        };
        let due = match due {
            DueRow::At(minute) => minute,
            DueRow::After(length) => self.length(length),
            DueRow::Rules(_) => return,
        };
        self.state.set(row.running);
        self.state.clear(row.met);
        self.state.clear(row.missed);
        // It is missed a minute after it was due: what is done by then is in time.
        let over = due.saturating_add(1);
        self.state.times[usize::from(row.falls_due.0)] = over;
        self.state.next_due = self.state.next_due.min(over);
        self.log.put(self.state.clock, Happening::Started { deadline: id, due });
    }

    /// Calls off a running deadline.
    pub(super) fn cancel(&mut self, id: DeadlineId) {
        let row = &self.tables.deadlines[id.index()];
        if self.state.has(row.running) {
            self.state.clear(row.running);
            self.state.times[usize::from(row.falls_due.0)] = NEVER;
            self.find_next_due();
            self.log.put(self.state.clock, Happening::Cancelled { deadline: id });
        }
    }
}
