//! Runs taken in: from logs, from documents that [`super::export`] made, and from backups.
//!
//! In goes what was read; out comes, for each run, whether it is new here, or is here already, or goes further than
//! what is here. Taking the same in twice changes nothing, and nothing here is ever written over. What a document says
//! is proved by its hashes before anything of it is written, and a run is there whole or not at all.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::chain;
use super::export::{Carried, Document, KIND, Someone, VERSION};
use super::folder::{Folder, RunLock};
use super::ids::{PersonId, RunId};
use super::records::{Entry, Erasure, Kept, NewRun, Records, Write};
use super::trouble::Trouble;
use crate::run::event::Event;
use crate::run::logfile::{self, Fault, Header};

/// A run that comes in.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// What it was called where it comes from; a log says nothing.
    pub run: Option<RunId>,
    pub person: PersonId,
    /// With its texts.
    pub header: Header,
    pub began: Timestamp,
    pub touched: Timestamp,
    pub events: Vec<Event>,
    /// What is half written; nothing is known of it from a log.
    pub drafts: Option<BTreeMap<String, String>>,
}

impl From<Kept> for Incoming {
    fn from(kept: Kept) -> Self {
        Self {
            run: Some(kept.entry.run),
            person: kept.entry.person,
            header: kept.header,
            began: kept.entry.began,
            touched: kept.entry.touched,
            events: kept.events,
            drafts: Some(kept.drafts),
        }
    }
}

/// Why a document can't be taken in at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoDocument {
    #[error("this is no export")]
    NotOurs,
    #[error("the export is of version {version}")]
    Newer { version: u64 },
    /// It says that it is one, and can't be read.
    #[error("line {line}: {why}")]
    Broken { line: usize, why: String },
}

/// Why a run of a document is not what was exported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Doubt {
    /// Its header or a text.
    #[error("{0}")]
    Header(Fault),
    /// Its events do not end in the hash that the document names.
    #[error("the events are not those that were exported")]
    Events,
    #[error("a date can't be read")]
    Date,
}

/// Runs of a document, each proved or in doubt.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    pub people: Vec<Someone>,
    pub runs: Vec<Result<Incoming, (RunId, Doubt)>>,
}

/// Whether a text may be a document: what its first bytes say.
#[must_use]
pub fn is_document(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
    let Some(rest) = bytes.strip_prefix(b"{") else { return false };
    let rest = rest.trim_ascii_start();
    rest.starts_with(b"\"kind\"") || rest.starts_with(b"\"version\"")
}

/// Reads a document, and proves what it holds.
///
/// # Errors
/// If it is none, or nothing in it can be read.
pub fn document(bytes: &[u8]) -> Result<Read, NoDocument> {
    #[derive(serde::Deserialize)]
    struct Head {
        kind: String,
        version: u64,
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let broken = |error: &serde_json::Error| NoDocument::Broken { line: error.line(), why: error.to_string() };
    let head: Head = match serde_json::from_slice(bytes) {
        Ok(head) => head,
        Err(error) if error.is_data() => return Err(NoDocument::NotOurs),
        Err(error) => return Err(broken(&error)),
    };
    if head.kind != KIND {
        return Err(NoDocument::NotOurs);
    }
    if head.version > u64::from(VERSION) {
        return Err(NoDocument::Newer { version: head.version });
    }
    let document: Document = serde_json::from_slice(bytes).map_err(|error| broken(&error))?;
    let Document { people, runs, texts, .. } = document;
    let runs = runs.into_iter().map(|run| {
        let name = run.run.clone();
        proved(run, &texts).map_err(|doubt| (name, doubt))
    });
    Ok(Read { people, runs: runs.collect() })
}

/// A run of a document, with its texts, if all of it is what was exported.
fn proved(run: Carried, texts: &BTreeMap<String, String>) -> Result<Incoming, Doubt> {
    let time = |text: &str| text.parse::<Timestamp>().map_err(|_| Doubt::Date);
    let mut header = run.header;
    header.kept = header
        .hashes
        .iter()
        .filter_map(|(name, hash)| texts.get(hash).map(|text| (name.clone(), text.clone())))
        .collect();
    // A log proves its header as it is read.
    logfile::read(header.line().as_bytes()).map_err(Doubt::Header)?;
    let mut head = chain::start(&chain::header_text(&header));
    for (seq, event) in (0..).zip(&run.events) {
        if event.seq != seq {
            return Err(Doubt::Events);
        }
        head = chain::next(head, seq, &chain::event_text(event));
    }
    if head.to_hex() != run.head {
        return Err(Doubt::Events);
    }
    Ok(Incoming {
        run: Some(run.run),
        person: run.person,
        began: time(&run.began)?,
        touched: time(&run.touched)?,
        header,
        events: run.events,
        drafts: Some(run.drafts),
    })
}

/// What became of a run that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// It is kept now.
    New { run: RunId, events: usize },
    /// It is kept now, under another name: another run had its own.
    Renamed { run: RunId, was: RunId, events: usize },
    /// It was here already.
    Known { run: RunId },
    /// It was here in part, and goes further now.
    Further { run: RunId, added: usize },
    /// What is here goes further: it was left as it is.
    Behind { run: RunId },
}

impl Done {
    /// Under which name it is kept here.
    #[must_use]
    pub const fn run(&self) -> &RunId {
        match self {
            Self::New { run, .. }
            | Self::Renamed { run, .. }
            | Self::Known { run }
            | Self::Further { run, .. }
            | Self::Behind { run } => run,
        }
    }

    /// Whether anything was written.
    #[must_use]
    pub const fn changed(&self) -> bool {
        matches!(self, Self::New { .. } | Self::Renamed { .. } | Self::Further { .. })
    }
}

/// How a run that comes in stands to one that is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Same,
    /// What is here is a beginning of it: so many of its events.
    Further(usize),
    /// It is a beginning of what is here.
    Behind,
}

fn standing(here: &[Event], incoming: &[Event]) -> Option<Standing> {
    let both = here.len().min(incoming.len());
    if here.get(..both) != incoming.get(..both) {
        return None;
    }
    Some(match here.len().cmp(&incoming.len()) {
        std::cmp::Ordering::Equal => Standing::Same,
        std::cmp::Ordering::Less => Standing::Further(here.len()),
        std::cmp::Ordering::Greater => Standing::Behind,
    })
}

/// What is here, while runs come in.
pub struct Shelf<'r> {
    folder: &'r Folder,
    records: &'r mut dyn Records,
    here: Vec<Here>,
}

impl std::fmt::Debug for Shelf<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shelf").field("here", &self.here.len()).finish_non_exhaustive()
    }
}

/// A run that is here, by what tells it from others.
#[derive(Debug, Clone)]
struct Here {
    run: RunId,
    person: PersonId,
    header: String,
}

impl From<&Entry> for Here {
    fn from(entry: &Entry) -> Self {
        Self { run: entry.run.clone(), person: entry.person.clone(), header: chain::header_text(&entry.header) }
    }
}

impl<'r> Shelf<'r> {
    /// Looks at what is here.
    ///
    /// # Errors
    /// If it can't be read.
    pub fn new(folder: &'r Folder, records: &'r mut dyn Records) -> Result<Self, Trouble> {
        let here = records.list()?.iter().map(Here::from).collect();
        Ok(Self { folder, records, here })
    }

    /// Takes in the runs of one file, in their order. No two of them become one: what looks alike within a file is
    /// two runs that went alike.
    pub fn take(&mut self, runs: &[Incoming]) -> Vec<Result<Done, Trouble>> {
        let mut taken = BTreeSet::new();
        // Those that are here under their own names first, so that none of the others takes their places.
        let mut found: Vec<Option<(RunId, Standing)>> = Vec::new();
        for run in runs {
            let own = run.run.as_ref().and_then(|name| self.stands(run, Some(name), &taken));
            taken.extend(own.as_ref().map(|(name, _)| name.clone()));
            found.push(own);
        }
        let mut done = Vec::new();
        for (run, own) in runs.iter().zip(found) {
            let found = own.or_else(|| self.stands(run, None, &taken));
            let became = match found {
                Some((name, Standing::Same)) => Ok(Done::Known { run: name }),
                Some((name, Standing::Behind)) => Ok(Done::Behind { run: name }),
                Some((name, Standing::Further(from))) => self.further(name, run, from),
                None => self.begin(run),
            };
            taken.extend(became.as_ref().ok().map(|done| done.run().clone()));
            done.push(became);
        }
        done
    }

    /// The run here that this one is, or goes on from, or is a part of: under this name, or under any.
    fn stands(&self, run: &Incoming, name: Option<&RunId>, taken: &BTreeSet<RunId>) -> Option<(RunId, Standing)> {
        let header = chain::header_text(&run.header);
        let fits = |here: &&Here| {
            name.is_none_or(|name| here.run == *name)
                && here.person == run.person
                && here.header == header
                && !taken.contains(&here.run)
        };
        let candidates = self.here.iter().filter(fits).filter_map(|here| {
            // What does not prove itself is no witness.
            let kept = self.records.run(&here.run).ok()?;
            Some((here.run.clone(), standing(&kept.events, &run.events)?))
        });
        // The same before a longer or a shorter one; of several beginnings the longest.
        candidates.min_by_key(|(name, standing)| {
            let rank = match standing {
                Standing::Same => 0,
                Standing::Further(from) => usize::MAX - from,
                Standing::Behind => 1,
            };
            (rank, name.clone())
        })
    }

    /// Adds what is new to a run that is here.
    fn further(&mut self, name: RunId, run: &Incoming, from: usize) -> Result<Done, Trouble> {
        let _lock: RunLock = self.folder.lock_run(&name)?;
        let events = run.events.get(from..).unwrap_or_default().to_vec();
        let added = events.len();
        let expected = u32::try_from(from).unwrap_or(u32::MAX);
        let mut writes = vec![Write::Append { run: name.clone(), expected, events, at: run.touched }];
        if let Some(drafts) = &run.drafts {
            let before = self.records.run(&name)?.drafts;
            let gone = before.into_keys().filter(|place| !drafts.contains_key(place));
            writes.extend(gone.map(|place| Write::Draft { run: name.clone(), place, body: None }));
            writes.extend(self::drafts(&name, drafts));
        }
        self.records.commit(&writes)?.into_iter().collect::<Result<(), _>>()?;
        Ok(Done::Further { run: name, added })
    }

    /// Keeps a run that is new here, under its own name if that is free.
    fn begin(&mut self, run: &Incoming) -> Result<Done, Trouble> {
        let is_free = |name: &RunId| !self.here.iter().any(|here| here.run == *name);
        let name = match &run.run {
            Some(own) if is_free(own) => own.clone(),
            _ => {
                let mut fresh = RunId::fresh(&run.header.scenario);
                while !is_free(&fresh) {
                    fresh = RunId::fresh(&run.header.scenario);
                }
                fresh
            }
        };
        let new =
            NewRun { run: name.clone(), person: run.person.clone(), header: run.header.clone(), began: run.began };
        let here = Here { run: name.clone(), person: run.person.clone(), header: chain::header_text(&run.header) };
        let mut writes = vec![Write::Begin(new)];
        writes.push(Write::Append { run: name.clone(), expected: 0, events: run.events.clone(), at: run.touched });
        if let Some(drafts) = &run.drafts {
            writes.extend(self::drafts(&name, drafts));
        }
        let mut answers = self.records.commit(&writes)?.into_iter();
        if let Some(Err(trouble)) = answers.next() {
            return Err(trouble);
        }
        if let Some(Err(trouble)) = answers.find(Result::is_err) {
            // A run is here whole or not at all.
            self.records.erase(&Erasure { runs: vec![name], people: Vec::new() })?;
            return Err(trouble);
        }
        self.here.push(here);
        let events = run.events.len();
        Ok(match &run.run {
            Some(was) if *was != name => Done::Renamed { run: name, was: was.clone(), events },
            _ => Done::New { run: name, events },
        })
    }
}

fn drafts<'d>(run: &'d RunId, drafts: &'d BTreeMap<String, String>) -> impl Iterator<Item = Write> + 'd {
    let draft = |(place, body): (&String, &String)| Write::Draft {
        run: run.clone(),
        place: place.clone(),
        body: Some(body.clone()),
    };
    drafts.iter().map(draft)
}

#[cfg(test)]
#[cfg(feature = "store")]
mod tests;
