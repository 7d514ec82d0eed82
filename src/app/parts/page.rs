//! The skeleton of a screen: boxes cut from the window, panes that scroll, and the foot of a full page.
//!
//! Boxes are cut, not stacked: so the order in which they are drawn, which is the order of Tab, can follow the eye.

use egui::accesskit::Role;
use egui::{Color32, Id, Rect, ScrollArea, Ui, UiBuilder, pos2};

use super::{follow, text};
use crate::app::cx::Cx;

/// A side of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

/// Cuts so much off a side of a box; the rest stays in it.
pub fn cut(rest: &mut Rect, side: Side, much: f32) -> Rect {
    let mut cut = *rest;
    match side {
        Side::Left => {
            cut.max.x = (rest.left() + much).min(rest.right());
            rest.min.x = cut.max.x;
        }
        Side::Right => {
            cut.min.x = (rest.right() - much).max(rest.left());
            rest.max.x = cut.min.x;
        }
        Side::Top => {
            cut.max.y = (rest.top() + much).min(rest.bottom());
            rest.min.y = cut.max.y;
        }
        Side::Bottom => {
            cut.min.y = (rest.bottom() - much).max(rest.top());
            rest.max.y = cut.min.y;
        }
    }
    cut
}

/// What a part of a screen is, for screen readers: they jump from one to the next.
#[derive(Debug, Clone, Copy)]
pub struct Region<'a> {
    pub id: &'static str,
    pub role: Role,
    pub name: &'a str,
}

/// Draws a part of a screen into its box, on a ground.
pub fn region<R>(ui: &mut Ui, rect: Rect, ground: Color32, region: Region<'_>, draw: impl FnOnce(&mut Ui) -> R) -> R {
    apart(ui, UiBuilder::new().id(Id::new(region.id)).max_rect(rect), |ui| {
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        ui.painter().rect_filled(rect, 0, ground);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(region.role);
            node.set_label(region.name);
        });
        draw(ui)
    })
}

/// Draws into a box of its own. What is drawn next comes below it, unless it would come further down anyway: an empty
/// box, or one whose room was taken before, moves nothing back up.
pub fn apart<R>(ui: &mut Ui, builder: UiBuilder, draw: impl FnOnce(&mut Ui) -> R) -> R {
    let mut child = ui.new_child(builder);
    let drawn = draw(&mut child);
    let used = child.min_rect();
    // What scrolls has to know how far down anything reaches.
    ui.expand_to_include_rect(used);
    if ui.layout().main_dir() == egui::Direction::TopDown && used.bottom() > ui.cursor().top() {
        ui.advance_cursor_after_rect(used);
    }
    drawn
}

/// A line along a side of a box.
pub fn edge(ui: &Ui, cx: &Cx<'_>, rect: Rect, side: Side, colour: Color32) {
    let stroke = cx.theme.stroke(1.0, colour);
    let half = cx.theme.thin(0.5);
    match side {
        Side::Left => ui.painter().vline(rect.left() + half, rect.y_range(), stroke),
        Side::Right => ui.painter().vline(rect.right() - half, rect.y_range(), stroke),
        Side::Top => ui.painter().hline(rect.x_range(), rect.top() + half, stroke),
        Side::Bottom => ui.painter().hline(rect.x_range(), rect.bottom() - half, stroke),
    };
}

/// Draws into a part of a box, without a role of its own.
pub fn within<R>(ui: &mut Ui, rect: Rect, draw: impl FnOnce(&mut Ui) -> R) -> R {
    apart(ui, UiBuilder::new().max_rect(rect), draw)
}

/// A row of widgets centred in the height of a box.
pub fn row<R>(ui: &mut Ui, rect: Rect, draw: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    apart(ui, UiBuilder::new().max_rect(rect).layout(layout), draw)
}

/// The same, filled from the right end: the first that is drawn stands rightmost.
pub fn row_from_right<R>(ui: &mut Ui, rect: Rect, draw: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    apart(ui, UiBuilder::new().max_rect(rect).layout(layout), draw)
}

/// A column that scrolls up and down in what room there is, never sideways, and follows the keyboard. Padding is inside.
pub fn scroll<R>(ui: &mut Ui, id: &str, pad: egui::Margin, draw: impl FnOnce(&mut Ui) -> R) -> R {
    ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            egui::Frame::new().inner_margin(pad).show(ui, |ui| {
                ui.set_width(ui.available_width());
                let drawn = draw(ui);
                follow::focus_in_sight(ui);
                drawn
            })
        })
        .inner
        .inner
}

/// Keeps a column no wider than so many points, at the left.
pub fn column<R>(ui: &mut Ui, width: f32, draw: impl FnOnce(&mut Ui) -> R) -> R {
    let width = width.min(ui.available_width());
    let origin = ui.cursor().min;
    let rect = Rect::from_min_max(origin, pos2(origin.x + width, f32::INFINITY));
    let rect = Rect::from_min_max(rect.min, pos2(rect.max.x, ui.max_rect().bottom().max(origin.y)));
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ui.set_max_width(width);
        draw(ui)
    })
    .inner
}

/// Several columns side by side, each so wide, with a gap; drawn in order, as high as the highest.
pub fn columns(ui: &mut Ui, widths: &[f32], gap: f32, mut draw: impl FnMut(&mut Ui, usize)) {
    let origin = ui.cursor().min;
    let mut x = origin.x;
    let mut bottom = origin.y;
    for (index, width) in widths.iter().enumerate() {
        let rect = Rect::from_min_max(pos2(x, origin.y), pos2(x + width, ui.max_rect().bottom().max(origin.y)));
        let drawn = ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            ui.set_max_width(*width);
            draw(ui, index);
        });
        bottom = bottom.max(drawn.response.rect.bottom());
        x += width + gap;
    }
    let whole = Rect::from_min_max(origin, pos2((x - gap).max(origin.x), bottom));
    ui.advance_cursor_after_rect(whole);
}

/// A list for screen readers, whatever is drawn in it.
pub fn list_of<R>(ui: &mut Ui, name: &str, draw: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::List);
            node.set_label(name);
        });
        draw(ui)
    })
    .inner
}

/// A heading of a section with a line below it.
pub fn section(ui: &mut Ui, cx: &Cx<'_>, heading: &str) {
    text::heading(ui, heading, crate::app::theme::type_scale::Type::Heading, cx.ink(1), 2);
    ui.add_space(6.0);
    text::hairline(ui, cx);
}
