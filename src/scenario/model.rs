//! A checked scenario: the author's own words, every name resolved, and the tables that play runs on.
//!
//! Only `scenario::check` makes one, so that after it no id can dangle and nothing can fail to look up. Look-ups take
//! typed ids; names are for commands, plans and logs.

use jiff::civil::Date;

use super::check::Practice;
use super::ids::{
    AppointmentId, ArrivalId, CaseId, ChanceId, ClaimId, DeadlineId, DecisionId, DocumentId, DriftId, EndingId,
    FactId, FloorId, FormId, ItemId, LicenceConditionId, PersonId, PropertyId, ResponseId, SecretId, Symbol,
};
use super::raw;
use super::symbols::Symbols;
use super::tables::Tables;
use crate::policy::{OrderFacts, matches};

/// A scenario that can be played.
#[derive(Debug, Clone)]
pub struct Scenario {
    pub(super) raw: raw::Scenario,
    pub(super) variant: Option<raw::Id>,
    pub(super) policy_date: Date,
    pub(super) symbols: Symbols,
    pub(super) practice: Practice,
    pub(super) tables: Tables,
}

/// Declares a look-up by typed id.
macro_rules! things {
    ($($(#[$doc:meta])* $name:ident($list:ident: $id:ident) -> $raw:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name(&self, id: $id) -> &raw::$raw {
            &self.raw.$list[self.symbols.$list[id.index()].index()]
        }
    )+};
}

impl Scenario {
    things! {
        person(people: PersonId) -> Person,
        case(cases: CaseId) -> Case,
        claim(claims: ClaimId) -> Claim,
        secret(secrets: SecretId) -> Secret,
        arrival(arrivals: ArrivalId) -> Arrival,
        decision(decisions: DecisionId) -> Decision,
        drift(drift: DriftId) -> Drift,
        chance(chances: ChanceId) -> Chance,
        appointment(appointments: AppointmentId) -> Appointment,
        deadline(deadlines: DeadlineId) -> Deadline,
        floor(floors: FloorId) -> Floor,
        property(properties: PropertyId) -> Property,
    }

    /// The author's text, as it was written.
    #[must_use]
    pub const fn raw(&self) -> &raw::Scenario {
        &self.raw
    }

    #[must_use]
    pub const fn tables(&self) -> &Tables {
        &self.tables
    }

    #[must_use]
    pub const fn symbols(&self) -> &Symbols {
        &self.symbols
    }

    /// The variant that it was checked for.
    #[must_use]
    pub fn variant(&self) -> Option<&str> {
        self.variant.as_deref()
    }

    /// The date whose law and policy hold for the whole run.
    #[must_use]
    pub const fn policy_date(&self) -> Date {
        self.policy_date
    }

    #[must_use]
    pub fn ending(&self, id: EndingId) -> &raw::Ending {
        &self.raw.endings[id.index()]
    }

    #[must_use]
    pub fn form(&self, id: FormId) -> &raw::Form {
        &self.practice.forms[id.index()]
    }

    #[must_use]
    pub fn document(&self, id: DocumentId) -> &raw::Document {
        let spot = self.symbols.documents[id.index()];
        &self.raw.cases[spot.index()].file[spot.inner()]
    }

    #[must_use]
    pub fn fact(&self, id: FactId) -> &raw::Fact {
        let spot = self.symbols.facts[id.index()];
        &self.raw.cases[spot.index()].facts[spot.inner()]
    }

    #[must_use]
    pub fn licence_condition(&self, id: LicenceConditionId) -> &raw::LicenceCondition {
        let spot = self.symbols.licence_conditions[id.index()];
        &self.raw.cases[spot.index()].conditions[spot.inner()]
    }

    /// A response of the author's; nothing for an everyday form.
    #[must_use]
    pub fn response(&self, id: ResponseId) -> Option<&raw::Response> {
        self.symbols.responses.get(id.index()).map(|spot| &self.raw.responses[spot.index()])
    }

    /// The form that a response carries, or that an everyday response is.
    #[must_use]
    pub fn form_of(&self, id: ResponseId) -> Option<&raw::Form> {
        self.tables.responses.get(id.index()).and_then(|row| row.form).map(|form| self.form(form))
    }

    /// The name of a response, or of the form that an everyday response is.
    #[must_use]
    pub fn response_name(&self, id: ResponseId) -> &str {
        match (self.response(id), self.form_of(id)) {
            (Some(response), _) => &response.id,
            (None, Some(form)) => &form.id,
            (None, None) => "",
        }
    }

    /// What a response says on its button.
    #[must_use]
    pub fn response_label(&self, id: ResponseId) -> &str {
        match (self.response(id), self.form_of(id)) {
            (Some(response), _) => &response.label,
            (None, Some(form)) => &form.title,
            (None, None) => "",
        }
    }

    #[must_use]
    pub fn response_kind(&self, id: ResponseId) -> raw::Kind {
        self.response(id).map_or(raw::Kind::Record, |response| response.kind)
    }

    /// Responses in the order of the file, then everyday forms.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "check refuses over 2,047 ids")]
    pub fn responses_in_order(&self) -> Vec<ResponseId> {
        let mut order: Vec<ResponseId> =
            (0..self.symbols.responses.len()).map(|index| ResponseId(index as u16)).collect();
        order.sort_by_key(|id| self.symbols.responses[id.index()].index());
        order.extend((self.symbols.responses.len()..self.tables.responses.len()).map(|i| ResponseId(i as u16)));
        order
    }

    /// The response of a name, or the everyday form of that name.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "check refuses over 2,047 ids")]
    pub fn response_called(&self, name: &str) -> Option<ResponseId> {
        match self.symbols.get(name)? {
            Symbol::Response(id) => Some(id),
            Symbol::Form(_) => {
                let at = self.raw.everyday.iter().position(|form| form == name)?;
                Some(ResponseId((self.symbols.responses.len() + at) as u16))
            }
            _ => None,
        }
    }

    #[must_use]
    pub fn item_called(&self, name: &str) -> Option<ItemId> {
        self.symbols.item(name)
    }

    #[must_use]
    pub fn person_called(&self, name: &str) -> Option<PersonId> {
        match self.symbols.get(name)? {
            Symbol::Person(id) => Some(id),
            _ => None,
        }
    }

    #[must_use]
    pub fn case_called(&self, name: &str) -> Option<CaseId> {
        match self.symbols.get(name)? {
            Symbol::Case(id) => Some(id),
            _ => None,
        }
    }

    #[must_use]
    pub fn decision_called(&self, name: &str) -> Option<DecisionId> {
        match self.symbols.get(name)? {
            Symbol::Decision(id) => Some(id),
            _ => None,
        }
    }

    #[must_use]
    pub fn form_called(&self, name: &str) -> Option<FormId> {
        match self.symbols.get(name)? {
            Symbol::Form(id) => Some(id),
            _ => None,
        }
    }

    /// The name of an item.
    #[must_use]
    pub fn item_name(&self, item: ItemId) -> &str {
        match item {
            ItemId::Arrival(id) => &self.arrival(id).id,
            ItemId::Document(id) => &self.document(id).id,
        }
    }

    /// The number of an item: arrivals first, documents after them.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "check refuses over 2,047 ids")]
    pub fn item_number(&self, item: ItemId) -> u16 {
        match item {
            ItemId::Arrival(id) => id.0,
            ItemId::Document(id) => self.tables.arrivals.len() as u16 + id.0,
        }
    }

    /// What a policy rule says for a case, at a present MAPPA level; nothing if none is in force for its order.
    #[must_use]
    pub fn rule<'s>(&'s self, id: &'s str, case: CaseId, mappa_level: u8) -> Option<&'s raw::policy::PolicyRule> {
        let case = self.case(case);
        let facts = OrderFacts::of(&case.order, case.mappa.map_or(0, |mappa| mappa.category), mappa_level);
        self.practice.policy.in_force(id, self.policy_date).find(|rule| matches(rule.only.as_ref(), facts))
    }

    /// How an answer to a decision reads: the numbers of the options in the order of the file.
    #[must_use]
    pub fn option_called(&self, decision: DecisionId, name: &str) -> Option<usize> {
        self.decision(decision).options.iter().position(|option| option.id == name)
    }
}

/// A text as it is shown: a line break with its indentation is one space, an empty line starts a paragraph.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() {
            blank = !out.is_empty();
            continue;
        }
        if blank {
            out.push_str("\n\n");
        } else if !out.is_empty() {
            out.push(' ');
        }
        blank = false;
        out.push_str(line);
    }
    out
}
