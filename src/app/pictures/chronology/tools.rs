//! What stands above the chronology: how far it goes, what its bars mean, which risks it shows, and its zoom.

use egui::accesskit::Role;
use egui::{Rect, Ui, pos2, vec2};

use super::moving::STEP;
use super::{ChronologyPicture, lanes, marks};
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::{choice, page, text};
use crate::app::pictures::drawing::Drawing;
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::desk::timeline::{LaneKind, Shape as Mark, Timeline};
use crate::scenario::raw::Risk;

/// The height of a row of tools.
pub(super) const ROW: f32 = 36.0;
/// The height of a row of ticks.
const TICK: f32 = 26.0;

/// What the legend takes.
fn legend_width(ui: &Ui, cx: &Cx<'_>, timeline: &Timeline) -> f32 {
    let words =
        timeline.legend.iter().map(|(_, words)| text::measure(ui, &cx.say(words), Type::Small).x + 14.0 + 5.0 + 12.0);
    words.sum()
}

/// What the buttons at the right take.
fn buttons_width(ui: &Ui, cx: &Cx<'_>, timeline: &Timeline) -> f32 {
    let fit = text::measure(ui, &cx.t("app-pictures-fit"), Type::SmallStrong).x + 18.0;
    let risks = text::measure(ui, &cx.t("app-pictures-risks"), Type::Small).x + 16.0 + 22.0;
    let risks = if lanes::risks(&timeline.lanes).is_empty() { 0.0 } else { risks };
    risks + fit + 2.0 * 32.0 + 20.0
}

/// Whether all fits on one row.
fn in_one_row(ui: &Ui, cx: &Cx<'_>, width: f32, timeline: &Timeline) -> bool {
    let heading = text::measure(ui, &cx.say(&timeline.heading), Type::Heading).x;
    heading + 24.0 + legend_width(ui, cx, timeline) + buttons_width(ui, cx, timeline) <= width - 16.0
}

/// How high the tools are.
pub(super) fn height(ui: &Ui, cx: &Cx<'_>, width: f32, timeline: &Timeline) -> f32 {
    if in_one_row(ui, cx, width, timeline) { ROW } else { ROW + 26.0 }
}

/// How high the choice of risks is.
pub(super) fn risks_height(timeline: &Timeline) -> f32 {
    lanes::risks(&timeline.lanes).len().div_ceil(2) as f32 * TICK + 8.0
}

pub(super) fn tools_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut ChronologyPicture, timeline: &Timeline) {
    let one_row = in_one_row(ui, cx, rect.width(), timeline);
    let mut rest = Rect::from_min_max(rect.min, pos2(rect.right() - 6.0, rect.bottom()));
    let first = page::cut(&mut rest, page::Side::Top, ROW);
    let buttons = buttons_width(ui, cx, timeline);
    let left = Rect::from_min_max(first.min, pos2(first.right() - buttons, first.bottom()));
    page::row(ui, left, |ui| {
        let heading = cx.say(&state.heading(timeline));
        let galley = text::one_line(ui, &heading, Type::Heading, cx.ink(1), left.width());
        let response = text::put(ui, galley, Role::Heading);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(2));
    });
    if one_row {
        let width = legend_width(ui, cx, timeline);
        let at = Rect::from_min_max(pos2(left.right() - width, left.top()), left.max);
        legend_ui(ui, cx, at, timeline);
    } else {
        legend_ui(ui, cx, rest, timeline);
    }
    let right = Rect::from_min_max(pos2(left.right(), first.top()), first.max);
    page::row(ui, right, |ui| {
        if !lanes::risks(&timeline.lanes).is_empty() {
            let risks = Button::quiet(cx.t("app-pictures-risks")).icon_after(Icon::ChevronDown).small();
            if risks.chosen(state.choosing).show(ui, cx).1 {
                state.choosing = !state.choosing;
            }
            ui.add_space(4.0);
        }
        let chosen = state.followed;
        if keyed(ui, cx, Button::sign(Icon::Minus, cx.t("app-pictures-out")), "-") {
            state.zoom(ui, timeline, chosen, 1.0 / STEP);
        }
        ui.add_space(4.0);
        let fit = Button::plain(cx.t("app-pictures-fit")).named(cx.t("app-pictures-fit-name")).small();
        if keyed(ui, cx, fit, "0") {
            state.fit(ui);
        }
        ui.add_space(4.0);
        if keyed(ui, cx, Button::sign(Icon::Plus, cx.t("app-pictures-in")), "+") {
            state.zoom(ui, timeline, chosen, STEP);
        }
    });
}

/// A button whose key works in the picture and in its list: said, not shown. True if it was pressed.
fn keyed(ui: &mut Ui, cx: &mut Cx<'_>, button: Button, keys: &str) -> bool {
    let (response, pressed) = button.show(ui, cx);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(keys));
    pressed
}

/// What the three kinds of bar mean.
fn legend_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, timeline: &Timeline) {
    page::row(ui, rect, |ui| {
        for (reading, words) in &timeline.legend {
            let (_, sign) = ui.allocate_space(vec2(14.0, 20.0));
            let mut drawing = Drawing::default();
            marks::draw(&mut drawing, cx, sign.center() + vec2(0.0, 1.0), Mark::Item(*reading));
            drawing.paint(ui, ui.painter());
            ui.add_space(5.0);
            let words = cx.say(words);
            text::clipped(ui, &words, Type::Small, cx.ink(2), 120.0);
            ui.add_space(12.0);
        }
    });
}

/// Which risks have a lane.
pub(super) fn risks_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut ChronologyPicture, timeline: &Timeline) {
    let risks = lanes::risks(&timeline.lanes);
    let mut shown = state.risks(timeline);
    let column = (rect.width() - 16.0) / 2.0;
    let mut pressed: Option<Risk> = None;
    for (index, risk) in risks.iter().enumerate() {
        let lane = timeline.lanes.iter().find(|lane| lane.kind == LaneKind::Risk(*risk));
        let words = lane.map(|lane| cx.say(&lane.words)).unwrap_or_default();
        let (x, y) = ((index % 2) as f32 * column, (index / 2) as f32 * TICK);
        let at = Rect::from_min_size(rect.min + vec2(x, y), vec2(column - 8.0, TICK));
        let on = shown.contains(risk);
        if page::within(ui, at, |ui| choice::tick(ui, cx, on, &words, "")).clicked() {
            pressed = Some(*risk);
        }
    }
    if let Some(risk) = pressed {
        match shown.iter().position(|one| *one == risk) {
            Some(at) => {
                shown.remove(at);
            }
            None => shown.push(risk),
        }
        shown.sort_unstable();
        state.risks = Some(shown);
    }
}
