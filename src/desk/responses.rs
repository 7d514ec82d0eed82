//! What can be done: responses grouped by kind, shown or not exactly as `run::decide` allows.

use super::look::Look;
use super::parts::{Stamp, Who};
use super::{when, words};
use crate::run::decide::response_open;
use crate::run::refusal::Refusal;
use crate::scenario::ids::ResponseId;
use crate::scenario::model::folded;
use crate::scenario::raw::{Id, Kind};
use crate::text::Message;

/// A kind with its responses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindGroup {
    pub kind: Kind,
    /// "Explore".
    pub name: Message,
    /// What the kind means, in one line.
    pub help: Message,
    /// How many can be done now, and how many are shown and can't be.
    pub open: usize,
    pub not_yet: usize,
    /// "4 open, 1 not yet".
    pub counts: Message,
    /// Open ones first, then those that can't be done now, then those that are done; each in the order of the file.
    pub rows: Vec<ResponseRow>,
}

/// Whether a response can be done now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    Now,
    /// Why not, and what would change it.
    NotYet(Message),
    /// It was done, and is done once.
    Done,
}

/// A response that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseRow {
    pub id: Id,
    pub label: String,
    pub kind: Kind,
    /// Minutes it takes, its form included.
    pub minutes: i32,
    /// "15 min".
    pub takes: Message,
    /// Who is asked: an answer is expected.
    pub asks: Option<Who>,
    /// Who it goes to: nothing is expected back.
    pub to: Option<Who>,
    /// Title of the form that it needs.
    pub form: Option<String>,
    /// An everyday form, which lies on the desk at all times.
    pub everyday: bool,
    /// "tomorrow": as the author wrote it.
    pub answer_likely: Option<Message>,
    pub open: Open,
    /// When it was last done.
    pub last_done: Option<Stamp>,
    /// What happened on the spot when it was last done: one line, and no evidence.
    pub afterwards: Option<String>,
    /// A draft of its form is kept.
    pub draft: bool,
    pub case: Option<Id>,
}

impl Look<'_> {
    pub(super) fn kinds(&self) -> Vec<KindGroup> {
        let drafts: Vec<Id> = self.drafts().into_iter().map(|draft| draft.response).collect();
        let mut rows: Vec<ResponseRow> =
            self.scenario.responses_in_order().into_iter().filter_map(|id| self.response(id, &drafts)).collect();
        let place = |row: &ResponseRow| match row.open {
            Open::Now => 0,
            Open::NotYet(_) => 1,
            Open::Done => 2,
        };
        rows.sort_by_key(place);
        Kind::ALL.iter().map(|kind| group(*kind, &rows)).collect()
    }

    fn response(&self, id: ResponseId, drafts: &[Id]) -> Option<ResponseRow> {
        let open = match response_open(self.scenario, self.state, id) {
            Err(Refusal::NotThere { .. }) => return None,
            Err(Refusal::AlreadyDone { .. }) => Open::Done,
            _ if self.run.is_over() => Open::NotYet(self.refusal(&Refusal::Over)),
            Ok(()) => Open::Now,
            Err(refusal) => Open::NotYet(self.refusal(&refusal)),
        };
        let row = &self.tables.responses[id.index()];
        let raw = self.scenario.response(id);
        let person = |who: Option<&Id>| who.and_then(|who| self.scenario.person_called(who)).map(|who| self.who(who));
        let last = self.acts().filter(|(_, done)| *done == id).last().map(|(event, _)| event.at);
        let name = self.scenario.response_name(id).to_owned();
        Some(ResponseRow {
            label: self.label(id),
            kind: self.scenario.response_kind(id),
            minutes: row.minutes,
            takes: when::minutes(row.minutes),
            asks: person(raw.and_then(|raw| raw.asks.as_ref())),
            to: person(raw.and_then(|raw| raw.to.as_ref())),
            form: self.scenario.form_of(id).map(|form| folded(&form.title)),
            everyday: row.everyday,
            answer_likely: raw
                .and_then(|raw| raw.answer_likely.as_ref())
                .filter(|_| open != Open::Done)
                .map(|wait| when::likely(self.calendar, self.state.clock, wait)),
            open,
            last_done: last.map(|at| self.stamp(at)),
            afterwards: last.and(raw).and_then(|raw| raw.afterwards.as_deref()).map(folded),
            draft: drafts.contains(&name),
            case: row.case.map(|case| self.scenario.case(case).id.clone()),
            id: name,
        })
    }
}

fn group(kind: Kind, rows: &[ResponseRow]) -> KindGroup {
    let rows: Vec<ResponseRow> = rows.iter().filter(|row| row.kind == kind).cloned().collect();
    let open = rows.iter().filter(|row| row.open == Open::Now).count();
    let not_yet = rows.iter().filter(|row| matches!(row.open, Open::NotYet(_))).count();
    let counts = match (open, not_yet) {
        (0, 0) => Message::new("kind-none"),
        (open, 0) => Message::new("kind-open").with("open", open),
        (0, not_yet) => Message::new("kind-not-yet").with("not", not_yet),
        (open, not_yet) => Message::new("kind-open-and-not-yet").with("open", open).with("not", not_yet),
    };
    KindGroup { kind, name: words::kind(kind), help: words::kind_help(kind), open, not_yet, counts, rows }
}
