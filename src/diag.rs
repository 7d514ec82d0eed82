//! What is wrong, where, and what to write instead. Drawing it is the front ends' business (`cli::diagnostics`).

use std::fmt;
use std::ops::Range;

/// How bad a finding is. Only errors stop a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
    Advice,
}

impl Severity {
    /// The word that stands in messages and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// A stable code, such as `D0102`. Once given out, a code never changes what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

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

impl Diagnostic {
    /// An error at one place.
    #[must_use]
    pub fn error(code: Code, file: &str, range: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            file: file.to_owned(),
            message: message.into(),
            labels: vec![Label { range, text: String::new() }],
            help: None,
        }
    }

    /// The same, with what to write or do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, with another place that explains it.
    #[must_use]
    pub fn with_label(mut self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.labels.push(Label { range, text: text.into() });
        self
    }

    /// The first byte of the place itself.
    #[must_use]
    pub fn start(&self) -> usize {
        self.labels.first().map_or(0, |label| label.range.start)
    }
}

/// Puts the diagnostics of one file in the order of their places, then of their codes.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| (a.start(), a.code, &a.message).cmp(&(b.start(), b.code, &b.message)));
}

/// A marked piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Bytes in the text of the file.
    pub range: Range<usize>,
    /// A few words beside the mark; empty for the place itself if the message says it all.
    pub text: String,
}
