//! What is wrong in a form, and of that what is said already.
//!
//! In go what is written and the run; out come problems, each with the spot where it stands. Only what the engine
//! checks is checked; where it stops at the first fault of a grid or a list of steps, all of them are named. Nothing is
//! said before the first try to sign, but of a spot that was left filled in wrongly; what is mended is said no more.

use std::collections::BTreeSet;

use super::written::{Days, Rated, Step, Written};
use crate::desk::form::{self, FieldInput, FormView, GridRow};
use crate::run::Run;
use crate::run::command::Filing;
use crate::run::filing::{self, FieldProblem, Problem};
use crate::text::Message;

/// A part of a field that is right or wrong by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    Whole,
    /// A row of a grid, from nought.
    Row(usize),
    /// A step, from nought.
    Step(usize),
}

/// A place in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// Which case it is for.
    Case,
    /// A field by its place, and a part of it.
    Field(usize, Part),
    /// What it relies on.
    Evidence,
}

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub spot: Spot,
    pub problem: FieldProblem,
    /// The field's label.
    pub label: Message,
    pub message: Message,
}

/// What is wrong now, and where it is said.
#[derive(Debug, Default)]
pub struct Checks {
    wrong: Vec<Wrong>,
    said: BTreeSet<Spot>,
    /// Somebody has tried to sign.
    tried: bool,
}

impl Checks {
    /// What is said, in the order of the form.
    pub fn said(&self) -> impl Iterator<Item = &Wrong> {
        self.wrong.iter().filter(|wrong| self.said.contains(&wrong.spot))
    }

    /// What is said at a spot.
    #[must_use]
    pub fn at(&self, spot: Spot) -> Option<&Message> {
        self.said().find(|wrong| wrong.spot == spot).map(|wrong| &wrong.message)
    }

    /// Whether anything is said, so that mending it should show.
    #[must_use]
    pub fn is_saying(&self) -> bool {
        !self.said.is_empty()
    }

    /// What is said on top, after the first try to sign; nothing when all is mended.
    #[must_use]
    pub fn heading(&self) -> Option<Message> {
        let problems: Vec<FieldProblem> = self.said().map(|wrong| wrong.problem.clone()).collect();
        (self.tried && !problems.is_empty()).then(|| form::problems_heading(&problems))
    }

    /// Looks again: what is mended is said no more.
    pub fn renew(&mut self, wrong: Vec<Wrong>) {
        self.wrong = wrong;
        let wrong = &self.wrong;
        self.said.retain(|spot| wrong.iter().any(|one| one.spot == *spot));
    }

    /// A spot was left, with something in it or not.
    pub fn left(&mut self, spot: Spot, filled: bool, wrong: Vec<Wrong>) {
        self.renew(wrong);
        let is_wrong = self.wrong.iter().any(|wrong| wrong.spot == spot);
        if is_wrong && (filled || self.tried) {
            self.said.insert(spot);
        }
    }

    /// Somebody tries to sign: everything that is wrong is said. True if something is.
    pub fn sign(&mut self, wrong: Vec<Wrong>) -> bool {
        self.tried = true;
        self.wrong = wrong;
        self.said = self.wrong.iter().map(|wrong| wrong.spot).collect();
        !self.wrong.is_empty()
    }
}

/// Everything that is wrong, in the order of the form.
#[must_use]
pub fn find(run: &Run, view: &FormView, written: &[Written], filing: &Filing) -> Vec<Wrong> {
    let mut found: Vec<(Spot, FieldProblem)> = Vec::new();
    if view.case.is_none() && !view.cases.is_empty() {
        found.push((Spot::Case, FieldProblem { field: String::new(), problem: Problem::Missing }));
    }
    let scenario = run.scenario();
    let Some(form) = scenario.form_called(&view.form) else { return Vec::new() };
    let case = view.case.as_ref().and_then(|case| scenario.case_called(&case.id));
    let problems = filing::check(scenario, run.state(), scenario.form(form), case, filing).err().unwrap_or_default();
    let days = Days::of(run);
    for (index, (field, written)) in view.fields.iter().zip(written).enumerate() {
        let problem = problems.iter().find(|one| one.field == field.id).map(|one| one.problem.clone());
        for (part, problem) in parts(&field.kind, written, problem, days) {
            let problem = FieldProblem { field: field.id.clone(), problem };
            found.push((Spot::Field(index, part), problem));
        }
    }
    let plain: Vec<FieldProblem> = found.iter().map(|(_, problem)| problem.clone()).collect();
    let case = view.case.as_ref().map(|case| case.id.as_str());
    let said = form::problems(run, &view.response, case, &plain);
    let in_words = |((spot, problem), said): ((Spot, FieldProblem), form::FieldMessage)| {
        let (label, message) = match (spot, unread(spot, written, days)) {
            (Spot::Case, _) => (Message::new("app-form-case"), Message::new("app-form-case-missing")),
            (_, Some(typed)) => (Message::verbatim(said.label), Message::new("app-form-no-day").with("typed", typed)),
            (_, None) => (Message::verbatim(said.label), said.message),
        };
        Wrong { spot, problem, label, message }
    };
    found.into_iter().zip(said).map(in_words).collect()
}

/// What is wrong with the parts of a field, where the engine finds something, or something is only half written.
fn parts(kind: &FieldInput, written: &Written, problem: Option<Problem>, days: Days<'_>) -> Vec<(Part, Problem)> {
    let whole = |problem: Option<Problem>| problem.map(|problem| (Part::Whole, problem)).into_iter().collect();
    match (kind, written) {
        (FieldInput::Grid(rows), Written::Grid(rated)) => {
            let begun = rated.iter().any(|row| row.level.is_some());
            let named = if begun && problem.is_some() { rows_wrong(rows, rated) } else { Vec::new() };
            if named.is_empty() { whole(problem) } else { named }
        }
        (FieldInput::Steps { least, .. }, Written::Steps(steps)) => {
            let half: Vec<(Part, Problem)> = steps
                .iter()
                .enumerate()
                .filter(|(_, step)| step.is_half(days))
                .map(|(at, _)| (Part::Step(at), Problem::StepIncomplete { step: at }))
                .collect();
            // Half steps that would be enough need only be finished.
            let begun = steps.iter().filter(|step| !Step::is_empty(step)).count();
            let enough = !half.is_empty() && u32::try_from(begun).is_ok_and(|begun| begun >= *least);
            if enough { half } else { whole(problem).into_iter().chain(half).collect() }
        }
        (FieldInput::Date, Written::Day(day)) if day.is_unread(days) => vec![(Part::Whole, Problem::Missing)],
        _ => whole(problem),
    }
}

/// Every row that is not rated, or changes without a reason.
fn rows_wrong(rows: &[GridRow], rated: &[Rated]) -> Vec<(Part, Problem)> {
    let wrong = |(at, (row, rated)): (usize, (&GridRow, &Rated))| {
        let problem = match (rated.level, row.present) {
            (None, _) => Problem::NotRated { risk: row.risk },
            (Some(level), Some(present)) if level != present && rated.why.trim().is_empty() => {
                Problem::NoReason { risk: row.risk }
            }
            _ => return None,
        };
        Some((Part::Row(at), problem))
    };
    rows.iter().zip(rated).enumerate().filter_map(wrong).collect()
}

/// What is typed at a spot that asks for a day, if it is none.
fn unread(spot: Spot, written: &[Written], days: Days<'_>) -> Option<String> {
    let Spot::Field(index, Part::Whole) = spot else { return None };
    match written.get(index) {
        Some(Written::Day(day)) if day.is_unread(days) => Some(day.typed.trim().to_owned()),
        _ => None,
    }
}
