//! `defensible records export`: runs to a file, or to standard output.
//!
//! A file is written beside its place, synced, and only then takes its name: it is there whole or not at all, and never
//! in the place of another.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use super::args::{Export, ExportFormat};
use super::{Stop, absolute, find};
use crate::cli::Exit;
use crate::cli::play::Io;
use crate::cli::term::printable;
use crate::scenario::calendar::Calendar;
use crate::sitting::{luck, reading};
use crate::store::export;
use crate::store::export::table::{self, Sheet};
use crate::store::folder;
use crate::store::ids::PersonId;
use crate::store::open::Opened;
use crate::store::records::{Kept, Person};
use crate::store::trouble::{How, Trouble};
use crate::text::Message;

/// Exports.
///
/// # Errors
/// What stands in the way.
pub fn run(args: &Export, opened: &mut Opened, io: &mut Io<'_>) -> Result<Exit, Stop> {
    let output = args.output.as_deref().filter(|path| *path != Path::new("-")).map(absolute);
    if let Some(path) = &output
        && path.symlink_metadata().is_ok()
    {
        return Err(Trouble::File { path: path.clone(), how: How::Exists }.into());
    }
    let people = find::names(opened.records.as_ref())?;
    let mut wanted = match args.runs.as_slice() {
        [] => opened.records.list()?,
        typed => find::runs(opened.records.as_ref(), typed)?,
    };
    if let Some(person) = &args.person {
        find::known(person, &people)?;
        wanted.retain(|entry| entry.person == *person);
    }
    if args.format == ExportFormat::Log && wanted.len() != 1 {
        return Err(Stop::Said(Message::new("records-export-one-log").with("n", wanted.len())));
    }
    let runs = wanted.iter().map(|entry| opened.records.run(&entry.run)).collect::<Result<Vec<Kept>, _>>()?;
    let all = args.runs.is_empty() && args.person.is_none();
    let concerned =
        |id: &PersonId| all || args.person.as_ref() == Some(id) || runs.iter().any(|run| run.entry.person == *id);
    let people: Vec<Person> =
        people.into_iter().filter(|(id, _)| concerned(id)).map(|(id, name)| Person { id, name }).collect();
    let text = match args.format {
        ExportFormat::Json => export::json(&export::document(&people, &runs)),
        ExportFormat::Csv => csv(&people, &runs),
        ExportFormat::Log => match runs.first() {
            Some(kept) => export::log(kept),
            None => return Ok(Exit::Trouble),
        },
    };
    match &output {
        None => to_stdout(&text, io)?,
        Some(path) => {
            to_file(&text, path)?;
            let message = Message::new("records-export-done").with("path", path.display().to_string());
            io.complain(&message.with("runs", Message::new("records-runs").with("n", runs.len())))?;
            io.complain(&Message::new("records-holds-people"))?;
        }
    }
    Ok(Exit::Clean)
}

/// The table, with the days of each run by its own calendar.
fn csv(people: &[Person], runs: &[Kept]) -> String {
    // Many runs were played with the same texts.
    let mut calendars: BTreeMap<(Vec<String>, Option<String>), Option<Calendar>> = BTreeMap::new();
    let mut sheets = Vec::new();
    for kept in runs {
        let texts = kept.header.hashes.values().cloned().collect();
        let calendar = calendars.entry((texts, kept.header.variant.clone())).or_insert_with(|| {
            let ready = reading::open_kept(&kept.header).ok()?;
            Some(ready.scenario.tables().calendar.clone())
        });
        let name = people.iter().find(|one| one.id == kept.entry.person).and_then(|one| one.name.as_deref());
        sheets.push(Sheet { kept, name, luck: luck::shown(kept.header.seed), calendar: calendar.clone() });
    }
    table::csv(&sheets)
}

/// Writes it as it is, byte for byte; on a screen, so that it can do nothing to the screen.
fn to_stdout(text: &str, io: &mut Io<'_>) -> io::Result<()> {
    if io::stdout().is_terminal() {
        return write!(io.out, "{}", printable(text));
    }
    io.out.flush()?;
    let mut out = io::stdout();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Writes it to a file that was not there.
fn to_file(text: &str, path: &Path) -> Result<(), Trouble> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let trouble = |error: &io::Error| {
        // What is missing is the folder: the file was never there.
        let missing = error.kind() == io::ErrorKind::NotFound;
        Trouble::file(if missing { folder } else { path }, error)
    };
    let new = tempfile::Builder::new().prefix(".defensible-").tempfile_in(folder);
    let mut new = new.map_err(|error| trouble(&error))?;
    let done = new.write_all(text.as_bytes()).and_then(|()| new.as_file().sync_all());
    done.map_err(|error| trouble(&error))?;
    new.persist_noclobber(path).map_err(|error| trouble(&error.error))?;
    folder::sync(folder)
}
