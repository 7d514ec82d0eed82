//! The one name space of a scenario: every id, what it stands for, and where it was declared.
//!
//! In goes the raw scenario with the forms at hand; out come a table to look ids up in, the order in which things are
//! numbered, and a finding for each id that is declared twice.

use crate::diag::{Code, Severity};

use super::ids::{
    AppointmentId, ArrivalId, CaseId, ChanceId, ClaimId, ContentNoteId, CounterId, DeadlineId, DecisionId,
    DocumentId, DriftId, EndingId, FactId, FlagId, FloorId, FormId, ItemId, LicenceConditionId, OneOfId, PersonId,
    PropertyId, ResponseId, SecretId, Symbol,
};
use super::locate::{File, Finding, Place};
use super::raw;

/// The name that stands for the trainee where a person may be named.
pub const YOU: &str = "you";

/// An id is declared twice.
pub const DECLARED_TWICE: Code = Code("D0101");

/// Where in the raw scenario something stands: the list, its place in it, and its place in an inner list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    list: &'static str,
    index: u16,
    inner: Option<(&'static str, u16)>,
}

impl Spot {
    const fn new(list: &'static str, index: u16) -> Self {
        Self { list, index, inner: None }
    }

    /// Place in the list of the file.
    #[must_use]
    pub const fn index(self) -> usize {
        self.index as usize
    }

    /// Place in the inner list (a document in its case), or nought.
    #[must_use]
    pub const fn inner(self) -> usize {
        match self.inner {
            Some((_, index)) => index as usize,
            None => 0,
        }
    }

    /// The steps that lead to it.
    #[must_use]
    pub fn place(self) -> Place {
        let place = Place::top().field(self.list).index(self.index());
        match self.inner {
            Some((list, index)) => place.field(list).index(index as usize),
            None => place,
        }
    }
}

/// Every id of a scenario, and the spots of each kind in the order in which it is numbered.
#[derive(Debug, Clone, Default)]
pub struct Symbols {
    /// By name.
    entries: Vec<(Box<str>, Symbol, Option<Spot>)>,
    pub flags: Vec<Spot>,
    pub counters: Vec<Spot>,
    pub one_ofs: Vec<Spot>,
    pub people: Vec<Spot>,
    pub cases: Vec<Spot>,
    pub licence_conditions: Vec<Spot>,
    pub documents: Vec<Spot>,
    pub claims: Vec<Spot>,
    pub secrets: Vec<Spot>,
    pub arrivals: Vec<Spot>,
    pub responses: Vec<Spot>,
    pub decisions: Vec<Spot>,
    pub drift: Vec<Spot>,
    pub chances: Vec<Spot>,
    pub appointments: Vec<Spot>,
    pub deadlines: Vec<Spot>,
    pub floors: Vec<Spot>,
    /// In the order of the file: the list of endings is tried in order.
    pub endings: Vec<Spot>,
    pub properties: Vec<Spot>,
    pub facts: Vec<Spot>,
    pub content_notes: Vec<Spot>,
}

/// The kind of an entry before it is numbered.
#[derive(Clone, Copy)]
enum Kind {
    Flag,
    Counter,
    OneOf,
    Person,
    Case,
    LicenceCondition,
    Document,
    Claim,
    Secret,
    Arrival,
    Response,
    Decision,
    Drift,
    Chance,
    Appointment,
    Deadline,
    Floor,
    Ending,
    Property,
    Fact,
    ContentNote,
    Form(u16),
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a file holds fewer than 10,000 nodes, and check refuses over 2,047 ids"
)]
const fn short(index: usize) -> u16 {
    index as u16
}

impl Symbols {
    /// Declares every id of a scenario. Forms are those at hand, used or not: an author may not take their names.
    #[must_use]
    pub fn declare(scenario: &raw::Scenario, forms: &[raw::Form]) -> (Self, Vec<Finding>) {
        let mut entries: Vec<(&str, Kind, Option<Spot>)> = Vec::with_capacity(256);
        collect(scenario, &mut entries);
        for (index, form) in forms.iter().enumerate() {
            entries.push((&form.id, Kind::Form(short(index)), None));
        }
        // Stable: of two declarations, the first of the file stays first.
        entries.sort_by(|a, b| a.0.cmp(b.0));
        let findings = twice(&entries);
        entries.dedup_by(|later, earlier| later.0 == earlier.0);
        (Self::number(&entries), findings)
    }

    fn number(entries: &[(&str, Kind, Option<Spot>)]) -> Self {
        let mut all = Self::default();
        all.entries.reserve(entries.len());
        for &(name, kind, spot) in entries {
            macro_rules! next {
                ($list:ident, $id:ident, $symbol:ident) => {{
                    let id = $id(short(all.$list.len()));
                    all.$list.extend(spot);
                    Symbol::$symbol(id)
                }};
            }
            let symbol = match kind {
                Kind::Flag => next!(flags, FlagId, Flag),
                Kind::Counter => next!(counters, CounterId, Counter),
                Kind::OneOf => next!(one_ofs, OneOfId, OneOf),
                Kind::Person => next!(people, PersonId, Person),
                Kind::Case => next!(cases, CaseId, Case),
                Kind::LicenceCondition => next!(licence_conditions, LicenceConditionId, LicenceCondition),
                Kind::Document => next!(documents, DocumentId, Document),
                Kind::Claim => next!(claims, ClaimId, Claim),
                Kind::Secret => next!(secrets, SecretId, Secret),
                Kind::Arrival => next!(arrivals, ArrivalId, Arrival),
                Kind::Response => next!(responses, ResponseId, Response),
                Kind::Decision => next!(decisions, DecisionId, Decision),
                Kind::Drift => next!(drift, DriftId, Drift),
                Kind::Chance => next!(chances, ChanceId, Chance),
                Kind::Appointment => next!(appointments, AppointmentId, Appointment),
                Kind::Deadline => next!(deadlines, DeadlineId, Deadline),
                Kind::Floor => next!(floors, FloorId, Floor),
                Kind::Property => next!(properties, PropertyId, Property),
                Kind::Fact => next!(facts, FactId, Fact),
                Kind::ContentNote => next!(content_notes, ContentNoteId, ContentNote),
                Kind::Ending => Symbol::Ending(EndingId(spot.map_or(0, |spot| spot.index))),
                Kind::Form(index) => Symbol::Form(FormId(index)),
            };
            if let (Kind::Ending, Some(spot)) = (kind, spot) {
                all.endings.push(spot);
            }
            all.entries.push((name.into(), symbol, spot));
        }
        all.endings.sort_by_key(|spot| spot.index);
        all
    }

    fn find(&self, id: &str) -> Option<&(Box<str>, Symbol, Option<Spot>)> {
        let index = self.entries.binary_search_by(|(name, ..)| name.as_ref().cmp(id)).ok()?;
        self.entries.get(index)
    }

    /// What an id stands for.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<Symbol> {
        self.find(id).map(|(_, symbol, _)| *symbol)
    }

    /// Where an id was declared; nothing for a form, which has a file of its own.
    #[must_use]
    pub fn declared_at(&self, id: &str) -> Option<Place> {
        self.find(id).and_then(|(_, _, spot)| *spot).map(|spot| spot.place().field("id"))
    }

    /// Every id with what it stands for, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Symbol)> {
        self.entries.iter().map(|(name, symbol, _)| (name.as_ref(), *symbol))
    }

    /// How many ids there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The item that an id stands for.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<ItemId> {
        match self.get(id)? {
            Symbol::Arrival(arrival) => Some(ItemId::Arrival(arrival)),
            Symbol::Document(document) => Some(ItemId::Document(document)),
            _ => None,
        }
    }
}

/// Every declaration, in the order of the file.
fn collect<'s>(scenario: &'s raw::Scenario, entries: &mut Vec<(&'s str, Kind, Option<Spot>)>) {
    for (index, item) in scenario.state.iter().enumerate() {
        let spot = Some(Spot::new("state", short(index)));
        entries.push(match item {
            raw::StateItem::Flag(id) => (id, Kind::Flag, spot),
            raw::StateItem::Counter { id, .. } => (id, Kind::Counter, spot),
            raw::StateItem::OneOf { id, .. } => (id, Kind::OneOf, spot),
        });
    }
    macro_rules! list {
        ($list:ident, $kind:ident) => {
            for (index, thing) in scenario.$list.iter().enumerate() {
                entries.push((&thing.id, Kind::$kind, Some(Spot::new(stringify!($list), short(index)))));
            }
        };
    }
    list!(people, Person);
    for (index, case) in scenario.cases.iter().enumerate() {
        let spot = Spot::new("cases", short(index));
        entries.push((&case.id, Kind::Case, Some(spot)));
        macro_rules! inner {
            ($list:ident, $kind:ident) => {
                for (inner, thing) in case.$list.iter().enumerate() {
                    let spot = Spot { inner: Some((stringify!($list), short(inner))), ..spot };
                    entries.push((&thing.id, Kind::$kind, Some(spot)));
                }
            };
        }
        inner!(conditions, LicenceCondition);
        inner!(facts, Fact);
        inner!(file, Document);
    }
    list!(claims, Claim);
    list!(secrets, Secret);
    list!(arrivals, Arrival);
    list!(responses, Response);
    list!(decisions, Decision);
    list!(drift, Drift);
    list!(chances, Chance);
    list!(appointments, Appointment);
    list!(deadlines, Deadline);
    list!(floors, Floor);
    list!(endings, Ending);
    list!(properties, Property);
    list!(content_notes, ContentNote);
}

/// A finding at each place where an id is declared again.
fn twice(entries: &[(&str, Kind, Option<Spot>)]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut start = 0;
    while let Some(&(name, _, first)) = entries.get(start) {
        let group = entries[start..].iter().take_while(|entry| entry.0 == name).count();
        for &(_, _, again) in entries[start..start + group].iter().skip(1) {
            let taken = entries[start..start + group].iter().any(|entry| entry.2.is_none());
            let (Some(place), message, also) = (match (again, first) {
                (Some(again), Some(first)) => (
                    Some(again.place().field("id")),
                    format!("\"{name}\" is the id of two things"),
                    vec![(first.place().field("id"), "first used here".to_owned())],
                ),
                (Some(spot), None) | (None, Some(spot)) if taken => (
                    Some(spot.place().field("id")),
                    format!("\"{name}\" is the id of a form that every scenario can use"),
                    Vec::new(),
                ),
                _ => (None, String::new(), Vec::new()),
            }) else {
                continue;
            };
            findings.push(Finding {
                code: DECLARED_TWICE,
                severity: Severity::Error,
                file: File::Scenario,
                place,
                message,
                help: Some("give one of them another name: an id is used once in a scenario".to_owned()),
                also,
            });
        }
        start += group;
    }
    findings
}
