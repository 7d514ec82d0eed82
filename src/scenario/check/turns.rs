//! What can be done fits into a turn. An act that takes more minutes than any turn has could never be done, whatever
//! its condition says; a turn without minutes could not be played.

use super::Context;
use super::say::{advice, error, warning};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::calendar::Calendar;
use crate::scenario::ids::Symbol;
use crate::scenario::locate::{Finding, Place};
use crate::scenario::raw::{OpenTo, Reach, Stretch};

/// An act or a text that takes longer than any turn has.
pub const FITS_NO_TURN: Code = Code("D0226");
/// The last turn of a stretch is shorter than the others.
pub const UNEVEN: Code = Code("D0227");
/// The minutes of a turn can't be right.
pub const BAD_MINUTES: Code = Code("D0228");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    stretches(context, findings);
    let scenario = context.scenario;
    let top = Way::Top;
    let longest = longest(&context.compiled.tables.calendar);
    let at_night = scenario.arrivals.iter().map(|arrival| match arrival.reach {
        Reach::Interrupts(minutes) => i32::from(minutes),
        Reach::Waits => 0,
    });
    let longest_ever = at_night.max().unwrap_or(0).max(longest);
    let mut fits = |what: &str, id: &str, minutes: u16, longest: i32, place: Place| {
        if i32::from(minutes) > longest {
            findings.push(error(
                FITS_NO_TURN,
                place,
                format!("{what} \"{id}\" takes {minutes} minutes, and no turn has more than {longest}"),
                "let it take less, or give a turn more `minutes` or `late` ones",
            ));
        }
    };
    for (index, response) in scenario.responses.iter().enumerate() {
        let longest = if response.open == OpenTo::Anytime { longest_ever } else { longest };
        let list = top.field("responses");
        let place = || list.index(index).field("minutes").place();
        fits("the response", &response.id, response.minutes, longest, place());
    }
    for (index, name) in scenario.everyday.iter().enumerate() {
        if let Some(Symbol::Form(form)) = context.symbols.get(name)
            && let Some(form) = context.forms.get(form.index())
        {
            let list = top.field("everyday");
            fits("the everyday form", name, form.minutes, longest, list.index(index).place());
        }
    }
    for (index, arrival) in scenario.arrivals.iter().enumerate() {
        // What is spoken takes the minutes that there are.
        if !arrival.via.is_spoken() {
            let list = top.field("arrivals");
            let place = list.index(index).field("minutes").place();
            fits("the arrival", &arrival.id, arrival.minutes, longest_ever, place);
        }
    }
    for (index, case) in scenario.cases.iter().enumerate() {
        for (inner, document) in case.file.iter().enumerate() {
            let list = top.field("cases");
            let place = list.index(index).field("file").index(inner).field("minutes").place();
            fits("the document", &document.id, document.minutes, longest_ever, place);
        }
    }
}

/// The most minutes that any turn has, late ones included.
fn longest(calendar: &Calendar) -> i32 {
    calendar.turns.iter().map(|turn| turn.minutes + turn.late).max().unwrap_or(0)
}

fn stretches(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let calendar = &context.compiled.tables.calendar;
    for (index, stretch) in context.scenario.calendar.stretches.iter().enumerate() {
        let top = Way::Top.field("calendar");
        let list = top.field("stretches");
        let way = list.index(index);
        if let Stretch::Weeks { from, to, each, .. } = stretch {
            let weeks = i32::from(*to) - i32::from(*from) + 1;
            let each = i32::from(*each);
            if each == 0 {
                let place = way.field("each").place();
                findings.push(error(
                    BAD_MINUTES,
                    place,
                    "a turn of no weeks can't be played",
                    "write `each: 1`, or leave it out",
                ));
                continue;
            }
            if weeks % each != 0 {
                findings.push(advice(
                    UNEVEN,
                    way.field("each").place(),
                    format!(
                        "{weeks} weeks in turns of {each} leave a last turn of {}, with fewer minutes",
                        if weeks % each == 1 { "1 week".to_owned() } else { format!("{} weeks", weeks % each) }
                    ),
                    "leave it so if you mean it, or let the stretch hold whole turns",
                ));
            }
        }
        let turns = || calendar.turns.iter().filter(|turn| usize::from(turn.stretch) == index);
        if turns().any(|turn| turn.minutes <= 0) {
            findings.push(error(
                BAD_MINUTES,
                way.field("minutes").place(),
                "a turn of this stretch has no minutes to spend",
                "give it some: `minutes: 300` is five hours a week for this case",
            ));
            continue;
        }
        let open = |turn: &crate::scenario::calendar::Turn| -> i32 {
            let offices = &calendar.offices[usize::from(turn.first_office)..usize::from(turn.end_office)];
            offices.iter().map(|office| office.closes - office.opens).sum()
        };
        if let Some(turn) = turns().find(|turn| turn.minutes > open(turn)) {
            findings.push(warning(
                BAD_MINUTES,
                way.field("minutes").place(),
                format!(
                    "a turn of this stretch has {} minutes, and its office is open for {}",
                    turn.minutes,
                    open(turn)
                ),
                "lengthen its `hours`, or give it fewer minutes",
            ));
        }
    }
}
