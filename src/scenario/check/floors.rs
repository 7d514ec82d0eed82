//! A floor says where it comes from: without a source it would be the author's opinion, set above everybody's. What has
//! to hold within a time has to be something.

use super::Context;
use super::say::error;
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::Finding;

/// A floor without a source.
pub const NO_SOURCE: Code = Code("D0266");
/// A floor with `within` and without `must`.
pub const WITHIN_WHAT: Code = Code("D0267");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (index, floor) in context.scenario.floors.iter().enumerate() {
        let list = Way::Top.field("floors");
        let way = list.index(index);
        if floor.source.trim().is_empty() {
            findings.push(error(
                NO_SOURCE,
                way.field("source").place(),
                format!("the floor \"{}\" has no source", floor.id),
                "name the law or the guidance that asks for it",
            ));
        }
        if floor.within.is_some() && floor.must.is_none() {
            findings.push(error(
                WITHIN_WHAT,
                way.field("within").place(),
                format!("the floor \"{}\" says by when, and not what", floor.id),
                "write in `must` what has to hold by then; without it, `when` itself must never hold",
            ));
        }
    }
}
