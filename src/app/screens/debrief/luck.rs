//! The same decisions with other luck: how often each ending came, in a table whose bars are the picture; or how far the
//! replays are.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Color32, Galley, Id, Rect, Sense, StrokeKind, Ui, pos2, vec2};

use super::Shown;
use super::lines::{first_section, sentences};
use super::state::DebriefState;
use crate::app::cx::Cx;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along};
use crate::app::parts::{icon, meter, page, text};
use crate::app::pictures::replays::{self, Bar};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::report::words as say;
use crate::review::debrief::{ReplayedEnding, Replays};
use crate::review::outcomes::REPLAYS;
use crate::text::Message;

/// Bars of endings, in points: the widest, and the least.
const BAR: (f32, f32) = (180.0, 96.0);

/// The columns of figures.
const FIGURE: f32 = 48.0;

/// The endings over the replays, or how far the replays are.
pub(super) fn replays_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut DebriefState, shown: &Shown) {
    let Some(replays) = &shown.debrief.outcomes else {
        let of = say::grouped(REPLAYS);
        let heading = cx.say(&Message::new("debrief-replays-heading").with("of", of));
        first_section(ui, cx, &heading, "");
        text::label(ui, &cx.t("debrief-replays-about"), Type::Small, cx.ink(2));
        ui.add_space(8.0);
        progress(ui, cx, state);
        return;
    };
    let heading = cx.say(&Message::new("debrief-replays-heading").with("of", say::grouped(replays.of)));
    first_section(ui, cx, &heading, "");
    text::label(ui, &cx.t("debrief-replays-about"), Type::Small, cx.ink(2));
    ui.add_space(8.0);
    table(ui, cx, state, replays, &heading);
    ui.add_space(8.0);
    let panel = replays.endings.iter().any(|row| row.with_panel.is_some());
    legend(ui, cx, panel);
    ui.add_space(6.0);
    sentences(ui, cx, &say::stood_in(replays), Type::Small, cx.ink(3));
}

/// How far the replays are, once that takes long enough to be noticed.
fn progress(ui: &mut Ui, cx: &Cx<'_>, state: &mut DebriefState) {
    if !state.has_waited(ui) {
        return;
    }
    let share = state.work.share();
    let width = ui.available_width().min(360.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 10.0), Sense::hover());
    meter::paint_bar(ui, cx, rect, share, cx.tokens().accent);
    ui.painter().rect_stroke(rect, 2, cx.theme.stroke(1.0, cx.tokens().edge), StrokeKind::Inside);
    let name = cx.t("app-debrief-replaying");
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ProgressIndicator);
        node.set_label(name.as_str());
        node.set_numeric_value(f64::from((share * 100.0).round()));
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
    });
    ui.add_space(6.0);
    text::label(ui, &name, Type::Caption, cx.ink(3));
}

/// The table of endings; its bars are the picture.
fn table(ui: &mut Ui, cx: &Cx<'_>, state: &mut DebriefState, replays: &Replays, name: &str) {
    let bar_of = |row: &ReplayedEnding| Bar { count: row.count, panel: row.with_panel, own: row.own };
    let bars: Vec<Bar> = replays.endings.iter().map(bar_of).collect();
    let reach = replays::reach(&bars, replays.of);
    let panel = bars.iter().any(|bar| bar.panel.is_some());
    let width = ui.available_width();
    let figures = if panel { FIGURE * 2.0 } else { FIGURE };
    let bar = (width * 0.4 - 16.0).clamp(BAR.0.min(BAR.1), BAR.0);
    let titles = width - bar - 12.0 - figures;
    let columns = Columns { titles, bar, panel };
    head(ui, cx, columns, replays.of);
    let id = Id::new("debrief-endings");
    let top = ui.cursor().min;
    page::list_of(ui, name, |ui| {
        let roving = list::roving(ui, id, bars.len(), &mut state.ending, Along::Down);
        for (index, row) in replays.endings.iter().enumerate() {
            let (rect, galleys) = ending_row(ui, cx, columns, row);
            let mut at = state.ending;
            let response = roving.row(ui, index, rect, &mut at);
            state.ending = at;
            ui.painter().hline(rect.x_range(), rect.top(), cx.theme.stroke(1.0, cx.tokens().hair));
            let current = response.has_focus();
            if current {
                ui.painter().rect_filled(rect, 0, cx.tokens().well);
            }
            paint_ending(ui, cx, columns, rect, (row, galleys));
            let bar = Rect::from_min_size(pos2(rect.left() + titles, rect.top()), vec2(bar, rect.height()));
            replays::paint(ui, cx, bar, bars[index], reach);
            focus::ring(ui, cx.theme, &response, Ring::Inside);
            let words = said(cx, row, replays.of);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(Role::ListItem);
                node.set_label(words);
            });
        }
    });
    let picture = Rect::from_min_max(pos2(top.x + titles, top.y), pos2(top.x + titles + bar, ui.cursor().min.y));
    let response = ui.interact(picture, id.with("picture"), Sense::hover());
    let name = Message::new("app-debrief-replays-picture")
        .with("n", bars.len())
        .with("reach", say::grouped(reach))
        .with("of", say::grouped(replays.of));
    text::name_it(ui, &response, Role::Image, &cx.say(&name));
}

/// Where the columns of the table lie.
#[derive(Debug, Clone, Copy)]
struct Columns {
    titles: f32,
    bar: f32,
    panel: bool,
}

/// What stands above the columns.
fn head(ui: &mut Ui, cx: &Cx<'_>, columns: Columns, of: u32) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 20.0));
    let put = |ui: &Ui, words: &str, left: f32, width: f32, right: bool| {
        let galley = text::one_line(ui, words, Type::Caption, cx.ink(3), width);
        let cell = Rect::from_min_size(pos2(rect.left() + left, rect.top()), vec2(width, rect.height()));
        if right { text::paint_right(ui, cell, galley) } else { text::paint_left(ui, cell, galley) }
    };
    put(ui, &cx.t("app-debrief-ended"), 0.0, columns.titles - 8.0, false);
    let plays = cx.say(&Message::new("app-debrief-of-plays").with("of", say::grouped(of)));
    put(ui, &plays, columns.titles, columns.bar, false);
    let figures = columns.titles + columns.bar + 12.0;
    put(ui, &cx.t("app-debrief-you"), figures, FIGURE, true);
    if columns.panel {
        put(ui, &cx.t("app-debrief-panel"), figures + FIGURE, FIGURE, true);
    }
}

type Galleys = (Arc<Galley>, Option<Arc<Galley>>);

/// Makes room for a row: its title, and below it that this run came to it.
fn ending_row(ui: &mut Ui, cx: &Cx<'_>, columns: Columns, row: &ReplayedEnding) -> (Rect, Galleys) {
    let of = if row.own { Type::SmallStrong } else { Type::Small };
    let title = text::lay_out(ui, &row.title, of, cx.ink(1), columns.titles - 12.0);
    let own = row.own.then(|| {
        let words = cx.t("app-debrief-this-time");
        text::one_line(ui, &words, Type::SmallStrong, cx.tokens().accent, columns.titles - 30.0)
    });
    let height = title.size().y + own.as_ref().map_or(0.0, |own| own.size().y) + 11.0;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height.max(29.0)));
    (rect, (title, own))
}

fn paint_ending(ui: &Ui, cx: &Cx<'_>, columns: Columns, rect: Rect, (row, (title, own)): (&ReplayedEnding, Galleys)) {
    let at = pos2(rect.left(), rect.top() + 6.0);
    let below = at.y + title.size().y;
    ui.painter().galley(at, title, Color32::PLACEHOLDER);
    if let Some(own) = own {
        let centre = pos2(at.x + icon::SMALL / 2.0, below + own.size().y / 2.0);
        icon::paint(ui.painter(), centre, Icon::User, icon::SMALL, cx.tokens().accent);
        ui.painter().galley(pos2(at.x + 18.0, below), own, Color32::PLACEHOLDER);
    }
    let figure = |count: u32, left: f32, rank: u8| {
        let galley = text::one_line(ui, &say::grouped(count), Type::Small, cx.ink(rank), FIGURE);
        let cell = Rect::from_min_size(pos2(rect.left() + left, rect.top()), vec2(FIGURE, rect.height()));
        text::paint_right(ui, cell, galley);
    };
    let figures = columns.titles + columns.bar + 12.0;
    figure(row.count, figures, 1);
    if let Some(panel) = row.with_panel {
        figure(panel, figures + FIGURE, 3);
    }
}

/// A row of the table in words.
fn said(cx: &Cx<'_>, row: &ReplayedEnding, of: u32) -> String {
    let count =
        Message::new("debrief-replays-row").with("count", say::grouped(row.count)).with("of", say::grouped(of));
    let mut words = vec![cx.say(&say::replayed(row)), cx.say(&count)];
    words.extend(row.with_panel.map(|count| cx.say(&say::with_panel(count))));
    words.join(", ")
}

/// What the bar and the I-beam stand for.
fn legend(ui: &mut Ui, cx: &Cx<'_>, panel: bool) {
    let t = cx.tokens();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(20.0, 4.0);
        let entry = |ui: &mut Ui, words: &str, wide: f32| -> Rect {
            let galley = text::one_line(ui, words, Type::Small, t.ink_2, ui.max_rect().width() - wide - 6.0);
            let size = vec2(wide + 6.0 + galley.size().x, Type::Small.line());
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            text::paint_right(ui, rect, galley);
            text::name_it(ui, &response, Role::Label, words);
            Rect::from_min_size(rect.min, vec2(wide, rect.height()))
        };
        let at = entry(ui, &cx.t("app-debrief-legend-you"), 20.0);
        replays::paint_piece(ui, Rect::from_center_size(at.center(), vec2(20.0, replays::HEIGHT)), t.ink_2);
        if panel {
            let at = entry(ui, &cx.t("app-debrief-legend-panel"), 8.0);
            let beam = Rect::from_center_size(at.center(), vec2(6.0, 14.0));
            replays::paint_beam(ui.painter(), beam, cx.theme.stroke(2.0, t.ink));
        }
    });
}
