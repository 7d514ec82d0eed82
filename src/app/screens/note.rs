//! A note to oneself.

use egui::{Id, Ui, vec2};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::over::{take_focus_once, title};
use crate::app::parts::button::Button;
use crate::app::parts::field::Field;
use crate::app::parts::page;

/// What has been written.
#[derive(Debug, Default)]
pub struct NoteState {
    written: String,
}

/// Draws the sheet.
pub fn note_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut NoteState) {
    title(ui, cx, &cx.t("app-note-heading"));
    let (name, hint) = (cx.t("app-note-heading"), cx.t("app-note-hint"));
    let response = Field::lines(Id::new("note"), &name, 5).hint(&hint).show(ui, cx, &mut state.written);
    take_focus_once(ui, response.id, response.id);
    ui.add_space(16.0);
    let empty = state.written.trim().is_empty();
    let keep = ui.input_mut(|input| input.consume_key(egui::Modifiers::CTRL, egui::Key::Enter));
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 32.0));
    page::row(ui, rect, |ui| {
        let why = empty.then(|| cx.t("app-note-empty"));
        let button = Button::first(cx.t("app-note-keep")).keys("Ctrl Enter").why_not(why);
        let pressed = button.show(ui, cx).1;
        if (pressed || keep) && !empty {
            cx.act(Act::KeepNote(state.written.trim().to_owned()));
        }
        ui.add_space(8.0);
        Button::plain(cx.t("app-not-now")).act(ui, cx, Act::StepOut);
    });
}
