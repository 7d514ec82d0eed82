//! Events: the only truth of a run. Their names are permanent, and every id in them is a name of the author's.

use serde::{Deserialize, Serialize};

use super::command::{Citation, Command, Committed, Filing};
use super::log::{Happening, Log};
use crate::scenario::calendar::Minute;
use crate::scenario::ids::{ItemId, PersonId};
use crate::scenario::model::Scenario;
use crate::scenario::raw::Id;

/// Something that happened, at a minute of the scenario's clock. No wall clock, no run id, no path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// From nought, without a gap.
    pub seq: u32,
    pub at: Minute,
    pub what: What,
}

/// What happened. Version 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum What {
    /// The run began as another one stood after this many of its events.
    BranchedFrom {
        run: String,
        after: u32,
    },
    /// Softer texts are shown from now on, or no longer.
    SofterTexts {
        on: bool,
    },
    TurnBegan {
        turn: u16,
    },
    Arrived {
        arrival: Id,
        /// The how-manieth time, from nought.
        nth: u16,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<Id>,
        /// Heard as it came.
        heard: bool,
        /// Spoken to nobody: left as a voicemail.
        missed: bool,
    },
    Interrupted {
        arrival: Id,
        minutes: i32,
    },
    Opened {
        item: Id,
        nth: u16,
        minutes: i32,
        /// The softer text was shown.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        softer: bool,
    },
    Did {
        response: Id,
        minutes: i32,
    },
    Filed {
        response: Id,
        form: Id,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        case: Option<Id>,
        minutes: i32,
        filing: Filing,
    },
    Told {
        item: Id,
        who: Id,
        minutes: i32,
    },
    Noted {
        text: String,
    },
    Cited(Citation),
    DraftKept {
        response: Id,
        filing: Filing,
    },
    DraftDiscarded {
        response: Id,
    },
    /// An act that was broken off has been finished.
    Finished,
    WorkedLate {
        minutes: i32,
    },
    Posed {
        decision: Id,
    },
    /// The guard of a decision failed: it is never put.
    Skipped {
        decision: Id,
    },
    Decided {
        decision: Id,
        situation: Id,
        committed: Committed,
    },
    /// The reviews of a decision were looked at.
    Revealed {
        decision: Id,
    },
    Drifted {
        drift: Id,
    },
    Happened {
        chance: Id,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outcome: Option<Id>,
    },
    Started {
        deadline: Id,
        due: Minute,
    },
    Met {
        deadline: Id,
    },
    Missed {
        deadline: Id,
    },
    Cancelled {
        deadline: Id,
    },
    CalledOff {
        arrival: Id,
    },
    Leaked {
        secret: Id,
        to: Id,
    },
    Allocated {
        case: Id,
    },
    Closed {
        case: Id,
    },
    MappaIs {
        case: Id,
        level: i16,
    },
    TierIs {
        case: Id,
        tier: String,
    },
    WentOn,
    WentOnUntil {
        until: Minute,
    },
    DayEnded,
    TurnEnded,
    Ended {
        /// Nothing for a calibration set, which has no endings.
        ending: Option<Id>,
    },
    RanAway,
}

impl What {
    /// The command that this event stands for, if a trainee brought it about.
    #[must_use]
    pub fn command(&self) -> Option<Command> {
        Some(match self.clone() {
            Self::Did { response, .. } => Command::Do { response },
            Self::Filed { response, case, filing, .. } => Command::File { response, case, filing },
            Self::Told { item, who, .. } => Command::Tell { item, who },
            Self::Noted { text } => Command::Note { text },
            Self::Cited(citation) => Command::Cite(citation),
            Self::DraftKept { response, filing } => Command::KeepDraft { response, filing },
            Self::DraftDiscarded { response } => Command::DiscardDraft { response },
            Self::Decided { decision, committed, .. } => Command::Decide { decision, committed },
            Self::Revealed { decision } => Command::Reveal { decision },
            Self::WentOn => Command::GoOn,
            Self::WentOnUntil { until } => Command::GoOnUntil { until },
            Self::DayEnded => Command::EndDay,
            Self::TurnEnded => Command::EndTurn,
            _ => return None,
        })
    }
}

/// Makes events of what happens.
#[derive(Debug)]
pub struct Full<'a> {
    pub scenario: &'a Scenario,
    pub events: &'a mut Vec<Event>,
    pub softer: bool,
}

impl Full<'_> {
    /// Adds an event.
    #[expect(clippy::cast_possible_truncation, reason = "no run has four billion events")]
    pub fn push(&mut self, at: Minute, what: What) {
        let seq = self.events.len() as u32;
        self.events.push(Event { seq, at, what });
    }

    fn item(&self, item: ItemId) -> Id {
        self.scenario.item_name(item).to_owned()
    }

    fn person(&self, who: PersonId) -> Id {
        self.scenario.person(who).id.clone()
    }
}

impl Log for Full<'_> {
    fn put(&mut self, at: Minute, happening: Happening<'_>) {
        let scenario = self.scenario;
        let what = match happening {
            Happening::Arrived { arrival, nth, version, heard, missed } => {
                let raw = scenario.arrival(arrival);
                let version =
                    version.and_then(|at| raw.versions.get(usize::from(at))).map(|version| version.id.clone());
                What::Arrived { arrival: raw.id.clone(), nth, version, heard, missed }
            }
            Happening::Interrupted { arrival, minutes } => {
                What::Interrupted { arrival: scenario.arrival(arrival).id.clone(), minutes }
            }
            Happening::Opened { item, nth, minutes } => {
                let has_softer = match item {
                    ItemId::Arrival(id) => scenario.arrival(id).softer.is_some(),
                    ItemId::Document(id) => scenario.document(id).softer.is_some(),
                };
                What::Opened { item: self.item(item), nth, minutes, softer: self.softer && has_softer }
            }
            Happening::Did { response, minutes } => {
                What::Did { response: scenario.response_name(response).to_owned(), minutes }
            }
            Happening::Filed { response, case, minutes, filing } => What::Filed {
                response: scenario.response_name(response).to_owned(),
                form: scenario.form_of(response).map_or_else(String::new, |form| form.id.clone()),
                case: case.map(|case| scenario.case(case).id.clone()),
                minutes,
                filing: filing.clone(),
            },
            Happening::Told { item, who, minutes } => {
                What::Told { item: self.item(item), who: self.person(who), minutes }
            }
            Happening::Finished => What::Finished,
            Happening::WorkedLate { minutes } => What::WorkedLate { minutes },
            Happening::Posed { decision } => What::Posed { decision: scenario.decision(decision).id.clone() },
            Happening::Skipped { decision } => What::Skipped { decision: scenario.decision(decision).id.clone() },
            Happening::Decided { decision, situation, commitment } => {
                let Some(words) = commitment.words else { return };
                let raw = scenario.decision(decision);
                let situation = raw.situations.get(usize::from(situation)).map_or("", |situation| &situation.id);
                What::Decided { decision: raw.id.clone(), situation: situation.to_owned(), committed: words.clone() }
            }
            Happening::Drifted { drift } => What::Drifted { drift: scenario.drift(drift).id.clone() },
            Happening::Happened { chance, outcome } => {
                let raw = scenario.chance(chance);
                // A chance with odds of its own has one outcome, without a name.
                let outcome = usize::from(outcome).checked_sub(usize::from(raw.odds.is_some()));
                let outcome = outcome.and_then(|at| raw.outcomes.get(at)).map(|outcome| outcome.id.clone());
                What::Happened { chance: raw.id.clone(), outcome }
            }
            Happening::Started { deadline, due } => {
                What::Started { deadline: scenario.deadline(deadline).id.clone(), due }
            }
            Happening::Met { deadline } => What::Met { deadline: scenario.deadline(deadline).id.clone() },
            Happening::Missed { deadline } => What::Missed { deadline: scenario.deadline(deadline).id.clone() },
            Happening::Cancelled { deadline } => What::Cancelled { deadline: scenario.deadline(deadline).id.clone() },
            Happening::CalledOff { arrival } => What::CalledOff { arrival: scenario.arrival(arrival).id.clone() },
            Happening::Leaked { secret, to } => {
                What::Leaked { secret: scenario.secret(secret).id.clone(), to: self.person(to) }
            }
            Happening::Allocated { case } => What::Allocated { case: scenario.case(case).id.clone() },
            Happening::Closed { case } => What::Closed { case: scenario.case(case).id.clone() },
            Happening::MappaIs { case, level } => What::MappaIs { case: scenario.case(case).id.clone(), level },
            Happening::TierIs { case, tier } => What::TierIs {
                case: scenario.case(case).id.clone(),
                tier: usize::try_from(tier)
                    .ok()
                    .and_then(|tier| scenario.tables().tiers.get(tier).cloned())
                    .unwrap_or_default(),
            },
            Happening::WentOn => What::WentOn,
            Happening::WentOnUntil { until } => What::WentOnUntil { until },
            Happening::DayEnded => What::DayEnded,
            Happening::TurnEnded => What::TurnEnded,
            Happening::TurnBegan { turn } => What::TurnBegan { turn },
            Happening::Ended { ending } => {
                What::Ended { ending: scenario.raw().endings.get(ending.index()).map(|ending| ending.id.clone()) }
            }
            Happening::RanAway => What::RanAway,
        };
        self.push(at, what);
    }
}
