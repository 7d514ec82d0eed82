//! The desk, by its keys and by what a screen reader is given.

use defensible::app::office::Place;
use defensible::run::event::What;
use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::{LARGE_TEXT, WIDE, Window};

/// The first case, begun with a luck that the test knows.
fn begun(size: [f32; 2]) -> Window {
    let mut window = Window::open(size);
    window.press_with(Modifiers::CTRL, Key::K);
    window.write("Missed Monday");
    window.press(Key::Enter);
    window.press_with(Modifiers::CTRL, Key::Enter);
    assert!(matches!(window.office().place(), Place::Desk), "{}", window.tree());
    window
}

/// How often something of this kind happened in the run.
fn count(window: &Window, is: impl Fn(&What) -> bool) -> usize {
    window.office().play().map_or(0, |play| play.run().events().iter().filter(|event| is(&event.what)).count())
}

#[test]
fn the_desk_as_a_screen_reader_is_given_it() {
    let mut window = begun(WIDE);
    window.press(Key::G);
    insta::assert_snapshot!("desk_wide", window.tree());
    window.check_targets();
    window.press(Key::R);
    assert_eq!(window.focused().map(|(role, _)| role), Some(Role::Button), "the first response has the focus");
    window.check_targets();
    window.press(Key::Escape);
    assert!(window.names(Role::Region).iter().all(|name| name != "Record"), "the tray is closed");
}

#[test]
fn the_desk_with_text_at_200_per_cent() {
    let mut window = begun(LARGE_TEXT);
    window.press(Key::G);
    insta::assert_snapshot!("desk_large_text", window.tree());
    window.check_targets();
    for tab in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7] {
        window.press_with(Modifiers::ALT, tab);
        window.check_targets();
    }
    window.press(Key::Num2);
    window.check_targets();
}

#[test]
fn every_tab_of_the_file_shows_what_it_is_for() {
    let mut window = begun(WIDE);
    for (key, heading) in [
        (Key::Num1, "Ellis Varden"),
        (Key::Num3, "Risk of serious harm"),
        (Key::Num4, "Risk management plan"),
        (Key::Num6, "Due"),
        (Key::Num7, "Your notes"),
    ] {
        window.press_with(Modifiers::ALT, key);
        let headings = window.names(Role::Heading);
        assert!(headings.iter().any(|one| one.starts_with(heading)), "{heading} is not in {headings:?}");
    }
}

#[test]
fn something_is_read_cited_and_noted_by_keys_alone() {
    let mut window = begun(WIDE);
    window.press(Key::G);
    window.press(Key::J);
    assert_eq!(count(&window, |what| matches!(what, What::Opened { .. })), 1);
    assert_eq!(window.focused().map(|(role, _)| role), Some(Role::Paragraph), "the text has the focus");
    window.press(Key::Space);
    window.press(Key::C);
    assert_eq!(count(&window, |what| matches!(what, What::Cited(citation) if citation.passage.is_some())), 1);
    assert!(window.polite().contains('1'), "{}", window.polite());
    window.press(Key::C);
    assert_eq!(count(&window, |what| matches!(what, What::Cited(citation) if citation.passage.is_none())), 1);
    window.press(Key::C);
    assert_eq!(count(&window, |what| matches!(what, What::Cited(_))), 2, "what is cited is cited once");
    window.press(Key::N);
    window.write("Ask the ward before Thursday.");
    window.press_with(Modifiers::CTRL, Key::Enter);
    assert_eq!(count(&window, |what| matches!(what, What::Noted { .. })), 1);
    window.press(Key::N);
    window.press_with(Modifiers::CTRL, Key::Enter);
    assert_eq!(count(&window, |what| matches!(what, What::Noted { .. })), 1, "an empty note is none");
}

#[test]
fn letters_that_are_written_are_no_commands() {
    let mut window = begun(WIDE);
    window.press(Key::G);
    let before = window.office().play().unwrap().run().events().len();
    window.press(Key::N);
    window.harness.key_press(Key::G);
    window.write("g");
    window.harness.key_press(Key::Num1);
    window.write("1");
    assert_eq!(window.office().play().unwrap().run().events().len(), before);
    window.press(Key::Escape);
    window.press(Key::Escape);
    assert!(window.names(Role::MultilineTextInput).is_empty(), "Esc has closed the note");
}

#[test]
fn a_refusal_is_said_at_once_and_closed_by_esc() {
    let mut window = begun(WIDE);
    // Nothing of this kind is open at the start of the case.
    window.press_with(Modifiers::CTRL, Key::K);
    window.write("End week");
    window.press(Key::Enter);
    assert!(matches!(window.office().place(), Place::EndOfTurn), "{}", window.tree());
    window.press(Key::Escape);
    assert!(matches!(window.office().place(), Place::Desk));
}

#[test]
fn the_palette_finds_a_document_a_person_and_a_term() {
    let mut window = begun(WIDE);
    window.press_with(Modifiers::CTRL, Key::K);
    assert_eq!(window.focused().map(|(role, _)| role), Some(Role::TextInput));
    window.write("glossary");
    window.press(Key::Enter);
    window.write("very high");
    assert!(window.tree().contains("more likely than not"), "{}", window.tree());
    window.press(Key::Escape);
    window.press(Key::Escape);
    window.press_with(Modifiers::CTRL, Key::K);
    window.write("no such thing at all");
    assert!(window.tree().contains("Nothing here is called that."));
}

#[test]
fn a_screen_reader_follows_the_arrows_through_what_the_palette_found() {
    let mut window = begun(WIDE);
    window.press_with(Modifiers::CTRL, Key::K);
    window.write("the");
    assert_eq!(window.focused().map(|(role, _)| role), Some(Role::TextInput));
    window.press(Key::ArrowDown);
    let options = window.names(Role::ListBoxOption);
    assert_eq!(window.focused(), Some((Role::ListBoxOption, options[1].clone())));
    // What is typed goes into the field all the same.
    window.write(" ");
    assert_eq!(window.focused().map(|(role, _)| role), Some(Role::TextInput));
}

#[test]
fn the_sheet_of_keys_has_every_key_of_the_desk() {
    let mut window = begun(WIDE);
    window.press_with(Modifiers::SHIFT, Key::Questionmark);
    let tree = window.tree();
    for name in ["Explore", "Recall", "Write a note", "Find or do anything", "Let time pass"] {
        assert!(tree.contains(name), "{name} is not in the sheet");
    }
    assert!(!tree.contains("Nearer, or further off"), "there is no picture here: {tree}");
    window.check_targets();
    window.press(Key::Escape);
    window.press_with(Modifiers::ALT, Key::Num2);
    window.press_with(Modifiers::SHIFT, Key::Questionmark);
    let tree = window.tree();
    for name in ["From event to event", "Nearer, or further off", "All weeks", "Picture or list"] {
        assert!(tree.contains(name), "{name} is not in the sheet");
    }
}

#[test]
fn f6_goes_round_the_parts_of_the_desk_and_back() {
    let mut window = begun(WIDE);
    window.press(Key::G);
    let mut round = Vec::new();
    for _ in 0..4 {
        window.press(Key::F6);
        round.push(window.focused());
    }
    assert!(round.iter().all(Option::is_some), "{round:?}");
    let mut distinct = round.clone();
    distinct.dedup();
    assert_eq!(distinct.len(), round.len(), "{round:?}");
    window.press_with(Modifiers::SHIFT, Key::F6);
    assert_eq!(window.focused(), round[2]);
}

#[test]
fn a_whole_week_is_played_by_keys_alone() {
    let mut window = begun(WIDE);
    let mut pressed = 0;
    let turn = |window: &Window| window.office().play().unwrap().moment().clock.turn;
    let first = turn(&window);
    // Reads whatever comes, answers whatever is asked with the first option, then ends the week.
    while matches!(window.office().place(), Place::Desk) && turn(&window) == first {
        pressed += 1;
        assert!(pressed < 60, "the week does not end:\n{}", window.tree());
        let moment = window.office().play().unwrap().moment();
        if !moment.questions.is_empty() {
            answer(&mut window);
            continue;
        }
        let unread = moment.inbox.iter().any(|row| row.reading == defensible::desk::inbox::Reading::Unread);
        if unread && moment.clock.left > 10 {
            let next =
                moment.inbox.iter().rev().position(|row| row.reading == defensible::desk::inbox::Reading::Unread);
            window.press_with(Modifiers::CTRL, Key::K);
            let row = moment.inbox.iter().rev().nth(next.unwrap()).unwrap();
            window.write(&row.title);
            window.press(Key::Enter);
            continue;
        }
        if moment.clock.turn_over {
            window.press(Key::E);
            assert!(matches!(window.office().place(), Place::EndOfTurn));
            window.press_with(Modifiers::CTRL, Key::Enter);
            for _ in 0..20 {
                window.harness.run_steps(2);
            }
            window.settle();
            continue;
        }
        window.press(Key::G);
    }
    assert_ne!(turn(&window), first, "{}", window.tree());
    assert!(count(&window, |what| matches!(what, What::Decided { .. })) >= 1);
}

/// Answers the decision that waits: the first option, a reason, and how sure.
fn answer(window: &mut Window) {
    window.press(Key::Q);
    assert!(matches!(window.office().place(), Place::Decision(_)), "{}", window.tree());
    window.tab_to(Role::RadioButton, "");
    window.press(Key::Space);
    window.tab_to(Role::MultilineTextInput, "");
    window.write("He rang as soon as he could, and the ward can be asked.");
    window.tab_to(Role::Slider, "");
    window.press(Key::ArrowRight);
    window.press_with(Modifiers::CTRL, Key::Enter);
    window.settle();
    assert!(!matches!(window.office().place(), Place::Decision(_)), "{}", window.tree());
}
