//! How a person likes to read: kept in the store, in reach before any case starts.

use serde::{Deserialize, Serialize};

use super::theme::{Colours, Theme};

/// The setting of the store that holds them.
pub const NAME: &str = "window";

/// Text sizes to choose from, in per cent.
pub const SIZES: [u16; 4] = [100, 125, 150, 200];

/// When the reviewers are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reveal {
    EachDecision,
    #[default]
    AtTheEnd,
}

/// Settings of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// In per cent; one of [`SIZES`].
    pub text_size: u16,
    pub colours: Colours,
    pub still: bool,
    pub reveal: Reveal,
}

impl Default for Settings {
    fn default() -> Self {
        Self { text_size: 100, colours: Colours::Light, still: false, reveal: Reveal::AtTheEnd }
    }
}

/// One setting, changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    TextSize(u16),
    Colours(Colours),
    Still(bool),
    Reveal(Reveal),
}

impl Settings {
    /// What was kept; whatever can't be read is as it is to begin with.
    #[must_use]
    pub fn read(kept: Option<&str>) -> Self {
        let mut settings: Self = kept.and_then(|kept| serde_json::from_str(kept).ok()).unwrap_or_default();
        if !SIZES.contains(&settings.text_size) {
            settings.text_size = 100;
        }
        settings
    }

    /// As it is kept.
    #[must_use]
    pub fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    #[must_use]
    pub fn theme(&self) -> Theme {
        Theme::new(self.colours, self.text_size, self.still)
    }

    pub fn change(&mut self, change: Change) {
        match change {
            Change::TextSize(size) => self.text_size = if SIZES.contains(&size) { size } else { 100 },
            Change::Colours(colours) => self.colours = colours,
            Change::Still(still) => self.still = still,
            Change::Reveal(reveal) => self.reveal = reveal,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_kept() {
        let mut settings = Settings::default();
        settings.change(Change::TextSize(200));
        settings.change(Change::Colours(Colours::HighContrast));
        settings.change(Change::Still(true));
        settings.change(Change::Reveal(Reveal::EachDecision));
        assert_eq!(Settings::read(Some(&settings.written())), settings);
    }

    #[test]
    fn what_can_not_be_read_is_as_to_begin_with() {
        assert_eq!(Settings::read(None), Settings::default());
        assert_eq!(Settings::read(Some("no json")), Settings::default());
        assert_eq!(Settings::read(Some(r#"{"text_size": 9000}"#)), Settings::default());
        assert_eq!(Settings::read(Some(r#"{"colours": "Dark"}"#)).colours, Colours::Dark);
    }
}
