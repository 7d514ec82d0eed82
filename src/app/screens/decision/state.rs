//! An answer that is being made up, with all that goes with it, and how it is kept.
//!
//! What is unfinished is the same for every front end: it lies beside the run, in [`Pending`](crate::sitting::keep::Pending),
//! and is written there after a second of quiet, when the screen is left, and before it is committed.

use std::collections::BTreeSet;

use egui::Ui;

use super::making::Making;
use super::marks;
use crate::app::play::Play;
use crate::app::unkept::Unkept;
use crate::desk::decision::{DecisionView, decision, supposed};
use crate::desk::parts::CitationRow;
use crate::desk::reviewing::Row;
use crate::run::command::{Citation, Committed, How};
use crate::scenario::raw::{Ask, Id};
use crate::sitting::keep::{Keep, Unfinished};
use crate::sitting::reviews;
use crate::text::Message;

/// Where something is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Text {
    #[default]
    Reason,
    Change,
}

/// What takes the focus with the next pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    Prompt,
    Answer,
    Reason,
}

/// An answer that is being made up.
#[derive(Debug)]
pub struct DecisionState {
    pub(super) view: DecisionView,
    /// The run had come so far when the view was made.
    version: u64,
    pub(super) making: Making,
    /// What is written, as it is shown.
    pub(super) reason: String,
    pub(super) change: String,
    pub(super) sure: Option<u8>,
    pub(super) cites: Vec<Citation>,
    /// Numbers that stood in the texts when they were last looked through.
    marked: BTreeSet<usize>,
    /// How many reviewers answered this, in the situation as it is.
    pub(super) reviewers: usize,

    /// The option that Tab stops at.
    pub(super) at: usize,
    /// The text that was written in last, and where in each, in letters.
    pub(super) writing: Text,
    pub(super) carets: [usize; 2],
    /// The item that is cited as soon as the desk has a number for it.
    pub(super) citing: Option<Id>,
    pub(super) cited_at: usize,
    pub(super) open_at: usize,
    /// All that was cited is listed, not only what was cited last.
    pub(super) all_cited: bool,
    /// All that was opened is listed, not only the latest.
    pub(super) all_open: bool,
    /// All that was not opened is listed.
    pub(super) all_unopened: bool,
    /// To commit was tried while something was missing: it is said beside the field too.
    pub(super) tried: bool,
    pub(super) goal: Option<Goal>,
    unkept: Unkept,
}

impl DecisionState {
    /// Takes up a decision that waits, with whatever was written of its answer. Nothing if it does not wait.
    #[must_use]
    pub fn take_up(play: &Play, id: &str) -> Option<Self> {
        let reviewers = reviews::how_many(play.run(), play.panel(), id);
        decision(play.run(), id).map(|view| Self::of(view, reviewers, play))
    }

    /// Takes up a question in a situation that a reviewer did not reach. Nothing if the case has it no longer.
    #[must_use]
    pub fn suppose(play: &Play, row: &Row) -> Option<Self> {
        let decision = play.run().scenario().decision_called(&row.decision)?;
        let mut state = Self::of(supposed(play.run(), decision, row.situation), 0, play);
        // An answer that is looked at again is where one begins.
        if !state.is_begun()
            && let Some(before) = play.keep.pending.review.supposed.get(&row.key)
        {
            state.making = Making::new(&state.view, Some(&before.answer));
            state.reason.clone_from(&before.reason);
            state.change = before.change.clone().unwrap_or_default();
            state.sure = before.sure;
        }
        Some(state)
    }

    fn of(view: DecisionView, reviewers: usize, play: &Play) -> Self {
        let pending = &play.keep.pending;
        let id = view.key.as_str();
        let kept = pending.answers.get(id).cloned().unwrap_or_default();
        // Lines that were being typed in the terminal are newer than what they began from.
        let typed = |part: &str| pending.lines.get(&line_of(id, part)).cloned();
        let reason = typed("reason").unwrap_or(kept.reason);
        let change = typed("change").or(kept.change).unwrap_or_default();
        let making = Making::new(&view, kept.answer.as_ref());
        let at = view.options.iter().position(|option| making.has(&option.id)).unwrap_or(0);
        let reason = marks::shown(&reason, &view.citations);
        let change = marks::shown(&change, &view.citations);
        let carets = [reason.chars().count(), change.chars().count()];
        let mut state = Self {
            version: play.version(),
            making,
            reason,
            change,
            sure: kept.sure,
            cites: kept.cites,
            marked: BTreeSet::new(),
            reviewers,
            at,
            writing: Text::Reason,
            carets,
            citing: None,
            cited_at: 0,
            open_at: 0,
            all_cited: false,
            all_open: false,
            all_unopened: false,
            tried: false,
            goal: Some(Goal::Prompt),
            unkept: Unkept::default(),
            view,
        };
        state.marked = state.numbers();
        state
    }

    /// What is asked.
    #[must_use]
    pub const fn view(&self) -> &DecisionView {
        &self.view
    }

    /// Whether it is only supposed: what is answered goes to no run.
    #[must_use]
    pub const fn is_supposed(&self) -> bool {
        self.view.supposed.is_some()
    }

    /// Whether options are put in order.
    #[must_use]
    pub const fn is_ranking(&self) -> bool {
        matches!(self.view.ask, Ask::Rank)
    }

    #[must_use]
    pub fn id(&self) -> &Id {
        &self.view.id
    }

    /// Brings it in line with the run, which may have gone on: something was cited.
    pub(super) fn settle(&mut self, play: &Play) {
        if self.is_supposed() || self.version == play.version() {
            return;
        }
        self.version = play.version();
        // Once it is answered it no longer waits, and stays as it was.
        let Some(view) = decision(play.run(), &self.view.id) else { return };
        self.view = view;
        self.making.settle(&self.view);
        self.at = self.at.min(self.view.options.len().saturating_sub(1));
        if let Some(item) = self.citing.take()
            && let Some(row) = self.view.citations.iter().rev().find(|row| row.item.item == item).cloned()
        {
            self.put_in(&row);
        }
    }

    /// Something was changed.
    pub(super) fn touched(&mut self, ui: &Ui) {
        self.unkept.touched(ui.input(|input| input.time));
    }

    /// Keeps what was changed, once nothing was for a second.
    pub(super) fn keep_when_quiet(&mut self, ui: &Ui, keep: &mut Keep) {
        if self.unkept.wants_keeping(ui.ctx()) {
            self.keep(keep);
        }
    }

    /// Keeps it beside the run.
    pub fn keep(&mut self, keep: &mut Keep) {
        self.unkept.kept();
        let unfinished = self.unfinished();
        if unfinished == Unfinished::default() {
            keep.pending.answers.remove(&self.view.key);
        } else {
            keep.pending.answers.insert(self.view.key.clone(), unfinished);
        }
        self.forget_lines(keep);
        keep.keep_pending();
    }

    /// It is committed: nothing of it is unfinished any more.
    pub(super) fn forget(&mut self, keep: &mut Keep) {
        self.unkept.kept();
        keep.pending.answers.remove(&self.view.key);
        self.forget_lines(keep);
        keep.keep_pending();
    }

    fn forget_lines(&self, keep: &mut Keep) {
        for part in ["reason", "change"] {
            keep.pending.lines.remove(&line_of(&self.view.key, part));
        }
    }

    /// Whether anything is written or chosen.
    #[must_use]
    pub(super) fn is_begun(&self) -> bool {
        self.unfinished() != Unfinished::default()
    }

    fn unfinished(&self) -> Unfinished {
        let change = marks::kept(&self.change, &self.view.citations);
        Unfinished {
            answer: self.making.answer(&self.view),
            reason: marks::kept(&self.reason, &self.view.citations),
            sure: self.sure,
            change: Some(change).filter(|change| !change.trim().is_empty()),
            cites: self.cites.clone(),
        }
    }

    /// What stands in the way of committing it, each in a few words.
    #[must_use]
    pub(super) fn missing(&self) -> Vec<Message> {
        let reason = self.reason.trim().is_empty().then(|| Message::new("app-decision-missing-reason"));
        self.making.missing(&self.view).into_iter().chain(reason).collect()
    }

    /// Goes to what is missing first.
    pub(super) fn go_to_missing(&mut self) {
        self.tried = true;
        let answered = self.making.missing(&self.view).is_none();
        self.goal = Some(if answered { Goal::Reason } else { Goal::Answer });
    }

    /// As it is committed; nothing while something is missing.
    #[must_use]
    pub(super) fn committed(&self) -> Option<Committed> {
        if !self.missing().is_empty() {
            return None;
        }
        let Unfinished { answer, reason, sure, change, cites } = self.unfinished();
        Some(Committed { answer: answer?, reason: reason.trim().to_owned(), sure, change, cites, how: How::Alone })
    }

    /// Whether a citation goes with the answer.
    #[must_use]
    pub(super) fn relies_on(&self, row: &CitationRow) -> bool {
        self.cites.contains(&citation(row))
    }

    /// Puts a citation into what is being written, at the caret, and adds it to what the answer rests on.
    pub(super) fn put_in(&mut self, row: &CitationRow) {
        let (text, caret) = match self.writing {
            Text::Reason => (&mut self.reason, &mut self.carets[0]),
            Text::Change => (&mut self.change, &mut self.carets[1]),
        };
        *caret = marks::insert(text, *caret, row.number);
        self.add(row);
        self.marked = self.numbers();
    }

    /// Takes a citation out of the texts, and out of what the answer rests on.
    pub(super) fn take_out(&mut self, row: &CitationRow) {
        for text in [&mut self.reason, &mut self.change] {
            marks::take_out(text, row.number);
        }
        self.carets = [self.reason.chars().count(), self.change.chars().count()];
        self.cites.retain(|cite| *cite != citation(row));
        self.marked = self.numbers();
    }

    /// After something was typed: what was marked in it is relied on, and what is no longer marked is not.
    pub(super) fn take_marks(&mut self) {
        let now = self.numbers();
        let gone: Vec<CitationRow> = self.rows(|number| self.marked.contains(&number) && !now.contains(&number));
        let new: Vec<CitationRow> = self.rows(|number| now.contains(&number));
        for row in gone {
            self.cites.retain(|cite| *cite != citation(&row));
        }
        for row in new {
            self.add(&row);
        }
        self.marked = now;
    }

    fn rows(&self, wanted: impl Fn(usize) -> bool) -> Vec<CitationRow> {
        self.view.citations.iter().filter(|row| wanted(row.number)).cloned().collect()
    }

    fn add(&mut self, row: &CitationRow) {
        let citation = citation(row);
        if !self.cites.contains(&citation) {
            self.cites.push(citation);
        }
    }

    fn numbers(&self) -> BTreeSet<usize> {
        let mut numbers = marks::numbers(&self.reason, &self.view.citations);
        numbers.extend(marks::numbers(&self.change, &self.view.citations));
        numbers
    }
}

/// The name under which the terminal keeps lines that are being typed.
fn line_of(decision: &str, part: &str) -> String {
    format!("decision {decision} {part}")
}

/// What a row of the desk cites.
#[must_use]
pub fn citation(row: &CitationRow) -> Citation {
    Citation { item: row.item.item.clone(), passage: row.passage.clone() }
}
