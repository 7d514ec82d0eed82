//! How sure: a slider from guessing to certain, in tens.
//!
//! It begins unset, so that no value is suggested, and may be left so. Nothing here knows what the answer is.

use std::ops::RangeInclusive;

use egui::accesskit::{Action, ActionData, Role};
use egui::{CornerRadius, EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Ui, pos2, vec2};

use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::{page, text};
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::text::words;

const SCALE: RangeInclusive<u8> = 0..=100;
const STEP: u8 = 10;

/// The least width that has room for name, slider and words on one line.
const BESIDE: f32 = 640.0;

/// The widest slider, and the room for the words behind it, in points.
const TRACK: f32 = 480.0;
const WORDS: f32 = 190.0;

/// Where the line begins and ends inside of the slider's box.
const PAD: f32 = 7.0;

/// Draws it. True if it was changed.
pub fn sure(ui: &mut Ui, cx: &mut Cx<'_>, value: &mut Option<u8>) -> bool {
    let before = *value;
    let name = cx.t("app-decision-sure");
    let width = ui.available_width();
    if width >= BESIDE {
        let label = text::measure(ui, &name, Type::BodyStrong).x + 1.0;
        let track = (width - label - 16.0 - 16.0 - WORDS).min(TRACK);
        page::columns(ui, &[label, track, WORDS], 16.0, |ui, column| match column {
            0 => {
                ui.add_space(3.0);
                text::label(ui, &name, Type::BodyStrong, cx.ink(1));
            }
            1 => track_ui(ui, cx, &name, value),
            _ => {
                ui.add_space(3.0);
                words_ui(ui, cx, value);
            }
        });
    } else {
        text::label(ui, &name, Type::BodyStrong, cx.ink(1));
        words_ui(ui, cx, value);
        ui.add_space(4.0);
        track_ui(ui, cx, &name, value);
    }
    before != *value
}

/// The value in words, and the way to leave it open again.
fn words_ui(ui: &mut Ui, cx: &mut Cx<'_>, value: &mut Option<u8>) {
    let words = in_words(cx, *value);
    text::label(ui, &words, Type::Body, cx.ink(2));
    if value.is_some() {
        ui.add_space(2.0);
        if Button::quiet(cx.t("app-decision-sure-open")).small().show(ui, cx).1 {
            *value = None;
        }
    }
}

fn in_words(cx: &Cx<'_>, value: Option<u8>) -> String {
    value.map_or_else(|| cx.t("app-decision-sure-unset"), |percent| cx.say(&words::sure(percent)))
}

fn track_ui(ui: &mut Ui, cx: &mut Cx<'_>, name: &str, value: &mut Option<u8>) {
    let width = ui.available_width().min(TRACK);
    let (_, rect) = ui.allocate_space(vec2(width, 26.0));
    let response = ui.interact(rect, Id::new("decision-sure"), Sense::click_and_drag());
    let line = rect.left() + PAD..=rect.right() - PAD;
    pointed(&response, &line, value);
    pressed(ui, &response, value);
    paint(ui, cx, rect, *value);
    focus::ring(ui, cx.theme, &response, Ring::Outside(size::CONTROL_CORNER));
    let words = in_words(cx, *value);
    let now = *value;
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Slider);
        node.set_label(name);
        node.set_value(words);
        node.set_min_numeric_value(f64::from(*SCALE.start()));
        node.set_max_numeric_value(f64::from(*SCALE.end()));
        node.set_numeric_value_step(f64::from(STEP));
        if let Some(now) = now {
            node.set_numeric_value(f64::from(now));
        }
        for action in [Action::Increment, Action::Decrement, Action::SetValue] {
            node.add_action(action);
        }
    });
    ends(ui, cx, rect.width());
}

/// What stands below the ends and the middle.
fn ends(ui: &mut Ui, cx: &Cx<'_>, width: f32) {
    // Clear of the ring round the line.
    ui.add_space(4.0);
    let (_, rect) = ui.allocate_space(vec2(width, 16.0));
    let keys = ["app-decision-sure-least", "app-decision-sure-middle", "app-decision-sure-most"];
    let [least, middle, most] = keys.map(|key| text::one_line(ui, &cx.t(key), Type::Caption, cx.ink(3), width / 2.0));
    text::paint_left(ui, rect, least);
    text::paint_centre(ui, rect, middle);
    text::paint_right(ui, rect, most);
}

/// A click or a drag sets the nearest ten.
fn pointed(response: &Response, line: &RangeInclusive<f32>, value: &mut Option<u8>) {
    if !(response.clicked() || response.dragged()) {
        return;
    }
    let Some(pointer) = response.interact_pointer_pos() else { return };
    response.request_focus();
    let share = ((pointer.x - line.start()) / (line.end() - line.start())).clamp(0.0, 1.0);
    *value = Some(STEP * (share * f32::from(SCALE.end() / STEP)).round() as u8);
}

/// Arrows step, Home and End go to the ends, Delete leaves it open; the same for what a screen reader asks for.
fn pressed(ui: &Ui, response: &Response, value: &mut Option<u8>) {
    let (more, less, set) = ui.input(|input| {
        let set =
            input.accesskit_action_requests(response.id, Action::SetValue).find_map(|request| match &request.data {
                Some(ActionData::NumericValue(value)) => Some(*value),
                _ => None,
            });
        (
            input.num_accesskit_action_requests(response.id, Action::Increment),
            input.num_accesskit_action_requests(response.id, Action::Decrement),
            set,
        )
    });
    for _ in 0..more {
        *value = Some(up(*value));
    }
    for _ in 0..less {
        *value = Some(down(*value));
    }
    if let Some(set) = set {
        *value = Some(set.clamp(0.0, 100.0).round() as u8);
    }
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowRight) || pressed(Key::ArrowUp) {
        *value = Some(up(*value));
    }
    if pressed(Key::ArrowLeft) || pressed(Key::ArrowDown) {
        *value = Some(down(*value));
    }
    if pressed(Key::Home) {
        *value = Some(*SCALE.start());
    }
    if pressed(Key::End) {
        *value = Some(*SCALE.end());
    }
    if pressed(Key::Delete) || pressed(Key::Backspace) {
        *value = None;
    }
}

/// The next ten above. From unset it begins at the lower end.
fn up(value: Option<u8>) -> u8 {
    value.map_or(*SCALE.start(), |value| ((value / STEP + 1) * STEP).min(*SCALE.end()))
}

/// The next ten below. From unset it begins at the upper end.
fn down(value: Option<u8>) -> u8 {
    value.map_or(*SCALE.end(), |value| (value.div_ceil(STEP) * STEP).saturating_sub(STEP))
}

fn paint(ui: &Ui, cx: &Cx<'_>, rect: Rect, value: Option<u8>) {
    let t = cx.tokens();
    let (left, right, middle) = (rect.left() + PAD, rect.right() - PAD, rect.center().y);
    let at = |percent: u8| left + (right - left) * f32::from(percent) / f32::from(*SCALE.end());
    ui.painter().hline(left..=right, middle, cx.theme.stroke(2.0, t.edge));
    for percent in SCALE.step_by(usize::from(STEP)) {
        ui.painter().vline(at(percent), middle - 5.0..=middle + 5.0, cx.theme.stroke(1.5, t.edge));
    }
    let Some(value) = value else { return };
    let x = at(value);
    ui.painter().hline(left..=x, middle, cx.theme.stroke(4.0, t.accent));
    let handle = Rect::from_center_size(pos2(x, middle), vec2(14.0, 20.0));
    ui.painter().rect_filled(handle, CornerRadius::same(4), t.accent);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_steps_in_tens_and_stops_at_the_ends() {
        assert_eq!((up(None), down(None)), (0, 100));
        assert_eq!((up(Some(0)), up(Some(60)), up(Some(100))), (10, 70, 100));
        assert_eq!((down(Some(0)), down(Some(60)), down(Some(100))), (0, 50, 90));
        // What was typed elsewhere may lie between two tens.
        assert_eq!((up(Some(65)), down(Some(65))), (70, 60));
    }
}
