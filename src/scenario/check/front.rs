//! The front of a scenario: editions count from one, and a play takes some time. The edition stands in every report.

use super::Context;
use super::say::error;
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::Finding;

/// A number of the front page can't be right.
pub const BAD_NUMBER: Code = Code("D0218");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    if scenario.edition == 0 {
        let place = Way::Top.field("edition").place();
        findings.push(error(BAD_NUMBER, place, "editions count from 1", "write `edition: 1`, or leave it out"));
    }
    if scenario.play_minutes == Some(0) {
        findings.push(error(
            BAD_NUMBER,
            Way::Top.field("play_minutes").place(),
            "a play takes some time",
            "write about how many minutes a person needs, or leave it out",
        ));
    }
}
