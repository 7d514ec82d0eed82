//! A checked scenario compiled to dense tables: what play and analysis both run on.
//!
//! `scenario::compile` fills these in; `run` reads them. There is no text and no name in here. Facts are bits of one
//! set of 64-bit words; a condition is up to 64 clauses, each a few masks over those words and a range of tests of
//! numbers or of the clock; what follows from something is a range of operations.

use super::calendar::{Calendar, Minute};
use super::ids::{
    ArrivalId, CaseId, ChanceId, DeadlineId, DecisionId, DriftId, EndingId, FormId, OneOfId, PersonId, SecretId,
};
use super::raw::policy::OrderTest;

/// A fact: the number of a bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bit(pub u16);

/// A number of the state: a counter, the value of a `OneOf`, a level, how often something came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(pub u16);

/// A moment of the state: when a wait ends, when a deadline falls due, from when a response is there again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeSlot(pub u16);

/// A range of a side table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    pub start: u32,
    pub len: u16,
}

impl Span {
    #[must_use]
    #[inline(always)]
    pub fn of<T>(self, table: &[T]) -> &[T] {
        let start = self.start as usize;
        table.get(start..start + usize::from(self.len)).unwrap_or_default()
    }

    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len == 0
    }

    /// The numbers of its rows.
    pub fn rows(self) -> impl DoubleEndedIterator<Item = usize> {
        self.start as usize..self.start as usize + usize::from(self.len)
    }
}

/// A condition. [`Cond::ALWAYS`] costs nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cond(pub u16);

impl Cond {
    pub const ALWAYS: Self = Self(u16::MAX);
}

/// What follows. [`Block::NOTHING`] costs nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block(pub u16);

impl Block {
    pub const NOTHING: Self = Self(u16::MAX);
}

/// Bits of one word that must be set, and bits that must be clear.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mask {
    pub word: u16,
    pub set: u64,
    pub clear: u64,
}

/// A test of a number: it lies in a range that may wrap round, so that every comparison is one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Test {
    pub slot: Slot,
    pub from: i16,
    /// How many numbers after `from` pass as well.
    pub width: u16,
}

impl Test {
    /// At least `n`.
    #[must_use]
    pub const fn at_least(slot: Slot, n: i16) -> Self {
        Self { slot, from: n, width: i16::MAX.wrapping_sub(n).cast_unsigned() }
    }

    /// At most `n`.
    #[must_use]
    pub const fn at_most(slot: Slot, n: i16) -> Self {
        Self { slot, from: i16::MIN, width: n.wrapping_sub(i16::MIN).cast_unsigned() }
    }

    /// Exactly `n`.
    #[must_use]
    pub const fn is(slot: Slot, n: i16) -> Self {
        Self { slot, from: n, width: 0 }
    }

    /// The opposite: every number that this one does not pass.
    #[must_use]
    pub const fn turned(self) -> Self {
        let from = self.from.wrapping_add(self.width.cast_signed()).wrapping_add(1);
        Self { slot: self.slot, from, width: u16::MAX.wrapping_sub(self.width).wrapping_sub(1) }
    }

    /// A test that every number passes.
    pub const PASSED: Self = Self { slot: Slot(0), from: 0, width: u16::MAX };

    /// Whether a number passes.
    #[must_use]
    #[inline(always)]
    pub const fn passes(self, number: i16) -> bool {
        number.wrapping_sub(self.from).cast_unsigned() <= self.width
    }
}

/// A test of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockTest {
    From(Minute),
    Before(Minute),
}

/// One way in which a condition can hold: all masks and all tests. The first mask and the first two tests lie in the
/// clause itself: few conditions need more, and those that don't run straight through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    pub first: Mask,
    /// Where fewer tests are asked, the rest of these pass always.
    pub tests: [Test; 2],
    /// Whether anything below is there.
    pub more: bool,
    pub masks: Span,
    pub more_tests: Span,
    pub clock: Span,
}

/// A condition: it holds if its first clause does, or any of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Either {
    /// Nothing holds for a condition that was settled as false when it was compiled.
    pub never: bool,
    pub first: Clause,
    pub others: Span,
}

/// Every condition.
#[derive(Debug, Clone, Default)]
pub struct Conditions {
    pub conditions: Vec<Either>,
    pub clauses: Vec<Clause>,
    pub masks: Vec<Mask>,
    pub tests: Vec<Test>,
    pub clock: Vec<ClockTest>,
}

/// One operation of what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// Sets and clears bits of one word.
    Facts(Mask),
    /// Adds to a counter; its bounds lie beside it.
    Add {
        slot: Slot,
        by: i16,
        min: i16,
        max: i16,
    },
    /// Gives a `OneOf` a value.
    Become {
        one_of: OneOfId,
        slot: Slot,
        value: i16,
    },
    /// Starts a wait.
    Wait(u16),
    Pose(DecisionId),
    DrawChance(ChanceId),
    DrawDrift(DriftId),
    Start(DeadlineId),
    CancelDeadline(DeadlineId),
    CancelArrival(ArrivalId),
    If {
        when: Cond,
        then: Block,
        otherwise: Block,
    },
    Allocate(CaseId),
    Close(CaseId),
    End(EndingId),
    MappaIs {
        case: CaseId,
        level: i16,
    },
    TierIs {
        case: CaseId,
        tier: i16,
    },
}

/// What kind of thing is due, in the order in which the things of one moment happen. Waits come before all of these,
/// triggers between arrivals and deadlines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// The clock passes a moment that a condition asks about.
    Tick,
    Drift,
    Chance,
    Arrival,
    Deadline,
    Decision,
}

/// An entry of the agenda: something dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    pub at: Minute,
    pub phase: Phase,
    pub item: u16,
    /// The how-manieth of its occurrences, from nought.
    pub nth: u16,
}

/// How long a wait takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    Minutes(Minute),
    WorkingDays(u16),
    Days(u16),
    Months(u16),
    Until(Minute),
    /// Drawn between two other lengths; `slot` is its first draw, `drawn` counts its draws.
    Between {
        low: u16,
        high: u16,
        slot: u32,
        drawn: Slot,
    },
}

/// A numbered wait: each `Arrives` and each `Later` of the file is one, with one slot for its due minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitRow {
    pub length: u16,
    pub what: Waited,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waited {
    Arrival(ArrivalId),
    Later { when: Cond, then: Block },
}

#[derive(Debug, Clone)]
pub struct ArrivalRow {
    pub when: Cond,
    pub case: Option<CaseId>,
    pub from: PersonId,
    pub seen: Bit,
    /// Any of its occurrences was opened.
    pub opened: Bit,
    /// The bit of its first occurrence; the others follow. With one occurrence it is `opened` itself.
    pub opened_first: Bit,
    /// How many occurrences can be told apart.
    pub most: u16,
    /// How often it has come.
    pub came: Slot,
    /// Written, once, in one version, with nothing that follows: the commonest kind by far.
    pub plain: bool,
    pub minutes: i32,
    pub spoken: bool,
    /// Minutes that it gives out of hours, if it interrupts.
    pub interrupts: Option<i32>,
    pub lands_in_file: bool,
    /// Claims that opening it settles.
    pub settles: Span,
    pub versions: Span,
    pub then: Block,
}

#[derive(Debug, Clone)]
pub struct DocumentRow {
    pub case: CaseId,
    pub seen: Bit,
    pub opened: Bit,
    pub minutes: i32,
    pub settles: Span,
}

/// How often a response can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    Once,
    Anytime,
    /// Not before the moment in this slot; the length is the wait from one time to the next.
    After {
        length: u16,
        from: TimeSlot,
    },
}

#[derive(Debug, Clone)]
pub struct ResponseRow {
    pub when: Cond,
    /// The part of `when` that is knowledge: a response is shown if this holds.
    pub known: Cond,
    pub case: Option<CaseId>,
    pub minutes: i32,
    pub again: Again,
    pub anytime: bool,
    pub done: Bit,
    pub form: Option<FormId>,
    /// An everyday form, which is no response of the author's.
    pub everyday: bool,
    /// Who is told or asked.
    pub to: Option<PersonId>,
    pub reveals: Span,
    pub then: Block,
}

/// When a decision must be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    AtOnce,
    EndOfDay,
    EndOfTurn,
}

#[derive(Debug, Clone)]
pub struct DecisionRow {
    pub when: Cond,
    pub case: Option<CaseId>,
    /// It was put, or skipped for good.
    pub put: Bit,
    /// It waits for an answer.
    pub waits: Bit,
    pub answered: Bit,
    pub by: By,
    pub situations: Span,
    pub options: Span,
    /// Options that are always open, a bit each; and those that have a condition.
    pub always_open: u16,
    pub at_times_open: Span,
}

#[derive(Debug, Clone)]
pub struct OptionRow {
    pub when: Cond,
    pub chose: Bit,
    pub to: Option<PersonId>,
    pub reveals: Span,
    pub then: Block,
}

#[derive(Debug, Clone)]
pub struct DriftRow {
    pub when: Cond,
    pub then: Block,
}

#[derive(Debug, Clone)]
pub struct ChanceRow {
    pub when: Cond,
    /// The first of its draws.
    pub slot: u32,
    /// How many draws it has of its own.
    pub most: u16,
    /// How often it was drawn, where it is called.
    pub drawn: Option<Slot>,
    /// It happened, and does not happen again.
    pub over: Option<Bit>,
    pub outcomes: Span,
}

#[derive(Debug, Clone)]
pub struct OutcomeRow {
    /// Ten-thousandths.
    pub odds: i32,
    pub shifts: Span,
    pub then: Block,
}

#[derive(Debug, Clone)]
pub struct ShiftRow {
    pub by: i32,
    pub when: Cond,
}

/// When a deadline falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueRow {
    At(Minute),
    /// A wait from when it starts.
    After(u16),
    /// The first of these rules that holds for the case's order at present.
    Rules(Span),
}

/// One entry of a policy rule that may give a deadline its date.
#[derive(Debug, Clone)]
pub struct RuleRow {
    pub only: Option<OrderTest>,
    /// [`DueRow::At`] for waits before a moment, [`DueRow::After`] otherwise.
    pub due: DueRow,
}

#[derive(Debug, Clone)]
pub struct DeadlineRow {
    pub when: Cond,
    pub case: Option<CaseId>,
    pub due: DueRow,
    pub met_by: Cond,
    pub running: Bit,
    pub met: Bit,
    pub missed: Bit,
    pub falls_due: TimeSlot,
    pub if_met: Block,
    pub if_missed: Block,
    pub untold: bool,
    /// Opened bits of whatever tells of it.
    pub told_by: Span,
}

/// Something that happens once, when a condition becomes true.
#[derive(Debug, Clone)]
pub struct TriggerRow {
    pub when: Cond,
    pub fired: Bit,
    pub what: Triggered,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Triggered {
    Drift(DriftId),
    Chance(ChanceId),
    Arrival(ArrivalId),
    Deadline(DeadlineId),
    Decision(DecisionId),
}

#[derive(Debug, Clone)]
pub struct SecretRow {
    pub when: Cond,
    pub unless: Option<Cond>,
    pub from: Span,
    pub leaked: Bit,
}

/// A telling that matters: someone needs the item, or a condition asks.
#[derive(Debug, Clone)]
pub struct ToldRow {
    /// Number of the item: arrivals first, documents after them.
    pub item: u16,
    pub who: PersonId,
    pub told: Bit,
    pub then: Block,
}

/// A `Filed` that a condition asks about.
#[derive(Debug, Clone, Copy)]
pub struct FiledRow {
    pub form: FormId,
    pub case: Option<CaseId>,
    pub bit: Bit,
}

/// A tick that a condition asks about.
#[derive(Debug, Clone, Copy)]
pub struct EnteredRow {
    pub form: FormId,
    pub field: u16,
    pub choice: u16,
    pub bit: Bit,
}

/// Where a citation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CitedIn {
    Anywhere,
    Response(super::ids::ResponseId),
    Form(FormId),
    Decision(DecisionId),
}

/// A citation that a condition asks about.
#[derive(Debug, Clone, Copy)]
pub struct CitedRow {
    pub item: u16,
    pub within: CitedIn,
    pub bit: Bit,
}

#[derive(Debug, Clone)]
pub struct EndingRow {
    pub when: Cond,
    /// Odds and its draw.
    pub odds: Option<(i32, u32)>,
    /// Reached only by `Ends`.
    pub called: bool,
}

#[derive(Debug, Clone)]
pub struct FloorRow {
    pub when: Cond,
    pub must: Option<Cond>,
    pub within: Option<u16>,
}

#[derive(Debug, Clone)]
pub struct CaseRow {
    pub allocated: Bit,
    /// Levels of the five categories, in order, from this slot on: nought if never rated.
    pub levels: Slot,
    /// Nought if not managed under MAPPA.
    pub mappa: Slot,
    /// Number in the list of tiers, or -1.
    pub tier: Slot,
    /// The order with its MAPPA category; the level is in the state.
    pub order: crate::policy::OrderFacts,
}

/// What `Always`, `Sometimes` or `Never` holds of a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PropertyRow {
    Always(Cond),
    Sometimes(Cond),
    Never(Cond),
}

/// Everything a run needs to know.
#[derive(Debug, Clone)]
pub struct Tables {
    pub calendar: Calendar,
    /// Facts at the start; its length is the number of words.
    pub facts: Vec<u64>,
    /// Numbers at the start.
    pub numbers: Vec<i16>,
    /// How many moments a state holds beside its waits: deadlines first, then responses that come back.
    pub times: usize,
    pub conditions: Conditions,
    pub ops: Vec<Op>,
    pub blocks: Vec<Span>,
    pub agenda: Vec<Due>,
    /// Whether anything reacts to changes: triggers or deadlines.
    pub reacts: bool,
    pub lengths: Vec<Length>,
    pub waits: Vec<WaitRow>,
    pub arrivals: Vec<ArrivalRow>,
    pub versions: Vec<Cond>,
    pub documents: Vec<DocumentRow>,
    /// Verified bits that items settle.
    pub settles: Vec<Bit>,
    pub responses: Vec<ResponseRow>,
    pub decisions: Vec<DecisionRow>,
    pub situations: Vec<Cond>,
    pub options: Vec<OptionRow>,
    /// Options with a condition: the bit, and when it is open.
    pub at_times_open: Vec<(u16, Cond)>,
    pub drift: Vec<DriftRow>,
    pub chances: Vec<ChanceRow>,
    pub outcomes: Vec<OutcomeRow>,
    pub shifts: Vec<ShiftRow>,
    pub deadlines: Vec<DeadlineRow>,
    pub rules: Vec<RuleRow>,
    pub told_by: Vec<Bit>,
    pub triggers: Vec<TriggerRow>,
    pub secrets: Vec<SecretRow>,
    pub kept_from: Vec<PersonId>,
    pub reveals: Vec<SecretId>,
    /// By item, then person.
    pub told: Vec<ToldRow>,
    pub filed: Vec<FiledRow>,
    pub entered: Vec<EnteredRow>,
    pub cited: Vec<CitedRow>,
    pub endings: Vec<EndingRow>,
    pub floors: Vec<FloorRow>,
    pub properties: Vec<PropertyRow>,
    pub cases: Vec<CaseRow>,
    pub tiers: Vec<String>,
    /// What a plan expects, in its order.
    pub expected: Vec<Cond>,
    /// Whether each person is known yet.
    pub people_known: Vec<Cond>,
    /// Whether each fact of a case holds.
    pub facts_hold: Vec<Cond>,
    pub appointments: Vec<Cond>,
    /// Secrets that telling an item gives away, by item.
    pub item_reveals: Vec<Span>,
    /// How many draws the scenario has.
    pub draws: u32,
}

impl Tables {
    /// How many arrivals there are: documents are numbered after them.
    #[must_use]
    pub fn items(&self) -> usize {
        self.arrivals.len() + self.documents.len()
    }
}
