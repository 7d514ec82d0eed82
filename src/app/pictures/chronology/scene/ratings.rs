//! Ratings in the chronology: a line that steps from level to level, with each level written on it.

use egui::{Align2, Shape, pos2};

use super::super::lanes::LaneAt;
use super::Builder;
use crate::app::parts::text;
use crate::app::pictures::drawing::Set;
use crate::app::theme::type_scale::Type;
use crate::scenario::raw::Level;

impl Builder<'_> {
    /// Draws every rating.
    pub(super) fn ratings(&mut self) {
        let t = self.cx.tokens();
        let (line, step) = (self.cx.theme.stroke(2.5, t.ink), self.cx.theme.stroke(1.0, t.ink));
        for at in self.lanes.clone() {
            let Some(lane) = self.timeline.lanes.get(at.lane) else { continue };
            let mut before: Option<f32> = None;
            for segment in &lane.segments {
                let y = y_of(at, segment.level);
                let from = self.axis.x(segment.from);
                let to = self.axis.x(segment.to);
                if let Some(before) = before.filter(|before| (*before - y).abs() > 0.5) {
                    self.inside.shape(Shape::vline(from, before.min(y)..=before.max(y), step));
                }
                self.inside.shape(Shape::hline(from..=to, y, line));
                before = Some(y);
            }
            // From the last to the first: the level as it stands now is always written.
            let mut limit = self.axis.x(self.timeline.now).min(self.plot.right()) - 2.0;
            for (index, segment) in lane.segments.iter().enumerate().rev() {
                let from = self.axis.x(segment.from).max(self.plot.left()) + 5.0;
                let to = self.axis.x(segment.to).min(limit);
                if to < self.plot.left() || from > self.plot.right() {
                    continue;
                }
                let words = self.cx.say(&segment.words);
                let set = Set { of: Type::Caption, colour: t.ink, width: f32::INFINITY };
                let width = text::one_line(self.ui, &words, set.of, set.colour, set.width).size().x;
                let y = y_of(at, segment.level) - 4.0;
                let last = index + 1 == lane.segments.len();
                if width <= to - from {
                    self.inside.words(pos2(from, y), Align2::LEFT_BOTTOM, words, set);
                    limit = limit.min(from - 6.0);
                } else if last {
                    // Up to now, or behind it where the picture has only just begun.
                    let before = to - width;
                    let fits = before >= self.plot.left() + 2.0;
                    let left = if fits { before } else { self.axis.x(self.timeline.now) + 6.0 };
                    self.inside.words(pos2(left, y), Align2::LEFT_BOTTOM, words, set);
                    limit = limit.min(if fits { left } else { from } - 6.0);
                } else if to - from >= 40.0 {
                    let set = Set { width: to - from, ..set };
                    self.inside.words(pos2(from, y), Align2::LEFT_BOTTOM, words, set);
                }
            }
        }
    }
}

/// The height of a level in a lane: the lowest at the bottom, with room for a word above the highest.
pub(super) fn y_of(at: LaneAt, level: Level) -> f32 {
    let step = ((at.height - 30.0) / 3.0).clamp(4.0, 7.0);
    let up = match level {
        Level::Low => 0.0,
        Level::Medium => 1.0,
        Level::High => 2.0,
        Level::VeryHigh => 3.0,
    };
    at.bottom() - 6.0 - up * step
}
