//! Sittings at the real program: what is typed, and what of it was acknowledged.
//!
//! Notes with a number each are the things that are counted: `note torture 000123` at the desk. Standard input is no
//! terminal, so the program repeats the line before it carries it out; behind it, once the note is durable, stands
//! `Kept.` Only a note with that whole line behind it counts as acknowledged, and none that was only kept in memory, as
//! the person was told. Between the notes lies a whole play: reading, waiting, responses, decisions with reasons. A run
//! is a sequence of events of which only a beginning can be kept, so that a note stands for everything before it too.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use defensible::explore::Dice;
use tempfile::TempDir;

use super::shim;

/// The scenario that is played.
const SCENARIO: &str = "missed-monday";

/// A folder with a data folder in it that is not made yet.
pub(crate) struct Room {
    folder: TempDir,
}

impl Room {
    pub(crate) fn new() -> Self {
        Self { folder: shim::room() }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// What the program is told to keep everything in.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The file of records.
    pub(crate) fn records(&self) -> PathBuf {
        self.data().join("records.sqlite")
    }

    /// Another with the same data.
    pub(crate) fn copy(&self) -> Self {
        let copy = Self::new();
        copy_folder(&self.data(), &copy.data());
        copy
    }

    /// Files of records that were set aside.
    pub(crate) fn set_aside(&self) -> Vec<Vec<u8>> {
        let folders = std::fs::read_dir(self.data().join("set-aside"));
        let folders = folders.into_iter().flatten().map(|entry| entry.unwrap().path().join("records.sqlite"));
        folders.filter_map(|file| std::fs::read(file).ok()).collect()
    }

    /// The program, keeping everything here.
    pub(crate) fn program(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_defensible"));
        command.args(args).current_dir(self.path()).env_clear().env("DEFENSIBLE_DATA_DIR", self.data());
        command
    }

    /// The same, with the shim in between.
    pub(crate) fn shimmed(&self, args: &[&str]) -> Command {
        let mut command = self.program(args);
        shim::with(&mut command, self.path());
        command
    }
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// The arguments that begin a run.
pub(crate) fn begin(seed: &str) -> Vec<&str> {
    vec!["play", SCENARIO, "--seed", seed]
}

/// The arguments that go on with one.
pub(crate) fn resume(run: &str) -> Vec<&str> {
    vec!["play", "--resume", run]
}

/// Runs a program with these lines typed, to its end.
pub(crate) fn typed(mut command: Command, lines: &[String]) -> Output {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let text = text(lines);
    std::thread::scope(|scope| {
        // A program that ends early takes no more.
        scope.spawn(move || std::io::Write::write_all(&mut input, text.as_bytes()));
        child.wait_with_output().unwrap()
    })
}

/// Lines as they are typed.
pub(crate) fn text(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A note that can be counted.
pub(crate) fn note(number: u32) -> String {
    format!("torture {number:06}")
}

/// The number of a note, if it is one of ours.
pub(crate) fn number_of(note: &str) -> Option<u32> {
    note.strip_prefix("torture ").and_then(|number| number.parse().ok())
}

/// What stands in front of what was typed.
const PROMPTS: [&str; 10] =
    ["briefing>", "desk>", "respond>", "yes or back>", "which>", "text>", "form>", "answer>", "go or back>", "over>"];

/// Said once when something could not be saved; what is kept from then on is kept in memory, and the person knows.
pub(crate) const IN_MEMORY: &str = "What you do is kept in memory for now";

/// Said when all of it is saved after all.
const SAVED_AGAIN: &str = "Saved again. Nothing is lost.";

/// The notes that a talk acknowledges as durable. What is only half shown acknowledges nothing.
pub(crate) fn acknowledged(shown: &str) -> BTreeSet<u32> {
    let whole = &shown[..shown.rfind('\n').map_or(0, |end| end + 1)];
    let (mut all, mut in_memory, mut failing) = (BTreeSet::new(), BTreeSet::new(), false);
    let mut asked = None;
    for line in whole.lines() {
        if PROMPTS.iter().any(|prompt| line.starts_with(prompt)) {
            asked = line.split_once("> note ").and_then(|(_, note)| number_of(note));
        } else if line.starts_with(IN_MEMORY) {
            failing = true;
        } else if line == SAVED_AGAIN {
            failing = false;
            all.append(&mut in_memory);
        } else if line == "Kept." {
            let to = if failing { &mut in_memory } else { &mut all };
            to.extend(asked.take());
        }
    }
    all
}

/// A short play to the end, as in `tests/integration/play.rs`: by numbers, names and letters, with both decisions.
const WHOLE: [&str; 53] = [
    "",
    "",
    "go",
    "1",
    "g",
    "go",
    "voicemail",
    "ring-ward",
    "yes",
    "go",
    "go",
    "go",
    "answer",
    "9",
    "acceptable abs",
    "The ward rang back:",
    "Sunday night to Tuesday.",
    "",
    "80",
    "skip",
    "voicemail, ward-answer",
    "back",
    "a",
    "3",
    "55",
    "commit",
    "end",
    "go",
    "g",
    "go",
    "go",
    "go",
    "request",
    "ring the uncle",
    "y",
    "go",
    "end",
    "go",
    "answer away",
    "1",
    "He asked first, and the work is real.",
    "",
    "",
    "skip",
    "6 7",
    "commit",
    "end",
    "go",
    "end",
    "go",
    "",
    "",
    "",
];

/// The place of each line of the whole play at which a note can be written instead: those that are typed at the desk.
fn at_the_desk() -> &'static BTreeSet<usize> {
    static PLACES: OnceLock<BTreeSet<usize>> = OnceLock::new();
    PLACES.get_or_init(|| {
        let room = Room::new();
        let lines: Vec<String> = WHOLE.iter().map(|line| (*line).to_owned()).collect();
        let output = typed(room.program(&begin("8")), &lines);
        assert!(output.status.success(), "{}{}", out(&output), err(&output));
        let shown = out(&output);
        let mut rest = shown.lines();
        let mut places = BTreeSet::new();
        for (index, line) in WHOLE.iter().enumerate() {
            // The line is repeated behind its prompt; behind the first line of a text there is none but a blank.
            let found = rest.find(|shown| {
                let mut prompts = PROMPTS.iter().chain(&[" "]);
                prompts.any(|prompt| shown.strip_prefix(prompt).is_some_and(|typed| typed.trim() == *line))
            });
            if found.is_some_and(|shown| shown.starts_with("desk>")) {
                places.insert(index);
            }
        }
        assert!(places.len() > 15, "the play is no longer the one that is in the tests: {places:?}");
        places
    })
}

/// A whole play with a few notes wherever there can be some, numbered from here. The number after the last one.
pub(crate) fn whole_play(each: u32, next: &mut u32) -> Vec<String> {
    let places = at_the_desk();
    let mut lines = Vec::new();
    for (index, line) in WHOLE.iter().enumerate() {
        if places.contains(&index) {
            lines.extend(notes(each, next));
        }
        lines.push((*line).to_owned());
    }
    lines
}

/// So many notes.
pub(crate) fn notes(many: u32, next: &mut u32) -> Vec<String> {
    (0..many)
        .map(|_| {
            *next += 1;
            format!("note {}", note(*next - 1))
        })
        .collect()
}

/// What somebody might do who goes on with a run somewhere in the middle: notes, and between them whatever comes.
pub(crate) fn going_on(commands: usize, next: &mut u32, dice: &mut Dice) -> Vec<String> {
    const ANY: [&str; 14] =
        ["go", "go", "go", "1", "2", "inbox", "end", "go", "ring-ward", "yes", "back", "left", "voicemail", "back"];
    let mut lines = Vec::new();
    for _ in 0..commands {
        lines.extend(notes(1 + u32::try_from(dice.below(3)).unwrap(), next));
        lines.push(ANY[dice.below(ANY.len())].to_owned());
    }
    lines
}

mod tests {
    use super::*;

    #[test]
    fn a_note_counts_once_the_line_behind_it_is_whole() {
        let shown = "desk> note torture 000001\nKept.\ngo or back> note torture 000002\nKept.\ndesk> note torture 000003\nKep";
        assert_eq!(acknowledged(shown), [1, 2].into());
        assert_eq!(acknowledged("desk> note torture 000003\nKept."), BTreeSet::new());
        let failing = format!("desk> note torture 000003\nThe disk is full.\n{IN_MEMORY}, and\nso on.\nKept.\n");
        assert_eq!(acknowledged(&failing), BTreeSet::new());
        let again = format!("{failing}desk> note torture 000004\n{SAVED_AGAIN}\nKept.\n");
        assert_eq!(acknowledged(&again), [3, 4].into());
    }

    #[test]
    fn a_whole_play_acknowledges_every_note() {
        let room = Room::new();
        let mut next = 0;
        let lines = whole_play(2, &mut next);
        let output = typed(room.program(&begin("8")), &lines);
        assert_eq!(acknowledged(&out(&output)).len(), next as usize, "{}", out(&output));
    }
}
