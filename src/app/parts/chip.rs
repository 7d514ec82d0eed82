//! Chips of evidence, numbered citations, counts and marks.

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Response, Sense, StrokeKind, Ui, vec2};

use super::focus::{self, Ring};
use super::text;
use crate::app::cx::Cx;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;

/// A chip that leads to the event that it names.
pub fn chip(ui: &mut Ui, cx: &Cx<'_>, words: &str) -> Response {
    let t = cx.tokens();
    let galley = text::one_line(ui, words, Type::Small, t.ink, ui.available_width() - 16.0);
    let (id, rect) = ui.allocate_space(vec2(galley.size().x + 16.0, size::TARGET));
    let response = ui.interact(rect, id, Sense::click());
    let corner = CornerRadius::same(size::CHIP_CORNER);
    ui.painter().rect_filled(rect, corner, t.well);
    if response.hovered() {
        ui.painter().rect_stroke(rect, corner, cx.theme.stroke(1.0, t.edge), StrokeKind::Inside);
    }
    text::paint_centre(ui, rect, galley);
    focus::ring(ui, cx.theme, &response, Ring::Outside(size::CHIP_CORNER));
    text::name_it(ui, &response, Role::Link, words);
    response
}

/// The number of a citation, in a box; its target is padded to 24 points. `name` is what it cites.
pub fn citation(ui: &mut Ui, cx: &Cx<'_>, number: usize, name: &str, chosen: bool) -> Response {
    let t = cx.tokens();
    let (id, target) = ui.allocate_space(vec2(size::TARGET, size::TARGET));
    let response = ui.interact(target, id, Sense::click());
    if ui.is_rect_visible(target) {
        paint_citation(ui, cx, target.center(), number, chosen || response.is_pointer_button_down_on());
    }
    if response.hovered() && !chosen {
        let rect = egui::Rect::from_center_size(target.center(), vec2(18.0, 18.0));
        ui.painter().rect_filled(rect.shrink(1.0), CornerRadius::same(2), t.accent_wash);
        paint_number(ui, target.center(), number, t.accent);
    }
    focus::ring(ui, cx.theme, &response, Ring::Outside(size::CHIP_CORNER));
    text::name_it(ui, &response, Role::Button, name);
    response.on_hover_text(name)
}

/// Paints the box with its number round a point.
pub fn paint_citation(ui: &Ui, cx: &Cx<'_>, centre: egui::Pos2, number: usize, chosen: bool) {
    let t = cx.tokens();
    let wide = if number > 9 { 22.0 } else { 18.0 };
    let rect = egui::Rect::from_center_size(centre, vec2(wide, 18.0));
    let (fill, ink) = if chosen { (t.accent, t.on_accent) } else { (t.paper, t.accent) };
    ui.painter().rect(rect, CornerRadius::same(3), fill, cx.theme.stroke(1.0, t.accent), StrokeKind::Inside);
    paint_number(ui, centre, number, ink);
}

fn paint_number(ui: &Ui, centre: egui::Pos2, number: usize, colour: Color32) {
    let galley = text::one_line(ui, &number.to_string(), Type::Num, colour, f32::INFINITY);
    ui.painter().galley(centre - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
}

/// A small count beside a word.
pub fn count(ui: &mut Ui, cx: &Cx<'_>, number: usize) {
    super::button::key_cap(ui, cx, &number.to_string());
}
