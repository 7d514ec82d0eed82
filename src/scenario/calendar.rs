//! The one clock of a scenario: minutes since 00:00 of day 0, with the turns that are played laid over it.
//!
//! Made once, when a scenario is checked. During play it is asked for sums only: working-day arithmetic is two array
//! look-ups, and no calendar code runs (months excepted, which are rare).

use jiff::civil::Date;

use super::raw::{self, Moment, Stretch, TimeOfDay, WeekAt, Weekday};
use crate::policy::Policy;

/// Minutes since 00:00 of day 0.
pub type Minute = i32;

/// Minutes in a day.
pub const DAY: Minute = 24 * 60;

/// Later than anything in a run.
pub const NEVER: Minute = Minute::MAX;

/// A day on which the office of the scenario is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Office {
    pub opens: Minute,
    pub closes: Minute,
    pub turn: u16,
}

/// What is played between two ends of turn: a week, a day, or several weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    pub stretch: u16,
    /// First open day, in the list of offices.
    pub first_office: u16,
    /// One past the last open day.
    pub end_office: u16,
    /// Minutes to spend.
    pub minutes: i32,
    /// Minutes of work allowed past the end.
    pub late: i32,
    pub opens: Minute,
    pub closes: Minute,
    /// 00:00 after its last day (after its Sunday, for weeks).
    pub ends: Minute,
    /// Number of its first week or day, as the author counts.
    pub number: i32,
    /// Whether it is a day; otherwise it is one week or more.
    pub is_day: bool,
}

/// The compiled calendar.
#[derive(Debug, Clone)]
pub struct Calendar {
    pub day_0: Date,
    /// Day of the Monday of week 0: 0 to -6.
    monday: i32,
    pub offices: Vec<Office>,
    pub turns: Vec<Turn>,
    /// First day covered by the working-day sums.
    first_day: i32,
    /// Working days up to and with each day.
    worked: Vec<u16>,
    /// The n-th working day.
    nth: Vec<i32>,
    /// Usual hours, for days that are not played.
    hours: (TimeOfDay, TimeOfDay),
}

/// Why a calendar can't be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// `day_0` is no date.
    NoDate,
    /// There is no stretch.
    Empty,
    /// The n-th stretch ends before it begins.
    Backwards(usize),
    /// The n-th stretch begins before the one above it ends.
    Overlaps(usize),
    /// Hours of the n-th stretch end before they begin.
    Hours(usize),
    /// Further than forty years from day 0.
    TooFar(usize),
    /// A turn of the n-th stretch has no working day.
    NoWorkingDay(usize),
}

/// Weeks further than this from day 0 are refused: forty years.
const FARTHEST_WEEK: i32 = 40 * 52;

impl Calendar {
    /// Lays out the turns of a scenario.
    ///
    /// # Errors
    /// The first fault found in each stretch.
    pub fn new(calendar: &raw::Calendar, day_0: &str, policy: &Policy) -> Result<Self, Vec<Fault>> {
        let Ok(day_0) = day_0.parse::<Date>() else { return Err(vec![Fault::NoDate]) };
        if calendar.stretches.is_empty() {
            return Err(vec![Fault::Empty]);
        }
        let monday = -i32::from(day_0.weekday().to_monday_zero_offset());
        let mut faults = Vec::new();
        let mut spans = Vec::new();
        for (index, stretch) in calendar.stretches.iter().enumerate() {
            let (from, to, hours) = match stretch {
                Stretch::Weeks { from, to, hours, .. } | Stretch::Days { from, to, hours, .. } => {
                    (i32::from(*from), i32::from(*to), *hours)
                }
            };
            let farthest = if matches!(stretch, Stretch::Weeks { .. }) { FARTHEST_WEEK } else { FARTHEST_WEEK * 7 };
            if from > to {
                faults.push(Fault::Backwards(index));
            } else if from.abs().max(to.abs()) > farthest {
                faults.push(Fault::TooFar(index));
            } else if hours.0 >= hours.1 {
                faults.push(Fault::Hours(index));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        for (index, stretch) in calendar.stretches.iter().enumerate() {
            let span = match stretch {
                Stretch::Weeks { from, to, .. } => (monday + 7 * i32::from(*from), monday + 7 * i32::from(*to) + 6),
                Stretch::Days { from, to, .. } => (i32::from(*from), i32::from(*to)),
            };
            if spans.last().is_some_and(|last: &(i32, i32)| span.0 <= last.1) {
                faults.push(Fault::Overlaps(index));
            }
            spans.push(span);
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let first = spans.first().map_or(0, |span| span.0).min(0);
        let last = spans.last().map_or(0, |span| span.1).max(0);
        let mut made = Self {
            day_0,
            monday,
            offices: Vec::new(),
            turns: Vec::new(),
            first_day: first - 60,
            worked: Vec::new(),
            nth: Vec::new(),
            hours: match calendar.stretches.first() {
                Some(Stretch::Weeks { hours, .. } | Stretch::Days { hours, .. }) => *hours,
                None => (TimeOfDay(0), TimeOfDay(0)),
            },
        };
        made.sum_working_days(last + 60, policy);
        for (index, stretch) in calendar.stretches.iter().enumerate() {
            made.lay_out(index, stretch, &mut faults);
        }
        if faults.is_empty() { Ok(made) } else { Err(faults) }
    }

    #[expect(clippy::cast_possible_truncation, reason = "forty years hold fewer than 15,000 days")]
    fn sum_working_days(&mut self, last: i32, policy: &Policy) {
        for day in self.first_day..=last {
            if self.date_of_day(day).is_some_and(|date| policy.is_working_day(date)) {
                self.nth.push(day);
            }
            self.worked.push(self.nth.len() as u16);
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "forty years hold fewer than 15,000 days")]
    fn lay_out(&mut self, index: usize, stretch: &Stretch, faults: &mut Vec<Fault>) {
        let stretch_number = index as u16;
        match stretch {
            Stretch::Weeks { from, to, minutes, each, late, hours, .. } => {
                let each = i32::from((*each).max(1));
                let to = i32::from(*to);
                let mut week = i32::from(*from);
                while week <= to {
                    let last = (week + each - 1).min(to);
                    let days = self.monday + 7 * week..=self.monday + 7 * last + 6;
                    let ends = (days.end() + 1) * DAY;
                    let first_office = self.offices.len() as u16;
                    for day in days {
                        if self.is_working(day) {
                            self.open(day, *hours);
                        }
                    }
                    let worked = i32::from(self.offices.len() as u16 - first_office);
                    let budget = i32::from(*minutes) * worked / (5 * each);
                    self.turn(stretch_number, first_office, (budget, i32::from(*late)), (week, false), ends, faults);
                    week += each;
                }
            }
            Stretch::Days { from, to, minutes, late, hours, .. } => {
                for day in i32::from(*from)..=i32::from(*to) {
                    let first_office = self.offices.len() as u16;
                    self.open(day, *hours);
                    let budget = i32::from(minutes.unwrap_or(hours.1.0 - hours.0.0));
                    let ends = (day + 1) * DAY;
                    self.turn(stretch_number, first_office, (budget, i32::from(*late)), (day, true), ends, faults);
                }
            }
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "bounded by forty years of days")]
    fn open(&mut self, day: i32, hours: (TimeOfDay, TimeOfDay)) {
        self.offices.push(Office {
            opens: day * DAY + Minute::from(hours.0.0),
            closes: day * DAY + Minute::from(hours.1.0),
            turn: self.turns.len() as u16,
        });
    }

    #[expect(clippy::cast_possible_truncation, reason = "bounded by forty years of days")]
    fn turn(
        &mut self,
        stretch: u16,
        first_office: u16,
        (minutes, late): (i32, i32),
        (number, is_day): (i32, bool),
        ends: Minute,
        faults: &mut Vec<Fault>,
    ) {
        let offices = &self.offices[usize::from(first_office)..];
        let (Some(first), Some(last)) = (offices.first(), offices.last()) else {
            faults.push(Fault::NoWorkingDay(usize::from(stretch)));
            return;
        };
        self.turns.push(Turn {
            stretch,
            first_office,
            end_office: self.offices.len() as u16,
            minutes,
            late,
            opens: first.opens,
            closes: last.closes,
            ends,
            number,
            is_day,
        });
    }

    /// 00:00 of the first day that is played.
    #[must_use]
    pub fn begins(&self) -> Minute {
        self.turns.first().map_or(0, |turn| turn.opens.div_euclid(DAY) * DAY)
    }

    /// 00:00 after the last day that is played.
    #[must_use]
    pub fn ends(&self) -> Minute {
        self.turns.last().map_or(0, |turn| turn.ends)
    }

    /// The day that a minute lies in.
    #[must_use]
    pub const fn day(minute: Minute) -> i32 {
        minute.div_euclid(DAY)
    }

    /// The week that a minute lies in, counted from the week of day 0.
    #[must_use]
    pub const fn week(&self, minute: Minute) -> i32 {
        (Self::day(minute) - self.monday).div_euclid(7)
    }

    /// The date of a day; nothing outside the years that dates can say.
    #[must_use]
    pub fn date_of_day(&self, day: i32) -> Option<Date> {
        self.day_0.checked_add(jiff::Span::new().try_days(day).ok()?).ok()
    }

    /// The day of a date.
    #[must_use]
    pub fn day_of_date(&self, date: Date) -> i32 {
        self.day_0.until(date).map_or(0, |span| span.get_days())
    }

    fn worked_up_to(&self, day: i32) -> usize {
        let index = day - self.first_day;
        match usize::try_from(index) {
            Ok(index) => usize::from(self.worked.get(index).or(self.worked.last()).copied().unwrap_or(0)),
            Err(_) => 0,
        }
    }

    /// Whether offices work on this day.
    #[must_use]
    pub fn is_working(&self, day: i32) -> bool {
        self.worked_up_to(day) > self.worked_up_to(day - 1)
    }

    /// Whether somebody could be reached at an office on this day: it is played, or it is a working day.
    #[must_use]
    pub fn is_open(&self, day: i32) -> bool {
        self.is_working(day) || self.office_on(day).is_some()
    }

    fn office_on(&self, day: i32) -> Option<&Office> {
        let index = self.offices.partition_point(|office| Self::day(office.opens) < day);
        self.offices.get(index).filter(|office| Self::day(office.opens) == day)
    }

    /// The n-th working day after a day. [`None`] if that lies beyond anything in a run.
    #[must_use]
    pub fn working_day_after(&self, day: i32, n: u32) -> Option<i32> {
        if n == 0 {
            return Some(day);
        }
        self.nth.get(self.worked_up_to(day) + n as usize - 1).copied()
    }

    /// Working days from one day to another, the later one included; negative if it lies before.
    #[must_use]
    #[expect(clippy::cast_possible_wrap, clippy::cast_possible_truncation, reason = "bounded by forty years of days")]
    pub fn working_days_between(&self, from: i32, to: i32) -> i32 {
        self.worked_up_to(to) as i32 - self.worked_up_to(from) as i32
    }

    /// When offices open on a day.
    #[must_use]
    pub fn opening(&self, day: i32) -> Minute {
        self.office_on(day).map_or(day * DAY + Minute::from(self.hours.0.0), |office| office.opens)
    }

    /// When offices close on a day.
    #[must_use]
    pub fn closing(&self, day: i32) -> Minute {
        self.office_on(day).map_or(day * DAY + Minute::from(self.hours.1.0), |office| office.closes)
    }

    /// The first opening on or after a day: where an arrival that is due on a closed day comes.
    #[must_use]
    pub fn next_opening(&self, day: i32) -> Minute {
        (day..day + 30).find(|day| self.is_open(*day)).map_or(NEVER, |day| self.opening(day))
    }

    /// A date a number of calendar months away, in days; the last day of a shorter month.
    #[must_use]
    pub fn months_after(&self, day: i32, months: i32) -> Option<i32> {
        let date = self.date_of_day(day)?.checked_add(jiff::Span::new().try_months(months).ok()?).ok()?;
        Some(self.day_of_date(date))
    }

    /// The day of a moment. A week without a day is the first working day of that week.
    #[must_use]
    pub fn day_of(&self, moment: Moment) -> i32 {
        match moment {
            Moment::Week(WeekAt { week, day: Some(day), .. }) => self.monday + 7 * i32::from(week) + day.index(),
            Moment::Week(WeekAt { week, day: None, .. }) => self.first_working_day(i32::from(week)),
            Moment::Day(at) => i32::from(at.day),
        }
    }

    fn first_working_day(&self, week: i32) -> i32 {
        let monday = self.monday + 7 * week;
        (monday..monday + 5).find(|day| self.is_working(*day)).unwrap_or(monday)
    }

    /// A moment whose time, where none is written, is 00:00.
    #[must_use]
    pub fn start_of(&self, moment: Moment) -> Minute {
        self.at_or(moment, |day| day * DAY)
    }

    /// A moment whose time, where none is written, is opening.
    #[must_use]
    pub fn opening_of(&self, moment: Moment) -> Minute {
        self.at_or(moment, |day| self.opening(day))
    }

    /// A moment whose time, where none is written, is closing.
    #[must_use]
    pub fn closing_of(&self, moment: Moment) -> Minute {
        self.at_or(moment, |day| self.closing(day))
    }

    fn at_or(&self, moment: Moment, otherwise: impl Fn(i32) -> Minute) -> Minute {
        let day = self.day_of(moment);
        moment.time().map_or_else(|| otherwise(day), |time| day * DAY + Minute::from(time.0))
    }

    /// The weekday of a day.
    #[must_use]
    pub const fn weekday(&self, day: i32) -> Weekday {
        match (day - self.monday).rem_euclid(7) {
            0 => Weekday::Mon,
            1 => Weekday::Tue,
            2 => Weekday::Wed,
            3 => Weekday::Thu,
            4 => Weekday::Fri,
            5 => Weekday::Sat,
            _ => Weekday::Sun,
        }
    }
}
