//! Figures for spreadsheets and statistics: a row a run, its decisions as columns behind; or, of groups, a row a count.

use super::gather::Gathered;
use super::json::not_scored;
use crate::review::cohort::groups::Grouped;
use crate::review::cohort::questions::Beside;
use crate::review::cohort::{Cohort, Entrant};
use crate::review::credit::Credit;
use crate::review::tally::{Counts, Tally};
use crate::scenario::raw::{Decision, Level, Theme};
use crate::store::export::table::{self, cell};

/// Columns of a run before those of themes and decisions. They never change their names.
const RUN: [&str; 17] = [
    "run",
    "edition",
    "variant",
    "over",
    "answered",
    "scored",
    "mean",
    "low_95",
    "high_95",
    "on_scale_80_5",
    "mean_reviewer",
    "best_habit",
    "sure_answers",
    "brier",
    "surer",
    "not_blind",
    "breaches",
];

/// Columns of each decision, behind its id.
const DECISION: [&str; 6] = ["situation", "answer", "sure", "credit", "not_scored", "reviewers"];

/// Columns of a count.
const COUNT: [&str; 9] = ["decision", "situation", "wording", "who", "group", "n", "subject", "answer", "count"];

type Writer = csv::Writer<Vec<u8>>;

fn writer() -> Writer {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new())
}

fn text(writer: Writer) -> String {
    // Writing to memory, with as many cells in every row, can't fail.
    String::from_utf8_lossy(&writer.into_inner().unwrap_or_default()).into_owned()
}

fn number(figure: Option<f64>) -> String {
    figure.map_or_else(String::new, |figure| figure.to_string())
}

/// A row a run, by name.
pub fn runs(gathered: &Gathered, cohort: &Cohort) -> String {
    let mut writer = writer();
    let themes: Vec<Theme> = Theme::ALL
        .iter()
        .copied()
        .filter(|theme| cohort.decisions.iter().any(|decision| decision.themes.contains(theme)))
        .collect();
    let mut columns: Vec<String> = RUN.iter().map(ToString::to_string).collect();
    columns.extend(themes.iter().map(|theme| format!("theme.{}", theme.name())));
    for decision in &cohort.decisions {
        columns.extend(DECISION.iter().map(|part| format!("{}.{part}", decision.id)));
    }
    let _ = writer.write_record(&columns);
    for entrant in &gathered.entrants {
        let mut row = of_run(entrant);
        let overall = &entrant.marked.overall;
        row.extend(themes.iter().map(|theme| {
            number(overall.themes.iter().find(|credit| credit.theme == *theme).and_then(|credit| credit.mean))
        }));
        for decision in &cohort.decisions {
            row.extend(of_decision(entrant, &decision.id));
        }
        let _ = writer.write_record(&row);
    }
    text(writer)
}

fn of_run(entrant: &Entrant) -> Vec<String> {
    let marked = &entrant.marked;
    let overall = &marked.overall;
    let score = overall.score.as_ref();
    let range = score.and_then(|score| score.interval);
    let sure = score.and_then(|score| score.sure);
    let breaches: Vec<&str> = marked.breaches().map(String::as_str).collect();
    vec![
        cell(&entrant.name),
        marked.edition.to_string(),
        cell(marked.variant.as_deref().unwrap_or_default()),
        marked.over.to_string(),
        overall.answered.to_string(),
        overall.scored.to_string(),
        number(overall.mean),
        number(range.map(|range| range.low)),
        number(range.map(|range| range.high)),
        number(score.and_then(|score| score.on_scale.ok())),
        number(score.and_then(|score| score.reviewer)),
        number(score.and_then(|score| score.habits.first()).map(|(_, earns)| *earns)),
        sure.map_or_else(String::new, |sure| sure.decisions.to_string()),
        number(sure.map(|sure| sure.brier)),
        number(sure.map(|sure| sure.surer)),
        overall.not_blind.to_string(),
        cell(&breaches.join("; ")),
    ]
}

fn of_decision(entrant: &Entrant, decision: &str) -> [String; DECISION.len()] {
    let Some(given) = entrant.marked.given(decision) else { return Default::default() };
    [
        cell(&given.situation),
        cell(&table::answer(&given.answer)),
        given.sure.map_or_else(String::new, |sure| sure.to_string()),
        number(given.credit.score()),
        match given.credit {
            Credit::Scored(_) => String::new(),
            Credit::NotScored(why) => not_scored(why).to_owned(),
        },
        given.reviewers.to_string(),
    ]
}

/// A row a count: of each group, of all that are shown together, and of reviewers.
pub fn groups(gathered: &Gathered, grouped: &Grouped) -> String {
    let mut writer = writer();
    let _ = writer.write_record(COUNT);
    for cells in &grouped.questions {
        let raw = cells.raw(&gathered.editions);
        let mut put = |who: &str, group: &str, tally: &Tally| {
            for (subject, answer, count) in rows(raw, &tally.counts) {
                let _ = writer.write_record([
                    cell(&cells.decision),
                    cell(&cells.situation),
                    cells.wording.clone(),
                    who.to_owned(),
                    cell(group),
                    tally.answered().to_string(),
                    cell(&subject),
                    answer,
                    count.to_string(),
                ]);
            }
        };
        for (group, own) in grouped.groups.iter().zip(&cells.cells) {
            if let Some(own) = own {
                put("group", &group.name, &own.tally);
            }
        }
        put("groups", "", &cells.together.tally);
        if let Beside::Counted(tally) = &cells.panel {
            put("panel", "", tally);
        }
    }
    text(writer)
}

/// What was counted: what it was of, where there are several things, the answer, and how many gave it.
fn rows(decision: &Decision, counts: &Counts) -> Vec<(String, String, u32)> {
    let name = |at: usize| decision.options.get(at).map_or_else(String::new, |option| option.id.clone());
    match counts {
        Counts::Votes(votes) => {
            votes.iter().enumerate().map(|(at, count)| (String::new(), cell(&name(at)), *count)).collect()
        }
        // Of a ranking, who was put first.
        Counts::Ranking(ranking) => {
            let firsts = ranking.options.iter().zip(&ranking.firsts);
            firsts.map(|(option, count)| ("first".to_owned(), cell(&name(*option)), *count)).collect()
        }
        Counts::Ratings(rows) => {
            let steps = |(option, counts): &(usize, [u32; 5])| {
                let option = name(*option);
                let steps = (-2..=2).zip(*counts);
                steps.map(|(step, count): (i8, u32)| (option.clone(), step.to_string(), count)).collect::<Vec<_>>()
            };
            rows.iter().flat_map(steps).collect()
        }
        Counts::Levels(rows) => rows
            .iter()
            .flat_map(|(risk, counts)| {
                let levels = Level::ALL.iter().zip(*counts);
                levels.map(move |(level, count)| (risk.name().to_owned(), level.name().to_owned(), count))
            })
            .collect(),
    }
}
