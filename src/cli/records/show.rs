//! `defensible records show`: all that is kept of a run, and what happened in it as far as the trainee knows.
//!
//! The lines are the desk's own chronology: it never shows what the trainee does not know, nor how reviewers answered.

use std::sync::Arc;

use serde_json::{Map, Value, json};
use textwrap::core::display_width;

use super::args::Show;
use super::{Stop, document, find, say, sheet};
use crate::cli::Exit;
use crate::cli::args::Format;
use crate::cli::play::Io;
use crate::desk;
use crate::desk::chronology::{Line, Mark};
use crate::run::logfile::{PANEL, SCENARIO};
use crate::run::replay;
use crate::sitting::{luck, reading};
use crate::store::lookup;
use crate::store::open::Opened;
use crate::store::records::Kept;
use crate::text::{Catalogue, Message};

/// How much of a hash is shown to people.
const SHORT: usize = 12;

/// Shows a run.
///
/// # Errors
/// What stands in the way.
pub fn run(args: &Show, opened: &mut Opened, io: &mut Io<'_>) -> Result<Exit, Stop> {
    let run = lookup::named(opened.records.as_ref(), &args.run)?;
    let kept = opened.records.run(&run)?;
    let name = find::names(opened.records.as_ref())?.remove(&kept.entry.person).flatten();
    let (lines, trouble) = lines(&kept);
    match args.format {
        Format::Json => json(&kept, name.as_deref(), &lines, io)?,
        Format::Human => human(&kept, name.as_deref(), &lines, io)?,
    }
    match trouble {
        None => Ok(Exit::Clean),
        Some(trouble) => {
            io.complain(&trouble)?;
            Ok(Exit::Findings)
        }
    }
}

/// What happened so far, as the trainee's own desk tells it; and what stood in the way of telling it.
fn lines(kept: &Kept) -> (Vec<Line>, Option<Message>) {
    let ready = match reading::open_kept(&kept.header) {
        Ok(ready) => ready,
        Err(_) => return (Vec::new(), Some(Message::new("records-show-unreadable"))),
    };
    let replayed = replay::replay(Arc::clone(&ready.scenario), kept.header.seed, &kept.events);
    let mut lines = desk::moment(&replayed.run).chronology;
    // A draft is kept after every field: the last time says it all.
    let last = |(at, line): (usize, &Line)| {
        let again = |next: &Line| matches!(line.mark, Mark::DraftKept { .. }) && next.mark == line.mark;
        !lines.get(at + 1).is_some_and(again)
    };
    let wanted: Vec<bool> = lines.iter().enumerate().map(last).collect();
    let mut wanted = wanted.into_iter();
    lines.retain(|_| wanted.next().unwrap_or(true));
    (lines, replayed.fault.map(|_| Message::new("records-show-differs")))
}

fn human(kept: &Kept, name: Option<&str>, lines: &[Line], io: &mut Io<'_>) -> Result<(), Stop> {
    let words = io.words;
    let entry = &kept.entry;
    let mut rows: Vec<(&'static str, Message)> = vec![
        ("records-row-person", say::person(&entry.person, name)),
        (
            "records-row-scenario",
            Message::new("records-edition")
                .with("scenario", &entry.header.scenario)
                .with("edition", u64::from(entry.header.edition)),
        ),
    ];
    if let Some(variant) = &entry.header.variant {
        rows.push(("records-row-variant", Message::verbatim(variant)));
    }
    rows.push(("records-row-luck", Message::verbatim(luck::shown(entry.header.seed))));
    rows.push(("records-row-began", say::time(entry.began)));
    rows.push(("records-row-last", say::time(entry.touched)));
    rows.push(("records-row-stands", say::stands(entry)));
    let head = kept.head.to_hex();
    let head = short(&head);
    rows.push((
        "records-row-proved",
        Message::new("records-proved").with("events", say::events(entry.events)).with("head", head),
    ));
    rows.extend(texts(kept).map(|texts| ("records-row-texts", texts)));
    let drafts = Message::listed(kept.drafts.keys().map(Message::verbatim).collect());
    let drafts = drafts.map(|places| Message::new("records-drafts").with("places", places));
    rows.extend(drafts.map(|drafts| ("records-row-drafts", drafts)));

    let labels: Vec<String> = rows.iter().map(|(key, _)| words.say(&Message::new(key))).collect();
    let widest = labels.iter().map(|label| display_width(label)).max().unwrap_or_default() + 2;
    let mut sheet = sheet(io);
    sheet.text(entry.run.as_str())?;
    sheet.gap()?;
    for (label, (_, text)) in labels.iter().zip(&rows) {
        let pad = " ".repeat(widest - display_width(label));
        sheet.labelled(&format!("{label}{pad}"), &words.say(text))?;
    }
    if !lines.is_empty() {
        sheet.gap()?;
        sheet.say(&Message::new("records-show-lines"))?;
    }
    for line in lines {
        if line.mark == Mark::Turn {
            sheet.gap()?;
            sheet.text(&words.say(&line.words))?;
            continue;
        }
        let key = if line.detail.is_some() { "tty-row-line-detail" } else { "tty-row-line" };
        let mut text = Message::new(key).with("at", line.at.words.clone()).with("what", line.words.clone());
        if let Some(detail) = &line.detail {
            text = text.with("detail", detail.clone());
        }
        sheet.indented(&words.say(&text), 2, 4)?;
    }
    sheet.gap()?;
    let key = if entry.over { "records-show-over" } else { "records-show-on" };
    sheet.say(&Message::new(key).with("run", entry.run.as_str()))?;
    Ok(())
}

/// What it was played with: the texts that are its own, and how many others there are.
fn texts(kept: &Kept) -> Option<Message> {
    let own: Vec<Message> = [SCENARIO, PANEL]
        .into_iter()
        .filter_map(|name| Some((name, kept.header.hashes.get(name)?)))
        .map(|(name, hash)| Message::new("records-text").with("name", name).with("hash", short(hash)))
        .collect();
    let more = kept.header.hashes.len() - own.len();
    let mut own = own.into_iter();
    let first = own.next()?;
    let texts = own.fold(first, |first, rest| Message::new("list-comma").with("first", first).with("rest", rest));
    Some(if more > 0 { Message::new("records-texts-more").with("texts", texts).with("n", more) } else { texts })
}

fn short(hash: &str) -> &str {
    hash.get(..SHORT).unwrap_or(hash)
}

fn json(kept: &Kept, name: Option<&str>, lines: &[Line], io: &mut Io<'_>) -> Result<(), Stop> {
    let mut fields = match say::value(&kept.entry, name) {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    fields.insert("head".to_owned(), json!(kept.head.to_hex()));
    fields.insert("texts".to_owned(), json!(kept.header.hashes));
    fields.insert("drafts".to_owned(), json!(kept.drafts.keys().collect::<Vec<_>>()));
    fields.insert("lines".to_owned(), lines.iter().map(|line| value(line, io.words)).collect());
    document(io, "run", Value::Object(fields))?;
    Ok(())
}

fn value(line: &Line, words: &Catalogue) -> Value {
    json!({
        "at": words.say(&line.at.words),
        "what": words.say(&line.words),
        "detail": line.detail.as_ref().map(|detail| words.say(detail)),
        "case": line.case,
        "turn": line.mark == Mark::Turn,
    })
}
