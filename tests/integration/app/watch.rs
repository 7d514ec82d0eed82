//! A case that changes on the disk while its author plays it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use defensible::app::acts::Act;
use defensible::app::office::Place;
use defensible::app::watch::Watch;
use defensible::sitting::data;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;

use super::{WIDE, Window};

/// A folder of scenarios that an author works in, and a window in which it is played.
struct Author {
    window: Window,
    folder: TempDir,
}

impl Author {
    /// A week into a case: something read and cited, a form half written, and a note kept.
    fn at_work() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("front-desk");
        std::fs::create_dir(&case).unwrap();
        for name in ["scenario.ron", "panel.ron"] {
            std::fs::copy(bundled().join(name), case.join(name)).unwrap();
        }
        let scenarios = Some(folder.path().to_owned());
        let mut author = Self { window: Window::open_on(WIDE, tempfile::tempdir().unwrap(), scenarios), folder };
        author.ask(Act::Brief { slug: "front-desk".into(), variant: None });
        author.ask(Act::Start);
        author.ask(Act::GoOn);
        author.ask(Act::Read { item: "not-come".into(), nth: 0 });
        author.ask(Act::Cite);
        author.ask(Act::KeepNote("Ask Pat who sat there.".into()));
        author
    }

    fn ask(&mut self, act: Act) {
        self.window.harness.state_mut().ask(act);
        self.window.settle();
    }

    /// Saves the case with something in it replaced; the window is told, as it is by the folder's watch.
    fn save(&mut self, from: &str, to: &str) {
        let path = self.folder.path().join("front-desk/scenario.ron");
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from}");
        std::fs::write(&path, text.replace(from, to)).unwrap();
        self.window.harness.state_mut().changed_on_disk();
        self.window.settle();
    }

    fn texts(&self) -> Vec<String> {
        self.window.texts().into_iter().map(|(_, text)| text).collect()
    }

    fn says(&self, words: &str) -> bool {
        self.texts().iter().any(|text| text.contains(words))
    }

    /// What was done in the run in play.
    fn done(&self) -> usize {
        defensible::run::replay::commands(self.window.office().play().unwrap().run().events()).len()
    }

    /// The runs in the store, in the order in which they were begun: whether each is one that nobody scores.
    fn kept(&self) -> Vec<bool> {
        let (_, runs) = data::open_for(Some(self.window.folder.path()), |opened| opened.records.list()).unwrap();
        runs.iter().map(|run| run.header.trial).collect()
    }

    /// Whether the run in play is one that nobody scores.
    fn trial(&self) -> bool {
        self.window.office().play().unwrap().keep.header().trial
    }
}

fn bundled() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/window/front-desk")
}

#[test]
fn a_text_that_changed_is_read_where_the_author_was() {
    let mut author = Author::at_work();
    let before = author.done();
    assert!(!author.trial());
    author.save("Not arrived by half past.", "Not arrived by eleven.");
    assert!(author.says("The case was read again, and your run played again over it."));
    assert_eq!(author.done(), before);
    // What lay open is open still, with its new words; so is what was noted and cited.
    assert!(author.says("Not arrived by eleven."), "{}", author.window.tree());
    assert!(author.window.names(Role::Button).iter().any(|name| name.contains("Wednesday at ten")));
    let events = author.window.office().play().unwrap().run().events();
    assert!(format!("{events:?}").contains("Ask Pat who sat there."));
    // What was played over two texts is nobody's answer to either.
    assert!(author.trial());
}

#[test]
fn what_was_half_written_comes_along() {
    let mut author = Author::at_work();
    author.ask(Act::OpenForm { response: "case-note".into(), case: None });
    author.window.tab_to(Role::MultilineTextInput, "What was said and done");
    author.window.write("He is not on the list.");
    author.save("Not arrived by half past.", "Not arrived by eleven.");
    assert!(matches!(author.window.office().place(), Place::Desk));
    author.ask(Act::OpenForm { response: "case-note".into(), case: None });
    let written = author.window.harness.get_by_role_and_label(Role::MultilineTextInput, "What was said and done");
    assert_eq!(written.value().unwrap_or_default(), "He is not on the list.");
}

#[test]
fn a_slip_is_shown_over_the_desk_and_the_run_stays() {
    let mut author = Author::at_work();
    let before = author.done();
    author.save("via: System,", "via: Systen,");
    let texts = author.texts();
    assert!(texts.iter().any(|text| text.contains("front-desk/scenario.ron:73:")), "{texts:#?}");
    assert!(author.says("Systen"), "{texts:#?}");
    assert!(matches!(author.window.office().place(), Place::Desk));
    assert_eq!((author.done(), author.trial()), (before, false));
    // The author puts it away and plays on with what was there.
    author.window.press(Key::Escape);
    assert!(!author.says("Systen"));
    author.ask(Act::GoOn);
    assert_eq!(author.done(), before + 1);
    // Another slip, then all of it as it was: nothing is left over the desk, and the run is the same one.
    author.save("minutes: 20, tags", "minutes: twenty, tags");
    assert!(author.says("twenty"));
    author.save("minutes: twenty, tags", "minutes: 20, tags");
    author.save("via: Systen,", "via: System,");
    assert!(!author.says("twenty") && !author.says("Systen"), "{}", author.window.tree());
    assert_eq!((author.done(), author.trial()), (before + 1, false));
}

#[test]
fn where_an_id_is_gone_the_run_goes_as_far_as_it_can() {
    let mut author = Author::at_work();
    let before = author.done();
    author.save("not-come", "no-show");
    let told = author.texts().into_iter().find(|text| text.starts_with("The case was read again. "));
    let told = told.unwrap_or_else(|| panic!("{}", author.window.tree()));
    assert_eq!(
        told,
        format!(
            "The case was read again. 1 of the {before} things you did still fit it; the run goes on from there."
        )
    );
    assert!(matches!(author.window.office().place(), Place::Desk));
    // It can be gone on with.
    author.ask(Act::Read { item: "no-show".into(), nth: 0 });
    assert_eq!(author.done(), 2);
}

#[test]
fn many_saves_leave_one_trial_behind() {
    let mut author = Author::at_work();
    let hours = ["half past", "eleven", "noon", "one"];
    for two in hours.windows(2) {
        author.save(&format!("Not arrived by {}.", two[0]), &format!("Not arrived by {}.", two[1]));
    }
    assert!(author.says("Not arrived by one."));
    // What was done in the run goes over whole every time: the run that was begun with is kept, and the last trial.
    assert_eq!(author.kept(), [false, true]);
    // A save that breaks the run off keeps what was done before it.
    author.save("not-come", "no-show");
    assert_eq!(author.kept(), [false, true, true]);
    assert_eq!(author.done(), 1);
}

#[test]
fn a_case_that_is_not_there_any_more_says_so() {
    let mut author = Author::at_work();
    std::fs::remove_dir_all(author.folder.path().join("front-desk")).unwrap();
    author.window.harness.state_mut().changed_on_disk();
    author.window.settle();
    assert!(author.says("front-desk"), "{}", author.window.tree());
    assert!(matches!(author.window.office().place(), Place::Desk));
}

#[test]
fn the_library_and_the_briefing_are_read_again_too() {
    let mut author = Author::at_work();
    author.ask(Act::GoToLibrary);
    author.save("title: \"The Front Desk\"", "title: \"The Other Desk\"");
    assert!(author.says("The Other Desk"), "{}", author.window.tree());
    author.ask(Act::Brief { slug: "front-desk".into(), variant: None });
    author.save("on the right one.", "on the day he was told.");
    assert!(matches!(author.window.office().place(), Place::Briefing(_)));
    assert!(author.says("He came on the wrong day, and not on the day he was told."));
}

#[test]
fn a_folder_tells_of_what_is_written_in_it() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("case")).unwrap();
    let (told, woken) = std::sync::mpsc::channel();
    let told = std::sync::Mutex::new(told);
    let wake = std::sync::Arc::new(move || {
        let _ = told.lock().unwrap().send(());
    });
    let watch = Watch::begin(folder.path(), wake).unwrap();
    std::fs::write(folder.path().join("case/scenario.ron"), "Scenario()").unwrap();
    woken.recv_timeout(Duration::from_secs(30)).expect("nobody was told");
    assert!(watch.has_changed());
    // Once everything has been told, reading alone says nothing.
    let until = Instant::now() + Duration::from_millis(300);
    while Instant::now() < until {
        std::thread::sleep(Duration::from_millis(20));
    }
    let _ = watch.has_changed();
    std::fs::read(folder.path().join("case/scenario.ron")).unwrap();
    std::thread::sleep(Duration::from_millis(100));
    assert!(!watch.has_changed());
}

#[test]
fn a_folder_that_is_not_there_cannot_be_watched() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("nowhere");
    let told = Watch::begin(&missing, std::sync::Arc::new(|| ()))
        .err()
        .map(|message| defensible::text::Catalogue::english().say(&message));
    let told = told.expect("it is watched");
    assert!(told.starts_with(&format!("{} can't be watched (", missing.display())), "{told}");
}
