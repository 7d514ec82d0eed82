//! Everything so far that the trainee may know of, in one line each.

use super::look::{Came, Look};
use super::parts::Stamp;
use super::when;
use crate::run::event::{Event, What};
use crate::scenario::calendar::Minute;
use crate::scenario::ids::{DeadlineId, ItemId, ResponseId};
use crate::scenario::model::folded;
use crate::scenario::raw::{Id, Kind};
use crate::text::Message;

/// What a line of the chronology is, for the mark beside it and the lane it lies in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// A turn began: a heading.
    Turn,
    /// A document of the file, by the date that it bears.
    Document {
        item: Id,
        read: bool,
        cited: bool,
    },
    Arrival {
        item: Id,
        nth: u16,
        from: Id,
        read: bool,
        cited: bool,
    },
    /// The trainee did something.
    Act {
        response: Id,
        kind: Kind,
    },
    /// The trainee filed a form.
    Filed {
        response: Id,
        form: Id,
        kind: Kind,
    },
    Told {
        item: Id,
        who: Id,
    },
    Noted,
    DraftKept {
        response: Id,
    },
    Decision {
        decision: Id,
    },
    Began {
        deadline: Id,
    },
    Met {
        deadline: Id,
    },
    Missed {
        deadline: Id,
    },
    CalledOff {
        deadline: Id,
    },
    Rating,
    /// MAPPA level, tier, or who has a case.
    Changed,
    Late,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub at: Stamp,
    pub mark: Mark,
    /// "Ellis Varden: Voicemail from Ellis".
    pub words: Message,
    /// "Unread", "10 min".
    pub detail: Option<Message>,
    pub case: Option<Id>,
}

impl Look<'_> {
    /// Everything so far, the oldest first.
    pub(super) fn chronology(&self) -> Vec<Line> {
        self.numbered_lines().into_iter().map(|(_, line)| line).collect()
    }

    /// The same, each line with the number of its event: what happened within a minute keeps its order. Documents come
    /// before everything else, ratings after it.
    pub(super) fn numbered_lines(&self) -> Vec<(u32, Line)> {
        let mut lines: Vec<(u32, Line)> = Vec::new();
        for case in self.cases() {
            let raw = self.scenario.case(case);
            for document in &raw.file {
                let dated = document.at.map(|at| self.calendar.opening_of(at));
                if let (Some(item), Some(at)) = (self.scenario.item_called(&document.id), dated)
                    && at <= self.state.clock
                {
                    lines.push((0, self.document_line(item, at, &raw.id)));
                }
            }
            for rating in self.ratings(case) {
                let line = Line {
                    mark: Mark::Rating,
                    words: Message::new("line-rating").with("by", rating.by).with("levels", levels(&rating.levels)),
                    detail: Some(rating.source),
                    case: Some(raw.id.clone()),
                    at: rating.at,
                };
                // A rating follows the form or the answer that it stands in.
                lines.push((u32::MAX, line));
            }
        }
        for event in self.events {
            lines.extend(self.line(event).map(|line| (event.seq, line)));
        }
        for came in &self.came {
            lines.extend(self.arrival_line(came).map(|line| (came.seq, line)));
        }
        // Headings of turns stand before what comes at opening.
        lines.sort_by_key(|(seq, line)| (line.at.minute, line.mark != Mark::Turn, *seq));
        lines
    }

    fn document_line(&self, item: ItemId, at: Minute, case: &Id) -> Line {
        let item = self.stands_for(item);
        let row = self.item_ref(item, self.newest(item).unwrap_or(0));
        let words = match row.from {
            Some(from) => Message::new("line-from").with("from", from).with("title", row.title),
            None => Message::verbatim(row.title),
        };
        Line {
            at: self.day_stamp(at),
            mark: Mark::Document { item: row.item, read: row.read, cited: !self.numbers_of(item).is_empty() },
            words,
            detail: unread(row.read),
            case: Some(case.clone()),
        }
    }

    /// What came; something that took the place of a document stands at that document's date.
    fn arrival_line(&self, came: &Came<'_>) -> Option<Line> {
        let item = ItemId::Arrival(came.id);
        if self.is_replaced(item) {
            return None;
        }
        // What took the place of a document has that document's line.
        let at = self.shown_at(item, Some(came))?;
        if self.replaces_document(item) {
            return None;
        }
        let row = &self.tables.arrivals[came.id.index()];
        let read = self.is_read(item, came.nth);
        let from = self.scenario.person(row.from);
        Some(Line {
            at,
            mark: Mark::Arrival {
                item: self.scenario.arrival(came.id).id.clone(),
                nth: came.nth,
                from: from.id.clone(),
                read,
                cited: !self.numbers_of(item).is_empty(),
            },
            words: Message::new("line-from").with("from", folded(&from.name)).with("title", self.arrival_title(came)),
            detail: unread(read),
            case: row.case.map(|case| self.scenario.case(case).id.clone()),
        })
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each event that may be seen")]
    fn line(&self, event: &Event) -> Option<Line> {
        let took = |minutes: i32| (minutes > 0).then(|| when::minutes(minutes));
        let told = |name: &Id| self.deadline_called(name).filter(|id| self.is_told(*id));
        let label = |id: DeadlineId| folded(&self.scenario.deadline(id).label);
        let of_case =
            |id: DeadlineId| self.tables.deadlines[id.index()].case.map(|case| self.scenario.case(case).id.clone());
        let mut case = None;
        let mut detail = None;
        let (mark, words) = match &event.what {
            What::TurnBegan { turn } => {
                let turn = self.calendar.turns.get(usize::from(*turn))?;
                (Mark::Turn, when::turn(self.calendar, turn, self.day_0_is()))
            }
            What::Did { response, minutes } => {
                let id = self.scenario.response_called(response)?;
                case = self.case_of(id);
                detail = took(*minutes);
                let mark = Mark::Act { response: response.clone(), kind: self.scenario.response_kind(id) };
                (mark, Message::new("line-did").with("label", self.label(id)))
            }
            What::Filed { response, form, case: of, minutes, .. } => {
                let id = self.scenario.response_called(response)?;
                case = of.clone().or_else(|| self.case_of(id));
                detail = took(*minutes);
                let kind = self.scenario.response_kind(id);
                let mark = Mark::Filed { response: response.clone(), form: form.clone(), kind };
                (mark, Message::new("line-filed").with("title", self.filed_title(response, form)))
            }
            What::Told { item, who, minutes } => {
                let id = self.scenario.item_called(item)?;
                case = self.case_of_item(id).map(|case| self.scenario.case(case).id.clone());
                detail = took(*minutes);
                let title = self.item_ref(id, self.newest(id).unwrap_or(0)).title;
                let name = self.name(self.scenario.person_called(who)?);
                let mark = Mark::Told { item: item.clone(), who: who.clone() };
                (mark, Message::new("line-told").with("name", name).with("title", title))
            }
            What::Noted { text } => (Mark::Noted, Message::new("line-noted").with("text", folded(text))),
            What::DraftKept { response, .. } => {
                let last =
                    self.drafts().iter().any(|draft| draft.response == *response && draft.kept.minute == event.at);
                if !last {
                    return None;
                }
                case = self.scenario.response_called(response).and_then(|id| self.case_of(id));
                let mark = Mark::DraftKept { response: response.clone() };
                (mark, Message::new("line-draft").with("label", self.response_label(response)))
            }
            What::Decided { decision, committed, .. } => {
                let id = self.scenario.decision_called(decision)?;
                case = self.tables.decisions[id.index()].case.map(|case| self.scenario.case(case).id.clone());
                detail = self.answer_words(id, &committed.answer);
                (
                    Mark::Decision { decision: decision.clone() },
                    Message::new("line-decided").with("title", self.decision_title(id)),
                )
            }
            What::Started { deadline, due } => {
                let id = told(deadline)?;
                case = of_case(id);
                detail = Some(Message::new("line-due").with("date", when::moment(self.calendar, *due)));
                (Mark::Began { deadline: deadline.clone() }, Message::new("line-began").with("label", label(id)))
            }
            What::Met { deadline } => {
                let id = told(deadline)?;
                case = of_case(id);
                (Mark::Met { deadline: deadline.clone() }, Message::new("line-met").with("label", label(id)))
            }
            What::Missed { deadline } => {
                let id = told(deadline)?;
                case = of_case(id);
                (Mark::Missed { deadline: deadline.clone() }, Message::new("line-missed").with("label", label(id)))
            }
            What::Cancelled { deadline } => {
                let id = told(deadline)?;
                case = of_case(id);
                (
                    Mark::CalledOff { deadline: deadline.clone() },
                    Message::new("line-called-off").with("label", label(id)),
                )
            }
            What::Allocated { case: id } => {
                let name = self.case_named(self.scenario.case_called(id)?).name;
                case = Some(id.clone());
                (Mark::Changed, Message::new("line-allocated").with("name", name))
            }
            What::Closed { case: id } => {
                let name = self.case_named(self.scenario.case_called(id)?).name;
                case = Some(id.clone());
                (Mark::Changed, Message::new("line-closed").with("name", name))
            }
            What::MappaIs { case: id, level } => {
                case = Some(id.clone());
                (Mark::Changed, Message::new("line-mappa").with("level", (*level).max(0)))
            }
            What::TierIs { case: id, tier } => {
                case = Some(id.clone());
                (Mark::Changed, Message::new("line-tier").with("tier", tier))
            }
            What::WorkedLate { minutes } => {
                (Mark::Late, Message::new("line-late").with("late", when::minutes_long(*minutes)))
            }
            // Arrivals have lines of their own. Reading shows on them; the rest is hidden, or is how the clock moved.
            What::Arrived { .. }
            | What::BranchedFrom { .. }
            | What::SofterTexts { .. }
            | What::Interrupted { .. }
            | What::Opened { .. }
            | What::Cited(_)
            | What::DraftDiscarded { .. }
            | What::Finished
            | What::Posed { .. }
            | What::Skipped { .. }
            | What::Revealed { .. }
            | What::Drifted { .. }
            | What::Happened { .. }
            | What::CalledOff { .. }
            | What::Leaked { .. }
            | What::WentOn
            | What::WentOnUntil { .. }
            | What::DayEnded
            | What::TurnEnded
            | What::Ended { .. }
            | What::RanAway => return None,
        };
        let at = if mark == Mark::Turn { self.day_stamp(event.at) } else { self.stamp(event.at) };
        Some(Line { at, mark, words, detail, case })
    }

    fn case_of(&self, id: ResponseId) -> Option<Id> {
        self.tables.responses[id.index()].case.map(|case| self.scenario.case(case).id.clone())
    }
}

fn unread(read: bool) -> Option<Message> {
    (!read).then(|| Message::new("reading-unread"))
}

/// Levels in one sentence: "the public medium, a known adult low".
pub(super) fn levels(levels: &[super::parts::RatedRisk]) -> Message {
    let each = levels
        .iter()
        .map(|row| {
            Message::new("risk-is").with("risk", row.risk_words.clone()).with("level", row.level_words.clone())
        })
        .collect();
    Message::listed(each).unwrap_or_else(|| Message::new("nothing"))
}
