//! The words: every key has words, every word is used, and everything that can be said can be said in words.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use defensible::bundled;
use defensible::desk;
use defensible::run::Run;
use defensible::run::answer::AnswerProblem;
use defensible::run::filing::{FieldProblem, Problem};
use defensible::run::refusal::Refusal;
use defensible::scenario::calendar::Calendar;
use defensible::scenario::model::Scenario;
use defensible::scenario::raw::form::FieldKind;
use defensible::scenario::raw::policy::Sure;
use defensible::scenario::raw::{
    Act, AnswerBy, Ask, Crosses, DeadlineKind, Kind, Level, Owner, Place, Reliability, Risk, Role, Scrutiny, Shape,
    Tag, Theme, Tie, Via, Wait,
};
use defensible::text::when::TurnKind;
use defensible::text::{Arg, Catalogue, Message, when, words};

use crate::engine::scenario;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn missed_monday() -> Arc<Scenario> {
    let bundled = bundled::scenario("missed-monday").unwrap();
    scenario("scenario.ron", bundled.file("scenario.ron").unwrap())
}

/// Every Rust file below `src`: its path and its text without its tests.
fn sources() -> Vec<(String, String)> {
    fn below(folder: &Path, files: &mut Vec<(String, String)>) {
        let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                below(&path, files);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let text = text.split("#[cfg(test)]").next().unwrap().to_owned();
                files.push((path.display().to_string(), text));
            }
        }
    }
    let mut files = Vec::new();
    below(&root().join("src"), &mut files);
    files
}

fn ftl() -> &'static str {
    bundled::words("en-GB").unwrap()
}

/// Keys of the catalogue, in order.
fn keys() -> Vec<&'static str> {
    let is_key = |name: &&str| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    ftl()
        .lines()
        .filter(|line| !line.starts_with([' ', '#']))
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .filter(is_key)
        .collect()
}

/// Every string of a text that could be a key: its quotation marks taken off.
fn strings(code: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
        found.extend(line.split('"').skip(1).step_by(2));
    }
    found
}

/// What is passed to `Message::new` as it stands there, and what stands behind an arrow in the closed lists.
fn keys_said(path: &str, code: &str) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    let mut add = |text: &str| {
        if let Some(key) = text.trim_start().strip_prefix('"').and_then(|text| text.split('"').next()) {
            said.insert(key.to_owned());
        }
    };
    code.split("Message::new(").skip(1).for_each(&mut add);
    if path.ends_with("text/words.rs") {
        code.split("=> ").skip(1).for_each(&mut add);
    }
    said
}

#[test]
fn every_key_that_is_said_has_words() {
    let catalogue = Catalogue::english();
    let mut missing = Vec::new();
    for (path, code) in sources() {
        for key in keys_said(&path, &code) {
            if !catalogue.has(&key) {
                missing.push(format!("{path}: {key}"));
            }
        }
    }
    assert!(missing.is_empty(), "without words in en-GB.ftl:\n{}", missing.join("\n"));
}

#[test]
fn every_word_is_used() {
    let sources = sources();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for (_, code) in &sources {
        used.extend(strings(code));
    }
    // A message may stand within another one.
    let within: BTreeSet<&str> = ftl()
        .split(['{', '}'])
        .map(str::trim)
        .filter(|inner| !inner.is_empty() && !inner.contains([' ', '$', '"', '\n']))
        .collect();
    let idle: Vec<&str> = keys().into_iter().filter(|key| !used.contains(key) && !within.contains(key)).collect();
    assert!(idle.is_empty(), "in en-GB.ftl, and said nowhere:\n{}", idle.join("\n"));
}

#[test]
fn no_key_stands_twice() {
    let mut seen = BTreeSet::new();
    let twice: Vec<&str> = keys().into_iter().filter(|key| !seen.insert(*key)).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn the_words_keep_to_the_house_style() {
    // Of the house: no exclamation marks, no categories for people, no blame.
    for line in ftl().lines().filter(|line| !line.starts_with('#')) {
        let lower = line.to_lowercase();
        for wrong in ["!", "you missed", "you failed", "offender's", "invalid", "are you sure", "pop "] {
            assert!(!lower.contains(wrong), "{wrong:?} in: {line}");
        }
        assert!(!line.contains("..."), "dots in: {line}");
        assert!(!line.contains(['\u{2068}', '\u{2069}']), "an isolating mark in: {line}");
    }
}

fn said(message: &Message) -> String {
    let text = Catalogue::english().say(message);
    assert!(!text.contains(['<', '>', '{', '}']), "{text}: {message:?}");
    assert!(!text.trim().is_empty(), "{message:?}");
    text
}

#[test]
fn every_word_of_the_closed_lists_has_words_of_its_own() {
    fn all<T: Copy + std::fmt::Debug>(list: &[T], say: impl Fn(T) -> Message) {
        let mut seen = BTreeSet::new();
        for word in list {
            let words = said(&say(*word));
            assert!(seen.insert(words.clone()), "{word:?} says {words:?}, as another one does");
        }
    }
    all(Place::ALL, words::place);
    all(Shape::ALL, words::shape);
    all(Via::ALL, words::via);
    all(Reliability::ALL, |one| words::reliability(one, Some("she")));
    all(Risk::ALL, words::risk);
    all(Level::ALL, words::level);
    all(Kind::ALL, words::kind);
    all(Kind::ALL, words::kind_help);
    all(Theme::ALL, words::theme);
    all(Role::ALL, words::role);
    all(Act::ALL, words::act);
    all(Tag::ALL, words::tag);
    all(Crosses::ALL, words::crosses);
    all(&[Scrutiny::Nodded, Scrutiny::Asked, Scrutiny::Tested], words::scrutiny);
    all(&[Tie::Close, Tie::Ordinary, Tie::Strained], words::tie);
    all(&[DeadlineKind::Duty, DeadlineKind::Promise, DeadlineKind::MappaAction], words::deadline_kind);
    all(&[Sure::Certain, Sure::Check, Sure::Ours], words::sure_of_rule);
    all(&[-2, -1, 0, 1, 2], words::rating);
    all(&[0, 30, 50, 70, 90, 100], words::sure);
    all(&[AnswerBy::AtOnce, AnswerBy::EndOfDay, AnswerBy::EndOfTurn], |by| words::answer_by(by, TurnKind::Week));
    for owner in [Owner::You, Owner::Nobody, Owner::Held("senior".into())] {
        said(&words::owner(&owner, "Ines Dow"));
    }
    for ask in
        [Ask::ChooseOne, Ask::ChooseUpTo(1), Ask::ChooseUpTo(3), Ask::Rank, Ask::RateEach, Ask::RateRisk(vec![])]
    {
        said(&words::ask(&ask));
    }
    for turn in [TurnKind::Week, TurnKind::Day, TurnKind::Weeks(4)] {
        for message in [turn.word(), turn.this(), turn.next(), words::answer_by(AnswerBy::EndOfTurn, turn)] {
            said(&message);
        }
    }
    let kinds = [
        FieldKind::Words(0, 50),
        FieldKind::Words(5, 50),
        FieldKind::PickOne(vec![]),
        FieldKind::PickSome(vec![]),
        FieldKind::Grid(vec![]),
        FieldKind::People,
        FieldKind::NamedSteps(0),
        FieldKind::NamedSteps(1),
        FieldKind::NamedSteps(2),
        FieldKind::Cites(1),
        FieldKind::Cites(2),
        FieldKind::Date,
        FieldKind::FromRule("recall-type".into()),
    ];
    for kind in kinds {
        said(&words::field_wants(&kind).unwrap());
    }
    assert_eq!(words::field_wants(&FieldKind::Cites(0)), None);
}

#[test]
fn an_account_is_named_by_the_pronoun() {
    let account = |pronouns| said(&words::reliability(Reliability::SelfReport, pronouns));
    assert_eq!(account(Some("he")), "His own account");
    assert_eq!(account(Some("She/her")), "Her own account");
    assert_eq!(account(Some("they")), "Their own account");
    assert_eq!(account(None), "Their own account");
}

#[test]
fn every_refusal_has_words() {
    let run = Run::begin(missed_monday(), 7);
    let response = || "ring-ward".to_owned();
    let decision = || "absence".to_owned();
    let problem = AnswerProblem::Nothing;
    let refusals = [
        Refusal::Over,
        Refusal::NotThere { name: "van-keeper".into() },
        Refusal::AlreadyOpen { item: "contacts".into() },
        Refusal::Shut { response: response(), why: Some("He is in custody.".into()) },
        Refusal::Shut { response: response(), why: None },
        Refusal::AlreadyDone { response: response() },
        Refusal::NotYetAgain { response: response(), from: 35_000 },
        Refusal::NoMinutes { takes: 90, left: 20 },
        Refusal::NoMinutes { takes: 90, left: 0 },
        Refusal::TooLate { takes: 90, left: 20 },
        Refusal::Closed,
        Refusal::NotNow { takes: 90, left: 20 },
        Refusal::InHand { left: 12 },
        Refusal::NeedsForm { response: "senior-note".into() },
        Refusal::CarriesNoForm { response: response() },
        Refusal::WhichCase { response: "case-note".into() },
        Refusal::FormProblems {
            response: "case-note".into(),
            problems: vec![FieldProblem { field: "note".into(), problem: Problem::Missing }],
        },
        Refusal::AnswerFirst { decision: decision() },
        Refusal::NotAsked { decision: decision() },
        Refusal::AnswerDoesNotFit { decision: decision(), problem },
        Refusal::NoReason,
        Refusal::Empty,
        Refusal::NotAnswered { decision: decision() },
        Refusal::TurnOver,
        Refusal::NotThisTurn,
        Refusal::TooLong { most: 20_000 },
    ];
    let lines: Vec<String> = refusals.iter().map(|refusal| said(&desk::refusal::refusal(&run, refusal))).collect();
    insta::assert_snapshot!(lines.join("\n"));
    for refusal in &refusals {
        // A new refusal has to be added above: this match is whole.
        match refusal {
            Refusal::Over
            | Refusal::NotThere { .. }
            | Refusal::AlreadyOpen { .. }
            | Refusal::Shut { .. }
            | Refusal::AlreadyDone { .. }
            | Refusal::NotYetAgain { .. }
            | Refusal::NoMinutes { .. }
            | Refusal::TooLate { .. }
            | Refusal::Closed
            | Refusal::NotNow { .. }
            | Refusal::InHand { .. }
            | Refusal::NeedsForm { .. }
            | Refusal::CarriesNoForm { .. }
            | Refusal::WhichCase { .. }
            | Refusal::FormProblems { .. }
            | Refusal::AnswerFirst { .. }
            | Refusal::NotAsked { .. }
            | Refusal::AnswerDoesNotFit { .. }
            | Refusal::NoReason
            | Refusal::Empty
            | Refusal::NotAnswered { .. }
            | Refusal::TurnOver
            | Refusal::NotThisTurn
            | Refusal::TooLong { .. } => {}
        }
    }
}

#[test]
fn every_problem_of_a_form_has_words() {
    let run = Run::begin(missed_monday(), 7);
    let on = |field: &str, problem: Problem| FieldProblem { field: field.into(), problem };
    let problems = [
        on("agreed", Problem::Missing),
        on("asked", Problem::Missing),
        on("grid", Problem::Missing),
        on("follow-up", Problem::Missing),
        on("with", Problem::Missing),
        on("colour", Problem::NoSuchField),
        on("asked", Problem::WrongKind),
        on("asked", Problem::TooShort { words: 1, least: 3 }),
        on("asked", Problem::TooShort { words: 2, least: 3 }),
        on("asked", Problem::TooLong { words: 120, most: 100 }),
        on("agreed", Problem::NoSuchChoice { choice: "maybe".into() }),
        on("with", Problem::NoSuchPerson { person: "someone".into() }),
        on("grid", Problem::NotRated { risk: Risk::Public }),
        on("grid", Problem::NotAsked { risk: Risk::Prisoners }),
        on("grid", Problem::NoReason { risk: Risk::Public }),
        on("grid", Problem::NoReason { risk: Risk::Staff }),
        on("follow-up", Problem::TooFewSteps { steps: 1, least: 2 }),
        on("follow-up", Problem::TooFewSteps { steps: 0, least: 2 }),
        on("follow-up", Problem::StepIncomplete { step: 0 }),
        on("evidence", Problem::TooFewCites { cites: 0, least: 1 }),
        on("evidence", Problem::TooFewCites { cites: 1, least: 2 }),
        on("agreed", Problem::FilledIn),
    ];
    let messages = desk::form::problems(&run, "senior-note", Some("varden"), &problems);
    let lines: Vec<String> = messages.iter().map(|one| format!("{}: {}", one.label, said(&one.message))).collect();
    insta::assert_snapshot!(lines.join("\n"));
    for one in &problems {
        match &one.problem {
            Problem::Missing
            | Problem::NoSuchField
            | Problem::WrongKind
            | Problem::TooShort { .. }
            | Problem::TooLong { .. }
            | Problem::NoSuchChoice { .. }
            | Problem::NoSuchPerson { .. }
            | Problem::NotRated { .. }
            | Problem::NotAsked { .. }
            | Problem::NoReason { .. }
            | Problem::TooFewSteps { .. }
            | Problem::StepIncomplete { .. }
            | Problem::TooFewCites { .. }
            | Problem::FilledIn => {}
        }
    }
}

#[test]
fn every_problem_of_an_answer_has_words() {
    let run = Run::begin(missed_monday(), 7);
    let option = || "letter".to_owned();
    let problems = [
        AnswerProblem::WrongKind,
        AnswerProblem::UnknownOption { option: "leter".into() },
        AnswerProblem::ShutOption { option: option() },
        AnswerProblem::Twice { option: option() },
        AnswerProblem::TooMany { most: 1 },
        AnswerProblem::TooMany { most: 2 },
        AnswerProblem::Nothing,
        AnswerProblem::LeftOut { option: option() },
        AnswerProblem::LeftOutRisk { risk: Risk::KnownAdult },
        AnswerProblem::OutOfRange { option: option() },
        AnswerProblem::SureOutOfRange,
        AnswerProblem::Abstained,
    ];
    let lines: Vec<String> =
        problems.iter().map(|problem| said(&desk::refusal::answer_problem(&run, "absence", problem))).collect();
    insta::assert_snapshot!(lines.join("\n"));
    for problem in &problems {
        match problem {
            AnswerProblem::WrongKind
            | AnswerProblem::UnknownOption { .. }
            | AnswerProblem::ShutOption { .. }
            | AnswerProblem::Twice { .. }
            | AnswerProblem::TooMany { .. }
            | AnswerProblem::Nothing
            | AnswerProblem::LeftOut { .. }
            | AnswerProblem::LeftOutRisk { .. }
            | AnswerProblem::OutOfRange { .. }
            | AnswerProblem::SureOutOfRange
            | AnswerProblem::Abstained => {}
        }
    }
}

#[test]
fn dates_and_times_are_british() {
    let scenario = missed_monday();
    let calendar = &scenario.tables().calendar;
    let tuesday = 22;
    let minute = tuesday * 24 * 60 + 9 * 60 + 5;
    let date = calendar.date_of_day(tuesday).unwrap();
    let lines = [
        when::day_long(calendar, tuesday),
        when::day_full(calendar, tuesday),
        when::day_short(calendar, tuesday),
        when::weekday(calendar, tuesday),
        when::weekday_short(calendar, tuesday),
        when::date(date),
        when::month_of(date),
        when::moment(calendar, minute),
        when::moment_long(calendar, minute),
        when::day_from(calendar, tuesday, tuesday),
        when::day_from(calendar, tuesday, tuesday + 1),
        when::day_from(calendar, tuesday, tuesday - 1),
        when::day_from(calendar, tuesday, tuesday + 3),
        when::day_from(calendar, tuesday, tuesday + 9),
        when::week(9),
        when::week(-8),
        when::week_from(3, "his release"),
        when::week_from(0, "his release"),
        when::week_from(-8, "his release"),
    ];
    insta::assert_snapshot!(lines.iter().map(said).collect::<Vec<_>>().join("\n"), @"
    Tuesday 25 November
    Tuesday 25 November 2025
    Tue 25 Nov
    Tuesday
    Tue
    25 November 2025
    November 2025
    Tue 25 Nov, 09:05
    Tuesday 25 November, 09:05
    today
    tomorrow
    yesterday
    Friday
    Thu 4 Dec
    week 9
    week \u{2212}8
    Week 3 after his release
    The week of his release
    Week \u{2212}8, before his release
    ");
    for day in 0..366 {
        said(&when::day_full(calendar, day));
        said(&when::day_short(calendar, day));
    }
}

#[test]
fn lengths_of_time_are_short_in_lists_and_long_in_sentences() {
    let both = |minutes| format!("{} | {}", said(&when::minutes(minutes)), said(&when::minutes_long(minutes)));
    assert_eq!(both(20), "20 min | 20 minutes");
    assert_eq!(both(1), "1 min | 1 minute");
    assert_eq!(both(60), "1 h | 1 hour");
    assert_eq!(both(120), "2 h | 2 hours");
    assert_eq!(both(135), "2 h 15 min | 2 hours 15 minutes");
    assert_eq!(both(0), "0 min | 0 minutes");
    assert_eq!(both(-5), "0 min | 0 minutes");
}

#[test]
fn waits_are_said_as_a_colleague_would() {
    let scenario = missed_monday();
    let calendar = &scenario.tables().calendar;
    let friday = 25 * 24 * 60 + 16 * 60;
    let likely = |wait: Wait| {
        let day = when::likely_day(calendar, friday, &wait);
        let day = day.map_or_else(String::new, |day| said(&when::day_from(calendar, Calendar::day(friday), day)));
        format!("{} | {} | {day}", said(&when::wait(calendar, &wait)), said(&when::likely(calendar, friday, &wait)))
    };
    let lines = [
        Wait::Now,
        Wait::Minutes(30),
        Wait::Hours(2),
        Wait::Hours(24),
        Wait::WorkingDays(1),
        Wait::WorkingDays(3),
        Wait::Days(1),
        Wait::Days(2),
        Wait::Weeks(1),
        Wait::Weeks(2),
        Wait::Months(1),
        Wait::Between(Box::new(Wait::Days(1)), Box::new(Wait::Days(4))),
    ];
    insta::assert_snapshot!(lines.map(likely).join("\n"));
}

#[test]
fn an_argument_of_every_kind_can_be_given() {
    let message = Message::new("list-and").with("first", 3u8).with("last", Message::verbatim("ŵ and 🙂"));
    assert_eq!(message.args.len(), 2);
    assert_eq!(message.args[0].1, Arg::Number(3));
    assert_eq!(said(&message), "3 and ŵ and 🙂");
}
