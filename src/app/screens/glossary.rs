//! The glossary: the program's own terms, and those that the case explains.

use egui::{Id, ScrollArea, Ui};

use crate::app::cx::Cx;
use crate::app::office::Office;
use crate::app::over::{closing, take_focus_once, title};
use crate::app::parts::field::Field;
use crate::app::parts::text;
use crate::app::theme::type_scale::Type;
use crate::desk::glossary::glossary;

/// What is looked for.
#[derive(Debug, Default)]
pub struct GlossaryState {
    typed: String,
    term: Option<&'static str>,
}

impl GlossaryState {
    /// Open at a term, by the key of its name.
    #[must_use]
    pub const fn at(term: Option<&'static str>) -> Self {
        Self { typed: String::new(), term }
    }
}

/// Draws the sheet.
pub fn glossary_ui(ui: &mut Ui, cx: &mut Cx<'_>, office: &Office, state: &mut GlossaryState) {
    title(ui, cx, &cx.t("app-do-glossary"));
    if let Some(term) = state.term.take() {
        state.typed = cx.t(term);
    }
    let (name, hint) = (cx.t("app-glossary-find"), cx.t("app-glossary-hint"));
    let response = Field::line(Id::new("glossary"), &name).plain().hint(&hint).show(ui, cx, &mut state.typed);
    take_focus_once(ui, response.id, response.id);
    ui.add_space(12.0);
    let typed = state.typed.trim().to_lowercase();
    let scenario = office.play().map(|play| play.run().scenario());
    let terms = glossary(scenario.map(|scenario| &**scenario));
    let rows: Vec<(String, String)> = terms
        .iter()
        .map(|row| (text::capital(&cx.say(&row.term)), cx.say(&row.meaning)))
        .filter(|(term, meaning)| format!("{term} {meaning}").to_lowercase().contains(&typed))
        .collect();
    if rows.is_empty() {
        let none = cx.t("app-glossary-none");
        text::label(ui, &none, Type::Body, cx.ink(3));
    }
    ScrollArea::vertical().auto_shrink([false, true]).max_height(ui.available_height() - 56.0).show(ui, |ui| {
        ui.set_width(ui.available_width() - 10.0);
        for (term, meaning) in &rows {
            text::label(ui, term, Type::BodyStrong, cx.ink(1));
            text::label(ui, meaning, Type::Body, cx.ink(2));
            ui.add_space(10.0);
        }
    });
    closing(ui, cx, &cx.t("app-close"));
}
