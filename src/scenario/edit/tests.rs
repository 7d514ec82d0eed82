//! Changes to the panels of the bundled scenarios, to one that is written in every odd way, and to any texts.

use proptest::prelude::*;

use super::*;
use crate::scenario::model::folded;
use crate::scenario::raw::panel::{Answer, Came};
use crate::scenario::raw::{Entries, Level, Risk, Role};

const MISSED_MONDAY: &str = include_str!("../../../scenarios/missed-monday/panel.ron");
const SMALL_THINGS: &str = include_str!("../../../scenarios/small-things/panel.ron");

/// Comments before, in and behind things, lists on one line, commas left out, raw texts, brackets in texts.
const ODD: &str = r###"/* A panel */ Panel(format: 1, scenario: "odd", // one
    // Those who answered.
    reviewers: [ // in no order
        // The first.
        // Still the first.
        Reviewer(id: "a", role: Officer, years: 3, /* since 2019 */ came: Collected(on: "2026-01-05" /* by post */)), // left

        // Not about b.

        Reviewer(id: "b", role: Housing, years: 8, came: Drafted(from: ["a // b", r#"c "d" ]) "#]))
        // Nobody after b.
    ],
    sheets: [Sheet(decision: "d", situation: "s", wording: "b3:0000000000000001", reviews: [Review(by: "a", answer: Choose("x"), reason: r##") ] // "# "##), Review(by: "b", answer: Abstain("\"no\" ]"), reason: "' /* ")]),
        /* about the other
           /* sheet */ */
        Sheet(decision: "e", situation: "s", wording: "", reviews: [
            // A says so.
            Review(by: "a", answer: Rate({"x": -1, "y": 2}), reason: "One
                two."), // by telephone
        ]) /* last */
    ]) // end
"###;

fn read(text: &str) -> Panel {
    parse::panel(&Source::new(NAME, text)).expect("it is read")
}

fn collected(id: &str) -> Reviewer {
    Reviewer {
        id: id.to_owned(),
        role: Role::Housing,
        years: 3,
        group: None,
        came: Came::Collected { on: "2026-11-02".to_owned(), reconfirmed: Vec::new() },
        outlook: None,
    }
}

fn review(by: &str, reason: &str) -> Review {
    Review {
        by: by.to_owned(),
        answer: Answer::Choose("pending".to_owned()),
        reason: reason.to_owned(),
        sure: None,
        change: None,
        looked_for: Vec::new(),
        supposed: false,
        realistic: None,
        confusing: None,
    }
}

const LONG: &str = "I rang the ward first, because a ward will always say whether somebody is there, and \"there\" was \
                    all that I needed to know. Then I wrote down who told me, and when, and asked him to bring the \
                    letter on Monday.";

/// The lines that went and came, with the numbers that they had or have.
fn diff(old: &str, new: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
    let mut common = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] =
                if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if i < a.len() && (j == b.len() || common[i + 1][j] >= common[i][j + 1]) {
            out.push(format!("{:<3} -{}", i + 1, a[i]));
            i += 1;
        } else {
            out.push(format!("{:<3} +{}", j + 1, b[j]));
            j += 1;
        }
    }
    out.join("\n")
}

const UNCHECKED: [&str; 3] = ["absence", "his-word", "b3:3bfd6b3635a5c3c3"];

#[test]
fn a_reviewer_is_added_as_the_last() {
    let mut reviewer = collected("r-new");
    reviewer.group = Some("twin office".to_owned());
    let text = add_reviewer(MISSED_MONDAY, &reviewer).expect("it is added");
    insta::assert_snapshot!(diff(MISSED_MONDAY, &text), @r#"
    30  +        Reviewer(id: "r-new", role: Housing, years: 3, group: "twin office",
    31  +            came: Collected(on: "2026-11-02")),
    "#);
    reviewer.came = Came::Drafted {
        from: vec![
            "MAPPA guidance, chapters 7, 10 and 13a (2019 to 2022)".to_owned(),
            "a published study of MAPPA meetings and disclosure".to_owned(),
        ],
    };
    reviewer.outlook = Some(LONG.to_owned());
    let text = add_reviewer(MISSED_MONDAY, &reviewer).expect("it is added");
    insta::assert_snapshot!(diff(MISSED_MONDAY, &text), @r#"
    30  +        Reviewer(id: "r-new", role: Housing, years: 3, group: "twin office",
    31  +            came: Drafted(from: ["MAPPA guidance, chapters 7, 10 and 13a (2019 to 2022)",
    32  +                "a published study of MAPPA meetings and disclosure"]),
    33  +            outlook: "I rang the ward first, because a ward will always say whether somebody is there, and \"there\"
    34  +                was all that I needed to know. Then I wrote down who told me, and when, and asked him to bring the
    35  +                letter on Monday."),
    "#);
}

#[test]
fn a_review_is_added_to_its_sheet() {
    let text = add_reviewer(MISSED_MONDAY, &collected("r-new")).expect("it is added");
    let [decision, situation, wording] = UNCHECKED;
    let mut new = review("r-new", LONG);
    new.sure = Some(70);
    new.change = Some("If nobody answered.".to_owned());
    new.looked_for = vec!["voicemail".to_owned(), "ward-answer".to_owned()];
    let with = add_review(&text, decision, situation, wording, &new).expect("it is added");
    insta::assert_snapshot!(diff(&text, &with), @r#"
    74  +                Review(by: "r-new", answer: Choose("pending"), sure: 70,
    75  +                    reason: "I rang the ward first, because a ward will always say whether somebody is there, and
    76  +                        \"there\" was all that I needed to know. Then I wrote down who told me, and when, and asked
    77  +                        him to bring the letter on Monday.",
    78  +                    change: "If nobody answered.", looked_for: ["voicemail", "ward-answer"]),
    "#);
    new.change = None;
    new.answer = Answer::Abstain(LONG.to_owned());
    new.supposed = true;
    new.realistic = Some(false);
    new.confusing = Some("What \"pending\" means.".to_owned());
    let with = add_review(&text, decision, situation, wording, &new).expect("it is added");
    insta::assert_snapshot!(diff(&text, &with), @r#"
    74  +                Review(by: "r-new",
    75  +                    answer: Abstain("I rang the ward first, because a ward will always say whether somebody is
    76  +                        there, and \"there\" was all that I needed to know. Then I wrote down who told me, and when,
    77  +                        and asked him to bring the letter on Monday."),
    78  +                    sure: 70,
    79  +                    reason: "I rang the ward first, because a ward will always say whether somebody is there, and
    80  +                        \"there\" was all that I needed to know. Then I wrote down who told me, and when, and asked
    81  +                        him to bring the letter on Monday.",
    82  +                    looked_for: ["voicemail", "ward-answer"], supposed: true, realistic: false,
    83  +                    confusing: "What \"pending\" means."),
    "#);
}

#[test]
fn another_wording_gets_a_sheet_behind_those_of_its_decision() {
    let new = review("r-officer", "Still the letter.");
    let text = add_review(MISSED_MONDAY, "absence", "his-word", "b3:0123456789abcdef", &new).expect("it is added");
    insta::assert_snapshot!(diff(MISSED_MONDAY, &text), @r#"
    111 +        Sheet(decision: "absence", situation: "his-word", wording: "b3:0123456789abcdef",
    112 +            reviews: [
    113 +                Review(by: "r-officer", answer: Choose("pending"),
    114 +                    reason: "Still the letter."),
    115 +            ]),
    "#);
    let text = add_review(MISSED_MONDAY, "unheard-of", "any", "b3:0123456789abcdef", &new).expect("it is added");
    let sheets = read(&text).sheets;
    assert_eq!(sheets.last().map(|sheet| sheet.decision.as_str()), Some("unheard-of"));
    // An empty wording is no wording: that sheet stays alone.
    let text = add_review(ODD, "e", "s", "b3:0123456789abcdef", &review("a", "Yes.")).expect("it is added");
    insta::assert_snapshot!(diff(ODD, &text), @r#"
    20  -        ]) /* last */
    20  +        ]), /* last */
    21  +        Sheet(decision: "e", situation: "s", wording: "b3:0123456789abcdef",
    22  +            reviews: [
    23  +                Review(by: "a", answer: Choose("pending"),
    24  +                    reason: "Yes."),
    25  +            ])
    "#);
}

#[test]
fn every_kind_of_answer_is_written_as_it_is_read() {
    let ids = |count: usize| (0..count).map(|n| format!("an-option-that-is-{n}")).collect::<Vec<_>>();
    let answers = [
        Answer::Choose("a\"b\\".to_owned()),
        Answer::ChooseSome(Vec::new()),
        Answer::ChooseSome(ids(2)),
        Answer::Rank(ids(9)),
        Answer::Rate(Entries(ids(9).into_iter().zip([-2, -1, 0, 1, 2, -2, -1, 0, 1]).collect())),
        Answer::Levels(Entries(vec![(Risk::KnownAdult, Level::VeryHigh), (Risk::Children, Level::Low)])),
        Answer::Abstain("No.".to_owned()),
    ];
    let mut shown = Vec::new();
    for answer in answers {
        let mut new = review("r-officer", "So.");
        new.answer = answer.clone();
        let text = add_review(MISSED_MONDAY, "d", "s", "b3:0123456789abcdef", &new).expect("it is added");
        assert_eq!(read(&text).sheets.last().map(|sheet| &sheet.reviews[0].answer), Some(&answer));
        let changed = diff(MISSED_MONDAY, &text);
        let answer = changed.lines().skip(2).take_while(|line| !line.contains("reason")).map(|line| &line[5..]);
        shown.extend(answer.map(str::to_owned));
    }
    assert!(shown.iter().all(|line| line.chars().count() < 120));
    insta::assert_snapshot!(shown.join("\n"), @r#"
    Review(by: "r-officer", answer: Choose("a\"b\\"),
    Review(by: "r-officer", answer: ChooseSome([]),
    Review(by: "r-officer", answer: ChooseSome(["an-option-that-is-0", "an-option-that-is-1"]),
    Review(by: "r-officer",
        answer: Rank(["an-option-that-is-0", "an-option-that-is-1", "an-option-that-is-2",
            "an-option-that-is-3", "an-option-that-is-4", "an-option-that-is-5", "an-option-that-is-6",
            "an-option-that-is-7", "an-option-that-is-8"]),
    Review(by: "r-officer",
        answer: Rate({"an-option-that-is-0": -2, "an-option-that-is-1": -1, "an-option-that-is-2": 0,
            "an-option-that-is-3": 1, "an-option-that-is-4": 2, "an-option-that-is-5": -2,
            "an-option-that-is-6": -1, "an-option-that-is-7": 0, "an-option-that-is-8": 1}),
    Review(by: "r-officer", answer: Levels({KnownAdult: VeryHigh, Children: Low}),
    Review(by: "r-officer", answer: Abstain("No."),
    "#);
}

#[test]
fn a_reviewer_goes_with_all_reviews() {
    let text = remove_reviewer(MISSED_MONDAY, "r-housing").expect("it is removed");
    assert!(!text.contains("r-housing"));
    insta::assert_snapshot!(diff(MISSED_MONDAY, &text), @r#"
    27  -        Reviewer(id: "r-housing", role: Housing, years: 8,
    28  -            came: Drafted(from: ["inspectorate findings on accommodation after release (2020)"]),
    29  -            outlook: "Private lets, and the landlords who will still answer the phone."),
    69  -                Review(by: "r-housing", answer: Abstain("I don't know what each of those words does to him later."),
    70  -                    reason: "What I'd do is ask whoever he lives with. An ambulance at night gets remembered.",
    71  -                    looked_for: ["home-visit"]),
    106 -                Review(by: "r-housing", answer: Choose("accept"), sure: 60,
    107 -                    reason: "On what I'm given, yes. Then I'd ask about the rent, since nobody pays rent from a
    108 -                        hospital bed.",
    109 -                    supposed: true),
    148 -                Review(by: "r-housing", answer: Choose("later"), sure: 50,
    149 -                    reason: "Two days' money is still two days' money. And the landlord wants a phone call more
    150 -                        than he wants the money, so I'd make that while we're waiting.",
    151 -                    change: "If he was a month behind and not a fortnight.", looked_for: ["rent", "landlord-call"]),
    188 -                Review(by: "r-housing", answer: Choose("agree"), sure: 55,
    189 -                    reason: "Four days' pay is the arrears and something over. I can't speak to his chest. I can
    190 -                        tell you what losing the room would do to it.",
    191 -                    change: "If Mr Abbott had agreed to wait anyway.", looked_for: ["rent", "landlord-call"]),
    230 -                Review(by: "r-housing", answer: Choose("refuse"), sure: 55,
    231 -                    reason: "I'd ring Mr Abbott before I'd send a sick lad up a ladder to pay him. Most
    232 -                        landlords I deal with will take twenty a week and a voice they know.",
    233 -                    change: "If Mr Abbott had already said no.", looked_for: ["landlord-call", "rent"]),
    273 -                Review(by: "r-housing", answer: Choose("refuse"), sure: 50,
    274 -                    reason: "He doesn't need the roof to keep the room. I've had landlords wait two months for
    275 -                        one phone call a week. If he goes and is ill again he's three behind, and then I can't
    276 -                        help.",
    277 -                    change: "If Mr Abbott had given a date.", looked_for: ["rent", "landlord-call"]),
    "#);
}

#[test]
fn comments_go_with_what_they_are_about_and_with_nothing_else() {
    let text = remove_reviewer(ODD, "a").expect("it is removed");
    insta::assert_snapshot!(text, @r##"
    /* A panel */ Panel(format: 1, scenario: "odd", // one
        // Those who answered.
        reviewers: [ // in no order

            // Not about b.

            Reviewer(id: "b", role: Housing, years: 8, came: Drafted(from: ["a // b", r#"c "d" ]) "#]))
            // Nobody after b.
        ],
        sheets: [Sheet(decision: "d", situation: "s", wording: "b3:0000000000000001", reviews: [Review(by: "b", answer: Abstain("\"no\" ]"), reason: "' /* ")])
        ]) // end
    "##);
    let text = remove_reviewer(ODD, "b").expect("it is removed");
    insta::assert_snapshot!(diff(ODD, &text), @r###"
    6   -        Reviewer(id: "a", role: Officer, years: 3, /* since 2019 */ came: Collected(on: "2026-01-05" /* by post */)), // left
    6   +        Reviewer(id: "a", role: Officer, years: 3, /* since 2019 */ came: Collected(on: "2026-01-05" /* by post */)) // left
    10  -        Reviewer(id: "b", role: Housing, years: 8, came: Drafted(from: ["a // b", r#"c "d" ]) "#]))
    13  -    sheets: [Sheet(decision: "d", situation: "s", wording: "b3:0000000000000001", reviews: [Review(by: "a", answer: Choose("x"), reason: r##") ] // "# "##), Review(by: "b", answer: Abstain("\"no\" ]"), reason: "' /* ")]),
    12  +    sheets: [Sheet(decision: "d", situation: "s", wording: "b3:0000000000000001", reviews: [Review(by: "a", answer: Choose("x"), reason: r##") ] // "# "##)]),
    "###);
    let none = remove_reviewer(&remove_reviewer(ODD, "b").expect("b"), "a").expect("a");
    insta::assert_snapshot!(none, @r#"
    /* A panel */ Panel(format: 1, scenario: "odd", // one
        // Those who answered.
        reviewers: [ // in no order

            // Not about b.

            // Nobody after b.
        ],
        sheets: []) // end
    "#);
}

#[test]
fn a_reviewer_is_made_anonymous_where_it_stands() {
    let mut reviewer = read(MISSED_MONDAY).reviewers[7].clone();
    assert_eq!(reviewer.id, "r-housing");
    reviewer.id = "r-8".to_owned();
    reviewer.outlook = None;
    reviewer.group = Some("north".to_owned());
    let text = set_reviewer(MISSED_MONDAY, "r-housing", &reviewer).expect("it is changed");
    insta::assert_snapshot!(diff(MISSED_MONDAY, &text), @r#"
    27  -        Reviewer(id: "r-housing", role: Housing, years: 8,
    28  -            came: Drafted(from: ["inspectorate findings on accommodation after release (2020)"]),
    29  -            outlook: "Private lets, and the landlords who will still answer the phone."),
    27  +        Reviewer(id: "r-8", role: Housing, years: 8, group: "north",
    28  +            came: Drafted(from: ["inspectorate findings on accommodation after release (2020)"])),
    69  -                Review(by: "r-housing", answer: Abstain("I don't know what each of those words does to him later."),
    68  +                Review(by: "r-8", answer: Abstain("I don't know what each of those words does to him later."),
    106 -                Review(by: "r-housing", answer: Choose("accept"), sure: 60,
    105 +                Review(by: "r-8", answer: Choose("accept"), sure: 60,
    148 -                Review(by: "r-housing", answer: Choose("later"), sure: 50,
    147 +                Review(by: "r-8", answer: Choose("later"), sure: 50,
    188 -                Review(by: "r-housing", answer: Choose("agree"), sure: 55,
    187 +                Review(by: "r-8", answer: Choose("agree"), sure: 55,
    230 -                Review(by: "r-housing", answer: Choose("refuse"), sure: 55,
    229 +                Review(by: "r-8", answer: Choose("refuse"), sure: 55,
    273 -                Review(by: "r-housing", answer: Choose("refuse"), sure: 50,
    272 +                Review(by: "r-8", answer: Choose("refuse"), sure: 50,
    "#);
    reviewer.outlook = Some(LONG.to_owned());
    let again = set_reviewer(&text, "r-8", &reviewer).expect("it is changed");
    insta::assert_snapshot!(diff(&text, &again), @r#"
    28  -            came: Drafted(from: ["inspectorate findings on accommodation after release (2020)"])),
    28  +            came: Drafted(from: ["inspectorate findings on accommodation after release (2020)"]),
    29  +            outlook: "I rang the ward first, because a ward will always say whether somebody is there, and \"there\"
    30  +                was all that I needed to know. Then I wrote down who told me, and when, and asked him to bring the
    31  +                letter on Monday."),
    "#);
}

#[test]
fn a_reviewer_is_reconfirmed_beside_comments() {
    let mut reviewer = read(ODD).reviewers[0].clone();
    let confirm = |reviewer: &mut Reviewer, day: &str| match &mut reviewer.came {
        Came::Collected { reconfirmed, .. } => reconfirmed.push(day.to_owned()),
        Came::Drafted { .. } => panic!("it is drafted"),
    };
    confirm(&mut reviewer, "2026-03-01");
    let once = set_reviewer(ODD, "a", &reviewer).expect("it is changed");
    confirm(&mut reviewer, "2026-06-01");
    reviewer.role = Role::SeniorOfficer;
    let twice = set_reviewer(&once, "a", &reviewer).expect("it is changed");
    insta::assert_snapshot!(format!("{}\n--\n{}", diff(ODD, &once), diff(&once, &twice)), @r#"
    6   -        Reviewer(id: "a", role: Officer, years: 3, /* since 2019 */ came: Collected(on: "2026-01-05" /* by post */)), // left
    6   +        Reviewer(id: "a", role: Officer, years: 3, /* since 2019 */ came: Collected(on: "2026-01-05" /* by post */,
    7   +            reconfirmed: ["2026-03-01"])), // left
    --
    6   -        Reviewer(id: "a", role: Officer, years: 3, /* since 2019 */ came: Collected(on: "2026-01-05" /* by post */,
    7   -            reconfirmed: ["2026-03-01"])), // left
    6   +        Reviewer(id: "a", role: SeniorOfficer, years: 3, /* since 2019 */ came: Collected(on: "2026-01-05" /* by post */,
    7   +            reconfirmed: ["2026-03-01", "2026-06-01"])), // left
    "#);
    assert_eq!(set_reviewer(&twice, "a", &reviewer).as_deref(), Ok(twice.as_str()));
    let back = set_reviewer(&twice, "a", &read(ODD).reviewers[0]).expect("it is changed");
    assert_eq!(back, ODD);
    // Another word takes the whole value.
    reviewer.came = Came::Drafted { from: vec!["findings".to_owned()] };
    let drafted = set_reviewer(ODD, "a", &reviewer).expect("it is changed");
    insta::assert_snapshot!(diff(ODD, &drafted), @r#"
    6   -        Reviewer(id: "a", role: Officer, years: 3, /* since 2019 */ came: Collected(on: "2026-01-05" /* by post */)), // left
    6   +        Reviewer(id: "a", role: SeniorOfficer, years: 3, /* since 2019 */ came: Drafted(from: ["findings"])), // left
    "#);
}

#[test]
fn confirmed_reviews_move_to_the_sheet_of_the_new_wording() {
    let [decision, situation, wording] = UNCHECKED;
    let new = "b3:0123456789abcdef";
    let first = move_reviews(MISSED_MONDAY, "r-lived", decision, situation, wording, new).expect("it is moved");
    insta::assert_snapshot!(diff(MISSED_MONDAY, &first), @r#"
    64  +                Review(by: "r-housing", answer: Abstain("I don't know what each of those words does to him later."),
    65  +                    reason: "What I'd do is ask whoever he lives with. An ambulance at night gets remembered.",
    66  +                    looked_for: ["home-visit"]),
    67  +            ]),
    68  +        Sheet(decision: "absence", situation: "his-word", wording: "b3:0123456789abcdef",
    69  +            reviews: [
    69  -                Review(by: "r-housing", answer: Abstain("I don't know what each of those words does to him later."),
    70  -                    reason: "What I'd do is ask whoever he lives with. An ambulance at night gets remembered.",
    71  -                    looked_for: ["home-visit"]),
    "#);
    let mut text = first.clone();
    for by in ["r-senior", "r-officer", "r-service", "r-teacher", "r-inspector", "r-doctor", "r-housing"] {
        text = move_reviews(&text, by, decision, situation, wording, new).expect("it is moved");
    }
    let sheets = read(&text).sheets;
    let before = read(MISSED_MONDAY).sheets;
    assert_eq!((sheets.len(), sheets[0].wording.as_str()), (before.len(), new));
    // What is said of them all together goes along with the last of them.
    assert!(before[0].synthesis.is_some());
    assert_eq!(sheets[0].synthesis, before[0].synthesis);
    assert!(text.contains(concat!(
        "wording: \"b3:0123456789abcdef\",\n",
        "            synthesis: \"Most keep it open and ask. They part over what a letter costs: to one it is a date on\n",
        "                paper, to another it is the last thing that he hears from you as a person.\",\n",
        "            reviews: [\n",
    )), "{text}");
    // The texts are those that they were, byte for byte.
    let moved =
        MISSED_MONDAY.split("            reviews: [\n").nth(1).and_then(|rest| rest.split("            ]),").next());
    for one in moved.expect("a sheet").split("                Review(").skip(1) {
        assert!(text.contains(one), "{one}");
    }
}

#[test]
fn what_is_moved_takes_its_comments_along() {
    let text = move_reviews(ODD, "a", "e", "s", "", "b3:0123456789abcdef").expect("it is moved");
    insta::assert_snapshot!(diff(ODD, &text), @r#"
    14  -        /* about the other
    15  -           /* sheet */ */
    16  -        Sheet(decision: "e", situation: "s", wording: "", reviews: [
    17  -            // A says so.
    14  +        Sheet(decision: "e", situation: "s", wording: "b3:0123456789abcdef",
    15  +            reviews: [
    16  +                // A says so.
    20  -        ]) /* last */
    19  +            ])
    "#);
    let text = move_reviews(ODD, "b", "d", "s", "b3:0000000000000001", "b3:0123456789abcdef").expect("it is moved");
    insta::assert_snapshot!(diff(ODD, &text), @r###"
    13  -    sheets: [Sheet(decision: "d", situation: "s", wording: "b3:0000000000000001", reviews: [Review(by: "a", answer: Choose("x"), reason: r##") ] // "# "##), Review(by: "b", answer: Abstain("\"no\" ]"), reason: "' /* ")]),
    13  +    sheets: [Sheet(decision: "d", situation: "s", wording: "b3:0000000000000001", reviews: [Review(by: "a", answer: Choose("x"), reason: r##") ] // "# "##)]),
    14  +        Sheet(decision: "d", situation: "s", wording: "b3:0123456789abcdef",
    15  +            reviews: [
    16  +                Review(by: "b", answer: Abstain("\"no\" ]"), reason: "' /* "),
    17  +            ]),
    "###);
}

#[test]
fn a_panel_begins_empty_and_is_emptied_again() {
    let empty = new_panel("missed-monday").expect("it is written");
    let one = add_reviewer(&empty, &collected("r-1")).expect("it is added");
    let text =
        add_review(&one, "absence", "his-word", "b3:0123456789abcdef", &review("r-1", "Yes.")).expect("it is added");
    insta::assert_snapshot!(text, @r#"
    // Reviews by decision and situation. `wording` is filled in by a tool.
    Panel(
        format: 1, scenario: "missed-monday",

        reviewers: [
            Reviewer(id: "r-1", role: Housing, years: 3,
                came: Collected(on: "2026-11-02")),
        ],

        sheets: [
            Sheet(decision: "absence", situation: "his-word", wording: "b3:0123456789abcdef",
                reviews: [
                    Review(by: "r-1", answer: Choose("pending"),
                        reason: "Yes."),
                ]),
        ],
    )
    "#);
    assert_eq!(remove_reviewer(&text, "r-1"), Ok(empty));
    assert_eq!(new_panel("a\u{1b}"), Err(Unchanged::Unwritable { character: '\u{1b}' }));
}

#[test]
fn a_synthesis_that_is_there_already_stays() {
    let text = r#"(format: 1, scenario: "x", reviewers: [Reviewer(id: "a", role: Officer, years: 1, came: Collected(on: "x"))], sheets: [
    Sheet(decision: "d", situation: "s", wording: "old", synthesis: "Old.", reviews: [Review(by: "a", answer: Choose("x"), reason: "y")]),
    Sheet(decision: "d", situation: "s", wording: "new", reviews: []),
])
"#;
    let moved = move_reviews(text, "a", "d", "s", "old", "new").expect("it is moved");
    let sheets =
        |text: &str| -> Vec<Option<String>> { read(text).sheets.into_iter().map(|sheet| sheet.synthesis).collect() };
    assert!(moved.contains(r#"wording: "new", synthesis: "Old.", reviews: ["#), "{moved}");
    assert_eq!(sheets(&moved), [Some("Old.".to_owned())]);
    let has_one = text.replace(r#"wording: "new","#, r#"wording: "new", synthesis: "New.","#);
    let moved = move_reviews(&has_one, "a", "d", "s", "old", "new").expect("it is moved");
    assert_eq!(sheets(&moved), [Some("New.".to_owned())]);
}

#[test]
fn a_comment_behind_what_is_moved_swallows_nothing() {
    let text = r#"(format: 1, scenario: "x", reviewers: [Reviewer(id: "a", role: Officer, years: 1, came: Collected(on: "x")),
    Reviewer(id: "b", role: Officer, years: 1, came: Collected(on: "x"))], sheets: [
    Sheet(decision: "d", situation: "s", wording: "old", reviews: [
        Review(by: "b", answer: Choose("x"), reason: "y"),
        Review(by: "a", answer: Choose("x"), reason: "y") // by telephone
    ]), Sheet(decision: "d", situation: "s", wording: "new", reviews: [Review(by: "b", answer: Choose("x"), reason: "y")])])
"#;
    let moved = move_reviews(text, "a", "d", "s", "old", "new").expect("it is moved");
    insta::assert_snapshot!(diff(text, &moved), @r#"
    4   -        Review(by: "b", answer: Choose("x"), reason: "y"),
    4   +        Review(by: "b", answer: Choose("x"), reason: "y")
    5   +    ]), Sheet(decision: "d", situation: "s", wording: "new", reviews: [Review(by: "b", answer: Choose("x"), reason: "y"),
    6   -    ]), Sheet(decision: "d", situation: "s", wording: "new", reviews: [Review(by: "b", answer: Choose("x"), reason: "y")])])
    7   +    ])])
    "#);
}

/// Adds a reviewer and a review to every sheet, and takes both out again.
fn there_and_back(text: &str) {
    let mut with = add_reviewer(text, &collected("r-new")).expect("it is added");
    for sheet in read(text).sheets {
        with = add_review(&with, &sheet.decision, &sheet.situation, &sheet.wording, &review("r-new", LONG))
            .expect("it is added");
    }
    with =
        add_review(&with, "unheard-of", "any", "b3:0123456789abcdef", &review("r-new", LONG)).expect("it is added");
    assert_ne!(with, text);
    let ends = |text: &str| (text.matches('\n').count(), text.matches("\r\n").count());
    let (all, long) = ends(&with);
    assert!(long == 0 || long == all, "line ends are mixed");
    assert_eq!(long == 0, ends(text).1 == 0);
    let back = remove_reviewer(&with, "r-new").expect("it is removed");
    assert_eq!(back, text, "{}", diff(text, &back));
}

#[test]
fn what_is_added_and_removed_leaves_no_trace() {
    for text in [MISSED_MONDAY, ODD] {
        there_and_back(text);
        there_and_back(&text.replace('\n', "\r\n"));
        there_and_back(&format!("\u{feff}{text}"));
    }
}

#[test]
fn a_large_panel_is_left_without_a_trace() {
    let with = add_reviewer(SMALL_THINGS, &collected("r-new")).expect("it is added");
    let sheet = read(SMALL_THINGS).sheets.swap_remove(3);
    let with = add_review(&with, &sheet.decision, &sheet.situation, &sheet.wording, &review("r-new", LONG));
    let back = with.and_then(|with| remove_reviewer(&with, "r-new"));
    assert!(back.as_deref() == Ok(SMALL_THINGS));
}

#[test]
fn lists_may_be_written_in_any_way() {
    let reviewer =
        |id: &str| format!("Reviewer(id: \"{id}\", role: Officer, years: 1, came: Drafted(from: [\"x\"]))");
    let (a, b, c) = (reviewer("a"), reviewer("b"), reviewer("c"));
    let ways = [
        format!("[{a}, {b}, {c}]"),
        format!("[{a}, {b}, {c},]"),
        format!("[ {a} , {b} , {c} ]"),
        format!("[\n    {a},\n    {b},\n    {c}]"),
        format!("[{a},\n    {b},\n    {c},\n]"),
        format!("[\n    {a} // one\n    , {b} // two\n    , {c} // three\n]"),
        format!("[ // none\n    {a}, {b}, // two\n    {c} /* three */, // and more\n    // the end\n]"),
        format!("[\n\t{a},\n\n\t// two\n\t{b},\n\n\t/* three */ {c},\n\n]"),
    ];
    let mut shown = Vec::new();
    for way in ways {
        let text = format!("(format: 1, scenario: \"x\", reviewers: {way}, sheets: [])");
        there_and_back(&text);
        for gone in ["a", "b", "c"] {
            let less = remove_reviewer(&text, gone).expect("it is removed");
            let ids: Vec<String> = read(&less).reviewers.into_iter().map(|reviewer| reviewer.id).collect();
            assert_eq!(ids, ["a", "b", "c"].into_iter().filter(|id| *id != gone).collect::<Vec<_>>());
            let short = less.replace(&a, "A").replace(&b, "B").replace(&c, "C");
            let (_, list) = short.split_once("reviewers: ").expect("a list");
            shown.push(
                list.trim_end_matches(", sheets: [])").replace('\n', "¶").replace("    ", "→").replace('\t', "→"),
            );
        }
    }
    insta::assert_snapshot!(shown.join("\n"), @"
    [B, C]
    [A, C]
    [A, B]
    [B, C,]
    [A, C,]
    [A, B,]
    [ B , C ]
    [ A , C ]
    [ A , B  ]
    [¶→B,¶→C]
    [¶→A,¶→C]
    [¶→A,¶→B]
    [¶→B,¶→C,¶]
    [A,¶→C,¶]
    [A,¶→B,¶]
    [¶→B // two¶→, C // three¶]
    [¶→A // one¶→, C // three¶]
    [¶→A // one¶→, B // two¶→ // three¶]
    [ // none¶→B, // two¶→C /* three */, // and more¶→// the end¶]
    [ // none¶→A, // two¶→C /* three */, // and more¶→// the end¶]
    [ // none¶→A, B, // two¶→// the end¶]
    [¶¶→// two¶→B,¶¶→/* three */ C,¶¶]
    [¶→A,¶¶¶→/* three */ C,¶¶]
    [¶→A,¶¶→// two¶→B,¶¶¶]
    ");
}

#[test]
fn what_can_not_be_done_is_said() {
    let id = |id: &str| id.to_owned();
    let by = |by: &str, decision: &str, situation: &str| (id(by), id(decision), id(situation));
    assert_eq!(
        add_reviewer(MISSED_MONDAY, &collected("r-senior")),
        Err(Unchanged::ReviewerThere { id: id("r-senior") })
    );
    assert_eq!(
        set_reviewer(MISSED_MONDAY, "r-doctor", &collected("r-senior")),
        Err(Unchanged::ReviewerThere { id: id("r-senior") })
    );
    let nobody = Err(Unchanged::NoReviewer { id: id("r-x") });
    let [decision, situation, wording] = UNCHECKED;
    assert_eq!(add_review(MISSED_MONDAY, decision, situation, wording, &review("r-x", "")), nobody);
    assert_eq!(remove_reviewer(MISSED_MONDAY, "r-x"), nobody);
    assert_eq!(set_reviewer(MISSED_MONDAY, "r-x", &collected("r-x")), nobody);
    assert_eq!(move_reviews(MISSED_MONDAY, "r-x", decision, situation, wording, "w"), nobody);
    let (who, on, at) = by("r-senior", decision, situation);
    assert_eq!(
        add_review(MISSED_MONDAY, decision, situation, wording, &review("r-senior", "")),
        Err(Unchanged::ReviewThere { by: who.clone(), decision: on.clone(), situation: at.clone() })
    );
    let twice = add_review(MISSED_MONDAY, decision, situation, "w", &review("r-senior", "")).expect("it is added");
    assert_eq!(
        move_reviews(&twice, "r-senior", decision, situation, wording, "w"),
        Err(Unchanged::ReviewThere { by: who.clone(), decision: on.clone(), situation: at.clone() })
    );
    let nothing = Err(Unchanged::NothingToMove { by: who, decision: on, situation: at });
    assert_eq!(move_reviews(MISSED_MONDAY, "r-senior", decision, situation, "w", wording), nothing);
    assert_eq!(move_reviews(MISSED_MONDAY, "r-senior", decision, situation, wording, wording), nothing);
    let Err(Unchanged::CantBeRead { found }) = remove_reviewer("Panel(format: 1, scenario: 3)", "r-x") else {
        panic!("it is read");
    };
    assert!(found.iter().any(|finding| finding.message.contains("reviewers")), "{found:?}");
}

/// Texts of any characters, and texts with many spaces, quotes and line ends.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::collection::vec(any::<char>(), 0..200).prop_map(String::from_iter),
        proptest::collection::vec(proptest::char::range('\u{1}', '\u{ff}'), 0..400).prop_map(String::from_iter),
        "([a-z]{1,12}[ ]){0,60}[a-z]",
        "([a-z\"\\\\)/'*#\\]]{1,9}[ \n\t\u{a0}\u{2028}]{1,2}){0,60}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_reason_is_read_as_it_was_given(reason in any_text(), crlf in any::<bool>()) {
        let old = if crlf { ODD.replace('\n', "\r\n") } else { ODD.to_owned() };
        let new = review("b", &reason);
        match add_review(&old, "e", "s", "", &new) {
            Ok(text) => {
                let back = read(&text).sheets[1].reviews[1].reason.clone();
                prop_assert_eq!(folded(&back), folded(&reason));
                if folded(&reason) != reason || reason.len() < 60 {
                    prop_assert_eq!(back, reason);
                }
                // What was written can be changed like anything else.
                let moved = move_reviews(&text, "b", "e", "s", "", "b3:0123456789abcdef");
                prop_assert!(moved.is_ok(), "{moved:?}");
                let less = remove_reviewer(&text, "b").map(|text| read(&text));
                let without = remove_reviewer(&old, "b").map(|text| read(&text));
                prop_assert_eq!(less, without);
            }
            Err(refused) => {
                let character = reason.chars().find(|c| parse::is_forbidden(*c));
                prop_assert_eq!(Some(refused), character.map(|character| Unchanged::Unwritable { character }));
            }
        }
    }

    #[test]
    fn any_reviewer_is_added_and_changed(id in any_text(), outlook in any_text(), from in any_text()) {
        let id = format!("n{id}");
        let mut reviewer = collected(&id);
        reviewer.outlook = Some(outlook);
        let refused = |why: &Unchanged| matches!(why, Unchanged::Unwritable { .. });
        let added = add_reviewer(ODD, &reviewer);
        let Ok(text) = added.map_err(|why| assert!(refused(&why), "{why:?}")) else { return Ok(()) };
        reviewer.came = Came::Drafted { from: vec![from; 3] };
        reviewer.outlook = None;
        let changed = set_reviewer(&text, &id, &reviewer);
        let Ok(text) = changed.map_err(|why| assert!(refused(&why), "{why:?}")) else { return Ok(()) };
        prop_assert_eq!(remove_reviewer(&text, &id), Ok(ODD.to_owned()));
    }

    #[test]
    fn what_is_there_stays_in_its_order(steps in proptest::collection::vec((0_u8..5, 0_usize..9, 0_usize..9), 1..8)) {
        let mut text = ODD.to_owned();
        for (n, (what, one, other)) in steps.into_iter().enumerate() {
            let old = read(&text);
            let id = old.reviewers.get(one % old.reviewers.len().max(1)).map_or("a", |reviewer| &reviewer.id);
            let place = other % old.sheets.len().max(1);
            let key = |sheet: &Sheet| [&sheet.decision, &sheet.situation, &sheet.wording].map(String::clone);
            let [decision, situation, wording] =
                &old.sheets.get(place).map_or_else(|| ["d", "s", "w"].map(str::to_owned), key);
            let changed = match what {
                0 => add_reviewer(&text, &collected(&format!("n{n}"))),
                1 => add_review(&text, decision, situation, wording, &review(id, LONG)),
                2 => add_review(&text, decision, situation, &format!("w{n}"), &review(id, LONG)),
                3 => move_reviews(&text, id, decision, situation, wording, &format!("w{}", n / 3)),
                _ => remove_reviewer(&text, id),
            };
            let Ok(new) = changed.map_err(|why| match why {
                Unchanged::ReviewThere { .. } | Unchanged::NothingToMove { .. } | Unchanged::NoReviewer { .. } => {}
                why => panic!("{why:?}"),
            }) else { continue };
            let panel = read(&new);
            let reviewers = |panel: &Panel| panel.reviewers.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
            let sheets = |panel: &Panel| panel.sheets.iter().map(key).collect::<Vec<_>>();
            let comments = |text: &str| {
                let found = parse::tree::comments(text);
                found.into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>()
            };
            prop_assert!(keeps_order(&reviewers(&old), &reviewers(&panel)));
            prop_assert!(keeps_order(&sheets(&old), &sheets(&panel)));
            let (before, after) = (comments(&text), comments(&new));
            match what {
                0..=2 => prop_assert_eq!(before, after),
                // What went may have taken comments along; none came.
                _ => prop_assert!(after.iter().all(|one| before.contains(one)) && after.len() <= before.len()),
            }
            text = new;
        }
    }
}

/// Whether those that are in both are in the same order.
fn keeps_order<T: PartialEq>(old: &[T], new: &[T]) -> bool {
    let stayed = old.iter().filter(|one| new.contains(one));
    let kept = new.iter().filter(|one| old.contains(one));
    stayed.eq(kept)
}
