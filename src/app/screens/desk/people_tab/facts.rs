//! What the letters stand for: at most six of what was read, chosen here, or else the latest that were cited.

use egui::{Ui, vec2};

use super::PeopleTab;
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::{choice, page, text};
use crate::app::theme::type_scale::Type;
use crate::desk::ecomap::{Ecomap, FactKey, MOST_FACTS};
use crate::text::Message;

/// Draws the choice.
pub(super) fn facts_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut PeopleTab, ecomap: &Ecomap) {
    let heading = cx.t("app-pictures-facts");
    text::heading(ui, &heading, Type::Heading, cx.ink(1), 2);
    ui.add_space(2.0);
    let shown = ecomap.facts.len();
    let most = cx.say(&Message::new("app-pictures-facts-most").with("most", MOST_FACTS).with("n", shown));
    text::label(ui, &most, Type::Small, cx.ink(2));
    if state.facts.is_empty() && shown > 0 {
        let latest = cx.t("app-pictures-facts-latest");
        text::label(ui, &latest, Type::Small, cx.ink(2));
    }
    ui.add_space(6.0);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 32.0));
    page::row(ui, rect, |ui| {
        if Button::plain(cx.t("app-pictures-facts-done")).small().show(ui, cx).1 {
            state.choosing = false;
        }
        if !state.facts.is_empty() {
            ui.add_space(8.0);
            if Button::quiet(cx.t("app-pictures-facts-clear")).small().show(ui, cx).1 {
                state.facts.clear();
            }
        }
    });
    ui.add_space(4.0);
    let mut pressed = None;
    page::list_of(ui, &heading, |ui| {
        // The latest that was read stands first.
        for item in ecomap.can_choose.iter().rev() {
            let fact = ecomap.facts.iter().find(|fact| fact.key.0 == item.item);
            let letter = fact.map(|fact| fact.letter.to_string()).unwrap_or_default();
            let words = match &item.from {
                Some(from) => {
                    cx.say(&Message::new("line-from").with("from", from.clone()).with("title", &item.title))
                }
                None => item.title.clone(),
            };
            if choice::tick(ui, cx, fact.is_some(), &words, &letter).clicked() {
                pressed = Some((item.item.clone(), fact.is_some()));
            }
        }
    });
    if let Some((item, was)) = pressed {
        // What is shown now, by choice or not, is what is changed.
        let mut facts: Vec<FactKey> = ecomap.facts.iter().map(|fact| fact.key.clone()).collect();
        if was {
            facts.retain(|fact| fact.0 != item);
        } else if facts.len() < MOST_FACTS {
            facts.push(FactKey(item));
        } else {
            return cx.announce(most, true);
        }
        state.facts = facts;
        ui.ctx().request_repaint();
    }
}
