//! A mean on the scale on which the panel's own is 80 and its standard deviation 5.

use super::{deviation, mean};

/// Fewer reviewers than this make no scale.
pub const FEWEST: usize = 5;

/// Why there is no figure on the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoScale {
    /// Fewer than [`FEWEST`] reviewers have a mean of their own.
    TooFew { reviewers: usize },
    /// All reviewers have the same mean.
    NoSpread,
}

/// A panel's own means: each reviewer scored against the others, for whoever is scored against a panel that they are in
/// scores too well. Their mean is 80 on the scale, and a standard deviation (of a sample) is 5.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    pub mean: f64,
    pub deviation: f64,
    pub reviewers: usize,
}

impl Scale {
    /// The scale of a panel whose reviewers have these means, each against the others.
    ///
    /// # Errors
    /// Too few reviewers, or no spread among them.
    pub fn of(left_out: &[f64]) -> Result<Self, NoScale> {
        let reviewers = left_out.len();
        let (Some(mean), Some(deviation), true) = (mean(left_out), deviation(left_out), reviewers >= FEWEST) else {
            return Err(NoScale::TooFew { reviewers });
        };
        // What differs in the last digits only does not differ.
        if deviation < 1e-9 { Err(NoScale::NoSpread) } else { Ok(Self { mean, deviation, reviewers }) }
    }

    /// `80 + 5 (raw - mean) / deviation` (Charlin and others 2010). It may be below nought or above 100.
    #[must_use]
    pub fn place(&self, raw: f64) -> f64 {
        80.0 + 5.0 * (raw - self.mean) / self.deviation
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // Mean 0.7; squares 0.04 + 0.01 + 0 + 0.01 + 0.04 = 0.1; over 4: 0.025; the root: 0.158114.
        let scale = Scale::of(&[0.5, 0.6, 0.7, 0.8, 0.9]).unwrap();
        assert!((scale.place(0.7) - 80.0).abs() < 1e-12);
        assert!((scale.place(0.5) - (80.0 - 5.0 * 0.2 / 0.025f64.sqrt())).abs() < 1e-12);
        assert!((scale.place(0.5) - 73.675_444_679_663).abs() < 1e-9);
    }

    #[test]
    fn what_it_refuses() {
        assert_eq!(Scale::of(&[0.5, 0.6, 0.7, 0.8]), Err(NoScale::TooFew { reviewers: 4 }));
        assert_eq!(Scale::of(&[0.7, 0.1 + 0.6, 0.7, 0.7, 0.7]), Err(NoScale::NoSpread));
        assert_eq!(Scale::of(&[]), Err(NoScale::TooFew { reviewers: 0 }));
    }
}
