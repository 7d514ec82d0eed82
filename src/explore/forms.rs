//! Forms filled in so that they are complete: with each field's least value, or with whatever the dice say.

use crate::run::command::{Citation, Filing};
use crate::run::decide;
use crate::run::state::State;
use crate::scenario::calendar::Calendar;
use crate::scenario::ids::{CaseId, FormId};
use crate::scenario::model::Scenario;
use crate::scenario::raw::form::Choice;
use crate::scenario::raw::{DayAt, Entries, Field, FieldKind, Level, Moment, NamedStep, Risk, Row, Value};
use crate::scenario::symbols::YOU;
use crate::scenario::tables::Slot;

use super::leaning::{Deed, Leaning};
use super::open::{self, short};
use super::{Dice, open::item};

/// What stands in every text. Nobody reads it.
pub const WORD: &str = "x";

/// A form on the desk, to be filled in for a case.
#[derive(Debug, Clone, Copy)]
pub struct Paper<'a> {
    pub scenario: &'a Scenario,
    pub state: &'a State,
    pub form: FormId,
    pub case: Option<CaseId>,
}

impl Paper<'_> {
    /// The least that is complete: the fewest words, the first choice, the rating that stands or else low, `you`,
    /// today; what may be left out is. Nothing if more must be cited than has been read.
    #[must_use]
    pub fn least(&self) -> Option<Filing> {
        let form = self.scenario.form(self.form);
        let mut fields = Vec::with_capacity(form.fields.len());
        for field in form.fields.iter().filter(|field| !field.optional) {
            fields.extend(self.least_value(field).map(|value| (field.id.clone(), value)));
        }
        let cites = self.cites_needed();
        let read = open::items(self.scenario.tables());
        let read = read.filter(|item| decide::is_read(self.scenario, self.state, *item)).take(cites);
        let cites_given: Vec<Citation> = read.map(|item| Citation::whole(self.scenario.item_name(item))).collect();
        (cites_given.len() == cites).then_some(Filing { fields: Entries(fields), cites: cites_given })
    }

    fn least_value(&self, field: &Field) -> Option<Value> {
        let first = |choices: &[Choice]| choices.first().map(|choice| choice.id.clone());
        Some(match &field.kind {
            FieldKind::Words(0, _) | FieldKind::NamedSteps(0) => return None,
            FieldKind::Words(least, _) => Value::Words(words(*least)),
            FieldKind::PickOne(choices) => Value::Pick(first(choices)?),
            FieldKind::PickSome(choices) => Value::Picks(vec![first(choices)?]),
            FieldKind::Grid(risks) => {
                let rows = risks.iter().map(|risk| (*risk, self.present(*risk).unwrap_or(Level::Low)));
                Value::Grid(Entries(rows.map(|(risk, level)| (risk, row(level))).collect()))
            }
            FieldKind::People => Value::People(vec![YOU.to_owned()]),
            FieldKind::NamedSteps(least) => Value::Steps(vec![self.step(YOU, 0); *least as usize]),
            FieldKind::Date => Value::Date(self.day(0)),
            FieldKind::Cites(_) | FieldKind::FromRule(_) => return None,
        })
    }

    /// Whatever the dice say, and what `leaning` prefers. Nothing if more must be cited than has been read.
    #[must_use]
    pub fn drawn(&self, dice: &mut Dice, leaning: &Leaning) -> Option<Filing> {
        let form = self.scenario.form(self.form);
        let mut fields = Vec::with_capacity(form.fields.len());
        for (at, field) in form.fields.iter().enumerate() {
            let wanted = |choice: usize| leaning.of(Deed::Tick(self.form, short(at), short(choice)));
            let leans = matches!(&field.kind, FieldKind::PickOne(all) | FieldKind::PickSome(all)
                if (0..all.len()).any(|choice| wanted(choice) == Some(true)));
            if field.optional && !leans && dice.once_in(2) {
                continue;
            }
            fields.extend(self.drawn_value(field, dice, wanted).map(|value| (field.id.clone(), value)));
        }
        let cites = some_read(self.scenario, self.state, dice, leaning, self.cites_needed())?;
        Some(Filing { fields: Entries(fields), cites })
    }

    fn drawn_value(&self, field: &Field, dice: &mut Dice, wanted: impl Fn(usize) -> Option<bool>) -> Option<Value> {
        Some(match &field.kind {
            FieldKind::PickOne(choices) => {
                let best = |dice: &mut Dice| {
                    let liked: Vec<usize> = (0..choices.len()).filter(|at| wanted(*at) == Some(true)).collect();
                    if dice.once_in(8) { None } else { dice.one_of(&liked).copied() }
                };
                let at = best(dice).unwrap_or_else(|| dice.below(choices.len()));
                Value::Pick(choices.get(at)?.id.clone())
            }
            FieldKind::PickSome(choices) => {
                let sure = if field.optional { None } else { Some(dice.below(choices.len())) };
                let ticked = |at: usize, dice: &mut Dice| match wanted(at) {
                    Some(towards) if !dice.once_in(8) => towards,
                    _ => sure == Some(at) || dice.once_in(2),
                };
                let mut picks: Vec<String> = Vec::new();
                for (at, choice) in choices.iter().enumerate() {
                    if ticked(at, dice) {
                        picks.push(choice.id.clone());
                    }
                }
                if picks.is_empty() {
                    picks.push(choices.get(sure?)?.id.clone());
                }
                Value::Picks(picks)
            }
            FieldKind::Grid(risks) => {
                let level = |risk: Risk, dice: &mut Dice| {
                    let stands = self.present(risk).filter(|_| dice.once_in(2));
                    stands.or_else(|| dice.one_of(Level::ALL).copied()).unwrap_or(Level::Low)
                };
                Value::Grid(Entries(risks.iter().map(|risk| (*risk, row(level(*risk, dice)))).collect()))
            }
            FieldKind::People => Value::People(vec![self.anyone(dice)]),
            FieldKind::NamedSteps(least) => {
                let many = (*least).max(1) as usize;
                Value::Steps((0..many).map(|_| self.step(&self.anyone(dice), dice.below(15))).collect())
            }
            FieldKind::Date => Value::Date(self.day(0)),
            FieldKind::Words(..) | FieldKind::Cites(_) | FieldKind::FromRule(_) => return self.least_value(field),
        })
    }

    fn anyone(&self, dice: &mut Dice) -> String {
        let person = if dice.once_in(2) { None } else { dice.one_of(&self.scenario.raw().people) };
        person.map_or_else(|| YOU.to_owned(), |person| person.id.clone())
    }

    fn step(&self, who: &str, days: usize) -> NamedStep {
        NamedStep { who: who.to_owned(), what: WORD.to_owned(), by: self.day(days) }
    }

    /// So many days from today.
    fn day(&self, days: usize) -> Moment {
        let today = Calendar::day(self.state.clock);
        let day = i16::try_from(today).unwrap_or(0).saturating_add(i16::try_from(days).unwrap_or(0));
        Moment::Day(DayAt { day, time: None })
    }

    /// The rating that stands in the case; nothing if there is none.
    fn present(&self, risk: Risk) -> Option<Level> {
        let first = self.scenario.tables().cases[self.case?.index()].levels;
        let level = self.state.number(Slot(first.0 + risk as u16)).checked_sub(1)?;
        usize::try_from(level).ok().and_then(|level| Level::ALL.get(level)).copied()
    }

    fn cites_needed(&self) -> usize {
        let fields = self.scenario.form(self.form).fields.iter().filter(|field| !field.optional);
        let needed = fields.map(|field| if let FieldKind::Cites(least) = field.kind { least as usize } else { 0 });
        needed.max().unwrap_or(0)
    }
}

fn row(level: Level) -> Row {
    Row { level, why: WORD.to_owned() }
}

fn words(many: u32) -> String {
    let mut text = WORD.to_owned();
    for _ in 1..many {
        text.push(' ');
        text.push_str(WORD);
    }
    text
}

/// At least so many citations of things that were read, with what `leaning` wants cited first. Nothing if that many
/// have not been read.
#[must_use]
pub fn some_read(
    scenario: &Scenario,
    state: &State,
    dice: &mut Dice,
    leaning: &Leaning,
    least: usize,
) -> Option<Vec<Citation>> {
    let tables = scenario.tables();
    let cite = |number: usize| Citation::whole(scenario.item_name(item(tables, number)));
    let is_read = |number: usize| decide::is_read(scenario, state, item(tables, number));
    let mut numbers: Vec<usize> = leaning.cites().map(usize::from).filter(|number| is_read(*number)).collect();
    let many = least.max(numbers.len()) + dice.below(3);
    // A few throws find some; only where too few are found is everything looked through.
    for _ in 0..many * 2 {
        let number = dice.below(tables.items());
        if numbers.len() < many && number < tables.items() && is_read(number) && !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    if numbers.len() < least {
        let rest = (0..tables.items()).filter(|number| is_read(*number) && !numbers.contains(number));
        let rest: Vec<usize> = rest.take(least - numbers.len()).collect();
        numbers.extend(rest);
    }
    (numbers.len() >= least).then(|| numbers.into_iter().map(cite).collect())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::review::sample;
    use crate::run::Run;
    use crate::run::command::Command;

    fn note(run: &Run, fill: impl FnOnce(Paper<'_>) -> Option<Filing>) -> Command {
        let scenario = Arc::clone(run.scenario());
        let form = scenario.form_called("case-note").unwrap();
        let case = scenario.case_called("fell");
        let filing = fill(Paper { scenario: &scenario, state: run.state(), form, case }).unwrap();
        Command::File { response: "case-note".into(), case: Some("fell".into()), filing }
    }

    #[test]
    fn the_least_and_whatever_is_drawn_are_complete() {
        let mut run = Run::begin(sample::sample(), 1);
        sample::until(&mut run, sample::at(0, 1, 9, 0));
        let least = note(&run, |paper| paper.least());
        run.command(&least).unwrap();
        let mut dice = Dice::new(3);
        let mut different = Vec::new();
        for _ in 0..40 {
            let mut again = run.clone();
            let drawn = note(&again, |paper| paper.drawn(&mut dice, &Leaning::default()));
            again.command(&drawn).unwrap();
            if !different.contains(&drawn) {
                different.push(drawn);
            }
        }
        assert!(different.len() > 1);
    }

    #[test]
    fn a_leaning_ticks_what_it_wants() {
        let run = Run::begin(sample::sample(), 1);
        let form = run.scenario().form_called("case-note").unwrap();
        let fields = &run.scenario().form(form).fields;
        let (at, field) = fields.iter().enumerate().find(|(_, field)| field.id == "outcome").unwrap();
        let FieldKind::PickOne(choices) = &field.kind else { panic!() };
        let wanted = short(choices.len() - 1);
        let mut leaning = Leaning::default();
        leaning.towards(Deed::Tick(form, short(at), wanted));
        let mut dice = Dice::new(3);
        let ticked = (0..100).filter(|_| {
            let Command::File { filing, .. } = note(&run, |paper| paper.drawn(&mut dice, &leaning)) else { panic!() };
            filing.fields.get("outcome") == Some(&Value::Pick(choices[usize::from(wanted)].id.clone()))
        });
        assert!(ticked.count() > 80);
    }
}
