//! Debriefs as text for a terminal.

use crate::report::plain;
use crate::review::debrief::{self, Answered};
use crate::review::panel::Panel;
use crate::run::Run;
use crate::scenario::raw;
use crate::text::Catalogue;

fn typed(run: &Run, panel: Option<&raw::Panel>) -> Option<Panel> {
    panel.map(|raw| Panel::new(raw.clone(), run.scenario()))
}

/// The debrief of a run.
#[must_use]
pub fn debrief(run: &Run, panel: Option<&raw::Panel>, trial: bool, words: &Catalogue, width: usize) -> String {
    let panel = typed(run, panel);
    let made = debrief::debrief(run, panel.as_ref(), debrief::Options { trial, ..debrief::Options::default() });
    let luck = super::luck::shown(made.seed);
    plain::plain(&made, words, plain::Options { width, teaching: false, luck: Some(&luck) })
}

/// A decision that was answered, with its reviews; nothing before the answer.
fn answered(run: &Run, panel: Option<&raw::Panel>, decision: &str) -> Option<Answered> {
    debrief::answered_decision(run, typed(run, panel).as_ref(), decision, false)
}

/// Whether anybody reviewed a decision that was answered, in the situation in which it was.
#[must_use]
pub fn has_reviews(run: &Run, panel: Option<&raw::Panel>, decision: &str) -> bool {
    answered(run, panel, decision).is_some_and(|one| one.panel.reviewers > 0)
}

/// How others answered one decision, and why: nothing of what there was to find, which the debrief keeps for the end.
#[must_use]
pub fn reviews(run: &Run, panel: Option<&raw::Panel>, decision: &str, words: &Catalogue, width: usize) -> String {
    answered(run, panel, decision).map_or_else(String::new, |one| {
        plain::reviews(run.scenario(), &one, words, plain::Options { width, ..plain::Options::default() })
    })
}
