//! What a cohort keeps of a run's debrief: its answers with what they earned, and the run as a whole.

use crate::review::credit::Credit;
use crate::review::debrief::{Debrief, Overall};
use crate::review::floors::Kept;
use crate::scenario::raw::{Answer, Ask, Id};
use crate::scenario::wording;

/// A run that was debriefed.
#[derive(Debug, Clone)]
pub struct Marked {
    pub edition: u32,
    pub variant: Option<String>,
    /// It came to its end.
    pub over: bool,
    /// In the order in which they were given.
    pub answers: Vec<Given>,
    pub overall: Overall,
    /// Floors that applied, and whether they were breached.
    pub floors: Vec<(Id, bool)>,
}

/// One answer of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    pub decision: Id,
    pub situation: Id,
    /// The words that were answered, as a hash.
    pub wording: String,
    pub answer: Answer,
    pub sure: Option<u8>,
    /// One option was asked for, so that credit is a share that confidence can be held against.
    pub one: bool,
    pub credit: Credit,
    /// Reviewers who answered the same, and the share of the commonest answer among them.
    pub reviewers: usize,
    pub modal_share: Option<f64>,
}

impl Marked {
    /// Of a debrief.
    #[must_use]
    pub fn of(debrief: &Debrief) -> Self {
        let scenario = &debrief.scenario;
        let wording_of = |decision: &Id, situation: &Id| {
            let id = scenario.decision_called(decision)?;
            let situations = &scenario.decision(id).situations;
            let place = situations.iter().position(|one| one.id == *situation)?;
            Some(wording::wording(scenario, id, place))
        };
        let answers = debrief.decisions.iter().map(|one| Given {
            decision: one.id.clone(),
            situation: one.situation.clone(),
            wording: wording_of(&one.id, &one.situation).unwrap_or_default(),
            answer: one.yours.answer.clone(),
            sure: one.yours.sure,
            one: one.ask == Ask::ChooseOne,
            credit: one.credit,
            reviewers: one.panel.answered,
            modal_share: one.panel.modal_share,
        });
        let applied = debrief.floors.iter().filter(|floor| floor.kept != Kept::NotApplicable);
        Self {
            edition: scenario.raw().edition,
            variant: scenario.variant().map(str::to_owned),
            over: debrief.over,
            answers: answers.collect(),
            overall: debrief.overall.clone(),
            floors: applied.map(|one| (one.id.clone(), matches!(one.kept, Kept::Breached { .. }))).collect(),
        }
    }

    /// What was answered to a decision.
    #[must_use]
    pub fn given(&self, decision: &str) -> Option<&Given> {
        self.answers.iter().find(|given| given.decision == decision)
    }

    /// Names of the floors that were breached.
    pub fn breaches(&self) -> impl Iterator<Item = &Id> {
        self.floors.iter().filter(|(_, breached)| *breached).map(|(id, _)| id)
    }
}
