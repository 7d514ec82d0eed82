//! A form to fill in.

use super::look::Look;
use super::parts::{CitationRow, ItemRef, Named, Stamp, Who};
use super::{when, words};
use crate::run::Run;
use crate::run::command::Filing;
use crate::run::decide::response_open;
use crate::run::event::What;
use crate::run::filing::FieldProblem;
use crate::run::refusal::Refusal;
use crate::scenario::ids::{CaseId, ResponseId};
use crate::scenario::model::folded;
use crate::scenario::raw::form::Choice;
use crate::scenario::raw::policy::RuleValue;
use crate::scenario::raw::{Field, FieldKind, Form, Id, Level, Risk, Value};
use crate::text::Message;

/// A form for a response and a case.
#[derive(Debug, Clone, PartialEq)]
pub struct FormView {
    pub response: Id,
    pub form: Id,
    /// The form's title.
    pub title: String,
    /// What the response says on its button; the title again for an everyday form.
    pub label: String,
    /// The published source that the form follows.
    pub source: String,
    /// The case it is for.
    pub case: Option<Named>,
    /// Cases to choose from, where it must name one and there are several.
    pub cases: Vec<Named>,
    pub minutes: i32,
    /// "1 h 50 min left; this form takes 50 min".
    pub time: Message,
    pub fields: Vec<FieldView>,
    /// The last text of this form, offered to start from.
    pub start_from: Option<StartFrom>,
    /// The draft that is kept.
    pub draft: Option<Filing>,
    /// Why it can't be filed now, if it can't: time, or a decision that comes first.
    pub cannot: Option<Message>,
    /// What was opened and may be cited.
    pub can_cite: Vec<ItemRef>,
    /// What was cited so far in the run.
    pub citations: Vec<CitationRow>,
}

/// An earlier text of the same form.
#[derive(Debug, Clone, PartialEq)]
pub struct StartFrom {
    /// "Start from your text of Wed 5 Nov".
    pub words: Message,
    pub at: Option<Stamp>,
    pub fields: Vec<(Id, Value)>,
}

/// One field.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldView {
    pub id: Id,
    pub label: String,
    pub help: Option<String>,
    pub required: bool,
    /// "Needed" or "Optional".
    pub required_words: Message,
    /// "5 to 400 words", "At least 2 steps".
    pub wants: Option<Message>,
    pub kind: FieldInput,
    /// Its part of the earlier text.
    pub start: Option<Value>,
}

/// What may be written in a field.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldInput {
    Words {
        least: u32,
        most: u32,
    },
    /// Choices by id and label.
    PickOne(Vec<Named>),
    PickSome(Vec<Named>),
    Grid(Vec<GridRow>),
    /// People known by now. The trainee may be named too, as `you`.
    People(Vec<Who>),
    /// Who does what by when.
    Steps {
        least: u32,
        who: Vec<Who>,
    },
    Cites {
        least: u32,
    },
    Date,
    /// Filled in by a rule of the policy date.
    FromRule(RuleView),
}

/// One category of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    pub risk: Risk,
    pub words: Message,
    /// The present level: a rating that differs from it needs a reason.
    pub present: Option<Level>,
    /// "Last rating medium", "Not rated before".
    pub present_words: Message,
}

/// What a rule says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleView {
    /// "fixed term", "28 days", or that no rule is in force for this order.
    pub value: Message,
    pub text: Option<String>,
    pub source: Option<String>,
    /// How sure we are of it.
    pub sure: Option<Message>,
}

/// What is wrong with a field, beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldMessage {
    pub field: Id,
    /// The field's label.
    pub label: String,
    pub message: Message,
}

/// The form of a response, for a case; nothing if there is none, or it may not be known of yet. Where only one case is
/// on the desk, it need not be named.
#[must_use]
pub fn form(run: &Run, response: &str, case: Option<&str>) -> Option<FormView> {
    Look::at(run).form(response, case)
}

/// What is wrong with a filing, field by field. The case is the one that was filed for, if it was named.
#[must_use]
pub fn problems(run: &Run, response: &str, case: Option<&str>, problems: &[FieldProblem]) -> Vec<FieldMessage> {
    Look::at(run).field_problems(response, case, problems)
}

/// Why a form can't be signed as it stands, in one line above its fields: "Two things before you can sign it".
#[must_use]
pub fn problems_heading(problems: &[FieldProblem]) -> Message {
    Message::new("form-problems").with("n", problems.len())
}

impl Look<'_> {
    fn form(&self, response: &str, case: Option<&str>) -> Option<FormView> {
        let id = self.scenario.response_called(response)?;
        let form = self.scenario.form_of(id)?;
        let cannot = match response_open(self.scenario, self.state, id) {
            Ok(()) => None,
            Err(Refusal::NotThere { .. }) => return None,
            Err(refusal) => Some(self.refusal(&refusal)),
        };
        let row = &self.tables.responses[id.index()];
        let on_desk: Vec<CaseId> = self.cases().collect();
        let case = self.case_for(id, case);
        let drafts = self.drafts();
        let start = self.start_from(form, case);
        Some(FormView {
            response: response.to_owned(),
            form: form.id.clone(),
            title: folded(&form.title),
            label: self.label(id),
            source: folded(&form.source),
            case: case.map(|case| self.case_named(case)),
            cases: if case.is_none() && row.everyday {
                on_desk.iter().map(|case| self.case_named(*case)).collect()
            } else {
                Vec::new()
            },
            minutes: row.minutes,
            time: Message::new("form-time")
                .with("left", when::minutes(self.state.left))
                .with("takes", when::minutes(row.minutes)),
            fields: form.fields.iter().map(|field| self.field(field, case, start.as_ref())).collect(),
            start_from: start,
            draft: drafts.into_iter().find(|draft| draft.response == response).map(|draft| draft.filing),
            cannot,
            can_cite: self.items_read(),
            citations: self.citations(),
        })
    }

    fn field(&self, field: &Field, case: Option<CaseId>, start: Option<&StartFrom>) -> FieldView {
        let needless = matches!(
            field.kind,
            FieldKind::Words(0, _) | FieldKind::NamedSteps(0) | FieldKind::Cites(0) | FieldKind::FromRule(_)
        );
        let required = !field.optional && !needless;
        let people = || self.people_known().map(|who| self.who(who)).collect();
        FieldView {
            id: field.id.clone(),
            label: folded(&field.label),
            help: field.help.as_deref().map(folded),
            required,
            required_words: Message::new(if matches!(field.kind, FieldKind::FromRule(_)) {
                "field-filled-in"
            } else if required {
                "field-needed"
            } else {
                "field-optional"
            }),
            wants: words::field_wants(&field.kind),
            kind: match &field.kind {
                FieldKind::Words(least, most) => FieldInput::Words { least: *least, most: *most },
                FieldKind::PickOne(choices) => FieldInput::PickOne(named(choices)),
                FieldKind::PickSome(choices) => FieldInput::PickSome(named(choices)),
                FieldKind::Grid(risks) => {
                    FieldInput::Grid(risks.iter().map(|risk| self.grid_row(*risk, case)).collect())
                }
                FieldKind::People => FieldInput::People(people()),
                FieldKind::NamedSteps(least) => FieldInput::Steps { least: *least, who: people() },
                FieldKind::Cites(least) => FieldInput::Cites { least: *least },
                FieldKind::Date => FieldInput::Date,
                FieldKind::FromRule(rule) => FieldInput::FromRule(self.rule(rule, case)),
            },
            start: start.and_then(|start| {
                start.fields.iter().find(|(id, _)| *id == field.id).map(|(_, value)| value.clone())
            }),
        }
    }

    /// A category with its present level, to be rated.
    pub(super) fn grid_row(&self, risk: Risk, case: Option<CaseId>) -> GridRow {
        let present = case.and_then(|case| self.present(case, risk));
        GridRow {
            risk,
            words: words::risk(risk),
            present,
            present_words: present.map_or_else(
                || Message::new("rating-none-before"),
                |level| Message::new("rating-last").with("level", words::level(level)),
            ),
        }
    }

    /// What a rule of the policy date says for the order of a case.
    fn rule(&self, id: &str, case: Option<CaseId>) -> RuleView {
        let case = case.or_else(|| self.cases().next());
        let rule = case.and_then(|case| self.scenario.rule(id, case, self.mappa_level(case)));
        let Some(rule) = rule else {
            return RuleView { value: Message::new("rule-none"), text: None, source: None, sure: None };
        };
        RuleView {
            value: match &rule.value {
                RuleValue::Wait(wait) => when::wait(self.calendar, wait),
                RuleValue::BeforeIt(wait) => {
                    Message::new("rule-before").with("wait", when::wait(self.calendar, wait))
                }
                RuleValue::Text(text) => Message::verbatim(folded(text)),
                RuleValue::Number(number) => Message::verbatim(number.to_string()),
            },
            text: Some(folded(&rule.text)),
            source: Some(folded(&rule.source)),
            sure: Some(words::sure_of_rule(rule.sure)),
        }
    }

    /// The last text of a form in a case: what was filed, else the file's own document of that form.
    fn start_from(&self, form: &Form, case: Option<CaseId>) -> Option<StartFrom> {
        if !form.copies_from {
            return None;
        }
        let case_id = case.map(|case| &self.scenario.case(case).id);
        let filed = self.acts().filter_map(|(event, _)| match &event.what {
            What::Filed { form: filed, case, filing, .. } if *filed == form.id && case.as_ref() == case_id => {
                Some((event.at, filing))
            }
            _ => None,
        });
        if let Some((at, filing)) = filed.last() {
            let at = self.stamp(at);
            return Some(StartFrom {
                words: Message::new("start-from-yours").with("date", at.words.clone()),
                at: Some(at),
                fields: filing.fields.0.clone(),
            });
        }
        let of_file = self
            .scenario
            .case(case?)
            .file
            .iter()
            .filter(|document| document.form.as_ref() == Some(&form.id) && !document.fields.is_empty());
        let latest = of_file.max_by_key(|document| document.at.map(|at| self.calendar.opening_of(at)))?;
        Some(StartFrom {
            words: Message::new("start-from-file").with("title", folded(&latest.title)),
            at: latest.at.map(|at| self.written(at)),
            fields: latest.fields.iter().map(|(id, text)| (id.clone(), Value::Words(folded(text)))).collect(),
        })
    }

    /// The case that a response is for: its own, the one that is named, or the only one on the desk.
    fn case_for(&self, id: ResponseId, named: Option<&str>) -> Option<CaseId> {
        let row = &self.tables.responses[id.index()];
        let on_desk: Vec<CaseId> = self.cases().collect();
        let named = named.and_then(|case| self.scenario.case_called(case)).filter(|case| on_desk.contains(case));
        let only = if let [only] = on_desk[..] { Some(only) } else { None };
        row.case.or(named).or(if row.everyday { only } else { None })
    }

    fn field_problems(&self, response: &str, case: Option<&str>, problems: &[FieldProblem]) -> Vec<FieldMessage> {
        let id = self.scenario.response_called(response);
        let form = id.and_then(|id| self.scenario.form_of(id));
        let case = id.and_then(|id| self.case_for(id, case));
        problems
            .iter()
            .map(|problem| {
                let field = form.and_then(|form| form.fields.iter().find(|field| field.id == problem.field));
                FieldMessage {
                    field: problem.field.clone(),
                    label: field.map_or_else(|| problem.field.clone(), |field| folded(&field.label)),
                    message: self.field_problem(field, case, &problem.problem),
                }
            })
            .collect()
    }
}

fn named(choices: &[Choice]) -> Vec<Named> {
    choices.iter().map(|choice| Named { id: choice.id.clone(), name: folded(&choice.label) }).collect()
}
