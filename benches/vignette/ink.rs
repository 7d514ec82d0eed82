//! The benchmark vignette as an ink story, played by bladeink.
//!
//! The story's luck is its own, so only its number of texts can be compared: see README.md.

#![allow(clippy::expect_used, reason = "a benchmark whose story is broken must stop")]

use bladeink::story::Story;
use bladeink::value_type::ValueType;

/// The compiled story.
pub(crate) const STORY: &str = include_str!("ink.json");

/// Reads the story once; `play` may then be called any number of times.
pub(crate) fn load(json: &str) -> Story {
    Story::new_with_seed(json, 0).expect("ink.json is a compiled ink story")
}

/// Plays the story once from its start and returns how many texts were shown: arrivals, questions, answers, ending.
pub(crate) fn play(story: &mut Story, seed: u64) -> usize {
    let mut rng = SplitMix64(seed ^ 0x9E37_79B9_7F4A_7C15);
    story.reset_state().expect("no play is going on");
    // The story draws from seed, seed + 1, ...: neighbouring seeds would share their luck.
    let luck = (SplitMix64(seed).next() >> 34) as i32;
    story.set_variable("luck", &ValueType::Int(luck)).expect("the story declares `luck`");
    let mut texts = 0;
    loop {
        while story.can_continue() {
            let text = story.cont().expect("the story has no errors");
            std::hint::black_box(&text);
            texts += 1;
        }
        let open = story.get_current_choice_infos().len() as u64;
        if open == 0 {
            return texts;
        }
        let nth = ((rng.next() >> 32) * open) >> 32;
        story.choose_choice_index(nth as usize).expect("the choice is open");
    }
}

/// The random player's stream, as in `hand.rs`.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}
