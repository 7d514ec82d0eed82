//! What is read, and proved as it is read.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row};

use super::{Wrong, ledger};
use crate::run::event::Event;
use crate::run::logfile::Header;
use crate::store::chain::{self, Hash};
use crate::store::ids::{PersonId, RunId};
use crate::store::records::{Backup, Entry, Kept, Person, What};
use crate::store::rows::{BackupRow, DraftRow, PersonRow, Proved, RunRow, SettingRow};
use crate::store::trouble::Trouble;

const RUN: &str = "SELECT number, run, person, header, began, touched, events, head, over, proof FROM run";

/// A row that proves itself, or the finding that it does not.
fn proved<T: Proved>(row: T, proof: [u8; 32]) -> Result<T, Wrong> {
    if row.proof() == Hash(proof) { Ok(row) } else { Err(Wrong::Damaged(What::Row { table: T::TABLE })) }
}

fn run_row(row: &Row<'_>) -> rusqlite::Result<(RunRow, [u8; 32])> {
    let kept = RunRow {
        number: row.get(0)?,
        run: row.get(1)?,
        person: row.get(2)?,
        header: row.get(3)?,
        began: row.get(4)?,
        touched: row.get(5)?,
        events: row.get(6)?,
        head: Hash(row.get(7)?),
        over: row.get(8)?,
    };
    Ok((kept, row.get(9)?))
}

/// Every run, and that none is missing.
pub(super) fn runs(connection: &Connection) -> Result<Vec<RunRow>, Wrong> {
    let mut statement = connection.prepare_cached(&format!("{RUN} ORDER BY number"))?;
    let rows = statement.query_map([], run_row)?;
    let mut all = Vec::new();
    for row in rows {
        let (row, proof) = row?;
        all.push(proved(row, proof)?);
    }
    ledger::balance(connection, &all)?;
    Ok(all)
}

/// The row of a run.
pub(super) fn find(connection: &Connection, run: &RunId) -> Result<Option<RunRow>, Wrong> {
    let mut statement = connection.prepare_cached(&format!("{RUN} WHERE run = ?1"))?;
    match statement.query_row([run.as_str()], run_row).optional()? {
        Some((row, proof)) => proved(row, proof).map(Some),
        None => Ok(None),
    }
}

/// A row as it stands in a list.
pub(super) fn entry(row: &RunRow) -> Result<Entry, Wrong> {
    let wrong = || Wrong::Damaged(What::Row { table: RunRow::TABLE });
    Ok(Entry {
        run: RunId::new(&row.run).map_err(|_| wrong())?,
        person: PersonId::new(&row.person).map_err(|_| wrong())?,
        header: serde_json::from_str(&row.header).map_err(|_| wrong())?,
        began: Timestamp::from_second(row.began).map_err(|_| wrong())?,
        touched: Timestamp::from_second(row.touched).map_err(|_| wrong())?,
        events: u32::try_from(row.events).map_err(|_| wrong())?,
        over: row.over,
    })
}

/// The events of a run as far as its chain holds, and where it ends.
pub(super) fn events(connection: &Connection, row: &RunRow) -> Result<(Vec<Event>, Hash, bool), Wrong> {
    let mut statement = connection.prepare_cached("SELECT seq, body, hash FROM event WHERE run = ?1 ORDER BY seq")?;
    let mut rows = statement.query([row.number])?;
    let (mut all, mut head) = (Vec::new(), chain::start(&row.header));
    while let Some(found) = rows.next()? {
        let (seq, body, hash) = (found.get::<_, i64>(0)?, found.get_ref(1)?, found.get::<_, [u8; 32]>(2)?);
        let Ok(body) = body.as_str() else { return Ok((all, head, false)) };
        let Ok(place) = u32::try_from(all.len()) else { return Ok((all, head, false)) };
        let link = chain::next(head, place, body);
        let event = serde_json::from_str::<Event>(body).ok().filter(|event| event.seq == place);
        match event {
            Some(event) if seq == i64::from(place) && link == Hash(hash) => all.push(event),
            _ => return Ok((all, head, false)),
        }
        head = link;
    }
    let whole = usize::try_from(row.events) == Ok(all.len()) && head == row.head;
    Ok((all, head, whole))
}

/// A text by its hash, if it is there and proves itself.
pub(super) fn text(connection: &Connection, hash: Hash) -> Result<Option<String>, Wrong> {
    let mut statement = connection.prepare_cached("SELECT body FROM text WHERE hash = ?1")?;
    let body: Option<String> = statement.query_row([hash.0], |row| row.get(0)).optional()?;
    Ok(body.filter(|body| Hash::of_text(body) == hash))
}

/// A run with all that is kept of it.
pub(super) fn kept(connection: &Connection, run: &RunId) -> Result<Kept, Wrong> {
    let row = match find(connection, run)? {
        Some(row) => row,
        None => {
            // If rows are missing, it may be among them.
            runs(connection)?;
            return Err(Wrong::Other(Trouble::NoSuchRun { run: run.clone() }));
        }
    };
    let entry = entry(&row)?;
    let (events, head, whole) = events(connection, &row)?;
    if !whole {
        let good = u32::try_from(events.len()).unwrap_or(u32::MAX);
        return Err(Wrong::Damaged(What::Chain { good, of: entry.events }));
    }
    let mut header: Header = entry.header.clone();
    for (name, hex) in &entry.header.hashes {
        let found = match Hash::of_hex(hex) {
            Some(hash) => text(connection, hash)?,
            None => None,
        };
        let found = found.ok_or_else(|| Wrong::Damaged(What::Text { name: name.clone() }))?;
        header.kept.insert(name.clone(), found);
    }
    let drafts = drafts(connection)?.into_iter().filter(|draft| draft.run == row.number);
    let drafts: BTreeMap<String, String> = drafts.map(|draft| (draft.place, draft.body)).collect();
    Ok(Kept { entry, header, events, drafts, head })
}

/// Every draft, and that none is missing.
pub(super) fn drafts(connection: &Connection) -> Result<Vec<DraftRow>, Wrong> {
    all(connection, "SELECT run, place, body, proof FROM draft", |row| {
        Ok((DraftRow { run: row.get(0)?, place: row.get(1)?, body: row.get(2)? }, row.get(3)?))
    })
}

/// Everybody who has a name.
pub(super) fn named(connection: &Connection) -> Result<Vec<PersonRow>, Wrong> {
    all(connection, "SELECT id, name, proof FROM person", |row| {
        Ok((PersonRow { id: row.get(0)?, name: row.get(1)? }, row.get(2)?))
    })
}

/// Every setting.
pub(super) fn settings(connection: &Connection) -> Result<Vec<SettingRow>, Wrong> {
    all(connection, "SELECT name, value, proof FROM setting", |row| {
        Ok((SettingRow { name: row.get(0)?, value: row.get(1)? }, row.get(2)?))
    })
}

/// Every backup that was made.
pub(super) fn backup_rows(connection: &Connection) -> Result<Vec<BackupRow>, Wrong> {
    all(connection, "SELECT path, made, proof FROM backup", |row| {
        Ok((BackupRow { path: row.get(0)?, made: row.get(1)? }, row.get(2)?))
    })
}

/// All rows of a small table, each proved, and that none is missing.
fn all<T: Proved>(
    connection: &Connection,
    sql: &str,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<(T, [u8; 32])>,
) -> Result<Vec<T>, Wrong> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (row, proof) = read(row)?;
        all.push(proved(row, proof)?);
    }
    ledger::balance(connection, &all)?;
    Ok(all)
}

/// Everybody who has a name or a run.
pub(super) fn people(connection: &Connection) -> Result<Vec<Person>, Wrong> {
    let wrong = |table| Wrong::Damaged(What::Row { table });
    let mut people: BTreeMap<PersonId, Option<String>> = BTreeMap::new();
    for row in runs(connection)? {
        people.insert(PersonId::new(&row.person).map_err(|_| wrong(RunRow::TABLE))?, None);
    }
    for row in named(connection)? {
        people.insert(PersonId::new(&row.id).map_err(|_| wrong(PersonRow::TABLE))?, Some(row.name));
    }
    Ok(people.into_iter().map(|(id, name)| Person { id, name }).collect())
}

/// The backups that were made.
pub(super) fn backups(connection: &Connection) -> Result<Vec<Backup>, Wrong> {
    let rows = backup_rows(connection)?;
    Ok(rows
        .into_iter()
        .map(|row| Backup {
            path: row.path.into(),
            made: Timestamp::from_second(row.made).unwrap_or(Timestamp::UNIX_EPOCH),
        })
        .collect())
}
