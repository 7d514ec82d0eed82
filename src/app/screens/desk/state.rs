//! Where a person is on the desk: what is open, which tab, which tray. Nothing of it is kept.

use crate::app::acts::{Act, FileTab};
use crate::desk::Moment;
use crate::desk::file::CaseFile;
use crate::desk::inbox::{InboxRow, Reading};
use crate::run::event::{Event, What};
use crate::scenario::raw::{Id, Kind};

use super::chronology_tab::ChronologyTab;
use super::people_tab::PeopleTab;

/// The pane that is shown where there is room for one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pane {
    #[default]
    Inbox,
    Reading,
    File,
}

/// Words chosen in the reading pane: a part, and the bytes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The paragraph, field or line of a log, from nought.
    pub part: usize,
    pub words: String,
}

/// Where the person is on the desk.
#[derive(Debug, Default)]
pub struct DeskState {
    /// The case that is shown; the first one until another is chosen.
    case: Option<Id>,
    /// The row of the inbox that Tab stops at.
    pub inbox_at: usize,
    /// Only unread ones are shown.
    pub only_unread: bool,
    /// What lies in the reading pane.
    pub open: Option<(Id, u16)>,
    /// What was chosen in it.
    pub chosen: Option<Chosen>,
    /// The part of the text that Tab stops at.
    pub part_at: usize,
    pub tab: usize,
    pub wide: bool,
    pub pane: Pane,
    /// The kind whose tray is open.
    pub tray: Option<Kind>,
    pub tray_at: usize,
    /// What is done already is shown in it too.
    pub tray_done: bool,
    /// The tray was opened just now: the focus goes to it.
    pub tray_fresh: bool,
    /// Something was opened just now: the focus goes to it, and it is shown from its beginning.
    pub reading_fresh: bool,
    /// A turn began: what it opens with is shown until something is opened.
    pub opening: bool,
    pub chronology: ChronologyTab,
    pub people: PeopleTab,
    /// More than the four kinds are shown in the dock, where room is short.
    pub more: bool,
}

impl DeskState {
    /// The case that is shown.
    #[must_use]
    pub fn case<'m>(&self, moment: &'m Moment) -> Option<&'m CaseFile> {
        let chosen = self.case.as_ref().and_then(|id| moment.cases.iter().find(|case| case.id == *id));
        chosen.or_else(|| moment.cases.first())
    }

    /// Rows of the inbox that are shown, the newest first.
    #[must_use]
    pub fn rows<'m>(&self, moment: &'m Moment) -> Vec<&'m InboxRow> {
        let shown = |row: &&InboxRow| !self.only_unread || row.reading == Reading::Unread || self.is_open(row);
        moment.inbox.iter().rev().filter(shown).collect()
    }

    /// Whether a row lies in the reading pane.
    #[must_use]
    pub fn is_open(&self, row: &InboxRow) -> bool {
        self.open.as_ref().is_some_and(|(item, nth)| *item == row.item && *nth == row.nth)
    }

    /// Brings what points at rows into bounds: rows come and go with every command.
    pub fn settle(&mut self, moment: &Moment) {
        self.inbox_at = self.inbox_at.min(self.rows(moment).len().saturating_sub(1));
    }

    /// The file's tab.
    #[must_use]
    pub fn file_tab(&self) -> FileTab {
        super::tab_at(self.tab)
    }

    /// Opens something in the reading pane.
    pub fn show(&mut self, item: Id, nth: u16) {
        self.open = Some((item, nth));
        self.chosen = None;
        self.part_at = 0;
        self.reading_fresh = true;
        self.opening = false;
        self.pane = Pane::Reading;
        self.wide = false;
    }

    /// Does what is the desk's own.
    pub fn act(&mut self, act: &Act) {
        match act {
            Act::ShowKind(kind) => {
                if self.tray == Some(*kind) {
                    self.tray = None;
                } else {
                    self.tray = Some(*kind);
                    self.tray_at = 0;
                    self.tray_done = false;
                    self.tray_fresh = true;
                }
            }
            Act::CloseTray => self.tray = None,
            Act::ShowTab(tab) => {
                self.tab = FileTab::ALL.iter().position(|one| one == tab).unwrap_or(0);
                self.pane = Pane::File;
            }
            Act::Widen => {
                self.wide = !self.wide;
                self.pane = if self.wide { Pane::File } else { Pane::Reading };
            }
            Act::ShowPerson(person) => {
                self.people.show(person);
                self.act(&Act::ShowTab(FileTab::People));
            }
            Act::ShowCase(case) => {
                self.case = Some(case.clone());
                self.tab = 0;
            }
            _ => {}
        }
    }

    /// Steps out one level; false if there is none to step out of.
    pub fn step_out(&mut self) -> bool {
        if self.tray.take().is_some() {
            return true;
        }
        if std::mem::take(&mut self.wide) {
            self.pane = Pane::Reading;
            return true;
        }
        if self.chosen.take().is_some() {
            return true;
        }
        match self.pane {
            Pane::Inbox => false,
            Pane::Reading | Pane::File => {
                self.pane = Pane::Inbox;
                true
            }
        }
    }

    /// After a command: what was heard or read by it lies in the reading pane.
    pub fn after(&mut self, moment: &Moment, events: &[Event]) {
        let heard = events.iter().rev().find_map(|event| match &event.what {
            What::Arrived { arrival, nth, heard: true, .. } => Some((arrival.clone(), *nth)),
            What::Opened { item, nth, .. } => Some((item.clone(), *nth)),
            _ => None,
        });
        // What was broken off is not done yet: there is nothing to read.
        if let Some((item, nth)) = heard
            && moment.in_hand.is_none()
        {
            self.show(item, nth);
        }
        if let Some((open, nth)) = &self.open
            && let Some(at) = self.rows(moment).iter().position(|row| row.item == *open && row.nth == *nth)
        {
            self.inbox_at = at;
        }
    }

    /// A new turn: the desk is tidy.
    pub fn new_turn(&mut self) {
        self.tray = None;
        self.opening = true;
        self.inbox_at = 0;
        self.pane = Pane::Inbox;
        self.wide = false;
    }
}
