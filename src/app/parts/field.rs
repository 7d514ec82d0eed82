//! Fields to write in: one line or several, with a label, help, and what is wrong beside it.
//!
//! A citation in a text is stored as `[id]` and shown as its number.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{CornerRadius, Galley, Id, Margin, Response, StrokeKind, TextBuffer, TextEdit, Ui};

use super::focus::{self, Ring};
use super::{icon, text};
use crate::app::cx::Cx;
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;

/// A field, before it is shown.
#[derive(Debug, Clone)]
pub struct Field<'a> {
    id: Id,
    name: &'a str,
    hint: &'a str,
    rows: usize,
    wrong: Option<&'a str>,
    of: Type,
    width: Option<f32>,
    keeps_tab: bool,
}

impl<'a> Field<'a> {
    /// A field of several lines, called `name`. Its label is drawn by [`label`], where the screen wants it.
    #[must_use]
    pub const fn lines(id: Id, name: &'a str, rows: usize) -> Self {
        Self { id, name, hint: "", rows, wrong: None, of: Type::Writing, width: None, keeps_tab: false }
    }

    /// A field of one line.
    #[must_use]
    pub const fn line(id: Id, name: &'a str) -> Self {
        Self { id, name, hint: "", rows: 1, wrong: None, of: Type::Writing, width: None, keeps_tab: false }
    }

    /// What stands in it while it is empty.
    #[must_use]
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// What is wrong with it. The words are drawn by [`error`].
    #[must_use]
    pub const fn wrong(mut self, wrong: Option<&'a str>) -> Self {
        self.wrong = wrong;
        self
    }

    /// Set as interface text, not as what a person writes at length.
    #[must_use]
    pub const fn plain(mut self) -> Self {
        self.of = Type::Body;
        self
    }

    #[must_use]
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui, cx: &Cx<'_>, written: &mut String) -> Response {
        self.show_buffer(ui, cx, written)
    }

    fn show_buffer(self, ui: &mut Ui, cx: &Cx<'_>, written: &mut dyn TextBuffer) -> Response {
        let t = *cx.tokens();
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let of = self.of;
        let format = of.format(t.ink);
        let accent = of.format(t.accent);
        let mut layouter = |ui: &Ui, text: &dyn TextBuffer, wrap: f32| -> Arc<Galley> {
            let mut job = LayoutJob::default();
            for (part, cited) in citations(text.as_str()) {
                job.append(part, 0.0, if cited { accent.clone() } else { format.clone() });
            }
            job.wrap.max_width = wrap;
            ui.painter().layout_job(job)
        };
        let margin = Margin::symmetric(10, if self.rows > 1 { 8 } else { 5 });
        // The ground lies below the text, and its edge depends on what the text answers: a place is kept for it.
        let ground = ui.painter().add(egui::Shape::Noop);
        let edit = if self.rows > 1 { TextEdit::multiline(written) } else { TextEdit::singleline(written) };
        let response = edit
            .id(self.id)
            .frame(egui::Frame::NONE.inner_margin(margin))
            .margin(margin)
            .desired_width(width)
            .desired_rows(self.rows)
            .font(of.font())
            .hint_text(egui::RichText::new(self.hint).font(of.font()).color(t.ink_3))
            .lock_focus(self.keeps_tab)
            .layouter(&mut layouter)
            .show(ui)
            .response
            .response;
        let edge = match (self.wrong.is_some(), response.hovered()) {
            (true, _) => cx.theme.stroke(2.0, t.due),
            (false, true) => cx.theme.stroke(1.0, t.ink),
            (false, false) => cx.theme.stroke(1.0, t.edge),
        };
        let corner = CornerRadius::same(size::CONTROL_CORNER);
        ui.painter()
            .set(ground, egui::epaint::RectShape::new(response.rect, corner, t.paper, edge, StrokeKind::Inside));
        focus::ring(ui, cx.theme, &response, Ring::Outside(size::CONTROL_CORNER));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(if self.rows > 1 { Role::MultilineTextInput } else { Role::TextInput });
            node.set_label(self.name);
            if let Some(wrong) = self.wrong {
                node.set_invalid(egui::accesskit::Invalid::True);
                node.set_description(wrong);
            }
        });
        response
    }
}

/// Parts of a text, and whether each is a citation.
fn citations(text: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        let Some(close) = rest[open..].find(']').map(|at| open + at) else { break };
        let inside = &rest[open + 1..close];
        let cites = !inside.is_empty() && inside.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let (before, end) = if cites { (open, close + 1) } else { (open + 1, open + 1) };
        if before > 0 {
            parts.push((&rest[..before], false));
        }
        if cites {
            parts.push((&rest[open..end], true));
        }
        rest = &rest[end..];
    }
    if !rest.is_empty() || parts.is_empty() {
        parts.push((rest, false));
    }
    parts
}

/// The label above a field, with a word of help beside it.
pub fn label(ui: &mut Ui, cx: &Cx<'_>, name: &str, beside: &str) {
    let parts = [
        (name, Type::BodyStrong.format(cx.ink(1))),
        ("  ", Type::Caption.format(cx.ink(3))),
        (beside, Type::Caption.format(cx.ink(3))),
    ];
    let parts = if beside.is_empty() { &parts[..1] } else { &parts[..] };
    let galley = text::runs(ui, parts, ui.available_width());
    text::put(ui, galley, Role::Label);
    ui.add_space(4.0);
}

/// What is wrong with a field, with its sign.
pub fn error(ui: &mut Ui, cx: &Cx<'_>, wrong: &str) {
    ui.add_space(4.0);
    ui.horizontal_top(|ui| {
        icon::show(ui, Icon::TriangleAlert, icon::SMALL, Type::Small.line(), cx.tokens().due);
        ui.add_space(6.0);
        text::label(ui, wrong, Type::Small, cx.tokens().due);
    });
}

#[cfg(test)]
mod tests {
    use super::citations;

    #[test]
    fn citations_are_found_and_nothing_is_lost() {
        for text in ["", "no", "[van] and [night-log]", "a [b c] d", "[", "]", "[]", "x [van", "[[van]]", "ŵ[ŵ]ŵ"]
        {
            let parts = citations(text);
            assert_eq!(parts.iter().map(|part| part.0).collect::<String>(), text);
        }
        assert_eq!(citations("as [van] says"), [("as ", false), ("[van]", true), (" says", false)]);
        assert_eq!(citations("[[van]]"), [("[", false), ("[van]", true), ("]", false)]);
        assert_eq!(citations("[b c]"), [("[", false), ("b c]", false)]);
    }
}
