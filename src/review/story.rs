//! What went on in a run, as its events tell it: deadlines, minutes, secrets, thanks, altered records.
//!
//! Author's texts are copied out of the scenario, folded, so that whoever shows them needs nothing else.

use crate::run::Run;
use crate::run::command::Command;
use crate::run::event::{Event, What};
use crate::run::replay;
use crate::scenario::calendar::Minute;
use crate::scenario::ids::{CaseId, DocumentId, ItemId, Symbol};
use crate::scenario::model::{Scenario, folded};
use crate::scenario::raw::policy::{PolicyRule, Sure};
use crate::scenario::raw::{self, DeadlineKind, Due, FieldKind, Id, Kind};

/// A duty, a promise or an agreed action that ran.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    pub id: Id,
    pub label: String,
    pub kind: DeadlineKind,
    pub started: Minute,
    pub due: Minute,
    pub end: DeadlineEnd,
    /// The rule of the policy date that set it; nothing where the scenario did.
    pub rule: Option<PolicyFact>,
    /// Nobody mentioned it.
    pub untold: bool,
    /// When the trainee first read of it, if it was untold.
    pub told: Option<Minute>,
}

/// How a deadline ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadlineEnd {
    Met(Minute),
    Missed,
    Cancelled(Minute),
    /// It had not fallen due when the run ended.
    Running,
}

/// A rule that a run stood on, with how sure we are of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyFact {
    pub id: Id,
    pub text: String,
    pub source: String,
    pub sure: Sure,
}

impl PolicyFact {
    fn of(rule: &PolicyRule) -> Self {
        Self { id: rule.id.clone(), text: folded(&rule.text), source: folded(&rule.source), sure: rule.sure }
    }
}

/// A secret that reached someone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leak {
    pub id: Id,
    pub text: String,
    /// Whom it reached.
    pub to: String,
    pub at: Minute,
    /// What gave it away, as its button, option or title says.
    pub by: Option<String>,
}

/// Where the minutes went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimeSpent {
    /// By kind of response, in the order of the kinds; those without a minute are left out.
    pub by_kind: Vec<(Kind, i32)>,
    /// Everyday forms.
    pub forms: i32,
    pub reading: i32,
    pub telling: i32,
    /// Talk that came of itself.
    pub talk: i32,
    /// How much of all this was worked past the end of a turn.
    pub late: i32,
    /// What the turns that were played gave.
    pub given: i32,
}

impl TimeSpent {
    #[must_use]
    pub fn spent(&self) -> i32 {
        let kinds: i32 = self.by_kind.iter().map(|(_, minutes)| minutes).sum();
        kinds + self.forms + self.reading + self.telling + self.talk
    }
}

/// Something that came because of what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thanks {
    pub id: Id,
    pub title: String,
    pub at: Minute,
    /// What it thanks for, as the buttons say.
    pub because: Vec<String>,
}

/// A record that was changed under the trainee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Altered {
    pub at: Minute,
    pub old_title: String,
    pub old: Body,
    pub new_title: String,
    pub new: Body,
    /// Whether the new entry was read.
    pub looked: bool,
}

/// The text of an item: prose, lines of a log, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    pub text: String,
    pub entries: Vec<BodyEntry>,
}

/// A line of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyEntry {
    pub at: String,
    pub by: Option<String>,
    pub text: String,
}

/// A run's events with what is needed to read them.
#[derive(Debug, Clone, Copy)]
pub struct Story<'r> {
    scenario: &'r Scenario,
    events: &'r [Event],
    softer: bool,
}

impl<'r> Story<'r> {
    #[must_use]
    pub fn of(run: &'r Run) -> Self {
        Self { scenario: run.scenario(), events: run.events(), softer: run.softer() }
    }

    /// Every deadline that ran, in the order in which they began.
    #[must_use]
    pub fn deadlines(&self) -> Vec<Deadline> {
        let mut all: Vec<Deadline> = Vec::new();
        for event in self.events {
            let (name, end) = match &event.what {
                What::Started { deadline, due } => {
                    match running(&mut all, deadline) {
                        Some(deadline) => deadline.due = *due,
                        None => all.extend(self.started(deadline, event.at, *due)),
                    }
                    continue;
                }
                What::Met { deadline } => (deadline, DeadlineEnd::Met(event.at)),
                What::Missed { deadline } => (deadline, DeadlineEnd::Missed),
                What::Cancelled { deadline } => (deadline, DeadlineEnd::Cancelled(event.at)),
                _ => continue,
            };
            if let Some(deadline) = running(&mut all, name) {
                deadline.end = end;
            }
        }
        all
    }

    fn started(&self, name: &str, started: Minute, due: Minute) -> Option<Deadline> {
        let Some(Symbol::Deadline(id)) = self.scenario.symbols().get(name) else { return None };
        let raw = self.scenario.deadline(id);
        let case = self.scenario.tables().deadlines.get(id.index()).and_then(|row| row.case);
        let rule = match (&raw.due, case) {
            (Due::Rule(rule), Some(case)) => self.scenario.rule(rule, case, self.level(case, started)),
            _ => None,
        };
        let told = self.events.iter().find_map(|event| match &event.what {
            What::Opened { item, .. } if raw.told_by.contains(item) => Some(event.at),
            _ => None,
        });
        Some(Deadline {
            id: raw.id.clone(),
            label: folded(&raw.label),
            kind: raw.kind,
            started,
            due,
            end: DeadlineEnd::Running,
            rule: rule.map(PolicyFact::of),
            untold: raw.untold,
            told: told.filter(|_| raw.untold),
        })
    }

    /// The MAPPA level of a case at a minute.
    fn level(&self, case: CaseId, at: Minute) -> u8 {
        let raw = self.scenario.case(case);
        let start = raw.mappa.map_or(0, |mappa| mappa.level);
        let changed = self.events.iter().rev().find_map(|event| match &event.what {
            What::MappaIs { case, level } if *case == raw.id && event.at <= at => u8::try_from(*level).ok(),
            _ => None,
        });
        changed.unwrap_or(start)
    }

    /// Every rule that a deadline or a filed form stood on, by name.
    #[must_use]
    pub fn policy(&self) -> Vec<PolicyFact> {
        let mut facts: Vec<PolicyFact> = self.deadlines().into_iter().filter_map(|deadline| deadline.rule).collect();
        for event in self.events {
            let What::Filed { form, case: Some(case), .. } = &event.what else { continue };
            let (Some(form), Some(case)) = (self.scenario.form_called(form), self.scenario.case_called(case)) else {
                continue;
            };
            for field in &self.scenario.form(form).fields {
                if let FieldKind::FromRule(rule) = &field.kind {
                    let rule = self.scenario.rule(rule, case, self.level(case, event.at));
                    facts.extend(rule.map(PolicyFact::of));
                }
            }
        }
        facts.sort_by(|a, b| (&a.id, &a.text).cmp(&(&b.id, &b.text)));
        facts.dedup();
        facts
    }

    /// Secrets that reached someone, in order.
    #[must_use]
    pub fn leaks(&self) -> Vec<Leak> {
        let leaked = self.events.iter().enumerate().filter_map(|(index, event)| match &event.what {
            What::Leaked { secret, to } => Some((index, event.at, secret, to)),
            _ => None,
        });
        leaked
            .filter_map(|(index, at, name, to)| {
                let Some(Symbol::Secret(id)) = self.scenario.symbols().get(name) else { return None };
                let raw = self.scenario.secret(id);
                Some(Leak {
                    id: raw.id.clone(),
                    text: folded(&raw.text),
                    to: self.person(to),
                    at,
                    by: self.events[..index].iter().rev().find_map(|event| self.gave_away(&event.what, name)),
                })
            })
            .collect()
    }

    /// What an event says it did, if that gives a secret away.
    fn gave_away(&self, what: &What, secret: &Id) -> Option<String> {
        match what {
            What::Did { response, .. } | What::Filed { response, .. } => {
                let id = self.scenario.response_called(response)?;
                let raw = self.scenario.response(id).filter(|raw| raw.reveals.contains(secret))?;
                Some(folded(&raw.label))
            }
            What::Told { item, .. } => {
                let id = self.scenario.item_called(item)?;
                let reveals = match id {
                    ItemId::Arrival(id) => &self.scenario.arrival(id).reveals,
                    ItemId::Document(id) => &self.scenario.document(id).reveals,
                };
                reveals.contains(secret).then(|| item_title(self.scenario, id))
            }
            What::Decided { decision, .. } => {
                let raw = self.scenario.decision(self.scenario.decision_called(decision)?);
                let option = raw.options.iter().find(|option| option.reveals.contains(secret))?;
                Some(folded(&option.label))
            }
            _ => None,
        }
    }

    fn person(&self, name: &str) -> String {
        let id = self.scenario.person_called(name);
        id.map_or_else(|| name.to_owned(), |id| self.scenario.person(id).name.clone())
    }

    /// Where the minutes went.
    #[must_use]
    pub fn time(&self) -> TimeSpent {
        let mut kinds = vec![0; Kind::ALL.len()];
        let mut time = TimeSpent::default();
        let read: Vec<u32> = replay::commands(self.events)
            .into_iter()
            .filter(|(.., command)| matches!(command, Command::Open { .. }))
            .map(|(seq, ..)| seq)
            .collect();
        for event in self.events {
            match &event.what {
                What::Did { response, minutes } | What::Filed { response, minutes, .. } => {
                    let id = self.scenario.response_called(response);
                    match id.and_then(|id| self.scenario.response(id)) {
                        Some(raw) => kinds[raw.kind as usize] += minutes,
                        None => time.forms += minutes,
                    }
                }
                What::Opened { minutes, .. } if read.binary_search(&event.seq).is_ok() => time.reading += minutes,
                What::Opened { minutes, .. } => time.talk += minutes,
                What::Told { minutes, .. } => time.telling += minutes,
                What::WorkedLate { minutes } => time.late += minutes,
                What::TurnBegan { turn } => {
                    let turn = self.scenario.tables().calendar.turns.get(usize::from(*turn));
                    time.given += turn.map_or(0, |turn| turn.minutes);
                }
                _ => {}
            }
        }
        time.by_kind = Kind::ALL.iter().copied().zip(kinds).filter(|(_, minutes)| *minutes > 0).collect();
        time
    }

    /// What came because of what was done, in order.
    #[must_use]
    pub fn thanks(&self) -> Vec<Thanks> {
        let mut done: Vec<&Id> = Vec::new();
        let mut thanks = Vec::new();
        for event in self.events {
            match &event.what {
                What::Did { response, .. } | What::Filed { response, .. } => done.push(response),
                What::Arrived { arrival, version, .. } => {
                    let Some(ItemId::Arrival(id)) = self.scenario.item_called(arrival) else { continue };
                    let raw = self.scenario.arrival(id);
                    let label = |name: &Id| {
                        let response = self.scenario.response_called(name)?;
                        Some(folded(self.scenario.response_label(response)))
                    };
                    let because: Vec<String> =
                        raw.thanks_to.iter().filter(|name| done.contains(name)).filter_map(label).collect();
                    if !because.is_empty() {
                        let (title, _) = self.arrival(raw, version.as_ref());
                        thanks.push(Thanks { id: raw.id.clone(), title, at: event.at, because });
                    }
                }
                _ => {}
            }
        }
        thanks
    }

    /// Records that were changed, the old text beside the new.
    #[must_use]
    pub fn altered(&self) -> Vec<Altered> {
        let came = self.events.iter().filter_map(|event| match &event.what {
            What::Arrived { arrival, version, .. } => Some((event.at, arrival, version.as_ref())),
            _ => None,
        });
        came.filter_map(|(at, name, version)| {
            let Some(ItemId::Arrival(id)) = self.scenario.item_called(name) else { return None };
            let raw = self.scenario.arrival(id);
            let (old_title, old) = self.item(self.scenario.item_called(raw.replaces.as_ref()?)?);
            let (new_title, new) = self.arrival(raw, version);
            let looked =
                self.events.iter().any(|event| matches!(&event.what, What::Opened { item, .. } if item == name));
            Some(Altered { at, old_title, old, new_title, new, looked })
        })
        .collect()
    }

    /// Title and text of an item as it was shown in this run.
    fn item(&self, item: ItemId) -> (String, Body) {
        match item {
            ItemId::Document(id) => self.document(id),
            ItemId::Arrival(id) => {
                let raw = self.scenario.arrival(id);
                let version = self.events.iter().rev().find_map(|event| match &event.what {
                    What::Arrived { arrival, version, .. } if *arrival == raw.id => version.as_ref(),
                    _ => None,
                });
                self.arrival(raw, version)
            }
        }
    }

    fn document(&self, id: DocumentId) -> (String, Body) {
        let raw = self.scenario.document(id);
        let softer = raw.softer.as_ref().filter(|_| self.softer);
        let body = match softer {
            Some(softer) => Body { text: folded(softer), entries: Vec::new() },
            None => Body { text: folded(raw.text.as_deref().unwrap_or("")), entries: entries(&raw.entries) },
        };
        (folded(&raw.title), body)
    }

    fn arrival(&self, raw: &raw::Arrival, version: Option<&Id>) -> (String, Body) {
        let version = version.and_then(|name| raw.versions.iter().find(|version| version.id == *name));
        let title = version.and_then(|version| version.title.as_ref()).unwrap_or(&raw.title);
        let softer = version.and_then(|version| version.softer.as_ref()).or(raw.softer.as_ref());
        let text = version.map_or(&raw.text, |version| &version.text);
        let body = match softer.filter(|_| self.softer) {
            Some(softer) => Body { text: folded(softer), entries: Vec::new() },
            None => Body { text: folded(text), entries: entries(&raw.entries) },
        };
        (folded(title), body)
    }
}

fn running<'d>(all: &'d mut [Deadline], name: &str) -> Option<&'d mut Deadline> {
    all.iter_mut().find(|deadline| deadline.id == *name && deadline.end == DeadlineEnd::Running)
}

fn entries(raw: &[raw::Entry]) -> Vec<BodyEntry> {
    raw.iter()
        .map(|entry| BodyEntry { at: entry.at.clone(), by: entry.by.clone(), text: folded(&entry.text) })
        .collect()
}

/// The title of an item, folded.
#[must_use]
pub fn item_title(scenario: &Scenario, item: ItemId) -> String {
    folded(match item {
        ItemId::Arrival(id) => &scenario.arrival(id).title,
        ItemId::Document(id) => &scenario.document(id).title,
    })
}
