//! A reviewer's sitting: a run that was begun from a bundle, and what its reviewer says beside it.
//!
//! Whoever plays a run with an invitation is a reviewer, in every front end. What they say is kept with the run, as
//! half-written answers are; their file is made of both, as often as they like.

use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;

use super::files;
use super::keep::{Keep, Pending};
use super::whole_file::{self, Before};
use crate::desk::decision::DecisionView;
use crate::desk::refusal;
use crate::desk::reviewing::{Row, progress};
use crate::review::collect::own;
use crate::review::collect::said::{Remark, Said, Supposed};
use crate::run::Run;
use crate::run::answer::numbers;
use crate::run::logfile::{self, Header};
use crate::scenario::edit::Unchanged;
use crate::scenario::parse;
use crate::scenario::raw::Answer;
use crate::scenario::wording::wording;
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

/// The day, as a reviewer's file says it.
#[must_use]
pub fn today(keep: &Keep) -> String {
    keep.store().clock.now().to_zoned(TimeZone::system()).date().to_string()
}

/// Takes what a reviewer says of a question. If it is one that they did not reach and it is not theirs to answer, that
/// is their answer.
pub fn remark(run: &Run, said: &mut Said, row: &Row, remark: Remark) {
    let scenario = run.scenario();
    said.begun.remove(&row.key);
    if let (false, Some(why), Some(decision)) =
        (row.reached, &remark.outside, scenario.decision_called(&row.decision))
    {
        let wording = wording(scenario, decision, row.situation);
        let answer = Answer::Abstain(why.clone());
        let supposed = Supposed { wording, answer, reason: String::new(), sure: None, change: None };
        said.supposed.insert(row.key.clone(), supposed);
    }
    said.remarks.insert(row.key.clone(), remark);
}

/// Takes what was answered to a question that was not reached, from what is unfinished of it. Gives back the question.
///
/// # Errors
/// Why the answer does not fit, in words.
pub fn suppose(run: &Run, pending: &mut Pending, view: &DecisionView) -> Result<Row, Message> {
    let scenario = run.scenario();
    let gone = || Message::new("review-nothing-yet");
    let rows = progress(run, &pending.review).rows;
    let row = rows.into_iter().find(|row| row.key == view.key && !row.reached).ok_or_else(gone)?;
    let decision = scenario.decision_called(&view.id).ok_or_else(gone)?;
    let unfinished = pending.answers.get(&view.key).cloned().unwrap_or_default();
    let answer = unfinished.answer.ok_or_else(gone)?;
    let options = scenario.decision(decision).options.iter().enumerate();
    let open = options.filter(|(_, one)| view.options.iter().any(|open| open.id == one.id));
    let open = open.fold(0u16, |open, (at, _)| open | 1 << at);
    numbers(scenario, decision, &answer, open).map_err(|problem| refusal::answer_problem(run, &view.id, &problem))?;
    let supposed = Supposed {
        wording: wording(scenario, decision, row.situation),
        answer,
        reason: unfinished.reason.trim().to_owned(),
        sure: unfinished.sure,
        change: unfinished.change,
    };
    pending.review.supposed.insert(view.key.clone(), supposed);
    pending.answers.remove(&view.key);
    Ok(row)
}

/// Where the bundle of a run lies, if it is among the scenarios that are at hand.
#[must_use]
pub fn bundle_of(header: &Header, scenarios: Option<&Path>) -> Option<PathBuf> {
    let invitation = header.kept.get(logfile::INVITATION)?;
    let (all, _) = files::all(scenarios).ok()?;
    let is_it = |files: &files::Files| {
        files
            .invitation
            .as_ref()
            .is_some_and(|file| parse::decode(&file.name, file.bytes.clone()).0.text == *invitation)
    };
    all.into_iter().find(is_it)?.folder
}

/// Writes the reviewer's file into a folder, or into the folder where the program was started. It is made anew each
/// time, from all that was said so far. Who they are is their id and the day.
///
/// # Errors
/// What stands in the way, in words.
pub fn write_file(run: &Run, said: &Said, (id, on): (&str, &str), folder: Option<&Path>) -> Result<PathBuf, Message> {
    let Some(about) = &said.about else { return Err(Message::new("review-nothing-yet")) };
    let text = own::file(run, said, about, id, on).map_err(|why| match why {
        Unchanged::Unwritable { character } => {
            Message::new("panel-why-unwritable").with("code", format!("U+{:04X}", u32::from(character)))
        }
        _ => Message::new("panel-why-went-wrong"),
    })?;
    let put = |folder: &Path| {
        let path = folder.join(name(id));
        // The id is this run's own: what is called so was made of it.
        whole_file::put(&path, &text, Before::Anything).map(|()| path)
    };
    let here = Path::new("");
    match folder {
        Some(folder) => put(folder).or_else(|_| put(here)),
        None => put(here),
    }
    .map_err(|why| Message::new("review-not-written").with("name", name(id)).with("why", why))
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
