//! What a command brought, as it is announced: what came, what was met or missed, what is asked, how much time went.

use super::look::Look;
use super::{when, words};
use crate::run::Run;
use crate::run::event::{Event, What};
use crate::scenario::model::folded;
use crate::text::Message;

/// Something to announce.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    pub message: Message,
    /// It can't wait: it is said at once, over anything else.
    pub urgent: bool,
}

/// What the events from this number on brought, in their order, and what time they took. Hidden things are left out.
#[must_use]
pub fn news(run: &Run, since: usize) -> Vec<News> {
    let look = Look::at(run);
    let events = look.events.get(since..).unwrap_or_default();
    let mut news: Vec<News> = events.iter().filter_map(|event| look.news_of(event)).collect();
    let minutes: i32 = events.iter().map(minutes).sum();
    let next_turn = events.iter().any(|event| matches!(event.what, What::TurnBegan { .. }));
    if minutes > 0 && !next_turn {
        let message = Message::new("news-time")
            .with("used", when::minutes_long(minutes))
            .with("left", when::minutes_long(look.state.left));
        news.push(News { message, urgent: false });
    }
    news
}

/// Minutes that an event took out of the turn.
fn minutes(event: &Event) -> i32 {
    match &event.what {
        What::Opened { minutes, .. }
        | What::Did { minutes, .. }
        | What::Filed { minutes, .. }
        | What::Told { minutes, .. } => *minutes,
        _ => 0,
    }
}

impl Look<'_> {
    fn news_of(&self, event: &Event) -> Option<News> {
        let told = |name: &str| {
            let id = self.deadline_called(name).filter(|id| self.is_told(*id))?;
            Some(folded(&self.scenario.deadline(id).label))
        };
        let mut urgent = false;
        let message = match &event.what {
            What::Arrived { .. } => {
                let came = self.came.iter().find(|came| came.seq == event.seq)?;
                let row = &self.tables.arrivals[came.id.index()];
                if row.lands_in_file {
                    return None;
                }
                let key = if came.heard { "news-heard" } else { "news-came" };
                Message::new(key)
                    .with("via", self.via_words(came))
                    .with("from", self.name(row.from))
                    .with("title", self.arrival_title(came))
                    .with("standing", self.arrival_standing(came.id))
            }
            What::Interrupted { minutes, .. } => {
                urgent = true;
                Message::new("window-minutes").with("left", when::minutes_long(*minutes))
            }
            What::Did { response, .. } | What::Filed { response, .. } => {
                let id = self.scenario.response_called(response)?;
                // What happened on the spot is told once it is done.
                if !self.acts().any(|(act, _)| act.seq == event.seq) {
                    return None;
                }
                Message::verbatim(folded(self.scenario.response(id)?.afterwards.as_deref()?))
            }
            What::Told { item, who, .. } => {
                let id = self.scenario.item_called(item)?;
                let title = self.item_ref(id, self.newest(id).unwrap_or(0)).title;
                let name = self.name(self.scenario.person_called(who)?);
                Message::new("line-told").with("name", name).with("title", title)
            }
            What::Posed { decision } => {
                let id = self.scenario.decision_called(decision)?;
                let by = self.scenario.decision(id).answer_by;
                urgent = by == crate::scenario::raw::AnswerBy::AtOnce;
                Message::new("news-asked")
                    .with("title", self.decision_title(id))
                    .with("by", words::answer_by(by, self.turn_kind()))
            }
            What::Met { deadline } => Message::new("line-met").with("label", told(deadline)?),
            What::Missed { deadline } => Message::new("line-missed").with("label", told(deadline)?),
            What::Started { deadline, .. } => Message::new("line-began").with("label", told(deadline)?),
            What::Allocated { case } => {
                let name = self.case_named(self.scenario.case_called(case)?).name;
                Message::new("line-allocated").with("name", name)
            }
            What::Closed { case } => {
                let name = self.case_named(self.scenario.case_called(case)?).name;
                Message::new("line-closed").with("name", name)
            }
            What::MappaIs { level, .. } => Message::new("line-mappa").with("level", (*level).max(0)),
            What::TierIs { tier, .. } => Message::new("line-tier").with("tier", tier),
            What::WorkedLate { minutes } => Message::new("line-late").with("late", when::minutes_long(*minutes)),
            What::Noted { .. } | What::DraftKept { .. } => Message::new("news-kept"),
            What::Cited(citation) => Message::new("news-cited").with("number", self.citation_number(citation)?),
            What::TurnBegan { turn } => {
                let turn = self.calendar.turns.get(usize::from(*turn))?;
                Message::new("news-turn").with("turn", when::turn(self.calendar, turn, self.day_0_is()))
            }
            What::Ended { .. } => Message::new("news-ended"),
            _ => return None,
        };
        Some(News { message, urgent })
    }
}
