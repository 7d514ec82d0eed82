//! What happens at one moment, in its order.

use crate::scenario::ids::{ArrivalId, ChanceId, DeadlineId, DecisionId, DriftId, EndingId};
use crate::scenario::tables::{Bit, By, Phase, Slot, Triggered};

use super::super::log::{Happening, Log};
use super::Engine;

impl<L: Log> Engine<'_, L> {
    /// Lets everything happen that is due by now.
    #[inline]
    pub(super) fn moment(&mut self) {
        let tables = self.tables;
        self.end_waits();
        let mut reacted = !tables.reacts;
        while let Some(due) = tables.agenda.get(self.state.cursor as usize) {
            if due.at > self.state.clock || self.state.ended.is_some() {
                break;
            }
            if !reacted && due.phase > Phase::Arrival {
                self.react_to_all();
                reacted = true;
            }
            self.state.cursor += 1;
            match due.phase {
                Phase::Tick => self.state.changed = true,
                Phase::Drift => self.drift(DriftId(due.item)),
                Phase::Chance => self.chance(ChanceId(due.item), due.nth),
                Phase::Arrival => self.arrive(ArrivalId(due.item)),
                Phase::Deadline => self.start(DeadlineId(due.item)),
                Phase::Decision => self.pose(DecisionId(due.item)),
            }
            self.end_waits();
        }
        if tables.reacts {
            self.react_to_all();
        }
        self.log.settled(self.state);
    }

    /// Triggers, then deadlines, then whatever those set off.
    fn react_to_all(&mut self) {
        self.settle();
        self.fall_due();
        self.settle();
    }

    /// The minute of the next entry of the agenda.
    #[inline(always)]
    pub(super) fn next_dated(&self) -> crate::scenario::calendar::Minute {
        self.tables.agenda.get(self.state.cursor as usize).map_or(crate::scenario::calendar::NEVER, |due| due.at)
    }

    /// Fires triggers whose condition has become true, and meets deadlines whose condition holds, until nothing
    /// changes any more.
    #[inline(always)]
    pub(super) fn settle(&mut self) {
        if self.tables.reacts && self.state.changed {
            self.react();
        }
    }

    fn react(&mut self) {
        let tables = self.tables;
        while self.state.changed && self.state.ended.is_none() {
            self.state.changed = false;
            for trigger in &tables.triggers {
                if self.state.has(trigger.fired) || !self.state.holds(tables, trigger.when) {
                    continue;
                }
                if !self.step() {
                    return;
                }
                self.state.set(trigger.fired);
                match trigger.what {
                    Triggered::Drift(id) => self.drift(id),
                    Triggered::Chance(id) => self.chance(id, 0),
                    Triggered::Arrival(id) => self.arrive(id),
                    Triggered::Deadline(id) => self.start(id),
                    Triggered::Decision(id) => self.pose(id),
                }
                self.end_waits();
            }
            self.meet();
        }
    }

    /// Meets running deadlines whose condition holds.
    #[expect(clippy::cast_possible_truncation, reason = "there are at most 2,047 deadlines")]
    fn meet(&mut self) {
        let tables = self.tables;
        for (index, row) in tables.deadlines.iter().enumerate() {
            if self.state.has(row.running) && self.state.holds(tables, row.met_by) {
                self.state.clear(row.running);
                self.state.set(row.met);
                self.state.times[usize::from(row.falls_due.0)] = crate::scenario::calendar::NEVER;
                self.log.put(self.state.clock, Happening::Met { deadline: DeadlineId(index as u16) });
                self.run(row.if_met);
                self.end_waits();
            }
        }
    }

    /// Misses running deadlines whose time is over.
    #[inline]
    fn fall_due(&mut self) {
        if self.state.next_due <= self.state.clock {
            self.miss();
        }
    }

    #[cold]
    #[expect(clippy::cast_possible_truncation, reason = "there are at most 2,047 deadlines")]
    fn miss(&mut self) {
        let tables = self.tables;
        for (index, row) in tables.deadlines.iter().enumerate() {
            let slot = usize::from(row.falls_due.0);
            if self.state.times[slot] > self.state.clock {
                continue;
            }
            self.state.times[slot] = crate::scenario::calendar::NEVER;
            self.state.clear(row.running);
            self.state.set(row.missed);
            self.log.put(self.state.clock, Happening::Missed { deadline: DeadlineId(index as u16) });
            let told = row.told_by.of(&tables.told_by).iter().any(|bit| self.state.has(*bit));
            self.seen.noticed |= !row.untold || told;
            self.run(row.if_missed);
            self.end_waits();
        }
        self.find_next_due();
    }

    pub(super) fn drift(&mut self, id: DriftId) {
        let row = &self.tables.drift[id.index()];
        if self.state.holds(self.tables, row.when) {
            self.log.put(self.state.clock, Happening::Drifted { drift: id });
            self.run(row.then);
        }
    }

    /// Draws a chance that is dated or triggered: each occurrence has its own draw.
    #[inline]
    fn chance(&mut self, id: ChanceId, nth: u16) {
        let row = &self.tables.chances[id.index()];
        if row.over.is_some_and(|over| self.state.has(over)) || !self.state.holds(self.tables, row.when) {
            return;
        }
        self.draw(id, nth);
    }

    /// Draws a chance that is called: the draw is that of how often it has been drawn.
    pub(super) fn called_chance(&mut self, id: ChanceId) {
        let row = &self.tables.chances[id.index()];
        if row.over.is_some_and(|over| self.state.has(over)) || !self.state.holds(self.tables, row.when) {
            return;
        }
        let nth = self.count(row.drawn);
        self.draw(id, nth);
    }

    /// How often something was drawn before; counts this time.
    pub(super) fn count(&mut self, drawn: Option<Slot>) -> u16 {
        let Some(slot) = drawn else { return 0 };
        let before = self.state.number(slot);
        self.state.put(slot, before.saturating_add(1));
        before.unsigned_abs()
    }

    #[expect(clippy::cast_possible_truncation, reason = "a chance has few outcomes")]
    #[inline]
    fn draw(&mut self, id: ChanceId, nth: u16) {
        let tables = self.tables;
        let row = &tables.chances[id.index()];
        let point = self.luck.point(row.slot + u32::from(nth.min(row.most.saturating_sub(1))));
        let mut threshold = 0;
        for (index, outcome) in row.outcomes.of(&tables.outcomes).iter().enumerate() {
            let mut odds = outcome.odds;
            for shift in outcome.shifts.of(&tables.shifts) {
                if self.state.holds(tables, shift.when) {
                    odds += shift.by;
                }
            }
            threshold += odds.clamp(0, crate::scenario::raw::Odds::ONE);
            if point < threshold {
                if let Some(over) = row.over {
                    self.state.set(over);
                }
                self.log.put(self.state.clock, Happening::Happened { chance: id, outcome: index as u16 });
                self.run(outcome.then);
                return;
            }
        }
    }

    /// Lets an arrival come, if its condition holds.
    #[inline(always)]
    pub(super) fn arrive(&mut self, id: ArrivalId) {
        let tables = self.tables;
        let row = &tables.arrivals[id.index()];
        if !self.state.holds(tables, row.when) {
            return;
        }
        if row.plain {
            self.state.put(row.came, 1);
            self.state.set(row.seen);
            self.seen.noticed = true;
            let plain = Happening::Arrived { arrival: id, nth: 0, version: None, heard: false, missed: false };
            self.log.put(self.state.clock, plain);
            return;
        }
        self.arrive_in_some_way(id);
    }

    #[expect(clippy::cast_possible_truncation, reason = "an arrival has few versions")]
    fn arrive_in_some_way(&mut self, id: ArrivalId) {
        let tables = self.tables;
        let row = &tables.arrivals[id.index()];
        let came = self.state.number(row.came);
        self.state.put(row.came, came.saturating_add(1));
        self.state.set(row.seen);
        let mut nth = 0;
        if row.most > 1 {
            nth = came.unsigned_abs().min(row.most - 1);
            self.state.clear(Bit(row.opened_first.0 + nth));
        }
        let mut version = None;
        if !row.versions.is_empty() {
            let versions = row.versions.of(&tables.versions);
            version = versions.iter().position(|when| self.state.holds(tables, *when)).map(|at| at as u16);
        }
        let mut heard = false;
        let mut missed = false;
        if row.spoken || row.interrupts.is_some() {
            let attended = self.is_attended();
            heard = row.spoken && (attended || row.interrupts.is_some());
            missed = row.spoken && !heard;
        }
        self.log.put(self.state.clock, Happening::Arrived { arrival: id, nth, version, heard, missed });
        if let Some(minutes) = row.interrupts {
            self.interrupt(id, minutes);
        }
        if heard {
            self.hear(id, nth);
        }
        self.seen.noticed |= !row.lands_in_file;
        self.run(row.then);
    }

    /// Something finds the trainee: out of hours, with so many minutes.
    fn interrupt(&mut self, arrival: ArrivalId, minutes: i32) {
        self.seen.stops = true;
        self.seen.interrupted = true;
        self.state.interrupted_by = Some(arrival);
        if !self.is_attended() {
            self.state.window = minutes;
            self.log.put(self.state.clock, Happening::Interrupted { arrival, minutes });
        }
    }

    /// What is spoken is heard as it comes, and costs its minutes as far as there are any.
    fn hear(&mut self, id: ArrivalId, nth: u16) {
        let row = &self.tables.arrivals[id.index()];
        let there = if self.state.window > 0 { &mut self.state.window } else { &mut self.state.left };
        let minutes = row.minutes.min(*there).max(0);
        *there -= minutes;
        self.state.work.talk += minutes;
        let item = crate::scenario::ids::ItemId::Arrival(id);
        self.log.put(self.state.clock, Happening::Opened { item, nth, minutes });
        self.open_arrival(id, nth);
    }

    /// Puts a decision, once; one whose guard fails is skipped for good.
    pub(super) fn pose(&mut self, id: DecisionId) {
        let row = &self.tables.decisions[id.index()];
        if self.state.has(row.put) {
            return;
        }
        self.state.set(row.put);
        if !self.state.holds(self.tables, row.when) {
            self.log.put(self.state.clock, Happening::Skipped { decision: id });
            return;
        }
        self.state.set(row.waits);
        self.state.waiting += 1;
        self.asked_last = Some(id);
        self.seen.stops = true;
        self.seen.posed = true;
        self.seen.noticed = true;
        self.seen.at_once |= row.by == By::AtOnce;
        self.log.put(self.state.clock, Happening::Posed { decision: id });
    }

    /// Ends the run, once.
    pub(super) fn finish(&mut self, ending: EndingId) {
        if self.state.ended.is_none() {
            self.state.ended = Some(ending);
            self.log.put(self.state.clock, Happening::Ended { ending });
        }
    }

    /// The calendar is over: the first ending in the list that holds.
    #[expect(clippy::cast_possible_truncation, reason = "there are at most 2,047 endings")]
    pub(super) fn end(&mut self) {
        let tables = self.tables;
        for (index, row) in tables.endings.iter().enumerate() {
            if row.called || !self.state.holds(tables, row.when) {
                continue;
            }
            if row.odds.is_none_or(|(odds, slot)| self.luck.point(slot) < odds) {
                self.finish(EndingId(index as u16));
                break;
            }
        }
        // `check` sees to it that the last ending is open; a calibration set has none, and ends all the same.
        self.finish(EndingId(u16::MAX));
        self.log.settled(self.state);
    }
}
