//! What is in the case, before its title: a group that is read whole and has the focus first, with the ways out.

use egui::accesskit::Role;
use egui::{CornerRadius, Id, Margin, Rect, Sense, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::BriefingState;
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::parts::button::Button;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::{choice, page, text};
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;

/// How wide the box must be for the button to stand beside the text.
const BESIDE: f32 = 520.0;

/// The group.
pub(super) fn id() -> Id {
    Id::new("briefing-content")
}

/// Draws the box.
pub(super) fn content_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &BriefingState) {
    let t = *cx.tokens();
    let view = &state.view;
    let heading = cx.say(&view.content_heading);
    let content = view.content.iter().map(|note| cx.say(note)).collect::<Vec<_>>().join(" ");
    let out: Vec<String> = view.way_out.iter().map(|one| cx.say(one)).collect();
    let read = format!("{heading}. {content} {}", out.join(" "));

    let ground = ui.painter().add(egui::Shape::Noop);
    let width = ui.available_width();
    let builder = UiBuilder::new().id(id()).sense(Sense::FOCUSABLE);
    let whole = ui.scope_builder(builder, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::Group);
            node.set_label(read.as_str());
        });
        ui.set_min_width(width);
        egui::Frame::new().inner_margin(Margin { left: 20, right: 16, top: 12, bottom: 14 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let another = cx.t("app-briefing-choose-another");
            let button = text::measure(ui, &another, Type::BodyStrong).x + 24.0;
            let beside = width >= BESIDE;
            let room = ui.available_width() - if beside { button + 24.0 } else { 0.0 };
            let top = ui.cursor().min;
            page::column(ui, room, |ui| {
                text::heading(ui, &heading, Type::KindName, t.ink, 2);
                ui.add_space(4.0);
                text::label(ui, &content, Type::Body, t.ink);
                for words in &out {
                    ui.add_space(6.0);
                    text::label(ui, words, Type::Body, t.ink_2);
                }
            });
            let at = if beside {
                let bottom = ui.min_rect().bottom();
                let right = top.x + ui.available_width();
                Rect::from_min_max(pos2(right - button, top.y), pos2(right, bottom))
            } else {
                ui.add_space(12.0);
                ui.allocate_space(vec2(button, size::BUTTON)).1
            };
            page::row(ui, at, |ui| {
                Button::plain(another).id(id().with("another")).act(ui, cx, Act::GoToLibrary);
            });
            if let Some(about) = &view.softer {
                ui.add_space(10.0);
                text::hairline(ui, cx);
                ui.add_space(8.0);
                let (words, about) = (cx.t("app-briefing-softer"), cx.say(about));
                if choice::tick(ui, cx, state.is_softer(), &words, "").clicked() {
                    cx.act(Act::Softer(!state.is_softer()));
                }
                text::label(ui, &about, Type::Small, t.ink_2);
            }
        });
    });
    let rect = whole.response.rect;
    // Its box was not known yet when the group began.
    ui.ctx().accesskit_node_builder(id(), |node| node.set_bounds(text::bounds(rect)));
    let corner = CornerRadius::same(size::CARD_CORNER);
    let edge = cx.theme.stroke(1.0, t.edge);
    let bar = Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
    let left = CornerRadius { nw: size::CARD_CORNER, sw: size::CARD_CORNER, ..CornerRadius::ZERO };
    let shapes = vec![
        egui::epaint::RectShape::new(rect, corner, t.pane, edge, StrokeKind::Inside).into(),
        egui::epaint::RectShape::filled(bar, left, t.ink).into(),
    ];
    ui.painter().set(ground, egui::Shape::Vec(shapes));
    if ui.memory(|memory| memory.has_focus(id())) {
        focus::ring_round(ui, cx.theme, rect, Ring::Outside(size::CARD_CORNER));
    }
}
