//! Cuts a text into tokens, as RON does, without ever refusing one. Knows nothing of values or of the language.
//!
//! The clean path uses it for one quick look (how deep, how many values); the failed path to say what is wrong.

use std::ops::Range;

/// What a token is. Names and bare words are the same here; what follows tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    /// A text in double quotes, with what may be escaped in it.
    Text,
    /// A raw text such as `r#"..."#`, or a text of bytes.
    Raw,
    /// A single character in single quotes.
    Char,
    Open(u8),
    Close(u8),
    Comma,
    Colon,
    Comment,
    /// A comment, text or raw text that runs to the end of the file.
    OpenComment,
    OpenText,
    OpenRaw,
    /// Any other character.
    Other,
}

/// A token and its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token {
    pub(super) const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    pub(super) fn text(self, all: &str) -> &str {
        all.get(self.range()).unwrap_or_default()
    }
}

/// Yields the tokens of a text, comments included, white space left out.
#[derive(Debug, Clone)]
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The byte at a distance from here; nought past the end.
    fn byte(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or_default()
    }

    fn char(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_white_space(&mut self) {
        loop {
            match self.byte(0) {
                b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => self.at += 1,
                0..0x80 => return,
                _ => match self.char() {
                    // Ron takes the marks of direction (U+200E, U+200F) for white space too; hygiene refuses them.
                    Some(c @ ('\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')) => {
                        self.at += c.len_utf8()
                    }
                    _ => return,
                },
            }
        }
    }

    fn line_comment(&mut self) -> Kind {
        let rest = self.rest();
        self.at += rest.bytes().position(|byte| byte == b'\n').unwrap_or(rest.len());
        Kind::Comment
    }

    /// Block comments nest.
    fn block_comment(&mut self) -> Kind {
        let bytes = self.text.as_bytes();
        let mut depth = 0_usize;
        while self.at < bytes.len() {
            match (self.byte(0), self.byte(1)) {
                (b'/', b'*') => {
                    depth += 1;
                    self.at += 2;
                }
                (b'*', b'/') => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return Kind::Comment;
                    }
                }
                _ => self.at += 1,
            }
        }
        Kind::OpenComment
    }

    fn text(&mut self) -> Kind {
        let bytes = self.text.as_bytes();
        self.at += 1;
        while let Some(byte) = bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'"' => return Kind::Text,
                // Whatever is escaped, its first byte is no end.
                b'\\' if self.at < bytes.len() => self.at += 1,
                _ => {}
            }
        }
        self.at = bytes.len();
        Kind::OpenText
    }

    /// `prefix` bytes stand before the hashes. Nothing is eaten if no raw text begins here.
    fn raw(&mut self, prefix: usize) -> Option<Kind> {
        let after = self.rest().get(prefix..)?;
        let hashes = after.bytes().take_while(|byte| *byte == b'#').count();
        if after.as_bytes().get(hashes) != Some(&b'"') {
            return None;
        }
        let body = self.at + prefix + hashes + 1;
        let bytes = self.text.as_bytes();
        let mut at = body;
        while at < bytes.len() {
            let hashes_here = bytes[at + 1..].iter().take(hashes).take_while(|byte| **byte == b'#').count();
            if bytes[at] == b'"' && hashes_here == hashes {
                self.at = at + 1 + hashes;
                return Some(Kind::Raw);
            }
            at += 1;
        }
        self.at = bytes.len();
        Some(Kind::OpenRaw)
    }

    /// `'x'` or `'\n'`; a lone quote otherwise.
    fn char_or_quote(&mut self) -> Kind {
        let mut rest = self.rest().char_indices().skip(1);
        let end = match rest.next() {
            Some((_, '\\')) => rest.nth(1).filter(|(_, c)| *c == '\''),
            Some((_, c)) if c != '\'' && c != '\n' => rest.next().filter(|(_, c)| *c == '\''),
            _ => None,
        };
        if let Some((at, _)) = end {
            self.at += at + 1;
            return Kind::Char;
        }
        self.at += 1;
        Kind::Other
    }

    fn word(&mut self) {
        loop {
            match self.byte(0) {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' => self.at += 1,
                0..0x80 => return,
                _ => match self.char() {
                    Some(c) if is_word_character(c) => self.at += c.len_utf8(),
                    _ => return,
                },
            }
        }
    }

    fn number(&mut self) -> Kind {
        self.at += 1;
        loop {
            match self.byte(0) {
                b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'.' => self.at += 1,
                b'+' | b'-' if matches!(self.text.as_bytes().get(self.at - 1), Some(b'e' | b'E')) => self.at += 1,
                _ => return Kind::Number,
            }
        }
    }

    fn starts_number(&self) -> bool {
        match (self.byte(0), self.byte(1)) {
            (b'0'..=b'9', _) | (b'+' | b'-' | b'.', b'0'..=b'9') => true,
            (b'+' | b'-', b'.') => self.byte(2).is_ascii_digit(),
            (b'+' | b'-', _) => {
                self.rest().get(1..).is_some_and(|rest| rest.starts_with("inf") || rest.starts_with("NaN"))
            }
            _ => false,
        }
    }
}

/// Letters of any script, so that a look-alike letter stays part of its word.
pub(super) fn is_word_character(c: char) -> bool {
    c == '_' || c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

impl Iterator for Scanner<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.skip_white_space();
        let start = self.at;
        let first = *self.text.as_bytes().get(start)?;
        let kind = match first {
            b'(' | b'[' | b'{' => {
                self.at += 1;
                Kind::Open(first)
            }
            b')' | b']' | b'}' => {
                self.at += 1;
                Kind::Close(first)
            }
            b',' => {
                self.at += 1;
                Kind::Comma
            }
            b':' => {
                self.at += 1;
                Kind::Colon
            }
            b'"' => self.text(),
            b'/' if self.byte(1) == b'/' => self.line_comment(),
            b'/' if self.byte(1) == b'*' => self.block_comment(),
            b'\'' => self.char_or_quote(),
            b'r' | b'b' if matches!(self.byte(1), b'"' | b'#' | b'r' | b'\'') => {
                let prefix = if first == b'b' && self.byte(1) == b'r' { 2 } else { 1 };
                if first == b'b' && self.byte(1) == b'"' {
                    self.at += 1;
                    match self.text() {
                        Kind::Text => Kind::Raw,
                        _ => Kind::OpenRaw,
                    }
                } else if let Some(kind) = self.raw(prefix) {
                    kind
                } else {
                    // Perhaps a raw name, `r#type`.
                    self.at += if first == b'r' && self.byte(1) == b'#' { 2 } else { 1 };
                    self.word();
                    Kind::Word
                }
            }
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => {
                self.word();
                Kind::Word
            }
            _ if self.starts_number() => self.number(),
            0..0x80 => {
                self.at += 1;
                Kind::Other
            }
            _ => match self.char() {
                Some(c) if is_word_character(c) => {
                    self.word();
                    Kind::Word
                }
                other => {
                    self.at += other.map_or(1, char::len_utf8);
                    Kind::Other
                }
            },
        };
        Some(Token { kind, start, end: self.at })
    }
}

/// What one quick look at a text tells before anything is built from it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Measure {
    /// The bracket that first lies deeper than allowed.
    pub(super) too_deep: Option<Range<usize>>,
    /// Values of any kind: texts, numbers, words, brackets with what is in them.
    pub(super) values: usize,
    /// The value with which there are more than allowed.
    pub(super) too_many: Option<Range<usize>>,
    /// What stands after `format:` at the top of the file.
    pub(super) format: Option<Range<usize>>,
}

/// Counts brackets and values, and calls `look` with every token.
pub(super) fn measure(text: &str, deepest: usize, most: usize, mut look: impl FnMut(Token)) -> Measure {
    let mut measure = Measure::default();
    let mut depth = 0_usize;
    let mut before = Kind::Comma;
    // The word just read is `format`, at the top; then its colon.
    let mut format = 0_u8;
    for token in Scanner::new(text) {
        look(token);
        let counts = match token.kind {
            Kind::Comment | Kind::OpenComment => continue,
            Kind::Open(bracket) => {
                depth += 1;
                if depth > deepest && measure.too_deep.is_none() {
                    measure.too_deep = Some(token.range());
                }
                !(bracket == b'(' && before == Kind::Word)
            }
            Kind::Close(_) => {
                depth = depth.saturating_sub(1);
                false
            }
            Kind::Word | Kind::Number | Kind::Text | Kind::Raw | Kind::Char | Kind::OpenText | Kind::OpenRaw => true,
            Kind::Colon => {
                if before == Kind::Word {
                    measure.values = measure.values.saturating_sub(1);
                }
                false
            }
            Kind::Comma | Kind::Other => false,
        };
        if counts {
            measure.values += 1;
            if measure.values > most && measure.too_many.is_none() {
                measure.too_many = Some(token.range());
            }
        }
        format = match (format, token.kind) {
            (0, Kind::Word) if depth <= 1 && measure.format.is_none() && token.text(text) == "format" => 1,
            (1, Kind::Colon) => 2,
            (2, _) => {
                measure.format = Some(token.range());
                0
            }
            _ => 0,
        };
        before = token.kind;
    }
    measure
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kinds(text: &str) -> Vec<(Kind, &str)> {
        Scanner::new(text).map(|token| (token.kind, token.text(text))).collect()
    }

    #[test]
    fn tokens_of_a_line() {
        assert_eq!(
            kinds(r#"Week(3, Tue, "10:10"), // at ten"#),
            [
                (Kind::Word, "Week"),
                (Kind::Open(b'('), "("),
                (Kind::Number, "3"),
                (Kind::Comma, ","),
                (Kind::Word, "Tue"),
                (Kind::Comma, ","),
                (Kind::Text, "\"10:10\""),
                (Kind::Close(b')'), ")"),
                (Kind::Comma, ","),
                (Kind::Comment, "// at ten"),
            ]
        );
    }

    #[test]
    fn texts_comments_and_characters_that_are_easily_got_wrong() {
        assert_eq!(
            kinds(r#""a\"b" "c\\" "d"#).iter().map(|(k, _)| *k).collect::<Vec<_>>(),
            [Kind::Text, Kind::Text, Kind::OpenText]
        );
        assert_eq!(
            kinds("r#\"a\"b\"# b\"x\" br\"y\" r\"z"),
            [(Kind::Raw, "r#\"a\"b\"#"), (Kind::Raw, "b\"x\""), (Kind::Raw, "br\"y\""), (Kind::OpenRaw, "r\"z"),]
        );
        assert_eq!(
            kinds("/* a /* b */ c */ d /* e /* */"),
            [(Kind::Comment, "/* a /* b */ c */"), (Kind::Word, "d"), (Kind::OpenComment, "/* e /* */"),]
        );
        assert_eq!(
            kinds(r"'x' '\n' 'no"),
            [(Kind::Char, "'x'"), (Kind::Char, r"'\n'"), (Kind::Other, "'"), (Kind::Word, "no"),]
        );
        assert_eq!(
            kinds("-0.25 1e-5 -inf 2025-11-03 -x r#type \u{201c}ŵ\u{201d}"),
            [
                (Kind::Number, "-0.25"),
                (Kind::Number, "1e-5"),
                (Kind::Number, "-inf"),
                (Kind::Number, "2025"),
                (Kind::Number, "-11"),
                (Kind::Number, "-03"),
                (Kind::Other, "-"),
                (Kind::Word, "x"),
                (Kind::Word, "r#type"),
                (Kind::Other, "\u{201c}"),
                (Kind::Word, "ŵ"),
                (Kind::Other, "\u{201d}"),
            ]
        );
    }

    #[test]
    fn values_are_counted_once() {
        let measure = measure("Scenario(format: 1, tags: [A, B], at: Week(3), m: {K: \"x\"})", 9, 99, |_| {});
        // The scenario, 1, the list, A, B, Week, 3, the map, "x"; the key of a map counts as its name.
        assert_eq!(measure.values, 9);
        assert_eq!(measure.format, Some(17..18));
        assert_eq!(measure.too_deep, None);
    }

    proptest! {
        #[test]
        fn any_text_is_cut_into_tokens_in_order_and_on_whole_characters(text in any::<String>()) {
            let mut end = 0;
            for token in Scanner::new(&text) {
                prop_assert!(token.start >= end && token.end > token.start);
                prop_assert!(text.get(token.range()).is_some(), "{token:?} cuts a character of {text:?}");
                end = token.end;
            }
        }
    }
}
