//! The pictures of a case, as the text that stands beside them: chronology, people, plan, risk over time; and the
//! library's filters and past runs.

use std::sync::Arc;

use defensible::bundled;
use defensible::desk;
use defensible::desk::cited_text::{Piece, cited_text};
use defensible::desk::ecomap::{Ecomap, EcomapPerson, FactKey, ecomap};
use defensible::desk::library::{Card, Filter, Length, card, library};
use defensible::desk::past_runs::{Attempt, PastRun, past_run};
use defensible::desk::plan::{PlanPlace, PlanView, plan};
use defensible::desk::risk_over_time::{RiskOverTime, risk_over_time};
use defensible::desk::timeline::{Flag, Opens, Shape, Timeline, timeline};
use defensible::review::panel::Panel;
use defensible::run::Run;
use defensible::run::command::{Citation, Command, Filing};
use defensible::run::replay;
use defensible::scenario::model::Scenario;
use defensible::scenario::parse;
use defensible::scenario::raw::plan::Step;
use defensible::scenario::raw::{self, Entries, Moment, Place, Plan, Theme, Value, WeekAt};
use defensible::source::Source;
use defensible::text::{Catalogue, Message};

use crate::engine::scenario;

fn bundled_scenario(name: &str) -> Arc<Scenario> {
    scenario("scenario.ron", bundled::scenario(name).unwrap().file("scenario.ron").unwrap())
}

fn raw_panel(name: &str) -> raw::Panel {
    parse::panel(&Source::new("panel.ron", bundled::scenario(name).unwrap().file("panel.ron").unwrap())).unwrap()
}

/// A plan of a scenario without what it expects, which is others' business.
fn steps(scenario: &str, plan: &str) -> Plan {
    let name = format!("{plan}.plan.ron");
    let mut plan: Plan =
        parse::plan(&Source::new(&name, bundled::scenario(scenario).unwrap().file(&name).unwrap())).unwrap();
    plan.steps.retain(|step| !matches!(step, Step::Expect(_)));
    plan
}

fn played(scenario: &str, plan: &str) -> Run {
    let plan = steps(scenario, plan);
    defensible::run::plan::play(bundled_scenario(scenario), &plan, plan.seed).run
}

/// The small things, well played up to the Wednesday of a week.
fn small_things(week: i16) -> Run {
    let mut plan = steps("small-things", "good");
    let beyond = |step: &Step| matches!(step, Step::Until(Moment::Week(WeekAt { week: to, .. })) if *to > week);
    let end = plan.steps.iter().position(beyond).unwrap();
    plan.steps.truncate(end);
    // The week is left open.
    while matches!(plan.steps.last(), Some(Step::EndTurn)) {
        plan.steps.pop();
    }
    defensible::run::plan::play(bundled_scenario("small-things"), &plan, plan.seed).run
}

fn two_folders() -> Run {
    Run::begin(scenario("two-folders", include_str!("../suite/desk/two-folders.scenario.ron")), 7)
}

fn open(item: &str) -> Command {
    Command::Open { item: item.into(), nth: None }
}

fn act(response: &str) -> Command {
    Command::Do { response: response.into() }
}

fn all(run: &mut Run, commands: impl IntoIterator<Item = Command>) {
    for command in commands {
        run.command(&command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal}"));
    }
}

/// Words, that have to be there.
fn say(message: &Message) -> String {
    let text = Catalogue::english().say(message);
    assert!(!text.contains(['<', '>', '{', '}']) && !text.trim().is_empty(), "{text}: {message:?}");
    text
}

fn say_some(message: Option<&Message>) -> String {
    message.map_or_else(|| "-".to_owned(), say)
}

fn letters(of: &[bool]) -> String {
    of.iter().zip('a'..).map(|(holds, letter)| if *holds { letter } else { '-' }).collect()
}

fn drawn_person(person: &EcomapPerson) -> String {
    let mut out = format!(
        "{} {} | {} | {:?}, {} | {}\n     knows {} ({}), last {}; not told {:?}\n",
        person.place.map_or_else(|| " -".to_owned(), |place| format!("{place:2}")),
        person.who.name,
        say(&person.part),
        person.line,
        if person.contact { "solid" } else { "dashed" },
        say(&person.line_words),
        letters(&person.knows),
        say(&person.knows_words),
        say(&person.last_words),
        person.not_told,
    );
    if let Some(heard) = &person.last_heard {
        out.push_str(&format!("     heard: {}\n", heard.title));
    }
    for asked in &person.asked {
        let answer = asked.answered.as_ref().map(|at| say(&at.words));
        out.push_str(&format!("     asked {}: {}; answer {answer:?}\n", say(&asked.at.words), asked.label));
    }
    for (item, at) in &person.told {
        out.push_str(&format!("     told {}: {}\n", say(&at.words), item.title));
    }
    for (name, rows) in [("ask", &person.ask), ("tell", &person.tell)] {
        let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        if !ids.is_empty() {
            out.push_str(&format!("     {name}: {}\n", ids.join(", ")));
        }
    }
    out
}

fn drawn_ecomap(map: &Ecomap) -> String {
    let mut out = format!("{}\n{}\n", say(&map.heading), say(&map.name));
    for fact in &map.facts {
        out.push_str(&format!(
            "  {} {} (from {}; {}) {:?}\n",
            fact.letter,
            fact.item.title,
            say_some(fact.item.from.as_ref()),
            fact.item.at.as_ref().map_or_else(String::new, |at| say(&at.words)),
            fact.cited
        ));
    }
    out.push_str(&format!("no facts: {}\n", say_some(map.no_facts.as_ref())));
    out.push_str(&format!("can choose: {}\n", map.can_choose.len()));
    out.push_str(&format!(
        "middle: {} | {} {}\n",
        map.middle.who.name,
        letters(&map.middle.raised),
        say(&map.middle.words)
    ));
    map.placed.iter().for_each(|person| out.push_str(&drawn_person(person)));
    out.push_str(&format!("more: {}\n", say_some(map.more_words.as_ref())));
    map.more.iter().for_each(|person| out.push_str(&drawn_person(person)));
    let legend: Vec<String> = map.legend.iter().map(|(line, words)| format!("{line:?} {}", say(words))).collect();
    out.push_str(&format!("legend: {}\n", legend.join("; ")));
    out.push_str(&format!("cannot tell: {}\n", say_some(map.cannot_tell.as_ref())));
    out
}

fn drawn_timeline(line: &Timeline) -> String {
    let at = |minute: i32| {
        let day = minute.div_euclid(24 * 60);
        format!("day {day} {:02}:{:02}", minute.rem_euclid(1440) / 60, minute.rem_euclid(60))
    };
    let mut out = format!("{}\n{}\n", say(&line.heading), say(&line.name));
    out.push_str(&format!(
        "from {} to {}, {} {}\n",
        at(line.begins),
        at(line.ends),
        say(&line.now_words),
        at(line.now)
    ));
    if let Some(zero) = &line.day_0 {
        out.push_str(&format!("{}: {}\n", say(&zero.words), at(zero.at)));
    }
    let ticks: Vec<String> = line
        .ticks
        .iter()
        .map(|tick| if tick.played { say(&tick.words) } else { format!("({})", say(&tick.words)) })
        .collect();
    out.push_str(&format!("weeks {}\n", ticks.join(" ")));
    for (nth, lane) in line.lanes.iter().enumerate() {
        let case = lane.case.as_ref().map_or_else(String::new, |case| format!(" ({})", case.name));
        out.push_str(&format!("\n{}{case}\n", say(&lane.words)));
        for segment in &lane.segments {
            out.push_str(&format!("  = {} to {}: {}\n", at(segment.from), at(segment.to), say(&segment.words)));
        }
        for (place, mark) in line.marks.iter().enumerate().filter(|(_, mark)| mark.lane == nth) {
            let old = if mark.at.minute == mark.shown_at { "" } else { " at the edge" };
            out.push_str(&format!(
                "  {place:3} wk {} {}{old} {:?} {} [{}] row {}\n",
                mark.week,
                say(&mark.at.words),
                mark.shape,
                say(&mark.words),
                say_some(mark.detail.as_ref()),
                mark.row
            ));
        }
    }
    let links: Vec<String> = line.links.iter().map(|link| format!("{} to {}", link.from, link.to)).collect();
    out.push_str(&format!("\nlinks: {}\n", links.join(", ")));
    for week in &line.weeks {
        out.push_str(&format!("\n{}\n", say(&week.words)));
        for row in &line.rows[week.rows.clone()] {
            let opens = row.opens.as_ref().map_or_else(String::new, |opens| match opens {
                Opens::Item { item, nth } => format!("{item}.{nth}"),
                Opens::Response(id) | Opens::Decision(id) | Opens::Deadline(id) => id.clone(),
            });
            out.push_str(&format!(
                "  {} {} [{}] {opens} -> {}\n",
                say(&row.day),
                say(&row.words),
                say_some(row.detail.as_ref()),
                row.mark
            ));
        }
    }
    out
}

fn drawn_text(text: &[Vec<Piece>]) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::Cite { number, title, .. } => {
            format!("[{}: {title}]", number.map_or_else(|| "no number".to_owned(), |number| number.to_string()))
        }
    };
    text.iter().map(|pieces| pieces.iter().map(piece).collect::<String>()).collect::<Vec<_>>().join(" / ")
}

fn drawn_plan(plan: &PlanView) -> String {
    let mut out = String::new();
    if let Some(from) = &plan.from {
        let place = match &from.place {
            PlanPlace::Filed { response, form } => format!("{response} ({form})"),
            PlanPlace::Document { item } => item.clone(),
        };
        out.push_str(&format!("{} <{place}>\n", say(&from.words)));
    }
    out.push_str(&format!("nothing: {}\n", say_some(plan.nothing.as_ref())));
    out.push_str(&format!("elsewhere: {:?}\n", plan.elsewhere.as_ref().map(|item| &item.item)));
    for part in plan.pillars.iter().chain([&plan.change]) {
        out.push_str(&format!(
            "{} ({}) {:?}\n  {}{}\n",
            say(&part.label),
            say(&part.hint),
            part.pillar,
            drawn_text(&part.text),
            part.empty.as_ref().map_or_else(String::new, say)
        ));
    }
    let contingency = &plan.contingency;
    out.push_str(&format!("{} ({})\n", say(&contingency.label), say(&contingency.hint)));
    for step in &contingency.steps {
        out.push_str(&format!(
            "  {}, by {}: {}\n",
            say(&step.who),
            say(&step.by.words),
            drawn_text(std::slice::from_ref(&step.what))
        ));
    }
    out.push_str(&format!("  {}", drawn_text(&contingency.text)));
    out.push_str(&format!("{}\n", contingency.empty.as_ref().map_or_else(String::new, say)));
    out.push_str(&format!("rests on: {:?}\n", plan.cites));
    out
}

fn drawn_risk(risk: &RiskOverTime) -> String {
    let mut out = format!("none: {}\n", say_some(risk.none.as_ref()));
    for category in &risk.categories {
        out.push_str(&format!("{}: {}\n", say(&category.risk_words), say(&category.present_words)));
        for rated in &category.ratings {
            out.push_str(&format!(
                "  {}, {}, {}: {}{}\n",
                say(&rated.at.words),
                say(&rated.by),
                say(&rated.source),
                say(&rated.words),
                rated.why.as_ref().map_or_else(String::new, |why| format!(" ({why})"))
            ));
        }
    }
    out
}

fn drawn_past(past: &PastRun) -> String {
    let mut lines = vec![format!("{} ({})", past.title, past.people.join(", ")), say(&past.attempt)];
    lines.extend(past.sentences.iter().map(say));
    lines.join("\n")
}

// The chronology

#[test]
fn the_chronology_of_nine_weeks() {
    let run = small_things(9);
    let line = timeline(&run, None);
    insta::assert_snapshot!(drawn_timeline(&line));
    assert_eq!(line, timeline(&run, Some("treharne-boyd")), "there is one case");
}

/// The words are those of the chronology, every line but headings has a row, and every row a mark.
#[test]
fn the_chronology_is_told_once() {
    for run in
        [small_things(3), small_things(9), played("missed-monday", "good"), played("missed-monday", "careless")]
    {
        let line = timeline(&run, None);
        let chronology = desk::moment(&run).chronology;
        let told: Vec<&Message> = chronology
            .iter()
            .filter(|line| line.mark != desk::chronology::Mark::Turn)
            .map(|line| &line.words)
            .collect();
        assert_eq!(line.rows.iter().rev().map(|row| &row.words).collect::<Vec<_>>(), told);
        assert_eq!(line.weeks.iter().map(|week| week.rows.len()).sum::<usize>(), line.rows.len());
        for (at, row) in line.rows.iter().enumerate() {
            let mark = &line.marks[row.mark];
            let flag = matches!(row.shape, Shape::Flag(_)) && matches!(mark.shape, Shape::Flag(_));
            assert!(mark.row == at || flag, "{row:?}: {mark:?}");
        }
        assert!(line.marks.is_sorted_by_key(|mark| (mark.shown_at, mark.lane)));
        for mark in &line.marks {
            assert!(mark.lane < line.lanes.len() && (line.begins..line.ends).contains(&mark.shown_at), "{mark:?}");
            assert!(mark.shown_at <= line.now || mark.shape == Shape::Flag(Flag::Open), "ahead of now: {mark:?}");
        }
        for link in &line.links {
            let (from, to) = (&line.marks[link.from], &line.marks[link.to]);
            assert!(matches!(from.shape, Shape::Act(_) | Shape::Filed(_)), "{from:?}");
            assert!(matches!(to.shape, Shape::Item(_)) && from.at.minute <= to.at.minute, "{to:?}");
        }
    }
}

/// The first day of two folders: the tip has been read, both cases are on the desk.
fn first_day() -> Run {
    let mut run = two_folders();
    all(&mut run, [Command::GoOn, Command::GoOn, open("tip"), act("tell-mappa"), act("ask-hostel"), act("take")]);
    all(&mut run, [open("oakes-file"), Command::Tell { item: "tip".into(), who: "sister".into() }]);
    run
}

#[test]
fn the_chronology_of_days_and_of_two_cases() {
    let run = first_day();
    let both = timeline(&run, None);
    insta::assert_snapshot!(drawn_timeline(&both));
    let one = timeline(&run, Some("oakes"));
    let opens = |item: &str| Some(Opens::Item { item: item.into(), nth: 0 });
    assert!(one.rows.iter().any(|row| row.opens == opens("oakes-file")));
    assert!(!one.rows.iter().any(|row| row.opens == opens("tip")), "it is about the other case");
}

/// A deadline that nobody told of has no flag; one that runs has its flag ahead of now, on its date.
#[test]
fn flags_are_of_what_was_told() {
    let mut run = two_folders();
    let flags = |run: &Run| {
        let line = timeline(run, None);
        let flags = line.marks.iter().filter(|mark| matches!(mark.shape, Shape::Flag(_)));
        flags.map(|mark| (say(&mark.words), mark.shape, mark.shown_at > line.now)).collect::<Vec<_>>()
    };
    all(&mut run, [Command::GoOn, Command::GoOn]);
    assert_eq!(flags(&run), []);
    all(&mut run, [open("tip")]);
    assert_eq!(flags(&run), [("Now due: Plan signed".to_owned(), Shape::Flag(Flag::Open), true)]);
}

// People

#[test]
fn people_of_nine_weeks() {
    let map = ecomap(&small_things(9), "treharne-boyd", &[]).unwrap();
    insta::assert_snapshot!(drawn_ecomap(&map));
}

#[test]
fn people_at_the_start() {
    let map = ecomap(&Run::begin(bundled_scenario("missed-monday"), 7), "varden", &[]).unwrap();
    insta::assert_snapshot!(drawn_ecomap(&map));
}

/// Chosen facts stand in the order in which they were chosen; what was never read is none, whatever is asked for.
#[test]
fn facts_can_be_chosen() {
    let run = small_things(9);
    let chosen =
        ["summary", "test-1", "summary", "gp-thanks", "no-such-thing", "keeper"].map(|id| FactKey(id.into()));
    let map = ecomap(&run, "treharne-boyd", &chosen).unwrap();
    let shown: Vec<(char, &str)> = map.facts.iter().map(|fact| (fact.letter, fact.key.0.as_str())).collect();
    assert_eq!(shown, [('a', "summary"), ('b', "test-1"), ('c', "keeper")]);
    let knows = |name: &str| {
        let person = map.placed.iter().chain(&map.more).find(|person| person.who.id == name).unwrap();
        letters(&person.knows)
    };
    assert_eq!(knows("in-reach"), "a--", "it came from them");
    assert_eq!(knows("hilary"), "a--", "it was passed on to her");
    assert_eq!(knows("gareth"), "--c");
    assert_eq!(knows("the-landing"), "ab-", "the form that was sent to them cites both");
    assert_eq!(knows("mo"), "-b-");
    assert!(ecomap(&run, "nobodys", &[]).is_none());
}

/// Whoever is known later takes a place beside the others: nobody who has one moves.
#[test]
fn nobody_jumps() {
    let places = |run: &Run, case: &str| -> Vec<(String, usize)> {
        let map = ecomap(run, case, &[]).unwrap();
        assert!(
            map.placed.len() <= 12 && map.placed.iter().all(|person| person.place.is_some_and(|place| place < 12))
        );
        assert!(map.placed.is_sorted_by(|one, next| one.place < next.place), "two in one place, or out of order");
        map.placed.iter().map(|person| (person.who.id.clone(), person.place.unwrap())).collect()
    };
    let start = places(&Run::begin(bundled_scenario("missed-monday"), 7), "varden");
    let end = places(&played("missed-monday", "good"), "varden");
    assert!(end.len() > start.len());
    for person in &start {
        assert!(end.contains(person), "{person:?}: {end:?}");
    }
    for week in 0..10 {
        places(&small_things(week), "treharne-boyd");
    }
}

#[test]
fn people_of_one_of_two_cases() {
    let run = first_day();
    insta::assert_snapshot!(drawn_ecomap(&ecomap(&run, "pask", &[]).unwrap()));
    let oakes = ecomap(&run, "oakes", &[]).unwrap();
    assert!(oakes.placed.iter().all(|person| person.who.id != "gwyn"), "he has a case of his own");
    assert_eq!(oakes.facts.len(), 1);
}

// The plan

#[test]
fn the_plan_as_it_was_filed() {
    insta::assert_snapshot!(drawn_plan(&plan(&small_things(9), "treharne-boyd").unwrap()));
}

/// A plan that lies in the file says nothing until it has been opened.
#[test]
fn the_plan_of_the_file() {
    let small = bundled_scenario("small-things");
    let with = |softer: bool, read: bool| {
        let mut run = Run::begin_with(Arc::clone(&small), 7, softer, None);
        if read {
            all(&mut run, [open("old-oasys")]);
        }
        drawn_plan(&plan(&run, "treharne-boyd").unwrap())
    };
    insta::assert_snapshot!("a_plan_of_the_file", with(false, true));
    insta::assert_snapshot!("a_plan_not_opened", with(false, false));
    insta::assert_snapshot!("a_plan_read_softer", with(true, true));
    insta::assert_snapshot!(
        "no_plan",
        drawn_plan(&plan(&Run::begin(bundled_scenario("missed-monday"), 7), "varden").unwrap())
    );
    assert!(plan(&two_folders(), "oakes").is_none(), "it is not on the desk");
}

#[test]
fn citations_in_a_text_have_their_numbers() {
    let mut run = two_folders();
    all(&mut run, [Command::GoOn, Command::GoOn, open("tip")]);
    all(&mut run, [Command::Cite(Citation { item: "tip".into(), passage: None })]);
    let drawn = |text: &str| drawn_text(&cited_text(&run, text));
    assert_eq!(
        drawn("Due on Friday [tip], and [assessment] says so. [no-such] [answer]\n\nEnds [here"),
        "Due on Friday [1: Something you should know], and [no number: Assessment of August] says so. [no-such] [answer] \
         / Ends [here"
    );
    assert_eq!(drawn("[tip]"), "[1: Something you should know]");
    assert_eq!(drawn("[[tip]]"), "[[1: Something you should know]]");
    assert_eq!(drawn(" "), "");
}

// Risk over time

#[test]
fn risk_rated_over_time() {
    insta::assert_snapshot!(drawn_risk(&risk_over_time(&small_things(9), "treharne-boyd").unwrap()));
    let none = risk_over_time(&Run::begin(bundled_scenario("missed-monday"), 7), "varden").unwrap();
    assert_eq!(none.categories.len(), 5);
}

// The library

fn cards() -> Vec<Card> {
    let one = |name: &str, change: &dyn Fn(&mut raw::Scenario)| {
        let text = bundled::scenario(name).unwrap().file("scenario.ron").unwrap();
        let mut raw = parse::scenario(&Source::new("scenario.ron", text)).unwrap();
        change(&mut raw);
        card(name, &raw, None)
    };
    let text = include_str!("../suite/desk/two-folders.scenario.ron");
    let folders = parse::scenario(&Source::new("two-folders", text)).unwrap();
    vec![
        one("missed-monday", &|_| {}),
        one("small-things", &|_| {}),
        card("two-folders", &folders, None),
        one("missed-monday", &|raw| {
            (raw.title, raw.play_minutes) = ("Zebra’s day".into(), Some(200));
        }),
    ]
}

#[test]
fn the_library_is_filtered() {
    let titles =
        |filter: &Filter| library(cards(), filter).cards.into_iter().map(|card| card.title).collect::<Vec<_>>();
    let filter = |themes: &[Theme]| Filter { themes: themes.to_vec(), ..Filter::default() };
    assert_eq!(titles(&Filter::default()), ["Missed Monday", "The Small Things", "Two folders", "Zebra’s day"]);
    // Any of them will do, and those with the most stand first.
    let some = filter(&[Theme::Mappa, Theme::Curiosity, Theme::Enforcement]);
    assert_eq!(titles(&some), ["The Small Things", "Missed Monday", "Zebra’s day", "Two folders"]);
    assert_eq!(titles(&filter(&[Theme::Mappa])), ["The Small Things"]);
    let length = |lengths: &[Length]| Filter { lengths: lengths.to_vec(), ..Filter::default() };
    assert_eq!(titles(&length(&[Length::UpToAnHour])), ["Missed Monday"]);
    assert_eq!(titles(&length(&[Length::OneToThreeHours, Length::Longer])), ["The Small Things", "Zebra’s day"]);
    assert_eq!(titles(&Filter { places: vec![Place::Wales], ..Filter::default() }), ["Two folders"]);
    let search = |text: &str| Filter { search: text.into(), ..Filter::default() };
    assert_eq!(titles(&search("  VARDEN hospital ")), ["Missed Monday", "Zebra’s day"]);
    assert_eq!(titles(&search("zebra's")), ["Zebra’s day"]);
    assert_eq!(titles(&search("varden mappa")), Vec::<String>::new());
    // All of what is asked for together.
    let wales = Filter { places: vec![Place::Wales], ..search("monday") };
    let found = library(cards(), &wales);
    assert!(found.cards.is_empty());
    assert_eq!(say_some(found.nothing.as_ref()), "No case has all that you ask for.");
    assert_eq!(say_some(found.clear.as_ref()), "Clear two filters");
    assert_eq!(say(&found.count), "0 of 4 cases");
}

#[test]
fn the_library_counts_what_there_is() {
    let found = library(cards(), &Filter { themes: vec![Theme::Mappa], ..Filter::default() });
    let mut out = vec![say(&found.count), say_some(found.order.as_ref()), say_some(found.clear.as_ref())];
    out.extend(found.themes.iter().map(|(_, words, n)| format!("{} {n}", say(words))));
    out.extend(found.places.iter().map(|(_, words, n)| format!("{} {n}", say(words))));
    out.extend(found.lengths.iter().map(|(_, words, n)| format!("{} {n}", say(words))));
    insta::assert_snapshot!(out.join("\n"));
    let all = library(cards(), &Filter::default());
    assert_eq!((all.order, all.clear, all.nothing), (None, None, None));
    assert_eq!(all.themes, found.themes, "whatever is asked for");
}

// Past runs

fn panel(name: &str) -> Panel {
    Panel::new(raw_panel(name), &bundled_scenario(name))
}

#[test]
fn runs_that_are_over() {
    let panel = panel("small-things");
    let first = Attempt { number: 1, before: None };
    let (good, careless) = (played("small-things", "good"), played("small-things", "careless"));
    let again = Attempt { number: 2, before: Some(&careless) };
    let mut out = vec![
        drawn_past(&past_run(&careless, Some(&panel), first)),
        drawn_past(&past_run(&good, Some(&panel), again)),
        drawn_past(&past_run(&good, None, Attempt { number: 7, before: Some(&good) })),
    ];
    let monday = played("missed-monday", "good");
    let monday_panel = self::panel("missed-monday");
    out.push(drawn_past(&past_run(&monday, Some(&monday_panel), first)));
    out.push(drawn_past(&past_run(&played("missed-monday", "trap"), Some(&monday_panel), again)));
    insta::assert_snapshot!(out.join("\n\n"));
}

/// A run that goes on from the middle of another one says from where.
#[test]
fn a_run_that_branched_off() {
    let whole = played("small-things", "good");
    let until = small_things(6).events().len();
    let mut again = Run::begin_with(bundled_scenario("small-things"), whole.seed(), false, Some(("first".into(), 0)));
    for (seq, _, command) in replay::commands(whole.events()) {
        if (seq as usize) < until {
            again.command(&command).unwrap();
        }
    }
    let after = u32::try_from(again.events().len() - 1).unwrap();
    let mut run =
        Run::begin_with(bundled_scenario("small-things"), whole.seed(), false, Some(("first".into(), after)));
    for (_, _, command) in replay::commands(again.events()) {
        run.command(&command).unwrap();
    }
    assert_eq!(say(&past_run(&run, None, Attempt { number: 2, before: None }).attempt), "From week 6 again.");
}

#[test]
fn runs_that_are_not_over() {
    let attempt = Attempt { number: 1, before: None };
    let mut run = small_things(9);
    let mut out = vec![drawn_past(&past_run(&run, None, attempt))];
    let fields = Entries(vec![("why".to_owned(), Value::Words("Nights.".into()))]);
    let filing = Filing { fields, cites: vec![] };
    all(&mut run, [Command::KeepDraft { response: "review-assessment".into(), filing }]);
    out.push(drawn_past(&past_run(&run, None, attempt)));
    let mut night = two_folders();
    out.push(drawn_past(&past_run(&night, None, attempt)));
    all(&mut night, [Command::GoOn, act("ask-hostel"), Command::EndDay]);
    out.push(drawn_past(&past_run(&night, None, attempt)));
    insta::assert_snapshot!(out.join("\n\n"));
}

/// No answer is told apart from the reviewers' in a run that is not over, whatever panel is handed in.
#[test]
fn reviews_are_not_looked_at_before_the_end() {
    let run = small_things(9);
    let attempt = Attempt { number: 1, before: None };
    assert_eq!(past_run(&run, Some(&panel("small-things")), attempt), past_run(&run, None, attempt));
}
