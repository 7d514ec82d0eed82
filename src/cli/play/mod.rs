//! `defensible play`: the desk in a terminal, and recorded walkthroughs without one.
//!
//! 1. [`run`] finds the scenario, the plan and the log, and says what stands in the way;
//! 2. [`session`] is the sitting: what is asked, what is kept;
//! 3. [`desk`], [`forms`] and [`decide`] are its places, [`show`] what they draw, [`ending`] what follows the end;
//! 4. [`keep`] writes the log; [`names`] and [`dates`] understand what is typed.

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
use super::reading::{self, Findings, Ready};
use super::term::{self, Term};
use super::{Exit, diagnostics, files, luck, reports};
use crate::run::Run;
use crate::run::event::What;
use crate::run::logfile::Header;
use crate::run::plan::{self, Outcome};
use crate::run::replay::{self, Fault};
use crate::text::{Catalogue, Message, when};
use ending::After;
use keep::Keep;
use session::{Halt, Place, Session, Step};

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
pub fn run(args: &Play, scenarios: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let begun = match &args.resume {
        Some(log) => resume(args, log, &mut io)?,
        None => begin(args, scenarios, &mut io)?,
    };
    match begun {
        Ok(begun) => sitting(begun, io),
        Err(exit) => Ok(exit),
    }
}

/// A new run. Plans without a person are played here and now.
fn begin(args: &Play, scenarios: Option<&Path>, io: &mut Io<'_>) -> io::Result<Result<Begun, Exit>> {
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
    let keep = match Keep::new(header, args.log.clone()) {
        Ok(keep) => keep,
        Err(trouble) => {
            io.complain(&trouble)?;
            return Ok(Err(Exit::Trouble));
        }
    };
    let run = Run::begin_with(std::sync::Arc::clone(&ready.scenario), seed, args.softer, None);
    let Some((source, raw)) = &ready.plan else {
        return Ok(Ok(Begun { run, keep, ready, entry: Entry::New }));
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
    let mut begun = Begun { run: played.run, keep, ready, entry: Entry::FromPlan };
    if !alone {
        return Ok(Ok(begun));
    }
    if args.log.is_some()
        && let Err(trouble) = begun.keep.keep(&begun.run)
    {
        io.complain(&trouble)?;
        return Ok(Err(Exit::Trouble));
    }
    if begun.run.is_over() {
        let text = reports::debrief(&begun.run, begun.ready.panel.as_ref(), false, io.words, io.width);
        for line in text.lines() {
            writeln!(io.out, "{line}")?;
        }
    } else {
        let clock = begun.run.state().clock;
        let now = when::moment_long(&begun.ready.scenario.tables().calendar, clock);
        let steps = begun.ready.plan.as_ref().map_or(0, |(_, plan)| plan.steps.len());
        io.complain(&Message::new("plan-stands").with("steps", steps).with("now", now))?;
    }
    Ok(Err(Exit::Clean))
}

/// A run that goes on, or one that branches from it.
fn resume(args: &Play, path: &Path, io: &mut Io<'_>) -> io::Result<Result<Begun, Exit>> {
    // A branch leaves the log that it comes from as it is.
    let (log, keep) = if args.again_from.is_some() {
        match keep::read(path) {
            Ok(log) => (log, None),
            Err(trouble) => {
                io.complain(&trouble)?;
                return Ok(Err(Exit::Trouble));
            }
        }
    } else {
        match Keep::open(path) {
            Ok(opened) => {
                if let Some(aside) = &opened.aside {
                    let aside = aside.display().to_string();
                    io.complain(&Message::new("log-set-aside").with("aside", aside))?;
                }
                (opened.log, Some(opened.keep))
            }
            Err(trouble) => {
                io.complain(&trouble)?;
                return Ok(Err(Exit::Trouble));
            }
        }
    };
    if let Some(damage) = &log.damage {
        io.complain(&keep::damaged(path, damage))?;
    }
    let ready = match reading::open_kept(&log.header) {
        Ok(ready) => ready,
        Err(found) => {
            io.findings(&found)?;
            io.complain(&Message::new("log-cannot-play").with("path", path.display().to_string()))?;
            return Ok(Err(Exit::Trouble));
        }
    };
    let replayed = replay::replay(std::sync::Arc::clone(&ready.scenario), log.header.seed, &log.events);
    if let Some(fault) = &replayed.fault {
        io.complain(&faulty(path, fault))?;
        return Ok(Err(Exit::Trouble));
    }
    let run = replayed.run;
    match (args.again_from, keep) {
        (Some(week), _) => again(&run, &log.header, week, args.log.clone(), ready, io),
        (None, Some(keep)) => {
            if args.log.is_some() {
                io.complain(&Message::new("play-log-with-resume"))?;
                return Ok(Err(Exit::Trouble));
            }
            Ok(Ok(Begun { run, keep, ready, entry: Entry::Resumed }))
        }
        (None, None) => Ok(Err(Exit::Trouble)),
    }
}

/// Another run from a week of this one.
fn again(
    run: &Run,
    header: &Header,
    week: i32,
    log: Option<PathBuf>,
    ready: Ready,
    io: &mut Io<'_>,
) -> io::Result<Result<Begun, Exit>> {
    let begun = ending::again_from(run, header, week).and_then(|run| Ok((run, Keep::new(header.clone(), log)?)));
    match begun {
        Ok((run, keep)) => Ok(Ok(Begun { run, keep, ready, entry: Entry::Again(week) })),
        Err(message) => {
            io.complain(&message)?;
            Ok(Err(Exit::Trouble))
        }
    }
}

/// Why a log does not play again, in words, with its line.
fn faulty(path: &Path, fault: &Fault) -> Message {
    let (key, seq) = match fault {
        Fault::Differs { seq, .. } => ("log-differs", *seq),
        Fault::Refused { seq, .. } => ("log-refused", *seq),
        Fault::Gap { seq } => ("log-gap", *seq),
    };
    // The header is line 1, and events count from nought.
    Message::new(key).with("path", path.display().to_string()).with("line", u64::from(seq) + 2)
}

/// A run of an opened log, to be debriefed.
///
/// # Errors
/// Why it does not play again, in words.
pub fn replayed(path: &Path, ready: &Ready, log: &crate::run::logfile::Log) -> Result<Run, Message> {
    let replayed = replay::replay(std::sync::Arc::clone(&ready.scenario), log.header.seed, &log.events);
    match &replayed.fault {
        Some(fault) => Err(faulty(path, fault)),
        None => Ok(replayed.run),
    }
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
            Entry::Resumed => self.welcome_back()?,
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
                    let path = self.keep.path().display().to_string();
                    self.term.say(
                        &Message::new("tty-over-log").with("path", path).with("luck", luck::shown(self.run.seed())),
                    )?;
                    return Ok(());
                }
                After::Again(week) => self.try_again(week)?,
            }
        }
    }

    /// Begins another run from a week of this one, with a log of its own.
    fn try_again(&mut self, week: i32) -> Step<()> {
        let begun = ending::again_from(&self.run, self.keep.header(), week)
            .and_then(|run| Ok((run, Keep::new(self.keep.header().clone(), None)?)));
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

    /// Where what is done will be kept, once it is certain that it can be.
    fn say_begun(&mut self) -> Step<()> {
        if self.keep.has_begun() && !self.is_failing() {
            let path = self.keep.path().display().to_string();
            self.term.gap()?;
            self.term.say(&Message::new("tty-log-begun").with("path", path))?;
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
        if !self.keep.has_begun() {
            return self.term.tell("tty-goodbye-nothing");
        }
        let path = self.keep.path().display().to_string();
        self.term.gap()?;
        self.term.say(&Message::new("tty-goodbye").with("path", &path))?;
        self.term.raw(&format!("  defensible play --resume {}", quoted(&path)))
    }
}

/// A path as a shell takes it.
fn quoted(path: &str) -> String {
    let plain = path.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '\\' | '.' | '-' | '_' | ':'));
    if plain { path.to_owned() } else { format!("'{}'", path.replace('\'', "'\\''")) }
}
