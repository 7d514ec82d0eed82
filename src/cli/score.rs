//! `defensible score`: answers held against reviews, as figures.
//!
//! 1. the tables are read ([`matrix::parse`]) and everything is worked out ([`Figures`]);
//! 2. [`human`], [`json`] and [`csv`] write it down; [`problems`] says what is wrong with a table.

mod csv;
mod human;
mod json;
mod problems;

use std::io;
use std::path::Path;

use super::Exit;
use super::args::{Score, ScoreFormat};
use super::play::Io;
use crate::review::figures::interval;
use crate::review::matrix::parse::{self, File};
use crate::review::matrix::{Figures, Options};
use crate::sitting::files::{self, Bytes};
use crate::text::Message;

/// What was read, as a table is read from it.
fn file(bytes: &Bytes) -> File<'_> {
    File { name: &bytes.name, bytes: &bytes.bytes }
}

/// Scores answers. Figures go to standard output.
///
/// # Errors
/// If nothing can be written.
pub fn run(args: &Score, mut io: Io<'_>) -> io::Result<Exit> {
    let read = |path: &Path| files::read(path, path.parent().unwrap_or(Path::new("")));
    let both: Result<(Bytes, Bytes), Vec<Message>> = match (read(&args.answers), read(&args.reviews)) {
        (Ok(answers), Ok(reviews)) => Ok((answers, reviews)),
        (answers, reviews) => Err([answers.err(), reviews.err()].into_iter().flatten().collect()),
    };
    let (answers, reviews) = match both {
        Ok(both) => both,
        Err(troubles) => {
            troubles.iter().try_for_each(|trouble| io.complain(trouble))?;
            return Ok(Exit::Trouble);
        }
    };
    let tables = match parse::tables(file(&answers), file(&reviews), &args.scale) {
        Ok(tables) => tables,
        Err(problems) => {
            problems.iter().try_for_each(|problem| io.complain(&problems::say(problem)))?;
            return Ok(Exit::Trouble);
        }
    };
    let figures = Figures::of(&tables, Options { every: args.every_decision, seed: interval::SEED });
    match args.format {
        ScoreFormat::Human => human::write(&tables, &figures, &mut io)?,
        ScoreFormat::Json => write!(io.out, "{}", json::text(&tables, &figures))?,
        ScoreFormat::Csv => write!(io.out, "{}", csv::text(&figures))?,
    }
    Ok(Exit::Clean)
}
