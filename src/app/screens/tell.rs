//! Passing an item on: to whom. It is sent as soon as it is said to whom, and takes its minutes.

use egui::{ScrollArea, Ui, vec2};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::office::Office;
use crate::app::over::{closing, take_focus_once, title};
use crate::app::parts::button::Button;
use crate::app::parts::text;
use crate::app::theme::type_scale::Type;
use crate::scenario::raw::Id;
use crate::text::Message;

/// What is to be passed on.
#[derive(Debug)]
pub struct TellState {
    item: Id,
    nth: u16,
    /// To whom, once chosen: it is asked about once.
    who: Option<Id>,
}

impl TellState {
    #[must_use]
    pub const fn new(item: Id, nth: u16) -> Self {
        Self { item, nth, who: None }
    }
}

/// Draws the sheet.
pub fn tell_ui(ui: &mut Ui, cx: &mut Cx<'_>, office: &Office, state: &mut TellState) {
    let open = office.play().map(|play| play.open_item(&state.item, state.nth));
    let Some(open) = open.as_deref().and_then(Option::as_ref) else { return cx.act(Act::StepOut) };
    let chosen = state.who.as_ref().and_then(|who| open.tell.iter().find(|one| one.id == *who));
    if let Some(who) = chosen {
        let heading = Message::new("app-tell-whether").with("name", &who.name).with("title", &open.title);
        title(ui, cx, &cx.say(&heading));
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 32.0));
        crate::app::parts::page::row(ui, rect, |ui| {
            let send = Button::first(cx.t("app-tell-send"));
            let act = Act::Tell { item: open.item.clone(), who: who.id.clone() };
            let response = send.act(ui, cx, act);
            take_focus_once(ui, response.id, response.id);
            ui.add_space(8.0);
            if Button::plain(cx.t("app-tell-other")).show(ui, cx).1 {
                state.who = None;
            }
        });
        return;
    }
    let heading = Message::new("app-tell-heading").with("title", &open.title);
    title(ui, cx, &cx.say(&heading));
    if let Some(why) = &open.cannot_tell {
        let why = cx.say(why);
        text::label(ui, &why, Type::Body, cx.tokens().due);
        return closing(ui, cx, &cx.t("app-close"));
    }
    ScrollArea::vertical().max_height(ui.available_height() - 60.0).auto_shrink([false, true]).show(ui, |ui| {
        for (index, who) in open.tell.iter().enumerate() {
            let knows = open.told_to.iter().any(|(named, _)| named.id == who.id);
            let mut words = cx.say(&who.in_full);
            if knows {
                words = cx.say(&Message::new("app-tell-knows").with("name", words));
            }
            let (response, pressed) = Button::quiet(words).show(ui, cx);
            if index == 0 {
                take_focus_once(ui, response.id, response.id);
            }
            if pressed {
                state.who = Some(who.id.clone());
            }
        }
    });
    closing(ui, cx, &cx.t("app-close"));
}
