//! Carrying out what follows.

use crate::scenario::calendar::NEVER;
use crate::scenario::ids::{ArrivalId, CaseId, PersonId};
use crate::scenario::tables::{Block, Op, Span, Waited};

use super::super::log::{Happening, Log};
use super::Engine;

impl<L: Log> Engine<'_, L> {
    /// Carries out a block of effects, in order.
    #[inline(always)]
    pub(super) fn run(&mut self, block: Block) {
        if block != Block::NOTHING {
            self.run_ops(block);
        }
    }

    fn run_ops(&mut self, block: Block) {
        let tables = self.tables;
        for op in tables.blocks[usize::from(block.0)].of(&tables.ops) {
            if self.state.ended.is_some() {
                return;
            }
            self.op(*op);
        }
    }

    #[inline]
    fn op(&mut self, op: Op) {
        match op {
            Op::Facts(mask) => {
                let word = &mut self.state.facts[usize::from(mask.word)];
                *word = *word & !mask.clear | mask.set;
                self.state.changed = true;
            }
            Op::Add { slot, by, min, max } => {
                let value = self.state.number(slot).saturating_add(by).clamp(min, max);
                self.state.put(slot, value);
            }
            Op::Become { slot, value, .. } => self.state.put(slot, value),
            Op::Wait(number) => self.wait(number),
            Op::Pose(decision) => self.pose(decision),
            Op::DrawChance(chance) => {
                if self.step() {
                    self.called_chance(chance);
                }
            }
            Op::DrawDrift(drift) => {
                if self.step() {
                    self.drift(drift);
                }
            }
            Op::Start(deadline) => self.start(deadline),
            Op::CancelDeadline(deadline) => self.cancel(deadline),
            Op::CancelArrival(arrival) => self.call_off(arrival),
            Op::If { when, then, otherwise } => {
                let block = if self.state.holds(self.tables, when) { then } else { otherwise };
                self.run(block);
            }
            Op::Allocate(case) => self.allocate(case),
            Op::Close(case) => {
                let row = &self.tables.cases[case.index()];
                if self.state.has(row.allocated) {
                    self.state.clear(row.allocated);
                    self.log.put(self.state.clock, Happening::Closed { case });
                }
            }
            Op::End(ending) => self.finish(ending),
            Op::MappaIs { case, level } => {
                self.state.put(self.tables.cases[case.index()].mappa, level);
                self.log.put(self.state.clock, Happening::MappaIs { case, level });
            }
            Op::TierIs { case, tier } => {
                self.state.put(self.tables.cases[case.index()].tier, tier);
                self.log.put(self.state.clock, Happening::TierIs { case, tier });
            }
        }
    }

    /// Gives the trainee a case, and what lies in its file.
    fn allocate(&mut self, case: CaseId) {
        let row = &self.tables.cases[case.index()];
        if self.state.has(row.allocated) {
            return;
        }
        self.state.set(row.allocated);
        for document in self.tables.documents.iter().filter(|document| document.case == case) {
            self.state.set(document.seen);
        }
        self.seen.noticed = true;
        self.log.put(self.state.clock, Happening::Allocated { case });
    }

    /// Calls off an arrival on its way.
    fn call_off(&mut self, arrival: ArrivalId) {
        let mut any = false;
        for (index, row) in self.tables.waits.iter().enumerate() {
            if row.what == Waited::Arrival(arrival) && self.state.waits[index] != NEVER {
                self.state.waits[index] = NEVER;
                any = true;
            }
        }
        if any {
            self.find_next_due();
            self.log.put(self.state.clock, Happening::CalledOff { arrival });
        }
    }

    /// Gives secrets away, if they are kept from this person now.
    pub(super) fn reveal(&mut self, reveals: Span, to: Option<PersonId>) {
        let Some(to) = to else { return };
        let tables = self.tables;
        for secret in reveals.of(&tables.reveals) {
            let row = &tables.secrets[secret.index()];
            if !self.state.has(row.leaked)
                && row.from.of(&tables.kept_from).contains(&to)
                && self.state.holds(tables, row.when)
                && !row.unless.is_some_and(|unless| self.state.holds(tables, unless))
            {
                self.state.set(row.leaked);
                self.log.put(self.state.clock, Happening::Leaked { secret: *secret, to });
            }
        }
    }
}
