//! Every run of a case comes out somehow: the last ending has neither `when` nor `odds`. One above it that has neither is
//! reached by `Ends` alone, so some effect has to name it.

use std::collections::BTreeSet;

use super::Context;
use super::say::error;
use super::walk::{Way, effects};
use crate::diag::Code;
use crate::scenario::locate::Finding;
use crate::scenario::raw::{Effect, Shape};

/// A case without an ending.
pub const NO_ENDING: Code = Code("D0243");
/// The last ending may fail to come.
pub const LAST_IS_SHUT: Code = Code("D0244");
/// An ending that only `Ends` could reach, and nothing does.
pub const NEVER_REACHED: Code = Code("D0245");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    let list = Way::Top.field("endings");
    let Some(last) = scenario.endings.len().checked_sub(1) else {
        if scenario.shape == Shape::Case {
            findings.push(error(
                NO_ENDING,
                list.place(),
                "this case has no ending",
                "add at least one; the last has neither `when` nor `odds`: Ending(id: \"nothing\", title: \"..\", text: \"..\")",
            ));
        }
        return;
    };
    let mut named: BTreeSet<&str> = BTreeSet::new();
    effects(scenario, |_, effect, _| {
        if let Effect::Ends(ending) = effect {
            named.insert(ending);
        }
    });
    for (index, ending) in scenario.endings.iter().enumerate() {
        let is_open = ending.when.is_none() && ending.odds.is_none();
        if index == last && !is_open {
            let field = if ending.when.is_some() { "when" } else { "odds" };
            findings.push(error(
                LAST_IS_SHUT,
                list.index(index).field(field).place(),
                format!("the last ending \"{}\" has `{field}`: a run might have none", ending.id),
                "add an ending below it that has neither `when` nor `odds`",
            ));
        } else if index < last && is_open && !named.contains(ending.id.as_str()) {
            findings.push(error(
                NEVER_REACHED,
                list.index(index).place(),
                format!("the ending \"{}\" has neither `when` nor `odds`, and nothing leads to it", ending.id),
                format!("give it a `when`, or let something happen with Ends(\"{}\")", ending.id),
            ));
        }
    }
}
