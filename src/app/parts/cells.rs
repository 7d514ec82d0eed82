//! Cells with words, of which one is chosen: a radio group in a row, where nothing is chosen to begin with.
//!
//! In goes what stands in the cells; out comes which one was chosen. One stop for Tab; arrows move and choose, space and
//! a click choose. It never knows what is rated: [`super::level`] says it of levels of risk.

use egui::accesskit::{Role, Toggled};
use egui::{CornerRadius, Id, Rect, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::choice::paint_cell;
use super::focus::{self, Ring};
use super::list::{self, Along};
use super::{page, text};
use crate::app::cx::Cx;
use crate::app::theme::type_scale::Type;

/// The height of a row of cells.
const HEIGHT: f32 = 26.0;

/// A row of cells, before it is shown.
#[derive(Debug, Clone, Copy)]
pub struct Cells<'a> {
    pub id: Id,
    /// What is rated, for screen readers.
    pub name: &'a str,
    pub words: &'a [String],
    /// The cell with a short bar below its words: what holds until another is chosen.
    pub mark: Option<usize>,
    pub width: f32,
}

impl Cells<'_> {
    /// Shows them. True if another one was chosen.
    pub fn show(&self, ui: &mut Ui, cx: &Cx<'_>, chosen: &mut Option<usize>) -> bool {
        let before = *chosen;
        let t = *cx.tokens();
        let (_, whole) = ui.allocate_space(vec2(self.width, HEIGHT));
        page::apart(ui, UiBuilder::new().id(self.id).max_rect(whole), |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::RadioGroup);
                node.set_label(self.name);
            });
            let mut cursor = cursor(ui, self.id, *chosen, self.mark);
            let was = cursor;
            let roving = list::roving(ui, self.id, self.words.len(), &mut cursor, Along::Across);
            let edge = cx.theme.stroke(1.0, t.edge);
            ui.painter().rect(whole, CornerRadius::same(5), t.paper, edge, StrokeKind::Inside);
            let mut ring = false;
            for (index, words) in self.words.iter().enumerate() {
                let share = whole.width() / self.words.len() as f32;
                let left = whole.left() + share * index as f32;
                let cell = Rect::from_min_max(pos2(left, whole.top()), pos2(left + share, whole.bottom()));
                let response = roving.row(ui, index, cell, &mut cursor);
                if response.clicked() || (response.has_focus() && index == cursor && cursor != was) {
                    *chosen = Some(index);
                }
                let on = *chosen == Some(index);
                paint_cell(ui, cx, cell, whole, (on, response.hovered()));
                let (of, colour) = if on { (Type::SmallStrong, t.paper) } else { (Type::Small, t.ink_2) };
                let galley = text::one_line(ui, words, of, colour, cell.width());
                text::paint_centre(ui, cell, galley);
                if self.mark == Some(index) {
                    let bar = Rect::from_center_size(pos2(cell.center().x, cell.bottom() - 3.0), vec2(8.0, 2.0));
                    ui.painter().rect_filled(bar, 0, if on { t.paper } else { t.ink_3 });
                }
                ring |= response.has_focus();
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_role(Role::RadioButton);
                    node.set_label(words.as_str());
                    node.set_toggled(if on { Toggled::True } else { Toggled::False });
                });
            }
            if ring {
                focus::ring_round(ui, cx.theme, whole, Ring::Outside(5));
            }
            // Roving asks for the focus of the next cell in the next pass: choosing follows the cursor.
            if cursor != was {
                *chosen = Some(cursor);
            }
            ui.data_mut(|data| data.insert_temp(self.id.with("cursor"), cursor));
        });
        before != *chosen
    }
}

/// The cell that Tab stops at.
#[must_use]
pub fn stop(ui: &Ui, id: Id, chosen: Option<usize>, mark: Option<usize>) -> Id {
    id.with(cursor(ui, id, chosen, mark))
}

fn cursor(ui: &Ui, id: Id, chosen: Option<usize>, mark: Option<usize>) -> usize {
    let moved = ui.data(|data| data.get_temp::<usize>(id.with("cursor")));
    moved.or(chosen).or(mark).unwrap_or(0)
}
