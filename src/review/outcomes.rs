//! "Your decisions, replayed 1,000 times": how often each ending comes with the same acts and other luck.
//!
//! Each command of the run is given at its original minute; one that is refused is skipped. What only let time pass
//! (going on, ending a day or a turn) is not repeated as such: time passes until the minute of the next act. Where a
//! decision stands in the way, it is answered: as the run answered it, if the run met it; else as the panel answered
//! most often in that situation; else by the first option by id. How many replays that happened in is counted.
//!
//! **Seeds.** Replay `i` (from nought) has the `i`-th number of a SplitMix64 stream that starts at the run's own seed,
//! so the same run has the same replays on every machine. A number that equals the run's own seed is passed over.

use super::commonest;
use super::panel::Panel;
use crate::run::Run;
use crate::run::command::{Command, Committed, How};
use crate::run::decide;
use crate::run::engine::Engine;
use crate::run::event::What;
use crate::run::log::Silent;
use crate::run::refusal::Refusal;
use crate::run::replay;
use crate::run::rng::Luck;
use crate::run::state::State;
use crate::scenario::calendar::Minute;
use crate::scenario::ids::{DecisionId, EndingId};
use crate::scenario::model::Scenario;
use crate::scenario::raw::Answer;

/// How many replays a debrief makes.
pub const REPLAYS: u32 = 1_000;

/// Commands that one replay may need to reach the next moment at most: far more than any calendar has stops.
const MOST_STOPS: u32 = 10_000;

/// What replays stand in for an answer that there is none of. Nobody reads it.
const STAND_IN: &str = "-";

/// How often each ending came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcomes {
    pub replays: u32,
    /// How the run itself ended.
    pub own: Option<EndingId>,
    /// Endings that came, and the run's own, the commonest first; of equal ones in the order of the file.
    pub endings: Vec<EndingCount>,
    /// In how many replays a decision came up that the run never met, and the panel's commonest answer was given.
    pub by_panel: u32,
    /// In how many one came up for which no panel had an answer, and the first option by id was taken.
    pub by_first: u32,
    /// The same acts with the panel's commonest answers in place of the run's own; nothing where no sheet counts.
    pub with_panel: Option<Vec<(EndingId, u32)>>,
}

/// One ending and how often it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndingCount {
    pub ending: EndingId,
    pub count: u32,
    /// The run itself ended so.
    pub own: bool,
}

/// Is told how far the replays are: so many of so many.
pub type Tell<'t> = &'t mut dyn FnMut(u32, u32);

/// Replays a run that is over. Nothing for one that is not, and for a calibration set, which has no endings.
#[must_use]
pub fn outcomes(run: &Run, panel: Option<&Panel>, replays: u32) -> Option<Outcomes> {
    outcomes_telling(run, panel, replays, &mut |_, _| ())
}

/// The same, and says after each replay how far it is.
#[must_use]
pub fn outcomes_telling(run: &Run, panel: Option<&Panel>, replays: u32, tell: Tell<'_>) -> Option<Outcomes> {
    let scenario: &Scenario = run.scenario();
    let own = run.state().ended?;
    let endings = scenario.raw().endings.len();
    if endings == 0 {
        return None;
    }
    let acts = Acts::of(run, panel);
    let mut player = Player::new(scenario);
    let follows = panel.filter(|panel| panel.sheets().iter().any(|sheet| !sheet.stale));
    let (mut done, of) = (0, replays.saturating_mul(if follows.is_some() { 2 } else { 1 }));
    let mut tried = |answers: Answers| {
        let mut counts = vec![0; endings];
        let (mut by_panel, mut by_first) = (0, 0);
        for seed in seeds(run.seed()).take(replays as usize) {
            player.play(&acts, seed, answers);
            if let Some(count) = player.state.ended.and_then(|ending| counts.get_mut(ending.index())) {
                *count += 1;
            }
            by_panel += u32::from(player.by_panel);
            by_first += u32::from(player.by_first);
            done += 1;
            tell(done, of);
        }
        (counts, by_panel, by_first)
    };
    let (counts, by_panel, by_first) = tried(Answers::Own);
    let with_panel = follows.map(|_| by_ending(&tried(Answers::Panel).0).collect());
    let mut endings: Vec<EndingCount> = by_ending(&counts)
        .map(|(ending, count)| EndingCount { ending, count, own: ending == own })
        .filter(|row| row.count > 0 || row.own)
        .collect();
    endings.sort_by_key(|row| std::cmp::Reverse(row.count));
    Some(Outcomes { replays, own: Some(own), endings, by_panel, by_first, with_panel })
}

/// Replays a run once, with the luck of a seed: how it ends. With the luck that it had, as it ended.
#[must_use]
pub fn replay_once(run: &Run, panel: Option<&Panel>, seed: u64) -> Option<EndingId> {
    let mut player = Player::new(run.scenario());
    player.play(&Acts::of(run, panel), seed, Answers::Own);
    player.state.ended
}

#[expect(clippy::cast_possible_truncation, reason = "check refuses over 2,047 ids")]
fn by_ending(counts: &[u32]) -> impl Iterator<Item = (EndingId, u32)> + '_ {
    counts.iter().enumerate().map(|(index, count)| (EndingId(index as u16), *count))
}

/// The seeds of the replays of a run: a SplitMix64 stream that starts at its own.
pub fn seeds(own: u64) -> impl Iterator<Item = u64> {
    let mut state = own;
    std::iter::repeat_with(move || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    })
    .filter(move |seed| *seed != own)
}

/// Whose answers are given to the decisions that the run met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answers {
    Own,
    /// The panel's commonest in the situation that is met; the run's own where it has none.
    Panel,
}

/// An act of the run.
#[derive(Debug)]
struct Act {
    at: Minute,
    /// The turn in which it was done.
    turn: u16,
    /// Something had found the trainee, and time had not moved on since.
    found: bool,
    command: Command,
}

/// The acts of a run, with their minutes.
#[derive(Debug)]
struct Acts<'a> {
    acts: Vec<Act>,
    /// What the run answered to each decision, by its number.
    own: Vec<Option<Command>>,
    panel: Option<&'a Panel>,
}

impl<'a> Acts<'a> {
    fn of(run: &Run, panel: Option<&'a Panel>) -> Self {
        let scenario = run.scenario();
        let mut own = vec![None; scenario.tables().decisions.len()];
        let mut acts = Vec::new();
        let mut events = run.events().iter();
        let (mut turn, mut found) = (0, false);
        for (seq, at, command) in replay::commands(run.events()) {
            for event in events.by_ref() {
                match event.what {
                    What::TurnBegan { turn: began } => turn = began,
                    What::Interrupted { .. } => found = true,
                    What::WentOn | What::WentOnUntil { .. } | What::DayEnded | What::TurnEnded => found = false,
                    _ => {}
                }
                if event.seq == seq {
                    break;
                }
            }
            match &command {
                // What lets time pass, and what leaves no mark on the state.
                Command::GoOn
                | Command::GoOnUntil { .. }
                | Command::EndDay
                | Command::EndTurn
                | Command::Note { .. }
                | Command::Cite(_)
                | Command::KeepDraft { .. }
                | Command::DiscardDraft { .. }
                | Command::Reveal { .. } => continue,
                Command::Decide { decision, .. } => {
                    if let Some(id) = scenario.decision_called(decision) {
                        own[id.index()] = Some(command.clone());
                    }
                }
                Command::Open { .. } | Command::Do { .. } | Command::Tell { .. } | Command::File { .. } => {}
            }
            acts.push(Act { at, turn, found, command });
        }
        Self { acts, own, panel }
    }
}

/// Plays one replay after another in the same memory.
#[derive(Debug)]
struct Player<'s> {
    scenario: &'s Scenario,
    state: State,
    luck: Luck,
    by_panel: bool,
    by_first: bool,
}

impl<'s> Player<'s> {
    fn new(scenario: &'s Scenario) -> Self {
        let state = State::new(scenario.tables());
        Self { scenario, state, luck: Luck::new(0), by_panel: false, by_first: false }
    }

    fn play(&mut self, acts: &Acts<'_>, seed: u64, answers: Answers) {
        self.state.reset(self.scenario.tables());
        self.luck.reset(seed);
        (self.by_panel, self.by_first) = (false, false);
        Engine::new(self.scenario.tables(), &mut self.state, &mut self.luck, &mut Silent).begin();
        for act in &acts.acts {
            self.reach(Some(act), acts, answers);
            if self.state.ended.is_some() {
                return;
            }
            if self.state.turn != act.turn {
                // Its moment did not come with this luck.
                continue;
            }
            match &act.command {
                Command::Decide { decision, .. } if answers == Answers::Panel => {
                    if let Some(id) = self.scenario.decision_called(decision) {
                        self.answer(id, acts, answers);
                    }
                }
                // What can't be done with this luck is left out.
                command => drop(self.give_as_far_as_it_goes(command)),
            }
        }
        self.reach(None, acts, answers);
    }

    fn give(&mut self, command: &Command) -> Result<(), Refusal> {
        decide::decide(self.scenario, &mut self.state, &mut self.luck, &mut Silent, command).map(drop)
    }

    /// Gives a command; if it is refused, once more without citing what is not there to be cited with this luck.
    fn give_as_far_as_it_goes(&mut self, command: &Command) -> Result<(), Refusal> {
        let refused = match self.give(command) {
            Err(refusal @ Refusal::NotThere { .. }) => refusal,
            settled => return settled,
        };
        let mut command = command.clone();
        let cites = match &mut command {
            Command::File { filing, .. } => &mut filing.cites,
            Command::Decide { committed, .. } => &mut committed.cites,
            _ => return Err(refused),
        };
        let before = cites.len();
        cites.retain(|cite| {
            let item = self.scenario.item_called(&cite.item);
            item.is_some_and(|item| decide::is_read(self.scenario, &self.state, item))
        });
        if cites.len() == before { Err(refused) } else { self.give(&command) }
    }

    /// Lets time pass until the minute of an act, or until the run is over. What takes longer with this luck may go
    /// past it.
    fn reach(&mut self, act: Option<&Act>, acts: &Acts<'_>, answers: Answers) {
        let calendar = &self.scenario.tables().calendar;
        for _ in 0..MOST_STOPS {
            if self.state.ended.is_some() {
                return;
            }
            let closes =
                calendar.turns.get(usize::from(self.state.turn)).map_or(self.state.clock, |turn| turn.closes);
            let until = match act {
                Some(act) if act.turn < self.state.turn => return,
                Some(act) if act.turn == self.state.turn => {
                    if self.state.clock >= act.at {
                        return;
                    } else if act.at <= closes {
                        Some(act.at)
                    } else if act.found {
                        None
                    } else if self.state.clock < closes {
                        // It was done late: here it is done as soon as the office closes, or later.
                        Some(closes)
                    } else {
                        return;
                    }
                }
                _ => None,
            };
            let given = if self.state.work.hand != 0 {
                self.give(&Command::GoOn)
            } else if let Some(until) = until {
                self.give(&Command::GoOnUntil { until })
            } else {
                self.give(&Command::EndTurn)
            };
            let moved = match given {
                Ok(()) => true,
                Err(Refusal::AnswerFirst { decision }) => {
                    self.scenario.decision_called(&decision).is_some_and(|id| self.answer(id, acts, answers))
                }
                Err(_) => false,
            };
            if !moved {
                return;
            }
        }
    }

    /// Answers a decision that is put; whether that was possible.
    fn answer(&mut self, id: DecisionId, acts: &Acts<'_>, answers: Answers) -> bool {
        let own = acts.own.get(id.index()).and_then(Option::as_ref);
        let by_panel = |player: &mut Self| {
            let (situation, open) = player.asked(id);
            let sheet = acts.panel?.sheet(id, situation).filter(|sheet| !sheet.stale)?;
            let answer = commonest::commonest(player.scenario.decision(id), sheet, open)?;
            player.commit(id, answer).ok()
        };
        if answers == Answers::Panel && by_panel(self).is_some() {
            return true;
        }
        if own.is_some_and(|own| self.give_as_far_as_it_goes(own).is_ok()) {
            return true;
        }
        if answers == Answers::Own && by_panel(self).is_some() {
            self.by_panel = true;
            return true;
        }
        let (_, open) = self.asked(id);
        let answer = commonest::first_by_id(self.scenario.decision(id), open);
        self.by_first = true;
        self.commit(id, answer).is_ok()
    }

    /// The situation that a decision is in now, and the options that are open, a bit each.
    fn asked(&self, id: DecisionId) -> (usize, u16) {
        let tables = self.scenario.tables();
        (usize::from(self.state.situation(tables, id)), self.state.open_options(tables, id))
    }

    fn commit(&mut self, id: DecisionId, answer: Answer) -> Result<(), Refusal> {
        let decision = self.scenario.decision(id).id.clone();
        let committed = Committed {
            answer,
            reason: STAND_IN.to_owned(),
            sure: None,
            change: None,
            cites: Vec::new(),
            how: How::Alone,
        };
        self.give(&Command::Decide { decision, committed })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::sample::{self, act, at, choose, decide, finish, until};

    #[test]
    fn the_same_seed_gives_the_same_counts() {
        let scenario = sample::sample();
        let mut run = Run::begin(scenario.clone(), 5);
        until(&mut run, at(0, 1, 9, 0));
        act(&mut run, "visit");
        finish(&mut run);
        let panel = sample::panel(&scenario);
        let once = outcomes(&run, Some(&panel), 1_000).unwrap();
        assert_eq!(outcomes(&run, Some(&panel), 1_000), Some(once.clone()));
        // After a visit it gets worse once in ten: 100 of 1,000, give or take three times sqrt(90).
        let worse = once.endings.iter().find(|row| row.ending == EndingId(0)).unwrap();
        assert!((70..130).contains(&worse.count), "{once:?}");
        assert_eq!(once.endings.iter().map(|row| row.count).sum::<u32>(), 1_000);
        assert_eq!((once.by_panel, once.by_first), (0, 0));
        assert_eq!(once.with_panel.as_ref().unwrap().len(), 2);
        let mut told = Vec::new();
        let telling = outcomes_telling(&run, Some(&panel), 1_000, &mut |done, of| told.push((done, of)));
        assert_eq!(telling, Some(once));
        assert_eq!((told.len(), told[0], told[1_999]), (2_000, (1, 2_000), (2_000, 2_000)));
    }

    /// "late" is only put if he goes, and he goes only if the answer was to wait. Nobody reviewed it.
    #[test]
    fn what_the_run_never_met_is_answered_and_counted() {
        let scenario = sample::sample();
        let panel = sample::panel(&scenario);
        let mut run = Run::begin(scenario.clone(), 5);
        until(&mut run, at(0, 1, 9, 0));
        decide(&mut run, "one", choose("wait"));
        // The run is broken off by what it had no luck with: week 1 was never answered in it.
        let end = sample::SAMPLE.replace("odds: 0.5", "odds: 1").replace("at: Week(1, Wed)", "at: Week(0, Thu)");
        let ends = sample::scenario(&end);
        let mut short = Run::begin(ends, 5);
        until(&mut short, at(0, 1, 9, 0));
        decide(&mut short, "one", choose("wait"));
        until(&mut short, at(0, 4, 9, 0));
        assert!(short.is_over());
        // The same commands where the week goes on: every decision after Tuesday is new to them.
        let acts = Acts::of(&short, Some(&panel));
        let mut player = Player::new(&scenario);
        player.play(&acts, 1, Answers::Own);
        assert!(player.state.ended.is_some());
        assert!(player.by_panel, "some, order, each and risk were reviewed");
        assert!(player.by_first, "late was not");
        let late = scenario.decision_called("late").unwrap();
        let options = scenario.tables().decisions[late.index()].options.of(&scenario.tables().options);
        assert!(player.state.has(options[1].chose), "the first option by id, not by place");
        assert_eq!(outcomes(&run, Some(&panel), 10), None, "a run that is not over is not replayed");
    }

    /// The first numbers of SplitMix64 from 1234567 as its author's own program gives them
    /// (<https://prng.di.unimi.it/splitmix64.c>; the vector is that of Rosetta Code).
    #[test]
    fn seeds_are_splitmix() {
        let first: Vec<u64> = seeds(1_234_567).take(5).collect();
        let known = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        assert_eq!(first, known);
    }
}
