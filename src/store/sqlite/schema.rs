//! The tables, by version. A version that was released is never changed: the next one adds a step.

use std::path::Path;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::{ledger, trouble};
use crate::store::records::What;
use crate::store::trouble::Trouble;

/// "DFNS": tells our files from those of other programs.
pub const APPLICATION: i64 = 0x4446_4E53;

/// The version that this program writes, which is the number of steps.
pub const VERSION: i64 = STEPS.len() as i64;

const STEPS: &[M<'static>] = &[M::up(include_str!("schema.sql"))];

/// Brings a file to this version.
///
/// # Errors
/// If a step can't be taken; nothing of it has happened then.
pub fn migrate(connection: &mut Connection, path: &Path) -> Result<(), Trouble> {
    let before: i64 = connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(|error| trouble(path, &error))?;
    let migrated = Migrations::from_slice(STEPS).to_latest(connection);
    migrated.map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => trouble(path, &err),
        // A version that never was.
        other => Trouble::Damaged { path: path.to_owned(), what: What::File { why: other.to_string() } },
    })?;
    // A file that is there already is not written to before it has proved itself.
    if before < VERSION {
        ledger::set_version(connection, VERSION).map_err(|wrong| wrong.at(path))?;
    }
    Ok(())
}

/// Whether the tables of a file are those that the steps make, and nothing else is in it.
///
/// # Errors
/// If they can't be read.
pub fn is_exact(connection: &Connection) -> rusqlite::Result<bool> {
    let tables = |connection: &Connection| -> rusqlite::Result<Vec<(String, String, Option<String>)>> {
        let mut statement = connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY name")?;
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
    };
    let mut own = Connection::open_in_memory()?;
    let made = Migrations::from_slice(STEPS).to_latest(&mut own).is_ok();
    Ok(made && tables(connection)? == tables(&own)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_are_sound() {
        Migrations::from_slice(STEPS).validate().unwrap();
    }

    #[test]
    fn a_file_is_known_as_ours() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, Path::new("records.sqlite")).unwrap();
        let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!((number("application_id"), number("user_version")), (APPLICATION, VERSION));
        assert_eq!(number("application_id"), 1_145_458_259);
    }
}
