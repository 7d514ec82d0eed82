//! What there was to know at a decision: what lay unread, and what could have been asked.
//!
//! Counted is what bears on the decision: on a claim that it rests on, or looked for by a reviewer who answered it in
//! the same situation. The rest of what lay unread is named apart, so that nothing is hidden and noise is not reproach.
//! Each thing says since when it could have been seen.

use super::panel::{LookedFor, Sheet};
use super::walk::{Watch, walk};
use crate::run::Run;
use crate::run::log::Happening;
use crate::run::state::State;
use crate::scenario::calendar::{Calendar, DAY, Minute, NEVER};
use crate::scenario::ids::{ArrivalId, ClaimId, DecisionId, DocumentId, ItemId, ResponseId, Symbol};
use crate::scenario::model::Scenario;
use crate::scenario::raw::{Condition, Effect, Id, Reliability, Response, Wait};
use crate::scenario::symbols::YOU;
use crate::scenario::tables::{Again, Bit};

/// What bore on a decision and was not known when it was answered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Unseen {
    /// By when it could first have been seen.
    pub bearing: Vec<UnseenThing>,
    /// Whatever else lay unread, by when it came.
    pub others: Vec<ItemId>,
}

/// One thing that was there to find.
#[derive(Debug, Clone, PartialEq)]
pub struct UnseenThing {
    pub what: Thing,
    pub how: How,
    /// When it could first have been seen, or asked for.
    pub since: Minute,
    /// Claims of the decision that it bears on.
    pub claims: Vec<ClaimId>,
    /// How many reviewers of the same situation looked for it.
    pub looked_for: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Item(ItemId),
    Response(ResponseId),
}

/// Why it was not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It had come, or lay in the file.
    Unread,
    /// It could have been done, and was not.
    NotDone,
    /// It was done, and what it brought came later, if at all in this run.
    AnsweredLater { asked: Minute, came: Option<Minute> },
}

/// A run as it stood whenever an answer was committed.
#[derive(Debug)]
pub struct Knowing<'s> {
    scenario: &'s Scenario,
    /// Every coming of an arrival.
    came: Vec<(ArrivalId, u16, Minute)>,
    /// Since when each document has lain in a file.
    filed: Vec<Option<Minute>>,
    /// Since when each response could be done.
    open: Vec<Option<Minute>>,
    /// When each was first done.
    done: Vec<Option<Minute>>,
    answered: Vec<Answered>,
}

/// The state in which a decision was answered.
#[derive(Debug)]
struct Answered {
    decision: DecisionId,
    at: Minute,
    state: State,
    /// How much of `came` had come.
    came: usize,
    open: Vec<Option<Minute>>,
    done: Vec<Option<Minute>>,
}

impl<'s> Knowing<'s> {
    /// Plays a run again and keeps what is needed.
    #[must_use]
    pub fn of(run: &'s Run) -> Self {
        let scenario: &'s Scenario = run.scenario();
        let tables = scenario.tables();
        let mut knowing = Self {
            scenario,
            came: Vec::new(),
            filed: vec![None; tables.documents.len()],
            open: vec![None; tables.responses.len()],
            done: vec![None; tables.responses.len()],
            answered: Vec::new(),
        };
        walk(run, &mut knowing, scenario.raw().responses.iter().filter_map(|response| response.when.as_ref()));
        knowing
    }

    /// The options that were open when a decision was answered, a bit each. Nothing if it was not answered.
    #[must_use]
    pub fn open_options(&self, decision: DecisionId) -> Option<u16> {
        let answered = self.answered.iter().find(|answered| answered.decision == decision)?;
        Some(answered.state.open_options(self.scenario.tables(), decision))
    }

    /// What was unseen when a decision was answered. `sheet` has the reviewers of its situation, if there are any.
    #[must_use]
    pub fn unseen(&self, decision: DecisionId, sheet: Option<&Sheet>) -> Unseen {
        let Some(answered) = self.answered.iter().find(|answered| answered.decision == decision) else {
            return Unseen::default();
        };
        let rests_on: Vec<ClaimId> = self
            .scenario
            .decision(decision)
            .rests_on
            .iter()
            .filter_map(|claim| match self.scenario.symbols().get(claim) {
                Some(Symbol::Claim(claim)) => Some(claim),
                _ => None,
            })
            .collect();
        let mut unseen = Unseen::default();
        let mut others: Vec<(Minute, ItemId)> = Vec::new();
        for (item, since) in self.unread(answered) {
            let claims = rests_on.iter().copied().filter(|claim| self.bears(item, *claim)).collect::<Vec<_>>();
            let looked_for = looked_for(sheet, |looked| looked == LookedFor::Item(item));
            if claims.is_empty() && looked_for == 0 {
                others.push((since, item));
            } else if !unseen.bearing.iter().any(|thing| thing.what == Thing::Item(item)) {
                unseen.bearing.push(UnseenThing {
                    what: Thing::Item(item),
                    how: How::Unread,
                    since,
                    claims,
                    looked_for,
                });
            }
        }
        let open: Vec<ClaimId> =
            rests_on.iter().copied().filter(|claim| !self.is_settled(&answered.state, *claim)).collect();
        for response in self.scenario.responses_in_order() {
            unseen.bearing.extend(self.not_asked(answered, response, &open, sheet));
        }
        // Stable: what could be seen at the same minute stays items first, then responses in the order of the file.
        unseen.bearing.sort_by_key(|thing| thing.since);
        others.sort_by_key(|(since, _)| *since);
        others.dedup_by_key(|(_, item)| *item);
        unseen.others = others.into_iter().map(|(_, item)| item).collect();
        unseen
    }

    /// Items that lay there unread, with when they came.
    fn unread(&self, answered: &Answered) -> Vec<(ItemId, Minute)> {
        let tables = self.scenario.tables();
        let state = &answered.state;
        let mut unread = Vec::new();
        for (index, row) in tables.documents.iter().enumerate() {
            if let Some(since) = self.filed[index].filter(|since| *since <= answered.at)
                && !state.has(row.opened)
            {
                unread.push((ItemId::Document(document(index)), since));
            }
        }
        for (arrival, nth, at) in &self.came[..answered.came] {
            let row = &tables.arrivals[arrival.index()];
            let opened = Bit(row.opened_first.0 + if row.most > 1 { *nth } else { 0 });
            if !state.has(opened) {
                unread.push((ItemId::Arrival(*arrival), *at));
            }
        }
        unread
    }

    /// A response that could have been done and would have brought something to bear, if it was not done, or brought
    /// it too late.
    fn not_asked(
        &self,
        answered: &Answered,
        response: ResponseId,
        claims: &[ClaimId],
        sheet: Option<&Sheet>,
    ) -> Option<UnseenThing> {
        let raw = self.scenario.response(response)?;
        let since = answered.open[response.index()]?;
        let done = answered.done[response.index()];
        let mut brings = Brought { scenario: self.scenario, arrivals: Vec::new() };
        let from = done.unwrap_or(since).saturating_add(i32::from(raw.minutes));
        brings.follow(&raw.then, from);
        brings.made_possible(raw, from);
        let mut brings = brings.arrivals;
        let here = |arrival: &ArrivalId| self.came[..answered.came].iter().any(|(came, ..)| came == arrival);
        let how = match done {
            None => How::NotDone,
            Some(asked) => {
                brings.retain(|(arrival, _)| !here(arrival));
                let brings = |arrival: &ArrivalId| brings.iter().any(|(brought, _)| brought == arrival);
                let later = self.came[answered.came..].iter().find(|(came, ..)| brings(came));
                How::AnsweredLater { asked, came: later.map(|(.., at)| *at) }
            }
        };
        // What could not have come in time bears on nothing: it is no reproach not to have asked for it.
        let in_time = |at: Minute| how != How::NotDone || at <= answered.at;
        let bears = |claim: &ClaimId| {
            brings.iter().any(|(arrival, at)| in_time(*at) && self.bears(ItemId::Arrival(*arrival), *claim))
        };
        let claims: Vec<ClaimId> = claims.iter().copied().filter(bears).collect();
        let looked_for = looked_for(sheet, |looked| match looked {
            LookedFor::Response(looked) => looked == response && how == How::NotDone,
            LookedFor::Item(ItemId::Arrival(looked)) => {
                !here(&looked) && brings.iter().any(|(arrival, at)| *arrival == looked && in_time(*at))
            }
            LookedFor::Item(ItemId::Document(_)) => false,
        });
        if claims.is_empty() && looked_for == 0 {
            return None;
        }
        Some(UnseenThing { what: Thing::Response(response), how, since, claims, looked_for })
    }

    /// Whether an item says, confirms or contradicts a claim.
    fn bears(&self, item: ItemId, claim: ClaimId) -> bool {
        let name = &self.scenario.claim(claim).id;
        let (says, confirms, contradicts) = self.claims_in(item);
        says.contains(name) || confirms.contains(name) || contradicts.contains(name)
    }

    fn claims_in(&self, item: ItemId) -> (&[Id], &[Id], &[Id]) {
        match item {
            ItemId::Arrival(id) => {
                let raw = self.scenario.arrival(id);
                (&raw.says, &raw.confirms, &raw.contradicts)
            }
            ItemId::Document(id) => {
                let raw = self.scenario.document(id);
                (&raw.says, &raw.confirms, &raw.contradicts)
            }
        }
    }

    /// Whether something independent that settles a claim had been read: what `Verified` means.
    fn is_settled(&self, state: &State, claim: ClaimId) -> bool {
        let tables = self.scenario.tables();
        let arrivals = tables.arrivals.iter().enumerate().map(|(at, row)| (ItemId::Arrival(arrival(at)), row.opened));
        let documents =
            tables.documents.iter().enumerate().map(|(at, row)| (ItemId::Document(document(at)), row.opened));
        arrivals.chain(documents).any(|(item, opened)| state.has(opened) && self.settles(item, claim))
    }

    fn settles(&self, item: ItemId, claim: ClaimId) -> bool {
        let name = &self.scenario.claim(claim).id;
        let (_, confirms, contradicts) = self.claims_in(item);
        if !confirms.contains(name) && !contradicts.contains(name) {
            return false;
        }
        let (from, reliability) = match item {
            ItemId::Arrival(id) => {
                let raw = self.scenario.arrival(id);
                (Some(&raw.from), raw.reliability)
            }
            ItemId::Document(id) => {
                let raw = self.scenario.document(id);
                (raw.by.as_ref().filter(|by| *by != YOU), raw.reliability.unwrap_or(Reliability::Record))
            }
        };
        let raw = self.scenario.raw();
        let makes = |from: &Id| {
            raw.arrivals.iter().any(|arrival| arrival.from == *from && arrival.says.contains(name))
                || raw
                    .cases
                    .iter()
                    .flat_map(|case| &case.file)
                    .any(|document| document.by.as_ref() == Some(from) && document.says.contains(name))
        };
        reliability != Reliability::SelfReport && !from.is_some_and(makes)
    }
}

impl Watch for Knowing<'_> {
    fn happened(&mut self, at: Minute, happening: &Happening<'_>, before: &State) {
        match *happening {
            Happening::Arrived { arrival, nth, .. } => self.came.push((arrival, nth, at)),
            Happening::Did { response, .. } | Happening::Filed { response, .. } => {
                self.done[response.index()].get_or_insert(at);
            }
            Happening::Decided { decision, .. } => self.answered.push(Answered {
                decision,
                at,
                state: before.clone(),
                came: self.came.len(),
                open: self.open.clone(),
                done: self.done.clone(),
            }),
            _ => {}
        }
    }

    fn settled(&mut self, state: &State) {
        let tables = self.scenario.tables();
        // Whatever was there before the first opening could be seen from then on.
        let opening = tables.calendar.turns.first().map_or(state.clock, |turn| turn.opens);
        let now = state.clock.max(opening);
        for (row, since) in tables.documents.iter().zip(&mut self.filed) {
            if since.is_none() && state.has(row.seen) {
                *since = Some(now);
            }
        }
        for (row, since) in tables.responses.iter().zip(&mut self.open) {
            if since.is_none()
                && !row.everyday
                && !(row.again == Again::Once && state.has(row.done))
                && row.case.is_none_or(|case| state.has(tables.cases[case.index()].allocated))
                && state.holds(tables, row.known)
                && state.holds(tables, row.when)
            {
                *since = Some(now);
            }
        }
    }
}

/// The arrivals that a response brings or makes possible, with the earliest minute at which each can come.
struct Brought<'s> {
    scenario: &'s Scenario,
    arrivals: Vec<(ArrivalId, Minute)>,
}

impl Brought<'_> {
    fn add(&mut self, arrival: &str, at: Minute) {
        let Some(ItemId::Arrival(arrival)) = self.scenario.item_called(arrival) else { return };
        match self.arrivals.iter_mut().find(|(brought, _)| *brought == arrival) {
            Some((_, earliest)) => *earliest = at.min(*earliest),
            None => self.arrivals.push((arrival, at)),
        }
    }

    /// What effects bring, now or later.
    fn follow(&mut self, effects: &[Effect], from: Minute) {
        for effect in effects {
            match effect {
                Effect::Arrives(brought) => self.add(&brought.arrival, self.after(from, &brought.after)),
                Effect::Later { after, then, .. } => self.follow(then, self.after(from, after)),
                Effect::If { then, otherwise, .. } => {
                    self.follow(then, from);
                    self.follow(otherwise, from);
                }
                _ => {}
            }
        }
    }

    /// Arrivals that can't come without a response: they ask that it was done, or for a flag that it sets.
    fn made_possible(&mut self, response: &Response, from: Minute) {
        let sets = |flag: &Id| response.then.iter().any(|effect| matches!(effect, Effect::Set(set) if set == flag));
        let scenario = self.scenario;
        for raw in &scenario.raw().arrivals {
            let all = match &raw.when {
                Some(Condition::All(all)) => &all.0[..],
                Some(one) => std::slice::from_ref(one),
                None => continue,
            };
            let needs = all.iter().any(|one| match one {
                Condition::Done(done) => *done == response.id,
                Condition::Is(flag) => sets(flag),
                _ => false,
            });
            if needs {
                let calendar = &scenario.tables().calendar;
                let dated = raw.at.moment().map_or(from, |moment| calendar.opening_of(moment));
                self.add(&raw.id, dated.max(from));
            }
        }
    }

    /// The earliest minute at which a wait can be over.
    fn after(&self, from: Minute, wait: &Wait) -> Minute {
        let calendar = &self.scenario.tables().calendar;
        let today = Calendar::day(from);
        match wait {
            Wait::Now => from,
            Wait::Minutes(n) => from.saturating_add(i32::from(*n)),
            Wait::Hours(n) => from.saturating_add(i32::from(*n) * 60),
            Wait::WorkingDays(n) => {
                calendar.working_day_after(today, u32::from(*n)).map_or(NEVER, |day| calendar.closing(day).max(from))
            }
            Wait::Days(n) => from.saturating_add(i32::from(*n) * DAY),
            Wait::Weeks(n) => from.saturating_add(i32::from(*n) * 7 * DAY),
            Wait::Months(n) => {
                calendar.months_after(today, i32::from(*n)).map_or(NEVER, |day| day.saturating_mul(DAY).max(from))
            }
            Wait::Until(moment) => calendar.start_of(*moment).max(from),
            Wait::Between(low, high) => self.after(from, low).min(self.after(from, high)),
        }
    }
}

/// How many reviewers of a sheet that counts looked for something.
fn looked_for(sheet: Option<&Sheet>, is_it: impl Fn(LookedFor) -> bool) -> u32 {
    let Some(sheet) = sheet.filter(|sheet| !sheet.stale) else { return 0 };
    let looked = sheet.reviews.iter().filter(|review| review.looked_for.iter().any(|looked| is_it(*looked)));
    u32::try_from(looked.count()).unwrap_or(u32::MAX)
}

#[expect(clippy::cast_possible_truncation, reason = "check refuses over 2,047 ids")]
const fn arrival(index: usize) -> ArrivalId {
    ArrivalId(index as u16)
}

#[expect(clippy::cast_possible_truncation, reason = "check refuses over 2,047 ids")]
const fn document(index: usize) -> DocumentId {
    DocumentId(index as u16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::sample::{self, act, at, choose, decide, open, until};

    fn unseen(play: impl Fn(&mut Run), decision: &str) -> Vec<(String, How, Minute, usize, u32)> {
        let scenario = sample::sample();
        let mut run = Run::begin(scenario.clone(), 5);
        play(&mut run);
        let panel = sample::panel(&scenario);
        let id = scenario.decision_called(decision).unwrap();
        let unseen = Knowing::of(&run).unseen(id, panel.sheet(id, 0));
        let name = |what: &Thing| match what {
            Thing::Item(item) => scenario.item_name(*item).to_owned(),
            Thing::Response(response) => scenario.response_name(*response).to_owned(),
        };
        let rows = unseen.bearing.iter();
        rows.map(|thing| (name(&thing.what), thing.how, thing.since, thing.claims.len(), thing.looked_for)).collect()
    }

    #[test]
    fn unread_and_unasked() {
        let found = unseen(
            |run| {
                until(run, at(0, 1, 9, 0));
                decide(run, "one", choose("ask"));
            },
            "one",
        );
        // The clinic could not be rung before the text was read, so it is no reproach.
        let report = ("report".to_owned(), How::Unread, at(0, 0, 9, 0), 1, 1);
        let text = ("text".to_owned(), How::Unread, at(0, 0, 10, 0), 1, 0);
        assert_eq!(found, [report, text]);
        let found = unseen(
            |run| {
                until(run, at(0, 0, 10, 30));
                open(run, "text");
                open(run, "report");
                until(run, at(0, 1, 9, 0));
                decide(run, "one", choose("ask"));
            },
            "one",
        );
        // The report settles the claim; two reviewers would have rung all the same.
        assert_eq!(found, [("ring-clinic".to_owned(), How::NotDone, at(0, 0, 10, 32), 0, 2)]);
    }

    #[test]
    fn an_answer_that_comes_too_late() {
        let found = unseen(
            |run| {
                until(run, at(0, 0, 14, 0));
                open(run, "text");
                open(run, "report");
                act(run, "ring-clinic");
                until(run, at(0, 1, 9, 0));
                decide(run, "one", choose("ask"));
                until(run, at(0, 1, 12, 0));
            },
            "one",
        );
        assert!(found.is_empty(), "it was rung, and the clinic rang back before: {found:?}");
        let found = unseen(
            |run| {
                until(run, at(0, 1, 9, 0));
                open(run, "text");
                act(run, "ring-clinic");
                decide(run, "one", choose("ask"));
                until(run, at(0, 1, 12, 0));
            },
            "one",
        );
        let how = How::AnsweredLater { asked: at(0, 1, 9, 2), came: Some(at(0, 1, 10, 12)) };
        assert!(found.contains(&("ring-clinic".to_owned(), how, at(0, 1, 9, 2), 1, 1)), "{found:?}");
    }
}
