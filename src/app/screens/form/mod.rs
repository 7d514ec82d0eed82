//! A form: the document at the left, what it relies on at the right, and at the foot the ways out of it.
//!
//! 1. [`state`] is what is written, and [`keeping`] how it is kept; [`written`] is one field of it, [`cites`] its
//!    evidence with its numbers ([`citing`] puts them in), [`checks`] what is wrong;
//! 2. [`document`] lays the fields out, [`rows`] side by side where there is room, and [`fields`] draws them with a
//!    [`pen`]: [`grid`] and [`steps`] the larger ones; [`evidence`] and [`foot`] are the other parts of the
//!    screen;
//! 3. [`deeds`] is what comes of what is asked for here.
//!
//! What may be filed is the engine's to say, and what is shown of a form the desk's.

mod checks;
pub(super) mod cites;
mod citing;
mod deeds;
mod document;
mod evidence;
mod fields;
mod foot;
mod grid;
mod keeping;
mod pen;
mod rows;
mod state;
mod steps;
mod written;

pub use state::FormState;

use egui::accesskit::Role;
use egui::{Id, Margin, Rect, Ui, pos2, vec2};

use crate::app::cx::Cx;
use crate::app::parts::page::{self, Region, Side};
use crate::app::play::Play;
use crate::app::theme::Room;

/// The column of evidence.
const EVIDENCE: f32 = 264.0;
/// The widest document.
const WIDEST: f32 = 1040.0;

/// Draws the form.
pub fn form_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut FormState, play: &mut Play) {
    let now = ui.input(|input| input.time);
    let key = *state.key.get_or_insert_with(|| Id::new(("form", ui.ctx().cumulative_pass_nr())));
    state.renew(play);
    // Only what is drawn in a pass may have the focus at its end.
    if let Some(id) = state.focus_next.take() {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let before = state.at.take();
    let mut rest = rect;
    let foot_height = foot::height(ui, cx, state, rect.width());
    let foot = page::cut(&mut rest, Side::Bottom, foot_height);
    let wide = Room::of(rect.width()) != Room::One;
    let aside = wide.then(|| page::cut(&mut rest, Side::Right, EVIDENCE));
    let t = *cx.tokens();
    let names = [cx.t("app-form-region"), cx.t("app-form-rely"), cx.t("app-form-region-foot")];

    let region = Region { id: "form-document", role: Role::Form, name: &names[0] };
    let changed = page::region(ui, rest, t.paper, region, |ui| {
        let pad = if wide { Margin { left: 24, right: 24, top: 4, bottom: 24 } } else { Margin::same(16) };
        let mut below = rest;
        if wide {
            let head = Rect::from_min_max(rest.min + vec2(24.0, 14.0), pos2(rest.right() - 24.0, rest.bottom()));
            below.min.y = page::within(ui, head, |ui| {
                page::column(ui, WIDEST, |ui| document::head_ui(ui, cx, state, play, true));
                ui.min_rect().bottom()
            });
        }
        page::within(ui, below, |ui| {
            page::scroll(ui, "form-document", pad, |ui| {
                page::column(ui, WIDEST, |ui| {
                    if !wide {
                        document::head_ui(ui, cx, state, play, false);
                    }
                    let changed = document::document_ui(ui, cx, state, play, key);
                    if !wide {
                        ui.add_space(24.0);
                        evidence::evidence_ui(ui, cx, state, play, key);
                    }
                    changed
                })
            })
        })
    });
    if let Some(aside) = aside {
        let region = Region { id: "form-evidence", role: Role::Complementary, name: &names[1] };
        page::region(ui, aside, t.pane, region, |ui| {
            page::edge(ui, cx, aside, Side::Left, t.hair);
            let pad = Margin { left: 16, right: 16, top: 14, bottom: 16 };
            page::scroll(ui, "form-evidence", pad, |ui| evidence::evidence_ui(ui, cx, state, play, key));
        });
    }
    let region = Region { id: "form-foot", role: Role::Footer, name: &names[2] };
    page::region(ui, foot, t.desk, region, |ui| foot::foot_ui(ui, cx, foot, state, key));

    if changed {
        state.touched(play.run(), now);
    }
    let at = state.at.take();
    state.at = before;
    state.moved(play.run(), at);
    state.autosave(ui.ctx(), play);
}
