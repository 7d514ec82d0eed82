//! A decision that waits for an answer. The desk goes away; what was cited stays.

use super::form::GridRow;
use super::look::{Look, paragraphs};
use super::parts::{Asked, CitationRow, ItemRef, Named};
use super::{when, words};
use crate::explore::open_in::open_in;
use crate::review::collect::said::key;
use crate::run::Run;
use crate::scenario::ids::{CaseId, DecisionId, Symbol};
use crate::scenario::model::folded;
use crate::scenario::raw::{Answer, AnswerBy, Ask, DecisionOption, Id};
use crate::text::Message;

/// What is asked, and what the trainee has to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionView {
    pub id: Id,
    /// Under what name an unfinished answer is kept.
    pub key: String,
    /// What a reviewer is to suppose that they knew, if they were not there: what they answer goes to nobody's run.
    pub supposed: Option<String>,
    pub title: Message,
    pub case: Option<Named>,
    /// Which moment it is: "Week 3 after his release, Thursday 27 November 2025, 09:00".
    pub moment: Message,
    /// What happened and what is asked: the softer text where the run shows that.
    pub prompt: Vec<String>,
    /// That a softer text is shown, if it is.
    pub softer: Option<Message>,
    pub content: Vec<String>,
    pub ask: Ask,
    /// "Choose one."
    pub ask_words: Message,
    /// Options open now, in the order of the file. Their kinds are not shown.
    pub options: Vec<OptionView>,
    /// Categories to rate, where risk is asked about.
    pub risks: Vec<GridRow>,
    pub by: AnswerBy,
    pub by_words: Message,
    /// What the trainee knows, as cited.
    pub citations: Vec<CitationRow>,
    /// Asked, and no answer yet.
    pub not_heard: Vec<Asked>,
    /// In the inbox or the file, and not opened.
    pub unopened: Vec<ItemRef>,
    /// What was opened and may be cited.
    pub can_cite: Vec<ItemRef>,
    /// What is required whatever is chosen, with its source.
    pub floors: Vec<FloorView>,
    /// The one warning before committing.
    pub warning: Message,
    /// "Takes no working time."
    pub takes: Message,
}

/// An option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionView {
    pub id: Id,
    pub label: String,
    pub line: Option<String>,
}

/// A floor that already holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FloorView {
    pub id: Id,
    pub text: String,
    pub source: String,
}

/// A decision that waits; nothing if it does not.
#[must_use]
pub fn decision(run: &Run, decision: &str) -> Option<DecisionView> {
    Look::at(run).decision(decision)
}

/// A decision in a situation that a reviewer did not reach, to be answered as if they were there.
#[must_use]
pub fn supposed(run: &Run, decision: DecisionId, situation: usize) -> DecisionView {
    Look::at(run).supposed(decision, situation)
}

impl Look<'_> {
    fn supposed(&self, id: DecisionId, situation: usize) -> DecisionView {
        let raw = self.scenario.decision(id);
        let open = open_in(self.run.scenario(), id, situation);
        let told = raw.situations.get(situation);
        DecisionView {
            key: told.map_or_else(|| raw.id.clone(), |told| key(&raw.id, &told.id)),
            supposed: Some(told.map_or_else(String::new, |told| folded(&told.told))),
            moment: Message::new("review-supposed-moment"),
            by_words: Message::new("review-supposed-by"),
            warning: Message::new("review-supposed-warning"),
            // How it is rated now is nothing that was known then.
            risks: self.to_rate(&raw.ask, None),
            ..self.put_to(id, open)
        }
    }

    fn decision(&self, name: &str) -> Option<DecisionView> {
        let id = self.scenario.decision_called(name)?;
        let row = &self.tables.decisions[id.index()];
        if !self.state.has(row.waits) {
            return None;
        }
        Some(DecisionView {
            citations: self.citations(),
            not_heard: self.asked(),
            unopened: self.items_unread(),
            can_cite: self.items_read(),
            floors: self.floors(),
            ..self.put_to(id, self.state.open_options(self.tables, id))
        })
    }

    /// What is asked, at this moment, with nothing to go on. `open` has a bit for each option that can be chosen.
    fn put_to(&self, id: DecisionId, open: u16) -> DecisionView {
        let raw = self.scenario.decision(id);
        let case = self.tables.decisions[id.index()].case;
        let softer = raw.softer.as_deref().filter(|_| self.run.softer());
        let is_open = |(at, _): &(usize, &DecisionOption)| open >> at & 1 == 1;
        DecisionView {
            id: raw.id.clone(),
            key: raw.id.clone(),
            supposed: None,
            title: self.decision_title(id),
            case: case.map(|case| self.case_named(case)),
            moment: self.this_moment(),
            prompt: paragraphs(softer.unwrap_or(&raw.prompt)),
            softer: softer.map(|_| Message::new("softer-shown")),
            content: self.content(&raw.content),
            ask: raw.ask.clone(),
            ask_words: words::ask(&raw.ask),
            options: raw.options.iter().enumerate().filter(is_open).map(|(_, option)| option_view(option)).collect(),
            risks: self.to_rate(&raw.ask, case),
            by: raw.answer_by,
            by_words: words::answer_by(raw.answer_by, self.turn_kind()),
            citations: Vec::new(),
            not_heard: Vec::new(),
            unopened: Vec::new(),
            can_cite: Vec::new(),
            floors: Vec::new(),
            warning: Message::new("decision-warning"),
            takes: Message::new("decision-takes"),
        }
    }

    /// Categories to rate, where risk is asked about; as they stand in a case, if one is named.
    fn to_rate(&self, ask: &Ask, case: Option<CaseId>) -> Vec<GridRow> {
        match ask {
            Ask::RateRisk(risks) => risks.iter().map(|risk| self.grid_row(*risk, case)).collect(),
            _ => Vec::new(),
        }
    }

    /// Which moment it is, in full.
    fn this_moment(&self) -> Message {
        let date = Message::new("moment")
            .with("date", when::day_full(self.calendar, self.today()))
            .with("time", when::time(self.state.clock));
        match (self.turn(), self.day_0_is()) {
            (Some(turn), Some(event)) if !turn.is_day => Message::new("list-comma")
                .with("first", when::turn(self.calendar, turn, Some(event)))
                .with("rest", date),
            _ => date,
        }
    }

    /// Floors that hold already and ask for something that can still be done. One that only forbids would, by being
    /// shown, tell that it was broken: that is the debrief's.
    fn floors(&self) -> Vec<FloorView> {
        let holds = |id: &Id| match self.scenario.symbols().get(id) {
            Some(Symbol::Floor(id)) => {
                let row = &self.tables.floors[id.index()];
                row.must.is_some() && self.state.holds(self.tables, row.when)
            }
            _ => false,
        };
        self.raw
            .floors
            .iter()
            .filter(|floor| holds(&floor.id))
            .map(|floor| FloorView { id: floor.id.clone(), text: folded(&floor.text), source: folded(&floor.source) })
            .collect()
    }

    /// An answer in words: the labels of what was chosen, or the levels.
    pub(super) fn answer_words(&self, id: DecisionId, answer: &Answer) -> Option<Message> {
        let decision = self.scenario.decision(id);
        let label = |option: &Id| {
            let option = decision.options.iter().find(|one| one.id == *option)?;
            Some(Message::verbatim(folded(&option.label)))
        };
        match answer {
            Answer::Choose(option) => label(option),
            Answer::ChooseSome(options) => Message::listed(options.iter().filter_map(label).collect()),
            Answer::Rank(options) => {
                let first = options.iter().find_map(label)?;
                Some(Message::new("answer-ranked").with("first", first))
            }
            Answer::Rate(ratings) => {
                let favoured = ratings.iter().filter(|(_, rating)| *rating > 0);
                let favoured = Message::listed(favoured.filter_map(|(option, _)| label(option)).collect());
                Some(favoured.map_or_else(
                    || Message::new("answer-rated-none"),
                    |favoured| Message::new("answer-rated").with("options", favoured),
                ))
            }
            Answer::Levels(levels) => {
                let rows: Vec<_> = levels.iter().map(|(risk, level)| self.rated(*risk, *level, None)).collect();
                Some(super::chronology::levels(&rows))
            }
            Answer::Abstain(_) => None,
        }
    }
}

fn option_view(option: &DecisionOption) -> OptionView {
    OptionView { id: option.id.clone(), label: folded(&option.label), line: option.line.as_deref().map(folded) }
}
