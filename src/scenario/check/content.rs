//! Wherever a content note is named there is a softer text, for whoever asked for it: a note alone would leave them to
//! choose between the case and themselves.

use super::Context;
use super::say::{advice, error};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::{Finding, Place};
use crate::scenario::raw::Id;

/// Content without a softer text.
pub const NO_SOFTER: Code = Code("D0216");
/// A softer text that nothing asks for.
pub const NOTHING_TO_SOFTEN: Code = Code("D0217");

/// Something with a text and, it may be, a softer one.
struct Text<'a> {
    what: &'static str,
    id: &'a str,
    /// Its own, or those of the arrival that it belongs to.
    content: &'a [Id],
    softer: Option<&'a String>,
}

impl Text<'_> {
    fn look(&self, place: impl Fn(&'static str) -> Place, findings: &mut Vec<Finding>) {
        let Self { what, id, content, softer } = self;
        if let (Some(note), None) = (content.first(), softer) {
            findings.push(error(
                NO_SOFTER,
                place("content"),
                format!("the {what} \"{id}\" has content (\"{note}\") and no softer text"),
                "add `softer`, a text that says what is needed and no more",
            ));
        } else if content.is_empty() && softer.is_some() {
            findings.push(advice(
                NOTHING_TO_SOFTEN,
                place("softer"),
                format!("the {what} \"{id}\" has a softer text, and no content that asks for it"),
                "name the content note in `content`, or leave `softer` out",
            ));
        }
    }
}

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    let top = Way::Top;
    macro_rules! compare {
        ($what:literal, $thing:expr, $way:expr) => {
            Text { what: $what, id: &$thing.id, content: &$thing.content, softer: $thing.softer.as_ref() }
                .look(|field| $way.field(field).place(), findings)
        };
    }
    for (index, case) in scenario.cases.iter().enumerate() {
        let list = top.field("cases");
        let file = list.index(index);
        for (index, document) in case.file.iter().enumerate() {
            compare!("document", document, file.field("file").index(index));
        }
    }
    for (index, arrival) in scenario.arrivals.iter().enumerate() {
        let list = top.field("arrivals");
        let way = list.index(index);
        let is_read = !arrival.text.trim().is_empty() || !arrival.entries.is_empty() || arrival.versions.is_empty();
        if is_read || arrival.softer.is_some() {
            compare!("arrival", arrival, way);
        }
        for (index, version) in arrival.versions.iter().enumerate() {
            let text =
                Text { what: "version", id: &version.id, content: &arrival.content, softer: version.softer.as_ref() };
            text.look(|_| way.field("versions").index(index).place(), findings);
        }
    }
    for (index, decision) in scenario.decisions.iter().enumerate() {
        compare!("decision", decision, top.field("decisions").index(index));
    }
    for (index, ending) in scenario.endings.iter().enumerate() {
        compare!("ending", ending, top.field("endings").index(index));
    }
}
