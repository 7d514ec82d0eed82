//! Removing for good: what `erase` and `purge` do alike.
//!
//! Every run is locked first: one that is being played is not pulled from under anybody's hands. The store leaves no
//! trace in its own files; here the other files of the data folder are dealt with, and what lies elsewhere is named.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::{Stop, whole};
use crate::cli::Exit;
use crate::cli::play::Io;
use crate::cli::term::Term;
use crate::store::export;
use crate::store::folder::{self, RunLock, SetAside};
use crate::store::ids::{PersonId, RunId};
use crate::store::open::Opened;
use crate::store::records::{Backup, Erasure};
use crate::store::trouble::Trouble;
use crate::text::Message;

/// What is left in the data folder when something was broken off.
const TEMPORARY: [&str; 3] = ["records.making", ".unfinished-", ".defensible-"];

/// What was removed, and what may still hold it.
#[derive(Debug, Default)]
pub struct Removed {
    pub runs: Vec<RunId>,
    pub set_aside: Vec<SetAside>,
    pub temporary: Vec<PathBuf>,
    /// Backups that are still there.
    pub backups: Vec<Backup>,
    /// What could not be done: traces that are left where another window has the file open, files that stay.
    pub failed: Vec<Trouble>,
}

/// Backups, as far as can be seen from here.
#[derive(Debug, Default)]
pub struct Backups {
    /// They are there, or lie in a folder that can't be reached just now, such as on a stick.
    pub there: Vec<Backup>,
    /// Their folders are there, and they are not.
    pub gone: Vec<Backup>,
}

/// Takes the right to play each of these runs, so that nobody plays them while they are removed.
///
/// # Errors
/// The first that is being played.
pub fn lock<'r>(opened: &Opened, runs: impl Iterator<Item = &'r RunId>) -> Result<Vec<RunLock>, Trouble> {
    runs.map(|run| opened.folder.lock_run(run)).collect()
}

/// Removes. The locks of the runs end with it.
///
/// # Errors
/// If nothing could be removed.
pub fn remove(
    opened: &mut Opened,
    what: &Erasure,
    set_aside: &[SetAside],
    locks: Vec<RunLock>,
) -> Result<Removed, Stop> {
    let mut removed = Removed::default();
    // Whoever asks for people asks for their runs: which these are is known before they go.
    let entries = opened.records.list()?;
    let goes = entries
        .into_iter()
        .filter(|entry| what.runs.contains(&entry.run) || what.people.contains(&entry.person))
        .map(|entry| entry.run);
    removed.runs = goes.collect();
    match opened.records.erase(what) {
        Ok(_) => {}
        Err(trouble @ Trouble::Traces { .. }) => removed.failed.push(trouble),
        // Nothing was erased, so that nothing else goes either.
        Err(trouble) => return Err(trouble.into()),
    }
    drop(locks);
    for run in &removed.runs {
        opened.folder.forget_lock(run);
    }
    for aside in set_aside {
        match opened.folder.remove_set_aside(aside) {
            Ok(()) => removed.set_aside.push(aside.clone()),
            Err(trouble) => removed.failed.push(trouble),
        }
    }
    for path in temporary(opened) {
        match fs::remove_file(&path) {
            Ok(()) => removed.temporary.push(path),
            Err(error) => removed.failed.push(Trouble::file(&path, &error)),
        }
    }
    removed.failed.extend(folder::sync(opened.folder.path()).err());
    let backups = backups(opened)?;
    for gone in &backups.gone {
        opened.records.forget_backup(&gone.path)?;
    }
    removed.backups = backups.there;
    Ok(removed)
}

/// Forgets who these people are, and leaves no trace of it.
///
/// # Errors
/// If it can't be done.
pub fn forget(people: &[PersonId], removed: &mut Removed, opened: &mut Opened) -> Result<(), Stop> {
    let names = super::find::names(opened.records.as_ref())?;
    let named: Vec<&PersonId> = people.iter().filter(|id| names.get(id).is_some_and(Option::is_some)).collect();
    for id in &named {
        opened.records.name_person(id, None)?;
    }
    if !named.is_empty() {
        match opened.records.erase(&Erasure::default()) {
            Ok(_) => {}
            Err(trouble @ Trouble::Traces { .. }) if removed.failed.contains(&trouble) => {}
            Err(trouble @ Trouble::Traces { .. }) => removed.failed.push(trouble),
            Err(trouble) => return Err(trouble.into()),
        }
    }
    Ok(())
}

/// Files that something left behind when it was broken off.
#[must_use]
pub fn temporary(opened: &Opened) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in [opened.folder.path().to_owned(), opened.folder.backups()] {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let ours = entries.filter(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            TEMPORARY.iter().any(|begins| name.starts_with(begins))
                && entry.file_type().is_ok_and(|kind| kind.is_file())
        });
        found.extend(ours.map(|entry| entry.path()));
    }
    found.sort_unstable();
    found
}

/// Backups that were made from here.
///
/// # Errors
/// If what is known of them can't be read.
pub fn backups(opened: &Opened) -> Result<Backups, Trouble> {
    let mut backups = Backups::default();
    for backup in opened.records.backups()? {
        let gone = backup.path.symlink_metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound);
        let place = if gone && is_reached(&backup, opened) { &mut backups.gone } else { &mut backups.there };
        place.push(backup);
    }
    Ok(backups)
}

/// Whether what is not there is gone, and not only away with its stick or its machine: only of the data folder itself can
/// that be known.
fn is_reached(backup: &Backup, opened: &Opened) -> bool {
    let folder = opened.folder.path();
    let own = [std::path::absolute(folder), folder.canonicalize()];
    own.iter().flatten().any(|own| backup.path.starts_with(own))
}

/// Says what was removed, what may still hold it, and what is not known here.
///
/// # Errors
/// If nothing can be written.
pub fn say(sheet: &mut Term<'_>, removed: &Removed) -> Result<(), Stop> {
    let counts = [
        ("records-runs", removed.runs.len()),
        ("records-asides", removed.set_aside.len()),
        ("records-temporaries", removed.temporary.len()),
    ];
    let counts = counts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| Message::new(key).with("n", n)).collect();
    let counts = Message::listed(counts);
    sheet.say(&counts.map_or_else(
        || Message::new("records-removed-name"),
        |counts| Message::new("records-removed").with("what", counts),
    ))?;
    for run in &removed.runs {
        sheet.indented(run.as_str(), 2, 4)?;
    }
    for aside in &removed.set_aside {
        whole(sheet, "  ", &aside.path.display().to_string())?;
    }
    for path in &removed.temporary {
        whole(sheet, "  ", &path.display().to_string())?;
    }
    elsewhere(sheet, &removed.backups)
}

/// Says which backups there are, and that more may lie elsewhere.
///
/// # Errors
/// If nothing can be written.
pub fn elsewhere(sheet: &mut Term<'_>, backups: &[Backup]) -> Result<(), Stop> {
    if !backups.is_empty() {
        sheet.say(&Message::new("records-backups").with("n", backups.len()))?;
        for backup in backups {
            let there = backup.path.symlink_metadata().is_ok();
            let line = Message::new(if there { "records-backup-line" } else { "records-backup-away" })
                .with("path", backup.path.display().to_string())
                .with("made", super::say::time(backup.made));
            let line = sheet.words.say(&line);
            whole(sheet, "  ", &line)?;
        }
    }
    sheet.say(&Message::new("records-elsewhere"))?;
    Ok(())
}

/// Says on standard error what could not be done, and how it ends with that.
///
/// # Errors
/// If nothing can be written.
pub fn complain(removed: &Removed, io: &mut Io<'_>) -> Result<Exit, Stop> {
    for trouble in &removed.failed {
        io.complain(&trouble.message())?;
    }
    Ok(if removed.failed.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// For a program.
#[must_use]
pub fn value(done: bool, removed: &Removed, people: &[PersonId]) -> Value {
    let paths = |paths: Vec<&PathBuf>| paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>();
    let backups: Vec<Value> = removed
        .backups
        .iter()
        .map(|backup| json!({ "path": backup.path.display().to_string(), "made": export::time(backup.made) }))
        .collect();
    json!({
        "done": done,
        "runs": removed.runs.iter().map(RunId::as_str).collect::<Vec<_>>(),
        "people": people.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
        "set_aside": paths(removed.set_aside.iter().map(|aside| &aside.path).collect()),
        "temporary": paths(removed.temporary.iter().collect()),
        "backups": backups,
        "something_left": !removed.failed.is_empty(),
    })
}
