//! How reviewers answered one decision, before the end: only once it is answered, and never by the way.
//!
//! In goes a decision that was answered; out come acts. To look makes later answers no longer blind, so it is asked
//! about once, and the run is told before anything is shown. What there was to find, and what it comes to, is left to the
//! debrief.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Id as WidgetId, Margin, Rect, Ui};

use super::debrief::reasons;
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::office::{Office, Place};
use crate::app::over::take_focus_once;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::page::{self, Region, Side};
use crate::app::parts::{follow, text};
use crate::app::pictures::answers::{answers, list_stop};
use crate::app::play::Play;
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::app::theme::{Room, size};
use crate::report::words as say;
use crate::review::debrief::{Answered, Provenance};
use crate::run::Run;
use crate::run::command::Command;
use crate::run::event::What;
use crate::scenario::model::folded;
use crate::scenario::raw::Id;
use crate::scenario::raw::panel::Came;
use crate::sitting::reviews;
use crate::text::Message;

/// The widest lines of a text, in points.
const MEASURE: f32 = 736.0;

/// Reviews of one decision.
#[derive(Debug)]
pub struct ReviewsState {
    title: Message,
    stage: Stage,
}

/// How far the person is.
#[derive(Debug)]
enum Stage {
    /// Nobody reviewed it as it stood.
    Nobody,
    /// Whether to look is asked.
    Asking(Id),
    Shown(Box<Shown>),
}

/// Reviews that are shown.
#[derive(Debug)]
struct Shown {
    answered: Answered,
    /// When it was answered.
    when: Message,
    provenance: Message,
    /// Groups of reviews that are shown whole.
    whole: BTreeSet<(usize, usize)>,
}

/// Draws the reviews.
pub fn reviews_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut ReviewsState) {
    let t = *cx.tokens();
    let room = Room::of(rect.width());
    let mut rest = rect;
    let foot = page::cut(&mut rest, Side::Bottom, size::FOOT);
    let names = [cx.say(&state.title), cx.t("app-reviews-foot")];
    let region = Region { id: "reviews", role: Role::Main, name: &names[0] };
    page::region(ui, rest, t.paper, region, |ui| {
        let side = if room == Room::One { 20 } else { 40 };
        page::scroll(ui, "reviews", Margin { left: side, right: side, top: 18, bottom: 24 }, |ui| {
            match &mut state.stage {
                Stage::Nobody => {
                    head(ui, cx, &names[0], None);
                    text::label_within(ui, &cx.t("app-reviews-nobody"), Type::Reading, cx.ink(1), MEASURE);
                }
                Stage::Asking(_) => {
                    head(ui, cx, &names[0], None);
                    text::label_within(ui, &cx.t("app-reviews-sure"), Type::Reading, cx.ink(1), MEASURE);
                }
                Stage::Shown(shown) => shown_ui(ui, cx, &names[0], shown),
            }
            follow::pages(ui);
        });
    });
    let region = Region { id: "reviews-foot", role: Role::ContentInfo, name: &names[1] };
    page::region(ui, foot, t.desk, region, |ui| foot_ui(ui, cx, foot, &state.stage));
}

/// When it was answered, and what it is called.
fn head(ui: &mut Ui, cx: &Cx<'_>, title: &str, when: Option<&Message>) {
    if let Some(when) = when {
        let when = text::capital(&cx.say(when));
        text::label(ui, &when, Type::Caption, cx.ink(3));
    }
    text::heading(ui, title, Type::ScreenTitle, cx.ink(1), 1);
    ui.add_space(8.0);
}

fn shown_ui(ui: &mut Ui, cx: &mut Cx<'_>, title: &str, shown: &mut Shown) {
    head(ui, cx, title, Some(&shown.when));
    let decision = &shown.answered;
    let heading = cx.t("debrief-reviewers-heading");
    if decision.panel.reviewers > 0 {
        text::heading_with(ui, cx, &heading, Type::Heading, &cx.say(&say::asked_too(decision)), 2);
        ui.add_space(2.0);
        text::label_within(ui, &cx.say(&shown.provenance), Type::Small, cx.ink(2), MEASURE);
        ui.add_space(8.0);
        let id = WidgetId::new("reviews-answers").with(&decision.id);
        if decision.panel.distribution.is_some() {
            panes::begins(ui, list_stop(ui, id));
        }
        if !answers(ui, cx, id, decision, false) {
            text::label_within(ui, &cx.t("debrief-reviewers-few"), Type::Small, cx.ink(2), MEASURE);
        }
        if let Some(synthesis) = &decision.panel.synthesis {
            ui.add_space(8.0);
            let short = cx.say(&Message::new("debrief-in-short").with("text", synthesis));
            text::label_within(ui, &short, Type::Body, cx.ink(1), MEASURE);
        }
        ui.add_space(12.0);
        text::hairline(ui, cx);
        ui.add_space(12.0);
    }
    reasons::reasons(ui, cx, &mut shown.whole, (decision, 0));
    if !decision.panel.older.is_empty() {
        let heading = cx.t("debrief-older-heading");
        ui.add_space(12.0);
        text::hairline(ui, cx);
        ui.add_space(12.0);
        text::heading(ui, &heading, Type::Heading, cx.ink(1), 2);
        ui.add_space(6.0);
        page::list_of(ui, &heading, |ui| {
            for review in &decision.panel.older {
                reasons::review_ui(ui, cx, decision, review, false);
            }
        });
    }
    ui.add_space(8.0);
    text::label_within(ui, &cx.t("app-reviews-rest"), Type::Small, cx.ink(3), MEASURE);
}

/// The ways out: back to the desk, or to look, where that is asked.
fn foot_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, stage: &Stage) {
    page::edge(ui, cx, rect, Side::Top, cx.tokens().hair);
    let row = Rect::from_min_max(rect.min + egui::vec2(20.0, 0.0), rect.max - egui::vec2(20.0, 0.0));
    let first = WidgetId::new("reviews-first");
    panes::begins(ui, first);
    page::row(ui, row, |ui| {
        if let Stage::Asking(decision) = stage {
            let look = Button::first(cx.t("app-reviews-look")).id(first);
            look.act(ui, cx, Act::LookAtReviews(decision.clone()));
            ui.add_space(8.0);
            let not_now = Button::plain(cx.t("app-not-now")).act(ui, cx, Act::BackToDesk);
            take_focus_once(ui, not_now.id, not_now.id);
            return;
        }
        let back = Button::first(cx.t("app-back-to-desk")).icon(Icon::ArrowLeft).id(first);
        let back = back.act(ui, cx, Act::BackToDesk);
        take_focus_once(ui, back.id, back.id);
    });
}

impl Office {
    /// Shows the reviews of an answered decision, or asks first whether to look.
    pub(in crate::app) fn show_reviews(&mut self, decision: &str) {
        let Some(play) = &self.play else { return };
        let Some(answered) = reviews::answered(play.run(), play.panel(), decision) else { return };
        let title = say::title(answered.title.as_ref());
        let anybody = answered.panel.reviewers > 0 || !answered.panel.older.is_empty();
        let stage = match (anybody, is_revealed(play.run(), decision)) {
            (false, _) => Stage::Nobody,
            (true, false) => Stage::Asking(decision.to_owned()),
            (true, true) => Stage::Shown(Box::new(shown(play.run(), answered))),
        };
        self.keep_unfinished();
        self.over = None;
        self.place = Place::Reviews(Box::new(ReviewsState { title, stage }));
    }

    /// Tells the run that reviews are looked at, and shows them.
    pub(in crate::app) fn look_at_reviews(&mut self, decision: &str) {
        let Some(play) = &self.play else { return };
        let told = is_revealed(play.run(), decision)
            || self.command(&Command::Reveal { decision: decision.to_owned() }).is_some();
        if told {
            self.show_reviews(decision);
        }
    }
}

/// Decisions that are answered, the latest first, with their titles: how others answered them may be looked at. None
/// where nobody has reviewed the case.
#[must_use]
pub fn can_be_shown(play: &Play) -> Vec<(Id, Message)> {
    let scenario = play.run().scenario();
    let answered = play.run().events().iter().rev().filter_map(|event| match &event.what {
        What::Decided { decision, .. } => Some(decision),
        _ => None,
    });
    let title = |decision: &Id| {
        let raw = scenario.decision_called(decision).map(|id| scenario.decision(id));
        say::title(raw.and_then(|raw| raw.title.as_deref()).map(folded).as_ref())
    };
    let answered = answered.map(|decision| (decision.clone(), title(decision)));
    if play.panel().is_some() { answered.collect() } else { Vec::new() }
}

/// Whether reviews of a decision were looked at in this run.
fn is_revealed(run: &Run, decision: &str) -> bool {
    run.events().iter().any(|event| matches!(&event.what, What::Revealed { decision: one } if one == decision))
}

fn shown(run: &Run, answered: Answered) -> Shown {
    let scenario = run.scenario();
    let weeks_count = scenario.raw().calendar.day_0_is.is_some();
    Shown {
        when: say::moment(&scenario.tables().calendar, answered.at, weeks_count),
        provenance: say::provenance(&provenance(&answered)),
        whole: BTreeSet::new(),
        answered,
    }
}

/// Where the reviews of this one decision come from.
fn provenance(answered: &Answered) -> Provenance {
    let all = || answered.panel.groups.iter().flat_map(|group| &group.reviews);
    let collected = all().filter(|review| matches!(review.came, Came::Collected { .. })).count();
    let reviewers = all().count();
    Provenance { reviewers, drafted: reviewers - collected, collected, ..Provenance::default() }
}
