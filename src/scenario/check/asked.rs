//! Asking and telling. `asks` expects an answer and `to` expects none, so a response has one of them. Where the author
//! says when answers are likely, they say so for every question: a question without would stand out.

use super::Context;
use super::say::{also, error};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::Finding;

/// A response both asks and tells.
pub const ASKS_AND_TELLS: Code = Code("D0273");
/// `answer_likely` stands on some questions and not on others, or where nothing is asked.
pub const ANSWER_LIKELY: Code = Code("D0274");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let responses = &context.scenario.responses;
    let list = Way::Top.field("responses");
    let likely = responses.iter().position(|response| response.asks.is_some() && response.answer_likely.is_some());
    for (index, response) in responses.iter().enumerate() {
        let way = list.index(index);
        let id = &response.id;
        match (&response.asks, &response.answer_likely, likely) {
            (Some(_), None, Some(first)) => {
                let finding = error(
                    ANSWER_LIKELY,
                    way.field("asks").place(),
                    format!(
                        "the response \"{id}\" asks without `answer_likely`, which \"{}\" has",
                        responses[first].id
                    ),
                    "write it on every `asks` or on none: one without would give the silence away",
                );
                findings.push(also(finding, list.index(first).field("answer_likely").place(), "it stands here"));
            }
            (None, Some(_), _) => findings.push(error(
                ANSWER_LIKELY,
                way.field("answer_likely").place(),
                format!("the response \"{id}\" asks nobody, so no answer is likely"),
                "name who is asked in `asks`, or leave it out",
            )),
            _ => {}
        }
        if response.asks.is_some() && response.to.is_some() {
            findings.push(error(
                ASKS_AND_TELLS,
                way.field("to").place(),
                format!("the response \"{id}\" has both `asks` and `to`"),
                "keep `asks` if an answer is expected, and `to` if none is",
            ));
        }
    }
}
