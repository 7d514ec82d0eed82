//! What was found out, for a person: no line wider than the terminal, nothing told by colour or by a bar alone.

use std::io;

use crate::cli::play::Io;
use crate::cli::term::Term;
use crate::cli::votes::votes;
use crate::explore::habits::{Habit, WEAK};
use crate::explore::marks::Mark;
use crate::run::command::Command;
use crate::scenario::ids::{EndingId, FloorId, ItemId, PropertyId};
use crate::scenario::model::Scenario;
use crate::scenario::raw::{Answer, PropertyClaim};
use crate::text::{Catalogue, Message, when, words};

use super::gather::{Explored, Replayed, SPLIT};

/// Columns of the longest bar.
const BAR: usize = 20;

/// A share in per cent: one decimal, two where that would be nought.
pub fn share(count: u32, of: u32) -> String {
    let percent = if of == 0 { 0.0 } else { f64::from(count) * 100.0 / f64::from(of) };
    if count > 0 && percent < 0.1 { format!("{percent:.2}%") } else { format!("{percent:.1}%") }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share lies between 0 and 1")]
fn bar(count: u32, of: u32) -> String {
    let share = if of == 0 { 0.0 } else { f64::from(count) / f64::from(of) };
    let long = (share * BAR as f64).round() as usize;
    // What happened at all shows.
    "#".repeat(long.max(usize::from(count > 0)))
}

fn figure(figure: Option<f64>) -> String {
    figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.2}"))
}

/// The kind of a mark in words.
fn kind(mark: Mark) -> Message {
    Message::new(match mark {
        Mark::Came(_) => "explore-kind-arrival",
        Mark::Version(..) => "explore-kind-version",
        Mark::Read(ItemId::Arrival(_)) => "explore-kind-read",
        Mark::Read(ItemId::Document(_)) => "explore-kind-document",
        Mark::Done(_) => "explore-kind-response",
        Mark::Posed(_) => "explore-kind-decision",
        Mark::Situation(..) => "explore-kind-situation",
        Mark::Chose(..) => "explore-kind-option",
        Mark::Met(_) => "explore-kind-met",
        Mark::Missed(_) => "explore-kind-missed",
        Mark::Happened(..) => "explore-kind-chance",
        Mark::Drifted(_) => "explore-kind-drift",
        Mark::Leaked(_) => "explore-kind-secret",
        Mark::Ended(_) => "explore-kind-ending",
        Mark::Property(_) => "explore-kind-property",
        Mark::FloorBegan(_) | Mark::FloorBroken(_) => "explore-kind-floor",
        Mark::RanAway => "explore-ran-away",
        Mark::Stuck => "explore-stuck",
    })
}

/// Writes down everything.
pub fn explored(explored: &Explored<'_>, io: &mut Io<'_>) -> io::Result<()> {
    let mut term = Term::new(&mut *io.out, &mut *io.input, io.words, io.width, false);
    let plays = explored.survey.plays;
    let title = &explored.scenario.raw().title;
    term.title(&Message::new("explore-title").with("title", title).with("plays", plays))?;
    term.tell("explore-about")?;
    let counts: Vec<(EndingId, u32)> = explored.survey.endings().collect();
    endings(explored.scenario, &counts, plays, None, &mut term)?;
    Report { explored, words: io.words }.write(&mut term)
}

/// Writes down how a recorded run would have ended.
pub fn replayed(scenario: &Scenario, replayed: &Replayed, io: &mut Io<'_>) -> io::Result<()> {
    let mut term = Term::new(&mut *io.out, &mut *io.input, io.words, io.width, false);
    let title = &scenario.raw().title;
    term.title(&Message::new("explore-replayed").with("title", title).with("plays", replayed.plays))?;
    let ids = (0..).map(EndingId);
    let counts: Vec<(EndingId, u32)> = ids.zip(replayed.endings.iter().copied()).collect();
    endings(scenario, &counts, replayed.plays, replayed.own, &mut term)
}

fn endings(
    scenario: &Scenario,
    counts: &[(EndingId, u32)],
    plays: u32,
    own: Option<EndingId>,
    term: &mut Term<'_>,
) -> io::Result<()> {
    if counts.is_empty() {
        return Ok(());
    }
    term.title(&Message::new("explore-endings"))?;
    let mut sorted = counts.to_vec();
    sorted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for (id, count) in sorted {
        let ending = scenario.ending(id);
        let key = if own == Some(id) { "explore-named-own" } else { "explore-named" };
        let named = Message::new(key).with("id", &ending.id).with("title", &ending.title);
        let label = format!("{:>7}  {:<BAR$}  ", share(count, plays), bar(count, plays));
        let named = term.words.say(&named);
        term.labelled(&label, &named)?;
    }
    Ok(())
}

/// The rest of the report, one section after another.
struct Report<'e, 's> {
    explored: &'e Explored<'s>,
    words: &'e Catalogue,
}

impl Report<'_, '_> {
    fn write(&self, term: &mut Term<'_>) -> io::Result<()> {
        self.broken(term)?;
        self.properties(term)?;
        self.never(term)?;
        self.elsewhere(term)?;
        self.found(term)?;
        self.rare(term)?;
        self.weak(term)?;
        self.time(term)?;
        self.floors(term)?;
        self.agreement(term)?;
        self.habits(term)?;
        self.last(term)
    }

    /// "response "ring-ward" (Ring the ward)".
    fn named(&self, mark: Mark) -> Message {
        let subject = self.explored.subject(mark);
        let key = if subject.title.is_empty() { "explore-thing" } else { "explore-thing-titled" };
        let message = Message::new(key).with("kind", kind(mark)).with("id", subject.id);
        message.with("title", shortened(&subject.title))
    }

    /// A mark with its place, as `check` begins a finding.
    fn row(&self, term: &mut Term<'_>, mark: Mark, more: Option<&Message>) -> io::Result<()> {
        if let Some(spot) = self.explored.spot(mark) {
            term.indented(&format!("{}:{}:{}:", spot.file, spot.line, spot.column), 0, 2)?;
        }
        let named = self.words.say(&self.named(mark));
        match more {
            Some(more) => term.indented(&format!("{named}: {}", self.words.say(more)), 2, 4),
            None => term.indented(&named, 2, 4),
        }
    }

    fn broken(&self, term: &mut Term<'_>) -> io::Result<()> {
        let all = &self.explored.broken;
        for one in all.iter().filter(|one| matches!(one.mark, Mark::RanAway | Mark::Stuck)) {
            let count = self.explored.survey.count(one.mark);
            let message = Message::new("explore-gone-wrong").with("what", kind(one.mark)).with("plays", count);
            term.gap()?;
            term.say(&message.with("seed", one.seed.to_string()))?;
        }
        Ok(())
    }

    fn properties(&self, term: &mut Term<'_>) -> io::Result<()> {
        let explored = self.explored;
        let properties = &explored.scenario.raw().properties;
        if properties.is_empty() {
            return Ok(());
        }
        term.title(&Message::new("explore-properties"))?;
        for at in 0..properties.len() {
            let id = PropertyId(u16::try_from(at).unwrap_or(u16::MAX));
            let mark = Mark::Property(id);
            let count = explored.survey.count(mark);
            let sometimes = matches!(explored.scenario.property(id).claim, PropertyClaim::Sometimes(_));
            let found = explored.found.iter().find(|found| found.mark == mark);
            let broken = explored.broken.iter().find(|broken| broken.mark == mark);
            let so = match (sometimes, found, broken) {
                (true, Some(found), _) => Message::new("explore-shown-looking").with("seed", found.seed.to_string()),
                (true, None, _) if count == 0 => Message::new("explore-never-shown"),
                (true, ..) => Message::new("explore-shown")
                    .with("share", share(count, explored.survey.plays))
                    .with("seed", explored.survey.first(mark).unwrap_or(0).to_string()),
                (false, _, None) => Message::new("explore-held"),
                (false, _, Some(broken)) if broken.looked => {
                    Message::new("explore-broken-looking").with("seed", broken.seed.to_string())
                }
                (false, _, Some(broken)) => Message::new("explore-broken")
                    .with("share", share(count, explored.survey.plays))
                    .with("seed", broken.seed.to_string()),
            };
            let fails = broken.is_some() || explored.never.contains(&mark);
            let label = self.words.say(&Message::new(if fails { "explore-fails" } else { "explore-holds" }));
            let named = self.words.say(&self.named(mark));
            term.labelled(&format!("{label:<6}"), &format!("{named}: {}", self.words.say(&so)))?;
            if let Some(found) = broken.and_then(|broken| broken.way.as_ref()) {
                self.path(term, &found.path)?;
            }
        }
        Ok(())
    }

    fn never(&self, term: &mut Term<'_>) -> io::Result<()> {
        let never: Vec<Mark> =
            self.explored.never.iter().copied().filter(|mark| !matches!(mark, Mark::Property(_))).collect();
        if never.is_empty() {
            return Ok(());
        }
        term.title(&Message::new("explore-never"))?;
        term.say(&Message::new("explore-never-about").with("looked", self.explored.looked))?;
        never.into_iter().try_for_each(|mark| self.row(term, mark, None))
    }

    fn elsewhere(&self, term: &mut Term<'_>) -> io::Result<()> {
        if self.explored.elsewhere.is_empty() {
            return Ok(());
        }
        term.title(&Message::new("explore-elsewhere"))?;
        for (mark, variant) in &self.explored.elsewhere {
            let there = match variant {
                Some(variant) => Message::new("explore-in-variant").with("variant", variant),
                None => Message::new("explore-at-own-date"),
            };
            self.row(term, *mark, Some(&there))?;
        }
        Ok(())
    }

    fn found(&self, term: &mut Term<'_>) -> io::Result<()> {
        if self.explored.found.is_empty() {
            return Ok(());
        }
        term.title(&Message::new("explore-found"))?;
        for found in &self.explored.found {
            let seed = Message::new("explore-with-seed").with("seed", found.seed.to_string());
            self.row(term, found.mark, Some(&seed))?;
            self.path(term, &found.path)?;
        }
        Ok(())
    }

    fn path(&self, term: &mut Term<'_>, path: &[(i32, Command)]) -> io::Result<()> {
        let calendar = &self.explored.scenario.tables().calendar;
        for (at, command) in path {
            let step =
                Message::new("explore-step").with("at", when::moment(calendar, *at)).with("what", step(command));
            term.indented(&self.words.say(&step), 6, 8)?;
        }
        Ok(())
    }

    fn rare(&self, term: &mut Term<'_>) -> io::Result<()> {
        let rare = self.explored.rare();
        if rare.is_empty() {
            return Ok(());
        }
        term.title(&Message::new("explore-rare"))?;
        for mark in rare {
            let survey = &self.explored.survey;
            let times = Message::new("explore-times")
                .with("plays", survey.count(mark))
                .with("seed", survey.first(mark).unwrap_or(0).to_string());
            self.row(term, mark, Some(&times))?;
        }
        Ok(())
    }

    /// Decisions that a habit wins.
    fn weak(&self, term: &mut Term<'_>) -> io::Result<()> {
        if self.explored.weak.is_empty() {
            return Ok(());
        }
        term.title(&Message::new("explore-weak"))?;
        term.say(&Message::new("explore-weak-about").with("over", figure(Some(WEAK))))?;
        for weak in &self.explored.weak {
            self.row(term, Mark::Posed(weak.decision), earning(&weak.habits).as_ref())?;
        }
        Ok(())
    }

    fn time(&self, term: &mut Term<'_>) -> io::Result<()> {
        let survey = &self.explored.survey;
        term.title(&Message::new("explore-time"))?;
        term.say(&Message::new("explore-quiet").with("turns", format!("{:.1}", survey.quiet_turns())))?;
        let calendar = &self.explored.scenario.tables().calendar;
        for (turn, row) in survey.turns.iter().zip(&calendar.turns) {
            let Some(left) = turn.mean_left() else { continue };
            let message = Message::new("explore-turn")
                .with("begins", when::moment(calendar, row.opens))
                .with("left", format!("{left:.0}"))
                .with("of", row.minutes)
                .with("short", share(turn.short, turn.plays))
                .with("quiet", share(turn.quiet, turn.plays));
            term.indented(&self.words.say(&message), 2, 4)?;
        }
        Ok(())
    }

    fn floors(&self, term: &mut Term<'_>) -> io::Result<()> {
        let floors = &self.explored.scenario.raw().floors;
        if floors.is_empty() {
            return Ok(());
        }
        term.title(&Message::new("explore-floors"))?;
        for at in 0..floors.len() {
            let id = FloorId(u16::try_from(at).unwrap_or(u16::MAX));
            let (began, broken) = (Mark::FloorBegan(id), Mark::FloorBroken(id));
            let survey = &self.explored.survey;
            let named = self.words.say(&self.named(broken));
            let message = Message::new("explore-floor")
                .with("broken", share(survey.count(broken), survey.plays))
                .with("began", share(survey.count(began), survey.plays));
            term.indented(&format!("{named}: {}", self.words.say(&message)), 2, 4)?;
        }
        Ok(())
    }

    fn agreement(&self, term: &mut Term<'_>) -> io::Result<()> {
        if self.explored.agreement.is_empty() {
            return Ok(());
        }
        let scenario = self.explored.scenario;
        term.title(&Message::new("explore-agreement"))?;
        for one in &self.explored.agreement {
            let decision = scenario.decision(one.sheet.decision);
            let situation = decision.situations.get(one.sheet.situation).map_or("", |situation| &situation.id);
            let modal = one.tally.modal_share();
            let splits = modal.is_some_and(|modal| modal < SPLIT);
            let key = if splits { "explore-sheet-splits" } else { "explore-sheet" };
            let message = Message::new(key)
                .with("decision", &decision.id)
                .with("situation", situation)
                .with("n", one.tally.answered())
                .with("votes", votes(self.words, decision, &one.tally.counts))
                .with("share", figure(modal));
            term.indented(&self.words.say(&message), 2, 4)?;
        }
        Ok(())
    }

    fn habits(&self, term: &mut Term<'_>) -> io::Result<()> {
        let explored = self.explored;
        if explored.habits.is_empty() {
            return Ok(());
        }
        term.title(&Message::new("explore-habits"))?;
        let Some(reviewers) = &explored.reviewers else {
            return term.tell("explore-no-panel");
        };
        let mean = reviewers.run;
        term.say(&Message::new("explore-reviewer").with("credit", figure(mean)).with("n", reviewers.reviewers))?;
        for tried in &explored.habits {
            let own = tried.runs.mean();
            let difference =
                own.zip(mean).map_or_else(|| "-".to_owned(), |(own, mean)| format!("{:+.2}", own - mean));
            let message = Message::new("explore-habit")
                .with("habit", habit(tried.habit))
                .with("credit", figure(own))
                .with("difference", difference);
            term.indented(&self.words.say(&message), 2, 4)?;
        }
        Ok(())
    }

    fn last(&self, term: &mut Term<'_>) -> io::Result<()> {
        let explored = self.explored;
        term.gap()?;
        if explored.to_mend() {
            let failing = |mark: &Mark| matches!(mark, Mark::Property(_));
            let properties = explored.broken.iter().filter(|one| failing(&one.mark)).count()
                + explored.never.iter().filter(|mark| failing(mark)).count();
            let never = explored.never.iter().filter(|mark| !failing(mark)).count();
            term.say(&Message::new("explore-to-mend").with("properties", properties).with("never", never))?;
        } else {
            term.tell("explore-clean")?;
        }
        if let Some(mark) = explored.broken.first().map(|one| one.seed).or(explored.found.first().map(|one| one.seed))
        {
            let slug = &explored.scenario.raw().id;
            term.say(&Message::new("explore-seed").with("scenario", slug).with("seed", mark.to_string()))?;
        }
        Ok(())
    }
}

/// A title that fits a line.
fn shortened(title: &str) -> String {
    const MOST: usize = 60;
    if title.chars().count() <= MOST {
        return title.to_owned();
    }
    let cut: String = title.chars().take(MOST - 1).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{cut} \u{2026}")
}

/// What a habit is called.
pub fn habit(habit: Habit) -> Message {
    match habit {
        Habit::Kind(kind) => Message::new("explore-habit-kind").with("kind", words::kind(kind)),
        Habit::Longest => Message::new("explore-habit-longest"),
        Habit::Middle => Message::new("explore-habit-middle"),
        Habit::Random => Message::new("explore-habit-random"),
    }
}

/// What habits earn that win something: of the first few by name, of the others how many there are.
pub fn earning(habits: &[(Habit, f64)]) -> Option<Message> {
    const NAMED: usize = 3;
    let one = |(of, credit): &(Habit, f64)| {
        Message::new("explore-habit-earns").with("habit", habit(*of)).with("credit", figure(Some(*credit)))
    };
    let mut said: Vec<Message> = habits.iter().take(NAMED).map(one).collect();
    if let Some(more) = habits.len().checked_sub(NAMED).filter(|more| *more > 0) {
        said.push(Message::new("explore-habits-more").with("n", more).with("over", figure(Some(WEAK))));
    }
    Message::listed(said)
}

/// A step on the way to something.
fn step(command: &Command) -> Message {
    match command {
        Command::Open { item, .. } => Message::new("explore-step-open").with("id", item),
        Command::Do { response } => Message::new("explore-step-do").with("id", response),
        Command::File { response, .. } => Message::new("explore-step-file").with("id", response),
        Command::Tell { item, who } => Message::new("explore-step-tell").with("id", item).with("who", who),
        Command::Decide { decision, committed } => {
            let message = Message::new("explore-step-decide").with("id", decision);
            message.with("answer", answer(&committed.answer))
        }
        _ => Message::new("nothing"),
    }
}

fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Choose(name) => name.clone(),
        Answer::ChooseSome(names) => names.join(", "),
        Answer::Rank(names) => names.join(" > "),
        Answer::Rate(ratings) => {
            ratings.iter().map(|(name, rating)| format!("{name} {rating:+}")).collect::<Vec<_>>().join(", ")
        }
        Answer::Levels(levels) => levels
            .iter()
            .map(|(risk, level)| format!("{} {}", risk.name(), level.name()))
            .collect::<Vec<_>>()
            .join(", "),
        Answer::Abstain(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_bars_show_what_happened_at_all() {
        assert_eq!(
            (share(0, 1_000), share(1, 10_000), share(1, 1_000)),
            ("0.0%".into(), "0.01%".into(), "0.1%".into())
        );
        assert_eq!((share(1_000, 1_000), share(0, 0)), ("100.0%".into(), "0.0%".into()));
        assert_eq!((bar(0, 10), bar(1, 10_000), bar(5, 10)), (String::new(), "#".into(), "#".repeat(10)));
    }

    #[test]
    fn long_titles_are_cut_between_words() {
        assert_eq!(shortened("Ring the ward"), "Ring the ward");
        let cut = shortened(&"word ".repeat(30));
        assert!(cut.chars().count() <= 60 && cut.ends_with("word \u{2026}"), "{cut}");
    }
}
