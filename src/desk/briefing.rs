//! The briefing: what is in a scenario, how to leave it, and what is expected, before anything begins.

use super::library::{length, reviewers, reviews};
use super::parts::Named;
use super::{when, words};
use crate::scenario::calendar::Calendar;
use crate::scenario::model::{Scenario, folded};
use crate::scenario::raw;
use crate::text::Message;
use crate::text::when::TurnKind;

/// Before a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Briefing {
    /// "Before you start: what is in this case". Stands first, above the title.
    pub content_heading: Message,
    /// Content notes, or that there are none.
    pub content: Vec<Message>,
    /// That softer texts can be had, where the scenario has any.
    pub softer: Option<Message>,
    /// The way out: leave at any time, without a reason; where to find support.
    pub way_out: Vec<Message>,
    pub title: String,
    pub one_line: Option<String>,
    /// "You are two months qualified."
    pub you_are: Message,
    /// Whom it is about, with what the author says about them.
    pub people: Vec<(Named, Option<String>)>,
    pub expected_heading: Message,
    pub expected: Vec<Message>,
    /// "What you will practise".
    pub objectives_heading: Message,
    /// Theme and text of each objective.
    pub objectives: Vec<(Message, String)>,
    pub luck_heading: Message,
    /// That some things happen by chance, and what the code is for.
    pub luck: Message,
    /// The code as it is shown.
    pub luck_code: String,
    /// How it works: time, place and rules, reviews, what is fiction, what is kept.
    pub notes: Vec<Note>,
    /// "Starts Monday 24 November 2025".
    pub starts: Message,
    /// "Start at week 3".
    pub start: Message,
    pub not_now: Message,
}

/// A heading with a sentence or two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub heading: Message,
    pub text: Vec<Message>,
}

/// Whom a briefing is for.
#[derive(Debug, Clone, Copy)]
pub enum Reader<'p> {
    /// Somebody who practises, with the panel that they are held against, if there is one.
    Trainee(Option<&'p raw::Panel>),
    /// A reviewer, who is held against nobody and told the rest elsewhere ([`asked`](super::reviewing::asked)).
    Reviewer,
}

/// The briefing of a scenario. `luck` is the seed as it is shown: a luck code, or a number.
#[must_use]
pub fn briefing(scenario: &Scenario, reader: Reader<'_>, luck: &str) -> Briefing {
    Briefing::of(scenario, reader, luck)
}

impl Briefing {
    fn of(scenario: &Scenario, reader: Reader<'_>, luck: &str) -> Self {
        let raw = scenario.raw();
        let calendar = &scenario.tables().calendar;
        let first = calendar.turns.first();
        let day_0_is = raw.calendar.day_0_is.as_deref();
        let calibration = raw.shape == raw::Shape::Calibration;
        Self {
            content_heading: Message::new("briefing-content-heading"),
            content: if raw.content_notes.is_empty() {
                vec![Message::new("content-none")]
            } else {
                raw.content_notes.iter().map(|note| Message::verbatim(folded(&note.text))).collect()
            },
            softer: has_softer(raw).then(|| Message::new("briefing-softer")),
            way_out: vec![Message::new("briefing-way-out"), Message::new("briefing-support")],
            title: folded(&raw.title),
            one_line: raw.one_line.as_deref().map(folded),
            you_are: Message::new("briefing-you-are").with("who", folded(&raw.you_are)),
            people: people(scenario),
            expected_heading: Message::new("briefing-expected-heading"),
            expected: if calibration {
                vec![Message::new("briefing-expected-read"), Message::new("briefing-expected-rate")]
            } else {
                vec![
                    Message::new("briefing-expected-read"),
                    Message::new("briefing-expected-respond"),
                    Message::new("briefing-expected-write"),
                    Message::new("briefing-expected-decide"),
                ]
            },
            objectives_heading: Message::new("briefing-objectives-heading"),
            objectives: raw
                .objectives
                .iter()
                .map(|objective| (words::theme(objective.theme), folded(&objective.text)))
                .collect(),
            luck_heading: Message::new("briefing-luck-heading"),
            luck: Message::new("briefing-luck"),
            luck_code: luck.to_owned(),
            notes: notes(scenario, reader),
            starts: Message::new("briefing-starts")
                .with("date", when::day_full(calendar, first.map_or(0, |turn| Calendar::day(turn.opens)))),
            start: first.map_or_else(
                || Message::new("briefing-start-now"),
                |turn| Message::new("briefing-start").with("turn", when::turn_name(calendar, turn, day_0_is)),
            ),
            not_now: Message::new("briefing-not-now"),
        }
    }
}

/// Whether anything in a scenario has a softer text.
fn has_softer(raw: &raw::Scenario) -> bool {
    raw.arrivals.iter().any(|one| one.softer.is_some() || one.versions.iter().any(|version| version.softer.is_some()))
        || raw.cases.iter().flat_map(|case| &case.file).any(|one| one.softer.is_some())
        || raw.decisions.iter().any(|one| one.softer.is_some())
        || raw.endings.iter().any(|one| one.softer.is_some())
}

/// Those whose cases are on the desk from the start.
fn people(scenario: &Scenario) -> Vec<(Named, Option<String>)> {
    let cases = scenario.raw().cases.iter().filter(|case| case.allocated);
    cases
        .filter_map(|case| scenario.person_called(&case.person))
        .map(|id| {
            let person = scenario.person(id);
            (Named { id: person.id.clone(), name: folded(&person.name) }, person.about.as_deref().map(folded))
        })
        .collect()
}

/// What there is to spend in a turn: of turns as the first is, the least and the most.
fn minutes(calendar: &Calendar) -> Option<Message> {
    let kind = TurnKind::of(calendar, calendar.turns.first()?);
    let given = calendar.turns.iter().filter(|turn| TurnKind::of(calendar, turn) == kind).map(|turn| turn.minutes);
    let (least, most) = (given.clone().min()?, given.max()?);
    let [same, range] = match kind {
        TurnKind::Week => ["briefing-minutes-week", "briefing-minutes-week-range"],
        TurnKind::Day => ["briefing-minutes-day", "briefing-minutes-day-range"],
        TurnKind::Weeks(_) => ["briefing-minutes-weeks", "briefing-minutes-weeks-range"],
    };
    Some(if least == most {
        Message::new(same).with("minutes", when::minutes_long(least))
    } else {
        Message::new(range).with("least", when::minutes_long(least)).with("most", when::minutes_long(most))
    })
}

fn notes(scenario: &Scenario, reader: Reader<'_>) -> Vec<Note> {
    let raw = scenario.raw();
    let calendar = &scenario.tables().calendar;
    let mut notes = vec![Note { heading: length(raw), text: vec![Message::new("briefing-stop-anywhere")] }];
    notes.extend(minutes(calendar).map(|heading| Note { heading, text: vec![Message::new("briefing-minutes")] }));
    notes.push(Note {
        heading: Message::new("briefing-place")
            .with("place", words::place(raw.place))
            .with("date", when::date(scenario.policy_date())),
        text: vec![Message::new("briefing-rules")],
    });
    if let Reader::Trainee(panel) = reader {
        notes.extend(reviewed(panel));
    }
    notes.push(Note {
        heading: Message::new("briefing-fiction-heading"),
        text: vec![Message::new("briefing-fiction")],
    });
    if let Reader::Trainee(_) = reader {
        let text = vec![Message::new("briefing-yours")];
        notes.push(Note { heading: Message::new("briefing-yours-heading"), text });
    }
    notes
}

/// Where the reviews come from, and when they are shown.
fn reviewed(panel: Option<&raw::Panel>) -> [Note; 2] {
    let (drafted, collected) = reviewers(panel);
    let came = [
        (drafted > 0, "briefing-reviews-drafted"),
        (collected > 0, "briefing-reviews-collected"),
        (drafted + collected == 0, "briefing-reviews-none"),
    ];
    let text = came.into_iter().filter(|(said, _)| *said).map(|(_, key)| Message::new(key)).collect();
    let blind = vec![Message::new("briefing-blind")];
    [
        Note { heading: reviews(drafted, collected), text },
        Note { heading: Message::new("briefing-blind-heading"), text: blind },
    ]
}
