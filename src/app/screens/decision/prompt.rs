//! What happened and what is asked: read whole when the screen opens, before anything can be chosen.

use egui::accesskit::Role;
use egui::{Id, Sense, Ui};

use super::state::{DecisionState, Goal};
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::{icon, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::report::words as say;

/// The widest lines of the prompt, in points.
const WIDEST: f32 = 736.0;

/// Draws it. Which moment it is stands here only where the bar above has no room for it.
pub fn prompt(ui: &mut Ui, cx: &Cx<'_>, state: &mut DecisionState, with_moment: bool) {
    let view = &state.view;
    let mut said = vec![cx.say(&view.title)];
    let moment = cx.say(&view.moment);
    let by = cx.say(&view.by_words);
    let asked = cx.say(&view.ask_words);
    let drawn = ui.scope(|ui| {
        if with_moment && view.supposed.is_none() {
            text::label(ui, &moment, Type::Small, cx.ink(3));
            ui.add_space(2.0);
        }
        text::heading(ui, &said[0], Type::ScreenTitle, cx.ink(1), 1);
        ui.add_space(2.0);
        match &view.supposed {
            Some(told) => {
                text::label(ui, &moment, Type::Small, cx.ink(2));
                ui.add_space(4.0);
                text::label_within(ui, told, Type::ReadingStrong, cx.ink(1), WIDEST);
            }
            None => {
                text::label(ui, &by, Type::Small, cx.ink(2));
            }
        }
        let softer = view.softer.as_ref().map(|softer| cx.say(softer));
        for note in view.content.iter().chain(softer.as_ref()) {
            ui.add_space(4.0);
            ui.horizontal_top(|ui| {
                icon::show(ui, Icon::Info, icon::SMALL, Type::Small.line(), cx.ink(2));
                ui.add_space(6.0);
                text::label_within(ui, note, Type::Small, cx.ink(2), WIDEST);
            });
        }
        for paragraph in &view.prompt {
            ui.add_space(8.0);
            text::label_within(ui, paragraph, Type::Reading, cx.ink(1), WIDEST);
        }
        ui.add_space(4.0);
        text::label_within(ui, &asked, Type::ReadingStrong, cx.ink(1), WIDEST);
        softer
    });
    said.push(moment);
    said.push(view.supposed.clone().unwrap_or(by));
    said.extend(view.content.iter().cloned());
    said.extend(drawn.inner);
    said.extend(view.prompt.iter().cloned());
    said.push(asked);
    let response = ui.interact(drawn.response.rect, Id::new("decision-prompt"), Sense::focusable_noninteractive());
    focus::ring(ui, cx.theme, &response, Ring::Outside(4));
    panes::begins(ui, response.id);
    if state.goal == Some(Goal::Prompt) {
        state.goal = None;
        response.request_focus();
    }
    let said = said.iter().map(|one| say::ended(one)).collect::<Vec<_>>().join(" ");
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Group);
        node.set_label(said);
    });
}
