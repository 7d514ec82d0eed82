//! How far the answers of a panel are spread, where each of several things was rated, or all were put in order.
//!
//! In go rows of plain data; every bar is to the size of the whole panel, and its figure stands beside it. The rows are
//! the list as well, and hold the focus and the names. Who gave which answer is not in here: reasons are told elsewhere.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Galley, Id, Rect, Ui, pos2, vec2};

use crate::app::cx::Cx;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Roving};
use crate::app::parts::{icon, meter, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::report::words as say;
use crate::text::Message;

/// What stands at the sides of a row.
const PAD: f32 = 10.0;

/// The least width of a cell, in points: below it, cells stand below one another.
const CELL: f32 = 96.0;

/// Things that were rated, each with how many gave which rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// Everyone who was asked.
    pub of: u32,
    pub rows: Vec<SpreadRow>,
}

/// One thing that was rated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpreadRow {
    pub label: String,
    /// What there is to say on it in a sentence; empty if nothing.
    pub about: String,
    /// Each rating with how many gave it.
    pub cells: Vec<(String, u32)>,
    /// The trainee's, by its place.
    pub yours: usize,
}

/// Things that were put in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranks {
    /// Everyone who was asked.
    pub of: u32,
    /// In the panel's order.
    pub rows: Vec<RanksRow>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RanksRow {
    pub label: String,
    /// The panel's place, as it is shown.
    pub place: String,
    /// How many put it first.
    pub firsts: u32,
    /// Both places and that count, in a sentence.
    pub about: String,
}

/// Draws ratings: for each thing a row of cells, one a rating.
pub fn spread(ui: &mut Ui, cx: &Cx<'_>, id: Id, picture: &Spread) {
    list::remembered(ui, id, &cx.t("app-reviewers-list"), picture.rows.len(), |ui, roving, index, at| {
        spread_row(ui, cx, (roving, index, at), (picture, &picture.rows[index]));
    });
}

/// Draws an order: for each thing its place, and how many put it first.
pub fn ranks(ui: &mut Ui, cx: &Cx<'_>, id: Id, picture: &Ranks) {
    list::remembered(ui, id, &cx.t("app-reviewers-list"), picture.rows.len(), |ui, roving, index, at| {
        ranks_row(ui, cx, (roving, index, at), (picture, &picture.rows[index]));
    });
}

fn spread_row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (roving, index, at): (&Roving, usize, &mut usize),
    (picture, row): (&Spread, &SpreadRow),
) {
    let t = *cx.tokens();
    let width = ui.available_width();
    let inner = width - PAD * 2.0;
    let label = text::lay_out(ui, &row.label, Type::BodyStrong, t.ink, inner);
    let about = text::lay_out(ui, &row.about, Type::Small, t.ink_2, inner);
    let about_height = if row.about.is_empty() { 0.0 } else { about.size().y + 2.0 };
    let across = inner / row.cells.len().max(1) as f32;
    let stacked = across < CELL;
    let cell_height = if stacked { 24.0 } else { 42.0 };
    let cells_height = if stacked { cell_height * row.cells.len() as f32 } else { cell_height };
    let height = 8.0 + label.size().y + about_height + 4.0 + cells_height + 8.0;
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = roving.row(ui, index, rect, at);
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(size::CONTROL_CORNER), t.well);
    }
    let (left, mut y) = (rect.left() + PAD, rect.top() + 8.0);
    for (galley, shown) in [(label, true), (about, about_height > 0.0)] {
        if shown {
            let size = galley.size();
            ui.painter().galley(pos2(left, y), galley, Color32::PLACEHOLDER);
            y += size.y + 2.0;
        }
    }
    y = rect.bottom() - 8.0 - cells_height;
    for (place, (words, count)) in row.cells.iter().enumerate() {
        let cell = if stacked {
            Rect::from_min_size(pos2(left, y + cell_height * place as f32), vec2(inner, cell_height))
        } else {
            Rect::from_min_size(pos2(left + across * place as f32, y), vec2(across, cell_height))
        };
        cell_ui(ui, cx, cell, (words, *count, picture.of), (row.yours == place, stacked));
    }
    focus::ring(ui, cx.theme, &response, Ring::Outside(size::CONTROL_CORNER));

    let said = row.cells.iter().enumerate().map(|(place, (words, count))| {
        let votes = Message::new("debrief-votes").with("votes", *count).with("reviewers", picture.of);
        let one = Message::new("app-reviewers-cell").with("label", words).with("votes", votes);
        let one = cx.say(&one);
        if row.yours == place { [one, cx.t("app-reviewers-yours")].join(", ") } else { one }
    });
    let head = [&row.label, &row.about].into_iter().filter(|text| !text.is_empty()).cloned();
    let name = head.chain(said).map(|one| say::ended(&one)).collect::<Vec<_>>().join(" ");
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ListItem);
        node.set_label(name);
    });
}

/// One rating: its word, how many gave it, and a bar to the size of the panel.
fn cell_ui(ui: &Ui, cx: &Cx<'_>, cell: Rect, (words, count, of): (&str, u32, u32), (yours, stacked): (bool, bool)) {
    let t = cx.tokens();
    let cell = cell.shrink2(vec2(2.0, 1.0));
    if yours {
        ui.painter().rect_filled(cell, CornerRadius::same(size::CHIP_CORNER), t.accent_wash);
    }
    let inner = cell.shrink2(vec2(6.0, 3.0));
    let of_words = if yours { Type::CaptionStrong } else { Type::Caption };
    let person = if yours { icon::SMALL + 4.0 } else { 0.0 };
    let words_width = if stacked { (inner.width() * 0.5).min(150.0) } else { inner.width() };
    let galley = text::one_line(ui, words, of_words, if yours { t.accent } else { t.ink_2 }, words_width - person);
    let line = if stacked { inner } else { Rect::from_min_max(inner.min, pos2(inner.right(), inner.top() + 16.0)) };
    if yours {
        let centre = pos2(line.left() + icon::SMALL / 2.0, line.center().y);
        icon::paint(ui.painter(), centre, Icon::User, icon::SMALL, t.accent);
    }
    text::paint_left(ui, Rect::from_min_max(pos2(line.left() + person, line.top()), line.max), galley);
    let count_words = text::one_line(ui, &count.to_string(), Type::SmallStrong, t.ink, f32::INFINITY);
    let (bar_left, middle) =
        if stacked { (inner.left() + words_width, inner.center().y) } else { (inner.left(), inner.bottom() - 8.0) };
    let bar = Rect::from_min_max(pos2(bar_left, middle - 4.0), pos2(inner.right() - 24.0, middle + 4.0));
    if yours {
        // The well of a bar is not told from the wash: it has an edge here.
        let edge = cx.theme.stroke(1.0, t.edge);
        ui.painter().rect_stroke(bar.expand(1.0), CornerRadius::same(2), edge, egui::StrokeKind::Inside);
    }
    meter::paint_bar(ui, cx, bar, count as f32 / of.max(1) as f32, t.ink_2);
    let at = Rect::from_min_max(pos2(bar.right(), middle - 9.0), pos2(inner.right(), middle + 9.0));
    text::paint_right(ui, at, count_words);
}

fn ranks_row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (roving, index, at): (&Roving, usize, &mut usize),
    (picture, row): (&Ranks, &RanksRow),
) {
    let t = *cx.tokens();
    let width = ui.available_width();
    let bar_width = if width < 560.0 { 0.0 } else { 160.0 };
    let room = width - PAD * 2.0 - 40.0 - if bar_width > 0.0 { bar_width + 40.0 } else { 0.0 };
    let label: Arc<Galley> = text::lay_out(ui, &row.label, Type::BodyStrong, t.ink, room);
    let about = text::lay_out(ui, &row.about, Type::Small, t.ink_2, room);
    let height = 6.0 + label.size().y + about.size().y + 6.0;
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = roving.row(ui, index, rect, at);
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(size::CONTROL_CORNER), t.well);
    }
    let place = text::one_line(ui, &row.place, Type::CardTitle, t.ink, 40.0);
    let left = rect.left() + PAD;
    ui.painter().galley(pos2(left, rect.center().y - place.size().y / 2.0), place, Color32::PLACEHOLDER);
    let (x, y) = (left + 40.0, rect.top() + 6.0);
    let below = y + label.size().y;
    ui.painter().galley(pos2(x, y), label, Color32::PLACEHOLDER);
    ui.painter().galley(pos2(x, below), about, Color32::PLACEHOLDER);
    if bar_width > 0.0 {
        let right = rect.right() - PAD - 32.0;
        let bar =
            Rect::from_min_max(pos2(right - bar_width, rect.center().y - 4.0), pos2(right, rect.center().y + 4.0));
        meter::paint_bar(ui, cx, bar, row.firsts as f32 / picture.of.max(1) as f32, t.ink_2);
        let count = text::one_line(ui, &row.firsts.to_string(), Type::SmallStrong, t.ink, 32.0);
        let at = Rect::from_min_max(pos2(right, rect.top()), pos2(rect.right() - PAD, rect.bottom()));
        text::paint_right(ui, at, count);
    }
    focus::ring(ui, cx.theme, &response, Ring::Outside(size::CONTROL_CORNER));
    let parts = [row.place.as_str(), row.label.as_str(), row.about.as_str()];
    let name = parts.map(say::ended).join(" ");
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ListItem);
        node.set_label(name);
    });
}
