//! The state of a run: one flat record of bits, numbers and moments, sized by the scenario.
//!
//! It is computed from what happened and can always be computed again. Copying it is a few `memcpy`s; nothing in it
//! is allocated after the first copy.

use crate::scenario::calendar::{Calendar, Minute, NEVER};
use crate::scenario::ids::{ArrivalId, EndingId};
use crate::scenario::tables::{
    Again, Bit, Clause, ClockTest, Cond, Conditions, Mask, ResponseRow, Slot, Span, Tables, TimeSlot,
};

/// What stands on hold while something at once is answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Work {
    /// Minutes of talk that are still running.
    pub talk: i32,
    /// Minutes of the act in hand that are still to do.
    pub owed: i32,
    /// What is in hand: a [`super::engine::Hand`] as a number, nought for nothing.
    pub hand: u32,
    /// The case that it is about, plus one; nought for none.
    pub case: u16,
}

/// The state of a run.
#[derive(Debug, PartialEq, Eq)]
pub struct State {
    pub clock: Minute,
    /// The next entry of the agenda.
    pub cursor: u32,
    pub turn: u16,
    /// Minutes left in this turn.
    pub left: i32,
    /// Minutes worked past the end of this turn.
    pub late: i32,
    /// The run is over.
    pub ended: Option<EndingId>,
    /// Minutes that an interruption out of hours still gives.
    pub window: i32,
    /// What interrupted.
    pub interrupted_by: Option<ArrivalId>,
    pub work: Work,
    /// The earliest moment at which a wait ends or a deadline falls due.
    pub next_due: Minute,
    /// Something that triggers or deadlines read has changed.
    pub changed: bool,
    /// Decisions that wait for an answer.
    pub waiting: u16,
    /// Steps of the engine since the last command.
    pub steps: u16,
    pub facts: Vec<u64>,
    /// Ratings that the act in hand will make, three bits a category.
    pub held_levels: u16,
    /// Facts that the act in hand will make true when it is done.
    pub held: Vec<u64>,
    pub numbers: Vec<i16>,
    /// When each wait ends.
    pub waits: Vec<Minute>,
    /// When each deadline falls due; from when each response is there again.
    pub times: Vec<Minute>,
}

impl Clone for State {
    fn clone(&self) -> Self {
        let mut copy = Self {
            facts: Vec::with_capacity(self.facts.len()),
            held: Vec::with_capacity(self.held.len()),
            numbers: Vec::with_capacity(self.numbers.len()),
            waits: Vec::with_capacity(self.waits.len()),
            times: Vec::with_capacity(self.times.len()),
            ..*self
        };
        copy.clone_from(self);
        copy
    }

    /// Copies without allocating, where the other is of the same scenario.
    fn clone_from(&mut self, other: &Self) {
        self.facts.clone_from(&other.facts);
        self.held.clone_from(&other.held);
        self.numbers.clone_from(&other.numbers);
        self.waits.clone_from(&other.waits);
        self.times.clone_from(&other.times);
        let Self {
            clock,
            cursor,
            turn,
            left,
            late,
            ended,
            window,
            interrupted_by,
            work,
            next_due,
            changed,
            waiting,
            steps,
            held_levels,
            ..
        } = *other;
        self.clock = clock;
        self.cursor = cursor;
        self.turn = turn;
        self.left = left;
        self.late = late;
        self.ended = ended;
        self.window = window;
        self.interrupted_by = interrupted_by;
        self.work = work;
        self.next_due = next_due;
        self.changed = changed;
        self.waiting = waiting;
        self.steps = steps;
        self.held_levels = held_levels;
    }
}

impl State {
    /// The state before anything has happened: 00:00 of the first day.
    #[must_use]
    pub fn new(tables: &Tables) -> Self {
        Self {
            clock: tables.calendar.begins(),
            cursor: 0,
            turn: 0,
            left: tables.calendar.turns.first().map_or(0, |turn| turn.minutes),
            late: 0,
            ended: None,
            window: 0,
            interrupted_by: None,
            work: Work::default(),
            next_due: NEVER,
            changed: true,
            waiting: 0,
            steps: 0,
            held_levels: 0,
            facts: tables.facts.clone(),
            held: vec![0; tables.facts.len()],
            numbers: tables.numbers.clone(),
            waits: vec![NEVER; tables.waits.len()],
            times: vec![NEVER; tables.times],
        }
    }

    /// Goes back to the state before anything has happened, without allocating.
    pub fn reset(&mut self, tables: &Tables) {
        self.clock = tables.calendar.begins();
        self.cursor = 0;
        self.turn = 0;
        self.left = tables.calendar.turns.first().map_or(0, |turn| turn.minutes);
        self.late = 0;
        self.ended = None;
        self.window = 0;
        self.interrupted_by = None;
        self.work = Work::default();
        self.next_due = NEVER;
        self.changed = true;
        self.waiting = 0;
        self.steps = 0;
        self.held_levels = 0;
        self.facts.copy_from_slice(&tables.facts);
        self.held.fill(0);
        self.numbers.copy_from_slice(&tables.numbers);
        self.waits.fill(NEVER);
        self.times.fill(NEVER);
    }

    /// Whether a fact holds.
    #[must_use]
    #[inline(always)]
    pub fn has(&self, bit: Bit) -> bool {
        self.facts[usize::from(bit.0 / 64)] >> (bit.0 % 64) & 1 == 1
    }

    #[inline(always)]
    pub(super) fn set(&mut self, bit: Bit) {
        self.facts[usize::from(bit.0 / 64)] |= 1 << (bit.0 % 64);
        self.changed = true;
    }

    #[inline(always)]
    pub(super) fn clear(&mut self, bit: Bit) {
        self.facts[usize::from(bit.0 / 64)] &= !(1 << (bit.0 % 64));
        self.changed = true;
    }

    /// A number.
    #[must_use]
    #[inline(always)]
    pub fn number(&self, slot: Slot) -> i16 {
        self.numbers[usize::from(slot.0)]
    }

    #[inline(always)]
    pub(super) fn put(&mut self, slot: Slot, value: i16) {
        self.numbers[usize::from(slot.0)] = value;
        self.changed = true;
    }

    /// A moment.
    #[must_use]
    #[inline]
    pub fn time(&self, slot: TimeSlot) -> Minute {
        self.times[usize::from(slot.0)]
    }

    /// Whether a condition holds.
    #[must_use]
    #[inline(always)]
    pub fn holds(&self, tables: &Tables, condition: Cond) -> bool {
        condition == Cond::ALWAYS || self.asked(&tables.conditions, condition)
    }

    #[inline]
    fn asked(&self, conditions: &Conditions, condition: Cond) -> bool {
        let either = &conditions.conditions[usize::from(condition.0)];
        if self.clause_holds(conditions, &either.first) {
            return !either.never;
        }
        either.others.len > 0 && self.any_holds(conditions, either.others)
    }

    fn any_holds(&self, conditions: &Conditions, clauses: Span) -> bool {
        clauses.of(&conditions.clauses).iter().any(|clause| self.clause_holds(conditions, clause))
    }

    #[inline(always)]
    fn clause_holds(&self, conditions: &Conditions, clause: &Clause) -> bool {
        let [one, two] = clause.tests;
        self.mask_holds(clause.first)
            && one.passes(self.number(one.slot))
            && two.passes(self.number(two.slot))
            && (!clause.more || self.more_holds(conditions, clause))
    }

    fn more_holds(&self, conditions: &Conditions, clause: &Clause) -> bool {
        clause.more_tests.of(&conditions.tests).iter().all(|test| test.passes(self.number(test.slot)))
            && clause.masks.of(&conditions.masks).iter().all(|mask| self.mask_holds(*mask))
            && clause.clock.of(&conditions.clock).iter().all(|test| self.is_time(*test))
    }

    #[inline(always)]
    fn mask_holds(&self, mask: Mask) -> bool {
        let word = self.facts[usize::from(mask.word)];
        word & mask.set == mask.set && word & mask.clear == 0
    }

    const fn is_time(&self, test: ClockTest) -> bool {
        match test {
            ClockTest::From(minute) => self.clock >= minute,
            ClockTest::Before(minute) => self.clock < minute,
        }
    }

    /// Whether somebody is at the desk: in office hours of the turn that is played.
    #[must_use]
    pub fn is_open(&self, calendar: &Calendar) -> bool {
        calendar.turns.get(usize::from(self.turn)).is_some_and(|turn| {
            calendar.offices[usize::from(turn.first_office)..usize::from(turn.end_office)]
                .iter()
                .any(|office| office.opens <= self.clock && self.clock <= office.closes)
        })
    }

    /// From when a response is there again, if it was done and comes back.
    #[must_use]
    pub fn again_from(&self, row: &ResponseRow) -> Option<Minute> {
        match row.again {
            Again::After { from, .. } if self.has(row.done) => Some(self.time(from)),
            _ => None,
        }
    }

    /// A hash of the whole state, the same on every machine.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        let mut bytes: Vec<u8> = Vec::new();
        let ended = self.ended.map_or(-1, |ending| i32::from(ending.0));
        let interrupted = self.interrupted_by.map_or(-1, |arrival| i32::from(arrival.0));
        let cursor = i32::try_from(self.cursor).unwrap_or(-1);
        let hand = i32::from_le_bytes(self.work.hand.to_le_bytes());
        for n in [
            self.clock,
            cursor,
            i32::from(self.turn),
            self.left,
            self.late,
            ended,
            self.window,
            interrupted,
            self.work.talk,
            self.work.owed,
            hand,
            i32::from(self.work.case),
            i32::from(self.waiting),
            i32::from(self.held_levels),
        ] {
            bytes.extend(n.to_le_bytes());
        }
        for word in self.facts.iter().chain(&self.held) {
            bytes.extend(word.to_le_bytes());
        }
        for number in &self.numbers {
            bytes.extend(number.to_le_bytes());
        }
        for minute in self.waits.iter().chain(&self.times) {
            bytes.extend(minute.to_le_bytes());
        }
        *blake3::hash(&bytes).as_bytes()
    }
}
