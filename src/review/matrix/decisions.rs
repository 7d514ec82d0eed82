//! How a panel answered each decision, and whether an answer to it is scored.

use super::Tables;
use crate::review::credit::FEWEST_REVIEWERS;
use crate::review::figures::agreement::{consensus, modal_share};
use crate::review::figures::most;
use crate::review::figures::spread::{Spread, spread};

/// Why answers to a decision are shown and not scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotScored {
    /// Fewer than [`FEWEST_REVIEWERS`] answered: they are read one by one.
    TooFew,
    /// The panel lies so that it is better talked about.
    ForDiscussion,
}

/// One decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    pub name: String,
    /// Reviewers by step.
    pub counts: Vec<u32>,
    /// Reviewers who answered.
    pub n: u32,
    /// The commonest answers: several if they tie.
    pub modes: Vec<usize>,
    pub modal_share: Option<f64>,
    /// Tastle and Wierman's consensus: only where answers have an order.
    pub consensus: Option<f64>,
    pub spread: Option<Spread>,
    pub not_scored: Option<NotScored>,
}

impl Decision {
    #[must_use]
    pub const fn is_scored(&self) -> bool {
        self.not_scored.is_none()
    }
}

/// Counts of a row.
pub(super) fn counted(row: impl Iterator<Item = Option<usize>>, steps: usize) -> Vec<u32> {
    let mut counts = vec![0; steps];
    for step in row.flatten() {
        if let Some(count) = counts.get_mut(step) {
            *count += 1;
        }
    }
    counts
}

pub(super) fn of(tables: &Tables, every: bool) -> Vec<Decision> {
    let rows = tables.decisions.iter().zip(&tables.reviews.rows);
    rows.map(|(name, row)| {
        let counts = counted(row.iter().copied(), tables.steps.names.len());
        let n: u32 = counts.iter().sum();
        let mode = most(&counts);
        let spread = spread(&counts, tables.steps.ordered);
        // Fewer are read one by one: a share of three is no figure.
        let few = (n as usize) < FEWEST_REVIEWERS;
        let not_scored = if few {
            Some(NotScored::TooFew)
        } else if spread.is_some_and(Spread::is_for_discussion) && !every {
            Some(NotScored::ForDiscussion)
        } else {
            None
        };
        Decision {
            name: name.clone(),
            n,
            modes: (0..counts.len()).filter(|step| mode > 0 && counts[*step] == mode).collect(),
            modal_share: modal_share(&counts).filter(|_| !few),
            consensus: consensus(&counts).filter(|_| tables.steps.ordered && !few),
            spread,
            not_scored,
            counts,
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::tables;
    use super::*;

    #[test]
    fn what_is_scored_and_what_is_shown() {
        // Six reviewers; the scale goes from -1 to 1.
        let tables = tables(
            &["-1", "0", "1"],
            true,
            &[&[], &[], &[]],
            &[
                &[Some(2), Some(2), Some(2), Some(1), Some(1), None],
                &[Some(0), Some(2), Some(0), Some(2), Some(0), Some(2)],
                &[Some(0), Some(0), None, None, None, None],
            ],
        );
        let found = of(&tables, false);
        assert_eq!(found[0].counts, [0, 2, 3]);
        assert_eq!((found[0].n, &found[0].modes[..], found[0].not_scored), (5, &[2][..], None));
        assert_eq!(found[1].spread, Some(Spread::Bimodal));
        assert_eq!(found[1].not_scored, Some(NotScored::ForDiscussion));
        assert_eq!(found[1].modes, [0, 2], "a tie has two modes, whatever their order");
        assert_eq!(found[1].consensus, Some(0.0));
        assert_eq!((found[2].not_scored, found[2].spread), (Some(NotScored::TooFew), None));
        assert_eq!((found[2].modal_share, found[2].consensus), (None, None), "two reviewers make no figure");
        let every = of(&tables, true);
        assert_eq!(every.iter().map(Decision::is_scored).collect::<Vec<_>>(), [true, true, false]);
    }
}
