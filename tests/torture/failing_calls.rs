//! Every call to the system failing, one after the other: opening, reading, writing, truncating, syncing, renaming,
//! removing, locking, mapping, looking; as a failing disk, a full one, one that may not be written, and (for writes)
//! by doing only half. Once, and from then on for ever.
//!
//! Whatever fails, the program must not fall over, must say so if it can't save, and must go on in memory: `save FILE` at the
//! end writes all of the run to a place that does not fail. What it acknowledged as saved is there afterwards, and what
//! was there before still is. A run of the store that can't even be read can't be gone on with, and that is said.
//!
//! That the suite can fail: the same check, of a talk in which the file was not saved, must complain.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Output;

use defensible::run::logfile;

use super::session::{self, IN_MEMORY, Room, acknowledged, begin, resume, typed, whole_play};
use super::{Tally, look, on_threads, rot};

/// `EIO`, `ENOSPC`, `EACCES`, `EROFS`; 0 is a short write.
const ERRORS: [i32; 5] = [5, 28, 13, 30, 0];

/// What is done while calls fail.
struct Case {
    name: &'static str,
    /// The folder as it is before; nothing if it is not there yet.
    before: Option<Room>,
    args: Vec<String>,
    lines: Vec<String>,
    /// Notes that are there already.
    there: BTreeSet<u32>,
    /// Notes in the run that is gone on with.
    of_run: BTreeSet<u32>,
    /// Notes that are written now.
    written: BTreeSet<u32>,
    /// Every call that could fail, from a sitting in which none does.
    calls: Vec<String>,
    /// The file of records, if it is damaged.
    damaged: Option<Vec<u8>>,
}

/// A call that fails.
#[derive(Debug, Clone, Copy)]
struct Failing {
    call: usize,
    how: i32,
    forever: bool,
}

pub(crate) fn run(every: usize) {
    let cases = [first_time(), going_on(), mending()];
    let mut all: Vec<(&Case, Failing)> = Vec::new();
    for case in &cases {
        println!("failing calls, {}: {} calls", case.name, case.calls.len());
        for (index, call) in case.calls.iter().enumerate() {
            // Mending makes very many calls, most of them to read: two kinds of error do for it.
            let errors = if case.damaged.is_some() { &[5, 28, 0][..] } else { &ERRORS };
            for how in errors.iter().copied().filter(|how| *how != 0 || call.starts_with("write ")) {
                all.extend([false, true].map(|forever| (case, Failing { call: index + 1, how, forever })));
            }
        }
    }
    let all: Vec<&(&Case, Failing)> = all.iter().step_by(every).collect();
    // Much of it is waiting for locks that never come: more of it at once than there are processors.
    let parts = on_threads(32, |worker, workers| {
        let mut tally = Tally::new("failing calls");
        for (case, failing) in all.iter().skip(worker).step_by(workers) {
            try_one(case, *failing, &mut tally);
        }
        tally
    });
    let mut tally = Tally::new("failing calls");
    parts.into_iter().for_each(|part| tally.add(part));
    tally.done(all.len());
}

/// Into the log at the end, and away whatever is said of it.
fn with_end(mut lines: Vec<String>) -> Vec<String> {
    lines.extend(["save SAVED", "quit", "quit"].map(str::to_owned));
    lines
}

fn first_time() -> Case {
    let mut next = 0;
    let lines = whole_play(1, &mut next);
    let lines = with_end(lines[..lines.len() / 2].to_vec());
    let args = begin("8").into_iter().map(str::to_owned).collect();
    case("a new folder", None, args, lines, (BTreeSet::new(), BTreeSet::new()))
}

fn going_on() -> Case {
    let room = Room::new();
    let mut next = 1_000;
    typed(room.program(&begin("9")), &whole_play(1, &mut next));
    let lines = whole_play(1, &mut next);
    typed(room.program(&begin("8")), &lines[..lines.len() / 2]);
    let found = look::look(&room.data()).unwrap();
    let run = found.runs.last().unwrap();
    let of_run: BTreeSet<u32> = look::notes(&run.events).into_iter().collect();
    let args = resume(run.entry.run.as_str()).into_iter().map(str::to_owned).collect();
    let mut lines = session::notes(2, &mut next);
    lines.extend(["go", "inbox", "left"].map(str::to_owned));
    lines.extend(session::notes(2, &mut next));
    case("a run that is gone on with", Some(room), args, with_end(lines), (found.notes, of_run))
}

/// A damaged file, which is mended first.
fn mending() -> Case {
    let (room, run) = rot::damaged(3);
    let found = look::mended(&room.copy().data()).unwrap();
    let kept = found.runs.iter().find(|kept| kept.entry.run.as_str() == run).unwrap();
    let of_run = look::notes(&kept.events).into_iter().collect();
    let args = resume(&run).into_iter().map(str::to_owned).collect();
    let mut next = 2_000;
    let lines = with_end(session::notes(3, &mut next));
    case("a damaged file", Some(room), args, lines, (found.notes, of_run))
}

fn case(
    name: &'static str,
    before: Option<Room>,
    args: Vec<String>,
    lines: Vec<String>,
    (there, of_run): (BTreeSet<u32>, BTreeSet<u32>),
) -> Case {
    let written = lines.iter().filter_map(|line| session::number_of(line.strip_prefix("note ")?)).collect();
    let damaged = before.as_ref().filter(|before| look::look(&before.copy().data()).is_err());
    let damaged = damaged.map(|before| std::fs::read(before.records()).unwrap());
    let mut case = Case { name, before, args, lines, there, of_run, written, calls: Vec::new(), damaged };
    let (room, outside) = (case.room(), Room::new());
    let output = case.sit(&room, &outside, None);
    assert!(output.status.success(), "{}{}", session::out(&output), session::err(&output));
    let wrong = case.wrong(&output, &room, &outside);
    assert_eq!(wrong, Vec::<String>::new(), "while nothing fails: {}", session::out(&output));
    let calls = std::fs::read_to_string(outside.path().join("calls")).unwrap();
    case.calls = calls.lines().map(str::to_owned).collect();
    case
}

impl Case {
    fn room(&self) -> Room {
        self.before.as_ref().map_or_else(Room::new, Room::copy)
    }

    fn sit(&self, room: &Room, outside: &Room, failing: Option<Failing>) -> Output {
        let args: Vec<&str> = self.args.iter().map(String::as_str).collect();
        let mut command = room.shimmed(&args);
        command.current_dir(outside.path());
        match failing {
            Some(failing) => {
                command.env("TORTURE_FAIL", failing.call.to_string()).env("TORTURE_ERRNO", failing.how.to_string());
                if failing.forever {
                    command.env("TORTURE_FOREVER", "1");
                }
            }
            None => {
                command.env("TORTURE_CALLS", outside.path().join("calls"));
            }
        }
        typed(command, &self.lines)
    }

    /// What is not as it must be after a sitting.
    fn wrong(&self, output: &Output, room: &Room, outside: &Room) -> Vec<String> {
        let mut wrong = Vec::new();
        let (out, err) = (session::out(output), session::err(output));
        if output.status.code().is_none_or(|code| code > 2) || err.contains("panicked") {
            wrong.push(format!("it fell over: {:?}", output.status));
        }
        // Once it has been saved to a file, that may stand for the store: "Saved again. Nothing is lost."
        let before_saving = out.split_once("> save SAVED\n").map_or(&*out, |(before, _)| before);
        let (in_store, acknowledged) = (acknowledged(before_saving), acknowledged(&out));
        let refused = output.status.code() == Some(2) && self.before.is_some();
        if refused {
            // The run could not be read or locked: nothing was done, and it was said.
            if err.is_empty() || !acknowledged.is_empty() {
                wrong.push("it refuses, and does not say why".to_owned());
            }
        } else {
            let said = format!("{err}{out}");
            if !acknowledged.is_superset(&self.written) && !said.contains(IN_MEMORY) {
                wrong.push("something is not saved, and it does not say so".to_owned());
            }
            let in_file = saved(&outside.path().join("SAVED"));
            let wanted: BTreeSet<u32> = self.of_run.union(&self.written).copied().collect();
            if in_file != Ok(wanted) {
                wrong.push(format!("the saved file holds {in_file:?}"));
            }
        }
        if room.data().exists() || !acknowledged.is_empty() || !self.there.is_empty() {
            let aside = room.set_aside();
            let found = match &self.damaged {
                None => look::look(&room.data()),
                Some(damaged) => {
                    if *damaged != std::fs::read(room.records()).unwrap_or_default() && !aside.contains(damaged) {
                        wrong.push("the damaged file is written over".to_owned());
                    }
                    look::mended(&room.data())
                }
            };
            match found {
                Ok(found) => {
                    let lost = found.lost(&in_store);
                    if !lost.is_empty() {
                        wrong.push(format!("acknowledged notes {lost:?} are lost"));
                    }
                    let lost = found.lost(&self.there);
                    if !lost.is_empty() {
                        wrong.push(format!("notes {lost:?} of before are lost"));
                    }
                    if found.mended() && self.damaged.is_none() {
                        wrong.push(format!("taken for damaged afterwards: {:?}", found.said));
                    }
                }
                Err(why) => wrong.push(format!("afterwards: {why}")),
            }
        }
        wrong
    }
}

/// The notes in a log that was saved.
fn saved(file: &Path) -> Result<BTreeSet<u32>, String> {
    let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
    let log = logfile::read(&bytes).map_err(|fault| fault.to_string())?;
    if log.damage.is_some() { Err("damaged".to_owned()) } else { Ok(look::notes(&log.events).into_iter().collect()) }
}

fn try_one(case: &Case, failing: Failing, tally: &mut Tally) {
    let (room, outside) = (case.room(), Room::new());
    let output = case.sit(&room, &outside, Some(failing));
    let wrong = case.wrong(&output, &room, &outside);
    tally.tried += 1;
    tally.acknowledged += acknowledged(&session::out(&output)).len();
    if !wrong.is_empty() {
        tally.lost += usize::from(wrong.iter().any(|one| one.contains("are lost")));
        let call = &case.calls[failing.call - 1];
        tally.fault(format!("{}, {failing:?} ({call}): {}", case.name, wrong.join("; ")));
    }
}

/// Somebody who does not save loses something, and the check sees it.
pub(crate) fn without_saving() {
    let mut case = first_time();
    case.lines.retain(|line| line != "save SAVED");
    let (room, outside) = (case.room(), Room::new());
    let failing = Failing { call: case.calls.len() / 2, how: 28, forever: true };
    let output = case.sit(&room, &outside, Some(failing));
    let wrong = case.wrong(&output, &room, &outside);
    println!("failing calls, without saving: {wrong:?}");
    assert!(wrong.iter().any(|one| one.contains("the saved file holds")), "{wrong:?}");
}
