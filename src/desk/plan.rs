//! The plan of a case: its four pillars, what happens if it stops working, and what would change one's mind.
//!
//! In go a run and a case; out comes the plan as it was last written: in the latest form that the trainee filed in the
//! case and that has one, else in a document of the file that has been read. Who wrote it and when stands with it.
//! A document that has not been opened is named, and nothing of it is shown.

use super::cited_text::Piece;
use super::look::Look;
use super::parts::{ItemRef, Stamp};
use crate::run::Run;
use crate::run::command::Filing;
use crate::run::event::What;
use crate::scenario::calendar::Minute;
use crate::scenario::ids::{CaseId, ItemId};
use crate::scenario::raw::{Document, Form, Id, NamedStep, Value};
use crate::text::Message;

/// The pillars, by the ids of their fields, in the order in which they stand.
const PILLARS: [Pillar; 4] = [Pillar::Supervision, Pillar::Monitoring, Pillar::Interventions, Pillar::Victims];

/// The field that says what happens if it stops working.
const CONTINGENCY: &str = "contingency";

/// The field that says what would change one's mind.
const CHANGE: &str = "change";

/// One of the four pillars of risk management.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pillar {
    Supervision,
    Monitoring,
    Interventions,
    Victims,
}

/// The plan of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanView {
    /// Where the plan stands; nothing if there is none.
    pub from: Option<PlanSource>,
    /// Why there is none: nobody has written one, or the document that has it is not open to be quoted.
    pub nothing: Option<Message>,
    /// The document of the file that has a plan and has not been opened yet, or was read in its softer text.
    pub elsewhere: Option<ItemRef>,
    /// Always all four.
    pub pillars: Vec<PlanPart>,
    pub contingency: Contingency,
    /// What would change the writer's mind.
    pub change: PlanPart,
    /// What the plan rests on: numbers of citations.
    pub cites: Vec<usize>,
}

/// Where a plan stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanSource {
    /// A form that was filed, by its response; or a document of the file.
    pub place: PlanPlace,
    pub title: String,
    /// Who wrote it: a name, or the trainee.
    pub by: Option<Message>,
    pub at: Option<Stamp>,
    /// "Review of the assessment and plan: You, Tue 25 Nov, 10:10".
    pub words: Message,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanPlace {
    Filed { response: Id, form: Id },
    Document { item: Id },
}

/// A part of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPart {
    /// The id of its field.
    pub field: Id,
    /// Nothing for what is no pillar.
    pub pillar: Option<Pillar>,
    /// "Supervision".
    pub label: Message,
    /// What the part is for, in a few words: "contact, and what for".
    pub hint: Message,
    /// What was written, in paragraphs, with its citations.
    pub text: Vec<Vec<Piece>>,
    /// That nothing was written here.
    pub empty: Option<Message>,
}

/// What happens if it stops working.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contingency {
    pub label: Message,
    pub hint: Message,
    pub steps: Vec<PlanStep>,
    /// What was written instead of steps, as older documents have it.
    pub text: Vec<Vec<Piece>>,
    pub empty: Option<Message>,
}

/// Who does what by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanStep {
    /// A name, or the trainee.
    pub who: Message,
    pub what: Vec<Piece>,
    pub by: Stamp,
}

/// The plan of a case; nothing if the case is not on the desk.
#[must_use]
pub fn plan(run: &Run, case: &str) -> Option<PlanView> {
    let look = Look::at(run);
    let case = look.on_desk(case)?;
    Some(look.plan(case))
}

impl Pillar {
    /// The id of its field.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Supervision => "supervision",
            Self::Monitoring => "monitoring",
            Self::Interventions => "interventions",
            Self::Victims => "victims",
        }
    }

    fn label(self) -> Message {
        Message::new(match self {
            Self::Supervision => "plan-supervision",
            Self::Monitoring => "plan-monitoring",
            Self::Interventions => "plan-interventions",
            Self::Victims => "plan-victims",
        })
    }

    fn hint(self) -> Message {
        Message::new(match self {
            Self::Supervision => "plan-supervision-hint",
            Self::Monitoring => "plan-monitoring-hint",
            Self::Interventions => "plan-interventions-hint",
            Self::Victims => "plan-victims-hint",
        })
    }
}

/// What was written in the fields of a plan, wherever it stands.
enum Written<'a> {
    Filing(&'a Filing),
    Document(&'a Document),
    Nothing,
}

impl<'a> Written<'a> {
    fn words(&self, field: &str) -> Option<&'a str> {
        match self {
            Self::Filing(filing) => match filing.fields.get(field) {
                Some(Value::Words(text)) => Some(text),
                _ => None,
            },
            Self::Document(document) => document.fields.get(field).map(String::as_str),
            Self::Nothing => None,
        }
    }

    fn steps(&self) -> &'a [NamedStep] {
        match self {
            Self::Filing(filing) => match filing.fields.get(CONTINGENCY) {
                Some(Value::Steps(steps)) => steps,
                _ => &[],
            },
            _ => &[],
        }
    }
}

impl<'a> Look<'a> {
    fn plan(&self, case: CaseId) -> PlanView {
        let (from, written, elsewhere) = if let Some((from, filing)) = self.filed_plan(case) {
            (Some(from), Written::Filing(filing), None)
        } else {
            match self.plan_in_file(case) {
                Some((item, document)) if self.shows_fields(item, document) => {
                    (Some(self.document_source(item, document)), Written::Document(document), None)
                }
                Some((item, _)) => (None, Written::Nothing, Some(self.item_ref(item, 0))),
                None => (None, Written::Nothing, None),
            }
        };
        let cites = match &written {
            Written::Filing(filing) => {
                let items = filing.cites.iter().filter_map(|cite| self.citation_number(cite));
                let mut numbers: Vec<usize> = items.collect();
                numbers.dedup();
                numbers
            }
            _ => Vec::new(),
        };
        let nothing = match (&from, &elsewhere) {
            (Some(_), _) => None,
            (None, Some(item)) if item.read => Some(Message::new("plan-in-text").with("title", &item.title)),
            (None, Some(item)) => Some(Message::new("plan-unread").with("title", &item.title)),
            (None, None) => Some(Message::new("plan-none")),
        };
        PlanView {
            nothing,
            elsewhere,
            pillars: PILLARS
                .iter()
                .map(|pillar| {
                    self.part(&written, pillar.field(), Some(*pillar), pillar.label(), pillar.hint(), from.is_some())
                })
                .collect(),
            contingency: self.contingency(&written, from.is_some()),
            change: self.part(
                &written,
                CHANGE,
                None,
                Message::new("plan-change"),
                Message::new("plan-change-hint"),
                from.is_some(),
            ),
            cites,
            from,
        }
    }

    /// The latest form with a plan that was filed in a case.
    fn filed_plan(&self, case: CaseId) -> Option<(PlanSource, &'a Filing)> {
        let name = &self.scenario.case(case).id;
        let filed = self.acts().filter_map(|(event, _)| match &event.what {
            What::Filed { response, form, case: of, filing, .. }
                if of.as_ref() == Some(name) || of.is_none() && self.raw.cases.len() == 1 =>
            {
                let raw = self.scenario.form_called(form).map(|id| self.scenario.form(id))?;
                has_plan(raw).then_some((event.at, response, form, filing))
            }
            _ => None,
        });
        let (at, response, form, filing) = filed.last()?;
        let place = PlanPlace::Filed { response: response.clone(), form: form.clone() };
        let title = self.filed_title(response, form);
        Some((self.plan_source(place, title, Some(Message::new("you")), Some(self.stamp(at))), filing))
    }

    /// The latest document of the file that has a part of a plan, and still stands there.
    fn plan_in_file(&self, case: CaseId) -> Option<(ItemId, &'a Document)> {
        let scenario = self.scenario;
        let with_plan = scenario.case(case).file.iter().filter_map(|document| {
            let item = scenario.item_called(&document.id)?;
            let at: Option<Minute> = document.at.map(|at| self.calendar.opening_of(at));
            let has = PILLARS.iter().map(|pillar| pillar.field()).chain([CONTINGENCY]);
            let has = has.into_iter().any(|field| document.fields.get(field).is_some());
            (has && !self.is_replaced(item) && self.newest(item).is_some()).then_some((at, item, document))
        });
        with_plan.max_by_key(|(at, ..)| *at).map(|(_, item, document)| (item, document))
    }

    /// Whether what stands in the fields of a document may be shown: it was read, and not in its softer text.
    fn shows_fields(&self, item: ItemId, document: &Document) -> bool {
        self.is_read(item, 0) && !(document.softer.is_some() && self.shows_softer(&document.id, 0))
    }

    fn document_source(&self, item: ItemId, document: &Document) -> PlanSource {
        let row = self.item_ref(item, 0);
        let place = PlanPlace::Document { item: document.id.clone() };
        self.plan_source(place, row.title, row.from, row.at)
    }

    fn plan_source(&self, place: PlanPlace, title: String, by: Option<Message>, at: Option<Stamp>) -> PlanSource {
        let words = match (&by, &at) {
            (Some(by), Some(at)) => {
                Message::new("list-comma").with("first", by.clone()).with("rest", at.words.clone())
            }
            (Some(by), None) => by.clone(),
            (None, Some(at)) => at.words.clone(),
            (None, None) => Message::new("plan-undated"),
        };
        let words = Message::new("plan-from").with("title", &title).with("written", words);
        PlanSource { place, title, by, at, words }
    }

    fn part(
        &self,
        written: &Written<'_>,
        field: &str,
        pillar: Option<Pillar>,
        label: Message,
        hint: Message,
        there: bool,
    ) -> PlanPart {
        let text = written.words(field).map(|text| self.cited_text(text)).unwrap_or_default();
        let empty = (there && text.is_empty()).then(|| Message::new("plan-part-empty"));
        PlanPart { field: field.to_owned(), pillar, label, hint, text, empty }
    }

    fn contingency(&self, written: &Written<'_>, there: bool) -> Contingency {
        let step = |step: &NamedStep| PlanStep {
            who: self.by(&step.who),
            what: self.cited_text(&step.what).concat(),
            by: self.written(step.by),
        };
        let steps: Vec<PlanStep> = written.steps().iter().map(step).collect();
        let text = written.words(CONTINGENCY).map(|text| self.cited_text(text)).unwrap_or_default();
        Contingency {
            label: Message::new("plan-contingency"),
            hint: Message::new("plan-contingency-hint"),
            empty: (there && steps.is_empty() && text.is_empty()).then(|| Message::new("plan-part-empty")),
            steps,
            text,
        }
    }
}

/// Whether a form is an assessment with a plan: it has all four pillars.
fn has_plan(form: &Form) -> bool {
    PILLARS.iter().all(|pillar| form.fields.iter().any(|field| field.id == pillar.field()))
}
