//! A terminal as a sheet of lines: text goes out wrapped, one line at a time comes in.
//!
//! Nothing here moves the cursor or reads single keys, so that it works in a small window, over a pipe and with a
//! screen reader. Colours are not used; headings are bold where the terminal can show it. Text of authors and
//! trainees can do nothing to the terminal: control characters in it are shown as �.

use std::io::{self, BufRead, Write};

use clap::builder::styling::Style;
use textwrap::{WordSeparator, WordSplitter, WrapAlgorithm};

use crate::text::{Catalogue, Message};

/// Lines are no longer than this, however wide the window is.
const WIDEST: usize = 80;
/// Lines are not shorter than this, however narrow the window is.
const NARROWEST: usize = 30;

const BOLD: Style = Style::new().bold();

/// What a person answered to a prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// One line, without blanks around it.
    Line(String),
    /// There is no more input: the terminal was closed, or the pipe ran dry.
    End,
}

/// A terminal, or what stands for it.
pub struct Term<'t> {
    out: &'t mut dyn Write,
    input: &'t mut dyn BufRead,
    pub words: &'t Catalogue,
    pub width: usize,
    /// What is typed does not show by itself, as from a pipe: it is repeated, so that what comes out reads as a talk.
    echo: bool,
    /// The last line is empty: another would only push text off the screen.
    blank: bool,
}

impl std::fmt::Debug for Term<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Term").field("width", &self.width).field("echo", &self.echo).finish_non_exhaustive()
    }
}

/// The width that a person asked for by `COLUMNS`, or the usual one.
#[must_use]
pub fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse::<usize>().ok());
    columns.unwrap_or(WIDEST).clamp(NARROWEST, WIDEST)
}

/// Text that can do nothing to a terminal. Line breaks stay.
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' => '\n',
            '\t' => ' ',
            '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

impl<'t> Term<'t> {
    pub fn new(
        out: &'t mut dyn Write,
        input: &'t mut dyn BufRead,
        words: &'t Catalogue,
        width: usize,
        echo: bool,
    ) -> Self {
        Self { out, input, words, width, echo, blank: false }
    }

    /// Whether somebody sits there and types, as far as can be known.
    #[must_use]
    pub const fn is_live(&self) -> bool {
        !self.echo
    }

    /// Writes one line.
    fn put(&mut self, line: &str) -> io::Result<()> {
        self.blank = line.is_empty();
        writeln!(self.out, "{line}")
    }

    /// An empty line, unless there is one already.
    pub fn gap(&mut self) -> io::Result<()> {
        if self.blank { Ok(()) } else { self.put("") }
    }

    /// A heading, with an empty line above it.
    pub fn heading(&mut self, text: &str) -> io::Result<()> {
        self.gap()?;
        for line in self.wrapped(text, 0, 0) {
            self.put(&format!("{BOLD}{line}{BOLD:#}"))?;
        }
        Ok(())
    }

    /// A heading from the catalogue.
    pub fn title(&mut self, message: &Message) -> io::Result<()> {
        let text = self.words.say(message);
        self.heading(&text)
    }

    /// Paragraphs.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.indented(text, 0, 0)
    }

    /// Paragraphs, the first line set in by `first`, the others by `rest`.
    pub fn indented(&mut self, text: &str, first: usize, rest: usize) -> io::Result<()> {
        for line in self.wrapped(text, first, rest) {
            self.put(&line)?;
        }
        Ok(())
    }

    /// A message from the catalogue.
    pub fn say(&mut self, message: &Message) -> io::Result<()> {
        let text = self.words.say(message);
        self.text(&text)
    }

    /// A message from the catalogue without arguments.
    pub fn tell(&mut self, key: &'static str) -> io::Result<()> {
        self.say(&Message::new(key))
    }

    /// A row of a numbered list: the number right-aligned, the text hanging behind it.
    pub fn row(&mut self, number: usize, text: &str) -> io::Result<()> {
        self.labelled(&format!("{number:>3}  "), text)
    }

    /// A row with a mark of its own in front.
    pub fn labelled(&mut self, label: &str, text: &str) -> io::Result<()> {
        let indent = textwrap::core::display_width(label);
        if indent * 2 > self.width {
            // A label that leaves no room stands alone.
            self.put(label.trim_end())?;
            return self.under(text);
        }
        let mut lines = self.wrapped(text, indent, indent).into_iter();
        let first = lines.next().unwrap_or_default();
        self.put(&format!("{label}{}", first.trim_start()))?;
        for line in lines {
            self.put(&line)?;
        }
        Ok(())
    }

    /// What belongs to the row above.
    pub fn under(&mut self, text: &str) -> io::Result<()> {
        self.indented(text, 5, 5)
    }

    /// Text as it was made elsewhere, line by line.
    pub fn raw(&mut self, text: &str) -> io::Result<()> {
        for line in text.lines() {
            self.put(line)?;
        }
        Ok(())
    }

    /// Asks for one line.
    pub fn ask(&mut self, prompt: &str) -> io::Result<Typed> {
        Ok(match self.line(prompt)? {
            Some(line) => Typed::Line(line.trim().to_owned()),
            None => Typed::End,
        })
    }

    /// Asks for one line and gives it back as it was typed, without its end.
    pub fn line(&mut self, prompt: &str) -> io::Result<Option<String>> {
        write!(self.out, "{prompt}")?;
        self.out.flush()?;
        let mut bytes = Vec::new();
        if self.input.read_until(b'\n', &mut bytes)? == 0 {
            writeln!(self.out)?;
            return Ok(None);
        }
        let text = String::from_utf8_lossy(&bytes);
        let line = printable(text.trim_end_matches(['\r', '\n']));
        if self.echo {
            writeln!(self.out, "{line}")?;
        }
        self.blank = line.is_empty() && prompt.trim().is_empty();
        Ok(Some(line))
    }

    /// A row of a table: cells set to the right, each in so many columns, and one that is as long as it is.
    pub fn row_of(&mut self, cells: &[(&str, usize)], last: &str) -> io::Result<()> {
        let cells = cells.iter().map(|(text, width)| format!("{text:>width$}")).collect::<String>();
        self.labelled(&format!("{cells}  "), last)
    }

    fn wrapped(&self, text: &str, first: usize, rest: usize) -> Vec<String> {
        wrap(text, self.width, first, rest)
    }
}

/// Breaks text into lines: paragraphs stay apart, no line ends in a blank.
#[must_use]
pub fn wrap(text: &str, width: usize, first: usize, rest: usize) -> Vec<String> {
    let (begin, hang) = (" ".repeat(first), " ".repeat(rest));
    let mut lines = Vec::new();
    for (index, paragraph) in printable(text).split('\n').enumerate() {
        let options = textwrap::Options::new(width)
            .initial_indent(if index == 0 { &begin } else { &hang })
            .subsequent_indent(&hang)
            .wrap_algorithm(WrapAlgorithm::FirstFit)
            // A name with hyphens, such as that of a log, stays whole.
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        lines.extend(textwrap::wrap(paragraph, options).into_iter().map(|line| line.trim_end().to_owned()));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(width: usize, typed: &str, talk: impl FnOnce(&mut Term<'_>) -> io::Result<()>) -> String {
        let words = Catalogue::english();
        let (mut out, mut input) = (Vec::new(), typed.as_bytes());
        talk(&mut Term::new(&mut out, &mut input, &words, width, true)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn rows_hang_behind_their_numbers() {
        let text = shown(30, "", |term| {
            term.row(1, "Ring the ward, once Ellis has said yes to it")?;
            term.under("15 min")
        });
        insta::assert_snapshot!(text, @"
          1  Ring the ward, once Ellis
             has said yes to it
             15 min
        ");
    }

    #[test]
    fn text_can_do_nothing_to_the_terminal() {
        let text = shown(80, "", |term| term.text("red \u{1b}[31malert\u{7} \u{202e}now"));
        assert_eq!(text, "red �[31malert� �now\n");
    }

    #[test]
    fn what_comes_from_a_pipe_is_repeated_and_its_end_is_told() {
        let text = shown(80, "  go on \r\nx", |term| {
            assert_eq!(term.ask("> ")?, Typed::Line("go on".into()));
            assert_eq!(term.ask("> ")?, Typed::Line("x".into()));
            assert_eq!(term.ask("> ")?, Typed::End);
            Ok(())
        });
        assert_eq!(text, ">   go on \n> x\n> \n");
    }
}
