//! Why a command was refused, in words: what is missing, and what would change it.

use super::look::Look;
use super::{when, words};
use crate::run::Run;
use crate::run::answer::AnswerProblem;
use crate::run::filing::Problem;
use crate::run::refusal::Refusal;
use crate::scenario::calendar::{Calendar, DAY, Minute};
use crate::scenario::ids::{CaseId, DecisionId};
use crate::scenario::model::folded;
use crate::scenario::raw::{Field, FieldKind, Id};
use crate::text::Message;

/// A refusal in words, with names and labels instead of ids.
#[must_use]
pub fn refusal(run: &Run, refusal: &Refusal) -> Message {
    Look::at(run).refusal(refusal)
}

/// Why an answer does not fit its question, in words.
#[must_use]
pub fn answer_problem(run: &Run, decision: &str, problem: &AnswerProblem) -> Message {
    Look::at(run).answer_problem(decision, problem)
}

impl Look<'_> {
    pub(super) fn refusal(&self, refusal: &Refusal) -> Message {
        let this_turn = || self.turn_kind().this();
        let takes = |minutes: i32| when::minutes_long(minutes);
        match refusal {
            Refusal::Over => Message::new("refusal-over"),
            Refusal::NotThere { name } => self.not_there(name),
            Refusal::AlreadyOpen { item } => Message::new("refusal-already-open").with("title", self.title(item)),
            Refusal::Shut { why: Some(why), .. } => Message::new("refusal-shut-why").with("why", folded(why)),
            Refusal::Shut { response, why: None } => {
                Message::new("refusal-shut").with("label", self.response_label(response))
            }
            Refusal::AlreadyDone { response } => {
                Message::new("refusal-already-done").with("label", self.response_label(response))
            }
            Refusal::NotYetAgain { from, .. } => {
                Message::new("refusal-not-yet-again").with("from", self.moment_ahead(*from))
            }
            Refusal::NoMinutes { takes: minutes, left } => {
                let keys = ("refusal-no-minutes", "refusal-no-minutes-last");
                self.put_off(keys, takes(*minutes), self.left(*left))
            }
            Refusal::TooLate { takes: minutes, left } => {
                self.put_off(("refusal-too-late", "refusal-too-late-last"), takes(*minutes), takes(*left))
            }
            Refusal::Closed => Message::new("refusal-closed"),
            Refusal::NotNow { takes: minutes, left } => {
                Message::new("refusal-not-now").with("takes", takes(*minutes)).with("left", takes(*left))
            }
            Refusal::InHand { left } => {
                let what = self.in_hand().map(|hand| hand.what);
                Message::new("refusal-in-hand")
                    .with("what", what.unwrap_or_else(|| Message::new("nothing")))
                    .with("left", takes(*left))
            }
            Refusal::NeedsForm { response } => {
                let form = self.scenario.response_called(response).and_then(|id| self.scenario.form_of(id));
                Message::new("refusal-needs-form")
                    .with("form", form.map_or_else(String::new, |form| folded(&form.title)))
            }
            Refusal::CarriesNoForm { response } => {
                Message::new("refusal-carries-no-form").with("label", self.response_label(response))
            }
            Refusal::WhichCase { .. } => Message::new("refusal-which-case"),
            Refusal::FormProblems { problems, .. } => super::form::problems_heading(problems),
            Refusal::AnswerFirst { decision } => match self.scenario.decision_called(decision) {
                Some(id) => self.answer_first(id),
                None => Message::new("refusal-not-asked"),
            },
            Refusal::NotAsked { .. } => Message::new("refusal-not-asked"),
            Refusal::AnswerDoesNotFit { decision, problem } => self.answer_problem(decision, problem),
            Refusal::NoReason => Message::new("refusal-no-reason"),
            Refusal::Empty => Message::new("refusal-empty"),
            Refusal::NotAnswered { decision } => {
                let title = self.scenario.decision_called(decision).map(|id| self.decision_title(id));
                Message::new("refusal-not-answered")
                    .with("title", title.unwrap_or_else(|| Message::new("decision-untitled")))
            }
            Refusal::TurnOver => {
                Message::new("refusal-turn-over").with("turn", this_turn()).with("word", self.turn_word())
            }
            Refusal::NotThisTurn => Message::new("refusal-not-this-turn").with("turn", self.turn_word()),
            Refusal::TooLong { most } => Message::new("refusal-too-long").with("most", *most),
        }
    }

    /// What takes too long now: it can be put off, unless this is the last turn.
    fn put_off(&self, (key, in_last_turn): (&'static str, &'static str), takes: Message, left: Message) -> Message {
        let next = self.calendar.turns.get(usize::from(self.state.turn) + 1);
        let message = Message::new(if next.is_some() { key } else { in_last_turn })
            .with("takes", takes)
            .with("left", left)
            .with("turn", self.turn_word());
        let Some((next, turn)) = next.zip(self.turn()) else { return message };
        // The next turn may come after a weekend or a bank holiday, or lie years ahead.
        let gap = Calendar::day(next.opens) * DAY - turn.ends;
        let follows = gap <= if turn.is_day { 0 } else { DAY };
        let word = if follows { self.turn_kind().next() } else { Message::new("turn-next-later") };
        message.with("next", word)
    }

    /// What is not on the desk: said of what has not come, and of what is only not read yet.
    fn not_there(&self, name: &Id) -> Message {
        let item = self.scenario.item_called(name).and_then(|item| Some((item, self.newest(item)?)));
        match item {
            Some((item, nth)) if !self.is_read(item, nth) => {
                Message::new("refusal-not-read").with("title", self.item_ref(item, nth).title)
            }
            _ => Message::new("refusal-not-there").with("name", name),
        }
    }

    fn title(&self, item: &Id) -> String {
        let found = self.scenario.item_called(item).and_then(|item| Some((item, self.newest(item)?)));
        found.map_or_else(|| item.clone(), |(item, nth)| self.item_ref(item, nth).title)
    }

    /// What is left of the turn: "20 minutes left this week", "nothing left today".
    fn left(&self, minutes: i32) -> Message {
        let turn = self.turn_kind().this();
        if minutes > 0 {
            Message::new("refusal-left").with("left", when::minutes_long(minutes)).with("turn", turn)
        } else {
            Message::new("refusal-nothing-left").with("turn", turn)
        }
    }

    fn moment_ahead(&self, minute: Minute) -> Message {
        when::moment_long(self.calendar, minute)
    }

    pub(super) fn answer_first(&self, id: DecisionId) -> Message {
        Message::new("refusal-answer-first").with("title", self.decision_title(id))
    }

    pub(super) fn answer_problem(&self, decision: &str, problem: &AnswerProblem) -> Message {
        let options = self.scenario.decision_called(decision).map(|id| &self.scenario.decision(id).options);
        let label = |option: &Id| {
            let found = options.and_then(|options| options.iter().find(|one| one.id == *option));
            found.map_or_else(|| option.clone(), |option| folded(&option.label))
        };
        match problem {
            AnswerProblem::WrongKind => Message::new("answer-wrong-kind"),
            AnswerProblem::UnknownOption { option } => Message::new("answer-unknown-option").with("name", option),
            AnswerProblem::ShutOption { option } => Message::new("answer-shut-option").with("label", label(option)),
            AnswerProblem::Twice { option } => Message::new("answer-twice").with("label", label(option)),
            AnswerProblem::TooMany { most } => Message::new("answer-too-many").with("most", *most),
            AnswerProblem::Nothing => Message::new("answer-nothing"),
            AnswerProblem::LeftOut { option } => Message::new("answer-left-out").with("label", label(option)),
            AnswerProblem::LeftOutRisk { risk } => {
                Message::new("answer-left-out-risk").with("risk", words::risk(*risk))
            }
            AnswerProblem::OutOfRange { option } => Message::new("answer-out-of-range").with("label", label(option)),
            AnswerProblem::SureOutOfRange => Message::new("answer-sure-out-of-range"),
            AnswerProblem::Abstained => Message::new("answer-abstained"),
        }
    }

    /// What is wrong with a field, in words.
    pub(super) fn field_problem(&self, field: Option<&Field>, case: Option<CaseId>, problem: &Problem) -> Message {
        let present = |risk| case.and_then(|case| self.present(case, risk)).map(words::level);
        match problem {
            Problem::Missing => match field.map(|field| &field.kind) {
                Some(FieldKind::PickOne(_)) => Message::new("problem-missing-pick"),
                Some(FieldKind::PickSome(_)) => Message::new("problem-missing-picks"),
                Some(FieldKind::Grid(_)) => Message::new("problem-missing-grid"),
                Some(FieldKind::People) => Message::new("problem-missing-people"),
                Some(FieldKind::NamedSteps(least)) => Message::new("problem-missing-steps").with("least", *least),
                Some(FieldKind::Date) => Message::new("problem-missing-date"),
                _ => Message::new("problem-missing"),
            },
            Problem::NoSuchField => Message::new("problem-no-such-field"),
            Problem::WrongKind => Message::new("problem-wrong-kind"),
            Problem::TooShort { words, least } => {
                Message::new("problem-too-short").with("words", *words).with("least", *least)
            }
            Problem::TooLong { words, most } => {
                Message::new("problem-too-long").with("words", *words).with("most", *most)
            }
            Problem::NoSuchChoice { choice } => Message::new("problem-no-such-choice").with("name", choice),
            Problem::NoSuchPerson { person } => Message::new("problem-no-such-person").with("name", person),
            Problem::NotRated { risk } => Message::new("problem-not-rated").with("risk", words::risk(*risk)),
            Problem::NotAsked { risk } => Message::new("problem-not-asked").with("risk", words::risk(*risk)),
            Problem::NoReason { risk } => match present(*risk) {
                Some(level) => {
                    Message::new("problem-no-reason-was").with("risk", words::risk(*risk)).with("level", level)
                }
                None => Message::new("problem-no-reason").with("risk", words::risk(*risk)),
            },
            Problem::TooFewSteps { steps, least } => {
                Message::new("problem-too-few-steps").with("steps", *steps).with("least", *least)
            }
            Problem::StepIncomplete { step } => Message::new("problem-step-incomplete").with("step", step + 1),
            Problem::TooFewCites { cites, least } => {
                Message::new("problem-too-few-cites").with("cites", *cites).with("least", *least)
            }
            Problem::FilledIn => Message::new("problem-filled-in"),
        }
    }
}
