//! Reviewers by role: one square a reviewer, in each row as many as the whole panel, so that 8 of 18 never fills one.
//!
//! In go rows of plain data; the rows are the list as well, with the same in words, and hold the focus and the names.
//! Roles differ by pattern, never by hue. Under five reviewers there are no counts: whoever draws then shows the reviews
//! one by one instead of this picture.

use std::sync::Arc;

use egui::accesskit::Role as Node;
use egui::{Color32, CornerRadius, Galley, Id, Rect, Sense, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::pattern::{self, Ink};
use crate::app::cx::Cx;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along, Roving};
use crate::app::parts::{icon, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::report::words as say;
use crate::scenario::raw::{Kind, Role};
use crate::text::{Message, words};

/// Up to so many reviewers a square is [`WIDE`] points, up to [`MOST`] it is [`NARROW`]; beyond, there are bars.
const SQUARES: u32 = 24;
const MOST: u32 = 48;
const WIDE: f32 = 20.0;
const NARROW: f32 = 10.0;

/// The width of a bar, in points.
const BAR: f32 = 360.0;

/// The height of a square, and of a row without more than one line.
const SQUARE: f32 = 20.0;
const ROW: f32 = 29.0;

/// What stands at the sides of a row, and between its parts.
const PAD: f32 = 10.0;

/// The least width of the labels, and the most.
const LABEL: (f32, f32) = (160.0, 272.0);

/// The least width of the words behind the squares.
const WORDS: f32 = 180.0;

/// The rows of the picture, with what they are scaled to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewers {
    /// Everyone who was asked: so many squares stand in every row.
    pub of: u32,
    /// The roles of everyone who was asked, with how many have each.
    pub roles: Vec<(Role, u32)>,
    /// In the order in which they are shown.
    pub rows: Vec<ReviewersRow>,
}

/// One answer, with those who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewersRow {
    pub label: String,
    /// The sign of its kind, where that may be shown.
    pub kind: Option<Kind>,
    pub votes: u32,
    pub roles: Vec<(Role, u32)>,
    /// The trainee's own answer.
    pub yours: bool,
}

/// Draws the picture with its legend, as wide as there is room.
pub fn reviewers(ui: &mut Ui, cx: &Cx<'_>, id: Id, picture: &Reviewers) {
    let marks = Marks::of(&picture.roles);
    legend(ui, cx, picture, &marks);
    ui.add_space(4.0);
    let layout = Layout::of(ui.available_width(), picture);
    let name = cx.t("app-reviewers-list");
    let top = ui.cursor().min;
    ui.scope_builder(UiBuilder::new().id(id), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Node::List);
            node.set_label(name);
        });
        let at_id = id.with("at");
        let mut at = ui.data(|data| data.get_temp::<usize>(at_id)).unwrap_or(0);
        let roving = list::roving(ui, id, picture.rows.len(), &mut at, Along::Down);
        for (index, row) in picture.rows.iter().enumerate() {
            row_ui(ui, cx, (&roving, index, &mut at), (picture, row), (&marks, layout));
        }
        ui.data_mut(|data| data.insert_temp(at_id, at));
    });
    let whole = Rect::from_min_max(top, pos2(top.x + ui.available_width(), ui.cursor().min.y));
    let response = ui.interact(whole, id.with("picture"), Sense::hover());
    text::name_it(ui, &response, Node::Image, &in_a_sentence(cx, picture));
}

/// The whole picture in one sentence.
fn in_a_sentence(cx: &Cx<'_>, picture: &Reviewers) -> String {
    let row =
        |row: &ReviewersRow| Message::new("app-reviewers-row").with("label", &row.label).with("votes", row.votes);
    let rows = say::things_of(picture.rows.iter().filter(|row| row.votes > 0).map(row).collect());
    let rows = rows.unwrap_or_else(|| Message::new("app-reviewers-no-votes"));
    cx.say(&Message::new("app-reviewers-picture").with("of", picture.of).with("rows", rows))
}

/// Which pattern each role has: the commonest come first.
#[derive(Debug)]
struct Marks(Vec<Role>);

impl Marks {
    fn of(roles: &[(Role, u32)]) -> Self {
        let mut roles = roles.to_vec();
        roles.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Self(roles.into_iter().map(|(role, _)| role).collect())
    }

    fn pattern(&self, role: Role) -> usize {
        self.0.iter().position(|one| *one == role).unwrap_or(pattern::COUNT)
    }

    /// Squares from the left: the pattern of each, those alike beside one another.
    fn squares(&self, roles: &[(Role, u32)]) -> Vec<(usize, u32)> {
        let mut squares: Vec<(usize, u32)> =
            roles.iter().map(|(role, count)| (self.pattern(*role), *count)).collect();
        squares.sort_unstable();
        squares
    }
}

/// Where the parts of a row lie.
#[derive(Debug, Clone, Copy)]
struct Layout {
    /// The parts stand below one another.
    stacked: bool,
    label: f32,
    /// How far it is from one square to the next; nothing for bars.
    pitch: Option<f32>,
    squares: f32,
    /// There is a sign in front of the labels.
    signs: bool,
}

impl Layout {
    fn of(width: f32, picture: &Reviewers) -> Self {
        let of = picture.of.max(1);
        let room = (width - PAD * 2.0).max(40.0);
        let pitch = if of <= SQUARES {
            Some(WIDE)
        } else if of <= MOST {
            Some(NARROW)
        } else {
            None
        };
        // Where even these are too wide, they are narrower still, and never cut off.
        let pitch = pitch.map(|pitch| pitch.min(room / of as f32));
        let squares = pitch.map_or(BAR.min(room), |pitch| pitch * of as f32);
        let signs = picture.rows.iter().any(|row| row.kind.is_some());
        let sign = if signs { icon::LARGE + 2.0 + PAD } else { 0.0 };
        let beside = width - PAD * 2.0 - sign - squares - PAD * 2.0 - WORDS;
        Self { stacked: beside < LABEL.0, label: beside.clamp(LABEL.0, LABEL.1), pitch, squares, signs }
    }
}

/// What the patterns stand for.
fn legend(ui: &mut Ui, cx: &Cx<'_>, picture: &Reviewers, marks: &Marks) {
    let about = Message::new(if picture.of > MOST { "app-reviewers-bars" } else { "app-reviewers-squares" })
        .with("of", picture.of);
    let about = cx.say(&about);
    text::label(ui, &about, Type::Small, cx.ink(3));
    ui.add_space(4.0);
    let name = cx.t("app-reviewers-legend");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 4.0);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Node::List);
            node.set_label(name);
        });
        let mut roles = picture.roles.clone();
        roles.sort_by_key(|(role, _)| marks.pattern(*role));
        for (role, count) in &roles {
            let words = cx.say(&one_role(*role, *count));
            let galley = text::one_line(ui, &words, Type::Small, cx.ink(2), ui.max_rect().width() - 24.0);
            let (rect, response) = ui.allocate_exact_size(vec2(24.0 + galley.size().x, 20.0), Sense::hover());
            let square = Rect::from_min_size(pos2(rect.left(), rect.top() + 1.0), vec2(18.0, 18.0));
            pattern::paint(ui.painter(), square, marks.pattern(*role), ink(cx, cx.tokens().paper));
            text::paint_left(ui, Rect::from_min_max(pos2(rect.left() + 24.0, rect.top()), rect.max), galley);
            text::name_it(ui, &response, Node::ListItem, &words);
        }
    });
}

/// "probation officer (2)".
fn one_role(role: Role, count: u32) -> Message {
    match count {
        1 => words::role(role),
        _ => Message::new("debrief-role-count").with("role", words::role(role)).with("count", count),
    }
}

fn ink(cx: &Cx<'_>, ground: Color32) -> Ink {
    Ink { line: cx.theme.stroke(1.5, cx.tokens().ink_2), ground }
}

fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (roving, index, at): (&Roving, usize, &mut usize),
    (picture, row): (&Reviewers, &ReviewersRow),
    (marks, layout): (&Marks, Layout),
) {
    let t = *cx.tokens();
    let width = ui.available_width();
    let you = row.yours.then(|| text::one_line(ui, &cx.t("app-reviewers-you"), Type::SmallStrong, t.accent, 80.0));
    let you_width = you.as_ref().map_or(0.0, |you| icon::SMALL + 4.0 + you.size().x + PAD);
    let sign = if layout.signs { icon::LARGE + 2.0 + PAD } else { 0.0 };
    let count = text::one_line(ui, &row.votes.to_string(), Type::BodyStrong, t.ink, f32::INFINITY);
    let count_width = count.size().x.max(12.0) + PAD;
    let roles = say::roles(&row.roles).map(|roles| cx.say(&roles)).unwrap_or_default();
    let lay = |ui: &Ui, label: f32, words: f32| -> (Arc<Galley>, Arc<Galley>) {
        (
            text::lay_out(ui, &row.label, Type::Body, t.ink, label),
            text::lay_out(ui, &roles, Type::Small, t.ink_2, words),
        )
    };
    let inner = width - PAD * 2.0;
    let (label, words, height) = if layout.stacked {
        let (label, words) = lay(ui, inner - sign - you_width, inner - count_width);
        let height = 5.0 + label.size().y + 4.0 + SQUARE + 4.0 + words.size().y.max(20.0) + 5.0;
        (label, words, height)
    } else {
        let room = inner - sign - layout.label - PAD - layout.squares - PAD - count_width - you_width;
        let (label, words) = lay(ui, layout.label, room);
        let height = (label.size().y.max(words.size().y) + 9.0).max(ROW);
        (label, words, height)
    };
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = roving.row(ui, index, rect, at);
    let corner = CornerRadius::same(size::CONTROL_CORNER);
    let ground = match (row.yours, response.hovered()) {
        (true, _) => t.accent_wash,
        (false, true) => t.well,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, corner, ground);

    // The first line of each part stands on one height.
    let left = rect.left() + PAD;
    let middle = if layout.stacked { rect.top() + 5.0 + 10.0 } else { rect.center().y };
    if let Some(kind) = row.kind {
        let centre = pos2(left + icon::LARGE / 2.0 + 1.0, middle);
        icon::paint_kind(ui.painter(), centre, kind, icon::LARGE, cx.theme.hue(kind));
    }
    let at_top = |galley: &Galley| {
        if layout.stacked { rect.top() + 5.0 } else { rect.center().y - galley.size().y / 2.0 }
    };
    let label_at = pos2(left + sign, at_top(&label));
    let below = label_at.y + label.size().y;
    ui.painter().galley(label_at, label, Color32::PLACEHOLDER);
    let (squares_at, count_at) = if layout.stacked {
        let squares = pos2(left, below + 4.0);
        (squares, pos2(left, squares.y + SQUARE + 4.0))
    } else {
        let squares = pos2(left + sign + layout.label + PAD, rect.center().y - SQUARE / 2.0);
        (squares, pos2(squares.x + layout.squares + PAD, rect.center().y - 10.0))
    };
    paint_squares(ui, cx, squares_at, (picture, row), (marks, layout), ground);
    let words_y = if layout.stacked { count_at.y + 1.0 } else { rect.center().y - words.size().y / 2.0 };
    ui.painter().galley(count_at, count, Color32::PLACEHOLDER);
    ui.painter().galley(pos2(count_at.x + count_width, words_y), words, Color32::PLACEHOLDER);
    if let Some(you) = you {
        let x = rect.right() - PAD - you.size().x;
        icon::paint(ui.painter(), pos2(x - 4.0 - icon::SMALL / 2.0, middle), Icon::User, icon::SMALL, t.accent);
        ui.painter().galley(pos2(x, middle - you.size().y / 2.0), you, Color32::PLACEHOLDER);
    }
    focus::ring(ui, cx.theme, &response, Ring::Outside(size::CONTROL_CORNER));

    let votes = Message::new("debrief-votes").with("votes", row.votes).with("reviewers", picture.of);
    let mut name = vec![row.label.clone(), cx.say(&votes)];
    name.extend(Some(roles).filter(|roles| !roles.is_empty()));
    name.extend(row.yours.then(|| cx.t("app-reviewers-yours")));
    let name = name.join(", ");
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Node::ListItem);
        node.set_label(name);
    });
}

/// The squares of a row, the empty ones outlined; or its bar.
fn paint_squares(
    ui: &Ui,
    cx: &Cx<'_>,
    at: egui::Pos2,
    (picture, row): (&Reviewers, &ReviewersRow),
    (marks, layout): (&Marks, Layout),
    ground: Color32,
) {
    let t = cx.tokens();
    let ink = ink(cx, t.paper);
    let squares = marks.squares(&row.roles);
    let Some(pitch) = layout.pitch else {
        let whole = Rect::from_min_size(pos2(at.x, at.y + 4.0), vec2(layout.squares, 12.0));
        let outline = cx.theme.stroke(1.0, t.edge);
        ui.painter().rect(whole, CornerRadius::same(2), t.paper, outline, StrokeKind::Inside);
        let mut x = whole.left();
        for (pattern, count) in squares {
            let end = x + whole.width() * count as f32 / picture.of.max(1) as f32;
            let part = Rect::from_min_max(pos2(x, whole.top()), pos2(end.min(whole.right()), whole.bottom()));
            pattern::paint(ui.painter(), part, pattern, ink);
            x = end;
        }
        return;
    };
    let mut patterns = squares.iter().flat_map(|(pattern, count)| (0..*count).map(|_| *pattern));
    for place in 0..picture.of {
        let gap = if pitch >= NARROW { 1.0 } else { 0.5 };
        let left = at.x + pitch * place as f32 + gap;
        let square = Rect::from_min_size(pos2(left, at.y + 1.0), vec2(pitch - gap * 2.0, SQUARE - 2.0));
        match patterns.next() {
            Some(pattern) => pattern::paint(ui.painter(), square, pattern, ink),
            None => {
                let outline = cx.theme.stroke(1.0, t.edge);
                ui.painter().rect(square, CornerRadius::same(2), ground, outline, StrokeKind::Inside);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(of: u32) -> Reviewers {
        Reviewers { of, roles: vec![(Role::Officer, of)], rows: Vec::new() }
    }

    #[test]
    fn squares_narrow_and_then_become_bars() {
        assert_eq!(Layout::of(1000.0, &picture(18)).pitch, Some(20.0));
        assert_eq!(Layout::of(1000.0, &picture(24)).pitch, Some(20.0));
        assert_eq!(Layout::of(1000.0, &picture(25)).pitch, Some(10.0));
        assert_eq!(Layout::of(1000.0, &picture(48)).pitch, Some(10.0));
        assert_eq!(Layout::of(1000.0, &picture(49)).pitch, None);
        let narrow = Layout::of(300.0, &picture(24));
        assert!(narrow.stacked && narrow.squares <= 280.0, "{narrow:?}");
        assert!(!Layout::of(1000.0, &picture(18)).stacked);
    }

    #[test]
    fn the_commonest_roles_have_the_first_patterns() {
        let marks = Marks::of(&[(Role::Officer, 2), (Role::SeniorOfficer, 6), (Role::PracticeTeacher, 6)]);
        assert_eq!(marks.pattern(Role::SeniorOfficer), 0);
        assert_eq!(marks.pattern(Role::PracticeTeacher), 1);
        assert_eq!(marks.pattern(Role::Officer), 2);
        assert_eq!(marks.pattern(Role::HeadOfUnit), pattern::COUNT);
        assert_eq!(marks.squares(&[(Role::Officer, 2), (Role::SeniorOfficer, 1)]), [(0, 1), (2, 2)]);
    }
}
