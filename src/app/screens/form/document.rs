//! The document: its head, what stands in the way of signing, which case it is for, and its fields.

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{Color32, Id, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use super::checks::{Part, Spot, Wrong};
use super::pen::Pen;
use super::rows;
use super::state::FormState;
use super::written::Days;
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::choices::Choices;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::{field, icon, page, text};
use crate::app::play::{Play, Standing};
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::desk::form::{FieldInput, FieldView};
use crate::text::Message;

/// Between fields.
const BETWEEN: f32 = 20.0;

/// Draws the document. True if something was changed.
pub fn document_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FormState, play: &Play, key: Id) -> bool {
    summary_ui(ui, cx, state, key);
    let mut changed = false;
    if !state.cases.is_empty() {
        changed |= case_ui(ui, cx, state, play, key);
    }
    start_ui(ui, cx, state, key);
    begin(ui, state, key);
    changed | fields_ui(ui, cx, state, play, key)
}

/// The title, when it was saved last, and what the levels mean. It stays where it is while the rest scrolls, where
/// there is room for that.
pub fn head_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &FormState, play: &Play, wide: bool) {
    let t = *cx.tokens();
    let saved = match (&state.saved, play.standing()) {
        (_, Standing::Failing(_)) => Some((Icon::TriangleAlert, t.due, cx.t("app-form-not-saved"))),
        (Some(time), _) => {
            let words = cx.say(&Message::new("app-form-saved").with("time", time));
            Some((Icon::Check, t.ok, words))
        }
        (None, _) => None,
    };
    let levels = state.has_levels().then(|| Button::quiet(cx.t("app-form-levels")).keys("F1").small());
    let title = &state.view.title;
    // All on one line, if the title leaves room for the rest.
    let width_of = |words: &str| text::measure(ui, words, Type::Small).x;
    let saved_width = saved.as_ref().map_or(0.0, |(.., words)| icon::SMALL + 5.0 + width_of(words) + 16.0);
    let key_width = text::measure(ui, "F1", Type::Num).x + 10.0;
    let levels_width = if levels.is_some() { width_of(&cx.t("app-form-levels")) + key_width + 24.0 } else { 0.0 };
    let beside = saved_width + levels_width;
    let one_line = text::measure(ui, title, Type::DocTitle).x + beside <= ui.available_width();
    let right = |ui: &mut Ui, cx: &mut Cx<'_>| {
        if let Some((sign, colour, words)) = &saved {
            icon::show(ui, *sign, icon::SMALL, 20.0, *colour);
            ui.add_space(5.0);
            text::clipped(ui, words, Type::Small, cx.ink(2), ui.available_width());
            ui.add_space(16.0);
        }
        if let Some(levels) = levels {
            levels.act(ui, cx, Act::ShowGlossary(Some("app-form-levels-term")));
        }
    };
    if one_line {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 32.0));
        let after = ui.cursor();
        let ends = Rect::from_min_max(pos2(rect.right() - beside, rect.top()), rect.max);
        page::within(ui, Rect::from_min_max(pos2(rect.left(), rect.top() + 2.0), rect.max), |ui| {
            text::heading(ui, title, Type::DocTitle, cx.ink(1), 1);
        });
        page::row(ui, ends, |ui| right(ui, cx));
        ui.add_space((after.top() - ui.cursor().top()).max(0.0));
    } else {
        text::heading(ui, title, Type::DocTitle, cx.ink(1), 1);
        if beside > 0.0 {
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 32.0));
            page::row(ui, rect, |ui| right(ui, cx));
        }
    }
    if state.view.label != *title {
        text::label(ui, &state.view.label, Type::Body, cx.ink(2));
    }
    let named = state.view.case.as_ref().filter(|_| state.cases.is_empty() && play.moment().cases.len() > 1);
    if let Some(case) = named {
        let words = cx.say(&Message::new("app-form-for").with("name", &case.name));
        text::label(ui, &words, Type::Small, cx.ink(2));
    }
    if !wide {
        // The bar on top has no room for it.
        let words = cx.say(state.time());
        text::label(ui, &words, Type::Small, cx.ink(2));
    }
    if state.begun {
        let words = cx.t("app-form-going-on");
        text::label(ui, &words, Type::Small, cx.ink(3));
    }
    ui.add_space(8.0);
}

/// What is wrong, as links to where it is.
fn summary_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FormState, key: Id) {
    let Some(heading) = state.checks.heading() else { return };
    let t = *cx.tokens();
    let id = key.with("summary");
    let ground = ui.painter().add(egui::Shape::Noop);
    let pad = 10.0;
    let outer = ui.available_rect_before_wrap();
    let inner = Rect::from_min_max(outer.min + vec2(pad, 6.0), pos2(outer.right() - pad, outer.bottom()));
    let drawn = ui.scope_builder(UiBuilder::new().id(id).max_rect(inner), |ui| {
        let words = cx.say(&heading);
        let head = ui.horizontal_top(|ui| {
            icon::show(ui, Icon::TriangleAlert, icon::SMALL, 20.0, t.due);
            ui.add_space(6.0);
            text::heading(ui, &words, Type::BodyStrong, t.due, 2);
        });
        // It comes before its links for Tab.
        let whole = ui.interact(head.response.rect, id.with("whole"), Sense::focusable_noninteractive());
        let wrong: Vec<Wrong> = state.checks.said().cloned().collect();
        let mut to = None;
        for (index, wrong) in wrong.iter().enumerate() {
            let label = cx.say(&wrong.label);
            let message = cx.say(&wrong.message);
            let line = Message::new("app-form-problem").with("label", label).with("message", message);
            if link(ui, cx, id.with(index), &cx.say(&line)) {
                to = Some(wrong.spot);
            }
        }
        (whole, to)
    });
    let (response, to) = drawn.inner;
    let whole = Rect::from_min_max(outer.min, pos2(outer.right(), drawn.response.rect.bottom() + 6.0));
    ui.painter().set(ground, egui::epaint::RectShape::filled(whole, 5, t.due_wash));
    if response.has_focus() {
        focus::ring_round(ui, cx.theme, whole, Ring::Outside(5));
    }
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Group);
        node.set_label(cx.t("app-form-summary"));
    });
    if std::mem::take(&mut state.to_summary) {
        response.request_focus();
        ui.scroll_to_rect(whole.expand(8.0), Some(egui::Align::TOP));
    }
    if to.is_some() {
        state.go_to = to;
    }
    ui.advance_cursor_after_rect(whole);
    ui.add_space(12.0);
}

/// A link in the colour of what is missing.
fn link(ui: &mut Ui, cx: &Cx<'_>, id: Id, words: &str) -> bool {
    let due = cx.tokens().due;
    let underline = TextFormat { underline: cx.theme.stroke(1.0, due), ..Type::Small.format(due) };
    let galley = text::runs(ui, &[(words, underline)], ui.available_width() - 20.0);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), galley.size().y.max(size::TARGET)));
    let target = Rect::from_min_size(rect.min, vec2(galley.size().x + 24.0, rect.height()));
    let response = ui.interact(target, id, Sense::click());
    let at = pos2(rect.left() + 20.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    focus::ring(ui, cx.theme, &response, Ring::Inside);
    text::name_it(ui, &response, Role::Link, words);
    response.clicked()
}

/// Which case it is for, where there are several.
fn case_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FormState, play: &Play, key: Id) -> bool {
    let name = cx.t("app-form-which-case");
    field::label(ui, cx, &name, "");
    let wrong = state.checks.at(Spot::Case).map(|message| cx.say(message));
    let rows: Vec<(String, String)> = state.cases.iter().map(|case| (case.id.clone(), case.name.clone())).collect();
    let choices = Choices {
        id: key.with("case"),
        name: &name,
        description: wrong.as_deref().unwrap_or_default(),
        required: true,
        wrong: wrong.is_some(),
        rows: &rows,
        many: false,
    };
    let mut chosen: Vec<String> = state.view.case.iter().map(|case| case.id.clone()).collect();
    if state.go_to == Some(Spot::Case) {
        state.go_to = None;
        let stop = choices.stop(ui, &chosen);
        ui.memory_mut(|memory| memory.request_focus(stop));
    }
    let chose = choices.show(ui, cx, &mut chosen);
    if chose.has_focus {
        state.at = Some(Spot::Case);
    }
    if let Some(wrong) = &wrong {
        field::error(ui, cx, wrong);
    }
    ui.add_space(BETWEEN);
    match chosen.first() {
        Some(case) if chose.changed => {
            let now = ui.input(|input| input.time);
            state.choose_case(play, case, now);
            true
        }
        _ => false,
    }
}

/// What it may be started from, while it is empty.
fn start_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &FormState, key: Id) {
    let Some(words) = state.start_words() else { return };
    let start = Button::plain(cx.say(words)).icon(Icon::History).id(key.with("start"));
    start.act(ui, cx, Act::StartFromLast);
    ui.add_space(4.0);
    let words = cx.t("app-form-start-help");
    text::label(ui, &words, Type::Caption, cx.ink(3));
    ui.add_space(BETWEEN);
}

/// Where this part of the screen begins for F6: where one is writing, else its first stop.
fn begin(ui: &Ui, state: &mut FormState, key: Id) {
    let offer = state.start_words().is_some().then(|| key.with("start"));
    let spot = first_spot(&state.view.fields);
    if std::mem::take(&mut state.fresh) {
        match (offer, state.cases.is_empty()) {
            (_, false) if state.view.case.is_none() => state.go_to = Some(Spot::Case),
            (Some(offer), _) => ui.memory_mut(|memory| memory.request_focus(offer)),
            (None, _) => state.go_to = spot,
        }
    }
    let written = state.writing.map(|writing| writing.id);
    if let Some(first) = written.or(offer).or_else(|| Some(first_id(&state.view.fields, spot?, key))) {
        panes::begins(ui, first);
    }
}

/// The first field in which something can be done.
fn first_spot(fields: &[FieldView]) -> Option<Spot> {
    let at = fields.iter().position(|field| !matches!(field.kind, FieldInput::FromRule(_)))?;
    Some(Spot::Field(at, Part::Whole))
}

/// The id of what is first in a field.
fn first_id(fields: &[FieldView], spot: Spot, key: Id) -> Id {
    let Spot::Field(index, _) = spot else { return key };
    let row = Spot::Field(index, Part::Row(0));
    match fields.get(index).map(|field| &field.kind) {
        Some(FieldInput::Words { .. }) => key.with((spot, "words")),
        Some(FieldInput::Date) => key.with((spot, "day")),
        Some(FieldInput::Steps { .. }) => key.with((spot, "add")),
        Some(FieldInput::Cites { .. }) => key.with((spot, "cites")),
        Some(FieldInput::Grid(_)) => key.with((row, "level")).with(0_usize),
        _ => key.with((spot, "choices")).with(0_usize),
    }
}

fn fields_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FormState, play: &Play, key: Id) -> bool {
    let FormState { view, written, evidence, checks, go_to, choosing, at, writing, focus_next, .. } = state;
    let mut pen = Pen {
        key,
        checks,
        evidence,
        days: Days::of(play.run()),
        go_to: *go_to,
        choosing: *choosing,
        changed: false,
        at: *at,
        writing: *writing,
        focus_next: *focus_next,
    };
    let mut next = 0;
    while next < view.fields.len() {
        let row = rows::row_at(&view.fields, next, ui.available_width());
        match row.len() {
            0 => break,
            1 => rows::one_ui(ui, cx, &mut pen, &view.fields, written, next),
            _ => rows::row_ui(ui, cx, &mut pen, &view.fields, written, (next, &row)),
        }
        next += row.len();
        ui.add_space(BETWEEN);
    }
    let source = cx.say(&Message::new("app-form-source").with("source", &view.source));
    text::label(ui, &source, Type::Caption, cx.ink(3));
    let Pen { go_to: sent, choosing: chooses, changed, at: now_at, writing: writes, focus_next: next, .. } = pen;
    (*go_to, *choosing, *at, *writing, *focus_next) = (sent, chooses, now_at, writes, next);
    changed
}
