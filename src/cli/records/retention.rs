//! `defensible records retention`: how long things are to be kept, if anybody says so.

use serde_json::{Map, json};

use super::args::Retention;
use super::{Stop, document, sheet};
use crate::cli::Exit;
use crate::cli::args::Format;
use crate::cli::play::Io;
use crate::store::open::Opened;
use crate::store::retention::{Age, Category, NoAge, Policy};
use crate::text::Message;

/// What is typed for ever.
const NEVER: &str = "never";

/// Sets what is said, and shows what is set.
///
/// # Errors
/// What stands in the way.
pub fn run(args: &Retention, opened: &mut Opened, io: &mut Io<'_>) -> Result<Exit, Stop> {
    let typed = [
        (Category::Finished, &args.finished),
        (Category::Unfinished, &args.unfinished),
        (Category::SetAside, &args.set_aside),
    ];
    // All of it is understood before any of it is set.
    let mut set = Vec::new();
    for (category, typed) in typed {
        let Some(typed) = typed else { continue };
        let value = match typed.trim().to_ascii_lowercase().as_str() {
            NEVER => None,
            _ => Some(Age::new(typed).map_err(|wrong| no_age(typed, wrong))?.iso()),
        };
        set.push((category, value));
    }
    for (category, value) in set {
        opened.records.set(category.setting(), value.as_deref())?;
    }
    let policy = Policy::kept(opened.records.as_ref())?;
    if args.format == Format::Json {
        let fields: Map<_, _> = Category::ALL
            .into_iter()
            .map(|category| (category.name().to_owned(), json!(policy.of(category).map(Age::iso))))
            .collect();
        document(io, "retention", fields.into())?;
        return Ok(Exit::Clean);
    }
    let words = io.words;
    let mut sheet = sheet(io);
    for category in Category::ALL {
        let kept = match policy.of(category) {
            Some(age) => Message::new("records-keep-for").with("age", age.message()),
            None => Message::new("records-keep-ever"),
        };
        let key = match category {
            Category::Finished => "records-keep-finished",
            Category::Unfinished => "records-keep-unfinished",
            Category::SetAside => "records-keep-set-aside",
        };
        sheet.text(&words.say(&Message::new(key).with("kept", kept)))?;
    }
    let key = if policy.is_set() { "records-keep-how" } else { "records-keep-off" };
    sheet.say(&Message::new(key))?;
    Ok(Exit::Clean)
}

/// Why something is no length of time, in words.
#[must_use]
pub fn no_age(typed: &str, wrong: NoAge) -> Message {
    let key = match wrong {
        NoAge::Unreadable => "records-age-unreadable",
        NoAge::NoUnit => "records-age-no-unit",
        NoAge::TooFine => "records-age-too-fine",
        NoAge::Negative => "records-age-negative",
        NoAge::Nothing => "records-age-nothing",
        NoAge::TooLong => "records-age-too-long",
    };
    Message::new(key).with("typed", typed)
}
