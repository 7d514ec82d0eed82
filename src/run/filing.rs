//! Whether a form is complete, and what becomes true when it is filed.
//!
//! Only what can be checked is checked: a field that is missing, too short or too long, a rating that changes without
//! a reason, a step without who, what and by when. Nothing here judges prose.

use crate::scenario::ids::CaseId;
use crate::scenario::model::Scenario;
use crate::scenario::raw::{Field, FieldKind, Form, Id, Risk, Value};
use crate::scenario::symbols::YOU;
use crate::scenario::tables::Slot;

use super::command::Filing;
use super::engine::Filed;
use super::state::State;

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    pub field: Id,
    pub problem: Problem,
}

/// One thing that can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    Missing,
    /// The form has no such field.
    NoSuchField,
    /// What was written is of another kind than the field.
    WrongKind,
    TooShort {
        words: u32,
        least: u32,
    },
    TooLong {
        words: u32,
        most: u32,
    },
    NoSuchChoice {
        choice: Id,
    },
    NoSuchPerson {
        person: Id,
    },
    /// A category was not rated.
    NotRated {
        risk: Risk,
    },
    /// The form does not ask for this category.
    NotAsked {
        risk: Risk,
    },
    /// A rating differs from the present one, and no reason is given.
    NoReason {
        risk: Risk,
    },
    TooFewSteps {
        steps: u32,
        least: u32,
    },
    /// A step without who, what or by when.
    StepIncomplete {
        step: usize,
    },
    TooFewCites {
        cites: u32,
        least: u32,
    },
    /// The rule of the policy date fills it in.
    FilledIn,
}

/// Words of a text.
#[must_use]
pub fn words(text: &str) -> u32 {
    u32::try_from(text.split_whitespace().count()).unwrap_or(u32::MAX)
}

/// Checks a filing and says what becomes true with it.
///
/// # Errors
/// Everything that is wrong, in the order of the form.
pub fn check(
    scenario: &Scenario,
    state: &State,
    form: &Form,
    case: Option<CaseId>,
    filing: &Filing,
) -> Result<Filed, Vec<FieldProblem>> {
    let mut filed = Filed::default();
    let mut problems = Vec::new();
    for (index, field) in form.fields.iter().enumerate() {
        let value = filing.fields.get(field.id.as_str());
        if let Err(problem) = check_field(scenario, state, (index, field), case, value, filing, &mut filed) {
            problems.push(FieldProblem { field: field.id.clone(), problem });
        }
    }
    for (name, _) in filing.fields.iter() {
        if !form.fields.iter().any(|field| field.id == *name) {
            problems.push(FieldProblem { field: name.clone(), problem: Problem::NoSuchField });
        }
    }
    for cited in &filing.cites {
        if let Some(item) = scenario.item_called(&cited.item) {
            filed.cites.push(scenario.item_number(item));
        }
    }
    if problems.is_empty() { Ok(filed) } else { Err(problems) }
}

#[expect(clippy::cast_possible_truncation, reason = "forms have few fields and choices")]
fn check_field(
    scenario: &Scenario,
    state: &State,
    (index, field): (usize, &Field),
    case: Option<CaseId>,
    value: Option<&Value>,
    filing: &Filing,
    filed: &mut Filed,
) -> Result<(), Problem> {
    if let FieldKind::Cites(least) = field.kind {
        let cites = u32::try_from(filing.cites.len()).unwrap_or(u32::MAX);
        return if cites < least && !field.optional { Err(Problem::TooFewCites { cites, least }) } else { Ok(()) };
    }
    if matches!(field.kind, FieldKind::FromRule(_)) {
        return if value.is_some() { Err(Problem::FilledIn) } else { Ok(()) };
    }
    let Some(value) = value else {
        let needless = matches!(field.kind, FieldKind::Words(0, _) | FieldKind::NamedSteps(0));
        return if field.optional || needless { Ok(()) } else { Err(Problem::Missing) };
    };
    match (&field.kind, value) {
        (FieldKind::Words(least, most), Value::Words(text)) => {
            let words = words(text);
            if words == 0 && field.optional {
                Ok(())
            } else if words < *least {
                Err(if words == 0 { Problem::Missing } else { Problem::TooShort { words, least: *least } })
            } else if words > *most {
                Err(Problem::TooLong { words, most: *most })
            } else {
                Ok(())
            }
        }
        (FieldKind::PickOne(choices), Value::Pick(picked)) => {
            let at = choices.iter().position(|choice| choice.id == *picked);
            let at = at.ok_or_else(|| Problem::NoSuchChoice { choice: picked.clone() })?;
            filed.ticks.push((index as u16, at as u16));
            Ok(())
        }
        (FieldKind::PickSome(choices), Value::Picks(picked)) => {
            if picked.is_empty() && !field.optional {
                return Err(Problem::Missing);
            }
            for name in picked {
                let at = choices.iter().position(|choice| choice.id == *name);
                let at = at.ok_or_else(|| Problem::NoSuchChoice { choice: name.clone() })?;
                filed.ticks.push((index as u16, at as u16));
            }
            Ok(())
        }
        (FieldKind::Grid(risks), Value::Levels(levels)) => {
            let rows: Vec<_> = levels.iter().map(|(risk, level)| (*risk, *level as i16 + 1, "")).collect();
            grid(scenario, state, case, risks, &rows, filed)
        }
        (FieldKind::Grid(risks), Value::Grid(grid_rows)) => {
            let rows: Vec<_> =
                grid_rows.iter().map(|(risk, row)| (*risk, row.level as i16 + 1, row.why.as_str())).collect();
            grid(scenario, state, case, risks, &rows, filed)
        }
        (FieldKind::People, Value::People(people)) => {
            if people.is_empty() && !field.optional {
                return Err(Problem::Missing);
            }
            people
                .iter()
                .find(|who| *who != YOU && scenario.person_called(who).is_none())
                .map_or(Ok(()), |who| Err(Problem::NoSuchPerson { person: who.clone() }))
        }
        (FieldKind::NamedSteps(least), Value::Steps(steps)) => {
            for (at, step) in steps.iter().enumerate() {
                if step.who.trim().is_empty() || step.what.trim().is_empty() {
                    return Err(Problem::StepIncomplete { step: at });
                } else if step.who != YOU && scenario.person_called(&step.who).is_none() {
                    return Err(Problem::NoSuchPerson { person: step.who.clone() });
                }
            }
            let count = u32::try_from(steps.len()).unwrap_or(u32::MAX);
            if count < *least && !(count == 0 && field.optional) {
                return Err(Problem::TooFewSteps { steps: count, least: *least });
            }
            Ok(())
        }
        (FieldKind::Date, Value::Date(_)) => Ok(()),
        _ => Err(Problem::WrongKind),
    }
}

fn grid(
    scenario: &Scenario,
    state: &State,
    case: Option<CaseId>,
    risks: &[Risk],
    rows: &[(Risk, i16, &str)],
    filed: &mut Filed,
) -> Result<(), Problem> {
    for (risk, ..) in rows {
        if !risks.contains(risk) {
            return Err(Problem::NotAsked { risk: *risk });
        }
    }
    for risk in risks {
        let Some((_, level, why)) = rows.iter().find(|(row, ..)| row == risk) else {
            return Err(Problem::NotRated { risk: *risk });
        };
        let present = case.map_or(0, |case| {
            let first = scenario.tables().cases[case.index()].levels;
            state.number(Slot(first.0 + *risk as u16))
        });
        if present != 0 && present != *level && why.trim().is_empty() {
            return Err(Problem::NoReason { risk: *risk });
        }
        filed.levels.push((*risk, *level));
    }
    Ok(())
}
