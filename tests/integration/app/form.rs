//! A form: written by key and by click, kept while it is written, cited in, put right and signed.

use defensible::app::acts::Act;
use defensible::app::office::Place;
use defensible::run::command::{Citation, Filing};
use defensible::run::event::What;
use defensible::scenario::raw::Value;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use super::{LARGE_TEXT, WIDE, Window};

/// A window with a case begun, at its desk.
fn begun(size: [f32; 2], slug: &str) -> Window {
    let mut window = Window::open(size);
    ask(&mut window, Act::Brief { slug: slug.into(), variant: None });
    ask(&mut window, Act::Start);
    assert!(matches!(window.office().place(), Place::Desk), "{:?}", window.office().place());
    window
}

/// The same, with a form opened.
fn opened(size: [f32; 2], slug: &str, response: &str) -> Window {
    let mut window = begun(size, slug);
    open(&mut window, response);
    window
}

fn open(window: &mut Window, response: &str) {
    ask(window, Act::OpenForm { response: response.into(), case: None });
    assert!(at_form(window));
}

fn ask(window: &mut Window, act: Act) {
    window.harness.state_mut().ask(act);
    window.settle();
}

fn at_form(window: &Window) -> bool {
    matches!(window.office().place(), Place::Form(_))
}

fn focus(window: &mut Window, role: Role, name: &str) {
    window.harness.get_by_role_and_label(role, name).focus();
    window.settle();
}

fn value(window: &Window, role: Role, name: &str) -> String {
    window.harness.get_by_role_and_label(role, name).value().unwrap_or_default()
}

/// The tree of the screen below the bar on top, whatever time it is on the wall.
fn screen(window: &Window) -> String {
    let tree = window.tree();
    let (_, below) = tree.split_once("Form \"Form\"\n").unwrap();
    let (screen, _) = below.split_once("\nStatus").unwrap();
    let line = |line: &str| match line.split_once("Draft saved ") {
        Some((before, _)) => format!("{before}Draft saved \"\n"),
        None => format!("{line}\n"),
    };
    screen.lines().map(line).collect()
}

/// What is kept beside the run of a form that is being written.
fn pending(window: &Window, response: &str) -> Option<Filing> {
    window.office().play().unwrap().keep.pending.forms.get(response).map(|draft| draft.filing.clone())
}

/// Drafts that the run knows, the last one first.
fn drafts(window: &Window) -> Vec<Filing> {
    let events = window.office().play().unwrap().run().events();
    let kept = events.iter().rev().filter_map(|event| match &event.what {
        What::DraftKept { filing, .. } => Some(filing.clone()),
        _ => None,
    });
    kept.collect()
}

fn words(filing: &Filing, field: &str) -> String {
    match filing.fields.get(field) {
        Some(Value::Words(text)) => text.clone(),
        other => panic!("{field}: {other:?}"),
    }
}

const NOTE: &str = "What was said and done";
const HAPPENED: &str = "When it happened";

#[test]
fn a_case_note() {
    let window = opened(WIDE, "missed-monday", "case-note");
    window.check_targets();
    insta::assert_snapshot!(screen(&window));
}

#[test]
fn a_case_note_with_large_text() {
    let window = opened(LARGE_TEXT, "missed-monday", "case-note");
    window.check_targets();
    insta::assert_snapshot!(screen(&window));
}

/// Ratings, the parts of a plan, steps, and an earlier text to start from.
#[test]
fn a_review() {
    let window = opened(WIDE, "small-things", "review-assessment");
    window.check_targets();
    insta::assert_snapshot!(screen(&window));
}

#[test]
fn a_review_with_large_text() {
    let window = opened(LARGE_TEXT, "small-things", "review-assessment");
    window.check_targets();
    insta::assert_snapshot!(screen(&window));
}

#[test]
fn what_is_missing_is_said_with_the_first_try_to_sign_and_mended() {
    let mut window = opened(WIDE, "missed-monday", "case-note");
    // Nothing is said of what is only empty.
    window.press(Key::Tab);
    assert_eq!(window.names(Role::Link), Vec::<String>::new());
    window.press_with(Modifiers::CTRL, Key::Enter);
    assert_eq!(window.urgent(), "2 things before you can sign it");
    assert_eq!(window.focused(), Some((Role::Group, "What is missing".into())));
    assert_eq!(
        window.names(Role::Link),
        ["When it happened: Give a date.", "What was said and done: Write something here."]
    );
    insta::assert_snapshot!("a_case_note_with_problems", screen(&window));
    // A link leads to its field.
    window.tab_to(Role::Link, NOTE);
    window.press(Key::Enter);
    assert_eq!(window.focused(), Some((Role::MultilineTextInput, NOTE.into())));
    // What is there now is too short: said so while it is mended, and no more when it is.
    window.write("He came.");
    assert_eq!(
        window.names(Role::Link)[1],
        "What was said and done: There are 2 words here, and at least 5 are needed."
    );
    window.write(" Ten minutes early.");
    assert_eq!(window.names(Role::Link), ["When it happened: Give a date."]);
    focus(&mut window, Role::TextInput, HAPPENED);
    window.write("today");
    assert_eq!(window.names(Role::Link), Vec::<String>::new());
    window.press_with(Modifiers::CTRL, Key::Enter);
    assert!(matches!(window.office().place(), Place::Desk), "{}", window.tree());
    let events = window.office().play().unwrap().run().events();
    let filed = events.iter().find_map(|event| match &event.what {
        What::Filed { filing, case, .. } => Some((filing.clone(), case.clone())),
        _ => None,
    });
    let (filing, case) = filed.unwrap();
    assert_eq!(words(&filing, "note"), "He came. Ten minutes early.");
    assert_eq!(case.as_deref(), Some("varden"));
    assert_eq!(pending(&window, "case-note"), None);
    assert!(!window.polite().is_empty());
}

#[test]
fn a_field_left_wrongly_filled_says_so_before_signing() {
    let mut window = opened(WIDE, "missed-monday", "case-note");
    focus(&mut window, Role::TextInput, HAPPENED);
    window.write("soon");
    window.press(Key::Tab);
    let said = "\"soon\" can't be read as a day. Write it as Tue week 4, 2 Dec or today.";
    assert!(window.tree().contains(said), "{}", window.tree());
    // On top only after a try to sign.
    assert_eq!(window.names(Role::Link), Vec::<String>::new());
    focus(&mut window, Role::TextInput, HAPPENED);
    window.press_with(Modifiers::CTRL, Key::A);
    window.write("Mon week 3");
    assert!(!window.tree().contains(said));
    assert!(window.names(Role::Label).contains(&"Monday 24 November 2025".to_owned()), "{}", window.tree());
}

#[test]
fn a_draft_is_kept_and_taken_up_again() {
    let mut window = opened(WIDE, "missed-monday", "case-note");
    focus(&mut window, Role::MultilineTextInput, NOTE);
    window.write("He did not come");
    focus(&mut window, Role::TextInput, HAPPENED);
    window.write("yesterd");
    window.press_with(Modifiers::CTRL, Key::S);
    assert!(matches!(window.office().place(), Place::Desk));
    assert_eq!(drafts(&window).len(), 1);
    assert_eq!(words(&drafts(&window)[0], "note"), "He did not come");
    assert_eq!(pending(&window, "case-note"), None);
    open(&mut window, "case-note");
    assert_eq!(value(&window, Role::MultilineTextInput, NOTE), "He did not come");
    // What is no day yet is no part of the draft, and is there all the same.
    assert_eq!(value(&window, Role::TextInput, HAPPENED), "yesterd");
    // Left as it was found, it is kept once.
    window.press(Key::Escape);
    assert!(matches!(window.office().place(), Place::Desk));
    assert_eq!(drafts(&window).len(), 1);
}

#[test]
fn what_is_written_is_kept_after_a_second_of_quiet() {
    let mut window = opened(WIDE, "missed-monday", "case-note");
    let events = window.office().play().unwrap().run().events().len();
    focus(&mut window, Role::MultilineTextInput, NOTE);
    window.harness.event(egui::Event::Text("Rang the ward".into()));
    // A step of the harness is a quarter of a second.
    window.harness.run_steps(3);
    assert_eq!(pending(&window, "case-note"), None);
    window.harness.run_steps(3);
    let kept = pending(&window, "case-note").unwrap();
    assert_eq!(words(&kept, "note"), "Rang the ward");
    assert_eq!(window.office().play().unwrap().run().events().len(), events, "no event of it");
    window.settle();
    assert!(window.names(Role::Label).iter().any(|words| words.starts_with("Draft saved ")), "{}", window.tree());
    assert!(!window.polite().contains("saved") && window.urgent().is_empty(), "it is not announced");
    // The window is closed: the next sitting goes on with it.
    let run = window.office().play().unwrap().keep.run().cloned().unwrap();
    let folder = window.close();
    let mut window = Window::open_on(WIDE, folder, None);
    ask(&mut window, Act::GoOnWith(run));
    open(&mut window, "case-note");
    assert_eq!(value(&window, Role::MultilineTextInput, NOTE), "Rang the ward");
}

#[test]
fn what_is_relied_on_is_cited_where_one_is_writing() {
    let mut window = begun(WIDE, "missed-monday");
    for item in ["sentence", "contacts"] {
        ask(&mut window, Act::Read { item: item.into(), nth: 0 });
    }
    open(&mut window, "case-note");
    focus(&mut window, Role::MultilineTextInput, NOTE);
    window.write("He came on three Mondays");
    // To the evidence, the newest first; C means what was chosen there.
    window.press(Key::F6);
    let (role, name) = window.focused().unwrap();
    assert_eq!(role, Role::Button);
    assert!(name.starts_with("The first three Mondays"), "{name}");
    window.press(Key::C);
    assert_eq!(window.polite(), "Cited as 1 in What was said and done");
    assert_eq!(window.focused(), Some((Role::MultilineTextInput, NOTE.into())));
    assert_eq!(value(&window, Role::MultilineTextInput, NOTE), "He came on three Mondays [1]");
    // The caret stands behind it.
    window.write(", each time");
    window.press(Key::F6);
    window.press(Key::Enter);
    assert_eq!(value(&window, Role::MultilineTextInput, NOTE), "He came on three Mondays [1], each time [1]");
    window.press_with(Modifiers::CTRL, Key::S);
    let kept = drafts(&window)[0].clone();
    assert_eq!(words(&kept, "note"), "He came on three Mondays [contacts], each time [contacts]");
    assert_eq!(kept.cites, [Citation::whole("contacts")]);
    // Shown by its number again; and taken out of the text with it.
    open(&mut window, "case-note");
    assert_eq!(value(&window, Role::MultilineTextInput, NOTE), "He came on three Mondays [1], each time [1]");
    focus(&mut window, Role::Button, "Take out: The first three Mondays");
    window.press(Key::Space);
    assert_eq!(window.polite(), "1 taken out, and from 2 places in your text");
    assert_eq!(value(&window, Role::MultilineTextInput, NOTE), "He came on three Mondays, each time");
    assert!(window.names(Role::Button).iter().any(|name| name.starts_with("The first three Mondays")));
}

#[test]
fn ratings_steps_and_the_earlier_text() {
    let mut window = opened(WIDE, "small-things", "oversight-note");
    let people = window.names(Role::CheckBox);
    assert_eq!(people[0], "You", "{people:?}");
    focus(&mut window, Role::Button, "Add a step");
    window.press(Key::Enter);
    // Who comes first.
    assert_eq!(window.focused(), Some((Role::RadioButton, "You".into())));
    window.press(Key::Enter);
    assert_eq!(window.focused(), Some((Role::TextInput, "Step 1, does what".into())));
    window.write("Ring the surgery");
    window.press(Key::Tab);
    window.write("tomorrow");
    window.settle();
    window.press_with(Modifiers::CTRL, Key::S);
    let kept = drafts(&window)[0].clone();
    let Some(Value::Steps(steps)) = kept.fields.get("follow-up") else { panic!("{kept:?}") };
    assert_eq!((steps[0].who.as_str(), steps[0].what.as_str()), ("you", "Ring the surgery"));

    // A level that changes wants a reason, said when its row is left.
    open(&mut window, "oversight-note");
    window.harness.get_all_by_role_and_label(Role::RadioButton, "Low").nth(1).unwrap().click_accesskit();
    window.settle();
    let public = "The public: Low. Last rating High";
    assert!(window.names(Role::RadioGroup).contains(&public.to_owned()), "{}", window.tree());
    let said = "The public: the last rating was High, so say why it changes.";
    assert!(!window.tree().contains(said));
    focus(&mut window, Role::Button, "Add another step");
    assert!(window.tree().contains(said), "{}", window.tree());
    insta::assert_snapshot!("an_oversight_note", screen(&window));
}

#[test]
fn with_large_text_a_step_stands_in_one_column() {
    let mut window = opened(LARGE_TEXT, "small-things", "oversight-note");
    focus(&mut window, Role::Button, "Add a step");
    window.press(Key::Enter);
    window.check_targets();
    window.press(Key::ArrowRight);
    window.press(Key::Enter);
    let names = ["Step 1, does what", "Step 1, by when"];
    let rects = names.map(|name| window.harness.get_by_role_and_label(Role::TextInput, name).rect());
    assert!(rects[1].top() >= rects[0].bottom(), "{rects:?}");
    window.check_targets();
}

/// Two cases on the desk: which one it is for is asked first, and what it starts from hangs on that.
#[test]
fn which_case_it_is_for_is_asked_first() {
    let scenarios = tempfile::tempdir().unwrap();
    let folder = scenarios.path().join("two-folders");
    std::fs::create_dir(&folder).unwrap();
    let text = include_str!("../../suite/desk/two-folders.scenario.ron");
    std::fs::write(folder.join("scenario.ron"), text).unwrap();
    let mut window = Window::open_on(WIDE, tempfile::tempdir().unwrap(), Some(scenarios.path().to_owned()));
    ask(&mut window, Act::Brief { slug: "two-folders".into(), variant: None });
    ask(&mut window, Act::Start);
    ask(&mut window, Act::Do("take".into()));
    open(&mut window, "review-assessment");
    assert_eq!(window.focused(), Some((Role::RadioButton, "Gwyn Pask".into())));
    assert!(window.names(Role::RadioGroup).contains(&"Staff: no level yet. Not rated before".to_owned()));
    window.press_with(Modifiers::CTRL, Key::Enter);
    assert_eq!(window.names(Role::Link)[0], "Case: Choose one.");
    window.tab_to(Role::Link, "Case");
    window.press(Key::Enter);
    window.press(Key::Space);
    assert_ne!(window.names(Role::Link)[0], "Case: Choose one.");
    assert!(window.names(Role::RadioGroup).contains(&"Staff: no level yet. Last rating Low".to_owned()));
    focus(&mut window, Role::Button, "Start from the file: Assessment of August");
    window.press(Key::Enter);
    let who = "Who could be harmed, and how";
    assert_eq!(value(&window, Role::MultilineTextInput, who), "Men of his own age, in drink.");
    assert!(!window.names(Role::Button).iter().any(|name| name.starts_with("Start from")));
}

#[test]
fn throwing_away_is_asked_once() {
    let mut window = opened(WIDE, "missed-monday", "case-note");
    assert!(!window.names(Role::Button).contains(&"Discard draft".to_owned()));
    focus(&mut window, Role::MultilineTextInput, NOTE);
    window.write("Nothing of it");
    focus(&mut window, Role::Button, "Discard draft");
    window.press(Key::Enter);
    assert_eq!(window.focused(), Some((Role::Button, "Keep it".into())));
    // Esc takes the question back, and leaves the form open.
    window.press(Key::Escape);
    assert!(at_form(&window));
    focus(&mut window, Role::Button, "Discard draft");
    window.press(Key::Enter);
    focus(&mut window, Role::Button, "Throw it away");
    window.press(Key::Enter);
    assert!(matches!(window.office().place(), Place::Desk));
    assert_eq!(window.polite(), "Thrown away.");
    assert_eq!(drafts(&window), []);
    open(&mut window, "case-note");
    assert_eq!(value(&window, Role::MultilineTextInput, NOTE), "");
}
