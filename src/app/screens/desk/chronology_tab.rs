//! The chronology of a case: its picture and its list, side by side where there is room, else one at a time.

use std::rc::Rc;

use egui::{Key, Modifiers, Rect, Ui, pos2, vec2};

use crate::app::acts::{Act, FileTab};
use crate::app::cx::Cx;
use crate::app::keyboard;
use crate::app::parts::button::Button;
use crate::app::parts::page::{self, Side};
use crate::app::parts::text;
use crate::app::pictures::chronology::{self, ChronologyPicture};
use crate::app::play::Play;
use crate::app::theme::icons::Icon;
use crate::app::theme::size;
use crate::app::theme::type_scale::Type;
use crate::desk::timeline::{Opens, Row, Timeline, timeline};
use crate::scenario::raw::Id;

/// The list, where it stands beside its picture.
pub(in crate::app::screens) const LIST: f32 = 292.0;

/// The least that a picture and its list take side by side.
pub(in crate::app::screens) const BESIDE: f32 = 700.0;

/// The chronology on the desk.
#[derive(Debug, Default)]
pub struct ChronologyTab {
    /// What was shown last, and of which case.
    shown: Option<(Id, Rc<Timeline>)>,
    picture: ChronologyPicture,
    /// The row that is chosen.
    chosen: Option<usize>,
    /// Where there is room for one: the picture, not its list.
    shows_picture: bool,
}

impl ChronologyTab {
    /// What is shown of a case. What was chosen stays chosen, wherever it stands now.
    fn of(&mut self, play: &Play, case: &Id) -> Rc<Timeline> {
        let new = play.view(case.clone(), |run, case| timeline(run, Some(case)));
        match &self.shown {
            Some((of, was)) if of == case && Rc::ptr_eq(was, &new) => return new,
            Some((of, was)) if of == case => {
                let chosen = self.chosen.and_then(|row| was.rows.get(row));
                let same = |row: &Row, was: &Row| row.at == was.at && row.words == was.words;
                self.chosen = chosen.and_then(|was| new.rows.iter().position(|row| same(row, was)));
            }
            _ => {
                self.chosen = None;
                self.picture = ChronologyPicture::default();
            }
        }
        self.shown = Some((case.clone(), Rc::clone(&new)));
        new
    }
}

/// Draws the tab. `wide` means over the reading pane as well.
pub fn chronology_tab_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    rect: Rect,
    state: &mut ChronologyTab,
    play: &Play,
    case: &Id,
    wide: bool,
) {
    let timeline = &state.of(play, case);
    let ChronologyTab { picture, chosen, shows_picture, .. } = state;
    let opened = match room(rect, wide) {
        Shown::Both => {
            let mut rest = rect;
            let list = page::cut(&mut rest, Side::Right, LIST);
            let inner = Rect::from_min_max(rest.min + vec2(20.0, 8.0), pos2(rest.right(), rest.bottom()));
            let opened = chronology::chronology_ui(ui, cx, inner, picture, timeline, chosen);
            ui.painter().rect_filled(list, 0, cx.tokens().pane);
            page::edge(ui, cx, list, Side::Left, cx.tokens().hair);
            let list = Rect::from_min_max(list.min + vec2(1.0, 0.0), list.max);
            opened.or(chronology::list_ui(ui, cx, list, picture, timeline, (chosen, true)))
        }
        Shown::One => {
            let mut rest = rect;
            let head = page::cut(&mut rest, Side::Top, size::HEAD);
            switch_ui(ui, cx, head, (&cx.t(FileTab::Chronology.name()), *shows_picture), shows_picture);
            if *shows_picture {
                let inner = Rect::from_min_max(rest.min + vec2(16.0, 0.0), rest.max);
                chronology::chronology_ui(ui, cx, inner, picture, timeline, chosen)
            } else {
                chronology::list_ui(ui, cx, rest, picture, timeline, (chosen, false))
            }
        }
        Shown::List => {
            let mut rest = rect;
            let head = page::cut(&mut rest, Side::Top, size::HEAD);
            widen_ui(ui, cx, head, &cx.t(FileTab::Chronology.name()));
            chronology::list_ui(ui, cx, rest, picture, timeline, (chosen, false))
        }
    };
    if let Some(opens) = opened.and_then(|row| timeline.rows.get(row)).and_then(|row| row.opens.as_ref()) {
        match opens {
            Opens::Item { item, nth } => cx.act(Act::Read { item: item.clone(), nth: *nth }),
            Opens::Deadline(_) => cx.act(Act::ShowTab(FileTab::Due)),
            // What was done or decided has nothing more to read.
            Opens::Response(_) | Opens::Decision(_) => {}
        }
    }
}

/// What stands in a tab that has a picture and a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app::screens) enum Shown {
    Both,
    /// One of them, with a way to the other.
    One,
    /// The list alone; the picture is there once the file is widened.
    List,
}

/// What there is room for.
pub(in crate::app::screens) fn room(rect: Rect, wide: bool) -> Shown {
    room_of(rect, BESIDE, wide)
}

/// The same, where a picture and its list take so much side by side.
pub(super) fn room_of(rect: Rect, beside: f32, wide: bool) -> Shown {
    match (wide, rect.width() >= beside) {
        (false, _) => Shown::List,
        (true, true) => Shown::Both,
        (true, false) => Shown::One,
    }
}

/// The heading of a tab with the way from the list to the picture and back, by button or key.
pub(in crate::app::screens) fn switch_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    rect: Rect,
    (heading, is_picture): (&str, bool),
    shows_picture: &mut bool,
) {
    let button = match is_picture {
        true => Button::quiet(cx.t("app-pictures-show-list")).icon(Icon::List),
        false => Button::quiet(cx.t("app-pictures-show-picture")).icon(Icon::Eye),
    };
    let pressed = head_ui(ui, cx, rect, heading, button.small().keys("P"));
    let free = ui.is_enabled() && !keyboard::is_writing(ui.ctx());
    let key = free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::P));
    if pressed || key {
        *shows_picture = !*shows_picture;
        ui.ctx().request_repaint();
    }
}

/// The heading of a tab whose picture needs more room, with the way there.
pub(super) fn widen_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, heading: &str) {
    let button = Button::quiet(cx.t("app-pictures-show-picture")).icon(Icon::Maximize2).small();
    if head_ui(ui, cx, rect, heading, button) {
        cx.act(Act::Widen);
    }
}

/// A heading with a button at the right end. True if that was pressed.
fn head_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, heading: &str, button: Button) -> bool {
    let room = Rect::from_min_max(rect.min + vec2(16.0, 0.0), rect.max - vec2(8.0, 0.0));
    // The heading is cut off where the button begins; the button is drawn after it, as the eye reads.
    let needs = 190.0_f32.min(room.width() / 2.0);
    let left = Rect::from_min_max(room.min, pos2(room.right() - needs, room.bottom()));
    page::row(ui, left, |ui| {
        let galley = text::one_line(ui, heading, Type::Heading, cx.ink(1), left.width());
        let response = text::put(ui, galley, egui::accesskit::Role::Heading);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(1));
    });
    page::row_from_right(ui, room, |ui| button.show(ui, cx).1)
}
