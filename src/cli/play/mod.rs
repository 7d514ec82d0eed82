//! `defensible play`: the desk in a terminal, and recorded walkthroughs without one.
//!
//! 1. [`run`] finds the scenario, the plan and the log, and says what stands in the way;
//! 2. [`session`] is the sitting: what is asked, what is kept;
//! 3. [`desk`], [`forms`] and [`decide`] are its places, [`show`] what they draw, [`ending`] what follows the end;
//! 4. [`keep`] keeps the run; [`names`] and [`dates`] understand what is typed.

pub mod dates;
pub mod decide;
pub mod desk;
pub mod ending;
pub mod forms;
pub mod keep;
pub mod names;
pub mod plans;
pub mod session;
pub mod show;

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use super::args::Play;
use super::kept::{self, Cannot, From};
use super::log::LogFile;
use super::reading::{self, Findings, Ready};
use super::term::{self, Term};
use super::{Exit, data, diagnostics, files, luck, reports};
use crate::run::Run;
use crate::run::event::What;
use crate::run::logfile::Header;
use crate::run::plan::{self, Outcome};
use crate::store::clock::Clock;
use crate::store::folder::RunLock;
use crate::store::ids::{PersonId, RunId};
use crate::store::import::{Done, Incoming, Shelf};
use crate::store::open::{Note, Opened};
use crate::store::records::Kept;
use crate::store::trouble::Trouble;
use crate::store::writer::Writer;
use crate::text::{Catalogue, Message, when};
use ending::After;
use keep::{Keep, Store};
use session::{Halt, KeptAs, Place, Session, Step};

/// What the command line hands over: where to read and write, and in what words.
pub struct Io<'t> {
    pub out: &'t mut dyn Write,
    pub err: &'t mut dyn Write,
    pub input: &'t mut dyn BufRead,
    pub words: &'t Catalogue,
    pub width: usize,
    /// What is typed does not show by itself.
    pub echo: bool,
}

impl std::fmt::Debug for Io<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Io").field("width", &self.width).finish_non_exhaustive()
    }
}

impl Io<'_> {
    /// Says something that is no data: on standard error.
    pub fn complain(&mut self, message: &Message) -> io::Result<()> {
        // Not wrapped: it may hold a path or a command that is to be copied.
        writeln!(self.err, "{}", term::printable(&self.words.say(message)))
    }

    /// Says how what is kept was opened, if there is anything to say.
    pub fn notes(&mut self, notes: &[Note]) -> io::Result<()> {
        notes.iter().try_for_each(|note| self.complain(&note.message()))
    }

    /// Says why a run can't be played again.
    pub fn cannot(&mut self, cannot: &Cannot) -> io::Result<()> {
        match cannot {
            Cannot::Read(found, message) => {
                self.findings(found)?;
                self.complain(message)
            }
            Cannot::Replay(message) => self.complain(message),
        }
    }

    /// Shows what was found in files, on standard error.
    pub fn findings(&mut self, found: &Findings) -> io::Result<()> {
        write!(self.err, "{}", diagnostics::render(&found.diagnostics, &found.sources(), true))
    }
}

/// A run that is about to be played.
struct Begun {
    run: Run,
    keep: Keep,
    ready: Ready,
    entry: Entry,
}

/// How a person comes to a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    /// It is new: the briefing comes first.
    New,
    /// A walkthrough was played up to here.
    FromPlan,
    /// It goes on.
    Resumed,
    /// It branched from another at the start of this week.
    Again(i32),
}

/// Plays.
///
/// # Errors
/// If the terminal is gone.
pub fn run(args: &Play, scenarios: Option<&Path>, data: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let begun = match &args.resume {
        Some(typed) => resume(args, typed, data, &mut io)?,
        None => begin(args, scenarios, data, &mut io)?,
    };
    match begun {
        Ok(begun) => sitting(begun, io),
        Err(exit) => Ok(exit),
    }
}

/// A new run. Plans without a person are played here and now.
fn begin(
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
    let run = Run::begin_with(std::sync::Arc::clone(&ready.scenario), seed, args.softer, None);
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
            None => data::player(opened.records.as_mut())?,
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
        writer: std::sync::Arc::new(writer),
        clock: Clock::system(),
        person,
        folder: data::folder(data).ok(),
        named: data::typed(data),
    };
    Ok(Ok((store, read)))
}

/// A run that goes on, or one that branches from it.
fn resume(args: &Play, typed: &str, data: Option<&Path>, io: &mut Io<'_>) -> io::Result<Result<Begun, Exit>> {
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
        let run = match data::named(opened.records.as_ref(), typed) {
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
    let from = From::Store(kept.entry.run.clone());
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
        io.complain(&super::log::damaged(path, damage))?;
    }
    let log = opened.log;
    let (ready, run) = match kept::again(&From::Log(path.to_owned()), &log.header, &log.events) {
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
    if let (From::Log(path), Some(damage)) = (&found.from, &found.damage) {
        io.complain(&super::log::damaged(path, damage))?;
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

/// Sits down, and stays until the person leaves.
fn sitting(begun: Begun, io: Io<'_>) -> io::Result<Exit> {
    let Begun { run, keep, ready, entry } = begun;
    let term = Term::new(io.out, io.input, io.words, io.width, io.echo);
    let mut session = Session::new(term, run, keep, ready.panel);
    let result = session.play(entry);
    match result {
        Ok(()) => {}
        Err(Halt::Io(error)) => return Err(error),
        Err(Halt::Quit | Halt::End) => session.goodbye()?,
    }
    Ok(Exit::Clean)
}

impl Session<'_> {
    fn play(&mut self, entry: Entry) -> Step<()> {
        match entry {
            Entry::New => {
                if !self.brief()? {
                    return Ok(());
                }
            }
            Entry::Resumed => {
                self.keep()?;
                self.welcome_back()?;
            }
            Entry::FromPlan => {
                self.keep()?;
                self.term.tell("tty-from-plan")?;
                self.say_begun()?;
            }
            Entry::Again(week) => {
                self.keep()?;
                self.say_again(week)?;
            }
        }
        loop {
            if !self.run.is_over() {
                self.keep()?;
                self.sit()?;
            }
            match self.after_the_end()? {
                After::Leave => {
                    return self.say_over();
                }
                After::Again(week) => self.try_again(week)?,
            }
        }
    }

    /// Begins another run from a week of this one, with a log of its own.
    fn try_again(&mut self, week: i32) -> Step<()> {
        let begun = ending::again_from(&self.run, self.keep.header(), week)
            .and_then(|run| Ok((run, Keep::new(self.keep.header().clone(), None, self.keep.store())?)));
        match begun {
            Ok((run, keep)) => {
                self.run = run;
                self.keep = keep;
                self.reading = None;
                self.numbers.clear();
                self.keep()?;
                self.say_again(week)?;
            }
            Err(message) => self.term.say(&message)?,
        }
        Ok(())
    }

    /// The briefing: what is in it and the way out first, then the rest. False if the person leaves.
    fn brief(&mut self) -> Step<bool> {
        let seed = self.run.seed();
        let scenario = std::sync::Arc::clone(self.run.scenario());
        let briefing = crate::desk::briefing::briefing(&scenario, self.panel.as_ref(), &luck::shown(seed));
        self.term.title(&briefing.content_heading)?;
        for note in &briefing.content {
            let note = self.term.words.say(note);
            self.term.labelled("  - ", &note)?;
        }
        self.term.gap()?;
        for line in &briefing.way_out {
            self.term.say(line)?;
        }
        if let Some(softer) = briefing.softer.as_ref().filter(|_| !self.run.softer()) {
            self.term.say(softer)?;
            self.term.tell("tty-brief-softer")?;
        }
        self.term.gap()?;
        self.term.tell("tty-brief-first")?;
        if !self.brief_answer(&scenario)? {
            return Ok(false);
        }
        self.show_briefing(&briefing)?;
        self.term.gap()?;
        let start = self.term.words.say(&briefing.start);
        self.term.say(&Message::new("tty-brief-start").with("start", start))?;
        if !self.brief_answer(&scenario)? {
            return Ok(false);
        }
        self.keep()?;
        self.say_begun()?;
        Ok(true)
    }

    /// Where what is done is kept, once it is certain that it can be.
    fn say_begun(&mut self) -> Step<()> {
        if self.is_failing() {
            return Ok(());
        }
        self.term.gap()?;
        self.say_where()
    }

    /// Under what name the run is kept, and in what file.
    pub(super) fn say_where(&mut self) -> Step<()> {
        if let Some(run) = self.keep.run() {
            let message = Message::new("tty-kept-as").with("run", run.as_str());
            self.term.say(&message)?;
        }
        if let Some(path) = self.keep.log() {
            let message = Message::new("tty-log").with("path", path.display().to_string());
            self.term.say(&message)?;
        }
        Ok(())
    }

    /// After the last word: where the run is, for whoever wants to look at it again.
    fn say_over(&mut self) -> Step<()> {
        let luck = luck::shown(self.run.seed());
        let kept = self.kept_as();
        if let Some(KeptAs::Run(run)) = &kept {
            let message = Message::new("tty-over-kept").with("run", run).with("luck", &luck);
            let command = self.command_line(&format!("debrief {run}"));
            self.term.say(&message)?;
            self.term.raw(&command)?;
        }
        match (&kept, self.keep.log()) {
            (Some(KeptAs::Run(_)), Some(path)) => {
                let message = Message::new("tty-over-log").with("path", path.display().to_string());
                self.term.say(&message)?;
            }
            (Some(KeptAs::Log(path)), _) => {
                let message = Message::new("tty-over-kept").with("run", path).with("luck", luck);
                let command = self.command_line(&format!("debrief {}", quoted(path)));
                self.term.say(&message)?;
                self.term.raw(&command)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn say_again(&mut self, week: i32) -> Step<()> {
        self.term.say(&Message::new("tty-again-begun").with("week", i64::from(week)))?;
        self.say_begun()
    }

    /// On, softer, or away.
    fn brief_answer(&mut self, scenario: &std::sync::Arc<crate::scenario::model::Scenario>) -> Step<bool> {
        loop {
            match self.ask(Place::Briefing)?.to_lowercase().as_str() {
                "" | "on" | "start" | "yes" | "y" => return Ok(true),
                "softer" => {
                    let on = !self.run.softer();
                    self.run = Run::begin_with(std::sync::Arc::clone(scenario), self.run.seed(), on, None);
                    self.term.tell(if on { "tty-softer-on" } else { "tty-softer-now-off" })?;
                }
                "back" | "b" | "no" | "n" | "not now" | "leave" => {
                    self.term.tell("tty-brief-left")?;
                    return Ok(false);
                }
                _ => self.term.tell("tty-brief-how")?,
            }
        }
    }

    fn show_briefing(&mut self, briefing: &crate::desk::briefing::Briefing) -> Step<()> {
        self.term.heading(&briefing.title)?;
        if let Some(line) = &briefing.one_line {
            self.term.text(line)?;
        }
        self.term.gap()?;
        self.term.say(&briefing.you_are)?;
        for (person, about) in &briefing.people {
            match about {
                Some(about) => {
                    let line = Message::new("tty-fact").with("label", &person.name).with("text", about);
                    self.term.say(&line)?;
                }
                None => self.term.text(&person.name)?,
            }
        }
        self.term.say(&briefing.starts)?;
        self.term.title(&briefing.expected_heading)?;
        for line in &briefing.expected {
            let line = self.term.words.say(line);
            self.term.labelled("  - ", &line)?;
        }
        if !briefing.objectives.is_empty() {
            self.term.title(&briefing.objectives_heading)?;
        }
        for (theme, text) in &briefing.objectives {
            let theme = self.term.words.say(theme);
            let line = self.term.words.say(&Message::new("tty-fact").with("label", theme).with("text", text));
            self.term.labelled("  - ", &line)?;
        }
        self.term.title(&Message::new("tty-brief-works"))?;
        let code =
            Message::new("tty-brief-luck").with("code", &briefing.luck_code).with("luck", briefing.luck.clone());
        let code = self.term.words.say(&code);
        self.term.labelled("  - ", &code)?;
        for note in &briefing.notes {
            let mut text = self.term.words.say(&note.heading);
            for line in &note.text {
                text.push_str(if text.ends_with('.') { " " } else { ". " });
                text.push_str(&self.term.words.say(line));
            }
            self.term.labelled("  - ", &text)?;
        }
        Ok(())
    }

    /// Where a run that is gone on with stands.
    fn welcome_back(&mut self) -> Step<()> {
        let title = crate::desk::moment(&self.run).title;
        self.term.heading(&title)?;
        let decided = self.run.events().iter().filter(|event| matches!(event.what, What::Decided { .. })).count();
        let seed = luck::shown(self.run.seed());
        self.term.say(&Message::new("tty-welcome-back").with("luck", seed).with("decided", decided))?;
        Ok(())
    }

    /// The person leaves before the end: where the log is, and how to go on.
    fn goodbye(&mut self) -> io::Result<()> {
        if self.is_failing() {
            self.term.tell("tty-goodbye-lost")?;
        }
        let typed = match self.kept_as() {
            Some(KeptAs::Run(run)) => run,
            Some(KeptAs::Log(path)) => quoted(&path),
            None => return self.term.tell("tty-goodbye-nothing"),
        };
        self.term.gap()?;
        self.term.tell(if self.is_failing() { "tty-goodbye-partly" } else { "tty-goodbye" })?;
        let command = self.command_line(&format!("play --resume {typed}"));
        self.term.raw(&command)
    }

    /// A command as it is to be typed, with the data folder if that was typed too.
    fn command_line(&self, command: &str) -> String {
        let place = self.keep.store().named.as_deref();
        let place =
            place.map_or_else(String::new, |folder| format!(" --data-dir {}", quoted(&folder.display().to_string())));
        format!("  defensible{place} {command}")
    }
}

/// A path as a shell takes it.
fn quoted(path: &str) -> String {
    let plain = path.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '\\' | '.' | '-' | '_' | ':'));
    if plain { path.to_owned() } else { format!("'{}'", path.replace('\'', "'\\''")) }
}
