//! Menus: opened by key, gone through by arrows, chosen from by Enter, put away by Esc; the keyboard is back where it was.

use defensible::app::acts::Act;
use defensible::app::office::Place;
use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::{LARGE_TEXT, WIDE, Window};

fn begun(mut window: Window, slug: &str) -> Window {
    for act in [Act::Brief { slug: slug.into(), variant: None }, Act::Start] {
        window.harness.state_mut().ask(act);
        window.settle();
    }
    assert!(matches!(window.office().place(), Place::Desk), "{}", window.tree());
    window
}

/// The role and the name of what has the keyboard.
fn at(window: &Window) -> (Role, String) {
    window.focused().unwrap_or_else(|| panic!("nothing has the focus: {}", window.tree()))
}

#[test]
fn what_stands_under_more_is_chosen_by_keys() {
    let mut window = begun(Window::open(LARGE_TEXT), "missed-monday");
    window.tab_to(Role::Button, "More");
    window.press(Key::Enter);
    window.check_targets();
    assert_eq!(at(&window).0, Role::MenuItem);
    let first = at(&window).1;
    assert!(first.starts_with("Assess"), "{first}");
    window.press(Key::End);
    window.press(Key::ArrowUp);
    window.press(Key::Home);
    assert_eq!(at(&window).1, first);
    // Esc puts the menu away and nothing else, and the button has the keyboard again.
    window.press(Key::Escape);
    assert_eq!(window.names(Role::MenuItem), Vec::<String>::new());
    assert_eq!(at(&window), (Role::Button, "More".into()));
    window.press(Key::Enter);
    window.press(Key::ArrowDown);
    let second = at(&window).1;
    assert!(second.starts_with("Consult"), "{second}");
    window.press(Key::Enter);
    assert_eq!(window.names(Role::MenuItem), Vec::<String>::new());
    assert!(window.names(Role::Region).iter().any(|name| name.starts_with("Consult")), "{}", window.tree());
}

#[test]
fn tabs_that_do_not_fit_are_a_menu() {
    // Narrower than any window of 1280 points at 200 %, so that they do not.
    let mut window = begun(Window::open([420.0, 400.0]), "missed-monday");
    window.press_with(Modifiers::ALT, Key::Num1);
    window.tab_to(Role::Button, "Person");
    window.press(Key::Enter);
    let tabs = ["Person", "Chronology", "Risk", "Plan", "People", "Due", "Notes"];
    assert_eq!(window.names(Role::MenuItem), tabs);
    assert_eq!(at(&window), (Role::MenuItem, "Person".into()));
    window.press(Key::End);
    window.press(Key::Enter);
    assert!(window.names(Role::Heading).iter().any(|name| name == "Your notes"), "{}", window.tree());
    assert_eq!(window.names(Role::MenuItem), Vec::<String>::new());
    // Tab leaves a menu, and closes it.
    window.tab_to(Role::Button, "Notes");
    window.press(Key::Enter);
    assert_eq!(at(&window), (Role::MenuItem, "Notes".into()));
    window.press(Key::Tab);
    assert_eq!(window.names(Role::MenuItem), Vec::<String>::new());
}

#[test]
fn the_switcher_says_what_waits_in_each_case() {
    // Both cases are the trainee's from the start.
    let text = include_str!("../../scenarios/everything.scenario.ron").replace("allocated: false, ", "");
    let scenarios = tempfile::tempdir().unwrap();
    std::fs::write(scenarios.path().join("two.scenario.ron"), text).unwrap();
    let window = Window::open_on(WIDE, tempfile::tempdir().unwrap(), Some(scenarios.path().to_owned()));
    let mut window = begun(window, "two");
    let shown = window.names(Role::Heading);
    window.tab_to(Role::Button, "Des Carrow");
    window.press(Key::Enter);
    insta::assert_debug_snapshot!(window.names(Role::MenuItem));
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_ne!(window.names(Role::Heading), shown);
}
