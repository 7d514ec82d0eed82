//! The foot of a decision: the one warning, keep it as a draft, commit it; and what is missing until it can be.

use egui::accesskit::Role;
use egui::{Id, Rect, Ui, vec2};

use super::state::DecisionState;
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::button::Button;
use crate::app::parts::page::{self, Side};
use crate::app::parts::{icon, text};
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::report::words as say;
use crate::text::Message;

/// At its sides, between its buttons, and between a sign and its words, in points.
const PAD: f32 = 20.0;
const GAP: f32 = 12.0;
const BETWEEN: f32 = 8.0;

/// Room in front of a line, for its sign.
const SIGN: f32 = 22.0;

/// The foot as it is laid out.
#[derive(Debug)]
pub struct Foot {
    warning: String,
    missing: Option<String>,
    committing: bool,
    /// The widths of the two buttons.
    buttons: [f32; 2],
    /// The keys stand on the button.
    keys: bool,
    /// The warning stands above the buttons, for want of room beside them.
    warning_above: bool,
    /// So does what is missing.
    missing_above: bool,
    pub height: f32,
}

impl Foot {
    #[must_use]
    pub fn of(ui: &Ui, cx: &Cx<'_>, state: &DecisionState, width: f32, committing: bool) -> Self {
        let warning = cx.say(&state.view.warning);
        let missing = say::things_of(state.missing()).filter(|_| !committing);
        let missing = missing.map(|things| cx.say(&Message::new("app-decision-missing").with("things", things)));
        let words = |words: &str, of: Type| text::measure(ui, words, of).x;
        let keep = words(&cx.t("app-decision-keep"), Type::BodyStrong) + 26.0;
        let sign = if missing.is_some() { icon::LARGE + BETWEEN } else { 0.0 };
        let bare = words(&cx.t("app-decision-commit"), Type::BodyStrong) + 26.0 + sign;
        let with_keys = bare + words("Ctrl Enter", Type::Num) + 18.0;
        let warned = words(&warning, Type::Small) + icon::SMALL + BETWEEN + 24.0;
        let missed = missing.as_ref().map_or(0.0, |missing| words(missing, Type::Small) + GAP);
        let room = width - PAD * 2.0;
        let keys = missing.is_none() && room >= warned + keep + GAP + with_keys;
        let commit = if keys { with_keys } else { bare };
        let buttons = keep + GAP + commit;
        let warning_above = room < warned + buttons + missed;
        let missing_above = warning_above && room < missed + buttons;
        let line = |words: &str| text::lay_out(ui, words, Type::Small, cx.ink(2), room - SIGN).size().y;
        let mut height = size::FOOT;
        if warning_above {
            height += 4.0 + line(&warning);
        }
        if missing_above {
            height += missing.as_ref().map_or(0.0, |missing| 4.0 + line(missing));
        }
        Self { warning, missing, committing, buttons: [keep, commit], keys, warning_above, missing_above, height }
    }

    /// Draws it. Tab goes from left to right.
    pub fn show(&self, ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
        page::edge(ui, cx, rect, Side::Top, cx.tokens().hair);
        let mut row = rect.shrink2(vec2(PAD, 0.0));
        if self.warning_above {
            let mut above = page::cut(&mut row, Side::Top, self.height - size::FOOT);
            above.min.y += 8.0;
            page::within(ui, above, |ui| {
                line(ui, cx, Icon::Info, &self.warning);
                if let Some(missing) = self.missing.as_ref().filter(|_| self.missing_above) {
                    ui.add_space(4.0);
                    line(ui, cx, Icon::Lock, missing);
                }
            });
        }
        let beside = self.missing.as_ref().filter(|_| !self.missing_above);
        let beside = beside.map(|missing| text::one_line(ui, missing, Type::Small, cx.ink(2), f32::INFINITY));
        let buttons = self.buttons.iter().sum::<f32>() + GAP;
        let buttons = buttons + beside.as_ref().map_or(0.0, |beside| beside.size().x + GAP);
        let right = page::cut(&mut row, Side::Right, buttons);
        if !self.warning_above {
            page::row(ui, row, |ui| {
                icon::show(ui, Icon::Info, icon::SMALL, Type::Small.line(), cx.ink(2));
                ui.add_space(BETWEEN);
                let room = ui.available_width() - 16.0;
                text::clipped(ui, &self.warning, Type::Small, cx.ink(2), room);
            });
        }
        page::row(ui, right, |ui| {
            if self.committing {
                let words = cx.t("app-decision-keeping");
                let galley = text::one_line(ui, &words, Type::BodyStrong, cx.ink(2), ui.available_width());
                text::put(ui, galley, Role::Status);
                return;
            }
            // Where the warning stands above, what is missing takes its place at the left.
            let (left, behind) = if self.warning_above { (beside, None) } else { (None, beside) };
            if let Some(left) = left {
                text::put(ui, left, Role::Label);
                ui.add_space(GAP);
            }
            let keep = Id::new("decision-keep");
            panes::begins(ui, keep);
            let button = Button::plain(cx.t("app-decision-keep")).id(keep).width(self.buttons[0]);
            button.act(ui, cx, Act::KeepAnswer);
            ui.add_space(GAP);
            let button = Button::first(cx.t("app-decision-commit")).id(Id::new("decision-commit"));
            let button = button.width(self.buttons[1]).why_not(self.missing.clone());
            let button = if self.keys { button.keys("Ctrl Enter") } else { button };
            button.act(ui, cx, Act::Commit);
            if let Some(behind) = behind {
                ui.add_space(GAP);
                text::put(ui, behind, Role::Label);
            }
        });
    }
}

fn line(ui: &mut Ui, cx: &Cx<'_>, sign: Icon, words: &str) {
    ui.horizontal_top(|ui| {
        icon::show(ui, sign, icon::SMALL, Type::Small.line(), cx.ink(2));
        ui.add_space(BETWEEN);
        text::label(ui, words, Type::Small, cx.ink(2));
    });
}
