//! Tabs along the head of a pane: one stop for Tab, left and right move and show.

use egui::accesskit::Role;
use egui::{Id, Ui, UiBuilder, pos2, vec2};

use super::focus::{self, Ring};
use super::list::{self, Along};
use super::text;
use crate::app::cx::Cx;
use crate::app::theme::type_scale::Type;

/// Room at either side of a name, in points.
const PAD: f32 = 5.5;

/// How wide tabs of these names are together.
#[must_use]
pub fn width(ui: &Ui, names: &[String]) -> f32 {
    names.iter().map(|name| text::measure(ui, name, Type::SmallStrong).x + PAD * 2.0).sum()
}

/// Shows tabs in what room there is. `chosen` moves when another one is chosen; true if it did.
pub fn tabs(ui: &mut Ui, cx: &Cx<'_>, id: Id, names: &[String], chosen: &mut usize, height: f32) -> bool {
    let before = *chosen;
    ui.scope_builder(UiBuilder::new().id(id), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_role(Role::TabList));
        let roving = list::roving(ui, id, names.len(), chosen, Along::Across);
        ui.horizontal(|ui| {
            for (index, name) in names.iter().enumerate() {
                let on = index == *chosen;
                // As wide as it is when chosen, so that nothing moves when it is.
                let width = text::measure(ui, name, Type::SmallStrong).x;
                let (_, rect) = ui.allocate_space(vec2(width + PAD * 2.0, height));
                let response = roving.row(ui, index, rect, chosen);
                let colour = if on || response.hovered() { cx.ink(1) } else { cx.ink(2) };
                let of = if on { Type::SmallStrong } else { Type::Small };
                let galley = text::one_line(ui, name, of, colour, f32::INFINITY);
                text::paint_centre(ui, rect, galley);
                if on {
                    let y = rect.bottom() - 1.0;
                    let line =
                        egui::Rect::from_min_max(pos2(rect.left() + PAD, y - 1.0), pos2(rect.right() - PAD, y + 1.0));
                    ui.painter().rect_filled(line, 0, cx.tokens().accent);
                }
                focus::ring(ui, cx.theme, &response, Ring::Inside);
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_role(Role::Tab);
                    node.set_label(name.as_str());
                    node.set_selected(on);
                });
            }
        });
    });
    before != *chosen
}
