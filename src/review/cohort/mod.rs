//! Many runs of one scenario beside one panel: what a practice teacher or a researcher wants to know of a cohort.
//!
//! In go runs that were debriefed, one by one, and scored there: nothing here scores anything anew. Out come a
//! [`Cohort`] and, where runs have groups, [`groups::Grouped`].
//!
//! 1. [`marked`]: what is kept of a run's debrief;
//! 2. [`questions`]: decisions in their situations, and how everybody answered them;
//! 3. [`whole`]: themes, habits, sureness, leaning and floors over all runs;
//! 4. [`items`]: the decisions as items of a test, over complete runs;
//! 5. [`lines`]: which run is of which group, as a file says it;
//! 6. [`distance`], [`agreement`]: how far two people's answers lie apart, within groups and between them;
//! 7. [`groups`]: groups beside each other, made of nothing that few people could be known by.
//!
//! Runs stand in the order in which they are given, which is that of their names: never in that of their scores.

pub mod agreement;
pub mod distance;
pub mod groups;
pub mod items;
pub mod lines;
pub mod marked;
pub mod questions;
pub mod whole;

use std::sync::Arc;

use super::panel::Panel;
use crate::scenario::model::Scenario;
use items::Looked;
use marked::Marked;
use questions::DecisionRow;
use whole::Whole;

/// Texts that runs were played with, and the panel as it stands for them: reviews of other words are stale there.
#[derive(Debug, Clone)]
pub struct Edition {
    pub scenario: Arc<Scenario>,
    pub panel: Option<Arc<Panel>>,
}

/// One run of a cohort.
#[derive(Debug, Clone)]
pub struct Entrant {
    /// Its id, or the name of its file.
    pub name: String,
    /// The place of its edition.
    pub edition: usize,
    pub marked: Marked,
}

/// Many runs, looked at together.
#[derive(Debug, Clone)]
pub struct Cohort {
    pub runs: usize,
    /// Runs that came to their end.
    pub over: usize,
    pub whole: Whole,
    /// Every decision of the first edition in the order of its file, then those that only others have.
    pub decisions: Vec<DecisionRow>,
    pub items: Looked,
}

impl Cohort {
    /// Looks at runs together. The first edition says in which order decisions stand.
    #[must_use]
    pub fn of(editions: &[Edition], runs: &[Entrant]) -> Self {
        let decisions = questions::decisions(editions, runs);
        Self {
            runs: runs.len(),
            over: runs.iter().filter(|run| run.marked.over).count(),
            whole: Whole::of(editions, runs),
            items: items::of(&decisions, runs),
            decisions,
        }
    }
}

#[cfg(test)]
mod tests;
