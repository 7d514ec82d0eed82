//! The data folder: where it lies, and what is kept there, opened.

use std::path::{Path, PathBuf};

use crate::store::clock::Clock;
use crate::store::folder::Folder;
use crate::store::ids::{PersonId, RunId};
use crate::store::open::{self, Opened};
use crate::store::records::{PLAYER, Records, What};
use crate::store::trouble::Trouble;
use crate::text::Message;

/// The variable of the environment that names the folder.
pub const VARIABLE: &str = "DEFENSIBLE_DATA_DIR";

/// The folder that was named, or the usual one.
///
/// # Errors
/// If the system has no usual one.
pub fn folder(named: Option<&Path>) -> Result<PathBuf, Trouble> {
    named.map_or_else(Folder::usual, |named| Ok(named.to_owned()))
}

/// The folder that was named on the command line, and not by the environment.
#[must_use]
pub fn typed(named: Option<&Path>) -> Option<PathBuf> {
    let standing = std::env::var_os(VARIABLE);
    named.filter(|named| standing.as_deref() != Some(named.as_os_str())).map(Path::to_owned)
}

/// Opens what is kept, knowing what was found damaged in it.
///
/// # Errors
/// What stands in the way.
pub fn open_knowing(named: Option<&Path>, damaged: Option<What>) -> Result<Opened, Trouble> {
    open::open_knowing(&folder(named)?, &Clock::system(), damaged)
}

/// Opens what is kept, and does something with it; damage that only then comes to light is mended.
///
/// # Errors
/// What stands in the way.
pub fn open_for<T>(
    named: Option<&Path>,
    work: impl FnMut(&mut Opened) -> Result<T, Trouble>,
) -> Result<(Opened, T), Trouble> {
    open::open_for(&folder(named)?, &Clock::system(), work)
}

/// Under whose id runs are kept here unless somebody says otherwise: made up at the first run, and the same from then.
///
/// # Errors
/// If it can't be read or kept.
pub fn player(records: &mut dyn Records) -> Result<PersonId, Trouble> {
    let known = records.setting(PLAYER)?.and_then(|id| PersonId::new(&id).ok());
    if let Some(known) = known {
        return Ok(known);
    }
    let fresh = PersonId::fresh();
    records.set(PLAYER, Some(fresh.as_str()))?;
    Ok(fresh)
}

/// The run that somebody means by its name, or by the beginning of it if no other begins so.
///
/// # Errors
/// If there is none, or more than one, in words.
pub fn named(records: &dyn Records, typed: &str) -> Result<RunId, Message> {
    let runs = records.list().map_err(|trouble| trouble.message())?;
    let names: Vec<&str> = runs.iter().map(|entry| entry.run.as_str()).collect();
    let typed = typed.trim();
    let means = typed.to_ascii_lowercase();
    let begins: Vec<&str> = names.iter().filter(|name| name.starts_with(&means)).copied().collect();
    let found = match begins.as_slice() {
        _ if means.is_empty() => None,
        [one] => Some(*one),
        _ => begins.iter().find(|name| **name == means).copied(),
    };
    match found.and_then(|name| RunId::new(name).ok()) {
        Some(run) => Ok(run),
        None if begins.len() > 1 && !means.is_empty() => {
            let names = Message::listed(begins.into_iter().map(Message::verbatim).collect());
            let message = Message::new("run-several").with("typed", typed);
            Err(names.map_or(message.clone(), |names| message.with("names", names)))
        }
        None => Err(match crate::scenario::compile::names::nearest(&means, names.iter().copied()) {
            Some(near) => Message::new("run-near").with("typed", typed).with("near", near),
            None => Message::new("run-unknown").with("typed", typed),
        }),
    }
}
