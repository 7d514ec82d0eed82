//! The page that lies in a bundle for a reviewer: what it is, what is sent and to whom, how to begin and how to withdraw.

use textwrap::Options as Wrap;

use crate::desk::briefing::{Reader, briefing};
use crate::desk::reviewing::asked;
use crate::scenario::model::Scenario;
use crate::scenario::raw::Invitation;
use crate::text::{Catalogue, Message};

/// Columns: a letter's.
const WIDTH: usize = 78;

/// The page as plain text, which opens on any machine. `folder` is what the bundle is called.
#[must_use]
pub fn page(scenario: &Scenario, invitation: &Invitation, folder: &str, words: &Catalogue) -> String {
    let briefing = briefing(scenario, Reader::Reviewer, "");
    let asked = asked(invitation, None);
    let mut page = Page { text: String::new(), words };
    page.heading(&Message::new("invite-title").with("title", &briefing.title), '=');
    if let Some(line) = &briefing.one_line {
        page.paragraph(&Message::verbatim(line));
    }
    page.paragraph(&Message::new("invite-what"));
    if let Some(length) = briefing.notes.first() {
        page.paragraph(&Message::new("invite-length").with("length", length.heading.clone()));
    }
    page.section(&briefing.content_heading, briefing.content.iter().chain(&briefing.way_out));
    page.section(&asked.heading, &asked.what);
    page.heading(&Message::new("invite-begin-heading"), '-');
    page.paragraph(&Message::new("invite-begin").with("version", env!("CARGO_PKG_VERSION")));
    page.command(&format!("defensible --scenarios {folder}"));
    page.paragraph(&Message::new("invite-begin-terminal"));
    page.command(&format!("defensible panel review {folder}"));
    page.paragraph(&Message::new("invite-closed"));
    page.section(&asked.sent_heading, &asked.sent);
    page.section(&asked.to_heading, &asked.to);
    page.section(&asked.withdraw_heading, &asked.withdraw);
    page.text
}

struct Page<'w> {
    text: String,
    words: &'w Catalogue,
}

impl Page<'_> {
    fn heading(&mut self, heading: &Message, line: char) {
        let heading = self.words.say(heading);
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        let rule: String = std::iter::repeat_n(line, heading.chars().count().min(WIDTH)).collect();
        self.text.push_str(&format!("{}\n{rule}\n\n", textwrap::fill(&heading, WIDTH)));
    }

    fn paragraph(&mut self, text: &Message) {
        let text = self.words.say(text);
        self.text.push_str(&format!("{}\n\n", textwrap::fill(&text, WIDTH)));
    }

    fn command(&mut self, command: &str) {
        self.text.push_str(&format!("    {command}\n\n"));
    }

    fn section<'m>(&mut self, heading: &Message, lines: impl IntoIterator<Item = &'m Message>) {
        self.heading(heading, '-');
        for line in lines {
            let line = self.words.say(line);
            let wrap = Wrap::new(WIDTH).initial_indent("- ").subsequent_indent("  ");
            self.text.push_str(&format!("{}\n", textwrap::fill(&line, wrap)));
        }
    }
}
