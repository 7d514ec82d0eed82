//! What can still be proved of a damaged file of records.
//!
//! SQLite gives a file up as soon as its header, its schema or a page on the way is damaged. Here nothing on the way is
//! needed: every image of every page, in the database and in its journal (`pages`), is searched for records (`cells`,
//! `records`), and those are taken that prove themselves by their hashes (`rows`, `links`).
//!
//! Rows of runs, events and texts only ever grow, so any image that has one will do. Drafts, people, settings and
//! backups are written over, or go. For them this holds, so that what was deleted comes back only if there is damage
//! just where it was deleted:
//!
//! 1. of a page, the newest image counts: the last frame that was committed, else the database, else the frames behind;
//! 2. older images of that page are looked at besides, if that one may be damaged: if it is a frame whose checksum does
//!    not hold, or a page of the database that does not add up;
//! 3. pages that are free, or hold the rest of a record that is proved, are none of theirs;
//! 4. of two rows with one key, the one from the newer image counts.

mod cells;
mod links;
mod pages;
mod records;
mod rows;

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::Timestamp;

use self::links::Links;
use self::pages::{Pages, Place, Versions};
use self::records::Shape;
use self::rows::Changing;
use super::chain::Hash;
use super::ids::{PersonId, RunId};
use super::records::NewRun;
use super::rows::{BackupRow, PersonRow, RunRow, SettingRow};
use crate::bundled;
use crate::run::event::Event;
use crate::run::logfile::Header;

/// What was brought out of a damaged file. All of it proves itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rescued {
    /// In the order of their numbers.
    pub runs: Vec<RescuedRun>,
    /// By id.
    pub people: Vec<PersonRow>,
    /// By name.
    pub settings: Vec<SettingRow>,
    /// By path.
    pub backups: Vec<BackupRow>,
}

/// A run as far as it proves itself.
#[derive(Debug, Clone, PartialEq)]
pub struct RescuedRun {
    /// Its header holds the texts that were found.
    pub new: NewRun,
    pub touched: Timestamp,
    /// The good prefix.
    pub events: Vec<Event>,
    /// How many events there were, as far as is known.
    pub of: u32,
    /// By place.
    pub drafts: Vec<(String, String)>,
    /// Texts that it was played with and that were not found, by name.
    pub lost: Vec<String>,
}

/// Looks at every page of a database and of its journal, and takes what proves itself.
#[must_use]
pub fn rescue(database: &[u8], journal: &[u8]) -> Rescued {
    pages::sizes(database, journal)
        .into_iter()
        .map(|size| Search::new(Pages::new(database, journal, size)).rescued())
        .find(|rescued| *rescued != Rescued::default())
        .unwrap_or_default()
}

/// What was found so far.
struct Search<'a> {
    pages: Pages<'a>,
    /// By number, the newest first.
    runs: BTreeMap<i64, Vec<RunRow>>,
    links: Links,
    texts: HashMap<Hash, String>,
    /// Images that hold the rest of a record that is proved.
    rests: HashSet<usize>,
}

impl<'a> Search<'a> {
    /// Looks for what only ever grows.
    fn new(pages: Pages<'a>) -> Self {
        let mut search = Self {
            pages,
            runs: BTreeMap::new(),
            links: Links::default(),
            texts: HashMap::new(),
            rests: HashSet::new(),
        };
        let mut seen = HashSet::new();
        for at in 0..search.pages.images.len() {
            for cell in search.cells(at).cells {
                if !cell.head.shape.changes() && seen.insert(cell.bytes) {
                    search.take(cell);
                }
            }
        }
        search
    }

    fn cells(&self, image: usize) -> cells::Cells<'a> {
        let Some(image) = self.pages.images.get(image) else { return cells::Cells::default() };
        cells::cells(image.bytes, image.page == 1, self.pages.size)
    }

    /// Takes a run, an event or a text.
    fn take(&mut self, cell: cells::Cell<'_>) {
        let mut versions = Versions::of(cell, &self.pages);
        while let Some((record, images)) = versions.next(&mut self.pages) {
            let Some(values) = cell.head.values(&record) else { continue };
            match cell.head.shape {
                Shape::Run => {
                    let Some(row) = rows::run(&values) else { continue };
                    self.runs.entry(row.number).or_default().push(row);
                }
                Shape::Text => {
                    let Some((hash, body)) = rows::text(&values) else { continue };
                    self.texts.insert(hash, body);
                }
                // Which version of an event is the right one, only the chain can say.
                _ => {
                    self.links.add(&values, images);
                    continue;
                }
            }
            self.rests.extend(images);
            return;
        }
    }

    fn rescued(mut self) -> Rescued {
        let mut rescued = Rescued::default();
        let mut numbers = Vec::new();
        for (number, versions) in std::mem::take(&mut self.runs) {
            if let Some(run) = self.run(number, &versions) {
                rescued.runs.push(run);
                numbers.push(number);
            }
        }
        let changing = self.changing();
        rescued.people = changing.people.into_values().map(|(_, row)| row).collect();
        rescued.settings = changing.settings.into_values().map(|(_, row)| row).collect();
        rescued.backups = changing.backups.into_values().map(|(_, row)| row).collect();
        for ((number, place), (_, body)) in changing.drafts {
            // A draft of a run that is gone is of no use.
            let run = numbers.binary_search(&number).ok().and_then(|at| rescued.runs.get_mut(at));
            if let Some(run) = run {
                run.drafts.push((place, body));
            }
        }
        rescued
    }

    /// A run, of all its rows that were found, the newest first.
    fn run(&mut self, number: i64, rows: &[RunRow]) -> Option<RescuedRun> {
        let newest = rows.first()?;
        // The number was given anew, if another run has it in an older image.
        let rows = || rows.iter().rev().filter(|row| row.run == newest.run && row.header == newest.header);
        let last = rows().max_by_key(|row| (row.events, row.touched))?;
        let mut header: Header = serde_json::from_str(&last.header).ok()?;
        let (run, person) = (RunId::new(&last.run).ok()?, PersonId::new(&last.person).ok()?);
        let ends = rows().map(|row| (row.events, row.head)).collect();
        let proven = self.links.walk(number, &last.header, &ends);
        self.rests.extend(proven.images);
        let mut lost = Vec::new();
        header.kept.clear();
        for (name, hash) in &header.hashes {
            match Hash::of_hex(hash).and_then(|hash| self.text(hash)) {
                Some(text) => {
                    header.kept.insert(name.clone(), text);
                }
                None => lost.push(name.clone()),
            }
        }
        let of = u32::try_from(last.events.max(0)).unwrap_or(u32::MAX);
        Some(RescuedRun {
            new: NewRun { run, person, header, began: timestamp(last.began) },
            touched: timestamp(last.touched),
            of: of.max(u32::try_from(proven.events.len()).unwrap_or(u32::MAX)),
            events: proven.events,
            drafts: Vec::new(),
            lost,
        })
    }

    /// A text that a run was played with. If it is not in the file, it may be built into this program.
    fn text(&self, hash: Hash) -> Option<String> {
        static BUNDLED: std::sync::LazyLock<HashMap<Hash, &str>> = std::sync::LazyLock::new(|| {
            let files = bundled::scenarios().into_iter().flat_map(|scenario| scenario.files);
            let texts = files.chain(bundled::practice_texts());
            texts.map(|text| (Hash::of_text(text.text), text.text)).collect()
        });
        self.texts.get(&hash).cloned().or_else(|| BUNDLED.get(&hash).map(|text| (*text).to_owned()))
    }

    /// Looks for what is written over, or goes.
    fn changing(&mut self) -> Newest {
        let mut newest = Newest::default();
        let free = self.pages.free();
        let used = self.pages.of.iter().filter(|(page, _)| !free.contains(page));
        let used: Vec<Vec<usize>> = used.map(|(_, images)| images.clone()).collect();
        for images in used {
            for at in images {
                if self.rests.contains(&at) {
                    break;
                }
                let found = self.cells(at);
                for cell in found.cells.into_iter().filter(|cell| cell.head.shape.changes()) {
                    let mut versions = Versions::of(cell, &self.pages);
                    while let Some((record, _)) = versions.next(&mut self.pages) {
                        if let Some(row) = cell.head.values(&record).and_then(|values| rows::changing(&values)) {
                            newest.add(at, row);
                            break;
                        }
                    }
                }
                let sure = self.pages.images.get(at).is_none_or(|image| match image.place {
                    Place::Frame { intact } => intact,
                    Place::Database => found.sound,
                });
                if sure {
                    break;
                }
            }
        }
        newest
    }
}

/// The newest rows of what changes, each with the image that it is from.
#[derive(Default)]
struct Newest {
    drafts: BTreeMap<(i64, String), (usize, String)>,
    people: BTreeMap<String, (usize, PersonRow)>,
    settings: BTreeMap<String, (usize, SettingRow)>,
    backups: BTreeMap<String, (usize, BackupRow)>,
}

impl Newest {
    fn add(&mut self, image: usize, row: Changing) {
        /// Images are in order, the newest first.
        fn put<K: Ord, R>(rows: &mut BTreeMap<K, (usize, R)>, key: K, image: usize, row: R) {
            if rows.get(&key).is_none_or(|(other, _)| image < *other) {
                rows.insert(key, (image, row));
            }
        }
        match row {
            Changing::Draft(row) => put(&mut self.drafts, (row.run, row.place), image, row.body),
            Changing::Person(row) => put(&mut self.people, row.id.clone(), image, row),
            Changing::Setting(row) => put(&mut self.settings, row.name.clone(), image, row),
            Changing::Backup(row) => put(&mut self.backups, row.path.clone(), image, row),
        }
    }
}

/// Seconds since 1970. Those that are no time any more become the nearest that is.
fn timestamp(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or(if seconds < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

#[cfg(test)]
#[cfg(feature = "store")]
mod tests;
