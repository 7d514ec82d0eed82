//! Where everything stands in a text: the spanned tree, reduced to brackets, their parts and the commas between.

use ron2::ast::{Expr, StructBody};
use std::ops::Range;

use crate::scenario::parse::tree;
use crate::source::Source;

/// A value as it is written.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) range: Range<usize>,
    /// What is in its bracket, if that is a list or has named fields.
    pub(super) inside: Option<Bracket>,
}

/// A list, or named fields.
#[derive(Debug)]
pub(super) struct Bracket {
    /// The bytes between the brackets.
    pub(super) inner: Range<usize>,
    pub(super) parts: Vec<Part>,
}

/// An item of a list, or a field with its name.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) name: Option<String>,
    /// From the first byte of the item or of the name to the last of the value.
    pub(super) range: Range<usize>,
    pub(super) value: Written,
    pub(super) comma: Option<Range<usize>>,
}

impl Part {
    /// The byte after the part and its comma.
    pub(super) fn end(&self) -> usize {
        self.comma.as_ref().map_or(self.range.end, |comma| comma.end)
    }
}

impl Bracket {
    pub(super) fn place_of(&self, name: &str) -> Option<usize> {
        self.parts.iter().position(|part| part.name.as_deref() == Some(name))
    }
}

impl Written {
    /// Everything that is written in a text; nothing if ron2 can't read all of it.
    pub(super) fn of(source: &Source) -> Option<Self> {
        let text = tree::readable(&source.text);
        let (document, errors) = tree::read(&text)?;
        if errors.is_empty() { document.value.as_ref().map(value) } else { None }
    }

    /// The value of a field.
    pub(super) fn field(&self, name: &str) -> Option<&Self> {
        let inside = self.inside.as_ref()?;
        inside.place_of(name).map(|place| &inside.parts[place].value)
    }

    /// The list that a field holds.
    pub(super) fn list(&self, name: &str) -> Option<&Bracket> {
        self.field(name)?.inside.as_ref()
    }

    /// An item of the list that a field holds.
    pub(super) fn item(&self, name: &str, place: usize) -> Option<&Self> {
        self.list(name)?.parts.get(place).map(|part| &part.value)
    }
}

fn value(expr: &Expr<'_>) -> Written {
    let inside = match expr {
        Expr::Seq(list) => {
            let parts = list.items.iter().map(|item| Part {
                name: None,
                range: tree::bytes(item.expr.span()),
                value: value(&item.expr),
                comma: item.comma.as_ref().map(tree::bytes),
            });
            let inner = list.open_bracket.end_offset..list.close_bracket.start_offset;
            Some(Bracket { inner, parts: parts.collect() })
        }
        Expr::AnonStruct(of) => fields(expr, of.open_paren.end_offset..of.close_paren.start_offset),
        Expr::Struct(of) => match &of.body {
            Some(StructBody::Fields(body)) => fields(expr, body.open_brace.end_offset..body.close_brace.start_offset),
            _ => None,
        },
        _ => None,
    };
    Written { range: tree::bytes(expr.span()), inside }
}

fn fields(expr: &Expr<'_>, inner: Range<usize>) -> Option<Bracket> {
    let parts = tree::fields(expr)?.iter().map(|field| {
        let value = value(&field.value);
        Part {
            name: Some(field.name.name.clone().into_owned()),
            range: field.name.span.start_offset..value.range.end,
            value,
            comma: field.comma.as_ref().map(tree::bytes),
        }
    });
    Some(Bracket { inner, parts: parts.collect() })
}
