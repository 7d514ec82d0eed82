//! The parts of lists, structs and maps, handed to serde one by one.

use ron2::ast::Expr;
use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess};
use std::cell::Cell;

use crate::scenario::parse::blank;

use super::node::{Asked, Named, Node, What};
use super::stop::Stop;

/// The parts of a list or of a word's brackets.
pub(super) struct Items<'r, 'a, 'f> {
    pub(super) node: Node<'r, 'a>,
    pub(super) parts: std::vec::IntoIter<&'r Expr<'a>>,
    pub(super) word: &'r str,
    /// Each part has a place of its own, so one that fails needs a stand-in.
    pub(super) numbered: bool,
    pub(super) read: usize,
    pub(super) failed: &'f Cell<bool>,
}

impl<'de> SeqAccess<'de> for Items<'_, '_, '_> {
    type Error = Stop;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Stop> {
        let Some(part) = self.parts.next() else { return Ok(None) };
        seed.deserialize(self.node.with(part, Asked::Item(self.word))).map(Some)
    }

    fn next_element<T: Deserialize<'de>>(&mut self) -> Result<Option<T>, Stop> {
        for part in self.parts.by_ref() {
            self.read += 1;
            let asked = if self.numbered { Asked::Part(self.word, self.read) } else { Asked::Item(self.word) };
            match self.node.with(part, asked).attempt() {
                Ok(value) => return Ok(Some(value)),
                Err(stop) => {
                    self.failed.set(true);
                    if self.node.reader.has_enough() {
                        return Err(stop);
                    }
                    if self.numbered {
                        return blank::make().map(Some).ok_or(stop);
                    }
                }
            }
        }
        Ok(None)
    }
}

/// The fields of a struct: written ones, then stand-ins for those that are missing.
pub(super) struct Fields<'r, 'a> {
    pub(super) node: Node<'r, 'a>,
    pub(super) parts: std::vec::IntoIter<(&'static str, Option<Named<'r, 'a>>)>,
    pub(super) next: Option<Named<'r, 'a>>,
}

impl<'de> MapAccess<'de> for Fields<'_, '_> {
    type Error = Stop;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Stop> {
        let Some((name, part)) = self.parts.next() else { return Ok(None) };
        self.next = part;
        seed.deserialize(StrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Stop> {
        match self.next.take() {
            Some(part) => seed.deserialize(self.node.with(part.value, Asked::Field(part.name))),
            None => Err(Stop::Told),
        }
    }

    fn next_value<V: Deserialize<'de>>(&mut self) -> Result<V, Stop> {
        match self.next.take() {
            Some(part) => self.node.with(part.value, Asked::Field(part.name)).attempt_or_blank(),
            None => blank::make().ok_or(Stop::Told),
        }
    }
}

/// The entries of a map; those that fail are left out.
pub(super) struct Pairs<'r, 'a, 'f> {
    pub(super) node: Node<'r, 'a>,
    pub(super) pairs: std::vec::IntoIter<(What<'r, 'a>, &'r Expr<'a>)>,
    pub(super) next: Option<&'r Expr<'a>>,
    pub(super) failed: &'f Cell<bool>,
}

impl<'de> MapAccess<'de> for Pairs<'_, '_, '_> {
    type Error = Stop;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Stop> {
        let Some((key, value)) = self.pairs.next() else { return Ok(None) };
        self.next = Some(value);
        seed.deserialize(Node { what: key, asked: Asked::Key, ..self.node }).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Stop> {
        match self.next.take() {
            Some(value) => seed.deserialize(self.node.with(value, self.node.asked)),
            None => Err(Stop::Told),
        }
    }

    fn next_entry<K: Deserialize<'de>, V: Deserialize<'de>>(&mut self) -> Result<Option<(K, V)>, Stop> {
        for (key, value) in self.pairs.by_ref() {
            let asked = match key {
                What::Expr(Expr::Struct(word)) => Asked::Field(&word.name.name),
                What::Expr(Expr::String(text)) => Asked::Field(&text.value),
                What::Name(name) => Asked::Field(&name.name),
                _ => self.node.asked,
            };
            let value = self.node.with(value, asked).attempt();
            let key = Node { what: key, asked: Asked::Key, ..self.node }.attempt();
            match (key, value) {
                (Ok(key), Ok(value)) => return Ok(Some((key, value))),
                _ => self.failed.set(true),
            }
        }
        Ok(None)
    }
}
