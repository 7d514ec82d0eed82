//! Nobody needs what they sent themselves, nobody needs one thing twice, and nobody can confirm their own word.

use super::Context;
use super::say::{error, warning};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::Finding;

/// The sender of an arrival is said to need it, or to be able to confirm it.
pub const FROM_THEM: Code = Code("D0264");
/// One person is said twice to need an arrival.
pub const NEEDED_TWICE: Code = Code("D0265");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (index, arrival) in context.scenario.arrivals.iter().enumerate() {
        let list = Way::Top.field("arrivals");
        let way = list.index(index);
        for (index, needed) in arrival.needed_by.iter().enumerate() {
            let place = || way.field("needed_by").index(index).field("who").place();
            let (id, who) = (&arrival.id, &needed.who);
            if *who == arrival.from {
                let message = format!("\"{who}\" sends the arrival \"{id}\", and can't need it");
                findings.push(error(FROM_THEM, place(), message, "name somebody else, or leave it out"));
            } else if arrival.needed_by[..index].iter().any(|before| before.who == *who) {
                let message = format!("\"{who}\" is named twice among those who need the arrival \"{id}\"");
                findings.push(error(NEEDED_TWICE, place(), message, "put what follows into one of the two"));
            }
        }
        if let Some(index) = arrival.could_confirm.iter().position(|who| *who == arrival.from) {
            findings.push(warning(
                FROM_THEM,
                way.field("could_confirm").index(index).place(),
                format!("\"{}\" sends the arrival \"{}\", and can't confirm it", arrival.from, arrival.id),
                "name somebody else, or leave it out",
            ));
        }
    }
}
