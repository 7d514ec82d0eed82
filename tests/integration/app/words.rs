//! No words on a screen come from anywhere but the catalogue, apart from what authors and the trainee wrote.
//!
//! The desk is drawn with a catalogue whose every message is put between marks. Whatever a screen reader is then given
//! that lies outside them must be the scenario's own.

use std::sync::Arc;

use defensible::bundled;
use defensible::text::Catalogue;
use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::{WIDE, Window};

const OPEN: char = '\u{27e6}';
const CLOSE: char = '\u{27e7}';

/// Every message between marks. Attributes and comments stay; a text that goes on over lines is marked as a whole.
fn marked(ftl: &str) -> String {
    let mut out = String::new();
    let mut lines = ftl.lines().peekable();
    while let Some(line) = lines.next() {
        let begins = line.split_once(" =").filter(|(key, _)| {
            !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        });
        let Some((key, rest)) = begins else {
            out.push_str(line);
            out.push('\n');
            continue;
        };
        let mut body = vec![rest.to_owned()];
        while let Some(next) = lines.peek() {
            let goes_on = next.starts_with([' ', '}']) || next.is_empty();
            if !goes_on {
                break;
            }
            body.push(lines.next().unwrap_or_default().to_owned());
        }
        while body.last().is_some_and(|line| line.trim().is_empty()) {
            body.pop();
        }
        // What is passed on word for word is the author's.
        if key == "verbatim" {
            out.push_str(&format!("{key} ={}\n", body.join("\n")));
            continue;
        }
        let text = body.join("\n");
        let text = text.trim_start();
        out.push_str(&format!("{key} = {OPEN}{text}{CLOSE}\n"));
    }
    out
}

/// What lies outside all marks.
fn outside(text: &str) -> String {
    let mut depth = 0;
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            OPEN => depth += 1,
            CLOSE => depth -= 1,
            _ if depth == 0 => out.push(letter),
            _ => {}
        }
    }
    out
}

/// The words of the scenario that is played: whatever stands in its files.
fn authors() -> String {
    let all: Vec<String> = bundled::scenarios()
        .iter()
        .flat_map(|one| one.files.iter().map(|file| file.text.to_owned()))
        .chain(bundled::practice_texts().iter().map(|text| text.text.to_owned()))
        .collect();
    words(&all.join(" ")).to_lowercase()
}

/// Letters and single spaces, so that folding and line ends make no difference.
fn words(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_word_of_the_window_is_in_the_catalogue() {
    let ftl = bundled::words("en-GB").unwrap();
    let catalogue = Catalogue::new(&marked(ftl)).unwrap();
    let mut window = Window::open_saying(WIDE, Arc::new(catalogue));
    let authors = authors();
    let mut wrong: Vec<String> = Vec::new();
    let mut look = |window: &Window, place: &str| {
        for (role, text) in window.texts() {
            // Names of keys are the keyboard's, and what is being written is the trainee's.
            if matches!(role, Role::TextRun) {
                continue;
            }
            let left = words(&outside(&text)).to_lowercase();
            let known = left.split(' ').all(|word| word.chars().count() < 2 || authors.contains(word));
            if !left.is_empty() && !known && !is_code(&text) && !is_key(&left) {
                wrong.push(format!("{place}: {role:?} {text:?}"));
            }
        }
    };
    look(&window, "library");
    window.press_with(Modifiers::CTRL, Key::K);
    look(&window, "palette");
    window.write("Missed Monday");
    window.press(Key::Enter);
    look(&window, "briefing");
    window.press_with(Modifiers::CTRL, Key::Enter);
    window.press(Key::G);
    look(&window, "desk");
    window.press(Key::J);
    look(&window, "reading");
    for tab in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7] {
        window.press_with(Modifiers::ALT, tab);
        look(&window, "case file");
    }
    for kind in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::A, Key::O, Key::R] {
        window.press(kind);
        look(&window, "tray");
    }
    window.press(Key::F1);
    look(&window, "glossary");
    window.press(Key::Escape);
    window.press(Key::Escape);
    window.press_with(Modifiers::CTRL, Key::Comma);
    look(&window, "settings");
    window.press(Key::Escape);
    window.press(Key::E);
    look(&window, "end of the week");
    assert!(wrong.is_empty(), "words that are in no catalogue:\n{}", wrong.join("\n"));
}

/// A luck code: a word of the list and four digits.
fn is_code(text: &str) -> bool {
    let digits = text.rsplit('-').next().unwrap_or_default();
    digits.len() == 4 && digits.chars().all(|c| c.is_ascii_digit())
}

/// What stands on a key cap.
fn is_key(text: &str) -> bool {
    const NAMES: [&str; 6] = ["ctrl", "alt", "shift", "enter", "esc", "tab"];
    text.split(' ').all(|part| part.len() < 2 || NAMES.contains(&part) || part.starts_with('f'))
}
