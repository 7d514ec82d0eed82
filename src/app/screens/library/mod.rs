//! The library: a run to go on with, cases with what is asked for among them, past runs, and how one likes to read.
//!
//! [`filters`] stand at the left, [`go_on`] and [`cards`] in the middle, [`past`] runs and the settings at the right; in
//! less room they stand below one another. [`deeds`] opens cases and runs. Which cases pass is [`crate::desk::library`]'s.

pub mod cards;
pub mod deeds;
pub mod filters;
pub mod go_on;
pub mod past;

use egui::accesskit::Role;
use egui::{Id, Margin, Rect, Ui};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::page::{self, Region, Side};
use crate::app::parts::{icon, text};
use crate::app::screens::settings::settings_ui;
use crate::app::settings::Settings;
use crate::app::shelf::Shelf;
use crate::app::theme::Room;
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::desk::library::{Filter, Library, library};
use crate::text::Message;

/// The column of filters, and that of past runs.
const LEFT: f32 = 216.0;
const RIGHT: f32 = 272.0;

/// Free at the sides of the middle.
const PAD: i8 = 20;

/// What is asked for, and where the person is.
#[derive(Debug, Default)]
pub struct LibraryState {
    filter: Filter,
    /// What was asked for when the count was last said.
    told: Filter,
    /// The filters were put away while one had the focus: it goes to the field to search in.
    refocus: bool,
    /// Current rows: of the cards, of the smaller rows to go on with, of past runs.
    card: usize,
    row: usize,
    attempt: usize,
    /// All smaller rows to go on with are shown.
    all_rows: bool,
    /// The filters are shown where they are folded for want of room.
    unfolded: bool,
    /// What is being opened.
    opening: Option<deeds::Opening>,
}

impl LibraryState {
    /// Does what is the library's own.
    pub fn act(&mut self, act: &Act) {
        match act {
            Act::FilterTheme(theme) => filters::turn(&mut self.filter.themes, *theme),
            Act::ClearFilters => {
                self.filter = Filter::default();
                self.refocus = true;
            }
            _ => {}
        }
    }

    /// Says how many cases pass, once after what is asked for has changed.
    fn tell(&mut self, cx: &mut Cx<'_>, found: &Library) {
        if self.filter != self.told {
            self.told = self.filter.clone();
            let words = cx.say(found.nothing.as_ref().unwrap_or(&found.count));
            cx.announce(words, false);
        }
    }
}

/// What is drawn in a pass.
#[derive(Debug, Clone, Copy)]
struct View<'a> {
    shelf: &'a Shelf,
    found: &'a Library,
    settings: &'a Settings,
    /// The shelf has not been read yet.
    reading: bool,
    /// Something is being read: what is being opened is still on its way.
    waiting: bool,
    room: Room,
}

/// Draws the library.
pub fn library_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    rect: Rect,
    state: &mut LibraryState,
    shelf: Option<&Shelf>,
    settings: &Settings,
    waiting: bool,
) {
    let none = Shelf::default();
    let reading = shelf.is_none();
    let shelf = shelf.unwrap_or(&none);
    let found = library(shelf.cards.clone(), &state.filter);
    state.tell(cx, &found);
    let room = Room::of(rect.width());
    let view = View { shelf, found: &found, settings, reading, waiting, room };
    match room {
        Room::One => one(ui, cx, rect, state, view),
        Room::Two | Room::Three => several(ui, cx, rect, state, view),
    }
}

/// Columns side by side.
fn several(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut LibraryState, view: View<'_>) {
    let t = *cx.tokens();
    let mut rest = rect;
    let left = page::cut(&mut rest, Side::Left, LEFT);
    let right = (view.room == Room::Three).then(|| page::cut(&mut rest, Side::Right, RIGHT));

    // A run to go on with comes first, for the eye and for Tab. It stays where it is when the cards scroll.
    if let Some(newest) = view.shelf.go_on.first() {
        let laid = go_on::lay_out(ui, cx, newest, rest.width() - 2.0 * f32::from(PAD));
        let top = page::cut(&mut rest, Side::Top, laid.height() + 16.0);
        let name = cx.t("app-library-go-on-with");
        page::region(ui, top, t.desk, Region { id: "library-go-on", role: Role::Region, name: &name }, |ui| {
            let at = Rect::from_min_max(top.min + egui::vec2(f32::from(PAD), 16.0), top.max);
            go_on::newest_ui(ui, cx, at.with_max_x(top.right() - f32::from(PAD)), newest, laid);
        });
    }
    let name = cx.t("app-library-filters");
    page::region(ui, left, t.pane, Region { id: "library-filters", role: Role::Search, name: &name }, |ui| {
        page::scroll(ui, "library-filters", Margin::symmetric(16, 20), |ui| {
            filters::search_ui(ui, cx, state);
            ui.add_space(16.0);
            filters::groups_ui(ui, cx, state, view.found);
            filters::clear_ui(ui, cx, view.found);
        });
        page::edge(ui, cx, left, Side::Right, t.hair);
    });
    let name = cx.t("app-library-cases");
    page::region(ui, rest, t.desk, Region { id: "library-cases", role: Role::Main, name: &name }, |ui| {
        page::scroll(ui, "library-cases", Margin { left: PAD, right: PAD, top: 12, bottom: 24 }, |ui| {
            go_on::others_ui(ui, cx, state, &view);
            cards::cards_ui(ui, cx, state, &view);
            if right.is_none() {
                ui.add_space(24.0);
                beside_ui(ui, cx, state, &view);
            }
        });
    });
    if let Some(right) = right {
        let name = cx.t("app-library-past");
        let region = Region { id: "library-past", role: Role::Complementary, name: &name };
        page::region(ui, right, t.pane, region, |ui| {
            page::scroll(ui, "library-past", Margin::symmetric(16, 20), |ui| {
                beside_ui(ui, cx, state, &view);
            });
            page::edge(ui, cx, right, Side::Left, t.hair);
        });
    }
}

/// Everything below one another. Filters are folded, since they are many and cases are few.
fn one(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut LibraryState, view: View<'_>) {
    let name = cx.t("app-library-cases");
    let ground = cx.tokens().desk;
    page::region(ui, rect, ground, Region { id: "library-cases", role: Role::Main, name: &name }, |ui| {
        page::scroll(ui, "library", Margin::same(16), |ui| {
            if let Some(newest) = view.shelf.go_on.first() {
                let laid = go_on::lay_out(ui, cx, newest, ui.available_width());
                let at = Rect::from_min_size(ui.cursor().min, egui::vec2(ui.available_width(), laid.height()));
                go_on::newest_ui(ui, cx, at, newest, laid);
                ui.add_space(12.0);
            }
            go_on::others_ui(ui, cx, state, &view);
            filters::folded_ui(ui, cx, state, view.found);
            cards::cards_ui(ui, cx, state, &view);
            ui.add_space(24.0);
            beside_ui(ui, cx, state, &view);
        });
    });
}

/// Past runs, and how one likes to read.
fn beside_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut LibraryState, view: &View<'_>) {
    past::past_ui(ui, cx, state, view);
    ui.add_space(16.0);
    text::hairline(ui, cx);
    ui.add_space(16.0);
    let heading = cx.t("app-settings");
    small_heading(ui, cx, &heading);
    ui.add_space(8.0);
    part(ui, "library-settings", Role::Group, &heading, |ui| {
        panes::begins(ui, ui.unique_id());
        settings_ui(ui, cx, view.settings);
    });
}

/// The heading of a column.
fn small_heading(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    text::heading(ui, words, Type::SmallStrong, cx.ink(2), 2);
    ui.add_space(6.0);
}

/// A part of a column, with a role and ids of its own: what stands before it may come and go.
fn part<R>(ui: &mut Ui, id: &str, role: Role, name: &str, draw: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = egui::UiBuilder::new().id(Id::new(id));
    ui.scope_builder(builder, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(role);
            node.set_label(name);
        });
        draw(ui)
    })
    .inner
}

/// What stands in the way of something, with its sign. Each is a sentence that says what to do.
fn trouble_ui(ui: &mut Ui, cx: &Cx<'_>, trouble: &Message) {
    let words = cx.say(trouble);
    let line = Type::Small.line();
    ui.horizontal_top(|ui| {
        icon::show(ui, Icon::TriangleAlert, icon::SMALL, line, cx.tokens().due);
        ui.add_space(8.0);
        text::label(ui, &words, Type::Small, cx.ink(1));
    });
    ui.add_space(4.0);
}
