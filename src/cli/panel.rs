//! `defensible panel`: what a panel is worth, and changes to it that keep what its author wrote.
//!
//! 1. [`opened`] opens it, or says what stands in the way;
//! 2. [`stats`] looks at it;
//! 3. [`change`] finds the file, says what would change, and writes it in one go, or not at all.

pub mod args;
mod change;
mod opened;
mod stats;

use std::io;
use std::path::Path;

use super::Exit;
use super::play::Io;
use args::{Action, Panel};

/// Does what was asked for.
///
/// # Errors
/// If nothing can be written.
pub fn run(args: &Panel, scenarios: Option<&Path>, io: Io<'_>) -> io::Result<Exit> {
    match &args.action {
        Action::Stats(args) => stats::run(args, scenarios, io),
        Action::Withdraw(args) => change::withdraw(args, scenarios, io),
        Action::Anonymise(args) => change::anonymise(args, scenarios, io),
        Action::Reconfirm(args) => change::reconfirm(args, scenarios, io),
    }
}
