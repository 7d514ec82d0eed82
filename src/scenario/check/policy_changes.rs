//! Where a rule that the scenario uses changes while it is played. The policy date holds for the whole run, so the run
//! goes by the rule as it stood then; the author should know that life did not.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Context;
use super::forms::uses;
use super::say::advice;
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::calendar::Calendar;
use crate::scenario::locate::{Finding, Place};
use crate::scenario::raw::{Due, FieldKind};

/// A rule that is used changes inside the calendar.
pub const CHANGES: Code = Code("D0285");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let calendar = &context.compiled.tables.calendar;
    let day = |minute| calendar.date_of_day(Calendar::day(minute));
    let (Some(first), Some(last)) = (day(calendar.begins()), day(calendar.ends() - 1)) else { return };
    let mut told: BTreeSet<(&str, Option<&str>)> = BTreeSet::new();
    let mut used = |rule, case, place: Place| {
        if !told.insert((rule, case)) {
            return;
        }
        for on in changes(context, rule, case, first, last) {
            findings.push(advice(
                CHANGES,
                place.clone(),
                format!("the rule \"{rule}\" changes on {}, while this is played", on.strftime("%A %-d %B %Y")),
                format!(
                    "the whole run goes by the rule of {}; move the calendar if that would mislead",
                    context.policy_date
                ),
            ));
        }
    };
    let list = Way::Top.field("deadlines");
    for (index, deadline) in context.scenario.deadlines.iter().enumerate() {
        if let Due::Rule(rule) = &deadline.due {
            used(rule.as_str(), deadline.case.as_deref(), list.index(index).field("due").place());
        }
    }
    for form in uses(context) {
        for field in &form.form.fields {
            if let FieldKind::FromRule(rule) = &field.kind {
                used(rule.as_str(), form.case, form.place.clone());
            }
        }
    }
}

/// Days after the first and up to the last on which what the rule says for an order becomes something else.
fn changes(context: &Context<'_>, rule: &str, case: Option<&str>, first: Date, last: Date) -> BTreeSet<Date> {
    let entries = context.policy.rules().iter();
    let ours = entries.filter(|entry| entry.rule.id == rule && context.holds_for(case, entry.rule.only.as_ref()));
    let mut days = BTreeSet::new();
    for entry in ours {
        days.insert(entry.since);
        days.extend(entry.until.and_then(|until| until.tomorrow().ok()));
    }
    days.retain(|day| first < *day && *day <= last);
    days
}
