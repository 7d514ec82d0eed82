//! Reading an author's files, with every problem of a file told in one go.
//!
//! In go bytes or a [`Source`]; out come the types of [`super::raw`], or diagnostics with byte ranges. It opens no
//! files, and knows nothing of what the words mean: that is `check`.
//!
//! 1. [`text`] turns bytes into a [`Source`]: size, encoding. `hygiene` refuses what can't be seen.
//! 2. `scan` takes one quick look: how deep brackets lie, how many values there are, which format is named.
//! 3. ron reads the text into the types. A clean file ends here.
//! 4. If ron refuses: `foreign` asks whether this is another language, `syntax` names what is wrong with brackets,
//!    commas and texts. If that is sound, `tolerant` reads the types again from ron2's spanned tree, writing down each
//!    misfit and going on with a stand-in (`blank`). If neither finds anything, ron's own error is told (`plain`).
//!
//! # Codes
//! | code | what |
//! |---|---|
//! | D0001 | the file is too large |
//! | D0002 | bytes that are no UTF-8 |
//! | D0003 | UTF-16 or UTF-32 |
//! | D0004 | NUL or another control character, written or escaped |
//! | D0005 | a character that turns the direction of writing |
//! | D0006 | a line that ends with a lone carriage return |
//! | D0007 | smart quotes about a text |
//! | D0008 | odd spaces and look-alike signs outside texts |
//! | D0009 | an empty file, or comments alone |
//! | D0010 | JSON |
//! | D0011 | YAML, HTML, or fields with nothing about them |
//! | D0012 | too many values |
//! | D0013 | brackets too deep |
//! | D0014 | a format that is not known |
//! | D0019 | there are more findings than are shown |
//! | D0020 | a bracket that is not closed |
//! | D0021 | a bracket that closes nothing |
//! | D0022 | a text that is not closed |
//! | D0023 | a comment that is not closed |
//! | D0024 | a missing comma |
//! | D0025 | something after the end |
//! | D0026 | a second value in the file |
//! | D0027 | a backslash before something unknown |
//! | D0028 | a quotation mark inside a text |
//! | D0029 | curly brackets after a name |
//! | D0030 | a sign that means nothing, or is missing |
//! | D0031 | a missing value |
//! | D0032 | parts with and without names in one bracket |
//! | D0033 | single quotes about a text |
//! | D0034 | an id, date or time without quotation marks |
//! | D0035 | an extension that is not known |
//! | D0036 | a number that is none |
//! | D0039 | other faults of writing |
//! | D0040 | a field that is not known |
//! | D0041 | a missing field |
//! | D0042 | a field written twice |
//! | D0043 | a key written twice |
//! | D0044 | another kind of value than is wanted |
//! | D0045 | a word that is not known |
//! | D0046 | the wrong name before a bracket |
//! | D0047 | too few or too many parts |
//! | D0048 | a number out of range |
//! | D0049 | a value that is not allowed |
//! | D0050 | square brackets inside `All(..)` |
//! | D0051 | `Some(..)` where it doesn't belong |
//! | D0052 | the wrong kind of brackets |
//! | D0053 | another kind of file |
//! | D0059 | other faults of shape |

mod blank;
mod codes;
mod foreign;
mod hygiene;
mod plain;
mod scan;
mod signs;
mod syntax;
mod tolerant;
pub(crate) mod tree;
mod words;

use ron::Options;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::raw;
use crate::diag::{self, Code, Diagnostic, Severity};
use crate::source::Source;

/// The format that this program reads.
pub(crate) const FORMAT: u32 = 1;
/// How deep brackets may lie: deeper than in any file that `check` passes, and shallow enough for two mebibytes of
/// stack. ron's own limit may be met a little earlier, by some thirty conditions inside each other.
pub(crate) const DEEPEST: usize = 40;
/// Findings that are told; a person mends these and looks again.
const MOST_FINDINGS: usize = 100;

/// How large a file of one kind may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// What it is called in a message.
    pub what: &'static str,
    pub bytes: usize,
    /// Texts, numbers, words and brackets, each counted once.
    pub nodes: usize,
}

impl Limits {
    pub const SCENARIO: Self = Self { what: "scenario", bytes: 1 << 20, nodes: 10_000 };
    pub const PANEL: Self = Self { what: "panel", bytes: 16 << 20, nodes: 200_000 };
    pub const PLAN: Self = Self { what: "plan", ..Self::SCENARIO };
    pub const INVITATION: Self = Self { what: "invitation", ..Self::SCENARIO };
    pub const FORMS: Self = Self { what: "file of forms", ..Self::SCENARIO };
    pub const POLICY: Self = Self { what: "policy pack", ..Self::SCENARIO };
    pub const HOLIDAYS: Self = Self { what: "list of holidays", ..Self::SCENARIO };
}

/// Turns the bytes of a file into a text.
///
/// # Errors
/// If the file is too large for any use, or no UTF-8. To show the place, use [`decode`].
pub fn text(name: &str, bytes: Vec<u8>) -> Result<Source, Vec<Diagnostic>> {
    match decode(name, bytes) {
        (source, found) if found.is_empty() => Ok(source),
        (_, found) => Err(found),
    }
}

/// Turns the bytes of a file into a text, and says what is wrong with them. If anything is, the text is what could be
/// read: good for showing the place, and not to be read further.
#[must_use]
pub fn decode(name: &str, bytes: Vec<u8>) -> (Source, Vec<Diagnostic>) {
    hygiene::decode(name, bytes)
}

/// Reads `scenario.ron`.
///
/// # Errors
/// Everything that is wrong with how it is written, in the order of the file.
pub fn scenario(source: &Source) -> Result<raw::Scenario, Vec<Diagnostic>> {
    read(source, Limits::SCENARIO)
}

/// Reads `panel.ron`.
///
/// # Errors
/// Everything that is wrong with how it is written, in the order of the file.
pub fn panel(source: &Source) -> Result<raw::Panel, Vec<Diagnostic>> {
    read(source, Limits::PANEL)
}

/// Reads a `*.plan.ron`.
///
/// # Errors
/// Everything that is wrong with how it is written, in the order of the file.
pub fn plan(source: &Source) -> Result<raw::Plan, Vec<Diagnostic>> {
    read(source, Limits::PLAN)
}

/// Reads the `invitation.ron` of a bundle.
///
/// # Errors
/// Everything that is wrong with how it is written, in the order of the file.
pub fn invitation(source: &Source) -> Result<raw::Invitation, Vec<Diagnostic>> {
    read(source, Limits::INVITATION)
}

/// Reads a file of forms.
///
/// # Errors
/// Everything that is wrong with how it is written, in the order of the file.
pub fn forms(source: &Source) -> Result<Vec<raw::Form>, Vec<Diagnostic>> {
    read(source, Limits::FORMS)
}

/// Reads a policy pack.
///
/// # Errors
/// Everything that is wrong with how it is written, in the order of the file.
pub fn policy(source: &Source) -> Result<raw::policy::PolicyPack, Vec<Diagnostic>> {
    read(source, Limits::POLICY)
}

/// Reads the bank holidays of a place.
///
/// # Errors
/// Everything that is wrong with how it is written, in the order of the file.
pub fn holidays(source: &Source) -> Result<raw::policy::BankHolidays, Vec<Diagnostic>> {
    read(source, Limits::HOLIDAYS)
}

/// The one setting with which every file is read.
fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}

/// Whether a character may stand in no file, not even as an escape: it can't be seen, or turns the direction of
/// writing.
pub(super) const fn is_forbidden(c: char) -> bool {
    hygiene::forbidden(c).is_some()
}

/// Reads any of an author's files.
///
/// # Errors
/// Everything that is wrong with how it is written, in the order of the file: never an empty list.
pub fn read<T: DeserializeOwned>(source: &Source, limits: Limits) -> Result<T, Vec<Diagnostic>> {
    if source.text.len() > limits.bytes {
        return Err(vec![hygiene::too_large(source, limits.what, limits.bytes)]);
    }
    let (mut found, hopeless) = hygiene::characters(source);
    if hopeless {
        // No text at all; or, after a lone carriage return, a comment would seem to go on to the end of the file.
        return Err(finish(source, found));
    }
    let measure =
        scan::measure(&source.text, DEEPEST, limits.nodes, |token| hygiene::escapes(source, token, &mut found));
    let refused = [too_deep(source, &measure), too_many(source, &measure, limits), format(source, &measure)];
    if refused.iter().any(Option::is_some) {
        match foreign::instead(source, tolerant::root_name::<T>()) {
            Some(other) => found.push(other),
            None => found.extend(refused.into_iter().flatten()),
        }
        return Err(finish(source, found));
    }
    match options().from_str(&source.text) {
        Ok(value) if found.is_empty() => Ok(value),
        Ok(_) => Err(finish(source, found)),
        Err(error) => {
            let known: Vec<usize> = found.iter().map(Diagnostic::start).collect();
            found.extend(explain::<T>(source, &error).into_iter().filter(|one| !known.contains(&one.start())));
            Err(finish(source, found))
        }
    }
}

/// Says why ron refused a text.
fn explain<T: DeserializeOwned>(source: &Source, error: &ron::error::SpannedError) -> Vec<Diagnostic> {
    if let Some(other) = foreign::instead(source, tolerant::root_name::<T>()) {
        return vec![other];
    }
    let found = syntax::problems(source);
    if !found.is_empty() {
        return found;
    }
    let own = plain::from_ron(source, error);
    let text = tree::readable(&source.text);
    let Some((document, errors)) = tree::read(&text) else { return vec![own] };
    if !errors.is_empty() {
        return plain::from_ron2(source, &errors);
    }
    let Some(value) = &document.value else { return vec![own] };
    let mut found = tolerant::problems::<T>(source, value);
    // ron stops at the first fault. If all that was found comes on later lines, this fault is not among it.
    let line = |finding: &Diagnostic| source.position(finding.start()).line;
    if own.code == codes::TOO_DEEP || found.iter().all(|finding| line(finding) > line(&own)) {
        found.push(own);
    }
    found
}

fn too_deep(source: &Source, measure: &scan::Measure) -> Option<Diagnostic> {
    let range = measure.too_deep.clone()?;
    let message = format!("this bracket lies more than {DEEPEST} deep in others");
    let help = "Conditions may be nested twelve deep. If this is no condition, a bracket above it is not closed.";
    Some(Diagnostic::error(codes::TOO_DEEP, &source.name, range, message).with_help(help))
}

fn too_many(source: &Source, measure: &scan::Measure, limits: Limits) -> Option<Diagnostic> {
    let range = tree::first_line(&source.text, measure.too_many.clone()?);
    let (has, most) = (words::thousands(measure.values), words::thousands(limits.nodes));
    let message = format!("the file has {has} values, and a {} may have at most {most}", limits.what);
    let help = "From here on there are too many. Texts, numbers, words and brackets count as one each.";
    Some(Diagnostic::error(codes::TOO_MANY_VALUES, &source.name, range, message).with_help(help))
}

/// Refuses a format that is not ours. What is no number at all is left to the typed reading.
fn format(source: &Source, measure: &scan::Measure) -> Option<Diagnostic> {
    let range = measure.format.clone()?;
    let written = source.slice(&range);
    if written.is_empty() || !written.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: Option<u32> = written.parse().ok();
    let (message, help) = match number {
        Some(FORMAT) => return None,
        Some(0) => (format!("there is no format {written}"), format!("Write `format: {FORMAT}`.")),
        _ => (
            format!(
                "this file is written in format {}, and this program reads format {FORMAT}",
                words::short(written)
            ),
            format!(
                "Read it with a newer version of Defensible. If you wrote it for this one, write `format: {FORMAT}`."
            ),
        ),
    };
    Some(Diagnostic::error(codes::FORMAT, &source.name, range, message).with_help(help))
}

/// In order, and no more than a person would read.
fn finish(source: &Source, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diag::sort(&mut found);
    if found.len() > MOST_FINDINGS {
        let last = found[MOST_FINDINGS].start();
        found.truncate(MOST_FINDINGS);
        found.push(advice(codes::MORE, source, last, "there is more from here on".to_owned()));
    }
    found
}

fn advice(code: Code, source: &Source, at: usize, message: String) -> Diagnostic {
    let mut finding = Diagnostic::error(code, &source.name, at..at, message);
    finding.severity = Severity::Advice;
    finding.with_help("Mend those above first: often one slip brings many.")
}

#[cfg(test)]
mod tests;
