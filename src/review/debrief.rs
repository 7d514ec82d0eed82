//! The debrief of a run: everything that can be said about it afterwards, without words and without layout.
//!
//! In go a run, the panel that it was played with, and [`Options`]; out comes a [`Debrief`] that needs neither of them.
//! Author's texts are copied, folded; names are the author's; minutes are those of the scenario's clock. Reviews are
//! in it only for decisions that the run has answered.

use std::sync::Arc;

use super::ballot::Ballot;
use super::credit::{self, Beside, Compared, Credit, FEWEST_REVIEWERS, NotScored};
use super::figures::interval;
use super::floors::{self, Kept};
use super::known::{Knowing, Thing, Unseen};
use super::outcomes::{self, Outcomes, REPLAYS, Tell};
use super::panel::{LookedFor, Panel, Review, Sheet};
use super::score::{Score, Scored, Scorer};
use super::story::{Altered, Deadline, Leak, PolicyFact, Story, Thanks, TimeSpent, item_title};
use super::tally::{Counts, Tally};
use crate::run::Run;
use crate::run::command::{Committed, How};
use crate::run::event::What;
use crate::scenario::calendar::Minute;
use crate::scenario::ids::{DecisionId, FloorId, ItemId};
use crate::scenario::model::{Scenario, folded};
use crate::scenario::raw::panel::Came;
use crate::scenario::raw::{
    Answer, Ask, Condition, DeadlineKind, Id, Kind, Level, OneOrTwo, Risk, Role, Shape, Teaching, Theme,
};

/// What a debrief is to contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// How many replays with other luck; none leaves them out.
    pub replays: u32,
    /// The scenario was changed while it was played: shown, never scored.
    pub trial: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { replays: REPLAYS, trial: false }
    }
}

/// The debrief of a run.
#[derive(Debug, Clone)]
pub struct Debrief {
    /// For dates and names of turns.
    pub scenario: Arc<Scenario>,
    pub seed: u64,
    pub softer: bool,
    pub trial: bool,
    /// Whether the run is over. What is not over is debriefed as far as it went.
    pub over: bool,
    /// Nothing for a calibration set, and for a run that is not over.
    pub ending: Option<Ending>,
    /// Nothing for a calibration set, and for a run that is not over.
    pub outcomes: Option<Replays>,
    /// In the order in which they were answered.
    pub decisions: Vec<Answered>,
    /// In the order of the file; in no sum.
    pub not_reached: Vec<NotReached>,
    /// By name.
    pub floors: Vec<Floor>,
    /// Duties; empty for a calibration set, as are promises and actions.
    pub duties: Vec<Deadline>,
    pub promises: Vec<Deadline>,
    pub actions: Vec<Deadline>,
    pub leaks: Vec<Leak>,
    pub time: TimeSpent,
    pub thanks: Vec<Thanks>,
    pub altered: Vec<Altered>,
    /// Rules of the policy date that the run stood on.
    pub policy: Vec<PolicyFact>,
    pub overall: Overall,
    pub provenance: Provenance,
}

/// How it came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    pub id: Id,
    pub title: String,
    pub text: String,
    pub later: Option<String>,
}

/// The same acts with other luck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replays {
    pub of: u32,
    /// The commonest first.
    pub endings: Vec<ReplayedEnding>,
    /// In how many a decision came up that the run has no answer to, and the panel's commonest was given.
    pub by_panel: u32,
    /// In how many the first option was taken, for want of a panel.
    pub by_first: u32,
}

/// One ending of the replays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplayedEnding {
    pub id: Id,
    pub title: String,
    pub count: u32,
    /// The same with the panel's commonest answers in place of one's own.
    pub with_panel: Option<u32>,
    /// How this run ended.
    pub own: bool,
}

/// A decision that was answered.
#[derive(Debug, Clone)]
pub struct Answered {
    pub id: Id,
    pub title: Option<String>,
    pub at: Minute,
    pub prompt: String,
    pub ask: Ask,
    pub themes: Vec<Theme>,
    pub situation: Id,
    /// The situation in a sentence: what reviewers were asked to suppose.
    pub told: String,
    /// In the order of the file.
    pub options: Vec<OptionText>,
    pub yours: Yours,
    pub panel: PanelView,
    pub credit: Credit,
    /// Other figures, where there are enough reviewers.
    pub beside: Option<Beside>,
    pub unseen: UnseenView,
    /// Places in [`Debrief::floors`] of those that touch this decision.
    pub floors: Vec<usize>,
    /// For whoever leads a session.
    pub teaching: Option<Teaching>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionText {
    pub id: Id,
    pub kind: Kind,
    pub label: String,
    pub line: Option<String>,
}

/// What the trainee answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Yours {
    pub answer: Answer,
    pub reason: String,
    pub sure: Option<u8>,
    pub change: Option<String>,
    pub cites: Vec<Cited>,
    pub how: How,
    /// No reviews had been looked at in this run before it was committed.
    pub blind: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    pub id: Id,
    pub title: String,
    pub passage: Option<String>,
}

/// How reviewers answered a decision in the situation in which it was answered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PanelView {
    /// Everyone with a review at this wording: what bars are scaled to.
    pub reviewers: usize,
    pub answered: usize,
    pub abstained: usize,
    /// Counts; nothing under [`FEWEST_REVIEWERS`], where reviews are shown one by one.
    pub distribution: Option<Distribution>,
    /// The share of the commonest answer, of those who answered; nothing where there is no distribution.
    pub modal_share: Option<f64>,
    /// The author's summary.
    pub synthesis: Option<String>,
    pub groups: Vec<ReviewGroup>,
    /// Reviews of an earlier wording: kept, never counted.
    pub older: Vec<ReviewView>,
}

/// Reviews that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewGroup {
    pub of: GroupOf,
    pub reviews: Vec<ReviewView>,
}

/// What reviews have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupOf {
    /// They chose this option, by its place in the list.
    Option { option: usize, commonest: bool, yours: bool },
    /// They gave the commonest answer (the commonest first place, most of the commonest ratings).
    Commonest,
    /// They did not.
    Others,
    /// There are too few to say what is common.
    Few,
    /// They gave no answer.
    NoAnswer,
    /// Their answer speaks of other options than were open here.
    OtherOptions,
}

/// One review with its reviewer.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewView {
    pub role: Role,
    pub years: u32,
    pub group: Option<String>,
    /// How it came about: shown wherever the review is.
    pub came: Came,
    pub outlook: Option<String>,
    pub answer: Answer,
    pub reason: String,
    pub sure: Option<u8>,
    pub change: Option<String>,
    /// The reviewer did not reach the situation, and supposed it.
    pub supposed: bool,
    /// Titles and labels of what the reviewer looked for.
    pub looked_for: Vec<String>,
}

/// Counts to be drawn as bars, all of them to the size of the whole panel.
#[derive(Debug, Clone, PartialEq)]
pub enum Distribution {
    /// The most votes first; equal ones in the order of the file.
    Options(Vec<OptionVotes>),
    /// By the panel's order.
    Ranking(Vec<Ranked>),
    /// In the order of the file.
    Ratings(Vec<Rated>),
    /// In the order of the question.
    Levels(Vec<LevelVotes>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionVotes {
    /// Its place in the list of options.
    pub option: usize,
    pub votes: u32,
    pub roles: Vec<(Role, u32)>,
    pub yours: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    pub option: usize,
    /// The panel's rank, from one; ties share the mean of their places.
    pub rank: f64,
    /// How many put it first.
    pub firsts: u32,
    /// The trainee's place, from one.
    pub yours: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Rated {
    pub option: usize,
    /// How many gave -2, -1, 0, +1 and +2.
    pub counts: [u32; 5],
    /// From -2 to +2.
    pub mean: f64,
    pub yours: i8,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelVotes {
    pub risk: Risk,
    /// How many said low, medium, high and very high.
    pub counts: [u32; 4],
    pub yours: Level,
}

/// What was there to find, with titles.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UnseenView {
    /// By when it could first have been seen.
    pub bearing: Vec<UnseenRow>,
    /// Titles of whatever else lay unread.
    pub others: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct UnseenRow {
    pub id: Id,
    /// The title of an item, the label of a response.
    pub title: String,
    /// It lay in a file from the start.
    pub in_file: bool,
    pub thing: super::known::UnseenThing,
    /// The claims of the decision that it bears on, as the author words them.
    pub claims: Vec<String>,
}

/// A floor and how the run kept it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Floor {
    pub id: Id,
    pub text: String,
    pub source: String,
    pub kept: Kept,
    /// It requires something; otherwise it forbids.
    pub requires: bool,
}

/// A decision that the run did not answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotReached {
    pub id: Id,
    pub title: Option<String>,
    pub why: WhyNot,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNot {
    /// It was never put.
    NeverPut,
    /// Its guard failed when it would have been put.
    Skipped,
    /// The run ended, or stopped, before it was answered.
    Unanswered,
}

/// All scored decisions together: never shown without how many there were and how spread the panel was.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Overall {
    pub answered: usize,
    pub scored: usize,
    /// Mean credit of the scored decisions.
    pub mean: Option<f64>,
    /// The fewest and the most reviewers who answered a scored decision.
    pub reviewers: Option<(usize, usize)>,
    /// The smallest and the largest share of the commonest answer.
    pub modal_share: Option<(f64, f64)>,
    /// Scored answers that were committed after reviews had been looked at.
    pub not_blind: usize,
    /// In the order of the list of themes.
    pub themes: Vec<ThemeCredit>,
    /// What the mean stands on; nothing if there is none.
    pub score: Option<Score>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ThemeCredit {
    pub theme: Theme,
    pub answered: usize,
    pub scored: usize,
    pub mean: Option<f64>,
}

/// Where the reviews come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provenance {
    pub reviewers: usize,
    /// Written from published findings.
    pub drafted: usize,
    /// Given by people.
    pub collected: usize,
    /// What drafted reviews were written from, each once, in order.
    pub sources: Vec<String>,
    /// Sheets whose decision was reworded since.
    pub stale_sheets: usize,
    /// Reviews of decisions or situations that are gone.
    pub lost: usize,
}

/// Debriefs a run with the panel that it was played with.
#[must_use]
pub fn debrief(run: &Run, panel: Option<&Panel>, options: Options) -> Debrief {
    debrief_among(run, panel, options, &mut Scorer::new(interval::SEED))
}

/// Debriefs one of many runs of one scenario with one panel: the scorer keeps what they have in common.
#[must_use]
pub fn debrief_among(run: &Run, panel: Option<&Panel>, options: Options, scorer: &mut Scorer) -> Debrief {
    let scenario: &Scenario = run.scenario();
    let calibration = scenario.raw().shape == Shape::Calibration;
    let story = Story::of(run);
    let knowing = Knowing::of(run);
    let (floors, decisions) = answered(run, panel, &knowing, options);
    let deadlines = if calibration { Vec::new() } else { story.deadlines() };
    let of = |kind| deadlines.iter().filter(|deadline| deadline.kind == kind).cloned().collect();
    Debrief {
        seed: run.seed(),
        softer: run.softer(),
        trial: options.trial,
        over: run.is_over(),
        ending: run.state().ended.and_then(|ending| self::ending(run, ending.index())),
        outcomes: replays(run, panel, options.replays, &mut |_, _| ()),
        not_reached: not_reached(run),
        duties: of(DeadlineKind::Duty),
        promises: of(DeadlineKind::Promise),
        actions: of(DeadlineKind::MappaAction),
        leaks: story.leaks(),
        time: story.time(),
        thanks: story.thanks(),
        altered: story.altered(),
        policy: story.policy(),
        overall: Overall { score: score_of(scenario, panel, &knowing, &decisions, scorer), ..overall(&decisions) },
        provenance: panel.map(provenance).unwrap_or_default(),
        scenario: Arc::clone(run.scenario()),
        floors,
        decisions,
    }
}

/// One answered decision of a run that may still go on: for whoever looks at the reviews before the end. Nothing for a
/// decision that has not been answered: reviews are looked at only after the answer.
#[must_use]
pub fn answered_decision(run: &Run, panel: Option<&Panel>, decision: &str, trial: bool) -> Option<Answered> {
    let (_, answered) = answered(run, panel, &Knowing::of(run), Options { replays: 0, trial });
    answered.into_iter().find(|answered| answered.id == decision)
}

fn ending(run: &Run, index: usize) -> Option<Ending> {
    let raw = run.scenario().raw().endings.get(index)?;
    let text = raw.softer.as_ref().filter(|_| run.softer()).unwrap_or(&raw.text);
    Some(Ending {
        id: raw.id.clone(),
        title: folded(&raw.title),
        text: folded(text),
        later: raw.later.as_deref().map(folded),
    })
}

/// The same acts with other luck, so many times: for whoever shows a debrief before they are done. `tell` is told how
/// far they are. Nothing for a calibration set, and for a run that is not over.
#[must_use]
pub fn replays(run: &Run, panel: Option<&Panel>, replays: u32, tell: Tell<'_>) -> Option<Replays> {
    if replays == 0 || run.scenario().raw().shape == Shape::Calibration {
        return None;
    }
    let Outcomes { replays, endings, by_panel, by_first, with_panel, .. } =
        outcomes::outcomes_telling(run, panel, replays, tell)?;
    let endings = endings.into_iter().map(|row| {
        let raw = run.scenario().ending(row.ending);
        let with_panel = with_panel
            .as_ref()
            .map(|all| all.iter().find(|(ending, _)| *ending == row.ending).map_or(0, |(_, count)| *count));
        ReplayedEnding { id: raw.id.clone(), title: folded(&raw.title), count: row.count, with_panel, own: row.own }
    });
    Some(Replays { of: replays, endings: endings.collect(), by_panel, by_first })
}

/// Floors, and answered decisions with the floors that touch them.
fn answered(
    run: &Run,
    panel: Option<&Panel>,
    knowing: &Knowing<'_>,
    options: Options,
) -> (Vec<Floor>, Vec<Answered>) {
    let scenario: &Scenario = run.scenario();
    let kept = floors::floors(run);
    let floors = kept.iter().map(|(id, kept)| floor(scenario, *id, *kept)).collect();
    let mut blind = true;
    let mut decisions = Vec::new();
    for event in run.events() {
        match &event.what {
            What::Revealed { .. } => blind = false,
            What::Decided { decision, situation, committed } => {
                let Some(id) = scenario.decision_called(decision) else { continue };
                let answer = Given { scenario, id, at: event.at, situation, committed, blind };
                decisions.push(answer.debrief(panel, knowing, &kept, options));
            }
            _ => {}
        }
    }
    (floors, decisions)
}

fn floor(scenario: &Scenario, id: FloorId, kept: Kept) -> Floor {
    let raw = scenario.floor(id);
    Floor {
        id: raw.id.clone(),
        text: folded(&raw.text),
        source: folded(&raw.source),
        kept,
        requires: raw.must.is_some(),
    }
}

/// An answer that was committed.
struct Given<'a> {
    scenario: &'a Scenario,
    id: DecisionId,
    at: Minute,
    situation: &'a Id,
    committed: &'a Committed,
    blind: bool,
}

impl Given<'_> {
    fn debrief(
        &self,
        panel: Option<&Panel>,
        knowing: &Knowing<'_>,
        floors: &[(FloorId, Kept)],
        options: Options,
    ) -> Answered {
        let raw = self.scenario.decision(self.id);
        let place = raw.situations.iter().position(|situation| situation.id == *self.situation);
        let sheet = panel.zip(place).and_then(|(panel, place)| panel.sheet(self.id, place));
        let Compared { mut credit, tally, mut beside } =
            credit::compare(self.scenario, self.id, sheet, &self.committed.answer);
        if panel.is_none() {
            credit = Credit::NotScored(NotScored::NoPanel);
        }
        if options.trial {
            credit = Credit::NotScored(NotScored::Trial);
            beside = None;
        }
        let older = panel.zip(place).map_or_else(Vec::new, |(panel, place)| {
            let stale = panel.sheets_of(self.id, place).filter(|sheet| sheet.stale);
            stale.flat_map(|sheet| &sheet.reviews).filter_map(|review| self.review(panel, review)).collect()
        });
        let view = match (panel, sheet.filter(|sheet| !sheet.stale)) {
            (Some(panel), Some(sheet)) => self.panel(panel, sheet, tally.as_ref(), older),
            _ => PanelView { older, ..PanelView::default() },
        };
        Answered {
            id: raw.id.clone(),
            title: raw.title.as_deref().map(folded),
            at: self.at,
            prompt: folded(&raw.prompt),
            ask: raw.ask.clone(),
            themes: raw.themes.clone(),
            situation: self.situation.clone(),
            told: place.map_or_else(String::new, |place| folded(&raw.situations[place].told)),
            options: raw
                .options
                .iter()
                .map(|option| OptionText {
                    id: option.id.clone(),
                    kind: option.kind,
                    label: folded(&option.label),
                    line: option.line.as_deref().map(folded),
                })
                .collect(),
            yours: self.yours(),
            panel: view,
            credit,
            beside,
            unseen: self.unseen(knowing.unseen(self.id, sheet)),
            floors: self.touching(floors),
            teaching: raw.teaching.as_ref().map(|teaching| Teaching {
                minutes: teaching.minutes,
                ask: teaching.ask.iter().map(|ask| folded(ask)).collect(),
                tends: teaching.tends.as_deref().map(folded),
            }),
        }
    }

    fn yours(&self) -> Yours {
        let cites = self.committed.cites.iter().map(|cite| Cited {
            id: cite.item.clone(),
            title: self
                .scenario
                .item_called(&cite.item)
                .map_or_else(|| cite.item.clone(), |item| item_title(self.scenario, item)),
            passage: cite.passage.clone(),
        });
        Yours {
            answer: self.committed.answer.clone(),
            reason: self.committed.reason.clone(),
            sure: self.committed.sure,
            change: self.committed.change.clone(),
            cites: cites.collect(),
            how: self.committed.how.clone(),
            blind: self.blind,
        }
    }

    fn panel(&self, panel: &Panel, sheet: &Sheet, tally: Option<&Tally>, older: Vec<ReviewView>) -> PanelView {
        let raw = self.scenario.decision(self.id);
        let own = Ballot::of(raw, &self.committed.answer);
        let counted = tally.filter(|tally| tally.answered() >= FEWEST_REVIEWERS);
        let distribution = counted.zip(own.as_ref()).and_then(|(tally, own)| distribution(panel, sheet, tally, own));
        PanelView {
            reviewers: sheet.reviews.len(),
            answered: tally.map_or(0, Tally::answered),
            abstained: tally.map_or(0, |tally| tally.abstained),
            modal_share: counted.and_then(Tally::modal_share),
            distribution,
            synthesis: sheet.synthesis.as_deref().map(folded),
            groups: self.groups(panel, sheet, tally, own.as_ref()),
            older,
        }
    }

    /// Reviews by what they have in common: by option where one was to be chosen, else with and without the commonest
    /// answer; then those without an answer.
    fn groups(&self, panel: &Panel, sheet: &Sheet, tally: Option<&Tally>, own: Option<&Ballot>) -> Vec<ReviewGroup> {
        let mut groups: Vec<ReviewGroup> = Vec::new();
        let mut ordered: Vec<(u32, usize, GroupOf, &Review)> = sheet
            .reviews
            .iter()
            .map(|review| {
                let (of, weight) = group_of(review, tally, own);
                let place = match of {
                    GroupOf::Option { option, .. } => option,
                    GroupOf::Commonest => 0,
                    GroupOf::Others | GroupOf::Few => 100,
                    GroupOf::OtherOptions => 101,
                    GroupOf::NoAnswer => 102,
                };
                (u32::MAX - weight, place, of, review)
            })
            .collect();
        ordered.sort_by_key(|(weight, place, ..)| (*weight, *place));
        for (_, _, of, review) in ordered {
            let Some(view) = self.review(panel, review) else { continue };
            match groups.last_mut() {
                Some(group) if group.of == of => group.reviews.push(view),
                _ => groups.push(ReviewGroup { of, reviews: vec![view] }),
            }
        }
        groups
    }

    fn review(&self, panel: &Panel, review: &Review) -> Option<ReviewView> {
        let by = panel.reviewer(review.by)?;
        let title = |looked: &LookedFor| match looked {
            LookedFor::Item(item) => item_title(self.scenario, *item),
            LookedFor::Response(response) => folded(self.scenario.response_label(*response)),
        };
        Some(ReviewView {
            role: by.role,
            years: by.years,
            group: by.group.clone(),
            came: by.came.clone(),
            outlook: by.outlook.as_deref().map(folded),
            answer: review.answer.clone(),
            reason: folded(&review.reason),
            sure: review.sure,
            change: review.change.as_deref().map(folded),
            supposed: review.supposed,
            looked_for: review.looked_for.iter().map(title).collect(),
        })
    }

    fn unseen(&self, unseen: Unseen) -> UnseenView {
        let bearing = unseen.bearing.into_iter().map(|thing| {
            let (id, title, in_file) = match thing.what {
                Thing::Item(item) => (
                    self.scenario.item_name(item).to_owned(),
                    item_title(self.scenario, item),
                    matches!(item, ItemId::Document(_)),
                ),
                Thing::Response(response) => (
                    self.scenario.response_name(response).to_owned(),
                    folded(self.scenario.response_label(response)),
                    false,
                ),
            };
            let claims = thing.claims.iter().map(|claim| folded(&self.scenario.claim(*claim).text)).collect();
            UnseenRow { id, title, in_file, thing, claims }
        });
        UnseenView {
            bearing: bearing.collect(),
            others: unseen.others.into_iter().map(|item| item_title(self.scenario, item)).collect(),
        }
    }

    /// Floors that name this decision, or began with its answer.
    fn touching(&self, floors: &[(FloorId, Kept)]) -> Vec<usize> {
        let name = &self.scenario.decision(self.id).id;
        let touches = |(id, kept): &(FloorId, Kept)| {
            let raw = self.scenario.floor(*id);
            let named = names(&raw.when, name) || raw.must.as_ref().is_some_and(|must| names(must, name));
            *kept != Kept::NotApplicable && (named || kept.since() == Some(self.at))
        };
        floors.iter().enumerate().filter(|(_, floor)| touches(floor)).map(|(at, _)| at).collect()
    }
}

/// Whether a condition asks about a decision.
fn names(condition: &Condition, decision: &str) -> bool {
    match condition {
        Condition::All(all) | Condition::Any(all) => all.0.iter().any(|one| names(one, decision)),
        Condition::Not(inner) => names(inner, decision),
        Condition::Answered(id) | Condition::Chose(id, _) => id == decision,
        Condition::Cited(OneOrTwo(_, within)) => within.as_deref() == Some(decision),
        _ => false,
    }
}

/// The group of a review, and how early it comes: by votes.
fn group_of(review: &Review, tally: Option<&Tally>, own: Option<&Ballot>) -> (GroupOf, u32) {
    if review.abstained() {
        return (GroupOf::NoAnswer, 0);
    }
    let (Some(ballot), Some(tally), Some(own)) = (&review.ballot, tally, own) else {
        return (GroupOf::OtherOptions, 1);
    };
    if !ballot.is_like(own) {
        return (GroupOf::OtherOptions, 1);
    }
    if tally.answered() < FEWEST_REVIEWERS {
        // No order and no heading may give the counts away.
        return match ballot {
            Ballot::One(option) => {
                let yours = *own == Ballot::One(*option);
                (GroupOf::Option { option: *option, commonest: false, yours }, 2)
            }
            _ => (GroupOf::Few, 2),
        };
    }
    let modes = tally.modes();
    let most = modes.first().copied().unwrap_or(0);
    let with_most = match (ballot, &tally.counts) {
        (Ballot::One(option), Counts::Votes(votes)) => {
            let of = GroupOf::Option {
                option: *option,
                commonest: votes[*option] == most,
                yours: *own == Ballot::One(*option),
            };
            return (of, 2 + votes[*option]);
        }
        (Ballot::Several(options), Counts::Votes(votes)) => options.iter().any(|option| votes[*option] == most),
        (Ballot::Order(order), Counts::Ranking(ranking)) => order.first().is_some_and(|first| {
            ranking.options.iter().zip(&ranking.firsts).any(|(option, firsts)| option == first && *firsts == most)
        }),
        (Ballot::Ratings(ratings), Counts::Ratings(rows)) => {
            let with = ratings.iter().zip(rows).zip(&modes);
            let with =
                with.filter(|(((_, rating), (_, counts)), mode)| counts[super::tally::step(*rating)] == **mode);
            2 * with.count() > rows.len()
        }
        (Ballot::Levels(levels), Counts::Levels(rows)) => {
            let with = levels.iter().zip(rows).zip(&modes);
            let with = with.filter(|((level, (_, counts)), mode)| counts[**level as usize] == **mode);
            2 * with.count() > rows.len()
        }
        _ => false,
    };
    if with_most { (GroupOf::Commonest, 3) } else { (GroupOf::Others, 2) }
}

fn distribution(panel: &Panel, sheet: &Sheet, tally: &Tally, own: &Ballot) -> Option<Distribution> {
    Some(match (&tally.counts, own) {
        (Counts::Votes(votes), Ballot::One(_) | Ballot::Several(_)) => {
            let mut rows: Vec<OptionVotes> = votes
                .iter()
                .enumerate()
                .map(|(option, votes)| OptionVotes {
                    option,
                    votes: *votes,
                    roles: roles(panel, sheet, option),
                    yours: chose(own, option),
                })
                .collect();
            rows.sort_by_key(|row| std::cmp::Reverse(row.votes));
            Distribution::Options(rows)
        }
        (Counts::Ranking(ranking), Ballot::Order(order)) => {
            let mut rows: Vec<Ranked> = ranking
                .options
                .iter()
                .enumerate()
                .map(|(at, option)| Ranked {
                    option: *option,
                    rank: ranking.ranks[at],
                    firsts: ranking.firsts[at],
                    yours: order.iter().position(|ranked| ranked == option).map_or(0, |place| place + 1),
                })
                .collect();
            rows.sort_by(|a, b| a.rank.total_cmp(&b.rank));
            Distribution::Ranking(rows)
        }
        (Counts::Ratings(rows), Ballot::Ratings(ratings)) => Distribution::Ratings(
            rows.iter()
                .zip(ratings)
                .map(|((option, counts), (_, yours))| Rated {
                    option: *option,
                    counts: *counts,
                    mean: super::figures::mean_step(counts).unwrap_or(2.0) - 2.0,
                    yours: *yours,
                })
                .collect(),
        ),
        (Counts::Levels(rows), Ballot::Levels(levels)) => Distribution::Levels(
            rows.iter()
                .zip(levels)
                .map(|((risk, counts), yours)| LevelVotes { risk: *risk, counts: *counts, yours: *yours })
                .collect(),
        ),
        _ => return None,
    })
}

fn chose(ballot: &Ballot, option: usize) -> bool {
    match ballot {
        Ballot::One(one) => *one == option,
        Ballot::Several(several) => several.contains(&option),
        _ => false,
    }
}

/// Who chose an option, by role, in the order of the roles' list.
fn roles(panel: &Panel, sheet: &Sheet, option: usize) -> Vec<(Role, u32)> {
    let mut roles: Vec<(Role, u32)> = Vec::new();
    for review in &sheet.reviews {
        let chose = review.ballot.as_ref().is_some_and(|ballot| chose(ballot, option));
        if let Some(reviewer) = panel.reviewer(review.by).filter(|_| chose) {
            match roles.iter_mut().find(|(role, _)| *role == reviewer.role) {
                Some((_, count)) => *count += 1,
                None => roles.push((reviewer.role, 1)),
            }
        }
    }
    roles.sort_unstable();
    roles
}

fn not_reached(run: &Run) -> Vec<NotReached> {
    let raw = run.scenario().raw();
    let happened = |is_it: &dyn Fn(&What) -> bool| run.events().iter().any(|event| is_it(&event.what));
    raw.decisions
        .iter()
        .filter_map(|decision| {
            let id = &decision.id;
            if happened(&|what| matches!(what, What::Decided { decision, .. } if decision == id)) {
                return None;
            }
            let why = if happened(&|what| matches!(what, What::Skipped { decision } if decision == id)) {
                WhyNot::Skipped
            } else if happened(&|what| matches!(what, What::Posed { decision } if decision == id)) {
                WhyNot::Unanswered
            } else {
                WhyNot::NeverPut
            };
            Some(NotReached { id: id.clone(), title: decision.title.as_deref().map(folded), why })
        })
        .collect()
}

fn overall(decisions: &[Answered]) -> Overall {
    let scored: Vec<(&Answered, f64)> =
        decisions.iter().filter_map(|decision| Some((decision, decision.credit.score()?))).collect();
    let mean = |scores: &[f64]| (!scores.is_empty()).then(|| scores.iter().sum::<f64>() / scores.len() as f64);
    let answered: Vec<usize> = scored.iter().map(|(decision, _)| decision.panel.answered).collect();
    let shares: Vec<f64> = scored.iter().filter_map(|(decision, _)| decision.panel.modal_share).collect();
    let least = shares.iter().copied().reduce(f64::min);
    let themes = Theme::ALL.iter().filter_map(|theme| {
        let of = |decision: &Answered| decision.themes.contains(theme);
        let answered = decisions.iter().filter(|decision| of(decision)).count();
        let scores: Vec<f64> = scored.iter().filter(|(decision, _)| of(decision)).map(|(_, score)| *score).collect();
        (answered > 0).then(|| ThemeCredit { theme: *theme, answered, scored: scores.len(), mean: mean(&scores) })
    });
    Overall {
        answered: decisions.len(),
        scored: scored.len(),
        mean: mean(&scored.iter().map(|(_, score)| *score).collect::<Vec<_>>()),
        reviewers: answered.iter().copied().min().zip(answered.iter().copied().max()),
        modal_share: least.zip(shares.iter().copied().reduce(f64::max)),
        not_blind: scored.iter().filter(|(decision, _)| !decision.yours.blind).count(),
        themes: themes.collect(),
        score: None,
    }
}

/// What the mean of a run stands on.
fn score_of(
    scenario: &Scenario,
    panel: Option<&Panel>,
    knowing: &Knowing<'_>,
    decisions: &[Answered],
    scorer: &mut Scorer,
) -> Option<Score> {
    let scored: Vec<Scored<'_>> = decisions
        .iter()
        .filter_map(|answered| {
            let credit = answered.credit.score()?;
            let decision = scenario.decision_called(&answered.id)?;
            let situations = &scenario.decision(decision).situations;
            Some(Scored {
                decision,
                situation: situations.iter().position(|situation| situation.id == answered.situation)?,
                open: knowing.open_options(decision)?,
                answer: &answered.yours.answer,
                sure: answered.yours.sure,
                credit,
            })
        })
        .collect();
    scorer.score(scenario, panel?, &scored)
}

fn provenance(panel: &Panel) -> Provenance {
    let collected = panel.reviewers().iter().filter(|reviewer| reviewer.is_collected()).count();
    let mut sources: Vec<String> = Vec::new();
    for reviewer in panel.reviewers() {
        if let Came::Drafted { from } = &reviewer.came {
            sources.extend(from.iter().map(|from| folded(from)));
        }
    }
    sources.sort_unstable();
    sources.dedup();
    Provenance {
        reviewers: panel.reviewers().len(),
        drafted: panel.reviewers().len() - collected,
        collected,
        sources,
        stale_sheets: panel.sheets().iter().filter(|sheet| sheet.stale).count(),
        lost: panel.lost().iter().map(|sheet| sheet.reviews).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::known::How as Unknown;
    use crate::review::sample::{self, act, at, choose, decide, finish, give, open, until};
    use crate::review::story::DeadlineEnd;
    use crate::run::command::Command;
    use crate::scenario::raw::policy::Sure;

    fn played() -> Run {
        let mut run = Run::begin(sample::sample(), 5);
        until(&mut run, at(0, 0, 14, 0));
        open(&mut run, "text");
        act(&mut run, "ring-clinic");
        until(&mut run, at(0, 1, 9, 0));
        act(&mut run, "tell-mum");
        decide(&mut run, "one", choose("write"));
        give(&mut run, Command::Reveal { decision: "one".into() });
        until(&mut run, at(0, 2, 10, 0));
        open(&mut run, "new-note");
        finish(&mut run);
        run
    }

    fn debriefed(run: &Run) -> Debrief {
        let panel = sample::panel(run.scenario());
        debrief(run, Some(&panel), Options { replays: 50, trial: false })
    }

    #[test]
    fn a_whole_run() {
        let debrief = debriefed(&played());
        assert!(debrief.over);
        let ids: Vec<&str> = debrief.decisions.iter().map(|decision| decision.id.as_str()).collect();
        assert_eq!(ids, ["one", "some", "order", "each", "risk"]);
        assert_eq!(debrief.not_reached.len(), 1);
        assert_eq!(debrief.not_reached[0].why, WhyNot::Skipped);
        // 1/4, 6/6, 7/8, 15/16 and 5/6.
        let scores: Vec<Option<f64>> = debrief.decisions.iter().map(|decision| decision.credit.score()).collect();
        assert_eq!(scores[..4], [Some(0.25), Some(1.0), Some(0.875), Some(0.9375)]);
        let overall = &debrief.overall;
        assert_eq!((overall.answered, overall.scored, overall.reviewers), (5, 5, Some((5, 6))));
        let mean = (0.25 + 1.0 + 0.875 + 0.9375 + 5.0 / 6.0) / 5.0;
        assert!(overall.mean.is_some_and(|found| (found - mean).abs() < 1e-12));
        // Whatever came after the look at the reviews is not blind.
        let blind: Vec<bool> = debrief.decisions.iter().map(|decision| decision.yours.blind).collect();
        assert_eq!(blind, [true, false, false, false, false]);
        assert_eq!(overall.not_blind, 4);
        assert_eq!(debrief.outcomes.as_ref().map(|replays| replays.of), Some(50));
    }

    #[test]
    fn what_went_on() {
        let debrief = debriefed(&played());
        let plan = &debrief.duties[0];
        assert_eq!((plan.id.as_str(), plan.end), ("plan", DeadlineEnd::Running));
        assert_eq!(plan.rule.as_ref().map(|rule| rule.id.as_str()), Some("initial-plan"));
        assert!(debrief.policy.iter().any(|rule| rule.id == "initial-plan" && rule.sure != Sure::Ours));
        assert!(debrief.promises.is_empty(), "it would have run if the answer had been to ask");
        assert_eq!(debrief.leaks.len(), 1);
        assert_eq!(debrief.leaks[0].to, "Mrs Fell");
        assert_eq!(debrief.leaks[0].by.as_deref(), Some("Tell his mother"));
        assert_eq!(debrief.thanks[0].because, ["Ring the clinic"]);
        let altered = &debrief.altered[0];
        assert_eq!((altered.old.text.as_str(), altered.new.text.as_str()), ("He said yes.", "He said no."));
        assert!(altered.looked);
        let time = &debrief.time;
        // Text 2, new note 5; the clinic's call 5; ringing 10, telling his mother 10.
        assert_eq!((time.reading, time.talk, time.given), (7, 5, 240));
        assert_eq!(time.by_kind, [(Kind::Explore, 10), (Kind::Disclose, 10)]);
        assert_eq!(time.spent(), 32);
    }

    #[test]
    fn what_was_there_to_find() {
        let mut run = Run::begin(sample::sample(), 5);
        until(&mut run, at(0, 0, 16, 0));
        open(&mut run, "text");
        until(&mut run, at(0, 1, 9, 0));
        decide(&mut run, "one", choose("wait"));
        let debrief = debriefed(&run);
        assert!(!debrief.over && debrief.outcomes.is_none() && debrief.ending.is_none());
        let unseen = &debrief.decisions[0].unseen;
        let found: Vec<_> = unseen.bearing.iter().map(|row| (row.id.as_str(), row.thing.how)).collect();
        assert_eq!(found, [("report", Unknown::Unread), ("ring-clinic", Unknown::NotDone)]);
        assert_eq!(unseen.bearing[1].thing.looked_for, 2);
        assert_eq!(unseen.bearing[1].claims, ["He is ill."]);
        assert_eq!(unseen.others, ["Note of 20 October", "Car park"]);
        // The floor about his going began with this very answer.
        let floors = debrief.decisions[0].floors.iter().map(|at| debrief.floors[*at].id.as_str());
        assert_eq!(floors.collect::<Vec<_>>(), ["b-note", "e-gone"]);
        let why: Vec<WhyNot> = debrief.not_reached.iter().map(|decision| decision.why).collect();
        assert_eq!(why, [WhyNot::NeverPut; 5]);
    }

    #[test]
    fn reviews_are_there_only_after_the_answer() {
        let scenario = sample::sample();
        let panel = sample::panel(&scenario);
        let mut run = Run::begin(scenario, 5);
        until(&mut run, at(0, 1, 9, 0));
        assert!(answered_decision(&run, Some(&panel), "one", false).is_none());
        decide(&mut run, "one", choose("ask"));
        assert!(answered_decision(&run, Some(&panel), "one", false).is_some());
    }

    #[test]
    fn few_reviewers_are_shown_without_numbers() {
        let run = played();
        let mut raw = sample::raw_panel(run.scenario());
        raw.sheets[0].reviews.truncate(4);
        let panel = Panel::new(raw, run.scenario());
        let debrief = debrief(&run, Some(&panel), Options { replays: 0, trial: false });
        let view = &debrief.decisions[0].panel;
        assert_eq!((view.reviewers, view.answered), (4, 4));
        assert!(view.distribution.is_none() && view.modal_share.is_none());
        assert_eq!(view.groups.iter().map(|group| group.reviews.len()).sum::<usize>(), 4);
        assert_eq!(debrief.overall.scored, 4);
    }

    #[test]
    fn a_stale_sheet_is_shown_and_not_counted() {
        let run = played();
        let mut raw = sample::raw_panel(run.scenario());
        raw.sheets[0].wording = String::new();
        let panel = Panel::new(raw, run.scenario());
        let debrief = debrief(&run, Some(&panel), Options { replays: 0, trial: false });
        let one = &debrief.decisions[0];
        assert_eq!(one.credit, Credit::NotScored(NotScored::StaleWording));
        assert_eq!((one.panel.older.len(), one.panel.reviewers), (6, 0));
        assert_eq!(one.unseen.bearing.iter().map(|row| row.thing.looked_for).sum::<u32>(), 0);
    }

    #[test]
    fn a_trial_and_a_case_without_reviewers_have_no_score() {
        let run = played();
        let panel = sample::panel(run.scenario());
        let trial = debrief(&run, Some(&panel), Options { replays: 0, trial: true });
        let trials = trial.decisions.iter().map(|decision| decision.credit);
        assert!(trials.into_iter().all(|credit| credit == Credit::NotScored(NotScored::Trial)));
        let alone = debrief(&run, None, Options { replays: 0, trial: false });
        assert!(alone.decisions.iter().all(|one| one.credit == Credit::NotScored(NotScored::NoPanel)));
        assert_eq!((alone.overall.scored, alone.overall.mean), (0, None));
    }

    /// A calibration set: no consequences, so no deadlines and no replays; its ratings are scored like any other.
    #[test]
    fn a_calibration_set() {
        let scenario = sample::scenario(sample::CALIBRATION);
        let mut run = Run::begin(scenario, 1);
        let answer = sample::plain_answers().into_iter().find(|(id, _)| *id == "risk").unwrap().1;
        open(&mut run, "folder");
        decide(&mut run, "rate", answer);
        finish(&mut run);
        let debrief = debrief(&run, None, Options::default());
        assert!(debrief.over && debrief.ending.is_none() && debrief.outcomes.is_none());
        assert!(debrief.duties.is_empty() && debrief.promises.is_empty() && debrief.actions.is_empty());
        assert_eq!(debrief.decisions.len(), 1);
    }
}
