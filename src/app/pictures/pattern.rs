//! Patterns that tell things apart without a hue: filled, hatched, dotted, and so on.
//!
//! In go a box, which pattern, and the colours; out come shapes that stay inside the box. A wide box is filled with
//! several tiles, so that a bar shows the same pattern as a square. Nothing here knows what a pattern stands for.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

/// How many patterns there are; what has none of its own takes the last.
pub const COUNT: usize = PATTERNS.len();

/// The widest tile, in points.
const TILE: f32 = 18.0;

/// How far apart lines of a hatching are, in shares of a tile's height.
const STEP: f32 = 0.34;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pattern {
    Solid,
    Hatched,
    Dotted,
    Barred,
    Half,
    Ringed,
    Upright,
    Crossed,
    HatchedBack,
    Plus,
    Diamond,
    Corner,
    /// For all that have none of their own.
    Rest,
}

const PATTERNS: [Pattern; 13] = [
    Pattern::Solid,
    Pattern::Hatched,
    Pattern::Dotted,
    Pattern::Barred,
    Pattern::Half,
    Pattern::Ringed,
    Pattern::Upright,
    Pattern::Crossed,
    Pattern::HatchedBack,
    Pattern::Plus,
    Pattern::Diamond,
    Pattern::Corner,
    Pattern::Rest,
];

/// The colours and the line that a pattern is painted with.
#[derive(Debug, Clone, Copy)]
pub struct Ink {
    pub line: Stroke,
    pub ground: Color32,
}

/// Paints a box in the pattern of that number, from nought.
pub fn paint(painter: &Painter, rect: Rect, number: usize, ink: Ink) {
    let pattern = PATTERNS[number.min(COUNT - 1)];
    let corner = CornerRadius::same(2);
    if pattern == Pattern::Solid {
        painter.rect_filled(rect, corner, ink.line.color);
        return;
    }
    painter.rect(rect, corner, ink.ground, ink.line, StrokeKind::Inside);
    let inner = rect.shrink(ink.line.width);
    let tiles = (inner.width() / TILE).ceil().max(1.0);
    let width = inner.width() / tiles;
    let mut left = inner.left();
    while left + 0.5 < inner.right() {
        let tile = Rect::from_min_max(pos2(left, inner.top()), pos2(left + width, inner.bottom()));
        tile_of(painter, tile, pattern, ink.line);
        left += width;
    }
}

fn tile_of(painter: &Painter, tile: Rect, pattern: Pattern, line: Stroke) {
    let centre = tile.center();
    let small = tile.width().min(tile.height());
    let thin = Stroke::new(line.width.min(small / 6.0).max(0.75), line.color);
    match pattern {
        Pattern::Solid => {
            painter.rect_filled(tile, CornerRadius::ZERO, line.color);
        }
        Pattern::Hatched => hatch(painter, tile, thin, false),
        Pattern::HatchedBack => hatch(painter, tile, thin, true),
        Pattern::Dotted => {
            painter.circle_filled(centre, small * 0.16, line.color);
        }
        Pattern::Barred => {
            for share in [0.33, 0.67] {
                painter.hline(tile.x_range(), tile.top() + tile.height() * share, thin);
            }
        }
        Pattern::Half => {
            let half = Rect::from_min_max(pos2(tile.left(), centre.y), tile.max);
            painter.rect_filled(half, CornerRadius::ZERO, line.color);
        }
        Pattern::Ringed => {
            painter.circle_stroke(centre, small * 0.27, thin);
        }
        Pattern::Upright => {
            for share in [0.33, 0.67] {
                painter.vline(tile.left() + tile.width() * share, tile.y_range(), thin);
            }
        }
        Pattern::Crossed => {
            painter.line_segment([tile.left_top(), tile.right_bottom()], thin);
            painter.line_segment([tile.right_top(), tile.left_bottom()], thin);
        }
        Pattern::Plus => {
            painter.hline(tile.x_range(), centre.y, thin);
            painter.vline(centre.x, tile.y_range(), thin);
        }
        Pattern::Diamond => {
            let far = small * 0.32;
            let corners = [(0.0, -far), (far, 0.0), (0.0, far), (-far, 0.0)].map(|(x, y)| centre + vec2(x, y));
            painter.add(Shape::convex_polygon(corners.to_vec(), line.color, Stroke::NONE));
        }
        Pattern::Corner => {
            let corners = vec![tile.left_top(), tile.left_bottom(), tile.right_bottom()];
            painter.add(Shape::convex_polygon(corners, line.color, Stroke::NONE));
        }
        Pattern::Rest => {
            let inner = Rect::from_center_size(centre, vec2(small, small) * 0.4);
            painter.rect_stroke(inner, CornerRadius::ZERO, thin, StrokeKind::Inside);
        }
    }
}

/// Slanting lines that end at the edges of a box.
fn hatch(painter: &Painter, tile: Rect, line: Stroke, back: bool) {
    let step = (tile.height() * STEP).max(2.0);
    for ends in slants(tile, step) {
        let ends = ends.map(|at| if back { pos2(tile.left() + tile.right() - at.x, at.y) } else { at });
        painter.line_segment(ends, line);
    }
}

/// The lines from lower left to upper right that lie in a box, so far apart along its edges.
fn slants(tile: Rect, step: f32) -> Vec<[Pos2; 2]> {
    let mut lines = Vec::new();
    // Along each of them, x and y have one sum.
    let mut sum = tile.left() + tile.top() + step;
    while sum < tile.right() + tile.bottom() {
        let high = if sum - tile.top() <= tile.right() {
            pos2(sum - tile.top(), tile.top())
        } else {
            pos2(tile.right(), sum - tile.right())
        };
        let low = if sum - tile.left() <= tile.bottom() {
            pos2(tile.left(), sum - tile.left())
        } else {
            pos2(sum - tile.bottom(), tile.bottom())
        };
        lines.push([low, high]);
        sum += step;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatching_stays_in_its_box() {
        for size in [vec2(18.0, 18.0), vec2(8.0, 18.0), vec2(17.3, 9.0)] {
            let tile = Rect::from_min_size(pos2(41.5, 7.25), size);
            let lines = slants(tile, 5.0);
            assert!(!lines.is_empty());
            for end in lines.iter().flatten() {
                assert!(tile.expand(0.01).contains(*end), "{end:?} is outside {tile:?}");
            }
        }
    }

    #[test]
    fn no_two_patterns_are_the_same() {
        for (at, one) in PATTERNS.iter().enumerate() {
            assert!(!PATTERNS[..at].contains(one), "{one:?}");
        }
    }
}
