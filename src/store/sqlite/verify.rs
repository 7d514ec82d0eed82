//! Whether everything proves itself.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::{Wrong, read};
use crate::store::chain::Hash;
use crate::store::ids::RunId;
use crate::store::records::{Fault, Verified, What};
use crate::store::rows::{Proved as _, RunRow};

/// The most complaints of the database itself that are told one by one.
const MOST: usize = 20;

/// Looks at everything. What can't be read at all is a fault like any other.
pub(super) fn verify(connection: &Connection, behind: u64) -> Result<Verified, Wrong> {
    let mut verified = Verified::default();
    let faults = &mut verified.faults;
    if behind > 0 {
        faults.push(Fault { run: None, what: What::Older { by: behind } });
    }
    for why in file(connection)? {
        faults.push(Fault { run: None, what: What::File { why } });
    }
    noted(faults, read::drafts(connection))?;
    noted(faults, read::named(connection))?;
    noted(faults, read::settings(connection))?;
    noted(faults, read::backup_rows(connection))?;
    let runs = noted(faults, read::runs(connection))?.unwrap_or_default();
    let texts = noted(faults, texts(connection))?.unwrap_or_default();
    for row in &runs {
        let run = RunId::new(&row.run).ok();
        verified.runs += 1;
        match read::events(connection, row) {
            Ok((events, _, whole)) => {
                verified.events += events.len() as u64;
                if !whole {
                    let good = u32::try_from(events.len()).unwrap_or(u32::MAX);
                    let of = u32::try_from(row.events).unwrap_or(u32::MAX);
                    verified.faults.push(Fault { run: run.clone(), what: What::Chain { good, of } });
                }
            }
            Err(wrong) => note(&mut verified.faults, run.clone(), wrong)?,
        }
        let Ok(entry) = read::entry(row) else {
            verified.faults.push(Fault { run, what: What::Row { table: RunRow::TABLE } });
            continue;
        };
        for (name, hex) in &entry.header.hashes {
            if !Hash::of_hex(hex).is_some_and(|hash| texts.contains(&hash)) {
                verified.faults.push(Fault { run: run.clone(), what: What::Text { name: name.clone() } });
            }
        }
    }
    let strays = "SELECT count(*) FROM event WHERE run NOT IN (SELECT number FROM run)";
    let strays = connection.query_row(strays, [], |row| row.get::<_, i64>(0)).map_err(Wrong::from);
    if noted(&mut verified.faults, strays)?.is_some_and(|strays| strays > 0) {
        verified.faults.push(Fault { run: None, what: What::Rows { table: "event" } });
    }
    Ok(verified)
}

/// What the database finds wrong with itself.
fn file(connection: &Connection) -> Result<Vec<String>, Wrong> {
    let mut statement = connection.prepare(&format!("PRAGMA integrity_check({MOST})"))?;
    let lines: rusqlite::Result<Vec<String>> = statement.query_map([], |row| row.get(0))?.collect();
    match lines {
        Ok(lines) => Ok(lines.into_iter().filter(|line| line != "ok").collect()),
        Err(error) => match Wrong::from(error) {
            Wrong::Database(error) => Ok(vec![error.to_string()]),
            other => Err(other),
        },
    }
}

/// The hashes of all texts that prove themselves.
fn texts(connection: &Connection) -> Result<BTreeSet<Hash>, Wrong> {
    let mut statement = connection.prepare("SELECT hash, body FROM text")?;
    let mut rows = statement.query([])?;
    let mut good = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let hash = Hash(row.get(0)?);
        if row.get_ref(1)?.as_str().is_ok_and(|body| Hash::of_text(body) == hash) {
            good.insert(hash);
        }
    }
    Ok(good)
}

/// What was read; or the fault, noted.
fn noted<T>(faults: &mut Vec<Fault>, read: Result<T, Wrong>) -> Result<Option<T>, Wrong> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(wrong) => note(faults, None, wrong).map(|()| None),
    }
}

fn note(faults: &mut Vec<Fault>, run: Option<RunId>, wrong: Wrong) -> Result<(), Wrong> {
    let what = match wrong {
        Wrong::Damaged(what) => what,
        Wrong::Database(error) if super::is_busy(&error) => return Err(Wrong::Database(error)),
        Wrong::Database(error) => What::File { why: error.to_string() },
        Wrong::Other(trouble) => return Err(Wrong::Other(trouble)),
    };
    faults.push(Fault { run, what });
    Ok(())
}
