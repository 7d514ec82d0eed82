//! What is called is called by something, and what is called has no date beside it.
//!
//! An arrival without `at` that nothing brings would be a scene that is silently missing; one with a date that something
//! brings as well would come twice. What is brought only by things that are never brought themselves is missing too, and
//! what brings itself at once, without a condition, would go on for ever.

use std::collections::BTreeMap;

use super::Context;
use super::reckon::is_nothing;
use super::say::{also, error};
use super::walk::{Of, Way, effects};
use crate::diag::Code;
use crate::scenario::ids::Symbol;
use crate::scenario::locate::{Finding, Place};
use crate::scenario::raw::{At, Effect};

/// Something called that nothing calls.
pub const NEVER_CALLED: Code = Code("D0232");
/// Something with a date that an effect brings as well.
pub const DATED_AND_CALLED: Code = Code("D0233");
/// Something brings itself, at once, for ever.
pub const ENDLESS: Code = Code("D0234");

/// Something that has an `at`.
struct Thing<'a> {
    at: &'a At,
    list: &'static str,
    index: usize,
    /// How it is called, in an effect.
    word: &'static str,
    has_condition: bool,
}

impl Thing<'_> {
    fn place(&self) -> Place {
        Way::Top.field(self.list).index(self.index).place()
    }
}

/// One effect that calls something.
struct Call<'a> {
    /// What it follows from; nothing if that is an act of the trainee's or a deadline.
    from: Option<&'a str>,
    to: &'a str,
    /// The how-manieth of all effects it is.
    nth: usize,
    /// It happens at once and whatever holds.
    certain: bool,
}

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let things = things(context);
    let calls = calls(context);
    let mut called: BTreeMap<&str, &Call<'_>> = BTreeMap::new();
    for call in calls.iter().filter(|call| call.from != Some(call.to)) {
        called.entry(call.to).or_insert(call);
    }
    let live = live(&things, &calls);
    for (id, thing) in &things {
        let Thing { at, word, .. } = thing;
        let what = context.symbols.get(id).map_or("it", Symbol::kind);
        match (called.get(id), at) {
            (None, At::Called) => findings.push(error(
                NEVER_CALLED,
                thing.place(),
                format!(
                    "nothing brings {} \"{id}\", which has no date",
                    what.replacen("an ", "the ", 1).replacen("a ", "the ", 1)
                ),
                format!("give it a date with `at`, or bring it with {word}(\"{id}\")"),
            )),
            (Some(call), At::Called) if !live.contains(id) => {
                let message = format!("\"{id}\" is brought only by what never comes itself");
                let help = "give one of them a date, or bring it from something that happens";
                findings.push(also(
                    error(NEVER_CALLED, thing.place(), message, help),
                    place_of(context, call),
                    "brought here",
                ));
            }
            (Some(call), at) if !matches!(at, At::Called) => {
                let finding = error(
                    DATED_AND_CALLED,
                    thing.place().field("at"),
                    format!("\"{id}\" has a time of its own, and {word}(\"{id}\") brings it as well"),
                    "leave out `at`, or that effect; what comes twice is two things",
                );
                findings.push(also(finding, place_of(context, call), "brought here"));
            }
            _ => {}
        }
    }
    endless(context, &things, &calls, findings);
}

/// Everything with an `at`, by name.
fn things<'a>(context: &Context<'a>) -> BTreeMap<&'a str, Thing<'a>> {
    let scenario = context.scenario;
    let mut things = BTreeMap::new();
    macro_rules! each {
        ($list:ident, $word:literal) => {
            for (index, thing) in scenario.$list.iter().enumerate() {
                let has_condition = thing.when.is_some();
                let list = stringify!($list);
                things.insert(thing.id.as_str(), Thing { at: &thing.at, list, index, word: $word, has_condition });
            }
        };
    }
    each!(arrivals, "Arrives");
    each!(decisions, "Poses");
    each!(drift, "Draws");
    each!(chances, "Draws");
    things
}

/// Every effect that calls something.
fn calls<'a>(context: &Context<'a>) -> Vec<Call<'a>> {
    let mut calls = Vec::new();
    let mut count = 0;
    effects(context.scenario, |of, effect, way| {
        let nth = count;
        count += 1;
        let (to, at_once) = match effect {
            Effect::Arrives(brought) => (&brought.arrival, is_nothing(&brought.after)),
            Effect::Poses(decision) => (decision, false),
            Effect::Draws(drawn) => (drawn, matches!(context.symbols.get(drawn), Some(Symbol::Drift(_)))),
            _ => return,
        };
        let from = match of {
            Of::Arrival(arrival) => Some(arrival.id.as_str()),
            Of::Drift(drift) => Some(drift.id.as_str()),
            Of::Chance(chance) => Some(chance.id.as_str()),
            Of::Option(decision, _) => Some(decision.id.as_str()),
            Of::Needed(arrival) => Some(arrival.id.as_str()),
            Of::Response(_) | Of::Deadline => None,
        };
        // Straight under `then`: neither in an `If` nor in a `Later`.
        let straight = matches!(way, Way::Index(Way::Field(Way::Index(Way::Field(Way::Top, _), _), _), _));
        let by_itself = matches!(of, Of::Arrival(_) | Of::Drift(_));
        let certain = at_once && straight && by_itself;
        calls.push(Call { from, to, nth, certain });
    });
    calls
}

/// Where a call names what it calls.
fn place_of(context: &Context<'_>, call: &Call<'_>) -> Place {
    let (mut count, mut place) = (0, Place::top());
    effects(context.scenario, |_, _, way| {
        if count == call.nth {
            place = way.index(0).place();
        }
        count += 1;
    });
    place
}

/// What can come at all, as far as calling goes.
fn live<'a>(things: &BTreeMap<&'a str, Thing<'a>>, calls: &[Call<'a>]) -> std::collections::BTreeSet<&'a str> {
    let mut live: std::collections::BTreeSet<&str> =
        things.iter().filter(|(_, thing)| !matches!(thing.at, At::Called)).map(|(id, _)| *id).collect();
    loop {
        let before = live.len();
        for call in calls {
            if call.from.is_none_or(|from| live.contains(from)) {
                live.insert(call.to);
            }
        }
        if live.len() == before {
            return live;
        }
    }
}

/// Rings of things without a condition that bring each other at once.
fn endless(
    context: &Context<'_>,
    things: &BTreeMap<&str, Thing<'_>>,
    calls: &[Call<'_>],
    findings: &mut Vec<Finding>,
) {
    let mut next: BTreeMap<&str, Vec<&Call<'_>>> = BTreeMap::new();
    for call in calls.iter().filter(|call| call.certain) {
        let free = |id: &str| things.get(id).is_some_and(|thing| !thing.has_condition);
        if let Some(from) = call.from.filter(|from| free(from) && free(call.to)) {
            next.entry(from).or_default().push(call);
        }
    }
    let mut done: Vec<&str> = Vec::new();
    for start in next.keys().copied() {
        if done.contains(&start) {
            continue;
        }
        // Everything that `start` brings, in the order in which it is found.
        let mut reached: Vec<&Call<'_>> = Vec::new();
        let mut at = start;
        let mut look_next = 0;
        loop {
            for call in next.get(at).into_iter().flatten() {
                if !reached.iter().any(|known| known.to == call.to) {
                    reached.push(call);
                }
            }
            let Some(call) = reached.get(look_next) else { break };
            at = call.to;
            look_next += 1;
        }
        if let Some(call) = reached.iter().find(|call| call.to == start) {
            done.extend(reached.iter().map(|call| call.to));
            findings.push(error(
                ENDLESS,
                place_of(context, call),
                format!("\"{start}\" brings itself, at once and always: it would never end"),
                "put a wait or a condition between",
            ));
        }
    }
}
