//! The end of the turn: what is undone, unread and unanswered; where the time went; go on or go back, equally easy.
//!
//! In goes [`crate::desk::end_of_turn`]; out come acts. [`undone`] are the lists at the left, [`time`] is the column at the
//! right; [`rows`] draws a list. What may be ended is the engine's to say.

mod rows;
mod time;
mod undone;

use egui::accesskit::Role;
use egui::{Id, Margin, Rect, Ui, pos2, vec2};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::office::{Office, Place};
use crate::app::over::take_focus_once;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::page::{self, Region, Side};
use crate::app::parts::{follow, text};
use crate::app::play::Play;
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::app::theme::{Room, size};
use crate::desk::Moment;
use crate::desk::end_of_turn::{EndOfTurn, end_of_turn};
use crate::run::command::Command;

/// The column at the right.
const SIDE: f32 = 384.0;

/// The widest column of lists, and the widest lines of the text above them.
const WIDEST: f32 = 752.0;
const MEASURE: f32 = 608.0;

/// Draws the end of the turn.
pub fn end_of_turn_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, play: &Play) {
    let view = play.view((), |run, ()| end_of_turn(run));
    let Some(view) = &*view else { return cx.act(Act::BackToDesk) };
    let moment = play.moment();
    let room = Room::of(rect.width());
    let wide = room == Room::Three;
    let mut rest = rect;
    let foot = page::cut(&mut rest, Side::Bottom, size::FOOT);
    let side = wide.then(|| page::cut(&mut rest, Side::Right, SIDE));
    let t = *cx.tokens();
    let names = [cx.say(&view.heading), cx.t("app-end-time"), cx.t("app-end-foot")];

    let region = Region { id: "end-of-turn", role: Role::Main, name: &names[0] };
    page::region(ui, rest, t.paper, region, |ui| {
        let pad = match room {
            Room::Three => Margin { left: 104, right: 40, top: 24, bottom: 24 },
            Room::Two => Margin { left: 40, right: 40, top: 24, bottom: 24 },
            Room::One => Margin { left: 20, right: 20, top: 16, bottom: 20 },
        };
        page::scroll(ui, "end-of-turn", pad, |ui| {
            page::column(ui, WIDEST, |ui| {
                let of = if room == Room::One { Type::ScreenTitle } else { Type::PageTitle };
                text::heading(ui, &names[0], of, cx.ink(1), 1);
                ui.add_space(2.0);
                text::label_within(ui, &cx.say(&view.left), Type::Reading, cx.ink(1), MEASURE);
                undone::undone(ui, cx, view, &moment);
                if !wide {
                    ui.add_space(28.0);
                    time::time(ui, cx, view, &moment);
                }
            });
            follow::pages(ui);
        });
    });
    if let Some(side) = side {
        let region = Region { id: "end-of-turn-time", role: Role::Complementary, name: &names[1] };
        page::region(ui, side, t.pane, region, |ui| {
            page::edge(ui, cx, side, Side::Left, t.hair);
            page::scroll(ui, "end-of-turn-time", Margin::symmetric(24, 24), |ui| {
                time::time(ui, cx, view, &moment);
            });
        });
    }
    let region = Region { id: "end-of-turn-foot", role: Role::ContentInfo, name: &names[2] };
    page::region(ui, foot, t.desk, region, |ui| foot_ui(ui, cx, foot, view, &moment));
}

/// Back, and on. What still lies there stands between them, or why one can't go on.
fn foot_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, view: &EndOfTurn, moment: &Moment) {
    page::edge(ui, cx, rect, Side::Top, cx.tokens().hair);
    let row = rect.shrink2(vec2(20.0, 0.0));
    let back = Id::new("end-back");
    panes::begins(ui, back);
    let left = page::row(ui, row, |ui| {
        let button = Button::plain(cx.say(&view.go_back)).icon(Icon::ArrowLeft).id(back);
        button.act(ui, cx, Act::BackToDesk).rect.right()
    });
    let right = Rect::from_min_max(pos2(left + 16.0, row.top()), row.max);
    page::row_from_right(ui, right, |ui| {
        let why = moment.clock.cannot_end.as_ref().map(|why| cx.say(why));
        let beside = why.clone().unwrap_or_else(|| cx.say(&view.summary));
        let button = Button::first(cx.say(&view.go_on)).icon_after(Icon::ArrowRight).id(Id::new("end-go-on"));
        let response = button.why_not(why).act(ui, cx, Act::NextTurn);
        if view.can_end {
            take_focus_once(ui, response.id, response.id);
        }
        ui.add_space(12.0);
        let room = ui.available_width();
        if room > 60.0 {
            text::clipped(ui, &beside, Type::Small, cx.ink(2), room);
        }
    });
}

impl Office {
    /// Shows what is undone before the turn ends.
    pub(in crate::app) fn show_end_of_turn(&mut self) {
        self.keep_unfinished();
        self.over = None;
        self.place = Place::EndOfTurn;
    }

    /// Goes on to the next turn: the page turns first, unless nothing is to move.
    pub(in crate::app) fn next_turn(&mut self) {
        if !matches!(self.place, Place::EndOfTurn) || self.turning.is_turning() {
            return;
        }
        let Some(play) = &self.play else { return };
        if let Some(why) = &play.moment().clock.cannot_end {
            let why = self.words.say(why);
            return self.announcer.say(why, true);
        }
        if self.theme.still {
            self.turn_now();
        } else {
            self.turning.begin(Act::TurnNow);
        }
    }

    /// Ends the turn. Who went back to the desk while the page turned stays there.
    pub(in crate::app) fn turn_now(&mut self) {
        if !matches!(self.place, Place::EndOfTurn) || self.command(&Command::EndTurn).is_none() {
            return;
        }
        // Something came on the way. What must be answered first is said here; everything else is on the desk.
        let stopped = matches!(self.place, Place::EndOfTurn);
        let free = self.play.as_ref().is_some_and(|play| play.moment().clock.cannot_end.is_none());
        if stopped && free {
            self.back_to_desk();
        }
    }
}
