//! The lanes of the chronology: which there are, what they are called, and the levels of risk that lie in them.

use super::super::look::Look;
use super::super::risk_over_time::{Rated, rated_words};
use super::super::senders::{self, Sender};
use super::super::{chronology, when};
use super::{Drawn, Lane, LaneKind, Place, Segment};
use crate::scenario::calendar::Calendar;
use crate::scenario::ids::{CaseId, ItemId, PersonId};
use crate::scenario::raw::Risk;
use crate::scenario::symbols::YOU;
use crate::text::Message;

impl Look<'_> {
    /// The lane of a document: of whoever wrote it.
    pub(super) fn lane_of_document(&self, item: &str) -> LaneKind {
        let by = match self.scenario.item_called(item) {
            Some(ItemId::Document(id)) => self.scenario.document(id).by.as_deref(),
            Some(ItemId::Arrival(id)) => Some(&*self.scenario.arrival(id).from),
            None => None,
        };
        match by {
            Some(YOU) => LaneKind::Yours,
            Some(by) => self.lane_from(by),
            None => LaneKind::Record,
        }
    }

    pub(super) fn lane_from(&self, who: &str) -> LaneKind {
        self.scenario
            .person_called(who)
            .map_or(LaneKind::Record, |id| LaneKind::From(Sender::of(self.scenario.person(id).role)))
    }

    pub(super) fn lane(&self, (kind, case): Place, several: bool, drawn: &[Drawn]) -> Lane {
        let words = match kind {
            LaneKind::Risk(risk) => risk_lane(risk),
            LaneKind::Deadlines => Message::new("lane-deadlines"),
            LaneKind::Record => Message::new("lane-record"),
            LaneKind::From(sender) => Message::new("lane-from").with("who", self.sender_words(sender, drawn)),
            LaneKind::Yours => Message::new("lane-yours"),
        };
        let segments = match (kind, case) {
            (LaneKind::Risk(risk), Some(case)) => self.segments(case, risk),
            _ => Vec::new(),
        };
        Lane { kind, case: case.filter(|_| several).map(|case| self.case_named(case)), words, segments }
    }

    /// Whom a lane is from: those on probation by name, others by what they are, of those from whom something came.
    fn sender_words(&self, sender: Sender, drawn: &[Drawn]) -> Message {
        let mut people: Vec<PersonId> = Vec::new();
        for one in drawn {
            let from = match &one.line.mark {
                chronology::Mark::Arrival { from, .. } => self.scenario.person_called(from),
                chronology::Mark::Document { item, .. } => match self.scenario.item_called(item) {
                    Some(ItemId::Document(id)) => {
                        self.scenario.document(id).by.as_deref().and_then(|by| self.scenario.person_called(by))
                    }
                    Some(ItemId::Arrival(id)) => Some(self.tables.arrivals[id.index()].from),
                    None => None,
                },
                _ => None,
            };
            people.extend(from.filter(|from| !people.contains(from)));
        }
        people.retain(|id| Sender::of(self.scenario.person(*id).role) == sender);
        if sender == Sender::Person {
            let names = people.iter().map(|id| Message::verbatim(self.name(*id))).collect();
            return Message::listed(names).unwrap_or_else(|| Message::new("nothing"));
        }
        senders::words(people.iter().map(|id| self.scenario.person(*id).role))
    }

    /// The levels of a category, from each rating to the next. Of several within a minute, the last holds.
    fn segments(&self, case: CaseId, risk: Risk) -> Vec<Segment> {
        let begins = self.calendar.begins();
        let over_time = self.risk_over_time(case);
        let category = over_time.categories.into_iter().find(|category| category.risk == risk);
        let mut held: Vec<Rated> = Vec::new();
        for rated in category.into_iter().flat_map(|category| category.ratings) {
            held.pop_if(|last| last.at.minute == rated.at.minute);
            held.push(rated);
        }
        let mut segments: Vec<Segment> = Vec::new();
        for (at, rated) in held.iter().enumerate() {
            let was = at.checked_sub(1).and_then(|before| held.get(before)).map(|before| before.level);
            let date = self.calendar.date_of_day(Calendar::day(rated.at.minute));
            let words = match date.filter(|_| rated.at.minute < begins) {
                Some(date) => Message::new("segment-from")
                    .with("level", rated.level_words.clone())
                    .with("date", when::month_of(date)),
                None => rated_words(rated.level, was),
            };
            let to = held.get(at + 1).map_or(self.state.clock, |next| next.at.minute);
            segments.push(Segment {
                from: rated.at.minute.max(begins),
                to: to.max(begins),
                level: rated.level,
                words,
            });
        }
        // What is all older than the picture has no length in it; what was rated just now has none yet, and stays.
        segments.retain(|segment| segment.from < segment.to || segment.to == self.state.clock);
        segments
    }
}

fn risk_lane(risk: Risk) -> Message {
    Message::new(match risk {
        Risk::Children => "lane-risk-children",
        Risk::Public => "lane-risk-public",
        Risk::KnownAdult => "lane-risk-known-adult",
        Risk::Staff => "lane-risk-staff",
        Risk::Prisoners => "lane-risk-prisoners",
    })
}
