//! One run for a person: the figures of its debrief, in the debrief's own words.

use std::io;

use super::gather::Gathered;
use super::human::about_panel;
use crate::cli::play::Io;
use crate::cli::term::Term;
use crate::report::words as say;
use crate::review::debrief::{Answered, Debrief};
use crate::review::floors::Kept;
use crate::scenario::model::folded;
use crate::text::Message;

/// Writes down one run.
pub fn write(gathered: &Gathered, debrief: &Debrief, io: &mut Io<'_>) -> io::Result<()> {
    let mut term = Term::new(&mut *io.out, &mut *io.input, io.words, io.width, false);
    let name = gathered.entrants.first().map_or("", |entrant| entrant.name.as_str());
    let title = folded(&debrief.scenario.raw().title);
    term.title(&Message::new("score-one-title").with("title", title).with("run", name))?;
    let mut overall = say::overall(&debrief.overall).into_iter();
    // The plain sentence stands first.
    if let Some(first) = overall.next() {
        term.say(&first)?;
    }
    if !debrief.over {
        term.tell("score-one-unfinished")?;
    }
    term.tell("score-one-about")?;
    term.say(&about_panel(gathered))?;
    term.gap()?;
    overall.try_for_each(|message| term.say(&message))?;
    themes(debrief, &mut term)?;
    term.title(&Message::new("score-decisions"))?;
    for decision in &debrief.decisions {
        answered(decision, &mut term)?;
    }
    for missed in &debrief.not_reached {
        term.indented(&term.words.say(&say::not_reached(missed)), 2, 4)?;
    }
    breaches(debrief, &mut term)
}

fn themes(debrief: &Debrief, term: &mut Term<'_>) -> io::Result<()> {
    if debrief.overall.themes.is_empty() {
        return Ok(());
    }
    term.title(&Message::new("score-themes"))?;
    debrief.overall.themes.iter().try_for_each(|theme| term.indented(&term.words.say(&say::theme(theme)), 2, 4))
}

fn answered(decision: &Answered, term: &mut Term<'_>) -> io::Result<()> {
    let line = Message::new("score-question")
        .with("title", say::title(decision.title.as_ref()))
        .with("decision", &decision.id)
        .with("situation", &decision.situation);
    term.indented(&term.words.say(&line), 2, 4)?;
    let answers = say::answer(decision, &decision.yours.answer);
    if let Some(answer) = Message::listed(answers) {
        term.indented(&term.words.say(&Message::new("debrief-chose").with("answer", answer)), 4, 6)?;
    }
    say::credit(decision).iter().try_for_each(|message| term.indented(&term.words.say(message), 4, 6))
}

/// Floors that were breached: apart from every score.
fn breaches(debrief: &Debrief, term: &mut Term<'_>) -> io::Result<()> {
    term.title(&Message::new("score-floors"))?;
    let breached: Vec<_> =
        debrief.floors.iter().filter(|floor| matches!(floor.kept, Kept::Breached { .. })).collect();
    if breached.is_empty() {
        return term.tell("score-floors-kept");
    }
    term.tell("score-floors-about")?;
    let calendar = &debrief.scenario.tables().calendar;
    for floor in breached {
        term.indented(&format!("- {}", floor.text), 2, 4)?;
        term.indented(&term.words.say(&say::kept(calendar, floor.requires, floor.kept)), 4, 4)?;
        let source = Message::new("debrief-floor-source").with("source", &floor.source);
        term.indented(&term.words.say(&source), 4, 4)?;
    }
    Ok(())
}
