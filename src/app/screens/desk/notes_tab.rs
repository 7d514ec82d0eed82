//! One's own notes, what was cited so far, and drafts that are kept.

use egui::Ui;

use super::due_tab::row_ui;
use super::person_tab::section;
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::{chip, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::desk::Moment;
use crate::text::Message;

/// Draws the tab.
pub fn notes_tab_ui(ui: &mut Ui, cx: &mut Cx<'_>, moment: &Moment) {
    text::heading(ui, &cx.t("app-notes-heading"), Type::Heading, cx.ink(1), 1);
    ui.add_space(6.0);
    if moment.notes.is_empty() {
        text::label(ui, &cx.t("app-notes-none"), Type::Small, cx.ink(2));
    }
    for note in moment.notes.iter().rev() {
        text::label(ui, &cx.say(&note.at.words), Type::Caption, cx.ink(3));
        text::label(ui, &note.text, Type::Writing, cx.ink(1));
        ui.add_space(10.0);
    }
    let write = Button::plain(cx.t("app-note")).icon(Icon::Pencil).small().keys("N");
    ui.add_space(4.0);
    write.act(ui, cx, Act::WriteNote);
    if !moment.drafts.is_empty() {
        section(ui, cx, "app-drafts");
        for draft in &moment.drafts {
            let below = cx.say(&draft.words);
            row_ui(ui, cx, (Icon::Pencil, cx.ink(2)), &draft.label, &below, (&cx.say(&draft.kept.words), false));
            let open = Button::quiet(cx.t("app-draft-open")).small();
            open.act(ui, cx, Act::Respond(draft.response.clone()));
        }
    }
    if !moment.citations.is_empty() {
        section(ui, cx, "app-cited");
        for row in &moment.citations {
            ui.horizontal_top(|ui| {
                let name =
                    cx.say(&Message::new("app-citation").with("number", row.number).with("title", &row.item.title));
                if chip::citation(ui, cx, row.number, &name, false).clicked() {
                    cx.act(Act::Read { item: row.item.item.clone(), nth: row.item.nth });
                }
                ui.add_space(6.0);
                ui.vertical(|ui| {
                    ui.add_space(3.0);
                    text::label(ui, &row.item.title, Type::Small, cx.ink(1));
                    if let Some(passage) = &row.passage {
                        text::label(ui, passage, Type::Small, cx.ink(2));
                    }
                    if let Some(standing) = &row.standing {
                        text::label(ui, &cx.say(standing), Type::Caption, cx.ink(3));
                    }
                });
            });
            ui.add_space(6.0);
        }
    }
}
