//! The files of an author, as serde reads them: every field as it was written, nothing resolved, nothing checked.
//!
//! In goes RON text (through `scenario::parse`); out come these types. They know no positions: a finding names a
//! *place* in them, and `scenario::locate` finds the text. Only `scenario::check` may turn them into a model.

mod condition;
mod effect;
mod entries;
pub mod form;
mod invitation;
mod lists;
pub mod panel;
pub mod plan;
pub mod policy;
mod time;

pub use condition::{Condition, Many, OneOrTwo};
pub use effect::{Brought, Effect};
pub use entries::{Entries, Odds};
pub use form::{Field, FieldKind, Form, NamedStep, Row, Value};
pub use invitation::Invitation;
pub use lists::{
    Act, Crosses, Direction, Kind, Level, Place, Reliability, Risk, Role, Salience, Shape, Tag, Theme, Via,
};
pub use panel::{Answer, Panel};
pub use plan::Plan;
pub use time::{At, DayAt, EachDayAt, EachWeekAt, Moment, TimeOfDay, Wait, WeekAt, Weekday};

use serde::Deserialize;

/// A name that the author chose. It is stored in runs, so rewording or reordering a file never changes what an old
/// run means.
pub type Id = String;

/// One vignette.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    pub format: u32,
    pub id: Id,
    pub title: String,
    /// 1, 2, ..: which edition was played.
    #[serde(default = "one")]
    pub edition: u32,
    #[serde(default)]
    pub authors: Vec<String>,
    #[serde(default)]
    pub licence: Option<String>,
    #[serde(default)]
    pub one_line: Option<String>,
    #[serde(default = "case_shape")]
    pub shape: Shape,
    pub policy_date: String,
    pub place: Place,
    pub you_are: String,
    /// About how long it takes a person, in minutes.
    #[serde(default)]
    pub play_minutes: Option<u32>,
    #[serde(default)]
    pub variants: Vec<Variant>,
    #[serde(default)]
    pub objectives: Vec<Objective>,
    #[serde(default)]
    pub content_notes: Vec<ContentNote>,
    pub calendar: Calendar,
    /// Forms that lie on the desk at all times.
    #[serde(default)]
    pub everyday: Vec<Id>,
    #[serde(default)]
    pub state: Vec<StateItem>,
    #[serde(default)]
    pub people: Vec<Person>,
    pub cases: Vec<Case>,
    #[serde(default)]
    pub claims: Vec<Claim>,
    #[serde(default)]
    pub secrets: Vec<Secret>,
    #[serde(default)]
    pub arrivals: Vec<Arrival>,
    #[serde(default)]
    pub responses: Vec<Response>,
    #[serde(default)]
    pub decisions: Vec<Decision>,
    #[serde(default)]
    pub drift: Vec<Drift>,
    #[serde(default)]
    pub chances: Vec<Chance>,
    #[serde(default)]
    pub appointments: Vec<Appointment>,
    #[serde(default)]
    pub deadlines: Vec<Deadline>,
    #[serde(default)]
    pub floors: Vec<Floor>,
    #[serde(default)]
    pub endings: Vec<Ending>,
    #[serde(default)]
    pub properties: Vec<Property>,
    #[serde(default)]
    pub glossary: Entries<String, String>,
}

const fn one() -> u32 {
    1
}
const fn one_week() -> u8 {
    1
}
const fn case_shape() -> Shape {
    Shape::Case
}

/// The same scenario at another policy date.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    pub id: Id,
    pub policy_date: String,
    pub day_0: String,
    #[serde(default)]
    pub title: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    pub theme: Theme,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContentNote {
    pub id: Id,
    pub text: String,
}

/// The stretches that are played, and the gaps between them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// The date of day 0.
    pub day_0: String,
    /// What day 0 is, in words: "his release".
    #[serde(default)]
    pub day_0_is: Option<String>,
    pub stretches: Vec<Stretch>,
}

/// Weeks or days that are played.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Stretch {
    /// So many minutes a turn of `each` weeks.
    Weeks {
        from: i16,
        to: i16,
        minutes: u16,
        #[serde(default = "one_week")]
        each: u8,
        /// Minutes of work allowed past the end.
        #[serde(default)]
        late: u16,
        #[serde(default = "office_hours")]
        hours: (TimeOfDay, TimeOfDay),
        #[serde(default)]
        opens: Option<String>,
    },
    /// So many minutes a day; all of the hours if nothing is said.
    Days {
        from: i16,
        to: i16,
        #[serde(default)]
        minutes: Option<u16>,
        #[serde(default)]
        late: u16,
        #[serde(default = "office_hours")]
        hours: (TimeOfDay, TimeOfDay),
        #[serde(default)]
        opens: Option<String>,
    },
}

const fn office_hours() -> (TimeOfDay, TimeOfDay) {
    (TimeOfDay(9 * 60), TimeOfDay(17 * 60))
}

/// Something hidden that conditions see.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum StateItem {
    Flag(Id),
    /// A number that stays within its bounds.
    Counter {
        id: Id,
        min: i16,
        max: i16,
        #[serde(default)]
        start: Option<i16>,
    },
    /// One of several values; the first is where it starts. Values are local to it.
    OneOf {
        id: Id,
        values: Vec<Id>,
    },
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub id: Id,
    pub name: String,
    pub role: Role,
    /// What they belong to: "a faith charity".
    #[serde(default)]
    pub of: Option<String>,
    #[serde(default)]
    pub about: Option<String>,
    #[serde(default)]
    pub case: Option<Id>,
    #[serde(default)]
    pub pronouns: Option<String>,
    #[serde(default)]
    pub speaks: Vec<String>,
    #[serde(default)]
    pub advocate: bool,
    /// How close they are to the person on probation, for the picture of people and agencies. `None`, or nothing
    /// written, is no tie.
    #[serde(default)]
    pub tie: Option<Tie>,
    /// Until this holds, they do not show among the people of the case.
    #[serde(default)]
    pub known_when: Option<Condition>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Tie {
    Close,
    Ordinary,
    Strained,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: Id,
    pub person: Id,
    pub order: Order,
    #[serde(default)]
    pub mappa: Option<Mappa>,
    #[serde(default)]
    pub tier: Option<String>,
    #[serde(default)]
    pub owner: Owner,
    #[serde(default = "yes")]
    pub allocated: bool,
    #[serde(default)]
    pub conditions: Vec<LicenceCondition>,
    #[serde(default)]
    pub ratings: Vec<Ratings>,
    #[serde(default)]
    pub facts: Vec<Fact>,
    #[serde(default)]
    pub file: Vec<Document>,
}

const fn yes() -> bool {
    true
}

/// The licence, order or sentence of a case. `months` is read as `sentence_months`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Order {
    Licence {
        #[serde(alias = "months")]
        sentence_months: u32,
        #[serde(default)]
        ends: Option<Moment>,
    },
    ExtendedLicence {
        #[serde(alias = "months")]
        sentence_months: u32,
        #[serde(default)]
        ends: Option<Moment>,
    },
    LifeLicence,
    IndeterminateLicence,
    Community {
        months: u32,
    },
    Suspended {
        months: u32,
    },
    PreSentence,
    Custody {
        #[serde(default)]
        tariff_years: Option<u32>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mappa {
    pub category: u8,
    pub level: u8,
}

/// Who owns a case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Owner {
    #[default]
    You,
    Nobody,
    Held(Id),
}

/// A condition of the licence, or a requirement of the order.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Condition")]
pub struct LicenceCondition {
    pub id: Id,
    pub text: String,
    #[serde(default)]
    pub from: Option<Moment>,
    #[serde(default)]
    pub until: Option<Moment>,
}

/// A dated rating of the risk of serious harm.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ratings {
    pub at: Moment,
    pub by: Id,
    pub levels: Entries<Risk, Level>,
}

/// A line of the case's front page: where he lives, his health, what he served.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub id: Id,
    pub label: String,
    pub text: String,
    #[serde(default)]
    pub when: Option<Condition>,
}

/// A document that lies in the file from the start.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub id: Id,
    pub title: String,
    #[serde(default)]
    pub at: Option<Moment>,
    /// A person, or `you`.
    #[serde(default)]
    pub by: Option<Id>,
    #[serde(default)]
    pub form: Option<Id>,
    #[serde(default)]
    pub fields: Entries<Id, String>,
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default)]
    pub entries: Vec<Entry>,
    #[serde(default = "five")]
    pub minutes: u16,
    #[serde(default)]
    pub reliability: Option<Reliability>,
    #[serde(default)]
    pub says: Vec<Id>,
    #[serde(default)]
    pub confirms: Vec<Id>,
    #[serde(default)]
    pub contradicts: Vec<Id>,
    #[serde(default = "neither")]
    pub points: Direction,
    #[serde(default)]
    pub risk: Vec<Risk>,
    #[serde(default)]
    pub tags: Vec<Tag>,
    #[serde(default = "low")]
    pub salience: Salience,
    /// Passing it on gives these secrets away.
    #[serde(default)]
    pub reveals: Vec<Id>,
    #[serde(default)]
    pub content: Vec<Id>,
    #[serde(default)]
    pub softer: Option<String>,
}

const fn five() -> u16 {
    5
}
const fn neither() -> Direction {
    Direction::Neither
}
const fn low() -> Salience {
    Salience::Low
}
const fn record() -> Reliability {
    Reliability::Record
}

/// A line of a log with its time and who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// As the log writes it: "22:48", "Tue 06:40".
    pub at: String,
    pub text: String,
    #[serde(default)]
    pub by: Option<String>,
}

/// A statement that may be false.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub id: Id,
    pub text: String,
    #[serde(default)]
    pub critical: bool,
    /// The author says that nothing in the scenario can settle it.
    #[serde(default)]
    pub unsettled: bool,
    #[serde(default)]
    pub about: Vec<Tag>,
}

/// What may not reach whom, while a condition holds.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Secret {
    pub id: Id,
    pub text: String,
    pub from: Vec<Id>,
    #[serde(default)]
    pub when: Option<Condition>,
    #[serde(default)]
    pub unless: Option<Condition>,
}

/// A piece of information.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arrival {
    pub id: Id,
    pub title: String,
    #[serde(default)]
    pub at: At,
    #[serde(default)]
    pub when: Option<Condition>,
    #[serde(default)]
    pub case: Option<Id>,
    pub from: Id,
    pub via: Via,
    #[serde(default = "record")]
    pub reliability: Reliability,
    /// Its standing in words, where the reliability alone says too little.
    #[serde(default)]
    pub standing: Option<String>,
    /// People who could confirm it.
    #[serde(default)]
    pub could_confirm: Vec<Id>,
    #[serde(default = "low")]
    pub salience: Salience,
    #[serde(default = "neither")]
    pub points: Direction,
    #[serde(default = "neither")]
    pub pushes: Direction,
    #[serde(default)]
    pub risk: Vec<Risk>,
    #[serde(default)]
    pub tags: Vec<Tag>,
    #[serde(default)]
    pub says: Vec<Id>,
    #[serde(default)]
    pub confirms: Vec<Id>,
    #[serde(default)]
    pub contradicts: Vec<Id>,
    /// Licence conditions that it bears on.
    #[serde(default)]
    pub bears_on: Vec<Id>,
    /// Passing it on gives these secrets away.
    #[serde(default)]
    pub reveals: Vec<Id>,
    #[serde(default)]
    pub needed_by: Vec<NeededBy>,
    #[serde(default = "five")]
    pub minutes: u16,
    #[serde(default)]
    pub reach: Reach,
    #[serde(default)]
    pub lands: Lands,
    #[serde(default)]
    pub replaces: Option<Id>,
    #[serde(default)]
    pub crosses: Option<Crosses>,
    #[serde(default)]
    pub scrutiny: Option<Scrutiny>,
    #[serde(default)]
    pub thanks_to: Vec<Id>,
    #[serde(default)]
    pub content: Vec<Id>,
    #[serde(default)]
    pub softer: Option<String>,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub entries: Vec<Entry>,
    #[serde(default)]
    pub versions: Vec<Version>,
    #[serde(default)]
    pub then: Vec<Effect>,
}

/// Someone who needs an arrival, and what follows when they have it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeededBy {
    pub who: Id,
    #[serde(default)]
    pub within: Option<Wait>,
    #[serde(default)]
    pub then: Vec<Effect>,
}

/// Whether an arrival waits for opening, or finds the trainee wherever they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum Reach {
    #[default]
    Waits,
    /// Finds you now, with so many minutes.
    Interrupts(u16),
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum Lands {
    #[default]
    Inbox,
    File,
}

/// How closely a manager looked before agreeing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Scrutiny {
    Nodded,
    Asked,
    Tested,
}

/// Another text of an arrival, chosen when it comes.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    pub id: Id,
    pub when: Condition,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub softer: Option<String>,
    pub text: String,
}

/// Something that the trainee can do.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    pub id: Id,
    pub kind: Kind,
    #[serde(default)]
    pub act: Option<Act>,
    pub label: String,
    #[serde(default)]
    pub case: Option<Id>,
    #[serde(default)]
    pub minutes: u16,
    #[serde(default)]
    pub when: Option<Condition>,
    #[serde(default)]
    pub repeat: Repeat,
    #[serde(default)]
    pub open: OpenTo,
    /// Who is asked: shown as unanswered until something comes from them.
    #[serde(default)]
    pub asks: Option<Id>,
    /// When an answer is likely, as a person at this desk would guess. Written by the author, never reckoned.
    #[serde(default)]
    pub answer_likely: Option<Wait>,
    /// Who it goes to; nothing is expected back.
    #[serde(default)]
    pub to: Option<Id>,
    #[serde(default)]
    pub form: Option<Id>,
    /// Arrivals that it is an answer to.
    #[serde(default)]
    pub about: Vec<Id>,
    /// Licence conditions that it puts to work.
    #[serde(default)]
    pub acts_on: Vec<Id>,
    #[serde(default)]
    pub reveals: Vec<Id>,
    #[serde(default)]
    pub crosses: Option<Crosses>,
    /// One line on the spot; no evidence.
    #[serde(default)]
    pub afterwards: Option<String>,
    /// Why it is shut, where its condition fails for a reason that may be shown.
    #[serde(default)]
    pub closed: Option<String>,
    #[serde(default)]
    pub then: Vec<Effect>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub enum Repeat {
    #[default]
    Once,
    Anytime,
    /// Again, but no sooner than this.
    After(Wait),
}

/// When a response can be done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum OpenTo {
    /// In office hours.
    #[default]
    Office,
    /// Also when something finds you at night.
    Anytime,
}

/// A moment at which the trainee must commit.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    pub id: Id,
    #[serde(default)]
    pub title: Option<String>,
    pub at: At,
    #[serde(default)]
    pub when: Option<Condition>,
    #[serde(default)]
    pub case: Option<Id>,
    pub themes: Vec<Theme>,
    pub ask: Ask,
    pub prompt: String,
    pub situations: Vec<Situation>,
    #[serde(default)]
    pub options: Vec<DecisionOption>,
    #[serde(default)]
    pub answer_by: AnswerBy,
    #[serde(default)]
    pub rests_on: Vec<Id>,
    #[serde(default)]
    pub scored: Scored,
    #[serde(default)]
    pub content: Vec<Id>,
    #[serde(default)]
    pub softer: Option<String>,
    #[serde(default)]
    pub teaching: Option<Teaching>,
}

/// The five kinds of question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Ask {
    ChooseOne,
    ChooseUpTo(u8),
    Rank,
    /// -2 to +2 for every option.
    RateEach,
    /// Low to very high for each of these; no options.
    RateRisk(Vec<Risk>),
}

/// How long an answer may wait.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum AnswerBy {
    #[default]
    EndOfTurn,
    EndOfDay,
    AtOnce,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum Scored {
    #[default]
    Yes,
    ShownOnly,
}

/// What the trainee knew when they committed. Tried in order; the last has no `when`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    pub id: Id,
    #[serde(default)]
    pub when: Option<Condition>,
    pub told: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Option")]
pub struct DecisionOption {
    pub id: Id,
    pub kind: Kind,
    #[serde(default)]
    pub act: Option<Act>,
    pub label: String,
    #[serde(default)]
    pub line: Option<String>,
    #[serde(default)]
    pub when: Option<Condition>,
    #[serde(default)]
    pub to: Option<Id>,
    #[serde(default)]
    pub reveals: Vec<Id>,
    #[serde(default)]
    pub crosses: Option<Crosses>,
    #[serde(default)]
    pub then: Vec<Effect>,
}

/// For whoever leads a session. Not part of the wording's hash.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Teaching {
    #[serde(default)]
    pub minutes: Option<u32>,
    #[serde(default)]
    pub ask: Vec<String>,
    #[serde(default)]
    pub tends: Option<String>,
}

/// What goes on in people's lives, for certain, if its condition holds.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drift {
    pub id: Id,
    #[serde(default)]
    pub at: At,
    #[serde(default)]
    pub when: Option<Condition>,
    pub then: Vec<Effect>,
}

/// The same with odds.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chance {
    pub id: Id,
    #[serde(default)]
    pub at: At,
    #[serde(default)]
    pub when: Option<Condition>,
    #[serde(default)]
    pub odds: Option<Odds>,
    #[serde(default)]
    pub shifts: Vec<Shift>,
    #[serde(default)]
    pub then: Vec<Effect>,
    /// Instead of odds and then: outcomes that exclude each other.
    #[serde(default)]
    pub outcomes: Vec<Outcome>,
    /// May happen again after it has happened.
    #[serde(default)]
    pub again: bool,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    pub by: Odds,
    pub when: Condition,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    pub id: Id,
    pub odds: Odds,
    #[serde(default)]
    pub shifts: Vec<Shift>,
    #[serde(default)]
    pub then: Vec<Effect>,
}

/// A known date ahead.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appointment {
    pub id: Id,
    pub label: String,
    pub at: At,
    pub with: Id,
    #[serde(default)]
    pub case: Option<Id>,
    #[serde(default)]
    pub when: Option<Condition>,
}

/// A duty, a promise or an agreed action with a date.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    pub id: Id,
    pub label: String,
    #[serde(default)]
    pub kind: DeadlineKind,
    #[serde(default)]
    pub case: Option<Id>,
    pub due: Due,
    #[serde(default)]
    pub runs: Runs,
    #[serde(default)]
    pub when: Option<Condition>,
    pub met: Condition,
    /// Nobody mentions it.
    #[serde(default)]
    pub untold: bool,
    /// Arrivals or documents that tell of it.
    #[serde(default)]
    pub told_by: Vec<Id>,
    #[serde(default)]
    pub if_met: Vec<Effect>,
    #[serde(default)]
    pub if_missed: Vec<Effect>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum DeadlineKind {
    #[default]
    Duty,
    Promise,
    MappaAction,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum Due {
    /// A rule of the policy date.
    Rule(Id),
    Within(Wait),
    By(Moment),
}

/// What a deadline runs from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum Runs {
    /// From an effect `Starts`; one that nothing starts runs from when its condition first holds.
    #[default]
    Started,
    At(Moment),
}

/// What law or safeguarding requires or forbids, with its source.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floor {
    pub id: Id,
    pub text: String,
    pub source: String,
    pub when: Condition,
    #[serde(default)]
    pub must: Option<Condition>,
    #[serde(default)]
    pub within: Option<Wait>,
}

/// How it came out, and what happened later.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    pub id: Id,
    pub title: String,
    #[serde(default)]
    pub when: Option<Condition>,
    #[serde(default)]
    pub odds: Option<Odds>,
    pub text: String,
    #[serde(default)]
    pub later: Option<String>,
    #[serde(default)]
    pub content: Vec<Id>,
    #[serde(default)]
    pub softer: Option<String>,
}

/// What `explore` is to prove.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Property {
    pub id: Id,
    pub claim: PropertyClaim,
    #[serde(default)]
    pub why: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum PropertyClaim {
    Always(Condition),
    Sometimes(Condition),
    Never(Condition),
}
