//! The side of a debrief: its pages, the moments with how many answered likewise, and trying again from a week.
//!
//! In a narrow window the pages are tabs on top, and the moments fold into a button that opens them in place of the page.

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Id, Margin, Rect, Response, Ui, UiBuilder, pos2, vec2};

use super::again::{again_button, try_again, weeks};
use super::state::{DebriefState, Wants};
use super::{Shown, likewise};
use crate::app::acts::{Act, DebriefPage};
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along, Roving};
use crate::app::parts::page::{self, Side};
use crate::app::parts::{icon, tabs, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::report::words as say;
use crate::text::{Message, when};

/// The column of the weeks, in points.
const WEEK: f32 = 56.0;

/// The foot of the side: the button and what it does.
const FOOT: f32 = 76.0;

/// The list of moments has this id, with a number for each row.
pub(super) fn moments_id() -> Id {
    Id::new("debrief-moments")
}

/// Draws the side of a wide window.
pub(super) fn side_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DebriefState) {
    let name = cx.t("app-debrief-side");
    let region = page::Region { id: "debrief-side", role: Role::Navigation, name: &name };
    page::region(ui, rect, cx.tokens().pane, region, |ui| {
        page::edge(ui, cx, rect, Side::Right, cx.tokens().hair);
        let inner = rect.shrink2(vec2(10.0, 12.0));
        let mut rest = inner;
        let foot = page::cut(&mut rest, Side::Bottom, FOOT);
        page::within(ui, rest, |ui| {
            egui::Frame::new().inner_margin(Margin::symmetric(8, 0)).show(ui, |ui| head(ui, cx, state));
            ui.add_space(8.0);
            pages(ui, cx, state);
            rule(ui, cx);
            page::scroll(ui, list_name(state), Margin::ZERO, |ui| lists(ui, cx, state));
        });
        page::within(ui, foot, |ui| {
            egui::Frame::new().inner_margin(Margin::symmetric(8, 0)).show(ui, |ui| try_again(ui, cx, state));
        });
    });
}

fn rule(ui: &mut Ui, cx: &Cx<'_>) {
    ui.add_space(8.0);
    egui::Frame::new().inner_margin(Margin::symmetric(8, 0)).show(ui, |ui| text::hairline(ui, cx));
    ui.add_space(8.0);
}

/// Whose debrief it is, and which attempt.
fn head(ui: &mut Ui, cx: &Cx<'_>, state: &DebriefState) {
    let beside = &state.beside;
    text::heading(ui, &beside.title, Type::ReadingStrong, cx.ink(1), 2);
    let luck = Message::new("debrief-luck").with("seed", &beside.luck);
    let line = beside.attempt.as_ref().unwrap_or(&luck);
    text::label(ui, &cx.say(line), Type::Small, cx.ink(3));
}

/// The pages, one below the other: one stop, arrows move and show.
fn pages(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DebriefState) {
    let id = Id::new("debrief-pages");
    let before = place_of(state.page);
    let mut at = before;
    let name = cx.t("app-debrief-pages");
    ui.scope_builder(UiBuilder::new().id(id), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::TabList);
            node.set_label(name);
        });
        let roving = list::roving(ui, id, DebriefPage::ALL.len(), &mut at, Along::Down);
        panes::begins(ui, roving.id(at));
        for (index, one) in DebriefPage::ALL.into_iter().enumerate() {
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 30.0));
            let response = roving.row(ui, index, rect, &mut at);
            let on = one == state.page;
            if on || response.hovered() {
                ui.painter().rect_filled(rect, CornerRadius::same(size::CONTROL_CORNER), cx.tokens().well);
            }
            let colour = cx.ink(if on { 1 } else { 2 });
            icon::paint(ui.painter(), pos2(rect.left() + 15.0, rect.center().y), sign(one), icon::SMALL, colour);
            let words = cx.t(one.name());
            let of = if on { Type::BodyStrong } else { Type::Body };
            let galley = text::one_line(ui, &words, of, cx.ink(1), rect.width() - 38.0);
            text::paint_left(ui, Rect::from_min_max(pos2(rect.left() + 30.0, rect.top()), rect.max), galley);
            focus::ring(ui, cx.theme, &response, Ring::Inside);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(Role::Tab);
                node.set_label(words);
                node.set_selected(on);
            });
        }
    });
    if at != before {
        cx.act(Act::ShowDebriefPage(DebriefPage::ALL[at]));
    }
}

fn place_of(page: DebriefPage) -> usize {
    DebriefPage::ALL.iter().position(|one| *one == page).unwrap_or(0)
}

const fn sign(page: DebriefPage) -> Icon {
    match page {
        DebriefPage::Decisions => Icon::Scale,
        DebriefPage::Outcomes => Icon::List,
        DebriefPage::Timeline => Icon::Clock,
    }
}

/// Each list keeps its own place when the other one is shown.
const fn list_name(state: &DebriefState) -> &'static str {
    if state.choosing_week { "debrief-weeks-shown" } else { "debrief-moments-shown" }
}

/// The moments, or the weeks to try again from.
fn lists(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DebriefState) {
    if state.choosing_week {
        weeks(ui, cx, state);
    } else if let Some(debrief) = state.debrief.clone() {
        moments(ui, cx, state, &Shown { debrief });
    }
}

/// How it came out, then the decisions in their order. What the list is at is shown in the main pane.
fn moments(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DebriefState, shown: &Shown) {
    let name = cx.t("app-debrief-moments");
    let len = shown.debrief.decisions.len() + 1;
    let mut at = state.moment;
    let mut clicked = false;
    page::list_of(ui, &name, |ui| {
        let roving = list::roving(ui, moments_id(), len, &mut at, Along::Down);
        panes::begins(ui, roving.id(at));
        if state.takes_focus(ui, Wants::Moments) {
            roving.take_focus(ui);
        }
        for index in 0..len {
            let row = moment(cx, shown, index);
            let on = state.page == DebriefPage::Decisions && index == state.moment;
            let response = moment_ui(ui, cx, (&roving, index, &mut at), &row, on);
            if index == state.moment && std::mem::take(&mut state.reveal) {
                ui.scroll_to_rect(response.rect, None);
            }
            clicked |= response.clicked();
        }
    });
    if at != state.moment || clicked {
        state.show(at);
        state.fold();
    }
}

/// A row of the list of moments.
struct Row {
    week: String,
    title: String,
    line: String,
}

fn moment(cx: &Cx<'_>, shown: &Shown, index: usize) -> Row {
    let debrief = &shown.debrief;
    match index.checked_sub(1).and_then(|index| debrief.decisions.get(index)) {
        None => Row {
            week: String::new(),
            title: cx.t(super::front::heading(debrief)),
            line: debrief.ending.as_ref().map(|ending| ending.title.clone()).unwrap_or_default(),
        },
        Some(decision) => Row {
            week: cx.say(&week(shown, decision.at)),
            title: cx.say(&say::title(decision.title.as_ref())),
            line: cx.say(&likewise::likewise(decision)),
        },
    }
}

/// "wk 9"; the date where weeks have no number.
pub(super) fn week(shown: &Shown, at: crate::scenario::calendar::Minute) -> Message {
    let calendar = shown.calendar();
    if !shown.weeks_count() {
        return when::day_short(calendar, crate::scenario::calendar::Calendar::day(at));
    }
    match calendar.week(at) {
        week if week < 0 => Message::new("app-debrief-wk-minus").with("week", week.abs()),
        week => Message::new("app-debrief-wk").with("week", week),
    }
}

fn moment_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (roving, index, at): (&Roving, usize, &mut usize),
    row: &Row,
    on: bool,
) -> Response {
    let t = cx.tokens();
    let width = ui.available_width();
    let room = width - 8.0 - WEEK - 8.0 - 8.0;
    let week = text::lay_out(ui, &row.week, Type::Small, cx.ink(if on { 2 } else { 3 }), WEEK);
    let of = if on { Type::SmallStrong } else { Type::Small };
    let title = text::lay_out(ui, &row.title, of, t.ink, room);
    let line = text::lay_out(ui, &row.line, Type::Small, cx.ink(if on { 2 } else { 3 }), room);
    let line_height = if row.line.is_empty() { 0.0 } else { line.size().y };
    let height = (title.size().y + line_height).max(week.size().y) + 14.0;
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = roving.row(ui, index, rect, at);
    let corner = CornerRadius::same(size::CONTROL_CORNER);
    if on {
        ui.painter().rect_filled(rect, corner, t.accent_wash);
        let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
        ui.painter().rect_filled(bar, CornerRadius { nw: corner.nw, sw: corner.sw, ..CornerRadius::ZERO }, t.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corner, t.well);
    }
    let top = rect.min + vec2(8.0, 7.0);
    ui.painter().galley(top, week, Color32::PLACEHOLDER);
    let left = top.x + WEEK + 8.0;
    let below = top.y + title.size().y;
    ui.painter().galley(pos2(left, top.y), title, Color32::PLACEHOLDER);
    if line_height > 0.0 {
        ui.painter().galley(pos2(left, below), line, Color32::PLACEHOLDER);
    }
    focus::ring(ui, cx.theme, &response, Ring::Inside);
    let parts = [&row.week, &row.title, &row.line];
    let name: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let name = name.join(", ");
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ListItem);
        node.set_label(name);
        node.set_selected(on);
    });
    response
}

/// Draws the head of a narrow window: the pages as tabs, and below them what the moments fold into. Cuts its room off.
pub(super) fn head_ui(ui: &mut Ui, cx: &mut Cx<'_>, rest: &mut Rect, state: &mut DebriefState) {
    let rect = page::cut(rest, Side::Top, 76.0);
    let name = cx.t("app-debrief-side");
    let region = page::Region { id: "debrief-side", role: Role::Navigation, name: &name };
    page::region(ui, rect, cx.tokens().pane, region, |ui| {
        page::edge(ui, cx, rect, Side::Bottom, cx.tokens().hair);
        let mut below = rect.shrink2(vec2(8.0, 0.0));
        let upper = page::cut(&mut below, Side::Top, 36.0);
        page::within(ui, upper, |ui| {
            let names: Vec<String> = DebriefPage::ALL.iter().map(|page| cx.t(page.name())).collect();
            let id = Id::new("debrief-pages");
            panes::begins(ui, id.with(place_of(state.page)));
            let mut at = place_of(state.page);
            if tabs::tabs(ui, cx, id, &names, &mut at, upper.height()) {
                cx.act(Act::ShowDebriefPage(DebriefPage::ALL[at]));
            }
        });
        page::row(ui, below, |ui| folded(ui, cx, below, state));
    });
}

/// What the moments fold into, and trying again.
fn folded(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DebriefState) {
    let again = cx.t("app-debrief-again");
    let room = rect.width() - text::measure(ui, &again, Type::SmallStrong).x - 80.0;
    if let Some(debrief) = state.debrief.clone() {
        let row = moment(cx, &Shown { debrief }, state.moment);
        let is_shown = state.page == DebriefPage::Decisions;
        let cut = text::one_line(ui, &row.title, Type::SmallStrong, cx.ink(1), room).elided;
        let (moments, shown) = (cx.t("app-debrief-moments"), Message::new("app-debrief-moment-shown"));
        let name = if is_shown { cx.say(&shown.with("title", &row.title)) } else { moments.clone() };
        let words = if is_shown && !cut { row.title } else { moments };
        let button = Button::plain(words).icon_after(Icon::ChevronDown).small().opens().named(name);
        if button.chosen(state.unfolded).show(ui, cx).1 {
            state.unfold();
        }
        ui.add_space(8.0);
    }
    let button = Button::quiet(again).icon(Icon::RotateCcw).small().opens().chosen(state.choosing_week);
    again_button(ui, cx, state, button);
}

/// Draws the moments, or the weeks, in place of the page of a narrow window.
pub(super) fn list_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DebriefState) {
    let name = cx.t("app-debrief-moments");
    let region = page::Region { id: "debrief-main", role: Role::Main, name: &name };
    page::region(ui, rect, cx.tokens().paper, region, |ui| {
        page::scroll(ui, list_name(state), Margin::same(12), |ui| {
            if state.choosing_week {
                text::label(ui, &cx.t("app-debrief-again-apart"), Type::Small, cx.ink(2));
                ui.add_space(8.0);
            }
            lists(ui, cx, state);
        });
    });
}
