//! A place to run the program in, away from everything, and what it said.
#![cfg_attr(not(feature = "store"), allow(dead_code, reason = "what plays and keeps is not tested then"))]

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin;
use tempfile::TempDir;

/// A place to play in, away from everything.
pub(crate) struct Room {
    pub folder: TempDir,
    /// Where runs are kept.
    pub data: TempDir,
}

impl Room {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap(), data: TempDir::new().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names of the files, in order.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(cargo_bin("defensible"));
        command.current_dir(self.folder.path()).args(args).env_clear();
        command.env("DEFENSIBLE_DATA_DIR", self.data.path());
        command
    }

    /// Runs with these lines typed.
    pub fn typed(&self, args: &[&str], lines: &[&str]) -> Output {
        let mut input = lines.join("\n");
        input.push('\n');
        self.command(args).write_stdin(input).output().unwrap()
    }

    /// The same, which must end well: what came out.
    pub fn shown(&self, args: &[&str], lines: &[&str]) -> String {
        let output = self.typed(args, lines);
        assert_eq!(err(&output), "");
        assert_eq!(output.status.code(), Some(0));
        masked(&out(&output))
    }

    /// The runs that are kept, in the order in which they were begun.
    pub fn runs(&self) -> Vec<String> {
        let output = self.typed(&["records", "list", "--format", "json"], &[]);
        let list: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let runs = list["runs"].as_array().unwrap().iter();
        runs.map(|run| run["run"].as_str().unwrap().to_owned()).collect()
    }

    /// A run that is kept, as the lines of a log.
    pub fn log_of(&self, run: &str) -> String {
        out(&self.typed(&["records", "export", run, "--format", "log"], &[]))
    }
}

/// The same text, with the letters that nobody can foresee at the end of a run's name taken out.
pub(crate) fn masked(text: &str) -> String {
    let mut text = text.to_owned();
    for stem in ["missed-monday-", "asks-"] {
        let mut parts = text.split(stem);
        let mut masked = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let letters = part.bytes().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            let is_run = letters == 6 && !part[6..].starts_with('-');
            masked.push_str(stem);
            masked.push_str(if is_run { "xxxxxx" } else { &part[..letters] });
            masked.push_str(&part[letters..]);
        }
        text = masked;
    }
    text
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}
