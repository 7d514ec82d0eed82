//! A command against the state: carried out, or refused by name.
//!
//! Everything that can refuse is asked before anything is done, so that a refused command leaves no trace.

use crate::scenario::calendar::Minute;
use crate::scenario::ids::{CaseId, DecisionId, ItemId, ResponseId};
use crate::scenario::model::Scenario;
use crate::scenario::tables::{Again, By, Cond};

use super::answer;
use super::command::{Citation, Command, Commitment, Committed, Filing};
use super::engine::{Engine, Stop, TELLING};
use super::event::{Full, What};
use super::filing;
use super::log::{Log, Silent};
use super::refusal::Refusal;
use super::rng::Luck;
use super::state::State;

/// The longest text that a trainee may write in one place, in characters.
pub const LONGEST_TEXT: usize = 20_000;

/// A sink that also takes what a trainee only writes: notes, citations, drafts, a look at the reviews. Whoever plays
/// a run again to look at its states has no need of them.
pub trait Sink: Log {
    /// Takes what was written at a minute.
    fn write(&mut self, at: Minute, what: What) {
        let _ = (at, what);
    }
}

impl Sink for Full<'_> {
    fn write(&mut self, at: Minute, what: What) {
        self.push(at, what);
    }
}

impl Sink for Silent {}

/// Carries out a command, or says why not.
///
/// # Errors
/// The refusal; nothing has happened then.
pub fn decide<L: Sink>(
    scenario: &Scenario,
    state: &mut State,
    luck: &mut Luck,
    log: &mut L,
    command: &Command,
) -> Result<Stop, Refusal> {
    if let Command::Reveal { decision } = command {
        ask_to_reveal(scenario, state, decision)?;
        log.write(state.clock, What::Revealed { decision: decision.clone() });
        return Ok(Stop::Reached);
    }
    let plan = Asked { scenario, state }.plan(command)?;
    state.steps = 0;
    let mut engine = Engine::new(scenario.tables(), state, luck, log);
    Ok(match plan {
        Plan::Write(what) => {
            let at = engine.state.clock;
            engine.log.write(at, what);
            Stop::Reached
        }
        Plan::Open(item, nth) => engine.open(item, nth),
        Plan::Do(response) => engine.act(response),
        Plan::Tell(item, who) => engine.tell(item, who),
        Plan::File { response, case, filed, filing } => engine.file(response, case, &filed, filing),
        Plan::Decide { decision, numbers, cites, committed } => engine.commit(
            decision,
            &Commitment {
                choices: &numbers.choices,
                taken: &numbers.taken,
                levels: &numbers.levels,
                cites: &cites,
                words: Some(committed),
            },
        ),
        Plan::GoOn => {
            let today = engine.waits_by(By::EndOfDay);
            engine.go_on(today)
        }
        Plan::GoOnUntil(until) => engine.go_on_until(until),
        Plan::EndDay => engine.end_day(),
        Plan::EndTurn => engine.end_turn(),
    })
}

/// Whether a command could be carried out, without doing it.
///
/// # Errors
/// The refusal.
pub fn ask(scenario: &Scenario, state: &State, command: &Command) -> Result<(), Refusal> {
    match command {
        Command::Reveal { decision } => ask_to_reveal(scenario, state, decision),
        command => Asked { scenario, state }.plan(command).map(|_| ()),
    }
}

fn ask_to_reveal(scenario: &Scenario, state: &State, name: &str) -> Result<(), Refusal> {
    let decision = scenario.decision_called(name).ok_or_else(|| Refusal::NotThere { name: name.to_owned() })?;
    if !state.has(scenario.tables().decisions[decision.index()].answered) {
        return Err(Refusal::NotAnswered { decision: name.to_owned() });
    }
    Ok(())
}

/// What will be done.
enum Plan<'c> {
    /// Only an event: no time passes.
    Write(What),
    Open(ItemId, u16),
    Do(ResponseId),
    Tell(ItemId, crate::scenario::ids::PersonId),
    File {
        response: ResponseId,
        case: Option<CaseId>,
        filed: super::engine::Filed,
        filing: &'c Filing,
    },
    Decide {
        decision: DecisionId,
        numbers: answer::Numbers,
        cites: Vec<u16>,
        committed: &'c Committed,
    },
    GoOn,
    GoOnUntil(Minute),
    EndDay,
    EndTurn,
}

/// Whether a response can be done now. The desk asks the same.
///
/// # Errors
/// Why not; [`Refusal::NotThere`] if it is not even shown.
pub fn response_open(scenario: &Scenario, state: &State, response: ResponseId) -> Result<(), Refusal> {
    Asked { scenario, state }.response(response)
}

/// The oldest unread occurrence of an item, or the one that is named.
///
/// # Errors
/// [`Refusal::NotThere`] if it has not come, [`Refusal::AlreadyOpen`] if it was read.
pub fn unread(scenario: &Scenario, state: &State, item: ItemId, nth: Option<u16>) -> Result<u16, Refusal> {
    let name = scenario.item_name(item);
    let not_there = || Refusal::NotThere { name: name.to_owned() };
    let already = || Refusal::AlreadyOpen { item: name.to_owned() };
    match item {
        ItemId::Document(id) => {
            let row = &scenario.tables().documents[id.index()];
            if !state.has(row.seen) || nth.unwrap_or(0) > 0 {
                return Err(not_there());
            }
            if state.has(row.opened) { Err(already()) } else { Ok(0) }
        }
        ItemId::Arrival(id) => {
            let row = &scenario.tables().arrivals[id.index()];
            let came = state.number(row.came).unsigned_abs().min(row.most);
            if came == 0 || nth.is_some_and(|nth| nth >= came) {
                return Err(not_there());
            }
            let is_open = |nth: u16| {
                state.has(crate::scenario::tables::Bit(row.opened_first.0 + if row.most > 1 { nth } else { 0 }))
            };
            match nth {
                Some(nth) if is_open(nth) => Err(already()),
                Some(nth) => Ok(nth),
                None => (0..came).find(|nth| !is_open(*nth)).ok_or_else(already),
            }
        }
    }
}

/// Whether an item has been read.
#[must_use]
pub fn is_read(scenario: &Scenario, state: &State, item: ItemId) -> bool {
    match item {
        ItemId::Document(id) => state.has(scenario.tables().documents[id.index()].opened),
        ItemId::Arrival(id) => state.has(scenario.tables().arrivals[id.index()].opened),
    }
}

/// A question about a state.
struct Asked<'a> {
    scenario: &'a Scenario,
    state: &'a State,
}

impl Asked<'_> {
    fn plan<'c>(&self, command: &'c Command) -> Result<Plan<'c>, Refusal> {
        if self.state.ended.is_some() {
            return Err(Refusal::Over);
        }
        match command {
            Command::Note { text } => {
                self.text(text)?;
                Ok(Plan::Write(What::Noted { text: text.clone() }))
            }
            Command::Cite(citation) => {
                self.citation(citation)?;
                Ok(Plan::Write(What::Cited(citation.clone())))
            }
            Command::KeepDraft { response, filing } => {
                let id = self.carrier(response)?;
                if self.scenario.tables().responses[id.index()].form.is_none() {
                    return Err(Refusal::CarriesNoForm { response: response.clone() });
                }
                Ok(Plan::Write(What::DraftKept { response: response.clone(), filing: filing.clone() }))
            }
            Command::DiscardDraft { response } => {
                self.carrier(response)?;
                Ok(Plan::Write(What::DraftDiscarded { response: response.clone() }))
            }
            Command::Open { item, nth } => {
                let id = self.item(item)?;
                let nth = unread(self.scenario, self.state, id, *nth)?;
                let minutes = match id {
                    ItemId::Arrival(id) => self.scenario.tables().arrivals[id.index()].minutes,
                    ItemId::Document(id) => self.scenario.tables().documents[id.index()].minutes,
                };
                let found_me = matches!(id, ItemId::Arrival(id) if self.state.interrupted_by == Some(id));
                self.time(minutes, found_me)?;
                Ok(Plan::Open(id, nth))
            }
            Command::Do { response } => {
                let id = self.carrier(response)?;
                self.response(id)?;
                if self.scenario.tables().responses[id.index()].form.is_some() {
                    return Err(Refusal::NeedsForm { response: response.clone() });
                }
                Ok(Plan::Do(id))
            }
            Command::Tell { item, who } => {
                let id = self.item(item)?;
                if !is_read(self.scenario, self.state, id) {
                    return Err(Refusal::NotThere { name: item.clone() });
                }
                let who = self
                    .scenario
                    .person_called(who)
                    .filter(|who| {
                        self.state.holds(self.scenario.tables(), self.scenario.tables().people_known[who.index()])
                    })
                    .ok_or_else(|| Refusal::NotThere { name: who.clone() })?;
                self.time(TELLING, false)?;
                Ok(Plan::Tell(id, who))
            }
            Command::File { response, case, filing } => self.file(response, case.as_deref(), filing),
            Command::Decide { decision, committed } => self.commit(decision, committed),
            Command::Reveal { decision } => Err(Refusal::NotAnswered { decision: decision.clone() }),
            Command::GoOn => {
                self.nothing_at_once()?;
                if self.state.work.hand == 0 && self.state.window == 0 && self.turn_is_over() {
                    return Err(self.day_or_turn_over());
                }
                Ok(Plan::GoOn)
            }
            Command::GoOnUntil { until } => {
                self.nothing_at_once()?;
                let calendar = &self.scenario.tables().calendar;
                let turn = calendar.turns.get(usize::from(self.state.turn));
                let inside = turn.is_some_and(|turn| self.state.clock <= *until && *until <= turn.closes);
                if !inside {
                    return Err(Refusal::NotThisTurn);
                }
                if let Some(decision) = self.first_waiting(By::EndOfDay)
                    && crate::scenario::calendar::Calendar::day(*until)
                        > crate::scenario::calendar::Calendar::day(self.state.clock)
                {
                    return Err(Refusal::AnswerFirst { decision });
                }
                Ok(Plan::GoOnUntil(*until))
            }
            Command::EndDay | Command::EndTurn => self.end(matches!(command, Command::EndTurn)),
        }
    }

    fn end<'c>(&self, turn: bool) -> Result<Plan<'c>, Refusal> {
        self.nothing_at_once()?;
        self.nothing_in_hand()?;
        if let Some(decision) = self.first_waiting(By::EndOfDay) {
            return Err(Refusal::AnswerFirst { decision });
        }
        let calendar = &self.scenario.tables().calendar;
        let last_day = calendar.turns.get(usize::from(self.state.turn)).is_none_or(|turn| {
            calendar.offices[usize::from(turn.first_office)..usize::from(turn.end_office)]
                .iter()
                .all(|office| office.opens <= self.state.clock)
        });
        if (turn || last_day)
            && let Some(decision) = self.first_waiting(By::EndOfTurn)
        {
            return Err(Refusal::AnswerFirst { decision });
        }
        Ok(if turn { Plan::EndTurn } else { Plan::EndDay })
    }

    fn turn_is_over(&self) -> bool {
        let calendar = &self.scenario.tables().calendar;
        calendar.turns.get(usize::from(self.state.turn)).is_none_or(|turn| self.state.clock >= turn.closes)
    }

    fn day_or_turn_over(&self) -> Refusal {
        let waiting = self.first_waiting(By::EndOfDay).or_else(|| self.first_waiting(By::EndOfTurn));
        waiting.map_or(Refusal::TurnOver, |decision| Refusal::AnswerFirst { decision })
    }

    /// The first decision by name that waits and must be answered by then.
    fn first_waiting(&self, by: By) -> Option<String> {
        if self.state.waiting == 0 {
            return None;
        }
        let rows = &self.scenario.tables().decisions;
        let at = rows.iter().position(|row| row.by == by && self.state.has(row.waits))?;
        #[expect(clippy::cast_possible_truncation, reason = "check refuses over 2,047 ids")]
        let id = DecisionId(at as u16);
        Some(self.scenario.decision(id).id.clone())
    }

    fn nothing_at_once(&self) -> Result<(), Refusal> {
        self.first_waiting(By::AtOnce).map_or(Ok(()), |decision| Err(Refusal::AnswerFirst { decision }))
    }

    fn nothing_in_hand(&self) -> Result<(), Refusal> {
        if self.state.work.hand == 0 { Ok(()) } else { Err(Refusal::InHand { left: self.state.work.owed }) }
    }

    fn item(&self, name: &str) -> Result<ItemId, Refusal> {
        let not_there = || Refusal::NotThere { name: name.to_owned() };
        let item = self.scenario.item_called(name).ok_or_else(not_there)?;
        let tables = self.scenario.tables();
        let seen = match item {
            ItemId::Arrival(id) => tables.arrivals[id.index()].seen,
            ItemId::Document(id) => tables.documents[id.index()].seen,
        };
        if self.state.has(seen) { Ok(item) } else { Err(not_there()) }
    }

    fn citation(&self, citation: &Citation) -> Result<u16, Refusal> {
        let item = self.item(&citation.item)?;
        if !is_read(self.scenario, self.state, item) {
            return Err(Refusal::NotThere { name: citation.item.clone() });
        }
        if let Some(passage) = &citation.passage {
            self.text(passage)?;
        }
        Ok(self.scenario.item_number(item))
    }

    fn text(&self, text: &str) -> Result<(), Refusal> {
        if text.trim().is_empty() {
            Err(Refusal::Empty)
        } else if text.chars().count() > LONGEST_TEXT {
            Err(Refusal::TooLong { most: LONGEST_TEXT })
        } else {
            Ok(())
        }
    }

    /// A response of that name which the trainee may know of.
    fn carrier(&self, name: &str) -> Result<ResponseId, Refusal> {
        let not_there = || Refusal::NotThere { name: name.to_owned() };
        let id = self.scenario.response_called(name).ok_or_else(not_there)?;
        match self.response(id) {
            Err(Refusal::NotThere { .. }) => Err(not_there()),
            _ => Ok(id),
        }
    }

    fn response(&self, id: ResponseId) -> Result<(), Refusal> {
        let tables = self.scenario.tables();
        let row = &tables.responses[id.index()];
        let name = || self.scenario.response_name(id).to_owned();
        let raw = self.scenario.response(id);
        if !self.state.holds(tables, row.known) {
            return Err(Refusal::NotThere { name: name() });
        }
        if row.again == Again::Once && self.state.has(row.done) {
            return Err(Refusal::AlreadyDone { response: name() });
        }
        if row.case.is_some_and(|case| !self.state.has(tables.cases[case.index()].allocated)) {
            return Err(Refusal::NotThere { name: name() });
        }
        if row.when != Cond::ALWAYS && !self.state.holds(tables, row.when) {
            return Err(match raw.and_then(|raw| raw.closed.clone()) {
                Some(why) => Refusal::Shut { response: name(), why: Some(why) },
                None => Refusal::NotThere { name: name() },
            });
        }
        if let Some(from) = self.state.again_from(row)
            && from > self.state.clock
        {
            return Err(Refusal::NotYetAgain { response: name(), from });
        }
        self.time(row.minutes, row.anytime)
    }

    /// Whether something of so many minutes can be begun now.
    fn time(&self, takes: i32, anytime: bool) -> Result<(), Refusal> {
        self.nothing_at_once()?;
        if self.state.window > 0 {
            return if !anytime {
                Err(Refusal::Closed)
            } else if takes > self.state.window {
                Err(Refusal::NotNow { takes, left: self.state.window })
            } else {
                Ok(())
            };
        }
        if self.state.work.hand != 0 && !anytime {
            return self.nothing_in_hand();
        }
        let Some(left) = self.state.minutes_left(self.scenario.tables()) else { return Err(Refusal::TurnOver) };
        if takes > left.given {
            return Err(Refusal::NoMinutes { takes, left: left.given });
        }
        let to_the_end = left.office + left.late;
        if takes > 0 && takes > to_the_end {
            return Err(if left.office == 0 && left.late == 0 {
                Refusal::TurnOver
            } else {
                Refusal::TooLate { takes, left: to_the_end }
            });
        }
        Ok(())
    }

    fn file<'c>(&self, name: &str, case: Option<&str>, filing: &'c Filing) -> Result<Plan<'c>, Refusal> {
        let response = self.carrier(name)?;
        self.response(response)?;
        let row = &self.scenario.tables().responses[response.index()];
        let Some(form) = row.form else { return Err(Refusal::CarriesNoForm { response: name.to_owned() }) };
        let allocated = |case: &CaseId| self.state.has(self.scenario.tables().cases[case.index()].allocated);
        let case = match (row.case, case) {
            (Some(own), None) => Some(own),
            (own, Some(case)) => {
                let named = self.scenario.case_called(case).filter(allocated);
                let named = named.ok_or_else(|| Refusal::NotThere { name: case.to_owned() })?;
                if own.is_some_and(|own| own != named) {
                    return Err(Refusal::NotThere { name: case.to_owned() });
                }
                Some(named)
            }
            (None, None) if row.everyday => return Err(Refusal::WhichCase { response: name.to_owned() }),
            (None, None) => None,
        };
        for citation in &filing.cites {
            self.citation(citation)?;
        }
        let form = self.scenario.form(form);
        let filed = filing::check(self.scenario, self.state, form, case, filing)
            .map_err(|problems| Refusal::FormProblems { response: name.to_owned(), problems })?;
        Ok(Plan::File { response, case, filed, filing })
    }

    fn commit<'c>(&self, name: &str, committed: &'c Committed) -> Result<Plan<'c>, Refusal> {
        let id = self.scenario.decision_called(name).ok_or_else(|| Refusal::NotThere { name: name.to_owned() })?;
        let tables = self.scenario.tables();
        let row = &tables.decisions[id.index()];
        if !self.state.has(row.waits) {
            return Err(Refusal::NotAsked { decision: name.to_owned() });
        }
        if row.by != By::AtOnce {
            self.nothing_at_once()?;
        }
        let open = self.state.open_options(tables, id);
        let numbers = answer::numbers(self.scenario, id, &committed.answer, open)
            .map_err(|problem| Refusal::AnswerDoesNotFit { decision: name.to_owned(), problem })?;
        if committed.reason.trim().is_empty() {
            return Err(Refusal::NoReason);
        }
        self.text(&committed.reason)?;
        if committed.sure.is_some_and(|sure| sure > 100) {
            return Err(Refusal::AnswerDoesNotFit {
                decision: name.to_owned(),
                problem: answer::AnswerProblem::SureOutOfRange,
            });
        }
        let mut cites = Vec::with_capacity(committed.cites.len());
        for citation in &committed.cites {
            cites.push(self.citation(citation)?);
        }
        Ok(Plan::Decide { decision: id, numbers, cites, committed })
    }
}
