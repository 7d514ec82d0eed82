//! A disk that loses its power: what was synced is there, and of the rest whatever the disk pleased.
//!
//! The model takes a [`trace`](super::trace) of what programs did and, at any point of it, makes up a folder as it could
//! lie on the disk after the power went:
//!
//! - A file holds what it held at its last `fsync`, and of each write and truncation since then anything may have
//!   reached the disk: none, all, a random choice of them, all up to one, in units of sectors of 512 bytes. So a write is
//!   torn as well, and a cut falls inside it. Where a file grew and its bytes did not come, there are noughts or rubbish.
//!   Bytes beside those that were written are never harmed (SQLite relies on that as well: "powersafe overwrite").
//! - A name (of a file made, renamed or removed) is durable when its *folder* was synced. Syncing the file alone does not
//!   bring its name, as POSIX has it; most Linux file systems are kinder. A rename within one folder happens or does not.
//! - `-shm` files are memory that several processes share, and are never read after a cut: they are gone, or rubbish.
//!
//! The tests at the end show that the model notices a sync that is left out, with a journal of a few lines and with a
//! real program under the shim.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use defensible::explore::Dice;

use super::trace::{Handle, Op};

/// What a disk writes in one go.
const SECTOR: u64 = 512;

/// How much of what is not yet durable reached the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// Nothing of it.
    Nothing,
    /// All of it.
    Everything,
    /// All up to one change, which is torn.
    UpTo(usize),
    /// Each sector and each name with this chance, in percent.
    Some(usize),
}

impl Cut {
    /// One of them.
    pub(crate) fn any(dice: &mut Dice, pending: usize) -> Self {
        match dice.below(6) {
            0 => Self::Nothing,
            1 => Self::Everything,
            2 | 3 => Self::UpTo(dice.below(pending + 1)),
            _ => Self::Some([10, 50, 90][dice.below(3)]),
        }
    }
}

/// A change that is not durable yet, with its number among all of them.
#[derive(Debug, Clone)]
struct Pending<T> {
    number: usize,
    change: T,
}

#[derive(Debug, Clone)]
enum FileChange {
    Write { at: u64, data: Vec<u8> },
    Cut { to: u64 },
}

#[derive(Debug, Clone)]
enum NameChange {
    Put {
        name: String,
        node: usize,
    },
    Remove {
        name: String,
    },
    /// In one go.
    Rename {
        from: String,
        to: String,
        node: usize,
    },
}

#[derive(Debug, Clone)]
enum Node {
    File { durable: Vec<u8>, pending: Vec<Pending<FileChange>> },
    Folder { durable: BTreeMap<String, usize>, now: BTreeMap<String, usize>, pending: Vec<Pending<NameChange>> },
}

/// A disk.
#[derive(Debug, Clone)]
pub(crate) struct Disk {
    root: PathBuf,
    nodes: Vec<Node>,
    open: BTreeMap<Handle, usize>,
    changes: usize,
}

impl Disk {
    /// A disk with one empty folder that is there for good.
    pub(crate) fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), nodes: vec![empty_folder()], open: BTreeMap::new(), changes: 0 }
    }

    /// A disk on which everything in a folder is durable. What is done to it is said to be done at `root`.
    pub(crate) fn holding(folder: &Path, root: &Path) -> Self {
        let mut disk = Self::new(root);
        disk.hold(folder, root);
        for node in 0..disk.nodes.len() {
            disk.sync(node);
        }
        disk
    }

    fn hold(&mut self, folder: &Path, at: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let path = at.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                self.put(&path, empty_folder());
                self.hold(&entry.path(), &path);
            } else {
                self.put(&path, Node::File { durable: std::fs::read(entry.path()).unwrap(), pending: Vec::new() });
            }
        }
    }

    /// Does what was done.
    pub(crate) fn apply(&mut self, op: &Op) {
        match op {
            Op::Started { pid } => self.open.retain(|(one, _), _| one != pid),
            Op::Opened { handle, path, made, emptied, folder } => {
                let node = match self.find(path) {
                    Some(node) => node,
                    None if *made => {
                        let node = if *folder {
                            empty_folder()
                        } else {
                            Node::File { durable: Vec::new(), pending: Vec::new() }
                        };
                        self.put(path, node)
                    }
                    None => panic!("{} was there before the trace began", path.display()),
                };
                if *emptied {
                    self.change_file(node, FileChange::Cut { to: 0 });
                }
                self.open.insert(*handle, node);
            }
            Op::Doubled { handle, other } => {
                self.open.insert((handle.0, *other), self.open[handle]);
            }
            Op::Closed { handle } => {
                self.open.remove(handle);
            }
            Op::Wrote { handle, at, data } => {
                self.change_file(self.open[handle], FileChange::Write { at: *at, data: data.clone() });
            }
            Op::Cut { handle, to } => self.change_file(self.open[handle], FileChange::Cut { to: *to }),
            Op::Synced { handle } => self.sync(self.open[handle]),
            Op::Renamed { from, to } => self.rename(from, to),
            Op::Linked { from, to } => {
                let node = self.find(from).unwrap();
                let (folder, name) = self.place(to);
                self.change_name(folder, NameChange::Put { name, node });
            }
            Op::Unlinked { path } => {
                let (folder, name) = self.place(path);
                self.change_name(folder, NameChange::Remove { name });
            }
            Op::MadeFolder { path } => {
                self.put(path, empty_folder());
            }
            Op::Shown { .. } => {}
        }
    }

    /// Changes that are not durable yet.
    pub(crate) fn pending(&self) -> usize {
        let of = |node: &Node| match node {
            Node::File { pending, .. } => pending.len(),
            Node::Folder { pending, .. } => pending.len(),
        };
        self.nodes.iter().map(of).sum()
    }

    /// Writes down what lies on the disk after a cut, into a folder that is there.
    pub(crate) fn after(&self, cut: Cut, dice: &mut Dice, to: &Path) {
        // `UpTo` counts changes from the oldest that is not durable.
        let mut waiting: Vec<usize> = Vec::new();
        for node in &self.nodes {
            match node {
                Node::File { pending, .. } => waiting.extend(pending.iter().map(|one| one.number)),
                Node::Folder { pending, .. } => waiting.extend(pending.iter().map(|one| one.number)),
            }
        }
        waiting.sort_unstable();
        let torn = match cut {
            Cut::UpTo(many) => waiting.get(many).copied(),
            _ => None,
        };
        self.write_folder(0, &Reach { cut, torn }, dice, to);
    }

    fn write_folder(&self, node: usize, reach: &Reach, dice: &mut Dice, to: &Path) {
        let Node::Folder { durable, pending, .. } = &self.nodes[node] else { panic!("no folder") };
        let mut names = durable.clone();
        for one in pending {
            if reach.came(one.number, dice) {
                rename_in(&mut names, &one.change);
            }
        }
        for (name, node) in names {
            let path = to.join(&name);
            match &self.nodes[node] {
                Node::Folder { .. } => {
                    std::fs::create_dir(&path).unwrap();
                    self.write_folder(node, reach, dice, &path);
                }
                Node::File { .. } if name.ends_with("-shm") => {
                    if dice.once_in(3) {
                        std::fs::write(&path, rubbish(32_768, dice)).unwrap();
                    }
                }
                Node::File { durable, pending } => {
                    std::fs::write(&path, file_after(durable, pending, reach, dice)).unwrap();
                }
            }
        }
    }

    fn sync(&mut self, node: usize) {
        match &mut self.nodes[node] {
            Node::File { durable, pending } => {
                for one in pending.drain(..) {
                    match one.change {
                        FileChange::Write { at, data } => write_at(durable, at, &data),
                        FileChange::Cut { to } => durable.resize(usize::try_from(to).unwrap(), 0),
                    }
                }
            }
            Node::Folder { durable, now, pending } => {
                pending.clear();
                durable.clone_from(now);
            }
        }
    }

    fn change_file(&mut self, node: usize, change: FileChange) {
        let number = self.number();
        let Node::File { pending, .. } = &mut self.nodes[node] else { panic!("a folder is no file") };
        pending.push(Pending { number, change });
    }

    fn change_name(&mut self, folder: usize, change: NameChange) {
        let number = self.number();
        let Node::Folder { now, pending, .. } = &mut self.nodes[folder] else { panic!("a file is no folder") };
        rename_in(now, &change);
        pending.push(Pending { number, change });
    }

    const fn number(&mut self) -> usize {
        self.changes += 1;
        self.changes
    }

    fn put(&mut self, path: &Path, node: Node) -> usize {
        let (folder, name) = self.place(path);
        self.nodes.push(node);
        let node = self.nodes.len() - 1;
        self.change_name(folder, NameChange::Put { name, node });
        node
    }

    fn rename(&mut self, from: &Path, to: &Path) {
        let node = self.find(from).unwrap_or_else(|| panic!("{} came from elsewhere", from.display()));
        let ((one, from), (other, to)) = (self.place(from), self.place(to));
        if one == other {
            self.change_name(one, NameChange::Rename { from, to, node });
        } else {
            self.change_name(other, NameChange::Put { name: to, node });
            self.change_name(one, NameChange::Remove { name: from });
        }
    }

    fn find(&self, path: &Path) -> Option<usize> {
        let below = path.strip_prefix(&self.root).unwrap();
        let mut at = 0;
        for name in below.iter().filter(|name| *name != ".") {
            let Node::Folder { now, .. } = &self.nodes[at] else { return None };
            at = *now.get(name.to_str().unwrap())?;
        }
        Some(at)
    }

    /// The folder that a path lies in, and its name there.
    fn place(&self, path: &Path) -> (usize, String) {
        let folder = self.find(path.parent().unwrap()).unwrap();
        (folder, path.file_name().unwrap().to_str().unwrap().to_owned())
    }
}

/// What reaches the disk.
struct Reach {
    cut: Cut,
    /// The first change that did not come whole, when they come in order.
    torn: Option<usize>,
}

impl Reach {
    /// Whether a whole change came.
    fn came(&self, number: usize, dice: &mut Dice) -> bool {
        match self.cut {
            Cut::Nothing => false,
            Cut::Everything => true,
            Cut::UpTo(_) => self.torn.is_none_or(|torn| number < torn),
            Cut::Some(percent) => dice.below(100) < percent,
        }
    }
}

const fn empty_folder() -> Node {
    Node::Folder { durable: BTreeMap::new(), now: BTreeMap::new(), pending: Vec::new() }
}

fn rename_in(names: &mut BTreeMap<String, usize>, change: &NameChange) {
    match change {
        NameChange::Put { name, node } => {
            names.insert(name.clone(), *node);
        }
        NameChange::Remove { name } => {
            names.remove(name);
        }
        NameChange::Rename { from, to, node } => {
            // Of a file that never came, nothing can be renamed.
            if names.get(from) == Some(node) {
                names.remove(from);
                names.insert(to.clone(), *node);
            }
        }
    }
}

fn file_after(durable: &[u8], pending: &[Pending<FileChange>], reach: &Reach, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = durable.to_vec();
    for one in pending {
        let torn = reach.torn == Some(one.number);
        match &one.change {
            FileChange::Cut { to } => {
                if reach.came(one.number, dice) {
                    bytes.resize(usize::try_from(*to).unwrap(), 0);
                }
            }
            FileChange::Write { at, data } => {
                let end = at + data.len() as u64;
                let sectors: Vec<(u64, u64)> = sectors(*at, end);
                // A torn write came up to one of its sectors.
                let up_to = if torn { dice.below(sectors.len() + 1) } else { 0 };
                for (index, (from, to)) in sectors.into_iter().enumerate() {
                    if if torn { index < up_to } else { reach.came(one.number, dice) } {
                        let part = usize::try_from(from - at).unwrap()..usize::try_from(to - at).unwrap();
                        write_at(&mut bytes, from, &data[part]);
                    }
                }
                // The file may have grown without its bytes.
                if matches!(reach.cut, Cut::Some(_)) && end > bytes.len() as u64 && dice.once_in(4) {
                    let missing = usize::try_from(end).unwrap() - bytes.len();
                    let filling = if dice.once_in(2) { vec![0; missing] } else { rubbish(missing, dice) };
                    bytes.extend(filling);
                }
            }
        }
    }
    bytes
}

/// The parts of a stretch of bytes that lie in one sector each.
fn sectors(mut from: u64, end: u64) -> Vec<(u64, u64)> {
    let mut all = Vec::new();
    while from < end {
        let to = end.min((from / SECTOR + 1) * SECTOR);
        all.push((from, to));
        from = to;
    }
    all
}

fn write_at(bytes: &mut Vec<u8>, at: u64, data: &[u8]) {
    let at = usize::try_from(at).unwrap();
    if bytes.len() < at + data.len() {
        bytes.resize(at + data.len(), 0);
    }
    bytes[at..at + data.len()].copy_from_slice(data);
}

pub(crate) fn rubbish(many: usize, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(many + 8);
    while bytes.len() < many {
        bytes.extend(dice.throw().to_le_bytes());
    }
    bytes.truncate(many);
    bytes
}

/// The tests of the model itself.
mod tests {
    use super::*;
    use crate::{shim, trace};

    const FILE: Handle = (1, 3);
    const FOLDER: Handle = (1, 4);

    fn opened(handle: Handle, path: &str, made: bool, folder: bool) -> Op {
        Op::Opened { handle, path: path.into(), made, emptied: false, folder }
    }

    fn wrote(at: u64, data: &[u8]) -> Op {
        Op::Wrote { handle: FILE, at, data: data.to_vec() }
    }

    fn sync(handle: Handle) -> Op {
        Op::Synced { handle }
    }

    /// How often a file lacks what it should hold, over many cuts behind these operations.
    fn lost(ops: &[Op], name: &str, wanted: &[u8]) -> usize {
        let mut disk = Disk::new(Path::new("/d"));
        ops.iter().for_each(|op| disk.apply(op));
        let mut dice = Dice::new(1);
        let mut lost = 0;
        for _ in 0..200 {
            let room = shim::room();
            let cut = Cut::any(&mut dice, disk.pending());
            disk.after(cut, &mut dice, room.path());
            let found = std::fs::read(room.path().join(name)).unwrap_or_default();
            lost += usize::from(!found.starts_with(wanted));
        }
        lost
    }

    #[test]
    fn what_is_synced_stays_and_what_is_not_may_go() {
        let data = vec![7; 2_000];
        let all = [
            opened(FOLDER, "/d", false, true),
            opened(FILE, "/d/a", true, false),
            wrote(0, &data),
            sync(FILE),
            sync(FOLDER),
        ];
        assert_eq!(lost(&all, "a", &data), 0);
        assert!(lost(&all[..4], "a", &data) > 0, "a name that was not synced");
        let unsynced = [all[0].clone(), all[1].clone(), all[2].clone(), all[4].clone()];
        assert!(lost(&unsynced, "a", &data) > 0, "bytes that were not synced");
        // What comes behind the sync harms nothing that stands beside it, but may be torn itself.
        let mut more = all.to_vec();
        more.push(wrote(1_990, &[8; 20]));
        assert_eq!(lost(&more, "a", &data[..1_990]), 0);
        assert!(lost(&more, "a", &[&data[..1_990], &[8; 20]].concat()) > 0);
        let mut shorter = all.to_vec();
        shorter.push(Op::Cut { handle: FILE, to: 10 });
        assert!(lost(&shorter, "a", &data) > 0);
        assert_eq!(lost(&shorter, "a", &data[..10]), 0);
    }

    #[test]
    fn a_rename_comes_with_its_folder() {
        let begin = [
            opened(FOLDER, "/d", false, true),
            opened(FILE, "/d/new", true, false),
            wrote(0, b"text"),
            sync(FILE),
            Op::Renamed { from: "/d/new".into(), to: "/d/a".into() },
        ];
        assert!(lost(&begin, "a", b"text") > 0);
        let mut all = begin.to_vec();
        all.push(sync(FOLDER));
        assert_eq!(lost(&all, "a", b"text"), 0);
        // A file that is removed may come back, whole.
        all.push(Op::Unlinked { path: "/d/a".into() });
        let often = lost(&all, "a", b"text");
        assert!(0 < often && often < 200, "{often}");
    }

    #[test]
    fn a_write_is_torn_between_its_sectors() {
        let mut disk = Disk::new(Path::new("/d"));
        for op in [opened(FOLDER, "/d", false, true), opened(FILE, "/d/a", true, false), sync(FOLDER)] {
            disk.apply(&op);
        }
        disk.apply(&wrote(100, &[1; 1_500]));
        let mut dice = Dice::new(2);
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..300 {
            let room = shim::room();
            disk.after(Cut::any(&mut dice, disk.pending()), &mut dice, room.path());
            let bytes = std::fs::read(room.path().join("a")).unwrap();
            let ones = |from: usize, to: usize| bytes.get(from..to).is_some_and(|part| part.iter().all(|b| *b == 1));
            seen.insert([ones(100, 512), ones(512, 1_024), ones(1_024, 1_536), ones(1_536, 1_600)]);
        }
        assert!(seen.len() > 8, "{seen:?}");
    }

    /// A real program under the shim: `dd` syncs what it writes, or not.
    #[test]
    fn a_real_program_is_traced_and_its_missing_sync_is_noticed() {
        let lost = |script: &str, lie: Option<&str>| {
            let room = shim::room();
            let traced = shim::room();
            let traced = traced.path().join("trace");
            let mut command = std::process::Command::new("/bin/sh");
            command.args(["-c", script]).current_dir(room.path());
            shim::with(&mut command, room.path());
            command.env("TORTURE_TRACE", &traced);
            if let Some(lie) = lie {
                command.env("TORTURE_LIE", lie);
            }
            let done = command.output().unwrap();
            assert!(done.status.success(), "{done:?}");
            let mut disk = Disk::new(room.path());
            let mut dice = Dice::new(3);
            let (mut shown, mut lost) = (false, 0);
            for op in trace::read(&traced) {
                disk.apply(&op);
                shown |= matches!(&op, Op::Shown { text, .. } if text.starts_with(b"kept"));
                for _ in 0..if shown { 50 } else { 0 } {
                    let after = shim::room();
                    disk.after(Cut::any(&mut dice, disk.pending()), &mut dice, after.path());
                    let found = std::fs::read_to_string(after.path().join("b")).unwrap_or_default();
                    lost += usize::from(found != "words\n");
                }
            }
            assert!(shown);
            lost
        };
        let whole = "echo words | dd of=new conv=fsync 2>&1 && mv new b && sync . && echo kept";
        assert_eq!(lost(whole, None), 0);
        assert!(lost(&whole.replace("&& sync .", ""), None) > 0);
        assert!(lost(&whole.replace("conv=fsync", ""), None) > 0);
        assert!(lost(whole, Some("/")) > 0);
    }
}
