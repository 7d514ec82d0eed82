//! What somebody means: the run of a name or of its beginning, and the person who plays unless another is named.

use super::ids::{PersonId, RunId};
use super::records::{PLAYER, Records};
use super::trouble::Trouble;
use crate::scenario::compile::names::nearest;
use crate::text::Message;

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
        None => Err(match nearest(&means, names.iter().copied()) {
            Some(near) => Message::new("run-near").with("typed", typed).with("near", near),
            None => Message::new("run-unknown").with("typed", typed),
        }),
    }
}
