//! Logs that were harmed, and what is said of them.

use std::fs;

use crate::room::{Room, err, out};

const LOG: &str = "run.jsonl";

/// A room with a log of a run that is over.
fn room() -> (Room, String) {
    let room = Room::new();
    room.shown(&["play", "missed-monday", "--plan", "careless", "--log", LOG], &[]);
    let text = room.read(LOG);
    (room, text)
}

/// What is said of a log, and how it ends.
fn said(room: &Room, args: &[&str], text: &[u8]) -> (Option<i32>, String) {
    fs::write(room.path(LOG), text).unwrap();
    let output = room.typed(args, &["quit"]);
    if output.status.code() == Some(2) {
        assert_eq!(out(&output), "");
    }
    (output.status.code(), err(&output))
}

#[test]
fn what_is_no_log_is_said_with_the_remedy() {
    let (room, text) = room();
    let cases: [(&str, Vec<u8>); 9] = [
        ("empty", Vec::new()),
        ("text", b"Dear diary\n".to_vec()),
        ("other", b"{\"events\": []}\n".to_vec()),
        ("bytes", vec![0xFF, 0xFE, 0, 1, 2]),
        ("cut-header", text.as_bytes()[..500].to_vec()),
        ("newer", text.replacen("\"defensible\":1", "\"defensible\":2", 1).into_bytes()),
        ("luck", text.replacen("chacha8-slots-1", "dice-1", 1).into_bytes()),
        ("changed", text.replacen("Fenley", "Henley", 1).into_bytes()),
        ("unkept", text.replacen("\"panel.ron\":\"// Reviews", "\"other.ron\":\"// Reviews", 1).into_bytes()),
    ];
    let mut shown = String::new();
    for (name, bytes) in cases {
        for args in [&["debrief", LOG][..], &["play", "--resume", LOG]] {
            let (code, said) = said(&room, args, &bytes);
            assert_eq!(code, Some(2), "{name}: {said}");
            if args.len() == 2 {
                shown.push_str(&format!("{name}: {said}"));
            }
        }
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn a_damaged_tail_is_set_aside_and_the_rest_opens() {
    let (room, text) = room();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let count = lines.len();
    // The last event is the end of the run: without it there is no debrief yet, but the run can be gone on with.
    let cut = &text.as_bytes()[..text.len() - 3];
    let (code, message) = said(&room, &["debrief", LOG], cut);
    // What was cut off comes again when the last command is carried out once more.
    assert_eq!(code, Some(1), "{message}");
    assert!(message.starts_with(&format!("run.jsonl:{count}: the last line is cut off")), "{message}");

    let middle = count / 2;
    let harmed: String = lines
        .iter()
        .enumerate()
        .map(|(at, line)| if at == middle { line.replacen("\"seq\"", "\"s\u{0}q\"", 1) } else { (*line).to_owned() })
        .collect();
    let (code, message) = said(&room, &["play", "--resume", LOG], harmed.as_bytes());
    assert_eq!(code, Some(0), "{message}");
    assert!(message.contains(&format!("run.jsonl:{}: this line is damaged.", middle + 1)), "{message}");
    assert!(message.contains("The file as it was lies in run.jsonl.damaged."), "{message}");
    assert_eq!(room.read("run.jsonl.damaged"), harmed);
    assert!(text.starts_with(&lines[..middle].concat()));
    assert!(room.read(LOG).starts_with(&lines[..middle].concat()));

    let gap: String = lines.iter().enumerate().filter(|(at, _)| *at != middle).map(|(_, line)| *line).collect();
    let (code, message) = said(&room, &["play", "--resume", LOG], gap.as_bytes());
    assert_eq!(code, Some(0), "{message}");
    assert!(message.contains("lines before this one are missing"), "{message}");
}

#[test]
fn events_that_do_not_come_again_are_named_by_line() {
    let (room, text) = room();
    let line = text.lines().position(|line| line.contains("\"Started\"") || line.contains("\"Drifted\"")).unwrap();
    let other = text.replacen("{\"Drifted\":{\"drift\":\"short\"}}", "{\"Drifted\":{\"drift\":\"rent-day\"}}", 1);
    assert_ne!(other, text);
    let (code, message) = said(&room, &["debrief", LOG], other.as_bytes());
    assert_eq!(code, Some(2));
    assert!(
        message.starts_with(&format!("run.jsonl:{}: played again, this comes out otherwise.", line + 1)),
        "{message}"
    );
    assert_eq!(room.read(LOG), other, "a log that can't be used is left as it is");
}

#[test]
fn line_ends_of_another_system_do_no_harm() {
    let (room, text) = room();
    let debrief = room.shown(&["debrief", LOG], &[]);
    fs::write(room.path(LOG), text.replace('\n', "\r\n") + "\r\n").unwrap();
    assert_eq!(room.shown(&["debrief", LOG], &[]), debrief);
}

/// No flip of a bit makes the program fall over, and none goes unnoticed that changes what is shown.
#[test]
fn flipped_bits_are_noticed_or_harmless() {
    let (room, text) = room();
    let first = text.find('\n').unwrap();
    let debrief = room.shown(&["debrief", LOG], &[]);
    let bytes = text.as_bytes();
    let places = (0..40).map(|at| first + at * (bytes.len() - first) / 40).chain((0..20).map(|at| at * first / 20));
    for (nth, at) in places.enumerate() {
        let mut harmed = bytes.to_vec();
        harmed[at] ^= 1 << (nth % 8);
        fs::write(room.path(LOG), &harmed).unwrap();
        let output = room.typed(&["debrief", LOG], &[]);
        let code = output.status.code();
        assert!(matches!(code, Some(0..=2)), "byte {at}: {code:?}");
        if code == Some(0) && out(&output) != debrief {
            // Words that a person wrote have no other witness than themselves, until they are hashed line by line.
            let line = text[..at].rsplit('\n').next().unwrap_or_default();
            let words = ["reason", "change", "text", "passage", "sure", "Words"];
            assert!(words.iter().any(|word| line.contains(word)), "byte {at} of {line}");
        }
    }
}
