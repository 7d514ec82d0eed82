//! What is wrong with a scenario, over whatever was shown: each with its place and what to write instead.

use egui::{ScrollArea, Ui};

use crate::app::cx::Cx;
use crate::app::over::{closing, title};
use crate::app::parts::text;
use crate::app::theme::type_scale::Type;
use crate::diag::Severity;
use crate::sitting::reading::Findings;
use crate::text::Message;

/// Findings in words.
#[derive(Debug)]
pub struct FindingsState {
    message: Message,
    rows: Vec<Row>,
}

/// One finding: where, what, and what to do.
#[derive(Debug)]
struct Row {
    place: String,
    severity: Severity,
    code: String,
    message: String,
    help: Option<String>,
}

impl FindingsState {
    /// Findings with what they keep from being done.
    #[must_use]
    pub fn new(message: Message, found: &Findings) -> Self {
        let rows = found
            .diagnostics
            .iter()
            .map(|one| {
                let source = found.sources.iter().find(|source| source.name == one.file);
                let at = source.map(|source| source.position(one.start()));
                let place = match at {
                    Some(at) => format!("{}:{}:{}", one.file, at.line, at.column),
                    None => one.file.clone(),
                };
                Row {
                    place,
                    severity: one.severity,
                    code: one.code.to_string(),
                    message: one.message.clone(),
                    help: one.help.clone(),
                }
            })
            .collect();
        Self { message, rows }
    }
}

/// Draws the sheet.
pub fn findings_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &FindingsState) {
    title(ui, cx, &cx.say(&state.message));
    ScrollArea::vertical().max_height(ui.available_height() - 60.0).auto_shrink([false, true]).show(ui, |ui| {
        ui.set_width(ui.available_width() - 10.0);
        for row in &state.rows {
            let colour = if row.severity == Severity::Error { cx.tokens().due } else { cx.ink(2) };
            let head = format!("{} {}", row.place, row.code);
            text::label(ui, &head, Type::Num, colour);
            text::label(ui, &row.message, Type::Body, cx.ink(1));
            if let Some(help) = &row.help {
                text::label(ui, help, Type::Small, cx.ink(2));
            }
            ui.add_space(10.0);
        }
    });
    closing(ui, cx, &cx.t("app-close"));
}
