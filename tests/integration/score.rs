//! `defensible score` as a service meets it that runs vignettes on paper.

use std::fmt::Write as _;
use std::fs;

use crate::room::{Room, err, out};

/// Seven reviewers on four decisions, steps from -2 to 2; the last one they don't agree on.
const REVIEWS: &str = "\
decision,r1,r2,r3,r4,r5,r6,r7
He did not come,1,1,1,2,1,0,1
He says he was in hospital,-1,0,-1,-1,-2,-1,
The ward answers,2,2,1,2,2,2,1
He shouts at the desk,-2,2,-2,2,-2,2,-2
";

const ANSWERS: &str = "\
decision,Ann,Bo,Cy
He says he was in hospital,-1,1,
He did not come,1,2,1
He shouts at the desk,2,0,-2
The ward answers,2,1,
";

fn room(answers: &str, reviews: &str) -> Room {
    let room = Room::new();
    fs::write(room.path("answers.csv"), answers).unwrap();
    fs::write(room.path("reviews.csv"), reviews).unwrap();
    room
}

const TYPED: [&str; 7] =
    ["score", "--answers", "answers.csv", "--reviews", "reviews.csv", "--scale", "ordered:-2..2"];

fn typed(room: &Room, more: &[&str]) -> std::process::Output {
    room.typed(&[&TYPED[..], more].concat(), &[])
}

#[test]
fn tables_for_a_person() {
    let output = typed(&room(ANSWERS, REVIEWS), &[]);
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
    insta::assert_snapshot!("score-human", out(&output));
}

#[test]
fn tables_for_a_program() {
    let room = room(ANSWERS, REVIEWS);
    let output = typed(&room, &["--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!("score-json", out(&output));
    assert_eq!(out(&output), out(&typed(&room, &["--format", "json"])), "the same draws every time");
    let output = typed(&room, &["--format", "csv", "--every-decision"]);
    insta::assert_snapshot!("score-csv", out(&output));
}

#[test]
fn options_without_an_order() {
    let reviews =
        "q,r1,r2,r3,r4,r5,r6\nrecall?,hold,hold,hold,hold,recall,refer\nwho?,police,police,ward,ward,ward,ward\n";
    let room = room("q,Ann\nrecall?,recall\nwho?,ward\n", reviews);
    let output =
        room.typed(&["score", "--answers", "answers.csv", "--reviews", "reviews.csv", "--scale", "options"], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    insta::assert_snapshot!("score-options", out(&output));
}

#[test]
fn what_is_wrong_with_a_table_has_its_place_and_its_remedy() {
    let wrong =
        ANSWERS.replace("Bo,1,2", "Bo").replace("his,", "").replace("1,2,1", "1,7,1").replace("The ward", "A ward");
    let output = typed(&room(&wrong, REVIEWS), &[]);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""));
    insta::assert_snapshot!("score-problems", err(&output));
    let room = room("decision,Ann,Ann\nq,1\n", REVIEWS);
    let output = typed(&room, &[]);
    insta::assert_snapshot!("score-nobody-twice", err(&output));
    fs::write(room.path("answers.csv"), [0xff, 0xfe, 0x64, 0]).unwrap();
    insta::assert_snapshot!("score-utf16", err(&typed(&room, &[])));
    fs::remove_file(room.path("answers.csv")).unwrap();
    fs::remove_file(room.path("reviews.csv")).unwrap();
    insta::assert_snapshot!("score-no-files", err(&typed(&room, &[])));
}

#[test]
fn a_scale_that_is_none_is_told_of_at_once() {
    let room = room(ANSWERS, REVIEWS);
    for scale in ["ordered:2..-2", "ordered:x", "ranks"] {
        let typed = ["score", "--answers", "answers.csv", "--reviews", "reviews.csv", "--scale", scale];
        let output = room.typed(&typed, &[]);
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains("ordered:-2..2") || err(&output).contains("upwards"), "{}", err(&output));
    }
}

/// Names of people that a spreadsheet or a terminal might do something with.
#[test]
fn names_can_do_nothing() {
    let answers = ANSWERS.replace("Ann,Bo", "\"=HYPERLINK(\"\"x\"\")\",B\u{1b}[31mo");
    let room = room(&answers, REVIEWS);
    let human = out(&typed(&room, &[]));
    assert!(human.contains("B\u{fffd}[31mo") && !human.contains('\u{1b}'), "{human}");
    let csv = out(&typed(&room, &["--format", "csv"]));
    assert!(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{csv}");
}

/// Forty people who answer alike or not, so that the decisions can be looked at as a test.
#[test]
fn from_thirty_people_up_the_decisions_are_a_test() {
    let people: Vec<String> = (1..=40).map(|at| format!("p{at}")).collect();
    let mut answers = format!("decision,{}\n", people.join(","));
    for (row, decision) in ["He did not come", "He says he was in hospital", "The ward answers"].iter().enumerate() {
        let mode = [1, -1, 2][row];
        let cell = |at: usize| if at % 4 > row { mode.to_string() } else { (mode - 1).to_string() };
        let cells: Vec<String> = (0..40).map(cell).collect();
        writeln!(answers, "{decision},{}", cells.join(",")).unwrap();
    }
    writeln!(answers, "He shouts at the desk{}", ",".repeat(40)).unwrap();
    let text = out(&typed(&room(&answers, REVIEWS), &[]));
    let (_, test) = text.split_once("The decisions as a test").unwrap_or_else(|| panic!("{text}"));
    insta::assert_snapshot!(test);
}
