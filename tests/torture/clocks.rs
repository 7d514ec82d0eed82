//! Clocks that jump: years back and forth between two calls, and an hour when summer time begins and ends.
//!
//! The order of what is kept comes from sequence numbers, so all of it must be there and in order, whatever the dates
//! beside it say; and without a `--yes` nothing is ever removed, however old it seems.

use std::collections::BTreeSet;

use defensible::explore::Dice;

use super::session::{self, Room, acknowledged, begin, resume, typed, whole_play};
use super::{Tally, look};

const DAY: i64 = 86_400;

/// Schedules of what the clock says, call by call.
fn schedules(dice: &mut Dice) -> Vec<(&'static str, Vec<i64>)> {
    // In London, 2025: summer time ends on 26 October at 01:00 UTC, and begins on 30 March.
    let (autumn, spring) = (1_761_440_400, 1_743_296_400);
    let mut anywhere = || (0..200).map(|_| dice.below(4_000_000_000).try_into().unwrap()).collect();
    vec![
        ("years back and forth", (0..100).map(|n| 1_780_000_000 + (n % 7 - 3) * 365 * DAY).collect()),
        ("backwards all the time", (0..200).map(|n| 1_780_000_000 - n * 30 * DAY).collect()),
        ("the end of summer time", (0..200).map(|n| autumn - 1_800 + n * 30).collect()),
        ("an hour back at the end of summer time", (0..200).map(|n| autumn + n - (n % 2) * 3_600).collect()),
        ("the beginning of summer time", (0..200).map(|n| spring - 1_800 + n * 30).collect()),
        ("a clock that stands at its beginning", vec![0]),
        ("before 1970 and far ahead", vec![-DAY, 4_102_444_800, 0, 32_503_680_000, 1]),
        ("anywhere", anywhere()),
    ]
}

pub(crate) fn run(rounds: usize) {
    let mut tally = Tally::new("clocks");
    let mut dice = Dice::new(0xC10C);
    while tally.tried < rounds {
        for (name, times) in schedules(&mut dice) {
            round(name, &times, tally.tried, &mut tally);
        }
    }
    tally.done(rounds);
}

fn round(name: &str, times: &[i64], number: usize, tally: &mut Tally) {
    let room = Room::new();
    let times: Vec<String> = times.iter().map(i64::to_string).collect();
    let at_some_time = |args: &[&str]| {
        let mut command = room.shimmed(args);
        command.env("TORTURE_CLOCK", times.join(",")).env("TZ", "Europe/London");
        command
    };
    let here = |what: &str| format!("{name}, round {number}: {what}");
    let mut next = 0;
    let mut wanted = BTreeSet::new();
    let mut begun = Vec::new();
    for seed in ["1", "2"] {
        let lines = whole_play(1, &mut next);
        let half = typed(at_some_time(&begin(seed)), &lines[..lines.len() / 2]);
        wanted.extend(acknowledged(&session::out(&half)));
        let runs = match look::look(&room.data()) {
            Ok(found) => found.runs,
            Err(why) => return tally.fault(here(&why)),
        };
        let run = runs.last().unwrap().entry.run.to_string();
        let rest = typed(at_some_time(&resume(&run)), &lines[lines.len() / 2..]);
        wanted.extend(acknowledged(&session::out(&rest)));
        let more = typed(at_some_time(&resume(&run)), &session::notes(3, &mut next));
        wanted.extend(acknowledged(&session::out(&more)));
        for output in [half, rest, more] {
            if !output.status.success() || !output.stderr.is_empty() {
                tally.fault(here(&format!("{:?}: {}", output.status, session::err(&output))));
            }
        }
        begun.push(run);
    }
    for args in [
        &["records", "list"][..],
        &["records", "verify"],
        &["records", "purge", "--older-than", "1 day"],
        &["records", "purge", "--older-than", "1 day", "--format", "json"],
    ] {
        let output = typed(at_some_time(args), &[]);
        if output.status.code().is_none_or(|code| code > 1) {
            tally.fault(here(&format!("{args:?}: {}", session::err(&output))));
        }
    }
    tally.tried += 1;
    tally.acknowledged += wanted.len();
    match look::look(&room.data()) {
        Ok(found) => {
            tally.lose(found.lost(&wanted), |lost| here(&format!("notes {lost:?} are lost")));
            let order: Vec<String> = found.runs.iter().map(|run| run.entry.run.to_string()).collect();
            if order != begun {
                tally.fault(here(&format!("runs stand in another order: {order:?}")));
            }
            for run in &found.runs {
                if !look::notes(&run.events).is_sorted() {
                    tally.fault(here("notes stand in another order"));
                }
            }
            if found.mended() {
                tally.fault(here(&format!("taken for damaged: {:?}", found.said)));
            }
        }
        Err(why) => tally.fault(here(&why)),
    }
}
