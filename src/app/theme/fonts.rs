//! The typefaces, built in: one family name a weight, and the icons.
//!
//! Atkinson Hyperlegible Next for the interface, Source Serif 4 for documents and what is written, Atkinson
//! Hyperlegible Mono for figures that are compared. Licences lie beside the files.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

use crate::bundled;

/// A face: the family name under which egui knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    Ui,
    UiStrong,
    Doc,
    DocStrong,
    DocItalic,
    Num,
    Icons,
}

impl Face {
    const ALL: [Self; 7] =
        [Self::Ui, Self::UiStrong, Self::Doc, Self::DocStrong, Self::DocItalic, Self::Num, Self::Icons];

    const fn name(self) -> &'static str {
        match self {
            Self::Ui => "ui",
            Self::UiStrong => "ui-strong",
            Self::Doc => "doc",
            Self::DocStrong => "doc-strong",
            Self::DocItalic => "doc-italic",
            Self::Num => "num",
            Self::Icons => "icons",
        }
    }

    /// The family, as egui takes it.
    #[must_use]
    pub fn family(self) -> FontFamily {
        FontFamily::Name(self.name().into())
    }
}

/// Every face with what stands in for letters that it lacks.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut font_data = BTreeMap::new();
    let mut families = BTreeMap::new();
    for face in Face::ALL {
        // What is built in is there: a test sees to it.
        let Some(bytes) = bundled::asset(&format!("fonts/{}.ttf", face.name())) else { continue };
        let mut data = FontData::from_static(bytes);
        if face == Face::Icons {
            data.tweak.hinting = Some(false);
        }
        font_data.insert(face.name().to_owned(), Arc::new(data));
        families.insert(face.family(), with_stand_ins(face));
    }
    families.insert(FontFamily::Proportional, with_stand_ins(Face::Ui));
    families.insert(FontFamily::Monospace, with_stand_ins(Face::Num));
    FontDefinitions { font_data, families }
}

/// A face, then those that stand in for it: the serif has arrows, which the interface face lacks.
fn with_stand_ins(face: Face) -> Vec<String> {
    [face, Face::Ui, Face::Doc, Face::Icons].map(|face| face.name().to_owned()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::theme::icons::Icon;

    #[test]
    fn every_face_is_built_in_and_has_what_a_case_may_say() {
        let definitions = definitions();
        assert_eq!(definitions.font_data.len(), Face::ALL.len());
        let mut fonts = egui::epaint::text::Fonts::new(egui::epaint::text::TextOptions::default(), definitions);
        let said =
            "aZ09 \u{2212}\u{2013}\u{2019}\u{201c}\u{201d}\u{2026}\u{2022}\u{a3}\u{20ac}\u{b7}\u{d7}ŵŷŴŶâêîôûéÿł→↑↓←";
        for face in Face::ALL {
            let mut font = fonts.fonts.font(&face.family());
            let has = font.characters();
            for letter in said.chars() {
                assert!(has.contains_key(&letter), "{face:?} has no {letter}");
            }
        }
        let mut icons = fonts.fonts.font(&Face::Icons.family());
        assert!(icons.characters().contains_key(&Icon::Search.glyph()));
    }
}
