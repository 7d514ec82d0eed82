//! Commands at random, sound and unsound: what a person at a keyboard might try at any moment.

use crate::run::Run;
use crate::run::command::{Citation, Command, Committed, Filing, How};
use crate::scenario::calendar::DAY;
use crate::scenario::model::Scenario;
use crate::scenario::raw::{
    Answer, Ask, DayAt, Decision, Entries, Field, FieldKind, Form, Moment, NamedStep, Risk, Row, Value,
};
use crate::scenario::symbols::YOU;
use crate::scenario::tables::Bit;

use super::Dice;
use super::answers::{level, rating, shuffle};
use super::open::short;

/// A command that may or may not make sense now. It names real things most of the time.
#[must_use]
pub fn random_command(run: &Run, dice: &mut Dice) -> Command {
    let scenario = run.scenario();
    let state = run.state();
    if state.waiting > 0 && !dice.once_in(3) {
        return decide(run, dice);
    }
    match dice.below(24) {
        0..5 => Command::Open { item: item(scenario, dice), nth: dice.once_in(4).then(|| small(dice, 4)) },
        5..10 => Command::Do { response: response(scenario, dice) },
        10..12 => file(scenario, dice),
        12..14 => Command::Tell { item: item(scenario, dice), who: person(scenario, dice) },
        14 => Command::Note { text: words(dice, 4) },
        15 => Command::Cite(citation(scenario, dice)),
        16 => draft(scenario, dice),
        17 => Command::DiscardDraft { response: response(scenario, dice) },
        18 => Command::Reveal { decision: decision(scenario, dice).map_or_else(String::new, |d| d.id.clone()) },
        19 => {
            let ahead = i32::from(small(dice, 5)) * DAY + i32::from(small(dice, 600)) - 60;
            Command::GoOnUntil { until: state.clock + ahead }
        }
        20 | 21 => Command::GoOn,
        22 => Command::EndDay,
        _ => Command::EndTurn,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "below n")]
fn small(dice: &mut Dice, n: u16) -> u16 {
    dice.below(usize::from(n)) as u16
}

fn words(dice: &mut Dice, least: u32) -> String {
    const SOME: [&str; 8] = ["rang", "the", "ward", "again", "and", "wrote", "ŵy", "down 🙂"];
    let many = least as usize + dice.below(4);
    (0..many.max(1)).map(|_| SOME[dice.below(SOME.len())]).collect::<Vec<_>>().join(" ")
}

fn name(dice: &mut Dice, all: &[String]) -> String {
    if dice.once_in(40) { "nobody-at-all".to_owned() } else { dice.one_of(all).cloned().unwrap_or_default() }
}

fn item(scenario: &Scenario, dice: &mut Dice) -> String {
    let raw = scenario.raw();
    let mut all: Vec<String> = raw.arrivals.iter().map(|arrival| arrival.id.clone()).collect();
    all.extend(raw.cases.iter().flat_map(|case| &case.file).map(|document| document.id.clone()));
    name(dice, &all)
}

fn person(scenario: &Scenario, dice: &mut Dice) -> String {
    let all: Vec<String> = scenario.raw().people.iter().map(|person| person.id.clone()).collect();
    name(dice, &all)
}

fn response(scenario: &Scenario, dice: &mut Dice) -> String {
    let raw = scenario.raw();
    let mut all: Vec<String> = raw.responses.iter().map(|response| response.id.clone()).collect();
    all.extend(raw.everyday.iter().cloned());
    name(dice, &all)
}

fn citation(scenario: &Scenario, dice: &mut Dice) -> Citation {
    Citation { item: item(scenario, dice), passage: dice.once_in(3).then(|| words(dice, 1)) }
}

fn citations(scenario: &Scenario, dice: &mut Dice) -> Vec<Citation> {
    (0..dice.below(3)).map(|_| citation(scenario, dice)).collect()
}

/// Citations of things that were read: those that will not be refused.
fn sound_citations(run: &Run, dice: &mut Dice, least: u32) -> Vec<Citation> {
    let tables = run.scenario().tables();
    let opened = |bit: Bit| run.state().has(bit);
    let mut read: Vec<String> = Vec::new();
    for (index, row) in tables.arrivals.iter().enumerate() {
        if opened(row.opened) {
            read.push(run.scenario().arrival(crate::scenario::ids::ArrivalId(short(index))).id.clone());
        }
    }
    for (index, row) in tables.documents.iter().enumerate() {
        if opened(row.opened) {
            read.push(run.scenario().document(crate::scenario::ids::DocumentId(short(index))).id.clone());
        }
    }
    let many = (least as usize + dice.below(2)).min(read.len());
    (0..many).filter_map(|_| dice.one_of(&read)).map(|item| Citation::whole(item)).collect()
}

fn decision<'s>(scenario: &'s Scenario, dice: &mut Dice) -> Option<&'s Decision> {
    dice.one_of(&scenario.raw().decisions)
}

fn decide(run: &Run, dice: &mut Dice) -> Command {
    let scenario = run.scenario();
    let tables = scenario.tables();
    let waiting = scenario.raw().decisions.iter().find(|decision| {
        scenario.decision_called(&decision.id).is_some_and(|id| run.state().has(tables.decisions[id.index()].waits))
    });
    let Some(decision) = waiting.filter(|_| !dice.once_in(8)).or_else(|| self::decision(scenario, dice)) else {
        return Command::GoOn;
    };
    let cites = if dice.once_in(6) { citations(scenario, dice) } else { sound_citations(run, dice, 0) };
    Command::Decide {
        decision: decision.id.clone(),
        committed: Committed {
            answer: answer(decision, dice),
            reason: if dice.once_in(20) { String::new() } else { words(dice, 3) },
            sure: dice.once_in(2).then(|| dice.below(110).try_into().unwrap_or(100)),
            change: dice.once_in(2).then(|| words(dice, 2)),
            cites,
            how: if dice.once_in(10) { How::Pair } else { How::Alone },
        },
    }
}

fn answer(decision: &Decision, dice: &mut Dice) -> Answer {
    let mut options: Vec<String> = decision.options.iter().map(|option| option.id.clone()).collect();
    shuffle(&mut options, dice);
    if dice.once_in(15) {
        return Answer::Abstain("I can't say.".to_owned());
    }
    match &decision.ask {
        Ask::ChooseOne => Answer::Choose(options.first().cloned().unwrap_or_default()),
        Ask::ChooseUpTo(n) => {
            let many = 1 + dice.below(usize::from(*n) + 1);
            Answer::ChooseSome(options.into_iter().take(many).collect())
        }
        Ask::Rank => Answer::Rank(options),
        Ask::RateEach => Answer::Rate(Entries(options.into_iter().map(|option| (option, rating(dice))).collect())),
        Ask::RateRisk(risks) => Answer::Levels(Entries(risks.iter().map(|risk| (*risk, level(dice))).collect())),
    }
}

fn carrier<'s>(scenario: &'s Scenario, dice: &mut Dice) -> (String, Option<&'s Form>) {
    let with_form: Vec<String> = scenario
        .raw()
        .responses
        .iter()
        .filter(|response| response.form.is_some())
        .map(|response| response.id.clone())
        .chain(scenario.raw().everyday.iter().cloned())
        .collect();
    let response = if dice.once_in(10) { self::response(scenario, dice) } else { name(dice, &with_form) };
    let form = scenario.response_called(&response).and_then(|id| scenario.form_of(id));
    (response, form)
}

fn file(scenario: &Scenario, dice: &mut Dice) -> Command {
    let (response, form) = carrier(scenario, dice);
    let case =
        dice.once_in(2).then(|| dice.one_of(&scenario.raw().cases).map(|case| case.id.clone()).unwrap_or_default());
    Command::File { response, case, filing: filing(scenario, form, dice) }
}

fn draft(scenario: &Scenario, dice: &mut Dice) -> Command {
    let (response, form) = carrier(scenario, dice);
    Command::KeepDraft { response, filing: filing(scenario, form, dice) }
}

/// A filing whose fields are each of valid length and kind, most of the time.
fn filing(scenario: &Scenario, form: Option<&Form>, dice: &mut Dice) -> Filing {
    let mut fields = Vec::new();
    let mut least = 0;
    for field in form.into_iter().flat_map(|form| &form.fields) {
        if let FieldKind::Cites(n) = field.kind {
            least = n;
        }
        if dice.once_in(60) {
            continue;
        }
        if let Some(value) = value(scenario, field, dice) {
            fields.push((field.id.clone(), value));
        }
    }
    let cites = if dice.once_in(5) {
        citations(scenario, dice)
    } else {
        let raw = scenario.raw();
        let first = raw.cases.iter().flat_map(|case| &case.file).map(|document| document.id.clone());
        let all: Vec<String> = first.chain(raw.arrivals.iter().map(|arrival| arrival.id.clone())).collect();
        (0..least).filter_map(|_| dice.one_of(&all)).map(|item| Citation::whole(item)).collect()
    };
    Filing { fields: Entries(fields), cites }
}

fn value(scenario: &Scenario, field: &Field, dice: &mut Dice) -> Option<Value> {
    Some(match &field.kind {
        FieldKind::Words(least, _) => Value::Words(words(dice, *least)),
        FieldKind::PickOne(choices) => Value::Pick(dice.one_of(choices).map(|c| c.id.clone()).unwrap_or_default()),
        FieldKind::PickSome(choices) => {
            Value::Picks(dice.one_of(choices).map(|choice| choice.id.clone()).into_iter().collect())
        }
        FieldKind::Grid(risks) => Value::Grid(Entries(
            risks.iter().map(|risk: &Risk| (*risk, Row { level: level(dice), why: words(dice, 2) })).collect(),
        )),
        FieldKind::People => Value::People(vec![person(scenario, dice)]),
        FieldKind::NamedSteps(least) => Value::Steps(
            (0..(*least).max(1))
                .map(|_| NamedStep {
                    who: if dice.once_in(2) { YOU.to_owned() } else { person(scenario, dice) },
                    what: words(dice, 2),
                    by: Moment::Day(DayAt { day: i16::try_from(dice.below(60)).unwrap_or(0), time: None }),
                })
                .collect(),
        ),
        FieldKind::Date => {
            Value::Date(Moment::Day(DayAt { day: i16::try_from(dice.below(60)).unwrap_or(0), time: None }))
        }
        FieldKind::Cites(_) | FieldKind::FromRule(_) => return None,
    })
}
