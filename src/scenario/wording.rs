//! The wording of a question: a hash of what a reviewer was asked and what they were asked to suppose.
//!
//! Reviews stand for the words that reviewers read. In goes a decision in one of its situations; out comes `b3:` and 16
//! hex digits, which change when any of those words does, and not when a text is only broken into lines another way.
//! Effects, notes, themes and the order of options are no part of it.

use super::ids::DecisionId;
use super::model::{Scenario, folded};
use super::raw::{Ask, Decision};

/// The wording of a decision in its n-th situation.
#[must_use]
pub fn wording(scenario: &Scenario, decision: DecisionId, situation: usize) -> String {
    of(scenario.decision(decision), situation)
}

/// The wording of a decision in its n-th situation, before the scenario is checked.
fn of(decision: &Decision, situation: usize) -> String {
    let mut hasher = blake3::Hasher::new();
    // Each part goes behind its length, so that parts can't run together.
    let mut part = |text: &str| {
        hasher.update(format!("{}:", text.len()).as_bytes());
        hasher.update(text.as_bytes());
    };
    part(&asked(&decision.ask));
    part(&folded(decision.title.as_deref().unwrap_or_default()));
    part(&folded(&decision.prompt));
    let mut options: Vec<_> = decision.options.iter().collect();
    options.sort_by(|a, b| a.id.cmp(&b.id));
    for option in options {
        part(&option.id);
        part(&folded(&option.label));
        part(&folded(option.line.as_deref().unwrap_or_default()));
    }
    part(&folded(decision.situations.get(situation).map_or("", |situation| &situation.told)));
    let hash = hasher.finalize();
    let digits: String = hash.as_bytes()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("b3:{digits}")
}

/// Whether a text is written as a wording is.
#[must_use]
pub fn is_wording(text: &str) -> bool {
    text.strip_prefix("b3:").is_some_and(|digits| {
        digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    })
}

/// The kind of question, as it is written in a file.
fn asked(ask: &Ask) -> String {
    match ask {
        Ask::ChooseOne => "ChooseOne".to_owned(),
        Ask::ChooseUpTo(most) => format!("ChooseUpTo({most})"),
        Ask::Rank => "Rank".to_owned(),
        Ask::RateEach => "RateEach".to_owned(),
        Ask::RateRisk(risks) => {
            let names: Vec<&str> = risks.iter().map(|risk| risk.name()).collect();
            format!("RateRisk([{}])", names.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::parse;
    use crate::source::Source;

    const TINY: &str = include_str!("../../tests/suite/format-examples/tiny.scenario.ron");

    fn of_text(text: &str) -> [String; 2] {
        let scenario = parse::scenario(&Source::new("tiny", text)).expect("it is read");
        [of(&scenario.decisions[0], 0), of(&scenario.decisions[0], 1)]
    }

    /// Stored in panels: it may never change.
    #[test]
    fn the_wording_of_a_question_is_the_same_for_ever() {
        insta::assert_debug_snapshot!(of_text(TINY), @r#"
        [
            "b3:40f89be9ac4f8b81",
            "b3:8f0ba35fadcde969",
        ]
        "#);
    }

    #[test]
    fn layout_effects_and_order_keep_it() {
        let first = of_text(TINY);
        let prompt = "How do you record Monday, and what do you do about it?";
        let indented =
            TINY.replace(prompt, "How do you record Monday,\n                and what   \n  do you do about it?");
        assert_ne!(indented, TINY);
        assert_eq!(of_text(&indented), first);
        let other_effects = TINY.replace("then: [Starts(\"evidence\")]", "then: [Add(\"strain\", 1)]");
        assert_ne!(other_effects, TINY);
        assert_eq!(of_text(&other_effects), first);
        let scenario = parse::scenario(&Source::new("tiny", TINY)).expect("it is read");
        let mut decision = scenario.decisions[0].clone();
        decision.options.reverse();
        assert_eq!([of(&decision, 0), of(&decision, 1)], first);
    }

    #[test]
    fn every_word_that_a_reviewer_reads_counts() {
        let first = of_text(TINY);
        for (old, new) in [
            ("How do you record Monday, and", "How do you record Monday and"),
            ("Acceptable absence (medical)", "Acceptable absence, medical"),
            ("ask: ChooseOne", "ask: Rank"),
            ("id: \"accept\"", "id: \"accepted\""),
            ("prompt: ", "title: \"Monday\", prompt: "),
            ("kind: Record,", "kind: Record, line: \"Today.\","),
        ] {
            let changed = TINY.replace(old, new);
            assert_ne!(changed, TINY, "{old}");
            let now = of_text(&changed);
            assert!(now[0] != first[0] && now[1] != first[1], "{old}");
        }
        // What a reviewer supposes belongs to one situation.
        let told = of_text(&TINY.replace("You have his own account and nothing else.", "You have his own account."));
        assert!(told[0] == first[0] && told[1] != first[1]);
        assert_ne!(first[0], first[1]);
    }

    #[test]
    fn parts_do_not_run_together() {
        let scenario = parse::scenario(&Source::new("tiny", TINY)).expect("it is read");
        let mut one = scenario.decisions[0].clone();
        let mut other = one.clone();
        (one.options[0].id, one.options[0].label) = ("a".to_owned(), "bc".to_owned());
        (other.options[0].id, other.options[0].label) = ("ab".to_owned(), "c".to_owned());
        assert_ne!(of(&one, 0), of(&other, 0));
        assert!(is_wording(&of(&one, 0)));
        assert!(!is_wording("b3:XYZ") && !is_wording("b3:00c4d1e79b3a5f1") && !is_wording(""));
    }
}
