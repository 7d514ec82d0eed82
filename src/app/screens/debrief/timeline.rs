//! The whole run as a chronology, the moments of decision in it: a decision that is opened is shown with its
//! reviewers, anything that lay on the desk with what it said.

use egui::{Rect, Ui, pos2, vec2};

use super::Shown;
use super::lines::page_heading;
use super::state::DebriefState;
use crate::app::acts::Act;
use crate::app::cx::Cx;
use crate::app::parts::page::{self, Side};
use crate::app::pictures::chronology;
use crate::app::screens::desk::chronology_tab::{self as tab, Shown as Beside};
use crate::app::theme::size;
use crate::desk::timeline::{Lane, LaneKind, Mark, Opens, Shape, Timeline};
use crate::text::Message;

/// The head of the page, in points.
const HEAD: f32 = 56.0;

/// Draws the page.
pub(super) fn timeline_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DebriefState, shown: &Shown) {
    let DebriefState { beside, picture, row: chosen, shows_picture, .. } = state;
    let timeline = &beside.timeline;
    let mut rest = rect;
    let opened = match tab::room(rect, true) {
        Beside::Both => {
            let head = page::cut(&mut rest, Side::Top, HEAD);
            let title = Rect::from_min_max(head.min + vec2(28.0, 12.0), head.max - vec2(28.0, 0.0));
            page::within(ui, title, |ui| page_heading(ui, cx, &cx.t("app-debrief-timeline")));
            page::edge(ui, cx, head, Side::Bottom, cx.tokens().hair);
            let list = page::cut(&mut rest, Side::Right, tab::LIST);
            let inner = Rect::from_min_max(rest.min + vec2(20.0, 8.0), pos2(rest.right(), rest.bottom()));
            let opened = chronology::chronology_ui(ui, cx, inner, picture, timeline, chosen);
            ui.painter().rect_filled(list, 0, cx.tokens().pane);
            page::edge(ui, cx, list, Side::Left, cx.tokens().hair);
            let list = Rect::from_min_max(list.min + vec2(1.0, 0.0), list.max);
            opened.or(chronology::list_ui(ui, cx, list, picture, timeline, (chosen, true)))
        }
        Beside::One | Beside::List => {
            let head = page::cut(&mut rest, Side::Top, size::HEAD);
            tab::switch_ui(ui, cx, head, (&cx.say(&timeline.heading), *shows_picture), shows_picture);
            if *shows_picture {
                let inner = Rect::from_min_max(rest.min + vec2(16.0, 0.0), rest.max);
                chronology::chronology_ui(ui, cx, inner, picture, timeline, chosen)
            } else {
                chronology::list_ui(ui, cx, rest, picture, timeline, (chosen, false))
            }
        }
    };
    match opened.and_then(|row| timeline.rows.get(row)).and_then(|row| row.opens.as_ref()) {
        Some(Opens::Decision(id)) => {
            if let Some(answered) = shown.debrief.decisions.iter().position(|decision| decision.id == *id) {
                cx.act(Act::ShowAnswered(answered));
            }
        }
        Some(Opens::Item { item, nth }) => cx.act(Act::LookAt { item: item.clone(), nth: Some(*nth) }),
        // What was done has nothing more to read, and what fell due stands among what followed.
        Some(Opens::Response(_) | Opens::Deadline(_)) | None => {}
    }
}

/// The same chronology with the decisions in a lane of their own on top, so that no other mark joins them.
pub(super) fn with_moments(mut timeline: Timeline) -> Timeline {
    let decided = |mark: &Mark| mark.shape == Shape::Decision;
    if timeline.marks.iter().any(decided) {
        let words = Message::new("app-debrief-decisions");
        timeline.lanes.insert(0, Lane { kind: LaneKind::Record, case: None, words, segments: Vec::new() });
        for mark in &mut timeline.marks {
            mark.lane = if decided(mark) { 0 } else { mark.lane + 1 };
        }
    }
    timeline
}
