//! The chronology: lanes from top to bottom, time from left to right, and a strip of all weeks above.
//!
//! In goes a [`Timeline`] of plain data; out come a picture, which is one image for screen readers, and a [`list_ui`]
//! that says the same and holds the names. Moving in the list marks the picture; a press in the picture moves the list.
//! [`stretch`], [`groups`] and [`lanes`] reckon, [`scene`], [`marks`] and [`overview`] draw. It knows of no run and asks
//! for no act: what was asked to be opened is given back.

pub mod groups;
pub mod lanes;
mod list;
mod marks;
mod moving;
mod overview;
mod scene;
pub mod stretch;
mod tools;

use std::rc::Rc;

use egui::accesskit::Role;
use egui::{CornerRadius, CursorIcon, EventFilter, Id, PointerButton, Pos2, Rect, Sense, StrokeKind, Ui, Vec2, vec2};

use self::scene::{Frame, Scene};
use self::stretch::Stretch;
use crate::app::cx::Cx;
use crate::app::panes;
use crate::app::parts::focus::{self, Ring};
use crate::app::parts::page::{self, Side};
use crate::app::parts::text;
use crate::app::pictures::drawing::Drawing;
use crate::desk::timeline::Timeline;
use crate::scenario::raw::Risk;
use crate::text::Message;

pub use list::list_ui;
pub use moving::stepped;

/// From the ring round the picture to its lines: at the left, and above and below together.
const AROUND: Vec2 = vec2(6.0, 8.0);

/// Room for a scroll bar.
const BAR: f32 = 10.0;

/// The least height in which the lanes scroll by themselves.
const LEAST: f32 = 200.0;

/// The chronology while it is looked at: what is seen of it, and what was built for that.
#[derive(Debug, Default)]
pub struct ChronologyPicture {
    /// What is to be seen; what is seen at first, if nothing.
    seen: Option<Stretch>,
    /// All of it, and what is seen at first.
    whole: Stretch,
    first: Stretch,
    /// Where what is seen comes from, and since when it is on its way.
    from: Option<(Stretch, f64)>,
    /// Categories of risk that have a lane, once they were chosen.
    risks: Option<Vec<Risk>>,
    choosing: bool,
    held: Option<overview::Grip>,
    /// The row that was last brought into sight, in the picture and in the list.
    followed: Option<usize>,
    listed: Option<usize>,
    /// What was chosen last is not in sight yet, if there are more lanes than room.
    hidden: bool,
    data: Option<Rc<Timeline>>,
    built: Option<(Frame, Scene)>,
    strip: Option<(Rect, crate::app::theme::Theme, Drawing)>,
}

/// The id of the picture, for whoever gives it the focus.
#[must_use]
pub fn picture_id() -> Id {
    Id::new("chronology-picture")
}

/// Draws the chronology with its tools. `chosen` is a row of the list, and moves when another one is chosen. Gives back
/// the row that is to be opened, if one is.
pub fn chronology_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    rect: Rect,
    state: &mut ChronologyPicture,
    timeline: &Rc<Timeline>,
    chosen: &mut Option<usize>,
) -> Option<usize> {
    state.take(timeline);
    let risks = if state.choosing { tools::risks_height(timeline) } else { 0.0 };
    let above = tools::height(ui, cx, rect.width(), timeline) + risks + overview::HEIGHT;
    let needs = scene::least_height(ui, cx, timeline, &state.risks(timeline)) + AROUND.y;
    // Where there is little room all of it scrolls, else the lanes alone, if they need more.
    let all = rect.height() < above + LEAST;
    let room = Rect::from_min_max(rect.min - vec2(AROUND.x, 0.0), rect.max);
    let scroll = |ui: &mut Ui, rect: Rect, height: f32, draw: &mut dyn FnMut(&mut Ui, Rect)| {
        page::within(ui, rect, |ui| {
            let scroll = egui::ScrollArea::vertical().id_salt("chronology").auto_shrink([false, false]);
            scroll.show(ui, |ui| {
                let (_, inside) = ui.allocate_space(vec2(rect.width() - BAR, height.max(rect.height())));
                draw(ui, inside);
            });
        });
    };
    let mut opened = None;
    let head = |ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ChronologyPicture, mut rest: Rect| {
        let tools = page::cut(&mut rest, Side::Top, above - risks - overview::HEIGHT);
        tools::tools_ui(ui, cx, tools, state, timeline);
        if state.choosing {
            let rows = page::cut(&mut rest, Side::Top, risks);
            tools::risks_ui(ui, cx, rows, state, timeline);
        }
        page::cut(&mut rest, Side::Top, overview::HEIGHT)
    };
    if all {
        scroll(ui, room, above + needs, &mut |ui, mut inside| {
            let top = page::cut(&mut inside, Side::Top, above);
            let strip = head(ui, cx, state, Rect::from_min_max(top.min + vec2(AROUND.x, 0.0), top.max));
            opened = state.picture_ui(ui, cx, inside, timeline, chosen);
            state.strip_ui(ui, cx, strip, timeline);
        });
    } else {
        let mut rest = room;
        let top = page::cut(&mut rest, Side::Top, above);
        let top = Rect::from_min_max(top.min + vec2(AROUND.x, 0.0), top.max - vec2(BAR, 0.0));
        let strip = head(ui, cx, state, top);
        scroll(ui, rest, needs, &mut |ui, inside| {
            opened = state.picture_ui(ui, cx, inside, timeline, chosen);
        });
        state.strip_ui(ui, cx, strip, timeline);
    }
    opened
}

impl ChronologyPicture {
    /// Notes what it shows; what was built for other data is not used any more.
    fn take(&mut self, timeline: &Rc<Timeline>) {
        let before = self.data.replace(Rc::clone(timeline));
        if before.is_none_or(|before| !Rc::ptr_eq(&before, timeline) && before != *timeline) {
            self.whole = Stretch::new(timeline.begins, timeline.ends);
            self.first = Stretch::at_first(&timeline.ticks, (timeline.begins, timeline.ends), timeline.now);
            self.built = None;
            self.strip = None;
            self.followed = None;
        }
    }

    fn risks(&self, timeline: &Timeline) -> Vec<Risk> {
        self.risks.clone().unwrap_or_else(|| lanes::risks_at_first(&timeline.lanes))
    }

    /// The lanes. Gives back the row that is to be opened.
    fn picture_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        around: Rect,
        timeline: &Timeline,
        chosen: &mut Option<usize>,
    ) -> Option<usize> {
        let id = picture_id();
        let rect =
            Rect::from_min_max(around.min + vec2(AROUND.x, AROUND.y / 2.0), around.max - vec2(0.0, AROUND.y / 2.0));
        let response = ui.interact(around, id, Sense::click_and_drag());
        panes::begins(ui, id);
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            if self.keys(ui, timeline, chosen)
                && let Some(row) = chosen.and_then(|row| timeline.rows.get(row))
            {
                // The focus stays on the picture: what was come to is said.
                cx.announce(list::name(cx, row), false);
            }
        }
        self.follow(ui, timeline, *chosen);
        let axis = scene::axis(rect, self.seen(ui, cx.theme.still));
        self.pointer(ui, &response, axis);
        let seen = self.seen(ui, cx.theme.still);

        let frame = Frame { rect, theme: *cx.theme, seen, risks: self.risks(timeline) };
        if self.built.as_ref().is_none_or(|(of, _)| *of != frame) {
            let scene = scene::build(ui, cx, &frame, timeline);
            self.built = Some((frame, scene));
        }
        let (_, scene) = self.built.as_ref()?;
        scene.ground.paint(ui, ui.painter());
        let inside = ui.painter().with_clip_rect(scene.plot.intersect(ui.clip_rect()));
        scene.inside.paint(ui, &inside);
        if let Some(row) = *chosen {
            let ring = cx.theme.stroke(2.0, cx.tokens().focus);
            let hidden = std::mem::take(&mut self.hidden);
            for (index, placed) in rings(scene, timeline, row).enumerate() {
                if hidden && index == 0 {
                    ui.scroll_to_rect(placed.bounds.expand(24.0), None);
                }
                inside.rect_stroke(placed.bounds.expand(4.0), CornerRadius::same(5), ring, StrokeKind::Middle);
            }
        }
        focus::ring(ui, cx.theme, &response, Ring::Inside);
        if response.gained_focus() {
            ui.scroll_to_rect(
                Rect::from_min_size(around.min, vec2(around.width(), LEAST.min(around.height()))),
                None,
            );
        }
        text::name_it(ui, &response, Role::Image, &cx.say(&timeline.name));

        let hit = response.hover_pos().and_then(|at| hit(scene, at)).cloned();
        let pointed = response.clicked_by(PointerButton::Primary);
        let mut opened = None;
        if response.clicked() && !pointed {
            opened = *chosen;
        }
        if let Some(placed) = hit {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
            if response.double_clicked() {
                opened = *chosen;
            } else if pointed {
                *chosen = next_of(timeline, &placed.marks, *chosen);
                self.followed = *chosen;
                ui.ctx().request_repaint();
            }
            response.on_hover_text_at_pointer(tip(cx, timeline, &placed.marks));
        }
        opened
    }

    fn strip_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, timeline: &Timeline) {
        let whole = self.whole;
        let same = |(at, theme, _): &(Rect, crate::app::theme::Theme, Drawing)| *at == rect && theme == cx.theme;
        if !self.strip.as_ref().is_some_and(same) {
            self.strip = Some((rect, *cx.theme, overview::build(cx, rect, timeline, whole)));
        }
        if let Some((.., drawing)) = &self.strip {
            drawing.paint(ui, ui.painter());
        }
        let seen = self.seen(ui, cx.theme.still);
        let id = picture_id().with("window");
        if let Some(new) = overview::window_ui(ui, cx, id, rect, (whole, seen), &mut self.held) {
            self.show_at_once(new);
            ui.ctx().request_repaint();
        }
    }
}

/// The row that a press on a mark chooses: its newest; of several, the one after the one that is chosen.
fn next_of(timeline: &Timeline, marks: &[usize], chosen: Option<usize>) -> Option<usize> {
    let mut rows: Vec<usize> =
        marks.iter().filter_map(|mark| timeline.marks.get(*mark)).map(|mark| mark.row).collect();
    rows.sort_unstable();
    rows.dedup();
    let at = chosen.and_then(|chosen| rows.iter().position(|row| *row == chosen));
    match at {
        Some(at) => rows.get((at + 1) % rows.len()).copied(),
        None => rows.first().copied(),
    }
}

/// Where a row is marked in the picture.
fn rings<'s>(scene: &'s Scene, timeline: &'s Timeline, row: usize) -> impl Iterator<Item = &'s scene::Placed> {
    let own = timeline.rows.get(row).map(|row| row.mark);
    scene.placed.iter().filter(move |placed| {
        placed
            .marks
            .iter()
            .any(|mark| Some(*mark) == own || timeline.marks.get(*mark).is_some_and(|mark| mark.row == row))
    })
}

/// What lies at a place: the nearest mark whose target it is. Targets are 24 points at least.
fn hit(scene: &Scene, at: Pos2) -> Option<&scene::Placed> {
    let target = |rect: Rect| {
        let more = (vec2(24.0, 24.0) - rect.size()).max(vec2(0.0, 0.0)) / 2.0;
        rect.expand2(more)
    };
    scene
        .placed
        .iter()
        .filter(|placed| target(placed.bounds).contains(at))
        .min_by(|a, b| a.bounds.center().distance_sq(at).total_cmp(&b.bounds.center().distance_sq(at)))
}

/// What a mark is, for the tip: of many, the newest few.
fn tip(cx: &Cx<'_>, timeline: &Timeline, marks: &[usize]) -> String {
    const MOST: usize = 6;
    let mut lines: Vec<String> = marks
        .iter()
        .rev()
        .filter_map(|mark| timeline.marks.get(*mark))
        .take(MOST)
        .map(|mark| list::line(cx, &mark.words, mark.detail.as_ref(), &mark.at.words))
        .collect();
    if marks.len() > MOST {
        let more = Message::new("app-pictures-more").with("n", marks.len() - MOST);
        lines.push(cx.say(&more));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests;
