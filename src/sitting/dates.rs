//! Days as people write them: "Tue week 4", "2 Dec", "2/12", "2025-12-02", "tomorrow".

use jiff::civil::Date;

use crate::scenario::calendar::{Calendar, Minute};
use crate::scenario::raw::{Moment, WeekAt, Weekday};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const DAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

/// The moment that was meant: a day, as the scenario counts. A date without a year is the nearest to now; a weekday
/// without a week lies in the present one.
#[must_use]
pub fn parse(text: &str, calendar: &Calendar, now: Minute) -> Option<Moment> {
    let text = text.trim().to_lowercase();
    let today = Calendar::day(now);
    let day = match text.as_str() {
        "" => return None,
        "today" => today,
        "tomorrow" => today + 1,
        "yesterday" => today - 1,
        _ => match text.parse::<Date>() {
            Ok(date) => calendar.day_of_date(date),
            Err(_) => in_words(&text, calendar, now)?,
        },
    };
    moment(calendar, day)
}

/// A day as the scenario counts it.
#[must_use]
pub fn moment(calendar: &Calendar, day: i32) -> Option<Moment> {
    let minute = day.checked_mul(crate::scenario::calendar::DAY)?;
    let week = i16::try_from(calendar.week(minute)).ok()?;
    Some(Moment::Week(WeekAt { week, day: Some(calendar.weekday(day)), time: None }))
}

fn in_words(text: &str, calendar: &Calendar, now: Minute) -> Option<i32> {
    let today = Calendar::day(now);
    let (mut weekday, mut week, mut month, mut numbers) = (None, None, None, Vec::new());
    let mut after_week = false;
    for part in
        text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '.')).filter(|part| !part.is_empty())
    {
        if after_week {
            week = Some(part.replace('\u{2212}', "-").parse::<i32>().ok()?);
            after_week = false;
        } else if matches!(part, "week" | "wk") {
            after_week = true;
        } else if let Ok(number) = part.trim_end_matches(|c: char| c.is_alphabetic()).parse::<i16>() {
            numbers.push(number);
        } else if let Some(at) = begins(part, MONTHS.iter().copied()) {
            month = Some(i8::try_from(at + 1).ok()?);
        } else if let Some(at) = begins(part, DAYS.iter().map(|(name, _)| *name)) {
            weekday = DAYS.get(at).map(|(_, day)| *day);
        } else if !matches!(part, "of" | "the" | "on") {
            return None;
        }
    }
    match (month, numbers.as_slice(), weekday, week) {
        (Some(month), [day], _, None) => near(calendar, today, None, month, *day),
        (Some(month), [day, year], _, None) => near(calendar, today, Some(*year), month, *day),
        (None, [day, month], _, None) => near(calendar, today, None, i8::try_from(*month).ok()?, *day),
        (None, [day, month, year], _, None) => near(calendar, today, Some(*year), i8::try_from(*month).ok()?, *day),
        (None, [], Some(day), week) => {
            let week = i16::try_from(week.unwrap_or_else(|| calendar.week(now))).ok()?;
            Some(calendar.day_of(Moment::Week(WeekAt { week, day: Some(day), time: None })))
        }
        (None, [], None, Some(week)) => {
            let week = i16::try_from(week).ok()?;
            Some(calendar.day_of(Moment::Week(WeekAt { week, day: None, time: None })))
        }
        _ => None,
    }
}

/// The one name that begins with these three letters or more.
fn begins(part: &str, mut names: impl Iterator<Item = &'static str>) -> Option<usize> {
    let part = part.trim_end_matches('.');
    if part.len() < 3 { None } else { names.position(|name| name.starts_with(part)) }
}

/// The date in the year that is meant; without one, the nearest to today.
fn near(calendar: &Calendar, today: i32, year: Option<i16>, month: i8, day: i16) -> Option<i32> {
    let day = i8::try_from(day).ok()?;
    let this_year = calendar.date_of_day(today)?.year();
    let years: Vec<i16> = match year {
        Some(year) if year < 100 => vec![2000 + year],
        Some(year) => vec![year],
        None => vec![this_year, this_year - 1, this_year + 1],
    };
    years
        .into_iter()
        .filter_map(|year| Date::new(year, month, day).ok())
        .map(|date| calendar.day_of_date(date))
        .min_by_key(|day| (day - today).abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::calendar::DAY;
    use crate::scenario::raw;

    /// Week 0 begins on Monday 3 November 2025; now is Tuesday of week 4, 2 December.
    fn written(text: &str) -> Option<String> {
        let raw = raw::Calendar {
            day_0: "2025-11-03".into(),
            day_0_is: None,
            stretches: vec![raw::Stretch::Weeks {
                from: 3,
                to: 5,
                minutes: 90,
                each: 1,
                late: 0,
                hours: (raw::TimeOfDay(540), raw::TimeOfDay(1020)),
                opens: None,
            }],
        };
        let calendar = Calendar::new(&raw, "2025-11-03", &crate::bundled::practice().unwrap().policy).unwrap();
        let moment = parse(text, &calendar, 29 * DAY + 600)?;
        calendar.date_of_day(calendar.day_of(moment)).map(|date| date.to_string())
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in
            ["Tue week 4", "week 4, tuesday", "tues wk 4", "2 Dec", "2nd of December", "Dec 2", "2/12", "2.12.2025"]
        {
            assert_eq!(written(text).as_deref(), Some("2025-12-02"), "{text}");
        }
        for text in ["2025-12-02", "today", "Tue", "02/12/25", "Tue 2 December 2025"] {
            assert_eq!(written(text).as_deref(), Some("2025-12-02"), "{text}");
        }
        assert_eq!(written("yesterday").as_deref(), Some("2025-12-01"));
        assert_eq!(written("tomorrow").as_deref(), Some("2025-12-03"));
        assert_eq!(written("week 5").as_deref(), Some("2025-12-08"));
        assert_eq!(written("Mon week -1").as_deref(), Some("2025-10-27"));
        assert_eq!(written("5 January").as_deref(), Some("2026-01-05"));
        assert_eq!(written("24 Nov").as_deref(), Some("2025-11-24"));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in ["", "soon", "31 Feb", "week", "4", "2 Foo", "2/13", "Tue week x", "99999-01-01"] {
            assert_eq!(written(text), None, "{text}");
        }
    }
}
