//! `defensible panel add`: reviewers' files into the panel of a scenario.

use std::io;
use std::path::{Path, PathBuf};

use super::args::Add;
use super::change::why_unchanged;
use super::opened::scenario;
use crate::cli::Exit;
use crate::cli::play::Io;
use crate::review::collect::merge::{self, NotTaken, Taken};
use crate::scenario::edit;
use crate::sitting::files::{self, Files};
use crate::sitting::reading;
use crate::sitting::whole_file::{self, Before};
use crate::text::Message;

/// Where the panel of a scenario lies, or will.
fn place(files: &Files) -> Option<PathBuf> {
    let folder = files.folder.as_ref()?;
    let name = |path: &str| Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
    let name = match &files.panel {
        Some(panel) => name(&panel.name)?,
        // `tiny.panel.ron` belongs to `tiny.scenario.ron`.
        None => name(&files.scenario.name)?.replace("scenario.ron", "panel.ron"),
    };
    Some(folder.join(name))
}

/// Adds the files, one after another; what one of them brings is not lost by another.
pub fn run(args: &Add, scenarios: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let (files, ready) = match scenario(&args.scenario, scenarios, &mut io)? {
        Ok(opened) => opened,
        Err(exit) => return Ok(exit),
    };
    let Some(path) = place(&files) else {
        return io.complain(&Message::new("panel-built-in").with("scenario", &files.name)).map(|()| Exit::Trouble);
    };
    if files.panel.is_some() && ready.panel.is_none() {
        io.findings(&ready.findings)?;
        return io.complain(&Message::new("panel-mend-first").with("scenario", &files.name)).map(|()| Exit::Trouble);
    }
    let before = files.panel.as_ref().map(|panel| panel.bytes.clone());
    let shown = path.display().to_string();
    let cannot = |why: Message| Message::new("panel-unchanged").with("path", &shown).with("why", why);
    let mut text = match &before {
        // It was read as UTF-8 already.
        Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        None => match edit::new_panel(&ready.scenario.raw().id) {
            Ok(text) => text,
            Err(why) => return io.complain(&cannot(why_unchanged(&why))).map(|()| Exit::Trouble),
        },
    };
    let mut exit = Exit::Clean;
    let mut changed = false;
    for typed in &args.files {
        let read = files::read(typed, typed.parent().unwrap_or(Path::new("")));
        let (theirs, found) = match read {
            Ok(bytes) => reading::reviewer_file(&bytes, &ready.scenario),
            Err(trouble) => {
                io.complain(&trouble)?;
                exit = Exit::Trouble;
                continue;
            }
        };
        io.findings(&found)?;
        let name = typed.display().to_string();
        let Some(theirs) = theirs else {
            io.complain(&Message::new("add-mend-first").with("path", name))?;
            exit = Exit::Trouble;
            continue;
        };
        for one in merge::add(&mut text, &theirs, &ready.scenario) {
            match one {
                Ok(taken) => {
                    changed |= taken.added > 0;
                    if !say_taken(&taken, &mut io)? && exit == Exit::Clean {
                        exit = Exit::Findings;
                    }
                }
                Err(why) => {
                    io.complain(&not_taken(&why, &name))?;
                    exit = Exit::Trouble;
                }
            }
        }
    }
    if !changed {
        writeln!(io.out, "{}", io.words.say(&Message::new("add-nothing").with("path", shown)))?;
        return Ok(exit);
    }
    let before = before.as_deref().map_or(Before::Nothing, Before::Bytes);
    match whole_file::put(&path, &text, before) {
        Ok(()) => {
            writeln!(io.out, "{}", io.words.say(&Message::new("panel-written").with("path", shown)))?;
            Ok(exit)
        }
        Err(why) => io.complain(&cannot(why)).map(|()| Exit::Trouble),
    }
}

/// Says what came of a reviewer. False if something of theirs was not taken, or doesn't count.
fn say_taken(taken: &Taken, io: &mut Io<'_>) -> io::Result<bool> {
    let listed = |all: &[String]| Message::listed(all.iter().map(Message::verbatim).collect());
    let of = |key: &'static str| Message::new(key).with("id", &taken.reviewer);
    let key = if taken.is_new { "add-new" } else { "add-more" };
    let mut lines = vec![of(key).with("n", taken.added).with("of", taken.questions)];
    if taken.already > 0 {
        lines.push(of("add-already").with("n", taken.already));
    }
    let remarks = [
        ("add-stale", &taken.stale),
        ("add-differs", &taken.differs),
        ("add-gone", &taken.gone),
        ("add-unanswered", &taken.unanswered),
    ];
    for (key, all) in remarks {
        if let Some(names) = listed(all) {
            lines.push(of(key).with("n", all.len()).with("names", names));
        }
    }
    for line in lines {
        writeln!(io.out, "{}", io.words.say(&line))?;
    }
    Ok(taken.stale.is_empty() && taken.differs.is_empty() && taken.gone.is_empty())
}

fn not_taken(why: &NotTaken, path: &str) -> Message {
    let of = |key: &'static str, id: &str| Message::new(key).with("id", id).with("path", path);
    match why {
        NotTaken::SomebodyElse { reviewer } => of("add-somebody-else", reviewer),
        NotTaken::SameWords { reviewer, as_of, question } => {
            of("add-same-words", reviewer).with("as", as_of).with("question", question)
        }
        NotTaken::Nothing { reviewer } => of("add-no-reviews", reviewer),
        NotTaken::Unchanged(why) => Message::new("add-unchanged").with("path", path).with("why", why_unchanged(why)),
    }
}
