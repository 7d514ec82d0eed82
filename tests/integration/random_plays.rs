//! Plays of random commands, sound and unsound: nothing panics, every log replays to the same state, and one seed gives
//! the same bytes twice, in debug and in release.
//!
//! Here a few hundred plays of each scenario; `cargo test --release -- --ignored a_hundred_thousand` runs the whole
//! hundred thousand, as `.ci/run` does.

use std::sync::Arc;

use defensible::bundled;
use defensible::explore::{Dice, random_command};
use defensible::run::event::What;
use defensible::run::{Run, replay};
use defensible::scenario::model::Scenario;
use defensible::scenario::{check, parse};
use defensible::source::Source;

/// Commands after which a play is left where it stands: most end sooner. A long case takes more of them.
fn most_commands(scenario: &Scenario) -> usize {
    400.max(100 * scenario.tables().calendar.turns.len())
}

/// Scenarios with different shapes of time, ask and state.
fn scenarios() -> Vec<(String, Arc<Scenario>)> {
    let practice = bundled::practice().unwrap();
    let mut texts: Vec<(String, String)> = bundled::scenarios()
        .into_iter()
        .map(|bundled| (bundled.slug.to_owned(), bundled.file("scenario.ron").unwrap().to_owned()))
        .collect();
    texts.push(("everything".into(), include_str!("../scenarios/everything.scenario.ron").to_owned()));
    texts
        .into_iter()
        .map(|(name, text)| {
            let raw = parse::scenario(&Source::new(&name, &text)).unwrap();
            let checked = check::scenario(raw, None, &practice, &[]);
            let scenario = checked.scenario.unwrap_or_else(|| panic!("{name}: {:#?}", checked.findings));
            (name, Arc::new(scenario))
        })
        .collect()
}

/// What a play came to.
struct Played {
    run: Run,
    carried_out: usize,
    refused: usize,
}

fn play(scenario: &Arc<Scenario>, seed: u64) -> Played {
    let mut dice = Dice::new(seed);
    let mut run = Run::begin_with(Arc::clone(scenario), seed, seed.is_multiple_of(5), None);
    let (mut carried_out, mut refused) = (0, 0);
    for _ in 0..most_commands(scenario) {
        let command = random_command(&run, &mut dice);
        let before = (run.events().len(), run.state().clone());
        match run.command(&command) {
            Ok(_) => carried_out += 1,
            Err(_) => {
                refused += 1;
                let after = (run.events().len(), run.state().clone());
                assert_eq!(before, after, "a refused {command:?} left a trace");
            }
        }
        if run.is_over() {
            break;
        }
    }
    Played { run, carried_out, refused }
}

fn log(run: &Run) -> String {
    run.events().iter().map(|event| serde_json::to_string(event).unwrap() + "\n").collect()
}

/// Plays seeds and looks at each from all sides. The hash of all logs.
fn look_at(name: &str, scenario: &Arc<Scenario>, seeds: std::ops::Range<u64>) -> (blake3::Hash, Counts) {
    let mut hasher = blake3::Hasher::new();
    let mut counts = Counts::default();
    for seed in seeds {
        let played = play(scenario, seed);
        let text = log(&played.run);
        hasher.update(text.as_bytes());
        counts.add(&played);
        assert!(
            !played.run.events().iter().any(|event| event.what == What::RanAway),
            "{name}, seed {seed}: effects ran away"
        );
        let events: Vec<_> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let again = replay::replay(Arc::clone(scenario), seed, &events);
        assert_eq!(again.fault, None, "{name}, seed {seed}");
        assert_eq!(again.run.state().hash(), played.run.state().hash(), "{name}, seed {seed}: another state");
        if seed.is_multiple_of(10) {
            assert_eq!(log(&play(scenario, seed).run), text, "{name}, seed {seed}: another log the second time");
        }
    }
    (hasher.finalize(), counts)
}

/// Sums over plays, to see that the plays did something.
#[derive(Debug, Default)]
struct Counts {
    plays: u64,
    ended: u64,
    carried_out: usize,
    refused: usize,
    filed: usize,
    told: usize,
    cited: usize,
    decided: usize,
    leaked: usize,
}

impl Counts {
    fn add(&mut self, played: &Played) {
        self.plays += 1;
        self.ended += u64::from(played.run.is_over());
        self.carried_out += played.carried_out;
        self.refused += played.refused;
        for event in played.run.events() {
            match event.what {
                What::Filed { .. } => self.filed += 1,
                What::Told { .. } => self.told += 1,
                What::Cited(_) => self.cited += 1,
                What::Decided { .. } => self.decided += 1,
                What::Leaked { .. } => self.leaked += 1,
                _ => {}
            }
        }
    }
}

#[test]
fn random_plays_replay_to_the_same_state() {
    for (name, scenario) in scenarios() {
        let (_, counts) = look_at(&name, &scenario, 0..150);
        assert!(counts.ended * 2 > counts.plays, "{name}: {counts:?}");
        assert!(counts.carried_out > 1_000 && counts.refused > 1_000, "{name}: {counts:?}");
        assert!(counts.filed > 0 && counts.told > 0 && counts.cited > 0 && counts.decided > 0, "{name}: {counts:?}");
    }
}

/// The same bytes on every machine and in every build: a hash of the logs of a hundred plays, written down once.
#[test]
fn logs_are_the_same_bytes_everywhere() {
    let (_, everything) = scenarios().into_iter().find(|(name, _)| name == "everything").unwrap();
    let (hash, _) = look_at("everything", &everything, 0..100);
    insta::assert_snapshot!(hash.to_hex().to_string());
}

#[test]
#[ignore = "minutes long: .ci/run runs it in release"]
fn a_hundred_thousand_random_plays() {
    let scenarios = scenarios();
    let each = 100_000 / scenarios.len() as u64 + 1;
    // Half of the seeds on each of two cores.
    std::thread::scope(|threads| {
        for seeds in [0..each / 2, each / 2..each] {
            let scenarios = &scenarios;
            threads.spawn(move || {
                for (name, scenario) in scenarios {
                    let (_, counts) = look_at(name, scenario, seeds.clone());
                    println!("{name}, seeds {seeds:?}: {counts:?}");
                }
            });
        }
    });
}
