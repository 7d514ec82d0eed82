//! A form that is being written: what is written so far, what it relies on, and what is wrong with it.
//!
//! It begins from what was written last, wherever that was kept: what was typed when the last sitting broke off, the
//! draft that the run knows, or nothing. How it is kept is told in [`super::keeping`], how something is cited in
//! [`super::citing`].

use super::checks::{self, Checks, Part, Spot};
use super::cites::{self, Evidence};
use super::keeping::half_key;
use super::written::{Days, Written, texts_of};
use crate::app::play::Play;
use crate::app::unkept::Unkept;
use crate::desk::form::{self, FieldInput, FormView};
use crate::desk::parts::Named;
use crate::run::Run;
use crate::run::command::{Command, Filing};
use crate::scenario::raw::Entries;
use crate::text::{Catalogue, Message};

/// The text that is written in, or was last: its widget, and where it belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writing {
    pub id: egui::Id,
    pub spot: Spot,
}

/// Which list of evidence was moved in last: what `C` means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum List {
    Cited,
    #[default]
    Open,
}

/// A form that is being written.
#[derive(Debug)]
pub struct FormState {
    pub(super) view: FormView,
    /// Cases to choose from, where it had to name one.
    pub(super) cases: Vec<Named>,
    pub(super) written: Vec<Written>,
    pub(super) evidence: Evidence,
    pub(super) checks: Checks,
    /// What the run knows of it, as a draft.
    pub(super) known: Filing,
    /// The run has come so far when the view was made.
    version: u64,
    pub(super) unkept: Unkept,
    /// When it was last kept, by the clock on the wall: "11:18".
    pub(super) saved: Option<String>,
    /// It was begun before.
    pub(super) begun: bool,

    /// The ids of its widgets begin with this: those of an earlier form, with what could be undone there, are others.
    pub(super) key: Option<egui::Id>,
    /// Where the focus is.
    pub(super) at: Option<Spot>,
    pub(super) writing: Option<Writing>,
    pub(super) list: List,
    pub(super) cited_at: usize,
    pub(super) open_at: usize,
    /// The step whose people are shown to choose from.
    pub(super) choosing: Option<Spot>,
    /// Whether to throw the draft away is being asked.
    pub(super) asking: bool,
    /// It was opened just now: the focus goes to its beginning.
    pub(super) fresh: bool,
    /// Something stands in the way of signing: the focus goes there.
    pub(super) to_summary: bool,
    /// The focus goes to what is first at this spot.
    pub(super) go_to: Option<Spot>,
    /// The focus goes to this widget, which is drawn from the next pass on.
    pub(super) focus_next: Option<egui::Id>,
}

impl FormState {
    /// Opens the form of a response; nothing if there is none, or it may not be known of yet.
    #[must_use]
    pub fn open(play: &Play, words: &Catalogue, response: &str, case: Option<&str>) -> Option<Self> {
        let run = play.run();
        let pending = play.keep.pending.forms.get(response);
        let case = pending.and_then(|draft| draft.case.as_deref()).or(case);
        let view = form::form(run, response, case)?;
        let cases = form::form(run, response, None).map(|view| view.cases).unwrap_or_default();
        let draft = view.draft.clone().unwrap_or_default();
        let begun = pending.is_some() || view.draft.is_some();
        let mut state = Self {
            view,
            cases,
            written: Vec::new(),
            evidence: Evidence::default(),
            checks: Checks::default(),
            known: Filing::default(),
            version: play.version(),
            unkept: Unkept::default(),
            saved: None,
            begun,
            key: None,
            at: None,
            writing: None,
            list: List::default(),
            cited_at: 0,
            open_at: 0,
            choosing: None,
            asking: false,
            fresh: true,
            to_summary: false,
            go_to: None,
            focus_next: None,
        };
        state.take(&draft, run, words);
        // What is known is compared as this screen would write it.
        state.known = state.filing(run);
        if let Some(pending) = pending {
            state.take(&pending.filing.clone(), run, words);
        }
        state.take_halves(play);
        Some(state)
    }

    /// "1 h 50 min left; this form takes 50 min".
    #[must_use]
    pub const fn time(&self) -> &Message {
        &self.view.time
    }

    /// What it offers to start from, while nothing is written.
    #[must_use]
    pub fn start_words(&self) -> Option<&Message> {
        self.view.start_from.as_ref().filter(|_| self.is_empty()).map(|start| &start.words)
    }

    /// Whether it rates the risk.
    #[must_use]
    pub fn has_levels(&self) -> bool {
        self.view.fields.iter().any(|field| matches!(field.kind, FieldInput::Grid(_)))
    }

    /// Whether there is something to cite.
    #[must_use]
    pub fn can_cite(&self) -> bool {
        !self.evidence.list().is_empty() || !self.open_items().is_empty()
    }

    /// Nothing is written and nothing cited.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.evidence.list().is_empty() && self.written.iter().all(Written::is_empty)
    }

    /// Whether there is anything to throw away.
    #[must_use]
    pub fn has_draft(&self) -> bool {
        !self.is_empty() || self.view.draft.is_some()
    }

    /// Whether it is the form of this response.
    #[must_use]
    pub fn is_of(&self, response: &str) -> bool {
        self.view.response == response
    }

    /// Why it can't be filed now, if it can't.
    #[must_use]
    pub const fn cannot(&self) -> Option<&Message> {
        self.view.cannot.as_ref()
    }

    /// The command that files it as it stands.
    #[must_use]
    pub fn filed(&self, run: &Run) -> Command {
        let case = self.view.case.as_ref().map(|case| case.id.clone());
        Command::File { response: self.view.response.clone(), case, filing: self.filing(run) }
    }

    /// Steps out one level inside the form; false if there is none to step out of.
    pub fn step_out(&mut self) -> bool {
        std::mem::take(&mut self.asking) || self.choosing.take().is_some()
    }

    /// What is written, as it is kept and filed.
    #[must_use]
    pub fn filing(&self, run: &Run) -> Filing {
        let days = Days::of(run);
        let fields = self.view.fields.iter().zip(&self.written);
        let fields = fields
            .filter_map(|(field, written)| {
                Some((field.id.clone(), written.value(&field.kind, &self.evidence, days)?))
            })
            .collect();
        Filing { fields: Entries(fields), cites: self.evidence.cites() }
    }

    /// Shows what was kept.
    fn take(&mut self, filing: &Filing, run: &Run, words: &Catalogue) {
        let texts: Vec<&str> = filing.fields.iter().flat_map(|(_, value)| texts_of(value)).collect();
        self.evidence = Evidence::new(&filing.cites, texts.iter().copied());
        // What a text cites is relied on, whoever wrote it there.
        for id in texts.iter().flat_map(|text| cites::inside(text)) {
            if self.evidence.number_of(id).is_none() {
                for citation in self.marked(id) {
                    self.evidence.add(citation);
                }
            }
        }
        let days = Days::of(run);
        let written = |field: &form::FieldView| {
            Written::of(&field.kind, filing.fields.get(field.id.as_str()), &self.evidence, days, words)
        };
        self.written = self.view.fields.iter().map(written).collect();
    }

    /// Puts back what was half typed.
    fn take_halves(&mut self, play: &Play) {
        let days = Days::of(play.run());
        for (field, written) in self.view.fields.iter().zip(&mut self.written) {
            if let Some(half) = play.keep.pending.lines.get(&half_key(&self.view.response, &field.id, &field.kind)) {
                written.take_half(half, &self.evidence, days);
            }
        }
    }

    /// Puts the last text of the form into this one, which is empty.
    pub fn start_from_last(&mut self, run: &Run, words: &Catalogue, now: f64) {
        let Some(start) = self.view.start_from.clone() else { return };
        self.take(&Filing { fields: Entries(start.fields), cites: Vec::new() }, run, words);
        self.unkept.touched(now);
        self.fresh = true;
    }

    /// The run went on, or another one took its place: what is shown of it is made anew, what is written stays.
    pub fn renew(&mut self, play: &Play) {
        if self.version == play.version() {
            return;
        }
        self.version = play.version();
        let case = self.view.case.as_ref().map(|case| case.id.clone());
        self.look_again(play.run(), case.as_deref());
    }

    /// Chooses the case that it is for.
    pub fn choose_case(&mut self, play: &Play, case: &str, now: f64) {
        self.look_again(play.run(), Some(case));
        self.touched(play.run(), now);
    }

    fn look_again(&mut self, run: &Run, case: Option<&str>) {
        if let Some(view) = form::form(run, &self.view.response, case)
            && view.fields.len() == self.view.fields.len()
        {
            self.view = view;
        }
    }

    /// Something was changed: what is mended is said no more, and it is kept after a while of quiet.
    pub fn touched(&mut self, run: &Run, now: f64) {
        self.unkept.touched(now);
        if self.checks.is_saying() {
            self.checks.renew(self.wrong(run));
        }
    }

    /// Everything that is wrong now.
    fn wrong(&self, run: &Run) -> Vec<checks::Wrong> {
        checks::find(run, &self.view, &self.written, &self.filing(run))
    }

    /// Somebody tries to sign. What is said of it, if something stands in the way.
    pub fn try_to_sign(&mut self, run: &Run) -> Option<Message> {
        let wrong = self.wrong(run);
        self.checks.sign(wrong).then(|| {
            self.to_summary = true;
            self.checks.heading()
        })?
    }

    /// The focus is here now: a spot that was left is looked at.
    pub fn moved(&mut self, run: &Run, at: Option<Spot>) {
        let Some(left) = self.at.filter(|before| Some(*before) != at) else {
            self.at = at;
            return;
        };
        self.at = at;
        self.checks.left(left, self.is_filled(left), self.wrong(run));
        // The list of steps as a whole is left with its last step.
        if let Spot::Field(index, Part::Step(_)) = left
            && !matches!(at, Some(Spot::Field(now, _)) if now == index)
        {
            let whole = Spot::Field(index, Part::Whole);
            self.checks.left(whole, self.is_filled(whole), self.wrong(run));
        }
    }

    fn is_filled(&self, spot: Spot) -> bool {
        match spot {
            Spot::Case => self.view.case.is_some(),
            Spot::Evidence => !self.evidence.list().is_empty(),
            Spot::Field(index, part) => match (self.written.get(index), part) {
                (Some(Written::Grid(rows)), Part::Row(at)) => rows.get(at).is_some_and(|row| row.level.is_some()),
                (Some(Written::Steps(steps)), Part::Step(at)) => steps.get(at).is_some_and(|step| !step.is_empty()),
                (Some(written), _) => !written.is_empty(),
                (None, _) => false,
            },
        }
    }
}
