//! What a debrief says, as messages. Every front end takes its sentences from here; none of them has its own.

use crate::explore::habits::Habit;
use crate::review::credit::{Beside, Credit, LevelFigures, NotScored};
use crate::review::debrief::{
    Answered, Debrief, Distribution, Floor, GroupOf, NotReached, Overall, Provenance, Ranked, Rated, ReplayedEnding,
    Replays, ReviewView, ThemeCredit, UnseenRow, UnseenView, WhyNot, Yours,
};
use crate::review::figures::interval::Interval;
use crate::review::floors::Kept;
use crate::review::known::How;
use crate::review::score::{Lean, Score};
use crate::review::story::{Altered, BodyEntry, Deadline, DeadlineEnd, Leak, PolicyFact, Thanks, TimeSpent};
use crate::run::command::How as Committed;
use crate::scenario::calendar::{Calendar, Minute};
use crate::scenario::model::folded;
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

/// A mean with its sign.
fn signed(mean: f64) -> String {
    let text = figure(mean);
    if mean > 0.0 && text != "0.00" { format!("+{text}") } else { text }
}

/// A place in a ranking: "2", or "2.5" where two share it.
#[must_use]
pub fn place(rank: f64) -> String {
    if rank.fract() == 0.0 { format!("{rank:.0}") } else { format!("{rank:.1}") }
}

/// An author's title or label as a sentence: with a full stop, unless it ends one already.
#[must_use]
pub fn ended(text: &str) -> String {
    let ends = text.trim_end_matches(['"', '\'', '\u{201d}', '\u{2019}', ')']).ends_with(['.', '?', '!', '\u{2026}']);
    if ends { text.to_owned() } else { format!("{text}.") }
}

pub fn percent(share: f64) -> String {
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

/// What the debrief is of: edition, variant, luck, where the reviews come from, and what else has to be known first.
/// `luck` is how the front end calls the seed; the number, if nothing is said.
#[must_use]
pub fn about(debrief: &Debrief, luck: Option<&str>) -> Vec<Message> {
    let mut said = vec![
        Message::new("debrief-edition")
            .with("edition", debrief.scenario.raw().edition)
            .with("date", when::date(debrief.scenario.policy_date())),
    ];
    if let Some(variant) = debrief.scenario.variant() {
        said.push(Message::new("debrief-variant").with("variant", variant));
    }
    let luck = luck.map_or_else(|| debrief.seed.to_string(), str::to_owned);
    said.push(Message::new("debrief-luck").with("seed", luck));
    said.push(provenance(&debrief.provenance));
    if debrief.softer {
        said.push(Message::new("debrief-softer"));
    }
    if debrief.trial {
        said.push(Message::new("debrief-trial"));
    }
    if !debrief.over {
        said.push(Message::new("debrief-so-far"));
    }
    said
}

/// Where the reviews come from, with what of them is not counted.
#[must_use]
pub fn sources(provenance: &Provenance) -> Vec<Message> {
    let mut said = vec![self::provenance(provenance)];
    if provenance.stale_sheets > 0 {
        said.push(Message::new("debrief-provenance-stale").with("n", provenance.stale_sheets));
    }
    if provenance.lost > 0 {
        said.push(Message::new("debrief-provenance-lost").with("n", provenance.lost));
    }
    said
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

/// How sure the answer was.
#[must_use]
pub fn sure(yours: &Yours) -> Message {
    match yours.sure {
        Some(sure) => Message::new("debrief-sure").with("sure", words::sure(sure)),
        None => Message::new("debrief-no-sure"),
    }
}

/// What the answer relied on.
#[must_use]
pub fn cites(yours: &Yours) -> Message {
    let cites = yours.cites.iter().map(|cite| match &cite.passage {
        Some(passage) => {
            Message::new("debrief-cite-passage").with("title", &cite.title).with("passage", folded(passage))
        }
        None => Message::verbatim(&cite.title),
    });
    match things_of(cites.collect()) {
        Some(cites) => Message::new("debrief-cites").with("cites", cites),
        None => Message::new("debrief-no-cites"),
    }
}

/// An answer, marked where it is the trainee's own.
#[must_use]
pub fn as_you(answer: Message, yours: bool) -> Message {
    if yours { Message::new("debrief-yours").with("answer", answer) } else { answer }
}

/// Whether reviews stand under what they chose, so that it need not be said of each.
#[must_use]
pub fn is_said_by_group(decision: &Answered) -> bool {
    matches!(decision.ask, Ask::ChooseOne) && decision.credit != Credit::NotScored(NotScored::DoesNotFit)
}

/// What a review says besides its reason.
#[must_use]
pub fn review_more(review: &ReviewView) -> Vec<Message> {
    let mut said = Vec::new();
    if let Some(change) = &review.change {
        said.push(Message::new("debrief-review-change").with("text", change));
    }
    if let Some(things) = things(&review.looked_for) {
        said.push(Message::new("debrief-review-looked").with("things", things));
    }
    if review.supposed {
        said.push(Message::new("debrief-review-supposed"));
    }
    said
}

/// How an option was ranked.
#[must_use]
pub fn ranked(row: &Ranked, reviewers: usize) -> Message {
    Message::new("debrief-ranked-about")
        .with("rank", place(row.rank))
        .with("yours", row.yours)
        .with("firsts", row.firsts)
        .with("reviewers", reviewers)
}

/// How an option was rated.
#[must_use]
pub fn rated(row: &Rated) -> Message {
    Message::new("debrief-rated-about").with("mean", signed(row.mean)).with("yours", rating_of(row.yours))
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

/// How much there was to find before a decision, and from when.
#[must_use]
pub fn unseen_summary(calendar: &Calendar, weeks_count: bool, unseen: &UnseenView) -> Message {
    match unseen.bearing.first() {
        Some(first) => Message::new("debrief-unseen-summary")
            .with("n", unseen.bearing.len())
            .with("since", moment(calendar, first.thing.since, weeks_count))
            .with("title", &first.title),
        None => Message::new("debrief-unseen-none"),
    }
}

/// How many reviewers looked for one thing, if any did.
#[must_use]
pub fn looked_for(decision: &Answered, row: &UnseenRow) -> Option<Message> {
    let counted = decision.panel.distribution.is_some();
    (row.thing.looked_for > 0).then(|| match counted {
        true => Message::new("debrief-unseen-looked")
            .with("n", row.thing.looked_for)
            .with("reviewers", decision.panel.reviewers),
        false => Message::new("debrief-unseen-looked-some"),
    })
}

/// The claims that one thing bears on, if it bears on any.
#[must_use]
pub fn bears_on(row: &UnseenRow) -> Option<Message> {
    (!row.claims.is_empty()).then(|| Message::new("debrief-unseen-claims").with("claims", row.claims.join(" ")))
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

/// Floors, those that arose first.
#[must_use]
pub fn arose_first(floors: &[Floor]) -> Vec<&Floor> {
    let (arose, rest): (Vec<&Floor>, Vec<&Floor>) =
        floors.iter().partition(|floor| floor.kept != Kept::NotApplicable);
    arose.into_iter().chain(rest).collect()
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

/// Whom a secret reached, and by what.
#[must_use]
pub fn leak(calendar: &Calendar, leak: &Leak) -> Message {
    match &leak.by {
        Some(by) => Message::new("debrief-leak-by").with("by", ended(by)),
        None => Message::new("debrief-leak"),
    }
    .with("to", &leak.to)
    .with("at", at(calendar, leak.at))
}

/// What came because of what was done; nothing if nothing is named.
#[must_use]
pub fn thanks(calendar: &Calendar, thanks: &Thanks) -> Option<Message> {
    things(&thanks.because).map(|because| {
        Message::new("debrief-thanks")
            .with("title", &thanks.title)
            .with("at", when::moment(calendar, thanks.at))
            .with("because", because)
    })
}

/// When a record was changed, and whether that was seen.
#[must_use]
pub fn altered(calendar: &Calendar, record: &Altered) -> Message {
    Message::new(if record.looked { "debrief-altered-looked" } else { "debrief-altered-not-looked" })
        .with("at", at(calendar, record.at))
}

/// A line of a log.
#[must_use]
pub fn entry(entry: &BodyEntry) -> Message {
    match &entry.by {
        Some(by) => Message::new("debrief-entry-by").with("by", by),
        None => Message::new("debrief-entry"),
    }
    .with("at", &entry.at)
    .with("text", &entry.text)
}

/// How much time was used of what there was.
#[must_use]
pub fn time(time: &TimeSpent) -> Vec<Message> {
    let mut said = vec![
        Message::new("debrief-time")
            .with("spent", when::minutes_long(time.spent()))
            .with("given", when::minutes_long(time.given)),
    ];
    if time.late > 0 {
        said.push(Message::new("debrief-time-late").with("late", when::minutes_long(time.late)));
    }
    said
}

/// What it was used for, with the minutes of each.
#[must_use]
pub fn time_rows(time: &TimeSpent) -> Vec<(Message, i32)> {
    let kinds = time.by_kind.iter().map(|(kind, minutes)| (words::kind(*kind), *minutes));
    let others = [
        ("debrief-time-forms", time.forms),
        ("debrief-time-reading", time.reading),
        ("debrief-time-telling", time.telling),
        ("debrief-time-talk", time.talk),
    ];
    let others = others.map(|(key, minutes)| (Message::new(key), minutes));
    kinds.chain(others).filter(|(_, minutes)| *minutes > 0).collect()
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

/// What luck has to do with how it came out.
#[must_use]
pub const fn says_little() -> Message {
    Message::new("debrief-says-little")
}

/// What an ending of the replays is called, marked where this run came to it.
#[must_use]
pub fn replayed(row: &ReplayedEnding) -> Message {
    if row.own {
        Message::new("debrief-replays-own").with("title", &row.title)
    } else {
        Message::verbatim(&row.title)
    }
}

/// How often an ending came with the panel's commonest answers.
#[must_use]
pub fn with_panel(count: u32) -> Message {
    Message::new("debrief-replays-panel").with("count", grouped(count))
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

/// All scored decisions together, never the mean alone: the plain sentence, then the figures, and what was leaned to.
#[must_use]
pub fn overall(overall: &Overall) -> Vec<Message> {
    let mut said: Vec<Message> = overall_plain(overall).into_iter().collect();
    said.extend(overall_figures(overall));
    if let Some(score) = &overall.score {
        // What no mark is stands last.
        let last = said.pop();
        said.extend(beside_habits(score));
        if !score.lean.is_empty() {
            said.push(leaning(&score.lean));
            said.extend(lean_kinds(score));
        }
        said.extend(last);
    }
    said
}

/// What the mean of a run comes to, in one sentence without a figure.
#[must_use]
pub fn overall_plain(overall: &Overall) -> Option<Message> {
    against_habits(overall.mean?, overall.score.as_ref()?)
}

/// The figures of all scored decisions, apart from what stands beside them as a picture.
#[must_use]
pub fn overall_figures(overall: &Overall) -> Vec<Message> {
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
        said.extend(overall.score.iter().flat_map(score));
        said.push(Message::new("debrief-no-mark"));
    }
    said
}

/// A habit, as it is named.
#[must_use]
pub fn habit(habit: Habit) -> Message {
    match habit {
        Habit::Kind(kind) => Message::new("debrief-habit-kind").with("kind", words::kind(kind)),
        Habit::Longest => Message::new("debrief-habit-longest"),
        Habit::Middle => Message::new("debrief-habit-middle"),
        Habit::Random => Message::new("debrief-habit-random"),
    }
}

/// The same in a word, for a picture.
#[must_use]
pub fn habit_short(habit: Habit) -> Message {
    match habit {
        Habit::Kind(kind) => words::kind(kind),
        Habit::Longest => Message::new("debrief-habit-longest-short"),
        Habit::Middle => Message::new("debrief-habit-middle-short"),
        Habit::Random => Message::new("debrief-habit-random"),
    }
}

/// Means that differ by less than this are told of as the same.
const ABOUT: f64 = 0.05;

/// The one plain sentence: beside what always doing the same would have earned.
fn against_habits(mean: f64, score: &Score) -> Option<Message> {
    let (best, earns) = score.habits.first()?;
    let key = match mean - earns {
        more if more > ABOUT => "debrief-above-habits",
        less if less < -ABOUT => "debrief-below-habits",
        _ => "debrief-as-habits",
    };
    Some(Message::new(key).with("habit", habit(*best)))
}

/// So many of the best habits are told of, and any answer beside them.
const BEST: usize = 3;

/// What a mean stands on.
fn score(score: &Score) -> Vec<Message> {
    let mut said = Vec::new();
    if let Some(Interval { low, high }) = score.interval {
        said.push(Message::new("debrief-range").with("low", figure(low)).with("high", figure(high)));
    }
    if let Ok(place) = score.on_scale {
        said.push(Message::new("debrief-on-scale").with("place", format!("{place:.0}")));
    }
    if let Some(sure) = score.sure {
        let points = percent(sure.surer.abs());
        let key = match points.as_str() {
            "0" => "debrief-sure-even",
            _ if sure.surer > 0.0 => "debrief-sure-more",
            _ => "debrief-sure-less",
        };
        let message = Message::new(key).with("points", points).with("n", sure.decisions);
        said.push(message.with("brier", figure(sure.brier)));
    }
    said
}

/// What habits would have earned in the same places.
fn beside_habits(score: &Score) -> Option<Message> {
    let told = score.habits.iter().enumerate();
    let told = told.filter(|(at, (habit, _))| *at < BEST || *habit == Habit::Random).map(|(_, told)| told);
    let habits =
        told.map(|(of, earns)| Message::new("debrief-habit").with("habit", habit(*of)).with("earns", figure(*earns)));
    let habits = Message::listed(habits.collect())?;
    Some(Message::new("debrief-habits").with("habits", habits).with("reviewer", figure(score.reviewer?)))
}

/// Shares that differ by less than this are told of as the same.
const LEANS: f64 = 0.1;

/// Which kinds of answer were chosen more than by reviewers, and which less, in a sentence.
#[must_use]
pub fn leaning(lean: &[Lean]) -> Message {
    let kinds = |is_it: &dyn Fn(f64) -> bool| {
        let which = lean.iter().filter(|one| is_it(one.yours - one.panels));
        Message::listed(which.map(|one| words::kind(one.kind)).collect())
    };
    match (kinds(&|by| by >= LEANS), kinds(&|by| by <= -LEANS)) {
        (Some(more), Some(less)) => Message::new("debrief-leans").with("more", more).with("less", less),
        (Some(more), None) => Message::new("debrief-leans-more").with("more", more),
        (None, Some(less)) => Message::new("debrief-leans-less").with("less", less),
        (None, None) => Message::new("debrief-leans-even"),
    }
}

/// The share of each kind, beside the panel's.
fn lean_kinds(score: &Score) -> Option<Message> {
    let lean = score.lean.iter().map(|lean| {
        Message::new("debrief-lean-kind")
            .with("kind", words::kind(lean.kind))
            .with("yours", percent(lean.yours))
            .with("panels", percent(lean.panels))
    });
    Message::listed(lean.collect()).map(|kinds| Message::new("debrief-lean").with("kinds", kinds))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words() {
        assert_eq!(place(2.5), "2.5");
        assert_eq!(place(2.0), "2");
        assert_eq!(signed(0.004), "0.00");
        assert_eq!(signed(1.5), "+1.50");
        assert_eq!(ended("Rang back"), "Rang back.");
        assert_eq!(ended("\"Who told you?\""), "\"Who told you?\"");
    }
}
