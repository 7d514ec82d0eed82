//! Which fields of a form stand beside each other: the parts of a plan, where there is room.

use egui::Ui;

use super::fields;
use super::pen::Pen;
use super::written::Written;
use crate::app::cx::Cx;
use crate::app::parts::page;
use crate::desk::form::{FieldInput, FieldView};

/// Parts of a plan that are written beside each other, where there is room.
const PLAN: [&str; 4] = ["supervision", "monitoring", "interventions", "victims"];
/// The least width of one of them.
const COLUMN: f32 = 248.0;
/// Between them.
const GAP: f32 = 16.0;

/// The fields that stand in one row from here on: how many columns of the row each of them takes.
pub fn row_at(fields: &[FieldView], from: usize, width: f32) -> Vec<usize> {
    let is_plan =
        |field: &FieldView| matches!(field.kind, FieldInput::Words { .. }) && PLAN.contains(&field.id.as_str());
    let begins = (0..=from).rev().take_while(|at| fields.get(*at).is_some_and(is_plan)).last();
    let Some(begins) = begins else { return vec![1] };
    let run = fields[begins..].iter().take_while(|field| is_plan(field)).count();
    let fit = ((width + GAP) / (COLUMN + GAP)).floor().max(1.0) as usize;
    // Four stand as three and one, if what they are followed by can stand beside the last; else as two and two.
    let steps_follow = matches!(fields.get(begins + run).map(|field| &field.kind), Some(FieldInput::Steps { .. }));
    let columns = match fit.min(3) {
        3 if run % 3 == 1 && run > 1 && !steps_follow => 2,
        columns => columns.min(run.max(1)),
    };
    let left = run - (from - begins);
    if left >= columns {
        return vec![1; columns];
    }
    let spare = columns - left;
    let mut row = vec![1; left];
    if steps_follow && spare >= 2 && (COLUMN + GAP) * spare as f32 >= 480.0 {
        row.push(spare);
    }
    row
}

/// Draws a field that stands by itself.
pub fn one_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    pen: &mut Pen<'_>,
    fields: &[FieldView],
    written: &mut [Written],
    at: usize,
) {
    if let (Some(field), Some(written)) = (fields.get(at), written.get_mut(at)) {
        fields::field_ui(ui, cx, pen, (at, field), written, 0.0);
    }
}

/// Fields side by side: their boxes begin at one height.
pub fn row_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    pen: &mut Pen<'_>,
    fields: &[FieldView],
    written: &mut [Written],
    (from, spans): (usize, &[usize]),
) {
    // A row that is not full keeps the columns of the one above it.
    let full: usize = spans.iter().sum();
    let fit = ((ui.available_width() + GAP) / (COLUMN + GAP)).floor().max(1.0) as usize;
    let columns = full.max(fit.min(3)).min(3);
    let columns = if full == 2 && spans.len() == 2 { 2 } else { columns };
    let each = (ui.available_width() - GAP * (columns - 1) as f32) / columns as f32;
    let widths: Vec<f32> = spans.iter().map(|span| each * *span as f32 + GAP * (*span - 1) as f32).collect();
    let heads = fields[from..].iter().zip(&widths).map(|(field, width)| fields::head_height(ui, cx, field, *width));
    let head = heads.fold(0.0, f32::max);
    page::columns(ui, &widths, GAP, |ui, column| {
        let at = from + column;
        if let (Some(field), Some(written)) = (fields.get(at), written.get_mut(at)) {
            fields::field_ui(ui, cx, pen, (at, field), written, head);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Message;

    fn fields(ids: &[&str]) -> Vec<FieldView> {
        let kind = |id: &str| match id {
            "contingency" => FieldInput::Steps { least: 2, who: Vec::new() },
            _ => FieldInput::Words { least: 5, most: 200 },
        };
        let field = |id: &&str| FieldView {
            id: (*id).to_owned(),
            label: (*id).to_owned(),
            help: None,
            required: true,
            required_words: Message::new("field-needed"),
            wants: None,
            kind: kind(id),
            start: None,
        };
        ids.iter().map(field).collect()
    }

    /// Every row of a form, from the first to the last.
    fn rows(fields: &[FieldView], width: f32) -> Vec<Vec<usize>> {
        let mut rows = Vec::new();
        let mut next = 0;
        while next < fields.len() {
            let row = row_at(fields, next, width);
            assert!(!row.is_empty(), "{rows:?}");
            next += row.len();
            rows.push(row);
        }
        assert_eq!(next, fields.len());
        rows
    }

    #[test]
    fn a_plan_stands_side_by_side_where_there_is_room() {
        let plan =
            fields(&["self", "supervision", "monitoring", "interventions", "victims", "contingency", "change"]);
        // Steps stand beside the last part, as wide as what is left of its row.
        assert_eq!(rows(&plan, 962.0), [vec![1], vec![1, 1, 1], vec![1, 2], vec![1]]);
        assert_eq!(rows(&plan, 580.0), [vec![1], vec![1, 1], vec![1, 1], vec![1], vec![1]]);
        assert_eq!(rows(&plan, 400.0), vec![vec![1]; 7]);
        // Four parts by themselves are two and two, not three and one.
        let alone = fields(&["supervision", "monitoring", "interventions", "victims", "why"]);
        assert_eq!(rows(&alone, 962.0), [vec![1, 1], vec![1, 1], vec![1]]);
        let two = fields(&["victims", "monitoring"]);
        assert_eq!(rows(&two, 962.0), [vec![1, 1]]);
    }
}
