//! The spanned tree of a text, as ron2 reads it, and which bytes of a node to mark.
//!
//! It costs more than the typed reading, so it is built only when there is something to say. ron2 refuses a few things
//! that ron takes; `readable` hides the one that authors might write.

use ron2::ast::{self, Document, Expr, StringExpr, StructBody, StructField, TupleElement};
use ron2::error::Span;
use std::borrow::Cow;
use std::ops::Range;

use super::DEEPEST;
use super::scan::{self, Kind, Scanner};

/// The same text, byte for byte, but that a line break after a backslash inside a text is no escape any more.
pub(crate) fn readable(text: &str) -> Cow<'_, str> {
    if !text.contains("\\\n") && !text.contains("\\\r\n") {
        return Cow::Borrowed(text);
    }
    let mut out = text.to_owned();
    for token in Scanner::new(text).filter(|token| token.kind == Kind::Text) {
        let mut bytes = token.text(text).bytes().enumerate().peekable();
        while let Some((at, byte)) = bytes.next() {
            if byte == b'\\' {
                if let Some((_, b'\n' | b'\r')) = bytes.peek() {
                    out.replace_range(token.start + at..token.start + at + 1, " ");
                }
                bytes.next();
            }
        }
    }
    Cow::Owned(out)
}

/// Reads a text into a tree. Nothing if brackets lie so deep that reading it might not end well.
pub(crate) fn read(text: &str) -> Option<(Document<'_>, Vec<ron2::Error>)> {
    // ron2 counts only some brackets towards its own limit.
    if scan::measure(text, DEEPEST, usize::MAX, |_| {}).too_deep.is_some() {
        return None;
    }
    Some(ast::parse_document_lossy(text))
}

/// Every comment of a text, in order: those of one line without the end of their line.
pub(crate) fn comments(text: &str) -> Vec<Range<usize>> {
    let comments = Scanner::new(text).filter(|token| token.kind == Kind::Comment);
    comments.map(|token| token.start..token.start + token.text(text).trim_end_matches('\r').len()).collect()
}

pub(crate) const fn bytes(span: &Span) -> Range<usize> {
    span.start_offset..span.end_offset
}

/// The fields of anything that is written with names in round brackets.
pub(crate) fn fields<'e, 'a>(expr: &'e Expr<'a>) -> Option<&'e [StructField<'a>]> {
    match expr {
        Expr::AnonStruct(value) => Some(&value.fields),
        Expr::Struct(value) => match &value.body {
            Some(StructBody::Fields(body)) => Some(&body.fields),
            _ => None,
        },
        _ => None,
    }
}

/// The unnamed parts of anything that is written with round brackets.
pub(crate) fn parts<'e, 'a>(expr: &'e Expr<'a>) -> Option<&'e [TupleElement<'a>]> {
    match expr {
        Expr::Tuple(value) => Some(&value.elements),
        Expr::Struct(value) => match &value.body {
            Some(StructBody::Tuple(body)) => Some(&body.elements),
            _ => None,
        },
        _ => None,
    }
}

/// The value of `id:` among fields, if it is a text.
pub(crate) fn id<'e, 'a>(fields: &'e [StructField<'a>]) -> Option<&'e StringExpr<'a>> {
    fields.iter().find(|field| field.name.name == "id").and_then(|field| match &field.value {
        Expr::String(id) => Some(id),
        _ => None,
    })
}

/// What to mark of a node: all of it on one line, else its name, its opening bracket or its first line.
pub(crate) fn mark(text: &str, expr: &Expr<'_>) -> Range<usize> {
    let range = bytes(expr.span());
    match text.get(range.clone()) {
        Some(written) if written.contains('\n') => head(text, expr),
        _ => range,
    }
}

/// Its name, its opening bracket, or its first line.
pub(crate) fn head(text: &str, expr: &Expr<'_>) -> Range<usize> {
    match expr {
        Expr::Struct(value) => bytes(&value.name.span),
        Expr::AnonStruct(value) => bytes(&value.open_paren),
        Expr::Tuple(value) => bytes(&value.open_paren),
        Expr::Seq(value) => bytes(&value.open_bracket),
        Expr::Map(value) => bytes(&value.open_brace),
        Expr::Option(value) => value.span.start_offset..value.span.start_offset + 4,
        other => first_line(text, bytes(other.span())),
    }
}

/// A range cut at the end of its first line.
pub(crate) fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let written = text.get(range.clone()).unwrap_or_default();
    let line = written.split('\n').next().unwrap_or_default().trim_end_matches('\r');
    range.start..range.start + line.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_after_a_backslash_is_hidden_byte_for_byte() {
        let text = "(a: \"x\\\n  y\\\\\", b: \"\\\\\n\") // \\\n";
        let hidden = readable(text);
        assert_eq!(hidden.len(), text.len());
        assert_eq!(hidden, "(a: \"x \n  y\\\\\", b: \"\\\\\n\") // \\\n");
        assert!(read(&hidden).is_some_and(|(_, errors)| errors.is_empty()));
        assert!(matches!(readable("(a: \"x\")"), Cow::Borrowed(_)));
    }

    #[test]
    fn comments_are_told_from_texts_and_end_before_the_line_does() {
        let text = "(a: \"// no\", // one\r\n b: r#\"/* no\"*/\"#, /* two /* inner */ */ c: '/') // three";
        let found: Vec<&str> = comments(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["// one", "/* two /* inner */ */", "// three"]);
    }
}
