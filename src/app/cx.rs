//! What every drawing function is given besides its data: words, theme, and where to put what the person asks for.

use egui::Color32;

use super::acts::Act;
use super::theme::Theme;
use super::theme::tokens::Tokens;
use crate::text::{Catalogue, Message};

/// The drawing context of one pass. Drawing changes nothing: what a person asks for is put down as an [`Act`], and
/// carried out after the pass.
#[derive(Debug)]
pub struct Cx<'a> {
    pub words: &'a Catalogue,
    pub theme: &'a Theme,
    acts: &'a mut Vec<Act>,
}

impl<'a> Cx<'a> {
    #[must_use]
    pub const fn new(words: &'a Catalogue, theme: &'a Theme, acts: &'a mut Vec<Act>) -> Self {
        Self { words, theme, acts }
    }

    /// The words of a message.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        self.words.say(message)
    }

    /// The words of a message without arguments.
    #[must_use]
    pub fn t(&self, key: &'static str) -> String {
        self.words.say(&Message::new(key))
    }

    /// The colours.
    #[must_use]
    pub const fn tokens(&self) -> &Tokens {
        &self.theme.tokens
    }

    /// Ink of the first, second or third rank.
    #[must_use]
    pub const fn ink(&self, rank: u8) -> Color32 {
        match rank {
            1 => self.theme.tokens.ink,
            2 => self.theme.tokens.ink_2,
            _ => self.theme.tokens.ink_3,
        }
    }

    /// Puts down what the person asked for.
    pub fn act(&mut self, act: Act) {
        self.acts.push(act);
    }

    /// Has a screen reader say something: at once over anything else if it is urgent.
    pub fn announce(&mut self, text: String, urgent: bool) {
        self.acts.push(Act::Announce { text, urgent });
    }
}
