//! Reviewing, for members of a panel: the desk is a trainee's, and nobody's reviews are shown. This screen is what a
//! reviewer has besides.
//!
//! 1. [`who`]: what is asked, what is sent and to whom; and the reviewer's role and years, asked for once;
//! 2. [`question`]: what they think of a question that they have just answered;
//! 3. [`overview`]: every question and how it stands, what is left to be supposed, and their file;
//! 4. [`deeds`] is what comes of what is asked for here.

mod deeds;
mod overview;
mod question;
mod who;

use egui::accesskit::Role;
use egui::{Id, Margin, Rect, Ui, vec2};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::page::{self, Region, Side};
use crate::app::parts::{follow, text};
use crate::app::play::Play;
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::app::theme::{Room, size};
use crate::app::unkept::Unkept;
use crate::review::collect::said::Remark;
use crate::text::Message;

/// The widest column of the page.
const WIDEST: f32 = 760.0;

/// Where a reviewer is.
#[derive(Debug)]
pub struct ReviewingState {
    stage: Stage,
    /// The first thing of the page takes the focus with the next pass.
    fresh: bool,
    /// To keep it was tried while something was missing: it is said beside the field too.
    tried: bool,
    unkept: Unkept,
}

#[derive(Debug)]
enum Stage {
    Who(who::Who),
    Question(question::Question),
    Overview(overview::Overview),
}

impl ReviewingState {
    fn at(stage: Stage) -> Self {
        Self { stage, fresh: true, tried: false, unkept: Unkept::default() }
    }

    /// Keeps what is begun on the page beside the run.
    fn keep(&mut self, play: &mut Play) {
        self.unkept.kept();
        if let Stage::Question(question) = &self.stage {
            play.keep.pending.review.begun.insert(question.row.key.clone(), question.remark());
            play.keep.keep_pending();
        }
    }

    /// What is being said of a question, as far as it goes.
    fn remark(&self) -> Option<Remark> {
        match &self.stage {
            Stage::Question(question) => Some(question.remark()),
            Stage::Who(_) | Stage::Overview(_) => None,
        }
    }

    /// Whether something is being written that can be kept.
    #[must_use]
    pub const fn can_keep(&self) -> bool {
        !matches!(self.stage, Stage::Overview(_))
    }
}

/// What stands at the foot: the way back, and what the page is for.
struct Foot {
    back: (Act, &'static str),
    first: (Act, &'static str),
    missing: Option<String>,
}

/// Draws it.
pub fn reviewing_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut ReviewingState, play: &mut Play) {
    let t = *cx.tokens();
    let mut rest = rect;
    let foot_rect = page::cut(&mut rest, Side::Bottom, size::FOOT);
    let (over, tried) = (play.run().is_over(), state.tried);
    let heading = match &state.stage {
        Stage::Who(_) => Message::new("app-review-who"),
        Stage::Question(question) => question.heading(),
        Stage::Overview(_) => Message::new("app-review"),
    };
    let heading = cx.say(&heading);
    let before = state.remark();
    page::region(ui, rest, t.paper, Region { id: "reviewing", role: Role::Main, name: &heading }, |ui| {
        let pad = match Room::of(rect.width()) {
            Room::Three => Margin { left: 104, right: 40, top: 24, bottom: 28 },
            Room::Two => Margin { left: 40, right: 40, top: 24, bottom: 28 },
            Room::One => Margin { left: 20, right: 20, top: 16, bottom: 20 },
        };
        page::scroll(ui, "reviewing", pad, |ui| {
            page::column(ui, WIDEST, |ui| {
                text::heading(ui, &heading, Type::ScreenTitle, cx.ink(1), 1);
                ui.add_space(6.0);
                let first = match &mut state.stage {
                    Stage::Who(who) => who.show(ui, cx, tried),
                    Stage::Question(question) => question.show(ui, cx, tried),
                    Stage::Overview(overview) => overview.show(ui, cx, play),
                };
                if std::mem::take(&mut state.fresh)
                    && let Some(first) = first
                {
                    ui.memory_mut(|memory| memory.request_focus(first));
                }
            });
            follow::pages(ui);
        });
    });
    let foot = match &state.stage {
        Stage::Who(who) => Foot {
            back: (Act::GoToLibrary, "app-review-later"),
            first: (Act::KeepReview, "app-review-keep"),
            missing: who.missing().map(|missing| cx.t(missing)),
        },
        Stage::Question(question) => Foot {
            back: (Act::StepOut, "app-review-later"),
            first: (Act::KeepReview, "app-review-keep"),
            missing: question.missing().map(|missing| cx.t(missing)),
        },
        Stage::Overview(_) if over => Foot {
            back: (Act::GoToLibrary, "app-library"),
            first: (Act::WriteReview, "app-review-write"),
            missing: None,
        },
        Stage::Overview(_) => Foot {
            back: (Act::WriteReview, "app-review-write"),
            first: (Act::BackToDesk, "app-back-to-desk"),
            missing: None,
        },
    };
    let name = cx.t("app-review-foot");
    let region = Region { id: "reviewing-foot", role: Role::ContentInfo, name: &name };
    page::region(ui, foot_rect, t.desk, region, |ui| foot_ui(ui, cx, foot_rect, foot));
    if state.remark() != before {
        state.unkept.touched(ui.input(|input| input.time));
    }
    if state.unkept.wants_keeping(ui.ctx()) {
        state.keep(play);
    }
}

fn foot_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, foot: Foot) {
    page::edge(ui, cx, rect, Side::Top, cx.tokens().hair);
    let row = rect.shrink2(vec2(20.0, 0.0));
    let back = Id::new("reviewing-back");
    panes::begins(ui, back);
    page::row(ui, row, |ui| {
        Button::plain(cx.t(foot.back.1)).id(back).act(ui, cx, foot.back.0);
    });
    page::row_from_right(ui, row, |ui| {
        let button = Button::first(cx.t(foot.first.1)).icon_after(Icon::ArrowRight).id(Id::new("reviewing-first"));
        button.why_not(foot.missing).act(ui, cx, foot.first.0);
    });
}
