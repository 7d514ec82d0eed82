//! Past runs, by case: each attempt in sentences about how it went and how it differed, never a figure alone.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Galley, Id, Rect, Ui, pos2, vec2};

use super::{LibraryState, View, part, small_heading};
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along};
use crate::app::parts::{icon, text};
use crate::app::shelf::KeptRun;
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::text::Message;

/// Draws them; a click or Enter on an attempt reads its debrief.
pub(super) fn past_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut LibraryState, view: &View<'_>) {
    let heading = cx.t("app-library-past");
    small_heading(ui, cx, &heading);
    let shelf = view.shelf;
    if view.reading || shelf.past.is_empty() {
        let words = cx.t(if view.reading { "app-library-past-reading" } else { "app-library-past-none" });
        text::label(ui, &words, Type::Small, cx.ink(2));
    } else {
        part(ui, "library-attempts", Role::List, &heading, |ui| {
            let all = shelf.past.iter().map(|case| case.runs.len()).sum();
            let list = Id::new("library-attempt");
            let roving = list::roving(ui, list, all, &mut state.attempt, Along::Down);
            panes::begins(ui, roving.id(state.attempt));
            let mut index = 0;
            for case in &shelf.past {
                text::heading(ui, &case.title, Type::BodyStrong, cx.ink(1), 3);
                for run in &case.runs {
                    ui.add_space(4.0);
                    attempt_ui(ui, cx, (&roving, index, &mut state.attempt), &case.title, run);
                    index += 1;
                }
                ui.add_space(12.0);
            }
        });
        let words = cx.t("app-library-past-learning");
        text::label(ui, &words, Type::Caption, cx.ink(3));
    }
    if shelf.further > 0 {
        ui.add_space(4.0);
        let words = cx.say(&Message::new("app-library-further").with("n", shelf.further));
        text::label(ui, &words, Type::Caption, cx.ink(3));
    }
}

/// One attempt: its date, how it went, and that its debrief can be read.
fn attempt_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (roving, index, current): (&list::Roving, usize, &mut usize),
    title: &str,
    run: &KeptRun,
) {
    let t = *cx.tokens();
    let width = ui.available_width();
    let room = width - 12.0 - 4.0;
    let (date, read) = (cx.say(&run.touched), cx.t("app-library-read-debrief"));
    let sentences = [&run.view.attempt].into_iter().chain(&run.view.sentences);
    let sentences = sentences.map(|sentence| cx.say(sentence)).collect::<Vec<_>>().join(" ");
    let head = text::lay_out(ui, &date, Type::SmallStrong, t.ink_2, room);
    let went = text::lay_out(ui, &sentences, Type::Small, t.ink_2, room);
    let link = text::lay_out(ui, &read, Type::SmallStrong, t.accent, room - icon::SMALL - 6.0);
    let link_width = link.size().x;
    let texts: [Arc<Galley>; 3] = [head, went, link];
    let height: f32 = texts.iter().map(|text| text.size().y).sum::<f32>() + 4.0 + 4.0;
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = roving.row(ui, index, rect, current);
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(size::CHIP_CORNER), t.well);
    }
    let bar = Rect::from_min_size(rect.min, vec2(2.0, rect.height()));
    ui.painter().rect_filled(bar, 0, t.hair);
    let mut at = rect.min + vec2(12.0, 2.0);
    for (nth, text) in texts.into_iter().enumerate() {
        // A little air before what can be done.
        at.y += if nth == 2 { 4.0 } else { 0.0 };
        let below = text.size().y;
        ui.painter().galley(at, text, Color32::PLACEHOLDER);
        at.y += below;
    }
    let sign = pos2(at.x + link_width + 6.0 + icon::SMALL / 2.0, at.y - Type::Small.line() / 2.0);
    icon::paint(ui.painter(), sign, Icon::ArrowRight, icon::SMALL, t.accent);
    focus::ring(ui, cx.theme, &response, Ring::Outside(size::CHIP_CORNER));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ListItem);
        node.set_label(format!("{title}, {date}. {sentences} {read}"));
    });
    if response.clicked() {
        cx.act(Act::ShowDebriefOf(run.run.clone()));
    }
}
