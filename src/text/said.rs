//! What was said lately: a screen that says the same in every pass has it put into words once.

use std::collections::BTreeMap;
use std::mem;

use super::message::Message;

/// Of this many messages the words are kept before the older half makes room.
const GENERATION: usize = 4_096;

/// Longer words, in bytes, are an author's own text more than the program's: they are not kept.
const LONGEST: usize = 400;

/// Words by message, in two generations: what is asked for again stays, the rest goes.
#[derive(Debug, Default)]
pub(super) struct Said {
    young: BTreeMap<Message, String>,
    old: BTreeMap<Message, String>,
}

impl Said {
    /// The words of a message that was said lately.
    pub(super) fn find(&mut self, message: &Message) -> Option<String> {
        if let Some(words) = self.young.get(message) {
            return Some(words.clone());
        }
        let (message, words) = self.old.remove_entry(message)?;
        self.keep(message, words.clone());
        Some(words)
    }

    /// Keeps the words of a message.
    pub(super) fn note(&mut self, message: &Message, words: &str) {
        if words.len() <= LONGEST {
            self.keep(message.clone(), words.to_owned());
        }
    }

    fn keep(&mut self, message: Message, words: String) {
        if self.young.len() >= GENERATION {
            self.old = mem::take(&mut self.young);
        }
        self.young.insert(message, words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_again_outlives_what_is_not() {
        let mut said = Said::default();
        let [often, once] = ["often", "once"].map(Message::verbatim);
        said.note(&often, "Often.");
        said.note(&once, "Once.");
        for number in 0..3 * GENERATION {
            said.note(&Message::new("number").with("n", number), "A number.");
            assert_eq!(said.find(&often).as_deref(), Some("Often."));
        }
        assert_eq!(said.find(&once), None);
        assert!(said.young.len() <= GENERATION && said.old.len() <= GENERATION);
    }

    #[test]
    fn an_authors_text_is_not_kept() {
        let mut said = Said::default();
        let text = "word ".repeat(100);
        let message = Message::verbatim(&*text);
        said.note(&message, &text);
        assert_eq!(said.find(&message), None);
    }
}
