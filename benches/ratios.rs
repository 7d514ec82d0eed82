//! How fast, as ratios measured side by side in one run, on one thread (`cargo bench`). Goals are those that the
//! design sets; each line says whether it is met. [`figures`] says what its peer needs.
//!
//! Peers take turns in short rounds, and the figure is the median of the rounds' ratios: whatever else the machine is
//! doing then slows both. Nothing in the tests depends on time.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a benchmark that can't run stops")]

#[path = "vignette/hand.rs"]
mod hand;
#[path = "vignette/ink.rs"]
mod ink;

mod allocations;
mod figures;

use std::hint::black_box;
use std::time::{Duration, Instant};

use defensible::bundled;
use defensible::explore::{Dice, decide_at_random};
use defensible::run::log::{Compact, Silent};
use defensible::run::rng::Luck;
use defensible::run::state::State;
use defensible::scenario::check::{self, Practice};
use defensible::scenario::model::Scenario;
use defensible::scenario::{parse, raw};
use defensible::source::Source;

const VIGNETTE: &str = include_str!("vignette/vignette.scenario.ron");
const LARGE: &str = include_str!("vignette/large.scenario.ron");

fn main() {
    let practice = bundled::practice().expect("the bundled practice is sound");
    let vignette = checked("vignette.scenario.ron", VIGNETTE, &practice);
    let mut play = Play::new(&vignette);

    let seeds = same_logs(&mut play, 100_000);
    println!("   logs equal to the hand-coded vignette on {seeds} seeds");
    random_play(&mut play);
    against_ink(&mut play);
    allocations(&mut play);
    size_of_log(&mut play);
    reading(&practice);
    copying(&vignette);
    figures::against_numpy();
}

/// One line of the report.
fn report(number: u8, what: &str, figure: &str, goal: &str, met: bool) {
    println!("{number:>2} {what:<58} {figure:>22}   goal {goal:<14} {}", if met { "met" } else { "NOT MET" });
}

fn checked(name: &str, text: &str, practice: &Practice) -> Scenario {
    let raw = parse::scenario(&Source::new(name, text)).expect("it parses");
    check::scenario(raw, None, practice, &[]).scenario.expect("it checks")
}

/// Everything that a play needs, kept from play to play.
struct Play<'s> {
    scenario: &'s Scenario,
    state: State,
    luck: Luck,
    log: Compact,
}

impl<'s> Play<'s> {
    fn new(scenario: &'s Scenario) -> Self {
        Self { scenario, state: State::new(scenario.tables()), luck: Luck::new(0), log: Compact::default() }
    }

    fn logged(&mut self, seed: u64) -> &[u32] {
        let tables = self.scenario.tables();
        self.state.reset(tables);
        self.luck.reset(seed);
        self.log.clear();
        decide_at_random(tables, &mut self.state, &mut self.luck, &mut self.log, &mut Dice::new(seed));
        &self.log.entries
    }

    fn silent(&mut self, seed: u64) {
        let tables = self.scenario.tables();
        self.state.reset(tables);
        self.luck.reset(seed);
        decide_at_random(tables, &mut self.state, &mut self.luck, &mut Silent, &mut Dice::new(seed));
    }
}

fn by_hand(seed: u64, log: &mut Vec<u32>) {
    log.clear();
    hand::play(seed, &mut hand::PlayerRng::new(seed), log);
}

fn same_logs(play: &mut Play<'_>, seeds: u64) -> u64 {
    let mut other = Vec::new();
    for seed in 0..seeds {
        by_hand(seed, &mut other);
        assert_eq!(play.logged(seed), other, "the logs of seed {seed} differ");
    }
    seeds
}

/// Times two things in turns; the median of the ratios of the first to the second, and the median time of each.
fn in_turns(mut first: impl FnMut(u64), mut second: impl FnMut(u64), (a, b): (u64, u64)) -> (f64, f64, f64) {
    const ROUNDS: usize = 31;
    let mut ratios = Vec::with_capacity(ROUNDS);
    let mut firsts = Vec::with_capacity(ROUNDS);
    let mut seconds = Vec::with_capacity(ROUNDS);
    for round in 0..ROUNDS as u64 {
        let one = each(&mut first, round * a, a);
        let two = each(&mut second, round * b, b);
        ratios.push(one / two);
        firsts.push(one);
        seconds.push(two);
    }
    (median(ratios), median(firsts), median(seconds))
}

/// Seconds for one of `n` calls.
fn each(work: &mut impl FnMut(u64), from: u64, n: u64) -> f64 {
    let start = Instant::now();
    for seed in from..from + n {
        work(seed);
    }
    start.elapsed().as_secs_f64() / n as f64
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn random_play(play: &mut Play<'_>) {
    let mut log = Vec::new();
    let (ratio, ours, theirs) = in_turns(
        |seed| {
            black_box(play.logged(seed));
        },
        |seed| {
            by_hand(seed, &mut log);
            black_box(&log);
        },
        (5_000, 5_000),
    );
    let figure = format!("{ratio:.2}x ({:.0} / {:.0} ns)", ours * 1e9, theirs * 1e9);
    report(1, "a random play with its log, to the hand-coded one", &figure, "<= 2x", ratio <= 2.0);
    let (ratio, silent, _) = in_turns(|seed| play.silent(seed), |seed| by_hand(seed, &mut Vec::new()), (5_000, 100));
    println!("   the same without a log: {:.0} ns ({ratio:.2}x of a hand-coded play with a new log)", silent * 1e9);
}

fn against_ink(play: &mut Play<'_>) {
    let mut story = ink::load(ink::STORY);
    let (ratio, theirs, _) = in_turns(
        |seed| {
            black_box(ink::play(&mut story, seed));
        },
        |seed| {
            black_box(play.logged(seed));
        },
        (20, 5_000),
    );
    let figure = format!("{ratio:.0}x ({:.0} us a story)", theirs * 1e6);
    report(2, "plays to those of bladeink", &figure, ">= 500x", ratio >= 500.0);
}

fn allocations(play: &mut Play<'_>) {
    for seed in 0..1_000 {
        play.logged(seed);
    }
    let before = allocations::count();
    for seed in 0..10_000 {
        black_box(play.logged(seed));
    }
    let made = allocations::count() - before;
    report(4, "heap allocations in 10,000 plays, after warm-up", &made.to_string(), "0", made == 0);
}

fn size_of_log(play: &mut Play<'_>) {
    let entries: usize = (0..1_000).map(|seed| play.logged(seed).len()).sum();
    let bytes = size_of_val(play.log.entries.as_slice()) / play.log.entries.len();
    let figure = format!("{bytes} ({:.1} entries a play)", entries as f64 / 1e3);
    report(5, "bytes an entry of the log", &figure, "<= 4", bytes <= 4);
}

fn reading(practice: &Practice) {
    let source = Source::new("large.scenario.ron", LARGE);
    let options = ron::Options::default().with_default_extension(
        ron::extensions::Extensions::IMPLICIT_SOME | ron::extensions::Extensions::UNWRAP_VARIANT_NEWTYPES,
    );
    let (ratio, ours, theirs) = in_turns(
        |_| {
            let raw = parse::scenario(&source).expect("it parses");
            black_box(check::scenario(raw, None, practice, &[]).scenario.expect("it checks"));
        },
        |_| {
            black_box(options.from_str::<raw::Scenario>(LARGE).expect("it parses"));
        },
        (20, 20),
    );
    let figure = format!("{ratio:.2}x ({:.0} / {:.0} us)", ours * 1e6, theirs * 1e6);
    let what = format!("{} KB of text to a ready model, to ron alone", LARGE.len() / 1024);
    report(7, &what, &figure, "<= 2x", ratio <= 2.0);
}

fn copying(scenario: &Scenario) {
    const COPIES: u32 = 200_000;
    let tables = scenario.tables();
    let mut state = State::new(tables);
    decide_at_random(tables, &mut state, &mut Luck::new(3), &mut Silent, &mut Dice::new(3));
    let mut copy = state.clone();
    let mut times: Vec<f64> = Vec::new();
    for _ in 0..21 {
        let start = Instant::now();
        for _ in 0..COPIES {
            copy.clone_from(black_box(&state));
            black_box(&copy);
        }
        let spent: Duration = start.elapsed();
        times.push(spent.as_secs_f64() / f64::from(COPIES) * 1e9);
    }
    let nanoseconds = median(times);
    report(8, "copying the state of a run", &format!("{nanoseconds:.1} ns"), "<= 50 ns", nanoseconds <= 50.0);
}
