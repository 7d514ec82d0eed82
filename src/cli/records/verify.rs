//! `defensible records verify`: whether everything is as it was written. Nothing is mended and nothing is changed.

use std::path::Path;

use serde_json::{Value, json};

use super::args::Verify;
use super::{Stop, document, sheet};
use crate::cli::Exit;
use crate::cli::args::Format;
use crate::cli::play::Io;
use crate::store::open;
use crate::store::records::{Fault, Verified};
use crate::store::trouble::{How, Trouble};
use crate::text::{Catalogue, Message};

/// Verifies what is kept in a folder.
///
/// # Errors
/// What stands in the way.
pub fn run(args: &Verify, folder: &Path, io: &mut Io<'_>) -> Result<Exit, Stop> {
    let found = match open::look_in(folder).and_then(|records| records.verify()) {
        Ok(found) => found,
        // Too damaged to be read at all: that is what was to be found out.
        Err(Trouble::Damaged { what, .. }) => {
            Verified { faults: vec![Fault { run: None, what }], ..Verified::default() }
        }
        Err(Trouble::File { how: How::Missing, .. }) => {
            return Err(Stop::Said(
                Message::new("records-verify-nothing").with("path", folder.display().to_string()),
            ));
        }
        Err(trouble) => return Err(trouble.into()),
    };
    let exit = if found.faults.is_empty() { Exit::Clean } else { Exit::Findings };
    if args.format == Format::Json {
        let faults: Vec<Value> = found.faults.iter().map(|fault| value(fault, io.words)).collect();
        let fields = json!({ "runs": found.runs, "events": found.events, "faults": faults });
        document(io, "verified", fields)?;
        return Ok(exit);
    }
    let words = io.words;
    let mut sheet = sheet(io);
    sheet.say(
        &Message::new("records-verify-counts")
            .with("runs", Message::new("records-runs").with("n", found.runs))
            .with("events", super::say::events(found.events)),
    )?;
    for fault in &found.faults {
        let line = match &fault.run {
            Some(run) => {
                Message::new("records-verify-fault").with("run", run.as_str()).with("what", fault.what.message())
            }
            None => fault.what.message(),
        };
        sheet.indented(&words.say(&line), 2, 4)?;
    }
    sheet.say(&match found.faults.len() {
        0 => Message::new("records-verify-sound"),
        faults => Message::new("records-verify-faults").with("n", faults),
    })?;
    Ok(exit)
}

fn value(fault: &Fault, words: &Catalogue) -> Value {
    json!({ "run": fault.run.as_ref().map(|run| run.as_str()), "what": words.say(&fault.what.message()) })
}
