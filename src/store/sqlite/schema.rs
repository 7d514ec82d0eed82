//! The tables, by version. A version that was released is never changed: the next one adds a step.

use std::path::Path;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::trouble;
use crate::store::trouble::{How, Trouble};

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
    let migrated = Migrations::from_slice(STEPS).to_latest(connection);
    migrated.map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => trouble(path, &err),
        other => Trouble::File { path: path.to_owned(), how: How::Other(other.to_string()) },
    })
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
