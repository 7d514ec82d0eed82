//! What is written: added, never changed. A run's row is the exception that proves it: it counts its events.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, ToSql, params};

use super::ledger::Changes;
use super::{Wrong, read};
use crate::run::event::{Event, What as Happened};
use crate::store::chain::{self, Hash};
use crate::store::ids::RunId;
use crate::store::records::{NewRun, Write};
use crate::store::rows::{BackupRow, DraftRow, PersonRow, Proved, RunRow, SettingRow};
use crate::store::trouble::Trouble;

/// Does one write inside a transaction.
pub(super) fn write(connection: &Connection, changes: &mut Changes, write: &Write) -> Result<(), Wrong> {
    match write {
        Write::Begin(new) => begin(connection, changes, new),
        Write::Append { run, expected, events, at } => append(connection, changes, run, *expected, events, *at),
        Write::Draft { run, place, body } => draft(connection, changes, run, place, body.as_deref()),
    }
}

fn begin(connection: &Connection, changes: &mut Changes, new: &NewRun) -> Result<(), Wrong> {
    let header = chain::header_text(&new.header);
    if let Some(row) = read::find(connection, &new.run)? {
        let same = row.header == header && row.person == new.person.as_str();
        return if same { Ok(()) } else { Err(Wrong::Other(Trouble::RunExists { run: new.run.clone() })) };
    }
    let mut insert = connection.prepare_cached("INSERT OR IGNORE INTO text (hash, body) VALUES (?1, ?2)")?;
    for text in new.header.kept.values() {
        insert.execute(params![Hash::of_text(text).0, text])?;
    }
    let number: i64 = connection.query_row("SELECT coalesce(max(number), 0) + 1 FROM run", [], |row| row.get(0))?;
    let head = chain::start(&header);
    let began = new.began.as_second();
    let row = RunRow {
        number,
        run: new.run.to_string(),
        person: new.person.to_string(),
        header,
        began,
        touched: began,
        events: 0,
        head,
        over: false,
    };
    changes.add(&row);
    put_run(connection, &row)
}

fn put_run(connection: &Connection, row: &RunRow) -> Result<(), Wrong> {
    let mut put = connection.prepare_cached(
        "INSERT OR REPLACE INTO run (number, run, person, header, began, touched, events, head, over, proof)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    put.execute(params![
        row.number,
        row.run,
        row.person,
        row.header,
        row.began,
        row.touched,
        row.events,
        row.head.0,
        row.over,
        row.proof().0
    ])?;
    Ok(())
}

/// The row of a run that must be there.
fn row_of(connection: &Connection, run: &RunId) -> Result<RunRow, Wrong> {
    read::find(connection, run)?.ok_or_else(|| Wrong::Other(Trouble::NoSuchRun { run: run.clone() }))
}

fn append(
    connection: &Connection,
    changes: &mut Changes,
    run: &RunId,
    expected: u32,
    events: &[Event],
    at: Timestamp,
) -> Result<(), Wrong> {
    let before = row_of(connection, run)?;
    let conflict = |seq: u32| Wrong::Other(Trouble::Conflict { run: run.clone(), seq });
    if i64::from(expected) > before.events {
        return Err(conflict(u32::try_from(before.events).unwrap_or(u32::MAX)));
    }
    let mut row = before.clone();
    let mut there = connection.prepare_cached("SELECT body FROM event WHERE run = ?1 AND seq = ?2")?;
    let mut insert = connection.prepare_cached("INSERT INTO event (run, seq, body, hash) VALUES (?1, ?2, ?3, ?4)")?;
    for (seq, event) in (expected..).zip(events) {
        if event.seq != seq {
            return Err(conflict(seq));
        }
        let body = chain::event_text(event);
        if i64::from(seq) < before.events {
            let kept: Option<String> = there.query_row(params![row.number, seq], |row| row.get(0)).optional()?;
            // Another version may write the same event in other words.
            let same =
                kept.is_some_and(|kept| kept == body || serde_json::from_str(&kept).ok().as_ref() == Some(event));
            if !same {
                return Err(conflict(seq));
            }
            continue;
        }
        row.head = chain::next(row.head, seq, &body);
        insert.execute(params![row.number, seq, body, row.head.0])?;
        row.events += 1;
        row.over |= matches!(event.what, Happened::Ended { .. });
    }
    if row.events == before.events {
        return Ok(());
    }
    // A clock that fell back makes nothing older than it was.
    row.touched = before.touched.max(at.as_second());
    changes.remove(&before);
    changes.add(&row);
    put_run(connection, &row)
}

fn draft(
    connection: &Connection,
    changes: &mut Changes,
    run: &RunId,
    place: &str,
    body: Option<&str>,
) -> Result<(), Wrong> {
    let number = row_of(connection, run)?.number;
    let row = |body: String| DraftRow { run: number, place: place.to_owned(), body };
    let mut there = connection.prepare_cached("SELECT body FROM draft WHERE run = ?1 AND place = ?2")?;
    let before: Option<String> = there.query_row(params![number, place], |row| row.get(0)).optional()?;
    if let Some(before) = before {
        changes.remove(&row(before));
    }
    match body {
        Some(body) => {
            let row = row(body.to_owned());
            changes.add(&row);
            let mut put = connection
                .prepare_cached("INSERT OR REPLACE INTO draft (run, place, body, proof) VALUES (?1, ?2, ?3, ?4)")?;
            put.execute(params![number, place, row.body, row.proof().0])?;
        }
        None => {
            connection
                .prepare_cached("DELETE FROM draft WHERE run = ?1 AND place = ?2")?
                .execute(params![number, place])?;
        }
    }
    Ok(())
}

/// Says who somebody is, or no longer says it.
pub(super) fn person(
    connection: &Connection,
    changes: &mut Changes,
    id: &str,
    name: Option<&str>,
) -> Result<(), Wrong> {
    let before = read::named(connection)?.into_iter().find(|row| row.id == id);
    let row = name.map(|name| PersonRow { id: id.to_owned(), name: name.to_owned() });
    replace(connection, changes, ("id", &id), (before, row), ("name", &name))
}

/// Sets or forgets a setting.
pub(super) fn setting(
    connection: &Connection,
    changes: &mut Changes,
    name: &str,
    value: Option<&str>,
) -> Result<(), Wrong> {
    let before = read::settings(connection)?.into_iter().find(|row| row.name == name);
    let row = value.map(|value| SettingRow { name: name.to_owned(), value: value.to_owned() });
    replace(connection, changes, ("name", &name), (before, row), ("value", &value))
}

/// Remembers a backup, or forgets it.
pub(super) fn backup(
    connection: &Connection,
    changes: &mut Changes,
    path: &str,
    made: Option<Timestamp>,
) -> Result<(), Wrong> {
    let made = made.map(Timestamp::as_second);
    let before = read::backup_rows(connection)?.into_iter().find(|row| row.path == path);
    let row = made.map(|made| BackupRow { path: path.to_owned(), made });
    replace(connection, changes, ("path", &path), (before, row), ("made", &made))
}

/// Puts a row of a table that holds a key and a value in the place of the one before, or takes that away.
fn replace<T: Proved>(
    connection: &Connection,
    changes: &mut Changes,
    (key, of): (&str, &dyn ToSql),
    (before, after): (Option<T>, Option<T>),
    (column, value): (&str, &dyn ToSql),
) -> Result<(), Wrong> {
    let table = T::TABLE;
    if let Some(before) = before {
        changes.remove(&before);
    }
    match after {
        Some(row) => {
            changes.add(&row);
            let sql = format!("INSERT OR REPLACE INTO {table} ({key}, {column}, proof) VALUES (?1, ?2, ?3)");
            connection.execute(&sql, params![of, value, row.proof().0])?;
        }
        None => {
            connection.execute(&format!("DELETE FROM {table} WHERE {key} = ?1"), [of])?;
        }
    }
    Ok(())
}
