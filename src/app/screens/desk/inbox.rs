//! The inbox: what has come, the newest first. Unread is a dot, a heavier hand, and a word in its name.

use egui::accesskit::Role;
use egui::{Color32, Id, Rect, Ui, pos2, vec2};

use super::marks;
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
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::desk::Moment;
use crate::desk::inbox::{InboxRow, Reading};
use crate::text::Message;

/// The height of a row, in points.
const HEIGHT: f32 = 74.0;

/// The id of the list, for whoever gives it the focus.
#[must_use]
pub fn list_id() -> Id {
    Id::new("inbox-list")
}

/// Draws the inbox.
pub fn inbox_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DeskState, moment: &Moment) {
    let name = cx.t("app-inbox");
    let region = page::Region { id: "inbox", role: Role::Navigation, name: &name };
    page::region(ui, rect, cx.tokens().pane, region, |ui| {
        let mut rest = rect;
        let head = page::cut(&mut rest, Side::Top, size::HEAD);
        page::row(ui, head.shrink2(vec2(16.0, 0.0)), |ui| {
            let unread = cx.say(&moment.unread);
            text::heading_with(ui, cx, &name, Type::Heading, &unread, 2);
        });
        page::row_from_right(ui, head.shrink2(vec2(12.0, 0.0)), |ui| {
            let name = cx.t("app-inbox-only-unread");
            let filter = Button::sign(Icon::SlidersHorizontal, name).chosen(state.only_unread);
            if filter.show(ui, cx).1 {
                state.only_unread = !state.only_unread;
                state.inbox_at = 0;
            }
        });
        page::within(ui, rest, |ui| {
            page::scroll(ui, "inbox-rows", egui::Margin::ZERO, |ui| rows_ui(ui, cx, state, moment));
        });
        page::edge(ui, cx, rect, Side::Right, cx.tokens().hair);
    });
}

fn rows_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DeskState, moment: &Moment) {
    let rows = state.rows(moment);
    if rows.is_empty() {
        ui.add_space(8.0);
        let words = cx.t("app-inbox-empty");
        egui::Frame::new().inner_margin(egui::Margin::symmetric(28, 0)).show(ui, |ui| {
            text::label(ui, &words, Type::Small, cx.ink(3));
        });
        return;
    }
    let mut at = state.inbox_at;
    let roving = list::roving(ui, list_id(), rows.len(), &mut at, Along::Down);
    panes::begins(ui, roving.id(at));
    let mut group = None;
    for (index, row) in rows.iter().enumerate() {
        if group != Some(row.this_turn) {
            group = Some(row.this_turn);
            let words = if row.this_turn {
                text::capital(&cx.say(&moment.clock.kind.this()))
            } else {
                cx.t("app-inbox-earlier")
            };
            let galley = text::one_line(ui, &words, Type::Caption, cx.ink(3), 220.0);
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 28.0));
            let at =
                Rect::from_min_max(pos2(rect.left() + 28.0, rect.top() + 8.0), pos2(rect.right(), rect.top() + 24.0));
            text::paint_left(ui, at, galley);
        }
        row_ui(ui, cx, state, (&roving, index, &mut at), row, index + 1 < rows.len());
    }
    state.inbox_at = at;
}

fn row_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    state: &DeskState,
    (roving, index, at): (&Roving, usize, &mut usize),
    row: &InboxRow,
    line_below: bool,
) {
    let open = state.is_open(row);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
    let response = roving.row(ui, index, rect, at);
    // Out of sight only its name is there, for screen readers.
    let cut = ui.is_rect_visible(rect) && paint_row(ui, cx, (rect, open, response.hovered()), row, line_below);
    focus::ring(ui, cx.theme, &response, Ring::Inside);
    let mut name = vec![
        cx.say(&row.reading_words),
        row.from.name.clone(),
        cx.say(&row.via_words),
        cx.say(&row.standing),
        row.title.clone(),
        cx.say(&row.came.words),
    ];
    if row.reading == Reading::Unread && row.minutes > 0 {
        name.push(cx.say(&Message::new("app-inbox-takes").with("n", row.minutes)));
    }
    if !row.cited.is_empty() {
        name.push(cx.say(&Message::new("app-cited-as").with("numbers", numbers(&row.cited))));
    }
    if !row.told_to.is_empty() {
        name.push(cx.say(&Message::new("app-told-to").with("names", row.told_to.join(", "))));
    }
    let name = name.join(", ");
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ListItem);
        node.set_label(name.as_str());
        node.set_selected(open);
    });
    let response = if cut { response.on_hover_text(&row.title) } else { response };
    if response.clicked() {
        cx.act(Act::Read { item: row.item.clone(), nth: row.nth });
    }
}

/// Paints a row: its channel, who it is from, what it is, and when it came. Whether its title had to be cut off.
fn paint_row(
    ui: &Ui,
    cx: &Cx<'_>,
    (rect, open, hovered): (Rect, bool, bool),
    row: &InboxRow,
    line_below: bool,
) -> bool {
    let t = *cx.tokens();
    let unread = row.reading == Reading::Unread;
    if open {
        ui.painter().rect_filled(rect, 0, t.accent_wash);
        let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
        ui.painter().rect_filled(bar, 0, t.accent);
    } else if hovered {
        ui.painter().rect_filled(rect, 0, t.well);
    }
    let (left, right) = (rect.left() + 28.0, rect.right() - 12.0);
    if unread {
        ui.painter().circle_filled(pos2(rect.left() + 16.0, rect.top() + 18.0), 4.0, t.accent);
    }
    let strong = |of: Type| if unread { of.strong() } else { of };
    let second = if open { t.ink_2 } else { t.ink_3 };
    let when = text::one_line(ui, &cx.say(&row.came.words), Type::Caption, second, 130.0);
    let room = right - left - when.size().x - 8.0;
    let from = text::one_line(ui, &row.from.name, strong(Type::Body), t.ink, room);
    let y = rect.top() + 8.0;
    ui.painter().galley(pos2(left, y), from, Color32::PLACEHOLDER);
    ui.painter().galley(pos2(right - when.size().x, y + 2.0), when, Color32::PLACEHOLDER);
    let title = text::one_line(ui, &row.title, strong(Type::Body), t.ink, right - left);
    let cut = title.elided;
    ui.painter().galley(pos2(left, y + 20.0), title, Color32::PLACEHOLDER);
    let third = y + 50.0;
    icon::paint(
        ui.painter(),
        pos2(left + 7.0, third),
        marks::of_channel(Some(row.via), row.voicemail),
        icon::SMALL,
        second,
    );
    let mut room = right - left - 20.0;
    if !row.cited.is_empty() {
        let count = text::one_line(ui, &row.cited.len().to_string(), Type::Caption, second, 40.0);
        let x = right - count.size().x;
        icon::paint(ui.painter(), pos2(x - 10.0, third), Icon::Quote, icon::SMALL, second);
        ui.painter().galley(pos2(x, third - 8.0), count, Color32::PLACEHOLDER);
        room -= 40.0;
    }
    let standing = text::one_line(ui, &cx.say(&row.standing), Type::Caption, second, room);
    ui.painter().galley(pos2(left + 20.0, third - 8.0), standing, Color32::PLACEHOLDER);
    if line_below && !open {
        let stroke = cx.theme.stroke(1.0, t.hair);
        ui.painter().hline(left..=right, rect.bottom() - 0.5, stroke);
    }
    cut
}

/// Numbers of citations in a row: "2, 5".
#[must_use]
pub fn numbers(cited: &[usize]) -> String {
    cited.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
