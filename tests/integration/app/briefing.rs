//! The briefing: what is read first, the ways out, the luck, and how it begins.

use defensible::app::office::Place;
use defensible::sitting::luck;
use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::{LARGE_TEXT, WIDE, Window};

/// A window at the briefing of a case, opened with the keyboard.
fn at(size: [f32; 2], title: &str) -> Window {
    let mut window = Window::open(size);
    window.tab_to(Role::ListItem, "Missed Monday");
    if title != "Missed Monday" {
        window.press(Key::End);
    }
    window.press(Key::Enter);
    assert!(matches!(window.office().place(), Place::Briefing(_)));
    window
}

fn seed(window: &Window) -> u64 {
    match window.office().place() {
        Place::Briefing(state) => state.seed(),
        _ => window.office().play().unwrap().run().seed(),
    }
}

/// The tree, with the luck as a word: it is anybody's.
fn tree(window: &Window) -> String {
    window.tree().replace(&luck::shown(seed(window)), "LUCK")
}

#[test]
fn it_is_read_from_the_top() {
    let window = at(WIDE, "The Small Things");
    window.check_targets();
    window.check_apart();
    insta::assert_snapshot!(tree(&window));
}

#[test]
fn at_twice_the_text_it_is_one_column() {
    let mut window = at(LARGE_TEXT, "Missed Monday");
    window.check_targets();
    window.check_apart();
    insta::assert_snapshot!(tree(&window));
    // What takes no focus is reached by pages.
    let heading = |window: &Window| {
        let all = super::all(&window.harness.root());
        let found = all.into_iter().find(|node| {
            use egui_kittest::kittest::NodeT;
            node.accesskit_node().label().as_deref() == Some("Yours")
        });
        found.unwrap().rect().top()
    };
    assert!(heading(&window) > LARGE_TEXT[1]);
    for _ in 0..8 {
        window.press(Key::PageDown);
    }
    assert!(heading(&window) < LARGE_TEXT[1] - 57.0, "{}", heading(&window));
}

#[test]
fn what_is_in_it_has_the_focus_first_and_is_read_whole() {
    for size in [WIDE, LARGE_TEXT] {
        let window = at(size, "Missed Monday");
        let (role, name) = window.focused().unwrap();
        assert_eq!(role, Role::Group);
        for part in [
            "Before you start: what is in this case",
            "A chest infection and a short stay in hospital; no detail. Someone may lose the room he rents.",
            "You can stop at any moment",
            "talk to somebody",
        ] {
            assert!(name.contains(part), "{part} in {name}");
        }
        assert_eq!((window.polite().as_str(), window.urgent().as_str()), ("Opening Missed Monday.", ""));
    }
}

#[test]
fn tab_goes_from_the_ways_out_to_the_start() {
    let mut window = at(WIDE, "The Small Things");
    let stops = [
        (Role::Button, "Choose another case"),
        (Role::CheckBox, "Use softer texts"),
        (Role::RadioButton, "Rules of November 2025"),
        (Role::Button, "Copy the code"),
        (Role::Button, "Draw again"),
        (Role::Button, "Enter a colleague's code"),
        (Role::Button, "Not now"),
        (Role::Button, "Start at week"),
    ];
    for (role, name) in stops {
        window.press(Key::Tab);
        let focused = window.focused();
        assert!(focused.as_ref().is_some_and(|(one, words)| *one == role && words.starts_with(name)), "{focused:?}");
    }
}

#[test]
fn another_case_can_be_chosen() {
    let mut window = at(WIDE, "Missed Monday");
    window.press(Key::Tab);
    window.press(Key::Enter);
    assert!(matches!(window.office().place(), Place::Library));
    let mut window = at(WIDE, "Missed Monday");
    window.press(Key::Escape);
    assert!(matches!(window.office().place(), Place::Library));
}

#[test]
fn leaving_says_where_to_find_support_and_keeps_nothing() {
    let mut window = at(LARGE_TEXT, "Missed Monday");
    window.tab_to(Role::Button, "Not now");
    window.press(Key::Enter);
    assert!(matches!(window.office().place(), Place::Library));
    let tree = window.tree();
    assert!(tree.contains("You left before it began"), "{tree}");
    assert!(tree.contains("your practice teacher, your line manager"), "{tree}");
    window.press(Key::Escape);
    assert!(!window.tree().contains("You left before it began"));
    assert!(!window.tree().contains("Go on with"));
}

#[test]
fn it_begins_with_its_button_and_with_its_keys() {
    let mut window = at(LARGE_TEXT, "Missed Monday");
    let drawn = seed(&window);
    window.press_with(Modifiers::CTRL, Key::Enter);
    assert!(matches!(window.office().place(), Place::Desk));
    assert_eq!(seed(&window), drawn);

    let mut window = at(WIDE, "Missed Monday");
    window.tab_to(Role::Button, "Start at week 3");
    window.press(Key::Enter);
    assert!(matches!(window.office().place(), Place::Desk));
    // What was begun is kept, and can be gone on with.
    let window = Window::open_on(WIDE, window.close(), None);
    assert!(window.tree().contains("Button \"Go on with Missed Monday\""));
}

#[test]
fn luck_is_drawn_again_and_said() {
    let mut window = at(WIDE, "Missed Monday");
    let before = seed(&window);
    window.tab_to(Role::Button, "Draw again");
    // Ten thousand to a word and a thousand words: twice the same twice over is not to be met.
    window.press(Key::Enter);
    let first = seed(&window);
    window.press(Key::Enter);
    assert!(before != first || first != seed(&window));
    let code = luck::shown(seed(&window));
    assert_eq!(window.polite(), format!("The luck code is {code}."));
    assert!(window.tree().contains(&format!("Label = \"{code}\"")));
    window.tab_to(Role::Button, "Copy the code");
    window.press(Key::Enter);
    assert_eq!(window.polite(), "Copied");
}

#[test]
fn a_colleagues_code_is_taken_and_a_wrong_one_says_why() {
    for size in [WIDE, LARGE_TEXT] {
        let mut window = at(size, "Missed Monday");
        window.tab_to(Role::Button, "Enter a colleague's code");
        window.press(Key::Enter);
        assert_eq!(window.focused(), Some((Role::TextInput, "A colleague's code".to_owned())));
        window.write("herron-0412");
        window.press(Key::Enter);
        let fault = "No luck code begins with \"herron\". Did you mean heron-0412?";
        assert_eq!(window.urgent(), fault);
        assert_eq!(window.focused(), Some((Role::TextInput, "A colleague's code".to_owned())));
        assert!(window.tree().contains(&format!("[focused] ({fault})")), "{}", window.tree());
        assert!(window.tree().contains(&format!("Label = \"{fault}\"")), "{}", window.tree());
        window.check_targets();
        window.check_apart();

        window.press_with(Modifiers::COMMAND, Key::A);
        window.write("heron-0412");
        assert!(!window.tree().contains(&format!("Label = \"{fault}\"")));
        window.press(Key::Tab);
        window.press(Key::Space);
        assert_eq!(seed(&window), 3_640_412);
        assert_eq!(window.polite(), "The luck code is heron-0412.");
        assert_eq!(window.focused(), Some((Role::Button, "Enter a colleague's code".to_owned())));
        window.press_with(Modifiers::CTRL, Key::Enter);
        assert_eq!(seed(&window), 3_640_412, "it is played with");
    }
}

#[test]
fn softer_texts_are_chosen_before_it_begins() {
    let mut window = at(WIDE, "Missed Monday");
    let drawn = seed(&window);
    window.tab_to(Role::CheckBox, "Use softer texts");
    window.press(Key::Space);
    assert!(window.tree().contains("CheckBox \"Use softer texts\" [focused, on]"), "{}", window.tree());
    window.tab_to(Role::Button, "Draw again");
    window.press(Key::Enter);
    assert!(window.tree().contains("CheckBox \"Use softer texts\" [on]"), "another luck leaves it as it is");
    window.press_with(Modifiers::CTRL, Key::Enter);
    let run = window.office().play().unwrap().run();
    assert!(run.softer());
    assert_ne!(run.seed(), drawn);
}

#[test]
fn the_rules_of_another_date_can_be_chosen() {
    let mut window = at(WIDE, "The Small Things");
    let drawn = seed(&window);
    window.tab_to(Role::CheckBox, "Use softer texts");
    window.press(Key::Space);
    window.tab_to(Role::RadioButton, "Rules of November 2025");
    assert!(window.tree().contains("RadioButton \"Rules of November 2025\" [focused, on]"), "{}", window.tree());
    window.press(Key::ArrowDown);
    window.press(Key::Space);
    let title = "Released in April 2026, when below level 2 a recall is for 56 days";
    assert_eq!(window.focused(), Some((Role::RadioButton, title.to_owned())), "the focus stays");
    assert!(window.tree().contains(&format!("\"{title}\" [focused, on] (Rules of April 2026)")), "{}", window.tree());
    assert!(window.tree().contains("England, 1 April 2026"), "{}", window.tree());
    assert_eq!(seed(&window), drawn, "the luck stays");
    window.press_with(Modifiers::CTRL, Key::Enter);
    let run = window.office().play().unwrap().run();
    assert_eq!(run.scenario().variant(), Some("spring-2026"));
    assert!(run.softer());
}

#[test]
fn at_every_width_all_of_it_has_room() {
    for width in [640.0, 799.0, 800.0, 960.0, 1100.0, 1101.0, 1920.0] {
        let mut window = at([width, 600.0], "The Small Things");
        window.tab_to(Role::Button, "Enter a colleague's code");
        window.press(Key::Enter);
        window.check_targets();
        window.check_apart();
        window.check_widths();
    }
}
