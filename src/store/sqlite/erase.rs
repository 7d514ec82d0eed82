//! Erasing: rows, then every trace of them in the file and its journal.
//!
//! Deleted rows are overwritten with zeros as they go (`secure_delete`); rebuilding the file leaves no free page and no
//! slack; and the journal, which still holds the pages as they were, is carried over and cut to nothing.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::ledger::Changes;
use super::{Wrong, read, write};
use crate::store::chain::Hash;
use crate::store::ids::RunId;
use crate::store::records::{Erasure, PLAYER};
use crate::store::trouble::Trouble;

/// Deletes the rows inside a transaction: the runs that went.
pub(super) fn rows(connection: &Connection, changes: &mut Changes, what: &Erasure) -> Result<Vec<RunId>, Wrong> {
    let all = read::runs(connection)?;
    if let Some(run) = what.runs.iter().find(|run| !all.iter().any(|row| row.run == run.as_str())) {
        return Err(Wrong::Other(Trouble::NoSuchRun { run: run.clone() }));
    }
    let goes = |run: &str, person: &str| {
        what.runs.iter().any(|one| one.as_str() == run) || what.people.iter().any(|one| one.as_str() == person)
    };
    let drafts = read::drafts(connection)?;
    let (mut erased, mut wanted) = (Vec::new(), BTreeSet::new());
    for row in &all {
        let entry = read::entry(row)?;
        if !goes(&row.run, &row.person) {
            wanted.extend(entry.header.hashes.values().filter_map(|hex| Hash::of_hex(hex)));
            continue;
        }
        for draft in drafts.iter().filter(|draft| draft.run == row.number) {
            changes.remove(draft);
        }
        changes.remove(row);
        for table in ["DELETE FROM event WHERE run = ?1", "DELETE FROM draft WHERE run = ?1"] {
            connection.execute(table, [row.number])?;
        }
        connection.execute("DELETE FROM run WHERE number = ?1", [row.number])?;
        erased.push(entry.run);
    }
    for person in &what.people {
        write::person(connection, changes, person.as_str(), None)?;
        let plays = read::settings(connection)?;
        if plays.iter().any(|row| row.name == PLAYER && row.value == person.as_str()) {
            write::setting(connection, changes, PLAYER, None)?;
        }
    }
    let mut hashes = connection.prepare("SELECT hash FROM text")?;
    let hashes: Vec<[u8; 32]> = hashes.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    for hash in hashes.into_iter().filter(|hash| !wanted.contains(&Hash(*hash))) {
        connection.execute("DELETE FROM text WHERE hash = ?1", params![hash])?;
    }
    Ok(erased)
}

/// Leaves no trace of what was deleted. False if something else has the file open just now.
pub(super) fn traces(connection: &Connection) -> rusqlite::Result<bool> {
    // First the journal, so that rebuilding can't find its place taken; then the file; then the journal of that.
    checkpoint(connection)?;
    connection.execute_batch("VACUUM")?;
    checkpoint(connection)
}

fn checkpoint(connection: &Connection) -> rusqlite::Result<bool> {
    let (busy, frames, done) = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
    })?;
    // Without a write-ahead log both counts are -1, and there is nothing to carry over.
    Ok(busy == 0 && frames == done)
}
