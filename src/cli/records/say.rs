//! Runs, people and dates in the words that all actions share.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::sitting::luck;
use crate::store::export;
use crate::store::ids::PersonId;
use crate::store::records::Entry;
use crate::text::{Message, when};

/// A moment where the person sits: "22 November 2026, 09:14".
#[must_use]
pub fn time(moment: Timestamp) -> Message {
    let here = moment.to_zoned(TimeZone::system());
    let time = format!("{:02}:{:02}", here.hour(), here.minute());
    Message::new("moment").with("date", when::date(here.date())).with("time", time)
}

/// Somebody by their id, with their name if anyone said: "ann (Ann Example)".
#[must_use]
pub fn person(id: &PersonId, name: Option<&str>) -> Message {
    match name {
        Some(name) => Message::new("records-person-named").with("id", id.as_str()).with("name", name),
        None => Message::verbatim(id.as_str()),
    }
}

/// Where a run stands: "in play", "over", "over, a trial".
#[must_use]
pub fn stands(entry: &Entry) -> Message {
    let stands = Message::new(if entry.over { "records-over" } else { "records-in-play" });
    if entry.header.trial { Message::new("records-trial").with("stands", stands) } else { stands }
}

/// "1 event", "61 events".
#[must_use]
pub fn events(events: impl Into<crate::text::Arg>) -> Message {
    Message::new("records-events").with("n", events)
}

/// What is played: "missed-monday, luck heron-0412".
#[must_use]
pub fn played(entry: &Entry) -> Message {
    Message::new("records-played")
        .with("scenario", &entry.header.scenario)
        .with("luck", luck::shown(entry.header.seed))
}

/// A run in one line, where it is one of several.
#[must_use]
pub fn line(entry: &Entry) -> Message {
    Message::new("records-line")
        .with("run", entry.run.as_str())
        .with("person", entry.person.as_str())
        .with("played", played(entry))
        .with("stands", stands(entry))
        .with("last", time(entry.touched))
}

/// A run for a program.
#[must_use]
pub fn value(entry: &Entry, name: Option<&str>) -> Value {
    json!({
        "run": entry.run.as_str(),
        "person": entry.person.as_str(),
        "name": name,
        "scenario": entry.header.scenario,
        "edition": entry.header.edition,
        "variant": entry.header.variant,
        "luck": luck::shown(entry.header.seed),
        "seed": entry.header.seed,
        "trial": entry.header.trial,
        "began": export::time(entry.began),
        "touched": export::time(entry.touched),
        "events": entry.events,
        "over": entry.over,
    })
}
