//! The rows of the file of records, and what proves each of them.
//!
//! Whatever lies in the database proves itself: a text by its hash, an event by its chain, every other row by a hash of
//! its fields. So rows can be brought over from a damaged file one by one ([`super::salvage`]), without trusting the
//! pages that they lie in. The ledger counts the rows of each table and mixes their proofs: a row that went missing is
//! noticed too.

use super::chain::{self, Hash};

/// A row of the table `run`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunRow {
    /// In the order in which runs were begun here, from 1; events and drafts name their run by it.
    pub number: i64,
    pub run: String,
    pub person: String,
    /// The header as the chain begins with it: [`chain::header_text`].
    pub header: String,
    /// Seconds since 1970.
    pub began: i64,
    pub touched: i64,
    /// How many events there are.
    pub events: i64,
    /// The hash of the last of them, or of the header.
    pub head: Hash,
    pub over: bool,
}

/// A row of the table `draft`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    pub run: i64,
    pub place: String,
    pub body: String,
}

/// A row of the table `person`: personal data, apart from everything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    pub id: String,
    pub name: String,
}

/// A row of the table `setting`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingRow {
    pub name: String,
    pub value: String,
}

/// A row of the table `backup`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupRow {
    pub path: String,
    pub made: i64,
}

/// A row of the table `ledger`: how many rows a table has, and all their proofs mixed. The row `commit` counts commits
/// and the row `version` tells the version of the file; they mix nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRow {
    pub name: String,
    pub rows: i64,
    pub mix: Hash,
}

/// A row that carries its proof.
pub trait Proved {
    /// The name of its table.
    const TABLE: &'static str;

    /// The hash of its fields.
    fn proof(&self) -> Hash;
}

impl Proved for RunRow {
    const TABLE: &'static str = "run";

    fn proof(&self) -> Hash {
        chain::row(
            Self::TABLE,
            &[
                &self.number.to_le_bytes(),
                self.run.as_bytes(),
                self.person.as_bytes(),
                self.header.as_bytes(),
                &self.began.to_le_bytes(),
                &self.touched.to_le_bytes(),
                &self.events.to_le_bytes(),
                &self.head.0,
                &[u8::from(self.over)],
            ],
        )
    }
}

impl Proved for DraftRow {
    const TABLE: &'static str = "draft";

    fn proof(&self) -> Hash {
        chain::row(Self::TABLE, &[&self.run.to_le_bytes(), self.place.as_bytes(), self.body.as_bytes()])
    }
}

impl Proved for PersonRow {
    const TABLE: &'static str = "person";

    fn proof(&self) -> Hash {
        chain::row(Self::TABLE, &[self.id.as_bytes(), self.name.as_bytes()])
    }
}

impl Proved for SettingRow {
    const TABLE: &'static str = "setting";

    fn proof(&self) -> Hash {
        chain::row(Self::TABLE, &[self.name.as_bytes(), self.value.as_bytes()])
    }
}

impl Proved for BackupRow {
    const TABLE: &'static str = "backup";

    fn proof(&self) -> Hash {
        chain::row(Self::TABLE, &[self.path.as_bytes(), &self.made.to_le_bytes()])
    }
}

impl Proved for LedgerRow {
    const TABLE: &'static str = "ledger";

    fn proof(&self) -> Hash {
        chain::row(Self::TABLE, &[self.name.as_bytes(), &self.rows.to_le_bytes(), &self.mix.0])
    }
}
