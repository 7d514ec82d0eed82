//! How a debrief is made: first without its replays, so that it is shown at once, then the replays; and how a run is
//! tried again from a week.

use std::rc::Rc;

use super::state::{Beside, DebriefState};
use super::timeline::with_moments;
use crate::app::office::{Office, Place};
use crate::app::play::Play;
use crate::app::screens::desk::DeskState;
use crate::app::work::{Done, Progress};
use crate::desk::past_runs::{Attempt, past_run};
use crate::desk::timeline::timeline;
use crate::review::debrief::{Debrief, Replays};
use crate::run::Run;
use crate::run::event::What;
use crate::scenario::calendar::Calendar;
use crate::scenario::model::folded;
use crate::scenario::raw::Panel;
use crate::sitting::{again, luck, reviews, start};
use crate::text::Message;
use crate::text::when::{self, TurnKind};

/// What of a run is shown before its debrief is made.
fn beside(run: &Run) -> Beside {
    Beside {
        title: folded(&run.scenario().raw().title),
        attempt: attempt(run),
        weeks: again::weeks(run).into_iter().map(|(week, _)| (week, name_of(run, week))).collect(),
        timeline: Rc::new(with_moments(timeline(run, None))),
        luck: luck::shown(run.seed()),
    }
}

/// From where it branched off, if it did.
fn attempt(run: &Run) -> Option<Message> {
    let branched = run.events().first().is_some_and(|event| matches!(event.what, What::BranchedFrom { .. }));
    branched.then(|| past_run(run, None, Attempt { number: 1, before: None }).attempt)
}

/// What a week is called in a list of them: "week 9, Monday 5 January"; by its date where weeks have no number.
fn name_of(run: &Run, week: i32) -> Message {
    let scenario = run.scenario();
    let calendar = &scenario.tables().calendar;
    let day_0_is = scenario.raw().calendar.day_0_is.as_deref();
    let Some(turn) = calendar.turns.iter().find(|turn| calendar.week(turn.opens) == week) else {
        return when::week(week);
    };
    let first = when::day_long(calendar, Calendar::day(turn.opens));
    let by_date = TurnKind::of(calendar, turn) == TurnKind::Day;
    match (day_0_is, by_date) {
        (Some(_), true) => Message::new("app-debrief-week").with("turn", when::week(week)).with("date", first),
        (None, true) => first,
        (Some(_), false) => {
            let turn = when::turn_name(calendar, turn, day_0_is);
            Message::new("app-debrief-week").with("turn", turn).with("date", first)
        }
        (None, false) => when::turn_name(calendar, turn, None),
    }
}

impl Office {
    /// Shows the debrief of the run that is over, and begins to make it.
    pub(in crate::app) fn show_debrief(&mut self) {
        if self.is_reviewing() {
            return self.go_on_reviewing();
        }
        let Some(play) = self.play.as_ref().filter(|play| play.run().is_over()) else { return };
        let work = Progress::default();
        self.place = Place::Debrief(Box::new(DebriefState::new(work.clone(), beside(play.run()))));
        self.over = None;
        let (run, panel, trial) = of(play);
        self.work.start(move || {
            let debrief = Box::new(reviews::debrief_first(&run, panel.as_ref(), trial));
            Done::Debriefed { debrief, work }
        });
    }

    /// The debrief was made: it is shown, and its replays begin.
    pub(in crate::app) fn debriefed(&mut self, debrief: Debrief, work: Progress) {
        let (Place::Debrief(state), Some(play)) = (&mut self.place, &self.play) else { return };
        if !state.is_made_by(&work) {
            return;
        }
        state.made(debrief);
        let (run, panel, _) = of(play);
        self.work.start(move || {
            let replays = reviews::replays(&run, panel.as_ref(), &mut |done, all| work.note(done, all));
            Done::Replayed { replays, work }
        });
    }

    /// The replays are done.
    pub(in crate::app) fn replayed(&mut self, replays: Option<Replays>, work: &Progress) {
        if let Place::Debrief(state) = &mut self.place
            && state.is_made_by(work)
        {
            state.replayed(replays);
        }
    }

    /// Begins another run from a week of this one, which is left as it is, and goes to its desk.
    pub(in crate::app) fn try_again(&mut self, week: i32) {
        let Some(play) = &mut self.play else { return };
        let store = play.keep.store().clone();
        match start::branch(play.run(), play.keep.header(), week, &store) {
            Ok((run, keep)) => {
                play.replace(run, keep);
                self.desk = DeskState::default();
                self.committing = false;
                self.back_to_desk();
                let moment = self.play.as_ref().map(Play::moment);
                if let Some(moment) = moment {
                    self.say(&Message::new("app-debrief-again-begun").with("turn", moment.clock.turn_words.clone()));
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

/// What a debrief is made of: it goes to another thread, and the run in play stays.
fn of(play: &Play) -> (Run, Option<Panel>, bool) {
    (play.run().clone(), play.panel().cloned(), play.keep.header().trial)
}
