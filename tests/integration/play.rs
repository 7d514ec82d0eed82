//! `defensible play` and `defensible debrief` as a person meets them: lines in, lines out, a log on the disk.

use std::fs;
use std::path::Path;

use crate::room::{Room, err, masked, out};

const LOG: &str = "run.jsonl";
const PLAY: [&str; 6] = ["play", "missed-monday", "--seed", "acorn-0008", "--log", LOG];
/// The same without a log file.
const KEPT: [&str; 4] = ["play", "missed-monday", "--seed", "acorn-0008"];

/// From the briefing to the first desk.
const BEGIN: [&str; 2] = ["", ""];

/// A short play to the end: by numbers, by names, by parts of names, by letters.
fn a_whole_play() -> Vec<&'static str> {
    let mut lines = BEGIN.to_vec();
    lines.extend(["go", "1", "g", "go", "voicemail", "ring-ward", "yes", "go"]);
    // The first decision: a wrong number, an option by the beginning of its name, back to the desk, and again.
    lines.extend([
        "go",
        "go",
        "answer",
        "9",
        "acceptable abs",
        "The ward rang back:",
        "Sunday night to Tuesday.",
        "",
    ]);
    lines.extend(["80", "skip", "voicemail, ward-answer", "back"]);
    lines.extend(["a", "3", "55", "commit"]);
    lines.extend(["end", "go", "g", "go", "go", "go", "request", "ring the uncle", "y", "go", "end", "go"]);
    lines.extend(["answer away", "1", "He asked first, and the work is real.", "", "", "skip", "6 7", "commit"]);
    lines.extend(["end", "go", "end", "go", ""]);
    lines
}

#[test]
fn a_whole_play_by_numbers_and_names() {
    let room = Room::new();
    let shown = room.shown(&PLAY, &a_whole_play());
    insta::assert_snapshot!(shown);
    assert_eq!(room.files(), [LOG]);
}

#[test]
fn one_seed_and_the_same_doings_give_the_same_log() {
    let (one, other) = (Room::new(), Room::new());
    one.shown(&PLAY, &a_whole_play());
    other.shown(&["play", "missed-monday", "--seed", "8", "--log", "other.jsonl"], &a_whole_play());
    assert_eq!(one.read(LOG), other.read("other.jsonl"));
    assert!(!one.read(LOG).contains(one.folder.path().to_str().unwrap()), "a path lies in the log");
}

#[test]
fn help_differs_by_place_and_nothing_is_said_of_what_is_not_known() {
    let room = Room::new();
    let lines =
        ["?", "what", "", "", "?", "voicemail", "ward", "zzz", "respnd", "17", "r", "case note", "?", "leave", "q"];
    insta::assert_snapshot!(room.shown(&PLAY, &lines));
}

#[test]
fn leaving_at_the_briefing_keeps_nothing() {
    let room = Room::new();
    let shown = room.shown(&PLAY, &["back"]);
    assert!(shown.contains("Nothing was kept."), "{shown}");
    let shown = room.shown(&PLAY, &["", "quit"]);
    assert!(shown.ends_with("Left. Nothing was kept.\n"), "{shown}");
    assert_eq!(room.files(), [""; 0]);
    assert_eq!(room.runs(), [""; 0]);
}

/// Whatever line the input ends at, going on with the log gives the same run.
#[test]
fn a_play_cut_off_at_any_line_goes_on() {
    let room = Room::new();
    let lines = a_whole_play();
    room.shown(&PLAY, &lines);
    let whole = room.read(LOG);
    for end in (3..lines.len() - 1).step_by(4) {
        let room = Room::new();
        room.shown(&PLAY, &lines[..end]);
        let kept = room.read(LOG);
        assert!(whole.starts_with(&kept) || kept.lines().count() <= whole.lines().count(), "after {end} lines");
        let shown = room.shown(&["play", "--resume", LOG], &["quit"]);
        assert!(shown.contains("You are back where you were."), "after {end} lines: {shown}");
        assert_eq!(room.read(LOG), kept, "after {end} lines");
    }
}

#[test]
fn a_run_that_is_resumed_is_the_run_that_was_never_left() {
    let room = Room::new();
    let lines = a_whole_play();
    // Left at the desk, before the second week.
    let desk = lines.iter().position(|line| *line == "commit").unwrap() + 1;
    room.shown(&PLAY, &lines[..desk]);
    let shown = room.shown(&["play", "--resume", LOG], &lines[desk..]);
    assert!(shown.contains("Luck acorn-0008; one decision made."), "{shown}");
    let other = Room::new();
    other.shown(&PLAY, &lines);
    assert_eq!(room.read(LOG), other.read(LOG));
}

#[test]
fn a_half_written_answer_is_there_again() {
    let room = Room::new();
    room.shown(&PLAY, &["", "", "go", "go", "go", "go", "go", "answer", "pending", "I have his word", "and no more"]);
    let lines = ["answer", "", "", "", "", "commit", "quit"];
    let shown = room.shown(&["play", "--resume", LOG], &lines);
    assert!(shown.contains("So far: I have his word\nand no more"), "{shown}");
    assert!(room.read(LOG).contains(r#""reason":"I have his word\nand no more""#));
    assert_eq!(room.files(), [LOG]);
}

#[test]
fn a_half_written_form_is_there_again() {
    let room = Room::new();
    room.shown(&PLAY, &["", "", "go", "case note", "24 nov", "none", "", "He did not come,"]);
    let shown = room.shown(&["play", "--resume", LOG], &["case note", "quit"]);
    assert!(shown.contains("When it happened: Mon 24 Nov"), "{shown}");
    let lines =
        ["case note", "4", "", "sign", "4", "He did not come and he did not ring before three.", "", "sign", "quit"];
    let shown = room.shown(&["play", "--resume", LOG], &lines);
    assert!(shown.contains("So far: He did not come,"), "{shown}");
    assert!(shown.contains("There are 4 words here, and at least 5 are needed."), "{shown}");
    assert!(shown.contains("Filed."), "{shown}");
}

#[test]
fn a_cut_line_is_set_aside_and_the_run_goes_on() {
    let room = Room::new();
    room.shown(&PLAY, &["", "", "go", "1", "go"]);
    let whole = room.read(LOG);
    let cut = &whole[..whole.len() - 12];
    fs::write(room.path(LOG), cut).unwrap();
    let output = room.typed(&["play", "--resume", LOG], &["quit"]);
    let lines = whole.lines().count();
    assert_eq!(
        err(&output),
        format!(
            "The file as it was lies in {LOG}.damaged.\n\
             {LOG}:{lines}: the last line is cut off and was set aside. All before it is good.\n"
        )
    );
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(room.read(&format!("{LOG}.damaged")), cut);
    // What the last command brought has come again.
    assert_eq!(room.read(LOG), whole);
}

#[test]
fn nothing_is_ever_written_over() {
    let room = Room::new();
    room.shown(&PLAY, &["", "", "quit"]);
    let first = room.read(LOG);
    let output = room.typed(&PLAY, &[]);
    assert_eq!(output.status.code(), Some(2));
    let said = err(&output);
    assert!(said.contains("is there already, and is not written over"), "{said}");
    room.shown(&KEPT, &["", "", "go", "quit"]);
    let runs = room.runs();
    assert_eq!(runs.len(), 2, "{runs:?}");
    assert_eq!((room.read(LOG), room.log_of(&runs[0])), (first.clone(), first));
}

#[test]
fn one_run_is_played_in_one_window() {
    let room = Room::new();
    room.shown(&PLAY, &["", "", "quit"]);
    let run = room.runs().remove(0);
    let held = |path: &Path| {
        let file = fs::File::open(path).unwrap();
        file.lock().unwrap();
        file
    };
    let file = held(&room.path(LOG));
    let output = room.typed(&["play", "--resume", LOG], &["quit"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("another window is playing this run"), "{}", err(&output));
    drop(file);
    let _file = held(&room.data.path().join("locks").join(format!("{run}.lock")));
    for typed in [run.as_str(), LOG] {
        let output = room.typed(&["play", "--resume", typed], &["quit"]);
        assert_eq!(output.status.code(), Some(2));
        insta::allow_duplicates! {
            insta::assert_snapshot!(masked(&err(&output)), @"missed-monday-xxxxxx: another window is playing this run. Go on there, or close it first. To look at it meanwhile: defensible records show missed-monday-xxxxxx");
        }
    }
    // Another run can be played meanwhile, and this one looked at.
    room.shown(&KEPT, &["", "", "quit"]);
    assert_eq!(room.typed(&["records", "show", &run], &[]).status.code(), Some(0));
}

/// A run goes on under its name, or the beginning of it, and needs no file.
#[test]
fn a_run_goes_on_under_its_name() {
    let room = Room::new();
    let lines = a_whole_play();
    let desk = lines.iter().position(|line| *line == "commit").unwrap() + 1;
    let shown = room.shown(&KEPT, &lines[..desk]);
    assert!(shown.ends_with("\n  defensible play --resume missed-monday-xxxxxx\n"), "{shown}");
    let run = room.runs().remove(0);
    let shown = room.shown(&["play", "--resume", &run[..run.len() - 2]], &lines[desk..]);
    assert!(shown.contains("Luck acorn-0008; one decision made."), "{shown}");
    assert!(shown.ends_with("again:\n  defensible debrief missed-monday-xxxxxx\n"), "{shown}");
    assert_eq!(room.runs(), std::slice::from_ref(&run));
    assert_eq!(room.files(), [""; 0]);
    let other = Room::new();
    other.shown(&PLAY, &lines);
    assert_eq!(room.log_of(&run), other.read(LOG));
    // From its log alone, elsewhere, the debrief is the same.
    assert_eq!(room.shown(&["debrief", &run], &[]), other.shown(&["debrief", LOG], &[]));
    let said = |typed: &str| {
        let output = room.typed(&["debrief", typed], &[]);
        assert_eq!(output.status.code(), Some(2));
        masked(&err(&output))
    };
    let near = said(&format!("{}{}", &run[..run.len() - 1], if run.ends_with('z') { "y" } else { "z" }));
    insta::assert_snapshot!(near, @r#"No run is called "missed-monday-xxxxxx". Did you mean missed-monday-xxxxxx?"#);
    insta::assert_snapshot!(said("something-else"), @r#"No run is called "something-else". defensible records list names the runs that are kept."#);
    room.shown(&KEPT, &["", "", "quit"]);
    let several = said("missed-monday");
    insta::assert_snapshot!(several, @r#"More than one run begins with "missed-monday": missed-monday-xxxxxx and missed-monday-xxxxxx. Write some more of its name."#);
}

/// A log that was carried in goes on in the records, and once only.
#[test]
fn a_log_that_is_gone_on_with_is_kept() {
    let (room, other) = (Room::new(), Room::new());
    other.shown(&PLAY, &["", "", "go", "quit"]);
    fs::copy(other.path(LOG), room.path(LOG)).unwrap();
    room.shown(&["play", "--resume", LOG], &["note from here", "quit"]);
    let runs = room.runs();
    assert_eq!(runs.len(), 1);
    assert_eq!(room.log_of(&runs[0]), room.read(LOG));
    room.shown(&["play", "--resume", LOG], &["note and on", "quit"]);
    assert_eq!(room.runs(), runs);
    assert_eq!(room.log_of(&runs[0]), room.read(LOG));
    room.shown(&["play", "--resume", &runs[0]], &["note without the file", "quit"]);
    let output = room.typed(&["play", "--resume", LOG], &[]);
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(masked(&err(&output)), @"run.jsonl: this run has gone further in the records, as missed-monday-xxxxxx. Go on with that: defensible play --resume missed-monday-xxxxxx");
}

/// A case that its author changed after it was played is debriefed as it was played.
#[test]
fn an_edited_scenario_leaves_an_old_runs_debrief_as_it_was() {
    let room = Room::new();
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/missed-monday");
    fs::create_dir(room.path("case")).unwrap();
    for name in ["scenario.ron", "panel.ron"] {
        fs::copy(bundled.join(name), room.path("case").join(name)).unwrap();
    }
    let lines = a_whole_play();
    room.shown(&["play", "case", "--seed", "acorn-0008"], &lines[..lines.len() - 1]);
    let run = room.runs().remove(0);
    let debrief = room.shown(&["debrief", &run], &[]);
    for (name, from, to) in
        [("scenario.ron", "Missed Monday", "Another Monday"), ("panel.ron", "I believe it", "I doubt it")]
    {
        let path = room.path("case").join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from) && debrief.contains(from), "{name}: {from}");
        fs::write(&path, text.replace(from, to)).unwrap();
    }
    assert_eq!(room.shown(&["debrief", &run], &[]), debrief);
    fs::remove_dir_all(room.path("case")).unwrap();
    assert_eq!(room.shown(&["debrief", &run], &[]), debrief);
}

/// When nothing can be kept, it is said, the run is played all the same, and can be saved.
#[cfg(unix)]
#[test]
fn without_a_place_to_keep_it_a_run_is_played_and_saved() {
    let room = Room::new();
    fs::write(room.path("file"), "").unwrap();
    let args = [&["--data-dir", "file"][..], &KEPT].concat();
    let lines = ["", "", "note kept in memory", "quit", "save mine.jsonl", "note and in the file", "quit"];
    let output = room.typed(&args, &lines);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(err(&output), @r#"
    file: there is a file where a folder should be, or a folder where a file should be. Move it away, or choose another folder with --data-dir.
    You can play all the same: the run is kept in memory, and saving is tried again as you go on. "save FILE" at the desk writes all of it to a file.
    "#);
    insta::assert_snapshot!(out(&output).split_once("desk>").unwrap().1);
    let log = room.read("mine.jsonl");
    assert!(log.contains("kept in memory") && log.contains("and in the file"), "{log}");
}

#[test]
fn again_from_a_week_branches_and_leaves_the_first_run_alone() {
    let room = Room::new();
    let mut lines = a_whole_play();
    lines.pop();
    lines.extend(["again 9", "again 4", "left", "quit"]);
    let shown = room.shown(&PLAY, &lines);
    let runs = room.runs();
    assert_eq!((room.files(), runs.len()), (vec![LOG.to_owned()], 2));
    assert!(shown.contains("The run did not come to week 9"), "{shown}");
    assert!(shown.contains("Another run, the same up to the start of week 4."), "{shown}");
    let (first, branched) = (room.read(LOG), room.log_of(&runs[1]));
    let second = branched.lines().nth(1).unwrap();
    assert!(second.contains("BranchedFrom"), "{second}");
    // But for where it branched, it is the same up to the week.
    let without_seq = |line: &str| line.split_once(",\"at\"").map(|(_, rest)| rest.to_owned()).unwrap();
    let firsts: Vec<String> = first.lines().skip(1).map(without_seq).collect();
    let seconds: Vec<String> = branched.lines().skip(2).map(without_seq).collect();
    assert_eq!(firsts[..seconds.len()], seconds[..]);
    // The same from outside, by week and file.
    let shown = room.shown(&["play", "--resume", LOG, "--again-from", "4", "--log", "third.jsonl"], &["quit"]);
    assert!(shown.contains("Monday 1 December 2025, 09:00."), "{shown}");
    assert_eq!(room.read("third.jsonl"), branched);
    assert_eq!(room.read(LOG), first);
    // And by week and name.
    room.shown(&["play", "--resume", &runs[0], "--again-from", "4"], &["quit"]);
    assert_eq!(room.log_of(&room.runs()[3]), branched);
    let output = room.typed(&["play", "--resume", LOG, "--again-from", "7"], &[]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn reviews_are_shown_after_an_answer_and_only_if_asked_for() {
    let room = Room::new();
    let mut lines = BEGIN.to_vec();
    lines.extend(["go", "go", "go", "voicemail", "go", "go", "reviews"]);
    lines.extend([
        "answer",
        "3",
        "I have his word.",
        "",
        "",
        "",
        "",
        "commit",
        "reviews",
        "back",
        "reviews",
        "yes",
        "quit",
    ]);
    let shown = room.shown(&PLAY, &lines);
    let (before, after) = shown.split_once("Committed.").unwrap();
    assert!(before.contains("once you have committed an answer of your own"), "{before}");
    assert!(!before.contains("Drafted.") && after.contains("Drafted."), "{after}");
    let log = room.read(LOG);
    assert_eq!(log.matches("\"Revealed\"").count(), 1);
}

#[test]
fn softer_texts_can_be_had() {
    let room = Room::new();
    let lines = ["softer", "", "", "go", "go", "go", "voicemail", "quit"];
    let shown = room.shown(&PLAY, &lines);
    assert!(shown.contains("Ellis is sorry about Monday. He was unwell"), "{shown}");
    let other = Room::new();
    let shown = other.shown(&[&PLAY[..], &["--softer"]].concat(), &lines[1..]);
    assert!(shown.contains("Ellis is sorry about Monday. He was unwell"), "{shown}");
    assert_eq!(room.read(LOG), other.read(LOG));
}

/// Every plan that lies beside a bundled scenario plays to its end, and its debrief is read whole.
#[test]
fn plans_play_and_their_debriefs_are_read_whole() {
    for plan in ["careless", "good", "trap", "unlucky"] {
        let room = Room::new();
        let shown = room.shown(&["play", "missed-monday", "--plan", plan, "--log", "plan.jsonl"], &[]);
        insta::assert_snapshot!(format!("plan-{plan}"), shown);
        // The same from its log alone.
        assert_eq!(room.shown(&["debrief", "plan.jsonl"], &[]), shown);
    }
}

#[test]
fn a_plan_that_does_not_play_names_its_step() {
    let room = Room::new();
    let output = room.typed(&["play", "missed-monday", "--plan", "unlucky", "--seed", "heron-0412"], &[]);
    assert_eq!((output.status.code(), out(&output)), (Some(1), String::new()));
    insta::assert_snapshot!(err(&output), @r#"
    missed-monday/unlucky.plan.ron:55:9: error[D0510]: step 32, on Thu 11 Dec, 09:00: what is expected here is not so
       |
    55 |         Expect(Is("unwell")),
       |         ^^^^^^^^^^^^^^^^^^^^

    1 error
    "#);
    let plan = r#"Plan(format: 1, scenario: "missed-monday", seed: 8, steps: [
    Until(Week(3, Mon, "15:30")),
    Open("no-show"),
    Open("voicemail"),
])
"#;
    fs::write(room.path("mine.plan.ron"), plan).unwrap();
    let output = room.typed(&["play", "missed-monday", "--plan", "mine.plan.ron"], &[]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(err(&output), @r#"
    mine.plan.ron:4:5: error[D0510]: step 3, on Mon 24 Nov, 15:32: Nothing called "voicemail" is on your desk.
      |
    4 |     Open("voicemail"),
      |     ^^^^^^^^^^^^^^^^^

    1 error
    "#);
    fs::write(room.path("short.plan.ron"), plan.replace("    Open(\"voicemail\"),\n", "")).unwrap();
    let output = room.typed(&["play", "missed-monday", "--plan", "short.plan.ron"], &[]);
    assert_eq!((output.status.code(), out(&output)), (Some(0), String::new()));
    insta::assert_snapshot!(err(&output), @"All 2 steps were taken. It is now Monday 24 November, 15:32, and the run is not over.");
}

#[test]
fn a_plan_can_be_played_on_by_hand() {
    let room = Room::new();
    let plan = r#"Plan(format: 1, scenario: "missed-monday", seed: 8, steps: [Until(Week(3, Tue, "10:10")), Open("voicemail")])"#;
    fs::write(room.path("start.plan.ron"), plan).unwrap();
    let shown = room.shown(&["play", "missed-monday", "--from", "start.plan.ron"], &["inbox", "quit"]);
    assert!(shown.contains("Tuesday 25 November 2025, 10:13."), "{shown}");
    assert_eq!((room.files(), room.runs().len()), (vec!["start.plan.ron".to_owned()], 1));
}

#[test]
fn what_can_not_be_played_is_said() {
    let room = Room::new();
    let said = |args: &[&str]| {
        let output = room.typed(args, &[]);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert_eq!(out(&output), "", "{args:?}");
        err(&output)
    };
    insta::assert_snapshot!(said(&["play", "mised-monday"]), @r#"There is no file, folder or scenario called "mised-monday". Did you mean missed-monday?"#);
    insta::assert_snapshot!(said(&["play", "nothing-like-it"]), @r#"There is no file, folder or scenario called "nothing-like-it". At hand: missed-monday and small-things."#);
    insta::assert_snapshot!(said(&["play", "missed-monday", "--seed", "herron-0412"]), @r#"No luck code begins with "herron". Did you mean heron-0412?"#);
    insta::assert_snapshot!(said(&["play", "missed-monday", "--seed", "luck"]), @r#""luck" is no luck code. Write a number, or a word and four digits, such as heron-0412."#);
    insta::assert_snapshot!(said(&["play", "missed-monday", "--plan", "best"]), @r#"There is no plan "best". Beside missed-monday lie: careless, good, trap and unlucky."#);
    insta::assert_snapshot!(said(&["play", "--resume", "gone.jsonl"]), @"gone.jsonl: there is no file of that name.");
    let output = room.typed(&["play", "missed-monday", "--variant", "later"], &[]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(err(&output), @r#"
    missed-monday/scenario.ron:5:1: error[D0203]: this scenario has no variant called "later"
      |
    5 | Scenario(
      | ^^^^^^^^
      help: leave the variant out to play the scenario as it stands

    1 error
    missed-monday can't be played until this is mended. defensible check tells everything that is wrong with it.
    "#);
}

#[test]
fn a_debrief_comes_after_the_end() {
    let room = Room::new();
    room.shown(&PLAY, &["", "", "go", "quit"]);
    let output = room.typed(&["debrief", LOG], &[]);
    assert_eq!((output.status.code(), out(&output)), (Some(2), String::new()));
    insta::assert_snapshot!(err(&output), @"run.jsonl: this run is not over, so there is no debrief yet. Go on with it: defensible play --resume run.jsonl");
}

#[test]
fn the_list_of_scenarios_says_how_to_play() {
    let room = Room::new();
    insta::assert_snapshot!(room.shown(&["play"], &[]));
}

#[test]
fn text_is_narrower_in_a_narrow_window_and_plain_without_a_terminal() {
    let room = Room::new();
    let output = room.command(&PLAY).env("COLUMNS", "40").write_stdin("\n\ngo\n1\nr\nfile\nend\n").output().unwrap();
    let shown = out(&output);
    // A command that is to be copied stays on one line.
    let lines = shown.lines().filter(|line| !line.starts_with("  defensible play"));
    let widest = lines.map(|line| line.chars().count()).max();
    assert!(widest <= Some(40), "{widest:?}");
    assert!(!shown.contains('\u{1b}'));
}

/// A folder is as good as a name, and a run keeps the texts that it was played with.
#[test]
fn a_log_keeps_the_texts_that_it_was_played_with() {
    let room = Room::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/missed-monday");
    let folder = room.path("mine");
    fs::create_dir(&folder).unwrap();
    for name in ["scenario.ron", "panel.ron"] {
        fs::copy(from.join(name), folder.join(name)).unwrap();
    }
    let lines = a_whole_play();
    let shown = room.shown(&["play", "mine", "--seed", "8", "--log", LOG], &lines);
    let debrief = room.shown(&["debrief", LOG], &[]);
    assert!(shown.contains(&debrief), "the debrief differs");
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(room.shown(&["debrief", LOG], &[]), debrief);
}

/// Days instead of weeks, all five kinds of question, one of them at once in the middle of something.
#[test]
fn every_kind_of_question_can_be_answered() {
    let room = Room::new();
    fs::write(room.path("every-ask.scenario.ron"), include_str!("every-ask.scenario.ron")).unwrap();
    let mut lines =
        vec!["", "", "go", "answer some", "1 2 3", "1,3", "Both matter.", "", "101", "50%", "skip", "commit"];
    lines.extend(["in order", "1 1", "2 3", "The note is late.", "", "", "", "commit"]);
    lines.extend(["answer each", "5", "+2", "back", "-1", "0", "Asking is better.", "", "", "", "commit"]);
    lines.extend(["risk", "9", "medium", "high", "She was angry.", "", "", "", "commit"]);
    // A rating that was answered is the present one: what differs from it wants a reason.
    lines.extend(["go", "ring", "yes", "go", "1", "1", "She needs it.", "", "", "", "", "commit"]);
    lines.extend(["file", "day", "go", "go", "1", "end", "go"]);
    let shown = room.shown(&["play", "every-ask.scenario.ron", "--seed", "8"], &lines);
    insta::assert_snapshot!(shown);
}
