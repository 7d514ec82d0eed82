//! What the shim wrote down: every change below a folder and every line shown, in the order in which they were made.

use std::path::{Path, PathBuf};

/// An open file of a process.
pub(crate) type Handle = (u32, i32);

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Op {
    /// A process began, with nothing open.
    Started {
        pid: u32,
    },
    /// A file or folder was opened; made or emptied, maybe.
    Opened {
        handle: Handle,
        path: PathBuf,
        made: bool,
        emptied: bool,
        folder: bool,
    },
    Doubled {
        handle: Handle,
        other: i32,
    },
    Closed {
        handle: Handle,
    },
    Wrote {
        handle: Handle,
        at: u64,
        data: Vec<u8>,
    },
    Cut {
        handle: Handle,
        to: u64,
    },
    Synced {
        handle: Handle,
    },
    Renamed {
        from: PathBuf,
        to: PathBuf,
    },
    Linked {
        from: PathBuf,
        to: PathBuf,
    },
    Unlinked {
        path: PathBuf,
    },
    MadeFolder {
        path: PathBuf,
    },
    /// Something was shown on standard output: what it says must hold from now on.
    Shown {
        pid: u32,
        text: Vec<u8>,
    },
}

/// Reads a trace.
pub(crate) fn read(file: &Path) -> Vec<Op> {
    let bytes = std::fs::read(file).unwrap();
    let mut rest = bytes.as_slice();
    let mut all = Vec::new();
    while !rest.is_empty() {
        let op = take(&mut rest, 1)[0];
        let pid = u32::from_le_bytes(take(&mut rest, 4).try_into().unwrap());
        let fd = i32::from_le_bytes(take(&mut rest, 4).try_into().unwrap());
        let number = u64::from_le_bytes(take(&mut rest, 8).try_into().unwrap());
        let path = u32::from_le_bytes(take(&mut rest, 4).try_into().unwrap());
        let data = u32::from_le_bytes(take(&mut rest, 4).try_into().unwrap());
        let path = PathBuf::from(String::from_utf8(take(&mut rest, path as usize).to_vec()).unwrap());
        let data = take(&mut rest, data as usize).to_vec();
        let handle = (pid, fd);
        let second = || PathBuf::from(String::from_utf8(data.clone()).unwrap());
        all.push(match op {
            b'S' => Op::Started { pid },
            b'O' => {
                Op::Opened { handle, path, made: number & 1 != 0, emptied: number & 2 != 0, folder: number & 4 != 0 }
            }
            b'P' => Op::Doubled { handle, other: i32::try_from(number).unwrap() },
            b'C' => Op::Closed { handle },
            b'W' => Op::Wrote { handle, at: number, data },
            b'T' => Op::Cut { handle, to: number },
            b'F' => Op::Synced { handle },
            b'R' => Op::Renamed { to: second(), from: path },
            b'L' => Op::Linked { to: second(), from: path },
            b'U' => Op::Unlinked { path },
            b'M' => Op::MadeFolder { path },
            b'A' => Op::Shown { pid, text: data },
            other => panic!("the trace holds an unknown {:?}", char::from(other)),
        });
    }
    all
}

fn take<'a>(rest: &mut &'a [u8], many: usize) -> &'a [u8] {
    let (first, behind) = rest.split_at(many);
    *rest = behind;
    first
}
