//! Conditions that ask for what nothing in the scenario can bring about, as far as names alone show it: a form that
//! nobody can file, a claim that nothing settles, a rating that nothing gives. What only plays can show is found by
//! exploration.

use super::Context;
use super::claims::can_be_settled;
use super::forms::{can_be_filed, uses};
use super::say::error;
use super::walk::all_literals;
use crate::diag::Code;
use crate::scenario::ids::Symbol;
use crate::scenario::locate::Finding;
use crate::scenario::raw::{Ask, Condition, FieldKind, OneOrTwo, Risk};

/// A condition that nothing can make true.
pub const CANNOT_HOLD: Code = Code("D0286");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    all_literals(scenario, |condition, way| {
        let (written, why, help) = match condition {
            Condition::Filed(OneOrTwo(form, _)) if !can_be_filed(context, form) => (
                format!("Filed(\"{form}\")"),
                "no response carries that form, and it does not lie on the desk".to_owned(),
                format!("add \"{form}\" to `everyday`, or to the `form` of a response"),
            ),
            Condition::Entered(form, ..) if !can_be_filed(context, form) => (
                format!("Entered(\"{form}\", ..)"),
                "no response carries that form, and it does not lie on the desk".to_owned(),
                format!("add \"{form}\" to `everyday`, or to the `form` of a response"),
            ),
            Condition::Cited(OneOrTwo(item, Some(within))) if !takes_citations(context, within) => (
                format!("Cited(\"{item}\", \"{within}\")"),
                format!("nothing can be cited in \"{within}\""),
                "name a decision, a form that can be filed, or a response that carries one".to_owned(),
            ),
            Condition::Verified(claim) if !can_be_settled(scenario, claim) => (
                format!("Verified(\"{claim}\")"),
                "nothing settles that claim but those who make it".to_owned(),
                "let somebody else's arrival or document confirm or contradict it".to_owned(),
            ),
            Condition::Rated(case, risk, _) if !can_be_rated(context, case, *risk) => (
                format!("Rated(\"{case}\", {}, ..)", risk.name()),
                "there is no such rating, and no form that could give one".to_owned(),
                "add an earlier rating to the case, or a form with a grid that has this category".to_owned(),
            ),
            _ => return,
        };
        findings.push(error(CANNOT_HOLD, way.place(), format!("{written} never holds: {why}"), help));
    });
}

fn takes_citations(context: &Context<'_>, within: &str) -> bool {
    match context.symbols.get(within) {
        Some(Symbol::Form(_)) => can_be_filed(context, within),
        Some(Symbol::Response(_)) => {
            context.scenario.responses.iter().any(|response| response.id == within && response.form.is_some())
        }
        _ => true,
    }
}

fn can_be_rated(context: &Context<'_>, case: &str, risk: Risk) -> bool {
    let scenario = context.scenario;
    let before = scenario.cases.iter().filter(|known| known.id == case).flat_map(|case| &case.ratings);
    let asked = |ask: &Ask| matches!(ask, Ask::RateRisk(risks) if risks.contains(&risk));
    before.into_iter().any(|ratings| ratings.levels.get(&risk).is_some())
        || uses(context).iter().flat_map(|used| &used.form.fields).any(|field| match &field.kind {
            FieldKind::Grid(risks) => risks.contains(&risk),
            _ => false,
        })
        || scenario.decisions.iter().any(|decision| asked(&decision.ask))
}
