//! What gives a secret away goes to somebody, and to somebody from whom it is kept; and every secret can be given away. A
//! secret that no act could leak teaches nothing.

use super::Context;
use super::say::{error, listed, warning};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::locate::Finding;
use crate::scenario::raw::Id;

/// A revealing act that goes to nobody.
pub const TO_NOBODY: Code = Code("D0257");
/// A revealing act that goes to somebody who may know.
pub const MAY_KNOW: Code = Code("D0258");
/// A secret that nothing can give away.
pub const NEVER_LEAKS: Code = Code("D0259");

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    let top = Way::Top;
    let kept_from = |secret: &str, who: &str| {
        let secret = scenario.secrets.iter().find(|known| known.id == secret);
        // That it is kept from somebody is a rule of its own.
        secret.is_none_or(|secret| secret.from.is_empty() || secret.from.iter().any(|from| from == who))
    };
    let mut told: Vec<&str> = Vec::new();
    let mut act = |what: String, reveals: &'_ [Id], to: Option<&Id>, fields: &str, way: &Way<'_>| {
        let Some(first) = reveals.first() else { return };
        let Some(to) = to else {
            findings.push(error(
                TO_NOBODY,
                way.field("reveals").place(),
                format!("{what} gives \"{first}\" away to nobody"),
                format!("say to whom: {fields}"),
            ));
            return;
        };
        for (index, secret) in reveals.iter().enumerate() {
            if !kept_from(secret, to) {
                findings.push(warning(
                    MAY_KNOW,
                    way.field("reveals").index(index).place(),
                    format!("{what} goes to \"{to}\", from whom \"{secret}\" is not kept"),
                    format!("leave \"{secret}\" out here, or add \"{to}\" to its `from`"),
                ));
            }
        }
    };
    for (index, response) in scenario.responses.iter().enumerate() {
        let to = response.to.as_ref().or(response.asks.as_ref());
        let list = top.field("responses");
        let what = format!("the response \"{}\"", response.id);
        act(what, &response.reveals, to, "`to` or `asks`", &list.index(index));
        told.extend(
            response.reveals.iter().filter(|secret| to.is_some_and(|to| kept_from(secret, to))).map(String::as_str),
        );
    }
    for (index, decision) in scenario.decisions.iter().enumerate() {
        let list = top.field("decisions");
        let way = list.index(index);
        for (index, option) in decision.options.iter().enumerate() {
            let list = way.field("options");
            let what = format!("the option \"{}\"", option.id);
            act(what, &option.reveals, option.to.as_ref(), "`to`", &list.index(index));
            let to = option.to.as_ref();
            told.extend(
                option.reveals.iter().filter(|secret| to.is_some_and(|to| kept_from(secret, to))).map(String::as_str),
            );
        }
    }
    // Items can be passed to anybody.
    let documents = scenario.cases.iter().flat_map(|case| &case.file).flat_map(|document| &document.reveals);
    let arrivals = scenario.arrivals.iter().flat_map(|arrival| &arrival.reveals);
    told.extend(documents.chain(arrivals).map(String::as_str));
    for (index, secret) in scenario.secrets.iter().enumerate() {
        if !told.contains(&secret.id.as_str()) {
            let list = top.field("secrets");
            findings.push(warning(
                NEVER_LEAKS,
                list.index(index).place(),
                format!("nothing can give the secret \"{}\" away", secret.id),
                format!(
                    "name it in the `reveals` of a response, an option or an item that could reach {}",
                    listed(secret.from.iter().map(String::as_str))
                ),
            ));
        }
    }
}
