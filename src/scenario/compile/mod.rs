//! A raw scenario to dense tables, looking up every name on the way.
//!
//! In go the raw scenario, its names, the forms and the policy of its date; out come [`Tables`] and the findings of
//! all that can't be compiled. Things are compiled in the order of their names, so that the place of a thing in the
//! file never matters. Only `scenario::check` calls this.

mod agenda;
mod conditions;
mod effects;
mod facts;
pub mod names;
mod occurrences;
mod people;
mod things;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::diag::Code;
use crate::policy::Policy;

use super::calendar::Calendar;
use super::check::Practice;
use super::ids::{ClaimId, CounterId, DecisionId, FlagId, ItemId, OneOfId, PersonId};
use super::locate::{File, Finding, Place};
use super::raw;
use super::symbols::Symbols;
use super::tables::{Conditions, Tables};

use facts::Facts;
use names::Names;
pub use occurrences::Occurrences;

/// A condition asks for a field that holds nothing a condition could read.
pub const NOT_READABLE: Code = Code("D0107");
/// No rule of this name is in force at the policy date for this order.
pub const NO_RULE: Code = Code("D0108");

/// Draws kept for something that is called: how many times it can be drawn with luck of its own.
pub const CALLED_DRAWS: u32 = 64;

/// A piece of hidden state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touched {
    Flag(FlagId),
    Counter(CounterId),
    OneOf(OneOfId),
}

/// What came of compiling.
#[derive(Debug)]
pub struct Compiled {
    pub tables: Tables,
    pub findings: Vec<Finding>,
    /// State that some condition reads.
    pub read: BTreeSet<Touched>,
    /// State that some effect changes.
    pub changed: BTreeSet<Touched>,
}

/// The work in hand.
struct Compiler<'a> {
    raw: &'a raw::Scenario,
    symbols: &'a Symbols,
    forms: &'a [raw::Form],
    policy: &'a Policy,
    policy_date: Date,
    names: Names<'a>,
    facts: Facts,
    occurrences: &'a Occurrences,
    /// Who makes which claim.
    says: Vec<(PersonId, ClaimId)>,
    tables: Tables,
    read: BTreeSet<Touched>,
    changed: BTreeSet<Touched>,
}

/// Compiles a scenario whose calendar has been laid out.
#[must_use]
pub fn compile(
    raw: &raw::Scenario,
    symbols: &Symbols,
    practice: &Practice,
    policy_date: Date,
    occurrences: &Occurrences,
    calendar: Calendar,
    expected: &[(Place, raw::Condition)],
) -> Compiled {
    let mut compiler = Compiler {
        raw,
        symbols,
        forms: &practice.forms,
        policy: &practice.policy,
        policy_date,
        names: Names::new(symbols),
        facts: Facts::default(),
        occurrences,
        says: Vec::new(),
        tables: empty(calendar),
        read: BTreeSet::new(),
        changed: BTreeSet::new(),
    };
    compiler.give_out_facts();
    compiler.who_says_what();
    compiler.people_and_cases();
    compiler.arrivals();
    compiler.responses();
    compiler.decisions();
    compiler.drift_and_chances();
    compiler.deadlines();
    compiler.secrets();
    compiler.endings();
    compiler.floors_and_properties();
    compiler.appointments();
    compiler.expected(expected);
    compiler.agenda();
    compiler.finish()
}

impl<'a> Compiler<'a> {
    fn read(&mut self, touched: Touched) {
        self.read.insert(touched);
    }

    fn change(&mut self, touched: Touched) {
        self.changed.insert(touched);
    }

    /// The number of an item: arrivals first, documents after them.
    fn item_number(&self, item: ItemId) -> u16 {
        match item {
            ItemId::Arrival(id) => id.0,
            ItemId::Document(id) => conditions::short(self.symbols.arrivals.len()) + id.0,
        }
    }

    /// The names of a decision's options.
    fn options_of(&self, id: DecisionId) -> Vec<&'a str> {
        let raw = self.raw;
        raw.decisions[self.symbols.decisions[id.index()].index()]
            .options
            .iter()
            .map(|option| option.id.as_str())
            .collect()
    }

    /// What a plan expects: its conditions need facts like any other. Their places are in the plan.
    fn expected(&mut self, expected: &[(Place, raw::Condition)]) {
        for (place, condition) in expected {
            let own = self.names.findings.len();
            self.names.stand_at(place);
            let compiled = self.condition(Some(condition));
            self.names.stand_at(&Place::top());
            for finding in &mut self.names.findings[own..] {
                finding.file = File::Plan(0);
                finding.also.clear();
            }
            self.tables.expected.push(compiled);
        }
    }

    fn finish(mut self) -> Compiled {
        let (words, numbers, times) = self.facts.finish();
        self.tables.facts = words;
        self.tables.numbers = numbers;
        self.tables.times = times;
        self.tables.filed = std::mem::take(&mut self.facts.filed);
        self.tables.entered = std::mem::take(&mut self.facts.entered);
        self.tables.cited = std::mem::take(&mut self.facts.cited);
        self.tellings();
        Compiled { tables: self.tables, findings: self.names.findings, read: self.read, changed: self.changed }
    }
}

fn empty(calendar: Calendar) -> Tables {
    Tables {
        calendar,
        facts: Vec::new(),
        numbers: Vec::new(),
        times: 0,
        conditions: Conditions::default(),
        ops: Vec::new(),
        blocks: Vec::new(),
        agenda: Vec::new(),
        reacts: false,
        lengths: Vec::new(),
        waits: Vec::new(),
        arrivals: Vec::new(),
        versions: Vec::new(),
        documents: Vec::new(),
        settles: Vec::new(),
        responses: Vec::new(),
        decisions: Vec::new(),
        situations: Vec::new(),
        options: Vec::new(),
        at_times_open: Vec::new(),
        drift: Vec::new(),
        chances: Vec::new(),
        outcomes: Vec::new(),
        shifts: Vec::new(),
        deadlines: Vec::new(),
        rules: Vec::new(),
        told_by: Vec::new(),
        triggers: Vec::new(),
        secrets: Vec::new(),
        kept_from: Vec::new(),
        reveals: Vec::new(),
        told: Vec::new(),
        filed: Vec::new(),
        entered: Vec::new(),
        cited: Vec::new(),
        endings: Vec::new(),
        floors: Vec::new(),
        properties: Vec::new(),
        cases: Vec::new(),
        tiers: Vec::new(),
        expected: Vec::new(),
        people_known: Vec::new(),
        facts_hold: Vec::new(),
        appointments: Vec::new(),
        item_reveals: Vec::new(),
        draws: 0,
    }
}
