//! Looking up the names that an author wrote. Every name of a scenario goes through here once, so that a misspelling
//! gives one finding, at its place, with the nearest name that would have been right.

use crate::diag::{Code, Severity};
use crate::scenario::ids::{
    ArrivalId, CaseId, ChanceId, ClaimId, ContentNoteId, CounterId, DeadlineId, DecisionId, DriftId, EndingId,
    FlagId, FormId, ItemId, LicenceConditionId, OneOfId, PersonId, ResponseId, SecretId, Symbol,
};
use crate::scenario::locate::{File, Finding, Place, Step};
use crate::scenario::symbols::{Symbols, YOU};

/// No thing of this kind has this name.
pub const UNKNOWN_NAME: Code = Code("D0102");
/// The name belongs to a thing of another kind.
pub const WRONG_KIND: Code = Code("D0103");

/// The place that the compiler stands at, the names it may look up, and what it has found.
#[derive(Debug)]
pub struct Names<'a> {
    pub symbols: &'a Symbols,
    /// Forms that lie on the desk, with the response that stands for each.
    pub everyday: Vec<(FormId, ResponseId)>,
    /// One of them is misspelt, so that any form may be meant to lie there.
    pub everyday_unsure: bool,
    path: Vec<Step>,
    pub findings: Vec<Finding>,
}

/// Declares one look-up for each kind.
macro_rules! look_ups {
    ($($(#[$doc:meta])* $name:ident($words:literal): $($symbol:ident)|+ => $id:ident),+ $(,)?) => {
        impl Names<'_> {$(
            $(#[$doc])*
            pub fn $name(&mut self, name: &str) -> Option<$id> {
                match self.symbols.get(name) {
                    $(Some(Symbol::$symbol(id)) => Some(id),)+
                    other => {
                        self.unknown(name, $words, other, |symbol| matches!(symbol, $(Symbol::$symbol(_))|+));
                        None
                    }
                }
            }
        )+}
    };
}

look_ups! {
    flag("flag"): Flag => FlagId,
    counter("counter"): Counter => CounterId,
    one_of("OneOf"): OneOf => OneOfId,
    person("person"): Person => PersonId,
    case("case"): Case => CaseId,
    licence_condition("licence condition"): LicenceCondition => LicenceConditionId,
    claim("claim"): Claim => ClaimId,
    secret("secret"): Secret => SecretId,
    arrival("arrival"): Arrival => ArrivalId,
    decision("decision"): Decision => DecisionId,
    chance("chance"): Chance => ChanceId,
    deadline("deadline"): Deadline => DeadlineId,
    ending("ending"): Ending => EndingId,
    form("form"): Form => FormId,
    content_note("content note"): ContentNote => ContentNoteId,
}

/// Something that `Draws` may name.
#[derive(Debug, Clone, Copy)]
pub enum Drawn {
    Chance(ChanceId),
    Drift(DriftId),
}

/// Something that `Cancels` may name.
#[derive(Debug, Clone, Copy)]
pub enum Cancelled {
    Deadline(DeadlineId),
    Arrival(ArrivalId),
}

impl<'a> Names<'a> {
    #[must_use]
    pub const fn new(symbols: &'a Symbols) -> Self {
        Self { symbols, everyday: Vec::new(), everyday_unsure: false, path: Vec::new(), findings: Vec::new() }
    }

    /// Steps into a field for as long as `inside` runs.
    pub fn field<T>(&mut self, name: &'static str, inside: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(Step::Field(name));
        let out = inside(self);
        self.path.pop();
        out
    }

    pub fn enter_field(&mut self, name: &'static str) {
        self.path.push(Step::Field(name));
    }

    pub fn enter_index(&mut self, index: usize) {
        self.path.push(Step::Index(index));
    }

    pub fn leave(&mut self) {
        self.path.pop();
    }

    /// Goes to a place of another file, or back to the top.
    pub fn stand_at(&mut self, place: &Place) {
        self.path.clone_from(&place.0);
    }

    /// The place that the compiler stands at.
    #[must_use]
    pub fn place(&self) -> Place {
        Place(self.path.clone())
    }

    /// Reports an error at the place that the compiler stands at.
    pub fn error(&mut self, code: Code, message: String, help: Option<String>) {
        let place = self.place();
        self.findings.push(Finding {
            code,
            severity: Severity::Error,
            file: File::Scenario,
            place,
            message,
            help,
            also: Vec::new(),
        });
    }

    /// A document or an arrival.
    pub fn item(&mut self, name: &str) -> Option<ItemId> {
        match self.symbols.get(name) {
            Some(Symbol::Arrival(id)) => Some(ItemId::Arrival(id)),
            Some(Symbol::Document(id)) => Some(ItemId::Document(id)),
            other => {
                self.unknown(name, "arrival or document", other, |symbol| {
                    matches!(symbol, Symbol::Arrival(_) | Symbol::Document(_))
                });
                None
            }
        }
    }

    /// A response, or an everyday form by its own name.
    pub fn response(&mut self, name: &str) -> Option<ResponseId> {
        let other = self.symbols.get(name);
        match other {
            Some(Symbol::Response(id)) => return Some(id),
            Some(Symbol::Form(form)) => {
                if let Some((_, id)) = self.everyday.iter().find(|(everyday, _)| *everyday == form) {
                    return Some(*id);
                }
                if self.everyday_unsure {
                    return None;
                }
                self.error(
                    WRONG_KIND,
                    format!("the form \"{name}\" does not lie on the desk in this scenario"),
                    Some(format!("add \"{name}\" to `everyday`, or name a response that carries it")),
                );
                return None;
            }
            _ => {}
        }
        let everyday = self.everyday.clone();
        self.unknown(name, "response", other, |symbol| match symbol {
            Symbol::Response(_) => true,
            Symbol::Form(form) => everyday.iter().any(|(id, _)| *id == form),
            _ => false,
        });
        None
    }

    /// A chance or a drift.
    pub fn drawn(&mut self, name: &str) -> Option<Drawn> {
        match self.symbols.get(name) {
            Some(Symbol::Chance(id)) => Some(Drawn::Chance(id)),
            Some(Symbol::Drift(id)) => Some(Drawn::Drift(id)),
            other => {
                self.unknown(name, "chance or drift", other, |symbol| {
                    matches!(symbol, Symbol::Chance(_) | Symbol::Drift(_))
                });
                None
            }
        }
    }

    /// A deadline, or an arrival on its way.
    pub fn cancelled(&mut self, name: &str) -> Option<Cancelled> {
        match self.symbols.get(name) {
            Some(Symbol::Deadline(id)) => Some(Cancelled::Deadline(id)),
            Some(Symbol::Arrival(id)) => Some(Cancelled::Arrival(id)),
            other => {
                self.unknown(name, "deadline or arrival", other, |symbol| {
                    matches!(symbol, Symbol::Deadline(_) | Symbol::Arrival(_))
                });
                None
            }
        }
    }

    /// A person, or the trainee.
    pub fn person_or_you(&mut self, name: &str) {
        if name != YOU {
            self.person(name);
        }
    }

    /// A response, an everyday form, a decision, or something read: what an arrival may thank for.
    pub fn thanked(&mut self, name: &str) {
        match self.symbols.get(name) {
            Some(Symbol::Decision(_) | Symbol::Response(_) | Symbol::Arrival(_) | Symbol::Document(_)) => {}
            Some(Symbol::Form(_)) => {
                self.response(name);
            }
            other => {
                let everyday = self.everyday.clone();
                self.unknown(name, "response or decision", other, |symbol| match symbol {
                    Symbol::Response(_) | Symbol::Decision(_) => true,
                    Symbol::Form(form) => everyday.iter().any(|(id, _)| *id == form),
                    _ => false,
                });
            }
        }
    }

    /// A decision, a form or a response: where a citation may stand.
    pub fn cited_in(&mut self, name: &str) -> Option<Symbol> {
        let takes = |symbol| matches!(symbol, Symbol::Decision(_) | Symbol::Form(_) | Symbol::Response(_));
        let symbol = self.symbols.get(name);
        if let Some(symbol) = symbol.filter(|symbol| takes(*symbol)) {
            return Some(symbol);
        }
        self.unknown(name, "decision, form or response", symbol, takes);
        None
    }

    /// One of a list of names that are local to something: options, values, fields, choices.
    pub fn local(&mut self, name: &str, words: &str, of: &str, all: &[&str]) -> Option<usize> {
        let found = all.iter().position(|candidate| *candidate == name);
        if found.is_none() {
            let near = nearest(name, all.iter().copied());
            let help = match near {
                Some(near) => format!("did you mean \"{near}\"?"),
                None if all.is_empty() => format!("{of} has none"),
                None => format!("{of} has {}", listed(all)),
            };
            self.error(UNKNOWN_NAME, format!("{of} has no {words} called \"{name}\""), Some(help));
        }
        found
    }

    fn unknown(&mut self, name: &str, words: &str, other: Option<Symbol>, right: impl Fn(Symbol) -> bool) {
        let near = nearest(name, self.symbols.iter().filter(|(_, symbol)| right(*symbol)).map(|(name, _)| name));
        let article = if words.starts_with(['a', 'e', 'i', 'o', 'u', 'O']) { "an" } else { "a" };
        let (code, message) = match other {
            Some(symbol) => {
                (WRONG_KIND, format!("\"{name}\" is {}, and {article} {words} is wanted here", symbol.kind()))
            }
            None => (UNKNOWN_NAME, format!("no {words} is called \"{name}\"")),
        };
        let place = self.place();
        let mut also = Vec::new();
        let help = match near {
            Some(near) => {
                if let Some(declared) = self.symbols.declared_at(near) {
                    also.push((declared, format!("\"{near}\" is declared here")));
                }
                Some(format!("did you mean \"{near}\"?"))
            }
            None if other.is_some() => self.symbols.declared_at(name).map(|declared| {
                also.push((declared, format!("\"{name}\" is declared here")));
                format!("name {article} {words} here, or give the two things different names")
            }),
            None => Some(format!("declare {article} {words} with that id, or name one that is there")),
        };
        self.findings.push(Finding {
            code,
            severity: Severity::Error,
            file: File::Scenario,
            place,
            message,
            help,
            also,
        });
    }
}

/// The nearest of some names, if one is near enough to have been meant: at most a third of its letters away.
#[must_use]
pub fn nearest<'n>(name: &str, all: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    all.map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, candidate)| *distance * 3 <= candidate.chars().count().max(name.chars().count()).max(3))
        .min()
        .map(|(_, candidate)| candidate)
}

/// Up to eight names in quotes.
fn listed(all: &[&str]) -> String {
    let mut text = all.iter().take(8).map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    if all.len() > 8 {
        text.push_str(", ...");
    }
    text
}

impl Names<'_> {
    /// Steps to the value of a key.
    pub fn enter_key(&mut self, key: &str) {
        self.path.push(Step::Key(key.to_owned()));
    }
}
