//! Why, and what would change one's mind: what is written with an answer.

use egui::text::{CCursor, CCursorRange};
use egui::{Context, Id, TextEdit, Ui};

use super::making::Making;
use super::state::{DecisionState, Goal, Text};
use crate::app::cx::Cx;
use crate::app::parts::field::{self, Field};
use crate::app::parts::page;

/// The least width that has room for both beside one another.
const BESIDE: f32 = 640.0;

/// Between the two, in points.
const GAP: f32 = 20.0;

/// Lines of a field.
const ROWS: usize = 4;

impl Text {
    /// The field of a decision: another decision has another one, with what can be undone there.
    #[must_use]
    pub fn id(self, decision: &str) -> Id {
        let name = match self {
            Self::Reason => "decision-reason",
            Self::Change => "decision-change",
        };
        Id::new(name).with(decision)
    }
}

/// Draws both fields.
pub fn texts(ui: &mut Ui, cx: &Cx<'_>, state: &mut DecisionState) {
    let width = ui.available_width();
    if width >= BESIDE {
        let each = (width - GAP) / 2.0;
        page::columns(ui, &[each, each], GAP, |ui, column| match column {
            0 => text(ui, cx, state, Text::Reason),
            _ => text(ui, cx, state, Text::Change),
        });
    } else {
        text(ui, cx, state, Text::Reason);
        ui.add_space(12.0);
        text(ui, cx, state, Text::Change);
    }
}

fn text(ui: &mut Ui, cx: &Cx<'_>, state: &mut DecisionState, which: Text) {
    let ranks = matches!(state.making, Making::Order(_));
    let (name, beside, hint) = match (which, ranks) {
        (Text::Reason, false) => ("app-decision-why", "app-decision-why-about", None),
        (Text::Reason, true) => ("app-decision-why-order", "app-decision-why-order-about", None),
        (Text::Change, _) => ("app-decision-change", "app-decision-change-about", Some("app-decision-change-hint")),
    };
    let (name, beside) = (cx.t(name), cx.t(beside));
    let hint = hint.map(|hint| cx.t(hint)).unwrap_or_default();
    field::label(ui, cx, &name, &beside);
    let id = which.id(&state.view.key);
    let wrong = (which == Text::Reason && state.tried && state.reason.trim().is_empty())
        .then(|| cx.t("app-decision-reason-needed"));
    let (written, caret) = match which {
        Text::Reason => (&mut state.reason, &mut state.carets[0]),
        Text::Change => (&mut state.change, &mut state.carets[1]),
    };
    let width = ui.available_width();
    let field = Field::lines(id, &name, ROWS).hint(&hint).width(width).wrong(wrong.as_deref());
    let response = field.show(ui, cx, written);
    if response.has_focus() {
        state.writing = which;
        if let Some(at) = caret_of(ui.ctx(), id) {
            *caret = at;
        }
    }
    if response.changed() {
        state.take_marks();
        state.touched(ui);
    }
    if let Some(wrong) = &wrong {
        field::error(ui, cx, wrong);
    }
    if which == Text::Reason && state.goal == Some(Goal::Reason) {
        state.goal = None;
        response.request_focus();
    }
}

/// Where the caret of a field is, in letters.
fn caret_of(ctx: &Context, id: Id) -> Option<usize> {
    TextEdit::load_state(ctx, id)?.cursor.char_range().map(|range| range.primary.index.into())
}

/// Puts the caret of a field behind what was put in there.
pub fn put_caret(ctx: &Context, id: Id, at: usize) {
    let mut state = TextEdit::load_state(ctx, id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(at))));
    TextEdit::store_state(ctx, id, state);
}
