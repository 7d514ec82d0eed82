//! Trying again: the button, and the weeks that it opens. The run that is debriefed is left as it is.

use egui::accesskit::Role;
use egui::{CornerRadius, Id, Margin, Rect, Ui, pos2, vec2};

use super::state::{DebriefState, Wants};
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::list::{self, Along};
use crate::app::parts::{page, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;

/// The button that opens the weeks, and what comes of it.
pub(super) fn try_again(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DebriefState) {
    text::hairline(ui, cx);
    ui.add_space(10.0);
    let words = cx.t("app-debrief-again");
    let button = Button::plain(words).icon(Icon::RotateCcw).small().opens().chosen(state.choosing_week);
    again_button(ui, cx, state, button);
    ui.add_space(6.0);
    text::label(ui, &cx.t("app-debrief-again-apart"), Type::Caption, cx.ink(3));
}

/// Shows the button that opens the weeks.
pub(super) fn again_button(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DebriefState, button: Button) {
    let (response, pressed) = button.show(ui, cx);
    if state.takes_focus(ui, Wants::Again) {
        response.request_focus();
    }
    if pressed {
        state.choose_week();
    }
}

fn weeks_id() -> Id {
    Id::new("debrief-weeks")
}

/// The weeks to try again from.
pub(super) fn weeks(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut DebriefState) {
    let heading = cx.t("app-debrief-again-which");
    egui::Frame::new().inner_margin(Margin::symmetric(8, 0)).show(ui, |ui| {
        text::heading(ui, &heading, Type::SmallStrong, cx.ink(1), 2);
    });
    ui.add_space(4.0);
    let mut at = state.week;
    let mut chosen = None;
    page::list_of(ui, &heading, |ui| {
        let roving = list::roving(ui, weeks_id(), state.beside.weeks.len(), &mut at, Along::Down);
        panes::begins(ui, roving.id(at));
        if state.takes_focus(ui, Wants::Weeks) {
            roving.take_focus(ui);
        }
        for (index, (week, name)) in state.beside.weeks.iter().enumerate() {
            let words = text::capital(&cx.say(name));
            let galley = text::lay_out(ui, &words, Type::Small, cx.ink(1), ui.available_width() - 16.0);
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), (galley.size().y + 10.0).max(28.0)));
            let response = roving.row(ui, index, rect, &mut at);
            if response.hovered() {
                ui.painter().rect_filled(rect, CornerRadius::same(size::CONTROL_CORNER), cx.tokens().well);
            }
            let inner = Rect::from_min_max(pos2(rect.left() + 8.0, rect.top()), rect.max);
            text::paint_left(ui, inner, galley);
            focus::ring(ui, cx.theme, &response, Ring::Inside);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(Role::ListItem);
                node.set_label(words);
            });
            if response.clicked() {
                chosen = Some(*week);
            }
        }
    });
    state.week = at;
    if let Some(week) = chosen {
        cx.act(Act::TryAgainFrom(week));
    }
}
