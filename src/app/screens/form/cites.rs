//! What a form relies on: each item once with its number, and the numbers that stand in its texts.
//!
//! A text is kept with `[id]` of an item in it, and shown with the item's number, `[2]`. In go citations and texts as
//! they are kept; out come texts as they are shown, and back. A number is given once in a sitting at a form: what is
//! taken out leaves its number free, so that no mark ever comes to mean something else. Nothing here draws or knows a
//! run.

use std::collections::BTreeSet;

use crate::run::command::Citation;
use crate::scenario::raw::Id;

/// An item that the form relies on, with the words of it that matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    pub number: usize,
    pub item: Id,
    /// All of them of this item: as a whole, or passages.
    pub citations: Vec<Citation>,
}

/// Everything that the form relies on, in the order in which it was cited.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    list: Vec<Cited>,
    /// The number that was given last.
    last: usize,
    /// Numbers in brackets that somebody wrote, meaning no citation.
    plain: BTreeSet<usize>,
}

impl Evidence {
    /// What was kept with a form. Its texts are looked through for numbers that must mean nothing.
    #[must_use]
    pub fn new<'t>(cites: &[Citation], texts: impl Iterator<Item = &'t str>) -> Self {
        let plain = texts.flat_map(inside).filter_map(|inside| inside.parse().ok()).collect();
        let mut evidence = Self { list: Vec::new(), last: 0, plain };
        for citation in cites {
            evidence.add(citation.clone());
        }
        evidence
    }

    /// What is cited, in order.
    #[must_use]
    pub fn list(&self) -> &[Cited] {
        &self.list
    }

    /// The same as it is kept.
    #[must_use]
    pub fn cites(&self) -> Vec<Citation> {
        self.list.iter().flat_map(|cited| cited.citations.iter().cloned()).collect()
    }

    /// The number of an item, if it is cited.
    #[must_use]
    pub fn number_of(&self, item: &str) -> Option<usize> {
        self.list.iter().find(|cited| cited.item == item).map(|cited| cited.number)
    }

    /// Cites an item, or more of one that is cited. Its number.
    pub fn add(&mut self, citation: Citation) -> usize {
        if let Some(cited) = self.list.iter_mut().find(|cited| cited.item == citation.item) {
            if !cited.citations.contains(&citation) {
                cited.citations.push(citation);
            }
            return cited.number;
        }
        self.last += 1;
        while self.plain.contains(&self.last) {
            self.last += 1;
        }
        self.list.push(Cited { number: self.last, item: citation.item.clone(), citations: vec![citation] });
        self.last
    }

    /// Takes an item out. The number that it had.
    pub fn remove(&mut self, item: &str) -> Option<usize> {
        let at = self.list.iter().position(|cited| cited.item == item)?;
        Some(self.list.remove(at).number)
    }

    /// A kept text as it is shown.
    #[must_use]
    pub fn shown(&self, kept: &str) -> String {
        replaced(kept, |id| self.number_of(id).map(|number| number.to_string()))
    }

    /// A shown text as it is kept.
    #[must_use]
    pub fn kept(&self, shown: &str) -> String {
        replaced(shown, |inside| {
            let number: usize = inside.parse().ok()?;
            self.list.iter().find(|cited| cited.number == number).map(|cited| cited.item.clone())
        })
    }
}

/// What stands in square brackets in a text, in order.
pub fn inside(text: &str) -> impl Iterator<Item = &str> {
    text.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(inside, _)| inside)
}

/// A text with what stands in square brackets replaced, where there is something to replace it by.
pub fn replaced(text: &str, by: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        out.push('[');
        rest = after;
        if let Some((inside, behind)) = after.split_once(']')
            && let Some(by) = by(inside)
        {
            out.push_str(&by);
            out.push(']');
            rest = behind;
        }
    }
    out.push_str(rest);
    out
}

/// Puts the mark of a number into a text, at a place counted in letters, with spaces where they are wanted. The place
/// behind it.
pub fn insert(text: &mut String, at: usize, number: usize) -> usize {
    let byte = text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    let before = text[..byte].chars().next_back();
    let behind = text[byte..].chars().next();
    let mut mark = format!("[{number}]");
    if before.is_some_and(|letter| !letter.is_whitespace() && letter != '(') {
        mark.insert(0, ' ');
    }
    if behind.is_some_and(char::is_alphanumeric) {
        mark.push(' ');
    }
    let start = text[..byte].chars().count();
    text.insert_str(byte, &mark);
    start + mark.chars().count()
}

/// Takes the marks of a number out of a text, with the space in front of each. How many there were.
pub fn take_out(text: &mut String, number: usize) -> usize {
    let mark = format!("[{number}]");
    let mut count = 0;
    while let Some(at) = text.find(&mark) {
        let from = if text[..at].ends_with(' ') { at - 1 } else { at };
        text.replace_range(from..at + mark.len(), "");
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cite(item: &str, passage: Option<&str>) -> Citation {
        Citation { item: item.into(), passage: passage.map(Into::into) }
    }

    #[test]
    fn texts_come_back_as_they_were_kept() {
        let cites = [cite("van", None), cite("night-log", Some("smelled")), cite("van", Some("off a mate"))];
        let texts = [
            "",
            "He said [van], and [night-log] says so too [van].",
            "[unread-thing] and [not a citation] and [ and ] stay",
            "[[van]]",
            "A list [1] that somebody numbered [2]",
        ];
        let evidence = Evidence::new(&cites, texts.iter().copied());
        for text in texts {
            assert_eq!(evidence.kept(&evidence.shown(text)), text);
        }
        // 1 and 2 mean something else in one of the texts: they are given to nothing.
        let numbers: Vec<(usize, &str)> =
            evidence.list().iter().map(|cited| (cited.number, cited.item.as_str())).collect();
        assert_eq!(numbers, [(3, "van"), (4, "night-log")]);
        assert_eq!(evidence.shown(texts[1]), "He said [3], and [4] says so too [3].");
        // Both citations of an item have its number, and stay together.
        assert_eq!(evidence.cites(), [cites[0].clone(), cites[2].clone(), cites[1].clone()]);
    }

    #[test]
    fn a_number_is_given_once() {
        let mut evidence = Evidence::new(&[cite("a", None), cite("b", None)], std::iter::empty());
        assert_eq!(evidence.add(cite("b", Some("words"))), 2);
        assert_eq!(evidence.remove("b"), Some(2));
        assert_eq!(evidence.remove("b"), None);
        assert_eq!(evidence.add(cite("c", None)), 3);
        assert_eq!(evidence.add(cite("b", None)), 4);
        // What was left in a text by chance means nothing any more.
        assert_eq!(evidence.kept("as [2] says"), "as [2] says");
        assert_eq!(evidence.kept("as [4] says"), "as [b] says");
    }

    #[test]
    fn marks_go_in_with_their_spaces_and_come_out_with_them() {
        let mut text = String::from("He slept badly. Ŵ then");
        assert_eq!(insert(&mut text, 14, 12), 19);
        assert_eq!(text, "He slept badly [12]. Ŵ then");
        assert_eq!(insert(&mut text, 21, 3), 25);
        assert_eq!(text, "He slept badly [12]. [3] Ŵ then");
        let end = text.chars().count();
        assert_eq!(insert(&mut text, 999, 3), end + 4);
        assert_eq!(text, "He slept badly [12]. [3] Ŵ then [3]");
        assert_eq!(take_out(&mut text, 3), 2);
        assert_eq!(text, "He slept badly [12]. Ŵ then");
        assert_eq!(take_out(&mut text, 1), 0);
        assert_eq!(take_out(&mut text, 12), 1);
        assert_eq!(text, "He slept badly. Ŵ then");
        let mut empty = String::new();
        assert_eq!((insert(&mut empty, 0, 1), empty.as_str()), (3, "[1]"));
    }
}
