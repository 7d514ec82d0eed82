//! Walks over a raw scenario: every effect, condition, wait and text, each with the way to it.
//!
//! A [`Way`] is a chain of steps on the stack: a clean file never pays for a place.

use crate::scenario::locate::{Place, Step};
use crate::scenario::raw::{self, At, Condition, Effect, Wait};

/// The way to something in a file, while one stands there.
#[derive(Debug, Clone, Copy)]
pub enum Way<'w> {
    Top,
    Field(&'w Way<'w>, &'static str),
    Index(&'w Way<'w>, usize),
    Key(&'w Way<'w>, &'w str),
}

impl Way<'_> {
    #[must_use]
    pub const fn field(&self, name: &'static str) -> Way<'_> {
        Way::Field(self, name)
    }

    #[must_use]
    pub const fn index(&self, index: usize) -> Way<'_> {
        Way::Index(self, index)
    }

    #[must_use]
    pub const fn key<'k>(&'k self, key: &'k str) -> Way<'k> {
        Way::Key(self, key)
    }

    /// The place that it leads to.
    #[must_use]
    pub fn place(&self) -> Place {
        let mut steps = Vec::new();
        let mut at = self;
        loop {
            at = match at {
                Way::Top => break,
                Way::Field(before, name) => {
                    steps.push(Step::Field(name));
                    before
                }
                Way::Index(before, index) => {
                    steps.push(Step::Index(*index));
                    before
                }
                Way::Key(before, key) => {
                    steps.push(Step::Key((*key).to_owned()));
                    before
                }
            };
        }
        steps.reverse();
        Place(steps)
    }
}

/// Whose effects they are.
#[derive(Debug, Clone, Copy)]
pub enum Of<'a> {
    Arrival(&'a raw::Arrival),
    /// What follows when somebody has what they need.
    Needed(&'a raw::Arrival),
    Response(&'a raw::Response),
    Option(&'a raw::Decision, &'a raw::DecisionOption),
    Drift(&'a raw::Drift),
    Chance(&'a raw::Chance),
    Deadline,
}

/// Visits each list of effects, outermost ones only, with whose it is.
pub fn blocks<'a>(scenario: &'a raw::Scenario, mut see: impl FnMut(Of<'a>, &'a [Effect], &Way<'_>)) {
    let top = Way::Top;
    let list = top.field("arrivals");
    for (index, arrival) in scenario.arrivals.iter().enumerate() {
        let at = list.index(index);
        see(Of::Arrival(arrival), &arrival.then, &at.field("then"));
        let needs = at.field("needed_by");
        for (index, needed) in arrival.needed_by.iter().enumerate() {
            see(Of::Needed(arrival), &needed.then, &needs.index(index).field("then"));
        }
    }
    let list = top.field("responses");
    for (index, response) in scenario.responses.iter().enumerate() {
        see(Of::Response(response), &response.then, &list.index(index).field("then"));
    }
    let list = top.field("decisions");
    for (index, decision) in scenario.decisions.iter().enumerate() {
        let at = list.index(index);
        let options = at.field("options");
        for (index, option) in decision.options.iter().enumerate() {
            see(Of::Option(decision, option), &option.then, &options.index(index).field("then"));
        }
    }
    let list = top.field("drift");
    for (index, drift) in scenario.drift.iter().enumerate() {
        see(Of::Drift(drift), &drift.then, &list.index(index).field("then"));
    }
    let list = top.field("chances");
    for (index, chance) in scenario.chances.iter().enumerate() {
        let at = list.index(index);
        see(Of::Chance(chance), &chance.then, &at.field("then"));
        let outcomes = at.field("outcomes");
        for (index, outcome) in chance.outcomes.iter().enumerate() {
            see(Of::Chance(chance), &outcome.then, &outcomes.index(index).field("then"));
        }
    }
    let list = top.field("deadlines");
    for (index, deadline) in scenario.deadlines.iter().enumerate() {
        let at = list.index(index);
        see(Of::Deadline, &deadline.if_met, &at.field("if_met"));
        see(Of::Deadline, &deadline.if_missed, &at.field("if_missed"));
    }
}

/// Visits a list of effects and all that lie within them.
pub fn within<'a>(effects: &'a [Effect], way: &Way<'_>, see: &mut dyn FnMut(&'a Effect, &Way<'_>)) {
    for (index, effect) in effects.iter().enumerate() {
        let at = way.index(index);
        see(effect, &at);
        match effect {
            Effect::Later { then, .. } => within(then, &at.field("then"), see),
            Effect::If { then, otherwise, .. } => {
                within(then, &at.field("then"), see);
                within(otherwise, &at.field("otherwise"), see);
            }
            _ => {}
        }
    }
}

/// Visits every effect.
pub fn effects<'a>(scenario: &'a raw::Scenario, mut see: impl FnMut(Of<'a>, &'a Effect, &Way<'_>)) {
    blocks(scenario, |of, effects, way| within(effects, way, &mut |effect, way| see(of, effect, way)));
}

/// Visits every condition, whole.
pub fn conditions<'a>(scenario: &'a raw::Scenario, see: &mut dyn FnMut(&'a Condition, &Way<'_>)) {
    fn at<'a>(at: &'a At, way: &Way<'_>, see: &mut dyn FnMut(&'a Condition, &Way<'_>)) {
        if let At::AsSoonAs(condition) = at {
            see(condition, &way.field("at"));
        }
    }
    fn maybe<'a>(condition: Option<&'a Condition>, way: &Way<'_>, see: &mut dyn FnMut(&'a Condition, &Way<'_>)) {
        if let Some(condition) = condition {
            see(condition, way);
        }
    }
    macro_rules! each {
        ($way:expr, $list:expr, $name:literal, |$thing:ident, $at:ident| $body:block) => {
            let list = $way.field($name);
            for (index, $thing) in $list.iter().enumerate() {
                let $at = list.index(index);
                $body
            }
        };
    }
    let top = Way::Top;
    each!(top, scenario.people, "people", |person, way| {
        maybe(person.known_when.as_ref(), &way.field("known_when"), see);
    });
    each!(top, scenario.cases, "cases", |case, way| {
        each!(way, case.facts, "facts", |fact, way| { maybe(fact.when.as_ref(), &way.field("when"), see) });
    });
    each!(top, scenario.secrets, "secrets", |secret, way| {
        maybe(secret.when.as_ref(), &way.field("when"), see);
        maybe(secret.unless.as_ref(), &way.field("unless"), see);
    });
    each!(top, scenario.arrivals, "arrivals", |arrival, way| {
        at(&arrival.at, &way, see);
        maybe(arrival.when.as_ref(), &way.field("when"), see);
        each!(way, arrival.versions, "versions", |version, way| { see(&version.when, &way.field("when")) });
    });
    each!(top, scenario.responses, "responses", |response, way| {
        maybe(response.when.as_ref(), &way.field("when"), see);
    });
    each!(top, scenario.decisions, "decisions", |decision, way| {
        at(&decision.at, &way, see);
        maybe(decision.when.as_ref(), &way.field("when"), see);
        each!(way, decision.situations, "situations", |situation, way| {
            maybe(situation.when.as_ref(), &way.field("when"), see);
        });
        each!(way, decision.options, "options", |option, way| {
            maybe(option.when.as_ref(), &way.field("when"), see);
        });
    });
    each!(top, scenario.drift, "drift", |drift, way| {
        at(&drift.at, &way, see);
        maybe(drift.when.as_ref(), &way.field("when"), see);
    });
    each!(top, scenario.chances, "chances", |chance, way| {
        at(&chance.at, &way, see);
        maybe(chance.when.as_ref(), &way.field("when"), see);
        each!(way, chance.shifts, "shifts", |shift, way| { see(&shift.when, &way.field("when")) });
        each!(way, chance.outcomes, "outcomes", |outcome, way| {
            each!(way, outcome.shifts, "shifts", |shift, way| { see(&shift.when, &way.field("when")) });
        });
    });
    each!(top, scenario.appointments, "appointments", |appointment, way| {
        maybe(appointment.when.as_ref(), &way.field("when"), see);
    });
    each!(top, scenario.deadlines, "deadlines", |deadline, way| {
        maybe(deadline.when.as_ref(), &way.field("when"), see);
        see(&deadline.met, &way.field("met"));
    });
    each!(top, scenario.floors, "floors", |floor, way| {
        see(&floor.when, &way.field("when"));
        maybe(floor.must.as_ref(), &way.field("must"), see);
    });
    each!(top, scenario.endings, "endings", |ending, way| {
        maybe(ending.when.as_ref(), &way.field("when"), see);
    });
    each!(top, scenario.properties, "properties", |property, way| {
        let (raw::PropertyClaim::Always(claim)
        | raw::PropertyClaim::Sometimes(claim)
        | raw::PropertyClaim::Never(claim)) = &property.claim;
        see(claim, &way.field("claim").index(0));
    });
    effects(scenario, |_, effect, way| match effect {
        Effect::Later { when, .. } => maybe(when.as_ref(), &way.field("when"), see),
        Effect::If { when, .. } => see(when, &way.field("when")),
        _ => {}
    });
}

/// Visits the parts of a condition that are no `All`, `Any` or `Not`, by the ways on which the compiler stands at them.
pub fn literals<'a>(condition: &'a Condition, way: &Way<'_>, see: &mut dyn FnMut(&'a Condition, &Way<'_>)) {
    match condition {
        Condition::Not(inner) => literals(inner, way, see),
        Condition::All(parts) | Condition::Any(parts) => {
            for (index, part) in parts.0.iter().enumerate() {
                literals(part, &way.index(index), see);
            }
        }
        literal => see(literal, way),
    }
}

/// Visits every part of every condition that is no `All`, `Any` or `Not`.
pub fn all_literals<'a>(scenario: &'a raw::Scenario, mut see: impl FnMut(&'a Condition, &Way<'_>)) {
    conditions(scenario, &mut |condition, way| literals(condition, way, &mut see));
}

/// Visits every wait of the scenario. Waits of the policy pack are not among them.
pub fn waits<'a>(scenario: &'a raw::Scenario, mut see: impl FnMut(&'a Wait, &Way<'_>)) {
    let top = Way::Top;
    for (index, arrival) in scenario.arrivals.iter().enumerate() {
        let list = top.field("arrivals");
        let at = list.index(index);
        let needs = at.field("needed_by");
        for (index, needed) in arrival.needed_by.iter().enumerate() {
            if let Some(wait) = &needed.within {
                see(wait, &needs.index(index).field("within"));
            }
        }
    }
    for (index, response) in scenario.responses.iter().enumerate() {
        let list = top.field("responses");
        let at = list.index(index);
        if let raw::Repeat::After(wait) = &response.repeat {
            see(wait, &at.field("repeat").index(0));
        }
        if let Some(wait) = &response.answer_likely {
            see(wait, &at.field("answer_likely"));
        }
    }
    for (index, deadline) in scenario.deadlines.iter().enumerate() {
        if let raw::Due::Within(wait) = &deadline.due {
            see(wait, &top.field("deadlines").index(index).field("due").index(0));
        }
    }
    for (index, floor) in scenario.floors.iter().enumerate() {
        if let Some(wait) = &floor.within {
            see(wait, &top.field("floors").index(index).field("within"));
        }
    }
    effects(scenario, |_, effect, way| match effect {
        Effect::Arrives(brought) => see(&brought.after, &way.index(1)),
        Effect::Later { after, .. } => see(after, &way.field("after")),
        _ => {}
    });
}

/// Whether a text has to say something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It is shown: it may not be blank.
    Wanted,
    /// Written, it may not be blank; it may be left out.
    IfWritten,
    /// It may be blank.
    Free,
}

/// Visits every text that somebody may see.
pub fn texts<'a>(scenario: &'a raw::Scenario, see: &mut dyn FnMut(&'a str, Need, &Way<'_>)) {
    use Need::{Free, IfWritten, Wanted};
    macro_rules! say {
        ($thing:expr, $way:expr, $($field:ident),+) => {
            {
                $(see(&$thing.$field, Wanted, &$way.field(stringify!($field)));)+
            }
        };
    }
    macro_rules! maybe {
        ($thing:expr, $way:expr, $($field:ident),+) => {
            {
                $(if let Some(text) = &$thing.$field {
                    see(text, IfWritten, &$way.field(stringify!($field)));
                })+
            }
        };
    }
    macro_rules! each {
        ($owner:expr, $way:expr, $list:ident, |$thing:ident, $at:ident| $body:block) => {
            let list = $way.field(stringify!($list));
            for (index, $thing) in $owner.$list.iter().enumerate() {
                let $at = list.index(index);
                $body
            }
        };
    }
    let top = Way::Top;
    say!(scenario, top, title, you_are);
    maybe!(scenario, top, one_line, licence);
    maybe!(scenario.calendar, top.field("calendar"), day_0_is);
    each!(scenario, top, authors, |author, way| { see(author, Wanted, &way) });
    each!(scenario, top, variants, |variant, way| { maybe!(variant, way, title) });
    each!(scenario, top, objectives, |objective, way| { say!(objective, way, text) });
    each!(scenario, top, content_notes, |note, way| { say!(note, way, text) });
    let calendar = top.field("calendar");
    each!(scenario.calendar, calendar, stretches, |stretch, way| {
        let (raw::Stretch::Weeks { opens, .. } | raw::Stretch::Days { opens, .. }) = stretch;
        if let Some(opens) = opens {
            see(opens, IfWritten, &way.field("opens"));
        }
    });
    each!(scenario, top, people, |person, way| {
        say!(person, way, name);
        maybe!(person, way, of, about, pronouns);
        each!(person, way, speaks, |language, way| { see(language, Wanted, &way) });
    });
    each!(scenario, top, cases, |case, way| {
        maybe!(case, way, tier);
        each!(case, way, conditions, |condition, way| { say!(condition, way, text) });
        each!(case, way, facts, |fact, way| { say!(fact, way, label, text) });
        each!(case, way, file, |document, way| {
            say!(document, way, title);
            maybe!(document, way, text, softer);
            let fields = way.field("fields");
            for (field, text) in document.fields.iter() {
                see(text, Free, &fields.key(field));
            }
            each!(document, way, entries, |entry, way| {
                say!(entry, way, at, text);
                maybe!(entry, way, by);
            });
        });
    });
    each!(scenario, top, claims, |claim, way| { say!(claim, way, text) });
    each!(scenario, top, secrets, |secret, way| { say!(secret, way, text) });
    each!(scenario, top, arrivals, |arrival, way| {
        say!(arrival, way, title);
        maybe!(arrival, way, standing, softer);
        // Whether it needs a text is a rule of its own.
        see(&arrival.text, Free, &way.field("text"));
        each!(arrival, way, entries, |entry, way| {
            say!(entry, way, at, text);
            maybe!(entry, way, by);
        });
        each!(arrival, way, versions, |version, way| {
            say!(version, way, text);
            maybe!(version, way, title, softer);
        });
    });
    each!(scenario, top, responses, |response, way| {
        say!(response, way, label);
        maybe!(response, way, afterwards, closed);
    });
    each!(scenario, top, decisions, |decision, way| {
        say!(decision, way, prompt);
        maybe!(decision, way, title, softer);
        each!(decision, way, situations, |situation, way| { say!(situation, way, told) });
        each!(decision, way, options, |option, way| {
            say!(option, way, label);
            maybe!(option, way, line);
        });
        if let Some(teaching) = &decision.teaching {
            let way = way.field("teaching");
            maybe!(teaching, way, tends);
            each!(teaching, way, ask, |ask, way| { see(ask, Wanted, &way) });
        }
    });
    each!(scenario, top, appointments, |appointment, way| { say!(appointment, way, label) });
    each!(scenario, top, deadlines, |deadline, way| { say!(deadline, way, label) });
    each!(scenario, top, floors, |floor, way| {
        say!(floor, way, text);
        // That it has one is a rule of its own.
        see(&floor.source, Free, &way.field("source"));
    });
    each!(scenario, top, endings, |ending, way| {
        say!(ending, way, title, text);
        maybe!(ending, way, later, softer);
    });
    each!(scenario, top, properties, |property, way| { maybe!(property, way, why) });
    let glossary = top.field("glossary");
    for (word, meaning) in scenario.glossary.iter() {
        see(word, Wanted, &glossary.key(word));
        see(meaning, Wanted, &glossary.key(word));
    }
}
