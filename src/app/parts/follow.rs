//! Panes that scroll: what has the keyboard stays in sight, and text that nothing takes the focus for can be paged.
//!
//! Both come last inside of what scrolls; every [`super::page::scroll`] does the first by itself.

use egui::{Id, Key, Modifiers, Ui, Vec2, vec2};

/// What is kept free above and below whatever is scrolled to, so that its ring is seen.
const FREE: f32 = 8.0;

/// How much of a page stays in sight when the next one is shown.
const KEPT: f32 = 40.0;

/// Scrolls to whatever has just taken the focus in here, or has it while the pane became another size.
pub fn focus_in_sight(ui: &Ui) {
    let now = (ui.memory(|memory| memory.focused()), ui.clip_rect().size());
    let key = ui.unique_id().with("in-sight");
    let last: Option<(Option<Id>, Vec2)> = ui.data(|data| data.get_temp(key));
    if last == Some(now) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(key, now));
    let Some(response) = now.0.and_then(|id| ui.ctx().read_response(id)) else { return };
    // What lies over this pane, or beside it, may be within its bounds: then it is seen outside of what is shown of it.
    let shown = response.interact_rect;
    // What is higher than the pane is not brought into sight by moving it: it moves itself.
    let fits = response.rect.height() <= now.1.y;
    let is_here = fits
        && response.layer_id == ui.layer_id()
        && ui.min_rect().contains(response.rect.center())
        && (!shown.is_positive() || ui.clip_rect().expand(1.0).contains_rect(shown));
    if is_here {
        ui.scroll_to_rect(response.rect.expand2(vec2(0.0, FREE)), None);
    }
}

/// Pages up and down with the keys of that name.
pub fn pages(ui: &Ui) {
    if !ui.is_enabled() {
        return;
    }
    let pressed = |key| ui.input(|input| input.modifiers == Modifiers::NONE && input.num_presses(key) > 0);
    let page = (ui.clip_rect().height() - KEPT).max(KEPT);
    for (key, by) in [(Key::PageDown, -page), (Key::PageUp, page)] {
        if pressed(key) {
            ui.scroll_with_delta(vec2(0.0, by));
        }
    }
}
