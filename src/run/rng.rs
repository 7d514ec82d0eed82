//! Luck: a portable stream of draws, each with a place of its own.
//!
//! Draw k of a run is word k of one ChaCha8 stream keyed by the run's seed (`format.md` 4.8), so acting a day later
//! does not reroll anything, and good work changes the odds of the same luck. Blocks are made when first needed.

use rand_chacha::rand_core::block::Generator;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rand_chacha::{ChaCha8Core, ChaCha8Rng};

use crate::scenario::raw::Odds;

/// The name of the algorithm, stored beside every seed. A change of it is a new name.
pub const ALGORITHM: &str = "chacha8-slots-1";

/// Words made at a time: the four blocks that the generator makes in one go.
const CHUNK: usize = 64;

/// The draws of one seed. Reuse it for another seed with [`Luck::reset`]: nothing is allocated after warm-up.
#[derive(Debug, Clone)]
pub struct Luck {
    seed: u64,
    words: Vec<u32>,
    /// Which chunks of `words` belong to this seed: the stamp of the seed they were made for.
    made: Vec<u32>,
    stamp: u32,
}

impl Luck {
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { seed, words: Vec::new(), made: Vec::new(), stamp: 1 }
    }

    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// The draws of another seed.
    pub fn reset(&mut self, seed: u64) {
        self.seed = seed;
        self.stamp = self.stamp.wrapping_add(1);
        if self.stamp == 0 {
            self.made.fill(0);
            self.stamp = 1;
        }
    }

    /// Draw `slot`: a number evenly between nought and 2^32 - 1.
    #[inline]
    pub fn word(&mut self, slot: u32) -> u32 {
        let chunk = slot as usize / CHUNK;
        if self.made.get(chunk) != Some(&self.stamp) {
            self.make(chunk);
        }
        self.words.get(slot as usize).copied().unwrap_or(0)
    }

    #[cold]
    fn make(&mut self, chunk: usize) {
        if self.made.len() <= chunk {
            self.made.resize(chunk + 1, 0);
            self.words.resize((chunk + 1) * CHUNK, 0);
        }
        let mut key = [0; 32];
        key[..8].copy_from_slice(&self.seed.to_le_bytes());
        key[8..16].copy_from_slice(b"def-luck");
        let words = &mut self.words[chunk * CHUNK..(chunk + 1) * CHUNK];
        // The core writes its first four blocks straight into place; most scenarios need no more.
        match (chunk, <&mut [u32; CHUNK]>::try_from(&mut *words)) {
            (0, Ok(words)) => ChaCha8Core::from_seed(key).generate(words),
            _ => {
                let mut stream = ChaCha8Rng::from_seed(key);
                stream.set_word_pos((chunk * CHUNK) as u128);
                words.fill_with(|| stream.next_u32());
            }
        }
        self.made[chunk] = self.stamp;
    }

    /// Draw `slot` as a point between nought and 10,000: something with odds of `n` happens if it lies below `n`.
    #[inline]
    pub fn point(&mut self, slot: u32) -> i32 {
        ((u64::from(self.word(slot)) * Odds::ONE as u64) >> 32) as i32
    }

    /// Draw `slot` as a whole number from `low` to `high`, both included.
    pub fn between(&mut self, slot: u32, low: i32, high: i32) -> i32 {
        let width = u64::from(high.saturating_sub(low).max(0).unsigned_abs()) + 1;
        low.saturating_add(((u64::from(self.word(slot)) * width) >> 32) as i32)
    }
}

#[cfg(test)]
mod tests {
    use super::Luck;

    /// Made by `tests/oracles/luck.py`: ChaCha8 written out again from its description.
    #[test]
    fn words_of_a_seed_are_the_same_for_ever() {
        let mut luck = Luck::new(7);
        let first = [luck.word(0), luck.word(1), luck.word(63), luck.word(64), luck.word(1000)];
        assert_eq!(first, [3475606968, 585796610, 4256431014, 690076458, 2526102090]);
    }

    #[test]
    fn order_of_asking_does_not_matter() {
        let mut forward = Luck::new(99);
        let mut backward = Luck::new(99);
        let there: Vec<u32> = (0..300).map(|slot| forward.word(slot)).collect();
        let mut back: Vec<u32> = (0..300).rev().map(|slot| backward.word(slot)).collect();
        back.reverse();
        assert_eq!(there, back);
        forward.reset(99);
        assert_eq!(forward.word(7), there[7]);
        forward.reset(100);
        assert_ne!(forward.word(7), there[7]);
    }
}
