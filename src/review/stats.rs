//! What a panel is worth: for each decision in each situation how it answered, how far it agrees, and what should be
//! done about the question; and which reviewers stand apart.

use super::ballot::Ballot;
use super::credit::{self, FEWEST_REVIEWERS};
use super::figures::agreement::consensus;
use super::figures::interval::{self, Interval};
use super::figures::spread::{Spread, spread};
use super::figures::{deviation, mean, size};
use super::panel::{Panel, ReviewerId, Sheet};
use super::tally::{Counts, Tally};
use crate::explore::habits::{Habit, winners};
use crate::scenario::ids::DecisionId;
use crate::scenario::model::Scenario;
use crate::scenario::raw::{Ask, Decision, Role, Scored};

/// A panel, looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelStats {
    pub reviewers: usize,
    /// Reviewers who are people. The others were drafted.
    pub collected: usize,
    /// By decision and situation; those that count before stale ones.
    pub sheets: Vec<SheetStats>,
    /// Reviewers who stand apart, the furthest first.
    pub apart: Vec<StandsApart>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetStats {
    pub decision: DecisionId,
    /// The place of the situation in its decision.
    pub situation: usize,
    pub stale: bool,
    /// How the panel answered; nothing if nobody's answer fits the question.
    pub tally: Option<Tally>,
    /// For each option that somebody chose, or put first: how many of each role.
    pub by_role: Vec<(usize, Vec<(Role, u32)>)>,
    pub agreement: Option<Agreement>,
    pub spread: Option<Spread>,
    /// The reliability to expect of scores against so many reviewers.
    pub expected: Option<f64>,
    pub advice: Vec<Advice>,
}

/// How far reviewers agree on one question, and by what measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    pub measure: Measure,
    /// From nought to one.
    pub figure: f64,
    /// The middle 95 per cent of it over draws of reviewers.
    pub interval: Option<Interval>,
}

/// What agreement is measured by, from what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Options have no order: the share that gave the commonest answer.
    ModalShare,
    /// Ratings and levels: Tastle and Wierman's consensus, the mean of it over what was rated.
    Consensus,
    /// A ranking: the mean displacement agreement of each reviewer with the others.
    Displacement,
}

/// What should be done about a question, and why.
#[derive(Debug, Clone, PartialEq)]
pub enum Advice {
    /// Reworded since: reviewers have to confirm.
    Reconfirm { reviews: usize },
    /// Too few to be scored.
    CollectMore { n: usize },
    /// Nearly everybody answers the same: it tells little about judgement.
    SaysLittle,
    /// These habits win it without any judgement, and earn so much: the best first.
    HabitWins(Vec<(Habit, f64)>),
    /// The panel lies so that it is better talked about than scored.
    ShowOnly(Spread),
    /// Several reviewers found it confusing: how many, and what the first of them wrote.
    Confusing { n: usize, why: String },
    /// Several reviewers found it unrealistic.
    Unrealistic { n: usize, of: usize },
    /// Nobody chose this option, of many reviewers.
    NobodyChose(usize),
}

/// A reviewer whose answers are far from the others'.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StandsApart {
    pub reviewer: ReviewerId,
    /// The mean of what the reviewer earns against the others.
    pub mean: f64,
    /// By how many standard deviations that is below the mean reviewer.
    pub below: f64,
    /// In a panel so large, they stay in: their weight is small.
    pub stays: bool,
}

/// A reviewer who earns less than the mean by more than so many standard deviations stands apart.
const APART: f64 = 2.0;

/// From so many reviewers up, an option that nobody chose is remarked on.
const MANY: usize = 10;

/// So many reviewers who remark on the same thing are heard.
const SEVERAL: usize = 2;

impl PanelStats {
    /// Looks at a panel. The seed draws reviewers for intervals.
    #[must_use]
    pub fn of(scenario: &Scenario, panel: &Panel, seed: u64) -> Self {
        Self {
            reviewers: panel.reviewers().len(),
            collected: panel.reviewers().iter().filter(|reviewer| reviewer.is_collected()).count(),
            sheets: panel.sheets().iter().map(|sheet| sheet_stats(scenario, panel, sheet, seed)).collect(),
            apart: apart(scenario, panel),
        }
    }
}

/// The counts of a sheet, if any answer fits the question.
fn tally(scenario: &Scenario, sheet: &Sheet) -> Option<Tally> {
    let like = sheet.reviews.iter().find_map(|review| review.ballot.as_ref())?;
    Some(Tally::of(scenario.decision(sheet.decision), sheet, like))
}

fn sheet_stats(scenario: &Scenario, panel: &Panel, sheet: &Sheet, seed: u64) -> SheetStats {
    let tally = tally(scenario, sheet);
    let n = tally.as_ref().map_or(0, Tally::answered);
    // Where several may be chosen, votes lie apart because they may.
    let several = matches!(scenario.decision(sheet.decision).ask, Ask::ChooseUpTo(_));
    let spread = tally.as_ref().filter(|_| !several).and_then(|tally| shape(&tally.counts));
    SheetStats {
        decision: sheet.decision,
        situation: sheet.situation,
        stale: sheet.stale,
        by_role: by_role(panel, sheet),
        agreement: agreement(scenario, sheet, seed),
        expected: size::expected_reliability(n),
        advice: advice(scenario, panel, sheet, (tally.as_ref(), spread)),
        spread,
        tally,
    }
}

/// The shape of the votes; of several things that are rated, that of the most divided.
fn shape(counts: &Counts) -> Option<Spread> {
    match counts {
        Counts::Votes(votes) => spread(votes, false),
        Counts::Ranking(ranking) => spread(&ranking.firsts, false),
        Counts::Ratings(rows) => rows.iter().filter_map(|(_, counts)| spread(counts, true)).max(),
        Counts::Levels(rows) => rows.iter().filter_map(|(_, counts)| spread(counts, true)).max(),
    }
}

fn by_role(panel: &Panel, sheet: &Sheet) -> Vec<(usize, Vec<(Role, u32)>)> {
    let mut options: Vec<(usize, Vec<(Role, u32)>)> = Vec::new();
    for review in sheet.reviews.iter().filter(|review| review.ballot.is_some()) {
        let Some(reviewer) = panel.reviewer(review.by) else { continue };
        for option in review.ballot.iter().flat_map(Ballot::stands_for) {
            let at = options.iter().position(|(at, _)| *at == option).unwrap_or_else(|| {
                options.push((option, Vec::new()));
                options.len() - 1
            });
            let roles = &mut options[at].1;
            match roles.iter_mut().find(|(role, _)| *role == reviewer.role) {
                Some((_, count)) => *count += 1,
                None => roles.push((reviewer.role, 1)),
            }
        }
    }
    options.sort_by_key(|(option, _)| *option);
    options
}

/// How far those whose answers fit agree. Nothing of fewer than [`FEWEST_REVIEWERS`], who are read one by one.
fn agreement(scenario: &Scenario, sheet: &Sheet, seed: u64) -> Option<Agreement> {
    let decision = scenario.decision(sheet.decision);
    let answered: Vec<&Ballot> = sheet.reviews.iter().filter_map(|review| review.ballot.as_ref()).collect();
    if answered.len() < FEWEST_REVIEWERS {
        return None;
    }
    let (measure, figure) = measured(decision, &answered)?;
    let drawn = |places: Vec<usize>| {
        let ballots: Vec<&Ballot> = places.into_iter().map(|at| answered[at]).collect();
        measured(decision, &ballots).map(|(_, figure)| figure)
    };
    Some(Agreement { measure, figure, interval: interval::over_reviewers(seed, answered.len(), drawn) })
}

fn measured(decision: &Decision, ballots: &[&Ballot]) -> Option<(Measure, f64)> {
    let tally = Tally::of_ballots(decision, ballots, ballots.first()?);
    let mean_consensus = |rows: Vec<&[u32]>| mean(&rows.into_iter().filter_map(consensus).collect::<Vec<_>>());
    Some(match &tally.counts {
        Counts::Votes(_) => (Measure::ModalShare, tally.modal_share()?),
        Counts::Ratings(rows) => {
            (Measure::Consensus, mean_consensus(rows.iter().map(|(_, counts)| &counts[..]).collect())?)
        }
        Counts::Levels(rows) => {
            (Measure::Consensus, mean_consensus(rows.iter().map(|(_, counts)| &counts[..]).collect())?)
        }
        Counts::Ranking(_) => {
            let against = |at: usize| {
                let mut others = ballots.to_vec();
                let own = others.remove(at);
                credit::against_ballots(decision, &others, own)
            };
            (Measure::Displacement, mean(&(0..ballots.len()).filter_map(against).collect::<Vec<_>>())?)
        }
    })
}

fn advice(
    scenario: &Scenario,
    panel: &Panel,
    sheet: &Sheet,
    (tally, spread): (Option<&Tally>, Option<Spread>),
) -> Vec<Advice> {
    let decision = scenario.decision(sheet.decision);
    if sheet.stale {
        return vec![Advice::Reconfirm { reviews: sheet.reviews.len() }];
    }
    let mut advice = Vec::new();
    let n = tally.map_or(0, Tally::answered);
    let is_scored = decision.scored != Scored::ShownOnly;
    if n < FEWEST_REVIEWERS {
        advice.push(Advice::CollectMore { n });
    }
    match spread {
        Some(Spread::OneSided) if is_scored => advice.push(Advice::SaysLittle),
        Some(spread) if is_scored && spread.is_for_discussion() => advice.push(Advice::ShowOnly(spread)),
        _ => {}
    }
    let winners = winners(scenario, panel, (sheet.decision, sheet.situation));
    if !winners.is_empty() {
        advice.push(Advice::HabitWins(winners));
    }
    let confused: Vec<&String> = sheet.reviews.iter().filter_map(|review| review.confusing.as_ref()).collect();
    if let (Some(first), true) = (confused.first(), confused.len() >= SEVERAL) {
        advice.push(Advice::Confusing { n: confused.len(), why: (*first).clone() });
    }
    let rated: Vec<bool> = sheet.reviews.iter().filter_map(|review| review.realistic).collect();
    let unreal = rated.iter().filter(|real| !**real).count();
    if unreal >= SEVERAL && unreal * 2 > rated.len() {
        advice.push(Advice::Unrealistic { n: unreal, of: rated.len() });
    }
    if let (Some(Counts::Votes(votes)), true) = (tally.map(|tally| &tally.counts), n >= MANY) {
        advice.extend((0..votes.len()).filter(|at| votes[*at] == 0).map(Advice::NobodyChose));
    }
    advice
}

/// Reviewers who earn far less against the others than reviewers do.
fn apart(scenario: &Scenario, panel: &Panel) -> Vec<StandsApart> {
    let means = credit::left_out_means(scenario, panel, panel.sheets());
    let all: Vec<f64> = means.iter().map(|(_, mean)| *mean).collect();
    let (Some(middle), Some(spread)) = (mean(&all), deviation(&all).filter(|spread| *spread > 1e-9)) else {
        return Vec::new();
    };
    if all.len() < FEWEST_REVIEWERS {
        return Vec::new();
    }
    let stays = panel.reviewers().len() > size::DEVIANTS_STAY_ABOVE;
    let mut apart: Vec<StandsApart> = means
        .into_iter()
        .map(|(reviewer, mean)| StandsApart { reviewer, mean, below: (middle - mean) / spread, stays })
        .filter(|one| one.below > APART)
        .collect();
    apart.sort_by(|a, b| b.below.total_cmp(&a.below));
    apart
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::sample;
    use crate::scenario::raw::Kind;

    fn stats() -> (std::sync::Arc<Scenario>, PanelStats) {
        let scenario = sample::sample();
        let panel = sample::panel(&scenario);
        let stats = PanelStats::of(&scenario, &panel, 1);
        (scenario, stats)
    }

    fn sheet<'s>(scenario: &Scenario, stats: &'s PanelStats, decision: &str) -> &'s SheetStats {
        let id = scenario.decision_called(decision).unwrap();
        stats.sheets.iter().find(|sheet| sheet.decision == id).unwrap()
    }

    #[test]
    fn one_sheet_by_hand() {
        let (scenario, stats) = stats();
        let one = sheet(&scenario, &stats, "one");
        // ask 4, write 1, one abstained: 4 of 5.
        let agreement = one.agreement.unwrap();
        assert_eq!((agreement.measure, agreement.figure), (Measure::ModalShare, 0.8));
        let interval = agreement.interval.unwrap();
        assert!(interval.low >= 0.2 && interval.low < 0.8 && interval.high <= 1.0, "{interval:?}");
        assert_eq!(one.expected, Some(0.62));
        let people: u32 = one.by_role.iter().flat_map(|(_, roles)| roles).map(|(_, n)| n).sum();
        assert_eq!(people, 5);
    }

    #[test]
    fn every_kind_of_question_has_a_measure_between_nought_and_one() {
        let (_, stats) = stats();
        assert!(stats.sheets.len() > 3);
        for sheet in &stats.sheets {
            let agreement = sheet.agreement.unwrap();
            assert!((0.0..=1.0).contains(&agreement.figure), "{sheet:?}");
        }
    }

    #[test]
    fn a_stale_sheet_has_one_thing_to_do() {
        let scenario = sample::sample();
        let mut raw = sample::raw_panel(&scenario);
        raw.sheets[0].wording = "b3:0000000000000000".into();
        let reviews = raw.sheets[0].reviews.len();
        let stats = PanelStats::of(&scenario, &Panel::new(raw, &scenario), 1);
        let stale = stats.sheets.iter().find(|sheet| sheet.stale).unwrap();
        assert_eq!(stale.advice, [Advice::Reconfirm { reviews }]);
    }

    #[test]
    fn a_sheet_that_a_habit_wins_is_weak() {
        let (scenario, stats) = stats();
        // Four ask, and to ask is the one answer that explores. "Write" is the longest, and earns a quarter.
        let advice = &sheet(&scenario, &stats, "one").advice;
        assert!(advice.contains(&Advice::HabitWins(vec![(Habit::Kind(Kind::Explore), 1.0)])), "{advice:?}");
        // Nothing is earned where nothing is scored.
        let text = sample::SAMPLE.replacen("rests_on: [\"ill\"]", "rests_on: [\"ill\"], scored: ShownOnly", 1);
        let scenario = sample::scenario(&text);
        let stats = PanelStats::of(&scenario, &sample::panel(&scenario), 1);
        let advice = &sheet(&scenario, &stats, "one").advice;
        assert!(!advice.iter().any(|one| matches!(one, Advice::HabitWins(_))), "{advice:?}");
    }

    #[test]
    fn what_several_reviewers_remark_on_is_heard() {
        let scenario = sample::sample();
        let mut raw = sample::raw_panel(&scenario);
        for review in &mut raw.sheets[0].reviews[..2] {
            review.confusing = Some("Which appointment?".into());
            review.realistic = Some(false);
        }
        let stats = PanelStats::of(&scenario, &Panel::new(raw, &scenario), 1);
        let heard = &sheet(&scenario, &stats, "one").advice;
        assert!(heard.contains(&Advice::Confusing { n: 2, why: "Which appointment?".into() }), "{heard:?}");
        assert!(heard.contains(&Advice::Unrealistic { n: 2, of: 2 }), "{heard:?}");
    }
}
