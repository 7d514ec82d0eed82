//! A reviewer's sitting: a run that was begun from a bundle, and what its reviewer says beside it.
//!
//! Whoever plays a run with an invitation is a reviewer, in every front end. What they say is kept with the run, as
//! half-written answers are; their file is made of both, as often as they like.

use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;

use super::keep::Keep;
use super::whole_file::{self, Before};
use crate::review::collect::own;
use crate::run::Run;
use crate::scenario::edit::Unchanged;
use crate::store::ids::RunId;
use crate::store::open::Opened;
use crate::store::trouble::Trouble;
use crate::text::Message;

/// The reviewer's id in the panel; nothing before the run has a name.
#[must_use]
pub fn id(keep: &Keep) -> Option<String> {
    keep.run().map(|run| own::reviewer_id(run.as_str()))
}

/// What the reviewer's file is called.
fn name(id: &str) -> String {
    format!("{id}.panel.ron")
}

/// Writes the reviewer's file into a folder, or into the folder where the program was started. It is made anew each
/// time, from all that was said so far.
///
/// # Errors
/// What stands in the way, in words.
pub fn write_file(run: &Run, keep: &Keep, folder: Option<&Path>) -> Result<PathBuf, Message> {
    let said = &keep.pending.review;
    let (Some(id), Some(about)) = (id(keep), &said.about) else { return Err(Message::new("review-nothing-yet")) };
    let on = keep.store().clock.now().to_zoned(TimeZone::system()).date().to_string();
    let text = own::file(run, said, about, &id, &on).map_err(|why| match why {
        Unchanged::Unwritable { character } => {
            Message::new("panel-why-unwritable").with("code", format!("U+{:04X}", u32::from(character)))
        }
        _ => Message::new("panel-why-went-wrong"),
    })?;
    let put = |folder: &Path| {
        let path = folder.join(name(&id));
        // The id is this run's own: what is called so was made of it.
        whole_file::put(&path, &text, Before::Anything).map(|()| path)
    };
    let here = Path::new("");
    match folder {
        Some(folder) => put(folder).or_else(|_| put(here)),
        None => put(here),
    }
    .map_err(|why| Message::new("review-not-written").with("name", name(&id)).with("why", why))
}

/// The run in which this bundle is being reviewed, if there is one: of several, the one that was touched last.
///
/// # Errors
/// If what is kept can't be read.
pub fn under_way(opened: &Opened, hashes: [(&str, &str); 2]) -> Result<Option<RunId>, Trouble> {
    let mut runs = opened.records.list()?;
    let is_it = |one: &str, hash: &str, hashes: &std::collections::BTreeMap<String, String>| {
        hashes.get(one).is_some_and(|there| there == hash)
    };
    runs.retain(|entry| hashes.iter().all(|(name, hash)| is_it(name, hash, &entry.header.hashes)));
    runs.sort_by_key(|entry| entry.touched);
    Ok(runs.pop().map(|entry| entry.run))
}
