//! What is wrong with a table, in words: whose mistake it is, where, and what to do.

use crate::review::matrix::parse::{MOST_STEPS, Problem, Why};
use crate::text::Message;

/// One problem: `A.csv:12:4: ...`.
pub fn say(problem: &Problem) -> Message {
    let place = match (problem.line, problem.cell) {
        (Some(line), Some(cell)) => format!("{}:{line}:{cell}", problem.file),
        (Some(line), None) => format!("{}:{line}", problem.file),
        (None, _) => problem.file.clone(),
    };
    Message::new("score-problem").with("place", place).with("why", why(&problem.why))
}

/// What is wrong with a table, without its place.
pub fn why(why: &Why) -> Message {
    match why {
        Why::Empty => Message::new("score-empty"),
        Why::Utf16 => Message::new("score-utf16"),
        Why::NotUtf8 => Message::new("score-not-utf8"),
        Why::NobodyNamed => Message::new("score-nobody"),
        Why::NoDecisions => Message::new("score-no-decisions"),
        Why::UnnamedPerson => Message::new("score-unnamed-person"),
        Why::UnnamedDecision => Message::new("score-unnamed-decision"),
        Why::PersonTwice { name, first } => {
            Message::new("score-person-twice").with("name", name).with("first", *first)
        }
        Why::DecisionTwice { name, first } => {
            Message::new("score-decision-twice").with("name", name).with("first", *first)
        }
        Why::Ragged { cells, of } => Message::new("score-ragged").with("cells", *cells).with("of", *of),
        Why::OffScale { answer, person, from, to } => Message::new("score-off-scale")
            .with("answer", answer)
            .with("person", person)
            .with("from", from.to_string())
            .with("to", to.to_string()),
        Why::TooManyOptions { options } => {
            Message::new("score-too-many").with("options", *options).with("most", MOST_STEPS)
        }
        Why::OneOption => Message::new("score-one-option"),
        Why::DecisionMissing { name, other } => Message::new("score-missing").with("name", name).with("other", other),
        Why::More { problems } => Message::new("score-more").with("n", *problems),
    }
}
