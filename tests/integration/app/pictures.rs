//! The chronology and the people of a case file: pictures with their lists, on the desk.

use std::sync::Arc;
use std::time::Duration;

use defensible::app::acts::{Act, FileTab};
use defensible::app::office::Place;
use defensible::app::pictures::{chronology, ecomap};
use defensible::run::event::What;
use defensible::run::plan;
use defensible::scenario::raw::plan::Step;
use defensible::scenario::raw::{Moment, WeekAt};
use defensible::sitting::data::Store;
use defensible::sitting::keep::Keep;
use defensible::sitting::{files, start};
use defensible::store::ids::RunId;
use defensible::store::keeper::Saved;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use tempfile::TempDir;

use super::{LARGE_TEXT, WIDE, Window};

/// Keeps "The Small Things", well played up to the Wednesday of week 9, which is left open.
fn keep(folder: &TempDir) -> RunId {
    let (store, trouble) = Store::open(Some(folder.path()), None);
    assert_eq!(trouble, None);
    let files = files::one("small-things", None).unwrap();
    let good = files::plan("good", &files).unwrap();
    let fresh = start::fresh(&files, None, Some(&good), None, false).unwrap();
    let (_, steps) = fresh.ready.plan.as_ref().unwrap();
    let mut steps = steps.clone();
    steps.steps.retain(|step| !matches!(step, Step::Expect(_)));
    let beyond = |step: &Step| matches!(step, Step::Until(Moment::Week(WeekAt { week, .. })) if *week > 9);
    let end = steps.steps.iter().position(beyond).unwrap();
    steps.steps.truncate(end);
    while matches!(steps.steps.last(), Some(Step::EndTurn)) {
        steps.steps.pop();
    }
    let played = plan::play(Arc::clone(&fresh.ready.scenario), &steps, steps.seed);
    let mut keep = Keep::new(fresh.header, None, &store).unwrap();
    assert_eq!(keep.keep(&played.run, Duration::from_secs(30)).store, Saved::Kept);
    keep.run().unwrap().clone()
}

fn ask(window: &mut Window, act: Act) {
    window.harness.state_mut().ask(act);
    window.settle();
}

/// A window at the desk of that run, with a tab of its file shown.
fn at_tab(size: [f32; 2], tab: FileTab) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let run = keep(&folder);
    let mut window = Window::open_on(size, folder, None);
    ask(&mut window, Act::GoOnWith(run));
    assert!(matches!(window.office().place(), Place::Desk));
    ask(&mut window, Act::ShowTab(tab));
    window
}

/// The case file as a screen reader is given it.
fn file(window: &Window) -> String {
    let root = window.harness.root();
    let file = super::all(&root).into_iter().find(|node| {
        let of = node.accesskit_node();
        of.role() == Role::Complementary && of.label().as_deref() == Some("Case file")
    });
    let mut text = String::new();
    super::draw(&file.unwrap(), 0, &mut text);
    text
}

fn focus(window: &mut Window, id: egui::Id) {
    window.harness.ctx.memory_mut(|memory| memory.request_focus(id));
    window.settle();
}

/// The row of a list that is chosen.
fn chosen(window: &Window, role: Role) -> Option<String> {
    let nodes = super::all(&window.harness.root());
    let chosen = nodes
        .iter()
        .map(NodeT::accesskit_node)
        .find(|node| node.role() == role && node.is_selected() == Some(true) && node.label().is_some());
    chosen.and_then(|node| node.label())
}

fn last_event(window: &Window) -> What {
    window.office().play().unwrap().run().events().last().unwrap().what.clone()
}

// Chronology

#[test]
fn the_list_alone_leads_to_the_picture() {
    let mut window = at_tab(WIDE, FileTab::Chronology);
    assert!(!file(&window).contains("Image \"Chronology"));
    window.check_targets();
    window.tab_to(Role::Button, "Show the picture");
    window.press(Key::Enter);
    assert!(file(&window).contains("Image \"Chronology, weeks −26 to 16\""));
}

#[test]
fn the_chronology_beside_its_list() {
    let mut window = at_tab(WIDE, FileTab::Chronology);
    ask(&mut window, Act::Widen);
    window.check_targets();
    insta::assert_snapshot!(file(&window));
}

#[test]
fn at_twice_the_text_the_chronology_gives_way_to_its_list() {
    let mut window = at_tab(LARGE_TEXT, FileTab::Chronology);
    window.check_targets();
    let list = file(&window);
    assert!(list.contains("Button \"Show the picture\"") && !list.contains("Image \"Chronology"));
    insta::assert_snapshot!("chronology_list_at_twice_the_text", list);
    window.press(Key::P);
    window.check_targets();
    insta::assert_snapshot!("chronology_picture_at_twice_the_text", file(&window));
    window.press(Key::P);
    assert_eq!(file(&window), list);
}

#[test]
fn the_picture_steps_and_zooms_by_keys_and_the_list_follows() {
    let mut window = at_tab(WIDE, FileTab::Chronology);
    ask(&mut window, Act::Widen);
    assert_eq!(chosen(&window, Role::ListItem), None);
    focus(&mut window, chronology::picture_id());
    window.press(Key::ArrowLeft);
    let newest = chosen(&window, Role::ListItem).unwrap();
    window.press(Key::ArrowLeft);
    let before = chosen(&window, Role::ListItem).unwrap();
    assert_ne!(before, newest);
    assert_eq!(window.polite(), before, "what it came to is said");
    window.press(Key::ArrowRight);
    assert_ne!(chosen(&window, Role::ListItem).unwrap(), before);

    // The heading says what is seen.
    let heading = |window: &Window| window.names(Role::Heading).into_iter().find(|name| name.starts_with("Weeks "));
    let first = heading(&window);
    assert_eq!(first.as_deref(), Some("Weeks −9 to 12"));
    window.press(Key::Plus);
    assert_ne!(heading(&window), first);
    window.press(Key::Num0);
    assert_eq!(heading(&window).as_deref(), Some("Weeks −26 to 16"));
}

#[test]
fn enter_on_a_row_reads_it() {
    let mut window = at_tab(WIDE, FileTab::Chronology);
    let items = window.names(Role::ListItem);
    let read = items.iter().find(|name| name.starts_with("Mo Tranter: Larch House log, ninth week")).unwrap().clone();
    window.tab_to(Role::Button, "Show the picture");
    window.press(Key::Tab);
    for _ in 0..200 {
        if window.focused().is_some_and(|(_, name)| name == read) {
            break;
        }
        window.press(Key::ArrowDown);
    }
    assert_eq!(window.focused(), Some((Role::ListItem, read)));
    window.press(Key::Enter);
    assert!(window.names(Role::Heading).iter().any(|name| name == "Larch House log, ninth week"));
}

#[test]
fn risks_are_chosen() {
    let mut window = at_tab(WIDE, FileTab::Chronology);
    ask(&mut window, Act::Widen);
    window.tab_to(Role::Button, "Risks");
    window.press(Key::Enter);
    let shown = |window: &Window| {
        let on = file(window).lines().filter(|line| line.contains("CheckBox") && line.contains("on]")).count();
        let off = file(window).lines().filter(|line| line.contains("CheckBox") && line.contains("off]")).count();
        (on, off)
    };
    assert_eq!(shown(&window), (2, 3));
    window.check_targets();
    window.tab_to(Role::CheckBox, "Risk to children");
    window.press(Key::Space);
    assert_eq!(shown(&window), (3, 2));
}

// People

#[test]
fn the_people_beside_their_table() {
    let mut window = at_tab(WIDE, FileTab::People);
    ask(&mut window, Act::Widen);
    ask(&mut window, Act::ShowPerson("mo".into()));
    window.check_targets();
    insta::assert_snapshot!(file(&window));
}

#[test]
fn at_twice_the_text_the_people_give_way_to_their_table() {
    let mut window = at_tab(LARGE_TEXT, FileTab::People);
    window.check_targets();
    insta::assert_snapshot!("people_table_at_twice_the_text", file(&window));
    window.press(Key::P);
    window.check_targets();
    insta::assert_snapshot!("people_picture_at_twice_the_text", file(&window));
}

#[test]
fn arrows_go_round_the_picture_and_the_table_follows() {
    let mut window = at_tab(WIDE, FileTab::People);
    ask(&mut window, Act::Widen);
    focus(&mut window, ecomap::picture_id());
    window.press(Key::ArrowRight);
    assert!(chosen(&window, Role::Row).unwrap().starts_with("Gareth Okonjo"));
    window.press(Key::ArrowRight);
    assert!(chosen(&window, Role::Row).unwrap().starts_with("Dee Warrick"));
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowLeft);
    assert!(chosen(&window, Role::Row).unwrap().starts_with("Craig Dunmore"));
    assert!(window.polite().starts_with("Craig Dunmore, a friend with a van"));
}

#[test]
fn a_press_in_the_picture_chooses_and_the_card_opens() {
    let mut window = at_tab(WIDE, FileTab::People);
    ask(&mut window, Act::Widen);
    let picture =
        window.harness.get_by_role_and_label(Role::Image, "Callum Treharne-Boyd, with 21 people and agencies");
    let rect = picture.rect();
    // The middle of the top.
    let at = egui::pos2(rect.center().x, rect.top() + 30.0);
    window.harness.hover_at(at);
    window.harness.step();
    window.harness.drag_at(at);
    window.harness.drop_at(at);
    window.settle();
    assert!(chosen(&window, Role::Row).unwrap().starts_with("Gareth Okonjo"));
    assert!(window.names(Role::Heading).contains(&"Gareth Okonjo".to_owned()));
}

#[test]
fn somebody_is_asked() {
    let mut window = at_tab(WIDE, FileTab::People);
    ask(&mut window, Act::ShowPerson("mo".into()));
    window.tab_to(Role::Button, "Ask Mo Tranter");
    window.press(Key::Enter);
    let (role, label) = window.focused().unwrap();
    assert_eq!(role, Role::Button);
    window.press(Key::Enter);
    // It has no form: it asks once.
    assert!(window.names(Role::Heading).contains(&label), "{label}");
    assert!(window.names(Role::Dialog).len() == 1);
    window.press(Key::Enter);
    assert!(matches!(last_event(&window), What::Did { .. }) || window.harness.query_by_role(Role::Dialog).is_none());
}

#[test]
fn somebody_is_told_what_they_are_not_known_to_know() {
    let mut window = at_tab(WIDE, FileTab::People);
    ask(&mut window, Act::ShowPerson("rhian".into()));
    window.tab_to(Role::Button, "Tell Rhian Boyd");
    window.press(Key::Enter);
    assert_eq!(window.focused(), Some((Role::Button, "Larch House log, seventh week".to_owned())));
    window.press(Key::Enter);
    // It is asked about once, and can be left.
    let before = window.office().play().unwrap().run().events().len();
    let (_, send) = window.focused().unwrap();
    window.press(Key::Tab);
    window.press(Key::Enter);
    assert_eq!(window.office().play().unwrap().run().events().len(), before);
    window.tab_to(Role::Button, "Tell Rhian Boyd");
    window.press(Key::Enter);
    window.press(Key::Enter);
    assert_eq!(window.focused().map(|(_, name)| name), Some(send));
    window.press(Key::Enter);
    let events = window.office().play().unwrap().run().events();
    let told = events[before..].iter().any(|event| matches!(&event.what, What::Told { who, .. } if who == "rhian"));
    assert!(told, "{:?}", &events[before..]);
    assert!(chosen(&window, Role::Row).unwrap().contains("Knows: a, b"));
}

#[test]
fn enter_on_a_row_of_the_table_leads_to_what_can_be_done() {
    let mut window = at_tab(WIDE, FileTab::People);
    window.tab_to(Role::Row, "Gareth Okonjo");
    window.press(Key::ArrowDown);
    assert!(chosen(&window, Role::Row).unwrap().starts_with("Dee Warrick"));
    window.press(Key::Enter);
    assert_eq!(window.focused(), Some((Role::Button, "Tell Dee Warrick".to_owned())), "there is nothing to ask her");
    ask(&mut window, Act::ShowPerson("mo".into()));
    window.tab_to(Role::Row, "Mo Tranter");
    window.press(Key::Enter);
    assert_eq!(window.focused(), Some((Role::Button, "Ask Mo Tranter".to_owned())));
}

#[test]
fn facts_are_chosen_but_no_more_than_six() {
    let mut window = at_tab(WIDE, FileTab::People);
    window.tab_to(Role::Button, "Choose what is shown");
    window.press(Key::Enter);
    let on = |window: &Window| {
        file(window).lines().filter(|line| line.contains("CheckBox") && line.contains("on]")).count()
    };
    assert_eq!(on(&window), 6);
    let boxes = window.names(Role::CheckBox);
    assert_eq!(boxes.len(), 51);
    let free = boxes.iter().find(|name| !name.ends_with([',', 'a', 'b', 'c', 'd', 'e', 'f'])).unwrap().clone();
    window.tab_to(Role::CheckBox, &free);
    window.press(Key::Space);
    assert_eq!((on(&window), &*window.urgent()), (6, "6 are shown. At most 6 have room."));
    let taken = window.names(Role::CheckBox).into_iter().find(|name| name.ends_with(", a")).unwrap();
    window.tab_to(Role::CheckBox, &taken);
    window.press(Key::Space);
    assert_eq!(on(&window), 5);
    window.tab_to(Role::CheckBox, &free);
    window.press(Key::Space);
    assert_eq!(on(&window), 6);
    window.harness.get_by_role_and_label(Role::Button, "Done").focus();
    window.press(Key::Enter);
    assert!(window.harness.query_by_role(Role::CheckBox).is_none());
}
