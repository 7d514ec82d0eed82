//! A scenario fits its tables: at most 2,047 ids, because an entry of a log has eleven bits for one, and no more facts,
//! numbers and dates than the tables can count.
//!
//! Dates are counted before anything is compiled, so that `EachDay(0, 30000)` a thousand times over costs nothing.

use super::Context;
use super::say::{error, many};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::ids::Symbol;
use crate::scenario::locate::{Finding, Place};
use crate::scenario::raw::{self, At};

/// There are more ids than a log can tell apart.
pub const TOO_MANY_IDS: Code = Code("D0205");
/// There are more dates or facts than the tables hold.
pub const TOO_MUCH: Code = Code("D0206");

/// Eleven bits.
const MOST_IDS: usize = 2_047;
/// Dated happenings of all things together.
const MOST_DATES: usize = 50_000;

/// Counts what is dated. False if there is too much of it to go on.
#[must_use]
pub fn dates_fit(scenario: &raw::Scenario, findings: &mut Vec<Finding>) -> bool {
    let mut all = 0;
    let mut most = (0, Place::top());
    let mut count = |at: &At, way: &Way<'_>| {
        let times = times(at);
        all += times;
        if times > most.0 {
            most = (times, way.field("at").place());
        }
    };
    let top = Way::Top;
    macro_rules! each {
        ($($list:ident),+) => {
            $(for (index, thing) in scenario.$list.iter().enumerate() {
                count(&thing.at, &top.field(stringify!($list)).index(index));
            })+
        };
    }
    each!(arrivals, decisions, drift, chances, appointments);
    if all <= MOST_DATES {
        return true;
    }
    let (times, place) = most;
    findings.push(error(
        TOO_MUCH,
        place,
        format!("what is dated comes {all} times in all, and {MOST_DATES} are the most; this comes {times} times"),
        "let `from` and `to` lie nearer to each other",
    ));
    false
}

fn times(at: &At) -> usize {
    let (from, to) = match at {
        At::EachWeek(each) => (each.from, each.to),
        At::EachDay(each) => (each.from, each.to),
        At::Week(_) | At::Day(_) => return 1,
        At::AsSoonAs(_) | At::Called => return 0,
    };
    usize::try_from(i32::from(to) - i32::from(from) + 1).unwrap_or(0)
}

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let ids = context.symbols.iter().filter(|(_, symbol)| !matches!(symbol, Symbol::Form(_))).count();
    if ids > MOST_IDS {
        findings.push(error(
            TOO_MANY_IDS,
            Place::top(),
            format!("this scenario declares {ids} ids, and {MOST_IDS} are the most"),
            "make two scenarios of it",
        ));
    }
    let tables = &context.compiled.tables;
    // Bits, numbers and moments are counted with sixteen bits; the last of each means that there were more.
    let bits = tables.facts.len() * 64;
    let most = usize::from(u16::MAX);
    for (n, what) in [(bits, "fact"), (tables.numbers.len(), "number"), (tables.times, "moment")] {
        if n >= most {
            findings.push(error(
                TOO_MUCH,
                Place::top(),
                format!("this scenario needs at least {}, and fewer than {most} are possible", many(n, what)),
                "let things that come each day or week come less often",
            ));
        }
    }
}
