//! Records as SQLite lays them down: a header of types, then the values.
//!
//! See "Record Format" in <https://www.sqlite.org/fileformat2.html>. In tables without rowids the key's columns come
//! first; ours stand first in `schema.sql` too, so the columns come in its order. Only records that can be rows of ours
//! are read.

/// The longest record that is believed in: no row of ours is longer.
const LONGEST: usize = (16 << 20) + (64 << 10);

/// The most columns that a table of ours has.
const COLUMNS: usize = 10;

/// The longest header of a record of ours: ten types, of which three can take five bytes.
const HEADER: usize = 32;

/// Reads a number of one to nine bytes; gives how many there were. See "Varint" in the file format.
pub fn varint(bytes: &[u8]) -> Option<(u64, usize)> {
    let mut value = 0_u64;
    for (at, byte) in bytes.iter().take(9).enumerate() {
        if at == 8 {
            return Some((value << 8 | u64::from(*byte), 9));
        }
        value = value << 7 | u64::from(byte & 0x7F);
        if *byte < 0x80 {
            return Some((value, at + 1));
        }
    }
    None
}

/// The type of a column in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A whole number, by its type in the file: 1 to 6 are stored, 8 and 9 are nought and one themselves.
    Integer(u8),
    Blob(usize),
    Text(usize),
}

impl Kind {
    /// By its number; nothing for those that no row of ours has.
    fn of(serial: u64) -> Option<Self> {
        match serial {
            1..=6 | 8 | 9 => u8::try_from(serial).ok().map(Self::Integer),
            12.. => {
                let length = usize::try_from((serial - 12) / 2).ok().filter(|length| *length <= LONGEST)?;
                Some(if serial.is_multiple_of(2) { Self::Blob(length) } else { Self::Text(length) })
            }
            _ => None,
        }
    }

    const fn length(self) -> usize {
        match self {
            Self::Integer(5) => 6,
            Self::Integer(6) => 8,
            Self::Integer(8 | 9) => 0,
            Self::Integer(serial) => serial as usize,
            Self::Blob(length) | Self::Text(length) => length,
        }
    }
}

/// Whose row a record can be, by its columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Run,
    Event,
    Text,
    Draft,
    /// A person or a setting: only the proof can tell.
    Named,
    Backup,
}

impl Shape {
    fn of(kinds: &[Kind]) -> Option<Self> {
        use Kind::{Blob as B, Integer as I, Text as T};
        match kinds {
            [I(_), T(_), T(_), T(_), I(_), I(_), I(_), B(32), I(_), B(32)] => Some(Self::Run),
            [I(_), I(_), T(_), B(32)] => Some(Self::Event),
            [B(32), T(_)] => Some(Self::Text),
            [I(_), T(_), T(_), B(32)] => Some(Self::Draft),
            [T(_), T(_), B(32)] => Some(Self::Named),
            [T(_), I(_), B(32)] => Some(Self::Backup),
            _ => None,
        }
    }

    /// Its rows are written over, or go: the newest is wanted, and nothing older.
    pub const fn changes(self) -> bool {
        matches!(self, Self::Draft | Self::Named | Self::Backup)
    }
}

/// The head of a record that can be a row of ours.
#[derive(Debug, Clone, Copy)]
pub struct Head {
    kinds: [Kind; COLUMNS],
    columns: usize,
    /// Bytes of the head itself.
    length: usize,
    /// Bytes of the whole record.
    pub total: usize,
    pub shape: Shape,
}

/// A value of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'r> {
    Integer(i64),
    Blob(&'r [u8]),
    Text(&'r str),
}

impl Head {
    /// Reads the head of the record that begins here.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        // One byte says how long it is, for no row of ours has a longer one.
        let length = usize::from(*bytes.first()?);
        if !(3..=HEADER).contains(&length) {
            return None;
        }
        let mut types = bytes.get(1..length)?;
        let (mut kinds, mut columns, mut total) = ([Kind::Integer(8); COLUMNS], 0, length);
        while !types.is_empty() {
            let (serial, read) = varint(types)?;
            let kind = Kind::of(serial)?;
            *kinds.get_mut(columns)? = kind;
            columns += 1;
            total = total.checked_add(kind.length()).filter(|total| *total <= LONGEST)?;
            types = types.get(read..)?;
        }
        let shape = Shape::of(kinds.get(..columns)?)?;
        Some(Self { kinds, columns, length, total, shape })
    }

    /// The values of the record that this is the head of.
    pub fn values<'r>(&self, record: &'r [u8]) -> Option<Vec<Value<'r>>> {
        let mut rest = record.get(self.length..self.total)?;
        let kinds = self.kinds.iter().take(self.columns);
        kinds
            .map(|kind| {
                let (value, behind) = rest.split_at_checked(kind.length())?;
                rest = behind;
                Some(match kind {
                    Kind::Integer(9) => Value::Integer(1),
                    Kind::Integer(_) => Value::Integer(integer(value)),
                    Kind::Blob(_) => Value::Blob(value),
                    Kind::Text(_) => Value::Text(std::str::from_utf8(value).ok()?),
                })
            })
            .collect()
    }
}

/// A whole number of nought to eight bytes: the first is the highest, and has the sign.
fn integer(bytes: &[u8]) -> i64 {
    let sign = if bytes.first().is_some_and(|first| *first >= 0x80) { -1 } else { 0 };
    bytes.iter().fold(sign, |number, byte| number << 8 | i64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_length() {
        assert_eq!(varint(&[0x7F, 1]), Some((127, 1)));
        assert_eq!(varint(&[0x81, 0]), Some((128, 2)));
        assert_eq!(varint(&[0xFF; 9]), Some((u64::MAX, 9)));
        assert_eq!(varint(&[0xFF; 8]), None);
        assert_eq!(varint(&[]), None);
        assert_eq!(integer(&[]), 0);
        assert_eq!(integer(&[0xFF]), -1);
        assert_eq!(integer(&[0x00, 0x80]), 128);
        assert_eq!(integer(&[0x80, 0, 0, 0, 0, 0, 0, 0]), i64::MIN);
    }

    #[test]
    fn a_record_is_read() {
        let mut record = vec![5, 9, 2, 13 + 2 * 3, 76, 1, 4];
        record.extend(b"abc");
        record.extend([7; 32]);
        let head = Head::read(&record).unwrap();
        assert_eq!((head.shape, head.total), (Shape::Event, record.len()));
        let values = head.values(&record).unwrap();
        assert_eq!(values, [Value::Integer(1), Value::Integer(260), Value::Text("abc"), Value::Blob(&[7; 32])]);
        assert_eq!(head.values(&record[..20]), None);
        // No length that could only be a fault is believed.
        assert!(Head::read(&[8, 76, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]).is_none());
        assert!(Head::read(&[5, 9, 2, 19, 7]).is_none());
    }
}
