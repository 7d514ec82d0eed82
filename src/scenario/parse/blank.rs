//! Stand-ins: a value of any type, out of nothing, so that the reading of a struct can go on after one of its fields
//! has failed. They are thrown away with the rest; only the findings are kept.

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use std::cell::{Cell, RefCell};
use std::fmt;

/// Words inside words that are tried: enough for the deepest of the language's types.
const DEEPEST: u8 = 4;
/// Words of a list that are tried before giving up.
const MOST_WORDS: usize = 8;

/// Some value of this type, if one can be made.
pub(super) fn make<'de, T: Deserialize<'de>>() -> Option<T> {
    make_at(0)
}

fn make_at<'de, T: Deserialize<'de>>(depth: u8) -> Option<T> {
    if depth > DEEPEST {
        return None;
    }
    let needed = RefCell::new(Vec::new());
    let mut choice = 0;
    loop {
        let chose = Cell::new(false);
        match T::deserialize(Blank { depth, choice, chose: &chose, needed: &needed }) {
            Ok(value) => return Some(value),
            Err(No::Missing(field)) if !needed.borrow().contains(&field) => needed.borrow_mut().push(field),
            Err(_) if chose.get() && choice < MOST_WORDS => choice += 1,
            Err(_) => return None,
        }
    }
}

#[derive(Debug)]
enum No {
    Missing(&'static str),
    Other,
}

impl fmt::Display for No {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no stand-in")
    }
}

impl std::error::Error for No {}

impl de::Error for No {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Other
    }
    fn missing_field(field: &'static str) -> Self {
        Self::Missing(field)
    }
}

#[derive(Clone, Copy)]
struct Blank<'b> {
    depth: u8,
    /// Which word of a list is tried.
    choice: usize,
    /// Whether there was a list to try words of.
    chose: &'b Cell<bool>,
    /// Fields that can't be left out.
    needed: &'b RefCell<Vec<&'static str>>,
}

macro_rules! visits {
    ($($method:ident => $visit:ident($value:expr)),+ $(,)?) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, No> { visitor.$visit($value) })+
    };
}

impl<'de> Deserializer<'de> for Blank<'_> {
    type Error = No;

    visits! {
        deserialize_bool => visit_bool(false),
        deserialize_i8 => visit_i64(0),
        deserialize_i16 => visit_i64(0),
        deserialize_i32 => visit_i64(0),
        deserialize_i64 => visit_i64(0),
        deserialize_u8 => visit_u64(0),
        deserialize_u16 => visit_u64(0),
        deserialize_u32 => visit_u64(0),
        deserialize_u64 => visit_u64(0),
        deserialize_f32 => visit_f64(0.0),
        deserialize_f64 => visit_f64(0.0),
        deserialize_char => visit_char('0'),
        // Also a time of day.
        deserialize_str => visit_str("00:00"),
        deserialize_string => visit_str("00:00"),
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, No> {
        visitor.visit_unit()
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, No> {
        visitor.visit_none()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, No> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, No> {
        visitor.visit_seq(Parts { depth: self.depth, left: 0 })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, No> {
        // As many as one likes means at least one.
        let left = if len == usize::MAX { 1 } else { len };
        visitor.visit_seq(Parts { depth: self.depth, left })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, No> {
        self.deserialize_tuple(len, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, No> {
        visitor.visit_map(Fields { depth: self.depth, names: Vec::new() })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, No> {
        visitor.visit_map(Fields { depth: self.depth, names: self.needed.borrow().clone() })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, No> {
        self.chose.set(true);
        let word = words.get(self.choice).ok_or(No::Other)?;
        visitor.visit_enum(Word { blank: self, word })
    }

    serde::forward_to_deserialize_any! { i128 u128 bytes byte_buf unit unit_struct identifier ignored_any }
}

struct Parts {
    depth: u8,
    left: usize,
}

impl<'de> SeqAccess<'de> for Parts {
    type Error = No;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, _: T) -> Result<Option<T::Value>, No> {
        Err(No::Other)
    }

    fn next_element<T: Deserialize<'de>>(&mut self) -> Result<Option<T>, No> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        make_at(self.depth + 1).map(Some).ok_or(No::Other)
    }
}

struct Fields {
    depth: u8,
    names: Vec<&'static str>,
}

impl<'de> MapAccess<'de> for Fields {
    type Error = No;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, No> {
        match self.names.pop() {
            Some(name) => seed.deserialize(StrDeserializer::new(name)).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, _: V) -> Result<V::Value, No> {
        Err(No::Other)
    }

    fn next_value<V: Deserialize<'de>>(&mut self) -> Result<V, No> {
        make_at(self.depth + 1).ok_or(No::Other)
    }

    fn next_entry<K: Deserialize<'de>, V: Deserialize<'de>>(&mut self) -> Result<Option<(K, V)>, No> {
        Ok(None)
    }
}

struct Word<'b> {
    blank: Blank<'b>,
    word: &'static str,
}

impl<'de> EnumAccess<'de> for Word<'_> {
    type Error = No;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), No> {
        Ok((seed.deserialize(StrDeserializer::new(self.word))?, self))
    }
}

impl<'de> VariantAccess<'de> for Word<'_> {
    type Error = No;

    fn unit_variant(self) -> Result<(), No> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, No> {
        Err(No::Other)
    }

    fn newtype_variant<T: Deserialize<'de>>(self) -> Result<T, No> {
        make_at(self.blank.depth + 1).ok_or(No::Other)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, No> {
        self.blank.deserialize_tuple(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, names: &'static [&'static str], visitor: V) -> Result<V::Value, No> {
        self.blank.deserialize_struct("", names, visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::raw;
    use super::make;

    #[test]
    fn every_type_that_a_field_may_have_has_a_stand_in() {
        assert!(make::<raw::Condition>().is_some());
        assert!(make::<raw::Effect>().is_some());
        assert!(make::<raw::Scenario>().is_some());
        assert!(make::<raw::Stretch>().is_some());
        assert!(make::<raw::Order>().is_some());
        assert!(make::<raw::At>().is_some());
        assert!(make::<raw::Wait>().is_some());
        assert!(make::<raw::Odds>().is_some());
        assert!(make::<raw::Panel>().is_some());
        assert!(make::<raw::Plan>().is_some());
        assert!(make::<raw::Value>().is_some());
        assert!(make::<Vec<raw::Form>>().is_some());
        assert!(make::<raw::policy::PolicyPack>().is_some());
        assert!(make::<raw::policy::BankHolidays>().is_some());
    }
}
