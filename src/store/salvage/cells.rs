//! The cells of a page: where the records lie.
//!
//! See "B-tree Pages" and "Cell Payload Overflow Pages" in <https://www.sqlite.org/fileformat2.html>. If a page adds up
//! (each of its bytes belongs to one cell, or is known to be free), the cells that it lists are all there is. If it does
//! not, every byte of it is tried as the beginning of a record as well: whatever was damaged, be it the page's kind, the
//! number of cells, a pointer or a length, the records themselves may be whole. Any page can be looked at, for what
//! is no row proves nothing.

use super::records::{Head, varint};

/// A record in a page.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    pub head: Head,
    /// What lies in the page itself.
    pub local: &'a [u8],
    /// The page with the rest, if there is one.
    pub overflow: Option<u32>,
    /// All of these bytes: two cells with the same ones are the same.
    pub bytes: &'a [u8],
}

/// What was found in a page.
#[derive(Debug, Default)]
pub struct Cells<'a> {
    /// It adds up, as a page of a table of ours.
    pub sound: bool,
    pub cells: Vec<Cell<'a>>,
}

/// Takes the cells of a page. In the first one, the file's own header comes before everything else.
pub fn cells(page: &[u8], first: bool, size: usize) -> Cells<'_> {
    if let Some(starts) = listed(page, if first { 100 } else { 0 }, size) {
        let cells = starts.into_iter().filter_map(|start| cell(page, start, size)).collect();
        return Cells { sound: true, cells };
    }
    Cells { sound: false, cells: (0..page.len()).filter_map(|start| cell(page, start, size)).collect() }
}

/// The record that begins here. Its length comes from its own head: the one before it is not needed.
fn cell(page: &[u8], start: usize, size: usize) -> Option<Cell<'_>> {
    let bytes = page.get(start..)?;
    let head = Head::read(bytes)?;
    let (length, spills) = local(head.total, size);
    let (local, behind) = bytes.split_at_checked(length)?;
    let overflow = if spills { Some(big_endian_32(behind)?) } else { None };
    let bytes = bytes.get(..length + if spills { 4 } else { 0 })?;
    Some(Cell { head, local, overflow, bytes })
}

/// How much of a record lies in the page itself, and whether there is more.
pub fn local(total: usize, size: usize) -> (usize, bool) {
    // No file of ours reserves bytes at the end of its pages: a header that says so is damaged.
    let most = (size - 12) * 64 / 255 - 23;
    if total <= most {
        return (total, false);
    }
    let least = (size - 12) * 32 / 255 - 23;
    let even = least + (total - least) % (size - 4);
    (if even <= most { even } else { least }, true)
}

/// Where the records begin that a page lists, if it adds up.
fn listed(page: &[u8], header: usize, size: usize) -> Option<Vec<usize>> {
    if page.len() != size {
        return None;
    }
    let field = |at: usize| big_endian_16(page.get(header + at..)?);
    let (pointers, child) = match page.get(header)? {
        0x0A => (header + 8, 0),
        0x02 => (header + 12, 4),
        _ => return None,
    };
    let count = field(3)?;
    // Nought stands for 65,536.
    let content = Some(field(5)?).filter(|content| *content > 0).unwrap_or(65_536);
    let pointers = page.get(pointers..pointers + 2 * count)?;
    if header + 8 + child + pointers.len() > content {
        return None;
    }
    let (mut starts, mut spans) = (Vec::with_capacity(count), Vec::with_capacity(count));
    for pointer in pointers.chunks_exact(2) {
        let at = big_endian_16(pointer)?;
        let (total, read) = varint(page.get(at + child..)?)?;
        let total = usize::try_from(total).ok()?;
        let (length, spills) = local(total, size);
        let length = (child + read + length + if spills { 4 } else { 0 }).max(4);
        starts.push(at + child + read);
        spans.push((at, at + length));
    }
    let mut block = field(1)?;
    while block != 0 {
        let next = big_endian_16(page.get(block..)?)?;
        let length = big_endian_16(page.get(block + 2..)?)?;
        if length < 4 || next != 0 && next <= block {
            return None;
        }
        spans.push((block, block + length));
        block = next;
    }
    spans.sort_unstable();
    // What lies between two of them are fragments, too small for a list.
    let (mut end, mut fragments) = (content, 0);
    for (from, to) in spans {
        fragments += from.checked_sub(end)?;
        end = to;
    }
    fragments += size.checked_sub(end)?;
    (fragments == usize::from(*page.get(header + 7)?)).then_some(starts)
}

/// Two bytes, the higher one first.
fn big_endian_16(bytes: &[u8]) -> Option<usize> {
    bytes.first_chunk().map(|bytes| usize::from(u16::from_be_bytes(*bytes)))
}

/// Four bytes, the highest one first.
pub fn big_endian_32(bytes: &[u8]) -> Option<u32> {
    bytes.first_chunk().map(|bytes| u32::from_be_bytes(*bytes))
}
