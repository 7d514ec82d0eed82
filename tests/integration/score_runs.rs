//! `defensible score RUN...` as a practice teacher and a researcher meet it: logs that were handed in, held against a
//! panel.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Output;
use std::sync::{Arc, LazyLock};

use defensible::explore::Dice;
use defensible::explore::game::{Game, Player as _};
use defensible::explore::player::Wanderer;
use defensible::review::cohort::groups::FEWEST_PEOPLE;
use defensible::run::Run;
use defensible::run::command::Command;
use defensible::run::engine::Stop;
use defensible::run::event::What;
use defensible::run::logfile::{self, Header};
use defensible::run::refusal::Refusal;
use defensible::run::state::State;
use defensible::scenario::raw::Answer;
use defensible::sitting::files;
use defensible::sitting::reading::{self, Ready};
use serde_json::Value;

use crate::room::{Room, err, masked, out};

/// What somebody answers to which decision, in so many of a hundred cases.
type Way = (&'static str, &'static str, usize);

/// Somebody who plays by dice, says how sure they are, and may have a way of their own at some decision.
struct Trainee {
    run: Run,
    dice: Dice,
    ways: &'static [Way],
}

impl Game for Trainee {
    fn state(&self) -> &State {
        self.run.state()
    }

    fn give(&mut self, command: &Command) -> Result<Stop, Refusal> {
        let Command::Decide { decision, committed } = command else { return self.run.command(command) };
        let mut committed = committed.clone();
        committed.sure = Some(u8::try_from(40 + 10 * self.dice.below(6)).unwrap());
        committed.reason = format!("What I know of it, {}.", self.run.seed());
        let way = self.ways.iter().find(|way| way.0 == decision.as_str());
        if let Some((_, option, often)) = way
            && self.dice.below(100) < *often
        {
            let mut own = committed.clone();
            own.answer = Answer::Choose((*option).to_owned());
            let own = Command::Decide { decision: decision.clone(), committed: own };
            if let Ok(stop) = self.run.command(&own) {
                return Ok(stop);
            }
        }
        self.run.command(&Command::Decide { decision: decision.clone(), committed })
    }
}

fn ready(case: &str) -> Ready {
    reading::open(&files::one(case, None).unwrap(), None, None).unwrap()
}

/// The log of a trainee's run.
fn log(ready: &Ready, seed: u64, ways: &'static [Way]) -> String {
    let run = Run::begin(Arc::clone(&ready.scenario), seed);
    // Dice of seeds that lie near each other begin alike.
    let mut game = Trainee { run, dice: Dice::new(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)), ways };
    assert!(Wanderer::new(&ready.scenario).play(&mut game, &mut Dice::new(seed)), "seed {seed} is stuck");
    logfile::text(&Header::new(&ready.scenario, seed, ready.kept.clone()), game.run.events())
}

const STRICT: &[Way] = &[("absence", "letter", 70)];
const PATIENT: &[Way] = &[("absence", "pending", 70), ("away", "agree", 60)];

/// Offices with the trainees of each: the last is too small to be shown.
const OFFICES: [(&str, usize, &[Way]); 3] =
    [("Fenley", 20, STRICT), ("Marlsea", 16, PATIENT), ("Wickhaven", 4, STRICT)];

/// Forty logs by name, with the office of each.
static COHORT: LazyLock<Vec<(String, &str, String)>> = LazyLock::new(|| {
    let ready = ready("missed-monday");
    let people = OFFICES.iter().flat_map(|(office, n, ways)| (0..*n).map(move |_| (*office, *ways)));
    let logs = people.zip(1..).map(|((office, ways), at)| (format!("t{at:02}.jsonl"), office, log(&ready, at, ways)));
    logs.collect()
});

/// A room with the cohort in `logs/`, and `offices.csv`.
fn room() -> Room {
    let room = Room::new();
    fs::create_dir(room.path("logs")).unwrap();
    let mut offices = "run,office\n".to_owned();
    for (name, office, text) in COHORT.iter() {
        fs::write(room.path("logs").join(name), text).unwrap();
        writeln!(offices, "{name},{office}").unwrap();
    }
    fs::write(room.path("offices.csv"), offices).unwrap();
    room
}

/// A room with some of the cohort's logs.
fn some(logs: &[usize]) -> Room {
    let room = Room::new();
    for at in logs {
        let (name, _, text) = &COHORT[*at];
        fs::write(room.path(name), text).unwrap();
    }
    room
}

const CASE: [&str; 3] = ["logs", "--scenario", "missed-monday"];
const GROUPS: [&str; 4] = ["--groups", "offices.csv", "--group", "office"];

fn score(room: &Room, args: &[&str]) -> Output {
    room.typed(&[&["score"], args].concat(), &[])
}

/// What comes of it, which must end well.
fn scored(room: &Room, args: &[&str]) -> String {
    let output = score(room, args);
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
    out(&output)
}

fn json(room: &Room, args: &[&str]) -> Value {
    serde_json::from_str(&scored(room, &[args, &["--format", "json"]].concat())).unwrap()
}

/// What is complained of, in the words of any system, and how it ends.
fn told(room: &Room, args: &[&str]) -> (Option<i32>, String) {
    let output = score(room, args);
    (output.status.code(), err(&output).replace(std::path::MAIN_SEPARATOR, "/"))
}

#[test]
fn one_run() {
    let room = some(&[0]);
    let args = ["t01.jsonl", "--scenario", "missed-monday"];
    insta::assert_snapshot!("one-run", scored(&room, &args));
    let json = json(&room, &args);
    insta::assert_snapshot!("one-run-json", format!("{:#}", json["runs"][0]));
    assert_eq!((json["version"].as_u64(), json["of"].as_str()), (Some(1), Some("runs")));
    insta::assert_snapshot!("one-run-csv", scored(&room, &[&args[..], &["--format", "csv"]].concat()));
}

/// What `score` says of a run is what its debrief says.
#[test]
fn a_run_is_scored_as_in_its_debrief() {
    let room = some(&[3]);
    let debrief = room.shown(&["debrief", "t04.jsonl"], &[]);
    let text = scored(&room, &["t04.jsonl"]);
    let unwrapped = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, overall) = debrief.split_once("All decisions together\n").unwrap();
    let range = unwrapped(overall).split("In 95 of 100").nth(1).unwrap().split(". ").next().unwrap().to_owned();
    assert!(unwrapped(&text).contains(&range), "{range}\n{text}");
    let mean = unwrapped(overall).split("Mean agreement ").nth(1).unwrap()[..4].to_owned();
    assert!(text.contains(&format!("Mean agreement {mean}")), "{mean}\n{text}");
}

#[test]
fn a_run_that_is_kept_is_scored_by_its_name() {
    let room = Room::new();
    room.shown(&["play", "missed-monday", "--from", "careless", "--log", "own.jsonl"], &["quit"]);
    let run = room.runs().remove(0);
    let by_name = masked(&scored(&room, &[&run])).replace("missed-monday-xxxxxx", "RUN");
    let by_log = scored(&room, &["own.jsonl"]).replace("own.jsonl", "RUN");
    assert_eq!(by_name, by_log);
    // Both at once are one run.
    let (code, complaint) = told(&room, &[&run, "own.jsonl"]);
    assert_eq!(code, Some(0));
    assert!(complaint.contains("is the same run as"), "{complaint}");
}

#[test]
fn a_cohort() {
    let room = room();
    insta::assert_snapshot!("cohort", scored(&room, &CASE));
    let json = json(&room, &CASE);
    assert_eq!(json["runs"].as_array().unwrap().len(), 40);
    insta::assert_snapshot!("cohort-json", format!("{:#}", json["cohort"]));
    let csv = scored(&room, &[&CASE[..], &["--format", "csv"]].concat());
    assert_eq!(csv.lines().count(), 41);
    insta::assert_snapshot!("cohort-csv", csv.lines().take(4).collect::<Vec<_>>().join("\n"));
}

#[test]
fn offices_beside_each_other() {
    let room = room();
    let args = [&CASE[..], &GROUPS].concat();
    insta::assert_snapshot!("groups", scored(&room, &args));
    insta::assert_snapshot!("groups-json", scored(&room, &[&args[..], &["--format", "json"]].concat()));
    insta::assert_snapshot!("groups-csv", scored(&room, &[&args[..], &["--format", "csv"]].concat()));
}

/// How many gave which answer.
type Counts = BTreeMap<String, u64>;

/// Counts of answers by question and office, made from the logs alone.
fn counted() -> BTreeMap<(String, String), BTreeMap<&'static str, Counts>> {
    let mut counts: BTreeMap<(String, String), BTreeMap<&str, Counts>> = BTreeMap::new();
    for (_, office, text) in COHORT.iter() {
        for event in logfile::read(text.as_bytes()).unwrap().events {
            let What::Decided { decision, situation, committed } = event.what else { continue };
            let Answer::Choose(option) = committed.answer else { panic!("missed-monday asks for one option") };
            let of = counts.entry((decision, situation)).or_default().entry(office).or_default();
            *of.entry(option).or_default() += 1;
        }
    }
    counts
}

#[test]
fn counts_of_groups_are_those_of_the_logs_and_small_ones_are_in_none() {
    let room = room();
    let args = [&CASE[..], &GROUPS].concat();
    let json = json(&room, &args);
    let given = |counts: &Value| -> Counts {
        let all = counts.as_object().unwrap().iter().map(|(option, n)| (option.clone(), n.as_u64().unwrap()));
        all.filter(|(_, n)| *n > 0).collect()
    };
    let counted = counted();
    let mut cells = 0;
    for question in json["questions"].as_array().unwrap() {
        let key = ["decision", "situation"].map(|part| question[part].as_str().unwrap().to_owned());
        let offices = &counted[&key.into()];
        let mut together = Counts::new();
        for (office, cell) in question["groups"].as_object().unwrap() {
            let own = offices.get(office.as_str()).cloned().unwrap_or_default();
            if own.values().sum::<u64>() < FEWEST_PEOPLE as u64 {
                assert!(cell.is_null(), "{question:#}");
                continue;
            }
            assert_eq!(given(&cell["counts"]), own, "{question:#}");
            own.into_iter().for_each(|(option, n)| *together.entry(option).or_default() += n);
            cells += 1;
        }
        // Nothing is in the total that is not shown.
        assert_eq!(given(&question["together"]["counts"]), together, "{question:#}");
    }
    assert!(cells >= 4, "the test no longer sees the cells");
    for format in ["human", "json", "csv"] {
        let text = scored(&room, &[&args[..], &["--format", format]].concat());
        assert!(!text.contains("Wickhaven"), "{text}");
        assert!(!text.contains("t01") && !text.contains("t40"), "no run is named: {text}");
    }
}

/// In whatever order runs are named, and whether by folder or one by one.
#[test]
fn the_order_on_the_command_line_changes_nothing() {
    let room = some(&[7, 2, 30, 11, 5]);
    for format in ["human", "json", "csv"] {
        let of = |runs: &[&str]| scored(&room, &[runs, &["--format", format]].concat());
        let first = of(&["t08.jsonl", "t03.jsonl", "t31.jsonl", "t12.jsonl", "t06.jsonl"]);
        assert_eq!(first, of(&["t31.jsonl", "t12.jsonl", "t06.jsonl", "t08.jsonl", "t03.jsonl"]));
        assert_eq!(first, of(&["."]));
    }
    let text = scored(&room, &["."]);
    let places: Vec<usize> = ["t03", "t06", "t08", "t12", "t31"].map(|name| text.find(name).unwrap()).to_vec();
    assert!(places.is_sorted(), "in the order of their names: {text}");
}

#[test]
fn without_a_case_each_is_held_against_its_own_panel() {
    let room = some(&[0, 1]);
    let text = scored(&room, &["."]);
    assert!(text.contains("No case was named with --scenario"), "{text}");
    let value = json(&room, &["."]);
    assert_eq!(value["against"], "kept");
    // The bundled case has the same panel: the figures are the same.
    assert_eq!(value["runs"], json(&room, &[".", "--scenario", "missed-monday"])["runs"]);
}

/// A case that was changed since: what was reworded is not scored, the rest is.
#[test]
fn a_reworded_decision_is_not_scored() {
    let room = some(&[0, 1, 2]);
    fs::create_dir(room.path("case")).unwrap();
    for file in ["scenario.ron", "panel.ron"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/missed-monday").join(file);
        fs::copy(from, room.path("case").join(file)).unwrap();
    }
    let whole = json(&room, &[".", "--scenario", "case"]);
    assert!(whole["runs"][0]["decisions"][0]["credit"].is_number());
    // The reviews are of other words than those that these trainees read.
    let panel = room.read("case/panel.ron").replace("b3:3bfd6b3635a5c3c3", "b3:0123456789abcdef");
    fs::write(room.path("case/panel.ron"), panel.replace("b3:5d695b13b3470293", "b3:0123456789abcdef")).unwrap();
    let value = json(&room, &[".", "--scenario", "case"]);
    for run in value["runs"].as_array().unwrap() {
        let absence = run["decisions"].as_array().unwrap().iter().find(|one| one["decision"] == "absence").unwrap();
        assert_eq!((&absence["credit"], &absence["not_scored"]), (&Value::Null, &Value::from("stale-wording")));
    }
    let away = |value: &Value| {
        let runs = value["runs"].as_array().unwrap().iter().flat_map(|run| run["decisions"].as_array().unwrap());
        runs.filter(|one| one["decision"] == "away").cloned().collect::<Vec<_>>()
    };
    assert_eq!(away(&value), away(&whole));
}

#[test]
fn runs_that_can_not_be_scored_are_named_and_stop_nobody() {
    let room = some(&[0, 1]);
    let (_, _, text) = &COHORT[2];
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    fs::write(room.path("broken.jsonl"), "{\"defensible\":1,").unwrap();
    fs::write(room.path("changed.jsonl"), text.replacen("Fenley", "Henley", 1)).unwrap();
    fs::write(room.path("trial.jsonl"), text.replacen("\"trial\":false", "\"trial\":true", 1)).unwrap();
    let invited = text
        .replacen(
            "\"hashes\":{",
            &format!("\"hashes\":{{\"invitation.ron\":\"{}\",", blake3::hash(b"Invitation()")),
            1,
        )
        .replacen("\"kept\":{", "\"kept\":{\"invitation.ron\":\"Invitation()\",", 1);
    fs::write(room.path("reviewer.jsonl"), invited).unwrap();
    fs::write(room.path("short.jsonl"), lines[..lines.len() / 2].concat()).unwrap();
    let small = ready("small-things");
    fs::write(room.path("other.jsonl"), log(&small, 3, &[])).unwrap();
    fs::create_dir(room.path("empty")).unwrap();
    let all = [".", "empty", "no-such-run", "gone.jsonl", "--scenario", "missed-monday"];
    let (code, complaints) = told(&room, &all);
    assert_eq!(code, Some(2));
    insta::assert_snapshot!("left-out", complaints);
    let value: Value =
        serde_json::from_str(&out(&score(&room, &[&all[..], &["--format", "json"]].concat()))).unwrap();
    let runs: Vec<&str> = value["runs"].as_array().unwrap().iter().map(|run| run["run"].as_str().unwrap()).collect();
    assert_eq!(runs, ["short.jsonl", "t01.jsonl", "t02.jsonl"]);
    assert_eq!(value["cohort"]["over"], 2);
    insta::assert_snapshot!("left-out-json", format!("{:#}", value["left_out"]));
    // Of two cases without a name for either.
    let (code, complaints) = told(&room, &["other.jsonl", "t01.jsonl", "t02.jsonl"]);
    assert_eq!(code, Some(2));
    insta::assert_snapshot!(complaints, @"These are runs of more than one case: missed-monday (2) and small-things (1). Name one of them with --scenario.");
    insta::assert_snapshot!(told(&room, &["trial.jsonl"]).1, @r"
    trial.jsonl is a trial: the case was changed while it was played. It is not scored, and left out.
    There is no run to score.
    ");
}

#[test]
fn a_damaged_end_is_told_and_the_rest_is_scored() {
    let room = some(&[0]);
    let text = room.read("t01.jsonl");
    fs::write(room.path("t01.jsonl"), &text[..text.len() - 3]).unwrap();
    let (code, complaint) = told(&room, &["t01.jsonl"]);
    assert_eq!(code, Some(1));
    assert!(complaint.starts_with("t01.jsonl:") && complaint.contains("cut off"), "{complaint}");
}

/// A log that was handed in twice: whole, and as it was half way.
#[test]
fn a_copy_counts_once() {
    let room = some(&[0, 1]);
    let text = room.read("t01.jsonl");
    let decided = text.match_indices('\n').filter(|(at, _)| text[..*at].contains("\"Decided\"")).nth(2).unwrap().0;
    fs::write(room.path("a-half.jsonl"), &text[..=decided]).unwrap();
    fs::write(room.path("z-whole.jsonl"), &text).unwrap();
    let (code, complaints) = told(&room, &["."]);
    assert_eq!(code, Some(0));
    insta::assert_snapshot!(complaints, @r"
    a-half.jsonl is the same run as t01.jsonl, or its beginning. It counts once.
    z-whole.jsonl is the same run as t01.jsonl, or its beginning. It counts once.
    ");
    let value: Value = serde_json::from_str(&out(&score(&room, &[".", "--format", "json"]))).unwrap();
    let runs: Vec<&str> = value["runs"].as_array().unwrap().iter().map(|run| run["run"].as_str().unwrap()).collect();
    assert_eq!(runs, ["t01.jsonl", "t02.jsonl"]);
}

#[test]
fn what_is_wrong_with_groups_has_its_line() {
    let room = room();
    let with = |text: &str| {
        fs::write(room.path("offices.csv"), text).unwrap();
        let (code, told) = told(&room, &[&CASE[..], &GROUPS].concat());
        (code.unwrap(), told)
    };
    let all = room.read("offices.csv");
    // A line for nobody, one twice by another name, and two runs without one.
    let text = all
        .replace("t02.jsonl,Fenley\n", "t92.jsonl,Fenley\nt01,Marlsea\n")
        .replace("t03.jsonl,Fenley", "t03.jsonl,");
    let (code, told) = with(&text);
    assert_eq!(code, 1);
    insta::assert_snapshot!(told, @r#"
    offices.csv:3: no run is called "t92.jsonl" here.
    offices.csv:4: "t01" is the run of line 2 already.
    t02.jsonl has no office in offices.csv, and is left out of the groups.
    t03.jsonl has no office in offices.csv, and is left out of the groups.
    "#);
    let mut shown = String::new();
    for text in [
        "",
        "run,office\n",
        "run,team\nt01.jsonl,a\n",
        "log,office\nt01.jsonl,a\n",
        "run,office,Office\nt01.jsonl,a,b\n",
        "run,office,person\nt01.jsonl,a,ann\nt02.jsonl,a,ann\nt01.jsonl,b,cy\n,a,dee\nt03.jsonl,a,eve,1\n",
    ] {
        let (code, told) = with(text);
        assert_eq!(code, 2, "{told}");
        shown.push_str(&told);
    }
    insta::assert_snapshot!("groups-problems", shown);
    fs::remove_file(room.path("offices.csv")).unwrap();
    insta::assert_snapshot!(told_of(&room), @"offices.csv: there is no file or folder of that name.");
}

fn told_of(room: &Room) -> String {
    told(room, &[&CASE[..], &GROUPS].concat()).1
}

#[test]
fn runs_and_tables_exclude_each_other() {
    let room = some(&[0]);
    for args in [
        &["t01.jsonl", "--answers", "a.csv", "--reviews", "r.csv", "--scale", "options"][..],
        &["--answers", "a.csv"],
        &["--scenario", "missed-monday"],
        &["t01.jsonl", "--group", "office"],
        &["t01.jsonl", "--groups", "offices.csv"],
        &["t01.jsonl", "--every-decision"],
        &[],
    ] {
        let output = score(&room, args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(err(&output).contains("Usage: defensible score"), "{}", err(&output));
    }
    let output = score(&room, &["t01.jsonl", "--answers", "a.csv", "--reviews", "r.csv", "--scale", "options"]);
    assert!(err(&output).contains("cannot be used with"), "{}", err(&output));
}

/// Every kind of question, by people in two teams, with no reviewers at all.
#[test]
fn every_kind_of_question_can_be_set_side_by_side() {
    let room = Room::new();
    fs::write(room.path("every-ask.scenario.ron"), include_str!("every-ask.scenario.ron")).unwrap();
    let path = room.path("every-ask.scenario.ron");
    let ready = reading::open(&files::one(path.to_str().unwrap(), None).unwrap(), None, None).unwrap();
    let mut teams = "team;run\r\n".to_owned();
    fs::create_dir(room.path("logs")).unwrap();
    for seed in 1..=14 {
        fs::write(room.path("logs").join(format!("p{seed:02}.jsonl")), log(&ready, seed, &[])).unwrap();
        write!(teams, "{};p{seed:02}\r\n", if seed % 2 == 0 { "east" } else { "west" }).unwrap();
    }
    fs::write(room.path("teams.csv"), teams).unwrap();
    let args = ["logs", "--scenario", "every-ask.scenario.ron"];
    let text = scored(&room, &args);
    assert!(text.contains("Nothing can be scored here."), "{text}");
    insta::assert_snapshot!("every-ask", text);
    let groups = [&args[..], &["--groups", "teams.csv", "--group", "team"]].concat();
    insta::assert_snapshot!("every-ask-groups", scored(&room, &groups));
    insta::assert_snapshot!("every-ask-groups-csv", scored(&room, &[&groups[..], &["--format", "csv"]].concat()));
}

/// Names of runs and groups that a spreadsheet or a terminal might do something with.
#[test]
fn names_can_do_nothing() {
    let room = some(&[0]);
    let name = "=cmd\u{1b}[31m.jsonl";
    if fs::rename(room.path("t01.jsonl"), room.path(name)).is_err() {
        // Not every system has such names.
        return;
    }
    let text = scored(&room, &["."]);
    assert!(!text.contains('\u{1b}') && text.contains("=cmd\u{fffd}[31m"), "{text}");
    let csv = scored(&room, &[".", "--format", "csv"]);
    assert!(csv.contains("'=cmd\u{fffd}[31m") && !csv.contains('\u{1b}'), "{csv}");
}

/// Thousands of runs: `cargo test --release -- --ignored two_thousand_runs --nocapture` prints how long they take.
#[test]
#[ignore = "a measurement: for release"]
fn two_thousand_runs() {
    let room = Room::new();
    for case in ["missed-monday", "small-things"] {
        fs::create_dir(room.path(case)).unwrap();
        let ready = ready(case);
        for seed in 0..2_000 {
            fs::write(room.path(case).join(format!("{seed:04}.jsonl")), log(&ready, seed, &[])).unwrap();
        }
        let mut offices = "run,office\n".to_owned();
        (0..2_000).for_each(|seed| writeln!(offices, "{seed:04},office {}", seed % 40).unwrap());
        fs::write(room.path("offices.csv"), offices).unwrap();
        for more in [&[][..], &GROUPS] {
            let began = std::time::Instant::now();
            let output = score(&room, &[&[case, "--scenario", case][..], more].concat());
            println!("{case} {more:?}: {:?}, {:?}", began.elapsed(), output.status.code());
        }
    }
}
