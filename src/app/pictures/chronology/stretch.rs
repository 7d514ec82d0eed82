//! The stretch of time that is seen, and how it lies along the picture. Pure reckoning.

use crate::desk::timeline::Tick;
use crate::scenario::calendar::{DAY, Minute};

/// The least that can be seen at once: a quarter of a day. Whatever is nearer than that happened together.
const LEAST: f64 = DAY as f64 / 4.0;

/// How much of the stretch is kept free beside what has just been looked for.
const MARGIN: f64 = 0.08;

/// A stretch of time, in minutes of the scenario's clock.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Stretch {
    pub from: f64,
    pub to: f64,
}

impl Stretch {
    /// From one minute to another, but never less than can be seen.
    #[must_use]
    pub fn new(from: Minute, to: Minute) -> Self {
        let from = f64::from(from);
        Self { from, to: f64::from(to).max(from + LEAST) }
    }

    /// What is seen at first: the weeks that were played up to now without a long gap, and a little of what is ahead.
    /// All of it, if that is not much more.
    #[must_use]
    pub fn at_first(ticks: &[Tick], (begins, ends): (Minute, Minute), now: Minute) -> Self {
        const WEEK: Minute = 7 * DAY;
        /// So many weeks that nobody plays are a long gap.
        const GAP: usize = 4;
        let whole = Self::new(begins, ends);
        let mut first = now;
        let mut gap = 0;
        for tick in ticks.iter().rev().filter(|tick| tick.at <= now) {
            gap = if tick.played { 0 } else { gap + 1 };
            if gap >= GAP {
                break;
            }
            if tick.played {
                first = tick.at;
            }
        }
        let to = (now + WEEK * 7 / 2).max(first + 8 * WEEK).min(ends);
        let seen = Self::new(first.max(begins), to).kept_in(whole);
        if seen.long() * 1.25 >= whole.long() { whole } else { seen }
    }

    #[must_use]
    pub fn long(self) -> f64 {
        self.to - self.from
    }

    #[must_use]
    pub fn contains(self, at: f64) -> bool {
        (self.from..=self.to).contains(&at)
    }

    /// So many times nearer (or farther, below one), about a moment that keeps its place.
    #[must_use]
    pub fn zoomed(self, times: f64, about: f64, whole: Self) -> Self {
        let long = (self.long() / times).clamp(LEAST, whole.long());
        let share = ((about - self.from) / self.long()).clamp(0.0, 1.0);
        let from = about.clamp(self.from, self.to) - share * long;
        Self { from, to: from + long }.kept_in(whole)
    }

    #[must_use]
    pub fn moved(self, by: f64, whole: Self) -> Self {
        Self { from: self.from + by, to: self.to + by }.kept_in(whole)
    }

    /// Moved just as far as it takes for a moment to be seen.
    #[must_use]
    pub fn showing(self, at: f64, whole: Self) -> Self {
        let margin = self.long() * MARGIN;
        let by = if at < self.from + margin {
            at - self.from - margin
        } else if at > self.to - margin {
            at - self.to + margin
        } else {
            0.0
        };
        self.moved(by, whole)
    }

    /// With one end elsewhere, for a handle that is dragged.
    #[must_use]
    pub fn with_from(self, from: f64, whole: Self) -> Self {
        Self { from: from.clamp(whole.from, self.to - LEAST), to: self.to }
    }

    #[must_use]
    pub fn with_to(self, to: f64, whole: Self) -> Self {
        Self { from: self.from, to: to.clamp(self.from + LEAST, whole.to) }
    }

    /// On the way from this stretch to another one.
    #[must_use]
    pub fn on_the_way(self, to: Self, share: f64) -> Self {
        let between = |a: f64, b: f64| a + (b - a) * share;
        Self { from: between(self.from, to.from), to: between(self.to, to.to) }
    }

    fn kept_in(self, whole: Self) -> Self {
        let long = self.long().min(whole.long());
        let from = self.from.clamp(whole.from, whole.to - long);
        Self { from, to: from + long }
    }
}

/// A stretch laid along a line, from left to right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    pub left: f32,
    pub right: f32,
    pub seen: Stretch,
}

impl Axis {
    /// Where a minute lies.
    #[must_use]
    pub fn x(self, at: Minute) -> f32 {
        let share = (f64::from(at) - self.seen.from) / self.seen.long();
        self.left + share as f32 * (self.right - self.left)
    }

    /// The moment at a place.
    #[must_use]
    pub fn at(self, x: f32) -> f64 {
        self.seen.from + f64::from(x - self.left) * self.per_point()
    }

    /// Minutes a point.
    #[must_use]
    pub fn per_point(self) -> f64 {
        self.seen.long() / f64::from((self.right - self.left).max(1.0))
    }

    /// Points a day.
    #[must_use]
    pub fn day(self) -> f32 {
        (f64::from(DAY) / self.per_point()) as f32
    }
}

/// Every how many weeks a label stands, where one takes so much room.
#[must_use]
pub fn weeks_a_label(week: f32, room: f32) -> i32 {
    [1, 2, 3, 4, 6, 8, 13, 26, 52].into_iter().find(|weeks| *weeks as f32 * week >= room).unwrap_or(104)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Stretch = Stretch { from: 0.0, to: 10_000.0 };

    fn week(number: i32, played: bool) -> Tick {
        Tick { at: number * 7 * DAY, week: number, words: crate::text::Message::new("nothing"), played }
    }

    #[test]
    fn a_long_gap_lies_outside_what_is_seen_at_first() {
        // Week -26, then nothing until week -9.
        let ticks: Vec<Tick> = (-26..=16).map(|at| week(at, at == -26 || at >= -9)).collect();
        let of = (-26 * 7 * DAY, 16 * 7 * DAY);
        let seen = Stretch::at_first(&ticks, of, 9 * 7 * DAY);
        assert_eq!((seen.from, seen.to), (f64::from(-9 * 7 * DAY), f64::from(9 * 7 * DAY + 7 * DAY * 7 / 2)));
        let early = Stretch::at_first(&ticks, of, -26 * 7 * DAY);
        assert_eq!((early.from, early.to), (f64::from(-26 * 7 * DAY), f64::from(-18 * 7 * DAY)));
    }

    #[test]
    fn a_short_case_is_seen_whole() {
        let ticks: Vec<Tick> = (0..3).map(|at| week(at, true)).collect();
        let of = (0, 3 * 7 * DAY);
        assert_eq!(Stretch::at_first(&ticks, of, 10), Stretch::new(0, 3 * 7 * DAY));
        assert_eq!(Stretch::at_first(&[], of, 10), Stretch::new(0, 3 * 7 * DAY));
    }

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    #[test]
    fn what_is_zoomed_about_stays_where_it_is() {
        let near_it = WHOLE.zoomed(2.0, 4_000.0, WHOLE);
        assert!(near(near_it.from, 2_000.0) && near(near_it.to, 7_000.0), "{near_it:?}");
        let back = near_it.zoomed(0.5, 4_000.0, WHOLE);
        assert!(near(back.from, 0.0) && near(back.to, 10_000.0), "{back:?}");
    }

    #[test]
    fn it_never_leaves_the_whole_nor_shows_less_than_can_be_told_apart() {
        let mut seen = WHOLE;
        for _ in 0..40 {
            seen = seen.zoomed(1.7, 9_990.0, WHOLE);
            assert!(seen.from >= WHOLE.from && seen.to <= WHOLE.to + 1e-6 && seen.contains(9_990.0), "{seen:?}");
        }
        assert!(near(seen.long(), LEAST));
        for _ in 0..40 {
            seen = seen.zoomed(0.6, 0.0, WHOLE);
        }
        assert_eq!((seen.from, seen.to), (WHOLE.from, WHOLE.to));
        let far = Stretch { from: 100.0, to: 600.0 }.moved(1e9, WHOLE);
        assert!(near(far.to, WHOLE.to) && near(far.long(), 500.0));
    }

    #[test]
    fn what_is_looked_for_comes_into_sight_and_what_is_in_sight_moves_nothing() {
        let seen = Stretch { from: 1_000.0, to: 2_000.0 };
        assert_eq!(seen.showing(1_500.0, WHOLE), seen);
        for at in [0.0, 900.0, 1_010.0, 1_999.0, 5_000.0, 10_000.0] {
            let moved = seen.showing(at, WHOLE);
            assert!(moved.contains(at) && near(moved.long(), seen.long()), "{at}: {moved:?}");
        }
    }

    #[test]
    fn handles_never_cross() {
        let seen = Stretch { from: 1_000.0, to: 2_000.0 };
        assert!(near(seen.with_from(5_000.0, WHOLE).long(), LEAST));
        assert!(near(seen.with_to(0.0, WHOLE).long(), LEAST));
        assert!(near(seen.with_from(-50.0, WHOLE).from, 0.0));
        assert!(near(seen.with_to(50_000.0, WHOLE).to, 10_000.0));
    }

    #[test]
    fn the_way_begins_and_ends_where_it_should() {
        let (a, b) = (WHOLE, Stretch { from: 1_000.0, to: 2_000.0 });
        assert_eq!((a.on_the_way(b, 0.0), a.on_the_way(b, 1.0)), (a, b));
    }

    #[test]
    fn an_axis_goes_there_and_back() {
        let axis = Axis { left: 100.0, right: 600.0, seen: WHOLE };
        assert!((axis.x(5_000) - 350.0).abs() < 1e-3);
        for at in [0, 1, 777, 10_000] {
            assert!((axis.at(axis.x(at)) - f64::from(at)).abs() < 1.0);
        }
        assert!((axis.day() - 72.0).abs() < 1e-3);
    }

    #[test]
    fn labels_stand_as_close_as_they_can() {
        assert_eq!(weeks_a_label(60.0, 44.0), 1);
        assert_eq!(weeks_a_label(24.0, 44.0), 2);
        assert_eq!(weeks_a_label(16.0, 44.0), 3);
        assert_eq!(weeks_a_label(0.1, 44.0), 104);
    }
}
