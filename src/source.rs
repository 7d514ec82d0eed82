//! A named text and its positions.
//!
//! Three units are about: bytes (labels), characters (ron, people), UTF-16 (editors). Only this module converts between
//! them. Lines and columns count from 1. It reads no files: whoever holds one hands its bytes to `scenario::parse`.

use std::ops::Range;
use std::sync::OnceLock;

/// A text with the name by which its author knows it.
#[derive(Debug, Clone)]
pub struct Source {
    /// A path relative to where the author stands, or `<standard input>`.
    pub name: String,
    /// The text, without a byte-order mark. Not to be changed afterwards: the starts of its lines are remembered.
    pub text: String,
    /// Bytes at which the lines start; found when the first position is asked for, so that a clean file never pays.
    lines: OnceLock<Vec<usize>>,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.text == other.text
    }
}

impl Eq for Source {}

/// A place in a text as people count: lines and columns from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Source {
    /// Keeps a text under a name. A byte-order mark at its start is left out: it belongs to no line.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        Self { name: name.into(), text, lines: OnceLock::new() }
    }

    /// Line and column in characters. An offset past the end counts as the end, one inside a character as its start.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let (line, before) = self.line_and_before(offset);
        Position { line, column: before.chars().count() + 1 }
    }

    /// Line and column in UTF-16 units, as editors count them (but from 1).
    #[must_use]
    pub fn position_utf16(&self, offset: usize) -> Position {
        let (line, before) = self.line_and_before(offset);
        Position { line, column: before.chars().map(char::len_utf16).sum::<usize>() + 1 }
    }

    /// The byte at a line and a column in characters. Past the end of the line is its end; past the text, its end.
    #[must_use]
    pub fn offset(&self, position: Position) -> usize {
        let range = self.line_range(position.line);
        let line = self.text.get(range.clone()).unwrap_or_default();
        range.start + nth_char(line, position.column.saturating_sub(1))
    }

    /// The byte at a place that ron reports. Ron ends lines at a line feed only, and counts columns in characters.
    #[must_use]
    pub fn offset_from_ron(&self, line: usize, column: usize) -> usize {
        let start = if line <= 1 {
            0
        } else {
            let ends = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            ends.map(|(at, _)| at + 1).nth(line - 2).unwrap_or(self.text.len())
        };
        start + nth_char(&self.text[start..], column.saturating_sub(1))
    }

    /// The bytes of a line, from 1, without what ends it. Empty at the end of the text if there are fewer lines.
    #[must_use]
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let starts = self.line_starts();
        let Some(&start) = line.checked_sub(1).and_then(|index| starts.get(index)) else {
            return self.text.len()..self.text.len();
        };
        let end = starts.get(line).copied().unwrap_or(self.text.len());
        let trimmed = self.text[start..end].trim_end_matches(['\r', '\n']);
        start..start + trimmed.len()
    }

    /// The text of a range of bytes, cut back to whole characters inside the text.
    #[must_use]
    pub fn slice(&self, range: &Range<usize>) -> &str {
        let start = self.floor(range.start);
        &self.text[start..self.floor(range.end).max(start)]
    }

    /// The start of the character that this byte belongs to, or the end of the text.
    #[must_use]
    pub fn floor(&self, offset: usize) -> usize {
        let mut at = offset.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    fn line_and_before(&self, offset: usize) -> (usize, &str) {
        let offset = self.floor(offset);
        let starts = self.line_starts();
        // The first line starts at 0, so at least one start is at or before any offset.
        let line = starts.partition_point(|&start| start <= offset).max(1);
        (line, &self.text[starts[line - 1]..offset])
    }

    /// A line ends at a line feed, at carriage return and line feed, or at a lone carriage return.
    fn line_starts(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let mut starts = vec![0];
            for (at, byte) in bytes.iter().enumerate() {
                let ends = match byte {
                    b'\n' => true,
                    b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                    _ => false,
                };
                if ends {
                    starts.push(at + 1);
                }
            }
            starts
        })
    }
}

/// The byte at which the n-th character (from nought) starts, or the end.
fn nth_char(text: &str, n: usize) -> usize {
    text.char_indices().nth(n).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: usize, column: usize) -> Position {
        Position { line, column }
    }

    #[test]
    fn columns_count_characters_and_editors_count_utf16() {
        let source = Source::new("a", "dŵr 🦆 x\ny");
        let x = source.text.find('x').unwrap_or(99);
        assert_eq!(x, 10);
        assert_eq!(source.position(x), at(1, 7));
        assert_eq!(source.position_utf16(x), at(1, 8));
        assert_eq!(source.offset(at(1, 7)), x);
        assert_eq!(source.offset_from_ron(1, 7), x);
        assert_eq!(source.position(source.text.len()), at(2, 2));
    }

    #[test]
    fn an_offset_inside_a_character_is_its_start_and_one_past_the_end_is_the_end() {
        let source = Source::new("a", "🦆b");
        for inside in 0..4 {
            assert_eq!(source.position(inside), at(1, 1));
        }
        assert_eq!(source.position(99), at(1, 3));
        assert_eq!(source.slice(&(1..5)), "🦆b");
        assert_eq!(source.slice(&Range { start: 7, end: 3 }), "");
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        let source = Source::new("a", "a\r\nb\rc\n\nd");
        let places: Vec<Position> =
            "abcd".chars().map(|c| source.position(source.text.find(c).unwrap_or(99))).collect();
        assert_eq!(places, [at(1, 1), at(2, 1), at(3, 1), at(5, 1)]);
        assert_eq!(source.line_range(1), 0..1);
        assert_eq!(source.line_range(2), 3..4);
        assert_eq!(source.line_range(4), 7..7);
        assert_eq!(source.line_range(9), 9..9);
        assert_eq!(source.line_range(0), 9..9);
    }

    #[test]
    fn ron_ends_lines_at_a_line_feed_only() {
        let source = Source::new("a", "a\rb\r\nŵc");
        assert_eq!(source.offset_from_ron(1, 3), 2);
        assert_eq!(source.offset_from_ron(2, 2), source.text.find('c').unwrap_or(99));
        assert_eq!(source.offset_from_ron(7, 1), source.text.len());
        assert_eq!(source.offset_from_ron(0, 0), 0);
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        let source = Source::new("a", "\u{feff}x");
        assert_eq!(source.text, "x");
        assert_eq!(source.position(0), at(1, 1));
    }
}
