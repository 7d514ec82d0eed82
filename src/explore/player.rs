//! A player by dice that tries only what is open: what a person might do who is neither clever nor foolish.
//!
//! Each play draws a temper: how much of what lies open is read and done before time passes (from almost nothing to
//! nearly everything), and how time is let pass. So both idle and busy plays occur, and every kind between.

use crate::run::command::{Command, Filing};
use crate::run::decide;
use crate::run::engine::TELLING;
use crate::run::state::State;
use crate::scenario::calendar::Minute;
use crate::scenario::ids::{CaseId, DecisionId, PersonId, ResponseId};
use crate::scenario::model::Scenario;
use crate::scenario::tables::Tables;

use super::Dice;
use super::answers;
use super::forms::{Paper, some_read};
use super::game::{Game, Pace, Passed, Player, pass};
use super::leaning::{Deed, Leaning};
use super::open::{self, short};

/// Looks at what is open between two passings of time, at most.
const MOST_LOOKS: usize = 4;

/// Passings of time in one play, at most: far more than any calendar has stops.
const MOST_PASSINGS: usize = 100_000;

/// A player by dice. Made once for a scenario; plays any number of times.
#[derive(Debug, Clone)]
pub struct Wanderer<'s> {
    scenario: &'s Scenario,
    /// Tellings that matter: items by number, and who needs them or may not hear of them.
    tellings: Vec<(u16, PersonId)>,
    leaning: Leaning,
    /// What is to be tried at this look, in order.
    todo: Vec<Try>,
}

/// How a play goes about things, in per cent.
#[derive(Debug, Clone, Copy)]
struct Temper {
    /// The share of what lies unread that is read at one look.
    reads: usize,
    /// The share of the responses that is done at one look.
    acts: usize,
    haste: Haste,
}

/// How time is let pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Haste {
    /// From one thing to the next.
    Slow,
    Mixed,
    ByDays,
    ByTurns,
}

/// Something to be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Try {
    Read(u16),
    Do(ResponseId),
    Tell(u16, PersonId),
    Decide(DecisionId),
}

impl Temper {
    fn drawn(dice: &mut Dice) -> Self {
        // Squared: a share of a half is tried so often that it does nearly everything.
        let acts = dice.below(101).pow(2) / 100;
        let reads = acts + dice.below(101 - acts);
        let haste = match dice.below(8) {
            0..4 => Haste::Slow,
            4..6 => Haste::Mixed,
            6 => Haste::ByDays,
            _ => Haste::ByTurns,
        };
        Self { reads, acts, haste }
    }
}

impl<'s> Wanderer<'s> {
    #[must_use]
    pub fn new(scenario: &'s Scenario) -> Self {
        Self::leaning(scenario, Leaning::default())
    }

    /// A player that prefers some deeds, and avoids others, most of the time.
    #[must_use]
    pub fn leaning(scenario: &'s Scenario, leaning: Leaning) -> Self {
        Self { scenario, tellings: tellings(scenario.tables()), leaning, todo: Vec::new() }
    }

    /// Gathers what is open, as much of it as the temper has a mind to.
    fn look<G: Game>(&mut self, game: &G, temper: Temper, dice: &mut Dice) {
        let (scenario, tables, state) = (self.scenario, self.scenario.tables(), game.state());
        let left = open::minutes_left(tables, state);
        self.todo.clear();
        for (number, item) in open::items(tables).enumerate() {
            if open::can_read(tables, state, item, left) && self.minded(Deed::Open(short(number)), temper.reads, dice)
            {
                self.todo.push(Try::Read(short(number)));
            }
        }
        for (at, row) in tables.responses.iter().enumerate() {
            let id = ResponseId(short(at));
            let share = match (row.everyday, state.has(row.done)) {
                (true, _) => temper.acts / 8,
                (false, true) => temper.acts / 4,
                (false, false) => temper.acts,
            };
            if self.minded(Deed::Do(id), share, dice) && open::can_do(scenario, state, id, left) {
                self.todo.push(Try::Do(id));
            }
        }
        for (item, who) in &self.tellings {
            if decide::is_read(scenario, state, open::item(tables, usize::from(*item)))
                && let Some(share) = telling_share(tables, state, *item, *who, temper.acts)
                && self.minded(Deed::Tell(*item, *who), share, dice)
                && open::knows(tables, state, *who)
            {
                self.todo.push(Try::Tell(*item, *who));
            }
        }
        if state.waiting > 0 {
            for (at, row) in tables.decisions.iter().enumerate() {
                if state.has(row.waits) && dice.once_in(2) {
                    self.todo.push(Try::Decide(DecisionId(short(at))));
                }
            }
        }
        if dice.below(4_000) < temper.acts && !tables.people_known.is_empty() {
            let (item, who) = (dice.below(tables.items()), PersonId(short(dice.below(tables.people_known.len()))));
            if item < tables.items()
                && decide::is_read(scenario, state, open::item(tables, item))
                && open::knows(tables, state, who)
            {
                self.todo.push(Try::Tell(short(item), who));
            }
        }
        answers::shuffle(&mut self.todo, dice);
        if !self.leaning.is_empty() {
            let leaning = &self.leaning;
            self.todo.sort_by_key(|one| one.deed().and_then(|deed| leaning.of(deed)) != Some(true));
        }
    }

    /// Whether the dice are for it: the share in per cent, unless there is a leaning.
    fn minded(&self, deed: Deed, share: usize, dice: &mut Dice) -> bool {
        let leant = match self.leaning.of(deed) {
            Some(true) => 92,
            Some(false) => 3,
            None => share,
        };
        dice.below(100) < leant
    }

    /// Tries one thing, if it is still open. Whether it was done.
    fn attempt<G: Game>(&self, game: &mut G, one: Try, dice: &mut Dice) -> bool {
        let (scenario, tables) = (self.scenario, self.scenario.tables());
        let left = open::minutes_left(tables, game.state());
        let name = |number: u16| scenario.item_name(open::item(tables, usize::from(number))).to_owned();
        let command = match one {
            Try::Read(number) => {
                if !open::can_read(tables, game.state(), open::item(tables, usize::from(number)), left) {
                    return false;
                }
                Command::Open { item: name(number), nth: None }
            }
            Try::Do(id) => {
                if !open::can_do(scenario, game.state(), id, left) {
                    return false;
                }
                match self.filing(game, id, dice) {
                    Some(Some((case, filing))) => {
                        let case = case.map(|case| scenario.case(case).id.clone());
                        Command::File { response: scenario.response_name(id).to_owned(), case, filing }
                    }
                    Some(None) => return false,
                    None => Command::Do { response: scenario.response_name(id).to_owned() },
                }
            }
            Try::Tell(number, who) => {
                if !open::is_free(game.state()) || TELLING > left {
                    return false;
                }
                Command::Tell { item: name(number), who: scenario.person(who).id.clone() }
            }
            Try::Decide(id) => return self.answer(game, id, dice),
        };
        game.give(&command).is_ok()
    }

    /// The form of a response, filled in: nothing if it has none, an inner nothing if it can't be completed now.
    #[expect(clippy::option_option, reason = "no form and no way to complete it are two things")]
    fn filing<G: Game>(
        &self,
        game: &G,
        response: ResponseId,
        dice: &mut Dice,
    ) -> Option<Option<(Option<CaseId>, Filing)>> {
        let tables = self.scenario.tables();
        let row = &tables.responses[response.index()];
        let form = row.form?;
        let case = row.case.or_else(|| {
            let cases: Vec<CaseId> = open::cases(tables, game.state()).collect();
            dice.one_of(&cases).copied().filter(|_| row.everyday)
        });
        let paper = Paper { scenario: self.scenario, state: game.state(), form, case };
        Some(paper.drawn(dice, &self.leaning).map(|filing| (case, filing)))
    }

    fn answer<G: Game>(&self, game: &mut G, id: DecisionId, dice: &mut Dice) -> bool {
        let tables = self.scenario.tables();
        if !game.state().has(tables.decisions[id.index()].waits) {
            return false;
        }
        let open = game.state().open_options(tables, id);
        let Some(answer) = answers::drawn(self.scenario, id, open, dice, &self.leaning) else { return false };
        let cites = if dice.once_in(2) {
            some_read(self.scenario, game.state(), dice, &self.leaning, 0).unwrap_or_default()
        } else {
            Vec::new()
        };
        game.give(&answers::commit(&self.scenario.decision(id).id, answer, cites)).is_ok()
    }

    fn pace<G: Game>(&self, game: &G, haste: Haste, dice: &mut Dice) -> Pace {
        match (haste, dice.below(16)) {
            (Haste::Slow, 1..) | (Haste::Mixed, 4..10) => Pace::Notice,
            (Haste::Slow, 0) | (Haste::Mixed, 10..13) => Pace::Until(self.some_minute(game, dice)),
            (Haste::ByDays, 1..) | (Haste::Mixed, 13..) => Pace::Day,
            (Haste::ByTurns, _) | (Haste::Mixed, 0..4) | (Haste::ByDays, 0) => Pace::Turn,
        }
    }

    /// A minute between now and the end of the turn.
    fn some_minute<G: Game>(&self, game: &G, dice: &mut Dice) -> Minute {
        let (calendar, state) = (&self.scenario.tables().calendar, game.state());
        let closes = calendar.turns.get(usize::from(state.turn)).map_or(state.clock, |turn| turn.closes);
        let ahead = usize::try_from(closes - state.clock).unwrap_or(0);
        state.clock + i32::try_from(dice.below(ahead + 1)).unwrap_or(0)
    }
}

impl Player for Wanderer<'_> {
    fn play<G: Game>(&mut self, game: &mut G, dice: &mut Dice) -> bool {
        let tables = self.scenario.tables();
        let temper = Temper::drawn(dice);
        for _ in 0..MOST_PASSINGS {
            for _ in 0..MOST_LOOKS {
                if game.state().ended.is_some() {
                    return true;
                }
                if let Some(id) = open::at_once(tables, game.state()) {
                    if !self.answer(game, id, dice) {
                        return false;
                    }
                    continue;
                }
                self.look(game, temper, dice);
                let mut did = false;
                for at in 0..self.todo.len() {
                    did |= self.attempt(game, self.todo[at], dice);
                    if game.state().ended.is_some() || open::at_once(tables, game.state()).is_some() {
                        break;
                    }
                }
                if !did || dice.below(100) >= temper.acts {
                    break;
                }
            }
            if game.state().ended.is_some() {
                return true;
            }
            let pace = self.pace(game, temper.haste, dice);
            match pass(game, pace) {
                Passed::On => {}
                Passed::Stands(decision) => {
                    let answered =
                        self.scenario.decision_called(&decision).is_some_and(|id| self.answer(game, id, dice));
                    if !answered {
                        return false;
                    }
                }
                Passed::Stuck => return false,
            }
        }
        false
    }
}

impl Try {
    const fn deed(self) -> Option<Deed> {
        match self {
            Self::Read(item) => Some(Deed::Open(item)),
            Self::Do(response) => Some(Deed::Do(response)),
            Self::Tell(item, who) => Some(Deed::Tell(item, who)),
            Self::Decide(_) => None,
        }
    }
}

/// Tellings that something follows from or asks about, and those that would give a secret away.
fn tellings(tables: &Tables) -> Vec<(u16, PersonId)> {
    let mut all: Vec<(u16, PersonId)> = tables.told.iter().map(|row| (row.item, row.who)).collect();
    for (item, reveals) in tables.item_reveals.iter().enumerate() {
        for secret in reveals.of(&tables.reveals) {
            let from = tables.secrets[secret.index()].from.of(&tables.kept_from);
            all.extend(from.iter().map(|who| (short(item), *who)));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// How likely a telling is, in per cent: none that was done, and few of what nothing but a secret hangs on.
fn telling_share(tables: &Tables, state: &State, item: u16, who: PersonId, acts: usize) -> Option<usize> {
    match tables.told.binary_search_by_key(&(item, who), |row| (row.item, row.who)) {
        Ok(at) if state.has(tables.told[at].told) => None,
        Ok(_) => Some(acts / 2),
        Err(_) => Some(acts / 32),
    }
}
