//! The keys of this screen.

use egui::accesskit::Role;
use egui::{ScrollArea, Ui};

use crate::app::cx::Cx;
use crate::app::named;
use crate::app::office::Office;
use crate::app::over::{closing, title};
use crate::app::parts::button::key_cap;
use crate::app::parts::{page, text};
use crate::app::theme::type_scale::Type;

/// Room for the keys beside what they do.
const CAP: f32 = 104.0;

/// Draws the sheet.
pub fn keys_ui(ui: &mut Ui, cx: &mut Cx<'_>, office: &Office) {
    title(ui, cx, &cx.t("app-do-keys"));
    let mut rows: Vec<(String, String)> = named::named(office)
        .into_iter()
        .filter_map(|one| Some((text::capital(&cx.say(&one.name)), named::shown(&one.keys?))))
        .collect();
    rows.extend(named::moves(office).into_iter().map(|(key, keys)| (cx.t(key), keys.to_owned())));
    let narrow = ui.available_width() < 480.0;
    let columns = if narrow { 1 } else { 2 };
    let gap = 24.0;
    let width = (ui.available_width() - 10.0 - gap * (columns - 1) as f32) / columns as f32;
    let each = rows.len().div_ceil(columns);
    ScrollArea::vertical().auto_shrink([false, true]).max_height(ui.available_height() - 56.0).show(ui, |ui| {
        page::columns(ui, &vec![width; columns], gap, |ui, column| {
            for (words, keys) in rows.iter().skip(column * each).take(each) {
                let top = ui.cursor().min;
                let galley = text::lay_out(ui, words, Type::Small, cx.ink(1), width - CAP);
                let rect = egui::Rect::from_min_size(top, egui::vec2(width, galley.size().y + 10.0));
                ui.allocate_rect(rect, egui::Sense::hover());
                page::row(ui, rect, |ui| text::put(ui, galley, Role::Label));
                page::row_from_right(ui, rect, |ui| key_cap(ui, cx, keys));
            }
        });
    });
    closing(ui, cx, &cx.t("app-close"));
}
