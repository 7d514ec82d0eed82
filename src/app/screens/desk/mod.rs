//! The desk: inbox, reading pane, case file, and the dock where one responds.
//!
//! [`state`] is where the person is on it; [`inbox`], [`reading`], [`file`] (with a tab each in its own file),
//! [`tray`] and [`dock`] draw. How much stands side by side depends on the effective width.

pub mod chronology_tab;
pub mod deeds;
pub mod dock;
pub mod due_tab;
pub mod file;
pub mod inbox;
pub mod marks;
pub mod notes_tab;
pub mod people_tab;
pub mod person_tab;
pub mod plan_tab;
pub mod reading;
pub mod risk_tab;
pub mod state;
pub mod strips;
pub mod tray;

pub use state::{DeskState, Pane};

use egui::{Rect, Ui};

use crate::app::acts::FileTab;
use crate::app::cx::Cx;
use crate::app::parts::page::{self, Side};
use crate::app::play::Play;
use crate::app::theme::{Room, size};
use crate::desk::Moment;

/// Draws the desk.
pub fn desk_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, state: &mut DeskState, play: &Play, moment: &Moment) {
    let room = Room::of(rect.width());
    state.settle(moment);
    let mut rest = rect;
    let dock = page::cut(&mut rest, Side::Bottom, dock::height(room));
    match room {
        Room::Three => {
            let inbox = page::cut(&mut rest, Side::Left, size::INBOX);
            inbox::inbox_ui(ui, cx, inbox, state, moment);
            if state.wide {
                file::file_ui(ui, cx, rest, state, (play, moment), true);
                if state.tray.is_some() {
                    tray::tray_over(ui, cx, rest, state, moment);
                }
            } else {
                let file = page::cut(&mut rest, Side::Right, size::FILE);
                reading::reading_ui(ui, cx, rest, state, (play, moment));
                file::file_ui(ui, cx, file, state, (play, moment), false);
            }
        }
        Room::Two => {
            // The file has no place of its own here: asking for a tab of it puts it over the page.
            state.wide |= state.pane == Pane::File;
            let inbox = page::cut(&mut rest, Side::Left, size::INBOX);
            inbox::inbox_ui(ui, cx, inbox, state, moment);
            if state.wide {
                file::file_ui(ui, cx, rest, state, (play, moment), true);
                if state.tray.is_some() {
                    tray::tray_over(ui, cx, rest, state, moment);
                }
            } else {
                reading::reading_ui(ui, cx, rest, state, (play, moment));
            }
        }
        Room::One => {
            let strip = page::cut(&mut rest, Side::Top, 36.0);
            file::pane_strip(ui, cx, strip, state, moment);
            match state.pane {
                Pane::Inbox => inbox::inbox_ui(ui, cx, rest, state, moment),
                Pane::Reading => reading::reading_ui(ui, cx, rest, state, (play, moment)),
                Pane::File => file::file_ui(ui, cx, rest, state, (play, moment), true),
            }
            if state.tray.is_some() && state.pane != Pane::Reading {
                tray::tray_over(ui, cx, rest, state, moment);
            }
        }
    }
    dock::dock_ui(ui, cx, dock, state, (play, moment), room);
}

/// The tab of a place in their row.
#[must_use]
pub fn tab_at(index: usize) -> FileTab {
    FileTab::ALL.get(index).copied().unwrap_or(FileTab::Person)
}
