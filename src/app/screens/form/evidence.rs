//! What the form relies on, numbered once for all of it, and what was opened and is not cited.
//!
//! Two lists, each one stop for Tab. Enter puts a number where one is writing, or cites; Delete takes an item out.

use egui::accesskit::Role;
use egui::{Color32, Id, Key, Modifiers, Rect, Response, Sense, Ui, pos2, vec2};

use super::checks::Spot;
use super::state::{FormState, List};
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::key_cap;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along, Roving};
use crate::app::parts::{chip, icon, page, text};
use crate::app::play::Play;
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::desk::Moment;
use crate::desk::parts::ItemRef;
use crate::text::Message;

/// Room in front of a title, for its number or sign.
const SIGN: f32 = 32.0;

/// What a row of evidence says.
#[derive(Debug, Clone)]
struct Row {
    item: String,
    /// Its number, if it is cited.
    number: Option<usize>,
    title: String,
    /// How far it can be relied on, or where it is from.
    standing: String,
    /// Words of it that are cited, or were marked.
    passages: Vec<String>,
}

impl Row {
    /// All of it in one sentence.
    fn name(&self, cx: &Cx<'_>) -> String {
        let mut parts = Vec::new();
        if let Some(number) = self.number {
            parts.push(cx.say(&Message::new("app-form-number").with("number", number)));
        }
        parts.push(self.title.clone());
        if !self.standing.is_empty() {
            parts.push(self.standing.clone());
        }
        parts.extend(self.passages.iter().cloned());
        parts.join(", ")
    }
}

/// Draws the evidence. `key` begins the ids.
pub fn evidence_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FormState, play: &Play, key: Id) {
    let moment = play.moment();
    let cited = cited_rows(cx, state, &moment);
    let open = open_rows(cx, state, &moment);
    let (cited_id, open_id) = (key.with("cited"), key.with("open"));
    let first = if cited.is_empty() { open_id.with(state.open_at) } else { cited_id.with(state.cited_at) };
    if !cited.is_empty() || !open.is_empty() {
        panes::begins(ui, first);
    }
    // What is missing is in the second list.
    let sent = state.go_to == Some(Spot::Evidence);
    if sent {
        state.go_to = None;
    }
    if sent && !(cited.is_empty() && open.is_empty()) {
        let to = if open.is_empty() { first } else { open_id.with(state.open_at.min(open.len() - 1)) };
        ui.memory_mut(|memory| memory.request_focus(to));
    }
    heading_ui(ui, cx, cited.len());
    if cited.is_empty() {
        let words = cx.t("app-form-nothing-cited");
        text::label(ui, &words, Type::Small, cx.ink(3));
    }
    let mut has_focus = false;
    if !cited.is_empty() {
        let name = cx.t("app-form-rely");
        let did = page::list_of(ui, &name, |ui| rows_ui(ui, cx, cited_id, &cited, &mut state.cited_at));
        if did.has_focus {
            state.list = List::Cited;
        }
        has_focus = did.has_focus;
        do_it(ui, cx, state, play, did.done);
    }
    ui.add_space(12.0);
    text::hairline(ui, cx);
    ui.add_space(12.0);
    let name = cx.t("app-form-open");
    text::heading(ui, &name, Type::SmallStrong, cx.ink(2), 3);
    ui.add_space(4.0);
    if open.is_empty() {
        let words = cx.t(if cited.is_empty() { "app-form-nothing-read" } else { "app-form-all-cited" });
        text::label(ui, &words, Type::Small, cx.ink(3));
    } else {
        let did = page::list_of(ui, &name, |ui| rows_ui(ui, cx, open_id, &open, &mut state.open_at));
        if did.has_focus {
            state.list = List::Open;
        }
        has_focus |= did.has_focus;
        do_it(ui, cx, state, play, did.done);
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            key_cap(ui, cx, "C");
            ui.add_space(6.0);
            let words = cx.t("app-form-cite-hint");
            text::label(ui, &words, Type::Caption, cx.ink(3));
        });
    }
    if has_focus {
        state.at = Some(Spot::Evidence);
    }
}

/// "What you rely on", and how much that is.
fn heading_ui(ui: &mut Ui, cx: &Cx<'_>, count: usize) {
    let heading = cx.t("app-form-rely");
    let words = cx.say(&Message::new("app-form-cited-count").with("n", count));
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 20.0));
    let (of, colour) = (Type::Heading, cx.ink(1));
    page::within(ui, rect, |ui| text::heading(ui, &heading, of, colour, 2));
    if count > 0 {
        let galley = text::one_line(ui, &words, Type::Small, cx.ink(3), rect.width() / 2.0);
        let at = Rect::from_min_max(pos2(rect.right() - galley.size().x, rect.top()), rect.max);
        page::within(ui, at, |ui| text::put(ui, galley, Role::Label));
    }
    ui.add_space(8.0);
}

/// What was asked for in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Done {
    Cite(String),
    TakeOut(String),
}

/// What came of a list.
#[derive(Debug, Default)]
struct Did {
    done: Option<Done>,
    has_focus: bool,
}

fn do_it(ui: &Ui, cx: &mut Cx<'_>, state: &mut FormState, play: &Play, done: Option<Done>) {
    let now = ui.input(|input| input.time);
    let said = match done {
        Some(Done::Cite(item)) => Some(state.cite(ui.ctx(), play.run(), &item, now)),
        Some(Done::TakeOut(item)) => state.uncite(play.run(), &item, now),
        None => None,
    };
    if let Some(said) = said {
        let words = cx.say(&said);
        cx.announce(words, false);
    }
}

fn rows_ui(ui: &mut Ui, cx: &Cx<'_>, id: Id, rows: &[Row], current: &mut usize) -> Did {
    let mut did = Did::default();
    let roving = list::roving(ui, id, rows.len(), current, Along::Down);
    for (index, row) in rows.iter().enumerate() {
        text::hairline(ui, cx);
        let (response, done) = row_ui(ui, cx, &roving, (index, row), current);
        did.has_focus |= response.has_focus();
        if let Some(done) = done {
            did.done = Some(done);
        }
    }
    did
}

/// A row: its number or sign, its title, and the line below it. A cited one ends in the sign that takes it out.
fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    roving: &Roving,
    (index, row): (usize, &Row),
    current: &mut usize,
) -> (Response, Option<Done>) {
    let t = *cx.tokens();
    let width = ui.available_width();
    let room = width - SIGN - if row.number.is_some() { size::TARGET + 8.0 } else { 4.0 };
    let mut lines = vec![text::lay_out(ui, &row.title, Type::Small, t.ink, room)];
    if !row.standing.is_empty() {
        lines.push(text::lay_out(ui, &row.standing, Type::Small, t.ink_3, room));
    }
    for passage in &row.passages {
        lines.push(text::lay_out(ui, passage, Type::Writing, t.ink_2, room));
    }
    let height = lines.iter().map(|line| line.size().y).sum::<f32>() + 10.0;
    let (_, rect) = ui.allocate_space(vec2(width, height.max(28.0)));
    let on_current = index == *current;
    let response = roving.row(ui, index, rect, current);
    if response.hovered() {
        ui.painter().rect_filled(rect, 0, t.well);
    }
    match row.number {
        Some(number) => chip::paint_citation(ui, cx, pos2(rect.left() + 16.0, rect.top() + 14.0), number, false),
        None => {
            let at = pos2(rect.left() + 16.0, rect.top() + 14.0);
            icon::paint(ui.painter(), at, Icon::FileText, icon::SMALL, t.ink_3);
        }
    }
    let mut y = rect.top() + 5.0;
    for line in lines {
        let below = y + line.size().y;
        ui.painter().galley(pos2(rect.left() + SIGN, y), line, Color32::PLACEHOLDER);
        y = below;
    }
    focus::ring(ui, cx.theme, &response, Ring::Inside);
    let name = row.name(cx);
    let does = cx.t(if row.number.is_some() { "app-form-row-cited" } else { "app-form-row-open" });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Button);
        node.set_label(name);
        node.set_description(does);
    });
    let mut done = response.clicked().then(|| Done::Cite(row.item.clone()));
    if row.number.is_some() {
        let pressed = |key| response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if out_ui(ui, cx, rect, roving.id(index), row, on_current) || pressed(Key::Delete) || pressed(Key::Backspace)
        {
            done = Some(Done::TakeOut(row.item.clone()));
        }
    }
    (response, done)
}

/// The sign that takes an item out. Tab stops at that of the current row alone.
fn out_ui(ui: &Ui, cx: &Cx<'_>, row: Rect, row_id: Id, what: &Row, current: bool) -> bool {
    let target = vec2(size::TARGET, size::TARGET);
    let rect = Rect::from_min_size(pos2(row.right() - target.x - 4.0, row.top() + 2.0), target);
    let sense = if current { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, row_id.with("out"), sense);
    let colour = if response.hovered() { cx.ink(1) } else { cx.ink(3) };
    icon::paint(ui.painter(), rect.center(), Icon::X, icon::SMALL, colour);
    focus::ring(ui, cx.theme, &response, Ring::Outside(size::CHIP_CORNER));
    let name = cx.say(&Message::new("app-form-take-out").with("title", &what.title));
    text::name_it(ui, &response, Role::Button, &name);
    response.clicked()
}

fn cited_rows(cx: &Cx<'_>, state: &FormState, moment: &Moment) -> Vec<Row> {
    let row = |cited: &super::cites::Cited| {
        let item = state.view.can_cite.iter().rev().find(|item| item.item == cited.item);
        let known = || moment.citations.iter().map(|row| &row.item).find(|item| item.item == cited.item);
        let item = item.or_else(known);
        let passages = cited.citations.iter().filter_map(|citation| citation.passage.as_deref());
        Row {
            item: cited.item.clone(),
            number: Some(cited.number),
            title: item.map_or_else(|| cx.t("app-form-not-on-desk"), |item| item.title.clone()),
            standing: item.map(|item| standing(cx, moment, item)).unwrap_or_default(),
            passages: passages.map(|passage| quoted(cx, passage)).collect(),
        }
    };
    state.evidence.list().iter().map(row).collect()
}

fn open_rows(cx: &Cx<'_>, state: &FormState, moment: &Moment) -> Vec<Row> {
    let row = |item: &ItemRef| {
        let marked = state.view.citations.iter().filter(|row| row.item.item == item.item);
        Row {
            item: item.item.clone(),
            number: None,
            title: item.title.clone(),
            standing: standing(cx, moment, item),
            passages: marked.filter_map(|row| row.passage.as_deref()).map(|passage| quoted(cx, passage)).collect(),
        }
    };
    state.open_items().into_iter().map(row).collect()
}

fn quoted(cx: &Cx<'_>, passage: &str) -> String {
    cx.say(&Message::new("app-form-quoted").with("text", passage))
}

/// How far an item can be relied on, as the desk says it; else who it is from, and when it came.
fn standing(cx: &Cx<'_>, moment: &Moment, item: &ItemRef) -> String {
    let came = moment.inbox.iter().find(|row| row.item == item.item).map(|row| row.standing.clone());
    let in_file = || {
        let documents = moment.cases.iter().flat_map(|case| &case.documents);
        documents.into_iter().find(|row| row.item.item == item.item).and_then(|row| row.standing.clone())
    };
    came.or_else(in_file).map_or_else(
        || {
            let from = item.from.as_ref().map(|from| cx.say(from));
            let at = item.at.as_ref().map(|at| cx.say(&at.words));
            from.into_iter().chain(at).collect::<Vec<_>>().join(", ")
        },
        |standing| cx.say(&standing),
    )
}
