//! Confidence against credit: was somebody as sure as reviewers agreed with them?

use super::mean;

/// One answer: how sure, and what it earned; both from nought to one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub sure: f64,
    pub credit: f64,
}

/// A stretch of the reliability curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// From this confidence, up to and without the next one's; the last has 1 in it.
    pub from: f64,
    pub n: usize,
    pub sure: f64,
    pub credit: f64,
}

/// Stretches of the curve: fifths of the scale.
const STRETCHES: usize = 5;

/// The Brier score, the mean of `(sure - credit)^2`: 0 is best, 1 worst. Refuses no points.
#[must_use]
pub fn brier(points: &[Point]) -> Option<f64> {
    mean(&points.iter().map(|point| (point.sure - point.credit).powi(2)).collect::<Vec<_>>())
}

/// Mean confidence less mean credit: above nought, surer than reviewers agreed. From -1 to 1. Refuses no points.
#[must_use]
pub fn surer_than_shared(points: &[Point]) -> Option<f64> {
    mean(&points.iter().map(|point| point.sure - point.credit).collect::<Vec<_>>())
}

/// The reliability curve: by fifths of confidence, how sure and how much credit; fifths without a point are left out.
#[must_use]
pub fn curve(points: &[Point]) -> Vec<Stretch> {
    // Confidence comes in whole per cents: what rounding adds is less than a thousandth of one.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "confidence lies between 0 and 1")]
    let stretch_of = |point: &Point| ((point.sure * STRETCHES as f64 + 1e-6) as usize).min(STRETCHES - 1);
    let of = |stretch: usize| {
        let points: Vec<&Point> = points.iter().filter(|point| stretch_of(point) == stretch).collect();
        let mean_of = |part: fn(&Point) -> f64| mean(&points.iter().map(|point| part(point)).collect::<Vec<_>>());
        Some(Stretch {
            from: stretch as f64 / STRETCHES as f64,
            n: points.len(),
            sure: mean_of(|point| point.sure)?,
            credit: mean_of(|point| point.credit)?,
        })
    };
    (0..STRETCHES).filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        let at = |sure, credit| Point { sure, credit };
        // (0.8 - 1)^2 + (0.6 - 0.2)^2 + (1 - 1)^2 = 0.04 + 0.16 + 0 = 0.2; over 3.
        let points = [at(0.8, 1.0), at(0.6, 0.2), at(1.0, 1.0)];
        assert!((brier(&points).unwrap() - 0.2 / 3.0).abs() < 1e-12);
        // (-0.2 + 0.4 + 0) / 3.
        assert!((surer_than_shared(&points).unwrap() - 0.2 / 3.0).abs() < 1e-12);
        let curve = curve(&points);
        assert_eq!(curve.iter().map(|stretch| stretch.n).collect::<Vec<_>>(), [1, 2]);
        assert!((curve[1].sure - 0.9).abs() < 1e-12 && (curve[1].credit - 1.0).abs() < 1e-12);
        assert_eq!((brier(&[]), surer_than_shared(&[])), (None, None));
    }
}
