//! Why a type could not be read, as serde says it.

use serde::de::{self, Unexpected};
use std::fmt;

/// Why a type could not be read from a node.
#[derive(Debug)]
pub(super) enum Stop {
    /// It has been written down already.
    Told,
    /// A missing field has been noted: the same type can be read again.
    Again,
    Missing(&'static str),
    Twice(&'static str),
    /// Too few or too many parts; what would be right.
    Length(String),
    /// Another kind of value; what would be right.
    Kind(String),
    /// What a type of ours says, in an author's words.
    Said(String),
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("does not fit")
    }
}

impl std::error::Error for Stop {}

impl de::Error for Stop {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Said(message.to_string())
    }
    fn invalid_type(_: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::Kind(expected.to_string())
    }
    fn invalid_value(_: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::Kind(expected.to_string())
    }
    fn invalid_length(_: usize, expected: &dyn de::Expected) -> Self {
        Self::Length(expected.to_string())
    }
    fn missing_field(field: &'static str) -> Self {
        Self::Missing(field)
    }
    fn duplicate_field(field: &'static str) -> Self {
        Self::Twice(field)
    }
}
