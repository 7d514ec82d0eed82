//! What was named on the command line: runs that are kept, log files, and folders of them.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::sitting::kept;
use crate::text::Message;

/// How deep in folders is looked.
const DEEPEST: usize = 32;

/// How the name of a log file ends.
const LOG: &str = ".jsonl";

/// A run that was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub at: At,
    /// As it is told of: the file's name, or its path where two have the same; what was typed of a run's id.
    pub name: String,
    /// As it was named.
    pub shown: String,
}

/// Where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    Log(PathBuf),
    Store(String),
}

impl Named {
    /// All that a person may call it.
    pub fn names(&self) -> Vec<String> {
        let mut names = vec![self.name.clone(), self.shown.clone()];
        if let At::Log(path) = &self.at {
            let of = |name: Option<&std::ffi::OsStr>| name.map(|name| name.to_string_lossy().into_owned());
            names.extend([of(path.file_name()), of(path.file_stem())].into_iter().flatten());
        }
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// Every run that was named, by name, and what stands in the way of others.
pub fn named(typed: &[String]) -> (Vec<Named>, Vec<(String, Message)>) {
    let (mut found, mut troubles) = (Vec::new(), Vec::new());
    for typed in typed {
        let path = Path::new(typed);
        if path.is_dir() {
            let before = (found.len(), troubles.len());
            below(path, 0, &mut found, &mut troubles);
            if before == (found.len(), troubles.len()) {
                let message = Message::new("score-runs-no-logs").with("path", path.display().to_string());
                troubles.push((typed.clone(), message));
            }
        } else if kept::is_log(typed) {
            found.push(log(path.to_owned()));
        } else {
            found.push(Named { at: At::Store(typed.clone()), name: typed.clone(), shown: typed.clone() });
        }
    }
    let mut short: BTreeMap<String, usize> = BTreeMap::new();
    for named in &found {
        *short.entry(named.name.clone()).or_default() += 1;
    }
    for named in &mut found {
        if short.get(&named.name).is_some_and(|many| *many > 1) {
            named.name.clone_from(&named.shown);
        }
    }
    // In whatever order they were typed.
    found.sort_by(|a, b| (&a.name, &a.shown).cmp(&(&b.name, &b.shown)));
    (found, troubles)
}

fn log(path: PathBuf) -> Named {
    let path = path.strip_prefix(".").map(Path::to_owned).unwrap_or(path);
    let shown = path.display().to_string();
    let name = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
    Named { at: At::Log(path), name, shown }
}

/// Every log below a folder. Links are not followed, so that none leads out of it.
fn below(folder: &Path, depth: usize, found: &mut Vec<Named>, troubles: &mut Vec<(String, Message)>) {
    let shown = folder.display().to_string();
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            let message = Message::new("files-unreadable").with("path", &shown).with("why", error.to_string());
            return troubles.push((shown, message));
        }
    };
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Ok(kind) = entry.file_type() else { continue };
        if name.starts_with('.') {
            continue;
        } else if kind.is_dir() && depth < DEEPEST {
            below(&entry.path(), depth + 1, found, troubles);
        } else if kind.is_file() && name.to_ascii_lowercase().ends_with(LOG) {
            found.push(log(entry.path()));
        }
    }
}
