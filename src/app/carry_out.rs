//! Acts to deeds: what a person asked for is done here, after the pass in which they asked.
//!
//! Each place does its own, in the file of its screen; this is the way there, and what is common to all.

use std::sync::Arc;

use egui::Context;

use super::acts::Act;
use super::office::{Office, Place};
use super::over::Over;
use super::play::Play;
use super::settings;
use super::shelf::Shelf;
use super::work::Done;
use crate::desk;
use crate::run::command::Command;
use crate::run::engine::Stop;
use crate::sitting::data::{self, Store};
use crate::text::Message;

impl Office {
    /// Does what was asked for.
    pub(super) fn carry_out(&mut self, act: Act, ctx: &Context) {
        match act {
            Act::ShowPalette => self.show_over(Over::palette()),
            Act::ShowKeys => self.show_over(Over::Keys),
            Act::ShowSettings => self.show_over(Over::Settings),
            Act::ShowGlossary(term) => self.show_over(Over::glossary(term)),
            Act::StepOut => self.step_out(ctx),
            Act::NextPane => self.next_pane(ctx, 1),
            Act::PreviousPane => self.next_pane(ctx, -1),
            Act::GoToLibrary => self.go_to_library(),
            Act::Announce { text, urgent } => self.announcer.say(text, urgent),
            Act::Set(change) => {
                self.settings.change(change);
                self.restyle();
                self.keep_settings();
            }
            Act::Copy(text) => {
                ctx.copy_text(text);
                self.say(&Message::new("app-copied"));
            }
            Act::Leave => self.leave(),

            Act::Brief { slug, variant } => self.brief(slug, variant),
            Act::GoOnWith(run) | Act::ShowDebriefOf(run) => self.take_up(run),
            Act::AgainFrom { run, week } => self.again_from(run, week),
            Act::FilterTheme(_) | Act::ClearFilters => self.library.act(&act),

            Act::DrawLuck | Act::UseLuck(_) | Act::Softer(_) => {
                if let Place::Briefing(state) = &mut self.place {
                    state.act(&act);
                }
            }
            Act::Start => self.start(),
            Act::NotNow => {
                self.go_to_library();
                self.show_over(Over::Left);
            }

            Act::Read { item, nth } => self.read(&item, nth),
            Act::ReadNext => self.read_beside(1),
            Act::ReadPrevious => self.read_beside(-1),
            Act::Cite => self.cite(),
            Act::CiteThis(citation) => {
                self.command(&Command::Cite(citation));
            }
            Act::WriteNote => self.show_over(Over::note()),
            Act::KeepNote(text) => {
                if self.command(&Command::Note { text }).is_some() {
                    self.over = None;
                }
            }
            Act::ShowKind(_)
            | Act::CloseTray
            | Act::ShowTab(_)
            | Act::Widen
            | Act::ShowPerson(_)
            | Act::ShowCase(_) => {
                if matches!(self.place, Place::Desk) {
                    self.desk.act(&act);
                }
            }
            Act::Respond(id) => self.respond(id),
            Act::Do(response) => {
                self.over = None;
                if self.command(&Command::Do { response }).is_some() {
                    self.desk.act(&Act::CloseTray);
                }
            }
            Act::AskWhomToTell { item, nth } => self.show_over(Over::tell(item, nth)),
            Act::Tell { item, who } => {
                self.over = None;
                self.command(&Command::Tell { item, who });
            }
            Act::GoOn => {
                self.command(&Command::GoOn);
            }
            Act::EndDay => {
                self.command(&Command::EndDay);
            }
            Act::EndTurn => self.show_end_of_turn(),
            Act::Answer(decision) => self.open_decision(&decision),
            Act::ShowReviews(decision) => self.show_reviews(&decision),
            Act::LookAtReviews(decision) => self.look_at_reviews(&decision),

            Act::OpenForm { response, case } => self.open_form(&response, case.as_deref()),
            Act::StartFromLast => self.start_from_last(ctx),
            Act::CiteHere => self.cite_here(ctx),
            Act::KeepForm => self.keep_form(),
            Act::DiscardForm(response) => self.discard_form(response),
            Act::FileForm => self.file_form(),

            Act::KeepAnswer => self.keep_answer(),
            Act::Commit => self.commit(),

            Act::ShowReview => self.show_reviewing(),
            Act::KeepReview => self.keep_review(),
            Act::Suppose(key) => self.suppose(&key),
            Act::NotMine(key) => self.not_mine(&key),
            Act::WriteReview => self.write_review(),

            Act::BackToDesk => self.back_to_desk(),
            Act::NextTurn => self.next_turn(),
            Act::TurnNow => self.turn_now(),

            Act::ShowDebrief => self.show_debrief(),
            Act::ShowDebriefPage(_) | Act::ShowAnswered(_) => {
                if let Place::Debrief(state) = &mut self.place {
                    state.act(&act);
                }
            }
            Act::LookAt { item, nth } => self.show_over(Over::document(item, nth)),
            Act::TryAgainFrom(week) => self.try_again(week),
            Act::SaveReport => self.save_report(),
        }
    }

    /// Takes in what threads have done, and what a turning page had waiting.
    pub(super) fn take_in(&mut self) {
        while let Some(done) = self.work.done() {
            if let Done::TakenUp(_) = done {
                self.library.has_opened();
            }
            match done {
                Done::Opened { store, settings, trouble } => {
                    self.settings = settings::Settings::read(settings.as_deref());
                    self.restyle();
                    for note in store.notes() {
                        self.notices.push(note.message());
                    }
                    if let Some(trouble) = trouble {
                        self.notices.push(trouble);
                        self.notices.push(Message::new("play-in-memory"));
                    }
                    self.store = Some(store);
                    self.read_shelf();
                }
                Done::Shelf(shelf) => self.shelf = Some(*shelf),
                Done::Read { slug, variant, fresh } => self.briefed(slug, variant, fresh),
                Done::TakenUp(Ok(begun)) => self.taken_up(*begun),
                Done::TakenUp(Err(cannot)) => self.cannot(&cannot),
                Done::Debriefed { debrief, work } => self.debriefed(*debrief, work),
                Done::Replayed { replays, work } => self.replayed(replays, &work),
                Done::Written(Ok(path)) => {
                    let message = Message::new("app-report-written").with("path", path);
                    self.say(&message);
                    self.notices.push(message);
                }
                Done::Written(Err(trouble)) => {
                    let words = self.words.say(&trouble);
                    self.announcer.say(words, true);
                    self.notices.push(trouble);
                }
                Done::Reviewed(written) => self.reviewed(written),
                Done::Reread(fresh) => self.reread(fresh),
            }
        }
    }

    /// Opens what is kept, on a thread: its settings come first, then the library is read.
    pub(super) fn open_store(&mut self) {
        let named = self.options.data.clone();
        self.work.start(move || {
            let read = |opened: &mut crate::store::open::Opened, _: &_| opened.records.setting(settings::NAME);
            let (store, settings) = Store::open_reading(named.as_deref(), None, read);
            let (settings, trouble) = match settings {
                Ok(settings) => (settings, None),
                Err(trouble) => (None, Some(trouble.message())),
            };
            Done::Opened { store, settings, trouble }
        });
    }

    /// Reads the library, on a thread.
    pub(super) fn read_shelf(&mut self) {
        let scenarios = self.options.scenarios.clone();
        let store = self.store.clone();
        self.work.start(move || Done::Shelf(Box::new(Shelf::read(scenarios.as_deref(), store))));
    }

    /// Keeps the settings, on a thread. If that fails nothing is lost: they hold for this sitting.
    fn keep_settings(&mut self) {
        let (named, written) = (self.options.data.clone(), self.settings.written());
        std::thread::spawn(move || {
            let _ = data::open_for(named.as_deref(), |opened| opened.records.set(settings::NAME, Some(&written)));
        });
    }

    /// Has a screen reader say a message, politely.
    pub(super) fn say(&mut self, message: &Message) {
        let words = self.words.say(message);
        self.announcer.say(words, false);
    }

    /// Opens a sheet over the screen.
    pub(super) fn show_over(&mut self, over: Over) {
        self.over = Some(over);
    }

    /// Says what stands in the way, and lets it stand until it is put away.
    pub(super) fn cannot(&mut self, cannot: &crate::sitting::kept::Cannot) {
        let words = self.words.say(&cannot.message);
        self.announcer.say(words, true);
        match &cannot.found {
            Some(found) => self.show_over(Over::findings(cannot.message.clone(), found)),
            None => self.notices.push(cannot.message.clone()),
        }
    }

    /// Steps out one level.
    fn step_out(&mut self, ctx: &Context) {
        if self.over.take().is_some() || !self.notices.is_empty() && self.notices.pop().is_some() {
            return;
        }
        if let Place::Debrief(state) = &mut self.place
            && state.step_out()
        {
            return;
        }
        if let Place::Form(state) = &mut self.place
            && state.step_out()
        {
            return;
        }
        match &self.place {
            Place::Library => ctx.memory_mut(|memory| {
                if let Some(id) = memory.focused() {
                    memory.surrender_focus(id);
                }
            }),
            Place::Briefing(_) | Place::Debrief(_) => self.go_to_library(),
            Place::Reviewing(_) => self.step_out_of_reviewing(),
            Place::Desk => {
                if !self.desk.step_out() {
                    ctx.memory_mut(|memory| {
                        if let Some(id) = memory.focused() {
                            memory.surrender_focus(id);
                        }
                    });
                }
            }
            Place::Form(_) => self.keep_form(),
            Place::Decision(_) => self.keep_answer(),
            Place::Reviews(_) | Place::EndOfTurn => self.back_to_desk(),
        }
    }

    /// Moves the focus to the next part of the screen.
    fn next_pane(&mut self, ctx: &Context, step: isize) {
        if self.over.is_none() {
            super::panes::go_round(ctx, step);
        }
    }

    /// To the library. What is unfinished is kept first.
    pub(super) fn go_to_library(&mut self) {
        self.keep_unfinished();
        self.over = None;
        self.place = Place::Library;
        self.play = None;
        self.playing = None;
        self.read_shelf();
    }

    /// To the desk.
    pub(super) fn back_to_desk(&mut self) {
        self.place = Place::Desk;
        self.over = None;
    }

    /// A run was taken up: its desk, or its debrief if it is over.
    pub(super) fn taken_up(&mut self, begun: crate::sitting::start::Begun) {
        self.notices.extend(begun.notes.iter().cloned());
        self.play = Some(Play::new(begun));
        self.desk = super::screens::desk::DeskState::default();
        self.over = None;
        self.committing = false;
        if self.is_reviewing() {
            self.go_on_reviewing();
        } else if self.play.as_ref().is_some_and(|play| play.run().is_over()) {
            self.show_debrief();
        } else {
            self.back_to_desk();
        }
    }

    /// Carries out a command of the run, says what came of it, and goes where that leads. Nothing if it was refused.
    pub(super) fn command(&mut self, command: &Command) -> Option<Stop> {
        let words = Arc::clone(&self.words);
        let play = self.play.as_mut()?;
        let since = play.run().events().len();
        let turn = play.moment().clock.turn;
        match play.command(command) {
            Err(refusal) => {
                let refusal = desk::refusal::refusal(play.run(), &refusal);
                self.refused(refusal);
                None
            }
            Ok(stop) => {
                for news in desk::news::news(play.run(), since) {
                    self.announcer.say(words.say(&news.message), news.urgent);
                }
                let moment = play.moment();
                let over = play.run().is_over();
                self.desk.after(&moment, play.run().events().get(since..).unwrap_or_default());
                if over {
                    self.show_debrief();
                } else if moment.clock.turn != turn {
                    self.desk.new_turn();
                    self.back_to_desk();
                }
                Some(stop)
            }
        }
    }

    /// A refusal: said at once, and shown until something else is done.
    pub(super) fn refused(&mut self, refusal: Message) {
        let words = self.words.say(&refusal);
        self.announcer.say(words, true);
        self.show_over(Over::Refused(refusal));
    }

    /// Whatever is half written is kept.
    pub(super) fn keep_unfinished(&mut self) {
        match &self.place {
            Place::Form(_) => self.keep_form(),
            Place::Decision(_) => self.keep_answer(),
            Place::Reviewing(_) => self.keep_remark(),
            _ => {}
        }
    }
}
