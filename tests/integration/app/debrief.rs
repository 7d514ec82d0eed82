//! The debrief: what a run comes to on the screen, page by page, and another attempt from a week of it.

use std::time::Duration;

use defensible::app::acts::{Act, DebriefPage};
use defensible::app::office::Place;
use defensible::run::event::What;
use defensible::run::plan::{self, Outcome};
use defensible::sitting::data::Store;
use defensible::sitting::{files, start};
use defensible::store::ids::RunId;
use defensible::store::keeper::Saved;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use tempfile::TempDir;

use super::{LARGE_TEXT, WIDE, Window};

/// Keeps a run of a bundled case that went by its good plan to the end.
fn keep(folder: &TempDir, case: &str) -> RunId {
    let (store, trouble) = Store::open(Some(folder.path()), None);
    assert_eq!(trouble, None);
    let files = files::one(case, None).unwrap();
    let plan = files::plan("good", &files).unwrap();
    let mut fresh = start::fresh(&files, None, Some(&plan), None, false).unwrap();
    let played = plan::play_on(fresh.run, &fresh.ready.plan.as_ref().unwrap().1);
    assert_eq!(played.outcome, Outcome::Played);
    assert!(played.run.is_over());
    fresh.run = played.run;
    let mut begun = fresh.kept(None, &store).unwrap();
    assert_eq!(begun.keep.keep(&begun.run, Duration::from_secs(30)).store, Saved::Kept);
    begun.keep.run().unwrap().clone()
}

/// A window at the debrief of such a run.
fn debriefed(size: [f32; 2], case: &str) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let run = keep(&folder, case);
    let mut window = Window::open_on(size, folder, None);
    window.harness.state_mut().ask(Act::ShowDebriefOf(run));
    window.settle();
    assert!(matches!(window.office().place(), Place::Debrief(_)));
    window
}

fn show(window: &mut Window, page: DebriefPage) {
    window.harness.state_mut().ask(Act::ShowDebriefPage(page));
    window.settle();
}

fn show_decision(window: &mut Window, decision: usize) {
    window.harness.state_mut().ask(Act::ShowAnswered(decision));
    window.settle();
}

/// Nothing that is drawn reaches out of the window at its sides.
fn check_width(window: &Window) {
    let width = window.harness.ctx.content_rect().width();
    for node in window.harness.root().children_recursive() {
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
fn a_short_case_page_by_page() {
    let mut window = debriefed(WIDE, "missed-monday");
    assert_eq!(window.focused(), Some((Role::ListItem, "How it came out, He stayed put".into())));
    insta::assert_snapshot!("debrief-front", window.tree());
    check_width(&window);
    window.press(Key::ArrowDown);
    insta::assert_snapshot!("debrief-decision", window.tree());
    check_width(&window);
    show(&mut window, DebriefPage::Outcomes);
    insta::assert_snapshot!("debrief-outcomes", window.tree());
    check_width(&window);
    show(&mut window, DebriefPage::Timeline);
    insta::assert_snapshot!("debrief-timeline", window.tree());
    check_width(&window);
}

#[test]
fn a_short_case_in_large_text() {
    let mut window = debriefed(LARGE_TEXT, "missed-monday");
    assert_eq!(window.focused(), Some((Role::Heading, "How it came out".into())));
    insta::assert_snapshot!("debrief-front-large", window.tree());
    check_width(&window);
    show_decision(&mut window, 1);
    insta::assert_snapshot!("debrief-decision-large", window.tree());
    check_width(&window);
    show(&mut window, DebriefPage::Outcomes);
    insta::assert_snapshot!("debrief-outcomes-large", window.tree());
    check_width(&window);
    show(&mut window, DebriefPage::Timeline);
    insta::assert_snapshot!("debrief-timeline-large", window.tree());
    check_width(&window);
    show_decision(&mut window, 0);
    window.harness.get_by_label_contains("Moments. Shown: Monday's absence").click();
    window.settle();
    assert_eq!(window.focused(), Some((Role::ListItem, "wk 3, Monday's absence, 6 of 8 as you".into())));
    insta::assert_snapshot!("debrief-moments-large", window.tree());
    check_width(&window);
}

#[test]
fn a_long_case_with_every_kind_of_question() {
    for size in [WIDE, LARGE_TEXT] {
        let mut window = debriefed(size, "small-things");
        let name = if size == WIDE { "wide" } else { "large" };
        let decisions = window
            .office()
            .play()
            .unwrap()
            .run()
            .events()
            .iter()
            .filter(|event| matches!(event.what, What::Decided { .. }))
            .count();
        let mut trees = vec![window.tree()];
        check_width(&window);
        for decision in 0..decisions {
            show_decision(&mut window, decision);
            trees.push(window.tree());
            check_width(&window);
        }
        show(&mut window, DebriefPage::Outcomes);
        trees.push(window.tree());
        check_width(&window);
        show(&mut window, DebriefPage::Timeline);
        check_width(&window);
        insta::assert_snapshot!(format!("debrief-small-things-{name}"), trees.join("\n========\n"));
        let whole = trees.join("\n");
        assert!(!whole.contains(['<', '{', '$']), "words are missing");
    }
}

#[test]
fn by_the_keyboard_alone() {
    let mut window = debriefed(WIDE, "missed-monday");
    // The list is one stop, and what it is at is shown.
    window.press(Key::End);
    assert_eq!(window.focused().unwrap().1, "wk 4, Four days in Marlsea, 4 of 8 as you");
    window.harness.get_by_role_and_label(Role::Heading, "Four days in Marlsea");
    // From part to part, and round.
    let mut seen = Vec::new();
    for _ in 0..5 {
        window.press(Key::F6);
        seen.push(window.focused().unwrap());
    }
    let roles: Vec<Role> = seen.iter().map(|(role, _)| *role).collect();
    let round = [Role::Heading, Role::Button, Role::Tab, Role::ListItem, Role::Heading];
    assert_eq!(roles, round, "{seen:?}");
    // A page has little to stop at: its heading moves it.
    let top =
        |window: &Window| window.harness.get_by_role_and_label(Role::Heading, "Four days in Marlsea").rect().top();
    let before = top(&window);
    window.press(Key::PageDown);
    assert!(top(&window) < before - 200.0, "{before} {}", top(&window));
    window.press(Key::Home);
    assert!((top(&window) - before).abs() < 1.0);
    // Pages by arrows.
    window.tab_to(Role::Tab, "Decisions");
    window.press(Key::ArrowDown);
    assert_eq!(window.focused(), Some((Role::Tab, "Outcomes".into())));
    window.harness.get_by_role_and_label(Role::Heading, "What followed");
    window.tab_to(Role::ListItem, "He stayed put (this time)");
    window.press(Key::ArrowDown);
    assert_eq!(window.focused().unwrap().1, "Two nights in Marlsea, 97 of 1,000, 97 had you answered as most did");
}

#[test]
fn a_decision_is_found_from_the_timeline() {
    for size in [WIDE, LARGE_TEXT] {
        let mut window = debriefed(size, "missed-monday");
        show(&mut window, DebriefPage::Timeline);
        window.tab_to(Role::ListItem, "Ellis Varden: Ellis, Friday 12 December");
        let decided = "You decided: Four days in Marlsea";
        for _ in 0..60 {
            if window.focused().unwrap().1.starts_with(decided) {
                break;
            }
            window.press(Key::ArrowDown);
        }
        assert!(window.focused().unwrap().1.starts_with(decided), "{:?}", window.focused());
        window.press(Key::Enter);
        let heading = window.harness.get_by_role_and_label(Role::Heading, "Four days in Marlsea");
        assert_eq!(heading.accesskit_node().level(), Some(1));
    }
}

#[test]
fn what_lay_on_the_desk_can_be_read_afterwards() {
    for (size, name) in [(WIDE, "debrief-document"), (LARGE_TEXT, "debrief-document-large")] {
        let mut window = debriefed(size, "missed-monday");
        show_decision(&mut window, 0);
        window.tab_to(Role::Button, "Read “First plan”");
        window.press(Key::Enter);
        assert!(window.texts().iter().any(|(_, text)| text == "You did not open this."));
        assert_eq!(window.focused().unwrap().0, Role::Paragraph);
        check_width(&window);
        insta::assert_snapshot!(name, window.tree());
        window.press(Key::Tab);
        assert_eq!(window.focused(), Some((Role::Button, "Close".into())));
        window.press(Key::Escape);
        assert!(!window.texts().iter().any(|(_, text)| text == "You did not open this."));
        // What was read in time says nothing of that.
        show(&mut window, DebriefPage::Timeline);
        window.tab_to(Role::ListItem, "Ellis Varden: Ellis, Friday 12 December");
        window.press(Key::Enter);
        assert_eq!(window.focused().unwrap().0, Role::Paragraph);
        window.harness.get_by_role_and_label(Role::Heading, "Ellis, Friday 12 December");
        assert!(!window.texts().iter().any(|(_, text)| text == "You did not open this."));
        check_width(&window);
    }
}

#[test]
fn trying_again_leads_to_the_desk_in_that_week() {
    for size in [WIDE, LARGE_TEXT] {
        let mut window = debriefed(size, "missed-monday");
        let (first, events) = {
            let play = window.office().play().unwrap();
            (play.keep.run().unwrap().clone(), play.run().events().len())
        };
        window.harness.get_by_role_and_label(Role::Button, "Try again from week…").click();
        window.settle();
        assert_eq!(
            window.names(Role::ListItem),
            ["Week 3, Monday 24 November", "Week 4, Monday 1 December", "Week 5, Monday 8 December"]
        );
        // Esc steps out of the list, and not of the debrief.
        assert_eq!(window.focused().unwrap().1, "Week 5, Monday 8 December");
        window.press(Key::Escape);
        assert!(matches!(window.office().place(), Place::Debrief(_)));
        assert!(window.names(Role::ListItem).iter().all(|name| !name.starts_with("Week 3")));
        window.harness.get_by_role_and_label(Role::Button, "Try again from week…").click();
        window.settle();
        window.press(Key::ArrowUp);
        window.press(Key::Enter);
        assert!(matches!(window.office().place(), Place::Desk));
        let play = window.office().play().unwrap();
        assert_ne!(play.keep.run(), Some(&first), "it is kept apart");
        assert!(play.run().events().len() < events && !play.run().is_over());
        assert!(matches!(play.run().events()[0].what, What::BranchedFrom { .. }));
        let calendar = &play.run().scenario().tables().calendar;
        assert_eq!(calendar.week(play.run().state().clock), 4);
        assert!(window.polite().contains("Another attempt."), "{}", window.polite());
    }
}

#[test]
fn the_report_is_written_and_said_where() {
    let mut window = debriefed(WIDE, "missed-monday");
    for _ in 0..2 {
        window.harness.get_by_role_and_label(Role::Button, "Save as a report").click();
        window.settle();
    }
    let said = window.polite();
    assert!(said.contains("missed-monday-debrief-2.txt"), "{said}");
    let folder = window.close();
    let reports = folder.path().join("reports");
    let text = std::fs::read_to_string(reports.join("missed-monday-debrief.txt")).unwrap();
    assert!(text.starts_with("Missed Monday: debrief\n======================\n"), "{text}");
    assert!(text.contains("903 of 1,000"), "with its replays");
    assert_eq!(text, std::fs::read_to_string(reports.join("missed-monday-debrief-2.txt")).unwrap());
}
