//! Exactly the last situation of a decision is open. They are tried in order when an answer is committed: without an open
//! one at the end an answer might be in no situation at all, and an open one above hides those below it.

use super::Context;
use super::say::error;
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::Finding;

/// The situations of a decision are not closed above and open at the end.
pub const SITUATIONS: Code = Code("D0242");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (index, decision) in context.scenario.decisions.iter().enumerate() {
        let list = Way::Top.field("decisions");
        let decision_way = list.index(index);
        let way = decision_way.field("situations");
        let Some(last) = decision.situations.len().checked_sub(1) else {
            findings.push(error(
                SITUATIONS,
                way.place(),
                format!("the decision \"{}\" has no situation", decision.id),
                "add one: Situation(id: \"any\", told: \"..\") says what everybody knows",
            ));
            continue;
        };
        for (index, situation) in decision.situations.iter().enumerate() {
            let place = || way.index(index).place();
            if index < last && situation.when.is_none() {
                findings.push(error(
                    SITUATIONS,
                    place(),
                    format!("the situation \"{}\" has no `when`, and hides those below it", situation.id),
                    "give it a `when`, or move it to the end",
                ));
            } else if index == last && situation.when.is_some() {
                findings.push(error(
                    SITUATIONS,
                    place(),
                    format!("the last situation \"{}\" has a `when`: an answer could be in none", situation.id),
                    "leave its `when` out, or add an open situation below it",
                ));
            }
        }
    }
}
