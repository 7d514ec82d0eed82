//! What law and policy say, by date.
//!
//! In go the policy pack and the bank holidays as data; out come the rules in force on a day and the working days of
//! a place. Rules are chosen by the policy date of a scenario, which holds for a whole run. Nothing here reads a file
//! or asks what day it is today.

mod orders;

pub use orders::{OrderFacts, matches};

use jiff::civil::{Date, Weekday};

use crate::diag::{Code, Severity};
use crate::scenario::locate::{File, Finding, Place};
use crate::scenario::raw::policy::{BankHolidays, PolicyPack, PolicyRule};

/// A date in a policy pack or a list of holidays is no date.
pub const NO_DATE: Code = Code("D0301");

/// Rules and holidays, ready to be asked.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    rules: Vec<DatedRule>,
    /// In order.
    holidays: Vec<Date>,
}

/// A rule with its dates read.
#[derive(Debug, Clone)]
pub struct DatedRule {
    pub since: Date,
    /// Last day on which it holds.
    pub until: Option<Date>,
    pub rule: PolicyRule,
}

impl DatedRule {
    fn holds_on(&self, day: Date) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }
}

impl Policy {
    /// Reads the dates of a pack and of the holidays.
    ///
    /// # Errors
    /// A finding for each date that is none.
    pub fn new(pack: PolicyPack, holidays: &[BankHolidays]) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let mut rules = Vec::with_capacity(pack.rules.len());
        for (index, rule) in pack.rules.into_iter().enumerate() {
            let place = Place::top().field("rules").index(index);
            let since = date(&rule.since, &place.field("since"), &mut findings);
            let until = rule.until.as_ref().map(|until| date(until, &place.field("until"), &mut findings));
            if let (Some(since), Some(until)) = (since, until.unwrap_or(Some(Date::MAX))) {
                rules.push(DatedRule { since, until: (until != Date::MAX).then_some(until), rule });
            }
        }
        let mut days: Vec<Date> = Vec::new();
        for list in holidays {
            for (index, holiday) in list.days.iter().enumerate() {
                let place = Place::top().field("days").index(index).field("on");
                days.extend(date(&holiday.on, &place, &mut findings));
            }
        }
        days.sort_unstable();
        days.dedup();
        if findings.is_empty() { Ok(Self { rules, holidays: days }) } else { Err(findings) }
    }

    /// Every entry of a rule that is in force on a day, in the order of the pack.
    pub fn in_force<'p>(&'p self, id: &'p str, day: Date) -> impl Iterator<Item = &'p PolicyRule> {
        self.rules.iter().filter(move |entry| entry.rule.id == id && entry.holds_on(day)).map(|entry| &entry.rule)
    }

    /// Every entry, in the order of the pack.
    #[must_use]
    pub fn rules(&self) -> &[DatedRule] {
        &self.rules
    }

    /// Whether an office works on this day: neither a weekend nor a bank holiday.
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && self.holidays.binary_search(&day).is_err()
    }

    /// Whether the holidays of this year are known. Before the first and after the last year listed, they are not.
    #[must_use]
    pub fn knows_year(&self, year: i16) -> bool {
        self.holidays.iter().any(|day| day.year() == year)
    }
}

/// Reads a date written `2025-11-03`.
fn date(text: &str, place: &Place, findings: &mut Vec<Finding>) -> Option<Date> {
    text.parse::<Date>()
        .inspect_err(|_| {
            findings.push(Finding {
                code: NO_DATE,
                severity: Severity::Error,
                file: File::Policy,
                place: place.clone(),
                message: format!("\"{text}\" is no date"),
                help: Some("write year, month and day: \"2025-11-03\"".to_owned()),
                also: Vec::new(),
            });
        })
        .ok()
}
