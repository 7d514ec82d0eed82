//! The library: cards of scenarios.

use jiff::civil::Date;

use super::{when, words};
use crate::scenario::model::folded;
use crate::scenario::raw;
use crate::scenario::raw::panel::Came;
use crate::scenario::raw::{Id, Shape, Stretch, Theme};
use crate::text::Message;

/// All cards, with how many there are of each theme and place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// By title.
    pub cards: Vec<Card>,
    /// Themes that any card has, in the order of the closed list, with how many have them.
    pub themes: Vec<(Theme, Message, usize)>,
    /// "11 of 14 cases", "14 cases".
    pub count: Message,
}

/// One scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What it is called on the command line: the name of its folder.
    pub slug: String,
    pub id: Id,
    pub title: String,
    pub edition: u32,
    pub one_line: Option<String>,
    /// People on probation, by name.
    pub people: Vec<String>,
    /// Of its objectives and decisions, in the order of the closed list.
    pub themes: Vec<(Theme, Message)>,
    /// "3 weeks, about 10 min".
    pub length: Message,
    /// Minutes that a person takes, if the author says.
    pub play_minutes: Option<u32>,
    /// "England, rules of November 2025".
    pub place: Message,
    /// Content notes in the author's words.
    pub content: Vec<String>,
    /// "No content notes", if there are none.
    pub no_content: Option<Message>,
    /// How many reviewers are drafted, and how many collected.
    pub drafted: usize,
    pub collected: usize,
    /// "8 drafted reviewers", or that there are none yet.
    pub reviews: Message,
    /// Folders to rate, without consequences.
    pub calibration: bool,
    pub variants: Vec<VariantRow>,
}

/// The same scenario at another date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantRow {
    pub id: Id,
    /// The author's title, else the date of its rules.
    pub title: Message,
    /// "rules of 29 July 2026".
    pub rules: Message,
}

/// A card from a scenario's text, which need not have been checked.
#[must_use]
pub fn card(slug: &str, scenario: &raw::Scenario, panel: Option<&raw::Panel>) -> Card {
    Card::of(slug, scenario, panel)
}

/// Cards as the library shows them: those that have every theme asked for; all of them if none is asked for.
#[must_use]
pub fn library(cards: Vec<Card>, themes: &[Theme]) -> Library {
    Library::of(cards, themes)
}

impl Card {
    fn of(slug: &str, scenario: &raw::Scenario, panel: Option<&raw::Panel>) -> Self {
        let themes = themes(scenario);
        let (drafted, collected) = reviewers(panel);
        let name = |id: &Id| {
            scenario.people.iter().find(|person| person.id == *id).map_or_else(|| id.clone(), |one| folded(&one.name))
        };
        Self {
            slug: slug.to_owned(),
            id: scenario.id.clone(),
            title: folded(&scenario.title),
            edition: scenario.edition,
            one_line: scenario.one_line.as_deref().map(folded),
            people: scenario.cases.iter().map(|case| name(&case.person)).collect(),
            themes: themes.into_iter().map(|theme| (theme, words::theme(theme))).collect(),
            length: length(scenario),
            play_minutes: scenario.play_minutes,
            place: Message::new("card-place")
                .with("place", words::place(scenario.place))
                .with("rules", rules(&scenario.policy_date)),
            content: scenario.content_notes.iter().map(|note| folded(&note.text)).collect(),
            no_content: scenario.content_notes.is_empty().then(|| Message::new("content-none")),
            drafted,
            collected,
            reviews: reviews(drafted, collected),
            calibration: scenario.shape == Shape::Calibration,
            variants: scenario
                .variants
                .iter()
                .map(|variant| VariantRow {
                    id: variant.id.clone(),
                    title: variant
                        .title
                        .as_deref()
                        .map_or_else(|| rules(&variant.policy_date), |title| Message::verbatim(folded(title))),
                    rules: rules(&variant.policy_date),
                })
                .collect(),
        }
    }
}

impl Library {
    fn of(cards: Vec<Card>, wanted: &[Theme]) -> Self {
        let all = cards.len();
        let count = |theme: &Theme| cards.iter().filter(|card| has(card, *theme)).count();
        let themes = Theme::ALL
            .iter()
            .map(|theme| (*theme, words::theme(*theme), count(theme)))
            .filter(|row| row.2 > 0)
            .collect();
        let mut cards: Vec<Card> =
            cards.into_iter().filter(|card| wanted.iter().all(|theme| has(card, *theme))).collect();
        cards.sort_by(|a, b| (&a.title, &a.slug).cmp(&(&b.title, &b.slug)));
        let count = if cards.len() == all {
            Message::new("library-count").with("n", all)
        } else {
            Message::new("library-count-of").with("n", cards.len()).with("of", all)
        };
        Self { cards, themes, count }
    }
}

fn has(card: &Card, theme: Theme) -> bool {
    card.themes.iter().any(|(one, _)| *one == theme)
}

/// Themes of objectives and decisions, each once, in the order of the closed list.
fn themes(scenario: &raw::Scenario) -> Vec<Theme> {
    let objectives = scenario.objectives.iter().map(|objective| objective.theme);
    let decisions = scenario.decisions.iter().flat_map(|decision| decision.themes.iter().copied());
    let mut themes: Vec<Theme> = objectives.chain(decisions).collect();
    themes.sort_unstable();
    themes.dedup();
    themes
}

/// What is played, in weeks and days, and how long it takes a person: "3 weeks, about 10 min".
pub(super) fn length(scenario: &raw::Scenario) -> Message {
    let (mut weeks, mut days) = (0, 0);
    for stretch in &scenario.calendar.stretches {
        match stretch {
            Stretch::Weeks { from, to, .. } => weeks += i32::from(*to) - i32::from(*from) + 1,
            Stretch::Days { from, to, .. } => days += i32::from(*to) - i32::from(*from) + 1,
        }
    }
    let weeks = (weeks > 0).then(|| Message::new("wait-weeks").with("n", weeks));
    let days = (days > 0).then(|| Message::new("wait-days").with("n", days));
    let span = Message::listed(weeks.into_iter().chain(days).collect()).unwrap_or_else(|| Message::new("nothing"));
    match scenario.play_minutes.and_then(|minutes| i32::try_from(minutes).ok()) {
        Some(minutes) => Message::new("card-length").with("span", span).with("about", when::minutes(minutes)),
        None => span,
    }
}

/// "rules of November 2025"; as it is written, if it is no date.
pub(super) fn rules(policy_date: &str) -> Message {
    let date = policy_date.parse::<Date>().map_or_else(|_| Message::verbatim(policy_date), when::month_of);
    Message::new("card-rules").with("date", date)
}

/// How many reviewers are drafted, and how many are people.
pub(super) fn reviewers(panel: Option<&raw::Panel>) -> (usize, usize) {
    let reviewers = panel.map_or(&[][..], |panel| &panel.reviewers);
    let drafted = reviewers.iter().filter(|one| matches!(one.came, Came::Drafted { .. })).count();
    (drafted, reviewers.len() - drafted)
}

/// Where the reviews come from: "8 drafted reviewers".
pub(super) fn reviews(drafted: usize, collected: usize) -> Message {
    match (drafted, collected) {
        (0, 0) => Message::new("reviews-none"),
        (drafted, 0) => Message::new("reviews-drafted").with("drafted", drafted),
        (0, collected) => Message::new("reviews-collected").with("collected", collected),
        (drafted, collected) => Message::new("reviews-both").with("drafted", drafted).with("collected", collected),
    }
}
