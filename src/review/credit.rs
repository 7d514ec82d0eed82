//! Credit: one number between nought and one for a decision that can be scored, and in words why where it can't.
//!
//! | question | credit |
//! |---|---|
//! | choose one | `n_x / n_mode` |
//! | choose up to n | votes for what was chosen, of the most votes that n options can have |
//! | rank | `1 - sum of displacements / the most there can be`, the panel's order by mean rank, ties kept |
//! | rate each | `1 - mean squared distance from the panel's mean / 16` |
//! | rate the risk | mean of `n_x / n_mode` over the categories |
//!
//! Other figures stand beside it ([`Beside`]) and never enter a sum. Abstentions are left out. "Not scored" is a result
//! of its own, never a nought.

use super::ballot::Ballot;
use super::figures::{self, Profile};
use super::panel::{Panel, ReviewerId, Sheet};
use super::tally::{self, Counts, Tally};
use crate::scenario::ids::DecisionId;
use crate::scenario::model::Scenario;
use crate::scenario::raw::{Answer, Ask, Decision, Risk, Scored};

/// Fewer reviewers than this are shown one by one, without numbers.
pub const FEWEST_REVIEWERS: usize = 5;

/// What an answer earned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Credit {
    /// Between nought and one.
    Scored(f64),
    NotScored(NotScored),
}

impl Credit {
    /// The number, if there is one.
    #[must_use]
    pub const fn score(self) -> Option<f64> {
        match self {
            Self::Scored(score) => Some(score),
            Self::NotScored(_) => None,
        }
    }
}

/// Why an answer has no credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotScored {
    /// The scenario has no panel.
    NoPanel,
    /// Nobody reviewed this decision in this situation.
    NoSheet,
    /// The decision was reworded since it was reviewed.
    StaleWording,
    /// The author shows this decision's reviews and has them not counted.
    ShownOnly,
    /// Every reviewer left it.
    AllAbstained,
    /// Fewer than [`FEWEST_REVIEWERS`] answered.
    TooFew { answered: usize },
    /// The panel's ranking is one single tie.
    NoOrder,
    /// The answer does not fit the question: the run was played with other files.
    DoesNotFit,
    /// The scenario was changed under the run, which is then a trial.
    Trial,
}

/// An answer beside a panel's.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    pub credit: Credit,
    /// How the panel answered, where anyone did at this wording.
    pub tally: Option<Tally>,
    /// Figures that stand beside the credit; only where there are enough reviewers.
    pub beside: Option<Beside>,
}

/// Other figures than credit, by what was asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Beside {
    /// Options have no order: whether the mode was chosen is all that can be said besides.
    One {
        single_best: bool,
    },
    /// How many chose each of what was chosen lies in the tally.
    Several,
    Rank {
        /// Kendall's tau-b; nothing if the panel's order is one tie.
        tau_b: Option<f64>,
        /// Whether the panel's first, or one of those that tie for it, was put first.
        same_first: bool,
    },
    Ratings(Profile),
    /// By category.
    Levels(Vec<(Risk, LevelFigures)>),
}

/// Figures of one category of risk, whose levels are ordered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LevelFigures {
    pub aggregate: f64,
    pub distance_to_mode: f64,
    pub distance_to_mean: f64,
    pub with_penalty: f64,
    pub single_best: bool,
}

/// Compares an answer with the reviews of its decision in its situation.
#[must_use]
pub fn compare(scenario: &Scenario, decision: DecisionId, sheet: Option<&Sheet>, answer: &Answer) -> Compared {
    let raw = scenario.decision(decision);
    let not = |why| Compared { credit: Credit::NotScored(why), tally: None, beside: None };
    let Some(sheet) = sheet else { return not(NotScored::NoSheet) };
    if sheet.stale {
        return not(NotScored::StaleWording);
    }
    let Some(own) = Ballot::of(raw, answer) else { return not(NotScored::DoesNotFit) };
    let tally = Tally::of(raw, sheet, &own);
    let answered = tally.answered();
    let why = if answered == 0 && tally.abstained > 0 {
        Some(NotScored::AllAbstained)
    } else if answered < FEWEST_REVIEWERS {
        Some(NotScored::TooFew { answered })
    } else {
        None
    };
    if let Some(why) = why {
        return Compared { credit: Credit::NotScored(why), tally: Some(tally), beside: None };
    }
    let (score, beside) = score(raw, &own, &tally);
    let credit = match score {
        _ if raw.scored == Scored::ShownOnly => Credit::NotScored(NotScored::ShownOnly),
        Some(score) => Credit::Scored(score),
        None => Credit::NotScored(NotScored::NoOrder),
    };
    Compared { credit, tally: Some(tally), beside }
}

/// The number of an answer against a sheet, however few reviewers it has: for reviewers against each other.
#[must_use]
pub fn against(decision: &Decision, sheet: &Sheet, answer: &Answer) -> Option<f64> {
    let own = Ballot::of(decision, answer)?;
    score(decision, &own, &Tally::of(decision, sheet, &own)).0
}

/// What each reviewer of these sheets earns against the others on average: only reviewers who earned anything.
#[must_use]
pub fn left_out_means<'s>(
    scenario: &Scenario,
    panel: &Panel,
    sheets: impl IntoIterator<Item = &'s Sheet>,
) -> Vec<(ReviewerId, f64)> {
    means_of(panel, sheets.into_iter().flat_map(|sheet| left_out(scenario, sheet)))
}

/// The mean of what each reviewer earned: only reviewers who earned anything.
#[must_use]
pub fn means_of(panel: &Panel, earned: impl IntoIterator<Item = (ReviewerId, f64)>) -> Vec<(ReviewerId, f64)> {
    let mut by_reviewer: Vec<Vec<f64>> = vec![Vec::new(); panel.reviewers().len()];
    for (by, credit) in earned {
        if let Some(credits) = by_reviewer.get_mut(usize::from(by.0)) {
            credits.push(credit);
        }
    }
    (0..).map(ReviewerId).zip(&by_reviewer).filter_map(|(by, credits)| Some((by, figures::mean(credits)?))).collect()
}

/// The number of an answer against other answers, however few.
#[must_use]
pub fn against_ballots(decision: &Decision, ballots: &[&Ballot], own: &Ballot) -> Option<f64> {
    against_tally(decision, &Tally::of_ballots(decision, ballots, own), own)
}

/// The number of an answer against counts of answers like it, however few.
#[must_use]
pub fn against_tally(decision: &Decision, tally: &Tally, own: &Ballot) -> Option<f64> {
    score(decision, own, tally).0
}

/// What each review of a sheet earns against the other reviews: with themselves in the panel, reviewers would score too
/// well. Only where a trainee's answer would be scored as well.
#[must_use]
pub fn left_out(scenario: &Scenario, sheet: &Sheet) -> Vec<(ReviewerId, f64)> {
    let decision = scenario.decision(sheet.decision);
    let mut earned = Vec::new();
    for (at, review) in sheet.reviews.iter().enumerate() {
        let with_all = compare(scenario, sheet.decision, Some(sheet), &review.answer);
        if review.ballot.is_none() || with_all.credit.score().is_none() {
            continue;
        }
        let mut others = sheet.clone();
        others.reviews.remove(at);
        earned.extend(against(decision, &others, &review.answer).map(|credit| (review.by, credit)));
    }
    earned
}

fn score(decision: &Decision, own: &Ballot, tally: &Tally) -> (Option<f64>, Option<Beside>) {
    match (own, &tally.counts) {
        (Ballot::One(option), Counts::Votes(votes)) => (
            figures::aggregate(votes, *option),
            figures::single_best(votes, *option).map(|single_best| Beside::One { single_best }),
        ),
        (Ballot::Several(options), Counts::Votes(votes)) => {
            let most = if let Ask::ChooseUpTo(most) = decision.ask { usize::from(most) } else { options.len() };
            (figures::votes_for_chosen(votes, options, most), Some(Beside::Several))
        }
        (Ballot::Order(order), Counts::Ranking(ranking)) => rank(order, ranking),
        (Ballot::Ratings(ratings), Counts::Ratings(rows)) => {
            let x: Vec<f64> = ratings.iter().map(|(_, rating)| f64::from(*rating)).collect();
            let k: Vec<f64> =
                rows.iter().map(|(_, counts)| figures::mean_step(counts).unwrap_or(2.0) - 2.0).collect();
            let profile = figures::profile(&x, &k);
            (profile.as_ref().map(figures::rating_agreement), profile.map(Beside::Ratings))
        }
        (Ballot::Levels(levels), Counts::Levels(rows)) => {
            let figures: Option<Vec<(Risk, LevelFigures)>> = levels
                .iter()
                .zip(rows)
                .map(|(level, (risk, counts))| Some((*risk, level_figures(counts, *level as usize)?)))
                .collect();
            let figures = figures.filter(|figures| !figures.is_empty());
            let sum = |all: &Vec<(Risk, LevelFigures)>| all.iter().map(|(_, one)| one.aggregate).sum::<f64>();
            (figures.as_ref().map(|all| sum(all) / all.len() as f64), figures.map(Beside::Levels))
        }
        _ => (None, None),
    }
}

fn rank(order: &[usize], ranking: &tally::Ranking) -> (Option<f64>, Option<Beside>) {
    let own: Vec<f64> = ranking
        .options
        .iter()
        .map(|option| order.iter().position(|ranked| ranked == option).map_or(0.0, |place| place as f64 + 1.0))
        .collect();
    let tau_b = figures::tau_b(&own, &ranking.ranks);
    let best = ranking.ranks.iter().copied().fold(f64::INFINITY, f64::min);
    let same_first =
        own.iter().zip(&ranking.ranks).any(|(own, panel)| *own == 1.0 && (panel - best).abs() < f64::EPSILON);
    // A panel whose options all tie has no order to agree with.
    let score = tau_b.and_then(|_| figures::displacement(&own, &ranking.ranks));
    (score, Some(Beside::Rank { tau_b, same_first }))
}

fn level_figures(counts: &[u32], level: usize) -> Option<LevelFigures> {
    Some(LevelFigures {
        aggregate: figures::aggregate(counts, level)?,
        distance_to_mode: figures::distance_to_mode(counts, level)?,
        distance_to_mean: figures::distance_to_mean(counts, level)?,
        with_penalty: figures::aggregate_with_penalty(counts, level)?,
        single_best: figures::single_best(counts, level)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::sample::{self, choose};
    use crate::scenario::raw::{Entries, Level};

    fn compared(decision: &str, answer: &Answer) -> Compared {
        let scenario = sample::sample();
        let panel = sample::panel(&scenario);
        let id = scenario.decision_called(decision).unwrap();
        compare(&scenario, id, panel.sheet(id, 0), answer)
    }

    fn scored(compared: &Compared, wanted: f64) {
        let score = compared.credit.score();
        assert!(score.is_some_and(|score| (score - wanted).abs() < 1e-12), "{compared:?} is not {wanted}");
    }

    #[test]
    fn choosing_one() {
        // Five answered: ask 4, write 1, wait 0; one abstained.
        let write = compared("one", &choose("write"));
        scored(&write, 1.0 / 4.0);
        assert_eq!(write.beside, Some(Beside::One { single_best: false }));
        let tally = write.tally.unwrap();
        assert_eq!((tally.reviewers, tally.answered(), tally.abstained, tally.misfits), (6, 5, 1, 0));
        assert_eq!(tally.counts, Counts::Votes(vec![1, 4, 0]));
        assert_eq!(tally.modal_share(), Some(0.8));
        scored(&compared("one", &choose("ask")), 1.0);
        scored(&compared("one", &choose("wait")), 0.0);
    }

    #[test]
    fn choosing_several() {
        // Votes: a 4, b 2, c 2. Two may be chosen: at most 4 + 2 = 6, whichever of the tied ones it is.
        let some = |names: &[&str]| Answer::ChooseSome(names.iter().map(|name| (*name).to_owned()).collect());
        scored(&compared("some", &some(&["a", "b"])), 1.0);
        scored(&compared("some", &some(&["a", "c"])), 1.0);
        scored(&compared("some", &some(&["b", "c"])), 4.0 / 6.0);
        scored(&compared("some", &some(&["b"])), 2.0 / 6.0);
        // Four of five chose the commonest.
        assert_eq!(compared("some", &some(&["b"])).tally.unwrap().modal_share(), Some(0.8));
    }

    #[test]
    fn ranking_with_a_tie() {
        // Ranks of w: 1 1 1 1 4 4 = 12. x: 2 3 2 3 2 3 = 15. y: 3 2 3 2 3 2 = 15. z: 4 4 4 4 1 1 = 18.
        // So w is first, x and y share 2.5, z is fourth. max = floor(16 / 2) = 8.
        let order = |names: &str| Answer::Rank(names.chars().map(String::from).collect());
        let compare = compared("order", &order("wxyz"));
        // 0 + 0.5 + 0.5 + 0 = 1.
        scored(&compare, 1.0 - 1.0 / 8.0);
        let Some(Beside::Rank { tau_b: Some(tau_b), same_first: true }) = compare.beside else { panic!() };
        // Six pairs, of which the panel ties one; the other five agree: 5 / sqrt(6 * 5).
        assert!((tau_b - 5.0 / 30f64.sqrt()).abs() < 1e-12);
        assert_eq!(compare.tally.unwrap().modal_share(), Some(4.0 / 6.0));
        // x first: |2-1| + |1-2.5| + |3-2.5| + 0 = 3.
        let compare = compared("order", &order("xwyz"));
        scored(&compare, 1.0 - 3.0 / 8.0);
        assert!(matches!(compare.beside, Some(Beside::Rank { same_first: false, .. })));
        // Reversed: 3 + 0.5 + 0.5 + 3 = 7.
        scored(&compared("order", &order("zyxw")), 1.0 - 7.0 / 8.0);
    }

    #[test]
    fn rating_each() {
        // p: 2 1 2 1 -1, mean 1. q: -1 -1 0 -2 -1, mean -1. Trainee 2 and 0: ((2-1)^2 + (0+1)^2) / 2 = 1. 1 - 1/16.
        let rate = |p, q| Answer::Rate(Entries(vec![("p".into(), p), ("q".into(), q)]));
        let compare = compared("each", &rate(2, 0));
        scored(&compare, 1.0 - 1.0 / 16.0);
        // All of it is elevation: the trainee's mean is 1, the panel's 0.
        let Some(Beside::Ratings(profile)) = compare.beside else { panic!() };
        assert!((profile.elevation - 1.0).abs() < 1e-12 && profile.dispersion.abs() < 1e-12);
        // p: the most is 2 of 5 (twice); q: 3 of 5. Mean of 2/5 and 3/5.
        assert_eq!(compare.tally.unwrap().modal_share(), Some(0.5));
        scored(&compared("each", &rate(1, -1)), 1.0);
    }

    #[test]
    fn rating_the_risk() {
        // Public: medium 2, high 3. Staff: low 4, medium 1. Medium and low: (2/3 + 4/4) / 2.
        let levels = |public, staff| Answer::Levels(Entries(vec![(Risk::Public, public), (Risk::Staff, staff)]));
        let compare = compared("risk", &levels(Level::Medium, Level::Low));
        scored(&compare, (2.0 / 3.0 + 1.0) / 2.0);
        let Some(Beside::Levels(figures)) = compare.beside else { panic!() };
        let (risk, public) = figures[0];
        assert_eq!(risk, Risk::Public);
        // Four levels: d_max = 3. One from the mode: 1 - 1/3. Mean 1.6 counted from low: 1 - 0.6/3.
        assert!((public.distance_to_mode - 2.0 / 3.0).abs() < 1e-12);
        assert!((public.distance_to_mean - 0.8).abs() < 1e-12);
        assert!((public.with_penalty - 2.0 / 3.0).abs() < 1e-12);
        scored(&compared("risk", &levels(Level::VeryHigh, Level::VeryHigh)), 0.0);
    }

    #[test]
    fn what_is_not_scored_says_why() {
        let scenario = sample::sample();
        let id = scenario.decision_called("one").unwrap();
        let with = |change: &dyn Fn(&mut crate::scenario::raw::panel::Sheet)| {
            let mut raw = sample::raw_panel(&scenario);
            change(&mut raw.sheets[0]);
            let panel = Panel::new(raw, &scenario);
            compare(&scenario, id, panel.sheet(id, 0), &choose("ask")).credit
        };
        let not = Credit::NotScored;
        assert_eq!(with(&|sheet| sheet.situation = "elsewhere".into()), not(NotScored::NoSheet));
        assert_eq!(with(&|sheet| sheet.wording = "b3:0000000000000000".into()), not(NotScored::StaleWording));
        assert_eq!(with(&|sheet| drop(sheet.reviews.remove(0))), not(NotScored::TooFew { answered: 4 }));
        assert_eq!(with(&|sheet| drop(sheet.reviews.drain(..5))), not(NotScored::AllAbstained));
        assert_eq!(with(&|sheet| sheet.reviews.clear()), not(NotScored::TooFew { answered: 0 }));
        let shown = sample::SAMPLE.replacen("rests_on: [\"ill\"],", "rests_on: [\"ill\"], scored: ShownOnly,", 1);
        let scenario = sample::scenario(&shown);
        let panel = sample::panel(&scenario);
        let shown = compare(&scenario, id, panel.sheet(id, 0), &choose("ask"));
        assert_eq!(shown.credit, not(NotScored::ShownOnly));
        assert!(shown.tally.is_some());
        let wrong = compare(&scenario, id, panel.sheet(id, 0), &Answer::Rank(vec!["ask".into()]));
        assert_eq!(wrong.credit, not(NotScored::DoesNotFit));
    }

    #[test]
    fn a_ranking_that_is_one_tie_is_not_scored() {
        let scenario = sample::sample();
        let id = scenario.decision_called("order").unwrap();
        let mut raw = sample::raw_panel(&scenario);
        let orders = ["wxyz", "zyxw", "wxyz", "zyxw", "xwzy", "yzwx"];
        for (review, order) in raw.sheets[2].reviews.iter_mut().zip(orders) {
            review.answer = Answer::Rank(order.chars().map(String::from).collect());
        }
        let panel = Panel::new(raw, &scenario);
        let answer = Answer::Rank("wxyz".chars().map(String::from).collect());
        let compare = compare(&scenario, id, panel.sheet(id, 0), &answer);
        assert_eq!(compare.credit, Credit::NotScored(NotScored::NoOrder));
    }
}
