//! `defensible panel invite`: a folder that a reviewer needs and nothing else. It is made whole, or not at all.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::args::Invite;
use super::change::why_unchanged;
use super::opened::scenario;
use crate::cli::Exit;
use crate::cli::play::Io;
use crate::report::invitation;
use crate::run::logfile;
use crate::scenario::edit;
use crate::scenario::parse::FORMAT;
use crate::scenario::raw::Invitation;
use crate::text::Message;

/// The page for the reviewer.
const PAGE: &str = "READ-ME-FIRST.txt";

/// Writes the bundle.
pub fn run(args: &Invite, scenarios: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let (files, ready) = match scenario(&args.scenario, scenarios, &mut io)? {
        Ok(opened) => opened,
        Err(exit) => return Ok(exit),
    };
    let folder = args.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}-review", files.name)));
    let invited = Invitation {
        format: FORMAT,
        scenario: ready.scenario.raw().id.clone(),
        to: args.to.clone(),
        by: args.by.clone(),
    };
    if args.to.trim().is_empty() {
        return io.complain(&Message::new("invite-to-nobody")).map(|()| Exit::Trouble);
    }
    let text = match edit::invitation(&invited) {
        Ok(text) => text,
        Err(why) => return cannot(&folder, why_unchanged(&why), &mut io),
    };
    let called = folder.file_name().and_then(|name| name.to_str()).unwrap_or(&files.name).to_owned();
    let page = invitation::page(&ready.scenario, &invited, &called, io.words);
    // The text as it was read: no byte-order mark, and nothing that could not be.
    let scenario = ready.kept.get(logfile::SCENARIO).map(String::as_str).unwrap_or_default();
    if let Err(why) = write(&folder, &[("scenario.ron", scenario), ("invitation.ron", &text), (PAGE, &page)]) {
        return cannot(&folder, why, &mut io);
    }
    let situations = ready.scenario.raw().decisions.iter().map(|one| one.situations.len()).sum::<usize>();
    let done = Message::new("invite-written")
        .with("path", folder.display().to_string())
        .with("page", PAGE)
        .with("n", situations)
        .with("to", &args.to);
    writeln!(io.out, "{}", io.words.say(&done))?;
    if files.folder.is_some() {
        writeln!(io.out, "{}", io.words.say(&Message::new("invite-then").with("scenario", &args.scenario)))?;
    }
    Ok(Exit::Clean)
}

fn cannot(folder: &Path, why: Message, io: &mut Io<'_>) -> io::Result<Exit> {
    let message = Message::new("invite-cannot").with("path", folder.display().to_string()).with("why", why);
    io.complain(&message).map(|()| Exit::Trouble)
}

/// Writes files into a new folder, which is there with all of them or not at all.
fn write(folder: &Path, files: &[(&str, &str)]) -> Result<(), Message> {
    let trouble = |error: io::Error| Message::verbatim(error.to_string());
    if folder.symlink_metadata().is_ok() {
        return Err(Message::new("invite-there"));
    }
    let within = folder.parent().filter(|within| !within.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let made = tempfile::Builder::new().prefix(".defensible-").tempdir_in(within).map_err(trouble)?;
    for (name, text) in files {
        let mut file = std::fs::File::create_new(made.path().join(name)).map_err(trouble)?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(trouble)?;
    }
    // A folder for one's own use may be read by nobody else: this one is to be given away.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(made.path(), std::fs::Permissions::from_mode(0o755)).map_err(trouble)?;
    }
    std::fs::rename(made.path(), folder).map_err(trouble)?;
    // It lies elsewhere now: there is nothing left to clean up.
    let _ = made.keep();
    Ok(())
}
