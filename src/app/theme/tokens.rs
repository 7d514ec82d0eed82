//! Colours by what they are for: one struct a theme. Widgets and pictures read only these.
//!
//! The values and the pairs that must be readable are those of the interface design; a test reckons every contrast.

use egui::Color32;

/// Every colour of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tokens {
    /// The ground of bars and of the dock.
    pub desk: Color32,
    /// The ground of side panes.
    pub pane: Color32,
    /// The ground of what is read and written on.
    pub paper: Color32,
    /// Hover, key caps, chips, the empty part of a meter.
    pub well: Color32,
    /// Lines that group. Never carries meaning.
    pub hair: Color32,
    /// Outlines of controls.
    pub edge: Color32,
    /// Text.
    pub ink: Color32,
    /// Text of second rank.
    pub ink_2: Color32,
    /// Text of third rank: details, units.
    pub ink_3: Color32,
    /// What is chosen or cited, and the one first button.
    pub accent: Color32,
    /// The ground of what is chosen.
    pub accent_wash: Color32,
    /// Text on `accent`.
    pub on_accent: Color32,
    /// The ring round what has the keyboard.
    pub focus: Color32,
    /// The shape of Explore, and the edge of its tray.
    pub explore: Color32,
    /// A ground beside the shape of Explore.
    pub explore_wash: Color32,
    /// The shape of Enforce, and the edge of its tray.
    pub enforce: Color32,
    /// A ground beside the shape of Enforce.
    pub enforce_wash: Color32,
    /// The shape of Recall, and the edge of its tray.
    pub recall: Color32,
    /// A ground beside the shape of Recall.
    pub recall_wash: Color32,
    /// The shape of Refer, and the edge of its tray.
    pub refer: Color32,
    /// A ground beside the shape of Refer.
    pub refer_wash: Color32,
    /// What is late or missing; always with an icon and words.
    pub due: Color32,
    /// The ground of a summary of errors.
    pub due_wash: Color32,
    /// Done.
    pub ok: Color32,
    /// The ground of a cited passage.
    pub mark: Color32,
}

/// Ink on paper.
pub const LIGHT: Tokens = Tokens {
    desk: Color32::from_rgb(0xF1, 0xEF, 0xEA),
    pane: Color32::from_rgb(0xF8, 0xF7, 0xF4),
    paper: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    well: Color32::from_rgb(0xE9, 0xE6, 0xDF),
    hair: Color32::from_rgb(0xDC, 0xD8, 0xCF),
    edge: Color32::from_rgb(0x85, 0x7F, 0x73),
    ink: Color32::from_rgb(0x1E, 0x1D, 0x1A),
    ink_2: Color32::from_rgb(0x4E, 0x4A, 0x43),
    ink_3: Color32::from_rgb(0x67, 0x62, 0x5A),
    accent: Color32::from_rgb(0x2A, 0x4A, 0x96),
    accent_wash: Color32::from_rgb(0xE7, 0xEC, 0xF7),
    on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    focus: Color32::from_rgb(0x1A, 0x3F, 0xC4),
    explore: Color32::from_rgb(0x0F, 0x63, 0x6D),
    explore_wash: Color32::from_rgb(0xE1, 0xF0, 0xF1),
    enforce: Color32::from_rgb(0x7D, 0x52, 0x07),
    enforce_wash: Color32::from_rgb(0xF7, 0xEC, 0xD6),
    recall: Color32::from_rgb(0x8A, 0x2E, 0x5C),
    recall_wash: Color32::from_rgb(0xF7, 0xE5, 0xEE),
    refer: Color32::from_rgb(0x44, 0x66, 0x1C),
    refer_wash: Color32::from_rgb(0xE9, 0xF1, 0xDC),
    due: Color32::from_rgb(0x9A, 0x34, 0x12),
    due_wash: Color32::from_rgb(0xFB, 0xEA, 0xE1),
    ok: Color32::from_rgb(0x2F, 0x62, 0x44),
    mark: Color32::from_rgb(0xFF, 0xF3, 0xC4),
};

/// For a dark room.
pub const DARK: Tokens = Tokens {
    desk: Color32::from_rgb(0x15, 0x14, 0x12),
    pane: Color32::from_rgb(0x1B, 0x1A, 0x18),
    paper: Color32::from_rgb(0x22, 0x21, 0x1E),
    well: Color32::from_rgb(0x32, 0x30, 0x2C),
    hair: Color32::from_rgb(0x37, 0x35, 0x2F),
    edge: Color32::from_rgb(0x8B, 0x86, 0x7B),
    ink: Color32::from_rgb(0xEF, 0xEC, 0xE6),
    ink_2: Color32::from_rgb(0xC2, 0xBD, 0xB3),
    ink_3: Color32::from_rgb(0xA1, 0x9C, 0x92),
    accent: Color32::from_rgb(0xA3, 0xB8, 0xF3),
    accent_wash: Color32::from_rgb(0x2A, 0x33, 0x50),
    on_accent: Color32::from_rgb(0x12, 0x14, 0x1C),
    focus: Color32::from_rgb(0xC3, 0xD0, 0xFF),
    explore: Color32::from_rgb(0x74, 0xC6, 0xCE),
    explore_wash: Color32::from_rgb(0x1D, 0x36, 0x39),
    enforce: Color32::from_rgb(0xE2, 0xB5, 0x65),
    enforce_wash: Color32::from_rgb(0x3B, 0x2F, 0x18),
    recall: Color32::from_rgb(0xEC, 0x9D, 0xC2),
    recall_wash: Color32::from_rgb(0x3F, 0x26, 0x33),
    refer: Color32::from_rgb(0xAA, 0xCC, 0x7E),
    refer_wash: Color32::from_rgb(0x2A, 0x35, 0x20),
    due: Color32::from_rgb(0xF3, 0xA7, 0x88),
    due_wash: Color32::from_rgb(0x43, 0x28, 0x1C),
    ok: Color32::from_rgb(0x8F, 0xCB, 0xA6),
    mark: Color32::from_rgb(0x38, 0x32, 0x1A),
};

/// High contrast: greys become white, nothing else changes.
pub const CONTRAST: Tokens = Tokens {
    desk: Color32::from_rgb(0x00, 0x00, 0x00),
    pane: Color32::from_rgb(0x00, 0x00, 0x00),
    paper: Color32::from_rgb(0x00, 0x00, 0x00),
    well: Color32::from_rgb(0x1C, 0x1C, 0x1C),
    hair: Color32::from_rgb(0xBD, 0xBD, 0xBD),
    edge: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    ink: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    ink_2: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    ink_3: Color32::from_rgb(0xE6, 0xE6, 0xE6),
    accent: Color32::from_rgb(0x9C, 0xCB, 0xFF),
    accent_wash: Color32::from_rgb(0x08, 0x26, 0x4A),
    on_accent: Color32::from_rgb(0x00, 0x00, 0x00),
    focus: Color32::from_rgb(0xFF, 0xE1, 0x4A),
    explore: Color32::from_rgb(0x6F, 0xE3, 0xEE),
    explore_wash: Color32::from_rgb(0x05, 0x29, 0x2D),
    enforce: Color32::from_rgb(0xFF, 0xC7, 0x5A),
    enforce_wash: Color32::from_rgb(0x2E, 0x1F, 0x00),
    recall: Color32::from_rgb(0xFF, 0xA6, 0xD0),
    recall_wash: Color32::from_rgb(0x35, 0x05, 0x1E),
    refer: Color32::from_rgb(0xBD, 0xEB, 0x84),
    refer_wash: Color32::from_rgb(0x17, 0x29, 0x0A),
    due: Color32::from_rgb(0xFF, 0xB0, 0x8F),
    due_wash: Color32::from_rgb(0x3A, 0x13, 0x02),
    ok: Color32::from_rgb(0x9B, 0xE8, 0xB6),
    mark: Color32::from_rgb(0x3D, 0x36, 0x00),
};

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2.2, relative luminance.
    fn luminance(colour: Color32) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
    }

    /// WCAG 2.2, contrast ratio: from 1 to 21.
    fn ratio(one: Color32, other: Color32) -> f64 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Foreground on ground, and whether it is text; the pairs that the screens use.
    fn pairs(of: &Tokens) -> Vec<(&'static str, Color32, Color32, bool)> {
        let grounds = [
            ("desk", of.desk),
            ("pane", of.pane),
            ("paper", of.paper),
            ("well", of.well),
            ("accent-wash", of.accent_wash),
        ];
        let mut pairs = Vec::new();
        for (_, ground) in grounds {
            for (name, ink) in [("ink", of.ink), ("ink-2", of.ink_2), ("ink-3", of.ink_3)] {
                pairs.push((name, ink, ground, true));
            }
            pairs.push(("edge", of.edge, ground, false));
            pairs.push(("focus", of.focus, ground, false));
        }
        for (name, ground) in grounds.iter().filter(|(name, _)| *name != "well") {
            pairs.push((name, of.accent, *ground, true));
        }
        let kinds = [
            ("explore", of.explore, of.explore_wash),
            ("enforce", of.enforce, of.enforce_wash),
            ("recall", of.recall, of.recall_wash),
            ("refer", of.refer, of.refer_wash),
            ("due", of.due, of.due_wash),
        ];
        for (name, hue, wash) in kinds {
            pairs.push((name, hue, of.desk, true));
            pairs.push((name, hue, of.paper, true));
            pairs.push((name, hue, wash, true));
            pairs.push((name, of.ink, wash, true));
            pairs.push((name, of.ink_2, wash, true));
            pairs.push((name, hue, of.well, false));
            pairs.push((name, hue, of.accent_wash, false));
        }
        for ground in [of.desk, of.pane, of.paper] {
            pairs.push(("ok", of.ok, ground, true));
            pairs.push(("due", of.due, ground, true));
        }
        pairs.push(("on-accent", of.on_accent, of.accent, true));
        pairs.push(("ink on mark", of.ink, of.mark, true));
        pairs.push(("ink-3 on mark", of.ink_3, of.mark, true));
        // The chosen level, and today, are paper on ink.
        pairs.push(("paper on ink", of.paper, of.ink, true));
        pairs
    }

    #[test]
    fn every_pair_can_be_read() {
        let mut short = Vec::new();
        for (theme, tokens, text) in [("light", LIGHT, 4.5), ("dark", DARK, 4.5), ("high contrast", CONTRAST, 7.0)] {
            for (name, one, other, is_text) in pairs(&tokens) {
                let (needs, is) = (if is_text { text } else { 3.0 }, ratio(one, other));
                if is < needs {
                    short.push(format!("{theme}: {name} {one:?} on {other:?}: {is:.2}, needs {needs}"));
                }
            }
        }
        assert!(short.is_empty(), "{}", short.join("\n"));
    }

    #[test]
    fn the_ratio_is_that_of_the_standard() {
        // Black on white is 21 by definition; #777777 on white is the well-known near miss of 4.48.
        assert!((ratio(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
        assert!((ratio(Color32::from_rgb(0x77, 0x77, 0x77), Color32::WHITE) - 4.478).abs() < 0.001);
    }
}
