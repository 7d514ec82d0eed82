//! Which fact is which bit, which number which slot. A fact gets a bit only if a condition or the engine reads it.

use crate::scenario::ids::{
    ArrivalId, CaseId, ChanceId, ClaimId, CounterId, DeadlineId, DecisionId, DocumentId, FlagId, FormId, ItemId,
    OneOfId, PersonId, ResponseId, SecretId,
};
use crate::scenario::tables::{Bit, CitedIn, CitedRow, EnteredRow, FiledRow, Slot, TimeSlot};

/// Bits, slots and moments given out so far.
#[derive(Debug, Default)]
pub struct Facts {
    bits: u16,
    slots: Vec<i16>,
    times: u16,
    set: Vec<Bit>,
    pub flags: Vec<Bit>,
    pub counters: Vec<(Slot, i16, i16)>,
    pub one_ofs: Vec<Slot>,
    pub arrivals: Vec<(Bit, Bit, Bit)>,
    pub documents: Vec<(Bit, Bit)>,
    pub verified: Vec<Bit>,
    pub leaked: Vec<Bit>,
    pub done: Vec<Bit>,
    pub decisions: Vec<(Bit, Bit, Bit)>,
    /// First option of each decision; the others follow.
    pub chose: Vec<Bit>,
    pub deadlines: Vec<(Bit, Bit, Bit)>,
    pub over: Vec<Option<Bit>>,
    pub cases: Vec<(Bit, Slot, Slot, Slot)>,
    pub told: Vec<(u16, PersonId, Bit)>,
    pub filed: Vec<FiledRow>,
    pub entered: Vec<EnteredRow>,
    pub cited: Vec<CitedRow>,
}

impl Facts {
    /// A new bit. Sixty-five thousand are enough: there are at most 2,047 ids with a few bits each.
    pub fn bit(&mut self) -> Bit {
        self.bits = self.bits.saturating_add(1);
        Bit(self.bits - 1)
    }

    /// Several bits in a row; the first.
    pub fn bits(&mut self, many: u16) -> Bit {
        let first = Bit(self.bits);
        self.bits = self.bits.saturating_add(many);
        first
    }

    /// A new number with where it starts.
    #[expect(clippy::cast_possible_truncation, reason = "fewer than ten numbers for each of 2,047 ids")]
    pub fn slot(&mut self, start: i16) -> Slot {
        self.slots.push(start);
        Slot((self.slots.len() - 1) as u16)
    }

    /// A new moment.
    pub fn time(&mut self) -> TimeSlot {
        self.times = self.times.saturating_add(1);
        TimeSlot(self.times - 1)
    }

    /// Several moments in a row; the first.
    pub fn reserve_times(&mut self, many: u16) {
        self.times = self.times.saturating_add(many);
    }

    /// A fact that holds from the start.
    pub fn set(&mut self, bit: Bit) {
        self.set.push(bit);
    }

    pub fn flag(&self, id: FlagId) -> Bit {
        self.flags.get(id.index()).copied().unwrap_or(Bit(0))
    }
    pub fn counter(&self, id: CounterId) -> (Slot, i16, i16) {
        self.counters.get(id.index()).copied().unwrap_or((Slot(0), 0, 0))
    }
    pub fn one_of(&self, id: OneOfId) -> Slot {
        self.one_ofs.get(id.index()).copied().unwrap_or(Slot(0))
    }
    pub fn seen(&self, item: ItemId) -> Bit {
        match item {
            ItemId::Arrival(id) => self.arrival(id).0,
            ItemId::Document(id) => self.document(id).0,
        }
    }
    pub fn opened(&self, item: ItemId) -> Bit {
        match item {
            ItemId::Arrival(id) => self.arrival(id).1,
            ItemId::Document(id) => self.document(id).1,
        }
    }
    pub fn arrival(&self, id: ArrivalId) -> (Bit, Bit, Bit) {
        self.arrivals.get(id.index()).copied().unwrap_or((Bit(0), Bit(0), Bit(0)))
    }
    pub fn document(&self, id: DocumentId) -> (Bit, Bit) {
        self.documents.get(id.index()).copied().unwrap_or((Bit(0), Bit(0)))
    }
    pub fn verified(&self, id: ClaimId) -> Bit {
        self.verified.get(id.index()).copied().unwrap_or(Bit(0))
    }
    pub fn leaked(&self, id: SecretId) -> Bit {
        self.leaked.get(id.index()).copied().unwrap_or(Bit(0))
    }
    pub fn done(&self, id: ResponseId) -> Bit {
        self.done.get(id.index()).copied().unwrap_or(Bit(0))
    }
    pub fn decision(&self, id: DecisionId) -> (Bit, Bit, Bit) {
        self.decisions.get(id.index()).copied().unwrap_or((Bit(0), Bit(0), Bit(0)))
    }
    #[expect(clippy::cast_possible_truncation, reason = "a decision has at most nine options")]
    pub fn chose(&self, id: DecisionId, option: usize) -> Bit {
        Bit(self.chose.get(id.index()).map_or(0, |bit| bit.0) + option as u16)
    }
    pub fn deadline(&self, id: DeadlineId) -> (Bit, Bit, Bit) {
        self.deadlines.get(id.index()).copied().unwrap_or((Bit(0), Bit(0), Bit(0)))
    }
    pub fn over(&self, id: ChanceId) -> Option<Bit> {
        self.over.get(id.index()).copied().flatten()
    }
    pub fn case(&self, id: CaseId) -> (Bit, Slot, Slot, Slot) {
        self.cases.get(id.index()).copied().unwrap_or((Bit(0), Slot(0), Slot(0), Slot(0)))
    }

    /// The bit of a telling.
    pub fn told(&mut self, item: u16, who: PersonId) -> Bit {
        if let Some((.., bit)) = self.told.iter().find(|(i, w, _)| *i == item && *w == who) {
            return *bit;
        }
        let bit = self.bit();
        self.told.push((item, who, bit));
        bit
    }

    /// The bit of a filing, if wanted in one case.
    pub fn filed(&mut self, form: FormId, case: Option<CaseId>) -> Bit {
        if let Some(row) = self.filed.iter().find(|row| row.form == form && row.case == case) {
            return row.bit;
        }
        let bit = self.bit();
        self.filed.push(FiledRow { form, case, bit });
        bit
    }

    /// The bit of a tick.
    pub fn entered(&mut self, form: FormId, field: u16, choice: u16) -> Bit {
        let same = |row: &&EnteredRow| row.form == form && row.field == field && row.choice == choice;
        if let Some(row) = self.entered.iter().find(same) {
            return row.bit;
        }
        let bit = self.bit();
        self.entered.push(EnteredRow { form, field, choice, bit });
        bit
    }

    /// The bit of a citation.
    pub fn cited(&mut self, item: u16, within: CitedIn) -> Bit {
        if let Some(row) = self.cited.iter().find(|row| row.item == item && row.within == within) {
            return row.bit;
        }
        let bit = self.bit();
        self.cited.push(CitedRow { item, within, bit });
        bit
    }

    /// Facts and numbers at the start, and how many moments there are.
    #[must_use]
    pub fn finish(&self) -> (Vec<u64>, Vec<i16>, usize) {
        let mut words = vec![0; usize::from(self.bits).div_ceil(64).max(1)];
        for bit in &self.set {
            if let Some(word) = words.get_mut(usize::from(bit.0 / 64)) {
                *word |= 1 << (bit.0 % 64);
            }
        }
        // Tests that pass always look at slot nought: there is one even where nothing counts.
        let numbers = if self.slots.is_empty() { vec![0] } else { self.slots.clone() };
        (words, numbers, usize::from(self.times))
    }
}
