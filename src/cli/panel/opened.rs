//! A scenario with its panel, opened, or what stands in the way told.

use std::io;
use std::path::Path;

use crate::cli::Exit;
use crate::cli::play::Io;
use crate::scenario::raw::Panel;
use crate::sitting::files::{self, Files};
use crate::sitting::reading::{self, Ready};
use crate::text::Message;

/// Opens a scenario and its panel. What stands in the way is told; the exit code is the error.
pub fn opened(
    typed: &str,
    scenarios: Option<&Path>,
    io: &mut Io<'_>,
) -> io::Result<Result<(Files, Ready, Panel), Exit>> {
    let files = match files::one(typed, scenarios) {
        Ok(files) => files,
        Err(trouble) => return io.complain(&trouble).map(|()| Err(Exit::Trouble)),
    };
    let (found, key) = match reading::open(&files, None, None) {
        Ok(mut ready) => match (ready.panel.take(), &files.panel) {
            (Some(panel), _) => return Ok(Ok((files, ready, panel))),
            (None, Some(_)) => (ready.findings, "panel-mend-first"),
            (None, None) => (ready.findings, "panel-none"),
        },
        Err(found) => (found, "panel-mend-first"),
    };
    io.findings(&found)?;
    io.complain(&Message::new(key).with("scenario", &files.name))?;
    Ok(Err(Exit::Trouble))
}
