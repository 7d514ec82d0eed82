//! The ring round what has the keyboard: the same for everything, in every theme.

use egui::{CornerRadius, Rect, Response, StrokeKind, Ui};

use crate::app::theme::Theme;

/// Where the ring goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ring {
    /// Two points outside, round a control with these corners.
    Outside(u8),
    /// Three points inside, for rows as wide as their pane.
    Inside,
}

/// Draws the ring if the widget has the focus.
pub fn ring(ui: &Ui, theme: &Theme, response: &Response, ring: Ring) {
    if response.has_focus() {
        ring_round(ui, theme, response.rect, ring);
    }
}

/// Draws the ring round a rectangle.
pub fn ring_round(ui: &Ui, theme: &Theme, rect: Rect, ring: Ring) {
    let stroke = theme.stroke(2.0, theme.tokens.focus);
    match ring {
        Ring::Outside(corner) => {
            // A pane cuts off what leaves it; the ring may reach a little over.
            let painter = ui.painter().with_clip_rect(ui.clip_rect().expand(4.0));
            painter.rect_stroke(rect.expand(2.0), CornerRadius::same(corner + 2), stroke, StrokeKind::Outside);
        }
        Ring::Inside => {
            ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::ZERO, stroke, StrokeKind::Inside);
        }
    }
}
