//! Collecting a panel as its keeper and its reviewers meet it: invited, reviewed in sittings, added.

use std::fs;
use std::path::Path;

use crate::room::{Room, err, out};

/// A room with a copy of a bundled scenario in `case/`, and a bundle of it in `bundle/`.
fn invited() -> Room {
    let room = Room::new();
    fs::create_dir(room.path("case")).unwrap();
    for file in ["scenario.ron", "panel.ron"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/missed-monday").join(file);
        fs::copy(from, room.path("case").join(file)).unwrap();
    }
    let output = room.typed(&["panel", "invite", "case", "--to", TO, "--by", "2026-12-20", "--out", "bundle"], &[]);
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
    room
}

const TO: &str = "Panel desk, panel@example.org";
const BEGIN: [&str; 4] = ["play", "bundle", "--seed", "acorn-0008"];
const REVIEW: [&str; 3] = ["panel", "review", "bundle"];

/// To the first answer, with what is said of the question, and away.
const FIRST: [&str; 29] = [
    "",
    "",
    "senior probation officer",
    "12",
    "Fenley",
    "",
    "go",
    "1",
    "g",
    "go",
    "voicemail",
    "ring-ward",
    "yes",
    "go",
    "go",
    "go",
    "answer",
    "acceptable abs",
    "The ward rang back, so I know where he was from Sunday night to Tuesday.",
    "",
    "80",
    "If the ward had not known him.",
    "",
    "voicemail, ward-answer",
    "commit",
    "",
    "yes",
    "",
    "quit",
];

/// To the end of the run, and the first situation that was not reached.
const SECOND: [&str; 37] = [
    "end",
    "go",
    "g",
    "go",
    "go",
    "go",
    "request",
    "ring the uncle",
    "y",
    "go",
    "end",
    "go",
    "answer away",
    "1",
    "He asked first, and the work is real.",
    "",
    "",
    "skip",
    "6 7",
    "commit",
    "Whether he may go is for his officer to say.",
    "no",
    "Two questions in one.",
    "end",
    "go",
    "end",
    "go",
    "",
    "3",
    "I have his word and nothing more, so it stays open.",
    "",
    "70",
    "A letter.",
    "",
    "commit",
    "yes",
    "",
];

/// The rest, with one left out and one looked at again.
const THIRD: [&str; 14] =
    ["skip", "outside", "Leave is for his officer.", "", "", "stop", "list", "1", "", "1", "commit", "", "", "leave"];

/// The reviewer's file in the bundle: its name and its text.
fn file(room: &Room) -> (String, String) {
    let names = fs::read_dir(room.path("bundle")).unwrap().map(|entry| entry.unwrap().file_name());
    let name = names.map(|name| name.into_string().unwrap()).find(|name| name.ends_with(".panel.ron")).unwrap();
    let text = room.read(&format!("bundle/{name}"));
    (name, text)
}

/// A text without the letters of a reviewer's id, which nobody can foresee, and without the day.
fn masked(room: &Room, text: &str) -> String {
    let (name, _) = file(room);
    let id = name.strip_suffix(".panel.ron").unwrap();
    let today = jiff::Zoned::now().date().to_string();
    crate::room::masked(text).replace(id, "r-xxxxxx").replace(&today, "2026-11-28").replace('\\', "/")
}

/// Three sittings. `panel review` begins with anybody's luck; to play a bundle is the same, with luck of one's own.
fn review(room: &Room) -> [String; 3] {
    [room.shown(&BEGIN, &FIRST), room.shown(&REVIEW, &SECOND), room.shown(&REVIEW, &THIRD)]
}

#[test]
fn the_bundle_says_what_it_is_and_holds_no_reviews() {
    let room = invited();
    let mut names: Vec<String> = fs::read_dir(room.path("bundle"))
        .unwrap()
        .map(|one| one.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["READ-ME-FIRST.txt", "invitation.ron", "scenario.ron"]);
    insta::assert_snapshot!("bundle-page", room.read("bundle/READ-ME-FIRST.txt"));
    insta::assert_snapshot!(room.read("bundle/invitation.ron"), @r#"
    // Whoever plays the scenario in this folder is a reviewer. READ-ME-FIRST.txt says what that means.
    Invitation(
        format: 1, scenario: "missed-monday",
        to: "Panel desk, panel@example.org",
        by: "2026-12-20",
    )
    "#);
    assert_eq!(room.read("bundle/scenario.ron"), room.read("case/scenario.ron"));
    let output = room.typed(&["check", "bundle"], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    // What is there already is left as it is.
    let again = room.typed(&["panel", "invite", "case", "--to", TO, "--out", "bundle"], &[]);
    assert_eq!(again.status.code(), Some(2));
    insta::assert_snapshot!(err(&again), @"bundle can't be written: there is something of that name already. Say --out for another.");
    let nobody = room.typed(&["panel", "invite", "case", "--to", " "], &[]);
    insta::assert_snapshot!(err(&nobody), @"Say in --to who gets the reviewer's file and how: a name and an address.");
    assert_eq!(room.files(), ["bundle", "case"]);
}

#[test]
fn a_reviewer_is_asked_who_they_are_once_and_goes_on_where_they_stopped() {
    let room = invited();
    let [first, second, third] = review(&room);
    let begun = first.split("Week 3 after his release").next().unwrap();
    let from = begun.find("What you are asked").unwrap();
    insta::assert_snapshot!("review-briefing", masked(&room, &begun[from..]));
    let remark = &first[first.find("About the question").unwrap()..];
    let left = remark.find("Your file").unwrap();
    insta::assert_snapshot!(
        "review-remark-and-leaving",
        masked(&room, &format!("{}...\n\n{}", remark.split("\n\n").next().unwrap(), &remark[left..]))
    );
    assert!(!second.contains("What is your role"), "{second}");
    assert!(!second.contains("The debrief is open") && !second.contains("How the reviewers"), "{second}");
    insta::assert_snapshot!(
        "review-supposed",
        masked(&room, &second[second.find("Situations that your").unwrap()..])
    );
    insta::assert_snapshot!("review-the-rest", masked(&room, &third));
    assert_eq!(room.runs().len(), 1, "one run for all sittings");
}

/// What is half written of a supposed answer is there again, however the sitting ended.
#[test]
fn a_half_written_supposed_answer_is_there_again() {
    let room = invited();
    room.shown(&BEGIN, &FIRST);
    let at = SECOND.iter().position(|line| line.starts_with("I have his word")).unwrap();
    room.shown(&REVIEW, &SECOND[..=at]);
    let shown = room.shown(&REVIEW, &["", "", "", "quit"]);
    assert!(shown.contains("So far: I have his word and nothing more, so it stays open."), "{shown}");
    assert!(shown.contains("Failed to attend (pending evidence)"), "{shown}");
}

#[test]
fn the_file_holds_what_was_said_and_nothing_else() {
    let room = invited();
    review(&room);
    let (name, text) = file(&room);
    insta::assert_snapshot!("review-file", masked(&room, &text));
    // A file that lies beside the scenario is checked as every panel is.
    fs::copy(room.path("bundle").join(&name), room.path("bundle/panel.ron")).unwrap();
    let output = room.typed(&["check", "bundle"], &[]);
    assert_eq!(output.status.code(), Some(0), "{}{}", out(&output), err(&output));
    // Whatever panel lies in a bundle, a reviewer sees nobody's reviews.
    let shown = room.shown(&BEGIN, &FIRST);
    assert!(!shown.contains("reviewers answered"), "{shown}");
}

#[test]
fn a_file_is_added_behind_those_who_are_there() {
    let room = invited();
    review(&room);
    let (name, _) = file(&room);
    let before = room.read("case/panel.ron");
    let sent = format!("bundle/{name}");
    let added = room.typed(&["panel", "add", "case", &sent], &[]);
    assert_eq!((added.status.code(), err(&added).as_str()), (Some(0), ""));
    insta::assert_snapshot!(masked(&room, &out(&added)));
    let after = room.read("case/panel.ron");
    let kept: Vec<&str> = before.lines().filter(|line| !after.lines().any(|other| other == *line)).collect();
    assert_eq!(kept, [""; 0], "no line of the panel changed");
    let output = room.typed(&["check", "case"], &[]);
    assert_eq!(output.status.code(), Some(0), "{}{}", out(&output), err(&output));
    // A second time nothing happens.
    let again = room.typed(&["panel", "add", "case", &sent], &[]);
    assert_eq!((again.status.code(), err(&again).as_str()), (Some(0), ""));
    insta::assert_snapshot!(masked(&room, &out(&again)));
    assert_eq!(room.read("case/panel.ron"), after);
    // And withdrawn, the panel is as it was.
    let id = name.strip_suffix(".panel.ron").unwrap();
    room.typed(&["panel", "withdraw", "case", id, "--yes"], &[]);
    assert_eq!(room.read("case/panel.ron"), before);
}

#[test]
fn the_first_file_begins_a_panel() {
    let room = invited();
    review(&room);
    let (name, text) = file(&room);
    fs::remove_file(room.path("case/panel.ron")).unwrap();
    let added = room.typed(&["panel", "add", "case", &format!("bundle/{name}")], &[]);
    assert_eq!((added.status.code(), err(&added).as_str()), (Some(0), ""));
    assert_eq!(room.read("case/panel.ron"), text, "a panel of one is that reviewer's file");
    assert_eq!(room.files(), ["bundle", "case"], "nothing is left lying about");
}

#[test]
fn what_cant_be_taken_says_why_and_changes_nothing() {
    let room = invited();
    review(&room);
    let (name, text) = file(&room);
    let id = name.strip_suffix(".panel.ron").unwrap();
    let before = room.read("case/panel.ron");
    let typo = text.replace("Choose(\"accept\")", "Choose(\"acept\")");
    let elsewhere = text.replace("scenario: \"missed-monday\"", "scenario: \"small-things\"");
    let somebody = text.replace(id, "r-senior").replace("years: 12", "years: 13");
    let nothing = &text[..text.find("    sheets:").unwrap()];
    let nothing = format!("{nothing}    sheets: [],\n)\n");
    for (name, text) in [
        ("typo.ron", typo.as_str()),
        ("elsewhere.ron", &elsewhere),
        ("somebody.ron", &somebody),
        ("nothing.ron", &nothing),
        ("cut.ron", &text[..text.len() / 2]),
        ("empty.ron", ""),
    ] {
        fs::write(room.path(name), text).unwrap();
    }
    fs::write(room.path("utf16.ron"), [0xff, 0xfe, b'P', 0]).unwrap();
    let mut said = String::new();
    let names =
        ["typo.ron", "elsewhere.ron", "somebody.ron", "nothing.ron", "cut.ron", "empty.ron", "utf16.ron", "none.ron"];
    for name in names {
        let output = room.typed(&["panel", "add", "case", name], &[]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        said.push_str(&format!("== {name}\n{}\n", err(&output)));
    }
    insta::assert_snapshot!("add-refused", masked(&room, &said));
    assert_eq!(room.read("case/panel.ron"), before);
    // One that can be taken is taken, whatever comes before and behind it.
    let mixed = room.typed(&["panel", "add", "case", "typo.ron", &format!("bundle/{name}"), "none.ron"], &[]);
    assert_eq!(mixed.status.code(), Some(2));
    assert!(room.read("case/panel.ron").contains(id));
}

#[test]
fn a_second_file_of_the_same_person_is_noticed() {
    let room = invited();
    review(&room);
    let (name, text) = file(&room);
    let id = name.strip_suffix(".panel.ron").unwrap();
    room.typed(&["panel", "add", "case", &format!("bundle/{name}")], &[]);
    let before = room.read("case/panel.ron");
    fs::write(room.path("twin.ron"), text.replace(id, "r-another")).unwrap();
    let twin = room.typed(&["panel", "add", "case", "twin.ron"], &[]);
    assert_eq!(twin.status.code(), Some(2));
    insta::assert_snapshot!(masked(&room, &err(&twin)));
    // The same person with another answer: what is there stays.
    fs::write(room.path("later.ron"), text.replace("sure: 80", "sure: 20")).unwrap();
    let later = room.typed(&["panel", "add", "case", "later.ron"], &[]);
    assert_eq!(later.status.code(), Some(1));
    insta::assert_snapshot!(masked(&room, &out(&later)));
    assert_eq!(room.read("case/panel.ron"), before);
}

#[test]
fn answers_to_words_that_changed_come_in_stale() {
    let room = invited();
    review(&room);
    let (name, _) = file(&room);
    let text = room.read("case/scenario.ron");
    let reworded = text.replacen("Ellis did not come on Monday. How", "Ellis did not come in on Monday. How", 1);
    assert_ne!(text, reworded);
    fs::write(room.path("case/scenario.ron"), reworded).unwrap();
    fs::remove_file(room.path("case/panel.ron")).unwrap();
    let added = room.typed(&["panel", "add", "case", &format!("bundle/{name}")], &[]);
    assert_eq!((added.status.code(), err(&added).as_str()), (Some(1), ""));
    insta::assert_snapshot!(masked(&room, &out(&added)));
    let checked = room.typed(&["check", "case"], &[]);
    assert!(out(&checked).contains("D0405"), "{}", out(&checked));
}

#[test]
fn a_folder_without_an_invitation_is_none_and_one_with_a_wrong_one_says_where() {
    let room = invited();
    let output = room.typed(&["panel", "review", "case"], &[]);
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(err(&output), @"case holds no invitation. defensible panel invite writes a folder for a reviewer.");
    fs::write(
        room.path("bundle/invitation.ron"),
        "Invitation(format: 1, scenario: \"monday\", to: \" \", by: \"Christmas\")\n",
    )
    .unwrap();
    let output = room.typed(&REVIEW, &[]);
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(err(&output).replace('\\', "/"));
}
