use super::groups::Grouped;
use super::questions::Beside;
use super::*;
use crate::review::debrief::{Options, debrief};
use crate::review::matrix::items::Items;
use crate::review::sample::{self, at, choose, decide, finish, until};
use crate::review::tally::Counts;
use crate::run::Run;

fn edition(text: &str) -> Edition {
    let scenario = sample::scenario(text);
    // Reviews stand for the words of the sample itself.
    let panel = Panel::new(sample::raw_panel(&sample::sample()), &scenario);
    Edition { scenario, panel: Some(Arc::new(panel)) }
}

/// A run of the sample in which the first decision was answered so, and the others plainly.
fn entrant(editions: &[Edition], place: usize, name: &str, option: &str) -> Entrant {
    let edition = &editions[place];
    let mut run = Run::begin(Arc::clone(&edition.scenario), 5);
    until(&mut run, at(0, 1, 9, 0));
    decide(&mut run, "one", choose(option));
    finish(&mut run);
    let debrief = debrief(&run, edition.panel.as_deref(), Options { replays: 0, trial: false });
    Entrant { name: name.to_owned(), edition: place, marked: Marked::of(&debrief) }
}

fn votes(counts: &Counts) -> Vec<u32> {
    if let Counts::Votes(votes) = counts { votes.clone() } else { panic!("{counts:?}") }
}

#[test]
fn a_cohort_by_hand() {
    let editions = [edition(sample::SAMPLE)];
    let runs = ["ask", "write", "write"].map(|option| entrant(&editions, 0, option, option));
    let cohort = Cohort::of(&editions, &runs);
    assert_eq!((cohort.runs, cohort.over, cohort.whole.n), (3, 3, 3));
    let one = &cohort.decisions[0];
    // The panel: write 1, ask 4, wait 0. Asking earns 1, writing a quarter.
    assert_eq!((one.answered, one.scored, one.mean), (3, 3, Some(0.5)));
    let question = &one.questions[0];
    assert_eq!(votes(&question.tally(&editions).unwrap().counts), [2, 1, 0]);
    let Beside::Counted(panel) = &question.panel else { panic!("{:?}", question.panel) };
    assert_eq!(votes(&panel.counts), [1, 4, 0]);
    // Each run counts once: the mean of the runs' own means.
    let means: Vec<f64> = runs.iter().filter_map(|run| run.marked.overall.mean).collect();
    assert!((cohort.whole.mean.unwrap() - means.iter().sum::<f64>() / 3.0).abs() < 1e-12);
    // Everybody was sixty per cent sure: (0.6 - 1)^2 + 2 (0.6 - 0.25)^2 over three; "late" is not in the panel.
    let sure = cohort.whole.sure.as_ref().unwrap();
    assert_eq!(sure.answers, 3);
    assert!((sure.brier - (0.16 + 2.0 * 0.1225) / 3.0).abs() < 1e-12);
    assert_eq!(cohort.items.items, Items::TooFew { complete: 3, scored: 5 });
}

/// Options in another order are the same words; other words are another question, which nobody reviewed.
#[test]
fn editions_are_counted_together_where_the_words_are_the_same() {
    let write = "Option(id: \"write\", kind: Enforce, label: \"Write\"), ";
    let ask = "Option(id: \"ask\", kind: Explore, label: \"Ask\"),";
    let turned = sample::SAMPLE.replacen(&format!("{write}{ask}"), &format!("{ask} {write}"), 1);
    let reworded = sample::SAMPLE.replacen("label: \"Write\"", "label: \"Write to him\"", 1);
    assert!(turned != sample::SAMPLE && reworded != sample::SAMPLE);
    let editions = [edition(sample::SAMPLE), edition(&turned), edition(&reworded)];
    let runs = [(0, "write"), (1, "write"), (1, "ask"), (2, "write")];
    let runs = runs.map(|(place, option)| entrant(&editions, place, option, option));
    let cohort = Cohort::of(&editions, &runs);
    let one = &cohort.decisions[0];
    assert_eq!((one.answered, one.scored, one.questions.len()), (4, 3, 2));
    let [same, other] = &one.questions[..] else { panic!() };
    assert_eq!(votes(&same.tally(&editions).unwrap().counts), [2, 1, 0]);
    let Beside::Counted(panel) = &same.panel else { panic!("{:?}", same.panel) };
    assert_eq!(votes(&panel.counts), [1, 4, 0]);
    assert_eq!((other.given.len(), other.edition, &other.panel), (1, 2, &Beside::Nobody));
}

/// Two groups of five, one of four: what the four answered is in nothing that is shown.
#[test]
fn a_small_group_is_in_no_total() {
    let editions = [edition(sample::SAMPLE)];
    let answers = [("a", ["ask", "ask", "ask", "write", "write"]), ("b", ["write", "write", "write", "wait", "ask"])];
    let mut runs = Vec::new();
    let mut of = Vec::new();
    for (group, options) in answers {
        for option in options {
            runs.push(entrant(&editions, 0, "x", option));
            of.push(Some(group.to_owned()));
        }
    }
    for _ in 0..4 {
        runs.push(entrant(&editions, 0, "x", "wait"));
        of.push(Some("c".to_owned()));
    }
    runs.push(entrant(&editions, 0, "x", "wait"));
    of.push(None);
    let found = Grouped::of(&editions, &runs, &of, 7);
    let names: Vec<(&str, usize)> = found.groups.iter().map(|group| (group.name.as_str(), group.people)).collect();
    assert_eq!((names, found.small, found.in_small, found.without), (vec![("a", 5), ("b", 5)], 1, 4, 1));
    let one = &found.questions[0];
    let cells: Vec<Vec<u32>> = one.cells.iter().flatten().map(|cell| votes(&cell.tally.counts)).collect();
    assert_eq!(cells, [[2, 3, 0], [3, 1, 1]]);
    assert_eq!(votes(&one.together.tally.counts), [5, 4, 1]);
    // Pairs that are alike, of ten in each group: 1 + 3, and 3. Across: 2 x 3 + 3 x 1 of 25.
    assert!((one.agreement.within.unwrap().value - 7.0 / 20.0).abs() < 1e-12);
    assert!((one.agreement.between.unwrap().value - 9.0 / 25.0).abs() < 1e-12);
    // "late" is put to whoever waits: one of them has a group that is shown.
    assert!(found.questions.iter().all(|cells| cells.decision != "late"));
}

/// A cell of four is not shown, though its group is, and is in no total either.
#[test]
fn a_small_cell_is_in_no_total() {
    let editions = [edition(sample::SAMPLE)];
    let runs: Vec<Entrant> =
        (0..10).map(|at| entrant(&editions, 0, "x", if at < 9 { "wait" } else { "ask" })).collect();
    let of: Vec<Option<String>> = (0..10).map(|at| Some(if at < 5 { "a" } else { "b" }.to_owned())).collect();
    let found = Grouped::of(&editions, &runs, &of, 7);
    let late = found.questions.iter().find(|cells| cells.decision == "late").unwrap();
    assert!(late.cells[0].is_some() && late.cells[1].is_none());
    assert_eq!(late.together.tally.answered(), 5);
    assert_eq!(late.agreement.between, None);
}
