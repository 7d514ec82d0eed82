//! Small contradictions in a response: a reason for being shut where it never is, and a pause of no length.

use super::Context;
use super::reckon::is_nothing;
use super::say::{error, wait as written};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::Finding;
use crate::scenario::raw::Repeat;

/// `closed` on a response that is always open.
pub const NEVER_CLOSED: Code = Code("D0275");
/// `repeat: After(..)` of no time.
pub const AFTER_NOTHING: Code = Code("D0276");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (index, response) in context.scenario.responses.iter().enumerate() {
        let list = Way::Top.field("responses");
        let way = list.index(index);
        if response.closed.is_some() && response.when.is_none() {
            findings.push(error(
                NEVER_CLOSED,
                way.field("closed").place(),
                format!("the response \"{}\" says why it is shut, and has no `when` that could shut it", response.id),
                "write the condition in `when`, or leave `closed` out",
            ));
        }
        if let Repeat::After(wait) = &response.repeat
            && is_nothing(wait)
        {
            findings.push(error(
                AFTER_NOTHING,
                way.field("repeat").place(),
                format!("After({}) is no pause", written(wait)),
                "write `repeat: Anytime`, or how long it takes until it can be done again",
            ));
        }
    }
}
