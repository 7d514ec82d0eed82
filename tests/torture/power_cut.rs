//! The power goes: nothing that was acknowledged may be lost.
//!
//! Sittings at the real program are traced by the shim: several runs begun, left, gone on with, one of them killed, with
//! enough commits that SQLite's journal is carried over in the middle of it. At cuts all through the trace, between
//! any two operations and inside one, a folder is made up as the disk could have left it ([`disk`](super::disk)). It
//! must open, prove itself, play again, and hold every note that had been acknowledged by then; each run must be a
//! beginning of what it became. At every fiftieth cut the program itself comes back there, under the shim, and the power
//! goes once more.
//!
//! The same while a damaged file is mended.
//!
//! That the suite can fail: the same with syncs that are only pretended (of the journal, of the file, of the folder) must lose
//! notes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use defensible::explore::Dice;
use defensible::run::event::Event;
use defensible::store::ids::RunId;

use super::disk::{Cut, Disk};
use super::session::{self, Room, acknowledged, begin, going_on, resume, typed, whole_play};
use super::trace::{self, Op};
use super::{Tally, look, rot, shim, workers};

/// What was recorded: what was done, and what came of it.
struct Recorded {
    root: std::path::PathBuf,
    ops: Vec<Op>,
    /// The runs as they were at the end.
    runs: BTreeMap<RunId, Vec<Event>>,
}

/// Cuts of one recording: no more, so that many differ.
const CUTS: usize = 1_000;

pub(crate) fn run(cuts: usize) {
    let mut tally = Tally::new("power cut");
    for (number, first) in (0..cuts).step_by(CUTS).enumerate() {
        let recorded = record(number as u64, None).unwrap();
        if number == 0 {
            tally.add(first_steps(&recorded));
        }
        tally.add(cut(&recorded, number as u64, CUTS.min(cuts - first), true));
    }
    tally.done(cuts);
}

/// The folder and the file are made: a few steps among thousands, so that random cuts hardly meet them. Each of them,
/// with all that was written on the disk (as after a SIGKILL) and with nothing but what was synced.
fn first_steps(recorded: &Recorded) -> Tally {
    const STEPS: usize = 150;
    let mut tally = Tally::new("power cut");
    let (mut disk, mut shown) = (Disk::new(&recorded.root), Shown::default());
    for (point, op) in recorded.ops.iter().take(STEPS).enumerate() {
        for cut in [Cut::Everything, Cut::Nothing] {
            let here = Here { seed: 0, number: 0, point };
            let mut dice = Dice::new(point as u64);
            look_after(&disk, (cut, &shown.acknowledged()), &recorded.runs, &here, &mut dice, &mut tally);
        }
        disk.apply(op);
        shown.see(op);
    }
    tally
}

/// The power goes while a damaged file is mended: in steps that can be broken off anywhere.
pub(crate) fn mending(cuts: usize) {
    /// Cuts of one damaged file.
    const EACH: usize = 25;
    let parts = workers(|worker, workers| {
        let mut tally = Tally::new("power cut while mending");
        for seed in (worker..cuts.div_ceil(EACH)).step_by(workers) {
            mend_and_cut(seed as u64, EACH, &mut tally);
        }
        tally
    });
    let mut tally = Tally::new("power cut while mending");
    parts.into_iter().for_each(|part| tally.add(part));
    tally.done(cuts);
}

fn mend_and_cut(seed: u64, cuts: usize, tally: &mut Tally) {
    let (room, run) = rot::damaged(seed);
    let damaged = std::fs::read(room.records()).unwrap();
    let before = Disk::holding(room.path(), room.path());
    let brought_over = look::mended(&room.copy().data()).unwrap().notes;
    let outside = Room::new();
    let trace = outside.path().join("trace");
    let mut command = room.shimmed(&resume(&run));
    command.env("TORTURE_TRACE", &trace);
    let mut next = 5_000;
    let output = typed(command, &session::notes(3, &mut next));
    let ops = trace::read(&trace);
    let mut dice = Dice::new(seed ^ 0x3E2D);
    if !output.status.success() || acknowledged(&session::out(&output)).len() != 3 {
        return tally.fault(format!("damaged file {seed}: not gone on with: {}", session::err(&output)));
    }
    for number in 0..cuts {
        let (mut disk, mut shown) = (before.clone(), Shown::default());
        let point = dice.below(ops.len() + 1);
        for op in &ops[..point] {
            disk.apply(op);
            shown.see(op);
        }
        let after = Room::new();
        let cut = Cut::any(&mut dice, disk.pending());
        disk.after(cut, &mut dice, after.path());
        let here =
            |what: &str| format!("damaged file {seed}, cut {number} before operation {point} ({cut:?}): {what}");
        let wanted: BTreeSet<u32> = brought_over.union(&shown.acknowledged()).copied().collect();
        tally.tried += 1;
        tally.acknowledged += wanted.len();
        let as_it_was = std::fs::read(after.records()).ok().as_ref() == Some(&damaged);
        if !as_it_was && !after.set_aside().contains(&damaged) {
            tally.fault(here("the damaged file is nowhere any more"));
        }
        match look::mended(&after.data()) {
            Ok(found) => tally.lose(found.lost(&wanted), |lost| here(&format!("notes {lost:?} are lost"))),
            Err(why) => tally.fault(here(&why)),
        }
    }
}

/// Where a sync that is only pretended must cost something.
pub(crate) fn lies() {
    for lie in ["-wal", "/records.sqlite", "/data", "/"] {
        let tally = match record(7, Some(lie)) {
            Ok(recorded) => cut(&recorded, 7, 200, false),
            Err(why) => panic!("{lie}: {why}"),
        };
        println!("power cut, no sync of ..{lie}: {}", tally.line());
        assert!(tally.lost + tally.faults.len() > 0, "without a sync of {lie} nothing is lost: the suite can't fail");
    }
}

/// Sittings, one after the other, in one folder.
fn record(seed: u64, lie: Option<&str>) -> Result<Recorded, String> {
    let (room, outside) = (Room::new(), Room::new());
    let trace = outside.path().join("trace");
    let mut dice = Dice::new(seed);
    let mut next = 0;
    let sit = |args: &[&str], lines: &[String]| {
        let mut command = room.shimmed(args);
        command.env("TORTURE_TRACE", &trace);
        if let Some(lie) = lie {
            command.env("TORTURE_LIE", lie);
        }
        let output = typed(command, lines);
        assert!(output.status.success(), "{}{}", session::out(&output), session::err(&output));
    };
    // To the end; then another, left at the desk, and gone on with twice.
    sit(&begin(&seed.to_string()), &whole_play(2, &mut next));
    let lines = whole_play(1, &mut next);
    sit(&begin("9"), &lines[..lines.len() / 2]);
    // Looking at it from here would change it behind the trace's back: the name of the run comes from a copy.
    let run = look::look(&room.copy().data())?.runs.last().unwrap().entry.run.to_string();
    for _ in 0..2 {
        sit(&resume(&run), &going_on(6, &mut next, &mut dice));
    }
    // A long one, so that the journal is carried over in the middle; and one that is killed.
    sit(&resume(&run), &session::notes(300, &mut next));
    kill(&room, &trace, lie, &run, &session::notes(40, &mut next));
    sit(&resume(&run), &going_on(4, &mut next, &mut dice));
    let ops = trace::read(&trace);
    let found = look::look(&room.data())?;
    let runs = found.runs.into_iter().map(|kept| (kept.entry.run, kept.events)).collect();
    Ok(Recorded { root: room.path().to_owned(), ops, runs })
}

/// A sitting that is killed when half of its lines have been answered.
fn kill(room: &Room, trace: &Path, lie: Option<&str>, run: &str, lines: &[String]) {
    use std::io::{BufRead as _, Write as _};
    let mut command = room.shimmed(&resume(run));
    command.env("TORTURE_TRACE", trace);
    if let Some(lie) = lie {
        command.env("TORTURE_LIE", lie);
    }
    let mut child = command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().unwrap();
    child.stdin.as_mut().unwrap().write_all(session::text(lines).as_bytes()).unwrap();
    let mut out = std::io::BufReader::new(child.stdout.take().unwrap()).lines();
    let kept = out.by_ref().map_while(Result::ok).filter(|line| line == "Kept.").take(lines.len() / 2);
    assert_eq!(kept.count(), lines.len() / 2);
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Cuts all through a recording, and looks at what is left.
fn cut(recorded: &Recorded, seed: u64, cuts: usize, again: bool) -> Tally {
    let mut points: Vec<usize> = {
        let mut dice = Dice::new(seed ^ 0xC07);
        (0..cuts).map(|_| dice.below(recorded.ops.len() + 1)).collect()
    };
    points.sort_unstable();
    let parts = workers(|worker, workers| {
        let mut tally = Tally::new("power cut");
        let mut disk = Disk::new(&recorded.root);
        let mut shown = Shown::default();
        let mut at = 0;
        for (number, point) in points.iter().enumerate().skip(worker).step_by(workers) {
            for op in &recorded.ops[at..*point] {
                disk.apply(op);
                shown.see(op);
            }
            at = *point;
            let mut dice = Dice::new(seed.wrapping_mul(1_000_003) ^ number as u64);
            let here = Here { seed, number, point: *point };
            let cut = Cut::any(&mut dice, disk.pending());
            look_after(&disk, (cut, &shown.acknowledged()), &recorded.runs, &here, &mut dice, &mut tally);
            if again && number % 50 == 0 {
                come_back(&disk, &shown.acknowledged(), &here, &mut dice, &mut tally);
            }
        }
        tally
    });
    let mut tally = Tally::new("power cut");
    parts.into_iter().for_each(|part| tally.add(part));
    tally
}

/// Which cut it is, to find it again.
struct Here {
    seed: u64,
    number: usize,
    point: usize,
}

impl Here {
    fn say(&self, cut: Cut, what: &str) -> String {
        format!("recording {}, cut {} before operation {} ({cut:?}): {what}", self.seed, self.number, self.point)
    }
}

/// What was shown so far.
#[derive(Default)]
struct Shown {
    /// Acknowledged by those who have ended.
    before: BTreeSet<u32>,
    now: Vec<u8>,
}

impl Shown {
    fn see(&mut self, op: &Op) {
        match op {
            Op::Started { .. } => {
                self.before = self.acknowledged();
                self.now.clear();
            }
            Op::Shown { text, .. } => self.now.extend(text),
            _ => {}
        }
    }

    fn acknowledged(&self) -> BTreeSet<u32> {
        let mut all = acknowledged(&String::from_utf8_lossy(&self.now));
        all.extend(&self.before);
        all
    }
}

fn look_after(
    disk: &Disk,
    (cut, acknowledged): (Cut, &BTreeSet<u32>),
    runs: &BTreeMap<RunId, Vec<Event>>,
    here: &Here,
    dice: &mut Dice,
    tally: &mut Tally,
) {
    let after = Room::new();
    disk.after(cut, dice, after.path());
    tally.tried += 1;
    tally.acknowledged += acknowledged.len();
    if !after.data().exists() && acknowledged.is_empty() {
        return;
    }
    match look::look(&after.data()) {
        Ok(found) => {
            tally.lose(found.lost(acknowledged), |lost| here.say(cut, &format!("notes {lost:?} are lost")));
            if found.mended() {
                tally.fault(here.say(cut, &format!("taken for damaged: {:?}", found.said)));
            }
            for run in &found.runs {
                let whole = runs.get(&run.entry.run);
                if !whole.is_some_and(|whole| whole.starts_with(&run.events)) {
                    tally.fault(here.say(cut, &format!("{} is no beginning of what it became", run.entry.run)));
                }
            }
        }
        Err(why) => tally.fault(here.say(cut, &why)),
    }
}

/// The program comes back after a cut, somebody goes on, and the power goes again.
fn come_back(disk: &Disk, before: &BTreeSet<u32>, here: &Here, dice: &mut Dice, tally: &mut Tally) {
    let (room, outside) = (Room::new(), Room::new());
    let cut = Cut::any(dice, disk.pending());
    disk.after(cut, dice, room.path());
    if !room.data().exists() {
        return;
    }
    let run = match look::look(&room.copy().data()) {
        Ok(found) => found.runs.into_iter().find(|run| !run.entry.over).map(|run| run.entry.run.to_string()),
        Err(why) => return tally.fault(here.say(cut, &why)),
    };
    let trace = outside.path().join("trace");
    let mut again = Disk::holding(room.path(), room.path());
    let mut next = 900_000;
    let lines = session::notes(5, &mut next);
    let mut command = match &run {
        Some(run) => room.shimmed(&resume(run)),
        None => room.shimmed(&begin("3")),
    };
    command.env("TORTURE_TRACE", &trace);
    let lines = if run.is_some() { lines } else { [vec![String::new(), String::new()], lines].concat() };
    let output = typed(command, &lines);
    if !output.status.success() {
        return tally.fault(here.say(cut, &format!("the program does not come back: {}", session::err(&output))));
    }
    let ops = trace::read(&trace);
    let mut shown = Shown { before: before.clone(), now: Vec::new() };
    let point = dice.below(ops.len() + 1);
    for op in &ops[..point] {
        again.apply(op);
        shown.see(op);
    }
    let after = shim::room();
    let acknowledged = shown.acknowledged();
    let second = Cut::any(dice, again.pending());
    again.after(second, dice, after.path());
    tally.tried += 1;
    tally.acknowledged += acknowledged.len();
    if !after.path().join("data").exists() && acknowledged.is_empty() {
        return;
    }
    match look::look(&after.path().join("data")) {
        Ok(found) => {
            tally.lose(found.lost(&acknowledged), |lost| {
                here.say(second, &format!("notes {lost:?} are lost after coming back"))
            });
            if found.mended() {
                tally.fault(here.say(second, &format!("taken for damaged after coming back: {:?}", found.said)));
            }
        }
        Err(why) => tally.fault(here.say(second, &format!("after coming back: {why}"))),
    }
}
