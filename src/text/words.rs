//! The closed lists of the language in words. Every match is whole: a word added to a list has no way round this file.
//!
//! Every string in this file that follows an arrow is a key of the catalogue, and a test holds it to that.

use super::message::Message;
use super::when::TurnKind;
use crate::scenario::raw::form::FieldKind;
use crate::scenario::raw::policy::Sure;
use crate::scenario::raw::{
    Act, AnswerBy, Ask, Crosses, DeadlineKind, Kind, Level, Owner, Place, Reliability, Risk, Role, Scrutiny, Shape,
    Tag, Theme, Tie, Via,
};

/// Where a scenario plays.
#[must_use]
pub fn place(place: Place) -> Message {
    Message::new(match place {
        Place::England => "place-england",
        Place::Wales => "place-wales",
    })
}

/// What kind of scenario it is.
#[must_use]
pub fn shape(shape: Shape) -> Message {
    Message::new(match shape {
        Shape::Case => "shape-case",
        Shape::Calibration => "shape-calibration",
    })
}

/// The channel: "E-mail".
#[must_use]
pub fn via(via: Via) -> Message {
    Message::new(match via {
        Via::Email => "via-email",
        Via::Phone => "via-phone",
        Via::Voicemail => "via-voicemail",
        Via::Text => "via-text",
        Via::Letter => "via-letter",
        Via::InPerson => "via-in-person",
        Via::Interview => "via-interview",
        Via::Visit => "via-visit",
        Via::Video => "via-video",
        Via::Meeting => "via-meeting",
        Via::Record => "via-record",
        Via::System => "via-system",
        Via::Press => "via-press",
        Via::Overheard => "via-overheard",
    })
}

/// How far something can be relied on, as a colleague would say it. `pronouns` are those of who sent it: "he".
#[must_use]
pub fn reliability(reliability: Reliability, pronouns: Option<&str>) -> Message {
    let first = pronouns.and_then(|text| text.split('/').next()).unwrap_or_default().trim().to_lowercase();
    let message = Message::new(match reliability {
        Reliability::SelfReport => "reliability-self-report",
        Reliability::Witnessed => "reliability-witnessed",
        Reliability::Reported => "reliability-reported",
        Reliability::Rumour => "reliability-rumour",
        Reliability::Intelligence => "reliability-intelligence",
        Reliability::Record => "reliability-record",
        Reliability::Measured => "reliability-measured",
        Reliability::Opinion => "reliability-opinion",
    });
    if reliability == Reliability::SelfReport { message.with("pronoun", first) } else { message }
}

/// Who is at risk: "the public".
#[must_use]
pub fn risk(risk: Risk) -> Message {
    Message::new(match risk {
        Risk::Children => "risk-children",
        Risk::Public => "risk-public",
        Risk::KnownAdult => "risk-known-adult",
        Risk::Staff => "risk-staff",
        Risk::Prisoners => "risk-prisoners",
    })
}

/// A level of risk: "very high".
#[must_use]
pub fn level(level: Level) -> Message {
    Message::new(match level {
        Level::Low => "level-low",
        Level::Medium => "level-medium",
        Level::High => "level-high",
        Level::VeryHigh => "level-very-high",
    })
}

/// A kind of response, as it stands on its button: "Explore".
#[must_use]
pub fn kind(kind: Kind) -> Message {
    Message::new(match kind {
        Kind::Explore => "kind-explore",
        Kind::Enforce => "kind-enforce",
        Kind::Recall => "kind-recall",
        Kind::Refer => "kind-refer",
        Kind::Assess => "kind-assess",
        Kind::Consult => "kind-consult",
        Kind::Disclose => "kind-disclose",
        Kind::Record => "kind-record",
        Kind::Support => "kind-support",
        Kind::Hold => "kind-hold",
    })
}

/// What a kind of response means, in one line for a first reader.
#[must_use]
pub fn kind_help(kind: Kind) -> Message {
    Message::new(match kind {
        Kind::Explore => "kind-explore-help",
        Kind::Enforce => "kind-enforce-help",
        Kind::Recall => "kind-recall-help",
        Kind::Refer => "kind-refer-help",
        Kind::Assess => "kind-assess-help",
        Kind::Consult => "kind-consult-help",
        Kind::Disclose => "kind-disclose-help",
        Kind::Record => "kind-record-help",
        Kind::Support => "kind-support-help",
        Kind::Hold => "kind-hold-help",
    })
}

/// What a decision or an objective is about: "professional curiosity".
#[must_use]
pub fn theme(theme: Theme) -> Message {
    Message::new(match theme {
        Theme::RiskAssessment => "theme-risk-assessment",
        Theme::Curiosity => "theme-curiosity",
        Theme::Enforcement => "theme-enforcement",
        Theme::Workload => "theme-workload",
        Theme::Oversight => "theme-oversight",
        Theme::Mappa => "theme-mappa",
        Theme::ApprovedPremises => "theme-approved-premises",
        Theme::MentalHealth => "theme-mental-health",
        Theme::SubstanceMisuse => "theme-substance-misuse",
        Theme::Boundaries => "theme-boundaries",
        Theme::InformationSharing => "theme-information-sharing",
        Theme::Victims => "theme-victims",
        Theme::LongSentences => "theme-long-sentences",
    })
}

/// The part that a person plays: "senior probation officer".
#[must_use]
pub fn role(role: Role) -> Message {
    Message::new(match role {
        Role::PersonOnProbation => "role-person-on-probation",
        Role::Officer => "role-officer",
        Role::NewlyQualifiedOfficer => "role-newly-qualified-officer",
        Role::ServiceOfficer => "role-service-officer",
        Role::Trainee => "role-trainee",
        Role::SeniorOfficer => "role-senior-officer",
        Role::HeadOfUnit => "role-head-of-unit",
        Role::OutOfHoursManager => "role-out-of-hours-manager",
        Role::CaseAdministrator => "role-case-administrator",
        Role::CourtOfficer => "role-court-officer",
        Role::PracticeTeacher => "role-practice-teacher",
        Role::ApprovedPremisesWorker => "role-approved-premises-worker",
        Role::ApprovedPremisesManager => "role-approved-premises-manager",
        Role::PrisonOfficerManager => "role-prison-officer-manager",
        Role::CommunityOfficerManager => "role-community-officer-manager",
        Role::KeyWorker => "role-key-worker",
        Role::Psychologist => "role-psychologist",
        Role::VictimLiaison => "role-victim-liaison",
        Role::Victim => "role-victim",
        Role::Police => "role-police",
        Role::PublicProtectionPolice => "role-public-protection-police",
        Role::MappaChair => "role-mappa-chair",
        Role::MappaCoordinator => "role-mappa-coordinator",
        Role::ChildrensServices => "role-childrens-services",
        Role::AdultSocialCare => "role-adult-social-care",
        Role::MentalHealthNurse => "role-mental-health-nurse",
        Role::Doctor => "role-doctor",
        Role::DrugService => "role-drug-service",
        Role::Housing => "role-housing",
        Role::TaggingProvider => "role-tagging-provider",
        Role::JobCentre => "role-job-centre",
        Role::Mentor => "role-mentor",
        Role::Volunteer => "role-volunteer",
        Role::Charity => "role-charity",
        Role::Employer => "role-employer",
        Role::Family => "role-family",
        Role::Partner => "role-partner",
        Role::Neighbour => "role-neighbour",
        Role::Solicitor => "role-solicitor",
        Role::Judge => "role-judge",
        Role::RecallTeam => "role-recall-team",
        Role::ParoleBoard => "role-parole-board",
        Role::Inspector => "role-inspector",
        Role::NominatedOfficer => "role-nominated-officer",
        Role::UnionRepresentative => "role-union-representative",
        Role::Journalist => "role-journalist",
        Role::LivedExperience => "role-lived-experience",
        Role::Other => "role-other",
    })
}

/// What a response does, in the trade's words: "a home visit".
#[must_use]
pub fn act(act: Act) -> Message {
    Message::new(match act {
        Act::Interview => "act-interview",
        Act::OfficeVisit => "act-office-visit",
        Act::HomeVisit => "act-home-visit",
        Act::Call => "act-call",
        Act::Letter => "act-letter",
        Act::Test => "act-test",
        Act::PoliceCheck => "act-police-check",
        Act::ChildrensCheck => "act-childrens-check",
        Act::HealthCheck => "act-health-check",
        Act::OtherCheck => "act-other-check",
        Act::Warning => "act-warning",
        Act::BreachStart => "act-breach-start",
        Act::RecallStart => "act-recall-start",
        Act::NoRecall => "act-no-recall",
        Act::SeniorEndorsement => "act-senior-endorsement",
        Act::Supervision => "act-supervision",
        Act::SecondOpinion => "act-second-opinion",
        Act::MappaReferral => "act-mappa-referral",
        Act::MappaAction => "act-mappa-action",
        Act::AcceptDeregistration => "act-accept-deregistration",
        Act::Disclosure => "act-disclosure",
        Act::Chronology => "act-chronology",
        Act::Review => "act-review",
        Act::NameOwner => "act-name-owner",
        Act::Handover => "act-handover",
        Act::IncidentReport => "act-incident-report",
        Act::Declare => "act-declare",
        Act::Whistleblow => "act-whistleblow",
        Act::EditRecord => "act-edit-record",
        Act::Adapt => "act-adapt",
        Act::Adjust => "act-adjust",
        Act::Practical => "act-practical",
        Act::OffenceWork => "act-offence-work",
        Act::Welfare => "act-welfare",
        Act::Wait => "act-wait",
    })
}

/// What an arrival is about: "an arrest".
#[must_use]
pub fn tag(tag: Tag) -> Message {
    Message::new(match tag {
        Tag::Absence => "tag-absence",
        Tag::NonCompliance => "tag-non-compliance",
        Tag::Incident => "tag-incident",
        Tag::Arrest => "tag-arrest",
        Tag::Charge => "tag-charge",
        Tag::Withdrawn => "tag-withdrawn",
        Tag::Threat => "tag-threat",
        Tag::Damage => "tag-damage",
        Tag::ChildConcern => "tag-child-concern",
        Tag::NewPartner => "tag-new-partner",
        Tag::Substances => "tag-substances",
        Tag::MentalHealth => "tag-mental-health",
        Tag::Health => "tag-health",
        Tag::Housing => "tag-housing",
        Tag::Vehicle => "tag-vehicle",
        Tag::Employment => "tag-employment",
        Tag::Associates => "tag-associates",
        Tag::MappaMeeting => "tag-mappa-meeting",
        Tag::MappaUp => "tag-mappa-up",
        Tag::TierUp => "tag-tier-up",
        Tag::Memo => "tag-memo",
        Tag::News => "tag-news",
        Tag::SeriousOffence => "tag-serious-offence",
        Tag::Resources => "tag-resources",
        Tag::RecordChanged => "tag-record-changed",
        Tag::Gift => "tag-gift",
        Tag::Vacancy => "tag-vacancy",
        Tag::OwnedUp => "tag-owned-up",
    })
}

/// Which boundary something crosses: "use of your own phone".
#[must_use]
pub fn crosses(crosses: Crosses) -> Message {
    Message::new(match crosses {
        Crosses::PersonalPhone => "crosses-personal-phone",
        Crosses::Gift => "crosses-gift",
        Crosses::PersonalInformation => "crosses-personal-information",
        Crosses::OffRecord => "crosses-off-record",
        Crosses::OutOfHours => "crosses-out-of-hours",
        Crosses::Friendship => "crosses-friendship",
        Crosses::UnneededAccess => "crosses-unneeded-access",
    })
}

/// How closely a manager looked before agreeing.
#[must_use]
pub fn scrutiny(scrutiny: Scrutiny) -> Message {
    Message::new(match scrutiny {
        Scrutiny::Nodded => "scrutiny-nodded",
        Scrutiny::Asked => "scrutiny-asked",
        Scrutiny::Tested => "scrutiny-tested",
    })
}

/// How close a person is to the one on probation.
#[must_use]
pub fn tie(tie: Tie) -> Message {
    Message::new(match tie {
        Tie::Close => "tie-close",
        Tie::Ordinary => "tie-ordinary",
        Tie::Strained => "tie-strained",
    })
}

/// What a deadline is: a duty, a promise, an action agreed under MAPPA.
#[must_use]
pub fn deadline_kind(kind: DeadlineKind) -> Message {
    Message::new(match kind {
        DeadlineKind::Duty => "deadline-duty",
        DeadlineKind::Promise => "deadline-promise",
        DeadlineKind::MappaAction => "deadline-mappa-action",
    })
}

/// How sure we are of a rule of policy.
#[must_use]
pub fn sure_of_rule(sure: Sure) -> Message {
    Message::new(match sure {
        Sure::Certain => "sure-certain",
        Sure::Check => "sure-check",
        Sure::Ours => "sure-ours",
    })
}

/// Who has a case, except where a person holds it: then the name is said.
#[must_use]
pub fn owner(owner: &Owner, holder: &str) -> Message {
    match owner {
        Owner::You => Message::new("owner-you"),
        Owner::Nobody => Message::new("owner-nobody"),
        Owner::Held(_) => Message::new("owner-held").with("name", holder),
    }
}

/// What a question asks for, in one line.
#[must_use]
pub fn ask(ask: &Ask) -> Message {
    match ask {
        Ask::ChooseOne => Message::new("ask-choose-one"),
        Ask::ChooseUpTo(most) => Message::new("ask-choose-up-to").with("most", *most),
        Ask::Rank => Message::new("ask-rank"),
        Ask::RateEach => Message::new("ask-rate-each"),
        Ask::RateRisk(_) => Message::new("ask-rate-risk"),
    }
}

/// By when an answer is wanted, in a turn of this kind.
#[must_use]
pub fn answer_by(by: AnswerBy, turn: TurnKind) -> Message {
    Message::new(match (by, turn) {
        (AnswerBy::AtOnce, _) => "answer-by-at-once",
        (AnswerBy::EndOfDay, _) | (AnswerBy::EndOfTurn, TurnKind::Day) => "answer-by-end-of-day",
        (AnswerBy::EndOfTurn, TurnKind::Week) => "answer-by-end-of-week",
        (AnswerBy::EndOfTurn, TurnKind::Weeks(_)) => "answer-by-end-of-weeks",
    })
}

/// One step of the scale from -2 to +2, on which options are rated.
#[must_use]
pub fn rating(rating: i8) -> Message {
    Message::new(match rating {
        ..=-2 => "rating-strongly-against",
        -1 => "rating-against",
        0 => "rating-neither",
        1 => "rating-for",
        2.. => "rating-strongly-for",
    })
}

/// How sure somebody is, from nought to a hundred: "60%, more likely than not".
#[must_use]
pub fn sure(percent: u8) -> Message {
    Message::new(match percent {
        0..=10 => "sure-guessing",
        11..=40 => "sure-doubtful",
        41..=59 => "sure-either-way",
        60..=79 => "sure-likely",
        80..=94 => "sure-very-likely",
        95.. => "sure-nearly-certain",
    })
    .with("percent", percent)
}

/// What a field of a form wants, where it says more than its label; nothing where the choices say it.
#[must_use]
pub fn field_wants(kind: &FieldKind) -> Option<Message> {
    Some(match kind {
        FieldKind::Words(0, most) => Message::new("field-words-up-to").with("most", *most),
        FieldKind::Words(least, most) => {
            Message::new("field-words-between").with("least", *least).with("most", *most)
        }
        FieldKind::PickOne(_) => Message::new("field-pick-one"),
        FieldKind::PickSome(_) => Message::new("field-pick-some"),
        FieldKind::Grid(_) => Message::new("field-grid"),
        FieldKind::People => Message::new("field-people"),
        FieldKind::NamedSteps(least) => Message::new("field-steps").with("least", *least),
        FieldKind::Cites(0) => return None,
        FieldKind::Cites(least) => Message::new("field-cites").with("least", *least),
        FieldKind::Date => Message::new("field-date"),
        FieldKind::FromRule(_) => Message::new("field-from-rule"),
    })
}
