//! Bits and slots for everything that conditions or the engine read; people, cases and what lies in their files.

use crate::scenario::ids::{CaseId, ClaimId, DocumentId, ItemId, PersonId, Symbol};
use crate::scenario::raw::{self, Reliability, Risk, StateItem};
use crate::scenario::tables::{CaseRow, Cond, DocumentRow, Slot, Span};

use super::conditions::{narrow, short};
use super::occurrences::MOST_TOLD_APART;
use super::{CALLED_DRAWS, Compiler};
use crate::scenario::raw::At;

impl Compiler<'_> {
    /// Gives a bit, a slot or a moment to everything that needs one, flags first: they are read most.
    pub(super) fn give_out_facts(&mut self) {
        let (raw, symbols) = (self.raw, self.symbols);
        for _ in &symbols.flags {
            let bit = self.facts.bit();
            self.facts.flags.push(bit);
        }
        for spot in &symbols.counters {
            let (min, max, start) = match &raw.state[spot.index()] {
                StateItem::Counter { min, max, start, .. } => (*min, *max, start.unwrap_or(*min)),
                StateItem::Flag(_) | StateItem::OneOf { .. } => (0, 0, 0),
            };
            let slot = self.facts.slot(start);
            self.facts.counters.push((slot, min, max));
        }
        for _ in &symbols.one_ofs {
            let slot = self.facts.slot(0);
            self.facts.one_ofs.push(slot);
        }
        for index in 0..symbols.arrivals.len() {
            let id = crate::scenario::ids::ArrivalId(short(index));
            let seen = self.facts.bit();
            let opened = self.facts.bit();
            let most = self.occurrences.arrival(id).min(MOST_TOLD_APART);
            let first = if most > 1 { self.facts.bits(most) } else { opened };
            self.facts.arrivals.push((seen, opened, first));
        }
        for _ in &symbols.documents {
            let bits = (self.facts.bit(), self.facts.bit());
            self.facts.documents.push(bits);
        }
        for _ in 0..symbols.responses.len() + raw.everyday.len() {
            let bit = self.facts.bit();
            self.facts.done.push(bit);
        }
        for spot in &symbols.decisions {
            let bits = (self.facts.bit(), self.facts.bit(), self.facts.bit());
            self.facts.decisions.push(bits);
            let first = self.facts.bits(short(raw.decisions[spot.index()].options.len()));
            self.facts.chose.push(first);
        }
        for _ in &symbols.deadlines {
            let bits = (self.facts.bit(), self.facts.bit(), self.facts.bit());
            self.facts.deadlines.push(bits);
        }
        for _ in &symbols.claims {
            let bit = self.facts.bit();
            self.facts.verified.push(bit);
        }
        for _ in &symbols.secrets {
            let bit = self.facts.bit();
            self.facts.leaked.push(bit);
        }
        for spot in &symbols.chances {
            let chance = &raw.chances[spot.index()];
            let over = (!chance.again).then(|| self.facts.bit());
            self.facts.over.push(over);
        }
        for spot in &symbols.cases {
            let case = &raw.cases[spot.index()];
            let allocated = self.facts.bit();
            if case.allocated {
                self.facts.set(allocated);
            }
            let levels = self.present_levels(case);
            let mut first = None;
            for level in levels {
                let slot = self.facts.slot(level);
                first.get_or_insert(slot);
            }
            let mappa = self.facts.slot(case.mappa.map_or(0, |mappa| i16::from(mappa.level)));
            let tier = case.tier.as_deref().map_or(-1, |tier| self.tier(tier));
            let tier = self.facts.slot(tier);
            self.facts.cases.push((allocated, first.unwrap_or(Slot(0)), mappa, tier));
        }
        self.facts.reserve_times(short(symbols.deadlines.len()));
        self.give_out_draws();
        for id in &raw.everyday {
            if let Some(Symbol::Form(form)) = symbols.get(id) {
                let response = short(symbols.responses.len() + self.names.everyday.len());
                self.names.everyday.push((form, crate::scenario::ids::ResponseId(response)));
            } else {
                self.names.everyday_unsure = true;
            }
        }
    }

    /// Numbers the draws: chances by name and occurrence, then endings by name. Waits between two lengths follow as
    /// they are compiled.
    fn give_out_draws(&mut self) {
        for spot in &self.symbols.chances {
            self.tables.draws += u32::from(self.chance_draws(spot.index()));
        }
    }

    /// How many draws of its own a chance has.
    pub(super) fn chance_draws(&self, index: usize) -> u16 {
        match &self.raw.chances[index].at {
            At::Week(_) | At::Day(_) | At::AsSoonAs(_) => 1,
            At::EachWeek(each) => u16::try_from(i32::from(each.to) - i32::from(each.from) + 1).unwrap_or(1),
            At::EachDay(each) => u16::try_from(i32::from(each.to) - i32::from(each.from) + 1).unwrap_or(1),
            At::Called => short(CALLED_DRAWS as usize),
        }
    }

    /// The latest rating of each category by the start: nought if there is none.
    fn present_levels(&self, case: &raw::Case) -> [i16; Risk::ALL.len()] {
        let mut levels = [0; Risk::ALL.len()];
        let mut ratings: Vec<_> = case.ratings.iter().collect();
        ratings.sort_by_key(|ratings| self.tables.calendar.start_of(ratings.at));
        for (risk, level) in ratings.iter().flat_map(|ratings| ratings.levels.iter()) {
            levels[*risk as usize] = *level as i16 + 1;
        }
        levels
    }

    /// People and cases, and what lies in the files.
    pub(super) fn people_and_cases(&mut self) {
        let (raw, symbols) = (self.raw, self.symbols);
        for (index, form) in raw.everyday.iter().enumerate() {
            self.names.enter_field("everyday");
            self.names.enter_index(index);
            self.names.form(form);
            self.names.leave();
            self.names.leave();
        }
        for spot in &symbols.people {
            let person = &raw.people[spot.index()];
            self.names.enter_field("people");
            self.names.enter_index(spot.index());
            if let Some(case) = &person.case {
                self.names.field("case", |names| names.case(case));
            }
            self.names.enter_field("known_when");
            let known = self.condition(person.known_when.as_ref());
            self.names.leave();
            self.tables.people_known.push(known);
            self.names.leave();
            self.names.leave();
        }
        for (index, spot) in symbols.cases.iter().enumerate() {
            let case = &raw.cases[spot.index()];
            self.names.enter_field("cases");
            self.names.enter_index(spot.index());
            self.names.field("person", |names| names.person(&case.person));
            if let raw::Owner::Held(by) = &case.owner {
                self.names.field("owner", |names| {
                    names.enter_index(0);
                    names.person(by);
                    names.leave();
                });
            }
            for (at, ratings) in case.ratings.iter().enumerate() {
                self.names.enter_field("ratings");
                self.names.enter_index(at);
                self.names.field("by", |names| names.person_or_you(&ratings.by));
                self.names.leave();
                self.names.leave();
            }
            let (allocated, levels, mappa, tier) = self.facts.case(CaseId(short(index)));
            let (category, level) = case.mappa.map_or((0, 0), |mappa| (mappa.category, mappa.level));
            let order = crate::policy::OrderFacts::of(&case.order, category, level);
            self.tables.cases.push(CaseRow { allocated, levels, mappa, tier, order });
            self.names.leave();
            self.names.leave();
        }
        for spot in &symbols.facts {
            let fact = &raw.cases[spot.index()].facts[spot.inner()];
            self.enter("cases", spot.index(), "facts", spot.inner());
            self.names.enter_field("when");
            let holds = self.condition(fact.when.as_ref());
            self.names.leave();
            self.leave_inner();
            self.tables.facts_hold.push(holds);
        }
        for (index, spot) in symbols.documents.iter().enumerate() {
            self.enter("cases", spot.index(), "file", spot.inner());
            self.document(DocumentId(short(index)), spot.index(), spot.inner());
            self.leave_inner();
        }
    }

    pub(super) fn enter(&mut self, list: &'static str, index: usize, inner: &'static str, at: usize) {
        self.names.enter_field(list);
        self.names.enter_index(index);
        self.names.enter_field(inner);
        self.names.enter_index(at);
    }

    pub(super) fn leave_inner(&mut self) {
        for _ in 0..4 {
            self.names.leave();
        }
    }

    fn document(&mut self, id: DocumentId, case: usize, inner: usize) {
        let raw = self.raw;
        let document = &raw.cases[case].file[inner];
        let Some(Symbol::Case(case_id)) = self.symbols.get(&raw.cases[case].id) else { return };
        if let Some(by) = &document.by {
            self.names.field("by", |names| names.person_or_you(by));
        }
        if let Some(form) = &document.form {
            let form_id = self.names.field("form", |names| names.form(form));
            if let Some(form_id) = form_id {
                let fields: Vec<&str> =
                    self.forms[form_id.index()].fields.iter().map(|field| field.id.as_str()).collect();
                self.names.enter_field("fields");
                for (field, _) in document.fields.iter() {
                    self.names.enter_key(field);
                    self.names.local(field, "field", &format!("the form \"{form}\""), &fields);
                    self.names.leave();
                }
                self.names.leave();
            }
        }
        self.content(&document.content);
        let by = document.by.as_deref().and_then(|by| match self.symbols.get(by) {
            Some(Symbol::Person(id)) => Some(id),
            _ => None,
        });
        let claims = (&document.says[..], &document.confirms[..], &document.contradicts[..]);
        let settles = self.settled(claims, document.reliability.unwrap_or(Reliability::Record), by);
        let item = ItemId::Document(id);
        self.item_reveals(item, &document.reveals);
        let (seen, opened) = self.facts.document(id);
        if raw.cases[case].allocated {
            self.facts.set(seen);
        }
        self.tables.documents.push(DocumentRow {
            case: case_id,
            seen,
            opened,
            minutes: i32::from(document.minutes),
            settles,
        });
    }

    pub(super) fn content(&mut self, content: &[String]) {
        self.names.enter_field("content");
        for (index, note) in content.iter().enumerate() {
            self.names.enter_index(index);
            self.names.content_note(note);
            self.names.leave();
        }
        self.names.leave();
    }

    /// Looks up the claims of an item, and says which it settles: those that it confirms or contradicts, if it is no
    /// self-report and comes from nobody who makes the claim.
    pub(super) fn settled(
        &mut self,
        (says, confirms, contradicts): (&[String], &[String], &[String]),
        reliability: Reliability,
        from: Option<PersonId>,
    ) -> Span {
        self.claims("says", says);
        let mut claims = self.claims("confirms", confirms);
        claims.extend(self.claims("contradicts", contradicts));
        let start = narrow(self.tables.settles.len());
        if reliability != Reliability::SelfReport {
            for claim in claims {
                let maker = from.is_some_and(|from| self.makes(from, claim));
                let bit = self.facts.verified(claim);
                if !maker && !self.tables.settles[start as usize..].contains(&bit) {
                    self.tables.settles.push(bit);
                }
            }
        }
        Span { start, len: short(self.tables.settles.len() - start as usize) }
    }

    fn claims(&mut self, field: &'static str, claims: &[String]) -> Vec<ClaimId> {
        self.names.enter_field(field);
        let mut found = Vec::with_capacity(claims.len());
        for (index, claim) in claims.iter().enumerate() {
            self.names.enter_index(index);
            found.extend(self.names.claim(claim));
            self.names.leave();
        }
        self.names.leave();
        found
    }

    /// Who makes which claim: asked once, before anything is compiled.
    pub(super) fn who_says_what(&mut self) {
        let raw = self.raw;
        let arrivals = raw.arrivals.iter().map(|arrival| (Some(arrival.from.as_str()), &arrival.says));
        let documents = raw.cases.iter().flat_map(|case| &case.file);
        let documents = documents.map(|document| (document.by.as_deref(), &document.says));
        for (who, says) in arrivals.chain(documents) {
            let Some(Symbol::Person(who)) = who.and_then(|who| self.symbols.get(who)) else { continue };
            for said in says {
                if let Some(Symbol::Claim(claim)) = self.symbols.get(said) {
                    self.says.push((who, claim));
                }
            }
        }
    }

    /// Whether somebody makes a claim.
    fn makes(&self, who: PersonId, claim: ClaimId) -> bool {
        self.says.contains(&(who, claim))
    }

    /// Secrets that passing an item on gives away.
    pub(super) fn item_reveals(&mut self, item: ItemId, reveals: &[String]) {
        let span = self.reveals(reveals);
        let number = usize::from(self.item_number(item));
        if self.tables.item_reveals.len() <= number {
            self.tables.item_reveals.resize(number + 1, Span::default());
        }
        self.tables.item_reveals[number] = span;
    }

    pub(super) fn reveals(&mut self, reveals: &[String]) -> Span {
        self.names.enter_field("reveals");
        let start = narrow(self.tables.reveals.len());
        for (index, secret) in reveals.iter().enumerate() {
            self.names.enter_index(index);
            if let Some(secret) = self.names.secret(secret) {
                self.tables.reveals.push(secret);
            }
            self.names.leave();
        }
        self.names.leave();
        Span { start, len: short(self.tables.reveals.len() - start as usize) }
    }

    /// Looks up the names of a list of people.
    pub(super) fn people(&mut self, field: &'static str, people: &[String]) -> Vec<PersonId> {
        self.names.enter_field(field);
        let mut found = Vec::with_capacity(people.len());
        for (index, person) in people.iter().enumerate() {
            self.names.enter_index(index);
            found.extend(self.names.person(person));
            self.names.leave();
        }
        self.names.leave();
        found
    }

    /// The case of something: the one that it names, else the only one.
    pub(super) fn case_of(&mut self, case: Option<&String>) -> Option<CaseId> {
        match case {
            Some(case) => self.names.field("case", |names| names.case(case)),
            None => (self.raw.cases.len() == 1).then_some(CaseId(0)),
        }
    }

    /// A condition that stands in a field.
    pub(super) fn field_condition(&mut self, field: &'static str, condition: Option<&raw::Condition>) -> Cond {
        self.names.enter_field(field);
        let compiled = self.condition(condition);
        self.names.leave();
        compiled
    }
}
