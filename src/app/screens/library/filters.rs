//! What is asked for among the cases: words, themes, places, lengths. Nothing is asked for to begin with.

use egui::accesskit::Role;
use egui::{Id, Ui, vec2};

use super::{LibraryState, part, small_heading};
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::field::Field;
use crate::app::parts::{choice, page};
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::desk::library::Library;

/// The field to search in.
fn search_id() -> Id {
    Id::new("library-search")
}

/// Takes something out of a list, or puts it in.
pub fn turn<T: PartialEq>(list: &mut Vec<T>, one: T) {
    match list.iter().position(|other| *other == one) {
        Some(at) => {
            list.remove(at);
        }
        None => list.push(one),
    }
}

/// The field to search in, as wide as there is room.
pub(super) fn search_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut LibraryState) {
    let (name, hint) = (cx.t("app-library-search"), cx.t("app-library-search-hint"));
    panes::begins(ui, search_id());
    let response = Field::line(search_id(), &name).plain().hint(&hint).show(ui, cx, &mut state.filter.search);
    if std::mem::take(&mut state.refocus) {
        response.request_focus();
    }
    if response.changed() {
        ui.ctx().request_repaint();
    }
}

/// Themes, places and lengths, each with how many cases there are of it.
pub(super) fn groups_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut LibraryState, found: &Library) {
    if !found.themes.is_empty() {
        let name = cx.t("app-library-theme");
        group(ui, cx, "library-themes", &name, |ui, cx| {
            for (theme, words, count) in &found.themes {
                let on = state.filter.themes.contains(theme);
                if choice::tick(ui, cx, on, &cx.say(words), &count.to_string()).clicked() {
                    cx.act(Act::FilterTheme(*theme));
                }
            }
        });
    }
    let name = cx.t("app-library-place");
    group(ui, cx, "library-places", &name, |ui, cx| {
        for (place, words, count) in &found.places {
            let on = state.filter.places.contains(place);
            if choice::tick(ui, cx, on, &cx.say(words), &count.to_string()).clicked() {
                turn(&mut state.filter.places, *place);
                ui.ctx().request_repaint();
            }
        }
    });
    if !found.lengths.is_empty() {
        let name = cx.t("app-library-length");
        group(ui, cx, "library-lengths", &name, |ui, cx| {
            for (length, words, count) in &found.lengths {
                let on = state.filter.lengths.contains(length);
                if choice::tick(ui, cx, on, &cx.say(words), &count.to_string()).clicked() {
                    turn(&mut state.filter.lengths, *length);
                    ui.ctx().request_repaint();
                }
            }
        });
    }
}

fn group<'w>(ui: &mut Ui, cx: &mut Cx<'w>, id: &str, name: &str, draw: impl FnOnce(&mut Ui, &mut Cx<'w>)) {
    small_heading(ui, cx, name);
    part(ui, id, Role::Group, name, |ui| draw(ui, cx));
    ui.add_space(16.0);
}

/// Takes all of it back, if anything is asked for.
pub(super) fn clear_ui(ui: &mut Ui, cx: &mut Cx<'_>, found: &Library) {
    if let Some(clear) = &found.clear {
        let clear = Button::quiet(cx.say(clear)).icon(Icon::X).small();
        clear.id(Id::new("library-clear")).act(ui, cx, Act::ClearFilters);
    }
}

/// All of it where room is short: the field, and a button that unfolds the rest.
pub(super) fn folded_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut LibraryState, found: &Library) {
    let name = cx.t("app-library-filters");
    part(ui, "library-filters", Role::Search, &name, |ui| {
        let (_, row) = ui.allocate_space(vec2(ui.available_width(), size::BUTTON));
        page::row(ui, row, |ui| {
            let field = (row.width() * 0.5).max(200.0);
            let (_, at) = ui.allocate_space(vec2(field, row.height()));
            page::row(ui, at, |ui| search_ui(ui, cx, state));
            ui.add_space(12.0);
            let chevron = if state.unfolded { Icon::ChevronUp } else { Icon::ChevronDown };
            let fold = Button::plain(name.clone()).icon_after(chevron).chosen(state.unfolded);
            let (response, pressed) = fold.id(Id::new("library-unfold")).show(ui, cx);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(state.unfolded));
            if pressed {
                state.unfolded = !state.unfolded;
                ui.ctx().request_repaint();
            }
            if found.clear.is_some() {
                ui.add_space(8.0);
                clear_ui(ui, cx, found);
            }
        });
        ui.add_space(12.0);
        if state.unfolded {
            groups_ui(ui, cx, state, found);
        }
    });
}
