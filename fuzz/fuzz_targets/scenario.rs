//! Any bytes: read, checked, and if they are a scenario, played. `cargo +nightly fuzz run scenario fuzz/corpus/scenario
//! scenarios tests/suite`
#![no_main]

use std::sync::Arc;

use defensible::bundled;
use defensible::explore::{Dice, random_command};
use defensible::run::Run;
use defensible::scenario::{check, locate, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = parse::text("fuzz.ron", bytes.to_vec()) else { return };
    let Ok(raw) = parse::scenario(&source) else { return };
    let Ok(practice) = bundled::practice() else { return };
    let checked = check::scenario(raw, None, &practice, &[]);
    let _ = locate::locate(&source, checked.findings);
    let Some(scenario) = checked.scenario.map(Arc::new) else { return };
    for seed in 0..50 {
        let mut dice = Dice::new(seed);
        let mut run = Run::begin(Arc::clone(&scenario), seed);
        for _ in 0..60 {
            let command = random_command(&run, &mut dice);
            let _ = run.command(&command);
        }
    }
});
