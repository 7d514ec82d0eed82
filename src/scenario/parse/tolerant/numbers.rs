//! Whole numbers, and their bounds.

use ron2::ast::{Expr, NumberKind};
use serde::de::Visitor;

use crate::scenario::parse::{codes, signs, words};

use super::node::{Node, What};
use super::stop::Stop;

impl<'r, 'a> Node<'r, 'a> {
    pub(super) fn whole<'de, V: Visitor<'de>>(self, low: i128, high: i128, visitor: V) -> Result<V::Value, Stop> {
        let node = self.single()?;
        let What::Expr(Expr::Number(number)) = node.what else {
            let help = match node.what {
                What::Expr(Expr::String(text)) if signs::is_number(text.value.trim()) => {
                    Some(format!("Leave out the quotation marks: `{}`.", text.value.trim()))
                }
                _ => Some("Write a whole number such as 15.".to_owned()),
            };
            return Err(node.wants("a whole number", help));
        };
        if matches!(number.kind, NumberKind::Float | NumberKind::SpecialFloat) {
            let rounded = number.raw.parse::<f64>().ok().filter(|value| value.abs() < 1e15).map(f64::round);
            let help = rounded.map(|value| format!("Write `{value}`."));
            return Err(node.wants("a whole number", help));
        }
        let value = integer(&number.raw);
        let Some(value) = value.filter(|value| (low..=high).contains(value)) else {
            let subject = node.asked.subject();
            let raw = words::short(&number.raw);
            let message = if low == 0 && number.raw.starts_with('-') {
                format!("{subject} can't be less than nothing, and {raw} stands here")
            } else {
                format!("{subject} may be from {} to {}, and {raw} stands here", grouped(low), grouped(high))
            };
            node.reader.tell(node.reader.finding(codes::OUT_OF_RANGE, node.mark(), message));
            return Err(Stop::Told);
        };
        match (i64::try_from(value), u64::try_from(value)) {
            (Ok(value), _) => visitor.visit_i64(value),
            (_, Ok(value)) => visitor.visit_u64(value),
            _ => Err(Stop::Told),
        }
    }
}

/// The value of a whole number as ron reads it.
pub(super) fn integer(raw: &str) -> Option<i128> {
    let (negative, digits) = match raw.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, raw.strip_prefix('+').unwrap_or(raw)),
    };
    let (digits, radix) = match digits.get(..2) {
        Some("0x") => (digits.get(2..)?, 16),
        Some("0o") => (digits.get(2..)?, 8),
        Some("0b") => (digits.get(2..)?, 2),
        _ => (signs::cut_suffix(digits).0, 10),
    };
    let digits: String = digits.chars().filter(|c| *c != '_').collect();
    let value = i128::from_str_radix(&digits, radix).ok()?;
    Some(if negative { -value } else { value })
}

/// A bound with commas.
fn grouped(number: i128) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", usize::try_from(number.unsigned_abs()).map_or_else(|_| number.to_string(), words::thousands))
}
