//! Trying again: another run that goes as one went up to the start of a week.
//!
//! In go a run, or the weeks that it reached; out comes a new run with the same luck, which names the one that it
//! branched from. The first is left as it is.

use crate::run::Run;
use crate::run::event::{Event, What};
use crate::run::logfile::{self, Header};
use crate::run::replay;
use crate::text::Message;

/// Weeks that a run reached, with the number of the first event that is no longer before them.
#[must_use]
pub fn weeks(run: &Run) -> Vec<(i32, u32)> {
    let calendar = &run.scenario().tables().calendar;
    let mut weeks: Vec<(i32, u32)> = Vec::new();
    for event in run.events() {
        if let What::TurnBegan { turn } = event.what
            && let Some(turn) = calendar.turns.get(usize::from(turn))
        {
            let week = calendar.week(turn.opens);
            if weeks.last().is_none_or(|(last, _)| *last < week) {
                weeks.push((week, event.seq));
            }
        }
    }
    weeks
}

/// A name for a run as it stood after so many events, made of its own lines: the log holds no path.
fn name_of(header: &Header, events: &[Event]) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(header.line().as_bytes());
    for event in events {
        hasher.update(logfile::event_line(event).as_bytes());
    }
    let hash = hasher.finalize().to_hex();
    format!("b3:{}", hash.get(..16).unwrap_or_default())
}

/// Another run that goes as this one went up to the start of a week.
///
/// # Errors
/// If the run never reached that week, in words.
pub fn again_from(run: &Run, header: &Header, week: i32) -> Result<Run, Message> {
    let weeks = weeks(run);
    let Some((_, before)) = weeks.iter().find(|(one, _)| *one == week) else {
        let list = weeks.iter().map(|(week, _)| Message::verbatim(week.to_string())).collect();
        let message = Message::new("tty-again-no-week").with("week", i64::from(week));
        return Err(Message::listed(list).map_or(message.clone(), |list| message.with("weeks", list)));
    };
    let kept = run.events().get(..*before as usize).unwrap_or_default();
    let name = name_of(header, kept);
    let mut again =
        Run::begin_with(std::sync::Arc::clone(run.scenario()), run.seed(), run.softer(), Some((name, *before)));
    for (_, _, command) in replay::commands(kept) {
        if let Err(refusal) = again.command(&command) {
            return Err(crate::desk::refusal::refusal(&again, &refusal));
        }
    }
    Ok(again)
}
