//! What is wrong with brackets, commas, texts and signs, before anything is known about meaning.
//!
//! In goes a text that ron refused; out come all the places that break the rules of writing. One walk with
//! a stack of open brackets, which goes on after each finding as if the rule had been kept. It knows RON, and as much
//! of an author's habits (JSON, YAML, a word processor) as helps to name the slip.

mod brackets;
mod texts;

use std::ops::Range;

use super::codes;
use super::scan::{Kind, Scanner, Token};
use super::signs;
use super::words::{short, usage};
use crate::diag::{Code, Diagnostic};
use crate::source::Source;

/// Findings after which nothing further is looked at: more than are told.
const ENOUGH: usize = 4 * super::MOST_FINDINGS;

/// Everything that breaks the rules of writing, in the order in which it was met.
pub(super) fn problems(source: &Source) -> Vec<Diagnostic> {
    let mut walk = Walk {
        source,
        text: &source.text,
        tokens: Scanner::new(&source.text).filter(|token| token.kind != Kind::Comment).collect(),
        found: Vec::new(),
        current: Group::new(None, 0),
        outer: Vec::new(),
        broken: false,
        done: false,
        unclosed: None,
        closed_early: None,
        mixed: Vec::new(),
        last_closed: None,
        stray: None,
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
    /// The name or key of the part that is being read.
    name: Option<Token>,
    /// The name that was read last.
    last_name: Option<Token>,
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
            last_name: None,
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

/// A name that stands in a list.
#[derive(Debug, Clone)]
struct Stray {
    name: Token,
    /// The bracket of the list.
    list: Token,
    /// What was closed last before it, and with which bracket.
    closed: Option<(Group, Token)>,
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
    /// Brackets in which names follow on unnamed parts: perhaps they end where the names begin.
    mixed: Vec<Group>,
    /// What was closed last.
    last_closed: Option<(Group, Token)>,
    /// The first name in a list.
    stray: Option<Stray>,
    /// What the one value of the file ended with.
    ended: Option<Token>,
}

impl Walk<'_> {
    fn report(&mut self, code: Code, range: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(Diagnostic::error(code, &self.source.name, range, message).with_help(help));
        self.done |= self.found.len() >= ENOUGH;
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
            let Some(end) = (index..self.tokens.len()).find(|&n| self.kind(n) == Some(Kind::Close(b']'))) else {
                break;
            };
            let known = ["unwrap_newtypes", "implicit_some", "unwrap_variant_newtypes", "explicit_struct_names"];
            let words = self.tokens[index..end].iter().filter(|token| token.kind == Kind::Word);
            let unknown = words.copied().find(|word| {
                let word = word.text(self.text);
                word != "enable" && !known.contains(&word)
            });
            if let Some(word) = unknown {
                let message = format!("there is no extension called `{}`", self.written(word));
                self.report(
                    codes::EXTENSION,
                    word.range(),
                    message,
                    "Leave the line out: no file needs an extension.",
                );
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
        self.current.last_name = Some(name);
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

    /// What must not be left open when a part ends with a comma or a bracket.
    fn part_ends(&mut self) {
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
                    format!(
                        "A map has keys and values: `{{{written}: ...}}`. A list has square brackets: `[{written}]`."
                    ),
                );
            }
            State::Colon => {
                self.report(
                    codes::NO_VALUE,
                    name.range(),
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
        self.part_ends();
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
                self.report(
                    codes::SIGN,
                    token.range(),
                    "this colon follows no name",
                    "Take it out, or write the name of the field before it.",
                );
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
            if self.stray.is_none()
                && let Some(list) = self.current.open
            {
                self.stray = Some(Stray { name: token, list, closed: self.last_closed.clone() });
            }
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
            self.report(
                codes::NUMBER,
                token.range(),
                message,
                "Write a number such as 15, -2 or 0.25, and nothing directly after it.",
            );
        }
        self.value(index, token)
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
                if let Some(name) =
                    index.checked_sub(1).and_then(|n| self.token(n)).filter(|name| name.kind == Kind::Word)
                {
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
        if !self.outer.is_empty() && self.current.state == State::Comma && "&|<>=+*^".contains(c) {
            // What follows belongs to the same value.
            self.current.state = State::Value;
            self.current.name = None;
        }
        None
    }
}
