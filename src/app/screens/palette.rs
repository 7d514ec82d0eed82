//! The palette: finds or does anything. Every named act, every item, response and person on the desk, every case.

use egui::accesskit::Role;
use egui::{CornerRadius, Id, Key, Modifiers, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::named;
use crate::app::office::{Office, Place};
use crate::app::over::{called, take_focus_once};
use crate::app::parts::field::Field;
use crate::app::parts::text;
use crate::app::theme::type_scale::Type;
use crate::desk::inbox::Reading;
use crate::desk::responses::Open;
use crate::text::Message;

/// What has been typed, and which entry is current.
#[derive(Debug, Default)]
pub struct PaletteState {
    typed: String,
    current: usize,
    /// An arrow was pressed since something was typed.
    stepped: bool,
}

/// An entry: what it is called, what it is, and what it does.
#[derive(Debug, Clone)]
struct Entry {
    words: String,
    beside: String,
    act: Act,
}

/// Everything that can be found or done here, in the order in which it is offered.
fn entries(cx: &Cx<'_>, office: &Office) -> Vec<Entry> {
    let mut entries = Vec::new();
    let moment = office.play().map(crate::app::play::Play::moment);
    if let (Place::Desk, Some(moment)) = (office.place(), &moment) {
        for row in moment.inbox.iter().rev() {
            let unread = row.reading == Reading::Unread;
            let beside = if unread { cx.say(&row.reading_words) } else { row.from.name.clone() };
            let act = Act::Read { item: row.item.clone(), nth: row.nth };
            entries.push(Entry { words: row.title.clone(), beside, act });
        }
        for document in moment.cases.iter().flat_map(|case| &case.documents) {
            let act = Act::Read { item: document.item.item.clone(), nth: document.item.nth };
            if !entries.iter().any(|one| one.act == act) {
                let beside = cx.t("app-palette-file");
                entries.push(Entry { words: document.item.title.clone(), beside, act });
            }
        }
        for row in moment.kinds.iter().flat_map(|group| &group.rows).filter(|row| row.open == Open::Now) {
            let beside = cx.say(&row.takes);
            entries.push(Entry { words: row.label.clone(), beside, act: Act::Respond(row.id.clone()) });
        }
        for person in &moment.people {
            let act = Act::ShowPerson(person.who.id.clone());
            let beside = cx.say(&person.who.role_words);
            entries.push(Entry { words: person.who.name.clone(), beside, act });
        }
    }
    for one in named::named(office) {
        let beside = one.keys.map(|keys| named::shown(&keys)).unwrap_or_default();
        if !matches!(one.act, Act::ShowPalette | Act::StepOut) {
            entries.push(Entry { words: text::capital(&cx.say(&one.name)), beside, act: one.act });
        }
    }
    if matches!(office.place(), Place::Library)
        && let Some(shelf) = &office.shelf
    {
        for kept in &shelf.go_on {
            let words = cx.say(&Message::new("app-palette-go-on").with("title", &kept.view.title));
            let beside = cx.say(&kept.touched);
            entries.push(Entry { words, beside, act: Act::GoOnWith(kept.run.clone()) });
        }
        for kept in shelf.past.iter().flat_map(|attempts| &attempts.runs) {
            let words = cx.say(&Message::new("app-palette-debrief").with("title", &kept.view.title));
            let beside = cx.say(&kept.touched);
            entries.push(Entry { words, beside, act: Act::ShowDebriefOf(kept.run.clone()) });
        }
        for card in &shelf.cards {
            let act = Act::Brief { slug: card.slug.clone(), variant: None };
            entries.push(Entry { words: card.title.clone(), beside: cx.t("app-palette-case"), act });
        }
    }
    entries
}

/// Those that have every word that was typed; those that are called so stand first.
fn found(entries: Vec<Entry>, typed: &str) -> Vec<Entry> {
    let typed = typed.trim().to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let has = |entry: &Entry| {
        let text = format!("{} {}", entry.words, entry.beside).to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    let mut found: Vec<Entry> = entries.into_iter().filter(has).collect();
    if !typed.is_empty() {
        // What is called so, then what has it in its name, then what only has it beside its name.
        found.sort_by_key(|entry| {
            let name = entry.words.to_lowercase();
            (!name.starts_with(&typed), !words.iter().all(|word| name.contains(word)))
        });
    }
    found
}

/// Draws the palette.
pub fn palette_ui(ui: &mut Ui, cx: &mut Cx<'_>, office: &Office, state: &mut PaletteState) {
    let before = state.current;
    let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(ui, Key::ArrowDown) {
        state.current += 1;
    }
    if pressed(ui, Key::ArrowUp) {
        state.current = state.current.saturating_sub(1);
    }
    let enter = pressed(ui, Key::Enter);
    let (name, hint) = (cx.t("app-find"), cx.t("app-palette-hint"));
    called(ui, &name);
    let response = Field::line(Id::new("palette"), &name).plain().hint(&hint).show(ui, cx, &mut state.typed);
    let field = response.id;
    take_focus_once(ui, field, field);
    // What was typed before Enter counts, even if both came at once.
    let all = found(entries(cx, office), &state.typed);
    state.stepped |= state.current != before;
    if response.changed() {
        state.current = 0;
        state.stepped = false;
        let count = Message::new("app-palette-count").with("n", all.len());
        cx.announce(cx.say(&count), false);
    }
    state.current = state.current.min(all.len().saturating_sub(1));
    let moved = state.current != before;
    ui.add_space(8.0);
    if all.is_empty() {
        let none = cx.t("app-palette-none");
        text::label(ui, &none, Type::Body, cx.ink(3));
    }
    ScrollArea::vertical().max_height(380.0).auto_shrink([false, true]).show(ui, |ui| {
        for (index, entry) in all.iter().enumerate() {
            let current = index == state.current;
            let (row_id, rect) = ui.allocate_space(vec2(ui.available_width() - 8.0, 32.0));
            let response = ui.interact(rect, row_id, Sense::CLICK);
            if current || response.hovered() {
                let fill = if current { cx.tokens().accent_wash } else { cx.tokens().well };
                ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
            }
            let inner = rect.shrink2(vec2(10.0, 0.0));
            let beside = text::one_line(ui, &entry.beside, Type::Caption, cx.ink(3), 160.0);
            let room = inner.width() - beside.size().x - 12.0;
            let words = text::one_line(ui, &entry.words, Type::Body, cx.ink(1), room);
            text::paint_right(ui, inner, beside);
            text::paint_left(ui, Rect::from_min_max(inner.min, pos2(inner.left() + room, inner.bottom())), words);
            ui.ctx().accesskit_node_builder(row_id, |node| {
                node.set_role(Role::ListBoxOption);
                node.set_label(entry.words.as_str());
                node.set_description(entry.beside.as_str());
                node.set_selected(current);
            });
            if current && state.stepped {
                // The keyboard stays in the field; screen readers follow to the entry that Enter would take.
                ui.ctx().accesskit_node_builder(field, |node| node.set_active_descendant(row_id.accesskit_id()));
                if moved {
                    ui.scroll_to_rect(rect, None);
                }
            }
            if response.clicked() || (enter && current) {
                cx.act(Act::StepOut);
                cx.act(entry.act.clone());
            }
        }
    });
}
