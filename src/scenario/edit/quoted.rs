//! Texts between double quotes, on one line or broken into several.
//!
//! A line break inside a text of a file is read as it stands there, with the indentation that follows. Whoever shows
//! the text folds both into one space ([`folded`]), and an empty line into the start of a paragraph. So a text that is
//! written as it is shown may be broken at its spaces, and is shown as before.

use crate::scenario::model::folded;

/// A text in quotes, on one line, that is read back exactly.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // Editors take these for line ends, and the format does not.
            '\u{85}' | '\u{2028}' | '\u{2029}' => out.extend(c.escape_unicode()),
            _ => out.push(c),
        }
    }
    out
}

/// The lines of a text as they are written between its quotes, with room for so many columns on the first and on the
/// others. It is one line if to break it would change what is shown.
pub(super) fn lines(text: &str, first: usize, others: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.split("\n\n") {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        fill(&mut lines, paragraph, first, others);
    }
    if folded(&lines.join("\n")) != text {
        lines = vec![text.to_owned()];
    }
    lines.iter().map(|line| escaped(line)).collect()
}

/// Adds the lines of one paragraph, each as full as it may be.
fn fill(lines: &mut Vec<String>, paragraph: &str, first: usize, others: usize) {
    let mut line = String::new();
    let mut used = 0;
    for (n, word) in paragraph.split(' ').enumerate() {
        let wide = columns(&escaped(word));
        let room = if lines.is_empty() { first } else { others };
        // Beside other white space a break would swallow it.
        let breaks = line.ends_with(|c: char| !c.is_whitespace()) && word.starts_with(|c: char| !c.is_whitespace());
        if n > 0 && breaks && used + 1 + wide > room {
            lines.push(std::mem::take(&mut line));
            used = 0;
        } else if n > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += wide;
    }
    lines.push(line);
}

/// How many columns a piece of a line takes.
pub(super) fn columns(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_only_where_that_is_not_seen() {
        assert_eq!(lines("one two three four", 7, 10), ["one two", "three four"]);
        assert_eq!(lines("one two\n\nthree four", 7, 5), ["one two", "", "three", "four"]);
        // Two spaces, a line break or a space at the end would be lost.
        assert_eq!(lines("one  two three", 5, 5), ["one  two", "three"]);
        assert_eq!(lines("one\ntwo three", 5, 5), ["one\\ntwo three"]);
        assert_eq!(lines("one two three ", 5, 5), ["one two three "]);
        assert_eq!(lines("one \u{a0} two", 3, 3), ["one \u{a0} two"]);
        assert_eq!(lines("", 5, 5), [""]);
    }

    #[test]
    fn what_can_not_stand_in_quotes_is_escaped() {
        assert_eq!(quoted("\"a\\b\"\n\r\t\u{2028}ŵ"), r#""\"a\\b\"\n\r\t\u{2028}ŵ""#);
    }
}
