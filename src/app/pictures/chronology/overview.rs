//! The strip above the chronology: all weeks, with a window on what is seen below. The window is dragged, at its handles
//! it grows and shrinks, and a press beside it brings it there.

use egui::{Align2, CornerRadius, CursorIcon, Id, Rect, Sense, Shape, StrokeKind, Ui, pos2, vec2};

use super::scene::{self, LABELS};
use super::stretch::{Axis, Stretch};
use crate::app::cx::Cx;
use crate::app::pictures::drawing::{Drawing, Set};
use crate::app::theme::type_scale::Type;
use crate::desk::timeline::{Flag, Shape as Mark, Timeline};

/// How high the strip is, with the air around it.
pub const HEIGHT: f32 = 46.0;

/// How far a press may lie from a handle.
const NEAR: f32 = 12.0;

/// What is held while it is dragged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Grip {
    /// The window, so many minutes from its beginning.
    Window(f64),
    From,
    To,
}

/// The strip in its box.
#[must_use]
pub fn strip(rect: Rect) -> Rect {
    Rect::from_min_max(pos2(rect.left() + LABELS, rect.top() + 6.0), pos2(rect.right(), rect.top() + 36.0))
}

/// The axis of the strip.
#[must_use]
pub fn axis(strip: Rect, whole: Stretch) -> Axis {
    Axis { left: strip.left() + 8.0, right: strip.right() - 8.0, seen: whole }
}

/// What a press at a place takes hold of.
#[must_use]
pub fn grip(axis: Axis, seen: Stretch, x: f32) -> Grip {
    let x_of = |at: f64| axis.left + ((at - axis.seen.from) / axis.per_point()) as f32;
    let (from, to) = ((x_of(seen.from) - x).abs(), (x_of(seen.to) - x).abs());
    if from <= NEAR && from <= to {
        Grip::From
    } else if to <= NEAR {
        Grip::To
    } else {
        let at = axis.at(x);
        // Beside the window: its middle comes there.
        Grip::Window(if seen.contains(at) { at - seen.from } else { seen.long() / 2.0 })
    }
}

/// What is seen once the grip has come to a place.
#[must_use]
pub fn dragged(grip: Grip, axis: Axis, seen: Stretch, x: f32) -> Stretch {
    let (at, whole) = (axis.at(x), axis.seen);
    match grip {
        Grip::From => seen.with_from(at, whole),
        Grip::To => seen.with_to(at, whole),
        Grip::Window(held) => seen.moved(at - held - seen.from, whole),
    }
}

/// Draws everything but the window.
#[must_use]
pub fn build(cx: &Cx<'_>, rect: Rect, timeline: &Timeline, whole: Stretch) -> Drawing {
    let t = cx.tokens();
    let strip = strip(rect);
    let axis = axis(strip, whole);
    let mut drawing = Drawing::default();
    drawing.shape(Shape::rect_filled(strip, CornerRadius::same(4), t.well));
    let stroke = cx.theme.stroke(1.5, t.ink_3);
    let middle = strip.center().y;
    for (index, mark) in timeline.marks.iter().enumerate() {
        let x = axis.x(scene::stands_at(timeline, index));
        match mark.shape {
            Mark::Item(_) => drawing.shape(Shape::vline(x, middle - 6.0..=middle + 6.0, stroke)),
            // What was not done in time is seen from afar.
            Mark::Flag(Flag::Missed) => super::marks::draw(&mut drawing, cx, pos2(x, middle), mark.shape),
            _ => {}
        }
    }
    let now = axis.x(timeline.now);
    drawing.shape(Shape::vline(now, strip.y_range(), cx.theme.stroke(2.0, t.accent)));
    let set = Set { of: Type::Caption, colour: t.ink_2, width: LABELS - 8.0 };
    drawing.words(pos2(rect.left(), middle), Align2::LEFT_CENTER, cx.t("app-pictures-all-weeks"), set);
    drawing
}

/// The window on the strip, and dragging it. Gives back what is to be seen, if that has changed.
///
/// It is for the pointer alone: the keyboard has `+`, `-`, `0`, left and right.
pub fn window_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    id: Id,
    rect: Rect,
    (whole, seen): (Stretch, Stretch),
    held: &mut Option<Grip>,
) -> Option<Stretch> {
    let t = cx.tokens();
    let strip = strip(rect);
    let axis = axis(strip, whole);
    let x_of = |at: f64| axis.left + ((at - whole.from) / axis.per_point()) as f32;
    let (from, to) = (x_of(seen.from), x_of(seen.to));
    let window = Rect::from_min_max(pos2(from, strip.top() - 2.0), pos2(to, strip.bottom() + 2.0));
    let edge = cx.theme.stroke(2.0, t.accent);
    ui.painter().rect_stroke(window, CornerRadius::same(5), edge, StrokeKind::Middle);
    for x in [from, to] {
        let handle = Rect::from_center_size(pos2(x, strip.center().y), vec2(5.0, 16.0));
        ui.painter().rect_filled(handle, CornerRadius::same(3), t.accent);
    }
    let response = ui.interact(strip.expand2(vec2(NEAR, 4.0)), id, Sense::CLICK | Sense::DRAG);
    if let Some(at) = response.hover_pos() {
        let over = held.unwrap_or_else(|| grip(axis, seen, at.x));
        ui.ctx().set_cursor_icon(match over {
            Grip::From | Grip::To => CursorIcon::ResizeHorizontal,
            Grip::Window(_) if held.is_some() => CursorIcon::Grabbing,
            Grip::Window(_) => CursorIcon::Grab,
        });
    }
    let at = response.interact_pointer_pos();
    if response.drag_started()
        && let Some(began) = ui.input(|input| input.pointer.press_origin())
    {
        *held = Some(grip(axis, seen, began.x));
    }
    let new = match (at, *held) {
        (Some(at), Some(held)) if response.dragged() => Some(dragged(held, axis, seen, at.x)),
        (Some(at), _) if response.clicked() => Some(dragged(grip(axis, seen, at.x), axis, seen, at.x)),
        _ => None,
    };
    if response.drag_stopped() {
        *held = None;
    }
    new.filter(|new| *new != seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Stretch = Stretch { from: 0.0, to: 10_000.0 };
    const SEEN: Stretch = Stretch { from: 2_000.0, to: 6_000.0 };

    /// Ten minutes a point.
    fn strip_axis() -> Axis {
        Axis { left: 0.0, right: 1_000.0, seen: WHOLE }
    }

    #[test]
    fn a_press_takes_the_nearer_handle_or_the_window() {
        let axis = strip_axis();
        assert_eq!(grip(axis, SEEN, 195.0), Grip::From);
        assert_eq!(grip(axis, SEEN, 611.0), Grip::To);
        assert_eq!(grip(axis, SEEN, 300.0), Grip::Window(1_000.0));
        assert_eq!(grip(axis, SEEN, 900.0), Grip::Window(2_000.0), "its middle");
        let narrow = Stretch { from: 2_000.0, to: 2_100.0 };
        assert_eq!(grip(axis, narrow, 209.0), Grip::To);
        assert_eq!(grip(axis, narrow, 201.0), Grip::From);
    }

    #[test]
    fn the_window_goes_where_it_is_dragged_and_stays_as_long() {
        let axis = strip_axis();
        assert_eq!(dragged(Grip::Window(1_000.0), axis, SEEN, 400.0), Stretch { from: 3_000.0, to: 7_000.0 });
        assert_eq!(dragged(Grip::Window(1_000.0), axis, SEEN, -400.0), Stretch { from: 0.0, to: 4_000.0 });
        assert_eq!(dragged(Grip::From, axis, SEEN, 100.0), Stretch { from: 1_000.0, to: 6_000.0 });
        assert_eq!(dragged(Grip::To, axis, SEEN, 2_000.0), Stretch { from: 2_000.0, to: 10_000.0 });
    }
}
