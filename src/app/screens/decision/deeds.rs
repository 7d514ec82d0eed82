//! What is asked for at a decision, done: taking it up, keeping it, committing it, and going on once it is on the disk.

use super::state::DecisionState;
use crate::app::office::{Office, Place};
use crate::app::play::Standing;
use crate::app::settings::Reveal;
use crate::report::words as say;
use crate::run::Run;
use crate::run::command::Command;
use crate::run::event::What;
use crate::scenario::raw::Id;
use crate::sitting::reviews;
use crate::text::Message;

impl Office {
    /// Opens a decision that waits, with what was written of its answer. What is unfinished elsewhere is kept first.
    pub(in crate::app) fn open_decision(&mut self, decision: &str) {
        self.keep_unfinished();
        let Some(play) = &self.play else { return };
        match DecisionState::take_up(play, decision) {
            Some(state) => {
                self.over = None;
                self.place = Place::Decision(Box::new(state));
            }
            None => {
                self.back_to_desk();
                self.say(&Message::new("app-decision-not-asked"));
            }
        }
    }

    /// Keeps what is written of an answer, and goes back to the desk.
    pub(in crate::app) fn keep_answer(&mut self) {
        let (Place::Decision(state), Some(play)) = (&mut self.place, &mut self.play) else { return };
        if state.is_supposed() {
            state.keep(&mut play.keep);
            self.place = Place::Desk;
            return self.show_reviewing();
        }
        // What is committed is no draft any more; whoever can't wait for the disk may go.
        let waits = play.moment().questions.iter().any(|question| question.decision == *state.id());
        if waits && !self.committing {
            let begun = state.is_begun();
            state.keep(&mut play.keep);
            if begun {
                self.say(&Message::new("app-decision-left"));
            }
        }
        self.back_to_desk();
    }

    /// Commits the answer, or says what is missing.
    pub(in crate::app) fn commit(&mut self) {
        let (Place::Decision(state), Some(play)) = (&mut self.place, &mut self.play) else { return };
        if self.committing {
            return;
        }
        let Some(committed) = state.committed() else {
            state.go_to_missing();
            if let Some(things) = say::things_of(state.missing()) {
                let words = self.words.say(&Message::new("app-decision-missing").with("things", things));
                self.announcer.say(words, true);
            }
            return;
        };
        if state.is_supposed() {
            return self.commit_supposed();
        }
        let command = Command::Decide { decision: state.id().clone(), committed };
        // Whatever comes of it, nothing that was written is lost.
        state.keep(&mut play.keep);
        self.committing = true;
        let here = std::mem::replace(&mut self.place, Place::Desk);
        if self.command(&command).is_none() {
            self.committing = false;
            self.place = here;
            return;
        }
        let Some(play) = &mut self.play else { return };
        if let Place::Decision(mut state) = here {
            state.forget(&mut play.keep);
            // The answer may have ended the run: then its debrief is where to go on. Else the answer stays in sight until
            // it is on the disk, even if the turn changed.
            if !play.run().is_over() {
                self.place = Place::Decision(state);
            }
        }
        if *play.standing() != Standing::Saving {
            self.committed();
        }
    }

    /// The answer is on the disk, or it is certain that it can't be for now: says which, and goes on.
    pub(in crate::app) fn committed(&mut self) {
        self.committing = false;
        let Some(play) = &self.play else { return };
        if *play.standing() == Standing::Kept {
            self.say(&Message::new("app-decision-committed"));
        } else {
            let message = Message::new("app-decision-in-memory");
            self.announcer.say(self.words.say(&message), true);
            if !self.notices.contains(&message) {
                self.notices.push(message);
            }
        }
        // Who went on meanwhile, or came to the end, stays there.
        let (Place::Decision(_), Some(play)) = (&self.place, &self.play) else { return };
        let shown = (self.settings.reveal == Reveal::EachDecision)
            .then(|| last_decided(play.run()))
            .flatten()
            .filter(|decision| reviews::has_reviews(play.run(), play.panel(), decision));
        self.back_to_desk();
        if self.is_reviewing() {
            return self.go_on_reviewing();
        }
        if let Some(decision) = shown {
            self.look_at_reviews(&decision);
        }
    }
}

/// The decision that was answered last.
fn last_decided(run: &Run) -> Option<Id> {
    run.events().iter().rev().find_map(|event| match &event.what {
        What::Decided { decision, .. } => Some(decision.clone()),
        _ => None,
    })
}
