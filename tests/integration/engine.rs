//! A day at the desk, minute by minute: the tiny scenario played by commands, its events read whole.

use std::sync::Arc;

use defensible::bundled;
use defensible::run::Run;
use defensible::run::command::{Command, Committed, How};
use defensible::run::event::{Event, What};
use defensible::run::replay;
use defensible::scenario::calendar::{Calendar, DAY};
use defensible::scenario::model::Scenario;
use defensible::scenario::raw::Answer;
use defensible::scenario::{check, parse};
use defensible::source::Source;

/// A scenario of `tests/suite`, checked.
pub(crate) fn scenario(name: &str, text: &str) -> Arc<Scenario> {
    let raw = parse::scenario(&Source::new(name, text)).unwrap();
    let checked = check::scenario(raw, None, &bundled::practice().unwrap(), &[]);
    Arc::new(checked.scenario.unwrap_or_else(|| panic!("{:#?}", checked.findings)))
}

fn tiny() -> Arc<Scenario> {
    scenario("tiny", include_str!("../suite/format-examples/tiny.scenario.ron"))
}

/// Events as a person would list them: weekday, time, what.
pub(crate) fn listed(scenario: &Scenario, events: &[Event]) -> String {
    let calendar = &scenario.tables().calendar;
    let mut out = String::new();
    for event in events {
        let day = Calendar::day(event.at);
        let time = event.at.rem_euclid(DAY);
        let what = serde_json::to_string(&event.what).unwrap();
        out.push_str(&format!(
            "{:>3} wk {} {:?} {:02}:{:02} {what}\n",
            event.seq,
            calendar.week(event.at),
            calendar.weekday(day),
            time / 60,
            time % 60
        ));
    }
    out
}

fn decide(answer: Answer) -> Command {
    Command::Decide {
        decision: "absence".into(),
        committed: Committed {
            answer,
            reason: "The ward confirms the dates.".into(),
            sure: Some(75),
            change: None,
            cites: vec![],
            how: How::Alone,
        },
    }
}

#[test]
fn the_tiny_scenario_plays_to_its_end() {
    let scenario = tiny();
    let mut run = Run::begin(Arc::clone(&scenario), 7);
    let at = |week: i32, day: i32, minute: i32| (week * 7 + day) * DAY + minute;
    run.command(&Command::GoOnUntil { until: at(3, 1, 610) }).unwrap();
    run.command(&Command::Open { item: "no-show".into(), nth: None }).unwrap();
    run.command(&Command::Open { item: "voicemail".into(), nth: None }).unwrap();
    run.command(&Command::Do { response: "ring-ward".into() }).unwrap();
    run.command(&Command::GoOnUntil { until: at(3, 3, 540) }).unwrap();
    run.command(&decide(Answer::Choose("accept".into()))).unwrap();
    while !run.is_over() {
        run.command(&Command::EndTurn).unwrap();
    }
    insta::assert_snapshot!(listed(&scenario, run.events()));
    assert_eq!(
        run.events().last().map(|event| event.what.clone()),
        Some(What::Ended { ending: Some("nothing".into()) })
    );
    let again = replay::replay(scenario, 7, run.events());
    assert_eq!(again.fault, None);
    assert_eq!(again.run.state().hash(), run.state().hash());
}
