//! Whole debriefs of the bundled cases, as a person reads them, and what has to hold of any.

use std::sync::Arc;

use defensible::bundled;
use defensible::explore::{Dice, random_command};
use defensible::report::plain::{self, plain};
use defensible::review::debrief::{Debrief, Options, debrief};
use defensible::review::outcomes;
use defensible::review::panel::Panel;
use defensible::run::Run;
use defensible::run::plan::{self, Outcome};
use defensible::scenario::model::Scenario;
use defensible::scenario::{check, parse, raw, wording};
use defensible::source::Source;
use defensible::text::Catalogue;

const MONDAY: &str = "missed-monday";
const SMALL: &str = "small-things";
const PLANS: [&str; 4] = ["good.plan.ron", "careless.plan.ron", "trap.plan.ron", "unlucky.plan.ron"];

fn source(case: &str, name: &str) -> Source {
    let bundled = bundled::scenario(case).unwrap();
    Source::new(name, bundled.file(name).unwrap())
}

fn scenario(case: &str, plan: &raw::Plan) -> Arc<Scenario> {
    let raw = parse::scenario(&source(case, "scenario.ron")).unwrap();
    let checked = check::scenario(raw, None, &bundled::practice().unwrap(), &plan::expected(plan));
    Arc::new(checked.scenario.unwrap_or_else(|| panic!("{:#?}", checked.findings)))
}

/// The panel as it would be if every wording had been written by the tool.
fn panel(scenario: &Scenario) -> raw::Panel {
    let mut panel = parse::panel(&source(&scenario.raw().id, "panel.ron")).unwrap();
    for sheet in panel.sheets.iter_mut().filter(|sheet| sheet.wording.is_empty()) {
        let decision = scenario.decision_called(&sheet.decision).unwrap();
        let situations = &scenario.decision(decision).situations;
        let situation = situations.iter().position(|situation| situation.id == sheet.situation).unwrap();
        sheet.wording = wording::wording(scenario, decision, situation);
    }
    panel
}

fn played(case: &str, name: &str) -> Run {
    let plan = parse::plan(&source(case, name)).unwrap();
    let scenario = scenario(case, &plan);
    // What a plan expects may ask for luck: the first seed from its own that brings it.
    let mut played = (plan.seed..plan.seed + 100).map(|seed| plan::play(Arc::clone(&scenario), &plan, seed));
    let played = played.find(|played| played.outcome == Outcome::Played).unwrap();
    assert!(played.run.is_over());
    played.run
}

fn debriefed(run: &Run) -> Debrief {
    let panel = Panel::new(panel(run.scenario()), run.scenario());
    debrief(run, Some(&panel), Options::default())
}

fn text(run: &Run, teaching: bool) -> String {
    plain(&debriefed(run), &Catalogue::english(), plain::Options { teaching, ..plain::Options::default() })
}

#[test]
fn the_good_plan() {
    insta::assert_snapshot!(text(&played(MONDAY, "good.plan.ron"), true));
}

#[test]
fn the_careless_plan() {
    insta::assert_snapshot!(text(&played(MONDAY, "careless.plan.ron"), false));
}

#[test]
fn the_trap() {
    insta::assert_snapshot!(text(&played(MONDAY, "trap.plan.ron"), false));
}

#[test]
fn bad_luck() {
    insta::assert_snapshot!(text(&played(MONDAY, "unlucky.plan.ron"), false));
}

#[test]
fn small_things_good() {
    insta::assert_snapshot!(text(&played(SMALL, "good.plan.ron"), true));
}

#[test]
fn small_things_careless() {
    insta::assert_snapshot!(text(&played(SMALL, "careless.plan.ron"), false));
}

#[test]
fn small_things_trap() {
    insta::assert_snapshot!(text(&played(SMALL, "trap.plan.ron"), false));
}

#[test]
fn small_things_bad_luck() {
    insta::assert_snapshot!(text(&played(SMALL, "unlucky.plan.ron"), false));
}

#[test]
fn no_line_is_wider_than_asked() {
    for width in [60, 80, 100] {
        let debrief = debriefed(&played(MONDAY, "trap.plan.ron"));
        let text = plain(&debrief, &Catalogue::english(), plain::Options { width, teaching: true, luck: None });
        for line in text.lines() {
            assert!(textwrap::core::display_width(line) <= width, "{line}");
        }
        assert!(!text.contains('<') && !text.contains("{$"), "a key has no words");
    }
}

#[test]
fn a_debrief_says_the_same_every_time() {
    let run = played(MONDAY, "good.plan.ron");
    assert_eq!(text(&run, true), text(&run, true));
}

/// With the luck that it had, a replay of a run is the run.
#[test]
fn replays_with_the_same_luck_end_as_the_run_did() {
    for (case, name) in [MONDAY, SMALL].into_iter().flat_map(|case| PLANS.map(|name| (case, name))) {
        let run = played(case, name);
        assert_eq!(outcomes::replay_once(&run, None, run.seed()), run.state().ended, "{case}, {name}");
    }
}

#[test]
fn random_plays_can_be_debriefed_and_replayed() {
    let plan = parse::plan(&source(MONDAY, "good.plan.ron")).unwrap();
    let scenario = scenario(MONDAY, &plan);
    let panel = Panel::new(panel(&scenario), &scenario);
    let words = Catalogue::english();
    for seed in 0..200 {
        let mut run = Run::begin(Arc::clone(&scenario), seed);
        let mut dice = Dice::new(seed);
        for _ in 0..5_000 {
            if run.is_over() {
                break;
            }
            let command = random_command(&run, &mut dice);
            drop(run.command(&command));
        }
        assert!(run.is_over());
        assert_eq!(outcomes::replay_once(&run, Some(&panel), seed), run.state().ended, "seed {seed}");
        let debrief = debrief(&run, Some(&panel), Options { replays: 20, trial: false });
        let outcomes = debrief.outcomes.as_ref().unwrap();
        assert_eq!(outcomes.endings.iter().map(|ending| ending.count).sum::<u32>(), outcomes.of);
        assert!(!plain(&debrief, &words, plain::Options::default()).contains('<'));
    }
}
