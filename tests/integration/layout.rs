//! The direction of imports, and what the pure modules must never know.
//!
//! `source, diag <- scenario, policy <- run <- explore, review <- desk, report <- store <- sitting <- cli, app, web`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Modules by their layer, from the bottom. A module may use its own layer and those below it.
const LAYERS: &[&[&str]] = &[
    &["source", "diag"],
    &["scenario", "policy"],
    &["bundled"],
    &["run"],
    &["explore", "review"],
    &["desk", "text", "report"],
    &["store"],
    &["sitting"],
    &["cli", "app", "web"],
];

/// Modules from `source` to `report`: no file, clock, thread or iteration in hash order.
const PURE: &[&str] =
    &["source", "diag", "scenario", "policy", "bundled", "run", "explore", "review", "desk", "text", "report"];

/// What a pure module must not name, and why.
const FORBIDDEN: &[(&str, &str)] = &[
    ("std::fs", "files"),
    ("std::io", "files"),
    ("std::env", "the environment"),
    ("std::net", "the network"),
    ("std::process", "processes"),
    ("std::thread", "threads"),
    ("std::sync::mpsc", "threads"),
    ("Instant::now", "the clock"),
    ("SystemTime", "the clock"),
    ("Zoned::now", "the clock"),
    ("Timestamp::now", "the clock"),
    ("HashMap", "iteration in hash order"),
    ("HashSet", "iteration in hash order"),
    ("RandomState", "iteration in hash order"),
    ("async fn", "async"),
    ("bevy", "bevy"),
];

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// Every file below `src` with its module at the top and its code, comments taken out.
fn sources() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    files
        .into_iter()
        .map(|path| {
            let relative = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            let module = relative.split(['/', '.']).next().unwrap().to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let code: String =
                text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
            // Tests may look at anything.
            let code = code.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            (relative, module, code)
        })
        .collect()
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

#[test]
fn imports_point_downwards() {
    let mut wrong = Vec::new();
    let mut arrows: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (file, module, code) in sources() {
        if module == "lib" || module == "main" {
            continue;
        }
        let from = layer(&module).unwrap_or_else(|| panic!("{module} has no layer: add it to LAYERS"));
        for path in code.split("crate::").skip(1) {
            let used: String = path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if used.is_empty() || used == module {
                continue;
            }
            let Some(to) = layer(&used) else { continue };
            *arrows.entry((module.clone(), used.clone())).or_default() += 1;
            if to > from {
                wrong.push(format!("{file}: {module} uses {used}, which lies above it"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(arrows.contains_key(&("run".into(), "scenario".into())), "the test no longer sees the imports");
}

#[test]
fn pure_modules_know_no_files_clocks_threads_or_hash_order() {
    let mut wrong = Vec::new();
    for (file, module, code) in sources() {
        if !PURE.contains(&module.as_str()) {
            continue;
        }
        for (name, what) in FORBIDDEN {
            if code.contains(name) {
                wrong.push(format!("{file} names {name}: a pure module must know nothing of {what}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
