//! Runs to go on with: the one that was played last as a box, the others as rows below it.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Galley, Id, Rect, StrokeKind, Ui, pos2, vec2};

use super::{LibraryState, View, part, small_heading};
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along};
use crate::app::parts::{icon, page, text};
use crate::app::shelf::KeptRun;
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::text::Message;

/// So many smaller rows are shown before one asks for all of them.
const FEW: usize = 3;

/// Title and people on one line.
fn title_of(ui: &Ui, cx: &Cx<'_>, run: &KeptRun, of: Type, width: f32) -> Arc<Galley> {
    let people = run.view.people.join(", ");
    let parts = [
        (run.view.title.as_str(), of.format(cx.ink(1))),
        ("  ", Type::Body.format(cx.ink(2))),
        (people.as_str(), Type::Body.format(cx.ink(2))),
    ];
    text::runs(ui, &parts, width)
}

/// Where it stands, in sentences: which attempt it is from the second on, and when it was last played.
fn sentences(cx: &Cx<'_>, run: &KeptRun) -> String {
    let attempt = (run.number > 1).then(|| run.view.attempt.clone());
    let last = Message::new("app-library-last").with("date", run.touched.clone());
    let all = attempt.iter().chain(&run.view.sentences).chain([&last]);
    all.map(|sentence| cx.say(sentence)).collect::<Vec<_>>().join(" ")
}

/// The box of the newest, set.
#[derive(Debug)]
pub(super) struct Laid {
    caption: Arc<Galley>,
    title: Arc<Galley>,
    line: Arc<Galley>,
    button: f32,
}

impl Laid {
    /// How high it is.
    pub(super) fn height(&self) -> f32 {
        let texts = self.caption.size().y + self.title.size().y + self.line.size().y + 4.0;
        (texts + 20.0).max(size::BUTTON + 20.0)
    }
}

/// Sets the box of the newest.
pub(super) fn lay_out(ui: &Ui, cx: &Cx<'_>, run: &KeptRun, width: f32) -> Laid {
    let button = text::measure(ui, &cx.t("app-library-go-on"), Type::BodyStrong).x + 46.0;
    let room = width - 32.0 - button - 16.0;
    Laid {
        caption: text::lay_out(ui, &cx.t("app-library-go-on-with"), Type::Caption, cx.ink(3), room),
        title: title_of(ui, cx, run, Type::CardTitle, room),
        line: text::lay_out(ui, &sentences(cx, run), Type::Small, cx.ink(2), room),
        button,
    }
}

/// Draws the box of the newest.
pub(super) fn newest_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, run: &KeptRun, laid: Laid) {
    let t = *cx.tokens();
    let whole = Rect::from_min_size(rect.min, vec2(rect.width(), laid.height()));
    let corner = CornerRadius::same(size::CARD_CORNER);
    ui.painter().rect(whole, corner, t.paper, cx.theme.stroke(1.0, t.edge), StrokeKind::Inside);
    let inner = whole.shrink2(vec2(16.0, 10.0));
    page::within(ui, inner, |ui| {
        let caption = text::put(ui, laid.caption, Role::Heading);
        ui.ctx().accesskit_node_builder(caption.id, |node| node.set_level(2));
        ui.add_space(2.0);
        text::put(ui, laid.title, Role::Label);
        ui.add_space(2.0);
        text::put(ui, laid.line, Role::Label);
    });
    let at = Rect::from_min_max(pos2(inner.right() - laid.button, inner.top()), inner.max);
    page::row(ui, at, |ui| {
        let name = cx.say(&Message::new("app-library-go-on-name").with("title", &run.view.title));
        let button = Button::first(cx.t("app-library-go-on")).icon_after(Icon::ArrowRight).named(name);
        let id = Id::new("library-go-on-button");
        panes::begins(ui, id);
        button.id(id).width(laid.button).act(ui, cx, Act::GoOnWith(run.run.clone()));
    });
    ui.advance_cursor_after_rect(whole);
}

/// Draws the others, each a row.
pub(super) fn others_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut LibraryState, view: &View<'_>) {
    let others = view.shelf.go_on.get(1..).unwrap_or_default();
    if others.is_empty() {
        return;
    }
    let heading = cx.t("app-library-go-on-others");
    small_heading(ui, cx, &heading);
    let shown = if state.all_rows { others.len() } else { others.len().min(FEW) };
    part(ui, "library-go-on-rows", Role::List, &heading, |ui| rows_ui(ui, cx, state, &others[..shown]));
    if shown < others.len() {
        ui.add_space(4.0);
        let more = Message::new("app-library-more").with("n", others.len() - shown);
        if Button::quiet(cx.say(&more)).icon(Icon::ChevronDown).small().show(ui, cx).1 {
            state.all_rows = true;
            ui.ctx().request_repaint();
        }
    }
    ui.add_space(16.0);
}

fn rows_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut LibraryState, runs: &[KeptRun]) {
    let t = *cx.tokens();
    let width = ui.available_width();
    let room = width - 24.0 - icon::LARGE - 16.0;
    let ground = ui.painter().add(egui::Shape::Noop);
    let top = ui.cursor().min;
    let roving = list::roving(ui, Id::new("library-go-on-list"), runs.len(), &mut state.row, Along::Down);
    for (index, run) in runs.iter().enumerate() {
        let title = title_of(ui, cx, run, Type::BodyStrong, room);
        let line = sentences(cx, run);
        let set = text::lay_out(ui, &line, Type::Small, t.ink_2, room);
        let (_, rect) = ui.allocate_space(vec2(width, title.size().y + set.size().y + 16.0));
        let response = roving.row(ui, index, rect, &mut state.row);
        if response.hovered() {
            ui.painter().rect_filled(rect.shrink(1.0), CornerRadius::same(size::CARD_CORNER), t.well);
        }
        if index > 0 {
            ui.painter().hline(rect.shrink2(vec2(12.0, 0.0)).x_range(), rect.top(), cx.theme.stroke(1.0, t.hair));
        }
        let at = rect.min + vec2(12.0, 8.0);
        let below = at + vec2(0.0, title.size().y);
        ui.painter().galley(at, title, Color32::PLACEHOLDER);
        ui.painter().galley(below, set, Color32::PLACEHOLDER);
        let sign = pos2(rect.right() - 12.0 - icon::LARGE / 2.0, rect.center().y);
        icon::paint(ui.painter(), sign, Icon::ArrowRight, icon::LARGE, t.ink_2);
        focus::ring(ui, cx.theme, &response, Ring::Inside);
        let name = cx.say(&Message::new("app-library-go-on-name").with("title", &run.view.title));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::ListItem);
            node.set_label(format!("{name}. {line}"));
        });
        if response.clicked() {
            cx.act(Act::GoOnWith(run.run.clone()));
        }
    }
    let whole = Rect::from_min_max(top, pos2(top.x + width, ui.min_rect().bottom()));
    let corner = CornerRadius::same(size::CARD_CORNER);
    let stroke = cx.theme.stroke(1.0, t.hair);
    ui.painter().set(ground, egui::epaint::RectShape::new(whole, corner, t.paper, stroke, StrokeKind::Inside));
}
