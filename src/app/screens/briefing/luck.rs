//! What can be chosen before it begins: the rules of which date, and whose luck.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{CornerRadius, Id as WidgetId, Key, StrokeKind, Ui, UiBuilder, vec2};

use super::{BriefingState, view_of};
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::choice::{OptionCard, Sign};
use crate::app::parts::field::{self, Field};
use crate::app::parts::list::{self, Along};
use crate::app::parts::{icon, page, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::desk::library::card;
use crate::run::Run;
use crate::scenario::raw::Id;
use crate::sitting::luck;
use crate::sitting::start::Fresh;
use crate::text::{Message, when};

/// The box of the code, and the longest line beside it.
const BOX: f32 = 36.0;
const LINE: f32 = 704.0;

/// The field for a colleague's code, and the button that opens it.
fn field_id() -> WidgetId {
    WidgetId::new("briefing-code")
}

fn enter_id() -> WidgetId {
    WidgetId::new("briefing-enter-code")
}

/// Rules by which the case can be played.
#[derive(Debug, Clone)]
pub(super) struct Date {
    pub(super) variant: Option<Id>,
    title: Message,
    line: Option<Message>,
}

/// The case's own date, then those of its variants.
pub(super) fn dates(slug: &str, fresh: &Fresh) -> Vec<Date> {
    let raw = fresh.ready.scenario.raw();
    let own = raw.policy_date.parse().map_or_else(|_| Message::verbatim(&raw.policy_date), when::month_of);
    let own = Date { variant: None, title: Message::new("card-rules").with("date", own), line: None };
    let variants = card(slug, raw, None).variants.into_iter().map(|row| Date {
        variant: Some(row.id),
        line: (row.title != row.rules).then(|| row.rules.clone()),
        title: row.title,
    });
    [own].into_iter().chain(variants).collect()
}

impl BriefingState {
    /// The same case with another seed.
    pub(super) fn draw(&mut self, seed: u64) {
        let softer = self.is_softer();
        self.fresh.header.seed = seed;
        self.fresh.run = Run::begin_with(Arc::clone(&self.fresh.ready.scenario), seed, softer, None);
        self.view = view_of(&self.fresh);
        let now = Message::new("app-briefing-now").with("code", &self.view.luck_code);
        self.untold = Some((now, false));
    }

    /// Takes a colleague's code, or says what is wrong with it.
    pub(super) fn use_code(&mut self, typed: &str) {
        match luck::parse(typed) {
            Ok(seed) => {
                (self.typed, self.fault) = (None, None);
                self.focus = Some(enter_id());
                self.draw(seed);
            }
            Err(fault) => {
                let message = fault.message(typed.trim());
                self.fault = Some(message.clone());
                self.unseen = true;
                self.focus = Some(field_id());
                self.untold = Some((message, true));
            }
        }
    }
}

/// The rules of which date, if there is a choice.
pub(super) fn dates_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut BriefingState) {
    if state.dates.len() < 2 {
        return;
    }
    let (heading, about) = (cx.t("app-briefing-dates"), cx.t("app-briefing-dates-about"));
    text::hairline(ui, cx);
    ui.add_space(20.0);
    text::heading(ui, &heading, Type::Heading, cx.ink(1), 2);
    ui.add_space(2.0);
    text::label_within(ui, &about, Type::Body, cx.ink(2), LINE);
    ui.add_space(8.0);
    let list = WidgetId::new("briefing-dates");
    ui.scope_builder(UiBuilder::new().id(list.with("group")), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::RadioGroup);
            node.set_label(heading.as_str());
        });
        let roving = list::roving(ui, list, state.dates.len(), &mut state.date, Along::Down);
        let chosen = state.waiting.clone().unwrap_or_else(|| state.variant.clone());
        for (index, date) in state.dates.iter().enumerate() {
            let title = text::capital(&cx.say(&date.title));
            let line = date.line.as_ref().map(|line| text::capital(&cx.say(line)));
            let on = date.variant == chosen;
            let option = OptionCard { sign: Sign::Radio, title: &title, line: line.as_deref(), on, end: 0.0 };
            let response = option.show(ui, cx, &roving, index, &mut state.date);
            if response.clicked() && !on {
                cx.act(Act::Brief { slug: state.slug.clone(), variant: date.variant.clone() });
            }
            ui.add_space(6.0);
        }
    });
    ui.add_space(20.0);
}

/// The luck code, with what can be done about it.
pub(super) fn luck_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut BriefingState) {
    text::hairline(ui, cx);
    ui.add_space(20.0);
    let (heading, about) = (cx.say(&state.view.luck_heading), cx.say(&state.view.luck));
    text::heading(ui, &heading, Type::Heading, cx.ink(1), 2);
    ui.add_space(2.0);
    text::label_within(ui, &about, Type::Body, cx.ink(2), LINE);
    ui.add_space(8.0);
    let (draw, enter) = (cx.t("app-briefing-draw"), cx.t("app-briefing-enter"));
    let code = text::measure(ui, &state.view.luck_code, Type::Code).x + 12.0 + 12.0 + size::BUTTON_SMALL + 4.0;
    let button = |ui: &Ui, words: &str| text::measure(ui, words, Type::Body).x + 16.0 + icon::LARGE + 8.0;
    let buttons = button(ui, &draw) + 12.0 + button(ui, &enter);
    let fits = code + 12.0 + buttons <= ui.available_width();

    let (_, row) = ui.allocate_space(vec2(ui.available_width(), BOX));
    page::row(ui, row, |ui| {
        code_ui(ui, cx, state, code);
        if fits {
            ui.add_space(12.0);
            buttons_ui(ui, cx, state, (draw.clone(), enter.clone()));
        }
    });
    if !fits {
        ui.add_space(4.0);
        let (_, row) = ui.allocate_space(vec2(ui.available_width(), size::BUTTON));
        page::row(ui, row, |ui| buttons_ui(ui, cx, state, (draw, enter)));
    }
    if state.typed.is_some() {
        ui.add_space(12.0);
        field_ui(ui, cx, state);
    }
}

/// The code in its box, with a button that copies it.
fn code_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &BriefingState, width: f32) {
    let t = *cx.tokens();
    let (_, rect) = ui.allocate_space(vec2(width, BOX));
    page::row(ui, rect, |ui| {
        let corner = CornerRadius::same(size::CONTROL_CORNER);
        ui.painter().rect(rect, corner, t.paper, cx.theme.stroke(1.0, t.edge), StrokeKind::Inside);
        ui.add_space(12.0);
        let code = text::one_line(ui, &state.view.luck_code, Type::Code, t.ink, f32::INFINITY);
        text::put(ui, code, Role::Label);
        ui.add_space(12.0);
        let copy = Button::sign(Icon::Copy, cx.t("app-briefing-copy")).small();
        copy.id(WidgetId::new("briefing-copy")).act(ui, cx, Act::Copy(state.view.luck_code.clone()));
    });
}

fn buttons_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut BriefingState, (draw, enter): (String, String)) {
    let draw = Button::quiet(draw).icon(Icon::RotateCcw);
    draw.id(WidgetId::new("briefing-draw")).act(ui, cx, Act::DrawLuck);
    ui.add_space(12.0);
    let enter = Button::quiet(enter).icon(Icon::Keyboard).chosen(state.typed.is_some());
    let (response, pressed) = enter.id(enter_id()).show(ui, cx);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(state.typed.is_some()));
    if pressed {
        state.fault = None;
        state.typed = match state.typed {
            Some(_) => None,
            None => Some(String::new()),
        };
        state.focus = state.typed.is_some().then(field_id);
        ui.ctx().request_repaint();
    }
}

/// The field for a colleague's code, with what is wrong beside it.
fn field_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut BriefingState) {
    let Some(typed) = &mut state.typed else { return };
    let top = ui.cursor().min;
    let (name, help) = (cx.t("app-briefing-code"), cx.t("app-briefing-code-help"));
    field::label(ui, cx, &name, &help);
    let wrong = state.fault.as_ref().map(|fault| cx.say(fault));
    let (_, row) = ui.allocate_space(vec2(ui.available_width(), size::BUTTON));
    page::row(ui, row, |ui| {
        let field = Field::line(field_id(), &name).plain().width(220.0).wrong(wrong.as_deref());
        let response = field.show(ui, cx, typed);
        if response.changed() {
            state.fault = None;
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(8.0);
        let (_, pressed) = Button::plain(cx.t("app-briefing-use")).id(field_id().with("use")).show(ui, cx);
        if entered || pressed {
            cx.act(Act::UseLuck(typed.clone()));
        }
    });
    if let Some(wrong) = &wrong {
        field::error(ui, cx, wrong);
    }
    if std::mem::take(&mut state.unseen) {
        // What is wrong stands below the field, which has the focus and is in sight already.
        let whole = egui::Rect::from_min_max(top, ui.min_rect().max);
        ui.scroll_to_rect(whole.expand2(vec2(0.0, 8.0)), None);
    }
}
