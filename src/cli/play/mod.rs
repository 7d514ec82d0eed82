//! `defensible play`: the desk in a terminal, and recorded walkthroughs without one.
//!
//! 1. [`start`] finds the scenario, the plan and what is kept, and says what stands in the way;
//! 2. [`session`] is the sitting: what is asked, what is kept;
//! 3. [`desk`], [`forms`] and [`decide`] are its places, [`show`] what they draw, [`ending`] what follows the end;
//! 4. [`names`] understands what is typed.
//!
//! What every front end does in the same way, such as keeping the run, lies in [`crate::sitting`].

pub mod decide;
pub mod desk;
pub mod ending;
pub mod forms;
pub mod names;
pub mod reviewing;
pub mod session;
pub mod show;
mod start;

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use super::args::Play;
use super::term::{self, Term};
use super::{Exit, diagnostics};
use crate::desk::briefing::Reader;
use crate::run::Run;
use crate::run::event::What;
use crate::sitting::kept::Cannot;
use crate::sitting::luck;
use crate::sitting::reading::Findings;
use crate::sitting::start as starting;
use crate::store::open::Note;
use crate::text::{Catalogue, Message};
use ending::After;
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

    /// Says why a run can't be begun, or played again.
    pub fn cannot(&mut self, cannot: &Cannot) -> io::Result<()> {
        if let Some(found) = &cannot.found {
            self.findings(found)?;
        }
        self.complain(&cannot.message)
    }

    /// Shows what was found in files, on standard error.
    pub fn findings(&mut self, found: &Findings) -> io::Result<()> {
        write!(self.err, "{}", diagnostics::render(&found.diagnostics, &found.sources(), true))
    }
}

/// A run that is about to be played.
struct Begun {
    begun: starting::Begun,
    entry: Entry,
    /// Where the scenario lies, if it is known.
    folder: Option<PathBuf>,
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
pub fn run(args: &Play, scenarios: Option<&Path>, data: Option<&Path>, io: Io<'_>) -> io::Result<Exit> {
    run_in(args, scenarios, data, None, io)
}

/// The same, where it is known in what folder the scenario lies.
///
/// # Errors
/// If the terminal is gone.
pub fn run_in(
    args: &Play,
    scenarios: Option<&Path>,
    data: Option<&Path>,
    folder: Option<PathBuf>,
    mut io: Io<'_>,
) -> io::Result<Exit> {
    let begun = match &args.resume {
        Some(typed) => start::resume(args, typed, data, &mut io)?,
        None => start::begin(args, scenarios, data, &mut io)?,
    };
    match begun {
        Ok(begun) => sitting(Begun { folder: folder.or(begun.folder), ..begun }, io),
        Err(exit) => Ok(exit),
    }
}

/// Sits down, and stays until the person leaves.
fn sitting(begun: Begun, io: Io<'_>) -> io::Result<Exit> {
    let Begun { begun: starting::Begun { run, keep, ready, .. }, entry, folder } = begun;
    let term = Term::new(io.out, io.input, io.words, io.width, io.echo);
    let mut session = Session::new(term, run, keep, ready.panel);
    session.bundle = folder.filter(|_| ready.invitation.is_some());
    session.invitation = ready.invitation;
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
                if self.is_reviewing() {
                    if !self.ask_who_they_are()? {
                        return Ok(());
                    }
                    self.ask_remarks()?;
                }
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
            if self.is_reviewing() {
                return self.finish_review();
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
        match starting::branch(&self.run, self.keep.header(), week, self.keep.store()) {
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
        let reader = if self.is_reviewing() { Reader::Reviewer } else { Reader::Trainee(self.panel.as_ref()) };
        let briefing = crate::desk::briefing::briefing(&scenario, reader, &luck::shown(seed));
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
        if !self.brief_reviewer()? {
            self.term.tell("tty-brief-left")?;
            return Ok(false);
        }
        self.term.gap()?;
        let start = self.term.words.say(&briefing.start);
        self.term.say(&Message::new("tty-brief-start").with("start", start))?;
        if !self.brief_answer(&scenario)? {
            return Ok(false);
        }
        self.keep()?;
        // What a reviewer has said of themselves goes with the run, which is kept from now on.
        self.keep.keep_pending();
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
        if self.is_reviewing() && self.keep.run().is_some() {
            self.write_file()?;
        }
        let typed = match self.kept_as() {
            Some(KeptAs::Run(run)) => run,
            Some(KeptAs::Log(path)) => quoted(&path),
            None => return self.term.tell("tty-goodbye-nothing"),
        };
        self.term.gap()?;
        self.term.tell(if self.is_failing() { "tty-goodbye-partly" } else { "tty-goodbye" })?;
        let command = match &self.bundle {
            Some(bundle) => format!("panel review {}", quoted(&bundle.display().to_string())),
            None => format!("play --resume {typed}"),
        };
        let command = self.command_line(&command);
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
