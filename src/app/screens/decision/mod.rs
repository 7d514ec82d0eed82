//! A decision: what happened and what is asked, the options, why, what would change one's mind, and how sure.
//!
//! 1. [`state`] is what is written, from what was kept and back; [`making`] is the answer itself, [`marks`] the citations
//!    in a text;
//! 2. [`prompt`], [`options`], [`ranking`], [`rating`], [`texts`] and [`sure`] are the main column, [`know`] is what there
//!    is to go on, [`foot`] the ways out;
//! 3. [`deeds`] is what comes of what is asked for here.
//!
//! What is asked and what may be answered is the desk's and the engine's to say. It never knows how reviewers answered.

mod deeds;
mod foot;
mod know;
mod making;
mod marks;
mod options;
mod prompt;
mod ranking;
mod rating;
mod state;
mod sure;
mod texts;

pub use state::DecisionState;

use egui::accesskit::Role;
use egui::{Margin, Rect, Ui};

use crate::app::cx::Cx;
use crate::app::parts::page::{self, Region, Side};
use crate::app::parts::{follow, text};
use crate::app::play::Play;
use crate::app::settings::Reveal;
use crate::app::theme::Room;
use crate::scenario::raw::Ask;
use state::Goal;

/// The column of what there is to go on.
const SIDE: f32 = 384.0;

/// The widest column of what is asked and answered.
const WIDEST: f32 = 820.0;

/// Draws the decision. While an answer is on its way to the disk nothing can be changed.
pub fn decision_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    rect: Rect,
    state: &mut DecisionState,
    play: &mut Play,
    (committing, reveal): (bool, Reveal),
) {
    state.settle(play);
    let room = Room::of(rect.width());
    let wide = room == Room::Three;
    let mut rest = rect;
    let foot = foot::Foot::of(ui, cx, state, rect.width(), committing);
    let foot_rect = page::cut(&mut rest, Side::Bottom, foot.height);
    let side = wide.then(|| page::cut(&mut rest, Side::Right, SIDE));
    let t = *cx.tokens();
    let names = [cx.say(&state.view.title), cx.t("app-decision-know"), cx.t("app-decision-foot")];

    let region = Region { id: "decision", role: Role::Main, name: &names[0] };
    page::region(ui, rest, t.paper, region, |ui| {
        if committing {
            ui.disable();
        }
        let pad = match room {
            Room::Three => Margin { left: 40, right: 36, top: 18, bottom: 24 },
            Room::Two => Margin { left: 32, right: 32, top: 18, bottom: 24 },
            Room::One => Margin { left: 20, right: 20, top: 12, bottom: 20 },
        };
        page::scroll(ui, "decision-main", pad, |ui| {
            page::column(ui, WIDEST, |ui| main_ui(ui, cx, state, room));
            if !wide {
                ui.add_space(24.0);
                text::hairline(ui, cx);
                ui.add_space(16.0);
                know::know(ui, cx, state, reveal);
            }
            follow::pages(ui);
        });
    });
    if let Some(side) = side {
        let region = Region { id: "decision-know", role: Role::Complementary, name: &names[1] };
        page::region(ui, side, t.pane, region, |ui| {
            if committing {
                ui.disable();
            }
            page::edge(ui, cx, side, Side::Left, t.hair);
            let pad = Margin { left: 20, right: 20, top: 16, bottom: 16 };
            page::scroll(ui, "decision-know", pad, |ui| {
                know::know(ui, cx, state, reveal);
            });
        });
    }
    let region = Region { id: "decision-foot", role: Role::ContentInfo, name: &names[2] };
    page::region(ui, foot_rect, t.desk, region, |ui| foot.show(ui, cx, foot_rect));
    if !committing {
        state.keep_when_quiet(ui, &mut play.keep);
    }
}

/// What is asked and answered.
fn main_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DecisionState, room: Room) {
    prompt::prompt(ui, cx, state, room == Room::One);
    ui.add_space(14.0);
    go_to_answer(ui, state);
    match state.view.ask.clone() {
        Ask::ChooseOne => options::one(ui, cx, state),
        Ask::ChooseUpTo(most) => options::several(ui, cx, state, usize::from(most)),
        Ask::Rank => ranking::order(ui, cx, state),
        Ask::RateEach => rating::options(ui, cx, state),
        Ask::RateRisk(_) => rating::risks(ui, cx, state),
    }
    ui.add_space(14.0);
    texts::texts(ui, cx, state);
    ui.add_space(14.0);
    if sure::sure(ui, cx, &mut state.sure) {
        state.touched(ui);
    }
}

/// Gives the focus to the answer, where it is missing.
fn go_to_answer(ui: &Ui, state: &mut DecisionState) {
    if state.goal != Some(Goal::Answer) {
        return;
    }
    state.goal = None;
    let to = rating::first_stop(ui, state).unwrap_or_else(|| options::list_id().with(state.at));
    ui.memory_mut(|memory| memory.request_focus(to));
}
