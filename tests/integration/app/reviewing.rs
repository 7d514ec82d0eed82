//! Reviewing in the window: who one is, what one thinks of a question, what is supposed after the end, and the file.

use std::fs;
use std::path::Path;
use std::time::Duration;

use defensible::app::acts::Act;
use defensible::app::office::Place;
use defensible::review::collect::said::{About, Remark};
use defensible::run::command::{Command, Committed, How};
use defensible::scenario::parse;
use defensible::scenario::raw::{Answer, Entries, Level, Risk, Role as Part};
use defensible::sitting::data::Store;
use defensible::sitting::{files, start};
use defensible::source::Source;
use defensible::store::keeper::Saved;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;

use super::{LARGE_TEXT, WIDE, Window};

const EVERY_ASK: &str = include_str!("../every-ask.scenario.ron");
const INVITATION: &str = "Invitation(format: 1, scenario: \"asks\", to: \"Panel desk\", by: \"2026-12-20\")\n";

/// A folder with a bundle in it, whose first question has a situation that nobody reaches by doing nothing.
fn bundle() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let asks = folder.path().join("asks");
    fs::create_dir(&asks).unwrap();
    let any = "situations: [Situation(id: \"any\", told: \"Nothing is known.\")],\n            options: [\n                Option(id: \"home\"";
    let two = any.replace(
        "[Situation",
        "[Situation(id: \"in\", when: Done(\"ring\"), told: \"You rang, and she is in.\"), Situation",
    );
    let text = EVERY_ASK.replace(any, &two);
    assert_ne!(text, EVERY_ASK);
    fs::write(asks.join("scenario.ron"), text).unwrap();
    fs::write(asks.join("invitation.ron"), INVITATION).unwrap();
    folder
}

fn ask(window: &mut Window, act: Act) {
    window.harness.state_mut().ask(act);
    window.settle();
}

fn focus(window: &mut Window, role: Role, name: &str) {
    window.harness.get_by_role_and_label(role, name).focus();
    window.settle();
}

/// A window with the bundle's briefing left for the page about the reviewer.
fn begun(size: [f32; 2], scenarios: &Path) -> Window {
    let mut window = Window::open_on(size, tempfile::tempdir().unwrap(), Some(scenarios.to_owned()));
    ask(&mut window, Act::Brief { slug: "asks".into(), variant: None });
    ask(&mut window, Act::Start);
    assert!(matches!(window.office().place(), Place::Reviewing(_)), "{:?}", window.office().place());
    window
}

/// A reviewer who is through the play, and has said what they think of the questions in it.
fn through(size: [f32; 2], scenarios: &Path) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let run = {
        let (store, trouble) = Store::open(Some(folder.path()), None);
        assert_eq!(trouble, None);
        let files = files::one("asks", Some(scenarios)).unwrap();
        let mut begun = start::fresh(&files, None, None, Some(7), false).unwrap().kept(None, &store).unwrap();
        while !begun.run.is_over() {
            let waiting: Vec<String> = defensible::desk::moment(&begun.run)
                .questions
                .iter()
                .map(|question| question.decision.clone())
                .collect();
            for decision in waiting {
                let answer = match decision.as_str() {
                    "several" => Answer::ChooseSome(vec!["health".into()]),
                    "order" => Answer::Rank(vec!["call".into(), "note".into(), "tea".into()]),
                    "each" => Answer::Rate(Entries(vec![("wait".into(), -1), ("ask".into(), 2)])),
                    "risk" => Answer::Levels(Entries(vec![(Risk::Public, Level::Medium), (Risk::Staff, Level::Low)])),
                    _ => Answer::Choose("no".into()),
                };
                let reason = "So it seemed.".into();
                let committed =
                    Committed { answer, reason, sure: Some(60), change: None, cites: Vec::new(), how: How::Alone };
                begun.run.command(&Command::Decide { decision, committed }).unwrap();
            }
            let on = [Command::GoOn, Command::EndDay, Command::EndTurn];
            if !begun.run.is_over() && defensible::desk::moment(&begun.run).questions.is_empty() {
                let at = begun.run.events().len();
                for command in on {
                    if begun.run.events().len() == at {
                        let _ = begun.run.command(&command);
                    }
                }
            }
        }
        let review = &mut begun.keep.pending.review;
        review.about = Some(About { role: Part::PracticeTeacher, years: 20, group: None });
        for row in defensible::desk::reviewing::progress(&begun.run, review).rows {
            if row.reached {
                review.remarks.insert(row.key, Remark { realistic: Some(true), ..Remark::default() });
            }
        }
        begun.keep.keep_pending();
        assert_eq!(begun.keep.keep(&begun.run, Duration::from_secs(30)).store, Saved::Kept);
        begun.keep.run().unwrap().clone()
    };
    let mut window = Window::open_on(size, folder, Some(scenarios.to_owned()));
    ask(&mut window, Act::GoOnWith(run));
    window
}

fn check(window: &Window) {
    window.check_targets();
    window.check_widths();
    window.check_apart();
}

#[test]
fn the_library_and_the_briefing_say_that_one_is_invited() {
    let scenarios = bundle();
    let mut window = Window::open_on(WIDE, tempfile::tempdir().unwrap(), Some(scenarios.path().to_owned()));
    assert!(window.tree().contains("You are invited to review this case"), "{}", window.tree());
    ask(&mut window, Act::Brief { slug: "asks".into(), variant: None });
    let tree = window.tree();
    assert!(!tree.contains("Nobody has reviewed this case yet") && !tree.contains("Others come after you"), "{tree}");
}

#[test]
fn who_one_is_is_asked_before_anything_else() {
    let scenarios = bundle();
    for (size, how) in [(WIDE, "wide"), (LARGE_TEXT, "large_text")] {
        let mut window = begun(size, scenarios.path());
        check(&window);
        insta::assert_snapshot!(format!("reviewing_who_{how}"), window.screen());
        // Nothing goes on without a role and years: what is missing is said, and stands beside the field.
        window.press_with(Modifiers::CTRL, Key::Enter);
        assert_eq!(window.urgent(), "Choose your role.");
        focus(&mut window, Role::RadioButton, "Senior probation officer");
        window.press(Key::Space);
        focus(&mut window, Role::TextInput, "Years in this kind of work");
        window.write("ninety");
        window.press_with(Modifiers::CTRL, Key::Enter);
        assert_eq!(window.urgent(), "Say how many years you have done this kind of work.");
        for _ in "ninety".chars() {
            window.press(Key::Backspace);
        }
        window.write("9");
        window.press_with(Modifiers::CTRL, Key::Enter);
        let about = window.office().play().unwrap().keep.pending.review.about.clone();
        assert_eq!(about, Some(About { role: Part::SeniorOfficer, years: 9, group: None }));
        assert!(matches!(window.office().place(), Place::Desk));
    }
}

#[test]
fn after_an_answer_comes_the_question_itself() {
    let scenarios = bundle();
    for (size, how) in [(WIDE, "wide"), (LARGE_TEXT, "large_text")] {
        let mut window = begun(size, scenarios.path());
        focus(&mut window, Role::RadioButton, "Doctor");
        window.press(Key::Space);
        focus(&mut window, Role::TextInput, "Years in this kind of work");
        window.write("3");
        window.press_with(Modifiers::CTRL, Key::Enter);
        ask(&mut window, Act::GoOn);
        ask(&mut window, Act::Answer("several".into()));
        focus(&mut window, Role::CheckBox, "Her health");
        window.press(Key::Space);
        focus(&mut window, Role::MultilineTextInput, "Why");
        window.write("She is not well.");
        window.press_with(Modifiers::CTRL, Key::Enter);
        assert!(matches!(window.office().place(), Place::Reviewing(_)), "{:?}", window.office().place());
        check(&window);
        insta::assert_snapshot!(format!("reviewing_question_{how}"), window.screen());
        // It was not theirs to answer, and says why.
        window.press(Key::ArrowRight);
        window.press_with(Modifiers::CTRL, Key::Enter);
        assert_eq!(window.urgent(), "Say why it is outside your competence.");
        focus(&mut window, Role::MultilineTextInput, "Why is it outside your competence?");
        window.write("I never see her.");
        // After a second of quiet it is kept, before one leaves.
        window.harness.run_steps(8);
        window.settle();
        let kept = window.office().play().unwrap().keep.pending.review.begun.get("several/any").cloned();
        assert_eq!(kept, Some(Remark { outside: Some("I never see her.".into()), ..Remark::default() }));
        // To leave loses nothing of it: it is there again, and is asked for when one comes back.
        window.press(Key::Escape);
        window.press(Key::Escape);
        assert!(matches!(window.office().place(), Place::Desk));
        let run = window.office().play().unwrap().keep.run().unwrap().clone();
        ask(&mut window, Act::GoToLibrary);
        ask(&mut window, Act::GoOnWith(run));
        assert!(window.tree().contains("I never see her."), "{}", window.tree());
        window.press_with(Modifiers::CTRL, Key::Enter);
        let remark = window.office().play().unwrap().keep.pending.review.remarks["several/any"].clone();
        assert_eq!(remark, Remark { outside: Some("I never see her.".into()), ..Remark::default() });
        assert!(matches!(window.office().place(), Place::Desk));
    }
}

#[test]
fn what_was_not_reached_is_supposed_and_the_file_is_written() {
    let scenarios = bundle();
    for (size, how) in [(WIDE, "wide"), (LARGE_TEXT, "large_text")] {
        let mut window = through(size, scenarios.path());
        check(&window);
        let id = defensible::sitting::reviewing::id(&window.office().play().unwrap().keep).unwrap();
        insta::assert_snapshot!(format!("reviewing_overview_{how}"), window.screen().replace(&id, "r-xxxxxx"));
        assert!(window.focused().unwrap().1.starts_with("Answer it: Some of these."), "{:?}", window.focused());
        window.press(Key::Enter);
        check(&window);
        insta::assert_snapshot!(format!("reviewing_supposed_{how}"), window.screen());
        focus(&mut window, Role::CheckBox, "Her room");
        window.press(Key::Space);
        focus(&mut window, Role::MultilineTextInput, "Why");
        window.write("She is in, so I would see it.");
        window.press_with(Modifiers::CTRL, Key::Enter);
        assert!(window.tree().contains("About this question: Some of these"), "{}", window.tree());
        window.press_with(Modifiers::CTRL, Key::Enter);
        // All of it is answered: the file is what is left.
        assert!(window.tree().contains("6 of 6 questions are answered."), "{}", window.tree());
        window.press_with(Modifiers::CTRL, Key::S);
        let mut written = fs::read_dir(scenarios.path().join("asks")).unwrap().map(|entry| entry.unwrap().path());
        let path = written.find(|path| path.to_str().unwrap().ends_with(".panel.ron")).unwrap();
        let panel = parse::panel(&Source::new("panel.ron", fs::read_to_string(&path).unwrap())).unwrap();
        let answers: Vec<(String, Answer, bool)> = panel
            .sheets
            .iter()
            .map(|sheet| (sheet.situation.clone(), sheet.reviews[0].answer.clone(), sheet.reviews[0].supposed))
            .take(2)
            .collect();
        let some = |id: &str| Answer::ChooseSome(vec![id.to_owned()]);
        assert_eq!(answers, [("in".into(), some("home"), true), ("any".into(), some("health"), false)]);
        assert!(window.tree().contains("It is written: "), "{}", window.tree());
        // It can be changed until it is sent, and then it is not theirs to answer after all.
        ask(&mut window, Act::NotMine("several/in".into()));
        window.write("I never see her.");
        window.press_with(Modifiers::CTRL, Key::Enter);
        window.press_with(Modifiers::CTRL, Key::S);
        let panel = parse::panel(&Source::new("panel.ron", fs::read_to_string(&path).unwrap())).unwrap();
        assert_eq!(panel.sheets[0].reviews[0].answer, Answer::Abstain("I never see her.".into()));
        fs::remove_file(path).unwrap();
        // In the library it is gone on with: it has no debrief, and is no attempt.
        ask(&mut window, Act::GoToLibrary);
        let library = window.tree();
        assert!(
            library.contains("6 of 6 questions are answered.") && !library.contains("Read the debrief"),
            "{library}"
        );
    }
}
