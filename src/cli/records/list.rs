//! `defensible records list`: the runs that are kept, in the order in which they were begun.

use serde_json::{Value, json};
use textwrap::core::display_width;

use super::args::List;
use super::{Stop, document, find, say, sheet};
use crate::cli::Exit;
use crate::cli::args::Format;
use crate::cli::play::Io;
use crate::cli::term::printable;
use crate::store::open::Opened;
use crate::text::Message;

/// Lists.
///
/// # Errors
/// What stands in the way.
pub fn run(args: &List, opened: &mut Opened, io: &mut Io<'_>) -> Result<Exit, Stop> {
    let people = find::names(opened.records.as_ref())?;
    let mut entries = opened.records.list()?;
    if let Some(person) = &args.person {
        find::known(person, &people)?;
        entries.retain(|entry| entry.person == *person);
    }
    let name = |entry: &crate::store::records::Entry| people.get(&entry.person).cloned().flatten();
    if args.format == Format::Json {
        let runs: Vec<Value> = entries.iter().map(|entry| say::value(entry, name(entry).as_deref())).collect();
        document(io, "runs", json!({ "runs": runs }))?;
        return Ok(Exit::Clean);
    }
    let words = io.words;
    let mut sheet = sheet(io);
    if entries.is_empty() {
        sheet.say(&match &args.person {
            Some(person) => Message::new("records-list-none-of").with("person", person.as_str()),
            None => Message::new("records-list-none"),
        })?;
        return Ok(Exit::Clean);
    }
    sheet.say(&Message::new("records-list-count").with("n", entries.len()))?;
    sheet.gap()?;
    // What it is called, whose it is and where it stands, each below its like.
    let cells = |entry: &crate::store::records::Entry| {
        let person = say::person(&entry.person, name(entry).as_deref());
        [entry.run.to_string(), printable(&words.say(&person)), words.say(&say::stands(entry))]
    };
    let rows: Vec<[String; 3]> = entries.iter().map(cells).collect();
    let widest = |column: usize| rows.iter().map(|row| display_width(&row[column])).max().unwrap_or_default();
    let (first, second) = (widest(0), widest(1));
    let fits = first + second + widest(2) + 4 <= sheet.width;
    for (entry, [run, person, stands]) in entries.iter().zip(&rows) {
        if fits {
            let pad = |text: &str, width: usize| " ".repeat(width - display_width(text) + 2);
            sheet.raw(&format!("{run}{}{person}{}{stands}", pad(run, first), pad(person, second)))?;
        } else {
            sheet.text(run)?;
            sheet.indented(&format!("{person}, {stands}"), 2, 4)?;
        }
        let what = Message::new("records-list-what")
            .with("played", say::played(entry))
            .with("events", say::events(entry.events));
        let dates = Message::new("records-list-dates")
            .with("began", say::time(entry.began))
            .with("last", say::time(entry.touched));
        for line in [what, dates] {
            sheet.indented(&words.say(&line), 2, 4)?;
        }
    }
    Ok(Exit::Clean)
}
