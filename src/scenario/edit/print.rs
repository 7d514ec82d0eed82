//! Reviewers, reviews and sheets as they are written in a file. What has the value that it would have if it were left
//! out is left out.

use super::page::{Field, Page, Piece, STEP, Value};
use super::quoted::quoted;
use crate::scenario::raw::panel::{Answer, Came, Review, Reviewer};

/// The fields of a reviewer, in the order in which they stand.
pub(super) fn reviewer_fields(reviewer: &Reviewer) -> Vec<Field> {
    let mut fields = vec![
        Field::new("id", name(&reviewer.id)),
        Field::new("role", plain(reviewer.role.name())),
        Field::new("years", plain(reviewer.years)),
    ];
    fields.extend(reviewer.group.as_deref().map(|group| Field::new("group", name(group))));
    fields.push(Field::on_a_line("came", came(&reviewer.came)));
    fields.extend(reviewer.outlook.as_deref().map(|outlook| Field::on_a_line("outlook", text(outlook))));
    fields
}

/// The word and the fields of how reviews came about.
pub(super) fn came_fields(came: &Came) -> (&'static str, Vec<Field>) {
    match came {
        Came::Drafted { from } => ("Drafted", vec![Field::new("from", list(from.iter().cloned().map(Piece::Text)))]),
        Came::Collected { on, reconfirmed } => {
            let mut fields = vec![Field::new("on", name(on))];
            if !reconfirmed.is_empty() {
                fields.push(Field::new("reconfirmed", names(reconfirmed)));
            }
            ("Collected", fields)
        }
    }
}

fn came(came: &Came) -> Value {
    let (word, fields) = came_fields(came);
    let mut value = plain(format!("{word}("));
    for (n, field) in fields.into_iter().enumerate() {
        value.push(Piece::Plain(format!("{}{}: ", if n > 0 { ", " } else { "" }, field.name)));
        value.extend(field.value);
    }
    value.push(Piece::Plain(")".to_owned()));
    value
}

fn review_fields(review: &Review) -> Vec<Field> {
    let mut fields = vec![Field::new("by", name(&review.by)), Field::new("answer", answer(&review.answer))];
    fields.extend(review.sure.map(|sure| Field::new("sure", plain(sure))));
    fields.push(Field::on_a_line("reason", text(&review.reason)));
    if let Some(change) = &review.change {
        fields.push(Field::on_a_line("change", text(change)));
    }
    if !review.looked_for.is_empty() {
        let field = if review.change.is_some() { Field::new } else { Field::on_a_line };
        fields.push(field("looked_for", names(&review.looked_for)));
    }
    let mut rest = Vec::new();
    if review.supposed {
        rest.push(Field::new("supposed", plain(true)));
    }
    rest.extend(review.realistic.map(|realistic| Field::new("realistic", plain(realistic))));
    rest.extend(review.confusing.as_deref().map(|confusing| Field::new("confusing", text(confusing))));
    if let Some(first) = rest.first_mut()
        && review.change.is_none()
        && review.looked_for.is_empty()
    {
        first.begins_line = true;
    }
    fields.extend(rest);
    fields
}

fn answer(answer: &Answer) -> Value {
    let brackets = |open: &str, inside: Value, close: &str| {
        let mut value = plain(open);
        value.extend(inside);
        value.extend(plain(close));
        value
    };
    match answer {
        Answer::Choose(id) => brackets("Choose(", name(id), ")"),
        Answer::ChooseSome(ids) => brackets("ChooseSome(", names(ids), ")"),
        Answer::Rank(ids) => brackets("Rank(", names(ids), ")"),
        Answer::Rate(rates) => {
            let entries = rates.iter().map(|(id, rate)| Piece::Plain(format!("{}: {rate}", quoted(id))));
            brackets("Rate({", vec![Piece::Several(entries.collect())], "})")
        }
        Answer::Levels(levels) => {
            let entries =
                levels.iter().map(|(risk, level)| Piece::Plain(format!("{}: {}", risk.name(), level.name())));
            brackets("Levels({", vec![Piece::Several(entries.collect())], "})")
        }
        Answer::Abstain(why) => brackets("Abstain(", text(why), ")"),
    }
}

/// A reviewer, for a line with this indentation.
pub(super) fn reviewer(reviewer: &Reviewer, indent: &str, line_end: &str) -> String {
    bracketed("Reviewer(", &reviewer_fields(reviewer), indent, line_end)
}

/// A review, for a line with this indentation.
pub(super) fn review(review: &Review, indent: &str, line_end: &str) -> String {
    bracketed("Review(", &review_fields(review), indent, line_end)
}

/// A sheet with one review, for a line with this indentation. The review is given as it is written, with its comma.
pub(super) fn sheet(key: [&str; 3], review: &str, indent: &str, line_end: &str) -> String {
    let [decision, situation, wording] = key;
    let fields = [
        Field::new("decision", name(decision)),
        Field::new("situation", name(situation)),
        Field::new("wording", name(wording)),
        Field::on_a_line("reviews", plain("[")),
    ];
    let mut page = Page::new(indent.len(), line_end);
    page.put("Sheet(");
    page.fields(&fields, indent);
    page.line(&in_a_sheet(indent));
    page.put(review);
    page.line(&format!("{indent}{STEP}"));
    page.put("])");
    page.text
}

/// The indentation of the reviews in a sheet.
pub(super) fn in_a_sheet(indent: &str) -> String {
    format!("{indent}{STEP}{STEP}")
}

fn bracketed(open: &str, fields: &[Field], indent: &str, line_end: &str) -> String {
    let mut page = Page::new(indent.len(), line_end);
    page.put(open);
    page.fields(fields, indent);
    page.put(")");
    page.text
}

fn plain(value: impl ToString) -> Value {
    vec![Piece::Plain(value.to_string())]
}

fn text(text: &str) -> Value {
    vec![Piece::Text(text.to_owned())]
}

/// An id, a date or a short name: never broken.
fn name(name: &str) -> Value {
    plain(quoted(name))
}

fn names(names: &[String]) -> Value {
    list(names.iter().map(|name| Piece::Plain(quoted(name))))
}

fn list(pieces: impl Iterator<Item = Piece>) -> Value {
    vec![Piece::Plain("[".to_owned()), Piece::Several(pieces.collect()), Piece::Plain("]".to_owned())]
}
