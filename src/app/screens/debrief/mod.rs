//! The debrief: how it came out, each decision beside its reviewers, what followed, and when.
//!
//! In goes a [`Debrief`](crate::review::debrief::Debrief), made on a thread while the screen is shown already, and its
//! replays, which come later; the sentences are those of [`crate::report::words`], one place for every front end. Out
//! come acts. What draws reads no run: only [`making`] and [`report`] do.
//!
//! [`state`] is where the person is in it; [`side`] the pages and the moments, with trying [`again`]; [`front`],
//! [`decision`] (with [`reasons`]), [`outcomes`] (with [`luck`], [`sureness`] and [`done`]) and [`timeline`] what stands
//! in the main pane; [`making`] how it is made and tried again, [`report`] how it is saved.

pub mod again;
pub mod decision;
pub mod done;
pub mod front;
pub mod likewise;
pub mod lines;
pub mod luck;
pub mod making;
pub mod outcomes;
pub mod reasons;
pub mod report;
pub mod side;
pub mod state;
pub mod sureness;
pub mod timeline;
mod together;

pub use state::DebriefState;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Margin, Rect, Ui};

use crate::app::acts::DebriefPage;
use crate::app::cx::Cx;
use crate::app::parts::page::{self, Side};
use crate::app::parts::text;
use crate::app::theme::Room;
use crate::app::theme::type_scale::Type;
use crate::review::debrief::Debrief;
use crate::scenario::calendar::Calendar;

/// The width of the side, in points, with and without room for more.
const SIDE: (f32, f32) = (256.0, 224.0);

/// Main panes that are at least so wide stand in columns.
const COLUMNS: f32 = 720.0;

/// A debrief with what its moments are said by.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    pub debrief: Arc<Debrief>,
}

impl Shown {
    fn calendar(&self) -> &Calendar {
        &self.debrief.scenario.tables().calendar
    }

    /// Whether weeks have numbers: the author says what day 0 is.
    fn weeks_count(&self) -> bool {
        self.debrief.scenario.raw().calendar.day_0_is.is_some()
    }
}

/// Draws the debrief.
pub fn debrief_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DebriefState) {
    let room = Room::of(rect.width());
    let mut rest = rect;
    if room == Room::One {
        side::head_ui(ui, cx, &mut rest, state);
        if state.is_list_open() {
            side::list_ui(ui, cx, rest, state);
            return;
        }
    } else {
        let width = if room == Room::Three { SIDE.0 } else { SIDE.1 };
        let side = page::cut(&mut rest, Side::Left, width);
        side::side_ui(ui, cx, side, state);
    }
    main_ui(ui, cx, rest, state, room);
}

fn main_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DebriefState, room: Room) {
    let name = cx.t(state.page.name());
    let region = page::Region { id: "debrief-main", role: Role::Main, name: &name };
    page::region(ui, rect, cx.tokens().paper, region, |ui| {
        let margin = if room == Room::One { 16 } else { 28 };
        let pad = Margin { left: margin, right: margin, top: 16, bottom: 24 };
        let Some(debrief) = state.debrief.clone() else {
            waiting(ui, cx, state, pad);
            return;
        };
        let shown = Shown { debrief };
        if state.page == DebriefPage::Timeline {
            timeline::timeline_ui(ui, cx, rect, state, &shown);
            return;
        }
        // Each page and each moment begins at its top.
        let id = format!("debrief {} {}", state.page.name(), state.moment);
        page::scroll(ui, &id, pad, |ui| match state.page {
            DebriefPage::Outcomes => outcomes::outcomes_ui(ui, cx, state, &shown),
            _ if state.moment == 0 => front::front_ui(ui, cx, state, &shown),
            _ => decision::decision_ui(ui, cx, state, &shown),
        });
        if std::mem::take(&mut state.fresh) {
            // In wide windows the list has it, and what it says is shown beside it.
            let moment = side::moments_id().with(state.moment);
            let first = if room == Room::One { lines::page_heading_id() } else { moment };
            ui.memory_mut(|memory| memory.request_focus(first));
        }
    });
}

/// Before the debrief is made: nothing for a moment, then a line that says so.
fn waiting(ui: &mut Ui, cx: &Cx<'_>, state: &mut DebriefState, pad: Margin) {
    if state.has_waited(ui) {
        page::scroll(ui, "debrief", pad, |ui| {
            let words = cx.t("app-debrief-waiting");
            text::label(ui, &words, Type::Body, cx.ink(2));
        });
    }
}

#[cfg(test)]
mod tests {
    use egui::accesskit::Role;
    use egui_kittest::Harness;
    use egui_kittest::kittest::{NodeT as _, Queryable as _};

    use super::*;
    use crate::app::office::Office;
    use crate::app::settings::Settings;
    use crate::app::work::Progress;
    use crate::desk::timeline::timeline;
    use crate::run::plan;
    use crate::sitting::{files, reviews, start};
    use crate::text::Catalogue;

    /// The debrief of a case that went by its good plan, its replays not done.
    fn replaying() -> DebriefState {
        let files = files::one("missed-monday", None).unwrap();
        let plan = files::plan("good", &files).unwrap();
        let fresh = start::fresh(&files, None, Some(&plan), None, false).unwrap();
        let played = plan::play_on(fresh.run, &fresh.ready.plan.as_ref().unwrap().1).run;
        let beside = state::Beside {
            title: "Missed Monday".into(),
            attempt: None,
            weeks: Vec::new(),
            timeline: timeline(&played, None).into(),
            luck: "acorn-0007".into(),
        };
        let mut state = DebriefState::new(Progress::default(), beside);
        state.made(reviews::debrief_first(&played, fresh.ready.panel.as_ref(), false));
        state
    }

    #[test]
    fn replays_that_take_long_have_a_bar() {
        let words = Catalogue::english();
        let theme = Settings::default().theme();
        let mut state = replaying();
        state.page = DebriefPage::Outcomes;
        state.work.note(412, 2_000);
        let mut prepared = false;
        let draw = move |ui: &mut Ui, state: &mut DebriefState| {
            if !std::mem::replace(&mut prepared, true) {
                Office::prepare(ui.ctx());
                ui.ctx().request_repaint();
                return;
            }
            let mut acts = Vec::new();
            let mut cx = Cx::new(&words, &theme, &mut acts);
            let rect = ui.max_rect();
            debrief_ui(ui, &mut cx, rect, state);
        };
        let builder = Harness::builder().with_size(egui::vec2(1280.0, 752.0)).with_step_dt(0.02);
        let mut harness = builder.build_ui_state(draw, state);
        harness.step();
        assert!(harness.query_by_role(Role::ProgressIndicator).is_none(), "nobody has waited yet");
        harness.run_steps(12);
        let bar = harness.get_by_role(Role::ProgressIndicator);
        assert_eq!(bar.accesskit_node().label().as_deref(), Some("Replaying your decisions"));
        assert_eq!(bar.accesskit_node().numeric_value(), Some(21.0));
        // What was known before is there all the while, and the bar goes when the replays come.
        harness.get_by_role_and_label(Role::Heading, "All decisions together");
        harness.state_mut().replayed(None);
        harness.run_steps(2);
        assert!(harness.query_by_role(Role::ProgressIndicator).is_none());
    }
}
