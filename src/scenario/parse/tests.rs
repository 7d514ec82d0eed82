//! Reading as a whole: what is accepted, what is refused, and that nothing makes it fall over. What authors see is
//! snapshot where it is drawn, in `cli::diagnostics`.

use proptest::prelude::*;
use ron2::ast;

use super::{Limits, decode, explain, forms, holidays, options, panel, plan, policy, read, scenario, text, tree};
use crate::diag::Diagnostic;
use crate::scenario::raw;
use crate::source::Source;

macro_rules! examples {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../../tests/suite/format-examples/", $name)))),+]
    };
}

const EXAMPLES: [(&str, &str); 13] = examples![
    "sample.forms.ron",
    "sample.policy.ron",
    "tiny.good.plan.ron",
    "tiny.panel.ron",
    "tiny.scenario.ron",
    "v01-weeks-8-to-13.ron",
    "v01.part.plan.ron",
    "v03-days-2-and-3.ron",
    "v06-recall-jump-and-release.ron",
    "v10-the-altered-entry.ron",
    "v13-monday.ron",
    "v14-two-folders.ron",
    "v14.panel.ron",
];

/// Reads a file as what its name says that it is.
fn read_as(name: &str, source: &Source) -> Result<(), Vec<Diagnostic>> {
    match name {
        name if name.ends_with(".forms.ron") => forms(source).map(drop),
        name if name.ends_with(".policy.ron") => policy(source).map(drop),
        name if name.ends_with(".plan.ron") => plan(source).map(drop),
        name if name.ends_with(".panel.ron") => panel(source).map(drop),
        name if name.ends_with(".holidays.ron") => holidays(source).map(drop),
        _ => scenario(source).map(drop),
    }
}

fn codes(text: &str) -> Vec<&'static str> {
    let found = scenario(&Source::new("a.ron", text)).err().unwrap_or_default();
    found.iter().map(|one| one.code.0).collect()
}

#[test]
fn every_example_is_accepted_by_ron_and_by_ron2() {
    for (name, text) in EXAMPLES {
        assert_eq!(read_as(name, &Source::new(name, text)), Ok(()), "{name}");
        let readable = tree::readable(text);
        let (document, errors) = ast::parse_document_lossy(&readable);
        assert!(errors.is_empty(), "{name}: {errors:?}");
        assert!(document.value.is_some(), "{name}");
    }
}

/// The tolerant reading must not find fault with what ron accepts: it would then hide the real fault of a broken file.
#[test]
fn the_tolerant_reading_finds_nothing_in_a_sound_file() {
    for (name, text) in EXAMPLES {
        let readable = tree::readable(text);
        let (document, _) = ast::parse_document_lossy(&readable);
        // That it holds a value is tested above.
        let Some(root) = document.value.as_ref() else { continue };
        let source = Source::new(name, text);
        let found = match name {
            name if name.ends_with(".forms.ron") => super::tolerant::problems::<Vec<raw::Form>>(&source, root),
            name if name.ends_with(".policy.ron") => {
                super::tolerant::problems::<raw::policy::PolicyPack>(&source, root)
            }
            name if name.ends_with(".plan.ron") => super::tolerant::problems::<raw::Plan>(&source, root),
            name if name.ends_with(".panel.ron") => super::tolerant::problems::<raw::Panel>(&source, root),
            _ => super::tolerant::problems::<raw::Scenario>(&source, root),
        };
        assert_eq!(found, [], "{name}");
        assert_eq!(super::syntax::problems(&source), [], "{name}");
    }
}

#[test]
fn what_is_odd_and_allowed_is_read() {
    let tiny = EXAMPLES[4].1;
    assert_eq!(codes(tiny), [""; 0]);
    assert_eq!(codes(&format!("\u{feff}{tiny}")), [""; 0]);
    assert_eq!(codes(&tiny.replace('\n', "\r\n")), [""; 0]);
    assert_eq!(codes(&format!("#![enable(implicit_some)]\n/* a /* b */ c */ {tiny}// end")), [""; 0]);
    assert_eq!(codes(&tiny.replace("play_minutes: 10", "play_minutes: Some(10)")), [""; 0]);
    assert_eq!(
        codes(&tiny.replace("one_line: \"He", "one_line: r#\"He").replace("in hospital.\",", "in hospital.\"#,")),
        [""; 0]
    );
    assert_eq!(codes(&tiny.replace("Situation(id: \"unchecked\"", "(id: \"unchecked\"")), [""; 0]);
}

#[test]
fn a_line_break_after_a_backslash_hides_no_other_fault() {
    let tiny = EXAMPLES[4].1;
    let changed = tiny.replace("He kept coming", "He kept \\\n    coming").replace("minutes: 15", "minuts: 15");
    assert_eq!(codes(&changed), ["D0040"]);
}

#[test]
fn what_ron_takes_and_ron2_does_not_is_said_where_something_else_is_wrong() {
    let tiny = EXAMPLES[4].1;
    assert_eq!(codes(&tiny.replace("odds: 0.3", "odds: .3")), [""; 0]);
    assert!(!codes(&tiny.replace("odds: 0.3", "odds: .3").replace("minutes: 15", "minuts: 15")).is_empty());
}

#[test]
fn limits_are_kept() {
    let long = format!("Scenario(title: \"{}\")", "x".repeat(1 << 20));
    assert_eq!(codes(&long), ["D0001"]);
    let many = format!("Scenario(everyday: [{}])", "\"x\",".repeat(10_000));
    assert_eq!(codes(&many), ["D0012"]);
    let deep = format!("Scenario(a: {}{})", "(".repeat(1_000_000 / 2), ")".repeat(1_000_000 / 2));
    assert_eq!(codes(&deep), ["D0013", "D0012"]);
    let json = format!("[{}]", "{\"format\": 1},".repeat(10_000));
    assert_eq!(codes(&json), ["D0010"]);
    let comments = "/*".repeat(500_000);
    assert_eq!(codes(&comments), ["D0023"]);
    let panel_of_200_000 = format!("Panel(reviewers: [{}])", "\"x\",".repeat(200_000));
    let found = panel(&Source::new("a.ron", panel_of_200_000)).err().unwrap_or_default();
    assert_eq!(found.iter().map(|one| one.code.0).collect::<Vec<_>>(), ["D0012"]);
    let huge = text("a.ron", vec![b' '; (16 << 20) + 1]).err().unwrap_or_default();
    assert_eq!(huge[0].message, "the file has 16,777,217 bytes, and the largest that is read has 16 MiB");
}

/// Test threads have two mebibytes of stack, as the thread on which files are read.
#[test]
fn the_deepest_brackets_that_are_allowed_are_read_with_their_faults() {
    let tiny = EXAMPLES[4].1;
    let nested = |word: &str, depth: usize| {
        let deep = format!("when: {}Sen(\"voicemail\"){},", word.repeat(depth), ")".repeat(depth));
        codes(&tiny.replace("when: Opened(\"voicemail\"),", &deep))
    };
    for word in ["Not(", "All("] {
        assert_eq!(nested(word, 28), ["D0045"]);
    }
    assert_eq!(nested("Not(", 36), ["D0045"]);
    // Here ron's own limit is met, which is said as well.
    assert_eq!(nested("All(", 36), ["D0013", "D0045"]);
    let deep = format!("everyday: {}{},", "[".repeat(39), "]".repeat(39));
    assert_eq!(codes(&tiny.replace("state: [", &format!("{deep} state: ["))), ["D0044"]);
}

/// A slip in each part of a large file: told in time, and not without end.
#[test]
fn a_crowd_of_findings_is_cut() {
    let crowd = format!("Scenario(arrivals: [{}])", "Arrival(ix: 1),".repeat(3_000));
    let found = codes(&crowd);
    assert_eq!(found.len(), 101);
    assert_eq!(found.last(), Some(&"D0019"));
    let signs = format!("Scenario({})", ";".repeat(100_000));
    assert_eq!(codes(&signs).len(), 101);
}

#[test]
fn a_newer_format_is_all_that_is_said() {
    assert_eq!(codes("Scenario(format: 2, new_field: 1)"), ["D0014"]);
    assert_eq!(codes("Scenario(format: 99999999999999999999)"), ["D0014"]);
    assert_eq!(codes("Scenario(format: 0)"), ["D0014"]);
    assert_eq!(codes("Scenario(format: \"1\")"), ["D0044", "D0041"].iter().rev().copied().collect::<Vec<_>>());
}

/// Whatever comes, there is an answer, with at least one finding and places inside the text.
fn comes_to_an_answer(name: &str, bytes: Vec<u8>) -> Result<(), TestCaseError> {
    let (source, found) = decode(name, bytes);
    let found = if found.is_empty() {
        match read_as(name, &source) {
            Ok(()) => return Ok(()),
            Err(found) => found,
        }
    } else {
        found
    };
    prop_assert!(!found.is_empty());
    for label in found.iter().flat_map(|one| &one.labels) {
        prop_assert!(source.text.get(label.range.clone()).is_some(), "{:?} cuts the text of {name}", label.range);
    }
    Ok(())
}

/// Pieces of text that are likely to upset a reader.
const UPSETTING: [&[u8]; 24] = [
    b"(",
    b")",
    b"[",
    b"]",
    b"{",
    b"}",
    b",",
    b":",
    b"\"",
    b"\\",
    b"/*",
    b"*/",
    b"//",
    b"'",
    b"r#\"",
    b"b'",
    b"1..5",
    b"\\u{",
    b"\\x",
    b"\0",
    b"\r",
    b"\xe2\x80\x9c",
    b"\xc5\xb5",
    b"All(Not(",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_file_cut_off_anywhere_comes_to_an_answer(example in 0..EXAMPLES.len(), cut in any::<prop::sample::Index>()) {
        let (name, text) = EXAMPLES[example];
        let at = cut.index(text.len());
        comes_to_an_answer(name, text.as_bytes()[..at].to_vec())?;
    }

    #[test]
    fn a_file_with_changed_bytes_comes_to_an_answer(
        example in 0..EXAMPLES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let (name, text) = EXAMPLES[example];
        let mut bytes = text.as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        comes_to_an_answer(name, bytes)?;
    }

    #[test]
    fn a_file_with_upsetting_pieces_comes_to_an_answer(
        example in 0..EXAMPLES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..UPSETTING.len(), 0..20_usize), 1..6),
    ) {
        let (name, text) = EXAMPLES[example];
        let mut bytes = text.as_bytes().to_vec();
        for (at, piece, gone) in changes {
            let at = at.index(bytes.len());
            let end = (at + gone).min(bytes.len());
            bytes.splice(at..end, UPSETTING[piece].iter().copied());
        }
        comes_to_an_answer(name, bytes)?;
    }

    #[test]
    fn any_bytes_come_to_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        comes_to_an_answer("any.scenario.ron", bytes)?;
    }

    /// Each example, one byte of its syntax taken out: the first finding stands where a person would look, at most a
    /// screen's lines above.
    #[test]
    fn a_missing_bracket_or_comma_is_found(cut in any::<prop::sample::Index>()) {
        let text = EXAMPLES[4].1;
        let tokens: Vec<_> = super::scan::Scanner::new(text)
            .filter(|token| matches!(token.kind, super::scan::Kind::Open(_) | super::scan::Kind::Close(_)))
            .collect();
        let gone = tokens[cut.index(tokens.len())];
        let mut changed = text.to_owned();
        changed.replace_range(gone.range(), "");
        let source = Source::new("tiny.scenario.ron", changed);
        let found = scenario(&source).err().unwrap_or_default();
        prop_assert!(!found.is_empty());
        prop_assert!(found.len() <= 8, "{} findings for one bracket", found.len());
    }
}

#[test]
fn the_last_resort_is_rons_own_error() {
    let source = Source::new("a.ron", "Limits(a: 1)");
    let found =
        options().from_str::<raw::Mappa>(&source.text).err().map(|error| explain::<raw::Mappa>(&source, &error));
    assert_eq!(found.map(|found| found.len()), Some(1));
    assert!(read::<raw::Mappa>(&Source::new("a.ron", "Mappa(category: 1, level: 2)"), Limits::PLAN).is_ok());
}
