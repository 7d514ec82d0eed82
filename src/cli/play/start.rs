//! From what was typed to a run that is about to be played: a new one, one that goes on, or one that branches.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::keep::{Keep, Store};
use super::{Begun, Entry, Io, ending};
use crate::cli::args::Play;
use crate::cli::kept::{self, Origin};
use crate::cli::log::{self, LogFile};
use crate::cli::reading::{self, Findings, Ready};
use crate::cli::{Exit, data, files, luck, reports};
use crate::run::Run;
use crate::run::logfile::Header;
use crate::run::plan::{self, Outcome};
use crate::store::clock::Clock;
use crate::store::folder::RunLock;
use crate::store::ids::{PersonId, RunId};
use crate::store::import::{Done, Incoming, Shelf};
use crate::store::lookup;
use crate::store::open::Opened;
use crate::store::records::Kept;
use crate::store::trouble::Trouble;
use crate::store::writer::Writer;
use crate::text::{Message, when};

/// A new run. Plans without a person are played here and now.
pub(super) fn begin(
    args: &Play,
    scenarios: Option<&Path>,
    data: Option<&Path>,
    io: &mut Io<'_>,
) -> io::Result<Result<Begun, Exit>> {
    let typed = args.scenario.as_deref().unwrap_or_default();
    let found = files::one(typed, scenarios).and_then(|files| {
        let plan = args.plan.as_deref().or(args.from.as_deref());
        let plan = plan.map(|plan| files::plan(plan, &files)).transpose()?;
        Ok((files, plan))
    });
    let (files, plan) = match found {
        Ok(found) => found,
        Err(trouble) => {
            io.complain(&trouble)?;
            return Ok(Err(Exit::Trouble));
        }
    };
    let seed = match args.seed.as_deref().map(|typed| (typed, luck::parse(typed))) {
        None => None,
        Some((_, Ok(seed))) => Some(seed),
        Some((typed, Err(fault))) => {
            io.complain(&fault.message(typed))?;
            return Ok(Err(Exit::Trouble));
        }
    };
    let ready = match reading::open(&files, args.variant.as_deref(), plan.as_ref()) {
        Ok(ready) => ready,
        Err(found) => {
            io.findings(&found)?;
            io.complain(&Message::new("play-cannot").with("scenario", &files.name))?;
            return Ok(Err(Exit::Findings));
        }
    };
    if files.panel.is_some() && ready.panel.is_none() {
        io.complain(&Message::new("play-no-panel").with("scenario", &files.name))?;
    }
    let planned = ready.plan.as_ref().map(|(_, plan)| plan.seed);
    let seed = seed.or(planned).unwrap_or_else(luck::any);
    let header = Header::new(&ready.scenario, seed, ready.kept.clone());
    let run = Run::begin_with(Arc::clone(&ready.scenario), seed, args.softer, None);
    let Some((source, raw)) = &ready.plan else {
        return begun(args, data, (run, header, ready), Entry::New, io);
    };
    let played = plan::play_on(run, raw);
    let alone = args.plan.is_some();
    if let Outcome::Stopped { step, why } = &played.outcome {
        let finding = reading::stopped(source, *step, why, &played.run);
        io.findings(&Findings { diagnostics: vec![finding], sources: vec![source.clone()], not_yet: Vec::new() })?;
        if alone {
            return Ok(Err(Exit::Findings));
        }
    }
    if alone {
        return walked(args, (&played.run, header, &ready), io).map(Err);
    }
    begun(args, data, (played.run, header, ready), Entry::FromPlan, io)
}

/// A run that is kept from now on.
fn begun(
    args: &Play,
    data: Option<&Path>,
    (run, header, ready): (Run, Header, Ready),
    entry: Entry,
    io: &mut Io<'_>,
) -> io::Result<Result<Begun, Exit>> {
    let keep = match store(args, data, io)? {
        Ok(store) => Keep::new(header, args.log.clone(), &store),
        Err(exit) => return Ok(Err(exit)),
    };
    match keep {
        Ok(keep) => Ok(Ok(Begun { run, keep, ready, entry })),
        Err(trouble) => {
            io.complain(&trouble)?;
            Ok(Err(Exit::Trouble))
        }
    }
}

/// A recorded walkthrough that nobody plays on with: its log if one was asked for, and its debrief if it ended. It is
/// nobody's work, so that it is not kept.
fn walked(args: &Play, (run, header, ready): (&Run, Header, &Ready), io: &mut Io<'_>) -> io::Result<Exit> {
    if let Some(path) = &args.log
        && let Err(trouble) = LogFile::new(header, path.clone()).and_then(|mut log| log.write(run))
    {
        io.complain(&trouble)?;
        return Ok(Exit::Trouble);
    }
    if run.is_over() {
        let text = reports::debrief(run, ready.panel.as_ref(), false, io.words, io.width);
        for line in text.lines() {
            writeln!(io.out, "{line}")?;
        }
    } else {
        let now = when::moment_long(&ready.scenario.tables().calendar, run.state().clock);
        let steps = ready.plan.as_ref().map_or(0, |(_, plan)| plan.steps.len());
        io.complain(&Message::new("plan-stands").with("steps", steps).with("now", now))?;
    }
    Ok(Exit::Clean)
}

/// What is kept in the data folder, opened for a sitting. If it can't be opened, that is said, and the run is played in
/// memory; the writer tries again as it goes on.
fn store(args: &Play, data: Option<&Path>, io: &mut Io<'_>) -> io::Result<Result<Store, Exit>> {
    let (store, read) = match store_with(args, data, io, |_, _| Ok(()))? {
        Ok(opened) => opened,
        Err(exit) => return Ok(Err(exit)),
    };
    if read.is_none() {
        io.complain(&Message::new("play-in-memory"))?;
    }
    Ok(Ok(store))
}

/// The same, with whatever is to be read before the writer has it; nothing if it can't be opened.
fn store_with<T>(
    args: &Play,
    data: Option<&Path>,
    io: &mut Io<'_>,
    mut read: impl FnMut(&mut Opened, &PersonId) -> Result<T, Trouble>,
) -> io::Result<Result<(Store, Option<T>), Exit>> {
    let named = match args.person.as_deref().map(|typed| PersonId::new(typed).map_err(|_| typed)).transpose() {
        Ok(named) => named,
        Err(typed) => {
            io.complain(&Message::new("person-no-id").with("typed", typed))?;
            return Ok(Err(Exit::Trouble));
        }
    };
    let opened = data::open_for(data, |opened| {
        let person = match &named {
            Some(named) => named.clone(),
            None => lookup::player(opened.records.as_mut())?,
        };
        let read = read(opened, &person)?;
        Ok((person, read))
    });
    let (opened, person, read) = match opened {
        Ok((mut opened, (person, read))) => {
            io.notes(&std::mem::take(&mut opened.notes))?;
            (Some(opened), person, Some(read))
        }
        Err(trouble) => {
            io.complain(&trouble.message())?;
            (None, named.unwrap_or_else(PersonId::fresh), None)
        }
    };
    let again = data.map(Path::to_owned);
    let writer = Writer::start(opened, Box::new(move |damaged| data::open_knowing(again.as_deref(), damaged)));
    let store = Store {
        writer: Arc::new(writer),
        clock: Clock::system(),
        person,
        folder: data::folder(data).ok(),
        named: data::typed(data),
    };
    Ok(Ok((store, read)))
}

/// A run that goes on, or one that branches from it.
pub(super) fn resume(
    args: &Play,
    typed: &str,
    data: Option<&Path>,
    io: &mut Io<'_>,
) -> io::Result<Result<Begun, Exit>> {
    let done = match args.again_from {
        Some(week) => again(args, (typed, week), data, io)?,
        None if kept::is_log(typed) => resume_log(args, Path::new(typed), data, io)?,
        None => resume_run(args, typed, data, io)?,
    };
    match done {
        Ok(begun) => Ok(Ok(begun)),
        Err(None) => Ok(Err(Exit::Trouble)),
        Err(Some(trouble)) => {
            io.complain(&trouble)?;
            Ok(Err(Exit::Trouble))
        }
    }
}

/// What came of an attempt: a run, or what is still to be said of why there is none.
type Attempt = io::Result<Result<Begun, Option<Message>>>;

/// A run of the store.
fn resume_run(args: &Play, typed: &str, data: Option<&Path>, io: &mut Io<'_>) -> Attempt {
    if args.person.is_some() {
        return Ok(Err(Some(Message::new("play-person-with-run"))));
    }
    let found = store_with(args, data, io, |opened, _| {
        let run = match lookup::named(opened.records.as_ref(), typed) {
            Ok(run) => run,
            Err(unknown) => return Ok(Err(unknown)),
        };
        held(opened, &run)
    })?;
    let (store, (kept, lock)) = match found {
        Ok((store, Some(Ok(held)))) => (store, held),
        Ok((_, Some(Err(trouble)))) => return Ok(Err(Some(trouble))),
        Ok((_, None)) | Err(_) => return Ok(Err(None)),
    };
    let from = Origin::Store(kept.entry.run.clone());
    let (ready, run) = match kept::again(&from, &kept.header, &kept.events) {
        Ok(again) => again,
        Err(cannot) => return io.cannot(&cannot).map(|()| Err(None)),
    };
    let log = match args.log.clone().map(|path| LogFile::new(kept.header.clone(), path)).transpose() {
        Ok(log) => log,
        Err(trouble) => return Ok(Err(Some(trouble))),
    };
    let keep = Keep::resume(&kept, lock, log, &store);
    Ok(Ok(Begun { run, keep, ready, entry: Entry::Resumed }))
}

/// A run that is read after its lock was taken: before, another window may have gone on with it.
type Held = (Kept, (PathBuf, RunLock));

fn held(opened: &Opened, run: &RunId) -> Result<Result<Held, Message>, Trouble> {
    let folder = opened.folder.path().to_owned();
    match opened.folder.lock_run(run) {
        Ok(lock) => Ok(Ok((opened.records.run(run)?, (folder, lock)))),
        Err(trouble @ Trouble::InUse { .. }) => Ok(Err(trouble.message())),
        Err(trouble) => Err(trouble),
    }
}

/// A log file: its run goes on in the store as well, and the file goes on with it.
fn resume_log(args: &Play, path: &Path, data: Option<&Path>, io: &mut Io<'_>) -> Attempt {
    if args.log.is_some() {
        return Ok(Err(Some(Message::new("play-log-with-resume"))));
    }
    let opened = match LogFile::open(path) {
        Ok(opened) => opened,
        Err(trouble) => return Ok(Err(Some(trouble))),
    };
    if let Some(aside) = &opened.aside {
        io.complain(&Message::new("log-set-aside").with("aside", aside.display().to_string()))?;
    }
    if let Some(damage) = &opened.log.damage {
        io.complain(&log::damaged(path, damage))?;
    }
    let log = opened.log;
    let (ready, run) = match kept::again(&Origin::Log(path.to_owned()), &log.header, &log.events) {
        Ok(again) => again,
        Err(cannot) => return io.cannot(&cannot).map(|()| Err(None)),
    };
    let found = store_with(args, data, io, |opened, person| {
        let now = Clock::system().now();
        let incoming = Incoming {
            run: None,
            person: person.clone(),
            header: log.header.clone(),
            began: now,
            touched: now,
            events: run.events().to_vec(),
            drafts: None,
        };
        let taken = Shelf::new(&opened.folder, opened.records.as_mut())?.take(std::slice::from_ref(&incoming));
        match taken.into_iter().next() {
            Some(Ok(Done::Behind { run })) => {
                let behind = Message::new("log-behind").with("path", path.display().to_string());
                Ok(Err(behind.with("run", run.as_str())))
            }
            Some(Ok(done)) => held(opened, done.run()).map(|held| held.map(Some)),
            Some(Err(trouble @ Trouble::InUse { .. })) => Ok(Err(trouble.message())),
            Some(Err(trouble)) => Err(trouble),
            None => Ok(Ok(None)),
        }
    })?;
    let keep = match found {
        Ok((store, Some(Ok(Some((kept, lock)))))) => Keep::resume(&kept, lock, Some(opened.file), &store),
        Ok((_, Some(Err(trouble)))) => return Ok(Err(Some(trouble))),
        // The store can't be opened: the log itself is kept in any case.
        Ok((store, _)) => match Keep::new(log.header, None, &store) {
            Ok(mut keep) => {
                keep.with_log(opened.file);
                keep
            }
            Err(trouble) => return Ok(Err(Some(trouble))),
        },
        Err(_) => return Ok(Err(None)),
    };
    Ok(Ok(Begun { run, keep, ready, entry: Entry::Resumed }))
}

/// Another run from a week of one that is left as it is.
fn again(args: &Play, (typed, week): (&str, i32), data: Option<&Path>, io: &mut Io<'_>) -> Attempt {
    let found = match kept::find(typed, data) {
        Ok(found) => found,
        Err(trouble) => return Ok(Err(Some(trouble))),
    };
    io.notes(&found.notes)?;
    if let (Origin::Log(path), Some(damage)) = (&found.from, &found.damage) {
        io.complain(&log::damaged(path, damage))?;
    }
    let (ready, run) = match kept::again(&found.from, &found.header, &found.events) {
        Ok(again) => again,
        Err(cannot) => return io.cannot(&cannot).map(|()| Err(None)),
    };
    let run = match ending::again_from(&run, &found.header, week) {
        Ok(run) => run,
        Err(trouble) => return Ok(Err(Some(trouble))),
    };
    Ok(begun(args, data, (run, found.header, ready), Entry::Again(week), io)?.map_err(|_| None))
}
