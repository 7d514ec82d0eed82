//! An item that has been opened, to read.

use super::look::{Look, paragraphs};
use super::parts::{CitationRow, ItemRef, Named, Stamp, Who};
use crate::run::Run;
use crate::run::command::Command;
use crate::run::event::What;
use crate::scenario::ids::{ArrivalId, DocumentId, ItemId};
use crate::scenario::model::folded;
use crate::scenario::raw::{Document, Entry, Id, Via};
use crate::text::Message;

/// An item to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenItem {
    pub item: Id,
    pub nth: u16,
    pub title: String,
    /// Who sent it; nothing for a document of the file.
    pub from: Option<Who>,
    /// Who wrote it, in words, for a document: a name, or the trainee.
    pub by: Option<Message>,
    pub via: Option<Via>,
    pub via_words: Option<Message>,
    /// How far it can be relied on.
    pub standing: Option<Message>,
    /// When it came, or the date that a document bears.
    pub at: Option<Stamp>,
    /// The text: the author's own, folded; the softer one where the run shows that.
    pub paragraphs: Vec<String>,
    /// What stands in the fields of a form that was filled in, in the form's order: the field's name, and the text.
    pub fields: Vec<(String, Vec<String>)>,
    /// Lines of a log.
    pub entries: Vec<EntryRow>,
    /// That the trainee never opened it, where it can be looked at all the same: after the end.
    pub never_opened: Option<Message>,
    /// That a shorter, softer text is shown, if it is.
    pub softer: Option<Message>,
    /// What is in it, as the content notes say.
    pub content: Vec<String>,
    /// People known by now who could confirm it.
    pub could_confirm: Vec<Who>,
    /// The version that came, if it is not the first text.
    pub version: Option<Id>,
    pub case: Option<Named>,
    pub citations: Vec<CitationRow>,
    /// People it was passed on to, and when.
    pub told_to: Vec<(Named, Stamp)>,
    /// People it can be passed on to now.
    pub tell: Vec<Who>,
    /// Why nothing can be passed on now, if it can't: "You have 5 minutes left".
    pub cannot_tell: Option<Message>,
    /// What had been asked of who sent it, if this was the first thing from them since.
    pub answers: Vec<Named>,
    /// Other occurrences of it that came, the oldest first.
    pub others: Vec<ItemRef>,
}

/// A line of a log, with its time as the log writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    pub at: String,
    pub text: String,
    /// Who wrote the line: a name, or the trainee.
    pub by: Option<Message>,
}

/// An item that has been read or heard; nothing if it has not, or does not lie on the desk. Without `nth`, the newest
/// occurrence that has been read.
#[must_use]
pub fn open_item(run: &Run, item: &str, nth: Option<u16>) -> Option<OpenItem> {
    Look::at(run).open_item(item, nth)
}

/// An item as it can be looked at when the run is over: whatever lay on the desk, opened in time or not. Nothing before
/// the end.
#[must_use]
pub fn item_afterwards(run: &Run, item: &str, nth: Option<u16>) -> Option<OpenItem> {
    if !run.is_over() {
        return None;
    }
    let look = Look::at(run);
    let (item, nth) = look.on_the_desk(item, nth)?;
    let opened = look.is_read(item, nth);
    let mut open = look.what_is_in(item, nth)?;
    open.never_opened = (!opened).then(|| Message::new("item-never-opened"));
    Some(open)
}

impl Look<'_> {
    fn open_item(&self, name: &str, nth: Option<u16>) -> Option<OpenItem> {
        let (item, nth) = self.on_the_desk(name, nth)?;
        if self.is_read(item, nth) { self.what_is_in(item, nth) } else { None }
    }

    /// An item on the desk, or what stands there in its place, with the occurrence that is meant.
    fn on_the_desk(&self, name: &str, nth: Option<u16>) -> Option<(ItemId, u16)> {
        let asked_for = self.scenario.item_called(name)?;
        let item = self.stands_for(asked_for);
        let newest = self.newest(item)?;
        let nth = if item == asked_for { nth } else { None };
        Some((item, nth.unwrap_or(newest)))
    }

    fn what_is_in(&self, item: ItemId, nth: u16) -> Option<OpenItem> {
        let mut open = match item {
            ItemId::Document(id) => self.open_document(id),
            ItemId::Arrival(id) => self.open_arrival(id, nth)?,
        };
        open.standing = self.standing(item);
        open.citations = self.citations().into_iter().filter(|row| row.item.item == open.item).collect();
        for (at, told, who) in self.tellings() {
            if told == item {
                let named = Named { id: self.scenario.person(who).id.clone(), name: self.name(who) };
                open.told_to.push((named, self.stamp(at)));
            }
        }
        open.tell = self.people_known().map(|who| self.who(who)).collect();
        open.cannot_tell = open.tell.first().and_then(|who| self.cannot_tell(&open.item, &who.id));
        Some(open)
    }

    /// Why an item can't be passed on now: what `run::decide` says to it.
    pub(super) fn cannot_tell(&self, item: &str, who: &str) -> Option<Message> {
        let tell = Command::Tell { item: item.to_owned(), who: who.to_owned() };
        self.run.ask(&tell).err().map(|refusal| self.refusal(&refusal))
    }

    fn open_document(&self, id: DocumentId) -> OpenItem {
        let raw = self.scenario.document(id);
        let softer = self.shows_softer(&raw.id, 0) && raw.softer.is_some();
        let text = if softer { raw.softer.as_deref() } else { raw.text.as_deref() };
        OpenItem {
            item: raw.id.clone(),
            nth: 0,
            title: folded(&raw.title),
            from: None,
            by: raw.by.as_deref().map(|by| self.by(by)),
            via: None,
            via_words: None,
            standing: None,
            at: raw.at.map(|at| self.written(at)),
            paragraphs: text.map(paragraphs).unwrap_or_default(),
            fields: if softer { Vec::new() } else { self.document_fields(raw) },
            entries: if softer { Vec::new() } else { self.entries(&raw.entries) },
            never_opened: None,
            softer: softer.then(|| Message::new("softer-shown")),
            content: self.content(&raw.content),
            could_confirm: Vec::new(),
            version: None,
            case: Some(self.case_named(self.tables.documents[id.index()].case)),
            citations: Vec::new(),
            told_to: Vec::new(),
            tell: Vec::new(),
            cannot_tell: None,
            answers: Vec::new(),
            others: Vec::new(),
        }
    }

    fn document_fields(&self, document: &Document) -> Vec<(String, Vec<String>)> {
        let form = document.form.as_deref().and_then(|form| self.scenario.form_called(form));
        let fields = form.map(|form| &self.scenario.form(form).fields).into_iter().flatten();
        fields
            .filter_map(|field| {
                let (_, text) = document.fields.iter().find(|(id, _)| *id == field.id)?;
                Some((folded(&field.label), paragraphs(text)))
            })
            .collect()
    }

    fn open_arrival(&self, id: ArrivalId, nth: u16) -> Option<OpenItem> {
        let came = self.occurrence(id, Some(nth))?;
        let raw = self.scenario.arrival(id);
        let row = &self.tables.arrivals[id.index()];
        let version = self.version(came);
        let softer_text = version.map_or(raw.softer.as_deref(), |version| version.softer.as_deref());
        let softer = self.shows_softer(&raw.id, nth).then_some(softer_text).flatten();
        let text = softer.unwrap_or_else(|| version.map_or(&*raw.text, |version| &version.text));
        let known = |who: &Id| self.scenario.person_called(who).filter(|who| self.known(*who));
        let mut others: Vec<ItemRef> = Vec::new();
        for other in self.came.iter().filter(|other| other.id == id && other.nth != nth) {
            let other = self.item_ref(ItemId::Arrival(id), other.nth);
            if !others.contains(&other) {
                others.push(other);
            }
        }
        Some(OpenItem {
            item: raw.id.clone(),
            nth,
            title: self.arrival_title(came),
            from: Some(self.who(row.from)),
            by: None,
            via: Some(raw.via),
            via_words: Some(self.via_words(came)),
            standing: None,
            at: self.shown_at(ItemId::Arrival(id), Some(came)),
            paragraphs: paragraphs(text),
            fields: Vec::new(),
            // The lines of a log belong to the first text, and to the full one.
            entries: if softer.is_some() || version.is_some() { Vec::new() } else { self.entries(&raw.entries) },
            never_opened: None,
            softer: softer.map(|_| Message::new("softer-shown")),
            content: self.content(&raw.content),
            could_confirm: raw.could_confirm.iter().filter_map(known).map(|who| self.who(who)).collect(),
            version: version.map(|version| version.id.clone()),
            case: row.case.map(|case| self.case_named(case)),
            citations: Vec::new(),
            told_to: Vec::new(),
            tell: Vec::new(),
            cannot_tell: None,
            answers: self.answers(came, &self.sent()),
            others,
        })
    }

    /// Whether the softer text of an item was shown when it was opened, or would have been.
    pub(super) fn shows_softer(&self, item: &str, nth: u16) -> bool {
        let opened = self.events.iter().rev().find_map(|event| match &event.what {
            What::Opened { item: opened, nth: at, softer, .. } if opened == item && *at == nth => Some(*softer),
            _ => None,
        });
        opened.unwrap_or_else(|| self.run.softer())
    }

    fn entries(&self, entries: &[Entry]) -> Vec<EntryRow> {
        let row = |entry: &Entry| EntryRow {
            at: entry.at.clone(),
            text: folded(&entry.text),
            by: entry.by.as_deref().map(|by| self.by(by)),
        };
        entries.iter().map(row).collect()
    }
}
