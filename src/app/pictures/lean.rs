//! Lean: which kinds of answer the trainee chose, and which the panel did, a line a kind.
//!
//! In go shares; each row has a dot for the trainee and an I-beam for the panel on a line from nothing to all, and both
//! figures beside it. The rows are the list as well, and hold the focus and the names.

use egui::accesskit::Role;
use egui::{Id, Pos2, Rect, Ui, pos2, vec2};

use crate::app::cx::Cx;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::{icon, list, text};
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::scenario::raw::Kind;

/// A row, and what stands beside the line.
const ROW: f32 = 29.0;
const NAME: f32 = 104.0;
const FIGURES: f32 = 104.0;
/// The longest line.
const LINE: f32 = 220.0;

/// One kind of answer.
#[derive(Debug, Clone, PartialEq)]
pub struct LeanRow {
    pub kind: Kind,
    pub label: String,
    /// Shares, from nought to one.
    pub yours: f64,
    pub panels: f64,
    /// "21% and 34%".
    pub figures: String,
    /// All of it in a sentence.
    pub name: String,
}

/// Draws it, with its legend.
pub fn lean(ui: &mut Ui, cx: &Cx<'_>, id: Id, name: &str, rows: &[LeanRow]) {
    let t = *cx.tokens();
    let width = ui.available_width();
    let line = (width - NAME - FIGURES - 24.0).clamp(60.0, LINE);
    list::remembered(ui, id, name, rows.len(), |ui, roving, index, at| {
        let row = &rows[index];
        let (_, rect) = ui.allocate_space(vec2(width, ROW));
        let response = roving.row(ui, index, rect, at);
        if response.hovered() {
            ui.painter().rect_filled(rect, size::CONTROL_CORNER, t.well);
        }
        let y = rect.center().y;
        icon::paint_kind(ui.painter(), pos2(rect.left() + 8.0, y), row.kind, 14.0, cx.theme.hue(row.kind));
        let label = text::one_line(ui, &row.label, Type::Small, t.ink, NAME - 24.0);
        text::paint_left(ui, Rect::from_min_max(pos2(rect.left() + 22.0, rect.top()), rect.max), label);
        let left = rect.left() + NAME;
        ui.painter().hline(left..=left + line, y, cx.theme.stroke(2.0, t.hair));
        let (yours, panels) = (place(left, line, row.yours), place(left, line, row.panels));
        ui.painter().hline(yours.min(panels)..=yours.max(panels), y, cx.theme.stroke(1.5, t.ink));
        i_beam(ui, cx, pos2(panels, y));
        ui.painter().circle_filled(pos2(yours, y), 5.0, t.accent);
        let figures = text::one_line(ui, &row.figures, Type::Small, t.ink_2, FIGURES);
        text::paint_left(ui, Rect::from_min_max(pos2(left + line + 16.0, rect.top()), rect.max), figures);
        focus::ring(ui, cx.theme, &response, Ring::Inside);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::ListItem);
            node.set_label(row.name.as_str());
        });
    });
    ui.add_space(2.0);
    legend(ui, cx);
}

#[expect(clippy::cast_possible_truncation, reason = "between nought and one")]
fn place(left: f32, line: f32, share: f64) -> f32 {
    left + line * share.clamp(0.0, 1.0) as f32
}

/// The mark of the panel.
fn i_beam(ui: &Ui, cx: &Cx<'_>, at: Pos2) {
    let stroke = cx.theme.stroke(1.5, cx.tokens().ink);
    ui.painter().vline(at.x, at.y - 6.0..=at.y + 6.0, stroke);
    for y in [at.y - 6.0, at.y + 6.0] {
        ui.painter().hline(at.x - 3.0..=at.x + 3.0, y, stroke);
    }
}

fn legend(ui: &mut Ui, cx: &Cx<'_>) {
    let t = *cx.tokens();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (is_you, key) in [(true, "app-lean-you"), (false, "app-lean-panel")] {
            let (_, rect) = ui.allocate_space(vec2(12.0, Type::Small.line()));
            if is_you {
                ui.painter().circle_filled(rect.center(), 5.0, t.accent);
            } else {
                i_beam(ui, cx, rect.center());
            }
            let words = text::one_line(ui, &cx.t(key), Type::Small, t.ink_2, f32::INFINITY);
            text::put(ui, words, Role::Label);
            ui.add_space(10.0);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn shares_stand_where_they_say() {
        assert_eq!(place(10.0, 200.0, 0.0), 10.0);
        assert_eq!(place(10.0, 200.0, 0.25), 60.0);
        assert_eq!(place(10.0, 200.0, 1.5), 210.0, "what can't be is not drawn outside");
    }
}
