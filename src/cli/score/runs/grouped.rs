//! Groups beside each other for a person.

use std::io;

use super::gather::Gathered;
use super::human::{about_panel, no_counts, title};
use crate::cli::play::Io;
use crate::cli::score::human::two;
use crate::cli::term::Term;
use crate::cli::votes::votes;
use crate::report::words as say;
use crate::review::cohort::agreement::{Agreement, Figure};
use crate::review::cohort::groups::{Cells, FEWEST_PEOPLE, Grouped};
use crate::review::cohort::questions::Beside;
use crate::review::tally::Tally;
use crate::scenario::model::folded;
use crate::text::Message;

/// Writes down everything.
pub fn write(gathered: &Gathered, column: &str, grouped: &Grouped, io: &mut Io<'_>) -> io::Result<()> {
    let mut term = Term::new(&mut *io.out, &mut *io.input, io.words, io.width, false);
    let heading = Message::new("score-groups-title").with("title", title(gathered)).with("column", column);
    term.title(&heading)?;
    term.say(&in_short(grouped))?;
    if grouped.small > 0 {
        let small = Message::new("score-groups-small").with("n", grouped.small).with("people", grouped.in_small);
        term.say(&small.with("fewest", FEWEST_PEOPLE))?;
    }
    if grouped.without > 0 {
        term.say(&Message::new("score-groups-without").with("n", grouped.without))?;
    }
    term.say(&Message::new("score-groups-about").with("fewest", FEWEST_PEOPLE))?;
    term.say(&about_panel(gathered))?;
    if grouped.groups.is_empty() {
        return Ok(());
    }
    agreement(grouped, &mut term)?;
    groups(grouped, &mut term)?;
    term.title(&Message::new("score-decisions"))?;
    grouped.questions.iter().try_for_each(|cells| question(gathered, grouped, cells, &mut term))
}

/// The one sentence: whether groups differ, as far as can be told.
fn in_short(grouped: &Grouped) -> Message {
    let Agreement { within: Some(within), between: Some(between), apart: Some(apart) } = grouped.overall else {
        return Message::new("score-groups-nothing").with("fewest", FEWEST_PEOPLE);
    };
    let key = match apart.interval {
        Some(interval) if interval.low > 0.0 => "score-groups-differ",
        Some(interval) if interval.high < 0.0 => "score-groups-mix",
        _ => "score-groups-alike",
    };
    Message::new(key).with("within", two(within.value)).with("between", two(between.value))
}

/// "0.62 (0.51 to 0.73; n = 120)".
fn told(figure: Option<Figure>) -> Message {
    let Some(figure) = figure else { return Message::new("score-figure-none") };
    let said = Message::new(if figure.interval.is_some() { "score-figure" } else { "score-figure-alone" });
    let said = said.with("figure", two(figure.value)).with("n", figure.n);
    match figure.interval {
        Some(interval) => said.with("low", two(interval.low)).with("high", two(interval.high)),
        None => said,
    }
}

fn agreement(grouped: &Grouped, term: &mut Term<'_>) -> io::Result<()> {
    term.title(&Message::new("score-agreement"))?;
    term.tell("score-agreement-about")?;
    let Agreement { within, between, apart } = grouped.overall;
    for (key, figure) in [("score-within", within), ("score-between", between), ("score-apart", apart)] {
        term.indented(&term.words.say(&Message::new(key).with("figure", told(figure))), 2, 4)?;
    }
    Ok(())
}

fn groups(grouped: &Grouped, term: &mut Term<'_>) -> io::Result<()> {
    term.title(&Message::new("score-groups"))?;
    term.tell("score-groups-order")?;
    for group in &grouped.groups {
        let line = Message::new("score-group")
            .with("name", &group.name)
            .with("n", group.people)
            .with("mean", told(group.mean))
            .with("agreement", told(group.agreement));
        term.indented(&term.words.say(&line), 2, 4)?;
    }
    Ok(())
}

fn question(gathered: &Gathered, grouped: &Grouped, cells: &Cells, term: &mut Term<'_>) -> io::Result<()> {
    let raw = cells.raw(&gathered.editions);
    let line = Message::new("score-question")
        .with("title", say::title(raw.title.as_deref().map(folded).as_ref()))
        .with("decision", &cells.decision)
        .with("situation", &cells.situation);
    term.gap()?;
    term.indented(&term.words.say(&line), 0, 2)?;
    let row = |who: Message, tally: &Tally, mean: Option<f64>, term: &Term<'_>| {
        let said = Message::new(if mean.is_some() { "score-cell" } else { "score-cell-alone" })
            .with("who", who)
            .with("n", tally.answered())
            .with("votes", votes(term.words, raw, &tally.counts));
        term.words.say(&match mean {
            Some(mean) => said.with("mean", two(mean)),
            None => said,
        })
    };
    for (group, cell) in grouped.groups.iter().zip(&cells.cells) {
        let text = match cell {
            Some(cell) => row(Message::verbatim(&group.name), &cell.tally, cell.mean, term),
            None => term.words.say(&Message::new("score-cell-few").with("who", &group.name)),
        };
        term.indented(&text, 2, 4)?;
    }
    let together = row(Message::new("score-together"), &cells.together.tally, cells.together.mean, term);
    term.indented(&together, 2, 4)?;
    match &cells.panel {
        Beside::Counted(tally) => {
            term.indented(&row(Message::new("score-reviewers"), tally, None, term), 2, 4)?;
        }
        other => {
            if let Some(message) = no_counts(other) {
                term.indented(&term.words.say(&message), 2, 4)?;
            }
        }
    }
    let Agreement { within, between, .. } = cells.agreement;
    let line = Message::new("score-question-agreement").with("within", told(within)).with("between", told(between));
    term.indented(&term.words.say(&line), 2, 4)
}
