//! A decision: every kind of question answered by key and by click, kept while it is written, committed, and what comes
//! after; and how others answered.

use std::fs;
use std::path::Path;
use std::time::Duration;

use defensible::app::acts::Act;
use defensible::app::office::Place;
use defensible::app::settings::{Change, Reveal};
use defensible::run::command::{Citation, Command, Committed, How};
use defensible::run::event::What;
use defensible::scenario::raw::{Answer, Entries, Level, Risk};
use defensible::scenario::wording;
use defensible::sitting::data::Store;
use defensible::sitting::keep::Unfinished;
use defensible::sitting::{files, start};
use defensible::store::keeper::Saved;
use egui::accesskit::Role;
use egui::{Key, Modifiers, pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use tempfile::TempDir;

use super::{LARGE_TEXT, WIDE, Window};
use crate::engine::scenario;

const EVERY_ASK: &str = include_str!("../every-ask.scenario.ron");

/// Reviews of every kind of question; of one of them too few to be counted.
const PANEL: &str = r#"
Panel(
    format: 1, scenario: "asks",
    reviewers: [
        Reviewer(id: "a", role: Officer, years: 3, came: Drafted(from: ["findings"])),
        Reviewer(id: "b", role: Officer, years: 9, came: Drafted(from: ["findings"])),
        Reviewer(id: "c", role: SeniorOfficer, years: 14, came: Drafted(from: ["findings"])),
        Reviewer(id: "d", role: PracticeTeacher, years: 20, came: Drafted(from: ["findings"])),
        Reviewer(id: "e", role: Doctor, years: 11, came: Drafted(from: ["findings"])),
        Reviewer(id: "f", role: LivedExperience, years: 2, came: Drafted(from: ["findings"])),
    ],
    sheets: [
        Sheet(decision: "several", situation: "any", wording: "SEVERAL", synthesis: "Her health, and something else.", reviews: [
            Review(by: "a", answer: ChooseSome(["health"]), reason: "She is not well."),
            Review(by: "b", answer: ChooseSome(["health", "home"]), reason: "Where does she sleep?", sure: 70),
            Review(by: "c", answer: ChooseSome(["health", "work"]), reason: "Work keeps her well."),
            Review(by: "d", answer: ChooseSome(["home"]), reason: "Start at the door."),
            Review(by: "e", answer: ChooseSome(["health"]), reason: "I would want to know.", change: "If she had seen a doctor."),
            Review(by: "f", answer: Abstain("I was not told enough."), reason: ""),
        ]),
        Sheet(decision: "order", situation: "any", wording: "ORDER", reviews: [
            Review(by: "a", answer: Rank(["call", "note", "tea"]), reason: "One."),
            Review(by: "b", answer: Rank(["call", "tea", "note"]), reason: "Two."),
            Review(by: "c", answer: Rank(["note", "call", "tea"]), reason: "Three."),
            Review(by: "d", answer: Rank(["call", "note", "tea"]), reason: "Four."),
            Review(by: "e", answer: Rank(["tea", "call", "note"]), reason: "Five."),
        ]),
        Sheet(decision: "each", situation: "any", wording: "EACH", reviews: [
            Review(by: "a", answer: Rate({"wait": -2, "ask": 2}), reason: "One."),
            Review(by: "b", answer: Rate({"wait": -1, "ask": 2}), reason: "Two."),
            Review(by: "c", answer: Rate({"wait": 0, "ask": 1}), reason: "Three."),
            Review(by: "d", answer: Rate({"wait": -2, "ask": 2}), reason: "Four."),
            Review(by: "e", answer: Rate({"wait": -2, "ask": 0}), reason: "Five."),
        ]),
        Sheet(decision: "risk", situation: "any", wording: "RISK", reviews: [
            Review(by: "a", answer: Levels({Public: Medium, Staff: Low}), reason: "One."),
            Review(by: "b", answer: Levels({Public: Medium, Staff: Medium}), reason: "Two."),
            Review(by: "c", answer: Levels({Public: High, Staff: Low}), reason: "Three."),
            Review(by: "d", answer: Levels({Public: Medium, Staff: Low}), reason: "Four."),
            Review(by: "e", answer: Levels({Public: Low, Staff: Low}), reason: "Five."),
        ]),
        Sheet(decision: "now", situation: "any", wording: "NOW", reviews: [
            Review(by: "a", answer: Choose("yes"), reason: "Why not."),
            Review(by: "b", answer: Choose("no"), reason: "Ask first."),
        ]),
    ],
)
"#;

/// A folder of scenarios with every kind of question in it, reviewed.
fn scenarios() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let asks = folder.path().join("asks");
    fs::create_dir(&asks).unwrap();
    fs::write(asks.join("scenario.ron"), EVERY_ASK).unwrap();
    let checked = scenario("asks", EVERY_ASK);
    let mut panel = PANEL.to_owned();
    for name in ["several", "order", "each", "risk", "now"] {
        let wording = wording::wording(&checked, checked.decision_called(name).unwrap(), 0);
        panel = panel.replace(&format!("\"{}\"", name.to_uppercase()), &format!("{wording:?}"));
    }
    fs::write(asks.join("panel.ron"), panel).unwrap();
    folder
}

fn ask(window: &mut Window, act: Act) {
    window.harness.state_mut().ask(act);
    window.settle();
}

/// A window in which every kind of question waits.
fn asked(size: [f32; 2], scenarios: &Path) -> Window {
    let mut window = Window::open_on(size, tempfile::tempdir().unwrap(), Some(scenarios.to_owned()));
    ask(&mut window, Act::Brief { slug: "asks".into(), variant: None });
    ask(&mut window, Act::Start);
    ask(&mut window, Act::GoOn);
    window
}

/// The same, at one of them.
fn at(size: [f32; 2], scenarios: &Path, decision: &str) -> Window {
    let mut window = asked(size, scenarios);
    ask(&mut window, Act::Answer(decision.into()));
    assert!(is_at(&window, decision), "{:?}", window.office().place());
    window
}

/// A window with a run that was begun, answered and half written in another sitting.
fn taken_up(size: [f32; 2], scenarios: &Path, answers: &[(&str, Answer)], lines: &[(&str, &str)]) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let run = {
        let (store, trouble) = Store::open(Some(folder.path()), None);
        assert_eq!(trouble, None);
        let files = files::one("asks", Some(scenarios)).unwrap();
        let mut begun = start::fresh(&files, None, None, Some(7), false).unwrap().kept(None, &store).unwrap();
        begun.run.command(&Command::GoOn).unwrap();
        if answers.iter().any(|(decision, _)| *decision == "now") {
            while !defensible::desk::moment(&begun.run).questions.iter().any(|one| one.decision == "now") {
                begun.run.command(&Command::GoOn).unwrap();
            }
        }
        for (decision, answer) in answers {
            let committed = Committed {
                answer: answer.clone(),
                reason: "So it seemed.".into(),
                sure: Some(60),
                change: None,
                cites: Vec::new(),
                how: How::Alone,
            };
            begun.run.command(&Command::Decide { decision: (*decision).into(), committed }).unwrap();
        }
        for (place, typed) in lines {
            begun.keep.pending.lines.insert((*place).into(), (*typed).into());
        }
        begun.keep.keep_pending();
        assert_eq!(begun.keep.keep(&begun.run, Duration::from_secs(30)).store, Saved::Kept);
        begun.keep.run().unwrap().clone()
    };
    let mut window = Window::open_on(size, folder, Some(scenarios.to_owned()));
    ask(&mut window, Act::GoOnWith(run));
    window
}

fn is_at(window: &Window, decision: &str) -> bool {
    matches!(window.office().place(), Place::Decision(state) if state.id() == decision)
}

fn focus(window: &mut Window, role: Role, name: &str) {
    window.harness.get_by_role_and_label(role, name).focus();
    window.settle();
}

/// What is kept of an answer beside the run.
fn pending(window: &Window, decision: &str) -> Option<Unfinished> {
    window.office().play().unwrap().keep.pending.answers.get(decision).cloned()
}

/// What was committed.
fn decided(window: &Window, decision: &str) -> Option<Committed> {
    window.office().play().unwrap().run().events().iter().find_map(|event| match &event.what {
        What::Decided { decision: one, committed, .. } if one == decision => Some(committed.clone()),
        _ => None,
    })
}

fn write_reason(window: &mut Window, name: &str, reason: &str) {
    focus(window, Role::MultilineTextInput, name);
    window.write(reason);
}

/// Nothing that is drawn reaches out of the window at its sides.
fn check_width(window: &Window) {
    let width = window.harness.ctx.content_rect().width();
    for node in super::all(&window.harness.root()) {
        let of = node.accesskit_node();
        if of.bounding_box().is_none() {
            continue;
        }
        let (rect, name) = (node.rect(), of.label().or(of.value()).unwrap_or_default());
        assert!(rect.left() >= -0.5 && rect.right() <= width + 0.5, "{:?} {name}: {rect:?}", of.role());
    }
    window.check_targets();
}

#[test]
fn every_kind_of_question_as_a_screen_reader_is_given_it() {
    let scenarios = scenarios();
    for (size, how) in [(WIDE, "wide"), (LARGE_TEXT, "large_text")] {
        for decision in ["several", "order", "each", "risk"] {
            let window = at(size, scenarios.path(), decision);
            check_width(&window);
            let (role, name) = window.focused().unwrap();
            assert_eq!(role, Role::Group, "what is asked is read first: {name}");
            insta::assert_snapshot!(format!("decision_{decision}_{how}"), window.screen());
        }
    }
}

#[test]
fn one_is_chosen_and_committed_by_keys_alone() {
    let scenarios = scenarios();
    let mut window = asked(WIDE, scenarios.path());
    // Somebody comes to the door, and wants an answer now.
    for _ in 0..20 {
        if window.office().play().unwrap().moment().questions.iter().any(|one| one.decision == "now") {
            break;
        }
        ask(&mut window, Act::GoOn);
    }
    window.press(Key::Q);
    assert!(is_at(&window, "now"), "{}", window.tree());
    // Nothing can be committed yet; it is said what is missing, and the focus goes there.
    window.press_with(Modifiers::CTRL, Key::Enter);
    assert_eq!(window.urgent(), "Still to do: choose one; say why");
    assert_eq!(window.focused(), Some((Role::RadioButton, "Yes".into())));
    window.press(Key::ArrowDown);
    assert_eq!(window.focused(), Some((Role::RadioButton, "No".into())));
    assert_eq!(pending(&window, "now"), None, "to move is not to choose");
    window.press(Key::Space);
    window.press_with(Modifiers::CTRL, Key::Enter);
    assert_eq!(window.urgent(), "Still to do: say why");
    assert_eq!(window.focused(), Some((Role::MultilineTextInput, "Why".into())));
    assert!(window.texts().iter().any(|(_, text)| text.starts_with("A reason is needed")));
    window.write("Because I have not asked her yet.");
    window.press(Key::Tab);
    window.write("If she had said so herself.");
    window.tab_to(Role::Slider, "How sure are you?");
    let sure = |window: &Window| window.harness.get_by_role(Role::Slider).value().unwrap();
    assert_eq!(sure(&window), "Not set");
    window.press(Key::ArrowRight);
    assert!(sure(&window).starts_with("0%"));
    window.press(Key::End);
    window.press(Key::ArrowLeft);
    assert!(sure(&window).starts_with("90%"), "{}", sure(&window));
    window.press_with(Modifiers::CTRL, Key::Enter);
    let committed = decided(&window, "now").unwrap();
    assert_eq!(committed.answer, Answer::Choose("no".into()));
    assert_eq!(committed.reason, "Because I have not asked her yet.");
    assert_eq!(committed.change.as_deref(), Some("If she had said so herself."));
    assert_eq!(committed.sure, Some(90));
    assert!(window.polite().contains("Committed and saved."), "{}", window.polite());
    assert!(matches!(window.office().place(), Place::Desk));
    assert_eq!(pending(&window, "now"), None);
}

#[test]
fn no_more_are_chosen_than_may_be() {
    let scenarios = scenarios();
    let mut window = at(WIDE, scenarios.path(), "several");
    window.tab_to(Role::CheckBox, "Her room");
    window.press(Key::Space);
    window.press(Key::ArrowDown);
    window.press(Key::Space);
    assert!(window.texts().iter().any(|(_, text)| text.starts_with("You have chosen 2, and no more")));
    window.press(Key::ArrowDown);
    window.press(Key::Space);
    assert!(window.urgent().starts_with("You have chosen 2, and no more"), "{}", window.urgent());
    window.press(Key::Home);
    window.press(Key::Space);
    window.press(Key::End);
    window.press(Key::Space);
    write_reason(&mut window, "Why", "They go together.");
    window.press_with(Modifiers::CTRL, Key::Enter);
    let committed = decided(&window, "several").unwrap();
    assert_eq!(committed.answer, Answer::ChooseSome(vec!["work".into(), "health".into()]));
    assert_eq!(committed.sure, None, "how sure may be left open");
}

#[test]
fn an_order_is_put_by_keys_alone() {
    let scenarios = scenarios();
    let mut window = at(WIDE, scenarios.path(), "order");
    write_reason(&mut window, "Why this order", "She rang first.");
    window.press_with(Modifiers::CTRL, Key::Enter);
    assert!(
        window.urgent().contains("this is your order"),
        "the file's order is nobody's answer: {}",
        window.urgent()
    );
    assert_eq!(window.focused(), Some((Role::ListItem, "1, The call".into())));
    window.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(window.urgent(), "It stands first already.");
    window.press_with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(window.polite(), "The call, moved to 2 of 3");
    assert_eq!(window.focused(), Some((Role::ListItem, "2, The call, moved down from 1".into())));
    window.press(Key::Num3);
    assert_eq!(window.polite(), "The call, moved to 3 of 3");
    assert_eq!(window.focused(), Some((Role::ListItem, "3, The call, moved down from 1".into())));
    window.press(Key::ArrowUp);
    assert_eq!(window.focused(), Some((Role::ListItem, "2, Tea".into())));
    // The arrows of a row follow it.
    window.press(Key::Tab);
    assert_eq!(window.focused(), Some((Role::Button, "Move up: Tea".into())));
    window.press(Key::Space);
    assert_eq!(window.polite(), "Tea, moved to 1 of 3");
    window.press_with(Modifiers::CTRL, Key::Enter);
    let order = Answer::Rank(vec!["tea".into(), "note".into(), "call".into()]);
    assert_eq!(decided(&window, "order").unwrap().answer, order);
}

#[test]
fn the_order_of_the_file_is_an_answer_once_that_is_said() {
    let scenarios = scenarios();
    let mut window = at(LARGE_TEXT, scenarios.path(), "order");
    window.tab_to(Role::Button, "This is my order");
    window.press(Key::Enter);
    assert_eq!(window.polite(), "This is your order.");
    window.settle();
    let order = Answer::Rank(vec!["call".into(), "note".into(), "tea".into()]);
    window.press_with(Modifiers::CTRL, Key::S);
    assert_eq!(pending(&window, "order").unwrap().answer, Some(order));
}

#[test]
fn a_row_is_dragged_to_where_it_goes() {
    let scenarios = scenarios();
    let mut window = at(WIDE, scenarios.path(), "order");
    let (from, to) = {
        let place = |name: &str| window.harness.get_by_role_and_label(Role::ListItem, name).rect();
        (place("3, Tea"), place("1, The call"))
    };
    let start = pos2(from.left() + 120.0, from.center().y);
    window.harness.drag_at(start);
    window.settle();
    window.harness.hover_at(pos2(start.x, from.center().y - 30.0));
    window.settle();
    window.harness.hover_at(pos2(start.x, to.top() + 4.0));
    window.settle();
    assert_eq!(window.names(Role::ListItem)[..1], ["1, The call"], "nothing moves under the pointer");
    window.harness.drop_at(pos2(start.x, to.top() + 4.0));
    window.settle();
    assert_eq!(window.polite(), "Tea, moved to 1 of 3");
    let rows = window.names(Role::ListItem);
    assert_eq!(rows[..3], ["1, Tea, moved up from 3", "2, The call", "3, The note"]);
}

#[test]
fn each_is_rated_by_keys_alone() {
    let scenarios = scenarios();
    let mut window = at(WIDE, scenarios.path(), "each");
    window.tab_to(Role::RadioButton, "Strongly against");
    window.press(Key::Space);
    window.press(Key::Tab);
    window.press(Key::End);
    assert_eq!(window.focused(), Some((Role::RadioButton, "Strongly for".into())));
    write_reason(&mut window, "Why", "Waiting is what we did.");
    window.press_with(Modifiers::CTRL, Key::Enter);
    let rated = Answer::Rate(Entries(vec![("wait".into(), -2), ("ask".into(), 2)]));
    assert_eq!(decided(&window, "each").unwrap().answer, rated);
}

#[test]
fn the_risk_is_rated_beside_its_last_rating() {
    let scenarios = scenarios();
    let mut window = at(LARGE_TEXT, scenarios.path(), "risk");
    assert!(
        window.names(Role::RadioGroup).iter().any(|name| name.contains("Last rating Medium")),
        "{}",
        window.tree()
    );
    window.press_with(Modifiers::CTRL, Key::Enter);
    assert_eq!(window.urgent(), "Still to do: rate 2 more; say why");
    // The cell of the last rating is where Tab stops; nothing is chosen before it is said.
    assert_eq!(window.focused(), Some((Role::RadioButton, "Medium".into())));
    window.press(Key::ArrowRight);
    window.press(Key::Tab);
    window.press(Key::Space);
    write_reason(&mut window, "Why", "Two things in a week.");
    window.press_with(Modifiers::CTRL, Key::Enter);
    let rated = Answer::Levels(Entries(vec![(Risk::Public, Level::High), (Risk::Staff, Level::Low)]));
    assert_eq!(decided(&window, "risk").unwrap().answer, rated);
}

#[test]
fn what_is_unfinished_is_kept_and_taken_up_again() {
    let scenarios = scenarios();
    let mut window = at(WIDE, scenarios.path(), "order");
    window.tab_to(Role::ListItem, "1, The call");
    window.press(Key::Num2);
    write_reason(&mut window, "Why this order", "She rang first.");
    window.tab_to(Role::Slider, "How sure are you?");
    window.press(Key::End);
    // A second of quiet is enough.
    for _ in 0..4 {
        window.settle();
    }
    let kept = pending(&window, "order").unwrap();
    assert_eq!(kept.reason, "She rang first.");
    assert_eq!((kept.sure, kept.answer.is_some()), (Some(100), true));
    // The window goes; another one takes the run up where it was.
    let run = window.office().play().unwrap().keep.run().unwrap().clone();
    let folder = window.close();
    let mut window = Window::open_on(LARGE_TEXT, folder, Some(scenarios.path().to_owned()));
    ask(&mut window, Act::GoOnWith(run));
    ask(&mut window, Act::Answer("order".into()));
    assert_eq!(window.names(Role::ListItem)[..3], ["1, The note", "2, The call", "3, Tea"]);
    let why = window.harness.get_by_role_and_label(Role::MultilineTextInput, "Why this order").value();
    assert_eq!(why.as_deref(), Some("She rang first."));
    assert!(window.harness.get_by_role(Role::Slider).value().unwrap().starts_with("100%"));
    // Esc goes back to the desk, and nothing of it is lost.
    window.press(Key::Escape);
    assert!(matches!(window.office().place(), Place::Desk));
    assert!(window.polite().starts_with("Not committed."), "{}", window.polite());
    assert_eq!(pending(&window, "order").unwrap().reason, "She rang first.");
}

#[test]
fn lines_that_were_typed_in_the_terminal_are_taken_up() {
    let scenarios = scenarios();
    // As the terminal keeps what is being typed.
    let typed = [("decision each reason", "Half a"), ("decision each change", "If")];
    let mut window = taken_up(WIDE, scenarios.path(), &[], &typed);
    ask(&mut window, Act::Answer("each".into()));
    let value = |window: &Window, name: &str| {
        window.harness.get_by_role_and_label(Role::MultilineTextInput, name).value().unwrap()
    };
    assert_eq!(value(&window, "Why"), "Half a");
    assert_eq!(value(&window, "What would change my mind"), "If");
    window.press_with(Modifiers::CTRL, Key::S);
    assert_eq!(pending(&window, "each").unwrap().reason, "Half a");
    assert!(window.office().play().unwrap().keep.pending.lines.is_empty());
}

#[test]
fn what_was_cited_is_put_in_by_its_number() {
    let scenarios = scenarios();
    let mut window = asked(WIDE, scenarios.path());
    // She rings, and is heard as she does.
    while !window.office().play().unwrap().moment().inbox.iter().any(|row| row.item == "call") {
        ask(&mut window, Act::GoOn);
    }
    ask(&mut window, Act::Answer("each".into()));
    write_reason(&mut window, "Why", "She says nothing is wrong.");
    focus(&mut window, Role::Button, "Ada rings, Ada Finch, Mon 3 Nov, 09:30");
    window.press(Key::Enter);
    let value =
        |window: &Window| window.harness.get_by_role_and_label(Role::MultilineTextInput, "Why").value().unwrap();
    assert_eq!(value(&window), "She says nothing is wrong. [1]");
    assert!(window.polite().contains('1'), "{}", window.polite());
    window.press_with(Modifiers::CTRL, Key::S);
    let kept = pending(&window, "each").unwrap();
    assert_eq!(kept.reason, "She says nothing is wrong. [call]");
    assert_eq!(kept.cites, [Citation::whole("call")]);
    // It comes back as its number; taken out of the text it is not relied on any more.
    ask(&mut window, Act::Answer("each".into()));
    assert_eq!(value(&window), "She says nothing is wrong. [1]");
    let cited = window.names(Role::Button).into_iter().find(|name| name.starts_with("1, Ada rings")).unwrap();
    focus(&mut window, Role::Button, &cited);
    window.press(Key::Delete);
    assert_eq!(value(&window), "She says nothing is wrong.");
    window.press_with(Modifiers::CTRL, Key::S);
    assert_eq!(pending(&window, "each").unwrap().cites, []);
    // Typed, it is relied on too.
    ask(&mut window, Act::Answer("each".into()));
    focus(&mut window, Role::MultilineTextInput, "Why");
    window.press_with(Modifiers::CTRL, Key::End);
    window.write(" See [1].");
    window.press_with(Modifiers::CTRL, Key::S);
    assert_eq!(pending(&window, "each").unwrap().cites, [Citation::whole("call")]);
}

#[test]
fn how_others_answered_is_shown_after_each_decision_where_that_is_set() {
    let scenarios = scenarios();
    for (size, how) in [(WIDE, "wide"), (LARGE_TEXT, "large_text")] {
        let mut window = at(size, scenarios.path(), "several");
        ask(&mut window, Act::Set(Change::Reveal(Reveal::EachDecision)));
        let said = |window: &Window, text: &str| window.texts().iter().any(|(_, one)| one.contains(text));
        assert!(said(&window, "6 reviewers have answered this"));
        assert!(!said(&window, "She is not well"), "nothing of what they said before the answer");
        window.tab_to(Role::CheckBox, "Her room");
        window.press(Key::Space);
        write_reason(&mut window, "Why", "Somebody has to ask.");
        window.press_with(Modifiers::CTRL, Key::Enter);
        assert!(matches!(window.office().place(), Place::Reviews(_)), "{:?}", window.office().place());
        assert_eq!(window.polite(), "Committed and saved.");
        assert_eq!(pending(&window, "several"), None, "what is committed is no draft");
        let events = window.office().play().unwrap().run().events();
        assert!(
            events.iter().any(|event| matches!(&event.what, What::Revealed { decision } if decision == "several"))
        );
        check_width(&window);
        insta::assert_snapshot!(format!("reviews_several_{how}"), window.screen());
        assert_eq!(window.focused(), Some((Role::Button, "Back to the desk".into())));
        window.press(Key::Enter);
        assert!(matches!(window.office().place(), Place::Desk));
    }
}

#[test]
fn to_look_is_asked_about_once() {
    let scenarios = scenarios();
    let order = Answer::Rank(vec!["call".into(), "tea".into(), "note".into()]);
    let mut window = taken_up(WIDE, scenarios.path(), &[("order", order)], &[]);
    ask(&mut window, Act::ShowReviews("each".into()));
    assert!(matches!(window.office().place(), Place::Desk), "there is nothing to see before the answer");
    ask(&mut window, Act::ShowReviews("order".into()));
    assert_eq!(window.focused(), Some((Role::Button, "Not now".into())));
    assert!(window.texts().iter().any(|(_, text)| text.contains("no longer blind")));
    assert!(!window.texts().iter().any(|(_, text)| text.contains("Put first by")));
    window.press(Key::Enter);
    assert!(matches!(window.office().place(), Place::Desk));
    ask(&mut window, Act::ShowReviews("order".into()));
    window.tab_to(Role::Button, "Look now");
    window.press(Key::Enter);
    assert!(window.texts().iter().any(|(_, text)| text.contains("Put first by")), "{}", window.tree());
    // The second time they are simply there.
    window.press(Key::Escape);
    ask(&mut window, Act::ShowReviews("order".into()));
    assert!(window.texts().iter().any(|(_, text)| text.contains("Put first by")));
    let revealed = |window: &Window| {
        let events = window.office().play().unwrap().run().events();
        events.iter().filter(|event| matches!(event.what, What::Revealed { .. })).count()
    };
    assert_eq!(revealed(&window), 1);
}

#[test]
fn every_kind_of_answer_has_its_picture() {
    let scenarios = scenarios();
    for (size, how) in [(WIDE, "wide"), (LARGE_TEXT, "large_text")] {
        let answers = [
            ("now", Answer::Choose("yes".into())),
            ("order", Answer::Rank(vec!["call".into(), "tea".into(), "note".into()])),
            ("each", Answer::Rate(Entries(vec![("wait".into(), -1), ("ask".into(), 2)]))),
            ("risk", Answer::Levels(Entries(vec![(Risk::Public, Level::Medium), (Risk::Staff, Level::High)]))),
        ];
        let mut window = taken_up(size, scenarios.path(), &answers, &[]);
        // Of two reviewers there are no counts: each is shown alone.
        for decision in ["order", "each", "risk", "now"] {
            ask(&mut window, Act::LookAtReviews(decision.into()));
            check_width(&window);
            insta::assert_snapshot!(format!("reviews_{decision}_{how}"), window.screen());
        }
    }
}

#[test]
fn an_answer_that_ends_the_run_leads_to_its_debrief() {
    let scenarios = scenarios();
    let ending = EVERY_ASK.replace(r#"label: "No")"#, r#"label: "No", then: [Ends("end")])"#);
    assert_ne!(ending, EVERY_ASK);
    fs::write(scenarios.path().join("asks/scenario.ron"), ending).unwrap();
    let mut window = asked(WIDE, scenarios.path());
    ask(&mut window, Act::Set(Change::Reveal(Reveal::EachDecision)));
    for _ in 0..20 {
        if window.office().play().unwrap().moment().questions.iter().any(|one| one.decision == "now") {
            break;
        }
        ask(&mut window, Act::GoOn);
    }
    ask(&mut window, Act::Answer("now".into()));
    window.tab_to(Role::RadioButton, "Yes");
    window.press(Key::ArrowDown);
    window.press(Key::Space);
    write_reason(&mut window, "Why", "Enough.");
    window.press_with(Modifiers::CTRL, Key::Enter);
    assert!(matches!(window.office().place(), Place::Debrief(_)), "{:?}", window.office().place());
    let events = window.office().play().unwrap().run().events();
    assert!(events.iter().any(|event| matches!(event.what, What::Ended { .. })));
    assert!(!events.iter().any(|event| matches!(event.what, What::Revealed { .. })));
    assert_eq!(pending(&window, "now"), None);
}

#[test]
fn an_answer_that_is_only_in_memory_says_so() {
    let scenarios = scenarios();
    // Where the data folder should be there is a file: nothing can be kept.
    let folder = tempfile::tempdir().unwrap();
    fs::remove_dir(folder.path()).unwrap();
    fs::write(folder.path(), "").unwrap();
    let mut window = Window::open_on(WIDE, folder, Some(scenarios.path().to_owned()));
    ask(&mut window, Act::Brief { slug: "asks".into(), variant: None });
    ask(&mut window, Act::Start);
    ask(&mut window, Act::GoOn);
    for (decision, option) in [("several", "Her room"), ("now", "No")] {
        while !window.office().play().unwrap().moment().questions.iter().any(|one| one.decision == decision) {
            ask(&mut window, Act::GoOn);
        }
        ask(&mut window, Act::Answer(decision.into()));
        focus(&mut window, if decision == "now" { Role::RadioButton } else { Role::CheckBox }, option);
        window.press(Key::Space);
        write_reason(&mut window, "Why", "It seemed right.");
        window.press_with(Modifiers::CTRL, Key::Enter);
        assert!(window.urgent().contains("in memory only"), "{decision}: {}", window.urgent());
        assert!(!window.polite().contains("saved"), "{}", window.polite());
        assert!(matches!(window.office().place(), Place::Desk));
        assert!(decided(&window, decision).is_some());
    }
}
