//! `tests/suite`: small files with mistakes, and beside each mistake what is said of it.
//!
//! A comment `//~ D0207: the id "1st"` stands on the line of the mistake, or on a line of its own above it, and gives the
//! code and the beginning of the message. What is found in a file and what its comments say are the same, or the test
//! fails. Panels and walkthroughs belong to the `scenario.ron` beside them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use defensible::bundled;
use defensible::diag::Diagnostic;
use defensible::scenario::check::{self, Practice};
use defensible::scenario::model::Scenario;
use defensible::scenario::{locate, parse};
use defensible::source::Source;

/// Everything that is found in a scenario.
pub(crate) fn scenario(source: &Source, practice: &Practice) -> (Option<Scenario>, Vec<Diagnostic>) {
    match parse::scenario(source) {
        Ok(raw) => {
            let checked = check::scenario(raw, None, practice, &[]);
            (checked.scenario, locate::locate(source, checked.findings))
        }
        Err(found) => (None, found),
    }
}

fn read(path: &Path) -> Source {
    let text = std::fs::read_to_string(path).unwrap();
    Source::new(path.file_name().unwrap().to_string_lossy(), text)
}

/// What is found in a file of the suite, whatever its kind.
fn found(path: &Path) -> Vec<Diagnostic> {
    let practice = bundled::practice().unwrap();
    let source = read(path);
    let beside = || {
        let beside = read(&path.with_file_name("scenario.ron"));
        let (scenario, found) = scenario(&beside, &practice);
        scenario.unwrap_or_else(|| panic!("{}: {found:#?}", path.display()))
    };
    if source.name.ends_with(".panel.ron") {
        let panel = parse::panel(&source);
        panel.map_or_else(|found| found, |panel| locate::locate(&source, check::panel(&panel, &beside())))
    } else if source.name.ends_with(".plan.ron") {
        let plan = parse::plan(&source);
        plan.map_or_else(|found| found, |plan| locate::locate(&source, check::plan(&plan, &beside(), 0)))
    } else {
        scenario(&source, &practice).1
    }
}

/// Line, and what is to be said there.
fn expected(source: &Source) -> Vec<(usize, String)> {
    let lines: Vec<&str> = source.text.lines().collect();
    let mut all = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some((before, said)) = line.split_once("//~") else { continue };
        let at = if before.trim().is_empty() {
            let next = lines[index..].iter().position(|line| !line.trim_start().starts_with("//"));
            index + next.expect("a comment stands above something")
        } else {
            index
        };
        all.push((at + 1, said.trim().to_owned()));
    }
    all
}

/// What differs between what is found in a file and what its comments say.
fn differs(path: &Path) -> String {
    let source = read(path);
    let mut left = expected(&source);
    let mut out = String::new();
    for diagnostic in found(path) {
        let line = source.position(diagnostic.start()).line;
        let said = format!("{}: {}", diagnostic.code, diagnostic.message);
        match left.iter().position(|(at, begins)| *at == line && said.starts_with(begins.as_str())) {
            Some(index) => {
                left.remove(index);
            }
            None => {
                let help = diagnostic.help.unwrap_or_default();
                let severity = diagnostic.severity.name();
                writeln!(out, "  {line}: //~ {said}\n      ({severity}) help: {help}").unwrap();
            }
        }
    }
    for (line, said) in left {
        writeln!(out, "  {line}: nothing says {said}").unwrap();
    }
    out
}

fn files(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "ron") {
            all.push(path);
        }
    }
}

#[test]
fn the_examples_of_the_format_are_read_and_true_things_are_said_of_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/format-examples");
    let practice = bundled::practice().unwrap();
    let mut all = Vec::new();
    files(&root, &mut all);
    all.sort();
    let mut out = String::new();
    for path in all {
        let source = read(&path);
        if source.text.contains("\nScenario(") {
            writeln!(out, "{}", source.name).unwrap();
            for found in scenario(&source, &practice).1 {
                let line = source.position(found.start()).line;
                writeln!(out, "  {line}: {} {}: {}", found.code, found.severity.name(), found.message).unwrap();
            }
        }
    }
    insta::assert_snapshot!(out, @r#"
    tiny.scenario.ron
    v01-weeks-8-to-13.ron
      3: D0243 error: this case has no ending
      73: D0260 error: nobody but those who make it can settle the critical claim "not-drinking"
      166: D0216 error: the decision "after-arrest" has content ("violence") and no softer text
      206: D0236 warning: the deadline "mappa-in-time" is due on Saturday 3 May 2025, and the scenario is played from Tuesday 6 May 2025 to Sunday 1 March 2026
      207: D0286 error: Filed("mappa-referral") never holds: no response carries that form, and it does not lie on the desk
      209: D0286 error: Filed("initial-assessment") never holds: no response carries that form, and it does not lie on the desk
    v03-days-2-and-3.ron
      3: D0243 error: this case has no ending
    v06-recall-jump-and-release.ron
      2: D0243 error: this case has no ending
      59: D0225 advice: the arrival "prison-report" comes on Monday 4 August 2025, in a gap of the calendar; it is found on Monday 29 September 2025
    v10-the-altered-entry.ron
      2: D0243 error: this case has no ending
      22: D0281 warning: the document "contact-wk-4" is dated Tuesday 9 December 2025, and lies in the file from Monday 17 November 2025
    v13-monday.ron
      98: D0270 advice: the decision "first-order" names none of the 6 cases
      118: D0270 advice: the deadline "owner" names none of the 6 cases
    v14-two-folders.ron
      74: D0216 error: the decision "tom-first" has content ("assault") and no softer text
    "#);
}

#[test]
fn the_tiny_scenario_has_a_stale_panel_and_a_sound_walkthrough() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/format-examples");
    let (scenario, found) = scenario(&read(&root.join("tiny.scenario.ron")), &bundled::practice().unwrap());
    assert_eq!(found, []);
    let scenario = scenario.unwrap();
    let panel = parse::panel(&read(&root.join("tiny.panel.ron"))).unwrap();
    let said: Vec<String> = check::panel(&panel, &scenario)
        .into_iter()
        .map(|found| format!("{} {}: {}", found.code, found.severity.name(), found.message))
        .collect();
    insta::assert_snapshot!(said.join("\n"), @r#"D0405 warning: the wording has changed since: the reviews of "r1", "r2" and "r3" are shown as stale and not scored"#);
    let plan = parse::plan(&read(&root.join("tiny.good.plan.ron"))).unwrap();
    assert_eq!(check::plan(&plan, &scenario, 0), []);
}

#[test]
fn each_mistake_is_told_at_its_place_and_nothing_else_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let mut all = Vec::new();
    files(&root.join("rules"), &mut all);
    files(&root.join("beside"), &mut all);
    all.sort();
    assert!(all.len() > 30, "the suite was not found");
    let mut out = String::new();
    for path in all {
        let differs = differs(&path);
        if !differs.is_empty() {
            write!(out, "\n{}\n{differs}", path.strip_prefix(&root).unwrap().display()).unwrap();
        }
    }
    assert!(out.is_empty(), "{out}");
}

#[test]
fn every_code_of_every_rule_has_a_case() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/rules");
    let mut all = Vec::new();
    files(&root, &mut all);
    for rule in check::RULES {
        // `endings.ron`, and `endings-none.ron` for what can't stand in one file with it.
        let its = |path: &&PathBuf| {
            let name = path.file_stem().unwrap().to_string_lossy();
            name == rule.name || name.starts_with(&format!("{}-", rule.name))
        };
        let said: Vec<(usize, String)> = all.iter().filter(its).flat_map(|path| expected(&read(path))).collect();
        for code in rule.codes.iter().filter(|code| !BEYOND_A_SMALL_FILE.contains(&code.0)) {
            let told = said.iter().any(|(_, said)| said.starts_with(code.0));
            assert!(told, "no case of {} shows {code}", rule.name);
        }
    }
}

/// Tested below: too many ids, and a form that is no part of the scenario's file.
const BEYOND_A_SMALL_FILE: &[&str] = &["D0205", "D0283"];

const SMALL: &str = include_str!("../suite/rules/none.ron");

#[test]
fn more_ids_than_a_log_can_tell_apart_are_refused() {
    let flags: String = (0..2_048).map(|n| format!("Flag(\"f{n}\"),")).collect();
    let text = SMALL.replacen("    cases:", &format!("    state: [{flags}],\n    cases:"), 1);
    let source = Source::new("many.ron", text);
    let (scenario, found) = scenario(&source, &bundled::practice().unwrap());
    assert!(scenario.is_none());
    let errors: Vec<String> = found
        .iter()
        .filter(|found| found.severity == defensible::diag::Severity::Error)
        .map(|found| format!("{}: {}", found.code, found.message))
        .collect();
    insta::assert_debug_snapshot!(errors, @r#"
    [
        "D0205: this scenario declares 2052 ids, and 2047 are the most",
    ]
    "#);
}

#[test]
fn a_form_that_cannot_be_filled_in_is_told_where_it_is_used() {
    let forms = Source::new(
        "odd.forms.ron",
        r#"[Form(id: "odd", title: "Odd", minutes: 10, source: "none", fields: [
            Field(id: "why", label: "Why", kind: Words(30, 20)),
            Field(id: "why", label: " ", kind: Words(0, 0)),
            Field(id: "which", label: "Which", kind: PickOne([Choice(id: "a", label: "A")])),
            Field(id: "what", label: "What", kind: PickSome([Choice(id: "a", label: "A"), Choice(id: "a", label: "{a}")])),
            Field(id: "grid", label: "Risk", kind: Grid([Public, Public])),
        ]), Form(id: "empty", title: "Empty", minutes: 10, source: "none", fields: [])]"#,
    );
    let practice = Practice { forms: parse::forms(&forms).unwrap().into(), ..bundled::practice().unwrap() };
    let text = SMALL.replacen("    cases:", "    everyday: [\"odd\", \"empty\"],\n    cases:", 1);
    let source = Source::new("odd.ron", text);
    let found = scenario(&source, &practice).1;
    let said: Vec<String> = found
        .iter()
        .map(|found| format!("{} {}: {}", source.slice(&found.labels[0].range), found.code, found.message))
        .collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
    "odd" D0283: the form "odd" can't be filled in: a text of the field "why" is blank or holds braces
    "odd" D0283: the form "odd" can't be filled in: the field "grid" rates nobody, or somebody twice
    "odd" D0283: the form "odd" can't be filled in: the field "which" has 1 choice
    "odd" D0283: the form "odd" can't be filled in: the field "why" takes no words
    "odd" D0283: the form "odd" can't be filled in: the field "why" wants at least 30 and at most 20 words
    "odd" D0283: the form "odd" can't be filled in: the label of "a" is blank or holds braces
    "odd" D0283: the form "odd" can't be filled in: two choices of the field "what" are called "a"
    "odd" D0283: the form "odd" can't be filled in: two fields are called "why"
    "empty" D0283: the form "empty" can't be filled in: it has no fields
    "#);
}
