//! The words: every word that the program itself says, on every screen, lies in `assets/text/en-GB.ftl`.
//!
//! In goes a [`Message`], a key with arguments; out comes a sentence. `desk`, `review` and refusals carry messages;
//! only the front ends ask a [`Catalogue`] to say them. Authors' own texts (titles, labels, bodies) are no messages:
//! they come from the scenario, folded.
//!
//! `message` is what is said, `said` what was said lately, `words` the closed lists of the language, `when` dates, times and lengths of time.
//! Nothing here knows a run.

pub mod message;
mod said;
pub mod when;
pub mod words;

pub use message::{Arg, Message};

use std::borrow::Cow;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use said::Said;
use unic_langid::{LanguageIdentifier, langid};

/// The words of one language. Can be shared between threads.
pub struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    said: Mutex<Said>,
}

/// A catalogue that can't be read: a translator's mistake, or ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the words can't be read: {}", faults.join("; "))]
pub struct Unreadable {
    /// What Fluent says, one line a fault.
    pub faults: Vec<String>,
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalogue").field("locales", &self.bundle.locales).finish_non_exhaustive()
    }
}

impl Catalogue {
    /// The words that are built in. Tests see to it that they can be read.
    #[must_use]
    pub fn english() -> Self {
        let words = crate::bundled::words("en-GB").unwrap_or_default();
        Self::new(words).unwrap_or_else(|_| Self::with(bundle(ENGLISH)))
    }

    /// The words of a Fluent text, in British English.
    ///
    /// # Errors
    /// Everything that Fluent finds wrong with it.
    pub fn new(ftl: &str) -> Result<Self, Unreadable> {
        Self::of(ENGLISH, ftl)
    }

    /// The words of a Fluent text in a language, whose plurals it then has.
    ///
    /// # Errors
    /// Everything that Fluent finds wrong with it.
    pub fn of(language: LanguageIdentifier, ftl: &str) -> Result<Self, Unreadable> {
        let resource = FluentResource::try_new(ftl.to_owned()).map_err(|(_, errors)| Unreadable {
            faults: errors.iter().map(|error| format!("{error} at byte {}", error.pos.start)).collect(),
        })?;
        let mut bundle = bundle(language);
        bundle
            .add_resource(resource)
            .map_err(|errors| Unreadable { faults: errors.iter().map(ToString::to_string).collect() })?;
        Ok(Self::with(bundle))
    }

    fn with(bundle: FluentBundle<FluentResource>) -> Self {
        Self { bundle, said: Mutex::default() }
    }

    /// Whether there are words for a key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// Puts a message into words. A key without words shows as `<key>`, an argument that is missing as `{$name}`.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        if let Some(words) = self.said().find(message) {
            return words;
        }
        let words = self.put_into_words(message);
        self.said().note(message, &words);
        words
    }

    /// What was said lately. Whoever panicked while it was held left it whole.
    fn said(&self) -> MutexGuard<'_, Said> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put_into_words(&self, message: &Message) -> String {
        let Some(pattern) = self.bundle.get_message(message.key).and_then(|found| found.value()) else {
            return format!("<{}>", message.key);
        };
        let mut args = FluentArgs::with_capacity(message.args.len());
        for (name, arg) in &message.args {
            args.set(
                *name,
                match arg {
                    Arg::Text(text) => FluentValue::from(text.as_str()),
                    Arg::Number(number) => FluentValue::from(*number),
                    Arg::Message(inner) => FluentValue::from(self.say(inner)),
                },
            );
        }
        let mut errors = Vec::new();
        match self.bundle.format_pattern(pattern, Some(&args), &mut errors) {
            Cow::Borrowed(words) => words.to_owned(),
            Cow::Owned(words) => words,
        }
    }

    /// Puts several messages into words.
    #[must_use]
    pub fn say_all<'m>(&self, messages: impl IntoIterator<Item = &'m Message>) -> Vec<String> {
        messages.into_iter().map(|message| self.say(message)).collect()
    }
}

const ENGLISH: LanguageIdentifier = langid!("en-GB");

/// An empty bundle whose output is plain text: no marks of direction round what goes into a sentence.
fn bundle(language: LanguageIdentifier) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_and_a_missing_argument_show() {
        let words = Catalogue::new("half = You have { $left } left.").unwrap();
        assert_eq!(words.say(&Message::new("nothing-of-that-name")), "<nothing-of-that-name>");
        assert_eq!(words.say(&Message::new("half")), "You have {$left} left.");
    }

    #[test]
    fn nothing_is_put_round_an_argument() {
        let words = Catalogue::new("half = You have { $left } left.").unwrap();
        let half = Message::new("half").with("left", Message::verbatim("ten"));
        assert_eq!(words.say(&half), "You have <verbatim> left.");
        assert_eq!(words.say(&Message::new("half").with("left", 20)), "You have 20 left.");
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        assert!(!Catalogue::new("= no key").unwrap_err().faults.is_empty());
        assert!(!Catalogue::new("a = one\na = two").unwrap_err().faults.is_empty());
    }

    #[test]
    fn english_can_be_read() {
        let words = crate::bundled::words("en-GB").unwrap();
        let catalogue = Catalogue::new(words).unwrap();
        assert!(catalogue.has("verbatim"));
    }
}
