//! What the trainee does: it takes its minutes, and then what follows follows.

use crate::scenario::ids::{ArrivalId, CaseId, DocumentId, ItemId, PersonId, ResponseId};
use crate::scenario::raw::Risk;
use crate::scenario::tables::{Again, Bit, CitedIn, Slot};

use super::super::command::Filing;
use super::super::log::{Happening, Log};
use super::clock::Goal;
use super::{Engine, Seen, Stop};

/// The act in hand: what is done when its minutes have passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    Open { item: u16, nth: u16 },
    Do(ResponseId),
    File(ResponseId),
    Tell { item: u16, who: PersonId },
}

impl Hand {
    /// As a number of the state, never nought.
    fn packed(self) -> u32 {
        let (kind, a, b) = match self {
            Self::Open { item, nth } => (1, item, nth),
            Self::Do(response) => (2, response.0, 0),
            Self::File(response) => (3, response.0, 0),
            Self::Tell { item, who } => (4, item, who.0),
        };
        kind << 29 | u32::from(a) << 16 | u32::from(b)
    }

    /// What a number of the state stands for.
    #[must_use]
    pub fn unpacked(hand: u32) -> Option<Self> {
        let (a, b) = ((hand >> 16 & 0x1FFF) as u16, (hand & 0xFFFF) as u16);
        match hand >> 29 {
            1 => Some(Self::Open { item: a, nth: b }),
            2 => Some(Self::Do(ResponseId(a))),
            3 => Some(Self::File(ResponseId(a))),
            4 => Some(Self::Tell { item: a, who: PersonId(b) }),
            _ => None,
        }
    }
}

/// Facts and levels that a filed form makes true.
#[derive(Debug, Clone, Default)]
pub struct Filed {
    /// Ticks: field and choice.
    pub ticks: Vec<(u16, u16)>,
    /// Rating by category.
    pub levels: Vec<(Risk, i16)>,
    /// Items cited, by number.
    pub cites: Vec<u16>,
}

impl<L: Log> Engine<'_, L> {
    /// Reads something that waits to be opened.
    pub fn open(&mut self, item: ItemId, nth: u16) -> Stop {
        let (number, minutes) = match item {
            ItemId::Arrival(id) => (id.0, self.tables.arrivals[id.index()].minutes),
            ItemId::Document(id) => (self.number_of(item), self.tables.documents[id.index()].minutes),
        };
        self.log.put(self.state.clock, Happening::Opened { item, nth, minutes });
        self.take(Hand::Open { item: number, nth }, minutes, None)
    }

    /// Does a response that carries no form.
    pub fn act(&mut self, response: ResponseId) -> Stop {
        let minutes = self.tables.responses[response.index()].minutes;
        self.log.put(self.state.clock, Happening::Did { response, minutes });
        self.take(Hand::Do(response), minutes, None)
    }

    /// Files a form. `filed` says what becomes true, `filing` what was written.
    pub fn file(&mut self, response: ResponseId, case: Option<CaseId>, filed: &Filed, filing: &Filing) -> Stop {
        let row = &self.tables.responses[response.index()];
        let minutes = row.minutes;
        self.log.put(self.state.clock, Happening::Filed { response, case, minutes, filing });
        // Another form may be in hand, broken off by what this one answers: it keeps what it will make true.
        let other = (self.state.work.hand != 0).then(|| {
            let words = vec![0; self.state.held.len()];
            (std::mem::replace(&mut self.state.held, words), std::mem::take(&mut self.state.held_levels))
        });
        self.hold(response, case, filed);
        let stop = self.take(Hand::File(response), minutes, case);
        if let Some((held, levels)) = other {
            self.state.held = held;
            self.state.held_levels = levels;
        }
        stop
    }

    /// Passes an item on to a person.
    pub fn tell(&mut self, item: ItemId, who: PersonId) -> Stop {
        let minutes = TELLING;
        self.log.put(self.state.clock, Happening::Told { item, who, minutes });
        let number = self.number_of(item);
        self.take(Hand::Tell { item: number, who }, minutes, None)
    }

    #[expect(clippy::cast_possible_truncation, reason = "check refuses over 2,047 ids")]
    fn number_of(&self, item: ItemId) -> u16 {
        match item {
            ItemId::Arrival(id) => id.0,
            ItemId::Document(id) => self.tables.arrivals.len() as u16 + id.0,
        }
    }

    /// Takes something in hand, pays for it, and works at it until it is done or something stops it.
    fn take(&mut self, hand: Hand, minutes: i32, case: Option<CaseId>) -> Stop {
        self.seen = Seen::default();
        if self.state.window > 0 || self.state.work.hand != 0 {
            return self.take_between(hand, minutes, case);
        }
        let from_budget = minutes.min(self.state.left).max(0);
        let over = (minutes - from_budget).max(minutes - self.state.office_minutes_left(self.tables)).max(0);
        self.state.left -= from_budget;
        if over > 0 {
            self.state.late += over;
            self.log.put(self.state.clock, Happening::WorkedLate { minutes: over });
        }
        self.state.work.owed += minutes;
        self.state.work.hand = hand.packed();
        self.state.work.case = case.map_or(0, |case| case.0 + 1);
        let stop = self.advance(Goal::Work);
        if stop == Stop::Reached { self.complete() } else { stop }
    }

    /// Does something short in the middle of something else, or at night: it is not broken off.
    fn take_between(&mut self, hand: Hand, minutes: i32, case: Option<CaseId>) -> Stop {
        if self.state.window > 0 {
            self.state.window = (self.state.window - minutes).max(0);
        } else {
            self.state.left = (self.state.left - minutes).max(0);
        }
        let until = self.state.clock + minutes;
        let before = self.state.work;
        self.state.work.talk = 0;
        let mut stop = self.advance(Goal::Until(until));
        while self.state.clock < until && stop != Stop::Ended {
            stop = self.advance(Goal::Until(until));
        }
        self.state.work.hand = hand.packed();
        self.state.work.case = case.map_or(0, |case| case.0 + 1);
        let after = self.complete();
        self.state.work = super::super::state::Work { talk: before.talk + self.state.work.talk, ..before };
        if after == Stop::Reached { stop } else { after }
    }

    /// Works on at what was broken off.
    pub fn resume(&mut self) -> Stop {
        let stop = self.advance(Goal::Work);
        if stop != Stop::Reached {
            return stop;
        }
        self.log.put(self.state.clock, Happening::Finished);
        self.complete()
    }

    /// The act in hand is done: what follows from it follows.
    fn complete(&mut self) -> Stop {
        let hand = Hand::unpacked(self.state.work.hand);
        self.state.work.hand = 0;
        match hand {
            Some(Hand::Open { item, nth }) => self.opened(item, nth),
            Some(Hand::Do(response)) => self.done(response),
            Some(Hand::File(response)) => self.filed(response),
            Some(Hand::Tell { item, who }) => self.told(item, who),
            None => {}
        }
        self.after()
    }

    /// Settles what a command changed, and says whether it stops anything.
    pub(super) fn after(&mut self) -> Stop {
        self.state.changed = true;
        self.end_waits();
        self.settle();
        self.log.settled(self.state);
        if self.state.ended.is_some() {
            Stop::Ended
        } else if self.seen.at_once {
            Stop::AtOnce
        } else if self.seen.interrupted {
            Stop::Interrupted
        } else if self.seen.posed {
            Stop::Posed
        } else {
            Stop::Reached
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "check refuses over 2,047 ids")]
    fn opened(&mut self, item: u16, nth: u16) {
        let arrivals = self.tables.arrivals.len() as u16;
        if item < arrivals {
            self.open_arrival(ArrivalId(item), nth);
        } else {
            let row = &self.tables.documents[DocumentId(item - arrivals).index()];
            self.state.set(row.opened);
            self.settle_claims(row.settles);
        }
    }

    /// An arrival has been read or heard.
    pub(super) fn open_arrival(&mut self, id: ArrivalId, nth: u16) {
        let row = &self.tables.arrivals[id.index()];
        self.state.set(row.opened);
        self.state.set(Bit(row.opened_first.0 + if row.most > 1 { nth } else { 0 }));
        self.settle_claims(row.settles);
    }

    fn settle_claims(&mut self, settles: crate::scenario::tables::Span) {
        for bit in settles.of(&self.tables.settles) {
            self.state.set(*bit);
        }
    }

    fn done(&mut self, response: ResponseId) {
        let row = &self.tables.responses[response.index()];
        self.state.set(row.done);
        if let Again::After { length, from } = row.again {
            let again = self.length(length);
            self.state.times[usize::from(from.0)] = again;
        }
        self.reveal(row.reveals, row.to);
        self.run(row.then);
    }

    /// Keeps what a form will make true until it is filed.
    fn hold(&mut self, response: ResponseId, case: Option<CaseId>, filed: &Filed) {
        let tables = self.tables;
        let Some(form) = tables.responses[response.index()].form else { return };
        let held = &mut self.state.held;
        let mut hold = |bit: Bit| held[usize::from(bit.0 / 64)] |= 1 << (bit.0 % 64);
        for row in tables.filed.iter().filter(|row| row.form == form) {
            if row.case.is_none() || row.case == case {
                hold(row.bit);
            }
        }
        for row in tables.entered.iter().filter(|row| row.form == form) {
            if filed.ticks.contains(&(row.field, row.choice)) {
                hold(row.bit);
            }
        }
        for row in &tables.cited {
            let here = match row.within {
                CitedIn::Anywhere => true,
                CitedIn::Response(within) => within == response,
                CitedIn::Form(within) => within == form,
                CitedIn::Decision(_) => false,
            };
            if here && filed.cites.contains(&row.item) {
                hold(row.bit);
            }
        }
        self.state.held_levels = filed
            .levels
            .iter()
            .fold(0, |levels, (risk, level)| levels | (level.unsigned_abs() & 7) << (3 * *risk as u16));
    }

    fn filed(&mut self, response: ResponseId) {
        let tables = self.tables;
        let Some(form) = tables.responses[response.index()].form else { return };
        for row in tables.entered.iter().filter(|row| row.form == form) {
            self.state.clear(row.bit);
        }
        for (fact, held) in self.state.facts.iter_mut().zip(&mut self.state.held) {
            *fact |= std::mem::take(held);
        }
        let levels = std::mem::take(&mut self.state.held_levels);
        if let Some(case) = self.state.work.case.checked_sub(1) {
            for risk in Risk::ALL {
                let level = levels >> (3 * *risk as u16) & 7;
                if level > 0 {
                    let first = tables.cases[usize::from(case)].levels;
                    self.state.put(Slot(first.0 + *risk as u16), level.cast_signed());
                }
            }
        }
        self.done(response);
    }

    fn told(&mut self, item: u16, who: PersonId) {
        let tables = self.tables;
        if let Ok(at) = tables.told.binary_search_by_key(&(item, who), |row| (row.item, row.who)) {
            let row = &tables.told[at];
            if !self.state.has(row.told) {
                self.state.set(row.told);
                self.run(row.then);
            }
        }
        if let Some(reveals) = tables.item_reveals.get(usize::from(item)) {
            self.reveal(*reveals, Some(who));
        }
    }
}

/// Minutes that passing an item on takes.
pub const TELLING: i32 = 10;
