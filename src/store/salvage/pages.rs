//! Every image of every page: in the database, and in the frames of its journal.
//!
//! See "The Database Header", "The Freelist" and "WAL File Format" in <https://www.sqlite.org/fileformat2.html>. SQLite
//! takes nothing behind the first frame of the journal that is damaged. Here every frame is looked at; how far it is
//! to be relied on only says which of two rows is the newer one:
//!
//! 1. the frames of what was committed since the journal began anew, the last one first;
//! 2. the database;
//! 3. the frames behind: what was begun and not committed, and what is left from the time before. All of that is in the
//!    database already, or never was.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::cells::{Cell, big_endian_32};

/// How the header of the file begins.
const MAGIC: &[u8] = b"SQLite format 3\0";

const JOURNAL_HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// How many images are tried for each overflow page of a record, on average.
const VERSIONS: usize = 8;

/// The sizes that the pages may have, the likeliest first.
pub fn sizes(database: &[u8], journal: &[u8]) -> Vec<usize> {
    let of_database =
        database.get(16..18).filter(|_| database.starts_with(MAGIC)).and_then(|bytes| bytes.first_chunk()).map(
            |bytes| match u16::from_be_bytes(*bytes) {
                1 => 65_536,
                size => usize::from(size),
            },
        );
    let of_journal = journal.get(8..).and_then(big_endian_32).and_then(|size| usize::try_from(size).ok());
    let mut sizes = Vec::new();
    let likely = of_database.into_iter().chain(of_journal).chain([4096]);
    for size in likely.chain((9..=16).map(|power| 1 << power)) {
        if size.is_power_of_two() && (512..=65_536).contains(&size) && !sizes.contains(&size) {
            sizes.push(size);
        }
    }
    sizes
}

/// A page as it was at some time.
#[derive(Debug, Clone, Copy)]
pub struct Image<'a> {
    /// Its number, from 1.
    pub page: u32,
    /// Fewer than there should be, if the file ends in it.
    pub bytes: &'a [u8],
    pub place: Place,
}

/// Where an image lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Database,
    /// In a frame of the journal. Its checksum holds, if it is intact.
    Frame {
        intact: bool,
    },
}

/// Every image, the newest first.
#[derive(Debug)]
pub struct Pages<'a> {
    /// Bytes of a page.
    pub size: usize,
    pub images: Vec<Image<'a>>,
    /// Which images there are of a page, the newest first.
    pub of: BTreeMap<u32, Vec<usize>>,
    /// How many overflow pages may still be followed. A whole file needs each once.
    steps: usize,
}

impl<'a> Pages<'a> {
    /// Takes them all, of this size.
    pub fn new(database: &'a [u8], journal: &'a [u8], size: usize) -> Self {
        let (committed, behind) = frames(journal, size);
        let stored = (1..)
            .zip(database.chunks(size))
            .map(|(page, bytes)| Image { page, bytes, place: Place::Database })
            .take_while(|image| image.page < u32::MAX);
        let (mut images, mut of) = (Vec::new(), BTreeMap::<u32, Vec<usize>>::new());
        let mut seen = HashSet::new();
        for image in committed.into_iter().chain(stored).chain(behind) {
            // What was copied from the journal to the database, and not changed since, is there twice.
            if seen.insert((image.page, image.bytes)) {
                of.entry(image.page).or_default().push(images.len());
                images.push(image);
            }
        }
        let steps = images.len().saturating_mul(16).saturating_add(1024);
        Self { size, images, of, steps }
    }

    /// The newest image of a page.
    fn newest(&self, page: u32) -> Option<&'a [u8]> {
        self.images.get(*self.of.get(&page)?.first()?).map(|image| image.bytes)
    }

    /// The pages that are in no table; none if the list of them is damaged.
    pub fn free(&self) -> BTreeSet<u32> {
        let listed = || {
            let header = self.newest(1).filter(|header| header.starts_with(MAGIC))?;
            let mut free = BTreeSet::new();
            let mut trunk = big_endian_32(header.get(32..)?)?;
            while trunk != 0 {
                let page = self.newest(trunk).filter(|_| free.insert(trunk))?;
                let count = usize::try_from(big_endian_32(page.get(4..)?)?).ok()?;
                free.extend(page.get(8..)?.chunks_exact(4).take(count).filter_map(big_endian_32));
                trunk = big_endian_32(page)?;
            }
            let count = big_endian_32(header.get(36..)?)?;
            (usize::try_from(count) == Ok(free.len())).then_some(free)
        };
        listed().unwrap_or_default()
    }
}

/// The frames of the journal, the last first: those that were committed since it began anew, and those behind them.
fn frames(journal: &[u8], size: usize) -> (Vec<Image<'_>>, Vec<Image<'_>>) {
    let Some((header, rest)) = journal.split_at_checked(JOURNAL_HEADER) else { return (Vec::new(), Vec::new()) };
    let frames: Vec<_> =
        rest.chunks(FRAME_HEADER + size).filter_map(|chunk| chunk.split_at_checked(FRAME_HEADER)).collect();
    let of_header = header.get(16..24).unwrap_or_default();
    let salts = |frame: &[u8]| frame.get(8..16).map(<[u8]>::to_vec).unwrap_or_default();
    // The first frame is always one of this time. If it says another time than the header, one of both is damaged.
    let now = match frames.first() {
        Some((first, _)) if frames.iter().all(|(frame, _)| salts(frame) != of_header) => salts(first),
        _ => of_header.to_vec(),
    };
    let commits = |frame: &[u8]| frame.get(4..8).is_some_and(|pages| pages != [0; 4]);
    let committed = frames.iter().rposition(|(frame, _)| salts(frame) == now && commits(frame));
    let mut before = header.get(24..32).unwrap_or_default();
    let mut images = Vec::with_capacity(frames.len());
    for (frame, bytes) in &frames {
        let (head, sum) = frame.split_at_checked(16).unwrap_or_default();
        let covered = head.get(..8).unwrap_or_default();
        // The header says in which order the bytes were taken, unless it is damaged: either will do.
        let holds =
            |high_first| checksum(checksum(pair(before), covered, high_first), bytes, high_first) == pair(sum);
        let intact = salts(frame) == now && bytes.len() == size && (holds(false) || holds(true));
        before = sum;
        let page = big_endian_32(frame).unwrap_or_default();
        images.push(Image { page, bytes, place: Place::Frame { intact } });
    }
    let mut behind = images.split_off(committed.map_or(0, |last| last + 1));
    images.reverse();
    behind.reverse();
    (images, behind)
}

/// A checksum as it is stored.
fn pair(bytes: &[u8]) -> (u32, u32) {
    let word = |at: usize| bytes.get(at..).and_then(big_endian_32).unwrap_or_default();
    (word(0), word(4))
}

/// The checksum of the journal, carried on over these bytes. See "Checksum Algorithm" in the file format.
fn checksum(before: (u32, u32), bytes: &[u8], high_first: bool) -> (u32, u32) {
    let word = |bytes: [u8; 4]| if high_first { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) };
    bytes.as_chunks::<8>().0.iter().fold(before, |(one, two), [a, b, c, d, e, f, g, h]| {
        let one = one.wrapping_add(word([*a, *b, *c, *d])).wrapping_add(two);
        (one, two.wrapping_add(word([*e, *f, *g, *h])).wrapping_add(one))
    })
}

/// The ways to put a record together, of one version or another of each of its overflow pages; the newest first.
#[derive(Debug)]
pub struct Versions<'a> {
    cell: Cell<'a>,
    /// How many overflow pages it needs.
    needed: usize,
    /// The images that were tried last, and the how-manieth of its page each was.
    path: Vec<(usize, usize)>,
    /// How many images may still be tried.
    steps: usize,
}

impl<'a> Versions<'a> {
    /// Of the record of this cell.
    pub fn of(cell: Cell<'a>, pages: &Pages<'_>) -> Self {
        let needed = cell.head.total.saturating_sub(cell.local.len()).div_ceil(pages.size - 4);
        // No file has a record that is longer than all of it.
        let steps = if needed > pages.of.len() { 0 } else { (needed + 1) * VERSIONS };
        Self { cell, needed, path: Vec::new(), steps }
    }

    /// The next one, and the images that it was put together of besides the page itself.
    pub fn next(&mut self, pages: &mut Pages<'_>) -> Option<(Vec<u8>, Vec<usize>)> {
        let Some(first) = self.cell.overflow else {
            return (std::mem::take(&mut self.steps) > 0).then(|| (self.cell.local.to_vec(), Vec::new()));
        };
        loop {
            // Whatever was tried last, the last page of it that has another version is changed.
            let mut version = self.path.pop().map_or(0, |(_, version)| version + 1);
            while self.path.len() < self.needed {
                self.steps = self.steps.checked_sub(1)?;
                pages.steps = pages.steps.checked_sub(1)?;
                let page = match self.path.last() {
                    None => Some(first),
                    Some((image, _)) => pages.images.get(*image).and_then(|image| big_endian_32(image.bytes)),
                };
                match page.and_then(|page| pages.of.get(&page)).and_then(|images| images.get(version)) {
                    Some(image) => {
                        self.path.push((*image, version));
                        version = 0;
                    }
                    None => version = self.path.pop()?.1 + 1,
                }
            }
            if let Some(record) = self.together(pages) {
                return Some((record, self.path.iter().map(|(image, _)| *image).collect()));
            }
        }
    }

    /// The record, of the images that were found; nothing if the file ends before it does.
    fn together(&self, pages: &Pages<'_>) -> Option<Vec<u8>> {
        let mut record = self.cell.local.to_vec();
        for (image, _) in &self.path {
            let wanted = (self.cell.head.total - record.len()).min(pages.size - 4);
            record.extend_from_slice(pages.images.get(*image)?.bytes.get(4..)?.get(..wanted)?);
        }
        Some(record)
    }
}
