//! Review: a run beside what experienced reviewers would have done, and beside what law requires.
//!
//! In go a run, the panel of its scenario and nothing else; out comes a [`debrief::Debrief`], a model without words and
//! without layout. `report`, the screens and the pages put it into words.
//!
//! 1. [`panel`]: reviewers and reviews looked up; sheets whose wording is stale are kept and never counted.
//! 2. [`ballot`], [`tally`], [`figures`]: answers in numbers, counts, formulas.
//! 3. [`credit`]: one number for a decision that can be scored, and why not where it can't.
//! 4. [`floors`]: what law or safeguarding requires, tested by playing the commands again ([`walk`]).
//! 5. [`known`]: what there was to know at a decision.
//! 6. [`story`]: deadlines, minutes, secrets, thanks, altered records.
//! 7. [`outcomes`]: the run's acts with other luck, a thousand times.
//! 8. [`score`]: what a run's mean stands on; [`redrawn`]: how far it hangs on who the reviewers were.
//! 9. [`debrief`]: all of it together.
//! 10. [`cohort`]: many runs together, and groups of them beside each other.
//! 11. [`stats`]: what a panel is worth, decision by decision.
//! 12. [`collect`]: what a reviewer is asked, their file, and how it comes into the panel.
//! 13. [`matrix`]: answers and reviews as plain tables, with no scenario.
//!
//! Reviews are looked at only for decisions that the run has answered. Nothing here knows a desk, a word of the
//! program's own, a file or a clock.

pub mod ballot;
pub mod cohort;
pub mod collect;
pub mod commonest;
pub mod credit;
pub mod debrief;
pub mod figures;
pub mod floors;
pub mod known;
pub mod matrix;
pub mod outcomes;
pub mod panel;
pub mod redrawn;
#[cfg(test)]
pub(crate) mod sample;
pub mod score;
pub mod stats;
pub mod story;
pub mod tally;
pub mod walk;
