//! Conditions to clauses: every way in which a condition can hold, each a few masks and tests.

use crate::diag::Code;
use crate::scenario::raw::{Condition, OneOrTwo, StateItem};
use crate::scenario::tables::{Bit, CitedIn, Clause, ClockTest, Cond, Either, Mask, Slot, Span, Test};

use super::Compiler;

/// A condition can hold in more than 64 ways.
pub const TOO_WIDE: Code = Code("D0104");
/// A condition lies more than 12 deep.
pub const TOO_DEEP: Code = Code("D0105");
/// The date of a `PolicyFrom` is none.
pub const NO_DATE: Code = Code("D0106");

/// The most ways in which a condition may hold.
const MOST_CLAUSES: usize = 64;
/// How deep a condition may lie.
const DEEPEST: usize = 12;

/// One way in which a condition holds, while it is being built.
#[derive(Debug, Clone, Default)]
struct Way {
    masks: Vec<Mask>,
    tests: Vec<Test>,
    clock: Vec<ClockTest>,
}

impl Way {
    fn of_bit(bit: Bit, holds: bool) -> Self {
        let one = 1 << (bit.0 % 64);
        let (set, clear) = if holds { (one, 0) } else { (0, one) };
        Self { masks: vec![Mask { word: bit.0 / 64, set, clear }], ..Self::default() }
    }

    fn of_test(test: Test) -> Self {
        Self { tests: vec![test], ..Self::default() }
    }

    fn of_clock(test: ClockTest) -> Self {
        Self { clock: vec![test], ..Self::default() }
    }

    fn is_open(&self) -> bool {
        self.masks.is_empty() && self.tests.is_empty() && self.clock.is_empty()
    }

    /// Both at once; nothing if they contradict each other.
    fn and(&self, other: &Self) -> Option<Self> {
        let mut both = self.clone();
        for mask in &other.masks {
            match both.masks.iter_mut().find(|mine| mine.word == mask.word) {
                Some(mine) => {
                    mine.set |= mask.set;
                    mine.clear |= mask.clear;
                    if mine.set & mine.clear != 0 {
                        return None;
                    }
                }
                None => both.masks.push(*mask),
            }
        }
        for test in &other.tests {
            if !both.tests.contains(test) {
                both.tests.push(*test);
            }
        }
        for test in &other.clock {
            if !both.clock.contains(test) {
                both.clock.push(*test);
            }
        }
        Some(both)
    }
}

/// What a literal is, before it is turned or not.
enum Literal {
    Bit(Bit),
    Test(Test),
    Clock(ClockTest),
    Constant(bool),
    /// A name in it is unknown, which has been reported.
    Unknown,
}

impl Compiler<'_> {
    /// Compiles a condition, or its absence.
    pub(super) fn condition(&mut self, condition: Option<&Condition>) -> Cond {
        condition.map_or(Cond::ALWAYS, |condition| self.compile_condition(condition, false))
    }

    /// Compiles the part of a condition that is knowledge: the rest is taken to hold.
    pub(super) fn knowledge(&mut self, condition: Option<&Condition>) -> Cond {
        let Some(condition) = condition else { return Cond::ALWAYS };
        // Names have been looked up, and reported, by the whole condition.
        let found = self.names.findings.len();
        let known = self.compile_condition(condition, true);
        self.names.findings.truncate(found);
        known
    }

    fn compile_condition(&mut self, condition: &Condition, knowledge_only: bool) -> Cond {
        let Some(ways) = self.ways(condition, true, knowledge_only, 1) else { return Cond::ALWAYS };
        if ways.iter().any(Way::is_open) {
            return Cond::ALWAYS;
        }
        let table = &mut self.tables.conditions;
        let mut clauses = Vec::with_capacity(ways.len());
        for way in &ways {
            let (first, rest) = match way.masks.split_first() {
                Some((first, rest)) => (*first, rest),
                None => (Mask::default(), [].as_slice()),
            };
            let masks = Span { start: narrow(table.masks.len()), len: short(rest.len()) };
            table.masks.extend_from_slice(rest);
            let mut tests = [Test::PASSED; 2];
            for (place, test) in tests.iter_mut().zip(&way.tests) {
                *place = *test;
            }
            let others = way.tests.get(2..).unwrap_or_default();
            let more_tests = Span { start: narrow(table.tests.len()), len: short(others.len()) };
            table.tests.extend_from_slice(others);
            let clock = Span { start: narrow(table.clock.len()), len: short(way.clock.len()) };
            table.clock.extend_from_slice(&way.clock);
            let more = !masks.is_empty() || !more_tests.is_empty() || !clock.is_empty();
            clauses.push(Clause { first, tests, more, masks, more_tests, clock });
        }
        let never = clauses.is_empty();
        let first = clauses.first().copied().unwrap_or(NOTHING);
        let others = Span { start: narrow(table.clauses.len()), len: short(clauses.len().saturating_sub(1)) };
        table.clauses.extend(clauses.into_iter().skip(1));
        table.conditions.push(Either { never, first, others });
        Cond(short(table.conditions.len() - 1))
    }

    /// Every way in which a condition holds (or fails). [`None`] if a fault was reported.
    fn ways(&mut self, condition: &Condition, holds: bool, knowledge: bool, depth: usize) -> Option<Vec<Way>> {
        if depth > DEEPEST {
            self.names.error(
                TOO_DEEP,
                format!("this condition lies more than {DEEPEST} deep"),
                Some("set a flag by an earlier happening, and ask for the flag".to_owned()),
            );
            return None;
        }
        let ways = match (condition, holds) {
            (Condition::Not(inner), _) => return self.ways(inner, !holds, knowledge, depth + 1),
            (Condition::All(parts), true) | (Condition::Any(parts), false) => {
                let mut ways = vec![Way::default()];
                let mut sound = true;
                for (index, part) in parts.0.iter().enumerate() {
                    self.names.enter_index(index);
                    let part = self.ways(part, holds, knowledge, depth + 1);
                    self.names.leave();
                    let Some(part) = part else {
                        sound = false;
                        continue;
                    };
                    ways = ways.iter().flat_map(|way| part.iter().filter_map(|other| way.and(other))).collect();
                    if ways.len() > MOST_CLAUSES {
                        return self.too_wide();
                    }
                }
                sound.then_some(ways)?
            }
            (Condition::Any(parts), true) | (Condition::All(parts), false) => {
                let mut ways = Vec::new();
                let mut sound = true;
                for (index, part) in parts.0.iter().enumerate() {
                    self.names.enter_index(index);
                    match self.ways(part, holds, knowledge, depth + 1) {
                        Some(part) => ways.extend(part),
                        None => sound = false,
                    }
                    self.names.leave();
                }
                sound.then_some(ways)?
            }
            (literal, _) => {
                let is_knowledge = matches!(
                    literal,
                    Condition::Seen(_)
                        | Condition::Opened(_)
                        | Condition::Verified(_)
                        | Condition::Told(..)
                        | Condition::Leaked(_)
                );
                match self.literal(literal) {
                    Literal::Unknown => return None,
                    _ if knowledge && !is_knowledge => vec![Way::default()],
                    Literal::Constant(constant) if constant == holds => vec![Way::default()],
                    Literal::Constant(_) => Vec::new(),
                    Literal::Bit(bit) => vec![Way::of_bit(bit, holds)],
                    Literal::Test(test) => vec![Way::of_test(if holds { test } else { test.turned() })],
                    Literal::Clock(test) => vec![Way::of_clock(if holds { test } else { turned(test) })],
                }
            }
        };
        if ways.len() > MOST_CLAUSES { self.too_wide() } else { Some(ways) }
    }

    fn too_wide(&mut self) -> Option<Vec<Way>> {
        self.names.error(
            TOO_WIDE,
            format!("this condition can hold in more than {MOST_CLAUSES} ways"),
            Some("set a flag by an earlier happening, and ask for the flag".to_owned()),
        );
        None
    }

    fn literal(&mut self, literal: &Condition) -> Literal {
        self.try_literal(literal).unwrap_or(Literal::Unknown)
    }

    /// Looks up a literal's names. The place of a name is the number of its part in the brackets.
    fn try_literal(&mut self, literal: &Condition) -> Option<Literal> {
        /// Looks up the n-th name of the literal.
        macro_rules! name {
            ($index:literal, $kind:ident, $name:expr) => {{
                self.names.enter_index($index);
                let found = self.names.$kind($name);
                self.names.leave();
                found
            }};
        }
        Some(match literal {
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => Literal::Constant(true),
            Condition::Is(flag) => {
                let flag = name!(0, flag, flag)?;
                self.read(super::Touched::Flag(flag));
                Literal::Bit(self.facts.flag(flag))
            }
            Condition::Equals(one_of, value) => {
                let id = name!(0, one_of, one_of)?;
                let values = values_of(&self.raw.state, one_of);
                self.names.enter_index(1);
                let at = self.names.local(value, "value", &format!("\"{one_of}\""), &values);
                self.names.leave();
                self.read(super::Touched::OneOf(id));
                Literal::Test(Test::is(self.facts.one_of(id), small(at?)))
            }
            Condition::AtLeast(counter, n) => {
                let id = name!(0, counter, counter)?;
                self.read(super::Touched::Counter(id));
                Literal::Test(Test::at_least(self.facts.counter(id).0, *n))
            }
            Condition::AtMost(counter, n) => {
                let id = name!(0, counter, counter)?;
                self.read(super::Touched::Counter(id));
                Literal::Test(Test::at_most(self.facts.counter(id).0, *n))
            }
            Condition::Seen(item) => {
                let item = name!(0, item, item)?;
                Literal::Bit(self.facts.seen(item))
            }
            Condition::Opened(item) => {
                let item = name!(0, item, item)?;
                Literal::Bit(self.facts.opened(item))
            }
            Condition::Verified(claim) => {
                let claim = name!(0, claim, claim)?;
                Literal::Bit(self.facts.verified(claim))
            }
            Condition::Told(item, person) => {
                let item = name!(0, item, item);
                let person = name!(1, person, person);
                let number = self.item_number(item?);
                Literal::Bit(self.facts.told(number, person?))
            }
            Condition::Leaked(secret) => {
                let secret = name!(0, secret, secret)?;
                Literal::Bit(self.facts.leaked(secret))
            }
            Condition::Done(response) => {
                let response = name!(0, response, response)?;
                Literal::Bit(self.facts.done(response))
            }
            Condition::Filed(OneOrTwo(form, case)) => {
                let form = name!(0, form, form);
                let case = match case {
                    Some(case) => Some(name!(1, case, case)?),
                    None => None,
                };
                Literal::Bit(self.facts.filed(form?, case))
            }
            Condition::Entered(form, field, choice) => {
                let id = name!(0, form, form)?;
                let (field, choice) = self.choice(id, form, field, choice)?;
                Literal::Bit(self.facts.entered(id, field, choice))
            }
            Condition::Cited(OneOrTwo(item, within)) => {
                let item = name!(0, item, item);
                let within = match within {
                    Some(within) => {
                        self.names.enter_index(1);
                        let found = self.cited_in(within);
                        self.names.leave();
                        found?
                    }
                    None => CitedIn::Anywhere,
                };
                let number = self.item_number(item?);
                Literal::Bit(self.facts.cited(number, within))
            }
            Condition::Rated(case, risk, level) => {
                let case = name!(0, case, case)?;
                let (_, levels, ..) = self.facts.case(case);
                Literal::Test(Test::at_least(Slot(levels.0 + *risk as u16), *level as i16 + 1))
            }
            Condition::Answered(decision) => {
                let decision = name!(0, decision, decision)?;
                Literal::Bit(self.facts.decision(decision).2)
            }
            Condition::Chose(decision, option) => {
                let id = name!(0, decision, decision)?;
                let options = self.options_of(id);
                self.names.enter_index(1);
                let at = self.names.local(option, "option", &format!("the decision \"{decision}\""), &options);
                self.names.leave();
                Literal::Bit(self.facts.chose(id, at?))
            }
            Condition::Running(deadline) => {
                let deadline = name!(0, deadline, deadline)?;
                Literal::Bit(self.facts.deadline(deadline).0)
            }
            Condition::Met(deadline) => {
                let deadline = name!(0, deadline, deadline)?;
                Literal::Bit(self.facts.deadline(deadline).1)
            }
            Condition::Missed(deadline) => {
                let deadline = name!(0, deadline, deadline)?;
                Literal::Bit(self.facts.deadline(deadline).2)
            }
            Condition::From(moment) => Literal::Clock(ClockTest::From(self.tables.calendar.start_of(*moment))),
            Condition::Before(moment) => Literal::Clock(ClockTest::Before(self.tables.calendar.start_of(*moment))),
            Condition::PolicyFrom(date) => match date.parse::<jiff::civil::Date>() {
                Ok(date) => Literal::Constant(date <= self.policy_date),
                Err(_) => {
                    self.names.enter_index(0);
                    self.names.error(
                        NO_DATE,
                        format!("\"{date}\" is no date"),
                        Some("write year, month and day: \"2025-11-03\"".to_owned()),
                    );
                    self.names.leave();
                    return None;
                }
            },
        })
    }

    fn choice(
        &mut self,
        id: crate::scenario::ids::FormId,
        form: &str,
        field: &str,
        choice: &str,
    ) -> Option<(u16, u16)> {
        use crate::scenario::raw::FieldKind;
        let forms = self.forms;
        let fields = &forms.get(id.index())?.fields;
        let names: Vec<&str> = fields.iter().map(|field| field.id.as_str()).collect();
        self.names.enter_index(1);
        let at = self.names.local(field, "field", &format!("the form \"{form}\""), &names);
        self.names.leave();
        let at = at?;
        let choices: Vec<&str> = match &fields.get(at)?.kind {
            FieldKind::PickOne(choices) | FieldKind::PickSome(choices) => {
                choices.iter().map(|choice| choice.id.as_str()).collect()
            }
            _ => {
                self.names.enter_index(1);
                self.names.error(
                    super::NOT_READABLE,
                    format!("the field \"{field}\" holds no ticks that a condition could read"),
                    Some("conditions read ticks (PickOne, PickSome), grids (Rated) and citations (Cited)".to_owned()),
                );
                self.names.leave();
                return None;
            }
        };
        self.names.enter_index(2);
        let picked = self.names.local(choice, "choice", &format!("the field \"{field}\""), &choices);
        self.names.leave();
        Some((short(at), short(picked?)))
    }

    fn cited_in(&mut self, name: &str) -> Option<CitedIn> {
        use crate::scenario::ids::Symbol;
        match self.names.cited_in(name)? {
            Symbol::Decision(decision) => Some(CitedIn::Decision(decision)),
            Symbol::Form(form) => Some(CitedIn::Form(form)),
            Symbol::Response(response) => Some(CitedIn::Response(response)),
            _ => None,
        }
    }
}

/// Stands where a condition has no clause.
const NOTHING: Clause = Clause {
    first: Mask { word: 0, set: 0, clear: 0 },
    tests: [Test::PASSED; 2],
    more: false,
    masks: Span { start: 0, len: 0 },
    more_tests: Span { start: 0, len: 0 },
    clock: Span { start: 0, len: 0 },
};

/// The opposite of a test of the clock.
const fn turned(test: ClockTest) -> ClockTest {
    match test {
        ClockTest::From(minute) => ClockTest::Before(minute),
        ClockTest::Before(minute) => ClockTest::From(minute),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "check refuses scenarios that could overflow the tables")]
pub(super) const fn short(n: usize) -> u16 {
    n as u16
}

#[expect(clippy::cast_possible_truncation, reason = "check refuses scenarios that could overflow the tables")]
pub(super) const fn narrow(n: usize) -> u32 {
    n as u32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "lists of a file are short")]
pub(super) const fn small(n: usize) -> i16 {
    n as i16
}

/// Values of a `OneOf` by its name.
pub(super) fn values_of<'s>(state: &'s [StateItem], one_of: &str) -> Vec<&'s str> {
    state
        .iter()
        .find_map(|item| match item {
            StateItem::OneOf { id, values } if id == one_of => Some(values.iter().map(String::as_str).collect()),
            _ => None,
        })
        .unwrap_or_default()
}
