//! What the fields of a form are drawn with: texts and days to write in, and word of what was changed and where the
//! focus is.
//!
//! In go what is wrong and what is cited; out come changes, the text that is written in, and the spot that has the
//! focus. It never knows which fields a form has.

use egui::{Id, Response, Ui};

use super::checks::{Checks, Spot};
use super::cites::Evidence;
use super::state::Writing;
use super::written::{Day, Days};
use crate::app::cx::Cx;
use crate::app::parts::field::Field;
use crate::app::parts::text;
use crate::app::theme::type_scale::Type;
use crate::text::when;

/// What drawing a field may look at, and what it says of itself.
#[derive(Debug)]
pub struct Pen<'a> {
    /// The ids of widgets begin with this.
    pub key: Id,
    pub checks: &'a Checks,
    pub evidence: &'a Evidence,
    pub days: Days<'a>,
    /// The focus goes to what is first here.
    pub go_to: Option<Spot>,
    /// The step whose people are shown to choose from.
    pub choosing: Option<Spot>,
    /// Something was changed.
    pub changed: bool,
    /// Where the focus is.
    pub at: Option<Spot>,
    pub writing: Option<Writing>,
    /// The focus goes to this widget, which is drawn from the next pass on.
    pub focus_next: Option<Id>,
}

impl Pen<'_> {
    /// The id of a widget.
    #[must_use]
    pub fn id(&self, spot: Spot, what: &'static str) -> Id {
        self.key.with((spot, what))
    }

    /// Takes the focus if it was sent here, and notes where it is.
    pub fn follow(&mut self, ui: &Ui, spot: Spot, response: &Response) {
        self.lead(ui, spot, response.id);
        if response.has_focus() {
            self.at = Some(spot);
        }
        if response.gained_focus() {
            ui.scroll_to_rect(response.rect.expand2(egui::vec2(0.0, 48.0)), None);
        }
    }

    /// Sends the focus to a widget, if it was sent to this spot.
    pub fn lead(&mut self, ui: &Ui, spot: Spot, id: Id) {
        if self.go_to == Some(spot) {
            self.go_to = None;
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// A field to write in, in which something may be cited.
    pub fn text(&mut self, ui: &mut Ui, cx: &Cx<'_>, spot: Spot, text: Text<'_>, written: &mut String) -> Response {
        let id = self.id(spot, text.what);
        let shown = if text.rows > 1 { Field::lines(id, text.name, text.rows) } else { Field::line(id, text.name) };
        let response = shown.hint(text.hint).wrong(text.wrong).show(ui, cx, written);
        self.changed |= response.changed();
        self.follow(ui, spot, &response);
        if response.has_focus() {
            self.writing = Some(Writing { id, spot });
        }
        describe(ui, response.id, text.required, &[text.help, text.wrong.unwrap_or_default()]);
        response
    }

    /// A field for a day, with the day that was read below it.
    pub fn day(&mut self, ui: &mut Ui, cx: &Cx<'_>, spot: Spot, text: Text<'_>, day: &mut Day) -> Response {
        let id = self.id(spot, text.what);
        let shown = Field::line(id, text.name).plain().hint(text.hint).wrong(text.wrong);
        let response = shown.show(ui, cx, &mut day.typed);
        self.changed |= response.changed();
        self.follow(ui, spot, &response);
        let read = day.moment(self.days).map(|moment| {
            let calendar = self.days.calendar;
            cx.say(&when::day_full(calendar, calendar.day_of(moment)))
        });
        let unread = day.is_unread(self.days) && text.wrong.is_none() && !response.has_focus();
        let below = match read {
            // What reads the same as it was typed need not be said again.
            Some(read) if read != day.typed => Some(read),
            None if unread => Some(cx.t("app-form-day-unread")),
            _ => None,
        };
        if let Some(below) = &below {
            ui.add_space(2.0);
            text::label(ui, below, Type::Caption, cx.ink(2));
        }
        let said = [text.help, below.as_deref().unwrap_or_default(), text.wrong.unwrap_or_default()];
        describe(ui, response.id, text.required, &said);
        response
    }
}

/// How a text is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// Which text of its spot it is.
    pub what: &'static str,
    pub name: &'a str,
    pub hint: &'a str,
    pub help: &'a str,
    pub rows: usize,
    pub required: bool,
    /// What is wrong with it.
    pub wrong: Option<&'a str>,
}

/// Says of a widget that it is needed, what helps with it, and what is wrong.
fn describe(ui: &Ui, id: Id, required: bool, parts: &[&str]) {
    let words: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    ui.ctx().accesskit_node_builder(id, |node| {
        if required {
            node.set_required();
        }
        if !words.is_empty() {
            node.set_description(words.join(" "));
        }
    });
}
