//! `defensible panel review`: the bundle is played, or the play of it goes on, as often as it is typed.

use std::io;
use std::path::Path;

use super::args::Review;
use super::opened::scenario;
use crate::cli::Exit;
use crate::cli::args::Play;
use crate::cli::play::{self, Io};
use crate::run::logfile::{self, Header};
use crate::sitting::{data, reviewing};
use crate::text::Message;

/// Sits down to a bundle.
pub fn run(args: &Review, scenarios: Option<&Path>, data: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let (files, ready) = match scenario(&args.bundle, scenarios, &mut io)? {
        Ok(opened) => opened,
        Err(exit) => return Ok(exit),
    };
    if ready.invitation.is_none() {
        return io.complain(&Message::new("review-no-invitation").with("path", &files.name)).map(|()| Exit::Trouble);
    }
    let hashes = Header::new(&ready.scenario, 0, ready.kept).hashes;
    let of = |name: &'static str| (name, hashes.get(name).map_or("", String::as_str));
    let hashes = [of(logfile::SCENARIO), of(logfile::INVITATION)];
    let found = data::open_for(data, |opened| reviewing::under_way(opened, hashes));
    let under_way = match found {
        Ok((opened, found)) => {
            io.notes(&opened.notes)?;
            found
        }
        // It is said once more when the play begins, which goes on in memory.
        Err(_) => None,
    };
    let play = match under_way {
        Some(run) => Play { resume: Some(run.to_string()), ..Play::default() },
        None => Play { scenario: Some(args.bundle.clone()), softer: args.softer, ..Play::default() },
    };
    play::run_in(&play, scenarios, data, files.folder, io)
}
