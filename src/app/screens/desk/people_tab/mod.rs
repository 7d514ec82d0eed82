//! The people and agencies round the person on probation: the picture, the table of everyone, and whoever is chosen with
//! what can be asked of them and told to them.
//!
//! [`card`] is the chosen one, [`everyone`] the table, [`facts`] the choice of what the letters stand for.

mod card;
mod everyone;
mod facts;

use std::rc::Rc;

use egui::{Margin, Rect, Ui, pos2, vec2};

use super::chronology_tab::{LIST, Shown, room_of, switch_ui, widen_ui};
use crate::app::acts::FileTab;
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::page::{self, Side};
use crate::app::parts::text;
use crate::app::pictures::ecomap::{self as picture, EcomapPicture};
use crate::app::play::Play;
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::desk::ecomap::{Ecomap, FactKey, ecomap};
use crate::scenario::raw::Id;
use crate::text::Message;

/// The least that the picture and its table take side by side.
const BESIDE: f32 = LIST + 20.0 + picture::places::LEAST.x + 16.0;

/// The people on the desk.
#[derive(Debug, Default)]
pub struct PeopleTab {
    /// The case that was last shown.
    case: Option<Id>,
    picture: EcomapPicture,
    /// Facts that were chosen; the latest cited if none were.
    facts: Vec<FactKey>,
    /// The facts are being chosen.
    choosing: bool,
    /// Whoever is chosen.
    chosen: Option<Id>,
    card: card::Card,
    /// The row of the table that was last brought into sight.
    listed: Option<usize>,
    /// Where there is room for one: the picture, not its table.
    shows_picture: bool,
}

impl PeopleTab {
    /// Shows somebody.
    pub fn show(&mut self, person: &str) {
        self.chosen = Some(person.to_owned());
        self.card = card::Card::default();
        self.choosing = false;
        self.shows_picture = false;
        self.listed = None;
    }

    /// What is shown of a case. What was chosen in another one is forgotten.
    fn of(&mut self, play: &Play, case: &Id) -> Rc<Option<Ecomap>> {
        let before = self.case.replace(case.clone());
        if before.is_some_and(|before| before != *case) {
            self.facts.clear();
            self.choosing = false;
            self.chosen = None;
            self.card = card::Card::default();
        }
        let key = (case.clone(), self.facts.clone());
        play.view(key, |run, (case, facts)| ecomap(run, case, facts))
    }
}

/// Draws the tab. `wide` means over the reading pane as well.
pub fn people_tab_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    rect: Rect,
    state: &mut PeopleTab,
    play: &Play,
    case: &Id,
    wide: bool,
) {
    let ecomap = state.of(play, case);
    let Some(ecomap) = &*ecomap else { return };
    let mut rest = rect;
    match room_of(rect, BESIDE, wide) {
        Shown::Both => {
            let list = page::cut(&mut rest, Side::Right, LIST);
            let inner = Rect::from_min_max(rest.min + vec2(20.0, 0.0), pos2(rest.right(), rest.bottom()));
            picture_ui(ui, cx, inner, state, ecomap, true);
            ui.painter().rect_filled(list, 0, cx.tokens().pane);
            page::edge(ui, cx, list, Side::Left, cx.tokens().hair);
            let list = Rect::from_min_max(list.min + vec2(1.0, 0.0), list.max);
            list_ui(ui, cx, list, state, (ecomap, false));
        }
        Shown::One => {
            let head = page::cut(&mut rest, Side::Top, size::HEAD);
            let heading = (&*cx.say(&ecomap.heading), state.shows_picture);
            switch_ui(ui, cx, head, heading, &mut state.shows_picture);
            if state.shows_picture {
                let inner = Rect::from_min_max(rest.min + vec2(16.0, 0.0), rest.max);
                picture_ui(ui, cx, inner, state, ecomap, false);
            } else {
                list_ui(ui, cx, rest, state, (ecomap, true));
            }
        }
        Shown::List => {
            let head = page::cut(&mut rest, Side::Top, size::HEAD);
            widen_ui(ui, cx, head, &cx.t(FileTab::People.name()));
            list_ui(ui, cx, rest, state, (ecomap, true));
        }
    }
}

/// The picture with its legends; and with its heading, if that does not stand above already. Where there is too little
/// room, all of it scrolls.
fn picture_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut PeopleTab, ecomap: &Ecomap, heading: bool) {
    let mut rest = rect;
    if heading {
        let head = page::cut(&mut rest, Side::Top, size::HEAD);
        let head = Rect::from_min_max(head.min, head.max - vec2(16.0, 0.0));
        let words = cx.say(&ecomap.heading);
        page::row(ui, head, |ui| text::heading(ui, &words, Type::Heading, cx.ink(1), 1));
        page::row_from_right(ui, head, |ui| facts_button(ui, cx, state, ecomap));
    }
    // The boxes stand in from the ring round the picture, so that they are in line with the words.
    let around = 6.0;
    let width = rest.width() - 16.0;
    let none = ecomap.no_facts.as_ref().map(|none| cx.say(none));
    let none_height =
        none.as_ref().map_or(0.0, |none| text::lay_out(ui, none, Type::Small, cx.ink(3), width).size().y + 6.0);
    let facts = picture::facts_height(ecomap, width) + none_height + 4.0;
    let lines = picture::legend_height(ui, cx, ecomap, width) + 4.0;
    let more = if ecomap.more.is_empty() { 4.0 } else { 24.0 };
    let height = (rest.height() - facts - lines - more).max(picture::LEAST_HEIGHT);
    page::within(ui, rest, |ui| {
        let scroll = egui::ScrollArea::vertical().id_salt("ecomap").auto_shrink([false, false]);
        scroll.show(ui, |ui| {
            let (_, mut inside) = ui.allocate_space(vec2(width, facts + height + lines + more));
            let mut above = page::cut(&mut inside, Side::Top, facts);
            let letters = page::cut(&mut above, Side::Top, picture::facts_height(ecomap, width));
            picture::facts_ui(ui, cx, letters, ecomap);
            if let Some(none) = &none {
                page::within(ui, above, |ui| text::label(ui, none, Type::Small, cx.ink(3)));
            }
            let at = page::cut(&mut inside, Side::Top, height).expand2(vec2(around, 0.0));
            let mut chosen = at_of(state, ecomap);
            let before = chosen;
            picture::ecomap_ui(ui, cx, at, &mut state.picture, ecomap, &mut chosen);
            if chosen != before {
                choose(state, ecomap, chosen);
            }
            picture::legend_ui(ui, cx, page::cut(&mut inside, Side::Top, lines), ecomap);
            if let Some(more) = &ecomap.more_words {
                // Those for whom there is no place stand in the table; here it is said who they are.
                let names: Vec<&str> = ecomap.more.iter().map(|person| &*person.who.name).collect();
                let words = Message::new("app-pictures-more-people")
                    .with("more", more.clone())
                    .with("names", names.join(", "));
                let words = cx.say(&words);
                page::within(ui, inside, |ui| text::clipped(ui, &words, Type::Small, cx.ink(2), width));
            }
        });
    });
}

/// The card of whoever is chosen, and everyone; or the choice of facts. What the letters stand for is said in it if there
/// is no picture beside that does.
fn list_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut PeopleTab, (ecomap, letters): (&Ecomap, bool)) {
    page::within(ui, rect, |ui| {
        let pad = Margin { left: 12, right: 12, top: 8, bottom: 20 };
        page::scroll(ui, "people-list", pad, |ui| {
            if state.choosing {
                facts::facts_ui(ui, cx, state, ecomap);
                return;
            }
            let chosen = at_of(state, ecomap);
            let person = chosen.and_then(|at| picture::people(ecomap).nth(at));
            if let Some(person) = person {
                caption(ui, cx, &cx.t("app-pictures-chosen"));
                card::card_ui(ui, cx, &mut state.card, (ecomap, person));
                ui.add_space(8.0);
            }
            let mut at = chosen;
            let entered = everyone::everyone_ui(ui, cx, ecomap, &mut at, &mut state.listed);
            if at != chosen {
                choose(state, ecomap, at);
                ui.ctx().request_repaint();
            }
            if entered {
                state.card.take_focus();
                ui.ctx().request_repaint();
            }
            let middle = Message::new("app-pictures-middle")
                .with("name", &ecomap.middle.who.name)
                .with("words", ecomap.middle.words.clone());
            ui.add_space(8.0);
            text::label(ui, &cx.say(&middle), Type::Small, cx.ink(2));
            if letters {
                letters_ui(ui, cx, state, ecomap);
            }
        });
    });
}

/// What the letters stand for, below the table.
fn letters_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut PeopleTab, ecomap: &Ecomap) {
    ui.add_space(12.0);
    caption(ui, cx, &cx.t("app-pictures-facts"));
    if let Some(none) = &ecomap.no_facts {
        text::label(ui, &cx.say(none), Type::Small, cx.ink(2));
    }
    let width = ui.available_width();
    let (_, rect) = ui.allocate_space(vec2(width, picture::facts_height(ecomap, width)));
    picture::facts_ui(ui, cx, rect, ecomap);
    ui.add_space(4.0);
    facts_button(ui, cx, state, ecomap);
}

/// A small heading above a part of the list.
fn caption(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    text::heading(ui, words, Type::Caption, cx.ink(3), 2);
    ui.add_space(4.0);
}

/// The way to choose what the letters stand for.
fn facts_button(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut PeopleTab, ecomap: &Ecomap) {
    if ecomap.can_choose.is_empty() {
        return;
    }
    let button = Button::quiet(cx.t("app-pictures-facts-choose")).icon(Icon::SlidersHorizontal).small();
    if button.chosen(state.choosing).show(ui, cx).1 {
        state.choosing = !state.choosing;
        state.shows_picture &= !state.choosing;
    }
}

/// Where whoever is chosen stands among everyone.
fn at_of(state: &PeopleTab, ecomap: &Ecomap) -> Option<usize> {
    let chosen = state.chosen.as_ref()?;
    picture::people(ecomap).position(|person| person.who.id == *chosen)
}

fn choose(state: &mut PeopleTab, ecomap: &Ecomap, at: Option<usize>) {
    let person = at.and_then(|at| picture::people(ecomap).nth(at));
    state.chosen = person.map(|person| person.who.id.clone());
    state.card = card::Card::default();
    state.choosing = false;
}
