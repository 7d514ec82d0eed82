//! Lists that the language wants to hold something do: a chance without effects or a secret kept from nobody would
//! quietly do nothing.

use super::Context;
use super::say::error;
use super::walk::{Way, effects};
use crate::diag::Code;
use crate::scenario::locate::Finding;
use crate::scenario::raw::{Effect, StateItem};

/// A list that has to hold something is empty, or holds too little.
pub const EMPTY: Code = Code("D0211");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    let top = Way::Top;
    let mut empty = |way: Way<'_>, message: String, help: &str| {
        findings.push(error(EMPTY, way.place(), message, help));
    };
    if scenario.cases.is_empty() {
        empty(top.field("cases"), "there is no case".to_owned(), "add one, with its person and order");
    }
    for (index, item) in scenario.state.iter().enumerate() {
        if let StateItem::OneOf { id, values } = item
            && values.len() < 2
        {
            let list = top.field("state");
            empty(
                list.index(index).field("values"),
                format!("\"{id}\" is one of {}, and can never change", values.len()),
                "list at least two values; the first is where it starts",
            );
        }
    }
    for (index, secret) in scenario.secrets.iter().enumerate() {
        if secret.from.is_empty() {
            let list = top.field("secrets");
            let message = format!("the secret \"{}\" is kept from nobody", secret.id);
            empty(list.index(index).field("from"), message, "name the people who may not hear of it");
        }
    }
    for (index, decision) in scenario.decisions.iter().enumerate() {
        if decision.themes.is_empty() {
            let list = top.field("decisions");
            let message = format!("the decision \"{}\" has no theme", decision.id);
            empty(list.index(index).field("themes"), message, "name at least one: feedback is given by theme");
        }
    }
    for (index, drift) in scenario.drift.iter().enumerate() {
        if drift.then.is_empty() {
            let list = top.field("drift");
            let message = format!("nothing follows from the drift \"{}\"", drift.id);
            empty(list.index(index).field("then"), message, "add an effect, or take it out");
        }
    }
    for (index, chance) in scenario.chances.iter().enumerate() {
        let idle = chance.then.is_empty() && chance.outcomes.iter().all(|outcome| outcome.then.is_empty());
        if idle && (chance.odds.is_some() || !chance.outcomes.is_empty()) {
            let list = top.field("chances");
            let message = format!("nothing follows from the chance \"{}\"", chance.id);
            empty(list.index(index).field("then"), message, "add an effect, or take it out");
        }
    }
    effects(scenario, |_, effect, way| {
        let word = match effect {
            Effect::Later { then, .. } if then.is_empty() => "Later",
            Effect::If { then, otherwise, .. } if then.is_empty() && otherwise.is_empty() => "If",
            _ => return,
        };
        let message = format!("nothing follows from this {word}");
        findings.push(error(EMPTY, way.place(), message, "add an effect to its `then`, or take it out"));
    });
}
