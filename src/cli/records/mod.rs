//! `defensible records`: what is kept, to look at, to carry away, to erase.
//!
//! Each action has a file of its own. They open the store, ask it for whole operations, and put what comes back into
//! words ([`say`]) or into versioned JSON; what an export holds and what is too old is reckoned in `store`. Names that
//! were typed are looked up in [`find`]; [`removal`] is what `erase` and `purge` do alike.

pub mod args;
pub mod backup;
pub mod erase;
pub mod export;
pub mod find;
pub mod import;
pub mod list;
pub mod name;
pub mod purge;
pub mod removal;
pub mod retention;
pub mod say;
pub mod show;
pub mod verify;

use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::Exit;
use super::play::Io;
use super::term::{Term, printable};
use crate::sitting::data;
use crate::store::clock::Clock;
use crate::store::lookup;
use crate::store::open::{self, Opened};
use crate::store::records::Entry;
use crate::store::trouble::Trouble;
use crate::text::Message;
use args::{Action, Records};

/// The version of the documents that `--format json` writes.
const VERSION: u32 = 1;

/// Why an action ended early.
#[derive(Debug)]
pub enum Stop {
    /// It could not be done, in words.
    Said(Message),
    /// Standard output is gone.
    Io(io::Error),
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Self {
        Self::Said(trouble.message())
    }
}

impl From<Message> for Stop {
    fn from(message: Message) -> Self {
        Self::Said(message)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Carries out an action on what is kept in a folder, or in the usual one.
///
/// # Errors
/// If nothing can be written to standard output.
pub fn run(args: &Records, data: Option<&Path>, clock: &Clock, mut io: Io<'_>) -> io::Result<Exit> {
    match act(&args.action, data, clock, &mut io) {
        Ok(exit) => Ok(exit),
        Err(Stop::Said(message)) => {
            io.complain(&message)?;
            Ok(Exit::Trouble)
        }
        Err(Stop::Io(error)) => Err(error),
    }
}

fn act(action: &Action, data: Option<&Path>, clock: &Clock, io: &mut Io<'_>) -> Result<Exit, Stop> {
    let folder = data::folder(data)?;
    // What is damaged is looked at as it is: opening it would mend it first.
    if let Action::Verify(args) = action {
        return verify::run(args, &folder, io);
    }
    // A folder that was misspelt is not made: what is kept lies elsewhere.
    let brings = matches!(action, Action::Import(_) | Action::Name(_) | Action::Retention(_));
    if data.is_some() && !brings && !folder.exists() {
        return Err(Stop::Said(Message::new("records-no-folder").with("path", folder.display().to_string())));
    }
    let (mut opened, ()) = open::open_for(&folder, clock, |opened| prove(action, opened))?;
    for note in &opened.notes {
        io.complain(&note.message())?;
    }
    let opened: &mut Opened = &mut opened;
    match action {
        Action::List(args) => list::run(args, opened, io),
        Action::Show(args) => show::run(args, opened, io),
        Action::Export(args) => export::run(args, opened, io),
        Action::Import(args) => import::run(args, opened, clock, io),
        Action::Erase(args) => erase::run(args, opened, io),
        Action::Purge(args) => purge::run(args, opened, clock, io),
        Action::Retention(args) => retention::run(args, opened, io),
        Action::Verify(args) => verify::run(args, &folder, io),
        Action::Backup(args) => backup::run(args, opened, clock, io),
        Action::Name(args) => name::run(args, opened, io),
    }
}

/// Reads what an action will want whole, so that damage comes to light while it can still be mended.
fn prove(action: &Action, opened: &mut Opened) -> Result<(), Trouble> {
    let records = opened.records.as_ref();
    let wanted = match action {
        Action::Show(args) => lookup::named(records, &args.run).into_iter().collect(),
        Action::Export(args) if args.runs.is_empty() => {
            let is_wanted = |entry: &Entry| args.person.as_ref().is_none_or(|person| entry.person == *person);
            records.list()?.into_iter().filter(is_wanted).map(|entry| entry.run).collect()
        }
        Action::Export(args) => args.runs.iter().filter_map(|typed| lookup::named(records, typed).ok()).collect(),
        _ => Vec::new(),
    };
    for run in wanted {
        records.run(&run)?;
    }
    Ok(())
}

/// A sheet to write on. Nothing is asked here.
fn sheet<'i>(io: &'i mut Io<'_>) -> Term<'i> {
    Term::new(&mut *io.out, &mut *io.input, io.words, io.width, false)
}

/// A line with a path in it: not wrapped, because somebody may copy it.
fn whole(sheet: &mut Term<'_>, indent: &str, line: &str) -> io::Result<()> {
    sheet.raw(&format!("{indent}{}", printable(line).replace('\n', "\u{fffd}")))
}

/// Writes a document for a program.
fn document(io: &mut Io<'_>, kind: &str, mut fields: Value) -> io::Result<()> {
    if let Value::Object(fields) = &mut fields {
        fields.insert("version".to_owned(), json!(VERSION));
        fields.insert("kind".to_owned(), json!(kind));
    }
    writeln!(io.out, "{fields:#}")
}

/// A path as it was typed, from wherever this program is run.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
