//! A folder on another machine: no write-ahead log is used there, and the program says so.
//!
//! The shim says that every folder lies on NFS. What was written on a disk of one's own is carried to such a folder and
//! back again, and every note must be there each time.

use std::collections::BTreeSet;

use super::session::{self, Room, acknowledged, begin, resume, typed, whole_play};
use super::{Tally, look};

pub(crate) fn run(rounds: usize) {
    let mut tally = Tally::new("network");
    for round in 0..rounds {
        // In every other round it was a folder of one's own before.
        if let Err(why) = one(round % 2 == 1, &mut tally) {
            tally.fault(format!("round {round}: {why}"));
        }
    }
    tally.done(rounds);
}

fn one(own_before: bool, tally: &mut Tally) -> Result<(), String> {
    let (room, outside) = (Room::new(), Room::new());
    let calls = outside.path().join("calls");
    let mut next = 0;
    let mut wanted = BTreeSet::new();
    if own_before {
        let output = typed(room.program(&begin("1")), &whole_play(1, &mut next));
        wanted.extend(acknowledged(&session::out(&output)));
    }
    let far_away = |args: &[&str], lines: &[String]| {
        let mut command = room.shimmed(args);
        command.env("TORTURE_NETWORK", "1").env("TORTURE_CALLS", &calls);
        let output = typed(command, lines);
        let said = session::err(&output);
        if !output.status.success() || !said.contains("lies on another machine or in a shared folder (nfs)") {
            return Err(format!("{:?}: {said}", output.status));
        }
        Ok(acknowledged(&session::out(&output)))
    };
    let lines = whole_play(2, &mut next);
    wanted.extend(far_away(&begin("2"), &lines[..lines.len() / 2])?);
    // Looking at it from inside would turn it back: a copy is looked at.
    let run = look::look(&room.copy().data())?.runs.last().unwrap().entry.run.to_string();
    wanted.extend(far_away(&resume(&run), &lines[lines.len() / 2..])?);
    if wanted.len() != next as usize {
        return Err(format!("{} of {next} notes were acknowledged", wanted.len()));
    }
    let calls = std::fs::read_to_string(&calls).unwrap();
    let wrote_ahead = |line: &&str| {
        (line.starts_with("write ") || line.starts_with("mmap "))
            && (line.ends_with("-wal") || line.ends_with("-shm"))
    };
    if let Some(line) = calls.lines().find(wrote_ahead)
        && !own_before
    {
        return Err(format!("a write-ahead log is used: {line}"));
    }
    for ending in ["-wal", "-shm", "-journal"] {
        if room.data().join(format!("records.sqlite{ending}")).exists() {
            return Err(format!("there is a records.sqlite{ending}"));
        }
    }
    tally.tried += 1;
    tally.acknowledged += wanted.len();
    let found = look::look(&room.data())?;
    tally.lose(found.lost(&wanted), |lost| format!("notes {lost:?} are lost"));
    // Back on a disk of one's own.
    let output = typed(room.program(&begin("3")), &whole_play(1, &mut next));
    wanted.extend(acknowledged(&session::out(&output)));
    let found = look::look(&room.data())?;
    tally.lose(found.lost(&wanted), |lost| format!("notes {lost:?} are lost on the way back"));
    if found.mended() { Err(format!("taken for damaged: {:?}", found.said)) } else { Ok(()) }
}
