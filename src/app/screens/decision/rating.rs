//! Things to rate: each option from strongly against to strongly for, or the risk to each group of people.

use egui::{Id, Ui};

use super::making::Making;
use super::state::DecisionState;
use crate::app::cx::Cx;
use crate::app::parts::cells::{self, Cells};
use crate::app::parts::{level, page, text};
use crate::app::theme::type_scale::Type;
use crate::scenario::raw::{Level, Risk};
use crate::text::{Message, words};

/// From strongly against to strongly for.
const RATINGS: [i8; 5] = [-2, -1, 0, 1, 2];

/// Between what is rated and its cells, in points.
const GAP: f32 = 16.0;

/// The least width of what is rated beside its cells.
const LABEL: f32 = 200.0;

/// The cells of a row.
fn row_id(state: &DecisionState, row: &str) -> Id {
    Id::new("decision-rating").with(state.id()).with(row)
}

/// What Tab stops at first: the first that is not rated yet.
#[must_use]
pub fn first_stop(ui: &Ui, state: &DecisionState) -> Option<Id> {
    match &state.making {
        Making::Ratings(ratings) => {
            let given = |id: &str| ratings.iter().find(|(one, _)| one == id).map(|(_, rating)| *rating);
            let options = &state.view.options;
            let option = options.iter().find(|option| given(&option.id).is_none()).or(options.first())?;
            Some(cells::stop(ui, row_id(state, &option.id), given(&option.id).map(place), None))
        }
        Making::Levels(levels) => {
            let given = |risk: Risk| levels.iter().find(|(one, _)| *one == risk).map(|(_, level)| *level);
            let rows = &state.view.risks;
            let row = rows.iter().find(|row| given(row.risk).is_none()).or(rows.first())?;
            Some(level::stop(ui, row_id(state, row.risk.name()), given(row.risk), row.present))
        }
        Making::One(_) | Making::Several(_) | Making::Order(_) => None,
    }
}

/// The cell of a rating.
fn place(rating: i8) -> usize {
    RATINGS.iter().position(|one| *one == rating).unwrap_or(2)
}

/// Draws options, each with five cells.
pub fn options(ui: &mut Ui, cx: &Cx<'_>, state: &mut DecisionState) {
    let names: Vec<String> = RATINGS.iter().map(|rating| cx.say(&words::rating(*rating))).collect();
    let widest = names.iter().map(|name| text::measure(ui, name, Type::SmallStrong).x).fold(0.0, f32::max);
    let cells = (widest + 14.0) * RATINGS.len() as f32;
    let Making::Ratings(mut ratings) = state.making.clone() else { return };
    let mut changed = false;
    for option in &state.view.options {
        let mut chosen = ratings.iter().find(|(id, _)| *id == option.id).map(|(_, rating)| place(*rating));
        let id = row_id(state, &option.id);
        let about = (option.label.as_str(), option.line.as_deref().unwrap_or(""));
        row(ui, cx, about, cells, |ui, cx, width| {
            let cells = Cells { id, name: &option.label, words: &names, mark: None, width };
            if cells.show(ui, cx, &mut chosen) {
                ratings.retain(|(id, _)| *id != option.id);
                ratings.extend(chosen.and_then(|cell| RATINGS.get(cell)).map(|rating| (option.id.clone(), *rating)));
                changed = true;
            }
        });
    }
    if changed {
        state.making = Making::Ratings(ratings);
        state.touched(ui);
    }
}

/// Draws categories of risk, each with its levels and the last rating.
pub fn risks(ui: &mut Ui, cx: &Cx<'_>, state: &mut DecisionState) {
    let Making::Levels(mut levels) = state.making.clone() else { return };
    let mut changed = false;
    for grid in &state.view.risks {
        let mut chosen: Option<Level> = levels.iter().find(|(risk, _)| *risk == grid.risk).map(|(_, level)| *level);
        let id = row_id(state, grid.risk.name());
        let (risk, present) = (text::capital(&cx.say(&grid.words)), cx.say(&grid.present_words));
        let name = Message::new("app-decision-risk").with("risk", &risk).with("present", &present);
        let name = cx.say(&name);
        row(ui, cx, (&risk, &present), level::WIDTH, |ui, cx, _| {
            if level::levels(ui, cx, id, &name, &mut chosen, grid.present) {
                levels.retain(|(risk, _)| *risk != grid.risk);
                levels.extend(chosen.map(|level| (grid.risk, level)));
                changed = true;
            }
        });
    }
    if changed {
        state.making = Making::Levels(levels);
        state.touched(ui);
    }
}

/// One thing that is rated: what it is, and its cells beside it, or below it where room is short.
fn row(ui: &mut Ui, cx: &Cx<'_>, (label, line): (&str, &str), cells: f32, draw: impl FnOnce(&mut Ui, &Cx<'_>, f32)) {
    let width = ui.available_width();
    text::hairline(ui, cx);
    ui.add_space(8.0);
    let words = |ui: &mut Ui| {
        text::label(ui, label, Type::BodyStrong, cx.ink(1));
        if !line.is_empty() {
            text::label(ui, line, Type::Small, cx.ink(3));
        }
    };
    if width - cells - GAP >= LABEL {
        let mut draw = Some(draw);
        page::columns(ui, &[width - cells - GAP, cells], GAP, |ui, column| match column {
            0 => {
                // On one height with the words of the cells.
                ui.add_space(3.0);
                words(ui);
            }
            _ => {
                if let Some(draw) = draw.take() {
                    draw(ui, cx, cells);
                }
            }
        });
    } else {
        words(ui);
        ui.add_space(6.0);
        draw(ui, cx, cells.min(width));
    }
    ui.add_space(8.0);
}
