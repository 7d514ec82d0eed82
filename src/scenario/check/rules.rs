//! The list of rules, in the order in which they run. A rule is a file; its code never changes what it means.

use super::Context;
use crate::diag::Code;
use crate::scenario::locate::Finding;

/// One rule: what it is called in tests and help, its code, and how it looks.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub name: &'static str,
    pub codes: &'static [Code],
    pub look: fn(&Context<'_>, &mut Vec<Finding>),
}

/// Every rule.
pub const RULES: &[Rule] = &[];
