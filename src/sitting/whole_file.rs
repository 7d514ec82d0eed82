//! A file that is written in one go: whoever reads it finds the old text or the new one, and nothing between.

use std::io::{self, Write as _};
use std::path::Path;

use crate::store::folder;
use crate::text::Message;

/// What lies at a path before a new text takes its place.
#[derive(Debug, Clone, Copy)]
pub enum Before<'a> {
    /// Nothing: a file that came there meanwhile stays.
    Nothing,
    /// These bytes: what somebody else wrote meanwhile stays.
    Bytes(&'a [u8]),
    /// Whatever it is, it is ours.
    Anything,
}

/// Puts a text in the place of what lies there. A link stays one, and so do permissions.
///
/// # Errors
/// What stands in the way, in words; nothing has changed then.
pub fn put(path: &Path, text: &str, before: Before<'_>) -> Result<(), Message> {
    let trouble = |error: io::Error| Message::verbatim(error.to_string());
    let there = path.symlink_metadata().is_ok();
    let path = if there { path.canonicalize().map_err(trouble)? } else { path.to_owned() };
    let within = path.parent().filter(|within| !within.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut new = tempfile::Builder::new().prefix(".defensible-").tempfile_in(within).map_err(trouble)?;
    new.write_all(text.as_bytes()).map_err(trouble)?;
    if there {
        let permissions = std::fs::metadata(&path).map_err(trouble)?.permissions();
        new.as_file().set_permissions(permissions).map_err(trouble)?;
    }
    new.as_file().sync_all().map_err(trouble)?;
    match before {
        Before::Nothing => {
            new.persist_noclobber(&path).map_err(|error| match error.error.kind() {
                io::ErrorKind::AlreadyExists => Message::new("file-there-already"),
                _ => trouble(error.error),
            })?;
        }
        Before::Bytes(bytes) if std::fs::read(&path).map_err(trouble)? != bytes => {
            return Err(Message::new("panel-changed-meanwhile"));
        }
        Before::Bytes(_) | Before::Anything => {
            new.persist(&path).map_err(|error| trouble(error.error))?;
        }
    }
    folder::sync(within).map_err(|trouble| trouble.message())
}
