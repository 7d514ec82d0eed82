//! One emission, three sinks: nothing, four bytes an entry, or whole events.
//!
//! The engine says what happened once, as a [`Happening`]; a [`Log`] makes of it what it needs. With [`Silent`] the
//! compiler leaves nothing of it behind.

use crate::scenario::calendar::{DAY, Minute};
use crate::scenario::ids::{
    ArrivalId, CaseId, ChanceId, DeadlineId, DecisionId, DriftId, EndingId, ItemId, PersonId, ResponseId, SecretId,
};

use super::command::{Commitment, Filing};
use super::state::State;

/// What happened, with typed ids. Texts that a person wrote are lent.
#[derive(Debug, Clone, Copy)]
pub enum Happening<'a> {
    /// An arrival came; `heard` at once, or left as a voicemail because nobody was there (`missed`).
    Arrived {
        arrival: ArrivalId,
        nth: u16,
        version: Option<u16>,
        heard: bool,
        missed: bool,
    },
    /// It found the trainee out of hours, with so many minutes.
    Interrupted {
        arrival: ArrivalId,
        minutes: i32,
    },
    Opened {
        item: ItemId,
        nth: u16,
        minutes: i32,
    },
    Did {
        response: ResponseId,
        minutes: i32,
    },
    Filed {
        response: ResponseId,
        case: Option<CaseId>,
        minutes: i32,
        filing: &'a Filing,
    },
    Told {
        item: ItemId,
        who: PersonId,
        minutes: i32,
    },
    /// An act that was broken off by something at once has been finished.
    Finished,
    /// Minutes were worked past the end of the turn.
    WorkedLate {
        minutes: i32,
    },
    Posed {
        decision: DecisionId,
    },
    /// A decision whose guard failed: gone for good.
    Skipped {
        decision: DecisionId,
    },
    Decided {
        decision: DecisionId,
        situation: u16,
        commitment: &'a Commitment<'a>,
    },
    Drifted {
        drift: DriftId,
    },
    Happened {
        chance: ChanceId,
        outcome: u16,
    },
    Started {
        deadline: DeadlineId,
        due: Minute,
    },
    Met {
        deadline: DeadlineId,
    },
    Missed {
        deadline: DeadlineId,
    },
    Cancelled {
        deadline: DeadlineId,
    },
    CalledOff {
        arrival: ArrivalId,
    },
    Leaked {
        secret: SecretId,
        to: PersonId,
    },
    Allocated {
        case: CaseId,
    },
    Closed {
        case: CaseId,
    },
    MappaIs {
        case: CaseId,
        level: i16,
    },
    TierIs {
        case: CaseId,
        tier: i16,
    },
    WentOn,
    WentOnUntil {
        until: Minute,
    },
    DayEnded,
    TurnEnded,
    TurnBegan {
        turn: u16,
    },
    Ended {
        ending: EndingId,
    },
    /// Effects brought each other on for ten thousand steps: an author's mistake, stopped here.
    RanAway,
}

/// A sink of what happens.
pub trait Log {
    /// Takes what happened at a minute.
    fn put(&mut self, at: Minute, happening: Happening<'_>);

    /// Everything due at this minute has happened: conditions may be tested.
    fn settled(&mut self, state: &State) {
        let _ = state;
    }
}

/// Keeps nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Log for Silent {
    #[inline]
    fn put(&mut self, _at: Minute, _happening: Happening<'_>) {}
}

/// Kinds of entries in a compact log, in its five upper bits.
pub mod kind {
    pub const CLOCK: u32 = 1;
    pub const DAY: u32 = 2;
    pub const ARRIVED: u32 = 3;
    pub const HAPPENED: u32 = 4;
    pub const CHOSE: u32 = 5;
    pub const ENDED: u32 = 6;
    pub const OPENED: u32 = 7;
    pub const DID: u32 = 8;
    pub const FILED: u32 = 9;
    pub const TOLD: u32 = 10;
    pub const DRIFTED: u32 = 11;
    pub const SKIPPED: u32 = 13;
    pub const STARTED: u32 = 14;
    pub const MET: u32 = 15;
    pub const MISSED: u32 = 16;
    pub const CANCELLED: u32 = 17;
    pub const LEAKED: u32 = 18;
    pub const CASE: u32 = 19;
    pub const ANSWERED: u32 = 20;
    pub const RAN_AWAY: u32 = 22;
}

/// Four bytes an entry: five bits of kind, eleven of id, sixteen of payload. The day and the minute of the day are
/// entries of their own, written before the first entry at a new one.
#[derive(Debug, Clone)]
pub struct Compact {
    pub entries: Vec<u32>,
    at: Minute,
    /// 00:00 of the day that was written last.
    day: Minute,
}

impl Default for Compact {
    fn default() -> Self {
        Self { entries: Vec::new(), at: Minute::MIN, day: 0 }
    }
}

impl Compact {
    /// Begins another play without giving back memory.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.at = Minute::MIN;
        self.day = 0;
    }

    #[inline(always)]
    fn push(&mut self, kind: u32, id: u16, payload: u16) {
        self.entries.push(kind << 27 | u32::from(id) << 16 | u32::from(payload));
    }

    /// Writes the day and the minute, where they are new. No division on the day that was written last.
    #[inline(always)]
    fn stamp(&mut self, at: Minute) {
        if at != self.at {
            self.move_to(at);
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a day and a minute of a day are short"
    )]
    fn move_to(&mut self, at: Minute) {
        let fresh = self.at == Minute::MIN;
        let was = self.at.wrapping_sub(self.day);
        let mut minute = at - self.day;
        if fresh || !(0..DAY).contains(&minute) {
            let day = at.div_euclid(DAY);
            self.day = day * DAY;
            minute = at - self.day;
            self.push(kind::DAY, 0, day as i16 as u16);
        }
        if fresh || minute != was {
            self.push(kind::CLOCK, 0, minute as u16);
        }
        self.at = at;
    }
}

impl Log for Compact {
    #[expect(clippy::cast_sign_loss, reason = "levels and tiers are small")]
    #[inline(always)]
    fn put(&mut self, at: Minute, happening: Happening<'_>) {
        /// Arrivals and documents share the id; the topmost bit of the payload tells documents.
        const DOCUMENT: u16 = 1 << 15;
        let (kind, id, payload) = match happening {
            Happening::Arrived { arrival, nth, .. } => (kind::ARRIVED, arrival.0, nth),
            Happening::Interrupted { .. } | Happening::Finished | Happening::WorkedLate { .. } => return,
            Happening::Opened { item: ItemId::Arrival(id), nth, .. } => (kind::OPENED, id.0, nth),
            Happening::Opened { item: ItemId::Document(id), .. } => (kind::OPENED, id.0, DOCUMENT),
            Happening::Did { response, .. } => (kind::DID, response.0, 0),
            Happening::Filed { response, case, .. } => (kind::FILED, response.0, case.map_or(0, |case| case.0 + 1)),
            Happening::Told { item: ItemId::Arrival(id), who, .. } => (kind::TOLD, id.0, who.0),
            Happening::Told { item: ItemId::Document(id), who, .. } => (kind::TOLD, id.0, who.0 | DOCUMENT),
            Happening::Skipped { decision } => (kind::SKIPPED, decision.0, 0),
            Happening::Decided { decision, situation, commitment } => {
                self.stamp(at);
                if situation > 0 {
                    self.push(kind::ANSWERED, decision.0, situation);
                }
                for choice in commitment.choices {
                    self.push(kind::CHOSE, decision.0, *choice);
                }
                return;
            }
            Happening::Drifted { drift } => (kind::DRIFTED, drift.0, 0),
            Happening::Happened { chance, outcome } => (kind::HAPPENED, chance.0, outcome),
            Happening::Started { deadline, .. } => (kind::STARTED, deadline.0, 0),
            Happening::Met { deadline } => (kind::MET, deadline.0, 0),
            Happening::Missed { deadline } => (kind::MISSED, deadline.0, 0),
            Happening::Cancelled { deadline } => (kind::CANCELLED, deadline.0, 0),
            Happening::CalledOff { arrival } => (kind::CANCELLED, arrival.0, 1),
            Happening::Leaked { secret, to } => (kind::LEAKED, secret.0, to.0),
            Happening::Allocated { case } => (kind::CASE, case.0, 0),
            Happening::Closed { case } => (kind::CASE, case.0, 1),
            Happening::MappaIs { case, level } => (kind::CASE, case.0, 0x100 | level as u16),
            Happening::TierIs { case, tier } => (kind::CASE, case.0, 0x200 | tier as u16),
            // What a player does to move the clock, and what is answered anyway, would only fill the log.
            Happening::Posed { .. }
            | Happening::WentOn
            | Happening::WentOnUntil { .. }
            | Happening::DayEnded
            | Happening::TurnEnded
            | Happening::TurnBegan { .. } => return,
            Happening::Ended { ending } => (kind::ENDED, ending.0, 0),
            Happening::RanAway => (kind::RAN_AWAY, 0, 0),
        };
        self.stamp(at);
        self.push(kind, id, payload);
    }
}
