//! What may be typed after `defensible panel`, and the help for it.

use clap::{Args, Subcommand};

use crate::cli::args::Format;

/// `defensible panel`
#[derive(Debug, Args)]
pub struct Panel {
    #[command(subcommand)]
    pub action: Action,
}

/// One file of `cli/panel` each.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Say what a panel is worth, decision by decision, and what should be done about it
    #[command(
        long_about = "Say what a panel is worth: for each decision in each situation how many answered and how, by role, \
            how far they agree and how far that hangs on who they are, what reliability so many reviewers let expect, \
            and what should be done about the question. And which reviewers stand apart from the others.",
        after_help = "Examples:\n\
            \x20 defensible panel stats missed-monday\n\
            \x20 defensible panel stats scenarios/missed-monday --format json\n\n\
            Ends with 0 if nothing is to be done, 1 if something is, and 2 if the panel could not be read."
    )]
    Stats(Stats),
    /// Take out a reviewer who withdraws, with all their reviews
    #[command(
        long_about = "Take out a reviewer who withdraws, with all their reviews. Nothing else in panel.ron changes: \
            comments and the order of what is there stay.\n\n\
            Without --yes it only says what would go. Runs that were debriefed with these reviews keep the panel that they \
            were debriefed with.",
        after_help = "Example:\n\x20 defensible panel withdraw scenarios/missed-monday r-senior --yes"
    )]
    Withdraw(OfReviewer),
    /// Make a reviewer harder to know again: another id, no group, no outlook, years in steps of five
    #[command(
        long_about = "Make a reviewer harder to know again, and keep what they answered: another id, no group, no outlook, \
            and years rounded to the nearest five. The role stays, since reviews are shown by role. What they wrote \
            stays as it is: read it, and take out what only one person could have written.\n\n\
            Without --yes it only says what would change.",
        after_help = "Example:\n\x20 defensible panel anonymise scenarios/missed-monday j-smith --yes"
    )]
    Anonymise(OfReviewer),
    /// Note that a reviewer stands by answers to decisions that were reworded since
    #[command(
        long_about = "Note that a reviewer stands by answers to decisions that were reworded since. Their reviews move to the \
            new wording and count again; those of others stay stale. Only the reviewer can say so: show them the new \
            words first.\n\n\
            Without --yes it only says what would move.",
        after_help = "Example:\n\x20 defensible panel reconfirm scenarios/missed-monday r-senior --on 2026-11-28 --yes"
    )]
    Reconfirm(Reconfirm),
}

/// `defensible panel stats`
#[derive(Debug, Args)]
pub struct Stats {
    /// A scenario's name, its folder, or its scenario.ron
    #[arg(value_name = "CASE")]
    pub scenario: String,
    /// For people, or for programs (versioned)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// `defensible panel withdraw`, `defensible panel anonymise`
#[derive(Debug, Args)]
pub struct OfReviewer {
    /// The folder of a scenario of your own
    #[arg(value_name = "CASE")]
    pub scenario: String,
    /// The reviewer's id in panel.ron
    #[arg(value_name = "REVIEWER")]
    pub reviewer: String,
    /// Do it
    #[arg(long)]
    pub yes: bool,
}

/// `defensible panel reconfirm`
#[derive(Debug, Args)]
pub struct Reconfirm {
    /// The folder of a scenario of your own
    #[arg(value_name = "CASE")]
    pub scenario: String,
    /// The reviewer's id in panel.ron
    #[arg(value_name = "REVIEWER")]
    pub reviewer: String,
    /// Only this decision; without it, all that were reworded
    #[arg(long, value_name = "ID")]
    pub decision: Option<String>,
    /// The day on which the reviewer said so
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub on: String,
    /// Do it
    #[arg(long)]
    pub yes: bool,
}

fn day(text: &str) -> Result<String, String> {
    let date: jiff::civil::Date = text.parse().map_err(|_| "write a day as 2026-11-28".to_owned())?;
    Ok(date.to_string())
}
