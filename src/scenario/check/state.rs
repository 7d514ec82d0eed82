//! State is there to be changed and to be read. A flag that nothing sets, or that no condition asks for, is most often a
//! slip: the name of another was meant. It found seven of them in the fragments from which the language was drawn.

use std::collections::BTreeSet;

use super::Context;
use super::say::warning;
use super::walk::{Way, effects};
use crate::diag::Code;
use crate::scenario::compile::Touched;
use crate::scenario::ids::Symbol;
use crate::scenario::locate::Finding;
use crate::scenario::raw::{Effect, StateItem};

/// State that no condition reads.
pub const UNREAD: Code = Code("D0254");
/// State that nothing changes.
pub const UNCHANGED: Code = Code("D0255");
/// A value that nothing gives.
pub const NEVER_GIVEN: Code = Code("D0256");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    let mut set: BTreeSet<&str> = BTreeSet::new();
    let mut given: BTreeSet<(&str, &str)> = BTreeSet::new();
    effects(scenario, |_, effect, _| match effect {
        Effect::Set(flag) => {
            set.insert(flag);
        }
        Effect::SetTo(one_of, value) => {
            given.insert((one_of, value));
        }
        _ => {}
    });
    for (index, item) in scenario.state.iter().enumerate() {
        let list = Way::Top.field("state");
        let way = list.index(index);
        let (StateItem::Flag(id) | StateItem::Counter { id, .. } | StateItem::OneOf { id, .. }) = item;
        let (what, touched) = match context.symbols.get(id) {
            Some(Symbol::Flag(flag)) => ("the flag", Touched::Flag(flag)),
            Some(Symbol::Counter(counter)) => ("the counter", Touched::Counter(counter)),
            Some(Symbol::OneOf(one_of)) => ("the OneOf", Touched::OneOf(one_of)),
            _ => continue,
        };
        let read = context.compiled.read.contains(&touched);
        let changed = context.compiled.changed.contains(&touched);
        let flag = matches!(item, StateItem::Flag(_));
        let (code, message, help) = match (read, changed) {
            (false, false) => (UNREAD, format!("nothing changes or reads {what} \"{id}\""), "take it out"),
            (false, true) => (
                UNREAD,
                format!("no condition reads {what} \"{id}\""),
                "ask for it in a condition, or take it out with what changes it",
            ),
            (true, false) => (
                UNCHANGED,
                format!("nothing changes {what} \"{id}\""),
                "change it by an effect, or take it out with what reads it",
            ),
            (true, true) if flag && !set.contains(id.as_str()) => (
                UNCHANGED,
                format!("nothing sets {what} \"{id}\", which is clear at the start"),
                "set it by an effect, or take it out",
            ),
            (true, true) => {
                values(item, &given, &way, findings);
                continue;
            }
        };
        findings.push(warning(code, way.place(), message, help));
    }
}

/// Values that a `OneOf` never has.
fn values(item: &StateItem, given: &BTreeSet<(&str, &str)>, way: &Way<'_>, findings: &mut Vec<Finding>) {
    let StateItem::OneOf { id, values } = item else { return };
    for (index, value) in values.iter().enumerate().skip(1) {
        if !given.contains(&(id.as_str(), value.as_str())) {
            findings.push(warning(
                NEVER_GIVEN,
                way.field("values").index(index).place(),
                format!("nothing makes \"{id}\" become \"{value}\""),
                format!("write SetTo(\"{id}\", \"{value}\") where it does, or leave the value out"),
            ));
        }
    }
}
