//! A deadline runs from one thing, falls due while the scenario is played, and is told or untold.

use super::Context;
use super::dates::{OUTSIDE, span};
use super::reckon::ends;
use super::say::{advice, also, day, error, warning};
use super::walk::{Way, effects};
use crate::diag::Code;
use crate::scenario::calendar::Minute;
use crate::scenario::ids::{DeadlineId, Symbol};
use crate::scenario::locate::Finding;
use crate::scenario::raw::policy::RuleValue;
use crate::scenario::raw::{self, Due, Effect, Runs};
use crate::scenario::tables::DueRow;

/// A deadline with a date to run from is started as well.
pub const DATED_AND_STARTED: Code = Code("D0235");
/// A deadline is due before the first day that is played.
pub const DUE_BEFORE: Code = Code("D0236");
/// A deadline runs from the first minute.
pub const RUNS_AT_ONCE: Code = Code("D0237");
/// Something tells of a deadline that everybody is told of.
pub const TOLD_ANYWAY: Code = Code("D0238");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    let list = Way::Top.field("deadlines");
    for (index, deadline) in scenario.deadlines.iter().enumerate() {
        let Some(Symbol::Deadline(id)) = context.symbols.get(&deadline.id) else { continue };
        let way = list.index(index);
        due(context, id, deadline, &way, findings);
        let waits = match &deadline.due {
            Due::Within(_) => true,
            Due::Rule(rule) => rule_waits(context, rule),
            Due::By(_) => false,
        };
        let started = context.occurrences.is_started(id);
        if waits && deadline.runs == Runs::Started && !started && deadline.when.is_none() {
            findings.push(advice(
                RUNS_AT_ONCE,
                way.place(),
                format!("nothing starts the deadline \"{}\": it runs from the first minute", deadline.id),
                format!("start it with Starts(\"{}\"), give it a `when`, or write `runs: At(..)`", deadline.id),
            ));
        }
        if !deadline.untold && !deadline.told_by.is_empty() {
            findings.push(warning(
                TOLD_ANYWAY,
                way.field("told_by").place(),
                format!("the deadline \"{}\" is told from the start, so nothing need tell of it", deadline.id),
                "write `untold: true` beside it, or leave `told_by` out",
            ));
        }
    }
    effects(scenario, |_, effect, way| {
        let Effect::Starts(name) = effect else { return };
        let Some(index) = scenario.deadlines.iter().position(|deadline| deadline.id == *name) else { return };
        if let Runs::At(_) = scenario.deadlines[index].runs {
            let finding = error(
                DATED_AND_STARTED,
                way.index(0).place(),
                format!("the deadline \"{name}\" runs from a date of its own, and would be started a second time"),
                "leave this effect out, or `runs`",
            );
            findings.push(also(finding, list.index(index).field("runs").place(), "its own date"));
        }
    });
}

/// Whether a rule gives a wait after something.
fn rule_waits(context: &Context<'_>, rule: &str) -> bool {
    let mut entries = context.policy.in_force(rule, context.policy_date);
    entries.any(|entry| matches!(entry.value, RuleValue::Wait(_)))
}

/// When it falls due, as far as that is fixed.
fn due(context: &Context<'_>, id: DeadlineId, deadline: &raw::Deadline, way: &Way<'_>, findings: &mut Vec<Finding>) {
    let tables = &context.compiled.tables;
    let calendar = &tables.calendar;
    let Some(row) = tables.deadlines.get(id.index()) else { return };
    let rules = match row.due {
        DueRow::Rules(span) => {
            let rules = span.of(&tables.rules).iter();
            let ours = rules.filter(|rule| context.holds_for(deadline.case.as_deref(), rule.only.as_ref()));
            ours.map(|rule| rule.due).collect()
        }
        due => vec![due],
    };
    let at = |due: DueRow| match due {
        DueRow::At(minute) => Some(minute),
        DueRow::After(_) | DueRow::Rules(_) => None,
    };
    let fixed: Vec<Minute> = rules.into_iter().filter_map(at).collect();
    let name = &deadline.id;
    if let (Some(first), Some(last)) = (fixed.iter().min(), fixed.iter().max()) {
        if *last >= calendar.ends() {
            findings.push(error(
                OUTSIDE,
                way.field("due").place(),
                format!("the deadline \"{name}\" is due on {}, and {}", day(calendar, *last), span(calendar)),
                "let it fall due while somebody plays, or lengthen the calendar; a mere date ahead is an Appointment",
            ));
        } else if *first < calendar.begins() {
            findings.push(warning(
                DUE_BEFORE,
                way.field("due").place(),
                format!("the deadline \"{name}\" is due on {}, and {}", day(calendar, *first), span(calendar)),
                "it is missed before anyone can meet it: move it, or tell of it in the file",
            ));
        }
        return;
    }
    if let Runs::At(moment) = deadline.runs {
        let from = calendar.start_of(moment);
        let late = match &deadline.due {
            Due::Within(wait) => ends(calendar, wait, from.max(calendar.begins())).0,
            Due::Rule(_) | Due::By(_) => from,
        };
        if from >= calendar.ends() {
            findings.push(error(
                OUTSIDE,
                way.field("runs").place(),
                format!("the deadline \"{name}\" runs from {}, and {}", day(calendar, from), span(calendar)),
                "let it run from a day that is played",
            ));
        } else if late >= calendar.ends() {
            findings.push(error(
                OUTSIDE,
                way.field("due").place(),
                format!("the deadline \"{name}\" is due on {}, and {}", day(calendar, late), span(calendar)),
                "let it fall due while somebody plays, or lengthen the calendar",
            ));
        }
    }
}
