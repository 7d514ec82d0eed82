//! A debrief as text: for a terminal of eighty columns, a printer, or a screen reader.
//!
//! Headings are underlined and come in a fixed order; nothing is said by place or colour alone. Every bar is as wide as
//! the whole panel and has its figures before it. The same debrief gives the same text, byte for byte.

use textwrap::{Options as Wrap, WordSplitter};

use super::words as say;
use crate::review::debrief::{
    Answered, Debrief, Distribution, Floor, LevelVotes, OptionVotes, ReviewView, UnseenView,
};
use crate::review::story::{Altered, Body, Deadline};
use crate::scenario::calendar::Calendar;
use crate::scenario::model::{Scenario, folded};
use crate::scenario::raw::policy::Sure;
use crate::scenario::raw::{Answer, Ask, Level};
use crate::text::{Catalogue, Message, when, words};

/// How a text is set out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options<'a> {
    /// Columns.
    pub width: usize,
    /// With the notes for whoever leads a session.
    pub teaching: bool,
    /// How the front end calls the seed: its luck code. The number, if nothing is said.
    pub luck: Option<&'a str>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { width: 80, teaching: false, luck: None }
    }
}

/// Reviewers for each of whom a bar has a place of its own. Larger panels share this many.
const WIDEST_BAR: usize = 24;
/// Places of a bar that shows a share.
const SHARE_BAR: usize = 20;

/// Sets a debrief out as text.
#[must_use]
pub fn plain(debrief: &Debrief, words: &Catalogue, options: Options<'_>) -> String {
    let calendar = &debrief.scenario.tables().calendar;
    let weeks_count = debrief.scenario.raw().calendar.day_0_is.is_some();
    let mut page = Page { words, calendar, weeks_count, width: options.width.max(40), out: String::new() };
    page.front(debrief, options.luck);
    page.ending(debrief);
    for (at, decision) in debrief.decisions.iter().enumerate() {
        page.decision(at + 1, decision, &debrief.floors);
    }
    page.not_reached(debrief);
    page.floors(&debrief.floors);
    page.deadlines("debrief-duties-heading", &debrief.duties);
    page.deadlines("debrief-promises-heading", &debrief.promises);
    page.deadlines("debrief-actions-heading", &debrief.actions);
    page.leaks(debrief);
    page.altered(&debrief.altered);
    page.thanks(debrief);
    page.time(debrief);
    page.overall(debrief);
    page.policy(debrief);
    page.sources(debrief);
    if options.teaching {
        page.teaching(debrief);
    }
    page.out
}

/// Sets out how reviewers answered one decision: for whoever looks at the reviews before the end of a run. What was
/// there to find is left for the debrief.
#[must_use]
pub fn reviews(scenario: &Scenario, decision: &Answered, words: &Catalogue, options: Options<'_>) -> String {
    let calendar = &scenario.tables().calendar;
    let weeks_count = scenario.raw().calendar.day_0_is.is_some();
    let mut page = Page { words, calendar, weeks_count, width: options.width.max(40), out: String::new() };
    let heading = page.say(&say::title(decision.title.as_ref()));
    page.heading(&heading, '-');
    page.field(&Message::new("debrief-told").with("text", &decision.told));
    page.reviewers(decision);
    if decision.panel.reviewers == 0 {
        page.lines(&say::credit(decision));
    }
    page.out
}

/// A text while it is written.
struct Page<'a> {
    words: &'a Catalogue,
    calendar: &'a Calendar,
    weeks_count: bool,
    width: usize,
    out: String,
}

impl Page<'_> {
    fn say(&self, message: &Message) -> String {
        self.words.say(message)
    }

    /// A heading, underlined.
    fn heading(&mut self, text: &str, under: char) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let mut widest = 0;
        for line in textwrap::wrap(text, Wrap::new(self.width)) {
            self.out.push_str(&line);
            self.out.push('\n');
            widest = widest.max(textwrap::core::display_width(&line));
        }
        self.out.extend(std::iter::repeat_n(under, widest));
        self.out.push('\n');
    }

    fn section(&mut self, key: &'static str) {
        let text = self.say(&Message::new(key));
        self.heading(&text, '-');
    }

    /// A heading within a section.
    fn part(&mut self, message: &Message) {
        let text = self.say(message);
        self.out.push('\n');
        self.paragraph(&text, "", "");
    }

    fn gap(&mut self) {
        self.out.push('\n');
    }

    /// A text, wrapped; its own paragraphs stay apart.
    fn paragraph(&mut self, text: &str, first: &str, rest: &str) {
        let mut indent = first;
        for (at, paragraph) in text.split("\n\n").enumerate() {
            if at > 0 {
                self.out.push('\n');
            }
            for line in paragraph.lines() {
                let wrap = Wrap::new(self.width)
                    .initial_indent(indent)
                    .subsequent_indent(rest)
                    .word_splitter(WordSplitter::NoHyphenation);
                for line in textwrap::wrap(line, &wrap) {
                    self.out.push_str(line.trim_end());
                    self.out.push('\n');
                }
                indent = rest;
            }
        }
    }

    /// A sentence of its own.
    fn line(&mut self, message: &Message) {
        let text = self.say(message);
        self.paragraph(&capital(&text), "", "");
    }

    /// A label and what belongs to it.
    fn field(&mut self, message: &Message) {
        let text = self.say(message);
        self.paragraph(&capital(&text), "", "  ");
    }

    fn lines(&mut self, messages: &[Message]) {
        for message in messages {
            self.line(message);
        }
    }

    fn item(&mut self, text: &str) {
        self.paragraph(&capital(text), "- ", "  ");
    }

    fn under_item(&mut self, message: &Message) {
        let text = self.say(message);
        self.paragraph(&capital(&text), "  ", "  ");
    }

    /// Figures, a bar of so many places of which some are full, and a label.
    fn bar(&mut self, figures: &str, full: usize, places: usize, label: &str) {
        let full = full.min(places);
        let bar = format!("{}{}", "=".repeat(full), " ".repeat(places - full));
        let head = format!("  {figures} |{bar}| ");
        let rest = " ".repeat(textwrap::core::display_width(&head));
        // Where the bar would leave no room for words, they stand below it.
        if rest.len() + 24 > self.width {
            self.out.push_str(head.trim_end());
            self.out.push('\n');
            self.paragraph(label, "    ", "    ");
        } else {
            self.paragraph(label, &head, &rest);
        }
    }

    /// A bar of reviewers, to the size of the whole panel.
    fn votes(&mut self, votes: u32, reviewers: usize, label: &str) {
        let digits = reviewers.to_string().len();
        let figures = self.say(
            &Message::new("debrief-votes").with("votes", format!("{votes:>digits$}")).with("reviewers", reviewers),
        );
        let votes = votes as usize;
        let (full, places) = if reviewers <= WIDEST_BAR {
            (votes, reviewers)
        } else {
            (share(votes, reviewers, WIDEST_BAR), WIDEST_BAR)
        };
        self.bar(&figures, full, places, label);
    }

    fn front(&mut self, debrief: &Debrief, luck: Option<&str>) {
        let raw = debrief.scenario.raw();
        let heading = self.say(&Message::new("debrief-heading").with("title", folded(&raw.title)));
        self.heading(&heading, '=');
        self.lines(&say::about(debrief, luck));
    }

    fn ending(&mut self, debrief: &Debrief) {
        if let Some(ending) = &debrief.ending {
            self.section("debrief-ending-heading");
            self.paragraph(&ending.title, "", "");
            self.gap();
            self.paragraph(&ending.text, "", "");
            if let Some(later) = &ending.later {
                self.gap();
                self.field(&Message::new("debrief-later").with("text", later));
            }
        }
        let Some(replays) = &debrief.outcomes else { return };
        let of = say::grouped(replays.of);
        let heading = self.say(&Message::new("debrief-replays-heading").with("of", &of));
        self.heading(&heading, '-');
        self.line(&Message::new("debrief-replays-about"));
        self.gap();
        for row in &replays.endings {
            let count = format!("{:>width$}", say::grouped(row.count), width = of.len());
            let figures = self.say(&Message::new("debrief-replays-row").with("count", count).with("of", &of));
            let mut label = self.say(&say::replayed(row));
            if let Some(count) = row.with_panel {
                label = format!("{label}\n{}", self.say(&say::with_panel(count)));
            }
            self.bar(&figures, share(row.count as usize, replays.of as usize, SHARE_BAR), SHARE_BAR, &label);
        }
        self.gap();
        self.lines(&say::stood_in(replays));
    }

    fn decision(&mut self, number: usize, decision: &Answered, floors: &[Floor]) {
        let title = say::title(decision.title.as_ref());
        let heading = self.say(&Message::new("debrief-decision").with("n", number).with("title", title));
        self.heading(&heading, '-');
        self.line(&say::moment(self.calendar, decision.at, self.weeks_count));
        self.gap();
        self.field(&Message::new("debrief-asked").with("text", &decision.prompt));
        self.field(&Message::new("debrief-told").with("text", &decision.told));
        self.gap();
        self.yours(decision);
        self.reviewers(decision);
        self.part(&Message::new("debrief-credit-heading"));
        self.lines(&say::credit(decision));
        self.unseen(decision);
        if !decision.floors.is_empty() {
            self.part(&Message::new("debrief-touching-heading"));
            for floor in decision.floors.iter().filter_map(|at| floors.get(*at)) {
                self.floor(floor);
            }
        }
    }

    fn yours(&mut self, decision: &Answered) {
        let yours = &decision.yours;
        match say::answer(decision, &yours.answer).as_slice() {
            [one] => self.field(&Message::new("debrief-chose").with("answer", one.clone())),
            several => {
                self.line(&Message::new("debrief-chose-list"));
                let bullet = if matches!(decision.ask, Ask::Rank) { "  " } else { "- " };
                for answer in several {
                    let answer = self.say(answer);
                    self.paragraph(&answer, bullet, "    ");
                }
            }
        }
        self.field(&Message::new("debrief-reason").with("text", folded(&yours.reason)));
        self.line(&say::sure(yours));
        if let Some(change) = &yours.change {
            self.field(&Message::new("debrief-change").with("text", folded(change)));
        }
        self.field(&say::cites(yours));
        if let Some(how) = say::committed(decision) {
            self.line(&how);
        }
        if !yours.blind {
            self.line(&Message::new("debrief-not-blind"));
        }
    }

    fn reviewers(&mut self, decision: &Answered) {
        let panel = &decision.panel;
        if panel.reviewers > 0 {
            self.part(&Message::new("debrief-reviewers-heading"));
            self.line(&say::asked_too(decision));
            match &panel.distribution {
                Some(distribution) => self.distribution(decision, distribution),
                None => self.line(&Message::new("debrief-reviewers-few")),
            }
            if let Some(synthesis) = &panel.synthesis {
                self.gap();
                self.field(&Message::new("debrief-in-short").with("text", synthesis));
            }
            for group in &panel.groups {
                self.part(&say::group(decision, group.of, group.reviews.len()));
                for review in &group.reviews {
                    self.review(decision, review, say::is_said_by_group(decision));
                }
            }
        }
        if !panel.older.is_empty() {
            self.part(&Message::new("debrief-older-heading"));
            for review in &panel.older {
                self.review(decision, review, false);
            }
        }
    }

    fn distribution(&mut self, decision: &Answered, distribution: &Distribution) {
        let reviewers = decision.panel.reviewers;
        let label = |option: usize| decision.options.get(option).map_or("", |option| option.label.as_str());
        self.gap();
        match distribution {
            Distribution::Options(rows) => {
                for OptionVotes { option, votes, roles, yours } in rows {
                    let mut text = self.say(&say::as_you(Message::verbatim(label(*option)), *yours));
                    if let Some(roles) = say::roles(roles) {
                        text = format!("{text}\n{}", self.say(&roles));
                    }
                    self.votes(*votes, reviewers, &text);
                }
            }
            Distribution::Ranking(rows) => {
                for row in rows {
                    self.item(label(row.option));
                    self.under_item(&say::ranked(row, reviewers));
                }
            }
            Distribution::Ratings(rows) => {
                for row in rows {
                    self.item(label(row.option));
                    self.under_item(&say::rated(row));
                    for (rating, votes) in [-2, -1, 0, 1, 2].into_iter().zip(row.counts) {
                        let text = self.say(&say::as_you(say::rating_of(rating), rating == row.yours));
                        self.votes(votes, reviewers, &text);
                    }
                }
            }
            Distribution::Levels(rows) => {
                for LevelVotes { risk, counts, yours } in rows {
                    let risk = self.say(&words::risk(*risk));
                    self.item(&risk);
                    for (level, votes) in Level::ALL.iter().zip(counts) {
                        let text = self.say(&say::as_you(words::level(*level), level == yours));
                        self.votes(*votes, reviewers, &text);
                    }
                }
            }
        }
    }

    /// One review. `known` if the heading above it has said what was answered.
    fn review(&mut self, decision: &Answered, review: &ReviewView, known: bool) {
        let who = self.say(&say::reviewer(review));
        let sure = review.sure.map(|sure| self.say(&Message::new("debrief-review-sure").with("percent", sure)));
        self.item(&[Some(say::ended(&who)), sure].into_iter().flatten().collect::<Vec<_>>().join(" "));
        let abstained = matches!(review.answer, Answer::Abstain(_));
        if !known || abstained {
            let answers = self.words.say_all(&say::answer(decision, &review.answer));
            self.paragraph(&answers.join("; "), "  ", "  ");
        }
        self.paragraph(&review.reason, "  ", "  ");
        for message in say::review_more(review) {
            self.under_item(&message);
        }
    }

    fn unseen(&mut self, decision: &Answered) {
        let UnseenView { bearing, others } = &decision.unseen;
        self.part(&Message::new("debrief-unseen-heading"));
        self.line(&say::unseen_summary(self.calendar, self.weeks_count, &decision.unseen));
        for row in bearing {
            self.item(&say::ended(&row.title));
            let mut said = vec![say::unseen(self.calendar, self.weeks_count, row)];
            said.extend(say::looked_for(decision, row));
            said.extend(say::bears_on(row));
            let said = self.words.say_all(&said).join(" ");
            self.paragraph(&said, "  ", "  ");
        }
        if let Some(titles) = say::things(others) {
            self.field(&Message::new("debrief-unseen-others").with("titles", titles));
        }
    }

    fn not_reached(&mut self, debrief: &Debrief) {
        if debrief.not_reached.is_empty() {
            return;
        }
        self.section("debrief-not-reached-heading");
        self.line(&Message::new("debrief-not-reached-about"));
        for decision in &debrief.not_reached {
            let text = self.say(&say::not_reached(decision));
            self.item(&text);
        }
    }

    fn floor(&mut self, floor: &Floor) {
        self.item(&floor.text);
        self.under_item(&say::kept(self.calendar, floor.requires, floor.kept));
    }

    fn floors(&mut self, floors: &[Floor]) {
        if floors.is_empty() {
            return;
        }
        self.section("debrief-floors-heading");
        self.line(&Message::new("debrief-floors-about"));
        for floor in say::arose_first(floors) {
            self.floor(floor);
            self.under_item(&Message::new("debrief-floor-source").with("source", &floor.source));
        }
    }

    fn deadlines(&mut self, heading: &'static str, deadlines: &[Deadline]) {
        if deadlines.is_empty() {
            return;
        }
        self.section(heading);
        for deadline in deadlines {
            self.item(&say::ended(&deadline.label));
            let said = self.words.say_all(&say::deadline(self.calendar, deadline)).join(" ");
            self.paragraph(&said, "  ", "  ");
        }
    }

    fn leaks(&mut self, debrief: &Debrief) {
        if debrief.leaks.is_empty() {
            return;
        }
        self.section("debrief-leaks-heading");
        for leak in &debrief.leaks {
            self.item(&leak.text);
            self.under_item(&say::leak(self.calendar, leak));
        }
    }

    fn altered(&mut self, altered: &[Altered]) {
        if altered.is_empty() {
            return;
        }
        self.section("debrief-altered-heading");
        for record in altered {
            self.line(&say::altered(self.calendar, record));
            self.field(&Message::new("debrief-altered-old").with("title", &record.old_title));
            self.body(&record.old);
            self.field(&Message::new("debrief-altered-new").with("title", &record.new_title));
            self.body(&record.new);
        }
    }

    fn body(&mut self, body: &Body) {
        if !body.text.is_empty() {
            self.paragraph(&body.text, "  ", "  ");
        }
        for entry in &body.entries {
            let text = self.say(&say::entry(entry));
            self.paragraph(&text, "  ", "    ");
        }
    }

    fn thanks(&mut self, debrief: &Debrief) {
        if debrief.thanks.is_empty() {
            return;
        }
        self.section("debrief-thanks-heading");
        for thanks in &debrief.thanks {
            let Some(thanks) = say::thanks(self.calendar, thanks) else { continue };
            let text = self.say(&thanks);
            self.item(&say::ended(&text));
        }
    }

    fn time(&mut self, debrief: &Debrief) {
        let time = &debrief.time;
        self.section("debrief-time-heading");
        self.lines(&say::time(time));
        let given = usize::try_from(time.given).unwrap_or(0).max(1);
        for (label, minutes) in say::time_rows(time) {
            let label = self.say(&label);
            let figures = format!("{:>10}", self.say(&when::minutes(minutes)));
            let full = share(usize::try_from(minutes).unwrap_or(0), given, SHARE_BAR);
            self.bar(&figures, full, SHARE_BAR, &label);
        }
    }

    fn overall(&mut self, debrief: &Debrief) {
        self.section("debrief-overall-heading");
        self.lines(&say::overall(&debrief.overall));
        for theme in &debrief.overall.themes {
            let text = self.say(&say::theme(theme));
            self.item(&text);
        }
    }

    fn policy(&mut self, debrief: &Debrief) {
        let unsure: Vec<_> = debrief.policy.iter().filter(|rule| rule.sure != Sure::Certain).collect();
        if unsure.is_empty() {
            return;
        }
        self.section("debrief-policy-heading");
        for rule in unsure {
            let text = self.say(&say::rule_of(rule));
            self.item(&text);
        }
    }

    fn sources(&mut self, debrief: &Debrief) {
        let provenance = &debrief.provenance;
        if provenance.reviewers == 0 {
            return;
        }
        self.section("debrief-sources-heading");
        self.lines(&say::sources(provenance));
        if !provenance.sources.is_empty() {
            self.line(&Message::new("debrief-sources"));
            for source in &provenance.sources {
                self.item(source);
            }
        }
    }

    fn teaching(&mut self, debrief: &Debrief) {
        let taught = debrief.decisions.iter().filter_map(|decision| Some((decision, decision.teaching.as_ref()?)));
        let taught: Vec<_> = taught.collect();
        if taught.is_empty() {
            return;
        }
        self.section("debrief-teaching-heading");
        for (decision, teaching) in taught {
            self.part(&say::title(decision.title.as_ref()));
            if let Some(minutes) = teaching.minutes {
                self.line(&Message::new("debrief-teaching-minutes").with("minutes", minutes));
            }
            for ask in &teaching.ask {
                self.item(ask);
            }
            if let Some(tends) = &teaching.tends {
                self.line(&Message::new("debrief-teaching-tends").with("text", tends));
            }
        }
    }
}

/// How many places of a bar are full: rounded, and at least one for anything.
fn share(part: usize, whole: usize, places: usize) -> usize {
    let full = (part * places + whole / 2) / whole.max(1);
    if part > 0 { full.max(1) } else { 0 }
}

/// With a capital at its beginning.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::debrief::{Options as Wanted, answered_decision, debrief};
    use crate::review::sample::{self, act, at, choose, decide, finish, give, open, until};
    use crate::run::Run;
    use crate::run::command::Command;

    /// Every kind of question, a breach, a leak, a changed record, a rule that wants checking, a look at the reviews.
    fn played() -> Run {
        let mut run = Run::begin(sample::sample(), 5);
        until(&mut run, at(0, 0, 14, 0));
        open(&mut run, "text");
        act(&mut run, "ring-clinic");
        until(&mut run, at(0, 1, 9, 0));
        act(&mut run, "tell-mum");
        decide(&mut run, "one", choose("wait"));
        give(&mut run, Command::Reveal { decision: "one".into() });
        finish(&mut run);
        run
    }

    #[test]
    fn every_kind_of_question() {
        let run = played();
        let panel = sample::panel(run.scenario());
        let debrief = debrief(&run, Some(&panel), Wanted { replays: 100, trial: false });
        insta::assert_snapshot!(plain(&debrief, &Catalogue::english(), Options::default()));
    }

    #[test]
    fn reviews_before_the_end() {
        let run = played();
        let mut raw = sample::raw_panel(run.scenario());
        raw.sheets[1].reviews.truncate(3);
        let panel = crate::review::panel::Panel::new(raw, run.scenario());
        let answered = answered_decision(&run, Some(&panel), "some", false).unwrap();
        insta::assert_snapshot!(reviews(run.scenario(), &answered, &Catalogue::english(), Options::default()));
    }

    /// Every key that a report asks for has words, and every word of its section is asked for.
    #[test]
    fn every_key_has_words() {
        let source = [include_str!("plain.rs"), include_str!("words.rs")].concat();
        let asked: std::collections::BTreeSet<&str> =
            source.split('"').filter(|part| part.starts_with("debrief-") && part.len() > 8).collect();
        let words = Catalogue::english();
        for key in &asked {
            assert!(words.has(key), "{key} has no words");
        }
        let ftl = crate::bundled::words("en-GB").unwrap();
        let section = ftl.split("\n## ").find(|section| section.starts_with("Debrief\n")).unwrap();
        let own = section.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
        for key in own.filter(|key| key.starts_with("debrief-") && *key != "debrief-number") {
            assert!(asked.contains(key), "nothing asks for {key}");
        }
    }

    #[test]
    fn a_bar_is_as_wide_as_the_whole() {
        assert_eq!(share(4, 8, 24), 12);
        assert_eq!(share(1, 1_000, 20), 1);
        assert_eq!(share(0, 1_000, 20), 0);
        assert_eq!(share(1_000, 1_000, 20), 20);
    }
}
