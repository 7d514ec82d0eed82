//! What is wrong, where, and what to write instead. Drawing it is the front ends' business (`cli::diagnostics`).

use std::ops::Range;

/// How bad a finding is. Only errors stop a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
    Advice,
}

/// A stable code, such as `D0102`. Once given out, a code never changes what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(pub &'static str);

/// A finding with its places as byte ranges in one named text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
    pub severity: Severity,
    /// Name of the file, as the author knows it.
    pub file: String,
    /// What is wrong, in one sentence.
    pub message: String,
    /// The first label is the place itself; others are places that explain it.
    pub labels: Vec<Label>,
    /// What to write, or do.
    pub help: Option<String>,
}

/// A marked piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Bytes in the text of the file.
    pub range: Range<usize>,
    /// A few words beside the mark; empty for the place itself if the message says it all.
    pub text: String,
}
