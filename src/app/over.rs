//! What lies over a screen: the palette, the keys, settings, the glossary, a note, whom to tell, a document after the
//! end, a refusal.
//!
//! One at a time. Esc closes it, a click beside it too; what lies below can't be reached meanwhile.

use egui::{Align2, Color32, CornerRadius, Frame, Id, Margin, Modal, Ui, UiBuilder, UiKind, vec2};

use super::acts::Act;
use super::cx::Cx;
use super::office::Office;
use super::parts::button::Button;
use super::parts::{page, text};
use super::screens::{afterwards, ask_once, findings, glossary, keys, note, palette, settings, tell};
use super::theme::type_scale::Type;
use crate::scenario::raw::Id as Name;
use crate::sitting::reading::Findings;
use crate::text::Message;

/// What lies over the screen.
#[derive(Debug)]
pub enum Over {
    Palette(palette::PaletteState),
    Keys,
    Settings,
    Glossary(glossary::GlossaryState),
    Note(note::NoteState),
    Tell(tell::TellState),
    /// Something that lay on the desk, looked at after the end.
    Document(afterwards::DocumentState),
    /// A response without a form asks once.
    AskOnce(Name),
    /// Why something was refused.
    Refused(Message),
    /// What is wrong with a scenario.
    Findings(findings::FindingsState),
    /// The person left at the briefing: where to find support.
    Left,
}

impl Over {
    #[must_use]
    pub fn palette() -> Self {
        Self::Palette(palette::PaletteState::default())
    }

    #[must_use]
    pub fn glossary(term: Option<&'static str>) -> Self {
        Self::Glossary(glossary::GlossaryState::at(term))
    }

    #[must_use]
    pub fn note() -> Self {
        Self::Note(note::NoteState::default())
    }

    #[must_use]
    pub fn tell(item: Name, nth: u16) -> Self {
        Self::Tell(tell::TellState::new(item, nth))
    }

    #[must_use]
    pub fn findings(message: Message, found: &Findings) -> Self {
        Self::Findings(findings::FindingsState::new(message, found))
    }

    #[must_use]
    pub fn document(item: Name, nth: Option<u16>) -> Self {
        Self::Document(afterwards::DocumentState::new(item, nth))
    }

    /// Its width, in points.
    const fn width(&self) -> f32 {
        match self {
            Self::Palette(_) => 560.0,
            Self::Keys => 640.0,
            Self::Settings => 360.0,
            Self::Glossary(_) | Self::Findings(_) | Self::Document(_) => 640.0,
            Self::Note(_) | Self::Tell(_) => 520.0,
            Self::AskOnce(_) | Self::Refused(_) | Self::Left => 460.0,
        }
    }

    /// Draws it over the screen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, office: &Office) {
        let window = ui.ctx().content_rect();
        let t = *cx.tokens();
        let width = self.width().min(window.width() - 32.0);
        let top = matches!(self, Self::Palette(_));
        let area = egui::Area::new(Id::new("over"))
            .kind(UiKind::Modal)
            .order(egui::Order::Foreground)
            .anchor(
                if top { Align2::CENTER_TOP } else { Align2::CENTER_CENTER },
                if top { vec2(0.0, 64.0_f32.min(window.height() * 0.1)) } else { vec2(0.0, 0.0) },
            )
            .interactable(true);
        let frame = Frame::new()
            .fill(t.paper)
            .stroke(cx.theme.stroke(1.0, t.edge))
            .corner_radius(CornerRadius::same(10))
            .inner_margin(Margin::same(20));
        // High contrast has no greys to dim with: the frame alone says where the sheet is.
        let shade = Color32::from_black_alpha(64);
        let shown = Modal::new(Id::new("over")).area(area).frame(frame).backdrop_color(shade).show(ui.ctx(), |ui| {
            ui.set_width(width - 40.0);
            ui.set_max_height(window.height() - 96.0);
            // What is in it belongs to it for screen readers too: they say where one is when the focus goes there.
            ui.scope_builder(UiBuilder::new().id(sheet_id()), |ui| {
                ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                    node.set_role(egui::accesskit::Role::Dialog);
                    node.set_modal();
                });
                self.inside(ui, cx, office);
            });
        });
        if shown.backdrop_response.clicked() {
            cx.act(Act::StepOut);
        }
    }

    fn inside(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, office: &Office) {
        match self {
            Self::Palette(state) => palette::palette_ui(ui, cx, office, state),
            Self::Keys => keys::keys_ui(ui, cx, office),
            Self::Settings => {
                title(ui, cx, &cx.t("app-settings"));
                let first = settings::settings_ui(ui, cx, &office.settings);
                take_focus_once(ui, Id::new("settings-sheet"), first);
                closing(ui, cx, &cx.t("app-close"));
            }
            Self::Glossary(state) => glossary::glossary_ui(ui, cx, office, state),
            Self::Note(state) => note::note_ui(ui, cx, state),
            Self::Tell(state) => tell::tell_ui(ui, cx, office, state),
            Self::Document(state) => afterwards::document_ui(ui, cx, office, state),
            Self::AskOnce(response) => ask_once::ask_once_ui(ui, cx, office, response),
            Self::Refused(why) => {
                let why = cx.say(why);
                called(ui, &why);
                text::label(ui, &why, Type::Body, cx.ink(1));
                closing(ui, cx, &cx.t("app-understood"));
            }
            Self::Findings(state) => findings::findings_ui(ui, cx, state),
            Self::Left => {
                title(ui, cx, &cx.t("app-left-heading"));
                for key in ["app-left-kept-nothing", "briefing-support"] {
                    let words = cx.t(key);
                    text::label(ui, &words, Type::Body, cx.ink(1));
                    ui.add_space(8.0);
                }
                closing(ui, cx, &cx.t("app-close"));
            }
        }
    }
}

/// The sheet, whichever it is.
fn sheet_id() -> Id {
    Id::new("sheet")
}

/// Gives the sheet its name for screen readers.
pub(super) fn called(ui: &Ui, words: &str) {
    ui.ctx().accesskit_node_builder(sheet_id(), |node| node.set_label(words));
}

/// The heading of a sheet, which is called by it.
pub(super) fn title(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    called(ui, words);
    text::heading(ui, words, Type::CardTitle, cx.ink(1), 1);
    ui.add_space(12.0);
}

/// A button that closes the sheet; it has the focus if nothing else in the sheet takes it.
pub(super) fn closing(ui: &mut Ui, cx: &mut Cx<'_>, words: &str) {
    ui.add_space(16.0);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 32.0));
    page::row_from_right(ui, rect, |ui| {
        let response = Button::plain(words).id(Id::new("over-close")).act(ui, cx, Act::StepOut);
        let pass = ui.ctx().cumulative_pass_nr();
        if ui.data(|data| data.get_temp(taken())) != Some(pass) {
            take_focus_once(ui, Id::new("over-close"), response.id);
        }
    });
}

/// Gives the focus to a widget when its sheet opens, and not again.
pub(super) fn take_focus_once(ui: &Ui, sheet: Id, id: Id) {
    let pass = ui.ctx().cumulative_pass_nr();
    let key = Id::new("over-seen").with(sheet);
    let seen: Option<u64> = ui.data(|data| data.get_temp(key));
    if seen.is_none_or(|last| last + 2 < pass) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    ui.data_mut(|data| {
        data.insert_temp(key, pass);
        data.insert_temp(taken(), pass);
    });
}

/// Where it is noted in which pass a widget of the sheet last was the one that has the focus to begin with.
fn taken() -> Id {
    Id::new("over-taken")
}
