//! A grid of ratings: a row a category, with its levels, the last rating as a short bar, and the reason beside them.

use egui::accesskit::Role;
use egui::{Ui, UiBuilder};

use super::checks::{Part, Spot};
use super::fields;
use super::pen::{Pen, Text};
use super::written::Rated;
use crate::app::cx::Cx;
use crate::app::parts::{field, level, page, text};
use crate::app::theme::type_scale::Type;
use crate::desk::form::{FieldView, GridRow};
use crate::text::{Message, words};

/// Categories at the left.
const NAMES: f32 = 108.0;
/// Between columns.
const GAP: f32 = 12.0;
/// The least room for a reason beside the levels; with less it goes below them.
const WHY: f32 = 260.0;

/// Draws the rows of a grid.
pub fn grid_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    pen: &mut Pen<'_>,
    (index, field): (usize, &FieldView),
    help: &str,
    rows: &[GridRow],
    rated: &mut [Rated],
) {
    // What is wrong with all of it begins with its first row.
    if pen.go_to == Some(Spot::Field(index, Part::Whole)) {
        pen.go_to = Some(Spot::Field(index, Part::Row(0)));
    }
    ui.scope_builder(UiBuilder::new().id(pen.id(Spot::Field(index, Part::Whole), "grid")), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::Group);
            node.set_label(field.label.as_str());
            node.set_description(help);
            if field.required {
                node.set_required();
            }
        });
        rows_ui(ui, cx, pen, (index, field), rows, rated);
    });
}

fn rows_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    pen: &mut Pen<'_>,
    (index, field): (usize, &FieldView),
    rows: &[GridRow],
    rated: &mut [Rated],
) {
    let width = ui.available_width();
    let wide = width >= NAMES + level::WIDTH + WHY + GAP * 2.0;
    let widths = [NAMES, level::WIDTH, width - NAMES - level::WIDTH - GAP * 2.0];
    if wide {
        ui.add_space(4.0);
        let heads = ["app-form-grid-whom", "app-form-grid-level", "app-form-grid-why"];
        page::columns(ui, &widths, GAP, |ui, column| {
            let words = heads.get(column).map(|head| cx.t(head)).unwrap_or_default();
            text::label(ui, &words, Type::Caption, cx.ink(3));
        });
        ui.add_space(4.0);
    }
    for (at, (row, rated)) in rows.iter().zip(rated.iter_mut()).enumerate() {
        let spot = Spot::Field(index, Part::Row(at));
        text::hairline(ui, cx);
        ui.add_space(3.0);
        if wide {
            page::columns(ui, &widths, GAP, |ui, column| match column {
                0 => {
                    let name = cx.say(&row.words);
                    ui.add_space(6.0);
                    text::label(ui, &name, Type::BodyStrong, cx.ink(1));
                }
                1 => {
                    ui.add_space(3.0);
                    levels_ui(ui, cx, pen, spot, row, rated);
                }
                _ => why_ui(ui, cx, pen, (spot, row), rated),
            });
        } else {
            let (name, last) = (cx.say(&row.words), cx.say(&row.present_words));
            let strong = (name.as_str(), Type::BodyStrong, cx.ink(1));
            text::pair(ui, strong, (&last, Type::Caption, cx.ink(3)), 24.0);
            levels_ui(ui, cx, pen, spot, row, rated);
            ui.add_space(4.0);
            why_ui(ui, cx, pen, (spot, row), rated);
        }
        ui.add_space(3.0);
    }
    text::hairline(ui, cx);
    let begun = rated.iter().any(|row| row.level.is_some());
    if begun && !field.required {
        let whole = Spot::Field(index, Part::Whole);
        if fields::clear_ui(ui, cx, pen, whole, &field.label) {
            rated.fill(Rated::default());
        }
    }
}

/// The levels of a category: "Staff: Medium. Last rating Low".
fn levels_ui(ui: &mut Ui, cx: &Cx<'_>, pen: &mut Pen<'_>, spot: Spot, row: &GridRow, rated: &mut Rated) {
    let id = pen.id(spot, "level");
    let name = Message::new(if rated.level.is_some() { "app-form-level" } else { "app-form-level-none" })
        .with("risk", row.words.clone())
        .with("last", row.present_words.clone());
    let name = match rated.level {
        Some(level) => name.with("level", words::level(level)),
        None => name,
    };
    let stop = level::stop(ui, id, rated.level, row.present);
    // A category that is rated only wants its reason.
    if rated.level.is_none() {
        pen.lead(ui, spot, stop);
    }
    pen.changed |= level::levels(ui, cx, id, &cx.say(&name), &mut rated.level, row.present);
    let focused = ui.memory(|memory| memory.focused());
    if (0..4_usize).any(|cell| focused == Some(id.with(cell))) {
        pen.at = Some(spot);
    }
}

/// Why a category is rated so.
fn why_ui(ui: &mut Ui, cx: &Cx<'_>, pen: &mut Pen<'_>, (spot, row): (Spot, &GridRow), rated: &mut Rated) {
    let changes = matches!((rated.level, row.present), (Some(level), Some(present)) if level != present);
    let name = cx.say(&Message::new("app-form-why-name").with("risk", row.words.clone()));
    let hint = cx.t(if changes { "app-form-why-changed" } else { "app-form-why" });
    let wrong = pen.checks.at(spot).map(|message| cx.say(message));
    let concerns_it = wrong.as_deref().filter(|_| rated.level.is_some());
    let asked =
        Text { what: "why", name: &name, hint: &hint, help: "", rows: 1, required: changes, wrong: concerns_it };
    pen.text(ui, cx, spot, asked, &mut rated.why);
    if let Some(wrong) = &wrong {
        field::error(ui, cx, wrong);
    }
}
