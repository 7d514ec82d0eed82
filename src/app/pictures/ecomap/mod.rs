//! The people and agencies round a person on probation, with what each is known to know.
//!
//! In goes an [`Ecomap`] of plain data; out comes a picture, which is one image for screen readers. The table beside it
//! says the same and holds the names: it is drawn by the screen. [`places`] says where everybody stands, [`lines`] how
//! they are in touch. It knows of no run and asks for no act.

pub mod lines;
pub mod places;

use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, CursorIcon, EventFilter, Id, Key, Modifiers, Pos2, Rect, Sense, Shape, StrokeKind, Ui,
    Vec2, pos2, vec2,
};

use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::text;
use crate::app::pictures::drawing::{Drawing, Set};
use crate::app::theme::Theme;
use crate::app::theme::type_scale::Type;
use crate::desk::ecomap::{Ecomap, EcomapPerson, TieLine};
use crate::scenario::raw::Id as Name;
use crate::text::Message;

/// The side of a square with the letter of a fact, and from one to the next.
const SQUARE: f32 = 17.0;
const SQUARES: f32 = 21.0;

/// From the ring round the picture to its boxes, on two sides together.
const AROUND: f32 = 12.0;

/// The widest that the picture grows: farther apart, lines say less.
const WIDEST: f32 = 760.0;

/// The ecomap while it is looked at: what was built for it.
#[derive(Debug, Default)]
pub struct EcomapPicture {
    data: Option<Ecomap>,
    built: Option<(Rect, Theme, Option<Name>, Drawing)>,
}

/// The id of the picture, for whoever gives it the focus.
#[must_use]
pub fn picture_id() -> Id {
    Id::new("ecomap-picture")
}

/// Everybody round the middle, in the order of the table: those who have a place, then the others.
pub fn people(ecomap: &Ecomap) -> impl Iterator<Item = &EcomapPerson> {
    ecomap.placed.iter().chain(&ecomap.more)
}

/// How high the legend of facts is, in so much width.
#[must_use]
pub fn facts_height(ecomap: &Ecomap, width: f32) -> f32 {
    ecomap.facts.len().div_ceil(columns(width)) as f32 * 24.0
}

/// How many facts stand side by side.
fn columns(width: f32) -> usize {
    match width {
        600.0.. => 3,
        400.0.. => 2,
        _ => 1,
    }
}

/// Draws what the letters stand for.
pub fn facts_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, ecomap: &Ecomap) {
    let columns = columns(rect.width());
    let column = rect.width() / columns as f32;
    for (index, fact) in ecomap.facts.iter().enumerate() {
        let (x, y) = ((index % columns) as f32 * column, (index / columns) as f32 * 24.0);
        let at = Rect::from_min_size(rect.min + vec2(x, y), vec2(column - 12.0, 24.0));
        let mut square = Drawing::default();
        let left = pos2(at.left(), at.center().y - SQUARE / 2.0);
        letter(&mut square, cx, left, Some(fact.letter));
        square.paint(ui, ui.painter());
        let words = Rect::from_min_max(pos2(at.left() + SQUARES + 2.0, at.top()), at.max);
        let galley = text::one_line(ui, &fact.item.title, Type::Small, cx.ink(2), words.width());
        let cut = galley.elided;
        text::paint_left(ui, words, galley);
        let response = ui.interact(at, picture_id().with(("fact", index)), Sense::hover());
        let name =
            Message::new("app-pictures-fact").with("letter", fact.letter.to_string()).with("title", &fact.item.title);
        text::name_it(ui, &response, Role::Label, &cx.say(&name));
        if cut {
            response.on_hover_text(&fact.item.title);
        }
    }
}

/// The least height of the picture.
pub const LEAST_HEIGHT: f32 = places::LEAST.y + AROUND;

/// Draws the picture in a box that is high enough. `chosen` is a place in [`people`], and moves when somebody else is
/// chosen.
pub fn ecomap_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    rect: Rect,
    state: &mut EcomapPicture,
    ecomap: &Ecomap,
    chosen: &mut Option<usize>,
) {
    if state.data.as_ref() != Some(ecomap) {
        state.data = Some(ecomap.clone());
        state.built = None;
    }
    let width = rect.width().min(WIDEST);
    let left = rect.left() + (rect.width() - width) / 2.0;
    let box_of = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
    picture_ui(ui, cx, box_of, state, ecomap, chosen);
}

fn picture_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    rect: Rect,
    state: &mut EcomapPicture,
    ecomap: &Ecomap,
    chosen: &mut Option<usize>,
) {
    let id = picture_id();
    let response = ui.interact(rect, id, Sense::click());
    panes::begins(ui, id);
    let mut came_to = None;
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let on = pressed(Key::ArrowRight) || pressed(Key::ArrowDown);
        let back = pressed(Key::ArrowLeft) || pressed(Key::ArrowUp);
        let all = ecomap.placed.len();
        if (on || back) && all > 0 {
            let to = round(ecomap, *chosen, on);
            *chosen = Some(to);
            came_to = Some(to);
            if let Some(person) = ecomap.placed.get(to) {
                // The focus stays on the picture: whom it came to is said.
                cx.announce(name(cx, person), false);
            }
        }
    }
    let size = rect.size() - vec2(AROUND, AROUND);
    let origin = rect.min.to_vec2() + vec2(AROUND, AROUND) / 2.0;
    let wanted: Vec<Option<usize>> = ecomap.placed.iter().map(|person| person.place).collect();
    let boxes: Vec<Rect> =
        places::filled(&wanted).into_iter().map(|at| places::place(size, at).translate(origin)).collect();
    if let Some(at) = chosen.filter(|at| came_to == Some(*at)).and_then(|at| boxes.get(at)) {
        ui.scroll_to_rect(at.expand(12.0), None);
    } else if response.gained_focus() {
        ui.scroll_to_rect(Rect::from_min_size(rect.min, vec2(rect.width(), 2.0 * places::BOX.y)), None);
    }
    let on = chosen.and_then(|at| ecomap.placed.get(at)).map(|person| person.who.id.clone());
    let same =
        |built: &(Rect, Theme, Option<Name>, Drawing)| built.0 == rect && built.1 == *cx.theme && built.2 == on;
    if !state.built.as_ref().is_some_and(same) {
        let drawing = build(ui, cx, (size, origin), ecomap, &boxes, *chosen);
        state.built = Some((rect, *cx.theme, on, drawing));
    }
    if let Some((.., drawing)) = &state.built {
        drawing.paint(ui, ui.painter());
    }
    focus::ring(ui, cx.theme, &response, Ring::Inside);
    text::name_it(ui, &response, Role::Image, &cx.say(&ecomap.name));
    let over = response.hover_pos().and_then(|at| boxes.iter().position(|one| one.contains(at)));
    if let Some(at) = over {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        if response.clicked_by(egui::PointerButton::Primary) {
            *chosen = Some(at);
            ui.ctx().request_repaint();
        }
        if let Some(person) = ecomap.placed.get(at) {
            response.on_hover_text_at_pointer(name(cx, person));
        }
    }
}

/// Whoever stands next to the one that is chosen, clockwise or back; the first if none is.
#[must_use]
pub fn round(ecomap: &Ecomap, chosen: Option<usize>, on: bool) -> usize {
    let all = ecomap.placed.len().max(1);
    match (chosen.filter(|at| *at < all), on) {
        (None, _) => 0,
        (Some(at), true) => (at + 1) % all,
        (Some(at), false) => (at + all - 1) % all,
    }
}

/// Somebody in a line: who, how they are in touch, what they know.
#[must_use]
pub fn name(cx: &Cx<'_>, person: &EcomapPerson) -> String {
    let message = Message::new("app-pictures-person")
        .with("name", &person.who.name)
        .with("part", person.part.clone())
        .with("line", person.line_words.clone())
        .with("knows", person.knows_words.clone());
    cx.say(&message)
}

fn build(
    ui: &Ui,
    cx: &Cx<'_>,
    (size, origin): (Vec2, Vec2),
    ecomap: &Ecomap,
    boxes: &[Rect],
    chosen: Option<usize>,
) -> Drawing {
    let mut drawing = Drawing::default();
    let middle = places::middle(size).translate(origin);
    // Lines lie below the box in the middle, and end at the edges of the others.
    for (person, at) in ecomap.placed.iter().zip(boxes) {
        let to = edge_of(*at, middle.center());
        lines::draw(&mut drawing, cx, person.line, middle.center(), to);
    }
    draw_middle(ui, &mut drawing, cx, middle, ecomap);
    for (index, (person, at)) in ecomap.placed.iter().zip(boxes).enumerate() {
        draw_person(&mut drawing, cx, *at, (ecomap, person), chosen == Some(index));
    }
    drawing
}

/// Where the way from the middle of a box to a point leaves the box.
#[must_use]
pub fn edge_of(rect: Rect, towards: Pos2) -> Pos2 {
    let centre = rect.center();
    let way = towards - centre;
    let half = rect.size() / 2.0;
    let share = |way: f32, half: f32| if way.abs() > f32::EPSILON { half / way.abs() } else { f32::INFINITY };
    let out = share(way.x, half.x).min(share(way.y, half.y));
    if out.is_finite() { centre + way * out.min(1.0) } else { centre }
}

fn draw_middle(ui: &Ui, drawing: &mut Drawing, cx: &Cx<'_>, rect: Rect, ecomap: &Ecomap) {
    let t = cx.tokens();
    drawing.shape(egui::epaint::RectShape::new(
        rect,
        CornerRadius::same(30),
        t.paper,
        cx.theme.stroke(2.0, t.ink),
        StrokeKind::Inside,
    ));
    let room = rect.width() - 24.0;
    let name = Set { of: Type::Heading, colour: t.ink, width: room };
    let below = Set { of: Type::Caption, colour: t.ink_2, width: room };
    let words = cx.say(&ecomap.middle.words);
    // What was raised may take two lines.
    let lines = text::lay_out(ui, &words, below.of, below.colour, below.width).size().y.min(32.0);
    let top = rect.center().y - (20.0 + lines) / 2.0;
    let whole = &*ecomap.middle.who.name;
    // The whole name stands above all of it; where there is no room for it here, the first of it is enough.
    let fits = text::measure(ui, whole, name.of).x <= room;
    let called = if fits { whole } else { whole.split_whitespace().next().unwrap_or(whole) };
    drawing.words(pos2(rect.center().x, top), Align2::CENTER_TOP, called, name);
    drawing.lines(pos2(rect.center().x, top + 20.0), Align2::CENTER_TOP, words, below);
}

fn draw_person(drawing: &mut Drawing, cx: &Cx<'_>, rect: Rect, (ecomap, person): (&Ecomap, &EcomapPerson), on: bool) {
    let t = cx.tokens();
    let corner = CornerRadius::same(8);
    let fill = if on { t.accent_wash } else { t.paper };
    let stroke = match (on, person.contact) {
        (true, _) => cx.theme.stroke(2.0, t.focus),
        (false, true) => cx.theme.stroke(1.0, t.edge),
        (false, false) => egui::Stroke::NONE,
    };
    drawing.shape(egui::epaint::RectShape::new(rect, corner, fill, stroke, StrokeKind::Inside));
    if !on && !person.contact {
        // Nobody has been in contact with them: the edge is dashed.
        let edge = rect.shrink(0.5);
        let corners = [edge.left_top(), edge.right_top(), edge.right_bottom(), edge.left_bottom(), edge.left_top()];
        drawing.shapes(Shape::dashed_line(&corners, cx.theme.stroke(1.0, t.edge), 4.0, 3.0));
    }
    let left = rect.left() + 10.0;
    let room = rect.width() - 20.0;
    let name = Set { of: Type::SmallStrong, colour: t.ink, width: room };
    let below = Set { of: Type::Caption, colour: t.ink_2, width: room };
    drawing.words(pos2(left, rect.top() + 7.0), Align2::LEFT_TOP, &*person.who.name, name);
    drawing.words(pos2(left, rect.top() + 25.0), Align2::LEFT_TOP, cx.say(&person.line_words), below);
    for (index, fact) in ecomap.facts.iter().enumerate() {
        let at = pos2(left + index as f32 * SQUARES, rect.top() + 46.0);
        let knows = person.knows.get(index).copied().unwrap_or(false);
        letter(drawing, cx, at, knows.then_some(fact.letter));
    }
}

/// A square: with the letter of a fact that is known, a dash where it is not, or not as far as is known.
pub fn letter(drawing: &mut Drawing, cx: &Cx<'_>, at: Pos2, letter: Option<char>) {
    let t = cx.tokens();
    let rect = Rect::from_min_size(at, vec2(SQUARE, SQUARE));
    let (fill, edge) = if letter.is_some() { (t.ink, t.ink) } else { (t.paper, t.hair) };
    drawing.shape(egui::epaint::RectShape::new(
        rect,
        CornerRadius::same(3),
        fill,
        cx.theme.stroke(1.0, edge),
        StrokeKind::Inside,
    ));
    match letter {
        Some(letter) => {
            let set = Set { of: Type::SmallStrong, colour: t.paper, width: SQUARE };
            drawing.words(rect.center(), Align2::CENTER_CENTER, letter.to_string(), set);
        }
        None => {
            let y = rect.center().y;
            let stroke = cx.theme.stroke(1.5, t.edge);
            drawing.shape(Shape::hline(rect.center().x - 3.0..=rect.center().x + 3.0, y, stroke));
        }
    }
}

/// How high the legend of lines is, in so much width.
#[must_use]
pub fn legend_height(ui: &Ui, cx: &Cx<'_>, ecomap: &Ecomap, width: f32) -> f32 {
    let rows = legend_rows(ui, cx, ecomap, width);
    rows.last().map_or(0.0, |(row, ..)| (*row as f32 + 1.0) * 24.0)
}

/// The places of the legend: the row, how far from the left, which line and its words.
fn legend_rows(ui: &Ui, cx: &Cx<'_>, ecomap: &Ecomap, width: f32) -> Vec<(usize, f32, TieLine, String)> {
    let (mut row, mut x) = (0, 0.0);
    ecomap
        .legend
        .iter()
        .map(|(line, words)| {
            let words = cx.say(words);
            let takes = 42.0 + text::measure(ui, &words, Type::Small).x;
            if x > 0.0 && x + takes > width {
                row += 1;
                x = 0.0;
            }
            let at = (row, x, *line, words);
            x += takes + 20.0;
            at
        })
        .collect()
}

/// Draws what each kind of line means.
pub fn legend_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, ecomap: &Ecomap) {
    for (row, x, line, words) in legend_rows(ui, cx, ecomap, rect.width()) {
        let at = pos2(rect.left() + x, rect.top() + row as f32 * 24.0);
        let middle = at.y + 12.0;
        let mut drawing = Drawing::default();
        lines::draw(&mut drawing, cx, line, pos2(at.x + 1.0, middle), pos2(at.x + 33.0, middle));
        drawing.paint(ui, ui.painter());
        let galley = text::one_line(ui, &words, Type::Small, cx.ink(2), f32::INFINITY);
        let box_of = Rect::from_min_size(pos2(at.x + 42.0, at.y), vec2(galley.size().x, 24.0));
        text::paint_left(ui, box_of, galley);
        let id = picture_id().with(("line", line as usize));
        let response = ui.interact(box_of, id, Sense::hover());
        text::name_it(ui, &response, Role::Label, &words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_begin_at_the_edges_of_boxes() {
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 50.0));
        assert_eq!(edge_of(rect, pos2(500.0, 25.0)), pos2(100.0, 25.0));
        assert_eq!(edge_of(rect, pos2(50.0, -80.0)), pos2(50.0, 0.0));
        assert_eq!(edge_of(rect, rect.center()), rect.center());
        let corner = edge_of(rect, pos2(150.0, 75.0));
        assert!((corner - pos2(100.0, 50.0)).length() < 1e-3);
    }
}
