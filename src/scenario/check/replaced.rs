//! What is replaced lies in the file: a document, or an arrival that landed there. Nobody can alter an e-mail that has
//! been read.

use super::Context;
use super::say::error;
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::Finding;
use crate::scenario::raw::Lands;

/// An arrival replaces something that is not in the file.
pub const NOT_IN_FILE: Code = Code("D0278");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let arrivals = &context.scenario.arrivals;
    for (index, arrival) in arrivals.iter().enumerate() {
        let Some(replaces) = &arrival.replaces else { continue };
        let what = match arrivals.iter().find(|other| other.id == *replaces) {
            Some(other) if other.id == arrival.id => "itself".to_owned(),
            Some(other) if other.lands != Lands::File => format!("\"{replaces}\", which does not lie in the file"),
            _ => continue,
        };
        findings.push(error(
            NOT_IN_FILE,
            Way::Top.field("arrivals").index(index).field("replaces").place(),
            format!("the arrival \"{}\" replaces {what}", arrival.id),
            "name a document of the file, or an arrival with `lands: File`",
        ));
    }
}
