//! Everything dated, in one sorted list.

use crate::scenario::calendar::{Calendar, Minute};
use crate::scenario::raw::{At, Moment, Reach, Runs, WeekAt};
use crate::scenario::tables::{ClockTest, Cond, Due, DueRow, Phase};

use crate::diag::Code;

use super::Compiler;
use super::conditions::short;

/// More is dated than a run could hold.
pub(super) const TOO_MANY: Code = Code("D0109");

/// The most dated entries of a scenario: thousands of times what a case needs.
const MOST: usize = 200_000;

impl Compiler<'_> {
    pub(super) fn agenda(&mut self) {
        let (raw, symbols) = (self.raw, self.symbols);
        let mut agenda = Vec::new();
        for (index, spot) in symbols.drift.iter().enumerate() {
            self.dates(&raw.drift[spot.index()].at, Phase::Drift, index, &mut agenda, Calendar::start_of);
        }
        for (index, spot) in symbols.chances.iter().enumerate() {
            self.dates(&raw.chances[spot.index()].at, Phase::Chance, index, &mut agenda, Calendar::start_of);
        }
        for (index, spot) in symbols.arrivals.iter().enumerate() {
            let arrival = &raw.arrivals[spot.index()];
            let waits = arrival.reach == Reach::Waits;
            self.dates(&arrival.at, Phase::Arrival, index, &mut agenda, |calendar, moment| {
                let at = calendar.opening_of(moment);
                let day = Calendar::day(at);
                // What is due on a closed day comes when the office opens, unless it finds you at home.
                if waits && !calendar.is_open(day) { calendar.next_opening(day) } else { at }
            });
        }
        for (index, spot) in symbols.decisions.iter().enumerate() {
            self.dates(&raw.decisions[spot.index()].at, Phase::Decision, index, &mut agenda, Calendar::opening_of);
        }
        let begins = self.tables.calendar.begins();
        for (index, spot) in symbols.deadlines.iter().enumerate() {
            if let Runs::At(moment) = raw.deadlines[spot.index()].runs {
                // What falls due before what it runs from runs from the start.
                let at = match self.tables.deadlines.get(index).map(|row| row.due) {
                    Some(DueRow::At(_)) => begins,
                    Some(DueRow::Rules(rules))
                        if rules.of(&self.tables.rules).iter().any(|rule| matches!(rule.due, DueRow::At(_))) =>
                    {
                        begins
                    }
                    _ => self.tables.calendar.start_of(moment).max(begins),
                };
                agenda.push(Due { at, phase: Phase::Deadline, item: short(index), nth: 0 });
            }
        }
        self.ticks(&mut agenda);
        if agenda.len() > MOST {
            self.names.error(
                TOO_MANY,
                format!("more than {MOST} things are dated in this scenario"),
                Some("let fewer things repeat each day or each week".to_owned()),
            );
            agenda.clear();
        }
        agenda.sort_unstable();
        agenda.dedup();
        self.tables.agenda = agenda;
    }

    /// The moments at which what reacts to changes must look again, because its condition asks for the time.
    fn ticks(&mut self, agenda: &mut Vec<Due>) {
        let tables = &self.tables;
        let triggers = tables.triggers.iter().map(|trigger| trigger.when);
        let met = tables.deadlines.iter().map(|deadline| deadline.met_by);
        for condition in triggers.chain(met).filter(|condition| *condition != Cond::ALWAYS) {
            let either = &tables.conditions.conditions[usize::from(condition.0)];
            let others = either.others.of(&tables.conditions.clauses);
            for clause in std::iter::once(&either.first).chain(others) {
                for test in clause.clock.of(&tables.conditions.clock) {
                    let (ClockTest::From(at) | ClockTest::Before(at)) = *test;
                    agenda.push(Due { at, phase: Phase::Tick, item: 0, nth: 0 });
                }
            }
        }
        self.tables.reacts = !self.tables.triggers.is_empty() || !self.tables.deadlines.is_empty();
    }

    fn dates(
        &self,
        at: &At,
        phase: Phase,
        item: usize,
        agenda: &mut Vec<Due>,
        minute: impl Fn(&Calendar, Moment) -> Minute,
    ) {
        let calendar = &self.tables.calendar;
        let mut put = |moment: Moment, nth: usize| {
            if agenda.len() > MOST {
                return;
            }
            agenda.push(Due { at: minute(calendar, moment), phase, item: short(item), nth: short(nth) });
        };
        match at {
            At::Week(at) => put(Moment::Week(*at), 0),
            At::Day(at) => put(Moment::Day(*at), 0),
            At::EachWeek(each) => {
                for (nth, week) in (each.from..=each.to).enumerate() {
                    put(Moment::Week(WeekAt { week, day: each.day, time: each.time }), nth);
                }
            }
            At::EachDay(each) => {
                for (nth, day) in (each.from..=each.to).enumerate() {
                    put(Moment::Day(crate::scenario::raw::DayAt { day, time: each.time }), nth);
                }
            }
            At::AsSoonAs(_) | At::Called => {}
        }
    }
}
