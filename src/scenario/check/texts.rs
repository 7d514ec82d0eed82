//! Every text that somebody sees says something, and holds no braces: those are kept for names and pronouns, so that no
//! old text ever changes what it means. Control characters and bidirectional marks are refused when a file is read.

use super::Context;
use super::say::{advice, error};
use super::walk::{Need, Way, texts};
use crate::diag::Code;
use crate::scenario::locate::Finding;

/// A text is blank.
pub const BLANK: Code = Code("D0212");
/// A text holds a brace.
pub const BRACES: Code = Code("D0213");
/// An arrival or document has nothing to read.
pub const NOTHING_TO_READ: Code = Code("D0214");
/// An arrival has versions, and nothing to read where none of them fits.
pub const ONLY_VERSIONS: Code = Code("D0215");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    texts(scenario, &mut |text, need, way| {
        if text.contains(['{', '}']) {
            findings.push(error(
                BRACES,
                way.place(),
                "a text may not hold { or }: they are kept for names and pronouns",
                "use round brackets, or say it in words",
            ));
        } else if need != Need::Free && text.trim().is_empty() {
            let help =
                if need == Need::Wanted { "write what is to be read there" } else { "write it, or leave it out" };
            findings.push(error(BLANK, way.place(), "this text is blank", help));
        }
    });
    let top = Way::Top;
    for (index, arrival) in scenario.arrivals.iter().enumerate() {
        if !arrival.text.trim().is_empty() || !arrival.entries.is_empty() {
            continue;
        }
        let list = top.field("arrivals");
        let place = list.index(index).field("text").place();
        if arrival.versions.is_empty() {
            let message = format!("the arrival \"{}\" has nothing to read", arrival.id);
            findings.push(error(NOTHING_TO_READ, place, message, "write its `text`, or `entries` for a log"));
        } else {
            findings.push(advice(
                ONLY_VERSIONS,
                place,
                format!("the arrival \"{}\" is blank where none of its versions fits", arrival.id),
                "write a `text` for that case: versions only replace it",
            ));
        }
    }
    for (index, case) in scenario.cases.iter().enumerate() {
        for (inner, document) in case.file.iter().enumerate() {
            let has_text = document.text.as_ref().is_some_and(|text| !text.trim().is_empty());
            if !has_text && document.entries.is_empty() && document.fields.is_empty() {
                findings.push(error(
                    NOTHING_TO_READ,
                    top.field("cases").index(index).field("file").index(inner).field("text").place(),
                    format!("the document \"{}\" has nothing to read", document.id),
                    "write its `text`, `entries` for a log, or the `fields` of its form",
                ));
            }
        }
    }
}
