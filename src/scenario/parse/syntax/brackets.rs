//! Brackets: what opens, what closes, and which of two is at fault when they don't fit.
//!
//! Where a bracket is missing, the place at which that shows is lines away. Names, the kinds of things and the
//! indentation tell which bracket it was.

use std::ops::Range;

use super::{Group, State, Walk, codes, partner};
use crate::scenario::parse::scan::{Kind, Token};
use crate::scenario::parse::words::usage;

impl Walk<'_> {
    pub(super) fn open(&mut self, index: usize, token: Token, bracket: u8) -> Option<usize> {
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

    pub(super) fn close(&mut self, token: Token, bracket: u8) -> Option<usize> {
        if self.outer.is_empty() || partner(self.current.bracket) != bracket {
            self.wrong_close(token, bracket);
            return None;
        }
        self.part_ends();
        let mixed = match (&self.current.named, &self.current.unnamed) {
            (Some(named), Some(unnamed)) if self.current.bracket != b'[' => Some((named.clone(), unnamed.clone())),
            _ => None,
        };
        if let Some((named, unnamed)) = mixed {
            if unnamed.start < named.start {
                self.mixed.push(self.current.clone());
            }
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
        self.last_closed = Some((self.current.clone(), token));
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
        let Some(depth) = depth.filter(|_| !self.lacks_an_opening(bracket)) else {
            self.closes_nothing(token, bracket);
            return;
        };
        if !self.broken {
            self.broken = true;
            if !self.stray_name() {
                let (group, before) = self.likely_unclosed(self.current.clone(), token.range());
                let need = char::from(partner(group.bracket));
                let message = format!("this `{}` is not closed", group.shown(self.text));
                self.report(codes::NOT_CLOSED, group.range(), message, format!("Put a `{need}` where it ends."));
                self.label_last(before, format!("`{need}` is missing before this"));
            }
        }
        for _ in 0..=depth {
            self.pop();
        }
    }

    /// The parts of a list whose opening bracket is missing have become unnamed parts of what is about it. If they are
    /// the same as that, it is rather its own end that is missing.
    fn lacks_an_opening(&self, bracket: u8) -> bool {
        let group = &self.current;
        let word = |range: &Range<usize>| self.text.get(range.clone()).unwrap_or_default();
        match (&group.named, &group.unnamed) {
            (Some(named), Some(unnamed)) if bracket == b']' => {
                unnamed.start > named.start && group.word.is_none_or(|own| own.text(self.text) != word(unnamed))
            }
            _ => false,
        }
    }

    fn closes_nothing(&mut self, token: Token, bracket: u8) {
        if self.current.state == State::Part {
            self.current.state = State::Comma;
        }
        self.done = self.outer.is_empty();
        if self.broken {
            return;
        }
        self.broken = true;
        let shown = char::from(bracket);
        let early = self.closed_early.filter(|early| early.start != token.start);
        let message = match early {
            Some(_) => format!("this `{shown}` closes nothing: a bracket above closes too early"),
            None => format!("this `{shown}` closes nothing"),
        };
        let help = "Take it out, or put in the bracket that it closes.";
        self.report(codes::CLOSES_NOTHING, token.range(), message, help);
        let name = self.current.last_name.filter(|_| bracket != b')' && !self.outer.is_empty());
        if let Some(name) = name {
            self.current.unnamed = None;
            let bracket = if bracket == b']' { '[' } else { '{' };
            self.label_last(name.range(), format!("perhaps a `{bracket}` is missing after this"));
        } else if let Some(early) = early {
            self.label_last(early.range(), "going by the lines, this one is too many");
        } else if let Some(end) = self.ended
            && self.outer.is_empty()
        {
            self.label_last(self.end_of(end), "everything was closed here");
        }
    }

    /// A name in a list that turns out not to be closed: either the list was to end before it, or what stands before
    /// it was closed too early. The indentation tells. True if that was said.
    fn stray_name(&mut self) -> bool {
        let Some(stray) = self.stray.take() else { return false };
        if self.current.open != Some(stray.list) {
            return false;
        }
        self.found.retain(|finding| finding.start() < stray.list.start || finding.code != codes::SYNTAX);
        let (indent, line) = self.indentation(stray.name.start);
        let ends_list = line + indent == stray.name.start && indent <= self.indentation(stray.list.start).0;
        let name = self.written(stray.name);
        let closed = stray.closed.filter(|(_, close)| close.start > stray.list.start);
        match closed {
            _ if name.starts_with(char::is_uppercase) => {
                let message = format!("`{name}:` is no name of a field: a bracket seems to be missing in it");
                self.report(codes::SYNTAX, stray.name.range(), message, "Write `Name(field: ...)`.");
            }
            Some((group, close)) if !ends_list => {
                self.report(
                    codes::CLOSES_NOTHING,
                    close.range(),
                    format!("this closes `{}`, and `{name}:` after it belongs to nothing", group.shown(self.text)),
                    "Take this bracket out, or put in the one that it was meant to close.",
                );
                self.label_last(group.range(), "opened here");
            }
            _ => {
                let message = format!("this `{}` is not closed", self.current.shown(self.text));
                self.report(codes::NOT_CLOSED, self.current.range(), message, "Put a `]` where it ends.");
                self.label_last(stray.name.range(), "`]` is missing before this");
            }
        }
        true
    }

    /// Names after unnamed parts, inside a bracket that is not closed, say that these parts were to end before the
    /// names. What else was found inside follows from that, and is taken back.
    fn likely_unclosed(&mut self, open: Group, before: Range<usize>) -> (Group, Range<usize>) {
        let start = open.open.map_or(0, |token| token.start);
        self.found.retain(|finding| finding.start() < start || !matches!(finding.code, codes::SYNTAX | codes::MIXED));
        let mixed = self.mixed.iter().find(|group| group.open.is_some_and(|token| token.start > start));
        if let Some(group) = mixed {
            return (group.clone(), group.named.clone().unwrap_or(before));
        }
        // The next thing of the same kind has become a part of this one.
        match (&open.named, &open.unnamed) {
            (Some(named), Some(unnamed)) if unnamed.start > named.start => (open.clone(), unnamed.clone()),
            _ => (open, before),
        }
    }

    /// How far a line is indented, and where it starts.
    fn indentation(&self, at: usize) -> (usize, usize) {
        let start = self.text[..at].rfind('\n').map_or(0, |n| n + 1);
        let line = self.text[start..].split('\n').next().unwrap_or_default();
        (line.len() - line.trim_start_matches([' ', '\t']).len(), start)
    }

    /// Remembers the first pair of brackets, each alone on its lines, that are indented differently.
    fn compare_indentation(&mut self, close: Token) {
        let Some(open) = self.current.open else { return };
        let (close_indent, close_line) = self.indentation(close.start);
        let (open_indent, open_line) = self.indentation(open.start);
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

    /// Something stands after the one value of the file.
    pub(super) fn after_the_end(&mut self, index: usize, token: Token) {
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
    pub(super) fn file_ends(&mut self) {
        if self.broken || self.outer.is_empty() {
            return;
        }
        let (group, seems) = match self.unclosed.take() {
            Some(group) => (group, "going by the lines, "),
            None => (self.current.clone(), ""),
        };
        let end = self.text.len()..self.text.len();
        let (group, _) = self.likely_unclosed(group, end);
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
