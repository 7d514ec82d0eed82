//! Saving a debrief as a report: a text file where the person keeps documents, never over one that is there.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use directories::UserDirs;

use crate::app::office::{Office, Place};
use crate::app::work::Done;
use crate::report::plain::{self, plain};
use crate::sitting::{luck, reviews};
use crate::store::trouble::Trouble;
use crate::text::{Catalogue, Message};

/// The columns of a report.
const WIDTH: usize = 100;

/// So many reports of one case lie in a folder at most.
const MOST: u32 = 10_000;

impl Office {
    /// Writes the debrief to a file, on a thread. Replays that are not done yet are done for it.
    pub(in crate::app) fn save_report(&mut self) {
        let (Place::Debrief(state), Some(play)) = (&self.place, &self.play) else { return };
        let made = state.debrief.clone().filter(|_| !state.replaying);
        let (run, panel, trial) = (play.run().clone(), play.panel().cloned(), play.keep.header().trial);
        let (words, named) = (Arc::clone(&self.words), self.options.data.clone());
        self.work.start(move || {
            let debrief = made.unwrap_or_else(|| Arc::new(reviews::debrief(&run, panel.as_ref(), trial)));
            let luck = luck::shown(debrief.seed);
            let text = plain(&debrief, &words, plain::Options { width: WIDTH, teaching: false, luck: Some(&luck) });
            let name = name(&words, &debrief.scenario.raw().id);
            Done::Written(folder(named.as_deref()).and_then(|folder| write(&folder, &name, &text)))
        });
    }
}

/// What the file is called, without its ending.
fn name(words: &Catalogue, scenario: &str) -> String {
    words.say(&Message::new("app-debrief-file").with("scenario", scenario))
}

/// Where reports lie: in the data folder if one was named, so that a person who carries it with them has them there;
/// else with their documents, their downloads, or at home.
pub(in crate::app) fn folder(named: Option<&Path>) -> Result<PathBuf, Message> {
    if let Some(named) = named {
        return Ok(named.join("reports"));
    }
    let dirs = UserDirs::new().ok_or_else(|| Message::new("app-debrief-no-folder"))?;
    let usual = [dirs.document_dir(), dirs.download_dir()].into_iter().flatten().find(|folder| folder.is_dir());
    Ok(usual.unwrap_or_else(|| dirs.home_dir()).to_owned())
}

/// Writes a text to a new file of a name, with a number behind it if that is taken. Gives back its path.
fn write(folder: &Path, name: &str, text: &str) -> Result<String, Message> {
    let trouble = |path: &Path, error: &io::Error| Trouble::file(path, error).message();
    std::fs::create_dir_all(folder).map_err(|error| trouble(folder, &error))?;
    let mut path = folder.join(format!("{name}.txt"));
    for number in 2..=MOST {
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
                return written.map(|()| path.display().to_string()).map_err(|error| trouble(&path, &error));
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                path = folder.join(format!("{name}-{number}.txt"));
            }
            Err(error) => return Err(trouble(&path, &error)),
        }
    }
    Err(trouble(&path, &io::ErrorKind::AlreadyExists.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let reports = folder.path().join("reports");
        let first = write(&reports, "small-things-debrief", "one").unwrap();
        let second = write(&reports, "small-things-debrief", "two").unwrap();
        let third = write(&reports, "small-things-debrief", "three").unwrap();
        let named = |path: &str| Path::new(path).file_name().unwrap().to_str().unwrap().to_owned();
        let names = [&first, &second, &third].map(|path| named(path));
        assert_eq!(names, ["small-things-debrief.txt", "small-things-debrief-2.txt", "small-things-debrief-3.txt"]);
        let texts = [first, second, third].map(|path| std::fs::read_to_string(path).unwrap());
        assert_eq!(texts, ["one", "two", "three"]);
    }

    #[test]
    fn what_stands_in_the_way_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "").unwrap();
        let trouble = write(&file.join("reports"), "debrief", "one").unwrap_err();
        let words = Catalogue::english().say(&trouble);
        assert!(words.contains("file"), "{words}");
    }

    #[test]
    fn a_named_data_folder_has_the_reports() {
        assert_eq!(folder(Some(Path::new("stick"))).unwrap(), Path::new("stick").join("reports"));
    }
}
