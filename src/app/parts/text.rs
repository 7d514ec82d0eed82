//! Text: labels, headings, lines that are cut off, and pairs on one line.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, Galley, Rect, Response, Sense, Ui, Vec2, vec2};

use crate::app::cx::Cx;
use crate::app::theme::type_scale::Type;

/// Sets a text in one style, wrapped to a width.
#[must_use]
pub fn lay_out(ui: &Ui, text: &str, of: Type, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), of.format(colour));
    job.wrap = TextWrapping { max_width: width.max(1.0), ..TextWrapping::default() };
    ui.painter().layout_job(job)
}

/// Sets a text on one line, ending in an ellipsis if it is too long.
#[must_use]
pub fn one_line(ui: &Ui, text: &str, of: Type, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), of.format(colour));
    job.wrap =
        TextWrapping { max_width: width.max(1.0), max_rows: 1, break_anywhere: true, ..TextWrapping::default() };
    ui.painter().layout_job(job)
}

/// Several runs of text in one job, wrapped together.
#[must_use]
pub fn runs(ui: &Ui, runs: &[(&str, TextFormat)], width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    for (text, format) in runs {
        job.append(text, 0.0, format.clone());
    }
    job.wrap = TextWrapping { max_width: width.max(1.0), ..TextWrapping::default() };
    ui.painter().layout_job(job)
}

/// Puts a laid-out text into the flow, with a role and a name for screen readers.
pub fn put(ui: &mut Ui, galley: Arc<Galley>, role: Role) -> Response {
    let name = galley.text().to_owned();
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    if ui.is_rect_visible(rect) {
        ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
    }
    name_it(ui, &response, role, &name);
    response
}

/// Where something is, for screen readers: egui says so by itself only of what can have the focus.
#[must_use]
pub fn bounds(rect: Rect) -> egui::accesskit::Rect {
    let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
    egui::accesskit::Rect { x0, y0, x1, y1 }
}

/// Gives what was drawn a role and a name.
pub fn name_it(ui: &Ui, response: &Response, role: Role, name: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(role);
        node.set_bounds(bounds(response.rect));
        match role {
            // A label's words are its value; everything else is called by its name.
            Role::Label => node.set_value(name),
            _ => node.set_label(name),
        }
    });
}

/// A paragraph, as wide as there is room.
pub fn label(ui: &mut Ui, text: &str, of: Type, colour: Color32) -> Response {
    let galley = lay_out(ui, text, of, colour, ui.available_width());
    put(ui, galley, Role::Label)
}

/// A paragraph no wider than so many points.
pub fn label_within(ui: &mut Ui, text: &str, of: Type, colour: Color32, width: f32) -> Response {
    let galley = lay_out(ui, text, of, colour, width.min(ui.available_width()));
    put(ui, galley, Role::Label)
}

/// One line, cut off with an ellipsis where room ends; all of it in its name and in the tip.
pub fn clipped(ui: &mut Ui, text: &str, of: Type, colour: Color32, width: f32) -> Response {
    let galley = one_line(ui, text, of, colour, width);
    let cut = galley.elided;
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
    name_it(ui, &response, Role::Label, text);
    if cut { response.on_hover_text(text) } else { response }
}

/// A heading: screen readers jump from one to the next. Level 1 is the screen's own.
pub fn heading(ui: &mut Ui, text: &str, of: Type, colour: Color32, level: usize) -> Response {
    let galley = lay_out(ui, text, of, colour, ui.available_width());
    let response = put(ui, galley, Role::Heading);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(level));
    response
}

/// A heading with its small neighbour on the same line, read together.
pub fn heading_with(ui: &mut Ui, cx: &Cx<'_>, text: &str, of: Type, beside: &str, level: usize) -> Response {
    let mut small = Type::Caption.format(cx.ink(3));
    small.valign = egui::Align::Center;
    let gap = Type::Caption.format(cx.ink(3));
    let parts = [(text, of.format(cx.ink(1))), ("  ", gap), (beside, small)];
    let galley = runs(ui, if beside.is_empty() { &parts[..1] } else { &parts }, ui.available_width());
    let response = put(ui, galley, Role::Heading);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(level));
    response
}

/// A hairline across what room there is.
pub fn hairline(ui: &mut Ui, cx: &Cx<'_>) {
    rule(ui, cx, cx.tokens().hair);
}

/// A line of a colour across what room there is.
pub fn rule(ui: &mut Ui, cx: &Cx<'_>, colour: Color32) {
    let width = ui.available_width();
    let (_, rect) = ui.allocate_space(vec2(width, 1.0));
    ui.painter().hline(rect.x_range(), rect.center().y, cx.theme.stroke(1.0, colour));
}

/// Two texts on one line: the first from the left, cut off where it must be, the second at the right end. Both are read.
pub fn pair(ui: &mut Ui, left: (&str, Type, Color32), right: (&str, Type, Color32), height: f32) -> Response {
    let width = ui.available_width();
    let end = one_line(ui, right.0, right.1, right.2, width * 0.7);
    let room = width - end.size().x - if right.0.is_empty() { 0.0 } else { 8.0 };
    let start = one_line(ui, left.0, left.1, left.2, room);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    paint_left(ui, rect, start);
    paint_right(ui, rect, end);
    name_it(ui, &response, Role::Label, &[left.0, right.0].join(", "));
    response
}

/// Paints a laid-out text at the left end of a box, centred in its height.
pub fn paint_left(ui: &Ui, rect: Rect, galley: Arc<Galley>) {
    let at = egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
}

/// The same at its right end.
pub fn paint_right(ui: &Ui, rect: Rect, galley: Arc<Galley>) {
    let at = egui::pos2(rect.right() - galley.size().x, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
}

/// The same in its middle.
pub fn paint_centre(ui: &Ui, rect: Rect, galley: Arc<Galley>) {
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
}

/// The size that a text takes on one line.
#[must_use]
pub fn measure(ui: &Ui, text: &str, of: Type) -> Vec2 {
    one_line(ui, text, of, Color32::PLACEHOLDER, f32::INFINITY).size()
}

/// The same words with a capital in front, where a name of a time begins a line: "Week 9".
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
