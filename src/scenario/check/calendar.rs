//! The dates and stretches of a scenario: without them, nothing else can be placed.

use jiff::civil::Date;

use crate::diag::{Code, Severity};
use crate::policy::Policy;
use crate::scenario::calendar::{Calendar, Fault};
use crate::scenario::compile::names::nearest;
use crate::scenario::locate::{File, Finding, Place};
use crate::scenario::raw;

/// A date of the scenario is none.
pub const NO_DATE: Code = Code("D0201");
/// The calendar has no stretch, or a stretch that can't be played.
pub const BAD_STRETCH: Code = Code("D0202");
/// There is no variant of that name.
pub const NO_VARIANT: Code = Code("D0203");
/// A year of the calendar whose bank holidays are not known.
pub const UNKNOWN_YEAR: Code = Code("D0204");

fn finding(code: Code, place: Place, message: String, help: &str) -> Finding {
    Finding {
        code,
        severity: Severity::Error,
        file: File::Scenario,
        place,
        message,
        help: Some(help.to_owned()),
        also: Vec::new(),
    }
}

/// The policy date and day 0 of a scenario, or of one of its variants.
pub fn dates(raw: &raw::Scenario, variant: Option<&str>, findings: &mut Vec<Finding>) -> Option<(Date, String)> {
    let (policy_date, day_0, place) = match variant {
        None => (&raw.policy_date, &raw.calendar.day_0, Place::top()),
        Some(name) => {
            let Some(at) = raw.variants.iter().position(|variant| variant.id == name) else {
                let near = nearest(name, raw.variants.iter().map(|variant| variant.id.as_str()));
                let help = match near {
                    Some(near) => format!("did you mean \"{near}\"?"),
                    None => "leave the variant out to play the scenario as it stands".to_owned(),
                };
                findings.push(finding(
                    NO_VARIANT,
                    Place::top().field("variants"),
                    format!("this scenario has no variant called \"{name}\""),
                    &help,
                ));
                return None;
            };
            let variant = &raw.variants[at];
            (&variant.policy_date, &variant.day_0, Place::top().field("variants").index(at))
        }
    };
    let help = "write year, month and day: \"2025-11-03\"";
    let date = policy_date.parse::<Date>().ok();
    if date.is_none() {
        let place = place.field("policy_date");
        findings.push(finding(NO_DATE, place, format!("\"{policy_date}\" is no date"), help));
    }
    if day_0.parse::<Date>().is_err() {
        let place = if variant.is_some() { place.field("day_0") } else { place.field("calendar").field("day_0") };
        findings.push(finding(NO_DATE, place, format!("\"{day_0}\" is no date"), help));
        return None;
    }
    date.map(|date| (date, day_0.clone()))
}

/// Lays out the turns.
pub fn lay_out(raw: &raw::Scenario, day_0: &str, policy: &Policy, findings: &mut Vec<Finding>) -> Option<Calendar> {
    let place = Place::top().field("calendar");
    let calendar = match Calendar::new(&raw.calendar, day_0, policy) {
        Ok(calendar) => calendar,
        Err(faults) => {
            for fault in faults {
                let (place, message, help) = said(fault, &place);
                findings.push(finding(BAD_STRETCH, place, message.to_owned(), help));
            }
            return None;
        }
    };
    let years = [calendar.begins(), calendar.ends()]
        .map(|minute| calendar.date_of_day(Calendar::day(minute)).map(|date| date.year()));
    for year in years.into_iter().flatten().filter(|year| !policy.knows_year(*year)) {
        findings.push(finding(
            UNKNOWN_YEAR,
            place.field("day_0"),
            format!("the bank holidays of {year} are not known"),
            "add them to assets/calendar/bank-holidays.ron, or move the calendar",
        ));
    }
    Some(calendar)
}

fn said(fault: Fault, place: &Place) -> (Place, &'static str, &'static str) {
    let stretch = |index| place.field("stretches").index(index);
    match fault {
        Fault::NoDate => (place.field("day_0"), "day 0 is no date", "write year, month and day: \"2025-11-03\""),
        Fault::Empty => (
            place.field("stretches"),
            "there is nothing to play: the calendar has no stretch",
            "add one, such as Weeks(from: 1, to: 12, minutes: 300)",
        ),
        Fault::Backwards(index) => (
            stretch(index),
            "this stretch ends before it begins",
            "let `from` be the earlier and `to` the later of the two",
        ),
        Fault::Overlaps(index) => (
            stretch(index),
            "this stretch begins before the one above it has ended",
            "let stretches rise, with no day in two of them; a stretch of weeks ends on a Sunday",
        ),
        Fault::Hours(index) => (
            stretch(index).field("hours"),
            "these hours end before they begin",
            "write opening before closing: hours: (\"09:00\", \"17:00\")",
        ),
        Fault::TooFar(index) => (
            stretch(index),
            "this stretch lies more than forty years from day 0",
            "move day 0 nearer to what is played",
        ),
        Fault::NoWorkingDay(index) => (
            stretch(index),
            "a turn of this stretch has no working day",
            "move the stretch, or play it in Days, which count weekends and holidays too",
        ),
    }
}
