//! Several windows at once.
//!
//! Two on one store with a run each, six that begin on a folder that is not there yet, and three of which one is killed:
//! all others finish, and every note that was acknowledged is there. Two on one run: the second must say so within two seconds, change nothing, name how to look at the run
//! meanwhile, and leave the first one in peace.
//!
//! That the suite can fail: with locks that lock nothing (`flock` always succeeds), the second gets in.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio};
use std::time::{Duration, Instant};

use defensible::explore::Dice;

use super::session::{self, Room, acknowledged, begin, resume, typed, whole_play};
use super::{Tally, killed, look, workers};

/// How soon a second window must say that the run is played elsewhere.
const SOON: Duration = Duration::from_secs(2);

pub(crate) fn run(rounds: usize) {
    let time = killed::measured();
    let parts = workers(|worker, workers| {
        let mut tally = Tally::new("races");
        for round in (worker..rounds).step_by(workers) {
            match round % 4 {
                0 => together(6, round, None, &mut tally),
                1 => together(3, round, Some(time), &mut tally),
                _ => together(2, round, None, &mut tally),
            }
        }
        tally
    });
    let mut tally = Tally::new("races");
    parts.into_iter().for_each(|part| tally.add(part));
    // Alone, so that what is measured is the lock and not this machine's load.
    let mut slowest = Duration::ZERO;
    for round in 0..rounds.div_ceil(20) {
        tally.tried += 1;
        match two_on_one_run(false) {
            Ok(time) => slowest = slowest.max(time),
            Err(why) => tally.fault(format!("two on one run, round {round}: {why}")),
        }
    }
    println!("races: the second window on one run said so after {slowest:?} at most");
    tally.done(rounds);
}

/// Several windows on one store, each with a run of its own; the store is there already in every other round. With
/// `killed`, the first of them is killed within that time.
fn together(windows: usize, round: usize, killed: Option<Duration>, tally: &mut Tally) {
    let room = Room::new();
    let mut dice = Dice::new(round as u64 ^ 0x4ACE);
    let moment = killed.map(|time| time.mul_f64(dice.below(1_000) as f64 / 1_000.0));
    let mut next = 0;
    let mut wanted = BTreeSet::new();
    if round % 8 > 3 {
        let lines = whole_play(1, &mut next);
        wanted.extend(acknowledged(&session::out(&typed(room.program(&begin("1")), &lines))));
    }
    let scripts: Vec<Vec<String>> = (0..windows).map(|_| whole_play(2, &mut next)).collect();
    let (outputs, of_killed) = std::thread::scope(|scope| {
        let one = |seed: usize, lines| {
            let room = &room;
            scope.spawn(move || typed(room.program(&begin(&seed.to_string())), lines))
        };
        let others = scripts.iter().enumerate().skip(usize::from(moment.is_some()));
        let threads: Vec<_> = others.map(|(seed, lines)| one(seed, lines)).collect();
        let of_killed = moment.map(|moment| {
            let mut command = room.program(&begin("77"));
            let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
            killed::killed_after(&mut child.spawn().unwrap(), &session::text(&scripts[0]), moment).0
        });
        let outputs: Vec<Output> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        (outputs, of_killed)
    });
    let here = |what: String| format!("round {round}, {windows} windows: {what}");
    for output in &outputs {
        if !output.status.success() || !output.stderr.is_empty() {
            tally.fault(here(format!("{:?}: {}", output.status, session::err(output))));
        }
        wanted.extend(acknowledged(&session::out(output)));
    }
    let of_killed = of_killed.map(|shown| acknowledged(&shown));
    tally.tried += 1;
    match &of_killed {
        Some(notes) => wanted.extend(notes),
        None if wanted.len() == next as usize => {}
        None => {
            let missing: Vec<u32> = (0..next).filter(|note| !wanted.contains(note)).collect();
            tally.fault(here(format!("not acknowledged: {missing:?}")));
        }
    }
    tally.acknowledged += wanted.len();
    match look::look(&room.data()) {
        Ok(found) => {
            tally.lose(found.lost(&wanted), |lost| here(format!("notes {lost:?} are lost")));
            if found.mended() {
                tally.fault(here(format!("taken for damaged: {:?}", found.said)));
            }
        }
        Err(why) => tally.fault(here(why)),
    }
}

/// A window in which somebody sits.
struct Window {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Window {
    fn open(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (input, output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        Self { child, input, output }
    }

    /// Types a line, and waits until a line is shown that begins so. False if the window closes before.
    fn until(&mut self, line: &str, begins: &str) -> bool {
        let _ = writeln!(self.input, "{line}");
        let mut shown = String::new();
        while self.output.read_line(&mut shown).unwrap_or(0) > 0 {
            if shown.starts_with(begins) {
                return true;
            }
            shown.clear();
        }
        false
    }

    /// Types the last line, and leaves: whether it went well, what was acknowledged, and what was said.
    fn close(mut self, line: &str) -> (bool, BTreeSet<u32>, String) {
        let _ = writeln!(self.input, "{line}");
        drop(self.input);
        let mut rest = String::new();
        let _ = self.output.read_to_string(&mut rest);
        let mut said = String::new();
        let _ = self.child.stderr.take().unwrap().read_to_string(&mut said);
        (self.child.wait().unwrap().success(), acknowledged(&rest), said)
    }
}

/// How long the second of two windows on one run took to say so.
fn two_on_one_run(locks_nothing: bool) -> Result<Duration, String> {
    let room = Room::new();
    let mut next = 0;
    let lines = whole_play(1, &mut next);
    typed(room.program(&begin("8")), &lines[..lines.len() / 2]);
    let run = look::look(&room.data())?.runs[0].entry.run.to_string();
    let window = |room: &Room| {
        let mut command = room.shimmed(&resume(&run));
        if locks_nothing {
            command.env("TORTURE_NOLOCK", "1");
        }
        command
    };
    let mut first = Window::open(window(&room));
    if !first.until("note torture 000500", "Kept.") {
        return Err(format!("the first did not get in: {}", first.close("quit").2));
    }
    let before = events(&room)?;
    let start = Instant::now();
    let second = typed(window(&room), &["note torture 000600".to_owned(), "quit".to_owned()]);
    let time = start.elapsed();
    let said = session::err(&second);
    let found = (|| {
        if second.status.success() || !acknowledged(&session::out(&second)).is_empty() {
            return Err(format!("the second got in: {}", session::out(&second)));
        }
        if time > SOON {
            return Err(format!("the second took {time:?}"));
        }
        if !said.contains(&format!("defensible records show {run}")) {
            return Err(format!("the second does not say how to look at it: {said}"));
        }
        if events(&room)? != before {
            return Err("the second changed something".to_owned());
        }
        Ok(time)
    })();
    let (well, goes_on, said) = first.close("note torture 000501");
    let time = found?;
    if !goes_on.contains(&501) || !well || !said.is_empty() {
        return Err(format!("the first was disturbed: {said}"));
    }
    let found = look::look(&room.data())?;
    let lost = found.lost(&[500, 501].into());
    if lost.is_empty() { Ok(time) } else { Err(format!("notes {lost:?} are lost")) }
}

/// How many events each run has, while it is being played.
fn events(room: &Room) -> Result<Vec<usize>, String> {
    let opened = look::open(&room.data())?;
    Ok(look::all(opened.records.as_ref())?.runs.iter().map(|run| run.events.len()).collect())
}

pub(crate) fn without_locks() {
    let found = two_on_one_run(true);
    let what = found.as_ref().map_or_else(|why| why.lines().next().unwrap_or_default(), |_| "not noticed");
    println!("races, locks that lock nothing: {what}");
    assert!(found.is_err_and(|why| why.contains("got in")), "the second is kept out by something else than the lock");
}
