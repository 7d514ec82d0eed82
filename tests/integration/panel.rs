//! `defensible panel` as whoever keeps a panel meets it.

use std::fs;
use std::path::Path;

use crate::room::{Room, err, out};

/// A room with a copy of a bundled scenario in `case/`.
fn room() -> Room {
    let room = Room::new();
    fs::create_dir(room.path("case")).unwrap();
    for file in ["scenario.ron", "panel.ron"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/missed-monday").join(file);
        fs::copy(from, room.path("case").join(file)).unwrap();
    }
    room
}

/// Changes the scenario so that the question about the absence is worded otherwise.
fn reword(room: &Room) {
    let text = room.read("case/scenario.ron");
    let at = text.find("Decision(id: \"absence\"").unwrap();
    let prompt = at + text[at..].find("prompt: \"").unwrap() + "prompt: \"".len();
    fs::write(room.path("case/scenario.ron"), format!("{}Now: {}", &text[..prompt], &text[prompt..])).unwrap();
}

/// Makes a reviewer one who is a person.
fn collected(room: &Room, id: &str) {
    let text = room.read("case/panel.ron");
    let at = text.find(&format!("Reviewer(id: \"{id}\"")).unwrap();
    let came = at + text[at..].find("Drafted(").unwrap();
    let end = came + text[came..].find("])").unwrap() + 2;
    let new = format!("{}Collected(on: \"2026-03-02\"){}", &text[..came], &text[end..]);
    fs::write(room.path("case/panel.ron"), new).unwrap();
}

/// Lines that went, and lines that came.
fn changed(before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("- {line}\n"));
    let came = new.iter().filter(|line| !old.contains(line)).map(|line| format!("+ {line}\n"));
    gone.chain(came).collect()
}

#[test]
fn what_a_panel_is_worth() {
    let room = Room::new();
    let output = room.typed(&["panel", "stats", "missed-monday"], &[]);
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(1), ""));
    insta::assert_snapshot!("panel-stats", out(&output));
    let output = room.typed(&["panel", "stats", "missed-monday", "--format", "json"], &[]);
    let json: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    insta::assert_snapshot!("panel-stats-sheet", format!("{:#}", json["sheets"][0]));
    assert_eq!(
        (json["version"].as_u64(), json["reviewers"].as_u64(), json["collected"].as_u64()),
        (Some(1), Some(8), Some(0))
    );
    // Every bundled panel can be looked at.
    let output = room.typed(&["panel", "stats", "small-things"], &[]);
    assert_eq!(err(&output), "");
}

#[test]
fn a_reviewer_withdraws() {
    let room = room();
    let before = room.read("case/panel.ron");
    let asked = room.typed(&["panel", "withdraw", "case", "r-doctor"], &[]);
    insta::assert_snapshot!(out(&asked), @r"
    r-doctor goes, and 6 reviews with them.
    Nothing has changed yet. Say --yes to do it.
    ");
    assert_eq!(room.read("case/panel.ron"), before);
    let done = room.typed(&["panel", "withdraw", "case", "r-doctor", "--yes"], &[]);
    assert_eq!((done.status.code(), err(&done).as_str()), (Some(0), ""));
    let after = room.read("case/panel.ron");
    assert!(!after.contains("r-doctor"));
    let changed = changed(&before, &after);
    assert!(changed.lines().all(|line| line.starts_with('-')), "{changed}");
    // Who stays is as they were, and the panel is sound.
    let output = room.typed(&["check", "case"], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    assert_eq!(room.files(), ["case"], "nothing is left lying about");
    let near = room.typed(&["panel", "withdraw", "case", "r-oficer"], &[]);
    assert!(err(&near).contains("Did you mean \"r-officer\"?"), "{}", err(&near));
    let again = room.typed(&["panel", "withdraw", "case", "r-doctor", "--yes"], &[]);
    assert_eq!(again.status.code(), Some(2));
    insta::assert_snapshot!(err(&again).replace(std::path::MAIN_SEPARATOR, "/"), @r#"case/panel.ron has no reviewer "r-doctor"."#);
}

#[test]
fn a_reviewer_is_made_harder_to_know() {
    let room = room();
    let before = room.read("case/panel.ron");
    let done = room.typed(&["panel", "anonymise", "case", "r-doctor", "--yes"], &[]);
    assert_eq!((done.status.code(), err(&done).as_str()), (Some(0), ""));
    insta::assert_snapshot!("panel-anonymised", changed(&before, &room.read("case/panel.ron")));
    let output = room.typed(&["check", "case"], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
}

#[test]
fn a_reworded_decision_counts_again_once_its_reviewers_say_so() {
    let room = room();
    collected(&room, "r-senior");
    reword(&room);
    let output = room.typed(&["panel", "stats", "case"], &[]);
    assert!(out(&output).contains("absence/his-word, at other words"), "{}", out(&output));
    let before = room.read("case/panel.ron");
    let typed = ["panel", "reconfirm", "case", "r-senior", "--on", "2026-11-28", "--yes"];
    let done = room.typed(&typed, &[]);
    assert_eq!((done.status.code(), err(&done).as_str()), (Some(0), ""));
    insta::assert_snapshot!("panel-reconfirmed", changed(&before, &room.read("case/panel.ron")));
    let output = room.typed(&["panel", "stats", "case", "--format", "json"], &[]);
    let json: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    let of = |sheet: &&serde_json::Value| sheet["decision"] == "absence" && sheet["situation"] == "his-word";
    let sheets: Vec<(bool, u64)> = json["sheets"]
        .as_array()
        .unwrap()
        .iter()
        .filter(of)
        .map(|sheet| (sheet["stale"].as_bool().unwrap(), sheet["n"].as_u64().unwrap()))
        .collect();
    assert_eq!(sheets, [(false, 1), (true, 6)], "one counts again, the others stay stale and can be read");
    // A second time there is nothing to do.
    insta::assert_snapshot!(out(&room.typed(&typed, &[])), @"No review of r-senior is of other words than those of today.");
}

#[test]
fn an_answer_that_is_none_any_more_is_not_moved() {
    let room = room();
    let text = room.read("case/scenario.ron");
    let at = text.find("Decision(id: \"absence\"").unwrap();
    let ask = at + text[at..].find("ask: ChooseOne").unwrap();
    let asks = format!("{}ask: ChooseUpTo(2){}", &text[..ask], &text[ask + "ask: ChooseOne".len()..]);
    fs::write(room.path("case/scenario.ron"), asks).unwrap();
    let before = room.read("case/panel.ron");
    let output = room.typed(&["panel", "reconfirm", "case", "r-senior", "--on", "2026-11-28", "--yes"], &[]);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(1), ""));
    insta::assert_snapshot!(err(&output), @"2 answers of r-senior do not fit the questions as they are now, and stay stale: absence/his-word and absence/checked. Ask them anew.");
    assert_eq!(room.read("case/panel.ron"), before);
}

/// Who has answered the new words already is not asked to stand by the old ones.
#[test]
fn an_answer_to_the_words_of_today_comes_before_an_older_one() {
    let room = room();
    let text = room.read("case/panel.ron");
    let at = text.find("Sheet(decision: \"absence\", situation: \"his-word\"").unwrap();
    let end = at + text[at..].find("\n        Sheet(").unwrap();
    let (before, sheet, after) = (&text[..at], &text[at..end], &text[end..]);
    let wording = sheet.find("b3:").unwrap();
    let old = format!("{}b3:0123456789abcdef{}", &sheet[..wording], &sheet[wording + 19..]);
    fs::write(room.path("case/panel.ron"), format!("{before}{old}\n        {sheet}{after}")).unwrap();
    let output = room.typed(&["panel", "reconfirm", "case", "r-senior", "--on", "2026-11-28", "--yes"], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    insta::assert_snapshot!(out(&output), @"No review of r-senior is of other words than those of today.");
}

#[test]
fn what_can_not_be_changed_says_why() {
    let room = room();
    let told = |args: &[&str]| {
        let output = room.typed(args, &[]);
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""));
        err(&output)
    };
    insta::assert_snapshot!(told(&["panel", "withdraw", "missed-monday", "r-doctor", "--yes"]), @"missed-monday is built in, and what is built in is never changed. Copy its folder, and name the copy.");
    insta::assert_snapshot!(told(&["panel", "reconfirm", "case", "r-doctor", "--on", "2026-11-28", "--decision", "absense"]), @r#"There is no decision "absense" in this case."#);
    assert!(told(&["panel", "reconfirm", "case", "r-doctor", "--on", "yesterday"]).contains("2026-11-28"));
    let text = room.read("case/panel.ron");
    fs::write(room.path("case/panel.ron"), text.replacen("reviews: [", "reviews: (", 1)).unwrap();
    let broken = told(&["panel", "withdraw", "case", "r-doctor", "--yes"]);
    assert!(broken.contains("case/panel.ron:") && broken.contains("mistakes that come first"), "{broken}");
    fs::remove_file(room.path("case/panel.ron")).unwrap();
    insta::assert_snapshot!(told(&["panel", "stats", "case"]), @"case has no panel yet.");
}
