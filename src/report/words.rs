//! What a debrief says, as messages. Every front end takes its sentences from here; none of them has its own.

use crate::review::credit::{Beside, Credit, LevelFigures, NotScored};
use crate::review::debrief::{
    Answered, Distribution, GroupOf, NotReached, Overall, Provenance, Replays, ReviewView, ThemeCredit, UnseenRow,
    WhyNot,
};
use crate::review::floors::Kept;
use crate::review::known::How;
use crate::review::story::{Deadline, DeadlineEnd, PolicyFact};
use crate::run::command::How as Committed;
use crate::scenario::calendar::{Calendar, Minute};
use crate::scenario::raw::panel::Came;
use crate::scenario::raw::policy::Sure;
use crate::scenario::raw::{Answer, Ask, Risk, Role};
use crate::text::{Message, when, words};

/// A share or a credit in figures: "0.71".
#[must_use]
pub fn figure(value: f64) -> String {
    let text = format!("{value:.2}");
    // Nothing is less than nothing.
    if text == "-0.00" { "0.00".to_owned() } else { text.replace('-', "\u{2212}") }
}

/// A whole number with its thousands apart: "1,000".
#[must_use]
pub fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn percent(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}

fn at(calendar: &Calendar, minute: Minute) -> Message {
    when::moment_long(calendar, minute)
}

/// The week and day of a minute: "week 3, Tuesday 25 November, 10:10"; without the week where weeks have no number.
#[must_use]
pub fn moment(calendar: &Calendar, minute: Minute, weeks_count: bool) -> Message {
    if weeks_count {
        Message::new("debrief-moment")
            .with("week", when::week(calendar.week(minute)))
            .with("at", at(calendar, minute))
    } else {
        at(calendar, minute)
    }
}

/// Where the reviews come from, in a sentence.
#[must_use]
pub fn provenance(provenance: &Provenance) -> Message {
    let key = match (provenance.drafted, provenance.collected) {
        (0, 0) => "debrief-provenance-none",
        (_, 0) => "debrief-provenance-drafted",
        (0, _) => "debrief-provenance-collected",
        _ => "debrief-provenance-mixed",
    };
    Message::new(key)
        .with("reviewers", provenance.reviewers)
        .with("drafted", provenance.drafted)
        .with("collected", provenance.collected)
}

/// Titles or labels in one line: "a; b; c". [`None`] if there is none.
#[must_use]
pub fn things<'t>(titles: impl IntoIterator<Item = &'t String>) -> Option<Message> {
    let all: Vec<Message> = titles.into_iter().map(Message::verbatim).collect();
    things_of(all)
}

/// The same of messages.
#[must_use]
pub fn things_of(all: Vec<Message>) -> Option<Message> {
    all.into_iter().rev().reduce(|rest, first| Message::new("debrief-things").with("first", first).with("rest", rest))
}

/// How one reviewer's reviews came about, in a word or two.
#[must_use]
pub fn came(came: &Came) -> Message {
    match came {
        Came::Drafted { .. } => Message::new("debrief-drafted"),
        Came::Collected { on, .. } => Message::new("debrief-collected")
            .with("on", on.parse().map_or_else(|_| Message::verbatim(on), when::date)),
    }
}

/// Who reviewed: role, years, how the review came about.
#[must_use]
pub fn reviewer(review: &ReviewView) -> Message {
    let who = Message::new("debrief-reviewer")
        .with("role", words::role(review.role))
        .with("years", review.years)
        .with("came", came(&review.came));
    match &review.group {
        Some(group) => Message::new("debrief-reviewer-of").with("who", who).with("group", group),
        None => who,
    }
}

/// Roles with how many of each: "probation officer (2), doctor".
#[must_use]
pub fn roles(roles: &[(Role, u32)]) -> Option<Message> {
    let one = |(role, count): &(Role, u32)| match count {
        1 => words::role(*role),
        _ => Message::new("debrief-role-count").with("role", words::role(*role)).with("count", *count),
    };
    Message::listed(roles.iter().map(one).collect())
}

/// What was answered, one line each.
#[must_use]
pub fn answer(decision: &Answered, answer: &Answer) -> Vec<Message> {
    let label = |id: &String| {
        let option = decision.options.iter().find(|option| option.id == *id);
        Message::verbatim(option.map_or(id, |option| &option.label))
    };
    match answer {
        Answer::Choose(id) => vec![label(id)],
        Answer::ChooseSome(ids) => ids.iter().map(label).collect(),
        Answer::Rank(ids) => {
            let place =
                |(at, id)| Message::new("debrief-answer-rank").with("place", at + 1).with("option", label(id));
            ids.iter().enumerate().map(place).collect()
        }
        Answer::Rate(ratings) => {
            let rated = ratings.iter().map(|(id, rating)| {
                Message::new("debrief-answer-rating").with("option", label(id)).with("rating", rating_of(*rating))
            });
            rated.collect()
        }
        Answer::Levels(levels) => {
            let rated = levels.iter().map(|(risk, level)| {
                Message::new("debrief-answer-level")
                    .with("risk", words::risk(*risk))
                    .with("level", words::level(*level))
            });
            rated.collect()
        }
        Answer::Abstain(why) => vec![Message::new("debrief-answer-none").with("why", why)],
    }
}

/// A rating with its number: "for (+1)".
#[must_use]
pub fn rating_of(rating: i8) -> Message {
    let number = match rating {
        0 => "0".to_owned(),
        1.. => format!("+{rating}"),
        _ => format!("\u{2212}{}", rating.unsigned_abs()),
    };
    Message::new("debrief-rating").with("word", words::rating(rating)).with("number", number)
}

/// How an answer was committed, where it was not alone.
#[must_use]
pub fn committed(decision: &Answered) -> Option<Message> {
    match &decision.yours.how {
        Committed::Alone => None,
        Committed::Pair => Some(Message::new("debrief-how-pair")),
        Committed::Room { counts } => {
            let votes = counts.iter().map(|(id, count)| {
                let option = decision.options.iter().find(|option| option.id == *id);
                Message::new("debrief-how-room-votes")
                    .with("option", option.map_or(id, |option| &option.label))
                    .with("count", *count)
            });
            Some(match things_of(votes.collect()) {
                Some(votes) => Message::new("debrief-how-room").with("votes", votes),
                None => Message::new("debrief-how-room-alone"),
            })
        }
    }
}

/// How many reviewers answered this, and how many did not.
#[must_use]
pub fn asked_too(decision: &Answered) -> Message {
    Message::new("debrief-reviewers-about")
        .with("reviewers", decision.panel.reviewers)
        .with("abstained", decision.panel.abstained)
}

/// What the reviews of a group have in common. Counts are said only where there are enough reviewers.
#[must_use]
pub fn group(decision: &Answered, of: GroupOf, reviews: usize) -> Message {
    let counted = decision.panel.distribution.is_some();
    let head = match of {
        GroupOf::Option { option, commonest, yours } => {
            let label = decision.options.get(option).map_or("", |option| &option.label);
            let key = match (counted && commonest, yours) {
                (true, true) => "debrief-group-option-commonest-yours",
                (true, false) => "debrief-group-option-commonest",
                (false, true) => "debrief-group-option-yours",
                (false, false) => "debrief-group-option",
            };
            Message::new(key).with("option", label)
        }
        GroupOf::Commonest => Message::new("debrief-group-commonest"),
        GroupOf::Others => Message::new("debrief-group-others"),
        GroupOf::Few => Message::new("debrief-group-few"),
        GroupOf::NoAnswer => Message::new("debrief-group-no-answer"),
        GroupOf::OtherOptions => Message::new("debrief-group-other-options"),
    };
    if counted || matches!(of, GroupOf::NoAnswer | GroupOf::OtherOptions) {
        Message::new("debrief-group-counted").with("reviews", reviews).with("of", head)
    } else {
        head
    }
}

/// The credit of a decision with what it stands on, or why there is none.
#[must_use]
pub fn credit(decision: &Answered) -> Vec<Message> {
    match decision.credit {
        Credit::Scored(score) => {
            let mut said: Vec<Message> = votes(decision).into_iter().collect();
            said.push(
                Message::new("debrief-credit").with("score", figure(score)).with("answered", decision.panel.answered),
            );
            said.extend(decision.panel.modal_share.map(|share| spread(&decision.ask, share)));
            said.extend(decision.beside.as_ref().map(beside).unwrap_or_default());
            said
        }
        Credit::NotScored(why) => {
            let mut said = vec![Message::new("debrief-not-scored").with("why", not_scored(why))];
            if why == NotScored::ShownOnly {
                said.extend(votes(decision));
            }
            said
        }
    }
}

/// How spread the panel was, by what was asked.
fn spread(ask: &Ask, share: f64) -> Message {
    Message::new(match ask {
        Ask::ChooseOne | Ask::ChooseUpTo(_) => "debrief-share-choice",
        Ask::Rank => "debrief-share-rank",
        Ask::RateEach => "debrief-share-ratings",
        Ask::RateRisk(_) => "debrief-share-levels",
    })
    .with("share", percent(share))
}

/// "One of eleven reviewers chose this."
fn votes(decision: &Answered) -> Option<Message> {
    let Some(Distribution::Options(rows)) = &decision.panel.distribution else { return None };
    if let Ask::ChooseUpTo(most) = decision.ask {
        // The rows come with the most votes first.
        let best: u32 = rows.iter().take(usize::from(most)).map(|row| row.votes).sum();
        let votes: u32 = rows.iter().filter(|row| row.yours).map(|row| row.votes).sum();
        return Some(
            Message::new("debrief-credit-several").with("votes", votes).with("most", most).with("best", best),
        );
    }
    let mut yours = rows.iter().filter(|row| row.yours);
    let (Some(row), None) = (yours.next(), yours.next()) else { return None };
    let most = rows.iter().map(|row| row.votes).max().unwrap_or(0);
    Some(
        Message::new(if row.votes == most { "debrief-credit-with-most" } else { "debrief-credit-votes" })
            .with("votes", row.votes)
            .with("answered", decision.panel.answered)
            .with("most", most),
    )
}

/// Figures that stand beside a credit.
fn beside(beside: &Beside) -> Vec<Message> {
    match beside {
        Beside::One { .. } | Beside::Several => Vec::new(),
        Beside::Rank { tau_b, same_first } => {
            let first = if *same_first { "debrief-rank-same-first" } else { "debrief-rank-other-first" };
            let mut said = vec![Message::new(first)];
            said.extend(tau_b.map(|tau_b| Message::new("debrief-rank-tau").with("tau", figure(tau_b))));
            said
        }
        Beside::Ratings(profile) => vec![
            Message::new("debrief-ratings-profile")
                .with("distance", figure(profile.distance))
                .with("elevation", figure(profile.elevation))
                .with("dispersion", figure(profile.dispersion))
                .with("shape", figure(profile.shape)),
        ],
        Beside::Levels(levels) => levels.iter().map(level_figures).collect(),
    }
}

fn level_figures((risk, figures): &(Risk, LevelFigures)) -> Message {
    Message::new("debrief-level-figures")
        .with("risk", words::risk(*risk))
        .with("aggregate", figure(figures.aggregate))
        .with("mode", figure(figures.distance_to_mode))
        .with("mean", figure(figures.distance_to_mean))
        .with("penalty", figure(figures.with_penalty))
}

/// Why there is no credit.
#[must_use]
pub fn not_scored(why: NotScored) -> Message {
    match why {
        NotScored::NoPanel => Message::new("debrief-not-scored-no-panel"),
        NotScored::NoSheet => Message::new("debrief-not-scored-no-sheet"),
        NotScored::StaleWording => Message::new("debrief-not-scored-stale"),
        NotScored::ShownOnly => Message::new("debrief-not-scored-shown-only"),
        NotScored::AllAbstained => Message::new("debrief-not-scored-abstained"),
        NotScored::TooFew { answered } => Message::new("debrief-not-scored-few").with("answered", answered),
        NotScored::NoOrder => Message::new("debrief-not-scored-no-order"),
        NotScored::DoesNotFit => Message::new("debrief-not-scored-does-not-fit"),
        NotScored::Trial => Message::new("debrief-not-scored-trial"),
    }
}

/// Why one thing was not known, and since when it could have been.
#[must_use]
pub fn unseen(calendar: &Calendar, weeks_count: bool, row: &UnseenRow) -> Message {
    let since = moment(calendar, row.thing.since, weeks_count);
    match row.thing.how {
        How::Unread if row.in_file => Message::new("debrief-unseen-file"),
        How::Unread => Message::new("debrief-unseen-unread").with("since", since),
        How::NotDone => Message::new("debrief-unseen-not-done").with("since", since),
        How::AnsweredLater { asked, came: Some(came) } => {
            Message::new("debrief-unseen-later").with("asked", at(calendar, asked)).with("came", at(calendar, came))
        }
        How::AnsweredLater { asked, came: None } => {
            Message::new("debrief-unseen-never").with("asked", at(calendar, asked))
        }
    }
}

/// How a floor was kept.
#[must_use]
pub fn kept(calendar: &Calendar, requires: bool, kept: Kept) -> Message {
    match kept {
        Kept::NotApplicable => Message::new("debrief-floor-not-applicable"),
        Kept::Never => Message::new("debrief-floor-never"),
        Kept::Kept { at: done, .. } => Message::new("debrief-floor-kept").with("at", at(calendar, done)),
        Kept::Breached { since, at: over } if requires => {
            Message::new("debrief-floor-breached").with("since", at(calendar, since)).with("at", at(calendar, over))
        }
        Kept::Breached { at: over, .. } => Message::new("debrief-floor-broken").with("at", at(calendar, over)),
        Kept::Open { since, due: Some(due) } => {
            Message::new("debrief-floor-open-until").with("since", at(calendar, since)).with("due", at(calendar, due))
        }
        Kept::Open { since, due: None } => Message::new("debrief-floor-open").with("since", at(calendar, since)),
    }
}

/// What became of a deadline.
#[must_use]
pub fn deadline(calendar: &Calendar, deadline: &Deadline) -> Vec<Message> {
    let due = at(calendar, deadline.due);
    let mut said = vec![match deadline.end {
        DeadlineEnd::Met(met) => Message::new("debrief-deadline-met").with("due", due).with("met", at(calendar, met)),
        DeadlineEnd::Missed => Message::new("debrief-deadline-missed").with("due", due),
        DeadlineEnd::Cancelled(off) => {
            Message::new("debrief-deadline-cancelled").with("due", due).with("off", at(calendar, off))
        }
        DeadlineEnd::Running => Message::new("debrief-deadline-running").with("due", due),
    }];
    if deadline.untold {
        said.push(match deadline.told {
            Some(told) => Message::new("debrief-deadline-told").with("at", at(calendar, told)),
            None => Message::new("debrief-deadline-untold"),
        });
    }
    if let Some(rule) = &deadline.rule {
        said.push(Message::new("debrief-deadline-rule").with("rule", rule_of(rule)));
    }
    said
}

/// A rule with its source, and how sure we are where that is not certain.
#[must_use]
pub fn rule_of(rule: &PolicyFact) -> Message {
    let said = Message::new("debrief-rule").with("text", &rule.text).with("source", &rule.source);
    match rule.sure {
        Sure::Certain => said,
        sure => Message::new("debrief-rule-not-certain").with("rule", said).with("sure", words::sure_of_rule(sure)),
    }
}

/// Why a decision was not reached.
#[must_use]
pub fn not_reached(decision: &NotReached) -> Message {
    Message::new(match decision.why {
        WhyNot::NeverPut => "debrief-never-put",
        WhyNot::Skipped => "debrief-skipped",
        WhyNot::Unanswered => "debrief-unanswered",
    })
    .with("title", title(decision.title.as_ref()))
}

/// The title of a decision, or a word for one without.
#[must_use]
pub fn title(title: Option<&String>) -> Message {
    title.map_or_else(|| Message::new("decision-untitled"), Message::verbatim)
}

/// What replays stood in for.
#[must_use]
pub fn stood_in(replays: &Replays) -> Vec<Message> {
    let mut said = Vec::new();
    if replays.by_panel > 0 {
        said.push(Message::new("debrief-replays-by-panel").with("n", replays.by_panel));
    }
    if replays.by_first > 0 {
        said.push(Message::new("debrief-replays-by-first").with("n", replays.by_first));
    }
    if said.is_empty() {
        said.push(Message::new("debrief-replays-covered"));
    }
    said
}

/// All scored decisions together, never the mean alone.
#[must_use]
pub fn overall(overall: &Overall) -> Vec<Message> {
    let mut said =
        vec![Message::new("debrief-scored-of").with("scored", overall.scored).with("answered", overall.answered)];
    if let (Some(mean), Some((fewest, most)), Some((least, largest))) =
        (overall.mean, overall.reviewers, overall.modal_share)
    {
        let reviewers = match fewest == most {
            true => Message::new("debrief-each-by").with("n", most),
            false => Message::new("debrief-each-by-between").with("fewest", fewest).with("most", most),
        };
        let (least, largest) = (percent(least), percent(largest));
        let spread = match least == largest {
            true => Message::new("debrief-spread").with("share", largest),
            false => Message::new("debrief-spread-between").with("least", least).with("most", largest),
        };
        said.push(
            Message::new("debrief-mean")
                .with("mean", figure(mean))
                .with("scored", overall.scored)
                .with("reviewers", reviewers)
                .with("spread", spread),
        );
        if overall.not_blind > 0 {
            said.push(Message::new("debrief-mean-not-blind").with("n", overall.not_blind));
        }
        said.push(Message::new("debrief-no-mark"));
    }
    said
}

/// One theme of the scored decisions.
#[must_use]
pub fn theme(theme: &ThemeCredit) -> Message {
    let said = Message::new(if theme.mean.is_some() { "debrief-theme" } else { "debrief-theme-not-scored" })
        .with("theme", words::theme(theme.theme))
        .with("scored", theme.scored)
        .with("answered", theme.answered);
    match theme.mean {
        Some(mean) => said.with("mean", figure(mean)),
        None => said,
    }
}
