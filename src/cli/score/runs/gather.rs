//! Runs read, played again and debriefed, one by one: what can't be scored is told of and left out.
//!
//! A run is played again with the texts that were kept with it, and debriefed with the panel of the case that was named,
//! or with its own. Where a question was worded otherwise when it was played, the panel's sheet is stale for it.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::copies::{Copies, Seen};
use super::names::{self, At, Named};
use crate::cli::Exit;
use crate::cli::args::Score;
use crate::cli::play::Io;
use crate::review::cohort::marked::Marked;
use crate::review::cohort::{Edition, Entrant};
use crate::review::debrief::{self, Debrief, Options};
use crate::review::figures::interval;
use crate::review::panel::Panel;
use crate::review::score::Scorer;
use crate::run::logfile::{self, Damage, Header};
use crate::scenario::raw;
use crate::sitting::kept::{self, Cannot, Found, Origin};
use crate::sitting::{files, log, reading};
use crate::text::Message;

/// Runs that are scored, and what became of the others.
#[derive(Debug)]
pub struct Gathered {
    /// The case that was named comes first.
    pub editions: Vec<Edition>,
    /// By name.
    pub entrants: Vec<Entrant>,
    /// All names of each, those of its copies too.
    pub names: Vec<Vec<String>>,
    pub left_out: Vec<LeftOut>,
    /// Each run is held against its own panel: no case was named.
    pub kept_panels: bool,
    /// The debrief of the only run.
    pub only: Option<Debrief>,
    /// Lines at the end of some log were set aside.
    pub damaged: bool,
}

/// A run that is not scored.
#[derive(Debug)]
pub struct LeftOut {
    pub name: String,
    /// All names of it.
    pub names: Vec<String>,
    pub why: WhyOut,
}

/// Why a run is not scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyOut {
    Unreadable,
    OtherScenario,
    Trial,
    /// Of somebody who was invited to the panel.
    Review,
    /// Played again, it does not come out as it was.
    CannotPlay,
}

impl Gathered {
    /// How the command ends; `told` says that lines of groups were complained of.
    pub const fn exit(&self, told: bool) -> Exit {
        match (self.left_out.is_empty(), self.damaged || told) {
            (false, _) => Exit::Trouble,
            (true, true) => Exit::Findings,
            (true, false) => Exit::Clean,
        }
    }
}

/// What tells texts apart: two runs with the same were played with the same.
type Texts = (BTreeMap<String, String>, Option<String>, u32);

/// A run that is in.
#[derive(Debug)]
struct Taken {
    entrant: Entrant,
    names: Vec<String>,
}

/// Runs while they are read.
#[derive(Debug)]
struct Gathering {
    /// The id of the case that was named, and its panel.
    named: Option<(String, Option<raw::Panel>)>,
    editions: Vec<Edition>,
    scorers: Vec<Scorer>,
    known: BTreeMap<Texts, usize>,
    copies: Copies,
    /// Nothing for a run that a longer copy stands for.
    taken: Vec<Option<Taken>>,
    left_out: Vec<LeftOut>,
    /// How many runs of each scenario there are.
    scenarios: BTreeMap<String, usize>,
    last: Option<Debrief>,
    damaged: bool,
}

/// Reads every run that was named. What stands in the way of all of them is told; the exit code is the error.
pub fn gather(
    args: &Score,
    scenarios: Option<&Path>,
    data: Option<&Path>,
    io: &mut Io<'_>,
) -> io::Result<Result<Gathered, Exit>> {
    let mut gathering = Gathering {
        named: None,
        editions: Vec::new(),
        scorers: Vec::new(),
        known: BTreeMap::new(),
        copies: Copies::default(),
        taken: Vec::new(),
        left_out: Vec::new(),
        scenarios: BTreeMap::new(),
        last: None,
        damaged: false,
    };
    if let Some(typed) = &args.scenario
        && let Err(exit) = gathering.open(typed, scenarios, io)?
    {
        return Ok(Err(exit));
    }
    let (found, troubles) = names::named(&args.runs);
    for (name, trouble) in troubles {
        io.complain(&trouble)?;
        gathering.left_out.push(LeftOut { names: vec![name.clone()], name, why: WhyOut::Unreadable });
    }
    let mut noted = false;
    for named in found {
        gathering.read(&named, data, &mut noted, io)?;
    }
    gathering.finish(io)
}

impl Gathering {
    /// Opens the case that was named.
    fn open(&mut self, typed: &str, scenarios: Option<&Path>, io: &mut Io<'_>) -> io::Result<Result<(), Exit>> {
        let files = match files::one(typed, scenarios) {
            Ok(files) => files,
            Err(trouble) => return io.complain(&trouble).map(|()| Err(Exit::Trouble)),
        };
        let found = match reading::open(&files, None, None) {
            Ok(ready) if ready.panel.is_some() || files.panel.is_none() => {
                let panel = ready.panel;
                let typed = panel.clone().map(|panel| Arc::new(Panel::new(panel, &ready.scenario)));
                self.named = Some((ready.scenario.raw().id.clone(), panel));
                self.add(Edition { scenario: ready.scenario, panel: typed });
                return Ok(Ok(()));
            }
            Ok(ready) => ready.findings,
            Err(found) => found,
        };
        io.findings(&found)?;
        io.complain(&Message::new("panel-mend-first").with("scenario", &files.name))?;
        Ok(Err(Exit::Trouble))
    }

    fn add(&mut self, edition: Edition) -> usize {
        self.editions.push(edition);
        self.scorers.push(Scorer::new(interval::SEED));
        self.editions.len() - 1
    }

    /// Leaves a run out, and says why.
    fn leave(&mut self, named: &Named, why: WhyOut, cannot: &Cannot, io: &mut Io<'_>) -> io::Result<()> {
        self.left_out.push(LeftOut { name: named.name.clone(), names: named.names(), why });
        io.cannot(cannot)
    }

    fn read(&mut self, named: &Named, data: Option<&Path>, noted: &mut bool, io: &mut Io<'_>) -> io::Result<()> {
        let found = match find(named, data) {
            Ok(found) => found,
            Err(trouble) => return self.leave(named, WhyOut::Unreadable, &trouble.into(), io),
        };
        // How the store was opened is said once, however many runs come from it.
        if !std::mem::replace(noted, *noted || !found.notes.is_empty()) {
            io.notes(&found.notes)?;
        }
        let mut header = found.header;
        let from = found.from;
        let name = match &from {
            Origin::Log(_) => named.name.clone(),
            Origin::Store(run) => run.to_string(),
        };
        let mut names = named.names();
        names.push(name.clone());
        let said = |key: &'static str| Message::new(key).with("run", from.shown());
        if header.trial {
            return self.leave(named, WhyOut::Trial, &said("score-runs-trial").into(), io);
        }
        // Who sits on the panel is not held against it.
        if header.is_review() {
            return self.leave(named, WhyOut::Review, &said("score-runs-review").into(), io);
        }
        if let Some((wanted, _)) = &self.named
            && header.scenario != *wanted
        {
            let message = said("score-runs-other").with("scenario", &header.scenario).with("wanted", wanted);
            return self.leave(named, WhyOut::OtherScenario, &message.into(), io);
        }
        *self.scenarios.entry(header.scenario.clone()).or_default() += 1;
        let edition = match self.edition(&from, &header) {
            Ok(edition) => edition,
            Err(cannot) => return self.leave(named, WhyOut::CannotPlay, &cannot, io),
        };
        header.kept.clear();
        let run = match kept::play(&from, header.seed, &found.events, &self.editions[edition].scenario) {
            Ok(run) => run,
            Err(cannot) => return self.leave(named, WhyOut::CannotPlay, &cannot, io),
        };
        if let (Origin::Log(path), Some(damage)) = (&from, &found.damage) {
            self.damage(path, damage, io)?;
        }
        match self.copies.take(&header, &found.events, self.taken.len()) {
            Seen::Again(place) => {
                let of = self.taken.get_mut(place).and_then(Option::as_mut);
                let other = of.as_ref().map_or_else(String::new, |taken| taken.entrant.name.clone());
                if let Some(taken) = of {
                    taken.names.append(&mut names);
                }
                return io.complain(&said("score-runs-copy").with("other", other));
            }
            Seen::Anew { replaces } => {
                for place in replaces {
                    let Some(mut earlier) = self.taken.get_mut(place).and_then(Option::take) else { continue };
                    names.append(&mut earlier.names);
                    let message = Message::new("score-runs-copy").with("run", earlier.entrant.name);
                    io.complain(&message.with("other", from.shown()))?;
                }
            }
        }
        let panel = self.editions[edition].panel.as_deref();
        let options = Options { replays: 0, trial: false };
        let debrief = debrief::debrief_among(&run, panel, options, &mut self.scorers[edition]);
        let entrant = Entrant { name, edition, marked: Marked::of(&debrief) };
        self.taken.push(Some(Taken { entrant, names }));
        self.last = Some(debrief);
        Ok(())
    }

    fn damage(&mut self, path: &Path, damage: &Damage, io: &mut Io<'_>) -> io::Result<()> {
        self.damaged = true;
        io.complain(&log::damaged(path, damage))
    }

    /// The texts that a run was played with, opened once for all runs with the same.
    fn edition(&mut self, from: &Origin, header: &Header) -> Result<usize, Cannot> {
        let mut hashes = header.hashes.clone();
        if self.named.is_some() {
            // The panel that was kept with a run plays no part then.
            hashes.remove(logfile::PANEL);
        }
        let texts = (hashes, header.variant.clone(), header.rules);
        if let Some(known) = self.known.get(&texts) {
            return Ok(*known);
        }
        let ready = kept::open(from, header)?;
        let panel = match &self.named {
            Some((_, panel)) => panel.clone(),
            None => ready.panel,
        };
        let panel = panel.map(|panel| Arc::new(Panel::new(panel, &ready.scenario)));
        let place = self.add(Edition { scenario: ready.scenario, panel });
        self.known.insert(texts, place);
        Ok(place)
    }

    fn finish(mut self, io: &mut Io<'_>) -> io::Result<Result<Gathered, Exit>> {
        if self.named.is_none() && self.scenarios.len() > 1 {
            let each = self.scenarios.iter();
            let each = each.map(|(id, n)| Message::new("score-runs-of").with("scenario", id).with("n", *n)).collect();
            let names = Message::listed(each).unwrap_or_else(|| Message::new("nothing"));
            io.complain(&Message::new("score-runs-several").with("names", names))?;
            return Ok(Err(Exit::Trouble));
        }
        let mut taken: Vec<Taken> = self.taken.into_iter().flatten().collect();
        taken.sort_by(|a, b| a.entrant.name.cmp(&b.entrant.name));
        let (entrants, names): (Vec<Entrant>, Vec<Vec<String>>) =
            taken.into_iter().map(|taken| (taken.entrant, taken.names)).unzip();
        if entrants.is_empty() {
            io.complain(&Message::new("score-runs-none"))?;
            return Ok(Err(Exit::Trouble));
        }
        for entrant in entrants.iter().filter(|entrant| !entrant.marked.over) {
            io.complain(&Message::new("score-runs-unfinished").with("run", &entrant.name))?;
        }
        self.left_out.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Ok(Gathered {
            only: self.last.filter(|_| entrants.len() == 1),
            editions: self.editions,
            entrants,
            names,
            left_out: self.left_out,
            kept_panels: self.named.is_none(),
            damaged: self.damaged,
        }))
    }
}

fn find(named: &Named, data: Option<&Path>) -> Result<Found, Message> {
    match &named.at {
        At::Store(typed) => kept::find(typed, data),
        At::Log(path) => {
            let log = log::read(path)?;
            Ok(Found {
                from: Origin::Log(path.clone()),
                header: log.header,
                events: log.events,
                damage: log.damage,
                notes: Vec::new(),
            })
        }
    }
}
