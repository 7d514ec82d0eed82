//! The risk of serious harm by category, as it was rated over time.
//!
//! In go a run and a case; out come the five categories, each with every rating of it that the trainee may know of and
//! what the level is at present. It never says what the risk "really" is: a level is what somebody wrote, with who,
//! where and why.

use super::file::RatingRow;
use super::look::Look;
use super::parts::Stamp;
use super::words;
use crate::run::Run;
use crate::scenario::ids::CaseId;
use crate::scenario::raw::{Level, Risk};
use crate::text::Message;

/// The five categories of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskOverTime {
    /// Always all five, in the order of the grid.
    pub categories: Vec<CategoryOverTime>,
    /// That nobody has rated anything yet.
    pub none: Option<Message>,
}

/// One category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryOverTime {
    pub risk: Risk,
    /// "The public".
    pub risk_words: Message,
    pub present: Option<Level>,
    /// "Medium", "Not rated".
    pub present_words: Message,
    /// The oldest first.
    pub ratings: Vec<Rated>,
}

/// One rating of a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rated {
    pub at: Stamp,
    /// Who made it: a name, or the trainee.
    pub by: Message,
    /// Where it stands: the file, a form or a decision.
    pub source: Message,
    pub level: Level,
    pub level_words: Message,
    /// What the level was before; nothing for the first.
    pub was: Option<Level>,
    /// "High, was Medium", "Medium, reviewed"; for the first, the level alone.
    pub words: Message,
    /// The reason in its row, if one was given.
    pub why: Option<String>,
}

/// The ratings of a case; nothing if it is not on the desk.
#[must_use]
pub fn risk_over_time(run: &Run, case: &str) -> Option<RiskOverTime> {
    let look = Look::at(run);
    let case = look.on_desk(case)?;
    Some(look.risk_over_time(case))
}

impl Look<'_> {
    pub(super) fn risk_over_time(&self, case: CaseId) -> RiskOverTime {
        let rows = self.ratings(case);
        let categories: Vec<CategoryOverTime> =
            Risk::ALL.iter().map(|risk| self.category_over_time(case, *risk, &rows)).collect();
        let none = categories.iter().all(|category| category.ratings.is_empty() && category.present.is_none());
        RiskOverTime { categories, none: none.then(|| Message::new("risk-none-rated")) }
    }

    fn category_over_time(&self, case: CaseId, risk: Risk, rows: &[RatingRow]) -> CategoryOverTime {
        let mut ratings: Vec<Rated> = Vec::new();
        for row in rows {
            let Some(rated) = row.levels.iter().find(|rated| rated.risk == risk) else { continue };
            let was = ratings.last().map(|last| last.level);
            ratings.push(Rated {
                at: row.at.clone(),
                by: row.by.clone(),
                source: row.source.clone(),
                level: rated.level,
                words: rated_words(rated.level, was),
                level_words: rated.level_words.clone(),
                was,
                why: rated.why.clone(),
            });
        }
        let present = self.present(case, risk);
        CategoryOverTime {
            risk,
            risk_words: words::risk(risk),
            present,
            present_words: present.map_or_else(|| Message::new("risk-not-rated"), words::level),
            ratings,
        }
    }
}

/// A level beside the one before it: "Medium", "Medium, reviewed", "High, was Medium".
pub(super) fn rated_words(level: Level, was: Option<Level>) -> Message {
    match was {
        None => words::level(level),
        Some(was) if was == level => Message::new("risk-reviewed").with("level", words::level(level)),
        Some(was) => Message::new("risk-changed").with("level", words::level(level)).with("was", words::level(was)),
    }
}
