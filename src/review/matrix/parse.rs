//! Tables of comma-separated values to [`Tables`]: a row a decision, a column a person, a hole where nobody answered.
//!
//! The first row names the people, the first column the decisions. Semicolons and tabs part cells as well, whichever the
//! first row has most of: spreadsheets write what their country uses. Both tables need the same decisions, in any order.
//! Whatever is wrong is told in one go, with its place.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::{Steps, Table, Tables};

/// What may be answered, as it is typed: `options`, or `ordered:-2..2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScaleArg {
    /// Whatever words stand in the tables.
    Options,
    /// Whole numbers from one to another.
    Ordered(RangeInclusive<i32>),
}

/// An ordered scale has at most so many steps, and options are at most so many.
pub const MOST_STEPS: usize = 21;

/// Problems beyond this many of one file are not told.
const MOST_PROBLEMS: usize = 20;

impl std::str::FromStr for ScaleArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let shape = || "write options, or ordered: and two whole numbers, such as ordered:-2..2".to_owned();
        if text == "options" {
            return Ok(Self::Options);
        }
        let (from, to) = text.strip_prefix("ordered:").and_then(|range| range.split_once("..")).ok_or_else(shape)?;
        let to = to.strip_prefix('=').unwrap_or(to);
        let (from, to): (i32, i32) = (number(from).ok_or_else(shape)?, number(to).ok_or_else(shape)?);
        let steps = i64::from(to) - i64::from(from) + 1;
        if steps < 2 {
            return Err(format!("the scale must go upwards, and {from} to {to} does not"));
        }
        if steps > MOST_STEPS as i64 {
            return Err(format!("a scale has at most {MOST_STEPS} steps, and {from} to {to} has {steps}"));
        }
        Ok(Self::Ordered(from..=to))
    }
}

/// A whole number, with a sign in front of it or none. Some spreadsheets write a minus sign of their own.
fn number(text: &str) -> Option<i32> {
    text.trim().replace('\u{2212}', "-").parse().ok()
}

/// A file as text, with its name.
#[derive(Debug, Clone, Copy)]
pub struct File<'t> {
    pub name: &'t str,
    pub bytes: &'t [u8],
}

/// Something that is wrong with a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub file: String,
    /// From one; nothing for the file as a whole.
    pub line: Option<u64>,
    /// The number of the cell in its row, from one.
    pub cell: Option<usize>,
    pub why: Why,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    Empty,
    /// It is text in another encoding.
    Utf16,
    NotUtf8,
    /// The first row has no people.
    NobodyNamed,
    NoDecisions,
    UnnamedPerson,
    UnnamedDecision,
    PersonTwice {
        name: String,
        first: usize,
    },
    DecisionTwice {
        name: String,
        first: u64,
    },
    /// More or fewer cells than the first row.
    Ragged {
        cells: usize,
        of: usize,
    },
    /// An answer that is no step of the scale.
    OffScale {
        answer: String,
        person: String,
        from: i32,
        to: i32,
    },
    /// More different answers than options can be.
    TooManyOptions {
        options: usize,
    },
    /// All that is answered is one and the same.
    OneOption,
    /// Only the other table has this decision.
    DecisionMissing {
        name: String,
        other: String,
    },
    /// There is more of the same kind.
    More {
        problems: usize,
    },
}

/// A table as it stands in its file, answers as they are written.
#[derive(Debug)]
struct Written {
    people: Vec<String>,
    /// Decision, its line, and its cells.
    rows: Vec<(String, u64, Vec<String>)>,
}

/// Reads both tables.
///
/// # Errors
/// Everything that is wrong with them.
pub fn tables(answers: File<'_>, reviews: File<'_>, scale: &ScaleArg) -> Result<Tables, Vec<Problem>> {
    let (written, reviewed) = match (written(answers), written(reviews)) {
        (Ok(written), Ok(reviewed)) => (written, reviewed),
        (written, reviewed) => {
            return Err([written.err(), reviewed.err()].into_iter().flatten().flat_map(few).collect());
        }
    };
    let mut problems = Vec::new();
    let (steps, places) = steps(scale, &written, &reviewed);
    if let ScaleArg::Options = scale {
        let why = match steps.names.len() {
            0 | 1 => Some(Why::OneOption),
            many if many > MOST_STEPS => Some(Why::TooManyOptions { options: many }),
            _ => None,
        };
        problems.extend(why.map(|why| Problem { file: reviews.name.to_owned(), line: None, cell: None, why }));
    }
    let mut read = |file: File<'_>, of: &Written, other: (&Written, &str)| {
        let mut own = Vec::new();
        let missing = of.rows.iter().filter(|(name, ..)| other.0.rows.iter().all(|(other, ..)| other != name));
        own.extend(missing.map(|(name, line, _)| Problem {
            file: file.name.to_owned(),
            line: Some(*line),
            cell: Some(1),
            why: Why::DecisionMissing { name: name.clone(), other: other.1.to_owned() },
        }));
        let rows: BTreeMap<String, Vec<Option<usize>>> = of
            .rows
            .iter()
            .map(|(name, line, cells)| {
                let step = |(at, answer): (usize, &String)| {
                    let step = places.get(answer).copied();
                    if step.is_none()
                        && !answer.is_empty()
                        && let ScaleArg::Ordered(range) = scale
                    {
                        let why = Why::OffScale {
                            answer: answer.clone(),
                            person: of.people[at].clone(),
                            from: *range.start(),
                            to: *range.end(),
                        };
                        own.push(Problem { file: file.name.to_owned(), line: Some(*line), cell: Some(at + 2), why });
                    }
                    step
                };
                (name.clone(), cells.iter().enumerate().map(step).collect())
            })
            .collect();
        problems.extend(few(own));
        rows
    };
    let mut answered = read(answers, &written, (&reviewed, reviews.name));
    let mut reviews_of = read(reviews, &reviewed, (&written, answers.name));
    if !problems.is_empty() {
        return Err(problems);
    }
    let decisions: Vec<String> = reviewed.rows.iter().map(|(name, ..)| name.clone()).collect();
    let in_order = |rows: &mut BTreeMap<String, Vec<Option<usize>>>| {
        decisions.iter().map(|name| rows.remove(name).unwrap_or_default()).collect::<Vec<_>>()
    };
    Ok(Tables {
        steps,
        answers: Table { people: written.people, rows: in_order(&mut answered) },
        reviews: Table { people: reviewed.people, rows: in_order(&mut reviews_of) },
        decisions,
    })
}

/// The first problems of a file, and how many more there are.
fn few(mut problems: Vec<Problem>) -> Vec<Problem> {
    if problems.len() > MOST_PROBLEMS {
        let file = problems[0].file.clone();
        let why = Why::More { problems: problems.len() - MOST_PROBLEMS };
        problems.truncate(MOST_PROBLEMS);
        problems.push(Problem { file, line: None, cell: None, why });
    }
    problems
}

/// The steps of the scale, and the place of each answer as it may be written.
fn steps(scale: &ScaleArg, answers: &Written, reviews: &Written) -> (Steps, BTreeMap<String, usize>) {
    let cells = || [answers, reviews].into_iter().flat_map(|table| &table.rows).flat_map(|(_, _, cells)| cells);
    match scale {
        ScaleArg::Ordered(range) => {
            let names = range.clone().map(|step| step.to_string()).collect();
            let place = |cell: &String| {
                let step = number(cell).filter(|step| range.contains(step))?;
                Some((cell.clone(), usize::try_from(step - range.start()).ok()?))
            };
            (Steps { names, ordered: true }, cells().filter_map(place).collect())
        }
        ScaleArg::Options => {
            let mut names: Vec<String> = cells().filter(|cell| !cell.is_empty()).cloned().collect();
            names.sort_unstable();
            names.dedup();
            let places = names.iter().enumerate().map(|(at, name)| (name.clone(), at)).collect();
            (Steps { names, ordered: false }, places)
        }
    }
}

/// A row of a file with its line, from one.
pub(in crate::review) type Row = (u64, csv::StringRecord);

/// The rows of a file as it is written, the first of them its heads: rows of empty cells are left out.
///
/// # Errors
/// If it is no text, or holds nothing.
pub(in crate::review) fn rows(file: File<'_>) -> Result<(Row, Vec<Row>), Problem> {
    let whole = |why| Problem { file: file.name.to_owned(), line: None, cell: None, why };
    if file.bytes.starts_with(&[0xff, 0xfe]) || file.bytes.starts_with(&[0xfe, 0xff]) {
        return Err(whole(Why::Utf16));
    }
    let text = std::str::from_utf8(file.bytes).map_err(|error| {
        let line = 1 + file.bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() as u64;
        Problem { file: file.name.to_owned(), line: Some(line), cell: None, why: Why::NotUtf8 }
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().find(|line| !line.trim().is_empty()).ok_or_else(|| whole(Why::Empty))?;
    // The first of the most: a name may hold one of the others.
    let many = |mark: &u8| first.bytes().filter(|byte| byte == mark).count();
    let mark = [b'\t', b';', b','].into_iter().max_by_key(many).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(mark)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let (mut counted, mut line) = (0, 1);
    let mut numbered = |record: csv::StringRecord| {
        let bytes = text.as_bytes();
        let from = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
        // The reader leaves half of a line's end of two characters to the next row.
        let ends = bytes.iter().skip(from).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let begins = (from + ends).clamp(counted, bytes.len());
        line += bytes[counted..begins].iter().filter(|byte| **byte == b'\n').count() as u64;
        counted = begins;
        (line, record)
    };
    let records = reader.records().filter_map(Result::ok);
    let mut records = records.filter(|record| record.iter().any(|cell| !cell.is_empty())).map(&mut numbered);
    let header = records.next().ok_or_else(|| whole(Why::Empty))?;
    let rows = records.collect();
    Ok((header, rows))
}

/// Reads one table as it is written.
fn written(file: File<'_>) -> Result<Written, Vec<Problem>> {
    let whole = |why| vec![Problem { file: file.name.to_owned(), line: None, cell: None, why }];
    let ((heads, header), records) = rows(file).map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    let mut tell = |line: u64, cell: usize, why: Why| {
        problems.push(Problem { file: file.name.to_owned(), line: Some(line), cell: Some(cell), why });
    };
    let mut people: Vec<String> = header.iter().skip(1).map(str::to_owned).collect();
    // Spreadsheets may leave empty columns at the end.
    while people.last().is_some_and(String::is_empty) {
        people.pop();
    }
    if people.is_empty() {
        tell(heads, 1, Why::NobodyNamed);
    }
    for (at, name) in people.iter().enumerate() {
        if name.is_empty() {
            tell(heads, at + 2, Why::UnnamedPerson);
        } else if let Some(first) = people[..at].iter().position(|other| other == name) {
            tell(heads, at + 2, Why::PersonTwice { name: name.clone(), first: first + 2 });
        }
    }
    let mut rows: Vec<(String, u64, Vec<String>)> = Vec::new();
    for (line, record) in records {
        let name = record.get(0).unwrap_or_default().to_owned();
        let mut cells: Vec<String> = record.iter().skip(1).map(str::to_owned).collect();
        while cells.len() > people.len() && cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if name.is_empty() {
            tell(line, 1, Why::UnnamedDecision);
        } else if let Some((_, first, _)) = rows.iter().find(|(other, ..)| *other == name) {
            tell(line, 1, Why::DecisionTwice { name, first: *first });
            continue;
        }
        if cells.len() != people.len() {
            tell(line, cells.len() + 1, Why::Ragged { cells: cells.len() + 1, of: people.len() + 1 });
            continue;
        }
        rows.push((name, line, cells));
    }
    if rows.is_empty() && problems.is_empty() {
        return Err(whole(Why::NoDecisions));
    }
    if problems.is_empty() { Ok(Written { people, rows }) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file<'t>(name: &'t str, text: &'t str) -> File<'t> {
        File { name, bytes: text.as_bytes() }
    }

    fn read(answers: &str, reviews: &str, scale: &str) -> Result<Tables, Vec<String>> {
        let found = tables(file("A.csv", answers), file("R.csv", reviews), &scale.parse().unwrap());
        found.map_err(|problems| {
            let place = |at: Option<u64>| at.map_or_else(String::new, |at| format!(":{at}"));
            let cell = |cell: Option<usize>| cell.map(|cell| cell as u64);
            let line =
                |one: &Problem| format!("{}{}{} {:?}", one.file, place(one.line), place(cell(one.cell)), one.why);
            problems.iter().map(line).collect()
        })
    }

    #[test]
    fn as_spreadsheets_write_them() {
        let wanted = read("q,ann,bob\nq1,1,\nq2,-1,+1\n", "q,r1,r2\nq1,0,1\nq2,1,1\n", "ordered:-1..1").unwrap();
        assert_eq!(wanted.answers.rows, [vec![Some(2), None], vec![Some(0), Some(2)]]);
        assert_eq!(wanted.steps.names, ["-1", "0", "1"]);
        // Semicolons, a mark at the start, line ends of Windows, blanks, empty columns and rows at the end, another order of rows,
        // a minus sign that is none.
        let others = read(
            "\u{feff}q;ann;bob;;\r\nq2; \u{2212}1 ;+1;;\r\nq1;1;;;\r\n;;;;\r\n",
            "q\tr1\tr2\nq1\t0\t1\nq2\t1\t1\n",
            "ordered:-1..1",
        );
        assert_eq!(others.unwrap(), wanted);
    }

    #[test]
    fn options_are_whatever_is_answered() {
        let found =
            read("q,ann\nq1,recall\nq2,\n", "q,r1,r2\nq1,hold,recall\nq2,hold,\"refer, then hold\"\n", "options");
        let found = found.unwrap();
        assert_eq!(found.steps.names, ["hold", "recall", "refer, then hold"]);
        assert!(!found.steps.ordered);
        assert_eq!(found.answers.rows, [[Some(1)], [None]]);
    }

    #[test]
    fn every_problem_has_its_place() {
        let told =
            read("q,ann,ann,\n,1,1\nq1,3,0\nq1,0,0\nq2,0\n", "q,r1\nq1,x\nq3,0\n", "ordered:-2..2").unwrap_err();
        insta::assert_snapshot!(told.join("\n"), @r#"
        A.csv:1:3 PersonTwice { name: "ann", first: 2 }
        A.csv:2:1 UnnamedDecision
        A.csv:4:1 DecisionTwice { name: "q1", first: 3 }
        A.csv:5:2 Ragged { cells: 2, of: 3 }
        "#);
        let told = read("q,ann\nq1,3\nq2,0.5\n", "q,r1\nq1,x\nq3,0\n", "ordered:-2..2").unwrap_err();
        insta::assert_snapshot!(told.join("\n"), @r#"
        A.csv:3:1 DecisionMissing { name: "q2", other: "R.csv" }
        A.csv:2:2 OffScale { answer: "3", person: "ann", from: -2, to: 2 }
        A.csv:3:2 OffScale { answer: "0.5", person: "ann", from: -2, to: 2 }
        R.csv:3:1 DecisionMissing { name: "q3", other: "A.csv" }
        R.csv:2:2 OffScale { answer: "x", person: "r1", from: -2, to: 2 }
        "#);
    }

    /// Lines are those of an editor, whatever ends them.
    #[test]
    fn lines_may_end_as_in_windows() {
        let told = read("q,ann\r\n\r\nq1,3\r\n", "q,r1\nq1,1\nq2,1\n", "ordered:0..1").unwrap_err();
        insta::assert_snapshot!(told.join("\n"), @r#"
        A.csv:3:2 OffScale { answer: "3", person: "ann", from: 0, to: 1 }
        R.csv:3:1 DecisionMissing { name: "q2", other: "A.csv" }
        "#);
    }

    #[test]
    fn files_that_are_no_tables() {
        let told = |answers: &str| read(answers, "q,r1\nq1,0\n", "options").unwrap_err().join("\n");
        assert_eq!(told(""), "A.csv Empty");
        assert_eq!(told(" \n\n"), "A.csv Empty");
        assert_eq!(told("q\nq1\n"), "A.csv:1:1 NobodyNamed");
        assert_eq!(told("q,ann\n"), "A.csv NoDecisions");
        assert_eq!(told("q,ann\nq1,0\n"), "R.csv OneOption");
        let many: String = (0..30).fold("q".to_owned(), |text, at| format!("{text},p{at}"));
        let row: String = (0..30).fold("q1".to_owned(), |text, at| format!("{text},{at}"));
        assert_eq!(told(&format!("{many}\n{row}\n")), "R.csv TooManyOptions { options: 30 }");
        let bytes = |bytes: &[u8]| {
            let found = tables(File { name: "A.csv", bytes }, file("R.csv", "q,r1\nq1,0\n"), &ScaleArg::Options);
            found.unwrap_err().remove(0)
        };
        assert_eq!(bytes(&[0xff, 0xfe, 0x71, 0]).why, Why::Utf16);
        assert_eq!(
            (bytes(b"q,ann\nq1,\xe9t\xe9\n").why, bytes(b"q,ann\nq1,\xe9t\xe9\n").line),
            (Why::NotUtf8, Some(2))
        );
    }

    #[test]
    fn a_thousand_problems_are_not_all_told() {
        let text = (0..1_000).fold("q,ann\n".to_owned(), |text, at| format!("{text}q{at},9\n"));
        let reviews = (0..1_000).fold("q,r1\n".to_owned(), |text, at| format!("{text}q{at},1\n"));
        let told = read(&text, &reviews, "ordered:0..1").unwrap_err();
        assert_eq!(told.len(), 21);
        assert_eq!(told[20], "A.csv More { problems: 980 }");
    }

    #[test]
    fn what_a_scale_is() {
        assert_eq!("options".parse(), Ok(ScaleArg::Options));
        assert_eq!("ordered:-2..2".parse(), Ok(ScaleArg::Ordered(-2..=2)));
        assert_eq!("ordered:1..=4".parse(), Ok(ScaleArg::Ordered(1..=4)));
        for wrong in [
            "",
            "ordered",
            "ordered:2",
            "ordered:a..b",
            "ordered:2..2",
            "ordered:0..1000000",
            "ordered:-2147483648..2147483647",
        ] {
            assert!(wrong.parse::<ScaleArg>().is_err(), "{wrong}");
        }
    }
}
