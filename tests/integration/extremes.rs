//! Whatever number stands in a scenario, checking it ends, and never by a panic: a number that makes no sense gives a
//! finding or none.

use std::path::Path;

use defensible::bundled;
use defensible::source::Source;

use crate::suite;

const EXTREMES: &[&str] = &["0", "-1", "255", "32767", "-32768", "65535", "4294967295"];

/// Where numbers stand in a text, outside quotation marks and comments.
fn numbers(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut quoted = false;
    let mut before = '\n';
    for line in text.split_inclusive('\n') {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        if !quoted && line.trim_start().starts_with("//") {
            continue;
        }
        for (at, c) in line.char_indices() {
            let at = start + at;
            if c == '"' && before != '\\' {
                quoted = !quoted;
            } else if !quoted && (c.is_ascii_digit() || c == '.' || c == '-') {
                match found.last_mut() {
                    Some((_, end)) if *end == at => *end = at + 1,
                    _ if before.is_ascii_alphanumeric() || before == '_' || c == '.' => {}
                    _ => found.push((at, at + 1)),
                }
            }
            before = c;
        }
    }
    found
}

#[test]
fn any_number_anywhere_is_checked_without_panic() {
    let practice = bundled::practice().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let mut texts = vec![include_str!("../suite/beside/scenario.ron").to_owned()];
    for name in ["tiny.scenario.ron", "v03-days-2-and-3.ron", "v06-recall-jump-and-release.ron", "v13-monday.ron"] {
        texts.push(std::fs::read_to_string(root.join("format-examples").join(name)).unwrap());
    }
    for name in ["overlaps", "deadlines", "desk", "turns", "waits", "dates"] {
        texts.push(std::fs::read_to_string(root.join("rules").join(format!("{name}.ron"))).unwrap());
    }
    let mut tried = 0;
    for text in texts {
        for (start, end) in numbers(&text) {
            for extreme in EXTREMES {
                let mut changed = text.clone();
                changed.replace_range(start..end, extreme);
                let source = Source::new("extreme.ron", changed);
                for diagnostic in suite::scenario(&source, &practice).1 {
                    assert!(diagnostic.labels.iter().all(|label| label.range.end <= source.text.len()));
                }
                tried += 1;
            }
        }
    }
    assert!(tried > 2_000, "{tried} numbers were tried");
}
