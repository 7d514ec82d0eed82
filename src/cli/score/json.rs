//! Figures for programs. The JSON has a version, and only ever gains fields.

use serde_json::{Value, json};

use crate::review::figures::agreement::Metric;
use crate::review::figures::interval::Interval;
use crate::review::figures::spread::Spread;
use crate::review::figures::standard::NoScale;
use crate::review::matrix::decisions::{Decision, NotScored};
use crate::review::matrix::habits::Habit;
use crate::review::matrix::items::Items;
use crate::review::matrix::people::Person;
use crate::review::matrix::{Figures, Tables};

/// The version of the JSON.
const VERSION: u32 = 1;

/// Everything, as text.
pub fn text(tables: &Tables, figures: &Figures) -> String {
    let value = json!({
        "version": VERSION,
        "scale": { "steps": tables.steps.names, "ordered": tables.steps.ordered },
        "scored": figures.scored(),
        "decisions": figures.decisions.iter().map(|one| decision(tables, one)).collect::<Vec<_>>(),
        "panel": {
            "reviewers": figures.reviewers.iter().map(person).collect::<Vec<_>>(),
            "alpha": figures.alpha,
            "metric": match figures.metric {
                Metric::Nominal => "nominal",
                Metric::Ordinal => "ordinal",
                Metric::Interval => "interval",
                Metric::Ratio => "ratio",
            },
            "expected_reliability": figures.expected,
            "scale_80_5": match figures.scale {
                Ok(scale) => json!({ "mean": scale.mean, "deviation": scale.deviation, "n": scale.reviewers }),
                Err(NoScale::TooFew { .. }) => json!({ "refused": "too-few-reviewers" }),
                Err(NoScale::NoSpread) => json!({ "refused": "no-spread" }),
            },
        },
        "people": figures.people.iter().map(person).collect::<Vec<_>>(),
        "habits": figures.habits.iter().map(|tried| json!({
            "habit": match &tried.habit {
                Habit::Random => "random".to_owned(),
                Habit::Middle => "middle".to_owned(),
                Habit::Always(step) => format!("always:{}", name(&tables.steps.names, *step)),
                Habit::MeanReviewer => "mean-reviewer".to_owned(),
            },
            "mean": tried.mean,
            "wins": tried.wins.iter().map(|at| name(&tables.decisions, *at)).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "items": items(&tables.decisions, &figures.items),
    });
    format!("{value:#}\n")
}

fn name(names: &[String], at: usize) -> &str {
    names.get(at).map_or("", String::as_str)
}

/// Both ends, or nothing.
pub fn interval(interval: Option<Interval>) -> Value {
    interval.map_or(Value::Null, |interval| json!([interval.low, interval.high]))
}

fn decision(tables: &Tables, decision: &Decision) -> Value {
    json!({
        "decision": decision.name,
        "n": decision.n,
        "counts": decision.counts,
        "modes": decision.modes.iter().map(|at| name(&tables.steps.names, *at)).collect::<Vec<_>>(),
        "modal_share": decision.modal_share,
        "consensus": decision.consensus,
        "spread": decision.spread.map(Spread::name),
        "scored": decision.is_scored(),
        "not_scored": decision.not_scored.map(|why| match why {
            NotScored::TooFew => "too-few-reviewers",
            NotScored::ForDiscussion => "for-discussion",
        }),
    })
}

fn person(person: &Person) -> Value {
    json!({
        "name": person.name,
        "scored": person.scored,
        "mean": person.mean,
        "interval_95": interval(person.interval),
        "on_scale_80_5": person.standard,
        "single_best": person.beside.single_best,
        "distance_to_mode": person.beside.distance_to_mode,
        "distance_to_mean": person.beside.distance_to_mean,
        "aggregate_with_penalty": person.beside.with_penalty,
    })
}

/// The decisions as items of a test, by their names.
pub fn items(names: &[String], items: &Items) -> Value {
    match items {
        Items::TooFew { complete, scored } => {
            json!({ "refused": "too-few", "complete": complete, "scored": scored })
        }
        Items::Found(found) => json!({
            "complete": found.complete,
            "cronbach_alpha": found.alpha,
            "cronbach_alpha_95": interval(found.interval),
            "items": found.items.iter().map(|(at, item)| json!({
                "decision": name(names, *at),
                "difficulty": item.difficulty,
                "item_rest": item.item_rest,
                "discrimination": item.discrimination,
                "flagged": item.is_flagged(),
            })).collect::<Vec<_>>(),
        }),
    }
}
