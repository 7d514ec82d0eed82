//! The data folder: where it lies, and what is kept there, opened.

use std::path::{Path, PathBuf};

use crate::store::clock::Clock;
use crate::store::folder::Folder;
use crate::store::open::{self, Opened};
use crate::store::records::What;
use crate::store::trouble::Trouble;

/// The variable of the environment that names the folder.
pub const VARIABLE: &str = "DEFENSIBLE_DATA_DIR";

/// The folder that was named, or the usual one.
///
/// # Errors
/// If the system has no usual one.
pub fn folder(named: Option<&Path>) -> Result<PathBuf, Trouble> {
    named.map_or_else(Folder::usual, |named| Ok(named.to_owned()))
}

/// The folder that was named on the command line, and not by the environment.
#[must_use]
pub fn typed(named: Option<&Path>) -> Option<PathBuf> {
    let standing = std::env::var_os(VARIABLE);
    named.filter(|named| standing.as_deref() != Some(named.as_os_str())).map(Path::to_owned)
}

/// Opens what is kept, knowing what was found damaged in it.
///
/// # Errors
/// What stands in the way.
pub fn open_knowing(named: Option<&Path>, damaged: Option<What>) -> Result<Opened, Trouble> {
    open::open_knowing(&folder(named)?, &Clock::system(), damaged)
}

/// Opens what is kept, and does something with it; damage that only then comes to light is mended.
///
/// # Errors
/// What stands in the way.
pub fn open_for<T>(
    named: Option<&Path>,
    work: impl FnMut(&mut Opened) -> Result<T, Trouble>,
) -> Result<(Opened, T), Trouble> {
    open::open_for(&folder(named)?, &Clock::system(), work)
}
