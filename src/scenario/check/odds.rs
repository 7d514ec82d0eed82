//! Odds lie between 0 and 1, whatever shifts them, and outcomes that exclude each other come to at most 1. A chance says
//! either `odds` and `then`, or `outcomes`.

use super::Context;
use super::say::{error, odds as written, warning};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::Finding;
use crate::scenario::raw::{Odds, Shift};

/// Odds below 0 or above 1.
pub const NO_ODDS: Code = Code("D0249");
/// Outcomes that exclude each other come to more than 1.
pub const OVER_ONE: Code = Code("D0250");
/// A chance with both odds and outcomes, or with neither.
pub const ONE_OR_THE_OTHER: Code = Code("D0251");
/// Shifts lead below 0 or above 1, where odds are held.
pub const HELD: Code = Code("D0252");
/// Something with odds that always or never happens.
pub const NO_CHANCE: Code = Code("D0253");

/// The lowest and the highest that shifts can lead to.
fn reach(odds: Odds, shifts: &[Shift]) -> (i32, i32) {
    let (mut low, mut high) = (odds.0, odds.0);
    for shift in shifts {
        low = low.saturating_add(shift.by.0.min(0));
        high = high.saturating_add(shift.by.0.max(0));
    }
    (low, high)
}

/// Looks at odds with their shifts. True if the odds themselves are sound.
fn look_at(what: &str, odds: Odds, shifts: &[Shift], way: &Way<'_>, findings: &mut Vec<Finding>) -> bool {
    let place = || way.field("odds").place();
    if !(0..=Odds::ONE).contains(&odds.0) {
        let message = format!("{what} has odds of {}", written(odds.0));
        findings.push(error(NO_ODDS, place(), message, "write odds between 0 and 1: 0.25 is one time in four"));
        return false;
    }
    for (index, _) in shifts.iter().enumerate().filter(|(_, shift)| shift.by.0 == 0) {
        let place = way.field("shifts").index(index).field("by").place();
        findings.push(warning(
            NO_CHANCE,
            place,
            "this shift changes nothing",
            "take it out, or write how much it shifts",
        ));
    }
    let (low, high) = reach(odds, shifts);
    if high <= 0 {
        findings.push(error(
            NO_CHANCE,
            place(),
            format!("{what} can never happen"),
            "give it odds above 0, or take it out",
        ));
    } else if low >= Odds::ONE {
        let message = format!("{what} always happens, so it is no chance");
        findings.push(warning(
            NO_CHANCE,
            place(),
            message,
            "make it a drift, or an ending without odds; or lower the odds",
        ));
    } else if low < 0 || high > Odds::ONE {
        let (sum, bound) = if low < 0 { (low, 0) } else { (high, Odds::ONE) };
        let way_it_goes = if low < 0 { "lower" } else { "raise" };
        findings.push(warning(
            HELD,
            way.field("shifts").place(),
            format!(
                "with every shift that can {way_it_goes} them, the odds of {what} come to {}, and are held at {}",
                written(sum),
                written(bound)
            ),
            "let the shifts be smaller, so that each of them counts",
        ));
    }
    true
}

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    let top = Way::Top;
    for (index, chance) in scenario.chances.iter().enumerate() {
        let list = top.field("chances");
        let way = list.index(index);
        let what = format!("the chance \"{}\"", chance.id);
        let plain = chance.odds.is_some() || !chance.then.is_empty() || !chance.shifts.is_empty();
        if plain && !chance.outcomes.is_empty() {
            findings.push(error(
                ONE_OR_THE_OTHER,
                way.field("outcomes").place(),
                format!("{what} has outcomes, and odds or effects of its own beside them"),
                "make of those one more outcome, or leave the outcomes out",
            ));
            continue;
        }
        if chance.odds.is_none() && chance.outcomes.is_empty() {
            findings.push(error(
                ONE_OR_THE_OTHER,
                way.field("odds").place(),
                format!("{what} has neither odds nor outcomes"),
                "write `odds: 0.25, then: [..]`; what is certain is a drift",
            ));
            continue;
        }
        if let Some(odds) = chance.odds {
            look_at(&what, odds, &chance.shifts, &way, findings);
        }
        let mut sound = true;
        for (index, outcome) in chance.outcomes.iter().enumerate() {
            let list = way.field("outcomes");
            let what = format!("the outcome \"{}\"", outcome.id);
            sound &= look_at(&what, outcome.odds, &outcome.shifts, &list.index(index), findings);
        }
        let sum: i32 = chance.outcomes.iter().map(|outcome| outcome.odds.0).fold(0, i32::saturating_add);
        let most = chance.outcomes.iter().map(|outcome| reach(outcome.odds, &outcome.shifts).1);
        let most = most.fold(0, i32::saturating_add);
        if sound && sum > Odds::ONE {
            findings.push(error(
                OVER_ONE,
                way.field("outcomes").place(),
                format!("the outcomes of {what} come to {} in all, and exclude each other", written(sum)),
                "let them come to at most 1; what is left is that nothing happens",
            ));
        } else if sound && most > Odds::ONE {
            findings.push(warning(
                HELD,
                way.field("outcomes").place(),
                format!("with every shift that can raise them, the outcomes of {what} come to {}", written(most)),
                "let the shifts be smaller: past 1, the last outcomes lose what the first gain",
            ));
        }
    }
    for (index, ending) in scenario.endings.iter().enumerate() {
        if let Some(odds) = ending.odds {
            let list = top.field("endings");
            look_at(&format!("the ending \"{}\"", ending.id), odds, &[], &list.index(index), findings);
        }
    }
}
