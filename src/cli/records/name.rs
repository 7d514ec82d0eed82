//! `defensible records name`: who a person id is, if anyone says.

use serde_json::json;

use super::args::Name;
use super::{Stop, document, find, sheet};
use crate::cli::Exit;
use crate::cli::args::Format;
use crate::cli::play::Io;
use crate::store::open::Opened;
use crate::store::records::Erasure;
use crate::text::Message;

/// The longest name, in characters.
const LONGEST: usize = 200;

/// Says, shows or forgets a name.
///
/// # Errors
/// What stands in the way.
pub fn run(args: &Name, opened: &mut Opened, io: &mut Io<'_>) -> Result<Exit, Stop> {
    let people = find::names(opened.records.as_ref())?;
    let before = people.get(&args.id).cloned().flatten();
    let id = args.id.as_str();
    let (now, message) = if let Some(typed) = &args.name {
        let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() || name.chars().count() > LONGEST || name.chars().any(char::is_control) {
            return Err(Stop::Said(Message::new("records-name-odd").with("most", LONGEST)));
        }
        opened.records.name_person(&args.id, Some(&name))?;
        (Some(name.clone()), Message::new("records-name-is").with("id", id).with("name", name))
    } else if args.forget {
        if before.is_some() {
            opened.records.name_person(&args.id, None)?;
        }
        // The name must not lie on in a free page, not even from the last time.
        opened.records.erase(&Erasure::default())?;
        (None, Message::new("records-name-forgotten").with("id", id))
    } else {
        find::known(&args.id, &people)?;
        let message = match &before {
            Some(name) => Message::new("records-name-is").with("id", id).with("name", name),
            None => Message::new("records-name-unknown").with("id", id),
        };
        (before, message)
    };
    match args.format {
        Format::Json => document(io, "person", json!({ "id": id, "name": now }))?,
        Format::Human => sheet(io).say(&message)?,
    }
    if args.name.is_some() && !people.contains_key(&args.id) {
        io.complain(&say_new(id))?;
    }
    Ok(Exit::Clean)
}

/// No run is that person's: the id may have been mistyped.
fn say_new(id: &str) -> Message {
    Message::new("records-name-new").with("id", id)
}
