//! Misspelling any name that something else refers to gives one error, at that place, with the right name in its help.
//!
//! Names are found in the text, not in the model, so that a reference which nothing looks up would be missed by nobody.

use std::collections::BTreeSet;

use defensible::bundled;
use defensible::diag::{Diagnostic, Severity};
use defensible::scenario::check;
use defensible::scenario::locate;
use defensible::scenario::model::Scenario;
use defensible::scenario::parse;
use defensible::scenario::raw::{self, FieldKind, StateItem};
use defensible::source::Source;

use crate::cores::on_every_core;
use crate::suite;

/// Everything that a reference may name: ids, and what is local to decisions, state and forms.
fn names(scenario: &raw::Scenario, forms: &[raw::Form]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let symbols = defensible::scenario::symbols::Symbols::declare(scenario, forms).0;
    names.extend(symbols.iter().map(|(name, _)| name.to_owned()));
    for decision in &scenario.decisions {
        names.extend(decision.options.iter().map(|option| option.id.clone()));
        names.extend(decision.situations.iter().map(|situation| situation.id.clone()));
    }
    for item in &scenario.state {
        if let StateItem::OneOf { values, .. } = item {
            names.extend(values.iter().cloned());
        }
    }
    for field in forms.iter().flat_map(|form| &form.fields) {
        names.insert(field.id.clone());
        if let FieldKind::PickOne(choices) | FieldKind::PickSome(choices) = &field.kind {
            names.extend(choices.iter().map(|choice| choice.id.clone()));
        }
    }
    names
}

/// Fields that declare a name, or hold words that may happen to be one.
const NO_REFERENCE: &[&str] =
    &["id", "title", "text", "label", "name", "tier", "pronouns", "of", "licence", "group", "told", "at", "day_0_is"];

/// Where a reference stands: the byte after its opening quotation mark, and the name.
fn references(text: &str, names: &BTreeSet<String>) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut inside = None;
    let mut skip = false;
    let mut comment = false;
    for (at, c) in text.char_indices() {
        if comment {
            comment = c != '\n';
        } else if skip {
            skip = false;
        } else if let Some(start) = inside {
            match c {
                '\\' => skip = true,
                '"' => {
                    inside = None;
                    let name: &str = &text[start..at];
                    let before = text[..start - 1].trim_end();
                    let field = before.strip_suffix(':').map(|before| {
                        let begins =
                            before.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_').map_or(0, |at| at + 1);
                        &before[begins..]
                    });
                    // The values of a `OneOf` are declared in its list.
                    let line = &text[text[..start].rfind('\n').map_or(0, |at| at + 1)..start];
                    let declares = before.ends_with("Flag(") || line.contains("values: [");
                    if names.contains(name) && !declares && !field.is_some_and(|field| NO_REFERENCE.contains(&field))
                    {
                        found.push((start, name.to_owned()));
                    }
                }
                _ => {}
            }
        } else if c == '"' {
            inside = Some(at + 1);
        } else if c == '/' && text[at..].starts_with("//") {
            comment = true;
        }
    }
    found
}

/// A long text has over a thousand references, and each reads all of it anew: half a minute in a build for finding
/// mistakes, which tries each third. `.ci/run` tries all of them, in a fast build.
const OF_A_LONG_TEXT: usize = if cfg!(debug_assertions) { 3 } else { 1 };

/// Misspells each reference of a text, one at a time. The whole text is read anew for each.
fn misspell_each(
    source: &Source,
    names: &BTreeSet<String>,
    check: impl Fn(&Source) -> Vec<Diagnostic> + Sync,
) -> usize {
    let references = references(&source.text, names);
    // A panel that is still to be given its wordings says so, misspelt or not.
    let before: Vec<String> = check(source).into_iter().map(|found| found.message).collect();
    let each = if references.len() > 300 { OF_A_LONG_TEXT } else { 1 };
    let tried: Vec<&(usize, String)> = references.iter().step_by(each).collect();
    on_every_core(&tried, |(at, name)| {
        let mut text = source.text.clone();
        text.insert(at + name.len(), 'x');
        let misspelt = Source::new(source.name.clone(), text);
        let found = check(&misspelt);
        let new = |found: &&Diagnostic| found.severity == Severity::Error && !before.contains(&found.message);
        let errors: Vec<&Diagnostic> = found.iter().filter(new).collect();
        let line = misspelt.position(*at).line;
        let here = format!("{}:{line}: \"{name}x\"", source.name);
        assert_eq!(errors.len(), 1, "{here}: {errors:#?}");
        let error = errors[0];
        // A name that is a key of a map is marked at what stands for it.
        let after = &misspelt.text[at + name.len() + 2..];
        let key = after.trim_start().starts_with(':');
        let between = if key { after.len() - after.trim_start_matches([':', ' ', '\n']).len() } else { 0 };
        let place = if key { at + name.len() + 2 + between } else { at - 1 };
        assert_eq!(error.start(), place, "{here}: {error:#?}");
        assert!(error.message.contains(&format!("\"{name}x\"")), "{here}: {error:#?}");
        assert!(error.help.as_ref().is_some_and(|help| help.contains(&format!("\"{name}\""))), "{here}: {error:#?}");
    });
    references.len()
}

fn checked(source: &Source) -> Scenario {
    let practice = bundled::practice().unwrap();
    let (scenario, found) = suite::scenario(source, &practice);
    scenario.unwrap_or_else(|| panic!("{}: {found:#?}", source.name))
}

#[test]
fn in_bundled_scenarios_with_their_panels_and_walkthroughs() {
    let practice = bundled::practice().unwrap();
    for bundled in bundled::scenarios() {
        let Some(text) = bundled.file("scenario.ron") else { continue };
        let source = Source::new(format!("{}/scenario.ron", bundled.slug), text);
        let raw = parse::scenario(&source).unwrap();
        let mut names = names(&raw, &practice.forms);
        let many = misspell_each(&source, &names, |source| suite::scenario(source, &practice).1);
        assert!(many > 100, "{}: {many} references", source.name);
        let scenario = checked(&source);
        names.insert(raw.id);
        for file in &bundled.files {
            let source = Source::new(format!("{}/{}", bundled.slug, file.name), file.text);
            if file.name.ends_with("panel.ron") {
                let panel = parse::panel(&source).unwrap();
                let mut names = names.clone();
                names.extend(panel.reviewers.iter().map(|reviewer| reviewer.id.clone()));
                misspell_each(&source, &names, |source| {
                    let panel = parse::panel(source).unwrap();
                    locate::locate(source, check::panel(&panel, &scenario))
                });
            } else if file.name.ends_with(".plan.ron") {
                misspell_each(&source, &names, |source| {
                    let plan = parse::plan(source).unwrap();
                    locate::locate(source, check::plan(&plan, &scenario, 0))
                });
            }
        }
    }
}

#[test]
fn in_the_examples_of_the_format() {
    let practice = bundled::practice().unwrap();
    for text in [
        include_str!("../suite/format-examples/tiny.scenario.ron"),
        include_str!("../suite/format-examples/v01-weeks-8-to-13.ron"),
        include_str!("../suite/format-examples/v03-days-2-and-3.ron"),
        include_str!("../suite/format-examples/v06-recall-jump-and-release.ron"),
        include_str!("../suite/format-examples/v10-the-altered-entry.ron"),
        include_str!("../suite/format-examples/v13-monday.ron"),
        include_str!("../suite/format-examples/v14-two-folders.ron"),
    ] {
        let raw = parse::scenario(&Source::new("", text)).unwrap();
        let source = Source::new(raw.id.clone(), text);
        let names = names(&raw, &practice.forms);
        let many = misspell_each(&source, &names, |source| suite::scenario(source, &practice).1);
        assert!(many > 15, "{}: {many} references", source.name);
    }
}
