//! What serde may ask a node for.

use ron2::ast::{Expr, StructBody};
use serde::de::{Deserializer, Visitor};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::scenario::parse::{codes, signs, tree, words};

use super::access::Pairs;
use super::brackets::named;
use super::node::{Named, Node, What};
use super::numbers::integer;
use super::stop::Stop;

macro_rules! whole_numbers {
    ($($method:ident: $type:ty),+ $(,)?) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
            self.whole(i128::from(<$type>::MIN), i128::from(<$type>::MAX), visitor)
        })+
    };
}

impl<'de> Deserializer<'de> for Node<'_, '_> {
    type Error = Stop;

    whole_numbers! {
        deserialize_i8: i8, deserialize_i16: i16, deserialize_i32: i32, deserialize_i64: i64,
        deserialize_u8: u8, deserialize_u16: u16, deserialize_u32: u32, deserialize_u64: u64,
    }

    /// No type of the language leaves it open what it is.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_unit()
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let node = self.single()?;
        match node.what {
            What::Expr(Expr::Bool(value)) => visitor.visit_bool(value.value),
            _ => {
                Err(node
                    .wants("`true` or `false`", Some("Write `true` or `false`, without quotation marks.".to_owned())))
            }
        }
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let node = self.single()?;
        let What::Expr(Expr::Number(number)) = node.what else {
            let help = match node.what {
                What::Expr(Expr::String(text)) if signs::is_number(text.value.trim()) => {
                    format!("Leave out the quotation marks: `{}`.", text.value.trim())
                }
                _ => "Write a number such as 0.25.".to_owned(),
            };
            return Err(node.wants("a number", Some(help)));
        };
        let raw: String = number.raw.chars().filter(|c| *c != '_').collect();
        let value = signs::cut_suffix(&raw).0.parse::<f64>().ok();
        #[expect(clippy::cast_precision_loss, reason = "ron rounds whole numbers in the same way")]
        match value.or_else(|| integer(&raw).map(|value| value as f64)) {
            Some(value) => visitor.visit_f64(value),
            None => Err(node.wants("a number", Some("Write a number such as 0.25.".to_owned()))),
        }
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let node = self.single()?;
        match node.what {
            What::Expr(Expr::Char(value)) => visitor.visit_char(value.value),
            _ => Err(node.wants("a single character", None)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let node = self.single()?;
        let quoted = |word: &str| Some(format!("Put it in quotation marks: `\"{}\"`.", words::short(word)));
        let help = match node.what {
            What::Expr(Expr::String(text)) => return visitor.visit_str(&text.value),
            What::Expr(Expr::Struct(word)) if word.body.is_none() => quoted(&word.name.name),
            What::Name(name) => quoted(&name.name),
            What::Expr(expr @ (Expr::Number(_) | Expr::Bool(_) | Expr::Char(_))) => {
                quoted(node.reader.written(expr).trim_matches('\''))
            }
            What::Expr(Expr::Seq(list)) if list.items.len() == 1 => Some("Leave out the square brackets.".to_owned()),
            What::Expr(Expr::Option(_)) => None,
            _ => Some("Write a text in quotation marks: `\"...\"`.".to_owned()),
        };
        Err(node.wants("a text", help))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.what {
            What::Expr(Expr::Option(option)) => match &option.value {
                None => visitor.visit_none(),
                Some(some) => visitor.visit_some(self.with(&some.expr, self.asked)),
            },
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let several = |parts: &[&Expr<'_>]| !matches!(parts, [Expr::Seq(_) | Expr::Option(_)]);
        let (node, owner) = match self.what {
            What::Body(word) => {
                let name: &str = word.name.name.as_ref();
                let parts = self.body_parts(word)?;
                if !parts.is_empty() && several(&parts) {
                    let help = match words::usage(name) {
                        Some(usage) => format!("Write `{usage}`."),
                        None => format!("Write `{name}([...])`."),
                    };
                    self.tell(
                        codes::WRONG_BRACKETS,
                        self.mark(),
                        format!("`{name}(..)` holds a list, which has square brackets"),
                        help,
                    );
                    return self.items(name, parts, visitor);
                }
                (self.single()?, name)
            }
            _ => (self.without_some(), self.asked.owner()),
        };
        let What::Expr(expr) = node.what else { return Err(node.wants("a list", None)) };
        match expr {
            Expr::Seq(list) => node.items(owner, list.items.iter().map(|item| &item.expr).collect(), visitor),
            Expr::Tuple(list) => {
                let message = format!("{} wants a list, which has square brackets", node.asked.subject());
                node.tell(
                    codes::WRONG_BRACKETS,
                    tree::bytes(&list.open_paren),
                    message,
                    "Write `[...]` instead of `(...)`.",
                );
                node.items(owner, list.elements.iter().map(|part| &part.expr).collect(), visitor)
            }
            Expr::Unit(_) | Expr::Option(_) => {
                Err(node.wants("a list", Some("Write `[...]`, or leave the field out.".to_owned())))
            }
            _ => {
                let one = words::short(node.reader.written(expr));
                let help = if one.contains('\n') || one.ends_with("...") {
                    "Put it in square brackets: `[...]`.".to_owned()
                } else {
                    format!("Put it in square brackets: `[{one}]`.")
                };
                // The finding stands; the one part is read all the same.
                let _ = node.wants("a list", Some(help));
                node.items(owner, vec![expr], visitor)
            }
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Stop> {
        if let What::Body(word) = self.what {
            let parts = self.body_parts(word)?;
            return self.parts(word.name.name.as_ref(), parts, len, visitor);
        }
        let node = self.without_some();
        let owner = node.asked.owner();
        match node.what {
            What::Expr(Expr::Tuple(tuple)) => {
                node.parts(owner, tuple.elements.iter().map(|part| &part.expr).collect(), len, visitor)
            }
            What::Expr(Expr::Seq(list)) => {
                let message = format!("{} wants round brackets", node.asked.subject());
                node.tell(
                    codes::WRONG_BRACKETS,
                    tree::bytes(&list.open_bracket),
                    message,
                    "Write `(...)` instead of `[...]`.",
                );
                node.parts(owner, list.items.iter().map(|item| &item.expr).collect(), len, visitor)
            }
            _ => Err(node.wants("a pair of round brackets", Some("Write `(..., ...)`.".to_owned()))),
        }
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Stop> {
        self.deserialize_tuple(len, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let node = self.single()?;
        let pairs: Vec<(What<'_, '_>, &Expr<'_>)> = match node.what {
            What::Expr(Expr::Map(map)) => {
                map.entries.iter().map(|entry| (What::Expr(&entry.key), &entry.value)).collect()
            }
            What::Expr(expr @ Expr::AnonStruct(round)) => {
                let message = format!("{} wants a map, which has curly brackets", node.asked.subject());
                node.tell(
                    codes::WRONG_BRACKETS,
                    tree::head(&node.reader.source.text, expr),
                    message,
                    "Write `{...}` instead of `(...)`.",
                );
                round.fields.iter().map(|field| (What::Name(&field.name), &field.value)).collect()
            }
            _ => return Err(node.wants("a map", Some("Write it in curly brackets: `{key: value}`.".to_owned()))),
        };
        let mut kept: Vec<(What<'_, '_>, &Expr<'_>)> = Vec::new();
        let mut first_places: BTreeMap<&str, Range<usize>> = BTreeMap::new();
        for (key, value) in pairs {
            let place = Node { what: key, ..node }.mark();
            let written = node.reader.source.slice(&place);
            if let Some(first) = first_places.get(written) {
                let message = format!("the key {} is written twice", words::short(written));
                let finding = node.reader.finding(codes::KEY_TWICE, place, message);
                node.reader.tell(finding.with_label(first.clone(), "here first").with_help("Keep one of the two."));
                continue;
            }
            first_places.insert(written, place);
            kept.push((key, value));
        }
        let failed = Cell::new(false);
        let access = Pairs { node, pairs: kept.into_iter(), next: None, failed: &failed };
        match visitor.visit_map(access) {
            Err(_) if failed.get() => Err(Stop::Told),
            other => other,
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        allowed: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        if let What::Body(word) = self.what
            && let Some(StructBody::Fields(body)) = &word.body
        {
            return self.fields(&word.name.name, self.mark(), named(&body.fields), allowed, visitor);
        }
        let node = self.single()?;
        let text = &node.reader.source.text;
        let What::Expr(expr) = node.what else { return Err(node.wants(&format!("`{name}(..)`"), None)) };
        let head = tree::head(text, expr);
        match expr {
            Expr::Struct(word) => {
                if word.name.name != name && !node.other_name(word, name, allowed) {
                    return Err(Stop::Told);
                }
                let fields = node.body_fields(word, allowed)?;
                node.fields(name, head, fields, allowed, visitor)
            }
            Expr::AnonStruct(value) => node.fields(name, head, named(&value.fields), allowed, visitor),
            Expr::Unit(_) => node.fields(name, head, Vec::new(), allowed, visitor),
            Expr::Map(map) => {
                let message = format!("{} wants `{name}(..)`, with round brackets", node.asked.subject());
                node.tell(
                    codes::WRONG_BRACKETS,
                    head.clone(),
                    message,
                    format!("Write `{name}(...)`. Curly brackets are for maps: `{{Public: High}}`."),
                );
                let fields = map.entries.iter().filter_map(|entry| {
                    let key = match &entry.key {
                        Expr::Struct(word) if word.body.is_none() => word.name.name.as_ref(),
                        Expr::String(text) => text.value.as_str(),
                        _ => return None,
                    };
                    Some(Named { name: key, range: tree::bytes(entry.key.span()), value: &entry.value })
                });
                node.fields(name, head, fields.collect(), allowed, visitor)
            }
            Expr::Tuple(_) => {
                let names = words::list(allowed).unwrap_or_default();
                let help = words::sentence(format!("Write `{name}(...)`, with a name before each part: {names}"));
                Err(node.wants(&format!("`{name}(..)`"), Some(help)))
            }
            _ => Err(node.wants(&format!("`{name}(..)`"), Some(format!("Write `{name}(...)`.")))),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        list: &'static str,
        allowed: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        self.single()?.word(list, allowed, visitor)
    }

    serde::forward_to_deserialize_any! { i128 u128 bytes byte_buf identifier ignored_any }
}
