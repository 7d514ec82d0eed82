//! What a reviewer is asked: each decision in each of its situations, so that every situation gets reviews.

use super::said::{Said, key};
use crate::run::Run;
use crate::run::command::Committed;
use crate::run::event::What;
use crate::scenario::ids::DecisionId;
use crate::scenario::model::Scenario;
use crate::scenario::wording::wording;

/// A decision in one of its situations.
#[derive(Debug, Clone, PartialEq)]
pub struct Question<'r> {
    pub decision: DecisionId,
    /// The place of the situation in its decision.
    pub situation: usize,
    /// What was answered, if the reviewer was in this situation. Others are supposed.
    pub reached: Option<&'r Committed>,
    /// The reviewer has said all that is asked of them.
    pub done: bool,
}

impl Question<'_> {
    /// The name of the question.
    #[must_use]
    pub fn key(&self, scenario: &Scenario) -> String {
        let raw = scenario.decision(self.decision);
        raw.situations.get(self.situation).map_or_else(|| raw.id.clone(), |situation| key(&raw.id, &situation.id))
    }
}

/// Every question, in the order of the file.
#[must_use]
pub fn questions<'r>(run: &'r Run, said: &Said) -> Vec<Question<'r>> {
    let scenario = run.scenario();
    let mut questions = Vec::new();
    for raw in &scenario.raw().decisions {
        let Some(decision) = scenario.decision_called(&raw.id) else { continue };
        for (situation, one) in raw.situations.iter().enumerate() {
            let key = key(&raw.id, &one.id);
            let reached = run.events().iter().find_map(|event| match &event.what {
                What::Decided { decision, situation, committed } if *decision == raw.id && *situation == one.id => {
                    Some(committed)
                }
                _ => None,
            });
            let done = match reached {
                Some(_) => said.remarks.contains_key(&key),
                None => said
                    .supposed
                    .get(&key)
                    .is_some_and(|supposed| supposed.wording == wording(scenario, decision, situation)),
            };
            questions.push(Question { decision, situation, reached, done });
        }
    }
    questions
}
