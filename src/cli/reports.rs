//! Debriefs as text for a terminal.

use crate::report::plain;
use crate::run::Run;
use crate::scenario::raw;
use crate::sitting::{luck, reviews};
use crate::text::Catalogue;

/// The debrief of a run.
#[must_use]
pub fn debrief(run: &Run, panel: Option<&raw::Panel>, trial: bool, words: &Catalogue, width: usize) -> String {
    let made = reviews::debrief(run, panel, trial);
    let luck = luck::shown(made.seed);
    plain::plain(&made, words, plain::Options { width, teaching: false, luck: Some(&luck) })
}

/// How others answered one decision, and why: nothing of what there was to find, which the debrief keeps for the end.
#[must_use]
pub fn reviews(run: &Run, panel: Option<&raw::Panel>, decision: &str, words: &Catalogue, width: usize) -> String {
    reviews::answered(run, panel, decision).map_or_else(String::new, |one| {
        plain::reviews(run.scenario(), &one, words, plain::Options { width, ..plain::Options::default() })
    })
}
