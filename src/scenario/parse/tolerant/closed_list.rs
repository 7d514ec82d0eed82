//! Words of a closed list, with what stands in their brackets.

use ron2::ast::{Expr, StructExpr};
use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, EnumAccess, VariantAccess, Visitor};

use crate::scenario::parse::{codes, tree, words};

use super::node::{Asked, Node, What};
use super::stop::Stop;

impl<'r, 'a> Node<'r, 'a> {
    /// Reads a word, and what stands in its brackets, as one of a closed list.
    pub(super) fn word<'de, V: Visitor<'de>>(
        self,
        list: &'static str,
        allowed: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let (written, body): (&'r str, Option<&'r StructExpr<'a>>) = match self.what {
            What::Expr(Expr::Struct(word)) => (word.name.name.as_ref(), Some(word)),
            What::Expr(Expr::Option(option)) if option.value.is_none() => ("None", None),
            What::Expr(Expr::Bool(value)) => (if value.value { "true" } else { "false" }, None),
            What::Name(name) => (name.name.as_ref(), None),
            What::Expr(Expr::String(text)) => {
                let near = words::nearest(&text.value, allowed.iter().copied());
                let help = match (near, words::wanted(list)) {
                    (Some(word), _) if word == text.value => format!("Leave out the quotation marks: `{word}`."),
                    (Some(word), _) => format!("Did you mean `{word}`, without quotation marks?"),
                    (None, Some((_, usage))) => format!("Write `{usage}`."),
                    (None, None) => all_words(allowed),
                };
                let wanted = words::wanted(list).map_or("a word", |(wanted, _)| wanted);
                return Err(self.wants(wanted, Some(help)));
            }
            _ => {
                let (wanted, help) = match words::wanted(list) {
                    Some((wanted, usage)) => (wanted, format!("Write `{usage}`.")),
                    None => ("a word", all_words(allowed)),
                };
                return Err(self.wants(wanted, Some(help)));
            }
        };
        let word = allowed.iter().copied().find(|word| *word == written);
        let word = word.or_else(|| {
            let message = match (words::wanted(list), self.asked) {
                (Some((wanted, _)), _) => {
                    let wanted = wanted.trim_start_matches("a ").trim_start_matches("an ");
                    format!("`{}` is no {wanted}", words::short(written))
                }
                (None, Asked::Field(name) | Asked::Item(name)) => {
                    format!("`{}` is no word of `{}`", words::short(written), words::short(name))
                }
                (None, asked) => format!("`{}` is no word for {}", words::short(written), asked.subject()),
            };
            let range = body.map_or_else(|| self.mark(), |word| tree::bytes(&word.name.span));
            self.tell(
                codes::UNKNOWN_WORD,
                range,
                message,
                words::suggestion(written, allowed, "These may stand here:"),
            );
            words::nearest(written, allowed.iter().copied())
                .and_then(|near| allowed.iter().copied().find(|word| *word == near))
        });
        match word {
            Some(word) => visitor.visit_enum(Word { node: self, word, body }),
            None => Err(Stop::Told),
        }
    }
}

fn all_words(allowed: &[&str]) -> String {
    words::sentence(format!("Its words are {}", words::list(allowed).unwrap_or_default()))
}

/// One word of a closed list, with what stands in its brackets.
struct Word<'r, 'a> {
    node: Node<'r, 'a>,
    /// The word as it ought to be written.
    word: &'static str,
    body: Option<&'r StructExpr<'a>>,
}

impl<'r, 'a> Word<'r, 'a> {
    /// The brackets after the word.
    fn brackets(&self) -> Result<(Node<'r, 'a>, &'r StructExpr<'a>), Stop> {
        match self.body {
            Some(body) if body.body.is_some() => Ok((Node { what: What::Body(body), ..self.node }, body)),
            _ => Err(self.node.lacks_brackets(self.word)),
        }
    }
}

impl<'de> EnumAccess<'de> for Word<'_, '_> {
    type Error = Stop;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Stop> {
        Ok((seed.deserialize(StrDeserializer::new(self.word))?, self))
    }
}

impl<'de> VariantAccess<'de> for Word<'_, '_> {
    type Error = Stop;

    fn unit_variant(self) -> Result<(), Stop> {
        if let Some(body) = self.body
            && body.body.is_some()
        {
            let message = format!("`{}` stands alone, without brackets", self.word);
            self.node.tell(codes::PARTS, tree::bytes(&body.name.span), message, format!("Write `{}`.", self.word));
        }
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Stop> {
        seed.deserialize(self.brackets()?.0)
    }

    fn newtype_variant<T: Deserialize<'de>>(self) -> Result<T, Stop> {
        self.brackets()?.0.attempt_or_blank()
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Stop> {
        let (node, body) = self.brackets()?;
        let parts = node.body_parts(body)?;
        node.parts(self.word, parts, len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, allowed: &'static [&'static str], visitor: V) -> Result<V::Value, Stop> {
        let (node, body) = self.brackets()?;
        let fields = node.body_fields(body, allowed)?;
        node.fields(self.word, node.mark(), fields, allowed, visitor)
    }
}
