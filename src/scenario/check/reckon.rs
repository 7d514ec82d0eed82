//! When a wait ends, and whether somebody sits at the desk: what rules need to know of the calendar.

use crate::scenario::calendar::{Calendar, DAY, Minute, NEVER, Turn};
use crate::scenario::raw::{Moment, Wait, WeekAt, Weekday};

/// The earliest and the latest minute at which a wait that starts at `from` can end; [`NEVER`] beyond every calendar.
#[must_use]
pub fn ends(calendar: &Calendar, wait: &Wait, from: Minute) -> (Minute, Minute) {
    let end = match wait {
        Wait::Now => from,
        Wait::Minutes(n) => from.saturating_add(Minute::from(*n)),
        Wait::Hours(n) => from.saturating_add(Minute::from(*n) * 60),
        Wait::WorkingDays(n) => calendar
            .working_day_after(Calendar::day(from), u32::from(*n))
            .map_or(NEVER, |day| calendar.closing(day).max(from)),
        Wait::Days(n) => from.saturating_add(Minute::from(*n) * DAY),
        Wait::Weeks(n) => from.saturating_add(Minute::from(*n).saturating_mul(7 * DAY)),
        Wait::Months(n) => calendar
            .months_after(Calendar::day(from), i32::from(*n))
            .and_then(|day| day.checked_mul(DAY))
            .map_or(NEVER, |day| day.saturating_add(from.rem_euclid(DAY))),
        Wait::Until(moment) => calendar.opening_of(*moment).max(from),
        Wait::Between(low, high) => {
            let (low, high) = (ends(calendar, low, from), ends(calendar, high, from));
            return (low.0.min(high.0), low.1.max(high.1));
        }
    };
    (end, end)
}

/// Whether a wait takes no time at all, whenever it starts.
#[must_use]
pub fn is_nothing(wait: &Wait) -> bool {
    match wait {
        Wait::Now => true,
        Wait::Minutes(n) | Wait::Hours(n) | Wait::Days(n) | Wait::Weeks(n) | Wait::Months(n) => *n == 0,
        // It ends at closing, whatever its number.
        Wait::WorkingDays(_) | Wait::Until(_) => false,
        Wait::Between(low, high) => is_nothing(low) && is_nothing(high),
    }
}

/// What a minute is, to a person at the desk of the scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desk {
    Open,
    /// On a day that is played, before opening or after closing.
    OutOfHours,
    /// A weekend or holiday inside a stretch of weeks.
    ClosedDay,
    /// Between two stretches.
    Gap,
    /// Before the first or after the last day.
    Outside,
}

/// What a minute is, to a person at the desk.
#[must_use]
pub fn desk(calendar: &Calendar, minute: Minute) -> Desk {
    if minute < calendar.begins() || minute >= calendar.ends() {
        return Desk::Outside;
    }
    let Some(turn) = calendar.turns.iter().find(|turn| first_minute(calendar, turn) <= minute && minute < turn.ends)
    else {
        return Desk::Gap;
    };
    let offices = &calendar.offices[usize::from(turn.first_office)..usize::from(turn.end_office)];
    match offices.iter().find(|office| Calendar::day(office.opens) == Calendar::day(minute)) {
        Some(office) if office.opens <= minute && minute <= office.closes => Desk::Open,
        Some(_) => Desk::OutOfHours,
        None => Desk::ClosedDay,
    }
}

/// 00:00 of the first day of a turn: of its Monday, for weeks, holiday or not.
fn first_minute(calendar: &Calendar, turn: &Turn) -> Minute {
    if turn.is_day {
        return Calendar::day(turn.opens) * DAY;
    }
    let week = i16::try_from(turn.number).unwrap_or(i16::MAX);
    calendar.start_of(Moment::Week(WeekAt { week, day: Some(Weekday::Mon), time: None }))
}
