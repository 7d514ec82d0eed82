//! How others answered: of one decision once it is answered, and of a whole run once it is over.
//!
//! In go a run and the panel as it was kept with it; out comes what may be looked at now, not yet in any layout.

use crate::review::debrief::{self, Answered, Debrief, Replays};
use crate::review::outcomes::{REPLAYS, Tell};
use crate::review::panel::Panel;
use crate::run::Run;
use crate::scenario::raw;

/// A panel with the names of the run's scenario looked up.
fn typed(run: &Run, panel: Option<&raw::Panel>) -> Option<Panel> {
    panel.map(|raw| Panel::new(raw.clone(), run.scenario()))
}

/// The debrief of a run. `trial` says that the run was a trial of the scenario, as its log's header does.
#[must_use]
pub fn debrief(run: &Run, panel: Option<&raw::Panel>, trial: bool) -> Debrief {
    let panel = typed(run, panel);
    debrief::debrief(run, panel.as_ref(), debrief::Options { trial, ..debrief::Options::default() })
}

/// The same without its replays, which take longest: for whoever shows it before they are done.
#[must_use]
pub fn debrief_first(run: &Run, panel: Option<&raw::Panel>, trial: bool) -> Debrief {
    debrief::debrief(run, typed(run, panel).as_ref(), debrief::Options { trial, replays: 0 })
}

/// The replays of a debrief; `tell` is told how far they are.
#[must_use]
pub fn replays(run: &Run, panel: Option<&raw::Panel>, tell: Tell<'_>) -> Option<Replays> {
    debrief::replays(run, typed(run, panel).as_ref(), REPLAYS, tell)
}

/// A decision that was answered, with its reviews; nothing before the answer.
#[must_use]
pub fn answered(run: &Run, panel: Option<&raw::Panel>, decision: &str) -> Option<Answered> {
    debrief::answered_decision(run, typed(run, panel).as_ref(), decision, false)
}

/// Whether anybody reviewed a decision that was answered, in the situation in which it was.
#[must_use]
pub fn has_reviews(run: &Run, panel: Option<&raw::Panel>, decision: &str) -> bool {
    answered(run, panel, decision).is_some_and(|one| one.panel.reviewers > 0)
}

/// How many reviewers answered a decision in the situation as it is now: their number, and nothing of what they said.
#[must_use]
pub fn how_many(run: &Run, panel: Option<&raw::Panel>, decision: &str) -> usize {
    let scenario = run.scenario();
    let Some(id) = scenario.decision_called(decision) else { return 0 };
    let situation = usize::from(run.state().situation(scenario.tables(), id));
    let panel = typed(run, panel);
    let sheet = panel.as_ref().and_then(|panel| panel.sheet(id, situation)).filter(|sheet| !sheet.stale);
    sheet.map_or(0, |sheet| sheet.reviews.len())
}
