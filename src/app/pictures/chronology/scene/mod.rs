//! The chronology as shapes, built from plain data for a box and a stretch of time, with where each mark stands, for
//! clicks and rings.
//!
//! [`weeks`] is the measure, [`ratings`] the lines of levels, [`placing`] the marks and what joins them; the lanes and now
//! are here.

mod placing;
mod ratings;
mod weeks;

use egui::{Align2, CornerRadius, Rect, Shape, Ui, pos2, vec2};

use super::lanes::{self, Height, LaneAt};
use super::stretch::{Axis, Stretch};
use crate::app::cx::Cx;
use crate::app::parts::text;
use crate::app::pictures::drawing::{Drawing, Set};
use crate::app::theme::Theme;
use crate::app::theme::type_scale::Type;
use crate::desk::timeline::{Lane, LaneKind, Shape as Mark, Timeline};
use crate::scenario::calendar::Minute;
use crate::scenario::raw::Risk;

/// The column of labels at the left.
pub const LABELS: f32 = 104.0;

/// From the top of the picture to its first lane: weeks, and the sign of now.
const HEAD: f32 = 50.0;

/// From the top of the picture to its lines.
const LINES: f32 = 22.0;

/// Room for half a mark at both ends.
const ENDS: f32 = 12.0;

/// What a picture is built for. If nothing of it changes, it is the same picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    pub rect: Rect,
    pub theme: Theme,
    pub seen: Stretch,
    /// Categories of risk that have a lane.
    pub risks: Vec<Risk>,
}

/// A mark, or several drawn as one, in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Places in the data.
    pub marks: Vec<usize>,
    pub bounds: Rect,
}

/// The picture, built.
#[derive(Debug, Clone)]
pub struct Scene {
    /// Lines and labels of the lanes.
    pub ground: Drawing,
    /// What lies in the lanes, cut off at the ends of what is seen.
    pub inside: Drawing,
    /// The lanes without their labels.
    pub plot: Rect,
    pub placed: Vec<Placed>,
}

/// The lanes that are shown, as places in the data.
fn shown<'t>(timeline: &'t Timeline, risks: &'t [Risk]) -> impl Iterator<Item = (usize, &'t Lane)> {
    timeline.lanes.iter().enumerate().filter(|(_, lane)| match lane.kind {
        LaneKind::Risk(risk) => risks.contains(&risk),
        _ => true,
    })
}

/// The label of a lane, and whose it is where there are several cases.
fn label(cx: &Cx<'_>, lane: &Lane) -> String {
    let words = cx.say(&lane.words);
    lane.case.as_ref().map_or_else(|| words.clone(), |case| format!("{words}\n{}", case.name))
}

fn label_set(cx: &Cx<'_>) -> Set {
    Set { of: Type::Caption, colour: cx.ink(1), width: LABELS - 8.0 }
}

fn heights(ui: &Ui, cx: &Cx<'_>, timeline: &Timeline, risks: &[Risk]) -> Vec<Height> {
    let set = label_set(cx);
    shown(timeline, risks)
        .map(|(_, lane)| {
            let galley = text::lay_out(ui, &label(cx, lane), set.of, set.colour, set.width);
            Height::of(lane.kind, galley.size().y)
        })
        .collect()
}

/// The least height that the picture can do with.
#[must_use]
pub fn least_height(ui: &Ui, cx: &Cx<'_>, timeline: &Timeline, risks: &[Risk]) -> f32 {
    let least: f32 = heights(ui, cx, timeline, risks).iter().map(|one| one.least).sum();
    HEAD + least + 4.0
}

/// The axis of a picture in a box.
#[must_use]
pub fn axis(rect: Rect, seen: Stretch) -> Axis {
    Axis { left: rect.left() + LABELS + ENDS, right: rect.right() - ENDS, seen }
}

/// Builds the picture.
#[must_use]
pub fn build(ui: &Ui, cx: &Cx<'_>, frame: &Frame, timeline: &Timeline) -> Scene {
    let heights = lanes::heights(&heights(ui, cx, timeline, &frame.risks), frame.rect.height() - HEAD - 4.0);
    let mut top = frame.rect.top() + HEAD;
    let lanes: Vec<LaneAt> = shown(timeline, &frame.risks)
        .zip(heights)
        .map(|((lane, _), height)| {
            let at = LaneAt { lane, top, height };
            top += height;
            at
        })
        .collect();
    let plot =
        Rect::from_min_max(pos2(frame.rect.left() + LABELS, frame.rect.top() + LINES), pos2(frame.rect.right(), top));
    let mut builder = Builder {
        ui,
        cx,
        timeline,
        lanes,
        plot,
        axis: axis(frame.rect, frame.seen),
        ground: Drawing::default(),
        inside: Drawing::default(),
        placed: Vec::new(),
    };
    builder.future();
    builder.weeks(frame.rect);
    builder.labels(frame.rect);
    builder.ratings();
    builder.now();
    builder.marks();
    builder.now_tag();
    let Builder { ground, inside, plot, placed, .. } = builder;
    Scene { ground, inside, plot, placed }
}

/// A picture while it is built.
struct Builder<'a> {
    ui: &'a Ui,
    cx: &'a Cx<'a>,
    timeline: &'a Timeline,
    lanes: Vec<LaneAt>,
    plot: Rect,
    axis: Axis,
    ground: Drawing,
    inside: Drawing,
    placed: Vec<Placed>,
}

impl Builder<'_> {
    fn is_seen(&self, x: f32) -> bool {
        (self.plot.left()..=self.plot.right()).contains(&x)
    }

    fn labels(&mut self, rect: Rect) {
        let hair = self.cx.theme.stroke(1.0, self.cx.tokens().hair);
        let set = label_set(self.cx);
        for at in &self.lanes {
            self.ground.shape(Shape::hline(rect.left()..=rect.right(), at.top, hair));
            if let Some(lane) = self.timeline.lanes.get(at.lane) {
                let place = pos2(rect.left(), at.middle());
                self.ground.lines(place, Align2::LEFT_CENTER, label(self.cx, lane), set);
            }
        }
    }

    /// Now: a line, below the marks.
    fn now(&mut self) {
        let x = self.axis.x(self.timeline.now);
        let stroke = self.cx.theme.stroke(2.0, self.cx.tokens().accent);
        self.inside.shape(Shape::vline(x, self.plot.y_range(), stroke));
    }

    /// The name of the line of now, on top of it.
    fn now_tag(&mut self) {
        let t = self.cx.tokens();
        let x = self.axis.x(self.timeline.now);
        if !self.is_seen(x) {
            return;
        }
        let words = self.cx.say(&self.timeline.now_words);
        let set = Set { of: Type::CaptionStrong, colour: t.on_accent, width: 80.0 };
        let width = text::one_line(self.ui, &words, set.of, set.colour, set.width).size().x + 14.0;
        let left = (x - width / 2.0).clamp(self.plot.left(), (self.plot.right() - width).max(self.plot.left()));
        let tag = Rect::from_min_size(pos2(left, self.plot.top() + 1.0), vec2(width, 18.0));
        self.inside.shape(Shape::rect_filled(tag, CornerRadius::same(4), t.accent));
        self.inside.words(tag.center(), Align2::CENTER_CENTER, words, set);
    }

    fn shape(&self, mark: usize) -> Mark {
        self.timeline.marks.get(mark).map_or(Mark::Changed, |mark| mark.shape)
    }

    fn x_of(&self, mark: usize) -> f32 {
        self.axis.x(stands_at(self.timeline, mark))
    }
}

/// Whether weeks have numbers; otherwise they are called by the date of their Monday.
#[must_use]
pub fn counts_weeks(timeline: &Timeline) -> bool {
    timeline.ticks.first().is_none_or(|tick| tick.words.key != "timeline-date")
}

/// When a mark stands: what is due after all that is played stands at the end of it.
#[must_use]
pub fn stands_at(timeline: &Timeline, mark: usize) -> Minute {
    timeline.marks.get(mark).map_or(timeline.now, |mark| mark.shown_at.min(timeline.ends))
}
