//! Bit rot: a bit turns over, or the end of a file is missing.
//!
//! Folders with several runs of several people, over and not over, with something half written, at rest: after they were
//! closed well, and after a SIGKILL with the journal beside the file. In a copy one bit of the file or its journal is
//! turned over, or it is cut off anywhere; then it is opened as the program does, every run is read, and everything is
//! proved. It must be *noticed* (then each run that was brought over is a beginning of what it was, and the damaged files
//! lie in `set-aside` byte for byte) or *harmless* (everything is as it was).
//!
//! That the suite can fail: SQLite's own `integrity_check` must pass some of the same flips although the rows that it
//! gives have changed. Without the hashes nobody would notice those.

use std::collections::BTreeMap;
use std::io::{BufRead as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use defensible::explore::Dice;
use defensible::run::logfile;
use defensible::store::clock::Clock;
use defensible::store::folder::Folder;
use defensible::store::ids::RunId;
use defensible::store::open::{self, Note, Opened};
use defensible::store::records::{Kept, Person, Verified};
use defensible::store::trouble::Trouble;
use rusqlite::{Connection, OpenFlags};

use super::session::{self, Room, begin, resume, typed, whole_play};
use super::{Tally, look, workers};

/// Everything that a store tells.
#[derive(Debug, Clone, PartialEq)]
struct Everything {
    runs: Vec<Kept>,
    people: Vec<Person>,
    setting: Option<String>,
}

/// A folder at rest.
struct Base {
    name: &'static str,
    room: Room,
    was: Everything,
    /// The files that can rot.
    files: Vec<(PathBuf, Vec<u8>)>,
}

/// What came of the trials.
#[derive(Debug, Default)]
struct Counts {
    noticed: usize,
    harmless: usize,
    /// Runs brought over whole, cut short, written out because a text that they need is lost, and not at all.
    whole: usize,
    cut: usize,
    out: usize,
    gone: usize,
}

pub(crate) fn run(trials: usize) {
    let bases = [closed(), killed()];
    let parts = workers(|worker, workers| {
        let (mut tally, mut counts) = (Tally::new("rot"), Counts::default());
        for trial in (worker..trials).step_by(workers) {
            let base = &bases[trial % bases.len()];
            one(base, trial as u64, &mut tally, &mut counts);
        }
        (tally, counts)
    });
    let (mut tally, mut counts) = (Tally::new("rot"), Counts::default());
    for (part, more) in parts {
        tally.add(part);
        counts.noticed += more.noticed;
        counts.harmless += more.harmless;
        counts.whole += more.whole;
        counts.cut += more.cut;
        counts.out += more.out;
        counts.gone += more.gone;
    }
    let Counts { noticed, harmless, whole, cut, out, gone } = counts;
    let unnoticed = tally.tried - noticed - harmless;
    println!("rot: noticed {noticed}, harmless {harmless}, unnoticed {unnoticed}");
    println!(
        "rot: of damaged files, runs brought over whole {whole}, cut short {cut}, written out {out}, gone {gone}"
    );
    tally.done(trials);
}

/// Two people, three runs: one over, one in the middle, one with a reason half written.
fn base(name: &'static str, last: impl FnOnce(&Room, &str, &mut u32)) -> Base {
    base_in(name, Room::new(), last)
}

/// The same in a folder that may have been used before.
fn base_in(name: &'static str, room: Room, last: impl FnOnce(&Room, &str, &mut u32)) -> Base {
    let mut next = 0;
    let lines = whole_play(2, &mut next);
    typed(room.program(&[&begin("8")[..], &["--person", "ann"]].concat()), &lines);
    let lines = whole_play(1, &mut next);
    typed(room.program(&[&begin("9")[..], &["--person", "ben"]].concat()), &lines[..lines.len() / 2]);
    let half = ["", "", "go", "go", "go", "go", "go", "answer", "pending", "I have his word", "and no more"];
    let half: Vec<String> = half.iter().map(|line| (*line).to_owned()).collect();
    typed(room.program(&[&begin("8")[..], &["--person", "ben"]].concat()), &half);
    typed(room.program(&["records", "name", "ann", "Ann Other"]), &[]);
    let runs = look::look(&room.data()).unwrap().runs;
    last(&room, runs[1].entry.run.as_str(), &mut next);
    // What it holds is read from a copy, so that it stays as it is.
    let copy = room.copy();
    let mut opened = open::open(&copy.data(), &Clock::system()).unwrap();
    let was = everything(&mut opened).unwrap().0;
    assert_eq!(was.runs.len(), 3);
    assert!(was.runs.iter().any(|run| !run.drafts.is_empty()) && was.runs[0].entry.over);
    let files = ["records.sqlite", "records.sqlite-wal"].map(|name| room.data().join(name));
    let files = files.into_iter().filter_map(|file| std::fs::read(&file).ok().map(|bytes| (file, bytes)));
    let files: Vec<(PathBuf, Vec<u8>)> = files.filter(|(_, bytes)| !bytes.is_empty()).collect();
    Base { name, room, was, files }
}

fn closed() -> Base {
    let base = base("closed well", |_, _, _| {});
    assert_eq!(base.files.len(), 1, "a journal is left");
    base
}

/// One in which somebody has begun without saying who they are: from then on the store knows an id for them.
fn lived_in() -> Base {
    let room = Room::new();
    typed(room.program(&begin("8")), &["back".to_owned()]);
    base_in("lived in", room, |_, _, _| {})
}

fn killed() -> Base {
    let base = base("killed", |room, run, next| {
        let lines = session::notes(30, next);
        let mut command = room.program(&resume(run));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.as_mut().unwrap().write_all(session::text(&lines).as_bytes()).unwrap();
        let out = std::io::BufReader::new(child.stdout.take().unwrap()).lines();
        assert_eq!(out.map_while(Result::ok).filter(|line| line == "Kept.").take(30).count(), 30);
        child.kill().unwrap();
        child.wait().unwrap();
    });
    assert_eq!(base.files.len(), 2, "no journal is left");
    base
}

/// A folder whose file of records is damaged so that whoever goes on with one of its runs meets it; and that run, which
/// is brought over whole. Damage that only another run has is nobody's business until somebody looks at that.
pub(crate) fn damaged(seed: u64) -> (Room, String) {
    damaged_of(&lived_in(), seed)
}

fn damaged_of(base: &Base, seed: u64) -> (Room, String) {
    let mut dice = Dice::new(seed ^ 0xDA3A);
    let run = &base.was.runs.iter().rfind(|run| !run.entry.over).unwrap();
    loop {
        let room = base.room.copy();
        let mut bytes = base.files[0].1.clone();
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
        std::fs::write(room.records(), bytes).unwrap();
        let read = |opened: &mut Opened| opened.records.run(&run.entry.run);
        let Ok((opened, kept)) = open::open_for(&room.copy().data(), &Clock::system(), read) else { continue };
        if opened.notes.iter().any(|note| matches!(note, Note::Mended { .. })) && kept.events == run.events {
            return (room, run.entry.run.to_string());
        }
    }
}

/// Whoever goes on with a run of a damaged file has it set aside as it was: nothing is written before it was read, not
/// even an id for the person who plays.
pub(crate) fn read_before_written() {
    for base in [closed(), lived_in(), killed()] {
        for seed in 0..4 {
            let (room, run) = damaged_of(&base, seed);
            let damaged = std::fs::read(room.records()).unwrap();
            let output = typed(room.program(&resume(&run)), &session::notes(1, &mut 7_000));
            assert!(output.status.success(), "{}", session::err(&output));
            assert_eq!(session::acknowledged(&session::out(&output)).len(), 1);
            assert!(room.set_aside().contains(&damaged), "{}, damage {seed}: not set aside as it was", base.name);
        }
    }
}

/// Reads everything, and proves it.
fn everything(opened: &mut Opened) -> Result<(Everything, Verified), Trouble> {
    let records = opened.records.as_ref();
    let runs = records.list()?.iter().map(|entry| records.run(&entry.run)).collect::<Result<_, _>>()?;
    let all = Everything { runs, people: records.people()?, setting: records.setting("person")? };
    Ok((all, records.verify()?))
}

/// Damages a file: what was done, in words.
fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) -> String {
    if dice.once_in(4) {
        let to = dice.below(bytes.len());
        bytes.truncate(to);
        format!("cut off at byte {to}")
    } else {
        let (at, bit) = (dice.below(bytes.len()), dice.below(8));
        bytes[at] ^= 1 << bit;
        format!("bit {bit} of byte {at} turned over")
    }
}

fn one(base: &Base, trial: u64, tally: &mut Tally, counts: &mut Counts) {
    let mut dice = Dice::new(trial ^ 0x0B17);
    let room = base.room.copy();
    let (file, bytes) = &base.files[dice.below(base.files.len())];
    let mut bytes = bytes.clone();
    let what = damage(&mut bytes, &mut dice);
    let name = file.file_name().unwrap().to_str().unwrap();
    std::fs::write(room.data().join(name), &bytes).unwrap();
    let here = |why: &str| format!("{}, trial {trial}, {name}, {what}: {why}", base.name);
    tally.tried += 1;
    tally.acknowledged += base.was.runs.iter().map(|run| run.events.len()).sum::<usize>();

    let found = open::open_for(&room.data(), &Clock::system(), |opened| {
        let (all, verified) = everything(opened)?;
        Ok((all, verified))
    });
    let aside = Folder::open(&room.data()).and_then(|folder| folder.all_set_aside()).unwrap();
    match found {
        // It says that it can't be opened, and nothing was changed.
        Err(trouble) => {
            counts.noticed += 1;
            let same = std::fs::read(room.data().join(name)).unwrap() == bytes;
            let refused = matches!(trouble, Trouble::NotOurs { .. } | Trouble::Newer { .. });
            if !same || !aside.is_empty() || !refused {
                tally.fault(here(&format!("it does not open again: {trouble}")));
            }
        }
        Ok((opened, (all, verified))) if aside.is_empty() => {
            let said = opened.notes;
            if verified.faults.is_empty() && all == base.was && said.is_empty() {
                counts.harmless += 1;
            } else if verified.faults.is_empty() {
                tally.fault(here("UNNOTICED"));
            } else {
                // It is known, and whoever proves the records is told. What can be read is right all the same.
                counts.noticed += 1;
                check_runs(base, &all, &[], &here, tally, &mut Counts::default());
            }
        }
        Ok((opened, (all, verified))) => {
            counts.noticed += 1;
            if !opened.notes.iter().any(|note| matches!(note, Note::Mended { .. })) {
                tally.fault(here("mended, and it does not say so"));
            }
            if !verified.faults.is_empty() {
                tally.fault(here(&format!("not even mended it proves itself: {:?}", verified.faults)));
            }
            if aside.len() != 1 || std::fs::read(aside[0].path.join(name)).ok().as_ref() != Some(&bytes) {
                tally.fault(here("the damaged file does not lie aside as it was"));
            }
            check_runs(base, &all, &opened.notes, &here, tally, counts);
        }
    }
}

/// Each run that is there is a beginning of what it was.
fn check_runs(
    base: &Base,
    all: &Everything,
    said: &[Note],
    here: &dyn Fn(&str) -> String,
    tally: &mut Tally,
    counts: &mut Counts,
) {
    let there: BTreeMap<&RunId, &Kept> = all.runs.iter().map(|run| (&run.entry.run, run)).collect();
    for was in &base.was.runs {
        match there.get(&was.entry.run) {
            None => match said.iter().find_map(|note| written_out(note, was)) {
                Some(true) => counts.out += 1,
                Some(false) => tally.fault(here("what was written out is not what it was")),
                None => counts.gone += 1,
            },
            Some(run) => {
                if run.header != was.header || !was.events.starts_with(&run.events) {
                    tally.fault(here("a run is another than it was"));
                }
                if run.entry.person != was.entry.person {
                    tally.fault(here("a run belongs to somebody else"));
                }
                if run.drafts.iter().any(|(place, body)| was.drafts.get(place) != Some(body)) {
                    tally.fault(here("what was half written is something else"));
                }
                if run.events.len() == was.events.len() { counts.whole += 1 } else { counts.cut += 1 }
            }
        }
    }
    let known = |run: &Kept| base.was.runs.iter().any(|was| was.entry.run == run.entry.run);
    if !all.runs.iter().all(known) {
        tally.fault(here("a run came out of nowhere"));
    }
}

/// Whether a run whose text is lost lies in a file, as far as it could be proved.
fn written_out(note: &Note, was: &Kept) -> Option<bool> {
    let Note::Lost { run, log, .. } = note else { return None };
    if *run != was.entry.run {
        return None;
    }
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<String> =
        was.events.iter().map(|event| logfile::event_line(event).trim_end().to_owned()).collect();
    let written: Vec<&str> = text.lines().skip(1).collect();
    Some(
        !text.is_empty()
            && written.len() <= lines.len()
            && written.iter().zip(&lines).all(|(one, other)| one == other),
    )
}

/// SQLite by itself, on the same flips.
pub(crate) fn without_hashes() {
    let base = closed();
    let (file, bytes) = &base.files[0];
    let name = file.file_name().unwrap();
    let was = rows(&base.room.data().join(name)).unwrap();
    let (mut passed, mut changed) = (0, 0);
    let tried = 200;
    for trial in 0..tried {
        let mut dice = Dice::new(trial ^ 0x0B17);
        let room = Room::new();
        std::fs::create_dir(room.data()).unwrap();
        let mut bytes = bytes.clone();
        let (at, bit) = (dice.below(bytes.len()), dice.below(8));
        bytes[at] ^= 1 << bit;
        let path = room.data().join(name);
        std::fs::write(&path, bytes).unwrap();
        if let Some(rows) = rows(&path) {
            passed += 1;
            changed += usize::from(rows != was);
        }
    }
    println!(
        "rot, without hashes: {tried} bits turned over, integrity_check passed {passed}, rows changed in {changed}"
    );
    assert!(changed > 0, "SQLite notices everything: the hashes are not needed");
}

/// Every event and text, if the database finds nothing wrong with itself.
fn rows(file: &Path) -> Option<Vec<(i64, i64, String)>> {
    let database = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).ok()?;
    let check: String = database.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).ok()?;
    if check != "ok" {
        return None;
    }
    let sql = "SELECT run, seq, body FROM event UNION ALL SELECT 0, 0, body FROM text ORDER BY 1, 2, 3";
    let mut statement = database.prepare(sql).ok()?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).ok()?;
    rows.collect::<Result<_, _>>().ok()
}
