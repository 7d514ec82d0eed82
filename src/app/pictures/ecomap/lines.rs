//! The lines of the ecomap: thick, thin, long dashes, zigzag, dots. The same in the picture and in its legend.

use egui::{Pos2, Shape, Vec2};

use crate::app::cx::Cx;
use crate::app::pictures::drawing::Drawing;
use crate::desk::ecomap::TieLine;

/// How far a zigzag reaches to either side, and how long each of its strokes is along the line.
const ZIG: f32 = 4.0;
const STROKE: f32 = 9.0;

/// Draws a line of a kind.
pub fn draw(drawing: &mut Drawing, cx: &Cx<'_>, kind: TieLine, from: Pos2, to: Pos2) {
    let t = cx.tokens();
    match kind {
        TieLine::Often => drawing.shape(Shape::line_segment([from, to], cx.theme.stroke(3.5, t.ink))),
        TieLine::OnceOrTwice => drawing.shape(Shape::line_segment([from, to], cx.theme.stroke(1.25, t.ink))),
        TieLine::TheirOwn => drawing.shapes(Shape::dashed_line(&[from, to], cx.theme.stroke(1.5, t.ink), 8.0, 4.0)),
        TieLine::Strained => {
            drawing.shape(Shape::line(zigzag(from, to), cx.theme.stroke(1.25, t.ink)));
        }
        TieLine::None => drawing.shapes(Shape::dotted_line(&[from, to], t.edge, 6.0, cx.theme.thin(1.0))),
    }
}

/// A zigzag between two points: it begins and ends on them.
#[must_use]
pub fn zigzag(from: Pos2, to: Pos2) -> Vec<Pos2> {
    let way = to - from;
    let long = way.length();
    if long < STROKE * 2.0 {
        return vec![from, to];
    }
    let strokes = (long / STROKE).round().max(2.0) as usize;
    let along = way / strokes as f32;
    let across = Vec2::new(-way.y, way.x) / long * ZIG;
    (0..=strokes)
        .map(|at| {
            let on_line = from + along * at as f32;
            match at {
                0 => from,
                at if at == strokes => to,
                at if at % 2 == 1 => on_line + across,
                _ => on_line - across,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn a_zigzag_ends_where_it_should_and_keeps_to_its_line() {
        let (from, to) = (pos2(10.0, 10.0), pos2(210.0, 110.0));
        let path = zigzag(from, to);
        assert_eq!((path.first(), path.last()), (Some(&from), Some(&to)));
        let way = (to - from).normalized();
        let sides: Vec<f32> = path.iter().map(|at| way.x * (at.y - from.y) - way.y * (at.x - from.x)).collect();
        assert!(sides.iter().all(|side| side.abs() <= ZIG + 0.01));
        for pair in sides[1..sides.len() - 1].windows(2) {
            assert!(pair[0] * pair[1] < 0.0, "from one side to the other");
        }
        assert_eq!(zigzag(from, from), [from, from], "no way, no zigzag");
    }
}
