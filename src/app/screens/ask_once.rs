//! A response that carries no form asks once before it is done.

use egui::{Ui, vec2};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::office::Office;
use crate::app::over::{take_focus_once, title};
use crate::app::parts::button::Button;
use crate::app::parts::{page, text};
use crate::app::theme::type_scale::Type;
use crate::text::Message;

/// Draws the sheet.
pub fn ask_once_ui(ui: &mut Ui, cx: &mut Cx<'_>, office: &Office, response: &str) {
    let moment = office.play().map(crate::app::play::Play::moment);
    let rows = moment.iter().flat_map(|moment| moment.kinds.iter().flat_map(|group| &group.rows));
    let Some(row) = rows.into_iter().find(|row| row.id == response).cloned() else { return cx.act(Act::StepOut) };
    title(ui, cx, &row.label);
    let mut parts = vec![Message::new("app-takes").with("time", row.takes.clone())];
    if let Some(likely) = &row.answer_likely {
        parts.push(Message::new("app-answer-likely").with("when", likely.clone()));
    }
    if let Some(at) = &row.last_done {
        parts.push(Message::new("app-last-done").with("when", at.words.clone()));
    }
    for part in parts {
        let words = cx.say(&part);
        text::label(ui, &words, Type::Body, cx.ink(2));
    }
    ui.add_space(16.0);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 32.0));
    page::row(ui, rect, |ui| {
        let done = Button::first(cx.t("app-do-it")).act(ui, cx, Act::Do(row.id.clone()));
        take_focus_once(ui, done.id, done.id);
        ui.add_space(8.0);
        Button::plain(cx.t("app-not-now")).act(ui, cx, Act::StepOut);
    });
}
