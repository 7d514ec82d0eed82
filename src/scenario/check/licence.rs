//! A condition of a licence begins before it ends.

use super::Context;
use super::say::{day, error};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::Finding;

/// A condition ends before it begins.
pub const ENDS_FIRST: Code = Code("D0282");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let calendar = &context.compiled.tables.calendar;
    for (index, case) in context.scenario.cases.iter().enumerate() {
        for (inner, condition) in case.conditions.iter().enumerate() {
            let (Some(from), Some(until)) = (condition.from, condition.until) else { continue };
            let (from, until) = (calendar.start_of(from), calendar.closing_of(until));
            if until < from {
                findings.push(error(
                    ENDS_FIRST,
                    Way::Top.field("cases").index(index).field("conditions").index(inner).field("until").place(),
                    format!(
                        "the condition \"{}\" ends on {}, before it begins on {}",
                        condition.id,
                        day(calendar, until),
                        day(calendar, from)
                    ),
                    "let `from` be the earlier of the two",
                ));
            }
        }
    }
}
