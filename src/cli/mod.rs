//! The command line: one file a subcommand.
//!
//! In go arguments, files and what a person types; out come lines and an exit code. Data goes to standard output,
//! messages to standard error; colours are left out where `NO_COLOR` says so or nobody is there to see them.

pub mod args;
pub mod check;
pub mod debrief;
pub mod diagnostics;
pub mod explore;
pub mod library;
pub mod panel;
pub mod play;
pub mod records;
pub mod reports;
pub mod score;
pub mod term;
pub mod votes;
#[cfg(feature = "app")]
pub mod window;

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use args::{Cli, Command};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Clean = 0,
    /// Something is to be mended.
    Findings = 1,
    /// Usage, or input and output.
    Trouble = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Carries out what was asked for.
#[must_use]
pub fn dispatch(cli: &Cli) -> ExitCode {
    #[cfg(feature = "app")]
    if cli.command.is_none() {
        return window::run(cli).into();
    }
    let mut out = anstream::AutoStream::auto(io::stdout().lock());
    let mut err = anstream::AutoStream::auto(io::stderr().lock());
    let stdin = io::stdin();
    let echo = !stdin.is_terminal();
    let mut input = stdin.lock();
    let words = crate::text::Catalogue::english();
    let scenarios = cli.scenarios.as_deref();
    let data = cli.data_dir.as_deref();
    let io = play::Io { out: &mut out, err: &mut err, input: &mut input, words: &words, width: term::width(), echo };
    let done = match &cli.command {
        None => library::run(scenarios, io),
        Some(Command::Play(args)) if args.scenario.is_none() && args.resume.is_none() => library::run(scenarios, io),
        Some(Command::Play(args)) => play::run(args, scenarios, data, io),
        Some(Command::Debrief(args)) => debrief::run(args, data, io),
        Some(Command::Check(args)) => check::run(args, scenarios, io.words, io.out, io.err),
        Some(Command::Explore(args)) => explore::run(args, scenarios, io),
        Some(Command::Score(args)) => score::run(args, scenarios, data, io),
        Some(Command::Panel(args)) => panel::run(args, scenarios, data, io),
        Some(Command::Records(args)) => records::run(args, data, &crate::store::clock::Clock::system(), io),
    };
    let flushed = out.flush();
    match done.and_then(|exit| flushed.map(|()| exit)) {
        Ok(exit) => exit.into(),
        // Whoever read what we wrote has had enough: no fault of anybody's.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Clean.into(),
        Err(error) => {
            let _ = writeln!(err, "{error}");
            Exit::Trouble.into()
        }
    }
}
