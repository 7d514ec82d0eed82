//! Groups of people beside each other, as the Cambridge vignette study set offices beside each other.
//!
//! **Nobody can be known by it.** A *cell* is the answers of one group to one question. A cell of fewer than
//! [`FEWEST_PEOPLE`] people is never shown, and neither is a group of fewer. What is left out is left out of everything
//! here: totals, means and agreement are made only of cells that are shown, so that nothing can be reckoned by taking
//! what is shown from a total. That is why figures of groups stand alone, with no row a run beside them.

use super::agreement::{Agreement, Asked, Figure, People, agreements};
use super::distance::Facets;
use super::questions::{self, Beside, Question, commonest};
use super::{Edition, Entrant};
use crate::review::ballot::Ballot;
use crate::review::figures::mean;
use crate::review::tally::Tally;
use crate::scenario::ids::DecisionId;
use crate::scenario::raw::{Decision, Id};

/// A group, or a cell of it, with fewer people than this is not shown.
pub const FEWEST_PEOPLE: usize = 5;

/// Groups beside each other.
#[derive(Debug, Clone)]
pub struct Grouped {
    /// By name.
    pub groups: Vec<Group>,
    /// Groups that are too small to be shown, and the people in them.
    pub small: usize,
    pub in_small: usize,
    /// Runs that have no group.
    pub without: usize,
    /// Questions of which some cell is shown.
    pub questions: Vec<Cells>,
    pub overall: Agreement,
}

/// One group.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub name: String,
    pub people: usize,
    /// The mean of what its people earned in cells that are shown; `n` people have a score.
    pub mean: Option<Figure>,
    /// How far its people agree among themselves; over `n` pairs.
    pub agreement: Option<Figure>,
}

/// One question.
#[derive(Debug, Clone)]
pub struct Cells {
    pub decision: Id,
    pub situation: Id,
    pub wording: String,
    /// Where it stands.
    pub edition: usize,
    pub id: DecisionId,
    pub panel: Beside,
    /// By group, in their order; nothing for a cell that is not shown.
    pub cells: Vec<Option<Cell>>,
    /// The cells that are shown, together.
    pub together: Cell,
    pub agreement: Agreement,
}

/// The answers of one group to one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub tally: Tally,
    /// Answers that were scored, and what they earned on average.
    pub scored: usize,
    pub mean: Option<f64>,
}

impl Cells {
    /// The decision as its author wrote it.
    #[must_use]
    pub fn raw<'e>(&self, editions: &'e [Edition]) -> &'e Decision {
        editions[self.edition].scenario.decision(self.id)
    }
}

/// An answer that is counted: of which person, in which group.
#[derive(Debug, Clone, Copy)]
struct Counted<'q> {
    person: usize,
    group: usize,
    ballot: &'q Ballot,
    /// What it earned; nothing too where few in its cell earned anything.
    credit: Option<f64>,
}

impl Grouped {
    /// Sets groups beside each other. `of` names the group of each run, if it has one; each run is one person. The seed
    /// draws people.
    #[must_use]
    pub fn of(editions: &[Edition], runs: &[Entrant], of: &[Option<String>], seed: u64) -> Self {
        let mut names: Vec<&String> = of.iter().flatten().collect();
        names.sort_unstable();
        let sizes: Vec<(&String, usize)> = names.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect();
        let (shown, small): (Vec<_>, Vec<_>) = sizes.into_iter().partition(|(_, size)| *size >= FEWEST_PEOPLE);
        // People are numbered group by group.
        let mut numbers: Vec<Option<(usize, usize)>> = vec![None; runs.len()];
        let mut next = 0;
        for (group, (name, _)) in shown.iter().enumerate() {
            for (number, own) in numbers.iter_mut().zip(of) {
                if own.as_ref() == Some(*name) {
                    *number = Some((next, group));
                    next += 1;
                }
            }
        }
        let asked = questions::decisions(editions, runs).into_iter().flat_map(|row| row.questions);
        let questions: Vec<Question> = asked.collect();
        let found: Vec<(&Question, Vec<Counted<'_>>)> = questions
            .iter()
            .map(|question| (question, counted(question, &numbers, shown.len())))
            .filter(|(_, counted)| !counted.is_empty())
            .collect();
        let mut earned: Vec<Vec<f64>> = vec![Vec::new(); next];
        for one in found.iter().flat_map(|(_, counted)| counted) {
            earned[one.person].extend(one.credit);
        }
        let people = People {
            sizes: shown.iter().map(|(_, size)| *size).collect(),
            scores: earned.iter().map(|credits| mean(credits)).collect(),
        };
        // An answer that nothing can differ in makes no pairs, and its question keeps its place.
        let pairs: Vec<Asked> = found.iter().map(|(_, counted)| asked_of(counted)).collect();
        let agreed = agreements(&pairs, &people, seed);
        Self {
            groups: shown
                .iter()
                .zip(agreed.means.iter().zip(&agreed.groups))
                .map(|((name, people), (mean, agreement))| Group {
                    name: (*name).clone(),
                    people: *people,
                    // A mean of few is not shown either: their cells were, with others'.
                    mean: mean.filter(|mean| mean.n >= FEWEST_PEOPLE as u64),
                    agreement: *agreement,
                })
                .collect(),
            small: small.len(),
            in_small: small.iter().map(|(_, size)| size).sum(),
            without: of.iter().filter(|group| group.is_none()).count(),
            questions: found
                .iter()
                .zip(&agreed.questions)
                .map(|((question, counted), agreement)| cells(editions, question, counted, shown.len(), *agreement))
                .collect(),
            overall: agreed.overall,
        }
    }
}

/// The answers of a question that stand in cells that are shown.
fn counted<'q>(question: &'q Question, numbers: &[Option<(usize, usize)>], groups: usize) -> Vec<Counted<'q>> {
    let mut all: Vec<Counted<'q>> = question
        .given
        .iter()
        .filter_map(|given| {
            let (person, group) = numbers[given.run]?;
            Some(Counted { person, group, ballot: given.ballot.as_ref()?, credit: given.credit.score() })
        })
        .collect();
    let Some(like) = commonest(&all.iter().map(|one| one.ballot).collect::<Vec<_>>()) else { return Vec::new() };
    all.retain(|one| one.ballot.is_like(like));
    let (mut sizes, mut scored) = (vec![0; groups], vec![0; groups]);
    for one in &all {
        sizes[one.group] += 1;
        scored[one.group] += usize::from(one.credit.is_some());
    }
    all.retain(|one| sizes[one.group] >= FEWEST_PEOPLE);
    for one in &mut all {
        one.credit = one.credit.filter(|_| scored[one.group] >= FEWEST_PEOPLE);
    }
    all
}

fn asked_of(counted: &[Counted<'_>]) -> Asked {
    let ballots: Vec<&Ballot> = counted.iter().map(|one| one.ballot).collect();
    match Facets::of(&ballots) {
        Some(facets) => Asked { facets, people: counted.iter().map(|one| one.person).collect() },
        None => Asked { facets: Facets { facets: Vec::new(), answers: Vec::new() }, people: Vec::new() },
    }
}

fn cells(
    editions: &[Edition],
    question: &Question,
    counted: &[Counted<'_>],
    groups: usize,
    agreement: Agreement,
) -> Cells {
    let raw = question.raw(editions);
    let of = |group: usize| {
        let own: Vec<&Counted<'_>> = counted.iter().filter(|one| one.group == group).collect();
        cell(raw, &own)
    };
    let together = cell(raw, &counted.iter().collect::<Vec<_>>());
    Cells {
        decision: question.decision.clone(),
        situation: question.situation.clone(),
        wording: question.wording.clone(),
        edition: question.edition,
        id: question.id,
        panel: question.panel.clone(),
        cells: (0..groups).map(of).collect(),
        together: together.unwrap_or_else(|| Cell {
            tally: Tally::of_ballots(raw, &[], &Ballot::One(0)),
            scored: 0,
            mean: None,
        }),
        agreement,
    }
}

fn cell(decision: &Decision, counted: &[&Counted<'_>]) -> Option<Cell> {
    let ballots: Vec<&Ballot> = counted.iter().map(|one| one.ballot).collect();
    let credits: Vec<f64> = counted.iter().filter_map(|one| one.credit).collect();
    let tally = Tally::of_ballots(decision, &ballots, ballots.first()?);
    Some(Cell { tally, scored: credits.len(), mean: mean(&credits) })
}
