//! Where the time of the turn went, to all of its minutes, and what is known of the next one.

use egui::accesskit::Role;
use egui::{Color32, Rect, Sense, Ui, pos2, vec2};

use crate::app::cx::Cx;
use crate::app::parts::{icon, meter, page, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::type_scale::Type;
use crate::desk::Moment;
use crate::desk::due::AppointmentRow;
use crate::desk::end_of_turn::EndOfTurn;
use crate::text::{Message, when};

/// A bar of minutes, and the room for their figure.
const BAR: f32 = 120.0;
const FIGURE: f32 = 84.0;

/// The height of a row of it.
const ROW: f32 = 30.0;

/// Draws both.
pub fn time(ui: &mut Ui, cx: &Cx<'_>, view: &EndOfTurn, moment: &Moment) {
    let heading = cx.t("app-end-time");
    text::heading(ui, &heading, Type::Heading, cx.ink(1), 2);
    ui.add_space(8.0);
    let of = moment.clock.of.max(1);
    page::list_of(ui, &heading, |ui| {
        for (what, minutes) in &view.time {
            text::hairline(ui, cx);
            row(ui, cx, &text::capital(&cx.say(what)), *minutes, Some(*minutes as f32 / of as f32));
        }
        text::rule(ui, cx, cx.tokens().edge);
        row(ui, cx, &cx.t("app-end-left"), moment.clock.left, None);
        if moment.clock.late > 0 {
            row(ui, cx, &cx.t("app-end-late"), moment.clock.late, None);
        }
    });
    if let Some(next) = view.next.as_ref().filter(|_| !view.ahead.is_empty()) {
        let heading = cx.say(&Message::new("app-end-known").with("turn", next.clone()));
        ui.add_space(22.0);
        text::heading(ui, &heading, Type::Heading, cx.ink(1), 2);
        ui.add_space(6.0);
        page::list_of(ui, &heading, |ui| {
            for one in &view.ahead {
                text::hairline(ui, cx);
                appointment(ui, cx, one);
            }
        });
    }
    ui.add_space(16.0);
    let words = cx.t("app-end-look-back");
    text::label(ui, &words, Type::Small, cx.ink(3));
}

/// What time went into, with its bar; what is left has none.
fn row(ui: &mut Ui, cx: &Cx<'_>, what: &str, minutes: i32, share: Option<f32>) {
    let t = cx.tokens();
    let of = if share.is_some() { Type::Small } else { Type::SmallStrong };
    let figure = cx.say(&when::minutes(minutes));
    let width = ui.available_width();
    let galley = text::one_line(ui, what, of, t.ink, width - BAR - FIGURE - 8.0);
    let figure_galley = text::one_line(ui, &figure, of, if share.is_some() { t.ink_2 } else { t.ink }, FIGURE);
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    text::paint_left(ui, rect, galley);
    text::paint_right(ui, rect, figure_galley);
    if let Some(share) = share {
        let right = rect.right() - FIGURE;
        let bar = Rect::from_min_max(pos2(right - BAR, rect.center().y - 4.5), pos2(right, rect.center().y + 4.5));
        meter::paint_bar(ui, cx, bar, share, t.ink_2);
    }
    text::name_it(ui, &response, Role::ListItem, &[what, &figure].join(", "));
}

/// A known date of the next turn.
fn appointment(ui: &mut Ui, cx: &Cx<'_>, one: &AppointmentRow) {
    let t = cx.tokens();
    let width = ui.available_width();
    let at = cx.say(&one.at.words);
    let when = text::one_line(ui, &at, Type::Small, t.ink_3, width * 0.4);
    let room = width - 22.0 - when.size().x - 12.0;
    let what = text::lay_out(ui, &one.label, Type::Body, t.ink, room);
    let with = cx.say(&one.with.in_full);
    let below = text::lay_out(ui, &with, Type::Small, t.ink_3, room);
    let size = vec2(width, 16.0 + what.size().y + below.size().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let first = rect.top() + 8.0;
    let sign = pos2(rect.left() + icon::SMALL / 2.0, first + 10.0);
    icon::paint(ui.painter(), sign, Icon::Calendar, icon::SMALL, t.ink);
    let second = first + what.size().y;
    ui.painter().galley(pos2(rect.left() + 22.0, first), what, Color32::PLACEHOLDER);
    ui.painter().galley(pos2(rect.left() + 22.0, second), below, Color32::PLACEHOLDER);
    ui.painter().galley(pos2(rect.right() - when.size().x, first + 1.0), when, Color32::PLACEHOLDER);
    text::name_it(ui, &response, Role::ListItem, &[one.label.as_str(), &with, &at].join(", "));
}
