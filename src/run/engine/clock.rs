//! Moving the clock: to a moment, to the next thing that would be noticed, or until an act is done.

use crate::scenario::calendar::{Calendar, Minute, Office};

use super::super::log::{Happening, Log};
use super::{Engine, Seen, Stop};

/// What the clock moves for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// Until the act in hand has had its minutes, in office hours.
    Work,
    Until(Minute),
    /// Until something is noticed, or until this moment at the latest.
    Notice(Minute),
}

impl<L: Log> Engine<'_, L> {
    /// Moves the clock towards a goal. Everything due on the way happens, in order. Stops early at what finds the
    /// trainee, and at a decision to be answered at once; and, unless there is work in hand, at any decision.
    pub(super) fn advance(&mut self, goal: Goal) -> Stop {
        if let Goal::Until(minute) = goal
            && self.state.work.talk == 0
            && let Some(stop) = self.pass_quietly(minute)
        {
            return stop;
        }
        let mut noticed = false;
        let mut overnight = false;
        loop {
            if self.state.ended.is_some() {
                return Stop::Ended;
            }
            let (target, working) = match goal {
                Goal::Work => {
                    if self.state.work.talk + self.state.work.owed == 0 {
                        return Stop::Reached;
                    }
                    self.work_target()
                }
                Goal::Until(minute) => (minute.max(self.state.clock + self.state.work.talk), false),
                Goal::Notice(_) if self.state.work.talk > 0 => (self.state.clock + self.state.work.talk, false),
                Goal::Notice(_) if noticed => return Stop::Noticed,
                Goal::Notice(limit) if overnight => (self.next_opening().map_or(limit, |at| at.min(limit)), false),
                Goal::Notice(limit) => (limit, false),
            };
            let next = self.next();
            let to = if next <= target { next.max(self.state.clock) } else { target.max(self.state.clock) };
            self.pass(to, working);
            if next <= to {
                self.seen = Seen::default();
                self.moment();
                match self.stopped() {
                    Some(Stop::Posed) if goal == Goal::Work => {}
                    Some(stop) => return stop,
                    None => {}
                }
                if self.seen.noticed && matches!(goal, Goal::Notice(_)) {
                    if self.is_attended() { noticed = true } else { overnight = true }
                }
                continue;
            }
            match goal {
                Goal::Until(_) if self.state.work.talk == 0 => return Stop::Reached,
                Goal::Notice(limit) if self.state.work.talk == 0 && !noticed => {
                    if overnight && to < limit {
                        return Stop::Noticed;
                    } else if to >= limit {
                        return Stop::TurnOver;
                    }
                }
                Goal::Work | Goal::Until(_) | Goal::Notice(_) => {}
            }
        }
    }

    /// The commonest way for time to pass: nobody works or talks. [`None`] once somebody talks.
    fn pass_quietly(&mut self, until: Minute) -> Option<Stop> {
        loop {
            if self.state.ended.is_some() {
                return Some(Stop::Ended);
            }
            let next = self.next();
            if next > until {
                self.state.clock = self.state.clock.max(until);
                return Some(Stop::Reached);
            }
            self.state.clock = self.state.clock.max(next);
            self.seen = Seen::default();
            self.moment();
            if self.state.work.talk > 0 {
                // What stops the clock stops it when the talk is over, unless it finds the trainee.
                return match self.stopped() {
                    Some(Stop::Posed) | None => None,
                    stop => stop,
                };
            }
            if let Some(stop) = self.stopped() {
                return Some(stop);
            }
        }
    }

    /// Whether what was just seen stops the clock.
    #[inline(always)]
    fn stopped(&self) -> Option<Stop> {
        if !self.seen.stops && self.state.ended.is_none() {
            None
        } else if self.state.ended.is_some() {
            Some(Stop::Ended)
        } else if self.seen.at_once {
            Some(Stop::AtOnce)
        } else if self.seen.interrupted {
            Some(Stop::Interrupted)
        } else {
            Some(Stop::Posed)
        }
    }

    /// The next minute at which anything is due.
    #[inline]
    fn next(&self) -> Minute {
        self.next_dated().min(self.state.next_due)
    }

    /// Lets time pass: talk first, then the act in hand.
    #[inline]
    fn pass(&mut self, to: Minute, working: bool) {
        let mut passed = to - self.state.clock;
        self.state.clock = to;
        if self.state.work.talk > 0 {
            let talked = passed.min(self.state.work.talk);
            self.state.work.talk -= talked;
            passed -= talked;
        }
        if working {
            self.state.work.owed = (self.state.work.owed - passed).max(0);
        }
    }

    /// Where work in hand takes the clock next, and whether that time is worked: acts go on through office hours, and
    /// past the end of the last day of a turn.
    fn work_target(&self) -> (Minute, bool) {
        let clock = self.state.clock;
        let need = clock + self.state.work.talk + self.state.work.owed;
        let offices = self.offices();
        let Some(last) = offices.last() else { return (need, true) };
        if clock >= last.opens {
            return (need, true);
        }
        match offices.iter().find(|office| clock < office.closes) {
            Some(office) if clock < office.opens => (office.opens, false),
            Some(office) => (need.min(office.closes), true),
            None => (need, true),
        }
    }

    /// Open days of the present turn.
    pub(super) fn offices(&self) -> &[Office] {
        self.tables.calendar.turns.get(usize::from(self.state.turn)).map_or(&[], |turn| {
            &self.tables.calendar.offices[usize::from(turn.first_office)..usize::from(turn.end_office)]
        })
    }

    /// The next opening in this turn after the present moment.
    pub(super) fn next_opening(&self) -> Option<Minute> {
        self.offices().iter().map(|office| office.opens).find(|opens| *opens > self.state.clock)
    }

    /// When the office of the present day closes, if it is open today.
    fn closing_today(&self) -> Option<Minute> {
        let day = Calendar::day(self.state.clock);
        self.offices().iter().find(|office| Calendar::day(office.opens) == day).map(|office| office.closes)
    }

    /// Whether somebody is at the desk now.
    pub(super) fn is_attended(&self) -> bool {
        self.state.is_open(&self.tables.calendar)
    }

    /// Goes on to the next thing that a person at this desk would notice, at the latest to the end of the turn.
    /// `answer_today` if a decision must be answered before the day ends.
    pub fn go_on(&mut self, answer_today: bool) -> Stop {
        self.log.put(self.state.clock, Happening::WentOn);
        self.leave_window();
        if self.state.work.hand != 0 {
            return self.resume();
        }
        let closes = self.tables.calendar.turns.get(usize::from(self.state.turn)).map_or(0, |turn| turn.closes);
        let limit = if answer_today { self.closing_today().unwrap_or(closes) } else { closes };
        self.advance(Goal::Notice(limit.max(self.state.clock)))
    }

    /// Lets time pass until a moment of this turn.
    pub fn go_on_until(&mut self, until: Minute) -> Stop {
        self.log.put(self.state.clock, Happening::WentOnUntil { until });
        self.leave_window();
        if self.state.work.hand != 0 {
            let stop = self.resume();
            if stop != Stop::Reached {
                return stop;
            }
        }
        loop {
            match self.advance(Goal::Until(until.max(self.state.clock))) {
                // What waits for the end of the day or of the turn may wait.
                Stop::Posed if self.state.clock < until => {}
                stop => return stop,
            }
        }
    }

    /// Ends the day: to the next opening of this turn, or to the next turn.
    pub fn end_day(&mut self) -> Stop {
        self.log.put(self.state.clock, Happening::DayEnded);
        self.leave_window();
        match self.next_opening() {
            Some(opens) => self.advance(Goal::Until(opens)),
            None => self.next_turn(),
        }
    }

    /// Ends the turn: to the opening of the next one, or to the end of the run.
    pub fn end_turn(&mut self) -> Stop {
        self.log.put(self.state.clock, Happening::TurnEnded);
        self.leave_window();
        self.next_turn()
    }

    fn next_turn(&mut self) -> Stop {
        let calendar = &self.tables.calendar;
        let Some(next) = calendar.turns.get(usize::from(self.state.turn) + 1) else {
            return match self.advance(Goal::Until(calendar.ends())) {
                Stop::Reached => {
                    self.end();
                    Stop::Ended
                }
                stop => stop,
            };
        };
        // The last minute before it opens belongs to the old turn: what rings at opening finds somebody there.
        let stop = self.advance(Goal::Until(next.opens - 1));
        if stop != Stop::Reached {
            return stop;
        }
        self.state.turn += 1;
        self.state.left = next.minutes;
        self.state.late = 0;
        self.log.put(next.opens, Happening::TurnBegan { turn: self.state.turn });
        self.advance(Goal::Until(next.opens))
    }

    /// What found the trainee out of hours is left.
    fn leave_window(&mut self) {
        self.state.window = 0;
        self.state.interrupted_by = None;
    }
}
