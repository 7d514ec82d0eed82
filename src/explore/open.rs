//! What is open now, asked fast: the questions that a player asks of a state many times in a play.
//!
//! `run::decide` has the last word on every command; hardly anything that is said to be open here is refused there.

use crate::run::decide;
use crate::run::open::Left;
use crate::run::state::State;
use crate::scenario::ids::{ArrivalId, CaseId, DecisionId, DocumentId, ItemId, PersonId, ResponseId};
use crate::scenario::model::Scenario;
use crate::scenario::tables::{Again, ArrivalRow, Bit, By, Tables};

/// A short number; check refuses over 2,047 ids.
#[expect(clippy::cast_possible_truncation, reason = "check refuses over 2,047 ids")]
pub const fn short(n: usize) -> u16 {
    n as u16
}

/// Every item, arrivals first, in the order of their numbers.
pub fn items(tables: &Tables) -> impl Iterator<Item = ItemId> + use<> {
    let (arrivals, documents) = (tables.arrivals.len(), tables.documents.len());
    let arrivals = (0..arrivals).map(|at| ItemId::Arrival(ArrivalId(short(at))));
    arrivals.chain((0..documents).map(|at| ItemId::Document(DocumentId(short(at)))))
}

/// The item of a number: arrivals first, documents after them.
#[must_use]
pub fn item(tables: &Tables, number: usize) -> ItemId {
    item_of(tables.arrivals.len(), number)
}

/// The same, where only the number of arrivals is at hand.
#[must_use]
pub const fn item_of(arrivals: usize, number: usize) -> ItemId {
    match number.checked_sub(arrivals) {
        Some(at) => ItemId::Document(DocumentId(short(at))),
        None => ItemId::Arrival(ArrivalId(short(number))),
    }
}

/// Minutes that can still be spent in this turn, late ones included; out of hours, those that an interruption gives.
#[must_use]
pub fn minutes_left(tables: &Tables, state: &State) -> i32 {
    if state.window > 0 {
        return state.window;
    }
    state.minutes_left(tables).map_or(0, Left::longest)
}

/// Whether the trainee is at the desk with nothing in hand.
#[must_use]
pub const fn is_free(state: &State) -> bool {
    state.window == 0 && state.work.hand == 0
}

/// Whether an item lies there unread and there are the minutes to read it.
#[must_use]
pub fn can_read(tables: &Tables, state: &State, item: ItemId, left: i32) -> bool {
    match item {
        ItemId::Arrival(id) => {
            let row = &tables.arrivals[id.index()];
            row.minutes <= left
                && state.has(row.seen)
                && unread(state, row)
                && (is_free(state) || state.interrupted_by == Some(id))
        }
        ItemId::Document(id) => {
            let row = &tables.documents[id.index()];
            row.minutes <= left && is_free(state) && state.has(row.seen) && !state.has(row.opened)
        }
    }
}

fn unread(state: &State, row: &ArrivalRow) -> bool {
    if row.most <= 1 {
        return !state.has(row.opened);
    }
    let came = state.number(row.came).unsigned_abs().min(row.most);
    (0..came).any(|nth| !state.has(Bit(row.opened_first.0 + nth)))
}

/// Whether a response can be done now. `left` are the minutes that are left.
#[must_use]
pub fn can_do(scenario: &Scenario, state: &State, response: ResponseId, left: i32) -> bool {
    let tables = scenario.tables();
    let row = &tables.responses[response.index()];
    row.minutes <= left
        && !(row.again == Again::Once && state.has(row.done))
        && state.holds(tables, row.when)
        && decide::response_open(scenario, state, response).is_ok()
}

/// Whether the trainee knows of a person.
#[must_use]
pub fn knows(tables: &Tables, state: &State, who: PersonId) -> bool {
    state.holds(tables, tables.people_known[who.index()])
}

/// A decision that must be answered before anything else.
#[must_use]
pub fn at_once(tables: &Tables, state: &State) -> Option<DecisionId> {
    if state.waiting == 0 {
        return None;
    }
    let at = tables.decisions.iter().position(|row| row.by == By::AtOnce && state.has(row.waits))?;
    Some(DecisionId(short(at)))
}

/// Cases that are on the desk.
pub fn cases<'t>(tables: &'t Tables, state: &'t State) -> impl Iterator<Item = CaseId> + 't {
    let on_the_desk = tables.cases.iter().enumerate().filter(|(_, row)| state.has(row.allocated));
    on_the_desk.map(|(at, _)| CaseId(short(at)))
}
