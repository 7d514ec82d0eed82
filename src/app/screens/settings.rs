//! Reading and motion: text size, colours, when the reviewers are shown, reduced motion. The same in the library and
//! in the sheet.

use egui::{Id, Ui};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::parts::{choice, text};
use crate::app::settings::{Change, Reveal, SIZES, Settings};
use crate::app::theme::Colours;
use crate::app::theme::type_scale::Type;
use crate::text::Message;

const COLOURS: [(Colours, &str); 3] = [
    (Colours::Light, "app-colours-light"),
    (Colours::Dark, "app-colours-dark"),
    (Colours::HighContrast, "app-colours-contrast"),
];

const REVEALS: [(Reveal, &str); 2] =
    [(Reveal::EachDecision, "app-reveal-each"), (Reveal::AtTheEnd, "app-reveal-end")];

/// Draws the settings, one below the other. Gives the first stop of them.
pub fn settings_ui(ui: &mut Ui, cx: &mut Cx<'_>, settings: &Settings) -> Id {
    let sizes: Vec<String> = SIZES.iter().map(|size| cx.say(&Message::new("per-cent").with("n", *size))).collect();
    let mut size = SIZES.iter().position(|size| *size == settings.text_size).unwrap_or(0);
    let first = ui.id().with(Id::new("app-text-size")).with(size);
    if one_of(ui, cx, "app-text-size", &sizes, &mut size)
        && let Some(size) = SIZES.get(size)
    {
        cx.act(Act::Set(Change::TextSize(*size)));
    }
    let names: Vec<String> = COLOURS.iter().map(|(_, name)| cx.t(name)).collect();
    let mut colours = COLOURS.iter().position(|(one, _)| *one == settings.colours).unwrap_or(0);
    if one_of(ui, cx, "app-colours", &names, &mut colours)
        && let Some((colours, _)) = COLOURS.get(colours)
    {
        cx.act(Act::Set(Change::Colours(*colours)));
    }
    let names: Vec<String> = REVEALS.iter().map(|(_, name)| cx.t(name)).collect();
    let mut reveal = REVEALS.iter().position(|(one, _)| *one == settings.reveal).unwrap_or(0);
    if one_of(ui, cx, "app-reveal", &names, &mut reveal)
        && let Some((reveal, _)) = REVEALS.get(reveal)
    {
        cx.act(Act::Set(Change::Reveal(*reveal)));
    }
    let words = cx.t("app-still");
    if choice::tick(ui, cx, settings.still, &words, "").clicked() {
        cx.act(Act::Set(Change::Still(!settings.still)));
    }
    first
}

/// A row of settings below its name.
fn one_of(ui: &mut Ui, cx: &Cx<'_>, key: &'static str, names: &[String], chosen: &mut usize) -> bool {
    let name = cx.t(key);
    text::label(ui, &name, Type::Small, cx.ink(2));
    ui.add_space(4.0);
    // The sheet and the library may both be there: ids are of the place that they stand in.
    let id = ui.id().with(Id::new(key));
    let changed = choice::one_of(ui, cx, id, &name, names, chosen);
    ui.add_space(12.0);
    changed
}
