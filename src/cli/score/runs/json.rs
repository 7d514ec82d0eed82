//! Figures for programs. The JSON has a version, and only ever gains fields.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::gather::{Gathered, WhyOut};
use crate::cli::explore::json::{counts, habit};
use crate::cli::score::json::{interval, items};
use crate::review::cohort::agreement::{Agreement, Figure};
use crate::review::cohort::groups::{Cell, Cells, FEWEST_PEOPLE, Grouped};
use crate::review::cohort::marked::Given;
use crate::review::cohort::questions::{Beside, DecisionRow, Question};
use crate::review::cohort::{Cohort, Entrant};
use crate::review::credit::{Credit, NotScored};
use crate::review::debrief::ThemeCredit;
use crate::review::figures::standard::NoScale;
use crate::review::score::{Lean, Score};
use crate::scenario::raw::Decision;
use crate::store::export::table;

/// The version of the JSON.
const VERSION: u32 = 1;

/// Why an answer has no credit, as programs are told.
pub const fn not_scored(why: NotScored) -> &'static str {
    match why {
        NotScored::NoPanel => "no-panel",
        NotScored::NoSheet => "no-sheet",
        NotScored::StaleWording => "stale-wording",
        NotScored::ShownOnly => "shown-only",
        NotScored::AllAbstained => "all-abstained",
        NotScored::TooFew { .. } => "too-few-reviewers",
        NotScored::NoOrder => "no-order",
        NotScored::DoesNotFit => "does-not-fit",
        NotScored::Trial => "trial",
    }
}

/// What stands at the head of either kind.
fn head(gathered: &Gathered, of: &str) -> Map<String, Value> {
    let scenario = gathered.editions.first().map(|edition| edition.scenario.raw());
    let left_out = gathered.left_out.iter().map(|one| {
        let why = match one.why {
            WhyOut::Unreadable => "unreadable",
            WhyOut::OtherScenario => "other-scenario",
            WhyOut::Trial => "trial",
            WhyOut::Review => "review",
            WhyOut::CannotPlay => "cannot-be-played-again",
        };
        json!({ "run": one.name, "why": why })
    });
    let panel = gathered.editions.first().filter(|_| !gathered.kept_panels).map(|edition| {
        let panel = edition.panel.as_ref();
        json!({
            "reviewers": panel.map_or(0, |panel| panel.reviewers().len()),
            "collected": panel.map_or(0, |panel| panel.reviewers().iter().filter(|one| one.is_collected()).count()),
        })
    });
    let mut head = Map::new();
    head.insert("version".to_owned(), json!(VERSION));
    head.insert("of".to_owned(), json!(of));
    head.insert("scenario".to_owned(), json!(scenario.map(|raw| &raw.id)));
    head.insert("against".to_owned(), json!(if gathered.kept_panels { "kept" } else { "scenario" }));
    head.insert("panel".to_owned(), json!(panel));
    head.insert("left_out".to_owned(), left_out.collect());
    head
}

fn text(value: Map<String, Value>) -> String {
    format!("{:#}\n", Value::Object(value))
}

/// Runs and what they come to together.
pub fn runs(gathered: &Gathered, cohort: &Cohort) -> String {
    let mut value = head(gathered, "runs");
    value.insert("runs".to_owned(), gathered.entrants.iter().map(run).collect());
    value.insert("cohort".to_owned(), together(gathered, cohort));
    text(value)
}

fn run(entrant: &Entrant) -> Value {
    let marked = &entrant.marked;
    let overall = &marked.overall;
    let score = overall.score.as_ref();
    json!({
        "run": entrant.name,
        "edition": marked.edition,
        "variant": marked.variant,
        "over": marked.over,
        "answered": overall.answered,
        "scored": overall.scored,
        "not_blind": overall.not_blind,
        "mean": overall.mean,
        "interval_95": interval(score.and_then(|score| score.interval)),
        "on_scale_80_5": score.map(|score| match score.on_scale {
            Ok(place) => json!(place),
            Err(NoScale::TooFew { .. }) => json!({ "refused": "too-few-reviewers" }),
            Err(NoScale::NoSpread) => json!({ "refused": "no-spread" }),
        }),
        "mean_reviewer": score.and_then(|score| score.reviewer),
        "habits": score.map(|score| &score.habits).into_iter().flatten().map(|(of, earns)| {
            json!({ "habit": habit(*of), "mean": earns })
        }).collect::<Vec<_>>(),
        "sure": score.and_then(sure),
        "lean": score.map(|score| &score.lean).into_iter().flatten().map(lean).collect::<Vec<_>>(),
        "themes": overall.themes.iter().map(theme).collect::<Vec<_>>(),
        "breaches": marked.breaches().collect::<Vec<_>>(),
        "decisions": marked.answers.iter().map(given).collect::<Vec<_>>(),
    })
}

fn sure(score: &Score) -> Option<Value> {
    score.sure.map(|sure| json!({ "answers": sure.decisions, "brier": sure.brier, "surer": sure.surer }))
}

fn lean(lean: &Lean) -> Value {
    json!({ "kind": lean.kind.name(), "runs": lean.yours, "panel": lean.panels })
}

fn theme(theme: &ThemeCredit) -> Value {
    json!({
        "theme": theme.theme.name(), "answered": theme.answered, "scored": theme.scored, "mean": theme.mean,
    })
}

fn given(given: &Given) -> Value {
    json!({
        "decision": given.decision,
        "situation": given.situation,
        "wording": given.wording,
        "answer": table::answer(&given.answer),
        "sure": given.sure,
        "credit": given.credit.score(),
        "not_scored": match given.credit {
            Credit::Scored(_) => None,
            Credit::NotScored(why) => Some(not_scored(why)),
        },
        "reviewers": given.reviewers,
        "modal_share": given.modal_share,
    })
}

fn together(gathered: &Gathered, cohort: &Cohort) -> Value {
    let whole = &cohort.whole;
    let names: Vec<String> = cohort.decisions.iter().map(|decision| decision.id.clone()).collect();
    let left = cohort.items.left.iter().filter_map(|at| names.get(*at)).collect::<Vec<_>>();
    json!({
        "runs": cohort.runs,
        "over": cohort.over,
        "answered": whole.answered,
        "scored": whole.scored,
        "n": whole.n,
        "mean": whole.mean,
        "deviation": whole.deviation,
        "mean_reviewer": whole.reviewer,
        "habits": whole.habits.iter().map(|(of, earns)| json!({ "habit": habit(*of), "mean": earns })).collect::<Vec<_>>(),
        "themes": whole.themes.iter().map(|theme| json!({
            "theme": theme.theme.name(), "answered": theme.answered, "scored": theme.scored,
            "n": theme.n, "mean": theme.mean,
        })).collect::<Vec<_>>(),
        "decisions": cohort.decisions.iter().map(|one| decision(gathered, one)).collect::<Vec<_>>(),
        "sure": whole.sure.as_ref().map(|sure| json!({
            "answers": sure.answers,
            "brier": sure.brier,
            "surer": sure.surer,
            "curve": sure.curve.iter().map(|stretch| json!({
                "from": stretch.from, "n": stretch.n, "sure": stretch.sure, "credit": stretch.credit,
            })).collect::<Vec<_>>(),
        })),
        "lean": whole.lean.iter().map(lean).collect::<Vec<_>>(),
        "floors": whole.floors.iter().map(|floor| json!({
            "floor": floor.id, "source": floor.source, "applied": floor.applied, "breached": floor.breached,
        })).collect::<Vec<_>>(),
        "items": items(&names, &cohort.items.items),
        "items_left": left,
    })
}

fn decision(gathered: &Gathered, row: &DecisionRow) -> Value {
    json!({
        "decision": row.id,
        "title": row.title,
        "answered": row.answered,
        "scored": row.scored,
        "mean": row.mean,
        "questions": row.questions.iter().map(|one| question(gathered, one)).collect::<Vec<_>>(),
    })
}

fn question(gathered: &Gathered, question: &Question) -> Value {
    let raw = question.raw(&gathered.editions);
    let tally = question.tally(&gathered.editions);
    let (scored, mean) = question.scored();
    let mut not: BTreeMap<&str, usize> = BTreeMap::new();
    for (why, n) in question.not_scored() {
        *not.entry(not_scored(why)).or_default() += n;
    }
    json!({
        "situation": question.situation,
        "wording": question.wording,
        "answered": question.given.len(),
        "misfits": tally.as_ref().map(|tally| tally.misfits),
        "counts": tally.as_ref().map(|tally| counts(raw, &tally.counts)),
        "scored": scored,
        "mean": mean,
        "not_scored": not,
        "panel": beside(raw, &question.panel),
    })
}

fn beside(decision: &Decision, panel: &Beside) -> Value {
    match panel {
        Beside::Nobody => json!({ "refused": "nobody" }),
        Beside::Few(n) => json!({ "refused": "too-few-reviewers", "n": n }),
        Beside::Differs => json!({ "refused": "panels-differ" }),
        Beside::Counted(tally) => json!({
            "n": tally.answered(),
            "abstained": tally.abstained,
            "counts": counts(decision, &tally.counts),
            "modal_share": tally.modal_share(),
        }),
    }
}

/// Groups beside each other: no row a run, and no total of what is left out.
pub fn groups(gathered: &Gathered, column: &str, grouped: &Grouped) -> String {
    let mut value = head(gathered, "groups");
    let groups = grouped.groups.iter().map(|group| {
        json!({
            "group": group.name,
            "people": group.people,
            "mean": figure(group.mean),
            "agreement": figure(group.agreement),
        })
    });
    value.insert("column".to_owned(), json!(column));
    value.insert("fewest_people".to_owned(), json!(FEWEST_PEOPLE));
    value.insert("groups".to_owned(), groups.collect());
    value.insert("small_groups".to_owned(), json!({ "groups": grouped.small, "people": grouped.in_small }));
    value.insert("without_group".to_owned(), json!(grouped.without));
    value.insert("agreement".to_owned(), agreement(grouped.overall));
    value.insert(
        "questions".to_owned(),
        grouped.questions.iter().map(|cells| of_cells(gathered, grouped, cells)).collect(),
    );
    text(value)
}

fn figure(figure: Option<Figure>) -> Value {
    figure.map_or(
        Value::Null,
        |figure| json!({ "figure": figure.value, "n": figure.n, "interval_95": interval(figure.interval) }),
    )
}

fn agreement(agreement: Agreement) -> Value {
    json!({
        "within": figure(agreement.within),
        "between": figure(agreement.between),
        "within_less_between": figure(agreement.apart),
    })
}

fn of_cells(gathered: &Gathered, grouped: &Grouped, cells: &Cells) -> Value {
    let raw = cells.raw(&gathered.editions);
    let cell = |cell: &Cell| {
        json!({
            "n": cell.tally.answered(), "counts": counts(raw, &cell.tally.counts), "scored": cell.scored,
            "mean": cell.mean,
        })
    };
    let by_group: Map<String, Value> = grouped
        .groups
        .iter()
        .zip(&cells.cells)
        .map(|(group, own)| (group.name.clone(), own.as_ref().map_or(Value::Null, cell)))
        .collect();
    json!({
        "decision": cells.decision,
        "situation": cells.situation,
        "wording": cells.wording,
        "groups": by_group,
        "together": cell(&cells.together),
        "panel": beside(raw, &cells.panel),
        "agreement": agreement(cells.agreement),
    })
}
