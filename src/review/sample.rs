//! A scenario for tests: every kind of question, floors of every kind, a rule, an altered record.

use std::sync::Arc;

use super::panel::Panel;
use crate::bundled;
use crate::run::Run;
use crate::run::command::{Command, Committed, How};
use crate::scenario::calendar::{DAY, Minute};
use crate::scenario::model::Scenario;
use crate::scenario::raw::Answer;
use crate::scenario::{check, parse, raw, wording};
use crate::source::Source;

pub const SAMPLE: &str = r#"
Scenario(
    format: 1, id: "sample", title: "Sample", policy_date: "2025-11-03", place: England, you_are: "new here",
    calendar: Calendar(day_0: "2025-11-03", day_0_is: "his release", stretches: [Weeks(from: 0, to: 1, minutes: 120)]),
    everyday: ["case-note"],
    state: [Flag("kept_away"), Flag("gone")],
    content_notes: [ContentNote(id: "illness", text: "An illness.")],
    people: [
        Person(id: "dan", name: "Dan", role: PersonOnProbation),
        Person(id: "mum", name: "Mrs Fell", role: Family),
        Person(id: "clinic", name: "The clinic", role: Doctor),
        Person(id: "you-know", name: "A colleague", role: Officer),
    ],
    cases: [
        Case(id: "fell", person: "dan", order: Licence(sentence_months: 24),
            file: [
                Document(id: "old-note", title: "Note of 20 October", by: "you", text: "He said yes."),
                Document(id: "report", title: "Old report", text: "Much of it about his chest.", confirms: ["ill"]),
            ]),
    ],
    claims: [Claim(id: "ill", text: "He is ill.", about: [Health])],
    secrets: [Secret(id: "offence", text: "What he did.", from: ["mum"])],
    arrivals: [
        Arrival(id: "text", title: "His text", at: Week(0, Mon, "10:00"), from: "dan", via: Text,
            reliability: SelfReport, minutes: 2, says: ["ill"], text: "I am ill."),
        Arrival(id: "noise", title: "Car park", at: Week(0, Mon, "11:00"), from: "you-know", via: Email, minutes: 2,
            text: "It is shut on Friday."),
        Arrival(id: "clinic-answer", title: "The clinic rings", from: "clinic", via: Phone, minutes: 5,
            confirms: ["ill"], thanks_to: ["ring-clinic"], text: "He is."),
        Arrival(id: "new-note", title: "Note of 20 October, edited", at: Week(0, Wed, "09:30"), from: "you-know",
            via: Record, lands: File, replaces: "old-note", tags: [RecordChanged], text: "He said no."),
    ],
    responses: [
        Response(id: "ring-clinic", kind: Explore, act: HealthCheck, label: "Ring the clinic", minutes: 10,
            when: Opened("text"), asks: "clinic", answer_likely: Hours(1),
            then: [Arrives("clinic-answer", Hours(1))]),
        Response(id: "tell-mum", kind: Disclose, label: "Tell his mother", minutes: 10, to: "mum",
            when: From(Week(0, Tue)), reveals: ["offence"]),
        Response(id: "visit", kind: Support, act: HomeVisit, label: "Call round", minutes: 30, repeat: Anytime,
            to: "dan", then: [Set("kept_away")]),
    ],
    decisions: [
        Decision(id: "one", at: Week(0, Tue), themes: [Enforcement], ask: ChooseOne, rests_on: ["ill"],
            prompt: "What first?", situations: [Situation(id: "plain", told: "You have his text.")],
            options: [
                Option(id: "write", kind: Enforce, label: "Write"), Option(id: "ask", kind: Explore, label: "Ask"),
                Option(id: "wait", kind: Hold, label: "Wait", then: [Set("gone")]),
            ]),
        Decision(id: "some", at: Week(0, Wed), themes: [Curiosity], ask: ChooseUpTo(2), prompt: "Which two?",
            situations: [Situation(id: "plain", told: "The same.")],
            options: [
                Option(id: "a", kind: Explore, label: "A"), Option(id: "b", kind: Refer, label: "B"),
                Option(id: "c", kind: Record, label: "C"),
            ]),
        Decision(id: "order", at: Week(0, Thu), themes: [Curiosity], ask: Rank, prompt: "In what order?",
            situations: [Situation(id: "plain", told: "The same.")],
            options: [
                Option(id: "w", kind: Explore, label: "W"), Option(id: "x", kind: Refer, label: "X"),
                Option(id: "y", kind: Record, label: "Y"), Option(id: "z", kind: Hold, label: "Z"),
            ]),
        Decision(id: "each", at: Week(0, Fri), themes: [Curiosity], ask: RateEach, prompt: "How good is each?",
            situations: [Situation(id: "plain", told: "The same.")],
            options: [Option(id: "p", kind: Explore, label: "P"), Option(id: "q", kind: Refer, label: "Q")]),
        Decision(id: "risk", at: Week(1, Mon), themes: [RiskAssessment], ask: RateRisk([Public, Staff]),
            prompt: "Rate.", situations: [Situation(id: "plain", told: "The same.")]),
        Decision(id: "late", at: Week(1, Tue), when: Is("gone"), themes: [Curiosity], ask: ChooseOne,
            prompt: "He has gone. What now?", situations: [Situation(id: "plain", told: "He has gone.")],
            options: [Option(id: "zz", kind: Hold, label: "Hold"), Option(id: "aa", kind: Recall, label: "Recall")]),
    ],
    chances: [
        Chance(id: "worse", at: Week(1, Wed), odds: 0.5, shifts: [Shift(by: -0.4, when: Is("kept_away"))],
            then: [Ends("bad")]),
    ],
    deadlines: [
        Deadline(id: "plan", label: "The first plan", case: "fell", due: Rule("initial-plan"),
            runs: At(Week(0, Mon)), met: Done("visit")),
        Deadline(id: "promise", kind: Promise, label: "You said that you would ring", due: Within(WorkingDays(2)),
            when: Chose("one", "ask"), met: Done("ring-clinic")),
    ],
    floors: [
        Floor(id: "a-visit", text: "He is seen in two working days.", source: "A source", when: Seen("text"),
            must: Done("visit"), within: WorkingDays(2)),
        Floor(id: "b-note", text: "It is written down.", source: "A source", when: Answered("one"),
            must: Filed("case-note")),
        Floor(id: "c-secret", text: "His mother is not told.", source: "A source", when: Leaked("offence")),
        Floor(id: "d-week", text: "In week 1 he is seen.", source: "A source", when: From(Week(1, Thu, "12:00")),
            must: Done("visit"), within: WorkingDays(5)),
        Floor(id: "e-gone", text: "If he goes, police know.", source: "A source", when: Is("gone"),
            must: Done("tell-mum")),
    ],
    endings: [
        Ending(id: "bad", title: "He got worse", text: "He did."),
        Ending(id: "well", title: "He got well", text: "He did.", later: "He stayed so."),
    ],
)
"#;

pub const CALIBRATION: &str = r#"
Scenario(
    format: 1, id: "folders", title: "Folders", shape: Calibration, policy_date: "2025-11-03", place: England,
    you_are: "yourself",
    calendar: Calendar(day_0: "2025-11-10", stretches: [Days(from: 0, to: 0)]),
    people: [Person(id: "dan", name: "Dan", role: PersonOnProbation)],
    cases: [
        Case(id: "fell", person: "dan", order: PreSentence,
            file: [Document(id: "folder", title: "Folder", tags: [Incident], text: "A first offence.")]),
    ],
    decisions: [
        Decision(id: "rate", at: AsSoonAs(Opened("folder")), themes: [RiskAssessment], ask: RateRisk([Public, Staff]),
            prompt: "Rate each.", situations: [Situation(id: "folder", told: "You have read the folder.")]),
    ],
)
"#;

const PANEL: &str = r#"
Panel(
    format: 1, scenario: "sample",
    reviewers: [
        Reviewer(id: "r1", role: SeniorOfficer, years: 14, came: Drafted(from: ["findings"])),
        Reviewer(id: "r2", role: Officer, years: 3, came: Drafted(from: ["findings"])),
        Reviewer(id: "r3", role: LivedExperience, years: 5, came: Collected(on: "2026-09-14")),
        Reviewer(id: "r4", role: Officer, years: 9, came: Drafted(from: ["more findings"])),
        Reviewer(id: "r5", role: Doctor, years: 9, came: Drafted(from: ["more findings"])),
        Reviewer(id: "r6", role: Housing, years: 1, came: Drafted(from: ["more findings"])),
    ],
    sheets: [
        Sheet(decision: "one", situation: "plain", wording: "", synthesis: "Most ask.", reviews: [
            Review(by: "r1", answer: Choose("ask"), reason: "Ask.", looked_for: ["ring-clinic"]),
            Review(by: "r2", answer: Choose("ask"), reason: "Ask.", looked_for: ["clinic-answer", "ring-clinic"]),
            Review(by: "r3", answer: Choose("ask"), reason: "Ask.", looked_for: ["report"]),
            Review(by: "r4", answer: Choose("write"), reason: "Write."),
            Review(by: "r5", answer: Choose("ask"), reason: "Ask.", supposed: true),
            Review(by: "r6", answer: Abstain("Not mine."), reason: "Ask his mother."),
        ]),
        Sheet(decision: "some", situation: "plain", wording: "", reviews: [
            Review(by: "r1", answer: ChooseSome(["a", "b"]), reason: "Both."),
            Review(by: "r2", answer: ChooseSome(["a"]), reason: "A."),
            Review(by: "r3", answer: ChooseSome(["a", "c"]), reason: "Both."),
            Review(by: "r4", answer: ChooseSome(["b", "a"]), reason: "Both."),
            Review(by: "r5", answer: ChooseSome(["c"]), reason: "C."),
        ]),
        Sheet(decision: "order", situation: "plain", wording: "", reviews: [
            Review(by: "r1", answer: Rank(["w", "x", "y", "z"]), reason: "So."),
            Review(by: "r2", answer: Rank(["w", "y", "x", "z"]), reason: "So."),
            Review(by: "r3", answer: Rank(["w", "x", "y", "z"]), reason: "So."),
            Review(by: "r4", answer: Rank(["w", "y", "x", "z"]), reason: "So."),
            Review(by: "r5", answer: Rank(["z", "x", "y", "w"]), reason: "So."),
            Review(by: "r6", answer: Rank(["z", "y", "x", "w"]), reason: "So."),
        ]),
        Sheet(decision: "each", situation: "plain", wording: "", reviews: [
            Review(by: "r1", answer: Rate({"p": 2, "q": -1}), reason: "So."),
            Review(by: "r2", answer: Rate({"q": -1, "p": 1}), reason: "So."),
            Review(by: "r3", answer: Rate({"p": 2, "q": 0}), reason: "So."),
            Review(by: "r4", answer: Rate({"p": 1, "q": -2}), reason: "So."),
            Review(by: "r5", answer: Rate({"p": -1, "q": -1}), reason: "So."),
        ]),
        Sheet(decision: "risk", situation: "plain", wording: "", reviews: [
            Review(by: "r1", answer: Levels({Public: Medium, Staff: Low}), reason: "So."),
            Review(by: "r2", answer: Levels({Public: High, Staff: Low}), reason: "So."),
            Review(by: "r3", answer: Levels({Public: High, Staff: Medium}), reason: "So."),
            Review(by: "r4", answer: Levels({Public: High, Staff: Low}), reason: "So."),
            Review(by: "r5", answer: Levels({Public: Medium, Staff: Low}), reason: "So."),
        ]),
    ],
)
"#;

/// A scenario from its text.
pub fn scenario(text: &str) -> Arc<Scenario> {
    let raw = parse::scenario(&Source::new("sample", text)).unwrap();
    let checked = check::scenario(raw, None, &bundled::practice().unwrap(), &[]);
    Arc::new(checked.scenario.unwrap_or_else(|| panic!("{:#?}", checked.findings)))
}

/// The sample.
pub fn sample() -> Arc<Scenario> {
    scenario(SAMPLE)
}

/// The panel of the sample, worded as the scenario is.
pub fn raw_panel(scenario: &Scenario) -> raw::Panel {
    let mut panel = parse::panel(&Source::new("panel", PANEL)).unwrap();
    for sheet in &mut panel.sheets {
        sheet.wording = wording::wording(scenario, scenario.decision_called(&sheet.decision).unwrap(), 0);
    }
    panel
}

pub fn panel(scenario: &Scenario) -> Panel {
    Panel::new(raw_panel(scenario), scenario)
}

/// A minute of a week: day nought is Monday.
pub const fn at(week: i32, day: i32, hour: i32, minute: i32) -> Minute {
    (week * 7 + day) * DAY + hour * 60 + minute
}

pub fn committed(answer: Answer) -> Committed {
    Committed { answer, reason: "So.".into(), sure: Some(60), change: None, cites: vec![], how: How::Alone }
}

pub fn choose(option: &str) -> Answer {
    Answer::Choose(option.into())
}

/// Lets time pass to a minute, answering nothing.
pub fn until(run: &mut Run, minute: Minute) {
    while run.state().clock < minute && !run.is_over() {
        let closes = run.scenario().tables().calendar.turns[usize::from(run.state().turn)].closes;
        let command = if minute <= closes { Command::GoOnUntil { until: minute } } else { Command::EndTurn };
        run.command(&command).unwrap();
    }
}

pub fn give(run: &mut Run, command: Command) {
    run.command(&command).unwrap();
}

pub fn act(run: &mut Run, response: &str) {
    give(run, Command::Do { response: response.into() });
}

pub fn open(run: &mut Run, item: &str) {
    give(run, Command::Open { item: item.into(), nth: None });
}

pub fn decide(run: &mut Run, decision: &str, answer: Answer) {
    give(run, Command::Decide { decision: decision.into(), committed: committed(answer) });
}

/// Answers whatever waits with plain answers, and goes on to the end.
pub fn finish(run: &mut Run) {
    while !run.is_over() {
        for (decision, answer) in plain_answers() {
            let _ = run.command(&Command::Decide { decision: decision.into(), committed: committed(answer) });
        }
        give(run, Command::EndDay);
    }
}

/// An answer to each decision of the sample.
pub fn plain_answers() -> Vec<(&'static str, Answer)> {
    use crate::scenario::raw::{Entries, Level, Risk};
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    vec![
        ("one", choose("ask")),
        ("some", Answer::ChooseSome(names(&["a", "c"]))),
        ("order", Answer::Rank(names(&["w", "x", "y", "z"]))),
        ("each", Answer::Rate(Entries(vec![("p".into(), 2), ("q".into(), 0)]))),
        ("risk", Answer::Levels(Entries(vec![(Risk::Public, Level::Medium), (Risk::Staff, Level::Low)]))),
        ("late", choose("zz")),
    ]
}
