//! What each person earned, as a table: a row a person.

use crate::review::matrix::Figures;
use crate::store::export::table::cell;

/// Columns: names, then figures.
const COLUMNS: [&str; 10] = [
    "name",
    "scored",
    "of",
    "mean",
    "low_95",
    "high_95",
    "on_scale_80_5",
    "single_best",
    "distance_to_mode",
    "aggregate_with_penalty",
];

/// The table. A figure that there is not is an empty cell; a name can do nothing to a spreadsheet.
pub fn text(figures: &Figures) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory, with as many cells in every row, can't fail.
    let _ = writer.write_record(COLUMNS);
    let number = |figure: Option<f64>| figure.map_or_else(String::new, |figure| figure.to_string());
    for person in &figures.people {
        let _ = writer.write_record([
            cell(&person.name),
            person.scored.to_string(),
            figures.scored().to_string(),
            number(person.mean),
            number(person.interval.map(|interval| interval.low)),
            number(person.interval.map(|interval| interval.high)),
            number(person.standard),
            number(person.beside.single_best),
            number(person.beside.distance_to_mode),
            number(person.beside.with_penalty),
        ]);
    }
    String::from_utf8_lossy(&writer.into_inner().unwrap_or_default()).into_owned()
}
