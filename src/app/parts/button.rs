//! Buttons: the one first button of a screen, plain ones, quiet ones, and signs without words.

use egui::accesskit::{HasPopup, Role};
use egui::{Color32, CornerRadius, Id, Rect, Response, Sense, StrokeKind, Ui, pos2, vec2};

use super::focus::{self, Ring};
use super::{icon, text};
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    First,
    Plain,
    Quiet,
}

/// A button, before it is shown.
#[derive(Debug, Clone)]
pub struct Button {
    text: String,
    look: Look,
    before: Option<Icon>,
    after: Option<Icon>,
    keys: Option<String>,
    name: Option<String>,
    small: bool,
    chosen: bool,
    opens: bool,
    why_not: Option<String>,
    id: Option<Id>,
    width: Option<f32>,
}

impl Button {
    fn new(text: impl Into<String>, look: Look) -> Self {
        Self {
            text: text.into(),
            look,
            before: None,
            after: None,
            keys: None,
            name: None,
            small: false,
            chosen: false,
            opens: false,
            why_not: None,
            id: None,
            width: None,
        }
    }

    /// The one button that a screen is for.
    #[must_use]
    pub fn first(text: impl Into<String>) -> Self {
        Self::new(text, Look::First)
    }

    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Look::Plain)
    }

    /// Text and icon without an edge.
    #[must_use]
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::new(text, Look::Quiet)
    }

    /// A sign without words, which must have a name.
    #[must_use]
    pub fn sign(icon: Icon, name: impl Into<String>) -> Self {
        let mut button = Self::new("", Look::Quiet);
        button.before = Some(icon);
        button.name = Some(name.into());
        button
    }

    #[must_use]
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.before = Some(icon);
        self
    }

    #[must_use]
    pub const fn icon_after(mut self, icon: Icon) -> Self {
        self.after = Some(icon);
        self
    }

    /// The keys that do the same, shown at its end.
    #[must_use]
    pub fn keys(mut self, keys: impl Into<String>) -> Self {
        self.keys = Some(keys.into());
        self
    }

    /// What a screen reader calls it, if not what stands on it.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    #[must_use]
    pub const fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// It stands for what is shown or in force now.
    #[must_use]
    pub const fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }

    /// It opens a list below it.
    #[must_use]
    pub const fn opens(mut self) -> Self {
        self.opens = true;
        self
    }

    /// Why it can't be pressed now. It keeps its place and can be reached; pressing it says why.
    #[must_use]
    pub fn why_not(mut self, why: Option<String>) -> Self {
        self.why_not = why;
        self
    }

    #[must_use]
    pub const fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// As wide as this, whatever stands on it.
    #[must_use]
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Shows it, and does something if it is pressed.
    pub fn act(self, ui: &mut Ui, cx: &mut Cx<'_>, act: Act) -> Response {
        let (response, pressed) = self.show(ui, cx);
        if pressed {
            cx.act(act);
        }
        response
    }

    /// Shows it. True if it was pressed, and could be.
    pub fn show(self, ui: &mut Ui, cx: &mut Cx<'_>) -> (Response, bool) {
        let t = *cx.tokens();
        let shut = self.why_not.is_some();
        let of = match (self.look, self.small) {
            (Look::Quiet, true) => Type::Small,
            (Look::Quiet, false) => Type::Body,
            (_, true) => Type::SmallStrong,
            (_, false) => Type::BodyStrong,
        };
        let of = if self.chosen { of.strong() } else { of };
        let colour = match (self.look, shut) {
            (_, true) => t.ink_3,
            (Look::First, _) => t.on_accent,
            (Look::Plain, _) => t.ink,
            (Look::Quiet, _) if self.chosen => t.ink,
            (Look::Quiet, _) => t.ink_2,
        };
        let before = if shut { Some(Icon::Lock) } else { self.before };
        let only_sign = self.text.is_empty();
        let words = text::one_line(ui, &self.text, of, colour, f32::INFINITY);
        let keys = self.keys.as_ref().filter(|_| !shut).map(|keys| {
            let colour = if self.look == Look::First { t.on_accent } else { t.ink_2 };
            text::one_line(ui, keys, Type::Num, colour, f32::INFINITY)
        });
        let height = if self.small { size::BUTTON_SMALL } else { size::BUTTON };
        let pad = match (self.look, self.small) {
            (Look::Quiet, _) => 8.0,
            (_, true) => 9.0,
            _ => 12.0,
        };
        let sign = if self.small { icon::SMALL } else { icon::LARGE };
        let gap = 8.0;
        let mut width = pad * 2.0 + words.size().x;
        if before.is_some() {
            width += sign + if only_sign { 0.0 } else { gap };
        }
        if self.after.is_some() {
            width += gap + icon::SMALL;
        }
        if let Some(keys) = &keys {
            width += gap + keys.size().x + 10.0;
        }
        let width = if only_sign { height } else { self.width.unwrap_or(width).max(size::TARGET) };
        let (auto, rect) = ui.allocate_space(vec2(width, height));
        let response = ui.interact(rect, self.id.unwrap_or(auto), Sense::click());
        let hover = response.hovered();

        let corner = CornerRadius::same(size::CONTROL_CORNER);
        let painter = ui.painter();
        match (self.look, shut) {
            (Look::Quiet, true) => {}
            (_, true) => dashed(ui, cx, rect, t.edge),
            (Look::First, _) => {
                painter.rect_filled(rect, corner, t.accent);
                if response.is_pointer_button_down_on() {
                    let inner = cx.theme.stroke(2.0, t.ink);
                    painter.rect_stroke(rect, corner, inner, StrokeKind::Inside);
                }
            }
            (Look::Plain, _) => {
                let fill = if hover || self.chosen { t.well } else { t.paper };
                let edge = if self.chosen { t.ink } else { t.edge };
                painter.rect(rect, corner, fill, cx.theme.stroke(1.0, edge), StrokeKind::Inside);
            }
            (Look::Quiet, _) => {
                if hover || self.chosen {
                    painter.rect_filled(rect, corner, t.well);
                }
            }
        }
        let mut x = if only_sign { rect.center().x - sign / 2.0 } else { rect.left() + pad };
        if let Some(before) = before {
            icon::paint(painter, pos2(x + sign / 2.0, rect.center().y), before, sign, colour);
            x += sign + gap;
        }
        let words_at = pos2(x, rect.center().y - words.size().y / 2.0);
        let words_width = words.size().x;
        if self.look == Look::First && hover && !shut {
            let y = words_at.y + words.size().y - 3.0;
            painter.hline(x..=x + words_width, y, cx.theme.stroke(1.0, colour));
        }
        painter.galley(words_at, words, Color32::PLACEHOLDER);
        x += words_width + gap;
        if let Some(after) = self.after {
            icon::paint(painter, pos2(x + icon::SMALL / 2.0, rect.center().y), after, icon::SMALL, colour);
            x += icon::SMALL + gap;
        }
        if let Some(keys) = keys {
            let cap = Rect::from_center_size(
                pos2(x + keys.size().x / 2.0 + 5.0, rect.center().y),
                vec2(keys.size().x + 10.0, 18.0),
            );
            if self.look != Look::First {
                painter.rect_filled(cap, CornerRadius::same(3), if hover { t.paper } else { t.well });
            }
            text::paint_centre(ui, cap, keys);
        }
        focus::ring(ui, cx.theme, &response, Ring::Outside(size::CONTROL_CORNER));

        let name = self.name.clone().unwrap_or_else(|| self.text.clone());
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Button);
            node.set_label(name.as_str());
            if let Some(why) = &self.why_not {
                node.set_description(why.as_str());
                node.set_disabled();
            }
            if let Some(keys) = &self.keys {
                node.set_keyboard_shortcut(keys.as_str());
            }
            if self.opens {
                node.set_has_popup(HasPopup::Menu);
            }
            if self.chosen {
                node.set_selected(true);
            }
        });
        let pressed = response.clicked();
        if pressed && let Some(why) = &self.why_not {
            cx.announce(why.clone(), true);
        }
        let response = match (&self.why_not, only_sign) {
            (Some(why), _) => response.on_hover_text(why),
            (None, true) => response.on_hover_text(name),
            (None, false) => response,
        };
        (response, pressed && !shut)
    }
}

/// The outline of what cannot be done now.
pub fn dashed(ui: &Ui, cx: &Cx<'_>, rect: Rect, colour: Color32) {
    let rect = rect.shrink(0.5);
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(egui::Shape::dashed_line(&corners, cx.theme.stroke(1.0, colour), 4.0, 3.0));
}

/// A key cap: the name of a key beside what it does.
pub fn key_cap(ui: &mut Ui, cx: &Cx<'_>, keys: &str) {
    let galley = text::one_line(ui, keys, Type::Num, cx.ink(2), f32::INFINITY);
    let (_, rect) = ui.allocate_space(vec2(galley.size().x + 10.0, 18.0));
    ui.painter().rect_filled(rect, CornerRadius::same(3), cx.tokens().well);
    text::paint_centre(ui, rect, galley);
}
