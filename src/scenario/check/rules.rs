//! The list of rules, in the order in which they run. A rule is a file; its code never changes what it means.
//!
//! A rule is never made stricter: what it should find as well becomes a rule of a later edition, so that a run that was
//! played under the earlier ones opens for ever.

use super::Context;
use super::{
    asked, brought, calibration, cancels, cannot_hold, cases, claims, content, counters, dates, deadlines, desk,
    documents, endings, floors, forms, front, licence, lists, odds, overlaps, policy_changes, questions, reach,
    replaced, responses, secrets, senders, situations, sizes, state, texts, thanks, turns, variants, waits,
    well_formed,
};
use crate::diag::Code;
use crate::scenario::locate::Finding;

/// The edition of the rules: the highest `since` among them.
pub const EDITION: u32 = 1;

/// One rule: what it is called in tests and help, its code, and how it looks.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub name: &'static str,
    pub codes: &'static [Code],
    /// The edition with which it came: a scenario that was kept with a run passed those up to its own.
    pub since: u32,
    pub look: fn(&Context<'_>, &mut Vec<Finding>),
}

macro_rules! rules {
    ($($rule:ident: $($code:ident),+;)+) => {
        /// Every rule.
        pub const RULES: &[Rule] =
            &[$(Rule { name: stringify!($rule), codes: &[$($rule::$code),+], since: 1, look: $rule::look }),+];
    };
}

rules! {
    sizes: TOO_MANY_IDS, TOO_MUCH;
    well_formed: BAD_ID, BAD_SLUG, LOCAL_TWICE, RESERVED;
    lists: EMPTY;
    texts: BLANK, BRACES, NOTHING_TO_READ, ONLY_VERSIONS;
    content: NO_SOFTER, NOTHING_TO_SOFTEN;
    front: BAD_NUMBER;
    variants: SAME_AT_EVERY_DATE;
    dates: OUTSIDE, BACKWARDS, NEEDS_A_DATE, CLOCK_TEST;
    desk: NOBODY_TO_DECIDE, NOBODY_TO_READ;
    turns: FITS_NO_TURN, UNEVEN, BAD_MINUTES;
    waits: FALLS, TOO_LONG;
    overlaps: OVERLAPS;
    brought: NEVER_CALLED, DATED_AND_CALLED, ENDLESS;
    deadlines: DATED_AND_STARTED, DUE_BEFORE, RUNS_AT_ONCE, TOLD_ANYWAY;
    questions: OPTIONS, UP_TO, CATEGORIES;
    situations: SITUATIONS;
    endings: NO_ENDING, LAST_IS_SHUT, NEVER_REACHED;
    counters: BOUNDS, TEST, ADDS_NOTHING;
    odds: NO_ODDS, OVER_ONE, ONE_OR_THE_OTHER, HELD, NO_CHANCE;
    state: UNREAD, UNCHANGED, NEVER_GIVEN;
    secrets: TO_NOBODY, MAY_KNOW, NEVER_LEAKS;
    claims: UNSETTLED, SETTLED_AFTER_ALL, NOBODY_SAYS, BOTH;
    senders: FROM_THEM, NEEDED_TWICE;
    floors: NO_SOURCE, WITHIN_WHAT;
    calibration: CONSEQUENCES;
    cases: NO_SUCH_MAPPA, WHICH_CASE, NEVER_ALLOCATED, OTHER_CASE;
    asked: ASKS_AND_TELLS, ANSWER_LIKELY;
    responses: NEVER_CLOSED, AFTER_NOTHING;
    reach: REACH;
    replaced: NOT_IN_FILE;
    thanks: FOR_ITSELF;
    documents: FIELDS_OF_WHAT, DATED_LATER;
    licence: ENDS_FIRST;
    forms: BROKEN, NO_RULE;
    policy_changes: CHANGES;
    cannot_hold: CANNOT_HOLD;
    cancels: NEVER_ON_ITS_WAY;
}

#[cfg(test)]
mod tests {
    use super::{EDITION, RULES};

    #[test]
    fn the_edition_is_that_of_the_latest_rule() {
        assert_eq!(RULES.iter().map(|rule| rule.since).max(), Some(EDITION));
    }

    #[test]
    fn codes_follow_each_other_and_belong_to_one_rule() {
        let codes: Vec<&str> = RULES.iter().flat_map(|rule| rule.codes).map(|code| code.0).collect();
        let wanted: Vec<String> = (205..205 + codes.len()).map(|n| format!("D{n:04}")).collect();
        assert_eq!(codes, wanted);
    }
}
