//! How an arrival finds the trainee. What interrupts gives some minutes and does not slip into a file unseen; what is
//! spoken is heard, and can't lie in a file unheard.

use super::Context;
use super::say::{error, warning};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::Finding;
use crate::scenario::raw::{Lands, Reach};

/// The ways in which an arrival comes contradict each other.
pub const REACH: Code = Code("D0277");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (index, arrival) in context.scenario.arrivals.iter().enumerate() {
        let list = Way::Top.field("arrivals");
        let way = list.index(index);
        let id = &arrival.id;
        let spoken = arrival.via.is_spoken();
        match arrival.reach {
            Reach::Interrupts(0) => findings.push(error(
                REACH,
                way.field("reach").place(),
                format!("the arrival \"{id}\" interrupts, and gives no minutes to answer"),
                "write how many minutes it leaves: Interrupts(45)",
            )),
            Reach::Interrupts(_) if arrival.lands == Lands::File => findings.push(error(
                REACH,
                way.field("reach").place(),
                format!("the arrival \"{id}\" lands in the file without a message, and can't interrupt"),
                "leave out `reach`, or `lands: File`",
            )),
            Reach::Interrupts(minutes) if spoken && arrival.minutes > minutes => findings.push(warning(
                REACH,
                way.field("reach").place(),
                format!("the arrival \"{id}\" takes {} minutes to hear, and leaves {minutes}", arrival.minutes),
                "let it leave at least as many minutes as it takes",
            )),
            _ if spoken && arrival.lands == Lands::File => findings.push(warning(
                REACH,
                way.field("lands").place(),
                format!(
                    "the arrival \"{id}\" is spoken ({}), and nobody hears what lands in the file",
                    arrival.via.name()
                ),
                "write `via: Record` for a note of it, or leave `lands: File` out",
            )),
            Reach::Interrupts(_) | Reach::Waits => {}
        }
    }
}
