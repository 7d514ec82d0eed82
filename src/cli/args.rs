//! What may be typed after `defensible`, and the help for it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::review::matrix::parse::ScaleArg;

/// What a newcomer types first.
#[cfg(feature = "app")]
const HOW: &str = "Without a command, the desk opens in a window. In a terminal: defensible play missed-monday\n\
    defensible play lists the scenarios at hand.";
#[cfg(not(feature = "app"))]
const HOW: &str = "Example: defensible play missed-monday\n\
    Without a command, the scenarios at hand are listed; defensible play lists them too.";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "defensible",
    version,
    about = "A training simulator for probation practice in England and Wales",
    long_about = "A training simulator for probation practice in England and Wales.\n\n\
        You are given a case. Information arrives over weeks, from people who may be wrong. You look into it, \
        respond, write down why, and then see how experienced reviewers answered and where they disagreed. \
        Every person and place in it is made up.",
    after_help = HOW,
    max_term_width = 100,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// A folder that holds folders of scenarios, looked through before the ones that are built in
    #[arg(long, global = true, value_name = "DIR")]
    pub scenarios: Option<PathBuf>,
    /// The folder where runs are kept, instead of the usual one of this system
    #[arg(long, global = true, value_name = "DIR", env = crate::sitting::data::VARIABLE, hide_env_values = true)]
    pub data_dir: Option<PathBuf>,
    /// With --scenarios: reads them again in the window whenever they change on the disk
    #[cfg(feature = "app")]
    #[arg(long)]
    pub watch: bool,
    /// Prints how long the window took to its first frame and, at the end, for each
    #[cfg(feature = "app")]
    #[arg(long)]
    pub timings: bool,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// One file of `cli` each.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Play a scenario in the terminal
    #[command(
        long_about = "Play a scenario in the terminal: a desk of lines, read from top to bottom, with everything \
            chosen by typing a number, a name or a short word. It needs no colours and no wide window, and works \
            with a screen reader.\n\n\
            Everything that you do is kept as you go, so you can stop whenever you like and go on later: \
            defensible records list names your runs, and --data-dir says where they lie if not in the usual place.",
        after_help = "Examples:\n\
            \x20 defensible play missed-monday\n\
            \x20 defensible play missed-monday --seed heron-0412\n\
            \x20 defensible play --resume missed-monday-7k3f9x\n\
            \x20 defensible play missed-monday --plan good\n\n\
            A luck code is a word and four digits. With the same code, the same edition and the same doings, two \
            people meet the same luck."
    )]
    Play(Play),
    /// Print the debrief of a run that is over
    #[command(
        long_about = "Print the debrief of a run that is over: what you decided and how, how the reviewers answered, \
            and how it came out. It uses the texts that were kept with it when it was played, whatever the files \
            say today.",
        after_help = "Examples:\n\
            \x20 defensible debrief missed-monday-7k3f9x\n\
            \x20 defensible debrief handed-in/ann.jsonl"
    )]
    Debrief(Debrief),
    /// Look for mistakes in scenarios, panels and plans
    #[command(
        long_about = "Look for mistakes in scenarios, panels and plans, and say for each the file, the line, the cause \
            and what to write instead. Every problem is told in one go.\n\n\
            A scenario is checked at its own policy date and at that of each of its variants, with the panel.ron and \
            the *.plan.ron that lie beside it. Plans are played.",
        after_help = "Examples:\n\
            \x20 defensible check scenarios/missed-monday\n\
            \x20 defensible check scenarios --format json\n\n\
            Ends with 0 if there is nothing to mend (advice may be left), 1 if there is, and 2 if a file could not be \
            read."
    )]
    Check(Check),
    /// Play a scenario many times by dice, and say what can happen in it
    #[command(
        long_about = "Play a scenario many times by dice, and say what can happen in it: how it ends and how often, what \
            no play ever reached, which properties fail, which decisions are won by always doing the same, what the \
            time went to, and how far the reviewers agree.\n\n\
            The player by dice tries only what is open. Some of its plays do almost nothing, some nearly everything. \
            What none of them reached is looked for by plays that lean towards it; what those find is shown with the \
            way to it. The same number of plays gives the same report on every machine.",
        after_help = "Examples:\n\
            \x20 defensible explore missed-monday\n\
            \x20 defensible explore scenarios/missed-monday --plays 2000 --habits\n\
            \x20 defensible explore missed-monday --plan good\n\n\
            Ends with 0 if all is well, 1 if a property fails or something is never reached, and 2 if it could not be \
            done."
    )]
    Explore(Explore),
    /// Hold runs, or answers in tables, against reviews: what each earned, what habits would, how groups differ
    #[command(
        long_about = "Hold runs against reviews: for each decision what was answered and how far reviewers agree with it; for \
            each theme and each run a mean with what it stands on. Of many runs also how everybody answered beside the \
            panel, what always doing the same would have earned, and, from 30 complete runs up, the decisions as items of a \
            test. With --group, how far people agree within their groups and between them; groups of fewer than 5 people, \
            and what could tell of them, are left out.\n\n\
            A run is scored at a decision where reviewers answered the same words knowing the same; elsewhere it says why \
            not. A run that is not over is scored on what it decided. A trial is never scored, nor what a reviewer played. \
            Of two copies one counts.\n\n\
            Or hold answers against reviews from two tables, with no scenario: for vignettes on paper and for script \
            concordance tests. A table is a CSV file: the first row names the people, the first column the decisions, and \
            each cell is an answer, or empty for none. Both tables need the same decisions, in any order.",
        after_help = "Examples:\n\
            \x20 defensible score handed-in/ann.jsonl\n\
            \x20 defensible score handed-in --scenario missed-monday --format csv\n\
            \x20 defensible score handed-in --scenario missed-monday --groups offices.csv --group office\n\
            \x20 defensible score --answers trainees.csv --reviews panel.csv --scale ordered:-2..2\n\n\
            In tables, decisions on which the panel is broad, even or in two camps are shown and not scored, unless you say \
            --every-decision. Those with fewer than 5 reviewers are never scored.\n\
            Ends with 0 if all is well, 1 if a log was damaged at its end or a line of --groups fits no run, and 2 if a run or a \
            table could not be read, or a run is a trial, a reviewer's or of another case: the others are scored all the same."
    )]
    Score(Score),
    /// Collect a panel of reviewers, look at it, and change it
    #[command(
        long_about = "Collect a panel of reviewers, look at it, and change it: invite writes a folder for reviewers, who \
            play it with review and send back a file, which add takes in; stats says what the panel is worth.\n\n\
            Changes keep every comment in panel.ron and the order of what is there. What takes away or speaks for \
            somebody is only done with --yes.",
        after_help = "Examples:\n\
            \x20 defensible panel invite scenarios/missed-monday --to \"Panel desk, panel@example.org\"\n\
            \x20 defensible panel add scenarios/missed-monday r-kfgtbz.panel.ron\n\
            \x20 defensible panel stats missed-monday\n\
            \x20 defensible panel withdraw scenarios/missed-monday r-senior"
    )]
    Panel(super::panel::args::Panel),
    /// Look at what is kept, carry it away, erase it
    #[command(
        long_about = "Look at what is kept of runs and people: list it, show it, carry it out and in, erase it, prove \
            it, back it up.\n\n\
            Nothing is erased unless you say --yes, and nothing is ever erased by itself.",
        after_help = "Examples:\n\
            \x20 defensible records list\n\
            \x20 defensible records export --person ann -o ann.json\n\
            \x20 defensible records import /media/stick\n\
            \x20 defensible records erase --person ann\n\n\
            Ends with 0 if all is well, 1 if something was found or is left to do, and 2 if it could not be done."
    )]
    Records(super::records::args::Records),
}

/// `defensible play`
#[derive(Debug, Default, Args)]
pub struct Play {
    /// A scenario's name, its folder, or its scenario.ron; without one, the scenarios at hand are listed
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<String>,
    /// The luck to play with: a number, or a luck code such as heron-0412
    #[arg(long, value_name = "LUCK", conflicts_with = "resume", requires = "scenario")]
    pub seed: Option<String>,
    /// A variant of the scenario: the same case at another date of law and policy
    #[arg(long, value_name = "ID", conflicts_with = "resume", requires = "scenario")]
    pub variant: Option<String>,
    /// Replay a recorded walkthrough without asking anything; prints the debrief if the run ended
    #[arg(long, value_name = "FILE", conflicts_with_all = ["from", "resume"], requires = "scenario")]
    pub plan: Option<String>,
    /// Replay a recorded walkthrough, then hand over to you
    #[arg(long, value_name = "PLAN", conflicts_with = "resume", requires = "scenario")]
    pub from: Option<String>,
    /// Write a log file too, as it goes: to hand in, or to keep. One that is there already is never written over
    #[arg(long, value_name = "FILE")]
    pub log: Option<PathBuf>,
    /// Go on with a run: its name, or the beginning of it (see `defensible records list`), or a log file
    #[arg(long, value_name = "RUN", conflicts_with = "scenario")]
    pub resume: Option<String>,
    /// With --resume: begin another run that goes as that one went up to the start of this week, then is yours
    #[arg(long, value_name = "WEEK", requires = "resume", allow_negative_numbers = true)]
    pub again_from: Option<i32>,
    /// Show softer texts where there are any: the same facts, told more gently
    #[arg(long, conflicts_with = "resume", requires = "scenario")]
    pub softer: bool,
    /// Under whose id the run is kept; it need be nobody's name
    #[arg(long, value_name = "ID", conflicts_with = "plan")]
    pub person: Option<String>,
}

/// `defensible debrief`
#[derive(Debug, Args)]
pub struct Debrief {
    /// The run's name or the beginning of it (see `defensible records list`), or its log file
    #[arg(value_name = "RUN")]
    pub run: String,
}

/// `defensible check`
#[derive(Debug, Args)]
pub struct Check {
    /// A scenario's folder, a folder of such folders, a .ron file, or the name of a scenario that is built in
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<String>,
    /// For people, or for programs (versioned)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// `defensible explore`
#[derive(Debug, Args)]
pub struct Explore {
    /// A scenario's name (see `defensible play`), its folder, or its scenario.ron
    #[arg(value_name = "CASE")]
    pub scenario: String,
    /// How many plays
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    pub plays: u32,
    /// Replay this walkthrough with so many other seeds instead: how it would have ended with other luck
    #[arg(long, value_name = "FILE", conflicts_with = "habits", requires = "scenario")]
    pub plan: Option<String>,
    /// Also play by habit (always explore, always enforce, and so on), and say what each would earn
    #[arg(long)]
    pub habits: bool,
    /// A variant of the scenario: the same case at another date of law and policy
    #[arg(long, value_name = "ID")]
    pub variant: Option<String>,
    /// For people, or for programs (versioned)
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// `defensible score`
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["runs", "answers"]))]
pub struct Score {
    /// Runs that are kept, by name; their log files; or folders of log files
    #[arg(value_name = "RUN", conflicts_with_all = ["answers", "reviews", "scale", "every_decision"])]
    pub runs: Vec<String>,
    /// The case whose panel all runs are held against: its name, its folder, or its scenario.ron. Without it, each run is
    /// held against the panel that was kept with it
    #[arg(long, value_name = "CASE", requires = "runs")]
    pub scenario: Option<String>,
    /// Set groups beside each other, such as offices: the column of --groups that names them. Each run counts as one person
    #[arg(long, value_name = "FIELD", requires_all = ["runs", "groups"])]
    pub group: Option<String>,
    /// A CSV file with a column run (a run's name, or that of its log file) and further columns, such as office
    #[arg(long, value_name = "FILE", requires = "group")]
    pub groups: Option<PathBuf>,
    #[command(flatten)]
    pub tables: Tables,
    /// For people, for programs (versioned), or as a table: a row a run or a person; with --group a row a count
    #[arg(long, value_enum, default_value_t = ScoreFormat::Human)]
    pub format: ScoreFormat,
}

/// Answers and reviews in two tables, with no scenario.
#[derive(Debug, Args)]
pub struct Tables {
    /// The table of answers: a row a decision, a column a person
    #[arg(long, value_name = "CSV", requires_all = ["reviews", "scale"])]
    pub answers: Option<PathBuf>,
    /// The table of reviews: a row a decision, a column a reviewer
    #[arg(long, value_name = "CSV", requires = "answers")]
    pub reviews: Option<PathBuf>,
    /// What may be answered: options (words without an order), or ordered:FROM..TO (whole numbers, both ends included)
    #[arg(long, value_name = "SCALE", allow_hyphen_values = true, requires = "answers")]
    pub scale: Option<ScaleArg>,
    /// Score decisions too on which the panel is broad, even or in two camps
    #[arg(long, requires = "answers")]
    pub every_decision: bool,
}

/// How scores are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ScoreFormat {
    Human,
    Json,
    Csv,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
