//! A list of what still lies there: a sign, what it is, a line below, and when at the right end.
//!
//! One stop for Tab; arrows move, Enter goes to where it can be done. Of many, the first few are shown until all are
//! asked for.

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Id, Ui, pos2, vec2};

use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along};
use crate::app::parts::{icon, page, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::text::Message;

/// So many rows are shown at first.
const FIRST: usize = 6;

/// Room in front of a row, for its sign.
const SIGN: f32 = 22.0;

/// A row of a list.
#[derive(Debug, Clone)]
pub struct Row {
    pub sign: Icon,
    pub what: String,
    /// A line below it; empty if there is nothing more to say.
    pub below: String,
    pub when: String,
    /// It is late.
    pub late: bool,
    /// What leads to it, one after the other.
    pub acts: Vec<Act>,
}

/// Draws a list below its heading; this part of the screen may begin with it. True if there was anything to draw.
pub fn list(ui: &mut Ui, cx: &mut Cx<'_>, (id, begins): (&str, bool), heading: &str, rows: &[Row]) -> bool {
    if rows.is_empty() {
        return false;
    }
    ui.add_space(18.0);
    text::heading(ui, heading, Type::Heading, cx.ink(1), 2);
    ui.add_space(6.0);
    let id = Id::new("end-of-turn").with(id);
    let all_id = id.with("all");
    let all = ui.data(|data| data.get_temp::<bool>(all_id)).unwrap_or(false);
    let shown = if all || rows.len() <= FIRST + 1 { rows.len() } else { FIRST };
    page::list_of(ui, heading, |ui| {
        let at_id = id.with("at");
        let mut at = ui.data(|data| data.get_temp::<usize>(at_id)).unwrap_or(0);
        let roving = list::roving(ui, id, shown, &mut at, Along::Down);
        if begins {
            panes::begins(ui, roving.id(at));
        }
        for (index, row) in rows.iter().take(shown).enumerate() {
            row_ui(ui, cx, row, |ui, rect| roving.row(ui, index, rect, &mut at));
        }
        ui.data_mut(|data| data.insert_temp(at_id, at));
    });
    if shown < rows.len() {
        ui.add_space(4.0);
        let words = cx.say(&Message::new("app-end-all").with("n", rows.len()));
        if Button::quiet(words).icon(Icon::ChevronDown).small().show(ui, cx).1 {
            ui.data_mut(|data| data.insert_temp(all_id, true));
        }
    }
    true
}

fn row_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &Row, place: impl FnOnce(&Ui, egui::Rect) -> egui::Response) {
    let t = *cx.tokens();
    text::hairline(ui, cx);
    let width = ui.available_width();
    let (of, colour) = if row.late { (Type::SmallStrong, t.due) } else { (Type::Small, t.ink_3) };
    let when = text::one_line(ui, &row.when, of, colour, width * 0.45);
    let room = width - SIGN - when.size().x - 12.0;
    let what = text::lay_out(ui, &row.what, Type::Body, t.ink, room);
    let below = (!row.below.is_empty()).then(|| text::lay_out(ui, &row.below, Type::Small, t.ink_3, room));
    let height = 16.0 + what.size().y + below.as_ref().map_or(0.0, |below| below.size().y);
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = place(ui, rect);
    if response.hovered() && !row.acts.is_empty() {
        let over = rect.expand2(vec2(6.0, 0.0));
        ui.painter().rect_filled(over, CornerRadius::same(size::CHIP_CORNER), t.well);
    }
    let first = rect.top() + 8.0;
    let sign = pos2(rect.left() + icon::SMALL / 2.0, first + 10.0);
    icon::paint(ui.painter(), sign, row.sign, icon::SMALL, if row.late { t.due } else { t.ink });
    let left = rect.left() + SIGN;
    let second = first + what.size().y;
    ui.painter().galley(pos2(left, first), what, Color32::PLACEHOLDER);
    if let Some(below) = below {
        ui.painter().galley(pos2(left, second), below, Color32::PLACEHOLDER);
    }
    ui.painter().galley(pos2(rect.right() - when.size().x, first + 1.0), when, Color32::PLACEHOLDER);
    focus::ring(ui, cx.theme, &response, Ring::Outside(size::CHIP_CORNER));
    let parts = [row.what.as_str(), &row.below, &row.when];
    let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ListItem);
        node.set_label(name);
    });
    if response.clicked() {
        row.acts.iter().cloned().for_each(|act| cx.act(act));
    }
}
