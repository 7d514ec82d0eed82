//! How many commits were made, beside the database.
//!
//! A journal that was cut off, or an older copy put in the file's place, looks whole to the database: nothing in it
//! says that there was more. The mark does. It is written after a commit is durable, and not synced itself: it may lag
//! behind, and can never be ahead of what was on the disk.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

/// The mark of a file of records.
#[derive(Debug)]
pub struct Mark {
    file: File,
    /// As it was found.
    found: Option<u64>,
}

/// The count, and the beginning of its hash.
const BYTES: usize = 16;

fn bytes(commits: u64) -> [u8; BYTES] {
    let mut bytes = [0; BYTES];
    let count = commits.to_le_bytes();
    let hash = blake3::hash(&count);
    let (front, back) = bytes.split_at_mut(count.len());
    front.copy_from_slice(&count);
    for (to, from) in back.iter_mut().zip(hash.as_bytes()) {
        *to = *from;
    }
    bytes
}

/// How many commits the mark at a path knows of.
#[must_use]
pub fn read(path: &Path) -> Option<u64> {
    of(&mut File::open(path).ok()?)
}

fn of(file: &mut File) -> Option<u64> {
    let mut read = [0; BYTES];
    file.read_exact(&mut read).ok()?;
    let commits = u64::from_le_bytes(read.first_chunk().copied()?);
    (bytes(commits) == read).then_some(commits)
}

impl Mark {
    /// Opens the mark, or makes one. A folder where that can't be done has none: nothing depends on it.
    #[must_use]
    pub fn open(path: &Path) -> Option<Self> {
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).ok()?;
        let found = of(&mut file);
        Some(Self { file, found })
    }

    /// How many commits it knew of when it was opened.
    #[must_use]
    pub const fn commits(&self) -> Option<u64> {
        self.found
    }

    /// Counts.
    pub fn set(&mut self, commits: u64) {
        let _ = self.file.seek(SeekFrom::Start(0)).and_then(|_| self.file.write_all(&bytes(commits)));
    }
}
