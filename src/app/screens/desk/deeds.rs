//! What is asked for at the desk, done: reading, citing, responding.

use super::state::Chosen;
use crate::app::office::{Office, Place};
use crate::app::over::Over;
use crate::desk::open_item::open_item;
use crate::desk::responses::Open;
use crate::run::command::{Citation, Command};
use crate::scenario::raw::Id;
use crate::text::Message;

impl Office {
    /// Reads an item: for the first time, which takes its minutes, or again.
    pub(in crate::app) fn read(&mut self, item: &str, nth: u16) {
        let Some(play) = &self.play else { return };
        if let Some(open) = open_item(play.run(), item, Some(nth)) {
            self.back_to_desk();
            self.desk.show(open.item, open.nth);
            let moment = self.play.as_ref().map(crate::app::play::Play::moment);
            if let Some(moment) = moment {
                self.desk.after(&moment, &[]);
            }
            return;
        }
        self.back_to_desk();
        let command = Command::Open { item: item.to_owned(), nth: Some(nth) };
        self.command(&command);
    }

    /// Reads what stands beside the present item in the inbox: 1 is the one below.
    pub(in crate::app) fn read_beside(&mut self, step: isize) {
        let Some(play) = &self.play else { return };
        let moment = play.moment();
        let rows = self.desk.rows(&moment);
        if rows.is_empty() {
            return;
        }
        let at = rows.iter().position(|row| self.desk.is_open(row));
        let to = match at {
            Some(at) => at as isize + step,
            None => 0,
        };
        let target = usize::try_from(to).ok().and_then(|to| rows.get(to)).map(|row| (row.item.clone(), row.nth));
        match target {
            Some((item, nth)) => self.read(&item, nth),
            None => self.say(&Message::new("app-inbox-no-more")),
        }
    }

    /// Cites what is chosen in the reading pane, or the whole item.
    pub(in crate::app) fn cite(&mut self) {
        let Some((item, _)) = self.desk.open.clone() else {
            return self.say(&Message::new("app-cite-nothing"));
        };
        let passage = self.desk.chosen.take().map(|Chosen { words, .. }| words);
        let citation = Citation { item, passage };
        let known = self.play.as_ref().and_then(|play| {
            let moment = play.moment();
            let same = |row: &&crate::desk::parts::CitationRow| {
                row.item.item == citation.item && row.passage == citation.passage
            };
            moment.citations.iter().find(same).map(|row| row.number)
        });
        match known {
            Some(number) => self.say(&Message::new("app-cited-already").with("number", number)),
            None => {
                self.command(&Command::Cite(citation));
            }
        }
    }

    /// Chooses a response: opens its form, asks once, or says why it can't be done.
    pub(in crate::app) fn respond(&mut self, id: Id) {
        let Some(play) = &self.play else { return };
        let moment = play.moment();
        let row = moment.kinds.iter().flat_map(|group| &group.rows).find(|row| row.id == id);
        let Some(row) = row else { return };
        let form = row.form.is_some();
        match &row.open {
            Open::NotYet(why) if !form => self.refused(why.clone()),
            Open::Done => self.say(&Message::new("app-tray-is-done")),
            _ if form => self.open_form(&id, None),
            _ => {
                if !matches!(self.place, Place::Desk) {
                    self.back_to_desk();
                }
                self.show_over(Over::AskOnce(id));
            }
        }
    }
}
