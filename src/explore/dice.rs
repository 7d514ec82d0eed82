//! What a random player throws: a stream of its own, apart from the luck of the run.

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): a few additions and
/// multiplications a throw, the same on every machine. Luck that is stored with runs is never drawn from it.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice for the play of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed ^ 0x9E37_79B9_7F4A_7C15)
    }

    #[inline]
    pub const fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number below `n`; nought if `n` is nought.
    #[inline]
    pub const fn below(&mut self, n: usize) -> usize {
        (((self.throw() >> 32) * n as u64) >> 32) as usize
    }

    /// The number of one of the bits that are set.
    #[inline]
    pub fn bit(&mut self, mut bits: u16) -> u16 {
        for _ in 0..self.below(bits.count_ones() as usize) {
            bits &= bits - 1;
        }
        #[expect(clippy::cast_possible_truncation, reason = "at most 16")]
        let bit = bits.trailing_zeros() as u16;
        bit
    }

    /// True once in `n` throws.
    pub const fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of several.
    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}
