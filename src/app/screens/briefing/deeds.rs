//! What the briefing does: it is shown once its case was read, and begins the run.

use super::BriefingState;
use crate::app::office::{Office, Place};
use crate::scenario::raw::Id;
use crate::sitting::kept::Cannot;
use crate::sitting::start::Fresh;
use crate::text::Message;

impl Office {
    /// A scenario was read: its briefing. Whoever has gone elsewhere meanwhile is left there.
    pub(in crate::app) fn briefed(&mut self, slug: String, variant: Option<Id>, fresh: Result<Box<Fresh>, Cannot>) {
        let from_briefing = self.library.has_opened() == Some(true);
        let before = match &mut self.place {
            Place::Library if !from_briefing => None,
            Place::Briefing(state) if from_briefing && state.slug == slug => Some(state),
            _ => return,
        };
        match fresh {
            Ok(fresh) => {
                self.notices.extend(fresh.notes.iter().cloned());
                let state = BriefingState::new(slug, variant, *fresh);
                let state = match before {
                    Some(before) => state.instead_of(before),
                    None => state,
                };
                self.place = Place::Briefing(Box::new(state));
            }
            Err(cannot) => {
                if let Some(before) = before {
                    before.waiting = None;
                }
                self.cannot(&cannot);
            }
        }
    }

    /// Begins the run that was briefed.
    pub(in crate::app) fn start(&mut self) {
        let Some(store) = self.store.clone() else { return };
        match std::mem::replace(&mut self.place, Place::Library) {
            Place::Briefing(state) if state.is_waiting() => {
                self.place = Place::Briefing(state);
                let words = self.words.say(&Message::new("app-briefing-waiting"));
                self.announcer.say(words, true);
            }
            Place::Briefing(state) => {
                self.playing = Some((state.slug, state.variant));
                match state.fresh.kept(None, &store) {
                    Ok(begun) => self.taken_up(begun),
                    Err(trouble) => self.notices.push(trouble),
                }
            }
            other => self.place = other,
        }
    }
}
