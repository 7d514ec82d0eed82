//! The end of a turn: what is undone, unread and unanswered; go on or go back.

use super::due::{AppointmentRow, Due, DueState};
use super::inbox::{InboxRow, Reading};
use super::look::Look;
use super::moment::{InHand, Question};
use super::parts::{Asked, Draft, ItemRef};
use super::{when, words};
use crate::run::Run;
use crate::run::event::What;
use crate::scenario::calendar::{Minute, Turn};
use crate::scenario::raw::Kind;
use crate::text::Message;

/// What lies on the desk as the turn ends.
#[derive(Debug, Clone, PartialEq)]
pub struct EndOfTurn {
    /// "The end of week 9".
    pub heading: Message,
    /// "You have 25 minutes left. Minutes that are not used do not carry over."
    pub left: Message,
    /// Decisions that must be answered before the turn can end.
    pub blocks: Vec<Question>,
    /// An act that must be finished first.
    pub in_hand: Option<InHand>,
    /// Due before the end of the next turn, or overdue, and not done.
    pub due: Vec<Due>,
    pub unread: Vec<InboxRow>,
    /// Documents of the file that were never opened.
    pub unopened: Vec<ItemRef>,
    pub asked: Vec<Asked>,
    pub drafts: Vec<Draft>,
    /// Where the time went: what, and how many minutes, the most first.
    pub time: Vec<(Message, i32)>,
    /// Known dates of the next turn.
    pub ahead: Vec<AppointmentRow>,
    /// What the next turn is called; nothing if this is the last.
    pub next: Option<Message>,
    /// "Go on to week 10", or to the end.
    pub go_on: Message,
    /// "Back to Friday".
    pub go_back: Message,
    /// "1 overdue, 2 unread, 1 not answered yet".
    pub summary: Message,
    /// Whether the turn can be ended now.
    pub can_end: bool,
}

/// The end of the present turn; nothing if the run is over.
#[must_use]
pub fn end_of_turn(run: &Run) -> Option<EndOfTurn> {
    Look::at(run).end_of_turn()
}

/// Where the time of the present turn went so far, the most first: what, and how many minutes.
#[must_use]
pub fn time_spent(run: &Run) -> Vec<(Message, i32)> {
    Look::at(run).time_spent()
}

/// What minutes went into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Spent {
    Reading,
    /// Spoken, and heard as it came.
    Hearing,
    Telling,
    Responding(Kind),
}

impl Spent {
    fn words(self) -> Message {
        match self {
            Self::Reading => Message::new("spent-reading"),
            Self::Hearing => Message::new("spent-hearing"),
            Self::Telling => Message::new("spent-telling"),
            Self::Responding(kind) => words::kind(kind),
        }
    }
}

impl Look<'_> {
    fn end_of_turn(&self) -> Option<EndOfTurn> {
        let turn = self.turn()?;
        if self.run.is_over() {
            return None;
        }
        let next = self.calendar.turns.get(usize::from(self.state.turn) + 1);
        let until = next.map_or(self.calendar.ends(), |next| next.closes);
        let name = |turn: &Turn| when::turn_name(self.calendar, turn, self.day_0_is());
        let due: Vec<Due> = self.due().into_iter().filter(|row| is_open(row) && row.due.minute <= until).collect();
        let unread: Vec<InboxRow> = self.inbox().into_iter().filter(|row| row.reading == Reading::Unread).collect();
        let asked = self.asked();
        let questions = self.questions();
        let in_hand = self.in_hand();
        let unopened = self.items_unread();
        let unopened = unopened.into_iter().filter(|item| !unread.iter().any(|row| row.item == item.item)).collect();
        Some(EndOfTurn {
            heading: Message::new("end-heading").with("turn", name(turn)),
            left: if self.state.left > 0 {
                Message::new("end-left").with("left", when::minutes_long(self.state.left))
            } else {
                Message::new("end-nothing-left")
            },
            can_end: questions.is_empty() && in_hand.is_none(),
            blocks: questions,
            in_hand,
            summary: summary(&due, unread.len(), asked.len()),
            due,
            unread,
            unopened,
            asked,
            drafts: self.drafts(),
            time: self.time_spent(),
            ahead: self
                .ahead()
                .into_iter()
                .filter(|row| turn.closes < row.at.minute && row.at.minute <= until)
                .collect(),
            go_on: next.map_or_else(
                || Message::new("end-go-on-last"),
                |next| Message::new("end-go-on").with("turn", name(next)),
            ),
            next: next.map(name),
            go_back: Message::new("end-go-back").with("day", when::weekday(self.calendar, self.today())),
        })
    }

    /// Where the time of this turn went, the most first.
    fn time_spent(&self) -> Vec<(Message, i32)> {
        let began = self.events.iter().rposition(|event| matches!(event.what, What::TurnBegan { .. })).unwrap_or(0);
        let mut spent: Vec<(Spent, Minute)> = Vec::new();
        for event in self.events.iter().skip(began) {
            let (what, minutes) = match &event.what {
                What::Opened { item, nth, minutes, .. } => {
                    let heard = self.came.iter().any(|came| {
                        came.heard && came.at == event.at && came.nth == *nth && {
                            self.scenario.arrival(came.id).id == *item
                        }
                    });
                    (if heard { Spent::Hearing } else { Spent::Reading }, *minutes)
                }
                What::Did { response, minutes } | What::Filed { response, minutes, .. } => {
                    let Some(id) = self.scenario.response_called(response) else { continue };
                    (Spent::Responding(self.scenario.response_kind(id)), *minutes)
                }
                What::Told { minutes, .. } => (Spent::Telling, *minutes),
                _ => continue,
            };
            match spent.iter_mut().find(|(one, _)| *one == what) {
                Some((_, sum)) => *sum += minutes,
                None => spent.push((what, minutes)),
            }
        }
        spent.retain(|(_, minutes)| *minutes > 0);
        spent.sort_by_key(|(what, minutes)| (-minutes, *what));
        spent.into_iter().map(|(what, minutes)| (what.words(), minutes)).collect()
    }
}

/// Not done yet, whether its time is over or not.
fn is_open(row: &Due) -> bool {
    matches!(row.state, DueState::Missed | DueState::Running)
}

fn summary(due: &[Due], unread: usize, asked: usize) -> Message {
    let overdue = due.iter().filter(|row| row.state == DueState::Missed).count();
    let running = due.len() - overdue;
    let parts: Vec<Message> = [
        ("end-summary-overdue", overdue),
        ("end-summary-due", running),
        ("end-summary-unread", unread),
        ("end-summary-asked", asked),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(key, n)| Message::new(key).with("n", n))
    .collect();
    Message::listed(parts).unwrap_or_else(|| Message::new("end-summary-nothing"))
}
