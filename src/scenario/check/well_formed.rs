//! Ids can be stored, typed and told apart: letters, digits, `-` and `_`, beginning with a letter, in plain Latin. A
//! letter that only looks Latin would make two ids that nobody can tell apart. The scenario's own id is a folder's name
//! too. Ids that are local to something are checked here for being used twice; all others by `symbols`.

use super::Context;
use super::say::{also, error};
use super::walk::Way;
use crate::diag::Code;
use crate::scenario::ids::Symbol;
use crate::scenario::locate::{Finding, Place};
use crate::scenario::raw::{Id, StateItem};
use crate::scenario::symbols::YOU;

/// An id holds something that an id may not.
pub const BAD_ID: Code = Code("D0207");
/// The scenario's id can't name its folder.
pub const BAD_SLUG: Code = Code("D0208");
/// Two options, situations, versions, outcomes, values or variants of one thing have the same id.
pub const LOCAL_TWICE: Code = Code("D0209");
/// The id has a meaning of its own.
pub const RESERVED: Code = Code("D0210");

/// Longer ones are no names any more.
const LONGEST: usize = 64;

/// Names that some systems keep for devices.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Why an id is none, if it is none.
#[must_use]
pub fn fault(id: &str) -> Option<String> {
    if id.is_empty() {
        return Some("an id is empty".to_owned());
    }
    if let Some(other) = id.chars().find(|c| c.is_alphabetic() && !c.is_ascii()) {
        return Some(format!(
            "the id \"{id}\" holds {other:?} (U+{:04X}), which is no plain Latin letter",
            other as u32
        ));
    }
    if let Some(other) = id.chars().find(|c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))) {
        return Some(format!("the id \"{}\" holds {other:?}", id.escape_debug()));
    }
    if !id.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Some(format!("the id \"{id}\" does not begin with a letter"));
    }
    (id.len() > LONGEST).then(|| format!("the id \"{}...\" is longer than {LONGEST} letters", &id[..20]))
}

const HELP: &str = "write letters, digits, - and _, beginning with a letter";

/// Checks ids that are local to one thing.
pub fn local<'i>(
    ids: impl IntoIterator<Item = &'i Id>,
    what: &str,
    place: impl Fn(usize) -> Place,
    findings: &mut Vec<Finding>,
) {
    let mut before: Vec<&str> = Vec::new();
    for (index, id) in ids.into_iter().enumerate() {
        if let Some(fault) = fault(id) {
            findings.push(error(BAD_ID, place(index), fault, HELP));
        } else if let Some(first) = before.iter().position(|known| known == id) {
            let finding = error(
                LOCAL_TWICE,
                place(index),
                format!("\"{id}\" is the id of two {what}"),
                "give one of them another name: runs are stored by it",
            );
            findings.push(also(finding, place(first), "first used here"));
        }
        before.push(id);
    }
}

pub fn look(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let scenario = context.scenario;
    slug(&scenario.id, findings);
    for (id, symbol) in context.symbols.iter().filter(|(_, symbol)| !matches!(symbol, Symbol::Form(_))) {
        let place = || context.symbols.declared_at(id).unwrap_or_default();
        if let Some(fault) = fault(id) {
            findings.push(error(BAD_ID, place(), fault, HELP));
        } else if id == YOU {
            findings.push(error(
                RESERVED,
                place(),
                format!("{} can't be called \"{YOU}\", which stands for the trainee", symbol.kind()),
                "give it another id",
            ));
        }
    }
    let top = Way::Top;
    local(
        scenario.variants.iter().map(|variant| &variant.id),
        "variants",
        |index| top.field("variants").index(index).field("id").place(),
        findings,
    );
    for (index, item) in scenario.state.iter().enumerate() {
        if let StateItem::OneOf { values, .. } = item {
            let list = top.field("state");
            let at = list.index(index);
            local(values, "values", |index| at.field("values").index(index).place(), findings);
        }
    }
    macro_rules! inner {
        ($list:ident, $inner:ident) => {
            for (index, thing) in scenario.$list.iter().enumerate() {
                let list = top.field(stringify!($list));
                let at = list.index(index);
                local(
                    thing.$inner.iter().map(|inner| &inner.id),
                    stringify!($inner),
                    |index| at.field(stringify!($inner)).index(index).field("id").place(),
                    findings,
                );
            }
        };
    }
    inner!(arrivals, versions);
    inner!(decisions, situations);
    inner!(decisions, options);
    inner!(chances, outcomes);
}

fn slug(id: &str, findings: &mut Vec<Finding>) {
    let place = Way::Top.field("id").place();
    let plain = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let device = DEVICES.contains(&id)
        || (id.len() == 4
            && (id.starts_with("com") || id.starts_with("lpt"))
            && id.ends_with(|c: char| c.is_ascii_digit()));
    let help = "write lower-case letters, digits and -, as for a folder: \"small-things\"";
    if let Some(fault) = fault(id) {
        findings.push(error(BAD_SLUG, place, fault, help));
    } else if !plain {
        findings.push(error(BAD_SLUG, place, format!("the scenario's id \"{id}\" can't name its folder"), help));
    } else if device {
        findings.push(error(
            BAD_SLUG,
            place,
            format!("\"{id}\" is the name of a device on some computers, and no folder can have it"),
            "give the scenario another id",
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn ids_are_plain() {
        for id in ["a", "van-keeper", "trusts_you", "r1", "B2"] {
            assert_eq!(fault(id), None, "{id}");
        }
        for (id, says) in [
            ("", "empty"),
            ("v\u{430}n", "U+0430"),
            ("dŵr", "no plain Latin"),
            ("1st", "begin with a letter"),
            ("a b", "' '"),
            ("../x", "'.'"),
            ("a\u{200b}b", "holds '\\u{200b}'"),
        ] {
            assert!(fault(id).is_some_and(|fault| fault.contains(says)), "{id}: {:?}", fault(id));
        }
        assert!(fault(&"a".repeat(65)).is_some());
    }
}
