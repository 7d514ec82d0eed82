//! What is kept, through the operations that every front end uses.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use defensible::bundled;
use defensible::run::Run;
use defensible::run::command::Command;
use defensible::run::logfile::{self, Header};
use defensible::run::replay::replay;
use defensible::scenario::{check, parse};
use defensible::source::Source;
use defensible::store::chain::Hash;
use defensible::store::clock::Clock;
use defensible::store::folder::Folder;
use defensible::store::ids::{PersonId, RunId};
use defensible::store::keeper::{Keeper, Saved};
use defensible::store::open::{Note, Opened, look, look_in, open, open_knowing};
use defensible::store::records::{Erasure, Fault, NewRun, Records, What, Write};
use defensible::store::rows::{LedgerRow, Proved as _};
use defensible::store::trouble::{How, Trouble};
use defensible::store::writer::Writer;
use jiff::Timestamp;
use tempfile::TempDir;

use crate::cores::on_every_core;

/// A run of the bundled case with some notes in it, and its header.
fn noted(seed: u64, notes: &[&str]) -> (Run, Header) {
    let files = bundled::scenario("missed-monday").unwrap();
    let text = files.file("scenario.ron").unwrap();
    let raw = parse::scenario(&Source::new("scenario.ron", text)).unwrap();
    let scenario = check::scenario(raw, None, &bundled::practice().unwrap(), &[]).scenario.unwrap();
    let mut kept: std::collections::BTreeMap<String, String> =
        bundled::practice_texts().iter().map(|text| (text.name.to_owned(), text.text.to_owned())).collect();
    kept.insert(logfile::SCENARIO.to_owned(), text.to_owned());
    kept.insert(logfile::PANEL.to_owned(), files.file("panel.ron").unwrap().to_owned());
    let header = Header::new(&scenario, seed, kept);
    let mut run = Run::begin(Arc::new(scenario), seed);
    for note in notes {
        run.command(&Command::Note { text: (*note).to_owned() }).unwrap();
    }
    (run, header)
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn clock() -> Clock {
    Clock::telling(|| at(1_795_000_000))
}

fn new(id: &str, person: &str, header: &Header) -> NewRun {
    NewRun {
        run: RunId::new(id).unwrap(),
        person: PersonId::new(person).unwrap(),
        header: header.clone(),
        began: at(1_795_000_000),
    }
}

/// Keeps a run with these notes.
fn keep(records: &mut dyn Records, id: &str, person: &str, notes: &[&str]) -> (Run, Header) {
    let (run, header) = noted(7, notes);
    records.begin(new(id, person, &header)).unwrap();
    records.append(&RunId::new(id).unwrap(), 0, run.events(), at(1_795_000_060)).unwrap();
    (run, header)
}

fn opened(folder: &Path) -> Opened {
    open(folder, &clock()).unwrap()
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { all.extend(files(&path)) } else { all.push(path) }
    }
    all.sort();
    all
}

fn holds(folder: &Path, words: &str) -> Vec<PathBuf> {
    let found = |path: &PathBuf| fs::read(path).unwrap().windows(words.len()).any(|part| part == words.as_bytes());
    files(folder).into_iter().filter(found).collect()
}

#[test]
fn what_was_kept_is_read_and_plays_again() {
    let room = TempDir::new().unwrap();
    let (run, header) = {
        let mut opened = opened(room.path());
        let kept = keep(opened.records.as_mut(), "one", "ann", &["first", "second"]);
        keep(opened.records.as_mut(), "two", "ben", &["other"]);
        kept
    };
    let opened = opened(room.path());
    assert_eq!(opened.notes, []);
    let list = opened.records.list().unwrap();
    let names: Vec<(&str, &str, u32, bool)> =
        list.iter().map(|entry| (entry.run.as_str(), entry.person.as_str(), entry.events, entry.over)).collect();
    assert_eq!(names, [("one", "ann", 3, false), ("two", "ben", 2, false)]);
    let kept = opened.records.run(&RunId::new("one").unwrap()).unwrap();
    assert_eq!((&kept.header, kept.events.as_slice()), (&header, run.events()));
    assert_eq!(kept.entry.touched, at(1_795_000_060));
    let again = replay(Arc::clone(run.scenario()), kept.header.seed, &kept.events);
    assert_eq!(again.fault, None);
    assert_eq!(again.run.state().hash(), run.state().hash());
    let verified = opened.records.verify().unwrap();
    assert_eq!((verified.runs, verified.events, verified.faults), (2, 5, vec![]));
}

#[test]
fn events_are_only_ever_added() {
    let room = TempDir::new().unwrap();
    let mut opened = opened(room.path());
    let records = opened.records.as_mut();
    let (mut run, header) = keep(records, "one", "ann", &["first"]);
    let id = RunId::new("one").unwrap();
    // Writing once more what is there does no harm, and neither does beginning the same run again.
    records.append(&id, 0, run.events(), at(1)).unwrap();
    records.begin(new("one", "ann", &header)).unwrap();
    let before = run.events().len();
    run.command(&Command::Note { text: "second".into() }).unwrap();
    records.append(&id, 1, &run.events()[1..], at(2)).unwrap();
    // A gap, another event in a place that is taken, another run of the name, a run that is not there.
    let (other, _) = noted(7, &["other"]);
    let conflict = |seq| Err(Trouble::Conflict { run: id.clone(), seq });
    assert_eq!(records.append(&id, 9, &run.events()[1..], at(3)), conflict(3));
    assert_eq!(records.append(&id, 0, other.events(), at(3)), conflict(u32::try_from(before).unwrap() - 1));
    assert_eq!(records.append(&id, 0, &run.events()[1..], at(3)), conflict(0));
    let exists = Err(Trouble::RunExists { run: id.clone() });
    assert_eq!(records.begin(new("one", "ben", &header)), exists);
    let nobody = RunId::new("nobody").unwrap();
    assert_eq!(records.append(&nobody, 0, run.events(), at(3)), Err(Trouble::NoSuchRun { run: nobody.clone() }));
    assert_eq!(records.run(&nobody), Err(Trouble::NoSuchRun { run: nobody }));
    assert_eq!(records.run(&id).unwrap().events, run.events());
}

/// One commit holds the work of many: what can't be done in it leaves the rest alone.
#[test]
fn one_refusal_does_not_undo_the_rest() {
    let room = TempDir::new().unwrap();
    let mut opened = opened(room.path());
    let (run, header) = noted(7, &["first"]);
    let append = |id: &str| Write::Append {
        run: RunId::new(id).unwrap(),
        expected: 0,
        events: run.events().to_vec(),
        at: at(1),
    };
    let draft = |id: &str, body: Option<&str>| Write::Draft {
        run: RunId::new(id).unwrap(),
        place: "form".into(),
        body: body.map(str::to_owned),
    };
    let writes = [
        Write::Begin(new("one", "ann", &header)),
        append("nobody"),
        append("one"),
        draft("one", Some("half a sen")),
        draft("nobody", Some("x")),
    ];
    let answers = opened.records.commit(&writes).unwrap();
    let done: Vec<bool> = answers.iter().map(Result::is_ok).collect();
    assert_eq!(done, [true, false, true, true, false]);
    let kept = opened.records.run(&RunId::new("one").unwrap()).unwrap();
    assert_eq!((kept.events.len(), kept.drafts["form"].as_str()), (2, "half a sen"));
    opened.records.commit(&[draft("one", None)]).unwrap();
    assert!(opened.records.run(&RunId::new("one").unwrap()).unwrap().drafts.is_empty());
    assert_eq!(opened.records.verify().unwrap().faults, []);
}

#[test]
fn what_is_erased_leaves_no_trace() {
    let room = TempDir::new().unwrap();
    let mut opened = opened(room.path());
    let records = opened.records.as_mut();
    keep(records, "one", "ann-xyzzy", &["a plugh of hers", "and another plugh"]);
    keep(records, "two", "ben", &["his own words"]);
    records.name_person(&PersonId::new("ann-xyzzy").unwrap(), Some("Ann Frobozz")).unwrap();
    let place = || "place-of-ann".to_owned();
    let one = RunId::new("one").unwrap();
    records.commit(&[Write::Draft { run: one.clone(), place: place(), body: Some("quux".into()) }]).unwrap();
    for words in ["plugh", "Frobozz", "xyzzy", "quux"] {
        assert_ne!(holds(room.path(), words), [] as [PathBuf; 0], "{words}");
    }
    let people = vec![PersonId::new("ann-xyzzy").unwrap()];
    assert_eq!(records.erase(&Erasure { runs: vec![], people }).unwrap(), [one]);
    // While it is open, with its journal; and afterwards.
    for _ in 0..2 {
        for words in ["plugh", "Frobozz", "xyzzy", "quux", "place-of-ann"] {
            assert_eq!(holds(room.path(), words), [] as [PathBuf; 0], "{words}");
        }
        opened = self::opened(room.path());
    }
    assert_ne!(holds(room.path(), "his own words"), [] as [PathBuf; 0]);
    assert_eq!(opened.records.list().unwrap().len(), 1);
    assert_eq!(opened.records.verify().unwrap().faults, []);
    // Texts go with the last run that was played with them.
    let erased = opened.records.erase(&Erasure { runs: vec![RunId::new("two").unwrap()], people: vec![] });
    assert_eq!(erased.unwrap().len(), 1);
    drop(opened);
    assert_eq!(holds(room.path(), "Fenley General"), [] as [PathBuf; 0]);
}

#[test]
fn files_that_are_not_ours_or_newer_are_left_as_they_are() {
    let room = TempDir::new().unwrap();
    let path = room.path().join("records.sqlite");
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE cat (name TEXT)").unwrap();
    drop(other);
    let before = fs::read(&path).unwrap();
    assert_eq!(open(room.path(), &clock()).unwrap_err(), Trouble::NotOurs { path: path.clone() });
    assert_eq!(fs::read(&path).unwrap(), before);

    fs::remove_file(&path).unwrap();
    drop(opened(room.path()));
    let newer = rusqlite::Connection::open(&path).unwrap();
    newer.pragma_update(None, "user_version", 2).unwrap();
    let row = LedgerRow { name: "version".into(), rows: 2, mix: Hash::NONE };
    let sql = "UPDATE ledger SET rows = 2, proof = ?1 WHERE name = 'version'";
    assert_eq!(newer.execute(sql, [row.proof().0]).unwrap(), 1);
    drop(newer);
    let before = fs::read(&path).unwrap();
    assert_eq!(open(room.path(), &clock()).unwrap_err(), Trouble::Newer { path: path.clone(), version: 2 });
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(matches!(look(&path).err(), Some(Trouble::Newer { version: 2, .. })));
}

#[test]
fn what_stands_in_the_way_is_named() {
    let room = TempDir::new().unwrap();
    let file = room.path().join("file");
    fs::write(&file, "").unwrap();
    let wrong = Trouble::File { path: file.clone(), how: How::WrongKind };
    assert_eq!(open(&file, &clock()).unwrap_err(), wrong);
    assert_eq!(open(&file.join("below"), &clock()).unwrap_err(), wrong);
    let missing = room.path().join("none.sqlite");
    assert_eq!(look(&missing).err(), Some(Trouble::File { path: missing, how: How::Missing }));
}

/// What is written to a file that somebody deleted is written to nothing: it must never be called kept.
#[cfg(unix)]
#[test]
fn a_file_that_is_gone_keeps_nothing() {
    let room = TempDir::new().unwrap();
    let data = room.path().join("data");
    let mut held = opened(&data);
    let (run, header) = keep(held.records.as_mut(), "one", "ann", &["first"]);
    let path = data.join("records.sqlite");
    let id = RunId::new("one").unwrap();
    let gone = Err(Trouble::Gone { path: path.clone() });
    for name in ["records.sqlite", "records.sqlite-wal"] {
        let there = data.join(name);
        let aside = data.join("moved");
        fs::rename(&there, &aside).unwrap();
        assert_eq!(held.records.append(&id, 0, run.events(), at(1)), gone, "{name}");
        fs::rename(&aside, &there).unwrap();
        held.records.append(&id, 0, run.events(), at(1)).unwrap();
    }
    drop(held);

    // Through the writer: the folder goes, the run goes on in memory; it comes back empty, and all of it is written.
    let folder = data.clone();
    let writer = Writer::start(None, Box::new(move |known| open_knowing(&folder, &clock(), known)));
    let mut keeper = Keeper::begin(Arc::new(writer), Some(data.clone()), clock(), new("other", "ann", &header));
    let (mut run, _) = noted(7, &["kept"]);
    keeper.save(run.events());
    assert_eq!(keeper.wait(Duration::from_secs(20)), Saved::Kept);
    keeper.draft("form", Some("half".into()));
    assert_eq!(keeper.wait(Duration::from_secs(20)), Saved::Kept);
    fs::remove_dir_all(&data).unwrap();
    run.command(&Command::Note { text: "in memory".into() }).unwrap();
    keeper.save(run.events());
    assert!(matches!(keeper.wait(Duration::from_secs(20)), Saved::Failed(Trouble::Gone { .. })));
    keeper.save(run.events());
    assert!(matches!(keeper.wait(Duration::from_secs(20)), Saved::Failed(Trouble::NoSuchRun { .. })));
    keeper.save(run.events());
    assert_eq!(keeper.wait(Duration::from_secs(20)), Saved::Kept);
    drop(keeper);
    let kept = opened(&data).records.run(&RunId::new("other").unwrap()).unwrap();
    assert_eq!((kept.events.as_slice(), kept.drafts["form"].as_str()), (run.events(), "half"));
}

#[test]
fn a_file_that_another_program_holds_is_waited_for_and_named() {
    let room = TempDir::new().unwrap();
    let mut opened = opened(room.path());
    let (run, _) = keep(opened.records.as_mut(), "one", "ann", &["first"]);
    let path = room.path().join("records.sqlite");
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let id = RunId::new("one").unwrap();
    assert_eq!(opened.records.append(&id, 0, run.events(), at(1)), Err(Trouble::Busy { path }));
    // Reading is never in the way.
    assert_eq!(opened.records.run(&id).unwrap().events, run.events());
    other.execute_batch("ROLLBACK").unwrap();
    opened.records.append(&id, 0, run.events(), at(1)).unwrap();
}

#[test]
fn an_older_copy_in_the_files_place_is_noticed() {
    let room = TempDir::new().unwrap();
    let path = room.path().join("records.sqlite");
    drop(keep(opened(room.path()).records.as_mut(), "one", "ann", &["first"]));
    let older = fs::read(&path).unwrap();
    drop(keep(opened(room.path()).records.as_mut(), "two", "ann", &["second"]));
    fs::write(&path, &older).unwrap();
    let found = look_in(room.path()).unwrap().verify().unwrap();
    assert_eq!(found.faults, [Fault { run: None, what: What::Older { by: 2 } }]);
    let mended = opened(room.path());
    let [Note::Mended { aside, why, whole }] = mended.notes.as_slice() else { panic!("{:?}", mended.notes) };
    assert_eq!((why, *whole), (&What::Older { by: 2 }, 1));
    assert_eq!(fs::read(aside.join("records.sqlite")).unwrap(), older);
    assert_eq!(mended.records.list().unwrap().len(), 1);
    drop(mended);
    assert_eq!(opened(room.path()).notes, []);
}

/// A journal that was cut off looks whole to the database: the last commits would be gone without a word.
#[test]
fn a_journal_that_was_cut_off_is_noticed() {
    let room = TempDir::new().unwrap();
    let other = TempDir::new().unwrap();
    let mut held = opened(room.path());
    keep(held.records.as_mut(), "one", "ann", &["first"]);
    let cut_at = fs::metadata(room.path().join("records.sqlite-wal")).unwrap().len();
    keep(held.records.as_mut(), "two", "ann", &["second"]);
    for name in ["records.sqlite", "records.sqlite-wal", "records.mark"] {
        fs::copy(room.path().join(name), other.path().join(name)).unwrap();
    }
    let journal = fs::OpenOptions::new().write(true).open(other.path().join("records.sqlite-wal")).unwrap();
    journal.set_len(cut_at).unwrap();
    let mended = opened(other.path());
    assert!(
        matches!(mended.notes.as_slice(), [Note::Mended { why: What::Older { .. }, whole: 1, .. }]),
        "{:?}",
        mended.notes
    );
    assert_eq!(mended.records.list().unwrap().len(), 1);
}

#[test]
fn damage_is_mended_and_the_file_as_it_was_is_set_aside() {
    let room = TempDir::new().unwrap();
    let path = room.path().join("records.sqlite");
    let notes: Vec<String> = (0..200).map(|note| format!("note {note} of many, which fill a page or two")).collect();
    let notes: Vec<&str> = notes.iter().map(String::as_str).collect();
    let run = {
        let mut opened = opened(room.path());
        keep(opened.records.as_mut(), "one", "ann", &["short"]);
        keep(opened.records.as_mut(), "two", "ann", &notes).0
    };
    let mut bytes = fs::read(&path).unwrap();
    let words = b"note 120 of many";
    let place = bytes.windows(words.len()).position(|part| part == words).unwrap();
    bytes[place] ^= 1;
    fs::write(&path, &bytes).unwrap();
    // It opens, for its list is whole; what is wrong comes to light with the run.
    let found = defensible::store::open::open_for(room.path(), &clock(), |opened| {
        opened.records.run(&RunId::new("two").unwrap())
    });
    let (mended, kept) = found.unwrap();
    let two = RunId::new("two").unwrap();
    let [Note::Mended { aside, why, whole: 1 }, Note::Cut { run: cut, good: 121, of: 201 }] = mended.notes.as_slice()
    else {
        panic!("{:?}", mended.notes)
    };
    assert_eq!((why, cut), (&What::Chain { good: 121, of: 201 }, &two));
    assert_eq!(fs::read(aside.join("records.sqlite")).unwrap(), bytes);
    assert_eq!(kept.events, run.events()[..121]);
    assert_eq!(mended.records.verify().unwrap().faults, []);
    // While another window has it open, nothing is mended.
    let held = mended;
    let mut bytes = fs::read(&path).unwrap();
    bytes[..100].fill(0);
    fs::write(&path, &bytes).unwrap();
    assert_eq!(open(room.path(), &clock()).unwrap_err(), Trouble::DamagedInUse { path: path.clone() });
    assert_eq!(fs::read(&path).unwrap(), bytes);
    drop(held);
}

/// The order of events comes from their numbers: a clock that jumps changes dates and nothing else.
#[test]
fn a_clock_that_jumps_changes_no_order() {
    let room = TempDir::new().unwrap();
    let now = Arc::new(AtomicI64::new(1_795_000_000));
    let told = Arc::clone(&now);
    let clock = Clock::telling(move || at(told.load(Ordering::Relaxed)));
    let folder = room.path().to_owned();
    let opening = clock.clone();
    let writer = Writer::start(None, Box::new(move |known| open_knowing(&folder, &opening, known)));
    let (mut run, header) = noted(7, &[]);
    let mut keeper = Keeper::begin(Arc::new(writer), Some(room.path().to_owned()), clock, new("one", "ann", &header));
    for (step, jump) in [0, 400_000_000, -900_000_000, 3600, -3600].into_iter().enumerate() {
        now.fetch_add(jump, Ordering::Relaxed);
        run.command(&Command::Note { text: format!("step {step}") }).unwrap();
        keeper.save(run.events());
        assert_eq!(keeper.wait(Duration::from_secs(20)), Saved::Kept);
    }
    drop(keeper);
    let kept = opened(room.path()).records.run(&RunId::new("one").unwrap()).unwrap();
    assert_eq!(kept.events, run.events());
    // What was last touched is never older than it was.
    assert_eq!(kept.entry.touched, at(1_795_000_000 + 400_000_000));
}

#[test]
fn a_run_is_played_by_one_window_at_a_time() {
    let room = TempDir::new().unwrap();
    let folder = Folder::open(room.path()).unwrap();
    let (one, two) = (RunId::new("one").unwrap(), RunId::new("two").unwrap());
    let held = folder.lock_run(&one).unwrap();
    let other = folder.lock_run(&two).unwrap();
    assert_eq!(folder.lock_run(&one).unwrap_err(), Trouble::InUse { run: one.clone() });
    drop(held);
    folder.lock_run(&one).unwrap();
    drop(other);
}

#[test]
fn a_backup_is_whole_and_known() {
    let room = TempDir::new().unwrap();
    let mut opened = opened(room.path());
    keep(opened.records.as_mut(), "one", "ann", &["first"]);
    let to = opened.folder.backups().join("monday.sqlite");
    opened.records.backup(&to).unwrap();
    let exists = Err(Trouble::File { path: to.clone(), how: How::Exists });
    assert_eq!(opened.records.backup(&to), exists);
    let known = opened.records.backups().unwrap();
    assert_eq!(known.len(), 1);
    assert_eq!(
        (known[0].path.canonicalize().unwrap(), known[0].made),
        (to.canonicalize().unwrap(), at(1_795_000_000))
    );
    let copy = look(&to).unwrap();
    assert_eq!(copy.list().unwrap(), opened.records.list().unwrap());
    assert_eq!(copy.verify().unwrap().faults, []);
    assert_eq!(files(&opened.folder.backups()), std::slice::from_ref(&to), "nothing unfinished is left");
    fs::remove_file(&to).unwrap();
    opened.records.forget_backup(&known[0].path).unwrap();
    assert_eq!(opened.records.backups().unwrap(), []);
}

/// A journal whose file is gone or empty would be thrown away by the database; it holds everything since the last time.
#[test]
fn a_journal_without_its_file_is_not_thrown_away() {
    let room = TempDir::new().unwrap();
    let mut held = opened(room.path());
    let (run, _) = keep(held.records.as_mut(), "one", "ann", &["first", "second"]);
    let journal = fs::read(room.path().join("records.sqlite-wal")).unwrap();
    let mark = fs::read(room.path().join("records.mark")).unwrap();
    drop(held);
    for is_there in [true, false] {
        let other = TempDir::new().unwrap();
        fs::write(other.path().join("records.sqlite-wal"), &journal).unwrap();
        fs::write(other.path().join("records.mark"), &mark).unwrap();
        if is_there {
            fs::write(other.path().join("records.sqlite"), "").unwrap();
        }
        let mended = opened(other.path());
        let [Note::Mended { aside, why: What::Headless, whole: 1 }] = mended.notes.as_slice() else {
            panic!("{:?}", mended.notes)
        };
        assert_eq!(fs::read(aside.join("records.sqlite-wal")).unwrap(), journal);
        assert_eq!(mended.records.run(&RunId::new("one").unwrap()).unwrap().events, run.events());
    }
}

/// The header of the file proves nothing: a flipped bit in it is damage, and no newer version or other program.
#[test]
fn a_flipped_bit_in_the_header_shuts_nobody_out() {
    let room = TempDir::new().unwrap();
    drop(keep(opened(room.path()).records.as_mut(), "one", "ann", &["first"]));
    let whole = fs::read(room.path().join("records.sqlite")).unwrap();
    let bits: Vec<usize> = (0..800).collect();
    on_every_core(&bits, |bit| {
        let other = TempDir::new().unwrap();
        let mut bytes = whole.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        fs::write(other.path().join("records.sqlite"), &bytes).unwrap();
        let found = open(other.path(), &clock()).unwrap_or_else(|trouble| panic!("bit {bit}: {trouble:?}"));
        assert_eq!(found.records.list().unwrap().len(), 1, "bit {bit}: {:?}", found.notes);
        assert_eq!(found.records.run(&RunId::new("one").unwrap()).unwrap().events.len(), 2, "bit {bit}");
    });
}

/// What is not a database and holds nothing of ours is left alone.
#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let room = TempDir::new().unwrap();
    let path = room.path().join("records.sqlite");
    let words = "Dear diary, \n".repeat(2_000);
    fs::write(&path, &words).unwrap();
    assert_eq!(open(room.path(), &clock()).unwrap_err(), Trouble::NotOurs { path: path.clone() });
    assert_eq!(fs::read_to_string(&path).unwrap(), words);
    assert!(!room.path().join("set-aside").exists());
}

/// A run that was begun while nothing could be opened is locked as soon as it is kept, and a draft that was used while
/// another program was in the way does not come back.
#[test]
fn a_run_is_locked_and_its_drafts_are_kept_when_saving_works_again() {
    let room = TempDir::new().unwrap();
    drop(opened(room.path()));
    let other = rusqlite::Connection::open(room.path().join("records.sqlite")).unwrap();
    let folder = room.path().to_owned();
    let writer = Writer::start(None, Box::new(move |known| open_knowing(&folder, &clock(), known)));
    let (mut run, header) = noted(7, &["first"]);
    let one = RunId::new("one").unwrap();
    let mut keeper =
        Keeper::begin(Arc::new(writer), Some(room.path().to_owned()), clock(), new("one", "ann", &header));
    keeper.draft("before", Some("half".into()));
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    keeper.save(run.events());
    assert!(matches!(keeper.wait(Duration::from_secs(20)), Saved::Failed(Trouble::Busy { .. })));
    other.execute_batch("ROLLBACK").unwrap();
    std::thread::sleep(Duration::from_millis(2_100));
    keeper.save(run.events());
    assert_eq!(keeper.wait(Duration::from_secs(20)), Saved::Kept);
    let reader = opened(room.path());
    assert_eq!(reader.folder.lock_run(&one).unwrap_err(), Trouble::InUse { run: one.clone() });
    assert_eq!(reader.records.run(&one).unwrap().drafts["before"], "half");

    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    run.command(&Command::Note { text: "the whole".into() }).unwrap();
    keeper.save(run.events());
    assert!(matches!(keeper.wait(Duration::from_secs(20)), Saved::Failed(Trouble::Busy { .. })));
    keeper.draft("before", None);
    other.execute_batch("ROLLBACK").unwrap();
    std::thread::sleep(Duration::from_millis(2_100));
    keeper.save(run.events());
    assert_eq!(keeper.wait(Duration::from_secs(20)), Saved::Kept);
    let kept = reader.records.run(&one).unwrap();
    assert_eq!((kept.events.as_slice(), kept.drafts.len()), (run.events(), 0));
}

/// A run that somebody erased while it was played stays erased.
#[test]
fn what_is_erased_is_not_written_anew() {
    let room = TempDir::new().unwrap();
    let folder = room.path().to_owned();
    let writer = Writer::start(None, Box::new(move |known| open_knowing(&folder, &clock(), known)));
    let (mut run, header) = noted(7, &["first"]);
    let one = RunId::new("one").unwrap();
    let mut keeper = Keeper::begin(Arc::new(writer), None, clock(), new("one", "ann", &header));
    keeper.save(run.events());
    assert_eq!(keeper.wait(Duration::from_secs(20)), Saved::Kept);
    let mut other = opened(room.path());
    other.records.erase(&Erasure { runs: vec![one.clone()], people: vec![] }).unwrap();
    for step in ["second", "third"] {
        run.command(&Command::Note { text: step.into() }).unwrap();
        keeper.save(run.events());
        assert_eq!(keeper.wait(Duration::from_secs(20)), Saved::Failed(Trouble::Erased { run: one.clone() }));
    }
    assert_eq!(other.records.list().unwrap(), []);
}

/// A draft that was kept says nothing of the events that were given before it: they failed, and are written again.
#[test]
fn a_draft_that_is_kept_does_not_stand_for_events_that_are_not() {
    let room = TempDir::new().unwrap();
    let (mut run, header) = noted(7, &["first"]);
    let one = RunId::new("one").unwrap();
    let kept = {
        let mut held = opened(room.path());
        held.records.begin(new("one", "ann", &header)).unwrap();
        held.records.append(&one, 0, run.events(), at(1)).unwrap();
        held.records.run(&one).unwrap()
    };
    // The first attempt waits until the draft is given too, and fails; the second works.
    let (entered, has_entered) = std::sync::mpsc::channel();
    let (go, may_go) = std::sync::mpsc::channel();
    let (folder, mut attempts) = (room.path().to_owned(), 0);
    let writer = Writer::start(
        None,
        Box::new(move |known| {
            attempts += 1;
            if attempts > 1 {
                return open_knowing(&folder, &clock(), known);
            }
            entered.send(()).unwrap();
            may_go.recv().unwrap();
            Err(Trouble::File { path: folder.clone(), how: How::Full })
        }),
    );
    let lock = Folder::open(room.path()).unwrap().lock_run(&one).unwrap();
    let mut keeper = Keeper::resume(Arc::new(writer), room.path().to_owned(), lock, clock(), &kept);
    run.command(&Command::Note { text: "second".into() }).unwrap();
    keeper.save(run.events());
    has_entered.recv().unwrap();
    keeper.draft("form", Some("half".into()));
    go.send(()).unwrap();
    let full = Trouble::File { path: room.path().to_owned(), how: How::Full };
    assert_eq!(keeper.wait(Duration::from_secs(20)), Saved::Failed(full));
    keeper.save(run.events());
    assert_eq!(keeper.wait(Duration::from_secs(20)), Saved::Kept);
    drop(keeper);
    let kept = opened(room.path()).records.run(&one).unwrap();
    assert_eq!((kept.events.as_slice(), kept.drafts["form"].as_str()), (run.events(), "half"));
}
