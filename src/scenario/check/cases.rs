//! Cases: MAPPA as it is numbered, people in the case that they belong to, every case on the desk at some time; and with
//! more than one case, decisions and deadlines that say which.

use std::collections::BTreeSet;

use super::Context;
use super::say::{advice, error, warning};
use super::walk::{Way, effects};
use crate::diag::Code;
use crate::scenario::locate::Finding;
use crate::scenario::raw::Effect;

/// A MAPPA category or level that there is not.
pub const NO_SUCH_MAPPA: Code = Code("D0269");
/// With several cases, something does not say which it is about.
pub const WHICH_CASE: Code = Code("D0270");
/// A case that never comes to the desk.
pub const NEVER_ALLOCATED: Code = Code("D0271");
/// A person is said to belong to another case than the one that is theirs.
pub const OTHER_CASE: Code = Code("D0272");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    let top = Way::Top;
    let mut allocated: BTreeSet<&str> = BTreeSet::new();
    effects(scenario, |_, effect, way| match effect {
        Effect::Allocates(case) => {
            allocated.insert(case);
        }
        Effect::MappaIs(_, level) if *level > 3 => findings.push(error(
            NO_SUCH_MAPPA,
            way.index(1).place(),
            format!("there is no MAPPA level {level}"),
            "write 1, 2 or 3, or 0 for no longer managed under MAPPA",
        )),
        _ => {}
    });
    for (index, case) in scenario.cases.iter().enumerate() {
        let list = top.field("cases");
        let way = list.index(index);
        if let Some(mappa) = case.mappa {
            let way = way.field("mappa");
            for (n, most, field) in [(mappa.category, 4, "category"), (mappa.level, 3, "level")] {
                if !(1..=most).contains(&n) {
                    findings.push(error(
                        NO_SUCH_MAPPA,
                        way.field(field).place(),
                        format!("there is no MAPPA {field} {n}"),
                        format!(
                            "write a number from 1 to {most}; leave `mappa` out if the case is not managed under it"
                        ),
                    ));
                }
            }
        }
        if !case.allocated && !allocated.contains(case.id.as_str()) {
            findings.push(error(
                NEVER_ALLOCATED,
                way.field("allocated").place(),
                format!("the case \"{}\" never comes to the trainee's desk", case.id),
                format!("bring it with Allocates(\"{}\"), or leave `allocated: false` out", case.id),
            ));
        }
        let person = scenario.people.iter().position(|person| person.id == case.person);
        if let Some(at) = person
            && let Some(other) = scenario.people[at].case.as_ref().filter(|other| **other != case.id)
            && !scenario.cases.iter().any(|known| known.id == *other && known.person == case.person)
        {
            findings.push(warning(
                OTHER_CASE,
                top.field("people").index(at).field("case").place(),
                format!(
                    "\"{}\" is the person of the case \"{}\", and is said to belong to \"{other}\"",
                    case.person, case.id
                ),
                format!("write `case: \"{}\"`, or leave it out", case.id),
            ));
        }
    }
    if scenario.cases.len() < 2 {
        return;
    }
    macro_rules! say_which {
        ($list:ident, $what:literal) => {
            for (index, thing) in scenario.$list.iter().enumerate().filter(|(_, thing)| thing.case.is_none()) {
                findings.push(advice(
                    WHICH_CASE,
                    top.field(stringify!($list)).index(index).place(),
                    format!("the {} \"{}\" names none of the {} cases", $what, thing.id, scenario.cases.len()),
                    "write `case` beside it, unless it is about the work as a whole",
                ));
            }
        };
    }
    say_which!(decisions, "decision");
    say_which!(deadlines, "deadline");
}
