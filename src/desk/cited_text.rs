//! What a trainee wrote, with the citations in it numbered as they are shown.
//!
//! A citation stands in a text as `[id]` of an item. In goes the text; out come its paragraphs in pieces, words and
//! citations. Square brackets round anything that is not on the desk are words like any others.

use super::look::Look;
use crate::run::Run;
use crate::scenario::model::folded;
use crate::scenario::raw::Id;

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Words(String),
    Cite {
        item: Id,
        /// The number that the desk gives it; nothing if it stands only in this text.
        number: Option<usize>,
        title: String,
    },
}

/// A text in paragraphs, each in pieces.
#[must_use]
pub fn cited_text(run: &Run, text: &str) -> Vec<Vec<Piece>> {
    Look::at(run).cited_text(text)
}

impl Look<'_> {
    pub(super) fn cited_text(&self, text: &str) -> Vec<Vec<Piece>> {
        super::look::paragraphs(&folded(text)).iter().map(|paragraph| self.pieces(paragraph)).collect()
    }

    fn pieces(&self, paragraph: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut words = String::new();
        let mut rest = paragraph;
        while let Some((before, after)) = rest.split_once('[') {
            let cite = after.split_once(']').and_then(|(id, behind)| Some((self.cite(id)?, behind)));
            words.push_str(before);
            match cite {
                Some((cite, behind)) => {
                    if !words.is_empty() {
                        pieces.push(Piece::Words(std::mem::take(&mut words)));
                    }
                    pieces.push(cite);
                    rest = behind;
                }
                None => {
                    words.push('[');
                    rest = after;
                }
            }
        }
        words.push_str(rest);
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        pieces
    }

    /// The citation of an item that lies on the desk.
    fn cite(&self, id: &str) -> Option<Piece> {
        let item = self.scenario.item_called(id)?;
        let nth = self.newest(item)?;
        Some(Piece::Cite {
            item: id.to_owned(),
            number: self.numbers_of(item).first().copied(),
            title: self.item_ref(item, nth).title,
        })
    }
}
