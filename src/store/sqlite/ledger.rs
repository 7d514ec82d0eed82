//! The ledger: how many rows each table has, and all their proofs mixed, so that a row that went missing is noticed.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, params};

use super::Wrong;
use crate::store::chain::Hash;
use crate::store::records::What;
use crate::store::rows::{LedgerRow, Proved};

/// The row that counts commits.
pub const COMMIT: &str = "commit";

/// The row that says which version the file is of.
const VERSION: &str = "version";

/// What a transaction adds and takes away.
#[derive(Debug, Clone, Default)]
pub struct Changes(BTreeMap<&'static str, (i64, Hash)>);

impl Changes {
    /// A row comes.
    pub fn add<T: Proved>(&mut self, row: &T) {
        let (rows, mix) = self.0.entry(T::TABLE).or_default();
        *rows += 1;
        *mix = mix.mixed(row.proof());
    }

    /// A row goes.
    pub fn remove<T: Proved>(&mut self, row: &T) {
        let (rows, mix) = self.0.entry(T::TABLE).or_default();
        *rows -= 1;
        *mix = mix.mixed(row.proof());
    }

    /// Writes them into the ledger, and counts the commit: the new count.
    pub(super) fn enter(&self, connection: &Connection) -> Result<u64, Wrong> {
        for (table, (rows, mix)) in &self.0 {
            let mut row = read(connection, table)?;
            row.rows += rows;
            row.mix = row.mix.mixed(*mix);
            write(connection, &row)?;
        }
        let commits = commits(connection)? + 1;
        set_commits(connection, commits)?;
        Ok(commits)
    }
}

/// What the ledger says of a table.
pub(super) fn read(connection: &Connection, table: &str) -> Result<LedgerRow, Wrong> {
    let mut statement = connection.prepare_cached("SELECT rows, mix, proof FROM ledger WHERE name = ?1")?;
    let found = statement
        .query_row([table], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?, row.get::<_, [u8; 32]>(2)?)))
        .optional()?;
    let Some((rows, mix, proof)) = found else {
        return Ok(LedgerRow { name: table.to_owned(), rows: 0, mix: Hash::NONE });
    };
    let row = LedgerRow { name: table.to_owned(), rows, mix: Hash(mix) };
    if row.proof() == Hash(proof) { Ok(row) } else { Err(Wrong::Damaged(What::Row { table: LedgerRow::TABLE })) }
}

fn write(connection: &Connection, row: &LedgerRow) -> Result<(), Wrong> {
    let mut statement = connection
        .prepare_cached("INSERT OR REPLACE INTO ledger (name, rows, mix, proof) VALUES (?1, ?2, ?3, ?4)")?;
    statement.execute(params![row.name, row.rows, row.mix.0, row.proof().0])?;
    Ok(())
}

/// How many commits were made.
pub(super) fn commits(connection: &Connection) -> Result<u64, Wrong> {
    Ok(u64::try_from(read(connection, COMMIT)?.rows).unwrap_or_default())
}

/// Sets the count of commits.
pub(super) fn set_commits(connection: &Connection, commits: u64) -> Result<(), Wrong> {
    let rows = i64::try_from(commits).unwrap_or(i64::MAX);
    write(connection, &LedgerRow { name: COMMIT.to_owned(), rows, mix: Hash::NONE })
}

/// The version that the file proves to be of, if it does.
pub(super) fn version(connection: &Connection) -> Option<i64> {
    read(connection, VERSION).ok().map(|row| row.rows).filter(|version| *version > 0)
}

/// Says which version the file is of.
pub(super) fn set_version(connection: &Connection, version: i64) -> Result<(), Wrong> {
    write(connection, &LedgerRow { name: VERSION.to_owned(), rows: version, mix: Hash::NONE })
}

/// Whether these are all the rows of their table.
pub(super) fn balance<T: Proved>(connection: &Connection, rows: &[T]) -> Result<(), Wrong> {
    let kept = read(connection, T::TABLE)?;
    let mix = rows.iter().fold(Hash::NONE, |mix, row| mix.mixed(row.proof()));
    let same = usize::try_from(kept.rows) == Ok(rows.len()) && kept.mix == mix;
    if same { Ok(()) } else { Err(Wrong::Damaged(What::Rows { table: T::TABLE })) }
}
