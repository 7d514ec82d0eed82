//! Citing in a form: what may be cited, what was chosen for it, and its number at the caret of a text.
//!
//! In go an item and where one is writing; out come the evidence and texts with the item's number in them, and what to
//! say of that. How numbers are given is told in [`super::cites`].

use egui::Context;
use egui::text::{CCursor, CCursorRange};

use super::checks::{Part, Spot};
use super::cites;
use super::state::{FormState, List, Writing};
use super::written::Written;
use crate::desk::parts::ItemRef;
use crate::run::Run;
use crate::run::command::Citation;
use crate::text::Message;

impl FormState {
    /// The citations of an item that may be cited: the passages that were marked when it was read, else all of it.
    pub(super) fn marked(&self, item: &str) -> Vec<Citation> {
        if !self.view.can_cite.iter().any(|one| one.item == item) {
            return Vec::new();
        }
        let marked: Vec<Citation> = self
            .view
            .citations
            .iter()
            .filter(|row| row.item.item == item)
            .map(|row| Citation { item: item.to_owned(), passage: row.passage.clone() })
            .collect();
        if marked.is_empty() { vec![Citation::whole(item)] } else { marked }
    }

    /// What was opened and is not cited here: what was marked when it was read comes first, then the newest.
    #[must_use]
    pub fn open_items(&self) -> Vec<&ItemRef> {
        let is_marked = |item: &ItemRef| self.view.citations.iter().any(|row| row.item.item == item.item);
        let mut items: Vec<&ItemRef> = Vec::new();
        for item in self.view.can_cite.iter().rev() {
            let known = items.iter().any(|one| one.item == item.item);
            if !known && self.evidence.number_of(&item.item).is_none() {
                items.push(item);
            }
        }
        items.sort_by_key(|item| !is_marked(item));
        items
    }

    /// Cites what was chosen last in the lists of evidence, or puts its number where one is writing. What to say of it;
    /// nothing if there is nothing to cite.
    pub fn cite_chosen(&mut self, ctx: &Context, run: &Run, now: f64) -> Option<Message> {
        let cited = self.evidence.list().get(self.cited_at).map(|cited| cited.item.clone());
        let open = self.open_items().get(self.open_at).map(|item| item.item.clone());
        let item = match self.list {
            List::Cited => cited.or(open),
            List::Open => open.or(cited),
        }?;
        Some(self.cite(ctx, run, &item, now))
    }

    /// Cites an item, and puts its number where one is writing. What to say of it.
    pub fn cite(&mut self, ctx: &Context, run: &Run, item: &str, now: f64) -> Message {
        let known = self.evidence.number_of(item);
        for citation in self.marked(item) {
            if known.is_none() {
                self.evidence.add(citation);
            }
        }
        let Some(number) = self.evidence.number_of(item) else { return Message::new("app-form-cite-nothing") };
        // Where a text had the item's own name in it, its number stands there now.
        if known.is_none() {
            let evidence = &self.evidence;
            for text in self.written.iter_mut().flat_map(Written::texts_mut) {
                *text = evidence.shown(text);
            }
        }
        let within = self.put_number(ctx, number);
        self.touched(run, now);
        match (within, known) {
            (Some(label), None) => Message::new("app-form-cited-in").with("number", number).with("label", label),
            (Some(label), Some(_)) => Message::new("app-form-put").with("number", number).with("label", label),
            (None, None) => Message::new("app-form-cited").with("number", number),
            (None, Some(_)) => Message::new("app-form-put-nowhere"),
        }
    }

    /// Puts a number at the caret of the text that is written in. The label of its field; nothing if there is none.
    fn put_number(&mut self, ctx: &Context, number: usize) -> Option<String> {
        let Writing { id, spot } = self.writing?;
        let Spot::Field(index, part) = spot else { return None };
        let label = self.view.fields.get(index)?.label.clone();
        let text = match (self.written.get_mut(index)?, part) {
            (Written::Words(text), _) => text,
            (Written::Grid(rows), Part::Row(at)) => &mut rows.get_mut(at)?.why,
            (Written::Steps(steps), Part::Step(at)) => &mut steps.get_mut(at)?.what,
            _ => return None,
        };
        let mut edit = egui::TextEdit::load_state(ctx, id).unwrap_or_default();
        let caret = edit.cursor.char_range().map_or(usize::MAX, |range| range.primary.index.0);
        let behind = cites::insert(text, caret, number);
        edit.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(behind))));
        edit.store(ctx, id);
        ctx.memory_mut(|memory| memory.request_focus(id));
        Some(label)
    }

    /// Takes an item out of the evidence, and its number out of every text. What to say of it.
    pub fn uncite(&mut self, run: &Run, item: &str, now: f64) -> Option<Message> {
        let number = self.evidence.remove(item)?;
        let texts = self.written.iter_mut().flat_map(Written::texts_mut);
        let marks: usize = texts.map(|text| cites::take_out(text, number)).sum();
        self.cited_at = self.cited_at.min(self.evidence.list().len().saturating_sub(1));
        self.touched(run, now);
        Some(Message::new("app-form-uncited").with("number", number).with("marks", marks))
    }
}
