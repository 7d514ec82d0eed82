//! Sound scenarios with lines taken out, doubled, moved or changed for one another: whatever comes of it is read,
//! checked and, if it is still sound, played. Nothing panics, and nothing runs on for ever.

use std::sync::Arc;

use defensible::bundled;
use defensible::explore::{Dice, random_command};
use defensible::run::Run;
use defensible::scenario::{check, locate, parse};
use defensible::source::Source;

/// A text with a few of its lines changed.
fn mutated(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    for _ in 0..dice.below(3) {
        let (at, other) = (dice.below(lines.len()), dice.below(lines.len()));
        match dice.below(5) {
            0 => {
                lines.remove(at);
            }
            1 => lines.insert(at, lines[at]),
            2 => lines.swap(at, other),
            3 => lines[at] = lines[other],
            _ => {
                // A block of lines doubled elsewhere.
                let block: Vec<&str> = lines[at..(at + 6).min(lines.len())].to_vec();
                lines.splice(other..other, block);
            }
        }
    }
    let mut text = lines.join("\n");
    if dice.once_in(2) {
        // One name for another, wherever a quotation opens.
        let quotes: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
        let (a, b) = (dice.below(quotes.len() / 2) * 2, dice.below(quotes.len() / 2) * 2);
        if let (Some(from), Some(to), Some(of), Some(until)) =
            (quotes.get(a), quotes.get(a + 1), quotes.get(b), quotes.get(b + 1))
        {
            let name = text[*of..*until].to_owned();
            text.replace_range(*from..*to, &name);
        }
    }
    text
}

/// How many of so many mutations were still sound.
fn look_at(text: &str, seeds: std::ops::Range<u64>) -> usize {
    let practice = bundled::practice().unwrap();
    let mut sound = 0;
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let source = Source::new("mutated.ron", mutated(text, &mut dice));
        let Ok(raw) = parse::scenario(&source) else { continue };
        let checked = check::scenario(raw, None, &practice, &[]);
        let _ = locate::locate(&source, checked.findings);
        let Some(scenario) = checked.scenario.map(Arc::new) else { continue };
        sound += 1;
        let mut run = Run::begin(scenario, seed);
        for _ in 0..80 {
            let command = random_command(&run, &mut dice);
            let _ = run.command(&command);
        }
    }
    sound
}

#[test]
fn mutated_scenarios_are_read_checked_and_played_without_a_panic() {
    let everything = include_str!("../scenarios/everything.scenario.ron");
    let missed_monday = bundled::scenario("missed-monday").unwrap().file("scenario.ron").unwrap();
    assert!(look_at(everything, 0..400) > 0);
    assert!(look_at(missed_monday, 0..200) > 0);
}

#[test]
#[ignore = "minutes long: run it in release when the reader, the checker or the engine has changed"]
fn twenty_thousand_mutations() {
    println!("{}", look_at(include_str!("../scenarios/everything.scenario.ron"), 1_000..21_000));
}
