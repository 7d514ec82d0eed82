//! Replays: how often each ending came, as bars beside one another's figures.
//!
//! In go counts; out come bars to one scale, this run's own in accent, with an I-beam where the panel's commonest answers
//! come to. The table that they stand in has the figures and the names.

use egui::{Color32, CornerRadius, Painter, Rect, Stroke, Ui, pos2, vec2};

use crate::app::cx::Cx;
use crate::app::parts::meter;

/// How high a bar is, in points, and how far the I-beam reaches over it.
pub const HEIGHT: f32 = 10.0;
const OVER: f32 = 3.0;

/// How often one ending came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    pub count: u32,
    /// The same with the panel's commonest answers.
    pub panel: Option<u32>,
    /// This run ended so.
    pub own: bool,
}

/// How far the bars reach: the next whole tenth of all replays above the largest count.
#[must_use]
pub fn reach(bars: &[Bar], of: u32) -> u32 {
    let tenth = (of / 10).max(1);
    let largest = bars.iter().flat_map(|bar| [Some(bar.count), bar.panel]).flatten().max().unwrap_or(0);
    (largest.div_ceil(tenth).max(1) * tenth).min(of.max(1))
}

/// Paints a bar into the middle of a box, as wide as the box where it comes to `reach`.
pub fn paint(ui: &Ui, cx: &Cx<'_>, rect: Rect, bar: Bar, reach: u32) {
    let t = cx.tokens();
    let share = |count: u32| count as f32 / reach.max(1) as f32;
    let ground = Rect::from_center_size(rect.center(), vec2(rect.width(), HEIGHT));
    let colour = if bar.own { t.accent } else { t.ink_2 };
    meter::paint_bar(ui, cx, ground, share(bar.count), colour);
    if let Some(panel) = bar.panel {
        let x = ground.left() + ground.width() * share(panel).min(1.0);
        let stroke = cx.theme.stroke(2.0, t.ink);
        let beam = Rect::from_center_size(pos2(x, ground.center().y), vec2(6.0, HEIGHT + OVER * 2.0));
        // It is cut out of the bar, so that it can be seen on it.
        let around = beam.shrink2(vec2(1.0, 0.0));
        ui.painter().rect_filled(around, 0, if bar.count >= panel { t.paper } else { Color32::TRANSPARENT });
        paint_beam(ui.painter(), beam, stroke);
    }
}

/// Paints an I-beam that fills a box.
pub fn paint_beam(painter: &Painter, rect: Rect, stroke: Stroke) {
    painter.vline(rect.center().x, rect.y_range(), stroke);
    for y in [rect.top(), rect.bottom()] {
        painter.hline(rect.x_range(), y, stroke);
    }
}

/// Paints a piece of a bar, for a legend.
pub fn paint_piece(ui: &Ui, rect: Rect, colour: Color32) {
    ui.painter().rect_filled(rect, CornerRadius::same(2), colour);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(count: u32, panel: Option<u32>) -> Bar {
        Bar { count, panel, own: false }
    }

    #[test]
    fn bars_reach_to_the_next_hundred_above_the_largest() {
        assert_eq!(reach(&[bar(412, Some(455)), bar(221, Some(148))], 1_000), 500);
        assert_eq!(reach(&[bar(903, None), bar(97, None)], 1_000), 1_000);
        assert_eq!(reach(&[bar(500, None)], 1_000), 500);
        assert_eq!(reach(&[bar(1_000, Some(1_000))], 1_000), 1_000);
        assert_eq!(reach(&[bar(0, None)], 1_000), 100);
        assert_eq!(reach(&[], 0), 1);
    }
}
