//! A player that does nothing but answer what it is asked, at random. The cheapest way through a scenario.

use crate::run::command::Commitment;
use crate::run::engine::{Engine, Stop};
use crate::run::log::Log;
use crate::run::rng::Luck;
use crate::run::state::State;
use crate::scenario::ids::DecisionId;
use crate::scenario::tables::Tables;

use super::Dice;

/// Plays a scenario from its start to its end. Each decision is answered as soon as it is put, with one of its open
/// options (rankings and ratings: that option first or alone). `state` must be new or reset.
pub fn decide_at_random<L: Log>(tables: &Tables, state: &mut State, luck: &mut Luck, log: &mut L, dice: &mut Dice) {
    let mut engine = Engine::new(tables, state, luck, log);
    let mut stop = engine.begin();
    loop {
        if stop == Stop::Ended {
            return;
        }
        if engine.state.waiting > 0 {
            answer_all(&mut engine, dice);
        }
        stop = if engine.state.ended.is_some() {
            Stop::Ended
        } else if engine.state.work.hand != 0 {
            engine.resume()
        } else {
            engine.end_turn()
        };
    }
}

#[expect(clippy::cast_possible_truncation, reason = "there are at most 2,047 decisions")]
fn answer_all<L: Log>(engine: &mut Engine<'_, L>, dice: &mut Dice) {
    let tables = engine.tables;
    if engine.state.waiting == 1
        && let Some(id) = engine.asked_last()
    {
        answer(engine, id, dice);
        return;
    }
    for (index, row) in tables.decisions.iter().enumerate() {
        if !engine.state.has(row.waits) {
            continue;
        }
        answer(engine, DecisionId(index as u16), dice);
        if engine.state.waiting == 0 {
            return;
        }
    }
}

fn answer<L: Log>(engine: &mut Engine<'_, L>, id: DecisionId, dice: &mut Dice) {
    let open = engine.state.open_options(engine.tables, id);
    let choice = if open == 0 { None } else { Some(dice.bit(open)) };
    let choices = choice.as_slice();
    engine.commit(id, &Commitment { choices, taken: choices, levels: &[], cites: &[], words: None });
}
