//! Where a person is in a debrief, and how far it has been made.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use egui::Ui;

use crate::app::acts::{Act, DebriefPage};
use crate::app::pictures::chronology::ChronologyPicture;
use crate::app::work::Progress;
use crate::desk::timeline::Timeline;
use crate::review::debrief::{Debrief, Replays};
use crate::text::Message;

/// So long nothing is said of waiting, in seconds.
const PATIENCE: f64 = 0.2;

/// How often a bar of progress is drawn anew, in milliseconds.
const LOOK: u64 = 50;

/// What takes the focus when it is next drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wants {
    Weeks,
    Moments,
    /// The button that opens the weeks.
    Again,
}

/// What of the run is shown before its debrief is made.
#[derive(Debug)]
pub(crate) struct Beside {
    pub title: String,
    /// "From week 6 again.": where it branched off, if it did.
    pub attempt: Option<Message>,
    /// Weeks that can be tried again from, with their names.
    pub weeks: Vec<(i32, Message)>,
    pub timeline: Rc<Timeline>,
    /// How the luck is told to a colleague.
    pub luck: String,
}

/// A debrief, made or being made.
#[derive(Debug)]
pub struct DebriefState {
    /// The work that makes it, by which what it brings is known.
    pub(super) work: Progress,
    pub(super) debrief: Option<Arc<Debrief>>,
    /// The replays are still going on.
    pub(super) replaying: bool,
    pub(super) beside: Beside,
    pub(super) page: DebriefPage,
    /// Which moment is shown: how it came out, then the decisions in their order.
    pub(super) moment: usize,
    /// The weeks to try again from are shown in place of the moments.
    pub(super) choosing_week: bool,
    /// In a narrow window: the moments are shown in place of the page.
    pub(super) unfolded: bool,
    /// Where the cursor is in the lists.
    pub(super) week: usize,
    pub(super) ending: usize,
    pub(super) point: usize,
    /// The chronology, the row of it that is chosen, and in a narrow window whether its picture is shown.
    pub(super) picture: ChronologyPicture,
    pub(super) row: Option<usize>,
    pub(super) shows_picture: bool,
    /// Groups of reviews that are shown to the last: decision and group, by their places.
    pub(super) whole: BTreeSet<(usize, usize)>,
    /// Shown for the first time: it takes the focus.
    pub(super) fresh: bool,
    pub(super) wants: Option<Wants>,
    /// The moment that is shown is to be brought into sight in its list.
    pub(super) reveal: bool,
    /// Since when the person has been waiting for what is being made.
    since: Option<f64>,
}

impl DebriefState {
    pub(super) fn new(work: Progress, beside: Beside) -> Self {
        Self {
            work,
            debrief: None,
            replaying: true,
            week: beside.weeks.len().saturating_sub(1),
            beside,
            page: DebriefPage::default(),
            moment: 0,
            choosing_week: false,
            unfolded: false,
            ending: 0,
            point: 0,
            picture: ChronologyPicture::default(),
            row: None,
            shows_picture: false,
            whole: BTreeSet::new(),
            fresh: true,
            wants: None,
            reveal: false,
            since: None,
        }
    }

    /// Whether this page of it is shown.
    #[must_use]
    pub fn shows(&self, page: DebriefPage) -> bool {
        self.page == page
    }

    /// Whether something was brought by the work that makes this debrief.
    #[must_use]
    pub fn is_made_by(&self, work: &Progress) -> bool {
        self.work.is(work)
    }

    /// Takes in the debrief, its replays still to come.
    pub(super) fn made(&mut self, debrief: Debrief) {
        self.debrief = Some(Arc::new(debrief));
        self.since = None;
    }

    /// Takes in its replays.
    pub(super) fn replayed(&mut self, replays: Option<Replays>) {
        self.replaying = false;
        if let Some(debrief) = &mut self.debrief {
            Arc::make_mut(debrief).outcomes = replays;
        }
    }

    /// Does what is the debrief's own.
    pub fn act(&mut self, act: &Act) {
        match act {
            Act::ShowDebriefPage(page) => self.page = *page,
            Act::ShowAnswered(answered) => self.show(answered + 1),
            _ => return,
        }
        self.fold();
    }

    /// Shows a moment.
    pub(super) fn show(&mut self, moment: usize) {
        let decisions = self.debrief.as_ref().map_or(0, |debrief| debrief.decisions.len());
        self.moment = moment.min(decisions);
        self.reveal = true;
        self.page = DebriefPage::Decisions;
    }

    /// Puts away what is open over the page.
    pub(super) const fn fold(&mut self) {
        self.choosing_week = false;
        self.unfolded = false;
    }

    /// Whether a list stands in place of the page, where there is room for one of them.
    pub(super) const fn is_list_open(&self) -> bool {
        self.choosing_week || self.unfolded
    }

    /// Opens the weeks to try again from, or puts them away.
    pub(super) const fn choose_week(&mut self) {
        let open = !self.choosing_week;
        self.fold();
        self.choosing_week = open;
        self.wants = if open { Some(Wants::Weeks) } else { None };
    }

    /// In a narrow window: opens the moments, or puts them away.
    pub(super) const fn unfold(&mut self) {
        let open = !self.unfolded;
        self.fold();
        self.unfolded = open;
        self.wants = if open { Some(Wants::Moments) } else { None };
    }

    /// Whether this is what takes the focus: once, and not while a press elsewhere would take it away again.
    pub(super) fn takes_focus(&mut self, ui: &Ui, what: Wants) -> bool {
        if self.wants == Some(what) && ui.input(|input| input.pointer.any_pressed() || input.pointer.any_released()) {
            ui.ctx().request_repaint();
            return false;
        }
        self.wants.take_if(|wants| *wants == what).is_some()
    }

    /// Steps out one level. False if there was none.
    pub fn step_out(&mut self) -> bool {
        if self.choosing_week {
            self.wants = Some(Wants::Again);
        }
        let open = self.is_list_open();
        self.fold();
        open
    }

    /// Whether the person has waited long enough to be told how far it is; looks again until it is made.
    pub(super) fn has_waited(&mut self, ui: &Ui) -> bool {
        let now = ui.input(|input| input.time);
        let waited = now - *self.since.get_or_insert(now);
        let long = waited >= PATIENCE;
        let soon = if long { Duration::from_millis(LOOK) } else { Duration::from_secs_f64(PATIENCE - waited) };
        ui.ctx().request_repaint_after(soon);
        long
    }
}
