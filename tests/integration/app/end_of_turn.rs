//! The end of the turn: what is undone, go on or go back, and what comes after.

use std::fs;

use defensible::app::acts::Act;
use defensible::app::office::Place;
use defensible::app::settings::Change;
use defensible::run::event::What;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::{LARGE_TEXT, WIDE, Window};

fn ask(window: &mut Window, act: Act) {
    window.harness.state_mut().ask(act);
    window.settle();
}

/// A window at the end of the first week of the first case.
fn at_the_end(size: [f32; 2]) -> Window {
    let mut window = Window::open(size);
    ask(&mut window, Act::Brief { slug: "missed-monday".into(), variant: None });
    ask(&mut window, Act::Start);
    ask(&mut window, Act::GoOn);
    window.press(Key::E);
    assert!(matches!(window.office().place(), Place::EndOfTurn), "{:?}", window.office().place());
    window
}

fn turn(window: &Window) -> u16 {
    window.office().play().unwrap().moment().clock.turn
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
fn what_is_undone_as_a_screen_reader_is_given_it() {
    for (size, how) in [(WIDE, "wide"), (LARGE_TEXT, "large_text")] {
        let window = at_the_end(size);
        check_width(&window);
        insta::assert_snapshot!(format!("end_of_turn_{how}"), window.screen());
    }
}

#[test]
fn going_on_has_the_focus_and_the_new_week_is_announced() {
    for still in [false, true] {
        let mut window = at_the_end(WIDE);
        ask(&mut window, Act::Set(Change::Still(still)));
        let (role, name) = window.focused().unwrap();
        assert_eq!((role, name.as_str()), (Role::Button, "Go on to week 4"));
        let before = turn(&window);
        window.press(Key::Enter);
        // On the way to Friday something is asked: it stands in the way, and the focus goes there.
        assert!(matches!(window.office().place(), Place::EndOfTurn), "{:?}", window.office().place());
        assert_eq!(turn(&window), before);
        assert_eq!(window.focused(), Some((Role::Button, "Answer: Monday's absence".into())));
        window.press(Key::Enter);
        window.tab_to(Role::RadioButton, "");
        window.press(Key::Space);
        window.tab_to(Role::MultilineTextInput, "Why");
        window.write("Nobody has asked the ward yet.");
        window.press_with(Modifiers::CTRL, Key::Enter);
        assert!(matches!(window.office().place(), Place::Desk), "{:?}", window.office().place());
        window.press(Key::E);
        window.press(Key::Enter);
        assert!(matches!(window.office().place(), Place::Desk), "{:?}", window.office().place());
        assert_eq!(turn(&window), before + 1);
        assert!(window.polite().contains("Week 4"), "{}", window.polite());
    }
}

#[test]
fn going_back_changes_nothing() {
    let mut window = at_the_end(LARGE_TEXT);
    let events = |window: &Window| window.office().play().unwrap().run().events().len();
    let (before, week) = (events(&window), turn(&window));
    window.press(Key::Escape);
    assert!(matches!(window.office().place(), Place::Desk));
    window.press(Key::E);
    window.tab_to(Role::Button, "Back to");
    window.press(Key::Enter);
    assert!(matches!(window.office().place(), Place::Desk));
    assert_eq!((events(&window), turn(&window)), (before, week));
}

#[test]
fn who_goes_back_while_the_page_turns_stays() {
    let mut window = at_the_end(WIDE);
    let week = turn(&window);
    window.harness.state_mut().ask(Act::NextTurn);
    window.harness.step();
    // Twice is once.
    window.harness.state_mut().ask(Act::NextTurn);
    window.harness.state_mut().ask(Act::BackToDesk);
    window.settle();
    assert!(matches!(window.office().place(), Place::Desk));
    assert_eq!(turn(&window), week);
}

#[test]
fn a_row_leads_to_where_it_can_be_done() {
    let mut window = at_the_end(WIDE);
    let unread = window.office().play().unwrap().moment().inbox.iter().find(|row| row.minutes > 0).cloned().unwrap();
    let row = format!("{}: {}", unread.from.name, unread.title);
    let name = window.names(Role::ListItem).into_iter().find(|name| name.starts_with(&row)).unwrap();
    window.harness.get_by_role_and_label(Role::ListItem, &name).click();
    window.settle();
    assert!(matches!(window.office().place(), Place::Desk));
    let opened = |window: &Window| {
        let events = window.office().play().unwrap().run().events();
        events.iter().any(|event| matches!(&event.what, What::Opened { item, .. } if *item == unread.item))
    };
    assert!(opened(&window));
}

#[test]
fn what_must_be_answered_first_is_named_and_one_key_away() {
    let scenarios = tempfile::tempdir().unwrap();
    let asks = scenarios.path().join("asks");
    fs::create_dir(&asks).unwrap();
    fs::write(asks.join("scenario.ron"), include_str!("../every-ask.scenario.ron")).unwrap();
    for size in [WIDE, LARGE_TEXT] {
        let folder = tempfile::tempdir().unwrap();
        let mut window = Window::open_on(size, folder, Some(scenarios.path().to_owned()));
        ask(&mut window, Act::Brief { slug: "asks".into(), variant: None });
        ask(&mut window, Act::Start);
        ask(&mut window, Act::GoOn);
        window.press(Key::E);
        let (role, name) = window.focused().unwrap();
        assert!(role == Role::Button && name.starts_with("Answer: "), "{role:?} {name}");
        check_width(&window);
        // To go on says why not, by button and by key.
        let why = window.office().play().unwrap().moment().clock.cannot_end.clone().unwrap();
        let why = defensible::text::Catalogue::english().say(&why);
        window.press_with(Modifiers::CTRL, Key::Enter);
        assert_eq!(window.urgent(), why);
        assert!(window.texts().iter().any(|(role, text)| *role == Role::Label && *text == why));
        assert!(matches!(window.office().place(), Place::EndOfTurn));
        window.press(Key::Enter);
        assert!(matches!(window.office().place(), Place::Decision(_)), "{:?}", window.office().place());
    }
}
