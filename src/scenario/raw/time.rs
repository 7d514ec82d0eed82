//! Moments and waits as authors write them. Nothing here knows a calendar: `check` turns them into minutes.

use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeTupleVariant, Serializer};
use serde::{Deserialize as DeriveDeserialize, Serialize as DeriveSerialize};
use std::fmt;

use super::Condition;

/// A day of the week, as it is written after the number of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, DeriveSerialize, DeriveDeserialize)]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl Weekday {
    /// Days after Monday, 0 to 6.
    #[must_use]
    pub const fn index(self) -> i32 {
        self as i32
    }
}

/// A time of day written `"14:00"`, in minutes since midnight (0 to 1440; `"24:00"` is the end of the day).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(pub u16);

impl TimeOfDay {
    /// Reads `"9:05"` or `"09:05"`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, minutes) = text.split_once(':')?;
        if hours.is_empty() || hours.len() > 2 || minutes.len() != 2 {
            return None;
        }
        if !hours.bytes().chain(minutes.bytes()).all(|b| b.is_ascii_digit()) {
            return None;
        }
        let total = hours.parse::<u16>().ok()? * 60 + minutes.parse::<u16>().ok()?;
        let minutes_fit = minutes.parse::<u16>().ok()? < 60;
        (minutes_fit && total <= 24 * 60).then_some(Self(total))
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Time;
        impl Visitor<'_> for Time {
            type Value = TimeOfDay;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a time of day such as \"14:00\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<TimeOfDay, E> {
                TimeOfDay::parse(text)
                    .ok_or_else(|| E::custom(format!("\"{text}\" is no time of day; write it like \"14:00\"")))
            }
        }
        deserializer.deserialize_str(Time)
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What follows `Week`: the number, and if wanted the day and the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekAt {
    pub week: i16,
    pub day: Option<Weekday>,
    pub time: Option<TimeOfDay>,
}

/// What follows `Day`: the number, and if wanted the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayAt {
    pub day: i16,
    pub time: Option<TimeOfDay>,
}

/// What follows `EachWeek`: first and last week, and if wanted the day and the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EachWeekAt {
    pub from: i16,
    pub to: i16,
    pub day: Option<Weekday>,
    pub time: Option<TimeOfDay>,
}

/// What follows `EachDay`: first and last day, and if wanted the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EachDayAt {
    pub from: i16,
    pub to: i16,
    pub time: Option<TimeOfDay>,
}

/// Reads a tuple whose tail may be left out: RON lets the brackets close early, serde's own tuples don't.
macro_rules! grows {
    ($name:ident, $expecting:literal, { $($need:ident),+ }, { $($may:ident),* }) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Parts;
                impl<'de> Visitor<'de> for Parts {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expecting)
                    }
                    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<$name, A::Error> {
                        let mut count = 0;
                        $(
                            let $need = parts
                                .next_element()?
                                .ok_or_else(|| de::Error::invalid_length(count, &self))?;
                            count += 1;
                        )+
                        let _ = count;
                        $(let $may = parts.next_element()?;)*
                        Ok($name { $($need,)+ $($may),* })
                    }
                }
                let most = [$(stringify!($need)),+ $(, stringify!($may))*].len();
                deserializer.deserialize_tuple(most, Parts)
            }
        }
    };
}

grows!(WeekAt, "`Week(5)`, `Week(5, Tue)` or `Week(5, Tue, \"14:00\")`", { week }, { day, time });
grows!(DayAt, "`Day(2)` or `Day(2, \"21:40\")`", { day }, { time });
grows!(
    EachWeekAt,
    "`EachWeek(4, 9)`, `EachWeek(4, 9, Tue)` or `EachWeek(4, 9, Tue, \"14:00\")`",
    { from, to },
    { day, time }
);
grows!(EachDayAt, "`EachDay(0, 4)` or `EachDay(0, 4, \"09:30\")`", { from, to }, { time });

/// A moment on the one clock of the scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, DeriveDeserialize)]
pub enum Moment {
    /// Counts from the week that contains `day_0`.
    Week(WeekAt),
    /// Counts days from `day_0`.
    Day(DayAt),
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Week(at) => {
                let parts = 1 + usize::from(at.day.is_some()) + usize::from(at.time.is_some());
                let mut tuple = serializer.serialize_tuple_variant("Moment", 0, "Week", parts)?;
                tuple.serialize_field(&at.week)?;
                if let Some(day) = at.day {
                    tuple.serialize_field(&day)?;
                }
                if let Some(time) = at.time {
                    tuple.serialize_field(&time)?;
                }
                tuple.end()
            }
            Self::Day(at) => {
                let parts = 1 + usize::from(at.time.is_some());
                let mut tuple = serializer.serialize_tuple_variant("Moment", 1, "Day", parts)?;
                tuple.serialize_field(&at.day)?;
                if let Some(time) = at.time {
                    tuple.serialize_field(&time)?;
                }
                tuple.end()
            }
        }
    }
}

impl Moment {
    /// The time of day that is written, if one is.
    #[must_use]
    pub const fn time(&self) -> Option<TimeOfDay> {
        match self {
            Self::Week(at) => at.time,
            Self::Day(at) => at.time,
        }
    }
}

/// When something comes, happens or is asked.
#[derive(Debug, Clone, Default, PartialEq, DeriveDeserialize)]
pub enum At {
    Week(WeekAt),
    Day(DayAt),
    /// Once a week, from one week to another, both included.
    EachWeek(EachWeekAt),
    /// Once a day, from one day to another, both included.
    EachDay(EachDayAt),
    /// Once, when the condition becomes true.
    AsSoonAs(Box<Condition>),
    /// Only when an effect brings it.
    #[default]
    Called,
}

impl At {
    /// The moment, where there is exactly one.
    #[must_use]
    pub const fn moment(&self) -> Option<Moment> {
        match self {
            Self::Week(at) => Some(Moment::Week(*at)),
            Self::Day(at) => Some(Moment::Day(*at)),
            _ => None,
        }
    }
}

/// How long something takes to come.
#[derive(Debug, Clone, PartialEq, Eq, DeriveDeserialize)]
pub enum Wait {
    Now,
    Minutes(u16),
    /// Runs through nights and weekends.
    Hours(u16),
    /// Ends at closing of the n-th working day after.
    WorkingDays(u16),
    Days(u16),
    Weeks(u16),
    /// Calendar months.
    Months(u16),
    /// Until a moment of the calendar; at once if that has gone by.
    Until(Moment),
    /// Drawn evenly, in whole minutes, between two waits.
    Between(Box<Wait>, Box<Wait>),
}
