//! After the end: the debrief, and the offer to try again from a week.

use super::session::{Halt, Place, Session, Step};
use crate::cli::reports;
use crate::sitting::{again, reviews};
use crate::text::Message;

/// What the person wants after the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    Again(i32),
    Leave,
}

impl Session<'_> {
    /// Shows the debrief, then asks whether to try again.
    pub fn after_the_end(&mut self) -> Step<After> {
        self.forget_all();
        self.show_debrief()?;
        let weeks = again::weeks(&self.run);
        let list = weeks.iter().map(|(week, _)| Message::verbatim(shown(*week))).collect();
        self.term.gap()?;
        if let Some(list) = Message::listed(list) {
            self.term.say(&Message::new("tty-again-offer").with("weeks", list))?;
        }
        loop {
            let line = match self.ask(Place::Over) {
                Ok(line) => line.to_lowercase(),
                Err(Halt::Quit | Halt::End) => return Ok(After::Leave),
                Err(halt) => return Err(halt),
            };
            let words: Vec<&str> = line.split_whitespace().collect();
            let number = match words.as_slice() {
                [] | ["back" | "leave" | "no" | "end"] => return Ok(After::Leave),
                ["debrief"] => {
                    self.show_debrief()?;
                    continue;
                }
                ["again"] => weeks.first().map(|(week, _)| *week),
                ["again", number]
                | ["again", "from" | "week", number]
                | ["again", "from", "week", number]
                | [number] => number.replace('\u{2212}', "-").parse().ok(),
                _ => None,
            };
            match number {
                Some(week) if weeks.iter().any(|(one, _)| *one == week) => return Ok(After::Again(week)),
                Some(week) => self.term.say(&Message::new("tty-again-not-that").with("week", i64::from(week)))?,
                None => self.term.tell("tty-again-how")?,
            }
        }
    }

    fn show_debrief(&mut self) -> Step<()> {
        let text = reports::debrief(
            &self.run,
            self.panel.as_ref(),
            self.keep.header().trial,
            self.term.words,
            self.term.width,
        );
        self.term.gap()?;
        self.show_in_parts(&text)
    }

    /// A long text a screen at a time: whole paragraphs, then a pause, if somebody sits there to read it.
    fn show_in_parts(&mut self, text: &str) -> Step<()> {
        const LINES: usize = 21;
        let mut shown = 0;
        let mut pauses = self.term.is_live();
        for part in text.split("\n\n") {
            let lines = part.lines().count() + 1;
            if pauses && shown > 0 && shown + lines > LINES {
                self.term.gap()?;
                pauses = match self.ask(Place::More)?.to_lowercase().as_str() {
                    "skip" | "all" => false,
                    "back" | "b" | "leave" => return Ok(()),
                    _ => true,
                };
                shown = 0;
            } else if shown > 0 {
                self.term.gap()?;
            }
            self.term.raw(part)?;
            shown += lines;
        }
        Ok(())
    }

    /// Whether anybody reviewed a decision as it stood when it was answered.
    #[must_use]
    pub fn has_reviews(&self, decision: &str) -> bool {
        reviews::has_reviews(&self.run, self.panel.as_ref(), decision)
    }

    /// Reviews of one decision that was answered.
    pub fn show_reviews(&mut self, decision: &str) -> Step<()> {
        let text = reports::reviews(&self.run, self.panel.as_ref(), decision, self.term.words, self.term.width);
        self.term.gap()?;
        self.show_in_parts(&text)?;
        Ok(self.term.gap()?)
    }
}

/// A week's number with a true minus.
fn shown(week: i32) -> String {
    if week < 0 { format!("\u{2212}{}", week.unsigned_abs()) } else { week.to_string() }
}
