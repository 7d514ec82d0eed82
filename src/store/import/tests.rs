use super::*;
use crate::run::event::What;
use crate::run::rng;
use crate::store::clock::Clock;
use crate::store::export;
use crate::store::open::{Opened, open};

fn header(seed: u64) -> Header {
    let kept: BTreeMap<String, String> =
        [(logfile::SCENARIO, "Scenario()"), ("forms/a.forms.ron", "[]")].map(|(a, b)| (a.into(), b.into())).into();
    Header {
        defensible: logfile::FORMAT,
        scenario: "small".to_owned(),
        edition: 1,
        variant: None,
        seed,
        luck: rng::ALGORITHM.to_owned(),
        hashes: kept.iter().map(|(name, text)| (name.clone(), chain::Hash::of_text(text).to_hex())).collect(),
        kept,
        trial: false,
        rules: 1,
    }
}

fn events(n: u32, words: &str) -> Vec<Event> {
    (0..n).map(|seq| Event { seq, at: 60, what: What::Noted { text: format!("{words} {seq}") } }).collect()
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn incoming(run: Option<&str>, person: &str, seed: u64, events: Vec<Event>) -> Incoming {
    Incoming {
        run: run.map(|run| RunId::new(run).unwrap()),
        person: PersonId::new(person).unwrap(),
        header: header(seed),
        began: at(1_000),
        touched: at(2_000),
        events,
        drafts: None,
    }
}

struct Room {
    _folder: tempfile::TempDir,
    opened: Opened,
}

impl Room {
    fn new() -> Self {
        let folder = tempfile::TempDir::new().unwrap();
        let opened = open(&folder.path().join("data"), &Clock::telling(|| at(5_000))).unwrap();
        Self { _folder: folder, opened }
    }

    fn take(&mut self, runs: &[Incoming]) -> Vec<Done> {
        let answers = Shelf::new(&self.opened.folder, self.opened.records.as_mut()).unwrap().take(runs);
        answers.into_iter().map(Result::unwrap).collect()
    }

    fn export(&self) -> String {
        let records = &self.opened.records;
        let runs: Vec<Kept> = records.list().unwrap().iter().map(|entry| records.run(&entry.run).unwrap()).collect();
        export::json(&export::document(&records.people().unwrap(), &runs))
    }
}

fn name(run: &str) -> RunId {
    RunId::new(run).unwrap()
}

#[test]
fn taking_in_twice_changes_nothing() {
    let mut room = Room::new();
    let runs = [incoming(Some("small-a"), "ann", 7, events(3, "a")), incoming(None, "ann", 8, events(2, "b"))];
    let done = room.take(&runs);
    assert_eq!(done[0], Done::New { run: name("small-a"), events: 3 });
    let export = room.export();
    let again = room.take(&runs);
    assert_eq!(again, [Done::Known { run: name("small-a") }, Done::Known { run: done[1].run().clone() }]);
    assert_eq!(room.export(), export);
}

#[test]
fn a_beginning_is_brought_up_to_date_and_what_goes_further_is_left() {
    let mut room = Room::new();
    room.take(&[incoming(Some("small-a"), "ann", 7, events(3, "a"))]);
    let mut further = incoming(None, "ann", 7, events(5, "a"));
    further.touched = at(3_000);
    assert_eq!(room.take(&[further]), [Done::Further { run: name("small-a"), added: 2 }]);
    let kept = room.opened.records.run(&name("small-a")).unwrap();
    assert_eq!((kept.events, kept.entry.touched, kept.entry.began), (events(5, "a"), at(3_000), at(1_000)));
    let export = room.export();
    assert_eq!(room.take(&[incoming(None, "ann", 7, events(2, "a"))]), [Done::Behind { run: name("small-a") }]);
    assert_eq!(room.export(), export);
    // Somebody else's, or with other luck, or gone another way: a run of its own.
    for other in [
        incoming(None, "ben", 7, events(5, "a")),
        incoming(None, "ann", 9, events(5, "a")),
        incoming(None, "ann", 7, events(5, "b")),
    ] {
        assert!(matches!(room.take(&[other]).remove(0), Done::New { .. }));
    }
    assert_eq!(room.opened.records.list().unwrap().len(), 4);
}

#[test]
fn another_run_of_that_name_gets_a_fresh_one_and_only_once() {
    let mut room = Room::new();
    room.take(&[incoming(Some("small-a"), "ann", 7, events(3, "a"))]);
    let other = [incoming(Some("small-a"), "ben", 7, events(3, "b"))];
    let Done::Renamed { run, was, .. } = room.take(&other).remove(0) else { panic!() };
    assert_eq!(was, name("small-a"));
    assert_eq!(room.take(&other), [Done::Known { run }]);
}

#[test]
fn runs_that_went_alike_stay_apart() {
    let mut room = Room::new();
    let runs = [
        incoming(Some("small-a"), "ann", 7, events(2, "a")),
        incoming(Some("small-b"), "ann", 7, events(2, "a")),
        incoming(Some("small-c"), "ann", 7, events(4, "a")),
    ];
    assert!(room.take(&runs).iter().all(|done| matches!(done, Done::New { .. })));
    assert!(room.take(&runs).iter().all(|done| matches!(done, Done::Known { .. })));
    assert_eq!(room.opened.records.list().unwrap().len(), 3);
}

#[test]
fn a_run_that_is_played_is_not_written_to() {
    let mut room = Room::new();
    room.take(&[incoming(Some("small-a"), "ann", 7, events(3, "a"))]);
    let lock = room.opened.folder.lock_run(&name("small-a")).unwrap();
    let further = [incoming(None, "ann", 7, events(5, "a"))];
    let answer = Shelf::new(&room.opened.folder, room.opened.records.as_mut()).unwrap().take(&further).remove(0);
    assert_eq!(answer, Err(Trouble::InUse { run: name("small-a") }));
    drop(lock);
    assert!(matches!(room.take(&further).remove(0), Done::Further { .. }));
}

#[test]
fn what_goes_out_comes_in_again_byte_for_byte() {
    let mut room = Room::new();
    let mut one = incoming(Some("small-a"), "ann", 7, events(3, "a"));
    one.drafts = Some([("terminal".to_owned(), "{\"half\": 1}".to_owned())].into());
    room.take(&[one, incoming(Some("small-b"), "ben", 8, Vec::new())]);
    room.opened.records.name_person(&PersonId::new("ann").unwrap(), Some("Ann \u{175} Example")).unwrap();
    let out = room.export();
    let read = document(out.as_bytes()).unwrap();
    let mut other = Room::new();
    let runs: Vec<Incoming> = read.runs.into_iter().map(Result::unwrap).collect();
    other.take(&runs);
    for one in read.people {
        other.opened.records.name_person(&one.id, one.name.as_deref()).unwrap();
    }
    assert_eq!(other.export(), out);
}

#[test]
fn a_changed_document_is_noticed_run_by_run() {
    let mut room = Room::new();
    room.take(&[
        incoming(Some("small-a"), "ann", 7, events(3, "first")),
        incoming(Some("small-b"), "ben", 8, events(3, "second")),
    ]);
    let out = room.export();
    let doubts = |from: &str, to: &str| {
        let changed = out.replacen(from, to, 1);
        assert_ne!(changed, out, "{from}");
        let runs = document(changed.as_bytes()).unwrap().runs;
        runs.into_iter().map(|run| run.err().map(|(run, doubt)| (run.to_string(), doubt))).collect::<Vec<_>>()
    };
    let events = |run: &str| Some((run.to_owned(), Doubt::Events));
    assert_eq!(doubts("second 1", "second 7"), [None, events("small-b")]);
    assert_eq!(doubts("\"seq\": 2", "\"seq\": 3"), [events("small-a"), None]);
    assert_eq!(doubts("\"seed\": 7", "\"seed\": 9"), [events("small-a"), None]);
    let text = |run: &str| Some((run.to_owned(), Doubt::Header(Fault::Changed { name: logfile::SCENARIO.into() })));
    assert_eq!(doubts("Scenario()", "Scenario( )"), [text("small-a"), text("small-b")]);
    assert_eq!(doubts("\"began\": \"1970", "\"began\": \"x970"), [Some(("small-a".into(), Doubt::Date)), None]);
    assert_eq!(
        document(out.replacen("\"version\": 1", "\"version\": 2", 1).as_bytes()),
        Err(NoDocument::Newer { version: 2 })
    );
    assert_eq!(document(b"{\"findings\": [], \"version\": 1}"), Err(NoDocument::NotOurs));
    assert!(matches!(document(&out.as_bytes()[..out.len() / 2]), Err(NoDocument::Broken { .. })));
    assert!(is_document(out.as_bytes()) && is_document(format!("\u{feff}{out}").as_bytes()));
    assert!(!is_document(header(7).line().as_bytes()));
}
