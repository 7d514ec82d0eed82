//! How the desktop app looks: colours, type, space. Every widget and picture reads only this.
//!
//! [`tokens`] are the colours of the three themes, [`type_scale`] the type, [`fonts`] the faces, [`icons`] the signs.
//! Text size is the zoom of the whole window: type and gaps grow with it, strokes do not ([`Theme::stroke`]).

pub mod fonts;
pub mod icons;
pub mod tokens;
pub mod type_scale;

use egui::{Color32, CornerRadius, Stroke, Vec2};
use serde::{Deserialize, Serialize};

use crate::scenario::raw::Kind;
use tokens::Tokens;

/// Which colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Colours {
    #[default]
    Light,
    Dark,
    HighContrast,
}

/// Sizes of the layout, in logical points at 100%. A 4 point grid.
pub mod size {
    /// The bar on top.
    pub const TOP: f32 = 48.0;
    /// The inbox.
    pub const INBOX: f32 = 288.0;
    /// The case file.
    pub const FILE: f32 = 392.0;
    /// The dock, in three panes.
    pub const DOCK: f32 = 80.0;
    /// The head of a pane.
    pub const HEAD: f32 = 44.0;
    /// The foot of a full page.
    pub const FOOT: f32 = 57.0;
    /// The widest column that is read, 60 to 66 characters a line.
    pub const MEASURE: f32 = 536.0;
    /// A button, a small one, and the least target.
    pub const BUTTON: f32 = 32.0;
    pub const BUTTON_SMALL: f32 = 28.0;
    pub const TARGET: f32 = 24.0;
    /// Corners of chips, controls, cards.
    pub const CHIP_CORNER: u8 = 4;
    pub const CONTROL_CORNER: u8 = 6;
    pub const CARD_CORNER: u8 = 8;
}

/// How much room there is: what is laid out side by side, and what one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// One pane at a time.
    One,
    /// The inbox and one pane.
    Two,
    /// Three panes.
    Three,
}

impl Room {
    /// By the effective width: that of the window divided by the text scale.
    #[must_use]
    pub fn of(width: f32) -> Self {
        if width > 1100.0 {
            Self::Three
        } else if width >= 800.0 {
            Self::Two
        } else {
            Self::One
        }
    }
}

/// A theme at a text size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    pub colours: Colours,
    pub tokens: Tokens,
    /// Text size, from 1 to 2.
    pub scale: f32,
    /// Nothing moves by itself.
    pub still: bool,
}

impl Theme {
    /// The theme of some colours at a text size in per cent.
    #[must_use]
    pub fn new(colours: Colours, text_size: u16, still: bool) -> Self {
        let tokens = match colours {
            Colours::Light => tokens::LIGHT,
            Colours::Dark => tokens::DARK,
            Colours::HighContrast => tokens::CONTRAST,
        };
        Self { colours, tokens, scale: f32::from(text_size) / 100.0, still }
    }

    /// A width that text size does not change: strokes stay as thin as they were.
    #[must_use]
    pub fn thin(&self, width: f32) -> f32 {
        width / self.scale
    }

    /// A line of so many points, whatever the text size.
    #[must_use]
    pub fn stroke(&self, width: f32, colour: Color32) -> Stroke {
        Stroke::new(self.thin(width), colour)
    }

    /// The hue of one of the four kinds that name the trade; the others have none.
    #[must_use]
    pub const fn hue(&self, kind: Kind) -> Color32 {
        match kind {
            Kind::Explore => self.tokens.explore,
            Kind::Enforce => self.tokens.enforce,
            Kind::Recall => self.tokens.recall,
            Kind::Refer => self.tokens.refer,
            _ => self.tokens.ink_2,
        }
    }

    /// Sets egui's own style, for what is not drawn by a part of ours: carets, selections, scroll bars.
    pub fn apply(&self, ctx: &egui::Context) {
        let mut style = egui::Style::default();
        let t = &self.tokens;
        let mut visuals = if self.colours == Colours::Light { egui::Visuals::light() } else { egui::Visuals::dark() };
        visuals.override_text_color = Some(t.ink);
        visuals.weak_text_color = Some(t.ink_3);
        visuals.panel_fill = t.desk;
        visuals.window_fill = t.paper;
        visuals.window_stroke = self.stroke(1.0, t.edge);
        visuals.window_corner_radius = CornerRadius::same(10);
        visuals.window_shadow = egui::Shadow::NONE;
        visuals.popup_shadow = egui::Shadow::NONE;
        visuals.extreme_bg_color = t.well;
        visuals.faint_bg_color = t.pane;
        visuals.selection.bg_fill = t.accent_wash;
        // Focus is drawn by `parts::focus`, the same for everything.
        visuals.selection.stroke = Stroke::new(0.0, t.ink);
        visuals.text_cursor.stroke = self.stroke(1.5, t.ink);
        visuals.text_cursor.blink = !self.still;
        visuals.hyperlink_color = t.accent;
        visuals.button_frame = false;
        for widget in [
            &mut visuals.widgets.noninteractive,
            &mut visuals.widgets.inactive,
            &mut visuals.widgets.hovered,
            &mut visuals.widgets.active,
            &mut visuals.widgets.open,
        ] {
            widget.expansion = 0.0;
            widget.bg_stroke = self.stroke(1.0, t.edge);
            widget.fg_stroke = self.stroke(1.0, t.edge);
            widget.bg_fill = t.edge;
            widget.weak_bg_fill = t.paper;
            widget.corner_radius = CornerRadius::same(size::CONTROL_CORNER);
        }
        style.visuals = visuals;
        style.animation_time = 0.0;
        style.spacing.item_spacing = Vec2::ZERO;
        style.spacing.interact_size = Vec2::splat(size::TARGET);
        style.spacing.scroll = egui::style::ScrollStyle {
            bar_width: 6.0,
            handle_min_length: 24.0,
            bar_inner_margin: 2.0,
            bar_outer_margin: 2.0,
            floating_width: 4.0,
            ..egui::style::ScrollStyle::thin()
        };
        style.scroll_animation = egui::style::ScrollAnimation::none();
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.4;
        style.text_styles = [
            (egui::TextStyle::Body, type_scale::Type::Body.font()),
            (egui::TextStyle::Button, type_scale::Type::Body.font()),
            (egui::TextStyle::Heading, type_scale::Type::Heading.font()),
            (egui::TextStyle::Monospace, type_scale::Type::Num.font()),
            (egui::TextStyle::Small, type_scale::Type::Caption.font()),
        ]
        .into();
        ctx.all_styles_mut(|one| one.clone_from(&style));
        ctx.set_zoom_factor(self.scale);
    }
}
