use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use tempfile::TempDir;

use super::*;
use crate::cli::args::Format;
use crate::run::event::{Event, What};
use crate::run::logfile::{Header, SCENARIO};
use crate::run::rng;
use crate::store::chain::Hash;
use crate::store::ids::PersonId;
use crate::store::open::open;
use crate::store::records::{NewRun, Records};
use crate::text::Catalogue;

/// A store, and a clock that says what it is told.
struct Room {
    folder: TempDir,
    opened: Opened,
    clock: Clock,
    now: Arc<AtomicI64>,
}

fn at(date: &str) -> Timestamp {
    format!("{date}T10:00:00Z").parse().unwrap()
}

impl Room {
    fn new() -> Self {
        let now = Arc::new(AtomicI64::new(0));
        let told = Arc::clone(&now);
        let clock = Clock::telling(move || Timestamp::from_second(told.load(Ordering::SeqCst)).unwrap());
        let folder = TempDir::new().unwrap();
        let opened = open(&folder.path().join("data"), &clock).unwrap();
        Self { folder, opened, clock, now }
    }

    fn it_is(&self, date: &str) {
        self.now.store(at(date).as_second(), Ordering::SeqCst);
    }

    fn keep(&mut self, run: &str, person: &str, date: &str, over: bool) {
        let kept: BTreeMap<String, String> = [(SCENARIO.to_owned(), format!("Scenario({run})"))].into();
        let header = Header {
            defensible: 1,
            scenario: "small".to_owned(),
            edition: 1,
            variant: None,
            seed: 8,
            luck: rng::ALGORITHM.to_owned(),
            hashes: kept.iter().map(|(name, text)| (name.clone(), Hash::of_text(text).to_hex())).collect(),
            kept,
            trial: false,
            rules: 1,
        };
        let run = RunId::new(run).unwrap();
        let records: &mut dyn Records = self.opened.records.as_mut();
        let person = PersonId::new(person).unwrap();
        records.begin(NewRun { run: run.clone(), person, header, began: at(date) }).unwrap();
        let what = if over { What::Ended { ending: None } } else { What::TurnEnded };
        records.append(&run, 0, &[Event { seq: 0, at: 0, what }], at(date)).unwrap();
    }

    fn purge(&mut self, older_than: Option<&str>, yes: bool, format: Format) -> (Exit, String, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let words = Catalogue::english();
        let mut io = Io { out: &mut out, err: &mut err, input: &mut &b""[..], words: &words, width: 80, echo: false };
        let args = Purge { older_than: older_than.map(str::to_owned), yes, format };
        let exit = match run(&args, &mut self.opened, &self.clock, &mut io) {
            Ok(exit) => exit,
            Err(Stop::Said(message)) => {
                io.complain(&message).unwrap();
                Exit::Trouble
            }
            Err(Stop::Io(error)) => panic!("{error}"),
        };
        let text =
            |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(self.folder.path().to_str().unwrap(), "ROOM");
        (exit, text(out), text(err))
    }

    fn runs(&self) -> Vec<String> {
        self.opened.records.list().unwrap().iter().map(|entry| entry.run.to_string()).collect()
    }
}

fn a_room() -> Room {
    let mut room = Room::new();
    room.keep("over-old", "ann", "2024-01-10", true);
    room.keep("play-old", "ben", "2024-01-10", false);
    room.keep("over-new", "ben", "2026-01-10", true);
    room.keep("play-new", "cat", "2026-01-10", false);
    room.keep("from-the-future", "dot", "2031-01-10", true);
    room.opened.records.name_person(&PersonId::new("ann").unwrap(), Some("Ann Example")).unwrap();
    room
}

#[test]
fn it_says_what_it_will_do_and_then_does_it() {
    let mut room = a_room();
    room.it_is("2026-03-01");
    let all = room.runs();
    let (exit, out, err) = room.purge(Some("2 years"), false, Format::Human);
    assert_eq!((exit, room.runs()), (Exit::Findings, all));
    insta::assert_snapshot!(format!("{out}--\n{err}"), @r#"
    This is older than it should be, and would be erased for good.

    Runs that are over, with nothing added for 2 years:
      over-old: ann, small, luck acorn-0008, over, last 10 January 2024, 10:00

    Runs that are not over, with nothing added for 2 years:
      play-old: ben, small, luck acorn-0008, in play, last 10 January 2024, 10:00

    Their names go with their last runs: ann (Ann Example).
    Files that were exported or copied to other places are not known here.
    Nothing has been erased. To do it, say the same with --yes.
    --
    One run bears a date that is still to come, so it counts as new: from-the-future. The clock of this computer is wrong, or was.
    "#);
    let (exit, out, _) = room.purge(Some("2 years"), true, Format::Human);
    assert_eq!(exit, Exit::Clean);
    insta::assert_snapshot!(out, @r#"
    Erased: 2 runs.
      over-old
      play-old
    Files that were exported or copied to other places are not known here.
    "#);
    assert_eq!(room.runs(), ["over-new", "play-new", "from-the-future"]);
    // The name went with the last run.
    assert!(room.opened.records.people().unwrap().iter().all(|person| person.name.is_none()));
    let (exit, out, _) = room.purge(Some("2 years"), true, Format::Human);
    assert_eq!((exit, out.as_str()), (Exit::Clean, "Nothing is older than that. Nothing was erased.\n"));
}

#[test]
fn each_category_is_kept_for_its_own_time_as_the_clock_goes_on() {
    let mut room = a_room();
    assert_eq!(room.purge(None, true, Format::Human).0, Exit::Trouble);
    room.opened.records.set(Category::Finished.setting(), Some("P3Y")).unwrap();
    room.opened.records.set(Category::Unfinished.setting(), Some("P6M")).unwrap();
    let mut left = Vec::new();
    // The clock jumps back in between: nothing comes back, and nothing more goes.
    for date in ["2024-07-10", "2024-07-11", "2026-07-11", "1999-01-01", "2027-01-11", "2029-01-11", "2034-01-11"] {
        room.it_is(date);
        let (exit, _, _) = room.purge(None, true, Format::Human);
        assert_eq!(exit, Exit::Clean);
        left.push(format!("{date}: {}", room.runs().join(", ")));
    }
    insta::assert_snapshot!(left.join("\n"), @r#"
    2024-07-10: over-old, play-old, over-new, play-new, from-the-future
    2024-07-11: over-old, over-new, play-new, from-the-future
    2026-07-11: over-old, over-new, from-the-future
    1999-01-01: over-old, over-new, from-the-future
    2027-01-11: over-new, from-the-future
    2029-01-11: from-the-future
    2034-01-11:
    "#);
}

#[test]
fn what_is_played_stays() {
    let mut room = a_room();
    room.it_is("2026-03-01");
    let lock = room.opened.folder.lock_run(&RunId::new("over-old").unwrap()).unwrap();
    let (exit, out, err) = room.purge(Some("2 years"), true, Format::Json);
    assert_eq!(exit, Exit::Findings);
    insta::assert_snapshot!(format!("{out}--\n{err}"), @r#"
    {
      "backups": [],
      "done": true,
      "kind": "purge",
      "people": [],
      "runs": [
        "play-old"
      ],
      "set_aside": [],
      "something_left": false,
      "temporary": [],
      "version": 1
    }
    --
    One run bears a date that is still to come, so it counts as new: from-the-future. The clock of this computer is wrong, or was.
    over-old: another window is playing this run. Go on there, or close it first. To look at it meanwhile: defensible records show over-old
    "#);
    assert!(room.runs().contains(&"over-old".to_owned()));
    // So does the name of whoever plays it.
    assert!(room.opened.records.people().unwrap().iter().any(|person| person.name.is_some()));
    drop(lock);
    assert_eq!(room.purge(Some("2 years"), true, Format::Json).0, Exit::Clean);
}

#[test]
fn set_aside_files_have_an_age_too() {
    let mut room = Room::new();
    let file = room.folder.path().join("file");
    std::fs::write(&file, "harmed").unwrap();
    let aside = room.opened.folder.set_aside(&[file], at("2026-03-01")).unwrap();
    let days = |days: i64| Timestamp::now().as_second() + days * 86_400;
    room.now.store(days(20), Ordering::SeqCst);
    assert_eq!(room.purge(Some("30 days"), true, Format::Human).0, Exit::Clean);
    assert!(aside.exists());
    room.now.store(days(40), Ordering::SeqCst);
    let (exit, out, _) = room.purge(Some("30 days"), true, Format::Human);
    assert_eq!(exit, Exit::Clean);
    assert!(out.starts_with("Erased: 1 damaged file that was set aside.\n"), "{out}");
    assert!(!aside.exists());
}
