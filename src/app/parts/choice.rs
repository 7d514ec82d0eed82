//! Choosing: tick boxes, a row of settings of which one holds, and the options of a question.

use std::sync::Arc;

use egui::accesskit::{Role, Toggled};
use egui::{Color32, CornerRadius, Galley, Id, Rect, Response, Sense, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::focus::{self, Ring};
use super::list::{self, Along, Roving};
use super::{icon, page, text};
use crate::app::cx::Cx;
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;

/// A tick box; the whole row is the target. `beside` stands at the right end of it, such as a count.
pub fn tick(ui: &mut Ui, cx: &Cx<'_>, on: bool, words: &str, beside: &str) -> Response {
    let t = cx.tokens();
    let width = ui.available_width();
    let end = text::one_line(ui, beside, Type::Caption, t.ink_3, width * 0.4);
    let room = width - 24.0 - if beside.is_empty() { 0.0 } else { end.size().x + 6.0 };
    let name = text::lay_out(ui, words, Type::Body, t.ink, room);
    let height = (name.size().y + 6.0).max(26.0);
    let (id, rect) = ui.allocate_space(vec2(width, height));
    let response = ui.interact(rect, id, Sense::click());
    let square = Rect::from_min_size(pos2(rect.left(), rect.top() + 5.0), vec2(16.0, 16.0));
    let corner = CornerRadius::same(3);
    let edge = if response.hovered() { t.ink } else { t.edge };
    if on {
        ui.painter().rect_filled(square, corner, t.accent);
        icon::paint(ui.painter(), square.center(), Icon::Check, 12.0, t.on_accent);
    } else {
        ui.painter().rect(square, corner, t.paper, cx.theme.stroke(1.0, edge), StrokeKind::Inside);
    }
    ui.painter().galley(pos2(rect.left() + 24.0, rect.top() + 3.0), name, Color32::PLACEHOLDER);
    let line = Rect::from_min_max(rect.min, pos2(rect.right(), rect.top() + 26.0));
    text::paint_right(ui, line, end);
    if response.has_focus() {
        focus::ring_round(ui, cx.theme, square, Ring::Outside(3));
    }
    let name = if beside.is_empty() { words.to_owned() } else { [words, beside].join(", ") };
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::CheckBox);
        node.set_label(name.as_str());
        node.set_toggled(if on { Toggled::True } else { Toggled::False });
    });
    response
}

/// A row of settings of which one holds, as wide as there is room. True if another one was chosen.
pub fn one_of(ui: &mut Ui, cx: &Cx<'_>, id: Id, name: &str, words: &[String], chosen: &mut usize) -> bool {
    let before = *chosen;
    let t = *cx.tokens();
    let width = ui.available_width();
    let (_, whole) = ui.allocate_space(vec2(width, size::BUTTON_SMALL));
    page::apart(ui, UiBuilder::new().id(id).max_rect(whole), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::RadioGroup);
            node.set_label(name);
        });
        let roving = list::roving(ui, id, words.len(), chosen, Along::Across);
        ui.painter().rect(whole, CornerRadius::same(5), t.paper, cx.theme.stroke(1.0, t.edge), StrokeKind::Inside);
        // Cells by the length of their words, so that none is cut off.
        let widths: Vec<f32> = words.iter().map(|one| text::measure(ui, one, Type::SmallStrong).x + 12.0).collect();
        let spare = (whole.width() - widths.iter().sum::<f32>()) / words.len().max(1) as f32;
        let mut x = whole.left();
        for (index, one) in words.iter().enumerate() {
            let end = x + widths[index] + spare;
            let cell = Rect::from_min_max(pos2(x, whole.top()), pos2(end, whole.bottom()));
            x = end;
            let response = roving.row(ui, index, cell, chosen);
            let on = index == *chosen;
            paint_cell(ui, cx, cell, whole, (on, response.hovered()));
            let (of, colour) = if on { (Type::SmallStrong, t.paper) } else { (Type::Small, t.ink_2) };
            let galley = text::one_line(ui, one, of, colour, cell.width());
            text::paint_centre(ui, cell, galley);
            if response.has_focus() {
                focus::ring_round(ui, cx.theme, whole, Ring::Outside(5));
            }
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(Role::RadioButton);
                node.set_label(one.as_str());
                node.set_toggled(if on { Toggled::True } else { Toggled::False });
            });
        }
    });
    before != *chosen
}

/// Paints the ground of a cell and the line at its left.
pub(super) fn paint_cell(ui: &Ui, cx: &Cx<'_>, cell: Rect, whole: Rect, (on, hovered): (bool, bool)) {
    let t = cx.tokens();
    let thin = cx.theme.thin(1.0);
    if on || hovered {
        let fill = if on { t.ink } else { t.well };
        let inner = cell.intersect(whole.shrink(thin));
        let corner = |at_end: bool| if at_end { 4 } else { 0 };
        let (left, right) = (cell.left() <= whole.left() + 1.0, cell.right() >= whole.right() - 1.0);
        let corners = CornerRadius { nw: corner(left), sw: corner(left), ne: corner(right), se: corner(right) };
        ui.painter().rect_filled(inner, corners, fill);
    }
    if cell.left() > whole.left() + 1.0 {
        ui.painter().vline(cell.left(), whole.shrink(thin).y_range(), cx.theme.stroke(1.0, t.edge));
    }
}

/// The radio button of an option.
pub fn paint_radio(ui: &Ui, cx: &Cx<'_>, centre: egui::Pos2, on: bool) {
    let t = cx.tokens();
    let edge = if on { t.accent } else { t.edge };
    ui.painter().circle(centre, 8.5, t.paper, cx.theme.stroke(1.5, edge));
    if on {
        ui.painter().circle_filled(centre, 4.5, t.accent);
    }
}

/// The square of an option of which several may be chosen.
pub fn paint_square(ui: &Ui, cx: &Cx<'_>, centre: egui::Pos2, on: bool) {
    let t = cx.tokens();
    let rect = Rect::from_center_size(centre, vec2(17.0, 17.0));
    if on {
        ui.painter().rect_filled(rect, CornerRadius::same(3), t.accent);
        icon::paint(ui.painter(), centre, Icon::Check, 12.0, t.on_accent);
    } else {
        ui.painter().rect(rect, CornerRadius::same(3), t.paper, cx.theme.stroke(1.5, t.edge), StrokeKind::Inside);
    }
}

/// What is drawn in front of an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Radio,
    Square,
    /// A place in a ranking.
    Place(usize),
}

/// An option as a card: a sign, what it is, and a line of detail.
#[derive(Debug, Clone, Copy)]
pub struct OptionCard<'a> {
    pub sign: Sign,
    pub title: &'a str,
    pub line: Option<&'a str>,
    pub on: bool,
    /// Room at its right end, for whatever a screen puts there.
    pub end: f32,
}

impl OptionCard<'_> {
    fn lay_out(&self, ui: &Ui, cx: &Cx<'_>, width: f32) -> (Arc<Galley>, Option<Arc<Galley>>, f32) {
        let room = width - 46.0 - 14.0 - self.end;
        let title = text::lay_out(ui, self.title, Type::BodyStrong, cx.ink(1), room);
        let rank = if self.on { 2 } else { 3 };
        let line = self.line.map(|line| text::lay_out(ui, line, Type::Small, cx.ink(rank), room));
        let height = 18.0 + title.size().y + line.as_ref().map_or(0.0, |line| line.size().y + 1.0);
        (title, line, height.max(38.0))
    }

    /// Shows it as a row of a list. The role and what is chosen are set here.
    pub fn show(&self, ui: &mut Ui, cx: &Cx<'_>, roving: &Roving, index: usize, current: &mut usize) -> Response {
        let t = *cx.tokens();
        let (title, line, height) = self.lay_out(ui, cx, ui.available_width());
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
        let sense = if matches!(self.sign, Sign::Place(_)) { Sense::CLICK | Sense::DRAG } else { Sense::CLICK };
        let response = roving.row_sensing(ui, index, rect, current, sense);
        let corner = CornerRadius::same(size::CARD_CORNER);
        let (fill, stroke) = match (self.on, response.hovered()) {
            (true, _) => (t.accent_wash, cx.theme.stroke(2.0, t.accent)),
            (false, true) => (t.pane, cx.theme.stroke(1.0, t.edge)),
            (false, false) => (t.paper, cx.theme.stroke(1.0, t.hair)),
        };
        ui.painter().rect(rect, corner, fill, stroke, StrokeKind::Inside);
        let first = pos2(rect.left() + 24.0, rect.top() + 19.0);
        match self.sign {
            Sign::Radio => paint_radio(ui, cx, first, self.on),
            Sign::Square => paint_square(ui, cx, first, self.on),
            Sign::Place(place) => {
                let number = text::one_line(ui, &place.to_string(), Type::CardTitle, t.ink, f32::INFINITY);
                let at = pos2(first.x, rect.center().y) - number.size() / 2.0;
                ui.painter().galley(at, number, Color32::PLACEHOLDER);
            }
        }
        let at = pos2(rect.left() + 46.0, rect.top() + 9.0);
        let below = at + vec2(0.0, title.size().y + 1.0);
        ui.painter().galley(at, title, Color32::PLACEHOLDER);
        if let Some(line) = line {
            ui.painter().galley(below, line, Color32::PLACEHOLDER);
        }
        focus::ring(ui, cx.theme, &response, Ring::Outside(size::CARD_CORNER));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            match self.sign {
                Sign::Radio => {
                    node.set_role(Role::RadioButton);
                    node.set_toggled(if self.on { Toggled::True } else { Toggled::False });
                }
                Sign::Square => {
                    node.set_role(Role::CheckBox);
                    node.set_toggled(if self.on { Toggled::True } else { Toggled::False });
                }
                Sign::Place(_) => {
                    node.set_role(Role::ListItem);
                    node.set_selected(self.on);
                }
            }
            node.set_label(self.title);
            if let Some(line) = self.line {
                node.set_description(line);
            }
        });
        response
    }
}
