//! The desk of the moment: everything that the trainee may see now.

use std::cmp::Ordering;

use super::chronology::Line;
use super::due::{AppointmentRow, Due};
use super::file::CaseFile;
use super::inbox::{InboxRow, Reading};
use super::look::Look;
use super::parts::{Asked, CitationRow, Draft, Stamp, Who};
use super::people::PersonRow;
use super::responses::KindGroup;
use super::{when, words};
use crate::run::Run;
use crate::run::engine::Hand;
use crate::run::event::What;
use crate::scenario::calendar::{Calendar, Minute};
use crate::scenario::ids::{ArrivalId, DecisionId, DocumentId, ItemId};
use crate::scenario::model::folded;
use crate::scenario::raw::{AnswerBy, Id, Stretch};
use crate::scenario::tables::By;
use crate::text::Message;
use crate::text::when::TurnKind;

/// The whole desk.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// The scenario's title.
    pub title: String,
    pub clock: Clock,
    /// What the stretch opens with, on the first turn of a stretch.
    pub opens: Option<String>,
    /// Cases that are on the desk, in the order of the file.
    pub cases: Vec<CaseFile>,
    /// In order of arrival: the newest last.
    pub inbox: Vec<InboxRow>,
    /// "3 unread", or that all is read.
    pub unread: Message,
    /// Asked, and no answer yet: the oldest first.
    pub asked: Vec<Asked>,
    /// In the order of the file.
    pub people: Vec<PersonRow>,
    /// Deadlines that are told: overdue, then running by date, then met, then missed ones.
    pub due: Vec<Due>,
    /// "1 overdue, 1 due Friday"; nothing if nothing runs.
    pub due_summary: Option<Message>,
    /// Known dates ahead, the nearest first.
    pub ahead: Vec<AppointmentRow>,
    /// All ten kinds, always in the same order: Explore, Enforce, Recall, Refer, then the six others.
    pub kinds: Vec<KindGroup>,
    /// What is being asked: those that must be answered first stand first.
    pub questions: Vec<Question>,
    pub drafts: Vec<Draft>,
    /// An act that was broken off.
    pub in_hand: Option<InHand>,
    /// Something found the trainee out of hours.
    pub window: Option<Window>,
    /// The trainee's notes, the oldest first.
    pub notes: Vec<Note>,
    /// What the trainee has cited so far.
    pub citations: Vec<CitationRow>,
    /// Everything so far that the trainee may know of, the oldest first.
    pub chronology: Vec<Line>,
    /// Softer texts are shown in this run.
    pub softer: bool,
    /// The run is over: nothing more can be done, and the debrief is open.
    pub over: bool,
}

/// Where the clock stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    pub minute: Minute,
    /// Number of the turn, from nought.
    pub turn: u16,
    pub kind: TurnKind,
    /// "Week 3 after his release", where the author says what day 0 is; else the dates of the turn.
    pub turn_words: Message,
    /// What the turn is called in a sentence: "week 3", "Tuesday".
    pub turn_name: Message,
    /// "Tuesday 25 November 2025".
    pub date: Message,
    /// "10:10".
    pub time: String,
    /// Open days of this turn.
    pub days: Vec<DayMark>,
    /// Minutes left in this turn.
    pub left: i32,
    /// Minutes that this turn had.
    pub of: i32,
    /// "1 h 50 min left of 5 h this week".
    pub left_words: Message,
    /// Minutes of late work that are still allowed this turn.
    pub late_left: i32,
    /// Minutes worked late this turn.
    pub late: i32,
    /// What there is to say on late work, if it is allowed or was done.
    pub late_words: Option<Message>,
    /// Somebody is at the desk: in office hours.
    pub office_open: bool,
    /// The turn's last day has closed: it can only be ended.
    pub turn_over: bool,
    /// "End week 3".
    pub end_turn: Message,
    /// "End Tuesday", where the turn has more days to come.
    pub end_day: Option<Message>,
    /// What stands in the way of going on at all: a decision to be answered at once.
    pub cannot_go_on: Option<Message>,
    /// What stands in the way of ending the turn: a decision, or an act in hand.
    pub cannot_end: Option<Message>,
    /// This is the last turn.
    pub last: bool,
}

/// One open day of the turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayMark {
    /// "Tue".
    pub weekday: Message,
    /// "Tuesday 25 November".
    pub date: Message,
    pub is: Day,
}

/// Where a day lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    Past,
    Today,
    Ahead,
}

/// A decision that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub decision: Id,
    pub title: Message,
    pub by: AnswerBy,
    /// "Answer by the end of this week".
    pub by_words: Message,
    pub since: Stamp,
    pub case: Option<Id>,
}

/// An act that was broken off, and goes on when the trainee does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InHand {
    /// "Reading Discharge letter".
    pub what: Message,
    pub minutes_to_go: i32,
    /// "12 minutes to go".
    pub words: Message,
}

/// Something has found the trainee out of hours, and gives so many minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    pub arrival: Option<Id>,
    pub title: Option<String>,
    pub from: Option<Who>,
    pub minutes: i32,
    pub words: Message,
}

/// A note of the trainee's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub at: Stamp,
    pub text: String,
}

/// The desk as it stands.
#[must_use]
pub fn moment(run: &Run) -> Moment {
    Look::at(run).moment()
}

impl Look<'_> {
    pub(super) fn moment(&self) -> Moment {
        let inbox = self.inbox();
        let unread = inbox.iter().filter(|row| row.reading == Reading::Unread).count();
        let due = self.due();
        Moment {
            title: folded(&self.raw.title),
            clock: self.clock(),
            opens: self.opens(),
            cases: self.cases().map(|case| self.case_file(case)).collect(),
            unread: Message::new("inbox-unread").with("n", unread),
            inbox,
            asked: self.asked(),
            people: self.people(),
            due_summary: self.due_summary(&due),
            due,
            ahead: self.ahead(),
            kinds: self.kinds(),
            questions: self.questions(),
            drafts: self.drafts(),
            in_hand: self.in_hand(),
            window: self.window(),
            notes: self.notes(),
            citations: self.citations(),
            chronology: self.chronology(),
            softer: self.run.softer(),
            over: self.run.is_over(),
        }
    }

    /// What the stretch opens with, on its first turn.
    fn opens(&self) -> Option<String> {
        let turn = self.turn()?;
        let before = usize::from(self.state.turn).checked_sub(1).and_then(|at| self.calendar.turns.get(at));
        if before.is_some_and(|before| before.stretch == turn.stretch) {
            return None;
        }
        let (Stretch::Weeks { opens, .. } | Stretch::Days { opens, .. }) =
            self.raw.calendar.stretches.get(usize::from(turn.stretch))?;
        opens.as_deref().map(folded)
    }

    fn clock(&self) -> Clock {
        let minute = self.state.clock;
        let kind = self.turn_kind();
        let turn = self.turn();
        let allowed = turn.map_or(0, |turn| turn.late);
        let offices = turn.map_or(&[][..], |turn| {
            &self.calendar.offices[usize::from(turn.first_office)..usize::from(turn.end_office)]
        });
        let more_days = offices.iter().any(|office| office.opens > minute);
        let turn_name = turn.map_or_else(
            || Message::new("turn-word-week"),
            |turn| when::turn_name(self.calendar, turn, self.day_0_is()),
        );
        let today = self.today();
        Clock {
            minute,
            turn: self.state.turn,
            kind,
            turn_words: turn.map_or_else(
                || when::day_long(self.calendar, today),
                |turn| when::turn(self.calendar, turn, self.day_0_is()),
            ),
            date: when::day_full(self.calendar, today),
            time: when::time(minute),
            days: offices
                .iter()
                .map(|office| {
                    let day = Calendar::day(office.opens);
                    DayMark {
                        weekday: when::weekday_short(self.calendar, day),
                        date: when::day_long(self.calendar, day),
                        is: match day.cmp(&today) {
                            Ordering::Less => Day::Past,
                            Ordering::Equal => Day::Today,
                            Ordering::Greater => Day::Ahead,
                        },
                    }
                })
                .collect(),
            left: self.state.left,
            of: turn.map_or(0, |turn| turn.minutes),
            left_words: if self.run.is_over() {
                Message::new("news-ended")
            } else {
                Message::new("minutes-left")
                    .with("left", when::minutes(self.state.left))
                    .with("of", when::minutes(turn.map_or(0, |turn| turn.minutes)))
                    .with("turn", kind.this())
            },
            late_left: (allowed - self.state.late).max(0),
            late: self.state.late,
            late_words: if self.state.late > 0 {
                Some(Message::new("late-worked").with("late", when::minutes(self.state.late)))
            } else if allowed > 0 {
                Some(Message::new("late-allowed").with("late", when::minutes_long(allowed)))
            } else {
                None
            },
            office_open: self.state.is_open(self.calendar),
            turn_over: self.state.window == 0 && turn.is_none_or(|turn| minute >= turn.closes),
            end_turn: Message::new("end-turn").with("turn", turn_name.clone()),
            turn_name,
            end_day: more_days.then(|| Message::new("end-turn").with("turn", when::weekday(self.calendar, today))),
            cannot_go_on: self.blocking(By::AtOnce).map(|id| self.answer_first(id)),
            cannot_end: self.cannot_end(),
            last: usize::from(self.state.turn) + 1 >= self.calendar.turns.len(),
        }
    }

    /// The first decision that waits and must be answered by then.
    fn blocking(&self, by: By) -> Option<DecisionId> {
        self.waiting().into_iter().find(|id| self.tables.decisions[id.index()].by == by)
    }

    fn cannot_end(&self) -> Option<Message> {
        let first = self.waiting().into_iter().next();
        match (first, self.state.work.hand) {
            (Some(id), _) => Some(self.answer_first(id)),
            (None, 0) => None,
            (None, _) => Some(self.refusal(&crate::run::refusal::Refusal::InHand { left: self.state.work.owed })),
        }
    }

    /// Decisions that wait, those that must be answered first in front.
    pub(super) fn waiting(&self) -> Vec<DecisionId> {
        let mut waiting: Vec<DecisionId> = self
            .raw
            .decisions
            .iter()
            .filter_map(|decision| self.scenario.decision_called(&decision.id))
            .filter(|id| self.state.has(self.tables.decisions[id.index()].waits))
            .collect();
        waiting.sort_by_key(|id| self.tables.decisions[id.index()].by);
        waiting
    }

    pub(super) fn questions(&self) -> Vec<Question> {
        self.waiting().into_iter().map(|id| self.question(id)).collect()
    }

    fn question(&self, id: DecisionId) -> Question {
        let raw = self.scenario.decision(id);
        let posed = self
            .events
            .iter()
            .rev()
            .find(|event| matches!(&event.what, What::Posed { decision } if *decision == raw.id));
        Question {
            decision: raw.id.clone(),
            title: self.decision_title(id),
            by: raw.answer_by,
            by_words: words::answer_by(raw.answer_by, self.turn_kind()),
            since: self.stamp(posed.map_or(self.state.clock, |event| event.at)),
            case: self.tables.decisions[id.index()].case.map(|case| self.scenario.case(case).id.clone()),
        }
    }

    pub(super) fn in_hand(&self) -> Option<InHand> {
        let hand = self.hand?;
        let item = |number: u16| {
            let arrivals = u16::try_from(self.tables.arrivals.len()).unwrap_or(u16::MAX);
            let item = number
                .checked_sub(arrivals)
                .map_or(ItemId::Arrival(ArrivalId(number)), |document| ItemId::Document(DocumentId(document)));
            self.item_ref(item, self.newest(item).unwrap_or(0)).title
        };
        let what = match hand {
            Hand::Open { item: number, .. } => Message::new("in-hand-reading").with("title", item(number)),
            Hand::Do(id) | Hand::File(id) => Message::new("in-hand-doing").with("label", self.label(id)),
            Hand::Tell { item: number, who } => {
                Message::new("in-hand-telling").with("title", item(number)).with("name", self.name(who))
            }
        };
        let to_go = self.state.work.owed;
        Some(InHand {
            what,
            minutes_to_go: to_go,
            words: Message::new("in-hand-to-go").with("left", when::minutes_long(to_go)),
        })
    }

    fn window(&self) -> Option<Window> {
        if self.state.window <= 0 {
            return None;
        }
        let came = self.state.interrupted_by.and_then(|id| self.occurrence(id, None));
        Some(Window {
            arrival: came.map(|came| self.scenario.arrival(came.id).id.clone()),
            title: came.map(|came| self.arrival_title(came)),
            from: came.map(|came| self.who(self.tables.arrivals[came.id.index()].from)),
            minutes: self.state.window,
            words: Message::new("window-minutes").with("left", when::minutes_long(self.state.window)),
        })
    }

    fn notes(&self) -> Vec<Note> {
        self.events
            .iter()
            .filter_map(|event| match &event.what {
                What::Noted { text } => Some(Note { at: self.stamp(event.at), text: text.clone() }),
                _ => None,
            })
            .collect()
    }
}
