//! What the chronology is measured by: weeks, with their numbers or dates, and day 0.

use super::super::look::Look;
use super::{DayZero, Tick};
use crate::scenario::calendar::{Calendar, DAY, Minute};
use crate::scenario::model::folded;
use crate::text::Message;

impl Look<'_> {
    pub(super) fn week_words(&self, week: Option<i32>) -> Message {
        match week {
            None => Message::new("timeline-before"),
            Some(week) if self.day_0_is().is_some() => Message::new("timeline-week").with("week", number(week)),
            Some(week) => Message::new("timeline-week-of").with("date", self.short_date(self.monday(week))),
        }
    }

    /// "−9", "12"; "24 Nov" where weeks are not counted.
    fn tick_words(&self, week: i32) -> Message {
        if self.day_0_is().is_some() { number(week) } else { self.short_date(self.monday(week)) }
    }

    fn short_date(&self, day: i32) -> Message {
        let date = self.calendar.date_of_day(day);
        let (day, month) = date.map_or((1, 1), |date| (date.day(), date.month()));
        Message::new("timeline-date").with("day", day).with("month", month)
    }

    /// The Monday of a week, as a day.
    fn monday(&self, week: i32) -> i32 {
        let first = Calendar::day(self.calendar.begins());
        let into_week = self.calendar.weekday(first).index();
        first - into_week + 7 * (week - self.calendar.week(first * DAY))
    }

    /// The days that are played, in weeks where these are counted.
    pub(super) fn span(&self, begins: Minute, ends: Minute, [weeks, dates]: [&'static str; 2]) -> Message {
        let last = ends - 1;
        if self.day_0_is().is_some() {
            let (first, last) = (self.calendar.week(begins), self.calendar.week(last));
            Message::new(weeks).with("first", number(first)).with("last", number(last))
        } else {
            let (first, last) = (Calendar::day(begins), Calendar::day(last));
            Message::new(dates).with("first", self.short_date(first)).with("last", self.short_date(last))
        }
    }

    pub(super) fn ticks(&self, begins: Minute, ends: Minute) -> Vec<Tick> {
        let (first, last) = (self.calendar.week(begins), self.calendar.week(ends - 1));
        (first..=last)
            .map(|week| {
                let at = self.monday(week) * DAY;
                Tick {
                    at,
                    week,
                    words: self.tick_words(week),
                    played: self.calendar.turns.iter().any(|turn| turn.opens < at + 7 * DAY && at < turn.closes),
                }
            })
            .collect()
    }

    pub(super) fn day_zero(&self, begins: Minute, ends: Minute) -> Option<DayZero> {
        let words = Message::verbatim(folded(self.day_0_is()?));
        (begins <= 0 && 0 < ends).then_some(DayZero { at: 0, words })
    }
}

/// The number of a week, with a true minus.
pub(in crate::desk) fn number(week: i32) -> Message {
    if week < 0 {
        Message::new("timeline-minus").with("week", week.abs())
    } else {
        Message::verbatim(week.to_string())
    }
}
