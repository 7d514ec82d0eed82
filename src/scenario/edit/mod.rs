//! Changes to the text of a `panel.ron`, which belongs to its author; and the text of a new `invitation.ron`.
//!
//! In goes the text as it is, and what is to change; out comes the new text. Every comment, every blank line and the
//! order of what is there stay, and nothing is touched that need not be. What is new is laid out as the panels of the
//! bundled scenarios are.
//!
//! Before a new text is given out it is read, and has to be the old panel with that one change: a mistake in here ends
//! in [`Unchanged::WentWrong`], never in a wrong file. Old texts have to be equal byte for byte. A new one may be
//! broken into lines, and has to be equal as it is shown ([`folded`](crate::scenario::model::folded)); if it would not
//! be, it is written on one line.

mod check;
mod invitation;
mod lines;
mod page;
mod print;
mod quoted;
mod reviewer;
mod written;

pub use self::invitation::invitation;

use self::check::Fresh;
use self::lines::{Change, Lines, New, apply};
use self::page::STEP;
use self::written::{Bracket, Written};
use super::parse;
use super::raw::panel::{Review, Reviewer, Sheet};
use super::raw::{Id, Panel};
use crate::diag::Diagnostic;
use crate::source::Source;

/// The name of the text in diagnostics.
const NAME: &str = "panel.ron";

/// Why a text was left as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unchanged {
    /// The old text has mistakes, which its author has to mend first. Their file is called `panel.ron`.
    #[error("the panel can't be read")]
    CantBeRead { found: Vec<Diagnostic> },
    /// The old text can be read, but not so that every part of it can be found again.
    #[error("the panel is written in a way that can't be changed from here")]
    Unusual,
    #[error("there is a reviewer \"{id}\" already")]
    ReviewerThere { id: Id },
    #[error("there is no reviewer \"{id}\"")]
    NoReviewer { id: Id },
    #[error("\"{by}\" has a review of \"{decision}\" in the situation \"{situation}\" already, in these words")]
    ReviewThere { by: Id, decision: Id, situation: Id },
    #[error("\"{by}\" has no review of \"{decision}\" in the situation \"{situation}\" in those words")]
    NothingToMove { by: Id, decision: Id, situation: Id },
    /// A new text holds a character that no file may hold, not even as an escape.
    #[error("the character U+{:04X} can't be written", u32::from(*character))]
    Unwritable { character: char },
    /// A mistake of this program, or a panel that has become too large. With what was found in the text that was not
    /// given out.
    #[error("the change would not have been right, and nothing was changed")]
    WentWrong { found: Vec<Diagnostic> },
}

/// The text of a panel without reviewers and sheets, to begin with. It can be read; `check` asks for more.
///
/// # Errors
/// If the id can't be written.
pub fn new_panel(scenario: &str) -> Result<String, Unchanged> {
    let format = parse::FORMAT;
    let text = format!(
        "// Reviews by decision and situation. `wording` is filled in by a tool.\nPanel(\n{STEP}format: {format}, \
         scenario: {},\n\n{STEP}reviewers: [],\n\n{STEP}sheets: [],\n)\n",
        quoted::quoted(scenario)
    );
    let expected = Panel { format, scenario: scenario.to_owned(), reviewers: Vec::new(), sheets: Vec::new() };
    check::checked(text, expected, None)
}

/// Adds a reviewer behind those who are there.
///
/// # Errors
/// If there is one of that id, or the text can't be changed.
pub fn add_reviewer(text: &str, reviewer: &Reviewer) -> Result<String, Unchanged> {
    let old = Old::read(text)?;
    if old.reviewer(&reviewer.id).is_ok() {
        return Err(Unchanged::ReviewerThere { id: reviewer.id.clone() });
    }
    let lines = old.lines();
    let list = old.written.list("reviewers").ok_or(Unchanged::Unusual)?;
    let changes = lines.insert(list, list.parts.len().checked_sub(1), |indent| New {
        text: print::reviewer(reviewer, indent, lines.line_end),
        behind: String::new(),
    });
    let mut expected = old.panel.clone();
    expected.reviewers.push(reviewer.clone());
    let fresh = Fresh::Reviewer(old.panel.reviewers.len());
    old.changed(changes, expected, Some(fresh))
}

/// Adds a review behind those in the sheet of its decision, situation and wording. If there is none, one is put behind
/// the last sheet of the decision, or behind all sheets.
///
/// # Errors
/// If the reviewer is not there or has a review in that sheet, or the text can't be changed.
pub fn add_review(
    text: &str,
    decision: &str,
    situation: &str,
    wording: &str,
    review: &Review,
) -> Result<String, Unchanged> {
    let old = Old::read(text)?;
    let key = [decision, situation, wording];
    old.reviewer(&review.by)?;
    if old.review(key, &review.by).is_some() {
        return Err(there(&review.by, key));
    }
    let lines = old.lines();
    let printed = |indent: &str| New { text: print::review(review, indent, lines.line_end), behind: String::new() };
    let mut expected = old.panel.clone();
    let (changes, fresh) = if let Some(sheet) = old.sheet(key) {
        expected.sheets[sheet].reviews.push(review.clone());
        (old.insert_review(&lines, sheet, printed)?, Fresh::Review(sheet, old.panel.sheets[sheet].reviews.len()))
    } else {
        let of_decision = old.panel.sheets.iter().rposition(|sheet| sheet.decision == decision);
        let behind = of_decision.or_else(|| old.panel.sheets.len().checked_sub(1));
        let place = behind.map_or(0, |behind| behind + 1);
        expected.sheets.insert(place, sheet_of(key, review.clone()));
        (old.insert_sheet(&lines, behind, key, printed)?, Fresh::Review(place, 0))
    };
    old.changed(changes, expected, Some(fresh))
}

/// Takes out a reviewer with all their reviews, and sheets in which no review is left. Comments directly above what
/// goes, and behind it on its last line, go with it.
///
/// # Errors
/// If the reviewer is not there, or the text can't be changed.
pub fn remove_reviewer(text: &str, id: &str) -> Result<String, Unchanged> {
    let old = Old::read(text)?;
    old.reviewer(id)?;
    let lines = old.lines();
    let list = old.written.list("reviewers").ok_or(Unchanged::Unusual)?;
    let gone: Vec<usize> = (0..list.parts.len()).filter(|place| old.panel.reviewers[*place].id == id).collect();
    let mut changes = lines.remove(list, &gone);
    changes.extend(old.remove_reviews(&lines, |_, review| review.by == id)?);
    let mut expected = old.panel.clone();
    expected.reviewers.retain(|reviewer| reviewer.id != id);
    remove_from(&mut expected.sheets, |_, review| review.by == id);
    old.changed(changes, expected, None)
}

/// Changes the fields of a reviewer where they stand. A new id is written into their reviews as well. Comments that
/// name the old one stay as they are.
///
/// # Errors
/// If the reviewer is not there or somebody else has the new id, or the text can't be changed.
pub fn set_reviewer(text: &str, id: &str, reviewer: &Reviewer) -> Result<String, Unchanged> {
    let old = Old::read(text)?;
    let place = old.reviewer(id)?;
    let lines = old.lines();
    let mut expected = old.panel.clone();
    let written = old.written.item("reviewers", place).ok_or(Unchanged::Unusual)?;
    let mut changes =
        reviewer::set(&lines, written, &old.panel.reviewers[place], reviewer).ok_or(Unchanged::Unusual)?;
    if id != reviewer.id {
        if old.reviewer(&reviewer.id).is_ok() {
            return Err(Unchanged::ReviewerThere { id: reviewer.id.clone() });
        }
        for (sheet, review) in
            old.reviews().filter(|(sheet, review)| old.panel.sheets[*sheet].reviews[*review].by == id)
        {
            let written = old.written.item("sheets", sheet).and_then(|sheet| sheet.item("reviews", review));
            let by = written.and_then(|review| review.field("by")).ok_or(Unchanged::Unusual)?;
            changes.push(Change { range: by.range.clone(), new: quoted::quoted(&reviewer.id) });
            expected.sheets[sheet].reviews[review].by.clone_from(&reviewer.id);
        }
    }
    expected.reviewers[place] = reviewer.clone();
    old.changed(changes, expected, Some(Fresh::Reviewer(place)))
}

/// Moves a reviewer's review to the sheet of another wording, byte for byte, with its comments. If there is no such
/// sheet, one is put right behind the old one. If no review is left in the old one, it goes: everybody stands by what
/// they said, and so does the synthesis, which goes to the new sheet if that has none.
///
/// # Errors
/// If the reviewer or the review is not there, or there is one already where it should go, or the text can't be
/// changed.
pub fn move_reviews(
    text: &str,
    reviewer: &str,
    decision: &str,
    situation: &str,
    from_wording: &str,
    to_wording: &str,
) -> Result<String, Unchanged> {
    let old = Old::read(text)?;
    old.reviewer(reviewer)?;
    let [from, to] = [from_wording, to_wording].map(|wording| [decision, situation, wording]);
    let found = if from == to { None } else { old.review(from, reviewer) };
    let Some((sheet, place)) = found else {
        let (decision, situation) = (decision.to_owned(), situation.to_owned());
        return Err(Unchanged::NothingToMove { by: reviewer.to_owned(), decision, situation });
    };
    if old.review(to, reviewer).is_some() {
        return Err(there(reviewer, to));
    }
    let lines = old.lines();
    let list = old.written.item("sheets", sheet).and_then(|sheet| sheet.list("reviews"));
    let whole = |_: &str| list.and_then(|list| lines.whole(list, place)).unwrap_or_default();
    let mut expected = old.panel.clone();
    let review = expected.sheets[sheet].reviews[place].clone();
    // First it stands in both sheets, then it is taken out of the old one.
    let changes = if let Some(target) = old.sheet(to) {
        expected.sheets[target].reviews.push(review);
        old.insert_review(&lines, target, whole)?
    } else {
        expected.sheets.insert(sheet + 1, sheet_of(to, review));
        old.insert_sheet(&lines, Some(sheet), to, whole)?
    };
    let between = old.changed(changes, expected.clone(), None)?;
    let both = Old::read(&between)?;
    let is_old = |at: (usize, usize), _: &Review| at == (sheet, place);
    let mut changes = both.remove_reviews(&both.lines(), is_old)?;
    if let [_] = expected.sheets[sheet].reviews.as_slice()
        && let Some(target) = both.sheet(to)
        && let Some(synthesis) = both.synthesis_for(sheet, target)
    {
        changes.push(synthesis);
        expected.sheets[target].synthesis = expected.sheets[sheet].synthesis.clone();
    }
    remove_from(&mut expected.sheets, is_old);
    both.changed(changes, expected, None)
}

/// A sheet with its first review.
fn sheet_of([decision, situation, wording]: [&str; 3], review: Review) -> Sheet {
    let [decision, situation, wording] = [decision, situation, wording].map(str::to_owned);
    Sheet { decision, situation, wording, synthesis: None, reviews: vec![review] }
}

fn there(by: &str, [decision, situation, _]: [&str; 3]) -> Unchanged {
    let [by, decision, situation] = [by, decision, situation].map(str::to_owned);
    Unchanged::ReviewThere { by, decision, situation }
}

/// Takes reviews out of sheets, and sheets that are emptied by it.
fn remove_from(sheets: &mut Vec<Sheet>, is_gone: impl Fn((usize, usize), &Review) -> bool) {
    let mut sheet_at = 0;
    sheets.retain_mut(|sheet| {
        let before = sheet.reviews.len();
        let mut at = 0;
        sheet.reviews.retain(|review| {
            at += 1;
            !is_gone((sheet_at, at - 1), review)
        });
        sheet_at += 1;
        before == sheet.reviews.len() || !sheet.reviews.is_empty()
    });
}

/// A text that is to be changed, as it was read.
struct Old<'a> {
    /// A byte-order mark, if it begins with one.
    mark: &'a str,
    source: Source,
    panel: Panel,
    written: Written,
}

impl<'a> Old<'a> {
    fn read(text: &'a str) -> Result<Self, Unchanged> {
        let source = Source::new(NAME, text);
        let panel = parse::panel(&source).map_err(|found| Unchanged::CantBeRead { found })?;
        let written = Written::of(&source).ok_or(Unchanged::Unusual)?;
        let mark = &text[..text.len() - source.text.len()];
        let old = Self { mark, source, panel, written };
        if old.is_found_whole() { Ok(old) } else { Err(Unchanged::Unusual) }
    }

    /// Whether all that was read was found in the text.
    fn is_found_whole(&self) -> bool {
        let count = |list: Option<&Bracket>| list.map(|list| list.parts.len());
        count(self.written.list("reviewers")) == Some(self.panel.reviewers.len())
            && count(self.written.list("sheets")) == Some(self.panel.sheets.len())
            && self.panel.sheets.iter().enumerate().all(|(place, sheet)| {
                let written = self.written.item("sheets", place);
                count(written.and_then(|written| written.list("reviews"))) == Some(sheet.reviews.len())
            })
    }

    fn lines(&self) -> Lines<'_> {
        Lines::new(&self.source.text)
    }

    fn reviewer(&self, id: &str) -> Result<usize, Unchanged> {
        let place = self.panel.reviewers.iter().position(|reviewer| reviewer.id == id);
        place.ok_or_else(|| Unchanged::NoReviewer { id: id.to_owned() })
    }

    fn sheets_of<'k>(&'k self, [decision, situation, wording]: [&'k str; 3]) -> impl Iterator<Item = usize> + 'k {
        let is_it = move |sheet: &Sheet| {
            sheet.decision == decision && sheet.situation == situation && sheet.wording == wording
        };
        (0..self.panel.sheets.len()).filter(move |place| is_it(&self.panel.sheets[*place]))
    }

    fn sheet(&self, key: [&str; 3]) -> Option<usize> {
        self.sheets_of(key).next()
    }

    /// The sheet and the place of a reviewer's review.
    fn review(&self, key: [&str; 3], by: &str) -> Option<(usize, usize)> {
        self.sheets_of(key).find_map(|sheet| {
            let place = self.panel.sheets[sheet].reviews.iter().position(|review| review.by == by)?;
            Some((sheet, place))
        })
    }

    /// The places of all reviews: sheet and place in it.
    fn reviews(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let sheets = self.panel.sheets.iter().enumerate();
        sheets.flat_map(|(sheet, of)| (0..of.reviews.len()).map(move |review| (sheet, review)))
    }

    fn insert_review(
        &self,
        lines: &Lines<'_>,
        sheet: usize,
        review: impl Fn(&str) -> New,
    ) -> Result<Vec<Change>, Unchanged> {
        let list = self.written.item("sheets", sheet).and_then(|sheet| sheet.list("reviews"));
        let list = list.ok_or(Unchanged::Unusual)?;
        Ok(lines.insert(list, list.parts.len().checked_sub(1), review))
    }

    fn insert_sheet(
        &self,
        lines: &Lines<'_>,
        behind: Option<usize>,
        key: [&str; 3],
        review: impl Fn(&str) -> New,
    ) -> Result<Vec<Change>, Unchanged> {
        let list = self.written.list("sheets").ok_or(Unchanged::Unusual)?;
        Ok(lines.insert(list, behind, |indent| {
            let New { text, behind } = review(&print::in_a_sheet(indent));
            let text = print::sheet(key, &format!("{text},{behind}"), indent, lines.line_end);
            New { text, behind: String::new() }
        }))
    }

    /// Puts the synthesis of one sheet, as it is written, into another that has none: in front of its reviews.
    fn synthesis_for(&self, sheet: usize, target: usize) -> Option<Change> {
        let part = |sheet: usize, name: &str| {
            let fields = self.written.item("sheets", sheet)?.inside.as_ref()?;
            fields.parts.get(fields.place_of(name)?)
        };
        if part(target, "synthesis").is_some() {
            return None;
        }
        let text = &self.source.text;
        let synthesis = text.get(part(sheet, "synthesis")?.range.clone())?;
        let at = part(target, "reviews")?.range.start;
        // What the reviews have in front of them on their line goes in front of them again.
        let line = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
        let indent = text.get(line..at).filter(|before| before.trim().is_empty());
        let between = indent.map_or(" ".to_owned(), |indent| format!("{}{indent}", self.lines().line_end));
        Some(Change::insert(at, format!("{synthesis},{between}")))
    }

    /// Takes out reviews, and sheets that are emptied by it.
    fn remove_reviews(
        &self,
        lines: &Lines<'_>,
        is_gone: impl Fn((usize, usize), &Review) -> bool,
    ) -> Result<Vec<Change>, Unchanged> {
        let sheets = self.written.list("sheets").ok_or(Unchanged::Unusual)?;
        let mut changes = Vec::new();
        let mut emptied = Vec::new();
        for (place, sheet) in self.panel.sheets.iter().enumerate() {
            let gone: Vec<usize> =
                (0..sheet.reviews.len()).filter(|at| is_gone((place, *at), &sheet.reviews[*at])).collect();
            if gone.is_empty() {
                continue;
            }
            if gone.len() == sheet.reviews.len() {
                emptied.push(place);
                continue;
            }
            let list = self.written.item("sheets", place).and_then(|sheet| sheet.list("reviews"));
            changes.extend(lines.remove(list.ok_or(Unchanged::Unusual)?, &gone));
        }
        if !emptied.is_empty() {
            changes.extend(lines.remove(sheets, &emptied));
        }
        Ok(changes)
    }

    /// The new text, if it says what it should.
    fn changed(&self, changes: Vec<Change>, expected: Panel, fresh: Option<Fresh>) -> Result<String, Unchanged> {
        let text = check::checked(apply(&self.source.text, changes), expected, fresh)?;
        Ok(format!("{}{text}", self.mark))
    }
}

#[cfg(test)]
mod tests;
