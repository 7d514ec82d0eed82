//! Variants have dates, and every `PolicyFrom` tells two of the scenario's dates apart: one that always or never holds
//! asks nothing.

use jiff::civil::Date;

use super::Context;
use super::calendar::NO_DATE;
use super::say::{error, warning};
use super::walk::{Way, all_literals};
use crate::diag::Code;
use crate::scenario::locate::Finding;
use crate::scenario::raw::Condition;

/// A `PolicyFrom` is the same at every policy date of the scenario.
pub const SAME_AT_EVERY_DATE: Code = Code("D0219");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    let mut dates: Vec<Date> = scenario.policy_date.parse().into_iter().collect();
    let list = Way::Top.field("variants");
    for (index, variant) in scenario.variants.iter().enumerate() {
        for (date, field) in [(&variant.policy_date, "policy_date"), (&variant.day_0, "day_0")] {
            match date.parse::<Date>() {
                Ok(date) if field == "policy_date" => dates.push(date),
                Ok(_) => {}
                Err(_) => findings.push(error(
                    NO_DATE,
                    list.index(index).field(field).place(),
                    format!("\"{date}\" is no date"),
                    "write year, month and day: \"2025-11-03\"",
                )),
            }
        }
    }
    all_literals(scenario, |condition, way| {
        let Condition::PolicyFrom(written) = condition else { return };
        let Ok(from) = written.parse::<Date>() else { return };
        let held = dates.iter().filter(|date| from <= **date).count();
        if held == 0 || held == dates.len() {
            let (how, side) = if held == 0 { ("never", "before") } else { ("always", "on or after") };
            findings.push(warning(
                SAME_AT_EVERY_DATE,
                way.place(),
                format!("this {how} holds: every policy date of the scenario lies {side} {written}"),
                "add a variant with a policy date on the other side, or take the test out",
            ));
        }
    });
}
