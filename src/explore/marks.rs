//! What can be met in a play, each with a number of its own, so that plays can be counted in one flat list.

use crate::scenario::ids::{
    ArrivalId, ChanceId, DeadlineId, DecisionId, DriftId, EndingId, FloorId, ItemId, PropertyId, ResponseId, SecretId,
};
use crate::scenario::tables::{PropertyRow, Span, Tables};

use super::open::{self, short};

/// Something that happens in a play, or does not. Versions, situations, options and outcomes are named by their place
/// in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// An arrival came.
    Came(ArrivalId),
    /// It came in this version.
    Version(ArrivalId, u16),
    /// An arrival or document was read or heard.
    Read(ItemId),
    Done(ResponseId),
    /// A decision was put.
    Posed(DecisionId),
    /// It was answered in this situation.
    Situation(DecisionId, u16),
    /// An option counted as chosen.
    Chose(DecisionId, u16),
    Met(DeadlineId),
    Missed(DeadlineId),
    /// A chance happened, with this outcome.
    Happened(ChanceId, u16),
    Drifted(DriftId),
    Leaked(SecretId),
    Ended(EndingId),
    /// A `Sometimes` was shown; an `Always` or a `Never` was broken.
    Property(PropertyId),
    /// What begins a floor was so.
    FloorBegan(FloorId),
    FloorBroken(FloorId),
    /// Effects brought each other on without end.
    RanAway,
    /// Nothing could be done, and time could not pass.
    Stuck,
}

/// The places of marks in a flat list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    versions: Vec<Span>,
    situations: Vec<Span>,
    options: Vec<Span>,
    outcomes: Vec<Span>,
    arrivals: usize,
    starts: [usize; KINDS + 1],
    sometimes: Vec<bool>,
}

const KINDS: usize = 18;

impl Places {
    #[must_use]
    pub fn new(tables: &Tables) -> Self {
        let lengths: [usize; KINDS] = [
            tables.arrivals.len(),
            tables.versions.len(),
            tables.items(),
            tables.responses.len(),
            tables.decisions.len(),
            tables.situations.len(),
            tables.options.len(),
            tables.deadlines.len(),
            tables.deadlines.len(),
            tables.outcomes.len(),
            tables.drift.len(),
            tables.secrets.len(),
            tables.endings.len(),
            tables.properties.len(),
            tables.floors.len(),
            tables.floors.len(),
            1,
            1,
        ];
        let mut starts = [0; KINDS + 1];
        for (kind, length) in lengths.iter().enumerate() {
            starts[kind + 1] = starts[kind] + length;
        }
        let sometimes = tables.properties.iter().map(|row| matches!(row, PropertyRow::Sometimes(_))).collect();
        Self {
            versions: tables.arrivals.iter().map(|row| row.versions).collect(),
            situations: tables.decisions.iter().map(|row| row.situations).collect(),
            options: tables.decisions.iter().map(|row| row.options).collect(),
            outcomes: tables.chances.iter().map(|row| row.outcomes).collect(),
            arrivals: tables.arrivals.len(),
            starts,
            sometimes,
        }
    }

    /// How many marks there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.starts[KINDS]
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The place of a mark; one past the last for something that the scenario does not have.
    #[must_use]
    pub fn of(&self, mark: Mark) -> usize {
        let inside = |spans: &[Span], index: usize, at: u16| {
            spans.get(index).filter(|span| at < span.len).map(|span| span.start as usize + usize::from(at))
        };
        let (kind, at) = match mark {
            Mark::Came(id) => (0, Some(id.index())),
            Mark::Version(id, at) => (1, inside(&self.versions, id.index(), at)),
            Mark::Read(ItemId::Arrival(id)) => (2, Some(id.index())),
            Mark::Read(ItemId::Document(id)) => (2, Some(self.arrivals + id.index())),
            Mark::Done(id) => (3, Some(id.index())),
            Mark::Posed(id) => (4, Some(id.index())),
            Mark::Situation(id, at) => (5, inside(&self.situations, id.index(), at)),
            Mark::Chose(id, at) => (6, inside(&self.options, id.index(), at)),
            Mark::Met(id) => (7, Some(id.index())),
            Mark::Missed(id) => (8, Some(id.index())),
            Mark::Happened(id, at) => (9, inside(&self.outcomes, id.index(), at)),
            Mark::Drifted(id) => (10, Some(id.index())),
            Mark::Leaked(id) => (11, Some(id.index())),
            Mark::Ended(id) => (12, Some(id.index())),
            Mark::Property(id) => (13, Some(id.index())),
            Mark::FloorBegan(id) => (14, Some(id.index())),
            Mark::FloorBroken(id) => (15, Some(id.index())),
            Mark::RanAway => (16, Some(0)),
            Mark::Stuck => (17, Some(0)),
        };
        let place = at.map_or(usize::MAX, |at| self.starts[kind].saturating_add(at));
        if place < self.starts[kind + 1] { place } else { self.len() }
    }

    /// Every mark, in the order of its kind and number.
    #[must_use]
    pub fn all(&self) -> Vec<Mark> {
        let mut all = Vec::with_capacity(self.len());
        let count = |kind: usize| 0..short(self.starts[kind + 1] - self.starts[kind]);
        let inner = |spans: &[Span]| -> Vec<(u16, u16)> {
            let spans = spans.iter().enumerate();
            spans.flat_map(|(of, span)| (0..span.len).map(move |at| (short(of), at))).collect()
        };
        all.extend(count(0).map(|at| Mark::Came(ArrivalId(at))));
        all.extend(inner(&self.versions).into_iter().map(|(of, at)| Mark::Version(ArrivalId(of), at)));
        all.extend((0..usize::from(count(2).end)).map(|at| Mark::Read(open::item_of(self.arrivals, at))));
        all.extend(count(3).map(|at| Mark::Done(ResponseId(at))));
        all.extend(count(4).map(|at| Mark::Posed(DecisionId(at))));
        all.extend(inner(&self.situations).into_iter().map(|(of, at)| Mark::Situation(DecisionId(of), at)));
        all.extend(inner(&self.options).into_iter().map(|(of, at)| Mark::Chose(DecisionId(of), at)));
        all.extend(count(7).map(|at| Mark::Met(DeadlineId(at))));
        all.extend(count(8).map(|at| Mark::Missed(DeadlineId(at))));
        all.extend(inner(&self.outcomes).into_iter().map(|(of, at)| Mark::Happened(ChanceId(of), at)));
        all.extend(count(10).map(|at| Mark::Drifted(DriftId(at))));
        all.extend(count(11).map(|at| Mark::Leaked(SecretId(at))));
        all.extend(count(12).map(|at| Mark::Ended(EndingId(at))));
        all.extend(count(13).map(|at| Mark::Property(PropertyId(at))));
        all.extend(count(14).map(|at| Mark::FloorBegan(FloorId(at))));
        all.extend(count(15).map(|at| Mark::FloorBroken(FloorId(at))));
        all.extend([Mark::RanAway, Mark::Stuck]);
        all
    }

    /// Whether a scenario ought to hold a play in which this happens. What breaks something ought not to happen; a floor
    /// that is never broken is none the worse for it.
    #[must_use]
    pub fn ought(&self, mark: Mark) -> bool {
        match mark {
            Mark::Property(id) => self.sometimes.get(id.index()) == Some(&true),
            Mark::FloorBegan(_) | Mark::FloorBroken(_) | Mark::RanAway | Mark::Stuck => false,
            _ => true,
        }
    }

    /// Whether it must never happen.
    #[must_use]
    pub fn must_not(&self, mark: Mark) -> bool {
        match mark {
            Mark::Property(id) => self.sometimes.get(id.index()) == Some(&false),
            Mark::RanAway | Mark::Stuck => true,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::sample;

    #[test]
    fn every_mark_has_a_place_of_its_own() {
        let scenario = sample::sample();
        let places = Places::new(scenario.tables());
        let found: Vec<usize> = places.all().into_iter().map(|mark| places.of(mark)).collect();
        assert_eq!(found, (0..places.len()).collect::<Vec<_>>());
        // What the scenario does not have lies behind all of them.
        assert_eq!(places.of(Mark::Came(ArrivalId(999))), places.len());
        assert_eq!(places.of(Mark::Chose(DecisionId(0), 99)), places.len());
    }
}
