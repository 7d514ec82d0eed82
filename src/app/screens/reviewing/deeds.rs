//! What a reviewer asks for, done: who they are, what they think of a question, what they suppose, and their file.

use super::overview::Overview;
use super::question::Question;
use super::who::Who;
use super::{ReviewingState, Stage};
use crate::app::office::{Office, Place};
use crate::app::play::Play;
use crate::app::screens::debrief::report;
use crate::app::screens::decision::DecisionState;
use crate::app::work::Done;
use crate::desk::reviewing::{Row, asked, progress};
use crate::review::collect::said::Remark;
use crate::sitting::reviewing;
use crate::text::Message;

/// Every question of the run in play, as it stands.
fn rows(play: &Play) -> Vec<Row> {
    progress(play.run(), &play.keep.pending.review).rows
}

/// What was said of a question, or begun to be.
fn said_of(play: &Play, key: &str) -> Remark {
    let review = &play.keep.pending.review;
    review.begun.get(key).or_else(|| review.remarks.get(key)).cloned().unwrap_or_default()
}

impl Office {
    /// Whether whoever sits here is a reviewer.
    pub(in crate::app) fn is_reviewing(&self) -> bool {
        self.play.as_ref().is_some_and(|play| play.ready().invitation.is_some())
    }

    fn review_at(&mut self, stage: Stage) {
        self.over = None;
        self.place = Place::Reviewing(Box::new(ReviewingState::at(stage)));
    }

    /// To what a reviewer has to say first: who they are, what they think of a question, or what is left after the end.
    /// Else to the desk.
    pub(in crate::app) fn go_on_reviewing(&mut self) {
        let Some(play) = &self.play else { return };
        let Some(invitation) = &play.ready().invitation else { return };
        if play.keep.pending.review.about.is_none() {
            let asked = asked(invitation, None);
            return self.review_at(Stage::Who(Who::new(asked)));
        }
        if let Some(row) = rows(play).into_iter().find(|row| row.reached && !row.done) {
            let said = said_of(play, &row.key);
            return self.review_at(Stage::Question(Question::new(row, said, false)));
        }
        if play.run().is_over() {
            return self.show_reviewing();
        }
        self.back_to_desk();
    }

    /// Shows every question and how it stands.
    pub(in crate::app) fn show_reviewing(&mut self) {
        self.keep_unfinished();
        let Some(play) = self.play.as_ref().filter(|play| play.ready().invitation.is_some()) else { return };
        let overview = Overview::new(play);
        self.review_at(Stage::Overview(overview));
    }

    /// Keeps what is on the page, or says what is missing.
    pub(in crate::app) fn keep_review(&mut self) {
        let (Place::Reviewing(state), Some(play)) = (&mut self.place, &mut self.play) else { return };
        let missing = match &state.stage {
            Stage::Who(who) => who.missing(),
            Stage::Question(question) => question.missing(),
            Stage::Overview(_) => return,
        };
        if let Some(missing) = missing {
            state.tried = true;
            let words = self.words.say(&Message::new(missing));
            return self.announcer.say(words, true);
        }
        match &state.stage {
            Stage::Who(who) => play.keep.pending.review.about = who.about(),
            Stage::Question(question) => {
                let (run, keep) = play.run_and_keep();
                reviewing::remark(run, &mut keep.pending.review, &question.row, question.remark());
            }
            Stage::Overview(_) => {}
        }
        play.keep.keep_pending();
        self.say(&Message::new("app-review-kept"));
        self.go_on_reviewing();
    }

    /// Opens a question in a situation that was not reached.
    pub(in crate::app) fn suppose(&mut self, key: &str) {
        let Some(play) = &self.play else { return };
        let Some(row) = rows(play).into_iter().find(|row| row.key == key && !row.reached) else { return };
        if let Some(state) = DecisionState::suppose(play, &row) {
            self.over = None;
            self.place = Place::Decision(Box::new(state));
        }
    }

    /// Says of a question in a situation that was not reached that it is not theirs to answer.
    pub(in crate::app) fn not_mine(&mut self, key: &str) {
        let Some(play) = &self.play else { return };
        let Some(row) = rows(play).into_iter().find(|row| row.key == key && !row.reached) else { return };
        let said = said_of(play, key);
        self.review_at(Stage::Question(Question::new(row, said, true)));
    }

    /// Takes what was answered to a supposed question, and asks what they think of it.
    pub(in crate::app) fn commit_supposed(&mut self) {
        let (Place::Decision(state), Some(play)) = (&mut self.place, &mut self.play) else { return };
        state.keep(&mut play.keep);
        let (run, keep) = play.run_and_keep();
        let taken = reviewing::suppose(run, &mut keep.pending, state.view());
        match taken {
            Ok(row) => {
                play.keep.keep_pending();
                let said = said_of(play, &row.key);
                let said = Remark { outside: None, ..said };
                self.say(&Message::new("app-review-kept"));
                self.review_at(Stage::Question(Question::new(row, said, false)));
            }
            Err(problem) => self.refused(problem),
        }
    }

    /// What is begun on the page is kept beside the run.
    pub(in crate::app) fn keep_remark(&mut self) {
        if let (Place::Reviewing(state), Some(play)) = (&mut self.place, &mut self.play) {
            state.keep(play);
        }
    }

    /// Steps out one level: from a question to all of them, from all of them to the desk, or to the library after the end.
    pub(in crate::app) fn step_out_of_reviewing(&mut self) {
        let Place::Reviewing(state) = &self.place else { return };
        let over = self.play.as_ref().is_some_and(|play| play.run().is_over());
        match (&state.stage, over) {
            (Stage::Question(_), _) => self.show_reviewing(),
            (Stage::Overview(_), false) => self.back_to_desk(),
            _ => self.go_to_library(),
        }
    }

    /// Writes the reviewer's file, on a thread.
    pub(in crate::app) fn write_review(&mut self) {
        if !matches!(&self.place, Place::Reviewing(state) if matches!(state.stage, Stage::Overview(_))) {
            self.show_reviewing();
        }
        let Some(play) = &self.play else { return };
        let (Some(id), on) = (reviewing::id(&play.keep), reviewing::today(&play.keep)) else { return };
        let (run, said) = (play.run().clone(), play.keep.pending.review.clone());
        let header = play.keep.header().clone();
        let (scenarios, data) = (self.options.scenarios.clone(), self.options.data.clone());
        self.work.start(move || {
            let bundle = reviewing::bundle_of(&header, scenarios.as_deref());
            let folder = bundle.map_or_else(|| report::folder(data.as_deref()), Ok);
            let written = folder.and_then(|folder| reviewing::write_file(&run, &said, (&id, &on), Some(&folder)));
            Done::Reviewed(written.map(|path| path.display().to_string()))
        });
    }

    /// The reviewer's file was written, or could not be.
    pub(in crate::app) fn reviewed(&mut self, written: Result<String, Message>) {
        match written {
            Ok(path) => {
                self.say(&Message::new("tty-review-written").with("path", &path));
                if let Place::Reviewing(state) = &mut self.place
                    && let Stage::Overview(overview) = &mut state.stage
                {
                    overview.written = Some(path);
                }
            }
            Err(trouble) => {
                let words = self.words.say(&trouble);
                self.announcer.say(words, true);
                self.notices.push(trouble);
            }
        }
    }
}
