//! What there is to go on: what was cited, what was opened and not cited, what has not come back, what was not opened,
//! and what is required whatever is chosen.
//!
//! Enter on a row of the first two puts its number where something is being written, and the answer rests on it; Delete
//! takes it out again. Of how reviewers answered nothing is said but how many did.

use egui::accesskit::{Role, Toggled};
use egui::{Color32, CornerRadius, Id, Key, Margin, Modifiers, Rect, Sense, Ui, pos2, vec2};

use super::state::{DecisionState, Text};
use super::texts;
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along, Roving};
use crate::app::parts::{chip, icon, page, text};
use crate::app::settings::Reveal;
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::desk::parts::{Asked, CitationRow, ItemRef};
use crate::run::command::Citation;
use crate::text::Message;

/// Room in front of a row, for its number or sign.
const SIGN: f32 = 28.0;

/// So many of what was opened, or not, are listed until all are asked for; and of what was cited.
const FIRST: usize = 6;
const CITED: usize = 8;

/// What was asked for on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    PutIn,
    TakeOut,
}

/// Draws all of it.
pub fn know(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DecisionState, reveal: Reveal) {
    if let Some(told) = &state.view.supposed {
        text::heading(ui, &cx.t("app-decision-know"), Type::Heading, cx.ink(1), 2);
        ui.add_space(6.0);
        text::label(ui, told, Type::Body, cx.ink(1));
        return;
    }
    cited(ui, cx, state);
    floors(ui, cx, state);
    not_heard(ui, cx, &state.view.not_heard);
    open(ui, cx, state);
    unopened(ui, cx, state);
    if state.reviewers > 0 {
        ui.add_space(14.0);
        let words = Message::new("app-decision-reviewers").with("n", state.reviewers);
        let when = match reveal {
            Reveal::EachDecision => "app-decision-theirs-next",
            Reveal::AtTheEnd => "app-decision-theirs-at-end",
        };
        let words = format!("{} {}", cx.say(&words), cx.t(when));
        text::label(ui, &words, Type::Small, cx.ink(3));
    }
}

/// What was cited on the desk, by its number.
fn cited(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DecisionState) {
    let heading = cx.t("app-decision-know");
    text::heading_with(ui, cx, &heading, Type::Heading, &cx.t("app-decision-know-about"), 2);
    ui.add_space(6.0);
    if state.view.citations.is_empty() {
        let words = cx.t("app-decision-nothing-cited");
        text::label(ui, &words, Type::Small, cx.ink(3));
        return;
    }
    // What was cited last bears on this more often than what was cited first; what the answer rests on is always there.
    let count = state.view.citations.len();
    let late = |row: &CitationRow| row.number + CITED > count || state.relies_on(row);
    let few = state.all_cited || count <= CITED + 1;
    let shown: Vec<CitationRow> = state.view.citations.iter().filter(|row| few || late(row)).cloned().collect();
    if shown.len() < count && all(ui, cx, count) {
        state.all_cited = true;
    }
    let id = Id::new("decision-cited");
    let mut asked: Option<(CitationRow, Asks)> = None;
    page::list_of(ui, &heading, |ui| {
        let roving = list::roving(ui, id, shown.len(), &mut state.cited_at, Along::Down);
        panes::begins(ui, roving.id(state.cited_at));
        for (index, row) in shown.iter().enumerate() {
            let (first, second) = in_words(cx, row);
            let shown = Row { number: Some(row.number), first: &first, second: &second, on: state.relies_on(row) };
            if let Some(asks) = shown.show(ui, cx, (&roving, index, &mut state.cited_at)) {
                asked = Some((row.clone(), asks));
            }
        }
    });
    let Some((row, asks)) = asked else { return };
    let key = match asks {
        Asks::PutIn => {
            state.put_in(&row);
            "app-decision-put-in"
        }
        Asks::TakeOut => {
            state.take_out(&row);
            "app-decision-taken-out"
        }
    };
    after(ui, state);
    let words = Message::new(key).with("number", row.number).with("title", &row.item.title);
    let words = cx.say(&words);
    cx.announce(words, false);
}

/// What was cited: the passage, or the title; and below it where it is from.
fn in_words(cx: &Cx<'_>, row: &CitationRow) -> (String, String) {
    let from = row.item.from.as_ref().map(|from| cx.say(from));
    let standing = row.standing.as_ref().map(|standing| cx.say(standing));
    match &row.passage {
        Some(passage) => {
            let passage = cx.say(&Message::new("app-decision-passage").with("text", passage));
            (
                passage,
                [Some(row.item.title.clone()), from, standing].into_iter().flatten().collect::<Vec<_>>().join(". "),
            )
        }
        None => (row.item.title.clone(), [from, standing].into_iter().flatten().collect::<Vec<_>>().join(". ")),
    }
}

/// What was opened and has no number on the desk yet, the latest first.
fn open(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DecisionState) {
    let items: Vec<ItemRef> = {
        let cited = |item: &ItemRef| state.view.citations.iter().any(|row| row.item.item == item.item);
        let mut items: Vec<ItemRef> = Vec::new();
        for item in state.view.can_cite.iter().rev().filter(|item| !cited(item)) {
            if !items.iter().any(|one| one.item == item.item) {
                items.push(item.clone());
            }
        }
        items
    };
    if items.is_empty() {
        return;
    }
    let heading = cx.t("app-decision-open");
    small_heading(ui, cx, &heading);
    let shown = if state.all_open { items.len() } else { items.len().min(FIRST) };
    let id = Id::new("decision-open");
    let mut asked: Option<(ItemRef, Asks)> = None;
    page::list_of(ui, &heading, |ui| {
        let roving = list::roving(ui, id, shown, &mut state.open_at, Along::Down);
        if state.view.citations.is_empty() {
            panes::begins(ui, roving.id(state.open_at));
        }
        for (index, item) in items.iter().take(shown).enumerate() {
            let from = item.from.as_ref().map(|from| cx.say(from));
            let at = item.at.as_ref().map(|at| cx.say(&at.words));
            let second = [from, at].into_iter().flatten().collect::<Vec<_>>().join(", ");
            let on = state.cites.contains(&Citation::whole(&item.item));
            let row = Row { number: None, first: &item.title, second: &second, on };
            if let Some(asks) = row.show(ui, cx, (&roving, index, &mut state.open_at)) {
                asked = Some((item.clone(), asks));
            }
        }
    });
    if shown < items.len() && all(ui, cx, items.len()) {
        state.all_open = true;
    }
    let Some((item, asks)) = asked else { return };
    match asks {
        // The desk gives it its number; then it is put in.
        Asks::PutIn => {
            state.citing = Some(item.item.clone());
            cx.act(Act::CiteThis(Citation::whole(&item.item)));
        }
        Asks::TakeOut => {
            state.cites.retain(|cite| *cite != Citation::whole(&item.item));
            after(ui, state);
        }
    }
}

/// After a citation was put in or taken out: the caret stands behind it, and it will be kept.
fn after(ui: &Ui, state: &mut DecisionState) {
    for (which, at) in [Text::Reason, Text::Change].into_iter().zip(state.carets) {
        texts::put_caret(ui.ctx(), which.id(&state.view.key), at);
    }
    state.touched(ui);
}

/// Asks for all of a list.
fn all(ui: &mut Ui, cx: &mut Cx<'_>, count: usize) -> bool {
    ui.add_space(4.0);
    let words = cx.say(&Message::new("app-decision-all").with("n", count));
    Button::quiet(words).icon(Icon::ChevronDown).small().show(ui, cx).1
}

fn small_heading(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    ui.add_space(14.0);
    text::heading(ui, words, Type::SmallStrong, cx.ink(2), 3);
    ui.add_space(4.0);
}

/// Asked, and no answer yet.
fn not_heard(ui: &mut Ui, cx: &Cx<'_>, asked: &[Asked]) {
    if asked.is_empty() {
        return;
    }
    let heading = cx.t("app-decision-not-heard");
    small_heading(ui, cx, &heading);
    page::list_of(ui, &heading, |ui| {
        for one in asked {
            let words = Message::new("app-decision-asked")
                .with("who", &one.who.name)
                .with("label", &one.label)
                .with("waiting", one.waiting.clone());
            line(ui, cx, Icon::Clock, &cx.say(&words));
        }
    });
}

/// In the inbox or the file, and not opened.
fn unopened(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DecisionState) {
    let items = &state.view.unopened;
    if items.is_empty() {
        return;
    }
    let heading = cx.t("app-decision-unopened");
    small_heading(ui, cx, &heading);
    let shown = if state.all_unopened { items.len() } else { items.len().min(FIRST) };
    page::list_of(ui, &heading, |ui| {
        for item in items.iter().rev().take(shown) {
            line(ui, cx, Icon::FileText, &item.title);
        }
    });
    if shown < items.len() && all(ui, cx, items.len()) {
        state.all_unopened = true;
    }
}

/// A line of a list, with its sign.
fn line(ui: &mut Ui, cx: &Cx<'_>, sign: Icon, words: &str) {
    let galley = text::lay_out(ui, words, Type::Small, cx.ink(1), ui.available_width() - 22.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + 8.0), Sense::hover());
    let first = pos2(rect.left() + icon::SMALL / 2.0, rect.top() + 4.0 + Type::Small.line() / 2.0);
    icon::paint(ui.painter(), first, sign, icon::SMALL, cx.ink(3));
    ui.painter().galley(pos2(rect.left() + 22.0, rect.top() + 4.0), galley, Color32::PLACEHOLDER);
    text::name_it(ui, &response, Role::ListItem, words);
}

/// What is required whatever is chosen, with its source.
fn floors(ui: &mut Ui, cx: &Cx<'_>, state: &DecisionState) {
    if state.view.floors.is_empty() {
        return;
    }
    let heading = cx.t("app-decision-floors");
    small_heading(ui, cx, &heading);
    let t = *cx.tokens();
    page::list_of(ui, &heading, |ui| {
        for (index, floor) in state.view.floors.iter().enumerate() {
            if index > 0 {
                ui.add_space(6.0);
            }
            egui::Frame::new()
                .fill(t.paper)
                .stroke(cx.theme.stroke(1.0, t.edge))
                .corner_radius(CornerRadius::same(size::CONTROL_CORNER))
                .inner_margin(Margin::symmetric(12, 8))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    let room = ui.available_width() - 26.0;
                    let words = text::lay_out(ui, &floor.text, Type::Small, t.ink, room);
                    let source = text::lay_out(ui, &floor.source, Type::Small, t.ink_3, room);
                    let size = vec2(ui.available_width(), words.size().y + source.size().y);
                    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
                    let sign = pos2(rect.left() + icon::LARGE / 2.0, rect.top() + Type::Small.line() / 2.0);
                    icon::paint(ui.painter(), sign, Icon::ShieldCheck, icon::LARGE, t.ink_2);
                    let at = pos2(rect.left() + 26.0, rect.top());
                    let below = at + vec2(0.0, words.size().y);
                    ui.painter().galley(at, words, Color32::PLACEHOLDER);
                    ui.painter().galley(below, source, Color32::PLACEHOLDER);
                    text::name_it(ui, &response, Role::ListItem, &[floor.text.as_str(), &floor.source].join(" "));
                });
        }
    });
}

/// A row of what may be relied on.
struct Row<'a> {
    number: Option<usize>,
    first: &'a str,
    second: &'a str,
    /// The answer rests on it.
    on: bool,
}

impl Row<'_> {
    /// Shows it; what was asked for on it.
    fn show(&self, ui: &mut Ui, cx: &Cx<'_>, (roving, index, at): (&Roving, usize, &mut usize)) -> Option<Asks> {
        let t = *cx.tokens();
        text::hairline(ui, cx);
        let width = ui.available_width();
        let room = width - SIGN - if self.on { size::TARGET + 4.0 } else { 0.0 };
        let first = text::lay_out(ui, self.first, Type::Small, t.ink, room);
        let second = (!self.second.is_empty()).then(|| text::lay_out(ui, self.second, Type::Small, t.ink_3, room));
        let height = 10.0 + first.size().y + second.as_ref().map_or(0.0, |second| second.size().y);
        let (_, rect) = ui.allocate_space(vec2(width, height.max(28.0)));
        let current = index == *at;
        let response = roving.row(ui, index, rect, at);
        if response.hovered() {
            ui.painter().rect_filled(rect, CornerRadius::ZERO, t.well);
        }
        let sign = pos2(rect.left() + 10.0, rect.top() + 14.0);
        match self.number {
            Some(number) => chip::paint_citation(ui, cx, sign, number, self.on),
            None => icon::paint(ui.painter(), sign, Icon::Quote, icon::SMALL, t.ink_3),
        }
        let below = rect.top() + 5.0 + first.size().y;
        ui.painter().galley(pos2(rect.left() + SIGN, rect.top() + 5.0), first, Color32::PLACEHOLDER);
        if let Some(second) = second {
            ui.painter().galley(pos2(rect.left() + SIGN, below), second, Color32::PLACEHOLDER);
        }
        focus::ring(ui, cx.theme, &response, Ring::Inside);
        let number = self.number.map(|number| number.to_string());
        let parts = [number.as_deref(), Some(self.first), Some(self.second)];
        let name = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let does = cx.t("app-decision-row-does");
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Button);
            node.set_label(name);
            node.set_description(does);
            node.set_toggled(if self.on { Toggled::True } else { Toggled::False });
        });
        let pressed = |key| response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let deleted = self.on && (pressed(Key::Delete) || pressed(Key::Backspace));
        if deleted || (self.on && self.out(ui, cx, rect, roving.id(index), current)) {
            return Some(Asks::TakeOut);
        }
        response.clicked().then_some(Asks::PutIn)
    }

    /// The sign that takes it out. Tab stops at that of the current row alone.
    fn out(&self, ui: &Ui, cx: &Cx<'_>, row: Rect, row_id: Id, current: bool) -> bool {
        let target = vec2(size::TARGET, size::TARGET);
        let rect = Rect::from_min_size(pos2(row.right() - target.x, row.top() + 2.0), target);
        let response = ui.interact(rect, row_id.with("out"), if current { Sense::click() } else { Sense::CLICK });
        let colour = if response.hovered() { cx.ink(1) } else { cx.ink(3) };
        icon::paint(ui.painter(), rect.center(), Icon::X, icon::SMALL, colour);
        focus::ring(ui, cx.theme, &response, Ring::Outside(size::CHIP_CORNER));
        let name = cx.say(&Message::new("app-decision-take-out").with("title", self.first));
        list::pressable(ui, &response);
        text::name_it(ui, &response, Role::Button, &name);
        response.clicked()
    }
}
