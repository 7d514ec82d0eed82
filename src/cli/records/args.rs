//! What may be typed after `defensible records`, and the help for it.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::cli::args::Format;
use crate::store::ids::PersonId;

/// `defensible records`
#[derive(Debug, Args)]
pub struct Records {
    #[command(subcommand)]
    pub action: Action,
}

/// One file of `cli/records` each.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// List the runs that are kept, in the order in which they were begun
    List(List),
    /// Show all that is kept of a run: whose it is, where it stands, and what happened in it so far
    #[command(
        long_about = "Show all that is kept of a run: whose it is, where it stands, and what happened in it so far.\n\n\
            A run that is being played in another window can be looked at. Nothing is shown that the trainee does \
            not know yet, and nothing of how reviewers answered."
    )]
    Show(Show),
    /// Write runs to a file: to carry to another machine, to open in a spreadsheet, or to give to the person
    #[command(
        long_about = "Write runs to a file: to carry to another machine, to open in a spreadsheet, or to give to the \
            person whose they are.\n\n\
            json is whole and can be imported again. csv is a table with a row for each thing that happened, for a \
            spreadsheet; a cell that a spreadsheet would take for a formula has an apostrophe in front. log is one \
            run as defensible play --log writes it.",
        after_help = "Examples:\n\
            \x20 defensible records export --person ann -o ann.json\n\
            \x20 defensible records export --format csv -o everything.csv"
    )]
    Export(Export),
    /// Take runs in: logs, exports, backups, or a folder of them
    #[command(
        long_about = "Take runs in: logs (.jsonl), exports (.json) and backups (.sqlite), or a folder of them, such as \
            a stick on which trainees handed in their files. Folders in it are looked through as well; links are not \
            followed.\n\n\
            Exports and backups say whose the runs are. A log does not: it is taken to be that of --person, or of \
            the folder that it lies in (stick/ann/run.jsonl is ann's), or else its own name is used.\n\n\
            Importing the same files again changes nothing, and nothing that is kept is ever written over."
    )]
    Import(Import),
    /// Erase runs, or everything about a person
    #[command(
        long_about = "Erase runs, or everything about a person, so that no trace is left in the data folder: not in \
            the file of records, nor in what is half written, in damaged files that were set aside, or in \
            temporary files.\n\n\
            Without --yes it only says what would be erased. Backups that may still hold it are named, so that you \
            can deal with them."
    )]
    Erase(Erase),
    /// Erase what is older than it should be
    #[command(
        long_about = "Erase what is older than it should be, counted from when something was last added to it: what \
            --older-than says, or what the retention setting says.\n\n\
            Without --yes it only says what would be erased.",
        after_help = "Example: defensible records purge --older-than \"2 years\""
    )]
    Purge(Purge),
    /// Show or set how long things are to be kept
    #[command(
        long_about = "Show or set how long things are to be kept: runs that are over, runs that are not, and damaged \
            files that were set aside. Nothing is set at first, and nothing is ever erased by itself: defensible \
            records purge does it when you say so.",
        after_help = "Example: defensible records retention --finished \"2 years\" --unfinished \"6 months\""
    )]
    Retention(Retention),
    /// Prove that everything is as it was written
    Verify(Verify),
    /// Write a copy of everything that is kept
    Backup(Backup),
    /// Say who a person id is, or no longer
    Name(Name),
}

fn person(text: &str) -> Result<PersonId, String> {
    PersonId::new(text).map_err(|error| error.to_string())
}

/// `defensible records list`
#[derive(Debug, Args)]
pub struct List {
    /// Only the runs of this person
    #[arg(long, value_name = "ID", value_parser = person)]
    pub person: Option<PersonId>,
    /// For people, or for programs (versioned)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// `defensible records show`
#[derive(Debug, Args)]
pub struct Show {
    /// The run, or as much of the beginning of its name as tells it from the others
    #[arg(value_name = "RUN")]
    pub run: String,
    /// For people, or for programs (versioned)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// How an export is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// Whole, and can be imported again
    Json,
    /// A table for a spreadsheet
    Csv,
    /// One run as a log file
    Log,
}

/// `defensible records export`
#[derive(Debug, Args)]
pub struct Export {
    /// Runs; all of them if nothing is said
    #[arg(value_name = "RUN", conflicts_with = "person")]
    pub runs: Vec<String>,
    /// Everything of this person
    #[arg(long, value_name = "ID", value_parser = person)]
    pub person: Option<PersonId>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    pub format: ExportFormat,
    /// Where to; a file that is there already is never written over. Without it, or with -, to standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// `defensible records import`
#[derive(Debug, Args)]
pub struct Import {
    /// Files, or folders of files
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// Whose the logs are
    #[arg(long, value_name = "ID", value_parser = person)]
    pub person: Option<PersonId>,
    /// For people, or for programs (versioned)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// `defensible records erase`
#[derive(Debug, Args)]
pub struct Erase {
    /// Runs
    #[arg(value_name = "RUN", required_unless_present = "person", conflicts_with = "person")]
    pub runs: Vec<String>,
    /// Every run of this person, and who they are
    #[arg(long, value_name = "ID", value_parser = person)]
    pub person: Option<PersonId>,
    /// Do it; it can't be undone
    #[arg(long)]
    pub yes: bool,
    /// For people, or for programs (versioned)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// `defensible records purge`
#[derive(Debug, Args)]
pub struct Purge {
    /// Such as "90 days", "18 months" or "2 years"
    #[arg(long, value_name = "LENGTH", allow_hyphen_values = true)]
    pub older_than: Option<String>,
    /// Do it; it can't be undone
    #[arg(long)]
    pub yes: bool,
    /// For people, or for programs (versioned)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// `defensible records retention`
#[derive(Debug, Args)]
pub struct Retention {
    /// Runs that are over: a length such as "2 years", or never
    #[arg(long, value_name = "LENGTH", allow_hyphen_values = true)]
    pub finished: Option<String>,
    /// Runs that are not over
    #[arg(long, value_name = "LENGTH", allow_hyphen_values = true)]
    pub unfinished: Option<String>,
    /// Damaged files that were set aside
    #[arg(long, value_name = "LENGTH", allow_hyphen_values = true)]
    pub set_aside: Option<String>,
    /// For people, or for programs (versioned)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// `defensible records verify`
#[derive(Debug, Args)]
pub struct Verify {
    /// For people, or for programs (versioned)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// `defensible records backup`
#[derive(Debug, Args)]
pub struct Backup {
    /// Where to; a file of today's date in the data folder if nothing is said
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// For people, or for programs (versioned)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// `defensible records name`
#[derive(Debug, Args)]
pub struct Name {
    /// The person's id
    #[arg(value_name = "ID", value_parser = person)]
    pub id: PersonId,
    /// Who it is; shows it if nothing is said
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// No longer say who it is
    #[arg(long, conflicts_with = "name")]
    pub forget: bool,
    /// For people, or for programs (versioned)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}
