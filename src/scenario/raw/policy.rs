//! Policy packs and holidays as data.

use serde::Deserialize;

use super::{Id, Wait};

/// Rules by date.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyPack {
    pub format: u32,
    pub rules: Vec<PolicyRule>,
}

/// One rule, with dates of its own: a change in the law is one new entry.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyRule {
    pub id: Id,
    /// First day on which it holds.
    pub since: String,
    /// Last day on which it holds; open if nothing is said.
    #[serde(default)]
    pub until: Option<String>,
    pub value: RuleValue,
    /// What it runs from, in words.
    #[serde(default)]
    pub runs_from: Option<String>,
    /// The orders that it holds for; all if nothing is said.
    #[serde(default)]
    pub only: Option<OrderTest>,
    pub text: String,
    pub source: String,
    pub sure: Sure,
}

/// What a rule says.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum RuleValue {
    /// A wait after what it runs from.
    Wait(Wait),
    /// A wait before what it runs from.
    BeforeIt(Wait),
    Text(String),
    Number(i64),
}

/// How sure we are of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Sure {
    /// Read in an official or near-official source.
    Certain,
    /// Dated, indirect or not confirmed.
    Check,
    /// A design parameter of this program, not policy.
    Ours,
}

/// Which orders a rule holds for. Every part that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderTest {
    #[serde(default)]
    pub kinds: Vec<OrderKind>,
    #[serde(default)]
    pub months_under: Option<u32>,
    #[serde(default)]
    pub months_from: Option<u32>,
    /// The MAPPA level is under this, or there is none.
    #[serde(default)]
    pub mappa_under: Option<u8>,
    #[serde(default)]
    pub mappa_from: Option<u8>,
    #[serde(default)]
    pub category: Vec<u8>,
    #[serde(default)]
    pub not_category: Vec<u8>,
}

/// The kind of an order, as rules tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum OrderKind {
    Determinate,
    Extended,
    Life,
    Indeterminate,
    Community,
    Suspended,
    PreSentence,
    Custody,
}

/// Bank holidays of a place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BankHolidays {
    pub format: u32,
    pub place: String,
    pub source: String,
    pub days: Vec<Holiday>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    pub on: String,
    pub name: String,
}
