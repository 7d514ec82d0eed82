//! Decisions are put when somebody is at the desk; arrivals that come when nobody is are told to the author.
//!
//! A decision in a gap, at night or on a closed day would stand answered by nobody. One that must be answered at once
//! may be put out of hours, if something finds the trainee there at that moment. An arrival in a gap or on a closed day
//! waits for the next opening, which may be what the author wants.

use super::Context;
use super::dates::moments;
use super::reckon::{Desk, desk};
use super::say::{advice, day, error, time};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::calendar::Minute;
use crate::scenario::locate::Finding;
use crate::scenario::raw::{AnswerBy, Reach};

/// A decision is put when nobody is at the desk.
pub const NOBODY_TO_DECIDE: Code = Code("D0224");
/// An arrival comes in a gap or on a closed day.
pub const NOBODY_TO_READ: Code = Code("D0225");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    let calendar = &context.compiled.tables.calendar;
    let top = Way::Top;
    for (index, decision) in scenario.decisions.iter().enumerate() {
        let Some(minute) = decision.at.moment().map(|moment| calendar.opening_of(moment)) else { continue };
        let what = match desk(calendar, minute) {
            Desk::Open | Desk::Outside => continue,
            Desk::OutOfHours => "outside office hours",
            Desk::ClosedDay => "when the office is shut",
            Desk::Gap => "in a gap of the calendar",
        };
        let at_once = decision.answer_by == AnswerBy::AtOnce;
        if at_once && interrupted(context, minute) {
            continue;
        }
        let help = if at_once {
            "let an arrival that interrupts pose it: `at: Called` here, `then: [Poses(..)]` there"
        } else {
            "move it into office hours, or answer it AtOnce when an arrival interrupts"
        };
        let list = top.field("decisions");
        findings.push(error(
            NOBODY_TO_DECIDE,
            list.index(index).field("at").place(),
            format!(
                "the decision \"{}\" is put on {} at {}, {what}",
                decision.id,
                day(calendar, minute),
                time(minute)
            ),
            help,
        ));
    }
    for (index, arrival) in scenario.arrivals.iter().enumerate() {
        if arrival.reach != Reach::Waits {
            continue;
        }
        let minutes = moments(&arrival.at).map(|moment| calendar.opening_of(moment));
        let mut shut = minutes.filter_map(|minute| match desk(calendar, minute) {
            Desk::Gap => Some((minute, "in a gap of the calendar")),
            Desk::ClosedDay => Some((minute, "when the office is shut")),
            Desk::Open | Desk::OutOfHours | Desk::Outside => None,
        });
        let Some((minute, what)) = shut.next() else { continue };
        let opens = calendar.offices.iter().map(|office| office.opens).find(|opens| *opens >= minute);
        let found = match opens {
            Some(opens) => format!("it is found on {}", day(calendar, opens)),
            None => "nobody finds it".to_owned(),
        };
        let list = top.field("arrivals");
        findings.push(advice(
            NOBODY_TO_READ,
            list.index(index).field("at").place(),
            format!("the arrival \"{}\" comes on {}, {what}; {found}", arrival.id, day(calendar, minute)),
            "leave it so if you mean it; `reach: Interrupts(..)` finds the trainee at home",
        ));
    }
}

/// Whether a dated arrival interrupts, and holds the trainee at this minute.
fn interrupted(context: &Context<'_>, minute: Minute) -> bool {
    let calendar = &context.compiled.tables.calendar;
    context.scenario.arrivals.iter().any(|arrival| match (arrival.reach, arrival.at.moment()) {
        (Reach::Interrupts(minutes), Some(at)) => {
            let from = calendar.opening_of(at);
            from <= minute && minute <= from + Minute::from(minutes)
        }
        _ => false,
    })
}
