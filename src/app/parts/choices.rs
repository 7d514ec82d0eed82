//! Choices of a field: one of a list, or some. One stop for Tab; arrows move, and choose where one is chosen; space
//! ticks where there may be several.

use egui::accesskit::{Role, Toggled};
use egui::{Color32, Id, Rect, Ui, UiBuilder, pos2, vec2};

use crate::app::cx::Cx;
use crate::app::parts::choice::{paint_radio, paint_square};
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along};
use crate::app::parts::text;
use crate::app::theme::type_scale::Type;

/// Room in front of the words, for the sign.
const SIGN: f32 = 32.0;
/// Between columns.
const GAP: f32 = 16.0;
/// The most columns.
const MOST: usize = 3;

/// A list to choose from.
#[derive(Debug, Clone, Copy)]
pub struct Choices<'a> {
    pub id: Id,
    /// What is chosen, for screen readers.
    pub name: &'a str,
    /// Help, and what is wrong.
    pub description: &'a str,
    pub required: bool,
    pub wrong: bool,
    /// By id and words.
    pub rows: &'a [(String, String)],
    /// Several may be chosen.
    pub many: bool,
}

/// What came of showing it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Chose {
    pub changed: bool,
    /// A row was clicked, or entered by a key: not only moved to.
    pub clicked: bool,
    pub has_focus: bool,
    /// It has the focus since this pass.
    pub gained_focus: bool,
}

impl Choices<'_> {
    /// The row that Tab stops at.
    #[must_use]
    pub fn stop(&self, ui: &Ui, chosen: &[String]) -> Id {
        self.id.with(self.cursor(ui, chosen))
    }

    fn cursor(&self, ui: &Ui, chosen: &[String]) -> usize {
        let moved = ui.data(|data| data.get_temp::<usize>(self.id.with("cursor")));
        let cursor = moved.or_else(|| self.rows.iter().position(|(id, _)| chosen.contains(id)));
        cursor.unwrap_or(0).min(self.rows.len().saturating_sub(1))
    }

    /// How many columns fit, and how wide each is: as wide as its words need, so that none is broken before it must be.
    fn columns(&self, ui: &Ui, width: f32) -> (usize, f32) {
        let widths = self.rows.iter().map(|(_, words)| text::measure(ui, words, Type::Body).x);
        let column = widths.fold(96.0, f32::max) + SIGN + 8.0;
        let fit = ((width + GAP) / (column + GAP)).floor().max(1.0) as usize;
        (fit.min(MOST).min(self.rows.len().max(1)), column.min(width))
    }

    /// Shows it. `chosen` holds ids, in the order in which they were chosen.
    pub fn show(&self, ui: &mut Ui, cx: &Cx<'_>, chosen: &mut Vec<String>) -> Chose {
        let mut cursor = self.cursor(ui, chosen);
        let (columns, width) = self.columns(ui, ui.available_width());
        let mut chose = Chose::default();
        ui.scope_builder(UiBuilder::new().id(self.id), |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(if self.many { Role::Group } else { Role::RadioGroup });
                node.set_label(self.name);
                if !self.description.is_empty() {
                    node.set_description(self.description);
                }
                if self.required {
                    node.set_required();
                }
                if self.wrong {
                    node.set_invalid(egui::accesskit::Invalid::True);
                }
            });
            let was = cursor;
            let roving = list::roving(ui, self.id, self.rows.len(), &mut cursor, Along::Grid(columns));
            let moved = cursor != was;
            for (line, rows) in self.rows.chunks(columns).enumerate() {
                let galleys: Vec<_> = rows
                    .iter()
                    .map(|(_, words)| text::lay_out(ui, words, Type::Body, cx.ink(1), width - SIGN))
                    .collect();
                let height = galleys.iter().map(|galley| galley.size().y).fold(20.0, f32::max) + 8.0;
                let (_, whole) = ui.allocate_space(vec2(ui.available_width(), height));
                for (column, ((id, words), galley)) in rows.iter().zip(galleys).enumerate() {
                    let index = line * columns + column;
                    let left = whole.left() + (width + GAP) * column as f32;
                    let rect = Rect::from_min_size(pos2(left, whole.top()), vec2(width, height));
                    let response = roving.row(ui, index, rect, &mut cursor);
                    let follows = !self.many && moved && index == cursor;
                    chose.clicked |= response.clicked();
                    if response.clicked() || follows {
                        chose.changed |= self.choose(id, chosen);
                    }
                    let on = chosen.contains(id);
                    if response.hovered() {
                        ui.painter().rect_filled(rect, 4, cx.tokens().well);
                    }
                    let sign = pos2(rect.left() + 16.0, rect.top() + 14.0);
                    if self.many {
                        paint_square(ui, cx, sign, on);
                    } else {
                        paint_radio(ui, cx, sign, on);
                    }
                    ui.painter().galley(pos2(rect.left() + SIGN, rect.top() + 4.0), galley, Color32::PLACEHOLDER);
                    focus::ring(ui, cx.theme, &response, Ring::Inside);
                    chose.has_focus |= response.has_focus();
                    chose.gained_focus |= response.gained_focus();
                    ui.ctx().accesskit_node_builder(response.id, |node| {
                        node.set_role(if self.many { Role::CheckBox } else { Role::RadioButton });
                        node.set_label(words.as_str());
                        node.set_toggled(if on { Toggled::True } else { Toggled::False });
                    });
                }
            }
            ui.data_mut(|data| data.insert_temp(self.id.with("cursor"), cursor));
        });
        chose
    }

    /// Chooses, or ticks and unticks. True if that changed anything.
    fn choose(&self, id: &str, chosen: &mut Vec<String>) -> bool {
        match chosen.iter().position(|one| one == id) {
            Some(_) if !self.many => false,
            Some(at) => {
                chosen.remove(at);
                true
            }
            None => {
                if !self.many {
                    chosen.clear();
                }
                chosen.push(id.to_owned());
                true
            }
        }
    }
}
