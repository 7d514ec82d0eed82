//! A run again from its events: the commands in them are carried out once more, and must bring the same events.

use std::sync::Arc;

use super::Run;
use super::command::Command;
use super::event::{Event, What};
use super::refusal::Refusal;
use crate::scenario::calendar::Minute;
use crate::scenario::model::Scenario;

/// Why events can't be replayed. None of these is a trainee's mistake.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Fault {
    /// The event at this place came out otherwise: the log was changed, or made by another version of the engine.
    #[error("event {seq} came out otherwise")]
    Differs { seq: u32, logged: Box<What>, replayed: Option<Box<What>> },
    /// A logged command is refused now.
    #[error("the command of event {seq} is refused: {refusal}")]
    Refused { seq: u32, refusal: Refusal },
    /// Events without a beginning, or with a gap in their numbers.
    #[error("the events have a gap at {seq}")]
    Gap { seq: u32 },
}

/// A run as far as its events go together.
#[derive(Debug)]
pub struct Replayed {
    pub run: Run,
    pub fault: Option<Fault>,
}

/// Commands of a run with the moments at which they were given.
#[must_use]
pub fn commands(events: &[Event]) -> Vec<(u32, Minute, Command)> {
    // Something heard as it comes is opened without a command: it follows its own arrival.
    let mut commands = Vec::new();
    for (index, event) in events.iter().enumerate() {
        if let What::Opened { item, nth, .. } = &event.what {
            let heard = index.checked_sub(1).and_then(|before| events.get(before));
            let heard = heard.into_iter().chain(index.checked_sub(2).and_then(|before| events.get(before)));
            let itself = |event: &Event| matches!(&event.what, What::Arrived { arrival, nth: came, heard: true, .. } if arrival == item && came == nth);
            if !heard.into_iter().any(itself) {
                commands.push((event.seq, event.at, Command::Open { item: item.clone(), nth: Some(*nth) }));
            }
        } else if let Some(command) = event.what.command() {
            commands.push((event.seq, event.at, command));
        }
    }
    commands
}

/// Plays events again.
#[must_use]
pub fn replay(scenario: Arc<Scenario>, seed: u64, events: &[Event]) -> Replayed {
    let mut softer = false;
    let mut branched = None;
    for event in events {
        match &event.what {
            What::SofterTexts { on } => softer = *on,
            What::BranchedFrom { run, after } => branched = Some((run.clone(), *after)),
            _ => break,
        }
    }
    let mut run = Run::begin_with(scenario, seed, softer, branched);
    for (index, event) in events.iter().enumerate() {
        if usize::try_from(event.seq) != Ok(index) {
            let seq = u32::try_from(index).unwrap_or(u32::MAX);
            return Replayed { run, fault: Some(Fault::Gap { seq }) };
        }
    }
    let mut compared = 0;
    for (seq, _, command) in commands(events) {
        if let Some(fault) = differs(&run, events, compared, seq as usize) {
            return Replayed { run, fault: Some(fault) };
        }
        compared = seq as usize;
        if let Err(refusal) = run.command(&command) {
            return Replayed { run, fault: Some(Fault::Refused { seq, refusal }) };
        }
    }
    let fault = differs(&run, events, compared, events.len());
    Replayed { run, fault }
}

/// The first event before `end` that came out otherwise. What was replayed beyond the log's end is not a fault: the
/// log of a run that was cut off ends in the middle of what a command brought.
fn differs(run: &Run, events: &[Event], start: usize, end: usize) -> Option<Fault> {
    let replayed = run.events();
    for (index, logged) in events.iter().enumerate().take(end).skip(start) {
        let again = replayed.get(index);
        if again != Some(logged) {
            return Some(Fault::Differs {
                seq: logged.seq,
                logged: Box::new(logged.what.clone()),
                replayed: again.map(|event| Box::new(event.what.clone())),
            });
        }
    }
    None
}
