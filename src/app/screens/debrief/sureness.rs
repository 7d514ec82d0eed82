//! How sure the answers were beside how reviewers agreed: the picture with its table, which holds the focus.

use egui::accesskit::Role;
use egui::{Id, Rect, Ui, pos2, vec2};

use super::lines::first_section;
use super::state::DebriefState;
use super::{Shown, side};
use crate::app::cx::Cx;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along};
use crate::app::parts::{page, text};
use crate::app::pictures::calibration::{self, A_MEASUREMENT, Point};
use crate::app::theme::type_scale::Type;
use crate::report::words as say;
use crate::text::Message;

/// A decision of the calibration: where its point is, and what its row says.
pub(super) struct Calibrated {
    point: Point,
    title: String,
}

/// Decisions that have a credit and were said to be so and so sure.
pub(super) fn points(cx: &Cx<'_>, shown: &Shown) -> Vec<Calibrated> {
    let decisions = shown.debrief.decisions.iter();
    let points = decisions.filter_map(|decision| {
        let (sure, credit) = decision.yours.sure.zip(decision.credit.score())?;
        let name = cx.say(&side::week(shown, decision.at));
        let title = cx.say(&say::title(decision.title.as_ref()));
        Some(Calibrated { point: Point { name, sure, credit }, title })
    });
    points.collect()
}

/// How sure, and how shared: the picture with its table.
pub(super) fn calibration_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut DebriefState, shown: &Shown, all: &[Calibrated]) {
    if all.is_empty() {
        return;
    }
    let heading = cx.t("app-debrief-calibration");
    first_section(ui, cx, &heading, "");
    let points: Vec<Point> = all.iter().map(|one| one.point.clone()).collect();
    let about = Message::new(if points.len() < A_MEASUREMENT {
        "app-debrief-calibration-picture"
    } else {
        "app-debrief-calibration-about"
    })
    .with("n", points.len())
    .with("of", shown.debrief.decisions.len());
    let about = cx.say(&about);
    text::label(ui, &about, Type::Small, cx.ink(2));
    ui.add_space(8.0);
    let width = ui.available_width();
    let beside = width - calibration::SIZE.x - 16.0;
    let marked = ui.memory(|memory| memory.focused()) == Some(points_id().with(state.point));
    let marked = marked.then_some(state.point);
    let name = cx.say(&Message::new("app-debrief-calibration-name").with("n", points.len()));
    let mut clicked = None;
    if beside >= 150.0 {
        page::columns(ui, &[calibration::SIZE.x, beside], 16.0, |ui, column| match column {
            0 => clicked = calibration::calibration(ui, cx, &points, marked, &name),
            _ => points_table(ui, cx, state, all, &heading),
        });
    } else {
        points_table(ui, cx, state, all, &heading);
        ui.add_space(8.0);
        clicked = calibration::calibration(ui, cx, &points, marked, &name);
    }
    if let Some(point) = clicked {
        state.point = point;
        ui.memory_mut(|memory| memory.request_focus(points_id().with(point)));
    }
}

fn points_id() -> Id {
    Id::new("debrief-points")
}

/// The table of the calibration: when, how sure, how much agreement.
fn points_table(ui: &mut Ui, cx: &Cx<'_>, state: &mut DebriefState, all: &[Calibrated], name: &str) {
    let width = ui.available_width().min(360.0);
    let columns = [width * 0.42, width * 0.22, width * 0.36];
    let cells = |ui: &Ui, rect: Rect, words: [&str; 3], of: Type, rank: u8| {
        let mut x = rect.left();
        for (index, words) in words.into_iter().enumerate() {
            let galley = text::one_line(ui, words, of, cx.ink(rank), columns[index]);
            let cell = Rect::from_min_size(pos2(x, rect.top()), vec2(columns[index], rect.height()));
            if index == 0 {
                text::paint_left(ui, cell, galley)
            } else {
                text::paint_right(ui, cell, galley)
            }
            x += columns[index];
        }
    };
    let (_, head) = ui.allocate_space(vec2(width, 20.0));
    let (when, sure, agreement) = (cx.t("app-debrief-when"), cx.t("app-debrief-sure"), cx.t("app-debrief-agreement"));
    cells(ui, head, [&when, &sure, &agreement], Type::Caption, 3);
    page::list_of(ui, name, |ui| {
        let roving = list::roving(ui, points_id(), all.len(), &mut state.point, Along::Down);
        for (index, one) in all.iter().enumerate() {
            let (_, rect) = ui.allocate_space(vec2(width, 26.0));
            let response = roving.row(ui, index, rect, &mut state.point);
            ui.painter().hline(rect.x_range(), rect.top(), cx.theme.stroke(1.0, cx.tokens().hair));
            let figures = (one.point.sure.to_string(), say::figure(one.point.credit));
            cells(ui, rect, [&one.point.name, &figures.0, &figures.1], Type::Small, 1);
            focus::ring(ui, cx.theme, &response, Ring::Inside);
            let words = Message::new("app-debrief-calibration-row")
                .with("when", &one.point.name)
                .with("title", &one.title)
                .with("percent", one.point.sure)
                .with("agreement", &figures.1);
            let words = cx.say(&words);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(Role::ListItem);
                node.set_label(words);
            });
        }
    });
}
