//! Options to choose from: one, or up to so many.
//!
//! One stop for Tab; arrows move, space and a click choose. Nothing is chosen to begin with, and the kinds of options are
//! not shown.

use egui::accesskit::Role;
use egui::{Id, Ui, UiBuilder};

use super::state::DecisionState;
use crate::app::cx::Cx;
use crate::app::parts::choice::{OptionCard, Sign};
use crate::app::parts::list::{self, Along};
use crate::app::parts::text;
use crate::app::theme::type_scale::Type;
use crate::text::Message;

/// Between two cards, in points.
pub const GAP: f32 = 6.0;

/// The list of options.
#[must_use]
pub fn list_id() -> Id {
    Id::new("decision-options")
}

/// Draws options of which one is chosen.
pub fn one(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DecisionState) {
    let name = cx.say(&state.view.ask_words);
    cards(ui, cx, state, (&name, Sign::Radio), 1);
}

/// Draws options of which up to so many are chosen.
pub fn several(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DecisionState, most: usize) {
    let chosen = state.view.options.iter().filter(|option| state.making.has(&option.id)).count();
    let left = most.saturating_sub(chosen);
    let key = if left == 0 { "app-decision-several-full" } else { "app-decision-several-left" };
    let words = cx.say(&Message::new(key).with("chosen", chosen).with("left", left).with("most", most));
    text::label(ui, &words, Type::Small, cx.ink(2));
    ui.add_space(8.0);
    let name = [cx.say(&state.view.ask_words), words].join(" ");
    cards(ui, cx, state, (&name, Sign::Square), most);
}

fn cards(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DecisionState, (name, sign): (&str, Sign), most: usize) {
    let id = list_id();
    ui.scope_builder(UiBuilder::new().id(id), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(if sign == Sign::Radio { Role::RadioGroup } else { Role::Group });
            node.set_label(name);
        });
        let roving = list::roving(ui, id, state.view.options.len(), &mut state.at, Along::Down);
        let mut pressed = None;
        for (index, option) in state.view.options.iter().enumerate() {
            if index > 0 {
                ui.add_space(GAP);
            }
            let card = OptionCard {
                sign,
                title: &option.label,
                line: option.line.as_deref(),
                on: state.making.has(&option.id),
                end: 0.0,
            };
            if card.show(ui, cx, &roving, index, &mut state.at).clicked() {
                pressed = Some(option.id.clone());
            }
        }
        let Some(option) = pressed else { return };
        if state.making.choose(&option, most) {
            state.touched(ui);
        } else {
            let words = cx.say(&Message::new("app-decision-several-full").with("most", most));
            cx.announce(words, true);
        }
    });
}
