//! The place on the disk where everything is kept, and the locks in it.
//!
//! ```text
//! records.sqlite       everything that is kept (with -wal and -shm beside it while it is open)
//! records.mark         how many commits were made: tells when the end of the file is missing
//! opening.lock         held by whoever is just opening or mending them
//! open.lock            held by everyone who has the records open; alone by whoever mends them
//! locks/RUN.lock       held by the window that plays the run
//! set-aside/           damaged files as they were
//! backups/             copies made by `records backup`
//! ```

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::ids::RunId;
use super::trouble::{How, Trouble};

/// The name of the file of records.
pub const RECORDS: &str = "records.sqlite";

/// The name of the count of commits.
pub const MARK: &str = "records.mark";

/// How long a lock that somebody holds for a moment is waited for. A run that is played elsewhere must be said to be so
/// within two seconds.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// A data folder that is open.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Shared with other windows, until it is let go of. Nothing where the system knows no locks.
    open: Option<File>,
}

/// The right to play a run. It ends with the program that holds it, however that ends. The default is none at all, for
/// a run that lies in memory only.
#[derive(Debug, Default)]
pub struct RunLock {
    _file: Option<File>,
}

/// The right to open the records.
#[derive(Debug)]
pub struct Opening {
    file: File,
}

impl Drop for Opening {
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

/// A damaged file, or several that belonged together, as they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    pub path: PathBuf,
    pub bytes: u64,
    /// When, as far as the file system knows.
    pub made: Option<jiff::Timestamp>,
}

impl Folder {
    /// Where the platform keeps a program's data.
    ///
    /// # Errors
    /// If the system names no such place.
    pub fn usual() -> Result<PathBuf, Trouble> {
        let folders = directories::ProjectDirs::from("", "", "Defensible").ok_or(Trouble::NoFolder)?;
        Ok(folders.data_local_dir().to_owned())
    }

    /// Opens a folder, which is made if it is not there.
    ///
    /// # Errors
    /// If it can't be made or used, or somebody is just mending what lies in it.
    pub fn open(path: &Path) -> Result<Self, Trouble> {
        make(path)?;
        let mut folder = Self { path: path.to_owned(), open: None };
        let file = lock_file(&folder.path.join("open.lock"))?;
        folder.open = take(&file, File::try_lock_shared)
            .map_err(|()| Trouble::Busy { path: folder.records() })?
            .then_some(file);
        Ok(folder)
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file of records.
    #[must_use]
    pub fn records(&self) -> PathBuf {
        self.path.join(RECORDS)
    }

    /// The count of commits.
    #[must_use]
    pub fn mark(&self) -> PathBuf {
        self.path.join(MARK)
    }

    /// Where backups go unless somebody says otherwise.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.path.join("backups")
    }

    /// Takes the right to play a run: [`lock_run`].
    ///
    /// # Errors
    /// If another window has it, or the folder can't be written.
    pub fn lock_run(&self, run: &RunId) -> Result<RunLock, Trouble> {
        lock_run(&self.path, run)
    }

    /// Forgets the lock of a run that is no more.
    pub fn forget_lock(&self, run: &RunId) {
        let _ = fs::remove_file(lock_of(&self.path, run));
    }

    /// Does something that nobody else may have the records open for.
    ///
    /// # Errors
    /// [`Trouble::DamagedInUse`] if somebody has; and whatever goes wrong inside.
    pub fn alone<T>(&mut self, work: impl FnOnce(&Self) -> Result<T, Trouble>) -> Result<T, Trouble> {
        let Some(file) = self.open.take() else { return work(self) };
        let _ = file.unlock();
        let alone = take(&file, File::try_lock);
        let done = match alone {
            Ok(_) => work(self),
            Err(()) => Err(Trouble::DamagedInUse { path: self.records() }),
        };
        let _ = file.unlock();
        self.open = take(&file, File::try_lock_shared).ok().filter(|held| *held).map(|_| file);
        done
    }

    /// Copies files aside, whole, into a folder of their own, and names it. Nothing is ever written over.
    ///
    /// # Errors
    /// If they can't be copied.
    pub fn set_aside(&self, files: &[PathBuf], now: jiff::Timestamp) -> Result<PathBuf, Trouble> {
        let all = self.path.join("set-aside");
        make(&all)?;
        let stamp = now.strftime("%Y-%m-%d-%H%M%S").to_string();
        let to = free(&all, &format!("damaged-{stamp}"));
        make(&to)?;
        for file in files {
            let Some(name) = file.file_name() else { continue };
            let copy = to.join(name);
            let done = File::open(file).and_then(|mut from| {
                let mut to = File::create_new(&copy)?;
                io::copy(&mut from, &mut to)?;
                to.sync_all()
            });
            done.map_err(|error| Trouble::file(&copy, &error))?;
        }
        sync(&to)?;
        Ok(to)
    }

    /// What was set aside, by name.
    ///
    /// # Errors
    /// If the folder can't be read.
    pub fn all_set_aside(&self) -> Result<Vec<SetAside>, Trouble> {
        let folder = self.path.join("set-aside");
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(Trouble::file(&folder, &error)),
        };
        let mut all = Vec::new();
        for entry in entries {
            let path = entry.map_err(|error| Trouble::file(&folder, &error))?.path();
            let made = fs::metadata(&path).and_then(|kind| kind.modified()).ok();
            all.push(SetAside {
                bytes: weight(&path),
                made: made.and_then(|made| jiff::Timestamp::try_from(made).ok()),
                path,
            });
        }
        all.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        Ok(all)
    }

    /// Removes something that was set aside.
    ///
    /// # Errors
    /// If it can't be removed.
    pub fn remove_set_aside(&self, aside: &SetAside) -> Result<(), Trouble> {
        let done = if aside.path.is_dir() { fs::remove_dir_all(&aside.path) } else { fs::remove_file(&aside.path) };
        done.map_err(|error| Trouble::file(&aside.path, &error))?;
        sync(&self.path.join("set-aside"))
    }

    /// What kind of network folder it is, if it is one: `nfs`, `smb`.
    #[must_use]
    pub fn network(&self) -> Option<&'static str> {
        network(&self.path)
    }
}

fn lock_of(folder: &Path, run: &RunId) -> PathBuf {
    folder.join("locks").join(format!("{run}.lock"))
}

/// Takes the right to play a run that is kept in a data folder.
///
/// # Errors
/// If another window has it, or the folder can't be written.
pub fn lock_run(folder: &Path, run: &RunId) -> Result<RunLock, Trouble> {
    make(&folder.join("locks"))?;
    let file = lock_file(&lock_of(folder, run))?;
    let held = take(&file, File::try_lock).map_err(|()| Trouble::InUse { run: run.clone() })?;
    Ok(RunLock { _file: held.then_some(file) })
}

/// Holds everybody else up who is opening the records of a folder, for as long as what is given back lives.
///
/// # Errors
/// If somebody else takes very long over it, or the folder can't be written.
pub fn opening(folder: &Path) -> Result<Opening, Trouble> {
    make(folder)?;
    let file = lock_file(&folder.join("opening.lock"))?;
    take(&file, File::try_lock).map_err(|()| Trouble::Opening { path: folder.join(RECORDS) })?;
    Ok(Opening { file })
}

/// A name in a folder that is free: `name`, `name-2`, ...
fn free(folder: &Path, name: &str) -> PathBuf {
    let others = (2..10_000).map(|number| folder.join(format!("{name}-{number}")));
    let first = folder.join(name);
    std::iter::once(first.clone()).chain(others).find(|path| path.symlink_metadata().is_err()).unwrap_or(first)
}

/// The bytes of a file, or of all files in a folder.
fn weight(path: &Path) -> u64 {
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().map(|entry| weight(&entry.path())).sum(),
        Err(_) => fs::metadata(path).map_or(0, |kind| kind.len()),
    }
}

/// Makes a folder that only its owner can look into, with those above it; their names reach the disk.
///
/// # Errors
/// If it can't be made, or a file is in its place.
pub fn make(path: &Path) -> Result<(), Trouble> {
    if path.is_dir() {
        return Ok(());
    }
    if path.symlink_metadata().is_ok() {
        return Err(Trouble::File { path: path.to_owned(), how: How::WrongKind });
    }
    if let Some(above) = path.parent().filter(|above| !above.as_os_str().is_empty()) {
        make(above)?;
    }
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(Trouble::file(path, &error)),
    }
    sync(path.parent().unwrap_or(path))
}

/// Brings the names in a folder to the disk.
///
/// # Errors
/// If the disk refuses.
pub fn sync(folder: &Path) -> Result<(), Trouble> {
    // Windows has no such thing: a name there is as durable as its file.
    #[cfg(unix)]
    {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        match File::open(folder).and_then(|open| open.sync_all()) {
            // Some file systems know no such thing, as Windows does.
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {}
            done => done.map_err(|error| Trouble::file(folder, &error))?,
        }
    }
    let _ = folder;
    Ok(())
}

fn lock_file(path: &Path) -> Result<File, Trouble> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| Trouble::file(path, &error))
}

/// Tries to take a lock for a while. False where the system knows no locks: better without than not at all.
fn take(file: &File, attempt: impl Fn(&File) -> Result<(), TryLockError>) -> Result<bool, ()> {
    let until = Instant::now() + PATIENCE;
    loop {
        match attempt(file) {
            Ok(()) => return Ok(true),
            Err(TryLockError::Error(_)) => return Ok(false),
            Err(TryLockError::WouldBlock) if Instant::now() >= until => return Err(()),
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}

/// What kind of network folder lies at a path, if one does.
#[cfg(target_os = "linux")]
fn network(path: &Path) -> Option<&'static str> {
    // The magic numbers of linux/magic.h and of the file systems that stand in nobody's list.
    let kind = rustix::fs::statfs(path).ok()?.f_type as u32;
    Some(match kind {
        0x6969 => "nfs",
        0xFF53_4D42 | 0xFE53_4D42 | 0x517B => "smb",
        0x564C => "ncp",
        0x5346_414F | 0x6B41_4653 => "afs",
        0x00C3_6400 => "ceph",
        0x0BD0_0BD0 => "lustre",
        0x7461_636F => "ocfs2",
        0x0116_1970 => "gfs2",
        0x0102_1997 => "9p",
        0x6573_5546 => "fuse",
        0x786F_4256 => "vboxsf",
        0xBACB_ACBC => "vmhgfs",
        _ => return None,
    })
}

/// What kind of network folder lies at a path, if one does.
#[cfg(target_os = "macos")]
fn network(path: &Path) -> Option<&'static str> {
    let found = rustix::fs::statfs(path).ok()?;
    let name: Vec<u8> = found.f_fstypename.iter().map(|c| *c as u8).take_while(|c| *c != 0).collect();
    ["nfs", "smbfs", "afpfs", "webdav", "ftp"].into_iter().find(|known| known.as_bytes() == name)
}

/// What kind of network folder lies at a path, if one does.
#[cfg(windows)]
fn network(path: &Path) -> Option<&'static str> {
    use std::path::{Component, Prefix};
    // Resolving a mapped drive letter gives the share that stands behind it.
    let real = path.canonicalize().ok()?;
    match real.components().next() {
        Some(Component::Prefix(prefix)) => match prefix.kind() {
            Prefix::UNC(..) | Prefix::VerbatimUNC(..) => Some("smb"),
            _ => None,
        },
        _ => None,
    }
}

/// What kind of network folder lies at a path, if one does: not known on this system.
#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
fn network(_path: &Path) -> Option<&'static str> {
    None
}
