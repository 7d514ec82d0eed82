//! The forms that a scenario uses can be filled in: ids are sound, words fit, choices and categories are there, and a
//! field that a rule fills in has a rule in force for some case's order.
//!
//! A form has a file of its own, and many scenarios use it; the place named here is where this one does.

use std::collections::BTreeSet;

use super::Context;
use super::say::{error, many, warning};
use super::walk::Way;
use super::well_formed;
use crate::diag::Code;
use crate::scenario::compile::names::nearest;
use crate::scenario::ids::Symbol;
use crate::scenario::locate::{Finding, Place};
use crate::scenario::raw::form::Choice;
use crate::scenario::raw::{Condition, FieldKind, Form};

/// A form that can't be filled in.
pub const BROKEN: Code = Code("D0283");
/// A field is filled in by a rule that says nothing at this date for any order.
pub const NO_RULE: Code = Code("D0284");

/// One place where a scenario names a form.
#[derive(Debug)]
pub struct Use<'a> {
    pub form: &'a Form,
    pub place: Place,
    /// The case that it is for, where that is said.
    pub case: Option<&'a str>,
    /// What has to hold before it can be filed.
    pub when: Option<&'a Condition>,
}

/// Every place where a scenario names a form that is to be filled in.
#[must_use]
pub fn uses<'a>(context: &Context<'a>) -> Vec<Use<'a>> {
    let scenario = context.scenario;
    let find = |name: &str| match context.symbols.get(name) {
        Some(Symbol::Form(form)) => context.forms.get(form.index()),
        _ => None,
    };
    let mut uses = Vec::new();
    let list = Way::Top.field("everyday");
    for (index, name) in scenario.everyday.iter().enumerate() {
        if let Some(form) = find(name) {
            uses.push(Use { form, place: list.index(index).place(), case: None, when: None });
        }
    }
    let list = Way::Top.field("responses");
    for (index, response) in scenario.responses.iter().enumerate() {
        if let Some(form) = response.form.as_ref().and_then(|name| find(name)) {
            let place = list.index(index).field("form").place();
            uses.push(Use { form, place, case: response.case.as_deref(), when: response.when.as_ref() });
        }
    }
    uses
}

/// Whether the trainee can file this form.
#[must_use]
pub fn can_be_filed(context: &Context<'_>, form: &str) -> bool {
    let scenario = context.scenario;
    scenario.everyday.iter().any(|name| name == form)
        || scenario.responses.iter().any(|response| response.form.as_deref() == Some(form))
}

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for used in uses(context) {
        let form = used.form;
        if seen.insert(&form.id) {
            for fault in faults(form) {
                findings.push(error(
                    BROKEN,
                    used.place.clone(),
                    format!("the form \"{}\" can't be filled in: {fault}", form.id),
                    format!("mend it in assets/forms/{}.forms.ron", form.id),
                ));
            }
        }
        for field in &form.fields {
            let FieldKind::FromRule(rule) = &field.kind else { continue };
            let held = context
                .policy
                .in_force(rule, context.policy_date)
                .any(|entry| context.holds_for(used.case, entry.only.as_ref()));
            if held {
                continue;
            }
            let names = context.policy.rules().iter().map(|entry| entry.rule.id.as_str());
            let known = names.clone().any(|name| name == rule);
            let why = match nearest(rule, names).filter(|_| !known) {
                Some(near) => format!("there is no rule \"{rule}\"; \"{near}\" comes nearest"),
                None if known => format!("\"{rule}\" says nothing for this order on {}", context.policy_date),
                None => format!("there is no rule \"{rule}\""),
            };
            findings.push(warning(
                NO_RULE,
                used.place.clone(),
                format!("the field \"{}\" of the form \"{}\" stays empty: {why}", field.id, form.id),
                "add the rule to assets/policy, choose another form, or move the policy date",
            ));
        }
    }
}

/// Why a form can't be filled in.
fn faults(form: &Form) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ids: Vec<&str> = Vec::new();
    if form.fields.is_empty() {
        faults.push("it has no fields".to_owned());
    }
    faults.extend(well_formed::fault(&form.id));
    for field in &form.fields {
        let name = &field.id;
        faults.extend(well_formed::fault(name));
        if ids.contains(&name.as_str()) {
            faults.push(format!("two fields are called \"{name}\""));
        }
        ids.push(name);
        for text in [Some(&field.label), field.help.as_ref()].into_iter().flatten() {
            if text.trim().is_empty() || text.contains(['{', '}']) {
                faults.push(format!("a text of the field \"{name}\" is blank or holds braces"));
            }
        }
        match &field.kind {
            FieldKind::Words(fewest, most) if fewest > most => {
                faults.push(format!("the field \"{name}\" wants at least {fewest} and at most {most} words"));
            }
            FieldKind::Words(_, 0) => faults.push(format!("the field \"{name}\" takes no words")),
            FieldKind::PickOne(choices) => choices_of(name, choices, 2, &mut faults),
            FieldKind::PickSome(choices) => choices_of(name, choices, 1, &mut faults),
            FieldKind::Grid(risks) => {
                let twice = risks.iter().any(|risk| risks.iter().filter(|other| *other == risk).count() > 1);
                if risks.is_empty() || twice {
                    faults.push(format!("the field \"{name}\" rates nobody, or somebody twice"));
                }
            }
            FieldKind::Words(..)
            | FieldKind::People
            | FieldKind::NamedSteps(_)
            | FieldKind::Cites(_)
            | FieldKind::Date
            | FieldKind::FromRule(_) => {}
        }
    }
    faults
}

fn choices_of(field: &str, choices: &[Choice], fewest: usize, faults: &mut Vec<String>) {
    if choices.len() < fewest {
        faults.push(format!("the field \"{field}\" has {}", many(choices.len(), "choice")));
    }
    for (index, choice) in choices.iter().enumerate() {
        faults.extend(well_formed::fault(&choice.id));
        if choices[..index].iter().any(|before| before.id == choice.id) {
            faults.push(format!("two choices of the field \"{field}\" are called \"{}\"", choice.id));
        }
        if choice.label.trim().is_empty() || choice.label.contains(['{', '}']) {
            faults.push(format!("the label of \"{}\" is blank or holds braces", choice.id));
        }
    }
}
