//! The library: cards of scenarios, and what is asked for among them.
//!
//! In go cards and a [`Filter`]; out come those that pass, the fittest first, with how many cards there are of each
//! kind to filter by. Nothing here knows a run.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::{when, words};
use crate::scenario::model::folded;
use crate::scenario::raw;
use crate::scenario::raw::panel::Came;
use crate::scenario::raw::{Id, Place, Shape, Stretch, Theme};
use crate::text::Message;

/// What is asked for. Of each list any one will do, and an empty list asks for nothing; a card has to pass all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub themes: Vec<Theme>,
    pub places: Vec<Place>,
    pub lengths: Vec<Length>,
    /// Words that all have to be found in the title, the line below it, the names of people or the content notes.
    pub search: String,
}

/// How long a scenario takes a person, as its author says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Length {
    UpToAnHour,
    OneToThreeHours,
    Longer,
}

impl Length {
    pub const ALL: &'static [Self] = &[Self::UpToAnHour, Self::OneToThreeHours, Self::Longer];

    /// The length of so many minutes.
    #[must_use]
    pub const fn of(minutes: u32) -> Self {
        match minutes {
            ..=60 => Self::UpToAnHour,
            61..=180 => Self::OneToThreeHours,
            _ => Self::Longer,
        }
    }

    fn words(self) -> Message {
        Message::new(match self {
            Self::UpToAnHour => "length-up-to-an-hour",
            Self::OneToThreeHours => "length-one-to-three-hours",
            Self::Longer => "length-longer",
        })
    }
}

/// Cards, with how many there are of each kind to filter by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// Those that pass: with the most of the themes asked for first, then by title.
    pub cards: Vec<Card>,
    /// Themes that any card has, in the order of the closed list, with how many have them.
    pub themes: Vec<(Theme, Message, usize)>,
    /// Places in which any card plays, with how many do.
    pub places: Vec<(Place, Message, usize)>,
    /// Lengths that any card has, with how many have them.
    pub lengths: Vec<(Length, Message, usize)>,
    /// "11 of 14 cases", "14 cases".
    pub count: Message,
    /// "most themes in common first", where themes are asked for.
    pub order: Option<Message>,
    /// That no card passes.
    pub nothing: Option<Message>,
    /// "Clear three filters"; nothing if nothing is asked for.
    pub clear: Option<Message>,
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
    pub length_is: Option<Length>,
    /// "England, rules of November 2025".
    pub place: Message,
    pub plays_in: Place,
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

/// Cards as the library shows them. How many there are of each kind counts all of them, whatever is asked for.
#[must_use]
pub fn library(cards: Vec<Card>, filter: &Filter) -> Library {
    Library::of(cards, filter)
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
            length_is: scenario.play_minutes.map(Length::of),
            plays_in: scenario.place,
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
    fn of(cards: Vec<Card>, filter: &Filter) -> Self {
        let all = cards.len();
        let themes = counted(Theme::ALL, &cards, |card, theme| card.has(*theme), |theme| words::theme(*theme));
        let places = counted(Place::ALL, &cards, |card, place| card.plays_in == *place, |place| words::place(*place));
        let lengths =
            counted(Length::ALL, &cards, |card, length| card.length_is == Some(*length), |length| length.words());
        let mut cards: Vec<Card> = cards.into_iter().filter(|card| filter.passes(card)).collect();
        cards.sort_by_cached_key(|card| {
            let in_common = filter.themes.iter().filter(|theme| card.has(**theme)).count();
            (Reverse(in_common), card.title.clone(), card.slug.clone())
        });
        Self {
            count: if cards.len() == all {
                Message::new("library-count").with("n", all)
            } else {
                Message::new("library-count-of").with("n", cards.len()).with("of", all)
            },
            order: (!filter.themes.is_empty()).then(|| Message::new("library-order-in-common")),
            nothing: (cards.is_empty() && all > 0).then(|| Message::new("library-nothing")),
            clear: Some(filter.count()).filter(|n| *n > 0).map(|n| Message::new("library-clear").with("n", n)),
            cards,
            themes,
            places,
            lengths,
        }
    }
}

/// What any card has of a list, with how many have it.
fn counted<T: Copy>(
    list: &[T],
    cards: &[Card],
    has: impl Fn(&Card, &T) -> bool,
    words: impl Fn(&T) -> Message,
) -> Vec<(T, Message, usize)> {
    list.iter()
        .map(|one| (*one, words(one), cards.iter().filter(|card| has(card, one)).count()))
        .filter(|row| row.2 > 0)
        .collect()
}

impl Filter {
    fn passes(&self, card: &Card) -> bool {
        (self.themes.is_empty() || self.themes.iter().any(|theme| card.has(*theme)))
            && (self.places.is_empty() || self.places.contains(&card.plays_in))
            && (self.lengths.is_empty() || card.length_is.is_some_and(|length| self.lengths.contains(&length)))
            && card.says(&self.search)
    }

    /// How many things are asked for; what is searched for is one.
    fn count(&self) -> usize {
        let search = usize::from(!self.search.trim().is_empty());
        self.themes.len() + self.places.len() + self.lengths.len() + search
    }
}

impl Card {
    fn has(&self, theme: Theme) -> bool {
        self.themes.iter().any(|(one, _)| *one == theme)
    }

    /// Whether every word of a search is found in the card, large or small.
    fn says(&self, search: &str) -> bool {
        let texts = [&self.title].into_iter().chain(&self.one_line).chain(&self.people).chain(&self.content);
        let said: Vec<String> = texts.map(|text| plain(text)).collect();
        plain(search).split_whitespace().all(|word| said.iter().any(|text| text.contains(word)))
    }
}

/// A text as it is searched: small letters, and the apostrophe of a keyboard.
fn plain(text: &str) -> String {
    text.to_lowercase().replace('\u{2019}', "'")
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
