//! The library: what is found in it, how it is filtered, and the runs that lie there.

use std::path::Path;
use std::time::Duration;

use defensible::app::office::Place;
use defensible::run::Run;
use defensible::run::command::Command;
use defensible::run::plan;
use defensible::sitting::data::Store;
use defensible::sitting::files::{self, Bytes};
use defensible::sitting::keep::Keep;
use defensible::sitting::start::{self, Fresh};
use defensible::store::ids::{PersonId, RunId};
use defensible::store::keeper::Saved;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use jiff::tz::TimeZone;
use tempfile::TempDir;

use super::{LARGE_TEXT, WIDE, Window};

const LONG: Duration = Duration::from_secs(30);

fn store(folder: &Path) -> Store {
    let (store, trouble) = Store::open(Some(folder), None);
    assert_eq!(trouble, None);
    store
}

/// A run of a bundled case, begun with a seed or with a plan of its own.
fn fresh(slug: &str, plan: Option<&str>) -> Fresh {
    let files = files::one(slug, None).unwrap();
    let plan: Option<&Bytes> =
        plan.map(|name| files.plans.iter().find(|plan| plan.name.ends_with(&format!("{name}.plan.ron"))).unwrap());
    start::fresh(&files, None, plan, plan.is_none().then_some(7), false).unwrap()
}

/// Keeps a run, played by a plan to its end.
fn keep_played(store: &Store, slug: &str, plan: &str) -> RunId {
    let fresh = fresh(slug, Some(plan));
    let (_, steps) = fresh.ready.plan.as_ref().unwrap();
    let played = plan::play(std::sync::Arc::clone(&fresh.ready.scenario), steps, steps.seed);
    assert_eq!(played.outcome, plan::Outcome::Played);
    assert!(played.run.is_over());
    keep(store, fresh, &played.run)
}

/// Keeps a run of which a week is over.
fn keep_begun(store: &Store, slug: &str) -> RunId {
    let mut fresh = fresh(slug, None);
    fresh.run.command(&Command::EndTurn).unwrap();
    let run = Run::clone(&fresh.run);
    keep(store, fresh, &run)
}

fn keep(store: &Store, fresh: Fresh, run: &Run) -> RunId {
    let mut keep = Keep::new(fresh.header, None, store).unwrap();
    assert_eq!(keep.keep(run, LONG).store, Saved::Kept);
    keep.run().unwrap().clone()
}

/// Two attempts at one case that are over, and one of each case to go on with; the long one was played last.
fn with_runs() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path());
    keep_played(&store, "missed-monday", "good");
    keep_played(&store, "missed-monday", "careless");
    keep_begun(&store, "missed-monday");
    keep_begun(&store, "small-things");
    folder
}

/// The tree, with today as a word: runs were played today.
fn tree(window: &Window) -> String {
    let today = jiff::Timestamp::now().to_zoned(TimeZone::system()).date();
    let words = defensible::text::Catalogue::english().say(&defensible::text::when::date(today));
    window.tree().replace(&words, "TODAY")
}

fn count(window: &Window) -> String {
    window.names(Role::Heading).into_iter().find(|name| name.starts_with("Cases")).unwrap()
}

fn cards(window: &Window) -> Vec<String> {
    let names = window.names(Role::ListItem);
    let cards = names.into_iter().filter(|name| name.contains("rules of"));
    cards.map(|name| name.split('.').next().unwrap().to_owned()).collect()
}

#[test]
fn with_nothing_kept_there_are_cases_and_words() {
    let window = Window::open(WIDE);
    window.check_targets();
    window.check_apart();
    insta::assert_snapshot!(window.tree());
}

#[test]
fn with_runs_they_are_told_in_sentences() {
    let window = Window::open_on(WIDE, with_runs(), None);
    window.check_targets();
    window.check_apart();
    insta::assert_snapshot!(tree(&window));
}

#[test]
fn at_twice_the_text_all_of_it_is_one_column() {
    let mut window = Window::open_on(LARGE_TEXT, with_runs(), None);
    window.check_targets();
    window.check_apart();
    insta::assert_snapshot!(tree(&window));

    // Whatever takes the focus is scrolled to.
    window.tab_to(Role::CheckBox, "Reduce motion");
    let tick = window.harness.root();
    let tick = super::all(&tick).into_iter().find(egui_kittest::Node::is_focused).unwrap().rect();
    assert!(tick.top() >= 48.0 && tick.bottom() <= LARGE_TEXT[1], "{tick:?}");
    window.press(Key::Space);
    assert!(window.tree().contains("CheckBox \"Reduce motion\" [focused, on]"), "{}", window.tree());
}

#[test]
fn filters_are_folded_where_room_is_short() {
    let mut window = Window::open(LARGE_TEXT);
    assert!(!window.tree().contains("CheckBox \"England"));
    window.tab_to(Role::Button, "Filters");
    window.press(Key::Enter);
    window.tab_to(Role::CheckBox, "MAPPA");
    window.press(Key::Space);
    assert_eq!(window.polite(), "1 of 2 cases");
    assert_eq!(cards(&window), ["The Small Things"]);
    window.check_targets();
    window.check_apart();
}

#[test]
fn tab_follows_the_eye() {
    let mut window = Window::open_on(WIDE, with_runs(), None);
    let stops = [
        (Role::Button, "Find or do"),
        (Role::Button, "Keys of this screen"),
        (Role::Button, "Settings"),
        (Role::Button, "Go on with The Small Things"),
        (Role::TextInput, "Search the cases"),
        (Role::CheckBox, "Risk assessment"),
    ];
    for (role, name) in stops {
        window.press(Key::Tab);
        let focused = window.focused();
        assert!(focused.as_ref().is_some_and(|(one, words)| *one == role && words.starts_with(name)), "{focused:?}");
    }
    window.tab_to(Role::ListItem, "Go on with Missed Monday");
    window.press(Key::Tab);
    assert!(window.focused().unwrap().1.starts_with("Missed Monday. He did not come"), "{:?}", window.focused());
    window.press(Key::Tab);
    assert!(window.focused().unwrap().1.starts_with("Missed Monday, "), "{:?}", window.focused());
    window.press(Key::Tab);
    assert_eq!(window.focused().unwrap().0, Role::RadioButton);
}

#[test]
fn f6_goes_round_the_parts() {
    let mut window = Window::open_on(WIDE, with_runs(), None);
    let mut stops = Vec::new();
    for _ in 0..4 {
        window.press(Key::F6);
        stops.extend(window.focused().map(|(role, _)| role));
    }
    assert_eq!(stops, [Role::Button, Role::TextInput, Role::ListItem, Role::ListItem]);
}

#[test]
fn a_theme_is_asked_for_and_the_count_is_said() {
    let mut window = Window::open(WIDE);
    assert_eq!(count(&window), "Cases  2 cases");
    window.tab_to(Role::CheckBox, "Approved premises");
    window.press(Key::Space);
    assert_eq!(count(&window), "Cases  1 of 2 cases, most themes in common first");
    assert_eq!(window.polite(), "1 of 2 cases");
    assert_eq!(cards(&window), ["The Small Things"]);

    window.tab_to(Role::CheckBox, "Up to an hour");
    window.press(Key::Space);
    assert_eq!(window.polite(), "No case has all that you ask for.");
    assert_eq!(cards(&window), [""; 0]);
    window.press(Key::Tab);
    window.press(Key::Tab);
    window.press(Key::Tab);
    assert_eq!(window.focused(), Some((Role::Button, "Clear two filters".to_owned())));
    window.press(Key::Enter);
    assert_eq!(window.polite(), "2 cases");
    assert_eq!(count(&window), "Cases  2 cases");
    assert_eq!(window.focused(), Some((Role::TextInput, "Search the cases".to_owned())));
}

#[test]
fn words_are_searched_in_titles_people_and_content() {
    let mut window = Window::open(WIDE);
    window.tab_to(Role::TextInput, "Search the cases");
    for (typed, found) in
        [("monday", "Missed Monday"), ("Callum", "The Small Things"), ("chest infection", "Missed Monday")]
    {
        window.write(typed);
        assert_eq!(cards(&window), [found], "{typed}");
        assert_eq!(window.polite(), "1 of 2 cases");
        window.press_with(Modifiers::COMMAND, Key::A);
        window.press(Key::Backspace);
    }
    assert_eq!(cards(&window), ["Missed Monday", "The Small Things"]);
    window.write("no such words");
    assert_eq!(cards(&window), [""; 0]);
    assert!(window.tree().contains("Label = \"No case has all that you ask for.\""));
}

#[test]
fn arrows_move_among_the_cards_and_enter_reads_the_briefing() {
    let mut window = Window::open(WIDE);
    window.tab_to(Role::ListItem, "Missed Monday");
    window.press(Key::ArrowDown);
    assert!(window.focused().unwrap().1.starts_with("Missed Monday"), "there is one row");
    window.press(Key::ArrowRight);
    assert!(window.focused().unwrap().1.starts_with("The Small Things"));
    window.press(Key::End);
    window.press(Key::ArrowLeft);
    window.press(Key::Enter);
    assert!(matches!(window.office().place(), Place::Briefing(state) if state.slug == "missed-monday"));

    let mut window = Window::open(LARGE_TEXT);
    window.tab_to(Role::ListItem, "Missed Monday");
    window.press(Key::ArrowDown);
    window.press(Key::Space);
    assert!(matches!(window.office().place(), Place::Briefing(state) if state.slug == "small-things"));
}

#[test]
fn the_newest_run_is_gone_on_with() {
    let mut window = Window::open_on(WIDE, with_runs(), None);
    window.tab_to(Role::Button, "Go on with The Small Things");
    window.press(Key::Enter);
    assert!(matches!(window.office().place(), Place::Desk));
    let run = window.office().play().unwrap().run();
    assert_eq!(run.scenario().raw().id, "small-things");
    assert!(!run.is_over());
    // Back in the library it is still the newest.
    window.press_with(Modifiers::CTRL, Key::K);
    window.write("to the library");
    window.press(Key::Enter);
    assert!(matches!(window.office().place(), Place::Library));
    assert!(window.tree().contains("Button \"Go on with The Small Things\""));
}

#[test]
fn an_older_run_is_gone_on_with_from_its_row() {
    let mut window = Window::open_on(LARGE_TEXT, with_runs(), None);
    window.tab_to(Role::ListItem, "Go on with Missed Monday");
    window.press(Key::Enter);
    assert_eq!(window.office().play().unwrap().run().scenario().raw().id, "missed-monday");
}

#[test]
fn a_past_run_is_opened_from_its_sentences() {
    let mut window = Window::open_on(WIDE, with_runs(), None);
    window.tab_to(Role::ListItem, "Missed Monday, ");
    window.press(Key::ArrowDown);
    assert!(window.focused().unwrap().1.contains("Second attempt."), "{:?}", window.focused());
    window.press(Key::Enter);
    let run = window.office().play().unwrap().run();
    assert!(run.is_over());
    assert!(!matches!(window.office().place(), Place::Library));
}

#[test]
fn what_can_not_be_read_is_named_and_stops_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = store(folder.path());
    let whole = keep_begun(&data, "missed-monday");
    // Kept with a text that no version reads.
    let mut broken = fresh("missed-monday", None);
    broken.header.kept.insert("scenario.ron".to_owned(), "Scenario(".to_owned());
    broken.header = defensible::run::logfile::Header::new(&broken.ready.scenario, 7, broken.header.kept.clone());
    let run = Run::clone(&broken.run);
    let broken = keep(&data, broken, &run);
    drop(data);

    let scenarios = tempfile::tempdir().unwrap();
    std::fs::create_dir(scenarios.path().join("half-written")).unwrap();
    std::fs::write(scenarios.path().join("half-written/scenario.ron"), "Scenario(").unwrap();
    let window = Window::open_on(WIDE, folder, Some(scenarios.path().to_owned()));
    let tree = window.tree();
    assert!(tree.contains("half-written can't be read: defensible check half-written says why."), "{tree}");
    assert!(
        tree.contains(&format!("{broken}: what was kept with this run can't be read by this version.")),
        "{tree}"
    );
    assert!(tree.contains("Button \"Go on with Missed Monday\""), "{whole} is there: {tree}");
    assert_eq!(cards(&window), ["Missed Monday", "The Small Things"]);
}

#[test]
fn runs_of_others_are_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    drop(store(folder.path()));
    let (other, trouble) = Store::open(Some(folder.path()), Some(&PersonId::new("ann").unwrap()));
    assert_eq!(trouble, None);
    keep_begun(&other, "missed-monday");
    drop(other);
    let window = Window::open_on(WIDE, folder, None);
    assert!(!window.tree().contains("Go on with"));
}

#[test]
fn only_the_latest_runs_are_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let data = store(folder.path());
    for _ in 0..23 {
        keep_begun(&data, "missed-monday");
    }
    drop(data);
    let mut window = Window::open_on(WIDE, folder, None);
    assert!(window.tree().contains("3 older runs are not shown."), "{}", window.tree());
    let rows =
        |window: &Window| window.names(Role::ListItem).iter().filter(|name| name.starts_with("Go on with")).count();
    assert_eq!(rows(&window), 3);
    window.tab_to(Role::Button, "Show 16 more");
    window.press(Key::Enter);
    assert_eq!(rows(&window), 19);
}

#[test]
fn settings_are_at_hand_before_anything_begins() {
    let mut window = Window::open(WIDE);
    window.tab_to(Role::RadioButton, "Light");
    window.press(Key::ArrowRight);
    assert!(window.tree().contains("RadioButton \"Dark\" [focused, on]"), "{}", window.tree());
}

#[test]
fn what_has_the_focus_stays_in_sight_when_text_grows() {
    let mut window = Window::open_on(WIDE, with_runs(), None);
    window.tab_to(Role::RadioButton, "100%");
    window.press(Key::End);
    assert_eq!(window.focused(), Some((Role::RadioButton, "200%".to_owned())));
    assert!(window.tree().contains("RadioButton \"200%\" [focused, on]"), "{}", window.tree());
    assert_eq!(window.harness.ctx.content_rect().width(), LARGE_TEXT[0]);
    let root = window.harness.root();
    let radio = super::all(&root).into_iter().find(egui_kittest::Node::is_focused).unwrap().rect();
    assert!(radio.top() >= 48.0 && radio.bottom() <= 800.0, "{radio:?}");
}

#[test]
fn at_every_width_all_of_it_has_room() {
    for width in [640.0, 799.0, 800.0, 960.0, 1100.0, 1101.0, 1920.0] {
        let window = Window::open_on([width, 600.0], with_runs(), None);
        window.check_targets();
        window.check_apart();
        window.check_widths();
    }
}
