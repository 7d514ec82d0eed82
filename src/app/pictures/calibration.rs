//! Calibration: how sure the trainee was against how the answer agreed, a point a decision.
//!
//! In go points with their names; out comes a square with a dashed line where both are alike, and from each point an
//! upright to that line, so that the gap is what is seen. The table beside it has the figures and holds the focus. No
//! curve: a handful of points is a picture, not a measurement.

use std::f32::consts::FRAC_PI_2;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::emath::Align2;
use egui::epaint::TextShape;
use egui::{Color32, Galley, Pos2, Rect, Sense, Shape, Ui, pos2, vec2};

use crate::app::cx::Cx;
use crate::app::parts::text;
use crate::app::theme::type_scale::Type;

/// Fewer points than this are a picture, and say so.
pub const A_MEASUREMENT: usize = 10;

/// The whole picture, in points; inside it the square, with room for figures at the left and below.
pub const SIZE: egui::Vec2 = vec2(252.0, 248.0);
const SQUARE: f32 = 196.0;
const LEFT: f32 = 44.0;
const TOP: f32 = 10.0;

/// The radius of a point, and how near to it a click has to be.
const RADIUS: f32 = 5.0;
const NEAR: f32 = 14.0;

/// One decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// "wk 9".
    pub name: String,
    /// In per cent.
    pub sure: u8,
    /// From 0 to 1.
    pub credit: f64,
}

/// Draws the picture. `marked` is the point that the table is at; out comes one that was clicked.
pub fn calibration(ui: &mut Ui, cx: &Cx<'_>, points: &[Point], marked: Option<usize>, name: &str) -> Option<usize> {
    let t = *cx.tokens();
    let (rect, response) = ui.allocate_exact_size(SIZE, Sense::CLICK);
    let square = Rect::from_min_size(rect.min + vec2(LEFT, TOP), vec2(SQUARE, SQUARE));
    axes(ui, cx, rect, square);
    let places: Vec<Pos2> = points.iter().map(|point| place(square, point)).collect();
    for (point, at) in points.iter().zip(&places) {
        let level = square.bottom() - SQUARE * f32::from(point.sure.min(100)) / 100.0;
        ui.painter().line_segment([*at, pos2(at.x, level)], cx.theme.stroke(1.25, t.ink_2));
    }
    for (index, at) in places.iter().enumerate() {
        let fill = if marked == Some(index) { t.ink } else { t.paper };
        ui.painter().circle(*at, RADIUS, fill, cx.theme.stroke(2.0, t.ink));
    }
    names(ui, cx, rect, points, &places);
    text::name_it(ui, &response, Role::Image, name);
    let clicked = response.clicked().then(|| response.interact_pointer_pos()).flatten()?;
    let near = places.iter().enumerate().min_by(|(_, a), (_, b)| a.distance(clicked).total_cmp(&b.distance(clicked)));
    near.filter(|(_, at)| at.distance(clicked) <= NEAR).map(|(index, _)| index)
}

fn place(square: Rect, point: &Point) -> Pos2 {
    #[expect(clippy::cast_possible_truncation, reason = "between nought and one")]
    let credit = point.credit.clamp(0.0, 1.0) as f32;
    pos2(square.left() + SQUARE * f32::from(point.sure.min(100)) / 100.0, square.bottom() - SQUARE * credit)
}

/// The grid, its figures, the line where both are alike, and what lies on either side of it.
fn axes(ui: &Ui, cx: &Cx<'_>, rect: Rect, square: Rect) {
    let t = *cx.tokens();
    let painter = ui.painter();
    for (share, across, up) in [(0.0, "0", "0"), (0.5, "50", "0.5"), (1.0, "100", "1")] {
        let (x, y) = (square.left() + SQUARE * share, square.bottom() - SQUARE * share);
        painter.hline(square.x_range(), y, cx.theme.stroke(1.0, t.hair));
        painter.vline(x, square.y_range(), cx.theme.stroke(1.0, t.hair));
        let up = caption(ui, up, t.ink_3);
        painter.galley(pos2(square.left() - 6.0 - up.size().x, y - up.size().y / 2.0), up, Color32::PLACEHOLDER);
        let across = caption(ui, across, t.ink_3);
        let at = pos2(x - across.size().x / 2.0, square.bottom() + 3.0);
        painter.galley(at, across, Color32::PLACEHOLDER);
    }
    let diagonal = [square.left_bottom(), square.right_top()];
    painter.extend(Shape::dashed_line(&diagonal, cx.theme.stroke(1.5, t.edge), 4.0, 4.0));
    for (key, at) in [("app-debrief-agreed-more", vec2(0.04, 0.72)), ("app-debrief-you-surer", vec2(0.52, 0.08))] {
        let words = text::lay_out(ui, &cx.t(key), Type::Caption, t.ink_3, SQUARE * 0.42);
        let at = pos2(square.left() + SQUARE * at.x, square.bottom() - SQUARE * at.y - words.size().y / 2.0);
        painter.galley(at, words, Color32::PLACEHOLDER);
    }
    let across = caption(ui, &cx.t("app-debrief-axis-sure"), t.ink_2);
    let at = pos2(square.center().x - across.size().x / 2.0, rect.bottom() - across.size().y);
    painter.galley(at, across, Color32::PLACEHOLDER);
    let up = caption(ui, &cx.t("app-debrief-axis-agreement"), t.ink_2);
    let at = pos2(rect.left() + up.size().y / 2.0, square.center().y) - up.size() / 2.0;
    painter.add(TextShape::new(at, up, t.ink_2).with_angle_and_anchor(-FRAC_PI_2, Align2::CENTER_CENTER));
}

fn caption(ui: &Ui, words: &str, colour: Color32) -> Arc<Galley> {
    text::one_line(ui, words, Type::Caption, colour, f32::INFINITY)
}

/// Names beside their points: at the right if there is room, else at the left, above or below. Points on one another
/// are named together.
fn names(ui: &Ui, cx: &Cx<'_>, rect: Rect, points: &[Point], places: &[Pos2]) {
    let mut taken: Vec<Rect> = places.iter().map(|at| Rect::from_center_size(*at, vec2(10.0, 10.0))).collect();
    for (at, which) in together(places) {
        let names: Vec<&str> = which.iter().filter_map(|point| points.get(*point)).map(|one| &*one.name).collect();
        let galley = caption(ui, &names.join(", "), cx.ink(1));
        let around = free(rect, &taken, at, galley.size());
        taken.push(around);
        ui.painter().galley(around.min, galley, Color32::PLACEHOLDER);
    }
}

/// Places that can't be told apart, with the points that stand there.
fn together(places: &[Pos2]) -> Vec<(Pos2, Vec<usize>)> {
    let mut all: Vec<(Pos2, Vec<usize>)> = Vec::new();
    for (point, at) in places.iter().enumerate() {
        match all.iter_mut().find(|(other, _)| other.distance(*at) < RADIUS) {
            Some((_, which)) => which.push(point),
            None => all.push((*at, vec![point])),
        }
    }
    all
}

/// Where a name of a size goes beside a point.
fn free(whole: Rect, taken: &[Rect], at: Pos2, size: egui::Vec2) -> Rect {
    let far = RADIUS + 4.0;
    let beside = [
        pos2(at.x + far, at.y - size.y / 2.0),
        pos2(at.x - far - size.x, at.y - size.y / 2.0),
        pos2(at.x - size.x / 2.0, at.y - far - size.y),
        pos2(at.x - size.x / 2.0, at.y + far),
        pos2(at.x + far, at.y - size.y),
        pos2(at.x + far, at.y),
    ];
    let places = beside.map(|min| Rect::from_min_size(min, size));
    let fits = |place: &&Rect| whole.contains_rect(**place) && !taken.iter().any(|other| other.intersects(**place));
    let inside = places.iter().find(|place| whole.contains_rect(**place));
    places.iter().find(fits).or(inside).copied().unwrap_or(places[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_stand_where_their_figures_say() {
        let square = Rect::from_min_size(pos2(44.0, 10.0), vec2(SQUARE, SQUARE));
        let at = |sure, credit| place(square, &Point { name: String::new(), sure, credit });
        assert_eq!(at(0, 0.0), square.left_bottom());
        assert_eq!(at(100, 1.0), square.right_top());
        assert_eq!(at(50, 0.5), square.center());
        assert_eq!(at(120, 1.5), square.right_top(), "what can't be is not drawn outside");
    }

    #[test]
    fn points_on_one_another_are_named_together() {
        let places = [pos2(10.0, 10.0), pos2(40.0, 10.0), pos2(11.0, 10.0)];
        assert_eq!(together(&places), [(places[0], vec![0, 2]), (places[1], vec![1])]);
    }

    #[test]
    fn names_do_not_lie_on_one_another() {
        let whole = Rect::from_min_size(pos2(0.0, 0.0), SIZE);
        let at = pos2(100.0, 100.0);
        let first = free(whole, &[], at, vec2(30.0, 16.0));
        let second = free(whole, &[first], at, vec2(30.0, 16.0));
        assert!(!first.intersects(second));
        assert!(whole.contains_rect(free(whole, &[], pos2(248.0, 100.0), vec2(30.0, 16.0))), "at the edge");
    }
}
