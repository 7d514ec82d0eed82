//! Which run is of which group: the lines of `--groups`, held against the runs that were found.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use super::gather::Gathered;
use crate::cli::Exit;
use crate::cli::args::Score;
use crate::cli::play::Io;
use crate::cli::score::{file, problems};
use crate::review::cohort::lines::{self, Line, Problem, Why};
use crate::sitting::files;
use crate::text::Message;

/// The lines of a file, of one column.
#[derive(Debug)]
pub struct Lines {
    /// As the file is named.
    pub name: String,
    /// The column that names groups.
    pub column: String,
    pub lines: Vec<Line>,
}

/// Reads the file of groups, if there is one. What is wrong with it is told; the exit code is the error.
pub fn lines(args: &Score, io: &mut Io<'_>) -> io::Result<Result<Option<Lines>, Exit>> {
    let (Some(path), Some(column)) = (&args.groups, &args.group) else { return Ok(Ok(None)) };
    let bytes = match files::read(path, path.parent().unwrap_or(Path::new(""))) {
        Ok(bytes) => bytes,
        Err(trouble) => return io.complain(&trouble).map(|()| Err(Exit::Trouble)),
    };
    match lines::read(file(&bytes), column) {
        Ok(lines) => Ok(Ok(Some(Lines { name: bytes.name, column: column.clone(), lines }))),
        Err(problems) => {
            problems.iter().try_for_each(|problem| io.complain(&say(problem)))?;
            Ok(Err(Exit::Trouble))
        }
    }
}

/// The group of each run, and whether anything was complained of: lines that fit no run, and runs without a group.
pub fn assign(lines: &Lines, gathered: &Gathered, io: &mut Io<'_>) -> io::Result<(Vec<Option<String>>, bool)> {
    let mut of: Vec<Option<(u64, &str)>> = vec![None; gathered.entrants.len()];
    let mut told = false;
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, names) in gathered.names.iter().enumerate() {
        let names: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        names.into_iter().for_each(|name| places.entry(name).or_default().push(at));
    }
    for line in &lines.lines {
        let fits = places.get(line.run.as_str()).map(Vec::as_slice).unwrap_or_default();
        let why = match fits {
            // Why it is not scored was said.
            [] if gathered.left_out.iter().any(|one| one.names.contains(&line.run)) => continue,
            [] => Message::new("score-groups-no-run").with("name", &line.run),
            [at] => match of[*at] {
                Some((first, _)) => {
                    Message::new("score-groups-same-run").with("name", &line.run).with("first", first)
                }
                None => {
                    of[*at] = Some((line.line, line.group.as_str()));
                    continue;
                }
            },
            several => Message::new("score-groups-several").with("name", &line.run).with("n", several.len()),
        };
        told = true;
        let place = format!("{}:{}", lines.name, line.line);
        io.complain(&Message::new("score-problem").with("place", place).with("why", why))?;
    }
    let groups: Vec<Option<String>> = of
        .into_iter()
        .map(|found| found.map(|(_, group)| group.to_owned()).filter(|group| !group.is_empty()))
        .collect();
    for (entrant, _) in gathered.entrants.iter().zip(&groups).filter(|(_, group)| group.is_none()) {
        told = true;
        let message = Message::new("score-groups-none").with("run", &entrant.name).with("path", &lines.name);
        io.complain(&message.with("column", &lines.column))?;
    }
    Ok((groups, told))
}

/// What is wrong with the file, in words.
fn say(problem: &Problem) -> Message {
    let place = match problem.line {
        Some(line) => format!("{}:{line}", problem.file),
        None => problem.file.clone(),
    };
    Message::new("score-problem").with("place", place).with("why", why(&problem.why))
}

fn why(why: &Why) -> Message {
    match why {
        Why::Unreadable(why) => match why {
            crate::review::matrix::parse::Why::Empty => Message::new("score-groups-empty"),
            other => problems::why(other),
        },
        Why::NoColumn { name, columns } => {
            let columns = Message::listed(columns.iter().map(Message::verbatim).collect());
            let columns = columns.unwrap_or_else(|| Message::new("nothing"));
            Message::new("score-groups-no-column").with("name", name).with("columns", columns)
        }
        Why::ColumnTwice { name } => Message::new("score-groups-column-twice").with("name", name),
        Why::NoLines => Message::new("score-groups-no-lines"),
        Why::Unnamed => Message::new("score-groups-unnamed"),
        Why::TooLong { cells, columns } => {
            Message::new("score-groups-long").with("cells", *cells).with("columns", *columns)
        }
        Why::RunTwice { name, first } => {
            Message::new("score-groups-same-run").with("name", name).with("first", *first)
        }
        Why::PersonTwice { name, first } => {
            Message::new("score-groups-same-person").with("name", name).with("first", *first)
        }
    }
}
