//! Lists with one stop for Tab: arrows move inside, Home and End go to the ends.
//!
//! Only the current row can have the focus. Which one is current lies with the screen, so that it can be moved from
//! elsewhere (the next item, a place in a picture).

use egui::accesskit::{Action, Role};
use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Ui, UiBuilder};

use super::text;

/// Which arrows move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Along {
    Down,
    Across,
    /// Both pairs of arrows: a grid whose rows have so many columns.
    Grid(usize),
}

/// A list, while it is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Roving {
    list: Id,
    current: usize,
    len: usize,
    along: Along,
}

/// A list of rows below one another, whose current row is remembered by the list's id: for pictures, which have no place
/// of their own to keep it.
pub fn remembered(
    ui: &mut Ui,
    id: Id,
    name: &str,
    len: usize,
    mut row: impl FnMut(&mut Ui, &Roving, usize, &mut usize),
) {
    ui.scope_builder(UiBuilder::new().id(id), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::List);
            node.set_label(name);
        });
        let at_id = id.with("at");
        let mut at = ui.data(|data| data.get_temp::<usize>(at_id)).unwrap_or(0);
        let roving = roving(ui, id, len, &mut at, Along::Down);
        for index in 0..len {
            row(ui, &roving, index, &mut at);
        }
        ui.data_mut(|data| data.insert_temp(at_id, at));
    });
}

/// Begins a list: moves `current` if an arrow was pressed on one of its rows.
pub fn roving(ui: &Ui, list: Id, len: usize, current: &mut usize, along: Along) -> Roving {
    *current = (*current).min(len.saturating_sub(1));
    let focused = ui.memory(|memory| memory.focused());
    let row = |index: usize| list.with(index);
    if len > 0 && focused == Some(row(*current)) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (back, on) = match along {
            Along::Down | Along::Grid(_) => (pressed(Key::ArrowUp), pressed(Key::ArrowDown)),
            Along::Across => (pressed(Key::ArrowLeft), pressed(Key::ArrowRight)),
        };
        let step = if let Along::Grid(columns) = along { columns.max(1) } else { 1 };
        let mut to = *current;
        if back {
            to = to.checked_sub(step).unwrap_or(to);
        }
        if on && to + step < len {
            to += step;
        }
        if matches!(along, Along::Grid(columns) if columns > 1) {
            if pressed(Key::ArrowLeft) {
                to = to.saturating_sub(1);
            }
            if pressed(Key::ArrowRight) && to + 1 < len {
                to += 1;
            }
        }
        if pressed(Key::Home) {
            to = 0;
        }
        if pressed(Key::End) {
            to = len - 1;
        }
        if to != *current {
            *current = to;
            ui.memory_mut(|memory| memory.request_focus(row(to)));
        }
    }
    Roving { list, current: *current, len, along }
}

impl Roving {
    /// The id of a row.
    #[must_use]
    pub fn id(&self, index: usize) -> Id {
        self.list.with(index)
    }

    /// A row that fills a box. Sets `current` when it is clicked or takes the focus.
    pub fn row(&self, ui: &Ui, index: usize, rect: Rect, current: &mut usize) -> Response {
        self.row_sensing(ui, index, rect, current, Sense::CLICK)
    }

    /// The same for a row that can be dragged as well.
    pub fn row_sensing(&self, ui: &Ui, index: usize, rect: Rect, current: &mut usize, sense: Sense) -> Response {
        let id = self.id(index);
        let sense = if index == self.current { sense | Sense::FOCUSABLE } else { sense };
        let response = ui.interact(rect, id, sense);
        if response.clicked() && *current != index {
            *current = index;
            response.request_focus();
        } else if response.clicked() {
            response.request_focus();
        }
        if response.has_focus() {
            let vertical = !matches!(self.along, Along::Across);
            let horizontal = matches!(self.along, Along::Across | Along::Grid(_));
            let filter =
                EventFilter { vertical_arrows: vertical, horizontal_arrows: horizontal, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            if response.gained_focus() {
                ui.scroll_to_rect(rect, None);
            }
        }
        // A screen reader may go to a row that Tab does not stop at.
        if ui.input(|input| input.has_accesskit_action_request(id, Action::Focus)) {
            *current = index;
            response.request_focus();
        }
        pressable(ui, &response);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.add_action(Action::Focus);
            node.set_position_in_set(index + 1);
            node.set_size_of_set(self.len);
        });
        response
    }

    /// Gives the focus to the current row.
    pub fn take_focus(&self, ui: &Ui) {
        if self.len > 0 {
            ui.memory_mut(|memory| memory.request_focus(self.id(self.current)));
        }
    }
}

/// Gives a node what only those that Tab stops at are given by themselves: where it is, and that it can be pressed.
pub fn pressable(ui: &Ui, response: &Response) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_bounds(text::bounds(response.rect));
        node.add_action(Action::Click);
    });
}
