//! Nothing thanks for itself: the debrief would say that it came because it came.

use super::Context;
use super::say::error;
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::Finding;

/// An arrival that thanks for itself.
pub const FOR_ITSELF: Code = Code("D0279");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (index, arrival) in context.scenario.arrivals.iter().enumerate() {
        if let Some(at) = arrival.thanks_to.iter().position(|thanked| *thanked == arrival.id) {
            findings.push(error(
                FOR_ITSELF,
                Way::Top.field("arrivals").index(index).field("thanks_to").index(at).place(),
                format!("the arrival \"{}\" thanks for itself", arrival.id),
                "name the response or decision that earned it",
            ));
        }
    }
}
