//! Which run is of which group: a file of comma-separated values with a column `run` and further ones, such as `office`.
//!
//! A run stands once. Where there is a column `person`, a person stands once too: who played twice would count as two.
//! Whatever is wrong is told in one go, with its line.

use crate::review::matrix::parse::{self, File};

/// The column that names runs.
pub const RUN: &str = "run";

/// The column that names people, if there is one.
pub const PERSON: &str = "person";

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// From one.
    pub line: u64,
    /// A run's id, or the name of its file.
    pub run: String,
    /// Empty for none.
    pub group: String,
}

/// Something that is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub file: String,
    /// Nothing for the file as a whole.
    pub line: Option<u64>,
    pub why: Why,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It is no text, or holds nothing.
    Unreadable(parse::Why),
    /// No column has this name: these have others.
    NoColumn {
        name: String,
        columns: Vec<String>,
    },
    ColumnTwice {
        name: String,
    },
    /// There is a first row and nothing below it.
    NoLines,
    /// The line names no run.
    Unnamed,
    /// More cells than columns.
    TooLong {
        cells: usize,
        columns: usize,
    },
    RunTwice {
        name: String,
        first: u64,
    },
    PersonTwice {
        name: String,
        first: u64,
    },
}

/// Reads the lines with what they say in one column.
///
/// # Errors
/// Everything that is wrong with the file.
pub fn read(file: File<'_>, column: &str) -> Result<Vec<Line>, Vec<Problem>> {
    let ((heads, header), rows) = parse::rows(file)
        .map_err(|one| vec![Problem { file: one.file, line: one.line, why: Why::Unreadable(one.why) }])?;
    let mut problems = Vec::new();
    let mut tell = |line: u64, why: Why| problems.push(Problem { file: file.name.to_owned(), line: Some(line), why });
    let columns: Vec<&str> = header.iter().collect();
    let named = |name: &str| columns.iter().position(|column| column.eq_ignore_ascii_case(name));
    for (at, name) in columns.iter().enumerate() {
        if !name.is_empty() && columns[..at].iter().any(|other| other.eq_ignore_ascii_case(name)) {
            tell(heads, Why::ColumnTwice { name: (*name).to_owned() });
        }
    }
    let mut wanted = |name: &str| {
        let found = named(name);
        if found.is_none() {
            let columns = columns.iter().filter(|column| !column.is_empty());
            let columns = columns.map(|column| (*column).to_owned()).collect();
            tell(heads, Why::NoColumn { name: name.to_owned(), columns });
        }
        found
    };
    let (run, group) = (wanted(RUN), wanted(column));
    let (Some(run), Some(group)) = (run, group) else { return Err(problems) };
    let person = named(PERSON);
    let mut lines: Vec<Line> = Vec::new();
    let mut people: Vec<(u64, String)> = Vec::new();
    for (line, row) in &rows {
        let line = *line;
        let cell = |at: usize| row.get(at).unwrap_or_default().to_owned();
        let cells = (0..row.len()).rev().find(|at| !row[*at].is_empty()).map_or(0, |last| last + 1);
        let name = cell(run);
        if cells > columns.len() {
            tell(line, Why::TooLong { cells, columns: columns.len() });
        } else if name.is_empty() {
            tell(line, Why::Unnamed);
        } else if let Some(first) = lines.iter().find(|one| one.run == name) {
            tell(line, Why::RunTwice { name, first: first.line });
        } else {
            let who = person.map(cell).filter(|who| !who.is_empty());
            if let Some(who) = who {
                match people.iter().find(|(_, other)| *other == who) {
                    Some((first, _)) => tell(line, Why::PersonTwice { name: who, first: *first }),
                    None => people.push((line, who)),
                }
            }
            lines.push(Line { line, run: name, group: cell(group) });
        }
    }
    if lines.is_empty() && problems.is_empty() {
        problems.push(Problem { file: file.name.to_owned(), line: None, why: Why::NoLines });
    }
    if problems.is_empty() { Ok(lines) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, column: &str) -> Result<Vec<(u64, String, String)>, Vec<String>> {
        let found = read(File { name: "G.csv", bytes: text.as_bytes() }, column);
        let line = |one: Problem| match one.line {
            Some(line) => format!("{}:{line} {:?}", one.file, one.why),
            None => format!("{} {:?}", one.file, one.why),
        };
        found
            .map(|lines| lines.into_iter().map(|one| (one.line, one.run, one.group)).collect())
            .map_err(|problems| problems.into_iter().map(line).collect())
    }

    #[test]
    fn as_spreadsheets_write_them() {
        let wanted =
            vec![(2, "a.jsonl".to_owned(), "Fenley".to_owned()), (3, "b".to_owned(), "Marlsea, north".to_owned())];
        let first = "run,office\na.jsonl,Fenley\nb,\"Marlsea, north\"\n";
        assert_eq!(told(first, "office").unwrap(), wanted);
        // Other marks, columns in another order, a mark at the start, empty columns and rows at the end.
        let other = "\u{feff}Office;team;Run;\r\n Fenley ;1;a.jsonl;;\r\nMarlsea, north;2;b;\r\n;;;\r\n";
        assert_eq!(told(other, "office").unwrap(), wanted);
        assert_eq!(told("run,office\na\n", "office").unwrap(), [(2, "a".to_owned(), String::new())]);
    }

    #[test]
    fn every_problem_has_its_line() {
        let text = "run,office,person\na,x,ann\n,y,bo\na,x,cy\nb,x,ann\nc,x,dee,1,2\n";
        insta::assert_snapshot!(told(text, "office").unwrap_err().join("\n"), @r#"
        G.csv:3 Unnamed
        G.csv:4 RunTwice { name: "a", first: 2 }
        G.csv:5 PersonTwice { name: "ann", first: 2 }
        G.csv:6 TooLong { cells: 5, columns: 3 }
        "#);
        insta::assert_snapshot!(told("log,office,Office\na,x,y\n", "team").unwrap_err().join("\n"), @r#"
        G.csv:1 ColumnTwice { name: "Office" }
        G.csv:1 NoColumn { name: "run", columns: ["log", "office", "Office"] }
        G.csv:1 NoColumn { name: "team", columns: ["log", "office", "Office"] }
        "#);
        assert_eq!(told("run,office\n", "office").unwrap_err(), ["G.csv NoLines"]);
        assert_eq!(told(" \n", "office").unwrap_err(), ["G.csv Unreadable(Empty)"]);
    }
}
