//! From what was typed to a run that is about to be played: a new one, one that goes on, or one that branches.

use std::io;
use std::path::{Path, PathBuf};

use super::{Begun, Entry, Io};
use crate::cli::args::Play;
use crate::cli::{Exit, reports};
use crate::run::plan::{self, Outcome};
use crate::sitting::again::again_from;
use crate::sitting::data::Store;
use crate::sitting::keep::Keep;
use crate::sitting::kept::{self, Origin};
use crate::sitting::log::{self, LogFile};
use crate::sitting::reading::{self, Findings};
use crate::sitting::start::{self, Fresh};
use crate::sitting::{files, luck};
use crate::store::clock::Clock;
use crate::store::ids::PersonId;
use crate::store::import::{Done, Incoming, Shelf};
use crate::store::lookup;
use crate::store::open::Opened;
use crate::store::trouble::Trouble;
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
    let mut fresh = match start::fresh(&files, args.variant.as_deref(), plan.as_ref(), seed, args.softer) {
        Ok(fresh) => fresh,
        Err(cannot) => {
            io.cannot(&cannot)?;
            return Ok(Err(Exit::Findings));
        }
    };
    for note in std::mem::take(&mut fresh.notes) {
        io.complain(&note)?;
    }
    let Some((source, raw)) = &fresh.ready.plan else {
        return begun(args, data, fresh, (Entry::New, files.folder), io);
    };
    let played = plan::play_on(fresh.run, raw);
    fresh.run = played.run;
    let alone = args.plan.is_some();
    if let Outcome::Stopped { step, why } = &played.outcome {
        let finding = reading::stopped(source, *step, why, &fresh.run);
        io.findings(&Findings { diagnostics: vec![finding], sources: vec![source.clone()], not_yet: Vec::new() })?;
        if alone {
            return Ok(Err(Exit::Findings));
        }
    }
    if alone {
        return walked(args, fresh, io).map(Err);
    }
    begun(args, data, fresh, (Entry::FromPlan, files.folder), io)
}

/// A run that is kept from now on.
fn begun(
    args: &Play,
    data: Option<&Path>,
    fresh: Fresh,
    (entry, folder): (Entry, Option<PathBuf>),
    io: &mut Io<'_>,
) -> io::Result<Result<Begun, Exit>> {
    let store = match store_with(args, data, io, |_, _| Ok(()))? {
        Ok((store, read)) => {
            if read.is_none() {
                io.complain(&Message::new("play-in-memory"))?;
            }
            store
        }
        Err(exit) => return Ok(Err(exit)),
    };
    match fresh.kept(args.log.clone(), &store) {
        Ok(begun) => Ok(Ok(Begun { begun, entry, folder })),
        Err(trouble) => {
            io.complain(&trouble)?;
            Ok(Err(Exit::Trouble))
        }
    }
}

/// A recorded walkthrough that nobody plays on with: its log if one was asked for, and its debrief if it ended. It is
/// nobody's work, so that it is not kept.
fn walked(args: &Play, fresh: Fresh, io: &mut Io<'_>) -> io::Result<Exit> {
    let Fresh { run, header, ready, .. } = fresh;
    if let Some(path) = &args.log
        && let Err(trouble) = LogFile::new(header, path.clone()).and_then(|mut log| log.write(&run))
    {
        io.complain(&trouble)?;
        return Ok(Exit::Trouble);
    }
    if run.is_over() {
        let text = reports::debrief(&run, ready.panel.as_ref(), false, io.words, io.width);
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

/// What is kept in the data folder, opened for a sitting, with whatever is to be read before the writer has it. If it
/// can't be opened, that is said, and nothing is read.
fn store_with<T>(
    args: &Play,
    data: Option<&Path>,
    io: &mut Io<'_>,
    read: impl FnMut(&mut Opened, &PersonId) -> Result<T, Trouble>,
) -> io::Result<Result<(Store, Option<T>), Exit>> {
    let person = match args.person.as_deref().map(|typed| PersonId::new(typed).map_err(|_| typed)).transpose() {
        Ok(person) => person,
        Err(typed) => {
            io.complain(&Message::new("person-no-id").with("typed", typed))?;
            return Ok(Err(Exit::Trouble));
        }
    };
    let (store, read) = Store::open_reading(data, person.as_ref(), read);
    io.notes(&store.notes())?;
    if let Err(trouble) = &read {
        io.complain(&trouble.message())?;
    }
    Ok(Ok((store, read.ok())))
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
    let found = store_with(args, data, io, |opened, _| match lookup::named(opened.records.as_ref(), typed) {
        Ok(run) => start::hold(opened, &run),
        Err(unknown) => Ok(Err(unknown)),
    })?;
    let (store, held) = match found {
        Ok((store, Some(Ok(held)))) => (store, held),
        Ok((_, Some(Err(trouble)))) => return Ok(Err(Some(trouble))),
        Ok((_, None)) | Err(_) => return Ok(Err(None)),
    };
    match held.go_on(args.log.clone(), &store) {
        Ok(begun) => Ok(Ok(Begun { begun, entry: Entry::Resumed, folder: None })),
        Err(cannot) => io.cannot(&cannot).map(|()| Err(None)),
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
            Some(Ok(done)) => start::hold(opened, done.run()).map(|held| held.map(Some)),
            Some(Err(trouble @ Trouble::InUse { .. })) => Ok(Err(trouble.message())),
            Some(Err(trouble)) => Err(trouble),
            None => Ok(Ok(None)),
        }
    })?;
    let begun = match found {
        Ok((store, Some(Ok(Some(held))))) => held.played(run, ready, Some(opened.file), &store),
        Ok((_, Some(Err(trouble)))) => return Ok(Err(Some(trouble))),
        // The store can't be opened: the log itself is kept in any case.
        Ok((store, _)) => match Keep::new(log.header, None, &store) {
            Ok(mut keep) => {
                keep.with_log(opened.file);
                start::Begun { run, keep, ready, notes: Vec::new() }
            }
            Err(trouble) => return Ok(Err(Some(trouble))),
        },
        Err(_) => return Ok(Err(None)),
    };
    Ok(Ok(Begun { begun, entry: Entry::Resumed, folder: None }))
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
    let run = match again_from(&run, &found.header, week) {
        Ok(run) => run,
        Err(trouble) => return Ok(Err(Some(trouble))),
    };
    let fresh = Fresh { run, header: found.header, ready, notes: Vec::new() };
    Ok(begun(args, data, fresh, (Entry::Again(week), None), io)?.map_err(|_| None))
}
