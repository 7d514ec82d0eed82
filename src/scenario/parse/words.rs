//! The words in which an author is told something: nearest names, lists of what is allowed, and what to write.
//!
//! Authors know the words of the language (`Arrival`, `Week(5, Tue)`), never serde's or Rust's.

use std::fmt::Write as _;

/// How many allowed words are named before the list is cut.
const MOST_NAMED: usize = 12;
/// Longer names than this are nobody's slip of the pen.
const LONGEST_NAME: usize = 48;

/// Words of an earlier draft. They are still read, and no longer offered.
const OLD: [&str; 6] = ["NewOfficer", "CourtTeam", "PremisesKeyWorker", "MentalHealthTeam", "Union", "OtherRole"];

/// The allowed word that was most likely meant: the same but for capitals, or at most a third of its letters away.
pub(super) fn nearest<'a>(written: &str, allowed: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = written.chars().count();
    if length == 0 || length > LONGEST_NAME {
        return None;
    }
    let lower = written.to_lowercase();
    let plain = |word: &str| word.to_lowercase().replace('_', "");
    let mut best: Option<(usize, &str)> = None;
    for word in allowed {
        if OLD.contains(&word) {
            continue;
        }
        if plain(word) == plain(written) {
            return Some(word);
        }
        let distance = strsim::damerau_levenshtein(&lower, &word.to_lowercase());
        let allowed_distance = (length.max(word.chars().count()) / 3).max(1);
        if distance <= allowed_distance && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, word));
        }
    }
    // Two letters have hardly anything in common with two others.
    best.filter(|(distance, word)| *distance < word.chars().count().min(length)).map(|(_, word)| word)
}

/// "Did you mean ..?", or else what is allowed.
pub(super) fn suggestion(written: &str, allowed: &[&str], allowed_are: &str) -> String {
    if let Some(word) = nearest(written, allowed.iter().copied()) {
        let mut help = format!("Did you mean `{word}`?");
        if let Some(c) = written.chars().find(|c| !c.is_ascii()) {
            let _ = write!(
                help,
                " What is written has `{c}` (U+{:04X}), which only looks like another letter.",
                u32::from(c)
            );
        }
        return help;
    }
    match list(allowed) {
        Some(words) => sentence(format!("{allowed_are} {words}")),
        None => "Leave it out.".to_owned(),
    }
}

/// With a full stop, unless dots stand there already.
pub(super) fn sentence(text: String) -> String {
    if text.ends_with("...") { text } else { text + "." }
}

/// `a`, `b` and `c`, cut after a dozen; nothing for an empty list.
pub(super) fn list(words: &[&str]) -> Option<String> {
    joined(words, "and")
}

/// `a`, `b` or `c`, cut after a dozen; nothing for an empty list.
pub(super) fn either(words: &[&str]) -> Option<String> {
    joined(words, "or")
}

fn joined(words: &[&str], last_word: &str) -> Option<String> {
    let words: Vec<String> =
        words.iter().filter(|word| !OLD.contains(*word)).map(|word| format!("`{word}`")).collect();
    if words.len() > MOST_NAMED {
        return Some(format!("{}, ...", words[..MOST_NAMED].join(", ")));
    }
    let (last, rest) = words.split_last()?;
    Some(if rest.is_empty() { last.clone() } else { format!("{} {last_word} {last}", rest.join(", ")) })
}

/// A name as it is repeated to its author: on one line, and cut if it is long.
pub(super) fn short(written: &str) -> String {
    let line = written.split(['\r', '\n']).next().unwrap_or_default();
    let start: String = line.chars().take(LONGEST_NAME).collect();
    if start.len() < written.len() { start + "..." } else { start }
}

/// `a` or `an`.
pub(super) fn article(word: &str) -> &'static str {
    if word.starts_with(['A', 'E', 'I', 'O', 'a', 'e', 'i', 'o']) { "an" } else { "a" }
}

/// A count with commas: 1,048,576.
pub(super) fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// What to write for a field that is missing, in a struct of this name.
pub(super) fn example(owner: &str, field: &str) -> String {
    let value = match (owner, field) {
        ("Weeks" | "Days", "from") => "0",
        ("Weeks", "to") => "12",
        ("Days", "to") => "4",
        ("Weeks" | "Days", "minutes") => "400",
        ("Field", "kind") => "Words(20, 400)",
        ("Drafted" | "Secret", "from") => "[\"...\"]",
        ("Collected", "on") => "\"2026-09-14\"",
        ("Arrival", "from") | ("Reviewer" | "Review" | "Ratings", "by") | ("NamedStep" | "NeededBy", "who") => {
            "\"the id of a person\""
        }
        ("NamedStep", "by") => "Week(5, Fri)",
        ("Holiday", "on") => "\"2026-12-25\"",
        ("Shift", "by") => "-0.1",
        ("PolicyRule", "value") => "Wait(WorkingDays(15))",
        ("PolicyRule", "since") | (_, "policy_date" | "day_0") => "\"2025-11-03\"",
        ("PolicyRule", "sure") => "Check",
        ("Property", "claim") => "Sometimes(Done(\"...\"))",
        ("Mappa", "category" | "level") => "1",
        ("Counter", "min") => "0",
        ("Counter", "max") => "5",
        ("BankHolidays", "place") => "\"England\"",
        ("Entry", "at") => "\"22:48\"",
        (_, "id") => "\"a-short-name\"",
        (_, "format" | "edition" | "seed") => "1",
        (_, "place") => "England",
        (_, "at") => "Week(3, Tue, \"10:10\")",
        (_, "via") => "Email",
        (_, "role") => "SeniorOfficer",
        (_, "kind") => "Explore",
        (_, "order") => "Licence(months: 20)",
        (_, "calendar") => "Calendar(day_0: \"2025-11-03\", stretches: [Weeks(from: 0, to: 12, minutes: 400)])",
        (_, "theme") => "Enforcement",
        (_, "themes") => "[Enforcement]",
        (_, "ask") => "ChooseOne",
        (_, "odds") => "0.25",
        (_, "when" | "met") => "Done(\"the id of a response\")",
        (_, "due") => "Within(WorkingDays(5))",
        (_, "after") => "WorkingDays(2)",
        (_, "answer") => "Choose(\"the id of an option\")",
        (_, "came") => "Drafted(from: [\"...\"])",
        (_, "level") => "Low",
        (_, "levels") => "{Public: Medium}",
        (_, "minutes" | "years" | "months" | "sentence_months") => "12",
        (
            _,
            "stretches" | "cases" | "situations" | "then" | "sheets" | "reviews" | "reviewers" | "steps" | "fields"
            | "rules" | "days" | "values",
        ) => "[...]",
        _ => "\"...\"",
    };
    format!("`{field}: {value}`")
}

/// How a word with something in its brackets is written, where brackets alone don't say it.
pub(super) fn usage(word: &str) -> Option<&'static str> {
    Some(match word {
        "All" => "All(Seen(\"a\"), Is(\"b\"))",
        "Any" => "Any(Seen(\"a\"), Is(\"b\"))",
        "Not" => "Not(Seen(\"a\"))",
        "Is" => "Is(\"flag\")",
        "Equals" => "Equals(\"state\", \"value\")",
        "AtLeast" => "AtLeast(\"counter\", 2)",
        "AtMost" => "AtMost(\"counter\", 2)",
        "Seen" => "Seen(\"arrival\")",
        "Opened" => "Opened(\"arrival\")",
        "Verified" => "Verified(\"claim\")",
        "Told" => "Told(\"arrival\", \"person\")",
        "Leaked" => "Leaked(\"secret\")",
        "Done" => "Done(\"response\")",
        "Filed" => "Filed(\"form\")` or `Filed(\"form\", \"case\")",
        "Entered" => "Entered(\"form\", \"field\", \"choice\")",
        "Cited" => "Cited(\"arrival\")` or `Cited(\"arrival\", \"decision\")",
        "Rated" => "Rated(\"case\", Public, High)",
        "Answered" => "Answered(\"decision\")",
        "Chose" => "Chose(\"decision\", \"option\")",
        "Running" => "Running(\"deadline\")",
        "Met" => "Met(\"deadline\")",
        "Missed" => "Missed(\"deadline\")",
        "Before" => "Before(Week(5))",
        "PolicyFrom" => "PolicyFrom(\"2026-07-29\")",
        "Set" => "Set(\"flag\")",
        "Clear" => "Clear(\"flag\")",
        "SetTo" => "SetTo(\"state\", \"value\")",
        "Add" => "Add(\"counter\", 1)",
        "Arrives" => "Arrives(\"arrival\")` or `Arrives(\"arrival\", WorkingDays(2))",
        "Poses" => "Poses(\"decision\")",
        "Draws" => "Draws(\"chance\")",
        "Starts" => "Starts(\"deadline\")",
        "Cancels" => "Cancels(\"deadline\")",
        "Later" => "Later(after: Weeks(2), then: [Set(\"flag\")])",
        "If" => "If(when: Is(\"flag\"), then: [Set(\"other\")])",
        "Allocates" => "Allocates(\"case\")",
        "Closes" => "Closes(\"case\")",
        "Ends" => "Ends(\"ending\")",
        "MappaIs" => "MappaIs(\"case\", 2)",
        "TierIs" => "TierIs(\"case\", \"A\")",
        "Week" => "Week(5)`, `Week(5, Tue)` or `Week(5, Tue, \"14:00\")",
        "Day" => "Day(2)` or `Day(2, \"21:40\")",
        "EachWeek" => "EachWeek(4, 9)`, `EachWeek(4, 9, Tue)` or `EachWeek(4, 9, Tue, \"14:00\")",
        "EachDay" => "EachDay(0, 4)` or `EachDay(0, 4, \"09:30\")",
        "AsSoonAs" => "AsSoonAs(Answered(\"decision\"))",
        "From" => "From(Week(5))",
        "After" => "After(Weeks(2))",
        "Licence" => "Licence(months: 20)",
        "ExtendedLicence" => "ExtendedLicence(months: 40)",
        "Community" => "Community(months: 12)",
        "Suspended" => "Suspended(months: 12)",
        "Custody" => "Custody()` or `Custody(tariff_years: 15)",
        "Minutes" => "Minutes(30)",
        "Hours" => "Hours(24)",
        "WorkingDays" => "WorkingDays(5)",
        "Months" => "Months(6)",
        "Until" => "Until(Week(5, Fri))",
        "Between" => "Between(Days(2), Days(5))",
        "Within" => "Within(WorkingDays(5))",
        "By" => "By(Week(5, Fri))",
        "Rule" => "Rule(\"initial-plan\")",
        "Interrupts" => "Interrupts(45)",
        "Held" => "Held(\"person\")",
        "Flag" => "Flag(\"id\")",
        "Counter" => "Counter(id: \"id\", min: 0, max: 5)",
        "OneOf" => "OneOf(id: \"id\", values: [\"first\", \"second\"])",
        "ChooseUpTo" => "ChooseUpTo(2)",
        "RateRisk" => "RateRisk([Public, Staff])",
        "Choose" => "Choose(\"option\")",
        "ChooseSome" => "ChooseSome([\"option\", \"other\"])",
        "Rate" => "Rate({\"option\": 2, \"other\": -1})",
        "Levels" => "Levels({Public: High})",
        "Abstain" => "Abstain(\"why\")",
        "PickOne" => "PickOne([Choice(id: \"id\", label: \"...\")])",
        "PickSome" => "PickSome([Choice(id: \"id\", label: \"...\")])",
        "NamedSteps" => "NamedSteps(2)",
        "Cites" => "Cites(1)",
        "FromRule" => "FromRule(\"recall-type\")",
        "BeforeIt" => "BeforeIt(Months(6))",
        "Open" => "Open(\"arrival\")",
        "Do" => "Do(\"response\")",
        "Tell" => "Tell(\"arrival\", \"person\")",
        "Cite" => "Cite(\"arrival\")` or `Cite(\"arrival\", \"the words that matter\")",
        "Expect" => "Expect(Done(\"response\"))",
        "Always" => "Always(Not(Is(\"flag\")))",
        "Sometimes" => "Sometimes(Done(\"response\"))",
        "Never" => "Never(Leaked(\"secret\"))",
        _ => return None,
    })
}

/// What kind of thing a place wants, where it is one of several words, and how it may be written.
pub(super) fn wanted(list: &str) -> Option<(&'static str, &'static str)> {
    Some(match list {
        "Moment" => ("a moment", "Week(5)`, `Week(5, Tue, \"14:00\")` or `Day(2)"),
        "At" => ("a moment", "Week(5, Tue)`, `Day(2)`, `EachWeek(4, 9)`, `AsSoonAs(Seen(\"a\"))` or `Called"),
        "Wait" => ("a wait", "Now`, `Hours(24)`, `WorkingDays(2)`, `Weeks(2)` or `Until(Week(5))"),
        "Condition" => ("a condition", "Seen(\"a\")`, `Done(\"b\")` or `All(Seen(\"a\"), Not(Done(\"b\")))"),
        "Effect" => ("an effect", "Set(\"flag\")`, `Arrives(\"a\", WorkingDays(2))` or `Ends(\"ending\")"),
        "StateItem" => (
            "a state",
            "Flag(\"x\")`, `Counter(id: \"x\", min: 0, max: 5)` or `OneOf(id: \"x\", values: [\"a\", \"b\"])",
        ),
        "Stretch" => ("a stretch", "Weeks(from: 0, to: 12, minutes: 400)` or `Days(from: 0, to: 4)"),
        "Order" => ("an order", "Licence(months: 20)`, `Community(months: 12)` or `PreSentence"),
        "Answer" => ("an answer", "Choose(\"option\")`, `Rank([\"a\", \"b\"])` or `Abstain(\"why\")"),
        "Step" => ("a step", "Open(\"arrival\")`, `Do(\"response\")` or `EndTurn"),
        "Value" => ("a value", "Words(\"...\")`, `Pick(\"choice\")` or `Levels({Public: High})"),
        "FieldKind" => ("a kind of field", "Words(20, 400)`, `Grid([Public, Staff])` or `Date"),
        "Due" => ("a due date", "Rule(\"initial-plan\")`, `Within(WorkingDays(5))` or `By(Week(5, Fri))"),
        "PropertyClaim" => ("a claim", "Always(..)`, `Sometimes(..)` or `Never(..)"),
        "RuleValue" => ("a value", "Wait(WorkingDays(15))`, `BeforeIt(Months(6))`, `Text(\"...\")` or `Number(3)"),
        "Came" => ("where it came from", "Drafted(from: [\"...\"])` or `Collected(on: \"2026-09-14\")"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_within_about_a_third() {
        let words = ["title", "text", "tags", "thanks_to", "at"];
        assert_eq!(nearest("tittle", words), Some("title"));
        assert_eq!(nearest("thanksTo", words), Some("thanks_to"));
        assert_eq!(nearest("TEXT", words), Some("text"));
        assert_eq!(nearest("salience", words), None);
        assert_eq!(nearest("to", words), None);
        assert_eq!(nearest("", words), None);
        assert_eq!(nearest(&"x".repeat(10_000), words), None);
        assert_eq!(nearest("NewOficer", ["NewOfficer"]), None);
    }

    #[test]
    fn lists_are_cut_after_a_dozen() {
        assert_eq!(list(&[]), None);
        assert_eq!(list(&["a"]).as_deref(), Some("`a`"));
        assert_eq!(list(&["a", "b", "c"]).as_deref(), Some("`a`, `b` and `c`"));
        let many = ["x"; 13];
        assert!(list(&many).is_some_and(|words| words.ends_with("`x`, ...")));
    }

    #[test]
    fn counts_have_commas() {
        assert_eq!(
            [thousands(1), thousands(999), thousands(1000), thousands(1_048_576)],
            ["1", "999", "1,000", "1,048,576"]
        );
    }
}
