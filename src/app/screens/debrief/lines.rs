//! Lines of a debrief: its headings, sentences with a sign in front, rows with what stands below them.

use egui::accesskit::Role;
use egui::{Color32, EventFilter, Id, Key, Modifiers, Response, Sense, Ui, vec2};

use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::{icon, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::text::Message;

/// How far an arrow moves a page, in points.
const STEP: f32 = 48.0;

/// The heading of the page has this id, whatever page it is.
pub(super) fn page_heading_id() -> Id {
    Id::new("debrief-heading")
}

/// The heading of a page. It can have the keyboard, and then moves the page: a page may have nothing else to stop at.
pub(super) fn page_heading(ui: &mut Ui, cx: &Cx<'_>, words: &str) -> Response {
    let galley = text::lay_out(ui, words, Type::ScreenTitle, cx.ink(1), ui.available_width());
    let (_, rect) = ui.allocate_space(galley.size());
    let response = ui.interact(rect, page_heading_id(), Sense::focusable_noninteractive());
    ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
    focus::ring(ui, cx.theme, &response, Ring::Outside(4));
    panes::begins(ui, response.id);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(1);
        node.set_label(words);
    });
    moves(ui, &response);
    response
}

/// Arrows, Page Up and Page Down, Home and End move the page.
fn moves(ui: &Ui, response: &Response) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let whole = ui.clip_rect().height();
    let far = 1.0e6;
    let keys = [
        (Key::ArrowDown, -STEP),
        (Key::ArrowUp, STEP),
        (Key::PageDown, STEP - whole),
        (Key::PageUp, whole - STEP),
        (Key::Home, far),
        (Key::End, -far),
    ];
    for (key, much) in keys {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta(vec2(0.0, much));
        }
    }
}

/// The heading of a section of a page, with its small neighbour, and a line above it.
pub(super) fn section(ui: &mut Ui, cx: &Cx<'_>, heading: &str, beside: &str) {
    ui.add_space(12.0);
    text::hairline(ui, cx);
    ui.add_space(12.0);
    text::heading_with(ui, cx, heading, Type::Heading, beside, 2);
    ui.add_space(6.0);
}

/// The same without the line: the first of a column.
pub(super) fn first_section(ui: &mut Ui, cx: &Cx<'_>, heading: &str, beside: &str) {
    text::heading_with(ui, cx, heading, Type::Heading, beside, 2);
    ui.add_space(6.0);
}

/// Sentences, each on a line of its own.
pub(super) fn sentences(ui: &mut Ui, cx: &Cx<'_>, messages: &[Message], of: Type, colour: Color32) {
    for message in messages {
        let words = text::capital(&cx.say(message));
        text::label(ui, &words, of, colour);
    }
}

/// Sentences one after another, in one paragraph.
pub(super) fn paragraph(ui: &mut Ui, cx: &Cx<'_>, messages: &[Message], of: Type, colour: Color32) {
    let words: Vec<String> = messages.iter().map(|message| text::capital(&cx.say(message))).collect();
    if !words.is_empty() {
        text::label(ui, &words.join(" "), of, colour);
    }
}

/// An author's text, paragraph by paragraph.
pub(super) fn paragraphs(ui: &mut Ui, words: &str, of: Type, colour: Color32, width: f32) {
    for (at, paragraph) in words.split("\n\n").enumerate() {
        if at > 0 {
            ui.add_space(8.0);
        }
        text::label_within(ui, paragraph, of, colour, width);
    }
}

/// An item of a list: a sign, what it is, and smaller lines below. Read as one.
pub(super) fn item(ui: &mut Ui, cx: &Cx<'_>, sign: Option<(Icon, Color32)>, what: &str, below: &[String]) {
    let indent = if sign.is_some() { 22.0 } else { 0.0 };
    let width = ui.available_width();
    let room = width - indent;
    let what_galley = text::lay_out(ui, what, Type::Small, cx.ink(1), room);
    let below_galleys: Vec<_> =
        below.iter().map(|line| text::lay_out(ui, line, Type::Small, cx.ink(3), room)).collect();
    let height = what_galley.size().y + below_galleys.iter().map(|galley| galley.size().y).sum::<f32>();
    let (rect, response) = ui.allocate_exact_size(vec2(width, height + 8.0), Sense::hover());
    let mut at = rect.min + vec2(0.0, 4.0);
    if let Some((sign, colour)) = sign {
        let centre = at + vec2(icon::SMALL / 2.0, Type::Small.line() / 2.0);
        icon::paint(ui.painter(), centre, sign, icon::SMALL, colour);
    }
    at.x += indent;
    for galley in std::iter::once(what_galley).chain(below_galleys) {
        let high = galley.size().y;
        ui.painter().galley(at, galley, Color32::PLACEHOLDER);
        at.y += high;
    }
    let name: Vec<&str> = std::iter::once(what).chain(below.iter().map(String::as_str)).collect();
    text::name_it(ui, &response, Role::ListItem, &name.join(" "));
}
