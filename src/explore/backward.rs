//! From something that no play reached, backwards: the deeds that its conditions name, and those that bring about what
//! its conditions name, and so on. A guess at what to prefer, never a proof.

use std::collections::BTreeSet;

use crate::scenario::ids::{
    ArrivalId, ChanceId, DeadlineId, DecisionId, DriftId, EndingId, ItemId, ResponseId, Symbol,
};
use crate::scenario::model::Scenario;
use crate::scenario::raw::{At, Condition, Effect, FieldKind, OneOrTwo, PropertyClaim};

use super::leaning::{Deed, Leaning};
use super::marks::Mark;
use super::open::short;

/// What to prefer and what to avoid to reach a mark.
#[must_use]
pub fn towards(scenario: &Scenario, mark: Mark) -> Leaning {
    let mut search = Search { scenario, causes: causes(scenario), met: BTreeSet::new(), leaning: Leaning::default() };
    search.mark(mark);
    search.leaning
}

/// Where an effect stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Owner<'s> {
    Response(ResponseId),
    Option(DecisionId, u16),
    Arrival(ArrivalId),
    Told(ArrivalId, &'s str),
    Drift(DriftId),
    Chance(ChanceId, Option<u16>),
    IfMet(DeadlineId),
    IfMissed(DeadlineId),
}

/// Conditions, each with whether it is to hold.
type Needs<'s> = Vec<(&'s Condition, bool)>;

/// An effect, where it stands, and what must hold on the way to it.
struct Cause<'s> {
    owner: Owner<'s>,
    needs: Needs<'s>,
    effect: &'s Effect,
}

/// Something that is to come about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Thing<'s> {
    Flag(&'s str, bool),
    Counter(&'s str, bool),
    OneOf(&'s str, &'s str),
    Item(u16),
    Response(ResponseId),
    Decision(DecisionId),
    Started(DeadlineId),
    Ending(EndingId),
    Owner(Owner<'s>),
}

struct Search<'s> {
    scenario: &'s Scenario,
    causes: Vec<Cause<'s>>,
    /// What has been looked into.
    met: BTreeSet<Thing<'s>>,
    leaning: Leaning,
}

impl<'s> Search<'s> {
    fn mark(&mut self, mark: Mark) {
        let scenario = self.scenario;
        match mark {
            Mark::Came(id) => self.want(Thing::Item(id.0)),
            Mark::Version(id, at) => {
                self.want(Thing::Item(id.0));
                let versions = scenario.arrival(id).versions.iter().map(|version| Some(&version.when));
                self.first_of(versions.collect(), at);
            }
            Mark::Read(item) => self.read(item),
            Mark::Done(id) => self.want(Thing::Response(id)),
            Mark::Posed(id) => self.want(Thing::Decision(id)),
            Mark::Situation(id, at) => {
                self.want(Thing::Decision(id));
                let situations = scenario.decision(id).situations.iter().map(|one| one.when.as_ref());
                self.first_of(situations.collect(), at);
            }
            Mark::Chose(id, at) => self.want(Thing::Owner(Owner::Option(id, at))),
            Mark::Met(id) => self.want(Thing::Owner(Owner::IfMet(id))),
            Mark::Missed(id) => self.want(Thing::Owner(Owner::IfMissed(id))),
            Mark::Happened(id, at) => {
                let outcome = at.checked_sub(u16::from(scenario.chance(id).odds.is_some()));
                self.want(Thing::Owner(Owner::Chance(id, outcome)));
            }
            Mark::Drifted(id) => self.want(Thing::Owner(Owner::Drift(id))),
            Mark::Leaked(id) => {
                let name = &scenario.secret(id).id;
                self.leaked(name, true);
            }
            Mark::Ended(id) => self.want(Thing::Ending(id)),
            Mark::Property(id) => match &scenario.property(id).claim {
                PropertyClaim::Sometimes(condition) | PropertyClaim::Never(condition) => self.hold(condition, true),
                PropertyClaim::Always(condition) => self.hold(condition, false),
            },
            Mark::FloorBegan(id) => self.hold(&scenario.floor(id).when, true),
            Mark::FloorBroken(id) => {
                let floor = scenario.floor(id);
                self.hold(&floor.when, true);
                if let Some(must) = &floor.must {
                    self.hold(must, false);
                }
            }
            Mark::RanAway | Mark::Stuck => {}
        }
    }

    /// The one of a list that is tried in order: it holds, and none before it does.
    fn first_of(&mut self, conditions: Vec<Option<&'s Condition>>, at: u16) {
        for (index, condition) in conditions.into_iter().enumerate().take(usize::from(at) + 1) {
            if let Some(condition) = condition {
                self.hold(condition, index == usize::from(at));
            }
        }
    }

    fn may(&mut self, condition: Option<&'s Condition>) {
        if let Some(condition) = condition {
            self.hold(condition, true);
        }
    }

    /// A condition is to hold, or not to.
    fn hold(&mut self, condition: &'s Condition, yes: bool) {
        let scenario = self.scenario;
        match condition {
            Condition::All(all) | Condition::Any(all) => all.0.iter().for_each(|one| self.hold(one, yes)),
            Condition::Not(inner) => self.hold(inner, !yes),
            Condition::Is(flag) => self.want(Thing::Flag(flag, yes)),
            Condition::Equals(one_of, value) if yes => self.want(Thing::OneOf(one_of, value)),
            Condition::AtLeast(counter, _) => self.want(Thing::Counter(counter, yes)),
            Condition::AtMost(counter, _) => self.want(Thing::Counter(counter, !yes)),
            Condition::Seen(item) if yes => {
                if let Some(item) = scenario.item_called(item) {
                    self.want(Thing::Item(scenario.item_number(item)));
                }
            }
            Condition::Opened(item) => {
                if let Some(item) = scenario.item_called(item) {
                    if yes { self.read(item) } else { self.lean(Deed::Open(scenario.item_number(item)), false) }
                }
            }
            Condition::Verified(claim) => self.verified(claim, yes),
            Condition::Told(item, who) => self.told(item, who, yes),
            Condition::Leaked(secret) => self.leaked(secret, yes),
            Condition::Done(response) => self.done(response, yes),
            Condition::Filed(OneOrTwo(form, _)) => self.done(form, yes),
            Condition::Entered(form, field, choice) => self.entered(form, field, choice, yes),
            Condition::Cited(OneOrTwo(item, within)) => {
                if let Some(item) = scenario.item_called(item).filter(|_| yes) {
                    self.lean(Deed::Cite(scenario.item_number(item)), true);
                    self.read(item);
                }
                if let Some(within) = within.as_ref().filter(|_| yes) {
                    match scenario.decision_called(within) {
                        Some(decision) => self.want(Thing::Decision(decision)),
                        None => self.done(within, true),
                    }
                }
            }
            Condition::Rated(case, risk, _) if yes => self.rated(case, *risk),
            Condition::Answered(decision) | Condition::Chose(decision, _) if !yes => {
                if let Condition::Chose(_, option) = condition {
                    self.chosen(decision, option, false);
                }
            }
            Condition::Answered(decision) => {
                if let Some(id) = scenario.decision_called(decision) {
                    self.want(Thing::Decision(id));
                }
            }
            Condition::Chose(decision, option) => self.chosen(decision, option, true),
            Condition::Running(deadline) | Condition::Met(deadline) | Condition::Missed(deadline) => {
                let Some(Symbol::Deadline(id)) = scenario.symbols().get(deadline) else { return };
                match (condition, yes) {
                    (Condition::Running(_), true) => self.want(Thing::Started(id)),
                    (Condition::Met(_), true) => self.want(Thing::Owner(Owner::IfMet(id))),
                    (Condition::Missed(_), true) => self.want(Thing::Owner(Owner::IfMissed(id))),
                    (Condition::Met(_), false) => self.hold(&scenario.deadline(id).met, false),
                    _ => {}
                }
            }
            Condition::Equals(..)
            | Condition::Seen(_)
            | Condition::Rated(..)
            | Condition::From(_)
            | Condition::Before(_)
            | Condition::PolicyFrom(_) => {}
        }
    }

    fn lean(&mut self, deed: Deed, yes: bool) {
        if yes { self.leaning.towards(deed) } else { self.leaning.away_from(deed) }
    }

    fn read(&mut self, item: ItemId) {
        let number = self.scenario.item_number(item);
        self.lean(Deed::Open(number), true);
        self.want(Thing::Item(number));
    }

    fn chosen(&mut self, decision: &str, option: &str, yes: bool) {
        let Some(id) = self.scenario.decision_called(decision) else { return };
        let Some(at) = self.scenario.option_called(id, option) else { return };
        if yes {
            self.want(Thing::Owner(Owner::Option(id, short(at))));
        } else {
            self.lean(Deed::Choose(id, short(at)), false);
        }
    }

    /// A response is to be done, or every one that carries a form of this name.
    fn done(&mut self, name: &str, yes: bool) {
        let scenario = self.scenario;
        let form = scenario.form_called(name);
        let carriers = scenario.tables().responses.iter().enumerate();
        let carriers = carriers.filter(|(_, row)| form.is_some() && row.form == form);
        let carriers: Vec<ResponseId> = carriers.map(|(at, _)| ResponseId(short(at))).collect();
        for id in scenario.response_called(name).into_iter().chain(carriers) {
            if yes { self.want(Thing::Response(id)) } else { self.lean(Deed::Do(id), false) }
        }
    }

    fn entered(&mut self, name: &str, field: &str, choice: &str, yes: bool) {
        let scenario = self.scenario;
        let of = scenario.response_called(name).and_then(|id| scenario.tables().responses[id.index()].form);
        let Some(id) = scenario.form_called(name).or(of) else { return };
        let fields = scenario.form(id).fields.iter().enumerate();
        for (at, one) in fields.filter(|(_, one)| one.id == *field) {
            let (FieldKind::PickOne(choices) | FieldKind::PickSome(choices)) = &one.kind else { continue };
            if let Some(choice) = choices.iter().position(|one| one.id == *choice) {
                self.lean(Deed::Tick(id, short(at), short(choice)), yes);
            }
        }
        if yes {
            self.done(name, true);
        }
    }

    fn rated(&mut self, case: &str, risk: crate::scenario::raw::Risk) {
        let scenario = self.scenario;
        let of_case =
            |own: Option<crate::scenario::ids::CaseId>| own.is_none_or(|own| scenario.case_called(case) == Some(own));
        for (at, row) in scenario.tables().responses.iter().enumerate() {
            let form = row.form.map(|form| scenario.form(form)).filter(|_| of_case(row.case));
            let rates = form.is_some_and(|form| {
                form.fields.iter().any(|field| matches!(&field.kind, FieldKind::Grid(risks) if risks.contains(&risk)))
            });
            if rates {
                self.want(Thing::Response(ResponseId(short(at))));
            }
        }
        for (at, row) in scenario.tables().decisions.iter().enumerate() {
            let id = DecisionId(short(at));
            let asks = matches!(&scenario.decision(id).ask,
                crate::scenario::raw::Ask::RateRisk(risks) if risks.contains(&risk));
            if asks && of_case(row.case) {
                self.want(Thing::Decision(id));
            }
        }
    }

    fn verified(&mut self, claim: &str, yes: bool) {
        let (scenario, raw) = (self.scenario, self.scenario.raw());
        let settles = |confirms: &[String], contradicts: &[String]| {
            confirms.iter().chain(contradicts).any(|settled| settled == claim)
        };
        let arrivals = raw.arrivals.iter().filter(|one| settles(&one.confirms, &one.contradicts)).map(|one| &one.id);
        let documents = raw.cases.iter().flat_map(|case| &case.file);
        let documents = documents.filter(|one| settles(&one.confirms, &one.contradicts)).map(|one| &one.id);
        for name in arrivals.chain(documents) {
            let Some(item) = scenario.item_called(name) else { continue };
            if yes { self.read(item) } else { self.lean(Deed::Open(scenario.item_number(item)), false) }
        }
    }

    fn told(&mut self, item: &str, who: &str, yes: bool) {
        let scenario = self.scenario;
        let (Some(item), Some(who)) = (scenario.item_called(item), scenario.person_called(who)) else { return };
        self.lean(Deed::Tell(scenario.item_number(item), who), yes);
        if yes {
            self.read(item);
            self.may(scenario.person(who).known_when.as_ref());
        }
    }

    /// A secret is to reach somebody it is kept from, or not to.
    fn leaked(&mut self, secret: &str, yes: bool) {
        let raw = self.scenario.raw();
        let Some(kept) = raw.secrets.iter().find(|one| one.id == secret) else { return };
        if yes {
            self.may(kept.when.as_ref());
            if let Some(unless) = &kept.unless {
                self.hold(unless, false);
            }
        }
        let reveals = |all: &[String]| all.iter().any(|one| one == secret);
        let arrivals = raw.arrivals.iter().filter(|one| reveals(&one.reveals)).map(|one| &one.id);
        let documents = raw.cases.iter().flat_map(|case| &case.file);
        let documents = documents.filter(|one| reveals(&one.reveals)).map(|one| &one.id);
        for item in arrivals.chain(documents) {
            kept.from.iter().for_each(|who| self.told(item, who, yes));
        }
        for response in raw.responses.iter().filter(|one| reveals(&one.reveals)) {
            self.done(&response.id, yes);
        }
        for decision in &raw.decisions {
            for option in decision.options.iter().filter(|one| reveals(&one.reveals)) {
                self.chosen(&decision.id, &option.id, yes);
            }
        }
    }

    /// Something is to come about.
    fn want(&mut self, thing: Thing<'s>) {
        if !self.met.insert(thing) {
            return;
        }
        let scenario = self.scenario;
        match thing {
            Thing::Flag(flag, set) => self.bring(|effect| match effect {
                Effect::Set(one) => (one == flag).then_some(set),
                Effect::Clear(one) => (one == flag).then_some(!set),
                _ => None,
            }),
            Thing::Counter(counter, up) => self.bring(|effect| match effect {
                Effect::Add(one, by) if one == counter => Some((*by > 0) == up),
                _ => None,
            }),
            Thing::OneOf(one_of, value) => self.bring(|effect| match effect {
                Effect::SetTo(one, to) if one == one_of => Some(to == value),
                _ => None,
            }),
            Thing::Item(number) => match super::open::item(scenario.tables(), usize::from(number)) {
                ItemId::Arrival(id) => {
                    let raw = scenario.arrival(id);
                    self.may(raw.when.as_ref());
                    self.at(&raw.at);
                    self.bring(|effect| match effect {
                        Effect::Arrives(brought) => (brought.arrival == raw.id).then_some(true),
                        Effect::Cancels(one) => (*one == raw.id).then_some(false),
                        _ => None,
                    });
                }
                ItemId::Document(id) => {
                    let case = scenario.tables().documents[id.index()].case;
                    let case = &scenario.case(case).id;
                    self.bring(|effect| matches!(effect, Effect::Allocates(one) if one == case).then_some(true));
                }
            },
            Thing::Response(id) => {
                self.lean(Deed::Do(id), true);
                self.may(scenario.response(id).and_then(|raw| raw.when.as_ref()));
            }
            Thing::Decision(id) => {
                let raw = scenario.decision(id);
                self.may(raw.when.as_ref());
                self.at(&raw.at);
                self.bring(|effect| matches!(effect, Effect::Poses(one) if *one == raw.id).then_some(true));
            }
            Thing::Started(id) => {
                let raw = scenario.deadline(id);
                self.may(raw.when.as_ref());
                self.bring(|effect| match effect {
                    Effect::Starts(one) => (*one == raw.id).then_some(true),
                    Effect::Cancels(one) => (*one == raw.id).then_some(false),
                    _ => None,
                });
            }
            Thing::Ending(id) => {
                let raw = scenario.ending(id);
                self.bring(|effect| match effect {
                    Effect::Ends(one) => Some(*one == raw.id),
                    _ => None,
                });
                let called = scenario.tables().endings.get(id.index()).is_some_and(|row| row.called);
                if !called {
                    let endings = scenario.raw().endings.iter().map(|one| one.when.as_ref());
                    self.first_of(endings.collect(), id.0);
                }
            }
            Thing::Owner(owner) => self.owner(owner),
        }
    }

    fn at(&mut self, at: &'s At) {
        if let At::AsSoonAs(condition) = at {
            self.hold(condition, true);
        }
    }

    fn owner(&mut self, owner: Owner<'s>) {
        let scenario = self.scenario;
        match owner {
            Owner::Response(id) => self.want(Thing::Response(id)),
            Owner::Option(id, at) => {
                self.lean(Deed::Choose(id, at), true);
                self.want(Thing::Decision(id));
                let option = scenario.decision(id).options.get(usize::from(at));
                self.may(option.and_then(|option| option.when.as_ref()));
            }
            Owner::Arrival(id) => self.want(Thing::Item(id.0)),
            Owner::Told(id, who) => self.told(&scenario.arrival(id).id, who, true),
            Owner::Drift(id) => {
                let raw = scenario.drift(id);
                self.may(raw.when.as_ref());
                self.at(&raw.at);
                self.bring(|effect| matches!(effect, Effect::Draws(one) if *one == raw.id).then_some(true));
            }
            Owner::Chance(id, outcome) => {
                let raw = scenario.chance(id);
                self.may(raw.when.as_ref());
                self.at(&raw.at);
                let shifts = match outcome.and_then(|at| raw.outcomes.get(usize::from(at))) {
                    Some(outcome) => &outcome.shifts,
                    None => &raw.shifts,
                };
                shifts.iter().for_each(|shift| self.hold(&shift.when, shift.by.0 > 0));
                self.bring(|effect| matches!(effect, Effect::Draws(one) if *one == raw.id).then_some(true));
            }
            Owner::IfMet(id) | Owner::IfMissed(id) => {
                self.want(Thing::Started(id));
                self.hold(&scenario.deadline(id).met, matches!(owner, Owner::IfMet(_)));
            }
        }
    }

    /// Everything whose effects bring something about is wanted (true); what undoes it is avoided (false).
    fn bring(&mut self, does: impl Fn(&Effect) -> Option<bool>) {
        let found: Vec<(Owner<'s>, Needs<'s>, bool)> = self
            .causes
            .iter()
            .filter_map(|cause| does(cause.effect).map(|yes| (cause.owner, cause.needs.clone(), yes)))
            .collect();
        for (owner, needs, yes) in found {
            if yes {
                self.want(Thing::Owner(owner));
                needs.into_iter().for_each(|(condition, yes)| self.hold(condition, yes));
                continue;
            }
            match owner {
                Owner::Response(id) => self.lean(Deed::Do(id), false),
                Owner::Option(id, at) => self.lean(Deed::Choose(id, at), false),
                Owner::Told(id, who) => self.told(&self.scenario.arrival(id).id, who, false),
                _ => {}
            }
        }
    }
}

/// Every effect of a scenario with where it stands.
fn causes(scenario: &Scenario) -> Vec<Cause<'_>> {
    let tables = scenario.tables();
    let mut all = Vec::new();
    for at in 0..tables.responses.len() {
        let id = ResponseId(short(at));
        if let Some(response) = scenario.response(id) {
            effects_of(&mut all, Owner::Response(id), &[], &response.then);
        }
    }
    for at in 0..tables.decisions.len() {
        let id = DecisionId(short(at));
        for (option, one) in scenario.decision(id).options.iter().enumerate() {
            effects_of(&mut all, Owner::Option(id, short(option)), &[], &one.then);
        }
    }
    for at in 0..tables.arrivals.len() {
        let id = ArrivalId(short(at));
        let arrival = scenario.arrival(id);
        effects_of(&mut all, Owner::Arrival(id), &[], &arrival.then);
        for needed in &arrival.needed_by {
            effects_of(&mut all, Owner::Told(id, &needed.who), &[], &needed.then);
        }
    }
    for at in 0..tables.drift.len() {
        let id = DriftId(short(at));
        effects_of(&mut all, Owner::Drift(id), &[], &scenario.drift(id).then);
    }
    for at in 0..tables.chances.len() {
        let id = ChanceId(short(at));
        effects_of(&mut all, Owner::Chance(id, None), &[], &scenario.chance(id).then);
        for (outcome, one) in scenario.chance(id).outcomes.iter().enumerate() {
            effects_of(&mut all, Owner::Chance(id, Some(short(outcome))), &[], &one.then);
        }
    }
    for at in 0..tables.deadlines.len() {
        let id = DeadlineId(short(at));
        effects_of(&mut all, Owner::IfMet(id), &[], &scenario.deadline(id).if_met);
        effects_of(&mut all, Owner::IfMissed(id), &[], &scenario.deadline(id).if_missed);
    }
    all
}

fn effects_of<'s>(
    all: &mut Vec<Cause<'s>>,
    owner: Owner<'s>,
    needs: &[(&'s Condition, bool)],
    effects: &'s [Effect],
) {
    let with = |more: Option<(&'s Condition, bool)>| {
        let mut needs = needs.to_vec();
        needs.extend(more);
        needs
    };
    for effect in effects {
        match effect {
            Effect::If { when, then, otherwise } => {
                effects_of(all, owner, &with(Some((when, true))), then);
                effects_of(all, owner, &with(Some((when, false))), otherwise);
            }
            Effect::Later { when, then, .. } => {
                effects_of(all, owner, &with(when.as_ref().map(|when| (when, true))), then);
            }
            effect => all.push(Cause { owner, needs: with(None), effect }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::sample;

    #[test]
    fn deeds_are_found_through_what_brings_things_about() {
        let scenario = sample::sample();
        let one = scenario.decision_called("one").unwrap();
        let late = scenario.decision_called("late").unwrap();
        // "late" is put if he has gone, and he goes if the answer is to wait.
        let leaning = towards(&scenario, Mark::Chose(late, 1));
        assert_eq!(leaning.of(Deed::Choose(late, 1)), Some(true));
        assert_eq!(leaning.of(Deed::Choose(one, 2)), Some(true));
        assert_eq!(leaning.of(Deed::Choose(one, 0)), None);
        // The clinic answers whoever rang it, and whoever rang it had read the text.
        let Some(ItemId::Arrival(answer)) = scenario.item_called("clinic-answer") else { panic!() };
        let Some(ItemId::Arrival(text)) = scenario.item_called("text") else { panic!() };
        let leaning = towards(&scenario, Mark::Came(answer));
        assert_eq!(leaning.of(Deed::Do(scenario.response_called("ring-clinic").unwrap())), Some(true));
        assert_eq!(leaning.of(Deed::Open(text.0)), Some(true));
        // What ends badly does so less often after a visit.
        let leaning = towards(&scenario, Mark::Ended(EndingId(0)));
        assert_eq!(leaning.of(Deed::Do(scenario.response_called("visit").unwrap())), Some(false));
        // The secret gets out by telling his mother.
        let Some(Symbol::Secret(offence)) = scenario.symbols().get("offence") else { panic!() };
        let leaning = towards(&scenario, Mark::Leaked(offence));
        assert_eq!(leaning.of(Deed::Do(scenario.response_called("tell-mum").unwrap())), Some(true));
    }
}
