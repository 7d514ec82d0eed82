//! The reading pane: what is asked and broken off on top, then the document, then the tray.
//!
//! The text is a list of parts: paragraphs, fields of a form, lines of a log. Arrows move from part to part; a click
//! chooses one to cite, and drawing over words chooses these words.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Color32, Galley, Id, Margin, Rect, Response, Sense, Ui, pos2, vec2};

use super::state::{Chosen, DeskState};
use super::{marks, tray};
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along, Roving};
use crate::app::parts::page::{self, Side};
use crate::app::parts::{chip, icon, text};
use crate::app::play::Play;
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::desk::Moment;
use crate::desk::inbox::Reading;
use crate::desk::open_item::OpenItem;
use crate::desk::parts::CitationRow;
use crate::text::Message;

/// The id of the list of parts.
#[must_use]
pub fn list_id() -> Id {
    Id::new("reading-parts")
}

/// Draws the pane.
pub fn reading_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DeskState, (play, moment): (&Play, &Moment)) {
    let name = cx.t("app-reading");
    let region = page::Region { id: "reading", role: Role::Main, name: &name };
    page::region(ui, rect, cx.tokens().paper, region, |ui| {
        let open = state.open.as_ref().map(|(item, nth)| play.open_item(item, *nth));
        let open = open.as_deref().and_then(Option::as_ref);
        let mut rest = rect;
        let head = page::cut(&mut rest, Side::Top, size::HEAD);
        tools(ui, cx, head, state, (moment, open));
        page::edge(ui, cx, head, Side::Bottom, cx.tokens().hair);
        let strips = super::strips::height(moment);
        if strips > 0.0 {
            let strip = page::cut(&mut rest, Side::Top, strips);
            super::strips::strips_ui(ui, cx, strip, moment);
        }
        let mut tray_rect = None;
        if state.tray.is_some() {
            let height = tray::height(ui, cx, rest, state, moment);
            tray_rect = Some(page::cut(&mut rest, Side::Bottom, height));
        }
        let margin = if rest.width() < 480.0 { 16 } else { 32 };
        let pad = Margin { left: margin, right: margin, top: 20, bottom: 24 };
        page::within(ui, rest, |ui| {
            let id = state.open.as_ref().map_or_else(String::new, |(item, nth)| format!("{item} {nth}"));
            page::scroll(ui, &format!("read {id}"), pad, |ui| match open {
                Some(open) if !state.opening => document(ui, cx, state, open, moment.cases.len() > 1),
                _ => nothing_open(ui, cx, moment),
            });
        });
        if let Some(tray_rect) = tray_rect {
            tray::tray_ui(ui, cx, tray_rect, state, moment);
        }
    });
}

/// Cite, note, pass on; the next and the one before.
fn tools(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &DeskState, (moment, open): (&Moment, Option<&OpenItem>)) {
    let narrow = rect.width() < 480.0;
    let inner = Rect::from_min_max(
        pos2(rect.left() + if narrow { 12.0 } else { 32.0 }, rect.top()),
        pos2(rect.right() - 12.0, rect.bottom()),
    );
    let ends = Rect::from_min_max(pos2(inner.right() - 68.0, inner.top()), inner.max);
    page::row(ui, inner, |ui| {
        if let Some(open) = open {
            let words = if state.chosen.is_some() { cx.t("app-cite-words") } else { cx.t("app-cite") };
            let cite = Button::plain(words).icon(Icon::Quote).small().keys("C");
            cite.id(Id::new("cite")).act(ui, cx, Act::Cite);
            ui.add_space(4.0);
            let pass = Button::quiet(cx.t("app-pass-on")).icon(Icon::Share2).small();
            let act = Act::AskWhomToTell { item: open.item.clone(), nth: open.nth };
            pass.act(ui, cx, act);
        }
        let note = Button::quiet(cx.t("app-note")).icon(Icon::Pencil).small().keys("N");
        note.act(ui, cx, Act::WriteNote);
    });
    if !moment.inbox.is_empty() {
        page::row(ui, ends, |ui| {
            Button::sign(Icon::ChevronUp, cx.t("app-do-previous-item")).act(ui, cx, Act::ReadPrevious);
            Button::sign(Icon::ChevronDown, cx.t("app-do-next-item")).act(ui, cx, Act::ReadNext);
        });
    }
}

/// Before anything is opened: what the stretch opens with, and what to do first.
fn nothing_open(ui: &mut Ui, cx: &Cx<'_>, moment: &Moment) {
    let width = size::MEASURE.min(ui.available_width());
    let turn = text::capital(&cx.say(&moment.clock.turn_words));
    text::heading(ui, &turn, Type::DocTitle, cx.ink(1), 1);
    ui.add_space(8.0);
    if let Some(opens) = &moment.opens {
        for paragraph in opens.split("\n\n") {
            text::label_within(ui, paragraph, Type::Reading, cx.ink(1), width);
            ui.add_space(10.0);
        }
    }
    let unread = moment.inbox.iter().any(|row| row.reading == Reading::Unread);
    let hint = if unread { "app-reading-choose" } else { "app-reading-nothing" };
    text::label_within(ui, &cx.t(hint), Type::Body, cx.ink(2), width);
}

/// A part of a document.
#[derive(Debug, Clone)]
pub(in crate::app::screens) struct Part {
    /// A label above it: a field's name.
    heading: Option<String>,
    /// The time of a line in a log.
    at: Option<String>,
    words: String,
    by: Option<String>,
}

impl Part {
    /// How it is read out.
    fn name(&self) -> String {
        let parts = [self.at.as_deref(), Some(&*self.words), self.by.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// A document, part by part.
pub(in crate::app::screens) fn parts(cx: &Cx<'_>, open: &OpenItem) -> Vec<Part> {
    let mut parts = Vec::new();
    let plain = |words: &String| Part { heading: None, at: None, words: words.clone(), by: None };
    parts.extend(open.paragraphs.iter().map(plain));
    for (name, paragraphs) in &open.fields {
        for (index, words) in paragraphs.iter().enumerate() {
            parts.push(Part { heading: (index == 0).then(|| name.clone()), ..plain(words) });
        }
    }
    for entry in &open.entries {
        parts.push(Part {
            at: Some(entry.at.clone()),
            by: entry.by.as_ref().map(|by| cx.say(by)),
            ..plain(&entry.text)
        });
    }
    parts
}

fn document(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DeskState, open: &OpenItem, several: bool) {
    let width = size::MEASURE.min(ui.available_width());
    ui.set_max_width(width);
    text::heading(ui, &open.title, Type::DocTitle, cx.ink(1), 1);
    ui.add_space(6.0);
    meta(ui, cx, open, several);
    ui.add_space(14.0);
    reliance(ui, cx, open);
    notes(ui, cx, open);
    let parts = parts(cx, open);
    let mut at = state.part_at;
    let roving = list::roving(ui, list_id(), parts.len(), &mut at, Along::Down);
    panes::begins(ui, roving.id(at));
    let name = cx.t("app-reading-text");
    page::list_of(ui, &name, |ui| {
        for (index, part) in parts.iter().enumerate() {
            part_ui(ui, cx, state, (open, part), (&roving, index, &mut at));
        }
    });
    state.part_at = at;
    if std::mem::take(&mut state.reading_fresh) && !parts.is_empty() {
        roving.take_focus(ui);
    }
    below(ui, cx, open);
}

/// Who, by which channel, when; and in which case, where there are several.
pub(in crate::app::screens) fn meta(ui: &mut Ui, cx: &Cx<'_>, open: &OpenItem, several: bool) {
    let mut words: Vec<String> = Vec::new();
    if let Some(from) = &open.from {
        words.push(cx.say(&from.in_full));
    }
    if let Some(by) = &open.by {
        words.push(cx.say(by));
    }
    if let Some(via) = &open.via_words {
        words.push(cx.say(via));
    }
    if let Some(at) = &open.at {
        words.push(cx.say(&at.words));
    }
    if let Some(case) = open.case.as_ref().filter(|_| several) {
        words.push(case.name.clone());
    }
    ui.horizontal_top(|ui| {
        icon::show(ui, marks::of_channel(open.via, false), icon::SMALL, Type::Small.line(), cx.ink(2));
        ui.add_space(6.0);
        text::label(ui, &words.join("   "), Type::Small, cx.ink(2));
    });
}

/// How far it can be relied on, and who could confirm it.
pub(in crate::app::screens) fn reliance(ui: &mut Ui, cx: &Cx<'_>, open: &OpenItem) {
    let mut runs = Vec::new();
    if let Some(standing) = &open.standing {
        runs.push((cx.say(standing), Type::SmallStrong));
    }
    let confirm: Vec<Message> = open.could_confirm.iter().map(|who| Message::verbatim(who.name.clone())).collect();
    if let Some(names) = Message::listed(confirm) {
        runs.push((cx.say(&Message::new("app-could-confirm").with("names", names)), Type::Small));
    }
    if runs.is_empty() {
        return;
    }
    let ground = ui.painter().add(egui::Shape::Noop);
    let frame = egui::Frame::new().inner_margin(Margin { left: 15, right: 12, top: 8, bottom: 8 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            icon::show(ui, Icon::Eye, icon::LARGE, Type::Small.line(), cx.ink(3));
            ui.add_space(10.0);
            let dot =
                |words: &str| if words.ends_with(['.', '?', '!']) { words.to_owned() } else { format!("{words}.") };
            let formats: Vec<(String, egui::TextFormat)> = runs
                .iter()
                .enumerate()
                .map(|(at, (words, of))| {
                    let words = if at + 1 < runs.len() { format!("{} ", dot(words)) } else { dot(words) };
                    (words, of.format(cx.ink(1)))
                })
                .collect();
            let formats: Vec<(&str, egui::TextFormat)> =
                formats.iter().map(|(words, format)| (words.as_str(), format.clone())).collect();
            let galley = text::runs(ui, &formats, ui.available_width());
            text::put(ui, galley, Role::Label);
        });
    });
    let rect = frame.response.rect;
    let t = cx.tokens();
    let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
    ui.painter().set(ground, egui::epaint::RectShape::filled(rect, 0, t.pane));
    ui.painter().rect_filled(bar, 0, t.edge);
    ui.add_space(16.0);
}

/// Softer text, what is in it, and what it may answer.
pub(in crate::app::screens) fn notes(ui: &mut Ui, cx: &Cx<'_>, open: &OpenItem) {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(open.softer.iter().map(|softer| cx.say(softer)));
    lines.extend(open.content.iter().cloned());
    let asked: Vec<Message> = open.answers.iter().map(|one| Message::verbatim(one.name.clone())).collect();
    if let Some(asked) = Message::listed(asked) {
        lines.push(cx.say(&Message::new("app-you-asked").with("asked", asked)));
    }
    for line in &lines {
        text::label(ui, line, Type::Small, cx.ink(2));
    }
    if !lines.is_empty() {
        ui.add_space(12.0);
    }
}

/// One part: what was cited of it on a ground, what is chosen in the wash of what is chosen.
fn part_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    state: &mut DeskState,
    (open, part): (&OpenItem, &Part),
    (roving, index, at): (&Roving, usize, &mut usize),
) {
    let chosen = state.chosen.as_ref().filter(|chosen| chosen.part == index).map(|chosen| chosen.words.clone());
    let set = |width: f32| job(cx, &open.citations, part, chosen.as_deref(), width);
    let (response, galley, origin) = set_part(ui, cx, part, set, (roving, index, at));
    choose(ui, state, (index, part), (&response, &galley, origin));
    focus::ring(ui, cx.theme, &response, Ring::Outside(3));
    let cited: Vec<String> = open
        .citations
        .iter()
        .filter(|row| row.passage.as_ref().is_some_and(|passage| part.words.contains(passage.as_str())))
        .map(|row| row.number.to_string())
        .collect();
    let mut name = part.name();
    if !cited.is_empty() {
        name.push(' ');
        name.push_str(&cx.say(&Message::new("app-cited-as").with("numbers", cited.join(", "))));
    }
    let selected = chosen.is_some();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Paragraph);
        node.set_label(name.as_str());
        node.set_selected(selected);
    });
}

/// One part that can only be read.
pub(in crate::app::screens) fn part_to_read(
    ui: &mut Ui,
    cx: &Cx<'_>,
    part: &Part,
    (roving, index, at): (&Roving, usize, &mut usize),
) {
    let set = |width: f32| job(cx, &[], part, None, width);
    let (response, ..) = set_part(ui, cx, part, set, (roving, index, at));
    focus::ring(ui, cx.theme, &response, Ring::Outside(3));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Paragraph);
        node.set_label(part.name());
    });
}

/// Puts a part into the flow: its heading, its time, and its words as they are set for a width. Gives back where these
/// begin.
fn set_part(
    ui: &mut Ui,
    cx: &Cx<'_>,
    part: &Part,
    set: impl FnOnce(f32) -> LayoutJob,
    (roving, index, at): (&Roving, usize, &mut usize),
) -> (Response, Arc<Galley>, egui::Pos2) {
    if let Some(heading) = &part.heading {
        ui.add_space(8.0);
        text::heading(ui, heading, Type::SmallStrong, cx.ink(2), 2);
        ui.add_space(3.0);
        text::hairline(ui, cx);
        ui.add_space(6.0);
    }
    let indent = if part.at.is_some() { 56.0 } else { 0.0 };
    let galley = ui.painter().layout_job(set(ui.available_width() - indent));
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), galley.size().y));
    let around = rect.expand2(vec2(6.0, 2.0));
    let response = roving.row_sensing(ui, index, around, at, Sense::CLICK | Sense::DRAG);
    if let Some(time) = &part.at {
        let time = text::one_line(ui, time, Type::Num, cx.ink(3), 52.0);
        let y = rect.top() + (Type::Reading.line() - time.size().y) / 2.0;
        ui.painter().galley(pos2(rect.left(), y), time, Color32::PLACEHOLDER);
    }
    let origin = pos2(rect.left() + indent, rect.top());
    ui.painter().galley(origin, Arc::clone(&galley), Color32::PLACEHOLDER);
    ui.add_space(if part.at.is_some() { 6.0 } else { 10.0 });
    (response, galley, origin)
}

/// Sets a part: cited words on their ground with their number behind, chosen words in their wash.
fn job(cx: &Cx<'_>, citations: &[CitationRow], part: &Part, chosen: Option<&str>, width: f32) -> LayoutJob {
    let t = cx.tokens();
    let plain = Type::Reading.format(t.ink);
    let words = part.words.as_str();
    // Where something begins or ends that is set in another way.
    let mut ranges: Vec<(usize, usize, Option<usize>)> = Vec::new();
    for row in citations {
        if let Some(passage) = &row.passage
            && let Some(from) = words.find(passage.as_str())
        {
            ranges.push((from, from + passage.len(), Some(row.number)));
        }
    }
    let picked = chosen.and_then(|chosen| words.find(chosen).map(|from| (from, from + chosen.len())));
    let mut ends: Vec<usize> = vec![0, words.len()];
    ends.extend(ranges.iter().flat_map(|(from, to, _)| [*from, *to]));
    ends.extend(picked.iter().flat_map(|(from, to)| [*from, *to]));
    ends.sort_unstable();
    ends.dedup();
    let mut job = LayoutJob::default();
    job.wrap.max_width = width.max(1.0);
    for pair in ends.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let mut format = plain.clone();
        if ranges.iter().any(|(begin, end, _)| *begin <= from && to <= *end) {
            format.background = t.mark;
            format.underline = cx.theme.stroke(1.0, t.accent);
        }
        if picked.is_some_and(|(begin, end)| begin <= from && to <= end) {
            format.background = t.accent_wash;
            format.underline = cx.theme.stroke(2.0, t.accent);
        }
        job.append(&words[from..to], 0.0, format);
        for (_, _, number) in ranges.iter().filter(|(_, end, _)| *end == to) {
            if let Some(number) = number {
                let mut format = Type::Num.format(t.accent);
                format.line_height = Some(Type::Reading.line());
                job.append(&format!("\u{a0}[{number}]\u{a0}"), 0.0, format);
            }
        }
    }
    if let Some(by) = &part.by {
        let mut format = Type::Small.format(t.ink_3);
        format.line_height = Some(Type::Reading.line());
        job.append(by, 8.0, format);
    }
    job
}

/// Chooses what was clicked or drawn over: a whole part, or the words from where the pointer went down to where it is.
fn choose(
    ui: &Ui,
    state: &mut DeskState,
    (index, part): (usize, &Part),
    (response, galley, origin): (&Response, &Arc<Galley>, egui::Pos2),
) {
    let anchor_id = response.id.with("anchor");
    let place = |at: egui::Pos2| -> usize { galley.cursor_from_pos(at - origin).index.into() };
    if response.drag_started()
        && let Some(at) = ui.input(|input| input.pointer.press_origin())
    {
        ui.data_mut(|data| data.insert_temp(anchor_id, place(at)));
    }
    if response.dragged()
        && let Some(at) = response.interact_pointer_pos()
        && let Some(anchor) = ui.data(|data| data.get_temp::<usize>(anchor_id))
    {
        let (from, to) = (anchor.min(place(at)), anchor.max(place(at)));
        state.chosen = words_between(&part.words, from, to).map(|words| Chosen { part: index, words });
    }
    let space = response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Space));
    if response.clicked() || space {
        let whole = Chosen { part: index, words: part.words.clone() };
        state.chosen = if state.chosen.as_ref() == Some(&whole) { None } else { Some(whole) };
    }
}

/// The whole words between two places of a text, counted in characters; nothing if there are none.
fn words_between(text: &str, from: usize, to: usize) -> Option<String> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    if letters.is_empty() || from >= to {
        return None;
    }
    let is_in_word = |at: usize| letters.get(at).is_some_and(|(_, letter)| !letter.is_whitespace());
    let mut from = from.min(letters.len() - 1);
    let mut to = to.min(letters.len());
    while from > 0 && is_in_word(from - 1) && is_in_word(from) {
        from -= 1;
    }
    while to < letters.len() && is_in_word(to) && is_in_word(to - 1) {
        to += 1;
    }
    let begin = letters.get(from).map_or(0, |(at, _)| *at);
    let end = letters.get(to).map_or(text.len(), |(at, _)| *at);
    let words = text.get(begin..end)?.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

/// Below the text: its citations, whom it was passed on to, and other times it came.
fn below(ui: &mut Ui, cx: &mut Cx<'_>, open: &OpenItem) {
    let whole: Vec<&CitationRow> = open.citations.iter().collect();
    if whole.is_empty() && open.told_to.is_empty() && open.others.is_empty() {
        return;
    }
    ui.add_space(10.0);
    text::hairline(ui, cx);
    ui.add_space(10.0);
    for row in whole {
        ui.horizontal_top(|ui| {
            let name = cx.say(&Message::new("app-citation").with("number", row.number).with("title", &open.title));
            chip::citation(ui, cx, row.number, &name, false);
            ui.add_space(6.0);
            let words = row.passage.clone().unwrap_or_else(|| cx.t("app-cited-whole"));
            let used: Vec<Message> = row.used_in.clone();
            let used = Message::listed(used).map(|used| cx.say(&Message::new("app-used-in").with("used", used)));
            let words = used.map_or(words.clone(), |used| format!("{words} {used}"));
            text::label(ui, &words, Type::Small, cx.ink(2));
        });
        ui.add_space(4.0);
    }
    for (who, at) in &open.told_to {
        let words = Message::new("app-told-at").with("name", &who.name).with("when", at.words.clone());
        text::label(ui, &cx.say(&words), Type::Small, cx.ink(2));
    }
    for other in &open.others {
        let when = other.at.as_ref().map(|at| cx.say(&at.words)).unwrap_or_default();
        let words = cx.say(&Message::new("app-came-also").with("when", when));
        let button = Button::quiet(words).icon(Icon::History).small();
        button.act(ui, cx, Act::Read { item: other.item.clone(), nth: other.nth });
    }
}

#[cfg(test)]
mod tests {
    use super::words_between;

    #[test]
    fn drawing_over_words_takes_whole_words() {
        let text = "Siaradodd â'r ŵyl, ddwywaith.";
        assert_eq!(words_between(text, 0, 3).as_deref(), Some("Siaradodd"));
        assert_eq!(words_between(text, 12, 16).as_deref(), Some("â'r ŵyl,"));
        assert_eq!(words_between(text, 4, 4), None);
        assert_eq!(words_between(text, 0, 900).as_deref(), Some(text));
        assert_eq!(words_between("", 0, 1), None);
    }
}
