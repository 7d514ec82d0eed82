//! What authors see, whole, for one broken file of each kind.

use super::{render, render_json};
use crate::diag::{Code, Diagnostic, Severity};
use crate::scenario::parse;
use crate::source::Source;

const TINY: &str = include_str!("../../../tests/suite/format-examples/tiny.scenario.ron");

/// What is shown for a scenario.
fn shown(text: &str) -> String {
    let source = Source::new("small.ron", text);
    let found = parse::scenario(&source).err().unwrap_or_default();
    assert_narrow(&render(&found, &[&source], false))
}

/// What is shown for the tiny scenario with some changes.
fn changed(changes: &[(&str, &str)]) -> String {
    let mut text = TINY.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from} is not in the example");
        text = text.replacen(from, to, 1);
    }
    shown(&text)
}

/// What is shown for bytes.
fn shown_bytes(bytes: Vec<u8>) -> String {
    let (source, found) = parse::decode("small.ron", bytes);
    assert_narrow(&render(&found, &[&source], false))
}

/// All but the first lines, which begin with a place, fit a terminal.
fn assert_narrow(shown: &str) -> String {
    for line in shown.lines().filter(|line| !line.starts_with("small.ron:")) {
        assert!(line.chars().count() <= 80, "too wide: {line}");
    }
    shown.trim_end().to_owned()
}

#[test]
fn an_unknown_field_and_a_missing_one() {
    insta::assert_snapshot!(changed(&[
        ("title: \"Did not attend\"", "tittle: \"Did not attend\""),
        ("from: \"landlord\", via: Email,", "via: Email,"),
    ]), @r#"
    small.ron:33:32: error[D0040]: `Arrival` has no field `tittle`
       |
    33 | ...   Arrival(id: "no-show", tittle: "Did not attend", at: Week(3, Mon, ...
       |                              ^^^^^^
      help: Did you mean `title`?

    small.ron:46:9: error[D0041]: `Arrival` "rent" has no `from`
       |
    46 | ...   Arrival(id: "rent", title: "Rent arrears", at: Week(4, Wed), via: ...
       |       ^^^^^^^
      help: Add `from: "the id of a person"`.

    2 errors
    "#);
}

#[test]
fn words_of_a_closed_list() {
    insta::assert_snapshot!(changed(&[
        ("kind: Explore, act: HealthCheck", "kind: Explor, act: HealthChek"),
        ("via: System", "via: Pigeon"),
        ("Opened(\"rent\")", "Openned(\"rent\")"),
    ]), @r#"
    small.ron:33:104: error[D0045]: `Pigeon` is no word of `via`
       |
    33 | ... "15:30"), from: "ellis", via: Pigeon,
       |                                   ^^^^^^
      help: These may stand here: `Email`, `Phone`, `Voicemail`, `Text`, `Letter`,
            `InPerson`, `Interview`, `Visit`, `Video`, `Meeting`, `Record`,
            `System`, ...

    small.ron:55:41: error[D0045]: `Explor` is no word of `kind`
       |
    55 |         Response(id: "ring-ward", kind: Explor, act: HealthChek,
       |                                         ^^^^^^
      help: Did you mean `Explore`?

    small.ron:55:54: error[D0045]: `HealthChek` is no word of `act`
       |
    55 |         Response(id: "ring-ward", kind: Explor, act: HealthChek,
       |                                                      ^^^^^^^^^^
      help: Did you mean `HealthCheck`?

    small.ron:63:93: error[D0045]: `Openned` is no condition
       |
    63 | ...e arrears", minutes: 25, when: Openned("rent"),
       |                                   ^^^^^^^
      help: Did you mean `Opened`?

    4 errors
    "#);
}

#[test]
fn another_kind_of_value() {
    insta::assert_snapshot!(changed(&[
        ("minutes: 15", "minutes: \"15\""),
        ("minutes: 25", "minutes: 2.5"),
        ("minutes: 20,", "minutes: -20,"),
        ("critical: true", "critical: yes"),
        ("from: \"ellis\", via: System", "from: ellis, via: \"System\""),
    ]), @r#"
    small.ron:30:88: error[D0044]: `critical` wants `true` or `false`, and the word `yes` stands here
       |
    30 | ... hospital on Monday.", critical: yes, about: [Health])],
       |                                     ^^^
      help: Write `true` or `false`, without quotation marks.

    small.ron:33:90: error[D0044]: `from` wants a text, and the word `ellis` stands here
       |
    33 | ...t: Week(3, Mon, "15:30"), from: ellis, via: "System",
       |                                    ^^^^^
      help: Put it in quotation marks: `"ellis"`.

    small.ron:33:102: error[D0044]: `via` wants a word, and a text stands here
       |
    33 | ..., "15:30"), from: ellis, via: "System",
       |                                  ^^^^^^^^
      help: Leave out the quotation marks: `System`.

    small.ron:56:73: error[D0044]: `minutes` wants a whole number, and a text stands here
       |
    56 | ...his consent by phone", minutes: "15", when: Opened("voicemail"),
       |                                    ^^^^
      help: Leave out the quotation marks: `15`.

    small.ron:63:83: error[D0044]: `minutes` wants a whole number, and the number 2.5 stands here
       |
    63 | ... plan for the arrears", minutes: 2.5, when: Opened("rent"),
       |                                     ^^^
      help: Write `3`.

    small.ron:66:76: error[D0048]: `minutes` can't be less than nothing, and -20 stands here
       |
    66 | ...e sets the payment up", minutes: -20,
       |                                     ^^^

    6 errors
    "#);
}

#[test]
fn numbers_out_of_range_and_odds_that_are_none() {
    insta::assert_snapshot!(changed(&[
        ("minutes: 90", "minutes: 90000"),
        ("odds: 0.3", "odds: NaN"),
        ("by: -0.25", "by: 0.12345"),
        ("\"10:10\"", "\"25:10\""),
    ]), @r#"
    small.ron:12:44: error[D0048]: `minutes` may be from 0 to 65,535, and 90000 stands here
       |
    12 |             Weeks(from: 3, to: 5, minutes: 90000,
       |                                            ^^^^^

    small.ron:36:82: error[D0049]: "25:10" is no time of day; write it like "14:00"
       |
    36 | ... from Ellis", at: Week(3, Tue, "25:10"), from: "ellis",
       |                                   ^^^^^^^

    small.ron:95:58: error[D0049]: NaN can't be odds: write a number such as 0.25, with at most four decimals
       |
    95 |         Chance(id: "loses-room", at: Week(5, Thu), odds: NaN,
       |                                                          ^^^

    small.ron:96:32: error[D0049]: 0.12345 can't be odds: write a number such as 0.25, with at most four decimals
       |
    96 | ...   shifts: [Shift(by: 0.12345, when: Done("landlord-call"))], when: A...
       |                          ^^^^^^^

    4 errors
    "#);
}

#[test]
fn brackets_of_the_wrong_kind() {
    insta::assert_snapshot!(changed(&[
        ("when: All(Done(\"landlord-call\"), From(Week(5)))", "when: All([Done(\"landlord-call\"), From(Week(5))])"),
        ("tags: [Housing]", "tags: Housing"),
        ("tags: [Health]", "tags: (Health)"),
        ("levels: {Public: Medium, KnownAdult: Low}", "levels: (Public: Medium, KnownAdult: Low)"),
    ]), @r#"
    small.ron:28:66: error[D0052]: `levels` wants a map, which has curly brackets
       |
    28 | ...   ratings: [Ratings(at: Week(0), by: "senior", levels: (Public: Medi...
       |                                                            ^
      help: Write `{...}` instead of `(...)`.

    small.ron:37:60: error[D0052]: `tags` wants a list, which has square brackets
       |
    37 | ...   via: Voicemail, reliability: SelfReport, tags: (Health), says: ["i...
       |                                                      ^
      help: Write `[...]` instead of `(...)`.

    small.ron:47:93: error[D0044]: `tags` wants a list, and the word `Housing` stands here
       |
    47 | ...nts: Up, risk: [Public], tags: Housing,
       |                                   ^^^^^^^
      help: Put it in square brackets: `[Housing]`.

    small.ron:67:23: error[D0050]: `All(..)` takes its parts without square brackets
       |
    67 | ...   when: All([Done("landlord-call"), From(Week(5))]), to: "ellis"),
       |                 ^
      help: Leave out the square brackets: `All(Done("landlord-call"),
            From(Week(5)))`.

    4 errors
    "#);
}

#[test]
fn curly_brackets_for_a_struct() {
    insta::assert_snapshot!(changed(&[
        ("Person(id: \"ward\", name: \"Fenley General, acute ward\", role: Doctor)", "{id: \"ward\", name: \"Fenley General, acute ward\", role: Doctor}"),
    ]), @r#"
    small.ron:20:9: error[D0052]: each part of `people` wants `Person(..)`, with round brackets
       |
    20 |         {id: "ward", name: "Fenley General, acute ward", role: Doctor},
       |         ^
      help: Write `Person(...)`. Curly brackets are for maps: `{Public: High}`.

    1 error
    "#);
}

#[test]
fn curly_brackets_after_a_name() {
    insta::assert_snapshot!(changed(&[
        ("Person(id: \"ward\", name: \"Fenley General, acute ward\", role: Doctor)", "Person{id: \"ward\", name: \"Fenley General, acute ward\", role: Doctor}"),
    ]), @r#"
    small.ron:20:15: error[D0029]: `Person` is followed by a curly bracket, and needs a round one
       |
    20 | ...   Person{id: "ward", name: "Fenley General, acute ward", role: Doctor},
       |             ^
      help: Write `Person(...)`. Curly brackets are for maps: `{Public: High}`.

    1 error
    "#);
}

#[test]
fn something_written_twice() {
    insta::assert_snapshot!(changed(&[
        ("title: \"Rent arrears\", at", "title: \"Rent arrears\", title: \"x\", at"),
        ("{Public: Medium, KnownAdult: Low}", "{Public: Medium, Public: Low}"),
    ]), @r#"
    small.ron:28:83: error[D0043]: the key Public is written twice
       |
    28 | ...by: "senior", levels: {Public: Medium, Public: Low})]),
       |                           ------          ^^^^^^
       |                           |
       |                           here first
      help: Keep one of the two.

    small.ron:46:52: error[D0042]: `title` is written twice in this `Arrival`
       |
    46 | ...   Arrival(id: "rent", title: "Rent arrears", title: "x", at: Week(4,...
       |                           ----- here first       ^^^^^
      help: Keep one of the two.

    2 errors
    "#);
}

#[test]
fn a_wrong_name_before_a_bracket() {
    insta::assert_snapshot!(changed(&[
        ("Arrival(id: \"rent\"", "Arival(id: \"rent\""),
        ("Option(id: \"accept\"", "Choice(id: \"accept\""),
    ]), @r#"
    small.ron:46:9: error[D0046]: `Arival` stands in `arrivals`, which holds `Arrival(..)`
       |
    46 | ...   Arival(id: "rent", title: "Rent arrears", at: Week(4, Wed), from: ...
       |       ^^^^^^
      help: Did you mean `Arrival`?

    small.ron:83:17: error[D0046]: `Choice` stands in `options`, which holds `Option(..)`
       |
    83 |                 Choice(id: "accept", kind: Record,
       |                 ^^^^^^
      help: Write `Option(...)`.

    2 errors
    "#);
}

#[test]
fn too_few_and_too_many_parts() {
    insta::assert_snapshot!(changed(&[
        ("Chose(\"absence\", \"letter\")", "Chose(\"absence\")"),
        ("at: Week(4, Wed)", "at: Week()"),
        ("at: Week(5, Thu)", "at: Week(5, Thu, \"10:00\", 3)"),
        ("via: Phone", "via: Phone()"),
        ("order: Licence(months: 20)", "order: Licence"),
    ]), @r#"
    small.ron:26:52: error[D0047]: `Licence` needs something in round brackets
       |
    26 |         Case(id: "varden", person: "ellis", order: Licence, tier: "C1",
       |                                                    ^^^^^^^
      help: Write `Licence(months: 20)`.

    small.ron:42:85: error[D0047]: `Phone` stands alone, without brackets
       |
    42 | ...rings back", from: "ward", via: Phone(),
       |                                    ^^^^^
      help: Write `Phone`.

    small.ron:46:56: error[D0047]: `Week(..)` has too few parts: 0 are written
       |
    46 | ...   Arrival(id: "rent", title: "Rent arrears", at: Week(), from: "land...
       |                                                      ^^^^
      help: Write `Week(5)`, `Week(5, Tue)` or `Week(5, Tue, "14:00")`.

    small.ron:92:58: error[D0047]: `Chose(..)` has too few parts: 1 is written
       |
    92 |     drift: [Drift(id: "money", at: EachWeek(4, 5), when: Chose("absence"...
       |                                                          ^^^^^
      help: Write `Chose("decision", "option")`.

    small.ron:95:60: error[D0047]: `Week(..)` has room for 3 parts, and 4 are written
       |
    95 |         Chance(id: "loses-room", at: Week(5, Thu, "10:00", 3), odds: 0.3,
       |                                                            ^
      help: Write `Week(5)`, `Week(5, Tue)` or `Week(5, Tue, "14:00")`.

    5 errors
    "#);
}

#[test]
fn some_written_out() {
    insta::assert_snapshot!(changed(&[
        ("play_minutes: 10", "play_minutes: Some(10)"),
        ("minutes: 15", "minutes: Some(15)"),
    ]), @r#"
    small.ron:56:73: error[D0051]: `minutes` has no use for `Some(..)`
       |
    56 | ...his consent by phone", minutes: Some(15), when: Opened("voicemail"),
       |                                    ^^^^
      help: Write `15`.

    1 error
    "#);
}

#[test]
fn effects_inside_effects() {
    insta::assert_snapshot!(changed(&[
        ("then: [Starts(\"evidence\")]", "then: [Later(when: Is(\"trusts_you\"), then: [Strts(\"evidence\"), Add(\"strain\")]), Set(trusts_you)]"),
    ]), @r#"
    small.ron:87:28: error[D0041]: this `Later` has no `after`
       |
    87 | ...   then: [Later(when: Is("trusts_you"), then: [Strts("evidence"), Add...
       |              ^^^^^
      help: Add `after: WorkingDays(2)`.

    small.ron:87:65: error[D0045]: `Strts` is no effect
       |
    87 | ...   then: [Later(when: Is("trusts_you"), then: [Strts("evidence"), Add...
       |                                                   ^^^^^
      help: Did you mean `Starts`?

    small.ron:87:84: error[D0047]: `Add(..)` has too few parts: 1 is written
       |
    87 | ...you"), then: [Strts("evidence"), Add("strain")]), Set(trusts_you)]),
       |                                     ^^^
      help: Write `Add("counter", 1)`.

    small.ron:87:105: error[D0044]: `Set(..)` wants a text, and the word `trusts_you` stands here
       |
    87 | ...ence"), Add("strain")]), Set(trusts_you)]),
       |                                 ^^^^^^^^^^
      help: Put it in quotation marks: `"trusts_you"`.

    4 errors
    "#);
}

#[test]
fn a_missing_comma() {
    insta::assert_snapshot!(changed(&[
        ("title: \"Did not attend\", at", "title: \"Did not attend\" at"),
        ("minutes: 15,", "minutes: 15"),
    ]), @r#"
    small.ron:33:54: error[D0024]: a comma is missing after this
       |
    33 | ...   Arrival(id: "no-show", title: "Did not attend" at: Week(3, Mon, "1...
       |                                                    ^
      help: Put a comma here.

    small.ron:56:74: error[D0024]: a comma is missing after this
       |
    56 | ...   label: "Ring the ward, with his consent by phone", minutes: 15 whe...
       |                                                                    ^
      help: Put a comma here.

    2 errors
    "#);
}

#[test]
fn a_text_that_is_not_closed() {
    insta::assert_snapshot!(changed(&[
        ("\"He kept coming on Mondays.\"", "\"He kept coming on Mondays."),
    ]), @r#"
    small.ron:121:64: error[D0022]: this text is not closed
        |
    121 | ...g happened", text: "He kept coming on Mondays.),
        |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: Put a quotation mark `"` where it ends. Inside a text, a quotation mark
            is written `\"`.

    1 error
    "#);
}

#[test]
fn a_text_that_swallows_the_next_field() {
    insta::assert_snapshot!(changed(&[
        ("title: \"Did not attend\", at", "title: \"Did not attend, at"),
    ]), @r#"
    small.ron:33:39: error[D0022]: this text is not closed: the next field has become part of it
       |
    33 | ...no-show", title: "Did not attend, at: Week(3, Mon, "15:30"), from: "e...
       |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: Put a quotation mark `"` where it ends. Inside a text, a quotation mark
            is written `\"`.

    1 error
    "#);
}

#[test]
fn a_quotation_mark_inside_a_text() {
    insta::assert_snapshot!(changed(&[
        ("title: \"He stayed put\"", "title: \"He \"stayed\" put\""),
    ]), @r#"
    small.ron:119:42: error[D0028]: this quotation mark ends the text, and more of it seems to follow
        |
    119 | ...   Ending(id: "settled", title: "He "stayed" put", when: Met("arrear...
        |                                        ^
      help: Inside a text, write `\"` for a quotation mark. If the text was to end
            earlier, it lacks its closing mark there.

    1 error
    "#);
}

#[test]
fn other_quotation_marks() {
    insta::assert_snapshot!(changed(&[
        ("title: \"He lost the room\"", "title: 'He lost the room'"),
        ("title: \"He stayed put\"", "title: “He stayed put”"),
    ]), @r#"
    small.ron:116:39: error[D0033]: a text stands in double quotation marks
        |
    116 |         Ending(id: "moved-on", title: 'He lost the room',
        |                                       ^^^^^^^^^^^^^^^^^^
      help: Write the plain mark `"` at both ends.

    small.ron:119:38: error[D0007]: `“` is a mark of a word processor, and begins no text
        |
    119 | ...   Ending(id: "settled", title: “He stayed put”, when: Met("arrears"),
        |                                    ^^^^^^^^^^^^^^^
      help: Write the plain mark `"` at both ends.

    2 errors
    "#);
}

#[test]
fn a_square_bracket_that_is_not_closed() {
    insta::assert_snapshot!(changed(&[
        ("tags: [Absence],", "tags: [Absence,"),
    ]), @r#"
    small.ron:34:37: error[D0020]: this `[` is not closed
       |
    34 | ...   salience: Medium, tags: [Absence,
       |                               ^
    35 | ...   text: "Ellis Varden was due at 15:00. He has not come, and his pho...
       |       ---- `]` is missing before this
      help: Put a `]` where it ends.

    1 error
    "#);
}

#[test]
fn a_round_bracket_that_is_not_closed() {
    insta::assert_snapshot!(changed(&[
        ("AtLeast(\"strain\", 2)", "AtLeast(\"strain\", 2"),
    ]), @r#"
    small.ron:47:19: error[D0020]: this `AtLeast(` is not closed
       |
    47 | ...   when: AtLeast("strain", 2, salience: Medium, points: Up, risk: [Pu...
       |             ^^^^^^^^             -------- `)` is missing before this
      help: Put a `)` where it ends.

    1 error
    "#);
}

#[test]
fn a_bracket_that_closes_too_early() {
    insta::assert_snapshot!(changed(&[
        ("    ],\n\n    responses: [", "    ],\n)\n    responses: ["),
    ]), @r#"
    small.ron:54:5: error[D0025]: something stands after the end of the file's one value
       |
    53 | )
       | - everything was closed here
    54 |     responses: [
       |     ^^^^^^^^^
      help: If it belongs to that value, a bracket above closes too early. If not,
            take it out.

    1 error
    "#);
}

#[test]
fn a_comment_that_is_not_closed() {
    insta::assert_snapshot!(changed(&[
        ("// Week 0", "/* Week 0"),
    ]), @r#"
    small.ron:9:5: error[D0023]: this comment is never closed
      |
    9 |     /* Week 0 is the week of day_0. You have 90 minutes a week for this c...
      |     ^^
      help: End it with `*/`. Each `/*` inside it needs a `*/` of its own.

    1 error
    "#);
}

#[test]
fn a_bad_escape() {
    insta::assert_snapshot!(changed(&[
        ("He has not come, and", "He has \\qnot come, and"),
    ]), @r#"
    small.ron:35:58: error[D0027]: `\q` stands for no character
       |
    35 | ...   text: "Ellis Varden was due at 15:00. He has \qnot come, and his p...
       |                                                    ^^
      help: A backslash itself is written `\\`. It may come before `"`, `n`, `t` and
            `u{..}`.

    1 error
    "#);
}

#[test]
fn signs_of_other_languages() {
    insta::assert_snapshot!(changed(&[
        ("minutes: 15", "minutes = 15"),
        ("salience: Medium, tags", "salience: Medium; tags"),
        ("when: Opened(\"rent\")", "when: Opened(\"rent\") && Is(\"x\")"),
    ]), @r#"
    small.ron:34:29: error[D0030]: parts are divided by commas
       |
    34 |             salience: Medium; tags: [Absence],
       |                             ^
      help: Write a comma instead.

    small.ron:56:72: error[D0030]: a field and its value have a colon between them
       |
    56 | ...   label: "Ring the ward, with his consent by phone", minutes = 15, w...
       |                                                                  ^
      help: Write `minutes: ...`.

    small.ron:63:108: error[D0030]: `&` means nothing here
       |
    63 | ...minutes: 25, when: Opened("rent") && Is("x"),
       |                                      ^
      help: Two conditions that must both hold are written `All(Seen("a"),
            Is("b"))`.

    3 errors
    "#);
}

#[test]
fn parts_with_and_without_names() {
    insta::assert_snapshot!(changed(&[
        ("Counter(id: \"strain\", min", "Counter(\"strain\", min"),
    ]), @r#"
    small.ron:15:41: error[D0032]: in these brackets some parts have names and some have none
       |
    15 | ...ts_you"), Counter("strain", min: 0, max: 4, start: 1)],
       |                      ^^^^^^^^  --- this one has a name
      help: Write `Counter(id: "id", min: 0, max: 5)`.

    1 error
    "#);
}

#[test]
fn what_needs_quotation_marks() {
    insta::assert_snapshot!(changed(&[
        ("asks: \"ward\"", "asks: acute-ward"),
        ("day_0: \"2025-11-03\"", "day_0: 2025-11-03"),
        ("Week(3, Mon, \"15:30\")", "Week(3, Mon, 15:30)"),
    ]), @r#"
    small.ron:10:31: error[D0034]: `2025-11-03` needs quotation marks
       |
    10 |     calendar: Calendar(day_0: 2025-11-03, day_0_is: "his release",
       |                               ^^^^^^^^^^
      help: Write `"2025-11-03"`. Ids, dates and times of day are texts.

    small.ron:33:74: error[D0034]: `15:30` needs quotation marks
       |
    33 | ...d not attend", at: Week(3, Mon, 15:30), from: "ellis", via: System,
       |                                    ^^^^^
      help: Write `"15:30"`. Ids, dates and times of day are texts.

    small.ron:57:19: error[D0034]: `acute-ward` needs quotation marks
       |
    57 |             asks: acute-ward,
       |                   ^^^^^^^^^^
      help: Write `"acute-ward"`. Ids, dates and times of day are texts.

    3 errors
    "#);
}

#[test]
fn a_missing_colon_and_a_missing_value() {
    insta::assert_snapshot!(changed(&[
        ("title: \"He stayed put\"", "title \"He stayed put\""),
        ("salience: Medium, tags", "salience: , tags"),
    ]), @r#"
    small.ron:34:13: error[D0031]: `salience:` has no value
       |
    34 |             salience: , tags: [Absence],
       |             ^^^^^^^^
      help: Write its value after the colon, or leave it out.

    small.ron:119:37: error[D0030]: a colon is missing between `title` and its value
        |
    119 |         Ending(id: "settled", title "He stayed put", when: Met("arrears"),
        |                                     ^^^^^^^^^^^^^^^
      help: Write `title: ...`.

    2 errors
    "#);
}

#[test]
fn a_letter_that_only_looks_right() {
    insta::assert_snapshot!(changed(&[
        ("via: Phone", "via: \u{420}hone"),
    ]), @r#"
    small.ron:42:85: error[D0045]: `Рhone` is no word of `via`
       |
    42 | ...rings back", from: "ward", via: Рhone,
       |                                    ^^^^^
      help: Did you mean `Phone`? What is written has `Р` (U+0420), which only looks
            like another letter.

    1 error
    "#);
}

#[test]
fn conditions_that_lie_too_deep() {
    insta::assert_snapshot!(changed(&[("AtLeast(\"strain\", 2), s", &format!("{}Is(\"x\"){}, s", "Not(".repeat(41), ")".repeat(41)))]), @r#"
    small.ron:47:170: error[D0013]: this bracket lies more than 40 deep in others
       |
    47 | ...ot(Not(Not(Not(Not(Not(Not(Not(Not(Not(Not(Not(Is("x"))))))))))))))))...
       |                                      ^
      help: Conditions may be nested twelve deep. If this is no condition, a bracket
            above it is not closed.

    1 error
    "#);
}

#[test]
fn a_format_from_the_future() {
    insta::assert_snapshot!(changed(&[
        ("format: 1", "format: 2"),
    ]), @r#"
    small.ron:3:13: error[D0014]: this file is written in format 2, and this program reads format 1
      |
    3 |     format: 2, id: "missed-monday", title: "Missed Monday",
      |             ^
      help: Read it with a newer version of Defensible. If you wrote it for this
            one, write `format: 1`.

    1 error
    "#);
}

#[test]
fn an_extension_that_is_not_known() {
    insta::assert_snapshot!(changed(&[
        ("// A whole", "#![enable(implicit_some, warp)]\n// A whole"),
    ]), @r#"
    small.ron:1:26: error[D0035]: there is no extension called `warp`
      |
    1 | #![enable(implicit_some, warp)]
      |                          ^^^^
      help: Leave the line out: no file needs an extension.

    1 error
    "#);
}

#[test]
fn characters_that_can_not_be_seen() {
    insta::assert_snapshot!(changed(&[
        ("He stayed put", "He \u{202e}stayed put"),
        ("He lost the room", "He\\u{202e} lost"),
        ("place: England", "place:\u{a0}England"),
    ]), @r#"
    small.ron:4:101: error[D0008]: here stands a space that is no ordinary one (U+00A0)
      |
    4 | ... policy_date: "2025-11-03", place: England,
      |                                      ^
      help: Delete it, and write an ordinary space if one is needed.

    small.ron:116:42: error[D0005]: here stands a character that turns the direction of writing (U+202E), which can't be seen
        |
    116 |         Ending(id: "moved-on", title: "He\u{202e} lost",
        |                                          ^^^^^^^^
      help: Delete it: it can make a line read otherwise than it says.

    small.ron:119:42: error[D0005]: here stands a character that turns the direction of writing (U+202E), which can't be seen
        |
    119 | ...   Ending(id: "settled", title: "He �stayed put", when: Met("arrears"),
        |                                        ^
      help: Delete it: it can make a line read otherwise than it says.

    3 errors
    "#);
}

#[test]
fn an_empty_file() {
    insta::assert_snapshot!(shown(""), @r#"
    small.ron:1:1: error[D0009]: the file is empty
      help: It begins with `Scenario(`.

    1 error
    "#);
}

#[test]
fn comments_alone() {
    insta::assert_snapshot!(shown("// nothing yet\n/* here */\n"), @r#"
    small.ron:1:1: error[D0009]: the file holds comments, and nothing else
      |
    1 | // nothing yet
      | ^
      help: It begins with `Scenario(`.

    1 error
    "#);
}

#[test]
fn json() {
    insta::assert_snapshot!(shown("{\n  \"format\": 1,\n  \"title\": \"x\"\n}\n"), @r#"
    small.ron:1:1: error[D0010]: this is JSON, and these files are written in RON
      |
    1 | {
      | ^
      help: It begins with `Scenario(`. Names have no quotation marks: `title:
            "..."`.

    1 error
    "#);
}

#[test]
fn yaml() {
    insta::assert_snapshot!(shown("format: 1\ntitle: Missed Monday\n"), @r#"
    small.ron:1:1: error[D0011]: this looks like YAML, and these files are written in RON
      |
    1 | format: 1
      | ^^^^^^
      help: It begins with `Scenario(`.

    1 error
    "#);
}

#[test]
fn fields_with_nothing_about_them() {
    insta::assert_snapshot!(shown("format: 1,\ntitle: \"x\",\n"), @r#"
    small.ron:1:1: error[D0011]: the file begins with a field, and nothing says what it is a field of
      |
    1 | format: 1,
      | ^^^^^^
      help: It begins with `Scenario(`. Its fields come in these brackets.

    1 error
    "#);
}

#[test]
fn two_values() {
    insta::assert_snapshot!(shown("Scenario(format: 1)\n\nScenario(format: 1)\n"), @r#"
    small.ron:3:1: error[D0026]: a second value, `Scenario(`, begins in the same file
      |
    1 | Scenario(format: 1)
      |                   - everything was closed here
    2 |
    3 | Scenario(format: 1)
      | ^^^^^^^^
      help: A file holds one. Put the second into a file of its own.

    1 error
    "#);
}

#[test]
fn a_comma_after_the_end() {
    insta::assert_snapshot!(shown("Scenario(format: 1),\n"), @r#"
    small.ron:1:20: error[D0025]: a comma stands after the end of the file's one value
      |
    1 | Scenario(format: 1),
      |                    ^
      help: Leave it out.

    1 error
    "#);
}

#[test]
fn another_kind_of_file() {
    insta::assert_snapshot!(shown("Plan(format: 1, scenario: \"missed-monday\")\n"), @r#"
    small.ron:1:1: error[D0053]: this file holds a `Plan`, and a `Scenario` is wanted
      |
    1 | Plan(format: 1, scenario: "missed-monday")
      | ^^^^
      help: Is this the right file? It has to begin with `Scenario(`.

    1 error
    "#);
}

#[test]
fn almost_nothing() {
    insta::assert_snapshot!(shown("Scenario(format: 1)\n"), @r#"
    small.ron:1:1: error[D0041]: this `Scenario` has no `id`, `title`, `policy_date`, `place`, `you_are`, `calendar` or `cases`
      |
    1 | Scenario(format: 1)
      | ^^^^^^^^
      help: Add `id: "a-short-name"`, `title: "..."`, `policy_date: "2025-11-03"`,
            `place: England` and the others.

    1 error
    "#);
}

#[test]
fn no_text_at_all() {
    insta::assert_snapshot!(shown("\u{7f}ELF\u{2}\u{1}\u{1}\u{0}\u{0}\u{0}\u{0}\u{3}\u{0}>\u{0}"), @r#"
    small.ron:1:1: error[D0004]: here stands a control character (U+007F), which can't be seen: the first of 11 such
      |
    1 | ␡ELF␂␁␁␀␀␀␀␃␀>␀
      | ^
      help: Delete it. If there are many, the file may be damaged, or no text at
            all.

    1 error
    "#);
}

#[test]
fn bytes_that_are_no_utf8() {
    let bytes = b"Scenario(\n    title: \"He\x92s caf\xe9\",\n)".to_vec();
    insta::assert_snapshot!(shown_bytes(bytes), @r#"
    small.ron:2:15: error[D0002]: line 2 holds the byte 92, which is no UTF-8 (`’` in the encoding Windows-1252)
      |
    2 |     title: "He�s caf�",
      |               ^
      help: Save the file again with the encoding UTF-8, then look whether this line
            is as you wrote it.

    1 error
    "#);
}

#[test]
fn utf16() {
    let bytes = "\u{feff}Scenario(format: 1)".encode_utf16().flat_map(u16::to_le_bytes).collect();
    insta::assert_snapshot!(shown_bytes(bytes), @r#"
    small.ron:1:1: error[D0003]: the file is saved as UTF-16, and has to be UTF-8
      |
    1 | Scenario(format: 1)
      | ^
      help: Save it again with the encoding UTF-8. Nothing else need change.

    1 error
    "#);
}

#[test]
fn lone_carriage_returns() {
    insta::assert_snapshot!(shown("// a\rScenario(\r    format: 1)\r"), @r#"
    small.ron:1:5: error[D0006]: this line ends with a lone carriage return, which ends no line here
      |
    1 | // a
      |     ^
      help: Save the file with line ends LF or CRLF.

    1 error
    "#);
}

#[test]
fn a_file_of_forms_without_its_brackets() {
    let source =
        Source::new("forms.ron", "Form(id: \"note\", title: \"Note\", minutes: 5, source: \"ours\", fields: [])\n");
    let found = parse::forms(&source).err().unwrap_or_default();
    insta::assert_snapshot!(assert_narrow(&render(&found, &[&source], false)), @r#"
    forms.ron:1:1: error[D0044]: the file wants a list, and `Form(..)` stands here
      |
    1 | Form(id: "note", title: "Note", minutes: 5, source: "ours", fields: [])
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: Put it in square brackets: `[...]`.

    1 error
    "#);
}

#[test]
fn a_finding_with_a_far_label_a_warning_and_one_without_its_source() {
    let text = format!("first\n{}last ŵ 🦆 here\n", "line\n".repeat(20));
    let source = Source::new("a.ron", text.as_str());
    let here = text.find("here").unwrap_or_default();
    let mut near = Diagnostic::error(Code("D0102"), "a.ron", here..here + 4, "something is odd here")
        .with_label(0..5, "the first line says why")
        .with_help("Write it otherwise. ".repeat(6));
    near.severity = Severity::Warning;
    let mut advice = Diagnostic::error(Code("D0103"), "b.ron", 3..4, "a file that is not at hand\u{1b}[31m");
    advice.severity = Severity::Advice;
    insta::assert_snapshot!(assert_narrow(&render(&[near, advice], &[&source], false)), @r#"
    a.ron:22:10: warning[D0102]: something is odd here
       |
    22 | last ŵ 🦆 here
       |           ^^^^
      note: the first line says why (line 1)
      help: Write it otherwise. Write it otherwise. Write it otherwise. Write it
            otherwise. Write it otherwise. Write it otherwise.

    b.ron: advice[D0103]: a file that is not at hand�[31m

    1 warning, 1 piece of advice
    "#);
}

#[test]
fn an_endless_line_is_drawn_in_part() {
    let text = format!("({} here {})", "ŵ".repeat(300_000), "x".repeat(300_000));
    let source = Source::new("a.ron", text.as_str());
    let here = text.find("here").unwrap_or_default();
    let finding = Diagnostic::error(Code("D0102"), "a.ron", here..here + 4, "long");
    let drawn = render(&[finding], &[&source], false);
    assert!(drawn.starts_with("a.ron:1:300003: error[D0102]: long\n"), "{drawn}");
    assert!(drawn.contains("here") && drawn.contains("^^^^"), "{drawn}");
    assert_narrow(drawn.strip_prefix("a.ron:1:300003: error[D0102]: long\n").unwrap_or_default());
}

#[test]
fn nothing_is_said_where_nothing_is_wrong() {
    assert_eq!(render(&[], &[], false), "");
    assert_eq!(shown(TINY), "");
}

#[test]
fn colour_is_asked_for() {
    let source = Source::new("small.ron", "Scenario(format: 2)");
    let found = parse::scenario(&source).err().unwrap_or_default();
    assert!(!render(&found, &[&source], false).contains('\u{1b}'));
    let coloured = render(&found, &[&source], true);
    assert!(coloured.contains("\u{1b}[1m"), "{coloured}");
}

#[test]
fn programs_get_json() {
    let source = Source::new("small.ron", "Scenario(format: 1, format: 1, tittle: \"ŵ\")");
    let found = parse::scenario(&source).err().unwrap_or_default();
    insta::assert_snapshot!(render_json(&found[1..], &[&source]).trim_end(), @r#"
    {
      "findings": [
        {
          "also": [
            {
              "column": 10,
              "end_column": 16,
              "end_line": 1,
              "line": 1,
              "text": "here first"
            }
          ],
          "code": "D0042",
          "column": 21,
          "end_column": 27,
          "end_line": 1,
          "file": "small.ron",
          "help": "Keep one of the two.",
          "line": 1,
          "message": "`format` is written twice in this `Scenario`",
          "severity": "error"
        },
        {
          "also": [],
          "code": "D0040",
          "column": 32,
          "end_column": 38,
          "end_line": 1,
          "file": "small.ron",
          "help": "Did you mean `title`?",
          "line": 1,
          "message": "`Scenario` has no field `tittle`",
          "severity": "error"
        }
      ],
      "version": 1
    }
    "#);
}
