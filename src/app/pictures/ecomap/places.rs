//! The twelve places of the ecomap: clockwise from the top, the same every week. Pure reckoning.

use egui::{Rect, Vec2, pos2, vec2};

/// How many places there are.
pub const PLACES: usize = 12;

/// The box of somebody.
pub const BOX: Vec2 = vec2(140.0, 72.0);

/// The box of the person in the middle.
pub const MIDDLE: Vec2 = vec2(156.0, 60.0);

/// The least size in which nothing touches anything else.
pub const LEAST: Vec2 = vec2(484.0, 408.0);

/// How far the rows at the top and at the bottom stand in from the sides, where there is room.
const INSET: f32 = 62.0;

/// The box of a place, in a picture of this size.
///
/// Three at the top, three down the right, three at the bottom, three up the left; place 0 is the middle of the top.
#[must_use]
pub fn place(size: Vec2, place: usize) -> Rect {
    let size = size.max(LEAST);
    let right = size.x - BOX.x;
    let inset = ((size.x - 3.0 * BOX.x - 24.0) / 2.0).clamp(0.0, INSET);
    let centre = right / 2.0;
    let row = |nth: f32| nth * (size.y - BOX.y) / 4.0;
    let (x, y) = match place % PLACES {
        0 => (centre, 0.0),
        1 => (right - inset, 0.0),
        2 => (right, 1.0),
        3 => (right, 2.0),
        4 => (right, 3.0),
        5 => (right - inset, 4.0),
        6 => (centre, 4.0),
        7 => (inset, 4.0),
        8 => (0.0, 3.0),
        9 => (0.0, 2.0),
        10 => (0.0, 1.0),
        _ => (inset, 0.0),
    };
    Rect::from_min_size(pos2(x, row(y)), BOX)
}

/// The box of the person in the middle.
#[must_use]
pub fn middle(size: Vec2) -> Rect {
    Rect::from_center_size((size.max(LEAST) / 2.0).to_pos2(), MIDDLE)
}

/// The place of somebody for whom the data names none: those that are left, in order.
#[must_use]
pub fn filled(wanted: &[Option<usize>]) -> Vec<usize> {
    let mut free: Vec<usize> = (0..PLACES).filter(|place| !wanted.contains(&Some(*place))).rev().collect();
    wanted.iter().map(|one| one.unwrap_or_else(|| free.pop().unwrap_or(0)) % PLACES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: [Vec2; 4] = [LEAST, vec2(656.0, 524.0), vec2(612.0, 408.0), vec2(1200.0, 900.0)];

    #[test]
    fn nothing_touches_anything_and_nothing_leaves_the_picture() {
        for size in SIZES {
            let boxes: Vec<Rect> = (0..PLACES).map(|at| place(size, at)).chain([middle(size)]).collect();
            let whole = Rect::from_min_size(pos2(0.0, 0.0), size).expand(0.01);
            for (at, one) in boxes.iter().enumerate() {
                assert!(whole.contains_rect(*one), "{at} of {size}: {one}");
                for other in &boxes[..at] {
                    let gap = one.expand(5.0).intersects(other.expand(5.0));
                    assert!(!gap, "{at} of {size}: {one} and {other}");
                }
            }
        }
    }

    /// Each place lies further round than the one before.
    #[test]
    fn places_go_clockwise_from_the_top() {
        for size in SIZES {
            let centre = middle(size).center();
            let angle = |at: usize| {
                let from_centre = place(size, at).center() - centre;
                // From the top, clockwise: a full turn is 1.
                (from_centre.x.atan2(-from_centre.y) / std::f32::consts::TAU).rem_euclid(1.0)
            };
            assert!(angle(0).abs() < 1e-3);
            for at in 1..PLACES {
                assert!(angle(at) > angle(at - 1), "{at} of {size}");
            }
        }
    }

    #[test]
    fn the_two_sides_are_alike() {
        for size in SIZES {
            for at in 1..PLACES / 2 {
                let (one, other) = (place(size, at), place(size, PLACES - at));
                assert!(
                    (one.left() - (size.x - other.right())).abs() < 0.01 && (one.top() - other.top()).abs() < 0.01
                );
            }
        }
    }

    #[test]
    fn places_that_are_named_are_kept() {
        assert_eq!(filled(&[Some(3), None, Some(0), None]), [3, 1, 0, 2]);
        assert_eq!(filled(&[]), [0; 0]);
    }
}
