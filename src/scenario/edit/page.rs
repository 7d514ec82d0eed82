//! Setting fields on lines as the house does it: steps of four columns, no line too long, what belongs together beside
//! each other.

use super::quoted::{columns, lines, quoted};

/// Columns that a line may take.
const COLUMNS: usize = 119;
/// What may follow a text on its last line: its quote, a bracket and a comma.
const CLOSING: usize = 3;
/// One step to the right.
pub(super) const STEP: &str = "    ";

/// A piece of a value.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    /// As it is to be written. Never broken.
    Plain(String),
    /// To be put into quotes, and broken into lines if it is long.
    Text(String),
    /// With commas between, and as many on a line as there is room for.
    Several(Vec<Piece>),
}

impl Piece {
    /// On one line.
    pub(super) fn flat(&self) -> String {
        match self {
            Self::Plain(plain) => plain.clone(),
            Self::Text(text) => quoted(text),
            Self::Several(pieces) => pieces.iter().map(Self::flat).collect::<Vec<_>>().join(", "),
        }
    }
}

/// The value of a field.
pub(super) type Value = Vec<Piece>;

/// A value on one line.
pub(super) fn flat(value: &[Piece]) -> String {
    value.iter().map(Piece::flat).collect()
}

/// A named field, and whether it begins a line.
#[derive(Debug, Clone)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) value: Value,
    pub(super) begins_line: bool,
}

impl Field {
    pub(super) fn new(name: &'static str, value: Value) -> Self {
        Self { name, value, begins_line: false }
    }

    pub(super) fn on_a_line(name: &'static str, value: Value) -> Self {
        Self { name, value, begins_line: true }
    }
}

/// What is written, and where it has got to.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub(super) text: String,
    column: usize,
    line_end: &'a str,
}

impl<'a> Page<'a> {
    /// Begins with so many columns of the line taken.
    pub(super) const fn new(column: usize, line_end: &'a str) -> Self {
        Self { text: String::new(), column, line_end }
    }

    /// Goes on with what holds no line break.
    pub(super) fn put(&mut self, text: &str) {
        self.text.push_str(text);
        self.column += columns(text);
    }

    /// Begins a line with its indentation.
    pub(super) fn line(&mut self, indent: &str) {
        self.text.push_str(self.line_end);
        self.text.push_str(indent);
        self.column = columns(indent);
    }

    /// Whether there is room for something and for what closes it.
    pub(super) fn has_room(&self, text: &str) -> bool {
        self.column + columns(text) + CLOSING <= COLUMNS
    }

    /// Puts the fields of something that begins on a line with this indentation, without its closing bracket.
    pub(super) fn fields(&mut self, fields: &[Field], indent: &str) {
        let indent = format!("{indent}{STEP}");
        let mut lines = 0;
        for (n, field) in fields.iter().enumerate() {
            let written = format!("{}: {}", field.name, flat(&field.value));
            if n > 0 {
                self.put(",");
                // A value that takes several lines has the last of them for itself.
                if field.begins_line || lines > 0 || !self.has_room(&format!(" {written}")) {
                    self.line(&indent);
                } else {
                    self.put(" ");
                }
            }
            self.put(field.name);
            self.put(": ");
            let before = self.text.len();
            self.value(&field.value, &format!("{indent}{STEP}"));
            lines = self.text[before..].matches('\n').count();
        }
    }

    /// Puts a value, with this indentation for the lines after its first.
    pub(super) fn value(&mut self, value: &[Piece], indent: &str) {
        let flat = flat(value);
        if self.has_room(&flat) {
            return self.put(&flat);
        }
        for piece in value {
            self.piece(piece, indent);
        }
    }

    fn piece(&mut self, piece: &Piece, indent: &str) {
        match piece {
            Piece::Plain(plain) => self.put(plain),
            Piece::Text(text) => {
                let room = |taken: usize| COLUMNS.saturating_sub(taken + CLOSING);
                let lines = lines(text, room(self.column + 1), room(columns(indent)));
                self.put("\"");
                for (n, line) in lines.iter().enumerate() {
                    if n > 0 {
                        self.line(if line.is_empty() { "" } else { indent });
                    }
                    self.put(line);
                }
                self.put("\"");
            }
            Piece::Several(pieces) => {
                for (n, piece) in pieces.iter().enumerate() {
                    let flat = piece.flat();
                    if n > 0 {
                        self.put(",");
                        if self.has_room(&format!(" {flat}")) {
                            self.put(" ");
                        } else {
                            self.line(indent);
                        }
                    }
                    if self.has_room(&flat) { self.put(&flat) } else { self.piece(piece, indent) }
                }
            }
        }
    }
}
