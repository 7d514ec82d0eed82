//! What a reviewer is invited to, as it lies in the `invitation.ron` of a bundle.

use serde::Deserialize;

use super::Id;

/// An invitation to review a scenario. It lies beside the scenario, and no panel does: whoever plays there is a
/// reviewer, and sees nobody's reviews.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    pub format: u32,
    pub scenario: Id,
    /// To whom the reviewer's file goes, as the reviewer is told: a name, an address, or both.
    pub to: String,
    /// The day by which it should be there.
    #[serde(default)]
    pub by: Option<String>,
}
