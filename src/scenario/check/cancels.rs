//! Only what is on its way can be called off. An arrival with a date of its own, or one that comes as soon as something
//! holds, is not: calling it off would do nothing, and it would come all the same.

use super::Context;
use super::say::{also, error};
use super::walk::{Way, effects};
use crate::diag::Code;
use crate::scenario::locate::Finding;
use crate::scenario::raw::{At, Effect};

/// An arrival is called off that is never on its way.
pub const NEVER_ON_ITS_WAY: Code = Code("D0287");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let arrivals = &context.scenario.arrivals;
    effects(context.scenario, |_, effect, way| {
        let Effect::Cancels(name) = effect else { return };
        let dated = |id: &str, at: &At| id == name && !matches!(at, At::Called);
        if let Some(index) = arrivals.iter().position(|arrival| dated(&arrival.id, &arrival.at)) {
            let finding = error(
                NEVER_ON_ITS_WAY,
                way.index(0).place(),
                format!("the arrival \"{name}\" comes at a time of its own, and can't be called off"),
                "let a flag and its `when` keep it away, or bring it with Arrives(..) after a wait",
            );
            findings.push(also(finding, Way::Top.field("arrivals").index(index).field("at").place(), "its own time"));
        }
    });
}
