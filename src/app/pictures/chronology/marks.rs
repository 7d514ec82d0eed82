//! How a mark looks, alone and joined with others: bars, flags, signs of kinds and boxed icons. The list beside the
//! picture has the same.

use egui::{Align2, Color32, CornerRadius, Pos2, Rect, Shape, StrokeKind, pos2, vec2};

use super::groups::Reach;
use crate::app::cx::Cx;
use crate::app::parts::icon;
use crate::app::pictures::drawing::{Drawing, Set};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::desk::timeline::{Flag, Reading, Shape as Mark};
use crate::scenario::raw::Kind;

/// Half of a boxed icon or of the shape of a kind.
const SIGN: f32 = 9.0;

/// The reach of several marks that are drawn as one.
#[must_use]
pub const fn reach_joined(flags: bool) -> Reach {
    if flags { Reach { left: 1.0, right: 24.0 } } else { Reach::even(10.0) }
}

/// How far a mark reaches from its place.
#[must_use]
pub const fn reach(mark: Mark) -> Reach {
    match mark {
        Mark::Item(_) => Reach::even(5.0),
        Mark::Rating(_) => Reach::even(1.5),
        Mark::Flag(Flag::Open) => Reach { left: 1.0, right: 11.0 },
        Mark::Flag(_) => Reach { left: 1.0, right: 19.0 },
        _ => Reach::even(SIGN),
    }
}

/// The box round a mark, for its ring.
#[must_use]
pub fn bounds(centre: Pos2, reach: Reach) -> Rect {
    let half = 9.0;
    Rect::from_min_max(pos2(centre.x - reach.left, centre.y - half), pos2(centre.x + reach.right, centre.y + half))
}

/// Draws one mark with its middle at a point; a flag stands right of it.
pub fn draw(drawing: &mut Drawing, cx: &Cx<'_>, centre: Pos2, mark: Mark) {
    let t = cx.tokens();
    match mark {
        Mark::Item(reading) => bar(drawing, cx, centre, reading),
        Mark::Rating(_) => {
            let stroke = cx.theme.stroke(2.0, t.ink);
            drawing.shape(Shape::vline(centre.x, centre.y - 5.0..=centre.y + 5.0, stroke));
        }
        Mark::Rated => {
            let (line, bar) = (cx.theme.stroke(2.5, t.ink), cx.theme.stroke(2.0, t.ink));
            drawing.shape(Shape::hline(centre.x - 6.0..=centre.x + 7.0, centre.y, line));
            drawing.shape(Shape::vline(centre.x - 6.0, centre.y - 5.0..=centre.y + 5.0, bar));
        }
        Mark::Flag(flag) => self::flag(drawing, cx, centre, flag),
        Mark::Act(kind) | Mark::Filed(kind) if icon::of_kind(kind).is_none() => {
            shape_of_kind(drawing, cx, centre, kind);
        }
        _ => {
            if let Some(icon) = icon_of(mark) {
                boxed(drawing, cx, centre, icon);
            }
        }
    }
}

/// Draws the sign of a mark in front of a row: as in the picture, but icons without their boxes.
pub fn draw_sign(drawing: &mut Drawing, cx: &Cx<'_>, centre: Pos2, mark: Mark) {
    match mark {
        Mark::Flag(_) => draw(drawing, cx, centre - vec2(8.0, 0.0), mark),
        Mark::Act(kind) | Mark::Filed(kind) if icon::of_kind(kind).is_none() => {
            drawing.kind(centre, kind, 15.0, cx.theme.hue(kind));
        }
        _ => match icon_of(mark) {
            Some(icon) => drawing.icon(centre, icon, icon::SMALL, cx.ink(2)),
            None => draw(drawing, cx, centre, mark),
        },
    }
}

/// The icon of a mark that has no shape of its own.
const fn icon_of(mark: Mark) -> Option<Icon> {
    match mark {
        Mark::Act(kind) | Mark::Filed(kind) => icon::of_kind(kind),
        Mark::Decision => Some(Icon::Scale),
        Mark::Told => Some(Icon::MessageSquare),
        Mark::Noted => Some(Icon::NotebookText),
        Mark::Draft => Some(Icon::FilePlus),
        Mark::Late => Some(Icon::Clock),
        Mark::Changed => Some(Icon::Layers),
        Mark::Item(_) | Mark::Rating(_) | Mark::Rated | Mark::Flag(_) => None,
    }
}

/// Draws several marks as one: their count, on what says the most of them.
pub fn draw_joined(drawing: &mut Drawing, cx: &Cx<'_>, centre: Pos2, marks: &[Mark]) {
    let t = cx.tokens();
    let words = marks.len().to_string();
    let flags: Vec<Flag> =
        marks.iter().filter_map(|mark| if let Mark::Flag(flag) = mark { Some(*flag) } else { None }).collect();
    if flags.len() == marks.len() {
        let (edge, fill) = joined_flag(cx, &flags);
        pole(drawing, cx, centre, edge, fill);
        let set = Set { of: Type::CaptionStrong, colour: edge, width: 24.0 };
        return drawing.words(centre + vec2(12.0, 1.0), Align2::LEFT_CENTER, words, set);
    }
    let readings: Vec<Reading> =
        marks.iter().filter_map(|mark| if let Mark::Item(reading) = mark { Some(*reading) } else { None }).collect();
    let rect = Rect::from_center_size(centre, vec2(19.0, 17.0));
    let all_read = readings.len() == marks.len() && !readings.contains(&Reading::Unread);
    let (fill, edge, ink) = match (all_read, readings.is_empty()) {
        (true, _) => (t.ink_2, t.ink_2, t.paper),
        (false, false) => (t.paper, t.ink_2, t.ink),
        (false, true) => (t.paper, t.edge, t.ink),
    };
    drawing.shape(egui::epaint::RectShape::new(
        rect,
        CornerRadius::same(3),
        fill,
        cx.theme.stroke(1.5, edge),
        StrokeKind::Inside,
    ));
    if readings.contains(&Reading::Cited) {
        cap(drawing, cx, pos2(centre.x, rect.top() - 3.0), rect.width());
    }
    let set = Set { of: Type::CaptionStrong, colour: ink, width: 24.0 };
    drawing.words(centre, Align2::CENTER_CENTER, words, set);
}

/// An upright bar: filled read, hollow unread, an accent cap cited.
fn bar(drawing: &mut Drawing, cx: &Cx<'_>, centre: Pos2, reading: Reading) {
    let t = cx.tokens();
    let rect = Rect::from_center_size(centre, vec2(9.0, 14.0));
    let fill = if reading == Reading::Unread { t.paper } else { t.ink_2 };
    drawing.shape(egui::epaint::RectShape::new(
        rect,
        CornerRadius::same(2),
        fill,
        cx.theme.stroke(1.5, t.ink_2),
        StrokeKind::Inside,
    ));
    if reading == Reading::Cited {
        cap(drawing, cx, pos2(centre.x, rect.top() - 3.5), rect.width());
    }
}

/// What is cited has a cap.
fn cap(drawing: &mut Drawing, cx: &Cx<'_>, centre: Pos2, width: f32) {
    let rect = Rect::from_center_size(centre, vec2(width, 3.0));
    drawing.shape(Shape::rect_filled(rect, 0, cx.tokens().accent));
}

/// The shape of one of the four kinds, on a ground of its own so that lines below do not run through it.
fn shape_of_kind(drawing: &mut Drawing, cx: &Cx<'_>, centre: Pos2, kind: Kind) {
    let paper = cx.tokens().paper;
    match kind {
        Kind::Explore => drawing.shape(Shape::circle_filled(centre, 7.0, paper)),
        Kind::Enforce => {
            drawing.shape(Shape::rect_filled(Rect::from_center_size(centre, vec2(13.0, 13.0)), 0, paper));
        }
        _ => {
            let corners = [vec2(0.0, -8.0), vec2(8.0, 0.0), vec2(0.0, 8.0), vec2(-8.0, 0.0)];
            let corners = corners.map(|corner| centre + corner).to_vec();
            drawing.shape(Shape::convex_polygon(corners, paper, egui::Stroke::NONE));
        }
    }
    drawing.kind(centre, kind, 18.0, cx.theme.hue(kind));
}

/// A small box with an icon.
fn boxed(drawing: &mut Drawing, cx: &Cx<'_>, centre: Pos2, icon: Icon) {
    let t = cx.tokens();
    drawing.shape(egui::epaint::RectShape::new(
        Rect::from_center_size(centre, vec2(18.0, 18.0)),
        CornerRadius::same(4),
        t.paper,
        cx.theme.stroke(1.0, t.edge),
        StrokeKind::Inside,
    ));
    drawing.icon(centre, icon, 12.0, t.ink);
}

/// A flag: open, ticked, crossed.
fn flag(drawing: &mut Drawing, cx: &Cx<'_>, at: Pos2, flag: Flag) {
    let t = cx.tokens();
    let (edge, fill) = match flag {
        Flag::Open | Flag::CalledOff => (t.ink_2, t.paper),
        Flag::Met => (t.ink_2, t.well),
        Flag::Missed | Flag::Late => (t.due, t.due_wash),
    };
    pole(drawing, cx, at, edge, fill);
    let stroke = cx.theme.stroke(1.5, edge);
    let point = |x: f32, y: f32| at + vec2(x, y);
    match flag {
        Flag::Open => {}
        Flag::Met | Flag::Late => {
            drawing.shape(Shape::line(vec![point(12.5, 5.0), point(14.5, 7.0), point(18.5, 3.0)], stroke));
        }
        Flag::Missed => {
            drawing.shape(Shape::line_segment([point(13.0, 2.5), point(18.0, 7.5)], stroke));
            drawing.shape(Shape::line_segment([point(18.0, 2.5), point(13.0, 7.5)], stroke));
        }
        Flag::CalledOff => drawing.shape(Shape::line_segment([point(12.5, 5.0), point(18.0, 5.0)], stroke)),
    }
}

/// The pole of a flag with its cloth.
fn pole(drawing: &mut Drawing, cx: &Cx<'_>, at: Pos2, edge: Color32, fill: Color32) {
    let point = |x: f32, y: f32| at + vec2(x, y);
    // The cloth has a notch: two halves, each without one.
    let upper = vec![point(0.0, -8.0), point(10.0, -8.0), point(7.5, -4.0), point(0.0, -4.0)];
    let lower = vec![point(0.0, -4.0), point(7.5, -4.0), point(10.0, 0.0), point(0.0, 0.0)];
    for half in [upper, lower] {
        drawing.shape(Shape::convex_polygon(half, fill, egui::Stroke::NONE));
    }
    let outline =
        [point(0.0, 9.0), point(0.0, -8.0), point(10.0, -8.0), point(7.5, -4.0), point(10.0, 0.0), point(0.0, 0.0)];
    drawing.shape(Shape::line(outline.to_vec(), cx.theme.stroke(1.5, edge)));
}

/// Outline and cloth of flags together: as late as the latest of them.
fn joined_flag(cx: &Cx<'_>, flags: &[Flag]) -> (Color32, Color32) {
    let t = cx.tokens();
    if flags.iter().any(|flag| matches!(flag, Flag::Missed | Flag::Late)) {
        (t.due, t.due_wash)
    } else if flags.contains(&Flag::Open) {
        (t.ink_2, t.paper)
    } else {
        (t.ink_2, t.well)
    }
}
