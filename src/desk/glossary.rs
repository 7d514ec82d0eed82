//! The glossary: what the program's own terms mean, and those that the author of a case explains.

use super::words;
use crate::scenario::model::{Scenario, folded};
use crate::scenario::raw::{Kind, Level};
use crate::text::Message;

/// A term with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub term: Message,
    pub meaning: Message,
}

/// The author's terms first, in the order of the file; then the kinds of response, the levels, and the words of the
/// desk.
#[must_use]
pub fn glossary(scenario: Option<&Scenario>) -> Vec<Term> {
    let authors = scenario.into_iter().flat_map(|scenario| scenario.raw().glossary.iter()).map(|(word, meaning)| {
        Term { term: Message::verbatim(folded(word)), meaning: Message::verbatim(folded(meaning)) }
    });
    let kinds = Kind::ALL.iter().map(|kind| Term { term: words::kind(*kind), meaning: words::kind_help(*kind) });
    let levels = Level::ALL.iter().map(|level| Term { term: words::level(*level), meaning: level_help(*level) });
    let others = [
        ("glossary-plan", "glossary-plan-means"),
        ("glossary-supervision", "glossary-supervision-means"),
        ("glossary-monitoring", "glossary-monitoring-means"),
        ("glossary-interventions", "glossary-interventions-means"),
        ("glossary-victims", "glossary-victims-means"),
        ("glossary-contingency", "glossary-contingency-means"),
        ("glossary-cite", "glossary-cite-means"),
        ("glossary-floor", "glossary-floor-means"),
        ("glossary-drafted", "glossary-drafted-means"),
        ("glossary-luck", "glossary-luck-means"),
    ]
    .map(|(term, meaning)| Term { term: Message::new(term), meaning: Message::new(meaning) });
    authors.chain(kinds).chain(levels).chain(others).collect()
}

/// What a level of risk of serious harm means, as the assessment guidance words it.
fn level_help(level: Level) -> Message {
    Message::new(match level {
        Level::Low => "level-low-help",
        Level::Medium => "level-medium-help",
        Level::High => "level-high-help",
        Level::VeryHigh => "level-very-high-help",
    })
}
