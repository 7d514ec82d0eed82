//! `defensible records import`: logs, exports, backups, and folders of them, such as a stick handed round a room.
//!
//! Only ordinary files are read, none that a link leads to out of its folder, and none larger than anything of ours.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde_json::{Value, json};

use super::args::Import;
use super::{Stop, document, find, sheet, whole};
use crate::cli::Exit;
use crate::cli::args::Format;
use crate::cli::play::Io;
use crate::run::logfile;
use crate::sitting::log;
use crate::store::clock::Clock;
use crate::store::export::Someone;
use crate::store::folder::Folder;
use crate::store::ids::{PersonId, RunId};
use crate::store::import::{self, Done, Doubt, Incoming, NoDocument, Shelf};
use crate::store::open::{self, Opened};
use crate::text::Message;

/// The largest file that is read: as large as the largest log.
const MOST_BYTES: u64 = 256 << 20;

/// How deep in folders is looked.
const DEEPEST: usize = 32;

/// How a file of SQLite begins.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// Files that systems leave on a stick, and files that belong to one of ours beside them.
fn is_no_concern(name: &str) -> bool {
    let lower = name.to_lowercase();
    let systems = ["thumbs.db", "desktop.ini", "system volume information", "$recycle.bin", "lost+found"];
    let ours = [".unfinished", ".sqlite-wal", ".sqlite-shm", ".sqlite-journal"];
    name.starts_with('.') || systems.contains(&lower.as_str()) || ours.iter().any(|end| lower.ends_with(end))
}

/// A file that may hold runs.
#[derive(Debug)]
struct Candidate {
    path: PathBuf,
    /// The folder that it lies in below what was named.
    folder: Option<String>,
}

/// What came of the whole.
#[derive(Debug, Default)]
struct Report {
    done: Vec<(PathBuf, PersonId, Done)>,
    /// What could not be taken in, with the run that it is about if it is about one.
    refused: Vec<(PathBuf, Option<RunId>, Message)>,
    /// What was taken in only in part.
    damaged: Vec<(PathBuf, Message)>,
    /// Other things to be told.
    notes: Vec<Message>,
}

/// Imports.
///
/// # Errors
/// What stands in the way of all of it.
pub fn run(args: &Import, opened: &mut Opened, clock: &Clock, io: &mut Io<'_>) -> Result<Exit, Stop> {
    let mut report = Report::default();
    let mut files = Vec::new();
    for path in &args.paths {
        find_files(path, &mut files, &mut report);
    }
    // Reading the file that is open a second time would let go of the locks that keep other windows out of it.
    let own = opened.folder.records().canonicalize().ok();
    files.retain(|file| own.is_none() || file.path.canonicalize().ok() != own);
    let mut names = find::names(opened.records.as_ref())?;
    for file in &files {
        let (runs, people) = match read(file, args.person.as_ref(), clock, &mut report) {
            Ok(read) => read,
            Err(message) => {
                report.refused.push((file.path.clone(), None, message));
                continue;
            }
        };
        take(file, &runs, &opened.folder, opened.records.as_mut(), &mut report)?;
        name(&people, &mut names, opened, &mut report)?;
    }
    if files.is_empty() && report.refused.is_empty() {
        let paths = args.paths.iter().map(|path| Message::verbatim(path.display().to_string())).collect();
        let paths = Message::listed(paths).unwrap_or_else(|| Message::new("nothing"));
        return Err(Stop::Said(Message::new("records-import-nothing").with("path", paths)));
    }
    match args.format {
        Format::Human => human(&report, io)?,
        Format::Json => document(io, "import", value(&report, io))?,
    }
    let spoken = report.notes.iter().chain(report.damaged.iter().map(|(_, message)| message));
    for message in spoken.chain(report.refused.iter().map(|(_, _, message)| message)) {
        io.complain(message)?;
    }
    Ok(match (report.refused.is_empty() && report.damaged.is_empty(), report.done.is_empty()) {
        (true, _) => Exit::Clean,
        (false, false) => Exit::Findings,
        (false, true) => Exit::Trouble,
    })
}

/// Everything at a path that may hold runs, in the order of its names.
fn find_files(path: &Path, files: &mut Vec<Candidate>, report: &mut Report) {
    match fs::metadata(path) {
        Ok(kind) if kind.is_dir() => below(path, 0, None, files, report),
        Ok(_) => files.push(Candidate { path: path.to_owned(), folder: None }),
        Err(error) => report.refused.push((path.to_owned(), None, unreadable(path, &error))),
    }
}

fn below(folder: &Path, depth: usize, name: Option<&str>, files: &mut Vec<Candidate>, report: &mut Report) {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return report.refused.push((folder.to_owned(), None, unreadable(folder, &error))),
    };
    entries.sort_unstable_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, own) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if is_no_concern(&own) {
            continue;
        }
        let mut refuse = |key| report.refused.push((path.clone(), None, at(key, &path)));
        match entry.file_type() {
            Ok(kind) if kind.is_symlink() => refuse("records-import-link"),
            Ok(kind) if kind.is_dir() && depth >= DEEPEST => refuse("records-import-deep"),
            Ok(kind) if kind.is_dir() => below(&path, depth + 1, Some(&own), files, report),
            Ok(_) => files.push(Candidate { path, folder: name.map(str::to_owned) }),
            Err(error) => report.refused.push((path.clone(), None, unreadable(&path, &error))),
        }
    }
}

fn at(key: &'static str, path: &Path) -> Message {
    Message::new(key).with("path", path.display().to_string())
}

fn unreadable(path: &Path, error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::NotFound => at("files-missing", path),
        io::ErrorKind::PermissionDenied => at("files-not-allowed", path),
        _ => at("files-unreadable", path).with("why", error.to_string()),
    }
}

/// Reads the runs of a file, and says whose they are.
fn read(
    file: &Candidate,
    person: Option<&PersonId>,
    clock: &Clock,
    report: &mut Report,
) -> Result<(Vec<Incoming>, Vec<Someone>), Message> {
    let path = &file.path;
    let kind = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if !kind.is_file() {
        return Err(at("files-no-file", path));
    }
    let mut open = File::open(path).map_err(|error| unreadable(path, &error))?;
    let mut bytes = Vec::new();
    let length = SQLITE.len() as u64;
    (&mut open).take(length).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    if bytes == SQLITE {
        drop(open);
        return backup(path, report);
    }
    let rest = (&mut open).take(MOST_BYTES + 1 - length).read_to_end(&mut bytes);
    rest.map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(at("records-import-large", path).with("most", MOST_BYTES >> 20));
    }
    if import::is_document(&bytes) {
        return exported(path, &bytes, report);
    }
    let read = logfile::read(&bytes).map_err(|fault| log::faulty(path, &fault))?;
    let person = match person {
        Some(person) => person.clone(),
        None => whose(file).ok_or_else(|| at("records-import-whose", path))?,
    };
    if let Some(damage) = &read.damage {
        report.damaged.push((path.clone(), log::damaged(path, damage)));
    }
    // When it was played is known from the file alone, if at all.
    let now = clock.now();
    let written = kind.modified().ok().and_then(|time| Timestamp::try_from(time).ok());
    let written = written.and_then(|time| Timestamp::from_second(time.as_second()).ok());
    let written = written.filter(|time| *time <= now).unwrap_or(now);
    let run = Incoming {
        run: None,
        person,
        header: read.header,
        began: written,
        touched: written,
        events: read.events,
        drafts: None,
    };
    Ok((vec![run], Vec::new()))
}

/// Whose a log is, where nobody says so: by the folder that it lies in, else by its own name.
fn whose(file: &Candidate) -> Option<PersonId> {
    let stem = || file.path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    file.folder.as_deref().and_then(PersonId::made_of).or_else(|| PersonId::made_of(&stem()?))
}

/// The runs of an export, as far as they are what was exported.
fn exported(path: &Path, bytes: &[u8], report: &mut Report) -> Result<(Vec<Incoming>, Vec<Someone>), Message> {
    let read = import::document(bytes).map_err(|error| match error {
        NoDocument::NotOurs => at("records-import-no-export", path),
        NoDocument::Newer { version } => at("records-import-newer", path).with("version", version),
        NoDocument::Broken { line, why } => at("records-import-broken", path).with("line", line).with("why", why),
    })?;
    let mut runs = Vec::new();
    for run in read.runs {
        match run {
            Ok(run) => runs.push(run),
            Err((run, doubt)) => {
                let message = match doubt {
                    Doubt::Header(fault) => log::faulty(path, &fault),
                    Doubt::Events | Doubt::Date => at("records-import-changed", path),
                };
                let message = Message::new("records-import-refused").with("run", run.as_str()).with("why", message);
                report.refused.push((path.to_owned(), Some(run), message));
            }
        }
    }
    Ok((runs, read.people))
}

/// The runs of a backup, as far as they prove themselves.
fn backup(path: &Path, report: &mut Report) -> Result<(Vec<Incoming>, Vec<Someone>), Message> {
    let records = open::look(path).map_err(|trouble| trouble.message())?;
    let entries = records.list().map_err(|trouble| trouble.message())?;
    let people = records.people().map_err(|trouble| trouble.message())?;
    let mut runs = Vec::new();
    for entry in entries {
        match records.run(&entry.run) {
            Ok(kept) => runs.push(Incoming::from(kept)),
            Err(trouble) => {
                let message = Message::new("records-import-refused")
                    .with("run", entry.run.as_str())
                    .with("why", trouble.message());
                report.refused.push((path.to_owned(), Some(entry.run), message));
            }
        }
    }
    Ok((runs, people.into_iter().map(|one| Someone { id: one.id, name: one.name }).collect()))
}

fn take(
    file: &Candidate,
    runs: &[Incoming],
    folder: &Folder,
    records: &mut dyn crate::store::records::Records,
    report: &mut Report,
) -> Result<(), Stop> {
    let answers = Shelf::new(folder, records)?.take(runs);
    for (run, answer) in runs.iter().zip(answers) {
        match answer {
            Ok(done) => report.done.push((file.path.clone(), run.person.clone(), done)),
            Err(trouble) => report.refused.push((file.path.clone(), run.run.clone(), trouble.message())),
        }
    }
    Ok(())
}

/// Keeps who people are, where nobody has said otherwise here.
fn name(
    people: &[Someone],
    names: &mut BTreeMap<PersonId, Option<String>>,
    opened: &mut Opened,
    report: &mut Report,
) -> Result<(), Stop> {
    for one in people {
        let Some(name) = &one.name else { continue };
        match names.get(&one.id).cloned().flatten() {
            None => {
                opened.records.name_person(&one.id, Some(name))?;
                names.insert(one.id.clone(), Some(name.clone()));
            }
            Some(here) if here != *name => report.notes.push(
                Message::new("records-import-other-name")
                    .with("id", one.id.as_str())
                    .with("here", here)
                    .with("there", name),
            ),
            Some(_) => {}
        }
    }
    Ok(())
}

/// What became of a run, in a word for a program and a sentence for a person.
fn became(done: &Done) -> (&'static str, Message) {
    match done {
        Done::New { run, events } => (
            "new",
            Message::new("records-import-new").with("run", run.as_str()).with("events", super::say::events(*events)),
        ),
        Done::Renamed { run, was, events } => (
            "renamed",
            Message::new("records-import-renamed")
                .with("run", run.as_str())
                .with("was", was.as_str())
                .with("events", super::say::events(*events)),
        ),
        Done::Known { run } => ("known", Message::new("records-import-known").with("run", run.as_str())),
        Done::Further { run, added } => (
            "further",
            Message::new("records-import-further")
                .with("run", run.as_str())
                .with("events", super::say::events(*added)),
        ),
        Done::Behind { run } => ("behind", Message::new("records-import-behind").with("run", run.as_str())),
    }
}

fn human(report: &Report, io: &mut Io<'_>) -> Result<(), Stop> {
    let words = io.words;
    let mut sheet = sheet(io);
    let mut path = None;
    for (from, person, done) in &report.done {
        if path != Some(from) {
            whole(&mut sheet, "", &from.display().to_string())?;
            path = Some(from);
        }
        let line = Message::new("records-import-line").with("person", person.as_str()).with("what", became(done).1);
        sheet.indented(&words.say(&line), 2, 4)?;
    }
    let count = |wanted: fn(&Done) -> bool| report.done.iter().filter(|(_, _, done)| wanted(done)).count();
    let sums = [
        ("records-import-sum-new", count(|done| matches!(done, Done::New { .. } | Done::Renamed { .. }))),
        ("records-import-sum-further", count(|done| matches!(done, Done::Further { .. }))),
        ("records-import-sum-here", count(|done| !done.changed())),
        ("records-import-sum-refused", report.refused.len()),
    ];
    let sums = sums.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| Message::new(key).with("n", n)).collect();
    if let Some(sums) = Message::listed(sums) {
        sheet.say(&Message::new("records-import-sum").with("sums", sums))?;
    }
    Ok(())
}

fn value(report: &Report, io: &Io<'_>) -> Value {
    let runs: Vec<Value> = report
        .done
        .iter()
        .map(|(path, person, done)| {
            let (was, events) = match done {
                Done::Renamed { was, events, .. } => (Some(was.as_str()), *events),
                Done::New { events, .. } | Done::Further { added: events, .. } => (None, *events),
                Done::Known { .. } | Done::Behind { .. } => (None, 0),
            };
            json!({
                "path": path.display().to_string(),
                "person": person.as_str(),
                "run": done.run().as_str(),
                "did": became(done).0,
                "was": was,
                "events_added": events,
            })
        })
        .collect();
    let refused: Vec<Value> = report
        .refused
        .iter()
        .map(|(path, run, message)| {
            json!({
                "path": path.display().to_string(),
                "run": run.as_ref().map(RunId::as_str),
                "why": io.words.say(message),
            })
        })
        .collect();
    let damaged: Vec<Value> = report
        .damaged
        .iter()
        .map(|(path, message)| json!({ "path": path.display().to_string(), "what": io.words.say(message) }))
        .collect();
    json!({ "runs": runs, "refused": refused, "damaged": damaged })
}
