//! How it came out: the ending, before anything that could be read as a mark, with what luck has to do with it.

use egui::Ui;

use super::Shown;
use super::lines::{self, page_heading, paragraphs, section, sentences};
use super::state::DebriefState;
use crate::app::acts::{Act, DebriefPage};
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::{page, text};
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::report::words as say;
use crate::review::debrief::Debrief;
use crate::text::Message;

/// What the first moment is called: how it came out, or where nothing comes out of it, what the debrief is of.
pub(super) const fn heading(debrief: &Debrief) -> &'static str {
    if debrief.ending.is_some() { "debrief-ending-heading" } else { "app-debrief-about" }
}

/// Draws the page.
pub(super) fn front_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &DebriefState, shown: &Shown) {
    let debrief = &shown.debrief;
    page_heading(ui, cx, &cx.t(heading(debrief)));
    ui.add_space(12.0);
    if let Some(ending) = &debrief.ending {
        text::heading(ui, &ending.title, Type::CardTitle, cx.ink(1), 2);
        ui.add_space(6.0);
        paragraphs(ui, &ending.text, Type::Reading, cx.ink(1), size::MEASURE);
        if let Some(later) = &ending.later {
            ui.add_space(10.0);
            let later = cx.say(&Message::new("debrief-later").with("text", later));
            paragraphs(ui, &later, Type::Reading, cx.ink(1), size::MEASURE);
        }
        ui.add_space(14.0);
        luck(ui, cx, state, debrief);
        section(ui, cx, &cx.t("app-debrief-about"), "");
    }
    page::column(ui, 760.0, |ui| {
        sentences(ui, cx, &say::about(debrief, Some(&state.beside.luck)), Type::Small, cx.ink(2));
    });
    if !debrief.not_reached.is_empty() {
        let heading = cx.t("debrief-not-reached-heading");
        section(ui, cx, &heading, "");
        text::label(ui, &cx.t("debrief-not-reached-about"), Type::Small, cx.ink(2));
        page::list_of(ui, &heading, |ui| {
            for decision in &debrief.not_reached {
                lines::item(ui, cx, None, &text::capital(&cx.say(&say::not_reached(decision))), &[]);
            }
        });
    }
}

/// What luck has to do with it: in words, with how often it came out so once that is known.
fn luck(ui: &mut Ui, cx: &mut Cx<'_>, state: &DebriefState, debrief: &Debrief) {
    text::label_within(ui, &cx.say(&say::says_little()), Type::Body, cx.ink(1), size::MEASURE);
    let own = debrief.outcomes.as_ref().and_then(|replays| {
        let own = replays.endings.iter().find(|row| row.own)?;
        Some(
            Message::new("app-debrief-came-so")
                .with("n", own.count)
                .with("count", say::grouped(own.count))
                .with("of", say::grouped(replays.of)),
        )
    });
    if let Some(own) = own {
        text::label_within(ui, &cx.say(&own), Type::Body, cx.ink(1), size::MEASURE);
    }
    if state.replaying || debrief.outcomes.is_some() {
        ui.add_space(10.0);
        let words = cx.t("app-debrief-to-replays");
        Button::plain(words).small().act(ui, cx, Act::ShowDebriefPage(DebriefPage::Outcomes));
    }
}
