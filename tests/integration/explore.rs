//! `explore` as an author meets it, and what its plays must hold to.

use std::fs;
use std::sync::Arc;

use defensible::bundled;
use defensible::explore::Dice;
use defensible::explore::game::{Game, Player as _};
use defensible::explore::habits::{Habit, try_habit};
use defensible::explore::marks::Mark;
use defensible::explore::player::Wanderer;
use defensible::explore::reach;
use defensible::explore::reviewers::mean_reviewer;
use defensible::explore::survey::{Surveyor, survey};
use defensible::review::panel::Panel;
use defensible::run::Run;
use defensible::run::command::Command;
use defensible::run::engine::Stop;
use defensible::run::event::What;
use defensible::run::refusal::Refusal;
use defensible::run::state::State;
use defensible::scenario::ids::{EndingId, PropertyId};
use defensible::scenario::model::Scenario;
use defensible::scenario::parse;
use defensible::scenario::raw::{Answer, Entries, Kind, Level, Risk};
use defensible::scenario::wording;
use defensible::source::Source;

use crate::engine::scenario;
use crate::room::{Room, err, out};

fn missed_monday() -> Arc<Scenario> {
    scenario("scenario.ron", bundled::scenario("missed-monday").unwrap().file("scenario.ron").unwrap())
}

fn everything() -> Arc<Scenario> {
    scenario("everything", include_str!("../scenarios/everything.scenario.ron"))
}

/// A week with two decisions, a response that nobody can reach, one that takes luck and three right choices, and
/// properties that hold and fail.
const TINY: &str = r#"
Scenario(
    format: 1, id: "tiny", title: "Tiny", policy_date: "2025-11-03", place: England, you_are: "new here",
    calendar: Calendar(day_0: "2025-11-03", day_0_is: "his release", stretches: [Weeks(from: 0, to: 1, minutes: 60)]),
    state: [Flag("told"), Flag("never_set")],
    people: [Person(id: "dan", name: "Dan", role: PersonOnProbation), Person(id: "mum", name: "Mrs Fell", role: Family)],
    cases: [Case(id: "fell", person: "dan", order: Licence(sentence_months: 24))],
    arrivals: [
        Arrival(id: "text", title: "His text", at: Week(0, Mon, "10:00"), from: "dan", via: Text, text: "I am ill."),
        Arrival(id: "answer", title: "She rings", from: "mum", via: Phone, text: "He is."),
    ],
    responses: [
        Response(id: "ask", kind: Explore, label: "Ask his mother", minutes: 10, when: Opened("text"), asks: "mum",
            then: [Arrives("answer", Hours(1)), Set("told")]),
        Response(id: "shut", kind: Enforce, label: "Do what can't be done", minutes: 10,
            when: All(Is("never_set"), Opened("text"))),
        Response(id: "unset", kind: Hold, label: "Never", minutes: 9, when: All(Done("ask"), Not(Is("told"))),
            then: [Set("never_set")]),
    ],
    decisions: [
        Decision(id: "one", at: Week(0, Wed), themes: [Enforcement], ask: ChooseOne, prompt: "What first?",
            situations: [Situation(id: "asked", when: Is("told"), told: "You asked."), Situation(id: "plain", told: "So.")],
            options: [
                Option(id: "write", kind: Enforce, label: "Write"), Option(id: "ring", kind: Explore, label: "Ring"),
                Option(id: "wait", kind: Hold, label: "Wait"), Option(id: "look", kind: Explore, label: "Look"),
            ]),
        Decision(id: "risk", at: Week(1, Mon), themes: [RiskAssessment], ask: RateRisk([Public]), prompt: "Rate.",
            situations: [Situation(id: "plain", told: "So.")]),
    ],
    endings: [Ending(id: "asked", title: "You asked", when: Is("told"), text: "You did."),
        Ending(id: "plain", title: "Nothing much", text: "So.")],
    properties: [
        Property(id: "asked-first", claim: Always(Any(Not(Answered("one")), Is("told"))), why: "Ask before you answer."),
        Property(id: "both", claim: Sometimes(All(Is("told"), Chose("one", "wait")))),
        Property(id: "not-both", claim: Never(All(Chose("one", "write"), Chose("one", "wait")))),
    ],
)
"#;

fn tiny() -> Arc<Scenario> {
    scenario("tiny", TINY)
}

fn property(scenario: &Scenario, name: &str) -> Mark {
    let all = 0..scenario.raw().properties.len();
    let id = all.map(|at| PropertyId(u16::try_from(at).unwrap())).find(|id| scenario.property(*id).id == name);
    Mark::Property(id.unwrap())
}

/// Counts what is done, and what is refused; not what lets time pass.
struct Counting {
    run: Run,
    acts: u32,
    refused: u32,
}

impl Game for Counting {
    fn state(&self) -> &State {
        self.run.state()
    }

    fn give(&mut self, command: &Command) -> Result<Stop, Refusal> {
        let done = self.run.command(command);
        if !matches!(command, Command::GoOn | Command::GoOnUntil { .. } | Command::EndDay | Command::EndTurn) {
            self.acts += 1;
            self.refused += u32::from(done.is_err());
        }
        done
    }
}

#[test]
fn every_play_ends_and_nothing_is_tried_in_vain() {
    for scenario in [missed_monday(), everything(), tiny()] {
        let (mut given, mut busy, mut all, mut in_vain) = (Vec::new(), 0, 0, 0);
        for seed in 0..300 {
            let run = Run::begin(Arc::clone(&scenario), seed);
            let mut game = Counting { run, acts: 0, refused: 0 };
            assert!(Wanderer::new(&scenario).play(&mut game, &mut Dice::new(seed)), "seed {seed} is stuck");
            let Counting { run, acts, refused } = game;
            assert!(run.is_over());
            all += acts;
            in_vain += refused;
            let done = |event: &&defensible::run::event::Event| {
                matches!(event.what, What::Did { .. } | What::Filed { .. } | What::Told { .. } | What::Opened { .. })
            };
            let done = run.events().iter().filter(done).count();
            busy = busy.max(done);
            given.push(done);
        }
        assert!(in_vain == 0, "{in_vain} of {all} were refused");
        // Idle plays and busy ones.
        assert!(given.iter().any(|done| *done * 4 < busy), "{given:?}");
    }
}

/// The survey counts what a run with events would say, seed by seed.
#[test]
fn a_survey_counts_what_happens_in_runs() {
    let scenario = missed_monday();
    let counted = survey(&scenario, 0..200);
    let mut endings = vec![0; scenario.raw().endings.len()];
    let mut rung = 0;
    let ring = scenario.response_called("ring-ward").unwrap();
    for seed in 0..200 {
        let mut run = Run::begin(Arc::clone(&scenario), seed);
        Wanderer::new(&scenario).play(&mut run, &mut Dice::new(seed));
        endings[run.state().ended.unwrap().index()] += 1;
        let did = |what: &What| matches!(what, What::Did { response, .. } if response == "ring-ward");
        rung += u32::from(run.events().iter().any(|event| did(&event.what)));
    }
    let of_survey: Vec<u32> = counted.endings().map(|(_, count)| count).collect();
    assert_eq!(of_survey, endings);
    assert_eq!(counted.count(Mark::Done(ring)), rung);
    assert_eq!(counted.endings().map(|(_, count)| count).sum::<u32>(), 200);
}

#[test]
fn ranges_put_together_are_one_range() {
    for scenario in [missed_monday(), everything()] {
        let whole = survey(&scenario, 0..300);
        assert_eq!(survey(&scenario, 0..300), whole, "the same seeds, the same survey");
        let mut parts = survey(&scenario, 0..100);
        parts.append(&survey(&scenario, 100..101));
        parts.append(&survey(&scenario, 101..300));
        assert_eq!(parts, whole);
    }
    let scenario = missed_monday();
    let panel = bundled::scenario("missed-monday").unwrap();
    let panel = parse::panel(&Source::new("panel.ron", panel.file("panel.ron").unwrap())).unwrap();
    let panel = Panel::new(panel, &scenario);
    for habit in Habit::all(&scenario) {
        let mut parts = try_habit(&scenario, Some(&panel), habit, 0..20);
        parts.append(&try_habit(&scenario, Some(&panel), habit, 20..50));
        assert_eq!(parts, try_habit(&scenario, Some(&panel), habit, 0..50));
        assert!(parts.runs.mean().is_some_and(|mean| mean > 0.0 && mean <= 1.0));
    }
}

#[test]
fn a_broken_property_is_told_with_its_seed_and_the_way_there() {
    let scenario = tiny();
    let counted = survey(&scenario, 0..500);
    let always = property(&scenario, "asked-first");
    let seed = counted.first(always).expect("whoever answers without asking breaks it");
    assert!(counted.broken().any(|mark| mark == always));
    assert_eq!(counted.count(property(&scenario, "not-both")), 0);
    assert!(counted.count(property(&scenario, "both")) > 0);
    // The seed alone breaks it again, and those before it do not.
    let mut surveyor = Surveyor::new(&scenario);
    for before in 0..=seed {
        surveyor.play(before, &mut Wanderer::new(&scenario));
        assert_eq!(surveyor.happened(always), before == seed);
    }
    // Nothing needs to be done but to answer.
    let found = reach::explain(&scenario, always, seed).unwrap();
    let commands: Vec<String> = found.path.iter().map(|(_, command)| format!("{command:?}")).collect();
    assert_eq!(commands.len(), 1, "{commands:?}");
    assert!(commands[0].starts_with("Decide"), "{commands:?}");
}

#[test]
fn what_can_not_be_reached_is_never_reached() {
    let scenario = tiny();
    let counted = survey(&scenario, 0..500);
    let shut = Mark::Done(scenario.response_called("shut").unwrap());
    let unset = Mark::Done(scenario.response_called("unset").unwrap());
    assert_eq!(counted.never().collect::<Vec<_>>(), [shut, unset]);
    assert_eq!(reach::search(&scenario, &[shut, unset], 500, 300), []);
}

/// A lock of six right choices, each one of four: dice that lean nowhere open it once in some 4,096 plays.
#[test]
fn what_dice_do_not_reach_is_found_by_leaning_towards_it() {
    let decisions: String = (0..6)
        .map(|at| {
            format!(
                r#"Decision(id: "turn-{at}", at: Week({at}, Tue), themes: [Enforcement], ask: ChooseOne, prompt: "Which?",
                    situations: [Situation(id: "plain", told: "So.")], options: [
                        Option(id: "a-{at}", kind: Hold, label: "A"), Option(id: "b-{at}", kind: Hold, label: "B"),
                        Option(id: "c-{at}", kind: Hold, label: "C"),
                        Option(id: "right-{at}", kind: Hold, label: "Right", then: [Add("steps", 1)]),
                    ]),"#
            )
        })
        .collect();
    let start = TINY.find("        Decision(id: \"risk\"").unwrap();
    let mut text = TINY.to_owned();
    text.insert_str(start, &decisions);
    let text = text
        .replace("Flag(\"never_set\")]", "Flag(\"never_set\"), Counter(id: \"steps\", min: 0, max: 6)]")
        .replace("to: 1, minutes", "to: 6, minutes")
        .replace("All(Done(\"ask\"), Not(Is(\"told\")))", "AtLeast(\"steps\", 6)");
    let scenario = scenario("lock", &text);
    let counted = survey(&scenario, 0..500);
    let shut = Mark::Done(scenario.response_called("shut").unwrap());
    assert_eq!(counted.count(shut), 0);
    let found = reach::search(&scenario, &[shut], 500, 300);
    let path: Vec<String> = found[0].path.iter().map(|(_, command)| format!("{command:?}")).collect();
    let right = path.iter().filter(|step| step.contains("Choose(\"right-")).count();
    assert_eq!(right, 6, "{path:?}");
    assert!(path.iter().any(|step| step.contains("unset")) && path.last().unwrap().contains("shut"), "{path:?}");
    assert!(!path.iter().any(|step| step.contains("\"ask\"")), "asking has nothing to do with it: {path:?}");
}

/// Twelve reviewers of the tiny scenario's first decision in plain circumstances: write 6, ring 3, wait 0, look 2; one
/// abstains. And of its second: medium 4, high 2.
fn panel(scenario: &Scenario) -> Panel {
    Panel::new(parse::panel(&Source::new("panel.ron", panel_text(scenario))).unwrap(), scenario)
}

fn panel_text(scenario: &Scenario) -> String {
    let answers = ["write", "write", "write", "write", "write", "write", "ring", "ring", "ring", "look", "look"];
    let reviewers: String = (0..12)
        .map(|at| format!(r#"Reviewer(id: "r{at}", role: Officer, years: 3, came: Drafted(from: ["findings"])),"#))
        .collect();
    let mut reviews: String = answers
        .iter()
        .enumerate()
        .map(|(at, answer)| format!(r#"Review(by: "r{at}", answer: Choose("{answer}"), reason: "So."),"#))
        .collect();
    reviews.push_str(r#"Review(by: "r11", answer: Abstain("Not mine."), reason: "So."),"#);
    let levels: String = (0..6)
        .map(|at| {
            let level = if at < 4 { "Medium" } else { "High" };
            format!(r#"Review(by: "r{at}", answer: Levels({{Public: {level}}}), reason: "So."),"#)
        })
        .collect();
    let worded =
        |decision: &str, at: usize| wording::wording(scenario, scenario.decision_called(decision).unwrap(), at);
    let (one, risk) = (worded("one", 1), worded("risk", 0));
    format!(
        r#"Panel(format: 1, scenario: "tiny", reviewers: [{reviewers}], sheets: [
            Sheet(decision: "one", situation: "plain", wording: "{one}", reviews: [{reviews}]),
            Sheet(decision: "risk", situation: "plain", wording: "{risk}", reviews: [{levels}]),
        ])"#
    )
}

#[test]
fn habits_earn_what_they_earn_by_hand() {
    let scenario = tiny();
    let panel = panel(&scenario);
    let one = scenario.decision_called("one").unwrap();
    let risk = scenario.decision_called("risk").unwrap();
    let credit = |habit: Habit, at: (_, usize), open: u16| habit.credit(&scenario, &panel, at, open).unwrap();
    let near = |found: f64, wanted: f64| assert!((found - wanted).abs() < 1e-9, "{found} is not {wanted}");
    // The most votes are 6. Enforce has "write": 6/6.
    near(credit(Habit::Kind(Kind::Enforce), (one, 1), 0b1111), 1.0);
    // Explore shares "ring" and "look": (3/6 + 2/6) / 2.
    near(credit(Habit::Kind(Kind::Explore), (one, 1), 0b1111), 5.0 / 12.0);
    // "look" is shut: "ring" alone.
    near(credit(Habit::Kind(Kind::Explore), (one, 1), 0b0111), 0.5);
    near(credit(Habit::Kind(Kind::Hold), (one, 1), 0b1111), 0.0);
    // None of its kind: all of them, (6 + 3 + 0 + 2) / 6 / 4. So too for the middle and for any option.
    for habit in [Habit::Kind(Kind::Recall), Habit::Middle, Habit::Random] {
        near(credit(habit, (one, 1), 0b1111), 11.0 / 24.0);
    }
    // "Write" is the longest: 6/6. Where it is shut the others tie: (3 + 0 + 2) / 6 / 3.
    near(credit(Habit::Longest, (one, 1), 0b1111), 1.0);
    near(credit(Habit::Longest, (one, 1), 0b1110), 5.0 / 18.0);
    // Medium 4, high 2: high earns 2/4.
    near(credit(Habit::Kind(Kind::Enforce), (risk, 0), 0), 0.5);
    near(credit(Habit::Kind(Kind::Explore), (risk, 0), 0), 1.0);
    near(credit(Habit::Middle, (risk, 0), 0), 1.0);
    // Nobody reviewed the other situation.
    assert_eq!(Habit::Middle.credit(&scenario, &panel, (one, 0), 0b1111), None);

    // Whoever always enforces never asks, and so meets both decisions where they were reviewed: (1 + 1/2) / 2.
    let tried = try_habit(&scenario, Some(&panel), Habit::Kind(Kind::Enforce), 0..20);
    near(tried.runs.mean().unwrap(), 0.75);
    assert_eq!(tried.by_decision[one.index()].n, 20);
    assert_eq!(tried.survey.count(Mark::Ended(EndingId(1))), 20);
    // Whoever always explores asks first: that situation is not scored, and the run has the second decision alone.
    let tried = try_habit(&scenario, Some(&panel), Habit::Kind(Kind::Explore), 0..20);
    near(tried.runs.mean().unwrap(), 1.0);
    assert_eq!(tried.by_decision[one.index()].mean(), None);
    assert_eq!(tried.survey.count(Mark::Ended(EndingId(0))), 20);
}

#[test]
fn the_longest_option_is_taken_in_every_kind_of_question() {
    let scenario = scenario("asks", include_str!("every-ask.scenario.ron"));
    let answers = |decision: &str, open: u16| {
        let mut all = Habit::Longest.answers(&scenario, scenario.decision_called(decision).unwrap(), open);
        all.sort_by_key(|answer| format!("{answer:?}"));
        all.dedup();
        all
    };
    let choose = |names: &[&str]| Answer::ChooseSome(names.iter().map(|name| (*name).to_owned()).collect());
    let rank = |names: &[&str]| Answer::Rank(names.iter().map(|name| (*name).to_owned()).collect());
    assert_eq!(answers("now", 0b11), [Answer::Choose("yes".into())]);
    // "Her health", and one of two that are equally long.
    assert_eq!(answers("several", 0b111), [choose(&["health", "home"]), choose(&["health", "work"])]);
    assert_eq!(answers("order", 0b111), [rank(&["call", "note", "tea"]), rank(&["note", "call", "tea"])]);
    assert_eq!(answers("order", 0b110), [rank(&["note", "tea"])]);
    assert_eq!(answers("each", 0b11), [Answer::Rate(Entries(vec![("wait".into(), 2), ("ask".into(), 0)]))]);
    // There is nothing to read, so that it answers as a kind does that says nothing of risk.
    let levels = Entries(vec![(Risk::Public, Level::Medium), (Risk::Staff, Level::Medium)]);
    assert_eq!(answers("risk", 0), [Answer::Levels(levels)]);
}

#[test]
fn the_mean_reviewer_is_scored_against_the_others() {
    let scenario = tiny();
    let panel = panel(&scenario);
    let counted = survey(&scenario, 0..100);
    let mean = mean_reviewer(&scenario, &panel, &counted);
    let near = |found: Option<f64>, wanted: f64| {
        assert!(found.is_some_and(|found| (found - wanted).abs() < 1e-9), "{found:?} is not {wanted}");
    };
    // Six wrote: each meets 5 others of at most 5, so 1. Three would ring: 2 others of at most 6. Two would look: 1/6.
    let one = (6.0 + 3.0 * (2.0 / 6.0) + 2.0 * (1.0 / 6.0)) / 11.0;
    // Four say medium: 3 others of at most 3, so 1. Two say high: 1 other of at most 4.
    let risk = (4.0 + 2.0 * 0.25) / 6.0;
    near(mean.by_decision[scenario.decision_called("one").unwrap().index()], one);
    near(mean.by_decision[scenario.decision_called("risk").unwrap().index()], risk);
    // r0 to r3: write and medium, 1. r4 and r5: write and high, (1 + 1/4) / 2. r6 to r8: 1/3. r9 and r10: 1/6.
    near(mean.run, (4.0 + 2.0 * 0.625 + 3.0 / 3.0 + 2.0 / 6.0) / 11.0);
    assert_eq!(mean.reviewers, 11);
}

#[test]
fn time_left_and_quiet_turns_are_counted() {
    let counted = survey(&tiny(), 0..200);
    assert_eq!(counted.turns.iter().map(|turn| turn.plays).collect::<Vec<_>>(), [200, 200]);
    assert!(counted.turns.iter().all(|turn| turn.quiet == 0), "a text and a decision, and a decision");
    assert!(counted.turns.iter().all(|turn| turn.mean_left().is_some_and(|left| left > 0.0 && left <= 60.0)));
    let later = TINY.replace("at: Week(1, Mon)", "at: Week(0, Fri)");
    let counted = survey(&scenario("later", &later), 0..200);
    // What she says may come in the second week; otherwise nothing does.
    assert!(counted.turns[1].quiet > 100, "{:?}", counted.turns);
}

fn tiny_room() -> Room {
    let room = Room::new();
    fs::create_dir(room.path("tiny")).unwrap();
    fs::write(room.path("tiny/scenario.ron"), TINY).unwrap();
    room
}

#[test]
fn the_report_of_what_is_bundled() {
    let room = Room::new();
    let output = room.typed(&["explore", "missed-monday", "--plays", "2000", "--habits"], &[]);
    assert_eq!((err(&output).as_str(), output.status.code()), ("", Some(0)));
    let text = out(&output);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    insta::assert_snapshot!("explore-missed-monday", text);
}

#[test]
fn the_report_of_what_fails() {
    let room = tiny_room();
    let output = room.typed(&["explore", "tiny", "--plays", "1000"], &[]);
    assert_eq!((err(&output).as_str(), output.status.code()), ("", Some(1)));
    insta::assert_snapshot!("explore-tiny", out(&output));
    let output = room.typed(&["explore", "tiny", "--plays", "1000", "--format", "json"], &[]);
    assert_eq!(output.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(
        json["never"],
        serde_json::json!([
            { "kind": "response", "id": "shut" },
            { "kind": "response", "id": "unset" },
        ])
    );
    assert_eq!(json["broken"][0]["id"], "asked-first");
    let marks = json["marks"].as_array().unwrap();
    let shut = marks.iter().find(|mark| mark["id"] == "shut").unwrap();
    assert_eq!((&shut["file"], &shut["plays"]), (&"tiny/scenario.ron".into(), &0.into()));
    let line = usize::try_from(shut["line"].as_u64().unwrap()).unwrap();
    assert!(TINY.lines().nth(line - 1).unwrap().contains("id: \"shut\""));
}

/// Whoever always enforces, or takes what is longest, writes as reviewers do; and medium is what they rate.
#[test]
fn a_decision_that_a_habit_wins_is_told() {
    let room = tiny_room();
    fs::write(room.path("tiny/panel.ron"), panel_text(&tiny())).unwrap();
    let text = out(&room.typed(&["explore", "tiny", "--plays", "100"], &[]));
    let weak = &text[text.find("Weak decisions").unwrap()..text.find("What the time went to").unwrap()];
    insta::assert_snapshot!(weak, @r#"
    Weak decisions
    Somebody who always does the same earns more than 0.80 there, so that agreeing
    with reviewers says little about judgement.
    tiny/scenario.ron:21:22:
      decision "one" (What first?): "always Enforce" earns 1.00 and "always the
        longest option" earns 1.00
    tiny/scenario.ron:27:22:
      decision "risk" (Rate.): "always Explore" earns 1.00, "always Hold" earns
        1.00, "always the longest option" earns 1.00 and 1 more habit over 0.80
    "#);
    let output = room.typed(&["explore", "tiny", "--plays", "100", "--format", "json"], &[]);
    let json: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(json["habits"], serde_json::json!([]), "they were not asked for");
    let weak = &json["weak"][0];
    let habits = serde_json::json!([{ "habit": "Enforce", "credit": 1.0 }, { "habit": "longest", "credit": 1.0 }]);
    assert_eq!((&weak["decision"], &weak["habits"]), (&"one".into(), &habits));
    assert!(weak["line"].as_u64().is_some_and(|line| line > 1));
}

#[test]
fn a_walkthrough_is_replayed_with_other_luck() {
    let room = Room::new();
    let output = room.typed(&["explore", "missed-monday", "--plan", "good", "--plays", "500"], &[]);
    assert_eq!((err(&output).as_str(), output.status.code()), ("", Some(0)));
    insta::assert_snapshot!("explore-plan", out(&output));
}

#[test]
fn what_can_not_be_explored_is_said_plainly() {
    let room = tiny_room();
    let output = room.typed(&["explore", "gone"], &[]);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""));
    assert!(err(&output).starts_with("There is no file, folder or scenario called \"gone\"."), "{}", err(&output));
    fs::write(room.path("tiny/scenario.ron"), TINY.replace("Opened(\"text\")", "Opened(\"test\")")).unwrap();
    let output = room.typed(&["explore", "tiny"], &[]);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""));
    assert!(err(&output).contains("tiny can't be explored"), "{}", err(&output));
    let output = room.typed(&["explore", "missed-monday", "--plays", "0"], &[]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn what_happens_at_another_policy_date_is_not_out_of_reach() {
    let room = tiny_room();
    let text = TINY
        .replace(
            "you_are:",
            "variants: [Variant(id: \"later\", policy_date: \"2026-11-02\", day_0: \"2026-11-02\")], you_are:",
        )
        .replace("All(Done(\"ask\"), Not(Is(\"told\")))", "PolicyFrom(\"2026-01-01\")");
    fs::write(room.path("tiny/scenario.ron"), text).unwrap();
    let json = |args: &[&str]| {
        let output = room.typed(args, &[]);
        serde_json::from_str::<serde_json::Value>(&out(&output)).unwrap()
    };
    let now = json(&["explore", "tiny", "--plays", "500", "--format", "json"]);
    assert_eq!(now["never"], serde_json::json!([]));
    let ids: Vec<&str> = now["elsewhere"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!((ids, &now["elsewhere"][0]["variant"]), (vec!["shut", "unset"], &"later".into()));
    let later = json(&["explore", "tiny", "--plays", "500", "--format", "json", "--variant", "later"]);
    assert_eq!((&later["variant"], &later["elsewhere"]), (&"later".into(), &serde_json::json!([])));
}
