//! Reviewers' files into the panel of their scenario.
//!
//! In go the text of the panel and a reviewer's file that `check` has nothing against; out come the new text, and what
//! was taken and what was not. Comments and the order of what is there stay; reviewers come behind those who are there.

use super::said::key;
use crate::scenario::edit::{self, Unchanged};
use crate::scenario::model::{Scenario, folded};
use crate::scenario::parse;
use crate::scenario::raw::panel::{Review, Reviewer, Sheet};
use crate::scenario::raw::{Id, Panel};
use crate::scenario::wording::wording;
use crate::source::Source;

/// What came of one reviewer of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    pub reviewer: Id,
    /// The reviewer was not in the panel before.
    pub is_new: bool,
    /// Reviews that were added.
    pub added: usize,
    /// Of these, answers to words that have changed since: shown as stale and not scored until they are reconfirmed.
    pub stale: Vec<String>,
    /// Reviews that the panel had already, the same in every word.
    pub already: usize,
    /// Questions that the panel has another review of by this reviewer: it stays.
    pub differs: Vec<String>,
    /// Questions that the scenario has no longer: their reviews are left out.
    pub gone: Vec<String>,
    /// Questions of today without a review by this reviewer.
    pub unanswered: Vec<String>,
    /// How many questions there are today.
    pub questions: usize,
}

/// Why a reviewer was not taken. The panel is as it was before them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTaken {
    /// Somebody else has that id in the panel: another role, or other years.
    SomebodyElse { reviewer: Id },
    /// Another reviewer of the panel has given a review in the very same words: the same person, most likely.
    SameWords { reviewer: Id, as_of: Id, question: String },
    /// There are no reviews in the file.
    Nothing { reviewer: Id },
    /// The panel can't be changed from here.
    Unchanged(Unchanged),
}

/// A reason of fewer letters may be anybody's: "He is ill."
const OWN_WORDS: usize = 40;

/// Adds every reviewer of a file, one after another. What was taken stays taken, whatever becomes of the next.
pub fn add(text: &mut String, theirs: &Panel, scenario: &Scenario) -> Vec<Result<Taken, NotTaken>> {
    let each = theirs.reviewers.iter();
    each.map(|reviewer| {
        let (new, taken) = one(text, theirs, reviewer, scenario)?;
        *text = new;
        Ok(taken)
    })
    .collect()
}

fn one(text: &str, theirs: &Panel, reviewer: &Reviewer, scenario: &Scenario) -> Result<(String, Taken), NotTaken> {
    let id = &reviewer.id;
    let panel = parse::panel(&Source::new("panel.ron", text))
        .map_err(|found| NotTaken::Unchanged(Unchanged::CantBeRead { found }))?;
    let there = panel.reviewers.iter().find(|one| one.id == *id);
    if there.is_some_and(|there| (there.role, there.years) != (reviewer.role, reviewer.years)) {
        return Err(NotTaken::SomebodyElse { reviewer: id.clone() });
    }
    let mut taken = Taken {
        reviewer: id.clone(),
        is_new: there.is_none(),
        added: 0,
        stale: Vec::new(),
        already: 0,
        differs: Vec::new(),
        gone: Vec::new(),
        unanswered: Vec::new(),
        questions: 0,
    };
    let mut new = text.to_owned();
    if taken.is_new {
        new = edit::add_reviewer(&new, reviewer).map_err(NotTaken::Unchanged)?;
    }
    let own = |sheet: &'_ Sheet| sheet.reviews.iter().find(|review| review.by == *id).cloned();
    let mut any = false;
    for sheet in &theirs.sheets {
        let Some(review) = own(sheet) else { continue };
        any = true;
        let question = key(&sheet.decision, &sheet.situation);
        let Some(today) = words_of_today(scenario, sheet) else {
            taken.gone.push(question);
            continue;
        };
        let same = |one: &&Sheet| {
            one.decision == sheet.decision && one.situation == sheet.situation && one.wording == sheet.wording
        };
        if let Some(there) = panel.sheets.iter().filter(same).find_map(own) {
            if shown(&there) == shown(&review) {
                taken.already += 1;
            } else {
                taken.differs.push(question);
            }
            continue;
        }
        if let Some(as_of) = same_words(&panel, sheet, &review) {
            return Err(NotTaken::SameWords { reviewer: id.clone(), as_of, question });
        }
        new = edit::add_review(&new, &sheet.decision, &sheet.situation, &sheet.wording, &review)
            .map_err(NotTaken::Unchanged)?;
        taken.added += 1;
        if sheet.wording != today {
            taken.stale.push(question);
        }
    }
    if !any {
        return Err(NotTaken::Nothing { reviewer: id.clone() });
    }
    if taken.is_new && taken.added == 0 {
        // A reviewer without reviews says nothing.
        new = text.to_owned();
    }
    unanswered(&mut taken, scenario, [&panel, theirs]);
    Ok((new, taken))
}

/// The wording of a sheet's question today; nothing if the scenario has it no longer.
fn words_of_today(scenario: &Scenario, sheet: &Sheet) -> Option<String> {
    let decision = scenario.decision_called(&sheet.decision)?;
    let situations = &scenario.decision(decision).situations;
    let situation = situations.iter().position(|one| one.id == sheet.situation)?;
    Some(wording(scenario, decision, situation))
}

/// Whether a sheet is one that the scenario has no place for any more.
#[must_use]
pub fn is_gone(scenario: &Scenario, sheet: &Sheet) -> bool {
    words_of_today(scenario, sheet).is_none()
}

/// A review as it is shown: how its texts are broken into lines says nothing.
fn shown(review: &Review) -> (String, &crate::scenario::raw::Answer, Option<u8>) {
    (folded(&review.reason), &review.answer, review.sure)
}

/// Somebody else of the panel who answered the same question with the same reason, word for word.
fn same_words(panel: &Panel, sheet: &Sheet, review: &Review) -> Option<Id> {
    let reason = folded(&review.reason);
    if reason.chars().count() < OWN_WORDS {
        return None;
    }
    let of = panel.sheets.iter().filter(|one| one.decision == sheet.decision && one.situation == sheet.situation);
    let mut others = of.flat_map(|one| &one.reviews).filter(|one| one.by != review.by);
    others.find(|one| folded(&one.reason) == reason).map(|one| one.by.clone())
}

/// Looks which questions of today the reviewer has no review of.
fn unanswered(taken: &mut Taken, scenario: &Scenario, panels: [&Panel; 2]) {
    for raw in &scenario.raw().decisions {
        let Some(decision) = scenario.decision_called(&raw.id) else { continue };
        for (at, situation) in raw.situations.iter().enumerate() {
            taken.questions += 1;
            let today = wording(scenario, decision, at);
            let answered = panels.into_iter().flat_map(|panel| &panel.sheets).any(|sheet| {
                sheet.decision == raw.id
                    && sheet.situation == situation.id
                    && sheet.wording == today
                    && sheet.reviews.iter().any(|review| review.by == taken.reviewer)
            });
            if !answered {
                taken.unanswered.push(key(&raw.id, &situation.id));
            }
        }
    }
}
