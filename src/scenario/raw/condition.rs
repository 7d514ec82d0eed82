//! Conditions as authors write them: round brackets only, no text, no arithmetic.

use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

use super::{Id, Level, Moment, Risk};

/// What must hold. Twenty-five words, and no more.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum Condition {
    /// Every one of these holds.
    All(Many<Condition>),
    /// At least one of these holds.
    Any(Many<Condition>),
    Not(Box<Condition>),
    /// A flag is set.
    Is(Id),
    /// A `OneOf` has this value.
    Equals(Id, Id),
    /// A counter is at this number or above.
    AtLeast(Id, i16),
    /// A counter is at this number or below.
    AtMost(Id, i16),
    /// An arrival or document lies on the desk.
    Seen(Id),
    /// It was read or heard.
    Opened(Id),
    /// Something independent that settles the claim was opened.
    Verified(Id),
    /// An item was passed to a person.
    Told(Id, Id),
    /// A secret reached someone it was kept from.
    Leaked(Id),
    /// A response was done.
    Done(Id),
    /// A form was filed, if wanted in one case.
    Filed(OneOrTwo),
    /// A tick in the latest filed form: form (or its response), field, choice.
    Entered(Id, Id, Id),
    /// An item was cited, if wanted in one response, form or decision.
    Cited(OneOrTwo),
    /// The latest rating of this category in this case is at this level or above.
    Rated(Id, Risk, Level),
    /// A decision was answered.
    Answered(Id),
    /// An option was chosen: chosen, among those chosen, ranked first, or rated above nought.
    Chose(Id, Id),
    /// A deadline runs.
    Running(Id),
    Met(Id),
    Missed(Id),
    /// The clock stands at this moment or after it.
    From(Moment),
    /// The clock stands before this moment.
    Before(Moment),
    /// The policy date is this date or later. Settled when the scenario is compiled.
    PolicyFrom(String),
}

/// A list written without square brackets: `All(a, b)`.
#[derive(Debug, Clone, PartialEq)]
pub struct Many<T>(pub Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Items<T> {
            type Value = Many<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("conditions with commas between them, such as `All(Seen(\"a\"), Is(\"b\"))`")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Many<T>, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = parts.next_element()? {
                    items.push(item);
                }
                if items.is_empty() {
                    return Err(de::Error::invalid_length(0, &self));
                }
                Ok(Many(items))
            }
        }
        deserializer.deserialize_tuple(usize::MAX, Items(PhantomData))
    }
}

/// An id, and if wanted a second one that narrows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneOrTwo(pub Id, pub Option<Id>);

impl<'de> Deserialize<'de> for OneOrTwo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Parts;
        impl<'de> Visitor<'de> for Parts {
            type Value = OneOrTwo;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one id, or two with a comma between them")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<OneOrTwo, A::Error> {
                let first = parts.next_element()?.ok_or_else(|| de::Error::invalid_length(0, &self))?;
                Ok(OneOrTwo(first, parts.next_element()?))
            }
        }
        deserializer.deserialize_tuple(2, Parts)
    }
}
