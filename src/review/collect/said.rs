//! What a reviewer says beside the run that they play. It is kept with the run until the reviewer's file is made.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::scenario::raw::{Answer, Id, Role};

/// What a reviewer has said so far.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Said {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
    /// Beside answers that were given in the play, by [`key`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub remarks: BTreeMap<String, Remark>,
    /// The same, begun and not finished.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub begun: BTreeMap<String, Remark>,
    /// Answers in situations that the reviewer did not reach, by [`key`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub supposed: BTreeMap<String, Supposed>,
}

/// Who the reviewer is, as far as anybody needs to know: no name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub role: Role,
    /// Years of experience.
    pub years: u32,
    /// A group that is shown apart, such as an office or a service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// What a reviewer says of a question beside the answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Why it is outside the reviewer's competence, if it is: the answer then only let the case go on, and is not sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside: Option<String>,
    /// Whether it is realistic, if the reviewer said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub realistic: Option<bool>,
    /// What is confusing about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confusing: Option<String>,
}

/// An answer to a question in a situation that the reviewer supposed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Supposed {
    /// Of the words that were answered.
    pub wording: String,
    pub answer: Answer,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sure: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<String>,
}

/// Parts that a reviewer may have in a case, in the order of the list of roles: not the person on probation, nor those
/// around them.
pub const ROLES: &[Role] = &[
    Role::Officer,
    Role::NewlyQualifiedOfficer,
    Role::ServiceOfficer,
    Role::SeniorOfficer,
    Role::HeadOfUnit,
    Role::OutOfHoursManager,
    Role::CaseAdministrator,
    Role::CourtOfficer,
    Role::PracticeTeacher,
    Role::ApprovedPremisesWorker,
    Role::ApprovedPremisesManager,
    Role::PrisonOfficerManager,
    Role::CommunityOfficerManager,
    Role::KeyWorker,
    Role::Psychologist,
    Role::VictimLiaison,
    Role::Police,
    Role::PublicProtectionPolice,
    Role::MappaChair,
    Role::MappaCoordinator,
    Role::ChildrensServices,
    Role::AdultSocialCare,
    Role::MentalHealthNurse,
    Role::Doctor,
    Role::DrugService,
    Role::Housing,
    Role::RecallTeam,
    Role::ParoleBoard,
    Role::Inspector,
    Role::LivedExperience,
    Role::Other,
];

/// The most years of experience that anybody has.
pub const MOST_YEARS: u32 = 60;

/// The name of a question: its decision and its situation.
#[must_use]
pub fn key(decision: &Id, situation: &Id) -> String {
    // No id holds a stroke.
    format!("{decision}/{situation}")
}
