//! A meter: how much of something is used, in segments. Figures stand beside it in words.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Response, Sense, StrokeKind, Ui, pos2, vec2};

use super::text;
use crate::app::cx::Cx;

/// Segments, each a share of the whole, from the left. `name` says the same in a sentence.
pub fn meter(ui: &mut Ui, cx: &Cx<'_>, segments: &[f32], width: f32, name: &str) -> Response {
    let t = cx.tokens();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 10.0), Sense::hover());
    let corner = CornerRadius::same(3);
    ui.painter().rect(rect, corner, t.well, cx.theme.stroke(1.0, t.edge), StrokeKind::Inside);
    let inner = rect.shrink(cx.theme.thin(1.0));
    let mut x = inner.left();
    for share in segments {
        let end = (x + inner.width() * share.clamp(0.0, 1.0)).min(inner.right());
        if end - x > 0.5 {
            let bar = Rect::from_min_max(pos2(x, inner.top()), pos2(end - 1.0, inner.bottom()));
            ui.painter().rect_filled(bar, 0, t.ink_2);
        }
        x = end;
    }
    text::name_it(ui, &response, Role::Image, name);
    response.on_hover_text(name)
}

/// A bar to the size of a whole: never to the largest of its neighbours.
pub fn bar(ui: &mut Ui, cx: &Cx<'_>, share: f32, width: f32, line: f32) {
    let (_, rect) = ui.allocate_space(vec2(width, line));
    paint_bar(ui, cx, Rect::from_center_size(rect.center(), vec2(width, 8.0)), share, cx.ink(2));
}

/// Paints such a bar into a box.
pub fn paint_bar(ui: &Ui, cx: &Cx<'_>, rect: Rect, share: f32, colour: egui::Color32) {
    ui.painter().rect_filled(rect, CornerRadius::same(2), cx.tokens().well);
    let full = Rect::from_min_max(rect.min, pos2(rect.left() + rect.width() * share.clamp(0.0, 1.0), rect.bottom()));
    if full.width() > 0.0 {
        ui.painter().rect_filled(full, CornerRadius::same(2), colour);
    }
}
