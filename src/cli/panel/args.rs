//! What may be typed after `defensible panel`, and the help for it.

use std::path::PathBuf;

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
    /// Write a folder for a reviewer: the case without reviews, and a page that says what is sent, and to whom
    #[command(
        long_about = "Write a folder for a reviewer: the case without anybody's reviews, an invitation, and a page to read \
            first, which says what is asked of them, what their file will hold and what it won't, to whom it goes, and \
            how to withdraw.\n\n\
            The folder holds all that is needed beside the program. Pack it and send it; the same one can go to every \
            reviewer. They play it under a trainee's conditions, in the window or in the terminal.",
        after_help = "Examples:\n\
            \x20 defensible panel invite scenarios/missed-monday --to \"Panel desk, panel@example.org\"\n\
            \x20 defensible panel invite missed-monday --to \"Panel desk\" --by 2026-12-20 --out for-reviewers"
    )]
    Invite(Invite),
    /// Review a case that you were invited to, in the terminal, in as many sittings as you like
    #[command(
        long_about = "Review a case that you were invited to, in the terminal. You play it as a trainee does, and nobody's \
            reviews are in it. After each answer you say whether it was within your competence, whether it is realistic \
            and whether anything confused you. After the end you are asked about situations that your play did not \
            reach.\n\n\
            Type the same again to go on where you stopped. In the window, defensible --scenarios BUNDLE does the same.",
        after_help = "Example:\n\x20 defensible panel review missed-monday-review\n\n\
            Your file lies in the folder afterwards, if it can be written there. Nothing is sent by itself."
    )]
    Review(Review),
    /// Take reviewers' files into the panel of a case
    #[command(
        long_about = "Take reviewers' files into the panel.ron of a case, or into a new one. Each file is looked at first: \
            names, answers and dates must be sound, as in any panel. Then reviewers come behind those who are there, \
            and reviews into their sheets; comments and the order of what is there stay.\n\n\
            Told are: answers to words that have changed since, which don't count until they are reconfirmed; questions \
            that the case has no longer; questions without an answer; reviews that are there already; and files that \
            seem to be by a reviewer who is there under another id.",
        after_help = "Example:\n\x20 defensible panel add scenarios/missed-monday r-kfgtbz.panel.ron r-wqzjjd.panel.ron\n\n\
            Ends with 0 if all of it counts, 1 if some of it does not, and 2 if a file could not be taken."
    )]
    Add(Add),
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

/// `defensible panel invite`
#[derive(Debug, Args)]
pub struct Invite {
    /// A scenario's name, its folder, or its scenario.ron
    #[arg(value_name = "CASE")]
    pub scenario: String,
    /// To whom the reviewer's file goes, and how, as the reviewer is told
    #[arg(long, value_name = "NAME AND ADDRESS")]
    pub to: String,
    /// The day by which it should be there
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub by: Option<String>,
    /// The folder to write, which must not be there yet; CASE-review if nothing is said
    #[arg(short, long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
}

/// `defensible panel review`
#[derive(Debug, Args)]
pub struct Review {
    /// The folder that you were sent
    #[arg(value_name = "BUNDLE")]
    pub bundle: String,
    /// Show softer texts where there are any: the same facts, told more gently
    #[arg(long)]
    pub softer: bool,
}

/// `defensible panel add`
#[derive(Debug, Args)]
pub struct Add {
    /// The folder of a scenario of your own
    #[arg(value_name = "CASE")]
    pub scenario: String,
    /// Files that reviewers sent
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
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
