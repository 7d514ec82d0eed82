//! What is written in the fields of a form, as it is typed: from the values that are kept, and back.
//!
//! A value that is kept is always whole: a day that was read, a step with who, what and by when. What is only half
//! typed has no value yet, and stays here ([`Written::half`]).

use serde::{Deserialize, Serialize};

use super::cites::Evidence;
use crate::desk::form::{FieldInput, GridRow};
use crate::run::Run;
use crate::scenario::calendar::{Calendar, Minute};
use crate::scenario::raw::{Entries, Id, Level, Moment, NamedStep, Row, Value};
use crate::sitting::dates;
use crate::text::{Catalogue, when};

/// The calendar and the present moment: what days are read by.
#[derive(Debug, Clone, Copy)]
pub struct Days<'a> {
    pub calendar: &'a Calendar,
    pub now: Minute,
}

impl<'a> Days<'a> {
    #[must_use]
    pub fn of(run: &'a Run) -> Self {
        Self { calendar: &run.scenario().tables().calendar, now: run.state().clock }
    }
}

/// A day as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Day {
    pub typed: String,
    /// The moment that these words stood for when they were put here: it may say more than its day.
    stands_for: Option<(String, Moment)>,
}

impl Day {
    fn typed(typed: &str) -> Self {
        Self { typed: typed.to_owned(), stands_for: None }
    }

    fn kept(moment: Moment, days: Days<'_>, words: &Catalogue) -> Self {
        let typed = words.say(&when::day_full(days.calendar, days.calendar.day_of(moment)));
        Self { stands_for: Some((typed.clone(), moment)), typed }
    }

    /// The day that is meant; nothing if it can't be read.
    #[must_use]
    pub fn moment(&self, days: Days<'_>) -> Option<Moment> {
        match &self.stands_for {
            Some((typed, moment)) if *typed == self.typed => Some(*moment),
            _ => dates::parse(&self.typed, days.calendar, days.now),
        }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.typed.trim().is_empty()
    }

    /// Something is typed, and is no day.
    #[must_use]
    pub fn is_unread(&self, days: Days<'_>) -> bool {
        !self.is_empty() && self.moment(days).is_none()
    }
}

/// A row of a grid of ratings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rated {
    pub level: Option<Level>,
    pub why: String,
}

/// Who does what by when, as far as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step {
    pub who: Option<Id>,
    pub what: String,
    pub by: Day,
}

impl Step {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.who.is_none() && self.what.trim().is_empty() && self.by.is_empty()
    }

    /// The step, if nothing of it is missing.
    fn whole(&self, evidence: &Evidence, days: Days<'_>) -> Option<NamedStep> {
        let what = evidence.kept(self.what.trim());
        let by = self.by.moment(days)?;
        (!what.is_empty()).then_some(())?;
        Some(NamedStep { who: self.who.clone()?, what, by })
    }

    /// Something of it is written, and something is missing.
    #[must_use]
    pub fn is_half(&self, days: Days<'_>) -> bool {
        !self.is_empty() && (self.who.is_none() || self.what.trim().is_empty() || self.by.moment(days).is_none())
    }
}

/// A step as it is kept while it is only half written.
#[derive(Debug, Serialize, Deserialize)]
struct HalfStep {
    who: Option<Id>,
    what: String,
    by: String,
}

/// What is written in one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    Words(String),
    /// One choice, or some: by id, in the order in which they were chosen.
    Picks(Vec<Id>),
    Grid(Vec<Rated>),
    Steps(Vec<Step>),
    Day(Day),
    /// Nothing is written here: it is cited, or filled in by a rule.
    Nothing,
}

impl Written {
    /// What is shown of a value. A value of another kind than the field's can't be shown, and is as if it were not
    /// there.
    #[must_use]
    pub fn of(
        kind: &FieldInput,
        value: Option<&Value>,
        evidence: &Evidence,
        days: Days<'_>,
        words: &Catalogue,
    ) -> Self {
        match (kind, value) {
            (FieldInput::Words { .. }, Some(Value::Words(text))) => Self::Words(evidence.shown(text)),
            (FieldInput::Words { .. }, _) => Self::Words(String::new()),
            (FieldInput::PickOne(_), Some(Value::Pick(id))) => Self::Picks(vec![id.clone()]),
            (FieldInput::PickSome(_), Some(Value::Picks(ids)))
            | (FieldInput::People(_), Some(Value::People(ids))) => Self::Picks(ids.clone()),
            (FieldInput::PickOne(_) | FieldInput::PickSome(_) | FieldInput::People(_), _) => Self::Picks(Vec::new()),
            (FieldInput::Grid(rows), value) => {
                Self::Grid(rows.iter().map(|row| rated(row, value, evidence)).collect())
            }
            (FieldInput::Steps { .. }, Some(Value::Steps(steps))) => Self::Steps(
                steps
                    .iter()
                    .map(|step| Step {
                        who: Some(step.who.clone()).filter(|who| !who.trim().is_empty()),
                        what: evidence.shown(&step.what),
                        by: Day::kept(step.by, days, words),
                    })
                    .collect(),
            ),
            (FieldInput::Steps { .. }, _) => Self::Steps(Vec::new()),
            (FieldInput::Date, Some(Value::Date(moment))) => Self::Day(Day::kept(*moment, days, words)),
            (FieldInput::Date, _) => Self::Day(Day::default()),
            (FieldInput::Cites { .. } | FieldInput::FromRule(_), _) => Self::Nothing,
        }
    }

    /// The value that is kept; nothing where nothing whole is written.
    #[must_use]
    pub fn value(&self, kind: &FieldInput, evidence: &Evidence, days: Days<'_>) -> Option<Value> {
        match (self, kind) {
            (Self::Words(text), _) => {
                let text = text.trim();
                (!text.is_empty()).then(|| Value::Words(evidence.kept(text)))
            }
            (Self::Picks(ids), FieldInput::PickOne(_)) => ids.first().cloned().map(Value::Pick),
            (Self::Picks(ids), FieldInput::People(_)) => (!ids.is_empty()).then(|| Value::People(ids.clone())),
            (Self::Picks(ids), _) => (!ids.is_empty()).then(|| Value::Picks(ids.clone())),
            (Self::Grid(rated), FieldInput::Grid(rows)) => {
                let kept: Vec<_> = rows
                    .iter()
                    .zip(rated)
                    .filter_map(|(row, rated)| {
                        let why = evidence.kept(rated.why.trim());
                        Some((row.risk, Row { level: rated.level?, why }))
                    })
                    .collect();
                (!kept.is_empty()).then_some(Value::Grid(Entries(kept)))
            }
            (Self::Steps(steps), _) => {
                let whole: Vec<NamedStep> = steps.iter().filter_map(|step| step.whole(evidence, days)).collect();
                (!whole.is_empty()).then_some(Value::Steps(whole))
            }
            (Self::Day(day), _) => day.moment(days).map(Value::Date),
            (Self::Grid(_) | Self::Nothing, _) => None,
        }
    }

    /// Nothing at all is written here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Words(text) => text.trim().is_empty(),
            Self::Picks(ids) => ids.is_empty(),
            Self::Grid(rows) => rows.iter().all(|row| row.level.is_none() && row.why.trim().is_empty()),
            Self::Steps(steps) => steps.iter().all(Step::is_empty),
            Self::Day(day) => day.is_empty(),
            Self::Nothing => true,
        }
    }

    /// What no value can hold, as it is kept beside the form; nothing if the value holds everything.
    #[must_use]
    pub fn half(&self, evidence: &Evidence, days: Days<'_>) -> Option<String> {
        match self {
            Self::Day(day) if day.is_unread(days) => Some(day.typed.clone()),
            Self::Grid(rows) if rows.iter().any(|row| row.level.is_none() && !row.why.trim().is_empty()) => {
                let whys: Vec<String> = rows.iter().map(|row| evidence.kept(&row.why)).collect();
                serde_json::to_string(&whys).ok()
            }
            Self::Steps(steps) if steps.iter().any(|step| step.is_half(days)) => {
                let half: Vec<HalfStep> = steps
                    .iter()
                    .filter(|step| !step.is_empty())
                    .map(|step| HalfStep {
                        who: step.who.clone(),
                        what: evidence.kept(&step.what),
                        by: step.by.typed.clone(),
                    })
                    .collect();
                serde_json::to_string(&half).ok()
            }
            _ => None,
        }
    }

    /// Puts back what was half written. Steps that are whole come from the value: they may be newer.
    pub fn take_half(&mut self, half: &str, evidence: &Evidence, days: Days<'_>) {
        match self {
            // A text that was being typed in the terminal is newer than its value.
            Self::Words(text) if !half.trim().is_empty() => *text = evidence.shown(half),
            Self::Day(day) => *day = Day::typed(half),
            Self::Grid(rows) => {
                let whys: Vec<String> = serde_json::from_str(half).unwrap_or_default();
                for (row, why) in rows.iter_mut().zip(whys) {
                    if row.level.is_none() {
                        row.why = evidence.shown(&why);
                    }
                }
            }
            Self::Steps(steps) => {
                let half: Vec<HalfStep> = serde_json::from_str(half).unwrap_or_default();
                let typed: Vec<Step> = half
                    .into_iter()
                    .map(|step| Step { who: step.who, what: evidence.shown(&step.what), by: Day::typed(&step.by) })
                    .collect();
                let whole = |steps: &[Step]| -> Vec<NamedStep> {
                    steps.iter().filter_map(|step| step.whole(evidence, days)).collect()
                };
                if whole(&typed) == whole(steps) {
                    *steps = typed;
                } else {
                    steps.extend(typed.into_iter().filter(|step| step.is_half(days)));
                }
            }
            Self::Words(_) | Self::Picks(_) | Self::Nothing => {}
        }
    }

    /// Every text in it in which something may be cited.
    pub fn texts_mut(&mut self) -> Vec<&mut String> {
        match self {
            Self::Words(text) => vec![text],
            Self::Grid(rows) => rows.iter_mut().map(|row| &mut row.why).collect(),
            Self::Steps(steps) => steps.iter_mut().map(|step| &mut step.what).collect(),
            Self::Picks(_) | Self::Day(_) | Self::Nothing => Vec::new(),
        }
    }
}

fn rated(row: &GridRow, value: Option<&Value>, evidence: &Evidence) -> Rated {
    match value {
        Some(Value::Grid(rows)) => rows
            .get(&row.risk)
            .map_or_else(Rated::default, |kept| Rated { level: Some(kept.level), why: evidence.shown(&kept.why) }),
        Some(Value::Levels(levels)) => Rated { level: levels.get(&row.risk).copied(), why: String::new() },
        _ => Rated::default(),
    }
}

/// Every text of a value in which something may be cited, as it is kept.
pub fn texts_of(value: &Value) -> Vec<&str> {
    match value {
        Value::Words(text) => vec![text],
        Value::Grid(rows) => rows.iter().map(|(_, row)| row.why.as_str()).collect(),
        Value::Steps(steps) => steps.iter().map(|step| step.what.as_str()).collect(),
        Value::Pick(_) | Value::Picks(_) | Value::Levels(_) | Value::People(_) | Value::Date(_) => Vec::new(),
    }
}
