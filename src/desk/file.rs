//! The case file: who it is about, the order, conditions, ratings over time and documents.

use super::look::Look;
use super::parts::{ItemRef, Named, RatedRisk, Stamp, Who};
use super::{when, words};
use crate::run::command::Filing;
use crate::run::event::{Event, What};
use crate::scenario::ids::{CaseId, ItemId, Symbol};
use crate::scenario::model::folded;
use crate::scenario::raw::{self, Answer, Id, LicenceCondition, Moment, Order, Owner, Risk, Tag, Value, Via};
use crate::text::Message;

/// A case that is on the desk.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFile {
    pub id: Id,
    pub person: Who,
    /// What the author says about the person.
    pub about: Option<String>,
    /// "On licence; sentence of 20 months".
    pub order: Message,
    /// The MAPPA category and level at present, if there is one: "MAPPA category 2, level 1".
    pub mappa: Option<Message>,
    /// The tier at present: "Tier C1".
    pub tier: Option<Message>,
    /// Who has the case.
    pub owner: Message,
    /// Lines of the front page that hold now.
    pub facts: Vec<FactRow>,
    /// Conditions of the licence or order that are in force now.
    pub conditions: Vec<ConditionRow>,
    /// Every rating so far, the oldest first: of the file, filed, and answered to.
    pub ratings: Vec<RatingRow>,
    /// The present level of each category that was ever rated.
    pub present: Vec<RatedRisk>,
    /// Documents, and arrivals that landed in the file. What was replaced has the new one in its place.
    pub documents: Vec<DocumentRow>,
    /// Forms that were filed in this case, the oldest first.
    pub filed: Vec<FiledRow>,
}

/// A line of the front page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    pub id: Id,
    pub label: String,
    pub text: String,
}

/// A condition of the licence or order, with what has been recorded against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionRow {
    pub id: Id,
    pub text: String,
    /// "From 3 November" or "until 26 January", where it does not hold throughout.
    pub term: Option<Message>,
    /// Items that bear on it and have been read or heard, the oldest first.
    pub recorded: Vec<ItemRef>,
    /// Of the meetings and absences among them, how many were kept, and how many there were.
    pub kept: (usize, usize),
    /// What the trainee did that puts it to work.
    pub acted: Vec<Named>,
    /// "1 of 2 kept", "3 things recorded"; a dash means only that nothing is recorded.
    pub words: Message,
}

/// A dated rating of the risk of serious harm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingRow {
    pub at: Stamp,
    /// Who made it: a name, or the trainee.
    pub by: Message,
    /// Where it stands: the file, a form or a decision.
    pub source: Message,
    pub levels: Vec<RatedRisk>,
}

/// A document of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRow {
    pub item: ItemRef,
    /// Title of the form that it is.
    pub form: Option<String>,
    /// Minutes that opening it takes; nought once it is read.
    pub minutes: i32,
    pub standing: Option<Message>,
    pub cited: Vec<usize>,
    pub told_to: Vec<String>,
}

/// A form that the trainee filed.
#[derive(Debug, Clone, PartialEq)]
pub struct FiledRow {
    pub response: Id,
    pub form: Id,
    pub title: String,
    pub at: Stamp,
    pub filing: Filing,
}

impl Look<'_> {
    pub(super) fn case_file(&self, id: CaseId) -> CaseFile {
        let raw = self.scenario.case(id);
        let person = self.scenario.person_called(&raw.person);
        let holder = match &raw.owner {
            Owner::Held(who) => self.scenario.person_called(who).map_or_else(String::new, |who| self.name(who)),
            Owner::You | Owner::Nobody => String::new(),
        };
        CaseFile {
            id: raw.id.clone(),
            person: person.map_or_else(|| nobody(&raw.person), |person| self.who(person)),
            about: person.and_then(|person| self.scenario.person(person).about.as_deref()).map(folded),
            order: self.order(&raw.order),
            mappa: self.mappa(id),
            tier: self.tier(id),
            owner: words::owner(&raw.owner, &holder),
            facts: self.facts(raw),
            conditions: self.conditions(raw),
            ratings: self.ratings(id),
            present: Risk::ALL
                .iter()
                .filter_map(|risk| Some(self.rated(*risk, self.present(id, *risk)?, None)))
                .collect(),
            documents: self.documents(id),
            filed: self.filed_in(id),
        }
    }

    pub(super) fn order(&self, order: &Order) -> Message {
        let ends = |message: Message, ends: &Option<Moment>| match ends {
            None => message,
            Some(moment) => Message::new("order-until").with("order", message).with(
                "date",
                self.calendar
                    .date_of_day(self.calendar.day_of(*moment))
                    .map_or_else(|| when::day_full(self.calendar, self.calendar.day_of(*moment)), when::date),
            ),
        };
        match order {
            Order::Licence { sentence_months, ends: end } => {
                ends(Message::new("order-licence").with("length", months(*sentence_months)), end)
            }
            Order::ExtendedLicence { sentence_months, ends: end } => {
                ends(Message::new("order-extended-licence").with("length", months(*sentence_months)), end)
            }
            Order::LifeLicence => Message::new("order-life-licence"),
            Order::IndeterminateLicence => Message::new("order-indeterminate-licence"),
            Order::Community { months: length } => Message::new("order-community").with("length", months(*length)),
            Order::Suspended { months: length } => Message::new("order-suspended").with("length", months(*length)),
            Order::PreSentence => Message::new("order-pre-sentence"),
            Order::Custody { tariff_years: None } => Message::new("order-custody"),
            Order::Custody { tariff_years: Some(years) } => {
                Message::new("order-custody-tariff").with("length", months(years.saturating_mul(12)))
            }
        }
    }

    fn mappa(&self, id: CaseId) -> Option<Message> {
        let level = self.mappa_level(id);
        let category = self.scenario.case(id).mappa.map_or(0, |mappa| mappa.category);
        match (level, category) {
            (0, _) => None,
            (level, 0) => Some(Message::new("mappa-level").with("level", level)),
            (level, category) => {
                Some(Message::new("mappa-category-level").with("category", category).with("level", level))
            }
        }
    }

    fn tier(&self, id: CaseId) -> Option<Message> {
        let number = self.state.number(self.tables.cases[id.index()].tier);
        let tier = self.tables.tiers.get(usize::try_from(number).ok()?)?;
        Some(Message::new("tier").with("tier", tier))
    }

    fn facts(&self, case: &raw::Case) -> Vec<FactRow> {
        let holds = |fact: &&raw::Fact| match self.scenario.symbols().get(&fact.id) {
            Some(Symbol::Fact(id)) => self.state.holds(self.tables, self.tables.facts_hold[id.index()]),
            _ => false,
        };
        case.facts
            .iter()
            .filter(holds)
            .map(|fact| FactRow { id: fact.id.clone(), label: folded(&fact.label), text: folded(&fact.text) })
            .collect()
    }

    fn conditions(&self, case: &raw::Case) -> Vec<ConditionRow> {
        let clock = self.state.clock;
        let in_force = |condition: &&LicenceCondition| {
            condition.from.is_none_or(|from| self.calendar.start_of(from) <= clock)
                && condition.until.is_none_or(|until| clock <= self.calendar.closing_of(until))
        };
        case.conditions.iter().filter(in_force).map(|condition| self.condition(condition)).collect()
    }

    fn condition(&self, condition: &LicenceCondition) -> ConditionRow {
        let mut recorded: Vec<ItemRef> = Vec::new();
        let (mut kept, mut occasions) = (0, 0);
        for came in &self.came {
            let raw = self.scenario.arrival(came.id);
            let item = ItemId::Arrival(came.id);
            if !raw.bears_on.contains(&condition.id)
                || !self.is_read(item, came.nth)
                || self.is_replaced(item)
                || recorded.iter().any(|one| one.item == raw.id && one.nth == came.nth)
            {
                continue;
            }
            recorded.push(self.item_ref(item, came.nth));
            let broken = raw.tags.iter().any(|tag| matches!(tag, Tag::Absence | Tag::NonCompliance));
            let met = matches!(raw.via, Via::InPerson | Via::Interview | Via::Visit | Via::Video) && !came.missed;
            occasions += usize::from(broken || met);
            kept += usize::from(met && !broken);
        }
        let mut acted: Vec<Named> = Vec::new();
        for (_, response) in self.acts() {
            let puts_to_work =
                self.scenario.response(response).is_some_and(|raw| raw.acts_on.contains(&condition.id));
            let named = self.response_named(response);
            if puts_to_work && !acted.contains(&named) {
                acted.push(named);
            }
        }
        ConditionRow {
            id: condition.id.clone(),
            text: folded(&condition.text),
            term: self.term(condition),
            words: match (occasions, recorded.len()) {
                (0, 0) => Message::new("condition-nothing"),
                (0, things) => Message::new("condition-recorded").with("n", things),
                (of, _) => Message::new("condition-kept").with("kept", kept).with("of", of),
            },
            recorded,
            kept: (kept, occasions),
            acted,
        }
    }

    /// The term of a condition, where it began during the run, or ends.
    fn term(&self, condition: &LicenceCondition) -> Option<Message> {
        let date = |moment| when::day_long(self.calendar, self.calendar.day_of(moment));
        let from = condition.from.filter(|from| self.calendar.start_of(*from) > self.calendar.begins());
        match (from, condition.until) {
            (None, None) => None,
            (Some(from), None) => Some(Message::new("term-from").with("date", date(from))),
            (None, Some(until)) => Some(Message::new("term-until").with("date", date(until))),
            (Some(from), Some(until)) => {
                Some(Message::new("term-from-until").with("from", date(from)).with("until", date(until)))
            }
        }
    }

    /// Ratings of the file, of forms that were filed, and of answers that rated risk.
    pub(super) fn ratings(&self, id: CaseId) -> Vec<RatingRow> {
        let case = self.scenario.case(id);
        let of_file = case.ratings.iter().filter(|ratings| self.calendar.opening_of(ratings.at) <= self.state.clock);
        let mut rows: Vec<RatingRow> = of_file
            .map(|ratings| RatingRow {
                at: self.written(ratings.at),
                by: self.by(&ratings.by),
                source: Message::new("rating-source-file"),
                levels: ratings.levels.iter().map(|(risk, level)| self.rated(*risk, *level, None)).collect(),
            })
            .collect();
        rows.sort_by_key(|row| row.at.minute);
        let filed: Vec<u32> = self.acts().map(|(event, _)| event.seq).collect();
        for event in self.events {
            let (source, levels) = match &event.what {
                What::Filed { response, form, case: Some(of), filing, .. }
                    if *of == case.id && filed.contains(&event.seq) =>
                {
                    (Message::verbatim(self.filed_title(response, form)), self.levels_in(filing))
                }
                What::Decided { decision, committed, .. } => {
                    let Some(decision) = self.scenario.decision_called(decision) else { continue };
                    let Answer::Levels(levels) = &committed.answer else { continue };
                    if self.tables.decisions[decision.index()].case != Some(id) {
                        continue;
                    }
                    let levels = levels.iter().map(|(risk, level)| self.rated(*risk, *level, None)).collect();
                    (self.decision_title(decision), levels)
                }
                _ => continue,
            };
            if !levels.is_empty() {
                rows.push(RatingRow { at: self.stamp(event.at), by: Message::new("you"), source, levels });
            }
        }
        rows
    }

    fn levels_in(&self, filing: &Filing) -> Vec<RatedRisk> {
        let mut levels = Vec::new();
        for (_, value) in filing.fields.iter() {
            match value {
                Value::Levels(rows) => {
                    levels.extend(rows.iter().map(|(risk, level)| self.rated(*risk, *level, None)));
                }
                Value::Grid(rows) => {
                    levels.extend(rows.iter().map(|(risk, row)| self.rated(*risk, row.level, Some(&row.why))));
                }
                _ => {}
            }
        }
        levels
    }

    fn documents(&self, id: CaseId) -> Vec<DocumentRow> {
        let case = self.scenario.case(id);
        let written = case.file.iter().filter_map(|document| self.scenario.item_called(&document.id));
        let mut items: Vec<(ItemId, u16)> =
            written.map(|item| self.stands_for(item)).map(|item| (item, self.newest(item).unwrap_or(0))).collect();
        for came in &self.came {
            let row = &self.tables.arrivals[came.id.index()];
            let item = ItemId::Arrival(came.id);
            // Where there is one case, everything in the file is about it.
            let here = row.case == Some(id) || row.case.is_none() && self.raw.cases.len() == 1;
            let replaces_in_inbox = self.replaced.iter().any(|(_, new)| *new == item);
            if row.lands_in_file
                && here
                && !self.is_replaced(item)
                && !items.iter().any(|(one, nth)| *one == item && (*nth == came.nth || replaces_in_inbox))
            {
                items.push((item, came.nth));
            }
        }
        items.into_iter().map(|(item, nth)| self.document_row(item, nth)).collect()
    }

    fn document_row(&self, item: ItemId, nth: u16) -> DocumentRow {
        let (form, minutes) = match item {
            ItemId::Document(id) => {
                let form = self.scenario.document(id).form.as_deref();
                let form = form.and_then(|form| self.scenario.form_called(form));
                let title = form.map(|form| folded(&self.scenario.form(form).title));
                (title, self.tables.documents[id.index()].minutes)
            }
            ItemId::Arrival(id) => (None, self.tables.arrivals[id.index()].minutes),
        };
        let item_ref = self.item_ref(item, nth);
        DocumentRow {
            form,
            minutes: if item_ref.read { 0 } else { minutes },
            item: item_ref,
            standing: self.standing(item),
            cited: self.numbers_of(item),
            told_to: self.told_to(item),
        }
    }

    fn filed_in(&self, id: CaseId) -> Vec<FiledRow> {
        let case = &self.scenario.case(id).id;
        let row = |(event, _): (&Event, _)| match &event.what {
            What::Filed { response, form, case: of, filing, .. }
                if of.as_ref() == Some(case) || of.is_none() && self.raw.cases.len() == 1 =>
            {
                Some(FiledRow {
                    response: response.clone(),
                    form: form.clone(),
                    title: self.filed_title(response, form),
                    at: self.stamp(event.at),
                    filing: filing.clone(),
                })
            }
            _ => None,
        };
        self.acts().filter_map(row).collect()
    }
}

/// A length in months as people say it: "20 months", "4 years", "2 years 6 months".
fn months(months: u32) -> Message {
    match (months / 12, months % 12) {
        // Sentences under two years are told in months.
        (0 | 1, _) if months != 12 => Message::new("length-months").with("months", months),
        (years, 0) => Message::new("length-years").with("years", years),
        (years, months) => Message::new("length-years-months").with("years", years).with("months", months),
    }
}

/// A person whom `check` would not have let through.
fn nobody(id: &str) -> Who {
    Who {
        id: id.to_owned(),
        name: id.to_owned(),
        role: raw::Role::Other,
        role_words: words::role(raw::Role::Other),
        of: None,
        in_full: Message::verbatim(id),
    }
}
