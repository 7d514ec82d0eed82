//! Arrivals, responses, decisions, drift, chances, deadlines and the rest, a row each.

use crate::policy::OrderFacts;
use crate::policy::matches;
use crate::scenario::ids::{
    ArrivalId, ChanceId, DeadlineId, DecisionId, DriftId, FormId, ItemId, ResponseId, SecretId, Symbol,
};
use crate::scenario::raw::policy::RuleValue;
use crate::scenario::raw::{self, AnswerBy, At, Due, Lands, OpenTo, PropertyClaim, Reach, Repeat, Runs, Wait};
use crate::scenario::tables::{
    Again, ArrivalRow, Block, By, ChanceRow, Cond, DeadlineRow, DecisionRow, DriftRow, DueRow, EndingRow, FloorRow,
    OptionRow, OutcomeRow, PropertyRow, ResponseRow, RuleRow, SecretRow, ShiftRow, Span, ToldRow, TriggerRow,
    Triggered,
};

use super::conditions::{narrow, short};
use super::{Compiler, NO_RULE};

impl Compiler<'_> {
    fn enter_list(&mut self, list: &'static str, index: usize) {
        self.names.enter_field(list);
        self.names.enter_index(index);
    }

    fn leave_list(&mut self) {
        self.names.leave();
        self.names.leave();
    }

    /// Compiles `AsSoonAs`, where it stands, into a trigger.
    fn trigger(&mut self, at: &At, what: Triggered) {
        let At::AsSoonAs(when) = at else { return };
        self.names.enter_field("at");
        let when = self.condition(Some(when));
        self.names.leave();
        let fired = self.facts.bit();
        self.tables.triggers.push(TriggerRow { when, fired, what });
    }

    pub(super) fn arrivals(&mut self) {
        let (raw, symbols) = (self.raw, self.symbols);
        for (index, spot) in symbols.arrivals.iter().enumerate() {
            let arrival = &raw.arrivals[spot.index()];
            let id = ArrivalId(short(index));
            self.enter_list("arrivals", spot.index());
            self.trigger(&arrival.at, Triggered::Arrival(id));
            self.arrival(id, arrival);
            self.leave_list();
        }
    }

    fn arrival(&mut self, id: ArrivalId, arrival: &raw::Arrival) {
        let when = self.field_condition("when", arrival.when.as_ref());
        let case = self.case_of(arrival.case.as_ref());
        let from = self.names.field("from", |names| names.person(&arrival.from));
        self.content(&arrival.content);
        self.people("could_confirm", &arrival.could_confirm);
        self.licence_conditions("bears_on", &arrival.bears_on);
        if let Some(replaces) = &arrival.replaces {
            self.names.field("replaces", |names| names.item(replaces));
        }
        self.names.enter_field("thanks_to");
        for (index, thanked) in arrival.thanks_to.iter().enumerate() {
            self.names.enter_index(index);
            self.names.thanked(thanked);
            self.names.leave();
        }
        self.names.leave();
        let claims = (&arrival.says[..], &arrival.confirms[..], &arrival.contradicts[..]);
        let settles = self.settled(claims, arrival.reliability, from);
        self.item_reveals(ItemId::Arrival(id), &arrival.reveals);
        for (index, needed) in arrival.needed_by.iter().enumerate() {
            self.enter_list("needed_by", index);
            let who = self.names.field("who", |names| names.person(&needed.who));
            let then = self.effects("then", &needed.then);
            if let Some(who) = who {
                let told = self.facts.told(id.0, who);
                self.tables.told.push(ToldRow { item: id.0, who, told, then });
            }
            self.leave_list();
        }
        let start = narrow(self.tables.versions.len());
        let mut versions = Vec::with_capacity(arrival.versions.len());
        for (index, version) in arrival.versions.iter().enumerate() {
            self.enter_list("versions", index);
            versions.push(self.field_condition("when", Some(&version.when)));
            self.leave_list();
        }
        self.tables.versions.extend(versions);
        let then = self.effects("then", &arrival.then);
        let (seen, opened, opened_first) = self.facts.arrival(id);
        let most = self.occurrences.arrival(id).min(super::occurrences::MOST_TOLD_APART);
        let came = self.facts.slot(0);
        let plain = most == 1
            && !arrival.via.is_spoken()
            && arrival.reach == Reach::Waits
            && arrival.lands == Lands::Inbox
            && arrival.versions.is_empty()
            && then == Block::NOTHING;
        self.tables.arrivals.push(ArrivalRow {
            plain,
            when,
            case,
            from: from.unwrap_or(crate::scenario::ids::PersonId(0)),
            seen,
            opened,
            opened_first,
            most,
            came,
            minutes: i32::from(arrival.minutes),
            spoken: arrival.via.is_spoken(),
            interrupts: match arrival.reach {
                Reach::Waits => None,
                Reach::Interrupts(minutes) => Some(i32::from(minutes)),
            },
            lands_in_file: arrival.lands == Lands::File,
            settles,
            versions: Span { start, len: short(arrival.versions.len()) },
            then,
        });
    }

    fn licence_conditions(&mut self, field: &'static str, conditions: &[String]) {
        self.names.enter_field(field);
        for (index, condition) in conditions.iter().enumerate() {
            self.names.enter_index(index);
            self.names.licence_condition(condition);
            self.names.leave();
        }
        self.names.leave();
    }

    pub(super) fn responses(&mut self) {
        let (raw, symbols) = (self.raw, self.symbols);
        for (index, spot) in symbols.responses.iter().enumerate() {
            let response = &raw.responses[spot.index()];
            self.enter_list("responses", spot.index());
            self.response_row(ResponseId(short(index)), response);
            self.leave_list();
        }
        for (index, form) in raw.everyday.iter().enumerate() {
            let Some(Symbol::Form(form)) = symbols.get(form) else { continue };
            let id = ResponseId(short(symbols.responses.len() + index));
            let case = self.case_of(None);
            self.tables.responses.push(ResponseRow {
                when: Cond::ALWAYS,
                known: Cond::ALWAYS,
                case,
                minutes: i32::from(self.forms[form.index()].minutes),
                again: Again::Anytime,
                anytime: false,
                done: self.facts.done(id),
                form: Some(form),
                everyday: true,
                to: None,
                reveals: Span::default(),
                then: Block::NOTHING,
            });
        }
    }

    fn response_row(&mut self, id: ResponseId, response: &raw::Response) {
        let case = self.case_of(response.case.as_ref());
        let when = self.field_condition("when", response.when.as_ref());
        let known = self.knowledge(response.when.as_ref());
        let again = match &response.repeat {
            Repeat::Once => Again::Once,
            Repeat::Anytime => Again::Anytime,
            Repeat::After(wait) => {
                let length = self.length(wait);
                Again::After { length, from: self.facts.time() }
            }
        };
        let asks = response.asks.as_ref().and_then(|asks| self.names.field("asks", |names| names.person(asks)));
        let to = response.to.as_ref().and_then(|to| self.names.field("to", |names| names.person(to)));
        let form: Option<FormId> =
            response.form.as_ref().and_then(|form| self.names.field("form", |names| names.form(form)));
        self.names.enter_field("about");
        for (index, about) in response.about.iter().enumerate() {
            self.names.enter_index(index);
            self.names.item(about);
            self.names.leave();
        }
        self.names.leave();
        self.licence_conditions("acts_on", &response.acts_on);
        let reveals = self.reveals(&response.reveals);
        let then = self.effects("then", &response.then);
        self.tables.responses.push(ResponseRow {
            when,
            known,
            case,
            minutes: i32::from(response.minutes),
            again,
            anytime: response.open == OpenTo::Anytime,
            done: self.facts.done(id),
            form,
            everyday: false,
            to: to.or(asks),
            reveals,
            then,
        });
    }

    pub(super) fn decisions(&mut self) {
        let (raw, symbols) = (self.raw, self.symbols);
        for (index, spot) in symbols.decisions.iter().enumerate() {
            let decision = &raw.decisions[spot.index()];
            let id = DecisionId(short(index));
            self.enter_list("decisions", spot.index());
            self.trigger(&decision.at, Triggered::Decision(id));
            self.decision(id, decision);
            self.leave_list();
        }
    }

    fn decision(&mut self, id: DecisionId, decision: &raw::Decision) {
        let when = self.field_condition("when", decision.when.as_ref());
        let case = self.case_of(decision.case.as_ref());
        self.content(&decision.content);
        self.names.enter_field("rests_on");
        for (index, claim) in decision.rests_on.iter().enumerate() {
            self.names.enter_index(index);
            self.names.claim(claim);
            self.names.leave();
        }
        self.names.leave();
        let mut situations = Vec::with_capacity(decision.situations.len());
        for (index, situation) in decision.situations.iter().enumerate() {
            self.enter_list("situations", index);
            situations.push(self.field_condition("when", situation.when.as_ref()));
            self.leave_list();
        }
        let mut options = Vec::with_capacity(decision.options.len());
        for (index, option) in decision.options.iter().enumerate() {
            self.enter_list("options", index);
            let when = self.field_condition("when", option.when.as_ref());
            let to = option.to.as_ref().and_then(|to| self.names.field("to", |names| names.person(to)));
            let reveals = self.reveals(&option.reveals);
            let then = self.effects("then", &option.then);
            options.push(OptionRow { when, chose: self.facts.chose(id, index), to, reveals, then });
            self.leave_list();
        }
        let (put, waits, answered) = self.facts.decision(id);
        self.tables.decisions.push(DecisionRow {
            when,
            case,
            put,
            waits,
            answered,
            by: match decision.answer_by {
                AnswerBy::AtOnce => By::AtOnce,
                AnswerBy::EndOfDay => By::EndOfDay,
                AnswerBy::EndOfTurn => By::EndOfTurn,
            },
            situations: Span { start: narrow(self.tables.situations.len()), len: short(situations.len()) },
            options: Span { start: narrow(self.tables.options.len()), len: short(options.len()) },
            always_open: options
                .iter()
                .enumerate()
                .filter(|(_, option)| option.when == Cond::ALWAYS)
                .fold(0, |open, (at, _)| open | bit(at)),
            at_times_open: Span {
                start: narrow(self.tables.at_times_open.len()),
                len: short(options.iter().filter(|option| option.when != Cond::ALWAYS).count()),
            },
        });
        for (at, option) in options.iter().enumerate().filter(|(_, option)| option.when != Cond::ALWAYS) {
            self.tables.at_times_open.push((bit(at), option.when));
        }
        self.tables.situations.extend(situations);
        self.tables.options.extend(options);
    }

    pub(super) fn drift_and_chances(&mut self) {
        let (raw, symbols) = (self.raw, self.symbols);
        for (index, spot) in symbols.drift.iter().enumerate() {
            let drift = &raw.drift[spot.index()];
            self.enter_list("drift", spot.index());
            self.trigger(&drift.at, Triggered::Drift(DriftId(short(index))));
            let when = self.field_condition("when", drift.when.as_ref());
            let then = self.effects("then", &drift.then);
            self.tables.drift.push(DriftRow { when, then });
            self.leave_list();
        }
        let mut slot = 0;
        for (index, spot) in symbols.chances.iter().enumerate() {
            let chance = &raw.chances[spot.index()];
            let id = ChanceId(short(index));
            self.enter_list("chances", spot.index());
            self.trigger(&chance.at, Triggered::Chance(id));
            let when = self.field_condition("when", chance.when.as_ref());
            let mut outcomes = Vec::new();
            if let Some(odds) = chance.odds {
                let shifts = self.shifts(&chance.shifts);
                let then = self.effects("then", &chance.then);
                outcomes.push(OutcomeRow { odds: odds.0, shifts, then });
            }
            for (at, outcome) in chance.outcomes.iter().enumerate() {
                self.enter_list("outcomes", at);
                let shifts = self.shifts(&outcome.shifts);
                let then = self.effects("then", &outcome.then);
                outcomes.push(OutcomeRow { odds: outcome.odds.0, shifts, then });
                self.leave_list();
            }
            let most = self.chance_draws(spot.index());
            let drawn = matches!(chance.at, At::Called).then(|| self.facts.slot(0));
            self.tables.chances.push(ChanceRow {
                when,
                slot,
                most,
                drawn,
                over: self.facts.over(id),
                outcomes: Span { start: narrow(self.tables.outcomes.len()), len: short(outcomes.len()) },
            });
            slot += u32::from(most);
            self.tables.outcomes.extend(outcomes);
            self.leave_list();
        }
    }

    fn shifts(&mut self, shifts: &[raw::Shift]) -> Span {
        let mut rows = Vec::with_capacity(shifts.len());
        for (index, shift) in shifts.iter().enumerate() {
            self.enter_list("shifts", index);
            rows.push(ShiftRow { by: shift.by.0, when: self.field_condition("when", Some(&shift.when)) });
            self.leave_list();
        }
        let start = narrow(self.tables.shifts.len());
        self.tables.shifts.extend(rows);
        Span { start, len: short(shifts.len()) }
    }

    pub(super) fn deadlines(&mut self) {
        let (raw, symbols) = (self.raw, self.symbols);
        for (index, spot) in symbols.deadlines.iter().enumerate() {
            let deadline = &raw.deadlines[spot.index()];
            let id = DeadlineId(short(index));
            self.enter_list("deadlines", spot.index());
            self.deadline(id, deadline);
            self.leave_list();
        }
    }

    fn deadline(&mut self, id: DeadlineId, deadline: &raw::Deadline) {
        let case = self.case_of(deadline.case.as_ref());
        let when = self.field_condition("when", deadline.when.as_ref());
        let met_by = self.field_condition("met", Some(&deadline.met));
        self.names.enter_field("due");
        let due = self.due(deadline);
        self.names.leave();
        self.names.enter_field("told_by");
        let start = narrow(self.tables.told_by.len());
        for (index, item) in deadline.told_by.iter().enumerate() {
            self.names.enter_index(index);
            if let Some(item) = self.names.item(item) {
                let opened = self.facts.opened(item);
                self.tables.told_by.push(opened);
            }
            self.names.leave();
        }
        self.names.leave();
        let told_by = Span { start, len: short(deadline.told_by.len()) };
        let if_met = self.effects("if_met", &deadline.if_met);
        let if_missed = self.effects("if_missed", &deadline.if_missed);
        if deadline.runs == Runs::Started && !self.occurrences.is_started(id) {
            // Nothing starts it: it runs from when its condition first holds.
            let fired = self.facts.bit();
            self.tables.triggers.push(TriggerRow { when, fired, what: Triggered::Deadline(id) });
        }
        let (running, met, missed) = self.facts.deadline(id);
        self.tables.deadlines.push(DeadlineRow {
            when,
            case,
            due,
            met_by,
            running,
            met,
            missed,
            falls_due: crate::scenario::tables::TimeSlot(id.0),
            if_met,
            if_missed,
            untold: deadline.untold,
            told_by,
        });
    }

    fn due(&mut self, deadline: &raw::Deadline) -> DueRow {
        match &deadline.due {
            Due::By(moment) => DueRow::At(self.tables.calendar.closing_of(*moment)),
            Due::Within(wait) => self.runs_out(wait, deadline.runs),
            Due::Rule(rule) => self.rule_due(rule, deadline),
        }
    }

    /// When something that takes so long is over. What runs from before the first day that is played is due at a moment
    /// that is known: counted from the first day it would be late.
    fn runs_out(&mut self, wait: &Wait, runs: Runs) -> DueRow {
        if let Runs::At(moment) = runs {
            let calendar = &self.tables.calendar;
            let from = calendar.start_of(moment);
            let at = (from < calendar.begins()).then(|| self.after(wait, from)).flatten();
            if let Some(at) = at {
                return DueRow::At(at);
            }
        }
        DueRow::After(self.length(wait))
    }

    fn rule_due(&mut self, rule: &str, deadline: &raw::Deadline) -> DueRow {
        let policy = self.policy;
        let mut rows = Vec::new();
        let mut of_this_name = false;
        let mut counts_back = false;
        for entry in policy.in_force(rule, self.policy_date) {
            of_this_name = true;
            let due = match &entry.value {
                RuleValue::Wait(wait) => self.runs_out(wait, deadline.runs),
                RuleValue::BeforeIt(wait) => match deadline.runs {
                    Runs::At(moment) => DueRow::At(self.before(wait, moment)),
                    Runs::Started => {
                        counts_back = true;
                        continue;
                    }
                },
                RuleValue::Text(_) | RuleValue::Number(_) => continue,
            };
            rows.push(RuleRow { only: entry.only.clone(), due });
        }
        let fits = |row: &RuleRow| {
            let order = self.order_facts(deadline.case.as_deref());
            order.is_none_or(|order| {
                // The level of MAPPA may change in play; whatever else a rule asks is settled here.
                (0..=3).any(|level| matches(row.only.as_ref(), OrderFacts { mappa_level: level, ..order }))
            })
        };
        if !rows.iter().any(fits) {
            self.names.enter_index(0);
            let all: Vec<&str> = policy.rules().iter().map(|entry| entry.rule.id.as_str()).collect();
            let (message, help) = if counts_back {
                (
                    format!("the rule \"{rule}\" counts back from a day, and nothing says from which"),
                    "write `runs: At(..)`, the moment that it counts back from".to_owned(),
                )
            } else if of_this_name {
                (
                    format!("the rule \"{rule}\" gives no date for this order on {}", self.policy_date),
                    "choose a rule that sets a time for this kind of order, or write Within(..) or By(..)".to_owned(),
                )
            } else if all.contains(&rule) {
                (
                    format!("the rule \"{rule}\" is not in force on {}", self.policy_date),
                    "change the policy date, or write Within(..) or By(..)".to_owned(),
                )
            } else {
                let near = super::names::nearest(rule, all.iter().copied());
                (
                    format!("no policy rule is called \"{rule}\""),
                    near.map_or_else(
                        || "the rules are in assets/policy".to_owned(),
                        |near| format!("did you mean \"{near}\"?"),
                    ),
                )
            };
            self.names.error(NO_RULE, message, Some(help));
            self.names.leave();
        }
        let start = narrow(self.tables.rules.len());
        let len = short(rows.len());
        self.tables.rules.extend(rows);
        DueRow::Rules(Span { start, len })
    }

    /// The order of a case, or of the only one, with MAPPA as it is at the start.
    fn order_facts(&self, case: Option<&str>) -> Option<OrderFacts> {
        let case = match case {
            Some(name) => self.raw.cases.iter().find(|case| case.id == name)?,
            None if self.raw.cases.len() == 1 => self.raw.cases.first()?,
            None => return None,
        };
        let (category, level) = case.mappa.map_or((0, 0), |mappa| (mappa.category, mappa.level));
        Some(OrderFacts::of(&case.order, category, level))
    }

    /// A moment so long before another one: closing of that day, or to the minute for hours and minutes.
    fn before(&self, wait: &Wait, moment: raw::Moment) -> crate::scenario::calendar::Minute {
        use crate::scenario::calendar::{Calendar, DAY};
        let calendar = &self.tables.calendar;
        let at = calendar.opening_of(moment);
        let day = Calendar::day(at);
        let days = match wait {
            Wait::Now | Wait::Until(_) | Wait::Between(..) => return at,
            Wait::Minutes(n) => return at - i32::from(*n),
            Wait::Hours(n) => return at - i32::from(*n) * 60,
            Wait::WorkingDays(n) => {
                let mut day = day;
                let mut left = *n;
                while left > 0 && day > -100 * 366 {
                    day -= 1;
                    left -= u16::from(calendar.is_working(day));
                }
                day
            }
            Wait::Days(n) => day - i32::from(*n),
            Wait::Weeks(n) => day - 7 * i32::from(*n),
            Wait::Months(n) => calendar.months_after(day, -i32::from(*n)).unwrap_or(day),
        };
        calendar.closing(days).max(-100 * 366 * DAY)
    }

    /// When something that takes so long ends, from a minute on; nothing if luck decides.
    fn after(
        &self,
        wait: &Wait,
        from: crate::scenario::calendar::Minute,
    ) -> Option<crate::scenario::calendar::Minute> {
        use crate::scenario::calendar::{Calendar, DAY};
        let calendar = &self.tables.calendar;
        let day = Calendar::day(from);
        Some(match wait {
            Wait::Now => from,
            Wait::Minutes(n) => from + i32::from(*n),
            Wait::Hours(n) => from + i32::from(*n) * 60,
            Wait::WorkingDays(n) => calendar.closing(calendar.working_day_after(day, u32::from(*n))?),
            Wait::Days(n) => from + i32::from(*n) * DAY,
            Wait::Weeks(n) => from + i32::from(*n) * 7 * DAY,
            Wait::Months(n) => from + (calendar.months_after(day, i32::from(*n))? - day) * DAY,
            Wait::Until(_) | Wait::Between(..) => return None,
        })
    }

    pub(super) fn secrets(&mut self) {
        let (raw, symbols) = (self.raw, self.symbols);
        for (index, spot) in symbols.secrets.iter().enumerate() {
            let secret = &raw.secrets[spot.index()];
            self.enter_list("secrets", spot.index());
            let from = self.people("from", &secret.from);
            let when = self.field_condition("when", secret.when.as_ref());
            let unless = secret.unless.as_ref().map(|unless| self.field_condition("unless", Some(unless)));
            let start = narrow(self.tables.kept_from.len());
            let len = short(from.len());
            self.tables.kept_from.extend(from);
            let leaked = self.facts.leaked(SecretId(short(index)));
            self.tables.secrets.push(SecretRow { when, unless, from: Span { start, len }, leaked });
            self.leave_list();
        }
    }

    pub(super) fn endings(&mut self) {
        let raw = self.raw;
        let mut slots: Vec<(&str, usize)> = raw
            .endings
            .iter()
            .enumerate()
            .filter(|(_, ending)| ending.odds.is_some())
            .map(|(index, ending)| (ending.id.as_str(), index))
            .collect();
        slots.sort_unstable();
        let first: u32 = self.tables.chances.iter().map(|chance| u32::from(chance.most)).sum();
        let last = raw.endings.len().saturating_sub(1);
        for (index, ending) in raw.endings.iter().enumerate() {
            self.enter_list("endings", index);
            self.content(&ending.content);
            let when = self.field_condition("when", ending.when.as_ref());
            let odds = ending.odds.map(|odds| {
                let at = slots.iter().position(|(_, of)| *of == index).unwrap_or(0);
                (odds.0, first + narrow(at))
            });
            let called = ending.when.is_none() && ending.odds.is_none() && index != last;
            self.tables.endings.push(EndingRow { when, odds, called });
            self.leave_list();
        }
    }

    pub(super) fn floors_and_properties(&mut self) {
        let (raw, symbols) = (self.raw, self.symbols);
        for spot in &symbols.floors {
            let floor = &raw.floors[spot.index()];
            self.enter_list("floors", spot.index());
            let when = self.field_condition("when", Some(&floor.when));
            let must = floor.must.as_ref().map(|must| self.field_condition("must", Some(must)));
            self.names.enter_field("within");
            let within = floor.within.as_ref().map(|within| self.length(within));
            self.names.leave();
            self.tables.floors.push(FloorRow { when, must, within });
            self.leave_list();
        }
        for spot in &symbols.properties {
            let property = &raw.properties[spot.index()];
            self.enter_list("properties", spot.index());
            self.names.enter_field("claim");
            self.names.enter_index(0);
            let row = match &property.claim {
                PropertyClaim::Always(condition) => PropertyRow::Always(self.condition(Some(condition))),
                PropertyClaim::Sometimes(condition) => PropertyRow::Sometimes(self.condition(Some(condition))),
                PropertyClaim::Never(condition) => PropertyRow::Never(self.condition(Some(condition))),
            };
            self.names.leave();
            self.names.leave();
            self.tables.properties.push(row);
            self.leave_list();
        }
    }

    pub(super) fn appointments(&mut self) {
        let (raw, symbols) = (self.raw, self.symbols);
        for spot in &symbols.appointments {
            let appointment = &raw.appointments[spot.index()];
            self.enter_list("appointments", spot.index());
            self.names.field("with", |names| names.person(&appointment.with));
            self.case_of(appointment.case.as_ref());
            let when = self.field_condition("when", appointment.when.as_ref());
            self.tables.appointments.push(when);
            self.leave_list();
        }
    }

    /// Puts the tellings that matter in order: those that someone needs, and those that a condition asks about.
    pub(super) fn tellings(&mut self) {
        for &(item, who, told) in &self.facts.told {
            if !self.tables.told.iter().any(|row| row.item == item && row.who == who) {
                self.tables.told.push(ToldRow { item, who, told, then: Block::NOTHING });
            }
        }
        self.tables.told.sort_by_key(|row| (row.item, row.who));
        self.tables.triggers.sort_by_key(|row| row.what);
        let items = self.tables.items();
        self.tables.item_reveals.resize(items, Span::default());
    }
}

/// The bit of an option. More options than bits are refused by `check`, which runs later.
fn bit(option: usize) -> u16 {
    u32::try_from(option).ok().and_then(|option| 1u16.checked_shl(option)).unwrap_or(0)
}
