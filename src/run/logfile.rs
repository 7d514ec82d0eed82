//! A run as lines of text: a header, then an event a line (JSON Lines), written as it grows.
//!
//! In go a run and the texts that it was played with; out come lines. Back come a header, the events that can be
//! relied on, and what was wrong behind them. It opens no file, and knows no clock and no path: two runs with one
//! seed and the same commands are the same text, byte for byte.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::event::Event;
use super::rng;
use crate::scenario::check;
use crate::scenario::model::Scenario;

/// The version of the lines that this program writes.
pub const FORMAT: u32 = 1;

/// The name under which a scenario's text is kept.
pub const SCENARIO: &str = "scenario.ron";

/// The name under which a panel's text is kept.
pub const PANEL: &str = "panel.ron";

/// The name under which an invitation's text is kept: whoever plays such a run is a reviewer.
pub const INVITATION: &str = "invitation.ron";

/// The first line of a log: what was played, with what luck, and every text that a debrief needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The version of the lines.
    pub defensible: u32,
    /// The id of the scenario.
    pub scenario: String,
    pub edition: u32,
    #[serde(default)]
    pub variant: Option<String>,
    pub seed: u64,
    /// The name of the algorithm that draws.
    pub luck: String,
    /// blake3 of each kept text, in hexadecimal.
    pub hashes: BTreeMap<String, String>,
    /// The texts themselves by name: scenario, panel, forms, policy, holidays.
    pub kept: BTreeMap<String, String>,
    /// The scenario was changed while it was played: never scored.
    #[serde(default)]
    pub trial: bool,
    /// The edition of the rules of `check` that the scenario passed: later ones don't shut an old run out.
    #[serde(default = "first_edition")]
    pub rules: u32,
}

const fn first_edition() -> u32 {
    1
}

impl Header {
    /// Whether whoever plays the run is a reviewer: they were invited to the case.
    #[must_use]
    pub fn is_review(&self) -> bool {
        self.hashes.contains_key(INVITATION)
    }

    /// The header of a run of this scenario with these texts.
    #[must_use]
    pub fn new(scenario: &Scenario, seed: u64, kept: BTreeMap<String, String>) -> Self {
        Self {
            defensible: FORMAT,
            scenario: scenario.raw().id.clone(),
            edition: scenario.raw().edition,
            variant: scenario.variant().map(str::to_owned),
            seed,
            luck: rng::ALGORITHM.to_owned(),
            hashes: kept.iter().map(|(name, text)| (name.clone(), hash(text))).collect(),
            kept,
            trial: false,
            rules: check::EDITION,
        }
    }

    /// The texts of forms, policy and holidays, with their names.
    pub fn practice(&self) -> impl Iterator<Item = (&str, &str)> {
        self.kept
            .iter()
            .filter(|(name, _)| ![SCENARIO, PANEL, INVITATION].contains(&name.as_str()))
            .map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// As a line, with its end.
    #[must_use]
    pub fn line(&self) -> String {
        line(self)
    }
}

/// An event as a line, with its end.
#[must_use]
pub fn event_line(event: &Event) -> String {
    line(event)
}

/// A whole log: the header and its events, each a line with its end.
#[must_use]
pub fn text(header: &Header, events: &[Event]) -> String {
    let mut text = header.line();
    for event in events {
        text.push_str(&event_line(event));
    }
    text
}

fn line(value: &impl Serialize) -> String {
    // Nothing in a header or an event can fail to be written: names, numbers and texts only.
    let mut line = serde_json::to_string(value).unwrap_or_default();
    line.push('\n');
    line
}

fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

/// A log as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Log {
    pub header: Header,
    /// The events that can be relied on, from the first.
    pub events: Vec<Event>,
    /// Bytes of the text up to the end of the last of them.
    pub good: usize,
    /// The last good line lacks its end: one must be written before another.
    pub unended: bool,
    /// What was set aside behind them.
    pub damage: Option<Damage>,
}

/// Lines that can't be relied on, and were set aside. What stands before them is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damage {
    /// The first line set aside, from 1.
    pub line: usize,
    /// How many lines were set aside.
    pub lines: usize,
    pub how: How,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It is the last one and has no end: writing was cut off.
    Cut,
    /// It is no event.
    NoEvent,
    /// Its number doesn't follow the one before.
    OutOfOrder,
}

/// Why a text can't be opened as a log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("the file is empty")]
    Empty,
    #[error("this is no log of a run")]
    NoLog,
    #[error("line 1 is cut off or damaged")]
    BrokenHeader,
    #[error("the log is of format {format}, and {FORMAT} is known")]
    Newer { format: u64 },
    #[error("the luck is drawn by {luck}, which is not known")]
    OtherLuck { luck: String },
    /// A kept text is not the one that its hash was made of.
    #[error("{name} is not the text that was played with")]
    Changed { name: String },
    #[error("{name} is not kept in the log")]
    NotKept { name: String },
}

/// Reads a log as far as it can be relied on.
///
/// # Errors
/// If not even its first line can be.
pub fn read(bytes: &[u8]) -> Result<Log, Fault> {
    let (first, mut at) = first_line(bytes);
    if first.trim_ascii().is_empty() && bytes.trim_ascii().is_empty() {
        return Err(Fault::Empty);
    }
    let header = header(first)?;
    let unended = !first.ends_with(b"\n");
    let mut log = Log { header, events: Vec::new(), good: at, unended, damage: None };
    let mut number = 1;
    while at < bytes.len() {
        let (line, length) = first_line(&bytes[at..]);
        number += 1;
        at += length;
        if line.trim_ascii().is_empty() {
            // A blank line says nothing; those at the end are the work of editors.
            continue;
        }
        let ended = line.ends_with(b"\n");
        let how = match serde_json::from_slice::<Event>(line) {
            Ok(event) if usize::try_from(event.seq) == Ok(log.events.len()) => {
                log.events.push(event);
                log.good = at;
                log.unended = !ended;
                continue;
            }
            Ok(_) => How::OutOfOrder,
            Err(_) if !ended => How::Cut,
            Err(_) => How::NoEvent,
        };
        let behind = bytes[at..].split_inclusive(|byte| *byte == b'\n').count();
        log.damage = Some(Damage { line: number, lines: behind + 1, how });
        break;
    }
    Ok(log)
}

/// The first line of a text with its end, and its length.
fn first_line(bytes: &[u8]) -> (&[u8], usize) {
    let length = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| end + 1);
    (&bytes[..length], length)
}

fn header(line: &[u8]) -> Result<Header, Fault> {
    const BEGINS: &[u8] = b"{\"defensible\":";
    let Ok(value) = serde_json::from_slice::<serde_json::Value>(line) else {
        return Err(if line.starts_with(BEGINS) { Fault::BrokenHeader } else { Fault::NoLog });
    };
    match value.get("defensible").and_then(serde_json::Value::as_u64) {
        Some(format) if format > u64::from(FORMAT) => return Err(Fault::Newer { format }),
        Some(format) if format == u64::from(FORMAT) => {}
        _ => return Err(Fault::NoLog),
    }
    let header: Header = serde_json::from_value(value).map_err(|_| Fault::BrokenHeader)?;
    if header.luck != rng::ALGORITHM {
        return Err(Fault::OtherLuck { luck: header.luck });
    }
    if !header.kept.contains_key(SCENARIO) {
        return Err(Fault::NotKept { name: SCENARIO.to_owned() });
    }
    for name in header.kept.keys().chain(header.hashes.keys()) {
        let kept = header.kept.get(name).ok_or_else(|| Fault::NotKept { name: name.clone() })?;
        if header.hashes.get(name) != Some(&hash(kept)) {
            return Err(Fault::Changed { name: name.clone() });
        }
    }
    Ok(header)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::event::What;

    fn header() -> Header {
        let kept: BTreeMap<String, String> =
            [(SCENARIO.to_owned(), "Scenario()".to_owned()), ("forms/a.forms.ron".to_owned(), "[]".to_owned())]
                .into();
        Header {
            defensible: FORMAT,
            scenario: "small".to_owned(),
            edition: 1,
            variant: None,
            seed: 7,
            luck: rng::ALGORITHM.to_owned(),
            hashes: kept.iter().map(|(name, text)| (name.clone(), hash(text))).collect(),
            kept,
            trial: false,
            rules: check::EDITION,
        }
    }

    fn events(n: u32) -> Vec<Event> {
        (0..n).map(|seq| Event { seq, at: 60, what: What::Noted { text: format!("note {seq}") } }).collect()
    }

    fn text(n: u32) -> String {
        super::text(&header(), &events(n))
    }

    #[test]
    fn what_was_written_is_read() {
        let log = read(text(3).as_bytes()).unwrap();
        assert_eq!(log.header, header());
        assert_eq!(log.events, events(3));
        assert_eq!((log.good, log.unended, log.damage), (text(3).len(), false, None));
        assert_eq!(log.header.practice().collect::<Vec<_>>(), [("forms/a.forms.ron", "[]")]);
    }

    #[test]
    fn cut_at_any_byte_the_good_prefix_opens() {
        let whole = text(3);
        let first = header().line().len();
        for end in 0..whole.len() {
            let read = read(&whole.as_bytes()[..end]);
            if end == 0 {
                assert_eq!(read, Err(Fault::Empty));
            } else if end < first - 1 {
                assert!(matches!(read, Err(Fault::NoLog | Fault::BrokenHeader)), "{end}: {read:?}");
            } else {
                let log = read.unwrap();
                let whole_lines = whole[..end].matches('\n').count().saturating_sub(1);
                assert!(log.events.len() == whole_lines || log.unended, "{end}");
                assert_eq!(log.events, events(u32::try_from(log.events.len()).unwrap()));
                assert!(log.good <= end);
                let rest = &whole[log.good..end];
                assert_eq!(log.damage.map(|damage| damage.how), (!rest.is_empty()).then_some(How::Cut), "{end}");
            }
        }
    }

    #[test]
    fn a_damaged_line_sets_aside_all_behind_it() {
        let good = text(1).len();
        let whole = text(4).replace("note 1", "note \u{1}");
        let log = read(whole.as_bytes()).unwrap();
        assert_eq!(log.events, events(1));
        assert_eq!(log.good, good);
        assert_eq!(log.damage, Some(Damage { line: 3, lines: 3, how: How::NoEvent }));
        let gap: String =
            text(4).lines().filter(|line| !line.contains("note 1")).flat_map(|line| [line, "\n"]).collect();
        let log = read(gap.as_bytes()).unwrap();
        assert_eq!(log.damage, Some(Damage { line: 3, lines: 2, how: How::OutOfOrder }));
    }

    #[test]
    fn what_is_no_log_is_named() {
        let line = header().line();
        let changed = |from: &str, to: &str| read(line.replace(from, to).as_bytes()).unwrap_err();
        assert_eq!(read(b" \n\n"), Err(Fault::Empty));
        assert_eq!(read(b"Scenario(format: 1)\n"), Err(Fault::NoLog));
        assert_eq!(read(b"{\"events\": []}\n"), Err(Fault::NoLog));
        assert_eq!(read(&[0xFF, 0, 1]), Err(Fault::NoLog));
        assert_eq!(changed("\"defensible\":1", "\"defensible\":2"), Fault::Newer { format: 2 });
        assert_eq!(changed("Scenario()", "Scenario( )"), Fault::Changed { name: SCENARIO.to_owned() });
        assert_eq!(changed("chacha8", "dice"), Fault::OtherLuck { luck: "dice-slots-1".to_owned() });
        assert_eq!(changed("\"seed\":7", "\"seed\":\"x\""), Fault::BrokenHeader);
        assert_eq!(changed("\"scenario.ron\"", "\"other.ron\""), Fault::NotKept { name: SCENARIO.to_owned() });
    }

    #[test]
    fn line_ends_of_another_system_do_no_harm() {
        let log = read(text(3).replace('\n', "\r\n").as_bytes()).unwrap();
        assert_eq!((log.events.len(), log.damage), (3, None));
    }
}
