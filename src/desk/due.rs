//! What falls due and is told, and the known dates ahead.

use super::look::Look;
use super::parts::{Named, Stamp, Who};
use super::{when, words};
use crate::run::event::What;
use crate::scenario::calendar::{Calendar, DAY, Minute};
use crate::scenario::ids::{DeadlineId, Symbol};
use crate::scenario::model::folded;
use crate::scenario::raw::{At, DayAt, DeadlineKind, Id, Moment, WeekAt};
use crate::text::Message;

/// How a deadline stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueState {
    /// Its time is over, and it is not done.
    Missed,
    Running,
    Met,
    /// Done, after its time.
    Late,
}

/// A duty, a promise or an agreed action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub id: Id,
    pub label: String,
    pub kind: DeadlineKind,
    /// "Duty", "Your promise", "Your action from MAPPA".
    pub kind_words: Message,
    pub case: Option<Named>,
    pub due: Stamp,
    pub state: DueState,
    /// "due today", "3 working days left", "5 hours left", "2 days over", "done".
    pub left: Message,
    /// When it was met or missed.
    pub since: Option<Stamp>,
    /// It falls due within the present turn.
    pub this_turn: bool,
}

/// A known date ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppointmentRow {
    pub id: Id,
    pub label: String,
    pub with: Who,
    pub case: Option<Named>,
    pub at: Stamp,
}

impl Look<'_> {
    /// Deadlines that are told and were started: overdue ones, running ones by date, then those that are done.
    pub(super) fn due(&self) -> Vec<Due> {
        let mut rows: Vec<Due> = self
            .raw
            .deadlines
            .iter()
            .filter_map(|deadline| self.deadline_called(&deadline.id))
            .filter(|id| self.is_told(*id))
            .filter_map(|id| self.due_row(id))
            .collect();
        rows.sort_by_key(|row| (row.state, row.due.minute));
        rows
    }

    fn due_row(&self, id: DeadlineId) -> Option<Due> {
        let raw = self.scenario.deadline(id);
        let row = &self.tables.deadlines[id.index()];
        let state = if self.state.has(row.running) {
            DueState::Running
        } else if self.state.has(row.met) {
            DueState::Met
        } else if !self.state.has(row.missed) {
            return None;
        } else if self.state.holds(self.tables, row.met_by) {
            DueState::Late
        } else {
            DueState::Missed
        };
        let mut due = self.state.clock;
        let mut since = None;
        for event in self.events {
            match &event.what {
                What::Started { deadline, due: at } if *deadline == raw.id => (due, since) = (*at, None),
                What::Met { deadline } | What::Missed { deadline } if *deadline == raw.id => since = Some(event.at),
                _ => {}
            }
        }
        Some(Due {
            id: raw.id.clone(),
            label: folded(&raw.label),
            kind: raw.kind,
            kind_words: words::deadline_kind(raw.kind),
            case: row.case.map(|case| self.case_named(case)),
            due: self.stamp(due),
            state,
            left: self.time_to(due, state),
            since: since.map(|at| self.stamp(at)),
            this_turn: self.turn().is_some_and(|turn| due <= turn.closes),
        })
    }

    /// How long there is: in hours on a day that is played by the day, else in working days.
    fn time_to(&self, due: Minute, state: DueState) -> Message {
        let clock = self.state.clock;
        let (today, day) = (self.today(), Calendar::day(due));
        match state {
            DueState::Met => return Message::new("due-met"),
            DueState::Late => return Message::new("due-met-late"),
            DueState::Missed => {
                let over = self.calendar.working_days_between(day, today);
                return if over < 1 {
                    Message::new("due-over-today")
                } else {
                    Message::new("due-over").with("days", over)
                };
            }
            DueState::Running => {}
        }
        if self.turn().is_some_and(|turn| turn.is_day) && due - clock < 2 * DAY {
            return Message::new("due-in-hours").with("left", when::minutes_long(due - clock));
        }
        let working = self.calendar.working_days_between(today, day);
        if day <= today {
            Message::new("due-today").with("time", when::time(due))
        } else if working > 0 {
            Message::new("due-working-days").with("days", working)
        } else {
            Message::new("due-on").with("date", when::day_long(self.calendar, day))
        }
    }

    /// "1 overdue, 1 due Friday".
    pub(super) fn due_summary(&self, due: &[Due]) -> Option<Message> {
        let overdue = due.iter().filter(|row| row.state == DueState::Missed).count();
        let mut running = due.iter().filter(|row| row.state == DueState::Running);
        let next = running.next().map(|first| {
            let day = Calendar::day(first.due.minute);
            let same_day = running.take_while(|row| Calendar::day(row.due.minute) == day).count();
            Message::new("summary-due")
                .with("n", same_day + 1)
                .with("day", when::day_from(self.calendar, self.today(), day))
        });
        let overdue = (overdue > 0).then(|| Message::new("summary-overdue").with("n", overdue));
        match (overdue, next) {
            (Some(overdue), Some(next)) => Some(Message::new("list-comma").with("first", overdue).with("rest", next)),
            (one, other) => one.or(other),
        }
    }

    /// Known dates ahead, the nearest first.
    pub(super) fn ahead(&self) -> Vec<AppointmentRow> {
        let mut rows = Vec::new();
        for raw in &self.raw.appointments {
            let Some(Symbol::Appointment(id)) = self.scenario.symbols().get(&raw.id) else { continue };
            let Some(with) = self.scenario.person_called(&raw.with) else { continue };
            let case = raw.case.as_deref().and_then(|case| self.scenario.case_called(case));
            if !self.state.holds(self.tables, self.tables.appointments[id.index()])
                || !self.known(with)
                || case.is_some_and(|case| !self.state.has(self.tables.cases[case.index()].allocated))
            {
                continue;
            }
            for at in self.moments(&raw.at).into_iter().filter(|at| *at >= self.state.clock) {
                rows.push(AppointmentRow {
                    id: raw.id.clone(),
                    label: folded(&raw.label),
                    with: self.who(with),
                    case: case.map(|case| self.case_named(case)),
                    at: self.stamp(at),
                });
            }
        }
        rows.sort_by_key(|row| row.at.minute);
        rows
    }

    fn moments(&self, at: &At) -> Vec<Minute> {
        let opening = |moment| self.calendar.opening_of(moment);
        match at {
            At::EachWeek(each) => (each.from..=each.to)
                .map(|week| opening(Moment::Week(WeekAt { week, day: each.day, time: each.time })))
                .collect(),
            At::EachDay(each) => {
                (each.from..=each.to).map(|day| opening(Moment::Day(DayAt { day, time: each.time }))).collect()
            }
            at => at.moment().map(opening).into_iter().collect(),
        }
    }
}
