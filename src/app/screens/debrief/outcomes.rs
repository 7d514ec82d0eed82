//! What followed: the same decisions with other luck, before anything that could be read as a mark; how it was done and
//! where the time went; how sure the answers were beside how they agreed; and all decisions together.

use egui::accesskit::Role;
use egui::{Rect, Sense, Ui, pos2, vec2};

use super::lines::{page_heading, section, sentences};
use super::luck::replays_ui;
use super::reasons::GAP;
use super::state::DebriefState;
use super::sureness::{calibration_ui, points};
use super::together::{leaning, together};
use super::{COLUMNS, Shown, done};
use crate::app::cx::Cx;
use crate::app::parts::{meter, page, text};
use crate::app::theme::type_scale::Type;
use crate::report::words as say;
use crate::text::when;

/// Bars of minutes.
const MINUTES: f32 = 120.0;

/// Draws the page.
pub(super) fn outcomes_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DebriefState, shown: &Shown) {
    page_heading(ui, cx, &cx.t("app-debrief-outcomes-heading"));
    ui.add_space(12.0);
    let width = ui.available_width();
    let wide = width >= COLUMNS;
    let half = [(width - GAP) / 2.0; 2];
    let points = points(cx, shown);
    let replays = state.replaying || shown.debrief.outcomes.is_some();
    if !wide {
        if replays {
            replays_ui(ui, cx, state, shown);
        }
        process(ui, cx, shown, 0);
        process(ui, cx, shown, 1);
        time(ui, cx, shown);
        ui.add_space(16.0);
        calibration_ui(ui, cx, state, shown, &points);
        together(ui, cx, shown, points.is_empty());
        leaning(ui, cx, shown);
        foundations(ui, cx, shown);
        return;
    }
    if replays {
        page::columns(ui, &half, GAP, |ui, column| match column {
            0 => {
                replays_ui(ui, cx, state, shown);
                leaning(ui, cx, shown);
                time(ui, cx, shown);
            }
            _ => {
                calibration_ui(ui, cx, state, shown, &points);
                together(ui, cx, shown, points.is_empty());
            }
        });
    } else {
        page::columns(ui, &half, GAP, |ui, column| match column {
            0 => {
                calibration_ui(ui, cx, state, shown, &points);
                together(ui, cx, shown, points.is_empty());
            }
            _ => {
                leaning(ui, cx, shown);
                time(ui, cx, shown);
            }
        });
    }
    ui.add_space(8.0);
    page::columns(ui, &half, GAP, |ui, column| {
        process(ui, cx, shown, column);
        if column == 1 {
            foundations(ui, cx, shown);
        }
    });
}

/// How it was done, in two columns.
fn process(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown, column: usize) {
    if column == 0 {
        done::floors(ui, cx, shown);
        done::leaks(ui, cx, shown);
        done::altered(ui, cx, shown);
    } else {
        done::deadlines(ui, cx, shown);
        done::thanks(ui, cx, shown);
    }
}

/// What it all stands on.
fn foundations(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown) {
    done::policy(ui, cx, shown);
    done::sources(ui, cx, shown);
}

/// Where the time went: minutes by what they were used for, to the size of what there was.
fn time(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown) {
    let time = &shown.debrief.time;
    let heading = cx.t("debrief-time-heading");
    section(ui, cx, &heading, "");
    sentences(ui, cx, &say::time(time), Type::Small, cx.ink(2));
    ui.add_space(4.0);
    page::list_of(ui, &heading, |ui| {
        for (what, minutes) in say::time_rows(time) {
            let (what, long) = (text::capital(&cx.say(&what)), cx.say(&when::minutes(minutes)));
            let width = ui.available_width().min(488.0);
            let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), Sense::hover());
            let long_galley = text::one_line(ui, &long, Type::Small, cx.ink(2), 80.0);
            let label = text::one_line(ui, &what, Type::Small, cx.ink(1), width - MINUTES - 104.0);
            text::paint_left(ui, rect, label);
            text::paint_right(ui, rect, long_galley);
            let right = rect.right() - 92.0;
            let bar =
                Rect::from_min_max(pos2(right - MINUTES, rect.center().y - 4.0), pos2(right, rect.center().y + 4.0));
            meter::paint_bar(ui, cx, bar, minutes as f32 / time.given.max(1) as f32, cx.ink(2));
            text::name_it(ui, &response, Role::ListItem, &[what, long].join(", "));
        }
    });
}
