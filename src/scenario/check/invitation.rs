//! An invitation to review against the scenario that it lies beside.

use crate::diag::Code;
use crate::scenario::locate::{File, Finding};
use crate::scenario::model::Scenario;
use crate::scenario::raw;

use super::answers::{found, names, same_scenario};
use super::calendar;

/// A reviewer is not told where the file goes.
pub const TO_NOBODY: Code = Code("D0601");

/// Checks an invitation against its scenario.
#[must_use]
pub fn invitation(invitation: &raw::Invitation, scenario: &Scenario) -> Vec<Finding> {
    let mut names = names(scenario);
    same_scenario(&mut names, &invitation.scenario, scenario);
    if invitation.to.trim().is_empty() {
        names.enter_field("to");
        let help = "say who gets it and how: a name and an address".to_owned();
        names.error(TO_NOBODY, "nobody is named to whom the reviews go".to_owned(), Some(help));
        names.leave();
    }
    if let Some(by) = invitation.by.as_deref().filter(|by| by.parse::<jiff::civil::Date>().is_err()) {
        names.enter_field("by");
        let help = "write year, month and day: \"2026-09-14\"".to_owned();
        names.error(calendar::NO_DATE, format!("\"{by}\" is no date"), Some(help));
        names.leave();
    }
    found(names, File::Invitation)
}
