//! `defensible panel stats`: what a panel is worth, for people or for programs.

use std::io;
use std::path::Path;

use serde_json::{Value, json};

use super::args::Stats;
use super::opened::opened;
use crate::cli::args::Format;
use crate::cli::play::Io;
use crate::cli::term::Term;
use crate::cli::votes::votes;
use crate::cli::{Exit, explore};
use crate::review::figures::interval;
use crate::review::figures::size::{ADVISED, expected_reliability};
use crate::review::figures::spread::Spread;
use crate::review::panel::Panel;
use crate::review::stats::{Advice, Measure, PanelStats, SheetStats};
use crate::scenario::model::Scenario;
use crate::scenario::raw::Decision;
use crate::text::{Message, words};

/// The version of the JSON.
const VERSION: u32 = 1;

/// Panels of these sizes are told of, beside the panel's own.
const SIZES: [usize; 3] = [10, 15, 20];

/// Looks at a panel. What was found goes to standard output.
pub fn run(args: &Stats, scenarios: Option<&Path>, mut io: Io<'_>) -> io::Result<Exit> {
    let (_, ready, raw) = match opened(&args.scenario, scenarios, &mut io)? {
        Ok(opened) => opened,
        Err(exit) => return Ok(exit),
    };
    let scenario = &*ready.scenario;
    let panel = Panel::new(raw, scenario);
    let stats = PanelStats::of(scenario, &panel, interval::SEED);
    match args.format {
        Format::Human => human(scenario, &panel, &stats, &mut io)?,
        Format::Json => writeln!(io.out, "{:#}", as_json(scenario, &panel, &stats))?,
    }
    let quiet = stats.sheets.iter().all(|sheet| sheet.advice.is_empty()) && panel.lost().is_empty();
    Ok(if quiet { Exit::Clean } else { Exit::Findings })
}

fn two(figure: f64) -> String {
    format!("{figure:.2}")
}

fn named<'d>(scenario: &'d Scenario, sheet: &SheetStats) -> (&'d Decision, &'d str) {
    let decision = scenario.decision(sheet.decision);
    (decision, decision.situations.get(sheet.situation).map_or("", |situation| situation.id.as_str()))
}

fn human(scenario: &Scenario, panel: &Panel, stats: &PanelStats, io: &mut Io<'_>) -> io::Result<()> {
    let mut term = Term::new(&mut *io.out, &mut *io.input, io.words, io.width, false);
    let title = Message::new("panel-title")
        .with("title", &scenario.raw().title)
        .with("n", stats.reviewers)
        .with("collected", stats.collected);
    term.title(&title)?;
    let to_do = stats.sheets.iter().filter(|sheet| !sheet.advice.is_empty()).count();
    term.say(&Message::new("panel-in-short").with("sheets", stats.sheets.len()).with("n", to_do))?;
    size(stats, &mut term)?;
    for sheet in &stats.sheets {
        sheet_of(scenario, sheet, &mut term)?;
    }
    for lost in panel.lost() {
        let message = Message::new("panel-lost").with("n", lost.reviews);
        term.gap()?;
        term.say(&message.with("decision", &lost.decision).with("situation", &lost.situation))?;
    }
    apart(panel, stats, &mut term)
}

fn size(stats: &PanelStats, term: &mut Term<'_>) -> io::Result<()> {
    let at = |n: usize| expected_reliability(n).map(|expected| (n, expected));
    let sizes = SIZES.into_iter().filter(|size| *size > stats.reviewers).filter_map(at);
    let more = sizes.map(|(n, expected)| Message::new("panel-size").with("n", n).with("expected", two(expected)));
    let more = Message::listed(more.collect());
    let message = match (expected_reliability(stats.reviewers), more) {
        (Some(expected), Some(more)) => {
            Message::new("panel-expected-more").with("expected", two(expected)).with("more", more)
        }
        (Some(expected), None) => Message::new("panel-expected").with("expected", two(expected)),
        (None, Some(more)) => Message::new("panel-unexpected").with("more", more),
        (None, None) => return Ok(()),
    };
    let message = message.with("n", stats.reviewers).with("from", *ADVISED.start()).with("to", *ADVISED.end());
    term.say(&message)
}

fn sheet_of(scenario: &Scenario, sheet: &SheetStats, term: &mut Term<'_>) -> io::Result<()> {
    let (decision, situation) = named(scenario, sheet);
    let key = if sheet.stale { "panel-sheet-stale" } else { "panel-sheet" };
    term.title(&Message::new(key).with("decision", &decision.id).with("situation", situation))?;
    if let Some(tally) = &sheet.tally {
        let line = Message::new("panel-votes")
            .with("n", tally.answered())
            .with("abstained", tally.abstained)
            .with("votes", votes(term.words, decision, &tally.counts));
        term.indented(&term.words.say(&line), 2, 4)?;
    }
    for (option, roles) in &sheet.by_role {
        let name = decision.options.get(*option).map_or("", |option| option.id.as_str());
        let roles =
            roles.iter().map(|(role, n)| Message::new("panel-role").with("role", words::role(*role)).with("n", *n));
        if let Some(roles) = Message::listed(roles.collect()) {
            let line = Message::new("panel-by-role").with("option", name).with("roles", roles);
            term.indented(&term.words.say(&line), 4, 6)?;
        }
    }
    if let Some(agreement) = sheet.agreement {
        let key = match agreement.measure {
            Measure::ModalShare => "panel-modal-share",
            Measure::Consensus => "panel-consensus",
            Measure::Displacement => "panel-displacement",
        };
        let mut line = Message::new(key).with("figure", two(agreement.figure));
        line = match agreement.interval {
            Some(interval) => line.with(
                "interval",
                Message::new("panel-interval").with("low", two(interval.low)).with("high", two(interval.high)),
            ),
            None => line.with("interval", ""),
        };
        term.indented(&term.words.say(&line), 2, 4)?;
    }
    for advice in &sheet.advice {
        let words = term.words.say(&say(decision, advice));
        term.labelled("  > ", &words)?;
    }
    Ok(())
}

/// What should be done, in words.
fn say(decision: &Decision, advice: &Advice) -> Message {
    match advice {
        Advice::Reconfirm { reviews } => Message::new("panel-advice-reconfirm").with("n", *reviews),
        Advice::CollectMore { n } => Message::new("panel-advice-more").with("n", *n),
        Advice::SaysLittle => Message::new("panel-advice-little"),
        Advice::HabitWins(habits) => match explore::human::earning(habits) {
            Some(habits) => Message::new("panel-advice-habit").with("habits", habits),
            None => Message::new("nothing"),
        },
        Advice::ShowOnly(spread) => Message::new(match spread {
            Spread::Bimodal => "panel-advice-camps",
            Spread::Uniform => "panel-advice-even",
            _ => "panel-advice-broad",
        }),
        Advice::Confusing { n, why } => Message::new("panel-advice-confusing").with("n", *n).with("why", why),
        Advice::Unrealistic { n, of } => Message::new("panel-advice-unreal").with("n", *n).with("of", *of),
        Advice::NobodyChose(option) => {
            let id = decision.options.get(*option).map_or("", |option| option.id.as_str());
            Message::new("panel-advice-nobody").with("option", id)
        }
    }
}

fn apart(panel: &Panel, stats: &PanelStats, term: &mut Term<'_>) -> io::Result<()> {
    if stats.apart.is_empty() {
        return Ok(());
    }
    term.title(&Message::new("panel-apart"))?;
    for one in &stats.apart {
        let Some(reviewer) = panel.reviewer(one.reviewer) else { continue };
        let key = if one.stays { "panel-apart-stays" } else { "panel-apart-one" };
        let line = Message::new(key)
            .with("id", &reviewer.id)
            .with("role", words::role(reviewer.role))
            .with("mean", two(one.mean))
            .with("below", format!("{:.1}", one.below));
        term.indented(&term.words.say(&line), 2, 4)?;
    }
    Ok(())
}

fn as_json(scenario: &Scenario, panel: &Panel, stats: &PanelStats) -> Value {
    let sheet = |sheet: &SheetStats| {
        let (decision, situation) = named(scenario, sheet);
        let option = |at: usize| decision.options.get(at).map_or("", |option| option.id.as_str());
        json!({
            "decision": decision.id,
            "situation": situation,
            "stale": sheet.stale,
            "n": sheet.tally.as_ref().map_or(0, |tally| tally.answered()),
            "abstained": sheet.tally.as_ref().map_or(0, |tally| tally.abstained),
            "counts": sheet.tally.as_ref().map(|tally| explore::json::counts(decision, &tally.counts)),
            "by_role": sheet.by_role.iter().map(|(at, roles)| {
                let roles: serde_json::Map<String, Value> =
                    roles.iter().map(|(role, n)| (role.name().to_owned(), json!(n))).collect();
                (option(*at).to_owned(), Value::Object(roles))
            }).collect::<serde_json::Map<String, Value>>(),
            "agreement": sheet.agreement.map(|agreement| json!({
                "measure": match agreement.measure {
                    Measure::ModalShare => "modal-share",
                    Measure::Consensus => "consensus",
                    Measure::Displacement => "displacement",
                },
                "figure": agreement.figure,
                "interval_95": agreement.interval.map(|interval| [interval.low, interval.high]),
            })),
            "spread": sheet.spread.map(Spread::name),
            "expected_reliability": sheet.expected,
            "advice": sheet.advice.iter().map(|advice| match advice {
                Advice::Reconfirm { reviews } => json!({ "do": "reconfirm", "reviews": reviews }),
                Advice::CollectMore { n } => json!({ "do": "collect-more", "n": n }),
                Advice::SaysLittle => json!({ "do": "says-little" }),
                Advice::HabitWins(habits) => json!({ "do": "habit-wins", "habits": explore::json::earning(habits) }),
                Advice::ShowOnly(shape) => json!({ "do": "show-only", "spread": shape.name() }),
                Advice::Confusing { n, why } => json!({ "do": "reword", "confusing": n, "why": why }),
                Advice::Unrealistic { n, of } => json!({ "do": "reword", "unrealistic": n, "of": of }),
                Advice::NobodyChose(at) => json!({ "do": "reword", "nobody_chose": option(*at) }),
            }).collect::<Vec<_>>(),
        })
    };
    let expected = |n: usize| json!({ "n": n, "expected_reliability": expected_reliability(n) });
    json!({
        "version": VERSION,
        "scenario": scenario.raw().id,
        "reviewers": stats.reviewers,
        "collected": stats.collected,
        "sizes": std::iter::once(stats.reviewers).chain(SIZES).map(expected).collect::<Vec<_>>(),
        "sheets": stats.sheets.iter().map(sheet).collect::<Vec<_>>(),
        "lost": panel.lost().iter().map(|lost| json!({
            "decision": lost.decision, "situation": lost.situation, "reviews": lost.reviews,
        })).collect::<Vec<_>>(),
        "apart": stats.apart.iter().map(|one| json!({
            "reviewer": panel.reviewer(one.reviewer).map(|reviewer| &reviewer.id),
            "mean": one.mean,
            "deviations_below": one.below,
            "stays": one.stays,
        })).collect::<Vec<_>>(),
    })
}
