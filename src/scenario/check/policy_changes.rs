//! Where a rule that the scenario uses changes while it is played. The policy date holds for the whole run, so the run
//! goes by the rule as it stood then; the author should know that life did not. What changed before a form could be
//! filed at all misleads nobody.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Context;
use super::forms::uses;
use super::say::advice;
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::calendar::{Calendar, Minute};
use crate::scenario::locate::{Finding, Place};
use crate::scenario::raw::{Condition, Due, FieldKind, Many};

/// A rule that is used changes inside the calendar.
pub const CHANGES: Code = Code("D0285");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let calendar = &context.compiled.tables.calendar;
    let day = |minute| calendar.date_of_day(Calendar::day(minute));
    let (Some(first), Some(last)) = (day(calendar.begins()), day(calendar.ends() - 1)) else { return };
    let mut told: BTreeSet<(&str, Option<&str>)> = BTreeSet::new();
    let mut used = |rule, case, place: Place, since: Date| {
        let changes = changes(context, rule, case, since, last);
        if changes.is_empty() || !told.insert((rule, case)) {
            return;
        }
        for on in changes {
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
            used(rule.as_str(), deadline.case.as_deref(), list.index(index).field("due").place(), first);
        }
    }
    for form in uses(context) {
        let since =
            form.when.and_then(|when| not_before(calendar, when)).and_then(day).map_or(first, |day| day.max(first));
        for field in &form.form.fields {
            if let FieldKind::FromRule(rule) = &field.kind {
                used(rule.as_str(), form.case, form.place.clone(), since);
            }
        }
    }
}

/// Before when a condition can't hold, as far as it says so outright: `From(..)` by itself or among others in `All(..)`.
fn not_before(calendar: &Calendar, when: &Condition) -> Option<Minute> {
    match when {
        Condition::From(moment) => Some(calendar.start_of(*moment)),
        Condition::All(Many(all)) => all.iter().filter_map(|one| not_before(calendar, one)).max(),
        _ => None,
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
