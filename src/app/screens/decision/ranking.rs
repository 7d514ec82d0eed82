//! Options to put in order: by keys, by buttons, or by dragging.
//!
//! Alt and an arrow move a row, a digit sends it to that place. Nothing moves under the pointer: while a row is dragged
//! a line shows where it would go. The order to begin with is the file's, and counts as an answer only once something
//! was moved, or it is said to be one's own.

use egui::accesskit::Role;
use egui::{Id, Key, Modifiers, Rect, Response, Sense, Ui, UiBuilder, pos2, vec2};

use super::making::Making;
use super::options::{GAP, list_id};
use super::state::DecisionState;
use crate::app::cx::Cx;
use crate::app::parts::button::{Button, key_cap};
use crate::app::parts::choice::{OptionCard, Sign};
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along, Roving};
use crate::app::parts::{icon, page, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::desk::decision::OptionView;
use crate::text::Message;

/// A button at the end of a row, in points.
const ARROW: f32 = 28.0;

/// The least width that has room for the words of a move and for the keys.
const WIDE: f32 = 640.0;

const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// A move that was asked for, by places counted from nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Move {
    from: usize,
    to: usize,
}

/// Draws the options in their order.
pub fn order(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DecisionState) {
    let wide = ui.available_width() >= WIDE;
    instructions(ui, cx, state.view.options.len(), wide);
    let id = list_id();
    let name = cx.t("app-decision-order");
    let mut asked = None;
    ui.scope_builder(UiBuilder::new().id(id), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::List);
            node.set_label(name);
        });
        asked = rows(ui, cx, state, id, wide);
    });
    let Making::Order(order) = &mut state.making else { return };
    if let Some(Move { from, to }) = asked {
        if order.shift(from, to) {
            let label = order.now.get(to).and_then(|id| state.view.options.iter().find(|option| option.id == *id));
            let words = Message::new("app-decision-moved")
                .with("label", label.map_or("", |option| option.label.as_str()))
                .with("place", to + 1)
                .with("of", order.now.len());
            let words = cx.say(&words);
            cx.announce(words, false);
            state.at = to;
            ui.memory_mut(|memory| memory.request_focus(id.with(to)));
            state.touched(ui);
        } else {
            let key = if to == 0 { "app-decision-first-already" } else { "app-decision-last-already" };
            cx.announce(cx.t(key), true);
        }
    }
    yours(ui, cx, state);
}

/// How it is done; the keys too where there is room for them.
fn instructions(ui: &mut Ui, cx: &Cx<'_>, count: usize, wide: bool) {
    let words = cx.t("app-decision-rank-how");
    if !wide {
        text::label(ui, &words, Type::Small, cx.ink(2));
        ui.add_space(8.0);
        return;
    }
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 18.0));
    page::row(ui, rect, |ui| {
        text::clipped(ui, &words, Type::Small, cx.ink(2), rect.width() * 0.45);
    });
    let send = cx.t("app-decision-keys-send");
    let move_words = cx.t("app-decision-keys-move");
    // From the right: the words, the digits, the words, the arrows.
    page::row_from_right(ui, rect, |ui| {
        text::clipped(ui, &send, Type::Small, cx.ink(2), 200.0);
        ui.add_space(6.0);
        key_cap(ui, cx, &count.min(9).to_string());
        ui.add_space(4.0);
        text::clipped(ui, "\u{2013}", Type::Small, cx.ink(2), 20.0);
        ui.add_space(4.0);
        key_cap(ui, cx, "1");
        ui.add_space(12.0);
        text::clipped(ui, &move_words, Type::Small, cx.ink(2), 120.0);
        ui.add_space(6.0);
        key_cap(ui, cx, "Alt \u{2193}");
        ui.add_space(4.0);
        key_cap(ui, cx, "Alt \u{2191}");
    });
    ui.add_space(8.0);
}

/// The rows; the move that was asked for in one of them.
fn rows(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DecisionState, id: Id, wide: bool) -> Option<Move> {
    let Making::Order(order) = &state.making else { return None };
    let count = order.now.len();
    let mut asked = keys(ui, id, state.at, count);
    let roving = list::roving(ui, id, count, &mut state.at, Along::Down);
    let mut places: Vec<Rect> = Vec::with_capacity(count);
    let mut dragged: Option<(usize, Response)> = None;
    for (place, option) in order.now.iter().enumerate() {
        let Some(option) = state.view.options.iter().find(|one| one.id == *option) else { continue };
        if place > 0 {
            ui.add_space(GAP);
        }
        let from = order.moved_from(place);
        let (response, pressed) = row(ui, cx, (&roving, place, &mut state.at), (option, from, count), wide);
        places.push(response.rect);
        asked = asked.or(pressed);
        if response.dragged() || response.drag_stopped() {
            dragged = Some((place, response));
        }
    }
    let Some((from, response)) = dragged else { return asked };
    let pointer = response.interact_pointer_pos().or_else(|| response.hover_pos());
    let to = pointer.map_or(from, |pointer| place_under(&places, pointer.y, from));
    if response.drag_stopped() {
        return (to != from).then_some(Move { from, to }).or(asked);
    }
    if to != from {
        drop_line(ui, cx, &places, from, to);
    }
    asked
}

/// Alt and an arrow, or a digit, on the row that has the focus. Taken before the list takes the arrows.
fn keys(ui: &Ui, id: Id, at: usize, count: usize) -> Option<Move> {
    if ui.memory(|memory| memory.focused()) != Some(id.with(at)) {
        return None;
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::ALT, Key::ArrowUp) {
        return Some(Move { from: at, to: at.saturating_sub(1) });
    }
    if pressed(Modifiers::ALT, Key::ArrowDown) {
        return Some(Move { from: at, to: (at + 1).min(count.saturating_sub(1)) });
    }
    let to = DIGITS.iter().take(count).position(|key| pressed(Modifiers::NONE, *key))?;
    (to != at).then_some(Move { from: at, to })
}

/// One row, with its buttons at the end.
fn row(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (roving, place, at): (&Roving, usize, &mut usize),
    (option, moved, count): (&OptionView, Option<usize>, usize),
    wide: bool,
) -> (Response, Option<Move>) {
    let moved = moved.map(|from| {
        let key = if from > place { "app-decision-moved-up" } else { "app-decision-moved-down" };
        cx.say(&Message::new(key).with("from", from + 1))
    });
    let words = moved.as_ref().map(|moved| text::one_line(ui, moved, Type::Small, cx.ink(2), 200.0));
    let beside = words.as_ref().filter(|_| wide).map_or(0.0, |words| words.size().x + 12.0);
    let handle = if wide { ARROW } else { 0.0 };
    let card = OptionCard {
        sign: Sign::Place(place + 1),
        title: &option.label,
        line: option.line.as_deref(),
        on: moved.is_some(),
        end: beside + ARROW * 2.0 + handle,
    };
    let current = place == *at;
    let response = card.show(ui, cx, roving, place, at);
    let rect = response.rect;
    let mut x = rect.right() - 10.0 - handle - ARROW * 2.0;
    if let Some(words) = words.filter(|_| wide) {
        let left = x - 10.0 - words.size().x;
        let at = Rect::from_min_max(pos2(left, rect.top()), pos2(x, rect.bottom()));
        text::paint_left(ui, at, words);
    }
    let mut asked = None;
    let ways = [
        (Icon::ChevronUp, "app-decision-up", place.checked_sub(1), "app-decision-first-already"),
        (
            Icon::ChevronDown,
            "app-decision-down",
            (place + 1 < count).then_some(place + 1),
            "app-decision-last-already",
        ),
    ];
    for (sign, key, to, stops) in ways {
        let at = Rect::from_center_size(pos2(x + ARROW / 2.0, rect.center().y), vec2(ARROW, ARROW));
        x += ARROW;
        let name = cx.say(&Message::new(key).with("label", &option.label));
        let stops = to.is_none().then(|| cx.t(stops));
        if arrow(ui, cx, (at, response.id.with(key)), (sign, &name, stops.as_deref()), current) {
            // Where it stops, it asks for the place that it has, and is told so.
            asked = Some(Move { from: place, to: to.unwrap_or(place) });
        }
    }
    if wide {
        let centre = pos2(x + ARROW / 2.0, rect.center().y);
        icon::paint(ui.painter(), centre, Icon::GripVertical, icon::LARGE, cx.ink(3));
    }
    let name = Message::new("app-decision-ranked").with("place", place + 1).with("label", &option.label);
    let name = [Some(cx.say(&name)), moved].into_iter().flatten().collect::<Vec<_>>().join(", ");
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    (response, asked)
}

/// A button that moves its row. Tab stops at those of the current row alone.
fn arrow(
    ui: &Ui,
    cx: &Cx<'_>,
    (rect, id): (Rect, Id),
    (sign, name, stops): (Icon, &str, Option<&str>),
    current: bool,
) -> bool {
    let response = ui.interact(rect, id, if current { Sense::click() } else { Sense::CLICK });
    if response.hovered() && stops.is_none() {
        ui.painter().rect_filled(rect, size::CONTROL_CORNER, cx.tokens().well);
    }
    let colour = if stops.is_some() { cx.tokens().hair } else { cx.ink(2) };
    icon::paint(ui.painter(), rect.center(), sign, icon::LARGE, colour);
    focus::ring(ui, cx.theme, &response, Ring::Outside(size::CONTROL_CORNER));
    list::pressable(ui, &response);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Button);
        node.set_label(name);
        if let Some(stops) = stops {
            node.set_description(stops);
            node.set_disabled();
        }
    });
    response.clicked()
}

/// The place that a row would have if it were let go at this height.
fn place_under(places: &[Rect], y: f32, from: usize) -> usize {
    let above = places.iter().enumerate().filter(|(place, rect)| *place != from && rect.center().y < y).count();
    above.min(places.len().saturating_sub(1))
}

/// Where a dragged row would go.
fn drop_line(ui: &Ui, cx: &Cx<'_>, places: &[Rect], from: usize, to: usize) {
    let Some(rect) = places.get(to) else { return };
    let y = if to > from { rect.bottom() + GAP / 2.0 } else { rect.top() - GAP / 2.0 };
    ui.painter().hline(rect.x_range(), y, cx.theme.stroke(3.0, cx.tokens().accent));
}

/// Whether this order is anybody's yet, and the button that says it is.
fn yours(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DecisionState) {
    ui.add_space(8.0);
    let own = matches!(&state.making, Making::Order(order) if order.own);
    if own {
        let words = cx.t("app-decision-order-yours");
        text::label(ui, &words, Type::Small, cx.ink(2));
        return;
    }
    let words = cx.t("app-decision-order-not-yours");
    text::label(ui, &words, Type::Small, cx.ink(2));
    ui.add_space(6.0);
    if Button::plain(cx.t("app-decision-order-is-mine")).small().show(ui, cx).1
        && let Making::Order(order) = &mut state.making
    {
        order.own = true;
        cx.announce(cx.t("app-decision-order-yours"), false);
        state.touched(ui);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dragged_row_goes_where_it_is_let_go() {
        let place = |index: usize| Rect::from_min_size(pos2(0.0, 60.0 * index as f32), vec2(300.0, 54.0));
        let places: Vec<Rect> = (0..4).map(place).collect();
        assert_eq!(place_under(&places, 10.0, 3), 0);
        assert_eq!(place_under(&places, 400.0, 0), 3);
        assert_eq!(place_under(&places, 40.0, 0), 0, "its own place");
        assert_eq!(place_under(&places, 100.0, 0), 1);
        assert_eq!(place_under(&places, -50.0, 2), 0);
    }
}
