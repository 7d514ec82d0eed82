//! Whoever is chosen: what came from them, what they were asked, what they were not told; and asking and telling them.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Frame, Galley, Id, Margin, Sense, Ui, pos2, vec2};

use super::super::person_tab::fact;
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along, Roving};
use crate::app::parts::text;
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::desk::ecomap::{Ecomap, EcomapPerson, Fact};
use crate::desk::parts::ItemRef;
use crate::desk::people::PersonAsked;
use crate::desk::responses::ResponseRow;
use crate::text::Message;

/// How many of the things that somebody was asked are shown: the latest.
const ASKED: usize = 3;

/// What is open in the card.
#[derive(Debug, Default, PartialEq, Eq)]
enum Open {
    #[default]
    Nothing,
    Asking,
    Telling,
    /// Whether to pass on the fact in this place.
    Sure(usize),
}

/// The card while it is looked at.
#[derive(Debug, Default)]
pub(super) struct Card {
    open: Open,
    /// The row of what is open that Tab stops at.
    at: usize,
    /// It was opened just now: the focus goes to it.
    fresh: bool,
    /// The focus goes to the buttons.
    entered: bool,
}

impl Card {
    /// Gives the focus to what can be done.
    pub(super) const fn take_focus(&mut self) {
        self.entered = true;
    }
}

/// Draws the card.
pub(super) fn card_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut Card, (ecomap, person): (&Ecomap, &EcomapPerson)) {
    let frame = Frame::new()
        .fill(cx.tokens().accent_wash)
        .corner_radius(CornerRadius::same(size::CONTROL_CORNER))
        .inner_margin(Margin::symmetric(12, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        text::heading(ui, &person.who.name, Type::Heading, cx.ink(1), 2);
        let part = cx.say(&person.part);
        text::label(ui, &part, Type::Small, cx.ink(1));
        ui.add_space(6.0);
        facts_ui(ui, cx, (ecomap, person));
        ui.add_space(6.0);
        buttons_ui(ui, cx, state, (ecomap, person));
        match state.open {
            Open::Nothing => {}
            Open::Asking => asking_ui(ui, cx, state, person),
            Open::Telling => telling_ui(ui, cx, state, (ecomap, person)),
            Open::Sure(at) => sure_ui(ui, cx, state, (ecomap, person), at),
        }
    });
}

/// An item with when it came: "Night log, Tue 6 Jan, 08:40".
fn item(cx: &Cx<'_>, item: &ItemRef) -> String {
    match &item.at {
        Some(at) => cx.say(&Message::new("app-pictures-at").with("what", &item.title).with("when", at.words.clone())),
        None => item.title.clone(),
    }
}

/// Something that was asked, and what came of it.
fn asked(cx: &Cx<'_>, one: &PersonAsked) -> String {
    let message = match (&one.answered, one.waiting) {
        (Some(answered), _) => Message::new("app-pictures-asked-answered").with("answered", answered.words.clone()),
        (None, true) => Message::new("app-pictures-asked-waiting"),
        (None, false) => Message::new("app-pictures-at"),
    };
    cx.say(&message.with("what", &one.label).with("when", one.at.words.clone()))
}

fn titles<'f>(facts: impl Iterator<Item = &'f Fact>) -> String {
    facts.map(|fact| &*fact.item.title).collect::<Vec<_>>().join("; ")
}

fn facts_ui(ui: &mut Ui, cx: &Cx<'_>, (ecomap, person): (&Ecomap, &EcomapPerson)) {
    if let Some(last) = &person.last_heard {
        fact(ui, cx, &cx.t("app-pictures-last-heard"), &item(cx, last));
    } else {
        fact(ui, cx, &cx.t("app-pictures-contact"), &cx.say(&person.line_words));
    }
    let label = cx.t("app-pictures-you-asked");
    for (index, one) in person.asked.iter().rev().take(ASKED).enumerate() {
        fact(ui, cx, if index == 0 { &label } else { "" }, &asked(cx, one));
    }
    if let Some((what, at)) = person.told.last() {
        let words = Message::new("app-pictures-at").with("what", &what.title).with("when", at.words.clone());
        fact(ui, cx, &cx.t("app-pictures-last-told"), &cx.say(&words));
    }
    let knows = |known: bool| {
        ecomap
            .facts
            .iter()
            .enumerate()
            .filter(move |(at, _)| person.not_told.contains(at) != known)
            .map(|(_, fact)| fact)
    };
    let known = titles(knows(true));
    if !known.is_empty() {
        fact(ui, cx, &cx.t("app-pictures-knows"), &known);
    }
    let unknown = titles(knows(false));
    if !unknown.is_empty() {
        fact(ui, cx, &cx.t("app-pictures-not-told"), &unknown);
    }
}

fn buttons_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut Card, (ecomap, person): (&Ecomap, &EcomapPerson)) {
    let name = &person.who.name;
    let no_ask =
        person.ask.is_empty().then(|| cx.say(&Message::new("app-pictures-nothing-to-ask").with("name", name)));
    let no_tell = (person.not_told.is_empty() && person.tell.is_empty()).then(|| match &ecomap.no_facts {
        Some(none) => cx.say(none),
        None => cx.say(&Message::new("app-pictures-nothing-to-tell").with("name", name)),
    });
    let reasons: Vec<String> = [&no_ask, &no_tell].into_iter().flatten().cloned().collect();
    let asks = cx.say(&Message::new("app-pictures-ask-name").with("name", name));
    let tells = cx.say(&Message::new("app-pictures-tell-name").with("name", name));
    ui.horizontal(|ui| {
        let ask = Button::plain(cx.t("app-pictures-ask")).named(asks).small().opens().why_not(no_ask);
        let can_ask = !person.ask.is_empty();
        let (response, pressed) = ask.chosen(state.open == Open::Asking).show(ui, cx);
        if pressed {
            state.turn(Open::Asking);
        }
        if can_ask && std::mem::take(&mut state.entered) {
            response.request_focus();
        }
        ui.add_space(8.0);
        let tell = Button::plain(cx.t("app-pictures-tell")).named(tells).icon(Icon::Share2).small().opens();
        let telling = matches!(state.open, Open::Telling | Open::Sure(_));
        let (response, pressed) = tell.why_not(no_tell).chosen(telling).show(ui, cx);
        if pressed {
            state.turn(if telling { Open::Nothing } else { Open::Telling });
        }
        if std::mem::take(&mut state.entered) {
            response.request_focus();
        }
    });
    for reason in reasons {
        ui.add_space(6.0);
        text::label(ui, &reason, Type::Caption, cx.ink(2));
    }
}

impl Card {
    /// Opens something, or closes it if it is open.
    fn turn(&mut self, open: Open) {
        let same = self.open == open;
        let open = if same { Open::Nothing } else { open };
        *self = Self { open, at: 0, fresh: !same, entered: false };
    }
}

/// What can be asked of them.
fn asking_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut Card, person: &EcomapPerson) {
    ui.add_space(8.0);
    let id = Id::new("people-asking");
    let roving = list::roving(ui, id, person.ask.len(), &mut state.at, Along::Down);
    for (index, response) in person.ask.iter().enumerate() {
        if response_ui(ui, cx, (&roving, index, &mut state.at), response) {
            respond(cx, response);
        }
    }
    if std::mem::take(&mut state.fresh) {
        roving.take_focus(ui);
    }
}

/// A response, with what it takes and when an answer is likely. True if it was pressed.
fn response_ui(ui: &mut Ui, cx: &Cx<'_>, place: (&Roving, usize, &mut usize), response: &ResponseRow) -> bool {
    let mut below = vec![cx.say(&response.takes)];
    below.extend(
        response
            .answer_likely
            .as_ref()
            .map(|when| cx.say(&Message::new("app-answer-likely").with("when", when.clone()))),
    );
    row_ui(ui, cx, place, &response.label, &below.join(". "))
}

/// Shows where the response lies, and chooses it: that opens its form, or asks once.
fn respond(cx: &mut Cx<'_>, response: &ResponseRow) {
    // A tray that is open already would be closed by asking for it once more.
    cx.act(Act::CloseTray);
    cx.act(Act::ShowKind(response.kind));
    cx.act(Act::Respond(response.id.clone()));
}

/// What can be told to them: facts that they are not known to know, and responses that go to them.
fn telling_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut Card, (ecomap, person): (&Ecomap, &EcomapPerson)) {
    ui.add_space(8.0);
    let id = Id::new("people-telling");
    let facts: Vec<(usize, &Fact)> =
        person.not_told.iter().filter_map(|at| ecomap.facts.get(*at).map(|fact| (*at, fact))).collect();
    let can_tell = ecomap.cannot_tell.is_none();
    let all = if can_tell { facts.len() } else { 0 };
    if let Some(why) = ecomap.cannot_tell.as_ref().filter(|_| !facts.is_empty()) {
        let why = cx.say(why);
        text::label(ui, &why, Type::Caption, cx.ink(2));
        ui.add_space(4.0);
    }
    let roving = list::roving(ui, id, all + person.tell.len(), &mut state.at, Along::Down);
    for (index, (at, fact)) in facts.iter().enumerate().take(all) {
        let from = fact.item.from.as_ref().map(|from| cx.say(from)).unwrap_or_default();
        if row_ui(ui, cx, (&roving, index, &mut state.at), &fact.item.title, &from) {
            *state = Card { open: Open::Sure(*at), at: 0, fresh: true, entered: false };
            return;
        }
    }
    for (index, response) in person.tell.iter().enumerate() {
        if response_ui(ui, cx, (&roving, all + index, &mut state.at), response) {
            respond(cx, response);
        }
    }
    if std::mem::take(&mut state.fresh) {
        roving.take_focus(ui);
    }
}

/// Asks once, since what is told can't be taken back.
fn sure_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut Card, (ecomap, person): (&Ecomap, &EcomapPerson), at: usize) {
    let Some(fact) = ecomap.facts.get(at) else {
        state.open = Open::Nothing;
        return;
    };
    ui.add_space(8.0);
    let whether = Message::new("app-tell-whether").with("name", &person.who.name).with("title", &fact.item.title);
    let whether = cx.say(&whether);
    text::label(ui, &whether, Type::Small, cx.ink(1));
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        let send = Button::plain(cx.t("app-tell-send")).small();
        let act = Act::Tell { item: fact.item.item.clone(), who: person.who.id.clone() };
        let (response, pressed) = send.show(ui, cx);
        if std::mem::take(&mut state.fresh) {
            response.request_focus();
        }
        ui.add_space(8.0);
        let not = Button::quiet(cx.t("app-not-now")).small().show(ui, cx).1;
        if pressed {
            cx.act(act);
        }
        if pressed || not {
            state.open = Open::Nothing;
        }
    });
}

/// A row that does something: what, and a line of detail. True if it was pressed.
fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (roving, index, at): (&Roving, usize, &mut usize),
    words: &str,
    below: &str,
) -> bool {
    let t = *cx.tokens();
    let width = ui.available_width();
    let title: Arc<Galley> = text::lay_out(ui, words, Type::Small, t.ink, width - 12.0);
    let line = (!below.is_empty()).then(|| text::lay_out(ui, below, Type::Caption, t.ink_2, width - 12.0));
    let height = 10.0 + title.size().y + line.as_ref().map_or(0.0, |line| line.size().y);
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = roving.row_sensing(ui, index, rect, at, Sense::CLICK);
    let fill = if response.hovered() { t.well } else { t.paper };
    ui.painter().rect_filled(rect, CornerRadius::same(4), fill);
    ui.painter().hline(rect.x_range(), rect.top(), cx.theme.stroke(1.0, t.hair));
    let below_at = pos2(rect.left() + 6.0, rect.top() + 5.0 + title.size().y);
    ui.painter().galley(pos2(rect.left() + 6.0, rect.top() + 5.0), title, Color32::PLACEHOLDER);
    if let Some(line) = line {
        ui.painter().galley(below_at, line, Color32::PLACEHOLDER);
    }
    focus::ring(ui, cx.theme, &response, Ring::Inside);
    text::name_it(ui, &response, Role::Button, words);
    if !below.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(below));
    }
    response.clicked()
}
