//! Floors: what law or safeguarding requires or forbids, kept apart from what reviewers would have done.
//!
//! The engine carries nothing of them. A run's commands are played again, and whenever everything due has happened the
//! floors are tested. `when` begins a floor; `must` has to hold by `within` from then on, or by the end of the run;
//! without `must`, `when` must never hold. A floor begins once.

use super::walk::{Watch, walk};
use crate::run::Run;
use crate::run::state::State;
use crate::scenario::calendar::{Calendar, DAY, Minute};
use crate::scenario::ids::FloorId;
use crate::scenario::model::Scenario;
use crate::scenario::tables::{Length, Tables};

/// How a run kept one floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Nothing began it.
    NotApplicable,
    /// What must never be never was.
    Never,
    /// What was required from `since` on was done at `at`.
    Kept { since: Minute, at: Minute },
    /// What was required from `since` on was not done by `at`; or what must never be was so at `at`.
    Breached { since: Minute, at: Minute },
    /// It was begun, and the run went no further than this: its time, if it has one, was not over.
    Open { since: Minute, due: Option<Minute> },
}

impl Kept {
    /// When it was begun.
    #[must_use]
    pub const fn since(self) -> Option<Minute> {
        match self {
            Self::NotApplicable | Self::Never => None,
            Self::Kept { since, .. } | Self::Breached { since, .. } | Self::Open { since, .. } => Some(since),
        }
    }
}

/// Tests every floor on a run, in the order of their numbers.
#[must_use]
pub fn floors(run: &Run) -> Vec<(FloorId, Kept)> {
    let mut floors = Floors::new(run.scenario());
    let raw = run.scenario().raw().floors.iter();
    walk(run, &mut floors, raw.flat_map(|floor| [Some(&floor.when), floor.must.as_ref()]).flatten());
    floors.finish(run.is_over().then_some(run.state().clock))
}

/// A floor while it is being watched.
#[derive(Debug, Clone, Copy, Default)]
struct Watched {
    since: Option<Minute>,
    /// When its time is over; nothing if only the end of the run is.
    due: Option<Minute>,
    kept: Option<Minute>,
    breached: Option<Minute>,
}

/// Every floor, while a run is watched.
#[derive(Debug)]
pub(crate) struct Floors<'s> {
    tables: &'s Tables,
    floors: Vec<Watched>,
}

impl<'s> Floors<'s> {
    pub(crate) fn new(scenario: &'s Scenario) -> Self {
        let tables = scenario.tables();
        Self { tables, floors: vec![Watched::default(); tables.floors.len()] }
    }

    #[expect(clippy::cast_possible_truncation, reason = "check refuses over 2,047 ids")]
    /// How the run kept each, by its number; `ended` is its last minute, if it is over.
    pub(crate) fn finish(self, ended: Option<Minute>) -> Vec<(FloorId, Kept)> {
        let rows = self.floors.iter().zip(&self.tables.floors);
        rows.enumerate()
            .map(|(index, (watched, row))| (FloorId(index as u16), watched.result(row.must.is_some(), ended)))
            .collect()
    }
}

impl Watched {
    fn result(self, requires: bool, ended: Option<Minute>) -> Kept {
        let Some(since) = self.since else { return if requires { Kept::NotApplicable } else { Kept::Never } };
        if let Some(at) = self.breached {
            return Kept::Breached { since, at };
        } else if let Some(at) = self.kept {
            return Kept::Kept { since, at };
        }
        match (ended, self.due) {
            (Some(end), None) => Kept::Breached { since, at: end },
            (Some(end), Some(due)) if due < end => Kept::Breached { since, at: due },
            (_, due) => Kept::Open { since, due },
        }
    }
}

impl Watch for Floors<'_> {
    fn settled(&mut self, state: &State) {
        let tables = self.tables;
        for (watched, row) in self.floors.iter_mut().zip(&tables.floors) {
            let now = state.clock;
            if watched.since.is_none() {
                if !state.holds(tables, row.when) {
                    continue;
                }
                watched.since = Some(now);
                watched.due = row.within.and_then(|length| ends(tables, now, length));
            }
            if watched.kept.is_some() || watched.breached.is_some() {
                continue;
            }
            match row.must {
                None => watched.breached = Some(now),
                // What is done by the minute at which it is due is done in time.
                Some(_) if watched.due.is_some_and(|due| due < now) => watched.breached = watched.due,
                Some(must) if state.holds(tables, must) => watched.kept = Some(now),
                Some(_) => {}
            }
        }
    }
}

/// When something that takes so long is over. Where the length is drawn, its longer end counts: a floor leaves the
/// trainee the benefit of the doubt. Nothing if that lies beyond any calendar.
fn ends(tables: &Tables, now: Minute, length: u16) -> Option<Minute> {
    let calendar = &tables.calendar;
    let today = Calendar::day(now);
    match *tables.lengths.get(usize::from(length))? {
        Length::Minutes(minutes) => now.checked_add(minutes),
        Length::WorkingDays(n) => {
            calendar.working_day_after(today, u32::from(n)).map(|day| calendar.closing(day).max(now))
        }
        Length::Days(n) => now.checked_add(i32::from(n) * DAY),
        Length::Months(n) => {
            calendar.months_after(today, i32::from(n))?.checked_mul(DAY)?.checked_add(now.rem_euclid(DAY))
        }
        Length::Until(minute) => Some(minute.max(now)),
        Length::Between { high, .. } => ends(tables, now, high),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::sample::{self, act, at, choose, decide, finish, until};
    use crate::run::command::{Command, Filing};
    use crate::scenario::raw::{Entries, Moment, Value, WeekAt};

    fn floors_of(play: impl Fn(&mut Run)) -> Vec<Kept> {
        let mut run = Run::begin(sample::sample(), luck());
        play(&mut run);
        floors(&run).into_iter().map(|(_, kept)| kept).collect()
    }

    /// A seed with which nothing ends the run early.
    fn luck() -> u64 {
        (0..)
            .find(|seed| {
                let mut run = Run::begin(sample::sample(), *seed);
                finish(&mut run);
                run.state().ended == Some(crate::scenario::ids::EndingId(1))
            })
            .unwrap()
    }

    fn note(run: &mut Run) {
        let day = Moment::Week(WeekAt { week: 0, day: None, time: None });
        let fields = Entries(vec![
            ("happened".to_owned(), Value::Date(day)),
            ("outcome".to_owned(), Value::Pick("acceptable".into())),
            ("note".to_owned(), Value::Words("He was ill, and the clinic says so too, twice over.".into())),
        ]);
        let filing = Filing { fields, cites: vec![] };
        let command = Command::File { response: "case-note".into(), case: Some("fell".into()), filing };
        run.command(&command).unwrap();
    }

    #[test]
    fn kept_in_time() {
        let kept = floors_of(|run| {
            until(run, at(0, 1, 9, 0));
            act(run, "visit");
            decide(run, "one", choose("ask"));
            note(run);
            finish(run);
        });
        // The text came at ten on Monday; the visit was done on Tuesday, and takes half an hour.
        assert_eq!(kept[0], Kept::Kept { since: at(0, 0, 10, 0), at: at(0, 1, 9, 30) });
        let Kept::Kept { since, at: noted } = kept[1] else { panic!("{kept:?}") };
        assert_eq!(since, at(0, 1, 9, 30));
        assert!(noted > since);
        assert_eq!(kept[2], Kept::Never);
        // Thursday noon of week 1 is no event: the floor begins on the minute all the same, and is kept at once.
        assert_eq!(kept[3], Kept::Kept { since: at(1, 3, 12, 0), at: at(1, 3, 12, 0) });
        assert_eq!(kept[4], Kept::NotApplicable);
    }

    #[test]
    fn breached() {
        let kept = floors_of(|run| {
            until(run, at(0, 1, 9, 0));
            decide(run, "one", choose("wait"));
            act(run, "tell-mum");
            until(run, at(0, 3, 9, 0));
            act(run, "visit");
            finish(run);
        });
        // Two working days after Monday: closing on Wednesday. Thursday is late.
        assert_eq!(kept[0], Kept::Breached { since: at(0, 0, 10, 0), at: at(0, 2, 17, 0) });
        // Never filed: breached at the end of the run.
        assert_eq!(kept[1], Kept::Breached { since: at(0, 1, 9, 0), at: at(1, 7, 0, 0) });
        assert_eq!(kept[2], Kept::Breached { since: at(0, 1, 9, 10), at: at(0, 1, 9, 10) });
        assert_eq!(kept[4], Kept::Kept { since: at(0, 1, 9, 0), at: at(0, 1, 9, 10) });
    }

    #[test]
    fn still_open() {
        let kept = floors_of(finish);
        // Five working days from Thursday lie behind the end: there was time.
        assert_eq!(kept[3], Kept::Open { since: at(1, 3, 12, 0), due: Some(at(2, 3, 17, 0)) });
        // A run that is not over has breached nothing that waits for its end.
        let kept = floors_of(|run| {
            until(run, at(0, 1, 9, 0));
            decide(run, "one", choose("wait"));
        });
        assert_eq!(kept[1], Kept::Open { since: at(0, 1, 9, 0), due: None });
        assert_eq!(kept[3], Kept::NotApplicable);
    }
}
