//! What the README shows is true: its first scenario is sound, and the misspelling in it is reported as it says.

use defensible::bundled;
use defensible::cli::diagnostics;
use defensible::scenario::{check, locate, parse};
use defensible::source::Source;

const README: &str = include_str!("../../README.md");

/// The first block of a language that begins with these words.
fn block(language: &str, begins: &str) -> String {
    let opening = format!("```{language}\n{begins}");
    let from = README.find(&opening).unwrap() + language.len() + 4;
    let to = README[from..].find("\n```").unwrap();
    README[from..from + to].to_owned()
}

fn findings(text: &str) -> (Source, String) {
    let source = Source::new("first/scenario.ron", text);
    let raw = parse::scenario(&source).unwrap();
    let checked = check::scenario(raw, None, &bundled::practice().unwrap(), &[]);
    let diagnostics = locate::locate(&source, checked.findings);
    let shown = diagnostics::render(&diagnostics, &[&source], false);
    (source, shown)
}

#[test]
fn the_first_scenario_of_the_readme_is_sound() {
    let (_, shown) = findings(&block("ron", "Scenario("));
    assert_eq!(shown.trim(), "");
}

#[test]
fn the_misspelling_of_the_readme_is_reported_as_it_says() {
    let text = block("ron", "Scenario(").replace("Opened(\"voicemail\")", "Opened(\"voicemial\")");
    let (_, shown) = findings(&text);
    let said = block("text", "first/scenario.ron");
    assert!(shown.starts_with(&said), "{shown}");
}
