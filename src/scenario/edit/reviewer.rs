//! Changing the fields of a reviewer where they stand. What is equal is not touched; a comment inside a value that is
//! replaced goes with it.

use super::lines::{Change, Lines};
use super::page::{Field, Page, Piece, STEP, flat};
use super::print::{came_fields, reviewer_fields};
use super::written::{Bracket, Written};
use crate::scenario::model::folded;
use crate::scenario::raw::panel::{Came, Reviewer};

/// A field as it is to be, beside what is written now.
struct Wanted {
    field: Field,
    /// What is written means this already.
    same: bool,
}

/// Turns one reviewer into another. Nothing if the text has no fields to change.
pub(super) fn set(lines: &Lines<'_>, written: &Written, old: &Reviewer, new: &Reviewer) -> Option<Vec<Change>> {
    let same = |name: &str| match name {
        "id" => old.id == new.id,
        "role" => old.role == new.role,
        "years" => old.years == new.years,
        "group" => old.group == new.group,
        "outlook" => old.outlook.as_deref().map(folded) == new.outlook.as_deref().map(folded),
        _ => old.came == new.came,
    };
    let mut changes = Vec::new();
    let mut wanted: Vec<Wanted> =
        reviewer_fields(new).into_iter().map(|field| Wanted { same: same(field.name), field }).collect();
    let came = written.field("came")?;
    if old.came != new.came
        && let Some(inside) = &came.inside
        && let Some(now) = wanted_came(&old.came, &new.came)
    {
        changes.extend(set_fields(lines, inside, &now, lines.indent(written.range.start)));
        wanted.iter_mut().filter(|one| one.field.name == "came").for_each(|one| one.same = true);
    }
    changes.extend(set_fields(lines, written.inside.as_ref()?, &wanted, lines.indent(written.range.start)));
    Some(changes)
}

/// The fields of how reviews came about, if it is still said with the same word.
fn wanted_came(old: &Came, new: &Came) -> Option<Vec<Wanted>> {
    let same: Vec<bool> = match (old, new) {
        (Came::Drafted { from: old }, Came::Drafted { from: new }) => vec![old == new],
        (Came::Collected { on: old, reconfirmed: before }, Came::Collected { on: new, reconfirmed: now }) => {
            vec![old == new, before == now]
        }
        _ => return None,
    };
    let (_, fields) = came_fields(new);
    Some(fields.into_iter().zip(same).map(|(field, same)| Wanted { field, same }).collect())
}

/// Replaces the values that differ, adds the fields that are missing and takes out those that are not wanted.
fn set_fields(lines: &Lines<'_>, fields: &Bracket, wanted: &[Wanted], indent: &str) -> Vec<Change> {
    let mut changes = Vec::new();
    // The field that stands before a missing one.
    let mut before = None;
    for Wanted { field, same } in wanted {
        let Some(place) = fields.place_of(field.name) else {
            changes.extend(before.map(|before: &Written| add(lines, before, field, indent)));
            continue;
        };
        let written = &fields.parts[place].value;
        before = Some(written);
        if !same {
            changes.push(replace(lines, written, field, indent));
        }
    }
    let is_wanted = |name: &str| wanted.iter().any(|one| one.field.name == name);
    let gone: Vec<usize> = (0..fields.parts.len())
        .filter(|place| !fields.parts[*place].name.as_deref().is_some_and(is_wanted))
        .collect();
    if !gone.is_empty() {
        changes.extend(lines.remove(fields, &gone));
    }
    changes
}

/// A field that was not there, behind another.
fn add(lines: &Lines<'_>, before: &Written, field: &Field, indent: &str) -> Change {
    let indent = format!("{indent}{STEP}");
    let at = lines.after_comments(before.range.end);
    let mut page = Page::new(lines.column(at), lines.line_end);
    page.put(",");
    if field.begins_line || !page.has_room(&format!(" {}: {}", field.name, flat(&field.value))) {
        page.line(&indent);
    } else {
        page.put(" ");
    }
    page.put(field.name);
    page.put(": ");
    page.value(&field.value, &format!("{indent}{STEP}"));
    Change::insert(at, page.text)
}

/// Another value in the place of one that is written. A list that only grows keeps what is in it.
fn replace(lines: &Lines<'_>, written: &Written, field: &Field, indent: &str) -> Change {
    let indent = format!("{indent}{STEP}{STEP}");
    if let Some(list) = &written.inside
        && let [_, Piece::Several(pieces), _] = field.value.as_slice()
        && let Some(last) = list.parts.last()
        && let Some((kept, added)) = pieces.split_at_checked(list.parts.len())
        && !added.is_empty()
        && kept.iter().zip(&list.parts).all(|(piece, part)| lines.slice(part.range.clone()) == piece.flat())
    {
        let at = lines.after_comments(last.range.end);
        let mut page = Page::new(lines.column(at), lines.line_end);
        for piece in added {
            page.put(",");
            if page.has_room(&format!(" {}", piece.flat())) {
                page.put(" ");
            } else {
                page.line(&indent);
            }
            page.value(std::slice::from_ref(piece), &indent);
        }
        return Change::insert(at, page.text);
    }
    let mut page = Page::new(lines.column(written.range.start), lines.line_end);
    page.value(&field.value, &indent);
    Change { range: written.range.clone(), new: page.text }
}
