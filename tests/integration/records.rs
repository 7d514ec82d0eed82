//! `defensible records` as a practice teacher and a data protection officer meet it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;
use std::time::{Duration, SystemTime};

use defensible::text::Catalogue;
use serde_json::Value;

use crate::room::{Room, err, out};

/// What nobody but Ann would write.
const REASON: &str = "The zebra rang back about the quibble.";
const NOTE: &str = "My own flimflam: ask about the marmalade.";
const HALF: &str = "I am only half way through this wobble";

/// Runs as trainees hand them in on a stick: one over and one in play of Ann, one of Ben, one that is damaged, and
/// files that are no runs.
fn stick(room: &Room) {
    let log = |args: &[&str], path: &str, lines: &[&str]| {
        let output = at_home(room, &[args, &["--log", path]].concat(), lines);
        assert!(output.status.success(), "{}", err(&output));
    };
    for folder in ["stick/ann", "stick/group one/Ben B", "home"] {
        fs::create_dir_all(room.path(folder)).unwrap();
    }
    log(&["play", "missed-monday", "--plan", "careless"], "stick/ann/monday.jsonl", &[]);
    log(&["play", "missed-monday", "--seed", "8"], "stick/ann/again.jsonl", &["", "", "go", "1", "go", "quit"]);
    log(&["play", "missed-monday", "--plan", "trap"], "stick/group one/Ben B/monday.jsonl", &[]);
    log(&["play", "missed-monday", "--seed", "9"], "stick/cat.jsonl", &["", "", "go", "1", "go", "quit"]);
    let cut = room.read("stick/cat.jsonl");
    fs::write(room.path("stick/cat.jsonl"), &cut[..cut.len() - 9]).unwrap();
    fs::write(room.path("stick/notes.txt"), "Dear diary\n").unwrap();
    fs::write(room.path("stick/.DS_Store"), "system").unwrap();
    // When a log was written is known from its file alone.
    for (file, days) in [("ann/monday", 0), ("ann/again", 1), ("group one/Ben B/monday", 2), ("cat", 3)] {
        dated(&room.path(&format!("stick/{file}.jsonl")), days);
    }
}

/// 1 March 2021, 10:00, and so many days.
fn dated(path: &Path, days: u64) {
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_614_592_800 + days * 86_400);
    fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

/// Runs with records of its own that no test looks at.
fn at_home(room: &Room, args: &[&str], lines: &[&str]) -> Output {
    let input = lines.join("\n") + "\n";
    room.command(args).env("DEFENSIBLE_DATA_DIR", room.path("home")).write_stdin(input).output().unwrap()
}

fn records(room: &Room, args: &[&str]) -> Output {
    room.command(&[&["records"], args].concat()).env("TZ", "UTC").output().unwrap()
}

/// What is shown, how it ends, and what is said beside it, with names and places that are the same every time.
fn told(room: &Room, args: &[&str]) -> String {
    let output = records(room, args);
    let (shown, said) = (out(&output), err(&output));
    let code = output.status.code().unwrap();
    let mut text = shown;
    if !said.is_empty() {
        text.push_str("--- said\n");
        text.push_str(&said);
    }
    if code != 0 {
        text.push_str(&format!("--- ends with {code}\n"));
    }
    plain(room, &text)
}

/// A text without what differs from run to run.
fn plain(room: &Room, text: &str) -> String {
    let mut text = text.replace(room.data.path().to_str().unwrap(), "DATA");
    text = text.replace(room.folder.path().to_str().unwrap(), "ROOM");
    for (number, run) in (1..).zip(runs(room)) {
        // As wide, so that columns stay where they are.
        text = text.replace(run.as_str(), &format!("missed-monday-RUN{number:03}"));
    }
    let is_hash = |word: &str| matches!(word.len(), 12 | 64) && word.chars().all(|c| c.is_ascii_hexdigit());
    let hash = |word: &str| if is_hash(word) { "<hash>".to_owned() } else { word.to_owned() };
    let mut plain = String::new();
    let mut word = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            word.push(c);
        } else {
            plain.push_str(&hash(&word));
            word.clear();
            plain.push(c);
        }
    }
    plain + &hash(&word)
}

fn json(room: &Room, args: &[&str]) -> Value {
    serde_json::from_str(&out(&records(room, args))).unwrap()
}

/// The names of the runs that are kept.
fn runs(room: &Room) -> Vec<String> {
    let list = records(room, &["list", "--format", "json"]);
    let list: Value = serde_json::from_str(&out(&list)).unwrap_or_default();
    let runs = list["runs"].as_array().cloned().unwrap_or_default();
    runs.iter().map(|run| run["run"].as_str().unwrap().to_owned()).collect()
}

/// A room with the stick, taken in.
fn a_room() -> Room {
    let room = Room::new();
    stick(&room);
    records(&room, &["import", "stick"]);
    assert_eq!(runs(&room).len(), 4);
    room
}

/// A run of Ann's that is being played here: with a note, an answer that is half written, and whatever else.
fn ann_plays(room: &Room, id: &str) -> String {
    let mut lines = vec!["", "", "go", "1", "g", "go", "voicemail", "ring-ward", "yes", "go", "go", "go"];
    let note = format!("note {NOTE}");
    lines.extend([note.as_str(), "answer", "acceptable abs", REASON, "", "80", "skip", "", "commit"]);
    lines.extend(["end", "go", "g", "go", "go", "go", "request", "ring the uncle", "y", "go", "end", "go"]);
    lines.extend(["answer away", "1", HALF]);
    let before = runs(room);
    let output = room.typed(&["play", "missed-monday", "--seed", "8", "--person", id], &lines);
    assert!(output.status.success(), "{}", err(&output));
    runs(room).into_iter().find(|run| !before.contains(run)).unwrap()
}

/// Every file below a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.insert(path.display().to_string(), fs::read(&path).unwrap());
        }
    }
    all
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text.as_bytes()))
}

#[test]
fn a_stick_is_taken_in_once() {
    let room = Room::new();
    stick(&room);
    insta::assert_snapshot!("import", told(&room, &["import", "stick"]));
    let before = out(&records(&room, &["export"]));
    insta::assert_snapshot!("import-again", told(&room, &["import", "stick"]));
    assert_eq!(out(&records(&room, &["export"])), before, "importing twice changed something");
    insta::assert_snapshot!("import-json", told(&room, &["import", "stick", "--format", "json"]));
    // Ann plays on at home, and hands it in once more.
    let output = at_home(&room, &["play", "--resume", "stick/ann/again.jsonl"], &["go", "go", "quit"]);
    assert!(output.status.success(), "{}", err(&output));
    dated(&room.path("stick/ann/again.jsonl"), 9);
    fs::remove_file(room.path("stick/cat.jsonl")).unwrap();
    fs::remove_file(room.path("stick/notes.txt")).unwrap();
    insta::assert_snapshot!("import-further", told(&room, &["import", "stick"]));
    let list = told(&room, &["list", "--person", "ann"]);
    assert!(list.contains("begun 2 March 2021, 10:00; last 10 March 2021, 10:00"), "{list}");
}

#[test]
fn whose_a_log_is_can_be_said() {
    let room = Room::new();
    stick(&room);
    records(&room, &["import", "stick/ann/monday.jsonl", "--person", "Dot"]);
    records(&room, &["import", "stick/ann/monday.jsonl"]);
    let list = json(&room, &["list", "--format", "json"]);
    let people: Vec<&str> =
        list["runs"].as_array().unwrap().iter().map(|run| run["person"].as_str().unwrap()).collect();
    assert_eq!(people, ["dot", "monday"]);
}

#[test]
fn what_can_not_be_taken_in_is_said() {
    let room = Room::new();
    stick(&room);
    fs::create_dir(room.path("empty")).unwrap();
    fs::write(room.path("cut.json"), "{\"kind\": \"defensible-records\", \"version\": 1, \"people\": [").unwrap();
    fs::write(room.path("other.json"), "{\"version\": 1, \"findings\": []}").unwrap();
    fs::write(room.path("newer.json"), "{\"kind\": \"defensible-records\", \"version\": 7}").unwrap();
    fs::write(room.path("\u{674e}.jsonl"), room.read("stick/ann/monday.jsonl")).unwrap();
    fs::write(room.path("other.sqlite"), b"SQLite format 3\0and nothing more").unwrap();
    let mut shown = String::new();
    for path in
        ["gone", "empty", "stick/notes.txt", "cut.json", "other.json", "newer.json", "\u{674e}.jsonl", "other.sqlite"]
    {
        shown.push_str(&format!("> import {path}\n{}", told(&room, &["import", path])));
    }
    insta::assert_snapshot!(shown);
    assert_eq!(runs(&room), [""; 0]);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let room = Room::new();
    stick(&room);
    fs::create_dir(room.path("handed-in")).unwrap();
    std::os::unix::fs::symlink(room.path("stick/ann"), room.path("handed-in/ann")).unwrap();
    std::os::unix::fs::symlink(room.path("stick/ann/monday.jsonl"), room.path("handed-in/run.jsonl")).unwrap();
    std::os::unix::fs::symlink(room.path("handed-in"), room.path("handed-in/round")).unwrap();
    let output = records(&room, &["import", "handed-in"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(err(&output).matches("this is a link").count(), 3, "{}", err(&output));
    assert_eq!(runs(&room), [""; 0]);
}

#[test]
fn the_list_is_read_from_top_to_bottom() {
    let room = Room::new();
    insta::assert_snapshot!(told(&room, &["list"]), @"No runs are kept here yet. To begin one: defensible play missed-monday");
    let room = a_room();
    records(&room, &["name", "ann", "Ann Example"]);
    insta::assert_snapshot!("list", told(&room, &["list"]));
    insta::assert_snapshot!("list-person", told(&room, &["list", "--person", "ben-b"]));
    insta::assert_snapshot!("list-json", told(&room, &["list", "--format", "json"]));
    insta::assert_snapshot!(told(&room, &["list", "--person", "anne"]), @r#"
    --- said
    Nothing is kept here of anybody called "anne". Did you mean ann?
    --- ends with 2
    "#);
    let narrow = room.command(&["records", "list"]).env("TZ", "UTC").env("COLUMNS", "40").output().unwrap();
    assert!(out(&narrow).lines().all(|line| line.chars().count() <= 40), "{}", out(&narrow));
    // Dates are those of the place where it is read.
    let there = room.command(&["records", "list"]).env("TZ", "America/New_York").output().unwrap();
    assert!(out(&there).contains("begun 1 March 2021, 05:00"), "{}", out(&there));
}

#[test]
fn a_run_is_shown_as_the_trainee_knows_it() {
    let room = a_room();
    let run = ann_plays(&room, "ann");
    let shown = told(&room, &["show", &run]);
    // The dates are those of today.
    let dates = |line: &&str| !line.starts_with("Begun") && !line.starts_with("Last");
    insta::assert_snapshot!("show", shown.lines().filter(dates).collect::<Vec<_>>().join("\n"));
    for hidden in ["Drafted", "reviewer", "Drifted", "short", "secret"] {
        assert!(!shown.contains(hidden), "{hidden}: {shown}");
    }
    assert!(!shown.contains(HALF), "what is half written is nobody's to read yet: {shown}");
    let shown = json(&room, &["show", &run, "--format", "json"]);
    assert_eq!((shown["version"].as_u64(), shown["kind"].as_str()), (Some(1), Some("run")));
    assert!(shown["lines"].as_array().unwrap().iter().any(|line| line["what"].as_str().unwrap().contains(NOTE)));
    // A run that is over, by the beginning of its name if that is enough.
    let all = runs(&room);
    let begins = &all[1]["missed-monday-".len()..];
    let begins = (1..=begins.len()).map(|end| format!("missed-monday-{}", &begins[..end]));
    let begins = begins.into_iter().find(|name| all.iter().filter(|run| run.starts_with(name)).count() == 1).unwrap();
    insta::assert_snapshot!("show-over", told(&room, &["show", &begins]));
    let several = told(&room, &["show", "missed"]);
    assert!(several.contains("More than one run begins with"), "{several}");
    let none = told(&room, &["show", "nothing-like-it"]);
    assert!(none.contains("No run is called") && none.contains("ends with 2"), "{none}");
}

#[test]
fn a_run_that_is_played_can_be_looked_at() {
    let room = a_room();
    let run = runs(&room).remove(0);
    let lock = room.data.path().join("locks");
    fs::create_dir_all(&lock).unwrap();
    let held = fs::File::create(lock.join(format!("{run}.lock"))).unwrap();
    held.lock().unwrap();
    assert!(told(&room, &["show", &run]).contains("in play"));
    let erased = told(&room, &["erase", &run, "--yes"]);
    assert!(erased.contains("another window is playing this run"), "{erased}");
    assert_eq!(runs(&room).len(), 4);
}

#[test]
fn what_goes_out_comes_in_again() {
    let (room, other) = (a_room(), Room::new());
    ann_plays(&room, "ann");
    records(&room, &["name", "ann", "Ann \u{174}yn Example"]);
    let said = told(&room, &["export", "-o", "all.json"]);
    insta::assert_snapshot!(said, @r#"
    --- said
    5 runs written to ROOM/all.json
    It holds what people wrote. Keep it where only those can read it who need to.
    "#);
    let all = room.read("all.json");
    assert_eq!(out(&records(&room, &["export", "-o", "-"])), all);
    let moved = room.path("all.json");
    let output = records(&other, &["import", moved.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(out(&records(&other, &["export"])), all);
    // What is there already is never written over.
    let again = told(&room, &["export", "-o", "all.json"]);
    assert!(again.contains("is there already") && again.contains("ends with 2"), "{again}");
    assert_eq!(room.read("all.json"), all);
    // One person's runs are theirs alone.
    let ben = out(&records(&room, &["export", "--person", "ben-b"]));
    assert!(!ben.contains("\"ann\"") && !ben.contains("zebra"), "another person's words went out");
    let ben: Value = serde_json::from_str(&ben).unwrap();
    assert_eq!((ben["version"].as_u64(), ben["runs"].as_array().unwrap().len()), (Some(1), 1));
    // One that was changed is refused by name, and the others come in.
    fs::write(room.path("changed.json"), all.replace("quibble", "quarrel")).unwrap();
    let third = Room::new();
    let output = records(&third, &["import", room.path("changed.json").to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("is not taken in") && err(&output).contains("was changed"), "{}", err(&output));
    assert_eq!(runs(&third).len(), 4);
}

#[test]
fn a_log_goes_out_as_it_was_written() {
    let room = a_room();
    let run = runs(&room).remove(0);
    let log = records(&room, &["export", &run, "--format", "log"]);
    assert_eq!(out(&log), room.read("stick/ann/again.jsonl"));
    let all = told(&room, &["export", "--format", "log"]);
    insta::assert_snapshot!(all, @r#"
    --- said
    A log is of one run, and 4 were asked for. Name one, or choose --format json.
    --- ends with 2
    "#);
}

#[test]
fn a_table_opens_in_a_spreadsheet() {
    let room = a_room();
    records(&room, &["name", "ann", "=Ann Example"]);
    let run = runs(&room).remove(1);
    let table = out(&records(&room, &["export", &run, "--format", "csv"]));
    assert!(table.starts_with('\u{feff}') && table.contains("\r\n"));
    let shown = plain(&room, table.trim_start_matches('\u{feff}')).replace("\r\n", "\n");
    insta::assert_snapshot!("export-csv", shown);
    // All of them, with what was written and decided.
    ann_plays(&room, "ann");
    let table = out(&records(&room, &["export", "--format", "csv"]));
    for text in [REASON, NOTE, "'=Ann Example", "2025-11-25 10:13"] {
        assert!(table.contains(text), "{text}");
    }
}

#[test]
fn nothing_of_a_person_is_left() {
    const ID: &str = "quorn-ann";
    let room = a_room();
    records(&room, &["import", "stick/ann", "--person", ID]);
    let run = ann_plays(&room, ID);
    records(&room, &["name", ID, "Ann Example"]);
    let data = room.data.path();
    // What may lie about: a damaged file that was set aside, and what was broken off.
    fs::create_dir_all(data.join("set-aside/damaged-2021-03-01-100000")).unwrap();
    fs::copy(data.join("records.sqlite"), data.join("set-aside/damaged-2021-03-01-100000/records.sqlite")).unwrap();
    records(&room, &["backup"]);
    fs::copy(data.join("records.sqlite"), data.join("backups/.unfinished-x7Yz")).unwrap();
    fs::copy(data.join("records.sqlite"), data.join("records.making")).unwrap();
    let mut traces = vec![ID, "Ann Example", REASON, NOTE, HALF, "flimflam", "marmalade"];
    traces.push(&run);
    let anns: Vec<String> = json(&room, &["list", "--person", ID, "--format", "json"])["runs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|run| run["run"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(anns.len(), 3);
    traces.extend(anns.iter().map(String::as_str));
    for trace in &traces {
        assert!(files(data).iter().any(|(path, bytes)| holds(bytes, trace) || path.contains(trace)), "{trace}");
    }

    let before = files(data);
    let would = dateless(&told(&room, &["erase", "--person", ID]));
    insta::assert_snapshot!("erase-would", would);
    let after = files(data);
    for name in ["records.sqlite", "set-aside/damaged-2021-03-01-100000/records.sqlite"] {
        let path = data.join(name).display().to_string();
        assert_eq!(before[&path], after[&path], "{name}: saying what would be erased changed something");
    }
    insta::assert_snapshot!(
        "erase-would-json",
        dateless(&told(&room, &["erase", "--person", ID, "--format", "json"]))
    );

    let names: Vec<(String, String)> =
        (1..).zip(runs(&room)).map(|(number, run)| (run, format!("missed-monday-RUN{number:03}"))).collect();
    let mut done = told(&room, &["erase", "--person", ID, "--yes"]);
    for (run, name) in &names {
        done = done.replace(run, name);
    }
    insta::assert_snapshot!("erase", dateless(&done));
    assert_eq!(runs(&room).len(), 4);
    let backup = data.join("backups").display().to_string();
    for (path, bytes) in files(data).iter().filter(|(path, _)| !path.starts_with(&backup)) {
        for trace in &traces {
            assert!(!holds(bytes, trace), "{trace:?} is left in {path}");
            assert!(!path.contains(trace), "{trace:?} is left in the name of {path}");
        }
    }
    // The backup was named; once it is gone, it is not any more.
    fs::remove_dir_all(data.join("backups")).unwrap();
    let ben = told(&room, &["erase", "--person", "ben-b"]);
    assert!(!ben.contains("backups"), "{ben}");
    let gone = told(&room, &["erase", "--person", ID, "--yes"]);
    insta::assert_snapshot!(gone, @r#"
    --- said
    Nothing is kept here of anybody called "quorn-ann".
    --- ends with 2
    "#);
}

/// A stick that is not plugged in is no stick that was wiped: only in the data folder is it certain that a backup is gone.
#[test]
fn backups_that_are_away_are_named_and_those_that_are_gone_are_not() {
    let room = a_room();
    let run = runs(&room).remove(2);
    let own = room.data.path().join("backups");
    for folder in [room.path("away"), room.path("empty"), own.clone()] {
        fs::create_dir(&folder).unwrap();
        let file = folder.join("all.sqlite");
        records(&room, &["backup", file.to_str().unwrap()]);
        fs::remove_file(file).unwrap();
    }
    fs::remove_dir(room.path("away")).unwrap();
    let done = dateless(&told(&room, &["erase", &run, "--yes"]));
    for folder in ["away", "empty"] {
        assert!(done.contains(&format!("{folder}/all.sqlite (made TODAY; not found there just now)")), "{done}");
    }
    assert!(!done.contains("backups/all.sqlite"), "{done}");
}

/// A text without today's date.
fn dateless(text: &str) -> String {
    let today = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    let today =
        jiff::Timestamp::from_second(i64::try_from(today).unwrap()).unwrap().to_zoned(jiff::tz::TimeZone::UTC);
    let long = today.strftime("%-d %B %Y").to_string();
    let short = today.strftime("%Y-%m-%d").to_string();
    // Where a line is broken rests on the date too.
    let mut text = text.replace(&short, "TODAY").replace("\n    ", " ");
    while let Some(at) = text.find(&long) {
        let end = at + long.len() + ", 09:14".len();
        text.replace_range(at..end, "TODAY");
    }
    while let Some(at) = text.find("TODAYT") {
        let end = text[at..].find('Z').map_or(text.len(), |end| at + end + 1);
        text.replace_range(at..end, "NOW");
    }
    text
}

#[test]
fn one_run_is_erased_and_the_others_stay() {
    let room = a_room();
    let run = ann_plays(&room, "ann");
    let mut left = runs(&room);
    left.retain(|one| *one != run);
    let output = records(&room, &["erase", &run, "--yes", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(runs(&room), left);
    for (path, bytes) in files(room.data.path()) {
        assert!(!holds(&bytes, &run) && !holds(&bytes, REASON) && !path.contains(&run), "{path}");
    }
    // Those that stay are whole.
    assert_eq!(records(&room, &["verify"]).status.code(), Some(0));
    let output = room.typed(&["debrief", &left[1]], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
}

#[test]
fn what_is_old_goes_when_somebody_says_so() {
    let room = a_room();
    ann_plays(&room, "ann");
    insta::assert_snapshot!("purge-no-policy", told(&room, &["purge"]));
    insta::assert_snapshot!("purge-would", told(&room, &["purge", "--older-than", "3 years"]));
    assert_eq!(runs(&room).len(), 5);
    assert_eq!(
        told(&room, &["purge", "--older-than", "300 years"]),
        "Nothing is older than that. Nothing was erased.\n"
    );
    let json = told(&room, &["purge", "--older-than", "P3Y", "--format", "json"]);
    insta::assert_snapshot!("purge-would-json", json);
    let output = records(&room, &["purge", "--older-than", "P3Y", "--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(runs(&room).len(), 1);
    let mut said = String::new();
    for typed in ["soon", "90", "-2 years", "18m", "0 days", "9999 years", ""] {
        said.push_str(&told(&room, &["purge", "--older-than", typed, "--yes"]));
    }
    insta::assert_snapshot!("purge-no-length", said);
    assert_eq!(runs(&room).len(), 1);
}

#[test]
fn how_long_things_are_kept_can_be_set() {
    let room = a_room();
    let set = ["retention", "--finished", "2 years", "--unfinished", "P6M"];
    let shown = [
        told(&room, &["retention"]),
        told(&room, &set),
        told(&room, &["retention", "--finished", "never", "--set-aside", "90 days", "--format", "json"]),
        told(&room, &["retention", "--finished", "never", "--unfinished", "a while"]),
    ];
    insta::assert_snapshot!("retention", shown.join("\n"));
    // Only what is not over has an age now.
    let would = json(&room, &["purge", "--format", "json"]);
    assert_eq!(would["runs"].as_array().unwrap().len(), 2, "{would}");
    assert_eq!(runs(&room).len(), 4);
}

#[test]
fn what_is_kept_proves_itself() {
    let room = Room::new();
    insta::assert_snapshot!(told(&room, &["verify"]), @r#"
    --- said
    DATA: nothing is kept here yet, so there is nothing to verify.
    --- ends with 2
    "#);
    let room = a_room();
    let run = ann_plays(&room, "ann");
    let sound = told(&room, &["verify"]);
    assert!(sound.ends_with("All of it is as it was written.\n"), "{sound}");
    let sound = json(&room, &["verify", "--format", "json"]);
    assert_eq!((sound["runs"].as_u64(), sound["faults"].as_array().unwrap().len()), (Some(5), 0), "{sound}");
    // One letter of what she wrote.
    let path = room.data.path().join("records.sqlite");
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes.windows(7).position(|window| window == b"quibble").unwrap();
    bytes[at] = b'Q';
    fs::write(&path, &bytes).unwrap();
    let found = records(&room, &["verify"]);
    assert_eq!(found.status.code(), Some(1));
    let events = out(&found).lines().find(|line| line.contains("events are proved")).map(str::to_owned);
    assert!(events.unwrap().contains(&run), "{}", out(&found));
    let shown = out(&found).replace(&run, "RUN");
    let counts = |line: &&str| !line.starts_with("Looked at");
    let shown: Vec<String> = shown
        .lines()
        .filter(counts)
        .map(|line| line.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect())
        .collect();
    insta::assert_snapshot!("verify-damaged", shown.join("\n"));
    assert_eq!(fs::read(&path).unwrap(), bytes, "looking changed it");
}

#[test]
fn a_backup_is_whole_and_can_be_taken_in() {
    let (room, other) = (a_room(), Room::new());
    ann_plays(&room, "ann");
    records(&room, &["name", "ann", "Ann Example"]);
    let all = out(&records(&room, &["export"]));
    insta::assert_snapshot!("backup", dateless(&told(&room, &["backup"])));
    let second = dateless(&told(&room, &["backup"]));
    assert!(second.contains("DATA/backups/records-TODAY-2.sqlite"), "{second}");
    let output = records(&room, &["backup", "mine.sqlite", "--format", "json"]);
    let said: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(said["runs"], 5);
    assert!(Path::new(said["path"].as_str().unwrap()).is_absolute());
    assert!(told(&room, &["backup", "mine.sqlite"]).contains("is there already"));
    let output = records(&other, &["import", room.path("mine.sqlite").to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(out(&records(&other, &["export"])), all);
    // A backup can't be told from the records themselves: it opens as such.
    assert_eq!(records(&room, &["verify"]).status.code(), Some(0));
}

#[test]
fn a_person_has_a_name_if_anyone_says() {
    let room = a_room();
    let shown = [
        told(&room, &["name", "ann"]),
        told(&room, &["name", "ann", "  Ann   Example "]),
        told(&room, &["name", "Ann", "--format", "json"]),
        told(&room, &["name", "ann", "--forget"]),
        told(&room, &["name", "ann"]),
        told(&room, &["name", "zed", "Zed Example"]),
        told(&room, &["name", "nobody-here"]),
        told(&room, &["name", "ann", "two\nlines\u{7}"]),
    ];
    insta::assert_snapshot!("name", shown.join("\n"));
    for (path, bytes) in files(room.data.path()) {
        assert!(!holds(&bytes, "Ann Example"), "the name is left in {path}");
    }
}

/// Keys that stand in a list or a table are not seen by the test of all words.
#[test]
fn every_key_of_the_records_has_words() {
    let words = Catalogue::english();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli/records");
    let mut seen = 0;
    for (path, bytes) in files(&folder) {
        let text = String::from_utf8(bytes).unwrap();
        for key in text.split('"').filter(|text| text.starts_with("records-") && !text.contains([' ', '{', '.'])) {
            assert!(words.has(key), "{path}: {key} has no words");
            seen += 1;
        }
    }
    assert!(seen > 60, "{seen}");
}
