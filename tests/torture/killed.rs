//! SIGKILL at random moments: whatever the person had seen acknowledged is there, and no command is kept by half.
//!
//! A sitting is begun or gone on with, and the program is killed anywhere between its start and a little after the
//! time that such a sitting takes. What it had shown by then is read from its pipe. After each kill the folder is
//! opened from inside, proved and played again; the next sitting goes on in the same folder, so that what one kill
//! left is what the next one meets. After twenty-five there is a fresh one.
//!
//! That the suite can fail: put back the folder as it was one sitting before, and the check must miss notes.

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use defensible::explore::Dice;

use super::session::{self, Room, acknowledged, begin, going_on, resume, whole_play};
use super::{Tally, look, workers};

/// Kills that one folder goes through.
const EACH: usize = 25;

pub(crate) fn run(kills: usize) {
    let time = measured();
    println!("killed: within {time:?} of the start of each sitting");
    let parts = workers(|worker, workers| {
        let mut tally = Tally::new("killed");
        let wanted = kills / workers + usize::from(worker < kills % workers);
        let mut folder = worker;
        while tally.tried < wanted && tally.faults.len() < 20 {
            in_one_folder(EACH.min(wanted - tally.tried), time, folder as u64, &mut tally);
            folder += workers;
        }
        tally
    });
    let mut tally = Tally::new("killed");
    parts.into_iter().for_each(|part| tally.add(part));
    tally.done(kills);
}

/// How long a sitting takes that nobody kills.
pub(crate) fn measured() -> Duration {
    let sitting = || {
        let room = Room::new();
        let lines = whole_play(2, &mut 0);
        let start = Instant::now();
        let output = session::typed(room.program(&begin("8")), &lines);
        assert!(output.status.success(), "{}", session::err(&output));
        start.elapsed()
    };
    // The shortest says most of the program and least of what else this machine does; several at a time take longer.
    let shortest = (0..5).map(|_| sitting()).min().unwrap_or_default();
    shortest.mul_f64(1.5)
}

/// A folder, what was acknowledged in it, and the run that goes on.
struct State {
    room: Room,
    acknowledged: BTreeSet<u32>,
    next: u32,
    run: Option<String>,
}

fn in_one_folder(kills: usize, time: Duration, seed: u64, tally: &mut Tally) {
    let mut dice = Dice::new(seed ^ 0x5161);
    let mut state = State { room: Room::new(), acknowledged: BTreeSet::new(), next: 0, run: None };
    for number in 0..kills {
        // Whoever was killed too late had left already: that is a sitting like another, and no kill.
        let before = state.acknowledged.len();
        tally.tried += usize::from(sit_and_kill(&mut state, time, seed, &mut dice));
        tally.acknowledged += state.acknowledged.len() - before;
        let here = |what: &str| format!("folder {seed}, kill {number}: {what}");
        if !state.room.data().exists() && state.acknowledged.is_empty() {
            continue;
        }
        match look::look(&state.room.data()) {
            Ok(found) => {
                let lost = found.lost(&state.acknowledged);
                // What is lost once is not counted with every later kill.
                state.acknowledged.retain(|note| !lost.contains(note));
                tally.lose(lost, |lost| here(&format!("notes {lost:?} are lost")));
                if found.mended() {
                    tally.fault(here(&format!("taken for damaged: {:?}", found.said)));
                }
                let open = found.runs.iter().rev().find(|run| !run.entry.over);
                state.run = open.map(|run| run.entry.run.to_string());
            }
            Err(why) => return tally.fault(here(&why)),
        }
    }
}

/// True if it was still there to be killed.
fn sit_and_kill(state: &mut State, time: Duration, seed: u64, dice: &mut Dice) -> bool {
    let goes_on = state.run.as_ref().filter(|_| !dice.once_in(3));
    let (mut command, lines) = match goes_on {
        Some(run) => (state.room.program(&resume(run)), going_on(30, &mut state.next, dice)),
        None => (state.room.program(&begin(&seed.to_string())), whole_play(2, &mut state.next)),
    };
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let moment = time.mul_f64(dice.below(1_100) as f64 / 1_000.0);
    let (shown, killed) = killed_after(&mut child, &session::text(&lines), moment);
    state.acknowledged.extend(acknowledged(&shown));
    killed
}

/// What a program showed until it was killed, and whether it was.
pub(crate) fn killed_after(child: &mut Child, text: &str, moment: Duration) -> (String, bool) {
    let until = Instant::now() + moment;
    let (mut input, mut output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    std::thread::scope(|scope| {
        scope.spawn(move || input.write_all(text.as_bytes()));
        let shown = scope.spawn(move || {
            let mut shown = Vec::new();
            output.read_to_end(&mut shown).unwrap();
            String::from_utf8_lossy(&shown).into_owned()
        });
        // Whoever has left already need not be waited for.
        while Instant::now() < until && child.try_wait().unwrap().is_none() {
            std::thread::sleep(until.saturating_duration_since(Instant::now()).min(Duration::from_millis(5)));
        }
        child.kill().unwrap();
        let killed = child.wait().unwrap().signal().is_some();
        (shown.join().unwrap(), killed)
    })
}

/// An older folder in the place of the present one is noticed by the same check.
pub(crate) fn older_copy() {
    let room = Room::new();
    let mut next = 0;
    let lines = whole_play(1, &mut next);
    session::typed(room.program(&begin("8")), &lines[..lines.len() / 2]);
    let older = room.copy();
    let run = look::look(&room.data()).unwrap().runs[0].entry.run.to_string();
    let output = session::typed(room.program(&resume(&run)), &session::notes(5, &mut next));
    let acknowledged = acknowledged(&session::out(&output));
    assert_eq!(look::look(&room.data()).unwrap().lost(&acknowledged), Vec::<u32>::new());
    let lost = look::look(&older.data()).unwrap().lost(&acknowledged);
    println!("killed, older copy put back: acknowledged {}, lost {}", acknowledged.len(), lost.len());
    assert_eq!(lost.len(), 5);
}
