//! A critical claim can be settled by somebody other than those who make it, or the author says that it can't. Relying on
//! someone's own word is a finding about the trainee only if there was something else to find.

use super::Context;
use super::say::{advice, also, error, warning};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::{Finding, Place};
use crate::scenario::raw::{self, Id, Reliability};

/// A critical claim that nobody else can settle.
pub const UNSETTLED: Code = Code("D0260");
/// A claim is said to be past settling, and something settles it.
pub const SETTLED_AFTER_ALL: Code = Code("D0261");
/// A decision rests on a claim that nobody makes, confirms or contradicts.
pub const NOBODY_SAYS: Code = Code("D0262");
/// One item confirms and contradicts the same claim.
pub const BOTH: Code = Code("D0263");

/// An arrival or document, as far as claims go.
struct Item<'a> {
    from: Option<&'a str>,
    reliability: Reliability,
    says: &'a [Id],
    confirms: &'a [Id],
    contradicts: &'a [Id],
    /// Its case, if it is a document, and its place in the list.
    at: (Option<usize>, usize),
}

impl Item<'_> {
    fn place(&self) -> Place {
        let top = Way::Top;
        match self.at {
            (Some(case), index) => top.field("cases").index(case).field("file").index(index).place(),
            (None, index) => top.field("arrivals").index(index).place(),
        }
    }
}

fn items(scenario: &raw::Scenario) -> Vec<Item<'_>> {
    let mut items = Vec::with_capacity(scenario.arrivals.len());
    for (index, arrival) in scenario.arrivals.iter().enumerate() {
        items.push(Item {
            from: Some(&arrival.from),
            reliability: arrival.reliability,
            says: &arrival.says,
            confirms: &arrival.confirms,
            contradicts: &arrival.contradicts,
            at: (None, index),
        });
    }
    for (index, case) in scenario.cases.iter().enumerate() {
        for (inner, document) in case.file.iter().enumerate() {
            items.push(Item {
                from: document.by.as_deref(),
                reliability: document.reliability.unwrap_or(Reliability::Record),
                says: &document.says,
                confirms: &document.confirms,
                contradicts: &document.contradicts,
                at: (Some(index), inner),
            });
        }
    }
    items
}

fn has(claims: &[Id], claim: &str) -> bool {
    claims.iter().any(|known| known == claim)
}

/// The first item that settles a claim: no self-report, and from nobody who makes the claim.
fn settled_by<'i, 'a>(items: &'i [Item<'a>], claim: &str) -> Option<&'i Item<'a>> {
    let makes = |who: Option<&str>| {
        who.is_some_and(|who| items.iter().any(|item| item.from == Some(who) && has(item.says, claim)))
    };
    items.iter().find(|item| {
        (has(item.confirms, claim) || has(item.contradicts, claim))
            && item.reliability != Reliability::SelfReport
            && !makes(item.from)
    })
}

/// Whether a claim can be verified at all.
#[must_use]
pub fn can_be_settled(scenario: &raw::Scenario, claim: &str) -> bool {
    settled_by(&items(scenario), claim).is_some()
}

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    if scenario.claims.is_empty() {
        return;
    }
    let items = items(scenario);
    for (index, claim) in scenario.claims.iter().enumerate() {
        let list = Way::Top.field("claims");
        let way = list.index(index);
        let id = &claim.id;
        match settled_by(&items, id) {
            None if claim.critical && !claim.unsettled => findings.push(error(
                UNSETTLED,
                way.place(),
                format!("nobody but those who make it can settle the critical claim \"{id}\""),
                "let somebody else's arrival or document confirm or contradict it, or write `unsettled: true`",
            )),
            Some(item) if claim.unsettled => {
                let finding = warning(
                    SETTLED_AFTER_ALL,
                    way.field("unsettled").place(),
                    format!("the claim \"{id}\" is said to be past settling, and something settles it"),
                    "leave `unsettled` out, or let that say nothing about the claim",
                );
                findings.push(also(finding, item.place(), "this settles it"));
            }
            _ => {}
        }
    }
    for item in &items {
        if let Some(claim) = item.confirms.iter().find(|claim| has(item.contradicts, claim)) {
            findings.push(error(
                BOTH,
                item.place(),
                format!("this both confirms and contradicts \"{claim}\""),
                "leave one of the two out, or make it two claims",
            ));
        }
    }
    for (index, decision) in scenario.decisions.iter().enumerate() {
        for (inner, claim) in decision.rests_on.iter().enumerate() {
            let named = |item: &Item<'_>| {
                [item.says, item.confirms, item.contradicts].into_iter().any(|list| has(list, claim))
            };
            if !items.iter().any(named) {
                findings.push(advice(
                    NOBODY_SAYS,
                    Way::Top.field("decisions").index(index).field("rests_on").index(inner).place(),
                    format!("the decision \"{}\" rests on \"{claim}\", of which nothing speaks", decision.id),
                    "name it in the `says` of whoever makes the claim, or leave it out here",
                ));
            }
        }
    }
}
