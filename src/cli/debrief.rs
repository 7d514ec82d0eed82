//! `defensible debrief`: what can be said about a run that is over, from what was kept with it.

use std::io;
use std::path::Path;

use super::args::Debrief;
use super::play::Io;
use super::{Exit, reports};
use crate::sitting::kept::{self, Origin};
use crate::sitting::log;
use crate::text::Message;

/// Prints the debrief of a run.
///
/// # Errors
/// If nothing can be written.
pub fn run(args: &Debrief, data: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let found = match kept::find(&args.run, data) {
        Ok(found) => found,
        Err(trouble) => {
            io.complain(&trouble)?;
            return Ok(Exit::Trouble);
        }
    };
    io.notes(&found.notes)?;
    if let (Origin::Log(path), Some(damage)) = (&found.from, &found.damage) {
        io.complain(&log::damaged(path, damage))?;
    }
    let (ready, run) = match kept::again(&found.from, &found.header, &found.events) {
        Ok(again) => again,
        Err(cannot) => {
            io.cannot(&cannot)?;
            return Ok(Exit::Trouble);
        }
    };
    if !run.is_over() {
        io.complain(&Message::new("debrief-not-over").with("path", found.from.shown()))?;
        return Ok(Exit::Trouble);
    }
    let text = reports::debrief(&run, ready.panel.as_ref(), found.header.trial, io.words, io.width);
    for line in text.lines() {
        writeln!(io.out, "{line}")?;
    }
    Ok(if found.damage.is_some() { Exit::Findings } else { Exit::Clean })
}
