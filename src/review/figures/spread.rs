//! The shape of a distribution of answers, in a word.
//!
//! The words are those of the script concordance literature (Lubarsky and others, "Script concordance testing: from
//! theory to practice", 2013), which looks at pictures and gives few numbers. The bounds below are ours, each said where
//! it stands; a panel of ten moves from one word to the next with one vote, and is shown with its votes.

use super::most;

/// A shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spread {
    /// Nearly everybody gave one answer: little to learn about judgement from.
    OneSided,
    /// One answer leads, others are near.
    Good,
    /// Answers lie all over, and one still leads.
    Broad,
    /// Every answer has about as many votes: the question does not part anything.
    Uniform,
    /// Two camps: content for discussion.
    Bimodal,
}

impl Spread {
    /// What programs are told.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OneSided => "one-sided",
            Self::Good => "good",
            Self::Broad => "broad",
            Self::Uniform => "uniform",
            Self::Bimodal => "bimodal",
        }
    }

    /// Whether answers of this shape are better talked about than scored. The author has the last word.
    #[must_use]
    pub const fn is_for_discussion(self) -> bool {
        matches!(self, Self::Broad | Self::Uniform | Self::Bimodal)
    }
}

/// At least this share in one answer is one-sided: nine of ten.
const ONE_SIDED: f64 = 0.9;

/// Two camps have at least this share together, and the smaller at least [`SMALLER`] of the larger.
const TOGETHER: f64 = 0.7;
const SMALLER: f64 = 0.6;

/// A good spread uses at most so many answers, and at most one end of the scale.
const ANSWERS: usize = 4;

/// The shape of these counts. `ordered`: the options are steps of a scale, from one end to the other.
///
/// Refuses fewer than five answers, which are shown one by one, and fewer than two options.
#[must_use]
pub fn spread(counts: &[u32], ordered: bool) -> Option<Spread> {
    let all: u32 = counts.iter().sum();
    if all < 5 || counts.len() < 2 {
        return None;
    }
    let share = |votes: u32| f64::from(votes) / f64::from(all);
    let used = counts.iter().filter(|count| **count > 0).count();
    let least = counts.iter().copied().min().unwrap_or(0);
    let ends = [counts.first(), counts.last()].into_iter().flatten().filter(|count| **count > 0).count();
    Some(if share(most(counts)) >= ONE_SIDED {
        Spread::OneSided
    } else if used > 2 && used == counts.len() && most(counts) <= 2 * least {
        // Nobody has more than twice as many votes as anybody.
        Spread::Uniform
    } else if are_two_camps(counts, ordered, share) {
        Spread::Bimodal
    } else if used <= ANSWERS && (!ordered || ends <= 1) {
        Spread::Good
    } else {
        Spread::Broad
    })
}

/// Two answers have most of the votes, the smaller not much less than the larger; on a scale they are no neighbours, or
/// they would be one camp.
fn are_two_camps(counts: &[u32], ordered: bool, share: impl Fn(u32) -> f64) -> bool {
    let mut by_votes: Vec<usize> = (0..counts.len()).collect();
    by_votes.sort_by_key(|at| (std::cmp::Reverse(counts[*at]), *at));
    let [first, second, ..] = by_votes[..] else { return false };
    let apart = !ordered || first.abs_diff(second) > 1;
    apart
        && share(counts[first] + counts[second]) >= TOGETHER
        && f64::from(counts[second]) >= SMALLER * f64::from(counts[first])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_of_a_scale_of_five() {
        let of = |counts: [u32; 5]| spread(&counts, true).unwrap();
        assert_eq!(of([0, 0, 0, 1, 9]), Spread::OneSided);
        assert_eq!(of([0, 1, 3, 6, 0]), Spread::Good);
        assert_eq!(of([0, 0, 2, 6, 2]), Spread::Good);
        // Both ends, and one still leads.
        assert_eq!(of([1, 1, 2, 6, 1]), Spread::Broad);
        assert_eq!(of([2, 2, 2, 2, 3]), Spread::Uniform);
        assert_eq!(of([5, 1, 0, 1, 4]), Spread::Bimodal);
        // Neighbours are one camp.
        assert_eq!(of([0, 5, 5, 0, 0]), Spread::Good);
    }

    #[test]
    fn shapes_of_options_without_an_order() {
        let of = |counts: &[u32]| spread(counts, false).unwrap();
        assert_eq!(of(&[10, 0, 0]), Spread::OneSided);
        assert_eq!(of(&[5, 4, 1]), Spread::Bimodal);
        assert_eq!(of(&[3, 4, 3]), Spread::Uniform);
        assert_eq!(of(&[6, 2, 1, 0]), Spread::Good);
        assert_eq!(of(&[5, 2, 1, 1, 1]), Spread::Broad);
        assert_eq!(of(&[3, 3]), Spread::Bimodal);
    }

    #[test]
    fn what_it_refuses() {
        assert_eq!(spread(&[2, 2], false), None);
        assert_eq!(spread(&[9], false), None);
        assert_eq!(spread(&[], true), None);
    }
}
