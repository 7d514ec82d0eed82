//! Whether the file at a path is still the one that was opened. On Unix a file that is open can be deleted or replaced:
//! what is written then goes to a file without a name, and must not be acknowledged.

use std::path::Path;

/// What tells a file from every other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity(u64, u64);

impl Identity {
    /// The identity of the file at a path, if one is there and the system knows identities.
    #[cfg(unix)]
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        std::fs::metadata(path).ok().map(|kind| Self(kind.dev(), kind.ino()))
    }

    /// Windows lets nobody delete a file that is open: whatever is there is the one that was opened.
    #[cfg(not(unix))]
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        std::fs::metadata(path).ok().map(|_| Self(0, 0))
    }
}
