//! What a person typed against what could have been meant: a name, the beginning of one, or a few of its words.
//!
//! In go the words and everything that can be named here; out comes the one thing that fits, those that fit equally
//! well, or the nearest. Case, hyphens and punctuation never matter.

/// Something that can be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate<T> {
    pub target: T,
    /// How it is shown.
    pub label: String,
    /// What it answers to besides its label: its id, its number in words.
    pub names: Vec<String>,
}

impl<T> Candidate<T> {
    pub fn new(target: T, label: impl Into<String>, names: &[&str]) -> Self {
        Self { target, label: label.into(), names: names.iter().map(|&name| name.to_owned()).collect() }
    }

    fn all_names(&self) -> impl Iterator<Item = String> {
        self.names.iter().chain(std::iter::once(&self.label)).map(|name| plain(name))
    }
}

/// What came of looking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match<T> {
    One(Candidate<T>),
    /// They fit equally well.
    Several(Vec<Candidate<T>>),
    /// Nothing fits; the nearest, if it may have been meant.
    Near(Candidate<T>),
    None,
}

/// Lower case, words with one blank between them, nothing else.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’') {
            gap = true;
        }
    }
    out
}

/// Looks for what was meant.
#[must_use]
pub fn find<T: Clone + PartialEq>(typed: &str, all: &[Candidate<T>]) -> Match<T> {
    let typed = plain(typed);
    if typed.is_empty() {
        return Match::None;
    }
    let words: Vec<&str> = typed.split(' ').collect();
    let fits: [&dyn Fn(&str) -> bool; 3] = [&|name| name == typed, &|name| name.starts_with(&typed), &|name| {
        words.iter().all(|word| word.chars().count() > 1 && name.split(' ').any(|part| part.starts_with(word)))
    }];
    for fits in fits {
        let mut found: Vec<Candidate<T>> = Vec::new();
        for candidate in all {
            let known = found.iter().any(|one| one.target == candidate.target);
            if !known && candidate.all_names().any(|name| fits(&name)) {
                found.push(candidate.clone());
            }
        }
        match found.len() {
            0 => {}
            1 => return Match::One(found.remove(0)),
            _ => return Match::Several(found),
        }
    }
    nearest(&typed, all).map_or(Match::None, Match::Near)
}

/// The nearest name, or word of one, if at most a third of its letters differ.
fn nearest<T: Clone>(typed: &str, all: &[Candidate<T>]) -> Option<Candidate<T>> {
    let mut best: Option<(usize, &Candidate<T>)> = None;
    for candidate in all {
        for name in candidate.all_names() {
            let words = name.split(' ').filter(|word| word.chars().count() > 3);
            for part in std::iter::once(name.as_str()).chain(words) {
                let distance = strsim::damerau_levenshtein(typed, part);
                let longest = part.chars().count().max(typed.chars().count());
                if distance * 3 <= longest && best.is_none_or(|(nearest, _)| distance < nearest) {
                    best = Some((distance, candidate));
                }
            }
        }
    }
    best.map(|(_, candidate)| candidate.clone())
}

/// The numbers of a line such as "1, 3 4": nothing if anything else stands in it.
#[must_use]
pub fn numbers(typed: &str) -> Option<Vec<usize>> {
    let parts = typed.split(|c: char| c == ',' || c.is_whitespace()).filter(|part| !part.is_empty());
    let numbers: Option<Vec<usize>> = parts.map(|part| part.parse().ok()).collect();
    numbers.filter(|numbers| !numbers.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk() -> Vec<Candidate<u8>> {
        vec![
            Candidate::new(1, "Voicemail from Ellis", &["voicemail"]),
            Candidate::new(2, "Ring the ward, once Ellis has said yes to it by phone", &["ring-ward"]),
            Candidate::new(3, "Ring Mr Abbott and agree a plan for the rent", &["landlord-call"]),
            Candidate::new(4, "Text from Ellis", &["request"]),
            Candidate::new(5, "Ms Pryce", &["senior-says"]),
        ]
    }

    fn found(typed: &str) -> Vec<u8> {
        match find(typed, &desk()) {
            Match::One(one) => vec![one.target],
            Match::Several(several) => several.iter().map(|one| one.target).collect(),
            Match::Near(near) => vec![near.target + 100],
            Match::None => vec![],
        }
    }

    #[test]
    fn a_name_its_beginning_or_some_of_its_words_are_enough() {
        assert_eq!(found("voicemail"), [1]);
        assert_eq!(found("VOICE"), [1]);
        assert_eq!(found("ring-ward"), [2]);
        assert_eq!(found("ring the ward"), [2]);
        assert_eq!(found("ring"), [2, 3]);
        assert_eq!(found("abbott plan"), [3]);
        assert_eq!(found("ellis"), [1, 2, 4]);
        assert_eq!(found("ms pryce"), [5]);
    }

    #[test]
    fn what_nothing_is_called_gets_the_nearest() {
        assert_eq!(found("voicmail"), [101]);
        assert_eq!(found("pryse"), [105]);
        assert_eq!(found("zebra"), [0; 0]);
        assert_eq!(found("?!"), [0; 0]);
    }

    #[test]
    fn numbers_are_told_apart_by_blanks_or_commas() {
        assert_eq!(numbers("1, 3 4"), Some(vec![1, 3, 4]));
        assert_eq!(numbers("2"), Some(vec![2]));
        assert_eq!(numbers("1 x"), None);
        assert_eq!(numbers(" , "), None);
        assert_eq!(numbers("-1"), None);
    }
}
