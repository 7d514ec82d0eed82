//! Decisions in their situations, and how everybody answered them.
//!
//! A *question* is a decision in a situation at a wording: only who knew the same and read the same words can be
//! counted together, and held against the same reviewers.

use std::collections::BTreeMap;

use super::{Edition, Entrant};
use crate::review::ballot::Ballot;
use crate::review::credit::{Credit, FEWEST_REVIEWERS, NotScored};
use crate::review::figures::mean;
use crate::review::tally::Tally;
use crate::scenario::ids::DecisionId;
use crate::scenario::model::folded;
use crate::scenario::raw::{Decision, Id, Theme};
use crate::scenario::wording;

/// A decision over all runs.
#[derive(Debug, Clone)]
pub struct DecisionRow {
    pub id: Id,
    pub title: Option<String>,
    pub themes: Vec<Theme>,
    /// Runs that answered it, and those whose answer was scored.
    pub answered: usize,
    pub scored: usize,
    /// The mean credit of those that were.
    pub mean: Option<f64>,
    /// By situation, in the order of the file; other wordings behind the one of today.
    pub questions: Vec<Question>,
}

/// A decision in a situation, with everybody's answers.
#[derive(Debug, Clone)]
pub struct Question {
    pub decision: Id,
    pub situation: Id,
    pub wording: String,
    /// Where it stands: the first edition that has it, and its decision there.
    pub edition: usize,
    pub id: DecisionId,
    pub given: Vec<GivenBy>,
    pub panel: Beside,
}

/// Who gave an answer, and what it earned.
#[derive(Debug, Clone)]
pub struct GivenBy {
    /// The place of the run.
    pub run: usize,
    /// The answer in numbers; nothing if it does not fit the question.
    pub ballot: Option<Ballot>,
    pub credit: Credit,
}

/// How reviewers answered the same question.
#[derive(Debug, Clone, PartialEq)]
pub enum Beside {
    /// Nobody reviewed it at these words.
    Nobody,
    /// So few that they are read one by one.
    Few(usize),
    Counted(Tally),
    /// The runs were kept with panels that differ here.
    Differs,
}

impl Question {
    /// The decision as its author wrote it.
    #[must_use]
    pub fn raw<'e>(&self, editions: &'e [Edition]) -> &'e Decision {
        editions[self.edition].scenario.decision(self.id)
    }

    /// How runs answered it: those whose answer speaks of what most speak of. The others are misfits.
    #[must_use]
    pub fn tally(&self, editions: &[Edition]) -> Option<Tally> {
        let ballots: Vec<&Ballot> = self.given.iter().filter_map(|given| given.ballot.as_ref()).collect();
        let tally = Tally::of_ballots(self.raw(editions), &ballots, commonest(&ballots)?);
        Some(Tally { reviewers: self.given.len(), misfits: self.given.len() - tally.reviewers, ..tally })
    }

    /// Answers that were scored, and the mean of what they earned.
    #[must_use]
    pub fn scored(&self) -> (usize, Option<f64>) {
        let credits: Vec<f64> = self.given.iter().filter_map(|given| given.credit.score()).collect();
        (credits.len(), mean(&credits))
    }

    /// Why the others were not scored, and how many for each reason.
    #[must_use]
    pub fn not_scored(&self) -> Vec<(NotScored, usize)> {
        let mut reasons: Vec<(NotScored, usize)> = Vec::new();
        for given in &self.given {
            let Credit::NotScored(why) = given.credit else { continue };
            match reasons.iter_mut().find(|(reason, _)| *reason == why) {
                Some((_, count)) => *count += 1,
                None => reasons.push((why, 1)),
            }
        }
        reasons
    }
}

/// An answer that speaks of what most of these speak of; of two that tie, the first by the numbers of the options.
#[must_use]
pub fn commonest<'b>(ballots: &[&'b Ballot]) -> Option<&'b Ballot> {
    let mut kinds: BTreeMap<Vec<usize>, (usize, &'b Ballot)> = BTreeMap::new();
    for ballot in ballots.iter().copied() {
        kinds.entry(ballot.about()).or_insert((0, ballot)).0 += 1;
    }
    let most = kinds.values().map(|(count, _)| *count).max()?;
    kinds.into_values().find(|(count, _)| *count == most).map(|(_, ballot)| ballot)
}

/// Every decision with its questions.
#[must_use]
pub fn decisions(editions: &[Edition], runs: &[Entrant]) -> Vec<DecisionRow> {
    let mut questions = questions(editions, runs);
    let mut rows: Vec<DecisionRow> = Vec::new();
    let all = editions.iter().flat_map(|edition| &edition.scenario.raw().decisions);
    for decision in all {
        if rows.iter().any(|row| row.id == decision.id) {
            continue;
        }
        let own: Vec<Question> = questions.extract_if(.., |question| question.decision == decision.id).collect();
        let credits: Vec<f64> =
            own.iter().flat_map(|question| &question.given).filter_map(|given| given.credit.score()).collect();
        rows.push(DecisionRow {
            id: decision.id.clone(),
            title: decision.title.as_deref().map(folded),
            themes: decision.themes.clone(),
            answered: own.iter().map(|question| question.given.len()).sum(),
            scored: credits.len(),
            mean: mean(&credits),
            questions: own,
        });
    }
    // What only an older edition has is shown where somebody answered it.
    let own = editions.first().map_or(0, |edition| edition.scenario.raw().decisions.len());
    let mut at = 0;
    rows.retain(|row| {
        at += 1;
        at <= own || row.answered > 0
    });
    rows
}

/// Every question that somebody answered, in the order of the first edition.
fn questions(editions: &[Edition], runs: &[Entrant]) -> Vec<Question> {
    let mut found: BTreeMap<(&Id, &Id, &str), Vec<usize>> = BTreeMap::new();
    for (at, run) in runs.iter().enumerate() {
        for given in &run.marked.answers {
            found.entry((&given.decision, &given.situation, given.wording.as_str())).or_default().push(at);
        }
    }
    let mut questions: Vec<((usize, bool), Question)> = found
        .into_iter()
        .filter_map(|((decision, situation, words), answered)| {
            let (edition, id, _) = (0..editions.len())
                .find_map(|at| standing(&editions[at], decision, situation, words).map(|(id, to)| (at, id, to)))?;
            let raw = editions[edition].scenario.decision(id);
            let given = answered.iter().filter_map(|run| {
                let given = runs[*run].marked.given(decision)?;
                Some(GivenBy { run: *run, ballot: Ballot::of(raw, &given.answer), credit: given.credit })
            });
            let mut question = Question {
                decision: decision.clone(),
                situation: situation.clone(),
                wording: words.to_owned(),
                edition,
                id,
                given: given.collect(),
                panel: Beside::Nobody,
            };
            question.panel = beside(editions, runs, &question);
            let first = editions.first().and_then(|first| first.scenario.decision_called(decision));
            let order = first.and_then(|id| {
                let situations = &editions[0].scenario.decision(id).situations;
                situations.iter().position(|one| one.id == *situation)
            });
            Some(((order.unwrap_or(usize::MAX), edition > 0), question))
        })
        .collect();
    // Stable: what ties stays in the order of ids and wordings.
    questions.sort_by_key(|(order, _)| *order);
    questions.into_iter().map(|(_, question)| question).collect()
}

/// A question in an edition: its decision, and the place of its situation. Nothing if its words are others there.
fn standing(edition: &Edition, decision: &str, situation: &str, words: &str) -> Option<(DecisionId, usize)> {
    let id = edition.scenario.decision_called(decision)?;
    let place = edition.scenario.decision(id).situations.iter().position(|one| one.id == situation)?;
    (wording::wording(&edition.scenario, id, place) == words).then_some((id, place))
}

/// How reviewers answered a question, if all runs that answered it were held against the same.
fn beside(editions: &[Edition], runs: &[Entrant], question: &Question) -> Beside {
    let ballots: Vec<&Ballot> = question.given.iter().filter_map(|given| given.ballot.as_ref()).collect();
    let Some(like) = commonest(&ballots) else { return Beside::Nobody };
    // The answer as it was given: an older edition may list its options in another order.
    let answer = question.given.iter().find(|given| given.ballot.as_ref() == Some(like));
    let Some(answer) = answer.and_then(|given| runs[given.run].marked.given(&question.decision)) else {
        return Beside::Nobody;
    };
    let mut all: Vec<Beside> = Vec::new();
    let mut seen = vec![false; editions.len()];
    for given in &question.given {
        let at = runs[given.run].edition;
        if std::mem::replace(&mut seen[at], true) {
            continue;
        }
        let edition = &editions[at];
        let found = standing(edition, &question.decision, &question.situation, &question.wording);
        let sheet = found.zip(edition.panel.as_ref()).and_then(|((id, place), panel)| panel.sheet(id, place));
        let of = match (found, sheet.filter(|sheet| !sheet.stale)) {
            (Some((id, _)), Some(sheet)) => {
                let raw = edition.scenario.decision(id);
                Ballot::of(raw, &answer.answer).map_or(Beside::Nobody, |own| {
                    let tally = Tally::of(raw, sheet, &own);
                    match tally.answered() {
                        few if few < FEWEST_REVIEWERS => Beside::Few(few),
                        _ if same_order(raw, question.raw(editions)) => Beside::Counted(tally),
                        _ => recounted(question.raw(editions), sheet, tally),
                    }
                })
            }
            _ => Beside::Nobody,
        };
        if !all.contains(&of) {
            all.push(of);
        }
    }
    if all.len() > 1 { Beside::Differs } else { all.pop().unwrap_or(Beside::Nobody) }
}

fn same_order(one: &Decision, other: &Decision) -> bool {
    one.options.len() == other.options.len() && one.options.iter().zip(&other.options).all(|(a, b)| a.id == b.id)
}

/// Counts in the order of another edition's options.
fn recounted(decision: &Decision, sheet: &crate::review::panel::Sheet, tally: Tally) -> Beside {
    let ballots: Vec<Ballot> =
        sheet.reviews.iter().filter_map(|review| Ballot::of(decision, &review.answer)).collect();
    let ballots: Vec<&Ballot> = ballots.iter().collect();
    commonest(&ballots).map_or(Beside::Nobody, |like| {
        let counts = Tally::of_ballots(decision, &ballots, like).counts;
        Beside::Counted(Tally { counts, ..tally })
    })
}
