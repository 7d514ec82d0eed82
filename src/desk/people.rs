//! The people of the case who are known by now: who they are, what they were asked and told.

use super::look::{Look, Sent};
use super::parts::{ItemRef, Stamp, Who};
use super::{when, words};
use crate::scenario::calendar::{Calendar, Minute};
use crate::scenario::ids::{ItemId, PersonId};
use crate::scenario::model::folded;
use crate::scenario::raw::{Id, Tie};
use crate::text::Message;

/// Somebody who is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    pub who: Who,
    pub about: Option<String>,
    pub case: Option<Id>,
    /// How close they are to the person on probation, as the author says.
    pub tie: Option<(Tie, Message)>,
    /// Languages they speak, where the author says.
    pub speaks: Vec<String>,
    /// What they were asked, the oldest first.
    pub asked: Vec<PersonAsked>,
    /// Items they were passed, the oldest first.
    pub told: Vec<(ItemRef, Stamp)>,
    /// What came from them and was read or heard, the oldest first.
    pub heard: Vec<ItemRef>,
    /// When something last came from them or went to them.
    pub last: Option<Stamp>,
    /// "Last heard from Tue 25 Nov", "Asked, no answer yet", "No contact so far".
    pub words: Message,
}

/// Something that they were asked or told by a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonAsked {
    pub response: Id,
    pub label: String,
    pub at: Stamp,
    /// An answer was expected, and something came from them since.
    pub answered: Option<Stamp>,
    /// An answer was expected, and nothing has come.
    pub waiting: bool,
}

impl Look<'_> {
    pub(super) fn people(&self) -> Vec<PersonRow> {
        let sent = self.sent();
        self.people_known().map(|id| self.person(id, &sent)).collect()
    }

    fn person(&self, id: PersonId, sent: &[Sent]) -> PersonRow {
        let raw = self.scenario.person(id);
        let mut asked: Vec<PersonAsked> = Vec::new();
        let mut last: Option<Minute> = None;
        for one in sent.iter().filter(|one| one.who == id) {
            let answer = one.answered.and_then(|at| self.came.get(at));
            asked.push(PersonAsked {
                response: self.scenario.response_name(one.response).to_owned(),
                label: self.label(one.response),
                at: self.stamp(one.at),
                answered: answer.map(|came| self.stamp(came.at)),
                waiting: one.asks && answer.is_none(),
            });
            last = last.max(Some(one.at));
        }
        let mut told: Vec<(ItemRef, Stamp)> = Vec::new();
        for (at, item, _) in self.tellings().filter(|(_, _, who)| *who == id) {
            told.push((self.item_ref(item, self.newest(item).unwrap_or(0)), self.stamp(at)));
            last = last.max(Some(at));
        }
        let mut heard: Vec<ItemRef> = Vec::new();
        let mut heard_at = None;
        for came in self.came.iter().filter(|came| self.tables.arrivals[came.id.index()].from == id) {
            let item = ItemId::Arrival(came.id);
            // What was changed in the file without notice says nothing about when somebody was in touch.
            if self.replaced.iter().any(|(old, new)| *old == item || *new == item) {
                continue;
            }
            last = last.max(Some(came.at));
            if self.is_read(item, came.nth) {
                heard_at = Some(came.at);
                heard.push(self.item_ref(item, came.nth));
            }
        }
        let day = |at| when::day_short(self.calendar, Calendar::day(at));
        let waiting = asked.iter().rev().find(|one| one.waiting).map(|one| one.at.minute);
        let contact = match (waiting, heard_at, last) {
            (Some(at), ..) => Message::new("person-asked").with("date", day(at)),
            (None, Some(at), _) => Message::new("person-heard").with("date", day(at)),
            (None, None, Some(at)) => Message::new("person-contact").with("date", day(at)),
            (None, None, None) => Message::new("person-no-contact"),
        };
        PersonRow {
            who: self.who(id),
            about: raw.about.as_deref().map(folded),
            case: raw.case.clone(),
            tie: raw.tie.map(|tie| (tie, words::tie(tie))),
            speaks: raw.speaks.clone(),
            asked,
            told,
            heard,
            last: last.map(|at| self.stamp(at)),
            words: contact,
        }
    }
}
