//! What follows, to ranges of operations; waits to numbered rows with one slot each.

use crate::scenario::raw::{Effect, Wait};
use crate::scenario::tables::{Block, Length, Mask, Op, Span, WaitRow, Waited};

use super::conditions::{narrow, short, small, values_of};
use super::names::{Cancelled, Drawn};
use super::{Compiler, Touched};

impl Compiler<'_> {
    /// Compiles a list of effects that stands in a field.
    pub(super) fn effects(&mut self, field: &'static str, effects: &[Effect]) -> Block {
        self.names.enter_field(field);
        let block = self.block(effects);
        self.names.leave();
        block
    }

    fn block(&mut self, effects: &[Effect]) -> Block {
        if effects.is_empty() {
            return Block::NOTHING;
        }
        let mut ops: Vec<Op> = Vec::with_capacity(effects.len());
        for (index, effect) in effects.iter().enumerate() {
            self.names.enter_index(index);
            if let Some(op) = self.effect(effect) {
                merge(&mut ops, op);
            }
            self.names.leave();
        }
        let span = Span { start: narrow(self.tables.ops.len()), len: short(ops.len()) };
        self.tables.ops.extend(ops);
        self.tables.blocks.push(span);
        Block(short(self.tables.blocks.len() - 1))
    }

    fn effect(&mut self, effect: &Effect) -> Option<Op> {
        /// Looks up the n-th name of the effect.
        macro_rules! name {
            ($index:literal, $kind:ident, $name:expr) => {{
                self.names.enter_index($index);
                let found = self.names.$kind($name);
                self.names.leave();
                found
            }};
        }
        Some(match effect {
            Effect::Set(flag) => {
                let flag = name!(0, flag, flag)?;
                self.change(Touched::Flag(flag));
                let bit = self.facts.flag(flag);
                Op::Facts(Mask { word: bit.0 / 64, set: 1 << (bit.0 % 64), clear: 0 })
            }
            Effect::Clear(flag) => {
                let flag = name!(0, flag, flag)?;
                self.change(Touched::Flag(flag));
                let bit = self.facts.flag(flag);
                Op::Facts(Mask { word: bit.0 / 64, set: 0, clear: 1 << (bit.0 % 64) })
            }
            Effect::SetTo(one_of, value) => {
                let id = name!(0, one_of, one_of)?;
                let values = values_of(&self.raw.state, one_of);
                self.names.enter_index(1);
                let at = self.names.local(value, "value", &format!("\"{one_of}\""), &values);
                self.names.leave();
                self.change(Touched::OneOf(id));
                Op::Become { one_of: id, slot: self.facts.one_of(id), value: small(at?) }
            }
            Effect::Add(counter, by) => {
                let id = name!(0, counter, counter)?;
                self.change(Touched::Counter(id));
                let (slot, min, max) = self.facts.counter(id);
                Op::Add { slot, by: *by, min, max }
            }
            Effect::Arrives(brought) => {
                let arrival = name!(0, arrival, &brought.arrival)?;
                self.names.enter_index(1);
                let length = self.length(&brought.after);
                self.names.leave();
                self.wait(length, Waited::Arrival(arrival))
            }
            Effect::Poses(decision) => Op::Pose(name!(0, decision, decision)?),
            Effect::Draws(drawn) => match name!(0, drawn, drawn)? {
                Drawn::Chance(id) => Op::DrawChance(id),
                Drawn::Drift(id) => Op::DrawDrift(id),
            },
            Effect::Starts(deadline) => Op::Start(name!(0, deadline, deadline)?),
            Effect::Cancels(cancelled) => match name!(0, cancelled, cancelled)? {
                Cancelled::Deadline(id) => Op::CancelDeadline(id),
                Cancelled::Arrival(id) => Op::CancelArrival(id),
            },
            Effect::Later { after, when, then } => {
                self.names.enter_field("after");
                let length = self.length(after);
                self.names.leave();
                self.names.enter_field("when");
                let when = self.condition(when.as_ref());
                self.names.leave();
                let then = self.effects("then", then);
                self.wait(length, Waited::Later { when, then })
            }
            Effect::If { when, then, otherwise } => {
                self.names.enter_field("when");
                let when = self.condition(Some(when));
                self.names.leave();
                let then = self.effects("then", then);
                let otherwise = self.effects("otherwise", otherwise);
                Op::If { when, then, otherwise }
            }
            Effect::Allocates(case) => Op::Allocate(name!(0, case, case)?),
            Effect::Closes(case) => Op::Close(name!(0, case, case)?),
            Effect::Ends(ending) => Op::End(name!(0, ending, ending)?),
            Effect::MappaIs(case, level) => Op::MappaIs { case: name!(0, case, case)?, level: i16::from(*level) },
            Effect::TierIs(case, tier) => {
                let case = name!(0, case, case)?;
                Op::TierIs { case, tier: self.tier(tier) }
            }
        })
    }

    fn wait(&mut self, length: u16, what: Waited) -> Op {
        self.tables.waits.push(WaitRow { length, what });
        Op::Wait(short(self.tables.waits.len() - 1))
    }

    /// The number of a tier in the list of tiers.
    pub(super) fn tier(&mut self, tier: &str) -> i16 {
        let at = self.tables.tiers.iter().position(|known| known == tier).unwrap_or_else(|| {
            self.tables.tiers.push(tier.to_owned());
            self.tables.tiers.len() - 1
        });
        small(at)
    }

    /// Compiles how long something takes; the row of its length.
    pub(super) fn length(&mut self, wait: &Wait) -> u16 {
        let length = match wait {
            Wait::Now => Length::Minutes(0),
            Wait::Minutes(n) => Length::Minutes(i32::from(*n)),
            Wait::Hours(n) => Length::Minutes(i32::from(*n) * 60),
            Wait::WorkingDays(n) => Length::WorkingDays(*n),
            Wait::Days(n) => Length::Days(*n),
            Wait::Weeks(n) => Length::Days(n.saturating_mul(7)),
            Wait::Months(n) => Length::Months(*n),
            Wait::Until(moment) => Length::Until(self.tables.calendar.opening_of(*moment)),
            Wait::Between(low, high) => {
                let low = self.length(low);
                let high = self.length(high);
                let drawn = self.facts.slot(0);
                let slot = self.tables.draws;
                self.tables.draws += super::CALLED_DRAWS;
                Length::Between { low, high, slot, drawn }
            }
        };
        if let Some(at) = self.tables.lengths.iter().position(|known| *known == length) {
            return short(at);
        }
        self.tables.lengths.push(length);
        short(self.tables.lengths.len() - 1)
    }
}

/// Adds an operation; setting and clearing in one word becomes one operation.
fn merge(ops: &mut Vec<Op>, op: Op) {
    if let (Some(Op::Facts(last)), Op::Facts(next)) = (ops.last_mut(), op)
        && last.word == next.word
    {
        last.set = (last.set & !next.clear) | next.set;
        last.clear = (last.clear & !next.set) | next.clear;
        return;
    }
    ops.push(op);
}
