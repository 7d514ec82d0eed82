//! Icons, and the four shapes of the kinds that name the trade.

use egui::{
    Align2, Color32, CornerRadius, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2,
};

use crate::app::theme::fonts::Face;
use crate::app::theme::icons::Icon;
use crate::scenario::raw::Kind;

/// The two sizes in which icons are drawn, in points.
pub const LARGE: f32 = 16.0;
pub const SMALL: f32 = 14.0;

/// Paints an icon round a point.
pub fn paint(painter: &Painter, centre: Pos2, icon: Icon, size: f32, colour: Color32) {
    painter.text(centre, Align2::CENTER_CENTER, icon.glyph(), FontId::new(size, Face::Icons.family()), colour);
}

/// Puts an icon into a row, as high as the line beside it. It says nothing by itself: words stand beside it.
pub fn show(ui: &mut Ui, icon: Icon, size: f32, line: f32, colour: Color32) {
    let (_, rect) = ui.allocate_space(vec2(size, line));
    paint(ui.painter(), rect.center(), icon, size, colour);
}

/// The icon of a kind that has no shape of its own.
#[must_use]
pub const fn of_kind(kind: Kind) -> Option<Icon> {
    match kind {
        Kind::Explore | Kind::Enforce | Kind::Recall | Kind::Refer => None,
        Kind::Assess => Some(Icon::ClipboardList),
        Kind::Consult => Some(Icon::Users),
        Kind::Disclose => Some(Icon::Share2),
        Kind::Record => Some(Icon::Pencil),
        Kind::Support => Some(Icon::HandHelping),
        Kind::Hold => Some(Icon::Pause),
    }
}

/// Paints the sign of a kind: a shape for the four, an icon for the others. Shapes are drawn on a grid of 16.
///
/// Ring with a dot: an eye, looking round. Square with a bar: a line held. Triangle pointing back: a return. Diamond
/// with a turn: the way branches.
pub fn paint_kind(painter: &Painter, centre: Pos2, kind: Kind, size: f32, colour: Color32) {
    if let Some(icon) = of_kind(kind) {
        return paint(painter, centre, icon, size, colour);
    }
    let unit = size / 16.0;
    let stroke = Stroke::new(1.8 * unit, colour);
    let at = |x: f32, y: f32| centre + vec2(x - 8.0, y - 8.0) * unit;
    match kind {
        Kind::Explore => {
            painter.circle_stroke(centre, 5.6 * unit, stroke);
            painter.circle_filled(centre, 1.9 * unit, colour);
        }
        Kind::Enforce => {
            let rect = Rect::from_center_size(centre, Vec2::splat(10.8 * unit));
            painter.rect_stroke(rect, CornerRadius::same(1), stroke, StrokeKind::Middle);
            painter.line_segment([at(5.6, 8.0), at(10.4, 8.0)], stroke);
        }
        Kind::Recall => {
            painter.add(Shape::closed_line(vec![at(12.6, 2.6), at(12.6, 13.4), at(2.6, 8.0)], stroke));
        }
        Kind::Refer => {
            let corners = vec![at(8.0, 1.6), at(14.4, 8.0), at(8.0, 14.4), at(1.6, 8.0)];
            painter.add(Shape::closed_line(corners, stroke));
            painter.add(Shape::line(vec![at(8.0, 5.6), at(10.4, 8.0), at(8.0, 10.4)], stroke));
        }
        _ => {}
    }
}

/// The mark of the program: the four shapes, two by two.
pub fn paint_mark(painter: &Painter, centre: Pos2, colour: Color32) {
    let stroke = Stroke::new(1.7, colour);
    let at = |x: f32, y: f32| centre + vec2(x - 9.0, y - 9.0);
    painter.circle_stroke(at(4.5, 4.5), 3.0, stroke);
    painter.rect_stroke(
        Rect::from_min_size(at(10.5, 1.5), Vec2::splat(6.0)),
        CornerRadius::ZERO,
        stroke,
        StrokeKind::Middle,
    );
    painter.add(Shape::closed_line(vec![at(7.3, 10.4), at(7.3, 16.6), at(1.6, 13.5)], stroke));
    painter.add(Shape::closed_line(vec![at(13.5, 10.0), at(17.0, 13.5), at(13.5, 17.0), at(10.0, 13.5)], stroke));
}

/// Whole points, so that thin lines stay sharp.
#[must_use]
pub fn sharp(at: Pos2) -> Pos2 {
    pos2(at.x.round(), at.y.round())
}
