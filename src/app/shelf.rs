//! What the library shows: the cases at hand, runs to go on with, and past runs. Read on a thread of its own.
//!
//! In go the folder of scenarios and what is kept; out come cards and rows. A run is kept as its events alone, so that
//! each is played again to tell how it stands. One that can't be is told as a trouble, and the others are shown. Nothing
//! is written here, and no run is held.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::desk::library::Card;
use crate::desk::past_runs::{Attempt, PastRun, past_run};
use crate::desk::reviewing::progress;
use crate::review::panel::Panel;
use crate::run::Run;
use crate::run::logfile::Header;
use crate::run::replay;
use crate::scenario::model::Scenario;
use crate::sitting::data::Store;
use crate::sitting::keep::pending_of;
use crate::sitting::kept::Origin;
use crate::sitting::{cards, reading};
use crate::store::ids::RunId;
use crate::store::records::{Entry, Kept};
use crate::store::trouble::Trouble;
use crate::text::{Message, when};

/// So many runs to go on with are played again, and so many that are over: the latest.
const MOST: usize = 20;

/// What lies on the shelf.
#[derive(Debug, Default)]
pub struct Shelf {
    pub cards: Vec<Card>,
    /// Runs to go on with, the latest first.
    pub go_on: Vec<KeptRun>,
    /// Runs that are over, by case: the case that was played last stands first, its attempts in their order.
    pub past: Vec<Attempts>,
    /// How many runs lie further back, and are not shown.
    pub further: usize,
    /// What could not be read, each in a sentence.
    pub troubles: Vec<Message>,
}

/// A run that is kept, with what is to be said of it.
#[derive(Debug)]
pub struct KeptRun {
    pub run: RunId,
    /// Which attempt at its case, from one.
    pub number: usize,
    /// The date on which something was last done in it: "3 October 2026".
    pub touched: Message,
    pub view: PastRun,
}

/// The runs of one case that are over.
#[derive(Debug)]
pub struct Attempts {
    /// The case, as it was called when it was last played.
    pub title: String,
    pub runs: Vec<KeptRun>,
}

impl Shelf {
    /// Reads everything.
    #[must_use]
    pub fn read(scenarios: Option<&Path>, store: Option<Store>) -> Self {
        let mut shelf = match cards::cards(scenarios) {
            Ok((cards, troubles)) => Self { cards, troubles, ..Self::default() },
            Err(trouble) => Self { troubles: vec![trouble], ..Self::default() },
        };
        if let Some(mut store) = store
            && let Err(trouble) = shelf.read_runs(&mut store)
        {
            shelf.troubles.push(trouble.message());
        }
        shelf
    }

    fn read_runs(&mut self, store: &mut Store) -> Result<(), Trouble> {
        let person = store.person.clone();
        let (numbered, mut kept) = store.read(|opened| {
            // Runs of others lie here if they were imported: nobody is shown them here.
            let mut entries = opened.records.list()?;
            entries.retain(|entry| entry.person == person);
            let numbered = numbered(entries);
            let latest = latest(&numbered);
            let kept: BTreeMap<usize, Result<Kept, Trouble>> =
                latest.into_iter().map(|at| (at, opened.records.run(&numbered[at].1.run))).collect();
            Ok((numbered, kept))
        })?;
        self.further = numbered.len() - kept.len();

        let mut texts = Texts::default();
        let mut before: BTreeMap<String, Run> = BTreeMap::new();
        let mut rows: Vec<(Timestamp, String, KeptRun)> = Vec::new();
        // In the order in which they were begun, so that each is told apart from the attempt before.
        for (at, (number, entry)) in numbered.into_iter().enumerate() {
            let case = case_of(&entry.header);
            let earlier = before.remove(&case).filter(Run::is_over);
            let kept = match kept.remove(&at) {
                None => continue,
                Some(Err(trouble)) => Err(trouble.message()),
                Some(Ok(kept)) => Ok(kept),
            };
            let played = kept.and_then(|kept| texts.play(&kept).map(|(run, panel)| (run, panel, pending_of(&kept))));
            match played {
                Err(trouble) => self.troubles.push(trouble),
                Ok((run, panel, pending)) => {
                    let mut view = past_run(&run, panel, Attempt { number, before: earlier.as_ref() });
                    if entry.header.is_review() {
                        // A review has no debrief, and can be gone on with until its file is sent.
                        view.over = false;
                        view.sentences = vec![progress(&run, &pending.review).words];
                    }
                    let touched = when::date(entry.touched.to_zoned(TimeZone::system()).date());
                    rows.push((entry.touched, case.clone(), KeptRun { run: entry.run, number, touched, view }));
                    before.insert(case, run);
                }
            }
        }
        self.lay_out(rows);
        Ok(())
    }

    /// Puts rows that come in the order in which they were begun where they are looked for.
    fn lay_out(&mut self, rows: Vec<(Timestamp, String, KeptRun)>) {
        let (past, mut go_on): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.2.view.over);
        // Of two that were left in the same moment, the one that was begun later comes first.
        go_on.reverse();
        go_on.sort_by_key(|row| Reverse(row.0));
        self.go_on = go_on.into_iter().map(|row| row.2).collect();

        let mut cases: BTreeMap<String, (Timestamp, Attempts)> = BTreeMap::new();
        for (touched, case, run) in past {
            let title = run.view.title.clone();
            let of =
                cases.entry(case).or_insert_with(|| (touched, Attempts { title: title.clone(), runs: Vec::new() }));
            if touched >= of.0 {
                (of.0, of.1.title) = (touched, title);
            }
            of.1.runs.push(run);
        }
        let mut cases: Vec<(Timestamp, Attempts)> = cases.into_values().collect();
        cases.sort_by_key(|case| Reverse(case.0));
        self.past = cases.into_iter().map(|case| case.1).collect();
    }

    /// The title of a run's case, if the run is shown.
    #[must_use]
    pub fn title_of(&self, run: &RunId) -> Option<&str> {
        let past = self.past.iter().flat_map(|case| &case.runs);
        self.go_on.iter().chain(past).find(|one| one.run == *run).map(|one| one.view.title.as_str())
    }
}

/// What runs are attempts at: a case, or a review of it.
fn case_of(header: &Header) -> String {
    if header.is_review() { format!("{}/review", header.scenario) } else { header.scenario.clone() }
}

/// Runs with which attempt at its case each is, from one. They come in the order in which they were begun.
fn numbered(entries: Vec<Entry>) -> Vec<(usize, Entry)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let number = |entry: Entry| {
        let count = counts.entry(case_of(&entry.header)).or_default();
        *count += 1;
        (*count, entry)
    };
    entries.into_iter().map(number).collect()
}

/// The places of those that are looked at: the latest that are over, and the latest that are not.
fn latest(runs: &[(usize, Entry)]) -> Vec<usize> {
    let mut latest = Vec::new();
    for over in [false, true] {
        let mut places: Vec<usize> = (0..runs.len()).rev().filter(|at| runs[*at].1.over == over).collect();
        places.sort_by_key(|at| Reverse(runs[*at].1.touched));
        latest.extend(places.into_iter().take(MOST));
    }
    latest
}

/// What runs were played with. Most were played with the same texts, and reading these takes longer than a run.
#[derive(Default)]
struct Texts(Vec<Text>);

struct Text {
    variant: Option<String>,
    rules: u32,
    hashes: BTreeMap<String, String>,
    scenario: Arc<Scenario>,
    panel: Option<Panel>,
}

impl Texts {
    /// Plays a run again. A trial has no panel: it is never held against one.
    fn play(&mut self, kept: &Kept) -> Result<(Run, Option<&Panel>), Message> {
        let from = Origin::Store(kept.entry.run.clone());
        let text = self.of(&kept.header, &from)?;
        let replayed = replay::replay(Arc::clone(&text.scenario), kept.header.seed, &kept.events);
        match &replayed.fault {
            Some(fault) => Err(from.faulty(fault)),
            None => Ok((replayed.run, text.panel.as_ref().filter(|_| !kept.header.trial))),
        }
    }

    fn of(&mut self, header: &Header, from: &Origin) -> Result<&Text, Message> {
        let is_same = |text: &Text| {
            text.variant == header.variant && text.rules == header.rules && text.hashes == header.hashes
        };
        let at = match self.0.iter().position(is_same) {
            Some(at) => at,
            None => {
                let ready = reading::open_kept(header)
                    .map_err(|_| Message::new("run-cannot-play").with("path", from.shown()))?;
                let panel = ready.panel.map(|panel| Panel::new(panel, &ready.scenario));
                self.0.push(Text {
                    variant: header.variant.clone(),
                    rules: header.rules,
                    hashes: header.hashes.clone(),
                    scenario: ready.scenario,
                    panel,
                });
                self.0.len() - 1
            }
        };
        Ok(&self.0[at])
    }
}
