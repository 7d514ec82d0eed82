//! The people and agencies round a person on probation, as a picture and as its list: who is in touch with whom, and
//! who is known to know what the trainee knows.
//!
//! In go a run, a case, and if wanted the facts that the trainee chose; out come a middle, at most twelve places with
//! the rest behind them, and at most six facts. A fact is an item that the trainee has read, and somebody is known to
//! know it where the trainee can tell: it came from them, it was passed on to them, or a form that cites it went to
//! them. What anybody knows besides (claims, secrets, what leaked) is nothing that this file ever looks at.

use std::cmp::Reverse;

use super::look::Look;
use super::parts::{ItemRef, Named, Stamp, Who};
use super::people::{PersonAsked, PersonRow};
use super::responses::{Open, ResponseRow};
use super::when;
use crate::run::Run;
use crate::run::event::What;
use crate::scenario::calendar::{Calendar, DAY, Minute};
use crate::scenario::ids::{CaseId, ItemId, PersonId};
use crate::scenario::raw::{Id, Tie};
use crate::text::Message;

/// The most people that have a place in the picture.
pub const MOST_PLACED: usize = 12;

/// The most facts that are shown at once.
pub const MOST_FACTS: usize = 6;

/// From so many days of contact on, it counts as often.
const OFTEN: usize = 3;

/// What a fact is chosen by: the id of an item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactKey(pub Id);

/// The picture and its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ecomap {
    pub case: Named,
    /// "What you know, and who else does".
    pub heading: Message,
    /// The picture in one sentence, for whoever can't see it.
    pub name: Message,
    pub middle: Middle,
    /// In the order of the scenario, clockwise from the top.
    pub placed: Vec<EcomapPerson>,
    /// Those for whom there is no place, in the order of the scenario.
    pub more: Vec<EcomapPerson>,
    /// "4 more people"; nothing if all are placed.
    pub more_words: Option<Message>,
    /// At most six.
    pub facts: Vec<Fact>,
    /// That there is nothing yet that could be a fact.
    pub no_facts: Option<Message>,
    /// Whatever can be chosen as a fact: everything that was read in this case.
    pub can_choose: Vec<ItemRef>,
    /// What each kind of line means, in the order of [`TieLine::ALL`].
    pub legend: Vec<(TieLine, Message)>,
    /// Why nothing can be passed on now, if it can't: "You have 5 minutes left".
    pub cannot_tell: Option<Message>,
}

/// The person on probation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Middle {
    pub who: Who,
    /// For each fact, whether it came from them or was raised with them.
    pub raised: Vec<bool>,
    /// "raised with him: a, c", or that nothing was.
    pub words: Message,
}

/// Something that the trainee knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub key: FactKey,
    /// From `a` on.
    pub letter: char,
    /// With the author's title, and whom it came from.
    pub item: ItemRef,
    /// Numbers of the citations of it.
    pub cited: Vec<usize>,
}

/// The line from the middle to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TieLine {
    /// Contact with the trainee on three days or more.
    Often,
    OnceOrTwice,
    /// They are close to the person on probation, and the trainee has had no contact with them.
    TheirOwn,
    /// The author says that it is strained, whoever is in touch.
    Strained,
    None,
}

impl TieLine {
    /// Every kind, in the order of the legend.
    pub const ALL: &'static [Self] = &[Self::Often, Self::OnceOrTwice, Self::TheirOwn, Self::Strained, Self::None];
}

/// Somebody of the case who is known by now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EcomapPerson {
    pub who: Who,
    /// What they belong to, else their role: "Larch House, nights".
    pub part: Message,
    /// The place of the twelve, clockwise from the top; nothing for those behind them.
    pub place: Option<usize>,
    pub line: TieLine,
    /// The trainee has heard from them, or has asked or told them something. A dashed box, if not.
    pub contact: bool,
    /// "once, week −8", "last in week 9", "asked, no answer yet", "not read yet", "no contact so far".
    pub line_words: Message,
    /// For each fact, whether they are known to know it.
    pub knows: Vec<bool>,
    /// "a, e", "none of these", "not asked".
    pub knows_words: Message,
    /// When there last was contact: "week 9", "never".
    pub last_words: Message,
    pub last: Option<Stamp>,
    /// The last thing that came from them and was read or heard.
    pub last_heard: Option<ItemRef>,
    /// What they were asked or sent, the oldest first, with what came since.
    pub asked: Vec<PersonAsked>,
    /// What they were passed on, the oldest first.
    pub told: Vec<(ItemRef, Stamp)>,
    /// Places of the facts that they are not known to know.
    pub not_told: Vec<usize>,
    /// Responses open now that ask them.
    pub ask: Vec<ResponseRow>,
    /// Responses open now that go to them, with nothing expected back.
    pub tell: Vec<ResponseRow>,
}

/// The people of a case; nothing if it is not on the desk. Without chosen facts, those are shown that were cited last,
/// or else read last.
#[must_use]
pub fn ecomap(run: &Run, case: &str, chosen: &[FactKey]) -> Option<Ecomap> {
    let look = Look::at(run);
    look.ecomap(look.on_desk(case)?, chosen)
}

/// A fact while the picture is made.
#[derive(Debug, Clone, Copy)]
struct Known {
    item: ItemId,
    nth: u16,
    /// Since when it could have been passed on.
    since: Minute,
}

impl Look<'_> {
    fn ecomap(&self, case: CaseId, chosen: &[FactKey]) -> Option<Ecomap> {
        let middle = self.scenario.person_called(&self.scenario.case(case).person)?;
        let readable = self.readable(case);
        let known = self.shown_facts(&readable, chosen);
        let facts: Vec<Fact> = known.iter().zip('a'..).map(|(fact, letter)| self.fact(*fact, letter)).collect();
        let responses: Vec<ResponseRow> = self
            .kinds()
            .into_iter()
            .flat_map(|group| group.rows)
            .filter(|row| row.open == Open::Now)
            .filter(|row| row.case.as_ref().is_none_or(|of| *of == self.scenario.case(case).id))
            .collect();
        let mut people: Vec<EcomapPerson> = Vec::new();
        for (row, id) in self.people().into_iter().zip(self.people_known().collect::<Vec<_>>()) {
            if self.is_round(id, middle, case) {
                people.push(self.ecomap_person(id, row, &known, &responses));
            }
        }
        let cannot_tell = match (facts.first(), people.first()) {
            (Some(fact), Some(person)) => self.cannot_tell(&fact.item.item, &person.who.id),
            _ => None,
        };
        let all = people.len();
        let (placed, more) = self.placed(people, middle, case);
        let who = self.who(middle);
        let raised: Vec<bool> = known.iter().map(|fact| self.knows(middle, *fact)).collect();
        Some(Ecomap {
            case: self.case_named(case),
            heading: Message::new("ecomap-heading"),
            name: Message::new("ecomap-name").with("name", &who.name).with("n", all),
            middle: Middle { words: self.raised_words(middle, &raised), who, raised },
            more_words: (!more.is_empty()).then(|| Message::new("ecomap-more").with("n", more.len())),
            placed,
            more,
            no_facts: facts.is_empty().then(|| Message::new("ecomap-no-facts")),
            facts,
            can_choose: readable.iter().map(|fact| self.item_ref(fact.item, fact.nth)).collect(),
            legend: TieLine::ALL.iter().map(|line| (*line, self.legend(*line, middle))).collect(),
            cannot_tell,
        })
    }

    /// Whether somebody belongs round the middle: not the person themselves, nor one of another case.
    fn is_round(&self, id: PersonId, middle: PersonId, case: CaseId) -> bool {
        let person = self.scenario.person(id);
        let has_a_case = self.raw.cases.iter().any(|case| case.person == person.id);
        let elsewhere = person.case.as_ref().is_some_and(|of| *of != self.scenario.case(case).id);
        id != middle && !has_a_case && !elsewhere
    }

    /// What was read in a case, in the order in which it was; of what comes again, the last that was read.
    fn readable(&self, case: CaseId) -> Vec<Known> {
        let mut known: Vec<Known> = Vec::new();
        for event in self.events {
            let What::Opened { item, nth, .. } = &event.what else { continue };
            let Some(item) = self.scenario.item_called(item) else { continue };
            if self.case_of_item(item).is_some_and(|of| of != case) || !self.is_read(item, *nth) {
                continue;
            }
            let since = match item {
                ItemId::Document(_) => self.calendar.begins(),
                ItemId::Arrival(id) => self.occurrence(id, Some(*nth)).map_or(event.at, |came| came.at),
            };
            known.retain(|fact| fact.item != item);
            known.push(Known { item, nth: *nth, since });
        }
        known
    }

    /// The facts that are shown: those that were chosen, else cited last, else read last.
    fn shown_facts(&self, readable: &[Known], chosen: &[FactKey]) -> Vec<Known> {
        let find = |item: ItemId| readable.iter().find(|fact| fact.item == item).copied();
        let mut facts: Vec<Known> = Vec::new();
        for FactKey(id) in chosen {
            let fact = self.scenario.item_called(id).and_then(find);
            facts.extend(fact.filter(|fact| !facts.iter().any(|one| one.item == fact.item)));
        }
        if !facts.is_empty() {
            facts.truncate(MOST_FACTS);
            return facts;
        }
        for cited in self.cited.iter().rev() {
            let fact = find(cited.item).filter(|fact| !facts.iter().any(|one| one.item == fact.item));
            facts.extend(fact);
        }
        if facts.is_empty() {
            facts.extend(readable.iter().rev());
        }
        facts.truncate(MOST_FACTS);
        facts.reverse();
        facts
    }

    fn fact(&self, fact: Known, letter: char) -> Fact {
        Fact {
            key: FactKey(self.scenario.item_name(fact.item).to_owned()),
            letter,
            item: self.item_ref(fact.item, fact.nth),
            cited: self.numbers_of(fact.item),
        }
    }

    /// Whether somebody is known to know a fact.
    fn knows(&self, who: PersonId, fact: Known) -> bool {
        let theirs = match fact.item {
            ItemId::Arrival(id) => self.tables.arrivals[id.index()].from == who,
            ItemId::Document(id) => self.scenario.document(id).by.as_ref() == Some(&self.scenario.person(who).id),
        };
        theirs
            || self.tellings().any(|(at, item, to)| item == fact.item && to == who && at >= fact.since)
            || self.acts().any(|(event, response)| {
                let What::Filed { filing, .. } = &event.what else { return false };
                let raw = self.scenario.response(response);
                let goes_to = raw.and_then(|raw| raw.to.as_ref().or(raw.asks.as_ref()));
                event.at >= fact.since
                    && goes_to.is_some_and(|to| self.scenario.person_called(to) == Some(who))
                    && filing.cites.iter().any(|cite| self.scenario.item_called(&cite.item) == Some(fact.item))
            })
    }

    fn ecomap_person(
        &self,
        id: PersonId,
        row: PersonRow,
        known: &[Known],
        responses: &[ResponseRow],
    ) -> EcomapPerson {
        let stamps = contacts(&row);
        let mut contact: Vec<i32> = stamps.iter().map(|stamp| Calendar::day(stamp.minute)).collect();
        contact.dedup();
        let last = contact.last().copied();
        let knows: Vec<bool> = known.iter().map(|fact| self.knows(id, *fact)).collect();
        let line = match (row.tie.as_ref().map(|(tie, _)| *tie), contact.len()) {
            (Some(Tie::Strained), _) => TieLine::Strained,
            (_, OFTEN..) => TieLine::Often,
            (_, 1..) => TieLine::OnceOrTwice,
            (Some(Tie::Close | Tie::Ordinary), 0) => TieLine::TheirOwn,
            (None, 0) => TieLine::None,
        };
        let waiting = row.asked.iter().any(|one| one.waiting);
        let unread = contact.is_empty() && row.last.is_some();
        let is = |who: &Option<Who>| who.as_ref().is_some_and(|who| who.id == row.who.id);
        EcomapPerson {
            part: row.who.of.as_ref().map_or_else(|| row.who.role_words.clone(), Message::verbatim),
            place: None,
            line,
            contact: !contact.is_empty(),
            line_words: match (last, contact.len()) {
                _ if waiting => Message::new("ecomap-waiting"),
                (None, _) => Message::new(if unread { "ecomap-unread" } else { "ecomap-no-contact" }),
                (Some(day), 1) => Message::new("ecomap-once").with("when", self.week_or_day(day)),
                (Some(day), _) if self.day_0_is().is_some() => {
                    Message::new("ecomap-last-in").with("week", self.week_or_day(day))
                }
                (Some(day), _) => Message::new("ecomap-last-on").with("day", self.week_or_day(day)),
            },
            knows_words: self.knows_words(&knows, !contact.is_empty()),
            last_words: match last {
                Some(day) => self.week_or_day(day),
                None => Message::new("ecomap-never"),
            },
            last: stamps.last().cloned(),
            last_heard: row.heard.last().cloned(),
            asked: row.asked,
            told: row.told,
            not_told: (0..knows.len()).filter(|at| !knows[*at]).collect(),
            knows,
            ask: responses.iter().filter(|response| is(&response.asks)).cloned().collect(),
            tell: responses.iter().filter(|response| is(&response.to)).cloned().collect(),
            who: row.who,
        }
    }

    fn knows_words(&self, knows: &[bool], contact: bool) -> Message {
        match letters(knows) {
            Some(letters) => Message::verbatim(letters),
            None if contact && !knows.is_empty() => Message::new("ecomap-knows-none"),
            None if contact => Message::new("nothing"),
            None => Message::new("ecomap-not-asked"),
        }
    }

    /// "raised with him: a, c".
    fn raised_words(&self, middle: PersonId, raised: &[bool]) -> Message {
        let (key, letters) = match letters(raised) {
            Some(letters) => ("ecomap-raised", letters),
            None => ("ecomap-raised-nothing", String::new()),
        };
        Message::new(key).with("pronoun", self.pronoun(middle)).with("letters", letters)
    }

    fn legend(&self, line: TieLine, middle: PersonId) -> Message {
        match line {
            TieLine::Often => Message::new("ecomap-legend-often"),
            TieLine::OnceOrTwice => Message::new("ecomap-legend-once-or-twice"),
            TieLine::TheirOwn => Message::new("ecomap-legend-their-own").with("pronoun", self.pronoun(middle)),
            TieLine::Strained => Message::new("ecomap-legend-strained"),
            TieLine::None => Message::new("ecomap-legend-none"),
        }
    }

    /// The first of somebody's pronouns: "he".
    fn pronoun(&self, who: PersonId) -> String {
        let pronouns = self.scenario.person(who).pronouns.as_deref().unwrap_or_default();
        pronouns.split('/').next().unwrap_or_default().trim().to_lowercase()
    }

    /// "week 9", where weeks are counted; else "Tue 25 Nov".
    fn week_or_day(&self, day: i32) -> Message {
        if self.day_0_is().is_some() {
            when::week(self.calendar.week(day * DAY))
        } else {
            when::day_seen_from(self.calendar, self.today(), day)
        }
    }

    /// Parts those who have a place from the rest, and gives the places.
    ///
    /// Where there are more than twelve, those come first who are close to the person on probation, then those with
    /// whom there was contact, the latest first, then the others. Whoever has a place stands where the order of all
    /// people of the scenario puts them, as far as there is room, so that nobody jumps when others become known.
    fn placed(
        &self,
        people: Vec<EcomapPerson>,
        middle: PersonId,
        case: CaseId,
    ) -> (Vec<EcomapPerson>, Vec<EcomapPerson>) {
        let ever: Vec<&Id> = self
            .raw
            .people
            .iter()
            .filter(|person| {
                self.scenario.person_called(&person.id).is_some_and(|id| self.is_round(id, middle, case))
            })
            .map(|person| &person.id)
            .collect();
        let tied = |person: &EcomapPerson| {
            self.scenario.person_called(&person.who.id).is_some_and(|id| self.scenario.person(id).tie.is_some())
        };
        let mut first: Vec<usize> = (0..people.len()).collect();
        first.sort_by_key(|at| {
            let person = &people[*at];
            let last = person.last.as_ref().map(|stamp| stamp.minute);
            (!tied(person), Reverse(last), *at)
        });
        first.truncate(MOST_PLACED);
        let (mut placed, mut more) = (Vec::new(), Vec::new());
        for (at, person) in people.into_iter().enumerate() {
            if first.contains(&at) { placed.push(person) } else { more.push(person) }
        }
        let mut next = 0;
        let count = placed.len();
        for (at, person) in placed.iter_mut().enumerate() {
            let rank = ever.iter().position(|id| **id == person.who.id).unwrap_or(at);
            let wanted = if ever.len() > MOST_PLACED { rank * MOST_PLACED / ever.len() } else { rank };
            // Those who follow need room as well.
            let place = wanted.clamp(next, MOST_PLACED - (count - at));
            person.place = Some(place);
            next = place + 1;
        }
        (placed, more)
    }
}

/// When there was contact, in order: what came and was read, what was asked or sent, what was passed on.
fn contacts(row: &PersonRow) -> Vec<Stamp> {
    let heard = row.heard.iter().filter_map(|item| item.at.as_ref());
    let asked = row.asked.iter().map(|one| &one.at);
    let told = row.told.iter().map(|(_, at)| at);
    let mut stamps: Vec<Stamp> = heard.chain(asked).chain(told).cloned().collect();
    stamps.sort_by_key(|stamp| stamp.minute);
    stamps
}

/// Letters of the facts for which something holds: "a, c".
fn letters(of: &[bool]) -> Option<String> {
    let letters: Vec<String> =
        of.iter().zip('a'..).filter(|(holds, _)| **holds).map(|(_, letter)| letter.to_string()).collect();
    (!letters.is_empty()).then(|| letters.join(", "))
}
