//! The type scale: size, line and face by what a text is.

use egui::text::TextFormat;
use egui::{Align, Color32, FontId};

use super::fonts::Face;

/// What a text is. Sizes and lines are in logical points at 100%; the zoom of the whole window scales them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// Briefing, end of week.
    PageTitle,
    /// Decision, debrief.
    ScreenTitle,
    /// Reading pane, forms.
    DocTitle,
    /// Library.
    CardTitle,
    /// Arrivals, prompts.
    Reading,
    ReadingStrong,
    /// Fields, reasons, quotations.
    Writing,
    /// Panes, sections.
    Heading,
    /// The name of a kind on its button.
    KindName,
    /// Rows, buttons, options.
    Body,
    BodyStrong,
    /// Details, tables.
    Small,
    SmallStrong,
    /// Reliability, units, keys. Nothing is smaller.
    Caption,
    CaptionStrong,
    /// Times in logs, numbers of citations, key caps.
    Num,
    /// The luck code.
    Code,
}

impl Type {
    /// Size and line, in points.
    #[must_use]
    pub const fn metrics(self) -> (f32, f32) {
        match self {
            Self::PageTitle => (32.0, 40.0),
            Self::ScreenTitle => (24.0, 32.0),
            Self::DocTitle => (22.0, 28.0),
            Self::CardTitle => (19.0, 24.0),
            Self::Reading | Self::ReadingStrong => (17.0, 26.0),
            Self::Writing => (15.0, 22.0),
            Self::Heading => (15.0, 20.0),
            Self::KindName => (16.0, 20.0),
            Self::Body | Self::BodyStrong => (14.0, 20.0),
            Self::Small | Self::SmallStrong => (13.0, 18.0),
            Self::Caption | Self::CaptionStrong | Self::Num => (12.0, 16.0),
            Self::Code => (17.0, 24.0),
        }
    }

    const fn face(self) -> Face {
        match self {
            Self::PageTitle | Self::ScreenTitle | Self::DocTitle | Self::CardTitle | Self::ReadingStrong => {
                Face::DocStrong
            }
            Self::Reading | Self::Writing => Face::Doc,
            Self::Heading | Self::KindName | Self::BodyStrong | Self::SmallStrong | Self::CaptionStrong => {
                Face::UiStrong
            }
            Self::Body | Self::Small | Self::Caption => Face::Ui,
            Self::Num | Self::Code => Face::Num,
        }
    }

    /// The same, set bold.
    #[must_use]
    pub const fn strong(self) -> Self {
        match self {
            Self::Reading => Self::ReadingStrong,
            Self::Body => Self::BodyStrong,
            Self::Small => Self::SmallStrong,
            Self::Caption => Self::CaptionStrong,
            other => other,
        }
    }

    /// The height of one line, in points.
    #[must_use]
    pub const fn line(self) -> f32 {
        self.metrics().1
    }

    /// Face and size, as egui takes them.
    #[must_use]
    pub fn font(self) -> FontId {
        FontId::new(self.metrics().0, self.face().family())
    }

    /// How it is set, in a colour.
    #[must_use]
    pub fn format(self, colour: Color32) -> TextFormat {
        TextFormat {
            font_id: self.font(),
            line_height: Some(self.line()),
            color: colour,
            valign: Align::Center,
            ..TextFormat::default()
        }
    }
}
