//! Reads a type from ron2's spanned tree, writing down every misfit and going on.
//!
//! serde asks for a type; the tree answers where it can. A part of a list that fails is left out; a field that fails or
//! is missing gets a stand-in (`blank`), so that its struct can be read to the end; a misspelt name is read as the one
//! that was most likely meant. What comes out is thrown away: only the findings count.
//!
//! serde hands over each wanted type once, so what has to be tried again (a struct whose missing field was just noted)
//! is tried where the type is known: wherever a part, a field or a payload is read, by [`Node::attempt`].

mod access;
mod brackets;
mod closed_list;
mod deserializer;
mod node;
mod numbers;
mod stop;

use ron2::ast::Expr;
use serde::de::{DeserializeOwned, Deserializer, Visitor};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{codes, tree, words};
use crate::diag::{Code, Diagnostic};
use crate::source::Source;

use node::{Asked, Node, What};
use stop::Stop;

/// Findings after which nothing further is read: more than are told.
const ENOUGH: usize = 4 * super::MOST_FINDINGS;

/// Everything about a tree that doesn't fit the type.
pub(super) fn problems<T: DeserializeOwned>(source: &Source, root: &Expr<'_>) -> Vec<Diagnostic> {
    let reader = Reader { source, found: RefCell::default(), told: RefCell::default(), absent: RefCell::default() };
    let node = Node { reader: &reader, what: What::Expr(root), asked: Asked::File };
    let _ = node.attempt::<T>();
    let mut found = reader.found.take();
    found.extend(reader.absent.take().into_values().map(|absent| absent.told(source)));
    found
}

/// The name with which a file of this type begins; nothing if it is a list.
pub(super) fn root_name<T: DeserializeOwned>() -> Option<&'static str> {
    let name = Cell::new(None);
    let _ = T::deserialize(Probe(&name));
    name.get()
}

struct Reader<'s> {
    source: &'s Source,
    found: RefCell<Vec<Diagnostic>>,
    /// What has been told, for parts that are read more than once.
    told: RefCell<BTreeSet<(usize, Code, String)>>,
    /// Required fields that are missing, by the place of their struct.
    absent: RefCell<BTreeMap<usize, Absent>>,
}

impl Reader<'_> {
    fn tell(&self, finding: Diagnostic) {
        if self.told.borrow_mut().insert((finding.start(), finding.code, finding.message.clone())) {
            self.found.borrow_mut().push(finding);
        }
    }

    /// A large file with a slip in each part would take long, and no one reads so many.
    fn has_enough(&self) -> bool {
        self.found.borrow().len() + self.absent.borrow().len() >= ENOUGH
    }

    fn finding(&self, code: Code, range: Range<usize>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(code, &self.source.name, range, message)
    }

    fn written(&self, expr: &Expr<'_>) -> &str {
        self.source.slice(&tree::bytes(expr.span()))
    }
}

/// The fields that one struct lacks.
struct Absent {
    owner: String,
    /// Its id, where it has one.
    id: Option<String>,
    range: Range<usize>,
    fields: Vec<&'static str>,
}

impl Absent {
    fn told(self, source: &Source) -> Diagnostic {
        let owner = match &self.id {
            Some(id) => format!("`{}` \"{}\"", self.owner, words::short(id)),
            None => format!("this `{}`", self.owner),
        };
        let message = format!("{owner} has no {}", words::either(&self.fields).unwrap_or_default());
        let examples: Vec<String> =
            self.fields.iter().take(4).map(|field| words::example(&self.owner, field)).collect();
        Diagnostic::error(codes::MISSING_FIELD, &source.name, self.range, message).with_help(format!(
            "Add {}{}.",
            examples.join(", "),
            if self.fields.len() > 4 { " and the others" } else { "" }
        ))
    }
}

/// Asks a type for its name, and gives it nothing.
struct Probe<'c>(&'c Cell<Option<&'static str>>);

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Stop;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Stop> {
        Err(Stop::Told)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Stop> {
        self.0.set(Some(name));
        Err(Stop::Told)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
