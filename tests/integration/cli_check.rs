//! `defensible check` as an author meets it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::room::{Room, err, out};

fn missed_monday() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/missed-monday")
}

/// A room with a copy of the bundled scenario in `case/`.
fn room() -> Room {
    let room = Room::new();
    fs::create_dir(room.path("case")).unwrap();
    for entry in fs::read_dir(missed_monday()).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), room.path("case").join(entry.file_name())).unwrap();
    }
    room
}

fn change(room: &Room, file: &str, from: &str, to: &str) {
    let path = format!("case/{file}");
    let text = room.read(&path);
    assert!(text.contains(from), "{from}");
    fs::write(room.path(&path), text.replacen(from, to, 1)).unwrap();
}

#[test]
fn what_is_bundled_is_clean() {
    let room = Room::new();
    let output = room.typed(&["check", "missed-monday"], &[]);
    assert_eq!((out(&output).as_str(), err(&output).as_str()), ("", "Checked, and nothing to mend.\n"));
    assert_eq!(output.status.code(), Some(0));
    let folder = missed_monday();
    let all = folder.parent().unwrap().to_str().unwrap();
    let output = room.typed(&["check", all, "--format", "json"], &[]);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(out(&output), @r#"
    {
      "findings": [],
      "version": 1
    }
    "#);
}

/// Reviews of other words are no use until whoever wrote them stands by them.
#[test]
fn reviews_of_a_reworded_decision_are_named_until_they_are_reconfirmed() {
    let room = room();
    change(&room, "scenario.ron", "prompt: \"Ellis did not come on Monday.", "prompt: \"Monday came, and no Ellis.");
    let told = || {
        let output = room.typed(&["check", "case"], &[]);
        assert_eq!(err(&output), "");
        (output.status.code(), out(&output))
    };
    let (code, text) = told();
    assert_eq!(code, Some(1));
    insta::assert_snapshot!("check-stale", text);
    let typed = ["panel", "reconfirm", "case", "r-senior", "--on", "2026-11-28", "--yes"];
    assert_eq!(room.typed(&typed, &[]).status.code(), Some(0));
    let (code, text) = told();
    assert_eq!(code, Some(1), "the others have not said so");
    assert!(text.contains("D0405") && !text.contains("\"r-senior\""), "{text}");
}

#[test]
fn every_problem_of_every_file_is_told_in_one_go() {
    let room = room();
    change(&room, "scenario.ron", "Opened(\"voicemail\")", "Opened(\"voicemial\")");
    change(&room, "panel.ron", "by: \"r-senior\"", "by: \"r-junior\"");
    change(&room, "good.plan.ron", "Open(\"contacts\")", "Open(\"contatcs\")");
    change(&room, "trap.plan.ron", "EndTurn,", "EndTrun,");
    let output = room.typed(&["check", "case"], &[]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("check-names", out(&output));
    change(&room, "scenario.ron", "Opened(\"voicemial\")", "Opened(\"voicemail\")");
    let output = room.typed(&["check", "case"], &[]);
    insta::assert_snapshot!("check-beside", out(&output));
    let output = room.typed(&["check", "case", "--format", "json"], &[]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("check-json", out(&output));
}

#[test]
fn a_plan_that_does_not_play_is_a_finding() {
    let room = room();
    change(&room, "careless.plan.ron", "seed: 8", "seed: 5");
    let output = room.typed(&["check", "case/careless.plan.ron"], &[]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(out(&output), @r#"
    case/careless.plan.ron:28:9: error[D0510]: step 13, on Fri 12 Dec, 15:30: what is expected here is not so
       |
    28 |         Expect(All(Seen("friday-5"), Not(Is("unwell")))),
       |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    1 error
    "#);
}

#[test]
fn one_file_is_checked_with_the_scenario_beside_it() {
    let room = room();
    change(&room, "panel.ron", "by: \"r-senior\"", "by: \"r-junior\"");
    let output = room.typed(&["check", "case/good.plan.ron"], &[]);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(0), ""));
    let output = room.typed(&["check", "case/panel.ron"], &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).contains("case/panel.ron:"), "{}", out(&output));
}

#[test]
fn advice_alone_is_clean() {
    let room = room();
    let output = room.typed(&["check", "case"], &[]);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn files_that_can_not_be_read_are_said_plainly() {
    let room = room();
    fs::create_dir(room.path("bare")).unwrap();
    fs::write(room.path("notes.txt"), "no").unwrap();
    fs::create_dir(room.path("panel-alone")).unwrap();
    fs::write(room.path("panel-alone/panel.ron"), "Panel()").unwrap();
    fs::create_dir(room.path("latin")).unwrap();
    fs::write(room.path("latin/scenario.ron"), b"Scenario(format: 1, title: \"caf\xe9\")\n").unwrap();
    fs::create_dir(room.path("large")).unwrap();
    fs::write(room.path("large/scenario.ron"), vec![b' '; (16 << 20) + 1]).unwrap();
    fs::create_dir(room.path("folder")).unwrap();
    fs::create_dir(room.path("folder/scenario.ron")).unwrap();
    let mut shown = String::new();
    let mut say = |args: &[&str], code: i32| {
        let output = room.typed(args, &[]);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", err(&output));
        shown.push_str(&format!("{}: {}{}", args[1], out(&output), err(&output)));
    };
    say(&["check", "gone"], 2);
    say(&["check", "mised-monday"], 2);
    say(&["check", "bare"], 2);
    say(&["check", "notes.txt"], 2);
    say(&["check", "panel-alone/panel.ron"], 2);
    say(&["check", "latin"], 1);
    say(&["check", "large"], 2);
    say(&["check", "folder"], 2);
    #[cfg(unix)]
    {
        fs::create_dir(room.path("linked")).unwrap();
        std::os::unix::fs::symlink("../case/scenario.ron", room.path("linked/scenario.ron")).unwrap();
        say(&["check", "linked"], 2);
        fs::create_dir(room.path("dangling")).unwrap();
        std::os::unix::fs::symlink("nowhere.ron", room.path("dangling/scenario.ron")).unwrap();
        say(&["check", "dangling"], 2);
        fs::create_dir(room.path("pipe")).unwrap();
        let made = std::process::Command::new("mkfifo").arg(room.path("pipe/scenario.ron")).status();
        if made.is_ok_and(|status| status.success()) {
            say(&["check", "pipe"], 2);
        }
    }
    let root = room.folder.path().canonicalize().unwrap();
    insta::assert_snapshot!(shown.replace(root.to_str().unwrap(), "[room]"));
}

#[test]
fn several_paths_are_checked_and_what_can_be_is() {
    let room = room();
    let output = room.typed(&["check", "gone", "case"], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).starts_with("There is no file, folder or scenario called \"gone\"."), "{}", err(&output));
    change(&room, "scenario.ron", "Opened(\"voicemail\")", "Opened(\"voicemial\")");
    let output = room.typed(&["check", "gone", "case"], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        out(&output).contains("Did you mean \"voicemail\"") || out(&output).contains("did you mean \"voicemail\"")
    );
}

#[test]
fn a_variant_that_fails_is_told_once() {
    let room = room();
    change(
        &room,
        "scenario.ron",
        "you_are:",
        "variants: [Variant(id: \"later\", policy_date: \"2026-11-02\", day_0: \"2026-11-02\")],\n    you_are:",
    );
    let output = room.typed(&["check", "case/scenario.ron"], &[]);
    let text = out(&output);
    let mut firsts: Vec<&str> =
        text.lines().filter(|line| line.contains(": error[") || line.contains(": warning[")).collect();
    let count = firsts.len();
    firsts.dedup();
    assert_eq!(firsts.len(), count, "{text}");
    let output = room.typed(&["play", "case", "--variant", "later", "--seed", "8"], &["", "", "quit"]);
    assert!(out(&output).contains("November 2026"), "{}", out(&output));
}
