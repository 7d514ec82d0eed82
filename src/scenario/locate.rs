//! From a place in the raw files to a range of text.
//!
//! Rules name a [`Place`]: the steps that lead to it from the top of a file. The spanned tree that turns a place into
//! bytes costs more than reading the file, so it is built here, once, and only when there is something to report.

use crate::diag::{Code, Severity};

/// One step into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A named field: `arrivals:`.
    Field(&'static str),
    /// The n-th item of a list, or the n-th unnamed part of a bracket, from nought.
    Index(usize),
    /// The value of a key in a map.
    Key(String),
}

/// The way to something in a file, from the top.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place(pub Vec<Step>);

impl Place {
    #[must_use]
    pub fn top() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn field(&self, name: &'static str) -> Self {
        self.with(Step::Field(name))
    }

    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Step::Index(index))
    }

    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Step::Key(key.to_owned()))
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = Vec::with_capacity(self.0.len() + 1);
        steps.extend_from_slice(&self.0);
        steps.push(step);
        Self(steps)
    }
}

/// Which of an author's files a place is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum File {
    Scenario,
    Panel,
    /// The n-th plan that was given.
    Plan(usize),
    /// The n-th file of forms that was given.
    Forms(usize),
    Policy,
}

/// What a rule found, before its places are looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub code: Code,
    pub severity: Severity,
    pub file: File,
    pub place: Place,
    pub message: String,
    pub help: Option<String>,
    /// Other places of the same file that explain it.
    pub also: Vec<(Place, String)>,
}
