//! A node of the tree, what asks for it, and the ways to say that it is wrong.

use ron2::ast::{Expr, StructBody, StructExpr};
use serde::Deserialize;
use std::ops::Range;

use crate::diag::Code;
use crate::scenario::parse::{blank, codes, tree, words};

use super::Reader;
use super::stop::Stop;

/// Required fields that one struct may lack before it is left alone.
const MOST_ABSENT: usize = 64;

/// What asks for a value: the subject of a message.
#[derive(Clone, Copy)]
pub(super) enum Asked<'r> {
    File,
    Field(&'r str),
    /// A part of a list, which belongs to this field or word.
    Item(&'r str),
    /// The n-th part of a word's brackets, from 1; 0 for the only one.
    Part(&'r str, usize),
    Key,
}

/// What a value is read from.
#[derive(Clone, Copy)]
pub(super) enum What<'r, 'a> {
    Expr(&'r Expr<'a>),
    /// What stands in the brackets after a word: RON lets the payload of a word share them.
    Body(&'r StructExpr<'a>),
    /// A name that stands where a key belongs.
    Name(&'r ron2::ast::Ident<'a>),
}

#[derive(Clone, Copy)]
pub(super) struct Node<'r, 'a> {
    pub(super) reader: &'r Reader<'r>,
    pub(super) what: What<'r, 'a>,
    pub(super) asked: Asked<'r>,
}

/// A named part, wherever it was written.
pub(super) struct Named<'r, 'a> {
    pub(super) name: &'r str,
    pub(super) range: Range<usize>,
    pub(super) value: &'r Expr<'a>,
}

impl Asked<'_> {
    pub(super) fn subject(self) -> String {
        match self {
            Self::File => "the file".to_owned(),
            Self::Field(name) => format!("`{}`", words::short(name)),
            Self::Item(name) => format!("each part of `{}`", words::short(name)),
            Self::Part(word, 0) => format!("`{}(..)`", words::short(word)),
            Self::Part(word, n) => format!("part {n} of `{}(..)`", words::short(word)),
            Self::Key => "a key".to_owned(),
        }
    }

    /// What the parts of a list that stands here are parts of.
    pub(super) const fn owner(&self) -> &str {
        match self {
            Self::File => "the list",
            Self::Field(name) | Self::Item(name) | Self::Part(name, _) => name,
            Self::Key => "the key",
        }
    }
}

impl<'r, 'a> Node<'r, 'a> {
    /// Reads a type, again if a missing field was noted; tells whatever stops it.
    pub(super) fn attempt<'de, T: Deserialize<'de>>(self) -> Result<T, Stop> {
        for _ in 0..MOST_ABSENT {
            if self.reader.has_enough() {
                return Err(Stop::Told);
            }
            match T::deserialize(self) {
                Err(Stop::Again) => {}
                Err(stop) => {
                    self.stopped(stop);
                    return Err(Stop::Told);
                }
                value => return value,
            }
        }
        Err(Stop::Told)
    }

    /// The same, with a stand-in for what can't be read.
    pub(super) fn attempt_or_blank<'de, T: Deserialize<'de>>(self) -> Result<T, Stop> {
        self.attempt().or_else(|stop| if self.reader.has_enough() { Err(stop) } else { blank::make().ok_or(stop) })
    }

    pub(super) fn with(self, expr: &'r Expr<'a>, asked: Asked<'r>) -> Self {
        Self { what: What::Expr(expr), asked, ..self }
    }

    /// What is marked when this node is wrong.
    pub(super) fn mark(self) -> Range<usize> {
        match self.what {
            What::Expr(expr) => tree::mark(&self.reader.source.text, expr),
            What::Body(word) => tree::bytes(&word.name.span),
            What::Name(name) => tree::bytes(&name.span),
        }
    }

    pub(super) fn tell(self, code: Code, range: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.reader.tell(self.reader.finding(code, range, message).with_help(help));
    }

    pub(super) fn stopped(self, stop: Stop) {
        let subject = self.asked.subject();
        let finding = match stop {
            Stop::Told | Stop::Again => return,
            Stop::Said(message) => self.reader.finding(codes::NOT_ALLOWED, self.mark(), message),
            Stop::Kind(expected) => self
                .reader
                .finding(codes::WRONG_KIND, self.mark(), format!("{subject} can't have this value"))
                .with_help(format!("Write {expected}.")),
            Stop::Length(expected) => self
                .reader
                .finding(codes::PARTS, self.mark(), format!("{subject} has too few parts"))
                .with_help(format!("Write {expected}.")),
            Stop::Missing(field) | Stop::Twice(field) => {
                self.reader.finding(codes::SHAPE, self.mark(), format!("`{field}` can't be read here"))
            }
        };
        self.reader.tell(finding);
    }

    /// The one value of this node, without a needless `Some(..)`.
    pub(super) fn single(self) -> Result<Self, Stop> {
        let What::Body(word) = self.what else { return Ok(self.without_some()) };
        let name = word.name.name.as_ref();
        let usage = words::usage(name).map(|usage| format!("Write `{usage}`."));
        let parts = match &word.body {
            Some(StructBody::Tuple(body)) => &body.elements,
            Some(StructBody::Fields(_)) => {
                let help = usage.unwrap_or_else(|| "Leave out the name and its colon.".to_owned());
                self.tell(codes::PARTS, self.mark(), format!("what stands in `{name}(..)` has no name"), help);
                return Err(Stop::Told);
            }
            None => return Err(self.lacks_brackets(name)),
        };
        match parts.as_slice() {
            [part] => Ok(self.with(&part.expr, Asked::Part(name, 0)).without_some()),
            [] => Err(self.lacks_brackets(name)),
            [_, second, ..] => {
                let help = usage.unwrap_or_else(|| "Leave the others out.".to_owned());
                let range = tree::mark(&self.reader.source.text, &second.expr);
                self.tell(
                    codes::PARTS,
                    range,
                    format!("`{name}(..)` has room for one part, and {} are written", parts.len()),
                    help,
                );
                Err(Stop::Told)
            }
        }
    }

    pub(super) fn lacks_brackets(self, name: &str) -> Stop {
        let help = match words::usage(name) {
            Some(usage) => format!("Write `{usage}`."),
            None => format!("Write `{name}(...)`."),
        };
        self.tell(codes::PARTS, self.mark(), format!("`{name}` needs something in round brackets"), help);
        Stop::Told
    }

    pub(super) fn without_some(self) -> Self {
        let What::Expr(Expr::Option(option)) = self.what else { return self };
        let Some(some) = &option.value else { return self };
        let inner = words::short(self.reader.written(&some.expr));
        let range = option.span.start_offset..option.span.start_offset + "Some".len();
        self.tell(
            codes::SOME,
            range,
            format!("{} has no use for `Some(..)`", self.asked.subject()),
            format!("Write `{inner}`."),
        );
        self.with(&some.expr, self.asked).without_some()
    }

    /// Tells that another kind of value is wanted.
    pub(super) fn wants(self, wanted: &str, help: Option<String>) -> Stop {
        let found = match self.what {
            What::Expr(expr) => describe(expr),
            What::Body(word) => format!("`{}(..)`", word.name.name),
            What::Name(name) => format!("the word `{}`", words::short(&name.name)),
        };
        let message = format!("{} wants {wanted}, and {found} stands here", self.asked.subject());
        let mut finding = self.reader.finding(codes::WRONG_KIND, self.mark(), message);
        finding.help = help
            .or_else(|| matches!(self.what, What::Expr(Expr::Option(_))).then(|| "Leave the field out.".to_owned()));
        self.reader.tell(finding);
        Stop::Told
    }
}

/// What something is, to an author.
fn describe(expr: &Expr<'_>) -> String {
    match expr {
        Expr::Unit(_) => "an empty pair of brackets".to_owned(),
        Expr::Bool(value) => format!("`{}`", value.value),
        Expr::Char(_) | Expr::Byte(_) => "a single character".to_owned(),
        Expr::Number(number) => format!("the number {}", words::short(&number.raw)),
        Expr::String(_) | Expr::Bytes(_) => "a text".to_owned(),
        Expr::Option(option) if option.value.is_none() => "`None`".to_owned(),
        Expr::Option(_) => "`Some(..)`".to_owned(),
        Expr::Seq(_) => "a list".to_owned(),
        Expr::Map(_) => "a map".to_owned(),
        Expr::Tuple(_) | Expr::AnonStruct(_) => "something in round brackets".to_owned(),
        Expr::Struct(value) if value.body.is_some() => format!("`{}(..)`", words::short(&value.name.name)),
        Expr::Struct(value) => format!("the word `{}`", words::short(&value.name.name)),
        Expr::Error(_) => "something unreadable".to_owned(),
    }
}
