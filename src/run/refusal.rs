//! Why a command can't be carried out: named, with the figures that an explanation needs. The words are the desk's.

use crate::scenario::calendar::Minute;
use crate::scenario::raw::Id;

use super::answer::AnswerProblem;
use super::filing::FieldProblem;

/// A named refusal. Nothing has happened, and no time has passed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the run is over")]
    Over,
    /// Nothing of that name is on the desk. Also said of what the trainee may not know of yet.
    #[error("nothing called {name} is on the desk")]
    NotThere { name: Id },
    #[error("{item} has been read")]
    AlreadyOpen { item: Id },
    /// The author says why, or the case is not the trainee's.
    #[error("{response} is shut")]
    Shut { response: Id, why: Option<String> },
    #[error("{response} has been done")]
    AlreadyDone { response: Id },
    #[error("{response} can be done again from minute {from}")]
    NotYetAgain { response: Id, from: Minute },
    /// More minutes than are left this turn, late work included.
    #[error("{takes} minutes are needed and {left} are left")]
    NoMinutes { takes: i32, left: i32 },
    /// The office closes before it would be done.
    #[error("{takes} minutes are needed and the office closes in {left}")]
    TooLate { takes: i32, left: i32 },
    #[error("the office is closed")]
    Closed,
    /// An interruption gives too few minutes.
    #[error("{takes} minutes are needed and there are {left} now")]
    NotNow { takes: i32, left: i32 },
    /// Something else was broken off and waits to be finished.
    #[error("something else is in hand, with {left} minutes to go")]
    InHand { left: i32 },
    #[error("{response} needs its form")]
    NeedsForm { response: Id },
    #[error("{response} carries no form")]
    CarriesNoForm { response: Id },
    /// There are several cases: the form must say which.
    #[error("{response} must name its case")]
    WhichCase { response: Id },
    #[error("the form is not complete")]
    FormProblems { response: Id, problems: Vec<FieldProblem> },
    /// A decision must be answered before anything else.
    #[error("{decision} must be answered first")]
    AnswerFirst { decision: Id },
    #[error("{decision} is not asked now")]
    NotAsked { decision: Id },
    #[error("the answer to {decision} does not fit")]
    AnswerDoesNotFit { decision: Id, problem: AnswerProblem },
    #[error("a reason is needed")]
    NoReason,
    #[error("there is nothing in it")]
    Empty,
    /// Reviews are looked at only after the answer.
    #[error("{decision} has not been answered")]
    NotAnswered { decision: Id },
    /// The turn is over: it can only be ended.
    #[error("the turn is over")]
    TurnOver,
    /// Time can be let pass within a turn only.
    #[error("that moment is not in this turn")]
    NotThisTurn,
    /// A text is longer than is kept.
    #[error("the text is longer than {most} characters")]
    TooLong { most: usize },
}
