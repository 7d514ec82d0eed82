//! Reviewing: what a reviewer is told before they begin, how far they are, and what is left to be supposed.

use super::Message;
use super::when;
use crate::review::collect::questions::{Question, questions};
use crate::review::collect::said::Said;
use crate::run::Run;
use crate::scenario::model::{Scenario, folded};
use crate::scenario::raw;
use crate::scenario::raw::Id;

/// What a reviewer is told, in the order in which it matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub heading: Message,
    /// What is asked of them.
    pub what: Vec<Message>,
    pub sent_heading: Message,
    /// What their file holds, and what it doesn't.
    pub sent: Vec<Message>,
    pub to_heading: Message,
    /// To whom it goes, and by when.
    pub to: Vec<Message>,
    pub withdraw_heading: Message,
    pub withdraw: Vec<Message>,
}

impl Asked {
    /// Headings with the lines below each, in their order.
    #[must_use]
    pub const fn parts(&self) -> [(&Message, &Vec<Message>); 4] {
        [
            (&self.heading, &self.what),
            (&self.sent_heading, &self.sent),
            (&self.to_heading, &self.to),
            (&self.withdraw_heading, &self.withdraw),
        ]
    }
}

/// What a reviewer is told. `id` is their id in the panel, once they have one.
#[must_use]
pub fn asked(invitation: &raw::Invitation, id: Option<&str>) -> Asked {
    let to = folded(&invitation.to);
    let by = invitation.by.as_deref().and_then(|by| by.parse().ok());
    Asked {
        heading: Message::new("review-asked-heading"),
        what: ["review-asked-play", "review-asked-each", "review-asked-suppose", "review-asked-sittings"]
            .map(Message::new)
            .to_vec(),
        sent_heading: Message::new("review-sent-heading"),
        sent: [
            "review-sent-who",
            "review-sent-answers",
            "review-sent-looked",
            "review-sent-not",
            "review-sent-shown",
        ]
        .map(Message::new)
        .to_vec(),
        to_heading: Message::new("review-to-heading"),
        to: match by {
            Some(by) => vec![Message::new("review-to-by").with("to", &to).with("by", when::date(by))],
            None => vec![Message::new("review-to").with("to", &to)],
        },
        withdraw_heading: Message::new("review-withdraw-heading"),
        withdraw: vec![
            Message::new("review-withdraw-before"),
            match id {
                Some(id) => Message::new("review-withdraw-id").with("to", to).with("id", id),
                None => Message::new("review-withdraw").with("to", to),
            },
        ],
    }
}

/// How far a reviewer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Every question, in the order of the file.
    pub rows: Vec<Row>,
    pub done: usize,
    /// "5 of 8 questions".
    pub words: Message,
}

/// A question, as it stands with the reviewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub decision: Id,
    /// The place of the situation in its decision.
    pub situation: usize,
    pub key: String,
    pub title: Message,
    /// What is known there.
    pub told: String,
    pub reached: bool,
    pub done: bool,
    /// "answered in your play", "to be supposed".
    pub standing: Message,
}

/// How far the reviewer of a run is.
#[must_use]
pub fn progress(run: &Run, said: &Said) -> Progress {
    let scenario = run.scenario();
    let rows: Vec<Row> = questions(run, said).iter().map(|question| row(scenario, question, run.is_over())).collect();
    let done = rows.iter().filter(|row| row.done).count();
    let words = Message::new("review-progress").with("done", done).with("of", rows.len());
    Progress { rows, done, words }
}

fn row(scenario: &Scenario, question: &Question<'_>, over: bool) -> Row {
    let raw = scenario.decision(question.decision);
    let situation = raw.situations.get(question.situation);
    let title = raw.title.as_deref();
    Row {
        decision: raw.id.clone(),
        situation: question.situation,
        key: question.key(scenario),
        title: title.map_or_else(|| Message::new("decision-untitled"), |title| Message::verbatim(folded(title))),
        told: situation.map_or_else(String::new, |situation| folded(&situation.told)),
        reached: question.reached.is_some(),
        done: question.done,
        standing: Message::new(match (question.reached.is_some(), question.done, over) {
            (true, true, _) => "review-standing-reached",
            (true, false, _) => "review-standing-remark",
            (false, true, _) => "review-standing-supposed",
            (false, false, true) => "review-standing-to-suppose",
            (false, false, false) => "review-standing-not-yet",
        }),
    }
}

impl Progress {
    /// The first question that was answered in the play, and of which the reviewer has not said the rest.
    #[must_use]
    pub fn to_remark(&self) -> Option<&Row> {
        self.rows.iter().find(|row| row.reached && !row.done)
    }

    /// Questions that are left to be supposed.
    pub fn to_suppose(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.reached && !row.done)
    }
}
