//! The tray of a kind: what can be done now, what it takes, when an answer is likely; then what can't be done yet and
//! why. It rises inside the reading pane and pushes the text up; nothing is covered.

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Id, Margin, Rect, Ui, pos2, vec2};

use super::state::DeskState;
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along, Roving};
use crate::app::parts::page::{self, Side};
use crate::app::parts::{icon, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::desk::Moment;
use crate::desk::responses::{KindGroup, Open, ResponseRow};
use crate::text::Message;

/// Widths of the columns at the right: what it takes, and when an answer is likely.
const TAKES: f32 = 72.0;
const LIKELY: f32 = 124.0;

/// Where less room than this is left for words, the columns go below them.
const NARROW: f32 = 480.0;

/// The group whose tray is open.
fn group<'m>(state: &DeskState, moment: &'m Moment) -> Option<&'m KindGroup> {
    moment.kinds.iter().find(|group| Some(group.kind) == state.tray)
}

/// Rows that are shown: what is done once and is done stands behind a button, or by week 12 nothing else would be seen.
fn shown<'g>(state: &DeskState, group: &'g KindGroup) -> Vec<&'g ResponseRow> {
    group.rows.iter().filter(|row| state.tray_done || row.open != Open::Done).collect()
}

/// How much of a pane the tray takes: what it needs, but never all of it.
#[must_use]
pub fn height(ui: &Ui, cx: &Cx<'_>, pane: Rect, state: &DeskState, moment: &Moment) -> f32 {
    let Some(group) = group(state, moment) else { return 0.0 };
    let width = pane.width() - 44.0;
    let shown = shown(state, group);
    let rows: f32 = shown.iter().map(|row| Lines::of(ui, cx, row, width).height()).sum();
    let done = group.rows.iter().any(|row| row.open == Open::Done);
    let head = 44.0 + 24.0 + if done { 36.0 } else { 0.0 } + if shown.is_empty() { 30.0 } else { 0.0 };
    (head + rows + 12.0).min(pane.height() * if pane.height() < 400.0 { 0.9 } else { 0.66 })
}

/// The tray over a pane that it can't push up: the widened file, a narrow window.
pub fn tray_over(ui: &mut Ui, cx: &mut Cx<'_>, pane: Rect, state: &mut DeskState, moment: &Moment) {
    let height = height(ui, cx, pane, state, moment);
    let rect = Rect::from_min_max(pos2(pane.left(), pane.bottom() - height), pane.max);
    tray_ui(ui, cx, rect, state, moment);
}

/// Draws the tray.
pub fn tray_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DeskState, moment: &Moment) {
    let Some(group) = group(state, moment) else { return };
    let name = cx.say(&group.name);
    let region = page::Region { id: "tray", role: Role::Region, name: &name };
    page::region(ui, rect, cx.tokens().pane, region, |ui| {
        page::edge(ui, cx, rect, Side::Top, cx.theme.hue(group.kind));
        let mut rest = rect;
        let head = page::cut(&mut rest, Side::Top, 44.0).shrink2(vec2(32.0, 0.0));
        page::row(ui, head, |ui| {
            let (_, sign) = ui.allocate_space(vec2(16.0, 20.0));
            icon::paint_kind(ui.painter(), sign.center(), group.kind, 15.0, cx.theme.hue(group.kind));
            ui.add_space(8.0);
            let help = cx.say(&group.help);
            text::heading_with(ui, cx, &name, Type::Heading, &help, 2);
        });
        let ends =
            Rect::from_min_max(pos2(head.right() - 40.0, head.top()), pos2(rect.right() - 14.0, head.bottom()));
        page::row_from_right(ui, ends, |ui| {
            Button::sign(Icon::X, cx.t("app-tray-close")).act(ui, cx, Act::CloseTray);
        });
        let narrow = rect.width() - 44.0 < NARROW;
        if !narrow {
            let columns = page::cut(&mut rest, Side::Top, 22.0).shrink2(vec2(32.0, 0.0));
            column_heads(ui, cx, columns);
        }
        let pad = Margin { left: 22, right: 22, top: 0, bottom: 8 };
        page::within(ui, rest, |ui| {
            page::scroll(ui, "tray-rows", pad, |ui| rows_ui(ui, cx, state, group));
        });
    });
}

fn column_heads(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    let put = |key: &'static str, x: f32| {
        let galley = text::one_line(ui, &cx.t(key), Type::Caption, cx.ink(3), 240.0);
        ui.painter().galley(pos2(x, rect.top()), galley, Color32::PLACEHOLDER);
    };
    put("app-tray-what", rect.left());
    put("app-tray-takes", rect.right() - TAKES - LIKELY);
    put("app-tray-likely", rect.right() - LIKELY);
}

fn rows_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DeskState, group: &KindGroup) {
    let rows = shown(state, group);
    if rows.is_empty() {
        ui.add_space(6.0);
        let words = cx.t("app-tray-empty");
        text::label(ui, &words, Type::Body, cx.ink(3));
    } else {
        let mut at = state.tray_at;
        let roving = list::roving(ui, Id::new("tray-list"), rows.len(), &mut at, Along::Down);
        panes::begins(ui, roving.id(at));
        for (index, row) in rows.iter().enumerate() {
            row_ui(ui, cx, row, (&roving, index, &mut at));
        }
        state.tray_at = at;
        if std::mem::take(&mut state.tray_fresh) {
            roving.take_focus(ui);
        }
    }
    let done = group.rows.iter().filter(|row| row.open == Open::Done).count();
    if done > 0 {
        ui.add_space(4.0);
        let words = cx.say(&Message::new("app-tray-show-done").with("n", done));
        let button = Button::quiet(words).icon(Icon::Check).small().chosen(state.tray_done);
        if button.show(ui, cx).1 {
            state.tray_done = !state.tray_done;
        }
    }
}

/// The lines of a row, laid out.
struct Lines {
    label: std::sync::Arc<egui::Galley>,
    below: Vec<std::sync::Arc<egui::Galley>>,
}

impl Lines {
    fn of(ui: &Ui, cx: &Cx<'_>, row: &ResponseRow, width: f32) -> Self {
        let narrow = width < NARROW;
        let room = if narrow { width - 20.0 } else { width - 20.0 - TAKES - LIKELY - 8.0 };
        let open = row.open == Open::Now;
        let colour = if open { cx.ink(1) } else { cx.ink(3) };
        let mut below: Vec<String> = Vec::new();
        if narrow {
            let mut parts = vec![cx.say(&row.takes)];
            parts.extend(
                row.answer_likely
                    .as_ref()
                    .map(|likely| cx.say(&Message::new("app-answer-likely").with("when", likely.clone()))),
            );
            below.push(parts.join("; "));
        }
        if let Some(form) = row.form.as_ref().filter(|form| **form != row.label) {
            below.push(cx.say(&Message::new("app-tray-form").with("form", form)));
        }
        if row.draft {
            below.push(cx.t("app-tray-draft"));
        }
        match &row.open {
            Open::NotYet(why) => below.push(cx.say(why)),
            Open::Done => {
                let at = row.last_done.as_ref().map(|at| cx.say(&at.words)).unwrap_or_default();
                below.push(cx.say(&Message::new("app-tray-done").with("when", at)));
                below.extend(row.afterwards.clone());
            }
            Open::Now => {
                if let Some(at) = &row.last_done {
                    below.push(cx.say(&Message::new("app-tray-before").with("when", at.words.clone())));
                }
            }
        }
        Self {
            label: text::lay_out(ui, &row.label, Type::Body, colour, room),
            below: below.iter().map(|line| text::lay_out(ui, line, Type::Caption, cx.ink(2), room)).collect(),
        }
    }

    fn height(&self) -> f32 {
        12.0 + self.label.size().y + self.below.iter().map(|line| line.size().y).sum::<f32>()
    }
}

fn row_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &ResponseRow, (roving, index, at): (&Roving, usize, &mut usize)) {
    let t = *cx.tokens();
    let width = ui.available_width();
    let lines = Lines::of(ui, cx, row, width);
    let (_, rect) = ui.allocate_space(vec2(width, lines.height()));
    let response = roving.row(ui, index, rect, at);
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(4), t.well);
    }
    ui.painter().hline(rect.x_range(), rect.top(), cx.theme.stroke(1.0, t.hair));
    let mut y = rect.top() + 6.0;
    let (left, right) = (rect.left() + 10.0, rect.right() - 10.0);
    let open = row.open == Open::Now;
    if width >= NARROW {
        let colour = if open { t.ink } else { t.ink_3 };
        let takes = text::one_line(ui, &cx.say(&row.takes), Type::Body, colour, TAKES);
        ui.painter().galley(pos2(right - TAKES - LIKELY, y), takes, Color32::PLACEHOLDER);
        if let Some(likely) = &row.answer_likely {
            let likely = text::one_line(ui, &cx.say(likely), Type::Body, colour, LIKELY);
            ui.painter().galley(pos2(right - LIKELY, y), likely, Color32::PLACEHOLDER);
        }
    }
    for line in std::iter::once(lines.label).chain(lines.below) {
        let below = line.size().y;
        ui.painter().galley(pos2(left, y), line, Color32::PLACEHOLDER);
        y += below;
    }
    focus::ring(ui, cx.theme, &response, Ring::Inside);
    let mut description = vec![cx.say(&Message::new("app-takes").with("time", row.takes.clone()))];
    description.extend(
        row.answer_likely.as_ref().map(|when| cx.say(&Message::new("app-answer-likely").with("when", when.clone()))),
    );
    if let Open::NotYet(why) = &row.open {
        description.push(cx.say(why));
    }
    if row.draft {
        description.push(cx.t("app-tray-draft"));
    }
    let description = description.join(". ");
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Button);
        node.set_label(row.label.as_str());
        node.set_description(description.as_str());
        if !open {
            node.set_disabled();
        }
    });
    if response.clicked() {
        match &row.open {
            Open::NotYet(why) if row.form.is_none() => cx.announce(cx.say(why), true),
            Open::Done => cx.announce(cx.t("app-tray-is-done"), true),
            _ => cx.act(Act::Respond(row.id.clone())),
        }
    }
}
