//! The list of the chronology: the newest first, by week, in the words of the picture. It holds the names.

use egui::accesskit::Role;
use egui::{Color32, EventFilter, Id, PointerButton, Rect, Ui, pos2, vec2};

use super::ChronologyPicture;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along, Roving};
use crate::app::parts::{page, text};
use crate::app::pictures::drawing::Drawing;
use crate::app::theme::type_scale::Type;
use crate::desk::timeline::{Row, Timeline};
use crate::text::Message;

/// The id of the list, for whoever gives it the focus.
#[must_use]
pub fn list_id() -> Id {
    Id::new("chronology-list")
}

/// One thing in a line: what it was, how it stands, when it was.
pub(super) fn line(cx: &Cx<'_>, words: &Message, detail: Option<&Message>, at: &Message) -> String {
    let mut parts = vec![cx.say(words)];
    parts.extend(detail.map(|detail| cx.say(detail)));
    parts.push(cx.say(at));
    parts.join(", ")
}

/// What a screen reader calls a row.
pub(super) fn name(cx: &Cx<'_>, row: &Row) -> String {
    line(cx, &row.words, row.detail.as_ref(), &row.at.words)
}

/// Draws the list. A row that is chosen is marked in the picture, if that is `beside` it; Enter opens a row, as does a
/// press on the row that is chosen already, or on any if there is no picture beside. Gives back the row that is to be
/// opened.
pub fn list_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    rect: Rect,
    state: &mut ChronologyPicture,
    timeline: &Timeline,
    (chosen, beside): (&mut Option<usize>, bool),
) -> Option<usize> {
    let name = cx.t("app-pictures-list");
    page::within(ui, rect, |ui| {
        page::scroll(ui, "chronology-rows", egui::Margin { bottom: 16, ..egui::Margin::ZERO }, |ui| {
            page::list_of(ui, &name, |ui| rows_ui(ui, cx, state, timeline, (chosen, beside)))
        })
    })
}

fn rows_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    state: &mut ChronologyPicture,
    timeline: &Timeline,
    (chosen, beside): (&mut Option<usize>, bool),
) -> Option<usize> {
    if timeline.rows.is_empty() {
        ui.add_space(12.0);
        let words = cx.t("app-pictures-nothing");
        let galley = text::lay_out(ui, &words, Type::Small, cx.ink(3), ui.available_width() - 24.0);
        let (id, rect) = ui.allocate_space(vec2(ui.available_width(), galley.size().y));
        let response = ui.interact(rect, id, egui::Sense::hover());
        ui.painter().galley(pos2(rect.left() + 12.0, rect.top()), galley, Color32::PLACEHOLDER);
        text::name_it(ui, &response, Role::Label, &words);
        return None;
    }
    let id = list_id();
    let mut at = chosen.unwrap_or(0).min(timeline.rows.len() - 1);
    let focused = ui.memory(|memory| memory.focused());
    if focused == Some(id.with(at)) && state.keys(ui, timeline, chosen) {
        at = chosen.unwrap_or(at);
        ui.memory_mut(|memory| memory.request_focus(id.with(at)));
        ui.ctx().request_repaint();
    }
    let roving = list::roving(ui, id, timeline.rows.len(), &mut at, Along::Down);
    panes::begins(ui, roving.id(at));
    let marked = *chosen;
    let mut opened = None;
    for (index, week) in timeline.weeks.iter().enumerate() {
        week_ui(ui, cx, &week.words, index == 0);
        for index in week.rows.clone() {
            let Some(row) = timeline.rows.get(index) else { continue };
            let on = marked == Some(index);
            let did = row_ui(ui, cx, (&roving, index, &mut at), row, on);
            if did.into_sight && state.listed != marked {
                ui.scroll_to_rect(did.rect, None);
                state.listed = marked;
            }
            if did.has_focus && *chosen != Some(index) && at == index {
                *chosen = Some(index);
                ui.ctx().request_repaint();
            }
            if did.pressed {
                *chosen = Some(index);
                // Enter, or the action of a screen reader, is meant to open; a pointer first points.
                if !did.by_pointer || on || !beside {
                    opened = Some(index);
                }
            }
        }
    }
    if at != marked.unwrap_or(at) {
        *chosen = Some(at);
        ui.ctx().request_repaint();
    }
    opened
}

fn week_ui(ui: &mut Ui, cx: &Cx<'_>, words: &Message, first: bool) {
    let words = cx.say(words);
    ui.add_space(if first { 8.0 } else { 10.0 });
    let galley = text::one_line(ui, &words, Type::Caption, cx.ink(3), ui.available_width() - 24.0);
    let (id, rect) = ui.allocate_space(vec2(ui.available_width(), 18.0));
    let response = ui.interact(rect, id, egui::Sense::hover());
    ui.painter().galley(pos2(rect.left() + 12.0, rect.top()), galley, Color32::PLACEHOLDER);
    text::name_it(ui, &response, Role::Heading, &words);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(2));
}

/// What came of a row.
struct Did {
    rect: Rect,
    pressed: bool,
    by_pointer: bool,
    has_focus: bool,
    /// It is the chosen one.
    into_sight: bool,
}

fn row_ui(ui: &mut Ui, cx: &Cx<'_>, (roving, index, at): (&Roving, usize, &mut usize), row: &Row, on: bool) -> Did {
    let t = *cx.tokens();
    let width = ui.available_width();
    let second = if on { t.ink_2 } else { t.ink_3 };
    let when = text::one_line(ui, &cx.say(&row.day), Type::Caption, second, width * 0.4);
    let room = width - 36.0 - when.size().x - 8.0 - 12.0;
    let words = text::lay_out(ui, &cx.say(&row.words), Type::Small, t.ink, room);
    let detail = row.detail.as_ref().map(|detail| text::lay_out(ui, &cx.say(detail), Type::Small, second, room));
    let height = 12.0 + words.size().y + detail.as_ref().map_or(0.0, |detail| detail.size().y);
    let (_, rect) = ui.allocate_space(vec2(width, height.max(30.0)));
    let response = roving.row(ui, index, rect, at);
    if response.has_focus() {
        // Left and right step from event to event, as in the picture.
        let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
    if on {
        ui.painter().rect_filled(rect, 0, t.accent_wash);
        let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
        ui.painter().rect_filled(bar, 0, t.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0, t.well);
    }
    let mut sign = Drawing::default();
    super::marks::draw_sign(&mut sign, cx, pos2(rect.left() + 20.0, rect.top() + 15.0), row.shape);
    sign.paint(ui, ui.painter());
    let below = pos2(rect.left() + 36.0, rect.top() + 6.0 + words.size().y);
    ui.painter().galley(pos2(rect.left() + 36.0, rect.top() + 6.0), words, Color32::PLACEHOLDER);
    if let Some(detail) = detail {
        ui.painter().galley(below, detail, Color32::PLACEHOLDER);
    }
    let right = pos2(rect.right() - 12.0 - when.size().x, rect.top() + 7.0);
    ui.painter().galley(right, when, Color32::PLACEHOLDER);
    focus::ring(ui, cx.theme, &response, Ring::Inside);
    text::name_it(ui, &response, Role::ListItem, &name(cx, row));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(on));
    Did {
        rect,
        pressed: response.clicked(),
        by_pointer: response.clicked_by(PointerButton::Primary),
        has_focus: response.has_focus(),
        into_sight: on,
    }
}
