//! Texts: marks that are missing, too many or of another kind, and what ought to be a text and has no marks.

use super::{State, Walk, codes};
use crate::scenario::parse::scan::{Kind, Token};
use crate::scenario::parse::signs;
use crate::scenario::parse::tree::first_line;
use crate::scenario::parse::words::short;

impl Walk<'_> {
    /// A comment or text that never ends swallows the rest of the file. What stands before it is still looked at.
    pub(super) fn cut_at_what_never_ends(&mut self) {
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
        self.broken = true;
        if let Some(first) = self.unopened(at) {
            self.report_unopened(first, token);
            self.tokens.truncate(first);
            return;
        }
        let range = match token.kind {
            Kind::OpenComment => token.start..token.start + 2,
            _ => first_line(self.text, token.range()),
        };
        self.tokens.truncate(at);
        self.report(code, range, message, help);
    }

    /// A quotation mark directly after a word ends a text that lacks its first mark. The token with which that text
    /// begins: what follows the last name and colon.
    fn unopened(&self, index: usize) -> Option<usize> {
        let before = index.checked_sub(1)?;
        let is_text = matches!(self.kind(index), Some(Kind::Text | Kind::OpenText));
        let is_prose = matches!(self.kind(before), Some(Kind::Word | Kind::Number | Kind::Other | Kind::Close(b')')));
        if !is_text || !is_prose || !self.touches(before) {
            return None;
        }
        let after_colon = (3..index).rev().find(|&n| {
            self.kind(n - 1) == Some(Kind::Colon)
                && self.kind(n - 2) == Some(Kind::Word)
                && matches!(self.kind(n - 3), Some(Kind::Comma | Kind::Open(_)))
        });
        let no_text_between = |n: usize| (n..index).all(|n| self.kind(n) != Some(Kind::Text));
        Some(after_colon.filter(|&n| no_text_between(n)).unwrap_or(before))
    }

    fn report_unopened(&mut self, first: usize, text: Token) {
        let start = self.token(first).map_or(text.start, |token| token.start);
        // The words of the text have been taken for something else.
        self.found.retain(|finding| finding.start() < start || finding.code == codes::ESCAPE);
        let range = first_line(self.text, start..text.start + 1);
        let message = "this text has no quotation mark at its beginning";
        self.report(codes::TEXT_NOT_CLOSED, range, message, "Put a `\"` before it.");
    }

    /// A text with something directly after its closing mark that is no comma, colon or bracket.
    pub(super) fn runs_on(&self, index: usize) -> bool {
        self.kind(index) == Some(Kind::Text)
            && self.touches(index)
            && !matches!(self.kind(index + 1), Some(Kind::Comma | Kind::Colon | Kind::Close(_)))
    }

    /// The last token of an id or date written without quotation marks: pieces that touch each other.
    pub(super) fn run_of_unquoted(&self, index: usize) -> Option<usize> {
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

    pub(super) fn unquoted(&mut self, index: usize, end: usize) -> Option<usize> {
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

    /// A text in quotation marks.
    pub(super) fn quoted(&mut self, index: usize, token: Token) -> Option<usize> {
        if let Some(first) = self.unopened(index) {
            self.report_unopened(first, token);
            self.done = true;
            return None;
        }
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
        if signs::has_swallowed_a_field(token.text(self.text)) {
            // From here on, texts and what stands between them have changed places.
            self.done = true;
            self.report(
                codes::TEXT_NOT_CLOSED,
                first_line(self.text, token.range()),
                "this text is not closed: the next field has become part of it",
                "Put a quotation mark `\"` where it ends. Inside a text, a quotation mark is written `\\\"`.",
            );
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
        let last = (index + 1..self.tokens.len())
            .find(|&n| matches!(self.kind(n), Some(Kind::Text | Kind::OpenText)) && !self.runs_on(n) && after(n));
        // With no such mark, only the piece that touches is skipped.
        Some(last.map_or(index + 2, |n| n + 1))
    }

    /// A text in other marks than `"`.
    pub(super) fn other_quotes(
        &mut self,
        index: usize,
        token: Token,
        open: char,
        close: &'static [char],
    ) -> Option<usize> {
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
}
