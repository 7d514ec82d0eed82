//! What was found out, for programs. The JSON has a version, and only ever gains fields.

use serde_json::{Value, json};

use crate::explore::habits::{Habit, Tried};
use crate::explore::marks::Mark;
use crate::explore::reach::Found;
use crate::review::tally::Counts;
use crate::scenario::ids::{EndingId, ItemId};
use crate::scenario::model::Scenario;
use crate::scenario::raw::Decision;

use super::gather::{Explored, Replayed, SPLIT, Weak};

/// The version of the JSON.
const VERSION: u32 = 1;

fn text(value: &Value) -> String {
    format!("{value:#}\n")
}

/// The kind of a mark, as programs tell it.
const fn kind(mark: Mark) -> &'static str {
    match mark {
        Mark::Came(_) => "arrival",
        Mark::Version(..) => "version",
        Mark::Read(ItemId::Arrival(_)) => "arrival-read",
        Mark::Read(ItemId::Document(_)) => "document-read",
        Mark::Done(_) => "response",
        Mark::Posed(_) => "decision",
        Mark::Situation(..) => "situation",
        Mark::Chose(..) => "option",
        Mark::Met(_) => "deadline-met",
        Mark::Missed(_) => "deadline-missed",
        Mark::Happened(..) => "chance",
        Mark::Drifted(_) => "drift",
        Mark::Leaked(_) => "secret",
        Mark::Ended(_) => "ending",
        Mark::Property(_) => "property",
        Mark::FloorBegan(_) => "floor-began",
        Mark::FloorBroken(_) => "floor-broken",
        Mark::RanAway => "ran-away",
        Mark::Stuck => "stuck",
    }
}

/// A habit, as programs tell it.
pub const fn habit(habit: Habit) -> &'static str {
    match habit {
        Habit::Kind(kind) => kind.name(),
        Habit::Longest => "longest",
        Habit::Middle => "middle",
        Habit::Random => "random",
    }
}

/// A mark with all that is known of it.
fn mark(explored: &Explored<'_>, mark: Mark) -> Value {
    let subject = explored.subject(mark);
    let spot = explored.spot(mark);
    json!({
        "kind": kind(mark),
        "id": subject.id,
        "title": subject.title,
        "plays": explored.survey.count(mark),
        "first_seed": explored.survey.first(mark),
        "ought": explored.survey.places().ought(mark),
        "must_not": explored.survey.places().must_not(mark),
        "file": spot.map(|spot| &spot.file),
        "line": spot.map(|spot| spot.line),
        "column": spot.map(|spot| spot.column),
    })
}

fn found(explored: &Explored<'_>, one: &Found) -> Value {
    let subject = explored.subject(one.mark);
    let path: Vec<Value> = one.path.iter().map(|(at, command)| json!({ "minute": at, "command": command })).collect();
    json!({ "kind": kind(one.mark), "id": subject.id, "seed": one.seed, "path": path })
}

fn named(explored: &Explored<'_>, one: Mark) -> Value {
    json!({ "kind": kind(one), "id": explored.subject(one).id })
}

fn tried(explored: &Explored<'_>, one: &Tried) -> Value {
    let scenario = explored.scenario;
    let symbols = &scenario.symbols().decisions;
    let decisions: Vec<Value> = symbols
        .iter()
        .zip(&one.by_decision)
        .map(|(spot, sum)| {
            let mean = sum.mean();
            json!({
                "decision": scenario.raw().decisions[spot.index()].id,
                "credit": mean,
                "times": sum.n,
                "weak": mean.is_some_and(|mean| one.habit.wins(mean)),
            })
        })
        .collect();
    let mean = explored.reviewers.as_ref().and_then(|reviewers| reviewers.run);
    json!({
        "habit": habit(one.habit),
        "plays": one.survey.plays,
        "credit": one.runs.mean(),
        "above_mean_reviewer": one.runs.mean().zip(mean).map(|(own, mean)| own - mean),
        "decisions": decisions,
        "endings": endings(scenario, one.survey.plays, one.survey.endings()),
    })
}

/// What habits earn.
pub fn earning(habits: &[(Habit, f64)]) -> Vec<Value> {
    habits.iter().map(|(of, credit)| json!({ "habit": habit(*of), "credit": credit })).collect()
}

fn weak(explored: &Explored<'_>, weak: &Weak) -> Value {
    let decision = Mark::Posed(weak.decision);
    let spot = explored.spot(decision);
    json!({
        "decision": explored.subject(decision).id,
        "habits": earning(&weak.habits),
        "file": spot.map(|spot| &spot.file),
        "line": spot.map(|spot| spot.line),
        "column": spot.map(|spot| spot.column),
    })
}

fn endings(scenario: &Scenario, plays: u32, counts: impl Iterator<Item = (EndingId, u32)>) -> Vec<Value> {
    let share = |count: u32| if plays == 0 { 0.0 } else { f64::from(count) / f64::from(plays) };
    counts
        .map(|(id, count)| {
            let ending = scenario.ending(id);
            json!({ "id": ending.id, "title": ending.title, "plays": count, "share": share(count) })
        })
        .collect()
}

/// Votes by the name of an option or a category.
pub fn counts(decision: &Decision, counts: &Counts) -> Value {
    let name = |at: usize| decision.options.get(at).map_or("", |option| option.id.as_str());
    let counts: serde_json::Map<String, Value> = match counts {
        Counts::Votes(votes) => {
            votes.iter().enumerate().map(|(at, count)| (name(at).to_owned(), json!(count))).collect()
        }
        Counts::Ranking(ranking) => {
            let ranks = ranking.options.iter().zip(&ranking.ranks);
            ranks.map(|(at, rank)| (name(*at).to_owned(), json!(rank))).collect()
        }
        Counts::Ratings(rows) => rows.iter().map(|(at, counts)| (name(*at).to_owned(), json!(counts))).collect(),
        Counts::Levels(rows) => rows.iter().map(|(risk, counts)| (risk.name().to_owned(), json!(counts))).collect(),
    };
    Value::Object(counts)
}

fn agreement(explored: &Explored<'_>) -> Vec<Value> {
    let row = |one: &super::gather::Agreement<'_>| {
        let decision = explored.scenario.decision(one.sheet.decision);
        let modal = one.tally.modal_share();
        json!({
            "decision": decision.id,
            "situation": decision.situations.get(one.sheet.situation).map(|situation| &situation.id),
            "n": one.tally.answered(),
            "abstained": one.tally.abstained,
            "counts": counts(decision, &one.tally.counts),
            "modal_share": modal,
            "splits": modal.is_some_and(|modal| modal < SPLIT),
        })
    };
    explored.agreement.iter().map(row).collect()
}

/// Everything.
pub fn explored(explored: &Explored<'_>) -> String {
    let survey = &explored.survey;
    let turns: Vec<Value> = survey
        .turns
        .iter()
        .zip(&explored.scenario.tables().calendar.turns)
        .map(|(turn, row)| {
            json!({
                "minutes": row.minutes,
                "plays": turn.plays,
                "mean_minutes_left": turn.mean_left(),
                "used_up_in": turn.short,
                "nothing_new_in": turn.quiet,
            })
        })
        .collect();
    let broken: Vec<Value> = explored
        .broken
        .iter()
        .map(|one| match &one.way {
            Some(way) => found(explored, way),
            None => json!({ "kind": kind(one.mark), "id": explored.subject(one.mark).id, "seed": one.seed }),
        })
        .collect();
    text(&json!({
        "version": VERSION,
        "scenario": explored.scenario.raw().id,
        "variant": explored.scenario.variant(),
        "plays": survey.plays,
        "looked": explored.looked,
        "endings": endings(explored.scenario, survey.plays, survey.endings()),
        "never": explored.never.iter().map(|one| named(explored, *one)).collect::<Vec<_>>(),
        "elsewhere": explored.elsewhere.iter().map(|(one, variant)| {
            json!({ "kind": kind(*one), "id": explored.subject(*one).id, "variant": variant })
        }).collect::<Vec<_>>(),
        "found_by_looking": explored.found.iter().map(|one| found(explored, one)).collect::<Vec<_>>(),
        "broken": broken,
        "rare": explored.rare().into_iter().map(|one| named(explored, one)).collect::<Vec<_>>(),
        "weak": explored.weak.iter().map(|one| weak(explored, one)).collect::<Vec<_>>(),
        "marks": survey.places().all().into_iter().map(|one| mark(explored, one)).collect::<Vec<_>>(),
        "quiet_turns": survey.quiet_turns(),
        "turns": turns,
        "agreement": agreement(explored),
        "mean_reviewer": explored.reviewers.as_ref().map(|reviewers| json!({
            "credit": reviewers.run,
            "reviewers": reviewers.reviewers,
            "decisions": reviewers.by_decision,
        })),
        "habits": explored.habits.iter().map(|one| tried(explored, one)).collect::<Vec<_>>(),
    }))
}

/// How a recorded run would have ended.
pub fn replayed(scenario: &Scenario, replayed: &Replayed) -> String {
    let own = replayed.own.and_then(|own| scenario.raw().endings.get(own.index()));
    let counts = (0..).map(EndingId).zip(replayed.endings.iter().copied());
    text(&json!({
        "version": VERSION,
        "scenario": scenario.raw().id,
        "plays": replayed.plays,
        "own": own.map(|ending| &ending.id),
        "endings": endings(scenario, replayed.plays, counts),
    }))
}
