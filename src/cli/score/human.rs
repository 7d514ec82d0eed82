//! Figures for a person: one plain sentence first, then who earned what, then the decisions, then the panel.

use std::io;

use crate::cli::play::Io;
use crate::cli::term::Term;
use crate::review::figures::mean;
use crate::review::figures::spread::Spread;
use crate::review::figures::standard::NoScale;
use crate::review::matrix::decisions::{Decision, NotScored};
use crate::review::matrix::habits::{Habit, WEAK};
use crate::review::matrix::items::{Found, Items};
use crate::review::matrix::{Figures, Tables};
use crate::text::Message;

/// Two digits behind the point.
pub fn two(figure: f64) -> String {
    // No sign in front of nought.
    let text = format!("{figure:.2}");
    if text == "-0.00" { "0.00".to_owned() } else { text }
}

/// The same, or a dash for none.
pub fn figure(figure: Option<f64>) -> String {
    figure.map_or_else(|| "-".to_owned(), two)
}

/// What a habit is called.
pub fn habit(tables: &Tables, habit: &Habit) -> Message {
    match habit {
        Habit::Random => Message::new("score-habit-random"),
        Habit::Middle => Message::new("score-habit-middle"),
        Habit::Always(step) => {
            let name = tables.steps.names.get(*step).cloned().unwrap_or_default();
            Message::new("score-habit-always").with("step", name)
        }
        Habit::MeanReviewer => Message::new("score-habit-reviewer"),
    }
}

/// The shape of a distribution in a word.
pub fn spread(spread: Spread) -> Message {
    Message::new(match spread {
        Spread::OneSided => "score-spread-one-sided",
        Spread::Good => "score-spread-good",
        Spread::Broad => "score-spread-broad",
        Spread::Uniform => "score-spread-uniform",
        Spread::Bimodal => "score-spread-bimodal",
    })
}

/// Writes down everything.
pub fn write(tables: &Tables, figures: &Figures, io: &mut Io<'_>) -> io::Result<()> {
    let mut term = Term::new(&mut *io.out, &mut *io.input, io.words, io.width, false);
    let title = Message::new("score-title")
        .with("people", tables.answers.people.len())
        .with("reviewers", tables.reviews.people.len())
        .with("decisions", tables.decisions.len());
    term.title(&title)?;
    term.say(&in_short(tables, figures))?;
    people(figures, &mut term)?;
    habits(tables, figures, &mut term)?;
    decisions(tables, figures, &mut term)?;
    panel(figures, &mut term)?;
    match &figures.items {
        Items::TooFew { complete, scored } => {
            term.title(&Message::new("score-items"))?;
            term.say(&Message::new("score-items-few").with("complete", *complete).with("scored", *scored))
        }
        Items::Found(found) => items(&tables.decisions, found, &mut term),
    }
}

/// The one sentence.
fn in_short(tables: &Tables, figures: &Figures) -> Message {
    let means: Vec<f64> = figures.people.iter().filter_map(|person| person.mean).collect();
    let earned = figures.habits.iter().filter_map(|tried| Some((tried, tried.mean?)));
    let fixed = earned.clone().filter(|(tried, _)| matches!(tried.habit, Habit::Always(_) | Habit::Middle));
    // The first of the best.
    let best = fixed.reduce(|best, one| if one.1 > best.1 { one } else { best });
    let (Some(mean), Some((tried, earns))) = (mean(&means), best) else {
        return Message::new("score-nothing-scored");
    };
    let reviewer = earned.clone().find(|(tried, _)| tried.habit == Habit::MeanReviewer).map(|(_, mean)| mean);
    Message::new("score-in-short")
        .with("mean", two(mean))
        .with("habit", habit(tables, &tried.habit))
        .with("earns", two(earns))
        .with("reviewer", figure(reviewer))
}

fn people(figures: &Figures, term: &mut Term<'_>) -> io::Result<()> {
    term.title(&Message::new("score-people"))?;
    term.tell("score-people-about")?;
    let all = figures.scored();
    let heads = ["score-head-score", "score-head-range", "score-head-scale", "score-head-scored", "score-head-who"];
    let [score, range, scale, scored, who] = heads.map(|key| term.words.say(&Message::new(key)));
    term.row_of(&[(&score, 6), (&range, 14), (&scale, 6), (&scored, 9)], &who)?;
    for person in &figures.people {
        let range = person.interval.map_or_else(
            || "-".to_owned(),
            |range| {
                let range = Message::new("score-interval").with("low", two(range.low)).with("high", two(range.high));
                term.words.say(&range)
            },
        );
        let place = person.standard.map_or_else(|| "-".to_owned(), |place| format!("{place:.0}"));
        let scored = Message::new("score-scored").with("n", person.scored).with("of", all);
        let scored = term.words.say(&scored);
        term.row_of(&[(&figure(person.mean), 6), (&range, 14), (&place, 6), (&scored, 9)], &person.name)?;
    }
    let why = match figures.scale {
        Ok(scale) => Message::new("score-scale")
            .with("n", scale.reviewers)
            .with("mean", two(scale.mean))
            .with("deviation", two(scale.deviation)),
        Err(NoScale::TooFew { reviewers }) => Message::new("score-scale-few").with("n", reviewers),
        Err(NoScale::NoSpread) => Message::new("score-scale-flat"),
    };
    term.gap()?;
    term.say(&why)
}

fn habits(tables: &Tables, figures: &Figures, term: &mut Term<'_>) -> io::Result<()> {
    term.title(&Message::new("score-habits"))?;
    for tried in &figures.habits {
        let name = habit(tables, &tried.habit);
        let line = match tried.wins.len() {
            0 => name,
            wins => Message::new("score-habit-wins").with("habit", name).with("n", wins).with("over", two(WEAK)),
        };
        term.labelled(&format!("  {:>5}  ", figure(tried.mean)), &term.words.say(&line))?;
    }
    Ok(())
}

fn decisions(tables: &Tables, figures: &Figures, term: &mut Term<'_>) -> io::Result<()> {
    term.title(&Message::new("score-decisions"))?;
    for decision in &figures.decisions {
        let line = Message::new("score-decision")
            .with("name", &decision.name)
            .with("votes", votes(tables, decision))
            .with("n", decision.n);
        term.indented(&term.words.say(&line), 2, 4)?;
        let about = term.words.say(&about(decision));
        term.indented(&about, 4, 4)?;
    }
    let weak: Vec<&Decision> = figures
        .decisions
        .iter()
        .enumerate()
        .filter(|(at, _)| figures.habits.iter().any(|tried| tried.wins.contains(at)))
        .map(|(_, decision)| decision)
        .collect();
    if let Some(names) = Message::listed(weak.iter().map(|decision| Message::verbatim(&decision.name)).collect()) {
        term.gap()?;
        term.say(&Message::new("score-weak").with("n", weak.len()).with("names", names).with("over", two(WEAK)))?;
    }
    Ok(())
}

/// "-1 (1), 0 (3), 1 (6)": only steps that somebody chose.
fn votes(tables: &Tables, decision: &Decision) -> String {
    let given = tables.steps.names.iter().zip(&decision.counts).filter(|(_, count)| **count > 0);
    given.map(|(name, count)| format!("{name} ({count})")).collect::<Vec<_>>().join(", ")
}

fn about(decision: &Decision) -> Message {
    let mut parts = Vec::new();
    parts.extend(decision.spread.map(spread));
    parts.extend(
        decision
            .modal_share
            .map(|share| Message::new("score-commonest").with("percent", format!("{:.0}", share * 100.0))),
    );
    parts.extend(decision.consensus.map(|consensus| Message::new("score-consensus").with("figure", two(consensus))));
    let scored = Message::new(match decision.not_scored {
        None => "score-is-scored",
        Some(NotScored::TooFew) => "score-too-few",
        Some(NotScored::ForDiscussion) => "score-for-discussion",
    });
    match Message::listed(parts) {
        Some(what) => Message::new("score-about").with("scored", scored).with("what", what),
        None => scored,
    }
}

fn panel(figures: &Figures, term: &mut Term<'_>) -> io::Result<()> {
    term.title(&Message::new("score-panel"))?;
    let metric = match figures.metric {
        crate::review::figures::agreement::Metric::Nominal => "score-alpha-options",
        _ => "score-alpha-ordered",
    };
    match figures.alpha {
        Some(alpha) => term.say(&Message::new(metric).with("alpha", two(alpha)))?,
        None => term.tell("score-alpha-none")?,
    }
    match figures.expected {
        Some(expected) => {
            let size = Message::new("score-size").with("n", figures.reviewers.len()).with("expected", two(expected));
            term.say(&size)
        }
        None => term.say(&Message::new("score-size-few").with("n", figures.reviewers.len())),
    }
}

/// The decisions as items of a test, by their names.
pub fn items(names: &[String], found: &Found, term: &mut Term<'_>) -> io::Result<()> {
    term.title(&Message::new("score-items"))?;
    match (found.alpha, found.interval) {
        (Some(alpha), Some(interval)) => {
            let message = Message::new("score-cronbach")
                .with("alpha", two(alpha))
                .with("low", two(interval.low))
                .with("high", two(interval.high));
            term.say(&message.with("n", found.complete).with("k", found.items.len()))?;
        }
        _ => term.tell("score-cronbach-none")?,
    }
    for (at, item) in &found.items {
        let name = names.get(*at).cloned().unwrap_or_default();
        let key = if item.is_flagged() { "score-item-flagged" } else { "score-item" };
        let line = Message::new(key)
            .with("name", name)
            .with("difficulty", two(item.difficulty))
            .with("rest", figure(item.item_rest))
            .with("apart", two(item.discrimination));
        term.indented(&term.words.say(&line), 2, 4)?;
    }
    term.gap()?;
    if found.items.iter().any(|(_, item)| item.is_flagged()) {
        term.tell("score-flagged-about")?;
    }
    term.tell("score-no-pass-mark")
}
