//! The measure of the chronology: weeks, or days where there is room, the line of day 0, and the ground of what is ahead.

use egui::{Align2, Rect, Shape, pos2};

use super::super::stretch::weeks_a_label;
use super::{Builder, LABELS, counts_weeks};
use crate::app::parts::text;
use crate::app::pictures::drawing::Set;
use crate::app::theme::type_scale::Type;
use crate::desk::timeline::Tick;
use crate::scenario::calendar::DAY;
use crate::text::Message;

impl Builder<'_> {
    /// What is ahead of now lies on a ground of its own.
    pub(super) fn future(&mut self) {
        let t = self.cx.tokens();
        let left = self.axis.x(self.timeline.now).max(self.plot.left());
        if left < self.plot.right() {
            let rect = Rect::from_min_max(pos2(left, self.plot.top()), self.plot.max);
            self.ground.shape(Shape::rect_filled(rect, 0, t.paper.lerp_to_gamma(t.well, 0.55)));
        }
    }

    /// Weeks, or days where there is room; and the line of day 0.
    pub(super) fn weeks(&mut self, rect: Rect) {
        let t = self.cx.tokens();
        let baseline = rect.top() + 9.0;
        let hair = self.cx.theme.stroke(1.0, t.hair);
        // Labels that stand already, so that none runs into another.
        let mut taken: Vec<(f32, f32)> = Vec::new();
        if let Some(day_0) = &self.timeline.day_0 {
            let x = self.axis.x(day_0.at);
            if self.is_seen(x) {
                let words = text::capital(&self.cx.say(&day_0.words));
                let of = Set { of: Type::Caption, colour: t.ink, width: 150.0_f32.min(self.plot.right() - x - 3.0) };
                self.axis_label(x, baseline, words, of, &mut taken);
                let stroke = self.cx.theme.stroke(1.5, t.edge);
                self.inside.shape(Shape::vline(x, self.plot.y_range(), stroke));
            }
        }
        let by_day = self.axis.day() >= 46.0;
        let every = weeks_a_label(self.axis.day() * 7.0, 46.0);
        let number = Set { of: Type::Num, colour: t.ink_3, width: 90.0 };
        for tick in &self.timeline.ticks {
            let x = self.axis.x(tick.at);
            let labelled = by_day || tick.week.rem_euclid(every) == 0;
            if self.is_seen(x) {
                if labelled {
                    self.ground.shape(Shape::vline(x, self.plot.y_range(), hair));
                    let words = self.cx.say(&if by_day { self.week(tick) } else { tick.words.clone() });
                    let set = if by_day { Set { of: Type::Caption, ..number } } else { number };
                    self.axis_label(x, baseline, words, set, &mut taken);
                } else {
                    let y = self.plot.top();
                    self.ground.shape(Shape::vline(x, y..=y + 6.0, self.cx.theme.stroke(1.0, t.edge)));
                }
            }
            if by_day {
                for day in 1..7 {
                    let x = self.axis.x(tick.at + day * DAY);
                    if self.is_seen(x) {
                        self.ground.shape(Shape::vline(x, self.plot.y_range(), hair));
                        let words = self.cx.say(&Message::new("weekday-short").with("weekday", day + 1));
                        self.axis_label(x, baseline, words, Set { of: Type::Caption, ..number }, &mut taken);
                    }
                }
            }
        }
        // What the numbers are; where days are named, which week they are of.
        let of_week = self.timeline.ticks.iter().rev().find(|tick| f64::from(tick.at) <= self.axis.seen.from);
        let words = match of_week {
            Some(tick) if by_day => self.cx.say(&self.week(tick)),
            _ if counts_weeks(self.timeline) => self.cx.t("app-pictures-week"),
            _ => self.cx.t("app-pictures-week-of"),
        };
        let set = Set { of: Type::Caption, colour: t.ink_3, width: LABELS - 8.0 };
        self.ground.words(pos2(rect.left(), baseline), Align2::LEFT_CENTER, words, set);
    }

    /// "Week 9", or the date where weeks are not counted.
    fn week(&self, tick: &Tick) -> Message {
        if counts_weeks(self.timeline) {
            Message::new("timeline-week").with("week", tick.words.clone())
        } else {
            tick.words.clone()
        }
    }

    /// Writes a label beside its line, unless it would run into another one.
    fn axis_label(&mut self, x: f32, y: f32, words: String, set: Set, taken: &mut Vec<(f32, f32)>) {
        let width = text::one_line(self.ui, &words, set.of, set.colour, set.width).size().x;
        let (from, to) = (x + 3.0, x + 3.0 + width);
        let free = taken.iter().all(|(a, b)| to + 6.0 <= *a || *b + 6.0 <= from);
        if free && to <= self.plot.right() + 1.0 {
            taken.push((from, to));
            self.ground.words(pos2(from, y), Align2::LEFT_CENTER, words, set);
        }
    }
}
