//! `defensible score RUN...`: runs held against a panel, one or thousands.
//!
//! 1. [`names`] finds what was named; [`gather`] reads each run, plays it again and debriefs it, and leaves out what can't
//!    be scored; [`copies`] sees that none counts twice;
//! 2. [`groups`] says which run is of which group;
//! 3. [`one`], [`human`], [`grouped`], [`json`] and [`csv`] write down what [`crate::review::cohort`] makes of them.

mod copies;
mod csv;
mod gather;
mod grouped;
mod groups;
mod human;
mod json;
mod names;
mod one;

use std::io;
use std::path::Path;

use crate::cli::Exit;
use crate::cli::args::{Score, ScoreFormat};
use crate::cli::play::Io;
use crate::review::cohort::Cohort;
use crate::review::cohort::groups::Grouped;
use crate::review::figures::interval;
use gather::Gathered;

/// Scores runs. Figures go to standard output, what is wrong with a run to standard error.
pub fn run(args: &Score, scenarios: Option<&Path>, data: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let lines = match groups::lines(args, &mut io)? {
        Ok(lines) => lines,
        Err(exit) => return Ok(exit),
    };
    let gathered = match gather::gather(args, scenarios, data, &mut io)? {
        Ok(gathered) => gathered,
        Err(exit) => return Ok(exit),
    };
    let Some(lines) = lines else {
        write(args.format, &gathered, &mut io)?;
        return Ok(gathered.exit(false));
    };
    let (of, told) = groups::assign(&lines, &gathered, &mut io)?;
    let grouped = Grouped::of(&gathered.editions, &gathered.entrants, &of, interval::SEED);
    match args.format {
        ScoreFormat::Human => grouped::write(&gathered, &lines.column, &grouped, &mut io)?,
        ScoreFormat::Json => write!(io.out, "{}", json::groups(&gathered, &lines.column, &grouped))?,
        ScoreFormat::Csv => write!(io.out, "{}", csv::groups(&gathered, &grouped))?,
    }
    Ok(gathered.exit(told))
}

fn write(format: ScoreFormat, gathered: &Gathered, io: &mut Io<'_>) -> io::Result<()> {
    if let (ScoreFormat::Human, Some(debrief)) = (format, &gathered.only) {
        return one::write(gathered, debrief, io);
    }
    let cohort = Cohort::of(&gathered.editions, &gathered.entrants);
    match format {
        ScoreFormat::Human => human::write(gathered, &cohort, io),
        ScoreFormat::Json => write!(io.out, "{}", json::runs(gathered, &cohort)),
        ScoreFormat::Csv => write!(io.out, "{}", csv::runs(gathered, &cohort)),
    }
}
