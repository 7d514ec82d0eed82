//! "The Small Things": what it promises its author, counted and played.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use defensible::bundled;
use defensible::explore::habits::{Habit, try_habit};
use defensible::explore::marks::Mark;
use defensible::explore::reach;
use defensible::explore::reviewers::mean_reviewer;
use defensible::explore::survey::{Survey, survey};
use defensible::policy;
use defensible::review::panel::Panel;
use defensible::scenario::model::Scenario;
use defensible::scenario::raw::panel::Came;
use defensible::scenario::raw::{self, Answer, Ask, Salience};
use defensible::scenario::{check, parse};
use defensible::source::Source;

fn text(name: &str) -> &'static str {
    bundled::scenario("small-things").unwrap().file(name).unwrap()
}

fn at(variant: Option<&str>) -> Arc<Scenario> {
    let raw = parse::scenario(&Source::new("scenario.ron", text("scenario.ron"))).unwrap();
    let checked = check::scenario(raw, variant, &bundled::practice().unwrap(), &[]);
    assert_eq!(checked.findings, [], "not even advice");
    Arc::new(checked.scenario.unwrap())
}

fn panel() -> raw::Panel {
    parse::panel(&Source::new("panel.ron", text("panel.ron"))).unwrap()
}

fn abstains(review: &raw::panel::Review) -> bool {
    matches!(review.answer, Answer::Abstain(_))
}

#[test]
fn it_is_as_large_as_it_promises() {
    let scenario = at(None);
    let raw = scenario.raw();
    assert!(raw.arrivals.len() >= 60 && raw.responses.len() >= 40 && raw.decisions.len() >= 12);
    assert!(raw.endings.len() >= 6 && raw.secrets.len() >= 2 && raw.deadlines.len() >= 10);
    assert!(raw.decisions.iter().all(|decision| decision.situations.len() >= 2 && decision.teaching.is_some()));
    // Most of what comes in is routine, and nothing is loud.
    let routine = raw.arrivals.iter().filter(|arrival| arrival.salience == Salience::Low).count();
    assert!(routine * 5 > raw.arrivals.len() * 4, "{routine} of {}", raw.arrivals.len());
    assert!(raw.arrivals.iter().all(|arrival| arrival.salience != Salience::High));
}

/// No option stands out by its length: the longest is at most twice the shortest, and the panel's favourite is
/// the longest in no more than a third of the decisions, nor the first.
#[test]
fn no_answer_gives_itself_away() {
    let scenario = at(None);
    let panel = panel();
    let (mut longest, mut first, mut of) = (0, 0, 0);
    for decision in scenario.raw().decisions.iter().filter(|decision| decision.ask == Ask::ChooseOne) {
        let lengths: Vec<usize> = decision.options.iter().map(|option| option.label.chars().count()).collect();
        let (Some(least), Some(most)) = (lengths.iter().min(), lengths.iter().max()) else { continue };
        assert!(*most <= least * 5 / 2, "{}: {lengths:?}", decision.id);
        let mut votes: BTreeMap<&str, u32> = BTreeMap::new();
        let sheets = panel.sheets.iter().filter(|sheet| sheet.decision == decision.id);
        for review in sheets.flat_map(|sheet| &sheet.reviews) {
            if let Answer::Choose(option) = &review.answer {
                *votes.entry(option).or_default() += 1;
            }
        }
        let Some((favourite, _)) = votes.into_iter().max_by_key(|(_, votes)| *votes) else { continue };
        let place = decision.options.iter().position(|option| option.id == favourite).unwrap();
        of += 1;
        longest += u32::from(lengths[place] == *most);
        first += u32::from(place == 0);
    }
    assert!(longest * 3 <= of && first * 3 <= of, "longest {longest}, first {first}, of {of}");
}

#[test]
fn the_panel_answers_what_it_can_and_differs() {
    let scenario = at(None);
    let panel = panel();
    assert!(panel.reviewers.len() >= 12);
    assert!(panel.reviewers.iter().all(|reviewer| matches!(reviewer.came, Came::Drafted { .. })));
    let roles: BTreeSet<_> = panel.reviewers.iter().map(|reviewer| reviewer.role).collect();
    assert!(roles.len() >= 10, "{roles:?}");
    for decision in &scenario.raw().decisions {
        let sheets: Vec<_> = panel.sheets.iter().filter(|sheet| sheet.decision == decision.id).collect();
        assert_eq!(sheets.len(), decision.situations.len(), "{}", decision.id);
        let answered = |sheet: &&raw::panel::Sheet| sheet.reviews.iter().filter(|review| !abstains(review)).count();
        assert!(sheets.iter().all(|sheet| sheet.synthesis.is_some()), "{}", decision.id);
        assert!(sheets.iter().all(|sheet| answered(sheet) >= 5), "{}", decision.id);
        assert!(sheets.iter().any(|sheet| sheet.reviews.len() == panel.reviewers.len()), "{}", decision.id);
    }
    // No two reviewers answer alike wherever both do.
    for one in &panel.reviewers {
        for other in panel.reviewers.iter().filter(|other| other.id > one.id) {
            let find = |sheet: &raw::panel::Sheet, who: &str| {
                sheet
                    .reviews
                    .iter()
                    .find(|review| review.by == who && !abstains(review))
                    .map(|review| review.answer.clone())
            };
            let both = panel.sheets.iter().filter_map(|sheet| Some((find(sheet, &one.id)?, find(sheet, &other.id)?)));
            assert!(both.into_iter().any(|(a, b)| a != b), "{} and {}", one.id, other.id);
        }
    }
    // Reasons are nobody else's.
    let reasons: Vec<&str> =
        panel.sheets.iter().flat_map(|sheet| &sheet.reviews).map(|review| &*review.reason).collect();
    let different: BTreeSet<&str> = reasons.iter().copied().collect();
    assert_eq!(reasons.len(), different.len());
}

/// The story turns on it: a standard recall at four years, or for 56 days until level 2.
#[test]
fn the_type_of_recall_follows_the_date_and_the_level() {
    let practice = bundled::practice().unwrap();
    let said = |variant: Option<&str>, level: u8| {
        let scenario = at(variant);
        let raw = scenario.raw();
        let date = variant.map_or(&raw.policy_date, |_| &raw.variants[0].policy_date);
        let mut order = scenario.tables().cases[0].order;
        order.mappa_level = level;
        let mut rules = practice.policy.in_force("recall-type", date.parse().unwrap());
        let rule = rules.find(|rule| policy::matches(rule.only.as_ref(), order)).unwrap();
        let words: Vec<&str> = rule.text.split_whitespace().collect();
        format!("{date}, level {level}: {}", words.join(" "))
    };
    insta::assert_snapshot!(
        [said(None, 1), said(None, 2), said(Some("spring-2026"), 1), said(Some("spring-2026"), 2)].join("\n"),
        @r"
    2025-11-03, level 1: From 48 months up the older test stayed: no risk of serious harm when the fixed term ends.
    2025-11-03, level 2: From 48 months up the older test stayed: no risk of serious harm when the fixed term ends.
    2026-04-01, level 1: Fixed term, whatever the length of an adult's ordinary sentence. Sentences passed on the young, and a few special ones, have rules of their own that are not given here.
    2026-04-01, level 2: Standard, because of MAPPA level 2 or 3. The officer does not choose.
    "
    );
}

/// What random plays never come to, or break.
fn troubles(scenario: &Scenario, survey: &Survey, further: u32) -> Vec<String> {
    let never: Vec<Mark> = survey.never().collect();
    let found = reach::search(scenario, &never, 0, further);
    let found: BTreeSet<String> = found.iter().map(|found| format!("{:?}", found.mark)).collect();
    let lost = never
        .iter()
        .map(|mark| format!("{mark:?}"))
        .filter(|mark| !found.contains(mark))
        .map(|mark| format!("never {mark}"));
    lost.chain(survey.broken().map(|mark| format!("broken {mark:?}"))).collect()
}

#[test]
fn its_properties_hold_in_random_plays() {
    for variant in [None, Some("spring-2026")] {
        let scenario = at(variant);
        let survey = survey(&scenario, 0..400);
        assert_eq!(survey.broken().collect::<Vec<_>>(), [], "{variant:?}");
        assert!(survey.quiet_turns() < 0.5, "a week in which nothing comes");
        assert_eq!(survey.endings().map(|(_, plays)| plays).sum::<u32>(), 400);
    }
}

#[test]
#[ignore = "minutes long: .ci/run runs it in release"]
fn a_hundred_thousand_plays_of_the_small_things() {
    let scenario = at(None);
    let other = at(Some("spring-2026"));
    let survey = survey(&scenario, 0..100_000);
    let of_other = defensible::explore::survey::survey(&other, 0..10_000);
    println!("{:?}", survey.endings().collect::<Vec<_>>());
    let elsewhere: BTreeSet<String> = troubles(&other, &of_other, 1_000).into_iter().collect();
    let here = troubles(&scenario, &survey, 1_000);
    // What one date never comes to, the other does.
    assert_eq!(here.iter().filter(|trouble| elsewhere.contains(*trouble)).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(!here.iter().chain(&elsewhere).any(|trouble| trouble.starts_with("broken")));
    // The commonest ending has no harm in it.
    let (commonest, _) = survey.endings().max_by_key(|(_, plays)| *plays).unwrap();
    assert!(["it-passed", "it-passed-known", "seen-in-time"].contains(&&*scenario.ending(commonest).id));

    // No habit comes within 0.15 of the mean reviewer.
    let panel = Panel::new(panel(), &scenario);
    let mean = mean_reviewer(&scenario, &panel, &survey).run.unwrap();
    for habit in Habit::all(&scenario) {
        let earned = try_habit(&scenario, Some(&panel), habit, 0..1_000).runs.mean().unwrap();
        println!("{habit:?}: {earned:.3} beside {mean:.3}");
        assert!(mean - earned >= 0.15, "{habit:?}: {earned} beside {mean}");
    }
}
