//! From what was typed to what is kept: runs by their names or the beginnings of them, a person by their id.

use std::collections::BTreeMap;

use super::Stop;
use crate::scenario::compile::names::nearest;
use crate::store::ids::{PersonId, RunId};
use crate::store::lookup;
use crate::store::records::{Entry, Records};
use crate::store::trouble::Trouble;
use crate::text::Message;

/// The runs that were named, each once, in the order in which they were begun.
///
/// # Errors
/// For the first that is not there, in words.
pub fn runs(records: &dyn Records, typed: &[String]) -> Result<Vec<Entry>, Message> {
    let wanted = typed.iter().map(|typed| lookup::named(records, typed)).collect::<Result<Vec<RunId>, _>>()?;
    let mut entries = records.list().map_err(|trouble| trouble.message())?;
    entries.retain(|entry| wanted.contains(&entry.run));
    Ok(entries)
}

/// The names of people, as far as anyone said.
///
/// # Errors
/// If they can't be read.
pub fn names(records: &dyn Records) -> Result<BTreeMap<PersonId, Option<String>>, Trouble> {
    Ok(records.people()?.into_iter().map(|person| (person.id, person.name)).collect())
}

/// Nobody of that id is known here.
#[must_use]
pub fn nobody(id: &PersonId, people: &BTreeMap<PersonId, Option<String>>) -> Message {
    match nearest(id.as_str(), people.keys().map(PersonId::as_str)) {
        Some(near) => Message::new("records-nobody-near").with("id", id.as_str()).with("near", near),
        None => Message::new("records-nobody").with("id", id.as_str()),
    }
}

/// Looks that somebody of that id is known here.
///
/// # Errors
/// If not, with the nearest id.
pub fn known(id: &PersonId, people: &BTreeMap<PersonId, Option<String>>) -> Result<(), Stop> {
    if people.contains_key(id) { Ok(()) } else { Err(Stop::Said(nobody(id, people))) }
}
