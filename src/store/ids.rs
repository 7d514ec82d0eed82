//! Names of runs and of people: short, typed by hand, safe in a file's name.

use std::fmt;
use std::hash::{BuildHasher as _, Hasher as _};

use serde::{Deserialize, Serialize};

/// Letters that can't be mistaken for each other when they are read out: no i, l, o, u.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// How many of them end the name of a run: a thousand million.
const RANDOM: usize = 6;

/// The longest name, in bytes.
const LONGEST: usize = 100;

/// Names that mean a device on Windows, whatever ending they have: no file can be called so.
const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1", "lpt2", "lpt3",
    "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// What a name may not be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("1 to {LONGEST} small letters, digits, dots, hyphens and underscores, the first a letter or a digit")]
pub struct NoName;

/// Whether it can be a name of a run or a person.
fn is_name(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    let stem = text.split('.').next().unwrap_or_default();
    text.len() <= LONGEST
        && text.chars().all(fits)
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && !DEVICES.contains(&stem)
}

/// Six letters that nobody can foresee: from the keys that the system gives every hash table.
fn random() -> String {
    let mut bits = std::collections::hash_map::RandomState::new().build_hasher().finish();
    (0..RANDOM)
        .map(|_| {
            let letter = LETTERS[usize::from(bits as u8 & 31)];
            bits >>= 5;
            char::from(letter)
        })
        .collect()
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Takes a name as it was typed or read; capitals become small letters.
            ///
            /// # Errors
            /// If it can be none.
            pub fn new(text: &str) -> Result<Self, NoName> {
                let text = text.trim().to_ascii_lowercase();
                if is_name(&text) { Ok(Self(text)) } else { Err(NoName) }
            }

            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = NoName;

            fn try_from(text: String) -> Result<Self, NoName> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }
    };
}

name! {
    /// The name of a run in a store: `missed-monday-7k3f9x`.
    RunId
}

name! {
    /// The name under which a trainee's runs are kept. It need be nobody's name.
    PersonId
}

impl RunId {
    /// A name for a new run of a scenario.
    #[must_use]
    pub fn fresh(scenario: &str) -> Self {
        // A scenario's id is a name itself, but for its capitals and its length.
        let stem: String = scenario.to_ascii_lowercase().chars().take(60).collect();
        let stem = if is_name(&stem) { stem } else { "run".to_owned() };
        Self(format!("{stem}-{}", random()))
    }
}

impl PersonId {
    /// A name for a person of whom nothing is known: no two machines give the same.
    #[must_use]
    pub fn fresh() -> Self {
        Self(format!("trainee-{}", random()))
    }

    /// A name made of whatever stood somewhere, such as the name of a file: what can't be in a name becomes a hyphen.
    #[must_use]
    pub fn made_of(text: &str) -> Option<Self> {
        let mut name = String::new();
        for c in text.trim().to_lowercase().chars() {
            let c = if c.is_ascii_alphanumeric() || matches!(c, '_' | '.') { c } else { '-' };
            if !(c == '-' && (name.is_empty() || name.ends_with('-'))) {
                name.push(c);
            }
        }
        name.truncate(LONGEST);
        Self::new(name.trim_matches(['-', '.', '_'])).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_plain() {
        assert_eq!(PersonId::new(" Ann ").unwrap().as_str(), "ann");
        for wrong in ["", "-a", "../x", "a b", "a/b", "a\\b", "a\nb", "\u{e9}", "con", "nul.txt", &"x".repeat(101)] {
            assert!(PersonId::new(wrong).is_err(), "{wrong:?}");
        }
        let (one, other) = (RunId::fresh("missed-monday"), RunId::fresh("missed-monday"));
        assert_ne!(one, other);
        assert_eq!(one.as_str().len(), "missed-monday-".len() + RANDOM);
        assert!(RunId::fresh("\u{202e}").as_str().starts_with("run-"));
        assert!(RunId::new(RunId::fresh("everything").as_str()).is_ok());
    }

    #[test]
    fn a_name_is_made_of_a_file_name() {
        let made = |text: &str| PersonId::made_of(text).map(|id| id.to_string());
        assert_eq!(made("Jo O\u{2019}Neill (2)").as_deref(), Some("jo-o-neill-2"));
        assert_eq!(made("=cmd|'/c calc'!A0").as_deref(), Some("cmd-c-calc-a0"));
        assert_eq!(made("../.."), None);
    }
}
