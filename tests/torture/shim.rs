//! The shim: built once, and put between a program and the system.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;

/// Where folders are made that come and go by the thousand: in memory, if the system has such a place.
fn fast() -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    let usable = tempfile::Builder::new().prefix("torture-").tempdir_in(&memory).is_ok();
    if usable { memory } else { std::env::temp_dir() }
}

/// A folder that goes with its owner.
pub(crate) fn room() -> TempDir {
    static FAST: OnceLock<PathBuf> = OnceLock::new();
    tempfile::Builder::new().prefix("torture-").tempdir_in(FAST.get_or_init(fast)).unwrap()
}

/// The library, built by the C compiler of this machine. SQLite was built by one, so there is one.
pub(crate) fn library() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        const SOURCE: &str = include_str!("shim.c");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        std::fs::create_dir_all(folder).unwrap();
        let hash = blake3::hash(SOURCE.as_bytes()).to_hex();
        let library = folder.join(format!("torture-shim-{}.so", &hash[..16]));
        if !library.exists() {
            let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/torture/shim.c");
            let new = library.with_extension(format!("{}.new", std::process::id()));
            let mut cc = Command::new(std::env::var_os("CC").unwrap_or_else(|| "cc".into()));
            cc.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&new).arg(source).args(["-ldl", "-lpthread"]);
            let done = cc.output().expect("a C compiler, as for SQLite");
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            std::fs::rename(&new, &library).unwrap();
        }
        library
    })
}

/// Puts the shim between a program and everything below a folder.
pub(crate) fn with(command: &mut Command, folder: &Path) {
    command.env("LD_PRELOAD", library()).env("TORTURE_FOLDER", folder);
}
