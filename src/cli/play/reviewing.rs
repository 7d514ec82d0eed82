//! Reviewing in a terminal: the desk is the trainee's, and nobody's reviews are shown. Before it the reviewer is told
//! what is sent and to whom; after each answer they say what they think of the question; after the end come the
//! situations that they did not reach, and their file.

use std::io;

use super::names::Candidate;
use super::session::{Halt, Place, Session, Step};
use crate::desk;
use crate::desk::decision::DecisionView;
use crate::desk::reviewing::{Progress, Row};
use crate::review::collect::said::{About, MOST_YEARS, ROLES, Remark};
use crate::scenario::raw::Role;
use crate::sitting::reviewing;
use crate::text::{Message, words};

/// What came of a question that was to be supposed.
enum Came {
    On,
    Stop,
}

impl Session<'_> {
    /// Whether whoever sits here is a reviewer.
    #[must_use]
    pub const fn is_reviewing(&self) -> bool {
        self.invitation.is_some()
    }

    fn progress(&self) -> Progress {
        desk::reviewing::progress(&self.run, &self.keep.pending.review)
    }

    /// Keeps what was said: on the disk when this returns, unless it says otherwise.
    fn keep_said(&mut self) -> Step<()> {
        self.keep.keep_pending();
        self.keep()
    }

    /// Says what a reviewer is asked, what is sent and to whom, and asks who they are. False if they leave.
    pub fn brief_reviewer(&mut self) -> Step<bool> {
        let Some(invitation) = &self.invitation else { return Ok(true) };
        let asked = desk::reviewing::asked(invitation, None);
        for (heading, lines) in asked.parts() {
            self.term.title(heading)?;
            for line in lines {
                let line = self.term.words.say(line);
                self.term.labelled("  - ", &line)?;
            }
        }
        self.ask_who_they_are()
    }

    /// Asks for role, years and group, once. False if they go back.
    pub fn ask_who_they_are(&mut self) -> Step<bool> {
        if self.keep.pending.review.about.is_some() {
            return Ok(true);
        }
        self.term.title(&Message::new("tty-review-role"))?;
        let label = |role: Role| self.term.words.say(&words::role(role));
        let roles: Vec<Candidate<Role>> =
            ROLES.iter().map(|role| Candidate::new(*role, label(*role), &[role.name()])).collect();
        let Some(role) = self.choose(Place::Review, &roles)? else { return Ok(false) };
        self.term.say(&Message::new("tty-review-role-is").with("role", words::role(role)))?;
        self.term.gap()?;
        self.term.tell("tty-review-years")?;
        let years = loop {
            let line = self.ask(Place::Review)?;
            match line.parse::<u32>() {
                Ok(years) if years <= MOST_YEARS => break years,
                _ if matches!(line.to_lowercase().as_str(), "back" | "b") => return Ok(false),
                _ => self.term.say(&Message::new("tty-review-years-range").with("most", MOST_YEARS))?,
            }
        };
        self.term.tell("tty-review-group")?;
        let group = match self.ask(Place::Review)?.trim() {
            "back" | "b" => return Ok(false),
            "" | "none" | "skip" | "no" => None,
            group => Some(group.to_owned()),
        };
        self.keep.pending.review.about = Some(About { role, years, group });
        Ok(true)
    }

    /// Asks for what is left to be said of answers that were given in the play.
    pub fn ask_remarks(&mut self) -> Step<()> {
        while let Some(row) = self.progress().to_remark().cloned() {
            self.term.title(&Message::new("tty-review-remark").with("title", row.title.clone()))?;
            let outside = self.ask_line("tty-review-outside", &["yes", "y"])?;
            let remark = self.ask_about_the_question(outside)?;
            reviewing::remark(&self.run, &mut self.keep.pending.review, &row, remark);
            self.keep_said()?;
            self.say_kept()?;
        }
        Ok(())
    }

    fn ask_about_the_question(&mut self, outside: Option<String>) -> Step<Remark> {
        self.term.tell("tty-review-realistic")?;
        let realistic = loop {
            match self.ask(Place::Review)?.to_lowercase().as_str() {
                "" | "skip" => break None,
                "yes" | "y" => break Some(true),
                "no" | "n" => break Some(false),
                _ => self.term.tell("tty-review-realistic-how")?,
            }
        };
        let confusing = self.ask_line("tty-review-confusing", &["no", "n", "none"])?;
        Ok(Remark { outside, realistic, confusing })
    }

    /// A line of text; nothing for an empty one, or for a word that means nothing is to be said.
    fn ask_line(&mut self, question: &'static str, nothing: &[&str]) -> Step<Option<String>> {
        self.term.tell(question)?;
        let line = self.ask(Place::Review)?;
        let line = line.trim();
        let none = line.is_empty() || nothing.contains(&line.to_lowercase().as_str());
        Ok((!none).then(|| line.to_owned()))
    }

    /// After the end: what is left to be supposed, then the file.
    pub fn finish_review(&mut self) -> Step<()> {
        if !self.ask_who_they_are()? {
            return Ok(());
        }
        self.keep_said()?;
        self.ask_remarks()?;
        let left: Vec<Row> = self.progress().to_suppose().cloned().collect();
        if !left.is_empty() {
            self.term.title(&Message::new("tty-review-suppose"))?;
            self.term.say(&Message::new("tty-review-suppose-about").with("n", left.len()))?;
        }
        self.go_through(&left)?;
        self.say_file()?;
        loop {
            let line = match self.ask(Place::Reviewed) {
                Ok(line) => line.to_lowercase(),
                Err(Halt::Quit | Halt::End) => return Ok(()),
                Err(halt) => return Err(halt),
            };
            let rows = self.progress().rows;
            match line.as_str() {
                "" | "leave" | "back" | "b" => return Ok(()),
                "list" | "l" => self.list_questions()?,
                "go" | "g" => {
                    let left: Vec<Row> = rows.into_iter().filter(|row| !row.done).collect();
                    self.go_through(&left)?;
                    self.say_file()?;
                }
                typed => match typed.parse::<usize>().ok().and_then(|n| rows.get(n.checked_sub(1)?)) {
                    Some(row) if row.reached => self.term.tell("tty-review-final")?,
                    Some(row) => {
                        self.go_through(std::slice::from_ref(row))?;
                        self.say_file()?;
                    }
                    None => self.term.tell("tty-review-how")?,
                },
            }
        }
    }

    fn list_questions(&mut self) -> Step<()> {
        let progress = self.progress();
        for (index, row) in progress.rows.iter().enumerate() {
            let line = Message::new("tty-review-row")
                .with("title", row.title.clone())
                .with("told", &row.told)
                .with("standing", row.standing.clone());
            let line = self.term.words.say(&line);
            self.term.row(index + 1, &line)?;
        }
        Ok(self.term.say(&progress.words)?)
    }

    fn go_through(&mut self, rows: &[Row]) -> Step<()> {
        for (at, row) in rows.iter().enumerate() {
            if matches!(self.suppose(row, rows.len() - at)?, Came::Stop) {
                break;
            }
        }
        Ok(())
    }

    /// One question in a situation that the reviewer did not reach.
    fn suppose(&mut self, row: &Row, left: usize) -> Step<Came> {
        let scenario = std::sync::Arc::clone(self.run.scenario());
        let Some(decision) = scenario.decision_called(&row.decision) else { return Ok(Came::On) };
        let view = desk::decision::supposed(&self.run, decision, row.situation);
        self.within = Place::Review;
        self.show_decision(&view)?;
        self.term.gap()?;
        self.term.say(&Message::new("tty-review-suppose-how").with("left", left))?;
        let outside = loop {
            match self.ask(Place::Review)?.to_lowercase().as_str() {
                "" | "answer" | "a" => {
                    if !self.answer_parts(&view)? {
                        return Ok(Came::Stop);
                    }
                    break None;
                }
                "outside" | "o" => {
                    let Some(why) = self.ask_line("tty-review-outside-why", &[])? else { continue };
                    break Some(why);
                }
                "skip" | "s" => return Ok(Came::On),
                "stop" | "back" | "b" => return Ok(Came::Stop),
                _ => self.term.say(&Message::new("tty-review-suppose-how").with("left", left))?,
            }
        };
        let remark = self.ask_about_the_question(outside)?;
        reviewing::remark(&self.run, &mut self.keep.pending.review, row, remark);
        self.keep_said()?;
        self.say_kept()?;
        Ok(Came::On)
    }

    /// Takes an answer to a supposed question. The problem, if it does not fit.
    pub(super) fn put_supposed(&mut self, view: &DecisionView) -> Step<Result<(), Message>> {
        let taken = reviewing::suppose(&self.run, &mut self.keep.pending, view);
        self.keep_said()?;
        Ok(taken.map(|_| ()))
    }

    /// Writes the file, and says where it is, whose it is and what is still open.
    fn say_file(&mut self) -> Step<()> {
        self.write_file()?;
        let id = reviewing::id(&self.keep);
        if let Some(asked) = self.invitation.as_ref().map(|one| desk::reviewing::asked(one, id.as_deref())) {
            for line in asked.to.iter().chain(&asked.withdraw) {
                self.term.say(line)?;
            }
        }
        Ok(self.term.tell("tty-review-how")?)
    }

    /// Writes the file as far as it is, and says where.
    pub fn write_file(&mut self) -> io::Result<()> {
        self.term.title(&Message::new("tty-review-file"))?;
        self.term.say(&self.progress().words)?;
        let (Some(id), on) = (reviewing::id(&self.keep), reviewing::today(&self.keep)) else { return Ok(()) };
        let said = &self.keep.pending.review;
        match reviewing::write_file(&self.run, said, (&id, &on), self.bundle.as_deref()) {
            Err(why) => self.term.say(&why),
            Ok(path) => {
                let path = path.display().to_string();
                self.term.say(&Message::new("tty-review-written").with("path", path))
            }
        }
    }
}
