//! A button that opens a menu. The menu takes the keyboard: arrows go through it, Enter chooses, Esc or anything beside it
//! puts it away. The button has the keyboard again then.

use egui::accesskit::Role;
use egui::{CornerRadius, Id, Margin, Popup, Response, Ui, vec2};

use super::button::Button;
use super::focus::{self, Ring};
use super::list::{self, Along};
use super::{icon, text};
use crate::app::cx::Cx;
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;

const ROW: f32 = 32.0;

/// One line of a menu.
#[derive(Debug, Clone)]
pub struct Entry {
    pub words: String,
    pub icon: Option<Icon>,
    /// What is shown or in force now.
    pub chosen: bool,
}

/// Draws the button, and its menu while that is open. Gives the button's response and which line was chosen just now.
pub fn menu(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    button: Button,
    width: f32,
    entries: &[Entry],
) -> (Response, Option<usize>) {
    let (response, _) = button.opens().show(ui, cx);
    let id = Popup::default_response_id(&response);
    let frame = egui::Frame::new()
        .fill(cx.tokens().paper)
        .stroke(cx.theme.stroke(1.0, cx.tokens().edge))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::same(8));
    let was_open = Popup::is_id_open(ui.ctx(), id) && !response.clicked();
    let shown = Popup::menu(&response).frame(frame).width(width).show(|ui| {
        ui.set_width(width);
        entries_ui(ui, cx, id, entries, was_open)
    });
    let chosen = shown.and_then(|shown| shown.inner);
    if chosen.is_some() {
        Popup::close_id(ui.ctx(), id);
    }
    // Esc takes the keyboard from everything.
    let nobody = ui.memory(|memory| memory.focused().is_none());
    if was_open && !Popup::is_id_open(ui.ctx(), id) && (nobody || has_the_keyboard(ui, id, entries.len())) {
        response.request_focus();
    }
    (response, chosen)
}

/// Where one is in a menu that is open.
#[derive(Debug, Clone, Copy)]
struct Place {
    at: usize,
    /// It was opened just now, and is to take the keyboard.
    fresh: bool,
}

/// Whether the keyboard is in the menu.
fn has_the_keyboard(ui: &Ui, id: Id, len: usize) -> bool {
    let focused = ui.memory(|memory| memory.focused());
    (0..len).any(|index| focused == Some(id.with(index)))
}

fn entries_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: Id, entries: &[Entry], was_open: bool) -> Option<usize> {
    let begins = Place { at: entries.iter().position(|entry| entry.chosen).unwrap_or(0), fresh: true };
    let mut place =
        Some(begins).filter(|_| !was_open).or_else(|| ui.data(|data| data.get_temp(id))).unwrap_or(begins);
    let rows = list::roving(ui, id, entries.len(), &mut place.at, Along::Down);
    match (has_the_keyboard(ui, id, entries.len()), place.fresh) {
        (true, _) => place.fresh = false,
        // In the pass that only measures it nothing in it can have the keyboard: it is asked for until it has come.
        (false, true) => rows.take_focus(ui),
        // Tab has left it.
        (false, false) => Popup::close_id(ui.ctx(), id),
    }
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_role(Role::Menu));
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut chosen = None;
    for (index, entry) in entries.iter().enumerate() {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
        let response = rows.row(ui, index, rect, &mut place.at);
        let t = cx.tokens();
        let fill = if entry.chosen { Some(t.accent_wash) } else { response.hovered().then_some(t.well) };
        if let Some(fill) = fill {
            ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
        }
        let mut inner = rect.shrink2(vec2(10.0, 0.0));
        if let Some(sign) = entry.icon {
            let at = egui::pos2(inner.left() + icon::SMALL / 2.0, inner.center().y);
            icon::paint(ui.painter(), at, sign, icon::SMALL, cx.ink(2));
            inner.min.x += icon::SMALL + 8.0;
        }
        let of = if entry.chosen { Type::BodyStrong } else { Type::Body };
        let words = text::one_line(ui, &entry.words, of, cx.ink(1), inner.width());
        text::paint_left(ui, inner, words);
        focus::ring(ui, cx.theme, &response, Ring::Inside);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::MenuItem);
            node.set_label(entry.words.as_str());
            if entry.chosen {
                node.set_selected(true);
            }
        });
        if response.clicked() {
            chosen = Some(index);
        }
    }
    ui.data_mut(|data| data.insert_temp(id, place));
    chosen
}
