//! The inbox: what has come, in order of arrival.

use super::look::{Came, Look, Sent};
use super::parts::{Named, Stamp, Who};
use super::words;
use crate::scenario::ids::ItemId;
use crate::scenario::raw::{Id, Via};
use crate::text::Message;

/// Whether an item has been read or heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    Unread,
    Read,
    /// Spoken, and heard as it came.
    Heard,
}

/// One arrival.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxRow {
    pub item: Id,
    /// The how-manieth time it came, from nought.
    pub nth: u16,
    /// The title of the version that came.
    pub title: String,
    pub from: Who,
    pub via: Via,
    /// "E-mail"; "Voicemail" for something spoken while nobody was there.
    pub via_words: Message,
    /// Spoken to nobody, and left as a voicemail.
    pub voicemail: bool,
    /// How far it can be relied on: the author's own words, else those for its reliability.
    pub standing: Message,
    pub came: Stamp,
    pub reading: Reading,
    /// "Unread", "Read", "Heard as it came".
    pub reading_words: Message,
    /// Minutes that opening it takes; nought once it is read.
    pub minutes: i32,
    pub case: Option<Named>,
    /// What had been asked of who sent it, if this is the first thing from them since. Whether it answers is for the
    /// trainee to see.
    pub answers: Vec<Named>,
    /// Numbers of the citations of it.
    pub cited: Vec<usize>,
    /// People it was passed on to.
    pub told_to: Vec<String>,
    /// It came in the present turn.
    pub this_turn: bool,
}

impl Look<'_> {
    pub(super) fn inbox(&self) -> Vec<InboxRow> {
        let sent = self.sent();
        let lies_in_inbox = |came: &&Came<'_>| {
            !self.tables.arrivals[came.id.index()].lands_in_file && !self.is_replaced(ItemId::Arrival(came.id))
        };
        self.came.iter().filter(lies_in_inbox).map(|came| self.inbox_row(came, &sent)).collect()
    }

    fn inbox_row(&self, came: &Came<'_>, sent: &[Sent]) -> InboxRow {
        let item = ItemId::Arrival(came.id);
        let row = &self.tables.arrivals[came.id.index()];
        let raw = self.scenario.arrival(came.id);
        let reading = match (self.is_read(item, came.nth), came.heard) {
            (false, _) => Reading::Unread,
            (true, true) => Reading::Heard,
            (true, false) => Reading::Read,
        };
        InboxRow {
            item: raw.id.clone(),
            nth: came.nth,
            title: self.arrival_title(came),
            from: self.who(row.from),
            via: raw.via,
            via_words: self.via_words(came),
            voicemail: self.is_voicemail(came),
            standing: self.arrival_standing(came.id),
            came: self.stamp(came.at),
            reading,
            reading_words: Message::new(match reading {
                Reading::Unread => "reading-unread",
                Reading::Read => "reading-read",
                Reading::Heard => "reading-heard",
            }),
            minutes: if reading == Reading::Unread { row.minutes } else { 0 },
            case: row.case.map(|case| self.case_named(case)),
            answers: self.answers(came, sent),
            cited: self.numbers_of(item),
            told_to: self.told_to(item),
            this_turn: self.turn().is_some_and(|turn| came.at >= turn.opens),
        }
    }

    /// The channel: what was said on the telephone to nobody is a voicemail.
    pub(super) fn via_words(&self, came: &Came<'_>) -> Message {
        if self.is_voicemail(came) {
            Message::new("via-left-voicemail")
        } else {
            words::via(self.scenario.arrival(came.id).via)
        }
    }

    /// A meeting or a visit that ran past the hours waits to be read as well, and is no voicemail.
    fn is_voicemail(&self, came: &Came<'_>) -> bool {
        came.missed && self.scenario.arrival(came.id).via == Via::Phone
    }

    /// What was asked of who sent this arrival, if it is the first from them since.
    pub(super) fn answers(&self, came: &Came<'_>, sent: &[Sent]) -> Vec<Named> {
        sent.iter()
            .filter(|sent| sent.answered.and_then(|at| self.came.get(at)).is_some_and(|one| one.seq == came.seq))
            .map(|sent| self.response_named(sent.response))
            .collect()
    }
}
