//! A named text and its positions.
//!
//! Three units are about: bytes (labels), characters (ron), UTF-16 (editors). Only this module converts between them.

/// A text with the name by which its author knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// A path relative to where the author stands, or `<standard input>`.
    pub name: String,
    pub text: String,
}
