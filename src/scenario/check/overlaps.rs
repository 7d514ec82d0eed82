//! A wait is over before the same wait can start again. There is one place for each `Arrives` and `Later` of the file:
//! started a second time while it runs, it would go on as it was, and the second answer would be lost.
//!
//! Looked at: responses that can be done again, and whatever comes each day or week; and what these bring, as far as it
//! is called by them. Two different things that bring the same one are left to exploration, which sees whether both can
//! happen.

use super::Context;
use super::dates::moments;
use super::reckon::{Desk, desk, ends};
use super::say::{also, error, wait as written};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::calendar::{Calendar, Minute, NEVER};
use crate::scenario::ids::Symbol;
use crate::scenario::locate::{Finding, Place};
use crate::scenario::raw::{At, Effect, Moment, OpenTo, Repeat, Wait};

/// A wait can be started again while it runs.
pub const OVERLAPS: Code = Code("D0231");

/// Days that are tried as the day on which something starts.
const MOST_DAYS: usize = 400;
/// How far what brings what is followed.
const DEEPEST: usize = 8;

/// What comes again and again.
struct Again<'a> {
    /// "the response", "the drift".
    what: &'static str,
    id: &'a str,
    /// Where it says how often.
    place: Place,
    how: How<'a>,
}

enum How<'a> {
    Done { after: Option<&'a Wait>, minutes: Minute, office: bool },
    Dated(Vec<Minute>),
}

impl Again<'_> {
    /// Whether it can come again before this wait is over. `answers` if an arrival ends the wait: one that is due on a
    /// closed day comes when the office opens.
    fn overlaps(&self, calendar: &Calendar, wait: &Wait, answers: bool) -> bool {
        let over = |from: Minute| {
            let end = ends(calendar, wait, from).1.min(calendar.ends());
            let day = Calendar::day(end);
            if answers && end > from && !calendar.is_open(day) { calendar.next_opening(day) } else { end }
        };
        match &self.how {
            // After its own wait, or the longest that it may be, it is always over.
            How::Done { after: Some(after), .. } if *after == longest(wait) => false,
            How::Done { after, minutes, office } => calendar.offices.iter().take(MOST_DAYS).any(|day| {
                [day.opens, day.closes].into_iter().any(|from| {
                    let mut again = after.map_or(from, |after| ends(calendar, after, from).0).max(from + minutes);
                    if *office && desk(calendar, again) != Desk::Open {
                        let mut opens = calendar.offices.iter().map(|office| office.opens);
                        again = opens.find(|opens| *opens >= again).unwrap_or(NEVER);
                    }
                    again < over(from)
                })
            }),
            How::Dated(minutes) => minutes.windows(2).any(|pair| over(pair[0]) > pair[1]),
        }
    }

    fn finding(&self, wait: &Wait, place: Place) -> Finding {
        let Self { what, id, .. } = self;
        let help = match self.how {
            How::Done { .. } => {
                format!("write `repeat: After({})` on \"{id}\", or shorten this wait", written(longest(wait)))
            }
            How::Dated(_) => "shorten the wait, or let it come less often".to_owned(),
        };
        let message = format!(
            "{what} \"{id}\" can come round again before {} is over, and that time would be lost",
            written(wait)
        );
        also(error(OVERLAPS, place, message, help), self.place.clone(), "this says how soon it comes round")
    }
}

/// The longest that a wait may be.
fn longest(wait: &Wait) -> &Wait {
    match wait {
        Wait::Between(_, high) => longest(high),
        wait => wait,
    }
}

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    let calendar = &context.compiled.tables.calendar;
    let top = Way::Top;
    for (index, response) in scenario.responses.iter().enumerate() {
        let after = match &response.repeat {
            Repeat::Once => continue,
            Repeat::Anytime => None,
            Repeat::After(wait) => Some(wait),
        };
        let list = top.field("responses");
        let way = list.index(index);
        let again = Again {
            what: "the response",
            id: &response.id,
            place: way.field("repeat").place(),
            how: How::Done {
                after,
                minutes: Minute::from(response.minutes),
                office: response.open == OpenTo::Office,
            },
        };
        look_at(context, &again, &response.then, &way.field("then"), 0, findings);
    }
    let dated = |at: &At, minute: fn(&Calendar, Moment) -> Minute| {
        let minutes: Vec<Minute> = moments(at).map(|moment| minute(calendar, moment)).collect();
        (minutes.len() > 1).then_some(How::Dated(minutes))
    };
    for (index, arrival) in scenario.arrivals.iter().enumerate() {
        if let Some(how) = dated(&arrival.at, Calendar::opening_of) {
            let list = top.field("arrivals");
            let way = list.index(index);
            let again = Again { what: "the arrival", id: &arrival.id, place: way.field("at").place(), how };
            look_at(context, &again, &arrival.then, &way.field("then"), 0, findings);
        }
    }
    for (index, drift) in scenario.drift.iter().enumerate() {
        if let Some(how) = dated(&drift.at, Calendar::start_of) {
            let list = top.field("drift");
            let way = list.index(index);
            let again = Again { what: "the drift", id: &drift.id, place: way.field("at").place(), how };
            look_at(context, &again, &drift.then, &way.field("then"), 0, findings);
        }
    }
    for (index, chance) in scenario.chances.iter().enumerate().filter(|(_, chance)| chance.again) {
        if let Some(how) = dated(&chance.at, Calendar::start_of) {
            let list = top.field("chances");
            let way = list.index(index);
            let again = Again { what: "the chance", id: &chance.id, place: way.field("at").place(), how };
            look_at(context, &again, &chance.then, &way.field("then"), 0, findings);
            for (index, outcome) in chance.outcomes.iter().enumerate() {
                let then = &outcome.then;
                look_at(context, &again, then, &way.field("outcomes").index(index).field("then"), 0, findings);
            }
        }
    }
}

/// Looks at effects that come as often as `again` does, and at those of what they bring.
fn look_at(
    context: &Context<'_>,
    again: &Again<'_>,
    effects: &[Effect],
    way: &Way<'_>,
    depth: usize,
    findings: &mut Vec<Finding>,
) {
    if depth > DEEPEST {
        return;
    }
    let calendar = &context.compiled.tables.calendar;
    let scenario = context.scenario;
    let top = Way::Top;
    super::walk::within(effects, way, &mut |effect, way| {
        let (wait, place, answers) = match effect {
            Effect::Arrives(brought) => {
                if let Some(Symbol::Arrival(id)) = context.symbols.get(&brought.arrival) {
                    let index = context.symbols.arrivals[id.index()].index();
                    let list = top.field("arrivals");
                    let then = &scenario.arrivals[index].then;
                    look_at(context, again, then, &list.index(index).field("then"), depth + 1, findings);
                }
                (&brought.after, way.index(1), true)
            }
            Effect::Later { after, .. } => (after, way.field("after"), false),
            Effect::Draws(drawn) => {
                match context.symbols.get(drawn) {
                    Some(Symbol::Drift(id)) => {
                        let index = context.symbols.drift[id.index()].index();
                        let list = top.field("drift");
                        let then = &scenario.drift[index].then;
                        look_at(context, again, then, &list.index(index).field("then"), depth + 1, findings);
                    }
                    Some(Symbol::Chance(id)) => {
                        let index = context.symbols.chances[id.index()].index();
                        let chance = &scenario.chances[index];
                        let list = top.field("chances");
                        let way = list.index(index);
                        if chance.again {
                            look_at(context, again, &chance.then, &way.field("then"), depth + 1, findings);
                            for (index, outcome) in chance.outcomes.iter().enumerate() {
                                let outcomes = way.field("outcomes");
                                let way = outcomes.index(index);
                                look_at(context, again, &outcome.then, &way.field("then"), depth + 1, findings);
                            }
                        }
                    }
                    _ => {}
                }
                return;
            }
            _ => return,
        };
        if again.overlaps(calendar, wait, answers) {
            let finding = again.finding(wait, place.place());
            if !findings.iter().any(|known| known.code == OVERLAPS && known.place == finding.place) {
                findings.push(finding);
            }
        }
    });
}
