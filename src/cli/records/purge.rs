//! `defensible records purge`: what is older than it should be goes, if somebody says so.

use super::args::Purge;
use super::removal::{self, Removed};
use super::{Stop, document, find, say, sheet, whole};
use crate::cli::Exit;
use crate::cli::args::Format;
use crate::cli::play::Io;
use crate::store::clock::Clock;
use crate::store::ids::{PersonId, RunId};
use crate::store::open::Opened;
use crate::store::records::{Entry, Erasure};
use crate::store::retention::{self, Age, Category, Old, Policy};
use crate::store::trouble::Trouble;
use crate::text::Message;

/// Purges, or says what would go.
///
/// # Errors
/// What stands in the way.
pub fn run(args: &Purge, opened: &mut Opened, clock: &Clock, io: &mut Io<'_>) -> Result<Exit, Stop> {
    let policy = match &args.older_than {
        Some(typed) => Policy::same(Age::new(typed).map_err(|wrong| super::retention::no_age(typed, wrong))?),
        None => Policy::kept(opened.records.as_ref())?,
    };
    if !policy.is_set() {
        return Err(Stop::Said(Message::new("records-purge-no-policy")));
    }
    let set_aside = opened.folder.all_set_aside()?;
    let mut old = retention::old(&opened.records.list()?, &set_aside, &policy, clock.now());
    if !old.ahead.is_empty() {
        let names = old.ahead.iter().map(|entry| Message::verbatim(entry.run.as_str())).collect();
        let names = Message::listed(names).unwrap_or_else(|| Message::new("nothing"));
        io.complain(&Message::new("records-purge-ahead").with("n", old.ahead.len()).with("runs", names))?;
    }
    if old.is_empty() {
        let mut removed = Removed::default();
        if args.yes {
            // Whoever asks again because traces were left gets rid of them.
            removed.failed.extend(opened.records.erase(&Erasure::default()).err());
        }
        match args.format {
            Format::Json => document(io, "purge", removal::value(args.yes, &removed, &[]))?,
            Format::Human => sheet(io).say(&Message::new("records-purge-nothing"))?,
        }
        return removal::complain(&removed, io);
    }
    if args.yes { purge(args, &mut old, opened, io) } else { would(args, old, &policy, opened, io) }
}

/// Does it. What is being played stays.
fn purge(args: &Purge, old: &mut Old, opened: &mut Opened, io: &mut Io<'_>) -> Result<Exit, Stop> {
    let (mut runs, mut locks): (Vec<RunId>, _) = (Vec::new(), Vec::new());
    let mut stays = Vec::new();
    for entry in old.runs() {
        match opened.folder.lock_run(&entry.run) {
            Ok(lock) => {
                runs.push(entry.run.clone());
                locks.push(lock);
            }
            Err(trouble @ Trouble::InUse { .. }) => stays.push((entry.person.clone(), trouble)),
            Err(trouble) => return Err(trouble.into()),
        }
    }
    // While a lock was waited for, somebody may have gone on with the run.
    let now = opened.records.list()?;
    let listed: Vec<Entry> = old.runs().cloned().collect();
    runs.retain(|run| listed.iter().any(|entry| entry.run == *run && now.contains(entry)));
    old.people.retain(|person| !stays.iter().any(|(played, _)| played == person));
    // Not by person: a run that one of them has only just begun is none of ours.
    let what = Erasure { runs, people: Vec::new() };
    let mut removed = removal::remove(opened, &what, &old.set_aside, locks)?;
    removal::forget(&old.people, &mut removed, opened)?;
    match args.format {
        Format::Json => document(io, "purge", removal::value(true, &removed, &old.people))?,
        Format::Human => removal::say(&mut sheet(io), &removed)?,
    }
    removed.failed.extend(stays.into_iter().map(|(_, trouble)| trouble));
    removal::complain(&removed, io)
}

/// Says what would go, and changes nothing.
fn would(args: &Purge, old: Old, policy: &Policy, opened: &mut Opened, io: &mut Io<'_>) -> Result<Exit, Stop> {
    let backups = removal::backups(opened)?.there;
    if args.format == Format::Json {
        let would = Removed {
            runs: old.runs().map(|entry| entry.run.clone()).collect(),
            set_aside: old.set_aside,
            backups,
            ..Removed::default()
        };
        document(io, "purge", removal::value(false, &would, &old.people))?;
        return Ok(Exit::Findings);
    }
    let words = io.words;
    let mut sheet = sheet(io);
    sheet.say(&Message::new("records-purge-would"))?;
    let runs = |entries: &[Entry]| entries.iter().map(say::line).collect::<Vec<_>>();
    let asides: Vec<Message> =
        old.set_aside.iter().map(|aside| Message::verbatim(aside.path.display().to_string())).collect();
    let parts = [
        (Category::Finished, "records-purge-finished", runs(&old.finished)),
        (Category::Unfinished, "records-purge-unfinished", runs(&old.unfinished)),
        (Category::SetAside, "records-purge-set-aside", asides),
    ];
    for (category, key, lines) in parts {
        let Some(age) = policy.of(category).filter(|_| !lines.is_empty()) else { continue };
        sheet.gap()?;
        sheet.say(&Message::new(key).with("age", age.message()))?;
        for line in &lines {
            match category {
                Category::SetAside => whole(&mut sheet, "  ", &words.say(line))?,
                _ => sheet.indented(&words.say(line), 2, 4)?,
            }
        }
    }
    sheet.gap()?;
    let names = find::names(opened.records.as_ref())?;
    let named = |id: &PersonId| Some(say::person(id, Some(names.get(id)?.as_deref()?)));
    let people = old.people.iter().filter_map(named).collect();
    if let Some(people) = Message::listed(people) {
        sheet.say(&Message::new("records-purge-people").with("people", people))?;
    }
    removal::elsewhere(&mut sheet, &backups)?;
    sheet.say(&Message::new("records-erase-not-yet"))?;
    Ok(Exit::Findings)
}

#[cfg(test)]
#[cfg(feature = "store")]
mod tests;
