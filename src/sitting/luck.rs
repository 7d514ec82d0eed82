//! Luck codes: a seed as a word and four digits, which can be told over the telephone.
//!
//! The seed is the place of the word in `assets/luck-words.txt` (from nought) x 10,000 + the digits. The list never
//! changes: a code that was written down goes on meaning the same.

use std::hash::{BuildHasher as _, Hasher as _};

use crate::text::Message;

/// The words, in order, each once.
const WORDS: &str = include_str!("../../assets/luck-words.txt");

/// How many seeds share a word.
const OF_A_WORD: u64 = 10_000;

/// Why something is no luck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Neither a number nor a word with digits.
    NoCode,
    /// The word is not in the list; the nearest that is, with the same digits.
    NoSuchWord { word: String, nearest: Option<String> },
}

impl Fault {
    /// What to tell the person who typed it.
    #[must_use]
    pub fn message(&self, typed: &str) -> Message {
        match self {
            Self::NoCode => Message::new("tty-luck-no-code").with("typed", typed),
            Self::NoSuchWord { word, nearest: None } => Message::new("tty-luck-no-word").with("word", word),
            Self::NoSuchWord { word, nearest: Some(nearest) } => {
                Message::new("tty-luck-nearest").with("word", word).with("nearest", nearest)
            }
        }
    }
}

/// Reads a number or a luck code.
///
/// # Errors
/// If it is neither; with the nearest code where a word is misspelt.
pub fn parse(text: &str) -> Result<u64, Fault> {
    let text = text.trim();
    if let Ok(seed) = text.parse::<u64>() {
        return Ok(seed);
    }
    let (word, digits) = text.split_once(['-', ' ']).ok_or(Fault::NoCode)?;
    let digits = digits.trim();
    if word.is_empty() || digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Fault::NoCode);
    }
    let number: u64 = digits.parse().map_err(|_| Fault::NoCode)?;
    let word = word.to_lowercase();
    let place = WORDS.lines().position(|one| one == word);
    let place = place.ok_or_else(|| {
        let near = WORDS.lines().min_by_key(|one| strsim::damerau_levenshtein(one, &word));
        let near = near.filter(|one| strsim::damerau_levenshtein(one, &word) <= one.len().max(word.len()) / 2);
        Fault::NoSuchWord { word: word.clone(), nearest: near.map(|near| format!("{near}-{number:04}")) }
    })?;
    Ok(place as u64 * OF_A_WORD + number)
}

/// A seed as it is shown: its luck code, or its number where it has none.
#[must_use]
pub fn shown(seed: u64) -> String {
    let word = usize::try_from(seed / OF_A_WORD).ok().and_then(|place| WORDS.lines().nth(place));
    word.map_or_else(|| seed.to_string(), |word| format!("{word}-{:04}", seed % OF_A_WORD))
}

/// A seed that nobody chose, with a code.
#[must_use]
pub fn any() -> u64 {
    // The keys of a hasher are the one source of chance that the standard library has.
    let chance = std::collections::hash_map::RandomState::new().build_hasher().finish();
    chance % (WORDS.lines().count() as u64 * OF_A_WORD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_every_word_can_be_told_from_the_others() {
        let words: Vec<&str> = WORDS.lines().collect();
        assert_eq!(words.len(), 1000);
        assert!(words.is_sorted_by(|a, b| a < b));
        for (at, word) in words.iter().enumerate() {
            assert!((4..=10).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
            for other in &words[at + 1..] {
                assert!(strsim::damerau_levenshtein(word, other) > 1, "{word} and {other}");
            }
        }
    }

    #[test]
    fn codes_and_seeds_go_both_ways() {
        assert_eq!(shown(0), "acorn-0000");
        assert_eq!(parse("acorn-0007"), Ok(7));
        assert_eq!(parse("Heron-0412"), Ok(3_640_412));
        assert_eq!(shown(3_640_412), "heron-0412");
        assert_eq!(parse("heron 412"), Ok(3_640_412));
        assert_eq!(parse("12345678901"), Ok(12_345_678_901));
        assert_eq!(shown(12_345_678_901), "12345678901");
        assert_eq!(shown(9_999_999), "zodiac-9999");
        assert!(any() < 10_000_000);
    }

    #[test]
    fn a_misspelt_word_gets_the_nearest() {
        let nearest = Some("heron-0412".to_owned());
        assert_eq!(parse("herron-0412"), Err(Fault::NoSuchWord { word: "herron".into(), nearest }));
        assert_eq!(parse("qqqqqq-0412"), Err(Fault::NoSuchWord { word: "qqqqqq".into(), nearest: None }));
        for typed in ["heron", "heron-", "-0412", "heron-04123", "heron-x", "", "-5"] {
            assert_eq!(parse(typed), Err(Fault::NoCode), "{typed}");
        }
    }
}
