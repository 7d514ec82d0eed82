//! Moving about in the chronology: zooming, stepping from event to event, dragging; and what is seen on the way.

use egui::{CursorIcon, Key, Modifiers, Response, Ui};

use super::stretch::{Axis, Stretch};
use super::{ChronologyPicture, scene};
use crate::desk::timeline::{Tick, Timeline};
use crate::scenario::calendar::DAY;
use crate::text::Message;

/// How long zooming takes, in seconds.
const EASING: f64 = 0.12;

/// How much nearer one press of `+` goes.
pub(super) const STEP: f64 = 1.6;

impl ChronologyPicture {
    /// What is seen, or will be once it has come there.
    pub(super) fn target(&self) -> Stretch {
        self.seen.unwrap_or(self.first)
    }

    /// What is seen in this pass, on its way if it is moving.
    pub(super) fn seen(&mut self, ui: &Ui, still: bool) -> Stretch {
        let to = self.target();
        let Some((from, since)) = self.from else { return to };
        let share = ((ui.input(|input| input.time) - since) / EASING).clamp(0.0, 1.0);
        if still || share >= 1.0 {
            self.from = None;
            return to;
        }
        ui.ctx().request_repaint();
        // Quick at first, then slower.
        from.on_the_way(to, 1.0 - (1.0 - share).powi(3))
    }

    /// Goes to another stretch.
    fn go(&mut self, ui: &Ui, to: Stretch) {
        let now = self.seen(ui, false);
        if to != now {
            self.from = Some((now, ui.input(|input| input.time)));
            ui.ctx().request_repaint();
        }
        self.seen = Some(to);
    }

    /// So many times nearer, about the row that is chosen if it is in sight.
    pub(super) fn zoom(&mut self, ui: &Ui, timeline: &Timeline, chosen: Option<usize>, times: f64) {
        let seen = self.target();
        let about = chosen
            .and_then(|row| timeline.rows.get(row))
            .map(|row| f64::from(scene::stands_at(timeline, row.mark)))
            .filter(|at| seen.contains(*at))
            .unwrap_or_else(|| f64::midpoint(seen.from, seen.to));
        self.go(ui, seen.zoomed(times, about, self.whole));
    }

    /// All of it.
    pub(super) fn fit(&mut self, ui: &Ui) {
        self.go(ui, self.whole);
    }

    /// "Weeks −9 to 12": what is seen.
    pub(super) fn heading(&self, timeline: &Timeline) -> Message {
        let seen = self.target();
        let in_sight = |tick: &&Tick| f64::from(tick.at + 7 * DAY) > seen.from && f64::from(tick.at) < seen.to;
        let mut ticks = timeline.ticks.iter().filter(in_sight);
        let first = ticks.next();
        let last = ticks.next_back().or(first);
        let (Some(first), Some(last), true) = (first, last, seen != self.whole) else {
            return timeline.heading.clone();
        };
        let key = if scene::counts_weeks(timeline) { "timeline-weeks" } else { "dates-from-to" };
        Message::new(key).with("first", first.words.clone()).with("last", last.words.clone())
    }

    /// The keys of the picture, which its list has as well: `+`, `-`, `0`, left and right. True if another row was
    /// chosen.
    pub(super) fn keys(&mut self, ui: &Ui, timeline: &Timeline, chosen: &mut Option<usize>) -> bool {
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Plus) || pressed(Key::Equals) {
            self.zoom(ui, timeline, *chosen, STEP);
        }
        if pressed(Key::Minus) {
            self.zoom(ui, timeline, *chosen, 1.0 / STEP);
        }
        if pressed(Key::Num0) {
            self.fit(ui);
        }
        let before = *chosen;
        if pressed(Key::ArrowLeft) {
            *chosen = stepped(timeline, *chosen, false);
        }
        if pressed(Key::ArrowRight) {
            *chosen = stepped(timeline, *chosen, true);
        }
        before != *chosen
    }

    /// Brings the chosen row into sight, if it is another one than before.
    pub(super) fn follow(&mut self, ui: &Ui, timeline: &Timeline, chosen: Option<usize>) {
        if self.followed == chosen {
            return;
        }
        self.followed = chosen;
        self.hidden = chosen.is_some();
        if let Some(row) = chosen.and_then(|row| timeline.rows.get(row)) {
            let at = f64::from(scene::stands_at(timeline, row.mark));
            let showing = self.target().showing(at, self.whole);
            if showing != self.target() {
                self.go(ui, showing);
            }
        }
    }

    /// Wheel and drag.
    pub(super) fn pointer(&mut self, ui: &Ui, response: &Response, axis: Axis) {
        if response.dragged() {
            let by = -f64::from(response.drag_delta().x) * axis.per_point();
            self.show_at_once(axis.seen.moved(by, self.whole));
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
        let Some(at) = response.hover_pos() else { return };
        // With Ctrl the wheel zooms; a pad that scrolls sideways moves.
        let (zoom, scrolled) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta().x));
        if (zoom - 1.0).abs() > f32::EPSILON {
            self.show_at_once(axis.seen.zoomed(f64::from(zoom), axis.at(at.x), self.whole));
        } else if scrolled != 0.0 {
            let by = -f64::from(scrolled) * axis.per_point();
            self.show_at_once(axis.seen.moved(by, self.whole));
        }
    }

    /// Shows a stretch without a way there: the hand is the way.
    pub(super) fn show_at_once(&mut self, seen: Stretch) {
        self.from = None;
        self.seen = Some(seen);
    }
}

/// The row of the event before or after one, in time; the newest if none is chosen.
#[must_use]
pub fn stepped(timeline: &Timeline, chosen: Option<usize>, on: bool) -> Option<usize> {
    let last = timeline.marks.len().checked_sub(1)?;
    let Some(row) = chosen.filter(|row| *row < timeline.rows.len()) else {
        // Stepping begins at what was last.
        return timeline.rows.first().map(|_| 0);
    };
    let mut mark = timeline.rows.get(row)?.mark;
    loop {
        let next = if on { mark.checked_add(1).filter(|next| *next <= last) } else { mark.checked_sub(1) };
        let Some(next) = next else { return Some(row) };
        mark = next;
        match timeline.marks.get(mark) {
            Some(of) if of.row != row => return Some(of.row),
            Some(_) => {}
            None => return Some(row),
        }
    }
}
