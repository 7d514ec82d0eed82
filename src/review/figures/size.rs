//! What a panel's size lets expect.

/// Reliability of script concordance scores by the size of the panel, as measured once (Charlin and others 2005, by
/// resampling a panel of 38). Another case may come out otherwise: it says what size buys, not what this panel has.
pub const MEASURED: [(usize, f64); 4] = [(5, 0.62), (10, 0.70), (20, 0.74), (38, 0.76)];

/// The sizes that are advised.
pub const ADVISED: std::ops::RangeInclusive<usize> = 10..=20;

/// Above this many, reviewers who stand apart stay in (Gagnon and others): their weight is small, and their view is one.
pub const DEVIANTS_STAY_ABOVE: usize = 15;

/// The reliability to expect with so many reviewers: between the measured sizes on a straight line, beyond the largest
/// as there. Refuses fewer than five, which were not measured.
#[must_use]
pub fn expected_reliability(reviewers: usize) -> Option<f64> {
    let (mut below, mut so_far) = *MEASURED.first().filter(|(least, _)| reviewers >= *least)?;
    for (size, measured) in MEASURED {
        if reviewers <= size {
            let span = size - below;
            let share = if span == 0 { 0.0 } else { (reviewers - below) as f64 / span as f64 };
            return Some(so_far + (measured - so_far) * share);
        }
        (below, so_far) = (size, measured);
    }
    Some(so_far)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_measured_and_between() {
        assert_eq!(expected_reliability(4), None);
        for (size, measured) in MEASURED {
            assert_eq!(expected_reliability(size), Some(measured));
        }
        // Half way from 10 (0.70) to 20 (0.74).
        assert!((expected_reliability(15).unwrap() - 0.72).abs() < 1e-12);
        assert_eq!(expected_reliability(200), Some(0.76));
    }
}
