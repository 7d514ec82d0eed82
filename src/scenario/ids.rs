//! Typed ids: the number of a thing within its kind, so that an arrival can't be taken for a response.
//!
//! Things are numbered by their names in order, never by their place in the file. Endings, situations, options,
//! versions and outcomes are tried in the order of the file, and are numbered by it.

/// Declares a typed id.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u16);

        impl $name {
            /// The place in the list of its kind.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

ids! {
    FlagId, CounterId, OneOfId, PersonId, CaseId,
    /// A condition of a licence or order.
    LicenceConditionId,
    ClaimId, SecretId, ArrivalId, DecisionId, DriftId, ChanceId, AppointmentId, DeadlineId, FloorId, EndingId,
    PropertyId, FormId, FactId, ContentNoteId,
    /// A document that lies in a file from the start.
    DocumentId,
    /// A response, or an everyday form (numbered after the responses, in the order of the scenario's list).
    ResponseId,
}

/// Something that can be read, cited and passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemId {
    Document(DocumentId),
    Arrival(ArrivalId),
}

/// What an id of the one name space stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    Flag(FlagId),
    Counter(CounterId),
    OneOf(OneOfId),
    Person(PersonId),
    Case(CaseId),
    LicenceCondition(LicenceConditionId),
    Document(DocumentId),
    Claim(ClaimId),
    Secret(SecretId),
    Arrival(ArrivalId),
    Response(ResponseId),
    Decision(DecisionId),
    Drift(DriftId),
    Chance(ChanceId),
    Appointment(AppointmentId),
    Deadline(DeadlineId),
    Floor(FloorId),
    Ending(EndingId),
    Property(PropertyId),
    Form(FormId),
    Fact(FactId),
    ContentNote(ContentNoteId),
}

impl Symbol {
    /// The kind in the words of an author, with its article.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Flag(_) => "a flag",
            Self::Counter(_) => "a counter",
            Self::OneOf(_) => "a OneOf",
            Self::Person(_) => "a person",
            Self::Case(_) => "a case",
            Self::LicenceCondition(_) => "a licence condition",
            Self::Document(_) => "a document",
            Self::Claim(_) => "a claim",
            Self::Secret(_) => "a secret",
            Self::Arrival(_) => "an arrival",
            Self::Response(_) => "a response",
            Self::Decision(_) => "a decision",
            Self::Drift(_) => "a drift",
            Self::Chance(_) => "a chance",
            Self::Appointment(_) => "an appointment",
            Self::Deadline(_) => "a deadline",
            Self::Floor(_) => "a floor",
            Self::Ending(_) => "an ending",
            Self::Property(_) => "a property",
            Self::Form(_) => "a form",
            Self::Fact(_) => "a fact",
            Self::ContentNote(_) => "a content note",
        }
    }
}
