//! Many plays counted: in how many something happened, and in which first.
//!
//! In go a scenario and players; out comes a [`Survey`]. Ranges of seeds may be surveyed apart and put together in
//! order ([`Survey::append`]): the result is that of one range.
//!
//! **What is watched.** Properties and floors are tested in each state in which everything due has happened, and at each
//! moment between that one of their conditions asks for. States in the middle of a moment, while effects still follow
//! from each other, are not seen.

use std::ops::Range;

use crate::review::floors::{Floors, Kept};
use crate::review::walk::{self, Steps, Watch};
use crate::run::engine::Engine;
use crate::run::log::{Happening, Log as _};
use crate::run::rng::Luck;
use crate::run::state::State;
use crate::scenario::calendar::Minute;
use crate::scenario::ids::{ArrivalId, EndingId, PropertyId};
use crate::scenario::model::Scenario;
use crate::scenario::raw::PropertyClaim;
use crate::scenario::tables::PropertyRow;

use super::Dice;
use super::game::{Bare, Player};
use super::marks::{Mark, Places};
use super::open::short;
use super::player::Wanderer;

/// With fewer minutes left than this, hardly anything more could have been done.
pub const SHORT: i32 = 10;

/// Many plays, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    pub plays: u32,
    places: Places,
    /// By place: in how many plays.
    counts: Vec<u32>,
    /// By place: the seed of the first play.
    firsts: Vec<u64>,
    /// By turn.
    pub turns: Vec<Turn>,
}

/// What one turn came to, over plays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Turn {
    /// Plays that came to its end.
    pub plays: u32,
    /// Minutes that were left unused at its end, in all of them.
    pub left: u64,
    /// Plays in which fewer than [`SHORT`] minutes were left.
    pub short: u32,
    /// Plays in which nothing new came in it: no arrival on the desk, no decision.
    pub quiet: u32,
}

impl Turn {
    /// Minutes left unused at its end, on average.
    #[must_use]
    pub fn mean_left(self) -> Option<f64> {
        (self.plays > 0).then(|| self.left as f64 / f64::from(self.plays))
    }
}

impl Survey {
    /// No plays of a scenario.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let tables = scenario.tables();
        let places = Places::new(tables);
        Self {
            plays: 0,
            counts: vec![0; places.len()],
            firsts: vec![0; places.len()],
            turns: vec![Turn::default(); tables.calendar.turns.len()],
            places,
        }
    }

    #[must_use]
    pub const fn places(&self) -> &Places {
        &self.places
    }

    /// In how many plays something happened.
    #[must_use]
    pub fn count(&self, mark: Mark) -> u32 {
        self.counts.get(self.places.of(mark)).copied().unwrap_or(0)
    }

    /// The seed of the first play in which it did.
    #[must_use]
    pub fn first(&self, mark: Mark) -> Option<u64> {
        let place = self.places.of(mark);
        self.counts.get(place).filter(|count| **count > 0).and_then(|_| self.firsts.get(place)).copied()
    }

    /// Endings with the number of plays that came to each, in the order of the file.
    pub fn endings(&self) -> impl Iterator<Item = (EndingId, u32)> + '_ {
        self.places.all().into_iter().filter_map(|mark| match mark {
            Mark::Ended(id) => Some((id, self.count(mark))),
            _ => None,
        })
    }

    /// What ought to happen in some play, and happened in none.
    pub fn never(&self) -> impl Iterator<Item = Mark> + '_ {
        self.places.all().into_iter().filter(|mark| self.places.ought(*mark) && self.count(*mark) == 0)
    }

    /// What must not happen, and did.
    pub fn broken(&self) -> impl Iterator<Item = Mark> + '_ {
        self.places.all().into_iter().filter(|mark| self.places.must_not(*mark) && self.count(*mark) > 0)
    }

    /// Turns of one play in which nothing new came, on average.
    #[must_use]
    pub fn quiet_turns(&self) -> f64 {
        let quiet: u64 = self.turns.iter().map(|turn| u64::from(turn.quiet)).sum();
        if self.plays == 0 { 0.0 } else { quiet as f64 / f64::from(self.plays) }
    }

    /// Adds the plays of the seeds that follow.
    pub fn append(&mut self, later: &Self) {
        self.plays += later.plays;
        for place in 0..self.counts.len().min(later.counts.len()) {
            if self.counts[place] == 0 {
                self.firsts[place] = later.firsts[place];
            }
            self.counts[place] += later.counts[place];
        }
        for (turn, later) in self.turns.iter_mut().zip(&later.turns) {
            turn.plays += later.plays;
            turn.left += later.left;
            turn.short += later.short;
            turn.quiet += later.quiet;
        }
    }
}

/// Surveys a scenario by a player with dice ([`Wanderer`]): one play for each seed.
#[must_use]
pub fn survey(scenario: &Scenario, seeds: Range<u64>) -> Survey {
    let mut surveyor = Surveyor::new(scenario);
    let mut player = Wanderer::new(scenario);
    for seed in seeds {
        surveyor.play(seed, &mut player);
    }
    surveyor.finish()
}

/// Plays one seed after another in the same memory, and counts.
#[derive(Debug)]
pub struct Surveyor<'s> {
    scenario: &'s Scenario,
    state: State,
    luck: Luck,
    /// Moments that properties and floors ask for.
    ticks: Vec<Minute>,
    survey: Survey,
    /// By place: the number of the last play in which it happened.
    stamps: Vec<u32>,
}

impl<'s> Surveyor<'s> {
    #[must_use]
    pub fn new(scenario: &'s Scenario) -> Self {
        let (raw, tables) = (scenario.raw(), scenario.tables());
        let floors = raw.floors.iter().flat_map(|floor| [Some(&floor.when), floor.must.as_ref()]).flatten();
        let properties = raw.properties.iter().map(|property| match &property.claim {
            PropertyClaim::Always(condition)
            | PropertyClaim::Sometimes(condition)
            | PropertyClaim::Never(condition) => condition,
        });
        let survey = Survey::of(scenario);
        Self {
            scenario,
            state: State::new(tables),
            luck: Luck::new(0),
            ticks: walk::ticks(&tables.calendar, floors.chain(properties)),
            stamps: vec![0; survey.counts.len()],
            survey,
        }
    }

    /// Plays a seed: the luck is its own, and so are the player's dice.
    pub fn play<P: Player>(&mut self, seed: u64, player: &mut P) {
        let tables = self.scenario.tables();
        self.state.reset(tables);
        self.luck.reset(seed);
        self.survey.plays += 1;
        let mut watcher = Watcher {
            scenario: self.scenario,
            floors: Some(Floors::new(self.scenario)),
            survey: &mut self.survey,
            stamps: &mut self.stamps,
            seed,
            turn: 0,
            news: false,
        };
        let mut steps = Steps::new(&mut watcher, &self.state, self.ticks.clone());
        Engine::new(tables, &mut self.state, &mut self.luck, &mut steps).begin();
        steps.settled(&self.state);
        let mut game =
            Bare { scenario: self.scenario, state: &mut self.state, luck: &mut self.luck, log: &mut steps };
        let done = player.play(&mut game, &mut Dice::new(seed));
        steps.pass_to(self.state.clock.saturating_add(1));
        if !done {
            watcher.mark(Mark::Stuck);
        }
        watcher.close(self.state.ended.is_some().then_some(self.state.clock));
    }

    /// Whether something happened in the last play.
    #[must_use]
    pub fn happened(&self, mark: Mark) -> bool {
        self.survey.plays > 0 && self.stamps.get(self.survey.places.of(mark)) == Some(&self.survey.plays)
    }

    /// The counts so far.
    #[must_use]
    pub const fn so_far(&self) -> &Survey {
        &self.survey
    }

    #[must_use]
    pub fn finish(self) -> Survey {
        self.survey
    }
}

/// One play as it goes by.
struct Watcher<'a> {
    scenario: &'a Scenario,
    floors: Option<Floors<'a>>,
    survey: &'a mut Survey,
    stamps: &'a mut [u32],
    seed: u64,
    turn: usize,
    /// Something new came in this turn.
    news: bool,
}

impl Watcher<'_> {
    fn mark(&mut self, mark: Mark) {
        let (place, play) = (self.survey.places.of(mark), self.survey.plays);
        let Some(stamp) = self.stamps.get_mut(place).filter(|stamp| **stamp != play) else { return };
        *stamp = play;
        if self.survey.counts[place] == 0 {
            self.survey.firsts[place] = self.seed;
        }
        self.survey.counts[place] += 1;
    }

    fn is_marked(&self, mark: Mark) -> bool {
        self.stamps.get(self.survey.places.of(mark)) == Some(&self.survey.plays)
    }

    /// A turn came to its end with so many minutes left.
    fn turn_over(&mut self, left: i32) {
        let Some(turn) = self.survey.turns.get_mut(self.turn) else { return };
        turn.plays += 1;
        turn.left += u64::from(left.max(0).unsigned_abs());
        turn.short += u32::from(left < SHORT);
        turn.quiet += u32::from(!self.news);
        self.turn += 1;
        self.news = false;
    }

    /// The play is over; `ended` if the run is.
    fn close(mut self, ended: Option<Minute>) {
        for (id, kept) in self.floors.take().map_or_else(Vec::new, |floors| floors.finish(ended)) {
            if kept.since().is_some() {
                self.mark(Mark::FloorBegan(id));
            }
            if matches!(kept, Kept::Breached { .. }) {
                self.mark(Mark::FloorBroken(id));
            }
        }
    }
}

impl Watch for Watcher<'_> {
    fn happened(&mut self, _at: Minute, happening: &Happening<'_>, before: &State) {
        match *happening {
            Happening::Arrived { arrival, version, .. } => {
                self.mark(Mark::Came(arrival));
                if let Some(version) = version {
                    self.mark(Mark::Version(arrival, version));
                }
                self.news |= self.is_noticed(arrival);
            }
            Happening::Opened { item, .. } => self.mark(Mark::Read(item)),
            Happening::Did { response, .. } | Happening::Filed { response, .. } => self.mark(Mark::Done(response)),
            Happening::Posed { decision } => {
                self.mark(Mark::Posed(decision));
                self.news = true;
            }
            Happening::Decided { decision, situation, commitment } => {
                self.mark(Mark::Situation(decision, situation));
                for option in commitment.taken() {
                    self.mark(Mark::Chose(decision, option));
                }
            }
            Happening::Drifted { drift } => self.mark(Mark::Drifted(drift)),
            Happening::Happened { chance, outcome } => self.mark(Mark::Happened(chance, outcome)),
            Happening::Met { deadline } => self.mark(Mark::Met(deadline)),
            Happening::Missed { deadline } => self.mark(Mark::Missed(deadline)),
            Happening::Leaked { secret, .. } => self.mark(Mark::Leaked(secret)),
            Happening::TurnBegan { turn } if turn > 0 => self.turn_over(before.left),
            Happening::Ended { ending } => {
                self.mark(Mark::Ended(ending));
                let closes = self.scenario.tables().calendar.turns.get(self.turn).map(|turn| turn.closes);
                // A turn that was cut short says nothing of how its minutes were used.
                if closes.is_some_and(|closes| closes <= before.clock) {
                    self.turn_over(before.left);
                }
            }
            Happening::RanAway => self.mark(Mark::RanAway),
            _ => {}
        }
    }

    fn settled(&mut self, state: &State) {
        if let Some(floors) = &mut self.floors {
            floors.settled(state);
        }
        let tables = self.scenario.tables();
        for (at, row) in tables.properties.iter().enumerate() {
            let mark = Mark::Property(PropertyId(short(at)));
            if self.is_marked(mark) {
                continue;
            }
            let shows = match *row {
                PropertyRow::Sometimes(condition) | PropertyRow::Never(condition) => state.holds(tables, condition),
                PropertyRow::Always(condition) => !state.holds(tables, condition),
            };
            if shows {
                self.mark(mark);
            }
        }
    }
}

impl Watcher<'_> {
    fn is_noticed(&self, arrival: ArrivalId) -> bool {
        self.scenario.tables().arrivals.get(arrival.index()).is_some_and(|row| !row.lands_in_file)
    }
}
