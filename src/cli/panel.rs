//! `defensible panel`: how a panel is collected, what it is worth, and changes to it that keep what its author wrote.
//!
//! 1. [`invite`] makes a bundle for a reviewer, who plays it with [`review`]; [`add`] takes their file into the panel;
//! 2. [`opened`] opens a panel, or says what stands in the way, and [`stats`] looks at it;
//! 3. [`change`] finds the file, says what would change, and writes it in one go, or not at all.

mod add;
pub mod args;
mod change;
mod invite;
mod opened;
mod review;
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
pub fn run(args: &Panel, scenarios: Option<&Path>, data: Option<&Path>, io: Io<'_>) -> io::Result<Exit> {
    match &args.action {
        Action::Invite(args) => invite::run(args, scenarios, io),
        Action::Review(args) => review::run(args, scenarios, data, io),
        Action::Add(args) => add::run(args, scenarios, io),
        Action::Stats(args) => stats::run(args, scenarios, io),
        Action::Withdraw(args) => change::withdraw(args, scenarios, io),
        Action::Anonymise(args) => change::anonymise(args, scenarios, io),
        Action::Reconfirm(args) => change::reconfirm(args, scenarios, io),
    }
}
