//! A run in the library: which attempt it was, and how it went, in a sentence or two.
//!
//! In go a run, the panel that it was played with, and the attempt before it, if there was one. Out come sentences, never
//! a figure alone: how it came out, how the answers stand to those of most reviewers, and what differed from the attempt
//! before. A run that is not over says where it stands, and nothing of how it might go: its reviews are not looked at.

use super::inbox::Reading;
use super::look::Look;
use super::timeline::number;
use super::when;
use crate::review::ballot::Ballot;
use crate::review::credit::FEWEST_REVIEWERS;
use crate::review::panel::{Panel, Reviewer};
use crate::review::tally::{Counts, Tally};
use crate::run::Run;
use crate::run::command::Committed;
use crate::run::event::What;
use crate::scenario::ids::DecisionId;
use crate::scenario::model::folded;
use crate::scenario::raw::Id;
use crate::text::Message;

/// The most decisions that are named as answered differently.
const MOST_NAMED: usize = 2;

/// Numbers up to this are written as words.
const MOST_IN_WORDS: usize = 10;

/// Which attempt at its scenario a run is.
#[derive(Debug, Clone, Copy)]
pub struct Attempt<'a> {
    /// From one.
    pub number: usize,
    /// The attempt before, if that is over as well: the run that this one is told apart from.
    pub before: Option<&'a Run>,
}

/// A run in a list of runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastRun {
    /// The scenario's title.
    pub title: String,
    /// People on probation, by name.
    pub people: Vec<String>,
    /// "First attempt.", "From week 6 again."
    pub attempt: Message,
    /// Whether it came to its end.
    pub over: bool,
    /// How it went, or where it stands: each a sentence.
    pub sentences: Vec<Message>,
}

/// A run in the library. The panel is asked only about a run that is over, and only about what it answered.
#[must_use]
pub fn past_run(run: &Run, panel: Option<&Panel>, attempt: Attempt<'_>) -> PastRun {
    let look = Look::at(run);
    let people = look.raw.cases.iter().filter(|case| case.allocated);
    PastRun {
        title: folded(&look.raw.title),
        people: people.filter_map(|case| look.scenario.person_called(&case.person)).map(|id| look.name(id)).collect(),
        attempt: look.attempt(attempt.number),
        over: run.is_over(),
        sentences: if run.is_over() { look.how_it_went(panel, attempt.before) } else { look.where_it_stands() },
    }
}

impl Look<'_> {
    /// Which attempt it was: from where it branched off, or the how-manieth.
    fn attempt(&self, number: usize) -> Message {
        let branched = self.events.first().and_then(|event| match &event.what {
            // The event of branching stands before those that were taken over.
            What::BranchedFrom { after, .. } => self.events.get(usize::try_from(*after).ok()?),
            _ => None,
        });
        let turn = branched.and_then(|last| {
            self.calendar.turns.iter().find(|turn| last.at < turn.ends).or_else(|| self.calendar.turns.last())
        });
        match turn {
            Some(turn) => {
                Message::new("past-from").with("turn", when::turn_name(self.calendar, turn, self.day_0_is()))
            }
            None => Message::new("past-attempt").with("n", number),
        }
    }

    // Over

    fn how_it_went(&self, panel: Option<&Panel>, before: Option<&Run>) -> Vec<Message> {
        let mut sentences = vec![match self.ending() {
            Some(title) => Message::new("past-ending").with("title", title.trim_end_matches('.')),
            None => Message::new("past-finished"),
        }];
        sentences.extend(panel.and_then(|panel| self.as_most(panel)));
        if let Some(before) = before.filter(|before| before.scenario().raw().id == self.raw.id) {
            sentences.extend(self.what_differed(&Look::at(before)));
        }
        sentences
    }

    /// The title of the ending; nothing for folders that were rated.
    fn ending(&self) -> Option<String> {
        let ending = self.state.ended?;
        self.raw.endings.get(ending.index()).map(|ending| folded(&ending.title))
    }

    /// Answers that were committed, in their order.
    fn committed(&self) -> impl Iterator<Item = (DecisionId, &Id, &Committed)> {
        self.events.iter().filter_map(|event| match &event.what {
            What::Decided { decision, situation, committed } => {
                Some((self.scenario.decision_called(decision)?, situation, committed))
            }
            _ => None,
        })
    }

    /// "Five of six answers were those of most reviewers."
    fn as_most(&self, panel: &Panel) -> Option<Message> {
        let (mut of, mut with) = (0usize, 0usize);
        for (id, situation, committed) in self.committed() {
            let raw = self.scenario.decision(id);
            let place = raw.situations.iter().position(|one| one.id == *situation);
            let sheet = place.and_then(|place| panel.sheet(id, place)).filter(|sheet| !sheet.stale);
            let Some((sheet, own)) = sheet.zip(Ballot::of(raw, &committed.answer)) else { continue };
            let tally = Tally::of(raw, sheet, &own);
            if tally.answered() < FEWEST_REVIEWERS {
                continue;
            }
            of += 1;
            with += usize::from(is_commonest(&own, &tally.counts));
        }
        let drafted = !panel.reviewers().iter().any(Reviewer::is_collected);
        let key = match (with, drafted) {
            _ if of == 0 => return None,
            (0, true) => "past-agree-none-drafted",
            (0, false) => "past-agree-none",
            (_, true) => "past-agree-drafted",
            (_, false) => "past-agree",
        };
        // Both in words, or both in figures.
        let number = |key: &'static str, n: usize| {
            if of > MOST_IN_WORDS { Message::verbatim(n.to_string()) } else { Message::new(key).with("n", n) }
        };
        let first = number("debrief-number", with);
        Some(
            Message::new(key)
                .with("first", first)
                .with("n", with)
                .with("number", number("past-number", of))
                .with("of", of),
        )
    }

    /// How it differed from another run of the same scenario.
    fn what_differed(&self, before: &Look<'_>) -> Vec<Message> {
        let mut sentences = Vec::new();
        let otherwise: Vec<DecisionId> = self
            .committed()
            .filter(|(id, _, committed)| {
                before.committed().any(|(one, _, other)| one == *id && other.answer != committed.answer)
            })
            .map(|(id, ..)| id)
            .collect();
        let same_ending = self.ending() == before.ending();
        if !otherwise.is_empty() {
            let more = otherwise.len().saturating_sub(MOST_NAMED);
            let mut named: Vec<Message> = otherwise
                .iter()
                .take(MOST_NAMED)
                .map(|id| Message::new("past-decision").with("title", self.decision_title(*id)))
                .collect();
            if more > 0 {
                named.push(Message::new("past-more").with("n", more));
            }
            let named = Message::listed(named).unwrap_or_else(|| Message::new("nothing"));
            sentences.push(Message::new("past-otherwise").with("decisions", named));
        }
        match (same_ending, before.ending()) {
            (false, Some(title)) => {
                sentences.push(Message::new("past-ended-otherwise").with("title", title.trim_end_matches('.')));
            }
            (true, Some(_)) if !otherwise.is_empty() => sentences.push(Message::new("past-ended-the-same")),
            (true, _) if otherwise.is_empty() => sentences.push(Message::new("past-answered-the-same")),
            _ => {}
        }
        sentences
    }

    // Not over

    /// "Week 9, Wednesday. 1 h 50 min left this week, 3 unread, a risk review half written."
    fn where_it_stands(&self) -> Vec<Message> {
        let left = self.state.left;
        let time = if left > 0 {
            Message::new("past-left").with("left", when::minutes(left))
        } else {
            Message::new("past-nothing-left")
        };
        let mut parts = vec![time.with("turn", self.turn_kind().this())];
        let unread = self.inbox().iter().filter(|row| row.reading == Reading::Unread).count();
        if unread > 0 {
            parts.push(Message::new("past-unread").with("n", unread));
        }
        let waiting = self.waiting().len();
        if waiting > 0 {
            parts.push(Message::new("past-waiting").with("n", waiting));
        }
        match self.drafts().as_slice() {
            [] => {}
            [draft] => parts.push(Message::new("past-draft").with("label", &draft.label)),
            drafts => parts.push(Message::new("past-drafts").with("n", drafts.len())),
        }
        let parts = parts
            .into_iter()
            .rev()
            .reduce(|rest, first| Message::new("list-comma").with("first", first).with("rest", rest))
            .unwrap_or_else(|| Message::new("nothing"));
        vec![self.stands_on(), Message::new("past-sentence").with("text", parts)]
    }

    /// "Week 9, Wednesday."
    fn stands_on(&self) -> Message {
        let today = self.today();
        match (self.turn(), self.day_0_is()) {
            (Some(turn), Some(_)) if !turn.is_day => Message::new("past-week")
                .with("week", number(self.calendar.week(self.state.clock)))
                .with("day", when::weekday(self.calendar, today)),
            _ => Message::new("past-sentence").with("text", when::day_long(self.calendar, today)),
        }
    }
}

/// Whether an answer is the one that most reviewers gave: the option with the most votes, all of those with the most,
/// the same in the first place, the commonest rating or level of each. Of equally common ones, each is.
fn is_commonest(own: &Ballot, counts: &Counts) -> bool {
    let most = |counts: &[u32], at: usize| {
        let best = counts.iter().max().copied().unwrap_or(0);
        best > 0 && counts.get(at) == Some(&best)
    };
    match (own, counts) {
        (Ballot::One(option), Counts::Votes(votes)) => most(votes, *option),
        (Ballot::Several(options), Counts::Votes(votes)) => {
            let fewest = options.iter().filter_map(|at| votes.get(*at)).min().copied().unwrap_or(0);
            let others = (0..votes.len()).filter(|at| !options.contains(at)).filter_map(|at| votes.get(at)).max();
            fewest > 0 && others.is_none_or(|other| *other <= fewest)
        }
        (Ballot::Order(order), Counts::Ranking(ranking)) => {
            let first = ranking.options.iter().position(|option| order.first() == Some(option));
            first.is_some_and(|at| most(&ranking.firsts, at))
        }
        (Ballot::Ratings(ratings), Counts::Ratings(rows)) => ratings
            .iter()
            .zip(rows)
            .all(|((_, rating), (_, counts))| most(counts, crate::review::tally::step(*rating))),
        (Ballot::Levels(levels), Counts::Levels(rows)) => {
            levels.iter().zip(rows).all(|(level, (_, counts))| most(counts, *level as usize))
        }
        _ => false,
    }
}
