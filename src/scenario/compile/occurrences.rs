//! How often something can happen in one run: how many occurrences of an arrival must be told apart.

use crate::scenario::ids::{ArrivalId, ChanceId, DeadlineId, DriftId, Symbol};
use crate::scenario::raw::{self, At, Effect, Repeat};
use crate::scenario::symbols::Symbols;

/// More than this many occurrences of one called arrival are not told apart: the last stands for the rest.
pub const MOST: u16 = 32;

/// More than this many occurrences of any one arrival are not told apart.
pub const MOST_TOLD_APART: u16 = 512;

/// Something whose effects may bring something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// Happens at most this often.
    AtMost(u16),
    Arrival(ArrivalId),
    Drift(DriftId),
    Chance(ChanceId),
    Deadline(DeadlineId),
}

/// How often something happens, and what brings it.
#[derive(Debug, Clone)]
struct Thing {
    /// It happens only when something brings it.
    called: bool,
    times: u16,
    owners: Vec<Owner>,
}

impl Thing {
    fn new(times: Option<u16>) -> Self {
        Self { called: times.is_none(), times: times.unwrap_or(0), owners: Vec::new() }
    }
}

/// What brings what.
#[derive(Debug, Clone, Default)]
pub struct Occurrences {
    arrivals: Vec<Thing>,
    drift: Vec<Thing>,
    chances: Vec<Thing>,
    deadlines: Vec<Thing>,
}

/// How often something that is not called comes by itself.
fn by_itself(at: &At) -> Option<u16> {
    match at {
        At::Called => None,
        At::Week(_) | At::Day(_) | At::AsSoonAs(_) => Some(1),
        At::EachWeek(each) => Some(count(each.from, each.to)),
        At::EachDay(each) => Some(count(each.from, each.to)),
    }
}

fn count(from: i16, to: i16) -> u16 {
    u16::try_from(i32::from(to) - i32::from(from) + 1).unwrap_or(0)
}

impl Occurrences {
    /// Reads who brings what.
    #[must_use]
    pub fn of(scenario: &raw::Scenario, symbols: &Symbols) -> Self {
        let mut all = Self::default();
        for spot in &symbols.arrivals {
            all.arrivals.push(Thing::new(by_itself(&scenario.arrivals[spot.index()].at)));
        }
        for spot in &symbols.drift {
            all.drift.push(Thing::new(by_itself(&scenario.drift[spot.index()].at)));
        }
        for spot in &symbols.chances {
            let chance = &scenario.chances[spot.index()];
            let times = by_itself(&chance.at);
            all.chances.push(Thing::new(if chance.again { times } else { times.map(|_| 1) }));
        }
        all.deadlines.resize(symbols.deadlines.len(), Thing::new(None));
        for arrival in &scenario.arrivals {
            let Some(Symbol::Arrival(id)) = symbols.get(&arrival.id) else { continue };
            all.brings(Owner::Arrival(id), &arrival.then, symbols);
            for needed in &arrival.needed_by {
                all.brings(Owner::AtMost(1), &needed.then, symbols);
            }
        }
        for response in &scenario.responses {
            let most = if response.repeat == Repeat::Once { 1 } else { MOST };
            all.brings(Owner::AtMost(most), &response.then, symbols);
        }
        for option in scenario.decisions.iter().flat_map(|decision| &decision.options) {
            all.brings(Owner::AtMost(1), &option.then, symbols);
        }
        for drift in &scenario.drift {
            let Some(Symbol::Drift(id)) = symbols.get(&drift.id) else { continue };
            all.brings(Owner::Drift(id), &drift.then, symbols);
        }
        for chance in &scenario.chances {
            let Some(Symbol::Chance(id)) = symbols.get(&chance.id) else { continue };
            all.brings(Owner::Chance(id), &chance.then, symbols);
            for outcome in &chance.outcomes {
                all.brings(Owner::Chance(id), &outcome.then, symbols);
            }
        }
        for deadline in &scenario.deadlines {
            let Some(Symbol::Deadline(id)) = symbols.get(&deadline.id) else { continue };
            all.brings(Owner::Deadline(id), &deadline.if_met, symbols);
            all.brings(Owner::Deadline(id), &deadline.if_missed, symbols);
        }
        for thing in all.deadlines.iter_mut().filter(|thing| thing.owners.is_empty()) {
            *thing = Thing::new(Some(1));
        }
        all.settle();
        all
    }

    fn brings(&mut self, owner: Owner, effects: &[Effect], symbols: &Symbols) {
        for effect in effects {
            match effect {
                Effect::Arrives(brought) => {
                    if let Some(Symbol::Arrival(id)) = symbols.get(&brought.arrival) {
                        self.arrivals[id.index()].owners.push(owner);
                    }
                }
                Effect::Draws(drawn) => match symbols.get(drawn) {
                    Some(Symbol::Chance(id)) => self.chances[id.index()].owners.push(owner),
                    Some(Symbol::Drift(id)) => self.drift[id.index()].owners.push(owner),
                    _ => {}
                },
                Effect::Starts(deadline) => {
                    if let Some(Symbol::Deadline(id)) = symbols.get(deadline) {
                        self.deadlines[id.index()].owners.push(owner);
                    }
                }
                Effect::Later { then, .. } => self.brings(owner, then, symbols),
                Effect::If { then, otherwise, .. } => {
                    self.brings(owner, then, symbols);
                    self.brings(owner, otherwise, symbols);
                }
                _ => {}
            }
        }
    }

    /// How often an arrival can come: the figure for dated ones, at most [`MOST`] for called ones.
    #[must_use]
    pub fn arrival(&self, id: ArrivalId) -> u16 {
        self.times(Owner::Arrival(id)).max(1)
    }

    /// Whether anything starts a deadline.
    #[must_use]
    pub fn is_started(&self, id: DeadlineId) -> bool {
        !self.deadlines[id.index()].owners.is_empty()
    }

    /// Adds up who brings what, round by round, until nothing changes. What still grows after eight rounds brings
    /// itself, and counts as [`MOST`].
    fn settle(&mut self) {
        for round in 0..=8 {
            let mut changed = false;
            let before = self.clone();
            let lists = [&mut self.arrivals, &mut self.drift, &mut self.chances, &mut self.deadlines];
            for thing in lists.into_iter().flatten().filter(|thing| thing.called) {
                let sum = thing.owners.iter().map(|owner| before.times(*owner)).fold(0u16, u16::saturating_add);
                let sum = sum.min(MOST);
                if sum != thing.times {
                    changed = true;
                    thing.times = if round == 8 { MOST } else { sum };
                }
            }
            if !changed {
                return;
            }
        }
    }

    fn times(&self, owner: Owner) -> u16 {
        match owner {
            Owner::AtMost(n) => n,
            Owner::Arrival(id) => self.arrivals[id.index()].times,
            Owner::Drift(id) => self.drift[id.index()].times,
            Owner::Chance(id) => self.chances[id.index()].times,
            Owner::Deadline(id) => self.deadlines[id.index()].times,
        }
    }
}
