//! What is wrong with brackets, commas, texts and signs, before anything is known about meaning.
//!
//! In go the tokens of a text that ron refused; out come all the places that break the rules of writing. One walk with
//! a stack of open brackets, which goes on after each finding as if the rule had been kept. It knows RON, and as much
//! of an author's habits (JSON, YAML, a word processor) as helps to name the slip.

use std::ops::Range;

use super::codes;
use super::scan::{Kind, Token};
use super::signs;
use super::tree::first_line;
use super::words::{nearest, short, usage};
use crate::diag::{Code, Diagnostic};
use crate::source::Source;

/// Everything that breaks the rules of writing, in the order in which it was met.
pub(super) fn problems(source: &Source, tokens: &[Token]) -> Vec<Diagnostic> {
    let mut walk = Walk {
        source,
        text: &source.text,
        tokens: tokens.iter().copied().filter(|token| token.kind != Kind::Comment).collect(),
        found: Vec::new(),
        current: Group::new(None, 0),
        outer: Vec::new(),
        broken: false,
        done: false,
        unclosed: None,
        closed_early: None,
        ended: None,
    };
    walk.cut_at_what_never_ends();
    walk.run();
    walk.found
}

/// What may come next inside a bracket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// A part, or the end.
    Part,
    /// The colon after a name or a key.
    Colon,
    /// The value after a colon.
    Value,
    /// A comma, or the end.
    Comma,
}

/// An open bracket and what has been read inside it.
#[derive(Debug, Clone)]
struct Group {
    /// The bracket; nothing for the file itself.
    open: Option<Token>,
    /// The word before the bracket.
    word: Option<Token>,
    bracket: u8,
    state: State,
    /// Curly brackets where round ones were meant.
    stands_for_round: bool,
    named: Option<Range<usize>>,
    unnamed: Option<Range<usize>>,
    /// The name or key that was read last.
    name: Option<Token>,
}

impl Group {
    const fn new(open: Option<Token>, bracket: u8) -> Self {
        Self {
            open,
            word: None,
            bracket,
            state: State::Part,
            stands_for_round: false,
            named: None,
            unnamed: None,
            name: None,
        }
    }

    const fn is_map(&self) -> bool {
        self.bracket == b'{' && !self.stands_for_round
    }

    /// The bracket with the word before it: `Arrival(`.
    fn shown(&self, text: &str) -> String {
        let word = self.word.map_or("", |word| word.text(text));
        format!("{}{}", short(word), char::from(self.bracket))
    }

    fn range(&self) -> Range<usize> {
        let open = self.open.map_or(0..0, Token::range);
        self.word.map_or(open.start, |word| word.start)..open.end
    }
}

const fn partner(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

struct Walk<'a> {
    source: &'a Source,
    text: &'a str,
    /// Without comments.
    tokens: Vec<Token>,
    found: Vec<Diagnostic>,
    /// The innermost open bracket, or the file itself.
    current: Group,
    /// The open brackets about it.
    outer: Vec<Group>,
    /// Brackets can't be trusted any more: one was found wrong, or the text was cut.
    broken: bool,
    /// Nothing further is looked at.
    done: bool,
    /// An opening bracket whose indentation says that its partner is missing.
    unclosed: Option<Group>,
    /// A closing bracket whose indentation says that it is one too many, or comes too early.
    closed_early: Option<Token>,
    /// What the one value of the file ended with.
    ended: Option<Token>,
}

impl Walk<'_> {
    fn report(&mut self, code: Code, range: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(Diagnostic::error(code, &self.source.name, range, message).with_help(help));
    }

    fn label_last(&mut self, range: Range<usize>, text: impl Into<String>) {
        if let Some(last) = self.found.pop() {
            self.found.push(last.with_label(range, text));
        }
    }

    fn kind(&self, index: usize) -> Option<Kind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    fn token(&self, index: usize) -> Option<Token> {
        self.tokens.get(index).copied()
    }

    fn written(&self, token: Token) -> String {
        short(token.text(self.text))
    }

    fn character(&self, index: usize) -> Option<char> {
        self.token(index).and_then(|token| token.text(self.text).chars().next())
    }

    fn line(&self, at: usize) -> usize {
        self.source.position(at).line
    }

    /// The last character of a token, to mark "after this".
    fn end_of(&self, token: Token) -> Range<usize> {
        let last = token.text(self.text).chars().next_back().map_or(0, char::len_utf8);
        token.end - last..token.end
    }

    /// True if the next token stands directly at this one.
    fn touches(&self, index: usize) -> bool {
        matches!((self.token(index), self.token(index + 1)), (Some(a), Some(b)) if a.end == b.start)
    }

    /// A comment or text that never ends swallows the rest of the file. What stands before it is still looked at.
    fn cut_at_what_never_ends(&mut self) {
        let Some(&last) = self.tokens.last() else { return };
        let (at, code, message, help) = match last.kind {
            Kind::OpenComment => (
                self.tokens.len() - 1,
                codes::COMMENT_NOT_CLOSED,
                "this comment is never closed",
                "End it with `*/`. Each `/*` inside it needs a `*/` of its own.",
            ),
            // After a forgotten quotation mark, texts and what stands between them have changed places. The first text
            // that runs straight into a word is where that began.
            Kind::OpenText => (
                (0..self.tokens.len()).find(|&n| self.runs_on(n)).unwrap_or(self.tokens.len() - 1),
                codes::TEXT_NOT_CLOSED,
                "this text is not closed",
                "Put a quotation mark `\"` where it ends. Inside a text, a quotation mark is written `\\\"`.",
            ),
            Kind::OpenRaw => (
                self.tokens.len() - 1,
                codes::TEXT_NOT_CLOSED,
                "this raw text is not closed",
                "End it with `\"` and as many `#` as it begins with, or write an ordinary text: `\"...\"`.",
            ),
            _ => return,
        };
        let Some(token) = self.token(at) else { return };
        let range = match token.kind {
            Kind::OpenComment => token.start..token.start + 2,
            _ => first_line(self.text, token.range()),
        };
        self.tokens.truncate(at);
        self.broken = true;
        self.report(code, range, message, help);
    }

    /// A text with something directly after its closing mark that is no comma, colon or bracket.
    fn runs_on(&self, index: usize) -> bool {
        self.kind(index) == Some(Kind::Text)
            && self.touches(index)
            && !matches!(self.kind(index + 1), Some(Kind::Comma | Kind::Colon | Kind::Close(_)))
    }

    fn run(&mut self) {
        let mut index = self.skip_attributes();
        while let Some(token) = self.token(index) {
            let next = match token.kind {
                Kind::Open(bracket) => self.open(index, token, bracket),
                Kind::Close(bracket) => self.close(token, bracket),
                Kind::Comma => self.comma(index, token),
                Kind::Colon => self.colon(token),
                Kind::Word => self.word(index, token),
                Kind::Number => self.number(index, token),
                Kind::Text => self.quoted(index, token),
                Kind::Other => self.sign(index, token),
                _ => self.value(index, token),
            };
            if self.done {
                return;
            }
            index = next.unwrap_or(index + 1).max(index + 1);
        }
        self.file_ends();
    }

    /// `#![enable(..)]` at the start of the file; returns the token after it.
    fn skip_attributes(&mut self) -> usize {
        let mut index = 0;
        while self.character(index) == Some('#') && self.kind(index) == Some(Kind::Other) {
            let Some(end) = (index..self.tokens.len()).find(|&n| self.kind(n) == Some(Kind::Close(b']'))) else { break };
            let known = ["unwrap_newtypes", "implicit_some", "unwrap_variant_newtypes", "explicit_struct_names"];
            let words = self.tokens[index..end].iter().filter(|token| token.kind == Kind::Word);
            let unknown = words.copied().find(|word| {
                let word = word.text(self.text);
                word != "enable" && !known.contains(&word)
            });
            if let Some(word) = unknown {
                let message = format!("there is no extension called `{}`", self.written(word));
                self.report(codes::EXTENSION, word.range(), message, "Leave the line out: no file needs an extension.");
            }
            index = end + 1;
        }
        index
    }

    /// A value begins with this token.
    fn value(&mut self, index: usize, token: Token) -> Option<usize> {
        match self.current.state {
            State::Comma if self.outer.is_empty() => {
                self.after_the_end(index, token);
                return None;
            }
            State::Comma => {
                self.missing_comma(index, token);
                self.part(token);
            }
            State::Part => self.part(token),
            State::Colon => {
                let name = self.current.name.map_or_else(String::new, |name| self.written(name));
                self.report(
                    codes::SIGN,
                    token.range(),
                    format!("a colon is missing between `{name}` and its value"),
                    format!("Write `{name}: ...`."),
                );
                self.current.state = State::Comma;
            }
            State::Value => self.current.state = State::Comma,
        }
        if self.outer.is_empty() {
            self.ended = Some(token);
        }
        None
    }

    /// An unnamed part of round or square brackets, or the key of a map.
    fn part(&mut self, token: Token) {
        if self.current.is_map() {
            self.current.name = Some(token);
            self.current.state = State::Colon;
        } else {
            self.current.unnamed.get_or_insert(token.range());
            self.current.state = State::Comma;
        }
    }

    /// A part with this name begins.
    fn named(&mut self, name: Token) {
        self.current.named.get_or_insert(name.range());
        self.current.name = Some(name);
        self.current.state = State::Colon;
    }

    fn missing_comma(&mut self, index: usize, token: Token) {
        let Some(before) = index.checked_sub(1).and_then(|n| self.token(n)) else { return };
        let range = self.end_of(before);
        let bare_word = before.kind == Kind::Word && self.character(index - 1).is_some_and(char::is_uppercase);
        if bare_word && self.line(before.start) == self.line(token.start) {
            let word = self.written(before);
            let help = match usage(&word) {
                Some(usage) => format!("Write `{usage}`, or put a comma between them."),
                None => "Put a comma between them, or round brackets about the second.".to_owned(),
            };
            self.report(codes::COMMA, range, format!("a comma or a bracket is missing after `{word}`"), help);
        } else {
            self.report(codes::COMMA, range, "a comma is missing after this", "Put a comma here.");
        }
    }

    fn open(&mut self, index: usize, token: Token, bracket: u8) -> Option<usize> {
        // A word directly before a round bracket was taken for a value when it was met.
        let word = index.checked_sub(1).and_then(|n| self.token(n)).filter(|word| {
            word.kind == Kind::Word && matches!(self.current.state, State::Comma | State::Colon) && bracket != b'['
        });
        let mut group = Group::new(Some(token), bracket);
        if let Some(name) = word {
            group.word = word;
            if bracket == b'{' {
                let name = self.written(name);
                self.report(
                    codes::CURLY_AFTER_NAME,
                    token.range(),
                    format!("`{name}` is followed by a curly bracket, and needs a round one"),
                    format!("Write `{name}(...)`. Curly brackets are for maps: `{{Public: High}}`."),
                );
                group.stands_for_round = true;
            }
        } else {
            self.value(index, token);
            if self.done {
                return None;
            }
        }
        self.outer.push(std::mem::replace(&mut self.current, group));
        None
    }

    fn close(&mut self, token: Token, bracket: u8) -> Option<usize> {
        if self.outer.is_empty() || partner(self.current.bracket) != bracket {
            self.wrong_close(token, bracket);
            return None;
        }
        self.part_ends(token);
        let mixed = match (&self.current.named, &self.current.unnamed) {
            (Some(named), Some(unnamed)) if self.current.bracket != b'[' => Some((named.clone(), unnamed.clone())),
            _ => None,
        };
        if let Some((named, unnamed)) = mixed {
            let word = self.current.word.map(|word| self.written(word)).unwrap_or_default();
            let help = match usage(&word) {
                Some(usage) => format!("Write `{usage}`."),
                None => "Give each part a name, or none.".to_owned(),
            };
            let message = "in these brackets some parts have names and some have none";
            self.report(codes::MIXED, unnamed, message, help);
            self.label_last(named, "this one has a name");
        }
        self.compare_indentation(token);
        self.pop();
        if self.outer.is_empty() {
            self.ended = Some(token);
        }
        None
    }

    fn pop(&mut self) {
        if let Some(outer) = self.outer.pop() {
            self.current = outer;
        }
        // In a map, what was closed may have been a key.
        if self.current.state != State::Colon {
            self.current.state = State::Comma;
        }
    }

    /// A closing bracket that doesn't fit the innermost open one.
    fn wrong_close(&mut self, token: Token, bracket: u8) {
        let depth = std::iter::once(&self.current)
            .chain(self.outer.iter().rev())
            .position(|group| group.open.is_some() && partner(group.bracket) == bracket);
        let shown = char::from(bracket);
        let Some(depth) = depth else {
            if !self.broken {
                self.broken = true;
                let early = self.closed_early.filter(|early| early.start != token.start);
                let message = match early {
                    Some(_) => format!("this `{shown}` closes nothing: a bracket above closes too early"),
                    None => format!("this `{shown}` closes nothing"),
                };
                self.report(codes::CLOSES_NOTHING, token.range(), message, "Take it out, or put in the bracket that it closes.");
                if let Some(early) = early {
                    self.label_last(early.range(), "going by the lines, this one is too many");
                } else if let Some(end) = self.ended
                    && self.outer.is_empty()
                {
                    self.label_last(self.end_of(end), "everything was closed here");
                }
            }
            self.done = self.outer.is_empty();
            return;
        };
        if !self.broken {
            self.broken = true;
            let open = self.current.shown(self.text);
            let range = self.current.range();
            let need = char::from(partner(self.current.bracket));
            self.report(
                codes::NOT_CLOSED,
                range,
                format!("this `{open}` is not closed before the `{shown}` of line {}", self.line(token.start)),
                format!("Put a `{need}` where it ends."),
            );
            self.label_last(token.range(), format!("`{need}` is missing before this"));
        }
        for _ in 0..=depth {
            self.pop();
        }
    }

    /// Remembers the first pair of brackets, each alone on its lines, that are indented differently.
    fn compare_indentation(&mut self, close: Token) {
        let Some(open) = self.current.open else { return };
        let indent = |at: usize| {
            let start = self.text[..at].rfind('\n').map_or(0, |n| n + 1);
            let line = &self.text[start..];
            (line.len() - line.trim_start_matches([' ', '\t']).len(), start)
        };
        let (close_indent, close_line) = indent(close.start);
        let (open_indent, open_line) = indent(open.start);
        if open_line == close_line || close_line + close_indent != close.start {
            return;
        }
        if close_indent < open_indent && self.unclosed.is_none() {
            self.unclosed = Some(self.current.clone());
        }
        if close_indent > open_indent && self.closed_early.is_none() {
            self.closed_early = Some(close);
        }
    }

    /// What must not be left open when a part ends with a comma or a bracket.
    fn part_ends(&mut self, end: Token) {
        let Some(name) = self.current.name else { return };
        let written = self.written(name);
        match self.current.state {
            State::Value => {
                self.report(
                    codes::NO_VALUE,
                    name.range(),
                    format!("`{written}:` has no value"),
                    "Write its value after the colon, or leave it out.",
                );
            }
            State::Colon if self.current.is_map() => {
                self.report(
                    codes::NO_VALUE,
                    name.range(),
                    format!("`{written}` stands in curly brackets without a value"),
                    format!("A map has keys and values: `{{{written}: ...}}`. A list has square brackets: `[{written}]`."),
                );
            }
            State::Colon => {
                self.report(
                    codes::NO_VALUE,
                    name.start..end.start.max(name.end).min(name.end),
                    format!("`{written}` has no value"),
                    format!("Write `{written}: ...`."),
                );
            }
            State::Part | State::Comma => {}
        }
    }

    fn comma(&mut self, index: usize, token: Token) -> Option<usize> {
        if self.outer.is_empty() {
            if index + 1 == self.tokens.len() && self.ended.is_some() {
                let message = "a comma stands after the end of the file's one value";
                self.report(codes::AFTER_THE_END, token.range(), message, "Leave it out.");
                self.done = true;
            } else {
                self.after_the_end(index, token);
            }
            return None;
        }
        if self.current.state == State::Part {
            self.report(codes::NO_VALUE, token.range(), "nothing stands before this comma", "Take the comma out.");
        }
        self.part_ends(token);
        self.current.state = State::Part;
        self.current.name = None;
        None
    }

    fn colon(&mut self, token: Token) -> Option<usize> {
        match (self.current.state, self.current.name) {
            (State::Colon, _) => self.current.state = State::Value,
            (State::Value, _) => {
                self.report(codes::SIGN, token.range(), "two colons follow each other", "Write one.");
            }
            _ => {
                self.report(codes::SIGN, token.range(), "this colon follows no name", "Take it out, or write the name of the field before it.");
                self.current.state = State::Value;
            }
        }
        None
    }

    fn word(&mut self, index: usize, token: Token) -> Option<usize> {
        let next = self.kind(index + 1);
        let in_map = self.current.is_map();
        if next == Some(Kind::Colon) && !in_map && matches!(self.current.state, State::Part | State::Comma) {
            return self.name(index, token);
        }
        if let Some(end) = self.run_of_unquoted(index) {
            return self.unquoted(index, end);
        }
        let lower = self.character(index).is_some_and(char::is_lowercase);
        let value_follows = matches!(next, Some(Kind::Text | Kind::Number | Kind::Word | Kind::Open(b'[')));
        if lower && value_follows && self.current.bracket == b'(' && self.current.state == State::Part {
            // `title "..."`: its value says that the colon is missing.
            self.named(token);
            return None;
        }
        self.value(index, token)
    }

    /// `title:` where a part may begin.
    fn name(&mut self, index: usize, token: Token) -> Option<usize> {
        if self.outer.is_empty() {
            self.after_the_end(index, token);
            return None;
        }
        if self.current.state == State::Comma {
            self.missing_comma(index, token);
        }
        if self.current.bracket == b'[' {
            let name = self.written(token);
            self.report(
                codes::SYNTAX,
                token.range(),
                format!("`{name}:` stands in a list, and the parts of a list have no names"),
                "Put it into the round brackets of what it belongs to. Perhaps these are closed too early.",
            );
        }
        self.named(token);
        None
    }

    /// The last token of an id or date written without quotation marks: pieces that touch each other.
    fn run_of_unquoted(&self, index: usize) -> Option<usize> {
        let mut end = index;
        while self.touches(end) {
            let joins = match self.kind(end + 1) {
                Some(Kind::Word | Kind::Number) => true,
                Some(Kind::Other) => matches!(self.character(end + 1), Some('-' | '.' | '/' | '@')),
                _ => false,
            };
            if !joins {
                break;
            }
            end += 1;
        }
        (end > index).then_some(end)
    }

    fn unquoted(&mut self, index: usize, end: usize) -> Option<usize> {
        let (first, last) = (self.token(index)?, self.token(end)?);
        let range = first.start..last.end;
        let written = short(self.text.get(range.clone()).unwrap_or_default());
        self.value(index, first);
        if !self.done {
            self.report(
                codes::NOT_QUOTED,
                range,
                format!("`{written}` needs quotation marks"),
                format!("Write `\"{written}\"`. Ids, dates and times of day are texts."),
            );
        }
        Some(end + 1)
    }

    fn number(&mut self, index: usize, token: Token) -> Option<usize> {
        // 10:30, where no key of a map could stand.
        let is_time = self.kind(index + 1) == Some(Kind::Colon)
            && self.kind(index + 2) == Some(Kind::Number)
            && self.touches(index)
            && self.touches(index + 1)
            && !(self.current.is_map() && self.current.state == State::Part);
        if is_time {
            return self.unquoted(index, index + 2);
        }
        if let Some(end) = self.run_of_unquoted(index) {
            return self.unquoted(index, end);
        }
        if !signs::is_number(token.text(self.text)) {
            let written = self.written(token);
            let message = format!("`{written}` is no number");
            self.report(codes::NUMBER, token.range(), message, "Write a number such as 15, -2 or 0.25, and nothing directly after it.");
        }
        self.value(index, token)
    }

    /// A text in quotation marks.
    fn quoted(&mut self, index: usize, token: Token) -> Option<usize> {
        for (range, message, help) in signs::bad_escapes(self.text, token) {
            self.report(codes::ESCAPE, range, message, help);
        }
        let next = self.kind(index + 1);
        if self.runs_on(index) {
            return self.mark_inside(index, token);
        }
        if next == Some(Kind::Colon) && self.current.bracket != b'{' && !self.outer.is_empty() {
            if self.current.state == State::Comma {
                self.missing_comma(index, token);
            }
            let name = short(token.text(self.text).trim_matches('"'));
            self.report(
                codes::SIGN,
                token.range(),
                "the name of a field has no quotation marks",
                format!("Write `{name}: ...`."),
            );
            self.named(token);
            return None;
        }
        self.value(index, token)
    }

    /// A quotation mark in the middle of a text has ended it. The text is taken to go on to the next mark that has a
    /// comma or a bracket after it.
    fn mark_inside(&mut self, index: usize, token: Token) -> Option<usize> {
        self.value(index, token);
        if self.done {
            return None;
        }
        let end = self.end_of(token);
        self.report(
            codes::QUOTE_INSIDE,
            end,
            "this quotation mark ends the text, and more of it seems to follow",
            "Inside a text, write `\\\"` for a quotation mark. If the text was to end earlier, it lacks its closing mark there.",
        );
        if self.line(token.start) != self.line(token.end) {
            self.label_last(token.start..token.start + 1, "the text begins here");
        }
        let after = |n: usize| matches!(self.kind(n + 1), None | Some(Kind::Comma | Kind::Close(_)));
        let last = (index + 1..self.tokens.len()).find(|&n| {
            matches!(self.kind(n), Some(Kind::Text | Kind::OpenText)) && !self.runs_on(n) && after(n)
        });
        // With no such mark, only the piece that touches is skipped.
        Some(last.map_or(index + 2, |n| n + 1))
    }

    /// A sign that has no meaning here.
    fn sign(&mut self, index: usize, token: Token) -> Option<usize> {
        let c = self.character(index)?;
        if let Some(close) = signs::closing_quote(c) {
            return self.other_quotes(index, token, c, close);
        }
        let continues = index.checked_sub(1).is_some_and(|n| self.kind(n) == Some(Kind::Other) && self.touches(n));
        match c {
            '=' if !self.outer.is_empty() && self.current.state == State::Comma => {
                if let Some(name) = index.checked_sub(1).and_then(|n| self.token(n)).filter(|name| name.kind == Kind::Word) {
                    let message = "a field and its value have a colon between them";
                    self.report(codes::SIGN, token.range(), message, format!("Write `{}: ...`.", self.written(name)));
                    self.current.unnamed = self.current.unnamed.take().filter(|range| range.start != name.start);
                    self.named(name);
                    self.current.state = State::Value;
                    return None;
                }
            }
            ';' if !self.outer.is_empty() => {
                self.report(codes::SIGN, token.range(), "parts are divided by commas", "Write a comma instead.");
                self.current.state = State::Part;
                return None;
            }
            _ => {}
        }
        if !continues {
            let (code, message, help) = signs::explain(c);
            self.report(code, token.range(), message, help);
        }
        None
    }

    /// A text in other marks than `"`.
    fn other_quotes(&mut self, index: usize, token: Token, open: char, close: &'static [char]) -> Option<usize> {
        let rest = &self.text[token.end..];
        let line = rest.split('\n').next().unwrap_or_default();
        let found = line.char_indices().find(|(_, c)| close.contains(c));
        let end = found.map_or(token.end, |(at, c)| token.end + at + c.len_utf8());
        let (code, message) = if open == '\'' {
            (codes::SINGLE_QUOTES, "a text stands in double quotation marks".to_owned())
        } else {
            (codes::SMART_QUOTES, format!("`{open}` is a mark of a word processor, and begins no text"))
        };
        self.value(index, token);
        if !self.done {
            self.report(code, token.start..end, message, "Write the plain mark `\"` at both ends.");
        }
        let next = (index + 1..self.tokens.len()).find(|&n| self.token(n).is_some_and(|token| token.start >= end));
        Some(next.unwrap_or(self.tokens.len()))
    }

    /// Something stands after the one value of the file.
    fn after_the_end(&mut self, index: usize, token: Token) {
        self.done = true;
        if self.broken {
            return;
        }
        let Some(end) = self.ended else {
            let message = "a file begins with a value, not with a sign";
            self.report(codes::SYNTAX, token.range(), message, "Take it out.");
            return;
        };
        let ended = self.end_of(end);
        let second = token.kind == Kind::Word && self.kind(index + 1) == Some(Kind::Open(b'('));
        if second && self.closed_early.is_none() {
            let name = self.written(token);
            self.report(
                codes::SECOND_DOCUMENT,
                token.range(),
                format!("a second value, `{name}(`, begins in the same file"),
                "A file holds one. Put the second into a file of its own.",
            );
        } else {
            self.report(
                codes::AFTER_THE_END,
                token.range(),
                "something stands after the end of the file's one value",
                "If it belongs to that value, a bracket above closes too early. If not, take it out.",
            );
        }
        self.label_last(ended, "everything was closed here");
        if let Some(early) = self.closed_early.filter(|early| early.end != end.end) {
            self.label_last(early.range(), "going by the lines, this one is too many");
        }
    }

    /// Brackets that are still open.
    fn file_ends(&mut self) {
        if self.broken || self.outer.is_empty() {
            return;
        }
        let (group, seems) = match self.unclosed.take() {
            Some(group) => (group, "going by the lines, "),
            None => (self.current.clone(), ""),
        };
        let need = char::from(partner(group.bracket));
        let open = group.shown(self.text);
        let message = if seems.is_empty() {
            format!("this `{open}` is never closed")
        } else {
            format!("the file ends with a bracket open: {seems}it is this `{open}`")
        };
        self.report(codes::NOT_CLOSED, group.range(), message, format!("Put a `{need}` where it ends."));
    }
}

/// True if a word is near to one that begins a file.
pub(super) fn begins_a_file(word: &str) -> bool {
    nearest(word, ["Scenario", "Panel", "Plan", "PolicyPack", "BankHolidays"]).is_some()
}
