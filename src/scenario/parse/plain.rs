//! What ron and ron2 say, in plain words, at their own places. The last resort: `syntax` and `tolerant` say more.

use ron2::ErrorKind;
use std::ops::Range;

use super::codes;
use super::words::{short, suggestion};
use super::{tree, words};
use crate::diag::{Code, Diagnostic};
use crate::source::Source;

/// ron2's errors that are looked at: after a slip they come in crowds.
const MOST_LOOKED_AT: usize = 200;

/// ron's own error.
pub(super) fn from_ron(source: &Source, error: &ron::error::SpannedError) -> Diagnostic {
    let start = source.offset_from_ron(error.span.start.line, error.span.start.col);
    let end = source.offset_from_ron(error.span.end.line, error.span.end.col).max(start);
    let (code, message, help) = ron_words(&error.code);
    let mut finding = Diagnostic::error(code, &source.name, place(source, start..end), message);
    finding.help = help;
    finding
}

/// ron2's errors about signs and brackets, one a line.
pub(super) fn from_ron2(source: &Source, errors: &[ron2::Error]) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut last_line = 0;
    for error in errors.iter().take(MOST_LOOKED_AT) {
        let range = place(source, tree::bytes(error.span()));
        let line = source.position(range.start).line;
        if line == last_line {
            continue;
        }
        last_line = line;
        let (code, message, help) = ron2_words(error.kind());
        found.push(Diagnostic::error(code, &source.name, range, message).with_help(help));
    }
    found
}

/// On whole characters, on one line, and not past the last character that can be seen.
fn place(source: &Source, range: Range<usize>) -> Range<usize> {
    let seen = source.text.trim_end().len();
    let start = source.floor(range.start.min(seen));
    let end = source.floor(range.end.min(seen)).max(start);
    tree::first_line(&source.text, start..end)
}

fn ron_words(error: &ron::Error) -> (Code, String, Option<String>) {
    use ron::Error as E;
    let syntax = |message: &str, help: &str| (codes::SYNTAX, message.to_owned(), Some(help.to_owned()));
    let wants = |what: &str| (codes::WRONG_KIND, format!("{what} has to stand here"), None);
    match error {
        E::Eof => syntax("the file ends too early", "Something is missing at its end: a bracket, or a value."),
        E::ExpectedComma => (codes::COMMA, "a comma or a closing bracket is missing here".to_owned(), None),
        E::ExpectedArray => wants("a list in square brackets"),
        E::ExpectedArrayEnd => (codes::NOT_CLOSED, "a `]` is missing here".to_owned(), None),
        E::ExpectedMap => wants("a map in curly brackets"),
        E::ExpectedMapEnd => (codes::NOT_CLOSED, "a `}` is missing here".to_owned(), None),
        E::ExpectedMapColon => (codes::SIGN, "a colon is missing here".to_owned(), None),
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => wants("something in round brackets"),
        E::ExpectedStructLikeEnd | E::ExpectedOptionEnd => {
            (codes::NOT_CLOSED, "a `)` is missing here".to_owned(), None)
        }
        E::ExpectedDifferentStructName { expected, found } => (
            codes::WRONG_NAME,
            format!("`{}` stands where `{expected}` belongs", short(found)),
            Some(format!("Write `{expected}(...)`.")),
        ),
        E::ExpectedStructName(name) => {
            (codes::WRONG_NAME, format!("a name is missing before this bracket: `{name}`"), None)
        }
        E::ExpectedBoolean => wants("`true` or `false`"),
        E::ExpectedInteger => wants("a whole number"),
        E::ExpectedFloat => wants("a number"),
        E::ExpectedString | E::ExpectedByteString => wants("a text in quotation marks"),
        E::ExpectedChar | E::ExpectedByteLiteral => wants("a single character"),
        E::ExpectedOption => wants("a value or `None`"),
        E::ExpectedUnit => wants("`()`"),
        E::ExpectedIdentifier | E::InvalidIdentifier(_) | E::SuggestRawIdentifier(_) => wants("a word"),
        E::ExpectedStringEnd => (
            codes::TEXT_NOT_CLOSED,
            "a text is not closed".to_owned(),
            Some("Put a quotation mark `\"` where it ends.".to_owned()),
        ),
        E::ExpectedAttribute | E::ExpectedAttributeEnd | E::NoSuchExtension(_) => (
            codes::EXTENSION,
            "an extension that is not known is asked for".to_owned(),
            Some("Leave the line out: no file needs an extension.".to_owned()),
        ),
        E::InvalidEscape(_) => (
            codes::ESCAPE,
            "a backslash stands before something that it can't stand before".to_owned(),
            Some("A backslash itself is written `\\\\`.".to_owned()),
        ),
        E::IntegerOutOfBounds => (codes::OUT_OF_RANGE, "this number is too large or too small".to_owned(), None),
        E::InvalidIntegerDigit { .. } | E::UnderscoreAtBeginning | E::FloatUnderscore => {
            (codes::NUMBER, "this is no number".to_owned(), None)
        }
        E::UnclosedBlockComment | E::UnclosedLineComment => {
            (codes::COMMENT_NOT_CLOSED, "a comment is not closed".to_owned(), Some("End it with `*/`.".to_owned()))
        }
        E::UnexpectedChar(c) => {
            let (code, message, help) = super::signs::explain(*c);
            (code, message, Some(help.to_owned()))
        }
        E::TrailingCharacters => (
            codes::AFTER_THE_END,
            "something stands after the end of the file's one value".to_owned(),
            Some("Perhaps a bracket above closes too early.".to_owned()),
        ),
        E::InvalidValueForType { expected, .. } => {
            (codes::NOT_ALLOWED, "this value is not allowed here".to_owned(), Some(format!("Write {expected}.")))
        }
        E::ExpectedDifferentLength { .. } => {
            (codes::PARTS, "these brackets hold too few or too many parts".to_owned(), None)
        }
        E::NoSuchEnumVariant { expected, found, .. } => (
            codes::UNKNOWN_WORD,
            format!("`{}` is no word that may stand here", short(found)),
            Some(suggestion(found, expected, "These may:")),
        ),
        E::NoSuchStructField { expected, found, .. } => (
            codes::UNKNOWN_FIELD,
            format!("there is no field `{}` here", short(found)),
            Some(suggestion(found, expected, "These are:")),
        ),
        E::MissingStructField { field, outer } => (
            codes::MISSING_FIELD,
            format!("the field `{field}` is missing above this bracket"),
            Some(format!("Add {}.", words::example(outer.as_deref().unwrap_or_default(), field))),
        ),
        E::DuplicateStructField { field, .. } => {
            (codes::FIELD_TWICE, format!("`{field}` is written twice"), Some("Keep one of the two.".to_owned()))
        }
        E::ExceededRecursionLimit => (
            codes::TOO_DEEP,
            "what is written here lies too deep in brackets".to_owned(),
            Some(
                "Conditions may be nested twelve deep. Say it with fewer brackets, or set a flag on the way."
                    .to_owned(),
            ),
        ),
        // Made by hand in the raw types, in an author's words.
        E::Message(message) => (codes::NOT_ALLOWED, message.clone(), None),
        _ => (codes::SHAPE, "this can't be read".to_owned(), None),
    }
}

fn ron2_words(error: &ErrorKind) -> (Code, String, String) {
    let say = |code, message: &str, help: &str| (code, message.to_owned(), help.to_owned());
    match error {
        ErrorKind::Eof => {
            say(codes::SYNTAX, "the file ends too early", "Something is missing at its end: a bracket, or a value.")
        }
        ErrorKind::UnexpectedChar(c) => {
            let (code, message, help) = super::signs::explain(*c);
            (code, message, help.to_owned())
        }
        ErrorKind::UnclosedBlockComment | ErrorKind::UnclosedLineComment => {
            say(codes::COMMENT_NOT_CLOSED, "a comment is not closed", "End it with `*/`.")
        }
        ErrorKind::InvalidEscape(_) => say(
            codes::ESCAPE,
            "a backslash stands before something that it can't stand before",
            "A backslash itself is written `\\\\`.",
        ),
        ErrorKind::ExpectedStringEnd => {
            say(codes::TEXT_NOT_CLOSED, "a text is not closed", "Put a quotation mark `\"` where it ends.")
        }
        ErrorKind::TrailingCharacters => say(
            codes::AFTER_THE_END,
            "something stands after the end of the file's one value",
            "Perhaps a bracket above closes too early.",
        ),
        ErrorKind::ExceededRecursionLimit => {
            say(codes::TOO_DEEP, "what is written here lies too deep in brackets", "Say it with fewer brackets.")
        }
        ErrorKind::Expected { expected, .. } if expected.contains("comma") => {
            say(codes::COMMA, "a comma is missing before this", "Put a comma there.")
        }
        ErrorKind::Expected { expected, .. } if expected.contains("closing") => say(
            codes::NOT_CLOSED,
            "a closing bracket is missing before this",
            "Look which bracket above is still open.",
        ),
        ErrorKind::Expected { expected, .. } if expected.contains("value") => {
            say(codes::NO_VALUE, "a value is missing here", "Write it after the colon.")
        }
        ErrorKind::Expected { expected, .. } if expected.contains(':') => {
            say(codes::SIGN, "a colon is missing here", "A field and its value have a colon between them.")
        }
        _ => say(
            codes::SYNTAX,
            "this can't be read",
            "Look for a bracket, a comma or a quotation mark too few or too many.",
        ),
    }
}
