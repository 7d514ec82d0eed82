//! A sitting: a run at a terminal, kept as it goes.
//!
//! Every command goes through [`Session::command`]: carried out, kept on the disk, and only then shown.
//! Every question goes through [`Session::ask`], where `?`, `quit` and the end of the input mean the same everywhere.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use super::names::{self, Candidate, Match};
use crate::cli::term::{Term, Typed};
use crate::desk;
use crate::run::Run;
use crate::run::command::Command;
use crate::run::engine::{Hand, Stop};
use crate::run::event::What;
use crate::scenario::model::folded;
use crate::scenario::raw;
use crate::sitting::keep::Keep;
use crate::store::keeper::Saved;
use crate::text::Message;

/// How long is waited before "saving" is said.
const SOON: Duration = Duration::from_millis(300);

/// How long is waited then, before the run goes on in memory.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why a sitting stops before its end.
#[derive(Debug)]
pub enum Halt {
    /// The person said `quit`.
    Quit,
    /// There is no more input.
    End,
    /// The terminal is gone.
    Io(io::Error),
}

impl From<io::Error> for Halt {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A step of a sitting.
pub type Step<T> = Result<T, Halt>;

/// Where a person is: what `?` explains, and what the prompt says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Briefing,
    Desk,
    Respond,
    Confirm,
    Choose,
    Field,
    Text,
    Form,
    Decision,
    Commit,
    EndOfTurn,
    More,
    Over,
    Review,
    /// After a reviewer's file was written.
    Reviewed,
}

impl Place {
    const fn prompt(self) -> &'static str {
        match self {
            Self::Briefing => "tty-prompt-briefing",
            Self::Desk => "tty-prompt-desk",
            Self::Respond => "tty-prompt-respond",
            Self::Confirm => "tty-prompt-confirm",
            Self::Choose => "tty-prompt-choose",
            Self::Text => "tty-prompt-text",
            Self::Field | Self::Form => "tty-prompt-form",
            Self::Decision | Self::Commit => "tty-prompt-decision",
            Self::EndOfTurn => "tty-prompt-end",
            Self::More => "tty-prompt-more",
            Self::Over => "tty-prompt-over",
            Self::Review | Self::Reviewed => "tty-prompt-review",
        }
    }

    /// The paragraphs of its help.
    const fn help(self) -> &'static str {
        match self {
            Self::Briefing => "tty-help-briefing",
            Self::Desk => "tty-help-desk",
            Self::Respond => "tty-help-respond",
            Self::Confirm => "tty-help-confirm",
            Self::Choose => "tty-help-choose",
            Self::Field => "tty-help-field",
            Self::Text => "tty-help-text",
            Self::Form => "tty-help-form",
            Self::Decision => "tty-help-decision",
            Self::Commit => "tty-help-commit",
            Self::EndOfTurn => "tty-help-end",
            Self::More => "tty-help-more",
            Self::Over => "tty-help-over",
            Self::Review => "tty-help-review",
            Self::Reviewed => "tty-help-reviewed",
        }
    }
}

/// What a number of the last list stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An item, and the how-manieth time it came.
    Item(raw::Id, u16),
    Response(raw::Id),
    Decision(raw::Id),
    Person(raw::Id),
    Word(super::desk::Word),
}

/// Where a run is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptAs {
    Run(String),
    Log(String),
}

/// What was written where text was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    Text(String),
    /// Nothing: what is there already stays.
    Nothing,
    Back,
    /// One of the words that the place knows, alone on the first line.
    Word(&'static str),
}

/// A sitting.
#[derive(Debug)]
pub struct Session<'t> {
    pub term: Term<'t>,
    pub run: Run,
    pub keep: Keep,
    pub panel: Option<raw::Panel>,
    /// Whoever sits here is a reviewer, if there is one.
    pub invitation: Option<raw::Invitation>,
    /// The folder of the bundle that is reviewed, if it is known: there the reviewer's file goes.
    pub bundle: Option<PathBuf>,
    /// What the numbers of the last list stand for.
    pub numbers: Vec<Target>,
    /// What was read last: `tell` and `cite` are about it.
    pub reading: Option<(raw::Id, u16)>,
    /// What had been broken off when the last command was given.
    in_hand: Option<Hand>,
    /// Where fields and texts are asked for at present: the prompt says it.
    pub within: Place,
    /// What was done last is only in memory.
    failing: bool,
    /// The store has not all of it: only the log file has, if there is one.
    behind: bool,
    /// What was said of that, so that it is said once.
    told: Option<Message>,
    /// The person was told that leaving now would lose something.
    warned: bool,
}

impl<'t> Session<'t> {
    #[must_use]
    pub const fn new(term: Term<'t>, run: Run, keep: Keep, panel: Option<raw::Panel>) -> Self {
        Self {
            term,
            run,
            keep,
            panel,
            invitation: None,
            bundle: None,
            numbers: Vec::new(),
            reading: None,
            in_hand: None,
            within: Place::Desk,
            failing: false,
            behind: false,
            told: None,
            warned: false,
        }
    }

    /// Whether something has not reached the disk.
    #[must_use]
    pub const fn is_failing(&self) -> bool {
        self.failing
    }

    /// Keeps whatever is new: durable when this returns, unless it says otherwise.
    pub fn keep(&mut self) -> Step<()> {
        let mut stand = self.keep.keep(&self.run, SOON);
        if stand.store == Saved::Saving && !self.failing {
            self.term.tell("tty-saving")?;
        }
        if stand.store == Saved::Saving {
            stand = self.keep.wait(PATIENCE, &stand);
        }
        for note in self.keep.notes() {
            self.term.say(&note.message())?;
        }
        let trouble = stand.trouble();
        if stand.is_kept() && std::mem::take(&mut self.failing) {
            self.warned = false;
            self.term.tell("tty-log-again")?;
        }
        if let Some(trouble) = &trouble
            && self.told.as_ref() != Some(trouble)
        {
            self.term.gap()?;
            self.term.say(trouble)?;
            self.term.tell(if stand.is_kept() { "tty-half-kept" } else { "tty-log-failing" })?;
        }
        self.failing = !stand.is_kept();
        self.behind = stand.store != Saved::Kept;
        if self.failing && self.told == trouble {
            self.term.tell("tty-unsaved")?;
        }
        self.told = trouble;
        Ok(())
    }

    /// Where all of the run is: its name in the store, or else its log file.
    #[must_use]
    pub fn kept_as(&self) -> Option<KeptAs> {
        let run = || self.keep.run().map(|run| KeptAs::Run(run.to_string()));
        let log = || self.keep.log().map(|path| KeptAs::Log(path.display().to_string()));
        if self.behind { log().or_else(run) } else { run().or_else(log) }
    }

    /// Says that something is kept: only when it is.
    pub fn say_kept(&mut self) -> Step<()> {
        if !self.failing {
            self.term.tell("tty-kept")?;
        }
        Ok(())
    }

    /// Carries out a command and keeps it, or says why it is refused.
    pub fn command(&mut self, command: &Command) -> Step<Option<Stop>> {
        self.in_hand = Hand::unpacked(self.run.state().work.hand);
        match self.run.command(command) {
            Ok(stop) => {
                self.keep()?;
                Ok(Some(stop))
            }
            Err(refusal) => {
                let message = desk::refusal::refusal(&self.run, &refusal);
                self.term.say(&message)?;
                Ok(None)
            }
        }
    }

    /// Carries out a command, keeps it, and shows what came of it: what was heard, and what changed.
    pub fn act(&mut self, command: &Command) -> Step<Option<Stop>> {
        let since = self.run.events().len();
        let stop = self.command(command)?;
        if stop.is_some() {
            self.show_since(since)?;
        }
        Ok(stop)
    }

    /// What came about since, apart from what waits to be read or answered: that is the desk's to list.
    pub fn show_since(&mut self, since: usize) -> Step<()> {
        /// The desk, or whoever gave the command, says these.
        const SAID: [&str; 8] = [
            "news-came",
            "news-heard",
            "news-asked",
            "news-kept",
            "news-cited",
            "news-turn",
            "news-time",
            "line-told",
        ];
        for news in desk::news::news(&self.run, since) {
            // A reviewer's run has no debrief.
            let unsaid = news.message.key == "news-ended" && self.is_reviewing();
            if !SAID.contains(&news.message.key) && !unsaid {
                let text = self.term.words.say(&news.message);
                self.term.indented(&text, 2, 2)?;
            }
        }
        if self.run.events().iter().skip(since).any(|event| event.what == What::Finished) {
            self.show_finished()?;
        }
        let events = self.run.events().iter().skip(since);
        let heard: Vec<(raw::Id, u16)> = events
            .filter_map(|event| match &event.what {
                What::Arrived { arrival, nth, heard: true, .. } => Some((arrival.clone(), *nth)),
                _ => None,
            })
            .collect();
        for (item, nth) in heard {
            self.show_item(&item, Some(nth))?;
        }
        Ok(())
    }

    /// What had been broken off is done: what was read, or what happened on the spot.
    fn show_finished(&mut self) -> Step<()> {
        let scenario = std::sync::Arc::clone(self.run.scenario());
        match self.in_hand {
            Some(Hand::Open { item, nth }) => {
                let name = self.item_numbered(item);
                self.show_item(&name, Some(nth))
            }
            Some(Hand::Do(response) | Hand::File(response)) => {
                let label = scenario.response_label(response).to_owned();
                self.term.say(&Message::new("tty-finished").with("what", label))?;
                if let Some(afterwards) = scenario.response(response).and_then(|raw| raw.afterwards.as_deref()) {
                    self.term.indented(&folded(afterwards), 2, 2)?;
                }
                Ok(())
            }
            Some(Hand::Tell { item, who }) => {
                let name = self.item_numbered(item);
                let title = desk::open_item::open_item(&self.run, &name, None).map_or(name, |open| open.title);
                let told = Message::new("tty-told").with("title", title).with("who", &scenario.person(who).name);
                Ok(self.term.say(&told)?)
            }
            None => Ok(()),
        }
    }

    /// What a command took, if it took any time.
    pub fn show_time(&mut self, since: usize) -> Step<()> {
        let news = desk::news::news(&self.run, since);
        if let Some(time) = news.iter().find(|news| news.message.key == "news-time") {
            self.term.say(&time.message)?;
        }
        Ok(())
    }

    /// Asks for a line. Help, quitting and the end of the input are dealt with here.
    pub fn ask(&mut self, place: Place) -> Step<String> {
        loop {
            let prompt = self.prompt(place);
            let line = match self.term.ask(&format!("{prompt} "))? {
                Typed::Line(line) => line,
                Typed::End => return Err(Halt::End),
            };
            match line.to_lowercase().as_str() {
                "?" | "help" | "h" => self.help(place)?,
                "quit" | "exit" | "q" => self.leave()?,
                _ => return Ok(line),
            }
        }
    }

    /// Leaves; if the log can't be written, only when the person says so twice.
    fn leave(&mut self) -> Step<()> {
        if self.failing {
            self.keep()?;
        }
        if self.failing && !self.warned {
            self.warned = true;
            return Ok(self.term.tell("tty-quit-failing")?);
        }
        Err(Halt::Quit)
    }

    /// The prompt of a place: parts of something larger say what they are part of.
    fn prompt(&self, place: Place) -> String {
        let place = if matches!(place, Place::Field | Place::Text) { self.within } else { place };
        self.term.words.say(&Message::new(place.prompt()))
    }

    /// Help for a place.
    pub fn help(&mut self, place: Place) -> Step<()> {
        let text = self.term.words.say(&Message::new(place.help()));
        self.term.gap()?;
        for line in text.lines() {
            // A line that begins with a word and two blanks or more is an entry of a list.
            match line.split_once("  ") {
                Some((word, what)) => self.term.labelled(&format!("  {word:<11} "), what.trim())?,
                None => self.term.text(line)?,
            }
        }
        self.term.gap()?;
        Ok(())
    }

    /// Asks for text of several lines; an empty line ends it. `key` names the place under which half-written lines are
    /// kept; `known` are words that mean something when they stand alone on the first line.
    pub fn text(&mut self, key: &str, known: &[&'static str]) -> Step<Written> {
        let mut lines: Vec<String> = Vec::new();
        loop {
            let prompt = if lines.is_empty() { format!("{} ", self.prompt(Place::Text)) } else { "  ".to_owned() };
            let Some(line) = self.term.line(&prompt)? else { return Err(Halt::End) };
            let line = line.trim().to_owned();
            if lines.is_empty() {
                let word = line.to_lowercase();
                match word.as_str() {
                    "" => return Ok(Written::Nothing),
                    "?" | "help" => {
                        self.help(Place::Text)?;
                        continue;
                    }
                    "quit" | "exit" => {
                        self.leave()?;
                        continue;
                    }
                    "back" => return Ok(Written::Back),
                    _ => {
                        if let Some(word) = known.iter().find(|one| **one == word) {
                            return Ok(Written::Word(word));
                        }
                    }
                }
            } else if line.is_empty() {
                self.forget_lines(key);
                return Ok(Written::Text(lines.join("\n")));
            }
            lines.push(line);
            self.keep.pending.lines.insert(key.to_owned(), lines.join("\n"));
            self.keep.keep_pending();
        }
    }

    /// Lines that were being typed here when the sitting broke off.
    #[must_use]
    pub fn half_written(&self, key: &str) -> Option<String> {
        self.keep.pending.lines.get(key).cloned()
    }

    /// The lines of a place have been used, or are not wanted.
    pub fn forget_lines(&mut self, key: &str) {
        if self.keep.pending.lines.remove(key).is_some() {
            self.keep.keep_pending();
        }
    }

    /// Forgets whatever was unfinished: the run is over.
    pub fn forget_all(&mut self) {
        self.keep.pending.forget();
        self.keep.keep_pending();
    }

    /// Shows a numbered list of what can be chosen.
    pub fn list<T>(&mut self, all: &[Candidate<T>]) -> Step<()> {
        for (index, one) in all.iter().enumerate() {
            self.term.row(index + 1, &one.label)?;
        }
        Ok(())
    }

    /// The one thing of a list that a line names, by number or by name. Says so if there is none.
    pub fn one_of<T: Clone + PartialEq>(&mut self, line: &str, all: &[Candidate<T>]) -> Step<Option<T>> {
        if let Ok(number) = line.parse::<usize>() {
            let found = number.checked_sub(1).and_then(|index| all.get(index));
            if found.is_none() {
                self.term.say(&Message::new("tty-no-number").with("number", number).with("most", all.len()))?;
            }
            return Ok(found.map(|one| one.target.clone()));
        }
        match names::find(line, all) {
            Match::One(one) => Ok(Some(one.target)),
            Match::Several(several) => {
                self.term.say(&Message::new("tty-several").with("typed", line))?;
                for one in several {
                    let number = all.iter().position(|other| other.target == one.target).unwrap_or_default() + 1;
                    self.term.row(number, &one.label)?;
                }
                Ok(None)
            }
            Match::Near(near) => {
                self.term.say(&Message::new("tty-near").with("typed", line).with("near", near.label))?;
                Ok(None)
            }
            Match::None => {
                self.term.say(&Message::new("tty-unknown").with("typed", line))?;
                Ok(None)
            }
        }
    }

    /// Lets one thing be chosen from a list that is shown. Nothing if the person went back.
    pub fn choose<T: Clone + PartialEq>(&mut self, place: Place, all: &[Candidate<T>]) -> Step<Option<T>> {
        self.list(all)?;
        loop {
            let line = self.ask(place)?;
            match line.to_lowercase().as_str() {
                "" => {}
                "back" | "b" => return Ok(None),
                _ => {
                    if let Some(target) = self.one_of(&line, all)? {
                        return Ok(Some(target));
                    }
                }
            }
        }
    }

    /// Asks for yes or no.
    pub fn confirm(&mut self, question: &Message) -> Step<bool> {
        self.term.say(question)?;
        loop {
            match self.ask(Place::Confirm)?.to_lowercase().as_str() {
                "yes" | "y" => return Ok(true),
                "no" | "n" | "back" | "b" => return Ok(false),
                _ => self.term.tell("tty-yes-or-no")?,
            }
        }
    }
}
