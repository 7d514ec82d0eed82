//! Events as rows for a spreadsheet, with cells that no spreadsheet takes for a formula.
//!
//! UTF-8 with a byte-order mark, because without one Excel reads it as the code page of the machine and garbles every
//! Welsh name; lines end in CR LF, as RFC 4180 has it. A program is better off with the JSON.

use super::super::records::Kept;
use super::time;
use crate::run::command::{Citation, Committed, Filing};
use crate::run::event::{Event, What};
use crate::scenario::calendar::{Calendar, Minute};
use crate::scenario::raw::{Answer, Moment, Value};
use crate::text::when;

/// The mark that tells Excel that it is UTF-8.
pub const MARK: &str = "\u{feff}";

/// The heads of the columns.
pub const COLUMNS: [&str; 19] = [
    "person",
    "name",
    "run",
    "scenario",
    "edition",
    "variant",
    "luck",
    "began",
    "seq",
    "day",
    "event",
    "about",
    "answer",
    "reason",
    "sure",
    "would_change",
    "cites",
    "text",
    "minutes",
];

/// Columns that hold numbers of ours: they stay numbers.
pub const NUMBERS: [&str; 4] = ["edition", "seq", "sure", "minutes"];

/// A run and what its rows say besides its events.
#[derive(Debug, Clone)]
pub struct Sheet<'a> {
    pub kept: &'a Kept,
    /// Who the person is, if anyone said.
    pub name: Option<&'a str>,
    /// The luck code.
    pub luck: String,
    /// The calendar of its scenario; nothing if the texts that were kept can't be read.
    pub calendar: Option<Calendar>,
}

/// A table of these runs, a row an event.
#[must_use]
pub fn csv(sheets: &[Sheet<'_>]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory, with as many cells in every row, can't fail.
    let _ = writer.write_record(COLUMNS);
    for sheet in sheets {
        for event in &sheet.kept.events {
            let _ = writer.write_record(row(sheet, event));
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("{MARK}{}", String::from_utf8_lossy(&bytes))
}

fn row(sheet: &Sheet<'_>, event: &Event) -> [String; COLUMNS.len()] {
    let entry = &sheet.kept.entry;
    let cells = cells(&event.what, sheet.calendar.as_ref());
    let day = sheet.calendar.as_ref().and_then(|calendar| moment(calendar, event.at));
    let number = |number: Option<i32>| number.map_or_else(String::new, |number| number.to_string());
    [
        cell(entry.person.as_str()),
        cell(sheet.name.unwrap_or_default()),
        cell(entry.run.as_str()),
        cell(&entry.header.scenario),
        entry.header.edition.to_string(),
        cell(entry.header.variant.as_deref().unwrap_or_default()),
        cell(&sheet.luck),
        cell(&time(entry.began)),
        event.seq.to_string(),
        cell(&day.unwrap_or_default()),
        cell(cells.event),
        cell(&cells.about),
        cell(&cells.answer),
        cell(&cells.reason),
        number(cells.sure),
        cell(&cells.change),
        cell(&cells.cites),
        cell(&cells.text),
        number(cells.minutes),
    ]
}

/// A moment of the scenario as a spreadsheet sorts it: `2025-11-25 10:13`.
fn moment(calendar: &Calendar, at: Minute) -> Option<String> {
    let date = calendar.date_of_day(Calendar::day(at))?;
    Some(format!("{date} {}", when::time(at)))
}

/// A cell that holds text. One that a spreadsheet would take for a formula gets an apostrophe in front; characters that
/// control a terminal or a printer are shown as �.
#[must_use]
pub fn cell(text: &str) -> String {
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    let clean: String = text.chars().map(|c| if control(c) { '\u{fffd}' } else { c }).collect();
    if is_dangerous(&clean) { format!("'{clean}") } else { clean }
}

/// Whether a spreadsheet might take a cell for a formula: by its first character, and by the first that shows.
#[must_use]
pub fn is_dangerous(text: &str) -> bool {
    // Plain, full-width and small forms: a spreadsheet set to Japanese takes the wide ones for the plain ones.
    let begins = |c: char| {
        matches!(
            c,
            '=' | '+'
                | '-'
                | '@'
                | '\u{ff1d}'
                | '\u{ff0b}'
                | '\u{ff0d}'
                | '\u{ff20}'
                | '\u{fe66}'
                | '\u{fe62}'
                | '\u{fe63}'
                | '\u{fe6b}'
                | '\u{2212}'
        )
    };
    text.starts_with(['\t', '\r', '\n']) || text.chars().find(|c| !is_blank(*c)).is_some_and(begins)
}

/// What does not show, and may be thrown away before a cell is understood.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}'
        )
}

/// What one event puts into its row.
#[derive(Debug, Default)]
struct Cells {
    event: &'static str,
    about: String,
    answer: String,
    reason: String,
    sure: Option<i32>,
    change: String,
    cites: String,
    text: String,
    minutes: Option<i32>,
}

impl Cells {
    fn of(event: &'static str) -> Self {
        Self { event, ..Self::default() }
    }

    fn about(event: &'static str, about: &str) -> Self {
        Self { event, about: about.to_owned(), ..Self::default() }
    }

    fn text(self, text: &str) -> Self {
        Self { text: text.to_owned(), ..self }
    }

    fn took(self, minutes: i32) -> Self {
        Self { minutes: Some(minutes), ..self }
    }

    fn decided(self, committed: &Committed) -> Self {
        Self {
            answer: answer(&committed.answer),
            reason: committed.reason.clone(),
            sure: committed.sure.map(i32::from),
            change: committed.change.clone().unwrap_or_default(),
            cites: cites(&committed.cites),
            ..self
        }
    }

    fn filed(self, filing: &Filing, calendar: Option<&Calendar>) -> Self {
        let fields = filing.fields.iter().map(|(field, value)| format!("{field}: {}", self::value(value, calendar)));
        let text = fields.collect::<Vec<_>>().join("\n");
        Self { cites: cites(&filing.cites), text, ..self }
    }
}

/// The names of events are those of the log, and permanent.
fn cells(what: &What, calendar: Option<&Calendar>) -> Cells {
    let at = |minute: Minute| calendar.and_then(|calendar| moment(calendar, minute)).unwrap_or_default();
    match what {
        What::BranchedFrom { run, after } => Cells::about("BranchedFrom", run).text(&after.to_string()),
        What::SofterTexts { on } => Cells::of("SofterTexts").text(if *on { "on" } else { "off" }),
        What::TurnBegan { turn } => Cells::about("TurnBegan", &turn.to_string()),
        What::Arrived { arrival, version, missed, .. } => {
            let how = if *missed { "voicemail" } else { "" };
            Cells::about("Arrived", arrival).text(version.as_deref().unwrap_or(how))
        }
        What::Interrupted { arrival, minutes } => Cells::about("Interrupted", arrival).took(*minutes),
        What::Opened { item, minutes, .. } => Cells::about("Opened", item).took(*minutes),
        What::Did { response, minutes } => Cells::about("Did", response).took(*minutes),
        What::Filed { response, minutes, filing, .. } => {
            Cells::about("Filed", response).filed(filing, calendar).took(*minutes)
        }
        What::Told { item, who, minutes } => Cells::about("Told", item).text(who).took(*minutes),
        What::Noted { text } => Cells::of("Noted").text(text),
        What::Cited(citation) => {
            Cells { cites: cites(std::slice::from_ref(citation)), ..Cells::about("Cited", &citation.item) }
        }
        What::DraftKept { response, filing } => Cells::about("DraftKept", response).filed(filing, calendar),
        What::DraftDiscarded { response } => Cells::about("DraftDiscarded", response),
        What::Finished => Cells::of("Finished"),
        What::WorkedLate { minutes } => Cells::of("WorkedLate").took(*minutes),
        What::Posed { decision } => Cells::about("Posed", decision),
        What::Skipped { decision } => Cells::about("Skipped", decision),
        What::Decided { decision, situation, committed } => {
            Cells::about("Decided", decision).decided(committed).text(situation)
        }
        What::Revealed { decision } => Cells::about("Revealed", decision),
        What::Drifted { drift } => Cells::about("Drifted", drift),
        What::Happened { chance, outcome } => {
            Cells::about("Happened", chance).text(outcome.as_deref().unwrap_or_default())
        }
        What::Started { deadline, due } => Cells::about("Started", deadline).text(&at(*due)),
        What::Met { deadline } => Cells::about("Met", deadline),
        What::Missed { deadline } => Cells::about("Missed", deadline),
        What::Cancelled { deadline } => Cells::about("Cancelled", deadline),
        What::CalledOff { arrival } => Cells::about("CalledOff", arrival),
        What::Leaked { secret, to } => Cells::about("Leaked", secret).text(to),
        What::Allocated { case } => Cells::about("Allocated", case),
        What::Closed { case } => Cells::about("Closed", case),
        What::MappaIs { case, level } => Cells::about("MappaIs", case).text(&level.to_string()),
        What::TierIs { case, tier } => Cells::about("TierIs", case).text(tier),
        What::WentOn => Cells::of("WentOn"),
        What::WentOnUntil { until } => Cells::of("WentOnUntil").text(&at(*until)),
        What::DayEnded => Cells::of("DayEnded"),
        What::TurnEnded => Cells::of("TurnEnded"),
        What::Ended { ending } => Cells::about("Ended", ending.as_deref().unwrap_or_default()),
        What::RanAway => Cells::of("RanAway"),
    }
}

/// An answer by the names of its options: `ring-ward`, `a; b`, `first > second`, `a: +2; b: -1`.
#[must_use]
pub fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Choose(option) => option.clone(),
        Answer::ChooseSome(options) => options.join("; "),
        Answer::Rank(options) => options.join(" > "),
        Answer::Rate(ratings) => joined(ratings.iter().map(|(option, rating)| format!("{option}: {rating:+}"))),
        Answer::Levels(levels) => {
            joined(levels.iter().map(|(risk, level)| format!("{}: {}", risk.name(), level.name())))
        }
        Answer::Abstain(why) => why.clone(),
    }
}

/// What was cited: `voicemail; ward-answer "Sunday night"`.
fn cites(cites: &[Citation]) -> String {
    joined(cites.iter().map(|cite| match &cite.passage {
        Some(passage) => format!("{} \"{passage}\"", cite.item),
        None => cite.item.clone(),
    }))
}

/// What stands in a field of a form.
fn value(value: &Value, calendar: Option<&Calendar>) -> String {
    match value {
        Value::Words(words) => words.clone(),
        Value::Pick(pick) => pick.clone(),
        Value::Picks(picks) => picks.join("; "),
        Value::Levels(levels) => {
            joined(levels.iter().map(|(risk, level)| format!("{}: {}", risk.name(), level.name())))
        }
        Value::Grid(rows) => joined(rows.iter().map(|(risk, row)| {
            let why = if row.why.is_empty() { String::new() } else { format!(" ({})", row.why) };
            format!("{}: {}{why}", risk.name(), row.level.name())
        })),
        Value::People(people) => people.join("; "),
        Value::Steps(steps) => {
            joined(steps.iter().map(|step| format!("{}: {} by {}", step.who, step.what, date(step.by, calendar))))
        }
        Value::Date(moment) => date(*moment, calendar),
    }
}

/// A date in a form; nothing if there is no calendar to tell.
fn date(moment: Moment, calendar: Option<&Calendar>) -> String {
    let date = calendar.and_then(|calendar| calendar.date_of_day(calendar.day_of(moment)));
    date.map_or_else(String::new, |date| date.to_string())
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use crate::run::logfile::Header;
    use crate::scenario::raw::Entries;
    use crate::store::chain::Hash;
    use crate::store::ids::{PersonId, RunId};
    use crate::store::records::Entry;

    fn kept(scenario: &str, variant: Option<&str>, events: Vec<What>) -> Kept {
        let header = Header {
            defensible: 1,
            scenario: scenario.to_owned(),
            edition: 2,
            variant: variant.map(str::to_owned),
            seed: 8,
            luck: "chacha8".to_owned(),
            hashes: BTreeMap::new(),
            kept: BTreeMap::new(),
            trial: false,
            rules: 1,
        };
        let events: Vec<Event> = (0..).zip(events).map(|(seq, what)| Event { seq, at: 60, what }).collect();
        let began: Timestamp = "2026-11-22T09:14:00Z".parse().unwrap();
        let entry = Entry {
            run: RunId::new("small-7k3f9x").unwrap(),
            person: PersonId::new("ann").unwrap(),
            header: header.clone(),
            began,
            touched: began,
            events: u32::try_from(events.len()).unwrap(),
            over: false,
        };
        Kept { entry, header, events, drafts: BTreeMap::new(), head: Hash::NONE }
    }

    fn table(kept: &Kept, name: &str) -> Vec<BTreeMap<String, String>> {
        let sheet = Sheet { kept, name: Some(name), luck: "acorn-0008".to_owned(), calendar: None };
        let text = csv(&[sheet]);
        let text = text.strip_prefix(MARK).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        reader.deserialize().map(|row| row.unwrap()).collect()
    }

    #[test]
    fn formulas_are_made_harmless_and_other_text_is_left_alone() {
        for text in [
            "=1+1",
            "+44 20 7946 0000",
            "-5",
            "@SUM(A1)",
            "\t=1",
            "\r\n=1",
            "  =1",
            "\u{a0}=1",
            "\u{feff}=1",
            "\u{200b}=1",
            "\u{ff1d}1",
            "\u{ff0b}1",
            "\u{ff0d}1",
            "\u{ff20}x",
            "\u{3000}\u{ff1d}1",
            "\u{1}=1",
            "\n- ring the ward",
        ] {
            assert!(cell(text).starts_with('\''), "{text:?}: {:?}", cell(text));
        }
        for text in ["", "He said =1 to me", "No.\n- ring the ward", "'quoted'", "\u{175}ythnos", "2025-11-25 10:13"]
        {
            assert_eq!(cell(text), text);
        }
        assert_eq!(cell("a\u{1b}[31mb\u{9b}c\u{7f}"), "a\u{fffd}[31mb\u{fffd}c\u{fffd}");
    }

    #[test]
    fn a_spreadsheet_can_open_it() {
        let committed = Committed {
            answer: Answer::Rate(Entries(vec![("ring".into(), 2), ("wait".into(), -1)])),
            reason: "She said \"no\", twice,\nand hung up.".into(),
            sure: Some(80),
            change: Some("=HYPERLINK(\"x\")".into()),
            cites: vec![Citation { item: "voicemail".into(), passage: Some("all night".into()) }],
            how: crate::run::command::How::Alone,
        };
        let kept = kept(
            "small",
            None,
            vec![
                What::Noted { text: "T\u{177} b\u{e2}ch \u{2013} \u{a3}5".into() },
                What::Decided { decision: "absence".into(), situation: "usual".into(), committed },
            ],
        );
        let sheet = Sheet { kept: &kept, name: Some("Ann"), luck: "acorn-0008".to_owned(), calendar: None };
        let text = csv(&[sheet]);
        assert!(text.starts_with(MARK), "Excel takes it for the machine's own code page without a mark");
        assert!(text.lines().count() > 3 && text.ends_with("\r\n"));
        insta::assert_snapshot!(text.trim_start_matches(MARK).replace("\r\n", "\n"), @r#"
        person,name,run,scenario,edition,variant,luck,began,seq,day,event,about,answer,reason,sure,would_change,cites,text,minutes
        ann,Ann,small-7k3f9x,small,2,,acorn-0008,2026-11-22T09:14:00Z,0,,Noted,,,,,,,Tŷ bâch – £5,
        ann,Ann,small-7k3f9x,small,2,,acorn-0008,2026-11-22T09:14:00Z,1,,Decided,absence,ring: +2; wait: -1,"She said ""no"", twice,
        and hung up.",80,"'=HYPERLINK(""x"")","voicemail ""all night""",usual,
        "#);
    }

    fn odd() -> impl Strategy<Value = String> {
        let begins = prop_oneof![
            Just(String::new()),
            "[=+\\-@\t\r\n ']{1,3}",
            "[\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}\u{a0}\u{3000}\u{feff}\u{200b}]{1,3}",
        ];
        (begins, any::<String>()).prop_map(|(begins, rest)| format!("{begins}{rest}"))
    }

    proptest! {
        #[test]
        fn no_cell_can_be_taken_for_a_formula(
            texts in prop::collection::vec(odd(), 12),
            minutes in any::<i32>(),
            sure in any::<u8>(),
            rating in any::<i8>(),
        ) {
            let mut texts = texts.into_iter();
            let mut text = || texts.next().unwrap_or_default();
            let committed = Committed {
                answer: Answer::Rate(Entries(vec![(text(), rating)])),
                reason: text(),
                sure: Some(sure),
                change: Some(text()),
                cites: vec![Citation { item: text(), passage: Some(text()) }],
                how: crate::run::command::How::Alone,
            };
            let filing = Filing { fields: Entries(vec![(text(), Value::Words(text()))]), cites: Vec::new() };
            let (scenario, variant, name) = (text(), text(), text());
            let events = vec![
                What::Noted { text: text() },
                What::Filed { response: text(), form: String::new(), case: None, minutes, filing },
                What::MappaIs { case: "a".into(), level: -1 },
                What::Decided { decision: "d".into(), situation: String::new(), committed },
            ];
            let kept = kept(&scenario, Some(&variant), events);
            let rows = table(&kept, &name);
            prop_assert_eq!(rows.len(), 4);
            for row in rows {
                for (column, cell) in row {
                    if NUMBERS.contains(&column.as_str()) {
                        prop_assert!(cell.is_empty() || cell.parse::<i64>().is_ok(), "{}: {:?}", column, cell);
                    } else {
                        prop_assert!(!is_dangerous(&cell), "{}: {:?}", column, cell);
                        prop_assert!(!cell.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')));
                    }
                }
            }
        }
    }
}
