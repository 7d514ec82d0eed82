//! A walkthrough against the scenario that it plays.
//!
//! In go a plan as it was read and a checked scenario; out come findings in the plan's file: names that don't resolve,
//! answers and values that don't fit, moments outside the calendar. Whether a step is possible when its time comes is
//! found by playing.

use crate::diag::Code;
use crate::scenario::compile::NOT_READABLE;
use crate::scenario::compile::names::Names;
use crate::scenario::locate::{File, Finding};
use crate::scenario::model::Scenario;
use crate::scenario::raw;
use crate::scenario::raw::form::{Choice, Value};
use crate::scenario::raw::plan::Step;
use crate::scenario::raw::{Answer, Condition, FieldKind, Form, Id, Moment, OneOrTwo, StateItem};

use super::answers::{answer, at, categories, found, names, same_scenario, sure};
use super::calendar::{NO_DATE, NO_VARIANT};
use super::dates::{OUTSIDE, span};
use super::say::{day, listed, moment as written};

/// A step that does a form, or files none.
pub const DO_OR_FILE: Code = Code("D0501");
/// What is written in a field is of another kind than the field.
pub const WRONG_VALUE: Code = Code("D0502");
/// A walkthrough that abstains.
pub const ABSTAINS: Code = Code("D0503");
/// The clock is sent back.
pub const BACK_IN_TIME: Code = Code("D0504");

/// Checks the n-th plan against its scenario.
#[must_use]
pub fn plan(plan: &raw::Plan, scenario: &Scenario, number: usize) -> Vec<Finding> {
    let mut names = names(scenario);
    same_scenario(&mut names, &plan.scenario, scenario);
    if let Some(variant) = &plan.variant {
        let all: Vec<&str> = scenario.raw().variants.iter().map(|variant| variant.id.as_str()).collect();
        if !all.contains(&variant.as_str()) {
            names.enter_field("variant");
            let near = crate::scenario::compile::names::nearest(variant, all.iter().copied());
            let help = match near {
                Some(near) => format!("did you mean \"{near}\"?"),
                None if all.is_empty() => "it has none: leave `variant` out".to_owned(),
                None => format!("it has {}", listed(all)),
            };
            names.error(NO_VARIANT, format!("this scenario has no variant called \"{variant}\""), Some(help));
            names.leave();
        }
    }
    names.enter_field("steps");
    let mut until = None;
    for (index, step) in plan.steps.iter().enumerate() {
        at(&mut names, index, |names| self::step(names, scenario, step, &mut until));
    }
    names.leave();
    found(names, File::Plan(number))
}

fn step(names: &mut Names<'_>, scenario: &Scenario, step: &Step, until: &mut Option<i32>) {
    match step {
        Step::Open(item) => at(names, 0, |names| {
            names.item(item);
        }),
        Step::Do(response) => at(names, 0, |names| does(names, scenario, response)),
        Step::Tell(item, person) => {
            at(names, 0, |names| names.item(item));
            at(names, 1, |names| names.person(person));
        }
        Step::Cite(cited) => at(names, 0, |names| {
            names.item(&cited.item);
        }),
        Step::File { response, case, cites, fields } => {
            names.enter_field("response");
            let id = names.response(response);
            let form = id.and_then(|id| scenario.form_of(id));
            if id.is_some() && form.is_none() {
                let message = format!("the response \"{response}\" carries no form");
                names.error(DO_OR_FILE, message, Some(format!("write Do(\"{response}\")")));
            }
            names.leave();
            if let Some(case) = case {
                names.field("case", |names| names.case(case));
            }
            items(names, "cites", cites);
            if let Some(form) = form {
                names.enter_field("fields");
                for (field, value) in fields.iter() {
                    names.enter_key(field);
                    self::field(names, form, field, value);
                    names.leave();
                }
                names.leave();
            }
        }
        Step::Decide { decision, answer: given, sure: how_sure, cites, .. } => {
            let id = names.field("decision", |names| names.decision(decision));
            if let Some(id) = id {
                names.enter_field("answer");
                if matches!(given, Answer::Abstain(_)) {
                    let message = "only reviewers abstain: a trainee has to answer".to_owned();
                    names.error(ABSTAINS, message, Some("choose what the walkthrough answers".to_owned()));
                } else {
                    answer(names, scenario, id, given);
                }
                names.leave();
            }
            sure(names, *how_sure);
            items(names, "cites", cites);
        }
        Step::Until(moment) => at(names, 0, |names| self::until(names, scenario, *moment, until)),
        Step::Expect(condition) => resolve(names, scenario, condition),
        Step::Note(_) | Step::GoOn | Step::EndDay | Step::EndTurn => {}
    }
}

/// A response that is done, and not filed.
fn does(names: &mut Names<'_>, scenario: &Scenario, response: &str) {
    if let Some(form) = names.response(response).and_then(|id| scenario.form_of(id)) {
        let message = format!("\"{response}\" is done by filing the form \"{}\"", form.id);
        names.error(DO_OR_FILE, message, Some(format!("write File(response: \"{response}\", fields: {{..}})")));
    }
}

fn items(names: &mut Names<'_>, field: &'static str, items: &[Id]) {
    names.enter_field(field);
    for (index, item) in items.iter().enumerate() {
        at(names, index, |names| names.item(item));
    }
    names.leave();
}

/// A moment that the clock is sent to.
fn until(names: &mut Names<'_>, scenario: &Scenario, moment: Moment, before: &mut Option<i32>) {
    let calendar = &scenario.tables().calendar;
    let minute = calendar.opening_of(moment);
    if minute < calendar.begins() || minute > calendar.ends() {
        let (date, wrote) = (day(calendar, minute), written(moment));
        let message = format!("{wrote} is {date}, and {}", span(calendar));
        names.error(OUTSIDE, message, Some("name a moment inside the calendar".to_owned()));
    } else if before.is_some_and(|before| minute < before) {
        let message = format!("{} lies before the moment that a step above has gone on to", written(moment));
        names.error(BACK_IN_TIME, message, Some("put the steps in the order of time".to_owned()));
    } else {
        *before = Some(minute);
    }
}

/// A field by name, and whether what is written in it is of its kind.
fn field(names: &mut Names<'_>, form: &Form, field: &str, value: &Value) {
    let all: Vec<&str> = form.fields.iter().map(|field| field.id.as_str()).collect();
    let of = format!("the form \"{}\"", form.id);
    let Some(kind) = names.local(field, "field", &of, &all).map(|index| &form.fields[index].kind) else { return };
    let of = format!("the field \"{field}\"");
    match (kind, value) {
        (FieldKind::Words(..), Value::Words(_)) | (FieldKind::Date, Value::Date(_)) => {}
        (FieldKind::PickOne(choices), Value::Pick(picked)) => choice(names, 0, choices, picked, &of),
        (FieldKind::PickSome(choices), Value::Picks(picked)) => {
            names.enter_index(0);
            for (index, picked) in picked.iter().enumerate() {
                choice(names, index, choices, picked, &of);
            }
            names.leave();
        }
        (FieldKind::Grid(risks), Value::Levels(levels)) => {
            categories(names, WRONG_VALUE, &of, risks, levels.iter().map(|(risk, _)| *risk));
        }
        (FieldKind::Grid(risks), Value::Grid(rows)) => {
            categories(names, WRONG_VALUE, &of, risks, rows.iter().map(|(risk, _)| *risk));
        }
        (FieldKind::People, Value::People(people)) => {
            names.enter_index(0);
            for (index, person) in people.iter().enumerate() {
                at(names, index, |names| names.person_or_you(person));
            }
            names.leave();
        }
        (FieldKind::NamedSteps(_), Value::Steps(steps)) => {
            names.enter_index(0);
            for (index, step) in steps.iter().enumerate() {
                at(names, index, |names| names.field("who", |names| names.person_or_you(&step.who)));
            }
            names.leave();
        }
        (FieldKind::FromRule(_), _) => {
            names.error(WRONG_VALUE, format!("{of} is filled in by a rule"), Some("leave it out".to_owned()))
        }
        (FieldKind::Cites(_), _) => names.error(
            WRONG_VALUE,
            format!("{of} holds citations"),
            Some("leave it out, and name the items in `cites`".to_owned()),
        ),
        (kind, _) => {
            names.error(
                WRONG_VALUE,
                format!("{of} takes another kind of value"),
                Some(format!("write {}", example(kind))),
            );
        }
    }
}

fn choice(names: &mut Names<'_>, index: usize, choices: &[Choice], picked: &str, of: &str) {
    let all: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
    at(names, index, |names| names.local(picked, "choice", of, &all));
}

/// How a value of a field is written.
const fn example(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Words(..) => "Words(\"..\")",
        FieldKind::PickOne(_) => "Pick(\"..\")",
        FieldKind::PickSome(_) => "Picks([\"..\", \"..\"])",
        FieldKind::Grid(_) => "Grid({Public: Row(level: High, why: \"..\"), ..}) or Levels({Public: High, ..})",
        FieldKind::People => "People([\"..\"])",
        FieldKind::NamedSteps(_) => "Steps([NamedStep(who: \"..\", what: \"..\", by: Week(5, Fri))])",
        FieldKind::Date => "Date(Week(5, Fri))",
        FieldKind::Cites(_) | FieldKind::FromRule(_) => "nothing",
    }
}

/// Looks up every name of a condition, at the places at which the compiler would stand.
fn resolve(names: &mut Names<'_>, scenario: &Scenario, condition: &Condition) {
    /// Looks up the n-th name.
    macro_rules! name {
        ($index:literal, $kind:ident, $name:expr) => {
            at(names, $index, |names| names.$kind($name))
        };
    }
    match condition {
        Condition::Not(inner) => resolve(names, scenario, inner),
        Condition::All(parts) | Condition::Any(parts) => {
            for (index, part) in parts.0.iter().enumerate() {
                at(names, index, |names| resolve(names, scenario, part));
            }
        }
        Condition::Is(flag) => _ = name!(0, flag, flag),
        Condition::Equals(one_of, value) => {
            if name!(0, one_of, one_of).is_some() {
                let values: Vec<&str> = scenario
                    .raw()
                    .state
                    .iter()
                    .filter_map(|item| match item {
                        StateItem::OneOf { id, values } if id == one_of => Some(values),
                        _ => None,
                    })
                    .flatten()
                    .map(String::as_str)
                    .collect();
                at(names, 1, |names| names.local(value, "value", &format!("\"{one_of}\""), &values));
            }
        }
        Condition::AtLeast(counter, _) | Condition::AtMost(counter, _) => _ = name!(0, counter, counter),
        Condition::Seen(item) | Condition::Opened(item) => _ = name!(0, item, item),
        Condition::Verified(claim) => _ = name!(0, claim, claim),
        Condition::Told(item, person) => {
            name!(0, item, item);
            name!(1, person, person);
        }
        Condition::Leaked(secret) => _ = name!(0, secret, secret),
        Condition::Done(response) => _ = name!(0, response, response),
        Condition::Filed(OneOrTwo(form, case)) => {
            name!(0, form, form);
            if let Some(case) = case {
                name!(1, case, case);
            }
        }
        Condition::Entered(form, field, choice) => {
            if let Some(id) = name!(0, form, form) {
                entered(names, scenario.form(id), field, choice);
            }
        }
        Condition::Cited(OneOrTwo(item, within)) => {
            name!(0, item, item);
            if let Some(within) = within {
                name!(1, cited_in, within);
            }
        }
        Condition::Rated(case, ..) => _ = name!(0, case, case),
        Condition::Answered(decision) => _ = name!(0, decision, decision),
        Condition::Chose(decision, option) => {
            if let Some(id) = name!(0, decision, decision) {
                let all: Vec<&str> = scenario.decision(id).options.iter().map(|option| option.id.as_str()).collect();
                let of = format!("the decision \"{decision}\"");
                at(names, 1, |names| names.local(option, "option", &of, &all));
            }
        }
        Condition::Running(deadline) | Condition::Met(deadline) | Condition::Missed(deadline) => {
            _ = name!(0, deadline, deadline);
        }
        Condition::PolicyFrom(date) => {
            if date.parse::<jiff::civil::Date>().is_err() {
                let help = "write year, month and day: \"2025-11-03\"".to_owned();
                at(names, 0, |names| names.error(NO_DATE, format!("\"{date}\" is no date"), Some(help)));
            }
        }
        Condition::From(_) | Condition::Before(_) => {}
    }
}

/// A tick that a condition asks for.
fn entered(names: &mut Names<'_>, form: &Form, field: &str, choice: &str) {
    let all: Vec<&str> = form.fields.iter().map(|field| field.id.as_str()).collect();
    names.enter_index(1);
    let index = names.local(field, "field", &format!("the form \"{}\"", form.id), &all);
    let choices = index.and_then(|index| match &form.fields[index].kind {
        FieldKind::PickOne(choices) | FieldKind::PickSome(choices) => Some(choices),
        _ => {
            names.error(
                NOT_READABLE,
                format!("the field \"{field}\" holds no ticks that a condition could read"),
                Some("conditions read ticks (PickOne, PickSome), grids (Rated) and citations (Cited)".to_owned()),
            );
            None
        }
    });
    names.leave();
    if let Some(choices) = choices {
        self::choice(names, 2, choices, choice, &format!("the field \"{field}\""));
    }
}
