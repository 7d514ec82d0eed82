//! Dates, times and lengths of time as messages, in the British way: Tuesday 25 November, 10:10, 2 h 15 min.
//!
//! A calendar turns minutes into days and dates; the words for them are the catalogue's.

use jiff::civil::Date;

use super::message::Message;
use crate::scenario::calendar::{Calendar, DAY, Minute, Turn};
use crate::scenario::raw::Wait;

/// The date of a day of the scenario: "Tuesday 25 November".
#[must_use]
pub fn day_long(calendar: &Calendar, day: i32) -> Message {
    dated(calendar, day, "date-long")
}

/// The same with its year: "Tuesday 25 November 2025".
#[must_use]
pub fn day_full(calendar: &Calendar, day: i32) -> Message {
    dated(calendar, day, "date-full")
}

/// The same, short: "Tue 25 Nov".
#[must_use]
pub fn day_short(calendar: &Calendar, day: i32) -> Message {
    dated(calendar, day, "date-short")
}

/// A day so far from today that one might take it for another year's has its year: "Mon 30 Sep 2024".
#[must_use]
pub fn day_seen_from(calendar: &Calendar, today: i32, day: i32) -> Message {
    const HALF_A_YEAR: u32 = 182;
    let far = today.abs_diff(day) > HALF_A_YEAR;
    dated(calendar, day, if far { "date-short-year" } else { "date-short" })
}

/// The name of the weekday: "Tuesday".
#[must_use]
pub fn weekday(calendar: &Calendar, day: i32) -> Message {
    Message::new("weekday-long").with("weekday", calendar.weekday(day).index() + 1)
}

/// The first letters of the weekday: "Tue".
#[must_use]
pub fn weekday_short(calendar: &Calendar, day: i32) -> Message {
    Message::new("weekday-short").with("weekday", calendar.weekday(day).index() + 1)
}

fn dated(calendar: &Calendar, day: i32, key: &'static str) -> Message {
    let message = Message::new(key).with("weekday", calendar.weekday(day).index() + 1);
    with_date(message, calendar.date_of_day(day))
}

fn with_date(message: Message, date: Option<Date>) -> Message {
    let (day, month, year) = date.map_or((1, 1, 0), |date| (date.day(), date.month(), date.year()));
    message.with("day", day).with("month", month).with("year", year.to_string())
}

/// A date without a weekday: "3 November 2025".
#[must_use]
pub fn date(date: Date) -> Message {
    with_date(Message::new("date-plain"), Some(date))
}

/// A month of a year: "November 2025".
#[must_use]
pub fn month_of(date: Date) -> Message {
    with_date(Message::new("date-month"), Some(date))
}

/// The time of day in figures: "09:05".
#[must_use]
pub fn time(minute: Minute) -> String {
    let of_day = minute.rem_euclid(DAY);
    format!("{:02}:{:02}", of_day / 60, of_day % 60)
}

/// A moment: "Tue 25 Nov, 10:10".
#[must_use]
pub fn moment(calendar: &Calendar, minute: Minute) -> Message {
    Message::new("moment").with("date", day_short(calendar, Calendar::day(minute))).with("time", time(minute))
}

/// A moment in full: "Tuesday 25 November, 10:10".
#[must_use]
pub fn moment_long(calendar: &Calendar, minute: Minute) -> Message {
    Message::new("moment").with("date", day_long(calendar, Calendar::day(minute))).with("time", time(minute))
}

/// A length of time, short: "2 h 15 min", "20 min". Nothing below nought.
#[must_use]
pub fn minutes(minutes: i32) -> Message {
    span(minutes, ["span-minutes", "span-hours", "span-hours-minutes"])
}

/// The same within a sentence: "20 minutes", "2 hours 15 minutes".
#[must_use]
pub fn minutes_long(minutes: i32) -> Message {
    span(minutes, ["span-long-minutes", "span-long-hours", "span-long-hours-minutes"])
}

fn span(minutes: i32, [only_minutes, only_hours, both]: [&'static str; 3]) -> Message {
    let minutes = minutes.max(0);
    match (minutes / 60, minutes % 60) {
        (0, minutes) => Message::new(only_minutes).with("minutes", minutes),
        (hours, 0) => Message::new(only_hours).with("hours", hours),
        (hours, minutes) => Message::new(both).with("hours", hours).with("minutes", minutes),
    }
}

/// A wait as an author wrote it: "2 working days".
#[must_use]
pub fn wait(calendar: &Calendar, wait: &Wait) -> Message {
    match wait {
        Wait::Now => Message::new("wait-now"),
        Wait::Minutes(n) => minutes_long(i32::from(*n)),
        Wait::Hours(n) => minutes_long(i32::from(*n) * 60),
        Wait::WorkingDays(n) => Message::new("wait-working-days").with("n", *n),
        Wait::Days(n) => Message::new("wait-days").with("n", *n),
        Wait::Weeks(n) => Message::new("wait-weeks").with("n", *n),
        Wait::Months(n) => Message::new("wait-months").with("n", *n),
        Wait::Until(moment) => Message::new("wait-until").with("date", day_long(calendar, calendar.day_of(*moment))),
        Wait::Between(low, high) => Message::new("wait-between")
            .with("low", self::wait(calendar, low))
            .with("high", self::wait(calendar, high)),
    }
}

/// When an answer is likely, from now on: "today", "tomorrow", "in 3 working days".
#[must_use]
pub fn likely(calendar: &Calendar, now: Minute, wait: &Wait) -> Message {
    match wait {
        Wait::WorkingDays(n) if *n > 1 => Message::new("likely-in-working-days").with("n", *n),
        Wait::Weeks(n) => Message::new("likely-in-weeks").with("n", *n),
        Wait::Months(n) => Message::new("likely-in-months").with("n", *n),
        Wait::Between(_, high) => Message::new("likely-within").with("wait", self::wait(calendar, high)),
        _ => {
            let today = Calendar::day(now);
            day_from(calendar, today, likely_day(calendar, now, wait).unwrap_or(today))
        }
    }
}

/// The day on which a wait that began at a moment is likely to be over; nothing beyond anything in a run.
#[must_use]
pub fn likely_day(calendar: &Calendar, from: Minute, wait: &Wait) -> Option<i32> {
    let today = Calendar::day(from);
    let day = match wait {
        Wait::Now => today,
        Wait::Minutes(n) => Calendar::day(from + i32::from(*n)),
        Wait::Hours(n) => Calendar::day(from + i32::from(*n) * 60),
        Wait::WorkingDays(n) => calendar.working_day_after(today, u32::from(*n))?,
        Wait::Days(n) => today + i32::from(*n),
        Wait::Weeks(n) => today + 7 * i32::from(*n),
        Wait::Months(n) => calendar.months_after(today, i32::from(*n))?,
        Wait::Until(moment) => calendar.day_of(*moment),
        Wait::Between(_, high) => likely_day(calendar, from, high)?,
    };
    Some(day.max(today))
}

/// A day, seen from another: "today", "tomorrow", "Friday", "Fri 12 Dec".
#[must_use]
pub fn day_from(calendar: &Calendar, today: i32, day: i32) -> Message {
    match day - today {
        0 => Message::new("day-today"),
        1 => Message::new("day-tomorrow"),
        -1 => Message::new("day-yesterday"),
        2..=6 => weekday(calendar, day),
        _ => day_short(calendar, day),
    }
}

/// What a turn is called: a week, a day, or several weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TurnKind {
    Week,
    Day,
    Weeks(u8),
}

impl TurnKind {
    /// The kind of a turn, from its first to its last week.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped just before")]
    pub fn of(calendar: &Calendar, turn: &Turn) -> Self {
        if turn.is_day {
            return Self::Day;
        }
        match calendar.week(turn.ends - 1) - calendar.week(turn.opens) + 1 {
            ..=1 => Self::Week,
            weeks => Self::Weeks(weeks.min(255) as u8),
        }
    }

    /// "week", "day", "weeks": what is ended.
    #[must_use]
    pub fn word(self) -> Message {
        match self {
            Self::Week => Message::new("turn-word-week"),
            Self::Day => Message::new("turn-word-day"),
            Self::Weeks(_) => Message::new("turn-word-weeks"),
        }
    }

    /// "this week", "today", "these weeks": where minutes are left.
    #[must_use]
    pub fn this(self) -> Message {
        match self {
            Self::Week => Message::new("turn-this-week"),
            Self::Day => Message::new("turn-this-day"),
            Self::Weeks(_) => Message::new("turn-these-weeks"),
        }
    }

    /// "next week", "tomorrow", "later": where something can be put off to.
    #[must_use]
    pub fn next(self) -> Message {
        match self {
            Self::Week => Message::new("turn-next-week"),
            Self::Day => Message::new("turn-next-day"),
            Self::Weeks(_) => Message::new("turn-next-weeks"),
        }
    }
}

/// What a turn is called at the head of the desk. Counted from day 0 only where the author says what that is:
/// "Week 3 after his release". Otherwise its dates: "Monday 24 to Friday 28 November"; for a day, its date.
#[must_use]
pub fn turn(calendar: &Calendar, turn: &Turn, day_0_is: Option<&str>) -> Message {
    let first = Calendar::day(turn.opens);
    let kind = TurnKind::of(calendar, turn);
    match (kind, day_0_is) {
        (TurnKind::Day, _) => day_long(calendar, first),
        (TurnKind::Week, Some(event)) => week_from(turn.number, event),
        (TurnKind::Weeks(weeks), Some(event)) if turn.number > 0 => Message::new("weeks-after")
            .with("first", turn.number)
            .with("last", turn.number + i32::from(weeks) - 1)
            .with("event", event),
        _ => Message::new("dates-from-to")
            .with("first", day_long(calendar, first))
            .with("last", day_long(calendar, Calendar::day(turn.closes))),
    }
}

/// A week counted from what day 0 is: "Week 3 after his release".
#[must_use]
pub fn week_from(week: i32, event: &str) -> Message {
    match week {
        0 => Message::new("week-of").with("event", event),
        1.. => Message::new("week-after").with("week", week).with("event", event),
        _ => Message::new("week-before").with("week", week.abs()).with("event", event),
    }
}

/// What a turn is called within a sentence or on a button: "week 3", "Tuesday", "these weeks". Weeks have numbers
/// only where the author says what day 0 is.
#[must_use]
pub fn turn_name(calendar: &Calendar, turn: &Turn, day_0_is: Option<&str>) -> Message {
    match (TurnKind::of(calendar, turn), day_0_is) {
        (TurnKind::Day, _) => weekday(calendar, Calendar::day(turn.opens)),
        (TurnKind::Week, Some(_)) => week(turn.number),
        (TurnKind::Weeks(weeks), Some(_)) if turn.number > 0 => {
            Message::new("weeks-numbered").with("first", turn.number).with("last", turn.number + i32::from(weeks) - 1)
        }
        (TurnKind::Week, _) => {
            Message::new("week-beginning").with("date", day_long(calendar, Calendar::day(turn.opens)))
        }
        (TurnKind::Weeks(_), _) => {
            Message::new("weeks-beginning").with("date", day_long(calendar, Calendar::day(turn.opens)))
        }
    }
}

/// The number of a week: "week 9", and before day 0 "week −8" with a true minus.
#[must_use]
pub fn week(week: i32) -> Message {
    if week < 0 {
        Message::new("week-minus").with("week", week.abs())
    } else {
        Message::new("week-number").with("week", week)
    }
}
