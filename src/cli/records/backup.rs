//! `defensible records backup`: a whole copy, somewhere else.

use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use serde_json::json;

use super::args::Backup;
use super::{Stop, absolute, document, sheet, whole};
use crate::cli::Exit;
use crate::cli::args::Format;
use crate::cli::play::Io;
use crate::store::clock::Clock;
use crate::store::open::Opened;
use crate::text::Message;

/// How many backups of one day get names of their own.
const MOST: u32 = 10_000;

/// Backs up.
///
/// # Errors
/// What stands in the way.
pub fn run(args: &Backup, opened: &mut Opened, clock: &Clock, io: &mut Io<'_>) -> Result<Exit, Stop> {
    let path = match &args.file {
        Some(path) => absolute(path),
        None => free(&absolute(&opened.folder.backups()), clock),
    };
    let runs = opened.records.list()?.len();
    opened.records.backup(&path)?;
    let shown = path.display().to_string();
    if args.format == Format::Json {
        document(io, "backup", json!({ "path": shown, "runs": runs }))?;
        return Ok(Exit::Clean);
    }
    let mut sheet = sheet(io);
    sheet.say(&Message::new("records-backup-done").with("runs", Message::new("records-runs").with("n", runs)))?;
    whole(&mut sheet, "  ", &shown)?;
    sheet.say(&Message::new("records-holds-people"))?;
    Ok(Exit::Clean)
}

/// A name of today's date that is free: `records-2026-11-22.sqlite`, `records-2026-11-22-2.sqlite`, ...
fn free(folder: &Path, clock: &Clock) -> PathBuf {
    let today = clock.now().to_zoned(TimeZone::system()).date();
    let first = folder.join(format!("records-{today}.sqlite"));
    let others = (2..MOST).map(|number| folder.join(format!("records-{today}-{number}.sqlite")));
    let mut free = std::iter::once(first.clone()).chain(others).filter(|path| path.symlink_metadata().is_err());
    free.next().unwrap_or(first)
}
