//! `defensible debrief`: what can be said about a run that is over, from what its log kept.

use std::io;

use super::args::Debrief;
use super::play::{Io, keep, replayed};
use super::{Exit, reading, reports};
use crate::text::Message;

/// Prints the debrief of a log.
///
/// # Errors
/// If nothing can be written.
pub fn run(args: &Debrief, mut io: Io<'_>) -> io::Result<Exit> {
    let path = &args.log;
    let shown = path.display().to_string();
    let log = match keep::read(path) {
        Ok(log) => log,
        Err(trouble) => {
            io.complain(&trouble)?;
            return Ok(Exit::Trouble);
        }
    };
    if let Some(damage) = &log.damage {
        io.complain(&keep::damaged(path, damage))?;
    }
    let ready = match reading::open_kept(&log.header) {
        Ok(ready) => ready,
        Err(found) => {
            io.findings(&found)?;
            io.complain(&Message::new("log-cannot-play").with("path", shown))?;
            return Ok(Exit::Trouble);
        }
    };
    let run = match replayed(path, &ready, &log) {
        Ok(run) => run,
        Err(trouble) => {
            io.complain(&trouble)?;
            return Ok(Exit::Trouble);
        }
    };
    if !run.is_over() {
        io.complain(&Message::new("debrief-not-over").with("path", shown))?;
        return Ok(Exit::Trouble);
    }
    let text = reports::debrief(&run, ready.panel.as_ref(), log.header.trial, io.words, io.width);
    for line in text.lines() {
        writeln!(io.out, "{line}")?;
    }
    Ok(if log.damage.is_some() { Exit::Findings } else { Exit::Clean })
}
