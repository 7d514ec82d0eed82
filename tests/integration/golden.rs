//! Files that earlier versions wrote are opened, looked at and gone on with: `tests/golden`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::room::{Room, err, out};

/// The runs of version 1: over, in play, with a form half written.
const RUNS: [&str; 3] = ["missed-monday-80w65b", "missed-monday-r8npv9", "missed-monday-n84gfa"];

fn golden(version: u32, name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{version}/{name}"))
}

/// A room with the records of a version.
fn room(version: u32) -> Room {
    let room = Room::new();
    fs::copy(golden(version, "records.sqlite"), room.data.path().join("records.sqlite")).unwrap();
    room
}

#[test]
fn the_records_of_version_1_open() {
    let room = room(1);
    assert_eq!(room.runs(), RUNS);
    let verified = room.typed(&["records", "verify"], &[]);
    assert_eq!(
        (out(&verified).as_str(), err(&verified).as_str()),
        ("Looked at: 3 runs, 67 events.\nAll of it is as it was written.\n", "")
    );
    assert_eq!(room.log_of(RUNS[0]), fs::read_to_string(golden(1, "run.jsonl")).unwrap());
    let shown = room.shown(&["records", "show", RUNS[1]], &[]);
    assert!(shown.contains("ben (Ben Example)") && shown.contains("I rang twice before eleven."), "{shown}");
}

#[test]
fn the_runs_of_version_1_are_debriefed_and_gone_on_with() {
    let room = room(1);
    let debrief = room.shown(&["debrief", RUNS[0]], &[]);
    assert!(debrief.starts_with("Missed Monday: debrief"), "{debrief}");
    let log = golden(1, "run.jsonl");
    assert_eq!(room.shown(&["debrief", log.to_str().unwrap()], &[]), debrief);
    let shown = room.shown(&["play", "--resume", RUNS[1]], &["note And once more at noon.", "quit"]);
    assert!(shown.contains("You are back where you were.") && shown.contains("Kept."), "{shown}");
    let shown = room.shown(&["play", "--resume", RUNS[2]], &["case note", "4", "", "back", "quit"]);
    assert!(shown.contains("When it happened: Mon 24 Nov"), "{shown}");
    assert!(shown.contains("So far: He did not come,"), "{shown}");
}

#[test]
fn the_log_of_version_1_is_gone_on_with() {
    let room = Room::new();
    fs::copy(golden(1, "run.jsonl"), room.path("run.jsonl")).unwrap();
    let shown = room.shown(&["play", "--resume", "run.jsonl"], &["quit"]);
    assert!(shown.contains("Missed Monday: debrief"), "{shown}");
    assert_eq!(room.runs().len(), 1);
}

/// Whoever adds a field to a header or an event must leave the old ones as they were written: exports carry their
/// hashes.
#[test]
fn the_records_of_version_1_go_out_as_they_did() {
    let exported = room(1).typed(&["records", "export"], &[]);
    assert_eq!(out(&exported), fs::read_to_string(golden(1, "export.json")).unwrap());
}

#[test]
fn the_export_of_version_1_comes_in() {
    let room = Room::new();
    let imported = room.typed(&["records", "import", golden(1, "export.json").to_str().unwrap()], &[]);
    assert_eq!((imported.status.code(), err(&imported).as_str()), (Some(0), ""));
    assert_eq!(room.runs(), RUNS);
    let own = self::room(1);
    for run in RUNS {
        assert_eq!(room.log_of(run), own.log_of(run));
    }
    assert_eq!(room.shown(&["records", "name", "ben"], &[]), own.shown(&["records", "name", "ben"], &[]));
}
