//! Habits: what somebody would earn who always did the same, whatever the case.
//!
//! A habit opens all that it can afford, items in the order of their numbers; does the responses of its kind in order of
//! id, each at most once a turn, with forms at their least; and answers what waits. It does so each time that something
//! is noticed. Decisions:
//!
//! | question | a kind | longest | middle | random |
//! |---|---|---|---|---|
//! | choose one | its options, shared equally; none of its kind: all, equally | the longest, equally | all, equally | all, equally |
//! | choose up to n | its options, n of them by draw; none: n of all by draw | the n longest | n of all by draw | some of all by draw |
//! | rank | its options first, the order within both groups by draw | the longer before the shorter | by draw | by draw |
//! | rate each | +2 for its options, 0 for the others | +2 for the longest, 0 for the others | 0 | by draw |
//! | rate the risk | medium; high for enforce and recall | medium | medium | by draw |
//!
//! Only options that are open count. An option is as long as its label and its line have characters; options of equal
//! length are ordered by draw. A habit's credit at a decision is the mean credit over the answers that it shares;
//! where it draws, over [`DRAWS`] draws from dice of their own. What it commits is one of these answers, drawn by the
//! dice of the play.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::review::credit;
use crate::review::panel::Panel;
use crate::run::command::{Command, Filing};
use crate::scenario::ids::{CaseId, DecisionId, ItemId, ResponseId};
use crate::scenario::model::Scenario;
use crate::scenario::raw::{Answer, Ask, DecisionOption, Entries, Kind, Level};

use super::Dice;
use super::answers::{self, places, shuffle};
use super::forms::Paper;
use super::game::{Game, Pace, Passed, Player, pass};
use super::open::{self, short};
use super::survey::{Survey, Surveyor};

/// A decision at which a fixed habit earns more than this is weak: it does not tell judgement from habit.
pub const WEAK: f64 = 0.8;

/// Draws over which the credit of an answer that is drawn is averaged.
pub const DRAWS: usize = 64;

/// Parts of one in which credit is added up, so that sums are the same in whatever order they are made.
const UNIT: f64 = 1e9;

/// Passings of time in one play, at most.
const MOST_PASSINGS: usize = 100_000;

/// Something that is always done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Habit {
    /// Always the responses and options of a kind.
    Kind(Kind),
    /// Always the option with the most to read. No responses.
    Longest,
    /// Always the middle of a scale. No responses.
    Middle,
    /// Any option that is open. No responses.
    Random,
}

impl Habit {
    /// The habits that mean something in a scenario: each kind that its decisions offer, longest, middle and random.
    #[must_use]
    pub fn all(scenario: &Scenario) -> Vec<Self> {
        let offered = |kind: &&Kind| {
            let mut options = scenario.raw().decisions.iter().flat_map(|decision| &decision.options);
            options.any(|option| option.kind == **kind)
        };
        let kinds = Kind::ALL.iter().filter(offered).map(|kind| Self::Kind(*kind));
        kinds.chain([Self::Longest, Self::Middle, Self::Random]).collect()
    }

    /// Whether it always does the same. Any option is no habit: it says what chance would earn.
    #[must_use]
    pub const fn is_fixed(self) -> bool {
        !matches!(self, Self::Random)
    }

    /// Whether it wins a decision at which it earns this.
    #[must_use]
    pub const fn wins(self, credit: f64) -> bool {
        self.is_fixed() && credit > WEAK
    }

    /// The answers that it shares equally among the open options (a bit each). Empty if no option is open.
    #[must_use]
    pub fn answers(self, scenario: &Scenario, id: DecisionId, open: u16) -> Vec<Answer> {
        let decision = scenario.decision(id);
        let name = |at: usize| decision.options[at].id.clone();
        let open: Vec<usize> = places(open).filter(|at| *at < decision.options.len()).collect();
        let long = |at: usize| length(&decision.options[at]);
        let longest = open.iter().map(|at| long(*at)).max();
        let own = |at: usize| match self {
            Self::Kind(kind) => decision.options[at].kind == kind,
            Self::Longest => Some(long(at)) == longest,
            Self::Middle | Self::Random => false,
        };
        // What comes before what, where more than one is taken.
        let rank = |at: &usize| if self == Self::Longest { long(*at) } else { usize::from(own(*at)) };
        let mut liked: Vec<usize> = open.iter().copied().filter(|at| own(*at)).collect();
        if liked.is_empty() {
            liked.clone_from(&open);
        }
        if open.is_empty() && !matches!(decision.ask, Ask::RateRisk(_)) {
            return Vec::new();
        }
        // The same draws for the same question, whatever was played before.
        let mut dice = Dice::new(0x4A81 ^ u64::from(id.0));
        let mut drawn = |draw: &mut dyn FnMut(&mut Dice) -> Answer| (0..DRAWS).map(|_| draw(&mut dice)).collect();
        match &decision.ask {
            Ask::ChooseOne => liked.into_iter().map(|at| Answer::Choose(name(at))).collect(),
            Ask::ChooseUpTo(most) => drawn(&mut |dice| {
                let mut some = if self == Self::Longest { open.clone() } else { liked.clone() };
                let most = usize::from(*most).min(some.len());
                let many = if self == Self::Random { 1 + dice.below(most) } else { most };
                shuffle(&mut some, dice);
                some.sort_by_key(|at| Reverse(rank(at)));
                some.truncate(many);
                Answer::ChooseSome(some.into_iter().map(name).collect())
            }),
            Ask::Rank => drawn(&mut |dice| {
                let mut order = open.clone();
                shuffle(&mut order, dice);
                order.sort_by_key(|at| Reverse(rank(at)));
                Answer::Rank(order.into_iter().map(name).collect())
            }),
            Ask::RateEach if self == Self::Random => drawn(&mut |dice| {
                Answer::Rate(Entries(open.iter().map(|at| (name(*at), answers::rating(dice))).collect()))
            }),
            Ask::RateEach => {
                vec![Answer::Rate(Entries(open.iter().map(|at| (name(*at), i8::from(own(*at)) * 2)).collect()))]
            }
            Ask::RateRisk(risks) if self == Self::Random => drawn(&mut |dice| {
                Answer::Levels(Entries(risks.iter().map(|risk| (*risk, answers::level(dice))).collect()))
            }),
            Ask::RateRisk(risks) => {
                let high = matches!(self, Self::Kind(Kind::Enforce | Kind::Recall));
                let level = if high { Level::High } else { Level::Medium };
                vec![Answer::Levels(Entries(risks.iter().map(|risk| (*risk, level)).collect()))]
            }
        }
    }

    /// Its credit at a decision in a situation, with these options open: the mean over the answers that it shares.
    /// Nothing where a trainee's answer would not be scored.
    #[must_use]
    pub fn credit(self, scenario: &Scenario, panel: &Panel, at: (DecisionId, usize), open: u16) -> Option<f64> {
        mean_credit(scenario, panel, at, &self.answers(scenario, at.0, open))
    }
}

/// How much there is to read of an option, in characters.
fn length(option: &DecisionOption) -> usize {
    std::iter::once(&option.label).chain(&option.line).map(|text| text.chars().count()).sum()
}

/// The fixed habits that win a decision in a situation with every option open, and what they earn: the best first.
#[must_use]
pub fn winners(scenario: &Scenario, panel: &Panel, at: (DecisionId, usize)) -> Vec<(Habit, f64)> {
    let open = (0..scenario.decision(at.0).options.len().min(16)).fold(0, |open, at| open | 1 << at);
    let earned = |habit: Habit| Some((habit, habit.credit(scenario, panel, at, open)?));
    let all = Habit::all(scenario).into_iter().filter_map(earned);
    best_first(all.filter(|(habit, credit)| habit.wins(*credit)).collect())
}

/// Habits by what they earn. Those that earn the same stay in the order of their list.
#[must_use]
pub fn best_first(mut habits: Vec<(Habit, f64)>) -> Vec<(Habit, f64)> {
    habits.sort_by(|a, b| b.1.total_cmp(&a.1));
    habits
}

fn mean_credit(
    scenario: &Scenario,
    panel: &Panel,
    (decision, situation): (DecisionId, usize),
    answers: &[Answer],
) -> Option<f64> {
    let sheet = panel.sheet(decision, situation);
    let one = |answer: &Answer| credit::compare(scenario, decision, sheet, answer).credit.score();
    let all: Option<Vec<f64>> = answers.iter().map(one).collect();
    let all = all.filter(|all| !all.is_empty())?;
    Some(all.iter().sum::<f64>() / all.len() as f64)
}

/// Credit added up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// In billionths.
    total: u64,
    /// How many figures went in.
    pub n: u32,
}

impl Sum {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a credit lies between 0 and 1")]
    fn add(&mut self, credit: f64) {
        self.total += (credit.clamp(0.0, 1.0) * UNIT).round() as u64;
        self.n += 1;
    }

    fn append(&mut self, other: Self) {
        self.total += other.total;
        self.n += other.n;
    }

    /// The mean; nothing if nothing went in.
    #[must_use]
    pub fn mean(self) -> Option<f64> {
        (self.n > 0).then(|| self.total as f64 / UNIT / f64::from(self.n))
    }
}

/// What a habit came to, over plays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    pub habit: Habit,
    pub survey: Survey,
    /// By decision: its credit in the situations that the plays met.
    pub by_decision: Vec<Sum>,
    /// The mean credit of each play over its scored decisions.
    pub runs: Sum,
}

impl Tried {
    /// No plays of a habit.
    #[must_use]
    pub fn of(scenario: &Scenario, habit: Habit) -> Self {
        let by_decision = vec![Sum::default(); scenario.tables().decisions.len()];
        Self { habit, survey: Survey::of(scenario), by_decision, runs: Sum::default() }
    }

    /// Adds the plays of the seeds that follow.
    pub fn append(&mut self, later: &Self) {
        self.survey.append(&later.survey);
        for (sum, later) in self.by_decision.iter_mut().zip(&later.by_decision) {
            sum.append(*later);
        }
        self.runs.append(later.runs);
    }
}

/// Plays a habit with each seed.
#[must_use]
pub fn try_habit(scenario: &Scenario, panel: Option<&Panel>, habit: Habit, seeds: Range<u64>) -> Tried {
    let mut surveyor = Surveyor::new(scenario);
    let mut player = Creature::new(scenario, panel, habit);
    for seed in seeds {
        surveyor.play(seed, &mut player);
        player.count();
    }
    Tried { habit, survey: surveyor.finish(), by_decision: player.by_decision, runs: player.runs }
}

/// What a habit answers to a question as it stands, and what that earns.
#[derive(Debug, Clone)]
struct Habitual {
    answers: Vec<Answer>,
    credit: Option<f64>,
}

/// A creature of habit.
#[derive(Debug)]
struct Creature<'s> {
    scenario: &'s Scenario,
    panel: Option<&'s Panel>,
    habit: Habit,
    /// Its responses, by id.
    responses: Vec<ResponseId>,
    /// The turn in which each was done last, from one.
    done_in: Vec<u16>,
    /// By decision, situation and open options.
    known: BTreeMap<(DecisionId, usize, u16), Habitual>,
    by_decision: Vec<Sum>,
    runs: Sum,
    /// Credits of the present play.
    play: Vec<f64>,
}

impl<'s> Creature<'s> {
    fn new(scenario: &'s Scenario, panel: Option<&'s Panel>, habit: Habit) -> Self {
        let all = (0..scenario.tables().responses.len()).map(|at| ResponseId(short(at)));
        let own = |id: &ResponseId| matches!(habit, Habit::Kind(kind) if scenario.response_kind(*id) == kind);
        let mut responses: Vec<ResponseId> = all.filter(own).collect();
        responses.sort_by_key(|id| scenario.response_name(*id));
        Self {
            scenario,
            panel,
            habit,
            done_in: vec![0; responses.len()],
            responses,
            known: BTreeMap::new(),
            by_decision: vec![Sum::default(); scenario.tables().decisions.len()],
            runs: Sum::default(),
            play: Vec::new(),
        }
    }

    /// The play is over: its mean counts as one.
    fn count(&mut self) {
        if !self.play.is_empty() {
            self.runs.add(self.play.iter().sum::<f64>() / self.play.len() as f64);
        }
        self.play.clear();
    }

    fn read_all<G: Game>(&self, game: &mut G) -> bool {
        let tables = self.scenario.tables();
        let mut any = false;
        for item in open::items(tables) {
            let left = open::minutes_left(tables, game.state());
            while open::can_read(tables, game.state(), item, left) && read(self.scenario, game, item) {
                any = true;
            }
        }
        any
    }

    fn respond<G: Game>(&mut self, game: &mut G) -> bool {
        let (scenario, tables) = (self.scenario, self.scenario.tables());
        let mut any = false;
        for (at, id) in self.responses.iter().enumerate() {
            let turn = game.state().turn + 1;
            let left = open::minutes_left(tables, game.state());
            if self.done_in[at] == turn || !open::can_do(scenario, game.state(), *id, left) {
                continue;
            }
            let response = scenario.response_name(*id).to_owned();
            let command = match filing(scenario, game, *id) {
                Some(Some((case, filing))) => {
                    Command::File { response, case: case.map(|case| scenario.case(case).id.clone()), filing }
                }
                Some(None) => continue,
                None => Command::Do { response },
            };
            if game.give(&command).is_ok() {
                self.done_in[at] = turn;
                any = true;
            }
            if game.state().ended.is_some() {
                break;
            }
        }
        any
    }

    fn answer<G: Game>(&mut self, game: &mut G, id: DecisionId, dice: &mut Dice) -> bool {
        let (scenario, tables) = (self.scenario, self.scenario.tables());
        let open = game.state().open_options(tables, id);
        let situation = usize::from(game.state().situation(tables, id));
        let (habit, panel) = (self.habit, self.panel);
        let known = self.known.entry((id, situation, open)).or_insert_with(|| {
            let answers = habit.answers(scenario, id, open);
            let credit = panel.and_then(|panel| mean_credit(scenario, panel, (id, situation), &answers));
            Habitual { answers, credit }
        });
        let Some(answer) = dice.one_of(&known.answers) else { return false };
        if game.give(&answers::commit(&scenario.decision(id).id, answer.clone(), Vec::new())).is_err() {
            return false;
        }
        if let Some(credit) = known.credit {
            self.by_decision[id.index()].add(credit);
            self.play.push(credit);
        }
        true
    }

    /// Answers all that waits. False if something can't be answered.
    fn answer_all<G: Game>(&mut self, game: &mut G, dice: &mut Dice) -> bool {
        let tables = self.scenario.tables();
        for at in 0..tables.decisions.len() {
            while let Some(id) = open::at_once(tables, game.state()) {
                if !self.answer(game, id, dice) {
                    return false;
                }
            }
            if game.state().ended.is_none()
                && game.state().has(tables.decisions[at].waits)
                && !self.answer(game, DecisionId(short(at)), dice)
            {
                return false;
            }
        }
        true
    }
}

impl Player for Creature<'_> {
    fn play<G: Game>(&mut self, game: &mut G, dice: &mut Dice) -> bool {
        let tables = self.scenario.tables();
        self.done_in.fill(0);
        self.play.clear();
        for _ in 0..MOST_PASSINGS {
            if open::at_once(tables, game.state()).is_some() && !self.answer_all(game, dice) {
                return false;
            }
            let mut did = true;
            while did && game.state().ended.is_none() {
                did = self.read_all(game);
                did |= game.state().ended.is_none() && self.respond(game);
            }
            if game.state().ended.is_none() && !self.answer_all(game, dice) {
                return false;
            }
            if game.state().ended.is_some() {
                return true;
            }
            if pass(game, Pace::Notice) == Passed::Stuck {
                return false;
            }
        }
        false
    }
}

fn read<G: Game>(scenario: &Scenario, game: &mut G, item: ItemId) -> bool {
    game.give(&Command::Open { item: scenario.item_name(item).to_owned(), nth: None }).is_ok()
}

/// The form of a response at its least: nothing if it has none, an inner nothing if it can't be completed now.
#[expect(clippy::option_option, reason = "no form and no way to complete it are two things")]
fn filing<G: Game>(scenario: &Scenario, game: &G, response: ResponseId) -> Option<Option<(Option<CaseId>, Filing)>> {
    let row = &scenario.tables().responses[response.index()];
    let form = row.form?;
    let any = || open::cases(scenario.tables(), game.state()).next().filter(|_| row.everyday);
    let case = row.case.or_else(any);
    let paper = Paper { scenario, state: game.state(), form, case };
    Some(paper.least().map(|filing| (case, filing)))
}
