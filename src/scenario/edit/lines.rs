//! Putting parts into a bracket and taking them out, line by line, with the comments that belong to them.
//!
//! To a part belong the comments on the lines directly above it, with no blank line between, and one behind it on its
//! last line. All other comments and all blank lines stay where they are.

use std::ops::Range;

use super::page::STEP;
use super::written::{Bracket, Part};
use crate::scenario::parse::tree;

/// A stretch of the text, and what is to stand there instead.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) range: Range<usize>,
    pub(super) new: String,
}

impl Change {
    pub(super) const fn remove(range: Range<usize>) -> Self {
        Self { range, new: String::new() }
    }

    pub(super) const fn insert(at: usize, new: String) -> Self {
        Self { range: at..at, new }
    }
}

/// The text after all changes. Where stretches overlap, each byte goes once.
pub(super) fn apply(text: &str, mut changes: Vec<Change>) -> String {
    changes.sort_by_key(|change| change.range.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for change in changes {
        out.push_str(text.get(at..change.range.start).unwrap_or_default());
        out.push_str(&change.new);
        at = at.max(change.range.end);
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// A part that is to be put into a bracket.
#[derive(Debug, Default)]
pub(super) struct New {
    pub(super) text: String,
    /// A comment that follows the comma.
    pub(super) behind: String,
}

/// The lines of a text and its comments.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    comments: Vec<Range<usize>>,
    pub(super) line_end: &'static str,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let first_end = text.find('\n').unwrap_or_default();
        let line_end = if text[..first_end].ends_with('\r') { "\r\n" } else { "\n" };
        Self { text, comments: tree::comments(text), line_end }
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    fn is_blank(&self, range: Range<usize>) -> bool {
        self.slice(range).trim().is_empty()
    }

    /// The first byte of the line that a byte is in.
    fn start(&self, at: usize) -> usize {
        self.slice(0..at).rfind('\n').map_or(0, |end| end + 1)
    }

    /// The white space that the line of a byte begins with.
    pub(super) fn indent(&self, at: usize) -> &'a str {
        let line = self.slice(self.start(at)..self.text.len());
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    /// How many columns stand before a byte on its line.
    pub(super) fn column(&self, at: usize) -> usize {
        self.slice(self.start(at)..at).chars().count()
    }

    /// The byte after the spaces that follow a byte.
    fn after_spaces(&self, at: usize) -> usize {
        let rest = self.slice(at..self.text.len());
        at + rest.len() - rest.trim_start_matches([' ', '\t']).len()
    }

    /// The byte after the comments on this line that end on it.
    pub(super) fn after_comments(&self, mut at: usize) -> usize {
        let follows = |at: usize| {
            let next = self.after_spaces(at);
            let comment = self.comments.iter().find(|comment| comment.start == next)?;
            let text = self.slice(comment.clone());
            (text.starts_with("/*") && !text.contains('\n')).then_some(comment.end)
        };
        while let Some(end) = follows(at) {
            at = end;
        }
        at
    }

    /// The first of the spaces before a byte.
    fn before_spaces(&self, at: usize) -> usize {
        self.slice(0..at).trim_end_matches([' ', '\t']).len()
    }

    /// The length of the line end that stands here; nothing if none does. The end of the text is one of no length.
    fn line_end_at(&self, at: usize) -> Option<usize> {
        let rest = self.slice(at..self.text.len());
        match rest {
            "" => Some(0),
            _ if rest.starts_with('\n') => Some(1),
            _ if rest.starts_with("\r\n") => Some(2),
            _ => None,
        }
    }

    /// The end of the line, if nothing but comments follows on it.
    fn end_of_line(&self, mut at: usize) -> Option<usize> {
        loop {
            at = self.after_spaces(at);
            if self.line_end_at(at).is_some() {
                return Some(at);
            }
            let comment = self.comments.iter().find(|comment| comment.start == at)?;
            if self.slice(comment.clone()).contains('\n') {
                return None;
            }
            at = comment.end;
        }
    }

    /// Where a part begins with the comments that lead up to it, none of them before `floor`.
    fn lead(&self, part: &Part, floor: usize) -> usize {
        let mut lead = part.range.start;
        let mut at = lead;
        let before = self.comments.iter().rev().skip_while(|comment| comment.end > part.range.start);
        for comment in before.take_while(|comment| comment.start >= floor) {
            let between = self.slice(comment.end..at);
            if !between.trim().is_empty() || between.matches('\n').count() > 1 {
                break;
            }
            at = comment.start;
            if self.is_blank(self.start(at)..at) {
                lead = at;
            }
        }
        lead
    }

    /// What a part consists of besides its comma, and the comments behind the comma.
    pub(super) fn whole(&self, list: &Bracket, place: usize) -> Option<New> {
        let part = list.parts.get(place)?;
        let end = part.comma.as_ref().map_or(part.range.end, |comma| comma.start);
        let text = self.slice(self.lead(part, floor(list, place))..end).to_owned();
        let behind = match self.own_line_end(list, place) {
            Some(line_end) => self.slice(part.end()..line_end).trim_end().to_owned(),
            None => String::new(),
        };
        Some(New { text, behind })
    }

    /// The end of a part's last line, if nothing follows on it but a comment that is about this part alone.
    fn own_line_end(&self, list: &Bracket, place: usize) -> Option<usize> {
        let part = list.parts.get(place)?;
        let line_end = self.end_of_line(part.end())?;
        let shared = place > 0 && !self.slice(floor(list, place)..part.range.start).contains('\n');
        let commented = !self.is_blank(part.end()..line_end);
        if shared && commented { None } else { Some(line_end) }
    }

    /// Puts a part behind one that is there, or into an empty bracket. `new` is told the indentation of its line.
    pub(super) fn insert(&self, list: &Bracket, behind: Option<usize>, new: impl Fn(&str) -> New) -> Vec<Change> {
        let line_end = self.line_end;
        let outer = self.indent(list.inner.start);
        let Some((place, part)) = behind.and_then(|place| Some((place, list.parts.get(place)?))) else {
            let indent = format!("{outer}{STEP}");
            let New { text, behind } = new(&indent);
            let at = list.inner.start + self.slice(list.inner.clone()).trim_end().len();
            let new = format!("{line_end}{indent}{text},{behind}{line_end}{outer}");
            return vec![Change { range: at..list.inner.end, new }];
        };
        let begins_line = |part: &&Part| self.is_blank(self.start(part.range.start)..part.range.start);
        let model = Some(part).filter(begins_line).or_else(|| list.parts.iter().find(begins_line));
        let indent = model.map_or_else(|| format!("{outer}{STEP}"), |part| self.indent(part.range.start).to_owned());
        let New { text, behind } = new(&indent);
        let mut changes = Vec::new();
        if part.comma.is_none() {
            changes.push(Change::insert(part.range.end, ",".to_owned()));
        }
        // The last part of a list has a comma if the last one had.
        let comma = if part.comma.is_none() && place + 1 == list.parts.len() { "" } else { "," };
        let mut written = format!("{line_end}{indent}{text}{comma}{behind}");
        let end = self.end_of_line(part.end());
        if end.is_none() && !behind.is_empty() {
            written.push_str(line_end);
            written.push_str(outer);
        }
        changes.push(Change::insert(end.unwrap_or_else(|| part.end()), written));
        changes
    }

    /// Takes parts out of a bracket.
    pub(super) fn remove(&self, list: &Bracket, gone: &[usize]) -> Vec<Change> {
        let last_left = (0..list.parts.len()).rev().find(|place| !gone.contains(place));
        let ranges: Vec<Range<usize>> = gone
            .iter()
            .filter(|place| **place < list.parts.len())
            .map(|place| self.range_to_remove(list, *place, last_left.is_none_or(|left| left < *place)))
            .collect();
        let Some(last_left) = last_left else {
            let inside = self.comments.iter().filter(|comment| list.inner.contains(&comment.start));
            let own = |comment: &Range<usize>| ranges.iter().any(|range| range.contains(&comment.start));
            if inside.clone().all(own) {
                return vec![Change::remove(list.inner.clone())];
            }
            return ranges.into_iter().map(Change::remove).collect();
        };
        let mut changes: Vec<Change> = ranges.into_iter().map(Change::remove).collect();
        // A list without a comma at its end stays so.
        let had_comma = list.parts.last().is_some_and(|part| part.comma.is_some());
        if !had_comma && last_left + 1 < list.parts.len() {
            changes.extend(list.parts[last_left].comma.clone().map(Change::remove));
        }
        changes
    }

    /// What goes with a part. `last`: nothing that stays follows it in its bracket.
    fn range_to_remove(&self, list: &Bracket, place: usize, last: bool) -> Range<usize> {
        let part = &list.parts[place];
        let floor = floor(list, place);
        let lead = self.lead(part, floor);
        let line = self.start(lead);
        let begins_line = line >= floor && self.is_blank(line..lead);
        let spaces_before = || self.before_spaces(part.range.start).max(floor);
        match (begins_line, self.own_line_end(list, place)) {
            (true, Some(end)) => line..end + self.line_end_at(end).unwrap_or_default(),
            (true, None) if last => {
                let before = self.slice(0..line);
                let end = before.strip_suffix("\r\n").or_else(|| before.strip_suffix('\n')).map_or(line, str::len);
                // Whatever follows must not become part of a comment.
                if end < floor || self.comments.iter().any(|comment| comment.end == end) {
                    lead..part.end()
                } else {
                    end..part.end()
                }
            }
            (true, None) => lead..self.after_spaces(part.end()),
            (false, Some(end)) => spaces_before()..end,
            (false, None) if last => spaces_before()..part.end(),
            (false, None) => part.range.start..self.after_spaces(part.end()),
        }
    }
}

/// Where the stretch before a part begins: after the part before it, or after the opening bracket.
fn floor(list: &Bracket, place: usize) -> usize {
    place.checked_sub(1).and_then(|before| list.parts.get(before)).map_or(list.inner.start, Part::end)
}
