//! `defensible records erase`: runs, or a person, and every trace of them in the data folder.

use std::collections::BTreeMap;

use super::args::Erase;
use super::removal::{self, Removed};
use super::{Stop, document, find, say, sheet, whole};
use crate::cli::Exit;
use crate::cli::args::Format;
use crate::cli::play::Io;
use crate::store::ids::PersonId;
use crate::store::open::Opened;
use crate::store::records::{Entry, Erasure};
use crate::text::Message;

/// What is to be erased, and the runs that are among it.
fn asked(
    args: &Erase,
    people: &BTreeMap<PersonId, Option<String>>,
    opened: &Opened,
) -> Result<(Erasure, Vec<Entry>), Stop> {
    if let Some(person) = &args.person {
        find::known(person, people)?;
        let mut runs = opened.records.list()?;
        runs.retain(|entry| entry.person == *person);
        return Ok((Erasure { runs: Vec::new(), people: vec![person.clone()] }, runs));
    }
    let runs = find::runs(opened.records.as_ref(), &args.runs)?;
    Ok((Erasure { runs: runs.iter().map(|entry| entry.run.clone()).collect(), people: Vec::new() }, runs))
}

/// Whether files lie there that nobody can prove to be free of somebody.
fn is_left_over(opened: &Opened) -> bool {
    opened.folder.all_set_aside().is_ok_and(|aside| !aside.is_empty()) || !removal::temporary(opened).is_empty()
}

/// Erases, or says what would be erased.
///
/// # Errors
/// What stands in the way.
pub fn run(args: &Erase, opened: &mut Opened, io: &mut Io<'_>) -> Result<Exit, Stop> {
    let people = find::names(opened.records.as_ref())?;
    let (what, runs) = match asked(args, &people, opened) {
        Ok(asked) => asked,
        // They may be in what was set aside, or have left traces when they were erased before.
        Err(stop) => match args.person.clone().filter(|_| is_left_over(opened)) {
            Some(person) => (Erasure { runs: Vec::new(), people: vec![person] }, Vec::new()),
            None => {
                if args.yes {
                    opened.records.erase(&Erasure::default())?;
                }
                return Err(stop);
            }
        },
    };
    let name = args.person.as_ref().and_then(|person| people.get(person).cloned().flatten());
    // A damaged file can't be proved to be free of them.
    let set_aside = opened.folder.all_set_aside()?;
    let locks = removal::lock(opened, runs.iter().map(|entry| &entry.run))?;
    if args.yes {
        let removed = removal::remove(opened, &what, &set_aside, locks)?;
        match args.format {
            Format::Json => document(io, "erasure", removal::value(true, &removed, &what.people))?,
            Format::Human => removal::say(&mut sheet(io), &removed)?,
        }
        return removal::complain(&removed, io);
    }
    drop(locks);
    let would = Removed {
        runs: runs.iter().map(|entry| entry.run.clone()).collect(),
        set_aside,
        temporary: removal::temporary(opened),
        backups: removal::backups(opened)?.there,
        failed: Vec::new(),
    };
    if args.format == Format::Json {
        document(io, "erasure", removal::value(false, &would, &what.people))?;
        return Ok(Exit::Findings);
    }
    let words = io.words;
    let mut sheet = sheet(io);
    sheet.say(&Message::new("records-erase-would"))?;
    for entry in &runs {
        sheet.indented(&words.say(&say::line(entry)), 2, 4)?;
    }
    if let (Some(person), Some(name)) = (&args.person, &name) {
        let line = Message::new("records-erase-name").with("id", person.as_str()).with("name", name);
        sheet.indented(&words.say(&line), 2, 4)?;
    }
    if runs.iter().any(|entry| opened.records.run(&entry.run).is_ok_and(|kept| !kept.drafts.is_empty())) {
        sheet.indented(&words.say(&Message::new("records-erase-drafts")), 2, 4)?;
    }
    for aside in &would.set_aside {
        let line = Message::new("records-erase-aside").with("path", aside.path.display().to_string());
        whole(&mut sheet, "  ", &words.say(&line))?;
    }
    for path in &would.temporary {
        let line = Message::new("records-erase-temporary").with("path", path.display().to_string());
        whole(&mut sheet, "  ", &words.say(&line))?;
    }
    removal::elsewhere(&mut sheet, &would.backups)?;
    sheet.say(&Message::new("records-erase-not-yet"))?;
    Ok(Exit::Findings)
}
