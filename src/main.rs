//! `defensible`: parse arguments, dispatch, exit code; nothing else.

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    defensible::cli::dispatch(&defensible::cli::args::Cli::parse())
}
