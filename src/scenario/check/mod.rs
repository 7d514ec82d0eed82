//! The only maker of a [`Scenario`]: raw files in, a model or findings out.
//!
//! 1. every id is declared once (`symbols`);
//! 2. the calendar can be laid out;
//! 3. every name is looked up while the tables are filled (`compile`): a misspelling gives one finding;
//! 4. the rules of [`RULES`], one a file, look at what names alone can't show. They run only when every name is sound,
//!    so that a misspelling does not bring a train of findings behind it.
//!
//! Panels, walkthroughs and invitations are checked against the scenario that was made ([`panel()`], [`plan()`],
//! [`invitation()`]).
//!
//! # Codes
//! | codes | what | where |
//! |---|---|---|
//! | D01xx | names that don't resolve, conditions that can't be compiled | `symbols`, `compile` |
//! | D0201 to D0204 | the calendar and its dates | `calendar` |
//! | D0205 and on | what names alone can't show: one file a rule | [`RULES`] |
//! | D03xx | policy packs | `policy` |
//! | D04xx | panels; names and answers of walkthroughs too | `panel`, `answers` |
//! | D05xx | walkthroughs | `plan` |
//! | D06xx | invitations to review | `invitation` |

mod answers;
mod calendar;
pub mod invitation;
pub mod panel;
pub mod plan;
mod reckon;
mod rules;
mod say;
mod walk;

// One rule each.
mod asked;
mod brought;
mod calibration;
mod cancels;
mod cannot_hold;
mod cases;
mod claims;
mod content;
mod counters;
mod dates;
mod deadlines;
mod desk;
mod documents;
mod endings;
mod floors;
mod forms;
mod front;
mod licence;
mod lists;
mod odds;
mod overlaps;
mod policy_changes;
mod questions;
mod reach;
mod replaced;
mod responses;
mod secrets;
mod senders;
mod situations;
mod sizes;
mod state;
mod texts;
mod thanks;
mod turns;
mod variants;
mod waits;
mod well_formed;

use std::sync::Arc;

use jiff::civil::Date;

use super::calendar::Calendar;
use super::compile::{self, Compiled, Occurrences};
use super::locate::{Finding, Place};
use super::model::Scenario;
use super::raw;
use super::raw::policy::OrderTest;
use super::symbols::Symbols;
use crate::diag::Severity;
use crate::policy::{OrderFacts, Policy, matches};

pub use panel::panel;
pub use plan::plan;
pub use rules::{EDITION, RULES, Rule};

/// What a rule may look at.
#[derive(Debug)]
pub struct Context<'a> {
    pub scenario: &'a raw::Scenario,
    pub symbols: &'a Symbols,
    pub forms: &'a [raw::Form],
    pub policy: &'a Policy,
    pub policy_date: Date,
    pub occurrences: &'a Occurrences,
    pub compiled: &'a Compiled,
}

impl Context<'_> {
    /// Whether a rule with this test may hold for a case: for the one that is named, or for any if none is. The level
    /// of MAPPA may change in play; whatever else a rule asks is settled.
    fn holds_for(&self, case: Option<&str>, only: Option<&OrderTest>) -> bool {
        let cases = self.scenario.cases.iter().filter(|known| case.is_none_or(|case| case == known.id));
        cases.into_iter().any(|case| {
            let category = case.mappa.map_or(0, |mappa| mappa.category);
            (0..=3).any(|level| matches(only, OrderFacts::of(&case.order, category, level)))
        })
    }
}

/// A scenario if it can be played, and all that was found either way, in no order.
#[derive(Debug)]
pub struct Checked {
    pub scenario: Option<Scenario>,
    pub findings: Vec<Finding>,
}

/// The practice that every scenario stands on: forms, rules and holidays.
#[derive(Debug, Clone)]
pub struct Practice {
    pub forms: Arc<[raw::Form]>,
    pub policy: Arc<Policy>,
}

/// Checks a scenario at its own policy date, or at that of one of its variants.
///
/// `expected` are conditions of a plan that is to be played, with their places in it: they may ask for facts that the
/// scenario itself never reads.
#[must_use]
pub fn scenario(
    raw: raw::Scenario,
    variant: Option<&str>,
    practice: &Practice,
    expected: &[(Place, raw::Condition)],
) -> Checked {
    by_rules(raw, variant, practice, expected, EDITION)
}

/// Checks a scenario that was kept with a run, by the rules of the edition that it passed when it was played.
#[must_use]
pub fn kept(raw: raw::Scenario, variant: Option<&str>, practice: &Practice, edition: u32) -> Checked {
    by_rules(raw, variant, practice, &[], edition)
}

fn by_rules(
    raw: raw::Scenario,
    variant: Option<&str>,
    practice: &Practice,
    expected: &[(Place, raw::Condition)],
    edition: u32,
) -> Checked {
    let policy = &practice.policy;
    let (symbols, mut findings) = Symbols::declare(&raw, &practice.forms);
    if !sizes::dates_fit(&raw, &mut findings) {
        return Checked { scenario: None, findings };
    }
    let dates = calendar::dates(&raw, variant, &mut findings);
    let laid_out = dates.and_then(|(policy_date, day_0)| {
        let calendar = calendar::lay_out(&raw, &day_0, policy, &mut findings)?;
        Some((policy_date, calendar))
    });
    let Some((policy_date, calendar)) = laid_out else { return Checked { scenario: None, findings } };
    finish(raw, variant, practice, (expected, edition), (symbols, policy_date, calendar), findings)
}

fn finish(
    raw: raw::Scenario,
    variant: Option<&str>,
    practice: &Practice,
    (expected, edition): (&[(Place, raw::Condition)], u32),
    (symbols, policy_date, calendar): (Symbols, Date, Calendar),
    mut findings: Vec<Finding>,
) -> Checked {
    let occurrences = Occurrences::of(&raw, &symbols);
    let mut compiled = compile::compile(&raw, &symbols, practice, policy_date, &occurrences, calendar, expected);
    findings.append(&mut compiled.findings);
    let context = Context {
        scenario: &raw,
        symbols: &symbols,
        forms: &practice.forms,
        policy: &practice.policy,
        policy_date,
        occurrences: &occurrences,
        compiled: &compiled,
    };
    if !findings.iter().any(|finding| finding.severity == Severity::Error) {
        for rule in RULES.iter().filter(|rule| rule.since <= edition) {
            (rule.look)(&context, &mut findings);
        }
    }
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Checked { scenario: None, findings };
    }
    let scenario = Scenario {
        variant: variant.map(str::to_owned),
        policy_date,
        symbols,
        practice: practice.clone(),
        tables: compiled.tables,
        raw,
    };
    Checked { scenario: Some(scenario), findings }
}
