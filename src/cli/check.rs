//! `defensible check`: every problem of every file in one go.

use std::io::{self, Write};
use std::path::Path;

use super::args::{Check, Format};
use super::{Exit, diagnostics};
use crate::sitting::files::{self, Found};
use crate::sitting::reading::{self, Findings};
use crate::text::{Catalogue, Message};

/// Checks what was named. Findings go to `out`, what could not be read to `err`.
///
/// # Errors
/// If nothing can be written.
pub fn run(
    args: &Check,
    scenarios: Option<&Path>,
    words: &Catalogue,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Exit> {
    let mut all = Findings::default();
    let mut troubles = Vec::new();
    let mut count = 0;
    for path in &args.paths {
        match files::find(path, scenarios) {
            Ok(Found::Scenarios(found, more)) => {
                troubles.extend(more);
                for scenario in &found {
                    count += 1;
                    all.append(reading::check(scenario));
                }
            }
            Ok(Found::Other(file)) => {
                count += 1;
                all.append(reading::check_other(&file));
            }
            Err(trouble) => troubles.push(trouble),
        }
    }
    match args.format {
        Format::Human => write!(out, "{}", diagnostics::render(&all.diagnostics, &all.sources(), true))?,
        Format::Json => write!(out, "{}", diagnostics::render_json(&all.diagnostics, &all.sources()))?,
    }
    let not_yet = all.not_yet.iter().map(|name| Message::new("check-not-yet").with("scenario", name));
    for trouble in not_yet.chain(troubles.iter().cloned()) {
        writeln!(err, "{}", super::term::printable(&words.say(&trouble)))?;
    }
    if !troubles.is_empty() {
        return Ok(Exit::Trouble);
    }
    if all.diagnostics.is_empty() && args.format == Format::Human {
        writeln!(err, "{}", words.say(&Message::new("check-clean").with("count", count)))?;
    }
    Ok(if all.to_mend() { Exit::Findings } else { Exit::Clean })
}
