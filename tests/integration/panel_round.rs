//! A whole round of a panel: reviewers are invited and answer, each in their way; their files are added; the panel is
//! looked at; two hundred trainees are scored against it, and the decisions are looked at as a test.

use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;

use defensible::desk::decision::supposed;
use defensible::desk::reviewing::progress;
use defensible::explore::Dice;
use defensible::review::collect::own;
use defensible::review::collect::said::{About, Remark};
use defensible::run::Run;
use defensible::run::command::{Command, Committed, How};
use defensible::run::logfile::{self, Header};
use defensible::scenario::raw::{Answer, Entries, Level, Risk, Role};
use defensible::sitting::keep::{Pending, Unfinished};
use defensible::sitting::reading::Ready;
use defensible::sitting::{files, reading, reviewing};

use crate::room::{Room, err, out};

const EVERY_ASK: &str = include_str!("every-ask.scenario.ron");

/// Every kind of question, the first of them in two situations: whoever rings first learns that she is in.
fn case() -> String {
    let any = "situations: [Situation(id: \"any\", told: \"Nothing is known.\")],\n            options: [\n                \
               Option(id: \"home\"";
    let two =
        any.replace("[Situation", "[Situation(id: \"in\", when: Done(\"ring\"), told: \"She is in.\"), Situation");
    let text = EVERY_ASK.replace(any, &two);
    assert_ne!(text, EVERY_ASK);
    text
}

/// How somebody answers.
#[derive(Debug, Clone, Copy)]
enum Way {
    /// As most do, in so many of a hundred questions; else anything.
    AsMost(usize),
    /// Always the first that is there: the middle of a scale, the order of the file.
    Habit,
    /// Whatever most do not.
    Against,
}

/// Dice of seeds that lie near each other begin alike.
fn dice(seed: u64) -> Dice {
    Dice::new(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

/// Somebody's answer to a question.
fn answer(decision: &str, way: Way, dice: &mut Dice) -> Answer {
    let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let rates = |wait, ask| Answer::Rate(Entries(vec![("wait".into(), wait), ("ask".into(), ask)]));
    let levels = |public, staff| Answer::Levels(Entries(vec![(Risk::Public, public), (Risk::Staff, staff)]));
    let most = match way {
        Way::AsMost(often) => dice.below(100) < often,
        Way::Habit | Way::Against => false,
    };
    let habit = matches!(way, Way::Habit);
    let against = matches!(way, Way::Against);
    let step = |dice: &mut Dice| i8::try_from(dice.below(5)).unwrap() - 2;
    let level = |dice: &mut Dice| [Level::Low, Level::Medium, Level::High, Level::VeryHigh][dice.below(4)];
    match decision {
        "several" if most => Answer::ChooseSome(names(&["health", "home"])),
        "several" if habit => Answer::ChooseSome(names(&["home"])),
        "several" if against => Answer::ChooseSome(names(&["work"])),
        "several" => Answer::ChooseSome(names([&["home"], &["work"], &["health"]][dice.below(3)])),
        "order" if most => Answer::Rank(names(&["call", "note", "tea"])),
        "order" if habit => Answer::Rank(names(&["call", "note", "tea"])),
        "order" if against => Answer::Rank(names(&["tea", "note", "call"])),
        "order" => {
            let orders = [["call", "tea", "note"], ["note", "call", "tea"], ["tea", "call", "note"]];
            Answer::Rank(names(&orders[dice.below(3)]))
        }
        "each" if most => rates(-1, 2),
        "each" if habit => rates(0, 0),
        "each" if against => rates(2, -2),
        "each" => rates(step(dice), step(dice)),
        "risk" if most => levels(Level::Medium, Level::Low),
        "risk" if habit => levels(Level::Medium, Level::Medium),
        "risk" if against => levels(Level::VeryHigh, Level::High),
        "risk" => levels(level(dice), level(dice)),
        _ if most || against => Answer::Choose(if most { "no" } else { "yes" }.into()),
        _ => Answer::Choose(["yes", "no"][dice.below(2)].into()),
    }
}

fn committed(answer: Answer, who: &str, dice: &mut Dice) -> Committed {
    let sure = Some(u8::try_from(40 + 10 * dice.below(6)).unwrap());
    let reason = format!("That is how I see it, said {who}.");
    Committed { answer, reason, sure, change: None, cites: Vec::new(), how: How::Alone }
}

/// Plays to the end. Whoever rings does it first thing.
fn play(ready: &Ready, seed: u64, way: Way, rings: bool, who: &str) -> Run {
    let mut dice = dice(seed);
    let mut run = Run::begin(Arc::clone(&ready.scenario), seed);
    if rings {
        run.command(&Command::Do { response: "ring".into() }).unwrap();
    }
    while !run.is_over() {
        let questions = defensible::desk::moment(&run).questions;
        for question in &questions {
            let answer = answer(&question.decision, way, &mut dice);
            let committed = committed(answer, who, &mut dice);
            run.command(&Command::Decide { decision: question.decision.clone(), committed }).unwrap();
        }
        let at = run.events().len();
        for command in [Command::GoOn, Command::EndDay, Command::EndTurn] {
            if questions.is_empty() && run.events().len() == at && !run.is_over() {
                let _ = run.command(&command);
            }
        }
    }
    run
}

/// Who was asked: what they are, how they answer, whether they ring first, and the question that is not theirs.
const REVIEWERS: [(Role, u32, Way, bool, Option<&str>); 12] = [
    (Role::SeniorOfficer, 14, Way::AsMost(90), true, None),
    (Role::SeniorOfficer, 9, Way::AsMost(80), false, None),
    (Role::Officer, 3, Way::AsMost(70), false, None),
    (Role::Officer, 7, Way::AsMost(75), true, None),
    (Role::Officer, 5, Way::AsMost(65), false, None),
    (Role::PracticeTeacher, 20, Way::AsMost(95), true, None),
    (Role::PracticeTeacher, 12, Way::AsMost(85), false, None),
    (Role::Inspector, 16, Way::AsMost(85), false, None),
    (Role::Doctor, 22, Way::AsMost(70), false, Some("order")),
    (Role::Housing, 11, Way::Habit, false, Some("risk")),
    (Role::LivedExperience, 2, Way::AsMost(60), true, Some("now")),
    (Role::Police, 18, Way::Against, false, None),
];

/// A reviewer's file: played, remarked on, and supposed where the play did not lead.
fn file(ready: &Ready, at: usize) -> (String, String) {
    let (role, years, way, rings, not_mine) = REVIEWERS[at];
    let id = own::reviewer_id(&format!("round-{at}"));
    let run = play(ready, 100 + at as u64, way, rings, &id);
    let mut dice = dice(500 + at as u64);
    let mut pending = Pending::default();
    pending.review.about = Some(About { role, years, group: None });
    for row in progress(&run, &pending.review).rows {
        let outside = (not_mine == Some(&row.decision)).then(|| "I never have to answer that.".to_owned());
        if !row.reached && outside.is_none() {
            let decision = ready.scenario.decision_called(&row.decision).unwrap();
            let view = supposed(&run, decision, row.situation);
            let said = committed(answer(&row.decision, way, &mut dice), &id, &mut dice);
            let unfinished = Unfinished {
                answer: Some(said.answer),
                reason: said.reason,
                sure: said.sure,
                ..Unfinished::default()
            };
            pending.answers.insert(view.key.clone(), unfinished);
            reviewing::suppose(&run, &mut pending, &view).unwrap();
        }
        let confusing = (row.decision == "each" && at.is_multiple_of(4)).then(|| "Good for whom?".to_owned());
        let realistic = at.is_multiple_of(2).then_some(row.decision != "now" || !at.is_multiple_of(3));
        reviewing::remark(&run, &mut pending.review, &row, Remark { outside, realistic, confusing });
    }
    assert_eq!(progress(&run, &pending.review).done, 6, "every question is answered");
    let about = pending.review.about.clone().unwrap();
    let text = own::file(&run, &pending.review, &about, &id, "2026-11-28").unwrap();
    (format!("{id}.panel.ron"), text)
}

#[test]
fn a_whole_round() {
    let room = Room::new();
    fs::create_dir(room.path("asks")).unwrap();
    fs::write(room.path("asks/scenario.ron"), case()).unwrap();

    let invited = room.typed(&["panel", "invite", "asks", "--to", "Panel desk", "--out", "bundle"], &[]);
    assert_eq!((invited.status.code(), err(&invited).as_str()), (Some(0), ""));
    let bundle = files::one(room.path("bundle").to_str().unwrap(), None).unwrap();
    let ready = reading::open(&bundle, None, None).unwrap();
    assert!(ready.invitation.is_some());

    let mut add = vec!["panel".to_owned(), "add".to_owned(), "asks".to_owned()];
    for at in 0..REVIEWERS.len() {
        let (name, text) = file(&ready, at);
        fs::write(room.path(&name), text).unwrap();
        add.push(name);
    }
    let added = room.typed(&add.iter().map(String::as_str).collect::<Vec<_>>(), &[]);
    assert_eq!((added.status.code(), err(&added).as_str()), (Some(0), ""));
    insta::assert_snapshot!("round-added", out(&added).replace('\\', "/"));
    let checked = room.typed(&["check", "asks"], &[]);
    assert_eq!(checked.status.code(), Some(0), "{}", out(&checked));

    let stats = room.typed(&["panel", "stats", "asks"], &[]);
    assert_eq!((stats.status.code(), err(&stats).as_str()), (Some(1), ""));
    insta::assert_snapshot!("round-stats", out(&stats));

    // Trainees are the better the later their number; every fourth rings first, and one in ten goes by habit.
    let case = reading::open(&files::one(room.path("asks").to_str().unwrap(), None).unwrap(), None, None).unwrap();
    fs::create_dir(room.path("logs")).unwrap();
    let mut offices = "run,office\n".to_owned();
    for trainee in 0..200usize {
        let way = if trainee % 10 == 9 { Way::Habit } else { Way::AsMost(20 + trainee * 7 / 20) };
        let name = format!("t{trainee:03}.jsonl");
        let run = play(&case, 1000 + trainee as u64, way, trainee % 4 == 0, &name);
        let header = Header::new(&case.scenario, run.seed(), case.kept.clone());
        fs::write(room.path("logs").join(&name), logfile::text(&header, run.events())).unwrap();
        writeln!(offices, "{name},{}", ["Fenley", "Marlsea", "Wickhaven", "Lockyer"][trainee / 50]).unwrap();
    }
    fs::write(room.path("offices.csv"), offices).unwrap();
    let scored = room.typed(&["score", "logs", "--scenario", "asks"], &[]);
    assert_eq!((scored.status.code(), err(&scored).as_str()), (Some(0), ""));
    let text = out(&scored);
    // Who earned what stands in the order of names: two hundred rows are read by programs.
    let short: Vec<&str> = text.lines().filter(|line| !line.contains("t1") || !line.contains(".jsonl")).collect();
    insta::assert_snapshot!("round-scored", short.join("\n"));
    let grouped =
        room.typed(&["score", "logs", "--scenario", "asks", "--groups", "offices.csv", "--group", "office"], &[]);
    assert_eq!((grouped.status.code(), err(&grouped).as_str()), (Some(0), ""));
    insta::assert_snapshot!("round-groups", out(&grouped));

    // A reviewer withdraws: the figures are those of the eleven who stay.
    let id = own::reviewer_id("round-11");
    room.typed(&["panel", "withdraw", "asks", &id, "--yes"], &[]);
    let stats = room.typed(&["panel", "stats", "asks", "--format", "json"], &[]);
    let json: serde_json::Value = serde_json::from_str(&out(&stats)).unwrap();
    assert_eq!(json["reviewers"], 11);
}
