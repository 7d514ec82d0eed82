//! Whether an answer fits its question, and what it comes to in numbers.

use crate::scenario::ids::DecisionId;
use crate::scenario::model::Scenario;
use crate::scenario::raw::{Answer, Ask, Id, Risk};

/// Why an answer does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerProblem {
    /// It is of another kind than the question.
    WrongKind,
    UnknownOption {
        option: Id,
    },
    /// The option is not open now.
    ShutOption {
        option: Id,
    },
    Twice {
        option: Id,
    },
    TooMany {
        most: usize,
    },
    Nothing,
    /// A ranking or rating leaves this one out.
    LeftOut {
        option: Id,
    },
    LeftOutRisk {
        risk: Risk,
    },
    /// A rating outside -2 to +2.
    OutOfRange {
        option: Id,
    },
    /// How sure: from nought to a hundred.
    SureOutOfRange,
    /// Only reviewers abstain.
    Abstained,
}

/// An answer in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers {
    /// As the compact log takes it.
    pub choices: Vec<u16>,
    pub taken: Vec<u16>,
    pub levels: Vec<(Risk, i16)>,
}

/// Turns an answer into numbers. `open` has a bit for each option that can be chosen now.
///
/// # Errors
/// The first reason why it does not fit.
#[expect(clippy::cast_possible_truncation, reason = "a decision has at most nine options")]
pub fn numbers(scenario: &Scenario, id: DecisionId, answer: &Answer, open: u16) -> Result<Numbers, AnswerProblem> {
    let decision = scenario.decision(id);
    let option = |name: &Id| {
        let at =
            scenario.option_called(id, name).ok_or_else(|| AnswerProblem::UnknownOption { option: name.clone() })?;
        if open >> at & 1 == 0 {
            return Err(AnswerProblem::ShutOption { option: name.clone() });
        }
        Ok(at as u16)
    };
    let mut out = Numbers::default();
    let several = |names: &[Id]| {
        let mut list: Vec<u16> = Vec::with_capacity(names.len());
        for name in names {
            let at = option(name)?;
            if list.contains(&at) {
                return Err(AnswerProblem::Twice { option: name.clone() });
            }
            list.push(at);
        }
        Ok(list)
    };
    let left_out = |list: &[u16]| {
        let missing = (0..decision.options.len()).find(|at| open >> at & 1 == 1 && !list.contains(&(*at as u16)));
        missing.map_or(Ok(()), |at| Err(AnswerProblem::LeftOut { option: decision.options[at].id.clone() }))
    };
    match (&decision.ask, answer) {
        (_, Answer::Abstain(_)) => return Err(AnswerProblem::Abstained),
        (Ask::ChooseOne, Answer::Choose(name)) => {
            out.choices.push(option(name)?);
            out.taken.clone_from(&out.choices);
        }
        (Ask::ChooseUpTo(most), Answer::ChooseSome(names)) => {
            if names.is_empty() {
                return Err(AnswerProblem::Nothing);
            } else if names.len() > usize::from(*most) {
                return Err(AnswerProblem::TooMany { most: usize::from(*most) });
            }
            out.choices = several(names)?;
            out.choices.sort_unstable();
            out.taken.clone_from(&out.choices);
        }
        (Ask::Rank, Answer::Rank(names)) => {
            out.choices = several(names)?;
            left_out(&out.choices)?;
            out.taken.extend(out.choices.first());
        }
        (Ask::RateEach, Answer::Rate(ratings)) => {
            let names: Vec<Id> = ratings.iter().map(|(name, _)| name.clone()).collect();
            let list = several(&names)?;
            left_out(&list)?;
            for (at, (name, rating)) in list.iter().zip(ratings.iter()) {
                if !(-2..=2).contains(rating) {
                    return Err(AnswerProblem::OutOfRange { option: name.clone() });
                }
                out.choices.push(at | u16::from((rating + 2).unsigned_abs()) << 8);
                if *rating > 0 {
                    out.taken.push(*at);
                }
            }
            out.choices.sort_unstable_by_key(|choice| choice & 0xFF);
            out.taken.sort_unstable();
        }
        (Ask::RateRisk(risks), Answer::Levels(levels)) => {
            for risk in risks {
                let level = levels.get(risk).ok_or(AnswerProblem::LeftOutRisk { risk: *risk })?;
                out.levels.push((*risk, *level as i16 + 1));
                out.choices.push(0x1000 | (*risk as u16) << 8 | *level as u16);
            }
            if levels.iter().any(|(risk, _)| !risks.contains(risk)) {
                return Err(AnswerProblem::WrongKind);
            }
        }
        _ => return Err(AnswerProblem::WrongKind),
    }
    Ok(out)
}
