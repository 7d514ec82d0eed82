//! Reviewers and reviews against the scenario that they review.
//!
//! In go a panel as it was read and a checked scenario; out come findings in the panel's file. A review counts only if
//! its wording is that of the question today: a review of other words is stale, and never scored.

use crate::diag::{Code, Severity};
use crate::scenario::compile::names::Names;
use crate::scenario::ids::DecisionId;
use crate::scenario::locate::{File, Finding};
use crate::scenario::model::Scenario;
use crate::scenario::raw;
use crate::scenario::raw::panel::{Came, Review, Reviewer, Sheet};
use crate::scenario::wording::{is_wording, wording};

use super::answers::{answer, at, found, names, opened_or_done, same_scenario, sure};
use super::say::listed;
use super::{calendar, well_formed};

/// A sheet has no wording, or none that could be one.
pub const NO_WORDING: Code = Code("D0404");
/// The words that were reviewed have changed since.
pub const STALE: Code = Code("D0405");
/// Two sheets for the same question in the same words.
pub const SHEET_TWICE: Code = Code("D0406");
/// One reviewer answers twice on a sheet.
pub const REVIEWED_TWICE: Code = Code("D0407");
/// A reviewer is drafted from nothing.
pub const FROM_NOTHING: Code = Code("D0408");
/// Something about a reviewer that looks like a person's data.
pub const PERSONAL: Code = Code("D0409");
/// A list that has to hold something is empty.
pub const EMPTY: Code = Code("D0410");

/// Checks a panel against its scenario.
#[must_use]
pub fn panel(panel: &raw::Panel, scenario: &Scenario) -> Vec<Finding> {
    let mut names = names(scenario);
    let mut plain = Vec::new();
    same_scenario(&mut names, &panel.scenario, scenario);
    reviewers(&mut names, panel, &mut plain);
    let ids: Vec<&str> = panel.reviewers.iter().map(|reviewer| reviewer.id.as_str()).collect();
    names.enter_field("sheets");
    for (index, sheet) in panel.sheets.iter().enumerate() {
        names.enter_index(index);
        let question = self::sheet(&mut names, scenario, sheet, &ids);
        if let Some((decision, situation)) = question {
            let same = |other: &&Sheet| {
                other.decision == sheet.decision
                    && other.situation == sheet.situation
                    && other.wording == sheet.wording
            };
            if panel.sheets[..index].iter().any(|other| same(&other)) {
                let message = format!(
                    "there is a sheet above for \"{}\" in the situation \"{}\", in the same words",
                    sheet.decision, sheet.situation
                );
                names.error(SHEET_TWICE, message, Some("put these reviews into that sheet".to_owned()));
            }
            words(&mut names, scenario, sheet, decision, situation);
        }
        names.leave();
    }
    names.leave();
    let mut findings = found(names, File::Panel);
    for finding in &mut findings {
        if finding.code == STALE || finding.code == PERSONAL {
            finding.severity = Severity::Warning;
        }
    }
    plain.iter_mut().for_each(|finding: &mut Finding| finding.file = File::Panel);
    findings.append(&mut plain);
    findings
}

fn reviewers(names: &mut Names<'_>, panel: &raw::Panel, plain: &mut Vec<Finding>) {
    names.enter_field("reviewers");
    if panel.reviewers.is_empty() {
        names.error(EMPTY, "this panel has no reviewers".to_owned(), Some("add one".to_owned()));
    }
    let place = names.place();
    well_formed::local(
        panel.reviewers.iter().map(|reviewer| &reviewer.id),
        "reviewers",
        |index| place.index(index).field("id"),
        plain,
    );
    for (index, reviewer) in panel.reviewers.iter().enumerate() {
        names.enter_index(index);
        self::reviewer(names, reviewer);
        names.leave();
    }
    names.leave();
}

fn reviewer(names: &mut Names<'_>, reviewer: &Reviewer) {
    let texts =
        [("id", Some(&reviewer.id)), ("group", reviewer.group.as_ref()), ("outlook", reviewer.outlook.as_ref())];
    for (field, text) in texts {
        if let Some(looks_like) = text.and_then(|text| personal(text)) {
            names.enter_field(field);
            let message = format!("{looks_like}, and a panel names no real person");
            names.error(PERSONAL, message, Some("say role and outlook in other words".to_owned()));
            names.leave();
        }
    }
    names.enter_field("came");
    match &reviewer.came {
        Came::Drafted { from } => {
            if from.iter().all(|from| from.trim().is_empty()) {
                names.enter_field("from");
                let message = format!("the reviews of \"{}\" are drafted from nothing", reviewer.id);
                names.error(FROM_NOTHING, message, Some("name the published findings that they follow".to_owned()));
                names.leave();
            }
        }
        Came::Collected { on, reconfirmed } => {
            names.field("on", |names| date(names, on));
            names.enter_field("reconfirmed");
            for (index, on) in reconfirmed.iter().enumerate() {
                at(names, index, |names| date(names, on));
            }
            names.leave();
        }
    }
    names.leave();
}

fn date(names: &mut Names<'_>, written: &str) {
    if written.parse::<jiff::civil::Date>().is_err() {
        let help = "write year, month and day: \"2026-09-14\"".to_owned();
        names.error(calendar::NO_DATE, format!("\"{written}\" is no date"), Some(help));
    }
}

/// Looks at a sheet; the question that it is about, if there is one.
fn sheet(
    names: &mut Names<'_>,
    scenario: &Scenario,
    sheet: &Sheet,
    reviewers: &[&str],
) -> Option<(DecisionId, usize)> {
    let decision = names.field("decision", |names| names.decision(&sheet.decision));
    let situation = decision.and_then(|id| {
        let all: Vec<&str> = scenario.decision(id).situations.iter().map(|situation| situation.id.as_str()).collect();
        let of = format!("the decision \"{}\"", sheet.decision);
        names.field("situation", |names| names.local(&sheet.situation, "situation", &of, &all))
    });
    names.enter_field("reviews");
    if sheet.reviews.is_empty() {
        names.error(EMPTY, "this sheet has no reviews".to_owned(), Some("add one, or take it out".to_owned()));
    }
    for (index, review) in sheet.reviews.iter().enumerate() {
        names.enter_index(index);
        let again = sheet.reviews[..index].iter().any(|before| before.by == review.by);
        self::review(names, scenario, review, decision, (reviewers, again));
        names.leave();
    }
    names.leave();
    decision.zip(situation)
}

fn review(
    names: &mut Names<'_>,
    scenario: &Scenario,
    review: &Review,
    decision: Option<DecisionId>,
    (reviewers, again): (&[&str], bool),
) {
    names.enter_field("by");
    let by = names.local(&review.by, "reviewer", "this panel", reviewers);
    if by.is_some() && again {
        let message = format!("\"{}\" answers twice on one sheet", review.by);
        names.error(REVIEWED_TWICE, message, Some("keep one of the two".to_owned()));
    }
    names.leave();
    if let Some(decision) = decision {
        names.field("answer", |names| answer(names, scenario, decision, &review.answer));
    }
    sure(names, review.sure);
    names.enter_field("looked_for");
    for (index, name) in review.looked_for.iter().enumerate() {
        at(names, index, |names| opened_or_done(names, name));
    }
    names.leave();
}

/// Whether the words of a sheet are those of today.
fn words(names: &mut Names<'_>, scenario: &Scenario, sheet: &Sheet, decision: DecisionId, situation: usize) {
    let today = wording(scenario, decision, situation);
    if sheet.wording == today {
        return;
    }
    names.enter_field("wording");
    if is_wording(&sheet.wording) {
        let whose = match &sheet.reviews[..] {
            [] => "this sheet is".to_owned(),
            [one] => format!("the review of \"{}\" is", one.by),
            all => format!("the reviews of {} are", listed(all.iter().map(|review| review.by.as_str()))),
        };
        let message = format!("the wording has changed since: {whose} shown as stale and not scored");
        let help =
            "whoever stands by their answer at the words of today counts again by `defensible panel reconfirm CASE \
                    REVIEWER --on DATE`"
                .to_owned();
        names.error(STALE, message, Some(help));
    } else {
        let message = if sheet.wording.trim().is_empty() {
            "this sheet does not say which words were reviewed".to_owned()
        } else {
            format!("\"{}\" is no wording", sheet.wording)
        };
        names.error(NO_WORDING, message, Some(format!("write `wording: \"{today}\"`")));
    }
    names.leave();
}

/// Words that stand with a capital in ordinary descriptions of a reviewer.
const ORDINARY: &[&str] = &[
    "A",
    "Access",
    "Acting",
    "Adult",
    "An",
    "And",
    "Approved",
    "Asks",
    "Assembly",
    "Association",
    "Authority",
    "Board",
    "Care",
    "Chair",
    "Child",
    "Children",
    "Community",
    "Council",
    "County",
    "Court",
    "Crown",
    "Detective",
    "Duty",
    "East",
    "England",
    "Forensic",
    "Has",
    "He",
    "Head",
    "Health",
    "Holds",
    "Home",
    "Hospital",
    "House",
    "Housing",
    "In",
    "Inspectorate",
    "Is",
    "Justice",
    "Liaison",
    "Magistrates",
    "Manager",
    "Mental",
    "Midlands",
    "Ministry",
    "National",
    "New",
    "North",
    "Of",
    "Office",
    "Officer",
    "On",
    "Parole",
    "Police",
    "Practice",
    "Premises",
    "Prison",
    "Probation",
    "Protection",
    "Public",
    "Reads",
    "Region",
    "Release",
    "Review",
    "Royal",
    "Senior",
    "Service",
    "She",
    "Social",
    "South",
    "The",
    "They",
    "Thinks",
    "To",
    "Trust",
    "Unit",
    "University",
    "Victim",
    "Wales",
    "Wants",
    "West",
    "Works",
    "Would",
    "Youth",
];

/// What a text looks like, if it looks like a person's data.
fn personal(text: &str) -> Option<String> {
    if text.contains('@') {
        return Some("this looks like an address".to_owned());
    }
    let mut digits = 0;
    for c in text.chars() {
        match c {
            '0'..='9' => digits += 1,
            ' ' | '-' if digits > 0 => {}
            _ => digits = 0,
        }
        if digits >= 6 {
            return Some("this looks like a telephone or reference number".to_owned());
        }
    }
    let is_name = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && word.chars().count() > 1
            && letters.all(|c| c.is_lowercase() || matches!(c, '\'' | '’'))
            && !ORDINARY.contains(&word)
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).find_map(|pair| {
        // A word that ends a sentence is no first name.
        let first = pair[0];
        let second = pair[1].trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        (is_name(first) && is_name(second)).then(|| format!("\"{first} {second}\" looks like a name"))
    })
}

#[cfg(test)]
mod tests {
    use super::personal;

    #[test]
    fn names_numbers_and_addresses_are_noticed() {
        for text in ["Jane Smith has run a hostel.", "Ask on 01632 960123", "r@example.org", "ref 4417765"] {
            assert!(personal(text).is_some(), "{text}");
        }
        for text in [
            "Wants the record to show its reasons.",
            "Twenty years in. Thinks that Mondays matter.",
            "Worked in an Approved Premises; now in Public Protection.",
            "In post since 2019, and before that 2011 to 2015.",
            "twin office",
            "r12",
            "MAPPA chair, NHS trust",
        ] {
            assert_eq!(personal(text), None, "{text}");
        }
    }
}
