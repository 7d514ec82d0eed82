//! Files that hold something else: nothing at all, or another language.

use super::codes;
use super::scan::{Kind, Scanner, Token};
use crate::diag::Diagnostic;
use crate::source::Source;

/// What a file is instead, told from how it begins. `root` is the name that it ought to begin with.
pub(super) fn instead(source: &Source, root: Option<&str>) -> Option<Diagnostic> {
    let text = &source.text;
    let tokens: Vec<Token> = Scanner::new(text).filter(|token| token.kind != Kind::Comment).take(4).collect();
    let begins = match root {
        Some(name) => format!("It begins with `{name}(`."),
        None => "It begins with `[`.".to_owned(),
    };
    let refuse = |code, at: Token, message: &str, help: String| {
        let range = super::tree::first_line(text, at.range());
        Some(Diagnostic::error(code, &source.name, range, message).with_help(help))
    };
    let kind = |n: usize| tokens.get(n).map(|token| token.kind);
    let Some(&first) = tokens.first() else {
        let message =
            if text.trim().is_empty() { "the file is empty" } else { "the file holds comments, and nothing else" };
        return Some(Diagnostic::error(codes::EMPTY, &source.name, 0..0, message).with_help(begins));
    };
    let json_key = |at: usize| kind(at) == Some(Kind::Text) && kind(at + 1) == Some(Kind::Colon);
    match first.kind {
        Kind::Open(b'{') if json_key(1) => refuse(
            codes::JSON,
            first,
            "this is JSON, and these files are written in RON",
            format!("{begins} Names have no quotation marks: `title: \"...\"`."),
        ),
        Kind::Open(b'[') if kind(1) == Some(Kind::Open(b'{')) && json_key(2) => {
            refuse(codes::JSON, first, "this is JSON, and these files are written in RON", begins)
        }
        Kind::Word if kind(1) == Some(Kind::Colon) => {
            let line = text[first.start..].lines().next().unwrap_or_default().trim_end();
            if line.ends_with(',') {
                let message = "the file begins with a field, and nothing says what it is a field of";
                refuse(codes::FOREIGN, first, message, format!("{begins} Its fields come in these brackets."))
            } else {
                refuse(codes::FOREIGN, first, "this looks like YAML, and these files are written in RON", begins)
            }
        }
        Kind::Other if text[first.start..].starts_with("--") || text[first.start..].starts_with('%') => {
            refuse(codes::FOREIGN, first, "this looks like YAML, and these files are written in RON", begins)
        }
        Kind::Other if text[first.start..].starts_with('<') => {
            refuse(codes::FOREIGN, first, "this looks like HTML or XML, and these files are written in RON", begins)
        }
        _ => None,
    }
}
