//! Something that lay on the desk, looked at over the debrief: whoever didn't open it in time can see now what it said.

use egui::{Id, Margin, Ui};

use super::desk::reading;
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::office::Office;
use crate::app::over::{closing, take_focus_once, title};
use crate::app::parts::{follow, list, text};
use crate::app::theme::type_scale::Type;
use crate::desk::open_item::item_afterwards;
use crate::scenario::raw::Id as Name;

/// How high the text may be at most, as a share of the window; the rest of the sheet stands round it.
const SHARE: f32 = 0.6;

/// What is looked at.
#[derive(Debug)]
pub struct DocumentState {
    item: Name,
    nth: Option<u16>,
}

impl DocumentState {
    #[must_use]
    pub const fn new(item: Name, nth: Option<u16>) -> Self {
        Self { item, nth }
    }
}

/// Draws the sheet.
pub fn document_ui(ui: &mut Ui, cx: &mut Cx<'_>, office: &Office, state: &DocumentState) {
    let key = (state.item.clone(), state.nth);
    let open = office.play().map(|play| play.view(key, |run, (item, nth)| item_afterwards(run, item, *nth)));
    let Some(open) = open.as_deref().and_then(Option::as_ref) else { return cx.act(Act::StepOut) };
    title(ui, cx, &open.title);
    reading::meta(ui, cx, open, false);
    ui.add_space(8.0);
    if let Some(never) = &open.never_opened {
        text::label(ui, &cx.say(never), Type::SmallStrong, cx.ink(2));
        ui.add_space(8.0);
    }
    let high = ui.ctx().content_rect().height() * SHARE;
    let scroll = egui::ScrollArea::vertical().max_height(high).auto_shrink([false, true]);
    scroll.show(ui, |ui| {
        egui::Frame::new().inner_margin(Margin { left: 6, right: 10, top: 4, bottom: 4 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            reading::reliance(ui, cx, open);
            reading::notes(ui, cx, open);
            let parts = reading::parts(cx, open);
            let id = Id::new("afterwards").with(&open.item).with(open.nth);
            list::remembered(ui, id, &cx.t("app-debrief-document"), parts.len(), |ui, roving, index, at| {
                reading::part_to_read(ui, cx, &parts[index], (roving, index, at));
            });
            if !parts.is_empty() {
                take_focus_once(ui, id, id.with(0_usize));
            }
            follow::focus_in_sight(ui);
        });
    });
    closing(ui, cx, &cx.t("app-close"));
}
