//! Whatever has a date lies inside the calendar, and has one date where one is wanted. Something dated before the first
//! or after the last day would come at the wrong time or never; a `From` or `Before` out there never changes.

use super::Context;
use super::say::{day, error, moment};
use super::walk::{Way, all_literals, waits};
use crate::diag::Code;
use crate::scenario::calendar::{Calendar, Minute};
use crate::scenario::locate::Finding;
use crate::scenario::raw::{At, Condition, DayAt, Moment, Wait, WeekAt};

/// A date outside the calendar.
pub const OUTSIDE: Code = Code("D0220");
/// `EachWeek` or `EachDay` ends before it begins.
pub const BACKWARDS: Code = Code("D0221");
/// This needs one date, and has another kind of `at`.
pub const NEEDS_A_DATE: Code = Code("D0222");
/// A `From` or `Before` that always or never holds.
pub const CLOCK_TEST: Code = Code("D0223");

/// Every moment of something that is dated, in order.
pub fn moments(at: &At) -> impl DoubleEndedIterator<Item = Moment> {
    let (from, to) = match at {
        At::EachWeek(each) => (each.from, each.to),
        At::EachDay(each) => (each.from, each.to),
        At::Week(_) | At::Day(_) => (0, 0),
        At::AsSoonAs(_) | At::Called => (1, 0),
    };
    (from..=to).filter_map(move |n| match at {
        At::EachWeek(each) => Some(Moment::Week(WeekAt { week: n, day: each.day, time: each.time })),
        At::EachDay(each) => Some(Moment::Day(DayAt { day: n, time: each.time })),
        at => at.moment(),
    })
}

/// "The scenario is played from .. to ..".
#[must_use]
pub fn span(calendar: &Calendar) -> String {
    format!(
        "the scenario is played from {} to {}",
        day(calendar, calendar.begins()),
        day(calendar, calendar.ends() - 1)
    )
}

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    let calendar = &context.compiled.tables.calendar;
    let top = Way::Top;
    let mut inside = |what: &str, id: &str, at: &At, way: &Way<'_>, minute: fn(&Calendar, Moment) -> Minute| {
        let way = way.field("at");
        let (unit, from, to) = match at {
            At::EachWeek(each) => ("week", each.from, each.to),
            At::EachDay(each) => ("day", each.from, each.to),
            _ => ("", 0, 0),
        };
        if from > to {
            findings.push(error(
                BACKWARDS,
                way.place(),
                format!("{what} \"{id}\" comes from {unit} {from} to {unit} {to}, which is never"),
                "let the first number be the earlier",
            ));
            return;
        }
        let mut moments = moments(at).map(|moment| minute(calendar, moment));
        let Some(begins) = moments.next() else { return };
        let ends = moments.next_back().unwrap_or(begins);
        if let Some(when) = outside(calendar, begins, ends) {
            findings.push(error(
                OUTSIDE,
                way.place(),
                format!("{what} \"{id}\" is dated {}, and {}", day(calendar, when), span(calendar)),
                "move it, or lengthen the calendar",
            ));
        }
    };
    macro_rules! each {
        ($list:ident, $what:literal, $minute:expr) => {
            for (index, thing) in scenario.$list.iter().enumerate() {
                inside($what, &thing.id, &thing.at, &top.field(stringify!($list)).index(index), $minute);
            }
        };
    }
    each!(arrivals, "the arrival", Calendar::opening_of);
    each!(decisions, "the decision", Calendar::opening_of);
    each!(drift, "the drift", Calendar::start_of);
    each!(chances, "the chance", Calendar::start_of);
    each!(appointments, "the appointment", Calendar::opening_of);
    for (index, decision) in scenario.decisions.iter().enumerate() {
        if matches!(decision.at, At::EachWeek(_) | At::EachDay(_)) {
            let list = top.field("decisions");
            findings.push(error(
                NEEDS_A_DATE,
                list.index(index).field("at").place(),
                format!("the decision \"{}\" can be put once only", decision.id),
                "give it one moment; a second time is a second decision",
            ));
        }
    }
    for (index, appointment) in scenario.appointments.iter().enumerate() {
        if matches!(appointment.at, At::AsSoonAs(_) | At::Called) {
            let list = top.field("appointments");
            findings.push(error(
                NEEDS_A_DATE,
                list.index(index).field("at").place(),
                format!("the appointment \"{}\" has no date", appointment.id),
                "write a moment, such as Week(4, Mon, \"15:00\"); `when` says whether it stands",
            ));
        }
    }
    waits(scenario, |wait, way| until(calendar, wait, way, findings));
    clock_tests(context, findings);
}

/// Which of two ends lies outside.
fn outside(calendar: &Calendar, begins: Minute, ends: Minute) -> Option<Minute> {
    if begins < calendar.begins() { Some(begins) } else { Some(ends).filter(|ends| *ends >= calendar.ends()) }
}

/// An `Until` outside the calendar.
fn until(calendar: &Calendar, wait: &Wait, way: &Way<'_>, findings: &mut Vec<Finding>) {
    match wait {
        Wait::Until(to) => {
            let minute = calendar.opening_of(*to);
            if outside(calendar, minute, minute).is_some() {
                let (date, written) = (day(calendar, minute), moment(*to));
                findings.push(error(
                    OUTSIDE,
                    way.place(),
                    format!("{written} is {date}, and {}", span(calendar)),
                    "name a moment inside the calendar",
                ));
            }
        }
        Wait::Between(low, high) => {
            until(calendar, low, &way.index(0), findings);
            until(calendar, high, &way.index(1), findings);
        }
        _ => {}
    }
}

fn clock_tests(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let calendar = &context.compiled.tables.calendar;
    let (begins, ends) = (calendar.begins(), calendar.ends());
    all_literals(context.scenario, |condition, way| {
        let (at, is_from) = match condition {
            Condition::From(at) => (*at, true),
            Condition::Before(at) => (*at, false),
            _ => return,
        };
        let minute = calendar.start_of(at);
        // The clock stands at the end of the last day when endings are tried.
        if begins < minute && minute <= ends {
            return;
        }
        let word = if is_from { "From" } else { "Before" };
        let how = if (minute <= begins) == is_from { "always" } else { "never" };
        findings.push(error(
            CLOCK_TEST,
            way.place(),
            format!("{word}({}) {how} holds: {}", moment(at), span(calendar)),
            "take the test out, or name a moment inside the calendar",
        ));
    });
}
