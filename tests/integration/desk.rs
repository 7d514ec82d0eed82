//! The desk as a person reads it: whole moments of the first case, as plain text.

use std::sync::Arc;

use defensible::bundled;
use defensible::desk;
use defensible::desk::dump;
use defensible::desk::inbox::Reading;
use defensible::desk::responses::Open;
use defensible::run::Run;
use defensible::run::command::{Citation, Command, Committed, Filing, How};
use defensible::run::filing::{FieldProblem, Problem};
use defensible::run::refusal::Refusal;
use defensible::scenario::calendar::DAY;
use defensible::scenario::model::Scenario;
use defensible::scenario::parse;
use defensible::scenario::raw::form::Value;
use defensible::scenario::raw::plan::Step;
use defensible::scenario::raw::{Answer, Entries, Level, Plan, Risk};
use defensible::source::Source;
use defensible::text::Catalogue;

use crate::engine::scenario;

/// The first case.
fn missed_monday() -> Arc<Scenario> {
    let bundled = bundled::scenario("missed-monday").unwrap();
    scenario("scenario.ron", bundled.file("scenario.ron").unwrap())
}

fn words() -> Catalogue {
    Catalogue::english()
}

/// A run of a plan of the first case, up to a number of its steps. What it expects is others' business.
fn played(plan: &str, seed: u64, steps: usize) -> Run {
    let bundled = bundled::scenario("missed-monday").unwrap();
    let name = format!("{plan}.plan.ron");
    let mut plan: Plan = parse::plan(&Source::new(&name, bundled.file(&name).unwrap())).unwrap();
    plan.steps.retain(|step| !matches!(step, Step::Expect(_)));
    plan.steps.truncate(steps);
    // A plan whose luck has changed stops early: the plans' own test says so.
    defensible::run::plan::play(missed_monday(), &plan, seed).run
}

fn open(item: &str) -> Command {
    Command::Open { item: item.into(), nth: None }
}

fn act(response: &str) -> Command {
    Command::Do { response: response.into() }
}

/// The first case, played up to the end of its Tuesday.
fn tuesday() -> Run {
    let mut run = Run::begin(missed_monday(), 7);
    for command in [
        Command::GoOn,
        open("no-show"),
        open("contacts"),
        Command::GoOn,
        Command::GoOn,
        open("voicemail"),
        act("ring-ward"),
        Command::Cite(Citation { item: "voicemail".into(), passage: Some("You can ask them if you want".into()) }),
        Command::Note { text: "He says all night. He was due at three.".into() },
    ] {
        run.command(&command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal}"));
    }
    run
}

fn decided() -> Run {
    played("good", 7, 13)
}

#[test]
fn the_desk_at_the_start() {
    let run = Run::begin(missed_monday(), 7);
    insta::assert_snapshot!(dump::dump(&words(), &desk::moment(&run)));
}

#[test]
fn the_desk_on_tuesday() {
    insta::assert_snapshot!(dump::dump(&words(), &desk::moment(&tuesday())));
}

#[test]
fn the_desk_after_a_decision() {
    insta::assert_snapshot!(dump::dump(&words(), &desk::moment(&decided())));
}

#[test]
fn the_desk_when_all_is_over() {
    let run = played("trap", 11, usize::MAX);
    let moment = desk::moment(&run);
    assert!(moment.over);
    insta::assert_snapshot!(dump::dump(&words(), &moment));
}

#[test]
fn the_end_of_a_week() {
    let end = desk::end_of_turn::end_of_turn(&decided()).unwrap();
    assert!(end.can_end);
    insta::assert_snapshot!(dump::end_of_turn(&words(), &end));
}

#[test]
fn the_end_of_a_week_with_a_decision_in_the_way() {
    let run = played("good", 7, 11);
    let end = desk::end_of_turn::end_of_turn(&run).unwrap();
    assert!(!end.can_end);
    insta::assert_snapshot!(dump::end_of_turn(&words(), &end));
}

#[test]
fn the_end_after_the_end() {
    assert_eq!(desk::end_of_turn::end_of_turn(&played("trap", 11, usize::MAX)), None);
}

#[test]
fn the_briefing() {
    let bundled = bundled::scenario("missed-monday").unwrap();
    let panel = parse::panel(&Source::new("panel.ron", bundled.file("panel.ron").unwrap())).unwrap();
    let briefing =
        desk::briefing::briefing(&missed_monday(), desk::briefing::Reader::Trainee(Some(&panel)), "HERON 4172");
    insta::assert_snapshot!(dump::briefing(&words(), &briefing));
}

#[test]
fn a_card_of_the_library() {
    let bundled = bundled::scenario("missed-monday").unwrap();
    let panel = parse::panel(&Source::new("panel.ron", bundled.file("panel.ron").unwrap())).unwrap();
    let raw = parse::scenario(&Source::new("scenario.ron", bundled.file("scenario.ron").unwrap())).unwrap();
    let card = desk::library::card("missed-monday", &raw, Some(&panel));
    let said = words();
    let themes: Vec<String> = card.themes.iter().map(|(_, theme)| said.say(theme)).collect();
    insta::assert_snapshot!(
        [
            card.title.clone(),
            card.one_line.clone().unwrap(),
            themes.join(", "),
            said.say(&card.length),
            said.say(&card.place),
            card.content.join(" "),
            said.say(&card.reviews),
        ]
        .join("\n"),
        @r"
    Missed Monday
    He did not come. He says that he was in hospital.
    Risk assessment, Professional curiosity, Enforcement
    3 weeks, about 10 min
    England, rules of November 2025
    A chest infection and a short stay in hospital; no detail. Someone may lose the room he rents.
    8 drafted reviewers
    "
    );
    let other = desk::library::Filter {
        themes: vec![defensible::scenario::raw::Theme::Mappa],
        ..desk::library::Filter::default()
    };
    let library = desk::library::library(vec![card.clone()], &other);
    assert!(library.cards.is_empty());
    assert_eq!(said.say(&library.count), "0 of 1 cases");
    let library = desk::library::library(vec![card], &desk::library::Filter::default());
    assert_eq!(said.say(&library.count), "One case");
    assert_eq!(library.themes.len(), 3);
}

#[test]
fn items_to_read() {
    let run = tuesday();
    let item =
        |run: &Run, item: &str| dump::open_item(&words(), &desk::open_item::open_item(run, item, None).unwrap());
    insta::assert_snapshot!("a_voicemail", item(&run, "voicemail"));
    insta::assert_snapshot!("a_log", item(&run, "contacts"));
    assert_eq!(desk::open_item::open_item(&run, "rooms", None), None, "it has come and is not read");
    assert_eq!(desk::open_item::open_item(&run, "ward-answer", None), None, "it has not come");
    assert_eq!(desk::open_item::open_item(&run, "no-such-thing", None), None);
}

/// A form in the file is read field by field, as it was filled in; a softer text stands for all of it. A date of
/// another year says so.
#[test]
fn a_filled_in_form_is_read_by_its_fields() {
    let small = bundled::scenario("small-things").unwrap();
    let small = scenario("scenario.ron", small.file("scenario.ron").unwrap());
    let read = |softer: bool| {
        let mut run = Run::begin_with(Arc::clone(&small), 7, softer, None);
        run.command(&open("old-oasys")).unwrap();
        desk::open_item::open_item(&run, "old-oasys", None).unwrap()
    };
    insta::assert_snapshot!("a_filled_in_form", dump::open_item(&words(), &read(false)));
    assert!(!read(true).paragraphs.is_empty() && read(true).fields.is_empty());
}

#[test]
fn a_softer_text_is_shown_where_it_was_asked_for() {
    let mut run = Run::begin_with(missed_monday(), 7, true, None);
    for command in [Command::GoOn, Command::GoOn, Command::GoOn, open("voicemail")] {
        run.command(&command).unwrap();
    }
    let item = desk::open_item::open_item(&run, "voicemail", None).unwrap();
    assert!(item.paragraphs[0].starts_with("Ellis is sorry about Monday."), "{:?}", item.paragraphs);
    assert!(item.softer.is_some());
    assert_eq!(item.content.len(), 1);
}

#[test]
fn a_version_shows_its_own_text() {
    let mut run = played("careless", 5, usize::MAX);
    let _ = run.command(&Command::GoOn);
    let item = desk::open_item::open_item(&run, "monday-4", None).unwrap();
    assert_eq!(item.version.as_deref(), Some("letter-sent"));
    assert!(item.paragraphs[0].starts_with("He puts the letter on the table"));
}

#[test]
fn a_decision_to_answer() {
    let run = played("good", 7, 11);
    let view = desk::decision::decision(&run, "absence").unwrap();
    insta::assert_snapshot!(dump::decision(&words(), &view));
    assert_eq!(desk::decision::decision(&run, "away"), None, "it is not asked yet");
    assert_eq!(desk::decision::decision(&decided(), "absence"), None, "it is answered");
}

#[test]
fn a_form_to_fill_in() {
    let run = decided();
    let form = desk::form::form(&run, "case-note", None).unwrap();
    assert_eq!(form.case.as_ref().map(|case| case.name.as_str()), Some("Ellis Varden"));
    insta::assert_snapshot!(dump::form(&words(), &form));
    assert_eq!(desk::form::form(&run, "ring-ward", None), None, "it carries no form");
    assert_eq!(desk::form::form(&run, "senior-note", None), None, "it may not be known of yet");
}

#[test]
fn what_is_wrong_with_a_form_stands_beside_its_fields() {
    let mut run = decided();
    let filing = Filing {
        fields: Entries(vec![
            ("happened".into(), Value::Words("Monday".into())),
            ("note".into(), Value::Words("He came.".into())),
            ("how".into(), Value::Pick("by-pigeon".into())),
        ]),
        cites: vec![],
    };
    let file = Command::File { response: "case-note".into(), case: Some("varden".into()), filing };
    let refusal = run.command(&file).unwrap_err();
    let Refusal::FormProblems { problems, .. } = &refusal else { panic!("{refusal:?}") };
    let said = words();
    let mut lines = vec![said.say(&desk::refusal::refusal(&run, &refusal))];
    for problem in desk::form::problems(&run, "case-note", Some("varden"), problems) {
        lines.push(format!("{}: {}", problem.label, said.say(&problem.message)));
    }
    insta::assert_snapshot!(lines.join("\n"), @r#"
    3 things before you can sign it
    When it happened: What is written here does not fit this field.
    How: "by-pigeon" is not one of the choices.
    What was said and done: There are 2 words here, and at least 5 are needed.
    "#);
}

#[test]
fn refusals_say_what_is_missing_and_what_would_change_it() {
    let said = words();
    let mut run = tuesday();
    let mut refused = |command: Command| {
        let refusal = run.command(&command).expect_err("it should be refused");
        said.say(&desk::refusal::refusal(&run, &refusal))
    };
    let lines = [
        refused(open("voicemail")),
        refused(open("request")),
        refused(Command::Tell { item: "rooms".into(), who: "senior".into() }),
        refused(Command::Note { text: " ".into() }),
        refused(act("ring-ward")),
        refused(Command::Reveal { decision: "absence".into() }),
        refused(Command::GoOnUntil { until: 1_000_000 }),
    ];
    insta::assert_snapshot!(lines.join("\n"), @r#"
    You have read this already, and can look at it again without using any time: Voicemail from Ellis
    Nothing called "request" is on your desk.
    You have not read this yet. Open it first: Rooms on Thursday
    There is nothing in it yet.
    You have done this, and it can be done once: Ring the ward, once Ellis has said yes to it by phone
    You can see how others answered once you have answered this: Monday's absence
    That moment is not in this week. You can end the week.
    "#);
}

#[test]
fn a_refusal_for_want_of_minutes_names_both_figures() {
    let mut run = tuesday();
    run.command(&act("home-visit")).unwrap();
    let said = words();
    let why = |run: &Run, id: &str| {
        let moment = desk::moment(run);
        let rows = moment.kinds.into_iter().flat_map(|kind| kind.rows);
        match rows.into_iter().find(|row| row.id == id).map(|row| row.open) {
            Some(Open::NotYet(why)) => said.say(&why),
            other => format!("{other:?}"),
        }
    };
    assert_eq!(why(&run, "ask-senior"), "Some(Now)");
    run.command(&act("bring-letter")).unwrap();
    run.command(&act("ask-senior")).unwrap();
    assert_eq!(
        why(&run, "case-note"),
        "You have 7 minutes left this week, and this takes 10 minutes. You can end the week, or leave it for next week."
    );
}

#[test]
fn what_a_command_brought_is_announced() {
    let mut run = tuesday();
    let before = run.events().len();
    run.command(&act("home-visit")).unwrap();
    let said = words();
    let lines: Vec<String> = desk::news::news(&run, before).iter().map(|news| said.say(&news.message)).collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    On a visit, Mr Abbott: At the house
    45 minutes used, 22 minutes left.
    ");
}

#[test]
fn nothing_on_any_desk_is_without_words() {
    // Every moment of every walkthrough, in full: no key without words, no argument that is missing.
    for (plan, seed) in [("good", 7), ("unlucky", 3), ("careless", 5), ("trap", 11)] {
        let whole = played(plan, seed, usize::MAX);
        for (_, _, command) in replayed_from(&whole) {
            let said = words();
            let text = dump::dump(&said, &desk::moment(&command));
            assert!(!text.contains('<') && !text.contains('{'), "{plan}: {text}");
            let end = desk::end_of_turn::end_of_turn(&command).map(|end| dump::end_of_turn(&said, &end));
            assert!(!end.unwrap_or_default().contains(['<', '{']));
        }
    }
}

/// A run after each of its commands.
fn replayed_from(whole: &Run) -> Vec<(u32, i32, Run)> {
    let mut run = Run::begin(whole.scenario().clone(), whole.seed());
    let mut states = vec![(0, 0, run.clone())];
    for (seq, at, command) in defensible::run::replay::commands(whole.events()) {
        run.command(&command).unwrap();
        states.push((seq, at, run.clone()));
    }
    states
}

#[test]
fn responses_are_shown_exactly_as_they_may_be() {
    for (_, _, run) in replayed_from(&played("good", 7, usize::MAX)) {
        let moment = desk::moment(&run);
        let scenario = run.scenario();
        for id in scenario.responses_in_order() {
            let name = scenario.response_name(id);
            let shown = moment.kinds.iter().flat_map(|kind| &kind.rows).find(|row| row.id == name);
            match defensible::run::decide::response_open(scenario, run.state(), id) {
                Err(Refusal::NotThere { .. }) => assert!(shown.is_none(), "{name} is shown"),
                Ok(()) => assert_eq!(shown.map(|row| &row.open), Some(&Open::Now), "{name}"),
                Err(_) => assert!(shown.is_some_and(|row| row.open != Open::Now), "{name}"),
            }
        }
    }
}

#[test]
fn rows_of_the_inbox_say_what_they_answer() {
    let run = decided();
    let moment = desk::moment(&run);
    let row = moment.inbox.iter().find(|row| row.item == "ward-answer").unwrap();
    assert_eq!(row.reading, Reading::Heard);
    assert_eq!(row.answers.iter().map(|answered| answered.id.as_str()).collect::<Vec<_>>(), ["ring-ward"]);
    assert!(moment.asked.is_empty());
}

// What the first case has not

fn two_folders() -> Run {
    let text = include_str!("../suite/desk/two-folders.scenario.ron");
    Run::begin(scenario("two-folders.scenario.ron", text), 1)
}

fn committed(answer: Answer) -> Committed {
    Committed { answer, reason: "Because.".into(), sure: None, change: None, cites: vec![], how: How::Alone }
}

fn carry_out(run: &mut Run, commands: &[Command]) {
    for command in commands {
        run.command(command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal}"));
    }
}

/// The first evening: the night desk is on the line.
fn at_night() -> Run {
    let mut run = two_folders();
    carry_out(&mut run, &[Command::GoOn, act("ask-hostel"), Command::EndDay]);
    run
}

#[test]
fn a_call_at_night() {
    let run = at_night();
    let moment = desk::moment(&run);
    assert!(moment.clock.cannot_go_on.is_some());
    assert!(moment.window.is_some());
    insta::assert_snapshot!(dump::dump(&words(), &moment));
    insta::assert_snapshot!(
        "a_decision_at_night",
        dump::decision(&words(), &desk::decision::decision(&run, "tonight").unwrap())
    );
}

#[test]
fn the_second_day_with_both_folders() {
    let mut run = at_night();
    carry_out(
        &mut run,
        &[
            Command::Decide { decision: "tonight".into(), committed: committed(Answer::Choose("wait".into())) },
            act("arrest"),
            Command::EndTurn,
            open("late-call"),
            open("tip"),
            open("entry-4-again"),
            act("take"),
            act("tell-mappa"),
            Command::Tell { item: "tip".into(), who: "hostel".into() },
            Command::GoOnUntil { until: DAY + 11 * 60 },
            Command::KeepDraft { response: "review-assessment".into(), filing: Filing::default() },
        ],
    );
    let moment = desk::moment(&run);
    insta::assert_snapshot!(dump::dump(&words(), &moment));
    let end = desk::end_of_turn::end_of_turn(&run).unwrap();
    insta::assert_snapshot!("the_end_of_a_day", dump::end_of_turn(&words(), &end));
    let grid = desk::decision::decision(&run, "grid").unwrap();
    insta::assert_snapshot!("a_rating_as_an_answer", dump::decision(&words(), &grid));
    let form = desk::form::form(&run, "review-assessment", Some("pask")).unwrap();
    insta::assert_snapshot!("a_form_that_starts_from_the_file", dump::form(&words(), &form));
    let who = form.fields.iter().find(|field| field.id == "who").unwrap();
    assert_eq!(who.start, Some(Value::Words("Men of his own age, in drink.".into())));
    let unnamed = desk::form::form(&run, "review-assessment", None).unwrap();
    assert_eq!(unnamed.case, None);
    assert_eq!(unnamed.cases.len(), 2);
}

#[test]
fn a_changed_record_gives_no_notice() {
    let mut run = at_night();
    let said = words();
    let file = |run: &Run| {
        let moment = desk::moment(run);
        let titles: Vec<String> = moment.cases[0].documents.iter().map(|row| row.item.title.clone()).collect();
        let lines = moment.chronology.iter().filter(|line| said.say(&line.words).contains("27 October")).count();
        (titles, lines, moment.inbox.iter().any(|row| row.item.starts_with("entry")))
    };
    let (titles, lines, _) = file(&run);
    assert_eq!(titles, ["Contact, 27 October", "Assessment of August"]);
    assert_eq!(lines, 1);
    carry_out(
        &mut run,
        &[
            Command::Decide { decision: "tonight".into(), committed: committed(Answer::Choose("wait".into())) },
            Command::EndTurn,
        ],
    );
    let (titles, lines, in_inbox) = file(&run);
    assert_eq!(titles, ["Contact, 27 October (edited 4 November)", "Assessment of August"]);
    assert_eq!(lines, 1, "it stands at the date of the old entry, and nowhere else");
    assert!(!in_inbox);
    let moment = desk::moment(&run);
    assert_eq!(said.say(&moment.cases[0].documents[0].item.at.as_ref().unwrap().words), "Mon 27 Oct");
    assert_eq!(desk::open_item::open_item(&run, "entry-4", None), None, "the new text has not been read");
    carry_out(&mut run, &[open("entry-4-again")]);
    let shown = desk::open_item::open_item(&run, "entry-4", None).unwrap();
    assert!(shown.paragraphs[0].starts_with("Came late."), "{:?}", shown.paragraphs);
}

#[test]
fn what_nobody_told_stays_hidden() {
    let mut run = two_folders();
    let labels = |run: &Run| desk::moment(run).due.iter().map(|row| row.label.clone()).collect::<Vec<_>>();
    let names = |run: &Run| desk::moment(run).people.iter().map(|row| row.who.name.clone()).collect::<Vec<_>>();
    carry_out(&mut run, &[Command::GoOn, Command::GoOn]);
    assert!(labels(&run).is_empty(), "{:?}", labels(&run));
    assert!(!names(&run).contains(&"Nia Pask".to_owned()));
    assert_eq!(desk::moment(&run).ahead.len(), 2, "nothing with somebody who is not known yet");
    carry_out(&mut run, &[open("tip")]);
    assert_eq!(labels(&run), ["Plan signed"]);
    assert!(names(&run).contains(&"Nia Pask".to_owned()));
    assert!(!names(&run).contains(&"Mara Oakes".to_owned()), "her case is nobody's yet");
    assert_eq!(desk::moment(&run).ahead.len(), 3);
    let item = desk::open_item::open_item(&run, "tip", None).unwrap();
    assert_eq!(item.paragraphs.len(), 2);
    assert_eq!(item.could_confirm.len(), 2);
}

#[test]
fn each_occurrence_has_its_own_row_and_text() {
    let mut run = at_night();
    carry_out(
        &mut run,
        &[
            Command::Decide { decision: "tonight".into(), committed: committed(Answer::Choose("wait".into())) },
            Command::EndTurn,
            Command::GoOnUntil { until: DAY + 9 * 60 + 45 },
            open("log"),
        ],
    );
    let moment = desk::moment(&run);
    let logs: Vec<_> = moment.inbox.iter().filter(|row| row.item == "log").collect();
    assert_eq!(
        logs.iter().map(|row| (row.nth, row.title.as_str(), row.reading)).collect::<Vec<_>>(),
        [(0, "Night log", Reading::Read), (1, "Night log, again", Reading::Unread),]
    );
    let first = desk::open_item::open_item(&run, "log", None).unwrap();
    assert_eq!(first.entries.len(), 2);
    assert_eq!(words().say(first.entries[0].by.as_ref().unwrap()), "Night desk");
    carry_out(&mut run, &[open("log")]);
    let second = desk::open_item::open_item(&run, "log", None).unwrap();
    assert_eq!(second.paragraphs, ["Nothing to add."]);
    assert!(second.entries.is_empty());
    assert_eq!(second.others.len(), 1);
}

#[test]
fn a_reason_for_a_changed_rating_names_the_last_one() {
    let run = two_folders();
    let problem = FieldProblem { field: "grid".into(), problem: Problem::NoReason { risk: Risk::Public } };
    let problems = desk::form::problems(&run, "review-assessment", Some("pask"), &[problem]);
    let said = words().say(&problems[0].message);
    assert_eq!(said, "The public: the last rating was High, so say why it changes.");
}

#[test]
fn ratings_over_time_come_from_the_file_forms_and_answers() {
    let mut run = at_night();
    let levels = Entries(vec![(Risk::Public, Level::VeryHigh), (Risk::Staff, Level::Low)]);
    carry_out(
        &mut run,
        &[
            Command::Decide { decision: "tonight".into(), committed: committed(Answer::Choose("wait".into())) },
            Command::EndTurn,
            Command::GoOnUntil { until: DAY + 10 * 60 },
            Command::Decide { decision: "grid".into(), committed: committed(Answer::Levels(levels)) },
        ],
    );
    let case = &desk::moment(&run).cases[0];
    let said = words();
    let rows: Vec<String> = case
        .ratings
        .iter()
        .map(|row| format!("{}: {}", said.say(&row.source), said.say(&row.levels[0].level_words)))
        .collect();
    assert_eq!(rows, ["In the file: High", "How high is it?: Very high"]);
    assert_eq!(case.present[0].level, Level::VeryHigh);
}
