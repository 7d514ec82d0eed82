//! How a panel voted, in one line.

use crate::review::tally::Counts;
use crate::scenario::raw::Decision;
use crate::text::{self, Catalogue};

/// "pending 5, letter 1": options by their ids, since authors read it.
pub fn votes(words: &Catalogue, decision: &Decision, counts: &Counts) -> String {
    let name = |at: usize| decision.options.get(at).map_or("", |option| &option.id);
    let some = |counts: &[u32], steps: &[&str]| {
        let given = counts.iter().zip(steps).filter(|(count, _)| **count > 0);
        given.map(|(count, step)| format!("{step} {count}")).collect::<Vec<_>>().join(" / ")
    };
    let parts: Vec<String> = match counts {
        Counts::Votes(votes) => {
            let mut votes: Vec<(usize, u32)> = votes.iter().copied().enumerate().collect();
            votes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            votes.into_iter().map(|(at, count)| format!("{} {count}", name(at))).collect()
        }
        Counts::Ranking(ranking) => {
            let mut order: Vec<(usize, f64)> =
                ranking.options.iter().copied().zip(ranking.ranks.iter().copied()).collect();
            order.sort_by(|a, b| a.1.total_cmp(&b.1));
            order.into_iter().map(|(at, rank)| format!("{rank} {}", name(at))).collect()
        }
        Counts::Ratings(rows) => rows
            .iter()
            .map(|(at, counts)| format!("{}: {}", name(*at), some(counts, &["-2", "-1", "0", "+1", "+2"])))
            .collect(),
        Counts::Levels(rows) => rows
            .iter()
            .map(|(risk, counts)| {
                let levels = crate::scenario::raw::Level::ALL.iter().map(|level| text::words::level(*level));
                let levels: Vec<String> = levels.map(|level| words.say(&level)).collect();
                let levels: Vec<&str> = levels.iter().map(String::as_str).collect();
                format!("{}: {}", words.say(&text::words::risk(*risk)), some(counts, &levels))
            })
            .collect(),
    };
    parts.join(", ")
}
