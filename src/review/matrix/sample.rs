//! Small tables for tests.

use super::{Steps, Table, Tables};

type Row<'r> = &'r [Option<usize>];

/// Tables of these rows: decisions are called `d1`, `d2`; people `p1`, reviewers `r1`.
pub fn tables(steps: &[&str], ordered: bool, answers: &[Row<'_>], reviews: &[Row<'_>]) -> Tables {
    let names = |letter: char, n: usize| (1..=n).map(|at| format!("{letter}{at}")).collect::<Vec<_>>();
    let table = |letter: char, rows: &[Row<'_>]| Table {
        people: names(letter, rows.first().map_or(0, |row| row.len())),
        rows: rows.iter().map(|row| row.to_vec()).collect(),
    };
    Tables {
        steps: Steps { names: steps.iter().map(ToString::to_string).collect(), ordered },
        decisions: names('d', reviews.len()),
        answers: table('p', answers),
        reviews: table('r', reviews),
    }
}
