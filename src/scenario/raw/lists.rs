//! The closed lists of the language: words an author may choose from, and no others.
//!
//! Each list is an enum whose variants are written in the file as they stand here. Adding a word is a release;
//! removing one would change what stored runs mean, so it never happens.

use serde::{Deserialize, Serialize};

/// Declares a closed list: the enum, every variant in order, and its name as it is written in a file.
macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every word of the list, in the order in which it was drawn up.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it is written in a scenario.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant)),+ }
            }
        }
    };
}

closed_list! {
    /// Where the scenario plays: decides which rules and holidays hold.
    Place { England, Wales }
}

closed_list! {
    /// What kind of scenario it is.
    Shape {
        /// A case with consequences.
        Case,
        /// Folders to rate, without consequences.
        Calibration,
    }
}

closed_list! {
    /// The channel by which an arrival comes.
    Via {
        Email, Phone, Voicemail, Text, Letter, InPerson, Interview, Visit, Video, Meeting, Record, System, Press,
        Overheard,
    }
}

impl Via {
    /// Spoken arrivals are heard as they come; all others wait to be opened.
    #[must_use]
    pub const fn is_spoken(self) -> bool {
        matches!(
            self,
            Self::Phone
                | Self::InPerson
                | Self::Interview
                | Self::Visit
                | Self::Video
                | Self::Meeting
                | Self::Overheard
        )
    }
}

closed_list! {
    /// How an arrival came to be known.
    Reliability { SelfReport, Witnessed, Reported, Rumour, Intelligence, Record, Measured, Opinion }
}

closed_list! {
    /// How loud an arrival ought to be for the person who reads it. Never shown.
    Salience { Low, Medium, High }
}

closed_list! {
    /// Which way evidence points, or somebody pushes.
    Direction { Neither, Up, Down }
}

closed_list! {
    /// Who is at risk: the five categories of the risk of serious harm grid.
    Risk { Children, Public, KnownAdult, Staff, Prisoners }
}

closed_list! {
    /// A level of risk of serious harm.
    Level { Low, Medium, High, VeryHigh }
}

closed_list! {
    /// What kind of thing a response is. The first four name the trade.
    Kind { Explore, Enforce, Recall, Refer, Assess, Consult, Disclose, Record, Support, Hold }
}

closed_list! {
    /// What a response or an option does, in the trade's words: what the patterns read.
    Act {
        Interview, OfficeVisit, HomeVisit, Call, Letter, Test, PoliceCheck, ChildrensCheck, HealthCheck, OtherCheck,
        Warning, BreachStart, RecallStart, NoRecall, SeniorEndorsement, Supervision, SecondOpinion, MappaReferral,
        MappaAction, AcceptDeregistration, Disclosure, Chronology, Review, NameOwner, Handover, IncidentReport,
        Declare, Whistleblow, EditRecord, Adapt, Adjust, Practical, OffenceWork, Welfare, Wait,
    }
}

closed_list! {
    /// What an arrival, a document or a claim is about: what the patterns read.
    Tag {
        Absence, NonCompliance, Incident, Arrest, Charge, Withdrawn, Threat, Damage, ChildConcern, NewPartner,
        Substances, MentalHealth, Health, Housing, Vehicle, Employment, Associates, MappaMeeting, MappaUp, TierUp,
        Memo, News, SeriousOffence, Resources, RecordChanged, Gift, Vacancy, OwnedUp,
    }
}

closed_list! {
    /// Which boundary something crosses.
    Crosses { PersonalPhone, Gift, PersonalInformation, OffRecord, OutOfHours, Friendship, UnneededAccess }
}

closed_list! {
    /// What a decision or an objective is about.
    Theme {
        RiskAssessment, Curiosity, Enforcement, Workload, Oversight, Mappa, ApprovedPremises, MentalHealth,
        SubstanceMisuse, Boundaries, InformationSharing, Victims, LongSentences,
    }
}

closed_list! {
    /// The part a person plays. The aliases are the names of an earlier draft of the language, read for good.
    Role {
        PersonOnProbation,
        Officer,
        #[serde(alias = "NewOfficer")]
        NewlyQualifiedOfficer,
        ServiceOfficer,
        Trainee,
        SeniorOfficer,
        HeadOfUnit,
        OutOfHoursManager,
        CaseAdministrator,
        #[serde(alias = "CourtTeam")]
        CourtOfficer,
        PracticeTeacher,
        #[serde(alias = "PremisesKeyWorker")]
        ApprovedPremisesWorker,
        ApprovedPremisesManager,
        PrisonOfficerManager,
        CommunityOfficerManager,
        KeyWorker,
        Psychologist,
        VictimLiaison,
        Victim,
        Police,
        PublicProtectionPolice,
        MappaChair,
        MappaCoordinator,
        ChildrensServices,
        AdultSocialCare,
        #[serde(alias = "MentalHealthTeam")]
        MentalHealthNurse,
        Doctor,
        DrugService,
        Housing,
        TaggingProvider,
        JobCentre,
        Mentor,
        Volunteer,
        Charity,
        Employer,
        Family,
        Partner,
        Neighbour,
        Solicitor,
        Judge,
        RecallTeam,
        ParoleBoard,
        Inspector,
        NominatedOfficer,
        #[serde(alias = "Union")]
        UnionRepresentative,
        Journalist,
        LivedExperience,
        #[serde(alias = "OtherRole")]
        Other,
    }
}
