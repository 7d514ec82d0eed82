//! The scenarios at hand, as the library shows them: each read only as far as its card needs.

use std::path::Path;

use super::files::{self, Bytes, Files};
use super::reading;
use crate::desk::library::{Card, card};
use crate::scenario::parse;
use crate::text::Message;

/// A card of every scenario at hand, and what stands in the way of others.
///
/// # Errors
/// If the folder of scenarios can't be read, in words.
pub fn cards(scenarios: Option<&Path>) -> Result<(Vec<Card>, Vec<Message>), Message> {
    let (found, mut unreadable) = files::all(scenarios)?;
    let mut cards = Vec::new();
    for files in &found {
        match of(files) {
            Some(card) => cards.push(card),
            None => unreadable.push(Message::new("library-unreadable").with("scenario", &files.name)),
        }
    }
    Ok((cards, unreadable))
}

/// The card of one scenario; nothing if it can't be read.
fn of(files: &Files) -> Option<Card> {
    let read = |file: &Bytes| {
        let (source, faults) = parse::decode(&file.name, file.bytes.clone());
        faults.is_empty().then_some(source)
    };
    let scenario = read(&files.scenario).and_then(|source| reading::deep(|| parse::scenario(&source).ok()));
    let panel = files.panel.as_ref().and_then(read);
    let panel = panel.and_then(|source| reading::deep(|| parse::panel(&source).ok()));
    let mut card = card(&files.name, &scenario?, panel.as_ref());
    if files.invitation.is_some() {
        card.reviews = Message::new("library-invited");
    }
    Some(card)
}
