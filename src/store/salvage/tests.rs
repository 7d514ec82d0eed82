//! Real files of records, damaged in many ways.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::{Duration, Instant};

use rusqlite::{Connection, params};

use super::{Rescued, RescuedRun, rescue, timestamp};
use crate::run::event::{Event, What};
use crate::run::logfile::{FORMAT, Header, SCENARIO};
use crate::store::chain::{self, Hash};
use crate::store::ids::{PersonId, RunId};
use crate::store::records::NewRun;
use crate::store::rows::{BackupRow, DraftRow, LedgerRow, PersonRow, Proved, RunRow, SettingRow};

const PAGE: usize = 4096;
const FRAME: usize = 24 + PAGE;

/// Draws the same numbers every time.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }
}

/// A file of records as it is being written, and what is in it.
struct Store {
    folder: tempfile::TempDir,
    connection: Connection,
    texts: BTreeMap<String, String>,
    runs: BTreeMap<i64, RescuedRun>,
    people: BTreeMap<String, String>,
    settings: BTreeMap<String, String>,
    backups: BTreeMap<String, i64>,
}

/// How large things are.
#[derive(Clone, Copy)]
struct Sizes {
    runs: i64,
    text: usize,
    /// Of every tenth event.
    long: usize,
}

impl Store {
    fn new(texts: &[(&str, usize)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let connection = Connection::open(folder.path().join("records.sqlite")).unwrap();
        connection.pragma_update(None, "journal_mode", "WAL").unwrap();
        connection.pragma_update(None, "wal_autocheckpoint", 0).unwrap();
        connection.pragma_update(None, "secure_delete", "ON").unwrap();
        connection.pragma_update(None, "synchronous", "OFF").unwrap();
        connection.execute_batch(include_str!("../sqlite/schema.sql")).unwrap();
        let texts: BTreeMap<_, _> =
            texts.iter().map(|(name, length)| ((*name).to_owned(), words(name, *length))).collect();
        for text in texts.values() {
            let sql = "INSERT INTO text VALUES (?1, ?2)";
            connection.execute(sql, params![Hash::of_text(text).0, text]).unwrap();
        }
        let (people, settings, backups) = Default::default();
        Self { folder, connection, texts, runs: BTreeMap::new(), people, settings, backups }
    }

    /// In one go.
    fn commit(&mut self, write: impl FnOnce(&mut Self)) {
        self.connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        write(self);
        let row = LedgerRow { name: "run".to_owned(), rows: 1, mix: Hash::of_text("mix") };
        let sql = "INSERT OR REPLACE INTO ledger VALUES (?1, ?2, ?3, ?4)";
        self.connection.execute(sql, params![row.name, row.rows, row.mix.0, row.proof().0]).unwrap();
        self.connection.execute_batch("COMMIT").unwrap();
    }

    fn begin(&mut self, number: i64) {
        let header = Header {
            defensible: FORMAT,
            scenario: "small".to_owned(),
            edition: 1,
            variant: None,
            seed: u64::try_from(number).unwrap(),
            luck: "dice".to_owned(),
            hashes: self.texts.iter().map(|(name, text)| (name.clone(), Hash::of_text(text).to_hex())).collect(),
            kept: self.texts.clone(),
            trial: false,
            rules: 1,
        };
        let new = NewRun {
            run: RunId::new(&format!("small-{number:06}")).unwrap(),
            person: PersonId::new(&format!("trainee-{}", number % 7)).unwrap(),
            header,
            began: timestamp(1_700_000_000 + number),
        };
        let (touched, events, drafts, lost) = (new.began, Vec::new(), Vec::new(), Vec::new());
        self.runs.insert(number, RescuedRun { new, touched, events, of: 0, drafts, lost });
        self.put(number, Hash::NONE);
    }

    /// Adds events of these lengths.
    fn append(&mut self, number: i64, lengths: &[usize]) {
        let run = self.runs.get_mut(&number).unwrap();
        let mut head = chain::start(&chain::header_text(&run.new.header));
        for event in &run.events {
            head = chain::next(head, event.seq, &chain::event_text(event));
        }
        for length in lengths {
            let seq = u32::try_from(run.events.len()).unwrap();
            let text = words(&format!("{number} {seq}"), *length);
            let event = Event { seq, at: 60, what: What::Noted { text } };
            let body = chain::event_text(&event);
            head = chain::next(head, seq, &body);
            let sql = "INSERT INTO event VALUES (?1, ?2, ?3, ?4)";
            self.connection.execute(sql, params![number, seq, body, head.0]).unwrap();
            run.events.push(event);
            run.of = seq + 1;
        }
        run.touched = timestamp(run.touched.as_second() + 60);
        self.put(number, head);
    }

    fn put(&self, number: i64, head: Hash) {
        let run = &self.runs[&number];
        let header = chain::header_text(&run.new.header);
        let row = RunRow {
            number,
            run: run.new.run.to_string(),
            person: run.new.person.to_string(),
            head: if run.events.is_empty() { chain::start(&header) } else { head },
            header,
            began: run.new.began.as_second(),
            touched: run.touched.as_second(),
            events: i64::from(run.of),
            over: number % 5 == 0,
        };
        let proof = row.proof();
        let sql = "INSERT OR REPLACE INTO run VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        let (began, touched) = (row.began, row.touched);
        let values = params![
            number, row.run, row.person, row.header, began, touched, row.events, row.head.0, row.over, proof.0
        ];
        self.connection.execute(sql, values).unwrap();
    }

    fn draft(&mut self, number: i64, place: &str, body: Option<String>) {
        let drafts = &mut self.runs.get_mut(&number).unwrap().drafts;
        drafts.retain(|(other, _)| other != place);
        if let Some(body) = body {
            let row = DraftRow { run: number, place: place.to_owned(), body: body.clone() };
            let sql = "INSERT OR REPLACE INTO draft VALUES (?1, ?2, ?3, ?4)";
            self.connection.execute(sql, params![number, place, body, row.proof().0]).unwrap();
            drafts.push((place.to_owned(), body));
            drafts.sort_unstable();
        } else {
            let sql = "DELETE FROM draft WHERE run = ?1 AND place = ?2";
            self.connection.execute(sql, params![number, place]).unwrap();
        }
    }

    fn person(&mut self, id: &str, name: &str) {
        let row = PersonRow { id: id.to_owned(), name: name.to_owned() };
        let sql = "INSERT OR REPLACE INTO person VALUES (?1, ?2, ?3)";
        self.connection.execute(sql, params![id, name, row.proof().0]).unwrap();
        self.people.insert(row.id, row.name);
    }

    fn set(&mut self, name: &str, value: &str) {
        let row = SettingRow { name: name.to_owned(), value: value.to_owned() };
        let sql = "INSERT OR REPLACE INTO setting VALUES (?1, ?2, ?3)";
        self.connection.execute(sql, params![name, value, row.proof().0]).unwrap();
        self.settings.insert(row.name, row.value);
    }

    fn backed_up(&mut self, path: &str, made: i64) {
        let row = BackupRow { path: path.to_owned(), made };
        let sql = "INSERT OR REPLACE INTO backup VALUES (?1, ?2, ?3)";
        self.connection.execute(sql, params![path, made, row.proof().0]).unwrap();
        self.backups.insert(row.path, made);
    }

    fn checkpoint(&self) {
        self.connection.query_row("PRAGMA wal_checkpoint(FULL)", [], |_| Ok(())).unwrap();
    }

    /// The database and its journal as they lie on the disk.
    fn files(&self) -> (Vec<u8>, Vec<u8>) {
        let read = |name| std::fs::read(self.folder.path().join(name)).unwrap_or_default();
        (read("records.sqlite"), read("records.sqlite-wal"))
    }

    fn whole(&self) -> Rescued {
        let people = self.people.clone().into_iter().map(|(id, name)| PersonRow { id, name });
        let settings = self.settings.clone().into_iter().map(|(name, value)| SettingRow { name, value });
        let backups = self.backups.clone().into_iter().map(|(path, made)| BackupRow { path, made });
        Rescued {
            runs: self.runs.values().cloned().collect(),
            people: people.collect(),
            settings: settings.collect(),
            backups: backups.collect(),
        }
    }
}

/// A text of about this length, of its own for every seed.
fn words(seed: &str, length: usize) -> String {
    let mut text = format!("{seed}: \u{e9}");
    while text.len() < length {
        text.push_str(&Hash::of_text(&text[text.len().saturating_sub(80)..].replace('\u{e9}', "")).to_hex()[..40]);
        text.push(' ');
    }
    text
}

/// Runs and all the rest; much of it checkpointed, then some more that is in the journal only, before frames of an
/// earlier time.
fn store(sizes: Sizes) -> Store {
    let mut store = Store::new(&[(SCENARIO, sizes.text), ("panel.ron", sizes.text / 2), ("forms/a.forms.ron", 300)]);
    let length = |number: i64, seq: i64| if (number + seq) % 10 == 0 { sizes.long } else { 40 };
    let all: Vec<i64> = (1..=sizes.runs).collect();
    for some in all.chunks(15) {
        store.commit(|store| {
            for number in some.iter().copied() {
                store.begin(number);
                store.append(number, &[length(number, 0), length(number, 1), length(number, 2)]);
                store.draft(number, "answer/one", Some(words("draft", if number % 9 == 0 { 5000 } else { 90 })));
                if number % 4 == 0 {
                    store.draft(number, "answer/two", Some(words("other", 30)));
                }
            }
        });
    }
    store.commit(|store| {
        for number in 0..7 {
            store.person(&format!("trainee-{number}"), &format!("Jo {number}"));
        }
        store.set("retention", "400");
        store.set("language", "en-GB");
        store.backed_up("/media/stick/a.sqlite", 1_700_000_000);
    });
    store.checkpoint();
    let some: Vec<i64> = all.into_iter().step_by(6).collect();
    for some in some.chunks(4) {
        store.commit(|store| {
            for number in some.iter().copied() {
                store.append(number, &[length(number, 3), length(number, 4)]);
                store.draft(number, "answer/one", None);
                store.draft(number, "answer/two", (number % 4 == 0).then(|| "changed".to_owned()));
            }
        });
    }
    store.commit(|store| {
        store.person("trainee-1", "Jo Changed");
        store.set("language", "cy-GB");
        store.backed_up("/media/stick/b.sqlite", 1_700_000_100);
    });
    store
}

const SMALL: Sizes = Sizes { runs: 210, text: 9000, long: 6000 };

/// Whether nothing is there that was not written: runs are prefixes of what they were.
#[track_caller]
fn assert_part(part: &Rescued, whole: &Rescued) {
    for run in &part.runs {
        let of = whole.runs.iter().find(|of| of.new.run == run.new.run).expect("a run that never was");
        assert!(of.events.starts_with(&run.events), "{}", of.new.run);
        assert!(run.of <= of.of && run.of as usize >= run.events.len());
        assert_eq!((&run.new.person, run.new.began), (&of.new.person, of.new.began));
        for (name, text) in &run.new.header.kept {
            assert_eq!(Some(text), of.new.header.kept.get(name));
        }
        assert_eq!(run.new.header.kept.len() + run.lost.len(), of.new.header.kept.len());
        assert_eq!(run.new.header.hashes, of.new.header.hashes);
    }
    let numbers: Vec<_> = part.runs.iter().map(|run| run.new.header.seed).collect();
    assert!(numbers.is_sorted());
    let ids = |rescued: &Rescued| rescued.people.iter().map(|row| row.id.clone()).collect::<BTreeSet<_>>();
    assert!(ids(part).is_subset(&ids(whole)));
    let names = |rescued: &Rescued| rescued.settings.iter().map(|row| row.name.clone()).collect::<BTreeSet<_>>();
    assert!(names(part).is_subset(&names(whole)));
    assert!(part.backups.iter().all(|row| whole.backups.contains(row)));
}

/// Whether at least all of the other is there.
#[track_caller]
fn assert_covers(more: &Rescued, less: &Rescued) {
    for run in &less.runs {
        let of = more.runs.iter().find(|of| of.new.run == run.new.run).expect("a run was lost elsewhere");
        assert!(of.events.starts_with(&run.events), "{}", of.new.run);
        assert!(of.lost.iter().all(|name| run.lost.contains(name)));
    }
    for row in &less.people {
        assert!(more.people.iter().any(|other| other.id == row.id));
    }
    for row in &less.settings {
        assert!(more.settings.iter().any(|other| other.name == row.name));
    }
}

#[test]
fn a_whole_file_comes_back_whole() {
    let store = store(Sizes { runs: 230, text: 150_000, long: 12_000 });
    let (database, journal) = store.files();
    // Interior pages, overflow pages, and a journal with frames of an earlier time behind its own.
    let kinds: BTreeSet<u8> = database.chunks(PAGE).map(|page| page[0]).collect();
    assert!(kinds.is_superset(&[0x02, 0x0A, 0x00].into()), "{kinds:?}");
    let times: BTreeSet<&[u8]> = journal[32..].chunks(FRAME).map(|frame| &frame[8..16]).collect();
    assert_eq!(times.len(), 2);
    let rescued = rescue(&database, &journal);
    assert_eq!(rescued, store.whole());
    // After everything was checkpointed, too, with a journal that has nothing of its own, and without one.
    store.checkpoint();
    let (database, journal) = store.files();
    assert_eq!(rescue(&database, &journal), store.whole());
    assert_eq!(rescue(&database, &[]), store.whole());
}

#[test]
fn every_page_size_will_do() {
    for size in [512, 1024, 65_536] {
        let mut store = Store::new(&[]);
        let path = store.folder.path().join("other.sqlite");
        store.connection = Connection::open(&path).unwrap();
        store.connection.pragma_update(None, "page_size", size).unwrap();
        store.connection.pragma_update(None, "journal_mode", "WAL").unwrap();
        store.connection.execute_batch(include_str!("../sqlite/schema.sql")).unwrap();
        for number in 1..30 {
            store.commit(|store| {
                store.begin(number);
                store.append(number, &[30, 300, 9000, 70_000]);
            });
        }
        store.checkpoint();
        let mut database = std::fs::read(&path).unwrap();
        let rescued = rescue(&database, &[]);
        assert_eq!(rescued, store.whole(), "{size}");
        database[..100].fill(0);
        // Not every event is found while the pages are taken to be larger or smaller than they are.
        assert_part(&rescue(&database, &[]), &store.whole());
        assert_eq!(rescue(&database, &std::fs::read(path.with_extension("sqlite-wal")).unwrap()), store.whole());
    }
}

#[test]
fn the_newest_counts_and_what_was_deleted_stays_deleted() {
    let mut store = Store::new(&[(SCENARIO, 500)]);
    store.commit(|store| {
        for number in 1..=40 {
            store.begin(number);
            store.draft(number, "a", Some(words("draft", 700)));
            store.draft(number, "b", Some(words("long draft", 9000)));
        }
    });
    store.checkpoint();
    // The pages of the drafts become free, and hold events then; some in the journal, some in the database.
    for number in 1..=40 {
        store.commit(|store| {
            store.draft(number, "b", None);
            store.draft(number, "a", (number % 8 == 0).then(|| "kept".to_owned()));
        });
        if number == 20 {
            store.checkpoint();
        }
        let (database, journal) = store.files();
        assert_eq!(rescue(&database, &journal), store.whole(), "{number}");
    }
    for number in 1..=40 {
        store.commit(|store| store.append(number, &[3000, 100, 9000]));
        if number % 10 == 0 {
            store.checkpoint();
        }
        let (database, journal) = store.files();
        assert_eq!(rescue(&database, &journal), store.whole(), "{number}");
    }
    // A number that was given anew.
    store.commit(|store| {
        store.connection.execute_batch("DELETE FROM event WHERE run = 40; DELETE FROM draft WHERE run = 40").unwrap();
        store.begin(40);
        store.runs.get_mut(&40).unwrap().new.run = RunId::new("another").unwrap();
        store.put(40, Hash::NONE);
        store.append(40, &[50]);
    });
    let (database, journal) = store.files();
    assert_eq!(rescue(&database, &journal), store.whole());
}

#[test]
fn neither_header_nor_schema_is_needed() {
    let store = store(SMALL);
    let (database, journal) = store.files();
    for length in [16, 100, PAGE] {
        let mut database = database.clone();
        database[..length].fill(0);
        assert_eq!(rescue(&database, &journal), store.whole());
        let mut journal = journal.clone();
        journal[..32].fill(0);
        assert_part(&rescue(&database, &journal), &store.whole());
        assert_eq!(rescue(&database, &journal).runs.len(), store.runs.len());
    }
    // Nor are the pages on the way.
    let mut without = database.clone();
    for page in without.chunks_mut(PAGE).filter(|page| page[0] == 0x02) {
        page[8..12].fill(0xFF);
    }
    assert_eq!(rescue(&without, &journal), store.whole());
}

#[test]
fn a_text_that_is_built_in_is_never_lost() {
    let mut store = Store::new(&[]);
    let built_in = crate::bundled::practice_texts()[0];
    store.texts.insert("own".to_owned(), "not in the file".to_owned());
    store.texts.insert("forms".to_owned(), built_in.text.to_owned());
    store.commit(|store| store.begin(1));
    let (database, journal) = store.files();
    let rescued = rescue(&database, &journal);
    assert_eq!(rescued.runs[0].lost, ["own"]);
    assert_eq!(rescued.runs[0].new.header.kept.get("forms").map(String::as_str), Some(built_in.text));
}

#[test]
fn rows_that_do_not_prove_themselves_are_left() {
    let mut store = Store::new(&[(SCENARIO, 500)]);
    for number in 1..=4 {
        store.commit(|store| {
            store.begin(number);
            store.append(number, &[10, 10, 10]);
        });
    }
    store.commit(|store| store.person("a", "A"));
    let change = "UPDATE event SET body = replace(body, ': ', ':  ') WHERE run = 1 AND seq = 1;
        UPDATE event SET hash = zeroblob(32) WHERE run = 2;
        UPDATE run SET person = 'x' WHERE number = 3;
        DELETE FROM event WHERE run = 4 AND seq = 0;
        UPDATE person SET name = 'B'";
    // Without the journal, which has the versions from before.
    store.checkpoint();
    store.connection.pragma_update(None, "journal_mode", "DELETE").unwrap();
    store.connection.execute_batch(change).unwrap();
    let rescued = rescue(&store.files().0, &[]);
    let lengths: Vec<_> = rescued.runs.iter().map(|run| (run.new.header.seed, run.events.len(), run.of)).collect();
    // The hash of an event can be told from what comes behind it, if only one is damaged.
    assert_eq!(lengths, [(1, 1, 3), (2, 0, 3), (4, 0, 3)]);
    assert_eq!(rescued.people, []);
    store
        .connection
        .execute("UPDATE event SET hash = (SELECT head FROM run WHERE number = 2) WHERE run = 2 AND seq = 2", [])
        .unwrap();
    assert_eq!(rescue(&store.files().0, &[]).runs[1].events.len(), 0);
}

#[test]
fn cut_off_anywhere_what_is_left_comes_back() {
    let store = store(Sizes { runs: 60, text: 5000, long: 5000 });
    let (database, journal) = store.files();
    let whole = store.whole();
    let ends = |length: usize, page: usize| (0..=length / page).flat_map(move |at| [at * page, at * page + page / 2]);
    let mut runs = 0;
    for end in ends(database.len(), PAGE).filter(|end| *end <= database.len()) {
        let rescued = rescue(&database[..end], &[]);
        assert_part(&rescued, &whole);
        assert!(rescued.runs.len() + 4 > runs, "{end}");
        runs = rescued.runs.len();
    }
    for end in ends(journal.len(), FRAME).filter(|end| *end <= journal.len()) {
        let rescued = rescue(&database, &journal[..end]);
        assert_part(&rescued, &whole);
        assert_eq!(rescued.runs.len(), whole.runs.len());
        assert!(rescued.runs.iter().all(|run| run.events.len() >= 3));
    }
}

/// Flips single bits, and says what was lost.
fn flip(store: &Store, flips: usize) -> BTreeMap<String, usize> {
    let whole = store.whole();
    let (database, journal) = store.files();
    let length = database.len() + journal.len();
    let rescued = |bytes: &[u8]| {
        let (database, journal) = bytes.split_at(database.len());
        rescue(database, journal)
    };
    let mut bytes = [&database[..], &journal[..]].concat();
    let mut dice = Dice(0x5EED);
    let mut without: HashMap<usize, Rescued> = HashMap::new();
    let mut lost = BTreeMap::<String, usize>::new();
    for _ in 0..flips {
        let (at, bit) = (dice.below(length), dice.below(8));
        bytes[at] ^= 1 << bit;
        let found = rescued(&bytes);
        bytes[at] ^= 1 << bit;
        assert_part(&found, &whole);
        // No more is lost than if the whole page were gone.
        let page = match at.checked_sub(database.len()) {
            None => at / PAGE * PAGE..at / PAGE * PAGE + PAGE,
            Some(at) if at < 32 => database.len()..database.len() + 32,
            Some(at) => {
                let from = database.len() + 32 + (at - 32) / FRAME * FRAME;
                from..from + FRAME
            }
        };
        let least = without.entry(page.start).or_insert_with(|| {
            let mut bytes = bytes.clone();
            bytes[page.clone()].fill(0);
            rescued(&bytes)
        });
        assert_covers(&found, least);
        if at < 100 {
            assert_eq!(found, whole);
        }
        let missing = whole.runs.len() - found.runs.len();
        let shorter = found.runs.iter().filter(|run| run.events.len() < run.of as usize).count();
        let texts: BTreeSet<_> = found.runs.iter().flat_map(|run| &run.lost).collect();
        assert!(missing <= 1 && shorter <= 1 && texts.len() <= 1, "{at} {bit}");
        let same_rows = (&found.people, &found.settings, &found.backups)
            == (&whole.people, &whole.settings, &whole.backups)
            && found
                .runs
                .iter()
                .all(|run| whole.runs.iter().any(|of| of.new.run == run.new.run && of.drafts == run.drafts));
        let what = match (missing, shorter, texts.len(), same_rows) {
            (0, 0, 0, true) => "nothing",
            (0, 0, 0, false) => "a draft, a name or a setting, or an older one came back",
            (0, 0, ..) => "a text",
            (0, ..) => "the end of a run",
            _ => "a run",
        };
        *lost.entry(what.to_owned()).or_default() += 1;
    }
    lost
}

#[test]
fn a_flipped_bit_loses_no_more_than_where_it_is() {
    let store = store(Sizes { runs: 60, text: 5000, long: 5000 });
    let lost = flip(&store, 300);
    assert!(lost["nothing"] > 200, "{lost:?}");
}

/// `cargo test --release --lib salvage -- --ignored --nocapture`
#[test]
#[ignore = "takes minutes, and measures"]
fn two_thousand_flipped_bits() {
    let store = store(SMALL);
    for how in ["much of it in the journal", "all of it in the database"] {
        let (database, journal) = store.files();
        let begun = Instant::now();
        for _ in 0..10 {
            assert_eq!(rescue(&database, &journal), store.whole());
        }
        let speed = (database.len() + journal.len()) as f64 / 1e5 / begun.elapsed().as_secs_f64();
        println!("{how}: {} + {} bytes, {speed:.0} MB/s", database.len(), journal.len());
        println!("{:?}", flip(&store, 2000));
        store.checkpoint();
        store.connection.pragma_update(None, "journal_mode", "DELETE").unwrap();
    }
}

#[test]
fn garbage_is_neither_believed_nor_slow() {
    let mut dice = Dice(7);
    for length in [0, 1, 99, 100, 4095, 4096, 100_000] {
        let noise: Vec<u8> = (0..length).map(|_| dice.next().to_le_bytes()[3]).collect();
        assert_eq!(rescue(&noise, &noise), Rescued::default());
        assert_eq!(rescue(&vec![0xFF; length], &vec![0; length]), Rescued::default());
        for byte in [2, 5, 10, 11] {
            assert_eq!(rescue(&vec![byte; length], &vec![byte; length]), Rescued::default());
        }
    }
    // Pages full of the heads of events of 200 KB, each with overflow pages that lead in a ring.
    let begun = Instant::now();
    let serial = (400_013_u32..).step_by(2).find(|serial| {
        let total = (8 + 1 + 1 + (serial - 13) / 2 + 32) as usize;
        super::cells::local(total, PAGE).0 % 12 == 8
    });
    let serial = serial.unwrap();
    let seven = |shift: u32| (serial >> shift & 0x7F) as u8;
    let pages_of_ring = 64_u32;
    let mut pages = Vec::new();
    for page in 0..pages_of_ring {
        pages.extend([((page + 1) % pages_of_ring + 1).to_be_bytes(), [0x0A, 0, 0, 1]].concat());
        while pages.len() % PAGE != 0 {
            let head = [8, 1, 1, 0x80 | seven(21), 0x80 | seven(14), 0x80 | seven(7), seven(0), 76];
            let next = [0, 0, 0, dice.below(64).to_le_bytes()[0] + 1];
            let missing = PAGE - pages.len() % PAGE;
            pages.extend(head.iter().chain(&next).take(missing));
        }
    }
    assert_eq!(rescue(&pages, &pages), Rescued::default());
    println!("{} bytes of rings: {:?}", 2 * pages.len(), begun.elapsed());
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
    // A claim of 16 MiB in a file of two pages.
    let mut claim = [&[0x0A, 0, 0, 0, 1, 0, 10, 0, 0, 10][..], &[0x88, 0x80, 0x80, 0, 8, 1, 1, 0x88]].concat();
    claim.extend([0x80, 0x80, 0x0D, 76]);
    claim.resize(2 * PAGE, 0);
    assert_eq!(rescue(&claim, &[]), Rescued::default());
}

#[test]
fn anything_at_all_put_in_does_no_harm() {
    let store = store(Sizes { runs: 12, text: 5000, long: 6000 });
    let (database, journal) = store.files();
    let whole = store.whole();
    let mut dice = Dice(99);
    for _ in 0..300 {
        let (mut database, mut journal) = (database.clone(), journal.clone());
        for _ in 0..dice.below(20) {
            let file = if dice.below(2) == 0 { &mut database } else { &mut journal };
            // Much of what decides is at the beginning of pages.
            let at = dice.below(file.len());
            let at = if dice.below(2) == 0 { at } else { at / PAGE * PAGE + dice.below(40) };
            let length = 1 << dice.below(12);
            let byte = dice.next().to_le_bytes()[0];
            let noisy = dice.below(2) == 0;
            for place in file.iter_mut().skip(at).take(length) {
                *place = if noisy { dice.next().to_le_bytes()[0] } else { byte };
            }
        }
        assert_part(&rescue(&database, &journal), &whole);
    }
}
