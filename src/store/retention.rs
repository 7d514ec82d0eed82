//! How long things are kept, if anybody says so: what is older than it should be, by what it is and when something was
//! last added to it. Nothing here removes anything, and nothing is ever removed by itself.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Span, Timestamp, tz::TimeZone};

use super::folder::SetAside;
use super::ids::PersonId;
use super::records::{Entry, Records};
use super::trouble::Trouble;
use crate::text::Message;

/// A length of time in years, months, weeks and days.
#[derive(Debug, Clone, Copy)]
pub struct Age(Span);

impl PartialEq for Age {
    fn eq(&self, other: &Self) -> bool {
        self.0.fieldwise() == other.0
    }
}

/// Why something is no length of time to keep things for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoAge {
    #[error("it can't be read")]
    Unreadable,
    /// A number of what?
    #[error("it has no unit")]
    NoUnit,
    #[error("it is less than a day, or has hours in it")]
    TooFine,
    #[error("it lies in the future")]
    Negative,
    #[error("it is nothing")]
    Nothing,
    #[error("it is longer than any date allows")]
    TooLong,
}

/// The longest that can be asked for, in years.
const LONGEST: i16 = 1_000;

impl Age {
    /// Reads a length of time: `90 days`, `18 months`, `2 years`, `P2Y`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(text: &str) -> Result<Self, NoAge> {
        let text = text.trim().to_ascii_lowercase();
        let digits = text.strip_prefix('-').unwrap_or(&text);
        if !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) {
            return Err(NoAge::NoUnit);
        }
        let span: Span = text.parse().map_err(|_| NoAge::Unreadable)?;
        if span.is_zero() {
            return Err(NoAge::Nothing);
        }
        if span.is_negative() {
            return Err(NoAge::Negative);
        }
        let fine = [
            i64::from(span.get_hours()),
            span.get_minutes(),
            span.get_seconds(),
            span.get_milliseconds(),
            span.get_microseconds(),
            span.get_nanoseconds(),
        ];
        if fine.iter().any(|part| *part != 0) {
            return Err(NoAge::TooFine);
        }
        let long = span.get_years() > LONGEST
            || span.get_months() > i32::from(LONGEST) * 12
            || span.get_weeks() > i32::from(LONGEST) * 52
            || span.get_days() > i32::from(LONGEST) * 365;
        if long { Err(NoAge::TooLong) } else { Ok(Self(span)) }
    }

    /// As it is stored, and as a program reads it: `P2Y6M`.
    #[must_use]
    pub fn iso(self) -> String {
        self.0.to_string()
    }

    /// What lies before this moment is older. Nothing if nothing can be.
    #[must_use]
    pub fn before(self, now: Timestamp) -> Option<Timestamp> {
        // A month is a month of the calendar; which day it is differs by hours from place to place, and that is nothing.
        let now = now.to_zoned(TimeZone::UTC);
        now.checked_sub(self.0).ok().map(|then| then.timestamp())
    }

    /// In words: "2 years and 6 months".
    #[must_use]
    pub fn message(self) -> Message {
        let mut parts = Vec::new();
        let mut part = |message: Message, number: i64| {
            if number != 0 {
                parts.push(message);
            }
        };
        let (years, months) = (i64::from(self.0.get_years()), i64::from(self.0.get_months()));
        let (weeks, days) = (i64::from(self.0.get_weeks()), i64::from(self.0.get_days()));
        part(Message::new("length-years").with("years", years), years);
        part(Message::new("length-months").with("months", months), months);
        part(Message::new("wait-weeks").with("n", weeks), weeks);
        part(Message::new("wait-days").with("n", days), days);
        Message::listed(parts).unwrap_or_else(|| Message::new("nothing"))
    }
}

/// What is kept for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// Runs that came to their end.
    Finished,
    Unfinished,
    /// Damaged files as they were found.
    SetAside,
}

impl Category {
    pub const ALL: [Self; 3] = [Self::Finished, Self::Unfinished, Self::SetAside];

    /// The setting that holds it.
    #[must_use]
    pub const fn setting(self) -> &'static str {
        match self {
            Self::Finished => "retention-finished",
            Self::Unfinished => "retention-unfinished",
            Self::SetAside => "retention-set-aside",
        }
    }

    /// As a program reads it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::Unfinished => "unfinished",
            Self::SetAside => "set_aside",
        }
    }
}

/// How long each category is kept. For ever, unless somebody says otherwise.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Policy {
    pub finished: Option<Age>,
    pub unfinished: Option<Age>,
    pub set_aside: Option<Age>,
}

impl Policy {
    /// The same for all.
    #[must_use]
    pub const fn same(age: Age) -> Self {
        Self { finished: Some(age), unfinished: Some(age), set_aside: Some(age) }
    }

    /// The one that was set here.
    ///
    /// # Errors
    /// If it can't be read.
    pub fn kept(records: &dyn Records) -> Result<Self, Trouble> {
        let mut policy = Self::default();
        for category in Category::ALL {
            // What this version does not understand removes nothing.
            *policy.of_mut(category) = records.setting(category.setting())?.and_then(|text| Age::new(&text).ok());
        }
        Ok(policy)
    }

    #[must_use]
    pub const fn of(&self, category: Category) -> Option<Age> {
        match category {
            Category::Finished => self.finished,
            Category::Unfinished => self.unfinished,
            Category::SetAside => self.set_aside,
        }
    }

    const fn of_mut(&mut self, category: Category) -> &mut Option<Age> {
        match category {
            Category::Finished => &mut self.finished,
            Category::Unfinished => &mut self.unfinished,
            Category::SetAside => &mut self.set_aside,
        }
    }

    /// Whether anything is kept for less than ever.
    #[must_use]
    pub fn is_set(&self) -> bool {
        Category::ALL.iter().any(|category| self.of(*category).is_some())
    }
}

/// What is older than it should be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Old {
    pub finished: Vec<Entry>,
    pub unfinished: Vec<Entry>,
    pub set_aside: Vec<SetAside>,
    /// People all of whose runs are among these: their names go too.
    pub people: Vec<PersonId>,
    /// Runs whose last date is still to come: a clock was wrong somewhere. They count as new.
    pub ahead: Vec<Entry>,
}

impl Old {
    /// Every run among it.
    pub fn runs(&self) -> impl Iterator<Item = &Entry> {
        self.finished.iter().chain(&self.unfinished)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.finished.is_empty() && self.unfinished.is_empty() && self.set_aside.is_empty()
    }
}

/// Whether something that was last touched then is older than it should be now.
fn is_old(touched: Timestamp, age: Option<Age>, now: Timestamp) -> bool {
    age.and_then(|age| age.before(now)).is_some_and(|before| touched < before)
}

/// What of this is older than the policy says.
#[must_use]
pub fn old(runs: &[Entry], set_aside: &[SetAside], policy: &Policy, now: Timestamp) -> Old {
    let mut old = Old::default();
    let mut stays: BTreeMap<&PersonId, bool> = BTreeMap::new();
    for entry in runs {
        let category = if entry.over { Category::Finished } else { Category::Unfinished };
        let goes = is_old(entry.touched, policy.of(category), now);
        *stays.entry(&entry.person).or_default() |= !goes;
        if entry.touched > now {
            old.ahead.push(entry.clone());
        } else if goes && entry.over {
            old.finished.push(entry.clone());
        } else if goes {
            old.unfinished.push(entry.clone());
        }
    }
    let gone: BTreeSet<&PersonId> = stays.iter().filter(|(_, stays)| !**stays).map(|(person, _)| *person).collect();
    old.people = gone.into_iter().cloned().collect();
    // What bears no date counts as new.
    let aside = |aside: &&SetAside| aside.made.is_some_and(|made| is_old(made, policy.set_aside, now));
    old.set_aside = set_aside.iter().filter(aside).cloned().collect();
    old
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn lengths_of_time_are_read_as_people_write_them() {
        let words = crate::text::Catalogue::english();
        let read = |text: &str| Age::new(text).map(|age| format!("{} {}", age.iso(), words.say(&age.message())));
        insta::assert_debug_snapshot!(
            ["90 days", "18 months", "2 years", "P2Y", "1y 6mo", "6 weeks", " 1 DAY ", "p1y2m3w4d"].map(|text| read(text).unwrap()),
            @r#"
            [
                "P90D 90 days",
                "P18M 18 months",
                "P2Y 2 years",
                "P2Y 2 years",
                "P1Y6M 1 year and 6 months",
                "P6W 6 weeks",
                "P1D 1 day",
                "P1Y2M3W4D 1 year, 2 months, 3 weeks and 4 days",
            ]
            "#
        );
        for (text, wrong) in [
            ("", NoAge::Unreadable),
            ("soon", NoAge::Unreadable),
            ("two years", NoAge::Unreadable),
            ("90", NoAge::NoUnit),
            ("-90", NoAge::NoUnit),
            ("18m", NoAge::TooFine),
            ("36 hours", NoAge::TooFine),
            ("1 day 2 hours", NoAge::TooFine),
            ("-2 years", NoAge::Negative),
            ("2 years ago", NoAge::Negative),
            ("0 days", NoAge::Nothing),
            ("5000 years", NoAge::TooLong),
            ("99999999999999 years", NoAge::Unreadable),
        ] {
            assert_eq!(Age::new(text), Err(wrong), "{text}");
        }
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        let before = |age: &str, now: &str| Age::new(age).unwrap().before(at(now)).unwrap();
        assert_eq!(before("1 month", "2026-03-31T10:00:00Z"), at("2026-02-28T10:00:00Z"));
        assert_eq!(before("1 year", "2028-02-29T10:00:00Z"), at("2027-02-28T10:00:00Z"));
        assert_eq!(before("90 days", "2026-11-22T10:00:00Z"), at("2026-08-24T10:00:00Z"));
        // Longer than there were years: nothing is older.
        assert!(Age::new("1000 years").unwrap().before(at("0900-01-01T00:00:00Z")).is_some());
        assert_eq!(Age::new("1000 years").unwrap().before(at("-009500-01-01T00:00:00Z")), None);
    }
}
