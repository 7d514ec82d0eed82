//! A wait can be over while the scenario is played, and a wait between two others rises. A longer one than the whole
//! calendar is a reply that never comes; where silence is meant, an `asks` without an `Arrives` says so plainly.

use super::Context;
use super::reckon::ends;
use super::say::{error, wait as written, warning};
use super::walk::{Way, waits};
use crate::diag::Code;
use crate::scenario::calendar::{Calendar, DAY};
use crate::scenario::locate::Finding;
use crate::scenario::raw::Wait;

/// The first of the two waits of a `Between` is the longer.
pub const FALLS: Code = Code("D0229");
/// A wait longer than the calendar.
pub const TOO_LONG: Code = Code("D0230");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let calendar = &context.compiled.tables.calendar;
    waits(context.scenario, |wait, way| {
        falls(calendar, wait, way, findings);
        // A moment after the calendar is told of by the rule on dates.
        if !matches!(wait, Wait::Until(_)) && ends(calendar, wait, calendar.begins()).0 > calendar.ends() {
            let days = (calendar.ends() - calendar.begins()) / DAY;
            findings.push(warning(
                TOO_LONG,
                way.place(),
                format!("{} is never over: the whole calendar holds {days} days", written(wait)),
                "shorten the wait, or lengthen the calendar",
            ));
        }
    });
}

fn falls(calendar: &Calendar, wait: &Wait, way: &Way<'_>, findings: &mut Vec<Finding>) {
    let Wait::Between(low, high) = wait else { return };
    falls(calendar, low, &way.index(0), findings);
    falls(calendar, high, &way.index(1), findings);
    let rises = match (&**low, &**high) {
        (Wait::WorkingDays(low), Wait::WorkingDays(high)) | (Wait::Months(low), Wait::Months(high)) => low <= high,
        (low, high) => {
            // From the morning of a Monday and of a Friday: a working day is long over a weekend.
            let days = calendar.offices.iter().take(10).map(|office| office.opens);
            days.into_iter().all(|from| ends(calendar, low, from).0 <= ends(calendar, high, from).1)
        }
    };
    if !rises {
        findings.push(error(
            FALLS,
            way.place(),
            format!("{} runs from the longer to the shorter", written(wait)),
            format!("write Between({}, {})", written(high), written(low)),
        ));
    }
}
