//! What lies in the file from the start was there at the start: documents and ratings are not dated later, and the fields
//! of a document belong to a form. A rating counts from the first minute, whatever date it bears.

use super::Context;
use super::say::{day, error, warning};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::Finding;

/// Fields of a document that names no form.
pub const FIELDS_OF_WHAT: Code = Code("D0280");
/// Something in the file from the start bears a later date.
pub const DATED_LATER: Code = Code("D0281");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let calendar = &context.compiled.tables.calendar;
    for (index, case) in context.scenario.cases.iter().enumerate() {
        let list = Way::Top.field("cases");
        let way = list.index(index);
        for (index, document) in case.file.iter().enumerate() {
            let list = way.field("file");
            let way = list.index(index);
            if !document.fields.is_empty() && document.form.is_none() {
                findings.push(error(
                    FIELDS_OF_WHAT,
                    way.field("fields").place(),
                    format!("the document \"{}\" has fields, and names no form that they belong to", document.id),
                    "name the form in `form`, or write a `text` instead",
                ));
            }
            // On the first day itself is early enough: nobody has looked yet.
            if let Some(at) = document.at.map(|at| calendar.start_of(at)).filter(|at| *at > calendar.begins()) {
                findings.push(warning(
                    DATED_LATER,
                    way.field("at").place(),
                    format!(
                        "the document \"{}\" is dated {}, and lies in the file from {}",
                        document.id,
                        day(calendar, at),
                        day(calendar, calendar.begins())
                    ),
                    "date it before the first day, or make it an arrival with `lands: File`",
                ));
            }
        }
        for (index, ratings) in case.ratings.iter().enumerate() {
            let at = calendar.start_of(ratings.at);
            if at > calendar.begins() {
                findings.push(warning(
                    DATED_LATER,
                    way.field("ratings").index(index).field("at").place(),
                    format!(
                        "this rating is dated {}, and counts from {}",
                        day(calendar, at),
                        day(calendar, calendar.begins())
                    ),
                    "earlier ratings lie before the first day; later ones are grids that the trainee files",
                ));
            }
        }
    }
}
