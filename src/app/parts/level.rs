//! Levels of risk as cells with words: a radio group of four. A short bar marks the last rating.

use egui::{Id, Ui};

use super::cells::{self, Cells};
use crate::app::cx::Cx;
use crate::scenario::raw::Level;
use crate::text::words;

/// The width of the four cells.
pub const WIDTH: f32 = 268.0;

/// Shows the four levels. `name` says of whom, and what the last rating was. True if another level was chosen.
///
/// Nothing is chosen to begin with: arrows move, space and a click choose.
pub fn levels(ui: &mut Ui, cx: &Cx<'_>, id: Id, name: &str, chosen: &mut Option<Level>, last: Option<Level>) -> bool {
    let words: Vec<String> = Level::ALL.iter().map(|level| cx.say(&words::level(*level))).collect();
    let width = WIDTH.min(ui.available_width());
    let mut cell = chosen.map(place);
    let changed = Cells { id, name, words: &words, mark: last.map(place), width }.show(ui, cx, &mut cell);
    if changed {
        *chosen = cell.and_then(|cell| Level::ALL.get(cell)).copied();
    }
    changed
}

/// The cell that Tab stops at.
#[must_use]
pub fn stop(ui: &Ui, id: Id, chosen: Option<Level>, last: Option<Level>) -> Id {
    cells::stop(ui, id, chosen.map(place), last.map(place))
}

fn place(level: Level) -> usize {
    Level::ALL.iter().position(|one| *one == level).unwrap_or(0)
}
