//! `defensible` alone: the desk in a window.

use std::io::Write as _;

use super::Exit;
use super::args::Cli;
use crate::app::shell::{self, Opening};
use crate::text::{Catalogue, Message};

/// Opens the window and stays until it is closed. No output is locked meanwhile: threads may have something to say.
#[must_use]
pub fn run(cli: &Cli) -> Exit {
    if cli.watch && cli.scenarios.is_none() {
        return trouble(&Message::new("app-watch-what"));
    }
    let opening = Opening {
        scenarios: cli.scenarios.clone(),
        data: cli.data_dir.clone(),
        watch: cli.watch,
        timings: cli.timings,
    };
    match shell::run(opening) {
        Ok(()) => Exit::Clean,
        Err(why) => trouble(&why),
    }
}

fn trouble(why: &Message) -> Exit {
    let words = Catalogue::english().say(why);
    let _ = writeln!(std::io::stderr(), "{words}");
    Exit::Trouble
}
