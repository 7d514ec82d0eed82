//! Counters start within their bounds, and tests of them can both hold and fail. A counter pushed past a bound stays at
//! it, so a test beyond the bounds would be decided before the first day.

use super::Context;
use super::say::error;
use super::walk::{Way, all_literals, effects};
use crate::diag::Code;
use crate::scenario::locate::Finding;
use crate::scenario::raw::{Condition, Effect, StateItem};

/// The bounds and the start of a counter don't fit each other.
pub const BOUNDS: Code = Code("D0246");
/// A test of a counter that always or never holds.
pub const TEST: Code = Code("D0247");
/// An effect that adds nothing.
pub const ADDS_NOTHING: Code = Code("D0248");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    for (index, item) in scenario.state.iter().enumerate() {
        let StateItem::Counter { id, min, max, start } = item else { continue };
        let list = Way::Top.field("state");
        let way = list.index(index);
        if min >= max {
            findings.push(error(
                BOUNDS,
                way.field("max").place(),
                format!("the counter \"{id}\" runs from {min} to {max}, and can never change"),
                "let `max` be above `min`",
            ));
        } else if let Some(start) = start.filter(|start| !(min..=max).contains(&start)) {
            findings.push(error(
                BOUNDS,
                way.field("start").place(),
                format!("the counter \"{id}\" starts at {start}, and runs from {min} to {max}"),
                "let it start within its bounds",
            ));
        }
    }
    let bounds = |name: &str| {
        scenario.state.iter().find_map(|item| match item {
            StateItem::Counter { id, min, max, .. } if id == name && min < max => Some((*min, *max)),
            _ => None,
        })
    };
    all_literals(scenario, |condition, way| {
        let (counter, n, word) = match condition {
            Condition::AtLeast(counter, n) => (counter, *n, "AtLeast"),
            Condition::AtMost(counter, n) => (counter, *n, "AtMost"),
            _ => return,
        };
        let Some((min, max)) = bounds(counter) else { return };
        let how = match word {
            "AtLeast" if n <= min => "always",
            "AtLeast" if n > max => "never",
            "AtMost" if n >= max => "always",
            "AtMost" if n < min => "never",
            _ => return,
        };
        let (low, high) = if word == "AtLeast" {
            (i32::from(min) + 1, i32::from(max))
        } else {
            (i32::from(min), i32::from(max) - 1)
        };
        let range = if low == high { format!("{low}") } else { format!("a number from {low} to {high}") };
        findings.push(error(
            TEST,
            way.place(),
            format!("{word}(\"{counter}\", {n}) {how} holds: the counter runs from {min} to {max}"),
            format!("write {range} here, or change the counter's bounds"),
        ));
    });
    effects(scenario, |_, effect, way| {
        if let Effect::Add(counter, 0) = effect {
            findings.push(error(
                ADDS_NOTHING,
                way.place(),
                format!("this adds nothing to \"{counter}\""),
                "write a number above or below 0, or take it out",
            ));
        }
    });
}
