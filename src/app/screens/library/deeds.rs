//! What the library does: reads a case for its briefing, takes up a run, begins again from a week. Each on a thread.

use crate::app::office::{Office, Place};
use crate::app::work::Done;
use crate::scenario::raw::Id;
use crate::sitting::{files, start};
use crate::store::ids::RunId;
use crate::text::Message;

use super::LibraryState;

/// Something that is being opened.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    /// "Opening Missed Monday."
    pub(super) words: Message,
    /// It was asked for at the briefing: the same case with other rules.
    at_briefing: bool,
}

impl LibraryState {
    /// What was being opened is there, or can't be. True if that was asked for at the briefing.
    pub fn has_opened(&mut self) -> Option<bool> {
        self.opening.take().map(|opening| opening.at_briefing)
    }
}

impl Office {
    /// Whether something is on its way already: one thing is opened at a time.
    fn is_opening(&self) -> bool {
        self.library.opening.is_some() && self.work.is_busy()
    }

    /// Says what is being opened.
    fn opens(&mut self, title: &str) {
        let words = Message::new("app-library-opening").with("title", title);
        self.say(&words);
        let at_briefing = matches!(self.place, Place::Briefing(_));
        self.library.opening = Some(Opening { words, at_briefing });
    }

    /// Reads a scenario, on a thread, for its briefing. From a briefing of the same case, the luck and the choice of
    /// softer texts stay.
    pub(in crate::app) fn brief(&mut self, slug: String, variant: Option<Id>) {
        if self.is_opening() {
            return;
        }
        let cards = self.shelf.iter().flat_map(|shelf| &shelf.cards);
        let title = cards.into_iter().find(|card| card.slug == slug).map(|card| card.title.clone());
        self.opens(title.as_deref().unwrap_or(&slug));
        let (seed, softer) = match &mut self.place {
            Place::Briefing(state) if state.slug == slug => {
                state.wait_for(variant.clone());
                (Some(state.seed()), state.is_softer())
            }
            _ => (None, false),
        };
        let scenarios = self.options.scenarios.clone();
        self.work.start(move || {
            let fresh = files::one(&slug, scenarios.as_deref())
                .map_err(Into::into)
                .and_then(|files| start::fresh(&files, variant.as_deref(), None, seed, softer))
                .map(Box::new);
            Done::Read { slug, variant, fresh }
        });
    }

    /// Takes up a kept run, on a thread.
    pub(in crate::app) fn take_up(&mut self, run: RunId) {
        if let Some(mut store) = self.opens_run(&run) {
            self.work.start(move || Done::TakenUp(start::resume(&run, &mut store).map(Box::new)));
        }
    }

    /// Begins another run from a week of a kept one, on a thread.
    pub(in crate::app) fn again_from(&mut self, run: RunId, week: i32) {
        if let Some(mut store) = self.opens_run(&run) {
            self.work.start(move || Done::TakenUp(start::again(&run, week, &mut store).map(Box::new)));
        }
    }

    /// Says that a run is being opened; nothing if something else is.
    fn opens_run(&mut self, run: &RunId) -> Option<crate::sitting::data::Store> {
        let store = self.store.clone().filter(|_| !self.is_opening())?;
        let title = self.shelf.as_ref().and_then(|shelf| shelf.title_of(run)).unwrap_or(run.as_str()).to_owned();
        self.opens(&title);
        Some(store)
    }
}
