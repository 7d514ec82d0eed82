//! Who something came from, in a few groups: the lanes of the chronology.
//!
//! In goes the role of a sender; out comes the group that it belongs to. The groups are few and fixed, so that a lane
//! never moves; what a lane is called says only from whom something has come.

use crate::scenario::raw::Role;
use crate::text::Message;

/// Senders that share a lane, in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sender {
    /// Those on probation.
    Person,
    /// Approved premises and prisons: whoever sees them day and night.
    House,
    Health,
    /// Police, courts, housing and other services.
    Agencies,
    /// MAPPA, managers and colleagues.
    Probation,
    /// Family, neighbours and anybody else.
    Close,
}

/// Parts of the groups, as a lane names them, in the order in which it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Person,
    Premises,
    Prison,
    Health,
    Police,
    Courts,
    Housing,
    Services,
    Mappa,
    Managers,
    Colleagues,
    VictimLiaison,
    Family,
    Others,
}

impl Sender {
    /// The group of a role.
    #[must_use]
    pub const fn of(role: Role) -> Self {
        match Part::of(role) {
            Part::Person => Self::Person,
            Part::Premises | Part::Prison => Self::House,
            Part::Health => Self::Health,
            Part::Police | Part::Courts | Part::Housing | Part::Services => Self::Agencies,
            Part::Mappa | Part::Managers | Part::Colleagues | Part::VictimLiaison => Self::Probation,
            Part::Family | Part::Others => Self::Close,
        }
    }
}

impl Part {
    const fn of(role: Role) -> Self {
        match role {
            Role::PersonOnProbation => Self::Person,
            Role::ApprovedPremisesWorker | Role::ApprovedPremisesManager => Self::Premises,
            Role::PrisonOfficerManager | Role::KeyWorker => Self::Prison,
            Role::Psychologist | Role::MentalHealthNurse | Role::Doctor | Role::DrugService => Self::Health,
            Role::Police | Role::PublicProtectionPolice => Self::Police,
            Role::Solicitor | Role::Judge | Role::RecallTeam | Role::ParoleBoard => Self::Courts,
            Role::Housing => Self::Housing,
            Role::ChildrensServices
            | Role::AdultSocialCare
            | Role::TaggingProvider
            | Role::JobCentre
            | Role::Mentor
            | Role::Volunteer
            | Role::Charity => Self::Services,
            Role::MappaChair | Role::MappaCoordinator => Self::Mappa,
            Role::SeniorOfficer | Role::HeadOfUnit | Role::OutOfHoursManager => Self::Managers,
            Role::Officer
            | Role::NewlyQualifiedOfficer
            | Role::ServiceOfficer
            | Role::Trainee
            | Role::CaseAdministrator
            | Role::CourtOfficer
            | Role::PracticeTeacher
            | Role::CommunityOfficerManager
            | Role::NominatedOfficer
            | Role::UnionRepresentative => Self::Colleagues,
            Role::VictimLiaison => Self::VictimLiaison,
            Role::Family | Role::Partner | Role::Neighbour => Self::Family,
            Role::Victim
            | Role::Employer
            | Role::Inspector
            | Role::Journalist
            | Role::LivedExperience
            | Role::Other => Self::Others,
        }
    }

    fn words(self) -> Message {
        Message::new(match self {
            Self::Person => "sender-person",
            Self::Premises => "sender-premises",
            Self::Prison => "sender-prison",
            Self::Health => "sender-health",
            Self::Police => "sender-police",
            Self::Courts => "sender-courts",
            Self::Housing => "sender-housing",
            Self::Services => "sender-services",
            Self::Mappa => "sender-mappa",
            Self::Managers => "sender-managers",
            Self::Colleagues => "sender-colleagues",
            Self::VictimLiaison => "sender-victim-liaison",
            Self::Family => "sender-family",
            Self::Others => "sender-others",
        })
    }
}

/// The most parts that a lane names; whoever else is in it are others.
const MOST_NAMED: usize = 2;

/// What senders are, together: "police and housing", "MAPPA, managers and others".
pub(super) fn words(roles: impl Iterator<Item = Role>) -> Message {
    let mut parts: Vec<Part> = roles.map(Part::of).collect();
    parts.sort_unstable();
    parts.dedup();
    if parts.len() > MOST_NAMED {
        parts.truncate(MOST_NAMED);
        parts.push(Part::Others);
    }
    Message::listed(parts.into_iter().map(Part::words).collect()).unwrap_or_else(|| Part::Others.words())
}
