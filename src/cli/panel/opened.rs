//! A scenario, alone or with its panel, opened; or what stands in the way told.

use std::io;
use std::path::Path;

use crate::cli::Exit;
use crate::cli::play::Io;
use crate::scenario::raw::Panel;
use crate::sitting::files::{self, Files};
use crate::sitting::reading::{self, Ready};
use crate::text::Message;

/// Opens a scenario. What stands in the way is told; the exit code is the error.
pub fn scenario(typed: &str, scenarios: Option<&Path>, io: &mut Io<'_>) -> io::Result<Result<(Files, Ready), Exit>> {
    let files = match files::one(typed, scenarios) {
        Ok(files) => files,
        Err(trouble) => return io.complain(&trouble).map(|()| Err(Exit::Trouble)),
    };
    match reading::open(&files, None, None) {
        Ok(ready) => Ok(Ok((files, ready))),
        Err(found) => {
            io.findings(&found)?;
            io.complain(&Message::new("panel-mend-first").with("scenario", &files.name))?;
            Ok(Err(Exit::Trouble))
        }
    }
}

/// Opens a scenario and its panel. What stands in the way is told; the exit code is the error.
pub fn opened(
    typed: &str,
    scenarios: Option<&Path>,
    io: &mut Io<'_>,
) -> io::Result<Result<(Files, Ready, Panel), Exit>> {
    let (files, mut ready) = match scenario(typed, scenarios, io)? {
        Ok(opened) => opened,
        Err(exit) => return Ok(Err(exit)),
    };
    let key = match (ready.panel.take(), &files.panel) {
        (Some(panel), _) => return Ok(Ok((files, ready, panel))),
        (None, Some(_)) => "panel-mend-first",
        (None, None) => "panel-none",
    };
    io.findings(&ready.findings)?;
    io.complain(&Message::new(key).with("scenario", &files.name))?;
    Ok(Err(Exit::Trouble))
}
