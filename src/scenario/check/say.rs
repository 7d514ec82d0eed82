//! How rules say what they found.

use crate::diag::{Code, Severity};
use crate::scenario::calendar::{Calendar, DAY, Minute};
use crate::scenario::locate::{File, Finding, Place};
use crate::scenario::raw::{Moment, Wait};

/// A finding in the scenario's own file.
#[must_use]
pub fn finding(
    severity: Severity,
    code: Code,
    place: Place,
    message: impl Into<String>,
    help: impl Into<String>,
) -> Finding {
    Finding {
        code,
        severity,
        file: File::Scenario,
        place,
        message: message.into(),
        help: Some(help.into()),
        also: Vec::new(),
    }
}

/// Something that would make a run fail or lie.
#[must_use]
pub fn error(code: Code, place: Place, message: impl Into<String>, help: impl Into<String>) -> Finding {
    finding(Severity::Error, code, place, message, help)
}

/// Something that is most likely a slip, and can be played.
#[must_use]
pub fn warning(code: Code, place: Place, message: impl Into<String>, help: impl Into<String>) -> Finding {
    finding(Severity::Warning, code, place, message, help)
}

/// Something that an author may have meant, and would want to know.
#[must_use]
pub fn advice(code: Code, place: Place, message: impl Into<String>, help: impl Into<String>) -> Finding {
    finding(Severity::Advice, code, place, message, help)
}

/// The same with another place that explains it.
#[must_use]
pub fn also(mut finding: Finding, place: Place, text: impl Into<String>) -> Finding {
    finding.also.push((place, text.into()));
    finding
}

/// A number with its noun: "1 option", "3 options".
#[must_use]
pub fn many(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}

/// Up to eight names in quotation marks.
#[must_use]
pub fn listed<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let all: Vec<String> = names.into_iter().map(|name| format!("\"{name}\"")).collect();
    match all.as_slice() {
        [] => "none".to_owned(),
        [one] => one.clone(),
        [most @ .., last] if all.len() <= 8 => format!("{} and {last}", most.join(", ")),
        _ => format!("{} and {} more", all[..7].join(", "), all.len() - 7),
    }
}

/// Odds as an author writes them.
#[must_use]
pub fn odds(ten_thousandths: i32) -> String {
    let sign = if ten_thousandths < 0 { "-" } else { "" };
    let n = ten_thousandths.unsigned_abs();
    let decimals = format!("{:04}", n % 10_000);
    let decimals = decimals.trim_end_matches('0');
    if decimals.is_empty() { format!("{sign}{}", n / 10_000) } else { format!("{sign}{}.{decimals}", n / 10_000) }
}

/// The day of a minute: "Thursday 1 January 2026".
#[must_use]
pub fn day(calendar: &Calendar, minute: Minute) -> String {
    let day = Calendar::day(minute);
    calendar.date_of_day(day).map_or_else(|| format!("day {day}"), |date| date.strftime("%A %-d %B %Y").to_string())
}

/// The time of day of a minute: "22:10".
#[must_use]
pub fn time(minute: Minute) -> String {
    let minute = minute.rem_euclid(DAY);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// A moment as an author writes it.
#[must_use]
pub fn moment(moment: Moment) -> String {
    let (mut text, time) = match moment {
        Moment::Week(at) => {
            let day = at.day.map(|day| format!(", {day:?}")).unwrap_or_default();
            (format!("Week({}{day}", at.week), at.time)
        }
        Moment::Day(at) => (format!("Day({}", at.day), at.time),
    };
    if let Some(time) = time {
        text.push_str(&format!(", \"{time}\""));
    }
    text + ")"
}

/// A wait as an author writes it.
#[must_use]
pub fn wait(wait: &Wait) -> String {
    match wait {
        Wait::Now => "Now".to_owned(),
        Wait::Minutes(n) => format!("Minutes({n})"),
        Wait::Hours(n) => format!("Hours({n})"),
        Wait::WorkingDays(n) => format!("WorkingDays({n})"),
        Wait::Days(n) => format!("Days({n})"),
        Wait::Weeks(n) => format!("Weeks({n})"),
        Wait::Months(n) => format!("Months({n})"),
        Wait::Until(until) => format!("Until({})", moment(*until)),
        Wait::Between(low, high) => format!("Between({}, {})", self::wait(low), self::wait(high)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_read_as_people_write_them() {
        assert_eq!([many(1, "option"), many(0, "option"), many(3, "option")], ["1 option", "0 options", "3 options"]);
        assert_eq!(listed([]), "none");
        assert_eq!(listed(["a", "b", "c"]), "\"a\", \"b\" and \"c\"");
        let nine = ["a"; 9];
        assert!(listed(nine).ends_with("\"a\" and 2 more"));
        assert_eq!([odds(2500), odds(-300), odds(10_000), odds(10_001)], ["0.25", "-0.03", "1", "1.0001"]);
    }
}
