//! Reading an author's files: the only door from a path to a text.
//!
//! In goes what a person typed; out come the bytes of a scenario with its panel and its plans, or what stands in the
//! way, in words. Only regular files are read, never one that a link takes out of its folder, and never more of one
//! than any file of ours may have.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::bundled::{self, Bundled};
use crate::text::Message;

/// The largest file that is read at all: `parse` has limits of its own below it.
const MOST_BYTES: u64 = 16 << 20;

/// A file as it was read: no more than its bytes are known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bytes {
    /// As the person who typed the path would name it.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The files of one scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    /// Its folder's name, or its file's.
    pub name: String,
    /// Where it lies; nothing if it is built in.
    pub folder: Option<PathBuf>,
    pub scenario: Bytes,
    pub panel: Option<Bytes>,
    /// Of a bundle: whoever plays it is a reviewer.
    pub invitation: Option<Bytes>,
    pub plans: Vec<Bytes>,
}

/// What is known at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Whole scenarios, and what stands in the way of others.
    Scenarios(Vec<Files>, Vec<Message>),
    /// One file of forms, rules or holidays.
    Other(Bytes),
}

/// The kinds of an author's files, by the end of their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Scenario,
    Panel,
    Plan,
    Invitation,
    Other,
}

impl Kind {
    /// The kind of a file, and what its name begins with: `tiny.panel.ron` belongs to `tiny.scenario.ron`.
    #[must_use]
    pub fn of(name: &str) -> (Self, &str) {
        if name == "invitation.ron" {
            return (Self::Invitation, "");
        }
        for (kind, whole) in [(Self::Scenario, "scenario.ron"), (Self::Panel, "panel.ron")] {
            if name == whole {
                return (kind, "");
            }
            if let Some(stem) = name.strip_suffix(whole).and_then(|stem| stem.strip_suffix('.')) {
                return (kind, stem);
            }
        }
        match name.strip_suffix(".plan.ron") {
            Some(stem) => (Self::Plan, stem),
            None => (Self::Other, name),
        }
    }
}

/// A path as a person reads it.
fn shown(path: &Path) -> String {
    let text = path.display().to_string();
    text.strip_prefix("./").map_or_else(|| text.clone(), str::to_owned)
}

fn trouble(key: &'static str, path: &Path) -> Message {
    Message::new(key).with("path", shown(path))
}

fn unreadable(path: &Path, error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::NotFound => trouble("files-missing", path),
        io::ErrorKind::PermissionDenied => trouble("files-not-allowed", path),
        _ => trouble("files-unreadable", path).with("why", error.to_string()),
    }
}

/// Reads a file that lies in `folder`.
///
/// # Errors
/// What stands in the way, in words.
pub fn read(path: &Path, folder: &Path) -> Result<Bytes, Message> {
    let kind = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if kind.is_dir() {
        return Err(trouble("files-folder", path));
    }
    if !kind.is_file() {
        return Err(trouble("files-no-file", path));
    }
    let real = path.canonicalize().map_err(|error| unreadable(path, &error))?;
    let home = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let home = home.canonicalize().map_err(|error| unreadable(home, &error))?;
    if !real.starts_with(home) {
        return Err(trouble("files-leaves", path).with("target", shown(&real)));
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(|error| unreadable(path, &error))?;
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(trouble("files-too-large", path).with("most", MOST_BYTES >> 20));
    }
    Ok(Bytes { name: shown(path), bytes })
}

/// Everything that can be checked at a path, or under a name.
///
/// # Errors
/// What stands in the way, in words.
pub fn find(typed: &str, scenarios: Option<&Path>) -> Result<Found, Message> {
    let path = Path::new(typed);
    if let Ok(kind) = fs::metadata(path) {
        if kind.is_dir() {
            let (found, troubles) = in_folder(path)?;
            if !found.is_empty() || !troubles.is_empty() {
                return Ok(Found::Scenarios(found, troubles));
            }
        } else {
            return at_file(path);
        }
    }
    match named(typed, scenarios)? {
        Some(files) => Ok(Found::Scenarios(vec![files], Vec::new())),
        None if path.is_dir() => Err(trouble("files-no-scenario-in", path)),
        None => Err(nowhere(typed, scenarios)),
    }
}

/// One scenario, at a path or under a name, to be played.
///
/// # Errors
/// What stands in the way, in words.
pub fn one(typed: &str, scenarios: Option<&Path>) -> Result<Files, Message> {
    match find(typed, scenarios)? {
        Found::Scenarios(mut found, mut troubles) => match (found.len(), troubles.len()) {
            (1, 0) => Ok(found.remove(0)),
            (0, _) => Err(troubles.remove(0)),
            (_, 0) => Err(Message::new("files-several")
                .with("path", typed)
                .with("first", found.first().map_or_else(String::new, |files| files.name.clone()))),
            _ => Err(troubles.remove(0)),
        },
        Found::Other(bytes) => Err(Message::new("files-no-scenario").with("path", bytes.name)),
    }
}

/// A plan: a path, or the name of one that lies beside the scenario.
///
/// # Errors
/// What stands in the way, in words.
pub fn plan(typed: &str, files: &Files) -> Result<Bytes, Message> {
    let path = Path::new(typed);
    if path.exists() {
        return read(path, path.parent().unwrap_or(Path::new("")));
    }
    let plans = || files.plans.iter();
    let last = |name: &str| name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
    let beside = plans().find(|plan| {
        let name = last(&plan.name);
        name == typed || Kind::of(&name) == (Kind::Plan, typed)
    });
    beside.cloned().ok_or_else(|| {
        let stems: Vec<String> = plans().map(|plan| Kind::of(&last(&plan.name)).1.to_owned()).collect();
        let names = Message::listed(stems.iter().map(Message::verbatim).collect());
        let message = Message::new(if names.is_some() { "files-no-plan" } else { "files-no-plans" });
        let message = message.with("path", typed).with("scenario", &files.name);
        names.map_or(message.clone(), |names| message.with("names", names))
    })
}

/// A scenario by its name: in the folder of scenarios that was given, or built in.
fn named(name: &str, scenarios: Option<&Path>) -> Result<Option<Files>, Message> {
    if name.contains(['/', '\\']) || name.starts_with('.') {
        return Ok(None);
    }
    if let Some(folder) = scenarios {
        // As the library names them: by their folder, by what their file's name begins with, or by the folder itself.
        let own = folder.join(name);
        if own.join("scenario.ron").exists() {
            return folder_of(&own, "").map(Some);
        }
        if folder.join(format!("{name}.scenario.ron")).exists() {
            return folder_of(folder, name).map(Some);
        }
        if name == own_name(folder) && folder.join("scenario.ron").exists() {
            return folder_of(folder, "").map(Some);
        }
    }
    Ok(bundled::scenario(name).and_then(|found| built_in(&found)))
}

/// What a folder is called.
fn own_name(folder: &Path) -> String {
    folder.file_name().and_then(|name| name.to_str()).map_or_else(|| shown(folder), str::to_owned)
}

fn built_in(found: &Bundled) -> Option<Files> {
    let bytes =
        |name: &str, text: &str| Bytes { name: format!("{}/{name}", found.slug), bytes: text.as_bytes().to_vec() };
    let of = |wanted: Kind| found.files.iter().filter(move |file| Kind::of(file.name).0 == wanted);
    Some(Files {
        name: found.slug.to_owned(),
        folder: None,
        scenario: bytes("scenario.ron", found.file("scenario.ron")?),
        panel: found.file("panel.ron").map(|text| bytes("panel.ron", text)),
        invitation: None,
        plans: of(Kind::Plan).map(|file| bytes(file.name, file.text)).collect(),
    })
}

/// Every scenario that is at hand: those of the folder that was given, then those built in that it does not replace.
///
/// # Errors
/// If the folder can't be read.
pub fn all(scenarios: Option<&Path>) -> Result<(Vec<Files>, Vec<Message>), Message> {
    let (mut found, troubles) = match scenarios {
        Some(folder) => in_folder(folder)?,
        None => (Vec::new(), Vec::new()),
    };
    for one in bundled::scenarios() {
        if !found.iter().any(|files| files.name == one.slug) {
            found.extend(built_in(&one));
        }
    }
    Ok((found, troubles))
}

/// The scenario of a folder, or those of the folders in it.
fn in_folder(folder: &Path) -> Result<(Vec<Files>, Vec<Message>), Message> {
    if folder.join("scenario.ron").symlink_metadata().is_ok() {
        return Ok((vec![folder_of(folder, "")?], Vec::new()));
    }
    let (mut found, mut troubles) = (Vec::new(), Vec::new());
    for (name, path) in listing(folder)? {
        let inside = path.join("scenario.ron");
        let scenario = if inside.symlink_metadata().is_ok() {
            folder_of(&path, "")
        } else if let (Kind::Scenario, stem) = Kind::of(&name) {
            folder_of(folder, stem)
        } else {
            continue;
        };
        match scenario {
            Ok(files) => found.push(files),
            Err(message) => troubles.push(message),
        }
    }
    Ok((found, troubles))
}

/// What lies in a folder, by name.
fn listing(folder: &Path) -> Result<Vec<(String, PathBuf)>, Message> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let entry = entry.map_err(|error| unreadable(folder, &error))?;
        if let Ok(name) = entry.file_name().into_string() {
            all.push((name, entry.path()));
        }
    }
    all.sort_unstable();
    Ok(all)
}

/// The files of a scenario whose names begin with `stem`; none for the usual names.
fn folder_of(folder: &Path, stem: &str) -> Result<Files, Message> {
    let called = |name: &str| if stem.is_empty() { name.to_owned() } else { format!("{stem}.{name}") };
    let scenario = read(&folder.join(called("scenario.ron")), folder)?;
    let (mut panel, mut invitation, mut plans) = (None, None, Vec::new());
    for (name, path) in listing(folder)? {
        match Kind::of(&name) {
            (Kind::Panel, of) if of == stem => panel = Some(read(&path, folder)?),
            (Kind::Invitation, of) if of == stem => invitation = Some(read(&path, folder)?),
            (Kind::Plan, of) if stem.is_empty() || of.split('.').next() == Some(stem) => {
                plans.push(read(&path, folder)?)
            }
            _ => {}
        }
    }
    let name = if stem.is_empty() { own_name(folder) } else { stem.to_owned() };
    Ok(Files { name, folder: Some(folder.to_owned()), scenario, panel, invitation, plans })
}

/// What belongs to a file that was named.
fn at_file(path: &Path) -> Result<Found, Message> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    if !name.ends_with(".ron") {
        // What is no regular file says so; anything else is the wrong one.
        read(path, folder)?;
        return Err(trouble("files-no-ron", path));
    }
    let (kind, stem) = Kind::of(name);
    let beside = |stem: &str| {
        let usual = folder.join("scenario.ron");
        let own = folder.join(format!("{stem}.scenario.ron"));
        if stem.is_empty() || !own.exists() { (usual, String::new()) } else { (own, stem.to_owned()) }
    };
    let (scenario, stem) = match kind {
        Kind::Scenario => return Ok(Found::Scenarios(vec![folder_of(folder, stem)?], Vec::new())),
        Kind::Panel | Kind::Invitation => beside(stem),
        Kind::Plan => beside(stem.split('.').next().unwrap_or_default()),
        Kind::Other => return read(path, folder).map(Found::Other),
    };
    let bytes = read(path, folder)?;
    if !scenario.exists() {
        return Err(trouble("files-no-scenario-beside", path));
    }
    let mut files = folder_of(folder, &stem)?;
    // Only what was named is looked at, with the scenario that it belongs to.
    (files.panel, files.plans) = match kind {
        Kind::Panel => (Some(bytes), Vec::new()),
        Kind::Plan => (None, vec![bytes]),
        _ => (None, Vec::new()),
    };
    Ok(Found::Scenarios(vec![files], Vec::new()))
}

/// Nothing lies there, and nothing is called so.
fn nowhere(typed: &str, scenarios: Option<&Path>) -> Message {
    let names: Vec<String> =
        all(scenarios).map(|(found, _)| found.into_iter().map(|files| files.name).collect()).unwrap_or_default();
    let near = crate::scenario::compile::names::nearest(typed, names.iter().map(String::as_str));
    match near {
        Some(near) => Message::new("files-nowhere-near").with("typed", typed).with("near", near),
        None => {
            let names = Message::listed(names.iter().map(Message::verbatim).collect());
            let message = Message::new("files-nowhere").with("typed", typed);
            names.map_or(message.clone(), |names| message.with("names", names))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_the_end_of_their_names() {
        assert_eq!(Kind::of("scenario.ron"), (Kind::Scenario, ""));
        assert_eq!(Kind::of("tiny.scenario.ron"), (Kind::Scenario, "tiny"));
        assert_eq!(Kind::of("tiny.panel.ron"), (Kind::Panel, "tiny"));
        assert_eq!(Kind::of("tiny.good.plan.ron"), (Kind::Plan, "tiny.good"));
        assert_eq!(Kind::of("good.plan.ron"), (Kind::Plan, "good"));
        assert_eq!(Kind::of("invitation.ron"), (Kind::Invitation, ""));
        assert_eq!(Kind::of("myscenario.ron"), (Kind::Other, "myscenario.ron"));
    }

    #[test]
    fn a_scenario_is_found_by_name_and_by_folder() {
        let files = one("missed-monday", None).unwrap();
        assert_eq!((files.name.as_str(), files.folder.is_none(), files.plans.len()), ("missed-monday", true, 4));
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        let files = one("missed-monday", Some(&folder)).unwrap();
        assert!(files.folder.is_some());
        let typed = folder.join("missed-monday/scenario.ron");
        assert_eq!(one(typed.to_str().unwrap(), None).unwrap().plans.len(), 4);
        let near = one("mised-monday", None).unwrap_err();
        assert_eq!(near.key, "files-nowhere-near");
    }

    #[test]
    fn a_plan_is_found_by_name_beside_its_scenario() {
        let files = one("missed-monday", None).unwrap();
        assert_eq!(plan("good", &files).unwrap().name, "missed-monday/good.plan.ron");
        assert_eq!(plan("good.plan.ron", &files).unwrap().name, "missed-monday/good.plan.ron");
        assert_eq!(plan("best", &files).unwrap_err().key, "files-no-plan");
    }
}
