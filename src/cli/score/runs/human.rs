//! Many runs for a person: one plain sentence first, then the runs, then what they are made of.

use std::io;

use super::gather::Gathered;
use crate::cli::play::Io;
use crate::cli::score::human::{figure, items, two};
use crate::cli::term::Term;
use crate::cli::votes::votes;
use crate::report::words as say;
use crate::review::cohort::questions::{Beside, Question};
use crate::review::cohort::whole::Whole;
use crate::review::cohort::{Cohort, Entrant};
use crate::review::debrief::Overall;
use crate::review::figures::standard::NoScale;
use crate::review::matrix::items::Items;
use crate::review::tally::{Counts, Tally};
use crate::scenario::model::folded;
use crate::scenario::raw::Decision;
use crate::text::{Message, words};

/// So many of the best habits are told of.
const BEST: usize = 4;

/// Writes down everything.
pub fn write(gathered: &Gathered, cohort: &Cohort, io: &mut Io<'_>) -> io::Result<()> {
    let mut term = Term::new(&mut *io.out, &mut *io.input, io.words, io.width, false);
    term.title(&Message::new("score-runs-title").with("title", title(gathered)).with("n", cohort.runs))?;
    term.say(&in_short(&cohort.whole))?;
    let of = Message::new("score-runs-over").with("over", cohort.over).with("n", cohort.runs);
    term.say(&of.with("scored", cohort.whole.scored).with("answered", cohort.whole.answered))?;
    term.say(&about_panel(gathered))?;
    runs(&gathered.entrants, &mut term)?;
    themes(&cohort.whole, &mut term)?;
    decisions(gathered, cohort, &mut term)?;
    habits(&cohort.whole, &mut term)?;
    sureness(&cohort.whole, &mut term)?;
    floors(&cohort.whole, &mut term)?;
    as_a_test(cohort, &mut term)
}

/// The title of the case.
pub fn title(gathered: &Gathered) -> String {
    gathered.editions.first().map_or_else(String::new, |edition| folded(&edition.scenario.raw().title))
}

/// What the runs are held against.
pub fn about_panel(gathered: &Gathered) -> Message {
    match gathered.editions.first().filter(|_| !gathered.kept_panels) {
        Some(edition) => {
            let reviewers = edition.panel.as_ref().map_or(0, |panel| panel.reviewers().len());
            Message::new("score-runs-panel").with("n", reviewers)
        }
        None => Message::new("score-runs-kept"),
    }
}

/// The one sentence.
fn in_short(whole: &Whole) -> Message {
    let (Some(mean), Some((habit, earns))) = (whole.mean, whole.habits.first()) else {
        return Message::new("score-runs-nothing");
    };
    Message::new("score-runs-in-short")
        .with("mean", two(mean))
        .with("n", whole.n)
        .with("deviation", figure(whole.deviation))
        .with("habit", say::habit(*habit))
        .with("earns", two(*earns))
        .with("reviewer", figure(whole.reviewer))
}

fn runs(entrants: &[Entrant], term: &mut Term<'_>) -> io::Result<()> {
    term.title(&Message::new("score-runs"))?;
    term.tell("score-runs-about")?;
    let heads = ["score-head-score", "score-head-range", "score-head-scale", "score-head-scored", "score-head-run"];
    let [score, range, scale, scored, who] = heads.map(|key| term.words.say(&Message::new(key)));
    term.row_of(&[(&score, 6), (&range, 14), (&scale, 6), (&scored, 9)], &who)?;
    for entrant in entrants {
        let overall = &entrant.marked.overall;
        let range = overall.score.as_ref().and_then(|score| score.interval).map_or_else(
            || "-".to_owned(),
            |range| {
                let range = Message::new("score-interval").with("low", two(range.low)).with("high", two(range.high));
                term.words.say(&range)
            },
        );
        let scored = Message::new("score-scored").with("n", overall.scored).with("of", overall.answered);
        let scored = term.words.say(&scored);
        let mut name = Message::verbatim(&entrant.name);
        if !entrant.marked.over {
            name = Message::new("score-run-unfinished").with("run", name);
        }
        let breaches = entrant.marked.breaches().count();
        if breaches > 0 {
            name = Message::new("score-run-breaches").with("run", name).with("n", breaches);
        }
        let name = term.words.say(&name);
        term.row_of(&[(&figure(overall.mean), 6), (&range, 14), (&place(overall), 6), (&scored, 9)], &name)?;
    }
    let few = |one: &Entrant| {
        let on_scale = one.marked.overall.score.as_ref().map(|score| score.on_scale);
        matches!(on_scale, Some(Err(NoScale::TooFew { .. } | NoScale::NoSpread)))
    };
    if entrants.iter().any(few) {
        term.gap()?;
        term.tell("score-runs-no-scale")?;
    }
    Ok(())
}

/// The place on the panel's own scale.
fn place(overall: &Overall) -> String {
    let place = overall.score.as_ref().and_then(|score| score.on_scale.ok());
    place.map_or_else(|| "-".to_owned(), |place| format!("{place:.0}"))
}

fn themes(whole: &Whole, term: &mut Term<'_>) -> io::Result<()> {
    if whole.themes.is_empty() {
        return Ok(());
    }
    term.title(&Message::new("score-themes"))?;
    for theme in &whole.themes {
        let line = Message::new("score-theme").with("theme", words::theme(theme.theme)).with("n", theme.n);
        let line = line.with("scored", theme.scored).with("answered", theme.answered);
        term.labelled(&format!("  {:>5}  ", figure(theme.mean)), &term.words.say(&line))?;
    }
    Ok(())
}

fn decisions(gathered: &Gathered, cohort: &Cohort, term: &mut Term<'_>) -> io::Result<()> {
    term.title(&Message::new("score-decisions"))?;
    for decision in &cohort.decisions {
        let key = if decision.answered == 0 { "score-decision-not-met" } else { "score-decision-met" };
        let line = Message::new(key)
            .with("title", say::title(decision.title.as_ref()))
            .with("decision", &decision.id)
            .with("answered", decision.answered)
            .with("scored", decision.scored)
            .with("mean", figure(decision.mean));
        term.gap()?;
        term.indented(&term.words.say(&line), 0, 2)?;
        for question in &decision.questions {
            of_question(gathered, question, term)?;
        }
    }
    Ok(())
}

fn of_question(gathered: &Gathered, question: &Question, term: &mut Term<'_>) -> io::Result<()> {
    let raw = question.raw(&gathered.editions);
    let (scored, mean) = question.scored();
    let key = if question.edition == 0 || gathered.kept_panels { "score-situation" } else { "score-situation-older" };
    let mut line = Message::new(key).with("situation", &question.situation).with("n", question.given.len());
    line = match mean {
        Some(mean) => {
            line.with("mean", Message::new("score-situation-mean").with("n", scored).with("mean", two(mean)))
        }
        None => line.with("mean", ""),
    };
    term.indented(&term.words.say(&line), 2, 4)?;
    for (why, n) in question.not_scored() {
        let line = Message::new("score-not-scored").with("why", say::not_scored(why)).with("n", n);
        term.indented(&term.words.say(&line), 4, 6)?;
    }
    let Some(tally) = question.tally(&gathered.editions) else { return Ok(()) };
    side_by_side(raw, &tally, &question.panel, term)?;
    if tally.misfits > 0 {
        term.indented(&term.words.say(&Message::new("score-misfits").with("n", tally.misfits)), 4, 6)?;
    }
    if let Some(message) = no_counts(&question.panel) {
        term.indented(&term.words.say(&message), 4, 6)?;
    }
    Ok(())
}

/// Why there are no counts of reviewers.
pub fn no_counts(panel: &Beside) -> Option<Message> {
    match panel {
        Beside::Counted(_) => None,
        Beside::Nobody => Some(Message::new("score-panel-nobody")),
        Beside::Few(n) => Some(Message::new("score-panel-few").with("n", *n)),
        Beside::Differs => Some(Message::new("score-panel-differs")),
    }
}

/// How runs answered beside reviewers: a row an option where options are chosen, else a line each.
fn side_by_side(decision: &Decision, tally: &Tally, panel: &Beside, term: &mut Term<'_>) -> io::Result<()> {
    let reviewers = if let Beside::Counted(reviewers) = panel { Some(reviewers) } else { None };
    if let Counts::Votes(own) = &tally.counts {
        let theirs = match reviewers.map(|reviewers| (&reviewers.counts, reviewers.answered())) {
            Some((Counts::Votes(votes), n)) => Some((votes, n)),
            _ => None,
        };
        let heads = ["score-column-runs", "score-column-panel", "score-column-answer"];
        let [runs, panel, answer] = heads.map(|key| term.words.say(&Message::new(key)));
        // Without reviewers, their column is left out.
        let columns = if theirs.is_some() { 3 } else { 2 };
        term.row_of(&[("", 4), (&runs, 10), (&panel, 12)][..columns], &answer)?;
        for (at, option) in decision.options.iter().enumerate() {
            let of = |n: u32, of: usize| {
                term.words.say(&Message::new("score-votes").with("n", n.to_string()).with("of", of.to_string()))
            };
            let given = of(own.get(at).copied().unwrap_or(0), tally.answered());
            let votes = theirs.map_or_else(String::new, |(votes, n)| of(votes.get(at).copied().unwrap_or(0), n));
            term.row_of(&[("", 4), (&given, 10), (&votes, 12)][..columns], &folded(&option.label))?;
        }
        return Ok(());
    }
    let line = |key: &'static str, tally: &Tally, term: &Term<'_>| {
        let said = votes(term.words, decision, &tally.counts);
        term.words.say(&Message::new(key).with("n", tally.answered()).with("votes", said))
    };
    term.indented(&line("score-counts-runs", tally, term), 4, 6)?;
    match reviewers {
        Some(reviewers) => term.indented(&line("score-counts-panel", reviewers, term), 4, 6),
        None => Ok(()),
    }
}

fn habits(whole: &Whole, term: &mut Term<'_>) -> io::Result<()> {
    if whole.habits.is_empty() {
        return Ok(());
    }
    term.title(&Message::new("score-habits"))?;
    term.tell("score-habits-about")?;
    for (habit, earns) in whole.habits.iter().take(BEST) {
        term.labelled(&format!("  {:>5}  ", two(*earns)), &term.words.say(&say::habit(*habit)))?;
    }
    let reviewer = term.words.say(&Message::new("score-habit-reviewer"));
    term.labelled(&format!("  {:>5}  ", figure(whole.reviewer)), &reviewer)?;
    let lean = whole.lean.iter().map(|lean| {
        Message::new("debrief-lean-kind")
            .with("kind", words::kind(lean.kind))
            .with("yours", format!("{:.0}", lean.yours * 100.0))
            .with("panels", format!("{:.0}", lean.panels * 100.0))
    });
    match Message::listed(lean.collect()) {
        Some(kinds) => {
            term.gap()?;
            term.say(&Message::new("score-lean").with("kinds", kinds))
        }
        None => Ok(()),
    }
}

fn sureness(whole: &Whole, term: &mut Term<'_>) -> io::Result<()> {
    let Some(sure) = &whole.sure else { return Ok(()) };
    term.title(&Message::new("score-sure"))?;
    let points = format!("{:.0}", sure.surer.abs() * 100.0);
    let key = match points.as_str() {
        "0" => "score-sure-even",
        _ if sure.surer > 0.0 => "score-sure-more",
        _ => "score-sure-less",
    };
    term.say(&Message::new(key).with("points", points).with("n", sure.answers).with("brier", two(sure.brier)))?;
    for stretch in &sure.curve {
        let line = Message::new("score-sure-stretch")
            .with("n", stretch.n)
            .with("sure", format!("{:.0}", stretch.sure * 100.0))
            .with("credit", two(stretch.credit));
        term.indented(&term.words.say(&line), 2, 4)?;
    }
    Ok(())
}

/// Floors by themselves: they are in no score.
fn floors(whole: &Whole, term: &mut Term<'_>) -> io::Result<()> {
    term.title(&Message::new("score-floors"))?;
    if whole.floors.iter().all(|floor| floor.breached == 0) {
        return term.tell("score-floors-kept");
    }
    term.tell("score-floors-about")?;
    for floor in whole.floors.iter().filter(|floor| floor.breached > 0) {
        let line = Message::new("score-floor").with("text", &floor.text).with("n", floor.breached);
        term.indented(&term.words.say(&line.with("applied", floor.applied)), 2, 4)?;
        let source = Message::new("debrief-floor-source").with("source", &floor.source);
        term.indented(&term.words.say(&source), 4, 4)?;
    }
    Ok(())
}

fn as_a_test(cohort: &Cohort, term: &mut Term<'_>) -> io::Result<()> {
    let names: Vec<String> = cohort.decisions.iter().map(|decision| decision.id.clone()).collect();
    match &cohort.items.items {
        Items::TooFew { complete, scored } => {
            term.title(&Message::new("score-items"))?;
            term.say(&Message::new("score-runs-items-few").with("complete", *complete).with("scored", *scored))?;
            term.tell("score-no-pass-mark")?;
        }
        Items::Found(found) => items(&names, found, term)?,
    }
    let left = cohort.items.left.iter().filter_map(|at| names.get(*at)).map(Message::verbatim).collect();
    match Message::listed(left) {
        Some(names) => term.say(&Message::new("score-items-left").with("names", names)),
        None => Ok(()),
    }
}
