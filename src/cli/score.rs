//! `defensible score`: answers held against reviews, as figures.
//!
//! Of runs: [`runs`]. Of two tables, with no scenario:
//!
//! 1. the tables are read ([`matrix::parse`](crate::review::matrix::parse)) and everything is worked out ([`Figures`]);
//! 2. [`human`], [`json`] and [`csv`] write it down; [`problems`] says what is wrong with a table.

mod csv;
mod human;
mod json;
mod problems;
mod runs;

use std::io;
use std::path::Path;

use super::Exit;
use super::args::{Score, ScoreFormat, Tables};
use super::play::Io;
use crate::review::figures::interval;
use crate::review::matrix::parse::{self, File, ScaleArg};
use crate::review::matrix::{Figures, Options};
use crate::sitting::files::{self, Bytes};
use crate::text::Message;

/// What was read, as a table is read from it.
fn file(bytes: &Bytes) -> File<'_> {
    File { name: &bytes.name, bytes: &bytes.bytes }
}

/// Scores runs, or tables. Figures go to standard output.
///
/// # Errors
/// If nothing can be written.
pub fn run(args: &Score, scenarios: Option<&Path>, data: Option<&Path>, io: Io<'_>) -> io::Result<Exit> {
    match &args.tables {
        Tables { answers: Some(answers), reviews: Some(reviews), scale: Some(scale), every_decision } => {
            tables(answers, reviews, scale, *every_decision, args.format, io)
        }
        _ => runs::run(args, scenarios, data, io),
    }
}

/// Scores the answers of one table against the reviews of another.
fn tables(
    answers: &Path,
    reviews: &Path,
    scale: &ScaleArg,
    every: bool,
    format: ScoreFormat,
    mut io: Io<'_>,
) -> io::Result<Exit> {
    let read = |path: &Path| files::read(path, path.parent().unwrap_or(Path::new("")));
    let both: Result<(Bytes, Bytes), Vec<Message>> = match (read(answers), read(reviews)) {
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
    let tables = match parse::tables(file(&answers), file(&reviews), scale) {
        Ok(tables) => tables,
        Err(problems) => {
            problems.iter().try_for_each(|problem| io.complain(&problems::say(problem)))?;
            return Ok(Exit::Trouble);
        }
    };
    let figures = Figures::of(&tables, Options { every, seed: interval::SEED });
    match format {
        ScoreFormat::Human => human::write(&tables, &figures, &mut io)?,
        ScoreFormat::Json => write!(io.out, "{}", json::text(&tables, &figures))?,
        ScoreFormat::Csv => write!(io.out, "{}", csv::text(&figures))?,
    }
    Ok(Exit::Clean)
}
