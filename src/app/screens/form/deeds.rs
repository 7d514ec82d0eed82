//! What is asked for at a form, done: opening, starting from the last one, citing, keeping, throwing away, signing.

use egui::Context;

use super::keeping::forget;
use super::state::FormState;
use crate::app::office::{Office, Place};
use crate::run::command::Command;
use crate::text::Message;

impl Office {
    /// Opens the form of a response. What is unfinished elsewhere is kept first.
    pub(in crate::app) fn open_form(&mut self, response: &str, case: Option<&str>) {
        self.keep_unfinished();
        let Some(play) = &self.play else { return };
        match FormState::open(play, &self.words, response, case) {
            Some(state) => {
                self.over = None;
                self.place = Place::Form(Box::new(state));
            }
            None => self.refused(Message::new("app-form-none")),
        }
    }

    /// Puts the last text of the form into it.
    pub(in crate::app) fn start_from_last(&mut self, ctx: &Context) {
        let (Place::Form(state), Some(play)) = (&mut self.place, &self.play) else { return };
        if state.start_words().is_some() {
            state.start_from_last(play.run(), &self.words, ctx.input(|input| input.time));
        }
    }

    /// Cites what was chosen last among the evidence.
    pub(in crate::app) fn cite_here(&mut self, ctx: &Context) {
        let (Place::Form(state), Some(play)) = (&mut self.place, &self.play) else { return };
        let said = state
            .cite_chosen(ctx, play.run(), ctx.input(|input| input.time))
            .unwrap_or_else(|| Message::new("app-form-cite-nothing"));
        self.say(&said);
    }

    /// Keeps what is written as a draft, and goes back to the desk.
    pub(in crate::app) fn keep_form(&mut self) {
        let (Place::Form(state), Some(play)) = (&self.place, &self.play) else { return };
        let command = state.keeping(play.run());
        let kept = command.is_none_or(|command| self.command(&command).is_some());
        let (Place::Form(state), Some(play)) = (&mut self.place, &mut self.play) else { return };
        if kept {
            state.kept(play);
            return self.back_to_desk();
        }
        // It can be no draft now: it stays beside the run, and what was said of that stays on the screen.
        state.save(play);
        self.place = Place::Desk;
    }

    /// Throws away what is written in a form, and the draft of it.
    pub(in crate::app) fn discard_form(&mut self, response: String) {
        let Some(play) = &self.play else { return };
        let known = play.moment().drafts.iter().any(|draft| draft.response == response);
        if known && self.command(&Command::DiscardDraft { response: response.clone() }).is_none() {
            return;
        }
        if let Some(play) = &mut self.play {
            forget(play, &response);
        }
        if matches!(&self.place, Place::Form(state) if state.is_of(&response)) {
            self.back_to_desk();
        }
        self.say(&Message::new("app-form-discarded"));
    }

    /// Signs the form, or says what stands in the way.
    pub(in crate::app) fn file_form(&mut self) {
        let (Place::Form(state), Some(play)) = (&mut self.place, &self.play) else { return };
        if let Some(why) = state.cannot() {
            let why = why.clone();
            return self.refused(why);
        }
        if let Some(heading) = state.try_to_sign(play.run()) {
            let words = self.words.say(&heading);
            return self.announcer.say(words, true);
        }
        let command = state.filed(play.run());
        let Command::File { response, .. } = &command else { return };
        if self.command(&command).is_none() {
            return;
        }
        if let Some(play) = &mut self.play {
            forget(play, response);
        }
        // Signing may have led on: to the next week, or to the end.
        if matches!(self.place, Place::Form(_)) {
            self.back_to_desk();
        }
    }
}
