//! What reviewers' and walkthroughs' files have in common: names looked up in a checked scenario, and answers that fit
//! what a decision asks.

use crate::diag::Code;
use crate::scenario::compile::names::{Names, UNKNOWN_NAME, WRONG_KIND, nearest};
use crate::scenario::ids::{DecisionId, ResponseId, Symbol};
use crate::scenario::locate::{File, Finding};
use crate::scenario::model::Scenario;
use crate::scenario::raw::{Answer, Ask, Decision, Id, Level, Risk};

use super::say::{listed, many};

/// The file was written for another scenario.
pub const OTHER_SCENARIO: Code = Code("D0401");
/// An answer does not fit what the decision asks.
pub const MISFIT: Code = Code("D0402");
/// `sure` is no percentage.
pub const NOT_SURE: Code = Code("D0403");

/// Names of a checked scenario, looked up from another file.
pub fn names(scenario: &Scenario) -> Names<'_> {
    let symbols = scenario.symbols();
    let mut names = Names::new(symbols);
    for id in &scenario.raw().everyday {
        if let (Some(Symbol::Form(form)), Some(response)) = (symbols.get(id), scenario.response_called(id)) {
            names.everyday.push((form, response));
        }
    }
    names
}

/// What was found, as findings of that other file: places in the scenario can't be shown beside them.
pub fn found(names: Names<'_>, file: File) -> Vec<Finding> {
    let mut findings = names.findings;
    for finding in &mut findings {
        finding.file = file;
        finding.also.clear();
    }
    findings
}

/// Looks at the scenario that a file says it belongs to.
pub fn same_scenario(names: &mut Names<'_>, said: &str, scenario: &Scenario) {
    let id = &scenario.raw().id;
    if said != id {
        names.enter_field("scenario");
        let message = format!("this was written for \"{said}\", and lies beside \"{id}\"");
        names.error(OTHER_SCENARIO, message, Some(format!("write `scenario: \"{id}\"`, or move the file")));
        names.leave();
    }
}

/// How sure somebody is, in a hundred.
pub fn sure(names: &mut Names<'_>, sure: Option<u8>) {
    if let Some(sure) = sure.filter(|sure| *sure > 100) {
        names.enter_field("sure");
        let message = format!("nobody is {sure} per cent sure");
        names.error(NOT_SURE, message, Some("write a number from 0 to 100".to_owned()));
        names.leave();
    }
}

/// A name in an inner list, at the n-th part of a bracket.
pub fn at<T>(names: &mut Names<'_>, index: usize, look: impl FnOnce(&mut Names<'_>) -> T) -> T {
    names.enter_index(index);
    let out = look(names);
    names.leave();
    out
}

/// Something that a reviewer would have opened or done: an item, a response or an everyday form.
pub fn opened_or_done(names: &mut Names<'_>, name: &str) {
    let (code, message) = match names.symbols.get(name) {
        Some(Symbol::Arrival(_) | Symbol::Document(_)) => return,
        Some(Symbol::Response(_) | Symbol::Form(_)) => {
            let _: Option<ResponseId> = names.response(name);
            return;
        }
        Some(other) => (WRONG_KIND, format!("\"{name}\" is {}, which nobody opens or does", other.kind())),
        None => (UNKNOWN_NAME, format!("no arrival, document or response is called \"{name}\"")),
    };
    let right = names
        .symbols
        .iter()
        .filter(|(_, symbol)| matches!(symbol, Symbol::Arrival(_) | Symbol::Document(_) | Symbol::Response(_)));
    let near = nearest(name, right.map(|(name, _)| name));
    let help = near.map_or_else(
        || "name something that can be opened or done".to_owned(),
        |near| format!("did you mean \"{near}\"?"),
    );
    names.error(code, message, Some(help));
}

/// Looks at an answer, standing at its place.
pub fn answer(names: &mut Names<'_>, scenario: &Scenario, id: DecisionId, answer: &Answer) {
    let decision = scenario.decision(id);
    let misfit = |names: &mut Names<'_>, message: String, help: String| names.error(MISFIT, message, Some(help));
    let wanted = wanted(decision);
    match (&decision.ask, answer) {
        (_, Answer::Abstain(why)) => {
            if why.trim().is_empty() {
                misfit(names, "this abstains without a reason".to_owned(), "say why: Abstain(\"..\")".to_owned());
            }
        }
        (Ask::ChooseOne, Answer::Choose(option)) => at(names, 0, |names| {
            option_of(names, decision, option);
        }),
        (Ask::ChooseUpTo(most), Answer::ChooseSome(options)) => {
            let most = usize::from(*most);
            if options.is_empty() {
                misfit(names, "this chooses nothing".to_owned(), format!("write {wanted}"));
            } else if options.len() > most {
                let message = format!("this chooses {}, and {most} are the most", many(options.len(), "option"));
                misfit(names, message, "leave some out".to_owned());
            }
            several(names, decision, options);
        }
        (Ask::Rank, Answer::Rank(options)) => {
            several(names, decision, options);
            left_out(names, decision, options, "ranking");
        }
        (Ask::RateEach, Answer::Rate(ratings)) => {
            names.enter_index(0);
            for (option, rating) in ratings.iter() {
                names.enter_key(option);
                if option_of(names, decision, option) && !(-2..=2).contains(rating) {
                    let message = format!("\"{option}\" is rated {rating}");
                    misfit(names, message, "write a number from -2 to 2".to_owned());
                }
                names.leave();
            }
            names.leave();
            let rated: Vec<Id> = ratings.iter().map(|(option, _)| option.clone()).collect();
            left_out(names, decision, &rated, "rating");
        }
        (Ask::RateRisk(risks), Answer::Levels(levels)) => {
            let given: Vec<(Risk, Level)> = levels.iter().copied().collect();
            let given = given.iter().map(|(risk, _)| *risk);
            categories(names, MISFIT, &decision_name(decision), risks, given);
        }
        _ => misfit(
            names,
            format!("{} is not answered in this way", decision_name(decision)),
            format!("write {wanted}, or Abstain(\"..\") with the reason why not"),
        ),
    }
}

fn decision_name(decision: &Decision) -> String {
    format!("the decision \"{}\"", decision.id)
}

/// How an answer to a decision is written.
fn wanted(decision: &Decision) -> String {
    let option = |n: usize| decision.options.get(n).map_or("..", |option| option.id.as_str());
    match &decision.ask {
        Ask::ChooseOne => format!("Choose(\"{}\")", option(0)),
        Ask::ChooseUpTo(_) => format!("ChooseSome([\"{}\"])", option(0)),
        Ask::Rank => format!("Rank([\"{}\", \"{}\", ..])", option(0), option(1)),
        Ask::RateEach => format!("Rate({{\"{}\": 2, \"{}\": -1, ..}})", option(0), option(1)),
        Ask::RateRisk(risks) => {
            let levels: Vec<String> = risks.iter().map(|risk| format!("{}: Low", risk.name())).collect();
            format!("Levels({{{}}})", levels.join(", "))
        }
    }
}

fn option_of(names: &mut Names<'_>, decision: &Decision, option: &str) -> bool {
    let all: Vec<&str> = decision.options.iter().map(|option| option.id.as_str()).collect();
    names.local(option, "option", &decision_name(decision), &all).is_some()
}

/// Options in a list, each once.
fn several(names: &mut Names<'_>, decision: &Decision, options: &[Id]) {
    names.enter_index(0);
    for (index, option) in options.iter().enumerate() {
        names.enter_index(index);
        if option_of(names, decision, option) && options[..index].contains(option) {
            let message = format!("\"{option}\" is named twice in one answer");
            names.error(MISFIT, message, Some("name each option once".to_owned()));
        }
        names.leave();
    }
    names.leave();
}

/// Options that a ranking or rating does not name. Said only where every name is sound: a misspelt one is left out too.
fn left_out(names: &mut Names<'_>, decision: &Decision, given: &[Id], what: &str) {
    let known = |id: &Id| decision.options.iter().any(|option| option.id == *id);
    if !given.iter().all(known) {
        return;
    }
    let missing: Vec<&str> = decision
        .options
        .iter()
        .map(|option| option.id.as_str())
        .filter(|id| !given.iter().any(|given| given == id))
        .collect();
    if !missing.is_empty() {
        let message = format!("this {what} leaves out {}", listed(missing));
        names.error(MISFIT, message, Some("name every option".to_owned()));
    }
}

/// Categories of risk: each that is asked for, and no other.
pub fn categories(names: &mut Names<'_>, code: Code, of: &str, asked: &[Risk], given: impl Iterator<Item = Risk>) {
    let given: Vec<Risk> = given.collect();
    names.enter_index(0);
    for risk in given.iter().filter(|risk| !asked.contains(risk)) {
        names.enter_key(risk.name());
        let message = format!("{of} does not ask for the risk to {}", risk.name());
        names.error(code, message, Some("take it out".to_owned()));
        names.leave();
    }
    names.leave();
    let missing: Vec<&str> = asked.iter().filter(|risk| !given.contains(risk)).map(|risk| risk.name()).collect();
    if !missing.is_empty() {
        let message = format!("{of} asks for {} too", missing.join(", "));
        names.error(code, message, Some("rate every category".to_owned()));
    }
}
