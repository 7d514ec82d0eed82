//! A look at a run: what several views need, worked out once.
//!
//! Everything is read from the events and the state; nothing is kept from one look to the next.

use super::message::Message;
use super::parts::{Asked, CitationRow, Draft, ItemRef, Named, RatedRisk, Stamp, Who};
use super::{when, words};
use crate::run::Run;
use crate::run::command::{Citation, Filing};
use crate::run::decide;
use crate::run::engine::Hand;
use crate::run::event::{Event, What};
use crate::run::refusal::Refusal;
use crate::run::state::State;
use crate::scenario::calendar::{Calendar, Minute, Turn};
use crate::scenario::ids::{ArrivalId, CaseId, DeadlineId, DecisionId, ItemId, PersonId, ResponseId, Symbol};
use crate::scenario::model::{Scenario, folded};
use crate::scenario::raw::{self, Level, Risk};
use crate::scenario::symbols::YOU;
use crate::scenario::tables::{Slot, Tables};

/// A run, looked at.
pub(super) struct Look<'a> {
    pub run: &'a Run,
    pub scenario: &'a Scenario,
    pub raw: &'a raw::Scenario,
    pub state: &'a State,
    pub tables: &'a Tables,
    pub calendar: &'a Calendar,
    pub events: &'a [Event],
    /// What is in hand and not done yet, though its event stands.
    pub hand: Option<Hand>,
    /// Every arrival so far, in order.
    pub came: Vec<Came<'a>>,
    /// Items that another one took the place of, with that one.
    pub replaced: Vec<(ItemId, ItemId)>,
    /// What was cited so far: each item and passage once, in order.
    pub cited: Vec<Cited<'a>>,
}

/// An arrival that came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Came<'a> {
    pub seq: u32,
    pub at: Minute,
    pub id: ArrivalId,
    pub nth: u16,
    pub version: Option<&'a str>,
    pub heard: bool,
    pub missed: bool,
}

/// A citation with where it was used.
#[derive(Debug, Clone)]
pub(super) struct Cited<'a> {
    pub item: ItemId,
    pub passage: Option<&'a str>,
    pub used_in: Vec<Message>,
}

/// A response that asked somebody, or went to somebody.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sent {
    /// The number of its event.
    pub seq: u32,
    pub at: Minute,
    pub response: ResponseId,
    pub who: PersonId,
    /// An answer is expected.
    pub asks: bool,
    /// The first thing that came from them afterwards: its place in [`Look::came`].
    pub answered: Option<usize>,
}

impl<'a> Look<'a> {
    pub fn at(run: &'a Run) -> Self {
        let scenario: &'a Scenario = run.scenario();
        let mut look = Self {
            run,
            scenario,
            raw: scenario.raw(),
            state: run.state(),
            tables: scenario.tables(),
            calendar: &scenario.tables().calendar,
            events: run.events(),
            hand: Hand::unpacked(run.state().work.hand),
            came: Vec::new(),
            replaced: Vec::new(),
            cited: Vec::new(),
        };
        look.find_came();
        look.find_cited();
        look
    }

    fn find_came(&mut self) {
        for event in self.events {
            let What::Arrived { arrival, nth, version, heard, missed } = &event.what else { continue };
            let Some(ItemId::Arrival(id)) = self.scenario.item_called(arrival) else { continue };
            self.came.push(Came {
                seq: event.seq,
                at: event.at,
                id,
                nth: *nth,
                version: version.as_deref(),
                heard: *heard,
                missed: *missed,
            });
            let replaces = self.scenario.arrival(id).replaces.as_deref();
            if let Some(old) = replaces.and_then(|old| self.scenario.item_called(old)) {
                self.replaced.retain(|(item, _)| *item != old);
                self.replaced.push((old, ItemId::Arrival(id)));
            }
        }
    }

    fn find_cited(&mut self) {
        let mut cited: Vec<Cited<'a>> = Vec::new();
        let mut add = |scenario: &Scenario, citation: &'a Citation, used_in: Option<&Message>| {
            let Some(item) = scenario.item_called(&citation.item) else { return };
            let passage = citation.passage.as_deref();
            let at = cited.iter().position(|one| one.item == item && one.passage == passage).unwrap_or_else(|| {
                cited.push(Cited { item, passage, used_in: Vec::new() });
                cited.len() - 1
            });
            if let (Some(used), Some(one)) = (used_in, cited.get_mut(at))
                && !one.used_in.contains(used)
            {
                one.used_in.push(used.clone());
            }
        };
        for event in self.events {
            match &event.what {
                What::Cited(citation) => add(self.scenario, citation, None),
                What::Filed { response, form, filing, .. } => {
                    let used = Message::verbatim(self.filed_title(response, form));
                    filing.cites.iter().for_each(|citation| add(self.scenario, citation, Some(&used)));
                }
                What::Decided { decision, committed, .. } => {
                    let used = self.scenario.decision_called(decision).map(|id| self.decision_title(id));
                    committed.cites.iter().for_each(|citation| add(self.scenario, citation, used.as_ref()));
                }
                _ => {}
            }
        }
        self.cited = cited;
    }

    /// The title of a form that was filed, or else the label of its response.
    pub fn filed_title(&self, response: &str, form: &str) -> String {
        self.scenario
            .form_called(form)
            .map_or_else(|| self.response_label(response), |form| folded(&self.scenario.form(form).title))
    }

    /// A title for a decision: its own, or that it is a decision.
    pub fn decision_title(&self, id: DecisionId) -> Message {
        self.scenario
            .decision(id)
            .title
            .as_deref()
            .map_or_else(|| Message::new("decision-untitled"), |title| Message::verbatim(folded(title)))
    }

    /// What day 0 is, if weeks are to be counted from it.
    pub fn day_0_is(&self) -> Option<&'a str> {
        self.raw.calendar.day_0_is.as_deref()
    }

    /// The present turn.
    pub fn turn(&self) -> Option<&'a Turn> {
        self.calendar.turns.get(usize::from(self.state.turn))
    }

    /// "week", "day", "weeks".
    pub fn turn_word(&self) -> Message {
        self.turn_kind().word()
    }

    pub fn turn_kind(&self) -> when::TurnKind {
        self.turn().map_or(when::TurnKind::Week, |turn| when::TurnKind::of(self.calendar, turn))
    }

    pub fn today(&self) -> i32 {
        Calendar::day(self.state.clock)
    }

    pub fn stamp(&self, minute: Minute) -> Stamp {
        let day = when::day_seen_from(self.calendar, self.today(), Calendar::day(minute));
        Stamp { minute, words: Message::new("moment").with("date", day).with("time", when::time(minute)) }
    }

    /// A moment of which only the day is known.
    pub fn day_stamp(&self, minute: Minute) -> Stamp {
        Stamp { minute, words: when::day_seen_from(self.calendar, self.today(), Calendar::day(minute)) }
    }

    /// A moment as an author wrote it, with its time only if one is written.
    pub fn written(&self, moment: raw::Moment) -> Stamp {
        let minute = self.calendar.opening_of(moment);
        if moment.time().is_some() { self.stamp(minute) } else { self.day_stamp(minute) }
    }

    pub fn who(&self, id: PersonId) -> Who {
        let person = self.scenario.person(id);
        let name = folded(&person.name);
        let of = person.of.as_deref().map(folded);
        let role_words = words::role(person.role);
        let in_full = match (&of, person.role) {
            (Some(of), _) => Message::new("who-of").with("name", &name).with("of", of),
            (None, raw::Role::PersonOnProbation | raw::Role::Other) => Message::verbatim(&*name),
            (None, _) => Message::new("who-role").with("name", &name).with("role", role_words.clone()),
        };
        Who { id: person.id.clone(), name, role: person.role, role_words, of, in_full }
    }

    pub fn name(&self, id: PersonId) -> String {
        folded(&self.scenario.person(id).name)
    }

    /// A person by id, or the trainee, in words; what stands there if it is neither.
    pub fn by(&self, by: &str) -> Message {
        if by == YOU {
            return Message::new("you");
        }
        Message::verbatim(self.scenario.person_called(by).map_or_else(|| folded(by), |id| self.name(id)))
    }

    /// Whether a person shows yet. Those of a case that has never been on the desk don't.
    pub fn known(&self, id: PersonId) -> bool {
        let person = self.scenario.person(id);
        let of_case = |case: &&raw::Case| case.person == person.id || person.case.as_ref() == Some(&case.id);
        let mut cases = self.raw.cases.iter().filter(of_case).peekable();
        let was_here = cases.peek().is_none() || cases.any(|case| self.was_allocated(case));
        was_here && self.state.holds(self.tables, self.tables.people_known[id.index()])
    }

    fn was_allocated(&self, case: &raw::Case) -> bool {
        let came = |event: &Event| matches!(&event.what, What::Allocated { case: id } if *id == case.id);
        case.allocated || self.events.iter().any(came)
    }

    /// People who show, in the order of the file.
    pub fn people_known(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.raw
            .people
            .iter()
            .filter_map(|person| self.scenario.person_called(&person.id))
            .filter(|id| self.known(*id))
    }

    pub fn case_named(&self, id: CaseId) -> Named {
        let case = self.scenario.case(id);
        let name = self.scenario.person_called(&case.person).map_or_else(String::new, |id| self.name(id));
        Named { id: case.id.clone(), name }
    }

    /// Cases that are on the desk, in the order of the file.
    pub fn cases(&self) -> impl Iterator<Item = CaseId> + '_ {
        self.raw
            .cases
            .iter()
            .filter_map(|case| self.scenario.case_called(&case.id))
            .filter(|id| self.state.has(self.tables.cases[id.index()].allocated))
    }

    /// A case that is on the desk, by its id.
    pub fn on_desk(&self, case: &str) -> Option<CaseId> {
        let case = self.scenario.case_called(case)?;
        self.cases().find(|on_desk| *on_desk == case)
    }

    /// A response that an event names.
    pub fn response_label(&self, response: &str) -> String {
        self.scenario.response_called(response).map_or_else(String::new, |id| self.label(id))
    }

    pub fn label(&self, id: ResponseId) -> String {
        folded(self.scenario.response_label(id))
    }

    pub fn response_named(&self, id: ResponseId) -> Named {
        Named { id: self.scenario.response_name(id).to_owned(), name: self.label(id) }
    }

    // Items

    /// The occurrence of an arrival that came last, or the one that is named.
    pub fn occurrence(&self, id: ArrivalId, nth: Option<u16>) -> Option<&Came<'a>> {
        self.came.iter().rev().find(|came| came.id == id && nth.is_none_or(|nth| came.nth == nth))
    }

    pub fn version(&self, came: &Came<'_>) -> Option<&'a raw::Version> {
        let version = came.version?;
        self.scenario.arrival(came.id).versions.iter().find(|one| one.id == version)
    }

    pub fn arrival_title(&self, came: &Came<'_>) -> String {
        let title = self.version(came).and_then(|version| version.title.as_deref());
        folded(title.unwrap_or(&self.scenario.arrival(came.id).title))
    }

    /// The case that an item is about; nothing for what is about none, or about all of them.
    pub fn case_of_item(&self, item: ItemId) -> Option<CaseId> {
        match item {
            ItemId::Document(id) => Some(self.tables.documents[id.index()].case),
            ItemId::Arrival(id) => self.tables.arrivals[id.index()].case,
        }
    }

    /// Whether this occurrence of an item has been read or heard.
    pub fn is_read(&self, item: ItemId, nth: u16) -> bool {
        matches!(decide::unread(self.scenario, self.state, item, Some(nth)), Err(Refusal::AlreadyOpen { .. }))
    }

    /// What has taken the place of an item, through every change.
    pub fn stands_for(&self, item: ItemId) -> ItemId {
        let mut item = item;
        // A chain of changes is never longer than the list of them.
        for _ in 0..=self.replaced.len() {
            match self.replaced.iter().find(|(old, _)| *old == item) {
                Some((_, new)) => item = *new,
                None => break,
            }
        }
        item
    }

    pub fn is_replaced(&self, item: ItemId) -> bool {
        self.replaced.iter().any(|(old, _)| *old == item)
    }

    /// The newest occurrence of an item that has been read, or else the newest; nothing if it is not on the desk.
    pub fn newest(&self, item: ItemId) -> Option<u16> {
        match item {
            ItemId::Document(id) => self.state.has(self.tables.documents[id.index()].seen).then_some(0),
            ItemId::Arrival(id) => {
                let mine = || self.came.iter().rev().filter(|came| came.id == id).map(|came| came.nth);
                mine().find(|nth| self.is_read(item, *nth)).or_else(|| mine().next())
            }
        }
    }

    pub fn item_ref(&self, item: ItemId, nth: u16) -> ItemRef {
        let name = self.scenario.item_name(item).to_owned();
        let read = self.is_read(item, nth);
        match item {
            ItemId::Document(id) => {
                let document = self.scenario.document(id);
                ItemRef {
                    item: name,
                    nth,
                    title: folded(&document.title),
                    from: document.by.as_deref().map(|by| self.by(by)),
                    at: document.at.map(|at| self.written(at)),
                    read,
                }
            }
            ItemId::Arrival(id) => {
                let came = self.occurrence(id, Some(nth));
                let title =
                    came.map_or_else(|| folded(&self.scenario.arrival(id).title), |came| self.arrival_title(came));
                let from = Message::verbatim(self.name(self.tables.arrivals[id.index()].from));
                ItemRef { item: name, nth, title, from: Some(from), at: self.shown_at(item, came), read }
            }
        }
    }

    /// When an arrival came; for one that took the place of another, when that one is dated: nothing gives away when
    /// it was changed.
    pub fn shown_at(&self, item: ItemId, came: Option<&Came<'_>>) -> Option<Stamp> {
        match self.took_place_of(item) {
            None => came.map(|came| self.stamp(came.at)),
            Some(ItemId::Document(id)) => self.scenario.document(id).at.map(|at| self.written(at)),
            Some(ItemId::Arrival(id)) => self.occurrence(id, None).map(|came| self.stamp(came.at)),
        }
    }

    /// What was there first, if an item took the place of another, through every change.
    fn took_place_of(&self, item: ItemId) -> Option<ItemId> {
        let mut first = None;
        let mut item = item;
        for _ in 0..self.replaced.len() {
            let (old, _) = self.replaced.iter().find(|(_, new)| *new == item)?;
            first = Some(*old);
            item = *old;
            if !self.replaced.iter().any(|(_, new)| *new == item) {
                break;
            }
        }
        first
    }

    /// Whether an item took the place of a document that lay in the file from the start.
    pub fn replaces_document(&self, item: ItemId) -> bool {
        matches!(self.took_place_of(item), Some(ItemId::Document(_)))
    }

    /// Whether an item took the place of one that had been read: nothing points to it, then.
    fn replaces_read(&self, item: ItemId) -> bool {
        self.took_place_of(item).is_some_and(|old| decide::is_read(self.scenario, self.state, old))
    }

    /// How far an item can be relied on: the author's words, else those for its reliability.
    pub fn standing(&self, item: ItemId) -> Option<Message> {
        match item {
            ItemId::Document(id) => {
                let document = self.scenario.document(id);
                let by = document.by.as_deref().and_then(|by| self.scenario.person_called(by));
                let pronouns = by.and_then(|by| self.scenario.person(by).pronouns.as_deref());
                document.reliability.map(|reliability| words::reliability(reliability, pronouns))
            }
            ItemId::Arrival(id) => Some(self.arrival_standing(id)),
        }
    }

    pub fn arrival_standing(&self, id: ArrivalId) -> Message {
        let arrival = self.scenario.arrival(id);
        let from = self.scenario.person(self.tables.arrivals[id.index()].from);
        arrival.standing.as_deref().map_or_else(
            || words::reliability(arrival.reliability, from.pronouns.as_deref()),
            |standing| Message::verbatim(folded(standing)),
        )
    }

    /// Everything that was read or heard, documents first, then arrivals in order.
    pub fn items_read(&self) -> Vec<ItemRef> {
        self.items().into_iter().filter(|item| item.read).collect()
    }

    /// Everything on the desk that was not opened.
    pub fn items_unread(&self) -> Vec<ItemRef> {
        let quiet = |item: &ItemRef| self.scenario.item_called(&item.item).is_some_and(|id| self.replaces_read(id));
        self.items().into_iter().filter(|item| !item.read && !quiet(item)).collect()
    }

    /// Every item on the desk: documents of the cases in order, then arrivals. What was replaced is left out.
    fn items(&self) -> Vec<ItemRef> {
        let mut items: Vec<ItemRef> = Vec::new();
        for case in self.cases() {
            for document in &self.scenario.case(case).file {
                if let Some(item) = self.scenario.item_called(&document.id)
                    && !self.is_replaced(item)
                {
                    items.push(self.item_ref(item, 0));
                }
            }
        }
        for came in &self.came {
            let item = ItemId::Arrival(came.id);
            let name = self.scenario.item_name(item);
            if !self.is_replaced(item) && !items.iter().any(|one| one.item == *name && one.nth == came.nth) {
                items.push(self.item_ref(item, came.nth));
            }
        }
        items
    }

    // What was done

    /// Whether the event with this number stands for the act in hand, which is not done yet.
    fn is_in_hand(&self, event: &Event) -> bool {
        let Some(hand) = self.hand else { return false };
        let is = |what: &What| match (hand, what) {
            (Hand::Do(id), What::Did { response, .. }) | (Hand::File(id), What::Filed { response, .. }) => {
                self.scenario.response_called(response) == Some(id)
            }
            (Hand::Tell { item, who }, What::Told { item: told, who: to, .. }) => {
                self.scenario.item_called(told).is_some_and(|one| self.scenario.item_number(one) == item)
                    && self.scenario.person_called(to) == Some(who)
            }
            (Hand::Open { item, .. }, What::Opened { item: opened, .. }) => {
                self.scenario.item_called(opened).is_some_and(|one| self.scenario.item_number(one) == item)
            }
            _ => false,
        };
        is(&event.what)
            && self.events.iter().rev().find(|one| is(&one.what)).is_some_and(|last| last.seq == event.seq)
    }

    /// Responses that were done, with their events, the oldest first. What is in hand is left out.
    pub fn acts(&self) -> impl Iterator<Item = (&'a Event, ResponseId)> + '_ {
        self.events.iter().filter_map(|event| {
            let (What::Did { response, .. } | What::Filed { response, .. }) = &event.what else { return None };
            if self.is_in_hand(event) {
                return None;
            }
            Some((event, self.scenario.response_called(response)?))
        })
    }

    /// Items that were passed on, the oldest first. What is in hand is left out.
    pub fn tellings(&self) -> impl Iterator<Item = (Minute, ItemId, PersonId)> + '_ {
        self.events.iter().filter_map(|event| {
            let What::Told { item, who, .. } = &event.what else { return None };
            if self.is_in_hand(event) {
                return None;
            }
            Some((event.at, self.scenario.item_called(item)?, self.scenario.person_called(who)?))
        })
    }

    pub fn told_to(&self, item: ItemId) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for (_, told, who) in self.tellings() {
            let name = self.name(who);
            if told == item && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// What went to people, the oldest first, with what came from them afterwards.
    pub fn sent(&self) -> Vec<Sent> {
        let mut sent = Vec::new();
        for (event, response) in self.acts() {
            let Some(raw) = self.scenario.response(response) else { continue };
            for (who, asks) in [(&raw.asks, true), (&raw.to, false)] {
                let Some(who) = who.as_deref().and_then(|who| self.scenario.person_called(who)) else { continue };
                let from_them =
                    |came: &&Came<'_>| came.seq > event.seq && self.tables.arrivals[came.id.index()].from == who;
                let answered = if asks {
                    self.came.iter().enumerate().find(|(_, came)| from_them(came)).map(|(at, _)| at)
                } else {
                    None
                };
                sent.push(Sent { seq: event.seq, at: event.at, response, who, asks, answered });
            }
        }
        sent
    }

    /// Asked, and no answer yet.
    pub fn asked(&self) -> Vec<Asked> {
        let waits = |sent: &Sent| sent.asks && sent.answered.is_none();
        self.sent().iter().filter(|sent| waits(sent)).map(|sent| self.asked_row(sent)).collect()
    }

    fn asked_row(&self, sent: &Sent) -> Asked {
        let days = self.calendar.working_days_between(Calendar::day(sent.at), self.today());
        let likely = self.scenario.response(sent.response).and_then(|raw| raw.answer_likely.as_ref());
        Asked {
            response: self.scenario.response_name(sent.response).to_owned(),
            label: self.label(sent.response),
            who: self.who(sent.who),
            since: self.stamp(sent.at),
            waiting: if days <= 0 {
                Message::new("asked-today")
            } else {
                Message::new("asked-days").with("days", days)
            },
            likely: likely
                .and_then(|wait| when::likely_day(self.calendar, sent.at, wait))
                .map(|day| when::day_from(self.calendar, self.today(), day)),
        }
    }

    /// Drafts that are kept: the last of each response, unless it was put away or filed since.
    pub fn drafts(&self) -> Vec<Draft> {
        let mut kept: Vec<(&'a str, Minute, &'a Filing)> = Vec::new();
        for event in self.events {
            match &event.what {
                What::DraftKept { response, filing } => {
                    kept.retain(|(id, ..)| id != response);
                    kept.push((response, event.at, filing));
                }
                What::DraftDiscarded { response } | What::Filed { response, .. } => {
                    kept.retain(|(id, ..)| id != response);
                }
                _ => {}
            }
        }
        kept.into_iter()
            .map(|(response, at, filing)| {
                let form = self.scenario.response_called(response).and_then(|id| self.scenario.form_of(id));
                Draft {
                    response: response.to_owned(),
                    label: self.response_label(response),
                    kept: self.stamp(at),
                    filing: filing.clone(),
                    words: Message::new("draft-parts")
                        .with("filled", filing.fields.0.len())
                        .with("of", form.map_or(0, |form| form.fields.len())),
                }
            })
            .collect()
    }

    /// What was cited so far, numbered.
    pub fn citations(&self) -> Vec<CitationRow> {
        let row = |(at, cited): (usize, &Cited<'a>)| {
            let nth = self.newest(cited.item)?;
            Some(CitationRow {
                number: at + 1,
                item: self.item_ref(cited.item, nth),
                standing: self.standing(cited.item),
                passage: cited.passage.map(folded),
                used_in: cited.used_in.clone(),
            })
        };
        self.cited.iter().enumerate().filter_map(row).collect()
    }

    /// Numbers of the citations of an item.
    pub fn numbers_of(&self, item: ItemId) -> Vec<usize> {
        self.cited.iter().enumerate().filter(|(_, cited)| cited.item == item).map(|(at, _)| at + 1).collect()
    }

    /// The number of one citation.
    pub fn citation_number(&self, citation: &Citation) -> Option<usize> {
        let item = self.scenario.item_called(&citation.item)?;
        let passage = citation.passage.as_deref();
        self.cited.iter().position(|one| one.item == item && one.passage == passage).map(|at| at + 1)
    }

    // Ratings and deadlines

    /// The present level of a category in a case.
    pub fn present(&self, case: CaseId, risk: Risk) -> Option<Level> {
        let first = self.tables.cases[case.index()].levels;
        let level = self.state.number(Slot(first.0 + risk as u16));
        usize::try_from(level).ok().and_then(|level| Level::ALL.get(level.checked_sub(1)?)).copied()
    }

    pub fn rated(&self, risk: Risk, level: Level, why: Option<&str>) -> RatedRisk {
        RatedRisk {
            risk,
            risk_words: words::risk(risk),
            level,
            level_words: words::level(level),
            why: why.map(folded).filter(|why| !why.is_empty()),
        }
    }

    pub fn mappa_level(&self, case: CaseId) -> u8 {
        u8::try_from(self.state.number(self.tables.cases[case.index()].mappa)).unwrap_or(0)
    }

    /// Whether the trainee may know of a deadline.
    pub fn is_told(&self, id: DeadlineId) -> bool {
        let row = &self.tables.deadlines[id.index()];
        !row.untold || row.told_by.of(&self.tables.told_by).iter().any(|bit| self.state.has(*bit))
    }

    pub fn deadline_called(&self, name: &str) -> Option<DeadlineId> {
        match self.scenario.symbols().get(name)? {
            Symbol::Deadline(id) => Some(id),
            _ => None,
        }
    }

    /// What content notes say, by their ids.
    pub fn content(&self, ids: &[raw::Id]) -> Vec<String> {
        self.raw.content_notes.iter().filter(|note| ids.contains(&note.id)).map(|note| folded(&note.text)).collect()
    }
}

/// Paragraphs of a text, folded.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    folded(text).split("\n\n").filter(|paragraph| !paragraph.is_empty()).map(str::to_owned).collect()
}
