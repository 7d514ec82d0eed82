//! The foot of a form: keep it, throw it away, sign it; and why it can't be signed now.

use egui::accesskit::Role;
use egui::{Id, Rect, Ui, pos2, vec2};

use super::state::FormState;
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::page::{self, Side};
use crate::app::parts::text;
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::app::theme::{Room, size};
use crate::text::{Message, when};

/// How high it is: a reason that finds no room beside the button stands above it.
#[must_use]
pub fn height(ui: &Ui, cx: &Cx<'_>, state: &FormState, width: f32) -> f32 {
    match &state.view.cannot {
        Some(why) if Room::of(width) == Room::One && !state.asking => {
            let why = text::lay_out(ui, &cx.say(why), Type::Small, cx.ink(2), width - 40.0);
            size::FOOT + why.size().y + 8.0
        }
        _ => size::FOOT,
    }
}

/// Draws it.
pub fn foot_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut FormState, key: Id) {
    page::edge(ui, cx, rect, Side::Top, cx.tokens().hair);
    let narrow = Room::of(rect.width()) == Room::One;
    let mut row = rect.shrink2(vec2(20.0, 0.0));
    if state.asking {
        return ask_ui(ui, cx, row, state, key);
    }
    let why = state.view.cannot.as_ref().map(|why| cx.say(why));
    if narrow && let Some(why) = &why {
        let galley = text::lay_out(ui, why, Type::Small, cx.ink(2), row.width());
        let mut above = page::cut(&mut row, Side::Top, galley.size().y + 8.0);
        above.min.y += 8.0;
        page::within(ui, above, |ui| text::put(ui, galley, Role::Label));
    }
    let keep = key.with("keep");
    panes::begins(ui, keep);
    let left = page::row(ui, row, |ui| {
        let words = cx.t("app-form-keep");
        let button = Button::plain(words).id(keep);
        let button = if narrow { button } else { button.keys("Ctrl S") };
        button.act(ui, cx, Act::KeepForm);
        if state.has_draft() {
            ui.add_space(8.0);
            let discard = Button::quiet(cx.t("app-form-discard")).icon(Icon::Trash2).id(key.with("discard"));
            if discard.show(ui, cx).1 {
                state.asking = true;
                state.focus_next = Some(key.with("stays"));
            }
        }
        ui.min_rect().right()
    });
    let right = Rect::from_min_max(pos2(left + 16.0, row.top()), row.max);
    let takes = Message::new("app-form-takes").with("minutes", when::minutes(state.view.minutes));
    let beside = if narrow { None } else { Some(why.clone().unwrap_or_else(|| cx.say(&takes))) };
    page::row_from_right(ui, right, |ui| {
        let sign = Button::first(cx.t("app-form-sign")).keys("Ctrl Enter").why_not(why).id(key.with("sign"));
        sign.act(ui, cx, Act::FileForm);
        if let Some(beside) = &beside {
            ui.add_space(12.0);
            let room = ui.available_width().min(420.0);
            let galley = text::lay_out(ui, beside, Type::Small, cx.ink(2), room);
            text::put(ui, galley, Role::Label);
        }
    });
}

/// Asks once whether to throw it away.
fn ask_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: Rect, state: &mut FormState, key: Id) {
    page::row(ui, row, |ui| {
        let stays = key.with("stays");
        panes::begins(ui, stays);
        let question = cx.t("app-form-discard-ask");
        text::clipped(ui, &question, Type::BodyStrong, cx.ink(1), (ui.available_width() - 250.0).max(80.0));
        ui.add_space(16.0);
        let out = Button::plain(cx.t("app-form-discard-do")).icon(Icon::Trash2).id(key.with("throw-away"));
        out.act(ui, cx, Act::DiscardForm(state.view.response.clone()));
        ui.add_space(8.0);
        if Button::plain(cx.t("app-form-discard-not")).id(stays).show(ui, cx).1 {
            state.asking = false;
            state.focus_next = Some(key.with("discard"));
        }
    });
}
