//! A decision asks something that can be answered: two to nine options, as many of them as may be chosen, or categories
//! to rate and no options. A choice of one is no choice, and ten can't be weighed.

use super::Context;
use super::say::{error, many};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::Finding;
use crate::scenario::raw::{Ask, Risk};

/// A decision has too few or too many options.
pub const OPTIONS: Code = Code("D0239");
/// `ChooseUpTo` allows none, or more than there are.
pub const UP_TO: Code = Code("D0240");
/// `RateRisk` has no categories, or one of them twice.
pub const CATEGORIES: Code = Code("D0241");

const FEWEST: usize = 2;
const MOST: usize = 9;

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (index, decision) in context.scenario.decisions.iter().enumerate() {
        let list = Way::Top.field("decisions");
        let way = list.index(index);
        let (id, options) = (&decision.id, decision.options.len());
        let mut say = |code, field, message: String, help: &str| {
            findings.push(error(code, way.field(field).place(), message, help));
        };
        if let Ask::RateRisk(categories) = &decision.ask {
            if options > 0 {
                let message =
                    format!("the decision \"{id}\" asks for levels of risk, and has {}", many(options, "option"));
                say(OPTIONS, "options", message, "leave `options` out: RateRisk rates its categories");
            }
            let twice = |risk: &&Risk| categories.iter().filter(|other| other == risk).count() > 1;
            if categories.is_empty() {
                let message = format!("the decision \"{id}\" asks for the risk to nobody");
                say(CATEGORIES, "ask", message, "name who may be at risk: RateRisk([Public, Staff])");
            } else if let Some(risk) = categories.iter().find(twice) {
                let message = format!("the decision \"{id}\" asks for the risk to {} twice", risk.name());
                say(CATEGORIES, "ask", message, "name each category once");
            }
            continue;
        }
        if !(FEWEST..=MOST).contains(&options) {
            let message = format!("the decision \"{id}\" has {}", many(options, "option"));
            let help = if options < FEWEST {
                "add options until there are at least two, each one that a decent officer might choose"
            } else {
                "nine are the most that people can weigh: leave some out, or ask in two decisions"
            };
            say(OPTIONS, "options", message, help);
        } else if let Ask::ChooseUpTo(most) = decision.ask {
            if most == 0 {
                let message = format!("the decision \"{id}\" lets nobody choose anything");
                say(UP_TO, "ask", message, "write ChooseUpTo(2), or ChooseOne");
            } else if usize::from(most) > options {
                let message = format!("the decision \"{id}\" lets people choose up to {most} of {options} options");
                say(UP_TO, "ask", message, "let the number be at most that of the options");
            }
        }
    }
}
