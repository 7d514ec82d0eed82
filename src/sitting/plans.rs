//! A recorded walkthrough on the command line: what stopped it, in words.

use crate::desk;
use crate::run::Run;
use crate::run::plan::Why;
use crate::text::{Message, when};

/// Why a step could not be taken.
#[must_use]
pub fn why(run: &Run, why: &Why) -> Message {
    let calendar = &run.scenario().tables().calendar;
    match why {
        Why::Refused(refusal) => desk::refusal::refusal(run, refusal),
        Why::DecisionStands { decision } => {
            let scenario = run.scenario();
            let title = scenario.decision_called(decision).and_then(|id| scenario.decision(id).title.clone());
            let title = title.unwrap_or_else(|| decision.clone());
            Message::new("plan-decision-stands").with("title", title).with("decision", decision)
        }
        Why::NotSo => Message::new("plan-not-so"),
        Why::GoneBy { until, now } => Message::new("plan-gone-by")
            .with("until", when::moment(calendar, *until))
            .with("now", when::moment(calendar, *now)),
        Why::EndedBefore { until } => Message::new("plan-ended").with("until", when::moment(calendar, *until)),
        Why::NotCompiled => Message::new("plan-not-compiled"),
    }
}
