//! Everything that a person can ask of the app, in one enum: buttons, keys and the palette all put down the same.
//!
//! [`super::office::Office::carry_out`] does them; [`super::named`] gives the ones that have a name or keys of their own.

use crate::run::command::Citation;
use crate::scenario::raw::{Id, Kind, Theme};
use crate::store::ids::RunId;

use super::settings::Change;

/// Something that a person asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    // Anywhere
    /// Finds or does anything: opens the palette.
    ShowPalette,
    /// The keys of this screen.
    ShowKeys,
    ShowSettings,
    /// The glossary, at a term if one is named.
    ShowGlossary(Option<&'static str>),
    /// Steps out one level: closes what is open over the screen, or goes back one place.
    StepOut,
    NextPane,
    PreviousPane,
    /// To the library; the run stays as it is.
    GoToLibrary,
    /// Has a screen reader say something.
    Announce {
        text: String,
        urgent: bool,
    },
    Set(Change),
    /// Puts the text where it can be pasted elsewhere.
    Copy(String),
    /// Closes the window.
    Leave,

    // Library
    /// Reads a case and shows its briefing.
    Brief {
        slug: String,
        variant: Option<Id>,
    },
    GoOnWith(RunId),
    ShowDebriefOf(RunId),
    /// Begins another run from the week of one that is kept.
    AgainFrom {
        run: RunId,
        week: i32,
    },
    FilterTheme(Theme),
    ClearFilters,

    // Briefing
    DrawLuck,
    /// A colleague's code, as it was typed.
    UseLuck(String),
    Softer(bool),
    Start,
    /// Leaves without beginning, and without a reason.
    NotNow,

    // Desk
    Read {
        item: Id,
        nth: u16,
    },
    ReadNext,
    ReadPrevious,
    /// Cites what is chosen in the reading pane, or the whole item.
    Cite,
    CiteThis(Citation),
    /// Writes a note.
    WriteNote,
    KeepNote(String),
    ShowKind(Kind),
    CloseTray,
    /// Chooses a response: opens its form, or asks once.
    Respond(Id),
    /// Does a response that was asked about.
    Do(Id),
    /// Chooses whom to pass an item on to.
    AskWhomToTell {
        item: Id,
        nth: u16,
    },
    Tell {
        item: Id,
        who: Id,
    },
    ShowCase(Id),
    ShowTab(FileTab),
    Widen,
    ShowPerson(Id),
    /// Lets time pass to the next thing that would be noticed.
    GoOn,
    EndDay,
    EndTurn,
    Answer(Id),
    /// Reviews of an answered decision, before the end.
    ShowReviews(Id),
    /// Looks at them, which makes later answers no longer blind.
    LookAtReviews(Id),

    // Form
    OpenForm {
        response: Id,
        case: Option<Id>,
    },
    StartFromLast,
    /// Cites what was chosen last among the evidence, where one is writing.
    CiteHere,
    KeepForm,
    DiscardForm(Id),
    FileForm,

    // Decision
    KeepAnswer,
    Commit,

    // Reviewing
    /// Every question, and how it stands.
    ShowReview,
    /// Keeps what is said on the page, and goes on.
    KeepReview,
    /// Answers a question in a situation that was not reached, by its name.
    Suppose(String),
    /// Says of one that it is outside one's competence.
    NotMine(String),
    /// Writes the reviewer's file.
    WriteReview,

    // End of the turn
    BackToDesk,
    NextTurn,
    /// The page has turned: the turn ends now.
    TurnNow,

    // Debrief
    ShowDebrief,
    ShowDebriefPage(DebriefPage),
    ShowAnswered(usize),
    /// Looks at something that lay on the desk, opened in time or not.
    LookAt {
        item: Id,
        /// Nothing for the newest that came.
        nth: Option<u16>,
    },
    TryAgainFrom(i32),
    SaveReport,
}

/// The tabs of a case file, in their order: Alt and a digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileTab {
    Person,
    Chronology,
    Risk,
    Plan,
    People,
    Due,
    Notes,
}

impl FileTab {
    pub const ALL: [Self; 7] =
        [Self::Person, Self::Chronology, Self::Risk, Self::Plan, Self::People, Self::Due, Self::Notes];

    /// The key of its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "app-tab-person",
            Self::Chronology => "app-tab-chronology",
            Self::Risk => "app-tab-risk",
            Self::Plan => "app-tab-plan",
            Self::People => "app-tab-people",
            Self::Due => "app-tab-due",
            Self::Notes => "app-tab-notes",
        }
    }
}

/// Pages of a debrief.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DebriefPage {
    #[default]
    Decisions,
    Outcomes,
    Timeline,
}

impl DebriefPage {
    pub const ALL: [Self; 3] = [Self::Decisions, Self::Outcomes, Self::Timeline];

    /// The key of its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Decisions => "app-debrief-decisions",
            Self::Outcomes => "app-debrief-outcomes",
            Self::Timeline => "app-debrief-timeline",
        }
    }
}
