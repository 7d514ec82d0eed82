//! A reviewer's own file: what they answered in their run and what they said beside it, as a panel of one.
//!
//! Nothing else of the run is in it: not what was read and when, not the luck, not how long it took.

use super::questions::questions;
use super::said::{About, Said};
use crate::run::Run;
use crate::run::command::Committed;
use crate::run::event::What;
use crate::scenario::edit::{self, Unchanged};
use crate::scenario::model::Scenario;
use crate::scenario::raw::panel::{Answer, Came, Review, Reviewer};
use crate::scenario::raw::{Id, Kind};
use crate::scenario::wording::wording;

/// Letters of a reviewer's id: no vowels, so that they spell nothing.
const LETTERS: &[u8; 20] = b"bcdfghjkmnpqrstvwxyz";

/// The id of the reviewer who plays a run: the same for the same run, and nobody can tell the run from it.
#[must_use]
pub fn reviewer_id(run: &str) -> Id {
    let hash = blake3::hash(format!("reviewer {run}").as_bytes());
    let letters = hash.as_bytes()[..6].iter().map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]));
    format!("r-{}", letters.collect::<String>())
}

/// The text of the file: a `panel.ron` with one reviewer. `on` is the day on which it is made, as `2026-11-28`.
///
/// # Errors
/// If something that was typed can't be written.
pub fn file(run: &Run, said: &Said, about: &About, id: &str, on: &str) -> Result<String, Unchanged> {
    let scenario = run.scenario();
    let reviewer = Reviewer {
        id: id.to_owned(),
        role: about.role,
        years: about.years,
        group: about.group.clone(),
        came: Came::Collected { on: on.to_owned(), reconfirmed: Vec::new() },
        outlook: None,
    };
    let mut text = edit::add_reviewer(&edit::new_panel(&scenario.raw().id)?, &reviewer)?;
    for question in questions(run, said) {
        let raw = scenario.decision(question.decision);
        let Some(situation) = raw.situations.get(question.situation) else { continue };
        let key = question.key(scenario);
        let review = match question.reached {
            Some(committed) => said.remarks.get(&key).map(|remark| Review {
                answer: remark.outside.clone().map_or_else(|| committed.answer.clone(), Answer::Abstain),
                sure: committed.sure.filter(|_| remark.outside.is_none()),
                change: committed.change.clone().filter(|_| remark.outside.is_none()),
                // It is the reason of an answer that is not sent.
                reason: if remark.outside.is_some() { String::new() } else { committed.reason.clone() },
                looked_for: looked_for(run, committed, &raw.id),
                realistic: remark.realistic,
                confusing: remark.confusing.clone(),
                by: id.to_owned(),
                supposed: false,
            }),
            None => said.supposed.get(&key).filter(|_| question.done).map(|supposed| {
                let remark = said.remarks.get(&key);
                Review {
                    by: id.to_owned(),
                    answer: supposed.answer.clone(),
                    reason: supposed.reason.clone(),
                    sure: supposed.sure,
                    change: supposed.change.clone(),
                    looked_for: Vec::new(),
                    supposed: true,
                    realistic: remark.and_then(|remark| remark.realistic),
                    confusing: remark.and_then(|remark| remark.confusing.clone()),
                }
            }),
        };
        let Some(review) = review else { continue };
        let wording = wording(scenario, question.decision, question.situation);
        text = edit::add_review(&text, &raw.id, &situation.id, &wording, &review)?;
    }
    Ok(text)
}

/// What the reviewer looked into before an answer: whatever they did to find out or to ask, and what they cited.
fn looked_for(run: &Run, committed: &Committed, decision: &Id) -> Vec<Id> {
    let scenario = run.scenario();
    let mut looked: Vec<Id> = Vec::new();
    let mut add = |id: &Id| {
        if !looked.contains(id) {
            looked.push(id.clone());
        }
    };
    for event in run.events() {
        match &event.what {
            What::Did { response, .. } if looks_into(scenario, response) => add(response),
            What::Decided { decision: answered, .. } if answered == decision => break,
            _ => {}
        }
    }
    committed.cites.iter().for_each(|cited| add(&cited.item));
    looked
}

/// Whether a response is there to find out, or to ask somebody.
fn looks_into(scenario: &Scenario, response: &Id) -> bool {
    let found = scenario.response_called(response).and_then(|id| scenario.response(id));
    found.is_some_and(|raw| matches!(raw.kind, Kind::Explore | Kind::Consult))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_tells_nothing_of_the_run_and_looks_like_nobodys_number() {
        let id = reviewer_id("missed-monday-7k3f9x");
        assert_eq!(id, reviewer_id("missed-monday-7k3f9x"));
        assert_ne!(id, reviewer_id("missed-monday-7k3f9y"));
        assert!(id.len() == 8 && id[2..].chars().all(|c| c.is_ascii_lowercase()), "{id}");
    }
}
